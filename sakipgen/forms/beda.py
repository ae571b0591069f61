"""What a form that came back changes: its cells against what they said when it went out, and what the YAML says now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sakipgen.diagnostics import PANAH
from sakipgen.domain.indikator import Indikator
from sakipgen.forms.baca import Kembali
from sakipgen.forms.isian import SELESAI, TEMPAT, Isian, ambil, daftar_isian, tempat
from sakipgen.forms.sel import Keliru, baca_sel, sama
from sakipgen.forms.temuan import Temuan
from sakipgen.writing.sisip import HAPUS, Ubahan

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
        cells = daftar_isian(kode, kamus[kode])
        before = len(changed)
        for cell in cells:
            there = kembali.sel[cell.baris, cell.kolom.value]
            places[kode, cell.medan] = there.alamat
            said = baca_sel(cell, there)
            if isinstance(said, Keliru):
                found.append(Temuan(said.kode, said.pesan, there.alamat, sebut(cell)))
                continue
            then = kembali.rekaman.isian.get((cell.baris, cell.kolom.value)) or None
            now = ambil(cell, row)
            if sama(cell, said, then) or sama(cell, said, now) or (said, now) == _BAWAAN.get(cell.medan):
                continue
            if not sama(cell, then, now):
                found.append(Temuan("X007", _bentrok(then, now, said), there.alamat, sebut(cell)))
                continue
            changed.append(Beda(cell, now, said, there.alamat))
        edits += _ubahan(kode, kamus[kode], row, changed[before:])
    return Perubahan(tuple(changed), tuple(edits), tuple(found), places)


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
        f"data sudah berubah sejak formulir ini dibuat: dulu {words[0]}, kini {words[1]}, formulir {words[2]}; "
        "tanyakan mana yang benar, lalu isikan pada formulir baru."
    )


# ── Changes of the YAML ──────────────────────────────────────────────────────────────────────────────────────────


def _ubahan(kode: str, indikator: Indikator, row: Pohon, beda: Sequence[Beda]) -> Iterator[Ubahan]:
    """Field by field; a row of which nothing stays goes as a whole, a new one comes as a whole."""
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
            return _bukti(lama or [], said) or None
        case _:
            return said[""]


def _bukti(lama: Sequence[Any], said: Mapping[str, str | None]) -> list[Any]:
    """The evidence with what the form says of the first of them; one of which nothing is left goes."""
    rows: dict[int, dict[str, Any]] = {n: dict(row) for n, row in enumerate(lama)}
    for key, value in said.items():
        number, _, name = key.partition(".")
        row = rows.setdefault(int(number), {})
        if name == "tempat":
            if row.get("sha256") and row.get("berkas") != value:
                del row["sha256"]  # of the file that was there before
            before = next((field for field in TEMPAT if row.get(field) is not None), None)
            field = tempat(value) if value is not None else None
            if before and before != field:
                row.pop(before)
            if field:
                row[field] = value
        elif value is None:
            row.pop(name, None)
        else:
            row[name] = value
    order = ("judul", "jenis", *TEMPAT, "sha256", "klasifikasi")
    kept = [(n, row) for n, row in sorted(rows.items()) if row]
    return [row if n < len(lama) else {key: row[key] for key in order if key in row} for n, row in kept]
