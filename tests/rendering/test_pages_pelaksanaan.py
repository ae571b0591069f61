"""Pages that tell how the work was done: follow-up, periods, corrections, reports on time, retired indikator."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.page import Page
from tests.measuring.builder import SOP, UNIT, Susunan, instansi, satu
from tests.rendering.test_pages import HARI, RASIO, render, small, text, tree

BUKTI = {"judul": "Berita acara", "jenis": "berita acara", "nomor_arsip": "800/1"}


OPINI: dict[str, Any] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
TANGGAL: dict[str, Any] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}
TAHAPAN: dict[str, Any] = {
    "satuan": {"nama": "persen", "tipe": "persen"},
    "tahapan": {"t1": {"uraian": "Disusun.", "bobot": "20"}, "t2": {"uraian": "Ditetapkan.", "bobot": "80"}},
}


def action(**changes: Any) -> dict[str, Any]:
    return {
        "asal": "analisis_periode",
        "periode": "TW1",
        "indikator": ["IKU-02"],
        "tindakan": "Menambah loket.",
        "penanggung_jawab": UNIT,
        "ditetapkan": "2024-04-20",
        "batas": "2024-06-30",
    } | changes


def living() -> Susunan:
    """The small dataset with a SOP, two quarters' records, a correction and four actions."""
    susunan = small()
    susunan.instansi = instansi(
        tampilkan_proses="ya",
        jabatan={"kepala": {"nama": "Kepala"}, "kabid": {"nama": "Kabid"}, "sekretaris": {"nama": "Sekretaris"}},
    )
    susunan.sop = SOP
    susunan.rencana[2024, UNIT]["butir"]["IKU-01"]["aksi"] = [
        {"uraian": "Menagih sertifikat", "keluaran": "Daftar", "jadwal": ["TW1"], "pelaksana": "kabid"}
    ]
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [
            {"langkah": "1", "tanggal": "2024-03-25", "oleh": "kepala", "waktu": "5 menit", "nomor": "800/1"},
            {
                "langkah": "2",
                "tanggal": "2024-04-16",
                "oleh": "sekretaris",
                "waktu": "60 menit",
                "hasil": "dikembalikan",
                "alasan": "bukti_kurang",
                "catatan": "Lampirkan daftar hadir.",
            },
            {"langkah": "2", "tanggal": "2024-04-18", "oleh": "sekretaris", "waktu": "30 menit", "hasil": "disetujui"},
        ],
        "pengiriman": {
            UNIT: [
                {
                    "dikirim": "2024-04-18",
                    "diputus": "2024-04-19",
                    "hasil": "dikembalikan",
                    "alasan": "angka_tidak_cocok",
                },
                {"dikirim": "2024-04-20", "diputus": "2024-04-21", "hasil": "disetujui"},
            ]
        },
        "penutupan": {"tanggal": "2024-04-30", "oleh": "sekretaris"},
    }
    susunan.siklus[2024, "TW4"] = {
        "pengiriman": {
            UNIT: [
                {"dikirim": "2025-01-10", "diputus": "2025-01-13", "hasil": "dikembalikan", "alasan": "bukti_kurang"}
            ]
        }
    }
    susunan.koreksi[2024, "TW1", "K-01"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "IKU-01",
        "isian": "ikut",
        "nilai_lama": "1100",
        "nilai_baru": "1000",
        "alasan": "Seratus pegawai terhitung dua kali dalam daftar hadir yang dikirim unit.",
        "tingkat": "sedang",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["sekretaris"],
        "bukti": [BUKTI],
    }
    susunan.tindak_lanjut[2024] = {
        "TL-1": action(selesai="2024-06-20", bukti=[BUKTI]),
        "TL-2": action(
            batas="2025-01-31", kemajuan=[{"tanggal": "2024-09-01", "persen": "40", "uraian": "Satu loket"}]
        ),
        "TL-3": action(batas="2025-03-31"),
        "TL-4": action(asal="arahan_kepala", indikator=[], periode="TW4", ditetapkan="2025-01-20", batas="2025-04-30"),
    }
    return susunan


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(living())


