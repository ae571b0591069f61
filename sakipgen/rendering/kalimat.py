"""Sentences made from data: a small grammar of guarded patterns, of which exactly one speaks for a situation.

Facts go in, sentences come out; nothing here rounds or looks anything up. At most twenty words a sentence, one idea of
number in each, and never a word of praise or blame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from markupsafe import Markup

F = TypeVar("F")
Isian = Mapping[str, object]

_TEBAL: Final = re.compile(r"</?b>")


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A sentence: a pattern of our own (which may set words in bold) and the values that fill it."""

    pola: str
    isian: Isian

    def __str__(self) -> str:
        return _TEBAL.sub("", self.pola).format_map(self.isian)

    def __html__(self) -> Markup:
        return Markup(self.pola).format_map(self.isian)  # noqa: S704 - the pattern is a constant of this module


@dataclass(frozen=True, slots=True)
class Pola(Generic[F]):
    """A pattern and the situation in which it speaks."""

    nama: str
    syarat: Callable[[F], bool]
    teks: str


def pilih(tata: Sequence[Pola[F]], fakta: F) -> Pola[F]:
    """Returns the one pattern that speaks for these facts; none or two are a fault of the grammar: ValueError."""
    (only,) = (pola for pola in tata if pola.syarat(fakta))
    return only


def tambahan(tata: Iterable[Pola[F]], fakta: F, isian: Isian) -> tuple[Kalimat, ...]:
    """Returns a sentence for every pattern that speaks."""
    return tuple(Kalimat(pola.teks, isian) for pola in tata if pola.syarat(fakta))


def teks(kalimat: Iterable[Kalimat]) -> str:
    """Returns sentences as plain text, for descriptions."""
    return " ".join(str(k) for k in kalimat)


# ── A group of indikator ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaKelompok:
    """How many indikator there are, how many have a figure, how many reach their target, how many are not due yet."""

    dari: int
    ada: int
    tercapai: int
    akhir_tahun: int = 0
    """How many are measured at the end of the year, which has not come or is not this period."""
    semester: int = 0
    """How many are measured every half year, of which none has ended in this period."""
    triwulan: int = 0
    """How many are measured every quarter, of which none has ended in this period."""

    @property
    def kurang(self) -> int:
        return self.ada - self.tercapai

    @property
    def nanti(self) -> int:
        """How many owe nothing in this period."""
        return self.triwulan + self.semester + self.akhir_tahun

    @property
    def tanpa(self) -> int:
        return self.dari - self.ada - self.nanti

    @property
    def lengkap(self) -> bool:
        return self.dari == self.ada

    @property
    def rinci(self) -> int:
        """How many kinds of indikator without a figure there are."""
        return sum(map(bool, (self.tanpa, self.triwulan, self.semester, self.akhir_tahun)))


