"""Numbers that hurt: targets of every size and sign, and realisasi that make a wanted capaian exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from random import Random
from typing import Final, NamedTuple

MIKRO: Final = Decimal("0.000001")
TERBESAR: Final = Decimal(10**15) - MIKRO
"""The largest number that a file may say."""
_LUAS: Final = Context(prec=60)

_BATAS: Final = ("0", "25", "50", "65", "75", "76.6", "80", "85", "88.3", "90", "91", "99.5", "100", "120", "200")
_DI_DEKAT: Final = ("-0.005", "-0.000001", "0", "0.000001", "0.005", "0.4999", "0.495", "0.5", "0.505")
AMBANG: Final = tuple(Decimal(bound) + Decimal(step) for bound in _BATAS for step in _DI_DEKAT)
"""Capaian on and beside the edges of classes, floors and caps, and where a second rounding would go wrong (90.495)."""


class Pasangan(NamedTuple):
    """What a formula takes; `maks` is the upper bound of a band, `baseline` where the way began."""

    target: Decimal
    realisasi: Decimal
    maks: Decimal | None = None
    baseline: Decimal | None = None


def mikro(value: Decimal) -> Decimal:
    """Returns the number with at most six decimals that a file can say."""
    rounded = value.quantize(MIKRO, context=_LUAS)
    return min(max(rounded, -TERBESAR), TERBESAR) + 0


def teks(value: Decimal) -> str:
    """Returns a number as a file says it."""
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def target(acak: Random) -> Decimal:
    """Returns a target: mostly plain, now and then huge, tiny, zero or below zero."""
    return acak.choices(list(_TARGET), list(_TARGET.values()))[0](acak)


_TARGET: Final[Mapping[Callable[[Random], Decimal], int]] = {
    lambda acak: Decimal(acak.randint(1, 400)): 35,
    lambda acak: Decimal(acak.randint(100, 12000)).scaleb(-2): 35,
    lambda acak: Decimal(acak.randint(1, 10**21 - 1)).scaleb(-6): 6,
    lambda acak: Decimal(acak.randint(1, 2000)).scaleb(-6): 6,
    lambda acak: Decimal(acak.randint(1, 10**9)).scaleb(3): 6,
    lambda acak: -Decimal(acak.randint(1, 9000)).scaleb(-acak.randint(0, 3)): 7,
    lambda acak: Decimal(0): 5,
}
"""How to draw one, and how often."""


def capaian(acak: Random) -> Decimal | None:
    """Returns a capaian to construct: a half of the last printed digit, or an edge; None where chance decides."""
    kind = acak.random()
    if kind < 0.35:
        return Decimal(acak.randint(-500, 25000)).scaleb(-2) + Decimal("0.005")
    return acak.choice(AMBANG) if kind < 0.7 else None


def pasangan(acak: Random, formula: str, dasar: Decimal, wanted: Decimal | None) -> Pasangan:
    """Returns target and realisasi whose capaian by the formula is the wanted one, as far as six decimals go.

    Now and then the realisasi misses it by the smallest step that can be written.
    """
    if wanted is None:
        found = _pasangan(acak, formula, dasar, Decimal(acak.randint(0, 2 * 10**6)).scaleb(-4))
        return found._replace(realisasi=mikro(target(acak) if acak.random() < 0.3 else found.realisasi))
    found = _pasangan(acak, formula, dasar, wanted)
    step = acak.choice((-MIKRO, MIKRO)) if acak.random() < 0.08 else Decimal(0)
    return found._replace(realisasi=mikro(found.realisasi + step))


def _pasangan(acak: Random, formula: str, dasar: Decimal, wanted: Decimal) -> Pasangan:
    part = wanted / 100
    found = _MEMBUAT[formula](acak, dasar, part)
    return found._replace(target=mikro(found.target), maks=None if found.maks is None else mikro(found.maks))


def _naik(acak: Random, t: Decimal, part: Decimal) -> Pasangan:
    return Pasangan(t, t + abs(t) * (part - 1))


def _turun(acak: Random, t: Decimal, part: Decimal) -> Pasangan:
    return Pasangan(t, t - abs(t) * (part - 1))


def _turun_rasio(acak: Random, r: Decimal, part: Decimal) -> Pasangan:
    if r <= 0 or part <= 0:
        return _turun(acak, r, part) if acak.random() < 0.7 else Pasangan(abs(r), Decimal(0))
    return Pasangan(r * part, r)


def _rentang(acak: Random, low: Decimal, part: Decimal) -> Pasangan:
    high = low + abs(low) * Decimal(acak.randint(0, 40)).scaleb(-2)
    if part == 1:
        return Pasangan(low, acak.choice((low, high, (low + high) / 2)), high)
    bound = low if part < 1 else high
    return Pasangan(low, bound + abs(bound) * (part - 1), high)


def _rentang_turun(acak: Random, low: Decimal, part: Decimal) -> Pasangan:
    high = low + abs(low) * Decimal(acak.randint(0, 40)).scaleb(-2)
    if part == 1:
        return Pasangan(low, acak.choice((low, high, (low + high) / 2)), high)
    bound = low if part > 1 else high
    return Pasangan(low, bound - abs(bound) * (part - 1), high)


def _stabil_selisih(acak: Random, t: Decimal, part: Decimal) -> Pasangan:
    away = abs(t) * (1 - min(part, 2 - part))
    return Pasangan(t, t + acak.choice((-1, 1)) * away)


def _stabil_rasio(acak: Random, dasar: Decimal, part: Decimal) -> Pasangan:
    part = min(part, 2 - part)
    return Pasangan(dasar * part, dasar) if acak.random() < 0.5 and part > 0 else _naik(acak, dasar, part)


def _lintasan(acak: Random, way: Decimal, part: Decimal) -> Pasangan:
    start = Decimal(acak.randint(-500, 5000)).scaleb(-1)
    return Pasangan(start + way, start + way * part, baseline=start)


def _biner(acak: Random, t: Decimal, part: Decimal) -> Pasangan:
    return Pasangan(t, t + acak.choice((-1, 0, 0, 1)) * abs(t) * part)


def _tanggal(acak: Random, dasar: Decimal, part: Decimal) -> Pasangan:
    return Pasangan(Decimal(acak.randint(1, 366)), Decimal(acak.randint(1, 366)))


_MEMBUAT: Final[Mapping[str, Callable[[Random, Decimal, Decimal], Pasangan]]] = {
    "naik": _naik,
    "turun_selisih": _turun,
    "turun_rasio": _turun_rasio,
    "rentang": _rentang,
    "rentang_turun": _rentang_turun,
    "stabil_selisih": _stabil_selisih,
    "stabil_rasio": _stabil_rasio,
    "lintasan": _lintasan,
    "biner": _biner,
    "tahapan": _naik,
    "predikat": _naik,
    "tanggal": _tanggal,
    "manual": _naik,
}
