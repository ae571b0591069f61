"""The evidence of one indikator: the pieces that a form has rows for, against those that the report has now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sakipgen.forms.isian import TEMPAT, tempat

BAGIAN: Final = ("judul", "jenis", "tempat", "klasifikasi")
Bagian = tuple[str | None, ...]
"""What a piece says, part by part."""


class Deretan(NamedTuple):
    """The rows of a form, each as its parts: what they said when it went out, what they say, what the report says."""

    dulu: Sequence[Bagian]
    kata: Sequence[Bagian]
    kini: Sequence[Bagian]
    """All pieces of the report, those for which the form has no row among them."""

    def sudah_ada(self) -> bool:
        """Whether the report has what the form says, as it has after the form was taken once."""
        wanted = [row for row in self.kata if any(row)]
        rest = [*self.kini[len(wanted) :]]
        gone = [row for n, row in enumerate(self.dulu) if any(row) and self.kata[n] != row and row not in wanted]
        return wanted == [*self.kini[: len(wanted)]] and not any(row in rest for row in gone)

    def bentrok(self, nomor: int) -> tuple[str | None, str | None] | None:
        """Returns what a piece was and is by its title or place, where it is another now and the form does not know."""
        now = self.kini[nomor] if nomor < len(self.kini) else (None,) * len(BAGIAN)
        for n in (BAGIAN.index("judul"), BAGIAN.index("tempat")):
            if now[n] not in {self.dulu[nomor][n], self.kata[nomor][n]}:
                return self.dulu[nomor][n], now[n]
        return None


def potongan(bukti: object) -> Iterator[Bagian]:
    """Yields the pieces of a report's row, part by part."""
    for row in bukti if isinstance(bukti, list) else ():
        place = next((row[name] for name in TEMPAT if row.get(name) is not None), None)
        yield row.get("judul"), row.get("jenis"), place, row.get("klasifikasi")


def gabung(lama: Sequence[Any], said: Mapping[str, str | None]) -> list[Any]:
    """Returns the evidence with what a form says of the first of them; one of which nothing is left goes."""
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
