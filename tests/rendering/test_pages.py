"""Pages: what a reader meets, every figure with its cell of the open data, no word missing and no text trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any, cast

import pytest
from selectolax.lexbor import LexborHTMLParser

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.riwayat import Riwayat
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import BarisIndikator, summarise, susun_riwayat
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.glosarium import Istilah
from sakipgen.rendering.opendata import tables
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import BerkasUnduh, Konteks, lembar
from sakipgen.rendering.pages.konteks import pensil
from sakipgen.rendering.pages.sunting import laporan_periode, laporan_terbaru
from tests.measuring.builder import SOP, UNIT, Susunan, instansi, metode, renstra

TEMPLATES = Path(__file__).parents[2] / "site_templates"
JAHAT = "<script>alert(1)</script> a|b [x](javascript:alert(1)) {{ 7*7 }} \"'&"
RASIO: dict[str, Any] = {
    "nama": "Persentase ASN yang ikut pelatihan",
    "satuan": {"nama": "persen", "tipe": "persen"},
    "komponen": {"ikut": "Yang ikut", "total": "Semua"},
    "rumus": "ikut / total * 100",
    "batas": {"min": "0", "maks": "100"},
    "baseline": {"tahun": "2021", "nilai": "31.40"},
}
HARI: dict[str, Any] = {
    "nama": "Rata-rata waktu usul",
    "satuan": {"nama": "hari kerja", "tipe": "angka"},
    "desimal": "0",
    "polaritas": "turun",
}
MANUAL = {
    "N001": "Koma desimal\n\nPakai `85.5`, **bukan** <b>.\n\n```yaml\nnilai: 85.5\n\nx: <y>\n```",
    "Q999": "Lain.\n\nIsi.",
}
BERKAS = (
    BerkasUnduh("sakip.xlsx", "Buku kerja", "Semua tabel.", 1234, 40960, "cd" * 32, (), None, False),
    BerkasUnduh("datapackage.json", "Data Package", "Keterangan.", None, 900, "ef" * 32, (), None, False),
    BerkasUnduh(
        "capaian.csv",
        "Capaian",
        "Satu baris.",
        1234,
        20480,
        "ab" * 32,
        (("id", "teks", "Kunci."),),
        "capaian.csv-metadata.json",
        True,
    ),
)


def render(
    susunan: Susunan,
    per_tanggal: str = "2025-02-14",
    revisi: str | None = None,
    riwayat: Riwayat | None = None,
    glosarium: Mapping[str, Istilah] | None = None,
) -> dict[str, Page]:
    """The pages of a small dataset by their path; every element stands on line 7."""

    def locate(path: PurePosixPath, loc: Loc) -> Position:
        return Position(7, 3)

    dataset = susunan.dataset()
    posisi = Posisi.pada(parse_tanggal(per_tanggal))
    known = terlihat(dataset, posisi)
    told = susun_riwayat(riwayat, dataset, known, posisi) if riwayat else None
    rekap = summarise(known, measure(known, posisi), locate, revisi, told)
    sheets = lembar(Konteks(rekap, make_environment(TEMPLATES), glosarium), MANUAL, lambda: BERKAS, "1.2.3")
    pages = [sheet.buat() for sheet in sheets]
    assert [str(page.path) for page in pages] == [sheet.path for sheet in sheets]
    found = {str(page.path): page for page in pages}
    assert len(found) == len(pages)
    cells = {t.nama: {str(r[0]): [k.nama for k in t.kolom] for r in t.baris} for t in tables(rekap)}
    for page in pages:
        check(page, cells)
    return found


def check(page: Page, cells: dict[str, dict[str, list[str]]]) -> None:
    """What holds for every page of every dataset."""
    html = tree(page)
    name = str(page.path)
    assert len(html.css("h1")) == 1, name
    assert "style=" not in page.isi, name
    assert not html.css("iframe, img, [onclick]"), name
    for block in html.css("script"):  # data, which no browser runs
        assert block.attributes == {"type": "application/ld+json"}, name
        assert json.loads(block.text())["@type"] == "Dataset", name
    ids = [node.attributes["id"] for node in html.css("[id]")]
    assert len(ids) == len(set(ids)), name
    assert {b.jangkar for b in page.bagian} <= set(ids), name
    for node in html.css("data"):
        table, key, column = (node.attributes["data-ref"] or "").split("/")
        assert column in cells[table][key], f"{name}: {node.html}"
        assert re.fullmatch(r"-?\d+(\.\d+)?", node.attributes["value"] or ""), name
    for node in html.css("td, th, dd, dt, li, p, caption"):
        assert node.text().strip(), f"{name}: {node.html}"
    for node in html.css("table"):
        assert node.css_first("caption") is not None, name
        assert all(head.attributes.get("scope") for head in node.css("th")), name
    for node in html.css(".sk-gulir"):
        assert (node.attributes["role"], node.attributes["tabindex"]) == ("region", "0")
        assert node.attributes["aria-labelledby"] in ids
    for node in html.css("a[href]"):
        link = node.attributes["href"] or ""
        assert not link.startswith(("/", "javascript:")), f"{name}: {link}"
        if link.startswith("http"):
            assert "noopener" in (node.attributes.get("rel") or ""), link
            assert "tautan luar" in node.text() or "tautan luar" in node.parent.text(), link  # type: ignore[union-attr]
    assert "None" not in html.text(), name
    assert page.uraian, name


def tree(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(str(page.isi))


def text(page: Page, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree(page).css(selector)]


def small() -> Susunan:
    """Two sasaran: a ratio below its target, and days that are too many, with money."""
    susunan = Susunan(sasaran={"S1": ["IKU-01"], "S2": ["IKU-02", "IKU-03"]}, tujuan=["IKU-01"])
    susunan.target_renstra = {k: {"2024": "60", "2026": "80"} for k in ("IKU-01", "IKU-02", "IKU-03")}
    susunan.ukur("IKU-01", **RASIO).ukur("IKU-02", **HARI).ukur("IKU-03", nama="Nilai merit", frekuensi="tahunan")
    susunan.janji("IKU-01", "60").janji("IKU-02", "10").janji("IKU-03", "250")
    susunan.rencanakan("IKU-01", TW1="15", TW2="30", TW3="42", TW4="60")
    susunan.rencanakan("IKU-02", TW1="10", TW2="10", TW3="10", TW4="10")
    for segmen, ikut in (("TW1", "1000"), ("TW2", "2000"), ("TW3", "2871"), ("TW4", "3880")):
        susunan.lapor("IKU-01", segmen, komponen={"ikut": ikut, "total": "7409"}, kendala="Dana.", solusi="Daring.")
        susunan.lapor("IKU-02", segmen, "12", kendala="Antre.", solusi="Tambah loket.")
    susunan.lapor("IKU-03", "tahunan", "265.5", sumber="Piagam BKN 30 Desember 2024.", catatan="Angka nyata.")
    susunan.program[2024] = {
        "versi_nomenklatur": "Kepmen",
        "sumber": "DPA",
        "perubahan": {"sumber": "DPPA", "tanggal": "2024-01-31"},
        "program": {"5.03": {"nama": "Program Kepegawaian", "sasaran": "S1", "penanggung_jawab": UNIT}},
        "kegiatan": {"5.03.2": {"nama": "Kegiatan", "penanggung_jawab": UNIT}},
        "sub_kegiatan": {
            "5.03.2.1": {
                "nama": "Sub",
                "penanggung_jawab": UNIT,
                "pagu": {"murni": "8843750000"},
                "sumber_dana": "PAD",
            }
        },
    }
    susunan.anggaran[2024, "TW4"] = {
        "sumber": "LRA",
        "tanggal_data": "2025-01-05",
        "butir": {"5.03.2.1": {"realisasi": "8203130170"}},
    }
    return susunan


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(small(), revisi="3f9c2ab61d0c")


# ── Which pages ──


def test_all_pages_are_there(pages: dict[str, Page]) -> None:
    assert sorted(pages) == [
        ".",
        "aksesibilitas",
        "aturan",
        "bidang",
        f"bidang/{UNIT}",
        "cari",
        "data",
        "dokumen",
        "dokumen/evaluator",
        "indikator",
        "indikator/iku-01",
        "indikator/iku-02",
        "indikator/iku-03",
        "metodologi",
        "metodologi/2024",
        "periode",
        "periode/2024",
        "periode/2024-tw1",
        "periode/2024-tw2",
        "periode/2024-tw3",
        "periode/2024-tw4",
        "perubahan",
        "pohon-kinerja",
        "program",
        "program/5.03",
        "proses",
        "sasaran",
        "sasaran/s1",
        "sasaran/s2",
        "status",
        "tentang",
        "tindak-lanjut",
    ]
    titles = [page.judul for page in pages.values()]
    assert len(set(titles)) == len(titles)
    assert pages["indikator/iku-01"].judul == "IKU-01 Persentase ASN yang ikut pelatihan"


def test_the_pencil_opens_the_file_that_a_page_is_about(pages: dict[str, Page]) -> None:
    told = {path: str(page.sumber) for path, page in pages.items()}
    assert told[f"bidang/{UNIT}"] == f"data/realisasi/2024/TW4/{UNIT}.yaml"
    assert told["periode/2024-tw1"] == f"data/realisasi/2024/TW1/{UNIT}.yaml"
    assert told["periode/2024"] == f"data/realisasi/2024/tahunan/{UNIT}.yaml"
    assert told["indikator/iku-02"] == "data/indikator/IKU-02.yaml"


def test_of_several_reports_the_pencil_opens_none() -> None:
    names = ("realisasi/2024/TW1/b", "realisasi/2024/TW2/a", "realisasi/2024/TW2/b", "rencana-aksi/2024/a")
    files = [SimpleNamespace(berkas=PurePosixPath("data", f"{name}.yaml")) for name in names]
    rows = [cast("BarisIndikator", SimpleNamespace(rujukan_target=None, rujukan=files))]
    both = tuple(file.berkas for file in files[1:3])
    assert laporan_terbaru(rows) == laporan_periode(rows, Periode(2024, "TW2")) == both
    assert laporan_periode(rows, Periode(2024, "TW1")) == (files[0].berkas,)
    assert laporan_terbaru([]) == ()
    assert (pensil(both), pensil(both[:1]), pensil(())) == (None, both[0], None)


def test_links_go_up_as_far_as_the_page_lies_deep(pages: dict[str, Page]) -> None:
    assert 'href="./indikator/iku-01/"' in pages["."].isi
    assert 'href="../indikator/iku-01/"' in pages["indikator"].isi
    assert 'href="../../bidang/mutasi/"' in pages["indikator/iku-01"].isi


def test_breadcrumbs(pages: dict[str, Page]) -> None:
    assert text(pages["indikator/iku-01"], ".sk-jejak li") == ["Beranda", "Sasaran", "S1", "IKU-01"]
    assert text(pages["."], ".sk-jejak li") == []


def test_strip_and_provenance_on_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert text(page, ".sk-strip dt") == ["Data sampai", "Diperbarui", "Status", "Kelengkapan"]
        assert "revisi 3f9c2ab61d0c, dilihat per 14 Februari 2025" in text(page, ".sk-asal p")[0]
        assert text(page, ".sk-contoh strong") == ["DATA CONTOH"]
    assert text(pages["."], ".sk-strip dd") == [
        "Tahun 2024",
        "14 Februari 2025",
        "Angka tetap",
        "3 dari 3 indikator",
    ]


def bertahun() -> Susunan:
    """A monthly indikator told up to February, a quarterly one of the first quarter, an annual one not yet."""
    susunan = Susunan()
    for kode, often in (("A", "bulanan"), ("B", "triwulanan"), ("C", "tahunan")):
        susunan.ukur(kode, frekuensi=often).janji(kode, "60")
    months = {f"b{n:02}": "60" for n in range(1, 13)}
    susunan.rencanakan("A", **months).rencanakan("B", TW1="60", TW2="60", TW3="60", TW4="60")
    return susunan.lapor("A", "01", "60").lapor("A", "02", "60").lapor("B", "TW1", "60")


def berikutnya(page: Page) -> str | None:
    """The fact of a page on what comes next; None where it is left out."""
    facts = dict(zip(text(page, ".sk-strip dt"), text(page, ".sk-strip dd"), strict=True))
    return facts.get("Data berikutnya")


def test_what_comes_next_is_said_of_a_year_that_goes_on() -> None:
    pages = render(bertahun(), "2024-04-05")
    assert berikutnya(pages["periode/2024"]) == "10 April 2024"
    assert berikutnya(pages["metodologi/2024"]) == "10 April 2024"
    assert berikutnya(pages["indikator/b"]) == "15 Juli 2024"
    assert berikutnya(pages["indikator/c"]) == "31 Januari 2025"


def test_a_period_that_has_ended_awaits_only_its_own_reports() -> None:
    pages = render(bertahun(), "2024-04-05")
    assert berikutnya(pages["periode/2024-02"]) is None
    assert berikutnya(pages["periode/2024-03"]) == "10 April 2024"
    assert berikutnya(pages["periode/2024-tw1"]) == "10 April 2024"
    assert berikutnya(render(bertahun(), "2024-04-12")["periode/2024-tw1"]) is None


def test_a_period_that_was_closed_awaits_nothing() -> None:
    susunan = bertahun()
    susunan.sop = SOP
    susunan.siklus[2024, "TW1"] = {"penutupan": {"tanggal": "2024-04-04", "oleh": "kepala"}}
    assert berikutnya(render(susunan, "2024-04-05")["periode/2024-tw1"]) is None


def test_a_year_that_has_ended_awaits_its_last_reports_and_then_nothing() -> None:
    assert berikutnya(render(bertahun(), "2025-01-20")["periode/2024"]) == "31 Januari 2025"
    later = render(bertahun(), "2025-02-14")
    assert {path: berikutnya(page) for path, page in later.items() if berikutnya(page)} == {}


def test_an_indikator_told_by_a_year_that_has_ended_still_says_when_more_comes() -> None:
    susunan = bertahun().lapor("C", "tahunan", "60")
    susunan.metode_lain[2024], susunan.tahun = metode(), 2025
    for kode in "ABC":
        susunan.janji(kode, "60", tanggal="2025-01-15")
    pages = render(susunan.lapor("A", "01", "60"), "2025-02-20")
    assert berikutnya(pages["indikator/c"]) == "31 Januari 2026"
    assert berikutnya(pages["indikator/a"]) == "10 Maret 2025"
    assert berikutnya(pages["periode/2024"]) is None
    assert berikutnya(pages["metodologi/2024"]) is None


def test_a_year_that_ended_is_not_final_while_its_last_reports_may_still_come() -> None:
    susunan = Susunan().ukur("IKU-01").janji("IKU-01", "60")
    susunan.rencanakan("IKU-01", TW1="60", TW2="60", TW3="60", TW4="60")
    for segmen in ("TW1", "TW2", "TW3"):
        susunan.lapor("IKU-01", segmen, "60")

    def status(hari: str) -> str:
        return text(render(susunan, hari)["."], ".sk-strip dd")[2]

    assert status("2024-11-15") == "Tahun berjalan"
    assert status("2025-01-05") == "Menunggu laporan akhir tahun"
    assert status("2025-02-14") == "Angka tetap"


def test_official_data_has_no_banner_and_an_unknown_revision_is_said() -> None:
    susunan = small()
    susunan.instansi = instansi(status_data="resmi")
    page = render(susunan)["."]
    assert text(page, ".sk-contoh") == []
    assert "revisi tidak tercatat" in text(page, ".sk-asal p")[0]


# ── What they say ──


def test_front_page_tells_it_in_ten_seconds(pages: dict[str, Page]) -> None:
    page = pages["."]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024, 1 dari 3 indikator kinerja utama mencapai target. 2 belum mencapai target."
    ]
    assert text(page, ".sk-legenda li") == [
        "Sangat Tinggi 1",
        "Tinggi 2",
        "Sedang 0",
        "Rendah 0",
        "Sangat Rendah 0",
        "Belum ada data 0",
    ]
    assert text(page, ".sk-besar") == ["0 dari 2", "92,76%", "9 dari 9"]
    assert "Rp8,20 miliar dari Rp8,84 miliar, sampai Triwulan IV 2024" in text(page, ".sk-kartu p")
    assert text(page, ".sk-perhatian p") == [
        "Pada tahun 2024 tercatat 12 hari kerja, melewati batas target 10 hari kerja; selisihnya 2 hari kerja.",
        "Pada tahun 2024 baru tercatat 52,37% dari target 60%: kurang 7,63 poin persen.",
    ]
    rows = text(page, "#t-iku ~ tbody tr")
    assert rows[0] == "Persentase ASN yang ikut pelatihan IKU-0160,00%52,37%87,28%Tinggi"
    assert page.uraian.startswith("BK Kabupaten Contoh: Pada tahun 2024, 1 dari 3")


def test_every_iku_figure_is_on_the_front_page(pages: dict[str, Page]) -> None:
    refs = {node.attributes["data-ref"] for node in tree(pages["."]).css("#t-iku ~ tbody data")}
    for kode in ("IKU-01", "IKU-02", "IKU-03"):
        assert {f"capaian/{kode}:2024/{c}" for c in ("target", "realisasi", "capaian")} <= refs


def test_indikator_explains_itself(pages: dict[str, Page]) -> None:
    page = pages["indikator/iku-01"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024 baru tercatat 52,37% dari target 60%: kurang 7,63 poin persen."
    ]
    assert text(page, ".sk-rumus") == [
        "(ikut ÷ total) × 100",
        "Triwulan IV 2024: (3.880 ÷ 7.409) × 100 = 52,37% data/realisasi/2024/TW4/mutasi.yaml baris 7",
        "angka Triwulan IV 2024: 52,37% (lengkapnya 52,3687407207)",
        "menurut Perjanjian Kinerja: 60% data/perjanjian-kinerja/2024/kepala/murni.yaml baris 7",
        "(realisasi ÷ target) × 100",
        "(52,3687407207 ÷ 60) × 100 = 87,28%",
        "87,2812345346% dibulatkan menjadi 87: Tinggi (76 sampai 90); target belum tercapai",
    ]
    assert text(page, "#t-skala ~ tbody td") == [
        "91 atau lebih",
        "76 sampai 90",
        "66 sampai 75",
        "51 sampai 65",
        "50 atau kurang",
    ]
    assert "data/realisasi/2024/TW4/mutasi.yaml baris 7" in text(page, ".sk-sumber")
    assert text(page, "h2") == [
        "Menurut periode",
        "Menurut tahun",
        "Penjelasan bidang",
        "Program dan anggaran",
        "Cara menghitung",
        "Arti indikator",
        "Bukti dukung",
        "Unduh dan kutip",
    ]
    assert text(page, ".sk-gambar b") == [
        "Target belum tercapai",
        "Target belum tercapai pada periode mana pun",
        "Membaik dari 31,4 (2021) menjadi 52,37 (2024)",
    ]


def test_lower_is_better(pages: dict[str, Page]) -> None:
    page = pages["indikator/iku-02"]
    assert "Makin rendah makin baik" in text(page, ".sk-tuju")[0]
    assert text(page, ".sk-rumus")[-2] == "((2 × 10 − 12) ÷ 10) × 100 = 80,00%"


def test_the_source_of_a_real_figure_is_on_the_page(pages: dict[str, Page]) -> None:
    shown = text(pages["indikator/iku-03"], ".sk-arti dd")
    assert "Piagam BKN 30 Desember 2024." in shown
    assert "Angka nyata." in shown


def test_sasaran(pages: dict[str, Page]) -> None:
    page = pages["sasaran/s2"]
    assert text(page, ".sk-putusan") == ["Sasaran ini diukur dengan 2 indikator: 1 mencapai target, 1 belum."]
    assert "rata-rata capaian 2 indikatornya, tahun 2024" in text(page, ".sk-simpul")[0]
    assert "Program Kepegawaian 5.03" in text(pages["sasaran/s1"], ".sk-pohon")[0]


def renamed() -> Susunan:
    """A sasaran of one indikator that goes on under another Renstra, with another name and under another tujuan."""
    susunan = Susunan(sasaran={"S1": ["IKU-01"]}, target_renstra={"IKU-01": {"2024": "70", "2025": "72"}})
    susunan.ukur("IKU-01", nama="Indeks merit", frekuensi="tahunan").janji("IKU-01", "70")
    susunan.lapor("IKU-01", "tahunan", "60")
    susunan.metode_lain[2024] = metode()
    susunan.tahun = 2025
    susunan.janji("IKU-01", "72", tanggal="2025-01-15").lapor("IKU-01", "tahunan", "72")
    susunan.renstra_lain["2025-2029"] = renstra(
        {"S1": ["IKU-01"]},
        {"IKU-01": {"2025": "90", "2029": "120"}},
        nama="Renstra baru",
        tahun_awal="2025",
        tahun_akhir="2029",
        tanggal="2025-01-02",
        tujuan={"T9": {"uraian": "Tujuan baru."}},
        sasaran={"S1": {"uraian": "Nama baru.", "tujuan": "T9", "indikator": ["IKU-01"]}},
    )
    return susunan


LAMA = "Sampai 2024 (Renstra 2021–2026) sasaran ini bernama “Sasaran.”."
TERUKUR = "Pada tahun 2024 sasaran ini diukur dengan 1 indikator, dan targetnya belum tercapai."


def test_a_sasaran_bears_its_newest_name_and_says_the_older() -> None:
    page = render(renamed(), "2026-02-14")["sasaran/s1"]
    assert text(page, "h1") == ["Nama baru."]
    assert page.judul == "Sasaran S1 Nama baru."
    assert text(page, ".sk-tuju") == [LAMA, "Mendukung tujuan T9: Tujuan baru."]
    assert text(page, ".sk-putusan") == ["Sasaran ini diukur dengan 1 indikator, dan targetnya tercapai."]
    assert text(page, "#susunan") == ["Dari tujuan ke kegiatan"]
    assert text(page, ".sk-pohon") == ["Tujuan baru. T9Nama baru. S1"]


def test_a_year_of_the_older_renstra_is_told_as_that_called_it() -> None:
    page = render(renamed(), "2025-10-20")["sasaran/s1"]
    assert text(page, "h1") == ["Nama baru."]
    assert text(page, ".sk-tuju") == [LAMA, "Mendukung tujuan T9: Tujuan baru."]
    assert text(page, ".sk-putusan") == [f"{TERUKUR} Tahun 2025 baru diukur pada akhir tahun."]
    assert text(page, "#susunan") == ["Dari tujuan ke kegiatan, tahun 2024"]
    assert text(page, ".sk-pohon") == ["Tujuan. T1Sasaran. S1"]


def test_a_sasaran_without_a_figure_of_the_latest_year_says_so_and_of_which_year_it_speaks() -> None:
    susunan = renamed()
    del susunan.laporan[2025, "tahunan", UNIT]
    page = render(susunan, "2026-02-14")["sasaran/s1"]
    assert text(page, ".sk-putusan") == [f"{TERUKUR} Untuk tahun 2025 belum ada angkanya."]
    assert page.uraian == f"Nama baru.: {TERUKUR} Untuk tahun 2025 belum ada angkanya."
    susunan.renstra_lain["2025-2029"] = renstra(
        {"S9": ["IKU-01"]}, {"IKU-01": {"2025": "90"}}, tahun_awal="2025", tahun_akhir="2029"
    )
    page = render(susunan, "2026-02-14")["sasaran/s1"]
    assert text(page, "h1") == ["Sasaran."]
    assert text(page, ".sk-putusan") == [TERUKUR], "of a year that has no such sasaran there is nothing to say"


def test_periode_is_the_rekapitulasi(pages: dict[str, Page]) -> None:
    page = pages["periode/2024-tw3"]
    assert text(page, "h1") == ["Triwulan III 2024"]
    assert text(page, ".sk-putusan")[0].startswith("Pada Triwulan III 2024, belum satu pun dari 2 indikator")
    (row,) = [said for said in text(page, ".sk-tabel--rekap tbody tr") if said.startswith("Nilai merit IKU-03")]
    assert row.count("n.b.") == 2, "one cell for all its figures, one that says why"
    assert "n.b. Tidak berlaku pada periode ini: Diukur setiap akhir tahun." in text(page, "tbody td")
    assert text(page, ".sk-tetangga a") == ["← Triwulan II 2024", "Triwulan IV 2024 →"]
    assert len(text(page, ".sk-tanda-tangan > div")) == 1
    assert text(pages["periode/2024"], "tfoot tr") == [
        "JumlahRp8.843.750.000Rp8.203.130.170Rp640.619.83092,76%",
    ]


def test_perangkat_daerah_is_small_print_and_only_with_a_kategori(pages: dict[str, Page]) -> None:
    assert "(rata-rata dari 2 sasaran)" in text(pages["periode/2024"], ".sk-simpul")[0]
    quarter = text(pages["periode/2024-tw3"], ".sk-simpul")[0]
    assert "Belum dapat disimpulkan: 2 dari 3 ada datanya, 1 diukur akhir tahun" in quarter


def test_bidang(pages: dict[str, Page]) -> None:
    page = pages[f"bidang/{UNIT}"]
    assert text(page, ".sk-putusan") == ["Kinerja unit ini diukur dengan 3 indikator: 1 mencapai target, 2 belum."]
    assert text(page, ".sk-kotak li")[0] == "Triwulan I✓ lengkap"


# ── What is missing ──


def test_missing_reports_are_words() -> None:
    susunan = small()
    del susunan.laporan[2024, "TW4", UNIT]
    del susunan.laporan[2024, "tahunan", UNIT]
    pages = render(susunan, "2025-01-20")
    rows = text(pages["indikator/iku-01"], "#t-periode-2024 ~ tbody tr")
    assert "▲ Terlambat 5 hari (jatuh tempo 15 Jan 2025). Penanggung jawab: Bidang Mutasi" in rows[3]
    assert "belum waktunya" in text(pages["."], "#t-iku ~ tbody tr")[2]
    assert text(pages["indikator/iku-03"], ".sk-putusan") == ["Belum ada data tahun 2024. Jatuh tempo 31 Januari 2025."]
    assert text(pages["."], ".sk-strip dd")[-1] == "31 Januari 2025"
    assert "Yang belum masuk" in text(pages["periode/2024-tw4"], "h2")
    assert "Belum ada data Triwulan IV 2024" not in pages["periode/2024-tw3"].isi


def test_declared_states_give_their_reason() -> None:
    susunan = small()
    susunan.lapor("IKU-03", "tahunan", status="menunggu_rilis", alasan="Piagam belum terbit.")
    susunan.laporan[2024, "tahunan", UNIT]["butir"]["IKU-03"].pop("nilai", None)
    page = render(susunan)["indikator/iku-03"]
    assert text(page, ".sk-putusan") == ["Data tahun 2024 masih menunggu rilis resmi."]
    assert text(page, ".sk-tambahan") == ["Alasannya: Piagam belum terbit."]


def test_an_unfinished_year_says_until_when() -> None:
    susunan = small()
    for segmen in ("TW3", "TW4", "tahunan"):
        del susunan.laporan[2024, segmen, UNIT]
    pages = render(susunan, "2024-07-20")
    assert text(pages["."], ".sk-putusan")[0].startswith("Sampai Triwulan II 2024")
    assert "Tahun berjalan 2024" in text(pages["."], ".sk-atas")
    assert text(pages["indikator/iku-01"], ".sk-tambahan") == ["Itu 44,99% dari target setahun, yaitu 60%."]
    assert text(pages["."], ".sk-strip dd")[2] == "Tahun berjalan"


def test_an_indikator_that_no_year_promises_has_a_page() -> None:
    susunan = small().ukur("IKU-99", nama="Cadangan")
    pages = render(susunan)
    assert text(pages["indikator/iku-99"], ".sk-putusan") == [
        "Indikator ini belum diperjanjikan pada tahun mana pun dalam data."
    ]
    assert "Cadangan" in text(pages["indikator"], "#lainnya ~ ul")[0]


def test_without_any_year_there_is_still_a_site() -> None:
    pages = render(Susunan().ukur("IKU-01"))
    assert text(pages["."], ".sk-putusan") == ["Belum ada perjanjian kinerja dalam data ini."]
    assert "sasaran" in pages


def test_an_amended_target_is_told() -> None:
    susunan = small()
    susunan.janji("IKU-01", "50", versi="perubahan-1", tanggal="2024-10-05")
    susunan.janji("IKU-02", "10", versi="perubahan-1").janji("IKU-03", "250", versi="perubahan-1")
    page = render(susunan)["indikator/iku-01"]
    (said,) = text(page, ".sk-tambahan")
    assert said == (
        "Target setahun diubah dari 60% menjadi 50%. Dasarnya Perjanjian Kinerja Perubahan ke-1 tanggal 5 Oktober 2024."
        " Terhadap target semula, capaiannya 87,28%."
    )


def test_small_numbers_of_cases_are_told() -> None:
    susunan = small()
    for segmen in ("TW1", "TW2", "TW3", "TW4"):
        susunan.laporan[2024, segmen, UNIT]["butir"]["IKU-01"]["komponen"] = {"ikut": "9", "total": "12"}
    page = render(susunan)["indikator/iku-01"]
    assert "Jumlah kasusnya kecil (12); perubahan persen mudah naik-turun." in text(page, ".sk-tambahan")[0]


# ── Text is only text ──


def test_hostile_text_stays_text() -> None:
    susunan = small()
    susunan.instansi = instansi(
        daerah=JAHAT,
        perangkat_daerah={"nama": JAHAT, "singkatan": JAHAT, "jenis": "badan", "urusan": ["5.03"], "tugas": JAHAT},
        unit_kerja={UNIT: {"nama": JAHAT, "jenis": "bidang", "tugas": JAHAT, "kepala": "kabid"}},
    )
    susunan.ukur("IKU-02", **{**HARI, "nama": JAHAT, "satuan": {"nama": JAHAT, "tipe": "angka"}, "formula_teks": JAHAT})
    susunan.lapor("IKU-03", "tahunan", "1", catatan=JAHAT, kendala=JAHAT, solusi=JAHAT, sumber=JAHAT)
    susunan.program[2024]["program"]["5.03"]["nama"] = JAHAT
    pages = render(susunan)
    for page in pages.values():
        known = ('<script type="application/ld+json">', '<script type="module" src="../javascripts/cari.js">')
        assert page.isi.count("<script") == sum(map(page.isi.count, known)) <= 1
        assert "49" not in text(page, "h1")[0]
    block = tree(pages["indikator/iku-02"]).css_first("script")
    assert block is not None
    assert json.loads(block.text())["variableMeasured"] == {"@type": "PropertyValue", "name": JAHAT, "unitText": JAHAT}


def test_sources_are_links_where_the_repository_is_open() -> None:
    susunan = small()
    susunan.instansi = instansi(repositori={"alamat": "https://github.com/contoh/sakip"})
    page = render(susunan)["indikator/iku-01"]
    links = [n.attributes["href"] for n in tree(page).css("a.sk-sumber")]
    assert "https://github.com/contoh/sakip/blob/main/data/realisasi/2024/TW4/mutasi.yaml#L7" in links


def test_internal_evidence_keeps_its_place_to_itself() -> None:
    susunan = small()
    path = "bukti/2024/TW4/rekap.csv"
    susunan.bukti = {path: BerkasBukti(18432, "ab" * 32)}
    susunan.laporan[2024, "TW4", UNIT]["butir"]["IKU-01"]["bukti"] = (
        {"judul": "Terbuka", "jenis": "rekap", "berkas": path, "klasifikasi": "publik"},
        {"judul": "Tertutup", "jenis": "surat", "berkas": "bukti/2024/TW4/rahasia.pdf"},
    )
    page = render(susunan)["indikator/iku-01"]
    assert "TerbukarekapTriwulan IV 202418,0 kBababababababPublikdata/bukti/2024/TW4/rekap.csv" in text(page, "tr")
    assert "rahasia.pdf" not in page.isi


# ── Downloads and the manual ──


def test_downloads(pages: dict[str, Page]) -> None:
    page = pages["data"]
    assert text(page, "#t-berkas ~ tbody tr") == [
        "Buku kerja sakip.xlsxXLSXSemua tabel.1.23440,0 kB1.5.014 Feb 2025cdcdcdcdcdcdtanpa skema",
        "Data Package datapackage.jsonJSONKeterangan.bukan tabel900 B1.5.014 Feb 2025efefefefefeftanpa skema",
        "Capaian capaian.csvCSV, ParquetSatu baris.1.23420,0 kB1.5.014 Feb 2025ababababababCSVW",
    ]
    for name in ("capaian.csv", "capaian.csv-metadata.json", "parquet/capaian.parquet", "sakip.xlsx"):
        assert f'href="../data/v1/{name}"' in page.isi
    assert text(page, "#k-capaian-csv ~ tbody tr") == ["idKunci.teks"]
    assert text(page, ".sk-pintu a") == ["Buku kerja Excel", "Data Package"]
    assert "sakip.xlsx, 40,0 kB" in text(page, ".sk-pintu li")[0]
    assert 'href="../api/v1/indikator/iku-01.json"' in page.isi
    assert text(page, "h2") == ["Ambil semua", "Berkas", "Kamus kolom", "API", "Cara memakai", "Lisensi dan kutipan"]


def test_deadlines_and_figures_are_linked_as_files(pages: dict[str, Page]) -> None:
    assert f'href="../../kalender/{UNIT}.ics"' in pages[f"bidang/{UNIT}"].isi
    assert 'href="../kalender/tenggat.ics"' in pages["periode"].isi
    assert 'href="../../api/v1/indikator/iku-01.json"' in pages["indikator/iku-01"].isi


def test_manual(pages: dict[str, Page]) -> None:
    page = pages["aturan"]
    assert text(page, "h2") == ["N: Angka", "Q: Lain-lain"]
    assert text(page, "h3") == ["N001 Koma desimal", "Q999 Lain"]
    assert "<p>Pakai <code>85.5</code>, <b>bukan</b> &lt;b&gt;.</p>" in page.isi
    assert "<pre><code>nilai: 85.5\n\nx: &lt;y&gt;</code></pre>" in page.isi
    assert tree(page).css_first("#N001") is not None


def test_periods_sort_before_the_year(pages: dict[str, Page]) -> None:
    assert text(pages["periode"], "tbody th")[0] == Periode(2024, "tahunan").label
