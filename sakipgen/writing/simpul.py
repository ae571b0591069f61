"""The nodes of a YAML text with the places where each begins and really ends, for those who change the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from sakipgen.diagnostics import SakipgenError


class Rupa(Enum):
    """How a node is written."""

    POLOS = auto()
    PETIK = auto()
    """In quotation marks, `"…"`."""
    PETIK_TUNGGAL = auto()
    TEKS_BLOK = auto()
    """`>-`, `|` and the like: its lines stand below its head."""
    ALUR = auto()
    """`[…]` or `{…}`."""
    BLOK = auto()
    """Keys or dashes below one another."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """One value; `akhir` is where its last visible character ends, not where the next thing begins."""

    awal: int
    akhir: int
    rupa: Rupa
    anak: tuple[Anak, ...] = ()

    def cari(self, bagian: str | int) -> Anak | None:
        return next((child for child in self.anak if child.bagian == bagian), None)


@dataclass(frozen=True, slots=True)
class Anak:
    """A key with its value, or an item of a list with its dash."""

    bagian: str | int
    awal: int
    """Where its key, its dash or, in a flow list, its value begins."""
    jangkar: int
    """Just behind its colon or its dash; where it has none, the place of its value."""
    nilai: Simpul


_GAYA = {
    "": Rupa.POLOS,
    '"': Rupa.PETIK,
    "'": Rupa.PETIK_TUNGGAL,
    ">": Rupa.TEKS_BLOK,
    "|": Rupa.TEKS_BLOK,
}


def baca_simpul(teks: str) -> Simpul | None:
    """Returns the root of a text that the reader has accepted; None where there is no document."""
    events: Iterator[Any] = iter(yaml.parse(teks, Loader=yaml.CSafeLoader))
    try:
        for event in events:
            if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
                return _simpul(teks, event, events)
    except yaml.YAMLError as error:
        raise SakipgenError(f"YAML tidak terbaca di tengah penulisan: {error}") from error
    return None


def _simpul(teks: str, event: Any, events: Iterator[Any]) -> Simpul:
    start = _indeks(event.start_mark)
    if isinstance(event, ScalarEvent):
        rupa = _GAYA[event.style or ""]
        return Simpul(start, _akhir_blok(teks, event) if rupa is Rupa.TEKS_BLOK else _indeks(event.end_mark), rupa)
    flow = bool(event.flow_style)
    is_map = isinstance(event, MappingStartEvent)
    children: list[Anak] = []
    while not isinstance(event := next(events), MappingEndEvent | SequenceEndEvent):
        if is_map:
            children.append(_pasangan(teks, event, events))
        else:
            column = None if flow else start - awal_baris(teks, start)
            children.append(_butir(teks, _simpul(teks, event, events), len(children), column))
    end = _indeks(event.end_mark) if flow else children[-1].nilai.akhir
    return Simpul(start, end, Rupa.ALUR if flow else Rupa.BLOK, tuple(children))


def _indeks(tanda: Any) -> int:
    return int(tanda.index)


def _pasangan(teks: str, event: Any, events: Iterator[Any]) -> Anak:
    if not isinstance(event, ScalarEvent):
        raise SakipgenError("kunci YAML berupa susunan; berkas ini tidak dapat diubah")
    key_end = _indeks(event.end_mark)
    value = _simpul(teks, next(events), events)
    colon = teks.find(":", key_end, value.awal)
    return Anak(event.value, _indeks(event.start_mark), colon + 1 or value.awal, value)


def _butir(teks: str, nilai: Simpul, nomor: int, kolom: int | None) -> Anak:
    """An item; the dash of a block item stands in the column of its list, at or above the line of its value."""
    if kolom is None:
        return Anak(nomor, nilai.awal, nilai.awal, nilai)
    line = awal_baris(teks, nilai.awal)
    while teks[line + kolom : line + kolom + 1] != "-" or teks[line : line + kolom].strip(" -"):
        if line == 0:
            raise SakipgenError("butir daftar tanpa tanda `-`; berkas ini tidak dapat diubah")
        line = awal_baris(teks, line - 1)
    dash = line + kolom
    return Anak(nomor, dash, dash + 1, nilai)


def _akhir_blok(teks: str, event: Any) -> int:
    """The end of a block text: its last line that is not empty; with `+` the empty lines are part of it."""
    start, end = _indeks(event.start_mark), _indeks(event.end_mark)
    head = teks[start : akhir_baris(teks, start)].split("#", 1)[0]
    raw = teks[start:end]
    if "+" in head:
        return start + len(raw.removesuffix("\n").removesuffix("\r"))
    return start + len(raw.rstrip("\r\n ")) if raw.strip("\r\n ") != head.strip() else start + len(head.rstrip())


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def awal_baris(teks: str, indeks: int) -> int:
    """Returns where the line of an index begins."""
    return teks.rfind("\n", 0, indeks) + 1


def akhir_baris(teks: str, indeks: int) -> int:
    """Returns where the line of an index ends, before its break."""
    end = teks.find("\n", indeks)
    if end < 0:
        return len(teks)
    return end - 1 if end > indeks and teks[end - 1] == "\r" else end


def kolom(teks: str, indeks: int) -> int:
    """Returns how many characters stand before an index in its line."""
    return indeks - awal_baris(teks, indeks)
