"""The tables of a Perjanjian Kinerja: targets, money, and what an amendment changed of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import AnggaranPk, BarisTarget, KelompokPk, RekapPk
from sakipgen.rendering import sel_teks
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kalimat, Kolom, Lari, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.tabel_uang import bertanda, rupiah
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, potongan, sel, sel_panjang

_MUAT: Final = 400
"""So many letters of indikator stand beside one cell that names what they measure."""
_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH
_TINGKAT: Final = {**sel_teks.TINGKAT, Tingkat.SASARAN: "Sasaran Strategis", Tingkat.SUB_KEGIATAN: "Sub Kegiatan"}
_TINGKAT_UANG: Final = {
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "Kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "Sub Kegiatan",
}

# ── What is promised ─────────────────────────────────────────────────────────────────────────────────────────────


def target_pk(kamus: Mapping[str, Indikator], pk: RekapPk, judul: str = "") -> Tabel:
    """Returns every promise of a PK, beside the sasaran, program, kegiatan or sub kegiatan that it measures."""
    levels = sorted({group.tingkat for group in pk.kelompok}, key=list(Tingkat).index)
    rows = (
        row for n, group in enumerate(pk.kelompok, 1) for row in _kelompok(kamus, n, group, bertingkat=len(levels) > 1)
    )
    return Tabel(
        kolom=(Kolom(6, _TENGAH), Kolom(34), Kolom(40), Kolom(20, _TENGAH)),
        kepala=kepala(("No.", "/".join(_TINGKAT[level] for level in levels), "Indikator Kinerja", "Target")),
        baris=tuple(rows),
        judul=judul,
        nomor_kolom=True,
    )


def _kelompok(kamus: Mapping[str, Indikator], nomor: int, group: KelompokPk, *, bertingkat: bool) -> Iterator[Baris]:
    for again, part in potongan(group.butir, lambda row: len(kamus[row.target.kode].nama), _MUAT):
        for n, row in enumerate(part):
            head = (
                ()
                if n
                else (sel(nomor, tinggi=len(part)), _nama(group, len(part), bertingkat=bertingkat, lanjutan=again))
            )
            indikator = kamus[row.target.kode]
            yield baris(*head, f"{row.target.kode} {indikator.nama}", sel_teks.janji_bersatuan(indikator, row.target))


def _nama(group: KelompokPk, tinggi: int, *, bertingkat: bool, lanjutan: bool) -> Sel:
    """What a group measures; where levels are mixed, which level it is stands above."""
    if not group.kode:
        return sel(None, tinggi=tinggi)
    again = (Lari(" (lanjutan)", miring=True),) if lanjutan else ()
    named: Kalimat = (Lari(group.uraian), *again)
    level = (kalimat(f"{_TINGKAT[group.tingkat]} {group.kode}", miring=True),) if bertingkat else ()
    return Sel((*level, named), tinggi=tinggi)


# ── Its money ────────────────────────────────────────────────────────────────────────────────────────────────────


def anggaran_pk(pk: RekapPk, judul: str = "") -> Tabel | None:
    """Returns the money of a PK with its sources; None where neither the PK nor the year's program says any."""
    if pk.jumlah is None:
        return None
    first = _Awal.dari(pk)
    rows = (
        baris(first.isi(n, row), row.nama or KOSONG, rupiah(row.nilai), _dana(row), jenis=first.jenis(row))
        for n, row in enumerate(pk.anggaran, 1)
    )
    return Tabel(
        kolom=(first.kolom, Kolom(48), Kolom(20, _KANAN), Kolom(18, _TENGAH)),
        kepala=kepala((first.kepala, _kepala_uang(pk), "Anggaran (Rp)", "Keterangan (sumber dana)")),
        baris=(*rows, baris(sel("Jumlah", lebar=2, rata=_TENGAH), rupiah(pk.jumlah), "", jenis=JenisBaris.JUMLAH)),
        judul=judul,
        nomor_kolom=True,
        catatan=(kalimat(f"Sumber: {pk.sumber}."),) if pk.sumber else (),
    )


