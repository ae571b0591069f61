"""The prose of the LKjIP: what a file may say, and what a final report needs of it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.narasi import (
    WAJIB_LAPORAN,
    WAJIB_SASARAN,
    NarasiLaporan,
    NarasiSasaran,
    Penulis,
    SumberDaya,
    Syarat,
    Wajib,
    belum_ditulis,
)

SEMUA = frozenset(Syarat)


def kurang(isi: NarasiLaporan | NarasiSasaran, *syarat: Syarat) -> list[str]:
    return [wajib.isian[0] for wajib in belum_ditulis(isi, berlaku=frozenset({Syarat.SELALU, *syarat}))]


def sasaran(**fields: Any) -> NarasiSasaran:
    return NarasiSasaran.model_validate(fields)


def test_a_draft_may_say_nothing_at_all() -> None:
    assert kurang(NarasiLaporan()) == [
        *("kata_pengantar", "gambaran_umum", "isu_strategis", "dasar_hukum", "simpulan", "langkah_ke_depan")
    ]
    assert kurang(NarasiSasaran()) == ["penyebab", "efisiensi", "program_penunjang"]


def test_what_is_written_is_not_missing() -> None:
    isi = NarasiLaporan.model_validate({"kata_pengantar": "K.", "simpulan": "S.", "dasar_hukum": ["UU"]})
    assert kurang(isi) == ["gambaran_umum", "isu_strategis", "langkah_ke_depan"]
    assert kurang(sasaran(penyebab="P.", efisiensi="E.", program_penunjang="G.")) == []


def test_a_solution_is_needed_only_below_target() -> None:
    assert "solusi" in kurang(NarasiSasaran(), Syarat.ADA_YANG_DI_BAWAH_TARGET)
    assert "solusi" not in kurang(sasaran(solusi="S."), *SEMUA)


@pytest.mark.parametrize("field", ["pembanding", "tanpa_pembanding"])
def test_a_comparison_or_the_reason_why_there_is_none(field: str) -> None:
    assert kurang(NarasiSasaran(), Syarat.ADA_YANG_TANPA_STANDAR)[0] == "pembanding"
    assert "pembanding" not in kurang(sasaran(**{field: "P."}), *SEMUA)


def test_both_cannot_be_true() -> None:
    with pytest.raises(ValidationError) as caught:
        sasaran(pembanding="P.", tanpa_pembanding="T.")
    (error,) = caught.value.errors()
    assert (error["type"], error["msg"].split(";")[1]) == (
        "S008",
        " hapus `tanpa_pembanding` bila pembandingnya memang ada.",
    )


@pytest.mark.parametrize(
    ("model", "table"), [(NarasiLaporan, WAJIB_LAPORAN), (NarasiSasaran, WAJIB_SASARAN)], ids=lambda v: str(v)[:30]
)
def test_the_tables_name_fields_and_say_where_they_are_printed(model: type[Any], table: tuple[Wajib, ...]) -> None:
    for wajib in table:
        for name in wajib.isian:
            said = " ".join(model.model_fields[name].description.split())
            assert f"Dicetak dalam {wajib.bagian}." in said or wajib.bagian == "Kata Pengantar"
        assert (wajib.penulis is Penulis.SEKRETARIAT) == (model is NarasiLaporan)
    assert [wajib.bab for wajib in table] == sorted(wajib.bab for wajib in table)


def test_pegawai_are_added_up() -> None:
    rows = [
        {"uraian": "III", "laki_laki": "14", "perempuan": "20"},
        {"uraian": "IV", "laki_laki": "0", "perempuan": "1"},
    ]
    total = SumberDaya.model_validate({"pegawai": rows}).jumlah_pegawai
    assert (total.uraian, total.laki_laki, total.perempuan, total.jumlah) == ("Jumlah", 14, 21, 35)


@pytest.mark.parametrize("wrong", ["-1", "2.5", "dua"])
def test_pegawai_are_whole_numbers(wrong: str) -> None:
    with pytest.raises(ValidationError):
        SumberDaya.model_validate({"pegawai": [{"uraian": "III", "laki_laki": wrong, "perempuan": "0"}]})
