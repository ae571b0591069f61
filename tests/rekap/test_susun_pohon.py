"""The values of a pohon kinerja: words from where they are written once, and the line of each node."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.pohon import TingkatSimpul
from sakipgen.domain.waktu import Posisi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import Rekapitulasi, RekapPohon, SimpulPohon, summarise
from tests.domain.cabang import KODE, daftar, kondisi, susunan
from tests.measuring.builder import UNIT, Susunan, metode, renstra


def locate(path: PurePosixPath, loc: Loc) -> Position:
    """Every place of a file has a line of its own: as many as the letters that name it."""
    return Position(len(".".join(map(str, loc))), 1)


def rekap(data: Susunan, hari: str = "2025-02-14") -> Rekapitulasi:
    posisi = Posisi.pada(date.fromisoformat(hari))
    dataset = terlihat(data.dataset(), posisi)
    return summarise(dataset, measure(dataset, posisi), locate)


def pohon(data: Susunan, hari: str = "2025-02-14") -> RekapPohon:
    (found,) = rekap(data, hari).pohon
    return found


def simpul(found: RekapPohon, kode: str) -> SimpulPohon:
    return next(node for node in found.simpul if node.kode == kode)


def bertingkat() -> Susunan:
    data = susunan(
        "5.1.1",
        kondisi={"KA": kondisi("S1", indikator=["B"], csf=["Asesor cukup", "Data mutakhir"])},
        program={"5": {"induk": "KA"}},
        kegiatan={"5.1": {"induk": "S2", "alasan": "Hasilnya menentukan S2."}},
    )
    data.pohon[KODE]["tujuan"] = {"T1": {"crosscutting": [{"unit": UNIT, "peran": "Menilai"}]}}
    return data


def test_nodes_stand_from_top_to_bottom_each_with_its_depth() -> None:
    found = pohon(bertingkat())
    assert [(node.kedalaman, node.tingkat.value, node.kode) for node in found.simpul] == [
        (0, "tujuan", "T1"),
        (1, "sasaran", "S1"),
        (2, "kondisi", "KA"),
        (3, "program", "5"),
        (1, "sasaran", "S2"),
        (2, "kegiatan", "5.1"),
        (3, "sub_kegiatan", "5.1.1"),
    ]
    assert (found.kode, found.tahun, found.akar) == (KODE, 2024, (found.simpul[0],))


def test_words_come_from_where_they_are_written_once() -> None:
    found = pohon(bertingkat())
    assert [(node.uraian, node.unit, node.indikator) for node in found.simpul] == [
        ("Tujuan.", None, ()),
        ("Sasaran.", None, ("A",)),
        ("Data lengkap.", UNIT, ("B",)),
        ("Program 5", UNIT, ()),
        ("Sasaran.", None, ("B",)),
        ("Kegiatan 5.1", UNIT, ()),
        ("Sub 5.1.1", UNIT, ()),
    ]
    assert simpul(found, "KA").csf == ("Asesor cukup", "Data mutakhir")
    assert [(c.unit, c.peran) for c in simpul(found, "T1").crosscutting] == [(UNIT, "Menilai")]
    assert [node.alasan for node in found.simpul if node.alasan] == ["Hasilnya menentukan S2."]


def test_a_node_stands_where_the_tree_names_it_else_in_the_list_of_programs() -> None:
    found = pohon(bertingkat())
    tree, plan = PurePosixPath(f"data/pohon-kinerja/{KODE}.yaml"), PurePosixPath("data/program/2024.yaml")
    assert [(node.rujukan.berkas, node.rujukan.baris) for node in found.simpul] == [
        *((tree, len(place)) for place in ("tujuan.T1", "sasaran.S1", "kondisi.KA", "program.5", "sasaran.S2")),
        (tree, len("kegiatan.5.1")),
        (plan, len("sub_kegiatan.5.1.1")),
    ]
    assert (found.rujukan.berkas, found.rujukan.baris) == (tree, 1)


def test_what_only_a_later_year_lists_is_not_known_yet() -> None:
    data = susunan("5.1.1", program={"5": {}, "6": {}}, kondisi={"KA": kondisi("6")})
    data.program[2025] = daftar("5.1.1", "6.1.1")
    data.metode_lain[2025] = metode()
    data.pk[2025, "kepala", "murni"] = {
        "tanggal": "2025-01-15",
        "pihak_pertama": "kepala",
        "butir": {"A": {"target": "1"}},
    }
    early, late = pohon(data, "2025-01-14"), pohon(data, "2025-01-31")
    assert [node.kode for node in early.simpul] == ["T1", "S1", "5", "5.1", "5.1.1", "S2"]
    assert [node.kode for node in late.simpul] == [
        *("T1", "S1", "5", "5.1", "5.1.1", "6", "KA", "6.1", "6.1.1", "S2"),
    ]
    assert (early.tahun, late.tahun) == (2024, 2025)
    assert {node.tahun for node in late.simpul if node.tingkat is TingkatSimpul.SUB_KEGIATAN} == {2025}


def test_a_program_that_has_ended_keeps_its_last_year() -> None:
    data = susunan("5.1.1", program={"5": {}}, kegiatan={"5.9": {}})
    data.program[2023] = daftar("5.9.1")
    data.metode_lain[2023] = metode()
    data.pk[2023, "kepala", "murni"] = {
        "tanggal": "2023-01-15",
        "pihak_pertama": "kepala",
        "butir": {"A": {"target": "1"}},
    }
    assert [(node.kode, node.tahun) for node in pohon(data).simpul if node.tahun] == [
        *(("5", 2024), ("5.9", 2023), ("5.1", 2024), ("5.1.1", 2024)),
    ]


def test_trees_are_in_order_of_their_renstra() -> None:
    data = susunan("5.1.1")
    tree = data.pohon[KODE]
    data.pohon = {"2025-2029": tree, KODE: tree}
    data.renstra_lain["2025-2029"] = renstra({"S1": ["A"]}, {"A": {"2025": "1"}}, tahun_awal="2025", tahun_akhir="2029")
    assert [found.kode for found in rekap(data).pohon] == [KODE, "2025-2029"]
    assert rekap(susunan()).pohon[0].akar[0].kode == "T1"
    data.pohon = {}
    assert rekap(data).pohon == ()
