"""S001: a field that no model has, and what its name says about the mistake behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel

from sakipgen.diagnostics import Loc
from sakipgen.reading.bentuk import all_fields, fields_at
from sakipgen.reading.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of Pydantic, with what is needed to speak about it."""

    source: Source
    model: type[BaseModel]
    path_parts: Mapping[str, str]
    """What the file's path says: tahun, periode, unit, kode, …."""
    type: str
    loc: Loc
    at_key: bool
    input: Any
    ctx: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The element's own name; the field's, for an item of a list."""
        return next((str(part) for part in reversed(self.loc) if isinstance(part, str)), "berkas ini")


_DIHITUNG: Final = frozenset(
    {
        *("arah", "capaian", "capaian_agregat", "capaian_mentah", "capaian_tahun", "kategori", "kemajuan_renstra"),
        *("nilai_capaian", "persen_capaian", "persentase", "persentase_capaian", "peringkat", "predikat", "rata_rata"),
        *("selisih", "tercapai", "terukur"),
    }
)
_DI_JALUR: Final = {
    "kode": ("kode", "renstra"),
    "id": ("kode", "renstra"),
    "tahun": ("tahun",),
    "periode": ("periode",),
    "bulan": ("periode",),
    "triwulan": ("periode",),
    "semester": ("periode",),
    "unit": ("unit",),
    "bidang": ("unit",),
    "versi": ("versi",),
}
_SEBUTAN: Final = {
    "realisasi": ("nilai",),
    "keterangan": ("catatan", "catatan_kualitas"),
    "hambatan": ("kendala",),
    "tindak_lanjut": ("solusi",),
    "upaya": ("solusi",),
    "batas_waktu": ("batas",),
    "definisi": ("definisi_operasional",),
    "formula": ("formula_teks",),
    "jabatan": ("pelaksana",),
    "pagu_awal": ("murni",),
    "url": ("tautan",),
    "link": ("tautan",),
    "file": ("berkas",),
}
"""What people call a field elsewhere."""


def unknown_field(problem: Problem) -> str:
    plain = plain_name(problem.loc[-1])
    if sentence := _said_by_path(problem, plain):
        return sentence
    near = nearest(problem)
    cure = f"; nama isian harus tepat; maksud Anda `{near}`?" if near else _strange(problem, plain)
    return f"isian `{problem.loc[-1]}` tidak dikenal{cure}"


def _strange(problem: Problem, plain: str) -> str:
    """What to do with an unknown field that is no slip of the pen."""
    if plain in _DIHITUNG:
        return "; nilainya dihitung otomatis dari target dan realisasi; hapus isian ini."
    if plain in all_fields(problem.model):
        return " di tempat ini; nama itu ada pada tingkat lain; periksa jumlah spasi di depannya."
    if plain == "target":
        return "; target ditulis pada Renstra, Perjanjian Kinerja, dan rencana aksi; hapus isian ini."
    fields = fields_at(problem.model, problem.loc[:-1])
    if taken := get_close_matches(plain, fields, n=1, cutoff=0.7):
        return f"; mirip dengan `{taken[0]}` yang sudah terisi; hapus salah satunya."
    known = ", ".join(f"`{field}`" for field in fields)
    return f"; isian yang dikenal di sini: {known}; ganti namanya atau hapus isian ini."


def plain_name(name: object) -> str:
    return re.sub(r"[\s-]+", "_", str(name).strip().lower())


def nearest(problem: Problem) -> str | None:
    """The field that an unknown name probably means: one not filled in yet, if there is such a one."""
    plain = plain_name(problem.loc[-1])
    if plain in _DIHITUNG or plain == "target" or _said_by_path(problem, plain):
        return None
    parent = problem.loc[:-1]
    fields = [name for name in fields_at(problem.model, parent) if (*parent, name) not in problem.source.keys]
    if known := [name for name in _SEBUTAN.get(plain, ()) if name in fields]:
        return known[0]
    if plain in all_fields(problem.model) and plain not in fields:
        return None
    return next(iter(get_close_matches(plain, fields, n=1, cutoff=0.7)), None)


def _said_by_path(problem: Problem, plain: str) -> str | None:
    """The sentence for a kode, tahun, periode or unit that is typed although the path says it."""
    if plain not in _DI_JALUR:
        return None
    parent = problem.loc[:-1]
    if parent:
        owner = parent[-1]
        mapped = not fields_at(problem.model, parent[:-1]) and isinstance(owner, str)
        if plain in {"kode", "id"} and mapped:
            return f"isian `{plain}` tidak perlu; kodenya sudah tertulis sebagai kunci `{owner}`; hapus isian ini."
        return None
    said = next((problem.path_parts[part] for part in _DI_JALUR[plain] if part in problem.path_parts), None)
    if said is None:
        return None
    typed = problem.input if isinstance(problem.input, str) else ""
    if typed and typed != said:
        return (
            f'isian `{plain}` berisi "{typed}", padahal nama berkas atau foldernya menyebut "{said}"; '
            f"`{plain}` hanya dibaca dari nama itu; hapus isian ini, atau pindahkan berkasnya bila namanya yang keliru."
        )
    return f'isian `{plain}` tidak perlu; nama berkas atau foldernya sudah menyebut "{said}"; hapus isian ini.'


def numbers_cut_by_comma(source: Source) -> Iterator[tuple[Loc, str]]:
    """Finds `{target: 1,5}`, which YAML reads as `target: 1` and an empty field `5`."""
    previous: dict[Loc, Loc] = {}
    for loc, position in source.keys.items():
        left = previous.get(loc[:-1])
        previous[loc[:-1]] = loc
        key = str(loc[-1])
        if left is None or not key.isdecimal() or source.at(loc) is not None:
            continue
        before, start = source.at(left), source.position(left)
        if not isinstance(before, str) or not re.fullmatch(r"-?\d+", before):
            continue
        if position == (start.baris, start.kolom + len(before) + 1):
            meant = f"{before}{key}" if len(key) == 3 else f"{before}.{key}"
            found = f"koma memotong angka `{before},{key}` menjadi dua isian"
            yield loc, f"{found}; pecahan ditulis dengan titik; tulis `{meant}`."
