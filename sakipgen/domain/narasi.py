"""The prose of the LKjIP, which people write and no figure replaces: of a year's report, and of each sasaran in it.

Every field may be absent while the report is a draft; `WAJIB_LAPORAN` and `WAJIB_SASARAN` say what a final one needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import StringConstraints, model_validator

from sakipgen.domain.angka import Bilangan
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, refuse
from sakipgen.domain.waktu import Tahun

Prosa = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""Plain text of several paragraphs; a blank line parts them."""


class Pegawai(Model):
    """Jumlah pegawai menurut satu golongan, jenis jabatan, atau pendidikan."""

    uraian: Teks
    """Kelompok pegawai, misalnya `Golongan III` atau `Jabatan fungsional`. Setiap pegawai masuk tepat satu kelompok."""
    laki_laki: Bilangan
    """Jumlah pegawai laki-laki."""
    perempuan: Bilangan
    """Jumlah pegawai perempuan."""

    @property
    def jumlah(self) -> int:
        return self.laki_laki + self.perempuan


class Sarana(Model):
    """Satu jenis sarana dan prasarana kantor."""

    uraian: Teks
    """Nama sarana, misalnya `Kendaraan roda empat`."""
    jumlah: Bilangan
    """Jumlahnya pada akhir tahun."""
    satuan: Teks
    """Satuannya, misalnya `unit`."""
    kondisi: Teks
    """Keadaannya, misalnya `baik` atau `4 baik, 1 rusak ringan`."""


class SumberDaya(Model):
    """Pegawai dan sarana kantor pada akhir tahun laporan."""

    uraian: Prosa | None = None
    """Penjelasan atas tabel pegawai dan sarana."""
    pegawai: tuple[Pegawai, ...] = ()
    """Jumlah pegawai menurut kelompok, dalam urutan tampil."""
    sarana: tuple[Sarana, ...] = ()
    """Sarana dan prasarana, dalam urutan tampil."""

    @property
    def jumlah_pegawai(self) -> Pegawai:
        """All pegawai together, as the last row of their table."""
        rows = self.pegawai
        return Pegawai(
            uraian="Jumlah", laki_laki=sum(r.laki_laki for r in rows), perempuan=sum(r.perempuan for r in rows)
        )


class IsuStrategis(Model):
    """Satu isu strategis: masalah utama yang dihadapi perangkat daerah."""

    nama: Teks
    """Isu dalam satu kalimat pendek."""
    uraian: TeksPanjang
    """Apa masalahnya, bagi siapa, dan mengapa penting."""


class Penghargaan(Model):
    """Satu penghargaan yang diterima perangkat daerah."""

    nama: Teks
    """Nama penghargaan."""
    pemberi: Teks
    """Lembaga yang memberikan."""
    tahun: Tahun
    """Tahun diterima."""


class LangkahKeDepan(Model):
    """Satu langkah perbaikan sesudah tahun laporan."""

    uraian: TeksPanjang
    """Apa yang akan dikerjakan, cukup jelas untuk ditagih."""
    penanggung_jawab: Kode
    """Kode unit kerja penanggung jawab."""
    waktu: Teks
    """Kapan selesai, misalnya `Triwulan II 2026`."""


class NarasiLaporan(Model):
    """Teks LKjIP satu tahun yang ditulis orang. Angka dan tabelnya dihitung program dan tidak ditulis di sini."""

    kata_pengantar: Prosa | None = None
    """Kata pengantar yang ditandatangani Kepala, tanpa tempat, tanggal, dan nama. Dicetak sebelum daftar isi."""
    ikhtisar: Prosa | None = None
    """Paragraf tambahan sesudah ringkasan capaian yang dihitung program. Dicetak dalam Ikhtisar Eksekutif."""
    gambaran_umum: Prosa | None = None
    """Kedudukan, tugas, dan fungsi perangkat daerah. Dicetak dalam Bab I."""
    struktur: Prosa | None = None
    """Penjelasan atas susunan organisasi; daftar unit dan tugasnya dari `instansi.yaml`. Dicetak dalam Bab I."""
    sumber_daya: SumberDaya | None = None
    """Pegawai dan sarana pada akhir tahun. Dicetak dalam Bab I."""
    aspek_strategis: Prosa | None = None
    """Peran perangkat daerah bagi warga dan pemerintah daerah. Dicetak dalam Bab I."""
    isu_strategis: tuple[IsuStrategis, ...] = ()
    """Masalah utama yang dihadapi, biasanya tiga sampai lima. Dicetak dalam Bab I."""
    dasar_hukum: tuple[Teks, ...] = ()
    """Peraturan yang mendasari laporan, dari yang tertinggi. Dicetak dalam Bab I."""
    penghargaan: tuple[Penghargaan, ...] = ()
    """Penghargaan yang diterima dalam tahun laporan. Dicetak dalam Bab III."""
    inovasi: Prosa | None = None
    """Cara kerja baru dalam tahun laporan dan gunanya. Dicetak dalam Bab III."""
    efisiensi: Prosa | None = None
    """Penghematan perangkat daerah secara keseluruhan; per sasaran ditulis dalam berkas sasarannya. Dicetak dalam
    Bab III."""
    simpulan: Prosa | None = None
    """Simpulan umum atas keberhasilan dan kegagalan tahun itu. Dicetak dalam Bab IV."""
    langkah_ke_depan: tuple[LangkahKeDepan, ...] = ()
    """Langkah perbaikan tahun berikutnya. Dicetak dalam Bab IV."""


