"""The PDF of papers: nothing of the value is lost, pages and links are true, offices may break the template safely."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Baris,
    Belum,
    Blok,
    Daftar,
    DaftarIsi,
    Dokumen,
    Entri,
    Gambar,
    JenisBaris,
    JenisDaftarIsi,
    Judul,
    Kertas,
    Kolofon,
    Kolom,
    Kop,
    Medan,
    Paragraf,
    Penanda,
    Rata,
    Ruang,
    Sampul,
    Tabel,
    TandaTangan,
)
from sakipgen.rendering.dokumen.pdf import Cetakan, cetak
from tests.rendering.charts.gambar import EKSTREM, TERKECIL, spek
from tests.rendering.dokumen.contoh_blok import (
    CAP,
    JAHAT,
    PANJANG,
    TANGGAL,
    alinea,
    dengan,
    kal,
    laporan,
    sel,
    surat,
    tabel_capaian,
    tabel_panjang,
    tanda_tangan,
)
from tests.salinan import ROOT

TEMPLAT: Final = ROOT / "site_templates" / "dokumen"
MM: Final = 72 / 25.4
KOLOM: Final = (Kolom(1), Kolom(2, Rata.KANAN))
KEPALA: Final = ((sel("Uraian"), sel("Nilai")),)
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")


@pytest.fixture(scope="module")
def naskah() -> Dokumen:
    return laporan()


@pytest.fixture(scope="module")
def cetakan(naskah: Dokumen) -> Cetakan:
    return cetak(naskah, TEMPLAT)


@pytest.fixture(scope="module")
def pdf(cetakan: Cetakan) -> pikepdf.Pdf:
    return buka(cetakan.pdf)


@cache
def buka(pdf: bytes) -> pikepdf.Pdf:
    """Stays open as long as the tests run: its objects live no longer."""
    return pikepdf.open(io.BytesIO(pdf))


def cetak_blok(*blok: Blok) -> Cetakan:
    return cetak(dengan(*blok), TEMPLAT)


def pdftotext(pdf: bytes, *pilihan: str) -> str:
    found = subprocess.run(["pdftotext", *pilihan, "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode()


def lembar(pdf: bytes, *pilihan: str) -> list[str]:
    """The text of every sheet."""
    return pdftotext(pdf, *pilihan).split("\f")[:-1]


def badan(pdf: bytes) -> Iterator[str]:
    """The text of every sheet between what runs on top and at the foot, in the order of reading."""
    for n, page in enumerate(buka(pdf).pages, 1):
        width, height = (int(x) for x in page.mediabox[2:])
        area = ("-x", "0", "-y", "64", "-W", str(width), "-H", str(height - 116))
        yield pdftotext(pdf, "-raw", "-f", str(n), "-l", str(n), *area)


def rapat(teks: str) -> str:
    """A text without what print may change: spaces, places where words break, capitals."""
    return re.sub(r"[\s\u00ad\u200b]", "", teks).casefold()


def tulisan(value: Any) -> Iterator[str]:
    """Every text of a value that is printed."""
    if isinstance(value, Belum):
        yield str(value)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from tulisan(part)
    elif is_dataclass(value) and not isinstance(value, ChartSpec):
        for field in fields(value):
            if field.name != "id":
                yield from tulisan(getattr(value, field.name))


# ── What the file is ─────────────────────────────────────────────────────────────────────────────────────────────


def test_is_archival_tagged_and_indonesian(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as xmp:
        claims = [str(xmp[name]) for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert claims == ["2", "B", "1"]
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "id-ID"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_says_what_it_is(pdf: pikepdf.Pdf, naskah: Dokumen) -> None:
    info = pdf.docinfo
    said = [str(info[name]) for name in ("/Title", "/Author", "/Subject")]
    assert said == [naskah.judul, naskah.penerbit, naskah.subjek]
    assert all(str(info[name]).startswith("D:20260130000000") for name in ("/CreationDate", "/ModDate"))
    assert all(word in str(info["/Keywords"]) for word in ("SAKIP", *CAP))


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """All elements of the structure, in order."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += reversed(list(item))
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            found.append(item)
            waiting += [item.K] if "/K" in item else []
    return found


def test_charts_have_words_and_tables_have_heads(pdf: pikepdf.Pdf, naskah: Dokumen) -> None:
    elements = tags(pdf)
    charts = [str(e.Alt) for e in elements if e.S == "/Figure"]
    assert charts == [block.spek.uraian for block in naskah.blok if isinstance(block, Gambar)]
    assert [str(e.S) for e in elements].count("/Table") == sum(isinstance(b, Tabel) for b in naskah.blok)
    assert all(e.A for e in elements if e.S == "/TH")


