"""The package describes its tables rightly: a validator says so, and what a database reads by it it writes back."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sakipgen.rendering.berkas.datapackage import skema
from sakipgen.rendering.kaitan import KAITAN, PILIHAN
from sakipgen.rendering.opendata import tables
from sakipgen.rendering.tabel import Baris
from tests.measuring.builder import Susunan
from tests.rendering.berkas.terbit import contoh, semua, tulis
from tests.rendering.test_opendata import rekap_of, small

HARI = (date(2024, 5, 2), date(2024, 8, 5), date(2025, 2, 14), date(2026, 11, 12))
JENIS = {"string": "VARCHAR", "integer": "BIGINT", "date": "DATE", "boolean": "BOOLEAN"}


@pytest.fixture(scope="module")
def paket(berkas: Mapping[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(berkas["data/v1/datapackage.json"])
    return found


def check(folder: Path) -> list[str]:
    """What the validator of the standard's authors finds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs
        from frictionless import Package

        report = Package(str(folder / "data" / "v1" / "datapackage.json")).validate()
    return [str(row) for row in report.flatten(["type", "note", "fieldName", "rowNumber"])]


@pytest.mark.usefixtures("tanpa_jaringan")
def test_the_example_is_valid(folder: Path) -> None:
    assert check(folder) == []


@pytest.mark.usefixtures("tanpa_jaringan")
def test_a_small_office_is_valid(tmp_path: Path) -> None:
    assert check(tulis(semua(rekap_of(small())), tmp_path)) == []


@pytest.mark.usefixtures("tanpa_jaringan")
def test_the_validator_sees_a_changed_digit_and_a_stranger(berkas: Mapping[str, bytes], tmp_path: Path) -> None:
    changed = dict(berkas)
    changed["data/v1/skala.csv"] = berkas["data/v1/skala.csv"].replace(b"2024:", b"2024-", 1)
    kamus = berkas["data/v1/target.csv"]
    changed["data/v1/target.csv"] = re.sub(rb"(?m)^(IKU-03:[^,]*),IKU-03,", rb"\1,IKU-99,", kamus, count=1)
    said = " ".join(check(tulis(changed, tmp_path)))
    assert "hash-count" in said
    assert "foreign-key" in said


def test_what_is_said_of_the_whole(paket: dict[str, Any]) -> None:
    assert paket["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert paket["name"] == "kinerja-bkpsdm-kabupaten-pesisir-selatan"
    assert "DATA CONTOH" in paket["title"]
    assert paket["licenses"][0]["name"] == "CC-BY-4.0"
    assert paket["contributors"][0]["roles"] == ["publisher"]
    assert paket["temporal"] == {"awal": "2024-01-01", "akhir": "2026-10-31"}
    rows = {table.nama: table.baris for table in tables(contoh())}
    periods = {row[3] for row in rows["realisasi"]}
    assert paket["version"] == f"1.{len(periods)}.{len(rows['koreksi'])}"


def test_size_and_hash_are_those_of_the_files(paket: dict[str, Any], berkas: Mapping[str, bytes]) -> None:
    assert [r["name"] for r in paket["resources"]] == [t.nama for t in tables(contoh())]
    for resource in paket["resources"]:
        content = berkas[f"data/v1/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{hashlib.sha256(content).hexdigest()}",
        )
        assert (resource["type"], resource["schema"]["fieldsMatch"]) == ("table", "equal")
        assert resource["schema"]["missingValues"][0]["value"] == ""
        assert "label" in resource["schema"]["missingValues"][0]


def test_relations_name_columns_that_are_there() -> None:
    columns = {t.nama: {k.nama for k in t.kolom} for t in tables(rekap_of(Susunan()))}
    for table, links in KAITAN.items():
        for link in links:
            assert set(link.kolom) <= columns[table]
            assert set(link.kunci) <= columns[link.tabel]
    assert all(column in columns[table] for table, column in PILIHAN)


@pytest.mark.parametrize("hari", HARI, ids=str)
def test_relations_hold_whenever_one_looks(hari: date) -> None:
    found = {t.nama: ([k.nama for k in t.kolom], t.baris) for t in tables(contoh(hari))}

    def cells(table: str, names: tuple[str, ...]) -> list[Baris]:
        columns, rows = found[table]
        places = [columns.index(name) for name in names]
        return [tuple(row[p] for p in places) for row in rows]

    checked = 0
    for table, links in KAITAN.items():
        for link in links:
            known = set(cells(link.tabel, link.kunci))
            for key in cells(table, link.kolom):
                assert len(link.kolom) == 1 or None not in key, (table, link, key)
                assert key == (None,) or key in known, (table, link, key)
                checked += 1
    assert checked > 1000


def test_words_of_closed_lists_are_in_them() -> None:
    for table in tables(contoh()):
        for n, field in enumerate(skema(table)["fields"]):
            if words := field.get("constraints", {}).get("enum"):
                assert {row[n] for row in table.baris} <= {*words, None}, (table.nama, field["name"])


def sql(field: Mapping[str, Any], path: Path) -> tuple[str, str]:
    """How a database reads a column as its type says, and how it writes it."""
    name = f'"{field["name"]}"'
    match field["type"]:
        case "number":
            with path.open(encoding="utf-8", newline="") as file:
                numbers = [row[field["name"]].lstrip("-") for row in csv.DictReader(file)]
            scale = max((len(text.partition(".")[2]) for text in numbers), default=0)
            whole = max((len(text.partition(".")[0]) for text in numbers), default=1)
            assert scale + whole <= 38, (path.stem, field["name"])
            kind = f"DECIMAL({max(scale + whole, 1)}, {scale})"
            text = f"{name}::VARCHAR"
            return f"{name}::{kind} AS {name}", f"rtrim(rtrim({text}, '0'), '.')" if scale else text
        case "boolean":
            return f"({name} = 'ya') AS {name}", f"CASE {name} WHEN true THEN 'ya' WHEN false THEN 'tidak' END"
        case kind:
            return f"{name}::{JENIS[kind]} AS {name}", f"{name}::VARCHAR"


def test_what_a_database_reads_by_the_package_it_writes_back_byte_by_byte(folder: Path, paket: dict[str, Any]) -> None:
    for resource in paket["resources"]:
        path = folder / "data" / "v1" / resource["path"]
        fields = resource["schema"]["fields"]
        pairs = [sql(field, path) for field in fields]
        names = [field["name"] for field in fields]
        with duckdb.connect() as database:
            texts = database.read_csv(str(path), header=True, all_varchar=True, quotechar='"', escapechar='"')
            database.execute(f"CREATE TABLE t AS SELECT {', '.join(read for read, _ in pairs)} FROM texts")  # noqa: S608
            rows = database.execute(f"SELECT {', '.join(write for _, write in pairs)} FROM t").fetchall()  # noqa: S608
            del texts
        again = path.with_suffix(".lagi")
        with again.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(names)
            writer.writerows(rows)
        assert again.read_bytes() == path.read_bytes(), resource["name"]
        again.unlink()


def test_the_same_data_give_the_same_bytes(berkas: Mapping[str, bytes]) -> None:
    assert semua(contoh()) == berkas
    assert semua(rekap_of(small())) == semua(rekap_of(small()))
