"""The Perjanjian Kinerja: the promise of a head to the one above, with the targets and the money it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sakipgen.rekap import RekapPk, RekapTahun
from sakipgen.rendering.dokumen import tabel_pk
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Dokumen, Medan, Penanda, Ruang
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.teks import kalimat
from sakipgen.rendering.pages.ucapan import nama_pk


def perjanjian_kinerja(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields every PK of the year that was signed, of the Kepala first."""
    for pk in pilihan.tahun.pk:
        if pilihan.unit in {None, pk.pemilik}:
            yield naskah_pk(bahan, pilihan.tahun, pk)


def naskah_pk(bahan: Bahan, year: RekapTahun, pk: RekapPk) -> Dokumen:
    """Returns one PK of a year."""
    return bingkai(bahan, year, _naskah(bahan, pk))


def nama_berkas(pk: RekapPk) -> str:
    """Returns the stem of the files of a PK."""
    return f"perjanjian-kinerja-{pk.tahun}-{pk.pemilik.lower()}-{pk.versi}"


def judul_pk(bahan: Bahan, pk: RekapPk) -> str:
    """Returns the full name of a PK."""
    return f"{nama_pk(pk.versi)} {pemilik(bahan, pk)} Tahun {pk.tahun}"


def _naskah(bahan: Bahan, pk: RekapPk) -> Naskah:
    name = nama_pk(pk.versi)
    whose = pemilik(bahan, pk)
    return Naskah(
        nama=nama_berkas(pk),
        judul=judul_pk(bahan, pk),
        subjek=f"Target kinerja dan anggaran {whose} tahun {pk.tahun} sebagaimana dijanjikan kepada atasannya.",
        templat="perjanjian-kinerja.j2",
        nilai={
            "judul": f"{name} Tahun {pk.tahun}".upper(),
            "unit": whose,
            "nomor": pk.isi.nomor or TITIK,
            **_pihak(bahan, pk),
            **_lampiran(bahan, pk),
        },
        kaki=f"{name} Tahun {pk.tahun} · {_singkat(bahan) if pk.kepala else whose}",
    )


def pemilik(bahan: Bahan, pk: RekapPk) -> str:
    """Returns whose PK it is, as printed: the office for that of its Kepala, else the unit."""
    instansi = bahan.rekap.instansi
    return instansi.perangkat_daerah.nama if pk.kepala else instansi.unit_kerja[pk.pemilik].nama


def _singkat(bahan: Bahan) -> str:
    instansi = bahan.rekap.instansi
    return f"{instansi.perangkat_daerah.singkatan} {instansi.daerah}"


def _pihak(bahan: Bahan, pk: RekapPk) -> dict[str, Any]:
    """Both parties, and their signatures: the one above on the left."""
    first = bahan.penanda(pk.isi.pihak_pertama, "Pihak Pertama,")
    above = pk.isi.pihak_kedua
    second = bahan.penanda(above, "Pihak Kedua,") if above else bahan.penanda_kepala_daerah("Pihak Kedua,")
    return {
        "isi_pertama": _medan(first),
        "isi_kedua": _medan(second),
        "ttd": bahan.tanda_tangan(second, first, hari=pk.isi.tanggal),
    }


def _medan(penanda: Penanda) -> Medan:
    return Medan((("Nama", kalimat(penanda.nama or TITIK)), ("Jabatan", kalimat(penanda.jabatan))))


def _lampiran(bahan: Bahan, pk: RekapPk) -> dict[str, Any]:
    kamus = bahan.rekap.indikator
    return {
        "target": tabel_pk.target_pk(kamus, pk),
        "jarak": Ruang(),
        "anggaran": tabel_pk.anggaran_pk(pk),
        "semula": _semula(pk),
        "alasan": pk.isi.alasan_perubahan or "",
        "ubah_target": tabel_pk.perubahan_target(kamus, pk),
        "ubah_anggaran": tabel_pk.perubahan_anggaran(pk),
    }


def _semula(pk: RekapPk) -> dict[str, Any] | None:
    """How the PK that it changes is named; None of the first."""
    if pk.sebelum is None or pk.versi_sebelum is None:
        return None
    return {
        "nama": f"{nama_pk(pk.versi_sebelum)} Tahun {pk.tahun}",
        "nomor": pk.sebelum.nomor or TITIK,
        "tanggal": pk.sebelum.tanggal,
    }


JENIS: Final = (Jenis("pk", "Perjanjian Kinerja", "prasyarat 9.1 dan 9.2", Lingkup.TAHUN, perjanjian_kinerja),)
