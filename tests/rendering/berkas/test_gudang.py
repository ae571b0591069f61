"""A store of files: each is made when asked for, and once only for its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from sakipgen.rendering.berkas.gudang import Gudang, Sidik

A, B, C = map(PurePosixPath, ("a", "b", "c"))
HASH = hashlib.sha256(b"xy").hexdigest()


def test_size_and_hash_are_found_by_making_a_file_once() -> None:
    made: list[str] = []

    def isi() -> Iterator[bytes]:
        made.append("a")
        yield b"x"
        yield b"y"

    store = Gudang({A: isi}, {B: lambda: iter((b"",))})
    store.tambah(C, lambda: iter((store.sidik(A).sha256.encode(),)))
    assert b"".join(store.isi(C)) == HASH.encode()
    assert store.sidik(A) == Sidik(2, HASH)
    assert made == ["a"]
    assert (store.paths, store.kelompok, store.sesudah) == ((A, B, C), ((A,), (B,)), (C,))


def test_what_another_process_knows_is_taken_over() -> None:
    def isi() -> Iterator[bytes]:
        raise AssertionError("made again")

    store = Gudang({A: isi})
    store.ingat({A: Sidik(2, HASH)})
    assert store.sidik(A) == Sidik(2, HASH)
    assert dict(store.dikenal) == {A: Sidik(2, HASH)}
