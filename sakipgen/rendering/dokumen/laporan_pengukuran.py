"""The report on what was measured in a period: method, results by sasaran, analysis, money, and what is to follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.realisasi import Status
from sakipgen.domain.siklus import JenisNaskah
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisAksi, BarisIndikator, BarisKelompok, BarisTindakLanjut, RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat, kalimat_pelaksanaan, kata_metode, sel_teks
from sakipgen.rendering.charts import ChartSpec
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import (
    Blok,
    DaftarIsi,
    Dokumen,
    Gambar,
    JenisDaftarIsi,
    Kolom,
    Rata,
    Sampul,
    Tabel,
)
from sakipgen.rendering.dokumen.blok_indikator import tercapai, uraian_indikator
from sakipgen.rendering.dokumen.data_masuk import data_masuk, diminta, terisi
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import Kejadian, kejadian, menghasilkan, periode_sesudah
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.rekapitulasi import isi_rekapitulasi
from sakipgen.rendering.dokumen.rencana_triwulan import ringkas
from sakipgen.rendering.dokumen.surat import putusan, sekalimat
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_indikator
from sakipgen.rendering.dokumen.tabel_uang import anggaran_periode
from sakipgen.rendering.dokumen.teks import baris, kepala
from sakipgen.rendering.pages import grafik, kelompok, tindak_lanjut, uang
from sakipgen.rendering.pages.kebijakan import pernyataan

_ATAS: Final = frozenset({Tingkat.TUJUAN, Tingkat.SASARAN})
_SENDIRI: Final = frozenset({"Kelas kategori", "Dasar hukum"})
"""Statements of a method that the report tells in a place of their own."""


@dataclass(frozen=True, slots=True)
class SasaranLaporan:
    """What the report says of one sasaran."""

    kode: str
    uraian: str
    ucapan: str
    tabel: Tabel
    gambar: tuple[Gambar, ...]


def laporan_pengukuran(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the reports on the results of a period."""
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.LAPORAN), "pengukuran"):
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("laporan-pengukuran"),
                judul=f"Laporan Hasil Pengukuran Kinerja {satu.periode.label}",
                subjek=f"Hasil pengukuran kinerja {satu.periode.label}, analisis, dan rencana aksi periode berikutnya.",
                templat="laporan-pengukuran.j2",
                nilai={
                    **satu.nilai(),
                    **_depan(bahan, satu),
                    **_metode(bahan, pilihan.tahun, pilihan.lembar),
                    **_hasil(bahan, pilihan.tahun, pilihan.lembar),
                    **_analisis(bahan, pilihan.lembar),
                    **_anggaran(bahan, pilihan.lembar),
                    **_rencana(bahan, pilihan.lembar),
                    "rekap": isi_rekapitulasi(pilihan.tahun, pilihan.lembar),
                },
                cara=Penomoran.BAB,
                berkop=False,
                rancangan=satu.rancangan,
            ),
        )


def _depan(bahan: Bahan, satu: Kejadian) -> dict[str, Any]:
    instansi = bahan.rekap.instansi
    pd = instansi.perangkat_daerah
    return {
        "sop": bahan.rekap.sop,
        "sampul": Sampul(
            ("LAPORAN HASIL PENGUKURAN KINERJA", satu.periode.label.upper()),
            (),
            (instansi.nama, pd.nama, str(satu.periode.tahun)),
        ),
        "daftar_isi": DaftarIsi(JenisDaftarIsi.ISI, "Daftar Isi"),
        "daftar_tabel": DaftarIsi(JenisDaftarIsi.TABEL, "Daftar Tabel"),
        "daftar_gambar": DaftarIsi(JenisDaftarIsi.GAMBAR, "Daftar Gambar"),
        "ttd": bahan.tanda_tangan(bahan.penanda(instansi.tim_sakip.ketua, "Ketua Tim SAKIP,"), hari=satu.hari),
    }


