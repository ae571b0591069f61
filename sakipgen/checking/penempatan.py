"""R018…R021: what is written stands where it belongs: unit, period, komponen, level of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, saran
from sakipgen.checking.bentuk import baris_keliru
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import UNIT_KEPALA, Dataset
from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.domain.realisasi import ButirRealisasi


def pelapor_benar(dataset: Dataset) -> Iterator[Issue]:
    """R020 Indikator ditulis dalam berkas unit lain.

    Realisasi dan rencana aksi sebuah indikator ditulis dalam berkas unit penanggung jawabnya. Target indikator tujuan
    dan sasaran ditulis dalam PK Kepala; target program, kegiatan, dan sub kegiatan dalam PK unit penanggung jawabnya.

    Cara memperbaiki: pindahkan barisnya ke berkas yang disebut dalam pesan.
    """
    rows = [
        *((b.path, unit, kode) for (_, unit), b in dataset.rencana_aksi.items() for kode in b.isi.butir),
        *((b.path, unit, kode) for (_, unit), b in dataset.realisasi.items() for kode in b.isi.butir),
    ]
    units = dataset.instansi.isi.unit_kerja
    for path, unit, kode in rows:
        owner = dataset.indikator[kode].isi.penanggung_jawab if kode in dataset.indikator else unit
        if owner != unit and owner in units and unit in units:  # an unknown unit is R011's business
            message = f"`{kode}` tanggung jawab unit `{owner}`; pindahkan ke berkas `{owner}.yaml`."
            yield galat(path, ("butir", kode), "R020", message, at_key=True)
    for (tahun, unit, versi), pk in dataset.perjanjian_kinerja.items():
        for kode in pk.isi.butir:
            owner = dataset.pemilik_target(kode) if kode in dataset.indikator else unit
            if owner != unit and {owner, unit} <= {UNIT_KEPALA, *units}:
                place = f"data/perjanjian-kinerja/{tahun}/{owner}/{versi}.yaml"
                message = f"target `{kode}` bukan bagian PK ini; pindahkan ke `{place}`."
                yield galat(pk.path, ("butir", kode), "R020", message, at_key=True)


def periode_sesuai_frekuensi(dataset: Dataset) -> Iterator[Issue]:
    """R019 Periode tidak sesuai frekuensi indikator.

    Indikator dilaporkan dan ditargetkan hanya pada periode menurut `frekuensi`-nya: bulanan `01`–`12`, triwulanan
    `TW1`–`TW4`, semesteran `S1`–`S2`, tahunan `tahunan`. Periode yang lebih panjang dihitung otomatis.

    Cara memperbaiki: pindahkan barisnya ke folder periode yang benar, atau ubah `frekuensi` dalam kamus.
    """
    for (periode, _), report in dataset.realisasi.items():
        for kode in report.isi.butir:
            yield from _wrong_segment(dataset, report.path, ("butir", kode), kode, periode.segmen)
    for plan in dataset.rencana_aksi.values():
        for kode, butir in plan.isi.butir.items():
            for segment in butir.target:
                yield from _wrong_segment(dataset, plan.path, ("butir", kode, "target", segment), kode, segment)


def _wrong_segment(dataset: Dataset, path: PurePosixPath, loc: Loc, kode: str, segment: str) -> Iterator[Issue]:
    berkas = dataset.indikator.get(kode)
    if berkas and segment not in berkas.isi.frekuensi.segmen:
        allowed = berkas.isi.frekuensi.segmen
        shown = f"`{allowed[0]}`" if len(allowed) == 1 else f"`{allowed[0]}` sampai `{allowed[-1]}`"
        message = f"`{kode}` dilaporkan {berkas.isi.frekuensi}, bukan pada `{segment}`; periodenya {shown}."
        yield galat(path, loc, "R019", message, at_key=True)


def komponen_sesuai_kamus(dataset: Dataset) -> Iterator[Issue]:
    """R018 Komponen tidak sesuai kamus indikator.

    Indikator yang punya `rumus` diisi dengan `komponen`, lengkap dan dengan nama yang sama seperti dalam kamus.
    Indikator tanpa rumus diisi dengan `nilai`; pada `nilai_resmi: ya` komponen boleh ditulis di samping `nilai`.

    Cara memperbaiki: isi komponen yang disebut dalam pesan, dan hapus yang tidak dikenal.
    """
    for (periode, _), report in dataset.realisasi.items():
        for kode, butir in report.isi.butir.items():
            indikator = dataset.indikator[kode].isi if kode in dataset.indikator else None
            if indikator and not baris_keliru(indikator, periode.tahun, butir):  # else N019 or R030 speaks
                yield from _komponen(report.path, kode, butir, indikator)


def _komponen(path: PurePosixPath, kode: str, butir: ButirRealisasi, indikator: Indikator) -> Iterator[Issue]:
    loc: Loc = ("butir", kode)
    known = indikator.komponen
    if butir.komponen is None:
        if known and butir.nilai is not None and not indikator.nilai_resmi and not indikator.tahapan:
            names = ", ".join(f"`{n}`" for n in known)
            message = f"`{kode}` dihitung dengan rumus; tulis `komponen:` berisi {names}, bukan `nilai`."
            yield galat(path, (*loc, "nilai"), "R018", message, at_key=True)
        return
    if not known:
        message = f"`{kode}` tidak punya komponen dalam kamus; tulis `nilai:` saja."
        yield galat(path, (*loc, "komponen"), "R018", message, at_key=True)
        return
    strange = [name for name in butir.komponen if name not in known]
    for name in strange:
        cure = saran(name, known, f"komponennya: {', '.join(known)}")
        message = f"komponen `{name}` tidak dikenal untuk `{kode}`; {cure}."
        yield galat(path, (*loc, "komponen", name), "R018", message, at_key=True)
    missing = [name for name in known if name not in butir.komponen]
    for name in missing[len(strange) :]:  # as many as are misspelt are not missing
        message = f"komponen `{name}` ({known[name]}) belum diisi; tambahkan `{name}:`."
        yield galat(path, (*loc, "komponen"), "R018", message, at_key=True)


def tingkat_sesuai(dataset: Dataset) -> Iterator[Issue]:
    """R021 Indikator ditempatkan pada tingkat yang salah atau dua kali.

    Indikator dengan `tingkat: sasaran` hanya terdaftar pada satu sasaran, `tingkat: program` pada satu program, dan
    seterusnya. Indikator tujuan boleh meminjam indikator sasaran. Setiap indikator tujuan dan sasaran punya target
    dalam Renstra.

    Cara memperbaiki: pindahkan kodenya ke daftar yang benar, atau betulkan `tingkat` dalam kamus.
    """
    for renstra in dataset.renstra.values():
        places = [("sasaran", kode, n, k) for kode, s in renstra.isi.sasaran.items() for n, k in enumerate(s.indikator)]
        borrowed = [("tujuan", kode, n, k) for kode, t in renstra.isi.tujuan.items() for n, k in enumerate(t.indikator)]
        yield from _wrong_level(dataset, renstra.path, places, {"sasaran": {Tingkat.SASARAN}})
        allowed = {"tujuan": {Tingkat.TUJUAN, Tingkat.SASARAN}}
        yield from _wrong_level(dataset, renstra.path, borrowed, allowed)
        lacking: set[str] = set()
        known = renstra.isi.target.keys() <= dataset.indikator.keys()  # of an unknown target R001 speaks
        for level, owner, n, kode in (*places, *borrowed) if known else ():
            berkas = dataset.indikator.get(kode)
            if berkas and kode not in renstra.isi.target.keys() | lacking and berkas.isi.tingkat in allowed["tujuan"]:
                lacking.add(kode)
                message = f"`{kode}` belum punya target dalam Renstra; tambahkan di bawah `target:`."
                yield galat(renstra.path, (level, owner, "indikator", n), "R021", message)
    for program in dataset.program.values():
        for level in ("program", "kegiatan", "sub_kegiatan"):
            places = [
                (level, kode, n, k)
                for kode, row in getattr(program.isi, level).items()
                for n, k in enumerate(row.indikator)
            ]
            yield from _wrong_level(dataset, program.path, places, {level: {Tingkat(level)}})


def _wrong_level(
    dataset: Dataset,
    path: PurePosixPath,
    places: Iterable[tuple[str, str, int, str]],
    allowed: Mapping[str, set[Tingkat]],
) -> Iterator[Issue]:
    seen: dict[str, str] = {}
    for level, owner, n, kode in places:
        berkas = dataset.indikator.get(kode)
        loc: Loc = (level, owner, "indikator", n)
        if berkas and berkas.isi.tingkat not in allowed[level]:
            actual = berkas.isi.tingkat.value.replace("_", " ")
            wanted = level.replace("_", " ")
            message = (
                f"`{kode}` adalah indikator {actual}, bukan indikator {wanted}; pindahkan atau betulkan `tingkat`."
            )
            yield galat(path, loc, "R021", message)
        elif kode in seen:
            message = f"`{kode}` sudah terdaftar pada `{seen[kode]}`; satu indikator satu tempat; hapus salah satunya."
            yield galat(path, loc, "R021", message)
        seen.setdefault(kode, owner)


RULES: Final = (komponen_sesuai_kamus, periode_sesuai_frekuensi, pelapor_benar, tingkat_sesuai)
