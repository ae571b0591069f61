"""Same data, different score: what applications in use make of a lower-is-better indikator, and what the engine does.

Each function is one formula as its results show it, written anew and named by the abbreviation of its application.
They are counter-examples: the table holds what each prints for eight pairs of target and realisasi.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import pytest

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.rumus import RUMUS, Masukan, Tanpa
from tests.measuring.builder import isi, metode

Peer = Callable[[Decimal, Decimal], Decimal | None]

PASANGAN: Final = ("10/10", "10/8", "10/5", "10/0.1", "10/0", "10/25", "0/0", "0/2")
"""Target and realisasi."""
SERATUS: Final = Decimal(100)
NOL: Final = Decimal(0)


def pair(text: str) -> tuple[Decimal, Decimal]:
    target, _, realisasi = text.partition("/")
    return Decimal(target), Decimal(realisasi)


def outcome(peer: Peer, text: str) -> str:
    """What is printed: a number, `-` for nothing, `!` where the program stops."""
    try:
        found = peer(*pair(text))
    except ArithmeticError:
        return "!"
    if found is None:
        return "-"
    return str(found) if not found.is_finite() or found % 1 else f"{found:.0f}"


def engine(text: str) -> str:
    """The capaian by the defaults: (2T−R)/T, floor 0."""
    found = ukur_capaian(FormulaCapaian.TURUN_SELISIH, Masukan(*pair(text)), metode())
    assert found is not None
    return outcome(lambda _, __: found.capaian, text)


def browser(part: Decimal, whole: Decimal) -> Decimal:
    """A division as a browser does it, without an error."""
    if whole:
        return part / whole
    return Decimal("NaN") if not part else Decimal("-Infinity" if part < 0 else "Infinity")


# ── The applications ─────────────────────────────────────────────────────────────────────────────────────────────


def bna(t: Decimal, r: Decimal) -> Decimal | None:
    return max(NOL, (2 * t - r) / t * 100) if t else None


def psw_lakip(t: Decimal, r: Decimal) -> Decimal | None:
    return (t - (r - t)) / t * 100 if t else None


def psw_monev(t: Decimal, r: Decimal) -> Decimal:
    return t / r * 100 if r else SERATUS


def mjl(t: Decimal, r: Decimal) -> Decimal:
    return browser(t - (r - t), t) * 100


def smg(t: Decimal, r: Decimal) -> Decimal:
    return min(SERATUS, max(NOL, (1 - (r - t) / t) * 100))


def kwa_reduction(t: Decimal, r: Decimal) -> Decimal:
    return min(Decimal(200), t / r * 100)


def kwa_default(t: Decimal, r: Decimal) -> Decimal:
    return r / t * 100


def wpe(t: Decimal, r: Decimal) -> Decimal | None:
    return t / r * 100 if r else None


def ds(t: Decimal, r: Decimal) -> Decimal | None:
    return r / t * 100 if t and r else None


def kai(t: Decimal, r: Decimal) -> Decimal:
    return r / t * 100 if t else NOL


def ker(t: Decimal, r: Decimal) -> Decimal | None:
    return min(SERATUS, r / t * 100) if t else None


def bpb_input(t: Decimal, r: Decimal) -> Decimal:
    return t / r * 100 if r else SERATUS


def bpb_reports(t: Decimal, r: Decimal) -> Decimal:
    if not t:
        return SERATUS
    if not r:
        return NOL
    return SERATUS if r <= t else t / r * 100


def bpb_monitoring(t: Decimal, r: Decimal) -> Decimal:
    return SERATUS if r <= t else t / r * 100


def mdn(t: Decimal, r: Decimal) -> Decimal:
    return 1 + (1 - r / t) * 100 if t and r else NOL


@dataclass(frozen=True, slots=True)
class Terapan:
    rumus: Peer
    cetak: str
    """What it prints for the eight pairs."""
    beda: str
    """The pairs for which the engine says something else."""


TERAPAN: Final[Mapping[str, Terapan]] = MappingProxyType(
    {
        "BNA": Terapan(bna, "100 120 150 199 200 0 - -", "0/0 0/2"),
        "PSW LAKIP": Terapan(psw_lakip, "100 120 150 199 200 -50 - -", "10/25 0/0 0/2"),
        "PSW MONEV": Terapan(psw_monev, "100 125 200 10000 100 40 100 0", "10/8 10/5 10/0.1 10/0 10/25"),
        "MJL": Terapan(mjl, "100 120 150 199 200 -50 NaN -Infinity", "10/25 0/0 0/2"),
        "SMG": Terapan(smg, "100 100 100 100 100 0 ! !", "10/8 10/5 10/0.1 10/0 0/0 0/2"),
        "KWA reduction": Terapan(kwa_reduction, "100 125 200 200 ! 40 ! 0", "10/8 10/5 10/0.1 10/0 10/25 0/0"),
        "KWA default": Terapan(kwa_default, "100 80 50 1 0 250 ! !", "10/8 10/5 10/0.1 10/0 10/25 0/0 0/2"),
        "WPE": Terapan(wpe, "100 125 200 10000 - 40 - 0", "10/8 10/5 10/0.1 10/0 10/25 0/0"),
        "DS": Terapan(ds, "100 80 50 1 - 250 - -", "10/8 10/5 10/0.1 10/0 10/25 0/0 0/2"),
        "KAI": Terapan(kai, "100 80 50 1 0 250 0 0", "10/8 10/5 10/0.1 10/0 10/25 0/0"),
        "KER, GEN": Terapan(ker, "100 80 50 1 0 100 - -", "10/8 10/5 10/0.1 10/0 10/25 0/0 0/2"),
        "BPB input": Terapan(bpb_input, "100 125 200 10000 100 40 100 0", "10/8 10/5 10/0.1 10/0 10/25"),
        "BPB reports": Terapan(bpb_reports, "100 100 100 100 0 40 100 100", "10/8 10/5 10/0.1 10/0 10/25 0/2"),
        "BPB monitoring": Terapan(bpb_monitoring, "100 100 100 100 100 40 100 0", "10/8 10/5 10/0.1 10/0 10/25"),
        "MDN": Terapan(mdn, "1 21 51 100 0 -149 0 0", "10/10 10/8 10/5 10/0.1 10/0 10/25 0/0"),
    }
)


@pytest.mark.parametrize("nama", TERAPAN)
def test_what_the_application_prints(nama: str) -> None:
    terapan = TERAPAN[nama]
    assert [outcome(terapan.rumus, p) for p in PASANGAN] == terapan.cetak.split()


@pytest.mark.parametrize("nama", TERAPAN)
def test_where_the_engine_says_something_else(nama: str) -> None:
    terapan = TERAPAN[nama]
    assert [p for p in PASANGAN if outcome(terapan.rumus, p) != engine(p)] == terapan.beda.split()


# ── The engine ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_engine_by_the_formula_of_the_regulation() -> None:
    """The first two rows of the table for T = 10: the raw value, and with the floor; zero tolerance for T = 0."""
    raw = [RUMUS[FormulaCapaian.TURUN_SELISIH](Masukan(*pair(p))) for p in PASANGAN]
    assert raw == list(map(Decimal, ["100", "120", "150", "199", "200", "-50", "100", "0"]))
    assert [engine(p) for p in PASANGAN] == ["100", "120", "150", "199", "200", "0", "100", "0"]


def test_no_two_applications_agree_on_a_perfect_result() -> None:
    """No death, no complaint, no fire where ten were allowed: 200, 100, 0, nothing, or a crash."""
    assert {outcome(t.rumus, "10/0") for t in TERAPAN.values()} == {"200", "100", "0", "-", "!"}
    assert engine("10/0") == "200"


def test_one_application_has_two_answers_to_one_question() -> None:
    assert outcome(TERAPAN["BPB monitoring"].rumus, "10/0") == "100"
    assert outcome(TERAPAN["BPB reports"].rumus, "10/0") == "0"


def test_failure_is_never_rewarded() -> None:
    """25 where at most 10 were allowed: four applications print more than 100, one of them cut to 100."""
    rewarded = {nama for nama, t in TERAPAN.items() if outcome(t.rumus, "10/25") in {"250", "100"}}
    assert rewarded == {"KWA default", "DS", "KAI", "KER, GEN"}
    assert engine("10/25") == "0"


def test_the_ratio_of_the_engine_has_no_cliff_where_values_are_averaged() -> None:
    """T/R explodes near zero and ends at zero: with a cap both are the cap. Without one the best result is the lower.

    That is case 6: the method of a year with `turun_rasio` needs a cap.
    """
    nearly, perfect = Masukan(*pair("10/0.1")), Masukan(*pair("10/0"))
    formula = FormulaCapaian.TURUN_RASIO
    assert (RUMUS[formula](nearly), RUMUS[formula](perfect)) == isi(10000, Tanpa.TERBATAS)
    for cap, expected in (("120", ("120", "120")), ("200", ("200", "200")), (None, ("10000", "200"))):
        found = [ukur_capaian(formula, masukan, metode(batas_agregat=cap)) for masukan in (nearly, perfect)]
        assert [f.agregat for f in found if f] == list(map(Decimal, expected))
