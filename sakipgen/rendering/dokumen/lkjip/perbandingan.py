"""The four comparisons of a sasaran: with its target, with other years, with the Renstra's end, with a standard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, RekapTahun
from sakipgen.rendering import nilai, sel_teks
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Blok, Kalimat, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.lkjip.prosa import gambar
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, sel
from sakipgen.rendering.kalimat_banding import ARAH
from sakipgen.rendering.pages import arah as menurut_arah
from sakipgen.rendering.pages import grafik_waktu
from sakipgen.rendering.pages.konteks import label

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH
TAHUN_TERBANYAK: Final = 5
"""So many years stand beside each other."""
Tahunan = tuple[RekapTahun, BarisIndikator]


def tahunan(bahan: Bahan, year: RekapTahun, kode: str) -> tuple[Tahunan, ...]:
    """Returns an indikator in each year up to this one, the earliest first."""
    years = (y for y in bahan.rekap.tahun if y.tahun <= year.tahun)
    return tuple((y, row) for y in years if (row := y.setahun.menurut_kode.get(kode)))


# ── With other years ─────────────────────────────────────────────────────────────────────────────────────────────


def antar_tahun(bahan: Bahan, year: RekapTahun, rows: Sequence[BarisIndikator], judul: str) -> Tabel | None:
    """Returns realisasi and capaian of each year, the kondisi awal before them, and the direction since last year.

    None of no indikator.
    """
    if not rows:
        return None
    years = [y.tahun for y in bahan.rekap.tahun if y.tahun <= year.tahun][-TAHUN_TERBANYAK:]
    base = any(row.indikator.baseline for row in rows)
    first = (sel("Kondisi awal", rata=_TENGAH, tinggi=2),) if base else ()
    return Tabel(
        kolom=(
            Kolom(30),
            *((Kolom(12, _KANAN),) if base else ()),
            *(Kolom(11, _KANAN) for _ in years for _ in range(2)),
            Kolom(15 if year.setahun.selesai else 22, _TENGAH),
        ),
        kepala=kepala(
            (
                sel("Indikator", rata=_TENGAH, tinggi=2),
                *first,
                *(sel(str(y), rata=_TENGAH, lebar=2) for y in years),
                sel("Arah", rata=_TENGAH, tinggi=2),
            ),
            tuple(word for _ in years for word in ("Realisasi", "Capaian")),
        ),
        baris=tuple(
            baris(
                f"{row.kode} {row.indikator.nama} ({row.indikator.satuan.nama})",
                *((_awal(row),) if base else ()),
                *_tahun(bahan, row.kode, years),
                arah(bahan, year, row),
            )
            for row in rows
        ),
        judul=judul,
        catatan=catatan_putus(rows, years[0], years[-1]),
        kecil=True,
    )


def _awal(row: BarisIndikator) -> str:
    base = row.indikator.baseline
    return f"{sel_teks.nilai(row.indikator, base.nilai, base.tahun)} ({base.tahun})" if base else KOSONG


def _tahun(bahan: Bahan, kode: str, years: Sequence[int]) -> Iterator[str]:
    known = {y.tahun: y.setahun.menurut_kode.get(kode) for y in bahan.rekap.tahun}
    for year in years:
        row = known.get(year)
        yield sel_teks.realisasi(row) if row else KOSONG
        yield sel_teks.capaian(row) if row else KOSONG


def arah(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> str:
    """Returns how a row stands to the year before: its direction and by how much; why not where it cannot be said."""
    last = menurut_arah.terakhir(year, row)
    if last.perubahan is None:
        return menurut_arah.tanpa(bahan.konteks, year, row)
    change, when = nilai.perubahan(row.indikator, last.perubahan), last.hasil.periode
    said = ARAH[last.perubahan.arah] + ("" if change is None else f" ({change})")
    return said if last is row else f"{said} dibanding {label(Periode(when.tahun - 1, when.segmen))}"


def catatan_putus(rows: Iterable[BarisIndikator], awal: int, akhir: int) -> tuple[Kalimat, ...]:
    """Returns why series are broken after a first year and up to a last."""
    return tuple(
        kalimat(f"{row.kode}: sejak {year} tidak dapat dibandingkan dengan tahun sebelumnya. {reason.strip('. ')}.")
        for row in rows
        for year, reason in sorted(row.indikator.putus_seri.items())
        if awal < year <= akhir
    )


def grafik_tahun(bahan: Bahan, year: RekapTahun, rows: Sequence[BarisIndikator]) -> Iterator[Blok]:
    """Yields a chart over the years of each indikator that has more than one point."""
    for row in rows:
        spek = grafik_waktu.antar_tahun(bahan.konteks, row, tahunan(bahan, year, row.kode), year.renstra)
        if spek:
            yield from gambar(spek, f"{row.kode} {row.indikator.nama} dari tahun ke tahun")


# ── With the end of the Renstra ──────────────────────────────────────────────────────────────────────────────────


def akhir_renstra(bahan: Bahan, year: RekapTahun, rows: Sequence[BarisIndikator], judul: str) -> Tabel | None:
    """Returns realisasi against the target of the Renstra's last year; None where the year has no Renstra."""
    if year.renstra is None or not rows:
        return None
    last = year.renstra.tahun_akhir
    return Tabel(
        kolom=(Kolom(40), Kolom(14), Kolom(15, _KANAN), Kolom(15, _KANAN), Kolom(16, _KANAN)),
        kepala=kepala(
            ("Indikator", "Satuan", f"Realisasi {year.tahun}", f"Target akhir Renstra ({last})", "Tingkat kemajuan")
        ),
        baris=tuple(
            baris(
                f"{row.kode} {row.indikator.nama}",
                row.indikator.satuan.nama,
                sel_teks.realisasi(row),
                target_akhir(bahan, year, row),
                kemajuan(year, row),
            )
            for row in rows
        ),
        judul=judul,
        catatan=catatan_putus(rows, year.tahun, last),
    )


