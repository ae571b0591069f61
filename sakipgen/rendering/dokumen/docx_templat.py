"""The Word template: opened if it is safe, its tags filled in the sandbox, its places found.

A template is code: it is rendered in Jinja's sandbox, and whatever goes wrong names the template and the place.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final

from docx.oxml.ns import qn
from docxtpl import DocxTemplate  # type: ignore[import-untyped] # it ships no types
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from sakipgen.diagnostics import SakipgenError, printable
from sakipgen.rendering.dokumen.blok import Dokumen
from sakipgen.rendering.dokumen.docx_aman import baca_aman
from sakipgen.rendering.dokumen.docx_gambar import Logo, baca_logo, lukis_logo
from sakipgen.rendering.dokumen.docx_gaya import Gaya, baca_gaya
from sakipgen.rendering.dokumen.docx_xml import bersih

NAMA: Final = "dasar.docx"
BAHASA: Final = "id-ID"
TAG: Final = ("kop_baris", "alamat", "logo", "cap", "kaki", "isi")
"""What a template may name."""
LOGO_KOP: Final = (1134, 1247)
"""The most room, across and down, of the logo in the letterhead."""
_PENANDA: Final = "_sakipgen_isi"
"""The bookmark that stands where `{{ isi }}` stood."""
_TEMPAT: Final = {"header": "kepala halaman", "footer": "kaki halaman"}
_TERPANJANG: Final = 255
"""Characters of a property of a document."""


@dataclass(frozen=True, slots=True)
class Kerangka:
    """A template with its tags filled."""

    dokumen: Any
    """Of python-docx."""
    penanda: Any
    """The paragraph before which the blocks are put."""
    bagian: Any
    """The section properties that all sections are made from."""
    gaya: Gaya
    logo: Logo | None
    """The office's, if it has put one beside the template."""


def buka(path: Path, dokumen: Dokumen) -> Kerangka:
    """Returns the template, filled for a paper."""
    template = DocxTemplate(io.BytesIO(baca_aman(path)))
    try:
        template.render_init()
        body = template.docx.element.body
    except Exception as error:
        raise SakipgenError(f"Templat {path} tidak dapat dibuka sebagai naskah Word: {error}") from error
    gaya = baca_gaya(template.docx.styles.element, str(path))
    _siapkan_badan(body, path, ber_kop=dokumen.kop is not None)
    logo = baca_logo(path.parent)
    _isi_tag(template, path, logo if dokumen.kop else None, _nilai(dokumen))
    document = template.docx
    (mark,) = document.element.iterfind(f".//{qn('w:bookmarkStart')}[@{qn('w:name')}='{_PENANDA}']/..")
    _bahasa(document)
    _sifat(document, dokumen)
    return Kerangka(document, mark, _bagian(document.element.find(qn("w:body")), path), gaya, logo)


def _nilai(dokumen: Dokumen) -> Mapping[str, object]:
    """What the tags of a template may name."""
    kop = dokumen.kop
    return {
        "kop_baris": tuple(_sebaris(line) for line in kop.baris) if kop else (),
        "alamat": _sebaris(kop.alamat) if kop else "",
        "cap": " · ".join(_sebaris(mark) for mark in dokumen.cap),
        "kaki": _sebaris(dokumen.kaki),
    }


def _sebaris(teks: str) -> str:
    return " ".join(bersih(teks).split())


# ── The body before its tags are filled ──────────────────────────────────────────────────────────────────────────


def _siapkan_badan(body: Any, path: Path, *, ber_kop: bool) -> None:
    """Sets the mark in the place of `{{ isi }}`, and takes away a letterhead that is not wanted."""
    children = list(body)
    marks = [n for n, child in enumerate(children) if child.tag == qn("w:p") and _teks(child) == "{{isi}}"]
    if len(marks) != 1:
        raise SakipgenError(
            f"Templat {path}, badan naskah: harus ada tepat satu paragraf yang hanya berisi {{{{ isi }}}}, di luar "
            f"tabel; ditemukan {len(marks)}"
        )
    above, mark, below = children[: marks[0]], children[marks[0]], children[marks[0] + 1 :]
    if any(next(child.iter(qn("w:sectPr")), None) is not None for child in [*above, mark]):
        raise SakipgenError(f"Templat {path}, badan naskah: hapus pemisah bagian (section break) di atas {{{{ isi }}}}")
    for child in [*(() if ber_kop else above), *(part for part in below if part.tag == qn("w:p") and not _teks(part))]:
        body.remove(child)
    for run in list(mark):
        mark.remove(run)
    start = mark.makeelement(qn("w:bookmarkStart"), {qn("w:id"): "0", qn("w:name"): _PENANDA})
    mark.extend([start, mark.makeelement(qn("w:bookmarkEnd"), {qn("w:id"): "0"})])