def test_only_the_packaged_font_embedded(pdf: pikepdf.Pdf) -> None:
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all("Arimo" in str(font.FontName) and "/FontFile2" in font for font in fonts)


@pytest.mark.parametrize("kertas", Kertas)
def test_paper_stands_and_lies(kertas: Kertas) -> None:
    pages = buka(cetak(laporan(kertas), TEMPLAT).pdf).pages
    sizes = [tuple(round(float(x) / MM) for x in page.mediabox[2:]) for page in pages]
    width, height = kertas.ukuran
    assert sizes[0] == sizes[-1] == (width, height)
    assert (height, width) in sizes


def test_pages_are_counted_by_part(pdf: pikepdf.Pdf) -> None:
    labels = [page.label for page in pdf.pages]
    assert labels[:7] == ["", "i", "ii", "iii", "iv", "1", "2"]
    assert labels[5:] == [str(n + 1) for n in range(len(labels) - 5)]


def test_bookmarks_are_the_headings_and_skip_no_level(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        under = [item.title for item in outline.root[4].children]
    lists = ["Daftar Isi", "Daftar Tabel", "Daftar Gambar"]
    chapters = ["BAB I Pendahuluan", "BAB II Perencanaan Kinerja", "BAB III Akuntabilitas Kinerja", "BAB IV Penutup"]
    assert top == ["Kata Pengantar", *lists, *chapters, "Lampiran 1: Daftar Indikator"]
    assert under == ["1.1 Latar Belakang", "1.2 Maksud dan Tujuan"]
    deep = cetak_blok(Judul(3, kal("Tiga"), "1.1.1", "a"), Judul(5, kal("Lima"), "(1)"), Judul(2, kal("Dua")))
    assert [str(e.S) for e in tags(buka(deep.pdf)) if str(e.S).startswith("/H")] == ["/H1", "/H2", "/H2"]


def test_same_bytes_in_every_process(cetakan: Cetakan) -> None:
    code = (
        "import hashlib; from pathlib import Path; from tests.rendering.dokumen.contoh_blok import laporan; "
        "from sakipgen.rendering.dokumen.pdf import cetak; "
        f"print(hashlib.sha256(cetak(laporan(), Path({str(TEMPLAT)!r})).pdf).hexdigest())"
    )
    seeds = ("1", "2")
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in seeds
    }
    assert found == {hashlib.sha256(cetakan.pdf).hexdigest()}


# ── What it says ─────────────────────────────────────────────────────────────────────────────────────────────────


@poppler
@pytest.mark.parametrize("dokumen", [laporan(), surat()], ids=lambda d: d.nama)
def test_every_text_is_printed(dokumen: Dokumen) -> None:
    pdf = cetak(dokumen, TEMPLAT).pdf
    text = rapat("".join(badan(pdf)))
    running = [rapat(page) for page in lembar(pdf)]
    missing = [part for part in tulisan((dokumen.kop, *dokumen.blok)) if rapat(part) not in text]
    assert missing == []
    assert all(rapat(cap) in page for page in running for cap in dokumen.cap)
    covers = sum(isinstance(block, Sampul) for block in dokumen.blok)
    assert sum(rapat(dokumen.kaki) in page for page in running) == len(running) - covers


@poppler
def test_blocks_come_in_order(naskah: Dokumen, cetakan: Cetakan) -> None:
    text = rapat("".join(badan(cetakan.pdf)))
    at = text.index(rapat("Daftar Gambar"))
    for block in (block for part in naskah.bagian[2:] for block in part.isi):
        match block:
            case Judul(isi=isi) | Paragraf(isi=isi):
                words = getattr(block, "nomor", "") + "".join(tulisan(isi))
            case Tabel(judul=title) | Gambar(judul=title):
                words = block.nomor + title
            case _:
                continue
        at = text.find(rapat(words), at)
        assert at >= 0, words


@poppler
def test_cells_come_row_by_row_under_a_head_on_every_page() -> None:
    pages = list(badan(cetak_blok(tabel_panjang()).pdf))
    assert all("No. Kode Indikator Target Realisasi Capaian" in re.sub(r"\s+", " ", page) for page in pages)
    codes = re.findall(r"IKK-\d{3}", "".join(pages))
    assert codes == [f"IKK-{n:03}" for n in range(1, 201)]


