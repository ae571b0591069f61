"""N019, N020, R030: targets and figures are written in the form that the kamus asks for.

The other rules ask `target_keliru` and `baris_keliru` before they speak of a number: of one in a wrong form they are
silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from sakipgen.checking._issue import KATA_TERSEDIKIT, galat, saran
from sakipgen.checking._sekali import sekali
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Agregasi, Indikator, TipeSatuan
from sakipgen.domain.koreksi import NILAI, Koreksi
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.target import TandaTarget, Target
from sakipgen.domain.tertulis import BENTUK, NilaiTertulis, Tertulis
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.bentuk import angka as angka_bentuk

_BENTUK_SATUAN: Final[Mapping[TipeSatuan, str]] = {
    TipeSatuan.PREDIKAT: "predikat",
    TipeSatuan.TANGGAL: "tanggal",
    TipeSatuan.YA_TIDAK: "terpenuhi",
}
_HANYA: Final = {
    "predikat": "satuan `predikat` dan kamus yang punya `skala`",
    "tanggal": "satuan `tanggal`",
    "terpenuhi": "satuan `ya_tidak`",
    "tahapan": "kamus yang punya `tahapan`",
}
_ARAH: Final = {
    TandaTarget.PALING_SEDIKIT: ("paling_sedikit", Polaritas.NAIK),
    TandaTarget.LEBIH_DARI: ("lebih_dari", Polaritas.NAIK),
    TandaTarget.PALING_BANYAK: ("paling_banyak", Polaritas.TURUN),
    TandaTarget.KURANG_DARI: ("kurang_dari", Polaritas.TURUN),
}
"""Signs by the field that says them, and the polaritas with which they make sense."""


_TANPA_BAGI: Final = frozenset({FormulaCapaian.TANGGAL, FormulaCapaian.BINER, FormulaCapaian.MANUAL})
"""Formulas that do not divide by a target, so that the number of a day may be zero or less."""


class Keliru(NamedTuple):
    """What is wrong with the form of one target or one row: the element below it, the code, the message."""

    loc: Loc
    code: str
    message: str
    at_key: bool = True


def bentuk_wajib(indikator: Indikator) -> str | None:
    """Returns the field in which the figures of an indikator are written, None of those that are numbers."""
    return "tahapan" if indikator.tahapan else _BENTUK_SATUAN.get(indikator.satuan.tipe)


# ── What other rules ask ─────────────────────────────────────────────────────────────────────────────────────────


def target_keliru(indikator: Indikator, tahun: int, target: Target) -> tuple[Keliru, ...]:
    """Returns what is wrong with the form of a target: the first fault, or every unknown kode of tahapan."""
    given = next((name for name in BENTUK if getattr(target, name) not in {None, ()}), None)
    wanted = bentuk_wajib(indikator)
    if given is None and wanted:
        kind = "indikator bertahapan" if wanted == "tahapan" else f"bersatuan `{indikator.satuan.tipe}`"
        message = f"target {kind} tidak ditulis sebagai angka; tulis `{{{_contoh(indikator, tahun)}}}`."
        return (Keliru((), "N019", message, at_key=False),)
    if given and given != wanted and not (given == "predikat" and wanted is None and indikator.skala):
        example = f"`{{{_contoh(indikator, tahun)}}}`" if wanted else "angkanya"
        return (Keliru((given,), "N019", f"`{given}` hanya untuk {_HANYA[given]}; tulis {example}."),)
    if given == "tahapan":
        return tuple(_tahapan_keliru(indikator, target.tahapan))
    if given == "predikat" and (wrong := _predikat_keliru(indikator, target)):
        return (wrong,)
    if target.tanggal and target.tanggal.year < tahun and indikator.formula_sendiri not in _TANPA_BAGI:
        message = (
            f"hari {target.tanggal} sebelum 1 Januari {tahun}, sehingga capaian dari nomor hari tidak bermakna; isi "
            "`formula_capaian: tanggal` dalam kamus, atau betulkan harinya."
        )
        return (Keliru(("tanggal",), "N019", message, at_key=False),)
    return () if wanted else tuple(_batas_keliru(indikator, target))[:1]


def baris_keliru(indikator: Indikator, tahun: int, row: ButirRealisasi) -> tuple[Keliru, ...]:
    """Returns what is wrong with the form of a row; of one with a status N010 speaks."""
    if row.status is not None:
        return ()
    if strange := _asing(indikator, row):
        return strange
    wanted = bentuk_wajib(indikator)
    fault = _bentuk_lain(indikator, tahun, row, wanted, "realisasi") if wanted else _angka_baris(indikator, row)
    return (fault,) if fault else ()


def nilai_keliru(indikator: Indikator, tahun: int, nilai: NilaiTertulis, apa: str) -> tuple[Keliru, ...]:
    """Returns what is wrong with the form of a figure outside a report, which `apa` names."""
    if strange := _asing(indikator, nilai):
        return strange
    if wanted := bentuk_wajib(indikator):
        fault = _bentuk_lain(indikator, tahun, nilai, wanted, apa)
        return (fault._replace(at_key=False),) if fault else ()
    if nilai.nilai is None:
        return (Keliru(("predikat",), "N019", "predikat itu punya nilai; tulis `nilai:` di sampingnya."),)
    return ()


def koreksi_keliru(indikator: Indikator, tahun: int, koreksi: Koreksi) -> tuple[Keliru, ...]:
    """Returns what is wrong with the forms of a correction; of a computed figure the class may stand alone."""
    if koreksi.bagian != NILAI:
        return ()
    computed = indikator.komponen and not indikator.nilai_resmi
    return tuple(
        fault._replace(loc=(name, *fault.loc))
        for name, value in (("nilai_lama", koreksi.nilai_lama), ("nilai_baru", koreksi.nilai_baru))
        if value is not None
        for fault in (
            _asing(indikator, value)
            if computed and value.nilai is None
            else nilai_keliru(indikator, tahun, value, "koreksi")
        )
    )


def _asing(indikator: Indikator, row: Tertulis) -> tuple[Keliru, ...]:
    """The first form that the kamus does not have, or every word in it that the kamus does not know."""
    wanted = bentuk_wajib(indikator)
    for name in BENTUK:
        if getattr(row, name) is None or name == wanted:
            continue
        if not (name == "predikat" and wanted is None and indikator.skala):
            cure = wanted or ("komponen" if indikator.komponen else "nilai")
            return (Keliru((name,), "N019", f"`{name}` hanya untuk {_HANYA[name]}; tulis `{cure}:`."),)
    if row.predikat is not None and not _predikat(indikator, row.predikat):
        return (_predikat_asing(indikator, row.predikat),)
    return tuple(_tahapan_keliru(indikator, row.tahapan or ()))


def _bentuk_lain(indikator: Indikator, tahun: int, row: Tertulis, wanted: str, apa: str) -> Keliru | None:
    """The fault of a figure that is no number."""
    other = next((name for name in ("komponen", "nilai") if getattr(row, name, None) is not None), None)
    kind = "indikator bertahapan" if wanted == "tahapan" else f"{apa} bersatuan `{indikator.satuan.tipe}`"
    if getattr(row, wanted) is None:
        if other is None:
            return None
        example = _contoh(indikator, tahun)
        return Keliru((other,), "N019", f"{kind} tidak ditulis dengan `{other}`; tulis `{example}`.")
    number = angka_bentuk(
        indikator, tahun, predikat=row.predikat, tanggal=row.tanggal, terpenuhi=row.terpenuhi, tahapan=row.tahapan
    )
    if other == "komponen" or (other == "nilai" and row.nilai != number):
        return Keliru((other,), "N019", f"{kind} cukup ditulis dengan `{wanted}`; hapus `{other}`.")
    return None


def _angka_baris(indikator: Indikator, row: ButirRealisasi) -> Keliru | None:
    """The fault of a row whose figure is a number, a class of it at its side or not."""
    if row.nilai is not None:
        return None
    if indikator.nilai_resmi and row.komponen:
        message = "nilai resmi belum ditulis; komponen hanya pembanding; tulis `nilai:` seperti ditetapkan pemiliknya."
        return Keliru(("komponen",), "N019", message)
    if row.predikat is not None and not row.komponen:
        what = "komponennya" if indikator.komponen and not indikator.nilai_resmi else "nilainya"
        return Keliru(("predikat",), "N019", f"capaian dihitung dari nilai, bukan dari predikat; tulis {what} juga.")
    return None


# ── Faults ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _predikat_keliru(indikator: Indikator, target: Target) -> Keliru | None:
    kode = target.predikat or ""
    if not _predikat(indikator, kode):
        return _predikat_asing(indikator, kode)
    rank = indikator.peringkat.menurut_kode(kode) if indikator.peringkat else None
    if rank and target.nilai != rank.skor:
        return Keliru(("nilai",), "N019", f"peringkat `{kode}` tidak punya nilai; hapus `nilai`.")
    if not rank and indikator.polaritas is not Polaritas.NAIK:
        message = f"target `predikat` berarti paling sedikit predikat itu; dengan `polaritas: {indikator.polaritas}` "
        return Keliru(("predikat",), "N019", message + "tulis batas angkanya.")
    if target.angka is None:
        message = f"`{kode}` kelas terendah, tanpa nilai terendah; tulis `nilai:` di sampingnya, atau predikat lain."
        return Keliru(("predikat",), "N019", message)
    return None


def _batas_keliru(indikator: Indikator, target: Target) -> Iterator[Keliru]:
    """The faults of a number, a bound or a band against the polaritas."""
    banded = indikator.polaritas is Polaritas.RENTANG
    band = target.maks is not None
    if indikator.agregasi is Agregasi.JUMLAH and (banded or band):
        message = "target rentang tidak dapat dijumlahkan; ganti `agregasi: jumlah` dalam kamus."
        yield Keliru(("min",) if band else (), "N019", message, at_key=band)
    if band and not banded:
        message = (
            f"target rentang hanya untuk `polaritas: rentang`, sedangkan kamus menyebut `{indikator.polaritas}`; "
            "tulis satu angka, atau betulkan polaritasnya."
        )
        yield Keliru(("min",), "N019", message)
    if banded and not band:
        message = "`polaritas: rentang` memerlukan dua batas; tulis `{min: …, maks: …}`."
        yield Keliru((), "N019", message, at_key=False)
    if band and indikator.formula_sendiri is not FormulaCapaian.MANUAL:
        yield from _batas_nol(indikator, target)
    if target.tanda in _ARAH:
        name, polaritas = _ARAH[target.tanda]
        if indikator.polaritas is not polaritas:
            message = (
                f"`{name}` hanya untuk `polaritas: {polaritas}`, sedangkan kamus menyebut `{indikator.polaritas}`; "
                "betulkan salah satunya."
            )
            yield Keliru((name,), "N019", message)
        if target.lebih_dari == 0 and indikator.formula_sendiri in {None, FormulaCapaian.NAIK}:
            message = "`lebih_dari: 0` tidak dapat menjadi pembagi capaian; isi `formula_capaian: biner` dalam kamus."
            yield Keliru((name,), "N019", message, at_key=False)


def _batas_nol(indikator: Indikator, target: Target) -> Iterator[Keliru]:
    """A bound of zero beyond which a figure may lie: it would be divided by."""
    lowest, highest = indikator.batas.min, indikator.batas.maks
    for name, bound, final in (
        ("min", target.min, lowest is not None and lowest >= 0),
        ("maks", target.maks, highest is not None and highest <= 0),
    ):
        if bound == 0 and not final:
            where = "bawah" if name == "min" else "atas"
            message = (
                f"batas {where} 0 tidak dapat menjadi pembagi capaian; tulis batas lain, atau isi `batas: {name}: 0` "
                f"dalam kamus bila nilai di {where}nya tidak mungkin."
            )
            yield Keliru((name,), "N019", message, at_key=False)


def _predikat(indikator: Indikator, kode: str) -> bool:
    """Whether a predikat is one of the ranks, else of the classes of the scale."""
    known = indikator.peringkat or indikator.skala
    return known is not None and known.menurut_kode(kode) is not None


def _predikat_asing(indikator: Indikator, kode: str) -> Keliru:
    known = indikator.peringkat or indikator.skala
    kinds = [kelas.kode for kelas in known.kelas] if known else []
    cure = saran(kode, kinds, f"pilihannya: {', '.join(kinds)}")
    return Keliru(("predikat",), "R030", f"predikat `{kode}` tidak ada dalam kamus; {cure}.", at_key=False)


def _tahapan_keliru(indikator: Indikator, given: Iterable[str]) -> Iterator[Keliru]:
    known: set[str] = set()
    for n, kode in enumerate(given):
        if kode not in indikator.tahapan:
            cure = saran(kode, indikator.tahapan, f"pilihannya: {', '.join(indikator.tahapan)}", bernomor=True)
            message = f"tahapan `{kode}` tidak ada dalam kamus; {cure}."
            yield Keliru(("tahapan", n), "R030", message, at_key=False)
        elif kode in known:
            yield Keliru(("tahapan", n), "N019", f"tahapan `{kode}` sudah disebut; hapus yang kedua.", at_key=False)
        known.add(kode)


def _contoh(indikator: Indikator, tahun: int) -> str:
    """How a figure of the indikator may be written."""
    match bentuk_wajib(indikator):
        case "predikat":
            return f"predikat: {indikator.peringkat.kelas[0].kode if indikator.peringkat else '…'}"
        case "tanggal":
            return f"tanggal: {tahun}-12-31"
        case "tahapan":
            return f"tahapan: [{next(iter(indikator.tahapan))}]"
        case _:
            return "terpenuhi: ya"


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────


def targets(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, int, Target]]:
    """Yields every target of a file: the file, the element, the kode, the year, the target."""
    for renstra in dataset.renstra.values():
        for kode, row in renstra.isi.target.items():
            yield from ((renstra.path, ("target", kode, str(t)), kode, t, target) for t, target in row.items())
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        for kode, promise in pk.isi.butir.items():
            yield pk.path, ("butir", kode, "target"), kode, tahun, promise.target
    for (tahun, _), plan in dataset.rencana_aksi.items():
        for kode, butir in plan.isi.butir.items():
            yield from (
                (plan.path, ("butir", kode, "target", segment), kode, tahun, target)
                for segment, target in butir.target.items()
            )


def rows(dataset: Dataset) -> Iterator[tuple[PurePosixPath, str, ButirRealisasi, Periode]]:
    """Yields every row of realisasi: the file, the kode, the row, the period."""
    for (periode, _), report in dataset.realisasi.items():
        for kode, row in report.isi.butir.items():
            yield report.path, kode, row, periode


def _keliru(dataset: Dataset, code: str) -> Iterator[Issue]:
    return (issue for issue in _semua_keliru(dataset) if issue.code == code)


@sekali
def _semua_keliru(dataset: Dataset) -> Iterator[Issue]:
    """Whatever is wrong with a form, under both codes."""
    for path, loc, kode, tahun, target in targets(dataset):
        berkas = dataset.indikator.get(kode)
        for fault in target_keliru(berkas.isi, tahun, target) if berkas else ():
            yield galat(path, (*loc, *fault.loc), fault.code, fault.message, at_key=fault.at_key)
    for path, kode, row, periode in rows(dataset):
        berkas = dataset.indikator.get(kode)
        for fault in baris_keliru(berkas.isi, periode.tahun, row) if berkas else ():
            yield galat(path, ("butir", kode, *fault.loc), fault.code, fault.message, at_key=fault.at_key)
    for path, loc, fault in _nilai_lain(dataset):
        yield galat(path, (*loc, *fault.loc), fault.code, fault.message, at_key=fault.at_key)


def _nilai_lain(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, Keliru]]:
    """The faults of figures outside reports: of the kamus and of corrections."""
    for kamus in dataset.indikator.values():
        isi = kamus.isi
        for name, apa, row in (
            ("baseline", "kondisi awal", isi.baseline),
            ("standar_nasional", "standar", isi.standar_nasional),
        ):
            for fault in nilai_keliru(isi, row.tahun, row, apa) if row else ():
                yield kamus.path, (name,), fault
    for (periode, _), koreksi in dataset.koreksi.items():
        berkas = dataset.indikator.get(koreksi.isi.indikator)
        for fault in koreksi_keliru(berkas.isi, periode.tahun, koreksi.isi) if berkas else ():
            yield koreksi.path, (), fault


def bentuk_cocok(dataset: Dataset) -> Iterator[Issue]:
    """N019 Bentuk target atau realisasi tidak cocok dengan kamus.

    Satuan dan polaritas dalam kamus menentukan cara target dan realisasi ditulis: satuan `predikat` dengan `predikat`,
    satuan `tanggal` dengan `tanggal`, satuan `ya_tidak` dengan `terpenuhi`, indikator bertahapan dengan `tahapan`,
    polaritas `rentang` dengan `min` dan `maks`. `paling_sedikit` dan `lebih_dari` hanya untuk polaritas `naik`,
    `paling_banyak` dan `kurang_dari` hanya untuk polaritas `turun`. Predikat yang punya skala nilai selalu
    didampingi nilainya, dan nilai resmi selalu ditulis. Kondisi awal, standar nasional, dan koreksi ditulis seperti
    realisasi.

    Target hari sebelum 1 Januari tahunnya bernomor nol atau kurang, sehingga tidak dapat menjadi pembagi: hanya
    `formula_capaian: tanggal`, `biner`, dan `manual` yang dapat mengukurnya.

    Cara memperbaiki: tulis bentuk yang disebut dalam pesan, atau betulkan satuan dan polaritas dalam kamus.
    """
    yield from _keliru(dataset, "N019")


def pilihan_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R030 Predikat atau tahapan tidak ada dalam kamus.

    Predikat adalah salah satu kelas pada `skala` atau `peringkat` dalam kamus indikator, dan tahapan salah satu kode
    pada `tahapan`-nya. Huruf besar dan kecil dibedakan.

    Cara memperbaiki: betulkan kodenya, atau tambahkan kelas atau tahapan itu ke kamus.
    """
    yield from _keliru(dataset, "R030")


