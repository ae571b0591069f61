"""Short ways to cells: rows beside one cell are parted so that each part fits on a page."""

from __future__ import annotations

import pytest

from sakipgen.rendering.dokumen.teks import potongan


@pytest.mark.parametrize(
    ("letters", "parts"),
    [
        ([], []),
        ([1, 1], [(False, [1, 1])]),
        ([50, 50, 50], [(False, [50, 50]), (True, [50])]),
        ([500, 1], [(False, [500]), (True, [1])]),
        ([1, 500], [(False, [1]), (True, [500])]),
        ([1, 1, 1, 1], [(False, [1, 1]), (True, [1, 1])]),
    ],
)
def test_parts_have_about_so_many_letters(letters: list[int], parts: list[tuple[bool, list[int]]]) -> None:
    assert [(again, list(part)) for again, part in potongan(letters, lambda n: n, 100)] == parts
