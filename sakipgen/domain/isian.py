"""Which figures a data file states, whatever its version and spelling: the common ground of history and review.

Works on the plain tree of a text, so that a version that no model would take today can still be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from sakipgen.domain.dataset import LAYOUT, Jenis
from sakipgen.domain.koreksi import DINYATAKAN
from sakipgen.domain.tertulis import BENTUK
from sakipgen.domain.waktu import Periode


class Dokumen(StrEnum):
    """What a figure is part of."""

    RENSTRA = "renstra"
    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    RENCANA_AKSI = "rencana_aksi"
    REALISASI = "realisasi"
    PAGU = "pagu"
    ANGGARAN = "anggaran"
    CARA = "cara"
    """How figures are measured: the kamus and the metode of a year."""
    PENUTUPAN = "penutupan"
    """The closing of a period: no figure, but what changes of figures are judged by."""


class Kunci(NamedTuple):
    """Names one figure over all time; the name of its file is no part of it."""

    dokumen: Dokumen
    kode: str
    """Of the indikator, or of the program, kegiatan or sub kegiatan; empty of a metode and a closing."""
    periode: Periode | None
    versi: str
    """Of the Renstra or the Perjanjian Kinerja; else empty."""
    bagian: str
    """The field: `nilai`, another form of it, or the name of a komponen; of `cara` the way to the field."""


Isian = Mapping[Kunci, str]
"""What a file states: each figure as it is written."""

STATUS: Final = "status"
SEMENTARA: Final = "sementara"
"""A mark beside the figure, not a figure."""
_CARA_INDIKATOR: Final = (
    *("satuan", "desimal", "polaritas", "formula_capaian", "agregasi", "mode_target", "frekuensi", "rumus", "komponen"),
    *("baseline", "batas", "skala", "peringkat", "tahapan", "nilai_resmi", "penanggung_jawab"),
)
"""The fields of the kamus that decide what a figure is."""


class Beda(NamedTuple):
    """One figure that is not what it was; None where there is none."""

    kunci: Kunci
    lama: str | None
    baru: str | None


def banding(lama: Isian, baru: Isian) -> Iterator[Beda]:
    """Yields what differs, in the order of the new, then what is gone."""
    for kunci, value in baru.items():
        if lama.get(kunci) != value:
            yield Beda(kunci, lama.get(kunci), value)
    for kunci, value in lama.items():
        if kunci not in baru:
            yield Beda(kunci, value, None)


def baca_isian(nama: str, value: object) -> dict[Kunci, str]:
    """Returns what a file states; `nama` is its path below the data folder, `value` its plain tree.

    Empty of files that state no figures and of trees of another shape.
    """
    place = _tempat(nama)
    if place is None or not isinstance(value, dict):
        return {}
    read, groups = place
    return dict(read(groups, value))


def memuat_angka(nama: str) -> bool:
    """Whether the file of this path below the data folder is of a kind that states figures."""
    return _tempat(nama) is not None


_Pohon = Mapping[str, Any]
_Pembaca = Callable[[Mapping[str, str], _Pohon], Iterator[tuple[Kunci, str]]]


@cache
def _tempat(nama: str) -> tuple[_Pembaca, Mapping[str, str]] | None:
    """What reads a file, and what its path says."""
    for jenis, read in _PEMBACA:
        if found := jenis.regex.fullmatch(nama):
            return read, found.groupdict()
    return None


def _peta(value: object) -> _Pohon:
    return value if isinstance(value, dict) else {}


def _teks(value: object) -> str | None:
    """How a figure is written, on one line; None where nothing is."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {said}" for name, part in value.items() if (said := _teks(part))) or None
    if isinstance(value, list):
        return " ".join(said for part in value if (said := _teks(part))) or "[]"
    return value if isinstance(value, str) else None


def _butir(value: _Pohon) -> Iterator[tuple[str, _Pohon]]:
    for kode, row in _peta(value.get("butir")).items():
        yield kode, _peta(row)


