"""Workbooks as a reader's spreadsheet sees them: recomputed by LibreOffice, or with the values that came with them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.rekap import RekapPeriode
from sakipgen.rendering.lembar.buku import ISIAN_WARNA
from tests.oracle.ketelitian import baris_terbaca
from tests.oracle.lembar import _PROFIL as PROFIL

SOFFICE: Final = shutil.which("soffice")
perlu_soffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed: no workbook was computed again"
)
DEKAT: Final = 1e-9
Isi = Mapping[str, bytes]


def hitung(books: Isi, folder: Path) -> dict[str, Workbook]:
    """Lets LibreOffice compute workbooks, all in one run; returns their values."""
    assert SOFFICE
    profile, source, made = (folder / name for name in ("profil", "asal", "hasil"))
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(PROFIL, encoding="utf-8")
    source.mkdir()
    for name, content in books.items():
        (source / f"{name}.xlsx").write_bytes(content)
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(made), *(str(source / f"{name}.xlsx") for name in books)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {name: openpyxl.load_workbook(made / f"{name}.xlsx", data_only=True) for name in books}


def nilai(content: bytes) -> Workbook:
    """The values that came with a workbook."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def baris(sheet: Worksheet, kunci: str = "Kode") -> Iterator[dict[str, Any]]:
    """The rows below the heads of a table, by head; a row without its first cell is passed over."""
    rows = sheet.iter_rows(values_only=True)
    head = next(row for row in rows if row[0] == kunci)
    for row in rows:
        yield dict(zip(map(str, head), row, strict=True))


def sama(cell: Any, wanted: Decimal | str | int | None, where: object, dekat: float = DEKAT) -> None:
    """The cell says what the engine says; an empty text is nothing."""
    if wanted is None or isinstance(wanted, str | bool):
        assert (cell or None) == (wanted or None), where
    else:
        assert isinstance(cell, int | float), (where, cell, wanted)
        assert float(cell) == pytest.approx(float(wanted), rel=dekat, abs=dekat), where


def bandingkan(book: Workbook, sheet: RekapPeriode, kecuali: frozenset[str] = frozenset()) -> int:
    """Every figure of a kertas kerja is that of the engine; returns how many were compared."""
    seen = 0
    rows = {row["Kode"]: row for row in baris(book["Pengukuran"]) if row["Kode"] and row["Indikator"]}
    assert rows.keys() == {row.kode for row in sheet.indikator}
    for row in sheet.indikator:
        hasil, cells, where = row.hasil, rows[row.kode], (row.kode, str(sheet.periode))
        if row.kode in kecuali:
            continue
        capaian = hasil.capaian
        raw = "tak terbatas" if capaian and capaian.mentah is None else capaian.mentah if capaian else None
        sama(cells["Target"], hasil.target, where)
        sama(cells["Realisasi"], hasil.realisasi, where)
        sama(cells["Capaian mentah (%)"], raw, where)
        sama(cells["Capaian (%)"], capaian.capaian if capaian else None, where)
        sama(cells["Capaian agregat (%)"], capaian.agregat if capaian else None, where)
        sama(cells["Kategori"], capaian.kelas.label if capaian else None, where)
        sama(cells["Target tercapai"], None if capaian is None else "ya" if capaian.tercapai else "tidak", where)
        if row.indikator.skala and hasil.realisasi is not None:
            told = row.indikator.skala.menurut_kode(row.predikat or "")
            sama(cells["Realisasi tertulis"], told.label if told else None, where)
        seen += 7
    return seen + _kelompok(book, sheet, kecuali)


def _kelompok(book: Workbook, sheet: RekapPeriode, kecuali: frozenset[str]) -> int:
    found: dict[str, dict[str, Any]] = {}
    title = ""
    for row in baris(book["Kelompok"]):
        if row["Kode"] and ":" in str(row["Kode"]):
            title = str(row["Kode"])
        elif not row["Kode"] and row["Keterangan"]:
            found[title.partition(":")[0]] = row
    members = {row.kode: {one.kode for one in row.indikator} for row in (*sheet.sasaran, *sheet.tujuan)}
    groups = {f"Sasaran {row.kode}": row.hasil for row in sheet.sasaran}
    groups |= {f"Tujuan {row.kode}": row.hasil for row in sheet.tujuan}
    groups["Perangkat daerah"] = sheet.perangkat_daerah
    assert found.keys() == groups.keys()
    seen = 0
    for name, hasil in groups.items():
        if kecuali & members.get(hasil.kode, kecuali):
            continue
        cells, where = found[name], (name, str(sheet.periode))
        sama(cells["Capaian agregat (%)"], hasil.rerata, where)
        sama(cells["Capaian (%)"], hasil.capaian, where)
        sama(cells["Kategori"], hasil.kelas.label if hasil.kelas else None, where)
        for head, count in (("Terukur", hasil.terukur.ada), ("Dari", hasil.terukur.dari), ("Tercapai", hasil.tercapai)):
            sama(cells[head] or 0, count, where)
        seen += 6
    return seen


# ── What fifteen digits can tell ──


def tak_terbaca(sheet: RekapPeriode) -> frozenset[str]:
    """The indikator whose figures a spreadsheet cannot tell: too large, or a hair beside an edge that decides."""
    return frozenset(row.kode for row in sheet.indikator if not _terbaca(row.hasil))


def _terbaca(hasil: HasilIndikator) -> bool:
    capaian = hasil.capaian
    if capaian is None or hasil.target is None or hasil.realisasi is None:
        return True
    figures = {
        "target": hasil.target,
        "realisasi": hasil.realisasi,
        "target_maks": hasil.maks.target,
        "baseline": hasil.baseline,
        "capaian_mentah": capaian.mentah,
        "capaian": capaian.capaian,
    }
    return baris_terbaca({name: "" if value is None else format(value, "f") for name, value in figures.items()})


# ── Every cell ──


def rumus(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Every formula of a workbook: sheet, address, text."""
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.data_type == "f":
                    yield sheet.title, cell.coordinate, cell.value


def sama_semua(content: bytes, computed: Workbook) -> int:
    """Every formula computes to the value that came with it; returns how many there are."""
    came, seen = nilai(content), 0
    for name, cell, text in rumus(content):
        now, then = computed[name][cell].value, came[name][cell].value
        if isinstance(then, datetime) or isinstance(now, datetime):
            assert now == then, (name, cell, text)
        else:
            sama(now, then, (name, cell, text))
        seen += 1
    return seen


def isi(content: bytes, values: Mapping[tuple[str, str], Any]) -> bytes:
    """The workbook after a reader typed something into its cells, by sheet and address."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for (name, cell), value in values.items():
        book[name][cell].value = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def isian(content: bytes) -> dict[tuple[str, str], Any]:
    """What stands in the cells that a reader may change."""
    found = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.fill.fgColor.rgb == f"FF{ISIAN_WARNA[1:]}":
                    assert cell.data_type != "f", (sheet.title, cell.coordinate)
                    found[sheet.title, cell.coordinate] = cell.value
    return found
