"""What an archive says of itself: `arsip.json` for programs. One that is opened again is checked first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from sakipgen.domain.waktu import Periode

VERSI: Final = 1
NAMA: Final = "arsip.json"
KOREKSI: Final = "-koreksi-"
POLA_NAMA: Final = r"20[0-9]{2}(?:-[A-Z0-9]{2,3})?(?:-koreksi-[1-9][0-9]{0,2})?"
"""The name of an archive: its period, and the number of the archive that was made again after corrections."""

_Baris = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]
_Hari = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
_Revisi = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
_Sidik = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _Bagian(BaseModel):
    """Base of all parts: frozen, nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Pembuat(_Bagian):
    """What made an archive. The same of all this gives the same bytes."""

    versi: _Baris
    sidik: _Sidik
    """Of the program's own files."""
    python: _Baris
    pustaka: Annotated[Mapping[str, _Baris], Field(max_length=200)]
    """The version of every package that the program asks for."""


class Keterangan(_Bagian):
    """What is in an archive and where it came from."""

    versi: Literal[1] = VERSI
    nama: Annotated[str, StringConstraints(pattern=rf"^{POLA_NAMA}$")]
    periode: _Baris
    instansi: _Baris
    revisi: _Revisi
    """The commit whose data is archived."""
    waktu: Annotated[int, Field(ge=0, le=10**11)]
    """When it was committed, in seconds since 1970."""
    per_tanggal: _Hari
    """The day that site, papers and figures look from."""
    ditutup: _Hari
    oleh: _Baris
    """The position that closed the period."""
    pembuat: Pembuat
    git: _Baris

    @property
    def dari(self) -> Periode:
        return Periode.parse(self.periode)


def baca_keterangan(isi: bytes) -> Keterangan | None:
    """Returns what an archive says of itself; None where it does not say it as it must."""
    try:
        found = Keterangan.model_validate_json(isi, strict=True)
        return found if found.nama.split(KOREKSI)[0] == str(found.dari) else None
    except (ValidationError, PydanticCustomError):
        return None
