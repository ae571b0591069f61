"""The page of one period, which printed is the Rekapitulasi Hasil Pengukuran Kinerja, and the list of all periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sakipgen.domain.base import JenisPeriode, Periode
from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.realisasi import Status
from sakipgen.measuring.anggaran import AnggaranPeriode, TingkatAnggaran
from sakipgen.measuring.hitung import CONTEXT
from sakipgen.rekap import RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.page import Bagian, Lembar, Page
from sakipgen.rendering.pages import alamat, grafik, kelompok, sel
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, waktu

_JENIS = {
    JenisPeriode.TAHUN: "Tahun",
    JenisPeriode.SEMESTER: "Semester",
    JenisPeriode.TRIWULAN: "Triwulan",
    JenisPeriode.BULAN: "Bulan",
}
_LEVEL = {
    Tingkat.TUJUAN: "Indikator tujuan",
    Tingkat.SASARAN: "Indikator sasaran lain",
    Tingkat.PROGRAM: "Indikator program",
    Tingkat.KEGIATAN: "Indikator kegiatan",
    Tingkat.SUB_KEGIATAN: "Indikator sub kegiatan",
}


@dataclass(frozen=True, slots=True)
class Bagan:
    """One table of the rekapitulasi: a sasaran, or a level of the plan."""

    id: str
    judul: str
    alamat: str | None
    kelompok: kelompok.KelompokTampil | None
    baris: tuple[sel.BarisTampil, ...]


@dataclass(frozen=True, slots=True)
class Tandatangan:
    """Who signs the printed rekapitulasi."""

    jabatan: str
    pejabat: str | None


@dataclass(frozen=True, slots=True)
class PeriodeTampil:
    """A period in the list."""

    label: str
    alamat: str
    jenis: str
    putusan: Kalimat
    keadaan: str


def halaman(
    konteks: Konteks, tahun: RekapTahun, prd: RekapPeriode, tetangga: tuple[RekapPeriode | None, RekapPeriode | None]
) -> Page:
    """Returns the page of a period with its neighbours of the same length."""
    strip = konteks.strip(prd, prd.indikator)
    facts = kelompok.fakta_baris(prd.indikator)
    said = kalimat.putusan(facts, waktu(prd, strip.data_sampai), "indikator")
    groups = _bagan(konteks, prd)
    isi = Isi(
        templat="periode",
        path=alamat.periode(prd.periode).rstrip("/"),
        judul=f"Rekapitulasi {prd.periode.label}",
        uraian=f"Rekapitulasi hasil pengukuran kinerja {konteks.pd.singkatan}: {kalimat.teks(said)}",
        strip=strip,
        bagian=tuple(Bagian(g.id, g.judul) for g in groups),
        jejak=(("Periode", "periode/"), (prd.periode.label, None)),
        berkas=berkas_laporan(prd.indikator),
        nilai={
            "prd": prd,
            "putusan": said,
            "hitungan": grafik.hitungan(
                konteks.palet(tahun.tahun), grafik.hitung_kelas(tahun.metode.skala, prd.indikator), "indikator", said
            ),
            "bagan": groups,
            "perangkat_daerah": kelompok.perangkat_daerah(konteks, prd),
            "terlambat": konteks.semua_baris(r for r in prd.indikator if r.hasil.status is Status.TERLAMBAT),
            "sebelum": _tetangga(tetangga[0]),
            "sesudah": _tetangga(tetangga[1]),
            "tanda_tangan": _tanda_tangan(konteks),
            "metode": tahun.metode,
            **_uang(prd),
        },
    )
    return konteks.susun(isi)


def _bagan(konteks: Konteks, prd: RekapPeriode) -> tuple[Bagan, ...]:
    """The tables: each sasaran with its indikator, then what is left, level by level."""
    found = [
        Bagan(f"sasaran-{s.kode.lower()}", f"Sasaran {s.kode}", alamat.sasaran(s.kode), shown, shown.indikator)
        for s in prd.sasaran
        for shown in (kelompok.tampil(konteks, s),)
    ]
    seen = {row.kode for s in prd.sasaran for row in s.indikator}
    for level in Tingkat:
        rows = [row for row in prd.indikator if row.indikator.tingkat is level and row.kode not in seen]
        if rows:
            found.append(
                Bagan(f"tingkat-{level.value.replace('_', '-')}", _LEVEL[level], None, None, konteks.semua_baris(rows))
            )
    return tuple(found)


def _uang(prd: RekapPeriode) -> dict[str, object]:
    if prd.anggaran is None:
        return {"uang": (), "uang_rinci": (), "uang_jumlah": None, "uang_sampai": None}
    rows = prd.anggaran.baris
    money = prd.anggaran.hasil
    text = str(prd.periode)
    return {
        "uang": tuple(sel.baris_uang(r, text) for r in rows if r.hasil.tingkat is TingkatAnggaran.PROGRAM),
        "uang_rinci": tuple(sel.baris_uang(r, text) for r in rows if r.hasil.tingkat is not TingkatAnggaran.PROGRAM),
        "uang_jumlah": _jumlah(money, text),
        "uang_sampai": money.data_sampai.label if money.data_sampai else None,
    }


def _jumlah(money: AnggaranPeriode, periode: str) -> sel.UangTampil:
    rest = None if money.realisasi is None else CONTEXT.subtract(money.pagu, money.realisasi)
    return sel.uang("total", "Jumlah", f"anggaran/total:{periode}/", money.pagu, money.realisasi, rest, money.serapan)


def _tetangga(prd: RekapPeriode | None) -> tuple[str, str] | None:
    return (prd.periode.label, alamat.periode(prd.periode)) if prd else None


def _tanda_tangan(konteks: Konteks) -> tuple[Tandatangan, ...]:
    positions = konteks.instansi.jabatan
    wanted = ("kepala", konteks.instansi.tim_sakip.ketua)
    return tuple(Tandatangan(positions[k].nama, positions[k].pejabat) for k in dict.fromkeys(wanted) if k in positions)


def semua(konteks: Konteks) -> list[Lembar]:
    """Returns the pages of all periods of all years, not yet made."""
    by_kind: dict[JenisPeriode, list[RekapPeriode]] = {}
    for year in konteks.rekap.tahun:
        for prd in year.periode:
            by_kind.setdefault(prd.periode.jenis, []).append(prd)
    around: dict[Periode, tuple[RekapPeriode | None, RekapPeriode | None]] = {}
    for row in by_kind.values():
        padded: Sequence[RekapPeriode | None] = (None, *row, None)
        for before, here, after in zip(padded, row, padded[2:], strict=False):
            around[here.periode] = (before, after)
    return [
        Lembar(alamat.folder(alamat.periode(prd.periode)), partial(halaman, konteks, year, prd, around[prd.periode]))
        for year in konteks.rekap.tahun
        for prd in year.periode
    ]


# ── All periods ──────────────────────────────────────────────────────────────────────────────────────────────────


def daftar(konteks: Konteks) -> Page:
    """Returns the list of periods, the latest year first."""
    utama = konteks.rekap.utama
    rows = utama.setahun.indikator if utama else ()
    years = tuple(
        (year.tahun, tuple(_tampil(prd) for prd in reversed(year.periode))) for year in reversed(konteks.rekap.tahun)
    )
    isi = Isi(
        templat="daftar_periode",
        path="periode",
        judul="Periode",
        uraian=f"Rekapitulasi hasil pengukuran kinerja {konteks.pd.singkatan}, dari bulan sampai tahun.",
        strip=konteks.strip(utama.setahun if utama else None, rows),
        bagian=tuple(Bagian(f"tahun-{year}", f"Tahun {year}") for year, _ in years),
        jejak=(("Periode", None),),
        berkas=(),
        nilai={"tahun": years},
    )
    return konteks.susun(isi)


def _tampil(prd: RekapPeriode) -> PeriodeTampil:
    facts = kelompok.fakta_baris(prd.indikator)
    return PeriodeTampil(
        label=prd.periode.label,
        alamat=alamat.periode(prd.periode),
        jenis=_JENIS[prd.periode.jenis],
        putusan=kalimat.kelompok(facts, "Periode ini"),
        keadaan="sudah berakhir" if prd.selesai else "sedang berjalan",
    )
