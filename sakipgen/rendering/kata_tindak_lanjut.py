"""What the state of an action is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.domain.tindak_lanjut import StatusTindakLanjut

KEADAAN: Final[Mapping[StatusTindakLanjut, str]] = {
    StatusTindakLanjut.SELESAI: "selesai",
    StatusTindakLanjut.BERJALAN: "berjalan",
    StatusTindakLanjut.TERLAMBAT: "terlambat",
    StatusTindakLanjut.BELUM_MULAI: "belum mulai",
}
