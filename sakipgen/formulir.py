"""Forms out to the units and back: what `sakipgen formulir` does with files, around the pure functions of `forms`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Any, Final

from pydantic_core import PydanticCustomError

from sakipgen.checking import check
from sakipgen.checking.siklus import BELUM_DICATAT
from sakipgen.diagnostics import PANAH, PemakaianError, Report, Severity
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.organisasi import UnitKerja
from sakipgen.domain.waktu import Periode
from sakipgen.forms.baca import Kembali, baca_buku
from sakipgen.forms.beda import Beda, Perubahan, asing, bandingkan
from sakipgen.forms.catatan import beri_catatan
from sakipgen.forms.isian import TEMPAT, baris_utama
from sakipgen.forms.rekaman import VERSI
from sakipgen.forms.susun import kode_instansi, susun_formulir, unit_berkewajiban
from sakipgen.forms.temuan import BUAT_LAGI, Temuan, ada_galat, urut
from sakipgen.forms.tulis import render_formulir
from sakipgen.forms.wadah import TERBESAR, periksa_wadah
from sakipgen.measuring.bentuk import lengkapi
from sakipgen.project import Project, default_date
from sakipgen.reading import Cache, load
from sakipgen.reading.revisi import read_revisi
from sakipgen.reading.yaml_source import read_source
from sakipgen.terkurung import DETIK, TerlaluBeratError, terkurung
from sakipgen.writing.berkas import tulis_aman
from sakipgen.writing.sisip import Ubahan, awal, sisip

_BERAT: Final = f"hapus lembar tambahan dan gambarnya, atau {BUAT_LAGI}"
_SKEMA: Final = "../../../../schemas/realisasi.schema.json"


@dataclass(frozen=True)
class Data:
    """A data folder that can be relied on."""

    project: Project
    dataset: Dataset
    per_tanggal: date
    revisi: str | None
    cache: Cache
    """The files as they were read, for whoever reads them again."""


@dataclass(frozen=True)
class Penerimaan:
    """What became of a form that came back."""

    temuan: tuple[Temuan, ...]
    judul: str = ""
    """Which form it is; empty where that cannot be told."""
    beda: tuple[Beda, ...] = ()
    nama: Mapping[str, str] | None = None
    """The names of the indikator that change, by kode."""
    berkas: PurePosixPath | None = None
    """Which file changes."""
    isi: str | None = None
    """What it will say."""
    diperiksa: bytes | None = None
    """The workbook with the messages in it, where there is something to mend."""

    @property
    def ditolak(self) -> bool:
        return ada_galat(self.temuan)


def buka(project: Project) -> Data | Report:
    """Reads a data folder; of one with a galat the report, for nothing can be asked or answered by it."""
    cache = Cache()
    loaded = load(project.data_dir, cache)
    found = list(loaded.diagnostics)
    if loaded.dataset is None:
        return Report.of(found, loaded.berkas, sebagian=True)
    dataset = lengkapi(loaded.dataset)
    found += map(loaded.sources.resolve, check(dataset))
    if any(d.severity is Severity.ERROR for d in found):
        return Report.of(found, loaded.berkas, sebagian=True)
    revisi = read_revisi(project.data_dir)
    return Data(project, dataset, default_date(dataset, revisi), revisi.label if revisi else None, cache)


# ── Out ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def buat(data: Data, periode: Periode, unit: str | None) -> Iterator[tuple[str, bytes]]:
    """Yields file name and workbook of the form of a unit, or of every unit that owes the period."""
    known = data.dataset.instansi.isi.unit_kerja
    if periode.tahun not in data.dataset.metode:
        raise PemakaianError(f"tahun {periode.tahun} belum punya metode; buat `data/metode/{periode.tahun}.yaml`.")
    if unit is not None and unit not in known:
        raise PemakaianError(f"unit `{unit}` tidak ada; unit yang ada: {', '.join(known)}.")
    owing = unit_berkewajiban(data.dataset, periode)
    wanted = (unit,) if unit else owing
    if not wanted or (unit and unit not in owing):
        who = f"unit `{unit}`" if unit else "unit mana pun"
        raise PemakaianError(f"tidak ada indikator {who} yang dilaporkan untuk {periode.label}; pilih periode lain.")
    for one in wanted:
        rows = baca_butir(teks_lama(data, tempat_laporan(periode, one)))
        form = susun_formulir(data.dataset, one, periode, rows, data.revisi)
        yield f"formulir-{periode.slug}-{one}.xlsx", render_formulir(form)


def tempat_laporan(periode: Periode, unit: str) -> PurePosixPath:
    """Returns the path of a unit's report below the data folder."""
    return PurePosixPath("realisasi", str(periode.tahun), periode.segmen, f"{unit}.yaml")


