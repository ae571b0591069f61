"""Scales as they are printed: which of them are refused, what mends them, and the class of what they leave out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

import pytest
from pydantic import ValidationError

from sakipgen.measuring.skala import kelas
from tests.measuring.builder import skala
from tests.vektor.baca import Baris, baca

ROWS: Final = baca("kategori")
BY_ID: Final = MappingProxyType({row["id"]: row for row in ROWS})
SKALA: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sampang": ("K01", "K02", "K03", "K04", "K05"),
        "malteng": ("K06", "K07", "K08", "K09", "K10", "K11"),
        "tiga": ("K14", "K13", "K12"),
        "lima": ("K15", "K16", "K17", "K18", "K19"),
        "karantina": ("K20",),
        "sulbar": ("K21", "K22", "K23", "K24", "K25", "K26"),
        "akip": ("K27", "K28", "K29", "K30", "K31", "K32", "K33"),
    }
)
"""The printed scales, from the highest class down. `tiga` and `lima` stand in one report."""

NILAI: Final = ("90.5", "75.5", "100.01", "85")
_INTERVAL: Final = re.compile(r"(>|<|≤|=)?\s*(\d+)\s*%?\s*(?:(≥)|(?:s\.d\.?|-|≤)\s*(<)?\s*(\d+)\s*%?)?")


def batas(interval: str) -> dict[str, str]:
    """The bounds of a class as the page prints them; none where it prints none."""
    match = _INTERVAL.fullmatch(interval)
    if match is None:
        assert interval == "(interval tidak tampak)"
        return {}
    sign, first, _, open_end, last = match.groups()
    if sign == "=":
        return {"min": first, "maks": first}
    if sign in {"<", "≤"}:
        return {"maks": first} | ({"maks_termasuk": "tidak"} if sign == "<" else {})
    found = {"min": first} | ({"min_termasuk": "tidak"} if sign else {})
    return found | ({"maks": last} if last else {}) | ({"maks_termasuk": "tidak"} if open_end else {})


def tercetak(kode: Sequence[str]) -> dict[str, Any]:
    """The content of a scale file that says what the page says, and nothing that it does not."""
    rows = [BY_ID[k] for k in kode]
    return {
        "nama": "Skala",
        "dasar": "Laporan",
        "kelas": [{"kode": row["id"], "label": row["label"]} | batas(row["interval_tercetak"]) for row in rows],
    }


def refusal(content: Mapping[str, Any], **changes: Any) -> str:
    """Code and start of the message; empty if the scale is accepted."""
    try:
        skala(content, **changes)
    except ValidationError as error:
        return "; ".join(f"{e['type']} {e['msg'].partition(';')[0]}" for e in error.errors())
    return ""


def classes(content: Mapping[str, Any], nilai: Sequence[str] = NILAI, **changes: Any) -> list[str]:
    scale = skala(content, **changes)
    return [kelas(scale, Decimal(n)).label for n in nilai]


def test_every_printed_class_is_in_a_scale() -> None:
    assert sorted(kode for members in SKALA.values() for kode in members) == list(BY_ID)
    assert len(ROWS) == 33


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_bounds_are_those_of_the_page(row: Baris) -> None:
    """The columns with numbers say the same as the text, but give the lowest classes a zero that is not printed."""
    found = batas(row["interval_tercetak"])
    lower, upper = row["bawah"], row["atas"]
    assert found.get("min", "") == ("" if row["interval_tercetak"].startswith("≤") else lower)
    assert found.get("maks", "") == upper


@pytest.mark.parametrize("nama", [nama for nama in SKALA if nama not in {"karantina", "sulbar"}])
def test_no_printed_scale_says_how_its_gaps_are_read(nama: str) -> None:
    """The page is silent, so the file may not be: without `celah` no scale is accepted."""
    assert "missing" in refusal(tercetak(SKALA[nama]))


@pytest.mark.parametrize(
    ("nama", "expected"),
    [
        ("sampang", ""),
        ("lima", ""),
        ("tiga", ""),
        ("akip", ""),
        ("malteng", "S009 kelas Memuaskan dan Sangat Baik bercelah pada 85–85"),
        ("sulbar", "S009 batas antara Memuaskan dan Sangat Baik tidak lengkap"),
    ],
)
def test_the_scale_as_it_is_printed(nama: str, expected: str) -> None:
    """With a declared reading a table of whole numbers has no gaps; a bound that is in no class stays one."""
    for celah in ("bulatkan", "batas_bawah", "batas_atas"):
        assert refusal(tercetak(SKALA[nama]), celah=celah) == expected


def test_one_class_is_no_scale() -> None:
    assert refusal(tercetak(SKALA["karantina"]), celah="bulatkan").startswith("too_short")


@pytest.mark.parametrize("nama", ["sampang", "lima"])
def test_whole_numbers_do_not_cover_scores_of_two_decimals(nama: str) -> None:
    high, low = (BY_ID[kode]["label"] for kode in SKALA[nama][:2])
    assert refusal(tercetak(SKALA[nama]), celah="bulatkan", presisi_tabel="2") == (
        f"S009 kelas {high} dan {low} bercelah pada 90–91"
    )


def test_two_scales_of_one_report_are_no_scale() -> None:
    """Three words for «below, on and above target» and five for what is below: together they overlap."""
    both = tercetak((*SKALA["tiga"], *SKALA["lima"]))
    assert refusal(both, celah="batas_bawah") == "S009 batas antara Tidak Tercapai dan Sangat Tinggi tidak lengkap"


def test_the_order_of_the_page_may_be_upside_down() -> None:
    assert refusal(tercetak(SKALA["tiga"][::-1]), celah="batas_bawah").startswith("S009 ")


@pytest.mark.parametrize(
    ("nama", "celah", "expected"),
    [
        ("sampang", "bulatkan", ["Sangat Baik", "Baik", "Sangat Baik", "Baik"]),
        ("sampang", "batas_bawah", ["Baik", "Cukup", "Sangat Baik", "Baik"]),
        ("sampang", "batas_atas", ["Sangat Baik", "Baik", "Sangat Baik", "Baik"]),
        ("lima", "bulatkan", ["Sangat Tinggi", "Tinggi", "Sangat Tinggi", "Tinggi"]),
        ("lima", "batas_bawah", ["Tinggi", "Sedang", "Sangat Tinggi", "Tinggi"]),
        ("lima", "batas_atas", ["Sangat Tinggi", "Tinggi", "Sangat Tinggi", "Tinggi"]),
        ("tiga", "bulatkan", ["Tidak Tercapai", "Tidak Tercapai", "Tecapai / Sesuai", "Tidak Tercapai"]),
        ("tiga", "batas_bawah", ["Tidak Tercapai", "Tidak Tercapai", "Melebihi Target", "Tidak Tercapai"]),
        ("tiga", "batas_atas", ["Tidak Tercapai", "Tidak Tercapai", "Melebihi Target", "Tidak Tercapai"]),
        ("akip", "bulatkan", ["AA Sangat Memuaskan", "BB Sangat baik", "AA Sangat Memuaskan", "A Memuaskan"]),
        ("akip", "batas_bawah", ["AA Sangat Memuaskan", "BB Sangat baik", "AA Sangat Memuaskan", "A Memuaskan"]),
        ("akip", "batas_atas", ["AA Sangat Memuaskan", "BB Sangat baik", "AA Sangat Memuaskan", "A Memuaskan"]),
    ],
)
def test_the_class_of_what_the_page_leaves_out(nama: str, celah: str, expected: list[str]) -> None:
    """Of 90,5, 75,5, 100,01 and 85."""
    assert classes(tercetak(SKALA[nama]), celah=celah) == expected


def mended(kelas_atas: bool) -> dict[str, Any]:
    """The six classes with 85 in the upper or in the lower of the two that both leave it out."""
    content = tercetak(SKALA["malteng"])
    if kelas_atas:
        content["kelas"][0]["min_termasuk"] = "ya"
    else:
        content["kelas"][1]["maks_termasuk"] = "ya"
    return content


@pytest.mark.parametrize("celah", ["bulatkan", "batas_bawah", "batas_atas"])
def test_85_is_in_no_class_until_someone_says_in_which(celah: str) -> None:
    assert classes(mended(kelas_atas=False), celah=celah) == ["Memuaskan", "Sangat Baik", "Memuaskan", "Sangat Baik"]
    assert classes(mended(kelas_atas=True), celah=celah) == ["Memuaskan", "Sangat Baik", "Memuaskan", "Memuaskan"]


@pytest.mark.parametrize(
    ("nama", "nilai", "bulatkan", "dua_desimal", "batas_bawah"),
    [
        ("tiga", "99.5", "Tecapai / Sesuai", "Tidak Tercapai", "Tidak Tercapai"),
        ("tiga", "99.499", "Tidak Tercapai", "Tidak Tercapai", "Tidak Tercapai"),
        ("tiga", "99.995", "Tecapai / Sesuai", "Tecapai / Sesuai", "Tidak Tercapai"),
        ("akip", "90.4", "A Memuaskan", "AA Sangat Memuaskan", "AA Sangat Memuaskan"),
        ("akip", "80.004", "BB Sangat baik", "BB Sangat baik", "A Memuaskan"),
    ],
)
def test_rounding_where_the_page_has_no_gaps_changes_the_class(
    nama: str, nilai: str, bulatkan: str, dua_desimal: str, batas_bawah: str
) -> None:
    """A scale with «more than» leaves no gap to be read: `bulatkan` needs the decimals of the value itself there."""
    content = tercetak(SKALA[nama])
    assert classes(content, [nilai], celah="bulatkan") == [bulatkan]
    assert classes(content, [nilai], celah="bulatkan", presisi_tabel="2") == [dua_desimal]
    assert classes(content, [nilai], celah="batas_bawah") == [batas_bawah]


def test_above_and_below_the_page() -> None:
    """Silent over 100 and under 0: the nearest end."""
    content = tercetak(SKALA["sampang"])
    assert classes(content, ["540.625", "-50", "0"], celah="bulatkan") == [
        "Sangat Baik",
        "Sangat Kurang",
        "Sangat Kurang",
    ]
    assert classes(tercetak(SKALA["akip"]), ["0"], celah="bulatkan") == ["D Sangat Kurang"]  # printed as > 0