def _renstra(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    for kode, targets in _peta(value.get("target")).items():
        for tahun, target in _peta(targets).items():
            if (said := _teks(target)) and (when := _setahun(tahun)):
                yield Kunci(Dokumen.RENSTRA, kode, when, path["renstra"], "target"), said


def _perjanjian(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _setahun(path["tahun"])
    for kode, row in _butir(value):
        if said := _teks(row.get("target")):
            yield Kunci(Dokumen.PERJANJIAN_KINERJA, kode, when, path["versi"], "target"), said


def _rencana(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    for kode, row in _butir(value):
        for segmen, target in _peta(row.get("target")).items():
            if (said := _teks(target)) and (when := _periode(path["tahun"], segmen)):
                yield Kunci(Dokumen.RENCANA_AKSI, kode, when, "", "target"), said


def _realisasi(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _periode(path["tahun"], path["periode"])
    for kode, row in _butir(value):
        fields = {name: row.get(name) for name in ("nilai", *BENTUK, STATUS)}
        fields |= _peta(row.get("komponen"))
        fields[DINYATAKAN] = _peta(row.get(DINYATAKAN)).get("nilai")
        if row.get(SEMENTARA) == "ya":
            fields[SEMENTARA] = "ya"
        for name, part in fields.items():
            if said := _teks(part):
                yield Kunci(Dokumen.REALISASI, kode, when, "", name), said


def _program(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _setahun(path["tahun"])
    for kode, row in _peta(value.get("sub_kegiatan")).items():
        pagu = _peta(row).get("pagu")
        parts = pagu if isinstance(pagu, dict) else {"murni": pagu}
        for name, part in parts.items():
            if said := _teks(part):
                yield Kunci(Dokumen.PAGU, kode, when, name, "pagu"), said


def _anggaran(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _periode(path["tahun"], path["periode"])
    for kode, row in _butir(value):
        for name in ("realisasi", "fisik"):
            if said := _teks(row.get(name)):
                yield Kunci(Dokumen.ANGGARAN, kode, when, "", name), said


def _metode(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _setahun(path["tahun"])
    for way, said in _daun({name: part for name, part in value.items() if name != "catatan"}, ()):
        yield Kunci(Dokumen.CARA, "", when, "", ".".join(way)), said


def _indikator(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    kept = {name: value[name] for name in _CARA_INDIKATOR if name in value}
    for way, said in _daun(kept, ()):
        yield Kunci(Dokumen.CARA, path["kode"], None, "", ".".join(way)), said


def _siklus(path: Mapping[str, str], value: _Pohon) -> Iterator[tuple[Kunci, str]]:
    when = _periode(path["tahun"], path["periode"])
    if said := _teks(_peta(value.get("penutupan")).get("tanggal")):
        yield Kunci(Dokumen.PENUTUPAN, "", when, "", "tanggal"), said


def _daun(value: _Pohon, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every leaf of a tree with the way to it; a list is one leaf."""
    for name, part in value.items():
        here = (*way, name)
        if isinstance(part, dict):
            yield from _daun(part, here)
        elif said := _teks(part):
            yield here, said


def _setahun(tahun: str) -> Periode | None:
    return _periode(tahun, "tahunan")


@cache
def _periode(tahun: str, segmen: str) -> Periode | None:
    """None of what is no period; older versions may hold anything."""
    text = tahun if segmen == "tahunan" else f"{tahun}-{segmen}"
    try:
        return Periode.parse(text)
    except ValueError:
        return None


def _jenis(skema: str) -> Jenis:
    return next(jenis for jenis in LAYOUT if jenis.skema == skema)


_PEMBACA: Final[tuple[tuple[Jenis, _Pembaca], ...]] = (
    (_jenis("realisasi"), _realisasi),
    (_jenis("rencana-aksi"), _rencana),
    (_jenis("perjanjian-kinerja"), _perjanjian),
    (_jenis("renstra"), _renstra),
    (_jenis("anggaran"), _anggaran),
    (_jenis("program"), _program),
    (_jenis("metode"), _metode),
    (_jenis("indikator"), _indikator),
    (_jenis("siklus"), _siklus),
)
"""What reads each kind of file that states figures."""
