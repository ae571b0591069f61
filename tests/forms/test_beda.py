"""What a filled form makes of a report: only what differs changes, and what it cannot say is never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sakipgen.forms.baca import Kembali, baca_buku
from tests.conftest import Indonesian
from tests.forms.kantor import SOFFICE, TANPA_SOFFICE, Meja, Teks, isi, lewat_libreoffice, meja, sel, sisipkan, ubah
from tests.measuring.builder import AKIP88, RASIO

OPINI = {
    "nama": "Opini",
    "dasar": "BPK",
    "kelas": [{"kode": "WTP", "label": "WTP", "skor": "4"}, {"kode": "WDP", "label": "WDP", "skor": "3"}],
}
TAHAPAN: dict[str, Any] = {
    "satuan": {"nama": "persen", "tipe": "persen"},
    "tahapan": {"satu": {"uraian": "Satu", "bobot": "40"}, "dua": {"uraian": "Dua", "bobot": "60"}},
}
LENGKAP = """\
# Laporan bidang.
butir:
  IKU-01: # indeks
    nilai: 70.50   # dari aplikasi
    tahun_data: 2023
    bukti:
      - judul: Rekap
        jenis: laporan
        berkas: bukti/2024/TW1/a.csv
        sha256: "{sidik}"
      - {{judul: B, jenis: surat, nomor_arsip: "2"}}
      - {{judul: C, jenis: surat, nomor_arsip: "3"}}
      - {{judul: D, jenis: surat, nomor_arsip: "4"}} # yang keempat
    kendala: >-
      Satu verifikator cuti, sehingga pekerjaan menumpuk sampai akhir bulan dan baru selesai pada pekan pertama
      bulan berikutnya.
    solusi: "Uji: ulang."
