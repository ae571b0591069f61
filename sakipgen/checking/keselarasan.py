"""K101…: the papers agree: PK with Renstra, rencana aksi with PK, realisasi with a PK in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import angka, galat, peringatan, target
from sakipgen.checking.bentuk import target_keliru
from sakipgen.checking.bentuk import targets as semua_target
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import MURNI, UNIT_KEPALA, Dataset
from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.perencanaan import ButirRencanaAksi
from sakipgen.domain.target import TandaTarget, Target
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.measuring.hitung import NOL, jumlah, rerata, round_half_up
from sakipgen.measuring.janji import Pk


def pk_sama_dengan_renstra(dataset: Dataset) -> Iterator[Issue]:
    """K101 Target PK berbeda dari Renstra tanpa alasan.

    Target dalam Perjanjian Kinerja biasanya sama dengan target tahun itu dalam Renstra yang berlaku saat PK
    ditandatangani. Bila berbeda, alasannya ditulis.

    Cara memperbaiki: samakan targetnya, atau tambahkan `alasan:` di bawah target itu.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        owner = dataset.renstra_pada(tahun, pk.isi.tanggal)
        for kode, row in pk.isi.butir.items() if owner else ():
            planned = owner[1].target.get(kode, {}).get(tahun) if owner else None
            if planned is None or row.alasan is not None or not _terbaca(dataset, kode, tahun, planned, row.target):
                continue
            if _janji(planned) != _janji(row.target):
                promised, wanted = _berdampingan(row.target, planned)
                message = f"target PK {promised} berbeda dari target Renstra {wanted}; samakan, atau tulis `alasan:`."
                yield galat(pk.path, ("butir", kode, "target"), "K101", message)


def _terbaca(dataset: Dataset, kode: str, tahun: int, *targets: Target) -> bool:
    """Whether the kamus can read targets; else N019 or R030 speaks of them, or R001 of the kode."""
    if kode not in dataset.indikator:
        return all(target.angka is not None for target in targets)
    isi = dataset.indikator[kode].isi
    return not any(target_keliru(isi, tahun, target) for target in targets)


def _janji(target: Target) -> tuple[Decimal | None, Decimal | None, TandaTarget | None]:
    """What a target promises; «paling sedikit» and «paling banyak» say no more than the number does."""
    sign = target.tanda
    return target.angka, target.maks, None if sign in _SAMA_DENGAN_ANGKA else sign


_SAMA_DENGAN_ANGKA: Final = frozenset({TandaTarget.PALING_SEDIKIT, TandaTarget.PALING_BANYAK})


def _berdampingan(one: Target, other: Target) -> tuple[str, str]:
    """Two targets in words; where these are the same, with their numbers."""
    first, second = target(one), target(other)
    if first != second:
        return first, second
    return f"{first} ({angka(one.angka or NOL)})", f"{second} ({angka(other.angka or NOL)})"


def rencana_aksi_sampai_pk(dataset: Dataset) -> Iterator[Issue]:
    """K102 Target rencana aksi tidak sampai pada target PK.

    Target periode terakhir dalam rencana aksi sama dengan target setahun dalam PK yang berlaku. Bila targetnya per
    periode, yang dibandingkan mengikuti `agregasi`: jumlah semua periode, rata-ratanya (dibulatkan seperti target PK),
    yang tertinggi (`maks`), atau yang terendah (`min`). Target `rasio` tidak dibandingkan, karena setahunnya bergantung
    pada besar penyebut setiap periode.

    Cara memperbaiki: sesuaikan target periode, atau targetnya dalam PK.
    """
    for (tahun, _), plan in dataset.rencana_aksi.items():
        for kode, butir in plan.isi.butir.items() if not pk_tak_terbaca(dataset, tahun) else ():
            if kode not in dataset.indikator or not butir.target:
                continue
            pk = dataset.pk_berlaku(dataset.pemilik_target(kode), Periode(tahun, "tahunan"))
            promised = pk[1].isi.butir.get(kode) if pk else None
            if pk is None or promised is None:
                continue
            planned = _planned(dataset.indikator[kode].isi, butir, promised.target)
            if planned is None or not _short_of(planned[0], promised.target):
                continue
            if not _terbaca(dataset, kode, tahun, *butir.target.values(), promised.target):
                continue
            value, words, segment = planned
            reached, wanted = _berdampingan(value, promised.target)
            message = (
                f"{words} {reached} tidak sama dengan target setahun {wanted} dalam `{pk[1].path}`; samakan keduanya."
            )
            yield galat(plan.path, ("butir", kode, "target", segment), "K102", message)


def _short_of(planned: Target, promised: Target) -> bool:
    """Whether the plan ends at something else than the promise; one that names only the number has its word."""
    said, wanted = _janji(planned), _janji(promised)
    other_word = planned.tanda is not None and said[2] is not wanted[2]
    return other_word or said[:2] != wanted[:2]


