"""Attachments: only where the forge keeps them, only workbooks, at most three."""

from __future__ import annotations

import pytest

from sakipgen.kiriman.lampiran import baca_lampiran

GITHUB = "https://github.com/pemda/sakip"
GITLAB = "https://gitlab.com/pemda/data/sakip"
FORGEJO = "https://git.pemda.example/pemda/sakip"
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
SIDIK = "0123456789abcdef0123456789abcdef"
SATU = "https://github.com/user-attachments/files/123/formulir.xlsx"


@pytest.mark.parametrize(
    ("repositori", "teks", "alamat"),
    [
        (GITHUB, f"[formulir.xlsx]({SATU})", SATU),
        (GITHUB, f"Ini berkasnya: {SATU}", SATU),
        (GITHUB, f"[x]({GITHUB}/files/9/a.b-c.XLSX)", f"{GITHUB}/files/9/a.b-c.XLSX"),
        (GITLAB, f"[a.xlsx](/uploads/{SIDIK}/a.xlsx)", f"{GITLAB}/uploads/{SIDIK}/a.xlsx"),
        (
            GITLAB,
            f"[a](https://gitlab.com/-/project/7/uploads/{SIDIK}/a.xlsx)",
            f"https://gitlab.com/-/project/7/uploads/{SIDIK}/a.xlsx",
        ),
        (FORGEJO, f"[a b.xlsx](/attachments/{UUID})", f"https://git.pemda.example/attachments/{UUID}"),
        (FORGEJO, f"[a.xlsx]({FORGEJO}/attachments/{UUID})", f"{FORGEJO}/attachments/{UUID}"),
    ],
)
def test_each_forge_keeps_attachments_in_its_own_place(repositori: str, teks: str, alamat: str) -> None:
    rows, found = baca_lampiran(teks, repositori)
    assert ([row.alamat for row in rows], found) == ([alamat], ())


@pytest.mark.parametrize(
    "alamat",
    [
        "http://github.com/user-attachments/files/1/a.xlsx",
        "https://github.com.example/user-attachments/files/1/a.xlsx",
        "https://x@github.com/user-attachments/files/1/a.xlsx",
        "https://github.com:444/user-attachments/files/1/a.xlsx",
        "https://github.com/user-attachments/files/1/a.xlsx?x=1",
        "https://github.com/user-attachments/files/1/a.xlsx#x",
        "https://github.com/user-attachments/files/1/a.xlsm",
        "https://github.com/user-attachments/files/1/../../a/a.xlsx",
        "https://github.com/user-attachments/assets/1/a.xlsx",
        "https://github.com/lain/sakip/files/1/a.xlsx",
        "https://github.com/user-attachments/files/1/$(id).xlsx",
        "https://github.com/user-attachments/files/１/a.xlsx",
        "https://169.254.169.254/user-attachments/files/1/a.xlsx",
        "//github.com/user-attachments/files/1/a.xlsx",
        "file:///etc/passwd.xlsx",
        "https://[::1/a.xlsx",
    ],
)
def test_any_other_address_is_refused(alamat: str) -> None:
    rows, found = baca_lampiran(f"[a.xlsx]({alamat})", GITHUB)
    assert (rows, [(t.kode, t.di) for t in found]) == ((), [("X014", "Berkas formulir")])


def test_the_same_link_twice_is_one_attachment() -> None:
    assert len(baca_lampiran(f"[a.xlsx]({SATU})\n{SATU}", GITHUB)[0]) == 1


def test_more_than_three_and_none_are_told() -> None:
    many = "\n".join(f"[a.xlsx](https://github.com/user-attachments/files/{n}/a.xlsx)" for n in range(4))
    rows, (found,) = baca_lampiran(many, GITHUB)
    assert (len(rows), found.pesan) == (3, "ada 4 lampiran, paling banyak 3; kirim sisanya dengan formulir lain.")
    rows, (found,) = baca_lampiran("belum sempat", GITHUB)
    assert (rows, found.kode) == ((), "X014")
    assert found.pesan.startswith("tidak ada berkas yang dilampirkan; ")


def test_a_megabyte_of_brackets_is_read_in_no_time() -> None:
    assert baca_lampiran("[" * 65_536, GITHUB)[0] == ()
    assert baca_lampiran("https://" * 8_192, GITHUB)[0] == ()
