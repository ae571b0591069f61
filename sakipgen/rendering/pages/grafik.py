"""The charts of pages: what of the Rekapitulasi goes into each, and the headline above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from sakipgen.domain.hari import pada_tahun
from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import Skala
from sakipgen.domain.target import TandaTarget
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.arah import Arah, Jarak, jarak, perubahan
from sakipgen.measuring.hitung import NOL
from sakipgen.rekap import BarisIndikator, BarisTarget, HitunganKelas
from sakipgen.rendering import charts, charts_sumbu, kalimat
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.charts import Judul, Nilai, Titik
from sakipgen.rendering.charts_sumbu import Sumbu
from sakipgen.rendering.kalimat import FaktaDeret, FaktaKelompok, Kalimat
from sakipgen.rendering.nilai import Cetakan, di_kalimat, patokan, patokan_prosa, tanpa_satuan
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks, label


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


class _Janji(NamedTuple):
    """The numbers of a target, and what its sign says."""

    nilai: Decimal | None
    maks: Decimal | None
    tanda: TandaTarget | None


_TANPA: Final = _Janji(None, None, None)


def _tertulis(target: BarisTarget) -> _Janji:
    return _Janji(target.nilai, target.bentuk.maks, target.bentuk.tanda)


def _sampai(row: BarisIndikator) -> _Janji:
    """The target up to a period."""
    return _Janji(row.hasil.target, row.hasil.maks.target, row.hasil.tanda_target.target)


def _setahun(row: BarisIndikator) -> _Janji:
    return _Janji(row.hasil.target_tahun, row.hasil.maks.tahun, row.hasil.tanda_target.tahun)


@dataclass(frozen=True, slots=True)
class _Pena:
    """Places the values of an indikator on an axis, writes them beside their marks, and says them in sentences."""

    indikator: Indikator
    tahun: int
    """The year of the axis: days of other years stand at their month and day."""
    berderet: bool
    """Whether the chart goes over time, so that it names the satuan and the years once."""
    desimal: int | None = None
    """Of a single figure: with how many decimals it is told from its target."""

    def nilai(self, value: Decimal | None, tahun: int) -> Nilai | None:
        if value is None:
            return None
        return Nilai(self._letak(value, tahun), str(self._tulis(value, tahun)), str(self._ucap(value, tahun)))

    def target(self, janji: _Janji, tahun: int) -> Nilai | None:
        if janji.nilai is None:
            return None
        return Nilai(
            self._letak(janji.nilai, tahun),
            str(patokan(*_batas(janji.nilai, janji.maks, tahun, self._tulis), janji.tanda)),
            str(patokan_prosa(*_batas(janji.nilai, janji.maks, tahun, self._ucap), janji.tanda)),
            None if janji.maks is None else self._letak(janji.maks, tahun),
        )

    def sumbu(self, values: Iterable[Decimal], *, nol: bool = True) -> Sumbu:
        """Returns the axis around values: of numbers, days, ranks, or yes and no."""
        indikator, found = self.indikator, list(values) or [NOL]
        match indikator.satuan.tipe:
            case TipeSatuan.TANGGAL:
                return charts_sumbu.hari(found, self.tahun, nol=nol)
            case TipeSatuan.YA_TIDAK:
                return charts_sumbu.tingkat(_YA_TIDAK)
            case TipeSatuan.PREDIKAT if indikator.peringkat:
                return charts_sumbu.tingkat([(k.skor, k.kode) for k in reversed(indikator.peringkat.kelas)])
        smallest = Decimal(1).scaleb(-indikator.desimal)
        return charts_sumbu.bilangan(found, indikator.batas.maks, nol=nol, terkecil=smallest)

    def _letak(self, value: Decimal, tahun: int) -> Decimal:
        return pada_tahun(self.indikator, value, tahun, self.tahun)

    def _tulis(self, value: Decimal, tahun: int) -> Cetakan:
        return tanpa_satuan(self.indikator, value, tahun) if self.berderet else self._kalimat(value, tahun)

    def _ucap(self, value: Decimal, tahun: int) -> Cetakan:
        short = self.berderet and self.indikator.satuan.tipe is not TipeSatuan.TANGGAL
        return tanpa_satuan(self.indikator, value, tahun) if short else self._kalimat(value, tahun)

    def _kalimat(self, value: Decimal, tahun: int) -> Cetakan:
        return di_kalimat(self.indikator, value, tahun, self.desimal)


_YA_TIDAK: Final = ((Decimal(0), "Tidak"), (Decimal(1), "Ya"))


def _batas(
    low: Decimal, high: Decimal | None, tahun: int, cetak: Callable[[Decimal, int], Cetakan]
) -> tuple[str, str | None]:
    """The bounds of a target as printed; what stands behind both stands behind the upper one."""
    if high is None or high == low:
        return str(cetak(low, tahun)), None
    return str(cetak(low, tahun)._replace(akhiran="")), str(cetak(high, tahun))


def _pita(konteks: Konteks, row: BarisIndikator) -> int:
    return konteks.baris(row).kategori.pita if row.hasil.capaian else charts.TANPA_KATEGORI


def _sub(indikator: Indikator, tail: str) -> str:
    return f"Satuan: {indikator.satuan.nama}; {tail}"


def peluru(konteks: Konteks, row: BarisIndikator) -> Gambar | None:
    """Returns target against realisasi of the year; None where neither is known."""
    hasil, indikator = row.hasil, row.indikator
    goal = _setahun(row) if hasil.target is None else _sampai(row)
    if goal.nilai is None and hasil.realisasi is None:
        return None
    tahun = hasil.periode.tahun
    pena = _Pena(indikator, tahun, berderet=False, desimal=sel.desimal(row))
    target, realisasi = pena.target(goal, tahun), pena.nilai(hasil.realisasi, tahun)
    said_target = target.ucap if target else "belum ditetapkan"
    words = f"Target {said_target}; realisasi {realisasi.ucap if realisasi else 'belum ada'}."
    values, limit = [bound for n in (target, realisasi) if n for bound in n.batas], indikator.batas.maks
    if limit and limit <= max(values) * 3:
        values.append(limit)
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
        sub=_sub(indikator, f"{when}; {_KOTAK}{f' {part}' if (part := sel.cakupan_target(row)) else ''}"),
        svg=charts.peluru(
            Judul("g-peluru", f"Target dan realisasi {when}", words),
            target,
            realisasi,
            _pita(konteks, row),
            pena.sumbu(values),
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
    planned = {t.periode.segmen: _tertulis(t) for t in targets if t.jenis == "rencana_aksi"}
    year = row.hasil.periode.tahun
    pena = _Pena(indikator, year, berderet=True)
    points = tuple(
        Titik(
            label=_label_pendek(Periode(year, s)),
            target=pena.target(_sampai(known[s]) if s in known else planned.get(s, _TANPA), year),
            realisasi=pena.nilai(known[s].hasil.realisasi if s in known else None, year),
            pita=_pita(konteks, known[s]) if s in known else 0,
        )
        for s in segments
    )
    measured = [r.hasil.capaian for r in rows if r.hasil.capaian]
    facts = FaktaKelompok(len(segments), len(measured), sum(c.tercapai for c in measured))
    said = Kalimat(
        kalimat.pilih(kalimat.PERIODE, facts).teks, {"dari": facts.dari, "ada": facts.ada, "tercapai": facts.tercapai}
    )
    return Gambar(
        judul=str(said),
        sub=_sub(indikator, f"{indikator.frekuensi.value}, tahun {year}; {_KOTAK}{_sebagian(rows)}"),
        svg=charts.kolom_periode(
            Judul("g-periode", f"Target dan realisasi setiap periode tahun {year}", f"{said}. {_daftar(points)}."),
            points,
            pena.sumbu(_angka(points)),
        ),
    )


_KOTAK: Final = "kotak bergaris = target"


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


def _daftar(points: Iterable[Titik]) -> str:
    """Every point of a chart over time in words."""
    return "; ".join(
        f"{p.label} {p.realisasi.ucap if p.realisasi else 'belum ada data'}"
        + (f" (target {p.target.ucap})" if p.target else "")
        for p in points
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
    pena = _Pena(indikator, row.hasil.periode.tahun, berderet=True)
    first = min([*known, *([base.tahun] if base else [])])
    points: list[Titik] = []
    for year in range(first, max(end, *known) + 1):
        here = known.get(year)
        target = _setahun(here) if here else _tertulis(planned[year]) if year in planned else _TANPA
        starts = base is not None and year == base.tahun and (here is None or here.hasil.realisasi is None)
        value = base.nilai if starts and base else here.hasil.realisasi if here else None
        points.append(
            Titik(
                label=str(year),
                target=pena.target(target, year),
                realisasi=pena.nilai(value, year),
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
    told = [p for p in _seri(points) if p.realisasi and not p.berjalan]
    said = _deret(indikator, told, baru=any(p.realisasi and p.label < told[0].label for p in points) if told else False)
    mark = (
        "kotak bergaris = rentang target setahun" if any(p.target and p.target.maks for p in points) else _PUTUS_PUTUS
    )
    tail = f"{mark}; sumbu tidak selalu mulai dari 0"
    if base:
        tail = f"lingkaran kosong = kondisi awal {base.tahun}; {tail}"
    return Gambar(
        judul=str(said),
        sub=_sub(indikator, tail),
        svg=charts.garis_tahun(
            Judul("g-tahun", f"Realisasi dan target dari tahun ke tahun, {first}–{end}", f"{said}. {_daftar(points)}."),
            points,
            pena.sumbu(_angka(points), nol=False),
        ),
    )


_PUTUS_PUTUS: Final = "garis putus-putus = target setahun"


def _seri(points: Sequence[Titik]) -> Sequence[Titik]:
    """The years that can be compared with the last one that has a figure."""
    last = max((n for n, p in enumerate(points) if p.realisasi and not p.berjalan), default=0)
    return points[max((n for n, p in enumerate(points[: last + 1]) if p.putus), default=0) :]


def _deret(indikator: Indikator, drawn: Sequence[Titik], *, baru: bool) -> Kalimat:
    if not drawn:
        return Kalimat(kalimat.pilih(kalimat.DERET, FaktaDeret(0)).teks, {})
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
        kalimat.pilih(kalimat.DERET, FaktaDeret(len(drawn), way, seri_baru=baru)).teks,
        {
            "awal": first.realisasi.ucap if first.realisasi else "",
            "waktu_awal": first.label,
            "akhir": last.realisasi.ucap if last.realisasi else "",
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
