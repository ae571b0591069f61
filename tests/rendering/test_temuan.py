"""What the search knows of the pages of the example."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.project import Project
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.pages.temuan import JENIS, Temuan
from sakipgen.rendering.situs import Situs, render_situs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def situs() -> Situs:
    rekap = Project(ROOT).build().rekap
    assert rekap is not None
    return render_situs(rekap, make_environment(ROOT / "site_templates"), {}, "0")


@pytest.fixture(scope="module")
def found(situs: Situs) -> dict[str, Temuan]:
    return dict(situs.temuan)


def test_every_entry_belongs_to_a_page(situs: Situs, found: dict[str, Temuan]) -> None:
    assert found.keys() <= {page.path for page in situs.halaman}
    assert {row.jenis for row in found.values()} | {"Panduan", "Halaman"} == set(JENIS)


def test_an_indikator(found: dict[str, Temuan]) -> None:
    row = found["indikator/iku-03"]
    assert (row.jenis, row.kode, row.unit, row.tahun) == ("Indikator", "IKU-03", "pka", (2024, 2025, 2026))
    assert row.judul == "Persentase ASN yang mengikuti pengembangan kompetensi minimal 20 JP"
    assert row.catatan is None
    assert row.teks[0]


def test_a_retired_indikator_says_so_and_names_its_heir(found: dict[str, Temuan]) -> None:
    row = found["indikator/ikk-04"]
    assert row.catatan == "Tidak dipakai lagi sejak 2026; penggantinya IKK-14"
    assert row.tahun == (2024, 2025)
    assert "hanya mengukur internet" in " ".join(row.teks)


def test_a_program_is_found_by_what_lies_below_it(found: dict[str, Temuan]) -> None:
    row = found["program/5.03.02"]
    assert (row.jenis, row.kode, row.judul) == ("Program", "5.03.02", "Program Kepegawaian Daerah")
    assert "5.03.02.2.02 Mutasi dan Promosi ASN" in row.teks
    assert not [text for text in row.teks if text.startswith("5.03.02 ")]


def test_the_other_kinds(found: dict[str, Temuan]) -> None:
    assert found["sasaran/s2"].judul == "Meningkatnya kompetensi dan kinerja ASN"
    assert (found["bidang/mp"].kode, found["bidang/mp"].unit) == ("mp", "mp")
    assert (found["periode/2026-tw3"].kode, found["periode/2026-tw3"].tahun) == ("2026-TW3", (2026,))
    row = found["tindak-lanjut/tl-2026-01"]
    assert (row.kode, row.unit, row.tahun) == ("TL-2026-01", "mp", (2026,))
    assert row.judul is not None
    assert row.judul.startswith("Melatih empat verifikator")
