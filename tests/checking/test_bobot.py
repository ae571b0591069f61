"""K115: a year that weighs has all its weights, and they make a hundred."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.bobot import bobot_lengkap
from sakipgen.domain.dataset import Berkas, Dataset
from tests.checking.helpers import places, said
from tests.measuring.builder import ROOT, Susunan, metode, renstra

RENSTRA = "renstra/2021-2026.yaml"
BERBOBOT = {"agregasi_sasaran": "berbobot"}
PER_SASARAN = {"agregasi_perangkat_daerah": "berbobot"}


def ditimbang(
    bobot: dict[str, str] | None = None,
    *,
    cara: dict[str, str] | None = None,
    target: dict[str, Any] | None = None,
    sasaran: dict[str, str | None] | None = None,
    **fields: Any,
) -> Dataset:
    """Sasaran S1 with A and B, both due in 2024, and these weights; of more sasaran the weights of themselves."""
    data = Susunan(metode=metode(**BERBOBOT if cara is None else cara)).ukur("A").ukur("B").ukur("C")
    rows: dict[str, Any] = {
        "S1": {"uraian": "S.", "tujuan": "T1", "indikator": ["A", "B"], "bobot_indikator": bobot or {}}
    }
    for kode, weight in (sasaran or {}).items():
        rows.setdefault(kode, {"uraian": "S.", "tujuan": "T1", "indikator": ["C"]})["bobot"] = weight
    plan = renstra({}, target or {k: {"2024": "1"} for k in ("A", "B")}, sasaran=rows, **fields)
    return replace(data.dataset(), renstra={"2021-2026": Berkas(ROOT / RENSTRA, plan)})


def test_k115_names_who_has_no_weight() -> None:
    assert said(bobot_lengkap, ditimbang({"A": "100"})) == [
        (
            f"{RENSTRA} sasaran.S1.bobot_indikator key K115: menurut metode 2024 capaian dihitung dengan bobot, tetapi "
            "bobot `B` belum ada; tambahkan pada `bobot_indikator`."
        )
    ]


@pytest.mark.parametrize(
    ("bobot", "wrong"),
    [
        ({"A": "60", "B": "40"}, False),
        ({"A": "66.67", "B": "33.33"}, False),
        ({"A": "66.66", "B": "33.33"}, True),
        ({"A": "60", "B": "41"}, True),
        ({}, True),
        ({"A": "60", "X": "40"}, False),
    ],
)
def test_k115_weights_make_a_hundred(bobot: dict[str, str], wrong: bool) -> None:
    assert places(bobot_lengkap, ditimbang(bobot)) == ([f"{RENSTRA} sasaran.S1.bobot_indikator"] if wrong else [])


def test_k115_says_what_they_make() -> None:
    (text,) = said(bobot_lengkap, ditimbang({"A": "60", "B": "30.5"}))
    assert "bobotnya berjumlah 90,5, seharusnya 100; betulkan `bobot_indikator`" in text


def test_k115_only_who_is_due_in_the_year_is_weighed() -> None:
    later = {"A": {"2024": "1"}, "B": {"2025": "1"}}
    assert said(bobot_lengkap, ditimbang({"A": "100"}, target=later)) == []
    assert said(bobot_lengkap, ditimbang({"A": "60", "B": "40"}, target=later)) == [], "B takes its weight along"
    assert len(said(bobot_lengkap, ditimbang({"A": "60", "B": "30"}, target=later))) == 1
    assert said(bobot_lengkap, ditimbang({"A": "100", "B": "100"}, target=later)) == [], "B takes the place of A"


@pytest.mark.parametrize("cara", [{}, {"agregasi_sasaran": "geometrik"}])
def test_k115_a_year_that_does_not_weigh_needs_no_weights(cara: dict[str, str]) -> None:
    assert said(bobot_lengkap, ditimbang({}, cara=cara)) == []


def test_k115_of_a_tujuan_too() -> None:
    goal = {"T1": {"uraian": "T.", "indikator": ["A"]}}
    found = places(bobot_lengkap, ditimbang({"A": "60", "B": "40"}, tujuan=goal))
    assert found == [f"{RENSTRA} tujuan.T1.bobot_indikator"]


@pytest.mark.parametrize(
    ("weights", "where"),
    [
        ({"S1": "60", "S2": "40"}, None),
        ({"S1": "60", "S2": "30"}, "sasaran"),
        ({"S1": "60", "S2": None}, "sasaran.S2"),
        ({"S1": "100"}, None),
    ],
)
def test_k115_of_the_perangkat_daerah(weights: dict[str, str | None], where: str | None) -> None:
    found = places(bobot_lengkap, ditimbang(cara=PER_SASARAN, sasaran=weights))
    assert found == ([f"{RENSTRA} {where}"] if where else [])


def test_k115_says_it_once_for_all_years_and_nothing_without_a_renstra() -> None:
    dataset = ditimbang({"A": "100"}, target={k: {"2023": "1", "2024": "1"} for k in ("A", "B")})
    rules = {tahun: Berkas(ROOT / f"metode/{tahun}.yaml", metode(**BERBOBOT)) for tahun in (2023, 2024)}
    assert len(said(bobot_lengkap, replace(dataset, metode=rules))) == 1
    assert said(bobot_lengkap, replace(dataset, renstra={})) == []
