"""Groups as pages show them: sasaran, tujuan, the perangkat daerah, and the reports that should have come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.measuring.arah import Arah
from sakipgen.measuring.hasil import HasilKelompok, Jenjang
from sakipgen.measuring.kelompok import CARA
from sakipgen.rekap import BarisAnggaran, BarisIndikator, BarisKelompok, RekapPeriode, RekapTahun
from sakipgen.rendering import charts, kalimat
from sakipgen.rendering.cetak import Angka, angka_persen
from sakipgen.rendering.jejak_kelompok import bagian_seluruhnya, bobot, sebab_nol
from sakipgen.rendering.kalimat import FaktaKelompok, Kalimat
from sakipgen.rendering.kata_metode import RERATA
from sakipgen.rendering.pages import alamat, arah, sel
from sakipgen.rendering.pages.konteks import Konteks


@dataclass(frozen=True, slots=True)
class KelompokTampil:
    """A sasaran or tujuan in one period."""

    kode: str
    uraian: str
    alamat: str
    putusan: Kalimat
    tercapai: Angka
    dari: Angka
    ada: Angka
    capaian: Angka | None
    """None where not enough is measured."""
    sebab_nol: str
    """Which members of 0 make it 0; empty of any other."""
    bobot: Mapping[str, Angka]
    """The weights of its indikator, in a year that counts with them."""
    chip: Markup
    arah: str | None
    data_terakhir: str
    indikator: tuple[sel.BarisTampil, ...]


def hitung(nilai: int, rujukan: str) -> Angka:
    """Returns a count that the open data has too."""
    return Angka(Decimal(nilai), rujukan, str(nilai))


def fakta(konteks: Konteks, hasil: HasilKelompok, rows: Iterable[BarisIndikator]) -> FaktaKelompok:
    """Returns what a group's sentence looks at; `rows` are its indikator, of which those count that it owes."""
    owed = [row for row in rows if row.terhitung]
    return _fakta(konteks, hasil.terukur.dari, hasil.terukur.ada, hasil.tercapai, owed)


def fakta_baris(konteks: Konteks, rows: Iterable[BarisIndikator]) -> FaktaKelompok:
    """Returns the counts of those rows that are measured in their period at all."""
    measured = [row for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU]
    given = [row.hasil.capaian for row in measured if row.hasil.capaian]
    return _fakta(konteks, len(measured), len(given), sum(c.tercapai for c in given), measured)


def _fakta(konteks: Konteks, dari: int, ada: int, tercapai: int, rows: Iterable[BarisIndikator]) -> FaktaKelompok:
    later = Counter(row.indikator.frekuensi for row in rows if _nanti(konteks, row))
    return FaktaKelompok(
        dari,
        ada,
        tercapai,
        akhir_tahun=later[Frekuensi.TAHUNAN],
        semester=later[Frekuensi.SEMESTERAN],
        triwulan=later[Frekuensi.TRIWULANAN],
    )


def _nanti(konteks: Konteks, row: BarisIndikator) -> bool:
    """Whether an indikator owes nothing in its period: none that it is reported for ends there, or has ended yet."""
    hasil = row.hasil
    own = (p for p in row.indikator.frekuensi.periode(hasil.periode.tahun) if hasil.periode.memuat(p))
    return hasil.status in _DITUNGGU and not any(map(konteks.rekap.posisi.memuat, own))


_DITUNGGU: Final = frozenset({Status.BELUM_JATUH_TEMPO, Status.TIDAK_BERLAKU})


def rujukan(hasil: HasilKelompok, ref: str) -> dict[str, Angka]:
    """Returns the counts of a group as figures of the open data."""
    return {
        "tercapai": hitung(hasil.tercapai, f"{ref}tercapai"),
        "ada": hitung(hasil.terukur.ada, f"{ref}terukur_ada"),
        "dari": hitung(hasil.terukur.dari, f"{ref}terukur_dari"),
    }


