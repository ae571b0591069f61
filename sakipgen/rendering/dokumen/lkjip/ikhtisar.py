"""Ikhtisar eksekutif: the year in a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sakipgen.measuring.arah import Arah
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import RekapTahun
from sakipgen.rendering import kalimat_banding, sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Blok, Daftar, JenisBaris, Kolom, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.lkjip import prosa
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, sel
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_banding import FaktaBanding
from sakipgen.rendering.pages import beranda, grafik, uang

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH


def lalu(bahan: Bahan, year: RekapTahun) -> RekapTahun | None:
    """Returns the year before, where the data has it."""
    return next((y for y in bahan.rekap.tahun if y.tahun == year.tahun - 1), None)


def _putusan(bahan: Bahan, year: RekapTahun) -> tuple[Kalimat, ...]:
    prd = year.setahun
    return beranda.putusan(bahan.konteks, prd, prosa.waktu_data(bahan, year, prd.iku))


def putusan(bahan: Bahan, year: RekapTahun) -> str:
    """Returns the verdict over all IKU, as the front page has it."""
    return prosa.ucapan(_putusan(bahan, year))


def uang_setahun(bahan: Bahan, year: RekapTahun) -> str:
    """Returns the verdict over all money; nothing without any."""
    money = year.setahun.anggaran
    return prosa.ucapan(uang.ucapan_semua(bahan.konteks, year.setahun, money)) if money else ""


# ── Beside the year before ───────────────────────────────────────────────────────────────────────────────────────


def banding(bahan: Bahan, year: RekapTahun) -> str:
    """Returns how the IKU and the whole moved since the year before; nothing without one, or while the year runs."""
    before, prd = lalu(bahan, year), year.setahun
    if before is None or not prd.selesai or not prd.iku:
        return ""
    found = Counter(row.perubahan.arah if row.perubahan else None for row in prd.iku)
    facts = FaktaBanding(
        membaik=found[Arah.MEMBAIK], memburuk=found[Arah.MEMBURUK], tetap=found[Arah.TETAP], tanpa=found[None]
    )
    said = [kalimat_banding.banding(facts, beranda.IKU, before.tahun)]
    said += _seluruh(before.setahun.perangkat_daerah, prd.perangkat_daerah)
    return prosa.ucapan(said)


def _seluruh(semula: HasilKelompok, kini: HasilKelompok) -> Iterator[Kalimat]:
    """How the whole moved; nothing where one of both cannot be concluded. What is printed alike has not moved."""
    if None in {semula.capaian, semula.kelas, kini.capaian, kini.kelas}:
        return
    was, now = sel_teks.capaian_kelompok(semula), sel_teks.capaian_kelompok(kini)
    way = Arah.TETAP if was == now else Arah.MEMBAIK if (kini.capaian or 0) > (semula.capaian or 0) else Arah.MEMBURUK
    yield kalimat_banding.capaian(way, {"hal": "perangkat daerah", "semula": was, "kini": now})


def ringkasan(bahan: Bahan, year: RekapTahun, judul: str) -> Tabel:
    """Returns each sasaran in one row beside its capaian of the year before, and the whole."""
    prd, before = year.setahun, lalu(bahan, year)
    known = {row.kode: row.hasil for row in before.setahun.sasaran} if before else {}
    total = (before.setahun.perangkat_daerah,) if before else ()
    rows = (
        baris(
            str(n),
            f"{row.kode} {row.uraian}",
            *_angka(row.hasil, (known.get(row.kode),) if before else ()),
        )
        for n, row in enumerate(prd.sasaran, 1)
    )
    last = baris(
        sel("Perangkat daerah", lebar=2, rata=Rata.KIRI),
        *_angka(prd.perangkat_daerah, total),
        jenis=JenisBaris.JUMLAH,
    )
    return Tabel(
        kolom=(
            Kolom(6, _TENGAH),
            Kolom(42),
            Kolom(14, _TENGAH),
            *(Kolom(12, _KANAN) for _ in total),
            Kolom(12, _KANAN),
            Kolom(18),
        ),
        kepala=kepala(
            (
                "No.",
                "Sasaran strategis",
                "Indikator tercapai",
                *((f"Capaian {before.tahun}",) if before else ()),
                f"Capaian {year.tahun}",
                "Kategori",
            )
        ),
        baris=(*rows, last),
        judul=judul,
    )


def _angka(hasil: HasilKelompok, semula: tuple[HasilKelompok | None, ...]) -> Iterator[Sel]:
    """Counts and capaian, now and before; where it cannot be concluded, why, over both last columns."""
    yield sel(f"{hasil.tercapai} dari {hasil.terukur.dari}")
    yield from (sel(sel_teks.capaian_kelompok(one) if one else KOSONG) for one in semula)
    kategori = sel_teks.kategori_kelompok(hasil)
    if hasil.capaian is None or hasil.kelas is None:
        yield sel(kategori, lebar=2, rata=Rata.KIRI)
    else:
        yield from (sel(sel_teks.capaian_kelompok(hasil)), sel(kategori))


# ── What to look at ──────────────────────────────────────────────────────────────────────────────────────────────


def hitungan(bahan: Bahan, year: RekapTahun) -> Iterator[Blok]:
    """Yields the IKU counted by kategori."""
    prd = year.setahun
    found = grafik.hitungan(
        bahan.konteks.palet(year.tahun), prd.kelas_iku, "indikator kinerja utama", _putusan(bahan, year)
    )
    if found:
        yield from prosa.gambar(found.spek, found.spek.nama, keterangan=False)


def di_bawah_target(year: RekapTahun) -> Daftar | None:
    """Returns the IKU that fell short, with both figures; None if none did."""
    rows = [row for row in year.setahun.iku if row.hasil.capaian and not row.hasil.capaian.tercapai]
    if not rows:
        return None
    return Daftar(
        tuple(
            kalimat(
                f"{row.kode} {row.indikator.nama}: realisasi {sel_teks.realisasi(row)} dari target "
                f"{sel_teks.target(row)}, capaian {sel_teks.capaian(row)}"
            )
            for row in rows
        )
    )
