"""From a row to its sentences: the facts that the grammar asks for, and the values that fill its patterns."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakipgen.domain.dataset import MURNI
from sakipgen.domain.indikator import Agregasi, Indikator, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.arah import jarak
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.rekap import BarisIndikator, BarisKoreksi, BarisTarget, Laporan
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import Angka, Hari, angka_persen, ringkas
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_indikator import INDIKATOR, TAMBAHAN, Cara, FaktaIndikator, tanpa_target
from sakipgen.rendering.nilai import TargetCetak, patokan_prosa, selisih
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks, label

JAUH: Final = Decimal(120)
"""Above this capaian next year's target deserves a second look."""
KASUS_KECIL: Final = Decimal(20)


def ucapkan(
    konteks: Konteks, row: BarisIndikator, targets: Sequence[BarisTarget], *, selesai: bool
) -> tuple[Kalimat, ...]:
    """Returns the verdict on an indikator in a period, then what is to be added; `targets` are the year's."""
    steps = target_diubah(row, tertulis(targets)) or ()
    last = next((lap for lap in reversed(row.laporan) if lap.nilai is not None), None)
    cases = penyebut(row.indikator, row)
    facts = _fakta(row, last, len(steps), cases, selesai=selesai and row.hasil.periode.jenis is JenisPeriode.TAHUN)
    isian = _isian(row, last, selesai=selesai) | dict(_isian_diubah(row, steps))
    if last and (stated := last.butir.capaian_dinyatakan):
        isian["penyetuju"] = konteks.jabatan(stated.disetujui_oleh)
    if cases is not None:
        isian["kasus"] = ringkas(cases, 6)
    main = Kalimat(kalimat.pilih(INDIKATOR, facts).teks, isian)
    return (main, *kalimat.tambahan(TAMBAHAN, facts, isian))


def _fakta(
    row: BarisIndikator, last: Laporan | None, janji: int, cases: Decimal | None, *, selesai: bool
) -> FaktaIndikator:
    """What is to be known of a row; `janji` counts its targets if they changed, `selesai` is of a year that is over."""
    hasil = row.hasil
    capaian = hasil.capaian
    day = row.indikator.satuan.tipe is TipeSatuan.TANGGAL  # how many days early says nothing as a percentage
    return FaktaIndikator(
        status=hasil.status,
        cara=_cara(row),
        tanpa_target=tanpa_target(hasil) if hasil.status is Status.TIDAK_DITARGETKAN else None,
        tercapai=bool(capaian and capaian.tercapai),
        sama=hasil.realisasi == hasil.target,
        bertanda=hasil.tanda_target.target is not None,
        di_luar=_sisi(hasil) is not None,
        arah=row.perubahan.arah if row.perubahan else None,
        putus=row.putus is not None,
        antara=hasil.target_tahun is not None
        and (hasil.target_tahun, hasil.maks.tahun) != (hasil.target, hasil.maks.target),
        terhadap_setahun=hasil.capaian_tahun is not None,
        menunggu_setahun=sel.menunggu_setahun(row, hasil.capaian_tahun),
        bagian=hasil.formula in _BAGIAN and (hasil.target_tahun or 0) > 0,
        jauh_melampaui=bool(capaian and capaian.capaian > JAUH) and not day and selesai and hasil.terukur.lengkap,
        periksa_ulang=Tanda.PERLU_DIPERIKSA_ULANG in hasil.tanda,
        sementara=Tanda.SEMENTARA in hasil.tanda,
        data_terdahulu=Tanda.DATA_TERDAHULU in hasil.tanda,
        tahun_data=bool(last and last.butir.tahun_data and last.butir.tahun_data != hasil.periode.tahun),
        sebagian=hasil.realisasi is not None
        and row.indikator.agregasi is Agregasi.JUMLAH
        and not hasil.terukur.lengkap,
        target_sebagian=row.target_sebagian,
        selesai=selesai,
        target_diubah=janji > 1,
        berkali=janji > 2,
        murni=hasil.capaian_murni is not None,
        dikoreksi=any(_angka_berubah(k) for k in row.koreksi),
        kasus_kecil=cases is not None and cases < KASUS_KECIL,
        beralasan=hasil.alasan is not None,
    )


