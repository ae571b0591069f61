"""Evidence of closed figures and the papers that records rest on: replaced, deleted, renamed, moved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.usulan import PK, REALISASI, SIKLUS, Kantor, kode, koreksi

BUKTI = "data/bukti/2024/TW1/rekap.csv"
BARU = "data/bukti/2024/TW1/rekap-baru.csv"
KOREKSI = "data/koreksi/2024/TW1/KOR-2024-02.yaml"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office whose closed figure has a file as evidence."""
    made = Kantor(tmp_path)
    made.tulis(BUKTI, "a\n")
    made.ganti(REALISASI, "nomor_arsip: 800/12/2024", "berkas: bukti/2024/TW1/rekap.csv")
    made.simpan()
    return made


def test_evidence_of_a_closed_figure_stays(kantor: Kantor) -> None:
    kantor.tulis(BUKTI, "b\n")
    assert kode(kantor.tinjau()) == ["P001"]
    kantor.tulis(BUKTI, "a\n")
    kantor.ganti(REALISASI, "berkas: bukti/2024/TW1/rekap.csv", "nomor_arsip: 800/13/2024")
    assert "P001" in kode(kantor.tinjau())


def test_evidence_may_be_added_and_comes_with_a_correction(kantor: Kantor) -> None:
    more = "berkas: bukti/2024/TW1/rekap.csv\n      - {judul: Surat, jenis: surat, nomor_arsip: 800/16/2024}"
    kantor.ganti(REALISASI, "berkas: bukti/2024/TW1/rekap.csv", more)
    assert kode(kantor.tinjau()) == []
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(BUKTI, "b\n")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    assert kode(kantor.tinjau()) == []


def test_evidence_is_looked_for_where_its_figure_moved(kantor: Kantor) -> None:
    """A reorganisation: the indikator goes to another unit with its figure; the evidence goes along, or is missed."""
    text = kantor.teks(REALISASI)
    (kantor.folder / REALISASI).unlink()
    rencana = kantor.teks("data/rencana-aksi/2024/mutasi.yaml")
    own, other = rencana.split("  IKP-01", 1)
    kantor.tulis("data/rencana-aksi/2024/mutasi.yaml", f"butir:\n  IKP-01{other}")
    kantor.tulis("data/rencana-aksi/2024/diklat.yaml", own)
    kantor.ganti("data/indikator/IKU-01.yaml", "penanggung_jawab: mutasi", "penanggung_jawab: diklat")
    moved = "data/realisasi/2024/TW1/diklat.yaml"
    kantor.tulis(moved, text)
    assert not [code for code in kode(kantor.tinjau()) if code.startswith("P")]
    kantor.ganti(moved, "berkas: bukti/2024/TW1/rekap.csv", "nomor_arsip: 800/13/2024")
    assert "P001" in kode(kantor.tinjau())


def _koreksi(kantor: Kantor) -> None:
    text = koreksi("77.5", "78").replace("nomor_arsip: 800/15/2024", "berkas: bukti/2024/TW1/rekap-baru.csv")
    kantor.tulis(KOREKSI, text)
    kantor.ganti(REALISASI, "77.5", "78")


def _siklus(kantor: Kantor) -> None:
    paper = "naskah: {judul: Disposisi, jenis: disposisi, berkas: bukti/2024/TW1/rekap-baru.csv}"
    kantor.ganti(SIKLUS, "    hasil: disetujui\npeng", f"    hasil: disetujui\n    {paper}\npeng")


def _pk(kantor: Kantor) -> None:
    kantor.tulis(PK, f"{kantor.teks(PK)}naskah: {{berkas: bukti/2024/TW1/rekap-baru.csv}}\n")


def _renstra(kantor: Kantor) -> None:
    path = "data/renstra/2021-2026.yaml"
    kantor.tulis(path, f"{kantor.teks(path)}naskah: {{berkas: bukti/2024/TW1/rekap-baru.csv}}\n")


@pytest.mark.parametrize("menyebut", [_koreksi, _siklus, _pk, _renstra])
def test_the_papers_that_records_name_stay(kantor: Kantor, menyebut: Callable[[Kantor], None]) -> None:
    menyebut(kantor)
    kantor.tulis(BARU, "a\n")
    kantor.simpan()
    kantor.tulis(BARU, "b\n")
    found = kantor.tinjau()
    assert kode(found) == ["P014"]
    assert [str(d.path) for d in found.report.errors] == [BARU]
    (kantor.folder / BARU).unlink()
    assert "P014" in kode(kantor.tinjau())


def test_the_papers_of_an_open_period_are_free(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n", "")
    _siklus(kantor)
    kantor.tulis(BARU, "a\n")
    kantor.simpan()
    kantor.tulis(BARU, "b\n")
    kantor.tulis(BUKTI, "b\n")
    assert kode(kantor.tinjau()) == []


# ── What is said of evidence ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lama", "baru", "said"),
    [
        ("Hasil pengukuran triwulan I", "Surat lain", "`judul` bukti `bukti/2024/TW1/rekap.csv` berubah dari"),
        ("jenis: laporan", "jenis: surat", "`jenis` bukti `bukti/2024/TW1/rekap.csv` berubah dari"),
        ("klasifikasi: publik", "klasifikasi: internal", "bukti `bukti/2024/TW1/rekap.csv` tidak lagi `publik`"),
        ("        klasifikasi: publik\n", "", "bukti `bukti/2024/TW1/rekap.csv` tidak lagi `publik`"),
    ],
)
@pytest.mark.parametrize("dikoreksi", [False, True])
def test_p015_evidence_is_called_otherwise(kantor: Kantor, lama: str, baru: str, said: str, dikoreksi: bool) -> None:
    """Told, not locked: what turns out to hold personal data must leave the public's sight at once."""
    place = "berkas: bukti/2024/TW1/rekap.csv\n"
    kantor.ganti(REALISASI, place, f"{place}        klasifikasi: publik\n")
    kantor.simpan()
    kantor.ganti(REALISASI, lama, baru)
    if dikoreksi:
        kantor.ganti(REALISASI, "77.5", "78")
        kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    found = kantor.tinjau()
    (told,) = (d for d in found.report.diagnostics if d.code == "P015")
    assert said in told.message
    assert not found.report.has_errors
    assert found.persetujuan == {"sekretaris"}


def test_evidence_in_other_lines_or_made_public_is_not_told(kantor: Kantor) -> None:
    place = "berkas: bukti/2024/TW1/rekap.csv\n"
    kantor.ganti(REALISASI, place, f"{place}        klasifikasi: publik\n")
    kantor.ganti(REALISASI, "Hasil pengukuran triwulan I", ">-\n          Hasil pengukuran\n          triwulan I")
    assert kode(kantor.tinjau()) == []
