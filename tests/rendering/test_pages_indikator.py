"""The page of an indikator block by block: evidence and day of each figure, metadata, direction, citation."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.domain.dataset import BerkasBukti
from sakipgen.rendering.page import Page
from tests.measuring.builder import Susunan, instansi, metode
from tests.rendering.test_pages import RASIO, render, small, text, tree
from tests.rendering.test_pages_pelaksanaan import living


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(living(), revisi="3f9c2ab61d0c")


def cells(page: Page, table: str, row: int) -> list[str]:
    found = tree(page).css(f"#{table} ~ tbody tr")[row]
    return [" ".join(cell.text().split()) for cell in found.css("th, td")]


# ── B1: the periods ──


def test_each_period_says_its_evidence_and_when_its_figure_changed_last(pages: dict[str, Page]) -> None:
    page = pages["indikator/iku-01"]
    assert cells(page, "t-periode-2024", 0)[6:8] == ["1 bukti", "20 Mei 2024"]  # corrected after it was approved
    assert cells(page, "t-periode-2024", 1)[6:8] == ["1 bukti", "tidak tercatat"]
    assert cells(pages["indikator/iku-02"], "t-periode-2024", 0)[6:8] == ["1 bukti", "21 Apr 2024"]
    assert 'href="#t-bukti-2024"' in page.isi


def test_a_period_without_a_figure_has_no_day(pages: dict[str, Page]) -> None:
    assert cells(pages["indikator/iku-01"], "t-periode-2024", 3)[6:8] == ["belum ada", "belum ada angka"]


def test_the_mark_of_a_correction_leads_to_it(pages: dict[str, Page]) -> None:
    for name, anchor in (("indikator/iku-01", "#t-periode-2024"), ("periode/2024-tw1", "#t-sasaran-s1")):
        link = tree(pages[name]).css_first(f"{anchor} ~ tbody .sk-tanda a")
        assert link is not None, name
        assert link.attributes["href"] == "../../periode/2024-tw1/#koreksi-k-01", name
        assert link.text() == "dikoreksi 20 Mei 2024"


def test_days_are_told_to_programs_too(pages: dict[str, Page]) -> None:
    assert '<time datetime="2024-05-20">20 Mei 2024</time>' in pages["indikator/iku-01"].isi
    assert '<time datetime="2024-06-20">20 Juni 2024</time>' in pages["tindak-lanjut/tl-1"].isi
    assert "<time" not in pages["tindak-lanjut/tl-1"].uraian


# ── The order of the blocks ──


def test_why_stands_before_what_is_done_and_evidence_behind_the_method(pages: dict[str, Page]) -> None:
    assert text(pages["indikator/iku-01"], "h2") == [
        "Menurut periode",
        "Menurut tahun",
        "Rencana aksi dan tindak lanjut",
        "Penjelasan bidang",
        "Program dan anggaran",
        "Cara menghitung",
        "Arti indikator",
        "Bukti dukung",
        "Koreksi",
        "Unduh dan kutip",
    ]


def test_an_explanation_says_who_gave_it_and_when(pages: dict[str, Page]) -> None:
    assert text(pages["indikator/iku-02"], "#penjelasan ~ details summary")[-1] == (
        "Triwulan I 2024 Bidang Mutasi, 18 Apr 2024"
    )


def test_evidence_of_earlier_years_is_folded() -> None:
    susunan = small()
    susunan.metode_lain[2024] = metode()
    susunan.tahun = 2025
    susunan.janji("IKU-01", "70", tanggal="2025-01-15").lapor("IKU-01", "TW1", komponen={"ikut": "1", "total": "2"})
    page = render(susunan, "2025-05-14")["indikator/iku-01"]
    assert [n.attributes["id"] for n in tree(page).css("#bukti ~ .sk-gulir caption")] == ["t-bukti-2025"]
    assert [n.attributes["id"] for n in tree(page).css("#bukti ~ details caption")] == ["t-bukti-2024"]


# ── Metadata ──


def meaning(page: Page) -> dict[str, str]:
    found = tree(page).css("#arti ~ .sk-arti > div")
    return {
        " ".join(n.css_first("dt").text().split()): " ".join(n.css_first("dd").text().split())  # type: ignore[union-attr]
        for n in found
    }


METADATA: dict[str, Any] = {
    "konsep": "Belajar.",
    "interpretasi": "Enam dari sepuluh.",
    "klasifikasi_penyajian": "menurut jenis pelatihan",
    "level_estimasi": "kabupaten",
    "publikasi": "LKjIP",
    "alasan_pemilihan": "Hak pegawai.",
    "standar_nasional": {"nilai": "100", "tahun": "2024", "sumber": "PP 11/2017"},
}


def test_all_that_the_kamus_says() -> None:
    page = render(small().ukur("IKU-01", **RASIO | METADATA))["indikator/iku-01"]
    assert meaning(page) == {
        "Konsep": "Belajar.",
        "Yang dihitung": "Definisi.",
        "Cara membaca angkanya": "Enam dari sepuluh.",
        "Mengukur": "hasil (outcome)",
        "Satuan": "persen",
        "Indikator komposit": "tidak",
        "Dibangun dari": "Yang ikutSemua",
        "Dirinci": "menurut jenis pelatihan",
        "Berlaku untuk": "kabupaten",
        "Terbit juga di": "LKjIP",
        "Boleh diketahui umum": "ya",
        "Sumber data": "SIMPEG",
        "Kondisi awal": "31,4% (2021)",
        "Standar atau pembanding": "100% (2024), PP 11/2017",
        "Kamus indikator": "data/indikator/IKU-01.yaml baris 1",
    }
    assert text(page, "#penting ~ p") == ["Hak pegawai."]
    assert 'data-ref="indikator/IKU-01/standar_nilai"' in page.isi


def test_what_the_kamus_leaves_open_is_not_told() -> None:
    found = meaning(render(small())["indikator/iku-02"])
    assert found["Cara membaca angkanya"] == "Makin rendah makin baik."
    assert not {"Konsep", "Dirinci", "Berlaku untuk", "Terbit juga di", "Dibangun dari"} & found.keys()


def test_a_composite_names_its_parts() -> None:
    parts = {"cara": "rerata", "indikator": ["IKU-02", "IKU-03"]}
    page = render(small().ukur("IKU-01", **RASIO, gabungan=parts))["indikator/iku-01"]
    assert meaning(page)["Indikator komposit"] == ("ya, rata-rata dari Rata-rata waktu usul IKU-02, Nilai merit IKU-03")
    assert 'href="../../indikator/iku-03/"' in page.isi


def test_badges() -> None:
    susunan = small().ukur("IKK-01", tingkat="kegiatan", iku="tidak").ukur("IKU-02", iku="ya")
    found = render(susunan)
    assert text(found["indikator/ikk-01"], ".sk-lencana") == ["IKK-01", "IKK"]
    assert text(found["indikator/iku-02"], ".sk-lencana") == ["IKU-02", "IKU"]


# ── Citation and downloads ──


def test_the_citation_names_period_revision_and_address() -> None:
    susunan = small()
    susunan.instansi = instansi(alamat_situs="https://kinerja.example.go.id/bk")
    found = render(susunan, revisi="3f9c2ab61d0c")
    assert text(found["indikator/iku-01"], "#unduh ~ p")[1] == (
        "Kutipan: BK Kabupaten Contoh (2025). Persentase ASN yang ikut pelatihan, Triwulan IV 2024, revisi "
        "3f9c2ab61d0c, posisi 14 Februari 2025. https://kinerja.example.go.id/bk/indikator/iku-01/"
    )
    bare = render(small())["indikator/iku-01"]
    assert text(bare, "#unduh ~ p")[1].endswith("Triwulan IV 2024, posisi 14 Februari 2025.")


def test_the_files_with_its_figures(pages: dict[str, Page]) -> None:
    links = [n.attributes["href"] for n in tree(pages["indikator/iku-01"]).css("#unduh ~ p a[download]")]
    files = ("data/v1/capaian.csv", "data/v1/realisasi.csv", "data/v1/target.csv", "data/v1/sakip.json")
    assert links == [f"../../{name}" for name in ("api/v1/indikator/iku-01.json", *files)]


# ── Direction in a year that has not ended ──


def two_years() -> Susunan:
    """The small dataset with a quarter of the next year: IKU-01 better than a year before, IKU-02 as it was."""
    susunan = small()
    susunan.metode_lain[2024] = metode()
    susunan.tahun = 2025
    susunan.janji("IKU-01", "70", tanggal="2025-01-15").janji("IKU-02", "10", tanggal="2025-01-15")
    susunan.janji("IKU-03", "260", tanggal="2025-01-15")
    susunan.rencanakan("IKU-01", TW1="20", TW2="40", TW3="60", TW4="70")
    susunan.rencanakan("IKU-02", TW1="10", TW2="10", TW3="10", TW4="10")
    susunan.lapor("IKU-01", "TW1", komponen={"ikut": "1852", "total": "7409"})
    susunan.lapor("IKU-02", "TW1", "12", kendala="Antre.", solusi="Loket.")
    return susunan


def test_an_open_year_is_compared_by_its_last_report() -> None:
    found = render(two_years(), "2025-05-14")
    first = cells(found["sasaran/s1"], "t-indikator", 0)
    assert first[5] == "membaik (+11,50) dibanding Triwulan I 2024"
    assert text(found["sasaran/s1"], "#t-indikator ~ thead th")[5] == "Arah"
    front = text(found["."], "#t-sasaran ~ tbody tr")
    assert "1 membaik" in front[0]
    assert "1 tetap" in front[1]
    bidang = text(found[f"bidang/{next(iter(two_years().instansi.unit_kerja))}"], "#t-indikator ~ tbody tr")
    assert "belum ada pembanding" in bidang[2] or "dibandingkan sesudah tahun berakhir" in bidang[2]


def test_a_first_year_has_no_column_of_directions() -> None:
    found = render(small())
    assert "Arah" not in text(found["sasaran/s1"], "#t-indikator ~ thead th")


def test_the_size_of_a_piece_of_evidence_has_its_own_column() -> None:
    susunan = small()
    path = "bukti/2024/TW4/rekap.csv"
    susunan.bukti = {path: BerkasBukti(18432, "ab" * 32)}
    susunan.laporan[2024, "TW4", "mutasi"]["butir"]["IKU-01"]["bukti"] = (
        {"judul": "Rekap", "jenis": "rekap", "berkas": path, "klasifikasi": "publik"},
    )
    page = render(susunan)["indikator/iku-01"]
    assert text(page, "#t-bukti-2024 ~ thead th") == [
        "Nama bukti",
        "Jenis",
        "Periode",
        "Ukuran",
        "SHA-256",
        "Klasifikasi",
        "Lihat atau minta",
    ]
    assert cells(page, "t-bukti-2024", 0)[3:5] == ["18,0 kB", "ab" * 6]