class NarasiSasaran(Model):
    """Analisis satu sasaran strategis dalam LKjIP satu tahun. Folder menyebut tahunnya, nama berkas kode sasarannya."""

    penyebab: Prosa | None = None
    """Mengapa sasaran ini berhasil atau gagal, sebagai keseluruhan. Dicetak dalam Bab III.A, analisis 5."""
    solusi: Prosa | None = None
    """Apa yang sudah dilakukan atas yang belum tercapai. Dicetak dalam Bab III.A, analisis 5."""
    pembanding: Prosa | None = None
    """Perbandingan dengan standar nasional atau daerah lain, beserta sumbernya. `standar_nasional` dalam kamus sudah
    dicetak sebagai tabel. Dicetak dalam Bab III.A, analisis 4."""
    tanpa_pembanding: Prosa | None = None
    """Alasan mengapa tidak ada standar atau pembanding; pengganti `pembanding`. Dicetak dalam Bab III.A, analisis 4."""
    efisiensi: Prosa | None = None
    """Bagaimana pegawai, waktu, dan uang dihemat atau tidak. Dicetak dalam Bab III.A, analisis 6."""
    program_penunjang: Prosa | None = None
    """Program dan kegiatan mana yang menunjang atau menghambat, dan bagaimana. Dicetak dalam Bab III.A, analisis 7."""
    rekomendasi: Prosa | None = None
    """Perbaikan yang disarankan untuk tahun berikutnya. Dicetak dalam Bab III.A, sesudah analisis 7."""

    @model_validator(mode="after")
    def _satu_pembanding(self) -> Self:
        if self.pembanding is not None and self.tanpa_pembanding is not None:
            raise refuse(
                "S008",
                "`pembanding` dan `tanpa_pembanding` tidak dapat benar bersama-sama; "
                "hapus `tanpa_pembanding` bila pembandingnya memang ada.",
            )
        return self


# ── What a final report needs ────────────────────────────────────────────────────────────────────────────────────


class Penulis(StrEnum):
    """Who writes a text."""

    SEKRETARIAT = "sekretariat"
    PENANGGUNG_JAWAB_SASARAN = "penanggung_jawab_sasaran"
    """The unit that the Renstra names for the sasaran, else the Sekretariat."""


class Syarat(StrEnum):
    """When a text is needed."""

    SELALU = "selalu"
    ADA_YANG_DI_BAWAH_TARGET = "ada_yang_di_bawah_target"
    ADA_YANG_TANPA_STANDAR = "ada_yang_tanpa_standar"
    """Unless every indikator of the sasaran has its `standar_nasional`."""


@dataclass(frozen=True, slots=True)
class Wajib:
    """A text without which a report is not final."""

    isian: tuple[str, ...]
    """The fields that say it; one of them is enough."""
    bab: int
    """The chapter; 0 of what stands before the first."""
    bagian: str
    """Where it is printed."""
    apa: str
    """What it is, in the words of the report."""
    syarat: Syarat = Syarat.SELALU
    penulis: Penulis = Penulis.SEKRETARIAT


WAJIB_LAPORAN: Final = (
    Wajib(("kata_pengantar",), 0, "Kata Pengantar", "kata pengantar"),
    Wajib(("gambaran_umum",), 1, "Bab I", "gambaran umum organisasi"),
    Wajib(("isu_strategis",), 1, "Bab I", "isu strategis"),
    Wajib(("dasar_hukum",), 1, "Bab I", "dasar hukum"),
    Wajib(("simpulan",), 4, "Bab IV", "simpulan"),
    Wajib(("langkah_ke_depan",), 4, "Bab IV", "langkah ke depan"),
)
"""What a final report needs once, in the order of the report."""


def _sasaran(isian: tuple[str, ...], analisis: int, apa: str, syarat: Syarat = Syarat.SELALU) -> Wajib:
    return Wajib(isian, 3, f"Bab III.A, analisis {analisis}", apa, syarat, Penulis.PENANGGUNG_JAWAB_SASARAN)


WAJIB_SASARAN: Final = (
    _sasaran(
        ("pembanding", "tanpa_pembanding"),
        4,
        "pembanding, atau alasan bila tidak ada",
        Syarat.ADA_YANG_TANPA_STANDAR,
    ),
    _sasaran(("penyebab",), 5, "penyebab keberhasilan atau kegagalan"),
    _sasaran(("solusi",), 5, "solusi yang telah dilakukan", Syarat.ADA_YANG_DI_BAWAH_TARGET),
    _sasaran(("efisiensi",), 6, "efisiensi penggunaan sumber daya"),
    _sasaran(("program_penunjang",), 7, "program dan kegiatan penunjang"),
)
"""What a final report needs of each sasaran, in the order of the analyses of Permen PANRB 53/2014."""


def belum_ditulis(
    isi: NarasiLaporan | NarasiSasaran, *, berlaku: frozenset[Syarat] = frozenset({Syarat.SELALU})
) -> Iterator[Wajib]:
    """Yields what a final report needs of a text that is not written, under the conditions that hold."""
    for wajib in WAJIB_LAPORAN if isinstance(isi, NarasiLaporan) else WAJIB_SASARAN:
        if wajib.syarat in berlaku and not any(getattr(isi, name) for name in wajib.isian):
            yield wajib