def _planned(indikator: Indikator, butir: ButirRencanaAksi, promised: Target) -> tuple[Target, str, str] | None:
    """What the plan makes of the year, in words, and the segment that says it; None if it stops short."""
    last = indikator.frekuensi.segmen[-1]
    if last not in butir.target or indikator.agregasi is Agregasi.RASIO:
        return None
    if indikator.mode_target is ModeTarget.KUMULATIF or indikator.agregasi is Agregasi.TERAKHIR:
        return butir.target[last], f"target `{last}`", last
    known = {segment: target.angka for segment, target in butir.target.items() if target.angka is not None}
    if len(known) < len(indikator.frekuensi.segmen) and indikator.agregasi is not Agregasi.JUMLAH:
        return None
    if indikator.agregasi in _TERPILIH:
        words, pick = _TERPILIH[indikator.agregasi]
        segment = pick(known, key=lambda one: known[one])
        return butir.target[segment], words, segment
    words, join = _GABUNGAN[indikator.agregasi]
    low = join([*known.values()], promised.angka)
    highs = [high for segment in known if (high := butir.target[segment].maks) is not None]
    if len(highs) < len(known):
        return Target(nilai=low), words, last
    return Target(min=low, maks=join(highs, promised.maks)), words, last


def _rerata(values: Sequence[Decimal], promised: Decimal | None) -> Decimal:
    """The mean, with as many decimals as the promise."""
    return round_half_up(rerata(values) or NOL, max(0, -int((promised or NOL).as_tuple().exponent)))


_GABUNGAN: Final[Mapping[Agregasi, tuple[str, Callable[[Sequence[Decimal], Decimal | None], Decimal]]]] = {
    Agregasi.JUMLAH: ("jumlah target periode", lambda values, _: jumlah(values)),
    Agregasi.RERATA: ("rata-rata target periode", _rerata),
}
"""What the targets of all periods come to in a year."""

_TERPILIH: Final[Mapping[Agregasi, tuple[str, Callable[..., str]]]] = {
    Agregasi.MAKS: ("target periode yang tertinggi", max),
    Agregasi.MIN: ("target periode yang terendah", min),
}
"""Which of the targets of all periods stands for the year."""


def realisasi_punya_pk(dataset: Dataset) -> Iterator[Issue]:
    """K103 Realisasi tanpa Perjanjian Kinerja yang berlaku.

    SOP mensyaratkan Perjanjian Kinerja sebelum data dikumpulkan: indikator yang direalisasikan harus ada dalam PK yang
    sudah ditandatangani pada hari terakhir periodenya. PK pertama tahun itu boleh menyusul sampai laporannya jatuh
    tempo.

    Cara memperbaiki: tambahkan indikator itu ke PK, atau betulkan tanggal PK.
    """
    told: set[tuple[str, Periode]] = set()
    for (periode, _), report in dataset.realisasi.items():
        if pk_tak_terbaca(dataset, periode.tahun):
            continue
        for kode in report.isi.butir:
            if kode not in dataset.indikator:
                continue
            owner = dataset.pemilik_target(kode)
            if owner != UNIT_KEPALA and owner not in dataset.instansi.isi.unit_kerja:
                continue
            pk = dataset.pk_berlaku(owner, periode) or _menyusul(dataset, owner, periode)
            if pk is None:
                if (owner, periode) not in told:
                    told.add((owner, periode))
                    message = (
                        f"belum ada PK `{owner}` yang berlaku pada {periode.label}; "
                        f"tambahkan ke `data/perjanjian-kinerja/{periode.tahun}/{owner}/` atau betulkan tanggal PK-nya."
                    )
                    yield galat(report.path, ("butir", kode), "K103", message, at_key=True)
            elif kode not in pk[1].isi.butir and pk[1].isi.butir.keys() <= dataset.indikator.keys():  # else R001 speaks
                message = (
                    f"`{kode}` tidak ada dalam PK `{owner}` yang berlaku pada {periode.label}; "
                    f"tambahkan ke `data/perjanjian-kinerja/{periode.tahun}/{owner}/` atau betulkan tanggal PK-nya."
                )
                yield galat(report.path, ("butir", kode), "K103", message, at_key=True)


def _menyusul(dataset: Dataset, owner: str, periode: Periode) -> Pk | None:
    """The first PK of a year, where it was signed by the day on which the report was due."""
    signed, metode = dataset.pk_ditandatangani(owner, periode.tahun), dataset.metode.get(periode.tahun)
    if not signed or metode is None:
        return None
    due = dataset.kalender.jatuh_tempo(metode.isi.tenggat, periode)
    return signed[0] if signed[0][1].isi.tanggal <= due else None


