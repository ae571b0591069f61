"""GitLab's answers. It tells of approvals and drafts in notes of its own, and of no account that wrote a revision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from sakipgen.domain.catatan_usulan import Forge, KeadaanUsulan, Peristiwa
from sakipgen.forges.alasan import baca_alasan, menyebut_alasan
from sakipgen.forges.bahan import Bahan, Gabung, Kepala, Tulisan
from sakipgen.forges.formulir import FORMULIR, baca_formulir
from sakipgen.forges.jawaban import Isi, Jawaban

ALAMAT: Final[Mapping[str, str]] = {
    "usulan": "GET /projects/{id}/merge_requests/{nomor}",
    "persetujuan": "GET /projects/{id}/merge_requests/{nomor}/approvals",
    "revisi": "GET /projects/{id}/merge_requests/{nomor}/commits",
    "berkas": "GET /projects/{id}/merge_requests/{nomor}/diffs",
    "versi": "GET /projects/{id}/merge_requests/{nomor}/versions",
    "peristiwa": "GET /projects/{id}/merge_requests/{nomor}/notes",
    "status": "GET /projects/{id}/merge_requests/{nomor}/pipelines",
    "penerbitan": "GET /projects/{id}/deployments",
    FORMULIR: "GET /projects/{id}/issues/{formulir}",
}
_SETUJU: Final = re.compile(r"approved this merge request")
_KEMBALI: Final = re.compile(r"requested changes")
_CABUT: Final = re.compile(r"unapproved this merge request|revoked approval")
_ATUR_ULANG: Final = re.compile(r"reset approvals from")
_DRAF: Final = re.compile(r"marked this merge request as \*\*(draft|ready)\*\*")
_TAMBAH: Final = re.compile(r"added \d+ commits?\b")
_SEBUT: Final = re.compile(r"@([A-Za-z0-9][A-Za-z0-9._-]*)")
_SEKITAR: Final = timedelta(minutes=10)
"""The words of a return are written this near to it."""


def baca(jawaban: Jawaban) -> Bahan:
    """Returns what GitLab tells of a proposal."""
    merge = jawaban.satu("usulan")
    notes = sorted(jawaban.banyak("peristiwa"), key=lambda row: row.waktu("created_at"))
    told = [row for row in notes if row.ambil("system") is True]
    heads = tuple(Kepala(row.waktu("created_at"), row.wajib("head_commit_sha")) for row in jawaban.banyak("versi"))
    author = merge.akun("author")
    merged = merge.teks("state") == "merged"
    return Bahan(
        forge=Forge.GITLAB,
        nomor=merge.wajib("iid"),
        pembuat=author,
        dasar=merge.ambil("diff_refs.start_sha") or merge.wajib("diff_refs.base_sha"),
        revisi=merge.wajib("sha"),
        dibuat=merge.waktu("created_at"),
        draf=merge.ambil("draft") is True,
        ganti_draf=tuple(
            (row.waktu("created_at"), match[1] == "draft") for row in told if (match := _DRAF.match(row.teks("body")))
        ),
        dibuka_lagi=tuple(row.waktu("created_at") for row in told if row.teks("body").startswith("reopened")),
        kepala=heads,
        tulisan=(Tulisan(author), *(Tulisan(row.akun("author")) for row in told if _TAMBAH.match(row.teks("body")))),
        pesan=tuple(row.teks("message") for row in jawaban.banyak("revisi")),
        berkas=tuple(
            path for row in jawaban.banyak("berkas") for path in (row.wajib("new_path"), row.teks("old_path"))
        ),
        peristiwa=(
            *_putusan(notes, jawaban.satu("persetujuan"), heads),
            *_pemeriksaan(jawaban.banyak("status"), {row.revisi for row in heads}),
            *(() if merged else _ditutup(told)),
            *(_terbit(jawaban, merge) if merged else ()),
        ),
        gabung=_gabung(merge) if merged else None,
        formulir=baca_formulir(jawaban, "iid"),
    )


def _gabung(merge: Isi) -> Gabung:
    made = merge.ambil("merge_commit_sha") or merge.ambil("squash_commit_sha") or merge.wajib("sha")
    by = merge.akun_bila_ada("merge_user") or merge.akun("merged_by")
    return Gabung(made, by, merge.waktu("merged_at"))


def _putusan(notes: list[Isi], approvals: Isi, kepala: tuple[Kepala, ...]) -> Iterator[Peristiwa]:
    """Approvals and returns, of the revision that was the newest then; one that is not listed any more is withdrawn."""
    listed = {str(row.get("user", {}).get("username", "")).lower() for row in approvals.wajib("approved_by")}
    valid: dict[str, datetime] = {}
    for note in notes:
        if note.ambil("system") is not True:
            continue
        by, when, words = note.akun("author"), note.waktu("created_at"), note.teks("body")
        head = max((row for row in kepala if row.waktu <= when), key=lambda row: row.waktu, default=None)
        revisi = head.revisi if head else None
        if _SETUJU.match(words):
            valid[by] = when
            yield Peristiwa(keadaan=KeadaanUsulan.DISETUJUI, waktu=when, oleh=by, revisi=revisi)
        elif _KEMBALI.match(words):
            valid.pop(by, None)
            alasan, teks = baca_alasan(_arahan(notes, note))
            yield Peristiwa(
                keadaan=KeadaanUsulan.DIKEMBALIKAN, waktu=when, oleh=by, revisi=revisi, alasan=alasan, teks=teks
            )
        elif _CABUT.match(words) and valid.pop(by, None):
            yield Peristiwa(keadaan=KeadaanUsulan.DICABUT, waktu=when, oleh=by, atas=by)
        elif _ATUR_ULANG.match(words):
            for name in (name for name in _SEBUT.findall(words) if valid.pop(name, None)):
                yield Peristiwa(keadaan=KeadaanUsulan.DICABUT, waktu=when, oleh=by, atas=name)
    for name, when in valid.items():
        if name.lower() not in listed:
            yield Peristiwa(keadaan=KeadaanUsulan.DICABUT, waktu=when, oleh=name, atas=name)


def _arahan(notes: list[Isi], note: Isi) -> str:
    """What the same person wrote near to a return; first what names a reason."""
    when, by = note.waktu("created_at"), note.akun("author")
    own = [row for row in notes if row.ambil("system") is not True and row.akun("author") == by]
    near = [row.teks("body") for row in own if abs(row.waktu("created_at") - when) <= _SEKITAR]
    return next(filter(menyebut_alasan, near), next(iter(near), ""))


def _pemeriksaan(pipelines: list[Isi], heads: set[str]) -> Iterator[Peristiwa]:
    """The last result of each revision."""
    last: dict[str, Isi] = {}
    for row in sorted(pipelines, key=lambda row: row.waktu("created_at")):
        if row.teks("status") in {"success", "failed", "canceled"} and row.teks("sha") in heads:
            last[row.teks("sha")] = row
    for sha, row in last.items():
        passed = row.teks("status") == "success"
        state = KeadaanUsulan.LULUS_PERIKSA if passed else KeadaanUsulan.GAGAL_PERIKSA
        yield Peristiwa(keadaan=state, waktu=row.waktu("updated_at"), revisi=sha)


def _ditutup(told: list[Isi]) -> Iterator[Peristiwa]:
    for row in told:
        if row.teks("body").startswith("closed"):
            when, who = row.waktu("created_at"), row.akun("author")
            yield Peristiwa(keadaan=KeadaanUsulan.DIBATALKAN, waktu=when, oleh=who)


def _terbit(jawaban: Jawaban, merge: Isi) -> Iterator[Peristiwa]:
    made = _gabung(merge)
    rows = [row for row in jawaban.banyak("penerbitan") if row.teks("status") == "success"]
    done = [row.waktu("updated_at") for row in rows if row.waktu("updated_at") >= made.pada]
    if done:
        yield Peristiwa(keadaan=KeadaanUsulan.TERBIT, waktu=min(done), revisi=made.revisi)
