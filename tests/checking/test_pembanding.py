"""W017…W021: a figure is asked about where its predikat, komponen, parts or base say something else."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sakipgen.checking.pembanding import (
    gabungan_menurut_pembentuknya,
    nilai_resmi_menurut_komponen,
    persen_berkomponen,
    predikat_menurut_skala,
    skala_tanpa_pembulatan,
)
from sakipgen.diagnostics import Severity
from sakipgen.measuring.skala import kelas
from tests.checking.helpers import places, said
from tests.measuring.builder import AKIP88, UNIT, Susunan, metode, skala

PK = "perjanjian-kinerja/2024/kepala/murni.yaml"
LAPORAN = "realisasi/2024/TW1/mutasi.yaml"


# ── W017 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def berpredikat(nilai: str, predikat: str, **fields: Any) -> Susunan:
    return Susunan().ukur("A", skala=AKIP88).lapor("A", "TW1", nilai, predikat=predikat, **fields)


def test_w017_points_at_the_predikat() -> None:
    assert said(predikat_menurut_skala, berpredikat("80.01", "BB").dataset()) == [
        (
            f"{LAPORAN} butir.A.predikat value W017: predikat `BB`, tetapi menurut skala nilai 80,01 adalah `A`; "
            "periksa keduanya, atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [("80", "BB"), ("80.01", "A"), ("80.004", "BB"), ("90.4", "AA"), ("0", "D"), ("75", "XX")],
)
def test_w017_a_predikat_that_fits_or_that_r030_speaks_of(nilai: str, predikat: str) -> None:
    assert said(predikat_menurut_skala, berpredikat(nilai, predikat).dataset()) == []


def test_w017_the_official_kategori_may_win() -> None:
    assert said(predikat_menurut_skala, berpredikat("80.01", "BB", catatan="Menurut LHE.").dataset()) == []
    assert len(said(predikat_menurut_skala, berpredikat("80.01", "BB", kendala="K.").dataset())) == 1


def test_w017_looks_at_what_komponen_make() -> None:
    data = Susunan().ukur("A", skala=AKIP88, komponen={"a": "A", "b": "B"}, rumus="a + b")
    data.lapor("A", "TW1", komponen={"a": "40", "b": "35"}, predikat="A")
    assert places(predikat_menurut_skala, data.dataset()) == [f"{LAPORAN} butir.A.predikat"]


@pytest.mark.parametrize(
    ("target", "alasan", "wrong"),
    [
        ({"predikat": "A", "nilai": "75"}, None, True),
        ({"predikat": "A", "nilai": "75"}, "Kategori menurut LHE.", False),
        ({"predikat": "BB", "nilai": "75"}, None, False),
        ({"predikat": "A"}, None, False),
        ("75", None, False),
    ],
)
def test_w017_of_a_promise_the_reason_answers(target: Any, alasan: str | None, wrong: bool) -> None:
    data = Susunan().ukur("A", skala=AKIP88).janji("A", target).janji("X", "1")
    data.pk[2024, "kepala", "murni"]["butir"]["A"]["alasan"] = alasan
    assert places(predikat_menurut_skala, data.dataset()) == ([f"{PK} butir.A.target.predikat"] if wrong else [])


def test_w017_a_rank_has_no_score() -> None:
    data = Susunan().ukur("A", satuan={"nama": "opini", "tipe": "predikat"}, peringkat="opini-bpk")
    data.janji("A", {"predikat": "WTP"}).lapor("A", "TW1", predikat="WDP")
    assert said(predikat_menurut_skala, data.dataset()) == []


# ── W018 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

RERATA = "(pns + pppk) / 2"
TERTIMBANG = "(pns * 14901 + pppk * 3205) / 18106"


def ip_asn(nilai: str, rumus: str, **fields: Any) -> Susunan:
    """The case of domain.md § 7, number 22."""
    kamus: dict[str, Any] = {"komponen": {"pns": "PNS", "pppk": "PPPK"}, "rumus": rumus, "nilai_resmi": "ya"}
    desimal = fields.pop("desimal", "2")
    komponen = fields.pop("komponen", {"pns": "84.42", "pppk": "82.80"})
    return Susunan().ukur("A", desimal=desimal, **kamus).lapor("A", "TW1", nilai, komponen=komponen, **fields)


def test_w018_the_official_value_is_asked_about_and_not_rewritten() -> None:
    assert said(nilai_resmi_menurut_komponen, ip_asn("83.61", TERTIMBANG).dataset()) == [
        (
            f"{LAPORAN} butir.A.nilai value W018: nilai resmi 83,61, tetapi rumus atas komponennya menghasilkan 84,13; "
            "periksa keduanya, atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize(
    ("nilai", "fields", "wrong"),
    [
        ("83.61", {}, False),
        ("83.62", {}, False),
        ("83.60", {}, False),
        ("83.63", {}, True),
        ("83.59", {}, True),
        ("83.59", {"catatan": "Dibulatkan pemiliknya."}, False),
        ("84", {"desimal": "0"}, False),
        ("83", {"desimal": "0"}, True),
        ("50", {"komponen": {"pns": "84.42"}}, False),
    ],
)
def test_w018_a_cent_is_rounding(nilai: str, fields: dict[str, Any], wrong: bool) -> None:
    found = places(nilai_resmi_menurut_komponen, ip_asn(nilai, RERATA, **fields).dataset())
    assert found == ([f"{LAPORAN} butir.A.nilai"] if wrong else [])


@pytest.mark.parametrize("rumus", ["pns / (pppk - pppk)", "pns ** pppk", "pns + x"])
def test_w018_what_cannot_be_computed_is_left_to_others(rumus: str) -> None:
    assert said(nilai_resmi_menurut_komponen, ip_asn("50", rumus).dataset()) == []


# ── W019 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def gabungan(cara: str, induk: str, *anak: str | None, **fields: Any) -> Susunan:
    kode = [f"B{n}" for n in range(len(anak))]
    data = Susunan().ukur("A", gabungan={"cara": cara, "indikator": kode}, desimal=fields.pop("desimal", "2"))
    data.lapor("A", "TW1", induk, **fields)
    for name, value in zip(kode, anak, strict=True):
        data.ukur(name)
        if value is not None:
            data.lapor(name, "TW1", value)
    return data


def test_w019_a_parent_is_what_its_children_make() -> None:
    assert said(gabungan_menurut_pembentuknya, gabungan("jumlah", "31", "10", "20").dataset()) == [
        (
            f"{LAPORAN} butir.A.nilai value W019: nilai 31, tetapi jumlah B0, B1 adalah 30; periksa semuanya, "
            "atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize(
    ("cara", "induk", "anak", "fields", "wrong"),
    [
        ("jumlah", "30", ("10", "20"), {}, False),
        ("jumlah", "30.01", ("10", "20"), {}, False),
        ("jumlah", "30.02", ("10", "20"), {}, True),
        ("rerata", "15", ("10", "20"), {}, False),
        ("rerata", "30", ("10", "20"), {}, True),
        ("rerata", "13.33", ("10", "10", "20"), {}, False),
        ("rerata", "13", ("10", "10", "20"), {"desimal": "0"}, False),
        ("jumlah", "99", ("10", None), {}, False),
        ("jumlah", "99", ("10", "20"), {"catatan": "Sebagian orang dihitung dua kali."}, False),
    ],
)
def test_w019_only_if_all_are_reported(
    cara: str, induk: str, anak: tuple[str | None, ...], fields: dict[str, Any], wrong: bool
) -> None:
    found = places(gabungan_menurut_pembentuknya, gabungan(cara, induk, *anak, **fields).dataset())
    assert found == ([f"{LAPORAN} butir.A.nilai"] if wrong else [])


@pytest.mark.parametrize(
    ("agregasi", "wanted"), [("jumlah", "40"), ("rerata", "10"), ("terakhir", "12"), ("maks", "12"), ("min", "8")]
)
def test_w019_joins_parts_that_are_reported_more_often(agregasi: str, wanted: str) -> None:
    data = Susunan().ukur("A", frekuensi="tahunan", gabungan={"cara": "rerata", "indikator": ["B", "C"]})
    data.lapor("A", "tahunan", "99")
    for kode in ("B", "C"):
        data.ukur(kode, agregasi=agregasi)
        for segment, value in (("TW1", "8"), ("TW2", "10"), ("TW3", "10"), ("TW4", "12")):
            data.lapor(kode, segment, value)
    (found,) = said(gabungan_menurut_pembentuknya, data.dataset())
    assert f"nilai 99, tetapi rerata B, C adalah {wanted};" in found
    del data.laporan[2024, "TW2", UNIT]["butir"]["C"]
    assert said(gabungan_menurut_pembentuknya, data.dataset()) == []


@pytest.mark.parametrize(("induk", "wrong"), [("6", False), ("10", False), ("8", True)])
def test_w019_a_whole_may_go_on_since_january(induk: str, wrong: bool) -> None:
    """The highest so far of two parts is 5 and 5; within the second quarter it is 3 and 3."""
    data = Susunan().ukur("A", gabungan={"cara": "jumlah", "indikator": ["B", "C"]}).lapor("A", "TW2", induk)
    for kode in ("B", "C"):
        data.ukur(kode, agregasi="maks", frekuensi="bulanan")
        for month, value in enumerate(("5", "1", "1", "3", "2", "1"), 1):
            data.lapor(kode, f"{month:02}", value)
    assert bool(said(gabungan_menurut_pembentuknya, data.dataset())) is wrong


def test_w019_leaves_parts_that_are_reported_less_often() -> None:
    data = gabungan("jumlah", "99", None, "2").ukur("B0", frekuensi="tahunan").lapor("B0", "tahunan", "1")
    assert said(gabungan_menurut_pembentuknya, data.dataset()) == []


def test_w019_is_silent_where_r031_speaks() -> None:
    data = Susunan().ukur("A", gabungan={"cara": "jumlah", "indikator": ["A", "B"]}).ukur("B")
    assert said(gabungan_menurut_pembentuknya, data.lapor("A", "TW1", "10").lapor("B", "TW1", "5").dataset()) == []


def test_w019_compares_the_same_period() -> None:
    data = gabungan("jumlah", "99", None, None).lapor("B0", "TW2", "1").lapor("B1", "TW2", "2")
    assert said(gabungan_menurut_pembentuknya, data.dataset()) == []


# ── W020 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

PERSEN = {"nama": "persen", "tipe": "persen"}


def test_w020_a_percentage_has_a_base() -> None:
    assert said(persen_berkomponen, Susunan().ukur("A", satuan=PERSEN).dataset()) == [
        (
            "indikator/A.yaml satuan.tipe value W020: persentase ini tidak punya pembilang dan penyebut; "
            "isi `komponen` dan `rumus`, atau jelaskan pada `catatan_kualitas`."
        )
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"satuan": {"nama": "indeks", "tipe": "indeks"}},
        {"komponen": {"a": "A", "b": "B"}, "rumus": "a / b * 100"},
        {"komponen": {"a": "A", "b": "B"}, "rumus": "a / b * 100", "nilai_resmi": "ya"},
        {"catatan_kualitas": "Diumumkan BPS hanya sebagai persentase."},
        {"batas": {"min": "-100"}},
        {"skala": AKIP88},
        {"tahapan": {"T1": {"uraian": "Selesai.", "bobot": "100"}}},
        {"gabungan": {"cara": "rerata", "indikator": ["B", "C"]}},
    ],
)
def test_w020_is_silent(fields: dict[str, Any]) -> None:
    assert said(persen_berkomponen, Susunan().ukur("A", **{"satuan": PERSEN} | fields).dataset()) == []


def test_w020_zero_is_no_growth_and_a_retired_indikator_is_left_alone() -> None:
    data = Susunan().ukur("A", satuan=PERSEN, batas={"min": "0"})
    assert len(said(persen_berkomponen, data.dataset())) == 1
    data.kode_lama["A"] = {"nama": "Indeks", "tahun_terakhir": "2024", "alasan": "Diganti."}
    assert said(persen_berkomponen, data.dataset()) == []


# ── W021 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

TANPA_CELAH: dict[str, Any] = {**AKIP88, "presisi_tabel": "0"}


def test_w021_rounding_moves_what_already_has_a_class() -> None:
    assert kelas(skala(TANPA_CELAH), Decimal("90.4")).kode == "A", "AA by the table"
    data = Susunan(metode=metode(skala=TANPA_CELAH))
    assert said(skala_tanpa_pembulatan, data.dataset()) == [
        (
            "metode/2024.yaml skala.celah value W021: batas kelas bersambung pada 90, tetapi nilai dibulatkan ke "
            "0 desimal sehingga dapat berpindah kelas; pakai `celah: batas_bawah`, atau isi `presisi_tabel` menurut "
            "desimal nilainya."
        )
    ]


@pytest.mark.parametrize(
    "table",
    [
        "permendagri86",
        "akip88",
        "ikm14",
        "lan4",
        "malteng2021",
        AKIP88,
        TANPA_CELAH | {"celah": "batas_bawah"},
        TANPA_CELAH | {"celah": "batas_atas"},
    ],
)
def test_w021_is_silent_of_gaps_of_finer_scores_and_of_other_readings(table: Any) -> None:
    assert said(skala_tanpa_pembulatan, Susunan(metode=metode(skala=table)).dataset()) == []


def test_w021_a_named_scale_read_otherwise_and_the_scale_of_an_indikator() -> None:
    data = Susunan(metode=metode(skala={"baku": "lan4", "celah": "bulatkan"})).ukur("A", skala=TANPA_CELAH)
    assert places(skala_tanpa_pembulatan, data.dataset()) == [
        "metode/2024.yaml skala.celah",
        "indikator/A.yaml skala.celah",
    ]


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        (predikat_menurut_skala, berpredikat("80.01", "BB")),
        (nilai_resmi_menurut_komponen, ip_asn("50", RERATA)),
        (gabungan_menurut_pembentuknya, gabungan("jumlah", "1", "1", "1")),
        (persen_berkomponen, Susunan().ukur("A", satuan=PERSEN)),
        (skala_tanpa_pembulatan, Susunan(metode=metode(skala=TANPA_CELAH))),
    ],
)
def test_a_comparison_never_blocks(rule: Any, data: Susunan) -> None:
    assert [issue.severity for issue in rule(data.dataset())] == [Severity.WARNING]
