"""What a pohon kinerja may say, and which level each node is of."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.pohon import Crosscutting, KondisiAntara, PohonKinerja, TingkatSimpul

KECIL: dict[str, Any] = {"tujuan": {"T1": {}}, "sasaran": {"S1": {}}}


@pytest.mark.parametrize("fields", [{}, {"unit": "mp", "perangkat_daerah": "Dinas Kesehatan"}])
def test_crosscutting_names_one_party(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        Crosscutting(peran="Mengusulkan kebutuhan", **fields)
    (error,) = caught.value.errors()
    assert error["type"] == "S008"
    assert error["msg"] == (
        "crosscutting menyebut satu pihak; isi `unit` untuk unit kerja kantor ini, atau `perangkat_daerah` untuk "
        "pihak luar."
    )


@pytest.mark.parametrize("field", ["unit", "perangkat_daerah"])
def test_one_party_of_either_kind_is_enough(field: str) -> None:
    assert getattr(Crosscutting.model_validate({field: "mp", "peran": "Menilai"}), field) == "mp"


@pytest.mark.parametrize(
    ("level", "row"),
    [
        ("tujuan", {"T1": {"uraian": "Terwujudnya"}}),
        ("tujuan", {"T1": {"induk": "S1"}}),
        ("sasaran", {"S1": {"indikator": ["IKU-01"]}}),
        ("program", {"5.03": {"penanggung_jawab": "mp"}}),
    ],
)
def test_what_is_written_elsewhere_is_not_written_again(level: str, row: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        PohonKinerja.model_validate(KECIL | {level: row})
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]


@pytest.mark.parametrize("lacking", ["uraian", "induk", "penanggung_jawab"])
def test_a_kondisi_has_words_a_parent_and_somebody_in_charge(lacking: str) -> None:
    row = {"uraian": "Data lengkap", "induk": "S1", "penanggung_jawab": "mp"}
    with pytest.raises(ValidationError) as caught:
        KondisiAntara.model_validate({key: value for key, value in row.items() if key != lacking})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (lacking,))]
    assert KondisiAntara.model_validate(row).csf == ()


@pytest.mark.parametrize("lacking", KECIL)
def test_a_tree_has_a_tujuan_and_a_sasaran(lacking: str) -> None:
    with pytest.raises(ValidationError):
        PohonKinerja.model_validate({key: value for key, value in KECIL.items() if key != lacking})


def test_every_level_has_its_nodes() -> None:
    levels: dict[str, Any] = {level: {f"X{n}": {}} for n, level in enumerate(TingkatSimpul)}
    levels["kondisi"] = {"KA": {"uraian": "Data lengkap", "induk": "X1", "penanggung_jawab": "mp"}}
    pohon = PohonKinerja.model_validate(levels)
    assert [list(pohon.tertulis(level)) for level in TingkatSimpul] == [["X0"], ["X1"], ["KA"], ["X3"], ["X4"], ["X5"]]


def test_levels_in_words() -> None:
    assert [level.kata for level in TingkatSimpul] == [
        *("tujuan", "sasaran", "kondisi antara", "program", "kegiatan", "sub kegiatan"),
    ]
