"""A figure as people write it: a number, a predikat, a day, a yes, or the milestones that are done."""

from __future__ import annotations

from typing import Any, Final, Self

from pydantic import field_validator, model_validator

from sakipgen.domain.angka import Angka
from sakipgen.domain.base import Kode, Model, YaTidak, refuse
from sakipgen.domain.waktu import Tanggal

BENTUK: Final = ("predikat", "tanggal", "terpenuhi", "tahapan")
"""The fields that say a figure otherwise than by a number."""


class Tertulis(Model):
    """Angka sebuah indikator, dalam bentuk yang diminta satuannya."""

    nilai: Angka | None = None
    """Angkanya, bila satuannya ditulis dengan angka."""
    predikat: Kode | None = None
    """Predikat yang diperoleh, misalnya `BB` atau `WTP`; di samping `nilai` bila predikat itu punya nilai."""
    tanggal: Tanggal | None = None
    """Hari hasilnya selesai, untuk satuan `tanggal`."""
    terpenuhi: YaTidak | None = None
    """Apakah sudah terpenuhi, untuk satuan `ya_tidak`."""
    tahapan: tuple[Kode, ...] | None = None
    """Kode semua tahapan yang sudah selesai, untuk indikator bertahapan; `[]` bila belum ada."""

    @property
    def terisi(self) -> bool:
        """Whether anything says the figure."""
        return any(getattr(self, name) is not None for name in ISIAN)


ISIAN: Final = ("nilai", *BENTUK)
"""The fields that say a figure together."""


class NilaiTertulis(Tertulis):
    """Angka yang selalu ada, dalam salah satu bentuknya."""

    @field_validator(*ISIAN, mode="before")
    @classmethod
    def _berisi(cls, value: Any) -> Any:
        """What stands there is not empty."""
        if value is None:
            raise refuse("S002", "isian ini kosong; isi, atau hapus barisnya.")
        return value

    @model_validator(mode="after")
    def _terisi(self) -> Self:
        if not self.terisi:
            message = "angkanya belum ditulis; isi `nilai`, `predikat`, `tanggal`, `terpenuhi`, atau `tahapan`."
            raise refuse("S008", message)
        return self
