"""Case 24 and what follows from it: two PK in a year, the quarters on theirs, the year against both."""

from __future__ import annotations

import pytest

from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.measuring.hitung import round_half_up
from tests.measuring.builder import Susunan, isi


def susun() -> Susunan:
    """IKU-03 of 2024: 60 promised in January, 50 in October, 52.3687 reached."""
    found = Susunan().ukur("IKU-03", mode_target="kumulatif")
    found.janji("IKU-03", "60").janji("IKU-03", "50", versi="perubahan-1", tanggal="2024-10-05")
    found.rencanakan("IKU-03", TW1="15", TW2="30", TW3="45", TW4="50")
    for segmen, nilai in (("TW1", "12"), ("TW2", "26"), ("TW3", "39"), ("TW4", "52.3687")):
        found.lapor("IKU-03", segmen, nilai)
    return found


def cetak(row: HasilIndikator) -> tuple[str, str | None]:
    assert row.capaian is not None
    first = None if row.capaian_murni is None else str(round_half_up(row.capaian_murni, 2))
    return str(round_half_up(row.capaian.capaian, 2)), first


def test_the_year_is_measured_against_the_pk_in_force_and_shows_the_first_one() -> None:
    row = susun().baris("IKU-03", "2024")
    assert cetak(row) == ("104.74", "87.28")
    assert (row.versi_pk, row.target, row.target_tahun, row.target_murni) == ("perubahan-1", *isi(50, 50, 60))


@pytest.mark.parametrize("segmen", ["TW1", "TW2", "TW3"])
def test_a_quarter_before_it_knows_nothing_of_the_change(segmen: str) -> None:
    row = susun().baris("IKU-03", f"2024-{segmen}")
    assert (row.versi_pk, row.target_tahun, row.target_murni, row.capaian_murni) == ("murni", *isi(60, None, None))


def test_the_quarter_of_the_change_has_both() -> None:
    row = susun().baris("IKU-03", "2024-TW4")
    assert (row.versi_pk, row.target_tahun, row.target_murni) == ("perubahan-1", *isi(50, 60))


def test_on_the_last_day_of_a_quarter_the_change_is_in_force() -> None:
    data = susun()
    data.pk[2024, "kepala", "perubahan-1"]["tanggal"] = "2024-09-30"
    assert data.baris("IKU-03", "2024-TW3").versi_pk == "perubahan-1"
    assert data.baris("IKU-03", "2024-TW2").versi_pk == "murni"


def test_an_unchanged_promise_shows_the_first_pk_too() -> None:
    data = susun()
    data.pk[2024, "kepala", "perubahan-1"]["butir"]["IKU-03"]["target"] = "60"
    row = data.baris("IKU-03", "2024")
    assert (row.target_tahun, row.target_murni) == isi(60, 60)
    assert row.capaian is not None
    assert row.capaian_murni == row.capaian.capaian


def test_a_promise_that_is_new_in_the_change_has_no_first_target() -> None:
    data = susun()
    data.pk[2024, "kepala", "murni"]["butir"] = {"IKU-99": {"target": "1"}}
    row = data.baris("IKU-03", "2024")
    assert (row.target_tahun, row.target_murni, row.capaian_murni) == (*isi(50), None, None)


def test_before_it_was_signed_there_is_one_pk() -> None:
    row = susun().baris("IKU-03", "2024", per_tanggal="2024-10-04")
    assert (row.versi_pk, row.target_tahun, row.target_murni) == ("murni", *isi(60, None))


def test_a_running_year_meets_the_target_of_its_last_report() -> None:
    data = susun()
    del data.laporan[2024, "TW3", "mutasi"], data.laporan[2024, "TW4", "mutasi"]
    row = data.baris("IKU-03", "2024", per_tanggal="2024-10-04")
    assert (row.realisasi, row.target) == isi(26, 30)
    assert cetak(row)[0] == "86.67"
    assert row.sumber_target is not None
    assert row.sumber_target.loc[-1] == "TW2"
