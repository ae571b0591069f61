"""The API: small, whole, exact: each figure is the one of the CSV files, digit for digit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sakipgen.domain.realisasi import Status
from sakipgen.rendering.berkas.api import _tabel
from tests.measuring.builder import Susunan
from tests.rendering.berkas.terbit import contoh, semua
from tests.rendering.test_opendata import rekap_of, small
from tests.rendering.test_pages_riwayat import RIWAYAT, rekap, susunan

Tabel = dict[str, dict[str, dict[str, str]]]
KATA = {None: "", True: "ya", False: "tidak"}


@pytest.fixture(scope="module")
def api(berkas: Mapping[str, bytes]) -> dict[str, Any]:
    """Every file of the API, numbers as they are written."""
    return {
        name.removeprefix("api/v1/"): json.loads(content, parse_float=str, parse_int=str)
        for name, content in berkas.items()
        if name.startswith("api/")
    }


def baris(table: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a table as the guide reads them."""
    for row in table["baris"]:
        yield table.get("tetap", {}) | dict(zip(table["kolom"], row, strict=True))


def teks(value: object) -> str:
    return KATA[value] if value is None or isinstance(value, bool) else str(value)


def cocok(told: Mapping[str, Any], cells: Mapping[str, str], where: str) -> int:
    for column, value in told.items():
        assert teks(value) == cells[column].removeprefix("'"), f"{where}: {column}"
    return len(told)


def test_files_are_compact_and_say_whence(berkas: Mapping[str, bytes], api: dict[str, Any]) -> None:
    for name, content in berkas.items():
        if name.startswith("api/"):
            text = content.decode()
            assert text.endswith("}\n")
            assert text.count("\n") == 1, name
    for name, told in api.items():
        head = told["extension"] if name.startswith("jsonstat") else told
        assert (head["status_data"], head["versi"]) == ("contoh", api["index.json"]["versi"]), name


def test_the_index_names_every_file(api: dict[str, Any]) -> None:
    index = api["index.json"]
    named = {"index.json", *(name.removeprefix("api/v1/") for name in index["daftar"])}
    for kind in ("indikator", "sasaran", "tujuan", "bidang", "program", "periode"):
        assert index[kind]["jumlah"] == str(len(index[kind]["id"]))
        named |= {index[kind]["pola"].replace("{id}", one).removeprefix("api/v1/") for one in index[kind]["id"]}
    assert named == set(api)


def test_every_figure_of_an_indikator_is_that_of_the_tables(api: dict[str, Any], tabel: Tabel) -> None:
    seen = 0
    for kode, cells in tabel["indikator"].items():
        told = api[f"indikator/{kode.lower()}.json"]
        assert told["id"] == kode
        seen += cocok(told["indikator"], cells, kode)
        for row in baris(told["capaian"]):
            seen += cocok(row, tabel["capaian"][f"{kode}:{row['periode']}"], f"capaian {kode}")
        for row in baris(told["realisasi"]):
            seen += cocok(row, tabel["realisasi"][f"{kode}:{row['periode']}"], f"realisasi {kode}")
        for row in baris(told["target"]):
            version = f":{row['versi']}" if row.get("versi") else ""
            seen += cocok(row, tabel["target"][f"{kode}:{row['periode']}:{row['jenis']}{version}"], f"target {kode}")
        for periode, parts in told["komponen"].items():
            for name, value in parts.items():
                assert value == tabel["komponen"][f"{kode}:{periode}:{name}"]["nilai"]
    assert seen > 20_000


def test_nothing_that_was_reported_is_left_out(api: dict[str, Any], tabel: Tabel) -> None:
    for key, row in tabel["realisasi"].items():
        told = api[f"indikator/{row['indikator'].lower()}.json"]
        assert row["periode"] in {one["periode"] for one in baris(told["realisasi"])}, key
        assert row["periode"] in {one["periode"] for one in baris(told["capaian"])}, key
    for key, row in tabel["capaian"].items():
        if row["status"] != Status.TIDAK_BERLAKU:
            told = api[f"indikator/{row['indikator'].lower()}.json"]
            assert row["periode"] in {one["periode"] for one in baris(told["capaian"])}, key


KUNCI: Mapping[tuple[str, str], tuple[str, str]] = {
    ("sasaran", "capaian"): ("sasaran", "{id}:{periode}"),
    ("tujuan", "capaian"): ("sasaran", "{id}:{periode}"),
    ("bidang", "pengiriman"): ("pengiriman", "{id}:{periode}"),
    ("program", "program"): ("program", "{kode}:{tahun}"),
    ("program", "anggaran"): ("anggaran", "{kode}:{periode}"),
    ("periode", "indikator"): ("capaian", "{indikator}:{id}"),
    ("periode", "sasaran"): ("sasaran", "{kode}:{id}"),
}
"""Which table a part of a kind of file is of, and the key of its rows."""


