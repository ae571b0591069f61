"""What kinds and grades of corrections are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.domain.koreksi import JenisKoreksi, TingkatKoreksi

JENIS: Final[Mapping[JenisKoreksi, str]] = {
    JenisKoreksi.KOREKSI_KESALAHAN: "koreksi kesalahan",
    JenisKoreksi.REVISI_TERENCANA: "revisi terencana",
    JenisKoreksi.ISIAN_TERLAMBAT: "isian terlambat",
    JenisKoreksi.PENCABUTAN: "pencabutan",
}
TINGKAT: Final[Mapping[TingkatKoreksi, str]] = {
    TingkatKoreksi.KECIL: "kecil",
    TingkatKoreksi.SEDANG: "sedang",
    TingkatKoreksi.SERIUS: "serius",
}