def _sisi(hasil: HasilIndikator) -> str | None:
    """On which side a figure lies beyond its target; None within its band, and where one of both is missing."""
    low = hasil.target
    if low is None or hasil.realisasi is None or not jarak(hasil.realisasi, low, hasil.maks.target):
        return None
    side = "di bawah" if hasil.realisasi < low else "di atas"
    return side if hasil.maks.target in {None, low} else f"{side} rentang"


_BAGIAN: Final = frozenset({FormulaCapaian.NAIK, FormulaCapaian.TAHAPAN})
"""Realisasi by target: the capaian is a share of the target."""


def _cara(row: BarisIndikator) -> Cara:
    """How a verdict on this indikator is said."""
    found = _CARA_SATUAN.get(row.indikator.satuan.tipe)
    if row.hasil.formula is FormulaCapaian.MANUAL:
        return Cara.MANUAL
    return found or Cara(row.indikator.polaritas.value)


_CARA_SATUAN: Final = {
    TipeSatuan.YA_TIDAK: Cara.YA_TIDAK,
    TipeSatuan.TANGGAL: Cara.TANGGAL,
    TipeSatuan.PREDIKAT: Cara.PREDIKAT,
}


def _isian(row: BarisIndikator, last: Laporan | None, *, selesai: bool) -> dict[str, object]:
    hasil, indikator = row.hasil, row.indikator
    found: dict[str, object] = {
        "waktu": _waktu(indikator, hasil.periode, last, selesai=selesai),
        "periode": label(hasil.periode),
        "tempo": Hari(hasil.jatuh_tempo),
        "terlambat": sel.hari_terlambat(hasil),
        "alasan": hasil.alasan,
        "ada": hasil.terukur.ada,
        "dari": hasil.terukur.dari,
        "lalu": label(Periode(hasil.periode.tahun - 1, hasil.periode.segmen)),
    }
    found |= dict(_angka(row)) | dict(_perubahan(row))
    if hasil.realisasi is not None and hasil.target is not None:
        found["sisi"] = _sisi(hasil)
        found["selisih"] = selisih(indikator, jarak(hasil.realisasi, hasil.target, hasil.maks.target))
    if last:
        found |= {"posisi": last.periode.label, "tahun_data": last.butir.tahun_data}
    return found


def _angka(row: BarisIndikator) -> Iterator[tuple[str, object]]:
    """The figures of a row that a sentence may name."""
    hasil = row.hasil
    ref = f"capaian/{sel.kunci(hasil)}/"
    for name in ("realisasi", "target", "target_tahun"):
        value: Decimal | None = getattr(hasil, name)
        if value is not None:
            figure = sel.nilai_prosa(row.indikator, value, f"{ref}{name}", hasil.periode.tahun, sel.desimal(row))
            yield name, figure if name == "realisasi" else _dengan_tanda(row, name, figure, ref)
    percents = {
        "capaian": hasil.capaian.capaian if hasil.capaian else None,
        "capaian_tahun": hasil.capaian_tahun,
        "capaian_murni": hasil.capaian_murni,
    }
    yield from ((name, angka_persen(n, f"{ref}{name}")) for name, n in percents.items() if n is not None)


def _angka_berubah(koreksi: BarisKoreksi) -> bool:
    """Whether the figure itself was another one before: not so of a capaian stated anew, or a predikat beside it."""
    return koreksi.realisasi_lama not in {None, koreksi.realisasi_baru}


def _perubahan(row: BarisIndikator) -> Iterator[tuple[str, object]]:
    """What a sentence about another time may name: the year before, a correction, a break of the series."""
    tahun = row.hasil.periode.tahun
    for koreksi in row.koreksi:
        if _angka_berubah(koreksi) and koreksi.realisasi_lama is not None:
            yield "tanggal_koreksi", Hari(koreksi.isi.tanggal)
            old = f"koreksi/{koreksi.kode}:{koreksi.periode}/realisasi_lama"
            yield "semula", sel.nilai_prosa(row.indikator, koreksi.realisasi_lama, old, tahun)
    if row.perubahan:
        before = f"capaian/{sel.kunci(row.hasil)}/perubahan_sebelumnya"
        yield "sebelumnya", sel.nilai_prosa(row.indikator, row.perubahan.sebelumnya, before, tahun - 1)
    if row.putus is not None:
        yield "tahun_putus", row.putus
        yield "sebab_putus", row.indikator.putus_seri[row.putus].rstrip(".")