@poppler
def test_short_row_stays_whole() -> None:
    three = sel("Satu.", "Dua.", "Tiga.")
    table = Tabel(KOLOM, KEPALA, tuple(Baris((three, sel(str(n)))) for n in range(80)))
    pages = list(badan(cetak_blok(table).pdf))
    assert len(pages) > 1
    assert all(page.count("Satu.") == page.count("Tiga.") for page in pages)


@poppler
def test_group_is_named_again_where_its_table_goes_on_and_never_stands_alone() -> None:
    def group(n: int) -> Iterator[Baris]:
        yield Baris((sel(f"Tujuan {n}.", lebar=2),), JenisBaris.KELOMPOK)
        yield Baris((sel(f"Sasaran {n}.", lebar=2),), JenisBaris.KELOMPOK)
        yield from (Baris((sel(f"Butir {n}-{k}"), sel("2,5"))) for k in range(13))
        yield Baris((sel("Jumlah"), sel("3")), JenisBaris.JUMLAH)

    table = Tabel(KOLOM, KEPALA, tuple(row for n in range(12) for row in group(n)))
    pages = list(badan(cetak_blok(table).pdf))
    assert len(pages) > 2
    for page in pages:
        rows = [line for line in page.splitlines() if line.strip()][1:]
        assert rows[0].startswith("Tujuan")
        assert not rows[-1].startswith(("Tujuan", "Sasaran"))


@poppler
def test_nothing_leaves_the_margins() -> None:
    """Words without end, wherever a text may stand."""
    long = kal(PANJANG)
    blocks: tuple[Blok, ...] = (
        Judul(1, long, "BAB I", "a"),
        Judul(2, long, "1.1", "b"),
        Paragraf(long),
        Belum(PANJANG, PANJANG),
        Medan(((PANJANG, long),)),
        Tabel(KOLOM * 6, (tuple(sel(PANJANG) for _ in range(12)),), (Baris((sel("9.876.543.210,50"),) * 12),), PANJANG),
        Gambar(spek(TERKECIL["garis"]), PANJANG, "Gambar 1"),
        TandaTangan((Penanda(PANJANG, nama=PANJANG), Penanda(PANJANG)), PANJANG),
        DaftarIsi(JenisDaftarIsi.ISI, PANJANG, (Entri(1, "BAB I", PANJANG, "a"), Entri(2, "1.1", PANJANG, "b"))),
        Sampul((PANJANG,), (PANJANG,), (PANJANG,)),
        Kolofon(Medan(((PANJANG, long),)), (Belum(PANJANG, PANJANG),)),
    )
    hostile = Dokumen(
        "x", "x", "x", "x", TANGGAL, (Bagian(blocks),), kop=Kop((PANJANG,), PANJANG), cap=(PANJANG,), kaki=PANJANG
    )
    for dokumen in (hostile, laporan()):
        layout = ET.fromstring(pdftotext(cetak(dokumen, TEMPLAT).pdf, "-bbox"))  # noqa: S314 - poppler's own
        pages = [e for e in layout.iter() if e.tag.endswith("page")]
        for page in pages:
            width, height = float(page.attrib["width"]), float(page.attrib["height"])
            left, right = (25, 25) if width > height else (30, 20)
            words = [w for w in page.iter() if w.tag.endswith("word")]
            for word in words:
                x_min, x_max, y_min, y_max = (float(word.attrib[name]) for name in ("xMin", "xMax", "yMin", "yMax"))
                assert left * MM - 2 < x_min < x_max < width - right * MM + 2, word.text
                assert 0 < y_min < y_max < height, word.text


@poppler
@pytest.mark.parametrize("penuh", range(30, 40))
def test_no_page_has_only_signatures_or_a_colophon(penuh: int) -> None:
    blocks: tuple[Blok, ...] = (
        *(Paragraf(kal(f"Kalimat {n}.")) for n in range(penuh)),
        Daftar((kal("Butir terakhir."),)),
        TandaTangan((Penanda("Ketua"),), "Hari"),
        Kolofon(Medan((("Revisi", kal("0123")),))),
    )
    last = lembar(cetak_blok(*blocks).pdf)[-1]
    assert all(word in last for word in ("Butir terakhir.", "Ketua", "Revisi"))


