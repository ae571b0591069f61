"""Word templates that are wrong or dangerous: each is refused in Indonesian, with the template and the place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.docx_gaya import Rupa
from sakipgen.rendering.dokumen.docx_templat import TAG
from sakipgen.rendering.dokumen.zip_tetap import bungkus
from tests.rendering.dokumen.baca_docx import BADAN, TEMPLAT, bongkar, buat, teks, templat_diubah
from tests.rendering.dokumen.contoh_blok import laporan, surat
from tests.salinan import ROOT

Ubah = Callable[[str], str]
KAKI = "word/footer1.xml"
GAYA = "word/styles.xml"
RUJUKAN = "word/_rels/document.xml.rels"


def _ganti(lama: str, baru: str) -> Ubah:
    return lambda text: text.replace(lama, baru)


def _tag(kode: str) -> Ubah:
    """The address of the letterhead becomes another tag."""
    return _ganti("{{ alamat }}", kode)


def _tautan(jenis: str, tujuan: str, mode: str = ' TargetMode="External"') -> Ubah:
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{jenis}"
    return _ganti("</Relationships>", f'<Relationship Id="rX" Type="{kind}" Target="{tujuan}"{mode}/></Relationships>')


def _paket(jenis: str, tujuan: str) -> str:
    """The relationships of a part that has none in the template."""
    ends = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return _tautan(jenis, tujuan)(ends)


@pytest.mark.parametrize(
    ("bagian", "ubah", "pesan"),
    [
        (BADAN, _tag("{{ alamat"), "badan naskah.*“.*alamat”: TemplateSyntaxError"),
        (BADAN, _tag("{{ alamt }}"), "badan naskah, dekat “{{ alamt }}”: UndefinedError: .*kop_baris, alamat"),
        (BADAN, _tag("{% for x in %}"), "badan naskah.*TemplateSyntaxError"),
        (BADAN, _tag("{{ cycler.__init__.__globals__.os.popen('id').read() }}"), "dekat “{{ cycler.*SecurityError"),
        (BADAN, _tag("{{ ''.__class__.__mro__ }}"), "SecurityError"),
        (BADAN, _tag("{{ kop_baris.__class__ }}"), "SecurityError"),
        (BADAN, _tag("{% for n in range(9999999) %}x{% endfor %}"), "OverflowError"),
        (BADAN, _tag("{{ 1 // 0 }}"), "ZeroDivisionError"),
        (BADAN, _tag("{% include 'x' %}"), "TypeError"),
        (KAKI, _ganti("{{ kaki }}", "{{ kakinya }}"), r"kaki halaman \(/word/footer1.xml\), dekat “{{ kakinya }}”"),
        ("word/header2.xml", _ganti("{{ cap }}", "{{ cap.__init__ }}"), "kepala halaman.*SecurityError"),
        (BADAN, _ganti("{{ isi }}", "isi"), "badan naskah: harus ada tepat satu paragraf.*ditemukan 0"),
        (BADAN, _ganti("{{ isi }}", "Isi: {{ isi }}"), "ditemukan 0"),
        (BADAN, _ganti("<w:sectPr>", "<w:p><w:r><w:t>{{isi}}</w:t></w:r></w:p><w:sectPr>"), "ditemukan 2"),
        (BADAN, _ganti("<w:tbl>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:tbl>"), "hapus pemisah bagian"),
        (GAYA, _ganti('w:val="heading 2"', 'w:val="lain"'), r"tidak punya gaya \(style\) “heading 2”"),
        (GAYA, _ganti('w:val="Tabel ', 'w:val="T '), "“tabel naskah”, “tabel polos”, “tabel sampul”"),
        (BADAN, _ganti('<w:footerReference w:type="first" r:id="rId13"/>', ""), "tidak ada kaki untuk halaman pertama"),
        (BADAN, _ganti("</w:body>", ""), "bagian word/document.xml: XML rusak"),
        (BADAN, _ganti("<w:document", "<!DOCTYPE x [<!ENTITY e 'x'>]><w:document"), "DOCTYPE"),
        (RUJUKAN, _tautan("hyperlink", "https://contoh.example/"), "tautan ke luar, “https://contoh.example/”"),
        ("word/_rels/settings.xml.rels", lambda _: _paket("attachedTemplate", "file:///x.dotm"), "tautan ke luar"),
        ("word/vbaProject.bin", lambda _: "x", "makro"),
        ("word/embeddings/oleObject1.xlsx", lambda _: "x", "benda tertanam"),
        ("[Content_Types].xml", _ganti("document.main+xml", "document.macroEnabled.main+xml"), "makro"),
        (KAKI, _ganti(" PAGE ", " DATE "), "ruas .field. “DATE” tidak diterima"),
        (KAKI, _ganti(" PAGE ", " INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x"), "“INCLUDETEXT”"),
        (KAKI, _ganti(" PAGE ", ' HYPERLINK "https://contoh.example/" '), "“HYPERLINK”"),
        (KAKI, _ganti("<w:r><w:t>1</w:t></w:r>", '<x:a xmlns:x="x" src="https://a/"/>'), "atribut src"),
        (KAKI, _ganti("<w:r><w:t>1</w:t></w:r>", '<w:fldSimple w:instr=" DDEAUTO c x"/>'), "“DDEAUTO”"),
    ],
)  # fmt: skip
def test_a_wrong_template_is_refused(tmp_path: Path, bagian: str, ubah: Ubah, pesan: str) -> None:
    folder = templat_diubah(tmp_path, bagian, ubah)
    with pytest.raises(SakipgenError) as caught:
        render_docx(surat(), folder)
    told = str(caught.value)
    assert re.search(pesan, told, re.DOTALL), told
    assert told.startswith(f"Templat {folder / 'dasar.docx'}")


def test_no_code_of_a_template_runs(tmp_path: Path) -> None:
    made = tmp_path / "dibuat"
    code = f"{{{{ cycler.__init__.__globals__.os.system('touch {made}') }}}}"
    with pytest.raises(SakipgenError):
        render_docx(surat(), templat_diubah(tmp_path, BADAN, _tag(code)))
    assert not made.exists()


@pytest.mark.parametrize("raw", [b"", b"bukan zip", b"PK\x03\x04rusak", bungkus({"a.txt": b"x"})])
def test_what_is_no_docx_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "dasar.docx").write_bytes(raw)
    with pytest.raises(SakipgenError, match=r"bukan berkas \.docx"):
        render_docx(surat(), tmp_path)


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(SakipgenError, match="tidak dapat dibaca"):
        render_docx(surat(), tmp_path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    parts = bongkar((TEMPLAT / "dasar.docx").read_bytes())
    (tmp_path / "dasar.docx").write_bytes(bungkus({**parts, "word/media/a.png": bytes(21 << 20)}))
    with pytest.raises(SakipgenError, match="terlalu besar"):
        render_docx(surat(), tmp_path)


def test_what_the_office_writes_stays(tmp_path: Path) -> None:
    """A tag that Word parted into runs, and text below the blocks; empty lines there are left out."""
    parted = "{{</w:t></w:r><w:r><w:t> isi</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p><w:p><w:r><w:t>Penutup kantor"
    folder = templat_diubah(
        tmp_path, BADAN, lambda text: text.replace("{{ isi }}", parted).replace("<w:sectPr>", "<w:p/><w:p/><w:sectPr>")
    )
    document = buat(surat(), templat=folder)
    assert [p.text for p in document.paragraphs][-1] == "Penutup kantor"


def test_a_template_asks_for_no_update_and_speaks_indonesian(tmp_path: Path) -> None:
    folder = templat_diubah(tmp_path, "word/settings.xml", _ganti("<w:zoom", '<w:updateFields w:val="true"/><w:zoom'))
    parts = bongkar((folder / "dasar.docx").read_bytes())
    styles = parts[GAYA].replace(b'w:lang w:val="id-ID"', b'w:lang w:val="en-US"')
    assert styles != parts[GAYA]
    (folder / "dasar.docx").write_bytes(bungkus({**parts, GAYA: styles}))
    made = bongkar(render_docx(surat(), folder))
    assert b"updateFields" not in made["word/settings.xml"]
    assert b"en-US" not in made[GAYA]


def test_a_template_without_numberings_gets_them(tmp_path: Path) -> None:
    parts = bongkar((TEMPLAT / "dasar.docx").read_bytes())
    del parts["word/numbering.xml"]
    parts[RUJUKAN] = re.sub(rb"<Relationship [^>]*numbering\.xml\"/>", b"", parts[RUJUKAN])
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = re.sub(rb'<Override PartName="/word/numbering.xml"[^>]*/>', b"", types)
    (tmp_path / "dasar.docx").write_bytes(bungkus(parts))
    document = buat(surat(), templat=tmp_path)
    assert len(document.part.numbering_part.element.findall(qn("w:num"))) == 2


# ── The logo ─────────────────────────────────────────────────────────────────────────────────────────────────────

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50" width="40" height="50"><path d="M2 2h36v40z"/></svg>'


def _berlogo(folder: Path, nama: str, isi: bytes) -> Path:
    shutil.copy(TEMPLAT / "dasar.docx", folder)
    (folder / nama).write_bytes(isi)
    return folder


def test_the_logo_stands_in_letterhead_and_on_the_cover(tmp_path: Path) -> None:
    folder = _berlogo(tmp_path, "logo.svg", SVG.encode())
    for paper, most in ((surat(), (1134, 1247)), (laporan(), (3400, 1928))):
        drawing = next(buat(paper, templat=folder).element.body.iter(qn("wp:inline")))
        extent = drawing.find(qn("wp:extent"))
        width, height = int(extent.get("cx")) / 635, int(extent.get("cy")) / 635
        assert width == pytest.approx(most[1] * 0.8, abs=2)
        assert height == most[1]
        assert drawing.find(qn("wp:docPr")).get("descr") == "Logo instansi"


@pytest.mark.parametrize(("nama", "isi"), [("logo.svg", b"bukan"), ("logo.svg", b"\xff"), ("logo.png", b"GIF89a")])
def test_a_logo_that_is_no_picture_is_told(tmp_path: Path, nama: str, isi: bytes) -> None:
    with pytest.raises(SakipgenError, match=rf"Logo .*{nama} bukan gambar"):
        render_docx(surat(), _berlogo(tmp_path, nama, isi))


def test_without_a_logo_its_place_is_empty() -> None:
    document = buat(surat())
    assert list(document.element.body.iter(qn("w:drawing"))) == []
    assert "logo" not in teks(document.element.body)


# ── The guide ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_guide_names_every_style_and_tag() -> None:
    guide = (ROOT / "docs" / "panduan" / "templat-naskah.md").read_text("utf-8").lower()
    ranges = {"heading 2", "heading 3", "toc 2"}
    assert [rupa.value for rupa in Rupa if rupa.value not in guide and rupa.value not in ranges] == []
    assert [tag for tag in TAG if tag not in guide] == []
