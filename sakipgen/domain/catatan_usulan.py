"""The trail of one proposal: who sent, returned, approved and merged it, and when by the forge's clock.

It is read from a branch that a job wrote, so it is bounded and nothing unknown gets through.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from sakipgen.domain.base import Kode, Sha256, refuse
from sakipgen.domain.pengguna import NamaAkun
from sakipgen.domain.siklus import AlasanKembali
from sakipgen.domain.waktu import SEGMEN

VERSI: Final = 1
WIB: Final = timezone(timedelta(hours=7))
TEKS_TERPANJANG: Final = 1_000

Waktu = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(WIB))]
Sidik = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
"""The full name of a revision as Git has it."""
TeksPeriode = Annotated[str, StringConstraints(pattern=rf"^20[0-9]{{2}}(-({'|'.join(SEGMEN[:-1])}))?$")]


class Forge(StrEnum):
    """Where proposals live."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


class JenisUsulan(StrEnum):
    """What a proposal changes."""

    DATA = "data"
    KOREKSI = "koreksi"
    SISTEM = "sistem"


class KeadaanUsulan(StrEnum):
    """What can happen to a proposal; where two happened in the same second, in this order."""

    DRAF = "draf"
    DIAJUKAN = "diajukan"
    GAGAL_PERIKSA = "gagal_periksa"
    LULUS_PERIKSA = "lulus_periksa"
    DIKEMBALIKAN = "dikembalikan"
    DISETUJUI = "disetujui"
    DICABUT = "dicabut"
    """A return or an approval no longer counts, without another in its place."""
    DIBATALKAN = "dibatalkan"
    DIGABUNGKAN = "digabungkan"
    TERBIT = "terbit"


PUTUSAN: Final = frozenset({KeadaanUsulan.DIKEMBALIKAN, KeadaanUsulan.DISETUJUI, KeadaanUsulan.DICABUT})
"""What a reviewer says."""
_URUTAN: Final = {keadaan: nomor for nomor, keadaan in enumerate(KeadaanUsulan)}


