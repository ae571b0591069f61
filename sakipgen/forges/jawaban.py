"""Reads fields of API answers; what is missing is named with its file, what is unknown is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.catatan_usulan import WIB

HANTU: Final = "ghost"
"""The account in place of one that is no more."""


@dataclass(frozen=True, slots=True)
class Isi:
    """A JSON object of an answer, and the file that it comes from."""

    berkas: str
    nilai: Mapping[str, Any]

    def ambil(self, jalur: str) -> Any | None:
        """Returns a field by its path of names; None where any part is missing or null."""
        found: Any = self.nilai
        for name in jalur.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return found

    def teks(self, jalur: str) -> str:
        """Returns a text; empty where there is none."""
        found = self.ambil(jalur)
        return found if isinstance(found, str) else ""

    def wajib(self, jalur: str) -> Any:
        """Returns a field that must be there."""
        found = self.ambil(jalur)
        if found is None:
            raise self._kurang(jalur)
        return found

    def waktu(self, jalur: str) -> datetime:
        """Returns a moment that must be there."""
        moment = self.waktu_bila_ada(jalur)
        if moment is None:
            raise self._kurang(jalur)
        return moment

    def waktu_bila_ada(self, jalur: str) -> datetime | None:
        try:
            moment = datetime.fromisoformat(self.teks(jalur))
        except ValueError:
            return None
        return moment.astimezone(WIB) if moment.tzinfo and moment.year > 1 else None

    def akun(self, jalur: str) -> str:
        """Returns the account that an object tells; the one in place of a deleted account."""
        return self.akun_bila_ada(jalur) or HANTU

    def akun_bila_ada(self, jalur: str) -> str | None:
        return self.teks(f"{jalur}.login") or self.teks(f"{jalur}.username") or None

    def _kurang(self, jalur: str) -> PemakaianError:
        return PemakaianError(
            f"`{self.berkas}.json`: isian `{jalur}` tidak ada atau keliru; ambil ulang dari halaman repositori."
        )


@dataclass(frozen=True, slots=True)
class Jawaban:
    """All answers about a proposal, by the name of their file."""

    isi: Mapping[str, Any]

    def satu(self, berkas: str) -> Isi:
        """Returns an answer that is one object."""
        found = self.isi.get(berkas)
        if not isinstance(found, Mapping):
            raise PemakaianError(f"`{berkas}.json` seharusnya satu jawaban; ambil ulang dari halaman repositori.")
        return Isi(berkas, found)

    def banyak(self, berkas: str, kunci: str | None = None) -> list[Isi]:
        """Returns the rows of a list, in one page or several; below a key where the forge wraps them."""
        return [Isi(berkas, row) for row in self._baris(berkas, self.isi.get(berkas, []), kunci)]

    def _baris(self, berkas: str, nilai: Any, kunci: str | None) -> Iterator[Mapping[str, Any]]:
        if isinstance(nilai, list):
            for row in nilai:
                yield from self._baris(berkas, row, kunci)
        elif isinstance(nilai, Mapping):
            if kunci is not None and kunci in nilai:
                yield from self._baris(berkas, nilai[kunci], None)
            else:
                yield nilai
        else:
            raise PemakaianError(f"`{berkas}.json` seharusnya daftar; ambil ulang dari halaman repositori.")
