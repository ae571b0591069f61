"""The review as JSON, of which all other forms are made; one that comes back from elsewhere is checked first."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

VERSI: Final = 1
_BATAS: Final = 20_000
"""So many rows of a kind at most."""

Kalimat = Annotated[str, StringConstraints(max_length=2_000)]
Sel = Annotated[str, StringConstraints(max_length=500)]
Nama = Annotated[str, StringConstraints(max_length=300)]
Tautan = Annotated[
    str,
    StringConstraints(
        max_length=500,
        pattern=r"^https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[A-Za-z0-9._~%/-]*)?(\?[A-Za-z0-9._~%&=-]*)?"
        r"(#[A-Za-z0-9._~-]*)?$",
    ),
]
"""An address whose every character is harmless in Markdown and HTML, without an account in it."""


class _Bagian(BaseModel):
    """Base of all parts: frozen, nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, strict=True)


class BarisMasalah(_Bagian):
    """Satu masalah."""

    tingkat: Literal["galat", "peringatan"]
    """`galat` menghalangi, `peringatan` tidak."""
    kode: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{3}$")]
    """Kode aturannya, misalnya `P001`."""
    berkas: Nama
    """Jalur berkasnya dari akar repositori."""
    baris: int = Field(ge=1)
    """Nomor baris, mulai dari 1."""
    kolom: int = Field(ge=1)
    """Nomor kolom, mulai dari 1."""
    di: Sel
    """Isian yang dimaksud, dalam kata."""
    pesan: Kalimat
    """Apa yang ditemukan dan cara memperbaikinya."""
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
    """Kodenya."""
    nama: Nama
    """Nama indikator."""
    satuan: Nama
    """Satuannya."""
    periode: Nama
    """Periodenya, dalam kata."""
    langsung: bool
    """Apakah usulan mengubah angka baris ini sendiri, atau baris ini hanya ikut berubah."""
    target_lama: Sel
    """Target sebelum usulan."""
    target_baru: Sel
    """Target sesudah usulan."""
    realisasi_lama: Sel
    """Realisasi sebelum usulan."""
    realisasi_baru: Sel
    """Realisasi sesudah usulan."""
    periode_ini: Sel | None
    """Angka periode itu sendiri sesudah usulan, bila realisasinya gabungan sejak awal tahun."""
    capaian_lama: Sel
    """Capaian sebelum usulan, seperti dicetak."""
    capaian_baru: Sel
    """Capaian sesudah usulan, seperti dicetak."""
    kategori_lama: Sel
    """Kategori sebelum usulan, atau mengapa tidak ada."""
    kategori_baru: Sel
    """Kategori sesudah usulan, atau mengapa tidak ada."""
    turun: bool
    """Apakah capaiannya turun."""
    capaian_mentah_lama: Sel | None
    """Capaian sebelum dibulatkan, titik desimal; kosong bila tidak ada."""
    capaian_mentah_baru: Sel | None
    """Capaian sesudah usulan sebelum dibulatkan."""


class BarisPenjelasanLaporan(_Bagian):
    """Satu penjelasan atau bukti di samping angka, sebelum dan sesudah."""

    kode: Nama
    """Kode indikatornya."""
    periode: Nama
    """Periodenya, dalam kata."""
    isian: Nama
    """Namanya: bukti, kendala, solusi, dan seterusnya."""
    lama: Kalimat | None
    """Isi sebelum usulan; kosong bila belum ada."""
    baru: Kalimat | None
    """Isi sesudah usulan; kosong bila dihapus."""