KELOMPOK: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("kosong", lambda f: f.dari == 0, "{subjek} belum punya indikator yang diperjanjikan."),
    Pola(
        "satu_tanpa_data",
        lambda f: f.dari == 1 and f.tanpa == 1,
        "{subjek} diukur dengan 1 indikator; belum ada angkanya untuk periode ini.",
    ),
    Pola(
        "satu_nanti",
        lambda f: f.dari == 1 and f.nanti == 1,
        "{subjek} diukur dengan 1 indikator, yang {kapan}.",
    ),
    Pola(
        "satu_tercapai",
        lambda f: f.dari == 1 and f.tercapai == 1,
        "{subjek} diukur dengan 1 indikator, dan targetnya <b>tercapai</b>.",
    ),
    Pola(
        "satu_belum",
        lambda f: f.dari == 1 and f.ada == 1 and f.tercapai == 0,
        "{subjek} diukur dengan 1 indikator, dan targetnya <b>belum tercapai</b>.",
    ),
    Pola(
        "tanpa_data",
        lambda f: f.dari > 1 and f.tanpa == f.dari,
        "{subjek} diukur dengan {dari} indikator; belum ada angkanya untuk periode ini.",
    ),
    Pola(
        "semua_nanti",
        lambda f: f.dari > 1 and f.nanti == f.dari and f.rinci == 1,
        "{subjek} diukur dengan {dari} indikator, yang semuanya {kapan}.",
    ),
    Pola(
        "tanpa_angka",
        lambda f: f.ada == 0 and 1 < f.rinci <= 3,
        "{subjek} diukur dengan {dari} indikator: {rincian}.",
    ),
    Pola(
        "tanpa_angka_panjang",
        lambda f: f.ada == 0 and f.rinci > 3,
        "{subjek} diukur dengan {dari} indikator, dan belum ada angkanya. Rinciannya: {rincian}.",
    ),
    Pola(
        "semua",
        lambda f: f.dari > 1 and f.tercapai == f.dari,
        "{subjek} diukur dengan {dari} indikator: <b>semuanya</b> mencapai target.",
    ),
    Pola(
        "nihil",
        lambda f: f.dari > 1 and f.lengkap and f.tercapai == 0,
        "{subjek} diukur dengan {dari} indikator: <b>belum ada</b> yang mencapai target.",
    ),
    Pola(
        "sebagian",
        lambda f: f.dari > 1 and f.lengkap and 0 < f.tercapai < f.dari,
        "{subjek} diukur dengan {dari} indikator: <b>{tercapai}</b> mencapai target, {kurang} belum.",
    ),
    Pola(
        "tak_lengkap_tercapai",
        lambda f: f.dari > 1 and 0 < f.ada < f.dari and f.kurang == 0,
        "{subjek} diukur dengan {dari} indikator: <b>{tercapai}</b> mencapai target{sambungan}.",
    ),
    Pola(
        "tak_lengkap_nihil",
        lambda f: f.dari > 1 and 0 < f.ada < f.dari and f.tercapai == 0,
        "{subjek} diukur dengan {dari} indikator: {kurang} belum mencapai target{sambungan}.",
    ),
    Pola(
        "tak_lengkap",
        lambda f: f.dari > 1 and f.ada < f.dari and f.tercapai > 0 and f.kurang > 0,
        "{subjek} diukur dengan {dari} indikator: <b>{tercapai}</b> mencapai target, {kurang} belum{sambungan}.",
    ),
)
"""A sasaran, tujuan or unit kerja: exactly one pattern speaks."""

SAMBUNGAN: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("tidak_ada", lambda f: f.rinci == 0, ""),
    Pola("sekalimat", lambda f: 0 < f.rinci <= 2, ", {rincian}"),
    Pola("tersendiri", lambda f: f.rinci > 2, ". Sisanya: {rincian}"),
)
"""How a sentence goes on to those without a figure, or ends before it grows too long: exactly one pattern speaks."""

RINCIAN: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("tanpa", lambda f: f.tanpa > 0, "{tanpa} belum ada datanya"),
    Pola("triwulan", lambda f: f.triwulan > 0, "{triwulan} diukur setiap triwulan"),
    Pola("semester", lambda f: f.semester > 0, "{semester} diukur setiap semester"),
    Pola("akhir_tahun", lambda f: f.akhir_tahun > 0, "{akhir_tahun} diukur akhir tahun"),
)
"""Those without a figure: a pattern for each kind of them, so that the counts add up."""

KAPAN: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("triwulan", lambda f: 0 < f.triwulan == f.nanti, "diukur setiap triwulan"),
    Pola("semester", lambda f: 0 < f.semester == f.nanti, "diukur setiap semester"),
    Pola("akhir_tahun", lambda f: 0 < f.akhir_tahun == f.nanti, "baru diukur pada akhir tahun"),
    Pola("berbeda", lambda f: f.nanti not in {f.triwulan, f.semester, f.akhir_tahun}, "diukur pada waktu yang berbeda"),
    Pola("tidak_ada", lambda f: f.nanti == 0, ""),
)
"""When those are measured that owe nothing in this period: exactly one pattern speaks."""

PUTUSAN: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("kosong", lambda f: f.dari == 0, "{waktu}, belum ada {hal} yang diperjanjikan."),
    Pola("tanpa_data", lambda f: f.dari > 0 and f.ada == 0, "{waktu}, belum ada data untuk <b>{dari}</b> {hal}."),
    Pola("satu", lambda f: f.dari == 1 and f.tercapai == 1, "{waktu}, satu-satunya {hal} <b>mencapai target</b>."),
    Pola(
        "semua",
        lambda f: f.dari > 1 and f.tercapai == f.dari,
        "{waktu}, <b>semua {dari}</b> {hal} mencapai target.",
    ),
    Pola(
        "nihil",
        lambda f: f.ada > 0 and f.tercapai == 0,
        "{waktu}, <b>belum satu pun dari {dari}</b> {hal} mencapai target.",
    ),
    Pola(
        "sebagian",
        lambda f: 0 < f.tercapai < f.dari,
        "{waktu}, <b>{tercapai} dari {dari}</b> {hal} mencapai target.",
    ),
)
"""The sentence that a page opens with: exactly one pattern speaks."""

