"""Groups: plain, weighted and geometric; each the mean of its own indikator, never of what lies below."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Anggota, HasilKelompok, HasilTahun, Jenjang, Terukur
from sakipgen.measuring.hitung import round_half_up
from tests.measuring.builder import UNIT, Susunan, isi, metode
from tests.measuring.test_anggaran import program

TW1: Final = Periode(2024, "TW1")


def susun() -> Susunan:
    """A program with two indikator, its kegiatan with one, a sub kegiatan without any."""
    data = Susunan()
    for kode, tingkat in (("IKP-01", "program"), ("IKP-02", "program"), ("IKK-01", "kegiatan")):
        data.ukur(kode, tingkat=tingkat, iku="tidak").janji(kode, "50", unit=UNIT)
        data.rencanakan(kode, TW1="50", TW2="50", TW3="50", TW4="50")
    data.program[2024] = program({"5.1.1.1": ("600", None)})
    data.program[2024]["program"]["5.1"]["indikator"] = ["IKP-01", "IKP-02"]
    data.program[2024]["kegiatan"]["5.1.1"]["indikator"] = ["IKK-01"]
    data.lapor("IKP-01", "TW1", "50").lapor("IKP-02", "TW1", "25").lapor("IKK-01", "TW1", "0")
    return data


def group(data: Susunan, kode: str, periode: str = "2024-TW1") -> HasilKelompok:
    return data.setahun().program[kode, Periode.parse(periode)]


def test_each_level_is_the_mean_of_its_own() -> None:
    data = susun()
    assert (group(data, "5.1").capaian, group(data, "5.1").terukur, group(data, "5.1").tercapai) == isi(
        75,
        Terukur(2, 2),
        1,
    )
    assert (group(data, "5.1.1").capaian, group(data, "5.1.1").terukur) == isi(0, Terukur(1, 1))


def test_without_indikator_there_is_no_capaian() -> None:
    found = group(susun(), "5.1.1.1")
    assert (found.capaian, found.kelas, found.terukur) == (None, None, Terukur(0, 0))


def test_one_missing_hides_the_mean_and_is_counted() -> None:
    data = susun()
    del data.laporan[2024, "TW1", UNIT]["butir"]["IKP-02"]
    found = group(data, "5.1")
    assert (found.capaian, found.rerata, found.terukur) == isi(None, 100, Terukur(1, 2))


def test_an_indikator_that_no_pk_promises_is_not_counted() -> None:
    data = susun()
    del data.pk[2024, UNIT, "murni"]["butir"]["IKP-02"]
    assert group(data, "5.1").terukur == Terukur(1, 1)


def test_a_year_without_a_program_file_has_none() -> None:
    data = susun()
    data.program.clear()
    assert data.setahun().program == {}


def test_what_lies_below_is_never_rolled_up() -> None:
    """The kegiatan reaches nothing; its program and the sasaran of that program are what they are."""
    data = susun()
    data.ukur("IKU-01").janji("IKU-01", "100").rencanakan("IKU-01", TW1="100").lapor("IKU-01", "TW1", "90")
    assert group(data, "5.1").capaian == 75
    assert data.kelompok("2024-TW1", "S1").capaian == 90
    assert data.kelompok("2024-TW1").capaian == 90
    del data.program[2024]["program"]["5.1"]["indikator"]
    assert (group(data, "5.1").capaian, group(data, "5.1").terukur) == (None, Terukur(0, 0))
    assert group(data, "5.1.1").capaian == 0
    assert data.kelompok("2024-TW1", "S1").capaian == 90


@pytest.mark.parametrize("cara", ["berbobot", "geometrik"])
def test_a_program_is_a_plain_mean_by_any_policy(cara: str) -> None:
    data = susun()
    data.metode = metode(agregasi_sasaran=cara)
    assert group(data, "5.1").capaian == 75


# ── How a sasaran and the whole are made ─────────────────────────────────────────────────────────────────────────


def kelompok(capaian: Mapping[str, Mapping[str, str | None]], **policy: Any) -> Susunan:
    """Sasaran with these indikator of target 100 and these results."""
    data = Susunan(metode=metode(**policy), sasaran={kode: list(rows) for kode, rows in capaian.items()})
    for rows in capaian.values():
        for kode, value in rows.items():
            data.ukur(kode).janji(kode, "100").rencanakan(kode, TW1="100")
            if value is not None:
                data.lapor(kode, "TW1", value)
    return data


def cetak(found: HasilKelompok) -> tuple[str | None, str | None, Terukur]:
    """Capaian and the hidden mean with two decimals, and what was measured."""
    shown, mean = (None if v is None else str(round_half_up(v, 2)) for v in (found.capaian, found.rerata))
    return shown, mean, found.terukur


def satu(*capaian: str | None, bobot: tuple[str, ...] = (), **policy: Any) -> HasilKelompok:
    """One sasaran of A, B, C …, with weights."""
    data = kelompok({"S1": dict(zip("ABCDEF", capaian, strict=False))}, **policy)
    if bobot:
        data.bobot_indikator["S1"] = dict(zip("ABCDEF", bobot, strict=False))
    return data.kelompok("2024-TW1", "S1")


def test_a_sasaran_by_weights() -> None:
    assert cetak(satu("100", "50", bobot=("70", "30"), agregasi_sasaran="berbobot")) == (
        "85.00",
        "85.00",
        Terukur(2, 2),
    )
    assert satu("100", "50", bobot=("70", "30")).capaian == 75, "a policy of plain means asks for no weights"


def test_the_cap_comes_before_the_weights() -> None:
    assert satu("300", "50", bobot=("50", "50"), agregasi_sasaran="berbobot").capaian == 85


def test_an_indikator_without_a_weight_has_none() -> None:
    found = satu("100", "50", "10", bobot=("60", "40"), agregasi_sasaran="berbobot")
    assert cetak(found) == ("80.00", "80.00", Terukur(3, 3))
    assert cetak(satu("100", "50", agregasi_sasaran="berbobot")) == (None, None, Terukur(2, 2))


def test_what_is_missing_takes_its_weight_along() -> None:
    found = satu("100", None, "50", bobot=("20", "60", "20"), agregasi_sasaran="berbobot")
    assert cetak(found) == (None, "75.00", Terukur(2, 3))


def test_a_sasaran_by_the_geometric_mean_of_pmk_22() -> None:
    found = satu("100", "90", agregasi_sasaran="geometrik")
    assert cetak(found) == ("94.87", "94.87", Terukur(2, 2))
    assert found.kelas is not None
    assert found.kelas.label == "Sangat Tinggi"
    assert cetak(satu("100", "0", agregasi_sasaran="geometrik")) == ("0.00", "0.00", Terukur(2, 2))
    assert cetak(satu("100", None, "49", agregasi_sasaran="geometrik")) == (None, "70.00", Terukur(2, 3))


def test_below_zero_a_mean_is_still_a_mean() -> None:
    assert satu("100", "-10", lantai=None).capaian == 45


DUA: Final[Mapping[str, Mapping[str, str | None]]] = {"S1": {"A": "100"}, "S2": {"B": "80", "C": "60"}}


@pytest.mark.parametrize(
    ("cara", "expected"),
    [("rerata_sasaran", "85.00"), ("berbobot", "77.50"), ("geometrik", "83.67"), ("rerata_iku", "80.00")],
)
def test_the_perangkat_daerah_by_every_policy(cara: str, expected: str) -> None:
    data = kelompok(DUA, agregasi_perangkat_daerah=cara)
    data.bobot = {"S1": "25", "S2": "75"}
    assert cetak(data.kelompok("2024-TW1")) == (expected, expected, Terukur(3, 3))
    assert data.kelompok("2024-TW1", "S2").capaian == 70


def test_sasaran_and_whole_have_a_policy_each() -> None:
    data = kelompok(DUA, agregasi_sasaran="geometrik", agregasi_perangkat_daerah="berbobot")
    data.bobot = {"S1": "25", "S2": "75"}
    assert cetak(data.kelompok("2024-TW1", "S2"))[0] == "69.28"
    assert cetak(data.kelompok("2024-TW1"))[0] == "76.96"


def test_a_sasaran_without_a_weight_has_none_in_the_whole() -> None:
    data = kelompok(DUA, agregasi_perangkat_daerah="berbobot")
    data.bobot = {"S1": "25"}
    assert cetak(data.kelompok("2024-TW1")) == ("100.00", "100.00", Terukur(3, 3))
    data.bobot = {}
    assert cetak(data.kelompok("2024-TW1")) == (None, None, Terukur(3, 3))


def test_a_sasaran_of_which_nothing_is_known_takes_its_weight_along() -> None:
    data = kelompok({**DUA, "S3": {"D": None}}, agregasi_perangkat_daerah="berbobot", ambang_kelengkapan="75")
    data.bobot = {"S1": "20", "S2": "30", "S3": "50"}
    assert cetak(data.kelompok("2024-TW1")) == ("82.00", "82.00", Terukur(3, 4))


def test_a_mean_of_iku_rests_on_the_iku_and_on_nothing_else() -> None:
    """One of two IKU is measured; that another indikator of a sasaran is measured makes it no more."""
    data = kelompok({"S1": {"A": "20"}}, agregasi_perangkat_daerah="rerata_iku")
    data.ukur("A", iku="tidak")
    for kode, value in (("T-1", "90"), ("T-2", None)):
        data.ukur(kode, tingkat="tujuan").janji(kode, "100").rencanakan(kode, TW1="100")
        if value:
            data.lapor(kode, "TW1", value)
    assert cetak(data.kelompok("2024-TW1")) == (None, "90.00", Terukur(1, 2))
    data.metode = metode(agregasi_perangkat_daerah="rerata_iku", ambang_kelengkapan="50")
    found = data.kelompok("2024-TW1")
    assert (cetak(found), found.tercapai) == (("90.00", "90.00", Terukur(1, 2)), 0)


@pytest.mark.parametrize(("ambang", "shown"), [("75", True), ("75.01", False)])
def test_enough_is_measured_at_the_threshold_itself(ambang: str, shown: bool) -> None:
    found = kelompok({**DUA, "S3": {"D": None}}, ambang_kelengkapan=ambang).kelompok("2024-TW1")
    assert (found.capaian is not None) is shown


# ── A tujuan by its own indikator ────────────────────────────────────────────────────────────────────────────────


def bertujuan(**policy: Any) -> HasilTahun:
    """A tujuan with an indikator of its own (40) and one that it shares with a sasaran (100)."""
    data = kelompok(DUA, **policy)
    data.ukur("T", tingkat="tujuan", iku="tidak").janji("T", "100").rencanakan("T", TW1="100").lapor("T", "TW1", "40")
    data.tujuan = ["T", "A"]
    data.bobot_indikator["T1"] = {"T": "90", "A": "10"}
    return data.setahun()


@pytest.mark.parametrize(("cara", "expected"), [("rerata", "70.00"), ("berbobot", "46.00"), ("geometrik", "63.25")])
def test_a_tujuan_is_measured_by_its_own_indikator(cara: str, expected: str) -> None:
    year = bertujuan(agregasi_sasaran=cara)
    assert cetak(year.tujuan["T1", TW1]) == (expected, expected, Terukur(2, 2))


def test_what_only_a_tujuan_has_is_not_of_the_whole() -> None:
    year = bertujuan()
    assert cetak(year.perangkat_daerah[TW1]) == ("85.00", "85.00", Terukur(3, 3))


# ── Who belongs to whom ──────────────────────────────────────────────────────────────────────────────────────────


def test_members_of_every_group_with_their_weights() -> None:
    data = susun()
    data.program[2024]["sub_kegiatan"]["5.1.1.1"]["indikator"] = ["IKK-01"]
    for kode, iku in (("A", "ya"), ("B", "tidak"), ("T", "tidak")):
        data.ukur(kode, iku=iku, tingkat="tujuan" if kode == "T" else "sasaran").janji(kode, "1")
    data.sasaran, data.tujuan = {"S1": ["A", "B", "TAK-DIJANJIKAN"], "S2": ["A"]}, ["T"]
    data.target_renstra = {"A": {"2024": "1"}}
    data.bobot, data.bobot_indikator = {"S1": "60"}, {"S1": {"A": "70"}, "T1": {"T": "100"}}
    assert data.setahun().anggota == (
        Anggota(Jenjang.TUJUAN, "T1", "T", Decimal(100)),
        Anggota(Jenjang.SASARAN, "S1", "A", Decimal(70)),
        Anggota(Jenjang.SASARAN, "S1", "B", None),
        Anggota(Jenjang.SASARAN, "S2", "A", None),
        Anggota(Jenjang.PROGRAM, "5.1", "IKP-01", None),
        Anggota(Jenjang.PROGRAM, "5.1", "IKP-02", None),
        Anggota(Jenjang.KEGIATAN, "5.1.1", "IKK-01", None),
        Anggota(Jenjang.SUB_KEGIATAN, "5.1.1.1", "IKK-01", None),
        Anggota(Jenjang.IKU, "kepala", "A", None),
        Anggota(Jenjang.PERANGKAT_DAERAH, "kepala", "S1", Decimal(60)),
        Anggota(Jenjang.PERANGKAT_DAERAH, "kepala", "S2", None),
    )


def test_what_the_renstra_promises_is_a_member_although_no_pk_does() -> None:
    data = kelompok({"S1": {"A": "100"}})
    data.sasaran = {"S1": ["A", "B"]}
    data.target_renstra = {"A": {"2024": "100"}, "B": {"2024": "100"}, "C": {"2024": "100"}}
    assert data.kelompok("2024-TW1", "S1").terukur == Terukur(1, 2)
    data.target_renstra["B"] = {"2025": "100"}
    assert data.kelompok("2024-TW1", "S1").terukur == Terukur(1, 1)


# ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────

nilai = st.integers(0, 15000).map(lambda n: str(Decimal(n) / 100))
CARA: Final = st.sampled_from(["rerata", "berbobot", "geometrik"])
bobot = st.integers(1, 100).map(str)


@given(st.lists(st.tuples(nilai, bobot), min_size=2, max_size=4), CARA, st.randoms(use_true_random=False))
def test_the_order_of_members_never_matters(rows: list[tuple[str, str]], cara: str, acak: Any) -> None:
    members = dict(zip("ABCD", rows, strict=False))
    turned = list(members)
    acak.shuffle(turned)

    def whole(order: list[str]) -> tuple[HasilKelompok, HasilKelompok]:
        data = kelompok({"S1": {k: members[k][0] for k in order}}, agregasi_sasaran=cara)
        data.bobot_indikator["S1"] = {k: members[k][1] for k in order}
        return data.kelompok("2024-TW1", "S1"), data.kelompok("2024-TW1")

    assert whole(turned) == whole(list(members))


@given(st.lists(st.none() | nilai, min_size=1, max_size=4), CARA)
def test_zero_in_place_of_nothing_changes_a_group(values: list[str | None], cara: str) -> None:
    weights = ("30", "20", "40", "10")[: len(values)]
    plain = satu(*values, bobot=weights, agregasi_sasaran=cara)
    zero = satu(*(value or "0" for value in values), bobot=weights, agregasi_sasaran=cara)
    assert (plain == zero) is (None not in values)
    assert zero.terukur == Terukur(len(values), len(values))
    assert plain.terukur == Terukur(len(values) - values.count(None), len(values))
    assert (plain.capaian is None) is (None in values)


@given(st.lists(nilai, min_size=1, max_size=4))
def test_the_geometric_mean_is_never_above_the_plain_one(values: list[str]) -> None:
    plain, geometric = (satu(*values, agregasi_sasaran=cara).capaian for cara in ("rerata", "geometrik"))
    assert plain is not None
    assert geometric is not None
    assert geometric <= plain


@given(nilai, st.integers(1, 4), CARA)
def test_equal_members_are_what_they_are(value: str, count: int, cara: str) -> None:
    found = satu(*[value] * count, bobot=("7", "11", "13", "17")[:count], agregasi_sasaran=cara)
    assert found.capaian == min(Decimal(value), Decimal(120))


@given(st.lists(st.lists(st.none() | nilai, min_size=1, max_size=3), min_size=1, max_size=3))
def test_classes_and_no_data_make_all_indikator(groups: list[list[str | None]]) -> None:
    data = kelompok({f"S{n}": {f"A{n}{m}": v for m, v in enumerate(rows)} for n, rows in enumerate(groups)})
    year = data.setahun()
    rows = [row for (_, periode), row in year.indikator.items() if periode == TW1]
    classes = [row.capaian.kelas.kode if row.capaian else None for row in rows]
    whole = year.perangkat_daerah[TW1]
    assert len(classes) == sum(map(len, groups)) == whole.terukur.dari
    assert classes.count(None) == whole.terukur.dari - whole.terukur.ada
    assert whole.tercapai == sum(bool(row.capaian and row.capaian.tercapai) for row in rows)
