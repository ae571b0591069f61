"""The page of one indikator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.rekap import BarisIndikator, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.kata_indikator import makin
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import (
    alamat,
    bukti,
    kelompok,
    koreksi,
    pensiun,
    perjanjian,
    rencana,
    riwayat,
    sel,
    tindak_lanjut,
)
from sakipgen.rendering.pages.arti import metadata
from sakipgen.rendering.pages.cara import cara
from sakipgen.rendering.pages.grafik import gambar, peluru
from sakipgen.rendering.pages.grafik_waktu import antar_periode, antar_tahun
from sakipgen.rendering.pages.kartu import kartu_iku
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target_baris, judul_waktu
from sakipgen.rendering.pages.menurut_periode import dilaporkan, periode_tahun, tahun_rinci
from sakipgen.rendering.pages.menurut_tahun import baris_tahun, dokumen_target
from sakipgen.rendering.pages.ucapan import tertulis, ucapkan

SUMBER_SEBARIS = 3
"""Up to so many sources stand beside the year's figure; a sum of more names their number."""

TINGKAT = {
    Tingkat.TUJUAN: "Indikator tujuan",
    Tingkat.SASARAN: "Indikator sasaran",
    Tingkat.PROGRAM: "Indikator program",
    Tingkat.KEGIATAN: "Indikator kegiatan",
    Tingkat.SUB_KEGIATAN: "Indikator sub kegiatan",
}


# ── One indikator ────────────────────────────────────────────────────────────────────────────────────────────────


def halaman(konteks: Konteks, kode: str) -> Page:
    """Returns the page of an indikator; one that no year promises tells its meaning only."""
    indikator = konteks.rekap.indikator[kode]
    tahun = konteks.utama_indikator.get(kode)
    row = tahun.setahun.menurut_kode[kode] if tahun else None
    rows = tuple(_semua(konteks, kode))
    said = (
        ucapkan(konteks, row, konteks.target.get((tahun.tahun, kode), ()), selesai=tahun.setahun.selesai)
        if row and tahun
        else ()
    )
    main = kalimat.teks(said[:1]) or "Indikator ini belum diperjanjikan pada tahun mana pun dalam data."
    isi = Isi(
        templat="indikator",
        path=alamat.indikator(kode).rstrip("/"),
        judul=f"{kode} {indikator.nama}",
        uraian=f"{indikator.nama}: {main}",
        strip=konteks.strip(tahun.setahun if tahun else None, [row] if row else [], _kelengkapan(row)),
        bagian=_bagian(konteks, kode, tahun),
        kartu=kartu_iku(konteks, indikator, row, main),
        jejak=_jejak(row, kode),
        berkas=(konteks.rekap.rujukan_indikator[kode].berkas, *berkas_laporan(r for _, r in rows)),
        nilai=_umum(konteks, kode, indikator, row)
        | {"putusan": said, "tahun": tahun, **konteks.unduhan(kode)}
        | (_tahun(konteks, tahun, row, rows) | {"peluru": gambar(peluru(konteks, row, said))} if tahun and row else {}),
    )
    return konteks.susun(isi)


def _semua(konteks: Konteks, kode: str) -> Iterator[tuple[RekapTahun, BarisIndikator]]:
    for year in konteks.rekap.tahun:
        row = year.setahun.menurut_kode.get(kode)
        if row:
            yield year, row


def _kelengkapan(row: BarisIndikator | None) -> str:
    if row is None:
        return "belum diperjanjikan"
    return f"{row.hasil.terukur.ada} dari {row.hasil.terukur.dari} laporan"


def _jejak(row: BarisIndikator | None, kode: str) -> tuple[tuple[str, str | None], ...]:
    if row and row.indikator.tingkat is Tingkat.SASARAN and row.induk:
        return (("Sasaran", "sasaran/"), (row.induk, alamat.sasaran(row.induk)), (kode, None))
    return (("Indikator", "indikator/"), (kode, None))


def _bagian(konteks: Konteks, kode: str, tahun: RekapTahun | None) -> tuple[Bagian, ...]:
    parts = [Bagian("hasil", "Hasil")]
    reports = [lap for year in konteks.rekap.tahun for lap in konteks.laporan.get((year.tahun, kode), ())]
    if tahun:
        own = konteks.laporan.get((tahun.tahun, kode), ())
        parts += [Bagian("periode", "Menurut periode"), Bagian("tahun", "Menurut tahun")]
        if rencana.aksi(konteks, tahun, (kode,)) or kode in konteks.tindak_lanjut:
            parts.append(Bagian("tindakan", "Rencana aksi dan tindak lanjut"))
        if any(map(bukti.berkata, own)):
            parts.append(Bagian("penjelasan", "Penjelasan bidang"))
        parts.append(Bagian("cara", "Cara menghitung"))
    parts.append(Bagian("arti", "Arti indikator"))
    if any(lap.bukti for lap in reports):
        parts.append(Bagian("bukti", "Bukti dukung"))
    if kode in konteks.koreksi:
        parts.append(Bagian("koreksi", "Koreksi"))
    if riwayat.ada(konteks, kode):
        parts.append(Bagian("riwayat", "Riwayat angka"))
    return (*parts, Bagian("unduh", "Unduh dan kutip"))


