"""The workbook: the same figures as the CSV files as far as a spreadsheet can hold them, and never a formula."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sakipgen.rendering.berkas.buku_kerja import BACA, KAMUS
from sakipgen.rendering.opendata import tables
from tests.measuring.builder import Susunan
from tests.rendering.berkas.terbit import contoh, semua
from tests.rendering.test_opendata import rekap_of, small

SOFFICE = shutil.which("soffice")
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Lembar = list[dict[str, str]]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert book.testzip() is None
        assert {one.date_time for one in book.infolist()} <= {(1980, 1, 1, 0, 0, 0), (1980, 1, 31, 0, 0, 0)}
        return {one.filename: book.read(one) for one in book.infolist()}


def sheet(content: bytes, name: str) -> tuple[ET.Element, Lembar]:
    """A sheet and its cells: value and kind by column letter, row by row."""
    files = parts(content)
    names = [s.attrib["name"] for s in ET.fromstring(files["xl/workbook.xml"]).iter(f"{NS}sheet")]  # noqa: S314
    root = ET.fromstring(files[f"xl/worksheets/sheet{names.index(name) + 1}.xml"])  # noqa: S314
    rows: Lembar = []
    for row in root.iter(f"{NS}row"):
        cells = {}
        for cell in row.iter(f"{NS}c"):
            text = "".join(t.text or "" for t in cell.iter(f"{NS}t"))
            value = cell.find(f"{NS}v")
            cells[re.sub(r"\d", "", cell.attrib["r"])] = text if value is None else f"#{value.text}"
        rows.append(cells)
    return root, rows


def test_a_sheet_for_every_table_behind_the_one_that_explains(berkas: Mapping[str, bytes]) -> None:
    files = parts(berkas["data/v1/sakip.xlsx"])
    names = [s.attrib["name"] for s in ET.fromstring(files["xl/workbook.xml"]).iter(f"{NS}sheet")]  # noqa: S314
    assert names == [BACA, KAMUS, *(t.nama for t in tables(contoh()))]
    assert not [name for name, content in files.items() if b"<f>" in content or b"<f " in content]
    assert not [name for name in files if "externalLink" in name or "hyperlink" in name]
    for name in names[2:]:
        root, rows = sheet(berkas["data/v1/sakip.xlsx"], name)
        pane, shown = root.find(f".//{NS}pane"), root.find(f"{NS}autoFilter")
        assert pane is not None
        assert (pane.attrib["state"], pane.attrib["topLeftCell"]) == ("frozen", "B2")
        assert shown is not None
        assert shown.attrib["ref"].endswith(f"{len(rows)}")


def test_the_first_sheet_says_what_it_is(berkas: Mapping[str, bytes]) -> None:
    _, rows = sheet(berkas["data/v1/sakip.xlsx"], BACA)
    told = {row.get("A", ""): row.get("B", "") for row in rows}
    assert "bukan data resmi" in told["DATA CONTOH"]
    assert told["Data sampai"] == "Oktober 2026, dilihat per 12 November 2026"
    assert told["Lisensi"].startswith("CC-BY-4.0")
    assert told["Versi data"].startswith("1.")
    assert told["terlambat"].endswith(".")
    counts = {row["A"]: row["C"] for row in rows if row.get("C", "").startswith("#")}
    assert counts == {t.nama: f"#{len(t.baris)}" for t in tables(contoh())}


def test_the_dictionary_has_every_column(berkas: Mapping[str, bytes]) -> None:
    _, rows = sheet(berkas["data/v1/sakip.xlsx"], KAMUS)
    assert [(r["A"], r["B"], r["D"]) for r in rows[1:]] == [
        (t.nama, k.nama, k.uraian) for t in tables(contoh()) for k in t.kolom
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://contoh.go.id", "<r><t>x</t></r>", "<r></c>&</r>", "12", "_x0041_"]
)
def test_text_stays_text(text: str) -> None:
    data = small().lapor("IKU-03", "TW2", komponen={"ikut": "2", "total": "3"}, catatan=text)
    content = semua(rekap_of(data))["data/v1/sakip.xlsx"]
    _, (head, *rows) = sheet(content, "realisasi")
    column = next(letter for letter, name in head.items() if name == "catatan")
    (found,) = [row[column] for row in rows if column in row]
    assert found.rstrip() in {text, text.replace("_x0041_", "_x005F_x0041_")}
    assert not [name for name, part in parts(content).items() if b"<f>" in part or b"<hyperlink" in part]


def test_numbers_and_days_are_numbers() -> None:
    content = semua(rekap_of(small()))["data/v1/sakip.xlsx"]
    _, (head, *rows) = sheet(content, "capaian")
    letter = {name: column for column, name in head.items()}
    row = next(r for r in rows if r["A"] == "IKU-03:2024-TW2")
    assert row[letter["realisasi"]] == "#66.66666666666667"
    assert row[letter["jatuh_tempo"]] == "#45488", "15 July 2024"
    assert row[letter["tercapai"]] == "ya"
    empty = next(r for r in rows if r["A"] == "IKU-03:2024-TW3")
    assert letter["realisasi"] not in empty, "missing is no zero"


def test_an_empty_office_has_a_workbook() -> None:
    _, rows = sheet(semua(rekap_of(Susunan()))["data/v1/sakip.xlsx"], "tindak_lanjut")
    assert len(rows) == 1


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: the workbook was not opened")
def test_a_spreadsheet_reads_the_figures_of_the_tables(
    berkas: Mapping[str, bytes], tabel: Mapping[str, Mapping[str, Mapping[str, str]]], tmp_path: Path
) -> None:
    assert SOFFICE
    (tmp_path / "sakip.xlsx").write_bytes(berkas["data/v1/sakip.xlsx"])
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless"]
    command += ["--convert-to", every_sheet, "--outdir", str(tmp_path), str(tmp_path / "sakip.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    seen = 0
    for table in tables(contoh()):
        with (tmp_path / f"sakip-{table.nama}.csv").open(encoding="utf-8", newline="") as file:
            rows: dict[str, dict[str, Any]] = {row["id"]: row for row in csv.DictReader(file)}
        assert list(rows) == list(tabel[table.nama])
        for column in table.kolom:
            for key, row in rows.items():
                wanted = tabel[table.nama][key][column.nama]
                if column.tipe in {"angka", "bilangan"} and wanted:
                    assert float(row[column.nama]) == pytest.approx(float(wanted), rel=1e-14), (key, column.nama)
                    seen += 1
                elif column.tipe != "teks":
                    assert row[column.nama] == wanted, (key, column.nama)
    assert seen > 20_000
