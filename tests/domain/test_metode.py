"""Policy is data, and a scale with a hole or an overlap is no policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.metode import FormulaCapaian, Metode, Polaritas
from sakipgen.domain.skala import Skala
from sakipgen.domain.waktu import Frekuensi
from tests.conftest import Indonesian
from tests.measuring.builder import AKIP88, PERMENDAGRI86, isi, metode, skala


def tabel(*kelas: dict[str, str], **changes: Any) -> Skala:
    rows = [{"kode": f"k{n}", "label": f"Kelas {n}"} | row for n, row in enumerate(kelas, start=1)]
    return skala(kelas=rows, **changes)


def refused(kelas: Sequence[dict[str, str]], **changes: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        tabel(*kelas, **changes)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"


@pytest.mark.parametrize("base", [PERMENDAGRI86, AKIP88])
def test_the_scales_of_the_regulations(base: dict[str, Any]) -> None:
    assert len(skala(base).kelas) in {5, 7}


@pytest.mark.parametrize(
    "kelas",
    [
        ({"min": "76"}, {"maks": "75"}),
        ({"min": "76", "maks": "100"}, {"min": "0", "maks": "75"}),
        ({"min": "75", "min_termasuk": "tidak"}, {"maks": "75"}),
        ({"min": "75"}, {"maks": "75", "maks_termasuk": "tidak"}),
        ({"min": "76.00"}, {"maks": "75"}),
        ({"min": "76", "maks": "76"}, {"maks": "75"}),
        ({"min": "0"}, {"maks": "-1"}),
    ],
)
def test_scales_that_take_every_value_once(kelas: Sequence[dict[str, str]]) -> None:
    assert len(tabel(*kelas).kelas) == 2


def test_the_step_is_one_unit_of_the_table() -> None:
    assert tabel({"min": "88.31"}, {"maks": "88.30"}, presisi_tabel="2").presisi_tabel == 2
    assert "bercelah" in refused([{"min": "89"}, {"maks": "88"}], presisi_tabel="2")


SELISIH = "buat selisih batasnya 1, atau batas yang sama dengan hanya satu yang termasuk."


@pytest.mark.parametrize(
    ("kelas", "expected"),
    [
        (
            [{"min": "77"}, {"maks": "75"}],
            f"S009 kelas Kelas 1 dan Kelas 2 bercelah pada 75–77; setiap nilai harus masuk tepat satu kelas; {SELISIH}",
        ),
        (
            [{"min": "75"}, {"maks": "75"}],
            (
                "S009 kelas Kelas 1 dan Kelas 2 bertumpang tindih pada 75–75; "
                f"setiap nilai harus masuk tepat satu kelas; {SELISIH}"
            ),
        ),
        (
            [{"min": "75", "min_termasuk": "tidak"}, {"maks": "75", "maks_termasuk": "tidak"}],
            f"S009 kelas Kelas 1 dan Kelas 2 bercelah pada 75–75; setiap nilai harus masuk tepat satu kelas; {SELISIH}",
        ),
        (
            [{"min": "74"}, {"maks": "75"}],
            (
                "S009 kelas Kelas 1 dan Kelas 2 bertumpang tindih pada 75–74; "
                f"setiap nilai harus masuk tepat satu kelas; {SELISIH}"
            ),
        ),
        (
            [{"min": "76", "min_termasuk": "tidak"}, {"maks": "75"}],
            f"S009 kelas Kelas 1 dan Kelas 2 bercelah pada 75–76; setiap nilai harus masuk tepat satu kelas; {SELISIH}",
        ),
        (
            [{"maks": "75"}, {"min": "76"}],
            "S009 batas antara Kelas 1 dan Kelas 2 tidak lengkap; isi `min` kelas atas dan `maks` kelas bawah.",
        ),
        (
            [{"min": "76"}, {"kode": "k1", "maks": "75"}],
            "S009 ada dua kelas berkode sama; setiap kelas punya kode sendiri; ganti salah satunya.",
        ),
        (
            [{"min": "91"}, {"min": "95", "maks": "90"}, {"maks": "94"}],
            (
                "S009 batas bawah kelas Kelas 2 (95) tidak di bawah batas atasnya (90); "
                "tidak ada nilai yang masuk kelas ini; betulkan batasnya."
            ),
        ),
        (
            [{"min": "90.5"}, {"maks": "89.5"}],
            (
                "S009 batas 90.5 pada kelas Kelas 1 punya desimal lebih banyak daripada `presisi_tabel` 0; "
                "samakan `presisi_tabel` dengan banyaknya desimal pada tabel."
            ),
        ),
    ],
)
def test_scales_with_a_hole_or_an_overlap(
    kelas: Sequence[dict[str, str]], expected: str, indonesian: Indonesian
) -> None:
    assert indonesian(refused(kelas)) == expected


def test_a_scale_from_the_lowest_up_is_refused() -> None:
    assert refused([{"min": "0", "maks": "50"}, {"min": "51", "maks": "100"}]).startswith("S009 ")


def test_a_class_of_one_value_must_include_it() -> None:
    kelas = [{"min": "76"}, {"min": "75", "maks": "75", "min_termasuk": "tidak"}, {"maks": "74"}]
    assert refused(kelas).startswith("S009 batas bawah kelas Kelas 2 (75)")


def test_a_formula_fits_its_polarities() -> None:
    assert {f.value: " ".join(p for p in Polaritas if f.cocok(p)) for f in FormulaCapaian} == {
        "naik": "naik",
        "turun_selisih": "turun",
        "turun_rasio": "turun",
        "rentang": "rentang",
        "rentang_turun": "rentang",
        "stabil_selisih": "stabil",
        "stabil_rasio": "stabil",
        "lintasan": "naik turun",
        "biner": "naik turun rentang",
        "tahapan": "naik",
        "predikat": "naik",
        "tanggal": "turun",
        "manual": "naik turun stabil rentang",
    }


def test_a_year_names_a_formula_for_every_polarity() -> None:
    policy = metode(formula={"turun": "turun_rasio", "stabil": "stabil_rasio", "rentang": "rentang_turun"}).formula
    assert [policy.untuk(p).value for p in Polaritas] == ["naik", "turun_rasio", "stabil_rasio", "rentang_turun"]
    plain = metode().formula
    assert [plain.untuk(p).value for p in Polaritas] == ["naik", "turun_selisih", "stabil_selisih", "rentang"]


def test_defaults_of_the_policy() -> None:
    policy = metode()
    assert isi(policy.lantai, policy.ambang_kelengkapan, policy.ambang_periksa_ulang) == isi(0, 80, 150)
    assert policy.formula.naik is FormulaCapaian.NAIK
    assert (policy.efisiensi.cara, policy.efisiensi.ambang) == isi("selisih", 5)
    assert policy.pembulatan == "setengah_ke_atas"
    assert metode(batas_agregat=None).batas_agregat is None


@pytest.mark.parametrize(
    "changes",
    [
        {"agregasi_sasaran": "berbobot", "agregasi_perangkat_daerah": "berbobot"},
        {"agregasi_sasaran": "geometrik", "agregasi_perangkat_daerah": "geometrik"},
        {"efisiensi": {"cara": "pmk", "ambang": "0"}},
        {"lantai": "100", "batas_agregat": "100"},
        {"skala": {"baku": "permendagri86", "celah": "batas_bawah"}},
    ],
)
def test_what_is_a_policy_too(changes: dict[str, Any]) -> None:
    assert metode(**changes).nama == "Metode"


@pytest.mark.parametrize("field", ["agregasi_sasaran", "agregasi_perangkat_daerah"])
@pytest.mark.parametrize("lantai", [None, "-0.01"])
def test_a_geometric_mean_needs_a_floor(field: str, lantai: str | None) -> None:
    with pytest.raises(ValidationError, match="rata-rata geometrik tidak ada bagi angka negatif; isi `lantai: 0`"):
        metode(**{field: "geometrik"}, lantai=lantai)


def test_each_frequency_has_its_deadline() -> None:
    assert [metode().tenggat.hari(f) for f in Frekuensi] == [10, 15, 20, 31]


@pytest.mark.parametrize(
    "changes",
    [
        {"formula": {"turun": "naik"}},
        {"formula": {"turun": "turun_selisih", "naik": "turun_rasio"}},
        {"formula": {}},
        {"agregasi_sasaran": "rerata_tertimbang"},
        {"agregasi_perangkat_daerah": "rerata"},
        {"lantai": "101"},
        {"batas_agregat": "99"},
        {"ambang_kelengkapan": "101"},
        {"ambang_kelengkapan": "-1"},
        {"dasar_hukum": []},
        {"formula": {"turun": "turun_selisih", "stabil": "naik"}},
        {"formula": {"turun": "turun_selisih", "rentang": "stabil_selisih"}},
        {"efisiensi": {"cara": "persen"}},
        {"efisiensi": {"ambang": "-1"}},
        {"pembulatan": "ke_genap"},
        {"ambang_lonjakan": "0"},
        {"tenggat": {"bulanan": "999999999999999", "triwulanan": "15", "semesteran": "20", "tahunan": "31"}},
        {"tenggat": {"bulanan": "-1", "triwulanan": "15", "semesteran": "20", "tahunan": "31"}},
        {"warna": "biru"},
    ],
)
def test_what_is_no_policy(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        metode(**changes)


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        metode().nama = "Lain"  # type: ignore[misc]
    assert Metode.model_config["extra"] == "forbid"