@poppler
def test_the_lines_of_a_letterhead_are_about_as_long_as_one_another() -> None:
    name = "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"
    paper = replace(laporan(), kop=Kop(("PEMERINTAH KABUPATEN", name), "Painan"))
    lines = [line.strip() for line in lembar(cetak(paper, TEMPLAT).pdf)[0].splitlines()]
    at = lines.index("BADAN KEPEGAWAIAN DAN")
    assert lines[at + 1] == "PENGEMBANGAN SUMBER DAYA MANUSIA"


@poppler
def test_what_the_font_lacks_is_a_box_and_never_an_error() -> None:
    odd = "kotak ☐ centang ✓ 中 😀 \x00\x07\u202e\ufeff akhir"
    chart = Gambar(spek(TERKECIL["hitungan"], odd), odd, "Gambar 1")
    page = lembar(cetak_blok(Judul(1, kal(odd)), Paragraf(kal(odd)), chart, Belum(odd, odd)).pdf)[0]
    assert page.count("kotak □ centang √ □ □ akhir") >= 4


# ── Pages and links ──────────────────────────────────────────────────────────────────────────────────────────────


@poppler
def test_pages_of_headings_tables_and_charts_are_true(naskah: Dokumen, cetakan: Cetakan, pdf: pikepdf.Pdf) -> None:
    text = {page.label: rapat(body) for page, body in zip(pdf.pages, badan(cetakan.pdf), strict=True)}
    ids = {b.id: b for b in naskah.blok if isinstance(b, Judul | Tabel | Gambar) and b.id}
    assert cetakan.halaman.keys() == ids.keys()
    for id_, block in ids.items():
        title = block.judul if isinstance(block, Tabel | Gambar) else "".join(tulisan(block.isi))
        assert rapat(block.nomor + title) in text[cetakan.halaman[id_]]
    assert cetak(naskah, TEMPLAT).halaman == cetakan.halaman


@poppler
def test_contents_print_those_pages_and_lead_there(naskah: Dokumen, cetakan: Cetakan, pdf: pikepdf.Pdf) -> None:
    lists = [b for b in naskah.blok if isinstance(b, DaftarIsi)]
    printed = rapat("".join(lembar(cetakan.pdf, "-raw")[2:5])).replace(".", "")
    for entry in (entry for found in lists for entry in found.entri):
        assert rapat(entry.nomor + entry.teks + cetakan.halaman[entry.id]).replace(".", "") in printed
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    labels = {page.obj.objgen: page.label for page in pdf.pages}

    def led(note: pikepdf.Object) -> str:
        place = note.A.D if "/A" in note else note.Dest
        return labels[(names[str(place)] if isinstance(place, pikepdf.String) else place)[0].objgen]

    links = [led(note) for page in pdf.pages[2:5] for note in page.Annots]
    wanted = [cetakan.halaman[entry.id] for found in lists for entry in found.entri]
    assert [page for page, _ in groupby(links)] == [page for page, _ in groupby(wanted)]
    assert len(links) >= 2 * len(wanted)


def test_entry_that_leads_nowhere_is_printed_without_a_page() -> None:
    lists = DaftarIsi(JenisDaftarIsi.TABEL, "Daftar Tabel", (Entri(1, "Tabel 9", "Hilang", "tak-ada"),))
    assert cetak_blok(lists, DaftarIsi(JenisDaftarIsi.GAMBAR, "Daftar Gambar")).halaman == {}


def test_heading_stays_with_what_follows() -> None:
    """Whatever height is used up above: the first row of a table, a chart, a paragraph."""
    for lines in range(34, 50):
        table, chart = tabel_capaian(), Gambar(spek(TERKECIL["kolom"]), "Grafik", "Gambar 1", "t-capaian")
        for block in (table, chart):
            pages = cetak_blok(Paragraf(kal("x")), Ruang(lines), Judul(2, kal("Judul"), "1.1", "j"), block).halaman
            assert pages["j"] == pages["t-capaian"]


@poppler
def test_caption_stays_with_the_first_row_and_a_signature_is_never_torn() -> None:
    for lines in range(28, 52, 2):
        start = (Paragraf(kal("x")), Ruang(lines))
        for page in lembar(cetak_blok(*start, tabel_capaian()).pdf):
            assert ("Tabel 3.1" in page) == ("68,45" in page)
        for page in lembar(cetak_blok(*start, alinea(), tanda_tangan()).pdf):
            assert ("Pihak Pertama" in page) == ("NIP" in page) == ("indikator" in page)


