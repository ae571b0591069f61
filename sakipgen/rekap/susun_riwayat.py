"""From Git's history to rows: what kind of change each was, and what of it the public may read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from pydantic_core import PydanticCustomError

from sakipgen.domain.angka import parse_angka
from sakipgen.domain.dataset import LAYOUT, Dataset
from sakipgen.domain.isian import SEMENTARA, STATUS, Beda, Dokumen, Kunci
from sakipgen.domain.koreksi import NILAI, JenisKoreksi, Koreksi, NilaiKoreksi
from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.riwayat import BedaBerkas, Catatan, Riwayat
from sakipgen.domain.tertulis import BENTUK
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.rekap.riwayat import BarisPerubahan, JenisPerubahan, NilaiTercatat, PerubahanBerkas, RekapRiwayat

_PENDEK: Final = 12
"""So many digits of a hash name a commit in an address or a key."""
_BOLEH: Final = re.compile(r"[\w .,:+*/()<>≥≤=\[\]-]{1,120}", re.ASCII)
_PANJANG: Final = re.compile(r"\d(?: ?\d){13}")
"""A run of digits that could be a NIP or NIK, in groups or not; no figure is that long."""
_TAK_DITAMPILKAN: Final = "tidak ditampilkan"
_JENIS_KOREKSI: Final = {
    JenisKoreksi.KOREKSI_KESALAHAN: JenisPerubahan.KOREKSI_KESALAHAN,
    JenisKoreksi.REVISI_TERENCANA: JenisPerubahan.REVISI_TERENCANA,
    JenisKoreksi.ISIAN_TERLAMBAT: JenisPerubahan.ISIAN_TERLAMBAT,
    JenisKoreksi.PENCABUTAN: JenisPerubahan.KOREKSI_KESALAHAN,
}
_KOMPONEN: Final = "komponen."
"""Before the name of a komponen, in the way to its meaning in the kamus."""
_TARGET: Final = frozenset({Dokumen.RENSTRA, Dokumen.PERJANJIAN_KINERJA, Dokumen.RENCANA_AKSI})


def susun_riwayat(riwayat: Riwayat, dataset: Dataset, known: Dataset, posisi: Posisi) -> RekapRiwayat:
    """Returns the rows of a history; `known` is the dataset as the posisi sees it, `dataset` all of it.

    What was recorded after the day of the posisi is left out, unless the data is an example with a day of its own.
    """
    peragaan = known.instansi.isi.status_data is StatusData.CONTOH
    seen = [c for c in riwayat.catatan if peragaan or c.waktu.date() <= posisi.per_tanggal]
    builder = _Penyusun(dataset, known, posisi, peragaan=peragaan)
    rows = [row for catatan in seen for row in builder.baris(catatan)]
    latest = {
        path: PerubahanBerkas(catatan.revisi, catatan.waktu, catatan.usulan)
        for catatan in seen
        for path in catatan.berkas
    }
    return RekapRiwayat(tuple(rows), riwayat.lengkap, peragaan, latest)


class _Penyusun:
    """Goes through time, holding what stood and which periods were closed."""

    def __init__(self, dataset: Dataset, known: Dataset, posisi: Posisi, *, peragaan: bool) -> None:
        self._known = known
        self._posisi = posisi
        self._peragaan = peragaan
        self._tersembunyi = dataset.realisasi.keys() - known.realisasi.keys()
        self._berkas_nanti = _berkas(dataset) - _berkas(known)
        self._jabatan = known.instansi.isi.jabatan
        self._janji: dict[tuple[str, Periode | None, str], str] = {}
        """What was promised last of an indikator or a ceiling, by kode, year and owner of the paper."""
        self._ditutup: set[Periode] = set()
        self._cara: set[tuple[str, Periode | None]] = set()
        """Each kamus and metode that was there."""
        self._koreksi: dict[tuple[str, Periode], list[tuple[str, Koreksi]]] = {}
        for (periode, kode), berkas in known.koreksi.items():
            self._koreksi.setdefault((berkas.isi.indikator, periode), []).append((kode, berkas.isi))

    def baris(self, catatan: Catatan) -> Iterator[BarisPerubahan]:
        """Yields what one commit changed, as far as it is public."""
        closed = frozenset(self._ditutup)
        final = self._difinalkan(catatan)
        known = frozenset(self._cara)
        renamed = _ganti_nama(catatan)
        for changed in sorted(catatan.beda, key=_urutan):
            kunci = changed.beda.kunci
            if kunci.dokumen is Dokumen.PENUTUPAN:
                self._tutup(changed.beda)
            if kunci.dokumen is Dokumen.PENUTUPAN or not self._terbuka(kunci, changed.berkas):
                continue  # what is not told is no "before" of what is
            beda = self._lanjut(changed)
            if kunci.bagian == SEMENTARA or kunci in renamed or setara(beda.lama, beda.baru):
                continue
            if kunci.dokumen is Dokumen.CARA and (kunci.kode, kunci.periode) not in known:
                self._cara.add((kunci.kode, kunci.periode))  # a new one changes nothing that was measured before
            else:
                yield self._row(catatan, changed.berkas, beda, closed=kunci.periode in closed, final=final)

    def _lanjut(self, changed: BedaBerkas) -> Beda:
        """The change against what was promised before: a PK perubahan follows the PK that it changes."""
        beda = changed.beda
        kunci = beda.kunci
        if kunci.dokumen not in {Dokumen.PERJANJIAN_KINERJA, Dokumen.PAGU} or beda.baru is None:
            return beda
        place = (kunci.kode, kunci.periode, kunci.dokumen)
        before = self._janji.get(place)
        self._janji[place] = beda.baru
        return beda._replace(lama=before) if beda.lama is None and before is not None else beda

    def _tutup(self, beda: Beda) -> None:
        if beda.kunci.periode is not None:
            (self._ditutup.discard if beda.baru is None else self._ditutup.add)(beda.kunci.periode)

    def _difinalkan(self, catatan: Catatan) -> frozenset[tuple[str, Periode | None]]:
        """The figures that were provisional until this commit."""
        marks = (b.beda for b in catatan.beda if b.beda.kunci.bagian == SEMENTARA and b.beda.baru is None)
        return frozenset((beda.kunci.kode, beda.kunci.periode) for beda in marks)

    def _terbuka(self, kunci: Kunci, berkas: PurePosixPath) -> bool:
        """Whether the public may read it: what waits, or comes after the posisi, is not published anywhere."""
        if berkas in self._berkas_nanti or (kunci.dokumen is Dokumen.PAGU and not self._pagu_berlaku(kunci)):
            return False
        if kunci.dokumen not in {Dokumen.REALISASI, Dokumen.ANGGARAN} or kunci.periode is None:
            return True
        if not self._posisi.memuat(kunci.periode):
            return False
        owner = self._known.indikator.get(kunci.kode)
        units = {_unit(berkas), owner.isi.penanggung_jawab if owner else None}
        return not any((kunci.periode, unit) in self._tersembunyi for unit in units if unit)

    def _pagu_berlaku(self, kunci: Kunci) -> bool:
        """Whether a changed ceiling is in force by the posisi; both stand in one file."""
        found = self._known.program.get(kunci.periode.tahun) if kunci.periode else None
        changed = found.isi.perubahan if found and kunci.versi == "perubahan" else None
        return changed is None or changed.tanggal <= self._posisi.per_tanggal

    def _row(
        self,
        catatan: Catatan,
        berkas: PurePosixPath,
        beda: Beda,
        *,
        closed: bool,
        final: frozenset[tuple[str, Periode | None]],
    ) -> BarisPerubahan:
        kunci = beda.kunci
        record = self._record(beda)
        koreksi = record[1] if record else None
        short = catatan.revisi[:_PENDEK]
        when = str(kunci.periode) if kunci.periode else "-"
        return BarisPerubahan(
            id=":".join((short, kunci.dokumen, kunci.kode or "-", when, kunci.versi or "-", kunci.bagian)),
            revisi=catatan.revisi,
            waktu=catatan.waktu,
            usulan=catatan.usulan,
            kunci=kunci,
            lama=tercatat(beda.lama),
            baru=tercatat(beda.baru),
            jenis=self._jenis(beda, koreksi, closed=closed, final=final),
            alasan=koreksi.alasan if koreksi else self._alasan(beda) or _layak(catatan.alasan),
            unit=_unit(berkas),
            disetujui_oleh=koreksi.disetujui_oleh
            if koreksi
            else tuple(kode for kode in catatan.disetujui_oleh if kode in self._jabatan),
            koreksi=record[0] if record else None,
            berkas=berkas,
        )

    def _jenis(
        self, beda: Beda, koreksi: Koreksi | None, *, closed: bool, final: frozenset[tuple[str, Periode | None]]
    ) -> JenisPerubahan:
        kunci = beda.kunci
        if koreksi is not None:
            return _JENIS_KOREKSI[koreksi.jenis]
        judged = (
            (kunci.dokumen is Dokumen.REALISASI and closed and not self._peragaan, JenisPerubahan.TANPA_KOREKSI),
            (kunci.dokumen is Dokumen.CARA, JenisPerubahan.PERUBAHAN_CARA),
            (beda.baru is None, JenisPerubahan.PENGHAPUSAN),
            (beda.lama is None, JenisPerubahan.ISIAN_BARU),
            (kunci.dokumen in _TARGET, JenisPerubahan.PERUBAHAN_TARGET),
            (kunci.dokumen is Dokumen.PAGU, JenisPerubahan.PERUBAHAN_PAGU),
            ((kunci.kode, kunci.periode) in final, JenisPerubahan.REVISI_TERENCANA),
        )
        return next((jenis for fits, jenis in judged if fits), JenisPerubahan.PERBAIKAN)

    def _record(self, beda: Beda) -> tuple[str, Koreksi] | None:
        """The koreksi that made a change, with its kode."""
        kunci = beda.kunci
        if kunci.dokumen is not Dokumen.REALISASI or kunci.periode is None:
            return None
        if kunci.bagian == STATUS:
            wanted = JenisKoreksi.ISIAN_TERLAMBAT if beda.baru is None else JenisKoreksi.PENCABUTAN
            records = self._koreksi.get((kunci.kode, kunci.periode), ())
            return next((row for row in records if row[1].jenis is wanted), None)
        bagian = NILAI if kunci.bagian in BENTUK else kunci.bagian
        for kode, koreksi in self._koreksi.get((kunci.kode, kunci.periode), ()):
            pairs = ((koreksi.nilai_lama, beda.lama), (koreksi.nilai_baru, beda.baru))
            if koreksi.bagian == bagian and all(sama_koreksi(nilai, kunci.bagian, teks) for nilai, teks in pairs):
                return kode, koreksi
        return None

    def _alasan(self, beda: Beda) -> str | None:
        """Why a paper says another target."""
        kunci = beda.kunci
        if (
            kunci.dokumen is not Dokumen.PERJANJIAN_KINERJA
            or kunci.periode is None
            or kunci.kode not in (self._known.indikator)
        ):
            return None
        owner = self._known.pemilik_target(kunci.kode)
        paper = self._known.perjanjian_kinerja.get((kunci.periode.tahun, owner, kunci.versi))
        row = paper.isi.butir.get(kunci.kode) if paper else None
        return row.alasan if row else None


def tercatat(teks: str | None) -> NilaiTercatat | None:
    """Returns a figure of any version as it may be published: an old version may hold what no check would pass."""
    if teks is None:
        return None
    try:
        return NilaiTercatat(parse_angka(teks), None)
    except PydanticCustomError:
        said = teks if _BOLEH.fullmatch(teks) and not _PANJANG.search(teks) else _TAK_DITAMPILKAN
        return NilaiTercatat(None, said)


def setara(lama: str | None, baru: str | None) -> bool:
    """Returns whether two versions state the same figure, however it is spelled: `87.5` and `87.50`."""
    before, after = tercatat(lama), tercatat(baru)
    same = before is not None and after is not None and before.angka is not None and before.angka == after.angka
    return same or lama == baru


def _ganti_nama(catatan: Catatan) -> frozenset[Kunci]:
    """The figures that stayed what they were while the kamus gave their komponen another name: it tells of that itself.

    The same meaning under another name is the same komponen, and the same figure under both names did not change.
    """
    names = [b.beda for b in catatan.beda if b.beda.kunci.bagian.startswith(_KOMPONEN)]
    after = {(b.kunci.kode, b.baru): b.kunci.bagian.removeprefix(_KOMPONEN) for b in names if b.lama is None}
    new = {
        (b.kunci.kode, b.kunci.bagian.removeprefix(_KOMPONEN)): after[b.kunci.kode, b.lama]
        for b in names
        if b.baru is None and (b.kunci.kode, b.lama) in after
    }
    said = {b.beda.kunci: b.beda for b in catatan.beda if b.beda.kunci.dokumen is Dokumen.REALISASI}
    found: set[Kunci] = set()
    for kunci, gone in said.items():
        name = new.get((kunci.kode, kunci.bagian))
        come = said.get(kunci._replace(bagian=name)) if name else None
        if come and gone.baru is None and come.lama is None and setara(gone.lama, come.baru):
            found |= {kunci, come.kunci}
    return frozenset(found)


def _layak(alasan: str | None) -> str | None:
    """A commit's reason as it may be published: no check has read it, and nobody can mend it any more."""
    return _TAK_DITAMPILKAN if alasan and _PANJANG.search(alasan) else alasan


