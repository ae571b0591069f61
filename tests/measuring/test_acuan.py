"""One side of a review measured with the other as Acuan: the same to the last digit, whatever a proposal changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sakipgen.measuring.acuan import Acuan
from sakipgen.project import BuildTinjauan, Project
from sakipgen.reading import Cache

ROOT = Path(__file__).parents[2]
USULAN = {
    "nothing": {},
    "a figure": {"realisasi/2026/TW3/pka.yaml": ("jp20: 3702", "jp20: 3690")},
    "a quarter long past": {"realisasi/2025/TW2/pka.yaml": ("    nilai: ", "    nilai: 1")},
    "two units": {
        "realisasi/2026/TW3/mp.yaml": ("tepat: 264", "tepat: 270"),
        "realisasi/2026/TW1/mp.yaml": ("nilai: ", "nilai: 1"),
    },
    "a row that goes": {"realisasi/2026/TW3/mp.yaml": ("  ISK-18:\n    nilai: 611\n    bukti:\n", "  X: {}\n    x:\n")},
    "a target": {"rencana-aksi/2026/mp.yaml": ('"12": 8', '"12": 7')},
    "a kamus": {"indikator/IKU-03.yaml": ("agregasi: terakhir", "agregasi: maks")},
    "the policy": {"metode/2026.yaml": ("batas_agregat: 120", "batas_agregat: 100")},
    "a submission": {"siklus/2026/TW3.yaml": ("diputus: 2026-10-20\n      hasil: disetujui\n", "x: |\n\n")},
}


def _andai(ganti: dict[str, tuple[str, str]]) -> dict[str, bytes]:
    """The files of a proposal, by path below the data folder; a text that is not there changes nothing."""
    texts = {name: (ROOT / "data" / name).read_text("utf-8") for name in ganti}
    return {name: texts[name].replace(*pair).encode() for name, pair in ganti.items()}


@pytest.fixture(scope="module")
def cache() -> Cache:
    return Cache()


@pytest.fixture(scope="module")
def dasar(cache: Cache) -> BuildTinjauan:
    return Project(ROOT, cache).build_tinjauan()


@pytest.mark.parametrize("nama", USULAN)
def test_the_narrowed_review_equals_the_whole(dasar: BuildTinjauan, cache: Cache, nama: str) -> None:
    project = Project(ROOT, cache, _andai(USULAN[nama]))
    whole = project.build_tinjauan()
    narrow = project.build_tinjauan(None, dasar.acuan)
    assert narrow.rekap == whole.rekap
    assert narrow.report == whole.report


def test_what_does_not_differ_is_not_measured_again(dasar: BuildTinjauan, cache: Cache) -> None:
    found = Project(ROOT, cache, _andai(USULAN["a figure"])).build_tinjauan(None, dasar.acuan)
    assert dasar.acuan
    assert found.acuan
    before, after = (side.hasil.tahun[2026].indikator for side in (dasar.acuan, found.acuan))
    assert {kode for (kode, p), row in after.items() if row is not before[kode, p]} == {"IKU-03"}


def test_another_day_measures_everything(dasar: BuildTinjauan) -> None:
    assert dasar.acuan
    dataset, hasil = dasar.acuan
    other = replace(hasil.posisi, per_tanggal=hasil.posisi.per_tanggal.replace(day=11))
    assert Acuan(dataset, hasil).berbeda(dataset, hasil.posisi) == frozenset()
    assert Acuan(dataset, hasil).berbeda(dataset, other) is None
