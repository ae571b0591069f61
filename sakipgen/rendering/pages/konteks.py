"""What all pages of one site share: look-ups made once, rows shown once, and the frame around each page's own part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from sakipgen.domain.anggaran import kode_di_atas
from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.rekap import (
    BarisAnggaran,
    BarisIndikator,
    BarisKoreksi,
    BarisPengiriman,
    BarisTarget,
    BarisTindakLanjut,
    Laporan,
    PerubahanBerkas,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    Rujukan,
)
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.glosarium import Istilah
from sakipgen.rendering.page import Bagian, Kartu, Page
from sakipgen.rendering.pages import alamat, jsonld, sel, sel_uang
from sakipgen.rendering.pages.istilah import istilah
from sakipgen.rendering.rilis import Rilis, rilis

_SAAT: Final = Markup('<time datetime="{}">{}, {} WIB</time>')
_REVISI: Final = Markup("{} (revisi {})")
_USULAN: Final = Markup(", melalui usulan {}")
_SUMBER_TERBANYAK: Final = 12
"""So many source files a page names; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The five facts under every title."""

    data_sampai: str
    diperbarui: date
    status: str
    kelengkapan: str
    berikutnya: date | None
    tuntas: bool
    """Whether nothing is to come: then the last fact is left out."""


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a page comes from."""

    revisi: str | None
    posisi: date
    sampai: str
    berkas: tuple[Markup, ...]
    lainnya: int
    """Source files that are not named."""
    diubah: Markup | None
    """When and by which commit and proposal these files changed last; None where Git cannot tell."""
    alamat: str | None
    """Of the page itself, where the site has an address."""


@dataclass(frozen=True, slots=True)
class Isi:
    """A page before its frame is put around it."""

    templat: str
    path: str
    judul: str
    """Unique title of the document."""
    uraian: str
    strip: Strip
    bagian: tuple[Bagian, ...]
    jejak: tuple[tuple[str, str | None], ...]
    """Breadcrumbs: text, and address below the root; None for the page itself."""
    berkas: tuple[PurePosixPath, ...]
    """Source files."""
    nilai: Mapping[str, Any]
    kelas: str = ""
    kartu: Kartu | None = None
    sunting: tuple[PurePosixPath, ...] | None = None
    """What the pencil opens, if it is one file; None for the first source file."""


