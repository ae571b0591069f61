"""Which figure a form speaks of: unit, period and indikator, each told by its kode."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from sakipgen.checking import saran
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.waktu import Periode
from sakipgen.forms.ketikan import SALAH_KETIK
from sakipgen.forms.temuan import Temuan


class Letak(NamedTuple):
    """One row of a report."""

    unit: str
    periode: Periode
    kode: str
    indikator: Indikator


def baca_letak(isi: Mapping[str, str], dataset: Dataset) -> Letak | tuple[Temuan, ...]:
    """Returns the row that a form names, which has these three fields; else all that is wrong with them."""
    units = dataset.instansi.isi.unit_kerja
    kamus = {kode: berkas.isi for kode, berkas in dataset.indikator.items()}
    unit = _dikenal("Unit", isi.get("unit"), units)
    kode = _dikenal("Indikator", isi.get("indikator"), kamus)
    when = _periode(isi.get("periode"))
    found = [part for part in (unit, when, kode) if isinstance(part, Temuan)]
    if isinstance(when, Periode) and when.tahun not in dataset.metode:
        found.append(_salah("Periode", f"tahun {when.tahun} belum punya metode; tulis periode lain."))
    if isinstance(kode, str):
        row = kamus[kode]
        owner = units[row.penanggung_jawab].nama if row.penanggung_jawab in units else row.penanggung_jawab
        if isinstance(unit, str) and row.penanggung_jawab != unit:
            message = f"{kode} dilaporkan {owner} (`{row.penanggung_jawab}`), bukan `{unit}`; betulkan salah satunya."
            found.append(_salah("Unit", message))
        if isinstance(when, Periode) and when not in row.frekuensi.periode(when.tahun):
            known = ", ".join(f"`{p}`" for p in row.frekuensi.periode(when.tahun))
            found.append(_salah("Periode", f"{kode} dilaporkan {row.frekuensi}; tulis salah satu periodenya: {known}."))
    if found or not (isinstance(unit, str) and isinstance(kode, str) and isinstance(when, Periode)):
        return tuple(found)
    return Letak(unit, when, kode, kamus[kode])


def _dikenal(judul: str, teks: str | None, known: Iterable[str]) -> str | Temuan | None:
    """The kode that an answer begins with, whatever the case of its letters: `mp – Bidang Mutasi`."""
    if teks is None:
        return None
    word = teks.split()[0]
    folded = {kode.lower(): kode for kode in known}
    if word.lower() in folded:
        return folded[word.lower()]
    shown = word if len(word) <= 40 else f"{word[:37]}…"
    cure = saran(word, folded.values(), f"kode yang ada: {', '.join(folded.values())}", bernomor=True)
    return _salah(judul, f"`{shown}` tidak ada; {cure}.")


def _periode(teks: str | None) -> Periode | Temuan | None:
    if teks is None:
        return None
    try:
        return Periode.parse(teks.split()[0])
    except PydanticCustomError as error:
        return Temuan(error.type, error.message(), None, "Periode")


def _salah(judul: str, message: str) -> Temuan:
    return Temuan(SALAH_KETIK, message, None, judul)
