"""What an archive holds beside what its history makes of it today."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, Final

from sakipgen.archiving.buka import sidik_folder
from sakipgen.archiving.jumlah import tentang
from sakipgen.diagnostics import Diagnostic, printable

TAMPIL: Final = 20
"""So many differences of a kind are told; the rest is counted."""
_DATA_TERBUKA: Final = "data/v1"
_TERPANJANG: Final = 40
_TANPA: Final = frozenset({"sumber"})
"""What says where a figure stands, not what it is."""


def data_sama(berkas: PurePosixPath, arsip: Path, riwayat: Path) -> Iterator[Diagnostic]:
    """A005 Data dalam arsip tidak sama dengan riwayatnya.

    `data.zip` dan `riwayat.bundle` menyebut data yang sama dua kali. Bila berbeda, salah satunya bukan yang diarsipkan.

    Cara memperbaiki: ambil arsip yang sama dari salinan lain, lalu cocokkan sidiknya dengan Berita Acara.
    """
    yield from _tentang_semua(berkas, "A005", _beda_berkas(sidik_folder(arsip), sidik_folder(riwayat)))


def angka_sama(berkas: PurePosixPath, arsip: str, ukuran: str) -> Iterator[Diagnostic]:
    """A006 Angka arsip tidak terulang.

    Data arsip diukur sekali lagi, dan hasilnya lain dari `ukur.json` dalam arsip. Bila versi programnya sama, salah
    satu berkas arsip bukan yang semula. Bila versinya lain, cara menghitungnya berubah antara kedua versi.

    Cara memperbaiki: bandingkan dengan versi program yang disebut arsip; bila tetap berbeda, ambil dari salinan lain.
    """
    yield from _tentang_semua(berkas, "A006", _beda_angka(_angka(arsip), _angka(ukuran)))


def situs_sama(berkas: PurePosixPath, arsip: Path, bangunan: Path, *, persis: bool) -> Iterator[Diagnostic]:
    """A007 Situs arsip tidak terulang.

    Situs dibangun sekali lagi dari riwayat arsip, dan hasilnya lain dari `situs.zip`. Dengan program yang sama,
    setiap bita harus sama; dengan versi lain hanya tabel data terbukanya yang dibandingkan, kolom demi kolom.

    Cara memperbaiki: bandingkan dengan versi program yang disebut arsip; bila tetap berbeda, ambil dari salinan lain.
    """
    found = _beda_berkas(sidik_folder(arsip), sidik_folder(bangunan)) if persis else _beda_tabel(arsip, bangunan)
    yield from _tentang_semua(berkas, "A007", found)


def _tentang_semua(berkas: PurePosixPath, kode: str, beda: Iterator[str]) -> Iterator[Diagnostic]:
    """What differs, the first of it in words."""
    told = list(beda)
    shown = told if len(told) <= TAMPIL else told[: TAMPIL - 1]
    for words in shown:
        yield tentang(berkas, kode, f"{words}; bandingkan dengan salinan lain arsip ini.")
    if len(shown) < len(told):
        yield tentang(berkas, kode, f"… dan {len(told) - len(shown)} perbedaan lagi.")


def _beda_berkas(arsip: Mapping[str, str], kini: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(arsip.keys() | kini.keys()):
        shown = printable(name)
        if name not in kini:
            yield f"`{shown}` ada dalam arsip, tetapi tidak dihasilkan riwayatnya"
        elif name not in arsip:
            yield f"`{shown}` dihasilkan riwayatnya, tetapi tidak ada dalam arsip"
        elif arsip[name] != kini[name]:
            yield f"isi `{shown}` lain dari yang dihasilkan riwayatnya"


def _angka(teks: str) -> Any:
    """Figures as they are written; nothing where the text is no JSON."""
    try:
        return json.loads(teks, parse_float=Decimal)
    except ValueError:
        return {}


def _beda_angka(arsip: Any, kini: Any) -> Iterator[str]:
    """What the archive says of any row and is not said now; what later versions say beyond that is no difference."""
    before, after = dict(_baris(arsip)), dict(_baris(kini))
    if not before:
        yield "tidak memuat angka yang dapat dibaca"
    for name, row in before.items():
        other = after.get(name)
        if other is None:
            yield f"{name} tidak diukur lagi"
            continue
        for key, value in row.items():
            if key not in _TANPA and value != other.get(key):
                yield f"{name}: `{printable(key)}` dalam arsip {_singkat(value)}, sekarang {_singkat(other.get(key))}"
    yield from (f"{name} tidak ada dalam arsip" for name in after if name not in before)


def _singkat(nilai: object) -> str:
    """A value that may be anything, as a message shows it."""
    text = printable(str(nilai))
    return text if len(text) <= _TERPANJANG else f"{text[:_TERPANJANG]}…"


def _baris(isi: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every row with its name, of what may be any JSON."""
    if not isinstance(isi, dict):
        return
    for part in ("indikator", "sasaran"):
        rows = isi.get(part)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                yield f"{part} {_singkat(row.get('kode'))}", row
    if isinstance(whole := isi.get("perangkat_daerah"), dict):
        yield "perangkat daerah", whole


def _beda_tabel(arsip: Path, bangunan: Path) -> Iterator[str]:
    """What the tables of the archived site say and those of the new one do not."""
    for path in sorted((arsip / _DATA_TERBUKA).glob("*.csv")):
        other = bangunan / _DATA_TERBUKA / path.name
        if not other.is_file():
            yield f"tabel `{path.name}` tidak dihasilkan lagi"
            continue
        columns, before = _tabel(path)
        now, rows = _tabel(other)
        missing = [name for name in columns if name not in now]
        if missing:
            yield f"tabel `{path.name}` tidak lagi punya kolom {', '.join(missing)}"
            continue
        at = [now.index(name) for name in columns]
        after = [[row[n] for n in at] for row in rows]
        if sorted(before) != sorted(after):
            differing = sum(row not in after for row in before)
            yield f"tabel `{path.name}`: {differing} dari {len(before)} baris lain isinya"


def _tabel(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return (rows[0], rows[1:]) if rows else ([], [])
