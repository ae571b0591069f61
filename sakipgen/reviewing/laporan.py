"""The review as JSON, of which all other forms are made; one that comes back from elsewhere is checked first."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

VERSI: Final = 1
_BATAS: Final = 20_000
"""So many rows of a kind at most."""

Kalimat = Annotated[str, StringConstraints(max_length=2_000)]
Sel = Annotated[str, StringConstraints(max_length=500)]
Nama = Annotated[str, StringConstraints(max_length=300)]


class _Bagian(BaseModel):
    """Base of all parts: frozen, nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, strict=True)


class BarisMasalah(_Bagian):
    """Satu masalah."""

    tingkat: Literal["galat", "peringatan"]
    kode: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{3}$")]
    berkas: Nama
    baris: int = Field(ge=1)
    kolom: int = Field(ge=1)
    di: Sel
    """Isian yang dimaksud, dalam kata."""
    pesan: Kalimat
    judul: Sel
    """Judul aturannya."""
    baru: bool
    """Apakah masalah ini belum ada pada data utama."""

    @property
    def wajib(self) -> bool:
        """Whether it blocks."""
        return self.tingkat == "galat"


class BarisAngkaLaporan(_Bagian):
    """Satu indikator pada satu periode, sebelum dan sesudah."""

    kode: Nama
    nama: Nama
    satuan: Nama
    periode: Nama
    langsung: bool
    """Apakah usulan mengubah angka baris ini sendiri, atau baris ini hanya ikut berubah."""
    target_lama: Sel
    target_baru: Sel
    realisasi_lama: Sel
    realisasi_baru: Sel
    capaian_lama: Sel
    capaian_baru: Sel
    kategori_lama: Sel
    kategori_baru: Sel
    turun: bool
    """Apakah capaiannya turun."""
    capaian_mentah_lama: Sel | None
    """Capaian sebelum dibulatkan, titik desimal; kosong bila tidak ada."""
    capaian_mentah_baru: Sel | None


class BarisIsian(_Bagian):
    """Satu isian yang berubah, seperti tertulis dalam berkasnya."""

    dokumen: Nama
    kode: Nama
    periode: Nama
    isian: Nama
    lama: Sel | None
    baru: Sel | None
    berkas: Nama


class BarisBerkas(_Bagian):
    """Satu berkas yang ditambah, diubah, atau dihapus."""

    berkas: Nama
    perubahan: Literal["ditambah", "diubah", "dihapus"]
    ukuran: int | None
    """Besarnya dalam bita sesudah usulan; kosong bila dihapus."""


class BarisSasaranLaporan(_Bagian):
    """Satu sasaran pada satu periode, sebelum dan sesudah."""

    kode: Nama
    periode: Nama
    tercapai_lama: Sel
    """Misalnya `2 dari 3`."""
    tercapai_baru: Sel
    capaian_lama: Sel
    capaian_baru: Sel
    kategori_lama: Sel
    kategori_baru: Sel


class BarisTenggatLaporan(_Bagian):
    """Satu laporan dan tenggatnya."""

    unit: Nama
    periode: Nama
    jatuh_tempo: Sel
    dikirim: Sel
    """`belum diketahui` bila waktu kirim tidak disebut."""
    status: Sel
    terlambat_hari: int | None


class Hitung(_Bagian):
    """Hitungan pada Beranda."""

    tercapai: int
    terukur: int
    dari: int


class LaporanTinjauan(_Bagian):
    """Hasil peninjauan satu usulan."""

    versi: Literal[1]
    judul: Sel
    revisi: Nama
    """Revisi usulan."""
    pengirim: Nama | None
    dikirim: Sel | None
    per_tanggal: Nama | None
    """Hari yang dilihat; kosong bila angkanya tidak dapat diukur."""
    berkas_diperiksa: int
    sebagian: bool
    """Apakah sebagian aturan baru dapat diperiksa setelah galat diperbaiki."""
    terukur: bool
    """Apakah angka kedua sisi dapat diukur."""
    masalah: Annotated[tuple[BarisMasalah, ...], Field(max_length=_BATAS)]
    """Semua masalah, yang terberat lebih dahulu."""
    teratasi: int
    """Banyaknya masalah pada data utama yang hilang oleh usulan ini."""
    tenggat: Annotated[tuple[BarisTenggatLaporan, ...], Field(max_length=_BATAS)]
    angka: Annotated[tuple[BarisAngkaLaporan, ...], Field(max_length=_BATAS)]
    isian: Annotated[tuple[BarisIsian, ...], Field(max_length=_BATAS)]
    bukti: Annotated[tuple[BarisBerkas, ...], Field(max_length=_BATAS)]
    tanpa_bukti: Annotated[tuple[Sel, ...], Field(max_length=_BATAS)]
    """Angka yang berubah dan tidak menyebut bukti."""
    sasaran: Annotated[tuple[BarisSasaranLaporan, ...], Field(max_length=_BATAS)]
    beranda_lama: Hitung | None
    beranda_baru: Hitung | None
    berkas: Annotated[tuple[BarisBerkas, ...], Field(max_length=_BATAS)]
    periksa_mandiri: Annotated[tuple[Kalimat, ...], Field(max_length=50)]
    """Yang diperiksa Sekretaris sendiri."""

    @property
    def galat(self) -> int:
        return sum(row.wajib for row in self.masalah)

    @property
    def peringatan(self) -> int:
        """How many warnings the proposal brings."""
        return sum(row.baru and not row.wajib for row in self.masalah)

    @property
    def peringatan_lama(self) -> int:
        return len(self.masalah) - self.galat - self.peringatan


def baca_laporan(content: bytes) -> LaporanTinjauan | str:
    """K004 Laporan peninjauan tidak sah.

    Komentar hanya dibuat dari laporan yang bentuknya persis menurut skemanya. Laporan yang lain mungkin rusak, dari
    versi lain, atau disusun orang untuk memalsukan hasil.

    Cara memperbaiki: jalankan peninjauannya sekali lagi, dan pakai laporannya tanpa mengubahnya.
    """
    try:
        return LaporanTinjauan.model_validate_json(content, strict=True)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_url=False, include_context=False)[0]["loc"])) or "seluruhnya"
        return f"laporan tidak sah menurut skemanya (bagian: {where}); jalankan lagi peninjauannya."
