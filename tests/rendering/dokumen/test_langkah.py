"""The steps of the SOP as papers see them: what comes next, who acts, how days are said."""

from __future__ import annotations

from datetime import date

import pytest

from sakipgen.domain.siklus import PeranSop
from sakipgen.domain.waktu import Periode
from sakipgen.rendering.cetak import hari_tanggal
from sakipgen.rendering.dokumen.langkah import Kejadian, pelaku, periode_sesudah, sekretaris
from sakipgen.rendering.dokumen.program_kerja import rentang
from tests.measuring.builder import instansi
from tests.rendering.dokumen.bahan_uji import contoh


@pytest.mark.parametrize(
    ("periode", "sesudah"),
    [
        ("2026-TW1", "2026-TW2"),
        ("2026-TW4", "2027-TW1"),
        ("2026-S1", "2026-S2"),
        ("2026-S2", "2027-S1"),
        ("2026-09", "2026-10"),
        ("2026-12", "2027-01"),
        ("2026", "2027"),
    ],
)
def test_the_next_period_is_of_the_same_length(periode: str, sesudah: str) -> None:
    assert periode_sesudah(Periode.parse(periode)) == Periode.parse(sesudah)


@pytest.mark.parametrize(
    ("mulai", "selesai", "said"),
    [
        ("2026-09-24", "2026-09-24", "24 September 2026"),
        ("2026-09-24", "2026-09-28", "24–28 September 2026"),
        ("2026-09-28", "2026-10-02", "28 September – 2 Oktober 2026"),
        ("2026-12-30", "2027-01-04", "30 Desember 2026 – 4 Januari 2027"),
        ("2026-09-24", "2027-09-28", "24 September 2026 – 28 September 2027"),
    ],
)
def test_days_say_once_what_they_share(mulai: str, selesai: str, said: str) -> None:
    assert rentang(date.fromisoformat(mulai), date.fromisoformat(selesai)) == said


def test_a_day_has_its_weekday() -> None:
    assert hari_tanggal(date(2026, 9, 24)) == "Kamis, 24 September 2026"
    assert hari_tanggal(date(2026, 11, 1)) == "Minggu, 1 November 2026"


def test_roles_are_positions_where_one_holds_them() -> None:
    real = contoh().rekap.instansi
    assert [pelaku(real, role) for role in PeranSop] == ["kepala", "sekretaris", "Tim SAKIP", "Kepala unit kerja"]


def test_an_office_without_a_sekretariat_has_the_head_of_its_team() -> None:
    assert sekretaris(instansi()) == "kepala"


def test_names_of_files() -> None:
    when = Periode.parse("2026-TW3")
    assert Kejadian("pengukuran", when).nama("notulen") == "notulen-pengukuran-2026-tw3"
    assert Kejadian("pengukuran", when, tunggal=True).nama("arsip") == "arsip-2026-tw3"
    again = Kejadian("pengumpulan", when, nomor="9", ke=2, kembar=True)
    assert again.nama("laporan-data") == "laporan-data-pengumpulan-2026-tw3-langkah-9-2"
