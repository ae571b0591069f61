"""Bab II: what was planned and promised, and how it is measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPk, RekapTahun
from sakipgen.rendering import kata_metode, sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Medan, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.rencana_triwulan import TRIWULAN, berakhir, direncanakan, janji, tahapan
from sakipgen.rendering.dokumen.tabel_pk import anggaran_pk, perubahan_anggaran, perubahan_target, target_pk
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kelompok, kepala, sel
from sakipgen.rendering.pages.kebijakan import pernyataan
from sakipgen.rendering.pages.ucapan import nama_pk

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH
_DISEBUT = (
    "Makin tinggi makin baik",
    "Makin rendah makin baik",
    "Makin dekat target makin baik",
    "Target rentang",
    "Capaian terendah",
    "Capaian tertinggi saat dirata-ratakan",
    "Capaian sasaran",
    "Capaian perangkat daerah",
    "Perangkat daerah berkategori",
    "Penggunaan anggaran",
    "Pembulatan",
)
"""What a reader of the report must know of the year's policy; the rest governs how data is gathered."""


@dataclass(frozen=True, slots=True)
class PkTampil:
    """One PK of the Kepala, and what it changed of the one before."""

    nama: str
    pk: RekapPk
    perubahan: Tabel | None
    perubahan_anggaran: Tabel | None


def renstra(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns tujuan and sasaran with the targets of every year of the Renstra; None where the year has none."""
    plan = year.renstra
    if plan is None:
        return None
    years = tuple(range(plan.tahun_awal, plan.tahun_akhir + 1))
    rows: list[Baris] = []
    for kode, tujuan in plan.tujuan.items():
        rows.append(kelompok(f"Tujuan {kode}: {tujuan.uraian}", len(years) + 2))
        rows += _target(bahan, plan, tujuan.indikator, years)
        for anak, sasaran in plan.sasaran.items():
            if sasaran.tujuan == kode:
                rows.append(kelompok(f"Sasaran {anak}: {sasaran.uraian}", len(years) + 2))
                rows += _target(bahan, plan, sasaran.indikator, years)
    return Tabel(
        kolom=(Kolom(36), Kolom(12), *(Kolom(10, _KANAN) for _ in years)),
        kepala=kepala(("Indikator", "Satuan", *map(str, years))),
        baris=tuple(rows),
        judul=f"Tujuan, sasaran, dan target {plan.nama}",
        kecil=True,
    )


def _target(bahan: Bahan, plan: Renstra, kode: Sequence[str], years: Sequence[int]) -> Iterator[Baris]:
    for one in kode:
        indikator = bahan.rekap.indikator.get(one)
        if indikator is None:
            continue
        known: Mapping[int, BarisTarget] = bahan.konteks.target_renstra(plan, one)
        cells = (sel_teks.janji(indikator, known[y]) if y in known else KOSONG for y in years)
        yield baris(f"{one} {indikator.nama}", indikator.satuan.nama, *cells)


def iku(bahan: Bahan, rows: Sequence[BarisIndikator]) -> Tabel:
    """Returns the IKU with formula, source and unit in charge."""
    units = bahan.rekap.instansi.unit_kerja
    return Tabel(
        kolom=(Kolom(6, _TENGAH), Kolom(30), Kolom(30), Kolom(20), Kolom(20)),
        kepala=kepala(("No.", "Indikator kinerja utama", "Cara menghitung", "Sumber data", "Penanggung jawab")),
        baris=tuple(
            baris(
                str(n),
                f"{row.kode} {row.indikator.nama} ({row.indikator.satuan.nama})",
                " ".join(row.indikator.formula_teks.split()),
                row.indikator.sumber_data,
                units[row.indikator.penanggung_jawab].nama,
            )
            for n, row in enumerate(rows, 1)
        ),
        judul="Indikator kinerja utama",
        kecil=True,
    )


def perjanjian(bahan: Bahan, year: RekapTahun) -> Iterator[PkTampil]:
    """Yields every PK of the Kepala that the year signed, in order."""
    kamus = bahan.rekap.indikator
    for pk in year.pk:
        if pk.kepala:
            nama = nama_perjanjian(pk)
            yield PkTampil(
                nama=nama,
                pk=pk,
                perubahan=perubahan_target(kamus, pk, f"Target yang berubah dalam {nama}") if pk.perubahan else None,
                perubahan_anggaran=(
                    perubahan_anggaran(pk, f"Anggaran yang berubah dalam {nama}") if pk.perubahan else None
                ),
            )


def nama_perjanjian(pk: RekapPk) -> str:
    """Returns the name of a PK with its year: `Perjanjian Kinerja Perubahan ke-1 tahun 2026`."""
    return f"{nama_pk(pk.versi)} tahun {pk.tahun}"


def target_berlaku(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns the targets of the last PK of the Kepala; None without a PK."""
    pk = _berlaku(year)
    return target_pk(bahan.rekap.indikator, pk, f"Target menurut {nama_perjanjian(pk)}") if pk else None


def anggaran_berlaku(year: RekapTahun) -> Tabel | None:
    """Returns the money of the last PK of the Kepala; None without a PK, or where nothing says any."""
    pk = _berlaku(year)
    return anggaran_pk(pk, f"Anggaran menurut {nama_perjanjian(pk)}") if pk else None


def _berlaku(year: RekapTahun) -> RekapPk | None:
    return next((pk for pk in reversed(year.pk) if pk.kepala), None)


# ── Rencana aksi ─────────────────────────────────────────────────────────────────────────────────────────────────


def rencana_aksi(year: RekapTahun) -> Tabel | None:
    """Returns the quarterly targets and the actions of the sasaran's indikator; None without a plan."""
    rows = [row for group in year.setahun.sasaran for row in group.indikator if row.kode in year.rencana_aksi]
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(30), *(Kolom(10, _KANAN) for _ in TRIWULAN), Kolom(46)),
        kepala=kepala(
            (
                sel("Indikator", rata=_TENGAH, tinggi=2),
                sel("Target triwulan", rata=_TENGAH, lebar=4),
                sel("Rencana aksi", rata=_TENGAH, tinggi=2),
            ),
            ("I", "II", "III", "IV"),
        ),
        baris=tuple(
            baris(
                f"{row.kode} {row.indikator.nama}",
                *_triwulan(year, row),
                "\n".join(aksi.uraian for aksi in year.rencana_aksi[row.kode].aksi) or KOSONG,
            )
            for row in rows
        ),
        judul=f"Rencana aksi indikator sasaran tahun {year.tahun}",
        catatan=tuple(kalimat(text) for text in _catatan_rencana(year, rows)),
        kecil=True,
    )


