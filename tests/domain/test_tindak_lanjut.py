"""A tindak lanjut: what it refuses, what a day knew of it, and where it stood."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.tindak_lanjut import StatusTindakLanjut, TindakLanjut, TindakLanjutTahunan
from tests.conftest import Indonesian
from tests.measuring.builder import BUKTI


def aksi(**fields: Any) -> TindakLanjut:
    return TindakLanjut.model_validate(
        {
            "asal": "analisis_periode",
            "periode": "TW1",
            "indikator": ["A"],
            "tindakan": "Menata ulang jadwal.",
            "penanggung_jawab": "mutasi",
            "ditetapkan": "2024-04-10",
            "batas": "2024-06-28",
        }
        | fields
    )


def refused(**fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        aksi(**fields)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"indikator": []}, "S008 `asal: analisis_periode` tanpa `indikator`; sebutkan indikatornya."),
        (
            {"batas": "2024-04-09"},
            "T008 `batas` 2024-04-09 mendahului `ditetapkan` 2024-04-10; betulkan salah satu tanggalnya.",
        ),
        (
            {"selesai": "2024-04-09"},
            "T008 `selesai` 2024-04-09 mendahului `ditetapkan` 2024-04-10; betulkan salah satu tanggalnya.",
        ),
    ],
)
def test_an_action_contradicts_itself(fields: dict[str, Any], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refused(**fields)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"asal": "arahan_kepala", "indikator": []},
        {"asal": "rekomendasi_lhe", "indikator": []},
        {"batas": "2024-04-10", "selesai": "2024-04-10", "bukti": BUKTI},
        {"selesai": "2024-08-01", "bukti": BUKTI},
    ],
)
def test_an_action_may_be_like_this(fields: dict[str, Any]) -> None:
    assert aksi(**fields).penanggung_jawab == "mutasi"


@pytest.mark.parametrize("persen", ["-1", "100.1", "50%"])
def test_progress_is_a_percentage(persen: str) -> None:
    with pytest.raises(ValidationError):
        aksi(kemajuan=[{"tanggal": "2024-05-01", "persen": persen, "uraian": "U"}])


def test_a_file_without_actions_says_nothing_and_is_refused() -> None:
    with pytest.raises(ValidationError):
        TindakLanjutTahunan.model_validate({"butir": {}})


MAJU = [
    {"tanggal": "2024-05-01", "persen": "0", "uraian": "Menunggu jadwal"},
    {"tanggal": "2024-05-15", "persen": "50", "uraian": "Separuh selesai"},
]


@pytest.mark.parametrize(
    ("hari", "fields", "status"),
    [
        (date(2024, 5, 14), {"kemajuan": MAJU}, StatusTindakLanjut.BELUM_MULAI),
        (date(2024, 5, 15), {"kemajuan": MAJU}, StatusTindakLanjut.BERJALAN),
        (date(2024, 6, 28), {"kemajuan": MAJU}, StatusTindakLanjut.BERJALAN),
        (date(2024, 6, 29), {"kemajuan": MAJU}, StatusTindakLanjut.TERLAMBAT),
        (date(2024, 6, 28), {}, StatusTindakLanjut.BELUM_MULAI),
        (date(2024, 6, 29), {}, StatusTindakLanjut.TERLAMBAT),
        (date(2024, 6, 19), {"selesai": "2024-06-20", "bukti": BUKTI}, StatusTindakLanjut.BELUM_MULAI),
        (date(2024, 6, 20), {"selesai": "2024-06-20", "bukti": BUKTI}, StatusTindakLanjut.SELESAI),
        (date(2024, 7, 9), {"selesai": "2024-07-10", "bukti": BUKTI}, StatusTindakLanjut.TERLAMBAT),
        (date(2024, 7, 10), {"selesai": "2024-07-10", "bukti": BUKTI}, StatusTindakLanjut.SELESAI),
    ],
)
def test_where_an_action_stands(hari: date, fields: dict[str, Any], status: StatusTindakLanjut) -> None:
    assert aksi(**fields).status(hari) is status
    assert aksi(**fields).pada(hari).status(hari) is status, "a day that looks back sees the same"


def test_a_day_knows_the_progress_made_by_its_end() -> None:
    row = aksi(kemajuan=MAJU, selesai="2024-06-20", bukti=BUKTI)
    assert [len(row.pada(date(2024, 5, day)).kemajuan) for day in (1, 14, 15)] == [1, 1, 2]
    assert (row.pada(date(2024, 6, 19)).selesai, row.pada(date(2024, 6, 19)).bukti) == (None, ())
    assert row.pada(date(2024, 6, 20)) == row
