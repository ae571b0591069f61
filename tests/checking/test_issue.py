"""The two ways to make an issue, and the word that was probably meant."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from sakipgen.checking._issue import galat, peringatan, saran
from sakipgen.diagnostics import Severity

PATH = PurePosixPath("data/instansi.yaml")


def test_a_galat_blocks_and_a_peringatan_does_not() -> None:
    assert galat(PATH, ("a",), "R001", "m").severity is Severity.ERROR
    assert peringatan(PATH, ("a",), "W003", "m").severity is Severity.WARNING
    assert galat(PATH, (), "R001", "m", at_key=True).at_key


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("iku-01", "mungkin maksudnya `IKU-01`"),
        ("IKU-O1", "mungkin maksudnya `IKU-01`"),
        ("mutsi", "mungkin maksudnya `mutasi`"),
        ("keuangan", "pilihannya: …"),
        ("", "pilihannya: …"),
    ],
)
def test_the_near_word_is_offered_as_it_is_spelt(word: str, expected: str) -> None:
    assert saran(word, ["IKU-01", "mutasi"], "pilihannya: …") == expected
    assert saran(word, [], "tidak ada") == "tidak ada"
