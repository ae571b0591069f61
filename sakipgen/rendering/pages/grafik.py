"""The charts of one moment: what of the Rekapitulasi goes into each, and the words that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from markupsafe import Markup

from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import Skala
from sakipgen.rekap import BarisIndikator, HitunganKelas, RekapPeriode
from sakipgen.rendering import kalimat, kalimat_grafik
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.charts import ChartSpec, Kelas, KotakLaporan, Ruas, TitikCapaian, situs
from sakipgen.rendering.charts import spek as jenis
from sakipgen.rendering.kalimat import FaktaKelompok, Kalimat
from sakipgen.rendering.kalimat_grafik import FaktaLubang, FaktaPeluru, Sebutan, uraian
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.grafik_nilai import Pena, kelas, sampai, setahun, sub
from sakipgen.rendering.pages.konteks import Konteks, judul_waktu, label


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart of a page: the value it is made of, and its drawing."""

    spek: ChartSpec
    svg: Markup

    @property
    def judul(self) -> str:
        """The headline."""
        return self.spek.judul

    @property
    def sub(self) -> str:
        """The subtitle."""
        return self.spek.sub


@overload
def gambar(spek: ChartSpec) -> Gambar: ...
@overload
def gambar(spek: ChartSpec | None) -> Gambar | None: ...
def gambar(spek: ChartSpec | None) -> Gambar | None:
    """Returns a chart drawn for a page; None of none."""
    return Gambar(spek, situs.svg(spek)) if spek else None


# ── Counts by kategori ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Indikator counted by kategori: one bar, and the list that says the same in words."""

    spek: ChartSpec
    svg: Markup
    legenda: tuple[tuple[Markup, int], ...]


def hitungan(palet: sel.Palet, kelas: Sequence[HitunganKelas], hal: str, said: Sequence[Kalimat]) -> Hitungan | None:
    """Returns the bar of counts; None of no indikator."""
    if not any(h.jumlah for h in kelas):
        return None
    found = [(palet(h.kelas), h.jumlah) for h in kelas]
    words = ", ".join(f"{k.label} {n}" for k, n in found)
    name = f"Jumlah {hal} menurut kategori"
    spek = ChartSpec(
        id="g-kategori",
        judul=kalimat.teks(said[:1]),
        sub=name,
        nama=name,
        uraian=uraian([*said, words]),
        isi=jenis.Hitungan(tuple(Ruas(Kelas(k.pita, k.label), n) for k, n in found)),
    )
    return Hitungan(spek, situs.svg(spek), tuple((k.chip, n) for k, n in found))


def hitung_kelas(skala: Skala, rows: Sequence[BarisIndikator]) -> tuple[HitunganKelas, ...]:
    """Returns the rows that are measured in their period, counted by kelas, and those without a kategori."""
    measured = [row.hasil.capaian for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU]
    found = Counter(c.kelas.kode if c else None for c in measured)
    return (*(HitunganKelas(k, found[k.kode]) for k in skala.kelas), HitunganKelas(None, found[None]))


# ── Target against realisasi ─────────────────────────────────────────────────────────────────────────────────────

KOTAK = "kotak bergaris = target"


def peluru(konteks: Konteks, row: BarisIndikator, said: Sequence[Kalimat]) -> ChartSpec | None:
    """Returns target against realisasi of the year; None where neither is known. `said` is what the page says of it."""
    hasil, indikator = row.hasil, row.indikator
    goal = setahun(row) if hasil.target is None else sampai(row)
    if goal.nilai is None and hasil.realisasi is None:
        return None
    tahun = hasil.periode.tahun
    pena = Pena(indikator, tahun, berderet=False, desimal=sel.desimal(row))
    target, realisasi = pena.target(goal, tahun), pena.nilai(hasil.realisasi, tahun)
    values, limit = [bound for n in (target, realisasi) if n for bound in n.batas], indikator.batas.maks
    if limit and limit <= max(values) * 3:
        values.append(limit)
    facts = FaktaPeluru(
        realisasi=realisasi is not None,
        target=hasil.target is not None,
        terukur=hasil.capaian is not None,
        tercapai=bool(hasil.capaian and hasil.capaian.tercapai),
    )
    alone = FaktaLubang(target_saja=target is not None and realisasi is None)
    missing = kalimat_grafik.lubang(alone, {"target": target.ucap if target else ""})
    posisi = konteks.rekap.posisi
    when = label(hasil.periode) if posisi.memuat(hasil.periode) else f"sampai {posisi.sampai.label}"
    part = sel.cakupan_target(row)
    return ChartSpec(
        id="g-peluru",
        judul=str(Kalimat(kalimat.pilih(kalimat_grafik.PELURU, facts).teks, {})),
        sub=sub(konteks, indikator, when, f"{KOTAK} {part}" if part else KOTAK),
        nama=f"Target dan realisasi {when}",
        uraian=uraian([*said[:1], *missing]),
        isi=jenis.Peluru(target, realisasi, kelas(konteks, row), pena.sumbu(values)),
    )


# ── Several indikator on one axis ────────────────────────────────────────────────────────────────────────────────


def capaian(
    konteks: Konteks, prd: RekapPeriode, nama: str, rows: Sequence[BarisIndikator], said: Sequence[Kalimat]
) -> ChartSpec | None:
    """Returns the capaian of several indikator on one axis; None of none. `nama` says whose they are."""
    if not rows:
        return None
    known = [(row.kode, row.hasil.capaian) for row in rows if row.hasil.capaian]
    facts = FaktaKelompok(len(rows), len(known), sum(c.tercapai for _, c in known))
    told = [Sebutan(c.capaian, persen(c.capaian), kode) for kode, c in known]
    return ChartSpec(
        id="g-titik",
        judul=kalimat_grafik.judul(kalimat_grafik.SEJAJAR, facts, "indikator"),
        sub=f"Persen dari target; {konteks.pd.singkatan}, {judul_waktu(konteks, prd)}; garis tegak = target tercapai",
        nama=f"Capaian indikator {nama} {label(prd.periode)}",
        uraian=uraian([*said, kalimat_grafik.ekstrem("Capaian", told, berurut=False)]),
        isi=jenis.Capaian(tuple(_titik(konteks, row) for row in rows)),
    )


def _titik(konteks: Konteks, row: BarisIndikator) -> TitikCapaian:
    found = row.hasil.capaian
    return TitikCapaian(
        kode=row.kode,
        nama=row.indikator.nama,
        capaian=found.capaian if found else None,
        teks=persen(found.capaian) if found else sel.KEADAAN.get(row.hasil.status, ("", "belum ada data"))[1],
        kelas=kelas(konteks, row),
    )


# ── The strip of reports ─────────────────────────────────────────────────────────────────────────────────────────


def ketepatan(konteks: Konteks, tahun: int, unit: str, kotak: Sequence[KotakLaporan], said: Kalimat) -> ChartSpec:
    """Returns a unit's reports of one year as boxes; its page shows them as a list of words, a paper draws them."""
    return ChartSpec(
        id="g-kirim",
        judul=str(said),
        sub=f"Laporan {konteks.instansi.unit_kerja[unit].nama}; {konteks.pd.singkatan}, tahun {tahun}",
        nama=f"Ketepatan waktu laporan tahun {tahun}",
        uraian=str(said),
        isi=jenis.Strip(tuple(kotak)),
    )