def _teks(element: Any) -> str:
    """The text of an element without white space; that of one with a picture or a section is not empty."""
    if next(element.iter(qn("w:drawing"), qn("w:sectPr")), None) is not None:
        return "…"
    return "".join("".join(part.text or "" for part in element.iter(qn("w:t"))).split())


# ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _isi_tag(template: Any, path: Path, logo: Logo | None, teks: Mapping[str, object]) -> None:
    """Fills the tags of the body, the headers and the footers."""
    jinja = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    nilai = {**teks, "logo": Markup(lukis_logo(template.docx.part, logo, LOGO_KOP, 1) if logo else "")}  # noqa: S704 - ours
    source = template.patch_xml(template.get_xml())
    with _tempat(path, "badan naskah", source):
        tree = template.fix_tables(template.render_xml_part(source, template.docx.part, nilai, jinja))
        template.fix_docpr_ids(tree)
        template.map_tree(tree)
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for key, part in list(template.get_headers_footers(uri)):
            source = template.patch_xml(template.get_part_xml(part))
            place = f"{_TEMPAT[uri.rpartition('/')[2]]} ({part.partname})"
            with _tempat(path, place, source):
                text = template.render_xml_part(source, part, {**teks, "logo": ""}, jinja)
                template.map_headers_footers_xml(key, text.encode())


@contextmanager
def _tempat(path: Path, bagian: str, sumber: str) -> Iterator[None]:
    """Tells what goes wrong within it with the template, the part and the paragraph."""
    try:
        yield
    except Exception as error:
        where = next((f", dekat “{text}”" for line in _baris(error) if (text := _alinea(sumber, line))), "")
        raise SakipgenError(
            f"Templat {path}, {bagian}{where}: {type(error).__name__}: {printable(str(error))}. "
            f"Perbaiki tag itu; yang dikenal: {', '.join(TAG)}"
        ) from error


def _alinea(sumber: str, baris: int) -> str:
    """The text of a line of what was rendered, where each line is a paragraph."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", sumber).splitlines()
    found = lines[baris - 1] if 0 < baris <= len(lines) else ""
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())[:120]


def _baris(error: Exception) -> Iterator[int]:
    """In which line of the template an error arose, if it is known."""
    yield getattr(error, "lineno", None) or 0
    lines, trace = [], error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    yield from reversed(lines)


# ── The document around the blocks ───────────────────────────────────────────────────────────────────────────────


def _bagian(body: Any, path: Path) -> Any:
    """The properties of the template's one section; it has header and footer for pages with and without number."""
    found = body.find(qn("w:sectPr"))
    kinds = set() if found is None else {(part.tag, part.get(qn("w:type"))) for part in found}
    for tag, told in ((qn("w:headerReference"), "kepala"), (qn("w:footerReference"), "kaki")):
        for kind, pages in (("default", "biasa (bernomor)"), ("first", "pertama (tanpa nomor)")):
            if (tag, kind) not in kinds:
                raise SakipgenError(
                    f"Templat {path}, penyiapan halaman: tidak ada {told} untuk halaman {pages}; "
                    "centang “Different First Page” (Halaman Pertama Berbeda) dan isi keduanya"
                )
    return deepcopy(found)


def _bahasa(document: Any) -> None:
    """Sets the language of every text of the template."""
    parts = [rel.target_part for rel in document.part.rels.values() if not rel.is_external]
    for root in (document.element, *(part.element for part in parts if hasattr(part, "element"))):
        for lang in root.iter(qn("w:lang"), qn("w:themeFontLang")):
            lang.set(qn("w:val"), BAHASA)
    settings = document.settings.element
    for ask in settings.findall(qn("w:updateFields")):
        settings.remove(ask)


def _sifat(document: Any, dokumen: Dokumen) -> None:
    """Sets the properties of the document; nothing is left of the template's."""
    moment = datetime.combine(dokumen.tanggal, time())
    properties = document.core_properties
    for child in list(properties._element):  # noqa: SLF001 - the library has no way to clear them
        properties._element.remove(child)  # noqa: SLF001
    publisher = _sebaris(dokumen.penerbit)[:_TERPANJANG]
    properties.title = _sebaris(dokumen.judul)[:_TERPANJANG]
    properties.subject = _sebaris(dokumen.subjek)[:_TERPANJANG]
    properties.author = properties.last_modified_by = publisher
    properties.language = BAHASA
    properties.created = properties.modified = moment
    properties.revision = 1
