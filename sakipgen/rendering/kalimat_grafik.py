"""Sentences about charts: their headlines, and what they show in words; the grammar is that of `kalimat`.

Whoever does not see a chart is told what the page says of it, then its lowest, highest and last value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import TipeSatuan
from sakipgen.measuring.arah import Arah
from sakipgen.rendering.kalimat import FaktaKelompok, Isian, Kalimat, Pola, berderet, pilih, tambahan

# ── Headlines ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaPeluru:
    """What the headline of target against realisasi looks at."""

    realisasi: bool
    target: bool
    terukur: bool = False
    """Whether there is a capaian."""
    tercapai: bool = False


PELURU: Final[tuple[Pola[FaktaPeluru], ...]] = (
    Pola("tercapai", lambda f: f.terukur and f.tercapai, "Target tercapai"),
    Pola("belum_tercapai", lambda f: f.terukur and not f.tercapai, "Target belum tercapai"),
    Pola("belum_ada", lambda f: not f.terukur and not f.realisasi, "Belum ada realisasi"),
    Pola("tanpa_target", lambda f: not f.terukur and f.realisasi and not f.target, "Belum ada target pembanding"),
    Pola("tak_dihitung", lambda f: not f.terukur and f.realisasi and f.target, "Capaian tidak dihitung"),
)
"""The headline of target against realisasi: exactly one pattern speaks."""


@dataclass(frozen=True, slots=True)
class FaktaDeret:
    """What the headline of a chart over time looks at: how many points it has and which way the last ones go."""

    titik: int
    arah: Arah | None = None
    seri_baru: bool = False
    """Whether years before these have figures of another series."""


DERET: Final[tuple[Pola[FaktaDeret], ...]] = (
    Pola("kosong", lambda f: f.titik == 0, "Belum ada tahun yang selesai untuk dibandingkan"),
    Pola("satu", lambda f: f.titik == 1 and not f.seri_baru, "Baru ada satu hasil: {akhir} pada {waktu_akhir}"),
    Pola(
        "satu_baru",
        lambda f: f.titik == 1 and f.seri_baru,
        "Seri baru, baru ada satu hasil: {akhir} pada {waktu_akhir}",
    ),
    Pola(
        "membaik",
        lambda f: f.titik > 1 and f.arah is Arah.MEMBAIK,
        "Membaik dari {awal} ({waktu_awal}) menjadi {akhir} ({waktu_akhir})",
    ),
    Pola(
        "memburuk",
        lambda f: f.titik > 1 and f.arah is Arah.MEMBURUK,
        "Memburuk dari {awal} ({waktu_awal}) menjadi {akhir} ({waktu_akhir})",
    ),
    Pola(
        "tetap",
        lambda f: f.titik > 1 and (f.arah is None or f.arah is Arah.TETAP),
        "Relatif tetap: {awal} ({waktu_awal}) dan {akhir} ({waktu_akhir})",
    ),
)
"""The headline of a line over years: exactly one pattern speaks."""

PERIODE: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("kosong", lambda f: f.ada == 0, "Belum ada periode yang terukur"),
    Pola("semua", lambda f: 0 < f.ada == f.tercapai, "Target tercapai pada semua periode yang terukur"),
    Pola("nihil", lambda f: f.ada > 0 and f.tercapai == 0, "Target belum tercapai pada periode mana pun"),
    Pola(
        "sebagian", lambda f: 0 < f.tercapai < f.ada, "Target tercapai pada {tercapai} dari {ada} periode yang terukur"
    ),
)
"""The headline of a chart of the year's periods: exactly one pattern speaks."""

SEJAJAR: Final[tuple[Pola[FaktaKelompok], ...]] = (
    Pola("kosong", lambda f: f.ada == 0, "Belum ada {hal} yang terukur"),
    Pola("satu", lambda f: f.ada == 1 and f.tercapai == 1, "Satu-satunya {hal} yang terukur mencapai target"),
    Pola("semua", lambda f: 1 < f.ada == f.tercapai, "Semua {ada} {hal} yang terukur mencapai target"),
    Pola("nihil", lambda f: f.ada > 0 and f.tercapai == 0, "Belum ada {hal} yang mencapai target"),
    Pola("sebagian", lambda f: 0 < f.tercapai < f.ada, "{tercapai} dari {ada} {hal} yang terukur mencapai target"),
)
"""The headline of several capaian side by side: exactly one pattern speaks."""


def judul(tata: Sequence[Pola[FaktaKelompok]], fakta: FaktaKelompok, hal: str = "") -> str:
    """Returns a headline about counts."""
    return str(Kalimat(pilih(tata, fakta).teks, {"ada": fakta.ada, "tercapai": fakta.tercapai, "hal": hal}))


