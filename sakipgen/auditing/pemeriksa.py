"""Verifies again what became official: every step of the main history, against the record of its proposal.

Consecutive steps share what was read, and the result of one is the base of the next, so each tree is measured once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from sakipgen.auditing.hasil import Audit, Langkah
from sakipgen.diagnostics import Diagnostic, PemakaianError, Severity, printable
from sakipgen.domain.catatan_usulan import CatatanUsulan
from sakipgen.peninjauan import Peninjau, Permintaan
from sakipgen.project import Project
from sakipgen.reading.catatan_usulan import Jejak, baca_jejak
from sakipgen.reading.git import git
from sakipgen.reading.pohon import DuaPohon, Pohon, baca_pohon, isi_gabungan
from sakipgen.reading.revisi import ZONA
from sakipgen.reading.yaml_source import resolve_without_source
from sakipgen.reviewing.kepemilikan import PENGGUNA, pemisahan_tugas
from sakipgen.reviewing.penggabungan import (
    Gabungan,
    cocok,
    pelaku,
    penulis_dikenal,
    riwayat_utuh,
    sesuai_persetujuan,
    terbaca,
    tercatat,
)

TITIK_AWAL: Final = ("refs/tags/periode", "refs/tags/audit")
"""Tags from which an audit may begin: a closed period, or what was looked into after an incident."""
TRAILER: Final = "Dikirim-oleh"


def audit(project: Project, sejak: str | None, sampai: str, catatan: str | None) -> Audit:
    """Returns what is wrong with every step after a revision; raises where the history is not whole."""
    if (git(project.root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        raise PemakaianError(
            "riwayat repositori ini tidak lengkap, jadi tidak dapat diperiksa ulang; ambil selengkapnya "
            "(`fetch-depth: 0`, atau `git fetch --unshallow`)."
        )
    end = _commit(project, sampai)
    history = _riwayat(project, end)
    start, tag = _awal(project, history, sejak)
    at = next(n for n, row in enumerate(history) if row.revisi == start)
    trail = baca_jejak(project.root, catatan, wajib=at + 1 < len(history))
    steps = tuple(_Pemeriksa(project, trail).jalan(history[at], history[at + 1 :]))
    broken = [issue for row in trail.tak_terbaca for issue in terbaca(row.nama, row.pesan)]
    verified = {row.revisi for row in steps}
    edited = [
        issue
        for row in trail.tersunting
        for issue in riwayat_utuh(row.nama, row.pesan, menyangkut=not row.gabungan.isdisjoint(verified))
    ]
    wrong = tuple(resolve_without_source(issue) for issue in [*broken, *edited])
    return Audit(start, tag, end, steps, wrong, trail.beriwayat)


# ── The main history ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Commit:
    revisi: str
    induk: tuple[str, ...]
    waktu: datetime


def _commit(project: Project, name: str) -> str:
    found = git(project.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not found:
        raise PemakaianError(f"revisi `{printable(name)}` tidak ada dalam repositori ini; periksa ejaannya.")
    return found.decode().strip()


def _riwayat(project: Project, end: str) -> Sequence[_Commit]:
    """The official steps up to a revision, the oldest first."""
    told = git(project.root, "log", "--first-parent", "--reverse", "--no-show-signature", "--format=%H|%P|%ct", end)
    if told is None:
        raise PemakaianError("riwayat data utama tidak dapat dibaca dari Git; ambil dahulu selengkapnya.")
    rows = (line.split("|") for line in told.decode().splitlines())
    return [_Commit(sha, tuple(up.split()), datetime.fromtimestamp(int(seconds), ZONA)) for sha, up, seconds in rows]


def _awal(project: Project, history: Sequence[_Commit], sejak: str | None) -> tuple[str, str | None]:
    """The revision that is trusted, and its tag: the one named, else the newest tag, else the first of all."""
    known = [row.revisi for row in history]
    if sejak is not None:
        start = _commit(project, sejak)
        if start not in known:
            raise PemakaianError(
                f"revisi `{printable(sejak)}` tidak berada pada riwayat data utama; sebut hasil penggabungan."
            )
        return start, None
    told = git(project.root, "for-each-ref", "--format=%(objectname) %(*objectname) %(refname:lstrip=2)", *TITIK_AWAL)
    rows = (line.split() for line in (told or b"").decode("utf-8", "replace").splitlines())
    tags = {row[-2]: row[-1] for row in rows}  # of an annotated tag the commit behind it
    start = next((sha for sha in reversed(known) if sha in tags), known[0])
    if start not in tags:
        _riwayat_utuh(project, known[-1], tags)
    return start, tags.get(start)


def _riwayat_utuh(project: Project, end: str, tags: Mapping[str, str]) -> None:
    """Raises where a start lies neither before nor behind a revision: the line is not the one that was verified."""
    for sha, name in tags.items():
        pairs = ((sha, end), (end, sha))
        if all(git(project.root, "merge-base", "--is-ancestor", *pair) is None for pair in pairs):
            raise PemakaianError(
                f"penanda `{printable(name)}` tidak termuat dalam riwayat data utama, dan tidak ada titik awal lain; "
                "riwayatnya mungkin ditulis ulang. Minta administrator memulihkan cabang utama dari penanda itu; bila "
                "penandanya yang keliru, hapus penandanya, atau sebut titik awal dengan `--sejak`."
            )


# ── Step by step ─────────────────────────────────────────────────────────────────────────────────────────────────


class _Pemeriksa:
    """Walks the main history with the trail in its hand."""

    def __init__(self, project: Project, jejak: Jejak) -> None:
        self._project = project
        self._peninjau = Peninjau(project)
        self._menurut: dict[str, list[tuple[PurePosixPath, CatatanUsulan]]] = {}
        for name, row in jejak.catatan.items():
            for sha in {row.gabungan, row.revisi} - {None}:
                self._menurut.setdefault(str(sha), []).append((PurePosixPath(name), row))

    def jalan(self, awal: _Commit, sesudah: Sequence[_Commit]) -> Iterator[Langkah]:
        base = baca_pohon(self._project.root, awal.revisi)
        for commit in sesudah:
            after = self._pada_harinya(commit, baca_pohon(self._project.root, commit.revisi))
            found = tuple(sorted(self._periksa(commit, base, after), key=_urutan))
            records = self._catatan(commit)
            yield Langkah(commit.revisi, commit.waktu, records[0][1].nomor if records else None, found)
            base = after

    def _pada_harinya(self, commit: _Commit, pohon: Pohon) -> Pohon:
        """The tree of a step on the day that the forge merged it: a commit bears whatever day its author says."""
        days = [row.digabung_pada.date() for _, row in self._catatan(commit) if row.digabung_pada]
        return replace(pohon, revisi=replace(pohon.revisi, tanggal=max(days))) if days else pohon

    def _catatan(self, commit: _Commit) -> Sequence[tuple[PurePosixPath, CatatanUsulan]]:
        """The records that name a step as their merge, else what was merged as their revision."""
        by_merge = [row for row in self._menurut.get(commit.revisi, ()) if row[1].gabungan == commit.revisi]
        by_head = [row for sha in commit.induk[1:] for row in self._menurut.get(sha, ()) if row[1].revisi == sha]
        return by_merge or by_head

    def _periksa(self, commit: _Commit, base: Pohon, after: Pohon) -> Iterator[Diagnostic]:
        records = tuple(self._catatan(commit))
        if len(records) != 1:
            step = Gabungan(revisi=commit.revisi, induk=commit.induk, catatan=records)
            yield from map(resolve_without_source, [*tercatat(step), *cocok(step, None)])
            return
        path, record = records[0]
        wanted = Permintaan(
            dasar=base.revisi.sha,
            usulan=commit.revisi,
            pengirim=record.pengirim,
            dikirim=record.dikirim or record.digabung_pada,
            nomor=record.nomor,
        )
        review = self._peninjau.tinjau(DuaPohon(base, after), wanted)
        known = review.dasar.dataset.pengguna if review.dasar.dataset else None
        accounts = known.isi if known else None
        step = Gabungan(
            revisi=commit.revisi,
            induk=commit.induk,
            catatan=records,
            berbeda=self._berbeda(commit, record),
            trailer=self._trailer(commit, record),
        )
        issues = [*cocok(step, accounts), *sesuai_persetujuan(step), *penulis_dikenal(path, record)]
        merged = record.digabung_pada or commit.waktu
        if accounts:
            place = PurePosixPath(self._project.data_dir.name, PENGGUNA)
            required = review.tinjauan.persetujuan
            issues += pemisahan_tugas(accounts, place, pelaku(record), merged.date(), required)
        yield from map(resolve_without_source, issues)
        yield from (row for row in review.tinjauan.report.errors if row in review.tinjauan.baru)

    def _berbeda(self, commit: _Commit, record: CatatanUsulan) -> tuple[str, ...] | None:
        """The files in which a step differs from merging what was approved; None where that cannot be told."""
        root = self._project.root
        tree = isi_gabungan(root, commit.induk[0], record.revisi)
        if tree is None:
            return None
        own = git(root, "rev-parse", f"{commit.revisi}^{{tree}}")
        if own is not None and own.decode().strip() == tree:
            return ()
        told = git(root, "diff-tree", "-r", "-z", "--name-only", "--no-renames", tree, commit.revisi)
        return tuple((told or b"").decode("utf-8", "surrogateescape").split("\0")[:-1])

    def _trailer(self, commit: _Commit, record: CatatanUsulan) -> frozenset[str]:
        """Who sent a proposal by what its revisions say; asked only where a program made it."""
        if record.pengirim.lower() == record.pembuat.lower():
            return frozenset()
        told = git(
            self._project.root,
            *("log", "--no-show-signature", f"--format=%(trailers:key={TRAILER},valueonly,unfold)"),
            *(record.revisi, "--not", commit.induk[0]),
        )
        words = (told or b"").decode("utf-8", "replace").split()
        return frozenset(word.removeprefix("@") for word in words)


def _urutan(row: Diagnostic) -> tuple[bool, str, str, int]:
    return row.severity is not Severity.ERROR, row.code, str(row.path), row.position.baris
