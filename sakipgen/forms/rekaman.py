"""What a form said when it was made, kept in a hidden sheet: what it is compared with when it comes back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from sakipgen.forms.isian import Kolom
from sakipgen.forms.letak import susun_letak
from sakipgen.forms.susun import Formulir

VERSI: Final = "1"
"""Of the template; a form of another version is not read."""
TETAP: Final = "tetap"
MASUKAN: Final = "isian"
KETERANGAN: Final = "keterangan"
BARIS: Final = "baris"
SIDIK: Final = "sidik"
_AWALAN: Final = "sakipgen_"


class Keterangan(NamedTuple):
    """Of what and when a form is."""

    versi: str
    instansi: str
    unit: str
    periode: str
    revisi: str


class Rekaman(NamedTuple):
    """A form as it went out."""

    keterangan: Keterangan
    kunci: tuple[str, ...]
    """The keys of its rows, in order."""
    tetap: Mapping[tuple[str, str], str]
    """What its locked cells said, by row and column."""
    isian: Mapping[tuple[str, str], str]
    """What its input cells said, as the YAML writes it, by row and column; cells without anything are there too."""

    def sidik(self) -> str:
        """Returns the checksum of all of it."""
        text = "\n".join("\t".join(part.encode("unicode_escape").decode() for part in row) for row in self._isi())
        return hashlib.sha256(text.encode()).hexdigest()

    def baris(self) -> Iterator[tuple[str, str, str, str]]:
        """Yields the rows of the hidden sheet."""
        yield from self._isi()
        yield KETERANGAN, SIDIK, "", self.sidik()

    def _isi(self) -> Iterator[tuple[str, str, str, str]]:
        for name, text in self.keterangan._asdict().items():
            yield KETERANGAN, name, "", text
        yield from ((BARIS, key, "", "") for key in self.kunci)
        for kind, cells in ((TETAP, self.tetap), (MASUKAN, self.isian)):
            for (row, column), text in cells.items():
                yield kind, row, column, text

    def sifat(self) -> Iterator[tuple[str, str]]:
        """Yields the custom properties of the document."""
        for name, text in (*self.keterangan._asdict().items(), (SIDIK, self.sidik())):
            yield f"{_AWALAN}{name}", text


def rekam(formulir: Formulir, tetap: Mapping[tuple[str, Kolom], str]) -> Rekaman:
    """Returns the record of a form."""
    return Rekaman(
        Keterangan(VERSI, formulir.instansi, formulir.unit, str(formulir.periode), formulir.revisi),
        tuple(susun_letak(formulir).baris),
        {(row, column.value): text for (row, column), text in tetap.items()},
        {
            (cell.baris, cell.kolom.value): card.awal.get(cell.medan, "")
            for card in formulir.kartu
            for cell in card.isian
        },
    )


def baca_rekaman(baris: Iterable[tuple[str, ...]]) -> Rekaman | None:
    """Returns the record that the rows of a hidden sheet say; None where they were changed or are none."""
    said: dict[str, str] = {}
    keys: list[str] = []
    cells: dict[str, dict[tuple[str, str], str]] = {TETAP: {}, MASUKAN: {}}
    for kind, first, second, text in baris:
        if kind == KETERANGAN:
            said[first] = text
        elif kind == BARIS:
            keys.append(first)
        elif kind in cells:
            cells[kind][first, second] = text
    if not said.keys() >= {*Keterangan._fields, SIDIK}:
        return None
    record = Rekaman(
        Keterangan(*(said[name] for name in Keterangan._fields)), tuple(keys), cells[TETAP], cells[MASUKAN]
    )
    return record if record.sidik() == said[SIDIK] else None
