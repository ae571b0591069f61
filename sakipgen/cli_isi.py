"""The verb that asks on a terminal: `isi`."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.cli_formulir import buka_data
from sakipgen.diagnostics import PANAH, Diagnostic, Severity, printable
from sakipgen.domain.waktu import Periode
from sakipgen.forms.isian import STATUS, Isian, bukti_ke
from sakipgen.forms.ketikan import baca_ketikan
from sakipgen.forms.sel import Keliru
from sakipgen.forms.susun import JENIS_BUKTI, Kartu
from sakipgen.formulir import Data
from sakipgen.kiriman.angka import Kata
from sakipgen.pengisian import (
    Percobaan,
    Sesi,
    belum_lengkap,
    buka_sesi,
    hitung_capaian,
    tenggat,
    terisi,
    unit_akun,
)
from sakipgen.pilihan import PeriodePilihan, akar_opsi, parse_periode
from sakipgen.rendering.cetak import persen, ringkas, tanggal

DIHENTIKAN = 130
_LEBAR: Final = 78
_TAMPIL: Final = 30
"""So much is shown of what stands already."""
_CARA: Final = "Enter: biarkan seperti semula.  ?: penjelasan.  -: angkanya belum ada.  Ctrl+C: berhenti."
_KURANG: Final = frozenset({"B001", "L001"})
"""What is missing beside a figure: evidence, and why it is below its target."""
_LEWATI: Final = "-"
_TANYA: Final = "?"


class _LewatiError(Exception):
    """Somebody wants to go on without this indikator."""


@click.command(name="isi", cls=Perintah)
@akar_opsi
@click.option("--akun", metavar="AKUN", help="Akun pengisi; unitnya diambil dari `data/pengguna.yaml`.")
@click.option("--unit", metavar="KODE", help="Kode unit yang laporannya diisi, misalnya pka.")
@click.option("--periode", type=PeriodePilihan(), metavar="PERIODE", help="Periode yang diisi, misalnya 2026-10.")
@click.option("--indikator", metavar="KODE", help="Hanya indikator ini, juga bila sudah terisi.")
@click.option("--semua", is_flag=True, help="Tanyakan juga indikator yang sudah terisi.")
def isi(akar: Path, akun: str | None, unit: str | None, periode: str | None, indikator: str | None, semua: bool) -> int:
    """Isi realisasi satu unit lewat pertanyaan di terminal. Setiap indikator langsung diperiksa dan disimpan."""
    data = buka_data(akar)
    if data is None:
        return GALAT
    try:
        chosen = unit_akun(data, akun, unit) or _pilih_unit(data)
        when = parse_periode(periode, data.per_tanggal.year, "--periode") or _pilih_periode(data, chosen)
        session = buka_sesi(data, chosen, when)
        cards = _kartu(session, indikator, semua=semua)
        _isi(session, cards)
    except click.Abort:
        click.echo("\nBerhenti. Yang sudah disimpan tetap ada; jalankan lagi untuk melanjutkan.", err=True)
        return DIHENTIKAN
    return _penutup(session)


def _pilih_unit(data: Data) -> str:
    units = data.dataset.instansi.isi.unit_kerja
    click.echo("Unit yang ada:")
    for kode, row in units.items():
        click.echo(f"  {kode:<8} {row.nama}")
    while (said := _tanya("Kode unit").lower()) not in units:
        _keliru(f"unit `{printable(said)}` tidak ada; tulis salah satu kode di atas.")
    return said


def _pilih_periode(data: Data, unit: str) -> Periode:
    waiting = list(belum_lengkap(data, unit))
    if waiting:
        click.echo("Yang belum lengkap:")
    for periode, empty, total in waiting:
        click.echo(f"  {periode!s:<10} {periode.label}: {empty} dari {total} indikator belum terisi")
    first = str(waiting[0][0]) if waiting else ""
    while True:
        said = _tanya("Periode", first) or first
        try:
            if found := parse_periode(PeriodePilihan().convert(said, None, None), data.per_tanggal.year):
                return found
        except click.BadParameter as error:
            _keliru(error.message)


def _kartu(session: Sesi, indikator: str | None, *, semua: bool) -> Sequence[Kartu]:
    cards = session.formulir().kartu
    if indikator:
        found = [card for card in cards if card.kode.lower() == indikator.lower()]
        if not found:
            known = ", ".join(card.kode for card in cards)
            raise click.UsageError(f"indikator `{indikator}` tidak dilaporkan di sini; yang ada: {known}.")
        return found
    return cards if semua else [card for card in cards if not terisi(card.awal)]


def _isi(session: Sesi, cards: Sequence[Kartu]) -> None:
    total = len(session.formulir().kartu)
    click.echo(f"Mengisi realisasi {session.periode.label}, {session.nama_unit}")
    due = tanggal(tenggat(session.data, session.periode))
    click.echo(f"Batas penyampaian {due}. {len(cards)} dari {total} indikator akan ditanyakan.")
    if cards:
        _tulis(_CARA, "")
    for number, card in enumerate(cards, 1):
        click.echo(f"\n── {number} dari {len(cards)} ──")
        try:
            _Penanya(session, card).tanya()
        except _LewatiError:
            click.echo("  Dilewati; tidak ada yang ditulis untuk indikator ini.")


def _penutup(session: Sesi) -> int:
    """What the checks say of the file."""
    found = session.pesan()
    click.echo("")
    if not session.berkas.is_file():
        click.echo("Belum ada yang disimpan.")
        return 0
    click.echo(f"Pemeriksaan {session.path}:")
    for diagnostic in found:
        click.echo(f"  {diagnostic.as_text()}")
    wrong = sum(d.severity is Severity.ERROR for d in found)
    click.echo(f"{wrong} galat, {len(found) - wrong} peringatan pada berkas ini.")
    empty = sum(not terisi(card.awal) for card in session.formulir().kartu)
    click.echo(f"Masih {empty} indikator belum terisi." if empty else "Semua indikator sudah terisi.")
    return GALAT if wrong else 0


# ── One indikator ────────────────────────────────────────────────────────────────────────────────────────────────


class _Penanya:
    """Asks for one indikator until the checks have nothing against the answers, then saves them."""

    def __init__(self, session: Sesi, card: Kartu) -> None:
        self.session, self.card = session, card
        self.kata: Kata = {}
        self.cells = {cell.medan: cell for cell in card.isian}

    def tanya(self) -> None:
        """Asks, checks and saves; raises where somebody goes on without it."""
        self._kepala()
        self._angka()
        while True:
            tried = self.session.coba(self.card, self.kata)
            if tried.teks is None:
                click.echo("  Tidak ada yang berubah.")
                return
            if not tried.galat:
                self.session.simpan(tried)
                click.echo(f"  Tersimpan: {self.session.path}")
                return
            self._lengkapi(tried)

    def _lengkapi(self, tried: Percobaan) -> None:
        """Asks for what the checks miss; whatever else is wrong is asked from the beginning."""
        missing = {d.code for d in tried.galat if d.code in _KURANG and self._sendiri(d)}
        wrong = [d for d in tried.galat if d.code not in _KURANG or not self._sendiri(d)]
        if not wrong:
            if "B001" in missing:
                self._bukti()
            if "L001" in missing:
                click.echo("  Target belum tercapai: tulis kendala dan solusinya.")
                for medan in ("kendala", "solusi"):
                    self.kata[medan] = self._wajib(self.cells[medan])
            return
        for diagnostic in wrong:
            where = PANAH.join(diagnostic.where.split(PANAH)[1:])
            _keliru(f"{diagnostic.code} {where}: {diagnostic.message}")
        self.kata.clear()
        click.echo("  Isi sekali lagi.")
        self._angka()

    def _sendiri(self, diagnostic: Diagnostic) -> bool:
        """Whether it speaks of this indikator."""
        return diagnostic.path == self.session.path and self.card.kode in diagnostic.where.split(PANAH)

    def _kepala(self) -> None:
        card, row = self.card, self.card.indikator
        _tulis(f"{card.kode}  {row.nama}", "")
        last = f"{card.terakhir.nilai} ({card.terakhir.periode.label})" if card.terakhir else "belum ada"
        _tulis(
            f"Satuan {row.satuan.nama}. Target {self.session.periode.label}: {card.target_periode}. Terakhir: {last}."
        )
        _tulis(card.petunjuk)

    def _angka(self) -> None:
        figures = [cell for cell in self.card.isian if cell.angka]
        for cell in figures:
            said = self._satu(cell)
            if said == _LEWATI:
                self._status(figures)
                return
            if said is not None:
                self.kata[cell.medan] = said
        if not any(self.kata.get(c.medan) for c in figures) and not terisi(self.card.awal):
            raise _LewatiError
        if any(cell.medan in self.kata for cell in figures) and "status" in self.card.awal:
            self.kata |= {"status": None, "alasan": None}
        value, capaian = hitung_capaian(self.card, self.kata)
        if value is not None and self.card.indikator.komponen:
            _tulis(f"Realisasi {ringkas(value, self.card.indikator.desimal)} {self.card.indikator.satuan.nama}.")
        if capaian is not None:
            _tulis(f"Capaian {persen(capaian)}.")

    def _satu(self, cell: Isian) -> str | None:
        """What somebody types for a figure, as the YAML has it; None where it stays, a dash where it is not there."""
        now = self.card.awal.get(cell.medan, "")
        name = cell.medan.partition(".")[2]
        meaning = self.card.indikator.komponen.get(name, "") if cell.medan.startswith("komponen.") else ""
        label = f"{cell.nama} ({meaning})" if meaning else cell.nama
        if cell.pilihan:
            label += f" ({', '.join(cell.pilihan.values())})"
        while True:
            text = _tanya(label, now)
            if text == _TANYA:
                self._penjelasan()
            elif text == _LEWATI:
                return _LEWATI
            else:
                said = baca_ketikan(cell, text)
                if not isinstance(said, Keliru):
                    return said
                _keliru(said.pesan)

    def _status(self, figures: Sequence[Isian]) -> None:
        """Why there is no figure."""
        choices = list(STATUS)
        _tulis("Mengapa angkanya belum ada?")
        for number, name in enumerate(choices, 1):
            click.echo(f"    {number}. {STATUS[name]}")
        while True:
            text = _tanya("Status (angka atau kata; - untuk melewati indikator ini)", self.card.awal.get("status", ""))
            if text == _LEWATI:
                raise _LewatiError
            word = choices[int(text) - 1] if text in {"1", "2", "3"} else text
            said = baca_ketikan(self.cells["status"], word or self.card.awal.get("status", ""))
            if isinstance(said, str):
                break
            _keliru(said.pesan if said else "status belum dipilih; tulis 1, 2, atau 3.")
        self.kata.clear()
        self.kata |= dict.fromkeys(cell.medan for cell in figures)
        self.kata["status"] = said
        self.kata["alasan"] = self._wajib(self.cells["alasan"])

    def _bukti(self) -> None:
        """One piece of evidence, behind those that are there."""
        _tulis("Bukti: naskah atau berkas yang menunjukkan angka ini.")
        number = len({medan.split(".")[1] for medan in self.card.awal if medan.startswith("bukti.")})
        for cell in bukti_ke(self.card.kode, number):
            name = cell.medan.rpartition(".")[2]
            if name == "jenis":
                self.kata[cell.medan] = self._wajib(cell, f"jenis bukti ({', '.join(JENIS_BUKTI[:4])}, …)")
            elif name == "tempat":
                self.kata[cell.medan] = self._wajib(cell, "tempat bukti (nomor arsip, https://…, atau bukti/…)")
            elif name == "judul":
                self.kata[cell.medan] = self._wajib(cell, "judul bukti")

    def _wajib(self, cell: Isian, label: str | None = None) -> str:
        """An answer that must be given; a dash goes on without the indikator."""
        while True:
            now = self.card.awal.get(cell.medan, "")
            text = _tanya(label or cell.nama, now)
            if text == _LEWATI:
                raise _LewatiError
            if text == _TANYA:
                self._penjelasan()
                continue
            said = baca_ketikan(cell, text or now)
            if isinstance(said, str):
                return said
            _keliru(said.pesan if said else "wajib diisi; tulis - untuk melewati indikator ini.")

    def _penjelasan(self) -> None:
        row = self.card.indikator
        _tulis(f"Arti: {row.definisi_operasional}")
        _tulis(f"Cara hitung: {self.card.cara}")
        _tulis(f"Sumber: {row.sumber_data}")
        _tulis("Angka ditulis polos dengan titik desimal, misalnya 87.5; tanpa % dan tanpa Rp.")


def _tanya(label: str, semula: str = "") -> str:
    """What is typed on one line; `semula` is shown, and stays where nothing is typed."""
    shown = semula if len(semula) <= _TAMPIL else f"{semula[: _TAMPIL - 1]}…"
    question = f"  {label[:1].upper()}{label[1:]}{f' [{printable(shown)}]' if shown else ''}"
    text: str = click.prompt(question, default="", show_default=False, prompt_suffix=": ")
    return text.strip()


def _tulis(text: str, inden: str = "  ") -> None:
    for line in textwrap.wrap(printable(text.replace("\n", " ")), _LEBAR, initial_indent=inden, subsequent_indent="  "):
        click.echo(line)


def _keliru(text: str) -> None:
    _tulis(text, "  ! ")
