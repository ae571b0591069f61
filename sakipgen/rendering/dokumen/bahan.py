"""What papers are made from, which of them somebody asks for, and the frame that all of them have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from jinja2.sandbox import SandboxedEnvironment

from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.pejabat import DaftarPejabat, Pejabat
from sakipgen.rekap import Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Belum,
    Dokumen,
    Kolofon,
    Kop,
    Medan,
    Penanda,
    TandaTangan,
)
from sakipgen.rendering.dokumen.penomoran import Penomoran, nomori
from sakipgen.rendering.dokumen.teks import kalimat
from sakipgen.rendering.dokumen.templat import susun
from sakipgen.rendering.pages.konteks import Konteks, label

CONTOH: Final = "DATA CONTOH"
RANCANGAN: Final = "RANCANGAN – belum ditetapkan"
TITIK: Final = "…………………………"
"""What is written by hand."""


@dataclass(frozen=True)
class Bahan:
    """What all papers are made from."""

    rekap: Rekapitulasi
    konteks: Konteks
    """The look-ups and words that the site has too."""
    env: SandboxedEnvironment
    """Of the templates of papers."""
    pejabat: DaftarPejabat = field(default_factory=DaftarPejabat)
    final: bool = False
    """Whether the papers are asked for as final ones, without the mark of a draft."""

    @property
    def pd(self) -> str:
        """The office with its region: `Badan … Kabupaten …`."""
        instansi = self.rekap.instansi
        return f"{instansi.perangkat_daerah.nama} {instansi.daerah}"

    def penanda(self, jabatan: str, pengantar: str = "") -> Penanda:
        """Returns who signs for a position, by its kode."""
        instansi = self.rekap.instansi
        known = instansi.jabatan.get(jabatan)
        return _penanda(
            instansi.nama_jabatan(jabatan),
            self.pejabat.jabatan.get(jabatan),
            pengantar,
            (known and known.pejabat) or "",
            ber_nip=True,
        )

    def penanda_kepala_daerah(self, pengantar: str = "") -> Penanda:
        """Returns the head of the region, whose position alone is in the data."""
        return _penanda(self.rekap.instansi.kepala_daerah, self.pejabat.kepala_daerah, pengantar, "", ber_nip=False)

    def tanda_tangan(self, *penanda: Penanda, hari: date | None = None) -> TandaTangan:
        """Returns the signatures, with the place and the day above the last; without a day it is left to be written."""
        kota = self.rekap.instansi.perangkat_daerah.kota
        day = tanggal(hari) if hari else TITIK
        return TandaTangan(penanda, f"{kota}, {day}" if kota else day)


def _penanda(jabatan: str, orang: Pejabat | None, pengantar: str, nama: str, *, ber_nip: bool) -> Penanda:
    if orang is None:
        return Penanda(jabatan, pengantar, nama, ber_nip=ber_nip)
    title = f"{orang.sebutan.value} {jabatan}" if orang.sebutan else jabatan
    return Penanda(title, pengantar, orang.nama, orang.pangkat or "", orang.nip or "", ber_nip=ber_nip)


@dataclass(frozen=True)
class Pilihan:
    """Which papers of a kind somebody asks for."""

    tahun: RekapTahun
    periode: RekapPeriode | None = None
    """None for the whole year."""
    unit: str | None = None
    """Kode of a unit kerja, or `kepala`; None for all."""
    prosedur: str | None = None
    """`pengumpulan` or `pengukuran`; None for both."""

    @property
    def lembar(self) -> RekapPeriode:
        """The period that is told, else the year."""
        return self.periode or self.tahun.setahun


@dataclass(frozen=True)
class Naskah:
    """A paper before its frame: which template says it, and what that may name."""

    nama: str
    """The stem of its files."""
    judul: str
    subjek: str
    """One sentence on what it is."""
    templat: str
    nilai: Mapping[str, Any]
    cara: Penomoran = Penomoran.TANPA
    berkop: bool = True
    rancangan: bool = False
    """Whether it is a draft as yet: nobody wrote down that it was signed."""
    kaki: str = ""
    """What stands at the foot of its pages; its title if empty."""


def bingkai(bahan: Bahan, tahun: RekapTahun, naskah: Naskah) -> Dokumen:
    """Returns a paper with letterhead, marks, numbers and colophon.

    Its template may name, beside its own values: `instansi`, `pd` (office with region), `tahun`, `per_tanggal` (the day
    that the data are seen from), `bahan`.
    """
    instansi = bahan.rekap.instansi
    shared = {
        "instansi": instansi,
        "pd": bahan.pd,
        "tahun": tahun.tahun,
        "per_tanggal": bahan.rekap.posisi.per_tanggal,
        "bahan": bahan,
    }
    parts = nomori(susun(bahan.env, naskah.templat, {**shared, **naskah.nilai}), naskah.cara)
    draft = naskah.rancangan and not bahan.final
    caps = (CONTOH,) if instansi.status_data is StatusData.CONTOH else ()
    return Dokumen(
        nama=naskah.nama,
        judul=naskah.judul,
        subjek=naskah.subjek,
        penerbit=bahan.pd,
        tanggal=bahan.rekap.posisi.per_tanggal,
        bagian=_berkolofon(bahan, tahun, parts),
        kop=kop(bahan) if naskah.berkop else None,
        cap=(*caps, *((RANCANGAN,) if draft else ())),
        kaki=naskah.kaki or f"{naskah.judul} · {instansi.perangkat_daerah.singkatan} {instansi.daerah}",
        kertas=instansi.perangkat_daerah.kertas,
    )


def kop(bahan: Bahan) -> Kop:
    """Returns the letterhead of the office."""
    pd = bahan.rekap.instansi.perangkat_daerah
    return Kop((bahan.rekap.instansi.nama.upper(), pd.nama.upper()), pd.alamat or pd.kota or "")


def _berkolofon(bahan: Bahan, tahun: RekapTahun, parts: Sequence[Bagian]) -> tuple[Bagian, ...]:
    """The same parts, with what the paper was made from at the end of the last."""
    *before, last = parts
    missing = tuple(blok for part in parts for blok in part.isi if isinstance(blok, Belum))
    medan = Medan(tuple((name, kalimat(told)) for name, told in _asal(bahan, tahun)))
    return (*before, replace(last, isi=(*last.isi, Kolofon(medan, missing))))


def _asal(bahan: Bahan, tahun: RekapTahun) -> Iterator[tuple[str, str]]:
    rekap = bahan.rekap
    yield "Data", f"sampai {label(rekap.posisi.sampai)}, dilihat per {tanggal(rekap.posisi.per_tanggal)}"
    yield "Revisi", rekap.revisi or "tidak tercatat"
    yield "Metode", tahun.metode.nama
