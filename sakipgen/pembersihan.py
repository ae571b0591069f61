"""Cleans evidence of its metadata, and puts its new sum where the data tells of the old one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sakipgen.diagnostics import Loc, PemakaianError, Position
from sakipgen.inspecting.bersih import Bersih
from sakipgen.inspecting.pembersih import bersihkan
from sakipgen.project import Project
from sakipgen.reading import Loaded, load
from sakipgen.writing.berkas import tulis_aman
from sakipgen.writing.sisip import Ubahan, sisip

_PALING_BESAR = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Where the data tells of another sum than the file has."""

    berkas: PurePosixPath
    loc: Loc
    posisi: Position


@dataclass(frozen=True, slots=True)
class Dibersihkan:
    """One file as it is now."""

    bersih: Bersih
    sidik_lama: str
    sidik: str


def bersihkan_berkas(path: Path) -> Dibersihkan:
    """Returns what a file is without its metadata; writes nothing. Raises `TakDapatDibersihkanError`."""
    try:
        if path.stat().st_size > _PALING_BESAR:
            raise PemakaianError(f"berkas `{path}` lebih dari 200 MiB; pindai ulang dengan 150 dpi.")
        content = path.read_bytes()
    except OSError as error:
        raise PemakaianError(f"berkas `{path}` tidak dapat dibaca; periksa jalur dan hak aksesnya.") from error
    clean = bersihkan(content)
    return Dibersihkan(clean, _sidik(content), _sidik(clean.isi))


def cari_sebutan(project: Project, path: Path, hasil: Dibersihkan) -> tuple[Sebutan, ...]:
    """Returns where the data tells of a file by its path or its old sum, and not yet of its new one."""
    loaded = load(project.data_dir)
    folder = project.data_dir.resolve()
    here = path.resolve()
    name = here.relative_to(folder).as_posix() if here.is_relative_to(folder) else None
    return tuple(_sebutan(loaded, name, hasil))


def perbarui(project: Project, sebutan: tuple[Sebutan, ...], sidik: str) -> None:
    """Writes a new sum at these places of the data; nothing else of their files changes."""
    changes: dict[PurePosixPath, list[Ubahan]] = {}
    for one in sebutan:
        changes.setdefault(one.berkas, []).append(Ubahan(one.loc, sidik))
    texts = {path: sisip(_teks(project, path), rows) for path, rows in changes.items()}
    for path, text in texts.items():
        tulis_aman(_di(project, path), text)


def _sebutan(loaded: Loaded, nama: str | None, hasil: Dibersihkan) -> Iterator[Sebutan]:
    for path in sorted(loaded.sources.paths):
        for loc, row in _susunan((), loaded.sources.value(path)):
            told = row.get("sha256")
            same = told == hasil.sidik_lama or (nama is not None and row.get("berkas") == nama)
            if same and isinstance(told, str) and told != hasil.sidik:
                here = (*loc, "sha256")
                yield Sebutan(path, here, loaded.sources.position(path, here))


def _susunan(loc: Loc, value: object) -> Iterator[tuple[Loc, Mapping[str, object]]]:
    """Every mapping of a plain tree, with its place."""
    if isinstance(value, dict):
        yield loc, value
        for key, child in value.items():
            yield from _susunan((*loc, key), child)
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _susunan((*loc, number), child)


def _di(project: Project, path: PurePosixPath) -> Path:
    return project.data_dir.joinpath(*path.parts[1:])


def _teks(project: Project, path: PurePosixPath) -> str:
    return _di(project, path).read_bytes().decode()


def _sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()
