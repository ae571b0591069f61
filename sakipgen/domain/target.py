"""A target as a document states it: a number, a bound, a band, a predikat, a day, a promise kept, or milestones."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from sakipgen.domain.angka import SKEMA_ANGKA, Angka, parse_angka, polos
from sakipgen.domain.base import Kode, Model, YaTidak, quote, refuse
from sakipgen.domain.skala_baku import PERINGKAT, SKALA
from sakipgen.domain.waktu import BULAN, Tanggal, parse_tanggal


class TandaTarget(StrEnum):
    """How a figure stands to the target's number, where the document says more than the number."""

    PALING_SEDIKIT = ">="
    LEBIH_DARI = ">"
    PALING_BANYAK = "<="
    KURANG_DARI = "<"
    RENTANG = "rentang"

    @property
    def tegas(self) -> bool:
        """Whether the number itself is not enough."""
        return self in {TandaTarget.LEBIH_DARI, TandaTarget.KURANG_DARI}


KATA_TANDA: Final = {
    TandaTarget.PALING_SEDIKIT: "paling sedikit",
    TandaTarget.LEBIH_DARI: "lebih dari",
    TandaTarget.PALING_BANYAK: "paling banyak",
    TandaTarget.KURANG_DARI: "kurang dari",
}
_BATAS: Final = {
    "paling_sedikit": TandaTarget.PALING_SEDIKIT,
    "lebih_dari": TandaTarget.LEBIH_DARI,
    "paling_banyak": TandaTarget.PALING_BANYAK,
    "kurang_dari": TandaTarget.KURANG_DARI,
}
_BENTUK: Final = (*_BATAS, "min", "predikat", "tanggal", "terpenuhi", "tahapan")