class _Awal(NamedTuple):
    """The first column of a table of money: numbers of programs, or the kode where there is more below them."""

    berjenjang: bool

    @classmethod
    def dari(cls, pk: RekapPk) -> _Awal:
        return cls(len({row.tingkat for row in pk.anggaran}) > 1)

    @property
    def kolom(self) -> Kolom:
        return Kolom(24) if self.berjenjang else Kolom(6, _TENGAH)

    @property
    def kepala(self) -> str:
        return "Kode" if self.berjenjang else "No."

    def isi(self, n: int, row: AnggaranPk) -> str:
        return row.kode if self.berjenjang else str(n)

    def jenis(self, row: AnggaranPk) -> JenisBaris:
        top = self.berjenjang and row.tingkat is TingkatAnggaran.PROGRAM
        return JenisBaris.KELOMPOK if top else JenisBaris.ISI


def _kepala_uang(pk: RekapPk) -> str:
    return "/".join(_TINGKAT_UANG[level] for level in _TINGKAT_UANG if any(r.tingkat is level for r in pk.anggaran))


def _dana(row: AnggaranPk) -> str:
    return ", ".join(row.sumber_dana) or KOSONG


# ── What an amendment changed ────────────────────────────────────────────────────────────────────────────────────


def perubahan_target(kamus: Mapping[str, Indikator], pk: RekapPk, judul: str = "") -> Tabel | None:
    """Returns the promises that a PK changed, added and dropped, with the reason of each; None where it left all."""
    changed = [row for row in pk.butir if row.berubah] if pk.sebelum else []
    told: list[tuple[str, BarisTarget | None, BarisTarget | None]] = [
        *((row.target.kode, row.sebelum, row.target) for row in changed),
        *((row.kode, row, None) for row in pk.dicabut),
    ]
    if not told:
        return None
    return Tabel(
        kolom=(Kolom(6, _TENGAH), Kolom(30), Kolom(15, _TENGAH), Kolom(15, _TENGAH), Kolom(34)),
        kepala=kepala(("No.", "Indikator Kinerja", "Target semula", "Target menjadi", "Alasan")),
        baris=tuple(
            baris(
                str(n),
                f"{kode} {kamus[kode].nama}",
                sel_teks.janji_bersatuan(kamus[kode], before) if before else "belum dijanjikan",
                sel_teks.janji_bersatuan(kamus[kode], now) if now else "tidak dijanjikan lagi",
                sel_panjang(("", now.alasan if now else None)),
            )
            for n, (kode, before, now) in enumerate(told, 1)
        ),
        judul=judul,
    )


def perubahan_anggaran(pk: RekapPk, judul: str = "") -> Tabel | None:
    """Returns the money that a PK changed, and the totals; None where it left all."""
    changed = [row for row in pk.anggaran if row.selisih]
    if not changed:
        return None
    first = _Awal.dari(pk)
    rows = (
        baris(
            first.isi(n, row),
            row.nama or KOSONG,
            rupiah(row.sebelum),
            rupiah(row.nilai),
            _selisih(row.selisih),
            jenis=first.jenis(row),
        )
        for n, row in enumerate(changed, 1)
    )
    total = (rupiah(pk.jumlah_sebelum), rupiah(pk.jumlah), _selisih(pk.jumlah_selisih))
    return Tabel(
        kolom=(first.kolom, Kolom(34), Kolom(24, _KANAN), Kolom(24, _KANAN), Kolom(24, _KANAN)),
        kepala=kepala((first.kepala, _kepala_uang(pk), "Semula (Rp)", "Menjadi (Rp)", "Tambah/kurang (Rp)")),
        baris=(*rows, baris(sel("Jumlah seluruh anggaran", lebar=2, rata=_TENGAH), *total, jenis=JenisBaris.JUMLAH)),
        judul=judul,
    )


def _selisih(nilai: Decimal | None) -> str:
    """A difference with its sign."""
    return KOSONG if nilai is None else bertanda(nilai)