# ── Edges of the value ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("bagian", [(), (Bagian(()),), (Bagian(()), Bagian((), melintang=True))])
def test_empty_paper(bagian: tuple[Bagian, ...]) -> None:
    pages = buka(cetak(Dokumen("x", "Kosong", "x", "x", TANGGAL, bagian), TEMPLAT).pdf).pages
    assert len(pages) == max(1, len(bagian))


def test_empty_blocks() -> None:
    table = Tabel(KOLOM, KEPALA, (), "Tanpa baris", "Tabel 1", "t")
    group = Tabel(KOLOM, (), (Baris((sel("Kelompok", lebar=2),), JenisBaris.KELOMPOK),))
    empty = (Paragraf(()), Medan(()), TandaTangan(()), Kolofon(Medan(())), Ruang(0))
    assert cetak_blok(table, group, *empty).halaman == {"t": "1"}


@pytest.mark.parametrize("name", EKSTREM)
def test_every_chart_fits_on_a_page(name: str) -> None:
    assert len(buka(cetak_blok(Gambar(spek(EKSTREM[name]), "Grafik", "Gambar 1", "g")).pdf).pages) == 1


# ── The template of an office ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def templat(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLAT, tmp_path / "dokumen"))


@pytest.mark.parametrize(
    ("isi", "tempat", "sebab"),
    [
        ("#let x = 1\n  #foo()", "baris 2, kolom 4", "unknown variable: foo"),
        ("#{", "baris 1, kolom 2", "unclosed delimiter"),
        ('#read("/etc/passwd")', "baris 1, kolom 7", "file not found"),
        ('#read("../../rahasia")', "baris 1, kolom 7", "would escape"),
        ('#import "@preview/cetz:0.3.0"', "baris 1, kolom 2", "“import” hanya boleh"),
        ('\n#import ("@pre" + "view/cetz:0.3.0")', "baris 2, kolom 2", "“import” hanya boleh"),
        ('#include "\\u{40}preview/cetz:0.3.0"', "baris 1, kolom 2", "“include” hanya boleh"),
        ('#eval("1")', "baris 1, kolom 2", "“eval” hanya boleh"),
    ],
)
def test_broken_template_is_named_with_the_place(templat: Path, isi: str, tempat: str, sebab: str) -> None:
    (templat / "naskah.typ").write_text(isi)
    with pytest.raises(SakipgenError) as error:
        cetak(surat(), templat)
    text = str(error.value)
    assert text.startswith(f"Templat {templat / 'naskah.typ'}, {tempat}")
    assert sebab in text
    assert text.count("naskah.typ") == 1


def test_template_may_be_in_several_files_and_their_faults_are_named(templat: Path) -> None:
    (templat / "warna.typ").write_text("#let merah = 1 +")
    naskah = templat / "naskah.typ"
    naskah.write_text('#import "warna.typ": merah\n' + naskah.read_text())
    with pytest.raises(SakipgenError, match=r"warna\.typ, baris 1, kolom 17"):
        cetak(surat(), templat)
    (templat / "warna.typ").write_text("#let merah = red")
    assert cetak(surat(), templat).pdf


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_logo_is_drawn_with_its_words(templat: Path, name: str) -> None:
    if name.endswith("svg"):
        shutil.copy(ROOT / "site_templates" / "rupa" / "logo.svg", templat / name)
    else:
        from sakipgen.rendering.charts.png import png

        (templat / name).write_bytes(png(spek(TERKECIL["hitungan"])))
    for dokumen in (surat(), laporan()):
        figures = [str(e.Alt) for e in tags(buka(cetak(dokumen, templat).pdf)) if e.S == "/Figure"]
        assert figures[0] == f"Logo {dokumen.penerbit}"


def test_links_in_the_folder_are_not_followed(templat: Path, tmp_path: Path) -> None:
    (tmp_path / "luar.svg").write_text("rahasia")
    (templat / "logo.svg").symlink_to(tmp_path / "luar.svg")
    assert not [e for e in tags(buka(cetak(surat(), templat).pdf)) if e.S == "/Figure"]
    naskah = templat / "naskah.typ"
    naskah.rename(tmp_path / "naskah.typ")
    naskah.symlink_to(tmp_path / "naskah.typ")
    with pytest.raises(SakipgenError, match="tidak ada"):
        cetak(surat(), templat)


@poppler
def test_text_is_never_markup() -> None:
    page = lembar(cetak_blok(Judul(1, kal(JAHAT)), Paragraf(kal(JAHAT)), Daftar((kal(JAHAT),))).pdf)[0]
    assert rapat(page).count(rapat(JAHAT)) == 3
