"""What pages say of targets that are 0, gone, amended, or no plain number."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sakipgen.rendering.page import Page
from sakipgen.rendering.pages.ucapan import _kali
from tests.measuring.builder import RASIO, TW, UNIT, Susunan, metode, renstra, satu
from tests.measuring.test_bentuk import OPINI, TAHAPAN, TANGGAL, YA
from tests.rendering.test_pages import render, text, tree


def program(**fields: Any) -> Susunan:
    """Two indikator of a program in one PK."""
    data = Susunan().ukur("IKU-01").janji("IKU-01", "10").rencanakan("IKU-01", **dict.fromkeys(TW, "10"))
    for kode in ("A", "B"):
        data.ukur(kode, **{"tingkat": "program", "iku": "tidak", "desimal": "0"} | fields)
        data.rencanakan(kode, **dict.fromkeys(TW, "5"))
    return data.janji("B", "5", unit="mutasi")


def keadaan(page: Page) -> list[str]:
    return text(page, "#t-periode-2024 ~ tbody td.sk-keadaan")


# ── Nothing is promised ──


def test_an_indikator_that_an_amended_pk_dropped_and_nobody_reported() -> None:
    data = program().janji("A", "5", unit="mutasi")
    data.janji("B", "5", unit="mutasi", versi="perubahan-1", tanggal="2024-09-02")
    page = render(data, "2024-10-20")["indikator/a"]
    assert text(page, ".sk-putusan") == ["Perjanjian Kinerja yang berlaku untuk tahun 2024 tidak memuat indikator ini."]
    assert keadaan(page)[2:] == ["– Tidak ada dalam Perjanjian Kinerja yang berlaku"] * 2


def test_an_indikator_that_an_amended_pk_dropped_after_it_was_reported() -> None:
    data = program().janji("A", "5", unit="mutasi").lapor("A", "TW1", "5").lapor("A", "TW2", "6")
    data.janji("B", "5", unit="mutasi", versi="perubahan-1", tanggal="2024-09-02")
    page = render(data)["indikator/a"]
    assert text(page, ".sk-putusan") == ["Perjanjian Kinerja yang berlaku untuk tahun 2024 tidak memuat indikator ini."]
    assert keadaan(page)[-1] == "– Tidak ada dalam Perjanjian Kinerja yang berlaku"


def test_a_band_that_is_bad_on_both_sides_is_met_or_not() -> None:
    data = satu({"min": "1.5", "maks": "3.5"}, polaritas="rentang", formula_capaian="biner", frekuensi="tahunan")
    page = render(data.lapor("A", "tahunan", "5"))["indikator/a"]
    said = "Pada tahun 2024 tercatat 5, di luar target 1,5 sampai 3,5; selisihnya 1,5 poin."
    assert text(page, ".sk-putusan") == [said]
    assert "Baik bila di dalam rentang target · " in " ".join(text(page, "p"))


def test_an_indikator_that_an_amended_pk_added() -> None:
    data = program().janji("B", "5", unit="mutasi", versi="perubahan-1", tanggal="2024-09-02")
    data.janji("A", "5", unit="mutasi", versi="perubahan-1", tanggal="2024-09-02").lapor("A", "TW3", "5")
    page = render(data, "2024-10-20")["indikator/a"]
    assert keadaan(page) == ["– Tidak ada dalam Perjanjian Kinerja yang berlaku"] * 2 + ["Target tercapai"] * 2


def test_a_target_of_zero_without_and_with_a_report() -> None:
    page = render(satu("0"))["indikator/a"]
    assert text(page, ".sk-putusan") == ["Tidak ada yang ditargetkan dan dilaporkan untuk tahun 2024."]
    assert keadaan(page)[0] == "– Tidak ada yang ditargetkan pada periode ini"
    page = render(satu("0", {"TW4": "3"}))["indikator/a"]
    assert text(page, ".sk-putusan") == ["Pada tahun 2024 tercatat 3, padahal tidak ada yang ditargetkan."]
    assert keadaan(page)[3] == "– Ada realisasi, tetapi tidak ditargetkan (target 0)"


def test_a_target_where_the_way_began() -> None:
    base = {"formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "100"}}
    page = render(satu("100", dict.fromkeys(TW, "100"), **base))["indikator/a"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024 tercatat 100; target 100 sama dengan kondisi awal, jadi capaiannya tidak dihitung."
    ]
    assert keadaan(page)[0] == "– Target sama dengan kondisi awal; capaian tidak dihitung"
    assert text(page, ".sk-utama figcaption b") == ["Capaian tidak dihitung"]


def test_a_band_from_zero_that_was_missed() -> None:
    page = render(satu({"min": "0", "maks": "5"}, {"TW4": "-1"}, polaritas="rentang"))["indikator/a"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024 tercatat −1; capaian terhadap target 0 sampai 5 tidak dapat dihitung."
    ]
    assert keadaan(page)[3] == "– Capaian tidak dapat dihitung dari target ini"


# ── An amended target ──


def diubah(murni: Any, perubahan: Any, **fields: Any) -> Page:
    data = satu(murni, dict.fromkeys(TW, "96"), **fields)
    data.janji("A", perubahan, versi="perubahan-1", tanggal="2024-09-02")
    return render(data)["indikator/a"]


def test_a_band_whose_upper_bound_alone_was_amended() -> None:
    page = diubah({"min": "80", "maks": "90"}, {"min": "80", "maks": "95"}, polaritas="rentang")
    assert text(page, "section[aria-labelledby=pk] > p") == [
        "Target 2024 diubah di tengah tahun. Periode sebelum perubahan tetap memakai target lama."
    ]
    assert text(page, "#t-pk ~ tbody td:nth-child(2)") == ["80,00–90,00", "80,00–95,00"]
    assert text(page, ".sk-tambahan")[0].startswith(
        "Target setahun diubah dari 80 sampai 90 menjadi 80 sampai 95. Dasarnya Perjanjian Kinerja Perubahan ke-1 "
        "tanggal 2 September 2024."
    )


def test_a_bound_whose_sign_alone_was_amended() -> None:
    page = diubah({"paling_sedikit": "95"}, {"lebih_dari": "95"})
    assert text(page, "section[aria-labelledby=pk] > p")[0].startswith("Target 2024 diubah di tengah tahun.")
    assert text(page, "#t-pk ~ tbody td:nth-child(2)") == ["≥ 95,00", "> 95,00"]


def test_an_amended_pk_that_repeats_the_target() -> None:
    page = diubah({"paling_sedikit": "95"}, {"paling_sedikit": "95"})
    assert text(page, "section[aria-labelledby=pk] > p") == [
        "Perubahan Perjanjian Kinerja 2024 tidak mengubah target indikator ini."
    ]
    assert not [t for t in text(page, ".sk-tambahan") if "diubah" in t]


def berkali(*targets: str) -> list[str]:
    """What is said of a target of 80 that was amended to these."""
    data = satu("80", dict.fromkeys(TW, "96"))
    for n, target in enumerate(targets, 1):
        data.janji("A", target, versi=f"perubahan-{n}", tanggal=f"2024-{n + 1:02}-02")
    return text(render(data)["indikator/a"], ".sk-tambahan")


def test_a_target_amended_twice_names_no_single_pk() -> None:
    assert (
        "Target setahun diubah dari 80 menjadi 60 dalam dua kali perubahan Perjanjian Kinerja. "
        "Perubahan terakhir tanggal 2 Maret 2024." in berkali("70", "60")[0]
    )


def test_a_pk_that_repeats_an_amended_target_did_not_change_it() -> None:
    said = (
        "Target setahun diubah dari 80 menjadi 60. Dasarnya Perjanjian Kinerja Perubahan ke-1 tanggal 2 Februari 2024."
    )
    assert said in berkali("60", "60")[0]


def test_a_target_that_came_back_is_not_told() -> None:
    assert not [said for said in berkali("70", "80") if "diubah" in said]


@pytest.mark.parametrize(("times", "words"), [(2, "dua"), (10, "sepuluh"), (11, "11")])
def test_numbers_are_words_up_to_ten(times: int, words: str) -> None:
    assert _kali(times) == words


# ── A band, and a sum that should stay low ──


PENGADUAN = {"nama": "pengaduan", "tipe": "angka"}


@pytest.mark.parametrize(
    ("formula", "nilai", "words", "said"),
    [
        (
            "rentang",
            "23.5",
            "di atasnya lebih baik lagi",
            "tercatat 23,5, di atas rentang target 18 sampai 22, jadi target tercapai.",
        ),
        ("rentang", "20", "di atasnya lebih baik lagi", "tercatat 20; targetnya 18 sampai 22, jadi target tercapai."),
        ("rentang", "17", "di atasnya lebih baik lagi", "tercatat 17, di luar target 18 sampai 22; selisihnya 1 poin."),
        (
            "rentang_turun",
            "16",
            "di bawahnya lebih baik lagi",
            "tercatat 16, di bawah rentang target 18 sampai 22, jadi target tercapai.",
        ),
    ],
)
def test_beyond_a_band_on_its_good_side(formula: str, nilai: str, words: str, said: str) -> None:
    band = {"min": "18", "maks": "22"}
    page = render(satu(band, {"TW4": nilai}, polaritas="rentang", formula_capaian=formula))["indikator/a"]
    assert text(page, ".sk-tuju")[0].startswith(f"Baik bila di dalam rentang target; {words} · ")
    assert text(page, ".sk-putusan") == [f"Pada tahun 2024 {said}"]


def test_above_a_band_of_one_number() -> None:
    page = render(satu({"min": "18", "maks": "18"}, {"TW4": "20"}, polaritas="rentang"))["indikator/a"]
    assert text(page, ".sk-putusan") == ["Pada tahun 2024 tercatat 20, di atas target 18, jadi target tercapai."]


@pytest.mark.parametrize(
    ("reports", "day", "words"),
    [
        (("TW1",), "2024-04-20", "dihitung sesudah tahun berakhir"),
        (("TW1", "TW4"), "2025-02-14", "dihitung sesudah laporan setahun lengkap"),
        (TW, "2025-02-14", "105,00%"),
    ],
)
def test_a_sum_that_should_stay_low_is_compared_with_the_year_once_it_is_whole(
    reports: tuple[str, ...], day: str, words: str
) -> None:
    data = Susunan().ukur("A", agregasi="jumlah", polaritas="turun", satuan=PENGADUAN).janji("A", "40")
    data.rencanakan("A", **dict.fromkeys(TW, "10")).janji("A", "38", versi="perubahan-1", tanggal="2024-02-02")
    data.target_renstra = {"A": {"2024": "40", "2026": "40"}}
    for one in reports:
        data.lapor("A", one, "9.5")
    page = render(data, day)["indikator/a"]
    assert text(page, "#t-tahun ~ tbody td:nth-child(8)") == [words]
    assert text(page, "#t-pk ~ tbody td:nth-child(3)") == [words, words.replace("105,00%", "100,00%")]
    assert ("Batas setahun 38 pengaduan." in text(page, ".sk-tambahan")[0]) == (len(reports) < 4)


def test_so_is_a_sum_that_should_stay_within_a_band_or_below() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", polaritas="rentang", formula_capaian="rentang_turun")
    year = {"min": "20", "maks": "40"}
    data.janji("A", year).rencanakan("A", UNIT, **{one: {"min": "5", "maks": "10"} for one in TW})
    data.target_renstra = {"A": {"2024": year, "2026": year}}
    page = render(data.lapor("A", "TW1", "4"), "2024-04-20")["indikator/a"]
    assert text(page, "#t-tahun ~ tbody td:nth-child(8)") == ["dihitung sesudah tahun berakhir"]


@pytest.mark.parametrize(("reports", "told"), [(TW, True), (("TW1", "TW2", "TW4"), False)])
def test_a_figure_far_above_its_target_is_told_of_a_complete_year(reports: tuple[str, ...], *, told: bool) -> None:
    page = render(satu("60", dict.fromkeys(reports, "90")))["indikator/a"]
    assert ("Capaian jauh melampaui 100%; target tahun depan perlu ditinjau." in page.isi) == told


# ── In words ──


def test_a_bound_is_named_once_and_no_figure_exceeds_more_than() -> None:
    page = render(satu({"lebih_dari": "95"}, {"TW4": "95"}))["indikator/a"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024 tercatat 95; targetnya lebih dari 95, jadi target belum tercapai."
    ]
    page = render(satu({"lebih_dari": "95"}, {"TW4": "96"}))["indikator/a"]
    assert text(page, ".sk-putusan") == ["Pada tahun 2024 tercatat 96; targetnya lebih dari 95, jadi target tercapai."]
    assert text(page, "svg desc")[0] == text(page, ".sk-putusan")[0]


@pytest.mark.parametrize(
    ("target", "nilai", "said", "box"),
    [
        (
            {"lebih_dari": "80"},
            "80.004",
            "tercatat 80,004; targetnya lebih dari 80, jadi target tercapai.",
            ["> 80,000", "80,004"],
        ),
        ("80", "79.996", "baru tercatat 79,996 dari target 80: kurang 0,004 poin.", ["80,000", "79,996"]),
        ("80", "79.9", "baru tercatat 79,9 dari target 80: kurang 0,1 poin.", ["80,00", "79,90"]),
        ("80", "80", "tercatat 80, tepat sama dengan target 80.", ["80,00", "80,00"]),
    ],
)
def test_as_many_decimals_as_tell_a_figure_from_its_target(target: Any, nilai: str, said: str, box: list[str]) -> None:
    page = render(satu(target, {"TW4": nilai}))["indikator/a"]
    assert text(page, ".sk-putusan") == [f"Pada tahun 2024 {said}"]
    assert text(page, ".sk-angka-utama b")[:2] == box
    assert text(page, "svg desc")[0] == text(page, ".sk-putusan")[0]
    assert f"Realisasi {nilai.replace('.', ',')}" in text(page, "svg text")


def test_a_band_of_one_number_is_that_number() -> None:
    dokumen = {"satuan": {"nama": "dokumen", "tipe": "angka"}, "polaritas": "rentang", "desimal": "0"}
    page = render(satu({"min": "5", "maks": "5"}, {"TW4": "5"}, **dokumen))["indikator/a"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024 tercatat 5 dokumen; targetnya 5 dokumen, jadi target tercapai."
    ]
    assert text(page, ".sk-angka-utama b")[0] == "5"
    assert "5 sampai 5" not in str(tree(page).text())
    assert "realisasi 5 sama dengan target 5, jadi 100,00%" in text(page, ".sk-langkah > li")[3]


def test_a_day_far_ahead_is_no_unlikely_figure() -> None:
    hari = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun", "formula_capaian": "turun_selisih"}
    data = Susunan().ukur("A", frekuensi="tahunan", **hari).janji("A", {"tanggal": "2024-03-31"})
    page = render(data.lapor("A", "tahunan", tanggal="2024-01-02"))["indikator/a"]
    assert not text(page, ".sk-tambahan")


# ── A capaian that was stated ──


def test_a_stated_capaian_names_its_reason_and_who_approved_it() -> None:
    stated = {"nilai": "80", "alasan": "Tidak ada rumus yang adil.", "disetujui_oleh": "kabid"}
    data = satu("100", formula_capaian="manual")
    page = render(data.lapor("A", "TW1", "8", capaian_dinyatakan=stated), "2024-04-20")["indikator/a"]
    assert text(page, ".sk-putusan") == [
        "Sampai Triwulan I 2024 tercatat 8; capaiannya ditetapkan 80,00%, disetujui Kepala Bidang."
    ]
    assert text(page, "section[aria-labelledby=penjelasan] dl div") == [
        "Mengapa capaian ditetapkan, tidak dihitungTidak ada rumus yang adil.",
        "Capaian disetujuiKepala Bidang",
    ]


def test_a_promise_that_is_not_kept_names_what_was_promised() -> None:
    data = satu({"terpenuhi": "ya"}, satuan={"nama": "ya/tidak", "tipe": "ya_tidak"})
    page = render(data.lapor("A", "TW4", terpenuhi="tidak"))["indikator/a"]
    assert text(page, ".sk-putusan") == ["Pada tahun 2024 hal ini belum terpenuhi, padahal ditargetkan terpenuhi."]


def test_a_stated_capaian_is_told_only_against_the_target_it_was_stated_for() -> None:
    data = satu("100", formula_capaian="manual")
    for segmen in TW:
        stated = {"nilai": "80", "alasan": "Tidak ada rumus yang adil.", "disetujui_oleh": "kabid"}
        data.lapor("A", segmen, "8", capaian_dinyatakan=stated)
    data.janji("A", "90", versi="perubahan-1", tanggal="2024-09-02")
    assert text(render(data)["indikator/a"], "#t-pk ~ tbody td:nth-child(3)") == [
        "hanya ditetapkan terhadap target periodenya",
        "80,00%",
    ]


def test_a_report_says_why_nothing_follows() -> None:
    page = render(satu("10", {"TW1": "8"}).lapor("A", "TW2", "7", tanpa_tindak_lanjut="Dihentikan."))["indikator/a"]
    assert text(page, "section[aria-labelledby=penjelasan] dl div") == ["Tanpa tindak lanjutDihentikan."]


@pytest.mark.parametrize(
    ("target", "fields", "words"),
    [
        ({"tanggal": "2024-03-31"}, {**TANGGAL}, "Makin awal makin baik"),
        ({"terpenuhi": "ya"}, {**YA}, "Baik bila terpenuhi"),
        ({"predikat": "WTP"}, {**OPINI}, "Makin tinggi peringkatnya makin baik"),
        ("10", {"polaritas": "turun"}, "Makin rendah makin baik"),
    ],
)
def test_which_way_is_better_is_said_as_the_satuan_says_it(target: Any, fields: dict[str, Any], words: str) -> None:
    assert text(render(satu(target, **fields))["indikator/a"], ".sk-tuju")[0].startswith(f"{words} · satuan: ")


def test_method_says_who_uses_a_formula() -> None:
    data = Susunan(sasaran={"S1": ["A", "B", "C", "D", "E", "F"]})
    forms: list[tuple[Any, dict[str, Any]]] = [
        ({"tanggal": "2024-03-31"}, {**TANGGAL}),
        ({"terpenuhi": "ya"}, {**YA}),
        ({"predikat": "WTP"}, {**OPINI}),
        ({"tahapan": ["t1"]}, {**TAHAPAN}),
        ("60", {"formula_capaian": "manual"}),
        ("60", {"formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "5"}}),
    ]
    for kode, (target, fields) in zip("ABCDEF", forms, strict=True):
        data.ukur(kode, **fields).janji(kode, target)
    page = render(data)["metodologi"]
    heads = text(page, "section[aria-labelledby=capaian] h3")
    said = [words for words in text(page, "section[aria-labelledby=capaian] h3 + p") if "Dipakai" in words]
    assert heads[2:] == [
        "Kemajuan dari kondisi awal",
        "Terpenuhi atau tidak",
        "Tahapan yang selesai",
        "Predikat",
        "Tepat waktu",
        "Capaian yang ditetapkan",
    ]
    assert [words.partition("Dipakai hanya oleh ")[2] for words in said] == [
        "indikator yang menyebutnya pada kamus.",
        "indikator bersatuan ya atau tidak dan indikator yang menyebutnya pada kamus.",
        "indikator yang punya tahapan pada kamus.",
        "indikator bersatuan predikat dan indikator yang menyebutnya pada kamus.",
        "indikator bersatuan tanggal dan indikator yang menyebutnya pada kamus.",
        "indikator yang menyebutnya pada kamus.",
    ]
    assert said[-1].startswith("Tidak dihitung, tetapi dinyatakan beserta alasan dan jabatan yang menyetujuinya.")


# ── Where a figure comes from ──


def test_the_heading_of_a_highest_figure_names_the_period_of_its_target() -> None:
    data = Susunan().ukur("A", agregasi="maks").janji("A", "100")
    data.rencanakan("A", TW1="50", TW2="100", TW3="100", TW4="100").lapor("A", "TW1", "80").lapor("A", "TW2", "25")
    page = render(data, "2024-07-20")["indikator/a"]
    assert text(page, ".sk-angka-utama > div")[0] == "Target sampai Triwulan II 2024100,00"


def bercelah(*segmen: str, batas: str = "paling_banyak") -> Page:
    """A promise of 10 in the year, cumulative; 4 are told for each of these quarters."""
    polaritas = "turun" if batas == "paling_banyak" else "naik"
    data = Susunan().ukur("A", agregasi="jumlah", mode_target="kumulatif", polaritas=polaritas, desimal="0")
    data.janji("A", {batas: "10"})
    plan: dict[str, Any] = {s: {batas: v} for s, v in zip(TW, ("2", "5", "7", "10"), strict=True)}
    data.rencanakan("A", **plan)
    for one in segmen:
        data.lapor("A", one, "4")
    return render(data, "2024-10-20")["indikator/a"]


def test_a_target_of_the_reported_periods_alone_says_so() -> None:
    page = bercelah("TW3")
    assert text(page, ".sk-angka-utama > div")[0] == "Target periode yang dilaporkan≤ 2"
    assert text(page, "#t-periode-2024 ~ tbody td:nth-child(2)") == [
        "≤ 2",
        "≤ 5",
        "≤ 2 periode yang dilaporkan",
        "≤ 2 periode yang dilaporkan",
    ]
    assert text(page, "figcaption span") == [
        "Satuan: indeks; BK, sampai September 2024; kotak bergaris = target periode yang dilaporkan",
        "Satuan: indeks; BK, triwulanan, tahun 2024; kotak bergaris = target (TW III: periode yang dilaporkan)",
    ]
    assert text(page, ".sk-tambahan")[0] == (
        "Batas setahun paling banyak 10. Baru 1 dari 3 periode yang dilaporkan; targetnya pun hanya dari periode itu."
    )


def test_a_target_of_all_periods_so_far_says_until_when() -> None:
    page = bercelah("TW1", "TW2", "TW3")
    assert text(page, ".sk-angka-utama > div")[0] == "Target sampai Triwulan III 2024≤ 7"
    assert "periode yang dilaporkan" not in str(tree(page).text())
    late = bercelah("TW1")
    assert text(late, ".sk-angka-utama > div")[0] == "Target sampai Triwulan I 2024≤ 2"
    assert text(late, "#t-periode-2024 ~ tbody td:nth-child(2)")[-1] == "≤ 2 sampai Triwulan I 2024"
    assert text(late, "figcaption span")[0].endswith("kotak bergaris = target sampai Triwulan I 2024")


def test_each_kind_of_part_is_named_once_above_the_periods() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", desimal="0").janji("A", "40")
    data.rencanakan("A", **dict.fromkeys(TW, "10")).lapor("A", "TW1", "4").lapor("A", "TW3", "4").lapor("A", "TW4", "4")
    page = render(data)["indikator/a"]
    assert text(page, "figcaption span")[1].endswith("target (TW III, TW IV: periode yang dilaporkan)")
    assert text(page, ".sk-tambahan")[0].endswith(
        "Hanya 3 dari 4 periode ada angkanya; targetnya pun hanya dari periode itu."
    )


def test_a_mean_of_the_first_months_of_a_quarter_says_until_when() -> None:
    data = Susunan().ukur("A", agregasi="rerata", frekuensi="bulanan", desimal="0").janji("A", "10")
    data.rencanakan("A", **{f"b{n:02}": "10" for n in range(1, 13)}).lapor("A", "04", "9").lapor("A", "05", "9")
    page = render(data, "2024-07-20")["indikator/a"]
    rows = dict(zip(text(page, "#t-periode-2024 ~ tbody th"), text(page, "#t-periode-2024 ~ tbody td.n"), strict=False))
    assert "10 sampai Mei 2024" in text(page, "#t-periode-2024 ~ tbody td:nth-child(2)"), rows


def test_a_capaian_is_a_share_of_the_target_only_where_realisasi_is_divided_by_it() -> None:
    page = bercelah("TW1", "TW2", "TW3", batas="paling_sedikit")
    assert text(page, ".sk-tambahan")[0].startswith("Itu 120,00% dari target setahun, yaitu paling sedikit 10. ")


def test_days_are_days_in_an_example_and_a_list_ends_with_dan() -> None:
    data = Susunan().ukur("A", satuan={"nama": "tanggal", "tipe": "tanggal"}, polaritas="turun", frekuensi="semesteran")
    data.janji("A", {"tanggal": "2024-10-31"}).lapor("A", "S1", tanggal="2024-05-02")
    shown = " ".join(text(render(data.lapor("A", "S2", tanggal="2024-10-20"))["metodologi"], "p, td, li"))
    assert "dari 2 Mei 2024 dan 20 Oktober 2024 dipakai 20 Oktober 2024" in shown


def test_an_official_value_says_that_its_rumus_only_compares() -> None:
    data = satu("84", **{**RASIO, "agregasi": "rerata", "nilai_resmi": "ya"})
    page = render(data.lapor("A", "TW1", "80", komponen={"a": "1", "b": "2"}), "2024-04-20")["indikator/a"]
    step = text(page, ".sk-langkah > li")[0]
    assert "Nilainya ditetapkan pemilik indeks; rumus atas komponennya hanya pembanding." in step
    assert "Triwulan I 2024: 80" in step


# ── Means ──


def rerata(cara: str, **sasaran: list[str]) -> dict[str, Page]:
    data = Susunan(
        metode=metode(agregasi_sasaran=cara, agregasi_perangkat_daerah=cara.replace("rerata", "rerata_sasaran"))
    )
    data.sasaran = sasaran
    for kode in sorted(k for rows in sasaran.values() for k in rows):
        data.ukur(kode, frekuensi="tahunan").janji(kode, "10").lapor(kode, "tahunan", "9")
    data.bobot = dict.fromkeys(sasaran, "50")
    data.bobot_indikator = {s: dict.fromkeys(rows, "50") for s, rows in sasaran.items()}
    return render(data)


def test_a_mean_says_its_kind_and_how_many_took_part() -> None:
    for cara, own, whole in (
        ("rerata", "(rata-rata capaian 2 indikatornya, tahun 2024)", "(rata-rata dari 1 sasaran)"),
        (
            "berbobot",
            "(rata-rata capaian 2 indikatornya menurut bobot, tahun 2024)",
            "(rata-rata dari 1 sasaran menurut bobot)",
        ),
        (
            "geometrik",
            "(rata-rata geometrik capaian 2 indikatornya, tahun 2024)",
            "(rata-rata geometrik dari 1 sasaran)",
        ),
    ):
        pages = rerata(cara, S1=["A", "B"])
        assert own in text(pages["sasaran/s1"], ".sk-simpul")[0]
        assert whole in text(pages["periode/2024"], ".sk-simpul")[0]


def test_the_weights_of_a_weighted_mean_stand_in_the_rows_of_its_members() -> None:
    weighted = rerata("berbobot", S1=["A", "B"])["sasaran/s1"]
    kode = "#t-indikator ~ tbody .sk-kode"
    assert text(weighted, kode) == ["A · indeks · bobot 50%", "B · indeks · bobot 50%"]
    assert [figure.attributes["data-ref"] for figure in tree(weighted).css(f"{kode} data")] == [
        "anggota/2024:sasaran:S1:A/bobot",
        "anggota/2024:sasaran:S1:B/bobot",
    ]
    assert text(rerata("rerata", S1=["A", "B"])["sasaran/s1"], kode) == ["A · indeks", "B · indeks"]


def test_a_geometric_mean_of_0_names_its_cause() -> None:
    data = Susunan(metode=metode(agregasi_sasaran="geometrik", agregasi_perangkat_daerah="geometrik"))
    data.sasaran = {"S1": ["A", "B"], "S2": ["C"]}
    for kode, value in (("A", "0"), ("B", "9"), ("C", "9")):
        data.ukur(kode, frekuensi="tahunan").janji(kode, "10").lapor(kode, "tahunan", value)
    pages = render(data)
    said = "(rata-rata geometrik capaian 2 indikatornya, tahun 2024; 0,00% karena capaian A nol)"
    assert said in text(pages["sasaran/s1"], ".sk-simpul")[0]
    assert "; " not in text(pages["sasaran/s2"], ".sk-simpul")[0]
    whole = "(rata-rata geometrik dari 2 sasaran; 0,00% karena capaian S1 nol)"
    assert whole in text(pages["periode/2024"], ".sk-simpul")[0]
    assert whole in " ".join(text(pages["."], "p"))


def test_a_mean_of_iku_counts_the_iku() -> None:
    data = Susunan(metode=metode(agregasi_perangkat_daerah="rerata_iku"))
    for kode, iku in (("A", "ya"), ("B", "tidak")):
        data.ukur(kode, frekuensi="tahunan", iku=iku).janji(kode, "10").lapor(kode, "tahunan", "9")
    assert "(rata-rata dari 1 IKU)" in text(render(data)["periode/2024"], ".sk-simpul")[0]


@pytest.mark.parametrize(
    ("target", "akhir", "fields", "words"),
    [
        ("60", "300", {"putus_seri": {"2026": "Kuesioner baru."}}, ["seri baru 2026", "tidak dibandingkan"]),
        (
            {"tanggal": "2024-03-31"},
            {"tanggal": "2026-03-31"},
            {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"},
            ["31 Maret 2026", "tidak dibandingkan"],
        ),
        ("60", None, {}, ["tidak ada", "tidak ada target akhir"]),
        ("60", "300", {}, ["300,00", "belum dihitung"]),
    ],
)
def test_a_year_says_why_it_is_not_compared_with_the_last_target(
    target: Any, akhir: Any, fields: dict[str, Any], words: list[str]
) -> None:
    data = satu(target, **fields)
    data.target_renstra = {"A": {"2024": target} | ({"2026": akhir} if akhir else {})}
    cells = tree(render(data)["indikator/a"]).css("table td")
    assert words in [[a.text().strip(), b.text().strip()] for a, b in pairwise(cells)]


def dua_tahun(**fields: Any) -> Page:
    """The years 2024 and 2025, each of a Renstra of its own."""
    data = Susunan(metode_lain={2024: metode()}).ukur("A", frekuensi="tahunan", **fields)
    data.target_renstra = {"A": {"2024": "60", "2026": "80"}}
    data.renstra_lain["2025-2029"] = renstra(
        {"S1": ["A"]}, {"A": {"2025": "70", "2029": "90"}}, tahun_awal="2025", tahun_akhir="2029"
    )
    data.janji("A", "60").lapor("A", "tahunan", "54")
    data.tahun = 2025
    data.janji("A", "60", tanggal="2025-01-15").lapor("A", "tahunan", "57")
    return render(data, "2026-02-14")["indikator/a"]


def test_a_last_target_names_its_year_where_the_years_do_not_share_one() -> None:
    page = dua_tahun()
    assert text(page, "#t-tahun ~ thead th")[6] == "Target akhir Renstra"
    assert text(page, "#t-tahun ~ tbody td:nth-child(7)") == ["80,00 tahun 2026", "90,00 tahun 2029"]
    assert text(page, "#t-tahun ~ tbody td:nth-child(8)") == ["67,50%", "63,33%"]
    assert text(page, "#t-tahun ~ tbody td:nth-child(6)")[0] == "belum ada pembanding"
    alone = render(satu("60"))["indikator/a"]
    assert text(alone, "#t-tahun ~ thead th")[6] == "Target akhir Renstra (2026)"


def berjalan(lalu: str | None, *reports: str, **fields: Any) -> list[str]:
    """Which way the years of an indikator go whose second one is told to its third quarter."""
    data = Susunan(metode_lain={2024: metode()}).ukur("A", **fields).janji("A", "60")
    if lalu:
        data.lapor("A", lalu, "54")
    data.tahun = 2025
    data.janji("A", "60", tanggal="2025-01-15").rencanakan("A", **dict.fromkeys(TW, "60"))
    for one in reports:
        data.lapor("A", one, "57")
    return text(render(data, "2025-10-20")["indikator/a"], "#t-tahun ~ tbody td:nth-child(6)")


@pytest.mark.parametrize(
    ("lalu", "reports", "words"),
    [
        ("TW3", ("TW1", "TW3"), "membaik (+3,00) dibanding Triwulan III 2024"),
        ("TW4", ("TW3",), "dibandingkan sesudah tahun berakhir"),
        ("TW3", (), "dibandingkan sesudah tahun berakhir"),
        (None, ("TW3",), "belum ada pembanding"),
    ],
)
def test_a_running_year_goes_the_way_of_its_last_period(lalu: str | None, reports: tuple[str, ...], words: str) -> None:
    assert berjalan(lalu, *reports) == ["belum ada pembanding", words]


@pytest.mark.parametrize("reports", [("TW3",), ()])
def test_a_new_series_of_a_running_year(reports: tuple[str, ...]) -> None:
    assert berjalan("TW3", *reports, putus_seri={"2025": "Kuesioner baru."})[1] == "seri baru 2025"


def test_every_pk_of_the_years_shown_is_listed() -> None:
    rows = text(dua_tahun(), "#t-target ~ tbody tr")
    assert [row.partition("60,00")[0] for row in rows if row.startswith("Perjanjian")] == [
        "Perjanjian KinerjaTahun 2024",
        "Perjanjian KinerjaTahun 2025",
    ]


def test_a_day_is_of_no_year_long_span_and_a_stated_capaian_is_not_to_be_computed() -> None:
    page = render(satu({"tanggal": "2024-03-31"}, frekuensi="tahunan", **TANGGAL), "2024-02-20")["indikator/a"]
    assert text(page, ".sk-angka-utama b")[0] == "31 Maret 2024"
    stated = {"nilai": "80", "alasan": "Kendala.", "disetujui_oleh": "kabid"}
    data = Susunan().ukur("A", formula_capaian="manual", frekuensi="tahunan").janji("A", "60")
    data.target_renstra = {"A": {"2024": "60", "2026": "80"}}
    page = render(data.lapor("A", "tahunan", "50", capaian_dinyatakan=stated))["indikator/a"]
    assert text(page, "#t-tahun ~ tbody td:nth-child(8)") == ["tidak dihitung"]


def test_a_new_series_is_told_in_the_table_and_above_the_chart() -> None:
    page = dua_tahun(putus_seri={"2025": "Kuesioner baru."})
    assert text(page, "#t-tahun ~ tbody td:nth-child(6)") == ["belum ada pembanding", "seri baru 2025"]
    assert "Seri baru, baru ada satu hasil: 57 pada 2025" in text(page, "figcaption b")


def test_without_a_first_pk_the_amended_ones_are_listed() -> None:
    data = Susunan().ukur("A").rencanakan("A", TW4="60").lapor("A", "TW4", "60")
    data.janji("A", "70", versi="perubahan-1", tanggal="2024-02-02")
    data.janji("A", "60", versi="perubahan-2", tanggal="2024-09-02")
    assert text(render(data)["indikator/a"], "#t-pk ~ tbody td:nth-child(3)") == ["tidak dibandingkan", "100,00%"]