def _triwulan(year: RekapTahun, row: BarisIndikator) -> Iterator[Sel]:
    """What is planned by the end of each quarter: of months the last; of an indikator without a plan its year."""
    planned = direncanakan(year, row.kode)
    if not planned:
        yield sel(f"setahun {sel_teks.target_tahun(row)}", rata=_TENGAH, lebar=len(TRIWULAN))
        return
    for segment in TRIWULAN:
        within = [p for p in planned if berakhir(p, Periode(year.tahun, segment))]
        yield sel(janji(row, planned[max(within)]) if within else KOSONG)


def _catatan_rencana(year: RekapTahun, rows: Sequence[BarisIndikator]) -> Iterator[str]:
    periods = [periode for row in rows for periode in direncanakan(year, row.kode)]
    if any(periode.jenis is JenisPeriode.BULAN for periode in periods):
        yield "Target bulanan ditampilkan pada bulan terakhir setiap triwulan."
    yield from tahapan(year, rows)


# ── How it is measured ───────────────────────────────────────────────────────────────────────────────────────────


def metode(year: RekapTahun) -> Medan:
    """Returns how capaian, means and the use of money are judged, as the year's policy says it."""
    told = pernyataan(year.metode)
    return Medan(tuple((name, kalimat(told[name])) for name in _DISEBUT))


def kriteria(year: RekapTahun) -> Tabel:
    """Returns the scale that gives the kategori, from the policy that measuring uses."""
    skala = year.metode.skala
    return Tabel(
        kolom=(Kolom(10, _TENGAH), Kolom(45), Kolom(45)),
        kepala=kepala(("No.", "Capaian (%)", "Kategori")),
        baris=tuple(baris(str(n + 1), kata_metode.batas(skala, n), kelas.label) for n, kelas in enumerate(skala.kelas)),
        judul="Kategori capaian",
        catatan=(kalimat(f"{skala.nama}, {skala.dasar}. {kata_metode.celah(skala)}"),),
    )
