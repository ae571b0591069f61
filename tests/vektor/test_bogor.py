"""One table of a real report from YAML to site: thirteen rows, both directions, no cap, and the mean they make."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser

from sakipgen.domain.realisasi import Tanda
from sakipgen.measuring.hasil import Terukur
from sakipgen.measuring.hitung import CONTEXT, bagi, jumlah, rerata
from sakipgen.project import Build, Project
from sakipgen.publishing import check_site, is_ours, publish
from sakipgen.rekap import RekapPeriode
from tests.measuring.builder import isi
from tests.salinan import copy_repository
from tests.vektor.baca import FOLDER, baca, bilangan, cetak, polos

ROOT: Final = FOLDER / "bogor"
INSTANSI: Final = "Pemerintah Kabupaten Bogor"
TABEL: Final = tuple(r for r in baca("capaian") if (r["instansi"], r["tahun"]) == (INSTANSI, "2014"))
KODE: Final = MappingProxyType({f"KET-{n:02}": row for n, row in enumerate(TABEL, 1)})
"""The rows of the printed table in its order."""
RERATA: Final = "130.3282967032967032967032967"
"""Of the thirteen rows in sight: 1694 15/56, divided by 13."""


@pytest.fixture(scope="module")
def build() -> Build:
    return Project(ROOT).build()


@pytest.fixture(scope="module")
def setahun(build: Build) -> RekapPeriode:
    assert build.rekap is not None
    (year,) = build.rekap.tahun
    return year.setahun


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_repository(tmp_path_factory.mktemp("bogor") / "repo", ROOT / "data")
    project = Project(root)
    publish(project, project.build(), root / "site")
    return root / "site"


def test_the_data_is_sound_and_what_is_odd_in_it_is_asked_about(build: Build) -> None:
    """No rencana aksi is printed, four percentages have no base; two targets are far from the last result."""
    assert build.report.errors == ()
    assert Counter(d.code for d in build.report.diagnostics) == {"K104": 13, "W016": 2, "W020": 4}
    odd = [d.message.split(";")[0] for d in build.report.diagnostics if d.code == "W016"]
    assert odd == [
        "target tahun 2014 (90,19 persen) tidak wajar terhadap kondisi awal tahun 2013 (90,93 persen)",
        "target tahun 2014 (742 perusahaan) tidak wajar terhadap kondisi awal tahun 2013 (308 perusahaan)",
    ]


def test_the_data_says_what_the_table_prints(setahun: RekapPeriode) -> None:
    assert len(TABEL) == 13
    for kode, row in KODE.items():
        found = setahun.menurut_kode[kode]
        assert found.hasil.target == bilangan(row, "target"), kode
        assert found.hasil.realisasi == bilangan(row, "realisasi"), kode
        assert found.indikator.polaritas == row["polaritas"], kode
        assert found.laporan[0].butir.sumber == "LAKIP Kabupaten Bogor Tahun 2014"


def test_every_printed_capaian(setahun: RekapPeriode) -> None:
    """All thirteen, without exception."""
    found = {}
    for kode in KODE:
        capaian = setahun.menurut_kode[kode].hasil.capaian
        assert capaian is not None
        assert capaian.mentah == capaian.capaian == capaian.agregat
        found[kode] = capaian.capaian
    for kode, row in KODE.items():
        assert cetak(found[kode], int(row["desimal_tercetak"])) == polos(row["capaian_tercetak"]), kode
    assert [cetak(value, 2) for value in found.values() if value != 100] == ["105,36", "540,63", "50,00", "98,29"]


def test_the_mean_is_that_of_fifteen_rows(setahun: RekapPeriode) -> None:
    """Thirteen rows in sight and two more of 100 make the printed 126,28; printed values would have made 126,29.

    So the report averaged what it had not rounded, and the mean of the rows in sight is 130,33.
    """
    (sasaran,) = setahun.sasaran
    assert str(sasaran.hasil.capaian) == RERATA
    assert (sasaran.hasil.terukur, sasaran.hasil.tercapai) == isi(Terukur(13, 13), 11)
    assert sasaran.hasil.kelas is not None
    assert sasaran.hasil.kelas.label == "Sangat Tinggi"
    (aggregate,) = (row for row in baca("agregat") if row["id"] == "G04")
    assert polos(aggregate["agregat_tercetak"]) == "126,28"
    raw = [r.hasil.capaian.capaian for r in setahun.indikator if r.hasil.capaian]
    rounded = [Decimal(row["capaian"]) for row in TABEL]
    both = [str(rerata([*values, Decimal(100), Decimal(100)])) for values in (raw, rounded)]
    assert both == ["126.2845238095238095238095238", "126.2853333333333333333333333"]
    assert [cetak(Decimal(text), 2) for text in both] == [polos(aggregate["agregat_tercetak"]), "126,29"]


def test_what_the_two_unseen_rows_must_be(setahun: RekapPeriode) -> None:
    """For 126,28 to be printed the two must sum to between 199,86 and 200,01; 200 is one way."""
    total = jumlah(r.hasil.capaian.capaian for r in setahun.indikator if r.hasil.capaian)
    assert str(total) == "1694.267857142857142857142857"
    low, high = (CONTEXT.subtract(Decimal(edge) * 15, total) for edge in ("126.275", "126.285"))
    assert (cetak(low, 3), cetak(high, 3)) == ("199,857", "200,007")


def test_one_row_lifts_the_mean(setahun: RekapPeriode) -> None:
    """4.325 of 800 placed: without that row 96,14; with a cap of 120 on it 97,97."""
    values = {r.kode: r.hasil.capaian.capaian for r in setahun.indikator if r.hasil.capaian}
    assert setahun.menurut_kode["KET-05"].hasil.tanda == (Tanda.PERLU_DIPERIKSA_ULANG,)
    others = [value for kode, value in values.items() if kode != "KET-05"]
    capped = [min(value, Decimal(120)) for value in values.values()]
    assert cetak(bagi(jumlah(others), Decimal(12)), 2) == "96,14"
    assert cetak(bagi(jumlah(capped), Decimal(13)), 2) == "97,97"


def test_the_site_is_published_whole(site: Path) -> None:
    assert is_ours(site)
    assert check_site(site) == ()
    pages = {path.parent.name for path in site.glob("indikator/*/index.html")}
    assert {kode.lower() for kode in KODE} <= pages


def test_the_figures_stand_on_the_page_of_the_sasaran(site: Path) -> None:
    html = LexborHTMLParser((site / "sasaran/s1/index.html").read_text("utf-8"))
    shown = {node.attributes["data-ref"]: (node.attributes["value"], node.text()) for node in html.css("data")}
    value, text = shown["sasaran/S1:2014/capaian"]
    assert (value, text) == (RERATA, "130,33")
    for kode, row in KODE.items():
        value, text = shown[f"capaian/{kode}:2014/capaian"]
        assert cetak(Decimal(value or ""), int(row["desimal_tercetak"])) == polos(row["capaian_tercetak"])
        assert text == cetak(Decimal(value or ""), 2)
    assert html.body is not None
    assert "DATA CONTOH" in html.body.text()


def test_the_open_data_can_be_computed_again(site: Path) -> None:
    """From the target and realisasi of the CSV alone, by the formula that each row names."""
    with (site / "data/v1/capaian.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["indikator"]: row for row in csv.DictReader(file) if row["periode"] == "2014"}
    assert set(rows) == set(KODE)
    for row in rows.values():
        target, realisasi = Decimal(row["target"]), Decimal(row["realisasi"])
        part = realisasi if row["formula"] == "naik" else 2 * target - realisasi
        assert str(bagi(part * 100, target)) == row["capaian"]
