"""Zip files of the same content are the same bytes, whoever packed it first and in which order."""

from __future__ import annotations

import io
import zipfile

from sakipgen.rendering.dokumen.zip_tetap import bungkus, tetapkan

ISI = {"b.xml": b"b" * 100, "[Content_Types].xml": b"t", "a/c.png": b"\x89", "a/b.xml": b""}


def test_names_are_sorted_and_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(bungkus(ISI))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a/b.xml", "a/c.png", "b.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name: archive.read(name) for name in archive.namelist()} == ISI


def test_moment_order_and_compression_leave_no_trace() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in reversed(ISI.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 5, 4, 3, 2, 0)), raw)
    assert tetapkan(made.getvalue()) == bungkus(ISI) == tetapkan(bungkus(ISI))
