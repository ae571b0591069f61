"""What Pagefind is given, and what of its output is published."""

from __future__ import annotations

import gzip
import json
from pathlib import Path, PurePosixPath

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from sakipgen import pencarian
from sakipgen.diagnostics import SakipgenError
from sakipgen.pencarian import bahan, bahan_naskah, indeks
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages.temuan import HALAMAN, PANDUAN, Temuan
from tests.conftest import Indonesian

JAHAT = """A "><script>alert(1)</script>, x[y] ' &amp; <!--"""


def page(judul: str, uraian: str) -> Page:
    return Page(PurePosixPath("indikator/iku-01"), judul, uraian, Markup("<h1>x</h1>"), (), None)


def test_a_page_of_one_thing() -> None:
    found = Temuan("Indikator", "Indeks", "IKU-01", "mp", (2024, 2025), ("Satu.\n\nDua.", ""), "Tidak dipakai lagi")
    html = bahan(page("IKU-01 Indeks", "Indeks: Target tercapai."), found, {"mp": "Bidang Mutasi"}).decode()
    tree = LexborHTMLParser(html)
    body = tree.body
    assert body is not None
    keys = ("title", "jenis", "kode", "kunci", "unit", "catatan")
    assert body.attributes["data-pagefind-meta"] == ", ".join(f"{key}[data-{key}]" for key in keys)
    assert [body.attributes[f"data-{key}"] for key in keys] == [
        "Indeks",
        "Indikator",
        "IKU-01",
        "qiku01q",
        "Bidang Mutasi",
        "Tidak dipakai lagi",
    ]
    assert [node.text() for node in tree.css("p")] == ["Target tercapai.", "Satu.", "Dua."]
    assert [node.attributes["data-pagefind-filter"] for node in tree.css("i")] == [
        "saring:jenis=Indikator",
        "saring:unit=mp",
        "saring:tahun=2024",
        "saring:tahun=2025",
    ]


def test_a_page_without_an_entry_has_its_title_and_sentence() -> None:
    tree = LexborHTMLParser(bahan(page("Dokumen", "Dokumen kinerja."), HALAMAN, {}))
    body = tree.body
    assert body is not None
    assert body.attributes["data-pagefind-meta"] == "title[data-title], jenis[data-jenis]"
    assert [node.text() for node in tree.css("p")] == ["kinerja."]


def test_text_stays_text() -> None:
    tree = LexborHTMLParser(
        bahan(page(JAHAT, f"{JAHAT}: {JAHAT}"), Temuan("Indikator", JAHAT, JAHAT, teks=(JAHAT,)), {})
    )
    body = tree.body
    assert body is not None
    assert tree.css("script") == []
    assert body.attributes["data-title"] == JAHAT
    assert [node.text() for node in tree.css("p")] == [JAHAT, JAHAT]


def test_a_page_by_hand_is_given_whole() -> None:
    tree = LexborHTMLParser(bahan_naskah("Panduan", Markup("<h1>Panduan</h1><p>Isi.</p><pre>kode</pre>"), PANDUAN))
    assert [node.text() for node in tree.css("h1, p")] == ["Panduan", "Isi."]
    assert [node.attributes["data-pagefind-filter"] for node in tree.css("i")] == ["saring:jenis=Panduan"]


# ── The index ──


@pytest.fixture
def sumber(tmp_path: Path) -> Path:
    folder = tmp_path / "bahan"
    for number in range(40):
        found = Temuan(
            "Indikator", f"Judul {number}", f"IKU-{number:02}", f"u{number % 7}", (2024, 2025), ("Meningkatkan mutu.",)
        )
        path = folder / "indikator" / f"iku-{number:02}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_bytes(bahan(page(f"IKU-{number:02} Judul", "Tercapai."), found, {}))
    return folder


def isi(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pages_give_the_same_bytes(sumber: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        indeks(sumber, tmp_path / name)
    assert isi(tmp_path / "a") == isi(tmp_path / "b") == isi(tmp_path / "c")


def test_only_what_the_site_asks_for_is_published(sumber: Path, tmp_path: Path) -> None:
    indeks(sumber, tmp_path)
    index = tmp_path / "pagefind"
    names = sorted(path.name for path in index.iterdir() if not path.name.endswith(".pf_meta"))
    assert names == ["filter", "fragment", "index", "pagefind-entry.json", "pagefind.js", "wasm.id.pagefind"]
    entry = json.loads((index / "pagefind-entry.json").read_text("utf-8"))
    assert {name: known["page_count"] for name, known in entry["languages"].items()} == {"id": 40}
    fragment = gzip.decompress(min((index / "fragment").iterdir()).read_bytes()).removeprefix(b"pagefind_dcd")
    assert json.loads(fragment)["filters"].keys() == {"saring"}


def test_a_pagefind_that_fails_is_told(
    sumber: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indonesian: Indonesian
) -> None:
    broken = tmp_path / "rusak"
    broken.write_text("#!/bin/sh\necho 'no space' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(pencarian, "get_executable", lambda: broken)
    with pytest.raises(SakipgenError, match="no space") as caught:
        indeks(sumber, tmp_path)
    indonesian(str(caught.value).partition("\n")[0])
