"""The SOP and the record of one period: what it refuses, and what a day knew of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.lama import Lama, SatuanLama
from sakipgen.domain.siklus import HasilReviu, KeadaanSiklus, PeranSop, Siklus, Sop
from tests.conftest import Indonesian
from tests.measuring.builder import SOP

KIRIM = {"dikirim": "2024-04-03"}
TERIMA = KIRIM | {"diputus": "2024-04-05", "hasil": "disetujui"}
TOLAK = KIRIM | {"diputus": "2024-04-05", "hasil": "dikembalikan", "alasan": "bukti_kurang"}


def langkah(tanggal: str = "2024-04-01", **fields: Any) -> dict[str, Any]:
    return {"langkah": "1", "tanggal": tanggal, "oleh": "kepala"} | fields


def siklus(*rows: dict[str, Any], **fields: Any) -> Siklus:
    """A record in which the unit `mutasi` sent these."""
    return Siklus.model_validate({"pengiriman": {"mutasi": list(rows)} if rows else {}} | fields)


def refused(*rows: dict[str, Any], **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        siklus(*rows, **fields)
    (error,) = [e for e in caught.value.errors() if e["type"] != "too_short"]  # Pydantic counts what it accepted
    return f"{error['type']} {error['msg']}"


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────

BERSAMA = "S008 `diputus` dan `hasil` harus ada bersama-sama; isi keduanya atau hapus keduanya."
ALASAN = "S008 `alasan` dan `hasil: dikembalikan` harus ada bersama-sama; isi keduanya atau hapus `alasan`."
LAIN = "S008 `alasan: lain_lain` memerlukan `catatan`; tulis alasannya dalam satu kalimat."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (KIRIM | {"diputus": "2024-04-05"}, BERSAMA),
        (KIRIM | {"hasil": "disetujui"}, BERSAMA),
        (KIRIM | {"diputus": "2024-04-05", "hasil": "dikembalikan"}, ALASAN),
        (TERIMA | {"alasan": "bukti_kurang"}, ALASAN),
        (KIRIM | {"alasan": "bukti_kurang"}, ALASAN),
        (TOLAK | {"alasan": "lain_lain"}, LAIN),
        (
            TERIMA | {"diputus": "2024-04-02"},
            "T008 `diputus` 2024-04-02 mendahului `dikirim` 2024-04-03; betulkan salah satu tanggalnya.",
        ),
    ],
)
def test_a_submission_contradicts_itself(row: dict[str, Any], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refused(row)) == expected


@pytest.mark.parametrize("row", [KIRIM, TERIMA, TOLAK, TOLAK | {"alasan": "lain_lain", "catatan": "Salah berkas."}])
def test_a_submission_may_be_like_this(row: dict[str, Any]) -> None:
    assert siklus(row).pengiriman["mutasi"][0].dikirim == date(2024, 4, 3)


def test_an_answer_may_come_on_the_same_day() -> None:
    again = {"dikirim": "2024-04-05", "diputus": "2024-04-05", "hasil": "disetujui"}
    assert len(siklus(TOLAK, again).pengiriman["mutasi"]) == 2


@pytest.mark.parametrize("before", [KIRIM, TOLAK])
def test_nothing_is_sent_again_before_the_answer(before: dict[str, Any], indonesian: Indonesian) -> None:
    assert indonesian(refused(before, {"dikirim": "2024-04-04"})) == (
        "T008 pengiriman tidak berurutan: pengiriman 2024-04-04 mendahului jawaban atas pengiriman "
        "2024-04-03; urutkan dan lengkapi tanggalnya."
    )


def test_what_changes_after_approval_is_a_correction(indonesian: Indonesian) -> None:
    assert indonesian(refused(TERIMA, {"dikirim": "2024-04-06"})) == (
        "S008 pengiriman berlanjut sesudah disetujui pada 2024-04-05; perubahan sesudah disetujui dicatat "
        "sebagai koreksi; hapus pengiriman sesudahnya."
    )


def test_each_unit_has_an_order_of_its_own() -> None:
    rows = {"mutasi": [TERIMA], "diklat": [TOLAK, TERIMA | {"dikirim": "2024-04-05"}]}
    assert set(Siklus.model_validate({"pengiriman": rows}).pengiriman) == {"mutasi", "diklat"}


def test_a_step_says_why_it_returned_something(indonesian: Indonesian) -> None:
    assert indonesian(refused(pengumpulan=[langkah(hasil="dikembalikan")])) == ALASAN
    assert indonesian(refused(pengukuran=[langkah(alasan="satuan_salah")])) == ALASAN
    assert indonesian(refused(pengumpulan=[langkah(hasil="dikembalikan", alasan="lain_lain")])) == LAIN


@pytest.mark.parametrize("nomor", ["0", "01", "100", "a", ""])
def test_no_number_of_a_step(nomor: str) -> None:
    assert refused(pengumpulan=[langkah(langkah=nomor)]).startswith("string_pattern_mismatch")


def test_a_sop_has_steps() -> None:
    assert Sop.model_validate(SOP).pengumpulan.langkah["2"].keputusan
    empty = {"nama": "Prosedur", "langkah": {}}
    with pytest.raises(ValidationError):
        Sop.model_validate({**SOP, "pengumpulan": empty})


def test_what_a_sop_says_without_being_asked() -> None:
    sop = Sop.model_validate(SOP)
    assert (sop.menit_sehari, sop.istilah_ikk, sop.lapor_kepada) == (450, "Indikator Kinerja Kegiatan", "kepala")
    first = sop.pengumpulan.langkah["1"]
    assert first.waktu_baku == Lama(5, SatuanLama.MENIT)
    assert (first.pelaksana, first.keadaan, first.keputusan) == (PeranSop.KEPALA, KeadaanSiklus.DIBUKA, False)
    assert sop.pengukuran.langkah["1"].waktu_baku is None


@pytest.mark.parametrize("menit", ["0", "1441", "7.5"])
def test_a_working_day_has_some_minutes_and_not_more_than_a_day(menit: str) -> None:
    with pytest.raises(ValidationError):
        Sop.model_validate({**SOP, "menit_sehari": menit})


# ── What a day knew ──────────────────────────────────────────────────────────────────────────────────────────────

LENGKAP = {
    "pengumpulan": [langkah("2024-04-01"), langkah("2024-04-05")],
    "pengukuran": [langkah("2024-04-06")],
    "penutupan": {"tanggal": "2024-04-30", "oleh": "kepala"},
}


@pytest.mark.parametrize(
    ("hari", "known"),
    [
        (date(2024, 3, 31), (0, 0, None, False)),
        (date(2024, 4, 1), (1, 0, None, False)),
        (date(2024, 4, 3), (1, 0, None, False)),
        (date(2024, 4, 5), (2, 0, HasilReviu.DIKEMBALIKAN, False)),
        (date(2024, 4, 6), (2, 1, HasilReviu.DIKEMBALIKAN, False)),
        (date(2024, 4, 29), (2, 1, HasilReviu.DISETUJUI, False)),
        (date(2024, 4, 30), (2, 1, HasilReviu.DISETUJUI, True)),
    ],
)
def test_a_day_knows_what_happened_by_its_end(hari: date, known: tuple[int, int, HasilReviu | None, bool]) -> None:
    again = {"dikirim": "2024-04-08", "diputus": "2024-04-09", "hasil": "disetujui"}
    seen = siklus(TOLAK, again, **LENGKAP).pada(hari)
    rows = seen.pengiriman["mutasi"]
    assert (
        len(seen.pengumpulan),
        len(seen.pengukuran),
        rows[-1].hasil if rows else None,
        seen.penutupan is not None,
    ) == known


def test_before_its_answer_a_submission_waits_and_says_nothing_of_it() -> None:
    full = TOLAK | {"catatan": "Lampirkan rekapitulasi."}
    (row,) = siklus(full).pada(date(2024, 4, 4)).pengiriman["mutasi"]
    assert (row.dikirim, row.diputus, row.hasil, row.alasan, row.catatan) == (date(2024, 4, 3), None, None, None, None)
    (row,) = siklus(full).pada(date(2024, 4, 5)).pengiriman["mutasi"]
    assert row.catatan == "Lampirkan rekapitulasi."


def test_a_unit_that_will_send_later_has_sent_nothing() -> None:
    assert siklus(KIRIM).pada(date(2024, 4, 2)).pengiriman == {"mutasi": ()}


def test_the_last_day_knows_everything() -> None:
    record = siklus(TOLAK, TERIMA | {"dikirim": "2024-04-05"}, **LENGKAP)
    assert record.pada(date(2024, 12, 31)) == record
