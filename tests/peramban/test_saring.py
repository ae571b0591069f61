"""The filters of the page of changes narrow the table and say how much is left; without a script all rows are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.peramban.server import layani
from tests.replay import AKHIR, replay
from tests.salinan import copy_frame

TABEL = "table:has(#t-perubahan)"
BARIS = f"{TABEL} > tbody > tr"


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of three years of an office: always the same changes, whatever this repository's are."""
    root = copy_frame(replay(tmp_path_factory.mktemp("kantor")).folder)
    project = Project(root)
    publish(project, project.build(AKHIR), root / "site")
    with layani(root / "site") as address:
        yield address


@pytest.mark.parametrize("saringan", ["Jenis", "Unit kerja", "Indikator atau pagu", "Periode"])
def test_each_choice_narrows_the_table_and_says_by_how_much(peramban: Browser, kantor: str, saringan: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        page.goto(f"{kantor}perubahan/")
        whole = page.locator(BARIS).count()
        form = page.get_by_role("form", name="Saring tabel")
        expect(form.get_by_role("status")).to_have_text(f"{whole} dari {whole} baris")
        choices = form.get_by_label(saringan).locator("option").all_inner_texts()[1:]
        assert len(choices) > 1
        for choice in choices[:3]:
            form.get_by_label(saringan).select_option(choice)
            kept = page.locator(f"{BARIS}:visible")
            some = kept.count()
            assert 0 < some < whole
            expect(form.get_by_role("status")).to_have_text(f"{some} dari {whole} baris")
            expect(page.locator(BARIS).filter(has_text=choice).filter(visible=True)).to_have_count(some)


def test_without_a_script_everything_is_there(peramban: Browser, kantor: str) -> None:
    with peramban.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{kantor}perubahan/")
        assert page.locator(".sk-saring").count() == 0
        assert page.locator(f"{BARIS}:visible").count() == page.locator(BARIS).count() > 0