def pk_punya_rencana_aksi(dataset: Dataset) -> Iterator[Issue]:
    """K104 Janji dalam PK belum punya rencana aksi.

    Setiap indikator dalam PK diturunkan menjadi target periode dan kegiatan dalam rencana aksi unit penanggung
    jawabnya. Tanpa target periode, capaian triwulan tidak dapat dihitung. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke `data/rencana-aksi/TAHUN/UNIT.yaml`.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        for kode in pk.isi.butir:
            if kode not in dataset.indikator:
                continue
            unit = dataset.indikator[kode].isi.penanggung_jawab
            if unit not in dataset.instansi.isi.unit_kerja:
                continue
            plan = dataset.rencana_aksi.get((tahun, unit))
            if dataset.ada("rencana-aksi", str(tahun), f"{unit}.yaml"):
                continue
            row = plan.isi.butir.get(kode) if plan else None
            if plan and row is None and not plan.isi.butir.keys() <= dataset.indikator.keys():  # R001 speaks
                continue
            if plan is None or row is None:
                message = f"`{kode}` belum punya rencana aksi; tambahkan ke `data/rencana-aksi/{tahun}/{unit}.yaml`."
                yield peringatan(pk.path, ("butir", kode), "K104", message, at_key=True)
            elif not row.target and dataset.indikator[kode].isi.frekuensi is not Frekuensi.TAHUNAN:
                message = f"rencana aksi `{kode}` belum punya target periode; tambahkan `target:`."
                yield peringatan(plan.path, ("butir", kode), "K104", message, at_key=True)


def renstra_dijanjikan_pk(dataset: Dataset) -> Iterator[Issue]:
    """K105 Target Renstra belum dijanjikan dalam PK Kepala.

    Indikator tujuan dan sasaran yang punya target Renstra tahun itu dijanjikan dalam Perjanjian Kinerja Kepala. Tanpa
    itu sasarannya dihitung belum lengkap dan tidak mendapat kategori. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke `data/perjanjian-kinerja/TAHUN/kepala/`, atau hapus target Renstranya.
    """
    for tahun in dataset.tahun:
        owner = dataset.renstra_tahun(tahun)
        signed = dataset.pk_ditandatangani(UNIT_KEPALA, tahun)
        if owner is None or not signed or pk_tak_terbaca(dataset, tahun):
            continue
        promised = {kode for _, pk in signed for kode in pk.isi.butir}
        for kode, targets in (
            owner[1].target.items() if promised <= dataset.indikator.keys() else ()
        ):  # else R001 speaks
            if tahun in targets and kode in dataset.indikator and kode not in promised:
                message = (
                    f"`{kode}` punya target Renstra {tahun}, tetapi tidak ada dalam PK Kepala; "
                    f"tambahkan ke `data/perjanjian-kinerja/{tahun}/kepala/`."
                )
                path = dataset.renstra[owner[0]].path
                yield peringatan(path, ("target", kode, str(tahun)), "K105", message, at_key=True)


def pk_perubahan_beralasan(dataset: Dataset) -> Iterator[Issue]:
    """K110 PK perubahan tanpa alasan.

    Perjanjian Kinerja hanya diubah bila pejabat, strategi, alokasi, atau prioritas berubah; alasannya dibaca publik.

    Cara memperbaiki: tulis `alasan_perubahan:` dalam satu atau dua kalimat.
    """
    for (_, _, versi), pk in dataset.perjanjian_kinerja.items():
        if versi != MURNI and pk.isi.alasan_perubahan is None:
            message = "PK perubahan ini belum punya `alasan_perubahan`; tulis mengapa PK diubah."
            yield galat(pk.path, ("tanggal",), "K110", message, at_key=True)


def pk_perubahan_lengkap(dataset: Dataset) -> Iterator[Issue]:
    """K111 PK perubahan menghilangkan janji.

    PK perubahan menggantikan seluruh isi PK sebelumnya. Indikator yang tidak diulang tidak lagi dijanjikan dan hilang
    dari pengukuran akhir tahun. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: ulangi indikator itu dengan targetnya, walaupun tidak berubah.
    """
    for tahun, unit in {(tahun, unit): None for tahun, unit, _ in dataset.perjanjian_kinerja}:
        signed = dataset.pk_ditandatangani(unit, tahun)
        for (versi, before), (_, after) in pairwise(signed):
            for kode in before.isi.butir:
                if kode not in after.isi.butir:
                    message = f"`{kode}` ada dalam PK {versi}, tetapi tidak dalam PK ini; tulis lagi beserta targetnya."
                    yield peringatan(after.path, ("butir",), "K111", message, at_key=True)


def rencana_aksi_punya_pk(dataset: Dataset) -> Iterator[Issue]:
    """K112 Rencana aksi untuk indikator yang tidak dijanjikan.

    Rencana aksi menurunkan janji dalam PK. Indikator yang tidak ada dalam PK tahun itu tidak diukur. Ini peringatan dan
    tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke PK, atau hapus dari rencana aksi.
    """
    for (tahun, _), plan in dataset.rencana_aksi.items():
        missed = _ditagih(dataset, tahun)
        for kode in plan.isi.butir if not pk_tak_terbaca(dataset, tahun) else ():
            if kode not in dataset.indikator or kode in missed:
                continue
            owner = dataset.pemilik_target(kode)
            signed = dataset.pk_ditandatangani(owner, tahun)
            if not signed or any(kode in pk.isi.butir for _, pk in signed):
                continue
            if all(pk.isi.butir.keys() <= dataset.indikator.keys() for _, pk in signed):  # else R001 speaks
                message = (
                    f"`{kode}` tidak ada dalam PK `{owner}` tahun {tahun}; "
                    "tambahkan ke PK, atau hapus dari rencana aksi."
                )
                yield peringatan(plan.path, ("butir", kode), "K112", message, at_key=True)


def _ditagih(dataset: Dataset, tahun: int) -> set[str]:
    """The indikator of which K105 or K108 says where the year's PK lacks them."""
    owner = dataset.renstra_tahun(tahun)
    found = {kode for kode, targets in owner[1].target.items() if tahun in targets} if owner else set()
    if program := dataset.program.get(tahun):
        levels = (program.isi.program, program.isi.kegiatan, program.isi.sub_kegiatan)
        found |= {kode for rows in levels for row in rows.values() for kode in row.indikator}
    return found


