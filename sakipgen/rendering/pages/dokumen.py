"""The page of documents: what each year must have, and where every paper is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup, escape

from sakipgen.domain.bukti import Klasifikasi
from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.rekap import BarisDokumen, DokumenWajib, RekapTahun
from sakipgen.rendering.cetak import Angka, ukuran, waktu
from sakipgen.rendering.kalimat import Kalimat, teks
from sakipgen.rendering.kalimat_dokumen import FaktaWajib, wajib
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.konteks import Isi, Konteks

DOKUMEN: Final[Mapping[str, str]] = {
    "renstra": "Renstra",
    JenisDokumen.SK_IKU: "Keputusan IKU",
    JenisDokumen.RENJA: "Renja",
    JenisDokumen.DPA: "DPA",
    "perjanjian_kinerja": "Perjanjian Kinerja",
    "rencana_aksi": "Rencana Aksi",
    JenisDokumen.LKJIP: "LKjIP",
    JenisDokumen.REVIU_LKJIP: "Reviu LKjIP",
    JenisDokumen.HASIL_EVALUASI: "Hasil evaluasi AKIP",
    JenisDokumen.SOP: "SOP",
    JenisDokumen.LAINNYA: "Dokumen lain",
}
"""What the kinds of document are called, in the order in which they come about; data files have kinds of their own."""
_SIDIK: Final = 12
"""Digits of a SHA-256 that a table shows."""
ADA: Final = Markup('<span aria-hidden="true">✓</span> ada')
BELUM: Final = Markup('<span aria-hidden="true">○</span> belum ada')
TEMPO: Final = Markup('<span aria-hidden="true">○</span> belum jatuh tempo')
_TERBUKA: Final = Markup('<span aria-hidden="true">◔</span> ada, belum ditutup')
_LEWAT: Final = Markup('<span aria-hidden="true">▲</span> <b>belum ada</b>, lewat jatuh tempo')
_RANCANGAN: Final = Markup("<b>RANCANGAN – belum ditetapkan</b>")


@dataclass(frozen=True, slots=True)
class WajibTampil:
    """A document that a year must have."""

    jenis: str
    keadaan: Markup
    jangkar: str | None
    """Of the first that is there; None where none is."""
    yang_ada: str
    tanggal: str
    """Of the latest."""
    tempo: str


@dataclass(frozen=True, slots=True)
class UkurTampil:
    """The measurement of a quarter: its page, and the day it was closed."""

    nama: str
    keadaan: Markup
    alamat: str | None
    """None while the quarter has not ended."""
    tanggal: str
    tempo: str


@dataclass(frozen=True, slots=True)
class TahunWajib:
    """The checklist of one year."""

    tahun: int
    ucapan: tuple[Kalimat, ...]
    wajib: tuple[WajibTampil, ...]
    pengukuran: tuple[UkurTampil, ...]
    """The quarters of the year."""


@dataclass(frozen=True, slots=True)
class DokumenTampil:
    """One document as a row."""

    id: str
    judul: str
    jenis: str
    nomor: str
    tanggal: str
    tempat: Markup
    sidik: str | None
    keadaan: Markup
    kaitan: tuple[tuple[str, str, str], ...]
    """How it stands to another: word, anchor and title."""
    sumber: Markup


@dataclass(frozen=True, slots=True)
class TahunDokumen:
    tahun: int
    baris: tuple[DokumenTampil, ...]


@dataclass(frozen=True, slots=True)
class BerkasNaskah:
    """A file of a paper: its path below the site's root, bytes, SHA-256."""

    path: PurePosixPath
    ukuran: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NaskahUnduh:
    """A paper that was made from the data."""

    judul: str
    tahun: int
    keadaan: str | None
    """What became of it, in words; None of a draft."""
    berkas: tuple[BerkasNaskah, ...]


@dataclass(frozen=True, slots=True)
class NaskahTampil:
    """A file of a paper as a row."""

    judul: str
    keadaan: Markup
    alamat: str
    bentuk: str
    ukuran: str
    sidik: str


