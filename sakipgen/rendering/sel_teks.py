"""What cells of a table say of an indikator, as plain text: for the terminal and for papers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.domain.realisasi import Status
from sakipgen.domain.target import TandaTarget
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisIndikator, BarisTarget
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.nilai import di_tabel, patokan, tertulis, utuh

KOSONG: Final = "–"
STATUS: Final[Mapping[Status, str]] = {
    Status.ADA: "ada",
    Status.MENUNGGU_RILIS: "menunggu rilis",
    Status.TIDAK_TERSEDIA: "tidak tersedia",
    Status.TIDAK_BERLAKU: "tidak berlaku",
    Status.BELUM_JATUH_TEMPO: "belum waktunya",
    Status.TERLAMBAT: "terlambat",
    Status.MENUNGGU_PERSETUJUAN: "menunggu persetujuan",
    Status.DIKEMBALIKAN: "dikembalikan",
    Status.BELUM_DILAPORKAN: "belum dilaporkan",
    Status.TIDAK_DITARGETKAN: "tidak ditargetkan",
    Status.BELUM_DITETAPKAN: "target belum ditetapkan",
}
TINGKAT: Final[Mapping[Tingkat, str]] = {
    Tingkat.TUJUAN: "Tujuan",
    Tingkat.SASARAN: "Sasaran",
    Tingkat.PROGRAM: "Program",
    Tingkat.KEGIATAN: "Kegiatan",
    Tingkat.SUB_KEGIATAN: "Sub kegiatan",
}

TINGKAT_ANGGARAN: Final[Mapping[TingkatAnggaran, str]] = {
    TingkatAnggaran.SASARAN: "Sasaran",
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "Kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "Sub kegiatan",
}


def nilai(indikator: Indikator, value: Decimal | None, tahun: int) -> str:
    """Returns a value of an indikator; a dash where there is none."""
    return KOSONG if value is None else str(di_tabel(indikator, value, tahun))


def batas(
    indikator: Indikator, low: Decimal | None, high: Decimal | None, tanda: TandaTarget | None, tahun: int
) -> str:
    """Returns a target with its sign, or both bounds of its band; a dash where there is none."""
    if low is None:
        return KOSONG
    upper = None if high is None else nilai(indikator, high, tahun)
    return str(patokan(nilai(indikator, low, tahun), upper, tanda))


def target(row: BarisIndikator) -> str:
    """Returns what the realisasi of a row is compared with."""
    hasil = row.hasil
    return batas(row.indikator, hasil.target, hasil.maks.target, hasil.tanda_target.target, hasil.periode.tahun)


def target_tahun(row: BarisIndikator) -> str:
    """Returns the target of the row's year."""
    hasil = row.hasil
    return batas(row.indikator, hasil.target_tahun, hasil.maks.tahun, hasil.tanda_target.tahun, hasil.periode.tahun)


def target_renstra(row: BarisIndikator) -> str:
    """Returns the Renstra's target of its last year."""
    hasil = row.hasil
    tahun = hasil.periode.tahun
    return batas(row.indikator, hasil.target_renstra, hasil.maks.renstra, hasil.tanda_target.renstra, tahun)


def janji(indikator: Indikator, row: BarisTarget) -> str:
    """Returns a target as its document states it."""
    low = str(tertulis(indikator, row.bentuk, row.nilai, row.tahun))
    upper = None if row.bentuk.maks is None else nilai(indikator, row.bentuk.maks, row.tahun)
    return str(patokan(low, upper, row.bentuk.tanda))


def janji_bersatuan(indikator: Indikator, row: BarisTarget) -> str:
    """Returns a target as its document states it, with its satuan and with no digit more or less."""
    low = tertulis(indikator, row.bentuk, row.nilai, row.tahun, utuh)
    if row.bentuk.maks is None:
        return str(patokan(str(low), None, row.bentuk.tanda))
    high = utuh(indikator, row.bentuk.maks, row.tahun)
    return str(patokan(str(low._replace(akhiran="")), str(high), row.bentuk.tanda))


def realisasi(row: BarisIndikator) -> str:
    return nilai(row.indikator, row.hasil.realisasi, row.hasil.periode.tahun)


def periode_ini(row: BarisIndikator) -> str | None:
    """Returns the figure of the period itself; None where the realisasi of a row is just that."""
    own = row.hasil.realisasi_periode
    return None if own in {None, row.hasil.realisasi} else nilai(row.indikator, own, row.hasil.periode.tahun)


def capaian(row: BarisIndikator) -> str:
    return persen(row.hasil.capaian.capaian) if row.hasil.capaian else KOSONG


def kategori(row: BarisIndikator) -> str:
    """Returns the kategori, or in words why there is none."""
    hasil = row.hasil
    late = f" {hasil.hari_terlambat} hari" if hasil.status is Status.TERLAMBAT else ""
    return hasil.capaian.kelas.label if hasil.capaian else STATUS[hasil.status] + late


def capaian_kelompok(hasil: HasilKelompok) -> str:
    """Returns the mean of a group; a dash where it cannot be concluded."""
    return KOSONG if hasil.capaian is None or hasil.kelas is None else persen(hasil.capaian)


def kategori_kelompok(hasil: HasilKelompok) -> str:
    """Returns the kategori of a group, or in words how much of it is measured."""
    if hasil.capaian is None or hasil.kelas is None:
        return f"belum dapat disimpulkan: baru {hasil.terukur.ada} dari {hasil.terukur.dari} ada datanya"
    return hasil.kelas.label
