"""D-06: what was signed changes by another signature only."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.diagnostics import Severity
from tests.usulan import PK, REALISASI, RENCANA, Kantor, kode

PERUBAHAN = "data/perjanjian-kinerja/2024/kepala/perubahan-1.yaml"
RENSTRA = "data/renstra/2021-2026.yaml"
RENSTRA_BARU = "data/renstra/2021-2026-perubahan.yaml"
KEPALA = {"sekretaris", "kepala"}


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path)
    made.simpan()
    return made


def perubahan(kantor: Kantor, target: str = "79", tanggal: str = "2024-04-05") -> str:
    """A PK perubahan with another target."""
    text = kantor.teks(PK).replace("2024-01-15", tanggal).replace("80", f"{target}\n    alasan: Pagu turun.")
    return f"alasan_perubahan: Pagu pelatihan dipotong.\n{text}"


@pytest.mark.parametrize(
    ("path", "lama", "baru", "code"),
    [
        (PK, "target: 80", "target: 79", "P004"),
        (PK, "tanggal: 2024-01-15", "tanggal: 2024-01-16", "P004"),
        (RENCANA, "TW2: 78", "TW2: 77.5", "P004"),
        (RENCANA, "TW1: 77", "TW1: 76", "P004"),
        (RENSTRA, "2024: 80", "2024: 79", "P017"),
    ],
)
def test_d06_a_target_stays(kantor: Kantor, path: str, lama: str, baru: str, code: str) -> None:
    kantor.ganti(path, lama, baru)
    assert code in kode(kantor.tinjau())


# ── Rencana aksi ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pk_perubahan_changes_targets(kantor: Kantor) -> None:
    """From the day that it is signed on: a rencana aksi follows it, but not for what had ended before."""
    kantor.tulis(PERUBAHAN, perubahan(kantor))
    kantor.ganti(RENCANA, "TW3: 79\n      TW4: 80", "TW3: 78.5\n      TW4: 79")
    assert "P004" not in kode(kantor.tinjau())
    kantor.ganti(RENCANA, "TW1: 77", "TW1: 76")
    assert kode(kantor.tinjau()).count("P004") == 1


def test_a_pk_perubahan_with_the_same_target_changes_none(kantor: Kantor) -> None:
    kantor.tulis(PERUBAHAN, perubahan(kantor, target="80.0"))
    kantor.ganti(RENCANA, "TW3: 79", "TW3: 78.5")
    assert kode(kantor.tinjau()) == ["P004"]


def test_a_pk_perubahan_of_another_indikator_changes_none(kantor: Kantor) -> None:
    path = "data/perjanjian-kinerja/2024/mutasi/murni.yaml"
    text = kantor.teks(path).replace("2024-01-15", "2024-04-05").replace("target: 12", "target: 11")
    kantor.tulis(path.replace("murni", "perubahan-1"), f"alasan_perubahan: Formasi berkurang.\n{text}")
    kantor.ganti(RENCANA, "TW3: 79", "TW3: 78.5")
    assert "P004" in kode(kantor.tinjau())


def test_a_pk_perubahan_signed_later_changes_none_before(kantor: Kantor) -> None:
    kantor.tulis(PERUBAHAN, perubahan(kantor, tanggal="2024-07-02"))
    kantor.ganti(RENCANA, "TW2: 78", "TW2: 77.5")
    assert "P004" in kode(kantor.tinjau())


# ── Signed papers ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pk_neither_vanishes_nor_moves(kantor: Kantor) -> None:
    text = kantor.teks(PK)
    (kantor.folder / PK).unlink()
    assert "P013" in kode(kantor.tinjau())
    kantor.tulis("data/perjanjian-kinerja/2024/diklat/murni.yaml", text)
    found = kantor.tinjau()
    assert [str(d.path) for d in found.report.errors if d.code == "P013"] == [PK]


@pytest.mark.parametrize(
    ("lama", "baru", "where"),
    [
        ("5.03.02: 1000000", "5.03.02: 900000", "anggaran → 5.03.02"),
        ("nomor: 800/20/2024", "nomor: 800/21/2024", "nomor"),
        ("nomor: 800/20/2024\n", "", ""),
        ("pihak_pertama: kepala", "pihak_pertama: kabid-mutasi", "pihak_pertama"),
        ("alasan: Pagu kecil.", "alasan: Pagu besar.", "butir → IKU-01 → alasan"),
        ("nomor_arsip: 800/22/2024", "nomor_arsip: 800/23/2024", "naskah"),
    ],
)
def test_a_record_of_a_pk_is_mended_with_the_kepala_only(tmp_path: Path, lama: str, baru: str, where: str) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(PK, "target: 80", "target: 80\n    alasan: Pagu kecil.")
    kantor.tulis(PK, f"nomor: 800/20/2024\n{kantor.teks(PK)}naskah: {{nomor_arsip: 800/22/2024}}\n")
    kantor.simpan()
    kantor.ganti(PK, lama, baru)
    found = kantor.tinjau()
    (said,) = (d for d in found.report.diagnostics if d.code == "P013")
    assert (said.severity, said.where) == (Severity.WARNING, where)
    assert found.persetujuan == KEPALA


def test_what_a_pk_did_not_say_yet_is_added(kantor: Kantor) -> None:
    kantor.tulis(PK, f"# dipindai\nnomor: 800/20/2024\n{kantor.teks(PK)}naskah: {{nomor_arsip: 800/22/2024}}\n")
    found = kantor.tinjau()
    assert kode(found) == []
    assert found.persetujuan == {"sekretaris"}


def test_lines_and_order_of_a_pk_are_no_change(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    path = "data/perjanjian-kinerja/2024/mutasi/murni.yaml"
    kantor.ganti(path, "pihak_kedua", "alasan_perubahan: Satu dua tiga empat.\npihak_kedua")
    kantor.simpan()
    kantor.ganti(path, "alasan_perubahan: Satu dua tiga empat.", "alasan_perubahan: >-\n  Satu dua\n  tiga empat.")
    kantor.ganti(
        path,
        "  IKP-01:\n    target: 12\n  IKK-01:\n    target: 40",
        "  IKK-01:\n    target: '40.0'\n  IKP-01:\n    target: 12",
    )
    assert kode(kantor.tinjau()) == []


# ── Renstra ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_year_without_a_pk_is_free(kantor: Kantor) -> None:
    kantor.ganti(RENSTRA, "2026: 84", "2026: 85")
    assert kode(kantor.tinjau()) == []


def test_a_renstra_perubahan_is_a_file_of_its_own(kantor: Kantor) -> None:
    text = kantor.teks(RENSTRA).replace("2024: 80", "2024: 81").replace("2025: 82", "2025: 81")
    kantor.tulis(RENSTRA_BARU, f"nomor: Peraturan Bupati 7 Tahun 2024\ntanggal: 2024-04-02\n{text}")
    found = kantor.tinjau()
    assert kode(found) == []
    assert found.persetujuan == {"sekretaris"}


def test_a_renstra_neither_vanishes_nor_moves(kantor: Kantor) -> None:
    (kantor.folder / RENSTRA).rename(kantor.folder / RENSTRA_BARU)
    found = kantor.tinjau()
    assert [str(d.path) for d in found.report.errors if d.code == "P017"] == [RENSTRA]


def test_who_belongs_to_a_sasaran_of_a_closed_period_is_the_kepalas(tmp_path: Path) -> None:
    """A plan that moves an indikator moves what was published of the sasaran, though no figure changes."""
    kantor = Kantor(tmp_path)
    second = kantor.teks("data/indikator/IKU-01.yaml")
    kantor.tulis("data/indikator/IKU-02.yaml", second.replace("Indeks prof", "Indeks kedua prof"))
    kantor.ganti(RENSTRA, "indikator: [IKU-01]", "indikator: [IKU-01, IKU-02]")
    kantor.ganti(RENSTRA, "target:\n", "target:\n  IKU-02: {2024: 80}\n")
    kantor.ganti(PK, "butir:\n", "butir:\n  IKU-02:\n    target: 80\n")
    plan = "butir:\n  IKU-02:\n    target: {TW1: 77, TW2: 78, TW3: 79, TW4: 80}\n    aksi:\n"
    plan += "      - {uraian: Pelatihan, keluaran: 9 orang, jadwal: [TW1], pelaksana: kabid-mutasi}\n"
    kantor.ganti(RENCANA, "butir:\n", plan)
    proof = "    bukti: [{judul: Hasil, jenis: laporan, nomor_arsip: 800/13/2024}]\n"
    kantor.ganti(REALISASI, "butir:\n", f"butir:\n  IKU-02:\n    nilai: 79\n{proof}")
    kantor.simpan()
    text = kantor.teks(RENSTRA).replace("    indikator: [IKU-01, IKU-02]\n", "    indikator: [IKU-01]\n")
    text = text.replace(
        "sasaran:\n", "sasaran:\n  S2:\n    uraian: Meningkatnya layanan.\n    tujuan: T1\n    indikator: [IKU-02]\n"
    )
    kantor.tulis(RENSTRA, text)
    found = kantor.tinjau()
    assert not found.report.has_errors
    assert found.terukur
    assert found.persetujuan == KEPALA
