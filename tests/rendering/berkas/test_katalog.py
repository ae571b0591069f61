"""What describes the files for portals and readers of CSV on the Web: it parses, and it says what is true."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef

from sakipgen.rendering.opendata import tables
from tests.measuring.builder import Susunan
from tests.rendering.berkas.terbit import contoh, semua
from tests.rendering.test_opendata import rekap_of

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SITUS = "https://kinerja.contoh.go.id/"
WAJIB = (
    DCTERMS.accrualPeriodicity,
    DCTERMS.description,
    DCTERMS.identifier,
    DCTERMS.issued,
    DCTERMS.language,
    DCTERMS.license,
    DCTERMS.modified,
    DCTERMS.provenance,
    DCTERMS.publisher,
    DCTERMS.spatial,
    DCTERMS.temporal,
    DCTERMS.title,
    DCAT.contactPoint,
    DCAT.version,
    PROV.wasGeneratedBy,
)
"""What a portal needs of every Dataset."""


@pytest.fixture(scope="module")
def beralamat() -> Mapping[str, bytes]:
    """The example as published at an address."""
    rekap = contoh()
    instansi = rekap.instansi.model_copy(update={"alamat_situs": SITUS.rstrip("/")})
    return semua(replace(rekap, instansi=instansi))


def parse(content: bytes, base: str | None = None) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser, about itself
        return Graph().parse(data=content, format="json-ld", publicID=base)


@pytest.fixture(scope="module")
def graf(beralamat: Mapping[str, bytes]) -> Graph:
    return parse(beralamat["katalog.jsonld"])


@pytest.mark.usefixtures("tanpa_jaringan")
def test_the_context_is_in_the_file(beralamat: Mapping[str, bytes]) -> None:
    content = json.loads(beralamat["katalog.jsonld"])
    assert all(isinstance(address, str) for address in content["@context"].values())
    assert len(parse(beralamat["katalog.jsonld"])) > 300


def test_a_catalogue_a_series_and_a_dataset_for_every_year(graf: Graph) -> None:
    (catalogue,) = graf.subjects(RDF.type, DCAT.Catalog)
    (series,) = graf.subjects(RDF.type, DCAT.DatasetSeries)
    datasets = set(graf.subjects(RDF.type, DCAT.Dataset))
    assert {str(d) for d in datasets} == {f"{SITUS}#{year}" for year in (2024, 2025, 2026)}
    assert set(graf.objects(catalogue, DCAT.dataset)) == {series, *datasets}
    for dataset in datasets:
        assert graf.value(dataset, DCAT.inSeries) == series
        assert [str(p) for p in WAJIB if graf.value(dataset, p) is None] == []
        title, spatial = graf.value(dataset, DCTERMS.title), graf.value(dataset, DCTERMS.spatial)
        assert isinstance(title, Literal)
        assert (title.language, "DATA CONTOH" in title) == ("id", True)
        assert graf.value(spatial, DCTERMS.identifier) == Literal("13.01"), "a kode stays text"
        assert graf.value(dataset, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    last = graf.value(URIRef(f"{SITUS}#2026"), DCTERMS.temporal)
    assert graf.value(last, DCAT.endDate) == Literal("2026-10-31", datatype=XSD.date)


def test_every_distribution_is_a_file_with_its_size_and_hash(graf: Graph, beralamat: Mapping[str, bytes]) -> None:
    distributions = set(graf.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) == 3 + len(tables(contoh())) + 3
    assert set(graf.objects(None, DCAT.distribution)) == distributions
    for one in distributions:
        content = beralamat[str(one).removeprefix(SITUS)]
        checksum = graf.value(one, SPDX.checksum)
        assert graf.value(one, DCAT.downloadURL) == one
        assert str(graf.value(one, DCAT.byteSize)) == str(len(content))
        assert graf.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        assert str(graf.value(checksum, SPDX.checksumValue)) == hashlib.sha256(content).hexdigest()
        assert str(graf.value(one, DCAT.mediaType)).startswith("https://www.iana.org/assignments/media-types/")
        described = str(graf.value(one, DCTERMS.conformsTo) or "")
        assert not described.startswith(SITUS) or described.removeprefix(SITUS) in beralamat


def test_without_an_address_the_catalogue_is_relative() -> None:
    content = semua(rekap_of(Susunan()))["katalog.jsonld"]
    graph = parse(content, "https://contoh.go.id/katalog.jsonld")
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert str(catalogue) == "https://contoh.go.id/katalog.jsonld"
    assert URIRef("https://contoh.go.id/data/v1/sakip.xlsx") in set(graph.subjects(RDF.type, DCAT.Distribution))


# ── CSV on the Web ──


def test_every_table_is_described_where_readers_look(berkas: Mapping[str, bytes]) -> None:
    readers: dict[str, Any] = {
        "decimal": Decimal,
        "integer": int,
        "date": date.fromisoformat,
        "boolean": {"ya": True, "tidak": False}.__getitem__,
        "string": str,
    }
    for table in tables(contoh()):
        told = json.loads(berkas[f"data/v1/{table.nama}.csv-metadata.json"])
        columns = told["tableSchema"]["columns"]
        assert told["@context"][0] == "http://www.w3.org/ns/csvw"
        assert told["url"] == f"{table.nama}.csv"
        assert told["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
        assert told["tableSchema"]["primaryKey"] == "id"
        head, *rows = csv.reader(berkas[f"data/v1/{table.nama}.csv"].decode().splitlines(keepends=True))
        assert [c["name"] for c in columns] == [c["titles"] for c in columns] == head
        assert not [c["name"] for c in columns if not re.fullmatch(r"[a-z][a-z0-9_]*", c["name"])]
        kinds = [c["datatype"] if isinstance(c["datatype"], str) else c["datatype"]["base"] for c in columns]
        for row in rows:
            for kind, column, cell in zip(kinds, columns, row, strict=True):
                assert cell != column["null"] or not column.get("required")
                if cell != column["null"]:
                    readers[kind](cell)


def test_the_version_tells_from_what_it_was_built(berkas: Mapping[str, bytes]) -> None:
    told = json.loads(berkas["versi.json"])
    assert (told["pembuat"], told["versi_pembuat"], told["versi_data"]) == ("sakipgen", "1.2.3", 1)
    assert told["posisi"] == {"sampai": "2026-10", "per_tanggal": "2026-11-12"}
    assert told["masukan"]["tahun"] == [2024, 2025, 2026]
    assert told["masukan"]["laporan"] == berkas["data/v1/realisasi.csv"].count(b":20")
    assert set(told["skema"].values()) <= set(berkas)