# ── Follow-up ──


def test_the_list_says_what_is_open_first(pages: dict[str, Page]) -> None:
    page = pages["tindak-lanjut"]
    assert text(page, ".sk-putusan") == ["Dari 4 tindak lanjut, 1 selesai, 1 terlambat, 2 belum mulai."]
    assert [row.split("TL-")[1][0] for row in text(page, "#t-terbuka ~ tbody tr")] == ["2", "3", "4"]
    assert "▲ terlambat 14 hari" in text(page, "#t-terbuka ~ tbody tr")[0]
    assert "tidak disebut" in text(page, "#t-terbuka ~ tbody tr")[2]
    assert text(page, "#t-selesai ~ tbody .sk-st") == ["✓ selesai"]
    assert text(page, "h3") == ["Hasil analisis periode", "Arahan Kepala"]
    assert 'href="#asal-arahan-kepala"' in page.isi


def test_an_action_explains_itself(pages: dict[str, Page]) -> None:
    page = pages["tindak-lanjut/tl-2"]
    assert text(page, "h1") == ["Menambah loket."]
    assert text(page, ".sk-putusan") == ["Terlambat 14 hari dari batas 31 Januari 2025; kemajuannya 40%."]
    assert "Pada Triwulan I 2024 tercatat 12 hari kerja" in " ".join(text(page, "#mengapa ~ p"))
    assert text(page, ".sk-arti dd") == ["Antre.", "Tambah loket."]
    assert text(page, ".sk-waktu li") == [
        "20 April 2024 Tindak lanjut ditetapkan",
        "1 September 2024 40% Satu loket",
        "31 Januari 2025 Batas waktu terlewati",
    ]
    plan = [n.attributes["href"] for n in tree(page).css("#kemajuan ~ p a")]
    assert plan == [f"../../periode/2024-tw{n}/" for n in (2, 3, 4)]
    assert "Belum ada: bukti disampaikan saat tindak lanjut selesai." in text(page, "#bukti ~ p")
    assert page.sumber is not None
    assert str(page.sumber) == "data/tindak-lanjut/2024.yaml"


def test_a_closed_action_shows_its_evidence(pages: dict[str, Page]) -> None:
    page = pages["tindak-lanjut/tl-1"]
    assert text(page, ".sk-putusan") == ["Selesai pada 20 Juni 2024, sebelum batas 30 Juni 2024."]
    assert "Berita acara" in text(page, "#t-bukti ~ tbody th")[0]


def test_no_action_is_said_in_words() -> None:
    page = render(small())["tindak-lanjut"]
    assert text(page, ".sk-putusan") == ["Belum ada tindak lanjut yang dicatat."]
    assert text(page, "table") == []


# ── A period ──


def test_a_closed_period_tells_who_closed_it(pages: dict[str, Page]) -> None:
    page = pages["periode/2024-tw1"]
    assert text(page, ".sk-utama .sk-catatan")[0].startswith("Periode ini ditutup pada 30 April 2024 oleh Sekretaris.")
    assert text(pages["periode/2024-tw2"], ".sk-utama .sk-catatan") == ["Pelaksanaan SOP periode ini tidak dicatat."]
    assert text(pages["periode/2024-tw4"], ".sk-utama .sk-catatan") == [
        "Periode ini belum ditutup; langkah SOP-nya tidak dicatat."
    ]


def test_the_steps_of_the_sop(pages: dict[str, Page]) -> None:
    page = pages["periode/2024-tw1"]
    first, second = text(page, "#t-pengumpulan ~ tbody tr")
    assert first == "1. Memerintahkan.Kepala25 Mar 2024 KepalaNota dinas800/15 menit5 menit"
    assert "16 Apr 2024 SekretarisDikembalikan: bukti kurang. Lampirkan daftar hadir." in second
    assert second.endswith("1 hari90 menit")
    assert text(page, "#t-pengukuran ~ tbody td")[1:3] == ["belum dikerjakan", "Kertas kerja"]
    assert text(page, "#t-naskah ~ tbody tr") == ["Nota dinas800/125 Mar 2024Kepalatidak dicatat"]


