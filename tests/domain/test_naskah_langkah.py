"""What the paper of a step says: what it refuses, and what a day knew of it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.naskah_langkah import SifatNaskah
from sakipgen.domain.siklus import CatatanLangkah
from tests.conftest import Indonesian

RAPAT: dict[str, Any] = {
    "mulai": "09.00",
    "selesai": "10.15",
    "tempat": "Ruang rapat",
    "pimpinan": "sekretaris",
    "peserta": ["sekretaris", "kabid"],
}
KERJA = {"uraian": "Merekap", "pelaksana": ["kabid"], "mulai": "2024-04-02", "selesai": "2024-04-02", "keluaran": "x"}


def langkah(**fields: Any) -> CatatanLangkah:
    return CatatanLangkah.model_validate({"langkah": "1", "tanggal": "2024-04-03", "oleh": "kepala"} | fields)


def refused(**fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        langkah(**fields)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"


def test_a_record_without_papers_has_none() -> None:
    assert langkah().naskah_terisi() == ()
    full = langkah(nota_dinas={}, rapat=RAPAT, program_kerja=[KERJA], disposisi={"diteruskan": ["kabid"]})
    assert full.naskah_terisi() == ("nota_dinas", "rapat", "program_kerja", "disposisi")
    assert full.nota_dinas
    assert full.nota_dinas.sifat is SifatNaskah.BIASA
    assert full.rapat
    assert (full.rapat.mulai, full.rapat.selesai) == (time(9), time(10, 15))


@pytest.mark.parametrize("jam", ["9.00", "09:00", "24.00", "09.60", "09.00 WIB", "0900", "٠٩.٠٠", "09.00\n", None, []])
def test_a_time_of_day_has_one_spelling(jam: Any, indonesian: Indonesian) -> None:
    assert indonesian(refused(rapat=RAPAT | {"mulai": jam})).startswith("T013 ")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"rapat": RAPAT | {"selesai": "09.00"}},
            "T008 `selesai` 09.00 tidak sesudah `mulai` 09.00; betulkan salah satu jamnya.",
        ),
        (
            {"rapat": RAPAT | {"peserta": ["kabid", "kabid"]}},
            "S008 `peserta` menyebut `kabid` dua kali; hapus salah satunya.",
        ),
        (
            {"rapat": RAPAT | {"tidak_hadir": ["kepala"]}},
            (
                "S008 `tidak_hadir` menyebut `kepala`, yang tidak ada dalam `peserta`; tambahkan pada `peserta`, "
                "atau hapus dari `tidak_hadir`."
            ),
        ),
        (
            {"rapat": RAPAT | {"tanggal_undangan": "2024-04-04"}},
            "T008 `tanggal_undangan` 2024-04-04 sesudah rapat 2024-04-03; betulkan salah satu tanggalnya.",
        ),
        (
            {"rapat": RAPAT | {"keputusan": [{"isi": "x", "batas": "2024-04-02"}]}},
            "T008 `batas` keputusan 2024-04-02 mendahului rapat 2024-04-03; betulkan salah satu tanggalnya.",
        ),
        (
            {"program_kerja": [KERJA | {"selesai": "2024-04-01"}]},
            "T008 `selesai` 2024-04-01 mendahului `mulai` 2024-04-02; betulkan salah satu tanggalnya.",
        ),
        (
            {"tanda_terima": {"kabid": {"tanggal": "2024-04-04", "cara": "surel"}}},
            (
                "T008 tanda terima `kabid` 2024-04-04 sesudah langkah selesai 2024-04-03; "
                "betulkan salah satu tanggalnya."
            ),
        ),
        (
            {"disposisi": {"sifat": "rahasia", "diteruskan": ["kabid"], "isi": "x"}},
            (
                "S008 `isi` naskah rahasia tidak ditulis dalam data yang terbuka; hapus `isi` dan catat `naskah` "
                "dengan `nomor_arsip`, atau betulkan `sifat`."
            ),
        ),
        (
            {"nota_dinas": {"sifat": "rahasia", "arahan": "x"}},
            (
                "S008 `arahan` naskah rahasia tidak ditulis dalam data yang terbuka; hapus `arahan` dan catat `naskah` "
                "dengan `nomor_arsip`, atau betulkan `sifat`."
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refused(**fields)) == expected


def test_the_day_itself_is_no_contradiction() -> None:
    same = "2024-04-03"
    row = langkah(
        rapat=RAPAT | {"tanggal_undangan": same, "keputusan": [{"isi": "x", "batas": same}]},
        tanda_terima={"kabid": {"tanggal": same, "cara": "langsung"}},
    )
    assert row.pada(date(2024, 4, 3)) == row


@pytest.mark.parametrize(("hari", "seen"), [(date(2024, 4, 4), False), (date(2024, 4, 5), True)])
def test_a_later_answer_is_not_known_before(hari: date, seen: bool) -> None:
    row = langkah(disposisi={"tanggal": "2024-04-05", "oleh": "kepala", "diteruskan": ["kabid"]})
    assert (row.pada(hari).disposisi is not None) is seen
    assert langkah(disposisi={"diteruskan": ["kabid"]}).pada(hari).disposisi
