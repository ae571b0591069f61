"""Keys and passwords are found by their marks; words about them are not."""

from __future__ import annotations

import pytest

from sakipgen.domain.rahasia import cari_rahasia

ACAK = "a1B2c3D4e5F6g7H8i9J0"


@pytest.mark.parametrize(
    "teks",
    [
        "ghp_" + ACAK * 2,
        "x github_pat_" + ACAK * 3,
        "glpat-" + ACAK,
        "-----BEGIN RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----",
        "AKIA" + "A1B2C3D4E5F6G7H8",
        "Authorization: Bearer " + ACAK,
        "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSMeKKF2QT4",
        "AIza" + ACAK + "abcdefghijklmno",
        "password: " + ACAK,
        "API_KEY=" + ACAK,
        'kata sandi: "Pes1sir-Selatan-2024"',
        "https://kantor:kunci@contoh.go.id/data",
    ],
)
def test_a_secret_is_found(teks: str) -> None:
    assert cari_rahasia(teks) is not None


@pytest.mark.parametrize(
    "teks",
    [
        "token: lihat-panduan-administrator",
        "kata sandi: diganti setiap 90 hari",
        "sandi: 12345678901234",
        "Kunci keberhasilan: pendampingan 12 bulan",
        "Password yang kuat memuat 12 huruf",
        "berkas ISK-14 dan ISK-27 selesai",
        "Asia Tenggara, Indonesia, rahasia jabatan",
        "https://contoh.go.id:443/a",
        "d063e2e512ff88e0fc307a41fbfd0d70f069df02ea86936b6985a510563b4d67",
    ],
)
def test_words_about_secrets_are_let_pass(teks: str) -> None:
    assert cari_rahasia(teks) is None


def test_the_first_one_is_told() -> None:
    assert cari_rahasia(f"aman\npassword: {ACAK}\nghp_{ACAK * 2}") == 15
