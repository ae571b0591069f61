"""Worked examples of a year's method, taken from its own rows: the first row that shows a case, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Capaian, HasilIndikator, HasilKelompok, Jenjang
from sakipgen.measuring.hitung import round_half_up
from sakipgen.measuring.kelompok import CARA
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapTahun
from sakipgen.rendering import jejak, kata_metode
from sakipgen.rendering.cetak import Angka, Hari, angka_lengkap, angka_persen
from sakipgen.rendering.jejak_kelompok import bagian, bagian_seluruhnya
from sakipgen.rendering.kata_metode import AGREGASI
from sakipgen.rendering.kata_rumus import KATA, rerata
from sakipgen.rendering.nilai import di_kalimat
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import label
from sakipgen.rendering.pages.ucapan import target_diubah, tertulis
from sakipgen.rendering.ucap import Ucap, html

_TERBANYAK: Final = 6
"""So many figures one line of an example holds."""


@dataclass(frozen=True, slots=True)
class Contoh:
    """A calculation of a live row."""

    nama: str
    kode: str
    alamat: str
    waktu: str
    hitungan: Markup


@dataclass(frozen=True, slots=True)
class Kasus:
    """A rule in words, its symbols where it has any, and an example where the year has one."""

    judul: str
    kata: str
    rumus: str | None
    contoh: Contoh | None


def _baris(tahun: RekapTahun) -> Iterator[BarisIndikator]:
    """The rows of the year, then those of its periods from the latest on."""
    for prd in reversed(tahun.periode):
        yield from prd.indikator


def _cari(tahun: RekapTahun, syarat: Callable[[BarisIndikator], bool]) -> BarisIndikator | None:
    return next((row for row in _baris(tahun) if syarat(row)), None)


def _contoh(row: BarisIndikator, hitungan: Markup) -> Contoh:
    return Contoh(row.indikator.nama, row.kode, alamat.indikator(row.kode), label(row.hasil.periode), hitungan)


# ── From target to capaian ───────────────────────────────────────────────────────────────────────────────────────


def formula(tahun: RekapTahun) -> Iterator[Kasus]:
    """Yields each formula of the year: those of its policy, then those that single indikator ask for."""
    policy = tahun.metode.formula
    own = (policy.naik, policy.turun, policy.stabil, policy.rentang)
    used = [f for f in FormulaCapaian if any(row.hasil.formula is f for row in tahun.setahun.indikator)]
    for found in dict.fromkeys((policy.naik, policy.turun, *used)):
        words, symbols = KATA[found]
        special = "" if found in own else f" Dipakai hanya oleh indikator {_PEMAKAI.get(found, _MENYEBUT)}."
        row = _cari(tahun, lambda r, f=found: r.hasil.formula is f and _biasa(r))  # type: ignore[misc]
        yield Kasus(
            judul=words.partition(":")[0],
            kata=f"{words.partition(': ')[2].capitalize()}{special}",
            rumus=symbols,
            contoh=_capaian(row),
        )


_MENYEBUT: Final = "yang menyebutnya pada kamus"
_PEMAKAI: Final = {
    FormulaCapaian.PREDIKAT: f"bersatuan predikat dan indikator {_MENYEBUT}",
    FormulaCapaian.TANGGAL: f"bersatuan tanggal dan indikator {_MENYEBUT}",
    FormulaCapaian.BINER: f"bersatuan ya atau tidak dan indikator {_MENYEBUT}",
    FormulaCapaian.TAHAPAN: "yang punya tahapan pada kamus",
}
"""Who asks for a formula, where not only its name does."""


_TANPA_PEMBAGI: Final = frozenset(
    {FormulaCapaian.LINTASAN, FormulaCapaian.BINER, FormulaCapaian.TANGGAL, FormulaCapaian.MANUAL}
)
"""The formulas that do not divide by the target: zero and sign of it are like any other."""


def _biasa(row: BarisIndikator) -> bool:
    """Whether neither zero, sign nor floor plays a part."""
    c, target = row.hasil.capaian, row.hasil.target
    if c is None or target is None or c.mentah != c.capaian:
        return False
    return target > 0 or row.hasil.formula in _TANPA_PEMBAGI


def _capaian(row: BarisIndikator | None) -> Contoh | None:
    if row is None:
        return None
    line = jejak.hitungan(row)
    return _contoh(row, html(line)) if line is not None else None


_NAIK: Final = FormulaCapaian.NAIK
_TURUN: Final = (FormulaCapaian.TURUN_SELISIH, FormulaCapaian.TURUN_RASIO)


def khusus(tahun: RekapTahun) -> Iterator[Kasus]:
    """Yields how zero and negative targets and the floor are handled."""
    floor = tahun.metode.lantai or 0
    yield Kasus(
        judul="Target nol, makin tinggi makin baik",
        kata="Realisasinya ditampilkan dengan keterangan “tidak ditargetkan”, tanpa capaian dan tanpa kategori.",
        rumus=None,
        contoh=_nol(tahun),
    )
    yield Kasus(
        judul="Target nol, makin rendah makin baik",
        kata="Target nol berarti tanpa toleransi: realisasi nol berarti 100%, satu kejadian saja berarti 0%.",
        rumus=None,
        contoh=_terhitung(tahun, lambda hasil, _: hasil.target == 0 and hasil.formula in _TURUN),
    )
    yield Kasus(
        judul="Target negatif",
        kata="Selisih realisasi terhadap target dibandingkan dengan besar target tanpa tandanya.",
        rumus=None,
        contoh=_terhitung(tahun, lambda hasil, _: (hasil.target or 0) < 0 and hasil.formula in {_NAIK, *_TURUN}),
    )
    yield Kasus(
        judul="Capaian di bawah batas terendah",
        kata=kata_metode.lantai(tahun.metode),
        rumus=None,
        contoh=_terhitung(tahun, lambda _, capaian: capaian.mentah is not None and capaian.mentah < floor),
    )


def _terhitung(tahun: RekapTahun, syarat: Callable[[HasilIndikator, Capaian], bool]) -> Contoh | None:
    """The calculation of the first row whose capaian shows the case."""
    return _capaian(_cari(tahun, lambda r: r.hasil.capaian is not None and syarat(r.hasil, r.hasil.capaian)))


def _nol(tahun: RekapTahun) -> Contoh | None:
    """A figure where nothing was promised."""
    row = _cari(tahun, lambda r: r.hasil.target == 0 and r.hasil.realisasi is not None and r.hasil.formula is _NAIK)
    if row is None or row.hasil.target is None or row.hasil.realisasi is None:
        return None
    ref, year = f"capaian/{sel.kunci(row.hasil)}/", row.hasil.periode.tahun
    goal = sel.nilai_prosa(row.indikator, row.hasil.target, f"{ref}target", year)
    figure = sel.nilai_prosa(row.indikator, row.hasil.realisasi, f"{ref}realisasi", year)
    return _contoh(row, Markup("target {}, realisasi {}: <b>tidak ditargetkan</b>").format(goal, figure))


def dibatasi(tahun: RekapTahun) -> Contoh | None:
    """Returns a capaian above the cap, and what goes into the mean instead."""
    row = _cari(tahun, lambda r: r.hasil.capaian is not None and r.hasil.capaian.agregat < r.hasil.capaian.capaian)
    if row is None or row.hasil.capaian is None:
        return None
    ref = f"capaian/{sel.kunci(row.hasil)}/"
    shown = angka_persen(row.hasil.capaian.capaian, f"{ref}capaian")
    counted = angka_persen(row.hasil.capaian.agregat, f"{ref}capaian_agregat")
    return _contoh(row, Markup("capaian {} dihitung <b>{}</b> saat dirata-ratakan").format(shown, counted))


def di_celah(tahun: RekapTahun) -> Contoh | None:
    """Returns a capaian between two classes of the printed table, with the class it falls in."""
    skala = tahun.metode.skala
    gaps = [
        (lower.maks, upper.min)
        for upper, lower in zip(skala.kelas, skala.kelas[1:], strict=False)
        if upper.min is not None and lower.maks is not None
    ]
    row = _cari(
        tahun, lambda r: (c := r.hasil.capaian) is not None and any(low < c.capaian < high for low, high in gaps)
    )
    if row is None or row.hasil.capaian is None:
        return None
    value = angka_persen(row.hasil.capaian.capaian, f"capaian/{sel.kunci(row.hasil)}/capaian")
    return _contoh(row, Markup("{} masuk kelas <b>{}</b>").format(value, row.hasil.capaian.kelas.label))


def pembulatan(tahun: RekapTahun) -> Contoh | None:
    """Returns a capaian with more decimals than are printed."""
    row = _cari(tahun, lambda r: (c := r.hasil.capaian) is not None and c.capaian != round_half_up(c.capaian, 2))
    if row is None or row.hasil.capaian is None:
        return None
    ref, value = f"capaian/{sel.kunci(row.hasil)}/capaian", row.hasil.capaian.capaian
    whole, shown = angka_lengkap(value, ref, "%"), angka_persen(value, ref)
    return _contoh(row, Markup("{} ditulis <b>{}</b>").format(whole, shown))


# ── From months to a year ────────────────────────────────────────────────────────────────────────────────────────


def agregasi(tahun: RekapTahun) -> Iterator[Kasus]:
    """Yields each way of joining periods that an indikator of the year uses."""
    used = {row.indikator.agregasi for row in tahun.setahun.indikator}
    for found in Agregasi:
        if found in used:
            row = _cari(tahun, lambda r, a=found: r.indikator.agregasi is a and _bersusun(r))  # type: ignore[misc]
            yield Kasus(_NAMA[found], AGREGASI[found], None, _gabungan(row) if row else None)


_NAMA: Final = {
    Agregasi.JUMLAH: "Dijumlahkan",
    Agregasi.RERATA: "Dirata-ratakan",
    Agregasi.TERAKHIR: "Angka terakhir",
    Agregasi.RASIO: "Perbandingan dihitung ulang",
    Agregasi.MAKS: "Angka tertinggi",
    Agregasi.MIN: "Angka terendah",
}


def _laporan(row: BarisIndikator) -> list[tuple[Periode, Decimal]]:
    return [(lap.periode, lap.nilai) for lap in row.laporan if lap.nilai is not None]


def _bersusun(row: BarisIndikator) -> bool:
    """Whether a row was joined from several reports, all of them its own, and from few enough to show."""
    own = {periode for periode, _ in _laporan(row)}
    used = {one.periode for one in row.hasil.dari}
    return row.hasil.realisasi is not None and used <= own and 1 < len(own) <= _TERBANYAK


def _gabungan(row: BarisIndikator) -> Contoh | None:
    line = jejak.penggabungan(row)
    if line is None or row.hasil.realisasi is None:
        return None
    if row.indikator.agregasi not in _TERPILIH:
        return _contoh(row, html(line))
    reported = [
        di_kalimat(row.indikator, value, p.tahun).angka(value, f"realisasi/{row.kode}:{p}/nilai")
        for p, value in _laporan(row)
    ]
    ref = f"capaian/{sel.kunci(row.hasil)}/realisasi"
    answer = sel.nilai_prosa(row.indikator, row.hasil.realisasi, ref, row.hasil.periode.tahun)
    return _contoh(row, Markup("dari {} dipakai <b>{}</b>").format(_deret(reported), answer))


def _deret(figures: list[Angka]) -> Markup:
    """Two or more figures as a list: `12,5 dan 14`, `12,5; 13; dan 14`."""
    *first, last = figures
    return Markup("{}{} dan {}").format(Markup("; ").join(first), ";" if len(first) > 1 else "", last)


_TERPILIH: Final = frozenset({Agregasi.TERAKHIR, Agregasi.MAKS, Agregasi.MIN})
"""One of the reported figures is taken, the others are not."""


# ── From indikator to groups ─────────────────────────────────────────────────────────────────────────────────────


def sasaran(tahun: RekapTahun) -> Contoh | None:
    """Returns the mean of a sasaran, of several indikator if there is one."""
    rows = [(prd, row) for prd in reversed(tahun.periode) for row in prd.sasaran if row.hasil.capaian is not None]
    found = next((pair for pair in rows if pair[1].hasil.terukur.dari > 1), rows[0] if rows else None)
    if found is None:
        return None
    prd, row = found
    members = [m for m in tahun.anggota if m.jenjang is Jenjang.SASARAN and m.kode == row.kode]
    line = _mean(rerata(tahun.metode.agregasi_sasaran, bagian(prd, members)), row.hasil, f"sasaran/{row.kode}:")
    return Contoh(row.uraian, row.kode, alamat.sasaran(row.kode), label(prd.periode), line)


def _mean(parts: Ucap, hasil: HasilKelompok, ref: str) -> Markup:
    answer = angka_persen(hasil.capaian or Decimal(0), f"{ref}{hasil.periode}/capaian")
    return Markup("{} = <b>{}</b>").format(html(parts), answer)


def perangkat_daerah(tahun: RekapTahun) -> Contoh | None:
    """Returns the mean of the perangkat daerah in the latest period of which all parts are published."""
    cara = CARA[tahun.metode.agregasi_perangkat_daerah]
    for prd in reversed(tahun.periode):
        parts = bagian_seluruhnya(tahun, prd)
        if prd.perangkat_daerah.capaian is not None and parts:
            line = _mean(rerata(cara, parts), prd.perangkat_daerah, "perangkat_daerah/")
            return Contoh("Rekapitulasi", "", alamat.periode(prd.periode), label(prd.periode), line)
    return None


# ── On time ──────────────────────────────────────────────────────────────────────────────────────────────────────


def terlambat(tahun: RekapTahun, instansi: Instansi) -> Contoh | None:
    """Returns a report that came after its day."""
    row = next((row for row in tahun.pengiriman if row.dikirim and row.hari_terlambat), None)
    if row is None or row.dikirim is None:
        return None
    late = Angka(
        Decimal(row.hari_terlambat), f"pengiriman/{row.unit}:{row.periode}/hari_terlambat", str(row.hari_terlambat)
    )
    line = Markup("jatuh tempo {}, disampaikan {}: terlambat <b>{} hari</b>").format(
        Hari(row.jatuh_tempo), Hari(row.dikirim), late
    )
    return Contoh(instansi.unit_kerja[row.unit].nama, "", alamat.bidang(row.unit), label(row.periode), line)


# ── Changes ──────────────────────────────────────────────────────────────────────────────────────────────────────


def murni(tahun: RekapTahun) -> Contoh | None:
    """Returns a capaian against both the first PK and the one in force, of a target that they state differently."""
    targets: dict[str, list[BarisTarget]] = {}
    for one in tahun.target:
        targets.setdefault(one.kode, []).append(one)
    signed = {kode: tertulis(found) for kode, found in targets.items()}
    row = _cari(
        tahun,
        lambda r: (
            r.hasil.capaian_murni is not None
            and r.hasil.capaian_tahun is not None
            and target_diubah(r, signed[r.kode]) is not None
        ),
    )
    if row is None or row.hasil.capaian_murni is None or row.hasil.capaian_tahun is None:
        return None
    ref = f"capaian/{sel.kunci(row.hasil)}/"
    first = angka_persen(row.hasil.capaian_murni, f"{ref}capaian_murni")
    now = angka_persen(row.hasil.capaian_tahun, f"{ref}capaian_tahun")
    return _contoh(row, Markup("terhadap PK murni {}, terhadap PK perubahan <b>{}</b>").format(first, now))


def koreksi(tahun: RekapTahun) -> Contoh | None:
    """Returns a figure that changed after its period was closed."""
    for row in _baris(tahun):
        for change in row.koreksi:
            if change.realisasi_lama is not None and change.realisasi_baru not in {None, change.realisasi_lama}:
                ref = f"koreksi/{change.kode}:{change.periode}/"
                old = sel.nilai_prosa(
                    row.indikator, change.realisasi_lama, f"{ref}realisasi_lama", change.periode.tahun
                )
                new = sel.nilai_prosa(
                    row.indikator, change.realisasi_baru, f"{ref}realisasi_baru", change.periode.tahun
                )
                line = Markup("semula {}, menjadi <b>{}</b>").format(old, new)
                page = alamat.koreksi(change.periode, change.kode)
                return Contoh(row.indikator.nama, row.kode, page, label(change.periode), line)
    return None
