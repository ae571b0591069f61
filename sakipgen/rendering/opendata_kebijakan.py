"""The tables of how a year is measured, filled with raw values in the order of `kolom_kebijakan.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import HasilAnggaran
from sakipgen.measuring.efisiensi import HasilEfisiensi
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import RekapPeriode, RekapTahun
from sakipgen.rendering import kolom_kebijakan as kolom
from sakipgen.rendering.tabel import Baris, Pengisi, at


def _metode(year: RekapTahun) -> Baris:
    metode = year.metode
    return (
        str(year.tahun),
        year.tahun,
        metode.nama,
        metode.formula.naik,
        metode.formula.turun,
        metode.formula.stabil,
        metode.formula.rentang,
        metode.lantai,
        metode.batas_agregat,
        metode.skala.nama,
        metode.skala.dasar,
        metode.skala.presisi_tabel,
        metode.skala.celah,
        metode.pembulatan,
        metode.agregasi_sasaran,
        metode.agregasi_perangkat_daerah,
        metode.ambang_kelengkapan,
        metode.ambang_periksa_ulang,
        metode.efisiensi.cara,
        metode.efisiensi.ambang,
        "; ".join(metode.dasar_hukum),
        *at(year.rujukan_metode),
        year.kode_renstra,
        year.renstra.tahun_awal if year.renstra else None,
        year.renstra.tahun_akhir if year.renstra else None,
    )


def _skala(year: RekapTahun) -> Iterator[Baris]:
    for n, kelas in enumerate(year.metode.skala.kelas, 1):
        yield (
            f"{year.tahun}:{kelas.kode}",
            year.tahun,
            n,
            kelas.kode,
            kelas.label,
            kelas.min,
            kelas.maks,
            kelas.min_termasuk,
            kelas.maks_termasuk,
        )


def _anggota(year: RekapTahun) -> Iterator[Baris]:
    for row in year.anggota:
        key = f"{year.tahun}:{row.jenjang}:{row.kode}:{row.anggota}"
        yield key, year.tahun, row.jenjang, row.kode, row.anggota, row.bobot


def _efisiensi(periode: RekapPeriode) -> Iterator[Baris]:
    money = periode.anggaran
    if money is None or not periode.dibandingkan:
        return
    whole = periode.perangkat_daerah
    yield _baris("perangkat_daerah", UNIT_KEPALA, periode.periode, whole, money.hasil.jumlah, money.efisiensi)
    for goal in periode.sasaran:
        if goal.uang:
            yield _baris("sasaran", goal.kode, periode.periode, goal.hasil, goal.uang, goal.efisiensi)
    for row in money.baris:
        yield _baris(row.hasil.tingkat, row.kode, periode.periode, row.kinerja, row.hasil, row.efisiensi)


def _baris(
    jenis: str,
    kode: str,
    periode: Periode,
    kinerja: HasilKelompok,
    uang: HasilAnggaran,
    efisiensi: HasilEfisiensi | None,
) -> Baris:
    return (
        f"{jenis}:{kode}:{periode}",
        jenis,
        kode,
        periode.tahun,
        str(periode),
        kinerja.capaian,
        uang.pagu,
        uang.realisasi,
        uang.serapan,
        uang.serapan_murni,
        *(
            (
                efisiensi.selisih,
                efisiensi.sisa_anggaran,
                efisiensi.rasio,
                efisiensi.pmk,
                efisiensi.nilai_pmk,
                efisiensi.simpulan,
            )
            if efisiensi
            else (None,) * 6
        ),
    )


ISI: Final[tuple[Pengisi, ...]] = (
    (kolom.METODE, lambda rekap: map(_metode, rekap.tahun)),
    (kolom.SKALA, lambda rekap: (row for year in rekap.tahun for row in _skala(year))),
    (kolom.ANGGOTA, lambda rekap: (row for year in rekap.tahun for row in _anggota(year))),
    (
        kolom.EFISIENSI,
        lambda rekap: (row for year in rekap.tahun for periode in year.periode for row in _efisiensi(periode)),
    ),
)
"""Every table with what fills it."""
