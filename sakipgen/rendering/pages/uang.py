"""Rows, sentences and sources of money: what the pages of programs show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import BarisAnggaran, BarisIndikator, RekapAnggaran, RekapPeriode
from sakipgen.rendering import kalimat_grafik, kalimat_uang
from sakipgen.rendering.cetak import Angka, Hari, angka, angka_persen, angka_rupiah, angka_rupiah_ringkas, persen
from sakipgen.rendering.charts import ChartSpec, TitikSebaran
from sakipgen.rendering.charts.spek import Sebaran
from sakipgen.rendering.kalimat import FaktaKelompok, Kalimat
from sakipgen.rendering.kalimat_grafik import Sebutan
from sakipgen.rendering.kalimat_uang import FaktaProgram
from sakipgen.rendering.pages import alamat, kelompok, sel, sel_uang
from sakipgen.rendering.pages.grafik import Gambar, gambar
from sakipgen.rendering.pages.konteks import Konteks, label, waktu
from sakipgen.rendering.sel_teks import TINGKAT_ANGGARAN

_TANPA_INDIKATOR: Final = Markup('<span class="sk-kosong">– tidak diukur tersendiri</span>')
_SEBAGIAN: Final = Markup('<span class="sk-kosong">baru {} dari {} terukur</span>')
_BELUM_DIHITUNG: Final = Markup('<span class="sk-kosong">–<span class="sk-sr"> belum ada</span></span>')


@dataclass(frozen=True, slots=True)
class IndikatorRingkas:
    """An indikator beside its money, in one line."""

    kode: str
    alamat: str
    target: Markup
    realisasi: Markup


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A program, kegiatan or sub kegiatan with its money and its own performance."""

    uang: sel_uang.UangTampil
    id: str
    jenis: str
    takik: int
    """How far the row is indented: 1 of a program, 2 of a kegiatan, 3 of a sub kegiatan."""
    unit: str
    alamat_unit: str
    pagu_murni: Angka | None
    """The first pagu, where another is in force."""
    capaian: sel.Sel
    selisih: sel.Sel
    indikator: tuple[IndikatorRingkas, ...]
    """Its own, never those of what lies below."""


@dataclass(frozen=True, slots=True)
class JumlahProgram:
    """The money of all programs together."""

    uang: sel_uang.UangTampil
    pagu_murni: Angka | None


@dataclass(frozen=True, slots=True)
class SumberUang:
    """Which papers say pagu and realisasi."""

    pagu: str
    perubahan: tuple[str, str] | None
    """The paper that changed the pagu, and since when; None while it is not in force."""
    nomenklatur: str
    realisasi: tuple[str, str, str] | None
    """Where realisasi was taken from, on which day, and until when it speaks."""
    berkas: tuple[Markup, ...]


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def baris(konteks: Konteks, prd: RekapPeriode, row: BarisAnggaran) -> BarisProgram:
    """Returns the cells of a row; words stand where a figure is missing."""
    ref = f"anggaran/{row.kode}:{prd.periode}/"
    return BarisProgram(
        uang=konteks.uang(row),
        id=alamat.jangkar_program(row.kode),
        jenis=TINGKAT_ANGGARAN[row.hasil.tingkat],
        takik=list(TINGKAT_ANGGARAN).index(row.hasil.tingkat),
        unit=konteks.instansi.unit_kerja[row.unit].nama,
        alamat_unit=alamat.bidang(row.unit),
        pagu_murni=_semula(row.hasil.pagu_murni, row.hasil.pagu, ref),
        capaian=_capaian(konteks, prd, row, ref),
        selisih=_selisih(row, ref),
        indikator=tuple(_ringkas(konteks, ind) for ind in indikator(prd, row)),
    )


def _ringkas(konteks: Konteks, row: BarisIndikator) -> IndikatorRingkas:
    shown, status = konteks.baris(row), row.hasil.status
    waits = row.hasil.realisasi is None and status in sel.KEADAAN
    return IndikatorRingkas(
        row.kode, shown.alamat, shown.target_polos, sel.simbol(status) if waits else shown.realisasi
    )


def _semula(murni: Decimal, pagu: Decimal, ref: str) -> Angka | None:
    return angka_rupiah(murni, f"{ref}pagu_murni") if murni != pagu else None


