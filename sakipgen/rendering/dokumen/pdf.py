"""The PDF of a paper: set by Typst from a template of the office, archival (PDF/A-2b) and accessible (PDF/UA-1)."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Final

import typst

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.dokumen.blok import Dokumen
from sakipgen.rendering.dokumen.huruf import FOLDER
from sakipgen.rendering.dokumen.isian import isian

NASKAH: Final = "naskah.typ"
BAHAN: Final = frozenset({".typ", ".svg", ".png", ".jpg"})
"""What a template may be made of; nothing else of its folder is handed to it."""
STANDAR: Final[list[typst.PDFStandard]] = ["a-2b", "ua-1"]

_HALAMAN: Final = """query(selector(heading).or(figure)).filter(e => e.has("label")).map(e => {
  let (tempat, pola) = (e.location(), e.location().page-numbering())
  (str(e.label), if pola == none { "" } else { numbering(pola, ..counter(page).at(tempat)) })
})"""
_LABEL: Final = "id:"
"""What the labels of a paper begin with in the template, so that they meet none of the office's own."""
_TEMPAT: Final = re.compile(r"┌─ (?:.*[/\\])?(?P<berkas>[^/\\\n]+):(?P<baris>\d+):(?P<kolom>\d+)")
_MUAT: Final = re.compile(r"\b(?:import|include)\b(?!\s*\"[^\"@\\]*\")|\beval\b")
"""What loads something that is no file of the template: it could come from the network."""


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A printed paper."""

    pdf: bytes
    halaman: Mapping[str, str]
    """The page of every heading, table and picture with an id, as printed on it; empty on a page without a number."""


def cetak(dokumen: Dokumen, templat: Path) -> Cetakan:
    """Sets a paper with the template `NASKAH` of a folder and what lies beside it.

    The template sees copies in a folder of its own and nothing outside it.

    Raises:
        SakipgenError: If the template is missing or wrong; the text says where.
    """
    materials = dict(_bahan(templat))
    if NASKAH not in materials:
        raise SakipgenError(f"Templat {templat.joinpath(NASKAH)} tidak ada; salin dari site_templates/dokumen bawaan.")
    for name, content in materials.items():
        _periksa(templat.joinpath(name), content)
    with tempfile.TemporaryDirectory(prefix="sakipgen-") as folder:
        root = Path(folder)
        for name, content in (materials | isian(dokumen)).items():
            root.joinpath(name).write_bytes(content)
        logo = next((name for name in ("logo.svg", "logo.png") if name in materials), "")
        try:
            return _susun(dokumen, root, logo)
        except typst.TypstError as error:
            raise SakipgenError(_ucapan(error, templat)) from error


def _susun(dokumen: Dokumen, root: Path, logo: str) -> Cetakan:
    compiler = typst.Compiler(
        root.joinpath(NASKAH),
        root=root,
        font_paths=_fonta(),
        sys_inputs={"logo": logo},
        package_path=root,
        package_cache_path=root,
    )
    pdf = compiler.compile(
        format="pdf", pdf_standards=STANDAR, timestamp=datetime.combine(dokumen.tanggal, time(), tzinfo=UTC)
    )
    if not isinstance(pdf, bytes):
        raise SakipgenError("Typst tidak menghasilkan PDF; pasang ulang sakipgen.")
    pages = (
        (label.removeprefix(_LABEL), page)
        for label, page in json.loads(compiler.eval(_HALAMAN))
        if label.startswith(_LABEL)
    )
    return Cetakan(pdf, dict(pages))


def _bahan(templat: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a template; a link could lead anywhere and is none."""
    for path in sorted(templat.glob("*")):
        if path.suffix in BAHAN and path.is_file() and not path.is_symlink():
            yield path.name, path.read_bytes()


def _periksa(path: Path, content: bytes) -> None:
    """Refuses a template that would load a package."""
    if path.suffix != ".typ":
        return
    text = content.decode("utf-8", "replace")
    if found := _MUAT.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        raise SakipgenError(
            f"Templat {path}, baris {line}, kolom {column}: “{found[0]}” hanya boleh memuat berkas di folder yang "
            'sama, misalnya import "kop.typ"; paket dari jaringan (@preview/…) dan eval tidak dipakai.'
        )


def _ucapan(error: typst.TypstError, templat: Path) -> str:
    """What is wrong with a template, where, and what Typst says of it in its own words; its columns begin at 0."""
    place = _TEMPAT.search(error.diagnostic)
    where = (
        f"{templat.joinpath(place['berkas'])}, baris {place['baris']}, kolom {int(place['kolom']) + 1}"
        if place
        else str(templat)
    )
    reason = re.sub(r" \(searched at .*\)", "", error.message)
    return f"Templat {where}: PDF tidak dapat disusun. Kata Typst: {reason}"


@cache
def _fonta() -> typst.Fonts:
    """The packaged font and no other: neither those of the system nor those within Typst."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
