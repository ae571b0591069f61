"""Where files mention a kode: of an indikator, a unit, a sub kegiatan, a jabatan. What is mentioned must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from sakipgen.diagnostics import Loc
from sakipgen.domain.dataset import UNIT_KEPALA, Berkas, Dataset
from sakipgen.domain.naskah_langkah import NaskahLangkah
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi
from sakipgen.domain.pohon import TingkatSimpul
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.siklus import CatatanLangkah

Sebutan = tuple[PurePosixPath, Loc, str]
"""A kode that a file mentions: the file, the element, the kode."""


def indikator_setahun(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, int]]:
    """Yields where an indikator is promised, planned or reported for a year, with that year."""
    for renstra in dataset.renstra.values():
        for kode, targets in renstra.isi.target.items():
            yield from ((renstra.path, ("target", kode, str(tahun)), kode, tahun) for tahun in targets)
    for tahun, program in dataset.program.items():
        for level in ("program", "kegiatan", "sub_kegiatan"):
            rows = {kode: row.indikator for kode, row in getattr(program.isi, level).items()}
            yield from ((path, loc, kode, tahun) for path, loc, kode in _listed(program.path, level, rows))
    years: list[tuple[int, Berkas[PerjanjianKinerja] | Berkas[RencanaAksi] | Berkas[LaporanRealisasi]]] = [
        *((tahun, b) for (tahun, _, _), b in dataset.perjanjian_kinerja.items()),
        *((tahun, b) for (tahun, _), b in dataset.rencana_aksi.items()),
        *((periode.tahun, b) for (periode, _), b in dataset.realisasi.items()),
    ]
    for tahun, berkas in years:
        yield from ((berkas.path, ("butir", kode), kode, tahun) for kode in berkas.isi.butir)


def indikator(dataset: Dataset) -> Iterator[Sebutan]:
    for renstra in dataset.renstra.values():
        yield from ((renstra.path, ("target", kode), kode) for kode in renstra.isi.target)
        yield from _listed(renstra.path, "tujuan", {k: t.indikator for k, t in renstra.isi.tujuan.items()})
        yield from _listed(renstra.path, "sasaran", {k: s.indikator for k, s in renstra.isi.sasaran.items()})
    for program in dataset.program.values():
        for level in ("program", "kegiatan", "sub_kegiatan"):
            rows = getattr(program.isi, level)
            yield from _listed(program.path, level, {kode: row.indikator for kode, row in rows.items()})
    for files in (dataset.perjanjian_kinerja, dataset.rencana_aksi, dataset.realisasi):
        for berkas in files.values():
            yield from ((berkas.path, ("butir", kode), kode) for kode in berkas.isi.butir)
    for kamus in dataset.indikator.values():
        members = kamus.isi.gabungan.indikator if kamus.isi.gabungan else ()
        yield from ((kamus.path, ("gabungan", "indikator", n), kode) for n, kode in enumerate(members))
    for pohon in dataset.pohon_kinerja.values():
        yield from _listed(pohon.path, "kondisi", {k: row.indikator for k, row in pohon.isi.kondisi.items()})
    yield from _indikator_evaluasi(dataset)


def _indikator_evaluasi(dataset: Dataset) -> Iterator[Sebutan]:
    """What corrections, actions and the register of retired kode mention."""
    for koreksi in dataset.koreksi.values():
        yield koreksi.path, ("indikator",), koreksi.isi.indikator
    for actions in dataset.tindak_lanjut.values():
        yield from _listed(actions.path, "butir", {kode: row.indikator for kode, row in actions.isi.butir.items()})
    if dataset.kode_lama:
        for kode, row in dataset.kode_lama.isi.indikator.items():
            if row.pengganti:
                yield dataset.kode_lama.path, ("indikator", kode, "pengganti"), row.pengganti


def _listed(path: PurePosixPath, field: str, owners: Mapping[str, tuple[str, ...]]) -> Iterator[Sebutan]:
    for owner, listed in owners.items():
        yield from ((path, (field, owner, "indikator", n), kode) for n, kode in enumerate(listed))


def unit(dataset: Dataset) -> Iterator[Sebutan]:
    yield from ((b.path, (), unit) for (_, unit), b in dataset.rencana_aksi.items())
    yield from ((b.path, (), unit) for (_, unit), b in dataset.realisasi.items())
    yield from ((b.path, (), unit) for (_, unit, _), b in dataset.perjanjian_kinerja.items() if unit != UNIT_KEPALA)
    yield from ((b.path, ("penanggung_jawab",), b.isi.penanggung_jawab) for b in dataset.indikator.values())
    yield from _penanggung_jawab(dataset)
    for kode, unit_kerja in dataset.instansi.isi.unit_kerja.items():
        if unit_kerja.induk:
            yield dataset.instansi.path, ("unit_kerja", kode, "induk"), unit_kerja.induk
    for siklus in dataset.siklus.values():
        yield from ((siklus.path, ("pengiriman", kode), kode) for kode in siklus.isi.pengiriman)
        for name in ("pengumpulan", "pengukuran"):
            for n, row in enumerate(getattr(siklus.isi, name)):
                yield from ((siklus.path, (name, n, "tanda_terima", kode), kode) for kode in row.tanda_terima)
    yield from _unit_pohon(dataset)
    if dataset.pengguna:
        rows = dataset.pengguna.isi.akun.items()
        yield from ((dataset.pengguna.path, ("akun", name, "unit"), row.unit) for name, row in rows if row.unit)
    for narasi in dataset.narasi.values():
        for n, langkah in enumerate(narasi.isi.langkah_ke_depan):
            yield narasi.path, ("langkah_ke_depan", n, "penanggung_jawab"), langkah.penanggung_jawab


def _unit_pohon(dataset: Dataset) -> Iterator[Sebutan]:
    """The units that a pohon kinerja makes responsible, or that a node depends on."""
    for pohon in dataset.pohon_kinerja.values():
        for kode, kondisi in pohon.isi.kondisi.items():
            yield pohon.path, ("kondisi", kode, "penanggung_jawab"), kondisi.penanggung_jawab
        for tingkat in TingkatSimpul:
            for kode, simpul in pohon.isi.tertulis(tingkat).items():
                for n, mitra in enumerate(simpul.crosscutting):
                    if mitra.unit:
                        yield pohon.path, (tingkat.value, kode, "crosscutting", n, "unit"), mitra.unit


def _penanggung_jawab(dataset: Dataset) -> Iterator[Sebutan]:
    for program in dataset.program.values():
        for level in ("program", "kegiatan", "sub_kegiatan"):
            for kode, row in getattr(program.isi, level).items():
                yield program.path, (level, kode, "penanggung_jawab"), row.penanggung_jawab
    for renstra in dataset.renstra.values():
        for kode, sasaran in renstra.isi.sasaran.items():
            if sasaran.penanggung_jawab:
                yield renstra.path, ("sasaran", kode, "penanggung_jawab"), sasaran.penanggung_jawab
    for actions in dataset.tindak_lanjut.values():
        for kode, action in actions.isi.butir.items():
            yield actions.path, ("butir", kode, "penanggung_jawab"), action.penanggung_jawab


def sub_kegiatan(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, int]]:
    """Yields also the year whose program file must know the kode."""
    for periode, berkas in dataset.anggaran.items():
        yield from ((berkas.path, ("butir", kode), kode, periode.tahun) for kode in berkas.isi.butir)
    for (tahun, _), plan in dataset.rencana_aksi.items():
        for kode, butir in plan.isi.butir.items():
            for n, aksi in enumerate(butir.aksi):
                if aksi.sub_kegiatan:
                    yield plan.path, ("butir", kode, "aksi", n, "sub_kegiatan"), aksi.sub_kegiatan, tahun


def jabatan(dataset: Dataset) -> Iterator[Sebutan]:
    instansi = dataset.instansi
    units = instansi.isi.unit_kerja.items()
    yield from ((instansi.path, ("unit_kerja", kode, "kepala"), row.kepala) for kode, row in units)
    yield instansi.path, ("tim_sakip", "ketua"), instansi.isi.tim_sakip.ketua
    for n, anggota in enumerate(instansi.isi.tim_sakip.anggota):
        yield instansi.path, ("tim_sakip", "anggota", n, "jabatan"), anggota.jabatan
    for pk in dataset.perjanjian_kinerja.values():
        yield pk.path, ("pihak_pertama",), pk.isi.pihak_pertama
        if pk.isi.pihak_kedua:
            yield pk.path, ("pihak_kedua",), pk.isi.pihak_kedua
    for plan in dataset.rencana_aksi.values():
        for kode, butir in plan.isi.butir.items():
            for n, aksi in enumerate(butir.aksi):
                yield plan.path, ("butir", kode, "aksi", n, "pelaksana"), aksi.pelaksana
    yield from _penyetuju(dataset)
    if dataset.sop:
        yield dataset.sop.path, ("lapor_kepada",), dataset.sop.isi.lapor_kepada
    yield from _jabatan_siklus(dataset)
    if dataset.pengguna:
        accounts = dataset.pengguna.isi.akun.items()
        yield from ((dataset.pengguna.path, ("akun", n, "jabatan"), row.jabatan) for n, row in accounts if row.jabatan)


def _penyetuju(dataset: Dataset) -> Iterator[Sebutan]:
    for report in dataset.realisasi.values():
        for kode, row in report.isi.butir.items():
            if stated := row.capaian_dinyatakan:
                yield report.path, ("butir", kode, "capaian_dinyatakan", "disetujui_oleh"), stated.disetujui_oleh


def _jabatan_siklus(dataset: Dataset) -> Iterator[Sebutan]:
    for siklus in dataset.siklus.values():
        yield from _pelaku(siklus.path, "pengumpulan", siklus.isi.pengumpulan)
        yield from _pelaku(siklus.path, "pengukuran", siklus.isi.pengukuran)
        if siklus.isi.penutupan:
            yield siklus.path, ("penutupan", "oleh"), siklus.isi.penutupan.oleh
    for koreksi in dataset.koreksi.values():
        yield koreksi.path, ("diminta_oleh",), koreksi.isi.diminta_oleh
        for n, kode in enumerate(koreksi.isi.disetujui_oleh):
            yield koreksi.path, ("disetujui_oleh", n), kode


def _pelaku(path: PurePosixPath, prosedur: str, rows: Iterable[CatatanLangkah]) -> Iterator[Sebutan]:
    for n, row in enumerate(rows):
        yield path, (prosedur, n, "oleh"), row.oleh
        if row.dicatat_oleh:
            yield path, (prosedur, n, "dicatat_oleh"), row.dicatat_oleh
        yield from ((path, (prosedur, n, *loc), kode) for loc, kode in _dalam_naskah(row))


def _dalam_naskah(row: NaskahLangkah) -> Iterator[tuple[Loc, str]]:
    """The jabatan that the paper of a step names."""
    if row.nota_dinas:
        yield from ((("nota_dinas", "tembusan", n), kode) for n, kode in enumerate(row.nota_dinas.tembusan))
    if meeting := row.rapat:
        yield ("rapat", "pimpinan"), meeting.pimpinan
        if meeting.notulis:
            yield ("rapat", "notulis"), meeting.notulis
        yield from ((("rapat", "peserta", n), kode) for n, kode in enumerate(meeting.peserta))
        for n, decision in enumerate(meeting.keputusan):
            if decision.penanggung_jawab:
                yield ("rapat", "keputusan", n, "penanggung_jawab"), decision.penanggung_jawab
    for n, kegiatan in enumerate(row.program_kerja):
        yield from ((("program_kerja", n, "pelaksana", m), kode) for m, kode in enumerate(kegiatan.pelaksana))
    if row.disposisi:
        if row.disposisi.oleh:
            yield ("disposisi", "oleh"), row.disposisi.oleh
        yield from ((("disposisi", "diteruskan", n), kode) for n, kode in enumerate(row.disposisi.diteruskan))
