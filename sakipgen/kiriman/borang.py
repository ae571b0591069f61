"""The forms that the forge shows: their kinds, their fields, and what an answer says field by field.

The forge writes every field as a heading of the third level and the answer below it. An answer may hold headings too:
those that name no field are part of it, and a field that is there twice is refused, for nobody can tell which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from sakipgen.forms.sel import rapi
from sakipgen.forms.temuan import Temuan

TERPANJANG: Final = 65_536
"""No forge takes a longer form."""
_KOSONG: Final = frozenset({"", "_No response_", "_Tidak ada jawaban_", "None", "N/A"})
"""How forges write a field that nobody filled in."""
_JUDUL: Final = re.compile(r"^### (.+?)\s*$")
_PENANDA: Final = re.compile(r"^<!-- sakipgen:formulir (\w+) -->\s*$", re.MULTILINE)
_LABEL: Final = "formulir/"


class Jenis(StrEnum):
    """What a form is for; its label is `formulir/` and this word."""

    EXCEL = "excel"
    ANGKA = "angka"
    KOREKSI = "koreksi"


class Bagian(NamedTuple):
    """One field of a form."""

    kunci: str
    judul: str
    """Its heading, as the forge's page shows it."""
    wajib: bool = False


_TEMPAT: Final = (
    Bagian("unit", "Unit", wajib=True),
    Bagian("periode", "Periode", wajib=True),
    Bagian("indikator", "Indikator", wajib=True),
)
BAGIAN: Final[Mapping[Jenis, tuple[Bagian, ...]]] = {
    Jenis.EXCEL: (Bagian("berkas", "Berkas formulir", wajib=True), Bagian("pesan", "Pesan untuk Tim SAKIP")),
    Jenis.ANGKA: (
        *_TEMPAT,
        Bagian("angka", "Angka"),
        Bagian("status", "Status bila angkanya belum ada"),
        Bagian("alasan", "Alasan status"),
        Bagian("kendala", "Kendala"),
        Bagian("solusi", "Solusi"),
        Bagian("faktor_pendorong", "Faktor pendorong"),
        Bagian("catatan", "Catatan"),
        Bagian("bukti.judul", "Judul bukti"),
        Bagian("bukti.jenis", "Jenis bukti"),
        Bagian("bukti.tempat", "Tempat bukti"),
    ),
    Jenis.KOREKSI: (
        *_TEMPAT,
        Bagian("bagian", "Yang dikoreksi"),
        Bagian("nilai_baru", "Nilai baru", wajib=True),
        Bagian("alasan", "Alasan koreksi", wajib=True),
        Bagian("tingkat", "Tingkat", wajib=True),
        Bagian("bukti.judul", "Judul bukti", wajib=True),
        Bagian("bukti.jenis", "Jenis bukti"),
        Bagian("bukti.tempat", "Tempat bukti", wajib=True),
    ),
}
"""The fields of each form in their order. The issue forms of a repository ask for the same."""


class Jawaban(NamedTuple):
    """What a form says by the key of each field; a field that is empty is not there."""

    isi: Mapping[str, str]
    temuan: tuple[Temuan, ...]


def jenis_kiriman(isi: str, label: frozenset[str]) -> Jenis | Temuan:
    """Returns which form it is, by its label or by the mark in its text."""
    if len(isi) > TERPANJANG:
        message = f"isinya {len(isi)} karakter; formulir paling panjang {TERPANJANG}; kirim formulir baru yang ringkas."
        return Temuan("X011", message)
    said = {name.removeprefix(_LABEL) for name in label if name.startswith(_LABEL)} | set(_PENANDA.findall(isi))
    known = sorted(said & set(Jenis))
    if len(known) == 1:
        return Jenis(known[0])
    found = f"cocok dengan {len(known)} jenis formulir" if known else "bukan salah satu formulir kantor ini"
    return Temuan("X011", f"kiriman ini {found}; buat kiriman baru, lalu pilih satu formulir dari daftarnya.")


def baca_jawaban(isi: str, jenis: Jenis) -> Jawaban:
    """Returns what a form says; all that is missing or there twice at once."""
    fields = BAGIAN[jenis]
    parts = _potong(isi, {field.judul: field.kunci for field in fields})
    found: list[Temuan] = []
    said: dict[str, str] = {}
    for field in fields:
        texts = parts.get(field.kunci, [])
        text = texts[0] if len(texts) == 1 else ""
        if len(texts) > 1:
            message = (
                f"judul “### {field.judul}” ada {len(texts)} kali, jadi tidak jelas mana isinya; hapus yang bukan dari "
                "formulir."
            )
            found.append(Temuan("X012", message, None, field.judul))
        elif text:
            said[field.kunci] = text
        elif field.wajib:
            message = "belum diisi; isi bagian ini." if texts else "bagian ini hilang; kirim formulir baru."
            found.append(Temuan("X012", message, None, field.judul))
    return Jawaban(said, tuple(found))


def judul(jenis: Jenis, kunci: str) -> str:
    """Returns the heading of a field."""
    return next(field.judul for field in BAGIAN[jenis] if field.kunci == kunci)


def _potong(isi: str, kunci: Mapping[str, str]) -> dict[str, list[str]]:
    """The answers by key: what stands between the headings of fields."""
    parts: dict[str, list[str]] = {}
    for name, lines in _bagian(rapi(isi).split("\n"), kunci):
        text = rapi("\n".join(lines))
        parts.setdefault(name, []).append("" if text in _KOSONG else text)
    return parts


def _bagian(lines: Sequence[str], kunci: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    name: str | None = None
    below: list[str] = []
    for line in lines:
        match = _JUDUL.match(line)
        heading = kunci.get(match[1]) if match else None
        if heading is None:
            below.append(line)
            continue
        if name:
            yield name, below
        name, below = heading, []
    if name:
        yield name, below
