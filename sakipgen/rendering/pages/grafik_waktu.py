"""The charts over time of an indikator: the periods of a year, and the years from the baseline to the Renstra's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.arah import Arah, Jarak, jarak, perubahan
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapTahun
from sakipgen.rendering import kalimat, kalimat_grafik
from sakipgen.rendering.charts import KOSONG, ChartSpec, Titik
from sakipgen.rendering.charts import spek as jenis
from sakipgen.rendering.charts.sumbu import Sumbu
from sakipgen.rendering.kalimat import FaktaKelompok, Kalimat
from sakipgen.rendering.kalimat_grafik import FaktaDeret, Sebutan, uraian
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.grafik import KOTAK
from sakipgen.rendering.pages.grafik_nilai import TANPA, Pena, kelas, sampai, setahun, sub, tertulis
from sakipgen.rendering.pages.konteks import Konteks


def antar_periode(
    konteks: Konteks, row: BarisIndikator, rows: Sequence[BarisIndikator], targets: Sequence[BarisTarget]
) -> ChartSpec | None:
    """Returns the reported periods of the year with those still to come; None where the year is one period."""
    indikator = row.indikator
    segments = indikator.frekuensi.segmen
    if len(segments) < 2:
        return None
    known = {r.hasil.periode.segmen: r for r in rows}
    planned = {t.periode.segmen: tertulis(t) for t in targets if t.jenis == "rencana_aksi"}
    year = row.hasil.periode.tahun
    pena = Pena(indikator, year, berderet=True)
    points = tuple(
        Titik(
            label=_label_pendek(Periode(year, s)),
            target=pena.target(sampai(known[s]) if s in known else planned.get(s, TANPA), year),
            realisasi=pena.nilai(known[s].hasil.realisasi if s in known else None, year),
            kelas=kelas(konteks, known[s]) if s in known else KOSONG,
        )
        for s in segments
    )
    measured = [r.hasil.capaian for r in rows if r.hasil.capaian]
    facts = FaktaKelompok(len(segments), len(measured), sum(c.tercapai for c in measured))
    headline = kalimat_grafik.judul(kalimat_grafik.PERIODE, facts)
    return ChartSpec(
        id="g-periode",
        judul=headline,
        sub=sub(konteks, indikator, f"{indikator.frekuensi.value}, tahun {year}", f"{KOTAK}{_sebagian(rows)}"),
        nama=f"Target dan realisasi setiap periode tahun {year}",
        uraian=_uraian(headline, indikator, points),
        isi=jenis.Kolom(points, pena.sumbu(_angka(points))),
    )


def _sebagian(rows: Iterable[BarisIndikator]) -> str:
    """The periods whose target is that of the reported ones alone."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if part := sel.cakupan_target(row):
            found.setdefault(part, []).append(_label_pendek(row.hasil.periode))
    parts = "; ".join(f"{', '.join(names)}: {part}" for part, names in found.items())
    return f" ({parts})" if parts else ""


def _angka(points: Iterable[Titik]) -> Iterator[Decimal]:
    """All values of a chart over time."""
    return (bound for p in points for n in (p.target, p.realisasi) if n for bound in n.batas)


def _uraian(headline: str, indikator: Indikator, points: Sequence[Titik]) -> str:
    """The headline of a chart over time, its lowest, highest and last value, and where it has none."""
    told = [Sebutan(p.realisasi.nilai, p.realisasi.ucap, p.label) for p in points if p.realisasi]
    empty = [p.label for p in points if not p.realisasi and not p.nanti]
    last = kalimat_grafik.ekstrem("Realisasi", told, tipe=indikator.satuan.tipe)
    return uraian([headline, last, *kalimat_grafik.tanpa_data(empty)])


def _label_pendek(periode: Periode) -> str:
    match periode.jenis:
        case JenisPeriode.BULAN:
            return periode.label_pendek[:3]
        case JenisPeriode.TRIWULAN:
            return periode.label_pendek.replace("Triwulan", "TW")
        case _:
            return periode.label_pendek