def _capaian(konteks: Konteks, prd: RekapPeriode, row: BarisAnggaran, ref: str) -> sel.Sel:
    measured = row.kinerja.terukur
    if row.kinerja.capaian is not None:
        return angka_persen(row.kinerja.capaian, f"{ref}capaian")
    if not measured.dari:
        return _TANPA_INDIKATOR
    if not measured.ada:
        return kelompok.belum_simpul(kelompok.fakta(konteks, row.kinerja, indikator(prd, row)), {})
    counts = (kelompok.hitung(measured.ada, f"{ref}terukur_ada"), kelompok.hitung(measured.dari, f"{ref}terukur_dari"))
    return _SEBAGIAN.format(*counts)


def _selisih(row: BarisAnggaran, ref: str) -> sel.Sel:
    value = row.efisiensi.selisih if row.efisiensi else None
    if value is None:
        return _BELUM_DIHITUNG
    return Angka(value, f"{ref}selisih", angka(value, 2), awalan="+" if value > 0 else "")


def indikator(prd: RekapPeriode, row: BarisAnggaran) -> tuple[BarisIndikator, ...]:
    """Returns its own indikator as rows of the period."""
    return tuple(prd.menurut_kode[kode] for kode in row.indikator if kode in prd.menurut_kode)


def cabang(money: RekapAnggaran, kode: str) -> tuple[BarisAnggaran, ...]:
    """Returns a program or kegiatan with all that lies below it, in order of kode."""
    within: set[str] = {kode}
    for row in money.baris:
        if row.induk in within:
            within.add(row.kode)
    return tuple(row for row in money.baris if row.kode in within)


def jumlah_uang(prd: RekapPeriode, money: RekapAnggaran) -> JumlahProgram:
    """Returns the money of all programs."""
    hasil = money.hasil.jumlah
    ref = f"anggaran/total:{prd.periode}/"
    total = sel_uang.uang("total", "Jumlah", ref, hasil.pagu, hasil.realisasi, None, hasil.serapan)
    return JumlahProgram(total, _semula(hasil.pagu_murni, hasil.pagu, ref))


# ── Sentences ────────────────────────────────────────────────────────────────────────────────────────────────────


def _waktu(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran) -> str:
    until = money.hasil.data_sampai
    return waktu(prd, (until or konteks.rekap.posisi.sampai).label)


def _kinerja_sampai(rows: Sequence[BarisIndikator]) -> Periode | None:
    """The day until which all of these indikator that have a figure speak: the oldest of their last reports."""
    last = [max(given) for row in rows if (given := [lap.periode for lap in row.laporan if lap.nilai is not None])]
    return min(last, key=lambda periode: periode.akhir) if last else None


def _beda(money: RekapAnggaran, rows: Sequence[BarisIndikator]) -> dict[str, object] | None:
    """What the warning says where money and performance are of different days."""
    spent, measured = money.hasil.data_sampai, _kinerja_sampai(rows)
    if spent is None or measured is None or spent.akhir == measured.akhir:
        return None
    return {"uang_sampai": spent.label, "kinerja_sampai": measured.label}


def _lengkap(row: BarisAnggaran) -> bool:
    """Whether capaian and money are both known."""
    return row.kinerja.capaian is not None and row.hasil.realisasi is not None


def ucapan(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran, row: BarisAnggaran) -> tuple[Kalimat, ...]:
    """Returns the verdict on one program."""
    hasil, kinerja = row.hasil, row.kinerja
    ref = f"anggaran/{row.kode}:{prd.periode}/"
    differ = _beda(money, indikator(prd, row))
    facts = FaktaProgram(
        serapan=hasil.serapan is not None,
        pagu=bool(hasil.pagu),
        dari=kinerja.terukur.dari,
        ada=kinerja.terukur.ada,
        beda_waktu=differ is not None and kinerja.capaian is not None,
        berjalan=not prd.selesai,
    )
    isian: dict[str, object] = {
        "waktu": _waktu(konteks, prd, money),
        "ada": kelompok.hitung(kinerja.terukur.ada, f"{ref}terukur_ada"),
        "dari": kelompok.hitung(kinerja.terukur.dari, f"{ref}terukur_dari"),
        **(differ or {}),
    }
    if hasil.serapan is not None:
        isian["serapan"] = angka_persen(hasil.serapan, f"{ref}serapan")
    if kinerja.capaian is not None:
        isian["capaian"] = angka_persen(kinerja.capaian, f"{ref}capaian")
    return kalimat_uang.program(facts, isian)


