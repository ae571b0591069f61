"""R025…R027, S011, S012, T009, K113, K114: the record of a period fits the SOP, the calendar and the reports."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.siklus import (
    disetujui_ada_berkasnya,
    keputusan_pada_langkahnya,
    langkah_berurutan,
    langkah_terdaftar,
    libur_ada,
    naskah_pada_langkahnya,
    realisasi_ada_pengirimannya,
    sop_ada,
)
from sakipgen.diagnostics import Severity
from tests.checking.helpers import places, said
from tests.measuring.builder import SOP, UNIT, Susunan, metode

SIKLUS = "siklus/2024/TW1.yaml"
DISETUJUI = {"hasil": "disetujui"}
DIKEMBALIKAN = {"hasil": "dikembalikan", "alasan": "bukti_kurang"}


def langkah(nomor: str, tanggal: str = "2024-04-01", **fields: Any) -> dict[str, Any]:
    return {"langkah": nomor, "tanggal": tanggal, "oleh": "kepala"} | fields


def siklus(**fields: Any) -> Susunan:
    data = Susunan().ukur("A")
    data.sop = SOP
    data.siklus[2024, "TW1"] = fields
    return data


# ── The SOP ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_r025_a_step_is_one_of_its_own_procedure() -> None:
    data = siklus(pengumpulan=[langkah("1"), langkah("3")], pengukuran=[langkah("2")])
    assert said(langkah_terdaftar, data.dataset()) == [
        (
            f'{SIKLUS} pengumpulan.1.langkah value R025: langkah 3 tidak ada dalam "Pengumpulan Data"; '
            "langkah yang ada: 1, 2; betulkan nomornya."
        ),
        (
            f'{SIKLUS} pengukuran.0.langkah value R025: langkah 2 tidak ada dalam "Pengukuran"; '
            "langkah yang ada: 1; betulkan nomornya."
        ),
    ]


def test_r025_without_a_sop_nothing_is_compared() -> None:
    data = siklus(pengumpulan=[langkah("9")])
    data.sop = None
    assert said(langkah_terdaftar, data.dataset()) == []


def test_s011_a_decision_is_recorded_at_its_step() -> None:
    data = siklus(pengumpulan=[langkah("1", **DISETUJUI), langkah("2")])
    assert said(keputusan_pada_langkahnya, data.dataset()) == [
        f"{SIKLUS} pengumpulan.0.hasil key S011: langkah 1 bukan langkah keputusan; hapus `hasil`.",
        (
            f"{SIKLUS} pengumpulan.1.langkah value S011: langkah 2 adalah langkah keputusan; "
            "tulis `hasil: disetujui` atau `hasil: dikembalikan`."
        ),
    ]


def test_s011_is_silent_of_right_steps_and_of_unknown_ones() -> None:
    data = siklus(pengumpulan=[langkah("1"), langkah("2", **DIKEMBALIKAN), langkah("2", **DISETUJUI), langkah("7")])
    assert said(keputusan_pada_langkahnya, data.dataset()) == []


def test_t009_steps_stand_in_order_of_time() -> None:
    data = siklus(
        pengumpulan=[langkah("1", "2024-04-02"), langkah("2", "2024-04-01", **DISETUJUI)],
        pengukuran=[langkah("1", "2024-04-03"), langkah("1", "2024-04-03"), langkah("1", "2024-04-02")],
    )
    assert said(langkah_berurutan, data.dataset()) == [
        (
            f"{SIKLUS} pengumpulan.1.tanggal value T009: langkah 2 bertanggal 2024-04-01, sebelum langkah 1 "
            "(2024-04-02); betulkan tanggalnya atau urutkan catatannya."
        ),
        (
            f"{SIKLUS} pengukuran.2.tanggal value T009: langkah 1 bertanggal 2024-04-02, sebelum langkah 1 "
            "(2024-04-03); betulkan tanggalnya atau urutkan catatannya."
        ),
    ]


def test_t009_a_step_may_come_back_after_a_return_and_measuring_may_begin_before_collecting_ends() -> None:
    data = siklus(
        pengumpulan=[langkah("1"), langkah("2", "2024-04-05", **DIKEMBALIKAN), langkah("1", "2024-04-06")],
        pengukuran=[langkah("1", "2024-04-02")],
    )
    assert said(langkah_berurutan, data.dataset()) == []


@pytest.mark.parametrize(("tanggal", "wrong"), [("2024-03-31", True), ("2024-04-01", False), ("2024-04-02", False)])
def test_t009_a_period_is_closed_after_its_data_was_collected(tanggal: str, wrong: bool) -> None:
    data = siklus(pengumpulan=[langkah("1")], penutupan={"tanggal": tanggal, "oleh": "kepala"})
    expected = [
        (
            f"{SIKLUS} penutupan.tanggal value T009: periode ditutup pada 2024-03-31, sebelum langkah pengumpulan "
            "terakhir (2024-04-01); betulkan salah satu tanggalnya."
        )
    ]
    assert said(langkah_berurutan, data.dataset()) == (expected if wrong else [])


@pytest.mark.parametrize(("tanggal", "wrong"), [("2024-03-30", True), ("2024-03-31", False)])
def test_t009_a_period_is_closed_once_it_is_over(tanggal: str, wrong: bool) -> None:
    data = siklus(pengumpulan=[langkah("1")], penutupan={"tanggal": tanggal, "oleh": "kepala"})
    data.siklus[2024, "TW1"]["pengumpulan"] = []
    expected = [
        (
            f"{SIKLUS} penutupan.tanggal value T009: Triwulan I 2024 ditutup pada 2024-03-30, sebelum berakhir "
            "(2024-03-31); betulkan tanggalnya, atau hapus `penutupan` sampai periodenya selesai."
        )
    ]
    assert said(langkah_berurutan, data.dataset()) == (expected if wrong else [])


def test_t009_a_closing_alone_is_no_mistake() -> None:
    data = siklus(penutupan={"tanggal": "2024-04-30", "oleh": "kepala"})
    assert said(langkah_berurutan, data.dataset()) == []


def test_r026_is_said_once_at_the_first_record() -> None:
    data = siklus()
    data.siklus[2024, "TW2"] = {}
    assert said(sop_ada, data.dataset()) == []
    data.sop = None
    assert said(sop_ada, data.dataset()) == [
        (
            f"{SIKLUS} - value R026: siklus ini menyebut langkah SOP, tetapi `data/sop.yaml` belum ada; "
            "buat berkas SOP-nya."
        )
    ]
    data.tak_terbaca = {"sop.yaml"}
    assert said(sop_ada, data.dataset()) == []
    assert said(sop_ada, Susunan().dataset()) == [], "without a record nobody asks for the SOP"


def test_s012_a_paper_is_recorded_where_it_is_made() -> None:
    rapat = {"mulai": "09.00", "tempat": "R", "pimpinan": "kepala", "peserta": ["kepala"]}
    disposisi = {"diteruskan": ["kepala"]}
    data = siklus(pengumpulan=[langkah("1", rapat=rapat), langkah("2", **DISETUJUI, disposisi=disposisi)])
    assert said(naskah_pada_langkahnya, data.dataset()) == [
        (
            f"{SIKLUS} pengumpulan.0.rapat key S012: langkah 1 menghasilkan `nota_dinas`, jadi tidak memuat `rapat`; "
            "hapus isian itu, atau betulkan nomor langkahnya."
        )
    ]
    data = siklus(pengumpulan=[langkah("1", disposisi=disposisi), langkah("9", rapat=rapat)])
    assert said(naskah_pada_langkahnya, data.dataset()) == [
        (
            f"{SIKLUS} pengumpulan.0.disposisi key S012: langkah 1 menghasilkan `nota_dinas`, jadi tidak memuat "
            "`disposisi`; pindahkan ke langkah 2, atau betulkan nomor langkahnya."
        )
    ]


# ── The calendar ─────────────────────────────────────────────────────────────────────────────────────────────────

TENGGAT = {"bulanan": "10", "triwulanan": "15", "semesteran": "20", "tahunan": "31"}


def test_r027_working_days_need_the_holidays_of_the_year() -> None:
    data = Susunan(metode=metode(tenggat=TENGGAT | {"satuan": "kerja"}))
    assert said(libur_ada, data.dataset()) == [
        (
            "metode/2024.yaml tenggat.satuan value R027: tenggat dihitung dalam hari kerja, tetapi "
            "`data/libur/2024.yaml` belum ada; buat berkasnya, atau tulis `satuan: kalender`."
        )
    ]
    data.libur[2023] = {"2023-12-25": "Natal"}
    assert len(said(libur_ada, data.dataset())) == 1
    data.libur[2024] = {"2024-01-01": "Tahun Baru"}
    assert said(libur_ada, data.dataset()) == []


def test_r027_calendar_days_need_none_and_an_unread_file_is_not_missing() -> None:
    assert said(libur_ada, Susunan().dataset()) == []
    data = Susunan(metode=metode(tenggat=TENGGAT | {"satuan": "kerja"}))
    data.tak_terbaca = {"libur/2024.yaml"}
    assert said(libur_ada, data.dataset()) == []


# ── The reports ──────────────────────────────────────────────────────────────────────────────────────────────────

KIRIM = {"dikirim": "2024-04-03"}
TERIMA = KIRIM | {"diputus": "2024-04-04", "hasil": "disetujui"}
TOLAK = KIRIM | {"diputus": "2024-04-04", "hasil": "dikembalikan", "alasan": "bukti_kurang"}


def test_k113_what_was_approved_is_there() -> None:
    data = siklus(pengiriman={UNIT: [TERIMA]})
    assert said(disetujui_ada_berkasnya, data.dataset()) == [
        (
            f"{SIKLUS} pengiriman.mutasi key K113: data `mutasi` disetujui, tetapi "
            "`data/realisasi/2024/TW1/mutasi.yaml` tidak ada; tambahkan berkasnya, atau hapus catatan pengirimannya."
        )
    ]
    (issue,) = disetujui_ada_berkasnya(data.dataset())
    assert issue.severity is Severity.WARNING
    assert said(disetujui_ada_berkasnya, data.lapor("A", "TW1", "1").dataset()) == []


@pytest.mark.parametrize("rows", [[KIRIM], [TOLAK], [TOLAK, KIRIM | {"dikirim": "2024-04-05"}]])
def test_k113_asks_nothing_before_approval(rows: list[dict[str, Any]]) -> None:
    assert said(disetujui_ada_berkasnya, siklus(pengiriman={UNIT: rows}).dataset()) == []


def test_k113_a_report_that_could_not_be_read_is_not_missing() -> None:
    data = siklus(pengiriman={UNIT: [TERIMA]})
    data.tak_terbaca = {"realisasi/2024/TW1/mutasi.yaml"}
    assert said(disetujui_ada_berkasnya, data.dataset()) == []


def test_k114_a_report_of_a_recorded_period_says_when_it_was_sent() -> None:
    data = siklus(pengiriman={}).lapor("A", "TW1", "1").lapor("A", "TW2", "1").lapor("A", "TW1", "1", unit="x")
    assert said(realisasi_ada_pengirimannya, data.dataset()) == [
        (
            "realisasi/2024/TW1/mutasi.yaml - value K114: pengiriman `mutasi` belum tercatat; "
            "Tim SAKIP mencatat tanggal `dikirim` dalam `data/siklus/2024/TW1.yaml`."
        )
    ]


@pytest.mark.parametrize("row", [KIRIM, TERIMA, TOLAK])
def test_k114_any_submission_is_enough(row: dict[str, Any]) -> None:
    data = siklus(pengiriman={UNIT: [row]}).lapor("A", "TW1", "1")
    assert said(realisasi_ada_pengirimannya, data.dataset()) == []


def test_k113_and_k114_leave_a_misspelt_unit_to_r011() -> None:
    data = siklus(pengiriman={"mutsi": [TERIMA]}).lapor("A", "TW1", "1")
    assert said(disetujui_ada_berkasnya, data.dataset()) == []
    assert said(realisasi_ada_pengirimannya, data.dataset()) == []


def test_every_place_of_a_record_is_looked_at_once() -> None:
    data = siklus(pengumpulan=[langkah("9")])
    data.siklus[2024, "TW2"] = {"pengukuran": [langkah("9")]}
    assert places(langkah_terdaftar, data.dataset()) == [
        f"{SIKLUS} pengumpulan.0.langkah",
        "siklus/2024/TW2.yaml pengukuran.0.langkah",
    ]
