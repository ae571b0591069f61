"""R032…R034, K118…K123, L011…L013: a pohon kinerja is one tree over its plan; each with what is nearly wrong."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking import pohon, rujukan
from tests.checking.helpers import Rule, places, said
from tests.domain.cabang import KODE, daftar, kondisi, susunan
from tests.measuring.builder import Susunan

BERKAS = f"pohon-kinerja/{KODE}.yaml"
CSF = {"csf": ["Data lengkap"]}


def lengkap(**changes: Any) -> Susunan:
    """A tree without a fault: two sasaran, a kondisi above the program and one below it."""
    return susunan(
        "5.1.1",
        "6.1.1",
        **{
            "tujuan": {"T1": CSF},
            "sasaran": {"S1": CSF, "S2": CSF},
            "kondisi": {"KA": kondisi("S1"), "KB": kondisi("5")},
            "program": {"5": {"induk": "KA"}, "6": {"induk": "S2", "alasan": "Hasilnya menentukan S2."}},
            "kegiatan": {"5.1": {"induk": "KB"}},
        }
        | changes,
    )


@pytest.mark.parametrize("rule", pohon.RULES)
def test_nothing_is_said_of_a_whole_tree_or_of_none(rule: Rule) -> None:
    assert said(rule, lengkap().dataset()) == []
    assert said(rule, Susunan().ukur("A").dataset()) == []


# ── Known ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_r032_the_file_is_called_as_its_renstra() -> None:
    data = lengkap()
    data.pohon = {"2021-2025": data.pohon[KODE]}
    assert said(pohon.renstra_pohon_ada, data.dataset()) == [
        "pohon-kinerja/2021-2025.yaml - value R032: Renstra `2021-2025` tidak ada; mungkin maksudnya `2021-2026`."
    ]
    assert [places(rule, data.dataset()) for rule in pohon.RULES[1:]] == [[]] * 11, (
        "of such a tree no other rule speaks"
    )
    data.tak_terbaca = {"renstra/2021-2025.yaml"}
    assert said(pohon.renstra_pohon_ada, data.dataset()) == []


def test_r024_the_file_becomes_an_address() -> None:
    data = lengkap()
    data.pohon["2027.html"] = data.pohon[KODE]
    assert said(rujukan.kode_berbeda, data.dataset()) == [
        (
            "pohon-kinerja/2027.html.yaml - key R024: kode `2027.html` tidak dapat menjadi alamat halaman; hapus titik "
            "atau `.html` di akhirnya."
        ),
    ]


@pytest.mark.parametrize(
    ("level", "kode", "where"),
    [
        ("tujuan", "T2", "Renstra `2021-2026`"),
        ("sasaran", "S8", "Renstra `2021-2026`"),
        ("program", "7", "daftar program tahun mana pun"),
        ("kegiatan", "5.8", "daftar program tahun mana pun"),
        ("sub_kegiatan", "5.1.8", "daftar program tahun mana pun"),
    ],
)
def test_r033_a_node_is_in_the_plan(level: str, kode: str, where: str) -> None:
    data = lengkap()
    data.pohon[KODE] = data.pohon[KODE] | {level: data.pohon[KODE].get(level, {}) | {kode: CSF}}
    (line,) = said(pohon.simpul_terdaftar, data.dataset())
    assert line.startswith(
        f"{BERKAS} {level}.{kode} key R033: {level.replace('_', ' ')} `{kode}` tidak ada dalam {where}"
    )


def test_r033_an_earlier_year_is_enough_and_an_unread_one_may_hold_it() -> None:
    data = lengkap(kegiatan={"5.9": {}})
    data.program[2023] = daftar("5.9.1")
    assert said(pohon.simpul_terdaftar, data.dataset()) == []
    del data.program[2023]
    assert places(pohon.simpul_terdaftar, data.dataset()) == [f"{BERKAS} kegiatan.5.9"]
    data.tak_terbaca = {"program/2023.yaml"}
    assert said(pohon.simpul_terdaftar, data.dataset()) == []


def test_r034_a_parent_is_in_the_tree() -> None:
    data = lengkap(kondisi={"KA": kondisi("S1"), "KB": kondisi("KC")})
    assert said(pohon.induk_terdaftar, data.dataset()) == [
        (
            f"{BERKAS} kondisi.KB.induk value R034: induk `KC` tidak ada dalam pohon ini; tambahkan simpul `KC`, atau "
            "betulkan kodenya."
        ),
    ]
    data.pohon[KODE]["kondisi"]["KB"]["induk"] = "6.1"
    assert said(pohon.induk_terdaftar, data.dataset()) == [], "a kegiatan that joined by itself is in the tree"


def test_units_and_indikator_of_a_tree_are_known() -> None:
    data = lengkap(
        tujuan={"T1": CSF | {"crosscutting": [{"unit": "mp", "peran": "Menilai"}]}},
        kondisi={"KA": kondisi("S1", indikator=["A", "X"]), "KB": kondisi("5", penanggung_jawab="pka")},
    )
    assert places(rujukan.unit_terdaftar, data.dataset()) == [
        f"{BERKAS} kondisi.KB.penanggung_jawab",
        f"{BERKAS} tujuan.T1.crosscutting.0.unit",
    ]
    assert places(rujukan.indikator_terdaftar, data.dataset()) == [f"{BERKAS} kondisi.KA.indikator.1"]


# ── One tree ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kode", "taken"),
    [
        ("t1", "tujuan `T1`"),
        ("S2", "sasaran `S2`"),
        ("5", "program `5`"),
        ("5.1.1", "sub kegiatan `5.1.1`"),
        ("kA", "kondisi antara `KA`"),
    ],
)
def test_k118_a_kondisi_has_a_kode_of_its_own(kode: str, taken: str) -> None:
    data = lengkap()
    data.pohon[KODE]["kondisi"][kode] = kondisi("S1")
    assert said(pohon.kode_kondisi_sendiri, data.dataset()) == [
        f"{BERKAS} kondisi.{kode} key K118: kode `{kode}` sudah dipakai {taken}; beri kondisi antara ini kode lain."
    ]


def test_k119_a_node_without_a_word_hangs_where_the_plan_says() -> None:
    data = lengkap(program={"6": {"induk": "S2", "alasan": "Logika."}}, kegiatan={"5.1": {}})
    assert said(pohon.simpul_tersambung, data.dataset()) == [
        (
            f"{BERKAS} kegiatan.5.1 key K119: kegiatan `5.1` tidak tersambung: induknya, program `5`, belum ada dalam "
            "pohon; tambahkan induk itu, atau tulis `induk` lain."
        ),
    ]
    assert places(pohon.rencana_masuk_pohon, data.dataset()) == [], "one mistake, one message"
    data.pohon[KODE]["kegiatan"]["5.1"] = {"induk": "KA"}
    assert said(pohon.simpul_tersambung, data.dataset()) == []


def test_k119_leaves_a_misspelt_kode_to_r033() -> None:
    data = lengkap(program={"8": {}, "6": {"induk": "S2"}}, kegiatan={"5.1": {}})
    assert said(pohon.simpul_tersambung, data.dataset()) == []
    assert places(pohon.simpul_terdaftar, data.dataset()) == [f"{BERKAS} program.8"]


def test_k120_no_way_leads_in_a_circle() -> None:
    data = lengkap(kondisi={"KA": kondisi("KC"), "KB": kondisi("KB"), "KC": kondisi("KA")})
    assert said(pohon.tidak_berputar, data.dataset()) == [
        (
            f"{BERKAS} kondisi.KA.induk value K120: induk berputar dan tidak sampai ke tujuan: `KA` → `KC` → `KA`; "
            "ganti salah satu `induk`."
        ),
        (
            f"{BERKAS} kondisi.KB.induk value K120: induk berputar dan tidak sampai ke tujuan: `KB` → `KB`; "
            "ganti salah satu `induk`."
        ),
    ]
    assert said(pohon.induk_lebih_tinggi, data.dataset()) == []
    assert said(pohon.cabang_sesuai_rencana, data.dataset()) == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"sasaran": {"S1": CSF, "S2": CSF | {"induk": "S1"}}}, "sasaran.S2.induk"),
        ({"program": {"5": {"induk": "KA"}, "6": {"induk": "5.1", "alasan": "Logika."}}}, "program.6.induk"),
        ({"program": {"5": {"induk": "KA"}, "6": {"induk": "KB", "alasan": "Logika."}}}, "program.6.induk"),
        ({"kondisi": {"KA": kondisi("S1"), "KB": kondisi("6.1")}}, "kondisi.KB.induk"),
        ({"kondisi": {"KA": kondisi("S1"), "KB": kondisi("6.1.1")}}, "kondisi.KB.induk"),
    ],
)
def test_k121_a_parent_is_of_a_higher_level(changes: dict[str, Any], place: str) -> None:
    assert places(pohon.induk_lebih_tinggi, lengkap(**changes).dataset()) == [f"{BERKAS} {place}"]


@pytest.mark.parametrize("induk", ["T1", "S1", "KA", "6"])
def test_k121_a_kondisi_stands_anywhere_above_a_kegiatan(induk: str) -> None:
    data = lengkap(kondisi={"KA": kondisi("S1"), "KB": kondisi(induk)})
    assert said(pohon.induk_lebih_tinggi, data.dataset()) == []


def test_k122_another_branch_than_the_plan_says_has_its_reason() -> None:
    data = lengkap(program={"5": {"induk": "KA"}, "6": {"induk": "S2"}})
    assert said(pohon.cabang_sesuai_rencana, data.dataset()) == [
        (
            f"{BERKAS} program.6.induk value K122: menurut rencana program `6` bagian dari sasaran `S1`, tetapi dalam "
            "pohon tidak berada di bawahnya; pindahkan, atau jelaskan pada `alasan`."
        ),
    ]
    data.program[2024]["program"]["6"]["sasaran"] = {"S1": "90", "S2": "10"}
    assert said(pohon.cabang_sesuai_rencana, data.dataset()) == [], "one of its sasaran is enough"


def test_k122_speaks_of_whole_ways_and_known_parents_only() -> None:
    data = lengkap(kondisi={"KA": kondisi("X"), "KB": kondisi("5")})
    assert said(pohon.cabang_sesuai_rencana, data.dataset()) == []
    data = lengkap()
    data.program[2024]["program"]["5"]["sasaran"] = "S9"
    assert said(pohon.cabang_sesuai_rencana, data.dataset()) == []


def rantai(panjang: int) -> dict[str, Any]:
    """Kondisi one above the other under S1, the last called KA."""
    names = [*(f"K{n}" for n in range(1, panjang)), "KA"]
    return {name: kondisi(above) for above, name in zip(["S1", *names], names, strict=False)}


@pytest.mark.parametrize(
    ("panjang", "found"), [(6, []), (7, [f"{BERKAS} kegiatan.5.1"]), (8, [f"{BERKAS} kegiatan.5.1"])]
)
def test_k123_twelve_levels_are_enough(panjang: int, found: list[str]) -> None:
    data = lengkap(kondisi=rantai(panjang) | {"KB": kondisi("5")})
    assert places(pohon.tidak_terlalu_dalam, data.dataset()) == found


# ── Nothing is left out ──────────────────────────────────────────────────────────────────────────────────────────


def test_l011_the_plan_is_in_the_tree() -> None:
    data = lengkap(sasaran={"S1": CSF}, program={"5": {"induk": "KA"}})
    assert said(pohon.rencana_masuk_pohon, data.dataset()) == [
        f"{BERKAS} sasaran key L011: sasaran `S2` belum masuk pohon kinerja; tambahkan pada `sasaran`.",
        f"{BERKAS} program key L011: program `6` belum masuk pohon kinerja; tambahkan pada `program`.",
    ]
    data.program[2023] = daftar("7.1.1")
    assert len(said(pohon.rencana_masuk_pohon, data.dataset())) == 2, "a program that has ended may be left out"


def test_l012_a_node_that_is_split_has_its_csf() -> None:
    data = lengkap(
        tujuan={"T1": {}},
        sasaran={"S1": {}, "S2": CSF},
        kondisi={"KA": kondisi("S1"), "KC": kondisi("KA"), "KB": kondisi("5")},
    )
    assert said(pohon.csf_terisi, data.dataset()) == [
        f"{BERKAS} tujuan.T1 key L012: tujuan `T1` belum punya faktor keberhasilan kritis; tambahkan `csf:`.",
        f"{BERKAS} sasaran.S1 key L012: sasaran `S1` belum punya faktor keberhasilan kritis; tambahkan `csf:`.",
        f"{BERKAS} kondisi.KA key L012: kondisi antara `KA` belum punya faktor keberhasilan kritis; tambahkan `csf:`.",
    ]
    data.pohon[KODE]["kondisi"]["KC"]["induk"] = "5"
    assert len(said(pohon.csf_terisi, data.dataset())) == 2, "a kondisi right above a program may go without"


def test_l013_no_branch_ends_before_something_is_done() -> None:
    data = lengkap(program={"5": {"induk": "S1"}, "6": {"induk": "S2", "alasan": "Logika."}})
    assert said(pohon.tidak_buntu, data.dataset()) == [
        (
            f"{BERKAS} kondisi.KA key L013: kondisi antara `KA` buntu: tidak ada simpul di bawahnya; tulis kodenya "
            "sebagai `induk` program, kegiatan, atau kondisi yang mewujudkannya."
        ),
    ]
    data.pohon[KODE]["kegiatan"]["5.1"] = {"induk": "X"}
    assert said(pohon.tidak_buntu, data.dataset()) == [], "R034 speaks first"


def test_l013_leaves_a_sasaran_without_any_program_to_k107() -> None:
    data = lengkap(program={"5": {"induk": "KA"}, "6": {"induk": "S1"}})
    assert said(pohon.tidak_buntu, data.dataset()) == []
    data.program[2024]["program"]["6"]["sasaran"] = {"S1": "90", "S2": "10"}
    assert places(pohon.tidak_buntu, data.dataset()) == [f"{BERKAS} sasaran.S2"]