def halaman(konteks: Konteks, naskah: Sequence[NaskahUnduh] = ()) -> Page:
    """Returns the page of documents, the latest year first; `naskah` are the papers that were made from the data."""
    utama = konteks.rekap.utama
    years = tuple(_wajib(year) for year in reversed(konteks.rekap.tahun))
    tables = tuple(_tahun(konteks, konteks.rekap.dokumen))
    main = next((year for year in years if utama and year.tahun == utama.tahun), None)
    isi = Isi(
        templat="dokumen",
        path="dokumen",
        judul="Dokumen",
        uraian=f"Dokumen kinerja {konteks.pd.singkatan}: {teks(main.ucapan) if main else 'belum ada.'}",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=(
            Bagian("wajib", "Dokumen wajib"),
            *((Bagian("naskah", "Naskah dari data ini"),) if naskah else ()),
            Bagian("daftar", "Semua dokumen"),
            Bagian("periksa", "Memeriksa berkas"),
        ),
        jejak=(("Dokumen", None),),
        berkas=tuple(row.rujukan.berkas for row in konteks.rekap.dokumen),
        nilai={
            "utama": main,
            "tahun": years,
            "dokumen": tables,
            "naskah": tuple(_naskah(naskah)),
            "minta": konteks.pd.pengaduan,
        },
    )
    return konteks.susun(isi)


# ── What a year must have ────────────────────────────────────────────────────────────────────────────────────────


def _wajib(year: RekapTahun) -> TahunWajib:
    rows = year.dokumen_wajib
    final = sum(_final(row) for row in rows)
    facts = FaktaWajib(
        dari=len(rows),
        ada=final,
        rancangan=sum(bool(row.dokumen) for row in rows) - final,
        terlambat=sum(row.terlambat for row in rows),
        nanti=sum(row.jatuh_tempo is not None and not row.terlambat and not row.dokumen for row in rows),
    )
    return TahunWajib(
        tahun=year.tahun,
        ucapan=wajib(facts, year.tahun),
        wajib=tuple(_baris_wajib(row) for row in rows),
        pengukuran=tuple(_ukur(year, periode) for periode in Frekuensi.TRIWULANAN.periode(year.tahun)),
    )


def _ukur(year: RekapTahun, periode: Periode) -> UkurTampil:
    """A quarter; it counts as measured from the day it is closed."""
    prd = year.pada(periode)
    closed = prd.siklus.penutupan if prd and prd.siklus else None
    measured = ADA if closed else _TERBUKA
    return UkurTampil(
        nama=periode.label,
        keadaan=measured if prd else TEMPO,
        alamat=alamat.periode(periode) if prd else None,
        tanggal=waktu(closed.tanggal) if closed else "belum ditutup" if prd else "belum ada",
        tempo=waktu(year.jatuh_tempo[periode]),
    )


def _final(row: DokumenWajib) -> bool:
    return any(d.keadaan is KeadaanDokumen.FINAL for d in row.dokumen)


def _baris_wajib(row: DokumenWajib) -> WajibTampil:
    due = waktu(row.jatuh_tempo) if row.jatuh_tempo else None
    days = [d.tanggal for d in row.dokumen if d.tanggal]
    if _final(row):
        state = ADA
    elif row.dokumen:
        state = _RANCANGAN
    elif due is None:
        state = BELUM
    else:
        state = _LEWAT if row.terlambat else TEMPO
    return WajibTampil(
        jenis=DOKUMEN[row.jenis],
        keadaan=state,
        jangkar=alamat.jangkar_dokumen(row.dokumen[0].kode) if row.dokumen else None,
        yang_ada=row.dokumen[0].judul if len(row.dokumen) == 1 else f"{len(row.dokumen)} dokumen",
        tanggal=waktu(max(days)) if days else "tidak bertanggal" if row.dokumen else "belum ada",
        tempo=due or "tidak ditetapkan",
    )


# ── Papers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _naskah(papers: Sequence[NaskahUnduh]) -> Iterator[tuple[int, tuple[NaskahTampil, ...]]]:
    """The papers by year, a row for each file."""
    for tahun, group in groupby(papers, key=lambda paper: paper.tahun):
        yield tahun, tuple(_berkas_naskah(paper, file) for paper in group for file in paper.berkas)


