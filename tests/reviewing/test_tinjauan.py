"""What a review tells: before and after, deadline by the forge's clock (D-10), evidence, effect, what is new."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sakipgen.diagnostics import Severity
from sakipgen.domain.usulan import JenisUbahan
from sakipgen.reviewing.tinjauan import Hitungan, Tinjauan, terberat
from tests.usulan import CASES_TINJAU, PK, REALISASI, RENCANA, SIKLUS, Kantor, kode, koreksi

TUTUP = "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office with an open period."""
    made = Kantor(tmp_path)
    made.ganti(SIKLUS, TUTUP, "")
    made.simpan()
    return made


def test_before_and_after_of_a_figure_and_what_follows(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "60")
    found = kantor.tinjau()
    (row, year) = found.angka
    assert (row.kode, str(row.periode), row.langsung, row.turun) == ("IKU-01", "2024-TW1", True, True)
    assert row.lama is not None
    assert row.baru is not None
    assert (row.lama.hasil.realisasi, row.baru.hasil.realisasi) == (Decimal("77.5"), Decimal(60))
    assert (str(year.periode), year.langsung) == ("2024", False)
    assert [(s.kode, str(s.periode)) for s in found.sasaran] == [("S1", "2024-TW1"), ("S1", "2024")]
    assert found.beranda == (Hitungan(1, 1, 1), Hitungan(0, 1, 1))


def test_a_new_report_has_no_before(kantor: Kantor) -> None:
    text = kantor.teks(REALISASI)
    (kantor.folder / REALISASI).unlink()
    kantor.ganti(SIKLUS, "pengiriman:\n  mutasi:\n    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n", "x: |\n")
    kantor.ganti(SIKLUS, "x: |\n      hasil: disetujui\n", "")
    kantor.simpan()
    kantor.tulis(REALISASI, text)
    found = kantor.tinjau()
    assert found.angka[0].lama is not None
    assert found.angka[0].lama.hasil.realisasi is None
    assert found.beranda == (Hitungan(0, 0, 1), Hitungan(1, 1, 1))
    assert "K114" not in kode(found)


def test_a_report_without_its_record_is_told_only_where_the_proposal_does_not_hand_it_in(kantor: Kantor) -> None:
    record = "    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: disetujui\n"
    kantor.ganti(SIKLUS, f"pengiriman:\n  mutasi:\n{record}", "")
    assert "K114" in kode(kantor.tinjau())
    kantor.ganti(REALISASI, "77.5", "78")
    assert "K114" not in kode(kantor.tinjau())


def test_a_report_that_was_returned_is_seen_as_if_accepted(kantor: Kantor) -> None:
    kantor.ganti(
        SIKLUS,
        "    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: disetujui\n",
        "    - dikirim: 2024-04-03\n      diputus: 2024-04-04\n      hasil: dikembalikan\n      alasan: bukti_kurang\n",
    )
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "78")
    found = kantor.tinjau()
    assert found.angka[0].baru is not None
    assert found.angka[0].baru.hasil.realisasi == Decimal(78)


@pytest.mark.parametrize(
    ("dikirim", "hari"),
    [
        ("2024-04-13T00:00:00+07:00", 3),
        ("2024-04-10T23:59:59+07:00", 0),
        ("2024-04-08T10:00:00+07:00", -2),
        (None, None),
    ],
)
def test_d10_lateness_is_by_the_forges_clock(kantor: Kantor, dikirim: str | None, hari: int | None) -> None:
    """Whatever day a commit claims: the tenth day after the period is the last."""
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.repo.catat({}, "2024-04-01T00:00:00+07:00", "Dibuat mundur")
    (row,) = kantor.tinjau(dasar="main~1", usulan="main", dikirim=dikirim).tenggat
    assert (row.unit, str(row.periode), row.hari) == ("mutasi", "2024-TW1", hari)


def test_a_closed_period_hands_nothing_in(kantor: Kantor) -> None:
    kantor.tulis(SIKLUS, kantor.teks(SIKLUS) + TUTUP)
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "78")
    assert kantor.tinjau(dikirim="2024-04-13T00:00:00+07:00").tenggat == ()


def test_evidence_that_comes_goes_and_lacks(kantor: Kantor) -> None:
    kantor.tulis("data/bukti/2024/TW1/a.csv", "a\n")
    kantor.simpan()
    (kantor.folder / "data/bukti/2024/TW1/a.csv").rename(kantor.folder / "data/bukti/2024/TW1/b.csv")
    text = kantor.teks(REALISASI)
    kantor.tulis(REALISASI, text[: text.index("    bukti:")].replace("77.5", "78"))
    found = kantor.tinjau()
    assert [(row.path.name, row.jenis) for row in found.bukti] == [
        ("a.csv", JenisUbahan.DIHAPUS),
        ("b.csv", JenisUbahan.DITAMBAH),
    ]
    assert [(code, str(periode)) for code, periode in found.tanpa_bukti] == [("IKU-01", "2024-TW1")]


def test_targets_as_they_are_written(kantor: Kantor) -> None:
    kantor.ganti(RENCANA, "TW2: 78", "TW2: 77.5")
    (row,) = kantor.tinjau().isian
    assert (row.beda.kunci.kode, str(row.beda.kunci.periode), row.beda.lama, row.beda.baru) == (
        "IKU-01",
        "2024-TW2",
        "78",
        "77.5",
    )


