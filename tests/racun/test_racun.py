"""Any text, in any field, stays text: no element, attribute or address of its own, and readers read what was written.

What `periksa` refuses never reaches a page, which is as good; how many fields that is, is counted.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sakipgen.project import Project
from sakipgen.publishing import publish
from sakipgen.rendering.environment import make_environment
from sakipgen.terbitan import situs_of
from tests.korpus.tanam import LENGKAP, tanam
from tests.racun.tabur import Panen, baca, kode_medan, ladang, tabur
from tests.racun.teks import JAHAT, isi_teks, periksa_isi, tanda, terbaca
from tests.salinan import CONTOH, copy_repository

ROOT: Final = Path(__file__).parents[2]
TERTOLAK: Final = frozenset({"control", "decomposed", "invisible", "overrides", "spaces"})
"""Texts that most fields refuse: characters nobody can see, letters in parts, more than one line."""


def kecil(to: Path) -> Path:
    """The smallest data folder with a file of every kind, and a public address in every field for one."""
    root = tanam(to, LENGKAP, [])
    instansi = root / "data" / "instansi.yaml"
    text = instansi.read_text("utf-8")
    text = text.replace(
        "perangkat_daerah:\n", "perangkat_daerah:\n  situs: https://a.id/x\n  pengaduan: https://a.id/y\n"
    )
    instansi.write_text(text, "utf-8")
    return root


def _examine(panen: Panen) -> int:
    """Looks at every page and file of a site; returns how many fields are read somewhere to their end."""
    assert panen.build.rekap is not None
    situs = situs_of(panen.build.rekap, make_environment(ROOT / "site_templates"), "")
    shown = []
    for sheet in situs.halaman:
        page = sheet.buat()
        tree = periksa_isi(str(page.isi), str(page.path))
        shown.append(isi_teks(tree))
    for path, parts in situs.berkas.items():
        if path.suffix == ".json":
            json.loads(b"".join(parts()))
    return _seen(panen, "\n".join(shown))


def _seen(panen: Panen, shown: str) -> int:
    numbered = enumerate(ladang(baca(panen.root)))
    return len(terbaca(shown, {n: panen.diterima[f] for n, f in numbered if f in panen.diterima and f.terpanjang}))


@pytest.mark.parametrize("name", JAHAT)
def test_a_text_stays_text_in_every_field(tmp_path: Path, name: str) -> None:
    panen = tabur(kecil(tmp_path), lambda number, field: tanda(number, JAHAT[name], field))
    read = _examine(panen)
    if name in TERTOLAK:
        assert len(panen.ditolak) > 50
    else:
        assert len(panen.diterima) > 60, kode_medan(panen)
        assert read > 40


_PECAHAN: Final = "-- {{ }} {% %} </ /> <a on= href= &# &lt http: ]]>"
_SERPIHAN: Final = st.sampled_from([*"<>\"'&;=/\\`{}%#$()[]!-_*|~^@+:?,. ", *_PECAHAN.split()])
_TEKS: Final = st.lists(_SERPIHAN | st.text(st.characters(categories=["L", "N", "S", "P"]), max_size=5), max_size=25)


@settings(max_examples=20)
@given(parts=_TEKS)
def test_any_text_stays_text(parts: list[str]) -> None:
    text = "".join(parts)
    with TemporaryDirectory() as folder:
        panen = tabur(kecil(Path(folder)), lambda number, field: tanda(number, text, field))
        assert _examine(panen) > 40 or len(panen.ditolak) > 50, kode_medan(panen)


# ── The whole site of the example ──


def _site(to: Path, *, rata: bool) -> tuple[Panen, Path]:
    texts = [*JAHAT.values()]
    root = copy_repository(to, CONTOH)
    panen = tabur(root, lambda number, field: tanda(number, texts[number % len(texts)], field, rata=rata))
    publish(Project(root), panen.build, root / "site")
    return panen, root / "site"


def test_the_whole_site_is_built_of_the_same_elements(tmp_path: Path) -> None:
    """Every field of the example with another hostile text: head and frame too gain nothing that was not there."""
    panen, hostile = _site(tmp_path / "jahat", rata=False)
    assert len(panen.diterima) > 2_500
    assert {field.medan for field in panen.diterima} >= {"Indikator.nama", "Instansi.nama", "PerangkatDaerah.singkatan"}
    _, tame = _site(tmp_path / "jinak", rata=True)
    shown = []
    for path in sorted(hostile.rglob("*.html")):
        name = path.relative_to(hostile)
        after, before = (LexborHTMLParser(site.joinpath(name).read_bytes()) for site in (hostile, tame))
        for selector in ("head *", "script", "img", "input", "form", "iframe", "style", "[style]", "svg", "a", "table"):
            assert len(after.css(selector)) == len(before.css(selector)), f"{name}: {selector}"
        body = after.css_first(".sk")
        assert body is not None
        periksa_isi(body.html or "", str(name))
        shown.append(isi_teks(after))
    assert _seen(panen, "\n".join(shown)) > 700