def teks_lama(data: Data, path: PurePosixPath) -> str | None:
    """Returns what a file below the data folder says; None where it is not there."""
    file = data.project.data_dir / path
    return file.read_bytes().decode("utf-8") if file.is_file() else None


def teks_baru(lama: str | None, periode: Periode, nama_unit: str, ubahan: Sequence[Ubahan]) -> str:
    """Returns a report with changes; one that is not there yet begins with what it is."""
    head = f"{awal(_SKEMA)}#\n# Realisasi {periode.label}, {nama_unit}.\n\n"
    return sisip(head if lama is None else lama, ubahan)


def baca_butir(teks: str | None) -> Mapping[str, Mapping[str, Any]]:
    """Returns the rows of a report as plain trees; the text was read without a galat before."""
    source = read_source(PurePosixPath("realisasi.yaml"), teks.encode())[0] if teks else None
    rows = source.value.get("butir") if source and isinstance(source.value, dict) else None
    return {kode: row for kode, row in rows.items() if isinstance(row, dict)} if isinstance(rows, dict) else {}


# ── In ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def baca_kiriman(path: Path) -> bytes:
    """Returns what somebody sent, never more than a form may have and one byte."""
    try:
        with path.open("rb") as file:
            return file.read(TERBESAR + 1)
    except OSError as error:
        raise PemakaianError(f"berkas `{path}` tidak dapat dibuka; periksa namanya.") from error


def terima(data: Data, nama: str, isi: bytes, unit: str | None = None, periode: Periode | None = None) -> Penerimaan:
    """Returns what a form changes, checked by all rules; `unit` and `periode` say which form was expected."""
    if refused := periksa_wadah(nama, isi):
        return Penerimaan(refused)
    try:
        back = terkurung(baca_buku, isi)
    except TerlaluBeratError:
        return Penerimaan((Temuan("X001", f"berkas Excel tidak wajar: terlalu berat untuk dibaca; {_BERAT}."),))
    if not isinstance(back, Kembali):
        return Penerimaan(back, diperiksa=_diperiksa(isi, back))
    told = back.rekaman.keterangan
    wrong = _formulir_lain(data, back, unit, periode)
    if isinstance(wrong, Temuan):
        return Penerimaan((wrong,), diperiksa=_diperiksa(isi, (wrong,)))
    kerja = data.dataset.instansi.isi.unit_kerja[told.unit].nama
    kamus = {kode: berkas.isi for kode, berkas in data.dataset.indikator.items()}
    path = tempat_laporan(wrong, told.unit)
    old = teks_lama(data, path)
    change = bandingkan(back, kamus, baca_butir(old))
    names = {beda.isian.kode: kamus[beda.isian.kode].nama for beda in change.beda}
    answer = Penerimaan(
        urut((*back.temuan, *change.temuan, *_ditutup(data, wrong, change))),
        f"{kerja}, {wrong.label} (dibuat dari revisi {told.revisi})",
        change.beda,
        names,
        PurePosixPath(data.dataset.root, path),
    )
    if not answer.ditolak and change.ubahan:
        text = teks_baru(old, wrong, kerja, change.ubahan)
        found = _periksa_hasil(data, path, text, wrong, change, back)
        answer = replace(answer, isi=text, temuan=urut((*answer.temuan, *found)))
    return replace(answer, diperiksa=_diperiksa(isi, answer.temuan)) if answer.ditolak else answer


def _diperiksa(isi: bytes, temuan: tuple[Temuan, ...]) -> bytes | None:
    """The checked copy; None of a workbook that must not be opened, or cannot be written again."""
    if any(t.kode in {"X001", "X008"} for t in temuan):
        return None
    try:
        return terkurung(beri_catatan, isi, temuan, detik=2 * DETIK)
    except TerlaluBeratError:
        return None


def simpan(data: Data, penerimaan: Penerimaan) -> Path | None:
    """Writes the report that a form changes; None where it changes nothing."""
    if penerimaan.ditolak or penerimaan.isi is None or penerimaan.berkas is None:
        return None
    target = data.project.data_dir / penerimaan.berkas.relative_to(data.dataset.root)
    tulis_aman(target, penerimaan.isi)
    return target


