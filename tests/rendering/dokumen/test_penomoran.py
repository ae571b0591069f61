"""Numbers of headings, tables and pictures, and the contents made of them."""

from __future__ import annotations

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    DaftarIsi,
    Entri,
    JenisDaftarIsi,
    Judul,
    Kolom,
    Lari,
    Tabel,
)
from sakipgen.rendering.dokumen.penomoran import Penomoran, nomori, romawi


def _judul(tingkat: int, teks: str, *, bernomor: bool = True) -> Judul:
    return Judul(tingkat, (Lari(teks),), bernomor=bernomor)


def _tabel(judul: str) -> Tabel:
    return Tabel((Kolom(1),), (), (), judul)


_ISI = (
    DaftarIsi(JenisDaftarIsi.ISI, "Daftar Isi"),
    DaftarIsi(JenisDaftarIsi.TABEL, "Daftar Tabel"),
    _judul(1, "Ikhtisar Eksekutif", bernomor=False),
    _tabel("Ringkas"),
    _judul(1, "Pendahuluan"),
    _judul(2, "Latar"),
    _judul(1, "Perencanaan"),
    _tabel("Satu"),
    _tabel(""),
    _judul(2, "Renstra"),
    _judul(3, "Tujuan"),
    _judul(4, "Rinci"),
    _tabel("Dua"),
    _judul(2, "PK"),
    _judul(1, "Lampiran 1 PK", bernomor=False),
    _tabel("Tiga"),
)


def test_by_bab() -> None:
    (part,) = nomori((Bagian(_ISI),), Penomoran.BAB)
    heads = [blok.nomor for blok in part.isi if isinstance(blok, Judul)]
    assert heads == ["", "BAB I", "1.1", "BAB II", "2.1", "2.1.1", "2.1.1.1", "2.2", ""]
    tables = [(blok.nomor, blok.id) for blok in part.isi if isinstance(blok, Tabel)]
    assert tables == [
        ("Tabel IE.1", "tabel-ie-1"),
        ("Tabel 2.1", "tabel-2-1"),
        ("", ""),
        ("Tabel 2.2", "tabel-2-2"),
        ("Tabel L1.1", "tabel-l1-1"),
    ]
    contents, listed = part.isi[0], part.isi[1]
    assert isinstance(contents, DaftarIsi)
    assert isinstance(listed, DaftarIsi)
    assert contents.entri[:3] == (
        Entri(1, "", "Ikhtisar Eksekutif", "j1"),
        Entri(1, "BAB I", "Pendahuluan", "j2"),
        Entri(2, "1.1", "Latar", "j3"),
    )
    assert "Rinci" not in [entry.teks for entry in contents.entri]
    assert [entry.nomor for entry in listed.entri] == ["Tabel IE.1", "Tabel 2.1", "Tabel 2.2", "Tabel L1.1"]


def test_by_letter() -> None:
    (part,) = nomori((Bagian(_ISI),), Penomoran.HURUF)
    heads = [blok.nomor for blok in part.isi if isinstance(blok, Judul)]
    assert heads == ["", "", "A.", "", "A.", "1.", "a.", "B.", ""]
    assert [blok.nomor for blok in part.isi if isinstance(blok, Tabel)] == [
        "Tabel 1",
        "Tabel 2",
        "",
        "Tabel 3",
        "Tabel 4",
    ]


def test_roman() -> None:
    assert [romawi(n) for n in (1, 4, 5, 9, 14, 39)] == ["I", "IV", "V", "IX", "XIV", "XXXIX"]
