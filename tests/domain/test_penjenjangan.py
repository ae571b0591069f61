"""Where each node hangs: where the tree says so, else where the plan does; kegiatan and sub kegiatan by themselves."""

from __future__ import annotations

from sakipgen.domain.penjenjangan import Kunci, Penjenjangan, susun
from tests.domain.cabang import KODE, SUB, G, K, P, S, T, daftar, kondisi, susunan
from tests.measuring.builder import Susunan, renstra


def tata(data: Susunan) -> Penjenjangan:
    return susun(data.dataset(), KODE)


def bentuk(found: Penjenjangan) -> list[str]:
    """The tree as indented lines."""
    lines: list[str] = []

    def put(key: Kunci, depth: int) -> None:
        lines.append("  " * depth + key[1])
        for child in found.anak.get(key, ()):
            put(child, depth + 1)

    for root in found.anak[None]:
        put(root, 0)
    return lines


def test_without_a_word_the_plan_is_the_tree() -> None:
    found = tata(susunan("5.1.1", "5.1.2", "5.2.1", program={"5": {}}))
    assert bentuk(found) == [
        "T1",
        "  S1",
        "    5",
        "      5.1",
        "        5.1.1",
        "        5.1.2",
        "      5.2",
        "        5.2.1",
        "  S2",
    ]


def test_kegiatan_join_only_under_a_program_of_the_tree() -> None:
    assert bentuk(tata(susunan("5.1.1"))) == ["T1", "  S1", "  S2"]


def test_a_kondisi_stands_between() -> None:
    found = tata(
        susunan(
            "5.1.1",
            "5.2.1",
            kondisi={"KA": kondisi("S1"), "KB": kondisi("5")},
            program={"5": {"induk": "KA"}},
            kegiatan={"5.2": {"induk": "KB"}},
        )
    )
    assert bentuk(found)[1:8] == [
        *("  S1", "    KA", "      5", "        KB", "          5.2", "            5.2.1", "        5.1"),
    ]


def test_a_program_of_several_sasaran_hangs_under_the_largest_share() -> None:
    data = susunan("5.1.1", program={"5": {}})
    data.program[2024]["program"]["5"]["sasaran"] = {"S1": "40", "S2": "60"}
    assert tata(data).induk[P, "5"] == (S, "S2")
    data.pohon[KODE]["sasaran"] = {"S1": {}}
    assert tata(data).induk[P, "5"] == (S, "S1"), "of those that are in the tree"


def test_the_latest_list_joins_and_earlier_ones_are_known() -> None:
    data = susunan("5.1.1", program={"5": {}}, kegiatan={"5.9": {}})
    data.program[2023] = daftar("5.9.1", "5.1.9")
    found = tata(data)
    assert found.terbaru == 2024
    assert [kode for level, kode in found.simpul if level is SUB] == ["5.1.1"]
    assert found.rencana[G, "5.9"].tahun == 2023
    assert found.induk[G, "5.9"] == (P, "5")
    assert found.rencana[P, "5"].tahun == 2024


def test_only_years_of_the_renstra_and_of_those_asked_for_count() -> None:
    data = susunan("5.1.1", program={"5": {}})
    data.program[2027] = daftar("5.1.7")
    data.program[2025] = daftar("5.1.5")
    assert tata(data).terbaru == 2025
    asked = susun(data.dataset(), KODE, (2024,))
    assert [kode for level, kode in asked.simpul if level is SUB] == ["5.1.1"]
    assert susun(data.dataset(), KODE, ()).terbaru is None
    data.renstra_lain["2025-2029"] = renstra(
        {"S8": ["A"]}, {}, tahun_awal="2025", tahun_akhir="2029", target={"A": {"2025": "1"}}
    )
    assert tata(data).terbaru == 2024, "2025 belongs to the later Renstra"


def test_a_written_parent_of_a_kode_that_two_levels_share_is_the_sasaran() -> None:
    data = susunan("5.1.1", kondisi={"KA": kondisi("T1")})
    data.sasaran = {"T1": ["A"]}
    data.pohon[KODE]["sasaran"] = {"T1": {}}
    found = tata(data)
    assert found.induk[K, "KA"] == (S, "T1")
    assert found.induk[S, "T1"] == (T, "T1")


def test_an_unknown_parent_is_none() -> None:
    found = tata(susunan(kondisi={"KA": kondisi("X")}, sub_kegiatan={"9.9.9": {}}))
    assert found.induk[K, "KA"] is None
    assert found.induk[SUB, "9.9.9"] is None
    assert found.anak[None] == ((T, "T1"), (K, "KA"), (SUB, "9.9.9"))


def test_the_way_up_ends_in_a_circle_too() -> None:
    found = tata(susunan(kondisi={"KA": kondisi("KB"), "KB": kondisi("KA"), "KC": kondisi("KC"), "KD": kondisi("KA")}))
    assert list(found.di_atas((K, "KA"))) == [(K, "KB")]
    assert list(found.di_atas((K, "KC"))) == []
    assert list(found.di_atas((K, "KD"))) == [(K, "KA"), (K, "KB")]
    assert list(found.di_atas((S, "S1"))) == [(T, "T1")]
