"""What a rule says of a dataset, in one line each, without positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Dataset

Rule = Callable[[Dataset], Iterable[Issue]]


def line(issue: Issue) -> str:
    path = "/".join(issue.path.parts[1:])
    at = "key" if issue.at_key else "value"
    return f"{path} {'.'.join(map(str, issue.loc)) or '-'} {at} {issue.code}: {issue.message}"


def said(rule: Rule, dataset: Dataset) -> list[str]:
    return [line(issue) for issue in rule(dataset)]


def places(rule: Rule, dataset: Dataset) -> list[str]:
    """Where a rule speaks, without its words."""
    return [text.split(" ")[0] + " " + text.split(" ")[1] for text in said(rule, dataset)]
