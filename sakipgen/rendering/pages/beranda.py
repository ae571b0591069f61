"""The front page: what was promised and what was reached, in ten seconds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from sakipgen.rekap import RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import Angka, angka_persen, angka_rupiah_ringkas
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, grafik, kelompok, pengiriman, riwayat, tindak_lanjut
from sakipgen.rendering.pages.kartu import kartu_beranda, kartu_kosong
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target, judul_waktu, waktu
from sakipgen.rendering.pages.perhatian import perhatian_kantor

IKU = "indikator kinerja utama"
BERUBAH = 5
"""So many of the latest changes the front page shows."""


@dataclass(frozen=True, slots=True)
class UangRingkas:
    """The money of a period in three figures."""

    pagu: Angka
    realisasi: Angka | None
    serapan: Angka | None
    data_sampai: str | None


def halaman(konteks: Konteks) -> Page:
    """Returns the front page; without any year it says so."""
    tahun = konteks.rekap.utama
    base = Isi(
        templat="beranda" if tahun else "beranda_kosong",
        path=".",
        judul=f"Kinerja {konteks.pd.singkatan} – {konteks.instansi.daerah}",
        uraian=f"Kinerja {konteks.pd.nama}: belum ada perjanjian kinerja dalam data.",
        strip=konteks.strip(None, ()),
        bagian=(),
        jejak=(),
        berkas=(PurePosixPath("data/instansi.yaml"),),
        nilai={},
        kartu=kartu_kosong(konteks),
    )
    if tahun is None:
        return konteks.susun(base)
    prd = tahun.setahun
    strip = konteks.strip(prd, prd.iku)
    said = putusan(konteks, prd, strip.data_sampai)
    isi = Isi(
        templat="beranda",
        path=".",
        judul=base.judul,
        uraian=f"{konteks.pd.singkatan} {konteks.instansi.daerah}: {kalimat.teks(said)}",
        strip=strip,
        bagian=(
            Bagian("ringkasan", "Ringkasan"),
            Bagian("sasaran", "Sasaran"),
            Bagian("iku", "Indikator kinerja utama"),
            Bagian("perhatian", "Perlu perhatian"),
            Bagian("lanjut", "Data dan bantuan"),
        ),
        kartu=kartu_beranda(konteks, prd, kalimat.teks(said)),
        jejak=(),
        berkas=(PurePosixPath("data/instansi.yaml"), *berkas_laporan(prd.iku)),
        nilai=_nilai(konteks, tahun, prd, said),
    )
    return konteks.susun(isi)


def _tahun_baru(konteks: Konteks, tahun: RekapTahun) -> str | None:
    """What is to be said of a year that has begun and has no figure yet; None where there is none."""
    last = konteks.rekap.tahun[-1]
    if last is tahun:
        return None
    late = any(row.hasil.hari_terlambat for prd in last.periode for row in prd.indikator)
    return f"data {last.tahun} {'belum masuk' if late else 'belum jatuh tempo'}"


def _hanya_dekat(prd: RekapPeriode) -> str | None:
    """The best kelas that holds an IKU short of its target; readers take such a name for success."""
    short = [c.kelas for row in prd.iku if (c := row.hasil.capaian) and not c.tercapai]
    best = prd.kelas_iku[0].kelas
    return best.label if best in short else None


def _nilai(konteks: Konteks, tahun: RekapTahun, prd: RekapPeriode, said: tuple[Kalimat, ...]) -> dict[str, object]:
    sasaran = tuple(kelompok.tampil(konteks, row) for row in prd.sasaran)
    done = sum(0 < s.hasil.terukur.dari == s.hasil.tercapai for s in prd.sasaran)
    reports = kelompok.jumlah_laporan(kelompok.kelengkapan(tahun, (row.kode for row in prd.indikator)))
    return {
        "tahun": tahun,
        "selesai": prd.selesai,
        "tahun_baru": _tahun_baru(konteks, tahun),
        "waktu": judul_waktu(konteks, prd),
        "kepala_target": judul_target(prd),
        "alamat_periode": alamat.periode(prd.periode),
        "putusan": said,
        "hitungan": grafik.hitungan(konteks.palet(tahun.tahun), prd.kelas_iku, IKU, said),
        "dekat": _hanya_dekat(prd),
        "sasaran_tercapai": (done, len(prd.sasaran)),
        "laporan_masuk": reports,
        "tepat_waktu": pengiriman.tepat_waktu(tahun.pengiriman),
        "tindak_lanjut": tindak_lanjut.hitung(konteks.rekap.tindak_lanjut),
        "uang": uang_ringkas(prd),
        "sasaran": sasaran,
        "ada_arah": any(s.arah for s in sasaran),
        "iku": konteks.semua_baris(prd.iku),
        "perangkat_daerah": kelompok.perangkat_daerah(konteks, prd),
        "perhatian": perhatian_kantor(konteks, tahun),
        "berubah": riwayat.terbaru(konteks, BERUBAH),
    }


def putusan(konteks: Konteks, prd: RekapPeriode, sampai: str) -> tuple[Kalimat, ...]:
    """Returns the verdict over all IKU; its counts are figures of the open data where those count the same rows."""
    facts = kelompok.fakta_baris(konteks, prd.iku)
    whole = prd.perangkat_daerah
    same = {row.kode for row in prd.iku} == {row.kode for s in prd.sasaran for row in s.indikator}
    same = same and kelompok.fakta(konteks, whole, prd.iku) == facts
    refs = kelompok.rujukan(whole, f"perangkat_daerah/{prd.periode}/") if same else None
    return kalimat.putusan(facts, waktu(prd, sampai), IKU, refs)


def uang_ringkas(prd: RekapPeriode) -> UangRingkas | None:
    if prd.anggaran is None:
        return None
    hasil = prd.anggaran.hasil.jumlah
    until = prd.anggaran.hasil.data_sampai
    ref = f"anggaran/total:{prd.periode}/"
    return UangRingkas(
        pagu=angka_rupiah_ringkas(hasil.pagu, f"{ref}pagu"),
        realisasi=angka_rupiah_ringkas(hasil.realisasi, f"{ref}realisasi") if hasil.realisasi is not None else None,
        serapan=angka_persen(hasil.serapan, f"{ref}serapan") if hasil.serapan is not None else None,
        data_sampai=until.label if until else None,
    )
