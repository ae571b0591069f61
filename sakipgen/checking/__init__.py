"""Checks across files. Rules are generators of Issue; they know nothing of YAML, lines or files.

A rule is a function whose docstring is its page in the manual: `R001 Judul.`, a blank line, cause and cure in
Indonesian. The first group looks at the dataset, the second also at what was measured and runs only if the first
found no galat.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from sakipgen.checking import (
    bentuk,
    bobot,
    bukti,
    cascading,
    hari,
    isi_bukti,
    isian,
    kelengkapan,
    keselarasan,
    kewajaran,
    koreksi,
    narasi,
    pembanding,
    penempatan,
    pohon,
    rujukan,
    siklus,
    smart,
)
from sakipgen.checking._issue import saran as saran
from sakipgen.checking.bukti import tempat_bukti as tempat_bukti
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Dataset
from sakipgen.measuring.hasil import Hasil

Rule = Callable[[Dataset], Iterable[Issue]]
RuleHasil = Callable[[Dataset, Hasil], Iterable[Issue]]

RULES: Final[tuple[Rule, ...]] = (
    *rujukan.RULES,
    *penempatan.RULES,
    *bukti.RULES,
    *isi_bukti.RULES,
    *isian.RULES,
    *bentuk.RULES,
    *hari.RULES,
    *keselarasan.RULES,
    *cascading.RULES,
    *bobot.RULES,
    *pohon.RULES,
    *siklus.RULES,
    *koreksi.RULES,
    *narasi.RULES,
    *kelengkapan.RULES,
    *kewajaran.RULES,
    *pembanding.RULES,
    *smart.RULES,
)
RULES_HASIL: Final[tuple[RuleHasil, ...]] = (
    *hari.RULES_HASIL,
    *kelengkapan.RULES_HASIL,
    *kewajaran.RULES_HASIL,
    *smart.RULES_HASIL,
)


def check(dataset: Dataset) -> Iterator[Issue]:
    """Yields what the rules of the first group find."""
    for rule in RULES:
        yield from rule(dataset)


def check_hasil(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """Yields what the rules of the second group find."""
    for rule in RULES_HASIL:
        yield from rule(dataset, hasil)


def manual() -> Mapping[str, str]:
    """Returns the manual page of every rule by code: a title line, a blank line, cause and cure."""
    pages: dict[str, str] = {}
    for rule in (*RULES, *RULES_HASIL):
        code, _, text = (inspect.getdoc(rule) or "").partition(" ")
        pages[code] = text
    return dict(sorted(pages.items()))
