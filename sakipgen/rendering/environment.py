"""The Jinja environment of all templates: sandboxed, strict, escaping, with the Indonesian filters."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.sandbox import SandboxedEnvironment
from pydantic import BaseModel

from sakipgen.rendering import cetak


@cache
def _fields(kind: type) -> frozenset[str]:
    """What holds no code: the public fields of our own dataclasses and models."""
    if issubclass(kind, BaseModel):
        return frozenset(kind.model_fields)
    return (
        frozenset(field.name for field in fields(kind) if field.name[:1] != "_") if is_dataclass(kind) else frozenset()
    )


class _Generator(CodeGenerator):
    """Lets templates print by `aman`."""

    def _output_child_pre(self, node: Any, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.aman(")


class _Environment(SandboxedEnvironment):
    """The sandbox with short cuts to what templates do most: fields, our own macros, and printing."""

    code_generator_class = _Generator
    aman = staticmethod(cetak.aman)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _fields(type(obj)):  # type: ignore[arg-type] # a class is hashable
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def make_environment(template_dir: Path) -> SandboxedEnvironment:
    """Returns the environment whose templates lie under `template_dir`; text from data is always escaped."""
    env = _Environment(
        loader=FileSystemLoader(template_dir, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters |= {
        "angka": cetak.angka,
        "ringkas": cetak.ringkas,
        "persen": cetak.persen,
        "rupiah": cetak.rupiah,
        "rupiah_ringkas": cetak.rupiah_ringkas,
        "tanggal": cetak.waktu,
        "tanggal_teks": cetak.tanggal,
        "ukuran": cetak.ukuran,
        "paragraf": cetak.paragraf,
    }
    return env
