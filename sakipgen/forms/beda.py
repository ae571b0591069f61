"""What a form that came back changes: its cells against what they said when it went out, and what the YAML says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sakipgen.diagnostics import PANAH
from sakipgen.domain.indikator import Indikator
from sakipgen.forms.baca import Kembali
from sakipgen.forms.bukti import BAGIAN, Deretan, gabung, potongan
from sakipgen.forms.isian import SELESAI, Isian, ambil, daftar_isian
from sakipgen.forms.sel import Keliru, baca_sel, rapi, sama
from sakipgen.forms.temuan import Temuan
from sakipgen.writing.sisip import HAPUS, Ubahan, prosa

Pohon = Mapping[str, Any]
_URUTAN: Final = (
    *("nilai", "komponen", "predikat", "tanggal", "terpenuhi", "tahapan", "capaian_dinyatakan", "status", "alasan"),
    *("sementara", "sumber", "bukti", "faktor_pendorong", "kendala", "solusi", "catatan"),
)
"""In which order new fields are written."""

_BAWAAN: Final = {"sementara": ("tidak", None)}
"""What means the same written and not written."""


class Beda(NamedTuple):
    """One cell that changes the report."""

    isian: Isian
    lama: str | None
    baru: str | None
    sel: str
    """Where it stands in the workbook."""


class Perubahan(NamedTuple):
    """All that a form changes."""

    beda: tuple[Beda, ...]
    ubahan: tuple[Ubahan, ...]
    temuan: tuple[Temuan, ...]
    sel: Mapping[tuple[str, str], str]
    """By kode and field, where its cell stands in the workbook."""


def bandingkan(kembali: Kembali, kamus: Mapping[str, Indikator], butir: Mapping[str, Pohon]) -> Perubahan:
    """Returns what a form changes in the rows of a report."""
    found: list[Temuan] = []
    changed: list[Beda] = []
    edits: list[Ubahan] = []
    places: dict[tuple[str, str], str] = {}
    for kode in _kode(kembali):
        row = butir.get(kode, {})
        cells = [_banding(cell, kembali, row) for cell in daftar_isian(kode, kamus[kode])]
        places |= {(kode, medan): address for medan, address in _tempat(cells)}
        before = len(changed)
        for one in _berubah(cells, row):
            if isinstance(one, Temuan):
                found.append(one)
            else:
                changed.append(one)
        edits += ubahan_butir(kode, kamus[kode], row, changed[before:])
    return Perubahan(tuple(changed), tuple(edits), tuple(found), places)


class _Banding(NamedTuple):
    """One cell: what it said when the form went out, what it says, what the report says."""

    isian: Isian
    alamat: str
    dulu: str | None
    kata: str | Keliru | None
    kini: str | None


def _banding(cell: Isian, kembali: Kembali, row: Pohon) -> _Banding:
    key = cell.baris, cell.kolom.value
    there = kembali.sel[key]
    return _Banding(cell, there.alamat, kembali.rekaman.isian.get(key) or None, baca_sel(cell, there), ambil(cell, row))


def _berubah(cells: Sequence[_Banding], row: Pohon) -> Iterator[Beda | Temuan]:
    """The cells that change a report's row, and those that cannot be taken."""
    evidence = _deretan(cells, row)
    there_already = evidence is not None and evidence.sudah_ada()
    for one in cells:
        cell, address, then, said, now = one
        if isinstance(said, Keliru):
            yield Temuan(said.kode, said.pesan, address, sebut(cell))
            continue
        group = cell.medan.partition(".")[0]
        if sama(cell, said, then) or sama(cell, said, now) or (said, now) == _BAWAAN.get(cell.medan):
            continue
        if group == "bukti" and there_already:
            continue
        other = evidence.bentrok(_nomor(one)) if evidence and group == "bukti" else None
        if not sama(cell, then, now):
            yield Temuan("X007", _bentrok(then, now, said), address, sebut(cell))
        elif other:
            yield Temuan("X007", _diganti(*other), address, sebut(cell))
        else:
            yield Beda(cell, now, said, address)


def _deretan(cells: Sequence[_Banding], row: Pohon) -> Deretan | None:
    """The evidence as a whole; None where a cell of it cannot be taken."""
    mine = [c for c in cells if c.isian.medan.startswith("bukti.")]
    said = [c.kata for c in mine if not isinstance(c.kata, Keliru)]
    if len(said) < len(mine):
        return None
    size = len(BAGIAN)
    starts = range(0, len(mine), size)
    then = [tuple(_rata(c.dulu) for c in mine[n : n + size]) for n in starts]
    now = [tuple(map(_rata, part)) for part in potongan(row.get("bukti"))]
    return Deretan(then, [tuple(map(_rata, said[n : n + size])) for n in starts], now)


