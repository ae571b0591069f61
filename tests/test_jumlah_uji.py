"""The sums of a finished site: every file but the list itself, in order, as `sha256sum` reads them."""

from __future__ import annotations

import hashlib
import subprocess

from sakipgen.jumlah_uji import write_sums
from tests.conftest import Tree


def test_every_file_but_the_list_itself(tree: Tree) -> None:
    site = tree({"index.html": "a", "data/v1/a.csv": "b\r\n", "data/v1/SHA256SUMS": "c", "SHA256SUMS": "lama"})
    write_sums(site)
    text = (site / "SHA256SUMS").read_text("utf-8")
    assert text.splitlines() == [
        f"{hashlib.sha256(content).hexdigest()}  {name}"
        for name, content in (("data/v1/SHA256SUMS", b"c"), ("data/v1/a.csv", b"b\r\n"), ("index.html", b"a"))
    ]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=site, check=True)
    write_sums(site)
    assert (site / "SHA256SUMS").read_text("utf-8") == text
