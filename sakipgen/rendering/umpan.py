"""Feeds of what changed: Atom 1.0 and JSON Feed 1.1 for all of it, Atom for each unit kerja and each indikator.

An entry is one acceptance of figures of one indikator and period; several fields of it are told together. Entries are
named by what they are, so that they keep their name wherever the site is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from sakipgen.reading.revisi import ZONA
from sakipgen.rekap import BarisPerubahan
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.pages import alamat, riwayat
from sakipgen.rendering.pages.konteks import Konteks

_SEMUA_ATOM: Final = PurePosixPath(alamat.UMPAN)
_SEMUA_JSON: Final = PurePosixPath(alamat.UMPAN_JSON)
_SEMUA: Final = 200
_SATU: Final = 20
"""So many of the newest entries a feed holds: of all changes, and of one unit or indikator."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
register_namespace("", _ATOM)

Berkas = Mapping[PurePosixPath, Callable[[], Iterator[bytes]]]


def render_umpan(konteks: Konteks) -> Berkas:
    """Returns every feed by its path below the site's root; none where the history is not known."""
    told = konteks.rekap.riwayat
    if told is None:
        return {}
    name = konteks.pd.singkatan
    feeds: dict[PurePosixPath, Callable[[], Iterator[bytes]]] = {
        _SEMUA_ATOM: partial(_atom, konteks, _SEMUA_ATOM, f"Perubahan data kinerja {name}", told.baris, _SEMUA),
        _SEMUA_JSON: partial(_json, konteks, told.baris),
    }
    for kode, rows in told.menurut_unit.items():
        if kode in konteks.instansi.unit_kerja:
            title = f"Perubahan data {konteks.instansi.unit_kerja[kode].nama}"
            path = PurePosixPath(alamat.umpan_bidang(kode))
            feeds[path] = partial(_atom, konteks, path, title, rows, _SATU)
    for kode, rows in told.menurut_indikator.items():
        if kode in konteks.rekap.indikator:
            title = f"Perubahan {kode} {konteks.rekap.indikator[kode].nama}"
            path = PurePosixPath(alamat.umpan_indikator(kode))
            feeds[path] = partial(_atom, konteks, path, title, rows, _SATU)
    return feeds


def _diperbarui(konteks: Konteks, rows: Sequence[BarisPerubahan]) -> str:
    """The moment of the latest change; before the first one, the day that the site looks from."""
    return (rows[-1].waktu if rows else datetime.combine(konteks.rekap.posisi.per_tanggal, time(), ZONA)).isoformat()


def _atom(
    konteks: Konteks, path: PurePosixPath, judul: str, rows: Sequence[BarisPerubahan], banyak: int
) -> Iterator[bytes]:
    feed = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})
    home = konteks.instansi.alamat_situs or konteks.pd.nama
    _teks(feed, "id", uuid5(NAMESPACE_URL, f"sakipgen:{home}:{path}").urn)
    _teks(feed, "title", judul)
    _teks(feed, "updated", _diperbarui(konteks, rows))
    _teks(SubElement(feed, f"{{{_ATOM}}}author"), "name", konteks.pd.nama)
    SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": alamat.mutlak(konteks.instansi, str(path))})
    SubElement(feed, f"{{{_ATOM}}}link", {"rel": "alternate", "href": alamat.mutlak(konteks.instansi, "perubahan/")})
    for item in islice(riwayat.butir(konteks, rows), banyak):
        entry = SubElement(feed, f"{{{_ATOM}}}entry")
        _teks(entry, "id", item.id)
        _teks(entry, "title", item.judul)
        _teks(entry, "updated", item.waktu.isoformat())
        SubElement(entry, f"{{{_ATOM}}}link", {"href": alamat.mutlak(konteks.instansi, item.tautan)})
        _teks(entry, "summary", item.isi)
    indent(feed, " ")
    yield b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="utf-8") + b"\n"


def _teks(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{tag}").text = text


def _json(konteks: Konteks, rows: Sequence[BarisPerubahan]) -> Iterator[bytes]:
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Perubahan data kinerja {konteks.pd.singkatan}",
        "home_page_url": alamat.mutlak(konteks.instansi, ""),
        "feed_url": alamat.mutlak(konteks.instansi, alamat.UMPAN_JSON),
        "language": "id",
        "authors": [{"name": konteks.pd.nama}],
        "items": [_json_butir(konteks, item) for item in islice(riwayat.butir(konteks, rows), _SEMUA)],
    }
    yield dumps(content).encode()


def _json_butir(konteks: Konteks, item: riwayat.Butir) -> Mapping[str, str]:
    return {
        "id": item.id,
        "url": alamat.mutlak(konteks.instansi, item.tautan),
        "title": item.judul,
        "content_text": item.isi,
        "date_published": item.waktu.isoformat(),
    }