class Target(Model):
    """Satu target. Cukup ditulis angkanya; bentuk lain ditulis dengan kuncinya, misalnya `{min: 80, maks: 90}`."""

    nilai: Angka | None = None
    """Angka target. Di samping `predikat`: nilai yang menjadi dasar predikat itu."""
    paling_sedikit: Angka | None = None
    """Target “paling sedikit …” (≥)."""
    lebih_dari: Angka | None = None
    """Target “lebih dari …” (>): angka itu sendiri belum cukup."""
    paling_banyak: Angka | None = None
    """Target “paling banyak …” (≤)."""
    kurang_dari: Angka | None = None
    """Target “kurang dari …” (<): angka itu sendiri belum cukup."""
    min: Angka | None = None
    """Batas bawah target rentang, bersama `maks`."""
    maks: Angka | None = None
    """Batas atas target rentang, bersama `min`."""
    predikat: Kode | None = None
    """Predikat yang dijanjikan, misalnya `BB` atau `WTP`."""
    tanggal: Tanggal | None = None
    """Hari terakhir yang dijanjikan."""
    terpenuhi: YaTidak | None = None
    """`ya` bila yang dijanjikan adalah terpenuhinya sesuatu."""
    tahapan: tuple[Kode, ...] = ()
    """Kode tahapan yang dijanjikan selesai."""

    @model_validator(mode="before")
    @classmethod
    def _angka_saja(cls, value: Any) -> Any:
        """A scalar is the number itself."""
        if isinstance(value, dict | Target):
            return value
        try:
            return {"nilai": parse_angka(value)}
        except PydanticCustomError:
            if isinstance(value, str) and (cure := _bentuk_lain(value)):
                raise refuse("N018", f"{quote(value)} bukan angka; target seperti itu {cure}.") from None
            raise

    @model_validator(mode="after")
    def _satu_bentuk(self) -> Self:
        found = [name for name in _BENTUK if getattr(self, name) not in {None, ()}]
        if self.nilai is not None and (not found or found == ["predikat"]) and self.maks is None:
            return self
        if len(found) != 1 or self.nilai is not None:
            raise refuse(
                "S008",
                "target harus ditulis dalam tepat satu bentuk: angkanya saja, `paling_sedikit`, `lebih_dari`, "
                "`paling_banyak`, `kurang_dari`, `min` dengan `maks`, `predikat`, `tanggal`, `terpenuhi`, "
                "atau `tahapan`; pilih satu.",
            )
        if (self.min is None) != (self.maks is None):
            raise refuse("S008", "target rentang memerlukan `min` dan `maks`; isi keduanya.")
        if self.min is not None and self.maks is not None and self.min > self.maks:
            raise refuse("S008", f"`min` {self.min} melebihi `maks` {self.maks}; tukar atau betulkan salah satunya.")
        if self.terpenuhi is False:
            raise refuse("S008", "target `terpenuhi: tidak` tidak menjanjikan apa-apa; tulis `terpenuhi: ya`.")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Editors accept a plain number too."""
        return {"anyOf": [*SKEMA_ANGKA["anyOf"], handler(schema)]}

    @property
    def angka(self) -> Decimal | None:
        """The number that realisasi is compared with, of a band the lower bound; None where only the kamus knows."""
        if self.nilai is not None:
            return self.nilai
        return next((n for name in (*_BATAS, "min") if (n := getattr(self, name)) is not None), None)

    @property
    def tanda(self) -> TandaTarget | None:
        """How a figure stands to the number; None of a plain one."""
        if self.nilai is not None:
            return None
        if self.min is not None:
            return TandaTarget.RENTANG
        return next((sign for name, sign in _BATAS.items() if getattr(self, name) is not None), None)

    @property
    def pola(self) -> str:
        """How the target is said in words, with `{nilai}` and `{maks}` for its numbers."""
        if self.min is not None:
            return "{nilai} sampai {maks}"
        sign = self.tanda
        return "{nilai}" if sign is None else f"{KATA_TANDA[sign]} {{nilai}}"

    def berbeda(self, other: Target) -> bool:
        """Whether two targets, whose numbers the kamus has settled, promise something else."""
        return (self.angka, self.maks, self.tanda) != (other.angka, other.maks, other.tanda)


_ANGKA: Final = r"(?:Rp\.?\s*)?(-?\d[\d.,]*(?:\s*[^\W\d_][^\d%]*)?)\s*%?"
"""A number as people write it, with or without its satuan behind it."""
_BENTUK_LAIN: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), cure)
    for pattern, cure in (
        (
            rf"{_ANGKA}\s*(?:-|–|—|s[./]?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*{_ANGKA}",
            "ditulis `{{min: {0}, maks: {1}}}`",
        ),
        (rf"1\s*:\s*{_ANGKA}", "ditulis angka keduanya saja, `{0}`, dengan `satuan: tipe: rasio` dalam kamus"),
        (rf"(?:≥|>=|=>|minimal|paling sedikit|min\.?)\s*{_ANGKA}", "ditulis `{{paling_sedikit: {0}}}`"),
        (rf"(?:≤|<=|=<|maksimal|paling banyak|maks\.?)\s*{_ANGKA}", "ditulis `{{paling_banyak: {0}}}`"),
        (rf"(?:>|lebih dari|di atas)\s*{_ANGKA}", "ditulis `{{lebih_dari: {0}}}`"),
        (rf"(?:<|kurang dari|di bawah)\s*{_ANGKA}", "ditulis `{{kurang_dari: {0}}}`"),
        (r"nol|nihil", "ditulis `0`"),
        (r"ya|ada|sudah|terpenuhi", "ditulis `{{terpenuhi: ya}}`"),
        (r"selesai|tuntas", "ditulis `{{terpenuhi: ya}}`, atau `{{tahapan: […]}}` bila kamusnya bertahapan"),
        (r"tbd|tba|n/?a|belum(?: ada| ditetapkan)?", "belum ada; hapus isiannya sampai ditetapkan"),
    )
)
"""How people write a target as a text, and how it is written as data."""
_HARI: Final = re.compile(r"(?:paling lambat\s+)?(\d{1,2})[\s/.-]+([^\W_]+)[\s/.-]+(20\d\d)", re.IGNORECASE)
_KODE: Final = (
    *(kelas.kode for skala in SKALA.values() for kelas in skala.kelas),
    *(kelas.kode for peringkat in PERINGKAT.values() for kelas in peringkat.kelas),
)
_PREDIKAT: Final = {kode.casefold(): kode for kode in _KODE if kode[0].isalpha()}
"""The classes and ranks of the field, however they are written."""


def _bentuk_lain(teks: str) -> str | None:
    """How a target that is written as a text is written as data; None of any other text."""
    bare = teks.strip()
    if hari := _hari(bare):
        return f"ditulis `{{tanggal: {hari}}}`"
    if kode := _PREDIKAT.get(bare.casefold()):
        return f"ditulis `{{predikat: {kode}}}`"
    for pattern, cure in _BENTUK_LAIN:
        if match := pattern.fullmatch(bare):
            parts = [_angka_biasa(part) for part in match.groups()]
            return cure.format(*parts) if all(parts) else None
    return f"ditulis `{{predikat: {bare}}}`" if re.fullmatch(r"[A-Z]{1,4}", bare) else None


def _angka_biasa(teks: str) -> str | None:
    """A number of a text as it is written as data, never so that it could mean thousands; None of none."""
    plain = polos(teks.strip().rstrip(".,"))
    try:
        parse_angka(plain)
    except PydanticCustomError:
        return None
    return f"{plain}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", plain) else plain


def _hari(teks: str) -> date | None:
    """The day that a text names: `2026-03-31`, `31/03/2026`, “31 Maret 2026”."""
    match = _HARI.fullmatch(teks)
    if match:
        word = match[2].lower()
        named = next((n for n, name in enumerate(BULAN, 1) if len(word) > 2 and name.lower().startswith(word)), None)
        teks = f"{match[3]}-{named or match[2]:0>2}-{match[1]:0>2}"
    try:
        return parse_tanggal(teks)
    except PydanticCustomError:
        return None
