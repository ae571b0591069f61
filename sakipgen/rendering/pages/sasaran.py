"""The page of one sasaran, and the list of all under their tujuan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.domain.perencanaan import Renstra
from sakipgen.measuring.hasil import Jenjang
from sakipgen.rekap import BarisAnggaran, BarisIndikator, BarisKelompok, BarisTindakLanjut, RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kata_metode import RERATA
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, arah, bukti, efisiensi, grafik, kelompok, pohon, rencana, tindak_lanjut
from sakipgen.rendering.pages.bukti import Penjelasan
from sakipgen.rendering.pages.kartu import kartu_sasaran
from sakipgen.rendering.pages.kelompok import KelompokTampil
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target, judul_waktu, waktu
from sakipgen.rendering.pages.perhatian import perhatian


@dataclass(frozen=True, slots=True)
class Cabang:
    """A node of the cascade: its money row, and what lies below."""

    nama: str
    kode: str
    alamat: str
    anak: tuple[Cabang, ...]


@dataclass(frozen=True, slots=True)
class TujuanTampil:
    """A tujuan with the sasaran that serve it."""

    kelompok: KelompokTampil
    id: str
    sasaran: tuple[KelompokTampil, ...]


@dataclass(frozen=True, slots=True)
class TahunSasaran:
    """A sasaran in another year."""

    tahun: int
    alamat: str
    tampil: KelompokTampil


@dataclass(frozen=True, slots=True)
class NamaLama:
    """What a sasaran was called under an earlier Renstra, and until which year."""

    sampai: int
    renstra: str
    uraian: str


@dataclass(frozen=True, slots=True)
class Analisis:
    """What the unit of an indikator wrote to its last report that says more than a figure."""

    nama: str
    kode: str
    alamat: str
    isi: Penjelasan


_RERATA: Final = {cara: Markup(words.format("capaian {} indikatornya")) for cara, words in RERATA.items()}  # noqa: S704


def kode_sasaran(konteks: Konteks) -> dict[str, RekapTahun]:
    """Returns every sasaran of every year with the latest year that has it."""
    return {row.kode: year for year in konteks.rekap.tahun for row in year.setahun.sasaran}


def halaman(konteks: Konteks, kode: str, tahun: RekapTahun) -> Page:
    """Returns the page of a sasaran: of the latest year with a figure, under the name of `tahun`, the latest it has."""
    terbaru = tahun
    tahun = _tahun(konteks, kode) or terbaru
    prd = tahun.setahun
    row = _cari(prd, kode)
    nama = _cari(terbaru.setahun, kode).uraian
    strip = konteks.strip(prd, row.indikator)
    last = konteks.rekap.tahun[-1]
    lain = tahun is not last
    shown = kelompok.tampil(konteks, row, subjek=f"{waktu(prd, strip.data_sampai)} sasaran ini" if lain else "")
    said = (shown.putusan, *(_tahun_baru(konteks, kode, last) if lain else ()))
    renstra = terbaru.renstra
    owner = renstra.sasaran[kode].penanggung_jawab if renstra and kode in renstra.sasaran else None
    parts = _kerja(konteks, tahun, row)
    isi = Isi(
        templat="sasaran",
        path=alamat.sasaran(kode).rstrip("/"),
        judul=f"Sasaran {kode} {nama}",
        uraian=f"{nama}: {kalimat.teks(said)}",
        strip=strip,
        bagian=tuple(_bagian(parts)),
        kartu=kartu_sasaran(konteks, nama, row, kalimat.teks(said)),
        jejak=(("Sasaran", "sasaran/"), (kode, None)),
        berkas=(
            *konteks.berkas_renstra(terbaru),
            *konteks.berkas_renstra(tahun),
            *berkas_laporan(row.indikator),
        ),
        nilai={
            "nama": nama,
            "nama_lama": tuple(_nama_lama(konteks, kode, nama)),
            "putusan": said,
            "kelompok": shown,
            "arah": arah.semua(konteks, tahun, row.indikator),
            "rerata": _RERATA[tahun.metode.agregasi_sasaran].format(shown.dari),
            "tahun": tahun,
            "waktu": judul_waktu(konteks, prd),
            "kepala_target": judul_target(prd),
            "alamat_periode": alamat.periode(prd.periode),
            "tujuan": _tujuan(renstra, kode),
            "tujuan_tahun": _tujuan(tahun.renstra, kode),
            "rencana_lama": tahun.kode_renstra != terbaru.kode_renstra,
            "unit": (konteks.instansi.unit_kerja[owner].nama, alamat.bidang(owner)) if owner else None,
            "grafik": grafik.gambar(grafik.capaian(konteks, prd, f"sasaran {kode}", row.indikator, said)),
            "pohon": pohon.alamat_sasaran(konteks, terbaru.kode_renstra, kode),
            "tahun_lain": tuple(_tahun_lain(konteks, kode, tahun)),
            **parts,
            **_uang(konteks, prd, row),
        },
    )
    return konteks.susun(isi)


def _bagian(parts: Mapping[str, object]) -> Iterator[Bagian]:
    yield Bagian("hasil", "Hasil")
    yield Bagian("indikator", "Indikator")
    if parts["analisis"]:
        yield Bagian("analisis", "Analisis")
    if parts["aksi"] or parts["tindak_lanjut"]:
        yield Bagian("tindakan", "Rencana aksi dan tindak lanjut")
    yield Bagian("susunan", "Dari tujuan ke kegiatan")


def _kerja(konteks: Konteks, tahun: RekapTahun, row: BarisKelompok) -> dict[str, object]:
    """What needs a look, why the figures are what they are, and what is done; each empty where nothing is recorded."""
    return {
        "perhatian": perhatian(konteks, tahun, row.indikator),
        "analisis": tuple(_analisis(konteks, tahun, row.indikator)),
        "aksi": rencana.aksi(konteks, tahun, (r.kode for r in row.indikator)),
        "tindak_lanjut": tindak_lanjut.semua(_tindak_lanjut(konteks, row.indikator)),
    }


def _uang(konteks: Konteks, prd: RekapPeriode, row: BarisKelompok) -> dict[str, object]:
    money = kelompok.uang_sasaran(konteks, prd, row.kode)
    return {
        "cabang_program": _pohon(konteks, prd, money),
        "uang": tuple(map(konteks.uang, money)),
        "efisiensi": efisiensi.sasaran(prd, row.kode),
        "ditunda": efisiensi.ditunda(prd) if row.uang else None,
        "uang_sampai": _uang_sampai(prd),
    }


def _tahun(konteks: Konteks, kode: str) -> RekapTahun | None:
    found = None
    for year in konteks.rekap.tahun:
        if any(s.kode == kode and s.hasil.terukur.ada for s in year.setahun.sasaran):
            found = year
    return found


def _tahun_baru(konteks: Konteks, kode: str, tahun: RekapTahun) -> tuple[Kalimat, ...]:
    """Why the page does not tell the latest year; nothing where that has no such sasaran."""
    found = (row for row in tahun.setahun.sasaran if row.kode == kode)
    return tuple(
        k for row in found for k in kalimat.tahun_baru(kelompok.fakta(konteks, row.hasil, row.indikator), tahun.tahun)
    )


def _nama_lama(konteks: Konteks, kode: str, nama: str) -> Iterator[NamaLama]:
    """The other names of a sasaran, the latest first, each with the last year that it was called so."""
    seen = {nama}
    for year in reversed(konteks.rekap.tahun):
        for row in year.setahun.sasaran:
            if row.kode == kode and row.uraian not in seen and year.renstra:
                seen.add(row.uraian)
                span = f"{year.renstra.tahun_awal}–{year.renstra.tahun_akhir}"
                yield NamaLama(year.tahun, span, row.uraian)


def _cari(prd: RekapPeriode, kode: str) -> BarisKelompok:
    return next(row for row in prd.sasaran if row.kode == kode)


def _tahun_lain(konteks: Konteks, kode: str, utama: RekapTahun) -> list[TahunSasaran]:
    return [
        TahunSasaran(year.tahun, alamat.periode(year.setahun.periode), kelompok.tampil(konteks, row))
        for year in reversed(konteks.rekap.tahun)
        if year is not utama
        for row in year.setahun.sasaran
        if row.kode == kode
    ]


def _tujuan(renstra: Renstra | None, kode: str) -> tuple[str, str] | None:
    if renstra is None or kode not in renstra.sasaran:
        return None
    owner = renstra.sasaran[kode].tujuan
    return (owner, renstra.tujuan[owner].uraian) if owner in renstra.tujuan else None


def _uang_sampai(prd: RekapPeriode) -> str | None:
    if prd.anggaran is None or prd.anggaran.hasil.data_sampai is None:
        return None
    return prd.anggaran.hasil.data_sampai.label


def _pohon(konteks: Konteks, prd: RekapPeriode, roots: Sequence[BarisAnggaran]) -> tuple[Cabang, ...]:
    """The programs of a sasaran with their kegiatan and sub kegiatan."""
    children: dict[str, list[BarisAnggaran]] = {}
    for row in prd.anggaran.baris if prd.anggaran else ():
        if row.induk:
            children.setdefault(row.induk, []).append(row)

    def branch(row: BarisAnggaran) -> Cabang:
        below = tuple(branch(child) for child in children.get(row.kode, ()))
        return Cabang(row.nama, row.kode, konteks.alamat_program[row.kode], below)

    return tuple(branch(row) for row in roots)


def _analisis(konteks: Konteks, tahun: RekapTahun, rows: Iterable[BarisIndikator]) -> Iterator[Analisis]:
    for row in rows:
        said = bukti.penjelasan(konteks, konteks.laporan.get((tahun.tahun, row.kode), ()))
        if said:
            yield Analisis(row.indikator.nama, row.kode, alamat.indikator(row.kode), said[0])


def _tindak_lanjut(konteks: Konteks, rows: Iterable[BarisIndikator]) -> Iterator[BarisTindakLanjut]:
    """The actions for these indikator that are still open, each once."""
    found = (action for row in rows for action in konteks.tindak_lanjut.get(row.kode, ()) if action.terbuka)
    yield from {action.kode: action for action in found}.values()


def daftar(konteks: Konteks) -> Page:
    """Returns the list of sasaran under their tujuan, of the main year."""
    tahun = konteks.rekap.utama
    prd = tahun.setahun if tahun else None
    groups = tuple(_kelompok_tujuan(konteks, tahun, prd)) if tahun and prd else ()
    rows = [row for s in prd.sasaran for row in s.indikator] if prd else []
    isi = Isi(
        templat="daftar_sasaran",
        path="sasaran",
        judul="Sasaran",
        uraian=f"Sasaran strategis {konteks.pd.singkatan} dan capaiannya.",
        strip=konteks.strip(prd, rows),
        bagian=tuple(Bagian(g.id, f"Tujuan {g.kelompok.kode}") for g in groups),
        jejak=(("Sasaran", None),),
        berkas=(*konteks.berkas_renstra(tahun), *berkas_laporan(rows)),
        nilai={
            "tahun": tahun,
            "tujuan": groups,
            "renstra": tahun.renstra if tahun else None,
            "pohon": alamat.POHON if konteks.rekap.pohon else None,
            "waktu": judul_waktu(konteks, prd) if prd else "",
            "kepala_target": judul_target(prd) if prd else "Target",
        },
    )
    return konteks.susun(isi)


def _kelompok_tujuan(konteks: Konteks, tahun: RekapTahun, prd: RekapPeriode) -> list[TujuanTampil]:
    owner = {k: s.tujuan for k, s in tahun.renstra.sasaran.items()} if tahun.renstra else {}
    shown = {row.kode: kelompok.tampil(konteks, row) for row in prd.sasaran}
    return [
        TujuanTampil(
            kelompok=kelompok.tampil(konteks, row, Jenjang.TUJUAN, "tujuan:" if row.kode in shown else ""),
            id=f"tujuan-{row.kode.lower()}",
            sasaran=tuple(s for kode, s in shown.items() if owner.get(kode) == row.kode),
        )
        for row in prd.tujuan
    ]
