"""Personal data in a text: numbers and addresses of persons, told by their structure, so that a figure alarms nobody.

Places are told, values never are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple


class Pribadi(StrEnum):
    """What kind of personal data, in the word of messages."""

    NIK = "NIK"
    NIP = "NIP"
    KK = "nomor kartu keluarga"
    NPWP = "NPWP"
    REKENING = "nomor rekening"
    TELEPON = "nomor telepon"
    SUREL = "alamat surel"


class Dugaan(NamedTuple):
    """Where in a text what kind of personal data probably stands."""

    awal: int
    akhir: int
    jenis: Pribadi


_BATAS: Final = r"(?<![0-9a-fA-F])(?<![0-9]\.)(?<![0-9a-fA-F]{4}-)"
"""A number begins here, and is no part of a longer one, of a sum or of a name in hexadecimal digits."""
_HABIS: Final = r"(?![0-9a-fA-F]|\.[0-9])"
_PISAH: Final = r"[ .\u00a0-]"
_CELAH: Final = rf"(?:{_PISAH}|\s{{1,40}})?"
"""What people type between the parts of a number; a folded text of YAML may break its line there."""
_ENAM_BELAS: Final = rf"[0-9](?:{_PISAH}?[0-9]){{15}}"

_KK: Final = re.compile(rf"(?i)\b(?:KK|kartu keluarga)\b[^0-9\n]{{0,20}}(?P<n>{_ENAM_BELAS}){_HABIS}")
_NPWP: Final = re.compile(rf"{_BATAS}(?P<n>[0-9]{{2}}(?:\.[0-9]{{3}}){{2}}\.[0-9]-[0-9]{{3}}\.[0-9]{{3}}){_HABIS}")
_NPWP_TERSEBUT: Final = re.compile(rf"(?i)\bNPWP\b[^0-9\n]{{0,20}}(?P<n>[0-9](?:{_PISAH}?[0-9]){{14,15}}){_HABIS}")
_NIP: Final = re.compile(rf"{_BATAS}(?P<n>[0-9]{{8}}{_CELAH}[0-9]{{6}}{_CELAH}[12]{_CELAH}[0-9]{{3}}){_HABIS}")
_NIK: Final = re.compile(
    rf"{_BATAS}(?P<n>[0-9]{{16}}|[0-9]{{6}}{_PISAH}[0-9]{{6}}{_PISAH}[0-9]{{4}}|[0-9]{{4}}(?:{_PISAH}[0-9]{{4}}){{3}}"
    rf"|[0-9]{{2}}(?:{_PISAH}[0-9]{{2}}){{2}}{_PISAH}[0-9]{{6}}{_PISAH}[0-9]{{4}}){_HABIS}"
)
_TELEPON: Final = re.compile(
    rf"(?<![0-9A-Za-z+.,/-])(?P<n>(?:\+?62{_PISAH}?|0)8[1-9](?:{_PISAH}?[0-9]){{7,10}})(?![0-9/])"
)
_REKENING: Final = re.compile(
    r"(?i)(?:\b(?:rekening|rek|norek)\b(?!\s+(?:belanja|listrik|air|telepon|internet))[^0-9\n]{0,25}"
    r"|\b(?:BRI|BNI|BTN|BSI|BCA|BPD|Bank\s\w+)\b[^0-9\n]{0,8})"
    rf"(?P<n>[0-9]{{10,16}}|[0-9]{{3,4}}[ -][0-9]{{2}}[ -][0-9]{{5,7}}(?:[ -][0-9]{{1,2}}){{1,2}}"
    rf"|[0-9]{{4}}\.[0-9]{{4}}\.[0-9]{{5,6}}[.-][0-9]){_HABIS}"
)
_SUREL: Final = re.compile(
    r"(?:(?<![\w.%+:/-])|(?<=l:))(?P<n>[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})(?![\w@])"
)
"""What follows a colon is an address only behind `surel:` or `e-mail:`; elsewhere it is part of a link."""
_PETUNJUK: Final = re.compile(rf"[0-9](?:{_CELAH}[0-9]){{9}}")
"""So many digits stand in a row in every text that holds any of them but an address."""
_UANG: Final = re.compile(r"(?i)(?:\bRp\.?|\bIDR|\brupiah)\s*$")

_PROVINSI: Final = frozenset(
    {*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
"""The provinces by their number of Kementerian Dalam Negeri."""
_KABISAT: Final = 2000
_PPPK: Final = range(21, 30)
"""What stands in place of the month of appointment for a PPPK."""


def cari_pribadi(teks: str) -> tuple[Dugaan, ...]:
    """Returns what a text probably holds of personal data, in order of place; no place is told twice."""
    if "@" not in teks and _PETUNJUK.search(teks) is None:
        return ()
    found = sorted(
        (match.start("n"), order, match.end("n"))
        for order, (_, pattern, valid) in enumerate(_POLA)
        for match in pattern.finditer(teks)
        if valid is None or _sah(valid, match)
    )
    return tuple(_terpisah(Dugaan(start, end, _POLA[order][0]) for start, order, end in found))


def _sah(valid: Callable[[str], bool], match: re.Match[str]) -> bool:
    """Whether the digits are built as they should be, and are no sum of money."""
    start = match.start("n")
    money = _UANG.search(match.string, max(0, start - 12), start)
    return money is None and valid(re.sub(r"[^0-9]", "", match["n"]))


def _terpisah(found: Iterable[Dugaan]) -> Iterator[Dugaan]:
    """What does not overlap, the first of each place."""
    until = 0
    for one in found:
        if one.awal >= until:
            until = one.akhir
            yield one


def samarkan(teks: str) -> str:
    """Returns a text with every number and address of a person taken out."""
    for found in reversed(cari_pribadi(teks)):
        teks = f"{teks[: found.awal]}…{teks[found.akhir :]}"
    return teks


def sah_nik(angka: str) -> bool:
    """Whether sixteen digits are built as an NIK: region, day of birth (of a woman plus 40), number."""
    day, month = int(angka[6:8]), int(angka[8:10])
    region = int(angka[:2]) in _PROVINSI and 1 <= int(angka[2:4]) <= 79 and angka[4:6] != "00"
    return region and angka[12:] != "0000" and _ada(_KABISAT, month, day - 40 if day > 40 else day)


def sah_nip(angka: str) -> bool:
    """Whether eighteen digits are built as an NIP: day of birth, month of appointment, sex, number."""
    born, year, month = int(angka[:4]), int(angka[8:12]), int(angka[12:14])
    appointed = 15 <= year - born <= 65 and (1 <= month <= 12 or month in _PPPK)
    whole = angka[14] in "12" and angka[15:] != "000"
    return appointed and whole and born >= 1930 and _ada(born, int(angka[4:6]), int(angka[6:8]))


def _ada(tahun: int, bulan: int, hari: int) -> bool:
    try:
        date(tahun, bulan, hari)
    except ValueError:
        return False
    return True


def _berapa_pun(_angka: str) -> bool:
    """The number of an account has no structure; the words before it tell."""
    return True


_POLA: Final[tuple[tuple[Pribadi, re.Pattern[str], Callable[[str], bool] | None], ...]] = (
    (Pribadi.KK, _KK, None),
    (Pribadi.NPWP, _NPWP, None),
    (Pribadi.NPWP, _NPWP_TERSEBUT, None),
    (Pribadi.NIP, _NIP, sah_nip),
    (Pribadi.NIK, _NIK, sah_nik),
    (Pribadi.TELEPON, _TELEPON, None),
    (Pribadi.REKENING, _REKENING, _berapa_pun),
    (Pribadi.SUREL, _SUREL, None),
)
"""What is told by the words before it comes first."""
