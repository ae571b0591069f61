"""Programs and their money: the list of all with their performance, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.measuring.hitung import SERATUS
from sakipgen.rekap import BarisAnggaran, RekapAnggaran, RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat, kalimat_uang
from sakipgen.rendering.cetak import ringkas
from sakipgen.rendering.kalimat_uang import FaktaProgram
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, sel, uang
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, jalan, judul_target, judul_waktu
from sakipgen.rendering.sel_teks import TINGKAT_ANGGARAN


@dataclass(frozen=True, slots=True)
class BarisTahunProgram:
    """A program in one year."""

    tahun: int
    alamat: str
    baris: uang.BarisProgram


@dataclass(frozen=True, slots=True)
class BagianKegiatan:
    """A kegiatan or sub kegiatan with the indikator that measure it."""

    nama: str
    kode: str
    jenis: str
    unit: tuple[str, str]
    indikator: tuple[sel.BarisTampil, ...]


# ── All programs ─────────────────────────────────────────────────────────────────────────────────────────────────


def daftar(konteks: Konteks) -> Page:
    """Returns the programs of the main year, and those of other years."""
    tahun = konteks.rekap.utama
    prd = tahun.setahun if tahun else None
    money = prd.anggaran if prd else None
    said = uang.ucapan_semua(konteks, prd, money) if prd and money else kalimat_uang.semua(FaktaProgram(program=0), {})
    rows = [ind for row in money.baris for ind in uang.indikator(prd, row)] if prd and money else []
    isi = Isi(
        templat="daftar_program",
        path="program",
        judul="Program dan anggaran",
        uraian=f"Program dan anggaran {konteks.pd.singkatan}: {kalimat.teks(said[:1])}",
        strip=konteks.strip(prd, rows),
        bagian=((Bagian("hasil", "Hasil"), Bagian("rincian", "Rincian"), Bagian("sumber", "Sumber")) if money else ()),
        jejak=(("Program", None),),
        berkas=jalan(money.rujukan_program, money.rujukan_laporan) if money else (),
        nilai={
            "tahun": tahun,
            "judul_waktu": judul_waktu(konteks, prd) if prd else None,
            "putusan": said,
            "lain": tuple(_tahun_lain(konteks, tahun)),
            **(_rincian(konteks, prd, money) if prd and money else {"baris": ()}),
        },
    )
    return konteks.susun(isi)


def _rincian(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran) -> dict[str, object]:
    return {
        "baris": tuple(uang.baris(konteks, prd, row) for row in money.baris),
        "jumlah": uang.jumlah_uang(prd, money),
        "sebaran": uang.sebaran_program(konteks, prd, money),
        "sumber_uang": uang.sumber(konteks, money),
    }


@dataclass(frozen=True, slots=True)
class TahunProgram:
    """All programs of another year."""

    tahun: int
    ucapan: kalimat.Kalimat
    baris: tuple[uang.BarisProgram, ...]
    jumlah: uang.JumlahProgram
    alamat: str


def _tahun_lain(konteks: Konteks, utama: RekapTahun | None) -> Iterator[TahunProgram]:
    for year in reversed(konteks.rekap.tahun):
        money = year.setahun.anggaran
        if year is not utama and money is not None:
            prd = year.setahun
            yield TahunProgram(
                tahun=year.tahun,
                ucapan=uang.ucapan_semua(konteks, prd, money)[0],
                baris=tuple(uang.baris(konteks, prd, row) for row in uang.program(money)),
                jumlah=uang.jumlah_uang(prd, money),
                alamat=alamat.periode(prd.periode),
            )


# ── One program ──────────────────────────────────────────────────────────────────────────────────────────────────


def halaman(konteks: Konteks, kode: str) -> Page:
    """Returns the page of a program in the latest year with a figure for it."""
    tahun = konteks.utama_program[kode]
    prd = tahun.setahun
    money = prd.anggaran
    assert money is not None  # noqa: S101 - the year was chosen for its money
    branch = uang.cabang(money, kode)
    root, below = branch[0], branch[1:]
    rows = [ind for row in branch for ind in uang.indikator(prd, row)]
    said = uang.ucapan(konteks, prd, money, root)
    own = konteks.semua_baris(uang.indikator(prd, root))
    parts = tuple(_bagian(konteks, prd, row) for row in below if row.hasil.tingkat is TingkatAnggaran.KEGIATAN)
    isi = Isi(
        templat="program",
        path=alamat.program(kode).rstrip("/"),
        judul=f"{kode} {root.nama}",
        uraian=f"{root.nama}: {kalimat.teks(said[:1])}",
        strip=konteks.strip(prd, rows),
        bagian=(
            Bagian("hasil", "Hasil"),
            Bagian("indikator", "Indikator program"),
            Bagian("anggaran", "Anggaran"),
            Bagian("kegiatan", "Kegiatan dan indikatornya"),
            Bagian("sumber", "Sumber"),
        ),
        jejak=(("Program", "program/"), (kode, None)),
        berkas=(*jalan(money.rujukan_program, money.rujukan_laporan), *berkas_laporan(rows)),
        nilai={
            "kode": kode,
            "nama": root.nama,
            "judul_waktu": judul_waktu(konteks, prd),
            "judul_target": judul_target(prd),
            "putusan": said,
            "utama": uang.baris(konteks, prd, root),
            "sasaran": tuple(_sasaran(prd, root.porsi)),
            "indikator": own,
            "kegiatan": parts,
            "baris": tuple(uang.baris(konteks, prd, row) for row in branch),
            "menurut_tahun": tuple(_tahun(konteks, kode)),
            "sumber_uang": uang.sumber(konteks, money),
        },
    )
    return konteks.susun(isi)


def _sasaran(prd: RekapPeriode, porsi: Mapping[str, Decimal]) -> Iterator[tuple[str, str, str, str | None]]:
    """Kode, text and address of each sasaran that a program serves, and its share where that is not all."""
    for s in prd.sasaran:
        if s.kode in porsi:
            share = porsi[s.kode]
            yield s.kode, s.uraian, alamat.sasaran(s.kode), None if share == SERATUS else f"{ringkas(share, 2)}%"


def _tahun(konteks: Konteks, kode: str) -> Iterator[BarisTahunProgram]:
    for year in konteks.rekap.tahun:
        prd = year.setahun
        for row in prd.anggaran.baris if prd.anggaran else ():
            if row.kode == kode:
                yield BarisTahunProgram(year.tahun, alamat.periode(prd.periode), uang.baris(konteks, prd, row))


def _bagian(konteks: Konteks, prd: RekapPeriode, row: BarisAnggaran) -> BagianKegiatan:
    """A kegiatan with its indikator, then those of its sub kegiatan."""
    money = prd.anggaran
    members = uang.cabang(money, row.kode) if money else (row,)
    return BagianKegiatan(
        nama=row.nama,
        kode=row.kode,
        jenis=TINGKAT_ANGGARAN[row.hasil.tingkat],
        unit=(konteks.instansi.unit_kerja[row.unit].nama, alamat.bidang(row.unit)),
        indikator=konteks.semua_baris(ind for member in members for ind in uang.indikator(prd, member)),
    )