def _umum(konteks: Konteks, kode: str, indikator: Indikator, row: BarisIndikator | None) -> dict[str, object]:
    base, better = indikator.baseline, makin(indikator, row.hasil.formula if row else None)
    return {
        "kode": kode,
        "indikator": indikator,
        "tingkat": TINGKAT[indikator.tingkat],
        "makin": better,
        "ikk": indikator.tingkat is Tingkat.KEGIATAN,
        "metadata": metadata(konteks, kode, indikator, better, alamat.akar(alamat.folder(alamat.indikator(kode)))),
        "bukti": bukti.menurut_tahun(konteks, kode),
        "koreksi": tuple(koreksi.tampil(konteks, k) for k in konteks.koreksi.get(kode, ())),
        "data_sampai": _data_sampai(row),
        "unit": konteks.instansi.unit_kerja[indikator.penanggung_jawab],
        "alamat_unit": alamat.bidang(indikator.penanggung_jawab),
        "baseline": sel.nilai_prosa(indikator, base.nilai, f"indikator/{kode}/baseline_nilai", base.tahun)
        if base and base.nilai is not None
        else None,
        "sumber_kamus": konteks.sumber(konteks.rekap.rujukan_indikator[kode]),
        "baris": konteks.baris(row) if row else None,
        "pensiun": pensiun.pensiun(konteks, kode),
        "menggantikan": pensiun.menggantikan(konteks, kode),
        "riwayat": riwayat.satu_indikator(konteks, kode),
        "umpan": alamat.umpan_indikator(kode),
    }


def _data_sampai(row: BarisIndikator | None) -> str | None:
    """The last period with a figure; None without any."""
    reported = [lap.periode for lap in row.laporan if lap.nilai is not None] if row else []
    return max(reported).label if reported else None


def _tahun(
    konteks: Konteks, tahun: RekapTahun, row: BarisIndikator, rows: Sequence[tuple[RekapTahun, BarisIndikator]]
) -> dict[str, object]:
    periods = [(year, tuple(periode_tahun(year, row.kode))) for year, _ in rows]
    own = next(found for year, found in periods if year is tahun)
    reported = [r for _, r in own if dilaporkan(r)]
    signed = tertulis(konteks.target.get((tahun.tahun, row.kode), ()))
    actions = konteks.tindak_lanjut.get(row.kode, ())
    ends = {year.renstra.tahun_akhir for year, _ in rows if year.renstra}
    return {
        "waktu": judul_waktu(konteks, tahun.setahun),
        "kepala_target": judul_target_baris(row),
        "pk": perjanjian.tabel(konteks, tahun.setahun, row, signed, {r.hasil.versi_pk for _, r in own}),
        "pk_diubah": any(b.bentuk.berbeda(a.bentuk) for a, b in pairwise(signed.values())),
        "tindak_terbuka": tindak_lanjut.semua(t for t in actions if t.terbuka),
        "tindak_selesai": tindak_lanjut.semua(t for t in actions if not t.terbuka),
        "alamat_periode": alamat.periode(tahun.setahun.periode),
        "grafik_periode": gambar(
            antar_periode(konteks, row, reported, konteks.target.get((tahun.tahun, row.kode), ()))
        ),
        "grafik_tahun": gambar(antar_tahun(konteks, row, rows, tahun.renstra)),
        "rinci": tuple(tahun_rinci(konteks, year, found) for year, found in reversed(periods)),
        "menurut_tahun": baris_tahun(konteks, rows),
        "target_akhir": ends.pop() if len(ends) == 1 else None,
        "dokumen_target": dokumen_target(konteks, tahun, rows),
        "cara": cara(konteks, tahun, row),
        "metode": tahun.metode,
        "sumber_metode": konteks.sumber(tahun.rujukan_metode),
        "sumber_baseline": konteks.sumber(row.rujukan_baseline) if row.rujukan_baseline else None,
        "aksi": rencana.aksi(konteks, tahun, (row.kode,)),
        "penjelasan": bukti.penjelasan(konteks, konteks.laporan.get((tahun.tahun, row.kode), ())),
        "uang": tuple(map(konteks.uang, kelompok.uang_terkait(konteks, tahun.setahun, row))),
        "sumber_periode": tuple(map(konteks.sumber, row.rujukan)) if len(row.rujukan) <= SUMBER_SEBARIS else (),
        "jumlah_sumber": len(row.rujukan),
    }
