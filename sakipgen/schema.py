"""From the models of LAYOUT to `schemas/*.schema.json`, which editors check and explain data files with.

Nobody edits those files: the text of a field is the docstring under it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sakipgen.domain.catatan_usulan import CatatanUsulan
from sakipgen.domain.dataset import LAYOUT
from sakipgen.reviewing.laporan import LaporanTinjauan

SUFFIX: Final = ".schema.json"
LAPORAN: Final = "laporan-tinjauan"
CATATAN: Final = "catatan-usulan"
"""The schemas of what the program itself writes: the review of a proposal, and the trail of one."""
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_COMMENT: Final = "Berkas ini dibuat oleh `sakipgen skema` dari model data; jangan disunting dengan tangan."
_YA_TIDAK: Final = ["ya", "tidak"]


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Writes every schema, removes what no model makes any more, and returns the names of what it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    files = render_schemas()
    for superfluous in _present(folder) - files.keys():
        (folder / superfluous).unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


def compare_schemas(folder: Path) -> tuple[str, ...]:
    """Returns the names of the schemas that differ from the models, are missing, or that no model makes."""
    files = render_schemas()
    wrong = {
        name
        for name, text in files.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()
    }
    return tuple(sorted(wrong | (_present(folder) - files.keys())))


def render_schemas() -> dict[str, str]:
    """Returns the text of every schema by the name of its file."""
    data = {jenis.skema: (jenis.model, f"{jenis.model.__name__}: data/{jenis.pola}") for jenis in LAYOUT}
    made = {
        LAPORAN: (LaporanTinjauan, "LaporanTinjauan: sakipgen tinjau --format json"),
        CATATAN: (CatatanUsulan, "CatatanUsulan: sakipgen usulan rekam"),
    }
    return {f"{name}{SUFFIX}": _render(name, *row) for name, row in (data | made).items()}


def _present(folder: Path) -> set[str]:
    return {path.name for path in folder.glob(f"*{SUFFIX}")}


def _render(name: str, model: type[BaseModel], title: str) -> str:
    generated = model.model_json_schema(mode="validation", schema_generator=_Generator)
    definitions = generated.pop("$defs", {})
    for definition in definitions.values():
        _tidy(definition)
        if "enum" in definition:  # the docstring of an enumeration is for programmers
            definition.pop("description", None)
    _tidy(generated)
    content = {
        "$schema": _DIALECT,
        "$id": f"urn:sakipgen:skema:{name}",
        "$comment": _COMMENT,
        "title": title,
        "description": generated.pop("description"),
        **generated,
        **({"$defs": definitions} if definitions else {}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Keeps the patterns of map keys, also those that Pydantic loses, and lets no other key through."""

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        found = super().dict_schema(schema)
        keys = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        patterns = [row["pattern"] for row in keys.get("anyOf", ()) if "pattern" in row]
        if patterns:
            found["patternProperties"] = {"|".join(patterns): found.pop("additionalProperties", True)}
        if "patternProperties" in found:
            found["additionalProperties"] = False
        return found


def _tidy(node: Any) -> None:
    """Takes out what says nothing to a reader and mends what Pydantic cannot know, in place."""
    for part in _dicts(node):
        part.pop("title", None)
        for found, meant in (("ge", "minimum"), ("le", "maximum")):
            if found in part:
                part[meant] = part.pop(found)
        words = part.get("enum", ())
        if any(word.isdigit() for word in words):  # an editor takes `09` without quotes for the number 9
            part["enum"] = [*words, *(int(word) for word in words if word.isdigit())]
            part.pop("type")
        default = part.get("default")
        if "default" in part and (default in (None, [], {}) or _empty(default)):
            del part["default"]
        elif part.get("enum") == _YA_TIDAK and isinstance(default, bool):
            part["default"] = _YA_TIDAK[not default]


def _empty(default: object) -> bool:
    return isinstance(default, dict) and all(value is None for value in default.values())


def _dicts(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema; `properties` and `patternProperties` hold names, not keywords."""
    if isinstance(node, list):
        for item in node:
            yield from _dicts(item)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key in {"properties", "patternProperties"}:
                yield from _dicts(list(value.values()))
            elif key not in {"default", "enum", "required", "propertyNames"}:
                yield from _dicts(value)