def tampil(
    konteks: Konteks, row: BarisKelompok, jenjang: Jenjang = Jenjang.SASARAN, awalan: str = "", subjek: str = ""
) -> KelompokTampil:
    """Returns the group's cells; its kategori only where all its indikator are measured.

    `subjek` is what its sentence calls it, where that is not «Sasaran ini» or «Tujuan ini».
    """
    hasil = row.hasil
    ref = f"sasaran/{awalan}{row.kode}:{hasil.periode}/"
    refs = rujukan(hasil, ref)
    facts = fakta(konteks, hasil, row.indikator)
    reported = [lap.periode for r in row.indikator for lap in r.laporan if lap.nilai is not None]
    tahun = _tahun(konteks, hasil.periode)
    cara, prd = tahun.metode.agregasi_sasaran, tahun.pada(hasil.periode) or tahun.setahun
    members = [m for m in tahun.anggota if m.jenjang is jenjang and m.kode == row.kode]
    weighted = members if cara is AgregasiSasaran.BERBOBOT else ()
    return KelompokTampil(
        kode=row.kode,
        uraian=row.uraian,
        alamat=alamat.sasaran(row.kode),
        putusan=kalimat.kelompok(facts, subjek or f"{jenjang.value.capitalize()} ini", refs),
        tercapai=refs["tercapai"],
        dari=refs["dari"],
        ada=refs["ada"],
        capaian=angka_persen(hasil.capaian, f"{ref}capaian") if hasil.capaian is not None else None,
        sebab_nol=sebab_nol(cara, prd, members),
        bobot={m.anggota: weight for m in weighted if (weight := bobot(prd, m))},
        chip=konteks.palet(hasil.periode.tahun)(hasil.kelas).chip if hasil.kelas else belum_simpul(facts, refs),
        arah=_arah(arah.terakhir(tahun, r) for r in row.indikator),
        data_terakhir=max(reported).label if reported else "belum ada data",
        indikator=konteks.semua_baris(row.indikator),
    )


def _tahun(konteks: Konteks, periode: Periode) -> RekapTahun:
    return next(t for t in konteks.rekap.tahun if t.tahun == periode.tahun)


_BELUM_SIMPUL: Final = Markup('<span class="sk-kosong">Belum dapat disimpulkan: {}{} dari {} ada datanya{}</span>')
_NANTI: Final = Markup('<span class="sk-kosong">{} {}</span>')


def belum_simpul(facts: FaktaKelompok, refs: Mapping[str, Angka]) -> Markup:
    """Returns why a group has no kategori."""
    if not facts.dari:
        return sel.tanpa("tidak ada yang diukur")
    if facts.ada == 0 and facts.nanti < facts.dari:
        return sel.TANPA.chip
    if facts.ada == 0:
        return _NANTI.format(charts.bentuk(0), kalimat.kapan(facts))
    only, rest = ("", kalimat.sambungan(facts)) if facts.nanti else ("baru ", "")
    return _BELUM_SIMPUL.format(only, refs["ada"], refs["dari"], rest)


def _arah(rows: Iterable[BarisIndikator]) -> str | None:
    """Returns how many of a group's indikator moved which way; None where none can be compared."""
    found = [row.perubahan.arah for row in rows if row.perubahan]
    counts = [(found.count(a), a.value) for a in Arah if a in found]
    return ", ".join(f"{n} {word}" for n, word in counts) or None


@dataclass(frozen=True, slots=True)
class PerangkatDaerahTampil:
    """The perangkat daerah as a whole: small print, never a headline."""

    capaian: Angka | None
    sebab_nol: str
    chip: Markup
    cara: str