def pk_tak_terbaca(dataset: Dataset, tahun: int) -> bool:
    """Whether any PK of a year could not be read: then no rule may call a promise missing."""
    folder = dataset.root / "perjanjian-kinerja" / str(tahun)
    return any(folder in path.parents for path in dataset.tak_terbaca)


def target_melewati_kondisi_awal(dataset: Dataset) -> Iterator[Issue]:
    """K117 Target tidak melewati kondisi awal.

    Dengan `formula_capaian: lintasan` yang diukur adalah bagian jalan dari kondisi awal ke target. Karena itu target
    setahun lebih baik daripada `baseline`, dan target dalam rencana aksi tidak lebih buruk daripadanya: kalau tidak,
    hasil yang lebih buruk mendapat capaian lebih tinggi. Kondisi awal dari sebelum `putus_seri` bukan awal jalan itu.
    Setiap indikator disebut sekali untuk setiap berkas.

    Cara memperbaiki: betulkan targetnya atau `baseline` dalam kamus; bila yang dijanjikan adalah bertahan, hapus
    `formula_capaian`; bila serinya baru, buat indikator baru dengan kondisi awalnya sendiri.
    """
    plans = {plan.path for plan in dataset.rencana_aksi.values()}
    told: set[tuple[PurePosixPath, str]] = set()
    for path, loc, kode, tahun, goal in semua_target(dataset):
        berkas = dataset.indikator.get(kode)
        base = berkas.isi.baseline if berkas and berkas.isi.formula_sendiri is FormulaCapaian.LINTASAN else None
        if berkas is None or base is None or base.nilai is None or goal.angka is None:
            continue
        if (path, kode) in told or target_keliru(berkas.isi, tahun, goal):
            continue
        if broken := berkas.isi.putus_antara(base.tahun, tahun):
            message = (
                f"kondisi awal tahun {base.tahun} berasal dari sebelum putus seri {broken}, jadi target {tahun} tidak "
                "dapat diukur darinya; buat indikator baru untuk seri baru, atau ganti `formula_capaian`."
            )
            told.add((path, kode))
            yield galat(path, loc, "K117", message)
            continue
        ahead = goal.angka - base.nilai if berkas.isi.polaritas is Polaritas.NAIK else base.nilai - goal.angka
        if ahead < 0 or (ahead == 0 and path not in plans):
            better = "di atas" if berkas.isi.polaritas is Polaritas.NAIK else "di bawah"
            message = (
                f"target {angka(goal.angka)} tidak {better} kondisi awal {angka(base.nilai)} (tahun {base.tahun}), "
                f"jadi tidak ada lintasan yang diukur; betulkan setiap target seperti itu dalam berkas ini, atau "
                f"`baseline` atau `formula_capaian` dalam `{berkas.path}`."
            )
            told.add((path, kode))
            yield galat(path, loc, "K117", message)


RULES: Final = (
    pk_sama_dengan_renstra,
    rencana_aksi_sampai_pk,
    realisasi_punya_pk,
    pk_punya_rencana_aksi,
    renstra_dijanjikan_pk,
    pk_perubahan_beralasan,
    pk_perubahan_lengkap,
    rencana_aksi_punya_pk,
    target_melewati_kondisi_awal,
)
