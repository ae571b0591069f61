"""Pictures in the text: charts as pixels with their words for whoever does not see them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.charts.png import png, raster
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.dokumen.docx_xml import RUANG_NAMA, aman

EMU: Final = 635
"""Units of a drawing in a twip."""
LOGO: Final = ("logo.svg", "logo.png")
"""Where an office may put its logo, beside the template."""
_RAPAT: Final = 600
"""So many pixels a logo that is drawn has across, at least."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@lru_cache(maxsize=256)
def titik(spek: ChartSpec) -> bytes:
    """Returns a chart as PNG; one that several papers of a run show is drawn once."""
    return png(spek)


def ukuran_png(berkas: bytes) -> tuple[int, int]:
    """Returns width and height in pixels."""
    return int.from_bytes(berkas[16:20], "big"), int.from_bytes(berkas[20:24], "big")


def muat(lebar: int, tinggi: int, terlebar: int, tertinggi: int) -> tuple[int, int]:
    """Returns the size at which a picture just fits, with its sides in proportion."""
    if tinggi * terlebar <= tertinggi * lebar:
        return terlebar, max(tinggi * terlebar // lebar, 1)
    return max(lebar * tertinggi // tinggi, 1), tertinggi


def gambar(rujukan: str, nomor: int, ukuran: tuple[int, int], nama: str, uraian: str) -> str:
    """Returns a run with a picture, so large in twips; `rujukan` is its relationship."""
    width, height = (side * EMU for side in ukuran)
    told = f'name="{aman(nama)}" descr="{aman(uraian)}"'
    return (
        f'<w:r {RUANG_NAMA}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{nomor}" {told}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{nomor}" {told}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rujukan}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


# ── The logo ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Logo:
    """The office's logo as PNG."""

    isi: bytes


def baca_logo(folder: Path) -> Logo | None:
    """Returns the logo that lies in the folder of the templates, if there is one."""
    path = next((path for name in LOGO if (path := folder / name).is_file()), None)
    if path is None:
        return None
    raw = path.read_bytes()
    if path.suffix == ".svg":
        try:
            text = raw.decode()
            raw = raster(text, max(_RAPAT // ukuran_png(raster(text))[0], 1))
        except ValueError as error:
            raise SakipgenError(f"Logo {path} bukan gambar SVG yang dapat dibaca: {error}") from None
    if not raw.startswith(_PNG) or 0 in ukuran_png(raw):
        raise SakipgenError(f"Logo {path} bukan gambar PNG; simpan lagi sebagai PNG")
    return Logo(raw)


def lukis_logo(bagian: Any, logo: Logo, ruang: tuple[int, int], nomor: int) -> str:
    """Returns a run with the logo as large as fits the room; `bagian` is the part of the document that holds it."""
    reference, _ = bagian.get_or_add_image(io.BytesIO(logo.isi))
    return gambar(reference, nomor, muat(*ukuran_png(logo.isi), *ruang), "Logo", "Logo instansi")
