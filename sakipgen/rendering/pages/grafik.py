"""The charts of pages: what of the Rekapitulasi goes into each, and the headline above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import Skala
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.arah import Arah, perubahan
from sakipgen.rekap import BarisIndikator, BarisTarget, HitunganKelas
from sakipgen.rendering import charts, jejak, kalimat
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.charts import Judul, Nilai, Titik
from sakipgen.rendering.kalimat import FaktaDeret, FaktaKelompok, Kalimat
from sakipgen.rendering.nilai import di_kalimat, tanpa_satuan
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks, label
from sakipgen.rendering.ucap import teks


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart with its headline, which says what it shows, and its subtitle, which says what is measured."""

    judul: str
    sub: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Indikator counted by kategori: one bar, and the list that says the same in words."""

    svg: Markup
    legenda: tuple[tuple[Markup, int], ...]


def hitungan(palet: sel.Palet, kelas: Sequence[HitunganKelas], hal: str, said: Sequence[Kalimat]) -> Hitungan | None:
    """Returns the bar of counts; None of no indikator."""
    if not any(h.jumlah for h in kelas):
        return None
    found = [(palet(h.kelas), h.jumlah) for h in kelas]
    words = ", ".join(f"{k.label} {n}" for k, n in found)
    title = Judul("g-kategori", f"Jumlah {hal} menurut kategori", f"{kalimat.teks(said)} {words}.")
    return Hitungan(
        svg=charts.batang_hitungan(title, [charts.Ruas(k.label, n, k.pita) for k, n in found]),
        legenda=tuple((k.chip, n) for k, n in found),
    )


def hitung_kelas(skala: Skala, rows: Sequence[BarisIndikator]) -> tuple[HitunganKelas, ...]:
    """Returns the rows that are measured in their period, counted by kelas, and those without a kategori."""
    measured = [row.hasil.capaian for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU]
    found = Counter(c.kelas.kode if c else None for c in measured)
    return (*(HitunganKelas(k, found[k.kode]) for k in skala.kelas), HitunganKelas(None, found[None]))


def _nilai(indikator: Indikator, value: Decimal | None, tahun: int) -> Nilai | None:
    return None if value is None else Nilai(value, str(di_kalimat(indikator, value, tahun)))


def _pendek(indikator: Indikator, value: Decimal | None, tahun: int) -> Nilai | None:
    return None if value is None else Nilai(value, tanpa_satuan(indikator, value, tahun))


def _pita(konteks: Konteks, row: BarisIndikator) -> int:
    return konteks.baris(row).kategori.pita if row.hasil.capaian else charts.TANPA_KATEGORI


def _sub(indikator: Indikator, tail: str) -> str:
    return f"Satuan: {indikator.satuan.nama}; {tail}"


def peluru(konteks: Konteks, row: BarisIndikator) -> Gambar | None:
    """Returns target against realisasi of the year; None where neither is known."""
    hasil, indikator = row.hasil, row.indikator
    goal = hasil.target if hasil.target is not None else hasil.target_tahun
    if goal is None and hasil.realisasi is None:
        return None
    tahun = hasil.periode.tahun
    target, realisasi = _nilai(indikator, goal, tahun), _nilai(indikator, hasil.realisasi, tahun)
    said_target = (
        teks(jejak.patokan(row)) if hasil.target is not None else target.teks if target else "belum ditetapkan"
    )
    words = f"Target {said_target}; realisasi {realisasi.teks if realisasi else 'belum ada'}."
    if hasil.capaian:
        headline = "Target tercapai" if hasil.capaian.tercapai else "Target belum tercapai"
    elif hasil.realisasi is None:
        headline = "Belum ada realisasi"
    else:
        headline = "Belum ada target pembanding" if hasil.target is None else "Capaian tidak dihitung"
    posisi = konteks.rekap.posisi
    when = label(hasil.periode) if posisi.memuat(hasil.periode) else f"sampai {posisi.sampai.label}"
    return Gambar(
        judul=headline,
        sub=_sub(indikator, f"{when}; kotak bergaris = target"),
        svg=charts.peluru(
            Judul("g-peluru", f"Target dan realisasi {when}", words),
            target,
            realisasi,
            _pita(konteks, row),
            indikator.batas.maks,
        ),
    )


def periode(
    konteks: Konteks, row: BarisIndikator, rows: Sequence[BarisIndikator], targets: Sequence[BarisTarget]
) -> Gambar | None:
    """Returns the reported periods of the year with those still to come; None where the year is one period."""
    indikator = row.indikator
    segments = indikator.frekuensi.segmen
    if len(segments) < 2:
        return None
    known = {r.hasil.periode.segmen: r for r in rows}
    planned = {t.periode.segmen: t.nilai for t in targets if t.jenis == "rencana_aksi"}
    points = tuple(
        Titik(
            label=_label_pendek(Periode(row.hasil.periode.tahun, s)),
            target=_pendek(indikator, known[s].hasil.target if s in known else planned.get(s), row.hasil.periode.tahun),
            realisasi=_pendek(indikator, known[s].hasil.realisasi if s in known else None, row.hasil.periode.tahun),
            pita=_pita(konteks, known[s]) if s in known else 0,
        )
        for s in segments
    )
    measured = [r.hasil.capaian for r in rows if r.hasil.capaian]
    facts = FaktaKelompok(len(segments), len(measured), sum(c.tercapai for c in measured))
    said = Kalimat(
        kalimat.pilih(kalimat.PERIODE, facts).teks, {"dari": facts.dari, "ada": facts.ada, "tercapai": facts.tercapai}
    )
    words = "; ".join(f"{p.label} {p.realisasi.teks if p.realisasi else 'belum ada data'}" for p in points)
    return Gambar(
        judul=str(said),
        sub=_sub(indikator, f"{indikator.frekuensi.value}, tahun {row.hasil.periode.tahun}; kotak bergaris = target"),
        svg=charts.kolom_periode(
            Judul(
                "g-periode", f"Target dan realisasi setiap periode tahun {row.hasil.periode.tahun}", f"{said}. {words}."
            ),
            points,
            indikator.batas.maks,
        ),
    )


def _label_pendek(periode: Periode) -> str:
    match periode.jenis:
        case JenisPeriode.BULAN:
            return periode.label_pendek[:3]
        case JenisPeriode.TRIWULAN:
            return periode.label_pendek.replace("Triwulan", "TW")
        case _:
            return periode.label_pendek


def tahun(
    konteks: Konteks,
    row: BarisIndikator,
    rows: Sequence[BarisIndikator],
    renstra: Renstra | None,
    berjalan: int | None,
) -> Gambar | None:
    """Returns the years from the baseline to the end of the Renstra; None where there is only one point to draw.

    Half a year says nothing against a whole one: the headline leaves out the year that has not ended.
    """
    indikator = row.indikator
    base, goal = indikator.baseline, row.hasil.target_renstra
    end = renstra.tahun_akhir if renstra else row.hasil.periode.tahun
    known = {r.hasil.periode.tahun: r for r in rows}
    planned = konteks.target_renstra(renstra, row.kode)
    first = min([*known, *([base.tahun] if base else [])])
    points: list[Titik] = []
    for year in range(first, max(end, *known) + 1):
        here = known.get(year)
        target = here.hasil.target_tahun if here else planned[year].nilai if year in planned else None
        starts = base is not None and year == base.tahun and (here is None or here.hasil.realisasi is None)
        value = base.nilai if starts and base else here.hasil.realisasi if here else None
        points.append(
            Titik(
                label=str(year),
                target=_pendek(indikator, target, year),
                realisasi=_pendek(indikator, value, year),
                pita=_pita(konteks, here) if here else 0,
                awal=starts,
                nanti=year > row.hasil.periode.tahun,
                berjalan=year == berjalan,
                putus=year in indikator.putus_seri and year > first,
            )
        )
    drawn = [p for p in points if p.realisasi]
    if len(drawn) + (goal is not None) < 2 or not drawn:
        return None
    said = _deret(indikator, [p for p in _seri(points) if p.realisasi and not p.berjalan])
    words = "; ".join(f"{p.label} {p.realisasi.teks if p.realisasi else 'belum ada data'}" for p in points)
    tail = "garis putus-putus = target; sumbu tidak selalu mulai dari 0"
    if base:
        tail = f"lingkaran kosong = kondisi awal {base.tahun}; {tail}"
    return Gambar(
        judul=str(said),
        sub=_sub(indikator, tail),
        svg=charts.garis_tahun(
            Judul("g-tahun", f"Realisasi dan target dari tahun ke tahun, {first}–{end}", f"{said}. {words}."),
            points,
            indikator.batas.maks,
        ),
    )


def _seri(points: Sequence[Titik]) -> Sequence[Titik]:
    """The years that can be compared with the last one that has a figure."""
    last = max((n for n, p in enumerate(points) if p.realisasi and not p.berjalan), default=0)
    return points[max((n for n, p in enumerate(points[: last + 1]) if p.putus), default=0) :]


def _deret(indikator: Indikator, drawn: Sequence[Titik]) -> Kalimat:
    if not drawn:
        return Kalimat(kalimat.pilih(kalimat.DERET, FaktaDeret(0)).teks, {})
    first, last = drawn[0], drawn[-1]
    way: Arah | None = None
    if len(drawn) > 1 and first.realisasi and last.realisasi:
        step = perubahan(indikator.polaritas, last.realisasi.nilai, first.realisasi.nilai, indikator.ambang_arah)
        way = step.arah
    return Kalimat(
        kalimat.pilih(kalimat.DERET, FaktaDeret(len(drawn), way)).teks,
        {
            "awal": first.realisasi.teks if first.realisasi else "",
            "waktu_awal": first.label,
            "akhir": last.realisasi.teks if last.realisasi else "",
            "waktu_akhir": last.label,
        },
    )


def titik(konteks: Konteks, judul: Judul, rows: Sequence[BarisIndikator]) -> Markup:
    """Returns the capaian of several indikator on one axis."""
    return charts.titik_capaian(
        judul,
        [
            charts.TitikCapaian(
                kode=row.kode,
                nama=row.indikator.nama,
                capaian=row.hasil.capaian.capaian if row.hasil.capaian else None,
                teks=persen(row.hasil.capaian.capaian)
                if row.hasil.capaian
                else sel.KEADAAN.get(row.hasil.status, ("", "belum ada data"))[1],
                pita=_pita(konteks, row),
            )
            for row in rows
        ],
    )
