"""What an archive says to people."""

from __future__ import annotations

import pytest

from sakipgen import archiving
from sakipgen.archiving.kata import BERKAS
from sakipgen.checking import manual
from sakipgen.forms.manual import MANUAL as MANUAL_FORMULIR
from sakipgen.pengarsipan import TINJAUAN, WAJIB
from sakipgen.reading.manual import MANUAL
from tests.conftest import Indonesian


def test_every_file_has_its_words() -> None:
    assert BERKAS.keys() == WAJIB | {TINJAUAN}


@pytest.mark.parametrize("code", sorted(archiving.manual()))
def test_manual_page(code: str, indonesian: Indonesian) -> None:
    title, _, text = indonesian(archiving.manual()[code]).partition("\n\n")
    assert title.endswith(".")
    cause, cure, _ = text.partition("Cara memperbaiki: ")
    assert cure, "says how to mend it"
    assert len(cause.split()) >= 5, "says why"


def test_the_family_of_archives_is_whole() -> None:
    assert sorted(archiving.manual()) == [f"A00{n}" for n in range(1, 10)]
    assert not {*archiving.manual()} & {*manual(), *MANUAL, *MANUAL_FORMULIR}