def test_reports_of_the_units(pages: dict[str, Page]) -> None:
    row = text(pages["periode/2024-tw1"], "#t-pengiriman ~ tbody tr")[0]
    assert row.startswith("Bidang Mutasi15 Apr 202418 Apr 202421 Apr 202431✓ disetujui")
    assert row.endswith("pernah dikembalikan: angka tidak cocok")
    assert "Dikembalikan untuk dilengkapi, 30 hari sesudah jatuh tempo" in " ".join(
        text(pages["periode/2024-tw4"], "#belum-masuk ~ ul li")
    )


def test_a_correction_stands_with_old_and_new_figure(pages: dict[str, Page]) -> None:
    page = pages["periode/2024-tw1"]
    row = tree(page).css_first("#koreksi-k-01")
    assert row is not None
    words = " ".join(row.text().split())
    assert "14,85% ikut 1.100" in words
    assert "13,5% ikut 1.000" in words
    assert "Diminta Kabid; disetujui Sekretaris" in words
    assert "(dikoreksi 20 Mei 2024)" in text(page, ".sk-tanda")
    assert 'href="../../periode/2024-tw1/#koreksi-k-01"' in pages["indikator/iku-01"].isi


DINYATAKAN: dict[str, Any] = {"nilai": "95", "alasan": "Rapat.", "disetujui_oleh": "kepala"}


@pytest.mark.parametrize(
    ("kamus", "row", "isian", "lama", "baru", "words"),
    [
        (OPINI, {"predikat": "WTP"}, "nilai", {"predikat": "WDP"}, {"predikat": "WTP"}, ("WDP", "WTP")),
        (
            TANGGAL,
            {"tanggal": "2024-03-27"},
            "tanggal",
            {"tanggal": "2024-03-20"},
            {"tanggal": "2024-03-27"},
            ("20 Maret 2024", "27 Maret 2024"),
        ),
        (
            TAHAPAN,
            {"tahapan": ["t1"]},
            "tahapan",
            {"tahapan": []},
            {"tahapan": ["t1"]},
            ("0%", "20%"),
        ),
        (
            {"skala": "akip88"},
            {"nilai": "72", "predikat": "BB"},
            "nilai",
            "83",
            {"nilai": "72", "predikat": "BB"},
            ("83 poin predikat tidak ditulis", "72 poin predikat BB"),
        ),
        (
            {"formula_capaian": "manual"},
            {"nilai": "72", "capaian_dinyatakan": DINYATAKAN},
            "capaian_dinyatakan",
            "90",
            "95",
            ("72 poin capaian dinyatakan 90%", "72 poin capaian dinyatakan 95%"),
        ),
    ],
)
def test_a_correction_in_its_own_form(
    kamus: dict[str, Any], row: dict[str, Any], isian: str, lama: Any, baru: Any, words: tuple[str, str]
) -> None:
    satuan = {"satuan": {"nama": "poin", "tipe": "angka"}} | kamus
    data = Susunan().ukur("A", desimal="0", **satuan).janji("A", "60").lapor("A", "TW1", **row)
    data.koreksi[2024, "TW1", "K-02"] = living().koreksi[2024, "TW1", "K-01"] | {
        "indikator": "A",
        "isian": isian,
        "nilai_lama": lama,
        "nilai_baru": baru,
        "disetujui_oleh": ["kepala"],
    }
    page = render(data)["periode/2024-tw1"]
    found = tree(page).css_first("#koreksi-k-02")
    assert found is not None
    assert tuple(" ".join(cell.text().split()) for cell in found.css("td.n")) == words


