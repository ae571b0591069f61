"""N019, N020, R030: the form of targets and realisasi; of one wrong form no other rule speaks."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking import check
from sakipgen.checking.bentuk import bentuk_cocok, capaian_dinyatakan_pada_manual, pilihan_terdaftar
from tests.checking.helpers import line, places, said
from tests.measuring.builder import AKIP88, BUKTI, Susunan

PK = "perjanjian-kinerja/2024/kepala/murni.yaml"
LAPORAN = "realisasi/2024/TW1/mutasi.yaml"
ALASAN = "Rapat pimpinan menilai mutu tiga naskah yang selesai menurut daftar periksa bersama."
DINYATAKAN = {"nilai": "95", "alasan": ALASAN, "disetujui_oleh": "kepala"}

OPINI: dict[str, Any] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
HARI: dict[str, Any] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}
JANJI: dict[str, Any] = {"satuan": {"nama": "status", "tipe": "ya_tidak"}}
TAHAPAN: dict[str, Any] = {
    "satuan": {"nama": "persen", "tipe": "persen"},
    "tahapan": {"T1": {"uraian": "Rancangan.", "bobot": "40"}, "T2": {"uraian": "Penetapan.", "bobot": "60"}},
}
SKALA: dict[str, Any] = {"skala": AKIP88}
RENTANG: dict[str, Any] = {"polaritas": "rentang"}
TURUN: dict[str, Any] = {"polaritas": "turun"}
KOMPONEN: dict[str, Any] = {"komponen": {"a": "A", "b": "B"}, "rumus": "a / b * 100"}
KEDUA: dict[str, Any] = {"komponen": {"a": "72", "b": "100"}}
SKOR: dict[str, Any] = {"nilai": "72", "predikat": "BB"}
HANYA_PREDIKAT = "satuan `predikat` dan kamus yang punya `skala`"
RESMI: dict[str, Any] = KOMPONEN | {"nilai_resmi": "ya"}


def dijanjikan(kamus: dict[str, Any], target: Any) -> Susunan:
    return Susunan(target_renstra={"A": {"2024": target}}).ukur("A", **kamus).janji("A", target)


def dilaporkan(kamus: dict[str, Any], **fields: Any) -> Susunan:
    return Susunan().ukur("A", **kamus).lapor("A", "TW1", **fields)


def codes(data: Susunan) -> set[str]:
    """What is said of one file with all rules, by code."""
    return {issue.code for issue in check(data.dataset()) if "renstra" not in str(issue.path)}


# ── N019 of targets ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kamus", "target"),
    [
        ({}, "80"),
        ({}, {"paling_sedikit": "80"}),
        ({}, {"lebih_dari": "80"}),
        (TURUN, "5"),
        (TURUN, {"paling_banyak": "5"}),
        (TURUN, {"kurang_dari": "5"}),
        (RENTANG, {"min": "80", "maks": "90"}),
        (RENTANG | {"batas": {"min": "0"}}, {"min": "0", "maks": "5"}),
        (RENTANG | {"batas": {"maks": "0"}}, {"min": "-5", "maks": "0"}),
        (RENTANG | {"formula_capaian": "manual"}, {"min": "0", "maks": "5"}),
        ({"formula_capaian": "biner"}, {"lebih_dari": "0"}),
        (TURUN, {"kurang_dari": "0"}),
        (OPINI, {"predikat": "WTP"}),
        (HARI, {"tanggal": "2024-06-30"}),
        (JANJI, {"terpenuhi": "ya"}),
        (TAHAPAN, {"tahapan": ["T1"]}),
        (SKALA, {"predikat": "BB"}),
        (SKALA, {"predikat": "BB", "nilai": "72"}),
        (SKALA, {"predikat": "D", "nilai": "20"}),
        (SKALA, "72"),
        ({"polaritas": "stabil"}, "20"),
    ],
)
def test_a_target_in_the_form_of_the_kamus(kamus: dict[str, Any], target: Any) -> None:
    assert codes(dijanjikan(kamus, target)) <= {"K104", "K112"}


@pytest.mark.parametrize(
    ("kamus", "target", "where", "text"),
    [
        (OPINI, "4", " value", "target bersatuan `predikat` tidak ditulis sebagai angka; tulis `{predikat: WTP}`."),
        (
            HARI,
            "90",
            " value",
            "target bersatuan `tanggal` tidak ditulis sebagai angka; tulis `{tanggal: 2024-12-31}`.",
        ),
        (
            HARI,
            {"paling_banyak": "90"},
            " value",
            "target bersatuan `tanggal` tidak ditulis sebagai angka; tulis `{tanggal: 2024-12-31}`.",
        ),
        (JANJI, "1", " value", "target bersatuan `ya_tidak` tidak ditulis sebagai angka; tulis `{terpenuhi: ya}`."),
        (
            {},
            {"predikat": "BB"},
            ".predikat key",
            "`predikat` hanya untuk satuan `predikat` dan kamus yang punya `skala`; tulis angkanya.",
        ),
        ({}, {"tanggal": "2024-06-30"}, ".tanggal key", "`tanggal` hanya untuk satuan `tanggal`; tulis angkanya."),
        ({}, {"terpenuhi": "ya"}, ".terpenuhi key", "`terpenuhi` hanya untuk satuan `ya_tidak`; tulis angkanya."),
        ({}, {"tahapan": ["T1"]}, ".tahapan key", "`tahapan` hanya untuk kamus yang punya `tahapan`; tulis angkanya."),
        (
            OPINI,
            {"terpenuhi": "ya"},
            ".terpenuhi key",
            "`terpenuhi` hanya untuk satuan `ya_tidak`; tulis `{predikat: WTP}`.",
        ),
        (
            TAHAPAN,
            {"terpenuhi": "ya"},
            ".terpenuhi key",
            "`terpenuhi` hanya untuk satuan `ya_tidak`; tulis `{tahapan: [T1]}`.",
        ),
        (OPINI, {"predikat": "WTP", "nilai": "3"}, ".nilai key", "peringkat `WTP` tidak punya nilai; hapus `nilai`."),
        (
            SKALA,
            {"predikat": "D"},
            ".predikat key",
            "`D` kelas terendah, tanpa nilai terendah; tulis `nilai:` di sampingnya, atau predikat lain.",
        ),
        (RENTANG, "85", " value", "`polaritas: rentang` memerlukan dua batas; tulis `{min: …, maks: …}`."),
        (
            {},
            {"min": "80", "maks": "90"},
            ".min key",
            (
                "target rentang hanya untuk `polaritas: rentang`, sedangkan kamus menyebut `naik`; tulis satu angka, "
                "atau betulkan polaritasnya."
            ),
        ),
        (
            RENTANG | {"agregasi": "jumlah"},
            {"min": "80", "maks": "90"},
            ".min key",
            "target rentang tidak dapat dijumlahkan; ganti `agregasi: jumlah` dalam kamus.",
        ),
        (
            RENTANG | {"agregasi": "jumlah"},
            "80",
            " value",
            "target rentang tidak dapat dijumlahkan; ganti `agregasi: jumlah` dalam kamus.",
        ),
        (
            RENTANG,
            {"min": "0", "maks": "5"},
            ".min value",
            (
                "batas bawah 0 tidak dapat menjadi pembagi capaian; tulis batas lain, atau isi `batas: min: 0` dalam "
                "kamus bila nilai di bawahnya tidak mungkin."
            ),
        ),
        (
            RENTANG | {"formula_capaian": "rentang_turun"},
            {"min": "-5", "maks": "0"},
            ".maks value",
            (
                "batas atas 0 tidak dapat menjadi pembagi capaian; tulis batas lain, atau isi `batas: maks: 0` dalam "
                "kamus bila nilai di atasnya tidak mungkin."
            ),
        ),
        (
            TURUN,
            {"paling_sedikit": "5"},
            ".paling_sedikit key",
            "`paling_sedikit` hanya untuk `polaritas: naik`, sedangkan kamus menyebut `turun`; betulkan salah satunya.",
        ),
        (
            {"polaritas": "stabil"},
            {"kurang_dari": "5"},
            ".kurang_dari key",
            "`kurang_dari` hanya untuk `polaritas: turun`, sedangkan kamus menyebut `stabil`; betulkan salah satunya.",
        ),
        (
            {},
            {"lebih_dari": "0"},
            ".lebih_dari value",
            "`lebih_dari: 0` tidak dapat menjadi pembagi capaian; isi `formula_capaian: biner` dalam kamus.",
        ),
        (
            SKALA | {"polaritas": "turun"},
            {"predikat": "BB"},
            ".predikat key",
            "target `predikat` berarti paling sedikit predikat itu; dengan `polaritas: turun` tulis batas angkanya.",
        ),
        *(
            (
                TAHAPAN,
                form,
                " value",
                "target indikator bertahapan tidak ditulis sebagai angka; tulis `{tahapan: [T1]}`.",
            )
            for form in ("40", {"paling_sedikit": "40"})
        ),
        (TAHAPAN, {"tahapan": ["T1", "T1"]}, ".tahapan.1 value", "tahapan `T1` sudah disebut; hapus yang kedua."),
    ],
)
def test_n019_a_target_in_another_form(kamus: dict[str, Any], target: Any, where: str, text: str) -> None:
    data = dijanjikan(kamus, target)
    assert said(bentuk_cocok, data.dataset())[1:] == [f"{PK} butir.A.target{where} N019: {text}"]
    assert codes(data) <= {"N019", "K104"}, "one mistake, one message"


def test_n019_looks_at_every_target() -> None:
    data = dijanjikan(RENTANG, "85").rencanakan("A", TW1="80", TW4={"min": "80", "maks": "90"})
    assert places(bentuk_cocok, data.dataset()) == [
        "renstra/2021-2026.yaml target.A.2024",
        f"{PK} butir.A.target",
        "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1",
    ]
    assert said(bentuk_cocok, Susunan(sasaran={"S1": ["B"]}).janji("A", {"tanggal": "2024-06-30"}).dataset()) == []


# ── N019 of realisasi ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kamus", "fields"),
    [
        ({}, {"nilai": "80"}),
        (OPINI, {"predikat": "WDP"}),
        (HARI, {"tanggal": "2024-03-30"}),
        (JANJI, {"terpenuhi": "tidak"}),
        (TAHAPAN, {"tahapan": []}),
        (TAHAPAN, {"tahapan": ["T1"]}),
        (SKALA, {"nilai": "72"}),
        (SKALA, {"nilai": "72", "predikat": "BB"}),
        (SKALA | KOMPONEN, {"komponen": {"a": "72", "b": "100"}, "predikat": "BB"}),
        (KOMPONEN, {"komponen": {"a": "1", "b": "2"}}),
        (RESMI, {"nilai": "50", "komponen": {"a": "1", "b": "2"}}),
        (RESMI, {"nilai": "50"}),
        (HARI, {"status": "menunggu_rilis", "alasan": "Belum selesai."}),
    ],
)
def test_a_row_in_the_form_of_the_kamus(kamus: dict[str, Any], fields: dict[str, Any]) -> None:
    assert codes(dilaporkan(kamus, **fields)) <= {"K103"}


@pytest.mark.parametrize(
    ("kamus", "fields", "where", "text"),
    [
        (
            OPINI,
            {"nilai": "3"},
            "nilai",
            "realisasi bersatuan `predikat` tidak ditulis dengan `nilai`; tulis `predikat: WTP`.",
        ),
        (
            HARI,
            {"nilai": "90"},
            "nilai",
            "realisasi bersatuan `tanggal` tidak ditulis dengan `nilai`; tulis `tanggal: 2024-12-31`.",
        ),
        (
            JANJI,
            {"komponen": {"a": "1"}},
            "komponen",
            "realisasi bersatuan `ya_tidak` tidak ditulis dengan `komponen`; tulis `terpenuhi: ya`.",
        ),
        (
            TAHAPAN,
            {"nilai": "40"},
            "nilai",
            "indikator bertahapan tidak ditulis dengan `nilai`; tulis `tahapan: [T1]`.",
        ),
        (
            TAHAPAN,
            {"nilai": "50", "tahapan": ["T1"]},
            "nilai",
            "indikator bertahapan cukup ditulis dengan `tahapan`; hapus `nilai`.",
        ),
        (
            HARI,
            {"tanggal": "2024-03-30", "komponen": {"a": "1"}},
            "komponen",
            "realisasi bersatuan `tanggal` cukup ditulis dengan `tanggal`; hapus `komponen`.",
        ),
        (HARI, {"terpenuhi": "ya"}, "terpenuhi", "`terpenuhi` hanya untuk satuan `ya_tidak`; tulis `tanggal:`."),
        ({}, {"tanggal": "2024-03-30"}, "tanggal", "`tanggal` hanya untuk satuan `tanggal`; tulis `nilai:`."),
        (
            KOMPONEN | {"batas": {"maks": "50"}},
            {"tanggal": "2024-03-30"},
            "tanggal",
            "`tanggal` hanya untuk satuan `tanggal`; tulis `komponen:`.",
        ),
        ({}, {"tahapan": []}, "tahapan", "`tahapan` hanya untuk kamus yang punya `tahapan`; tulis `nilai:`."),
        (
            {},
            {"nilai": "72", "predikat": "BB"},
            "predikat",
            "`predikat` hanya untuk satuan `predikat` dan kamus yang punya `skala`; tulis `nilai:`.",
        ),
        (
            SKALA,
            {"predikat": "BB"},
            "predikat",
            "capaian dihitung dari nilai, bukan dari predikat; tulis nilainya juga.",
        ),
        (
            SKALA | KOMPONEN,
            {"predikat": "BB"},
            "predikat",
            "capaian dihitung dari nilai, bukan dari predikat; tulis komponennya juga.",
        ),
        (
            RESMI,
            {"komponen": {"a": "1", "b": "2"}},
            "komponen",
            "nilai resmi belum ditulis; komponen hanya pembanding; tulis `nilai:` seperti ditetapkan pemiliknya.",
        ),
    ],
)
def test_n019_a_row_in_another_form(kamus: dict[str, Any], fields: dict[str, Any], where: str, text: str) -> None:
    data = dilaporkan(kamus, **fields)
    found = [text for text in said(bentuk_cocok, data.dataset()) if text.startswith(LAPORAN)]
    assert found == [f"{LAPORAN} butir.A.{where} key N019: {text}"]
    assert codes(data) <= {"N019", "K103"}, "one mistake, one message"


@pytest.mark.parametrize("fields", [{"predikat": "WTP"}, {"tahapan": []}, {"tanggal": "2024-03-30"}])
def test_a_form_beside_a_status_is_left_to_n010(fields: dict[str, Any]) -> None:
    data = dilaporkan({}, status="tidak_tersedia", alasan="A.", **fields)
    assert codes(data) <= {"N010", "K103"}
    assert "N010" in codes(data)


@pytest.mark.parametrize(("kamus", "word"), [(HARI, "tanggal"), (JANJI, "terpenuhi"), (TAHAPAN, "tahapan")])
def test_n009_asks_an_empty_row_for_its_own_form(kamus: dict[str, Any], word: str) -> None:
    (text,) = [line(issue) for issue in check(dilaporkan(kamus).dataset()) if issue.code == "N009"]
    assert f"butir.A.{word} value" in text
    assert f"isi `{word}`" in text


# ── R030 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kamus", "form", "where", "text"),
    [
        (OPINI, {"predikat": "wtp"}, "predikat", "predikat `wtp` tidak ada dalam kamus; mungkin maksudnya `WTP`."),
        (
            OPINI,
            {"predikat": "Baik"},
            "predikat",
            "predikat `Baik` tidak ada dalam kamus; pilihannya: WTP, WDP, TW, TMP.",
        ),
        (
            SKALA,
            {"predikat": "AAA", "nilai": "72"},
            "predikat",
            "predikat `AAA` tidak ada dalam kamus; mungkin maksudnya `AA`.",
        ),
        (
            TAHAPAN,
            {"tahapan": ["T1", "t2"]},
            "tahapan.1",
            "tahapan `t2` tidak ada dalam kamus; mungkin maksudnya `T2`.",
        ),
        (TAHAPAN, {"tahapan": ["T9"]}, "tahapan.0", "tahapan `T9` tidak ada dalam kamus; pilihannya: T1, T2."),
    ],
)
def test_r030_a_choice_that_the_kamus_does_not_have(
    kamus: dict[str, Any], form: dict[str, Any], where: str, text: str
) -> None:
    promised, reported = dijanjikan(kamus, form), dilaporkan(kamus, **form)
    assert said(pilihan_terdaftar, promised.dataset())[1:] == [f"{PK} butir.A.target.{where} value R030: {text}"]
    assert said(pilihan_terdaftar, reported.dataset()) == [f"{LAPORAN} butir.A.{where} value R030: {text}"]
    assert codes(promised) | codes(reported) <= {"R030", "K103", "K104"}, "one mistake, one message"


def test_r030_names_every_unknown_tahapan() -> None:
    data = dilaporkan(TAHAPAN, tahapan=["X", "T1", "Y"])
    assert places(pilihan_terdaftar, data.dataset()) == [f"{LAPORAN} butir.A.tahapan.0", f"{LAPORAN} butir.A.tahapan.2"]


# ── N020, R014 ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kamus", "fields", "expected"),
    [
        ({"formula_capaian": "manual"}, {"nilai": "80", "capaian_dinyatakan": DINYATAKAN}, []),
        (
            {"formula_capaian": "manual"},
            {
                "nilai": "80",
                "capaian_dinyatakan": DINYATAKAN | {"alasan": "Dinilai baik dalam rapat pimpinan pada bulan itu."},
            },
            [
                (
                    f"{LAPORAN} butir.A.capaian_dinyatakan.alasan value N020: `alasan` hanya 8 kata; tulis "
                    "sekurang-kurangnya 10 kata tentang apa yang dinilai dan bagaimana."
                )
            ],
        ),
        ({"formula_capaian": "manual"}, {"status": "tidak_tersedia", "alasan": "A."}, []),
        ({"formula_capaian": "manual"}, {}, []),
        ({}, {"nilai": "80"}, []),
        (
            {"formula_capaian": "manual"},
            {"nilai": "80"},
            [
                (
                    f"{LAPORAN} butir.A key N020: capaian `A` tidak dihitung; tambahkan `capaian_dinyatakan:` dengan "
                    "`nilai`, `alasan`, dan `disetujui_oleh`."
                )
            ],
        ),
        (
            {},
            {"nilai": "80", "capaian_dinyatakan": DINYATAKAN},
            [
                (
                    f"{LAPORAN} butir.A.capaian_dinyatakan key N020: capaian `A` dihitung dengan rumus; hapus "
                    "`capaian_dinyatakan`, atau isi `formula_capaian: manual` dalam kamus."
                )
            ],
        ),
    ],
)
def test_n020_a_capaian_is_stated_where_none_is_computed(
    kamus: dict[str, Any], fields: dict[str, Any], expected: list[str]
) -> None:
    assert said(capaian_dinyatakan_pada_manual, dilaporkan(kamus, **fields).dataset()) == expected


def test_n020_of_an_unknown_indikator_nothing_is_said() -> None:
    data = Susunan(sasaran={"S1": ["B"]}).lapor("A", "TW1", "80", capaian_dinyatakan=DINYATAKAN)
    assert said(capaian_dinyatakan_pada_manual, data.dataset()) == []


def test_n010_a_stated_capaian_without_a_figure() -> None:
    data = dilaporkan(
        {"formula_capaian": "manual"}, status="tidak_tersedia", alasan="A.", capaian_dinyatakan=DINYATAKAN
    )
    assert codes(data) <= {"N010", "K103"}
    assert "N010" in codes(data)


def test_r014_knows_who_approved_a_stated_capaian() -> None:
    data = dilaporkan(
        {"formula_capaian": "manual"}, nilai="80", capaian_dinyatakan=DINYATAKAN | {"disetujui_oleh": "kabit"}
    )
    (text,) = [line(issue) for issue in check(data.dataset()) if issue.code == "R014"]
    assert text.startswith(f"{LAPORAN} butir.A.capaian_dinyatakan.disetujui_oleh value R014: jabatan `kabit`")


# ── Figures outside reports ──────────────────────────────────────────────────────────────────────────────────────

KAMUS = "indikator/A.yaml"
KOREKSI = "koreksi/2024/TW1/KOR-1.yaml"


def di_luar_laporan(data: Susunan) -> list[str]:
    """What is said of the kamus and of corrections about their form."""
    dataset = data.dataset()
    found = [*said(bentuk_cocok, dataset), *said(pilihan_terdaftar, dataset)]
    return [text for text in found if not text.startswith("renstra")]


@pytest.mark.parametrize(
    ("kamus", "value"),
    [
        ({}, {"nilai": "70"}),
        (OPINI, {"predikat": "WDP"}),
        (HARI, {"tanggal": "2020-03-27"}),
        (JANJI, {"terpenuhi": "tidak"}),
        (TAHAPAN, {"tahapan": []}),
        (TAHAPAN, {"tahapan": ["T1"]}),
        (SKALA, {"nilai": "72", "predikat": "BB"}),
        (SKALA, {"nilai": "72"}),
    ],
)
def test_a_condition_before_and_a_standard_in_the_form_of_a_realisasi(
    kamus: dict[str, Any], value: dict[str, Any]
) -> None:
    base, standard = {"tahun": "2020"} | value, {"tahun": "2020", "sumber": "BKN"} | value
    data = Susunan().ukur("A", **kamus, baseline=base, standar_nasional=standard)
    assert di_luar_laporan(data) == []


@pytest.mark.parametrize(
    ("kamus", "value", "expected"),
    [
        (
            HARI,
            {"nilai": "20240327"},
            (
                "nilai value N019: kondisi awal bersatuan `tanggal` tidak ditulis dengan `nilai`; "
                "tulis `tanggal: 2020-12-31`."
            ),
        ),
        (
            OPINI,
            {"nilai": "3"},
            "nilai value N019: kondisi awal bersatuan `predikat` tidak ditulis dengan `nilai`; tulis `predikat: WTP`.",
        ),
        (
            JANJI,
            {"nilai": "7"},
            "nilai value N019: kondisi awal bersatuan `ya_tidak` tidak ditulis dengan `nilai`; tulis `terpenuhi: ya`.",
        ),
        (
            TAHAPAN,
            {"nilai": "37"},
            "nilai value N019: indikator bertahapan tidak ditulis dengan `nilai`; tulis `tahapan: [T1]`.",
        ),
        (
            HARI,
            {"nilai": "87.5", "tanggal": "2020-03-27"},
            "nilai value N019: kondisi awal bersatuan `tanggal` cukup ditulis dengan `tanggal`; hapus `nilai`.",
        ),
        ({}, {"predikat": "BB"}, f"predikat key N019: `predikat` hanya untuk {HANYA_PREDIKAT}; tulis `nilai:`."),
        (SKALA, {"predikat": "BB"}, "predikat key N019: predikat itu punya nilai; tulis `nilai:` di sampingnya."),
        (
            OPINI,
            {"predikat": "wtp"},
            "predikat value R030: predikat `wtp` tidak ada dalam kamus; mungkin maksudnya `WTP`.",
        ),
        (
            TAHAPAN,
            {"tahapan": ["T1", "T9"]},
            "tahapan.1 value R030: tahapan `T9` tidak ada dalam kamus; pilihannya: T1, T2.",
        ),
    ],
)
def test_a_condition_before_that_the_satuan_cannot_carry(
    kamus: dict[str, Any], value: dict[str, Any], expected: str
) -> None:
    data = Susunan().ukur("A", **kamus, baseline={"tahun": "2020"} | value)
    assert di_luar_laporan(data) == [f"{KAMUS} baseline.{expected}"]


def test_a_standard_is_called_so() -> None:
    data = Susunan().ukur("A", **HARI, standar_nasional={"tahun": "2024", "nilai": "91.7", "sumber": "BKN"})
    assert di_luar_laporan(data) == [
        (
            f"{KAMUS} standar_nasional.nilai value N019: standar bersatuan `tanggal` tidak ditulis dengan `nilai`; "
            "tulis `tanggal: 2024-12-31`."
        )
    ]


def dikoreksi(kamus: dict[str, Any], lama: Any, baru: Any, isian: str = "nilai", **row: Any) -> Susunan:
    data = dilaporkan(kamus, **row)
    data.siklus[2024, "TW1"] = {"penutupan": {"tanggal": "2024-04-30", "oleh": "kepala"}}
    data.koreksi[2024, "TW1", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "isian": isian,
        "nilai_lama": lama,
        "nilai_baru": baru,
        "alasan": "Dokumen yang dipakai semula ternyata rancangan, sedangkan angka ini dari dokumen yang ditetapkan.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    return data


@pytest.mark.parametrize(
    ("kamus", "isian", "lama", "baru", "row"),
    [
        (OPINI, "nilai", {"predikat": "WDP"}, {"predikat": "WTP"}, {"predikat": "WTP"}),
        (OPINI, "predikat", {"predikat": "WDP"}, {"predikat": "WTP"}, {"predikat": "WTP"}),
        (HARI, "tanggal", {"tanggal": "2024-03-20"}, {"tanggal": "2024-03-27"}, {"tanggal": "2024-03-27"}),
        (JANJI, "terpenuhi", {"terpenuhi": "tidak"}, {"terpenuhi": "ya"}, {"terpenuhi": "ya"}),
        (TAHAPAN, "tahapan", {"tahapan": []}, {"tahapan": ["T2", "T1"]}, {"tahapan": ["T1", "T2"]}),
        (SKALA, "nilai", {"nilai": "62", "predikat": "B"}, {"nilai": "72", "predikat": "BB"}, SKOR),
        (SKALA | KOMPONEN, "predikat", {"predikat": "B"}, {"predikat": "BB"}, {"predikat": "BB"} | KEDUA),
        (
            {"formula_capaian": "manual"},
            "capaian_dinyatakan",
            "90",
            "95",
            {"nilai": "1", "capaian_dinyatakan": DINYATAKAN},
        ),
    ],
)
def test_a_correction_in_the_form_of_its_realisasi(
    kamus: dict[str, Any], isian: str, lama: Any, baru: Any, row: dict[str, Any]
) -> None:
    found = list(map(line, check(dikoreksi(kamus, lama, baru, isian, **row).dataset())))
    assert [text for text in found if text.startswith("koreksi")] == []


@pytest.mark.parametrize(
    ("kamus", "lama", "baru", "row", "expected"),
    [
        (
            OPINI,
            "3",
            {"predikat": "WTP"},
            {"predikat": "WTP"},
            (
                "nilai_lama.nilai value N019: koreksi bersatuan `predikat` tidak ditulis dengan `nilai`; "
                "tulis `predikat: WTP`."
            ),
        ),
        (
            TAHAPAN,
            {"tahapan": []},
            "40",
            {"tahapan": ["T1"]},
            "nilai_baru.nilai value N019: indikator bertahapan tidak ditulis dengan `nilai`; tulis `tahapan: [T1]`.",
        ),
        (
            OPINI,
            {"predikat": "WDPP"},
            {"predikat": "WTP"},
            {"predikat": "WTP"},
            "nilai_lama.predikat value R030: predikat `WDPP` tidak ada dalam kamus; mungkin maksudnya `WDP`.",
        ),
        (
            TAHAPAN,
            {"tahapan": []},
            {"tahapan": ["T1"]},
            {"tahapan": ["T1", "T2"]},
            (
                "nilai_baru value P003: `nilai_baru` T1, tetapi `data/realisasi/2024/TW1/mutasi.yaml` berisi T1, T2; "
                "samakan keduanya."
            ),
        ),
        (
            OPINI,
            {"predikat": "TMP"},
            {"predikat": "WDP"},
            {"predikat": "WTP"},
            (
                "nilai_baru value P003: `nilai_baru` WDP, tetapi `data/realisasi/2024/TW1/mutasi.yaml` berisi WTP; "
                "samakan keduanya."
            ),
        ),
        (
            SKALA,
            "62",
            "72",
            SKOR,
            (
                "nilai_baru value P003: `nilai_baru` 72, tetapi `data/realisasi/2024/TW1/mutasi.yaml` berisi "
                "72 (predikat BB); samakan keduanya."
            ),
        ),
    ],
)
def test_a_correction_that_does_not_fit(
    kamus: dict[str, Any], lama: Any, baru: Any, row: dict[str, Any], expected: str
) -> None:
    found = list(map(line, check(dikoreksi(kamus, lama, baru, **row).dataset())))
    assert [text for text in found if text.startswith("koreksi")] == [f"{KOREKSI} {expected}"]


def test_a_stated_capaian_is_compared_with_the_one_in_the_data() -> None:
    row = {"nilai": "1", "capaian_dinyatakan": DINYATAKAN}
    data = dikoreksi({"formula_capaian": "manual"}, "90", "94", "capaian_dinyatakan", **row)
    assert [text for text in map(line, check(data.dataset())) if text.startswith("koreksi")] == [
        (
            f"{KOREKSI} nilai_baru value P003: `nilai_baru` 94, tetapi `data/realisasi/2024/TW1/mutasi.yaml` "
            "berisi 95; samakan keduanya."
        )
    ]
    data = dikoreksi({}, "90", "94", "capaian_dinyatakan", nilai="1")
    assert [text for text in map(line, check(data.dataset())) if text.startswith("koreksi")] == [
        (
            f"{KOREKSI} nilai_baru value P003: `data/realisasi/2024/TW1/mutasi.yaml` tidak memuat `capaian_dinyatakan` "
            "untuk `A`; betulkan `indikator`, `isian`, atau folder periodenya, atau isi angkanya di sana."
        )
    ]


def test_two_names_of_one_figure_make_one_chain() -> None:
    data = dikoreksi(TAHAPAN, {"tahapan": []}, {"tahapan": ["T1"]}, tahapan=["T1", "T2"])
    again = {"isian": "tahapan", "nilai_lama": {"tahapan": []}, "nilai_baru": {"tahapan": ["T1", "T2"]}}
    data.koreksi[2024, "TW1", "KOR-2"] = data.koreksi[2024, "TW1", "KOR-1"] | again
    assert [text for text in map(line, check(data.dataset())) if text.startswith("koreksi")] == [
        (
            "koreksi/2024/TW1/KOR-2.yaml nilai_lama value P002: `nilai_lama` [] tidak sama dengan hasil koreksi "
            "sebelumnya (T1); betulkan `nilai_lama`, atau beri `KOR-1` kode yang lebih besar daripada `KOR-2` bila ia "
            "menyusul, sebab koreksi pada hari yang sama berurutan menurut kodenya."
        )
    ]