class BarisKoreksiLaporan(_Bagian):
    """Satu koreksi yang ditambahkan usulan."""

    kode: Nama
    """Kode koreksinya."""
    indikator: Nama
    """Kode indikator yang dikoreksi."""
    periode: Nama
    """Periodenya, dalam kata."""
    isian: Nama
    """Isian yang berubah: `nilai`, atau nama komponen."""
    lama: Sel | None
    """Isinya sebelum dikoreksi; kosong bila belum ada."""
    baru: Sel | None
    """Isinya sesudah dikoreksi; kosong bila dicabut."""
    jenis: Nama
    """Jenis koreksi, dalam kata."""
    tingkat: Nama
    """Seberapa besar akibatnya."""
    alasan: Kalimat
    """Mengapa angkanya berubah."""
    diminta: Nama
    """Jabatan yang meminta."""
    disetujui: Annotated[tuple[Nama, ...], Field(max_length=50)]
    """Jabatan yang menyetujui menurut catatannya."""
    bukti: Annotated[tuple[Sel, ...], Field(max_length=_BATAS)]
    """Bukti dukung angka yang baru."""


class BarisIsian(_Bagian):
    """Satu isian yang berubah, seperti tertulis dalam berkasnya."""

    dokumen: Nama
    """Dokumen yang memuatnya, dalam kata."""
    kode: Nama
    """Kodenya."""
    periode: Nama
    """Periodenya, dalam kata."""
    isian: Nama
    """Nama isiannya."""
    lama: Sel | None
    """Isi sebelum usulan; kosong bila belum ada."""
    baru: Sel | None
    """Isi sesudah usulan; kosong bila dihapus."""
    berkas: Nama
    """Jalur berkasnya dari akar repositori."""


class BarisBerkas(_Bagian):
    """Satu berkas yang ditambah, diubah, atau dihapus."""

    berkas: Nama
    """Jalur berkasnya dari akar repositori."""
    perubahan: Literal["ditambah", "diubah", "dihapus"]
    """`ditambah`, `diubah`, atau `dihapus`."""
    ukuran: int | None
    """Besarnya dalam bita sesudah usulan; kosong bila dihapus."""


class BarisSasaranLaporan(_Bagian):
    """Satu sasaran atau tujuan pada satu periode, sebelum dan sesudah."""

    kode: Nama
    """Kodenya."""
    nama: Nama
    """Uraiannya."""
    periode: Nama
    """Periodenya, dalam kata."""
    tercapai_lama: Sel
    """Misalnya `2 dari 3`."""
    tercapai_baru: Sel
    """Sesudah usulan."""
    capaian_lama: Sel
    """Capaian sebelum usulan, seperti dicetak."""
    capaian_baru: Sel
    """Capaian sesudah usulan, seperti dicetak."""
    kategori_lama: Sel
    """Kategori sebelum usulan, atau mengapa tidak ada."""
    kategori_baru: Sel
    """Kategori sesudah usulan, atau mengapa tidak ada."""


class BarisTenggatLaporan(_Bagian):
    """Satu laporan dan tenggatnya."""

    unit: Nama
    """Nama unit."""
    periode: Nama
    """Periodenya, dalam kata."""
    jatuh_tempo: Sel
    """Hari terakhir yang tepat waktu."""
    dikirim: Sel
    """`belum diketahui` bila waktu kirim tidak disebut."""
    status: Sel
    """Tepat waktu atau terlambat, dalam kata."""
    terlambat_hari: int | None
    """Berapa hari terlambat; kosong bila waktu kirim tidak disebut."""


class BarisNaskah(_Bagian):
    """Satu naskah yang perlu dibuat ulang."""

    kode: Nama
    """Kode naskah menurut `sakipgen susun`."""
    judul: Nama
    """Nama naskahnya."""
    periode: Nama
    """Periode atau tahunnya, dalam kata."""
    unit: Nama | None
    """Nama unitnya; kosong bila naskah itu milik seluruh perangkat daerah."""


class Hitung(_Bagian):
    """Hitungan pada Beranda."""

    tercapai: int
    """Banyaknya IKU yang targetnya tercapai."""
    terukur: int
    """Banyaknya IKU yang ada capaiannya."""
    dari: int
    """Banyaknya IKU."""