def test_a_withdrawn_figure_is_told_as_such() -> None:
    data = Susunan().ukur("A", desimal="0").janji("A", "60")
    data.lapor("A", "TW1", status="tidak_tersedia", alasan="Daftar hadirnya ternyata milik tahun lain.")
    gone = {name: value for name, value in living().koreksi[2024, "TW1", "K-01"].items() if name != "nilai_baru"}
    data.koreksi[2024, "TW1", "K-02"] = gone | {
        "jenis": "pencabutan",
        "indikator": "A",
        "isian": "nilai",
        "nilai_lama": "60",
        "disetujui_oleh": ["kepala"],
    }
    found = tree(render(data)["periode/2024-tw1"]).css_first("#koreksi-k-02")
    assert found is not None
    assert [" ".join(cell.text().split()) for cell in found.css("td.n")] == ["60", "dicabut"]
    assert "pencabutan" in found.text()


@pytest.mark.parametrize(
    ("kamus", "value", "words"),
    [
        (OPINI, {"predikat": "WDP"}, "WDP (2021)"),
        (TANGGAL, {"tanggal": "2021-03-27"}, "27 Maret 2021 (2021)"),
        (TAHAPAN, {"tahapan": ["t1"]}, "20% (2021)"),
    ],
)
def test_a_condition_before_in_its_own_form(kamus: dict[str, Any], value: dict[str, Any], words: str) -> None:
    data = Susunan().ukur("A", desimal="0", **kamus, baseline={"tahun": "2021"} | value).janji("A", "60")
    assert words in text(render(data.lapor("A", "TW1", "1"))["indikator/a"], "dd")


def test_what_the_period_plans_and_what_it_led_to(pages: dict[str, Page]) -> None:
    page = pages["periode/2024-tw1"]
    assert "Menagih sertifikat" in text(page, "#t-aksi ~ tbody th")
    assert len(text(page, "#t-tindak-lanjut ~ tbody tr")) == 3
    assert [row[-4:] for row in text(pages["periode/2024-tw3"], "#t-bawaan ~ tbody th")] == ["TL-2", "TL-3"]


def test_periods_are_listed_with_their_state(pages: dict[str, Page]) -> None:
    rows = text(pages["periode"], "#t-2024 ~ tbody tr")
    assert [row[: row.index("2024") + 4] for row in rows[:3]] == ["Tahun 2024", "Triwulan IV 2024", "Triwulan III 2024"]
    assert rows[4] == "Triwulan I 20240 dari 2ditutup 30 Apr 2024 oleh Sekretaris2 belum mencapai target."
    assert rows[2].endswith("pelaksanaan SOP tidak dicatat2 belum mencapai target.")


def test_a_month_shows_only_what_it_measures() -> None:
    susunan = Susunan(sasaran={"S1": ["IKU-01"], "S2": ["IKU-02"]})
    susunan.ukur("IKU-01", **RASIO).ukur("IKU-02", **(HARI | {"frekuensi": "bulanan"}))
    susunan.janji("IKU-01", "60").janji("IKU-02", "10").rencanakan("IKU-02", b01="10")
    susunan.lapor("IKU-02", "01", "9")
    page = render(susunan, "2024-02-20")["periode/2024-01"]
    assert text(page, "h2") == ["Sasaran S2: Sasaran."]
    assert "1 indikator lain tidak diukur setiap bulan" in " ".join(text(page, "p"))


def half_yearly() -> Susunan:
    """A sasaran of three indikator: of every quarter, of every half year and of the whole year."""
    susunan = Susunan(sasaran={"S1": ["IKU-01", "IKU-02", "IKU-03"]})
    susunan.ukur("IKU-01", **HARI).ukur("IKU-02", **(HARI | {"frekuensi": "semesteran"}))
    susunan.ukur("IKU-03", nama="Nilai merit", frekuensi="tahunan")
    susunan.janji("IKU-01", "10").janji("IKU-02", "10").janji("IKU-03", "250")
    susunan.rencanakan("IKU-01", TW1="10", TW2="10").rencanakan("IKU-02", S1="10", S2="10")
    return susunan.lapor("IKU-01", "TW1", "9").lapor("IKU-01", "TW2", "9")


