"""B, D: what evidence that anybody may open tells of persons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan
from sakipgen.checking.bukti import tempat_bukti
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.bukti import Klasifikasi
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.isi_bukti import IsiBukti, Keterbacaan
from sakipgen.domain.pribadi import Pribadi

_PENANDA_TANGAN: Final = 3
"""So many NIP stand on a paper because its signers are officials; more are a list."""
_PROGRAM: Final = frozenset(
    {"", "microsoft office user", "openpyxl", "python-docx", "administrator", "admin", "user", "penulis", "xlsxwriter"}
)
"""What programs write where a name should stand."""


def data_pribadi_terbuka(dataset: Dataset) -> Iterator[Issue]:
    """D003 Bukti terbuka memuat data pribadi.

    Bukti berklasifikasi `publik` dapat dibuka siapa saja; bila repositorinya terbuka untuk umum, bukti `internal` pun
    begitu. Di dalamnya tidak boleh ada NIK, NPWP, nomor rekening, telepon genggam, atau kartu keluarga, dan tidak
    boleh ada daftar NIP. NIP penanda tangan, paling banyak tiga, dibiarkan. Hasil pindai berupa gambar tidak dapat
    diperiksa oleh program: periksa sendiri sebelum mengunggahnya.

    Cara memperbaiki: hitamkan datanya lalu cetak ulang ke PDF; atau ganti klasifikasinya menjadi `internal`; atau
    titipkan berkasnya di arsip kantor dan tulis `nomor_arsip`.
    """
    for path, loc, isi, publik in _terbuka(dataset):
        if told := _dimuat(isi):
            cure = "ganti klasifikasinya" if publik else "titipkan berkasnya di arsip kantor"
            message = f"berkas ini dapat dibuka siapa saja dan memuat {told}; hitamkan datanya, atau {cure}."
            yield galat(path, loc, "D003", message)


def jejak_terbuka(dataset: Dataset) -> Iterator[Issue]:
    """D005 Bukti terbuka menyimpan nama atau lokasi.

    Selain yang tampak, berkas menyimpan keterangan tentang dirinya: nama orang yang membuat atau mengubahnya, dan pada
    foto letak pengambilannya. Keterangan itu ikut terbuka bersama berkasnya.

    Cara memperbaiki: jalankan `sakipgen bersihkan` pada berkas itu. Isinya tidak berubah; sidik SHA-256-nya berubah,
    dan perintah itu menyebut di mana sidik yang baru ditulis.
    """
    office = _nama_kantor(dataset)
    for path, loc, isi, _ in _terbuka(dataset):
        named = any(name.strip().lower() not in office for name in isi.jejak.nama)
        kinds = [*(["nama orang"] if named else []), *(["lokasi"] if isi.jejak.lokasi else [])]
        if kinds:
            told = " dan ".join(kinds)
            message = f"metadata berkas ini memuat {told}; jalankan `sakipgen bersihkan` pada berkas ini."
            yield galat(path, loc, "D005", message)


def tak_terperiksa(dataset: Dataset) -> Iterator[Issue]:
    """B015 Bukti terbuka terlalu panjang untuk diperiksa seluruhnya.

    Program mencari data pribadi pada 500 halaman atau dua juta huruf pertama. Selebihnya tidak diperiksa. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa sendiri sisanya, atau pecah berkasnya menjadi beberapa bukti.
    """
    for path, loc, isi, _ in _terbuka(dataset):
        if isi.terbaca is Keterbacaan.SEBAGIAN:
            message = "berkas ini terlalu panjang untuk diperiksa seluruhnya; periksa sendiri sisanya, atau "
            message += "pecah berkasnya."
            yield peringatan(path, loc, "B015", message)


def _terbuka(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, IsiBukti, bool]]:
    """Where each piece of evidence that anybody may open is named first, what it holds, and whether it is publik."""
    known = dataset.instansi.isi.repositori is not None
    seen: set[str] = set()
    for path, loc, place in sorted(tempat_bukti(dataset), key=lambda row: row[2].klasifikasi is not Klasifikasi.PUBLIK):
        public = place.klasifikasi is Klasifikasi.PUBLIK
        if not place.berkas or place.berkas in seen or not (public or known):
            continue
        seen.add(place.berkas)
        found = dataset.bukti.get(PurePosixPath(place.berkas))
        if found and found.isi:
            yield path, (*loc, "berkas"), found.isi, public


def _dimuat(isi: IsiBukti) -> str:
    """What a file holds of personal data, counted, in words; what letterheads and signatures hold is left out."""
    rows = {
        kind: count
        for kind, count in isi.pribadi.items()
        if kind is not Pribadi.SUREL and (kind is not Pribadi.NIP or count > _PENANDA_TANGAN)
    }
    return " dan ".join(f"{count} {kind}" for kind, count in rows.items())


def _nama_kantor(dataset: Dataset) -> frozenset[str]:
    """What may stand where a file names who made it: the office, its units, its positions, and programs."""
    office = dataset.instansi.isi
    names = [office.nama, office.daerah, office.perangkat_daerah.nama, office.perangkat_daerah.singkatan]
    names += (unit.nama for unit in office.unit_kerja.values())
    names += (jabatan.nama for jabatan in office.jabatan.values())
    return _PROGRAM | {name.lower() for name in [*names, *office.unit_kerja]}


RULES: Final = (data_pribadi_terbuka, jejak_terbuka, tak_terperiksa)
