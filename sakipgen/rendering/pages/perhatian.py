"""What deserves a look first: indikator below their target, reports that are late or came back, overdue actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.domain.realisasi import Status
from sakipgen.rekap import BarisIndikator, BarisPengiriman, KeadaanPengiriman, RekapTahun
from sakipgen.rendering import kalimat_pelaksanaan
from sakipgen.rendering.cetak import Hari
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_pelaksanaan import FaktaLaporan
from sakipgen.rendering.kata_pengiriman import ALASAN
from sakipgen.rendering.pages import alamat, pengiriman, tindak_lanjut
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.ucapan import ucapkan

TERBANYAK: Final = 5
INDIKATOR_SEDIKITNYA: Final = 3
"""So many indikator stand on the front page before anything else takes their place."""
_KEMBALI: Final = frozenset({KeadaanPengiriman.DIKEMBALIKAN, KeadaanPengiriman.TERLAMBAT})


@dataclass(frozen=True, slots=True)
class Perhatian:
    """What deserves a look, and why."""

    nama: str
    alamat: str
    chip: Markup
    ucapan: Kalimat


@dataclass(frozen=True, slots=True)
class PerhatianKantor:
    """What of the whole office deserves a look first, how much more there is, and where that is told."""

    daftar: tuple[Perhatian, ...]
    lainnya: int
    tautan: tuple[tuple[str, str], ...]


def perhatian(konteks: Konteks, tahun: RekapTahun, rows: Sequence[BarisIndikator]) -> tuple[Perhatian, ...]:
    """Returns at most five indikator of the year: the lowest capaian first, then the longest delay."""
    return tuple(_tampil(konteks, tahun, row) for row in _indikator(tahun, rows)[:TERBANYAK])


def perhatian_kantor(konteks: Konteks, tahun: RekapTahun) -> PerhatianKantor:
    """Returns at most five things of the whole office: IKU, then reports of units, then overdue actions."""
    rows = _di_bawah_target(tahun.setahun.iku) if tahun.pengiriman else _indikator(tahun, tahun.setahun.iku)
    reports, actions = _laporan(konteks, tahun), _tindakan(konteks)
    rows_kept = max(INDIKATOR_SEDIKITNYA, TERBANYAK - len(reports) - len(actions))
    found = [_tampil(konteks, tahun, row) for row in rows[:rows_kept]]
    reports_kept = TERBANYAK - len(found)
    actions_kept = max(0, reports_kept - len(reports))
    left = (
        (len(rows) - len(found), ("Indikator", "indikator/")),
        (len(reports[reports_kept:]), ("Bidang", "bidang/")),
        (len(actions[actions_kept:]), ("Tindak lanjut", "tindak-lanjut/")),
    )
    return PerhatianKantor(
        daftar=(*found, *reports[:reports_kept], *actions[:actions_kept]),
        lainnya=sum(count for count, _ in left),
        tautan=tuple(link for count, link in left if count),
    )


def perhatian_unit(
    konteks: Konteks, tahun: RekapTahun, unit: str, rows: Sequence[BarisIndikator]
) -> tuple[Perhatian, ...]:
    """Returns the indikator of a unit that deserve a look, then its reports that are late or came back."""
    if not tahun.pengiriman:
        return perhatian(konteks, tahun, rows)
    found = [_tampil(konteks, tahun, row) for row in _di_bawah_target(rows)[:TERBANYAK]]
    return (*found, *_laporan(konteks, tahun, unit))


def _indikator(tahun: RekapTahun, rows: Sequence[BarisIndikator]) -> list[BarisIndikator]:
    """Those below their target, the lowest capaian first, then those that are late, the longest delay first."""
    below = _di_bawah_target(rows)
    seen = {row.kode for row in below}
    late = [row for row in _terlambat(tahun, rows) if row.kode not in seen]
    return below + sorted(late, key=lambda row: -row.hasil.hari_terlambat)


def _di_bawah_target(rows: Sequence[BarisIndikator]) -> list[BarisIndikator]:
    below = sorted((c.capaian, n) for n, row in enumerate(rows) if (c := row.hasil.capaian) and not c.tercapai)
    return [rows[n] for _, n in below]


def _terlambat(tahun: RekapTahun, rows: Sequence[BarisIndikator]) -> list[BarisIndikator]:
    """The latest late report of each of these indikator."""
    found: dict[str, BarisIndikator] = {}
    for prd in tahun.periode:
        for row in rows:
            here = prd.menurut_kode[row.kode]
            own = prd.periode.jenis.frekuensi is row.indikator.frekuensi
            if own and here.hasil.status is Status.TERLAMBAT:
                found[row.kode] = here
    return list(found.values())


def _tampil(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> Perhatian:
    whole = row.hasil.periode == tahun.setahun.periode
    targets = konteks.target.get((tahun.tahun, row.kode), ())
    shown = konteks.baris(row)
    said = ucapkan(konteks, row, targets, selesai=not whole or tahun.setahun.selesai)
    return Perhatian(shown.nama, shown.alamat, shown.chip, said[0])


def _laporan(konteks: Konteks, tahun: RekapTahun, unit: str | None = None) -> list[Perhatian]:
    """The reports of one unit or all that came back or never came, the longest delay first."""
    rows = [row for row in tahun.pengiriman if row.keadaan in _KEMBALI and unit in {None, row.unit}]
    ordered = sorted(rows, key=lambda row: (row.jatuh_tempo, row.unit))
    return [_satu_laporan(konteks, row, sendiri=unit is not None) for row in ordered]


def _satu_laporan(konteks: Konteks, row: BarisPengiriman, *, sendiri: bool) -> Perhatian:
    """A report under the name of its unit; on the page of the unit itself, under its period."""
    shown = pengiriman.tampil(konteks, row)
    facts = FaktaLaporan(row.keadaan is KeadaanPengiriman.DIKEMBALIKAN, row.alasan is not None)
    said = kalimat_pelaksanaan.laporan(
        facts,
        {
            "periode": row.periode.label,
            "alasan": ALASAN[row.alasan] if row.alasan else "",
            "hari": shown.terlambat,
            "tempo": Hari(row.jatuh_tempo),
        },
    )
    if sendiri:
        return Perhatian(shown.periode, shown.alamat_periode or shown.alamat_unit, shown.chip, said)
    return Perhatian(shown.unit, shown.alamat_unit, shown.chip, said)


def _tindakan(konteks: Konteks) -> list[Perhatian]:
    """The actions whose day has passed, the longest delay first."""
    rows = [row for row in konteks.rekap.tindak_lanjut if row.hari_terlambat]
    return [
        Perhatian(
            nama=f"Tindak lanjut {row.kode}",
            alamat=alamat.tindak_lanjut(row.kode),
            chip=tindak_lanjut.tampil(row).status,
            ucapan=tindak_lanjut.ucapan(row),
        )
        for row in sorted(rows, key=lambda row: (row.isi.batas, row.kode))
    ]