@pytest.mark.parametrize(
    ("periode", "head", "rest"),
    [
        (
            "2024-tw1",
            "Pada Triwulan I 2024, satu-satunya indikator mencapai target.",
            "1 diukur setiap semester, 1 diukur akhir tahun",
        ),
        (
            "2024-s1",
            "Pada Semester I 2024, 1 dari 2 indikator mencapai target. 1 belum ada datanya.",
            "1 belum ada datanya, 1 diukur akhir tahun",
        ),
        (
            "2024",
            (
                "Sampai Triwulan II 2024, 1 dari 3 indikator mencapai target. "
                "1 belum ada datanya dan 1 diukur akhir tahun."
            ),
            "1 belum ada datanya, 1 diukur akhir tahun",
        ),
    ],
)
def test_what_a_period_does_not_owe_is_not_missing_anywhere_on_its_page(periode: str, head: str, rest: str) -> None:
    page = render(half_yearly(), "2024-07-05")[f"periode/{periode}"]
    assert text(page, ".sk-putusan") == [head]
    found = f"Belum dapat disimpulkan: 1 dari 3 ada datanya, {rest}"
    assert text(page, ".sk-simpul") == [
        f"Perangkat daerah: {found}.",
        f"Sasaran ini diukur dengan 3 indikator: 1 mencapai target, {rest}. {found}",
    ]


def test_before_its_first_half_has_ended_a_running_year_does_not_miss_it() -> None:
    susunan = half_yearly()
    del susunan.laporan[2024, "TW2", UNIT]
    page = render(susunan, "2024-04-20")["."]
    assert text(page, ".sk-putusan span") == ["1 diukur setiap semester dan 1 diukur akhir tahun."]


def test_an_office_that_keeps_its_process_to_itself_tells_no_return() -> None:
    susunan = living()
    susunan.instansi = instansi()
    pages = render(susunan)
    for page in pages.values():
        if str(page.path).startswith(("periode/", "bidang/", ".")):
            assert "ikembalikan:" not in page.isi, page.path
            assert "Lampirkan daftar hadir" not in page.isi, page.path
    assert "Belum dilaporkan" in " ".join(text(pages["periode/2024-tw4"], "#belum-masuk ~ ul li"))


# ── Indikator, bidang, beranda ──


def test_a_first_target_of_zero_has_no_capaian_but_its_page() -> None:
    susunan = small().janji("IKU-01", "0")
    for kode, target in (("IKU-01", "50"), ("IKU-02", "10"), ("IKU-03", "250")):
        susunan.janji(kode, target, versi="perubahan-1", tanggal="2024-10-06")
    first, _ = text(render(susunan)["indikator/iku-01"], "#t-pk ~ tbody tr")
    assert first.startswith("Perjanjian Kinerja (murni)0,00%tidak dapat dihitung dari target ini")


def test_an_amended_pk_shows_both_targets() -> None:
    susunan = small()
    for kode, target in (("IKU-01", "50"), ("IKU-02", "10"), ("IKU-03", "250")):
        susunan.janji(kode, target, versi="perubahan-1", tanggal="2024-10-06")
    pages = render(susunan)
    assert text(pages["indikator/iku-01"], "#t-pk ~ tbody tr") == [
        "Perjanjian Kinerja (murni)60,00%87,28%dipakai pada periode yang berakhir sebelum perubahan",
        "Perjanjian Kinerja Perubahan ke-150,00%104,74%dipakai sejak ditandatangani",
    ]
    rows = text(pages["indikator/iku-01"], "#t-periode-2024 ~ tbody th")
    assert rows[2] == "Triwulan III 2024 menurut PK murni"
    assert rows[3] == "Triwulan IV 2024 menurut PK Perubahan ke-1"
    assert "tidak mengubah target indikator ini" in " ".join(text(pages["indikator/iku-02"], "#pk ~ p"))


