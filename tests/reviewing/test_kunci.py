"""D-03 … D-07: what is closed or signed changes only in the open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.usulan import PK, REALISASI, RENCANA, SIKLUS, Kantor, kode, koreksi

KOREKSI = "data/koreksi/2024/TW1/KOR-2024-02.yaml"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path)
    made.simpan()
    return made


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_d03_a_closed_figure_changes_with_a_record_only(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    assert kode(kantor.tinjau()) == ["P001"]
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    assert kode(kantor.tinjau()) == []


def test_d04_the_old_value_is_that_of_the_base(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.4", "78"))
    assert kode(kantor.tinjau()) == ["P002"]


def test_d05_the_new_value_is_that_of_the_proposal(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "79"))
    assert kode(kantor.tinjau()) == ["P003"]


def test_d07_a_closed_figure_is_not_deleted(kantor: Kantor) -> None:
    text = kantor.teks(REALISASI)
    kantor.ganti(REALISASI, "    nilai: 77.5\n", "    status: tidak_tersedia\n    alasan: Berkasnya hilang.\n")
    kantor.tulis(KOREKSI, koreksi("77.5", "77.5"))
    assert kode(kantor.tinjau()) == ["P002", "P003"], "a record says which figure stands now"
    kantor.tulis(REALISASI, text)
    (kantor.folder / KOREKSI).unlink()
    (kantor.folder / REALISASI).unlink()
    assert "P001" in kode(kantor.tinjau())


def test_a_late_figure_needs_a_record(kantor: Kantor) -> None:
    kantor.tulis(REALISASI, kantor.teks(REALISASI) + "  IKP-01:\n    nilai: 3\n    bukti: []\n")
    assert "P001" in kode(kantor.tinjau())


def test_spelling_order_and_comments_change_nothing(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "    nilai: 77.5\n", "    # diperiksa ulang\n    nilai: '77.50'\n")
    assert kode(kantor.tinjau()) == []


def test_a_record_of_an_unchanged_figure_lies(kantor: Kantor) -> None:
    kantor.tulis(KOREKSI, koreksi("70", "77.5"))
    assert kode(kantor.tinjau()) == ["P002"]


def test_two_records_of_one_figure_follow_each_other(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "79")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    kantor.tulis(KOREKSI.replace("-02", "-03"), koreksi("78", "79"))
    assert kode(kantor.tinjau()) == []


def test_evidence_of_a_closed_figure_stays(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.tulis("data/bukti/2024/TW1/rekap.csv", "a\n")
    kantor.ganti(REALISASI, "nomor_arsip: 800/12/2024", "berkas: bukti/2024/TW1/rekap.csv")
    kantor.simpan()
    kantor.tulis("data/bukti/2024/TW1/rekap.csv", "b\n")
    assert kode(kantor.tinjau()) == ["P001"]
    kantor.tulis("data/bukti/2024/TW1/rekap.csv", "a\n")
    kantor.ganti(REALISASI, "berkas: bukti/2024/TW1/rekap.csv", "nomor_arsip: 800/13/2024")
    assert kode(kantor.tinjau()) == ["P001"]


def test_an_open_period_is_free(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n", "")
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "78")
    assert kode(kantor.tinjau()) == []


def test_closing_and_changing_in_one_proposal_is_judged_by_the_base(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n", "")
    kantor.ganti(REALISASI, "77.5", "78")
    assert sorted(kode(kantor.tinjau())) == ["P001", "P009"]


def test_a_figure_may_not_hide_behind_a_fault_of_its_file(kantor: Kantor) -> None:
    kantor.tulis(REALISASI, "butir: [")
    assert "Y010" in kode(kantor.tinjau())


# ── Targets and ways ─────────────────────────────────────────────────────────────────────────────────────────────

PERUBAHAN = "data/perjanjian-kinerja/2024/kepala/perubahan-1.yaml"


@pytest.mark.parametrize(
    ("path", "lama", "baru"),
    [
        (PK, "target: 80", "target: 79"),
        (PK, "tanggal: 2024-01-15", "tanggal: 2024-01-16"),
        (RENCANA, "TW2: 78", "TW2: 77.5"),
        ("data/renstra/2021-2026.yaml", "2024: 80", "2024: 79"),
    ],
)
def test_d06_a_target_stays(kantor: Kantor, path: str, lama: str, baru: str) -> None:
    kantor.ganti(path, lama, baru)
    assert "P004" in kode(kantor.tinjau())


def test_a_pk_that_vanishes_takes_no_target_with_it(kantor: Kantor) -> None:
    (kantor.folder / PK).unlink()
    assert "P004" in kode(kantor.tinjau())


def test_a_pk_perubahan_changes_targets(kantor: Kantor) -> None:
    """From the day that it is signed on: a rencana aksi follows it, but not for what had ended before."""
    kantor.tulis(
        PERUBAHAN, kantor.teks(PK).replace("2024-01-15", "2024-04-05").replace("80", "79\n    alasan: Pagu turun.")
    )
    kantor.ganti(RENCANA, "TW3: 79\n      TW4: 80", "TW3: 78.5\n      TW4: 79")
    assert "P004" not in kode(kantor.tinjau())
    kantor.ganti(RENCANA, "TW1: 77", "TW1: 76")
    assert kode(kantor.tinjau()).count("P004") == 1


def test_a_year_without_a_pk_is_free(kantor: Kantor) -> None:
    kantor.ganti("data/renstra/2021-2026.yaml", "2026: 84", "2026: 85")
    assert kode(kantor.tinjau()) == []


@pytest.mark.parametrize(
    ("lama", "baru", "codes"),
    [
        ("desimal: 2", "desimal: 1", ["P007"]),
        ("polaritas: naik", "polaritas: turun", ["P007"]),
        ("penanggung_jawab: mutasi", "penanggung_jawab: diklat", []),
        ("Indeks profesionalitas ASN", "Nilai profesionalitas ASN", []),
    ],
)
def test_the_way_of_measuring_a_closed_figure_stays(kantor: Kantor, lama: str, baru: str, codes: list[str]) -> None:
    path = "data/indikator/IKU-01.yaml"
    if lama not in kantor.teks(path):
        kantor.tulis(path, f"{kantor.teks(path)}{lama}\n")
        kantor.simpan()
    kantor.ganti(path, lama, baru)
    assert [c for c in kode(kantor.tinjau()) if c.startswith("P")] == codes


def test_an_indikator_without_a_closed_figure_is_free(kantor: Kantor) -> None:
    path = "data/indikator/IKP-01.yaml"
    kantor.tulis(path, f"{kantor.teks(path)}catatan: Ditinjau tahun depan.\n")
    assert "P007" not in kode(kantor.tinjau())


# ── Records ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_record_is_never_deleted(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    kantor.simpan()
    (kantor.folder / KOREKSI).unlink()
    assert kode(kantor.tinjau()) == ["P008"]


def test_the_day_of_closing_stays(kantor: Kantor) -> None:
    kantor.ganti(SIKLUS, "  tanggal: 2024-04-08\n  oleh", "  tanggal: 2024-04-09\n  oleh")
    assert kode(kantor.tinjau()) == ["P009"]


def test_others_changes_since_are_not_the_proposals(kantor: Kantor) -> None:
    """A proposal that began before the base moved on is judged by what merging it would do."""
    kantor.repo.git("switch", "-q", "-c", "usulan")
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.simpan("Usulan")
    kantor.repo.git("switch", "-q", "main")
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    kantor.simpan("Koreksi")
    found = kantor.tinjau(usulan="usulan", pengirim="bk-mutasi")
    assert [str(row.path) for row in found.ubahan] == [RENCANA]
    assert kode(found) == []
