"""The review for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sakipgen.rendering.tinjauan.putusan import BELUM_TERUKUR, putusan
from sakipgen.reviewing.laporan import BarisMasalah, BarisNaskah, LaporanTinjauan


def render_teks(laporan: LaporanTinjauan) -> Iterator[str]:
    """Yields the lines: figures first, for what is wrong should stand last, where the eye is."""
    yield laporan.judul
    yield from _laporan(laporan)
    yield from _angka(laporan)
    for isian in laporan.isian:
        if isian.dokumen.startswith("target"):
            yield f"{isian.dokumen} {isian.kode} {isian.periode}: {isian.lama or '–'} → {isian.baru or '(dihapus)'}"
    yield from _dampak(laporan)
    yield from (_masalah(row) for row in laporan.masalah if row.wajib or row.baru)
    if old := laporan.peringatan_lama:
        yield f"{old} peringatan lain sudah ada sebelum usulan ini."
    yield f"{laporan.galat} galat, {laporan.peringatan} peringatan dalam {laporan.berkas_diperiksa} berkas"
    yield putusan(laporan)


def _laporan(laporan: LaporanTinjauan) -> Iterator[str]:
    """What is handed in, what is corrected, and what is said beside figures."""
    for late in laporan.tenggat:
        known = late.terlambat_hari is not None
        sent = f"dikirim {late.dikirim}; {late.status}" if known else "waktu kirim belum diketahui"
        yield f"Tenggat {late.unit}, {late.periode}: {late.jatuh_tempo}; {sent}"
    for row in laporan.koreksi:
        yield (
            f"Koreksi {row.kode} {row.indikator} {row.periode}, {row.isian}: {row.lama or '–'} → "
            f"{row.baru or 'dicabut'}; {row.jenis}, tingkat {row.tingkat}; diminta {row.diminta}"
        )
    for said in laporan.penjelasan:
        gone = f"dihapus (sebelumnya: {said.lama})"
        yield f"{said.kode} {said.periode}, {said.isian[:1].lower()}{said.isian[1:]}: {said.baru or gone}"


def _angka(laporan: LaporanTinjauan) -> Iterator[str]:
    if not laporan.terukur:
        yield BELUM_TERUKUR
    for row in laporan.angka:
        if row.langsung:
            fell = " (turun)" if row.turun else ""
            own = f" (periode ini {row.periode_ini})" if row.periode_ini else ""
            yield (
                f"{row.kode} {row.periode}: realisasi {_dua(row.realisasi_lama, row.realisasi_baru)}{own}; "
                f"capaian {_dua(row.capaian_lama, row.capaian_baru)}{fell}; "
                f"{_dua(row.kategori_lama, row.kategori_baru)}"
            )
    if follow := sum(not row.langsung for row in laporan.angka):
        yield f"{follow} baris lain ikut berubah."


def _dampak(laporan: LaporanTinjauan) -> Iterator[str]:
    """Evidence, and what follows from the proposal."""
    for bukti in laporan.bukti:
        yield f"Berkas bukti {bukti.perubahan}: {bukti.berkas}"
    for kind, group in (*(("Sasaran", g) for g in laporan.sasaran), *(("Tujuan", g) for g in laporan.tujuan)):
        yield (
            f"{kind} {group.kode} {group.periode}: tercapai {_dua(group.tercapai_lama, group.tercapai_baru)}; "
            f"capaian {_dua(group.capaian_lama, group.capaian_baru)}; {_dua(group.kategori_lama, group.kategori_baru)}"
        )
    yield from (f"Perlu dibuat ulang: {row.judul}{_milik(row)}, {row.periode}" for row in laporan.naskah)
    if laporan.pratinjau:
        yield f"Pratinjau, bukan data resmi: {laporan.pratinjau}"


def _milik(row: BarisNaskah) -> str:
    return f" {row.unit}" if row.unit else ""


def _dua(lama: str, baru: str) -> str:
    return baru if lama == baru else f"{lama} → {baru}"


def _masalah(row: BarisMasalah) -> str:
    where = f" {row.di}:" if row.di else ""
    known = "" if row.baru else " (sudah ada sebelumnya)"
    return f"{row.berkas}:{row.baris}:{row.kolom}: {row.tingkat}[{row.kode}]{where} {row.pesan}{known}"
