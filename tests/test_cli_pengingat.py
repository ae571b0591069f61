"""The verb `pengingat`: what it writes and says, and that yesterday's reminders go."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from sakipgen.cli import cli
from tests.salinan import ROOT
from tests.usulan import REALISASI, Kantor


def _jalan(akar: Path, ke: Path, *words: str) -> Result:
    options = ["pengingat", "--akar", str(akar), "--ke", str(ke), *words]
    return CliRunner().invoke(cli, options, standalone_mode=False, catch_exceptions=False)


def test_it_writes_what_the_day_asks_for(tmp_path: Path) -> None:
    to = tmp_path / "pengingat"
    done = _jalan(ROOT, to)
    assert done.return_value == 0
    assert done.stdout.splitlines() == [
        (
            "Bidang Penilaian Kinerja Aparatur dan Penghargaan, Triwulan III 2026: dikembalikan 10 November 2026, "
            "3 indikator (pengingat-pkp-2026-tw3.txt)"
        ),
        "Bidang Mutasi dan Promosi, Oktober 2026: terlambat 2 hari, 3 indikator (pengingat-mp-2026-10.txt)",
        f"2 pengingat di {to}",
    ]
    done = _jalan(ROOT, to, "--per-tanggal", "2026-06-20", "--format", "json")
    assert done.stdout == (to / "pengingat.json").read_text("utf-8")
    assert [path.name for path in to.iterdir()] == ["pengingat.json"]
    done = _jalan(ROOT, to, "--per-tanggal", "2026-06-20")
    assert done.stdout == "Tidak ada yang perlu diingatkan.\n"


def test_wrong_data_leave_the_old_ones(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path / "kantor")
    to = tmp_path / "pengingat"
    assert _jalan(kantor.folder, to).return_value == 0
    before = (to / "pengingat.json").read_bytes()
    kantor.ganti(REALISASI, "77.5", '"77,5"')
    done = _jalan(kantor.folder, to)
    assert done.return_value == 1
    assert "galat[N001]" in done.stderr
    assert (to / "pengingat.json").read_bytes() == before
