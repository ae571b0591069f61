"""From the narasi files of a year to what the LKjIP prints, and to what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import PurePosixPath

from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran, Penulis, Syarat, Wajib, belum_ditulis
from sakipgen.domain.organisasi import Instansi, JenisUnit
from sakipgen.domain.perencanaan import Renstra
from sakipgen.rekap.catatan import Rujukan
from sakipgen.rekap.narasi import Kekurangan, N_co, Narasi, RekapNarasi
from sakipgen.rekap.nilai import BarisKelompok
from sakipgen.rekap.susun_catatan import Locate


def susun_narasi(
    dataset: Dataset, tahun: int, renstra: Renstra | None, sasaran: Sequence[BarisKelompok], locate: Locate
) -> RekapNarasi:
    """Returns the prose of a year whose sasaran came to this."""
    folder = dataset.root / "narasi" / str(tahun)
    laporan = _narasi(dataset.narasi.get(tahun), NarasiLaporan(), folder / "lkjip.yaml", locate)
    texts = {
        row.kode: _narasi(
            dataset.narasi_sasaran.get((tahun, row.kode)),
            NarasiSasaran(),
            folder / "sasaran" / f"{row.kode}.yaml",
            locate,
        )
        for row in sasaran
    }
    instansi = dataset.instansi.isi
    kurang = [
        (wajib.bab, _kurang(wajib, None, laporan.berkas, instansi, renstra)) for wajib in belum_ditulis(laporan.isi)
    ]
    for row in sasaran:
        text = texts[row.kode]
        missing = belum_ditulis(text.isi, berlaku=frozenset(_berlaku(row)))
        kurang += ((wajib.bab, _kurang(wajib, row.kode, text.berkas, instansi, renstra)) for wajib in missing)
    return RekapNarasi(laporan, texts, tuple(row for _, row in sorted(kurang, key=itemgetter(0))))


def _narasi(berkas: Berkas[N_co] | None, kosong: N_co, path: PurePosixPath, locate: Locate) -> Narasi[N_co]:
    if berkas is None:
        return Narasi(kosong, path, {})
    written = (name for name in type(berkas.isi).model_fields if getattr(berkas.isi, name))
    places = {name: Rujukan(berkas.path, locate(berkas.path, (name,)).baris) for name in written}
    return Narasi(berkas.isi, berkas.path, places)


def _berlaku(row: BarisKelompok) -> Iterator[Syarat]:
    """The conditions that hold of a sasaran."""
    yield Syarat.SELALU
    if any(i.hasil.capaian is not None and not i.hasil.capaian.tercapai for i in row.indikator):
        yield Syarat.ADA_YANG_DI_BAWAH_TARGET
    if any(i.indikator.standar_nasional is None for i in row.indikator):
        yield Syarat.ADA_YANG_TANPA_STANDAR


def _kurang(
    wajib: Wajib, sasaran: str | None, berkas: PurePosixPath, instansi: Instansi, renstra: Renstra | None
) -> Kekurangan:
    own = renstra.sasaran[sasaran].penanggung_jawab if renstra and sasaran else None
    named = own if wajib.penulis is Penulis.PENANGGUNG_JAWAB_SASARAN else None
    return Kekurangan(sasaran, wajib.isian, wajib.bagian, wajib.apa, _nama(instansi, named), berkas)


def _nama(instansi: Instansi, unit: str | None) -> str:
    """The name of a unit; without one, of the Sekretariat, else of the position that leads the Tim SAKIP."""
    if unit is not None:
        return instansi.unit_kerja[unit].nama
    sekretariat = (u.nama for u in instansi.unit_kerja.values() if u.jenis is JenisUnit.SEKRETARIAT)
    return next(sekretariat, instansi.nama_jabatan(instansi.tim_sakip.ketua))
