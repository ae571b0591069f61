"""What changed after a period was closed: one record for one figure, with old and new value and who allowed it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sakipgen.domain.angka import SKEMA_ANGKA
from sakipgen.domain.base import Kode, Model, TeksPanjang, quote, refuse
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.indikator import NamaKomponen
from sakipgen.domain.tertulis import BENTUK, NilaiTertulis
from sakipgen.domain.waktu import Tanggal

NILAI: Final = "nilai"
"""The figure of a realisasi itself, in whatever form it is written."""
DINYATAKAN: Final = "capaian_dinyatakan"
"""The capaian that was stated."""

_DERET: Final = 20
"""More digits than any number in a kode."""
_BENTUK_TEKS: Final = (
    ("tanggal", re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)),
    ("terpenuhi", re.compile(r"ya|tidak")),
    ("predikat", re.compile(r"[A-Z]{1,4}")),
)
"""The forms of a figure that is no number, and how people write it alone."""


class JenisKoreksi(StrEnum):
    """A mistake mended, better data that was planned, a figure that came after closing, or one that must not stand."""

    KOREKSI_KESALAHAN = "koreksi_kesalahan"
    REVISI_TERENCANA = "revisi_terencana"
    ISIAN_TERLAMBAT = "isian_terlambat"
    PENCABUTAN = "pencabutan"


class TingkatKoreksi(StrEnum):
    KECIL = "kecil"
    SEDANG = "sedang"
    SERIUS = "serius"


class NilaiKoreksi(NilaiTertulis):
    """Angka lama atau baru. Cukup ditulis angkanya; bentuk lain ditulis dengan kuncinya, seperti realisasinya."""

    @model_validator(mode="before")
    @classmethod
    def _angka_saja(cls, value: Any) -> Any:
        """A scalar is the number itself."""
        if isinstance(value, str) and (form := next((f for f, text in _BENTUK_TEKS if text.fullmatch(value)), None)):
            raise refuse("N013", f"{quote(value)} bukan angka; tulis `{{{form}: {value}}}`.")
        return value if value is None or isinstance(value, dict | NilaiKoreksi) else {"nilai": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Editors accept a plain number too."""
        return {"anyOf": [*SKEMA_ANGKA["anyOf"], handler(schema)]}

    @property
    def bentuk(self) -> tuple[str, ...]:
        """The fields other than the number that say it."""
        return tuple(name for name in BENTUK if getattr(self, name) is not None)


class Koreksi(Model):
    """Perubahan satu angka sesudah periodenya ditutup. Folder menyebut tahun dan periode; nama berkas kodenya."""

    jenis: JenisKoreksi
    """`koreksi_kesalahan`, `revisi_terencana`, `isian_terlambat`, atau `pencabutan`."""
    indikator: Kode
    """Kode indikator yang angkanya berubah."""
    isian: NamaKomponen = NILAI
    """Isian yang berubah: `nilai`, `predikat`, `tanggal`, `terpenuhi`, `tahapan`, `capaian_dinyatakan`, atau nama
    komponen. Bawaan: `nilai`, yaitu angka indikatornya sendiri dalam bentuk apa pun."""
    nilai_lama: NilaiKoreksi | None = None
    """Isinya sebelum dikoreksi, ditulis seperti dalam realisasi: angkanya saja, atau misalnya `{predikat: WDP}`; kosong
    hanya untuk `isian_terlambat`."""
    nilai_baru: NilaiKoreksi | None = None
    """Isinya sesudah dikoreksi, sama dengan yang sekarang tertulis dalam berkas realisasi; kosong hanya untuk
    `pencabutan`, yaitu bila angkanya ternyata tidak ada dan realisasinya kini berisi `status`."""
    alasan: TeksPanjang
    """Mengapa angkanya berubah, sekurang-kurangnya sepuluh kata."""
    tingkat: TingkatKoreksi
    """Seberapa besar akibatnya: `kecil`, `sedang`, atau `serius`."""
    tanggal: Tanggal
    """Tanggal koreksi disetujui."""
    diminta_oleh: Kode
    """Kode jabatan yang meminta."""
    disetujui_oleh: tuple[Kode, ...] = Field(min_length=1)
    """Kode jabatan yang menyetujui."""
    bukti: tuple[Bukti, ...] = Field(min_length=1)
    """Bukti dukung angka yang baru."""

    @property
    def bagian(self) -> str:
        """What changed: `nilai` for the figure itself in any form, else the komponen or the stated capaian."""
        return NILAI if self.isian in BENTUK else self.isian

    @model_validator(mode="after")
    def _bernilai(self) -> Self:
        if self.jenis is JenisKoreksi.PENCABUTAN and self.nilai_baru is not None:
            raise refuse("S008", "`pencabutan` tidak punya nilai baru; hapus `nilai_baru`, atau ganti `jenis`.")
        if self.jenis is not JenisKoreksi.PENCABUTAN and self.nilai_baru is None:
            raise refuse("S002", "isian wajib `nilai_baru` belum ada; isi angkanya, atau tulis `jenis: pencabutan`.")
        return self

    @model_validator(mode="after")
    def _sebentuk(self) -> Self:
        for name, value in (("nilai_lama", self.nilai_lama), ("nilai_baru", self.nilai_baru)):
            if value is None:
                continue
            if self.isian in BENTUK and self.isian not in value.bentuk:
                message = f"`isian: {self.isian}`, tetapi `{name}` tidak menyebutnya; tulis `{{{self.isian}: …}}`."
                raise refuse("S008", message)
            if self.bagian != NILAI and value.bentuk:
                raise refuse("S008", f"`{self.isian}` ditulis dengan angka; hapus `{value.bentuk[0]}` dari `{name}`.")
        return self


def urutan_koreksi(kode: str, koreksi: Koreksi) -> tuple[date, str, str]:
    """Returns the key that puts corrections in order of time; those of one day as people number them, F9 before F10."""
    return koreksi.tanggal, re.sub("[0-9]+", lambda number: number[0].zfill(_DERET), kode), kode
