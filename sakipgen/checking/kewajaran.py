"""W: what is possible but unlikely. A peringatan is for the Sekretaris and the public; it never blocks.

A unit that explains a figure beside it (`catatan`, `kendala` or `faktor_pendorong`) is not asked again.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from sakipgen.checking._issue import angka, peringatan, rupiah, target
from sakipgen.checking._sekali import sekali
from sakipgen.checking.bentuk import baris_keliru, target_keliru
from sakipgen.checking.isian import memuat
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget, TipeSatuan
from sakipgen.domain.metode import Polaritas
from sakipgen.domain.realisasi import ButirRealisasi, Tanda
from sakipgen.domain.target import Target
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Hasil
from sakipgen.measuring.hitung import CONTEXT, SERATUS
from sakipgen.measuring.periode import nilai_komponen
from sakipgen.measuring.rumus import RumusError, parse_rumus

_TANPA_LANGKAH: Final = frozenset({TipeSatuan.PREDIKAT, TipeSatuan.TANGGAL, TipeSatuan.YA_TIDAK})
"""Where a number only stands for something else: its steps have no size."""
_POSISI: Final = frozenset({Agregasi.TERAKHIR, Agregasi.RERATA, Agregasi.RASIO})
"""How figures are joined that stand for a state and not for an amount."""


class AngkaDilaporkan(NamedTuple):
    """One reported figure."""

    kode: str
    indikator: Indikator
    periode: Periode
    path: PurePosixPath
    butir: ButirRealisasi
    nilai: Decimal

    @property
    def loc(self) -> Loc:
        """The element that says the number; a class of it may stand at its side."""
        scored = self.butir.predikat is not None and self.indikator.peringkat is None
        plain = "komponen" if self.butir.nilai is None else "nilai"
        return ("butir", self.kode, plain if scored else self.butir.isian)

    @property
    def dijelaskan(self) -> bool:
        return any((self.butir.catatan, self.butir.kendala, self.butir.faktor_pendorong))


def kumulatif_tidak_turun(dataset: Dataset) -> Iterator[Issue]:
    """W001 Angka kumulatif turun.

    Indikator dengan target kumulatif dilaporkan sebagai posisi sejak awal tahun, dan tahapan yang selesai tetap
    selesai, jadi angkanya tidak turun dari periode ke periode. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa apakah yang ditulis hanya angka periode itu; bila memang turun, jelaskan pada `catatan`.
    """
    for before, after in _neighbours(dataset):
        kumulatif = after.indikator.mode_target is ModeTarget.KUMULATIF and after.indikator.agregasi in _POSISI
        cumulative = kumulatif or after.indikator.tahapan
        same_year = before.periode.tahun == after.periode.tahun
        if after.indikator.satuan.tipe in _TANPA_LANGKAH or not (cumulative and same_year):
            continue
        if after.nilai < before.nilai and after.butir.catatan is None:
            message = (
                f"nilai kumulatif `{after.kode}` turun dari {angka(before.nilai)} ({before.periode.label_pendek}) "
                f"menjadi {angka(after.nilai)}; periksa angkanya, atau jelaskan pada `catatan`."
            )
            yield peringatan(after.path, after.loc, "W001", message)


def rencana_kumulatif_tidak_mundur(dataset: Dataset) -> Iterator[Issue]:
    """W022 Target kumulatif dalam rencana aksi mundur.

    Target kumulatif menyebut posisi sejak awal tahun, jadi tidak lebih mudah daripada target periode sebelumnya. Sering
    kali target tertukar dengan realisasi atau dengan periode lain. Bila PK perubahan mulai berlaku di antara keduanya,
    targetnya tidak dibandingkan; begitu juga jumlah yang makin rendah makin baik, yang wajar bertambah sepanjang tahun.
    Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: betulkan target yang tertukar; bila setiap periode memang punya targetnya sendiri, isi
    `mode_target: per_periode` dalam kamus.
    """
    for (tahun, _), plan in dataset.rencana_aksi.items():
        for kode, butir in plan.isi.butir.items():
            berkas = dataset.indikator.get(kode)
            if berkas is None or berkas.isi.mode_target is not ModeTarget.KUMULATIF:
                continue
            segments = [segment for segment in berkas.isi.frekuensi.segmen if segment in butir.target]
            for before, after in pairwise(segments):
                first, second = butir.target[before], butir.target[after]
                if not _mundur(berkas.isi, tahun, first, second) or _pk_berganti(dataset, kode, tahun, before, after):
                    continue
                message = (
                    f"target kumulatif `{kode}` mundur dari {target(first)} (`{before}`) menjadi {target(second)}; "
                    "periksa apakah tertukar dengan realisasi, atau isi `mode_target: per_periode` dalam kamus."
                )
                yield peringatan(plan.path, ("butir", kode, "target", after), "W022", message)


def _mundur(indikator: Indikator, tahun: int, before: Target, after: Target) -> bool:
    """Whether one target asks for less than the one before; of a wrong form N019 or R030 speaks."""
    if indikator.satuan.tipe is TipeSatuan.TANGGAL or any(target_keliru(indikator, tahun, t) for t in (before, after)):
        return False
    if before.angka is None or after.angka is None:
        return False
    match indikator.polaritas:
        case Polaritas.NAIK:
            return after.angka < before.angka
        case Polaritas.TURUN:
            return indikator.agregasi in _POSISI and after.angka > before.angka
        case _:
            return False


def _pk_berganti(dataset: Dataset, kode: str, tahun: int, before: str, after: str) -> bool:
    """Whether a PK perubahan came between two periods: then the targets after it are other ones, with its reason."""
    owner = dataset.pemilik_target(kode)
    first, second = (dataset.pk_berlaku(owner, Periode(tahun, segment)) for segment in (before, after))
    return first != second


def realisasi_dalam_pagu(dataset: Dataset) -> Iterator[Issue]:
    """W003 Realisasi anggaran melebihi pagu.

    Belanja di atas pagu hampir selalu salah ketik, kecuali pada BLUD. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa angkanya; bila pagu berubah, isi `pagu: perubahan` dalam berkas program.
    """
    for periode, berkas in dataset.anggaran.items():
        program = dataset.program.get(periode.tahun)
        for kode, row in berkas.isi.butir.items() if program else ():
            if program is None or kode not in program.isi.sub_kegiatan:
                continue
            pagu, _ = program.isi.pagu_pada(kode, periode.akhir)
            if row.realisasi > pagu:
                message = f"realisasi {rupiah(row.realisasi)} melebihi pagu {rupiah(pagu)}; periksa angkanya."
                yield peringatan(berkas.path, ("butir", kode, "realisasi"), "W003", message)


def pembilang_dalam_penyebut(dataset: Dataset) -> Iterator[Issue]:
    """W004 Pembilang lebih besar daripada penyebut.

    Indikator yang rumusnya bagian dibagi keseluruhan jarang melebihi 100 persen. Ini peringatan dan tidak menghalangi
    penerbitan; bila kamus menyebut `batas: maks`, nilai di atasnya ditolak.

    Cara memperbaiki: periksa apakah pembilang dan penyebut tertukar; bila benar, jelaskan pada `catatan`.
    """
    for row in angka_dilaporkan(dataset):
        share = _share(row.indikator)
        komponen = row.butir.komponen
        if share is None or not komponen or row.butir.catatan is not None:
            continue
        part, whole = share
        if komponen.keys() >= {part, whole} and komponen[part] > komponen[whole]:
            message = (
                f"pembilang `{part}` ({angka(komponen[part])}) lebih besar daripada penyebut `{whole}` "
                f"({angka(komponen[whole])}); periksa keduanya, atau jelaskan pada `catatan`."
            )
            yield peringatan(row.path, ("butir", row.kode, "komponen", part), "W004", message)


def persen_dalam_seratus(dataset: Dataset) -> Iterator[Issue]:
    """W005 Persentase melebihi 100.

    Bagian dari keseluruhan tidak melebihi 100 persen. Bila indikator ini memang dapat melebihi 100, misalnya
    pertumbuhan, nyatakan batasnya. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa angkanya; bila benar, isi `batas: maks` dalam kamus indikator.
    """
    found: list[tuple[PurePosixPath, Loc, str, Decimal]] = [
        (row.path, row.loc, row.kode, row.nilai)
        for row in angka_dilaporkan(dataset)
        if row.butir.komponen is None or _share(row.indikator) is None  # of a share W004 speaks
    ]
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        for kode, row in pk.isi.butir.items():
            kamus = dataset.indikator.get(kode)
            value = row.target.angka if row.target.maks is None else row.target.maks
            if kamus and value is not None and not target_keliru(kamus.isi, tahun, row.target):
                found.append((pk.path, ("butir", kode, "target"), kode, value))
    for path, loc, kode, value in found:
        berkas = dataset.indikator.get(kode)
        if berkas is None or berkas.isi.satuan.tipe is not TipeSatuan.PERSEN or berkas.isi.batas.maks is not None:
            continue
        if value > SERATUS:
            message = (
                f"{angka(value)} persen melebihi 100; periksa angkanya, atau isi `batas: maks` dalam kamus `{kode}`."
            )
            yield peringatan(path, loc, "W005", message)


def capaian_tidak_lazim(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """W006 Capaian tidak lazim tingginya.

    Capaian di atas `ambang_periksa_ulang` biasanya berarti target terlalu rendah atau angkanya keliru. Ini peringatan
    dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa angka dan targetnya; bila benar, jelaskan pada `faktor_pendorong` atau `catatan`.
    """
    for row in angka_dilaporkan(dataset):
        year = hasil.tahun.get(row.periode.tahun)
        result = year.indikator.get((row.kode, row.periode)) if year else None
        if result and result.capaian and Tanda.PERLU_DIPERIKSA_ULANG in result.tanda and not row.dijelaskan:
            limit = dataset.metode[row.periode.tahun].isi.ambang_periksa_ulang
            message = (
                f"capaian `{row.kode}` di atas {angka(limit)}%; periksa angka dan targetnya, "
                "atau jelaskan pada `faktor_pendorong`."
            )
            yield peringatan(row.path, row.loc, "W006", message)


def tanpa_lonjakan(dataset: Dataset) -> Iterator[Issue]:
    """W007 Angka melonjak dari periode sebelumnya.

    Perubahan yang melebihi `ambang_lonjakan` dalam metode tahun itu sering kali salah ketik. Ini peringatan dan tidak
    menghalangi penerbitan.

    Cara memperbaiki: periksa angkanya; bila benar, jelaskan pada `catatan`, `kendala`, atau `faktor_pendorong`.
    """
    for before, after in _neighbours(dataset):
        metode = dataset.metode.get(after.periode.tahun)
        flow = after.indikator.mode_target is ModeTarget.KUMULATIF or after.indikator.agregasi not in _POSISI
        if metode is None or flow or after.dijelaskan or not before.nilai or not _berlanjut(before, after):
            continue
        step = CONTEXT.multiply(abs(CONTEXT.subtract(after.nilai, before.nilai)), SERATUS)
        if step > CONTEXT.multiply(metode.isi.ambang_lonjakan, abs(before.nilai)):
            message = (
                f"nilai `{after.kode}` berubah dari {angka(before.nilai)} ({before.periode.label}) menjadi "
                f"{angka(after.nilai)}, lebih dari {angka(metode.isi.ambang_lonjakan)}%; periksa angkanya, "
                "atau jelaskan pada `catatan`."
            )
            yield peringatan(after.path, after.loc, "W007", message)


def _berlanjut(before: AngkaDilaporkan, after: AngkaDilaporkan) -> bool:
    """Whether the step from one figure to the next has a size: in one series, and of an amount."""
    indikator = after.indikator
    broken = indikator.putus_antara(before.periode.tahun, after.periode.tahun)
    return broken is None and not indikator.tahapan and indikator.satuan.tipe not in _TANPA_LANGKAH


def anggaran_tidak_turun(dataset: Dataset) -> Iterator[Issue]:
    """W008 Realisasi anggaran turun.

    Realisasi anggaran ditulis sejak awal tahun, jadi tidak turun dari periode ke periode kecuali ada pengembalian. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tulis realisasi sejak awal tahun, bukan realisasi periode itu saja.
    """
    last: dict[tuple[int, str], tuple[Periode, Decimal]] = {}
    for periode, berkas in sorted(dataset.anggaran.items()):
        for kode, row in berkas.isi.butir.items():
            before, earlier = last.get((periode.tahun, kode), (periode, row.realisasi))
            last[periode.tahun, kode] = periode, row.realisasi
            if row.realisasi < earlier:
                message = (
                    f"realisasi turun dari {rupiah(earlier)} ({before.label}) menjadi {rupiah(row.realisasi)}; "
                    "tulis realisasi sejak awal tahun."
                )
                yield peringatan(berkas.path, ("butir", kode, "realisasi"), "W008", message)


# ── Reported figures ─────────────────────────────────────────────────────────────────────────────────────────────


@sekali
def angka_dilaporkan(dataset: Dataset) -> Iterator[AngkaDilaporkan]:
    """The figures that no galat refuses for their place (R020) or their size (N011)."""
    for (periode, unit), report in dataset.realisasi.items():
        for kode, butir in report.isi.butir.items():
            berkas = dataset.indikator.get(kode)
            if berkas is None or berkas.isi.penanggung_jawab != unit:
                continue
            if baris_keliru(berkas.isi, periode.tahun, butir):
                continue
            value = _value(berkas.isi, butir)
            if value is not None and memuat(berkas.isi.batas, value):
                yield AngkaDilaporkan(kode, berkas.isi, periode, report.path, butir, value)


def _value(indikator: Indikator, butir: ButirRealisasi) -> Decimal | None:
    if butir.komponen is None or butir.nilai is not None:
        return butir.nilai
    if set(butir.komponen) != set(indikator.komponen):
        return None
    try:
        return nilai_komponen(indikator, butir.komponen)
    except (RumusError, KeyError):
        return None


@sekali
def _neighbours(dataset: Dataset) -> Iterator[tuple[AngkaDilaporkan, AngkaDilaporkan]]:
    """Each figure with the one reported before it, in the indikator's own periods."""
    series: dict[str, list[AngkaDilaporkan]] = {}
    for row in angka_dilaporkan(dataset):
        if row.periode.jenis.frekuensi is row.indikator.frekuensi:
            series.setdefault(row.kode, []).append(row)
    for rows in series.values():
        yield from pairwise(sorted(rows, key=lambda row: row.periode))


