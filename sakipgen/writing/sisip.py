"""Changes values in a YAML text by splicing: only the lines that must change do, and nothing of the rest is lost.

Comments, empty lines, order, quoting and line breaks of everything else stay as they are. The result is read again
and compared with what was wanted; a text that says anything else is never handed out.

A key is deleted with the comment lines glued to it: those right above it in its column, with no empty line between,
unless they head the file. Where an empty line stood on both sides, one of them goes too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, cast

from sakipgen.diagnostics import PANAH, Loc, SakipgenError, printable
from sakipgen.reading.events import parse
from sakipgen.reading.naskah import Lines
from sakipgen.writing.rupa_nilai import Polos
from sakipgen.writing.suntingan import hapus, pasang


class _Hapus(Enum):
    HAPUS = "HAPUS"


HAPUS: Final = _Hapus.HAPUS
"""Takes a key or an item out."""

Isi = str | Decimal | int | date | Mapping[str, "Isi"] | Sequence["Isi"]
"""What can be written; a bool becomes `ya` or `tidak`."""
Nilai = Isi | Literal[_Hapus.HAPUS]

_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One change: what shall stand at a place. The number behind the last item of a list adds one."""

    loc: Loc
    nilai: Nilai


def prosa(teks: str) -> str:
    """Returns a text that somebody typed as the data has it: every line is a paragraph, parted by a blank one."""
    return "\n\n".join(line.strip() for line in teks.splitlines() if line.strip())


def sisip(teks: str, ubahan: Sequence[Ubahan]) -> str:
    """Returns the text with the changes made in their order; raises for a text or a place that cannot be changed."""
    bom = _BOM if teks.startswith(_BOM) else ""
    text = teks.removeprefix(_BOM)
    wanted = _baca(text, "sebelum diubah")
    for change in ubahan:
        before, wanted = wanted, _terapkan(wanted, change.loc, change.nilai, change.loc)
        for loc, value in _rinci((), before, wanted):
            text = hapus(text, loc) if isinstance(value, _Hapus) else pasang(text, loc, value)
    if _baca(text, "sesudah diubah") != wanted:
        raise SakipgenError(
            "hasil sisipan tidak terbaca seperti yang diminta; berkas tidak diubah; "
            "ubah berkasnya dengan penyunting teks."
        )
    return bom + text


def awal(skema_relatif: str) -> str:
    """Returns the text that a new file begins with: the line that names its schema to editors."""
    return f"# yaml-language-server: $schema={skema_relatif}\n"


def _baca(teks: str, kapan: str) -> Polos:
    parsed = parse(teks, Lines(teks))
    wrong = [f for f in parsed.findings if f.code.startswith("Y")]
    if wrong or not parsed.whole:
        reason = f": baris {wrong[0].position.baris}: {wrong[0].message}" if wrong else ""
        raise SakipgenError(f"YAML {kapan} tidak terbaca{reason}")
    return cast("Polos", parsed.value)


def _polos(nilai: Isi) -> Polos:
    """What the reader will make of a value."""
    match nilai:
        case bool():
            return "ya" if nilai else "tidak"
        case str() | int():
            return str(nilai)
        case Decimal():
            return f"{nilai:f}"
        case date():
            return nilai.isoformat()
        case Mapping():
            return {str(key): _polos(value) for key, value in nilai.items()}
        case _:
            return [_polos(value) for value in nilai]


# ── What is wanted ───────────────────────────────────────────────────────────────────────────────────────────────


def _terapkan(lama: Polos, loc: Loc, nilai: Nilai, penuh: Loc) -> Polos:
    """The value with one change made; containers that are missing are made."""
    if not loc:
        if isinstance(nilai, _Hapus):
            raise _salah(penuh, "akar berkas tidak dapat dihapus")
        return _polos(nilai)
    part, rest = loc[0], loc[1:]
    if lama is None and not isinstance(nilai, _Hapus):
        lama = [] if isinstance(part, int) else {}
    if isinstance(lama, dict) and isinstance(part, str):
        copy = dict(lama)
        if rest or not isinstance(nilai, _Hapus):
            copy[part] = _terapkan(copy.get(part), rest, nilai, penuh)
            return copy
        if copy.pop(part, _Hapus.HAPUS) is _Hapus.HAPUS:
            raise _salah(penuh, "tidak ada, jadi tidak dapat dihapus")
        return copy
    if isinstance(lama, list) and isinstance(part, int) and 0 <= part <= len(lama):
        items = list(lama)
        if part == len(items) and not isinstance(nilai, _Hapus):
            return [*items, _terapkan(None, rest, nilai, penuh)]
        if part < len(items):
            items[part : part + 1] = (
                [_terapkan(items[part], rest, nilai, penuh)] if rest or not isinstance(nilai, _Hapus) else []
            )
            return items
    raise _salah(penuh, "tidak ada tempatnya dalam berkas ini")


def _salah(loc: Loc, pesan: str) -> SakipgenError:
    where = PANAH.join(f"ke-{part + 1}" if isinstance(part, int) else part for part in loc)
    return SakipgenError(printable(f"`{where}`: {pesan}"))


def _rinci(loc: Loc, lama: Polos, baru: Polos) -> Iterator[tuple[Loc, Polos | _Hapus]]:
    """The smallest changes that make the new value of the old one, in an order in which their places hold."""
    if isinstance(lama, dict) and isinstance(baru, dict) and lama.keys() & baru.keys():
        yield from (((*loc, key), HAPUS) for key in lama if key not in baru)
        for key, value in baru.items():
            yield from _rinci((*loc, key), lama[key], value) if key in lama else [((*loc, key), value)]
    elif isinstance(lama, list) and isinstance(baru, list) and lama and baru:
        yield from _rinci_daftar(loc, lama, baru)
    elif lama != baru:
        yield loc, baru


def _rinci_daftar(loc: Loc, lama: list[Polos], baru: list[Polos]) -> Iterator[tuple[Loc, Polos | _Hapus]]:
    """Items that begin or end both lists alike stay untouched."""
    short = min(len(lama), len(baru))
    head = next((n for n in range(short) if lama[n] != baru[n]), short)
    tail = next((n for n in range(short - head) if lama[-1 - n] != baru[-1 - n]), short - head)
    if len(baru) > len(lama):
        tail = 0
    common = short - head - tail
    for n in range(head, head + common):
        yield from _rinci((*loc, n), lama[n], baru[n])
    yield from (((*loc, n), HAPUS) for n in reversed(range(head + common, len(lama) - tail)))
    yield from (((*loc, n), baru[n]) for n in range(len(lama), len(baru)))