# ── Method ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _metode(bahan: Bahan, year: RekapTahun, prd: RekapPeriode) -> dict[str, Any]:
    units = data_masuk(bahan.rekap.instansi, year, prd)
    asked = diminta(prd)
    told = {name: words for name, words in pernyataan(year.metode).items() if name not in _SENDIRI}
    return {
        "metode": year.metode,
        "unit_masuk": sum(unit.masuk for unit in units),
        "unit": len(units),
        "indikator_terisi": sum(map(terisi, asked)),
        "diminta": len(asked),
        "ketentuan": Tabel(
            kolom=(Kolom(34), Kolom(70)),
            kepala=kepala(("Hal", "Ketentuan")),
            baris=tuple(baris(name, words) for name, words in told.items()),
            judul=f"Ketentuan pengukuran kinerja tahun {year.tahun}",
        ),
        "skala": Tabel(
            kolom=(Kolom(40), Kolom(40)),
            kepala=kepala(("Kategori", "Capaian (%)")),
            baris=tuple(
                baris(kelas.label, kata_metode.batas(year.metode.skala, n))
                for n, kelas in enumerate(year.metode.skala.kelas)
            ),
            judul=f"{year.metode.skala.nama} menurut {year.metode.skala.dasar}",
        ),
    }


# ── Results ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _hasil(bahan: Bahan, year: RekapTahun, prd: RekapPeriode) -> dict[str, Any]:
    said = putusan(bahan, prd)
    counts = grafik.hitungan(
        bahan.konteks.palet(year.tahun), grafik.hitung_kelas(year.metode.skala, prd.indikator), "indikator", said
    )
    return {
        "putusan": sekalimat(said),
        "banyak": len(_diukur(prd.indikator)),
        "iku": len(_diukur(prd.iku)),
        "gambar_kategori": _gambar(counts.spek if counts else None, "Banyaknya indikator menurut kategori", "kategori"),
        "gambar_iku": _titik(bahan, prd, "IKU", prd.iku, "iku"),
        "sasaran": tuple(_sasaran(bahan, prd, group) for group in prd.sasaran),
    }


def _diukur(rows: Iterable[BarisIndikator]) -> tuple[BarisIndikator, ...]:
    """Those that are measured in their period at all."""
    return tuple(row for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU)


def _sasaran(bahan: Bahan, prd: RekapPeriode, group: BarisKelompok) -> SasaranLaporan:
    facts = kelompok.fakta(bahan.konteks, group.hasil, group.indikator)
    return SasaranLaporan(
        group.kode,
        group.uraian,
        str(kalimat.kelompok(facts, "Sasaran ini")),
        capaian_indikator(prd, group.indikator, f"Capaian indikator sasaran {group.kode} {prd.periode.label}"),
        _titik(bahan, prd, f"sasaran {group.kode}", group.indikator, f"sasaran-{group.kode.lower()}"),
    )


def _titik(
    bahan: Bahan, prd: RekapPeriode, nama: str, rows: Sequence[BarisIndikator], kunci: str
) -> tuple[Gambar, ...]:
    """A chart of several capaian; none where there are not several to compare."""
    shown = [row for row in rows if row.hasil.capaian is not None]
    if len(shown) < 2:
        return ()
    return _gambar(grafik.capaian(bahan.konteks, prd, nama, shown, ()), f"Capaian indikator {nama}", kunci)


def _gambar(spek: ChartSpec | None, judul: str, kunci: str) -> tuple[Gambar, ...]:
    return (Gambar(replace(spek, id=f"g-{kunci}"), judul),) if spek else ()


# ── Analysis ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _analisis(bahan: Bahan, prd: RekapPeriode) -> dict[str, Any]:
    """Every indikator below its target, those of tujuan and sasaran that reach it, and what is not known yet."""
    high = [row for row in tercapai(prd.indikator, ya=True) if row.indikator.tingkat in _ATAS]
    waiting = [row for row in _diukur(prd.indikator) if row.hasil.capaian is None]
    return {
        "belum_tercapai": _uraian(bahan, prd, tercapai(prd.indikator, ya=False)),
        "tercapai": _uraian(bahan, prd, high),
        "belum_ada": tuple(
            f"{row.kode} {row.indikator.nama} ({row.unit.nama}): {sel_teks.kategori(row)}"
            + (f". {row.hasil.alasan}" if row.hasil.alasan else "")
            for row in waiting
        ),
    }


