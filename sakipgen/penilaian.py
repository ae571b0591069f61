"""Judges a form that came through the forge's page: what it changes, and whether its sender may; it writes nothing.

The sender is the account of the event. Who may send what, and what is locked, is read from the data as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.diagnostics import PANAH, Severity
from sakipgen.domain.pengguna import Peran
from sakipgen.domain.usulan import MODE_BIASA, Objek, Ubahan
from sakipgen.domain.waktu import Periode
from sakipgen.forms.beda import Beda, ubahan_butir
from sakipgen.forms.temuan import Temuan, ada_galat
from sakipgen.forms.wadah import TERBESAR
from sakipgen.formulir import Data, baca_butir, baca_kiriman, teks_baru, teks_lama, tempat_laporan, terima
from sakipgen.kiriman.angka import baca_angka
from sakipgen.kiriman.borang import Jenis, baca_jawaban, jenis_kiriman
from sakipgen.kiriman.koreksi import Catatan, baca_koreksi, teks_koreksi
from sakipgen.kiriman.lampiran import Lampiran, baca_lampiran
from sakipgen.kiriman.letak import Letak, baca_letak
from sakipgen.kiriman.peristiwa import Peristiwa
from sakipgen.kiriman.pesan import Sebutan
from sakipgen.peninjauan import nilai
from sakipgen.project import Project
from sakipgen.rendering.cetak import ukuran
from sakipgen.reviewing.kepemilikan import akun_dikenal
from sakipgen.reviewing.perbandingan import Perbandingan
from sakipgen.reviewing.tinjauan import Keterangan, Tinjauan

_BERKAS: Final = "Berkas formulir"
_TAK_AMAN: Final = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True)
class Penilaian:
    """What a form comes to."""

    temuan: tuple[Temuan, ...] = ()
    jenis: Jenis | None = None
    tentang: tuple[Sebutan, ...] = ()
    """Which reports it changes."""
    beda: tuple[Beda, ...] = ()
    nama: Mapping[str, str] = field(default_factory=dict)
    """The names of the indikator that change, by kode."""
    catatan: tuple[Catatan, ...] = ()
    """The records of corrections."""
    berkas: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """What files below the data folder will say."""
    disentuh: tuple[PurePosixPath, ...] = ()
    """Files that it wants changed, whether or not it can be taken."""
    diperiksa: Mapping[str, bytes] = field(default_factory=dict)
    """Workbooks with messages in them, by name."""

    @property
    def ditolak(self) -> bool:
        return ada_galat(self.temuan)


def nilai_kiriman(data: Data, event: Peristiwa, folder: Path) -> Penilaian:
    """Returns what a form comes to; of a stranger's form nothing is opened."""
    if event.pelaku != event.pengirim:
        message = (
            f"kiriman akun `{event.pengirim}` ini diubah oleh akun `{event.pelaku}`, jadi tidak jelas siapa yang "
            "mengisi; kirim formulir baru dengan akun sendiri."
        )
        return Penilaian((Temuan("X015", message),))
    if strange := tuple(_asing(data, event)):
        return Penilaian(strange)
    kind = jenis_kiriman(event.isi, event.label)
    if isinstance(kind, Temuan):
        return Penilaian((kind,))
    said = baca_jawaban(event.isi, kind)
    if kind is Jenis.EXCEL:
        found = Penilaian(said.temuan) if said.temuan else _excel(data, event, said.isi["berkas"], folder)
    else:
        found = _satu_baris(data, event, kind, said.isi, said.temuan)
    found = replace(found, jenis=kind)
    if not found.beda and not found.ditolak:
        message = "isinya sama dengan data utama, jadi tidak ada yang diusulkan; isi dahulu yang ingin diubah."
        return replace(found, temuan=(*found.temuan, Temuan("X016", message)))
    return _bersama(data, event, found)


# ── Workbooks ────────────────────────────────────────────────────────────────────────────────────────────────────


def _excel(data: Data, event: Peristiwa, teks: str, folder: Path) -> Penilaian:
    attached, wrong = baca_lampiran(teks, event.repositori)
    answer = Penilaian(wrong)
    for number, one in enumerate(attached, 1):
        answer = _satu_buku(data, answer, one, folder / f"{number}.xlsx", sendiri=len(attached) == 1)
    return answer


