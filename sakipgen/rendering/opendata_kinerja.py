"""The tables of what was promised, reported and measured, filled with raw values in the order of `kolom.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import (
    BarisIndikator,
    BarisKelompok,
    BarisTarget,
    Laporan,
    RekapAnggaran,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    Rujukan,
)
from sakipgen.rendering import kolom
from sakipgen.rendering.tabel import Baris, Pengisi, at, tertulis


def id_kelompok(jenis: str, kode: str, periode: Periode, sasaran: Iterable[str]) -> str:
    """Returns the key of a row of `sasaran`, given the kode of all sasaran of its year.

    A tujuan that shares its kode with a sasaran gets a prefix that no kode can have.
    """
    clash = jenis == "tujuan" and kode in set(sasaran)
    return f"tujuan:{kode}:{periode}" if clash else f"{kode}:{periode}"


def _periods(rekap: Rekapitulasi) -> Iterator[RekapPeriode]:
    return (periode for year in rekap.tahun for periode in year.periode)


def baris_indikator(rekap: Rekapitulasi, kode: str, row: Indikator) -> Baris:
    lama = rekap.kode_lama.get(kode)
    return (
        kode,
        row.nama,
        row.tingkat,
        row.iku,
        row.tipe_hasil,
        row.satuan.nama,
        row.satuan.tipe,
        row.desimal,
        row.polaritas,
        row.formula_sendiri,
        row.agregasi,
        row.mode_target,
        row.frekuensi,
        row.definisi_operasional,
        row.formula_teks,
        row.rumus,
        row.batas.min,
        row.batas.maks,
        row.baseline.tahun if row.baseline else None,
        row.baseline.nilai if row.baseline else None,
        row.penanggung_jawab,
        rekap.instansi.unit_kerja[row.penanggung_jawab].nama,
        row.sumber_data,
        *at(rekap.rujukan_indikator[kode]),
        lama.tahun_terakhir if lama else None,
        lama.pengganti if lama else None,
        row.nilai_resmi,
        " ".join(map(str, sorted(row.putus_seri))) or None,
        tertulis(row.baseline) if row.baseline else None,
        row.konsep,
        row.interpretasi,
        row.klasifikasi_penyajian,
        row.level_estimasi,
        row.publikasi,
        row.standar_nasional.tahun if row.standar_nasional else None,
        row.standar_nasional.nilai if row.standar_nasional else None,
        row.standar_nasional.sumber if row.standar_nasional else None,
    )


def baris_target(row: BarisTarget) -> Baris:
    key = f"{row.kode}:{row.periode}:{row.jenis}"
    return (
        f"{key}:{row.versi}" if row.versi else key,
        row.kode,
        row.tahun,
        str(row.periode),
        row.jenis,
        row.versi or None,
        row.nilai,
        row.alasan,
        *at(row.rujukan),
        row.bentuk.maks,
        row.bentuk.tanda,
        tertulis(row.bentuk),
    )


def baris_realisasi(row: Laporan) -> Baris:
    butir = row.butir
    stated = butir.capaian_dinyatakan
    return (
        f"{row.kode}:{row.periode}",
        row.kode,
        row.periode.tahun,
        str(row.periode),
        row.unit,
        row.nilai,
        butir.status or "ada",
        butir.alasan,
        butir.sementara,
        butir.tahun_data,
        butir.kendala,
        butir.solusi,
        butir.faktor_pendorong,
        butir.catatan,
        butir.sumber,
        *at(row.rujukan),
        tertulis(butir),
        *((stated.nilai, stated.alasan, stated.disetujui_oleh) if stated else (None,) * 3),
        butir.tanpa_tindak_lanjut,
    )


def _komponen(rekap: Rekapitulasi, year: RekapTahun) -> Iterator[Baris]:
    reported = {(row.kode, row.periode) for row in year.laporan if row.butir.komponen}
    for laporan in year.laporan:
        for name, value in (laporan.butir.komponen or {}).items():
            yield _part(rekap, laporan.kode, laporan.periode, name, value, "dilaporkan", laporan.rujukan)
    for periode in year.periode:
        for row in periode.indikator:
            if row.hasil.komponen is None or (row.kode, periode.periode) in reported:
                continue
            for name, value in row.hasil.komponen.items():
                yield _part(rekap, row.kode, periode.periode, name, value, "digabung", _latest(row))


def _part(
    rekap: Rekapitulasi, kode: str, periode: Periode, name: str, value: Decimal, asal: str, rujukan: Rujukan | None
) -> Baris:
    text = rekap.indikator[kode].komponen.get(name)
    return (f"{kode}:{periode}:{name}", kode, periode.tahun, str(periode), name, text, value, asal, *at(rujukan))


def _latest(row: BarisIndikator) -> Rujukan | None:
    return row.rujukan[-1] if row.rujukan else None


def baris_capaian(periode: RekapPeriode, row: BarisIndikator) -> Baris:
    hasil, change = row.hasil, row.perubahan
    capaian = hasil.capaian
    return (
        f"{row.kode}:{periode.periode}",
        row.kode,
        periode.periode.tahun,
        str(periode.periode),
        periode.selesai,
        hasil.status,
        hasil.alasan,
        hasil.formula,
        hasil.versi_pk,
        hasil.target,
        hasil.target_tahun,
        hasil.target_renstra,
        hasil.realisasi,
        hasil.realisasi_periode,
        capaian.mentah if capaian else None,
        capaian.capaian if capaian else None,
        capaian.agregat if capaian else None,
        hasil.capaian_tahun,
        hasil.kemajuan_renstra,
        capaian.tercapai if capaian else None,
        capaian.kelas.kode if capaian else None,
        capaian.kelas.label if capaian else None,
        hasil.terukur.ada,
        hasil.terukur.dari,
        " ".join(hasil.tanda) or None,
        hasil.jatuh_tempo,
        hasil.hari_terlambat,
        change.sebelumnya if change else None,
        change.selisih if change else None,
        change.arah if change else None,
        *at(_latest(row)),
        hasil.target_murni,
        hasil.capaian_murni,
        hasil.maks.target,
        hasil.tanda_target.tahun if hasil.target is None else hasil.tanda_target.target,
        hasil.baseline,
        hasil.dinyatakan,
        hasil.maks.tahun,
        hasil.maks.renstra,
        hasil.maks.murni,
        row.predikat,
        row.predikat_target,
        row.putus,
        row.terhitung,
    )


def _sasaran(periode: RekapPeriode) -> Iterator[Baris]:
    kode_sasaran = [row.kode for row in periode.sasaran]
    for jenis, rows in (("tujuan", periode.tujuan), ("sasaran", periode.sasaran)):
        for row in rows:
            yield _kelompok(jenis, row, id_kelompok(jenis, row.kode, periode.periode, kode_sasaran))


def _kelompok(jenis: str, row: BarisKelompok, key: str) -> Baris:
    hasil = row.hasil
    return (
        key,
        jenis,
        row.kode,
        row.uraian,
        hasil.periode.tahun,
        str(hasil.periode),
        hasil.terukur.ada,
        hasil.terukur.dari,
        hasil.tercapai,
        hasil.capaian,
        hasil.kelas.kode if hasil.kelas else None,
        hasil.kelas.label if hasil.kelas else None,
    )


def _perangkat_daerah(year: RekapTahun, periode: RekapPeriode) -> Baris:
    hasil = periode.perangkat_daerah
    return (
        str(periode.periode),
        year.tahun,
        str(periode.periode),
        hasil.terukur.ada,
        hasil.terukur.dari,
        hasil.tercapai,
        hasil.capaian,
        hasil.kelas.kode if hasil.kelas else None,
        hasil.kelas.label if hasil.kelas else None,
        year.metode.agregasi_perangkat_daerah,
    )


def _program(year: RekapTahun) -> Iterator[Baris]:
    for row in year.setahun.anggaran.baris if year.setahun.anggaran else ():
        yield (
            f"{row.kode}:{year.tahun}",
            row.kode,
            year.tahun,
            row.hasil.tingkat,
            row.nama,
            row.induk,
            " ".join(row.porsi),
            row.unit,
            row.hasil.pagu_murni,
            row.hasil.pagu,
            *at(row.rujukan_pagu),
        )


def _anggaran(periode: Periode, money: RekapAnggaran) -> Iterator[Baris]:
    data_sampai = str(money.hasil.data_sampai) if money.hasil.data_sampai else None
    for row in money.baris:
        yield (
            f"{row.kode}:{periode}",
            row.kode,
            periode.tahun,
            str(periode),
            data_sampai,
            row.hasil.pagu_murni,
            row.hasil.pagu,
            row.hasil.realisasi,
            row.hasil.sisa,
            row.hasil.serapan,
            *at(row.rujukan_realisasi),
            row.kinerja.capaian,
            row.kinerja.terukur.ada,
            row.kinerja.terukur.dari,
            row.efisiensi.selisih if row.efisiensi else None,
        )
    whole = money.hasil.jumlah
    yield (
        f"total:{periode}",
        None,
        periode.tahun,
        str(periode),
        data_sampai,
        whole.pagu_murni,
        whole.pagu,
        whole.realisasi,
        whole.sisa,
        whole.serapan,
        *(None,) * 6,
    )


ISI: Final[tuple[Pengisi, ...]] = (
    (kolom.INDIKATOR, lambda rekap: (baris_indikator(rekap, kode, row) for kode, row in rekap.indikator.items())),
    (kolom.TARGET, lambda rekap: map(baris_target, (*(t for y in rekap.tahun for t in y.target), *rekap.target_lain))),
    (kolom.REALISASI, lambda rekap: (baris_realisasi(row) for year in rekap.tahun for row in year.laporan)),
    (kolom.KOMPONEN, lambda rekap: (row for year in rekap.tahun for row in _komponen(rekap, year))),
    (kolom.CAPAIAN, lambda rekap: (baris_capaian(p, row) for p in _periods(rekap) for row in p.indikator)),
    (kolom.SASARAN, lambda rekap: (row for p in _periods(rekap) for row in _sasaran(p))),
    (kolom.PERANGKAT_DAERAH, lambda rekap: (_perangkat_daerah(y, p) for y in rekap.tahun for p in y.periode)),
    (kolom.PROGRAM, lambda rekap: (row for year in rekap.tahun for row in _program(year))),
    (
        kolom.ANGGARAN,
        lambda rekap: (r for p in _periods(rekap) if p.anggaran for r in _anggaran(p.periode, p.anggaran)),
    ),
)
"""Each table with what fills it."""
