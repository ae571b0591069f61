"""The Jinja environment of all templates: sandboxed, strict, escaping, with the Indonesian filters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from sakipgen.rendering import cetak


class _Environment(SandboxedEnvironment):
    """The sandbox with a short cut to what holds no code: the fields of our own dataclasses."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in getattr(type(obj), "__dataclass_fields__", ()) and attribute[:1] != "_":
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
