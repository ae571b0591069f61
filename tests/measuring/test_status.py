"""What stands instead of a figure, when it is late, and what a figure is marked with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.measuring.hasil import Terukur
from tests.measuring.builder import RASIO, TW, Susunan, bulanan, cetak, indikator, isi, satu, tanpa_target_awal


@pytest.mark.parametrize(
    ("per_tanggal", "status", "late"),
    [
        ("2024-03-31", Status.BELUM_JATUH_TEMPO, 0),
        ("2024-04-15", Status.BELUM_JATUH_TEMPO, 0),
        ("2024-04-16", Status.TERLAMBAT, 1),
        ("2024-05-15", Status.TERLAMBAT, 30),
    ],
)
def test_a_quarter_falls_due_15_days_after_its_end(per_tanggal: str, status: Status, late: int) -> None:
    row = satu().baris("A", "2024-TW1", per_tanggal=per_tanggal)
    assert (row.status, row.hari_terlambat, row.jatuh_tempo) == (status, late, date(2024, 4, 15))


@pytest.mark.parametrize(
    ("frekuensi", "periode", "due"),
    [
        ("bulanan", "2024-01", date(2024, 2, 10)),
        ("bulanan", "2024-02", date(2024, 3, 10)),
        ("semesteran", "2024-S1", date(2024, 7, 20)),
        ("tahunan", "2024", date(2025, 1, 31)),
    ],
)
def test_each_frequency_has_its_own_deadline(frekuensi: str, periode: str, due: date) -> None:
    row = Susunan().ukur("A", frekuensi=frekuensi).janji("A", "1").baris("A", periode)
    assert row.jatuh_tempo == due


def test_a_longer_period_is_late_since_its_earliest_missing_report() -> None:
    data = bulanan("jumlah", bulan=0)
    row = data.baris("A", "2024-TW1", per_tanggal="2024-04-30")
    assert (row.status, row.hari_terlambat) == (Status.TERLAMBAT, 80)
    row = data.baris("A", "2024", per_tanggal="2024-03-01")  # January was due, February is not yet
    assert (row.status, row.hari_terlambat) == (Status.TERLAMBAT, 20)


def test_a_year_of_which_a_quarter_is_late_is_late() -> None:
    row = satu().baris("A", "2024", per_tanggal="2024-05-15")
    assert (row.status, row.hari_terlambat, row.terukur) == (Status.TERLAMBAT, 30, Terukur(0, 1))


def test_a_year_of_which_nothing_is_due_is_not_late() -> None:
    row = satu().baris("A", "2024", per_tanggal="2024-02-15")
    assert (row.status, row.hari_terlambat, row.terukur) == (Status.BELUM_JATUH_TEMPO, 0, Terukur(0, 0))


@pytest.mark.parametrize("status", ["menunggu_rilis", "tidak_tersedia", "tidak_berlaku"])
def test_a_declared_status_is_never_late(status: str) -> None:
    data = satu()
    data.lapor("A", "TW1", status=status, alasan="Alasan.", bukti=())
    row = data.baris("A", "2024-TW1")
    assert (row.status, row.alasan, row.hari_terlambat) == (Status(status), "Alasan.", 0)
    assert data.baris("A", "2024").status is Status.TERLAMBAT


def test_a_year_declared_to_its_end_has_the_last_status() -> None:
    data = satu()
    for segment in TW:
        data.lapor("A", segment, status="tidak_berlaku", alasan=f"Alasan {segment}.", bukti=())
    row = data.baris("A", "2024")
    assert (row.status, row.alasan, row.terukur) == (Status.TIDAK_BERLAKU, "Alasan TW4.", Terukur(0, 4))


def test_a_running_year_has_the_status_that_was_declared_last_while_nothing_is_late() -> None:
    data = satu().lapor("A", "TW1", status="tidak_tersedia", alasan="Aplikasi rusak.", bukti=())
    row = data.baris("A", "2024", per_tanggal="2024-04-20")
    assert (row.status, row.alasan, row.hari_terlambat) == (Status.TIDAK_TERSEDIA, "Aplikasi rusak.", 0)
    early = data.baris("A", "2024", sampai="2024-TW1", per_tanggal="2024-07-20")
    assert early.status is Status.TIDAK_TERSEDIA, "what lies behind the posisi is not late"
    late = data.baris("A", "2024", per_tanggal="2024-07-16")
    assert (late.status, late.alasan, late.hari_terlambat) == (Status.TERLAMBAT, None, 1)


def test_a_declared_status_stands_where_nothing_was_targeted() -> None:
    data = tanpa_target_awal().lapor("A", "TW1", status="tidak_berlaku", alasan="Belum mulai.", bukti=())
    row = data.baris("A", "2024-TW1")
    assert (row.status, row.alasan) == (Status.TIDAK_BERLAKU, "Belum mulai.")


def test_without_a_target_in_the_rencana_aksi_nothing_can_be_said() -> None:
    data = Susunan().ukur("A").janji("A", "60").lapor("A", "TW1", "10")
    row = data.baris("A", "2024-TW1")
    assert (row.status, row.realisasi, row.target, row.capaian) == isi(Status.BELUM_DITETAPKAN, 10, None, None)
    assert row.hari_terlambat == 0
    assert cetak(row.capaian_tahun) == "16.67"
    row = data.rencanakan("A", TW2="60").baris("A", "2024-TW1")
    assert (row.target, row.sumber_target) == (None, None)


def test_a_rumus_without_an_answer_is_not_zero() -> None:
    data = satu("60", **RASIO)
    data.lapor("A", "TW1", komponen={"a": "0", "b": "0"})
    row = data.baris("A", "2024-TW1")
    assert (row.status, row.realisasi, row.hari_terlambat) == (Status.TIDAK_TERSEDIA, None, 0)
    assert row.alasan == "Penyebut rumus nol, sehingga nilainya tidak dapat dihitung."


def test_marks_beside_a_figure() -> None:
    data = satu("60")
    data.lapor("A", "TW1", "30", sementara="ya")
    data.lapor("A", "TW2", "90.6")
    assert data.baris("A", "2024-TW1").tanda == (Tanda.SEMENTARA,)
    assert data.baris("A", "2024-TW2").tanda == (Tanda.PERLU_DIPERIKSA_ULANG,)
    exact = satu("60", {"TW1": "90"})
    assert exact.baris("A", "2024-TW1").tanda == ()


def test_days_are_never_too_early_to_be_true() -> None:
    days: dict[str, Any] = {
        "satuan": {"nama": "tanggal", "tipe": "tanggal"},
        "polaritas": "turun",
        "formula_capaian": "turun_selisih",
    }
    data = satu({"tanggal": "2024-12-31"}, None, **days).lapor("A", "TW1", tanggal="2024-01-02")
    row = data.baris("A", "2024-TW1")
    assert row.capaian is not None
    assert (cetak(row.capaian.capaian), row.tanda) == ("199.45", ())


def test_a_provisional_figure_marks_the_year_only_if_the_year_rests_on_it() -> None:
    data = satu("60", {"TW2": "60"})
    data.lapor("A", "TW1", "30", sementara="ya")
    assert Tanda.SEMENTARA not in data.baris("A", "2024").tanda
    data.indikator["A"] = indikator(agregasi="jumlah")
    assert Tanda.SEMENTARA in data.baris("A", "2024").tanda


def test_a_sum_is_owed_where_only_its_last_month_promises_nothing() -> None:
    data = Susunan().ukur("A", frekuensi="bulanan", agregasi="jumlah").janji("A", "5")
    data.rencanakan("A", b01="5", b02="0", b03="0")
    assert data.baris("A", "2024-TW1", per_tanggal="2024-04-30").status is Status.TERLAMBAT
    data.rencanakan("A", b01="0", b02="0", b03="0")
    assert data.baris("A", "2024-TW1", per_tanggal="2024-04-30").status is Status.TIDAK_DITARGETKAN


def test_a_month_by_which_a_cumulative_plan_does_not_grow_owes_nothing() -> None:
    data = Susunan().ukur("A", frekuensi="bulanan", agregasi="jumlah", mode_target="kumulatif").janji("A", "9")
    row = data.rencanakan("A", b03="5", b04="5", b05="5", b06="9").baris("A", "2024-TW2", per_tanggal="2024-07-05")
    assert (row.status, row.hari_terlambat) == (Status.BELUM_JATUH_TEMPO, 0)