""".format(sidik="a" * 64)
U = "IKU-01:utama"
PEMBILANG = {("IKU-01:komponen.a", "isian"): 3, ("IKU-01:komponen.b", "isian"): 4}


def bukti(n: int, judul: object, jenis: object, tempat: object) -> dict[tuple[str, str], object]:
    row = f"IKU-01:bukti.{n}"
    return {(row, "uraian"): judul, (row, "satuan"): jenis, (row, "target_tahun"): tempat}


def test_an_unchanged_form_changes_nothing() -> None:
    table = meja(teks=LENGKAP)
    assert table.terima(table.buku()).beda == ()
    assert table.tulis(table.buku()) == LENGKAP


def test_only_the_line_that_differs_changes() -> None:
    table = meja(teks=LENGKAP)
    new = table.tulis(isi(table.buku(), {(U, "isian"): 71.25}))
    assert new == LENGKAP.replace("70.50", "71.25")
    new = table.tulis(isi(table.buku(), {("IKU-01:solusi", "uraian"): "Uji ulang."}))
    assert [a for a, b in zip(LENGKAP.split("\n"), new.split("\n"), strict=True) if a != b] == [
        '    solusi: "Uji: ulang."'
    ]


def test_a_new_row_is_written_in_the_order_of_the_guide() -> None:
    table = meja()
    filled = {(U, "isian"): 60, ("IKU-01:solusi", "uraian"): "Solusi.", ("IKU-01:kendala", "uraian"): "Kendala."}
    text = table.tulis(isi(table.buku(), filled | bukti(0, "Rekap", "laporan", "800.1/2")))
    assert text == (
        "butir:\n  IKU-01:\n    nilai: 60\n    bukti:\n      - judul: Rekap\n        jenis: laporan\n"
        "        nomor_arsip: 800.1/2\n    kendala: Kendala.\n    solusi: Solusi.\n"
    )


def test_an_emptied_cell_takes_its_value_away_and_a_row_that_says_nothing_goes() -> None:
    table = meja(teks=LENGKAP)
    new = table.tulis(isi(table.buku(), {("IKU-01:kendala", "uraian"): None}))
    assert "kendala" not in new
    assert "solusi" in new
    small = meja("IKU-01", "IKU-02", teks="butir:\n  IKU-01:\n    nilai: 1\n  IKU-02:\n    nilai: 2\n")
    assert small.tulis(isi(small.buku(), {(U, "isian"): None})) == "butir:\n  IKU-02:\n    nilai: 2\n"


def test_a_figure_becomes_a_status() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    nilai: 1 # salah\n    sumber: A\n")
    filled = {(U, "isian"): None, ("IKU-01:status", "uraian"): "menunggu rilis", ("IKU-01:alasan", "uraian"): "Mei."}
    text = table.tulis(isi(table.buku(), filled))
    assert meja(teks=text).butir["IKU-01"] == {"sumber": "A", "status": "menunggu_rilis", "alasan": "Mei."}


def test_evidence_is_added_changed_and_taken_away_where_it_stands() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    nilai: 1\n    bukti:\n      - {judul: A, jenis: b, nomor_arsip: c}\n")
    text = table.tulis(isi(table.buku(), bukti(2, "Z", "surat", "https://a.id/x")))
    assert meja(teks=text).butir["IKU-01"]["bukti"] == [
        {"judul": "A", "jenis": "b", "nomor_arsip": "c"},
        {"judul": "Z", "jenis": "surat", "tautan": "https://a.id/x"},
    ]
    text = table.tulis(isi(table.buku(), bukti(0, None, None, None)))
    assert meja(teks=text).butir == {"IKU-01": {"nilai": "1"}}


def test_evidence_beyond_the_form_stays_and_a_checksum_goes_with_its_file() -> None:
    table = meja(teks=LENGKAP)
    assert "1 bukti lain" in str([c.value for c in _lembar(table)["I"]])
    text = table.tulis(isi(table.buku(), {("IKU-01:bukti.0", "target_tahun"): "900/1"}))
    rows = meja(teks=text).butir["IKU-01"]["bukti"]
    assert rows[0] == {"judul": "Rekap", "jenis": "laporan", "nomor_arsip": "900/1"}
    assert rows[1:] == table.butir["IKU-01"]["bukti"][1:]
    assert "# yang keempat" in text


def _lembar(table: Meja) -> Any:
    found: list[Any] = []
    ubah(table.buku(), lambda book: found.append(book["Formulir"]))
    return found[0]


def test_sementara_is_written_only_where_it_says_something() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    nilai: 1\n")
    assert table.terima(isi(table.buku(), {("IKU-01:status", "target_tahun"): "tidak"})).beda == ()
    text = table.tulis(isi(table.buku(), {("IKU-01:status", "target_tahun"): "ya"}))
    assert text == "butir:\n  IKU-01:\n    nilai: 1\n    sementara: ya\n"
    table = meja(teks=text)
    assert (
        table.tulis(isi(table.buku(), {("IKU-01:status", "target_tahun"): None})) == "butir:\n  IKU-01:\n    nilai: 1\n"
    )


@pytest.mark.parametrize(
    ("kamus", "target", "filled", "row"),
    [
        (RASIO, "80", PEMBILANG, {"komponen": {"a": "3", "b": "4"}}),
        (
            {**RASIO, "agregasi": "terakhir", "nilai_resmi": "ya"}, "80", {(U, "isian"): 75.25, **PEMBILANG},
            {"nilai": "75.25", "komponen": {"a": "3", "b": "4"}},
        ),
        ({"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": OPINI}, {"predikat": "WTP"},
         {(U, "isian"): "WDP"}, {"predikat": "WDP"}),
        ({"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}, {"tanggal": "2024-03-31"},
         {(U, "isian"): date(2024, 3, 30)}, {"tanggal": "2024-03-30"}),
        ({"satuan": {"nama": "ada", "tipe": "ya_tidak"}}, {"terpenuhi": "ya"},
         {(U, "isian"): "ya"}, {"terpenuhi": "ya"}),
        (TAHAPAN, {"tahapan": ["satu", "dua"]}, {("IKU-01:tahapan.dua", "isian"): "selesai"}, {"tahapan": ["dua"]}),
        ({"skala": AKIP88}, "80",
         {(U, "isian"): 75.2, ("IKU-01:predikat", "isian"): "BB"}, {"nilai": "75.2", "predikat": "BB"}),
        (
            {"formula_capaian": "manual"}, "80",
            {
                (U, "isian"): 5, ("IKU-01:capaian_dinyatakan.nilai", "isian"): 90,
                ("IKU-01:capaian_dinyatakan.alasan", "uraian"): "Sebab.",
                ("IKU-01:capaian_dinyatakan.disetujui_oleh", "uraian"): "kepala",
            },
            {"nilai": "5", "capaian_dinyatakan": {"nilai": "90", "alasan": "Sebab.", "disetujui_oleh": "kepala"}},
        ),
    ],
    ids=["komponen", "nilai_resmi", "predikat", "tanggal", "ya_tidak", "tahapan", "skala", "manual"],
)  # fmt: skip
def test_every_form_of_a_figure_comes_back_and_goes_out_again(
    kamus: dict[str, Any], target: Any, filled: dict[tuple[str, str], object], row: dict[str, Any]
) -> None:
    table = meja(target=target, **kamus)
    text = table.tulis(isi(table.buku(), filled))
    again = meja(teks=text, target=target, **kamus)
    assert again.butir == {"IKU-01": row}
    assert again.terima(again.buku()).beda == ()


def test_tahapan_that_were_reported_are_taken_back_one_by_one_or_all() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    tahapan: [satu, dua]\n", target={"tahapan": ["satu"]}, **TAHAPAN)
    text = table.tulis(isi(table.buku(), {("IKU-01:tahapan.dua", "isian"): "belum"}))
    assert meja(teks=text).butir["IKU-01"]["tahapan"] == ["satu"]
    none = {("IKU-01:tahapan.satu", "isian"): "belum", ("IKU-01:tahapan.dua", "isian"): "belum"}
    assert meja(teks=table.tulis(isi(table.buku(), none))).butir["IKU-01"]["tahapan"] == []


# ── Meanwhile somebody else wrote ──


def test_what_others_changed_meanwhile_stays_and_a_conflict_is_told_with_both_values() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    nilai: 1\n    kendala: Lama.\n")
    book = table.buku()
    table.teks = table.teks.replace("nilai: 1", "nilai: 2")
    assert table.terima(book).beda == ()
    text = table.tulis(isi(book, {("IKU-01:kendala", "uraian"): "Baru."}))
    assert text == "butir:\n  IKU-01:\n    nilai: 2\n    kendala: Baru.\n"
    (conflict,) = table.terima(isi(book, {(U, "isian"): 3})).temuan
    assert conflict.kode == "X007"
    assert "semula “1”, kini “2”, formulir “3”" in conflict.pesan
    assert table.terima(isi(book, {(U, "isian"): 2})).temuan == ()


# ── Hostile and heavy text ──


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+62 752", "-- bukan", "@SUM(A1)", "<r>x</r>", "<b>a</b> & b", "_x0041_ apa adanya", "'kutip",
        "a: b # c", "x" * 900, "kata " * 990 + "akhir", "Baris satu.\n\nBaris dua.", "{{ 7*7 }}", "💡 “kutip”",
    ],
    ids=range(14),
)  # fmt: skip
def test_any_text_comes_back_as_it_was_typed_and_goes_out_again(text: str) -> None:
    table = meja()
    written = table.tulis(isi(table.buku(), {(U, "isian"): 60, ("IKU-01:kendala", "uraian"): Teks(text)}))
    again = meja(teks=written)
    assert again.butir["IKU-01"]["kendala"] == text
    assert again.terima(again.buku()).beda == ()
    assert again.tulis(again.buku()) == written


# ── Moved and saved by others ──


FILLED: dict[tuple[str, str], object] = {
    (U, "isian"): 60.25,
    ("IKU-01:kendala", "uraian"): Teks("=Cuti, lalu\n\nsakit."),
    ("IKU-02:utama", "isian"): 81,
    **bukti(0, "Rekap", "laporan", "bukti/2024/TW1/a.csv"),
}


@pytest.mark.parametrize(("baris", "kolom"), [(1, 1), (7, 2), (10, 3), (20, 8)])
def test_inserted_rows_and_columns_do_not_matter(baris: int, kolom: int) -> None:
    table = meja("IKU-01", "IKU-02")
    filled = isi(table.buku(), FILLED)
    moved = ubah(filled, lambda book: sisipkan(book, baris=baris, kolom=kolom))
    assert table.tulis(moved) == table.tulis(filled)
    assert meja("IKU-01", "IKU-02", teks=table.tulis(moved)).butir["IKU-01"]["nilai"] == "60.25"


PANJANG = "butir:\n  IKU-02:\n    nilai: 123456789012.123456\n    catatan: <r>a</r>\n"
"""A number that is longer than a spreadsheet can hold."""


@pytest.mark.skipif(SOFFICE is None, reason=TANPA_SOFFICE)
def test_libreoffice_saves_the_same(tmp_path: Path) -> None:
    table = meja("IKU-01", "IKU-02", teks=PANJANG)
    filled = isi(table.buku(), {key: value for key, value in FILLED.items() if key[0] != "IKU-02:utama"})
    moved = ubah(filled, lambda book: sisipkan(book, baris=12, kolom=3))
    assert table.tulis(lewat_libreoffice(moved, tmp_path)) == table.tulis(filled)
    assert table.terima(lewat_libreoffice(table.buku(), tmp_path / "b")).beda == ()


def test_a_locked_cell_that_changed_is_told_and_not_taken() -> None:
    table = meja(teks="butir:\n  IKU-01:\n    nilai: 1\n")
    back = baca_buku(isi(table.buku(), {(U, "target_periode"): "10"}))
    assert isinstance(back, Kembali)
    (told,) = back.temuan
    assert (told.kode, told.severity.value) == ("X006", "peringatan")
    assert table.terima(isi(table.buku(), {(U, "target_periode"): "10"})).beda == ()


DUA = "butir:\n  IKU-01:\n    nilai: 1\n    bukti:\n" + "".join(
    f"      - {{judul: {name}, jenis: surat, nomor_arsip: '{name}/1'}}\n" for name in "AB"
)
KOSONG = dict.fromkeys([("IKU-01:bukti.0", column) for column in ("uraian", "satuan", "target_tahun")])


def test_evidence_that_was_moved_meanwhile_is_not_taken_for_another(indonesian: Indonesian) -> None:
    table = meja(teks=DUA)
    book = isi(table.buku(), {("IKU-01:bukti.0", "isian"): "publik"})
    table.teks = DUA.replace("- {judul: A", "- {judul: RAHASIA, jenis: surat, nomor_arsip: '0'}\n      - {judul: A")
    change = table.terima(book)
    (told,) = change.temuan
    assert change.ubahan == ()
    assert told.kode == "X007"
    assert "semula “A”, kini “RAHASIA”" in indonesian(told.pesan)
    table.teks = DUA.replace("jenis: surat, nomor_arsip: 'A", "jenis: laporan, nomor_arsip: 'A")
    assert "jenis: laporan, nomor_arsip: 'A/1', klasifikasi: publik" in table.tulis(book)


@pytest.mark.parametrize("filled", [bukti(2, "Z", "surat", "9"), KOSONG, {**KOSONG, **bukti(2, "Z", "surat", "9")}])
def test_a_form_that_comes_twice_changes_nothing_the_second_time(filled: dict[tuple[str, str], object]) -> None:
    for text in (DUA, LENGKAP):
        table = meja(teks=text)
        book = isi(table.buku(), filled)
        table.teks = table.tulis(book)
        again = table.terima(book)
        assert (again.beda, again.temuan) == ((), ())


def test_a_field_of_the_new_report_is_found_where_it_stands_on_the_form() -> None:
    table = meja()
    places = table.terima(isi(table.buku(), bukti(2, "Z", "surat", "9"))).sel
    row = _lembar(table)
    assert row[places["IKU-01", "bukti.0.judul"]].row == sel(row, "IKU-01:bukti.2", "uraian").row
    assert ("IKU-01", "bukti.2.judul") not in places


def test_rows_that_were_sorted_or_pasted_over_are_refused(indonesian: Indonesian) -> None:
    table = meja("IKU-01", "IKU-02")

    def swap(book: Any) -> None:
        sheet = book["Formulir"]
        for column in ("kode", "uraian", "isian"):
            for name in ("judul", "utama"):
                one, other = (sel(sheet, f"{kode}:{name}", column) for kode in ("IKU-01", "IKU-02"))
                one.value, other.value = other.value, one.value

    back = baca_buku(ubah(isi(table.buku(), {(U, "isian"): 11, ("IKU-02:utama", "isian"): 22}), swap))
    assert isinstance(back, Kembali)
    assert [(t.kode, t.severity.value) for t in back.temuan] == [("X004", "galat")] * 2
    assert "semula “IKU-01”; isi barisnya mungkin milik baris lain" in indonesian(back.temuan[0].pesan)


def test_a_link_is_one_however_it_is_typed() -> None:
    table = meja()
    text = table.tulis(isi(table.buku(), bukti(0, "Z", "surat", "HTTPS://a.id/x")))
    assert "tautan: HTTPS://a.id/x" in text


def test_new_rows_are_parted_as_in_the_data() -> None:
    table = meja("IKU-01", "IKU-02")
    text = table.tulis(isi(table.buku(), {(U, "isian"): 1, ("IKU-02:utama", "isian"): 2}))
    assert text == "butir:\n  IKU-01:\n    nilai: 1\n\n  IKU-02:\n    nilai: 2\n"
