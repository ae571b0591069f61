"""What stands where there is no figure, and beside one that is not final: words and a mark, never a blank or a zero."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.page import Page
from tests.measuring.builder import SOP, UNIT, Susunan, instansi, metode
from tests.rendering.test_pages import render, small, text, tree

ALASAN = {"alasan": "Alat ukurnya rusak."}
DIKIRIM = [{"dikirim": "2024-07-10"}]
DIJAWAB = [{"dikirim": "2024-07-10", "diputus": "2024-07-12", "hasil": "dikembalikan", "alasan": "bukti_kurang"}]


def half_year(tampilkan: str = "ya", **report: Any) -> Susunan:
    """One quarter reported, the second as `report` says, and seen before the others have ended."""
    susunan = Susunan()
    susunan.instansi = instansi(tampilkan_proses=tampilkan)
    susunan.sop = SOP
    susunan.ukur("IKU-01").janji("IKU-01", "40")
    susunan.rencanakan("IKU-01", TW1="10", TW2="20", TW3="30", TW4="40")
    susunan.lapor("IKU-01", "TW1", "10")
    if report:
        susunan.lapor("IKU-01", "TW2", **report)
    return susunan


def state(susunan: Susunan, per_tanggal: str, segmen: int = 1) -> str:
    """The cell of the state of a quarter on the page of the indikator."""
    page = render(susunan, per_tanggal)["indikator/iku-01"]
    cell = tree(page).css("#t-periode-2024 ~ tbody tr")[segmen].css(".sk-keadaan")[0]
    return " ".join(cell.text().split())


def sent(rows: list[dict[str, str]], tampilkan: str = "ya") -> Susunan:
    susunan = half_year(tampilkan)
    susunan.siklus[2024, "TW2"] = {"pengiriman": {UNIT: rows}}
    return susunan


@pytest.mark.parametrize(
    ("susunan", "per_tanggal", "words"),
    [
        (half_year(), "2024-07-05", "○ Belum waktunya dilaporkan (jatuh tempo 15 Jul 2024)"),
        (half_year(), "2024-07-27", "▲ Terlambat 12 hari (jatuh tempo 15 Jul 2024). Penanggung jawab: Bidang Mutasi"),
        (sent(DIKIRIM), "2024-07-14", "◔ Sudah dikirim, menunggu persetujuan Sekretaris"),
        (
            sent(DIJAWAB),
            "2024-07-18",
            "↩ Dikembalikan untuk dilengkapi, 3 hari sesudah jatuh tempo 15 Jul 2024. Penanggung jawab: Bidang Mutasi",
        ),
        (sent(DIKIRIM, "tidak"), "2024-07-14", "○ Belum dilaporkan"),
        (half_year(status="tidak_tersedia", **ALASAN), "2024-08-01", "– Data tidak tersedia: Alat ukurnya rusak."),
        (
            half_year(status="tidak_berlaku", **ALASAN),
            "2024-08-01",
            "n.b. Tidak berlaku pada periode ini: Alat ukurnya rusak.",
        ),
        (half_year(status="menunggu_rilis", **ALASAN), "2024-08-01", "◔ Menunggu rilis: Alat ukurnya rusak."),
    ],
)
def test_each_state_has_its_mark_and_its_words(susunan: Susunan, per_tanggal: str, words: str) -> None:
    assert state(susunan, per_tanggal) == words


def test_the_day_of_a_state_is_told_to_programs() -> None:
    html = render(half_year(), "2024-07-05")["indikator/iku-01"].isi
    assert 'jatuh tempo <time datetime="2024-07-15">15 Jul 2024</time>' in html


def test_a_provisional_figure_says_so_beside_it() -> None:
    page = render(half_year(nilai="20", sementara="ya"), "2024-08-01")["indikator/iku-01"]
    assert "(sementara)" in text(page, "#t-periode-2024 ~ tbody .sk-tanda")


# ── A new year ──


def new_year() -> Susunan:
    susunan = small()
    susunan.metode_lain[2024] = metode()
    susunan.tahun = 2025
    for kode, target in (("IKU-01", "70"), ("IKU-02", "10"), ("IKU-03", "260")):
        susunan.janji(kode, target, tanggal="2025-01-15")
    susunan.rencanakan("IKU-01", TW1="20", TW2="40", TW3="60", TW4="70")
    susunan.rencanakan("IKU-02", TW1="10", TW2="10", TW3="10", TW4="10")
    return susunan


@pytest.mark.parametrize(
    ("per_tanggal", "heading"),
    [
        ("2025-04-05", "Hasil 2024 (data 2025 belum jatuh tempo)"),
        ("2025-04-20", "Hasil 2024 (data 2025 belum masuk)"),
    ],
)
def test_a_new_year_without_data_shows_the_last_result(per_tanggal: str, heading: str) -> None:
    front: Page = render(new_year(), per_tanggal)["."]
    assert text(front, ".sk-atas") == [heading]
    assert text(front, ".sk-putusan")[0].startswith("Pada tahun 2024")
