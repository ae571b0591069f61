"""The form that goes out: what it shows, what is locked, and that nothing of it is more than text."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sakipgen.domain.organisasi import Kertas
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.forms.cek import PENYEBUT, pecahan
from sakipgen.forms.letak import LEMBAR, PETUNJUK, TERSEMBUNYI
from sakipgen.forms.pratinjau import susun_pratinjau
from sakipgen.forms.susun import susun_formulir, unit_berkewajiban
from sakipgen.forms.tulis import render_formulir
from sakipgen.measuring.bentuk import lengkapi
from sakipgen.measuring.deret import susun_deret
from sakipgen.measuring.latar import susun_latar
from sakipgen.measuring.ukur import measure
from sakipgen.reading import load
from tests.forms.kantor import SOFFICE, TANPA_SOFFICE, lewat_libreoffice, meja, sel, ubah
from tests.measuring.builder import AKIP88, RASIO, UNIT
from tests.salinan import ROOT


def lembar(buku: bytes, **options: Any) -> Any:
    return load_workbook(io.BytesIO(buku), **options)[LEMBAR]


def teks(buku: bytes) -> dict[str, object]:
    """What every cell says before anything is computed."""
    return {
        cell.coordinate: cell.value for row in lembar(buku, data_only=True).iter_rows() for cell in row if cell.value
    }


def test_the_same_form_has_the_same_bytes() -> None:
    assert meja().buku() == meja().buku()


def test_it_says_of_whom_and_when_it_is_and_that_it_is_an_example() -> None:
    said = " ".join(map(str, teks(meja().buku()).values()))
    for words in (
        "PEMERINTAH KABUPATEN CONTOH",
        "BADAN KEPEGAWAIAN",
        "Bidang Mutasi",
        "Triwulan I 2024",
        "15 April 2024",
    ):
        assert words in said
    assert "DATA CONTOH" in said
    assert "0 dari 1 indikator terisi" in said


def test_only_input_cells_are_unlocked_and_the_sheet_has_no_password() -> None:
    table = meja(**RASIO)
    sheet = lembar(table.buku())
    cells = {sel(sheet, c.baris, c.kolom.value).coordinate for c in table.formulir().kartu[0].isian}
    unlocked = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    joined = {c for area in sheet.merged_cells.ranges for row in sheet[area.coord] for c in (x.coordinate for x in row)}
    assert cells <= unlocked
    assert unlocked - cells <= joined
    assert sheet.protection.sheet
    assert not sheet.protection.password


def test_keys_and_the_sheet_of_the_program_are_hidden() -> None:
    book = load_workbook(io.BytesIO(meja().buku()))
    assert book.sheetnames == [PETUNJUK, LEMBAR, TERSEMBUNYI]
    assert book[TERSEMBUNYI].sheet_state == "veryHidden"
    assert book[LEMBAR].column_dimensions["A"].hidden
    assert book[LEMBAR].row_dimensions[1].hidden
    properties = {p.name: p.value for p in book.custom_doc_props.props}  # type: ignore[attr-defined]
    assert properties["sakipgen_unit"] == UNIT
    assert properties["sakipgen_periode"] == "2024-TW1"
    assert len(properties["sakipgen_sidik"]) == 64


def test_it_prints_on_f4_across_with_its_head_on_every_page() -> None:
    sheet = lembar(meja().buku())
    assert sheet.page_setup.paperSize in {"14", 14}
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in {None, 1, "1"}
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    head = re.fullmatch(r"\$(\d+):\$\1", sheet.print_title_rows)
    assert head
    assert "Bidang Mutasi" in sheet.cell(int(head[1]), 2).value
    assert "&P" in sheet.oddFooter.center.text


def test_a_number_cell_takes_numbers_within_the_bounds_and_lists_take_their_words() -> None:
    sheet = lembar(meja(batas={"min": "0", "maks": "100"}).buku())
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    figure = rules[sel(sheet, "IKU-01:utama", "isian").coordinate]
    assert (figure.type, float(figure.formula1), float(figure.formula2)) == ("decimal", 0, 100)
    status = rules[sel(sheet, "IKU-01:status", "uraian").coordinate]
    assert status.type == "list"
    book = load_workbook(io.BytesIO(meja().buku()))
    _, column, first, last = re.fullmatch(r"(\w+)!\$(\w+)\$(\d+):\$\2\$(\d+)", status.formula1.lstrip("=")).groups()  # type: ignore[union-attr]
    words = [book[TERSEMBUNYI][f"{column}{n}"].value for n in range(int(first), int(last) + 1)]
    assert words == ["menunggu rilis", "tidak tersedia", "tidak berlaku"]


@pytest.mark.parametrize("hostile", ["=1+1", "+62", "-5", "@SUM(A1)", "<r>x</r>", "{=A1}", "https://a.id/x", "x" * 250])
def test_text_from_data_is_only_text(hostile: str) -> None:
    table = meja(
        nama=hostile, definisi_operasional="a", teks=f"butir:\n  IKU-01:\n    nilai: 5\n    sumber: '{hostile}'\n"
    )
    sheet = lembar(table.buku())
    for cell in (sel(sheet, "IKU-01:judul", "uraian"), sel(sheet, "IKU-01:sumber", "uraian")):
        assert str(cell.value).rstrip() == hostile
        assert cell.data_type == "s"
        assert cell.hyperlink is None


def test_what_is_reported_already_stands_in_its_cells() -> None:
    text = (
        "butir:\n  IKU-01:\n    nilai: 70.50\n    sementara: ya\n    kendala: Sebab.\n    bukti:\n"
        "      - {judul: Rekap, jenis: laporan, tautan: 'https://a.id/x', klasifikasi: publik}\n"
    )
    sheet = lembar(meja(teks=text).buku())
    assert sel(sheet, "IKU-01:utama", "isian").value == 70.5
    assert sel(sheet, "IKU-01:status", "target_tahun").value == "ya"
    assert sel(sheet, "IKU-01:kendala", "uraian").value == "Sebab."
    assert sel(sheet, "IKU-01:bukti.0", "target_tahun").value == "https://a.id/x"
    assert sel(sheet, "IKU-01:bukti.0", "isian").value == "publik"


@pytest.mark.parametrize(
    ("kamus", "text", "told"),
    [
        ({}, "", "Belum diisi"),
        ({}, "nilai: 60", "Capaian 75%, di bawah target"),
        ({}, "nilai: 80", "Capaian 100%"),
        ({"polaritas": "turun"}, "nilai: 60", "Capaian 125%"),
        ({"batas": {"maks": "100"}}, "nilai: 101", "Periksa: melebihi 100"),
        ({"batas": {"min": "0"}}, "nilai: -1", "Periksa: kurang dari 0"),
        ({}, "status: menunggu_rilis", "Status: menunggu rilis"),
        ({}, "status: menunggu_rilis\n    nilai: 1", "Pilih satu: angka atau status"),
        (RASIO, "komponen: {a: 1}", "Belum lengkap: ada yang kosong atau bukan angka"),
        (RASIO, "komponen: {a: 1, b: 0}", PENYEBUT),
        ({**RASIO, "batas": {"maks": "100"}}, "komponen: {a: 3, b: 2}", "Periksa: pembilang melebihi penyebut"),
        (RASIO, "komponen: {a: 1, b: 3}", "Capaian 41,67%, di bawah target"),
        ({"satuan": {"nama": "hari", "tipe": "tanggal"}, "polaritas": "turun"}, "tanggal: 2024-03-01", "Terisi"),
    ],
)  # fmt: skip
def test_the_column_cek_says_what_is_missing_or_odd(kamus: dict[str, Any], text: str, told: str) -> None:
    target: Any = {"tanggal": "2024-03-31"} if "satuan" in kamus else "80"
    table = meja(teks=f"butir:\n  IKU-01:\n    {text}\n" if text else "", target=target, **kamus)
    assert sel(lembar(table.buku(), data_only=True), "IKU-01:utama", "cek").value == told


def test_below_target_asks_for_kendala_and_solusi_and_a_figure_for_evidence() -> None:
    sheet = lembar(meja(teks="butir:\n  IKU-01:\n    nilai: 60\n    kendala: Ada.\n").buku(), data_only=True)
    assert sel(sheet, "IKU-01:kendala", "cek").value in {None, ""}
    assert sel(sheet, "IKU-01:solusi", "cek").value == "Wajib: target belum tercapai"
    assert sel(sheet, "IKU-01:bukti.0", "cek").value == "Belum ada bukti"


def test_a_rumus_that_is_a_part_of_a_whole_is_known() -> None:
    assert pecahan(meja(**RASIO).susunan.indikator["IKU-01"]) == ("a", "b")
    other = meja(agregasi="rasio", komponen={"a": "A", "b": "B"}, rumus="(a + b) / b").susunan.indikator["IKU-01"]
    assert pecahan(other) is None


# ── The example ──


CONTOH = lengkapi(load(ROOT / "data").dataset)  # type: ignore[arg-type]
PERIODE = [
    Periode.parse(p) for p in ("2024-TW1", "2024-09", "2025", "2025-S2", "2026-TW3", "2026-09", "2026-10", "2026-S1")
]


@pytest.mark.parametrize("periode", PERIODE, ids=str)
def test_the_capaian_shown_is_the_one_that_is_measured(periode: Periode) -> None:
    hasil = measure(CONTOH, Posisi(periode, periode.akhir)).tahun[periode.tahun]
    latar = susun_latar(CONTOH, Posisi(periode, periode.akhir), periode.tahun)
    seen = 0
    for kode, indikator in latar.indikator.items():
        row = hasil.indikator.get((kode, periode))
        if row is None or row.realisasi_periode is None or periode not in indikator.frekuensi.periode(periode.tahun):
            continue
        view = susun_pratinjau(latar, susun_deret(latar, kode), periode)
        if view and row.capaian and CONTOH.realisasi[periode, indikator.penanggung_jawab].isi.butir.get(kode):
            assert view.capaian(row.realisasi_periode) == row.capaian.capaian, kode
            seen += 1
    assert seen or str(periode) == "2026-10"


def test_every_unit_that_owes_a_period_has_its_form() -> None:
    assert unit_berkewajiban(CONTOH, Periode(2026, "TW3")) == ("set", "ppi", "mp", "pka", "pkp")
    assert unit_berkewajiban(CONTOH, Periode(2026, "S1")) == ("set", "pka")
    assert unit_berkewajiban(CONTOH, Periode(2031, "TW3")) == ()


def _angka(value: object) -> object:
    """A computed cell without the decimal sign of its country and its last digits."""
    if isinstance(value, int | float):
        return Decimal(f"{value:.9g}").normalize()
    return re.sub(r"(\d),(\d)", r"\1.\2", str(value or ""))


@pytest.mark.skipif(SOFFICE is None, reason=TANPA_SOFFICE)
@pytest.mark.parametrize(
    ("unit", "periode"), [("pka", "2026-TW3"), ("mp", "2026-TW3"), ("set", "2025"), ("mp", "2026-10")]
)
def test_libreoffice_computes_what_the_form_says_before_anything_is_typed(
    unit: str, periode: str, tmp_path: Path
) -> None:
    when = Periode.parse(periode)
    path = ROOT / "data/realisasi" / str(when.tahun) / when.segmen / f"{unit}.yaml"
    table = meja(teks=path.read_text("utf-8")) if path.exists() else meja()
    book = render_formulir(susun_formulir(CONTOH, unit, when, table.butir, None))
    formulas = {c.coordinate for row in lembar(book).iter_rows() for c in row if c.data_type == "f"}
    computed = lembar(lewat_libreoffice(ubah(book, lambda _: None), tmp_path), data_only=True)
    cached = lembar(book, data_only=True)
    assert len(formulas) > 10
    different = {
        a: (cached[a].value, computed[a].value)
        for a in formulas
        if _angka(cached[a].value) != _angka(computed[a].value)
    }
    assert different == {}


def test_a_scale_offers_its_classes() -> None:
    table = meja(skala=AKIP88)
    cell = next(c for c in table.formulir().kartu[0].isian if c.medan == "predikat")
    assert list(cell.pilihan) == ["AA", "A", "BB", "B", "CC", "C", "D"]


def test_paper_and_place_are_those_of_the_office() -> None:
    table = meja()
    office = table.susunan.instansi
    own = office.perangkat_daerah.model_copy(update={"kertas": Kertas.A4, "kota": "Painan"})
    table.susunan.instansi = office.model_copy(update={"perangkat_daerah": own})
    sheet = lembar(table.buku())
    assert int(sheet.page_setup.paperSize) == 9
    assert any(str(value).startswith("Painan, …") for value in teks(table.buku()).values())
