"""Git's history of the data folder as values: who asks gets every accepted change with the figures it changed.

First parents only: a merge is one change, made when it was merged. Files are compared by what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final, Self

from sakipgen.domain.isian import Isian, Kunci, baca_isian, banding, memuat_angka
from sakipgen.domain.riwayat import BedaBerkas, Catatan, Riwayat
from sakipgen.reading.git import git, isi_objek
from sakipgen.reading.revisi import ZONA
from sakipgen.reading.yaml_source import read_source

_AWAL: Final = "\x01"
"""A field of its own before every commit; no message holds a NUL, so nothing else is taken for it."""
_TRAILER: Final = "%(trailers:key={},valueonly,unfold,separator=%x0A)"
_FORMAT: Final = "%x00".join(
    ("%x01", "%H", "%ct", "%s", "%b", _TRAILER.format("Alasan"), _TRAILER.format("Disetujui-oleh"), "")
)
_LOG: Final = (
    *("-c", "log.showRoot=true", "-c", "log.showSignature=false", "log", "-z", "--first-parent", "-m", "--raw"),
    *(
        "--no-renames",
        "--no-abbrev",
        "--no-color",
        "--relative",
        "--reverse",
        "--encoding=UTF-8",
        f"--format={_FORMAT}",
    ),
)
_USULAN: Final = (
    re.compile(r"\AMerge pull request (?:'.*' \()?#(\d{1,9})\b"),  # GitHub; with a title Forgejo
    re.compile(r"^See merge request [^\s!]*!(\d{1,9})$", re.MULTILINE),  # GitLab
    re.compile(r"\A[^\n]*\(#(\d{1,9})\)$", re.MULTILINE),  # squashed
)
_ALASAN_TERPANJANG: Final = 500


@dataclass(frozen=True, slots=True)
class _Versi:
    """A file as one commit left it: its path below the data folder, and its blob; None where it was deleted."""

    nama: str
    blob: str | None


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit as Git tells it."""

    revisi: str
    detik: int
    subjek: str
    isi: str
    alasan: str
    disetujui: str
    versi: tuple[_Versi, ...]


def read_riwayat(data_dir: Path) -> Riwayat | None:
    """Returns the history of the data folder; None without Git or without a commit that holds data."""
    told = git(data_dir, *_LOG, "--", ".")
    commits = tuple(_commits(told.decode("utf-8", "replace"))) if told else ()
    if not commits:
        return None
    shallow = (git(data_dir, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    blobs = _Blobs.ambil(data_dir, commits)
    if blobs is None:
        return None
    root = PurePosixPath(data_dir.resolve().name)
    walk = _Jalan(root, blobs)
    start = commits[:1] if shallow else ()
    for commit in start:
        walk.langkah(commit)
    return Riwayat(tuple(walk.catatan(commit) for commit in commits[len(start) :]), lengkap=not shallow)


class _Jalan:
    """Walks through time, holding what every file said last."""

    def __init__(self, root: PurePosixPath, blobs: _Blobs) -> None:
        self._root = root
        self._blobs = blobs
        self._kini: dict[str, Isian] = {}

    def catatan(self, commit: _Commit) -> Catatan:
        """Returns what a commit changed."""
        return Catatan(
            revisi=commit.revisi,
            waktu=datetime.fromtimestamp(commit.detik, ZONA),
            usulan=_usulan(commit),
            alasan=" ".join(commit.alasan.split())[:_ALASAN_TERPANJANG] or None,
            disetujui_oleh=tuple(commit.disetujui.split()),
            berkas=tuple(self._root / versi.nama for versi in commit.versi),
            beda=tuple(self.langkah(commit)),
        )

    def langkah(self, commit: _Commit) -> list[BedaBerkas]:
        """Goes one commit on and returns the figures that differ; one that moved to another file does not."""
        before: dict[Kunci, str] = {}
        after: dict[Kunci, str] = {}
        place: dict[Kunci, PurePosixPath] = {}
        for versi in commit.versi:
            if not memuat_angka(versi.nama):
                continue
            old = self._kini.get(versi.nama, {})
            new = self._isian(versi, old)
            before |= old
            after |= new
            place |= dict.fromkeys((*old, *new), self._root / versi.nama)
            self._kini[versi.nama] = new
        return [BedaBerkas(beda, place[beda.kunci]) for beda in banding(before, after)]

    def _isian(self, versi: _Versi, old: Isian) -> Isian:
        """What a file says now; one that cannot be read says what it said."""
        if versi.blob is None:
            return {}
        source, _ = read_source(self._root / versi.nama, self._blobs[versi.blob])
        return old if source is None else baca_isian(versi.nama, source.value)


class _Blobs:
    """The bytes of every version, fetched in one go."""

    def __init__(self, isi: Mapping[str, bytes]) -> None:
        self._isi = isi

    @classmethod
    def ambil(cls, data_dir: Path, commits: Sequence[_Commit]) -> Self | None:
        """Returns those that the commits name; None where Git cannot hand one over, as in a partial clone."""
        wanted = {v.blob: None for c in commits for v in c.versi if v.blob and memuat_angka(v.nama)}
        found = isi_objek(data_dir, wanted)
        return cls(found) if found.keys() >= wanted.keys() else None

    def __getitem__(self, blob: str) -> bytes:
        return self._isi[blob]


def _commits(told: str) -> Iterator[_Commit]:
    """Reads the fields between the NULs: seven of each commit, then two for every file."""
    fields = told.split("\0")
    at = 0
    while at < len(fields):
        if fields[at].lstrip("\n") != _AWAL:
            at += 1
            continue
        revisi, seconds, subject, body, reason, approved = fields[at + 1 : at + 7]
        at += 7
        versions = []
        while at < len(fields) and (field := fields[at].lstrip("\n")) != _AWAL:
            if field.startswith(":"):
                _, mode, _, blob, _ = field.split()
                versions.append(_Versi(fields[at + 1], blob if mode.startswith("100") else None))
                at += 1
            at += 1
        yield _Commit(revisi, int(seconds), subject, body, reason, approved, tuple(versions))


def _usulan(commit: _Commit) -> int | None:
    """The number of the proposal that a commit accepted, as the forges write it."""
    message = f"{commit.subjek}\n{commit.isi}"
    found = (match for pattern in _USULAN if (match := pattern.search(message)))
    return next((int(match[1]) for match in found), None)