def test_a_pk_amended_twice_shows_what_each_promised() -> None:
    susunan = small()
    for kode, target in (("IKU-01", "50"), ("IKU-02", "10"), ("IKU-03", "250")):
        susunan.janji(kode, target, versi="perubahan-1", tanggal="2024-08-02")
        susunan.janji(kode, "55" if kode == "IKU-01" else target, versi="perubahan-2", tanggal="2024-10-06")
    assert text(render(susunan)["indikator/iku-01"], "#t-pk ~ tbody tr") == [
        "Perjanjian Kinerja (murni)60,00%87,28%dipakai pada periode yang berakhir sebelum perubahan",
        "Perjanjian Kinerja Perubahan ke-150,00%tidak dibandingkandipakai sejak ditandatangani sampai diubah lagi",
        "Perjanjian Kinerja Perubahan ke-255,00%95,22%dipakai sejak ditandatangani",
    ]


def test_a_pk_signed_after_the_last_period_stands_below_the_one_in_force() -> None:
    susunan = satu("80", {"TW1": "60", "TW2": "60", "TW3": "60"})
    susunan.janji("A", "70", versi="perubahan-1", tanggal="2024-08-02")
    susunan.janji("A", "80", versi="perubahan-2", tanggal="2024-10-09")
    susunan.janji("A", "60", versi="perubahan-3", tanggal="2024-10-15")
    page = render(susunan, "2024-10-20")["indikator/a"]
    assert text(page, "#t-pk ~ tbody tr") == [
        "Perjanjian Kinerja (murni)80,0075,00%dipakai pada periode yang berakhir sebelum perubahan",
        "Perjanjian Kinerja Perubahan ke-170,0085,71%dipakai sampai September 2024",
        "Perjanjian Kinerja Perubahan ke-280,0075,00%ditandatangani sesudahnya; dipakai mulai periode berikutnya",
        (
            "Perjanjian Kinerja Perubahan ke-360,00tidak dibandingkan"
            "ditandatangani sesudahnya; dipakai mulai periode berikutnya"
        ),
    ]


def test_only_a_pk_signed_after_the_last_period_changes_the_target() -> None:
    susunan = satu("80", {"TW3": "60"}).janji("A", "60", versi="perubahan-1", tanggal="2024-10-15")
    page = render(susunan, "2024-10-20")["indikator/a"]
    assert text(page, "#pk ~ p")[0].startswith("Target 2024 diubah di tengah tahun.")
    assert text(page, "#t-pk ~ tbody tr") == [
        "Perjanjian Kinerja (murni)80,0075,00%dipakai sampai September 2024",
        (
            "Perjanjian Kinerja Perubahan ke-160,00tidak dibandingkan"
            "ditandatangani sesudahnya; dipakai mulai periode berikutnya"
        ),
    ]


def test_a_pk_that_drops_an_indikator_leaves_those_that_named_it() -> None:
    susunan = satu("80", {"TW1": "60"}).ukur("B").janji("B", "1")
    susunan.janji("A", "70", versi="perubahan-1", tanggal="2024-05-02")
    susunan.janji("B", "1", versi="perubahan-1").janji("B", "1", versi="perubahan-2", tanggal="2024-08-02")
    assert text(render(susunan)["indikator/a"], "#t-pk ~ tbody td:last-child") == [
        "dipakai pada periode yang berakhir sebelum perubahan",
        "dipakai sejak ditandatangani sampai diubah lagi",
    ]


def test_a_retired_indikator_names_its_successor() -> None:
    susunan = small()
    susunan.ukur("IKK-04", nama="Jaringan", tingkat="kegiatan", iku="tidak")
    susunan.kode_lama = {
        "IKK-04": {"nama": "Jaringan", "tahun_terakhir": "2023", "alasan": "Terlalu sempit.", "pengganti": "IKU-03"}
    }
    pages = render(susunan)
    said = text(pages["indikator/ikk-04"], ".sk-pensiun p")
    assert said[0] == "Indikator ini tidak dipakai lagi sejak 2024. Penggantinya: Nilai merit IKU-03."
    assert text(pages["indikator/iku-03"], ".sk-catatan")[0].startswith("Menggantikan Jaringan IKK-04")
    assert text(pages["indikator"], "#pensiun ~ ul li") == [
        "Jaringan IKK-04, tidak dipakai sejak 2024; penggantinya Nilai merit IKU-03"
    ]
    assert text(pages["indikator"], "#lainnya") == []