def _share(indikator: Indikator) -> tuple[str, str] | None:
    """Part and whole of a rumus that divides one komponen by another and takes 100 times of it."""
    if indikator.rumus is None or indikator.satuan.tipe is not TipeSatuan.PERSEN:
        return None
    return _bagian(indikator.rumus)


@cache
def _bagian(rumus: str) -> tuple[str, str] | None:
    try:
        tree = parse_rumus(rumus).pohon
    except RumusError:
        return None
    match tree:
        case (
            ast.BinOp(ast.BinOp(ast.Name(part), ast.Div(), ast.Name(whole)), ast.Mult(), ast.Constant(100))
            | ast.BinOp(ast.Constant(100), ast.Mult(), ast.BinOp(ast.Name(part), ast.Div(), ast.Name(whole)))
            | ast.BinOp(ast.BinOp(ast.Name(part), ast.Mult(), ast.Constant(100)), ast.Div(), ast.Name(whole))
            | ast.BinOp(ast.BinOp(ast.Constant(100), ast.Mult(), ast.Name(part)), ast.Div(), ast.Name(whole))
        ):
            return part, whole
    return None


RULES: Final = (
    kumulatif_tidak_turun,
    rencana_kumulatif_tidak_mundur,
    realisasi_dalam_pagu,
    pembilang_dalam_penyebut,
    persen_dalam_seratus,
    tanpa_lonjakan,
    anggaran_tidak_turun,
)
RULES_HASIL: Final = (capaian_tidak_lazim,)