def _uraian(bahan: Bahan, prd: RekapPeriode, rows: Iterable[BarisIndikator]) -> tuple[Blok, ...]:
    return tuple(blok for row in rows for blok in uraian_indikator(bahan, prd, row, 3))


# ── Money ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _anggaran(bahan: Bahan, prd: RekapPeriode) -> dict[str, Any]:
    money = prd.anggaran
    if money is None:
        return {"ucapan_uang": "", "anggaran": ()}
    return {
        "ucapan_uang": kalimat.teks(uang.ucapan_semua(bahan.konteks, prd, money)),
        "anggaran": anggaran_periode(prd, money),
    }


# ── What is to follow ────────────────────────────────────────────────────────────────────────────────────────────


def _rencana(bahan: Bahan, prd: RekapPeriode) -> dict[str, Any]:
    following = periode_sesudah(prd.periode)
    led = [row for row in bahan.rekap.tindak_lanjut if row.periode == prd.periode]
    open_ = [row for row in bahan.rekap.tindak_lanjut if row.terbuka and row.periode.akhir <= prd.periode.akhir]
    rows = sorted({row.kode: row for row in (*led, *open_)}.values(), key=lambda row: (row.isi.batas, row.kode))
    plan = _aksi(bahan, following)
    return {
        "ucapan_tindakan": str(kalimat_pelaksanaan.tindak_lanjut(tindak_lanjut.hitung(rows))),
        "tindakan": _tindakan(rows) if rows else (),
        "sesudah": following.label,
        "aksi": _tabel_aksi(bahan, plan, following) if plan else (),
    }


def _tindakan(rows: Sequence[BarisTindakLanjut]) -> Tabel:
    return Tabel(
        kolom=(Kolom(16), Kolom(50), Kolom(15), Kolom(26), Kolom(34)),
        kepala=kepala(("Kode", "Rekomendasi dan tindak lanjut", "Indikator", "Penanggung jawab", "Keadaan")),
        baris=tuple(
            baris(
                row.kode,
                row.isi.tindakan,
                ", ".join(row.isi.indikator) or None,
                row.unit.nama,
                str(tindak_lanjut.ucapan(row)),
            )
            for row in rows
        ),
        judul="Rekomendasi dan tindak lanjut",
        kecil=True,
    )


def _aksi(bahan: Bahan, periode: Periode) -> tuple[BarisAksi, ...]:
    """What the rencana aksi plans for a period that may not have come."""
    year = next((year for year in bahan.rekap.tahun if year.tahun == periode.tahun), None)
    plans = ((row.kode, year.rencana_aksi.get(row.kode)) for row in year.setahun.indikator) if year else ()
    return tuple(
        BarisAksi(kode, aksi)
        for kode, plan in plans
        for aksi in (plan.aksi if plan else ())
        if any(p.memuat(periode) or periode.memuat(p) for p in (Periode(periode.tahun, s) for s in aksi.jadwal))
    )


def _tabel_aksi(bahan: Bahan, rows: Sequence[BarisAksi], periode: Periode) -> Tabel:
    return Tabel(
        kolom=(Kolom(7, Rata.TENGAH), Kolom(15), Kolom(46), Kolom(34), Kolom(38), Kolom(20)),
        kepala=kepala(("No.", "Indikator", "Rencana aksi", "Keluaran", "Pelaksana", "Jadwal")),
        baris=tuple(
            baris(
                str(n),
                row.kode,
                row.aksi.uraian,
                row.aksi.keluaran,
                bahan.konteks.jabatan(row.aksi.pelaksana),
                ringkas(row.aksi.jadwal),
            )
            for n, row in enumerate(rows, 1)
        ),
        judul=f"Rencana aksi {periode.label}",
        kecil=True,
    )


JENIS: Final = (Jenis("laporan-pengukuran", "Laporan hasil pengukuran", "9.2.7", Lingkup.PERIODE, laporan_pengukuran),)
