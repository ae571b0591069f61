"""The form for a correction: figures of a closed period, each with the record of what it was, what it is, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sakipgen.domain.koreksi import NILAI, JenisKoreksi, TingkatKoreksi
from sakipgen.domain.tertulis import ISIAN
from sakipgen.domain.waktu import Periode
from sakipgen.forms.beda import Beda
from sakipgen.forms.isian import Isian, JenisIsian, Kolom, bukti_ke, daftar_isian, tempat
from sakipgen.forms.ketikan import SALAH_KETIK, baca_ketikan
from sakipgen.forms.sel import Keliru
from sakipgen.forms.temuan import Temuan
from sakipgen.kiriman.angka import Kata, baca_bukti, baca_nilai, beda
from sakipgen.kiriman.borang import Jenis, judul
from sakipgen.kiriman.letak import Letak
from sakipgen.writing.sisip import Isi, Ubahan, awal, sisip

Pohon = Mapping[str, Any]
Catatan = Mapping[str, Isi]
"""A record without its day and its people."""
_SKEMA: Final = "../../../../schemas/koreksi.schema.json"
_URUTAN: Final = (
    *("jenis", "indikator", "isian", "nilai_lama", "nilai_baru", "alasan", "tingkat", "tanggal", "diminta_oleh"),
    *("disetujui_oleh", "bukti"),
)
_ALASAN: Final = Isian("", "alasan", "", Kolom.URAIAN, JenisIsian.KALIMAT, "alasan")


@dataclass(frozen=True, slots=True)
class Koreksian:
    """What somebody wants corrected."""

    beda: tuple[Beda, ...]
    """What changes in the row of the report."""
    catatan: tuple[Catatan, ...]
    """The records, one for each figure."""


def baca_koreksi(isi: Mapping[str, str], letak: Letak, row: Pohon) -> Koreksian | tuple[Temuan, ...]:
    """Returns what a form wants, which has all its fields; else all that is wrong with it."""
    figures = [c for c in daftar_isian(letak.kode, letak.indikator) if c.angka and not c.medan.startswith("tahapan")]
    text, part = isi["nilai_baru"], isi.get("bagian")
    if part and ":" not in text:
        text = f"{part}: {text}"
    said, found = baca_nilai(text, figures, judul(Jenis.KOREKSI, "nilai_baru"))
    reason = baca_ketikan(_ALASAN, isi["alasan"])
    if isinstance(reason, Keliru):
        found = (*found, Temuan(reason.kode, reason.pesan, None, judul(Jenis.KOREKSI, "alasan")))
    level = isi["tingkat"].casefold()
    if level not in set(TingkatKoreksi):
        message = f"pilih satu: {', '.join(TingkatKoreksi)}."
        found = (*found, Temuan(SALAH_KETIK, message, None, judul(Jenis.KOREKSI, "tingkat")))
    evidence, wrong = baca_bukti(isi, letak.kode, {}, Jenis.KOREKSI)
    if found or wrong or not isinstance(reason, str):
        return (*found, *wrong)
    wanted: Kata = {**said}
    if not row.get("bukti"):
        wanted |= evidence
    if row.get("status"):
        wanted = {"status": None, "alasan": None, **wanted}
    cells = (*daftar_isian(letak.kode, letak.indikator), *bukti_ke(letak.kode, 0))
    changes = beda(cells, row, wanted)
    shared: dict[str, Isi] = {"alasan": reason, "tingkat": level, "bukti": [_potong(evidence)]}
    return Koreksian(changes, tuple(_catatan(letak.kode, row, changes, shared)))


def teks_koreksi(periode: Periode, nomor: int, catatan: Catatan, tanggal: date, orang: Mapping[str, Isi]) -> str:
    """Returns the file of a record; `orang` says who asked for it and who approves."""
    head = f"{awal(_SKEMA)}#\n# Koreksi {periode.label}, dari formulir nomor {nomor}.\n\n"
    fields = {**catatan, "tanggal": tanggal, **orang}
    order = sorted(fields, key=_URUTAN.index)
    return sisip(head, [Ubahan((name,), fields[name]) for name in order])


def _catatan(kode: str, row: Pohon, beda: Sequence[Beda], shared: Mapping[str, Isi]) -> Iterator[Catatan]:
    """The records of changes: a komponen has its own, whatever says the figure itself has one together."""
    for change in beda:
        group, _, name = change.isian.medan.partition(".")
        if group == "komponen" and change.baru is not None:
            yield _satu(kode, name, change.lama, change.baru, shared)
    new = {b.isian.medan: b.baru for b in beda if b.isian.medan in ISIAN and b.baru is not None}
    if new:
        old = {field: row[field] for field in ISIAN if row.get(field) is not None}
        yield _satu(kode, next(iter(new)), _nilai(old) if old else None, _nilai({**old, **new}), shared)


def _nilai(fields: Mapping[str, Any]) -> Isi:
    """A figure as a record writes it: a number alone, another form by its key."""
    return fields[NILAI] if set(fields) == {NILAI} else dict(fields)


def _satu(kode: str, isian: str, lama: Isi | None, baru: Isi, shared: Mapping[str, Isi]) -> Catatan:
    kind = JenisKoreksi.ISIAN_TERLAMBAT if lama is None else JenisKoreksi.KOREKSI_KESALAHAN
    record: dict[str, Isi] = {"jenis": kind.value, "indikator": kode}
    if isian != NILAI:
        record["isian"] = isian
    if lama is not None:
        record["nilai_lama"] = lama
    return {**record, "nilai_baru": baru, **shared}


def _potong(evidence: Kata) -> dict[str, Isi]:
    """The piece of evidence as the YAML has it."""
    said = {medan.rpartition(".")[2]: text for medan, text in evidence.items() if text is not None}
    place = said["tempat"]
    return {"judul": said["judul"], "jenis": said["jenis"], tempat(place): place}
