"""Bab II: what was planned and promised, and how it is measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import Frekuensi
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPk, RekapTahun
from sakipgen.rendering import kata_metode, sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Medan, Rata, Tabel
from sakipgen.rendering.dokumen.tabel_pk import anggaran_pk, perubahan_anggaran, perubahan_target, target_pk
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kelompok, kepala
from sakipgen.rendering.pages.kebijakan import pernyataan
from sakipgen.rendering.pages.ucapan import nama_pk

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH
_KHUSUS = ("Skala kategori", "Kelas kategori")
"""Statements that a table says in full."""


@dataclass(frozen=True, slots=True)
class PkTampil:
    """One PK of the Kepala in Bab II."""

    nama: str
    pk: RekapPk
    target: Tabel
    perubahan: Tabel | None
    anggaran: Tabel | None
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
            nama = f"Perjanjian Kinerja Kepala tahun {year.tahun} ({nama_pk(pk.versi)})"
            yield PkTampil(
                nama=nama,
                pk=pk,
                target=target_pk(kamus, pk, f"Target {nama}"),
                perubahan=perubahan_target(kamus, pk, f"Target yang berubah dalam {nama}") if pk.perubahan else None,
                anggaran=anggaran_pk(pk, f"Anggaran {nama}"),
                perubahan_anggaran=(
                    perubahan_anggaran(pk, f"Anggaran yang berubah dalam {nama}") if pk.perubahan else None
                ),
            )


def rencana_aksi(year: RekapTahun, rows: Sequence[BarisIndikator]) -> Tabel | None:
    """Returns the quarterly targets and the actions of the sasaran's indikator; None without a plan."""
    planned = [row for row in rows if row.kode in year.rencana_aksi]
    if not planned:
        return None
    quarters = tuple(periode.segmen for periode in Frekuensi.TRIWULANAN.periode(year.tahun))
    targets = {(t.kode, t.periode.segmen): t for t in year.target if t.jenis == "rencana_aksi"}
    return Tabel(
        kolom=(Kolom(30), *(Kolom(9, _KANAN) for _ in quarters), Kolom(46)),
        kepala=kepala(("Indikator", *(f"Target {q.replace('TW', 'TW ')}" for q in quarters), "Rencana aksi")),
        baris=tuple(
            baris(
                f"{row.kode} {row.indikator.nama}",
                *(_triwulan(row, targets, q) for q in quarters),
                "\n".join(aksi.uraian for aksi in year.rencana_aksi[row.kode].aksi) or KOSONG,
            )
            for row in planned
        ),
        judul=f"Rencana aksi indikator sasaran tahun {year.tahun}",
        catatan=(kalimat("Tanda – berarti indikator itu tidak ditargetkan pada triwulan tersebut."),),
        kecil=True,
    )


def _triwulan(row: BarisIndikator, targets: Mapping[tuple[str, str], BarisTarget], segmen: str) -> str:
    found = targets.get((row.kode, segmen))
    return sel_teks.janji(row.indikator, found) if found else KOSONG


# ── How it is measured ───────────────────────────────────────────────────────────────────────────────────────────


def metode(year: RekapTahun) -> Medan:
    """Returns the year's policy, but what the table of kategori says."""
    told = pernyataan(year.metode)
    return Medan(tuple((name, kalimat(text)) for name, text in told.items() if name not in _KHUSUS))


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