def perangkat_daerah(konteks: Konteks, prd: RekapPeriode) -> PerangkatDaerahTampil:
    hasil = prd.perangkat_daerah
    ref = f"perangkat_daerah/{prd.periode}/"
    tahun = _tahun(konteks, prd.periode)
    cara = tahun.metode.agregasi_perangkat_daerah
    if cara is AgregasiPerangkatDaerah.RERATA_IKU:
        parts, rows = f"{len(bagian_seluruhnya(tahun, prd))} IKU", prd.iku
    else:
        parts = f"{sum(s.hasil.rerata is not None for s in prd.sasaran)} sasaran"
        rows = tuple(row for s in prd.sasaran for row in s.indikator)
    shown = hasil.capaian is not None and hasil.kelas is not None
    return PerangkatDaerahTampil(
        capaian=angka_persen(hasil.capaian, f"{ref}capaian") if shown and hasil.capaian is not None else None,
        sebab_nol=sebab_nol(CARA[cara], prd, [m for m in tahun.anggota if m.jenjang is Jenjang.PERANGKAT_DAERAH]),
        chip=konteks.palet(prd.periode.tahun)(hasil.kelas).chip
        if shown
        else belum_simpul(fakta(konteks, hasil, rows), rujukan(hasil, ref)),
        cara=RERATA[CARA[cara]].format(f"dari {parts}"),
    )


# ── Money of an indikator ────────────────────────────────────────────────────────────────────────────────────────


def uang_terkait(konteks: Konteks, prd: RekapPeriode, row: BarisIndikator) -> tuple[BarisAnggaran, ...]:
    """Returns the money that serves an indikator: its own program or kegiatan, or the programs of its sasaran."""
    if row.indikator.tingkat in {Tingkat.TUJUAN, Tingkat.SASARAN}:
        return uang_sasaran(konteks, prd, row.induk)
    own = konteks.uang_periode.get((prd.periode, row.induk))
    return (own,) if own else ()


def uang_sasaran(konteks: Konteks, prd: RekapPeriode, kode: str) -> tuple[BarisAnggaran, ...]:
    """Returns the programs that serve a sasaran."""
    return tuple(konteks.uang_sasaran.get((prd.periode, kode), ()))


# ── Reports that came in ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """The reports of one reported period: how many of those that are due came in."""

    periode: Periode
    tempo: str
    masuk: int
    dari: int
    terlambat: int
    """Days past the due date of the earliest missing report."""
    keadaan: str
    simbol: str


def kelengkapan(tahun: RekapTahun, rows: Iterable[str]) -> tuple[Kelengkapan, ...]:
    """Returns the reports of these indikator, one row for each period that had ended and in which one reports."""
    wanted = tuple(rows)
    found: list[Kelengkapan] = []
    for prd in tahun.periode:
        shown = [prd.menurut_kode[kode] for kode in wanted] if prd.selesai else []
        own = [row for row in shown if row.indikator.frekuensi is prd.periode.jenis.frekuensi]
        if own:
            found.append(_kelengkapan(prd.periode, own))
    return tuple(found)


def _kelengkapan(periode: Periode, rows: Sequence[BarisIndikator]) -> Kelengkapan:
    given = sum(any(lap.periode == periode for lap in row.laporan) for row in rows)
    late = max(row.hasil.hari_terlambat for row in rows)
    if given == len(rows):
        words, symbol = "lengkap", "✓"
    elif late:
        words, symbol = f"terlambat {late} hari", "▲"
    else:
        words, symbol = "belum jatuh tempo", "○"
    return Kelengkapan(periode, sel.hari_pendek(rows[0].hasil.jatuh_tempo), given, len(rows), late, words, symbol)


def jumlah_laporan(rows: Iterable[Kelengkapan]) -> tuple[int, int]:
    """Returns how many reports came in of those whose day has passed or that came before it."""
    rows = tuple(rows)
    waiting = sum(r.dari - r.masuk for r in rows if not r.terlambat and r.masuk < r.dari)
    return sum(r.masuk for r in rows), sum(r.dari for r in rows) - waiting
