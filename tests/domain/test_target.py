"""A target in every form a document gives it, and the exact words for what is no target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from sakipgen.domain.target import KATA_TANDA, TandaTarget, Target
from tests.conftest import Indonesian
from tests.domain.helpers import refusal

TARGET: TypeAdapter[Any] = TypeAdapter(Target)


def target(value: object) -> Target:
    return Target.model_validate(value)


# ── What is a target ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "angka", "maks", "tanda", "pola"),
    [
        ("95", "95", None, None, "{nilai}"),
        ("0", "0", None, None, "{nilai}"),
        ("-2.5", "-2.5", None, None, "{nilai}"),
        ({"nilai": "95"}, "95", None, None, "{nilai}"),
        ({"paling_sedikit": "95"}, "95", None, ">=", "paling sedikit {nilai}"),
        ({"lebih_dari": "95"}, "95", None, ">", "lebih dari {nilai}"),
        ({"paling_banyak": "5"}, "5", None, "<=", "paling banyak {nilai}"),
        ({"kurang_dari": "49"}, "49", None, "<", "kurang dari {nilai}"),
        ({"paling_banyak": "0"}, "0", None, "<=", "paling banyak {nilai}"),
        ({"min": "80", "maks": "90"}, "80", "90", "rentang", "{nilai} sampai {maks}"),
        ({"min": "0", "maks": "0"}, "0", "0", "rentang", "{nilai} sampai {maks}"),
        ({"predikat": "BB", "nilai": "75"}, "75", None, None, "{nilai}"),
        ({"predikat": "BB"}, None, None, None, "{nilai}"),
        ({"tanggal": "2026-03-31"}, None, None, None, "{nilai}"),
        ({"terpenuhi": "ya"}, None, None, None, "{nilai}"),
        ({"tahapan": ["t1"]}, None, None, None, "{nilai}"),
    ],
)
def test_what_a_target_says(value: object, angka: str | None, maks: str | None, tanda: str | None, pola: str) -> None:
    found = target(value)
    assert found.angka == (None if angka is None else Decimal(angka))
    assert found.maks == (None if maks is None else Decimal(maks))
    assert (found.tanda, found.pola) == (tanda, pola)


def test_the_forms_that_are_no_number() -> None:
    assert target({"tanggal": "2026-03-31"}).tanggal == date(2026, 3, 31)
    assert target({"tahapan": ["t2", "t1"]}).tahapan == ("t2", "t1")
    assert target({"predikat": "WTP"}).predikat == "WTP"
    assert target({"terpenuhi": "ya"}).terpenuhi is True


def test_a_target_that_was_read_stays_the_same() -> None:
    found = target("95")
    assert target(found) is found


def test_only_more_than_and_less_than_are_strict() -> None:
    assert {sign.value: sign.tegas for sign in TandaTarget} == {
        ">=": False,
        ">": True,
        "<=": False,
        "<": True,
        "rentang": False,
    }
    assert set(KATA_TANDA) == set(TandaTarget) - {TandaTarget.RENTANG}


@pytest.mark.parametrize(
    ("one", "other", "berbeda"),
    [
        ("95", "95.00", False),
        ("95", "95.01", True),
        ("95", {"paling_sedikit": "95"}, True),
        ({"paling_sedikit": "95"}, {"lebih_dari": "95"}, True),
        ({"min": "80", "maks": "90"}, {"min": "80", "maks": "90.0"}, False),
        ({"min": "80", "maks": "90"}, {"min": "80", "maks": "91"}, True),
        ({"min": "80", "maks": "90"}, {"min": "81", "maks": "90"}, True),
        ({"min": "80", "maks": "80"}, "80", True),
        ({"predikat": "BB", "nilai": "75"}, "75", False),
    ],
)
def test_whether_two_targets_promise_the_same(one: object, other: object, berbeda: bool) -> None:
    assert target(one).berbeda(target(other)) is berbeda
    assert target(other).berbeda(target(one)) is berbeda


# ── What is none ─────────────────────────────────────────────────────────────────────────────────────────────────

SATU = (
    "S008 target harus ditulis dalam tepat satu bentuk: angkanya saja, `paling_sedikit`, `lebih_dari`, "
    "`paling_banyak`, `kurang_dari`, `min` dengan `maks`, `predikat`, `tanggal`, `terpenuhi`, atau `tahapan`; "
    "pilih satu."
)
KEDUANYA = "S008 target rentang memerlukan `min` dan `maks`; isi keduanya."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, SATU),
        ({"tahapan": []}, SATU),
        ({"maks": "90"}, SATU),
        ({"nilai": "5", "maks": "90"}, SATU),
        ({"nilai": "5", "paling_sedikit": "5"}, SATU),
        ({"nilai": "5", "tanggal": "2026-03-31"}, SATU),
        ({"nilai": "5", "predikat": "BB", "maks": "9"}, SATU),
        ({"nilai": "5", "predikat": "BB", "paling_sedikit": "5"}, SATU),
        ({"paling_sedikit": "5", "paling_banyak": "9"}, SATU),
        ({"predikat": "BB", "tanggal": "2026-03-31"}, SATU),
        ({"min": "80", "maks": "90", "terpenuhi": "ya"}, SATU),
        ({"nilai": "85", "min": "80", "maks": "90"}, SATU),
        ({"min": "80"}, KEDUANYA),
        ({"paling_sedikit": "5", "maks": "9"}, KEDUANYA),
        ({"min": "90", "maks": "80"}, "S008 `min` 90 melebihi `maks` 80; tukar atau betulkan salah satunya."),
        ({"terpenuhi": "tidak"}, "S008 target `terpenuhi: tidak` tidak menjanjikan apa-apa; tulis `terpenuhi: ya`."),
    ],
)
def test_a_target_has_one_form(value: object, expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refusal(TARGET, value)) == expected


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("≥ 95", "ditulis `{paling_sedikit: 95}`"),
        (">= 95 %", "ditulis `{paling_sedikit: 95}`"),
        ("=>95", "ditulis `{paling_sedikit: 95}`"),
        ("minimal 95,5", "ditulis `{paling_sedikit: 95.5}`"),
        ("Paling sedikit 95", "ditulis `{paling_sedikit: 95}`"),
        ("min. 95", "ditulis `{paling_sedikit: 95}`"),
        ("min 95", "ditulis `{paling_sedikit: 95}`"),
        ("≤ 5", "ditulis `{paling_banyak: 5}`"),
        ("<= 5", "ditulis `{paling_banyak: 5}`"),
        ("=<5", "ditulis `{paling_banyak: 5}`"),
        ("maksimal 5", "ditulis `{paling_banyak: 5}`"),
        ("paling banyak 5", "ditulis `{paling_banyak: 5}`"),
        ("maks. 5", "ditulis `{paling_banyak: 5}`"),
        ("> 80", "ditulis `{lebih_dari: 80}`"),
        ("lebih dari 80", "ditulis `{lebih_dari: 80}`"),
        ("di atas 80%", "ditulis `{lebih_dari: 80}`"),
        ("< 49", "ditulis `{kurang_dari: 49}`"),
        ("kurang dari -1.5", "ditulis `{kurang_dari: -1.5}`"),
        ("di bawah 49", "ditulis `{kurang_dari: 49}`"),
        ("80-90", "ditulis `{min: 80, maks: 90}`"),
        ("80 – 90,5", "ditulis `{min: 80, maks: 90.5}`"),
        ("80% — 90%", "ditulis `{min: 80, maks: 90}`"),
        ("80 s.d. 90", "ditulis `{min: 80, maks: 90}`"),
        ("80 sd 90", "ditulis `{min: 80, maks: 90}`"),
        (" 80 sampai 90 ", "ditulis `{min: 80, maks: 90}`"),
        ("1:32", "ditulis angka keduanya saja, `32`, dengan `satuan: tipe: rasio` dalam kamus"),
        ("1 : 32,5", "ditulis angka keduanya saja, `32.5`, dengan `satuan: tipe: rasio` dalam kamus"),
        ("2026-03-31", "ditulis `{tanggal: 2026-03-31}`"),
        ("ya", "ditulis `{terpenuhi: ya}`"),
        ("Sudah", "ditulis `{terpenuhi: ya}`"),
        ("terpenuhi", "ditulis `{terpenuhi: ya}`"),
        ("BB", "ditulis `{predikat: BB}`"),
        ("WTP", "ditulis `{predikat: WTP}`"),
        ("wtp", "ditulis `{predikat: WTP}`"),
        ("Sangat-Tinggi", "ditulis `{predikat: sangat-tinggi}`"),
        ("SB", "ditulis `{predikat: SB}`"),
        ("75-100", "ditulis `{min: 75, maks: 100}`"),
        ("80 sampai dengan 90", "ditulis `{min: 80, maks: 90}`"),
        ("10 s/d 12 hari", "ditulis `{min: 10, maks: 12}`"),
        ("≥ 1.000", "ditulis `{paling_sedikit: 1000}`"),
        ("≥ Rp1.500.000", "ditulis `{paling_sedikit: 1500000}`"),
        ("≥ 2 juta", "ditulis `{paling_sedikit: 2000000}`"),
        ("≥ 1,234", "ditulis `{paling_sedikit: 1.2340}`"),
        ("≥ 0,125", "ditulis `{paling_sedikit: 0.125}`"),
        ("≤10 hari", "ditulis `{paling_banyak: 10}`"),
        ("maksimal 10 hari kerja", "ditulis `{paling_banyak: 10}`"),
        ("31 Maret 2026", "ditulis `{tanggal: 2026-03-31}`"),
        ("paling lambat 5 Des 2026", "ditulis `{tanggal: 2026-12-05}`"),
        ("31/12/2024", "ditulis `{tanggal: 2024-12-31}`"),
        ("31-12-2024", "ditulis `{tanggal: 2024-12-31}`"),
        ("ada", "ditulis `{terpenuhi: ya}`"),
        ("selesai", "ditulis `{terpenuhi: ya}`, atau `{tahapan: […]}` bila kamusnya bertahapan"),
        ("nol", "ditulis `0`"),
        ("nihil", "ditulis `0`"),
        ("TBD", "belum ada; hapus isiannya sampai ditetapkan"),
        ("belum ditetapkan", "belum ada; hapus isiannya sampai ditetapkan"),
    ],
)
def test_n018_says_how_a_text_is_written_as_data(text: str, cure: str, indonesian: Indonesian) -> None:
    assert indonesian(refusal(TARGET, text)) == f'N018 "{text}" bukan angka; target seperti itu {cure}.'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("95%", "N004"),
        ("83,61", "N001"),
        ("1.234,56", "N003"),
        ("2:32", "N013"),
        ("≥", "N013"),
        ("≥ banyak", "N013"),
        ("sangat baik sekali", "N013"),
        ("80-90-100", "N013"),
        ("x 80-90", "N013"),
        ("2126-03-31", "N013"),
        ("≥ 5 M", "N013"),
        ("12/31/2024", "N013"),
        ("30 Februari 2024", "N013"),
        ("2024-02-30", "N013"),
        ("31 M 2024", "N013"),
        ("baik sekali", "N013"),
        (None, "S005"),
        (["95"], "S005"),
    ],
)
def test_any_other_text_is_refused_as_any_number_is(text: object, code: str) -> None:
    assert refusal(TARGET, text).split()[0] == code


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────────────────────
