"""What a text, a kode and a yes or no mean, and the exact words for what they do not mean."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sakipgen.domain.base import Kode, Sha256, Tautan, Teks, TeksPanjang, YaTidak, quote
from tests.domain.helpers import refusal

YA_TIDAK: TypeAdapter[Any] = TypeAdapter(YaTidak)


@pytest.mark.parametrize("text", ["a", "IKU-03", "5.03.02.2.01.0003", "5.10", "NO", "A" * 40, "0", "2021-2026"])
def test_kode(text: str) -> None:
    assert TypeAdapter(Kode).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "-a", ".a", "a b", "a/b", "..", "a_b", "é", "а", "A" * 41, "a\n", "a:b"])
def test_no_kode(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Kode).validate_python(text)


def test_text_of_one_line() -> None:
    assert TypeAdapter(Teks).validate_python("  Bupati's S.Si., M.T. — ≥ 20 JP ") == "Bupati's S.Si., M.T. — ≥ 20 JP"
    for text in ("", "  ", "a\nb", "a" * 251):
        with pytest.raises(ValidationError):
            TypeAdapter(Teks).validate_python(text)


def test_text_of_several_lines() -> None:
    assert TypeAdapter(TeksPanjang).validate_python("a\n\nb\n") == "a\n\nb"
    for text in ("", " \n ", "a" * 5001):
        with pytest.raises(ValidationError):
            TypeAdapter(TeksPanjang).validate_python(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://contoh.go.id/a?b=c#d", True),
        ("http://contoh.go.id/", False),
        ("javascript:alert(1)", False),
        ('https://contoh.go.id/"onclick', False),
        ("https://contoh.go.id/<script>", False),
        ("https://contoh.go.id/a b", False),
        (" https://contoh.go.id/", False),
        ("https://contoh.go.id/\n", False),
        ("https://", False),
        ("HTTPS://contoh.go.id", False),
    ],
)
def test_tautan(text: str, good: bool) -> None:
    if good:
        assert TypeAdapter(Tautan).validate_python(text) == text
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(Tautan).validate_python(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("http://10.0.0.5/", 'tautan "http://10.0.0.5/" tidak diawali `https://`'),
        ("https://10.0.0.5/", '"10.0.0.5" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://2130706433/", '"2130706433" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://0x7f.1/", '"0x7f.1" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://[::1]/", '"::1" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://[zz/", '"https://[zz/" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://localhost/a", '"localhost" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://arsip.kantor.local/a", '"arsip.kantor.local" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://server/a", '"server" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://b\u00fccher.de/", '"b\u00fccher.de" bukan alamat yang dapat dibuka dari luar kantor'),
        ("https://contoh.go.id:8443/", "tautan ini memakai porta 8443, yang sering tertutup dari luar kantor"),
        ("https://a:b@contoh.go.id/", "tautan ini memuat nama pengguna atau kata sandi di depan alamatnya"),
        ("https://contoh.go.id\\@10.0.0.5/", "tautan ini memuat nama pengguna atau kata sandi di depan alamatnya"),
    ],
)
def test_a_link_that_not_everybody_can_open(text: str, found: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Tautan).validate_python(text)
    (error,) = caught.value.errors()
    assert error["type"] == "B008"
    assert error["msg"] == f"{found}; tulis alamat https yang dapat dibuka siapa pun, atau simpan berkasnya."


@pytest.mark.parametrize(
    "text", ["https://drive.google.com:443/a", "https://xn--bcher-kva.de/", "https://1.contoh.id/"]
)
def test_a_link_that_everybody_can_open(text: str) -> None:
    assert TypeAdapter(Tautan).validate_python(text) == text


@pytest.mark.parametrize("text", ["a" * 63, "A" * 64, "g" * 64, "a" * 65, ""])
def test_no_sha256(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Sha256).validate_python(text)


def test_quote() -> None:
    assert list(map(quote, [None, {}, [], (), 5, "a" * 40])) == [
        "isian kosong",
        "susunan kunci dan isi",
        "daftar",
        "daftar",
        '"5"',
        f'"{"a" * 40}"',
    ]
    assert quote("a" * 41) == f'"{"a" * 37}…"'


def test_ya_tidak() -> None:
    assert [YA_TIDAK.validate_python(text) for text in ("ya", "tidak", True)] == [True, False, True]
    for text in ("Ya", "yes", "true", "1", "", "NO"):
        assert refusal(YA_TIDAK, text) == f'S004 "{text}" tidak dikenal; isi `ya` atau `tidak`.'
    assert refusal(YA_TIDAK, None) == "S004 isian kosong tidak dikenal; isi `ya` atau `tidak`."