def test_bidang_tells_dates_and_what_is_open(pages: dict[str, Page]) -> None:
    page = pages[f"bidang/{UNIT}"]
    boxes = text(page, ".sk-kotak li")
    assert len(boxes) == 12
    assert (boxes[0], boxes[2], boxes[11]) == (
        "Januaritidak ada laporan",
        "MaretTW I: terlambat 3 hari",
        "DesemberTW IV: dikembalikan",
    )
    assert "1 dari 2 laporan disampaikan tepat waktu." in text(page, "#kirim ~ p")[0]
    assert len(text(page, "#t-terbuka ~ tbody tr")) == 3
    assert len(text(page, "#t-koreksi ~ tbody tr")) == 1
    assert "Laporan Triwulan IV 2024 dikembalikan untuk dilengkapi: bukti kurang." in text(page, ".sk-perhatian p")
    assert "1 dari 2 laporan disampaikan tepat waktu." in text(pages["bidang"], ".sk-unit-kerja .sk-kosong")


def test_the_front_page_counts_reports_and_actions(pages: dict[str, Page]) -> None:
    page = pages["."]
    assert text(page, ".sk-besar")[2:] == ["1 dari 2", "1 dari 4"]
    assert text(page, ".sk-perhatian p")[-2:] == [
        "Laporan Triwulan IV 2024 dikembalikan untuk dilengkapi: bukti kurang.",
        "Terlambat 14 hari dari batas 31 Januari 2025; kemajuannya 40%.",
    ]


def below(banyak: int) -> Susunan:
    """So many IKU, each below its target, and nothing of how the work was done."""
    susunan = Susunan()
    for n in range(banyak):
        susunan.ukur(f"IKU-{n}", frekuensi="tahunan").janji(f"IKU-{n}", "10").lapor(f"IKU-{n}", "tahunan", "9")
    return susunan


SISA = "#perhatian ~ .sk-kecil"


def test_what_the_front_page_leaves_out_of_what_deserves_a_look_is_counted() -> None:
    page = render(below(5))["."]
    assert (len(text(page, ".sk-perhatian li")), text(page, SISA)) == (5, [])
    page = render(below(7))["."]
    assert (len(text(page, ".sk-perhatian li")), text(page, SISA)) == (5, ["Dan 2 hal lain; lihat Indikator."])
    assert [node.attributes["href"] for node in tree(page).css(f"{SISA} a")] == ["./indikator/"]


def test_what_is_left_out_is_looked_up_where_it_is_told() -> None:
    susunan = below(5)
    susunan.tindak_lanjut[2024] = {f"TL-{n}": action(indikator=["IKU-0"]) for n in range(4)}
    page = render(susunan)["."]
    assert len(text(page, ".sk-perhatian li")) == 5
    assert text(page, SISA) == ["Dan 4 hal lain; lihat Indikator dan Tindak lanjut."]
    susunan.ukur("IKU-9").janji("IKU-9", "10")
    susunan.siklus |= {(2024, segmen): {} for segmen in ("TW1", "TW2", "TW3")}
    page = render(susunan)["."]
    assert len(text(page, ".sk-perhatian li")) == 5
    assert text(page, SISA) == ["Dan 7 hal lain; lihat Indikator, Bidang, dan Tindak lanjut."]


def test_a_running_year_says_until_when_its_targets_are() -> None:
    susunan = small()
    for segmen in ("TW4", "tahunan"):
        del susunan.laporan[2024, segmen, UNIT]
    pages = render(susunan, "2024-10-20")
    assert text(pages["."], ".sk-putusan span") == ["2 belum mencapai target dan 1 diukur akhir tahun."]
    assert text(pages["."], "#t-iku ~ thead th")[1].split() == ["Target", "sampai", "data", "terakhir"]
    assert "250,00 setahun" in text(pages["."], "#t-iku ~ tbody tr")[2]
    assert "2 dari 3 ada datanya, 1 diukur akhir tahun" in " ".join(text(pages["."], ".sk-kecil"))
