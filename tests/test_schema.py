"""The schemas are in step with the models, whole in themselves, and take the real data while refusing wrong values."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sakipgen.domain.dataset import LAYOUT, Jenis
from sakipgen.schema import compare_schemas, render_schemas, write_schemas
from tests.conftest import Indonesian

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(text) for name, text in render_schemas().items()}


class _Loader(yaml.SafeLoader):
    """YAML 1.2 core as editors read it: `ya` and dates are text, keys are always text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - this is how PyYAML is told

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for _tag, _pattern, _first in (
    ("null", r"null|~|", ["n", "~", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first)


_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def typed(text: str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506 - a subclass of SafeLoader


def validator(skema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(SCHEMAS[f"{skema}.schema.json"])


def test_the_folder_is_current() -> None:
    assert compare_schemas(ROOT / "schemas") == (), "run `sakipgen skema`"


def test_one_schema_for_each_kind_of_file() -> None:
    made = ("laporan-tinjauan.schema.json", "catatan-usulan.schema.json")
    assert list(SCHEMAS) == [*(f"{jenis.skema}.schema.json" for jenis in LAYOUT), *made]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid_and_whole_in_itself(name: str, indonesian: Indonesian) -> None:
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:sakipgen:skema:{name.removesuffix('.schema.json')}"
    assert "sakipgen skema" in schema["$comment"]
    refs = re.findall(r'"\$ref": "([^"]+)"', json.dumps(schema))
    assert all(ref.startswith("#/$defs/") for ref in refs)
    assert {ref.removeprefix("#/$defs/") for ref in refs} == set(schema.get("$defs", {}))
    texts = re.findall(r'"description": ("(?:[^"\\]|\\.)*")', json.dumps(schema, ensure_ascii=False))
    for text in texts:
        indonesian(json.loads(text))
    assert not re.search(r'"(ge|le)":', json.dumps(schema))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described_and_no_other_key_gets_through(name: str) -> None:
    schema = SCHEMAS[name]
    parts = [schema, *schema.get("$defs", {}).values()]
    for part in [way for whole in parts for way in whole.get("anyOf", [whole])]:
        if part["type"] == "object":
            assert part["additionalProperties"] is False
            assert all(field["description"] for field in part["properties"].values())


def test_keys_of_maps_keep_their_patterns() -> None:
    renstra = SCHEMAS["renstra.schema.json"]["properties"]["target"]
    (kode,) = renstra["patternProperties"]
    assert kode.startswith("^[A-Za-z0-9]")
    (tahun,) = renstra["patternProperties"][kode]["patternProperties"]
    assert tahun == r"^20\d\d$"
    segments = SCHEMAS["rencana-aksi.schema.json"]["$defs"]["ButirRencanaAksi"]["properties"]["target"]
    assert "TW3" in segments["propertyNames"]["enum"]


@pytest.mark.parametrize("jenis", LAYOUT, ids=lambda jenis: jenis.skema)
def test_the_real_data_passes(jenis: Jenis) -> None:
    check = validator(jenis.skema)
    files = [path for path in sorted(DATA.rglob("*.yaml")) if jenis.regex.fullmatch(path.relative_to(DATA).as_posix())]
    assert files
    errors = [
        f"{path.relative_to(DATA)}: {error.json_path}: {error.message}"
        for path in files
        for error in check.iter_errors(typed(path.read_text("utf-8")))
    ]
    assert errors == []


REALISASI = "butir:\n  IKU-03:\n    nilai: 87.5\n"


@pytest.mark.parametrize(
    ("skema", "text"),
    [
        ("realisasi", REALISASI.replace("87.5", "87,5")),
        ("realisasi", REALISASI.replace("nilai", "nilia")),
        ("realisasi", REALISASI.replace("IKU-03", "IKU 03")),
        ("realisasi", REALISASI + "    status: menunggu\n"),
        ("realisasi", REALISASI + "    sementara: true\n"),
        ("realisasi", "butir: {}\n"),
        ("rencana-aksi", "butir:\n  IKU-03:\n    target:\n      TW5: 1\n"),
        ("perjanjian-kinerja", "tanggal: 15-01-2024\npihak_pertama: kepala\nbutir:\n  IKU-03:\n    target: 1\n"),
        ("perjanjian-kinerja", "tanggal: 2024-01-15\npihak_pertama: kepala\n"),
    ],
)
def test_a_wrong_value_fails(skema: str, text: str) -> None:
    assert not validator(skema).is_valid(typed(text))


def test_a_month_needs_no_quotes() -> None:
    text = "butir:\n  IKU-03:\n    target:\n      09: 1\n    aksi:\n      - {}\n".replace(
        "{}", "{uraian: a, keluaran: b, jadwal: [09, TW1], pelaksana: kabid}"
    )
    assert validator("rencana-aksi").is_valid(typed(text))
    assert not validator("rencana-aksi").is_valid(typed(text.replace("[09", "[13")))


@pytest.mark.parametrize("value", ["87.5", "'87.5'", "87", "-1", "0"])
def test_a_right_number_passes(value: str) -> None:
    assert validator("realisasi").is_valid(typed(REALISASI.replace("87.5", value)))


def test_write_then_compare(tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    assert compare_schemas(folder) == tuple(sorted(SCHEMAS))
    assert write_schemas(folder) == tuple(SCHEMAS)
    assert compare_schemas(folder) == ()
    (folder / "metode.schema.json").unlink()
    (folder / "renstra.schema.json").write_bytes((folder / "renstra.schema.json").read_bytes() + b" ")
    (folder / "lama.schema.json").write_text("{}")
    (folder / "README.md").write_text("x")
    assert compare_schemas(folder) == ("lama.schema.json", "metode.schema.json", "renstra.schema.json")
    write_schemas(folder)
    assert compare_schemas(folder) == ()
    assert (folder / "README.md").exists()
    assert not (folder / "lama.schema.json").exists()