@pytest.mark.parametrize(("kind", "part"), KUNCI)
def test_every_figure_of_the_other_files_is_that_of_the_tables(
    kind: str, part: str, api: dict[str, Any], tabel: Tabel
) -> None:
    name, key = KUNCI[kind, part]
    files = {file: told for file, told in api.items() if file.startswith(f"{kind}/")}
    assert files
    seen = 0
    for file, told in files.items():
        for row in baris(told[part]):
            seen += cocok(row, tabel[name][key.format_map({**row, "id": told["id"]})], file)
    assert seen > 100


def test_the_whole_of_a_period_is_that_of_the_table(api: dict[str, Any], tabel: Tabel) -> None:
    for key, cells in tabel["perangkat_daerah"].items():
        assert cocok(api[f"periode/{key.lower()}.json"]["perangkat_daerah"], cells, key) > 5


def test_the_list_tells_the_latest_year(api: dict[str, Any], tabel: Tabel) -> None:
    rows = {row["id"]: row for row in api["indikator.json"]["indikator"]}
    assert list(rows) == list(tabel["indikator"])
    for kode, row in rows.items():
        if "periode" in row:
            told = {k: row[k] for k in ("periode", "status", "target", "realisasi", "capaian", "tercapai", "arah")}
            cocok(told, tabel["capaian"][f"{kode}:{row['periode']}"], kode)


def test_the_cube_has_every_cell(api: dict[str, Any], tabel: Tabel) -> None:
    cube = api["jsonstat/capaian.json"]
    assert (cube["version"], cube["class"]) == ("2.0", "dataset")
    kodes, periods, measures = (cube["dimension"][name]["category"]["index"] for name in cube["id"])
    assert cube["size"] == [str(len(kodes)), str(len(periods)), str(len(measures))]
    assert cube["role"] == {"time": ["TIME_PERIOD"], "metric": ["UKURAN"]}
    cells = {}
    for key, row in tabel["capaian"].items():
        for measure in measures:
            place = kodes.index(row["indikator"]) * len(periods) + periods.index(row["periode"])
            if row[measure]:
                cells[str(place * len(measures) + measures.index(measure))] = row[measure]
        status = cube["status"].get(str(place * len(measures) + 1))
        assert status == (row["status"] if row["status"] not in {"ada", "tidak_berlaku"} else row["tanda"] or None), key
    assert cube["value"] == cells


def test_words_of_status_and_kategori_are_there(api: dict[str, Any], tabel: Tabel) -> None:
    assert {row["id"] for row in api["status.json"]["status"]} == set(Status)
    assert all(row["arti"].endswith(".") for row in api["status.json"]["status"])
    told = api["kategori.json"]["tahun"]
    assert {f"{year}:{row['kode']}" for year, scale in told.items() for row in scale["kelas"]} == set(tabel["skala"])


def test_what_all_rows_share_is_told_once() -> None:
    rows: list[Any] = [{"id": "a", "x": 1, "y": 2, "z": None}, {"id": "b", "x": 1, "y": None, "z": None}]
    assert _tabel(rows, frozenset({"id"})) == {"kolom": ["y"], "baris": [(2,), (None,)], "tetap": {"x": 1}}
    assert _tabel(rows[:1], frozenset({"id"})) == {"kolom": ["x", "y"], "baris": [(1, 2)]}
    assert _tabel([], frozenset({"id"})) == {"kolom": [], "baris": []}


def test_an_indikator_takes_few_bytes() -> None:
    """What the API adds to the site is no second copy of it."""
    sizes = [len(content) for name, content in semua(contoh()).items() if name.startswith("api/v1/indikator/")]
    assert sum(sizes) // len(sizes) < 12_000


def test_a_tujuan_may_share_its_kode_with_a_sasaran() -> None:
    files = semua(rekap_of(small()))
    assert json.loads(files["api/v1/sasaran/s1.json"])["jenis"] == "sasaran"
    assert {name for name in files if name.startswith("api/v1/tujuan/")}


def test_an_office_without_figures_has_an_api() -> None:
    files = semua(rekap_of(Susunan()))
    assert json.loads(files["api/v1/index.json"])["indikator"]["jumlah"] == len(
        json.loads(files["api/v1/indikator.json"])["indikator"]
    )
    assert json.loads(files["api/v1/jsonstat/capaian.json"])["id"] == ["INDICATOR", "TIME_PERIOD", "UKURAN"]


def test_an_indikator_says_when_a_figure_of_it_changed_last() -> None:
    found = semua(rekap(susunan(), RIWAYAT))["api/v1/indikator/iku-01.json"]
    assert json.loads(found)["diubah_pada"] == "2024-04-12T10:05:00+07:00"
    without = semua(rekap(susunan(), None))["api/v1/indikator/iku-01.json"]
    assert json.loads(without)["diubah_pada"] is None