def sama_koreksi(nilai: NilaiKoreksi | None, bagian: str, teks: str | None) -> bool:
    """Returns whether a koreksi names what a file states in this field."""
    if nilai is None or teks is None:
        return nilai is None and teks is None
    if bagian not in BENTUK:
        number = tercatat(teks)
        return number is not None and number.angka is not None and number.angka == nilai.nilai
    match getattr(nilai, bagian):
        case None:
            return False
        case bool() as fulfilled:
            return teks == ("ya" if fulfilled else "tidak")
        case tuple() as done:
            return teks == (" ".join(done) or "[]")
        case other:
            return teks == str(other)


def _berkas(dataset: Dataset) -> frozenset[PurePosixPath]:
    """The papers that count from a day of their own, and the money: by path."""
    kinds = (dataset.renstra, dataset.perjanjian_kinerja, dataset.anggaran)
    return frozenset(berkas.path for kind in kinds for berkas in kind.values())


_NOMOR: Final = {dokumen: number for number, dokumen in enumerate(Dokumen)}


def _urutan(changed: BedaBerkas) -> tuple[str, date, int, str, str]:
    """By kode, time, document and version: of two PK of a year the first before the one that changes it."""
    kunci = changed.beda.kunci
    when = kunci.periode.akhir if kunci.periode else date.min
    return kunci.kode, when, _NOMOR[kunci.dokumen], kunci.versi, kunci.bagian


_BERUNIT: Final = tuple(jenis.regex for jenis in LAYOUT if "{unit}" in jenis.pola)


def _unit(berkas: PurePosixPath) -> str | None:
    """The unit whose file it is."""
    below = "/".join(berkas.parts[1:])
    found = (pattern.fullmatch(below) for pattern in _BERUNIT)
    return next((match["unit"] for match in found if match), None)
