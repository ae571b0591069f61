"""N, S and T across files: what a number, a status or a year means once the kamus is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking import bentuk
from sakipgen.checking._issue import angka, galat
from sakipgen.checking._sekali import sekali
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Batas, Indikator
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.target import Target
from sakipgen.domain.tertulis import BENTUK
from sakipgen.measuring.bentuk import angka as angka_bentuk
from sakipgen.measuring.periode import nilai_komponen
from sakipgen.measuring.rumus import RumusError

_SEPERTI_RIBUAN: Final = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
DESIMAL_AMAN: Final = 3


def angka_tidak_ambigu(dataset: Dataset) -> Iterator[Issue]:
    """N002 Angka yang dapat berarti ribuan atau pecahan.

    `1.234` dapat berarti seribu dua ratus tiga puluh empat atau satu koma dua tiga empat. Bila indikatornya dicetak
    dengan kurang dari tiga desimal, penulisan itu ditolak. Tanda kutip tidak mengubah apa-apa.

    Cara memperbaiki: tulis `1234` bila maksudnya ribuan. Bila maksudnya pecahan, buang nol di belakangnya, misalnya
    `1.2` untuk `1.200`; bila tidak ada nolnya, tambahkan satu: `1.2340`.
    """
    for path, loc, kode, value in _figures(dataset):
        berkas = dataset.indikator.get(kode)
        text = format(value, "f")
        if berkas and berkas.isi.desimal < DESIMAL_AMAN and _SEPERTI_RIBUAN.fullmatch(text):
            whole, comma = text.replace(".", ""), text.replace(".", ",")
            part = _pecahan(text)
            message = f'"{text}" ambigu: {whole} atau {comma}? tulis `{whole}` bila ribuan, `{part}` bila pecahan.'
            yield galat(path, loc, "N002", message)


def _pecahan(text: str) -> str:
    """The shortest way to write a fraction of three digits that is taken for no thousands."""
    short = text.rstrip("0").rstrip(".")
    return short if short != text else f"{text}0"


def _figures(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, Decimal]]:
    """Every number that belongs to an indikator: the file, the element, the kode, the value."""
    for berkas in dataset.indikator.values():
        for name, field in (("baseline", "nilai"), ("standar_nasional", "nilai"), ("batas", "min"), ("batas", "maks")):
            value = getattr(getattr(berkas.isi, name), field, None)
            if value is not None and (name == "batas" or not bentuk.bentuk_wajib(berkas.isi)):
                yield berkas.path, (name, field), berkas.path.stem, value
    yield from _targets(dataset)
    for path, kode, row, tahun in _rows(dataset):
        if (value := _written(dataset, kode, row, tahun)) is not None:
            yield path, ("butir", kode, "nilai"), kode, value
        for name, part in (row.komponen or {}).items():
            yield path, ("butir", kode, "komponen", name), kode, part


@sekali
def _targets(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, Decimal]]:
    """The numbers of targets; of one in a wrong form N019 or R030 speaks."""
    for path, loc, kode, tahun, target in bentuk.targets(dataset):
        berkas = dataset.indikator.get(kode)
        if berkas and not bentuk.target_keliru(berkas.isi, tahun, target):
            yield from ((path, (*loc, *at), kode, value) for at, value in _numbers(berkas.isi, tahun, target))


def _numbers(indikator: Indikator, tahun: int, target: Target) -> Iterator[tuple[Loc, Decimal]]:
    """The numbers of a target that were written as numbers, each with the element below the target that says it."""
    if target.tanggal or target.terpenuhi or target.tahapan:
        return
    if target.predikat and target.nilai == angka_bentuk(indikator, tahun, predikat=target.predikat):
        return
    for name in _ANGKA_TARGET:
        value = getattr(target, name)
        if value is not None:
            plain = name == "nilai" and target.predikat is None
            yield () if plain else (name,), value


_ANGKA_TARGET: Final = ("nilai", "paling_sedikit", "lebih_dari", "paling_banyak", "kurang_dari", "min", "maks")


def _written(dataset: Dataset, kode: str, row: ButirRealisasi, tahun: int) -> Decimal | None:
    """The value of a row that was written as a number; None of another form, of a wrong one N019 or R030 speaks."""
    berkas = dataset.indikator.get(kode)
    if berkas is None or bentuk.bentuk_wajib(berkas.isi) or bentuk.baris_keliru(berkas.isi, tahun, row):
        return None
    return row.nilai


def _rows(dataset: Dataset) -> Iterator[tuple[PurePosixPath, str, ButirRealisasi, int]]:
    for path, kode, row, periode in bentuk.rows(dataset):
        yield path, kode, row, periode.tahun


def nilai_atau_status(dataset: Dataset) -> Iterator[Issue]:
    """N009 Nilai kosong tanpa status.

    Data yang belum ada tidak dikosongkan begitu saja dan tidak ditulis 0. Nyatakan mengapa belum ada.

    Cara memperbaiki: isi angkanya, atau hapus isian kosong itu lalu tulis `status: menunggu_rilis`, `tidak_tersedia`,
    atau `tidak_berlaku` beserta `alasan`.
    """
    for path, kode, row, _ in _rows(dataset):
        other = any(getattr(row, name) is not None for name in BENTUK)  # of a form that says nothing N019 speaks
        if row.nilai is None and not row.komponen and row.status is None and not other:
            berkas = dataset.indikator.get(kode)
            wanted = bentuk.bentuk_wajib(berkas.isi) if berkas else None
            cure = f"`{wanted}`" if wanted else "angkanya"
            field = wanted or ("komponen" if berkas and berkas.isi.komponen else "nilai")
            message = (
                f"`capaian_dinyatakan` sudah ada, realisasi `{kode}` belum; tambahkan `{field}`."
                if row.capaian_dinyatakan
                else f"realisasi `{kode}` kosong dan tanpa status; isi {cure}, "
                "atau tulis `status: menunggu_rilis` (atau `tidak_tersedia`, `tidak_berlaku`) dengan `alasan`."
            )
            yield galat(path, ("butir", kode, wanted or "nilai"), "N009", message)


def nilai_dan_status(dataset: Dataset) -> Iterator[Issue]:
    """N010 Angka dan status bertentangan.

    Satu realisasi punya angka, atau status mengapa angkanya belum ada; tidak keduanya. Angka nol adalah angka. Nilai
    yang dihitung dari komponen tidak ditulis lagi, kecuali bila kamus menyebut `nilai_resmi: ya`.

    Cara memperbaiki: hapus `status` bila angkanya benar, atau hapus angkanya bila datanya belum ada.
    """
    for path, kode, row, _ in _rows(dataset):
        berkas = dataset.indikator.get(kode)
        isi = berkas.isi if berkas else None
        stated = isi is not None and isi.formula_sendiri is FormulaCapaian.MANUAL  # of another one N020 speaks
        names = (*BENTUK, "nilai", "komponen", *(("capaian_dinyatakan",) if stated else ()))
        filled = [name for name in names if getattr(row, name) is not None]
        if row.status is not None and filled:
            message = f"ada `{filled[0]}` dan `status: {row.status}` sekaligus; hapus salah satunya."
            yield galat(path, ("butir", kode, "status"), "N010", message, at_key=True)
        elif isi and _two_figures(isi, row):
            message = "ada `nilai` dan `komponen` sekaligus; nilai dihitung dari komponen; hapus `nilai`."
            yield galat(path, ("butir", kode, "nilai"), "N010", message, at_key=True)


def _two_figures(indikator: Indikator, row: ButirRealisasi) -> bool:
    """Whether a value stands beside what makes it; of komponen that the kamus does not have R018 speaks."""
    both = row.nilai is not None and row.komponen is not None
    plain = all(getattr(row, name) is None for name in BENTUK if name != "predikat")  # of others N019 speaks
    return both and plain and bool(indikator.komponen) and not indikator.nilai_resmi


def status_beralasan(dataset: Dataset) -> Iterator[Issue]:
    """S010 Status tanpa alasan, atau alasan tanpa status.

    Pembaca berhak tahu mengapa sebuah angka tidak ada.

    Cara memperbaiki: tulis `alasan:` dalam satu kalimat, misalnya dari mana dan kapan datanya akan terbit.
    """
    for path, kode, row, _ in _rows(dataset):
        if row.status is not None and row.alasan is None:
            message = f"`status: {row.status}` memerlukan `alasan`; tulis alasannya dalam satu kalimat."
            yield galat(path, ("butir", kode, "status"), "S010", message)
        if row.alasan is not None and row.status is None:
            message = "`alasan` hanya untuk `status`; pindahkan ke `catatan`, atau tulis statusnya."
            yield galat(path, ("butir", kode, "alasan"), "S010", message, at_key=True)


def dalam_batas(dataset: Dataset) -> Iterator[Issue]:
    """N011 Nilai di luar batas alamiah indikator.

    Kamus menyebut nilai terkecil dan terbesar yang mungkin, misalnya 0 sampai 100 untuk bagian dari keseluruhan.

    Cara memperbaiki: periksa angkanya; sering kali koma desimalnya hilang atau pembilang dan penyebutnya tertukar. Bila
    angkanya benar, betulkan `batas` dalam kamus.
    """
    for path, loc, kode, value in _bounded(dataset):
        berkas = dataset.indikator.get(kode)
        if berkas is None:
            continue
        low, high, unit = berkas.isi.batas.min, berkas.isi.batas.maks, berkas.isi.satuan.nama
        if high is not None and value > high:
            message = f"{angka(value)} melebihi batas atas `{kode}` ({angka(high)} {unit}); periksa angkanya."
            yield galat(path, loc, "N011", message)
        if low is not None and value < low:
            message = f"{angka(value)} kurang dari batas bawah `{kode}` ({angka(low)} {unit}); periksa angkanya."
            yield galat(path, loc, "N011", message)


def memuat(batas: Batas, value: Decimal) -> bool:
    """Whether a value lies within its bounds; of one that does not N011 speaks."""
    return (batas.min is None or batas.min <= value) and (batas.maks is None or value <= batas.maks)


def _bounded(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, Decimal]]:
    """Targets and values as the kamus bounds them; of komponen the value that they make."""
    yield from _targets(dataset)
    for path, kode, row, tahun in _rows(dataset):
        if (value := _written(dataset, kode, row, tahun)) is not None:
            yield path, ("butir", kode, "nilai"), kode, value
        elif row.komponen and row.nilai is None and kode in dataset.indikator:
            computed = _computed(dataset.indikator[kode].isi, row)
            if computed is not None:
                yield path, ("butir", kode, "komponen"), kode, computed


def _computed(indikator: Indikator, row: ButirRealisasi) -> Decimal | None:
    if not row.komponen or set(row.komponen) != set(indikator.komponen):
        return None
    try:
        return nilai_komponen(indikator, row.komponen)
    except (RumusError, KeyError):
        return None


def penyebut_bukan_nol(dataset: Dataset) -> Iterator[Issue]:
    """N017 Rumus membagi dengan nol.

    Dengan komponen ini nilai indikator tidak dapat dihitung, misalnya karena belum ada usul yang masuk. Nol dibagi nol
    bukan seratus persen.

    Cara memperbaiki: hapus `komponen`, lalu tulis `status: tidak_berlaku` dengan `alasan`.
    """
    for path, kode, row, _ in _rows(dataset):
        berkas = dataset.indikator.get(kode)
        if berkas is None or not row.komponen or set(row.komponen) != set(berkas.isi.komponen):
            continue
        try:
            value = nilai_komponen(berkas.isi, row.komponen)
        except (RumusError, KeyError):
            continue
        if value is None and not berkas.isi.nilai_resmi:  # an official figure needs no komponen
            message = f"rumus `{berkas.isi.rumus}` membagi dengan nol; tulis `status: tidak_berlaku` dengan `alasan`."
            yield galat(path, ("butir", kode, "komponen"), "N017", message, at_key=True)


def tanggal_masuk_akal(dataset: Dataset) -> Iterator[Issue]:
    """T005 Tanggal atau tahun data di luar tahunnya.

    Perjanjian Kinerja ditandatangani antara November tahun sebelumnya dan akhir tahunnya. `tahun_data` sebuah realisasi
    tidak mungkin sesudah tahun laporannya. Hari libur ditulis dalam berkas tahunnya.

    Cara memperbaiki: betulkan tanggal atau tahunnya, atau pindahkan berkasnya ke folder tahun yang benar.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        if not date(tahun - 1, 11, 1) <= pk.isi.tanggal <= date(tahun, 12, 31):
            message = f"PK tahun {tahun} bertanggal {pk.isi.tanggal}; betulkan tanggal atau folder tahunnya."
            yield galat(pk.path, ("tanggal",), "T005", message)
    for tahun, libur in dataset.libur.items():
        for hari in libur.isi.hari:
            if hari.year != tahun:
                message = f"hari libur {hari} tidak jatuh pada tahun {tahun}; betulkan tanggalnya atau pindahkan."
                yield galat(libur.path, ("hari", hari.isoformat()), "T005", message, at_key=True)
    for path, kode, row, tahun in _rows(dataset):
        if row.tahun_data is not None and row.tahun_data > tahun:
            message = f"`tahun_data` {row.tahun_data} sesudah tahun laporan {tahun}; betulkan tahunnya."
            yield galat(path, ("butir", kode, "tahun_data"), "T005", message)


def tahun_renstra(dataset: Dataset) -> Iterator[Issue]:
    """T006 Tahun target di luar periode Renstra.

    Target Renstra hanya untuk tahun antara `tahun_awal` dan `tahun_akhir`.

    Cara memperbaiki: betulkan tahunnya, atau `tahun_awal` dan `tahun_akhir` Renstra.
    """
    for renstra in dataset.renstra.values():
        first, last = renstra.isi.tahun_awal, renstra.isi.tahun_akhir
        for kode, targets in renstra.isi.target.items():
            for tahun in targets:
                if not first <= tahun <= last:
                    message = f"tahun {tahun} di luar Renstra {first}–{last}; betulkan tahunnya atau hapus targetnya."
                    yield galat(renstra.path, ("target", kode, str(tahun)), "T006", message, at_key=True)


RULES: Final = (
    angka_tidak_ambigu,
    nilai_atau_status,
    nilai_dan_status,
    status_beralasan,
    dalam_batas,
    penyebut_bukan_nol,
    tanggal_masuk_akal,
    tahun_renstra,
)