def target_akhir(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> str:
    """Returns what the Renstra promises for its last year, whether or not it can be compared."""
    last = year.renstra and bahan.konteks.target_renstra(year.renstra, row.kode).get(year.renstra.tahun_akhir)
    return sel_teks.janji(row.indikator, last) if last else KOSONG


def kemajuan(year: RekapTahun, row: BarisIndikator) -> str:
    """Returns how far a row has come to the Renstra's end; that a new series begins before, where it does."""
    if row.hasil.kemajuan_renstra is not None:
        return persen(row.hasil.kemajuan_renstra)
    broken = row.indikator.putus_antara(year.tahun, year.renstra.tahun_akhir) if year.renstra else None
    return f"seri baru {broken}" if broken else KOSONG


def tercapai_renstra(year: RekapTahun, rows: Sequence[BarisIndikator]) -> str:
    """Returns how many indikator have come to the Renstra's last target already; that none can be compared."""
    if year.renstra is None:
        return ""
    last = year.renstra.tahun_akhir
    known = [r.hasil.kemajuan_renstra for r in rows if r.hasil.kemajuan_renstra is not None]
    if not known:
        return f"Belum ada indikator sasaran ini yang dapat dibandingkan dengan target tahun {last}."
    reached = sum(value >= 100 for value in known)
    when = f"Sampai tahun {year.tahun}" if year.setahun.selesai else "Sampai saat ini"
    if not reached:
        return f"{when}, belum ada indikator sasaran ini yang mencapai target tahun {last}."
    return f"{when}, {reached} dari {len(known)} indikator sudah mencapai target tahun {last}."


# ── With a standard ──────────────────────────────────────────────────────────────────────────────────────────────


def standar(year: RekapTahun, rows: Sequence[BarisIndikator], judul: str) -> Tabel | None:
    """Returns realisasi beside the national standard of each indikator that has one; None if none has."""
    known = [row for row in rows if row.indikator.standar_nasional]
    if not known:
        return None
    return Tabel(
        kolom=(Kolom(36), Kolom(14, _KANAN), Kolom(16, _KANAN), Kolom(34)),
        kepala=kepala(("Indikator", f"Realisasi {year.tahun}", "Standar atau pembanding", "Sumber")),
        baris=tuple(
            baris(
                f"{row.kode} {row.indikator.nama} ({row.indikator.satuan.nama})",
                sel_teks.realisasi(row),
                sel_teks.nilai(row.indikator, s.nilai, s.tahun),
                f"{s.sumber} ({s.tahun})",
            )
            for row in known
            if (s := row.indikator.standar_nasional)
        ),
        judul=judul,
    )
