"""T010…T012: a day that a target or a figure names is one that it can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking import bentuk
from sakipgen.checking._issue import galat
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.koreksi import NILAI
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Hasil


def hari_dekat_tahunnya(dataset: Dataset) -> Iterator[Issue]:
    """T010 Hari jauh dari tahunnya.

    Hari yang dijanjikan atau dicapai jatuh pada tahunnya, tahun sebelumnya, atau tahun sesudahnya: APBD sebuah tahun
    ditetapkan pada tahun sebelumnya, dan laporannya disampaikan pada tahun berikutnya. Hari yang lebih jauh hampir
    selalu salah ketik, misalnya 2042 untuk 2024, dan membuat setiap hasil tampak tepat waktu. Demikian pula hasil pada
    tahun sebelumnya bila targetnya bukan pada tahun itu dan masih lebih dari tiga bulan lagi.

    Cara memperbaiki: betulkan tahunnya dalam tanggal itu; bila harinya benar, pindahkan ke berkas tahun yang benar.
    """
    for path, loc, tahun, hari in _hari(dataset):
        if not _dekat(hari, tahun):
            message = f"hari {hari} jauh dari tahunnya ({tahun}); betulkan tanggalnya, atau pindahkan ke tahunnya."
            yield galat(path, loc, "T010", message)
    first: dict[tuple[str, int], date] = {}
    for _, _, kode, tahun, t in bentuk.targets(dataset):
        if t.tanggal:
            first[kode, tahun] = min(t.tanggal, first.get((kode, tahun), t.tanggal))
    for path, kode, hari, _, periode in _realisasi(dataset):
        promised = first.get((kode, periode.tahun))
        expected = promised is not None and (promised.year < periode.tahun or promised - hari <= _MENDAHULUI)
        if hari.year < periode.tahun and not expected:
            message = (
                f"hari {hari} jatuh pada tahun {hari.year}, padahal ini laporan dan target tahun {periode.tahun}; "
                "betulkan tahunnya."
            )
            yield galat(path, ("butir", kode, "tanggal"), "T010", message)


def hari_dalam_periodenya(dataset: Dataset) -> Iterator[Issue]:
    """T011 Hari realisasi sesudah periode atau pengirimannya.

    Laporan sebuah periode menyebut keadaan sampai hari terakhir periode itu, walaupun laporannya disusun kemudian.
    Hasil yang selesai sesudahnya termasuk periode berikutnya. Periode yang berakhir 31 Desember tidak punya periode
    berikutnya dalam tahunnya; laporannya boleh menyebut hari sesudah itu, misalnya bila selesainya terlambat atau
    targetnya memang pada tahun berikutnya, tetapi tidak hari sesudah laporan itu dikirim atau dikoreksi.

    Cara memperbaiki: betulkan tanggalnya; atau hapus `tanggal`, tulis `status` dengan `alasan`, dan laporkan hari itu
    dalam periode yang memuatnya.
    """
    for path, kode, hari, unit, periode in _realisasi(dataset):
        loc: Loc = ("butir", kode, "tanggal")
        if hari > periode.akhir and (periode.akhir.month, periode.akhir.day) != (12, 31):
            message = (
                f"hari {hari} sesudah {periode.label} berakhir ({periode.akhir}); betulkan tanggalnya, atau tulis "
                "`status` di sini dan laporkan hari itu dalam periodenya."
            )
            yield galat(path, loc, "T011", message)
        elif (known := _terakhir_ditulis(dataset, periode, unit, kode)) and hari > known:
            message = f"hari {hari} sesudah angkanya disampaikan ({known}); betulkan tanggalnya."
            yield galat(path, loc, "T011", message)


def hari_sudah_lewat(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """T012 Hari realisasi belum tiba.

    Laporan menyebut hari sesudah hari yang dilihat, padahal pada hari itu belum ada yang tahu hasilnya. Dengan
    `--per-tanggal` yang lampau ini berarti laporannya disampaikan kemudian, tetapi pengirimannya tidak dicatat.

    Cara memperbaiki: betulkan tanggalnya, catat pengiriman laporannya dalam `data/siklus/`, atau pakai `--per-tanggal`
    yang lebih kemudian.
    """
    today = hasil.posisi.per_tanggal
    for path, kode, hari, _, periode in _realisasi(dataset):
        if hari > today and hasil.posisi.memuat(periode):
            message = (
                f"hari {hari} sesudah hari yang dilihat ({today}); betulkan tanggalnya, atau catat kapan laporannya "
                "dikirim."
            )
            yield galat(path, ("butir", kode, "tanggal"), "T012", message)


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────────────────────


_MENDAHULUI: Final = timedelta(days=92)
"""How long before its target a result of the year before is no mistake in the year."""


def _dekat(hari: date, tahun: int) -> bool:
    return abs(hari.year - tahun) <= 1


def _hari(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, int, date]]:
    """Every day that stands for a figure: the file, the element, its year, the day."""
    for path, loc, kode, tahun, target in bentuk.targets(dataset):
        berkas = dataset.indikator.get(kode)
        if target.tanggal and berkas and not bentuk.target_keliru(berkas.isi, tahun, target):
            yield path, (*loc, "tanggal"), tahun, target.tanggal
    for path, kode, row, periode in bentuk.rows(dataset):
        if row.tanggal and _berbentuk(dataset, kode):
            yield path, ("butir", kode, "tanggal"), periode.tahun, row.tanggal
    for kode, berkas in dataset.indikator.items():
        for name, value in (("baseline", berkas.isi.baseline), ("standar_nasional", berkas.isi.standar_nasional)):
            if value and value.tanggal and _berbentuk(dataset, kode):
                yield berkas.path, (name, "tanggal"), value.tahun, value.tanggal


def _realisasi(dataset: Dataset) -> Iterator[tuple[PurePosixPath, str, date, str, Periode]]:
    """The days of reports that are near their year: the file, the kode, the day, the unit, the period."""
    for (periode, unit), report in dataset.realisasi.items():
        for kode, row in report.isi.butir.items():
            if row.tanggal and _dekat(row.tanggal, periode.tahun) and _berbentuk(dataset, kode):
                yield report.path, kode, row.tanggal, unit, periode


def _berbentuk(dataset: Dataset, kode: str) -> bool:
    """Whether the kamus asks for a day; of one that it does not N019 speaks."""
    berkas = dataset.indikator.get(kode)
    return berkas is not None and bentuk.bentuk_wajib(berkas.isi) == "tanggal"


def _terakhir_ditulis(dataset: Dataset, periode: Periode, unit: str, kode: str) -> date | None:
    """The day on which a figure was last handed in or corrected; None where nobody recorded it."""
    siklus = dataset.siklus.get(periode)
    sent = siklus.isi.pengiriman.get(unit, ()) if siklus else ()
    corrected = [
        berkas.isi.tanggal
        for (p, _), berkas in dataset.koreksi.items()
        if p == periode and berkas.isi.indikator == kode and berkas.isi.bagian == NILAI
    ]
    return max((sent[-1].dikirim, *corrected)) if sent else None


RULES: Final = (hari_dekat_tahunnya, hari_dalam_periodenya)
RULES_HASIL: Final = (hari_sudah_lewat,)
