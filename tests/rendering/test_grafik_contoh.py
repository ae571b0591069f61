"""All charts of the example as values, and as papers would print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from sakipgen.domain.waktu import BULAN as KALENDER
from sakipgen.project import Project
from sakipgen.rendering import kalimat_pelaksanaan
from sakipgen.rendering.charts import ChartSpec, naskah
from sakipgen.rendering.charts.png import png
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.pages import grafik, pengiriman, uang
from sakipgen.rendering.pages.grafik_waktu import antar_periode, antar_tahun
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.ucapan import ucapkan
from tests.rendering.charts.gambar import parse, tulisan

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    rekap = Project(ROOT).build(date(2026, 11, 12)).rekap
    assert rekap is not None
    return Konteks(rekap, make_environment(ROOT / "site_templates"))


def indikator(konteks: Konteks) -> Iterator[ChartSpec | None]:
    """The three charts of the page of every indikator."""
    for kode, year in konteks.utama_indikator.items():
        row = year.setahun.menurut_kode[kode]
        targets = konteks.target.get((year.tahun, kode), ())
        said = ucapkan(konteks, row, targets, selesai=year.setahun.selesai)
        own = [p.menurut_kode[kode] for p in year.periode if p.periode.jenis.frekuensi is row.indikator.frekuensi]
        rows = [(y, y.setahun.menurut_kode[kode]) for y in konteks.rekap.tahun if kode in y.setahun.menurut_kode]
        yield grafik.peluru(konteks, row, said)
        yield antar_periode(konteks, row, own, targets)
        yield antar_tahun(konteks, row, rows, year.renstra)


def semua(konteks: Konteks) -> Iterator[ChartSpec]:
    yield from (spek for spek in indikator(konteks) if spek)
    year = konteks.rekap.utama
    assert year is not None
    for row in year.setahun.sasaran:
        if spek := grafik.capaian(konteks, year.setahun, row.kode, row.indikator, ()):
            yield spek
    if year.setahun.anggaran and (spek := uang.sebaran(konteks, year.setahun, year.setahun.anggaran)):
        yield spek
    if drawn := grafik.hitungan(konteks.palet(year.tahun), year.setahun.kelas_iku, "indikator", ()):
        yield drawn.spek


def test_every_chart_of_the_example_can_be_printed(konteks: Konteks) -> None:
    kinds: Counter[str] = Counter()
    for spek in semua(konteks):
        kinds[type(spek.isi).__name__] += 1
        root = parse(naskah.svg(spek))
        assert root.findtext("desc") == spek.uraian
        assert spek.judul or kinds["Hitungan"]
        assert not spek.judul.endswith("..")
    assert set(kinds) == {"Peluru", "Kolom", "Garis", "Capaian", "Sebaran", "Hitungan"}
    assert kinds["Peluru"] > 50


def test_the_same_data_give_the_same_charts(konteks: Konteks) -> None:
    again = Konteks(konteks.rekap, konteks.env)
    assert list(semua(again)) == list(semua(konteks))
    one = next(semua(konteks))
    assert png(one) == png(next(semua(again)))


def test_the_strip_of_a_unit_is_a_chart_of_papers(konteks: Konteks) -> None:
    year = konteks.rekap.utama
    assert year is not None
    rows = [row for row in year.pengiriman if row.unit == "pkp"]
    said = kalimat_pelaksanaan.tepat_waktu(pengiriman.tepat_waktu(rows))
    spek = grafik.ketepatan(konteks, 2026, "pkp", pengiriman.kotak(konteks, 2026, rows), said)
    assert spek.judul == spek.uraian == str(said)
    assert spek.sub.endswith("; BKPSDM, tahun 2026")
    shown = tulisan(parse(naskah.svg(spek)))
    assert set(KALENDER) <= set(shown)
    assert any("dikembalikan" in words for words in shown)
    assert parse(naskah.svg(spek)).findall("rect[@stroke-dasharray]")
