"""The fields of a form: by their headings, whatever stands in the answers."""

from __future__ import annotations

import pytest

from sakipgen.forms.temuan import Temuan
from sakipgen.kiriman.borang import BAGIAN, TERPANJANG, Jenis, baca_jawaban, jenis_kiriman
from tests.kiriman.kantor import borang

LETAK = {"unit": "mutasi", "periode": "2024-TW1", "indikator": "IKU-01"}


@pytest.mark.parametrize("kind", list(Jenis))
def test_a_form_is_known_by_its_label_or_its_mark(kind: Jenis) -> None:
    assert jenis_kiriman("", frozenset({"bug", f"formulir/{kind}"})) is kind
    assert jenis_kiriman(f"<!-- sakipgen:formulir {kind} -->\r\n### Unit\n", frozenset()) is kind


@pytest.mark.parametrize(
    ("isi", "label"),
    [
        ("", set()),
        ("", {"formulir/lain"}),
        ("x <!-- sakipgen:formulir angka -->", set()),
        ("<!-- sakipgen:formulir angka -->", {"formulir/koreksi"}),
        ("<!-- sakipgen:formulir angka -->\n<!-- sakipgen:formulir excel -->", set()),
        ("x" * (TERPANJANG + 1), {"formulir/angka"}),
    ],
)
def test_what_is_no_form_or_two_is_refused(isi: str, label: set[str]) -> None:
    found = jenis_kiriman(isi, frozenset(label))
    assert isinstance(found, Temuan)
    assert found.kode == "X011"


def test_the_answers_are_what_stands_below_the_headings() -> None:
    text = borang(Jenis.ANGKA, **LETAK, angka="jp20: 1\njp30: 2", kendala="  Satu.\n\nDua.  ")
    said = baca_jawaban(text.replace("\n", "\r\n"), Jenis.ANGKA)
    assert said.temuan == ()
    assert said.isi == LETAK | {"angka": "jp20: 1\njp30: 2", "kendala": "Satu.\n\nDua."}


def test_a_heading_in_an_answer_that_names_no_field_is_part_of_it() -> None:
    said = baca_jawaban(borang(Jenis.ANGKA, **LETAK, kendala="### Sebab\nx\n#### Unit\n## Unit"), Jenis.ANGKA)
    assert said.isi["kendala"] == "### Sebab\nx\n#### Unit\n## Unit"
    assert said.isi["unit"] == "mutasi"


@pytest.mark.parametrize("where", ["kendala", "unit", "bukti_tempat"])
def test_a_heading_in_an_answer_never_overrides_a_field(where: str) -> None:
    text = borang(Jenis.ANGKA, **{**LETAK, where: "x\n### Unit\n\ndiklat"})
    said = baca_jawaban(text, Jenis.ANGKA)
    assert "unit" not in said.isi
    (found,) = said.temuan
    assert (found.kode, found.di) == ("X012", "Unit")
    assert "ada 2 kali" in found.pesan


def test_all_that_is_missing_is_told_at_once() -> None:
    text = borang(Jenis.KOREKSI, unit="mutasi", indikator="None").replace("### Tingkat", "### Tingkatan")
    told = [(t.kode, t.di, t.pesan) for t in baca_jawaban(text, Jenis.KOREKSI).temuan]
    empty = "belum diisi; isi bagian ini."
    assert told == [
        ("X012", "Periode", empty),
        ("X012", "Indikator", empty),
        ("X012", "Nilai baru", empty),
        ("X012", "Tingkat", "bagian ini hilang; kirim formulir baru."),
        ("X012", "Judul bukti", empty),
        ("X012", "Tempat bukti", empty),
    ]


def test_headings_and_keys_are_unique() -> None:
    for fields in BAGIAN.values():
        assert len({f.judul for f in fields}) == len({f.kunci for f in fields}) == len(fields)
