"""What is dated after the day of the review is not accepted: nobody would review it on its day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.usulan import PK, REALISASI, SIKLUS, Kantor, kode, koreksi

RENSTRA = "data/renstra/2021-2026.yaml"
RENSTRA_BARU = "data/renstra/2021-2026-perubahan.yaml"
ANGGARAN = "data/anggaran/2024/TW1.yaml"
KOREKSI = "data/koreksi/2024/TW1/KOR-2024-02.yaml"
TUTUP = "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n"
UANG = "tanggal_data: 2024-03-31\nsumber: LRA\nbutir:\n  5.03.02.2.01.0001: {realisasi: 250000, fisik: 20}\n"
KIRIM = "pengiriman:\n  mutasi:\n    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: disetujui\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path)
    made.tulis(ANGGARAN, UANG)
    made.simpan()
    return made


def _dikoreksi(kantor: Kantor, hari: str) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78").replace("2024-04-09", hari))


def _dicabut(kantor: Kantor, hari: str) -> None:
    kantor.ganti(
        REALISASI, "    nilai: 77.5\n", "    status: tidak_tersedia\n    alasan: Daftarnya milik tahun lain.\n"
    )
    gone = koreksi("77.5", "0", jenis="pencabutan").replace("nilai_baru: 0\n", "")
    kantor.tulis(KOREKSI, gone.replace("2024-04-09", hari))


def _renstra(kantor: Kantor, hari: str) -> None:
    kantor.tulis(RENSTRA_BARU, f"tanggal: {hari}\n{kantor.teks(RENSTRA)}")


def _pk(kantor: Kantor, hari: str) -> None:
    text = kantor.teks(PK).replace("2024-01-15", hari)
    kantor.tulis(PK.replace("murni", "perubahan-1"), f"alasan_perubahan: Pagu pelatihan dipotong.\n{text}")


def _uang(kantor: Kantor, hari: str) -> None:
    kantor.ganti(ANGGARAN, "2024-03-31", hari)


def _penutupan(kantor: Kantor, hari: str) -> None:
    kantor.tulis("data/siklus/2024/03.yaml", f"penutupan: {{tanggal: {hari}, oleh: kepala}}\n")


def _pengiriman(kantor: Kantor, hari: str) -> None:
    sent = f"  diklat:\n    - {{dikirim: 2024-04-05, diputus: {hari}, hasil: disetujui}}\n"
    kantor.ganti(SIKLUS, "pengiriman:\n", f"pengiriman:\n{sent}")


Usul = Callable[[Kantor, str], None]
USUL: Final[tuple[Usul, ...]] = (_dikoreksi, _dicabut, _renstra, _pk, _uang, _penutupan, _pengiriman)


@pytest.mark.parametrize("usul", USUL)
def test_p020_is_recorded_on_its_day_or_after(kantor: Kantor, usul: Usul) -> None:
    usul(kantor, "2024-04-11")
    found = kantor.tinjau()
    (said,) = (d for d in found.report.errors if d.code == "P020")
    assert said.message.startswith("bertanggal 2024-04-11, sesudah hari peninjauan (2024-04-10)")
    assert "P020" not in kode(kantor.tinjau(dikirim="2024-04-11T08:00:00+07:00")), "the day of sending, of an example"


@pytest.mark.parametrize("usul", USUL)
def test_its_own_day_is_not_too_early(kantor: Kantor, usul: Usul) -> None:
    usul(kantor, "2024-04-10")
    assert "P020" not in kode(kantor.tinjau())


def test_official_data_are_seen_from_the_day_of_the_proposal(kantor: Kantor) -> None:
    """Whatever day it was sent: what is later than the figures are measured is not seen."""
    kantor.ganti("data/instansi.yaml", "status_data: contoh\nposisi_contoh: 2024-04-10\n", "status_data: resmi\n")
    kantor.simpan()
    _dikoreksi(kantor, "2024-04-10")
    assert kode(kantor.tinjau(dikirim="2024-04-12T08:00:00+07:00")) == ["P020"]
    kantor.repo.git("switch", "-q", "-c", "usulan")
    kantor.repo.catat({}, "2024-04-10T09:00:00+07:00", "Koreksi")
    assert kode(kantor.tinjau(usulan="usulan", dikirim="2024-04-12T08:00:00+07:00")) == []


def test_what_the_base_holds_already_may_stay(kantor: Kantor) -> None:
    """Nobody has to mend an old slip to add something else to the file."""
    kantor.tulis("data/siklus/2024/03.yaml", "penutupan: {tanggal: 2042-07-08, oleh: kepala}\n")
    kantor.simpan()
    step = "pengumpulan:\n  - {langkah: 1, tanggal: 2024-04-01, oleh: kepala}\n"
    kantor.tulis("data/siklus/2024/03.yaml", f"penutupan: {{tanggal: 2042-07-08, oleh: kepala}}\n{step}")
    assert "P020" not in kode(kantor.tinjau())


def test_a_submission_to_come_hides_no_closed_figure(tmp_path: Path) -> None:
    """A record counts from its day on: until then the report is hidden, and that is told beside its date."""
    kantor = Kantor(tmp_path)
    kantor.ganti(SIKLUS, KIRIM, "")
    kantor.simpan()
    kantor.tulis(SIKLUS, kantor.teks(SIKLUS) + KIRIM.replace("2024-04", "2024-12"))
    assert {"P012", "P020"} <= set(kode(kantor.tinjau()))
