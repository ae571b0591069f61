"""What every test of measuring begins with."""

from __future__ import annotations

import pytest

from sakipgen.measuring.rumus import parse_rumus


@pytest.fixture(autouse=True)
def _no_rumus_read_before() -> None:
    """No test is spared the reading of a rumus because another has read it: mutation tests count on that."""
    parse_rumus.cache_clear()