def _satu_buku(data: Data, answer: Penilaian, one: Lampiran, path: Path, *, sendiri: bool) -> Penilaian:
    """The answer with one more workbook."""
    if path.is_symlink() or not path.is_file():
        message = f"“{one.nama}” tidak dapat diambil, atau lebih dari {ukuran(TERBESAR)}; lampirkan sekali lagi."
        return replace(answer, temuan=(*answer.temuan, Temuan("X014", message, None, _BERKAS)))
    got = terima(data, one.nama, baca_kiriman(path))
    found = got.temuan
    if not sendiri:
        found = tuple(t._replace(di=", ".join(filter(None, (one.nama, t.di)))) for t in found)
    place = got.berkas.relative_to(data.dataset.root) if got.berkas else None
    if place in answer.disentuh:
        message = f"“{one.nama}” formulir yang sama dengan lampiran lain; lampirkan satu saja."
        found = (*found, Temuan("X014", message, None, _BERKAS))
    checked = {} if got.diperiksa is None else {_nama_salinan(one.nama, answer.diperiksa): got.diperiksa}
    changes = {place: got.isi} if place and got.isi is not None else {}
    return replace(
        answer,
        temuan=(*answer.temuan, *found),
        tentang=(*answer.tentang, *(_sebutan(data, path) for path in changes)),
        beda=(*answer.beda, *got.beda),
        nama={**answer.nama, **(got.nama or {})},
        berkas={**answer.berkas, **changes},
        disentuh=(*answer.disentuh, *((place,) if place else ())),
        diperiksa={**answer.diperiksa, **checked},
    )


def _nama_salinan(nama: str, ada: Mapping[str, bytes]) -> str:
    stem = _TAK_AMAN.sub("-", nama.rpartition(".")[0]).strip("-")[:80] or "formulir"
    name = f"{stem}-diperiksa.xlsx"
    return name if name not in ada else f"{stem}-{len(ada) + 1}-diperiksa.xlsx"


def _sebutan(data: Data, place: PurePosixPath) -> Sebutan:
    """Whose report a path is of, and for when."""
    _, year, segment, name = place.parts
    unit = name.removesuffix(".yaml")
    return Sebutan(unit, data.dataset.instansi.isi.unit_kerja[unit].nama, Periode(int(year), segment))


# ── One row ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _satu_baris(
    data: Data, event: Peristiwa, kind: Jenis, isi: Mapping[str, str], temuan: tuple[Temuan, ...]
) -> Penilaian:
    """A form that speaks of one row of a report."""
    at = baca_letak(isi, data.dataset)
    if not isinstance(at, Letak):
        return Penilaian((*temuan, *at))
    path = tempat_laporan(at.periode, at.unit)
    answer = Penilaian(temuan, tentang=(_sebutan(data, path),), nama={at.kode: at.indikator.nama}, disentuh=(path,))
    old = teks_lama(data, path)
    row = baca_butir(old).get(at.kode, {})
    if kind is Jenis.ANGKA:
        beda, found = baca_angka(isi, at, row)
        answer = replace(answer, temuan=(*temuan, *found, *_ditutup(data, at.periode)), beda=beda)
    elif not temuan:
        wanted = baca_koreksi(isi, at, row)
        if isinstance(wanted, tuple):
            return replace(answer, temuan=wanted)
        answer = replace(answer, beda=wanted.beda, catatan=wanted.catatan)
    if answer.ditolak or not answer.beda:
        return answer
    edits = tuple(ubahan_butir(at.kode, at.indikator, row, answer.beda))
    texts = {path: teks_baru(old, at.periode, answer.tentang[0].nama_unit, edits)}
    return _dengan_catatan(data, event, replace(answer, berkas=texts), (Peran.SEKRETARIS,))


def _ditutup(data: Data, periode: Periode) -> Iterator[Temuan]:
    if closing := data.dataset.penutupan(periode):
        day = closing.tanggal
        message = (
            f"{periode.label} sudah ditutup {day}; angkanya hanya boleh diubah lewat koreksi; pakai formulir koreksi."
        )
        yield Temuan("X010", message)


