"""What columns of the open data contract mean beyond their type: rows of other tables, and words from a closed list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sakipgen.domain.indikator import Agregasi, ModeTarget, Tingkat, TipeHasil, TipeSatuan
from sakipgen.domain.isian import Dokumen
from sakipgen.domain.metode import Polaritas
from sakipgen.domain.organisasi import JenisUnit
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Frekuensi
from sakipgen.measuring.arah import Arah
from sakipgen.rekap import JenisPerubahan, KeadaanPengiriman


@dataclass(frozen=True, slots=True)
class Kaitan:
    """Columns of a table that together name a row of another, or of the same; empty columns name none."""

    kolom: tuple[str, ...]
    tabel: str
    kunci: tuple[str, ...]


def _kaitan(text: str) -> Mapping[str, tuple[Kaitan, ...]]:
    """Reads lines `table column,… table column,…`."""
    found: dict[str, tuple[Kaitan, ...]] = {}
    for line in text.strip().splitlines():
        table, columns, other, keys = line.split()
        link = Kaitan(tuple(columns.split(",")), other, tuple(keys.split(",")))
        found[table] = (*found.get(table, ()), link)
    return found


KAITAN: Final = _kaitan("""
indikator pengganti indikator id
indikator penanggung_jawab unit_kerja id
target indikator indikator id
realisasi indikator,periode capaian indikator,periode
realisasi indikator indikator id
realisasi unit unit_kerja id
komponen indikator,periode capaian indikator,periode
komponen indikator indikator id
capaian indikator indikator id
capaian periode perangkat_daerah id
capaian tahun metode tahun
capaian kategori skala kode
sasaran periode perangkat_daerah id
sasaran tahun metode tahun
sasaran kategori skala kode
perangkat_daerah tahun metode tahun
perangkat_daerah kategori skala kode
program tahun metode tahun
program induk program kode
program penanggung_jawab unit_kerja id
anggaran kode program kode
anggaran periode perangkat_daerah id
tindak_lanjut unit unit_kerja id
koreksi indikator,periode realisasi indikator,periode
koreksi indikator indikator id
koreksi unit unit_kerja id
pengiriman unit unit_kerja id
siklus tahun,prosedur,langkah proses tahun,prosedur,langkah
proses tahun metode tahun
dokumen menggantikan dokumen id
unit_kerja induk unit_kerja id
skala tahun metode tahun
anggota tahun metode tahun
efisiensi periode perangkat_daerah id
pohon induk pohon id
pohon unit unit_kerja id
crosscutting simpul pohon id
crosscutting unit unit_kerja id
""")
"""The foreign keys of each table. Several columns stand together only where all of them are always filled: a reader
that follows the standard refuses a key that is half empty."""

PILIHAN: Final[Mapping[tuple[str, str], type[StrEnum]]] = {
    ("indikator", "tingkat"): Tingkat,
    ("indikator", "tipe_hasil"): TipeHasil,
    ("indikator", "tipe_satuan"): TipeSatuan,
    ("indikator", "polaritas"): Polaritas,
    ("indikator", "agregasi"): Agregasi,
    ("indikator", "mode_target"): ModeTarget,
    ("indikator", "frekuensi"): Frekuensi,
    ("capaian", "status"): Status,
    ("capaian", "arah"): Arah,
    ("pengiriman", "keadaan"): KeadaanPengiriman,
    ("unit_kerja", "jenis"): JenisUnit,
    ("perubahan", "jenis"): JenisPerubahan,
    ("perubahan", "dokumen"): Dokumen,
}
"""Columns whose words come from a list of ours."""