class Konteks:
    """Turns parts of the Rekapitulasi into pages."""

    def __init__(self, rekap: Rekapitulasi, env: Environment, glosarium: Mapping[str, Istilah] | None = None) -> None:
        self.rekap = rekap
        self.instansi = rekap.instansi
        self.pd = rekap.instansi.perangkat_daerah
        self.sumber = alamat.Sumber(rekap.instansi)
        self.env = env
        self._glosarium = glosarium or {}
        self._palet = {t.tahun: sel.Palet(t.metode) for t in rekap.tahun}
        self._rows: dict[tuple[str, Periode], sel.BarisTampil] = {}

    # ── Look-ups ──

    @cached_property
    def rilis(self) -> Rilis:
        """The open data that the pages are made from."""
        return rilis(self.rekap)

    def unduhan(self, kode: str) -> Mapping[str, object]:
        """Returns what the page of an indikator says of it as data: its file, and its block for search engines."""
        return {"alamat_api": alamat.api_indikator(kode), "jsonld": jsonld.indikator(self.rekap, self.rilis, kode)}

    @cached_property
    def target(self) -> Mapping[tuple[int, str], Sequence[BarisTarget]]:
        """The targets of each indikator in each year, as the documents state them."""
        found: dict[tuple[int, str], list[BarisTarget]] = {}
        for row in (*(row for year in self.rekap.tahun for row in year.target), *self.rekap.target_lain):
            found.setdefault((row.tahun, row.kode), []).append(row)
        return found

    def target_renstra(self, renstra: Renstra | None, kode: str) -> Mapping[int, BarisTarget]:
        """Returns what a Renstra promises of an indikator, by year."""
        years = range(renstra.tahun_awal, renstra.tahun_akhir + 1) if renstra else ()
        rows = {year: self.target.get((year, kode), ()) for year in years}
        return {year: row for year, found in rows.items() for row in found if row.jenis == "renstra"}

    @cached_property
    def laporan(self) -> Mapping[tuple[int, str], Sequence[Laporan]]:
        """What was handed in for each indikator in each year, in order of time."""
        found: dict[tuple[int, str], list[Laporan]] = {}
        for year in self.rekap.tahun:
            for row in year.laporan:
                found.setdefault((year.tahun, row.kode), []).append(row)
        return found

    @cached_property
    def koreksi(self) -> Mapping[str, Sequence[BarisKoreksi]]:
        """The corrections of each indikator, in order of time."""
        found: dict[str, list[BarisKoreksi]] = {}
        for row in self.rekap.koreksi:
            found.setdefault(row.isi.indikator, []).append(row)
        return found

    @cached_property
    def tindak_lanjut(self) -> Mapping[str, Sequence[BarisTindakLanjut]]:
        """The actions for each indikator, in order of their day."""
        found: dict[str, list[BarisTindakLanjut]] = {}
        for row in self.rekap.tindak_lanjut:
            for kode in dict.fromkeys(row.isi.indikator):
                found.setdefault(kode, []).append(row)
        return found

    @cached_property
    def pengiriman(self) -> Mapping[tuple[str, Periode], BarisPengiriman]:
        """What each unit handed in for each period, and when it was approved."""
        return {(row.unit, row.periode): row for year in self.rekap.tahun for row in year.pengiriman}

    @cached_property
    def uang_periode(self) -> Mapping[tuple[Periode, str], BarisAnggaran]:
        """The money of each program, kegiatan and sub kegiatan in each period."""
        found: dict[tuple[Periode, str], BarisAnggaran] = {}
        for year in self.rekap.tahun:
            for prd in year.periode:
                found |= {(prd.periode, row.kode): row for row in (prd.anggaran.baris if prd.anggaran else ())}
        return found

    @cached_property
    def uang_sasaran(self) -> Mapping[tuple[Periode, str], Sequence[BarisAnggaran]]:
        """The programs that serve each sasaran in each period."""
        found: dict[tuple[Periode, str], list[BarisAnggaran]] = {}
        for (periode, _), row in self.uang_periode.items():
            for sasaran in row.porsi if row.induk is None else ():
                found.setdefault((periode, sasaran), []).append(row)
        return found

    @cached_property
    def utama_indikator(self) -> Mapping[str, RekapTahun]:
        """The year that the page of an indikator tells: the latest with a figure, else the latest that promises it."""
        found: dict[str, RekapTahun] = {}
        for year in self.rekap.tahun:
            for row in year.setahun.indikator:
                if row.hasil.realisasi is not None or row.kode not in found:
                    found[row.kode] = year
        return found

    @cached_property
    def berikutnya(self) -> Mapping[str, date]:
        """The day by which the next report of an indikator is due, as far as the years in the data tell."""
        found: dict[str, date] = {}
        for year in self.rekap.tahun:
            for row in year.setahun.indikator:
                if row.kode not in found and (due := self._next_due(year, row, year.setahun.periode)):
                    found[row.kode] = due
        return found

    def _next_due(self, year: RekapTahun, row: BarisIndikator, within: Periode) -> date | None:
        seen = {lap.periode for lap in self.laporan.get((year.tahun, row.kode), ())}
        for periode in row.indikator.frekuensi.periode(year.tahun):
            open_ = within.memuat(periode) and periode not in seen
            if open_ and year.jatuh_tempo[periode] >= self.rekap.posisi.per_tanggal:
                return year.jatuh_tempo[periode]
        return None

    @cached_property
    def utama_program(self) -> Mapping[str, RekapTahun]:
        """The year that the page of a program tells: the latest with any realisasi of it, else the latest."""
        found: dict[str, RekapTahun] = {}
        for year in self.rekap.tahun:
            for row in year.setahun.anggaran.baris if year.setahun.anggaran else ():
                if row.induk is None and (row.kode not in found or row.hasil.realisasi is not None):
                    found[row.kode] = year
        return found

    @cached_property
    def alamat_program(self) -> Mapping[str, str]:
        """Where each program, kegiatan and sub kegiatan is told: a page, or a row of the page of its program."""
        found: dict[str, str] = {kode: alamat.program(kode) for kode in self.utama_program}
        for year in self.rekap.tahun:
            for row in year.setahun.anggaran.baris if year.setahun.anggaran else ():
                root = next((kode for kode in kode_di_atas(row.kode) if kode in self.utama_program), None)
                if root is not None:
                    anchor = f"#{alamat.jangkar_program(row.kode)}" if self.utama_program[root] is year else ""
                    found[row.kode] = f"{alamat.program(root)}{anchor}"
        return found

    @cached_property
    def nama_anggaran(self) -> Mapping[str, str]:
        """What each program, kegiatan and sub kegiatan is called, in the latest year that has it."""
        found: dict[str, str] = {}
        for year in self.rekap.tahun:
            found |= {row.kode: row.nama for row in (year.setahun.anggaran.baris if year.setahun.anggaran else ())}
        return found

    def uang(self, row: BarisAnggaran) -> sel_uang.UangTampil:
        """Returns the money of a row by the end of the period that it was measured in."""
        return sel_uang.baris_uang(row, self.alamat_program[row.kode])

    @cached_property
    def periode(self) -> Mapping[Periode, RekapPeriode]:
        """Every period that has a page."""
        return {prd.periode: prd for year in self.rekap.tahun for prd in year.periode}

    def jabatan(self, kode: str) -> str:
        """Returns the name of a position; its kode where the instansi does not list it."""
        return self.instansi.nama_jabatan(kode)

    def palet(self, tahun: int) -> sel.Palet:
        return self._palet[tahun]

    def baris(self, row: BarisIndikator) -> sel.BarisTampil:
        """Returns the row's cells, made once for all pages that show it."""
        key = (row.kode, row.hasil.periode)
        if key not in self._rows:
            self._rows[key] = sel.baris(row, self._palet[row.hasil.periode.tahun])
        return self._rows[key]

    def semua_baris(self, rows: Iterable[BarisIndikator]) -> tuple[sel.BarisTampil, ...]:
        return tuple(self.baris(row) for row in rows)

    def berkas_renstra(self, tahun: RekapTahun | None) -> tuple[PurePosixPath, ...]:
        """Returns the file of the Renstra that promises a year, if any."""
        found = (t.rujukan.berkas for t in tahun.target if t.jenis == "renstra") if tahun else iter(())
        return tuple(dict.fromkeys(found))

    # ── The strip ──

    def strip(self, prd: RekapPeriode | None, rows: Sequence[BarisIndikator], kelengkapan: str | None = None) -> Strip:
        """Returns the five facts about these rows of a period."""
        reported = [lap.periode for row in rows for lap in row.laporan if lap.nilai is not None]
        measured = [row for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU]
        given = sum(row.hasil.realisasi is not None for row in measured)
        due = self._due(prd, rows)
        return Strip(
            data_sampai=max(reported).label if reported else "belum ada data",
            diperbarui=self.rekap.posisi.per_tanggal,
            status=_status(prd, rows, menunggu=prd is not None and self._awaits(prd, rows)),
            kelengkapan=kelengkapan or f"{given} dari {len(measured)} indikator",
            berikutnya=min(due, default=None),
            tuntas=not due and prd is not None and prd.selesai,
        )

    def _due(self, prd: RekapPeriode | None, rows: Sequence[BarisIndikator]) -> list[date]:
        """When the next report of each row is due: for a page of a period that has ended one of that very period."""
        if prd is None or not prd.selesai or self._latest(prd, rows):
            return [self.berikutnya[row.kode] for row in rows if row.kode in self.berikutnya]
        closed = prd.siklus is not None and prd.siklus.penutupan is not None
        return [] if closed else self._own_due(prd, rows)

    def _latest(self, prd: RekapPeriode, rows: Sequence[BarisIndikator]) -> bool:
        """Whether a page tells of some indikator by the latest year with their figures, not of that year as such."""
        some = prd.periode.jenis is JenisPeriode.TAHUN and len(rows) < len(prd.indikator)
        return some and all(self.utama_indikator[row.kode].tahun == prd.periode.tahun for row in rows)

    def _own_due(self, prd: RekapPeriode, rows: Sequence[BarisIndikator]) -> list[date]:
        """When the reports of a period are due that have yet to come."""
        years = [year for year in self.rekap.tahun if year.tahun == prd.periode.tahun]
        found = (self._next_due(year, row, prd.periode) for year in years for row in rows)
        return [due for due in found if due is not None]

    def _awaits(self, prd: RekapPeriode, rows: Sequence[BarisIndikator]) -> bool:
        """Whether a year that has ended still waits for a report that is not yet due."""
        return prd.periode.jenis is JenisPeriode.TAHUN and bool(self._own_due(prd, rows))

    # ── The frame ──

    def susun(self, isi: Isi) -> Page:
        """Returns the finished page."""
        root = alamat.akar(isi.path)
        files = tuple(dict.fromkeys(isi.berkas))
        latest = self.rekap.riwayat.diubah(files) if self.rekap.riwayat else None
        asal = Asal(
            revisi=self.rekap.revisi,
            posisi=self.rekap.posisi.per_tanggal,
            sampai=self.rekap.posisi.sampai.label,
            berkas=tuple(self.sumber.berkas(path) for path in files[:_SUMBER_TERBANYAK]),
            lainnya=max(0, len(files) - _SUMBER_TERBANYAK),
            diubah=self._diubah(latest) if latest else None,
            alamat=alamat.lengkap(self.instansi, isi.path),
        )
        html = self.env.get_template(f"halaman/{isi.templat}.html.j2").render(
            akar=root,
            instansi=self.instansi,
            pd=self.pd,
            contoh=self.instansi.status_data is StatusData.CONTOH,
            sumber=self.sumber,
            jejak=isi.jejak,
            strip=isi.strip,
            asal=asal,
            kelas=isi.kelas or isi.templat,
            istilah=istilah(isi.templat, self._glosarium),
            **isi.nilai,
        )
        return Page(
            path=PurePosixPath(isi.path),
            judul=isi.judul,
            uraian=isi.uraian,
            isi=Markup(html),  # noqa: S704 - made by our own templates, which escape
            bagian=isi.bagian,
            sumber=pensil(files[:1] if isi.sunting is None else isi.sunting),
            diubah=latest.waktu.date() if latest else None,
            kartu=isi.kartu,
        )

    def _diubah(self, latest: PerubahanBerkas) -> Markup:
        when = _SAAT.format(latest.waktu.isoformat(), tanggal(latest.waktu.date()), latest.waktu.strftime("%H.%M"))
        said = _REVISI.format(when, self.sumber.revisi(latest.revisi))
        return said if latest.usulan is None else said + _USULAN.format(self.sumber.usulan(latest.usulan))


