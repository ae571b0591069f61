"""The tables of the pohon kinerja: every node with its parent, and everybody whom a node needs."""

from __future__ import annotations

from sakipgen.rendering.opendata import tables
from sakipgen.rendering.tabel import Baris
from tests.domain.cabang import KODE, SUB, kondisi, susunan
from tests.measuring.builder import UNIT, Susunan
from tests.rendering.test_opendata import rekap_of

BERKAS = f"data/pohon-kinerja/{KODE}.yaml"


def baris(susunan: Susunan, nama: str) -> list[Baris]:
    return [row for table in tables(rekap_of(susunan)) if table.nama == nama for row in table.baris]


def bertingkat() -> Susunan:
    mitra = [{"unit": UNIT, "peran": "Menilai"}, {"perangkat_daerah": "Dinas Kesehatan", "peran": "Mengusulkan"}]
    return susunan(
        "5.1.1",
        sasaran={"S1": {"csf": ["Data lengkap", "Asesor cukup"]}},
        kondisi={"KA": kondisi("S1", indikator=["A", "B"], crosscutting=mitra)},
        program={"5": {"induk": "KA"}},
        kegiatan={"5.1": {"induk": "S1", "alasan": "Logika."}},
    )


def test_every_node_is_a_row_with_the_key_of_its_parent() -> None:
    s1, plan = f"{KODE}:sasaran:S1", "data/program/2024.yaml"
    ka, kegiatan = f"{KODE}:kondisi:KA", f"{KODE}:kegiatan:5.1"
    csf = "Data lengkap | Asesor cukup"
    assert [(*row[:1], *row[2:]) for row in baris(bertingkat(), "pohon")] == [
        (f"{KODE}:tujuan:T1", "T1", "tujuan", None, 0, "Tujuan.", *(None,) * 5, BERKAS, 7),
        (s1, "S1", "sasaran", f"{KODE}:tujuan:T1", 1, "Sasaran.", csf, None, "A", None, None, BERKAS, 7),
        (ka, "KA", "kondisi", s1, 2, "Data lengkap.", None, UNIT, "A B", None, None, BERKAS, 7),
        (f"{KODE}:program:5", "5", "program", ka, 3, "Program 5", None, UNIT, None, 2024, None, BERKAS, 7),
        (kegiatan, "5.1", "kegiatan", s1, 2, "Kegiatan 5.1", None, UNIT, None, 2024, "Logika.", BERKAS, 7),
        (f"{KODE}:{SUB}:5.1.1", "5.1.1", SUB, kegiatan, 3, "Sub 5.1.1", None, UNIT, None, 2024, None, plan, 7),
    ]


def test_everybody_whom_a_node_needs_is_a_row() -> None:
    key = f"{KODE}:kondisi:KA"
    assert baris(bertingkat(), "crosscutting") == [
        (f"{key}:1", KODE, key, UNIT, None, "Menilai", BERKAS, 7),
        (f"{key}:2", KODE, key, None, "Dinas Kesehatan", "Mengusulkan", BERKAS, 7),
    ]


def test_without_a_tree_the_tables_are_empty() -> None:
    empty = bertingkat()
    empty.pohon = {}
    assert baris(empty, "pohon") == baris(empty, "crosscutting") == []
