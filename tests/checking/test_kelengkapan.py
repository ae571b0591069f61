"""L: what was handed in is complete, what is due is there; both see what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from sakipgen.checking import check, check_hasil
from sakipgen.checking.kelengkapan import analisis_bila_di_bawah_target, laporan_jatuh_tempo
from sakipgen.diagnostics import Issue, Severity
from tests.checking.helpers import line
from tests.measuring.builder import UNIT, Susunan

LAPORAN = "realisasi/2024/TW1/mutasi.yaml"
ANALISIS = {"kendala": "Kendala.", "solusi": "Solusi."}


def satu(nilai: str | None = None, **fields: Any) -> Susunan:
    data = Susunan().ukur("A").janji("A", "100").rencanakan("A", TW1="100", TW2="100", TW3="100", TW4="100")
    return data.lapor("A", "TW1", nilai, **fields) if nilai is not None or fields else data


def lines(issues: Iterable[Issue]) -> list[str]:
    return [line(issue) for issue in issues]


def l001(data: Susunan, sampai: str = "2024-TW1", per_tanggal: str = "2024-04-10") -> list[str]:
    return lines(analisis_bila_di_bawah_target(data.dataset(), data.hasil(sampai, per_tanggal)))


def l002(data: Susunan, sampai: str = "2024-TW1", per_tanggal: str = "2024-04-20") -> list[str]:
    return lines(laporan_jatuh_tempo(data.dataset(), data.hasil(sampai, per_tanggal)))


@pytest.mark.parametrize(
    ("nilai", "fields", "missing"),
    [
        ("100", {}, None),
        ("101", {}, None),
        ("99.999999", {}, "`kendala` dan `solusi`"),
        ("0", {}, "`kendala` dan `solusi`"),
        ("99", {"kendala": "K."}, "`solusi`"),
        ("99", {"solusi": "S."}, "`kendala`"),
        ("99", ANALISIS, None),
        (None, {"status": "menunggu_rilis", "alasan": "A."}, None),
    ],
)
def test_l001_below_target_is_explained(nilai: str | None, fields: dict[str, Any], missing: str | None) -> None:
    expected = [
        (
            f"{LAPORAN} butir.A key L001: realisasi `A` belum mencapai target, "
            f"tetapi {missing} belum diisi; tulis {missing}."
        )
    ]
    assert l001(satu(nilai, **fields)) == (expected if missing else [])


def test_l001_speaks_of_the_target_so_far() -> None:
    data = (
        Susunan().ukur("A", agregasi="jumlah").janji("A", "40").rencanakan("A", TW1="10", TW2="10", TW3="10", TW4="10")
    )
    data.lapor("A", "TW1", "15").lapor("A", "TW2", "6")
    assert l001(data, "2024-TW2") == []
    data.lapor("A", "TW1", "5", **ANALISIS).lapor("A", "TW2", "14")
    assert [text.split(" ")[0] for text in l001(data, "2024-TW2")] == ["realisasi/2024/TW2/mutasi.yaml"]


def test_l001_asks_nothing_of_what_has_no_target_or_lies_ahead() -> None:
    data = Susunan().ukur("A").janji("A", "100").lapor("A", "TW1", "1")
    assert l001(data) == []
    assert l001(satu("1"), "2024-02", "2024-03-01") == []


def test_l001_asks_once_and_only_of_the_reported_period() -> None:
    data = (
        Susunan()
        .ukur("A", frekuensi="bulanan")
        .janji("A", "10")
        .rencanakan("A", **{f"b{m:02}": "10" for m in range(1, 13)})
    )
    data.lapor("A", "01", "10").lapor("A", "02", "10").lapor("A", "03", "9")
    assert [text.split(" ")[0] for text in l001(data)] == ["realisasi/2024/03/mutasi.yaml"]


def test_l002_points_at_the_line_that_makes_it_due() -> None:
    assert l002(satu()) == [
        (
            "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1 key L002: realisasi `A` untuk Triwulan I 2024 belum ada; "
            f"jatuh tempo 2024-04-15, terlambat 5 hari; isi di `data/{LAPORAN}`."
        )
    ]
    assert l002(satu(), per_tanggal="2024-04-15") == []


def test_l002_is_a_warning_for_every_missing_period() -> None:
    data = satu()
    issues = list(laporan_jatuh_tempo(data.dataset(), data.hasil("2024", "2025-02-14")))
    assert [issue.loc[-1] for issue in issues] == ["TW1", "TW2", "TW3", "TW4"]
    assert {issue.severity for issue in issues} == {Severity.WARNING}


@pytest.mark.parametrize("fields", [{"nilai": "0"} | ANALISIS, {"status": "tidak_tersedia", "alasan": "A."}])
def test_l002_a_zero_and_a_declared_status_are_reports(fields: dict[str, Any]) -> None:
    assert l002(satu(fields.pop("nilai", None), **fields)) == []


def test_l002_without_a_plan_points_at_the_promise() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan").janji("A", "100")
    found = l002(data, "2024", "2025-02-14")
    assert [text.split(" key ")[0] for text in found] == ["perjanjian-kinerja/2024/kepala/murni.yaml butir.A"]
    unit = Susunan().ukur("P", tingkat="program", frekuensi="tahunan").janji("P", "1", unit=UNIT)
    found = l002(unit, "2024", "2025-02-14")
    assert [text.split(" key ")[0] for text in found] == ["perjanjian-kinerja/2024/mutasi/murni.yaml butir.P"]


def test_l002_of_what_was_not_promised_nobody_is_late() -> None:
    data = (
        Susunan().ukur("A", agregasi="jumlah").janji("A", "30").rencanakan("A", TW1="0", TW2="10", TW3="10", TW4="10")
    )
    assert l002(data, "2024-TW2", "2024-07-20")[0].startswith("rencana-aksi/2024/mutasi.yaml butir.A.target.TW2 ")
    assert len(l002(data, "2024-TW2", "2024-07-20")) == 1


def test_both_groups_run_their_rules() -> None:
    data = satu("99", bukti=())
    assert "B001" in {issue.code for issue in check(data.dataset())}
    assert [issue.code for issue in check_hasil(data.dataset(), data.hasil("2024-TW1", "2024-04-10"))] == ["L001"]
