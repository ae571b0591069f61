"""W017…W021: a figure beside what it can be checked against: its predikat, its komponen, its parts, its base.

Like the other W rules these fall silent once the unit has explained the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import angka, peringatan
from sakipgen.checking.bentuk import target_keliru
from sakipgen.checking.kewajaran import AngkaDilaporkan, angka_dilaporkan
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import CaraGabungan, Indikator, TipeSatuan
from sakipgen.domain.skala import Celah, Skala
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.measuring.hitung import CONTEXT, jumlah, rerata, round_half_up
from sakipgen.measuring.periode import PENGGABUNG, nilai_komponen
from sakipgen.measuring.rumus import RumusError
from sakipgen.measuring.skala import kelas

SELISIH_WAJAR: Final = Decimal("0.01")
"""What rounding on the way explains."""


def predikat_menurut_skala(dataset: Dataset) -> Iterator[Issue]:
    """W017 Predikat berbeda dari yang disebut skala.

    Kamus punya skala nilai; menurut skala itu nilai ini masuk kelas lain. Kategori yang ditetapkan pemilik indeks tetap
    berlaku, tetapi pembaca perlu tahu mengapa berbeda. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa nilai dan predikatnya; bila keduanya resmi, jelaskan pada `catatan` (pada PK: `alasan`).
    """
    for row in angka_dilaporkan(dataset):
        if row.butir.predikat and row.indikator.skala and not row.butir.catatan:
            loc: Loc = ("butir", row.kode, "predikat")
            yield from _predikat(row.path, loc, row.indikator.skala, row.nilai, row.butir.predikat, "catatan")
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        for kode, promise in pk.isi.butir.items():
            berkas = dataset.indikator.get(kode)
            skala = berkas.isi.skala if berkas and not berkas.isi.peringkat else None
            goal = promise.target
            if berkas is None or skala is None or promise.alasan or not goal.predikat or goal.nilai is None:
                continue
            if not target_keliru(berkas.isi, tahun, goal):
                loc = ("butir", kode, "target", "predikat")
                yield from _predikat(pk.path, loc, skala, goal.nilai, goal.predikat, "alasan")


def _predikat(
    path: PurePosixPath, loc: Loc, skala: Skala, value: Decimal, predikat: str, field: str
) -> Iterator[Issue]:
    found = kelas(skala, value).kode
    if found != predikat:
        message = (
            f"predikat `{predikat}`, tetapi menurut skala nilai {angka(value)} adalah `{found}`; periksa keduanya, "
            f"atau jelaskan pada `{field}`."
        )
        yield peringatan(path, loc, "W017", message)


def nilai_resmi_menurut_komponen(dataset: Dataset) -> Iterator[Issue]:
    """W018 Nilai resmi berbeda dari hitungan komponennya.

    Nilai yang ditetapkan pemilik indeks tetap dipakai; hitungan dari komponen hanya pembanding. Selisih lebih dari 0,01
    berarti angkanya salah salin, atau rumusnya bukan rumus pemilik indeks. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: periksa nilai, komponen, dan `rumus` dalam kamus; bila semuanya benar, jelaskan pada `catatan`.
    """
    for row in angka_dilaporkan(dataset):
        computed = _hitungan(row.indikator, row.butir.komponen or {})
        if not row.indikator.nilai_resmi or computed is None or row.butir.catatan:
            continue
        if _berbeda(row.indikator, row.nilai, computed):
            message = (
                f"nilai resmi {angka(row.nilai)}, tetapi rumus atas komponennya menghasilkan "
                f"{_tercetak(row.indikator, computed)}; periksa keduanya, atau jelaskan pada `catatan`."
            )
            yield peringatan(row.path, ("butir", row.kode, "nilai"), "W018", message)


def gabungan_menurut_pembentuknya(dataset: Dataset) -> Iterator[Issue]:
    """W019 Nilai gabungan berbeda dari indikator pembentuknya.

    Kamus menyatakan nilai ini sebagai jumlah atau rerata indikator lain. Semua indikator itu sudah dilaporkan untuk
    periode yang sama dan memberi hasil lain. Pembentuk yang dilaporkan lebih sering digabung dulu menurut kamusnya,
    untuk periode itu saja dan sejak awal tahun; salah satunya cukup. Bila ada yang dilaporkan lebih jarang, nilainya
    tidak dibandingkan. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa angka gabungan dan pembentuknya; bila semuanya benar, jelaskan selisihnya pada `catatan`.
    """
    figures = {(row.kode, row.periode): row for row in angka_dilaporkan(dataset)}
    for row in figures.values():
        whole = row.indikator.gabungan
        members = set(whole.indikator) if whole else set()
        if whole is None or row.butir.catatan or row.kode in members or len(members) < len(whole.indikator):
            continue  # of what is its own part, or twice a part, R031 speaks
        parts = [part for kode in whole.indikator if (part := _bagian(dataset, figures, kode, row.periode))]
        if len(parts) < len(whole.indikator):
            continue
        join = jumlah if whole.cara is CaraGabungan.JUMLAH else rerata
        found, since_january = (join([part[n] for part in parts]) for n in (0, 1))
        if found is None or since_january is None:
            continue
        if _berbeda(row.indikator, row.nilai, found) and _berbeda(row.indikator, row.nilai, since_january):
            message = (
                f"nilai {_tercetak(row.indikator, row.nilai)}, tetapi {whole.cara} {', '.join(whole.indikator)} adalah "
                f"{_tercetak(row.indikator, found)}; periksa semuanya, atau jelaskan pada `catatan`."
            )
            yield peringatan(row.path, row.loc, "W019", message)


def _bagian(
    dataset: Dataset, figures: Mapping[tuple[str, Periode], AngkaDilaporkan], kode: str, periode: Periode
) -> tuple[Decimal, Decimal] | None:
    """What an indikator comes to within a period, and since January; None unless all reports within it are there."""
    if (kode, periode) in figures:
        return figures[kode, periode].nilai, figures[kode, periode].nilai
    kamus = dataset.indikator[kode].isi if kode in dataset.indikator else None
    year = kamus.frekuensi.periode(periode.tahun) if kamus else ()
    within = [p for p in year if periode.memuat(p)]
    rows = [figures[kode, p] for p in year if (kode, p) in figures and p.akhir <= periode.akhir]
    own = sum(periode.memuat(row.periode) for row in rows)
    if kamus is None or not own or own < len(within):
        return None
    reports = [Dilaporkan(row.periode, row.nilai, row.butir.komponen) for row in rows]
    try:
        joined = PENGGABUNG[kamus.agregasi](kamus, reports, len(reports) - own, len(reports))
    except (RumusError, KeyError):
        return None
    return (joined.periode_ini, joined.realisasi) if joined else None


def persen_berkomponen(dataset: Dataset) -> Iterator[Issue]:
    """W020 Persentase tanpa pembilang dan penyebut.

    Persentase yang dilaporkan sebagai satu angka tidak dapat diperiksa dan tidak dapat digabung dengan benar: rata-rata
    persentase bukan persentase keseluruhan. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: isi `komponen` dan `rumus` dalam kamus; bila angkanya hanya tersedia sebagai persentase, jelaskan
    pada `catatan_kualitas` dari mana dan mengapa.
    """
    for kode, berkas in dataset.indikator.items():
        isi = berkas.isi
        if isi.satuan.tipe is not TipeSatuan.PERSEN or isi.komponen or isi.catatan_kualitas is not None:
            continue
        grows = isi.batas.min is not None and isi.batas.min < 0
        based = isi.tahapan or isi.skala or isi.gabungan  # what else says how the figure came about
        if grows or based or dataset.indikator_lama(kode) is not None:
            continue
        message = (
            "persentase ini tidak punya pembilang dan penyebut; isi `komponen` dan `rumus`, atau jelaskan pada "
            "`catatan_kualitas`."
        )
        yield peringatan(berkas.path, ("satuan", "tipe"), "W020", message)


def skala_tanpa_pembulatan(dataset: Dataset) -> Iterator[Issue]:
    """W021 Skala tanpa celah dibaca dengan pembulatan.

    Pada tabel yang batas kelasnya bersambung, misalnya `>80–90` lalu `>90`, setiap nilai sudah punya kelas. Membulatkan
    nilai ke banyaknya desimal pada batas itu memindahkannya melewati batas: 90,4 menjadi 90 dan turun satu kelas. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: pakai `celah: batas_bawah`, atau isi `presisi_tabel` menurut banyaknya desimal nilainya.
    """
    tables: list[tuple[PurePosixPath, Skala]] = [(b.path, b.isi.skala) for b in dataset.metode.values()]
    tables += [(b.path, b.isi.skala) for b in dataset.indikator.values() if b.isi.skala]
    for path, skala in tables:
        touching = next((low for up, low in pairwise(skala.kelas) if up.min == low.maks), None)
        if skala.celah is Celah.BULATKAN and touching and touching.maks is not None and not _lebih_halus(skala):
            message = (
                f"batas kelas bersambung pada {angka(touching.maks)}, tetapi nilai dibulatkan ke "
                f"{skala.presisi_tabel} desimal sehingga dapat berpindah kelas; pakai `celah: batas_bawah`, atau isi "
                "`presisi_tabel` menurut desimal nilainya."
            )
            yield peringatan(path, ("skala", "celah"), "W021", message)


def _lebih_halus(skala: Skala) -> bool:
    """Whether values are rounded to more decimals than the bounds have: then the table says how exact they are."""
    bounds = [bound for row in skala.kelas for bound in (row.min, row.maks) if bound is not None]
    return skala.presisi_tabel > 0 and all(round_half_up(bound, skala.presisi_tabel - 1) == bound for bound in bounds)


def _hitungan(indikator: Indikator, komponen: Mapping[str, Decimal]) -> Decimal | None:
    if not komponen or komponen.keys() != indikator.komponen.keys():
        return None
    try:
        return nilai_komponen(indikator, komponen)
    except (RumusError, KeyError):
        return None


def _berbeda(indikator: Indikator, stated: Decimal, computed: Decimal) -> bool:
    """Whether two figures differ by more than rounding explains, the computed one at the decimals of the kamus."""
    return abs(CONTEXT.subtract(stated, round_half_up(computed, indikator.desimal))) > SELISIH_WAJAR


def _tercetak(indikator: Indikator, value: Decimal) -> str:
    return angka(round_half_up(value, indikator.desimal))


RULES: Final = (
    predikat_menurut_skala,
    nilai_resmi_menurut_komponen,
    gabungan_menurut_pembentuknya,
    persen_berkomponen,
    skala_tanpa_pembulatan,
)
