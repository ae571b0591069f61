"""The trail of proposals, from a folder or from the branch that holds it with its whole history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from sakipgen.diagnostics import PemakaianError, printable
from sakipgen.domain.catatan_usulan import CatatanUsulan, berubah
from sakipgen.reading.git import git, isi_objek

CABANG: Final = "tinjauan"
_RUJUKAN: Final = (f"refs/heads/{CABANG}", f"refs/remotes/origin/{CABANG}")
_NAMA_CABANG: Final = (CABANG, f"origin/{CABANG}", *_RUJUKAN)
"""How that branch may be named, also where there is none yet."""
_NAMA: Final = re.compile(r"20\d\d/[1-9]\d{0,8}\.json", re.ASCII)
_BATAS_BITA: Final = 4 * 1024 * 1024
_BERKAS: Final = "100"
"""How the mode of a plain file begins."""


@dataclass(frozen=True, slots=True)
class Cacat:
    """What is wrong with a record, by the name of its file."""

    nama: str
    pesan: str
    gabungan: frozenset[str] = frozenset()
    """The merges that any version of it named."""


@dataclass(frozen=True)
class Jejak:
    """All records of an office."""

    catatan: Mapping[str, CatatanUsulan]
    """By the name of the file."""
    tak_terbaca: tuple[Cacat, ...]
    """Files that are no record."""
    tersunting: tuple[Cacat, ...]
    """What the history of the trail took back or changed."""
    beriwayat: bool
    """Whether there was a history to look at; a folder has none."""


def baca_jejak(root: Path, asal: str | None, *, wajib: bool = True) -> Jejak:
    """Returns the records of a folder or a revision; of the branch of that name where neither is named.

    An office that just begins has no such branch, named or not; where there must be one, its absence raises.
    """
    if asal is not None and Path(asal).is_dir():
        return _dari_folder(Path(asal))
    found = _rujukan(root, asal)
    if found is None and wajib:
        raise PemakaianError(
            f"catatan usulan belum ada di sini. Cabang `{CABANG}`, yang memuatnya, baru ada sesudah alur kerja "
            f"`terbit` pertama kali berjalan pada halaman repositori. Bila di sana sudah ada, ambil dengan "
            f"`git fetch origin {CABANG}:{CABANG}`; bila tersimpan di tempat lain, sebut dengan `--catatan`."
        )
    return _dari_revisi(root, found) if found else Jejak({}, (), (), beriwayat=True)


def baca_catatan(nama: str, content: bytes) -> CatatanUsulan | Cacat:
    """Returns the record that a file holds, or why it is none."""
    if len(content) > _BATAS_BITA:
        return Cacat(nama, "catatan ini terlalu besar")
    try:
        found = CatatanUsulan.model_validate_json(content, strict=True)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_url=False, include_context=False)[0]["loc"])) or "seluruhnya"
        return Cacat(nama, f"catatan tidak sah menurut skemanya (bagian: {printable(where)})")
    if found.nama != nama:
        return Cacat(nama, f"catatan ini milik `{found.nama}`")
    return found


def _dari_folder(folder: Path) -> Jejak:
    files = sorted(path for path in folder.glob("*/*.json") if _NAMA.fullmatch(path.relative_to(folder).as_posix()))
    read = [baca_catatan(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]
    return Jejak(
        {row.nama: row for row in read if isinstance(row, CatatanUsulan)},
        tuple(row for row in read if isinstance(row, Cacat)),
        (),
        beriwayat=False,
    )


def _rujukan(root: Path, asal: str | None) -> str | None:
    for name in (asal,) if asal else _RUJUKAN:
        found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found:
            return found.decode().strip()
    if asal and asal not in _NAMA_CABANG:
        raise PemakaianError(f"`{printable(asal)}` bukan folder dan bukan revisi; periksa ejaannya.")
    return None


# ── The branch and its history ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Langkah:
    """A record before and after one revision of the trail; None where it was not there, or is not any more."""

    nama: str
    lama: str | None
    baru: str | None


def _dari_revisi(root: Path, commit: str) -> Jejak:
    steps = tuple(_langkah(root, commit))
    tip = dict(_isi(root, commit))
    blobs = isi_objek(root, {blob: None for step in steps for blob in (step.lama, step.baru) if blob})
    read = _Terbaca(blobs)
    merges: dict[str, set[str]] = {}
    edited: list[tuple[str, str]] = []
    for step in steps:
        before = read(step.nama, step.lama) if step.lama else None
        after = read(step.nama, step.baru) if step.baru else None
        for row in (before, after):
            if isinstance(row, CatatanUsulan) and row.gabungan:
                merges.setdefault(step.nama, set()).add(row.gabungan)
        if step.lama and after is None:
            edited.append((step.nama, "catatan ini dihapus"))
        elif isinstance(before, CatatanUsulan) and after is not None:
            said = after.pesan if isinstance(after, Cacat) else berubah(before, after)
            edited += [(step.nama, said)] if said else []
    now = {name: read(name, blob) for name, blob in tip.items()}
    return Jejak(
        {name: row for name, row in now.items() if isinstance(row, CatatanUsulan)},
        tuple(row for row in now.values() if isinstance(row, Cacat)),
        tuple(Cacat(name, said, frozenset(merges.get(name, ()))) for name, said in dict.fromkeys(edited)),
        beriwayat=True,
    )


class _Terbaca:
    """Reads each version of a record once."""

    def __init__(self, blobs: Mapping[str, bytes]) -> None:
        self._blobs = blobs
        self._known: dict[tuple[str, str], CatatanUsulan | Cacat] = {}

    def __call__(self, nama: str, blob: str) -> CatatanUsulan | Cacat:
        key = (nama, blob)
        if key not in self._known:
            self._known[key] = baca_catatan(nama, self._blobs.get(blob, b""))
        return self._known[key]


def _isi(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """The records of a revision, with their blobs."""
    told = git(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    if told is None:
        raise PemakaianError("catatan usulan tidak dapat dibaca; ambil dahulu selengkapnya.")
    for row in told.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, name = row.partition("\t")
        if _NAMA.fullmatch(name):
            yield name, about.split()[2]


def _langkah(root: Path, commit: str) -> Iterator[_Langkah]:
    """Every change of a record, against each parent: none may be hidden behind a join."""
    told = git(
        root,
        *("-c", "log.showRoot=true", "-c", "log.showSignature=false", "log", "-z", "-m", "--raw", "--topo-order"),
        *("--no-renames", "--no-abbrev", "--no-color", "--reverse", "--format=", commit),
    )
    if told is None:
        raise PemakaianError("riwayat catatan usulan tidak dapat dibaca; ambil dahulu selengkapnya.")
    fields = iter(told.decode("utf-8", "surrogateescape").split("\0"))
    for field in fields:
        text = field.lstrip("\n")
        if text.startswith(":"):
            old_mode, mode, old, blob, _ = text[1:].split()
            name = next(fields)
            if _NAMA.fullmatch(name):
                yield _Langkah(
                    name, old if old_mode.startswith("100") else None, blob if mode.startswith("100") else None
                )