class _Bagian(BaseModel):
    """Base of all parts: frozen, nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, strict=True)


class LaporanUnit(_Bagian):
    """Laporan satu unit untuk satu periode yang dibawa usulan."""

    periode: TeksPeriode
    """Periodenya, misalnya `2026-TW3`."""
    unit: Kode
    """Kode unitnya."""


class Peristiwa(_Bagian):
    """Satu kejadian dalam perjalanan usulan."""

    keadaan: KeadaanUsulan
    """Apa yang terjadi."""
    waktu: Waktu
    """Waktu menurut jam repositori, bukan menurut pengirim."""
    oleh: NamaAkun | None = None
    """Akun yang melakukannya; kosong bila program."""
    revisi: Sidik | None = None
    """Revisi yang dimaksud; persetujuan hanya berlaku untuk revisi ini."""
    atas: NamaAkun | None = None
    """Pada `dicabut`: akun yang persetujuan atau pengembaliannya tidak berlaku lagi."""
    alasan: AlasanKembali | None = None
    """Alasan pengembalian."""
    teks: Annotated[str, StringConstraints(min_length=1, max_length=TEKS_TERPANJANG)] | None = None
    """Arahan pada pengembalian, satu baris."""

    @model_validator(mode="after")
    def _beralasan(self) -> Self:
        if (self.keadaan is KeadaanUsulan.DIKEMBALIKAN) != (self.alasan is not None):
            raise refuse("S008", "`alasan` hanya ada, dan harus ada, pada `dikembalikan`.")
        if (self.keadaan is KeadaanUsulan.DICABUT) != (self.atas is not None):
            raise refuse("S008", "`atas` hanya ada, dan harus ada, pada `dicabut`.")
        if self.keadaan in PUTUSAN and self.oleh is None:
            raise refuse("S008", "persetujuan dan pengembalian harus menyebut `oleh`.")
        return self


def urutan(peristiwa: Peristiwa) -> tuple[datetime, int, str, str]:
    """Returns the key by which events are in order of time."""
    return peristiwa.waktu, _URUTAN[peristiwa.keadaan], peristiwa.oleh or "", peristiwa.revisi or ""


class CatatanUsulan(_Bagian):
    """Perjalanan satu usulan: pengiriman, pemeriksaan, pengembalian, persetujuan, penggabungan, penerbitan."""

    versi: Literal[1]
    """Versi bentuk catatan ini."""
    forge: Forge
    """Jenis halaman repositori: `github`, `gitlab`, atau `forgejo`."""
    nomor: int = Field(ge=1)
    """Nomor usulan pada halaman repositori."""
    jenis: JenisUsulan
    """`data`, `koreksi` (memuat berkas koreksi), atau `sistem` (tidak menyentuh data)."""
    pengirim: NamaAkun
    """Akun orang yang mengirim; pada usulan dari formulir, orang yang mengisinya."""
    pembuat: NamaAkun
    """Akun yang membuat usulan pada halaman repositori."""
    penulis: Annotated[tuple[NamaAkun, ...], Field(max_length=200)]
    """Akun semua yang menulis isinya."""
    tanpa_akun: int = Field(ge=0)
    """Banyaknya revisi yang penulisnya tidak dikenal halaman repositori, atau hanya menurut alamat surelnya."""
    dikirim: Waktu | None
    """Waktu usulan diajukan; kosong selama masih draf."""
    revisi: Sidik
    """Revisi terakhir usulan; sesudah digabungkan, revisi yang digabungkan."""
    gabungan: Sidik | None
    """Revisi data utama hasil penggabungan; kosong selama belum digabungkan."""
    digabung_oleh: NamaAkun | None
    """Akun yang menggabungkan."""
    digabung_pada: Waktu | None
    """Waktu digabungkan."""
    laporan: Annotated[tuple[LaporanUnit, ...], Field(max_length=2_000)]
    """Laporan unit yang dibawa usulan ini."""
    peristiwa: Annotated[tuple[Peristiwa, ...], Field(min_length=1, max_length=5_000)]
    """Semua kejadian menurut urutan waktu."""
    laporan_sha256: Sha256 | None
    """SHA-256 laporan peninjauan yang dibaca penyetuju; kosong bila tidak disimpan."""

    @model_validator(mode="after")
    def _utuh(self) -> Self:
        if len({self.gabungan is None, self.digabung_oleh is None, self.digabung_pada is None}) != 1:
            raise refuse("S008", "`gabungan`, `digabung_oleh`, dan `digabung_pada` harus ada bersama-sama.")
        if any(urutan(before) >= urutan(after) for before, after in pairwise(self.peristiwa)):
            raise refuse("T008", "`peristiwa` tidak berurutan menurut waktu, atau ada yang tertulis dua kali.")
        return self

    @property
    def nama(self) -> str:
        """The name of its file: the year in which it began, and its number."""
        return f"{self.peristiwa[0].waktu.year}/{self.nomor}.json"


# ── Only added to ────────────────────────────────────────────────────────────────────────────────────────────────

_TETAP: Final = ("forge", "nomor")
_SEKALI: Final = ("dikirim", "gabungan", "digabung_oleh", "digabung_pada", "laporan_sha256")
"""Fields that are filled once."""
_SEBELUM_GABUNG: Final = ("jenis", "pembuat", "pengirim", "penulis", "tanpa_akun", "revisi", "laporan")
"""Fields that follow the proposal until it is merged."""
_PASTI: Final = ("forge", "nomor", "revisi", "gabungan", "digabung_pada")
"""What no renaming of an account changes of a merged proposal."""


def berubah(lama: CatatanUsulan, baru: CatatanUsulan) -> str | None:
    """Returns what a later record of a proposal takes back or changes of an earlier one; None where it only adds."""
    for name in (*_TETAP, *_SEKALI, *_SEBELUM_GABUNG):
        before, after = getattr(lama, name), getattr(baru, name)
        free = name in _SEBELUM_GABUNG and lama.gabungan is None
        if before != after and not free and (name not in _SEKALI or before is not None):
            return f"isian `{name}` berubah"
    known = set(lama.peristiwa)
    if gone := known - set(baru.peristiwa):
        return f"peristiwa `{min(gone, key=urutan).keadaan}` hilang atau berubah"
    merged = lama.digabung_pada
    for row in baru.peristiwa:
        if merged and row not in known and row.keadaan in PUTUSAN and row.waktu <= merged:
            return f"peristiwa `{row.keadaan}` bertanggal sebelum penggabungan ditambahkan sesudahnya"
    return None


def gabungkan(lama: CatatanUsulan, baru: CatatanUsulan) -> CatatanUsulan:
    """Returns the newer record with the events of both: what a forge forgot since stays told.

    When something was handed in is inferred from what is known, so what was inferred first holds; of publications the
    first one does.
    """
    fresh = (row for row in baru.peristiwa if not _sudah(lama, row))
    rows = tuple(sorted({*lama.peristiwa, *fresh}, key=urutan))
    kept = {name: value for name in _SEKALI if (value := getattr(lama, name)) and getattr(baru, name) is None}
    return baru.model_copy(update={"peristiwa": rows, **kept, "dikirim": lama.dikirim or baru.dikirim})


def susulkan(lama: CatatanUsulan, baru: CatatanUsulan) -> CatatanUsulan | None:
    """Returns the record of a merged proposal with only what happened since; None where the newer one is of another.

    Accounts get other names, and addresses leave them: what the forge says later of who it was changes nothing.
    """
    merged = lama.digabung_pada
    if merged is None or any(getattr(lama, name) != getattr(baru, name) for name in _PASTI):
        return None
    later = (row for row in baru.peristiwa if row.waktu > merged and not _sudah(lama, row))
    return lama.model_copy(update={"peristiwa": tuple(sorted({*lama.peristiwa, *later}, key=urutan))})


def _sudah(lama: CatatanUsulan, row: Peristiwa) -> bool:
    """Whether a record tells of an event already, if in other words."""
    same = [one for one in lama.peristiwa if one.keadaan is row.keadaan]
    match row.keadaan:
        case KeadaanUsulan.TERBIT:
            return bool(same)
        case KeadaanUsulan.DRAF:
            return any(one.waktu == row.waktu for one in same)
        case KeadaanUsulan.DIAJUKAN:
            return any(one.waktu == row.waktu or (row.revisi and one.revisi == row.revisi) for one in same)
        case _:
            return False