def _waktu(indikator: Indikator, periode: Periode, last: Laporan | None, *, selesai: bool) -> str:
    if not selesai and last:
        return f"Sampai {last.periode.label}"
    if indikator.agregasi is Agregasi.JUMLAH:
        return f"{'Sepanjang' if periode.jenis is JenisPeriode.TAHUN else 'Sampai'} {label(periode)}"
    return f"Pada {label(periode)}"


def target_diubah(row: BarisIndikator, signed: Mapping[str, BarisTarget]) -> tuple[BarisTarget, ...] | None:
    """Returns the first target of a year, then each that changed it; None where the PK in force repeats the first."""
    versions, now = list(signed), row.hasil.versi_pk
    if now is None:
        return None
    known = [signed[versi] for versi in versions[: versions.index(now) + 1]]
    if not known[-1].bentuk.berbeda(known[0].bentuk):
        return None
    return (known[0], *(after for before, after in pairwise(known) if after.bentuk.berbeda(before.bentuk)))


def _isian_diubah(row: BarisIndikator, steps: Sequence[BarisTarget]) -> Iterator[tuple[str, object]]:
    """What the sentence about an amended target says."""
    if steps:
        yield "target_semula", _target(row, steps[0])
        yield "target_kini", _target(row, steps[-1])
        yield "dasar", nama_pk(steps[-1].versi)
        if signed := steps[-1].tanggal:
            yield "tanggal_dasar", Hari(signed)
        yield "kali", _kali(len(steps) - 1)


_BILANGAN: Final = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"]


def _kali(n: int) -> str:
    """A number as prose writes it: in words up to ten."""
    return _BILANGAN[n - 1] if n <= len(_BILANGAN) else str(n)


def tertulis(targets: Iterable[BarisTarget]) -> dict[str, BarisTarget]:
    """Returns what each version of the PK states, among the targets of one indikator in one year."""
    return {t.versi: t for t in targets if t.jenis == "perjanjian_kinerja"}


def _target(row: BarisIndikator, target: BarisTarget) -> TargetCetak:
    ref = sel.rujukan_target(target)
    number = sel.nilai_prosa(row.indikator, target.nilai, ref, target.tahun)
    upper = target.bentuk.maks
    high = (
        None
        if upper is None
        else sel.nilai_prosa(row.indikator, upper, f"{ref.removesuffix('nilai')}maks", target.tahun)
    )
    return patokan_prosa(number, high, target.bentuk.tanda)


def _dengan_tanda(row: BarisIndikator, name: str, figure: Angka, ref: str) -> TargetCetak:
    """A target of a row in a sentence: of a band both bounds, of a bound its words."""
    which: sel.NamaTarget = "target" if name == "target" else "tahun"
    upper: Decimal | None = getattr(row.hasil.maks, which)
    tahun = row.hasil.periode.tahun
    high = (
        None if upper is None else sel.nilai_prosa(row.indikator, upper, f"{ref}{name}_maks", tahun, sel.desimal(row))
    )
    return patokan_prosa(figure, high, getattr(row.hasil.tanda_target, which))


def nama_pk(versi: str) -> str:
    """Returns the name of a version: `Perjanjian Kinerja`, `Perjanjian Kinerja Perubahan ke-1`."""
    if versi == MURNI:
        return "Perjanjian Kinerja"
    return f"Perjanjian Kinerja Perubahan ke-{versi.rpartition('-')[2]}"


def penyebut(indikator: Indikator, row: BarisIndikator) -> Decimal | None:
    """Returns the figure that the rumus divides by, where that is one komponen."""
    if indikator.rumus is None or row.hasil.komponen is None:
        return None
    for node in ast.walk(parse_rumus(indikator.rumus).pohon):
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.Name(id=name)):
                return row.hasil.komponen.get(name)
    return None
