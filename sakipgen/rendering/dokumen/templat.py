"""The wording of papers: text templates that an office may change, and the little markup that makes blocks of them.

A template is rendered in the sandbox. What comes from data is wrapped where it is printed, so that no letter of it is
ever read as markup; a block is put where `{{ … }}` names it alone. The markup:

    # Heading       level 1; `##` to `####` below it; ` {-}` at the end: without a number
    == TITLE ==     the name of a letter; `= … =` the line below it
    >< text         in the middle; `>> text` on the right
    - entry         a list; `1. entry` with numbers; `a. entry` with letters
    **bold** _italic_

Anything else is a paragraph; a blank line ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Final, get_args

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering import cetak
from sakipgen.rendering.dokumen import blok
from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Blok,
    Butir,
    Daftar,
    Gaya,
    Judul,
    Kalimat,
    Lari,
    NomorHalaman,
    Paragraf,
    Rata,
)
from sakipgen.rendering.dokumen.teks import medan, paragraf

FOLDER: Final = "dokumen"
"""Where the templates of papers lie, below the folder of all templates."""
_NASKAH: Final = "naskah_ini"
"""The name by which a template's context knows what was printed so far."""
_AWAL, _AKHIR = "\ue000", "\ue001"
_KOSONG: Final = "\ue002"
"""Stands for a blank line of a template, which a line that only holds a tag leaves too."""
_PRIBADI: Final = re.compile("[\ue000-\uf8ff]")
"""Letters of private use, which no text needs."""
_TANDA: Final = re.compile(f"{_AWAL}([0-9]+){_AKHIR}")


@dataclass(frozen=True, slots=True)
class GantiBagian:
    """Where a new part of the paper begins, as a template says it."""

    melintang: bool = False
    nomor: NomorHalaman = NomorHalaman.ARAB
    mulai: int | None = None


_Isi = Blok | GantiBagian
_BLOK: Final = (*get_args(Blok), GantiBagian)


class _Naskah:
    """What a template printed that is no text of its own, by number."""

    def __init__(self) -> None:
        self.isi: list[Kalimat | tuple[_Isi, ...]] = []

    def tandai(self, isi: Kalimat | tuple[_Isi, ...]) -> Markup:
        self.isi.append(isi)
        return Markup(f"{_AWAL}{len(self.isi) - 1}{_AKHIR}")  # noqa: S704 - a number between two marks


class _IsiError(TemplateError):
    """A template asked for something that cannot be printed."""


@pass_context
def _cetak(context: Context, value: Any) -> Markup:
    """What stands for a value in the rendered text."""
    if isinstance(value, Markup):
        return value  # what a macro or a block of the template made
    naskah: _Naskah = context[_NASKAH]
    if isinstance(value, _BLOK):
        return naskah.tandai((value,))
    if isinstance(value, Lari):
        return naskah.tandai((value,))
    if isinstance(value, tuple):
        if not value:
            return Markup("")
        if all(isinstance(part, Lari) for part in value) or all(isinstance(part, _BLOK) for part in value):
            return naskah.tandai(value)
        raise _IsiError("daftar tidak dapat dicetak begitu saja; pakai `{% for … %}`")
    if value is None or isinstance(value, bool | dict | list):
        raise _IsiError("isian kosong atau bukan teks tidak dapat dicetak; pakai `{% if … %}`")
    text = cetak.tanggal(value) if isinstance(value, date) else str(value)
    return naskah.tandai((Lari(" ".join(_PRIBADI.sub("", text).split())),)) if text.strip() else Markup("")


def bagian(*, melintang: bool = False, nomor: str = "arab", mulai: int | None = None) -> GantiBagian:
    """Returns the mark with which a template begins a new part, on a new page."""
    if nomor not in set(NomorHalaman):
        raise _IsiError(f"nomor halaman “{nomor}” tidak dikenal; pilih {', '.join(NomorHalaman)}")
    return GantiBagian(melintang, NomorHalaman(nomor), mulai)


