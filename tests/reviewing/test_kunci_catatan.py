"""Records of closed periods: corrections, steps, submissions, closing, and the texts beside figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.diagnostics import Severity
from tests.usulan import REALISASI, SIKLUS, Kantor, kode, koreksi

KOREKSI = "data/koreksi/2024/TW1/KOR-2024-02.yaml"
PENUTUPAN = "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n"
DISETUJUI = "    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: disetujui\n"
DIKEMBALIKAN = DISETUJUI.replace("hasil: disetujui", "hasil: dikembalikan\n      alasan: bukti_kurang")
KIRIM = "pengiriman:\n  mutasi:\n    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: disetujui\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path)
    made.simpan()
    return made


def test_a_record_is_never_deleted(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    kantor.simpan()
    (kantor.folder / KOREKSI).unlink()
    assert kode(kantor.tinjau()) == ["P008"]


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("  tanggal: 2024-04-08\n  oleh", "  tanggal: 2024-04-09\n  oleh"),
        ("08\n  oleh: kepala", "08\n  oleh: kabid-mutasi"),
    ],
)
def test_the_closing_stays(kantor: Kantor, lama: str, baru: str) -> None:
    kantor.ganti(SIKLUS, lama, baru)
    assert kode(kantor.tinjau()) == ["P009"]


@pytest.mark.parametrize("tanggal", ["2042-04-08", "2024-03-08"])
@pytest.mark.parametrize("betul", [PENUTUPAN, ""])
def test_a_closing_on_a_day_that_cannot_be_meant_is_mended(tmp_path: Path, tanggal: str, betul: str) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(SIKLUS, "  tanggal: 2024-04-08\n  oleh", f"  tanggal: {tanggal}\n  oleh")
    kantor.simpan()
    kantor.ganti(SIKLUS, PENUTUPAN.replace("2024-04-08", tanggal), betul)
    assert kode(kantor.tinjau(pengirim="bk-tim")) == []


# ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("    waktu: 2 jam\n", "    waktu: 1 jam\n"),
        ("    waktu: 2 jam\n", ""),
        ("  - langkah: 1\n    tanggal: 2024-04-01\n    oleh: kepala\n    waktu: 5 menit\n", ""),
        ("    hasil: disetujui\npengukuran", "    hasil: dikembalikan\n    alasan: bukti_kurang\npengukuran"),
        ("dikirim: 2024-04-03", "dikirim: 2024-04-02"),
        ("pengiriman:\n  mutasi:\n" + DISETUJUI, ""),
    ],
)
def test_what_was_done_stays(kantor: Kantor, lama: str, baru: str) -> None:
    kantor.ganti(SIKLUS, lama, baru)
    assert [code for code in kode(kantor.tinjau()) if code.startswith("P")] == ["P012"]


def test_what_comes_after_closing_is_added(kantor: Kantor) -> None:
    """The steps behind the closing, and what was scanned later; comments and order are no change."""
    kantor.ganti(
        SIKLUS, "    waktu: 2 jam\n", "    waktu: 2 jam\n  - {langkah: 1, tanggal: 2024-04-09, oleh: kabid-mutasi}\n"
    )
    kantor.ganti(SIKLUS, "    waktu: 5 menit\n", "    # dipindai\n    waktu: 5 menit\n    nomor: 800/11/2024\n")
    assert kode(kantor.tinjau()) == []


def test_a_step_that_was_forgotten_is_told(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, "pengukuran:\n", "pengukuran:\n  - {langkah: 1, tanggal: 2024-04-02, oleh: kabid-mutasi}\n")
    found = kantor.tinjau()
    assert [(d.code, d.severity) for d in found.report.diagnostics] == [("P016", Severity.WARNING)]


def test_the_record_of_a_month_in_a_closed_quarter_stays(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    path = SIKLUS.replace("TW1", "03")
    kantor.tulis(path, "pengukuran:\n  - {langkah: 1, tanggal: 2024-04-02, oleh: kabid-mutasi}\n")
    kantor.simpan()
    (kantor.folder / path).unlink()
    assert kode(kantor.tinjau()) == ["P012"]


def test_an_open_record_is_free(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, PENUTUPAN, "")
    kantor.simpan()
    kantor.ganti(SIKLUS, "    waktu: 2 jam\n", "    waktu: 1 jam\n")
    assert kode(kantor.tinjau()) == []


# ── Submissions show and hide figures ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def dikembalikan(tmp_path: Path) -> Kantor:
    """An office whose report had been returned when the period was closed: none of its figures was published."""
    made = Kantor(tmp_path)
    made.ganti(SIKLUS, DISETUJUI, DIKEMBALIKAN)
    made.simpan()
    return made


def test_a_report_accepted_after_closing_comes_late(dikembalikan: Kantor) -> None:
    again = DISETUJUI.replace("04-04", "04-09").replace("04-03", "04-09")
    dikembalikan.ganti(SIKLUS, DIKEMBALIKAN, DIKEMBALIKAN + again)
    assert kode(dikembalikan.tinjau()) == ["P001"]
    dikembalikan.tulis(KOREKSI, koreksi(None, "77.5", jenis="isian_terlambat"))
    assert kode(dikembalikan.tinjau()) == []


def test_the_answer_to_a_late_report_may_come_after_its_figures(dikembalikan: Kantor) -> None:
    """The unit sends figure and koreksi, the Tim SAKIP records the answer once they are merged."""
    dikembalikan.ganti(REALISASI, "77.5", "77.6")
    dikembalikan.tulis(KOREKSI, koreksi(None, "77.6", jenis="isian_terlambat"))
    assert kode(dikembalikan.tinjau(pengirim="bk-mutasi")) == []
    dikembalikan.simpan()
    again = DISETUJUI.replace("04-04", "04-09").replace("04-03", "04-09")
    dikembalikan.ganti(SIKLUS, DIKEMBALIKAN, DIKEMBALIKAN + again)
    found = dikembalikan.tinjau(pengirim="bk-tim")
    assert kode(found) == []
    assert found.persetujuan == {"sekretaris", "kepala"}


def test_a_report_is_not_accepted_by_moving_it(dikembalikan: Kantor) -> None:
    """The record of a submission is of a unit; a figure that goes to another unit takes its state along."""
    text = dikembalikan.teks(REALISASI)
    (dikembalikan.folder / REALISASI).unlink()
    dikembalikan.tulis("data/realisasi/2024/TW1/diklat.yaml", text)
    assert "P001" in kode(dikembalikan.tinjau())


def test_a_published_report_is_not_hidden_by_a_record(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(SIKLUS, "pengiriman:\n  mutasi:\n" + DISETUJUI, "")
    kantor.simpan()
    kantor.ganti(SIKLUS, PENUTUPAN, "pengiriman:\n  mutasi:\n" + DIKEMBALIKAN + PENUTUPAN)
    assert "P012" in kode(kantor.tinjau())


def test_a_submission_that_was_forgotten_may_be_recorded(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(SIKLUS, "pengiriman:\n  mutasi:\n" + DISETUJUI, "")
    kantor.simpan()
    kantor.ganti(SIKLUS, PENUTUPAN, "pengiriman:\n  mutasi:\n" + DISETUJUI + PENUTUPAN)
    assert kode(kantor.tinjau()) == []


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

TEKS = "    catatan: Angka dari aplikasi pengukuran.\n"


def bertek(tmp_path: Path) -> Kantor:
    kantor = Kantor(tmp_path)
    kantor.ganti(REALISASI, "    bukti:", f"{TEKS}    bukti:")
    kantor.simpan()
    return kantor


@pytest.mark.parametrize(
    ("baru", "verb"),
    [("", "dihapus"), (TEKS.replace("aplikasi", "lembar"), "diubah"), (TEKS + "    kendala: Ada.\n", "ditambahkan")],
)
def test_a_text_of_a_closed_report_is_told(tmp_path: Path, baru: str, verb: str) -> None:
    kantor = bertek(tmp_path)
    kantor.ganti(REALISASI, TEKS, baru)
    (said,) = (d for d in kantor.tinjau().report.diagnostics if d.code == "P015")
    assert (said.severity, verb in said.message) == (Severity.WARNING, True)


def test_a_text_in_other_lines_or_with_a_correction_is_not_told(tmp_path: Path) -> None:
    kantor = bertek(tmp_path)
    kantor.ganti(REALISASI, TEKS, "    catatan: >-\n      Angka dari\n      aplikasi pengukuran.\n")
    assert kode(kantor.tinjau()) == []
    kantor.ganti(REALISASI, "aplikasi", "lembar")
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    assert kode(kantor.tinjau()) == []


@pytest.mark.parametrize(
    ("lama", "baru", "codes"),
    [
        ("    sementara: ya\n", "", ["P015"]),
        ("    bukti:", "    sementara: ya\n    bukti:", ["P001"]),
        ("    nilai: 77.5\n", "", ["P001"]),
    ],
)
def test_a_figure_that_is_provisional_no_more_is_told(tmp_path: Path, lama: str, baru: str, codes: list[str]) -> None:
    """It stands as it stood, so no koreksi could say what changed; to doubt a closed figure is another matter."""
    kantor = Kantor(tmp_path)
    if "sementara" in lama:
        kantor.ganti(REALISASI, "    bukti:", f"{lama}    bukti:")
    kantor.simpan()
    kantor.ganti(REALISASI, lama, baru)
    assert [code for code in kode(kantor.tinjau()) if code.startswith("P")] == codes


def test_why_there_is_no_figure_may_become_clearer(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(REALISASI, "    nilai: 77.5\n", "    status: menunggu_rilis\n    alasan: Menunggu rilis pusat.\n")
    kantor.simpan()
    kantor.ganti(REALISASI, "status: menunggu_rilis", "status: tidak_tersedia")
    assert kode(kantor.tinjau()) == ["P015"]
    kantor.ganti(REALISASI, "    status: tidak_tersedia\n    alasan: Menunggu rilis pusat.\n", "    nilai: 78\n")
    assert "P001" in kode(kantor.tinjau()), "a figure that comes late needs its record"


def test_why_a_closed_period_has_no_figure_is_said_afterwards(tmp_path: Path) -> None:
    """What was published as late is so no more: told, and for the Kepala."""
    kantor = Kantor(tmp_path)
    (kantor.folder / REALISASI).unlink()
    kantor.ganti(SIKLUS, KIRIM, "")
    kantor.simpan()
    kantor.tulis(REALISASI, "butir:\n  IKU-01:\n    status: tidak_berlaku\n    alasan: Tidak diukur.\n")
    found = kantor.tinjau()
    (said,) = (d for d in found.report.diagnostics if d.code == "P015")
    assert said.severity is Severity.WARNING
    assert "tanpa laporan `IKU-01`; kini ditulis `tidak_berlaku`" in said.message
    assert not found.report.has_errors
    assert found.persetujuan == {"sekretaris", "kepala"}


def test_why_an_open_period_has_no_figure_is_free(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    (kantor.folder / REALISASI).unlink()
    kantor.ganti(SIKLUS, f"{KIRIM}{PENUTUPAN}", "")
    kantor.simpan()
    kantor.tulis(REALISASI, "butir:\n  IKU-01:\n    status: tidak_tersedia\n    alasan: Data tidak ada.\n")
    found = kantor.tinjau()
    assert "P015" not in kode(found)
    assert found.persetujuan == {"sekretaris"}


def test_a_figure_that_was_awaited_comes_with_one_message(tmp_path: Path) -> None:
    """Its status goes with it: nothing is withdrawn."""
    kantor = Kantor(tmp_path)
    row = "    status: menunggu_rilis\n    alasan: Menunggu rilis pusat.\n"
    kantor.ganti(REALISASI, "    nilai: 77.5\n", row)
    kantor.simpan()
    kantor.ganti(REALISASI, row, "    nilai: 78\n")
    (said,) = kantor.tinjau(pengirim="bk-mutasi").report.diagnostics
    assert (said.code, "`nilai` ditambahkan (78); lampirkan catatan koreksi" in said.message) == ("P001", True)
    kantor.tulis(KOREKSI, koreksi(None, "78", jenis="isian_terlambat"))
    assert kode(kantor.tinjau(pengirim="bk-mutasi")) == []


def test_a_status_that_only_goes_is_put_back(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    row = "    status: menunggu_rilis\n    alasan: Menunggu rilis pusat.\n"
    kantor.ganti(REALISASI, "    nilai: 77.5\n", row)
    kantor.simpan()
    (kantor.folder / REALISASI).unlink()
    (said,) = (d for d in kantor.tinjau(pengirim="bk-mutasi").report.diagnostics if d.code == "P001")
    assert said.message.endswith("kembalikan `status` dan alasannya.")


@pytest.mark.parametrize(("ditutup", "codes"), [("TW1", []), ("tahunan", ["P015"])])
def test_the_narrative_of_a_closed_year_is_told(tmp_path: Path, ditutup: str, codes: list[str]) -> None:
    kantor = Kantor(tmp_path)
    path = "data/narasi/2024/sasaran/S1.yaml"
    kantor.tulis(SIKLUS.replace("TW1", ditutup), kantor.teks(SIKLUS) if ditutup == "TW1" else PENUTUPAN)
    kantor.simpan()
    kantor.tulis(path, kantor.teks(path).replace(".", "!", 1))
    assert [code for code in kode(kantor.tinjau()) if code.startswith("P")] == codes
