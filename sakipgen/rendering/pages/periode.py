"""The page of one period, which printed is the Rekapitulasi Hasil Pengukuran Kinerja, and the list of all periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.anggaran import HasilAnggaran, TingkatAnggaran
from sakipgen.rekap import BarisIndikator, RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.page import Bagian, Lembar, Page
from sakipgen.rendering.pages import (
    alamat,
    efisiensi,
    grafik,
    kelompok,
    koreksi,
    pelaksanaan,
    pengiriman,
    rencana,
    sel,
    sel_uang,
    tindak_lanjut,
)
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target, waktu
from sakipgen.rendering.pages.sunting import laporan_periode

_BELUM_MASUK = frozenset({Status.TERLAMBAT, Status.DIKEMBALIKAN, Status.MENUNGGU_PERSETUJUAN, Status.BELUM_DILAPORKAN})
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
    tercapai: str
    keadaan: Kalimat | str
    sisa: str
    """What of those that do not reach their target."""


@dataclass(frozen=True, slots=True)
class TahunTampil:
    """A year in the list: itself, its quarters and semesters, and its months, each the latest first."""

    tahun: int
    utama: tuple[PeriodeTampil, ...]
    bulan: tuple[PeriodeTampil, ...]


def halaman(
    konteks: Konteks, tahun: RekapTahun, prd: RekapPeriode, tetangga: tuple[RekapPeriode | None, RekapPeriode | None]
) -> Page:
    """Returns the page of a period with its neighbours of the same length."""
    strip = konteks.strip(prd, prd.indikator)
    facts = kelompok.fakta_baris(konteks, prd.indikator)
    said = kalimat.putusan(facts, waktu(prd, strip.data_sampai), "indikator")
    groups = _bagan(konteks, prd)
    parts = _pelaksanaan(konteks, tahun, prd)
    isi = Isi(
        templat="periode",
        path=alamat.periode(prd.periode).rstrip("/"),
        judul=f"Rekapitulasi {prd.periode.label}",
        uraian=f"Rekapitulasi hasil pengukuran kinerja {konteks.pd.singkatan}: {kalimat.teks(said)}",
        strip=strip,
        bagian=(*(Bagian(g.id, g.judul) for g in groups), *_bagian(parts)),
        jejak=(("Periode", "periode/"), (prd.periode.label, None)),
        berkas=berkas_laporan(prd.indikator),
        sunting=laporan_periode(prd.indikator, prd.periode),
        nilai={
            "prd": prd,
            "putusan": said,
            "hitungan": grafik.hitungan(
                konteks.palet(tahun.tahun), grafik.hitung_kelas(tahun.metode.skala, prd.indikator), "indikator", said
            ),
            "bagan": groups,
            "perangkat_daerah": kelompok.perangkat_daerah(konteks, prd),
            "kepala_target": judul_target(prd),
            "keadaan": pelaksanaan.keadaan(konteks, prd),
            "ditutup": prd.siklus is not None and prd.siklus.penutupan is not None,
            "belum_masuk": konteks.semua_baris(r for r in prd.indikator if r.hasil.status in _BELUM_MASUK),
            "sebulan": prd.periode.jenis is JenisPeriode.BULAN,
            "tidak_diukur": _tidak_diukur(prd),
            "sebelum": _tetangga(tetangga[0]),
            "sesudah": _tetangga(tetangga[1]),
            "di_atas": _di_atas(tahun, prd),
            "di_dalam": _di_dalam(tahun, prd),
            "tanda_tangan": _tanda_tangan(konteks),
            "metode": tahun.metode,
            **parts,
            **_uang(konteks, prd),
        },
    )
    return konteks.susun(isi)


def _pelaksanaan(konteks: Konteks, tahun: RekapTahun, prd: RekapPeriode) -> dict[str, Any]:
    """What was done in and after the period, each part empty where nothing is recorded."""
    corrected = [row for row in konteks.rekap.koreksi if prd.periode.memuat(row.periode)]
    return {
        "aksi": tuple(rencana.tampil(konteks, row.kode, row.aksi) for row in prd.aksi),
        "bawaan": tindak_lanjut.semua(prd.bawaan),
        "tindak_lanjut": tindak_lanjut.semua(prd.tindak_lanjut),
        "koreksi": tuple(koreksi.tampil(konteks, row) for row in corrected),
        "pengiriman": tuple(pengiriman.tampil(konteks, row) for row in tahun.pengiriman if row.periode == prd.periode),
        "prosedur": pelaksanaan.prosedur(konteks, prd),
        "naskah": pelaksanaan.naskah(konteks, prd),
    }


def _bagian(parts: Mapping[str, Any]) -> Iterator[Bagian]:
    if parts["aksi"] or parts["bawaan"] or parts["tindak_lanjut"]:
        yield Bagian("rencana", "Rencana aksi dan tindak lanjut")
    if parts["koreksi"]:
        yield Bagian("koreksi", "Koreksi")
    if parts["pengiriman"]:
        yield Bagian("pengiriman", "Pengiriman data")
    if parts["prosedur"]:
        yield Bagian("langkah", "Langkah SOP")
    if parts["naskah"]:
        yield Bagian("naskah", "Naskah periode ini")


def _tidak_diukur(prd: RekapPeriode) -> int:
    """How many indikator the page of a month leaves out; other periods show all, for they are the rekapitulasi."""
    return len(prd.indikator) - sum(_tampak(prd, row) for row in prd.indikator)


def _tampak(prd: RekapPeriode, row: BarisIndikator) -> bool:
    return prd.periode.jenis is not JenisPeriode.BULAN or row.hasil.status is not Status.TIDAK_BERLAKU


def _bagan(konteks: Konteks, prd: RekapPeriode) -> tuple[Bagan, ...]:
    """The tables: each sasaran with its indikator, then what is left, level by level."""
    found = [
        Bagan(
            f"sasaran-{s.kode.lower()}",
            f"Sasaran {s.kode}",
            alamat.sasaran(s.kode),
            shown,
            _baris(konteks, prd, s.indikator),
        )
        for s in prd.sasaran
        if prd.periode.jenis is not JenisPeriode.BULAN or any(_tampak(prd, row) for row in s.indikator)
        for shown in (kelompok.tampil(konteks, s),)
    ]
    seen = {row.kode for s in prd.sasaran for row in s.indikator}
    for level in Tingkat:
        rows = [row for row in prd.indikator if row.indikator.tingkat is level and row.kode not in seen]
        if shown_rows := _baris(konteks, prd, rows):
            found.append(Bagan(f"tingkat-{level.value.replace('_', '-')}", _LEVEL[level], None, None, shown_rows))
    return tuple(found)


def _baris(konteks: Konteks, prd: RekapPeriode, rows: Sequence[BarisIndikator]) -> tuple[sel.BarisTampil, ...]:
    return konteks.semua_baris(row for row in rows if _tampak(prd, row))


def _uang(konteks: Konteks, prd: RekapPeriode) -> dict[str, object]:
    if prd.anggaran is None:
        return {"uang": (), "uang_rinci": (), "uang_jumlah": None, "uang_sampai": None}
    rows = prd.anggaran.baris
    money = prd.anggaran.hasil
    text = str(prd.periode)
    return {
        "uang": tuple(konteks.uang(r) for r in rows if r.hasil.tingkat is TingkatAnggaran.PROGRAM),
        "uang_rinci": ()
        if prd.periode.jenis is JenisPeriode.BULAN
        else tuple(konteks.uang(r) for r in rows if r.hasil.tingkat is not TingkatAnggaran.PROGRAM),
        "efisiensi": efisiensi.tabel(prd),
        "ditunda": efisiensi.ditunda(prd),
        "uang_jumlah": _jumlah(money.jumlah, text),
        "uang_sampai": money.data_sampai.label if money.data_sampai else None,
    }


def _jumlah(money: HasilAnggaran, periode: str) -> sel_uang.UangTampil:
    ref = f"anggaran/total:{periode}/"
    return sel_uang.uang("total", "Jumlah", ref, money.pagu, money.realisasi, money.sisa, money.serapan)


def _tetangga(prd: RekapPeriode | None) -> tuple[str, str] | None:
    return _tautan(prd) if prd else None


def _di_atas(tahun: RekapTahun, prd: RekapPeriode) -> tuple[tuple[str, str], ...]:
    """The longer periods that a period is part of, the shortest first."""
    return tuple(_tautan(other) for other in tahun.periode if other is not prd and other.periode.memuat(prd.periode))


def _di_dalam(tahun: RekapTahun, prd: RekapPeriode) -> tuple[tuple[str, str], ...]:
    """The periods within a period: of a year its quarters and semesters, of these their months."""
    inner = JenisPeriode.BULAN if prd.periode.jenis is not JenisPeriode.TAHUN else None
    return tuple(
        _tautan(other)
        for other in tahun.periode
        if other is not prd
        and prd.periode.memuat(other.periode)
        and (other.periode.jenis is inner if inner else other.periode.jenis is not JenisPeriode.BULAN)
    )


def _tautan(prd: RekapPeriode) -> tuple[str, str]:
    return prd.periode.label, alamat.periode(prd.periode)


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
    """Returns the list of periods by year, the latest first."""
    utama = konteks.rekap.utama
    rows = utama.setahun.indikator if utama else ()
    years = tuple(_tahun(konteks, year) for year in reversed(konteks.rekap.tahun))
    isi = Isi(
        templat="daftar_periode",
        path="periode",
        judul="Periode",
        uraian=f"Rekapitulasi hasil pengukuran kinerja {konteks.pd.singkatan}, dari bulan sampai tahun.",
        strip=konteks.strip(utama.setahun if utama else None, rows),
        bagian=tuple(Bagian(f"tahun-{year.tahun}", f"Tahun {year.tahun}") for year in years),
        jejak=(("Periode", None),),
        berkas=(),
        nilai={"tahun": years},
    )
    return konteks.susun(isi)


_URUTAN = (JenisPeriode.TAHUN, JenisPeriode.TRIWULAN, JenisPeriode.SEMESTER)


def _tahun(konteks: Konteks, year: RekapTahun) -> TahunTampil:
    latest = [prd for jenis in _URUTAN for prd in reversed(year.periode) if prd.periode.jenis is jenis]
    months = [prd for prd in reversed(year.periode) if prd.periode.jenis is JenisPeriode.BULAN]
    return TahunTampil(
        tahun=year.tahun,
        utama=tuple(_tampil(konteks, prd) for prd in latest),
        bulan=tuple(_tampil(konteks, prd) for prd in months),
    )


def _tampil(konteks: Konteks, prd: RekapPeriode) -> PeriodeTampil:
    facts = kelompok.fakta_baris(konteks, prd.indikator)
    return PeriodeTampil(
        label=prd.periode.label,
        alamat=alamat.periode(prd.periode),
        tercapai=f"{facts.tercapai} dari {facts.dari}" if facts.dari else "tidak ada yang diukur",
        keadaan=pelaksanaan.keadaan_pendek(konteks, prd),
        sisa=kalimat.teks(kalimat.sisa(facts)) or "Tidak ada.",
    )
