"""Case 24 and what follows from it: two PK in a year, the quarters on theirs, the year against both."""

from __future__ import annotations

from typing import Final

import pytest

from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilIndikator, Terukur
from sakipgen.measuring.hitung import round_half_up
from tests.measuring.builder import UNIT, Susunan, isi
from tests.measuring.test_anggaran import program

TW: Final = ("TW1", "TW2", "TW3", "TW4")


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


# ── An indikator that only the change promises ───────────────────────────────────────────────────────────────────


def menyusul(tingkat: str = "sasaran") -> Susunan:
    """A is promised all the year, B from 7 October on; the Renstra of the year knows A only."""
    unit = "kepala" if tingkat == "sasaran" else UNIT
    data = Susunan(target_renstra={"A": {"2024": "60"}})
    for kode in "AB":
        data.ukur(kode, tingkat=tingkat, iku="tidak")
        data.janji(kode, "60", unit=unit, versi="perubahan-1", tanggal="2024-10-07")
    data.janji("A", "60", unit=unit).rencanakan("A", **dict.fromkeys(TW, "60")).rencanakan("B", TW4="60")
    for segmen in TW[:3]:
        data.lapor("A", segmen, "54")
    if tingkat == "program":
        data.program[2024] = program({"5.1.1.1": ("600", None)})
        data.program[2024]["program"]["5.1"]["indikator"] = ["A", "B"]
    return data


def status(data: Susunan, periode: str, hari: str, kode: str = "B") -> tuple[Status, int]:
    row = data.baris(kode, periode, per_tanggal=hari)
    return row.status, row.hari_terlambat


@pytest.mark.parametrize("segmen", TW[:3])
def test_before_it_was_promised_nothing_was_targeted_and_nothing_is_late(segmen: str) -> None:
    assert status(menyusul(), f"2024-{segmen}", "2024-10-31") == (Status.TIDAK_DITARGETKAN, 0)
    row = menyusul().baris("B", f"2024-{segmen}")
    assert (row.versi_pk, row.target_tahun, row.capaian, row.alasan) == (None, None, None, None)


def test_before_the_change_was_signed_nobody_knows_it() -> None:
    assert menyusul().setahun(per_tanggal="2024-10-06").kode == ("A",)
    assert menyusul().setahun(per_tanggal="2024-10-07").kode == ("A", "B")


@pytest.mark.parametrize(
    ("hari", "kuartal", "setahun"),
    [
        ("2024-10-31", None, (Status.BELUM_JATUH_TEMPO, 0)),
        ("2025-01-15", (Status.BELUM_JATUH_TEMPO, 0), (Status.BELUM_JATUH_TEMPO, 0)),
        ("2025-01-16", (Status.TERLAMBAT, 1), (Status.TERLAMBAT, 1)),
    ],
)
def test_the_year_is_late_only_by_what_was_promised(
    hari: str, kuartal: tuple[Status, int] | None, setahun: tuple[Status, int]
) -> None:
    data = menyusul()
    assert status(data, "2024", hari) == setahun
    if kuartal:
        assert status(data, "2024-TW4", hari) == kuartal


def test_a_year_of_which_the_first_quarter_owed_nothing_is_not_late_by_it() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "30")
    data.rencanakan("A", TW1="0", TW2="10", TW3="10", TW4="10")
    assert status(data, "2024", "2024-05-15", "A") == (Status.BELUM_JATUH_TEMPO, 0)
    assert status(data, "2024", "2024-08-01", "A") == (Status.TERLAMBAT, 17)
    lower = Susunan().ukur("A", polaritas="turun").janji("A", "0").rencanakan("A", TW1="0")
    assert status(lower, "2024", "2024-05-15", "A") == (Status.TERLAMBAT, 30), "to allow nothing is a promise"


def test_what_it_reaches_is_measured_from_then_on() -> None:
    data = menyusul().lapor("A", "TW4", "60").lapor("B", "TW4", "30")
    row = data.baris("B", "2024")
    assert (row.versi_pk, row.target, row.target_tahun, row.target_murni) == ("perubahan-1", *isi(60, 60, None))
    assert cetak(row)[0] == "50.00"
    assert data.kelompok("2024", "S1").capaian == 75


