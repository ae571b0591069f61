"""Formulir IKU: the manual of every IKU of a year, one row each, and one printable sheet each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sakipgen.domain.indikator import Indikator, ModeTarget
from sakipgen.domain.metode import Polaritas
from sakipgen.domain.tertulis import NilaiTertulis
from sakipgen.rekap import BarisIndikator, Rekapitulasi, RekapTahun
from sakipgen.rendering import kata_metode, kata_rumus
from sakipgen.rendering.cetak import ringkas
from sakipgen.rendering.kata_indikator import GABUNGAN, HASIL
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar.buku import Buku, susun
from sakipgen.rendering.nilai import di_kalimat, di_tabel

JUDUL: Final = "Formulir Indikator Kinerja Utama"
_POLARITAS: Final = {
    Polaritas.NAIK: "makin tinggi makin baik (maximize)",
    Polaritas.TURUN: "makin rendah makin baik (minimize)",
    Polaritas.STABIL: "makin dekat target makin baik (stabilize)",
    Polaritas.RENTANG: "baik di dalam rentang target",
}
_MODE: Final = {
    ModeTarget.KUMULATIF: "kumulatif sejak awal tahun",
    ModeTarget.PER_PERIODE: "per periode",
}
_KOSONG: Final = "–"
_LEMBAR_DAFTAR: Final = 4
"""So many pages the list is wide: beyond that nobody could read it."""
Isian = tuple[str, str, int]
"""A field of the manual: its name, what it says, and how wide its column is."""


def render(rekap: Rekapitulasi, tahun: int) -> bytes:
    """Returns the workbook of a year."""
    year, sheet = bagian(rekap, tahun, None)
    return susun(rekap, JUDUL, f"Tahun {tahun}", lambda buku: _isi(buku, year, sheet.iku))


def _isi(buku: Buku, year: RekapTahun, iku: Sequence[BarisIndikator]) -> None:
    buku.baca_dahulu(
        (
            ("Lembar “Daftar IKU”", "Satu baris untuk setiap IKU dengan semua isian manualnya."),
            ("Lembar kode", "Satu formulir untuk setiap IKU, siap dicetak."),
            ("Tanda “–”", "Isian itu belum ada dalam kamus indikator."),
            (
                "Sumber",
                "Kamus indikator (data/indikator), Renstra, dan metode tahun ini. Ubahlah di sana, bukan di sini.",
            ),
        )
    )
    _daftar(buku, year, iku)
    for row in iku:
        _formulir(buku, year, row)


def _daftar(buku: Buku, year: RekapTahun, iku: Sequence[BarisIndikator]) -> None:
    page = buku.lembar("Daftar IKU")
    rows = [list(_isian(buku.rekap, year, row)) for row in iku]
    heads = [(name, width) for name, _, width in rows[0]] if rows else []
    page.lebar(5, *(width for _, width in heads))
    at = page.kop(JUDUL, f"Tahun {year.tahun}")
    page.kepala(at, ("No", *(name for name, _ in heads)))
    page.sheet.freeze_panes(at + 1, 3)
    page.sheet.fit_to_pages(_LEMBAR_DAFTAR, 0)
    page.sheet.repeat_columns(0, 2)
    for n, row in enumerate(rows, 1):
        page.angka(at + n, 0, n, "sel", "tengah")
        for m, (_, told, _) in enumerate(row, 1):
            page.teks(at + n, m, told, "sel", "bungkus")


def _formulir(buku: Buku, year: RekapTahun, row: BarisIndikator) -> None:
    """The manual of one IKU, on upright paper."""
    page = buku.lembar(row.kode, tegak=True)
    page.lebar(5, 30, 44, 44)
    at = page.kop("Formulir IKU (manual indikator)", f"{row.kode}, tahun {year.tahun}")
    for n, name in enumerate(("No", "Isian")):
        page.teks(at, n, name, "kepala")
    page.gabung(at, 2, 3, "Keterangan", "kepala")
    for n, (name, told, _) in enumerate(_isian(buku.rekap, year, row), 1):
        page.angka(at + n, 0, n, "sel", "tengah")
        page.teks(at + n, 1, name, "sel", "tebal", "bungkus")
        page.gabung(at + n, 2, 3, told, "sel", "bungkus")
    kepala = buku.rekap.instansi.nama_jabatan("kepala")
    owner = buku.rekap.instansi.nama_jabatan(row.unit.kepala)
    last = at + len(list(_isian(buku.rekap, year, row)))
    page.tanda_tangan(last + 2, 1, 3, dari=("Penanggung jawab data", owner), oleh=("Ditetapkan oleh", kepala))


def _isian(rekap: Rekapitulasi, year: RekapTahun, row: BarisIndikator) -> Iterator[Isian]:
    """Every field of a manual, in the order of its form."""
    indikator = row.indikator
    yield "Kode", row.kode, 9
    yield "Nama IKU", indikator.nama, 34
    yield "Sasaran", _sasaran(year, row), 34
    yield "Jenis", HASIL[indikator.tipe_hasil], 14
    yield "Alasan pemilihan", indikator.alasan_pemilihan or _KOSONG, 34
    yield "Definisi operasional", indikator.definisi_operasional, 44
    yield "Cara membaca", indikator.interpretasi or _KOSONG, 30
    yield "Satuan", indikator.satuan.nama, 10
    yield "Cara menghitung", indikator.formula_teks, 40
    yield "Komponen dan rumus", _komponen(indikator), 40
    yield "Polaritas", _POLARITAS[indikator.polaritas], 18
    yield "Formula capaian", kata_rumus.kata(row.hasil)[1], 24
    yield "Penggabungan periode", kata_metode.AGREGASI[indikator.agregasi], 28
    yield "Target periode", _MODE[indikator.mode_target], 14
    yield "Frekuensi pelaporan", indikator.frekuensi.value, 13
    yield "Kondisi awal", _tertulis(indikator, indikator.baseline), 18
    yield "Target Renstra", _target(year, row), 30
    yield "Standar nasional", _tertulis(indikator, indikator.standar_nasional), 24
    yield "Predikat", f"{indikator.skala.nama} ({indikator.skala.dasar})" if indikator.skala else _KOSONG, 24
    yield "Sumber data", indikator.sumber_data, 26
    yield "Cara mengumpulkan data", indikator.metode_pengumpulan or _KOSONG, 30
    yield "Penanggung jawab", f"{row.unit.nama} ({rekap.instansi.nama_jabatan(row.unit.kepala)})", 26
    yield "Rincian penyajian", indikator.klasifikasi_penyajian or _KOSONG, 18
    yield "Catatan mutu data", indikator.catatan_kualitas or _KOSONG, 30
    yield "Pedoman", str(indikator.rujukan) if indikator.rujukan else _KOSONG, 26


def _sasaran(year: RekapTahun, row: BarisIndikator) -> str:
    plan = year.renstra
    found = (plan.sasaran.get(row.induk) or plan.tujuan.get(row.induk)) if plan else None
    return f"{row.induk} {found.uraian}" if found else row.induk or _KOSONG


def _komponen(indikator: Indikator) -> str:
    if indikator.gabungan:
        return f"{GABUNGAN[indikator.gabungan.cara]} dari {', '.join(indikator.gabungan.indikator)}"
    if indikator.tahapan:
        return "\n".join(f"{row.uraian}: bobot {ringkas(row.bobot, 6)}%" for row in indikator.tahapan.values())
    lines = [f"{name}: {told}" for name, told in indikator.komponen.items()]
    return "\n".join([*lines, f"Rumus: {indikator.rumus}"]) if lines else _KOSONG


def _tertulis(indikator: Indikator, nilai: NilaiTertulis | None) -> str:
    """A figure of another year with its year and source."""
    if nilai is None or nilai.nilai is None:
        return _KOSONG
    tahun, sumber = getattr(nilai, "tahun", 0), getattr(nilai, "sumber", None)
    told = f"{di_kalimat(indikator, nilai.nilai, tahun)} ({tahun})"
    return f"{told}; {sumber}" if sumber else told


def _target(year: RekapTahun, row: BarisIndikator) -> str:
    """What the Renstra promises for each of its years."""
    targets = year.renstra.target.get(row.kode, {}) if year.renstra else {}
    told = [
        f"{tahun}: {di_tabel(row.indikator, target.angka, tahun)}"
        for tahun, target in targets.items()
        if target.angka is not None
    ]
    return "\n".join(told) or _KOSONG