def antar_tahun(
    konteks: Konteks,
    row: BarisIndikator,
    rows: Sequence[tuple[RekapTahun, BarisIndikator]],
    renstra: Renstra | None,
) -> ChartSpec | None:
    """Returns the years from the baseline to the end of the Renstra; None where there is only one point to draw.

    Half a year says nothing against a whole one: the headline leaves out the year that has not ended.
    """
    indikator = row.indikator
    base, goal = indikator.baseline, row.hasil.target_renstra
    end = renstra.tahun_akhir if renstra else row.hasil.periode.tahun
    known = {year.tahun: r for year, r in rows}
    berjalan = next((year.tahun for year, _ in rows if not year.setahun.selesai), None)
    pena = Pena(indikator, row.hasil.periode.tahun, berderet=True)
    first = min([*known, *([base.tahun] if base else [])])
    years = range(first, max(end, *known) + 1)
    planned = konteks.target_renstra(renstra, row.kode)
    points = tuple(_titik(konteks, row, known, planned, pena, year, first, berjalan) for year in years)
    drawn = [p for p in points if p.realisasi]
    if len(drawn) + (goal is not None) < 2 or not drawn:
        return None
    told = [p for p in _seri(points) if p.realisasi and not p.berjalan]
    said = _deret(indikator, told, baru=any(p.realisasi and p.label < told[0].label for p in points) if told else False)
    axis = pena.sumbu(_angka(points), nol=False)
    return ChartSpec(
        id="g-tahun",
        judul=str(said),
        sub=sub(
            konteks,
            indikator,
            f"{first}–{end}",
            f"lingkaran kosong = kondisi awal {base.tahun}" if base else "",
            _BERGARIS if any(p.target and p.target.maks for p in points) else _PUTUS_PUTUS,
            _mulai(axis),
        ),
        nama=f"Realisasi dan target dari tahun ke tahun, {first}–{end}",
        uraian=_uraian(str(said), indikator, points),
        isi=jenis.Garis(points, axis),
    )


_PUTUS_PUTUS: Final = "garis putus-putus = target setahun"
_BERGARIS: Final = "kotak bergaris = rentang target setahun"


def _mulai(axis: Sumbu) -> str:
    """What is to be said of an axis of numbers that begins above zero."""
    return "sumbu tidak mulai dari 0" if axis.awal > 0 and not axis.bernama else ""


def _titik(
    konteks: Konteks,
    row: BarisIndikator,
    known: Mapping[int, BarisIndikator],
    planned: Mapping[int, BarisTarget],
    pena: Pena,
    year: int,
    first: int,
    berjalan: int | None,
) -> Titik:
    base, here = row.indikator.baseline, known.get(year)
    target = setahun(here) if here else tertulis(planned[year]) if year in planned else TANPA
    starts = base is not None and year == base.tahun and (here is None or here.hasil.realisasi is None)
    value = base.nilai if starts and base else here.hasil.realisasi if here else None
    return Titik(
        label=str(year),
        target=pena.target(target, year),
        realisasi=pena.nilai(value, year),
        kelas=kelas(konteks, here) if here else KOSONG,
        awal=starts,
        nanti=year > row.hasil.periode.tahun,
        berjalan=year == berjalan,
        putus=year in row.indikator.putus_seri and year > first,
    )


def _seri(points: Sequence[Titik]) -> Sequence[Titik]:
    """The years that can be compared with the last one that has a figure."""
    last = max((n for n, p in enumerate(points) if p.realisasi and not p.berjalan), default=0)
    return points[max((n for n, p in enumerate(points[: last + 1]) if p.putus), default=0) :]


def _deret(indikator: Indikator, drawn: Sequence[Titik], *, baru: bool) -> Kalimat:
    if not drawn:
        return Kalimat(kalimat.pilih(kalimat_grafik.DERET, FaktaDeret(0)).teks, {})
    first, last = drawn[0], drawn[-1]
    way: Arah | None = None
    if len(drawn) > 1 and first.realisasi and last.realisasi:
        kini, awal = last.realisasi.nilai, first.realisasi.nilai
        away = None
        if last.target and first.target:
            away = Jarak(
                jarak(kini, last.target.nilai, last.target.maks), jarak(awal, first.target.nilai, first.target.maks)
            )
        way = perubahan(indikator.polaritas, kini, awal, indikator.ambang_arah, away).arah
    return Kalimat(
        kalimat.pilih(kalimat_grafik.DERET, FaktaDeret(len(drawn), way, seri_baru=baru)).teks,
        {
            "awal": first.realisasi.ucap if first.realisasi else "",
            "waktu_awal": first.label,
            "akhir": last.realisasi.ucap if last.realisasi else "",
            "waktu_akhir": last.label,
        },
    )