def _status(prd: RekapPeriode | None, rows: Sequence[BarisIndikator], *, menunggu: bool) -> str:
    if prd is None:
        return "Belum ada data"
    if any(Tanda.SEMENTARA in row.hasil.tanda for row in rows):
        return "Memuat angka sementara"
    if prd.siklus and prd.siklus.penutupan is None and prd.selesai:
        return "Belum ditutup"
    if prd.selesai and menunggu:
        return "Menunggu laporan akhir tahun"
    return "Angka tetap" if prd.selesai else "Tahun berjalan"


def pensil(files: tuple[PurePosixPath, ...]) -> PurePosixPath | None:
    """Returns the file that the pencil opens; none where it would have to choose."""
    return files[0] if len(files) == 1 else None


def berkas_laporan(rows: Iterable[BarisIndikator]) -> tuple[PurePosixPath, ...]:
    """Returns the files that say the figures of these rows, in order."""
    found: dict[PurePosixPath, None] = {}
    for row in rows:
        if row.rujukan_target:
            found[row.rujukan_target.berkas] = None
        for at in row.rujukan:
            found[at.berkas] = None
    return tuple(sorted(found))


def judul_target(prd: RekapPeriode) -> str:
    """Returns the heading of a column of targets: in an unfinished year each is that of its latest figure."""
    return "Target" if prd.selesai else "Target sampai\N{NO-BREAK SPACE}data terakhir"