def _rata(teks: str | None) -> str | None:
    return None if teks is None else prosa(rapi(teks))


def _tempat(cells: Sequence[_Banding]) -> Iterator[tuple[str, str]]:
    """Where each field of the new report stands in the workbook: a piece of evidence moves up into an empty row."""
    filled = list(dict.fromkeys(_nomor(c) for c in cells if c.isian.medan.startswith("bukti.") and c.kata))
    for cell in cells:
        group, _, rest = cell.isian.medan.partition(".")
        if group != "bukti":
            yield cell.isian.medan, cell.alamat
        elif (n := _nomor(cell)) in filled:
            yield f"bukti.{filled.index(n)}.{rest.partition('.')[2]}", cell.alamat


def _nomor(cell: _Banding) -> int:
    return int(cell.isian.medan.split(".")[1])


def asing(kembali: Kembali, kamus: Mapping[str, Indikator]) -> str | None:
    """Returns the first indikator whose cells are not those of today's kamus; None of a form that fits."""
    for kode in _kode(kembali):
        if kode not in kamus:
            return kode
        wanted = {(cell.baris, cell.kolom.value) for cell in daftar_isian(kode, kamus[kode])}
        if wanted != {key for key in kembali.rekaman.isian if key[0].partition(":")[0] == kode}:
            return kode
    return None


def _kode(kembali: Kembali) -> list[str]:
    return list(dict.fromkeys(key.partition(":")[0] for key in kembali.rekaman.kunci))


def sebut(isian: Isian) -> str:
    """Returns what a cell is called: its indikator and its field."""
    return f"{isian.kode}{PANAH}{isian.nama}"


def _bentrok(then: str | None, now: str | None, said: str | None) -> str:
    words = [f"“{text}”" if text is not None else "kosong" for text in (then, now, said)]
    return (
        f"data sudah berubah sejak formulir ini dibuat: semula {words[0]}, kini {words[1]}, formulir {words[2]}; "
        "tanyakan mana yang benar, lalu isikan pada formulir baru."
    )


def _diganti(then: str | None, now: str | None) -> str:
    words = [f"“{text}”" if text is not None else "kosong" for text in (then, now)]
    return (
        f"bukti di baris ini sudah diganti sejak formulir dibuat: semula {words[0]}, kini {words[1]}; tanyakan mana "
        "yang benar, lalu isikan pada formulir baru."
    )


# ── Changes of the YAML ──────────────────────────────────────────────────────────────────────────────────────────


def ubahan_butir(kode: str, indikator: Indikator, row: Pohon, beda: Sequence[Beda]) -> Iterator[Ubahan]:
    """Yields changes field by field; a row of which nothing stays goes as a whole, a new one comes as a whole."""
    fields = dict.fromkeys(b.isian.medan.partition(".")[0] for b in beda)
    if not fields:
        return
    new: dict[str, Any] = {name: value for name, value in row.items() if name not in fields}
    for name in fields:
        mine = [b for b in beda if b.isian.medan.partition(".")[0] == name]
        value = _medan(name, indikator, row.get(name), mine)
        if value is not None:
            new[name] = value
    place = ("butir", kode)
    if not new:
        if row:
            yield Ubahan(place, HAPUS)
    elif not row:
        order = sorted(new, key=_URUTAN.index)
        yield Ubahan(place, {name: new[name] for name in order})
    else:
        for name in sorted(fields, key=_URUTAN.index):
            if name in new:
                yield Ubahan((*place, name), new[name])
            elif name in row:
                yield Ubahan((*place, name), HAPUS)


def _medan(name: str, indikator: Indikator, lama: Any, beda: Sequence[Beda]) -> Any:
    """A field as it would be; None where nothing is left of it."""
    said = {b.isian.medan.partition(".")[2]: b.baru for b in beda}
    match name:
        case "tahapan":
            done = dict.fromkeys(lama or (), SELESAI) | said
            if lama is None and not any(said.values()):
                return None
            if lama is not None and set(said) >= set(indikator.tahapan) and not any(said.values()):
                return None
            return [step for step in indikator.tahapan if done.get(step) == SELESAI]
        case "komponen" | "capaian_dinyatakan":
            merged = dict(lama or {}) | said
            return {key: value for key, value in merged.items() if value is not None} or None
        case "bukti":
            return gabung(lama or [], said) or None
        case _:
            return said[""]