class LaporanTinjauan(_Bagian):
    """Hasil peninjauan satu usulan."""

    versi: Literal[1]
    """Versi bentuk laporan ini."""
    judul: Sel
    """Judul: nomor usulan, unit, dan periode."""
    revisi: Nama
    """Revisi usulan."""
    pengirim: Nama | None
    """Akun pengirim; kosong bila tidak disebut."""
    dikirim: Sel | None
    """Waktu kirim menurut repositori; kosong bila tidak disebut."""
    per_tanggal: Nama | None
    """Hari yang dilihat; kosong bila angkanya tidak dapat diukur."""
    berkas_diperiksa: int
    """Banyaknya berkas data yang dibaca."""
    sebagian: bool
    """Apakah sebagian aturan belum dapat diperiksa sebelum galat diperbaiki."""
    terukur: bool
    """Apakah angka kedua sisi dapat diukur."""
    masalah: Annotated[tuple[BarisMasalah, ...], Field(max_length=_BATAS)]
    """Semua masalah, yang terberat lebih dahulu."""
    teratasi: int
    """Banyaknya masalah pada data utama yang hilang oleh usulan ini."""
    tenggat: Annotated[tuple[BarisTenggatLaporan, ...], Field(max_length=_BATAS)]
    """Laporan yang disampaikan usulan ini dan tenggatnya."""
    angka: Annotated[tuple[BarisAngkaLaporan, ...], Field(max_length=_BATAS)]
    """Indikator yang angkanya berubah; yang diubah langsung lebih dahulu."""
    koreksi: Annotated[tuple[BarisKoreksiLaporan, ...], Field(max_length=_BATAS)]
    """Koreksi yang ditambahkan usulan ini."""
    penjelasan: Annotated[tuple[BarisPenjelasanLaporan, ...], Field(max_length=_BATAS)]
    """Bukti, kendala, solusi, dan penjelasan lain yang berubah di samping angkanya."""
    isian: Annotated[tuple[BarisIsian, ...], Field(max_length=_BATAS)]
    """Isian yang berubah seperti tertulis: target, realisasi, anggaran, cara mengukur."""
    bukti: Annotated[tuple[BarisBerkas, ...], Field(max_length=_BATAS)]
    """Berkas bukti yang berubah."""
    tanpa_bukti: Annotated[tuple[Sel, ...], Field(max_length=_BATAS)]
    """Angka yang berubah dan tidak menyebut bukti."""
    sasaran: Annotated[tuple[BarisSasaranLaporan, ...], Field(max_length=_BATAS)]
    """Sasaran yang berubah."""
    tujuan: Annotated[tuple[BarisSasaranLaporan, ...], Field(max_length=_BATAS)]
    """Tujuan yang berubah."""
    beranda_lama: Hitung | None
    """Hitungan sebelum usulan; kosong bila tidak dapat diukur."""
    beranda_baru: Hitung | None
    """Hitungan sesudah usulan."""
    naskah: Annotated[tuple[BarisNaskah, ...], Field(max_length=_BATAS)]
    """Naskah yang sudah dibuat dan memuat angka yang berubah."""
    pratinjau: Tautan | None
    """Alamat pratinjau situs dengan usulan ini; kosong bila tidak ada. Bukan data resmi."""
    berkas: Annotated[tuple[BarisBerkas, ...], Field(max_length=_BATAS)]
    """Semua berkas yang berubah, juga di luar data."""
    persetujuan: Annotated[tuple[Nama, ...], Field(max_length=50)]
    """Siapa yang harus menyetujui: Sekretaris, dan Kepala bila yang sudah diumumkan atau ditandatangani berubah."""
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


def tautan_sah(alamat: str) -> bool:
    """Whether an address may stand in a report."""
    try:
        TypeAdapter(Tautan).validate_python(alamat)
    except ValidationError:
        return False
    return True


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
