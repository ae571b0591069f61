"""A report filled in step by step: what is still open, what an answer makes of the data, and saving one indikator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import ValidationError

from sakipgen.checking.siklus import BELUM_DICATAT
from sakipgen.diagnostics import Diagnostic, PemakaianError, Report, Severity
from sakipgen.domain.pengguna import Peran
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.forms.beda import ubahan_butir
from sakipgen.forms.isian import bukti_ke, daftar_isian
from sakipgen.forms.susun import Formulir, Kartu, susun_formulir
from sakipgen.formulir import Data, baca_butir, teks_baru, teks_lama, tempat_laporan
from sakipgen.kiriman.angka import Kata, beda
from sakipgen.measuring.periode import nilai_laporan
from sakipgen.project import Project
from sakipgen.writing.berkas import tulis_aman

_ANGKA: Final = ("nilai", "komponen", "predikat", "tanggal", "terpenuhi", "tahapan", "status")


@dataclass(frozen=True, slots=True)
class Percobaan:
    """A report as it would be with the answers to one indikator."""

    teks: str | None
    """None where nothing changes."""
    galat: tuple[Diagnostic, ...]
    report: Report | None = None


@dataclass
class Sesi:
    """One unit's report of one period while it is filled in."""

    data: Data
    unit: str
    periode: Periode
    _sebelum: Report | None = field(default=None, init=False)

    @property
    def path(self) -> PurePosixPath:
        """Which file it is, from the root of the repository."""
        return PurePosixPath(self.data.dataset.root, self._bawah)

    @property
    def berkas(self) -> Path:
        return self.data.project.data_dir / self._bawah

    @property
    def nama_unit(self) -> str:
        return self.data.dataset.instansi.isi.unit_kerja[self.unit].nama

    def formulir(self) -> Formulir:
        """Returns what is asked for, with what the file says now."""
        rows = baca_butir(teks_lama(self.data, self._bawah))
        return susun_formulir(self.data.dataset, self.unit, self.periode, rows, self.data.revisi)

    def coba(self, kartu: Kartu, kata: Kata) -> Percobaan:
        """Returns the report with these answers, and what is wrong only because of them."""
        old = teks_lama(self.data, self._bawah)
        row = baca_butir(old).get(kartu.kode, {})
        cells = (*daftar_isian(kartu.kode, kartu.indikator), *bukti_ke(kartu.kode, len(row.get("bukti") or ())))
        changes = beda(cells, row, kata)
        if not changes:
            return Percobaan(None, ())
        text = teks_baru(
            old, self.periode, self.nama_unit, list(ubahan_butir(kartu.kode, kartu.indikator, row, changes))
        )
        if self._sebelum is None:
            self._sebelum = self._periksa(None)
        later = self._periksa(text)
        new = later.baru_sejak(self._sebelum)
        return Percobaan(text, tuple(d for d in new if d.severity is Severity.ERROR), later)

    def simpan(self, percobaan: Percobaan) -> None:
        """Writes the report, whole or not at all."""
        if percobaan.teks is not None:
            tulis_aman(self.berkas, percobaan.teks)
            self._sebelum = percobaan.report

    def pesan(self) -> tuple[Diagnostic, ...]:
        """Returns what the checks say of the file as it is saved."""
        report = self._sebelum or self._periksa(None)
        return tuple(d for d in report.tanpa(BELUM_DICATAT, {self.path}).diagnostics if d.path == self.path)

    def _periksa(self, text: str | None) -> Report:
        changed = {} if text is None else {str(self._bawah): text.encode()}
        day = max(self.data.per_tanggal, self.periode.akhir + timedelta(days=1))
        return Project(self.data.project.root, self.data.cache, changed).periksa(day)

    @property
    def _bawah(self) -> PurePosixPath:
        return tempat_laporan(self.periode, self.unit)


def buka_sesi(data: Data, unit: str, periode: Periode) -> Sesi:
    """Returns the session of a unit and period; raises where there is nothing to fill in."""
    if periode.tahun not in data.dataset.metode:
        raise PemakaianError(f"tahun {periode.tahun} belum punya metode; pilih periode lain.")
    if closing := data.dataset.penutupan(periode):
        raise PemakaianError(
            f"{periode.label} sudah ditutup {closing.tanggal}; angkanya hanya boleh diubah lewat koreksi; "
            "hubungi Tim SAKIP."
        )
    session = Sesi(data, unit, periode)
    if not session.formulir().kartu:
        raise PemakaianError(
            f"tidak ada indikator {session.nama_unit} yang dilaporkan untuk {periode.label}; pilih periode lain."
        )
    return session


def unit_akun(data: Data, akun: str | None, unit: str | None) -> str | None:
    """Returns whose report an account fills in; None where it may fill in any and nobody said which."""
    units = data.dataset.instansi.isi.unit_kerja
    if unit is not None and unit not in units:
        raise PemakaianError(f"unit `{unit}` tidak ada; unit yang ada: {', '.join(units)}.")
    if akun is None:
        return unit
    known = data.dataset.pengguna.isi.cari(akun) if data.dataset.pengguna else None
    if known is None or not known.aktif(data.per_tanggal):
        raise PemakaianError(f"akun `{akun}` tidak terdaftar atau tidak berlaku lagi; periksa `data/pengguna.yaml`.")
    if known.peran is Peran.BIDANG and unit not in {None, known.unit}:
        raise PemakaianError(f"akun `{akun}` milik unit `{known.unit}`, bukan `{unit}`; isi laporan unit sendiri.")
    return unit or known.unit


def belum_lengkap(data: Data, unit: str) -> Iterator[tuple[Periode, int, int]]:
    """Yields the periods that have ended and are open, with how many indikator of how many are not filled in."""
    year = data.per_tanggal.year
    for periode in sorted(p for f in Frekuensi for p in f.periode(year)):
        if periode.akhir > data.per_tanggal or year not in data.dataset.metode or data.dataset.penutupan(periode):
            continue
        cards = Sesi(data, unit, periode).formulir().kartu
        if empty := sum(not terisi(card.awal) for card in cards):
            yield periode, empty, len(cards)


def terisi(awal: Mapping[str, str]) -> bool:
    """Whether a row says a figure, or why there is none."""
    return any(medan.partition(".")[0] in _ANGKA for medan in awal)


def hitung_capaian(kartu: Kartu, kata: Kata) -> tuple[Decimal | None, Decimal | None]:
    """Returns the figure that answers make and its capaian, unrounded; None where they make none yet."""
    said = {**kartu.awal, **kata}
    parts = {name: text for medan, text in said.items() if text and (name := medan.removeprefix("komponen.")) != medan}
    try:
        row = ButirRealisasi.model_validate({"nilai": said.get("nilai"), "komponen": parts or None})
    except ValidationError:
        return None, None
    value = nilai_laporan(kartu.indikator, row)
    if value is None or kartu.pratinjau is None:
        return value, None
    return value, kartu.pratinjau.capaian(value)


def tenggat(data: Data, periode: Periode) -> date:
    """Returns the day by which a report is due."""
    return data.dataset.kalender.jatuh_tempo(data.dataset.metode[periode.tahun].isi.tenggat, periode)
