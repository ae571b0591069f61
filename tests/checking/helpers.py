"""What a rule says of a dataset, in one line each, without positions; and a program to speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Dataset
from sakipgen.measuring.hasil import Hasil
from tests.measuring.builder import UNIT, Susunan

Rule = Callable[[Dataset], Iterable[Issue]]
RuleHasil = Callable[[Dataset, Hasil], Iterable[Issue]]


def line(issue: Issue) -> str:
    path = "/".join(issue.path.parts[1:])
    at = "key" if issue.at_key else "value"
    return f"{path} {'.'.join(map(str, issue.loc)) or '-'} {at} {issue.code}: {issue.message}"


def said(rule: Rule, dataset: Dataset) -> list[str]:
    return [line(issue) for issue in rule(dataset)]


def said_hasil(rule: RuleHasil, data: Susunan, per_tanggal: str, sampai: str | None = None) -> list[str]:
    """What a rule of the second group says on a day."""
    return [line(issue) for issue in rule(data.terlihat(per_tanggal, sampai), data.hasil(sampai, per_tanggal))]


def places(rule: Rule, dataset: Dataset) -> list[str]:
    """Where a rule speaks, without its words."""
    return [place(text) for text in said(rule, dataset)]


def place(text: str) -> str:
    return " ".join(text.split(" ")[:2])


def program(**changes: Any) -> dict[str, Any]:
    """One program with one kegiatan and one sub kegiatan, none with an indikator."""
    rows: dict[str, Any] = {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "program": {"5": {"nama": "P", "sasaran": "S1", "penanggung_jawab": UNIT}},
        "kegiatan": {"5.1": {"nama": "K", "penanggung_jawab": UNIT}},
        "sub_kegiatan": {
            "5.1.1": {"nama": "S", "penanggung_jawab": UNIT, "pagu": {"murni": "1000"}, "sumber_dana": "DAU"}
        },
    }
    return rows | changes
