"""T010…T012: a day far from its year, after its period, after its report, or still to come."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.bentuk import bentuk_cocok
from sakipgen.checking.hari import hari_dalam_periodenya, hari_dekat_tahunnya, hari_sudah_lewat
from tests.checking.helpers import places, said, said_hasil
from tests.measuring.builder import BUKTI, UNIT, Susunan

HARI: dict[str, Any] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}
PK = "perjanjian-kinerja/2024/kepala/murni.yaml"


def janji(hari: str, **kamus: Any) -> Susunan:
    target = {"tanggal": hari}
    return Susunan(target_renstra={"A": {"2024": target}}).ukur("A", **HARI | kamus).janji("A", target)


def lapor(segmen: str, hari: str) -> Susunan:
    return janji("2024-03-31").lapor("A", segmen, tanggal=hari)


def kirim(data: Susunan, segmen: str, *hari: str) -> Susunan:
    rounds = [{"dikirim": d, "diputus": d, "hasil": "dikembalikan", "alasan": "bukti_kurang"} for d in hari]
    rounds[-1] = {"dikirim": hari[-1], "diputus": hari[-1], "hasil": "disetujui"}
    data.siklus[2024, segmen] = {"pengiriman": {UNIT: rounds}}
    return data


# ── T010 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hari", "wrong"),
    [
        ("2042-03-31", True),
        ("2026-01-01", True),
        ("2025-12-31", False),
        ("2024-03-31", False),
        ("2023-01-01", False),
        ("2022-12-31", True),
    ],
)
def test_t010_a_day_is_near_its_year(hari: str, wrong: bool) -> None:
    cure = "betulkan tanggalnya, atau pindahkan ke tahunnya."
    text = f"value T010: hari {hari} jauh dari tahunnya (2024); {cure}"
    where = ("renstra/2021-2026.yaml target.A.2024.tanggal", f"{PK} butir.A.target.tanggal")
    assert said(hari_dekat_tahunnya, janji(hari).dataset()) == ([f"{place} {text}" for place in where] if wrong else [])


@pytest.mark.parametrize(
    ("target", "hasil", "wrong"),
    [
        ("2024-03-31", "2023-03-27", True),
        ("2024-03-31", "2024-01-01", False),
        ("2024-01-05", "2023-12-29", False),
        ("2024-01-31", "2023-10-31", False),
        ("2024-01-31", "2023-10-30", True),
        ("2023-12-31", "2023-11-30", False),
        ("2023-12-31", "2023-03-30", False),
    ],
)
def test_t010_a_result_of_the_year_before_only_where_it_was_promised_or_soon_due(
    target: str, hasil: str, wrong: bool
) -> None:
    data = janji(target).lapor("A", "TW1", tanggal=hasil)
    text = "jatuh pada tahun 2023, padahal ini laporan dan target tahun 2024; betulkan tahunnya."
    expected = [f"realisasi/2024/TW1/mutasi.yaml butir.A.tanggal value T010: hari {hasil} {text}"]
    assert said(hari_dekat_tahunnya, data.dataset()) == (expected if wrong else [])


def test_t010_speaks_of_results_and_of_the_kamus_too() -> None:
    base = {"tahun": "2020", "tanggal": "2002-03-27"}
    standard = {"tahun": "2023", "tanggal": "2032-03-27", "sumber": "BKN"}
    data = janji("2024-03-31", baseline=base, standar_nasional=standard).lapor("A", "TW1", tanggal="2042-03-27")
    assert places(hari_dekat_tahunnya, data.dataset()) == [
        "realisasi/2024/TW1/mutasi.yaml butir.A.tanggal",
        "indikator/A.yaml baseline.tanggal",
        "indikator/A.yaml standar_nasional.tanggal",
    ]
    assert said(hari_dalam_periodenya, data.dataset()) == [], "T010 says it"


def test_t010_is_silent_where_the_kamus_asks_for_no_day() -> None:
    data = janji("2042-03-31").lapor("A", "TW1", tanggal="2042-03-27").lapor("B", "TW1", tanggal="2042-03-27")
    data.ukur("A", baseline={"tahun": "2020", "tanggal": "2002-03-27"})
    assert said(hari_dekat_tahunnya, data.dataset()) == []


# ── T011 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("segmen", "hari", "when"),
    [
        ("TW1", "2024-03-31", None),
        ("TW1", "2024-04-01", "Triwulan I 2024 berakhir (2024-03-31)"),
        ("TW1", "2024-11-30", "Triwulan I 2024 berakhir (2024-03-31)"),
        ("11", "2024-12-01", "November 2024 berakhir (2024-11-30)"),
        ("TW3", "2024-01-02", None),
        ("TW4", "2025-01-20", None),
        ("tahunan", "2025-01-20", None),
    ],
)
def test_t011_what_came_after_the_period_belongs_to_the_next(segmen: str, hari: str, when: str | None) -> None:
    expected = (
        f"realisasi/2024/{segmen}/mutasi.yaml butir.A.tanggal value T011: hari {hari} sesudah {when}; betulkan "
        "tanggalnya, atau tulis `status` di sini dan laporkan hari itu dalam periodenya."
    )
    assert said(hari_dalam_periodenya, lapor(segmen, hari).dataset()) == ([expected] if when else [])


@pytest.mark.parametrize(
    ("hari", "dikirim", "dikoreksi", "known"),
    [
        ("2025-01-20", ("2025-01-20",), None, None),
        ("2025-01-21", ("2025-01-20",), None, "2025-01-20"),
        ("2025-01-20", ("2025-01-10", "2025-01-22"), None, None),
        ("2025-01-21", ("2025-01-20",), "2025-03-01", None),
        ("2025-03-02", ("2025-01-20",), "2025-03-01", "2025-03-01"),
        ("2024-03-27", ("2025-01-20",), None, None),
    ],
)
def test_t011_a_report_says_no_day_after_it_was_handed_in(
    hari: str, dikirim: tuple[str, ...], dikoreksi: str | None, known: str | None
) -> None:
    data = kirim(lapor("TW4", hari), "TW4", *dikirim)
    if dikoreksi:
        data.koreksi[2024, "TW4", "KOR-1"] = {
            "jenis": "isian_terlambat",
            "indikator": "A",
            "nilai_baru": {"tanggal": hari},
            "alasan": "Menyusul.",
            "tingkat": "kecil",
            "tanggal": dikoreksi,
            "diminta_oleh": "kabid",
            "disetujui_oleh": ["kepala"],
            "bukti": BUKTI,
        }
    expected = (
        f"realisasi/2024/TW4/mutasi.yaml butir.A.tanggal value T011: hari {hari} sesudah angkanya disampaikan "
        f"({known}); betulkan tanggalnya."
    )
    assert said(hari_dalam_periodenya, data.dataset()) == ([expected] if known else [])


# ── T012 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("per_tanggal", "wrong"), [("2024-12-30", False), ("2024-12-31", True), ("2025-01-19", True), ("2025-01-20", False)]
)
def test_t012_nobody_knows_what_has_not_come(per_tanggal: str, wrong: bool) -> None:
    expected = (
        "realisasi/2024/TW4/mutasi.yaml butir.A.tanggal value T012: hari 2025-01-20 sesudah hari yang dilihat "
        f"({per_tanggal}); betulkan tanggalnya, atau catat kapan laporannya dikirim."
    )
    data = lapor("TW4", "2025-01-20")
    assert said_hasil(hari_sudah_lewat, data, per_tanggal) == ([expected] if wrong else [])
    assert said_hasil(hari_sudah_lewat, kirim(data, "TW4", "2025-01-21"), per_tanggal) == []


# ── N019 of days before their year ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("formula", "wrong"),
    [
        ("turun_selisih", True),
        ("turun_rasio", True),
        ("tanggal", False),
        ("biner", False),
        ("manual", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("hari", ["2023-12-31", "2024-01-01"])
def test_a_day_before_its_year_divides_nothing(hari: str, formula: str | None, wrong: bool) -> None:
    base = {"tahun": "2020", "tanggal": "2020-03-27"}
    data = janji(hari, baseline=base, **({"formula_capaian": formula} if formula else {}))
    expected = (
        f"{PK} butir.A.target.tanggal value N019: hari 2023-12-31 sebelum 1 Januari 2024, sehingga capaian dari nomor "
        "hari tidak bermakna; isi `formula_capaian: tanggal` dalam kamus, atau betulkan harinya."
    )
    found = [text for text in said(bentuk_cocok, data.dataset()) if text.startswith(PK)]
    assert found == ([expected] if wrong and hari == "2023-12-31" else [])
