"""What a piece of evidence is and holds by its content, whatever its name says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sakipgen.domain.pribadi import Pribadi


class JenisIsi(StrEnum):
    """What a file is by its first bytes, in the word of messages."""

    PDF = "PDF"
    JPEG = "gambar JPG"
    PNG = "gambar PNG"
    XLSX = "buku kerja Excel (.xlsx)"
    DOCX = "naskah Word (.docx)"
    TEKS = "teks"
    HTML = "halaman web (HTML)"
    SVG = "gambar SVG"
    OFFICE_LAMA = "berkas Office lama atau yang diberi kata sandi"
    PROGRAM = "program"
    ZIP = "berkas ZIP"
    KOSONG = "berkas kosong"
    LAIN = "berkas jenis lain"


class Bahaya(StrEnum):
    """What evidence must not hold, in the words of messages."""

    SANDI = "kata sandi"
    JAVASCRIPT = "JavaScript"
    LAMPIRAN = "berkas lain di dalamnya"
    PERINTAH = "perintah yang menjalankan program"
    MAKRO = "makro"
    OBJEK = "objek tersemat"


class Keterbacaan(StrEnum):
    """How far a file could be looked into."""

    UTUH = "utuh"
    SEBAGIAN = "sebagian"
    """Its text is longer than what is looked at."""
    RUSAK = "rusak"
    BERAT = "berat"
    """It takes more time or memory than it may."""


@dataclass(frozen=True, slots=True)
class Jejak:
    """What metadata tells of persons and places; the names themselves are compared, never shown."""

    nama: tuple[str, ...] = ()
    lokasi: bool = False


@dataclass(frozen=True, slots=True)
class IsiBukti:
    """What was found in one file."""

    jenis: JenisIsi
    bahaya: tuple[Bahaya, ...] = ()
    terbaca: Keterbacaan = Keterbacaan.UTUH
    pribadi: Mapping[Pribadi, int] = field(default_factory=dict)
    """How many different ones its text holds, by kind."""
    rahasia: bool = False
    jejak: Jejak = Jejak()