def _berkas_naskah(paper: NaskahUnduh, file: BerkasNaskah) -> NaskahTampil:
    number, _, unit = ukuran(file.ukuran).partition(" ")
    return NaskahTampil(
        judul=paper.judul,
        keadaan=_RANCANGAN if paper.keadaan is None else escape(paper.keadaan),
        alamat=str(file.path),
        bentuk=file.path.suffix.removeprefix(".").upper(),
        ukuran=f"{number} {unit}",
        sidik=file.sha256[:_SIDIK],
    )


# ── All documents ────────────────────────────────────────────────────────────────────────────────────────────────


def _tahun(konteks: Konteks, rows: Sequence[BarisDokumen]) -> Iterator[TahunDokumen]:
    known = {row.kode: row for row in rows}
    later = {row.menggantikan: row for row in rows if row.menggantikan in known}
    for tahun in sorted({row.tahun for row in rows}, reverse=True):
        own = [row for row in rows if row.tahun == tahun]
        yield TahunDokumen(tahun, tuple(_tampil(konteks, row, known, later.get(row.kode)) for row in _urut(own)))


def _urut(rows: Iterable[BarisDokumen]) -> list[BarisDokumen]:
    """By kind in the order of planning, and by kode within; a version stands under the one it replaces."""
    order = list(DOKUMEN)
    return sorted(rows, key=lambda row: order.index(row.jenis))


def _tampil(
    konteks: Konteks, row: BarisDokumen, known: Mapping[str, BarisDokumen], later: BarisDokumen | None
) -> DokumenTampil:
    before = known.get(row.menggantikan) if row.menggantikan else None
    related = [("menggantikan", before)] if before else []
    related += [("digantikan oleh", later)] if later else []
    digest = row.berkas.sha256 if row.berkas else row.tempat.sha256 if row.tempat else None
    return DokumenTampil(
        id=alamat.jangkar_dokumen(row.kode),
        judul=row.judul,
        jenis=DOKUMEN[row.jenis],
        nomor=row.nomor or "tanpa nomor",
        tanggal=waktu(row.tanggal) if row.tanggal else "tidak bertanggal",
        tempat=_tempat(konteks, row),
        sidik=digest[:_SIDIK] if digest else None,
        keadaan=_keadaan(row, later),
        kaitan=tuple((word, alamat.jangkar_dokumen(other.kode), other.judul) for word, other in related),
        sumber=konteks.sumber(row.rujukan),
    )


def _keadaan(row: BarisDokumen, later: BarisDokumen | None) -> Markup:
    if row.keadaan is KeadaanDokumen.RANCANGAN:
        return _RANCANGAN
    return Markup("sudah diganti") if later else Markup("ditetapkan")


def _tempat(konteks: Konteks, row: BarisDokumen) -> Markup:
    """Where the paper is; what is not public, and what lies in the archive, is asked for."""
    place = row.tempat
    if place is None:
        return Markup("Isinya ada pada data; naskah bertanda tangan belum dicatat. {}").format(
            konteks.sumber.berkas(row.rujukan.berkas)
        )
    if place.klasifikasi is Klasifikasi.INTERNAL:
        return Markup("Internal: diminta lewat PPID")
    if place.tautan:
        return alamat.TAUTAN_LUAR.format(place.tautan, "Buka naskah")
    if place.berkas:
        path = PurePosixPath("data", place.berkas)
        kind = path.suffix.removeprefix(".").upper() or "berkas"
        return Markup("{}, {} {}").format(kind, _ukuran(row), konteks.sumber.berkas(path))
    return Markup("Naskah di kantor, arsip nomor {}; salinannya diminta lewat PPID").format(place.nomor_arsip)


def _ukuran(row: BarisDokumen) -> Angka | str:
    if row.berkas is None:
        return "ukuran tidak dicatat"
    number, _, unit = ukuran(row.berkas.ukuran).partition(" ")
    return Angka(Decimal(row.berkas.ukuran), f"dokumen/{row.kode}/ukuran", number, akhiran=f" {unit}")
