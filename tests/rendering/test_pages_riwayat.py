"""What changed, as pages and feeds tell it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from itertools import product
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from sakipgen.diagnostics import START
from sakipgen.domain.isian import Beda, Dokumen, Kunci
from sakipgen.domain.riwayat import BedaBerkas, Catatan, Riwayat
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.ukur import measure
from sakipgen.reading.revisi import ZONA
from sakipgen.rekap import Rekapitulasi, summarise, susun_riwayat
from sakipgen.rendering import kalimat_riwayat
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.kalimat import teks
from sakipgen.rendering.kalimat_riwayat import FaktaRiwayat
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import Konteks
from sakipgen.rendering.umpan import render_umpan
from tests.conftest import Indonesian
from tests.measuring.builder import UNIT, Susunan, instansi
from tests.rendering.test_kalimat_halaman import spoken
from tests.rendering.test_pages import JAHAT, RASIO, TEMPLATES, render, text, tree

TW1, TW2 = Periode(2024, "TW1"), Periode(2024, "TW2")
SETAHUN = Periode(2024, "tahunan")
BERKAS = PurePosixPath(f"data/realisasi/2024/TW1/{UNIT}.yaml")
REPO = {"alamat": "https://github.com/contoh/kinerja", "cabang": "main"}
RESMI: dict[str, Any] = {"status_data": "resmi", "repositori": REPO, "alamat_situs": "https://kinerja.contoh.go.id"}


def kunci(
    kode: str, bagian: str, periode: Periode = TW1, dokumen: Dokumen = Dokumen.REALISASI, versi: str = ""
) -> Kunci:
    return Kunci(dokumen, kode, periode, versi, bagian)


def satu(hari: str, nomor: int, *beda: tuple[Kunci, str | None, str | None], **lain: Any) -> Catatan:
    values: dict[str, Any] = {
        "revisi": f"{nomor:040x}",
        "waktu": datetime.fromisoformat(f"{hari}T10:05:00").replace(tzinfo=ZONA),
        "usulan": None,
        "alasan": None,
        "disetujui_oleh": (),
        "berkas": (BERKAS,),
        "beda": tuple(BedaBerkas(Beda(*row), BERKAS) for row in beda),
    }
    return Catatan(**values | lain)


RIWAYAT = Riwayat(
    (
        satu(
            "2024-01-20",
            10,
            (kunci("IKU-01", "target", SETAHUN, Dokumen.PERJANJIAN_KINERJA, "murni"), None, "60"),
            (kunci("5.03.2.1", "pagu", SETAHUN, Dokumen.PAGU, "murni"), None, "8843750000"),
        ),
        satu(
            "2024-04-10",
            11,
            (kunci("IKU-01", "ikut"), None, "900"),
            (kunci("IKU-01", "total"), None, "7409"),
            usulan=128,
            disetujui_oleh=("kepala",),
        ),
        satu("2024-04-12", 12, (kunci("IKU-01", "ikut"), "900", "1000"), alasan=f"Salah jumlah. {JAHAT}"),
    ),
    lengkap=True,
)


def susunan(**isi: Any) -> Susunan:
    found = Susunan(instansi=instansi(**RESMI | isi)).ukur("IKU-01", **RASIO).janji("IKU-01", "60")
    found.rencanakan("IKU-01", TW1="15", TW2="30", TW3="42", TW4="60")
    return found.lapor("IKU-01", "TW1", komponen={"ikut": "1000", "total": "7409"})


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(susunan(), riwayat=RIWAYAT, per_tanggal="2024-05-02")


def test_the_page_counts_and_lists_the_newest_first(pages: dict[str, Page], indonesian: Indonesian) -> None:
    page = pages["perubahan"]
    assert text(page, ".sk-putusan") == ["Sejak 1 Januari 2024 ada 4 isian baru dan 1 perubahan."]
    assert text(page, ".sk-tambahan") == ["Pada 2024 tidak ada angka yang dikoreksi sesudah periodenya ditutup."]
    rows = [
        [" ".join(cell.text().split()) for cell in row.css("th, td")]
        for row in tree(page).css("#t-perubahan ~ tbody tr")
    ]
    assert rows[0] == [
        "Persentase ASN yang ikut pelatihan IKU-01 · realisasi, ikut",
        "Triwulan I 2024",
        "900",
        "1.000",
        "↻ perbaikan",
        "12 Apr 2024, 10.05 0000000 ↗ (tautan luar)",
        f"Bidang Mutasi Salah jumlah. {JAHAT}",
    ]
    assert rows[1][5:] == [
        "10 Apr 2024, 10.05 #128 ↗ (tautan luar) · 0000000 ↗ (tautan luar)",
        "Bidang Mutasi; disetujui Kepala",
    ]
    assert rows[3][0] == "Persentase ASN yang ikut pelatihan IKU-01 · target Perjanjian Kinerja"
    assert rows[3][3] == "60,00%"
    assert rows[4][:4] == ["5.03.2.1 5.03.2.1 · pagu murni", "Tahun 2024", "belum ada", "Rp8.843.750.000"]
    indonesian(page.uraian)


def test_text_of_a_proposal_stays_text(pages: dict[str, Page]) -> None:
    for name in ("perubahan", "indikator/iku-01"):
        assert not tree(pages[name]).css('script:not([type="application/ld+json"])')
        assert "{{ 7*7 }}" in tree(pages[name]).text()


def test_an_indikator_tells_its_own_changes_with_an_anchor_for_each_period(pages: dict[str, Page]) -> None:
    page = pages["indikator/iku-01"]
    assert [node.attributes["id"] for node in tree(page).css("[id^=riwayat-]")] == ["riwayat-2024-tw1", "riwayat-2024"]
    assert text(page, "#t-riwayat ~ tbody tr td:nth-child(2)") == [
        "realisasi, ikut",
        "realisasi, total",
        "realisasi, ikut",
        "target Perjanjian Kinerja",
    ]
    links = [node.attributes["href"] for node in tree(pages["perubahan"]).css("#t-perubahan ~ tbody a")]
    assert "../indikator/iku-01/#riwayat-2024-tw1" in links
    assert f"https://github.com/contoh/kinerja/commit/{12:040x}" in links
    assert "https://github.com/contoh/kinerja/pull/128" in links


def test_the_footer_says_when_the_data_of_a_page_changed_last(pages: dict[str, Page]) -> None:
    (said, *_) = text(pages["indikator/iku-01"], ".sk-asal p")
    assert "Data halaman ini terakhir berubah 12 April 2024, 10.05 WIB (revisi 0000000" in said
    assert pages["indikator/iku-01"].diubah == date(2024, 4, 12)
    assert pages["perubahan"].diubah is None


def test_without_history_the_page_says_so_and_shows_the_corrections() -> None:
    pages = render(susunan(), per_tanggal="2024-05-02")
    assert text(pages["perubahan"], ".sk-putusan") == ["Riwayat perubahan tidak terbaca saat situs ini dibangun."]
    assert not tree(pages["perubahan"]).css("#t-perubahan, a[href*='umpan/']")
    assert not tree(pages["indikator/iku-01"]).css("#riwayat")
    assert "terakhir berubah" not in text(pages["indikator/iku-01"], ".sk-asal")[0]


def test_a_breach_is_told_apart() -> None:
    closed = satu("2024-04-30", 12, (kunci("", "tanggal", TW1, Dokumen.PENUTUPAN), None, "2024-04-30"))
    breach = satu("2024-05-01", 13, (kunci("IKU-01", "ikut"), "900", "1000"))
    page = render(susunan(), riwayat=Riwayat((closed, breach), lengkap=False), per_tanggal="2024-05-02")["perubahan"]
    assert text(page, "#t-tanpa-koreksi ~ tbody td:nth-child(5)") == ["▲ tanpa catatan koreksi"]
    assert "1 angka berubah sesudah ditutup tanpa catatan koreksi." in text(page, ".sk-tambahan")[0]
    assert "dari salinan sebagian" in text(page, ".sk-tambahan")[0]


# ── Sentences ──


@pytest.mark.parametrize(
    "fakta",
    [
        FaktaRiwayat(t, b, p, k, n, lengkap=whole, peragaan=example)
        for t, b, p, k, n, whole, example in product(
            (True, False), (0, 3), (0, 2), (0, 1), (0, 1), (True, False), (True, False)
        )
    ],
)
def test_exactly_one_pattern_speaks_of_the_changes_of_a_year(fakta: FaktaRiwayat, indonesian: Indonesian) -> None:
    assert len(spoken(kalimat_riwayat.RIWAYAT, fakta)) == 1
    said = kalimat_riwayat.riwayat(fakta, 2026)
    indonesian(teks(said))
    assert all(len(str(sentence).split()) <= 20 for sentence in said)


def test_large_counts_are_written_as_people_write_them() -> None:
    said = kalimat_riwayat.riwayat(FaktaRiwayat(terbaca=True, baru=2872), 2026)
    assert str(said[0]) == "Sejak 1 Januari 2026 ada 2.872 isian baru; belum ada yang diubah."


# ── Feeds ──

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def rekap(found: Susunan, riwayat: Riwayat | None) -> Rekapitulasi:
    dataset = found.dataset()
    posisi = Posisi.pada(date(2024, 5, 2))
    told = susun_riwayat(riwayat, dataset, dataset, posisi) if riwayat else None
    return summarise(dataset, measure(dataset, posisi), lambda _path, _loc: START, None, told)


def umpan(found: Susunan, riwayat: Riwayat | None = RIWAYAT) -> dict[str, bytes]:
    feeds = render_umpan(Konteks(rekap(found, riwayat), make_environment(TEMPLATES)))
    return {str(path): b"".join(make()) for path, make in feeds.items()}


def isi(node: Element, path: str) -> list[str]:
    return [found.text or "" for found in node.findall(path, ATOM)]


def test_there_is_a_feed_of_all_of_each_unit_and_of_each_indikator() -> None:
    assert sorted(umpan(susunan())) == [
        f"umpan/bidang/{UNIT}.atom",
        "umpan/indikator/iku-01.atom",
        "umpan/perubahan.atom",
        "umpan/perubahan.json",
    ]
    assert umpan(susunan(), None) == {}


def test_before_the_first_change_the_feed_is_empty_and_of_the_day_of_the_site() -> None:
    found = umpan(susunan(**RESMI), Riwayat((), lengkap=True))
    feed = fromstring(found["umpan/perubahan.atom"])  # noqa: S314 - written here
    assert isi(feed, "a:entry/a:id") == []
    assert isi(feed, "a:updated") == ["2024-05-02T00:00:00+07:00"]


def test_an_entry_tells_the_figures_of_one_period_together() -> None:
    feed = fromstring(umpan(susunan())["umpan/indikator/iku-01.atom"])  # noqa: S314 - our own
    assert isi(feed, "a:entry/a:title") == [
        "IKU-01 Triwulan I 2024: 1.000 (perbaikan)",
        "IKU-01 Triwulan I 2024: 900, 7.409 (isian baru)",
        "IKU-01 Tahun 2024: target Perjanjian Kinerja 60,00% (isian baru)",
    ]
    assert isi(feed, "a:updated") == ["2024-04-12T10:05:00+07:00"]
    (summary, *_) = isi(feed, "a:entry/a:summary")
    assert summary.startswith("Persentase ASN yang ikut pelatihan. Realisasi, ikut: 900 menjadi 1.000. Alasan: Salah")
    assert JAHAT in summary
    links = [node.attrib["href"] for node in feed.findall("a:entry/a:link", ATOM)]
    assert links[0] == "https://kinerja.contoh.go.id/indikator/iku-01/#riwayat-2024-tw1"


def test_entries_keep_their_name_when_the_site_moves() -> None:
    here = fromstring(umpan(susunan())["umpan/perubahan.atom"])  # noqa: S314 - our own
    there = fromstring(umpan(susunan(alamat_situs=None))["umpan/perubahan.atom"])  # noqa: S314 - our own
    names = isi(here, "a:entry/a:id")
    assert names == isi(there, "a:entry/a:id")
    assert len(set(names)) == len(names) == 4
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name) for name in names)


def test_the_json_feed_says_the_same() -> None:
    feeds = umpan(susunan())
    told = json.loads(feeds["umpan/perubahan.json"])
    atom = fromstring(feeds["umpan/perubahan.atom"])  # noqa: S314 - our own
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in told["items"]] == isi(atom, "a:entry/a:title")
    assert told["feed_url"] == "https://kinerja.contoh.go.id/umpan/perubahan.json"


def test_a_correction_is_announced_as_one() -> None:
    closed = satu("2024-04-30", 12, (kunci("", "tanggal", TW1, Dokumen.PENUTUPAN), None, "2024-04-30"))
    breach = satu("2024-05-01", 13, (kunci("IKU-01", "ikut"), "900", "1000"))
    feed = fromstring(umpan(susunan(), Riwayat((closed, breach), lengkap=True))["umpan/perubahan.atom"])  # noqa: S314
    assert isi(feed, "a:entry/a:title") == ["KOREKSI: IKU-01 Triwulan I 2024: 1.000 (tanpa catatan koreksi)"]


def test_the_front_page_tells_the_latest_changes(pages: dict[str, Page]) -> None:
    assert text(pages["."], ".sk-berubah li") == [
        "12 Apr 2024, 10.05 IKU-01 Triwulan I 2024: 1.000 (perbaikan)",
        "10 Apr 2024, 10.05 IKU-01 Triwulan I 2024: 900, 7.409 (isian baru)",
        "20 Jan 2024, 10.05 IKU-01 Tahun 2024: target Perjanjian Kinerja 60,00% (isian baru)",
    ]
    assert not tree(render(susunan(), per_tanggal="2024-05-02")["."]).css(".sk-berubah")


def test_the_front_page_of_an_example_tells_nothing_later_than_its_day() -> None:
    pages = render(susunan(status_data="contoh"), riwayat=RIWAYAT, per_tanggal="2024-04-11")
    assert [said[:6] for said in text(pages["."], ".sk-berubah li")] == ["10 Apr", "20 Jan"]
    assert any("12 Apr 2024" in said for said in text(pages["perubahan"], "#t-perubahan ~ tbody tr"))


def test_a_period_points_to_its_latest_change(pages: dict[str, Page]) -> None:
    links = [node.attributes["href"] for node in tree(pages["indikator/iku-01"]).css("td.sk-hari > a")]
    assert "#riwayat-2024-tw1" in links
    assert "#riwayat-2024-tw2" not in links


def test_a_unit_names_its_feed(pages: dict[str, Page]) -> None:
    assert tree(pages[f"bidang/{UNIT}"]).css(f"a[href='../../umpan/bidang/{UNIT}.atom']")
    assert not tree(render(susunan(), per_tanggal="2024-05-02")[f"bidang/{UNIT}"]).css("a[href$='.atom']")