class _BarisKosong(Extension):
    """Marks the blank lines of a template, so that they are told from what its tags leave behind."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return re.sub(r"^[ \t]*$", _KOSONG, source, flags=re.MULTILINE)


def buat_lingkungan(template_dir: Path) -> SandboxedEnvironment:
    """Returns the environment of the papers whose templates lie under `template_dir`/dokumen."""
    env = SandboxedEnvironment(
        loader=FileSystemLoader(template_dir / FOLDER, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_cetak,
        extensions=[_BarisKosong],
        auto_reload=False,
    )
    env.filters |= {
        "angka": cetak.angka,
        "ringkas": cetak.ringkas,
        "persen": cetak.persen,
        "rupiah": cetak.rupiah,
        "rupiah_ringkas": cetak.rupiah_ringkas,
        "tanggal": cetak.tanggal,
        "alinea": cetak.alinea,
    }
    env.globals = {
        "bagian": bagian,
        "paragraf": paragraf,
        "medan": medan,
        "halaman_baru": blok.HalamanBaru(),
        "range": range,
    }
    return env


def susun(env: SandboxedEnvironment, templat: str, nilai: Mapping[str, Any]) -> tuple[Bagian, ...]:
    """Returns the parts of a paper, as its template says them with these values.

    Raises `SakipgenError` that names template and line where the template is broken.
    """
    naskah = _Naskah()
    try:
        text = env.get_template(templat).render({**nilai, _NASKAH: naskah})
        parts = _bagian(_urai(text, naskah))
        if not parts:
            raise _IsiError("tidak mencetak apa pun")
    except (TemplateError, ArithmeticError, AttributeError, LookupError, ValueError, TypeError) as error:
        raise jelaskan(error, templat, env) from error
    return parts


# ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────


def jelaskan(error: Exception, templat: str, env: SandboxedEnvironment) -> SakipgenError:
    """Returns what is wrong with a template, and where, in Indonesian."""
    name, line = templat, None
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or templat, error.lineno
    elif place := _tempat(error.__traceback__, env):
        name, line = place
    at = f" baris {line}" if line else ""
    return SakipgenError(f"Templat `{FOLDER}/{name}`{at} tidak dapat dipakai: {_sebab(error)}")


def _tempat(trace: TracebackType | None, env: SandboxedEnvironment) -> tuple[str, int] | None:
    """The innermost line of a template that a traceback passes through."""
    found = None
    root = str(Path(env.loader.searchpath[0])) if isinstance(env.loader, FileSystemLoader) else ""
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if root and file.startswith(root):
            found = (Path(file).relative_to(root).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return found


def _sebab(error: Exception) -> str:
    told = str(error)
    match error:
        case TemplateSyntaxError():
            return f"tanda templatnya keliru atau belum ditutup ({told})."
        case UndefinedError():
            names = re.findall(r"'([^']+)'", told)
            return f"nama `{names[-1] if names else told}` tidak dikenal; lihat nama yang tersedia dalam panduan."
        case SecurityError():
            return f"templat tidak boleh menjalankan kode ({told})."
        case TemplateNotFound():
            return f"berkas `{error.name}` tidak ada."
        case _:
            return f"{told.rstrip('.')}."


# ── The markup ───────────────────────────────────────────────────────────────────────────────────────────────────

_JUDUL: Final = re.compile(r"(#{1,4}) (.*?)( \{-\})?", re.DOTALL)
_BUTIR: Final = {
    Butir.TITIK: re.compile(r"- "),
    Butir.ANGKA: re.compile(r"[0-9]+\. "),
    Butir.HURUF: re.compile(r"[a-z]\. "),
}
_TEBAL: Final = re.compile(r"\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)", re.DOTALL)


def _urai(text: str, naskah: _Naskah) -> Iterator[_Isi]:
    """The blocks of a rendered template."""
    for chunk in text.split(_KOSONG):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        if lines:
            yield from _potongan("\n".join(lines), naskah)


def _potongan(part: str, naskah: _Naskah) -> Iterator[_Isi]:
    marks = [naskah.isi[int(n)] for n in _TANDA.findall(part)]
    if any(_berblok(mark) for mark in marks):
        if _TANDA.sub("", part).strip():
            shown = _TANDA.sub("…", part)[:60]
            raise _IsiError(f"tabel, gambar, dan sejenisnya harus sendirian di antara baris kosong: “{shown}”")
        for mark in marks:
            yield from mark  # type: ignore[misc] # of blocks, as was just asked
        return
    if match := _JUDUL.fullmatch(part):
        yield Judul(len(match[1]), _kalimat(match[2], naskah), bernomor=match[3] is None)
    elif part.startswith("== ") and part.endswith(" =="):
        yield Paragraf(_kalimat(part[3:-3], naskah), Rata.TENGAH, Gaya.NASKAH)
    elif part.startswith("= ") and part.endswith(" ="):
        yield Paragraf(_kalimat(part[2:-2], naskah), Rata.TENGAH, Gaya.SUBNASKAH)
    elif part.startswith(("><", ">>")):
        yield Paragraf(_kalimat(part[2:], naskah), Rata.TENGAH if part[1] == "<" else Rata.KANAN)
    elif kind := next((kind for kind, mark in _BUTIR.items() if mark.match(part)), None):
        yield Daftar(tuple(_kalimat(entry, naskah) for entry in _pisah(part, _BUTIR[kind])), kind)
    else:
        yield Paragraf(_kalimat(part, naskah))


def _berblok(mark: Kalimat | tuple[_Isi, ...]) -> bool:
    return not all(isinstance(one, Lari) for one in mark)


def _pisah(part: str, mark: re.Pattern[str]) -> Iterator[str]:
    """The entries of a list; a line without a mark goes on with the one before."""
    entries: list[str] = []
    for line in part.splitlines():
        if found := mark.match(line):
            entries.append(line[found.end() :])
        else:
            entries[-1] += f"\n{line}"
    yield from entries


def _kalimat(text: str, naskah: _Naskah) -> Kalimat:
    """A line of text: letters of the template with their marks, and what was printed between them."""
    found: list[Lari] = []
    place = 0
    for match in _TEBAL.finditer(text):
        found += _lari(text[place : match.start()], naskah)
        bold = match[1] is not None
        found += (
            Lari(one.teks, tebal=one.tebal or bold, miring=one.miring or not bold, belum=one.belum)
            for one in _lari(match[1] or match[2], naskah)
        )
        place = match.end()
    found += _lari(text[place:], naskah)
    return _rapat(found)


def _lari(text: str, naskah: _Naskah) -> Iterator[Lari]:
    for n, part in enumerate(_TANDA.split(text)):
        if n % 2:
            yield from naskah.isi[int(part)]  # type: ignore[misc] # blocks stand alone, so this is text
        elif plain := re.sub(r"\s+", " ", part):
            yield Lari(plain)


def _rapat(found: Sequence[Lari]) -> Kalimat:
    """Runs of one look as one, without space at either end."""
    joined: list[Lari] = []
    for one in found:
        if joined and _rupa(joined[-1]) == _rupa(one):
            joined[-1] = Lari(joined[-1].teks + one.teks, *_rupa(one))
        else:
            joined.append(one)
    if joined:
        joined[0] = Lari(joined[0].teks.lstrip(), *_rupa(joined[0]))
        joined[-1] = Lari(joined[-1].teks.rstrip(), *_rupa(joined[-1]))
    return tuple(one for one in joined if one.teks)


def _rupa(lari: Lari) -> tuple[bool, ...]:
    return tuple(getattr(lari, field.name) for field in fields(lari)[1:])


def _bagian(isi: Iterator[_Isi]) -> tuple[Bagian, ...]:
    """The blocks by part; one without a block is left out."""
    parts: list[tuple[GantiBagian, list[Blok]]] = [(GantiBagian(), [])]
    for one in isi:
        if isinstance(one, GantiBagian):
            parts.append((one, []))
        else:
            parts[-1][1].append(one)
    return tuple(Bagian(tuple(blocks), p.melintang, p.nomor, p.mulai) for p, blocks in parts if blocks)
