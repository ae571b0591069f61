"""What the models expect at an element of a file: fields, choices, an example; asked only when something is wrong."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sakipgen.diagnostics import Loc
from sakipgen.domain.angka import Angka, Bilangan, Rupiah
from sakipgen.domain.base import YaTidak
from sakipgen.domain.waktu import Tahun, Tanggal

_CONTOH: Final[tuple[tuple[Any, str], ...]] = (
    (Rupiah, "1500000"),
    (Angka, "87.5"),
    (Bilangan, "2"),
    (Tahun, "2024"),
    (Tanggal, "2024-01-31"),
    (YaTidak, "ya"),
)


def _bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in {Union, types.UnionType}:
            annotation = next(arm for arm in get_args(annotation) if arm is not type(None))
        else:
            return annotation


def model_of(annotation: Any) -> type[BaseModel] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def type_at(model: type[BaseModel], loc: Loc) -> Any:
    """Returns the type that stands at `loc` below a model, or None where the model knows nothing."""
    annotation: Any = model
    for part in loc:
        bare = _bare(annotation)
        inner = get_args(bare)
        if (found := model_of(bare)) is not None:
            field = found.model_fields.get(str(part))
            if field is None:
                return None
            annotation = field.annotation
        elif get_origin(bare) is tuple:
            annotation = inner[0]
        elif get_origin(bare) is Mapping:
            annotation = inner[1]
        else:
            return None
    return _bare(annotation)


def fields_at(model: type[BaseModel], loc: Loc) -> Mapping[str, FieldInfo]:
    """Returns the fields that may stand at `loc`; none where no model stands there."""
    found = model_of(type_at(model, loc))
    return {} if found is None else found.model_fields


@cache
def all_fields(model: type[BaseModel]) -> frozenset[str]:
    """Returns the names of all fields at all levels below a model."""
    return frozenset(_field_names(model))


def _field_names(annotation: Any) -> Iterator[str]:
    bare = _bare(annotation)
    if (model := model_of(bare)) is not None:
        for name, field in model.model_fields.items():
            yield name
            yield from _field_names(field.annotation)
    elif get_origin(bare) is not Literal:
        for inner in get_args(bare):
            yield from _field_names(inner)


def choices(field: FieldInfo) -> tuple[str, ...]:
    """Returns the words a field may hold, where they are few and known."""
    bare = _bare(field.annotation)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return tuple(str(member.value) for member in bare)
    if get_origin(bare) is Literal:
        return tuple(str(getattr(value, "value", value)) for value in get_args(bare))
    return ("ya", "tidak") if bare is bool else ()


def example(field: FieldInfo) -> str | None:
    """Returns a value a field could hold, or None for free text and for what has parts."""
    if words := choices(field):
        return words[0]
    return next((text for kind, text in _CONTOH if get_args(kind)[1] in field.metadata), None)


def is_nested(field: FieldInfo) -> bool:
    bare = _bare(field.annotation)
    return model_of(bare) is not None or get_origin(bare) in {tuple, Mapping}


def purpose(field: FieldInfo) -> str:
    """Returns the first sentence of a field's description, as a part of another sentence."""
    first = re.split(r"\.(?:\s|$)", (field.description or "").strip(), maxsplit=1)[0]
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]
