"""What evidence is and holds by its content; a hostile file ends as a finding, never as an error or a hang."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.domain.isi_bukti import Bahaya, IsiBukti, Jejak, JenisIsi, Keterbacaan
from sakipgen.domain.pribadi import Pribadi
from sakipgen.inspecting.isi import periksa_isi
from tests import berkas_bukti as b


def periksa(isi: bytes) -> IsiBukti:
    return periksa_isi([isi])[0]


JENIS: Mapping[str, tuple[bytes, JenisIsi]] = {
    "pdf": (b.pdf(), JenisIsi.PDF),
    "pdf-dengan-sampah-di-depan": (b"\r\n\r\n" + b.pdf(), JenisIsi.PDF),
    "jpeg": (b.jpeg(), JenisIsi.JPEG),
    "png": (b.png(), JenisIsi.PNG),
    "xlsx": (b.xlsx(), JenisIsi.XLSX),
    "docx": (b.naskah(), JenisIsi.DOCX),
    "csv": (b"a;b\r\n1;2\r\n", JenisIsi.TEKS),
    "csv-windows": ("nama;nilai\r\nCaf\u00e9;2\r\n".encode("cp1252"), JenisIsi.TEKS),
    "csv-utf16": ("a\tb\n".encode("utf-16"), JenisIsi.TEKS),
    "html": (b"\n<!DOCTYPE html><title>x</title>", JenisIsi.HTML),
    "svg": (b"<?xml version='1.0'?><svg onload='x'/>", JenisIsi.SVG),
    "exe": (b"MZ\x90\0", JenisIsi.PROGRAM),
    "skrip": (b"#!/bin/sh\n", JenisIsi.PROGRAM),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", JenisIsi.OFFICE_LAMA),
    "zip": (b.sisipi(b"", "a.txt", b"x"), JenisIsi.ZIP),
    "zip-rusak": (b"PK\x03\x04", JenisIsi.ZIP),
    "kosong": (b"", JenisIsi.KOSONG),
    "biner": (b"\0\1\2\3", JenisIsi.LAIN),
}


@pytest.mark.parametrize("nama", JENIS)
def test_what_a_file_is_by_its_bytes(nama: str) -> None:
    isi, jenis = JENIS[nama]
    found = periksa(isi)
    assert found.jenis is jenis
    assert found.terbaca is Keterbacaan.UTUH


BAHAYA: Mapping[str, tuple[bytes, tuple[Bahaya, ...]]] = {
    "pdf": (b.pdf(), ()),
    "javascript": (b.pdf_dengan("/JavaScript"), (Bahaya.JAVASCRIPT,)),
    "launch": (b.pdf_dengan("/Launch"), (Bahaya.PERINTAH,)),
    "lampiran": (b.pdf_dengan("lampiran"), (Bahaya.LAMPIRAN,)),
    "sandi": (b.pdf_dengan("sandi"), (Bahaya.SANDI,)),
    "makro": (b.sisipi(b.xlsx(), "xl/vbaProject.bin", b"x"), (Bahaya.MAKRO,)),
    "objek": (b.sisipi(b.naskah(), "word/embeddings/Buku1.xlsx", b"x"), (Bahaya.OBJEK,)),
}


@pytest.mark.parametrize("nama", BAHAYA)
def test_what_evidence_must_not_hold(nama: str) -> None:
    isi, bahaya = BAHAYA[nama]
    assert periksa(isi).bahaya == bahaya


PRIBADI: Mapping[str, bytes] = {
    "pdf": b.pdf(f"NIK {b.NIK} dan NIP 19850325 201001 2 001"),
    "xlsx": b.xlsx(f"NIK: {b.NIK}", b.NIP, "Rp1.234.567.890.123.456"),
    "docx": b.naskah(f"NIK {b.NIK[:6]}", f"{b.NIK[6:]} NIP. 1985", "0325 201001", " 2 001"),
    "csv": f"nomor,nik,nip\n1,{b.NIK},{b.NIP}\n2,{b.NIK},{b.NIP}\n".encode(),
}


@pytest.mark.parametrize("nama", PRIBADI)
def test_personal_data_is_counted_once_each(nama: str) -> None:
    assert periksa(PRIBADI[nama]).pribadi == {Pribadi.NIK: 1, Pribadi.NIP: 1}


JEJAK: Mapping[str, tuple[bytes, Jejak]] = {
    "pdf": (b.pdf(penulis=b.NAMA), Jejak((b.NAMA,))),
    "pdf-bertanda-tangan": (b.pdf_bertanda(), Jejak()),
    "foto": (b.jpeg(penulis=b.NAMA, lokasi=True), Jejak((b.NAMA,), lokasi=True)),
    "foto-tanpa-tempat": (b.jpeg(putar=6), Jejak()),
    "layar": (b.png(penulis=b.NAMA), Jejak((b.NAMA,))),
    "layar-padat": (b.png(penulis=b.NAMA, padat=True), Jejak((b.NAMA,))),
    "xlsx": (b.xlsx(penulis=b.NAMA, komentar="Nama Lain"), Jejak((b.NAMA, "Nama Lain"))),
    "docx": (b.naskah(penulis=b.NAMA), Jejak((b.NAMA,))),
}


@pytest.mark.parametrize("nama", JEJAK)
def test_what_metadata_tells_of_persons_and_places(nama: str) -> None:
    isi, jejak = JEJAK[nama]
    assert periksa(isi).jejak == jejak


def test_a_secret_is_found_in_what_evidence_says() -> None:
    assert periksa(b.xlsx("glpat-" + "a1B2c3" * 5)).rahasia
    assert not periksa(b.xlsx("kata sandi: lihat amplop")).rahasia


def test_only_the_first_pages_of_a_long_pdf_are_looked_at() -> None:
    assert periksa(b.pdf("x", halaman=501)).terbaca is Keterbacaan.SEBAGIAN
    assert periksa(b.pdf("x", halaman=500)).terbaca is Keterbacaan.UTUH


GANAS: Mapping[str, Callable[[], bytes]] = {
    "pdf-dalam": b.pdf_dalam,
    "pdf-terpotong": lambda: b.pdf()[:300],
    "bom-zip": lambda: b.sisipi(b.xlsx(), "xl/worksheets/sheet9.xml", b"<x/>" * 5_000_000),
    "bom-xml": lambda: b.sisipi(b.naskah(), "word/footnotes.xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
    "jpeg-terpotong": lambda: b.jpeg()[:200],
    "png-terpotong": lambda: b.png()[:60],
}


@pytest.mark.parametrize("nama", GANAS)
def test_a_hostile_file_is_told_and_the_next_one_is_still_looked_at(nama: str) -> None:
    start = time.monotonic()
    found, good = periksa_isi([GANAS[nama](), b.pdf()])
    assert found.terbaca in {Keterbacaan.RUSAK, Keterbacaan.BERAT}
    assert good == IsiBukti(JenisIsi.PDF)
    assert time.monotonic() - start < 120


def test_what_swells_in_a_picture_is_not_unpacked_whole() -> None:
    (name,) = periksa(b.bom_png()).jejak.nama
    assert len(name) == 1024 * 1024


def test_a_file_that_takes_too_long_is_told_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from sakipgen.inspecting import isi
    from sakipgen.terkurung import TerlaluBeratError

    heavy = b.pdf("berat")

    def terkurung(fungsi: Callable[..., object], berkas: list[tuple[bytes, JenisIsi]], *, detik: int) -> object:
        if any(content == heavy for content, _ in berkas):
            raise TerlaluBeratError
        return fungsi(berkas)

    monkeypatch.setattr(isi, "terkurung", terkurung)
    found = periksa_isi([b.png(), heavy, b"a,b\n"])
    assert [one.terbaca for one in found] == [Keterbacaan.UTUH, Keterbacaan.BERAT, Keterbacaan.UTUH]


ASLI = (
    b.pdf(f"NIK {b.NIK}", penulis=b.NAMA),
    b.jpeg(penulis=b.NAMA, lokasi=True),
    b.png(penulis=b.NAMA, padat=True),
    b.xlsx(b.NIK),
    b.naskah(b.NIK),
)


@settings(max_examples=60)
@given(
    st.sampled_from(ASLI), st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(0, 255)), max_size=30), st.data()
)
def test_whatever_is_sent_is_told_and_nothing_is_raised(
    isi: bytes, ganti: list[tuple[int, int]], data: st.DataObject
) -> None:
    broken = bytearray(isi)
    for place, value in ganti:
        broken[place % len(broken)] = value
    end = data.draw(st.integers(1, len(broken)))
    (found,) = periksa_isi([bytes(broken[:end])])
    assert found.terbaca in Keterbacaan


def test_a_broken_installation_is_no_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from sakipgen.inspecting import isi

    def impor(_isi: bytes) -> object:
        raise ImportError("pypdf")

    monkeypatch.setattr(isi, "_CARA", {JenisIsi.PDF: impor})
    with pytest.raises(ImportError):
        periksa(b.pdf())