def _dengan_catatan(data: Data, event: Peristiwa, answer: Penilaian, penyetuju: Sequence[Peran]) -> Penilaian:
    """The answer with a file for each record of a correction; who approves it by merging stands in it."""
    texts: dict[PurePosixPath, str] = {}
    when = answer.tentang[0].periode
    approvers = [_jabatan(data, role, event.waktu.date()) for role in penyetuju]
    for number, record in enumerate(answer.catatan, 1):
        kode = f"KOR-{when.tahun}-F{event.nomor}" + (f"-{number}" if number > 1 else "")
        path = PurePosixPath("koreksi", str(when.tahun), when.segmen, f"{kode}.yaml")
        people = {"diminta_oleh": _peminta(data, event, answer.tentang[0].unit), "disetujui_oleh": approvers}
        texts[path] = teks_koreksi(when, event.nomor, record, event.waktu.date(), people)
        if (data.project.data_dir / path).exists():
            message = f"koreksi dari kiriman ini sudah tercatat (`{kode}`); untuk koreksi lain kirim formulir baru."
            answer = replace(answer, temuan=(*answer.temuan, Temuan("X016", message)))
    return replace(answer, berkas={**answer.berkas, **texts})


def _peminta(data: Data, event: Peristiwa, unit: str) -> str:
    known = data.dataset.pengguna.isi.cari(event.pengirim) if data.dataset.pengguna else None
    return (known.jabatan if known else None) or data.dataset.instansi.isi.unit_kerja[unit].kepala


def _jabatan(data: Data, peran: Peran, hari: date) -> str:
    """The position that has a role; that of the Kepala where no account says it."""
    known = data.dataset.pengguna.isi.akun.values() if data.dataset.pengguna else ()
    return next((a.jabatan for a in known if a.peran is peran and a.jabatan and a.aktif(hari)), Peran.KEPALA.value)


# ── The data as it would be ──────────────────────────────────────────────────────────────────────────────────────


def _asing(data: Data, event: Peristiwa) -> Iterator[Temuan]:
    """Why an account may send nothing at all."""
    loaded = Project(data.project.root, data.cache).muat()
    known = Perbandingan(data.dataset.root, (), loaded, loaded)
    for issue in akun_dikenal(known, event.pengirim, event.waktu.date()):
        yield Temuan(issue.code, issue.message, None, str(issue.path))


def _bersama(data: Data, event: Peristiwa, answer: Penilaian) -> Penilaian:
    """The answer with what the rules say of all its files together, and of its sender; as for any other proposal."""
    review, p = _tinjau(data, event, answer)
    if answer.catatan and Peran.KEPALA in review.persetujuan:
        answer = _dengan_catatan(data, event, answer, (Peran.SEKRETARIS, Peran.KEPALA))
        review, p = _tinjau(data, event, answer)
    touched = {row.path for row in p.ubahan}
    known = {(t.kode, t.pesan) for t in answer.temuan}
    found = [
        Temuan(d.code, d.message, None, _di(d.where, str(d.path), d.path in touched), d.severity)
        for d in review.report.diagnostics
        if d in review.baru and (d.severity is Severity.ERROR or d.path in touched)
    ]
    return replace(answer, temuan=(*answer.temuan, *(t for t in found if (t.kode, t.pesan) not in known)))


def _tinjau(data: Data, event: Peristiwa, answer: Penilaian) -> tuple[Tinjauan, Perbandingan]:
    hari = event.waktu.date()
    day = max(data.per_tanggal, hari, *(row.periode.akhir + timedelta(days=1) for row in answer.tentang))
    changes = {} if answer.ditolak else {str(path): text.encode() for path, text in answer.berkas.items()}
    before = Project(data.project.root, data.cache).build_tinjauan(day)
    after = Project(data.project.root, data.cache, changes).build_tinjauan(day)
    root = data.dataset.root
    rows = tuple(_ubahan(data, path) for path in dict.fromkeys((*answer.disentuh, *answer.berkas)))
    p = Perbandingan(root, rows, before.loaded, after.loaded, day)
    about = Keterangan(revisi=data.revisi or "", pengirim=event.pengirim, dikirim=event.waktu, nomor=event.nomor)
    return nilai(p, before, after, about, hari), p


def _ubahan(data: Data, path: PurePosixPath) -> Ubahan:
    """A changed file as a proposal would show it; what it says is compared by its values."""
    old = Objek(MODE_BIASA, "lama", 0) if (data.project.data_dir / path).is_file() else None
    return Ubahan(PurePosixPath(data.dataset.root, path), old, Objek(MODE_BIASA, "baru", 0))


def _di(where: str, path: str, sendiri: bool) -> str:
    """Where something is wrong, as somebody reads it who sees no files: the indikator and its field."""
    words = where.split(PANAH)
    if sendiri and words[0] == "butir":
        words = words[1:]
    return PANAH.join(words) if sendiri else f"{path} {where}".strip()
