"""What was achieved: the report of one unit for one period, with evidence and analysis."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, Self

from pydantic import Field, field_validator, model_validator

from sakipgen.domain.angka import Angka
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.indikator import NamaKomponen
from sakipgen.domain.target import Target
from sakipgen.domain.tertulis import BENTUK, Tertulis
from sakipgen.domain.waktu import Tahun

_HANYA_TARGET: Final = Target.model_fields.keys() - Tertulis.model_fields.keys()
"""The bounds and bands of a target, which no figure has."""


class StatusDinyatakan(StrEnum):
    """Why a figure is missing, as the unit declares it; each needs an alasan."""

    MENUNGGU_RILIS = "menunggu_rilis"
    TIDAK_TERSEDIA = "tidak_tersedia"
    TIDAK_BERLAKU = "tidak_berlaku"


class Status(StrEnum):
    """Whether a period has a figure and, where it has none, why: missing is never zero and never blank."""

    ADA = "ada"
    MENUNGGU_RILIS = "menunggu_rilis"
    TIDAK_TERSEDIA = "tidak_tersedia"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"
    TERLAMBAT = "terlambat"
    MENUNGGU_PERSETUJUAN = "menunggu_persetujuan"
    DIKEMBALIKAN = "dikembalikan"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    """What the public reads of the two before, unless the instansi shows its process."""
    TIDAK_DITARGETKAN = "tidak_ditargetkan"
    BELUM_DITETAPKAN = "belum_ditetapkan"


class Tanda(StrEnum):
    """A mark beside a figure."""

    SEMENTARA = "sementara"
    DIKOREKSI = "dikoreksi"
    DATA_TERDAHULU = "data_terdahulu"
    REALISASI_TANPA_TARGET = "realisasi_tanpa_target"
    PERLU_DIPERIKSA_ULANG = "perlu_diperiksa_ulang"


class CapaianDinyatakan(Model):
    """Capaian yang ditetapkan dan disetujui, hanya untuk `formula_capaian: manual`."""

    nilai: Angka = Field(ge=0)
    """Capaian dalam persen."""
    alasan: TeksPanjang
    """Mengapa capaian tidak dapat dihitung, dan dari mana angkanya."""
    disetujui_oleh: Kode
    """Kode jabatan yang menyetujui."""


class ButirRealisasi(Tertulis):
    """Realisasi satu indikator: nilai, atau komponen, atau status mengapa belum ada."""

    nilai: Angka | None = None
    """Realisasi, bila indikator tidak punya komponen."""
    komponen: Mapping[NamaKomponen, Angka] | None = None
    """Angka setiap komponen, bila indikator dihitung dengan rumus."""
    capaian_dinyatakan: CapaianDinyatakan | None = None
    """Capaian yang ditetapkan, hanya untuk `formula_capaian: manual`."""
    status: StatusDinyatakan | None = None
    """Mengapa angkanya belum ada; `alasan` wajib diisi."""
    alasan: TeksPanjang | None = None
    """Alasan status."""
    sementara: YaTidak = False
    """Apakah angkanya masih sementara. Bawaan: `tidak`."""
    tahun_data: Tahun | None = None
    """Tahun asal angka, bila bukan tahun laporan."""
    sumber: Teks | None = None
    """Sumber angka bila lebih khusus daripada kamus indikator, misalnya nomor laporan atau berita."""
    angka_resmi: YaTidak = False
    """Hanya dalam data contoh: apakah angka ini angka resmi yang telah diumumkan; `sumber` wajib. Bawaan: `tidak`."""
    bukti: tuple[Bukti, ...] = ()
    """Bukti dukung."""
    faktor_pendorong: TeksPanjang | None = None
    """Penyebab keberhasilan."""
    kendala: TeksPanjang | None = None
    """Penyebab target tidak tercapai. Wajib bila target belum tercapai."""
    solusi: TeksPanjang | None = None
    """Upaya mengatasinya. Wajib bila target belum tercapai."""
    tanpa_tindak_lanjut: TeksPanjang | None = None
    """Alasan bila target belum tercapai tetapi tidak ada tindak lanjut."""
    catatan: TeksPanjang | None = None
    """Catatan lain bagi pembaca."""

    @property
    def isian(self) -> str:
        """The field that says the figure, or why there is none."""
        for name in BENTUK:
            if getattr(self, name) is not None:
                return name
        if self.nilai is None:
            return "komponen" if self.komponen is not None else "status" if self.status is not None else "nilai"
        return "nilai"

    @field_validator("nilai", mode="before")
    @classmethod
    def _bukan_bentuk_target(cls, value: Any) -> Any:
        """A bound or a band is promised, never reached."""
        if isinstance(value, dict) and (wrong := [name for name in value if name in _HANYA_TARGET]):
            message = f"`{wrong[0]}` hanya untuk target; realisasi tetap satu angka; tulis misalnya `nilai: 87.5`."
            raise refuse("S005", message)
        return value

    @model_validator(mode="after")
    def _angka_resmi_bersumber(self) -> Self:
        if self.angka_resmi and self.sumber is None:
            raise refuse("S008", "`angka_resmi: ya` tanpa `sumber`; angka resmi menyebut asalnya; isi `sumber`.")
        return self


class LaporanRealisasi(Model):
    """Realisasi satu unit untuk satu periode. Folder dan nama berkas menyebut tahun, periode, dan unit."""

    butir: Mapping[Kode, ButirRealisasi] = Field(min_length=1)
    """Realisasi menurut kode indikator."""
