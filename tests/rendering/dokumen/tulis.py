"""A paper as plain text, to be read in a golden file: every word and figure of it, and what kind of block says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Belum,
    Blok,
    Butir,
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    Gaya,
    HalamanBaru,
    JenisBaris,
    Judul,
    Kalimat,
    Kolofon,
    Medan,
    Paragraf,
    Penanda,
    Rata,
    Ruang,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
)
from sakipgen.rendering.dokumen.teks import polos

_GAYA: Final = {Gaya.NASKAH: "== {} ==", Gaya.SUBNASKAH: "= {} =", Gaya.KECIL: "({})"}
_RATA: Final = {Rata.TENGAH: ">< {}", Rata.KANAN: ">> {}"}
_BARIS: Final = {JenisBaris.ISI: "| ", JenisBaris.KELOMPOK: "|# ", JenisBaris.JUMLAH: "|= "}


def tulis(dokumen: Dokumen) -> str:
    """Returns a paper as text, one block after another."""
    return "\n".join([*_kepala(dokumen), *(line for part in dokumen.bagian for line in _bagian(part))]) + "\n"


def tulis_blok(*isi: Blok) -> str:
    """Returns blocks as text."""
    return "\n".join(line for blok in isi for line in _blok(blok)) + "\n"


def _kepala(dokumen: Dokumen) -> Iterator[str]:
    yield f"{dokumen.nama}: {dokumen.judul}"
    yield f"{dokumen.subjek} ({dokumen.penerbit}, {dokumen.tanggal.isoformat()}, {dokumen.kertas.value})"
    yield f"Cap: {' | '.join(dokumen.cap) or '-'}"
    yield f"Kaki: {dokumen.kaki}"
    if dokumen.kop:
        yield f"Kop: {' | '.join((*dokumen.kop.baris, dokumen.kop.alamat))}"


def _bagian(bagian: Bagian) -> Iterator[str]:
    start = "" if bagian.mulai is None else f" mulai {bagian.mulai}"
    yield f"──── {'melintang' if bagian.melintang else 'tegak'}, halaman {bagian.nomor.value}{start} ────"
    for blok in bagian.isi:
        yield from _blok(blok)


def _teks(isi: Kalimat) -> str:
    """The letters with their look: `**bold**`, `_italic_`, `!missing!`."""
    found = ""
    for lari in isi:
        mark = ("**" if lari.tebal else "") + ("_" if lari.miring else "") + ("!" if lari.belum else "")
        found += f"{mark}{lari.teks}{mark[::-1]}"
    return found


def _blok(blok: Blok) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match blok:
        case Judul():
            yield f"{'#' * blok.tingkat} {blok.nomor} {_teks(blok.isi)}".replace("  ", " ")
        case Paragraf():
            yield _GAYA.get(blok.gaya, _RATA.get(blok.rata, "{}")).format(_teks(blok.isi))
        case Daftar():
            for n, entry in enumerate(blok.isi):
                yield f"{_butir(blok.butir, n)} {_teks(entry)}"
        case Medan():
            for name, told in blok.baris:
                yield f"{name} : {_teks(told)}"
        case Belum():
            yield f"[{blok}]"
        case Tabel():
            yield from _tabel(blok)
        case Gambar():
            yield f"[{f'{blok.nomor} {blok.judul}'.strip()}: {blok.spek.judul} {blok.spek.uraian}]"
            if blok.catatan:
                yield f"({_teks(blok.catatan)})"
        case TandaTangan():
            if blok.waktu:
                yield f">> {blok.waktu}"
            yield "[tanda tangan: " + " || ".join(map(_penanda, blok.penanda)) + "]"
        case Sampul():
            yield f"[sampul: {' / '.join((*blok.judul, *blok.sub, *blok.penerbit))}]"
        case DaftarIsi():
            yield f"[{blok.judul}]"
            for entri in blok.entri:
                yield f"{'  ' * entri.tingkat}{f'{entri.nomor} {entri.teks}'.strip()}"
        case HalamanBaru():
            yield "[halaman baru]"
        case Ruang():
            yield f"[ruang {blok.baris}]"
        case Kolofon():
            yield "[kolofon]"
            yield from _blok(blok.medan)
            for missing in blok.belum:
                yield f"- {missing}"


def _butir(butir: Butir, n: int) -> str:
    return {Butir.TITIK: "-", Butir.ANGKA: f"{n + 1}.", Butir.HURUF: f"{chr(ord('a') + n)}."}[butir]


def _penanda(penanda: Penanda) -> str:
    nip = f"NIP {penanda.nip or '…'}" if penanda.ber_nip else ""
    return ", ".join(
        part for part in (penanda.pengantar, penanda.jabatan, penanda.nama or "…", penanda.pangkat, nip) if part
    )


def _tabel(tabel: Tabel) -> Iterator[str]:
    if tabel.judul:
        yield f"[{f'{tabel.nomor} {tabel.judul}'.strip()}]"
    for row in tabel.kepala:
        yield "|! " + " | ".join(map(_sel, row))
    if tabel.nomor_kolom:
        yield "|! " + " | ".join(f"({n})" for n in range(1, len(tabel.kolom) + 1))
    for line in tabel.baris:
        yield (_BARIS[line.jenis] + " | ".join(map(_sel, line.sel))).rstrip()
    for note in tabel.catatan:
        yield f"({_teks(note)})"


def _sel(sel: Sel) -> str:
    """A cell on one line, `/` between its lines, with its span if it has one."""
    span = f"⟨{sel.lebar}×{sel.tinggi}⟩" if (sel.lebar, sel.tinggi) != (1, 1) else ""
    return span + " / ".join(_teks(line) for line in sel.isi)


def isi_sel(tabel: Tabel) -> list[list[str]]:
    """Returns the letters of a table's rows, cell by cell."""
    return [["\n".join(map(polos, cell.isi)) for cell in row.sel] for row in tabel.baris]