def capaian_dinyatakan_pada_manual(dataset: Dataset) -> Iterator[Issue]:
    """N020 Capaian dinyatakan tidak sesuai formula.

    Dengan `formula_capaian: manual` capaian tidak dihitung, jadi setiap realisasi menyatakannya beserta jabatan yang
    menyetujui dan alasan sekurang-kurangnya sepuluh kata: apa yang dinilai dan bagaimana. Pada indikator lain capaian
    dihitung dan tidak boleh dinyatakan.

    Cara memperbaiki: tambahkan `capaian_dinyatakan` dengan `nilai`, `alasan`, dan `disetujui_oleh`; atau hapus, bila
    capaian indikator itu dihitung.
    """
    for path, kode, row, _ in rows(dataset):
        berkas = dataset.indikator.get(kode)
        if berkas is None:
            continue
        manual = berkas.isi.formula_sendiri is FormulaCapaian.MANUAL
        reported = any(getattr(row, name) is not None for name in (*BENTUK, "nilai")) or row.komponen
        if manual and reported and row.status is None and row.capaian_dinyatakan is None:
            message = (
                f"capaian `{kode}` tidak dihitung; tambahkan `capaian_dinyatakan:` dengan `nilai`, `alasan`, dan "
                "`disetujui_oleh`."
            )
            yield galat(path, ("butir", kode), "N020", message, at_key=True)
        stated = row.capaian_dinyatakan
        if manual and stated and (words := len(stated.alasan.split())) < KATA_TERSEDIKIT:
            message = (
                f"`alasan` hanya {words} kata; tulis sekurang-kurangnya {KATA_TERSEDIKIT} kata tentang apa yang "
                "dinilai dan bagaimana."
            )
            yield galat(path, ("butir", kode, "capaian_dinyatakan", "alasan"), "N020", message)
        if not manual and stated is not None:
            message = (
                f"capaian `{kode}` dihitung dengan rumus; hapus `capaian_dinyatakan`, atau isi "
                "`formula_capaian: manual` dalam kamus."
            )
            yield galat(path, ("butir", kode, "capaian_dinyatakan"), "N020", message, at_key=True)


RULES: Final = (bentuk_cocok, pilihan_terdaftar, capaian_dinyatakan_pada_manual)
