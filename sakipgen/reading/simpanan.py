"""Where a data folder lies: on disk, or anywhere else that can list its files and hand over their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from sakipgen.diagnostics import START
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import BATAS_BUKTI, LAYOUT, BerkasBukti
from sakipgen.domain.isi_bukti import IsiBukti
from sakipgen.inspecting.isi import periksa_isi
from sakipgen.reading.naskah import BATAS_BITA, Finding, check_size


@dataclass(frozen=True, slots=True)
class Entri:
    """Something that lies under the data folder, by its path below it; `problem` when it is no plain file."""

    path: str
    problem: str | None = None


class Simpanan(Protocol):
    """A data folder, wherever it lies."""

    def entri(self) -> Iterable[Entri]:
        """Returns all that lies in it, at any depth, in any order."""

    def baca(self, path: str) -> bytes | Finding:
        """Returns the bytes of a file, or why there are none."""

    def bukti(self, paths: Sequence[str]) -> Mapping[str, BerkasBukti]:
        """Returns size, sum and content of pieces of evidence, without those that cannot be opened."""


SEKALI: Final = 32 * 1024 * 1024
"""So many bytes of evidence are held at once."""
PESAN_TAUTAN: Final = (
    "ini tautan simbolik; folder data hanya memuat berkas asli; hapus tautan ini dan simpan berkas aslinya di sini."
)
PESAN_FOLDER: Final = "ini folder, padahal di sini seharusnya berkas; hapus atau ganti nama folder ini."
PESAN_KHUSUS: Final = "ini bukan berkas biasa; folder data hanya memuat berkas biasa; hapus berkas khusus ini."
PESAN_TAK_TERBUKA: Final = (
    "tidak dapat dibuka; setiap berkas dan folder data harus dapat dibaca; "
    "periksa hak aksesnya, atau simpan ulang bila rusak."
)


@dataclass(frozen=True, slots=True)
class FolderData:
    """A data folder on disk."""

    folder: Path
    kenal: dict[str, IsiBukti] = field(default_factory=dict)
    """What evidence holds, by its sum: what was looked into once is not again."""

    def entri(self) -> Iterator[Entri]:
        return telusuri(self.folder)

    def baca(self, path: str) -> bytes | Finding:
        """The bytes of a file, or Y008 for one too large to hold, or Y012."""
        try:
            with (self.folder / path).open("rb") as file:
                content = file.read(BATAS_BITA + 1)
                size = os.fstat(file.fileno()).st_size
        except OSError:
            return Finding(START, "Y012", PESAN_TAK_TERBUKA)
        return check_size(max(size, len(content))) or content

    def bukti(self, paths: Sequence[str]) -> Mapping[str, BerkasBukti]:
        found: dict[str, BerkasBukti] = {}
        group: dict[str, bytes] = {}
        held = 0
        for path in paths:
            try:
                with (self.folder / path).open("rb") as file:
                    content = file.read(BATAS_BUKTI + 1)
                    size = os.fstat(file.fileno()).st_size
            except OSError:
                continue
            if len(content) > BATAS_BUKTI:
                found[path] = BerkasBukti(max(size, len(content)), "")
                continue
            group[path] = content
            held += len(content)
            if held > SEKALI:
                found |= nilai_bukti(group, self.kenal)
                group, held = {}, 0
        return found | nilai_bukti(group, self.kenal)


def nilai_bukti(isi: Mapping[str, bytes], kenal: dict[str, IsiBukti]) -> dict[str, BerkasBukti]:
    """Returns what pieces of evidence are, by the name of each; `kenal` learns what they hold."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in isi.items()}
    new = {digest: isi[name] for name, digest in sums.items() if digest not in kenal}
    kenal |= zip(new, periksa_isi([*new.values()]), strict=True)
    return {name: BerkasBukti(len(content), sums[name], kenal[sums[name]]) for name, content in isi.items()}


def telusuri(data_dir: Path) -> Iterator[Entri]:
    """Yields what lies under a folder, at any depth, without following symbolic links."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(data_dir / folder) as found:
                entries = list(found)
        except OSError:
            if folder:
                yield Entri(folder, PESAN_TAK_TERBUKA)
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                yield Entri(path, PESAN_TAUTAN)
            elif entry.is_dir(follow_symlinks=False):
                if claim(path):
                    yield Entri(path, PESAN_FOLDER)
                else:
                    folders.append(path)
            else:
                yield Entri(path, None if entry.is_file(follow_symlinks=False) else PESAN_KHUSUS)


_POLA: Final = tuple((jenis.regex, jenis.model) for jenis in LAYOUT)


def claim(path: str) -> tuple[type[Model], Mapping[str, str]] | None:
    """Returns the model of a path, with what the path says; None where LAYOUT knows it not."""
    for regex, model in _POLA:
        if match := regex.fullmatch(path):
            return model, match.groupdict()
    return None
