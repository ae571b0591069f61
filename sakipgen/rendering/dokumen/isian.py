"""A paper as plain data for the template of the PDF: JSON, and a file for every chart. Text stays text all the way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from sakipgen.rendering.charts.naskah import svg
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.dokumen.blok import Belum, Dokumen, Judul, Lari
from sakipgen.rendering.dokumen.huruf import tercetak

DATA: Final = "data.json"


def isian(dokumen: Dokumen) -> dict[str, bytes]:
    """Returns the files that the template reads, by name: `DATA` and one SVG for each chart."""
    charts: dict[str, bytes] = {}
    value = {**_nilai(dokumen, charts), "ukuran": dokumen.kertas.ukuran}
    _susun_tingkat(block for part in value["bagian"] for block in part["isi"])
    return {DATA: json.dumps(value, ensure_ascii=False).encode(), **charts}


def _nilai(value: Any, charts: dict[str, bytes]) -> Any:
    """Any value of a paper in JSON; a block says in `blok` what it is, a plain run of text is just that text."""
    match value:
        case Enum():
            found = value.value
        case str():
            found = tercetak(value)
        case tuple():
            found = [_nilai(part, charts) for part in value]
        case date():
            found = [value.year, value.month, value.day]
        case ChartSpec():
            found = _grafik(value, charts)
        case Lari(teks, tebal=False, miring=False, belum=False):
            found = tercetak(teks)
        case _ if is_dataclass(value):
            found = {"blok": type(value).__name__.lower()}
            found |= {field.name: _nilai(getattr(value, field.name), charts) for field in fields(value)}
            found |= {"teks": tercetak(str(value))} if isinstance(value, Belum) else {}
        case _:
            found = value
    return found


def _grafik(spek: ChartSpec, charts: dict[str, bytes]) -> dict[str, str]:
    name = f"grafik-{len(charts) + 1}.svg"
    charts[name] = tercetak(svg(spek)).encode()
    return {"berkas": name, "uraian": tercetak(spek.uraian)}


def _susun_tingkat(blocks: Iterable[dict[str, Any]]) -> None:
    """Gives each heading its level in the outline, which skips none: readers of the screen would look for it."""
    last = 0
    for block in blocks:
        if block["blok"] == Judul.__name__.lower():
            last = block["susunan"] = min(block["tingkat"], last + 1)
        elif block["blok"] == "daftarisi":
            last = 1