@pytest.mark.parametrize("hari", ["2024-10-06", "2024-10-07", "2025-01-20"])
def test_closed_quarters_of_a_sasaran_stay_what_they_were(hari: str) -> None:
    found = menyusul().kelompok("2024-TW3", "S1", per_tanggal=hari, sampai="2024-TW3")
    assert (found.capaian, found.terukur) == isi(90, Terukur(1, 1))
    whole = menyusul().kelompok("2024-TW3", per_tanggal=hari, sampai="2024-TW3")
    assert (whole.capaian, whole.terukur) == isi(90, Terukur(1, 1))


def test_the_year_of_the_sasaran_owes_both() -> None:
    data = menyusul()
    assert data.kelompok("2024-TW3", "S1").terukur == Terukur(1, 1)
    assert data.kelompok("2024-TW4", "S1").terukur == Terukur(0, 2)
    assert (data.kelompok("2024", "S1").terukur, data.kelompok("2024", "S1").capaian) == (Terukur(1, 2), None)
    assert data.kelompok("2024", "S1", sampai="2024-TW3", per_tanggal="2024-10-06").terukur == Terukur(1, 1)


def test_what_the_renstra_promises_is_owed_although_the_first_pk_forgot_it() -> None:
    data = menyusul()
    data.target_renstra["B"] = {"2024": "60"}
    for hari in ("2024-10-06", "2024-10-07", "2025-01-20"):
        found = data.kelompok("2024-TW3", "S1", per_tanggal=hari, sampai="2024-TW3")
        assert (found.capaian, found.terukur) == (None, Terukur(1, 2))


def test_closed_quarters_of_a_program_stay_what_they_were() -> None:
    groups = menyusul("program").setahun().program
    found = {p: groups["5.1", Periode.parse(p)] for p in ("2024-TW3", "2024-TW4")}
    assert (found["2024-TW3"].capaian, found["2024-TW3"].terukur) == isi(90, Terukur(1, 1))
    assert (found["2024-TW4"].capaian, found["2024-TW4"].terukur) == (None, Terukur(0, 2))


# ── An indikator that the change drops ───────────────────────────────────────────────────────────────────────────


def dibatalkan() -> Susunan:
    """B is promised in January only and was reported once; the Renstra of the year knows A only."""
    data = Susunan(target_renstra={"A": {"2024": "60"}})
    for kode in "AB":
        data.ukur(kode).janji(kode, "60").rencanakan(kode, **dict.fromkeys(TW, "60")).lapor(kode, "TW1", "54")
    return data.janji("A", "60", versi="perubahan-1", tanggal="2024-10-07")


def test_what_was_dropped_owes_nothing_any_more() -> None:
    data = dibatalkan()
    assert status(data, "2024-TW2", "2024-10-06") == (Status.TERLAMBAT, 83)
    assert status(data, "2024-TW2", "2025-01-20") == (Status.TERLAMBAT, 189), "what it owed then it owes still"
    assert status(data, "2024-TW4", "2025-01-20") == (Status.TIDAK_DITARGETKAN, 0)
    row = data.baris("B", "2024")
    assert (row.status, row.versi_pk, row.target, row.target_tahun) == (Status.TIDAK_DITARGETKAN, None, None, None)


def test_a_year_without_any_report_of_it_was_not_targeted() -> None:
    data = dibatalkan()
    del data.laporan[2024, "TW1", UNIT]["butir"]["B"]
    assert status(data, "2024", "2025-01-20") == (Status.TIDAK_DITARGETKAN, 0)


def test_a_sasaran_goes_on_without_it() -> None:
    data = dibatalkan().lapor("A", "TW4", "60")
    assert data.kelompok("2024-TW1", "S1").terukur == Terukur(2, 2)
    for periode in ("2024-TW4", "2024"):
        found = data.kelompok(periode, "S1")
        assert (found.capaian, found.terukur) == isi(100, Terukur(1, 1))
    data.target_renstra["B"] = {"2024": "60"}
    assert data.kelompok("2024", "S1").terukur == Terukur(1, 2), "the Renstra still promises it"


def test_without_a_first_pk_nothing_is_compared_with_it() -> None:
    data = Susunan().ukur("A").rencanakan("A", TW4="60").lapor("A", "TW4", "60")
    data.janji("A", "70", versi="perubahan-1", tanggal="2024-02-02")
    data.janji("A", "60", versi="perubahan-2", tanggal="2024-09-02")
    row = data.baris("A", "2024")
    assert (row.versi_pk, row.target_murni, row.capaian_murni) == ("perubahan-2", None, None)
