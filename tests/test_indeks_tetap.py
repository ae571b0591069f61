"""The order of an index, and the small part of CBOR that it takes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.diagnostics import SakipgenError
from sakipgen.indeks_tetap import Cbor, baca, tetapkan, tulis
from tests.conftest import Indonesian

NUMBERS = st.integers(min_value=0, max_value=2**64 - 1)
VALUES = st.recursive(NUMBERS | st.text(), lambda inner: st.lists(inner, max_size=30))


@given(st.lists(VALUES))
def test_what_is_written_is_read(value: list[Cbor]) -> None:
    assert baca(tulis(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ([0, 23], "820017"),
        ([24, 255, 256, 65535], "84181818ff19010019ffff"),
        ([65536, 4294967296], "821a000100001b0000000100000000"),
        (["", "unit=mp"], "826067756e69743d6d70"),
        ([[]], "8180"),
        (["é" * 12], "817818" + "c3a9" * 12),
        (list(range(24)), "9818" + "".join(f"{n:02x}" for n in range(24))),
    ],
)
def test_the_bytes_are_those_of_the_standard(value: list[Cbor], data: str) -> None:
    assert tulis(value).hex() == data
    assert baca(bytes.fromhex(data)) == value


def _indeks(folder: Path, saringan: list[Cbor], nama: str = "id_aaaaaaa") -> Path:
    (folder / "filter").mkdir(parents=True)
    (folder / "filter" / f"{nama}.pf_filter").write_bytes(gzip.compress(b"pagefind_dcd" + tulis(saringan)))
    meta = b"pagefind_dcd" + tulis(["1.5.2", [["saring", nama]]])
    (folder / f"pagefind.{nama}bbb.pf_meta").write_bytes(gzip.compress(meta))
    (folder / "pagefind-entry.json").write_text(json.dumps({"languages": {"id": {"hash": f"{nama}bbb"}}}), "utf-8")
    return folder


def _isi(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_order_of_values_does_not_matter(tmp_path: Path) -> None:
    one = _indeks(tmp_path / "a", ["saring", [["unit=mp", [0, 2]], ["jenis=Program", [1]]]])
    other = _indeks(tmp_path / "b", ["saring", [["jenis=Program", [1]], ["unit=mp", [0, 2]]]], "id_ccccccc")
    tetapkan(one)
    tetapkan(other)
    assert _isi(one) == _isi(other)
    (saringan,) = (one / "filter").iterdir()
    content = baca(gzip.decompress(saringan.read_bytes()).removeprefix(b"pagefind_dcd"))
    assert content == ["saring", [["unit=mp", [0, 2]], ["jenis=Program", [1]]]]
    hash_meta = json.loads((one / "pagefind-entry.json").read_text("utf-8"))["languages"]["id"]["hash"]
    meta = gzip.decompress((one / f"pagefind.{hash_meta}.pf_meta").read_bytes())
    assert saringan.stem.encode() in meta
    assert len(saringan.stem) == len("id_aaaaaaa")


@pytest.mark.parametrize("saringan", [["saring"], [1, []], ["saring", "x"]])
def test_another_kind_of_index_is_refused(saringan: list[Cbor], tmp_path: Path, indonesian: Indonesian) -> None:
    with pytest.raises(SakipgenError, match="Indeks Pagefind tidak dikenal") as caught:
        tetapkan(_indeks(tmp_path / "a", saringan))
    indonesian(str(caught.value))


def test_bytes_that_go_on_are_refused() -> None:
    with pytest.raises(SakipgenError):
        baca(tulis([1]) + b"x")
    with pytest.raises(SakipgenError):
        baca(tulis(1))