def ucapan_semua(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran) -> tuple[Kalimat, ...]:
    """Returns the verdict on all programs."""
    roots = program(money)
    hasil = money.hasil.jumlah
    ref = f"anggaran/total:{prd.periode}/"
    differ = _beda(money, [ind for row in roots if _lengkap(row) for ind in indikator(prd, row)])
    facts = FaktaProgram(
        program=len(roots),
        serapan=hasil.serapan is not None,
        pagu=bool(hasil.pagu),
        dari=len(roots),
        ada=sum(row.kinerja.capaian is not None for row in roots),
        beda_waktu=differ is not None,
        berjalan=not prd.selesai,
    )
    isian: dict[str, object] = {
        "waktu": _waktu(konteks, prd, money),
        "program": facts.program,
        "ada": facts.ada,
        "dari": facts.dari,
        "pagu": angka_rupiah_ringkas(hasil.pagu, f"{ref}pagu"),
        **(differ or {}),
    }
    if hasil.serapan is not None and hasil.realisasi is not None:
        isian["serapan"] = angka_persen(hasil.serapan, f"{ref}serapan")
        isian["realisasi"] = angka_rupiah_ringkas(hasil.realisasi, f"{ref}realisasi")
    return kalimat_uang.semua(facts, isian)


def program(money: RekapAnggaran) -> tuple[BarisAnggaran, ...]:
    """Returns the programs alone."""
    return tuple(row for row in money.baris if row.hasil.tingkat is TingkatAnggaran.PROGRAM)


def sumber(konteks: Konteks, money: RekapAnggaran) -> SumberUang:
    """Returns where pagu and realisasi come from."""
    source, report = money.program, money.laporan
    changed = source.perubahan
    in_force = changed is not None and changed.tanggal <= konteks.rekap.posisi.per_tanggal
    until = money.hasil.data_sampai
    files = (money.rujukan_program, money.rujukan_laporan)
    return SumberUang(
        pagu=source.sumber,
        perubahan=(changed.sumber, Hari(changed.tanggal).__html__()) if changed and in_force else None,
        nomenklatur=source.versi_nomenklatur,
        realisasi=(report.sumber, Hari(report.tanggal_data).__html__(), until.label) if report and until else None,
        berkas=tuple(konteks.sumber.berkas(at.berkas) for at in files if at),
    )


# ── The scatter ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class SebaranTampil:
    """The scatter, and the programs that are not on it."""

    gambar: Gambar
    tanpa: tuple[str, ...]


def sebaran_program(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran) -> SebaranTampil | None:
    """Returns the scatter of programs, and those that are not on it; None where there is no scatter."""
    spek = sebaran(konteks, prd, money)
    if spek is None:
        return None
    drawn = {point.kode for point in _titik(money)}
    return SebaranTampil(
        gambar(spek), tuple(f"{row.kode} {row.nama}" for row in program(money) if row.kode not in drawn)
    )


def _titik(money: RekapAnggaran) -> tuple[TitikSebaran, ...]:
    """The programs that have both figures."""
    return tuple(
        TitikSebaran(row.kode, row.hasil.serapan, row.kinerja.capaian)
        for row in program(money)
        if row.hasil.serapan is not None and row.kinerja.capaian is not None
    )


def sebaran(konteks: Konteks, prd: RekapPeriode, money: RekapAnggaran) -> ChartSpec | None:
    """Returns the scatter of programs; None with fewer than two that have both figures."""
    points = _titik(money)
    whole = money.hasil.jumlah.serapan
    if len(points) < 2 or whole is None:
        return None
    reached = sum(point.capaian >= 100 for point in points)
    headline = kalimat_grafik.judul(kalimat_grafik.SEJAJAR, FaktaKelompok(len(points), len(points), reached), "program")
    said = [
        kalimat_grafik.ekstrem(hal, [Sebutan(value, persen(value), kode) for kode, value in values], berurut=False)
        for hal, values in (
            ("Serapan", [(p.kode, p.serapan) for p in points]),
            ("Capaian", [(p.kode, p.capaian) for p in points]),
        )
    ]
    return ChartSpec(
        id="g-sebaran",
        judul=headline,
        sub=f"Persen; {konteks.pd.singkatan}, {label(prd.periode)}; satu titik satu program; "
        "garis putus-putus = target dan serapan seluruhnya; sumbu tidak mulai dari 0",
        nama=f"Serapan anggaran dan capaian kinerja program, {label(prd.periode)}",
        uraian=kalimat_grafik.uraian([*ucapan_semua(konteks, prd, money)[:1], headline, *said]),
        isi=Sebaran(points, whole),
    )