def test_a_galat_hides_figures_not_problems(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "nilai: 77.5", "nilai: 77,5")
    found = kantor.tinjau(pengirim="bk-diklat")
    assert not found.terukur
    assert found.angka == ()
    assert found.beranda is None
    assert set(kode(found)) >= {"K001", "N001"}


def test_a_broken_base_is_no_excuse_and_no_obstacle(kantor: Kantor) -> None:
    """A proposal that mends the base shows that it does."""
    text = kantor.teks("data/instansi.yaml")
    kantor.tulis("data/instansi.yaml", "nama: [")
    kantor.simpan()
    kantor.tulis("data/instansi.yaml", text)
    found = kantor.tinjau()
    assert (found.report.has_errors, found.terukur) == (False, False)
    assert found.teratasi >= 1


def test_worst_first_and_new_before_old(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "20")
    found: Tinjauan = kantor.tinjau(pengirim="bk-diklat")
    order = [(d.severity, d in found.baru) for d in terberat(found)]
    assert order == sorted(order, key=lambda row: (row[0] is not Severity.ERROR, not row[1]))
    assert order[0] == (Severity.ERROR, True)


@pytest.mark.parametrize(("nilai", "peran"), [("78", {"sekretaris"}), ("40", {"sekretaris", "kepala"})])
def test_a_correction_that_changes_a_kategori_goes_to_the_kepala_too(
    kantor: Kantor, nilai: str, peran: set[str]
) -> None:
    kantor.tulis(SIKLUS, kantor.teks(SIKLUS) + TUTUP)
    kantor.simpan()
    reason = "    kendala: Pelatihan ditunda.\n    solusi: Pelatihan dijadwalkan lagi.\n"
    kantor.ganti(REALISASI, "    nilai: 77.5\n", f"    nilai: {nilai}\n{reason}")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-02.yaml", koreksi("77.5", nilai))
    found = kantor.tinjau(pengirim="bk-mutasi")
    assert not found.report.has_errors
    assert found.persetujuan == peran


def test_a_pk_signed_before_a_closed_period_ended_goes_to_the_kepala_too(tmp_path: Path) -> None:
    """Whoever dates a paper back moves targets that were published."""
    kantor = Kantor(tmp_path)
    kantor.simpan()
    kantor.lapis(CASES_TINJAU / "P011", "usulan")
    found = kantor.tinjau(pengirim="bk-tim")
    assert kode(found) == ["P011"]
    assert found.persetujuan == {"sekretaris", "kepala"}


def test_the_day_is_one_for_both_sides(kantor: Kantor) -> None:
    """A proposal that moves the example's day is compared on that day."""
    kantor.ganti("data/instansi.yaml", "posisi_contoh: 2024-04-10", "posisi_contoh: 2024-04-12")
    found = kantor.tinjau(pengirim="bk-admin")
    assert str(found.per_tanggal) == "2024-04-12"
    assert found.angka == ()


def test_the_day_of_a_proposal_is_not_before_that_of_its_base(kantor: Kantor) -> None:
    """Whoever makes a commit chooses its day: one before the koreksi would hide what the koreksi changes."""
    kantor.ganti("data/instansi.yaml", "status_data: contoh\nposisi_contoh: 2024-04-10\n", "status_data: resmi\n")
    kantor.tulis(SIKLUS, kantor.teks(SIKLUS) + TUTUP)
    kantor.simpan()
    kantor.repo.git("switch", "-q", "-c", "usulan")
    kantor.ganti(REALISASI, "nilai: 77.5\n", "nilai: 40\n    kendala: Pelatihan ditunda.\n    solusi: Dijadwalkan.\n")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-02.yaml", koreksi("77.5", "40"))
    kantor.repo.catat({}, "2023-01-01T00:00:00+07:00", "Koreksi")
    found = kantor.tinjau("main", "usulan", "bk-mutasi")
    assert str(found.per_tanggal) == "2024-04-09"
    assert found.persetujuan == {"sekretaris", "kepala"}


def test_a_row_whose_figures_look_the_same_is_not_told(kantor: Kantor) -> None:
    """A lower cap changes what is averaged, not the capaian of an indikator; the sasaran tells it."""
    kantor.ganti("data/metode/2024.yaml", "batas_agregat: 120", "batas_agregat: 100")
    found = kantor.tinjau()
    assert found.angka == ()
    assert {row.kode for row in found.sasaran} == {"S1"}


def test_a_new_version_of_a_pk_is_told_beside_the_one_before(tmp_path: Path) -> None:
    """What it leaves as it was is no change of a target; what it drops is one. It is new, so no paper is made again."""
    kantor = Kantor(tmp_path)
    two = kantor.teks(PK).replace("butir:\n", "butir:\n  IKU-02:\n    target: 5\n  IKU-03:\n    target: 6.0\n")
    kantor.tulis(PK, two)
    kantor.simpan()
    new = "alasan_perubahan: Pagu dipotong.\ntanggal: 2024-03-01\npihak_pertama: kepala\nbutir:\n"
    kantor.tulis(PK.replace("murni", "perubahan-1"), f"{new}  IKU-01:\n    target: 79\n  IKU-03:\n    target: 6\n")
    found = kantor.tinjau()
    told = [(row.beda.kunci.kode, row.beda.kunci.versi, row.beda.lama, row.beda.baru) for row in found.isian]
    assert told == [("IKU-01", "perubahan-1", "80", "79"), ("IKU-02", "perubahan-1", "5", None)]
    assert "pk" not in {row.kode for row in found.naskah}