def _formulir_lain(data: Data, back: Kembali, unit: str | None, periode: Periode | None) -> Temuan | Periode:
    """Why a form is not one of ours, or not the one that was expected; else its period."""
    told, office = back.rekaman.keterangan, kode_instansi(data.dataset)
    units = data.dataset.instansi.isi.unit_kerja
    if told.versi != VERSI:
        return _x003(f"versi formulir {told.versi}, program ini membaca versi {VERSI}")
    if told.instansi != office:
        return _x003(f"formulir ini milik {told.instansi}, data di sini milik {office}")
    try:
        when = Periode.parse(told.periode)
    except PydanticCustomError:
        return _x003(f"periode formulir “{told.periode}” tidak dikenal")
    if when.tahun not in data.dataset.metode:
        return _x003(f"formulir ini untuk {when.label}, tetapi tahun {when.tahun} belum punya metode")
    return _bukan_yang_diminta(data, back, when, (unit or told.unit, periode or when), units) or when


def _bukan_yang_diminta(
    data: Data, back: Kembali, when: Periode, wanted: tuple[str, Periode], units: Mapping[str, UnitKerja]
) -> Temuan | None:
    told = back.rekaman.keterangan
    if told.unit not in units:
        return _x003(f"formulir ini untuk unit “{told.unit}”, yang tidak ada di kantor ini")
    if wanted != (told.unit, when):
        name = units[wanted[0]].nama if wanted[0] in units else wanted[0]
        return _x003(f"formulir ini untuk {when.label} {units[told.unit].nama}, yang diminta {wanted[1].label} {name}")
    if kode := asing(back, {kode: berkas.isi for kode, berkas in data.dataset.indikator.items()}):
        return _x003(f"kamus {kode} berubah sejak formulir ini dibuat")
    return None


def _x003(what: str) -> Temuan:
    return Temuan("X003", f"{what}; minta formulir yang benar kepada Tim SAKIP, lalu salin isinya ke sana.")


def _ditutup(data: Data, periode: Periode, change: Perubahan) -> Iterator[Temuan]:
    """That a closed period changes through a koreksi only."""
    closing = data.dataset.penutupan(periode)
    if closing and change.beda:
        message = f"{periode.label} sudah ditutup {closing.tanggal}; angkanya hanya boleh diubah lewat koreksi; "
        yield Temuan("X010", f"{message}hubungi Tim SAKIP.")


# ── The data as it would be ──────────────────────────────────────────────────────────────────────────────────────


def _periksa_hasil(
    data: Data, path: PurePosixPath, teks: str, periode: Periode, change: Perubahan, back: Kembali
) -> Iterator[Temuan]:
    """What all rules say of the new report that they did not say of the data before."""
    today = max(data.per_tanggal, periode.akhir + timedelta(days=1))
    before = Project(data.project.root, data.cache).periksa(today)
    later = Project(data.project.root, data.cache, {str(path): teks.encode()}).periksa(today)
    mine = PurePosixPath(data.dataset.root, path)
    for diagnostic in later.tanpa(BELUM_DICATAT, {mine}).baru_sejak(before):
        ours = diagnostic.path == mine
        if diagnostic.severity is Severity.ERROR or ours:
            where = tuple(diagnostic.where.split(PANAH)[1:]) if ours else ()
            cell = _sel(where, change, back)
            di = PANAH.join(where) if ours else f"{diagnostic.path} {diagnostic.where}".strip()
            yield Temuan(diagnostic.code, diagnostic.message, cell, di, diagnostic.severity)


def _sel(where: tuple[str, ...], change: Perubahan, back: Kembali) -> str | None:
    """The cell of an element of the report: its own, else the first of its field, else the figure of the indikator."""
    if not where:
        return None
    kode, *parts = where
    mine = {medan: cell for (of, medan), cell in change.sel.items() if of == kode}
    parts = [_bagian(part) for part in parts]
    for length in range(len(parts), 0, -1):
        name = ".".join(parts[:length])
        found = next((cell for medan, cell in mine.items() if medan == name or medan.startswith(f"{name}.")), None)
        if found:
            return found
    there = back.sel.get((baris_utama(kode), "isian"))
    return there.alamat if there else None


def _bagian(part: str) -> str:
    """A part of an element as the fields of a form name it."""
    number = part.removeprefix("ke-")
    if number != part and number.isdecimal():
        return str(int(number) - 1)
    return "tempat" if part in {*TEMPAT, "sha256"} else part
