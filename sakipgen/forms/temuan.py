"""What is wrong with a workbook that came back: values, each at its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from sakipgen.diagnostics import Severity, printable
from sakipgen.forms.letak import LEMBAR

BUAT_LAGI: Final = "minta formulir baru kepada Tim SAKIP dan salin isinya ke sana"
"""What to do with a workbook that cannot be mended."""


class Temuan(NamedTuple):
    """One thing that is wrong, or should be known, about a workbook or one of its cells."""

    kode: str
    pesan: str
    sel: str | None = None
    """The cell on the sheet Formulir as the sender sees it, such as `F12`; None of the whole workbook."""
    di: str = ""
    """What the cell is, in words: `IKU-03 → kendala`."""
    severity: Severity = Severity.ERROR

    def as_text(self, berkas: str) -> str:
        """Returns it as one line."""
        place = f"{berkas}!{LEMBAR}!{self.sel}" if self.sel else berkas
        where = f" {self.di}:" if self.di else ""
        return printable(f"{place}: {self.severity.value}[{self.kode}]{where} {self.pesan}")


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Whether anything blocks."""
    return any(t.severity is Severity.ERROR for t in temuan)


def urut(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Returns them in the order of the sheet, what concerns the whole workbook first."""
    return tuple(sorted(set(temuan), key=lambda t: (_tempat(t.sel), t.kode, t.pesan)))


def _tempat(sel: str | None) -> tuple[int, int, str]:
    match = re.fullmatch(r"([A-Z]+)([0-9]+)", sel or "")
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, "")
