"""The ten thousand hold what they promise: every formula and policy, exact halves, and numbers of every size."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran, FormulaCapaian
from sakipgen.domain.skala import Celah
from sakipgen.domain.waktu import Frekuensi
from tests.oracle.conftest import PARUH
from tests.oracle.sampel import UKURAN
from tests.oracle.terbitan import Terbitan

_SETENGAH = Decimal("0.005")


def test_there_are_ten_thousand() -> None:
    assert sum(UKURAN[year % len(UKURAN)].banyak for years, _, _ in PARUH.values() for year in years) >= 10_000


def test_every_formula_and_joining_is_measured(sampel: Terbitan) -> None:
    indikator = {row["id"]: row for row in sampel.baca("indikator")}
    measured = [row for row in sampel.baca("capaian") if row["capaian"]]
    formula = Counter(row["formula"] for row in measured)
    assert set(formula) == set(FormulaCapaian)
    assert min(formula.values()) > 100
    joined = Counter(
        (indikator[row["indikator"]]["agregasi"], indikator[row["indikator"]]["frekuensi"]) for row in measured
    )
    assert set(joined) == {(agregasi, frekuensi) for agregasi in Agregasi for frekuensi in Frekuensi}


def test_every_policy_is_in_force_somewhere(sampel: Terbitan) -> None:
    rows = list(sampel.baca("metode"))
    assert {row["celah"] for row in rows} == set(Celah)
    assert {row["agregasi_sasaran"] for row in rows} == set(AgregasiSasaran)
    assert {row["agregasi_perangkat_daerah"] for row in rows} == set(AgregasiPerangkatDaerah)
    assert {"", "120"} < {row["batas_agregat"] for row in rows}
    assert {"", "0", "-50"} <= {row["lantai"] for row in rows}


def test_many_figures_are_exactly_half_or_all_but(sampel: Terbitan) -> None:
    raw = [Decimal(row["capaian_mentah"]) for row in sampel.baca("capaian") if row["capaian_mentah"]]
    away = [abs(value % 1 % Decimal("0.01")) - _SETENGAH for value in raw if abs(value) < 10**6]
    assert sum(not distance for distance in away) > 2_000
    assert sum(0 < abs(distance) < Decimal("1e-9") for distance in away) > 100


def test_numbers_have_every_size_and_some_are_missing(sampel: Terbitan) -> None:
    rows = list(sampel.baca("capaian"))
    targets = [Decimal(row["target"]) for row in rows if row["target"]]
    assert max(targets) > 10**14
    assert min(abs(target) for target in targets if target) < Decimal("0.00001")
    assert sum(target < 0 for target in targets) > 200
    assert sum(not target for target in targets) > 200
    assert {"ada", "menunggu_rilis", "terlambat", "tidak_ditargetkan", "belum_ditetapkan", "tidak_berlaku"} <= {
        row["status"] for row in rows
    }
