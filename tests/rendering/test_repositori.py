"""Addresses on the forges."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from sakipgen.domain.organisasi import Repositori
from sakipgen.rendering.repositori import AlamatRepositori


@pytest.mark.parametrize(
    ("alamat", "berkas", "sunting", "revisi", "usulan"),
    [
        (
            "https://github.com/kab/kinerja/",
            "https://github.com/kab/kinerja/blob/utama/data/a%20b.yaml",
            "https://github.com/kab/kinerja/edit/utama/data/a%20b.yaml",
            "https://github.com/kab/kinerja/commit/3f9c",
            "https://github.com/kab/kinerja/pull/7",
        ),
        (
            "https://gitlab.contoh.go.id/kab/kinerja",
            "https://gitlab.contoh.go.id/kab/kinerja/-/blob/utama/data/a%20b.yaml",
            "https://gitlab.contoh.go.id/kab/kinerja/-/edit/utama/data/a%20b.yaml",
            "https://gitlab.contoh.go.id/kab/kinerja/-/commit/3f9c",
            "https://gitlab.contoh.go.id/kab/kinerja/-/merge_requests/7",
        ),
        (
            "https://git.contoh.go.id/kab/kinerja",
            "https://git.contoh.go.id/kab/kinerja/src/branch/utama/data/a%20b.yaml",
            "https://git.contoh.go.id/kab/kinerja/_edit/utama/data/a%20b.yaml",
            "https://git.contoh.go.id/kab/kinerja/commit/3f9c",
            "https://git.contoh.go.id/kab/kinerja/pulls/7",
        ),
    ],
)
def test_each_forge_has_its_own_addresses(alamat: str, berkas: str, sunting: str, revisi: str, usulan: str) -> None:
    at = AlamatRepositori.dari(Repositori.model_validate({"alamat": alamat, "cabang": "utama"}))
    path = PurePosixPath("data/a b.yaml")
    assert (at.berkas(path), at.sunting(path), at.revisi("3f9c"), at.usulan(7)) == (berkas, sunting, revisi, usulan)