def judul_target_baris(row: BarisIndikator) -> str:
    """Returns the heading of the target of one indikator: of a year told so far, until when or of which periods."""
    hasil = row.hasil
    if hasil.periode.jenis is not JenisPeriode.TAHUN or not hasil.dari or hasil.sumber_target is None:
        return "Target"
    whole = hasil.sumber_target.loc[-1] == "target"  # the PK's; the rencana aksi names the period
    if whole:
        return "Target"
    last = max(lap.periode for lap in row.laporan if lap.nilai is not None)
    return f"Target {sel.cakupan_target(row) or f'sampai {last.label}'}"


def judul_waktu(konteks: Konteks, prd: RekapPeriode) -> str:
    """Returns the time that stands in a caption: «tahun 2024», «sampai Oktober 2026» of an unfinished year."""
    return label(prd.periode) if prd.selesai else f"sampai {konteks.rekap.posisi.sampai.label}"


def waktu(prd: RekapPeriode, sampai: str) -> str:
    """Returns when a period's figures speak of: «Pada tahun 2024», «Sampai Juli 2025» of an unfinished year."""
    if not prd.selesai:
        return f"Sampai {sampai}"
    return f"Pada {label(prd.periode)}"


def label(periode: Periode) -> str:
    """Returns the period as it stands within a sentence."""
    return f"tahun {periode.tahun}" if periode.jenis is JenisPeriode.TAHUN else periode.label


def jalan(*parts: Rujukan | None) -> tuple[PurePosixPath, ...]:
    return tuple(part.berkas for part in parts if part)
