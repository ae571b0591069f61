"""Money: every printed percentage of the pagu, the rests, and totals that are not the sum of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_DOWN, Decimal
from types import MappingProxyType
from typing import Final

import pytest

from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.anggaran import ukur_anggaran
from sakipgen.measuring.hitung import CONTEXT, jumlah, persen
from tests.measuring.builder import Susunan
from tests.measuring.test_anggaran import program, uang
from tests.vektor.baca import Baris, baca, cetak, desimal, polos

ROWS: Final = baca("anggaran")
BY_ID: Final = MappingProxyType({row["id"]: row for row in ROWS})
YA: Final = tuple(row for row in ROWS if row["cocok"] == "ya")
LAIN: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "A011": ("77.07613328140631681362238257", "misprint: 80.5, where both amounts give 77.1"),
        "A031": ("63.09418324029920499096645776", "a digit of the pagu: 5.565.088.920 would give the 63,14"),
        "A037": ("99.99767835178351783517835178", "cut off, not rounded: nearly all of it is not 99,99 but 100,00"),
    }
)
TINGKAT: Final = ("program", "kegiatan", "sub_kegiatan")


def uang_dari(row: Baris, kolom: str) -> Decimal:
    return Decimal(row[kolom])


def serapan(row: Baris) -> Decimal:
    found = persen(uang_dari(row, "realisasi"), uang_dari(row, "pagu"))
    assert found is not None
    return found


def sisa(row: Baris) -> Decimal:
    return CONTEXT.subtract(uang_dari(row, "pagu"), uang_dari(row, "realisasi"))


# ── Percent ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_row_is_reproduced_or_listed() -> None:
    assert len(BY_ID) == len(ROWS) == 117
    assert {row["id"] for row in YA} | set(LAIN) == set(BY_ID)
    assert (len(YA), len(LAIN)) == (114, 3)


@pytest.mark.parametrize("row", YA, ids=lambda row: row["id"])
def test_the_printed_percentage_is_the_engine_s(row: Baris) -> None:
    printed = row["persen_tercetak"]
    assert cetak(serapan(row), desimal(printed)) == polos(printed)


@pytest.mark.parametrize("kode", LAIN)
def test_the_engine_s_own_figure_where_the_print_is_another(kode: str) -> None:
    row, printed = BY_ID[kode], BY_ID[kode]["persen_tercetak"]
    assert str(serapan(row)) == LAIN[kode][0]
    assert cetak(serapan(row), desimal(printed)) != polos(printed)


def test_what_is_cut_off_is_one_step_lower() -> None:
    row = BY_ID["A037"]
    assert serapan(row).quantize(Decimal("0.01"), ROUND_DOWN) == Decimal("99.99")
    assert cetak(serapan(row), 2) == "100,00"


def test_a_pagu_with_one_wrong_digit() -> None:
    """The rest and the percentage are those of another pagu: a rest that is computed cannot disagree."""
    row = BY_ID["A031"]
    meant = Decimal(5565088920)
    spent = uang_dari(row, "realisasi")
    assert sisa(row) == 2055317752
    assert CONTEXT.subtract(meant, spent) == 2051317752
    found = persen(spent, meant)
    assert found is not None
    assert cetak(found, 2) == polos(row["persen_tercetak"])


def printed_rests() -> Iterator[tuple[str, Decimal, Decimal]]:
    for row in ROWS:
        if match := re.match(r"(?:sisa|selisih) tercetak ([\d.]+)", row["catatan"]):
            yield row["id"], Decimal(match[1].replace(".", "")), sisa(row)


def test_printed_rests_are_pagu_less_realisasi() -> None:
    rests = list(printed_rests())
    assert len(rests) == 13
    assert [kode for kode, printed, found in rests if printed != found] == ["A031"]


def test_spent_above_the_pagu() -> None:
    """Only in the working form, which sets what was spent so far against the pagu to the end of the Renstra."""
    above = [row for row in ROWS if serapan(row) > 100]
    assert (len(above), {row["basis"].partition(" ")[2] for row in above}) == (
        48,
        {"Renstra s.d. 2030 vs realisasi kumulatif s.d. 2025"},
    )
    assert max(above, key=serapan)["id"] == "A065"
    assert cetak(serapan(BY_ID["A065"]), 2) == "330,60"


def test_the_pipeline_says_the_same() -> None:
    """Three sub kegiatan of one table through the whole measuring of money: rows, their sum, and the rest."""
    table = ("A008", "A009", "A010")
    data = Susunan()
    data.program[2024] = program({f"5.1.1.{n}": (BY_ID[kode]["pagu"], None) for n, kode in enumerate(table)})
    data.anggaran[2024, "TW4"] = uang(**{f"k5_1_1_{n}": BY_ID[kode]["realisasi"] for n, kode in enumerate(table)})
    periode = Periode.parse("2024")
    found = ukur_anggaran(data.dataset(), periode, Posisi.pada(parse_tanggal("2025-01-31")))
    assert found is not None
    rows = {row.kode: row for row in found.baris}
    for n, kode in enumerate(table):
        row = rows[f"5.1.1.{n}"]
        assert row.serapan is not None
        assert cetak(row.serapan, 1) == polos(BY_ID[kode]["persen_tercetak"])
        assert row.sisa == sisa(BY_ID[kode])
    assert (found.jumlah.pagu, found.jumlah.realisasi) == (Decimal(1345020715), Decimal(1243099046))
    assert str(found.jumlah.serapan) == "92.42229745138163169479512440"


# ── Totals ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("total", "rows", "more"),
    [
        ("A015", ("A012", "A013", "A014"), ("6000000", "6000000")),
        ("A019", ("A016", "A017", "A018"), ("0", "0")),
    ],
)
def test_a_printed_total_and_its_rows(total: str, rows: tuple[str, ...], more: tuple[str, str]) -> None:
    """A015 is 6.000.000 too high in both columns, which its percentage of 99,25 hides."""
    found = tuple(
        str(CONTEXT.subtract(uang_dari(BY_ID[total], kolom), jumlah(uang_dari(BY_ID[kode], kolom) for kode in rows)))
        for kolom in ("pagu", "realisasi")
    )
    assert found == more


def test_the_right_total_has_the_same_percentage_at_two_decimals() -> None:
    parts = [BY_ID[kode] for kode in ("A012", "A013", "A014")]
    right = persen(jumlah(uang_dari(r, "realisasi") for r in parts), jumlah(uang_dari(r, "pagu") for r in parts))
    assert right is not None
    assert str(right) == "99.24609486483605683690955454"
    assert cetak(right, 2) == cetak(serapan(BY_ID["A015"]), 2) == "99,25"


def children(parent: Baris) -> list[Baris]:
    """The rows of the working form one level below a row."""
    form = [row for row in ROWS if row["tingkat"]]
    level, found = TINGKAT.index(parent["tingkat"]), []
    for row in form[form.index(parent) + 1 :]:
        below = TINGKAT.index(row["tingkat"]) - level
        if below <= 0:
            break
        if below == 1:
            found.append(row)
    return found


def test_parents_of_the_form_are_the_sums_of_their_children() -> None:
    """Where they are not, the difference in pagu and realisasi; sums that are never typed cannot differ."""
    differing = {}
    parents = [row for row in ROWS if row["tingkat"] in TINGKAT[:2]]
    for parent in parents:
        below = children(parent)
        assert below, parent["id"]
        gap = tuple(
            str(CONTEXT.subtract(uang_dari(parent, kolom), jumlah(uang_dari(row, kolom) for row in below)))
            for kolom in ("pagu", "realisasi")
        )
        if gap != ("0", "0"):
            differing[parent["id"]] = gap
    assert len(parents) == 22
    assert differing == {
        "A064": ("170945264", "0"),  # as if a sub kegiatan without realisasi were missing from the sample
        "A077": ("0", "96043034"),  # counts in what its kegiatan A086 leaves out
        "A086": ("0", "-96043034"),  # less than its own two sub kegiatan
        "A099": ("0", "15211000"),  # as if a sub kegiatan without pagu were missing from the sample
        "A105": ("355693108", "0"),  # as if a sub kegiatan without realisasi were missing from the sample
        "A119": ("24975067", "0"),  # as if a sub kegiatan without realisasi were missing from the sample
    }