DERET_SISA: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("kurang", lambda f: f.kurang > 0, "{kurang} belum mencapai target"),
    *RINCIAN,
)
"""Those that do not reach their target, and those without a figure: a pattern for each kind of them."""

SISA: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola(
        "deret",
        lambda f: (f.kurang > 0 or f.nanti > 0 or (f.ada > 0 and f.tanpa > 0)) and not (f.kurang and f.rinci > 3),
        "{deret}.",
    ),
    Pola(
        "tersendiri",
        lambda f: f.kurang > 0 and f.rinci > 3,
        "{kurang} belum mencapai target. Sisanya: {rincian}.",
    ),
)
"""What of the rest: at most one pattern speaks."""


TAHUN_BARU: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("akhir_tahun", lambda f: 0 < f.dari == f.akhir_tahun, "Tahun {tahun} baru diukur pada akhir tahun."),
    Pola("tanpa", lambda f: f.dari > f.akhir_tahun and f.ada == 0, "Untuk tahun {tahun} belum ada angkanya."),
)
"""What of a later year than the one that a page tells: at most one pattern speaks."""


def kelompok(fakta: FaktaKelompok, subjek: str, rujukan: Isian | None = None) -> Kalimat:
    """Returns the sentence about a group; `rujukan` replaces counts by figures of the open data."""
    return Kalimat(pilih(KELOMPOK, fakta).teks, _hitungan(fakta, rujukan) | {"subjek": subjek})


def putusan(fakta: FaktaKelompok, waktu: str, hal: str, rujukan: Isian | None = None) -> tuple[Kalimat, ...]:
    """Returns the verdict of a page, and what it says of the rest."""
    isian = _hitungan(fakta, rujukan) | {"waktu": waktu, "hal": hal}
    return (Kalimat(pilih(PUTUSAN, fakta).teks, isian), *tambahan(SISA, fakta, isian))


def tahun_baru(fakta: FaktaKelompok, tahun: int) -> tuple[Kalimat, ...]:
    """Returns why a page does not tell this later year; nothing where the year promises no indikator of the group."""
    return tambahan(TAHUN_BARU, fakta, {"tahun": tahun})


def sisa(fakta: FaktaKelompok) -> tuple[Kalimat, ...]:
    """Returns what is to be said of those that do not reach their target; none where all do."""
    if fakta.ada == 0 and fakta.tanpa:
        return (Kalimat("Belum ada datanya.", {}),)
    return tambahan(SISA, fakta, _hitungan(fakta, None))


def rincian(fakta: FaktaKelompok) -> str:
    """Returns those without a figure, each kind with its count."""
    return ", ".join(_bagian(RINCIAN, fakta))


def sambungan(fakta: FaktaKelompok) -> str:
    """Returns how a sentence goes on to those without a figure."""
    return pilih(SAMBUNGAN, fakta).teks.format_map({"rincian": rincian(fakta)})


def kapan(fakta: FaktaKelompok) -> str:
    """Returns when those are measured that owe nothing in this period."""
    return pilih(KAPAN, fakta).teks


def _bagian(tata: Iterable[Pola[FaktaKelompok]], fakta: FaktaKelompok) -> list[str]:
    return [str(k) for k in tambahan(tata, fakta, _angka(fakta))]


def _angka(fakta: FaktaKelompok) -> dict[str, object]:
    return {
        "dari": fakta.dari,
        "ada": fakta.ada,
        "tercapai": fakta.tercapai,
        "kurang": fakta.kurang,
        "tanpa": fakta.tanpa,
        "triwulan": fakta.triwulan,
        "semester": fakta.semester,
        "akhir_tahun": fakta.akhir_tahun,
    }


def _hitungan(fakta: FaktaKelompok, rujukan: Isian | None) -> dict[str, object]:
    words = {
        "rincian": rincian(fakta),
        "kapan": kapan(fakta),
        "sambungan": sambungan(fakta),
        "deret": berderet(_bagian(DERET_SISA, fakta)),
    }
    return _angka(fakta) | words | dict(rujukan or {})


def berderet(parts: Sequence[str]) -> str:
    """Returns parts as one reads them aloud: «a», «a dan b», «a, b, dan c»."""
    return ", ".join((*parts[:-1], f"dan {parts[-1]}")) if len(parts) > 2 else " dan ".join(parts)
