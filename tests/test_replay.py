"""Three years of an office, commit by commit, and what the history tells of them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from sakipgen.domain.isian import Dokumen, Kunci, baca_isian
from sakipgen.project import Project
from sakipgen.reading.riwayat import read_riwayat
from sakipgen.rekap import BarisPerubahan, JenisPerubahan, RekapRiwayat
from sakipgen.rekap.susun_riwayat import tercatat
from tests.replay import AKHIR, replay


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return replay(tmp_path_factory.mktemp("kantor")).folder


def riwayat(kantor: Path, hari: date) -> RekapRiwayat:
    found = Project(kantor).build(hari)
    assert found.rekap is not None, found.report.summary
    assert found.rekap.riwayat is not None
    return found.rekap.riwayat


@pytest.fixture(scope="module")
def semua(kantor: Path) -> RekapRiwayat:
    return riwayat(kantor, AKHIR)


def test_every_change_has_its_kind_and_no_figure_changed_in_silence(semua: RekapRiwayat) -> None:
    assert (semua.lengkap, semua.peragaan) == (True, False)
    counts = Counter(row.jenis for row in semua.baris)
    assert counts.pop(JenisPerubahan.ISIAN_BARU) > 2_500
    assert counts == {
        JenisPerubahan.PERUBAHAN_PAGU: 12,
        JenisPerubahan.PERUBAHAN_TARGET: 2,
        JenisPerubahan.KOREKSI_KESALAHAN: 1,
    }


def _satu(semua: RekapRiwayat, jenis: JenisPerubahan, kode: str) -> BarisPerubahan:
    (row,) = [row for row in semua.baris if row.jenis is jenis and row.kunci.kode == kode]
    return row


def test_the_correction_says_who_asked_and_who_allowed(semua: RekapRiwayat) -> None:
    row = _satu(semua, JenisPerubahan.KOREKSI_KESALAHAN, "IKU-03")
    assert (row.lama, row.baru) == (tercatat("1302"), tercatat("1187"))
    assert (row.koreksi, row.unit, row.disetujui_oleh) == ("KOR-2026-01", "pka", ("sekretaris", "kepala"))
    assert row.waktu.isoformat() == "2026-05-20T09:30:00+07:00"
    assert row.usulan is not None
    assert (row.alasan or "").startswith("Sebanyak 115 guru terhitung dua kali")


def test_the_amended_pk_says_why_the_target_changed(semua: RekapRiwayat) -> None:
    row = _satu(semua, JenisPerubahan.PERUBAHAN_TARGET, "IKU-03")
    assert (row.lama, row.baru, row.unit) == (tercatat("80"), tercatat("70"), "kepala")
    assert row.waktu.date() == date(2026, 10, 6)
    assert (row.alasan or "").startswith("Diturunkan dari 80 menjadi 70")


def test_the_changes_lead_to_what_the_files_say(kantor: Path) -> None:
    """Whoever applies every change to nothing has the figures of today."""
    told = read_riwayat(kantor / "data")
    assert told is not None
    state: dict[Kunci, str] = {}
    for changed in (b for catatan in told.catatan for b in catatan.beda):
        kunci, old, new = changed.beda
        assert state.get(kunci) == old
        if new is None:
            del state[kunci]
        else:
            state[kunci] = new
    now: dict[Kunci, str] = {}
    for path in sorted((kantor / "data").rglob("*.yaml")):
        tree = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes text only
        now |= baca_isian(path.relative_to(kantor / "data").as_posix(), tree)
    assert state == now
    assert len(state) > 3_000


def test_an_earlier_day_knows_less_and_a_waiting_report_is_not_told(kantor: Path, semua: RekapRiwayat) -> None:
    hari = date(2026, 4, 14)
    early = riwayat(kantor, hari)
    known = [row for row in semua.baris if row.waktu.date() <= hari]
    later = [row for row in known if row.kunci[0] is Dokumen.PAGU and row.kunci.versi == "perubahan"]
    later = [row for row in later if row.kunci.periode and row.kunci.periode.tahun == 2026]
    assert len(later) == 2, "the changed ceilings of 2026 stand in a file of January and hold from a later day"
    assert early.baris == tuple(row for row in known if row not in later)
    waiting = [row for row in semua.baris if row.kunci.kode == "IKK-10" and str(row.kunci.periode) == "2026-TW3"]
    assert [row.kunci.dokumen for row in waiting] == [Dokumen.RENCANA_AKSI]
