"""The filters of the page of changes narrow the table and say how much is left; without a script all rows are there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

TABEL = "table:has(#t-perubahan)"
BARIS = f"{TABEL} > tbody > tr"


def test_a_choice_narrows_the_table_and_says_by_how_much(peramban: Browser, alamat: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        page.goto(f"{alamat}perubahan/")
        whole = page.locator(BARIS).count()
        if not whole:
            pytest.skip("the history of the repository is not there: clone it whole")
        form = page.get_by_role("form", name="Saring tabel")
        expect(form.get_by_role("status")).to_have_text(f"{whole} dari {whole} baris")
        form.get_by_label("Jenis").select_option("− penghapusan")
        kept = page.locator(f"{BARIS}:visible")
        expect(kept.first).to_contain_text("penghapusan")
        some = kept.count()
        assert 0 < some < whole
        assert all("penghapusan" in text for text in kept.all_inner_texts())
        expect(form.get_by_role("status")).to_have_text(f"{some} dari {whole} baris")
        form.get_by_label("Unit kerja").select_option("Sekretariat")
        assert all("Sekretariat" in text for text in kept.all_inner_texts())
        form.get_by_label("Indikator atau pagu").select_option("IKP-01")
        assert all("IKP-01" in text for text in kept.all_inner_texts())


def test_without_a_script_everything_is_there(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{alamat}perubahan/")
        assert page.locator(".sk-saring").count() == 0
        assert page.locator(f"{BARIS}:visible").count() == page.locator(BARIS).count()