# ── What a chart shows, in words ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaEkstrem:
    """What the sentence about lowest, highest and last looks at."""

    ada: int
    sama: bool = False
    """Whether all values are the same."""
    berurut: bool = True
    """Whether they follow one another in time, so that one of them is the last."""
    tipe: TipeSatuan = TipeSatuan.ANGKA


_BUKAN_BILANGAN: Final = frozenset({TipeSatuan.TANGGAL, TipeSatuan.YA_TIDAK})


def _berbeda(f: FaktaEkstrem) -> bool:
    return f.ada > 1 and not f.sama


EKSTREM: Final[tuple[Pola[FaktaEkstrem], ...]] = (
    Pola("kosong", lambda f: f.ada == 0, ""),
    Pola("satu", lambda f: f.ada == 1, "Satu-satunya angka {akhir} ({waktu_akhir})."),
    Pola("sama", lambda f: f.ada > 1 and f.sama, "Semua {ada} angkanya sama, yaitu {akhir}."),
    Pola(
        "hari",
        lambda f: _berbeda(f) and f.tipe is TipeSatuan.TANGGAL,
        "{hal} paling cepat {min} ({waktu_min}), paling lambat {maks} ({waktu_maks}), terakhir {akhir}.",
    ),
    Pola(
        "ya_tidak",
        lambda f: _berbeda(f) and f.tipe is TipeSatuan.YA_TIDAK,
        "{hal} tidak selalu sama; yang terakhir {akhir} ({waktu_akhir}).",
    ),
    Pola(
        "berurut",
        lambda f: _berbeda(f) and f.tipe not in _BUKAN_BILANGAN and f.berurut,
        "{hal} terendah {min} ({waktu_min}), tertinggi {maks} ({waktu_maks}), terakhir {akhir} ({waktu_akhir}).",
    ),
    Pola(
        "sejajar",
        lambda f: _berbeda(f) and f.tipe not in _BUKAN_BILANGAN and not f.berurut,
        "{hal} terendah {min} ({waktu_min}), tertinggi {maks} ({waktu_maks}).",
    ),
)
"""Lowest, highest and last of what a chart shows: exactly one pattern speaks."""


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A value of a chart as its words name it."""

    nilai: Decimal
    ucap: str
    waktu: str
    """Of when or of what it is: `TW I`, `2024`, `IKU-03`."""


def ekstrem(hal: str, sebutan: Sequence[Sebutan], *, berurut: bool = True, tipe: TipeSatuan = TipeSatuan.ANGKA) -> str:
    """Returns the sentence about lowest, highest and last; of equal values the first is named."""
    facts = FaktaEkstrem(len(sebutan), len({s.nilai for s in sebutan}) == 1, berurut, tipe)
    isian: dict[str, object] = {"hal": hal, "ada": len(sebutan)}
    if sebutan:
        low, high = min(sebutan, key=lambda s: s.nilai), max(sebutan, key=lambda s: s.nilai)
        for name, one in (("min", low), ("maks", high), ("akhir", sebutan[-1])):
            isian |= {name: one.ucap, f"waktu_{name}": one.waktu}
    return str(Kalimat(pilih(EKSTREM, facts).teks, isian))


@dataclass(frozen=True, slots=True)
class FaktaLubang:
    """What a chart does not show: how many of its places have no value, and whether it shows a target alone."""

    kosong: int = 0
    target_saja: bool = False


LUBANG: Final[tuple[Pola[FaktaLubang], ...]] = (
    Pola("target_saja", lambda f: f.target_saja, "Targetnya {target}."),
    Pola("kosong", lambda f: f.kosong > 0, "Belum ada data untuk {kosong}."),
)
"""What is missing in a chart: every pattern that speaks is added."""


def lubang(fakta: FaktaLubang, isian: Isian) -> tuple[Kalimat, ...]:
    """Returns the sentences about what a chart does not show."""
    return tambahan(LUBANG, fakta, isian)


def tanpa_data(nama: Sequence[str]) -> tuple[Kalimat, ...]:
    """Returns the sentence about places without a value, which names them."""
    return lubang(FaktaLubang(len(nama)), {"kosong": berderet(nama)})


def uraian(bagian: Iterable[object]) -> str:
    """Returns sentences and headlines as one text; a headline gets its full stop."""
    texts = [text for part in bagian if (text := str(part))]
    return " ".join(text if text.endswith(".") else f"{text}." for text in texts)
