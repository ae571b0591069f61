"""The little markup of papers, the sandbox, and what a broken template says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import meta

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Belum,
    Butir,
    Daftar,
    Gaya,
    HalamanBaru,
    Judul,
    Lari,
    Medan,
    NomorHalaman,
    Paragraf,
    Rata,
)
from sakipgen.rendering.dokumen.teks import polos
from sakipgen.rendering.dokumen.templat import buat_lingkungan, susun
from tests.salinan import ROOT

FILTERS = ("angka", "ringkas", "persen", "rupiah", "rupiah_ringkas", "tanggal", "alinea")


def _susun(tmp_path: Path, text: str, **nilai: object) -> tuple[Bagian, ...]:
    folder = tmp_path / "dokumen"
    folder.mkdir(exist_ok=True)
    (folder / "uji.j2").write_text(text, encoding="utf-8")
    return susun(buat_lingkungan(tmp_path), "uji.j2", nilai)


def test_markup(tmp_path: Path) -> None:
    (part,) = _susun(
        tmp_path,
        """\
# Pendahuluan

## Latar _belakang_ {-}

Baris pertama
dan **kedua**.

- satu
- dua
  lanjut

1. a
2. b

a. x

== NOTA DINAS ==

= Nomor 1 =

>< tengah

>> kanan
""",
    )
    assert part.isi == (
        Judul(1, (Lari("Pendahuluan"),)),
        Judul(2, (Lari("Latar "), Lari("belakang", miring=True)), bernomor=False),
        Paragraf((Lari("Baris pertama dan "), Lari("kedua", tebal=True), Lari("."))),
        Daftar(((Lari("satu"),), (Lari("dua lanjut"),))),
        Daftar(((Lari("a"),), (Lari("b"),)), Butir.ANGKA),
        Daftar(((Lari("x"),),), Butir.HURUF),
        Paragraf((Lari("NOTA DINAS"),), Rata.TENGAH, Gaya.NASKAH),
        Paragraf((Lari("Nomor 1"),), Rata.TENGAH, Gaya.SUBNASKAH),
        Paragraf((Lari("tengah"),), Rata.TENGAH),
        Paragraf((Lari("kanan"),), Rata.KANAN),
    )


def test_blocks_stand_where_they_are_named_and_parts_begin_where_they_are_said_to(tmp_path: Path) -> None:
    medan = Medan((("Yth.", (Lari("Sekretaris"),)),))
    parts = _susun(
        tmp_path,
        '{{ a }}\n\n{{ b }}\n\n{{ bagian(melintang=true, nomor="romawi", mulai=1) }}\n\nIsi {{ hari }}',
        a=medan,
        b=(Belum("analisis", "Sekretariat"), HalamanBaru()),
        hari=date(2026, 1, 2),
    )
    assert parts == (
        Bagian((medan, Belum("analisis", "Sekretariat"), HalamanBaru())),
        Bagian((Paragraf((Lari("Isi 2 Januari 2026"),)),), melintang=True, nomor=NomorHalaman.ROMAWI, mulai=1),
    )


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Co", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=60
    ).map(lambda text: f"# - **{text}** _x_ {{{{ 1 }}}}")
)
def test_no_letter_of_data_is_markup(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    (part,) = _susun(tmp_path_factory.mktemp("t"), "{{ isi }}\n\n# {{ isi }}\n\n- {{ isi }}", isi=f"{text}\n\n# x")
    said = " ".join(f"{text} # x".split())
    assert [type(one) for one in part.isi] == [Paragraf, Judul, Daftar]
    paragraph, heading, listed = part.isi
    assert isinstance(paragraph, Paragraf)
    assert isinstance(heading, Judul)
    assert isinstance(listed, Daftar)
    assert [polos(one) for one in (paragraph.isi, heading.isi, *listed.isi)] == [said] * 3
    assert not any(one.tebal or one.miring for one in paragraph.isi)


def test_text_around_data_keeps_its_look(tmp_path: Path) -> None:
    (part,) = _susun(tmp_path, "{% macro satu(x) %}**{{ x }}**{% endmacro %}Nilai {{ satu('a&b') }} dan {{ n }}.", n=3)
    assert part.isi == (Paragraf((Lari("Nilai "), Lari("a&b", tebal=True), Lari(" dan 3."))),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n{{ tidak_ada }}", "Templat `dokumen/uji.j2` baris 2 tidak dapat dipakai: nama `tidak_ada` tidak dikenal"),
        ("a\n\n{% if %}", "Templat `dokumen/uji.j2` baris 3 tidak dapat dipakai: tanda templatnya keliru"),
        ("{{ ''.__class__.__mro__ }}", "baris 1 tidak dapat dipakai: templat tidak boleh menjalankan kode"),
        (
            "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
            "Templat `dokumen/uji.j2` baris 1 tidak dapat dipakai: templat tidak boleh menjalankan kode",
        ),
        ("x\n{{ kosong }}", "baris 2 tidak dapat dipakai: isian kosong"),
        ("{% include 'lain.j2' %}", "baris 1 tidak dapat dipakai: berkas `lain.j2` tidak ada."),
        ("teks {{ blok }}", "harus sendirian di antara baris kosong: “teks …”"),
        ("a\n{{ 1 / 0 }}", "baris 2 tidak dapat dipakai: division by zero"),
        ("{# kosong #}", "Templat `dokumen/uji.j2` tidak dapat dipakai: tidak mencetak apa pun."),
        (
            "{{ bagian(nomor='x') }}",
            "baris 1 tidak dapat dipakai: nomor halaman “x” tidak dikenal; pilih tanpa, romawi, arab.",
        ),
    ],
)
def test_a_broken_template_says_where_and_why(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SakipgenError) as caught:
        _susun(tmp_path, text, kosong=None, blok=HalamanBaru())
    assert said in str(caught.value)


@pytest.mark.parametrize("berkas", sorted((ROOT / "site_templates" / "dokumen").glob("*.j2")), ids=lambda p: p.stem)
def test_the_manual_names_what_a_template_may_say(berkas: Path) -> None:
    env = buat_lingkungan(ROOT / "site_templates")
    manual = (ROOT / "docs" / "panduan" / "templat-naskah.md").read_text(encoding="utf-8")
    used = meta.find_undeclared_variables(env.parse(berkas.read_text(encoding="utf-8")))
    assert f"`{berkas.stem}`" in manual
    assert not [name for name in used - env.globals.keys() if f"`{name}`" not in manual]
    assert not [name for name in (*env.globals, *FILTERS) if name != "range" and not re.search(rf"\b{name}\b", manual)]
