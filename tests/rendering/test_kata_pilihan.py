"""Every choice that data can make has its word: a table by the members of an enum misses none that may be looked up."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping
from enum import Enum

import sakipgen
from sakipgen.domain.metode import AgregasiPerangkatDaerah
from sakipgen.rendering.kolom import PERANGKAT_DAERAH

DENGAN_SENGAJA = {
    "rendering.kata_rumus._NEGATIF": "the others have no target below 0, or are said the same",
    "rendering.nilai.LAMBANG": "a band has both its bounds instead",
    "rendering.nilai._AWALAN": "most satuan stand behind the number",
    "rendering.nilai._SATUAN_SELISIH": "else the name of the satuan",
    "rendering.jejak_langkah.KEADAAN": "of a row without a figure",
    "rendering.jejak_laporan._BELUM": "else «belum ada»",
    "rendering.jejak._TERPILIH": "else the latest figure",
    "rendering.kata_indikator._LEWAT_RENTANG": "else the polaritas",
    "rendering.kata_indikator._MAKIN_SATUAN": "else the polaritas",
    "rendering.pages.contoh._PEMAKAI": "else indikator that name the formula",
    "rendering.pages.metodologi.ARTI_KEADAAN": "of a row without a figure",
    "rendering.pages.sel.KEADAAN": "of a row without a figure",
    "rendering.pages.sel._KATA": "of a row without a figure",
    "rendering.pages.sel._TETAP": "the others are told with their day or reason",
    "rendering.dokumen.tabel_uang._TINGKAT": "a sasaran stands in a table of its own",
    "rendering.dokumen.tabel_pk._TINGKAT_UANG": "a PK has no money by sasaran",
    "rendering.pages.ucapan._CARA_SATUAN": "else the polaritas",
    "rendering.dokumen.docx_resmi._HURUF": "else the letters of plain text",
    "rendering.dokumen.docx_gaya._JENIS": "else a row of content",
    "rendering.dokumen.docx_rujukan._LABEL": "the table of contents lists headings, which have no label",
}
"""Tables that leave out members, and why nothing looks these up."""
LAPISAN = ("rendering", "publishing", "pratinjau", "mkdocs_plugin", "cli")


def tables() -> Iterator[tuple[str, bool]]:
    """Every table whose keys are members of one enum, where it is defined, and whether it has them all."""
    for info in pkgutil.walk_packages(sakipgen.__path__, "sakipgen."):
        path = info.name.removeprefix("sakipgen.")
        module = importlib.import_module(info.name) if path.startswith(LAPISAN) else None
        source = inspect.getsource(module) if module else ""
        for name, value in vars(module).items() if module else ():
            own = re.search(rf"^{name}\b.* = ", source, re.MULTILINE)
            if own and isinstance(value, Mapping) and value and all(isinstance(key, Enum) for key in value):
                (kind,) = {key.__class__ for key in value}
                yield f"{path}.{name}", set(kind.__members__.values()) == set(value)


def test_tables_of_words_are_complete() -> None:
    found = dict(tables())
    assert len(found) > 30
    assert {name for name, whole in found.items() if not whole} == set(DENGAN_SENGAJA)


def test_the_contract_names_every_way_to_make_the_whole() -> None:
    (own,) = (k.uraian for k in PERANGKAT_DAERAH.kolom if k.nama == "cara")
    assert own == "Cara menghitung: rerata_sasaran, berbobot, geometrik, atau rerata_iku."
    assert all(cara.value in own for cara in AgregasiPerangkatDaerah)
