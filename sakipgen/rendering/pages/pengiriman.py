"""The reports that units hand in: when each was due, sent and approved, and how often it came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode
from sakipgen.rekap import BarisPengiriman, KeadaanPengiriman
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.charts import KotakLaporan
from sakipgen.rendering.kalimat_pelaksanaan import FaktaTepat
from sakipgen.rendering.kata_pengiriman import ALASAN, KEADAAN
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks

_SIMBOL: Final[Mapping[KeadaanPengiriman, str]] = {
    KeadaanPengiriman.BELUM_JATUH_TEMPO: "○",
    KeadaanPengiriman.TERLAMBAT: "▲",
    KeadaanPengiriman.MENUNGGU_PERSETUJUAN: "◔",
    KeadaanPengiriman.DIKEMBALIKAN: "↩",
    KeadaanPengiriman.BELUM_DILAPORKAN: "○",
    KeadaanPengiriman.DISETUJUI: "✓",
    KeadaanPengiriman.TIDAK_TERCATAT: "✓",
}
_CHIP: Final = Markup('<span class="sk-st sk-st--{}"><span aria-hidden="true">{}</span> {}</span>')
_BELUM: Final = Markup('<span class="sk-kosong">belum</span>')
_TAK_TERCATAT: Final = Markup('<span class="sk-kosong">tidak tercatat</span>')


@dataclass(frozen=True, slots=True)
class PengirimanTampil:
    """A unit's report of one period as a row of a table."""

    unit: str
    alamat_unit: str
    periode: str
    alamat_periode: str | None
    """None where the period has no page."""
    jatuh_tempo: str
    dikirim: Markup | str
    disetujui: Markup | str
    terlambat: Angka
    putaran: Angka
    chip: Markup
    """Mark and word of where it stands."""
    alasan: str | None
    """Why it came back, if it ever did."""
    catatan: str | None


def tampil(konteks: Konteks, row: BarisPengiriman) -> PengirimanTampil:
    """Returns the row's cells."""
    ref = f"pengiriman/{row.unit}:{row.periode}/"
    empty = _TAK_TERCATAT if row.keadaan is KeadaanPengiriman.TIDAK_TERCATAT else _BELUM
    return PengirimanTampil(
        unit=konteks.instansi.unit_kerja[row.unit].nama,
        alamat_unit=alamat.bidang(row.unit),
        periode=row.periode.label,
        alamat_periode=alamat.periode(row.periode) if row.periode in konteks.periode else None,
        jatuh_tempo=sel.hari_pendek(row.jatuh_tempo),
        dikirim=sel.hari_pendek(row.dikirim) if row.dikirim else empty,
        disetujui=sel.hari_pendek(row.disetujui) if row.disetujui else empty,
        terlambat=Angka(Decimal(row.hari_terlambat), f"{ref}hari_terlambat", str(row.hari_terlambat)),
        putaran=Angka(Decimal(row.putaran), f"{ref}putaran", str(row.putaran)),
        chip=_CHIP.format(row.keadaan.value.replace("_", "-"), _SIMBOL[row.keadaan], KEADAAN[row.keadaan]),
        alasan=_alasan(row),
        catatan=row.catatan,
    )


def _alasan(row: BarisPengiriman) -> str | None:
    if row.alasan is None:
        return None
    before = "alasan" if row.keadaan is KeadaanPengiriman.DIKEMBALIKAN else "pernah dikembalikan"
    return f"{before}: {ALASAN[row.alasan]}"


def kotak(konteks: Konteks, tahun: int, rows: Iterable[BarisPengiriman]) -> tuple[KotakLaporan, ...]:
    """Returns the twelve months of a year with the reports of one unit."""
    found: dict[int, list[BarisPengiriman]] = {}
    for row in rows:
        found.setdefault(row.periode.akhir.month, []).append(row)
    months = (Periode(tahun, segmen) for segmen in Frekuensi.BULANAN.segmen)
    return tuple(_bulan(konteks, month, found.get(month.akhir.month, ())) for month in months)


def _bulan(konteks: Konteks, bulan: Periode, rows: Sequence[BarisPengiriman]) -> KotakLaporan:
    """A month; one without a report says whether it is over."""
    alone = all(row.periode == bulan for row in rows)
    told = tuple(_kotak(row) if alone else f"{_berkala(row.periode)}: {_kotak(row)}" for row in rows)
    late = any(row.hari_terlambat or row.keadaan is KeadaanPengiriman.DIKEMBALIKAN for row in rows)
    over = konteks.rekap.posisi.memuat(bulan)
    ahead = all(row.keadaan is KeadaanPengiriman.BELUM_JATUH_TEMPO for row in rows) if rows else not over
    words = told or ("tidak ada laporan" if over else "belum waktunya",)
    return KotakLaporan(sel.segmen(bulan.segmen), words, late, nanti=ahead)


def _berkala(periode: Periode) -> str:
    return "bulanan" if periode.jenis is JenisPeriode.BULAN else sel.segmen(periode.segmen)


def _kotak(row: BarisPengiriman) -> str:
    late = f"terlambat {row.hari_terlambat} hari" if row.hari_terlambat else ""
    match row.keadaan:
        case KeadaanPengiriman.DISETUJUI:
            return late or "tepat"
        case KeadaanPengiriman.TERLAMBAT:
            return f"belum, {late}"
        case KeadaanPengiriman.MENUNGGU_PERSETUJUAN:
            return "menunggu persetujuan"
        case _:
            return KEADAAN[row.keadaan]


def tepat_waktu(rows: Iterable[BarisPengiriman]) -> FaktaTepat:
    """Returns how many reports were on time, of those that were sent or whose day has passed."""
    known = [row for row in rows if row.dikirim or row.keadaan is KeadaanPengiriman.TERLAMBAT]
    return FaktaTepat(len(known), sum(row.hari_terlambat == 0 for row in known))
