"""Ranks run downwards, each kode once; a rank is found by its kode and by its score."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sakipgen.domain.peringkat import Peringkat
from sakipgen.domain.skala_baku import PERINGKAT, PeringkatPilihan
from tests.conftest import Indonesian
from tests.domain.helpers import refusal

BENTUK: TypeAdapter[Any] = TypeAdapter(Peringkat)
PILIHAN: TypeAdapter[Any] = TypeAdapter(PeringkatPilihan)


def tabel(*kelas: tuple[str, str]) -> dict[str, Any]:
    rows = [{"kode": kode, "label": f"Peringkat {kode}", "skor": skor} for kode, skor in kelas]
    return {"nama": "Peringkat", "dasar": "Peraturan", "kelas": rows}


@pytest.mark.parametrize(
    ("kelas", "expected"),
    [
        (
            (("A", "2"), ("A", "1")),
            "S009 ada dua peringkat berkode sama; setiap peringkat punya kode sendiri; ganti satu.",
        ),
        (
            (("A", "2"), ("B", "2")),
            (
                "S009 skor Peringkat A (2) tidak di atas skor Peringkat B (2); "
                "tulis peringkat dari yang tertinggi dengan skor yang menurun."
            ),
        ),
        (
            (("A", "3"), ("B", "1"), ("C", "2")),
            (
                "S009 skor Peringkat B (1) tidak di atas skor Peringkat C (2); "
                "tulis peringkat dari yang tertinggi dengan skor yang menurun."
            ),
        ),
    ],
)
def test_ranks_run_downwards(kelas: tuple[tuple[str, str], ...], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refusal(BENTUK, tabel(*kelas))) == expected


def test_one_rank_is_no_order() -> None:
    assert refusal(BENTUK, tabel(("A", "1"))).startswith("too_short ")


def test_a_rank_is_found_by_kode_and_by_score() -> None:
    ranks = Peringkat.model_validate(tabel(("A", "2.5"), ("B", "0.5")))
    by_kode, by_score = ranks.menurut_kode("B"), ranks.menurut_skor(Decimal("2.50"))
    assert by_kode is ranks.kelas[1]
    assert by_score is ranks.kelas[0]
    assert ranks.menurut_kode("b") is None
    assert ranks.menurut_skor(Decimal(1)) is None


def test_the_shipped_ranks_are_unchanged() -> None:
    """Golden: a rank that was shipped keeps its score for ever."""
    assert {name: [(k.kode, k.label, str(k.skor)) for k in ranks.kelas] for name, ranks in PERINGKAT.items()} == {
        "opini-bpk": [
            ("WTP", "Wajar Tanpa Pengecualian (WTP)", "4"),
            ("WDP", "Wajar Dengan Pengecualian (WDP)", "3"),
            ("TW", "Tidak Wajar (TW)", "2"),
            ("TMP", "Tidak Menyatakan Pendapat (TMP)", "1"),
        ],
        "akip88": [
            ("AA", "Sangat Memuaskan (AA)", "7"),
            ("A", "Memuaskan (A)", "6"),
            ("BB", "Sangat Baik (BB)", "5"),
            ("B", "Baik (B)", "4"),
            ("CC", "Cukup (CC)", "3"),
            ("C", "Kurang (C)", "2"),
            ("D", "Sangat Kurang (D)", "1"),
        ],
    }


def test_ranks_by_name_or_in_full(indonesian: Indonesian) -> None:
    assert PILIHAN.validate_python("opini-bpk") is PERINGKAT["opini-bpk"]
    assert PILIHAN.validate_python(PERINGKAT["akip88"]) is PERINGKAT["akip88"]
    assert PILIHAN.validate_python(tabel(("A", "2"), ("B", "1"))).kelas[0].kode == "A"
    assert indonesian(refusal(PILIHAN, "opini")) == (
        'S009 skala "opini" tidak dikenal; pilih salah satu dari `opini-bpk`, `akip88`, atau tulis tabelnya.'
    )


def test_the_gaps_of_ranks_cannot_be_read_otherwise() -> None:
    with pytest.raises(ValidationError):
        PILIHAN.validate_python({"baku": "akip88", "celah": "bulatkan"})
    assert [option.get("enum") for option in PILIHAN.json_schema()["anyOf"]] == [["opini-bpk", "akip88"], None]
