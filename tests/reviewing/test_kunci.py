"""D-03 … D-05, D-07: what is closed changes only in the open."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.diagnostics import Severity
from tests.usulan import PK, REALISASI, RENCANA, SIKLUS, Kantor, kode, koreksi

KAMUS = "data/indikator/IKU-01.yaml"
MARET = "data/realisasi/2024/03/mutasi.yaml"
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


def test_a_closed_figure_is_withdrawn_by_a_record(kantor: Kantor) -> None:
    """What turns out not to exist: no new figure, a status in its place, and the Kepala knows."""
    kantor.ganti(
        REALISASI, "    nilai: 77.5\n", "    status: tidak_tersedia\n    alasan: Daftarnya milik tahun lain.\n"
    )
    gone = koreksi("77.5", "0", jenis="pencabutan").replace("nilai_baru: 0\n", "")
    kantor.tulis(KOREKSI, gone)
    found = kantor.tinjau()
    assert kode(found) == []
    assert found.persetujuan == {"sekretaris", "kepala"}
    kantor.tulis(KOREKSI, gone.replace("77.5", "77.4"))
    assert kode(kantor.tinjau()) == ["P002"]
    (kantor.folder / KOREKSI).unlink()
    found = kantor.tinjau()
    assert set(kode(found)) == {"P001"}
    assert any("`jenis: pencabutan`" in d.message for d in found.report.errors)


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


# ── Ways ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lama", "baru", "codes"),
    [
        ("desimal: 2", "desimal: 1", ["P007"]),
        ("polaritas: naik", "polaritas: turun", ["P007"]),
        ("  nilai: 70", "  nilai: 71", ["P019"]),
        ("penanggung_jawab: mutasi", "penanggung_jawab: diklat", []),
        ("Indeks profesionalitas ASN", "Nilai profesionalitas ASN", []),
    ],
)
def test_the_way_of_measuring_a_closed_figure_stays(kantor: Kantor, lama: str, baru: str, codes: list[str]) -> None:
    path = KAMUS
    if lama not in kantor.teks(path):
        kantor.tulis(path, f"{kantor.teks(path)}{lama}\n")
        kantor.simpan()
    kantor.ganti(path, lama, baru)
    assert [c for c in kode(kantor.tinjau()) if c.startswith("P")] == codes


def test_a_baseline_that_measures_is_locked(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.tulis(KAMUS, f"{kantor.teks(KAMUS)}formula_capaian: lintasan\n")
    kantor.simpan()
    kantor.ganti(KAMUS, "  nilai: 70", "  nilai: 71")
    assert kode(kantor.tinjau()) == ["P007"]


def test_a_month_is_closed_with_its_quarter(tmp_path: Path) -> None:
    """What a closed quarter was made of changes by a record of the month, though nobody closed the month."""
    kantor = Kantor(tmp_path)
    kantor.ganti(KAMUS, "frekuensi: triwulanan", "frekuensi: bulanan")
    months = "".join(f"      '{n:02}': {76 + n / 4}\n" for n in range(1, 12))
    kantor.ganti(RENCANA, "      TW1: 77\n      TW2: 78\n      TW3: 79\n      TW4: 80\n", f"{months}      '12': 80\n")
    text = kantor.teks(REALISASI)
    (kantor.folder / REALISASI).unlink()
    for month in ("01", "02", "03"):
        kantor.tulis(MARET.replace("/03/", f"/{month}/"), text)
    kantor.simpan()
    kantor.ganti(MARET, "77.5", "79")
    found = kantor.tinjau()
    assert kode(found) == ["P001"]
    said = next(d.message for d in found.report.errors)
    assert said.startswith("Maret 2024 termasuk Triwulan I 2024 yang sudah ditutup (2024-04-08); `nilai` berubah")
    kantor.tulis("data/koreksi/2024/03/KOR-2024-02.yaml", koreksi("77.5", "79"))
    assert kode(kantor.tinjau()) == []


def test_a_second_file_does_not_hide_a_figure(kantor: Kantor) -> None:
    """Two files that state one figure: the one that says something else counts."""
    kantor.tulis("data/realisasi/2024/TW1/diklat.yaml", kantor.teks(REALISASI).replace("77.5", "90"))
    kantor.ganti(REALISASI, "butir:", "# ditinjau\nbutir:")
    assert {"P001", "R020"} <= set(kode(kantor.tinjau()))


def test_an_indikator_without_a_closed_figure_is_free(kantor: Kantor) -> None:
    path = "data/indikator/IKP-01.yaml"
    kantor.tulis(path, f"{kantor.teks(path)}catatan: Ditinjau tahun depan.\n")
    assert "P007" not in kode(kantor.tinjau())


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


# ── Money ────────────────────────────────────────────────────────────────────────────────────────────────────────

PROGRAM = "data/program/2024.yaml"
DPPA = "perubahan: {sumber: DPPA 2024, tanggal: %s}\n"


@pytest.mark.parametrize(
    ("lama", "baru", "tambahan", "said"),
    [
        ("murni: 1000000", "murni: 300000", "", "berubah dari 1000000 menjadi 300000"),
        ("murni: 1000000", "murni: 1000000\n      perubahan: 800000", DPPA % "2024-03-20", "menjadi 800000"),
        ("murni: 1000000", "murni: 1000000\n      perubahan: 800000", DPPA % "2024-04-02", None),
    ],
)
def test_a_ceiling_of_a_closed_period_is_told(
    tmp_path: Path, lama: str, baru: str, tambahan: str, said: str | None
) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti(PK, "anggaran:\n  5.03.02: 1000000\n", "")
    kantor.simpan()
    kantor.ganti(PROGRAM, lama, baru)
    kantor.tulis(PROGRAM, tambahan + kantor.teks(PROGRAM))
    found = [d for d in kantor.tinjau().report.diagnostics if d.code == "P010"]
    assert [(d.severity, str(d.path)) for d in found] == ([(Severity.WARNING, PROGRAM)] if said else [])
    assert all((said or "") in d.message for d in found)
