"""Looks into evidence: what its content is, what it must not hold, and what it tells of persons.

What is more than a text is parsed in a process of its own, several files in one; a file that is too heavy for it is
told as such, and the others are looked at again without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from sakipgen.domain.isi_bukti import Bahaya, IsiBukti, Jejak, JenisIsi, Keterbacaan
from sakipgen.domain.pribadi import Pribadi, cari_pribadi
from sakipgen.domain.rahasia import cari_rahasia
from sakipgen.inspecting.jenis import kenali, teks
from sakipgen.terkurung import TerlaluBeratError, terkurung

_DETIK: Final = 20
_SEKALI: Final = 8
"""So many files share one process, which costs half a second to start on some computers."""
_BERAT: Final = frozenset({JenisIsi.PDF, JenisIsi.XLSX, JenisIsi.DOCX, JenisIsi.JPEG, JenisIsi.PNG})
"""Kinds that need a parser."""


def periksa_isi(isi: Sequence[bytes]) -> list[IsiBukti]:
    """Returns what each of some files is and holds; never raises for what a file holds."""
    kinds = [kenali(content) for content in isi]
    found = {n: _periksa(isi[n], kind) for n, kind in enumerate(kinds) if kind not in _BERAT}
    heavy = [(n, kind) for n, kind in enumerate(kinds) if kind in _BERAT]
    for start in range(0, len(heavy), _SEKALI):
        group = heavy[start : start + _SEKALI]
        told = _terkurung([(isi[n], kind) for n, kind in group])
        found |= {n: one for (n, _), one in zip(group, told, strict=True)}
    return [found[n] for n in range(len(isi))]


def _terkurung(berkas: Sequence[tuple[bytes, JenisIsi]]) -> list[IsiBukti]:
    if not berkas:
        return []
    try:
        return terkurung(_periksa_semua, berkas, detik=_DETIK)
    except TerlaluBeratError:
        if len(berkas) == 1:
            return [IsiBukti(berkas[0][1], terbaca=Keterbacaan.BERAT)]
        return [one for row in berkas for one in _terkurung([row])]


def _periksa_semua(berkas: Iterable[tuple[bytes, JenisIsi]]) -> list[IsiBukti]:
    return [_periksa(content, kind) for content, kind in berkas]


def _periksa(isi: bytes, jenis: JenisIsi) -> IsiBukti:
    look = _CARA.get(jenis)
    if look is None:
        return IsiBukti(jenis)
    try:
        danger, text, whole, traces = look(isi)
    except (MemoryError, ImportError):  # no fault of the file
        raise
    except Exception:  # noqa: BLE001 - parsers fail in their own ways on what anybody sends
        return IsiBukti(jenis, terbaca=Keterbacaan.RUSAK)
    return IsiBukti(
        jenis,
        danger,
        Keterbacaan.UTUH if whole else Keterbacaan.SEBAGIAN,
        _hitung(text),
        cari_rahasia(text) is not None,
        traces,
    )


_Urai = tuple[tuple[Bahaya, ...], str, bool, Jejak]
"""What a file must not hold, its text, whether that is all of it, and what metadata tells."""


def _pdf(isi: bytes) -> _Urai:
    from sakipgen.inspecting import pdf  # noqa: PLC0415 - slow to import; only evidence of this kind needs it

    reader = pdf.buka_pdf(isi)
    danger = pdf.bahaya_pdf(reader)
    if Bahaya.SANDI in danger:
        return danger, "", True, Jejak()
    return danger, *pdf.teks_pdf(isi), pdf.jejak_pdf(reader)


def _office(isi: bytes) -> _Urai:
    from sakipgen.inspecting import office  # noqa: PLC0415 - as above

    archive = office.buka_office(isi)
    return office.bahaya_office(archive), *office.teks_office(archive), office.jejak_office(archive)


def _jpeg(isi: bytes) -> _Urai:
    from sakipgen.inspecting.gambar import jejak_jpeg  # noqa: PLC0415 - as above

    return (), "", True, jejak_jpeg(isi)


def _png(isi: bytes) -> _Urai:
    from sakipgen.inspecting.gambar import jejak_png  # noqa: PLC0415 - as above

    return (), "", True, jejak_png(isi)


_CARA: Final[Mapping[JenisIsi, Callable[[bytes], _Urai]]] = {
    JenisIsi.PDF: _pdf,
    JenisIsi.XLSX: _office,
    JenisIsi.DOCX: _office,
    JenisIsi.JPEG: _jpeg,
    JenisIsi.PNG: _png,
    JenisIsi.TEKS: lambda isi: ((), teks(isi), True, Jejak()),
}
"""How each kind is looked into; of others nothing is known but their kind."""


def _hitung(text: str) -> Mapping[Pribadi, int]:
    """How many different pieces of personal data a text holds, by kind."""
    found: dict[Pribadi, set[str]] = {}
    for one in cari_pribadi(text):
        said = "".join(c for c in text[one.awal : one.akhir].lower() if c.isalnum() or c == "@")
        found.setdefault(one.jenis, set()).add(said)
    return {kind: len(found[kind]) for kind in Pribadi if kind in found}
