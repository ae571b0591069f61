"""Pictures as the parts they consist of: what is told of persons and places stands in parts that no picture needs.

Parts are left out, pixels are never written again: nothing of the picture is lost.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from PIL import ExifTags, Image

from sakipgen.domain.isi_bukti import Jejak
from sakipgen.inspecting.bersih import Bersih


class Potong(NamedTuple):
    """A segment of a JPEG or a chunk of a PNG: its mark, and where it lies with all that frames it."""

    tanda: bytes
    awal: int
    akhir: int
    isi: bytes


class GambarRusakError(Exception):
    """A picture that ends too early, or is no picture."""


EXIF: Final = "Exif (kamera, waktu, tempat, pembuat)"
XMP: Final = "XMP (riwayat penyuntingan, pembuat)"
IPTC: Final = "IPTC (pembuat, keterangan)"
TEKS: Final = "catatan teks"
SISA: Final = "data sesudah akhir gambar"
_PUTAR: Final = ExifTags.Base.Orientation
_NAMA: Final = (
    ExifTags.Base.Artist,
    ExifTags.Base.XPAuthor,
    ExifTags.Base.CameraOwnerName,
    ExifTags.Base.HostComputer,
)
_TERURAI: Final = 1024 * 1024
"""So much of a packed text is looked at."""
_KEPALA_EXIF: Final = b"Exif\0\0"
_KEPALA_XMP: Final = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
_PENCIPTA: Final = re.compile(rb"<dc:creator>(.{1,4000}?)</dc:creator>", re.DOTALL)
_MARKAH: Final = re.compile(r"<[^>]*>")
_GPS_XMP: Final = re.compile(rb"exif:GPS(?:Latitude|Longitude)")
_IPTC_PENULIS: Final = b"\x1c\x02\x50"


# ── JPEG ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_TANPA_ISI: Final = {0x01, *range(0xD0, 0xD8)}
_SOS, _EOI = 0xDA, 0xD9


def potong_jpeg(isi: bytes) -> Iterator[Potong]:
    """Yields the segments of a JPEG; what comes after its end is the last, with an empty mark."""
    at = 2
    yield Potong(b"\xd8", 0, 2, b"")
    while True:
        if at + 2 > len(isi) or isi[at] != 0xFF:
            raise GambarRusakError
        mark = isi[at + 1]
        if mark == 0xFF:  # filling
            at += 1
            continue
        if mark == _EOI:
            yield Potong(bytes([mark]), at, at + 2, b"")
            if at + 2 < len(isi):
                yield Potong(b"", at + 2, len(isi), isi[at + 2 :])
            return
        if mark in _TANPA_ISI:
            end = at + 2
        else:
            if at + 4 > len(isi):
                raise GambarRusakError
            end = at + 2 + int.from_bytes(isi[at + 2 : at + 4], "big")
        body = isi[at + 4 : end]
        if mark == _SOS:
            end = _akhir_sapuan(isi, end)
        yield Potong(bytes([mark]), at, end, body)
        at = end


def _akhir_sapuan(isi: bytes, at: int) -> int:
    """Where the pixels of a scan end: at the first mark that is none of theirs."""
    while (at := isi.find(b"\xff", at)) >= 0 and at + 1 < len(isi):
        if isi[at + 1] and isi[at + 1] not in _TANPA_ISI:
            return at
        at += 2
    raise GambarRusakError


def jejak_jpeg(isi: bytes) -> Jejak:
    """Returns what the metadata of a JPEG tells of persons and places."""
    names: list[str] = []
    place = False
    for part in potong_jpeg(isi):
        if part.tanda == b"\xe1" and part.isi.startswith(_KEPALA_EXIF):
            found = _jejak_exif(part.isi)
        elif part.tanda == b"\xe1" or not part.tanda:
            found = _jejak_xmp(part.isi)
        else:
            found = Jejak(("IPTC",) if part.tanda == b"\xed" and _IPTC_PENULIS in part.isi else ())
        names += found.nama
        place = place or found.lokasi
    return Jejak(tuple(names), place)


def bersih_jpeg(isi: bytes) -> Bersih:
    """Returns a JPEG without what is told about it; the way up stays."""
    kept: list[bytes] = []
    gone: list[str] = []
    for part in potong_jpeg(isi):
        raw = isi[part.awal : part.akhir]
        kind = _sebutan_jpeg(part)
        upright = _hanya_putaran(part.isi) if kind == EXIF else b""
        if kind is None or raw == upright:
            kept.append(raw)
        else:
            gone.append(kind)
            kept.append(upright)
    return Bersih(b"".join(kept), tuple(dict.fromkeys(gone)))


def _sebutan_jpeg(part: Potong) -> str | None:
    match part.tanda:
        case b"\xe1":
            return EXIF if part.isi.startswith(_KEPALA_EXIF) else XMP
        case b"\xed":
            return IPTC
        case b"\xfe":
            return TEKS
        case b"":
            return SISA
        case b"\xe2" if part.isi.startswith(b"MPF\0"):  # where to find more pictures behind the end
            return SISA
        case _:
            return None


def _hanya_putaran(isi: bytes) -> bytes:
    """A segment that says nothing but which way is up; none for a picture that stands as it lies."""
    way = _exif(isi).get(_PUTAR)
    if not isinstance(way, int) or way not in range(2, 9):
        return b""
    plain = Image.Exif()
    plain[_PUTAR] = way
    body = _KEPALA_EXIF + plain.tobytes().removeprefix(_KEPALA_EXIF)
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


# ── PNG ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_AWAL_PNG: Final = 8
_TEKS_PNG: Final = {b"tEXt": TEKS, b"zTXt": TEKS, b"iTXt": TEKS, b"eXIf": EXIF, b"tIME": "waktu perubahan"}
_XMP_PNG: Final = b"XML:com.adobe.xmp"


def potong_png(isi: bytes) -> Iterator[Potong]:
    """Yields the chunks of a PNG; what comes after its end is the last, with an empty mark."""
    at = _AWAL_PNG
    while True:
        if at + 12 > len(isi):
            raise GambarRusakError
        length, mark = struct.unpack(">I4s", isi[at : at + 8])
        end = at + 12 + length
        body = isi[at + 8 : end - 4]
        if end > len(isi) or zlib.crc32(mark + body).to_bytes(4, "big") != isi[end - 4 : end]:
            raise GambarRusakError
        yield Potong(mark, at, end, body)
        if mark == b"IEND":
            if end < len(isi):
                yield Potong(b"", end, len(isi), isi[end:])
            return
        at = end


def jejak_png(isi: bytes) -> Jejak:
    """Returns what the metadata of a PNG tells of persons and places."""
    names: list[str] = []
    place = False
    for part in potong_png(isi):
        if part.tanda == b"eXIf":
            found = _jejak_exif(part.isi)
        elif part.tanda in {b"tEXt", b"zTXt", b"iTXt"}:
            found = _jejak_teks(part)
        else:
            continue
        names += found.nama
        place = place or found.lokasi
    return Jejak(tuple(names), place)


def bersih_png(isi: bytes) -> Bersih:
    """Returns a PNG without what is told about it."""
    kept = [isi[:_AWAL_PNG]]
    gone: list[str] = []
    for part in potong_png(isi):
        kind = _TEKS_PNG.get(part.tanda) if part.tanda else SISA
        if kind is None:
            kept.append(isi[part.awal : part.akhir])
        else:
            gone.append(kind)
    return Bersih(b"".join(kept), tuple(dict.fromkeys(gone)))


def _jejak_teks(part: Potong) -> Jejak:
    key, _, rest = part.isi.partition(b"\0")
    if part.tanda == b"zTXt":
        rest = _urai(rest[1:])
    elif part.tanda == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].split(b"\0", 2)[-1]
        rest = _urai(rest) if packed else rest
    if key == _XMP_PNG:
        return _jejak_xmp(rest)
    named = key.lower() in {b"author", b"artist", b"creator"}
    return Jejak((rest.decode("utf-8", "replace"),) if named and rest.strip() else ())


def _urai(isi: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(isi, _TERURAI)
    except zlib.error:
        return b""


# ── What both have ───────────────────────────────────────────────────────────────────────────────────────────────


def _exif(isi: bytes) -> Image.Exif:
    found = Image.Exif()
    try:
        found.load(isi)
    except Exception:  # noqa: BLE001 - bytes of anybody: what cannot be read says nothing
        return Image.Exif()
    return found


def _jejak_exif(isi: bytes) -> Jejak:
    exif = _exif(isi)
    values = [exif.get(tag) or exif.get_ifd(ExifTags.IFD.Exif).get(tag) for tag in _NAMA]
    texts = (v.decode("utf-16-le", "replace") if isinstance(v, bytes) else str(v) for v in values if v)
    return Jejak(tuple(text.strip("\0 ") for text in texts), bool(exif.get_ifd(ExifTags.IFD.GPSInfo)))


def _jejak_xmp(isi: bytes) -> Jejak:
    names = (_MARKAH.sub(" ", found.decode("utf-8", "replace")).strip() for found in _PENCIPTA.findall(isi))
    return Jejak(tuple(name for name in names if name), _GPS_XMP.search(isi) is not None)
