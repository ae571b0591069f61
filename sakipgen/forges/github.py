"""GitHub's answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.catatan_usulan import Forge, KeadaanUsulan, Peristiwa
from sakipgen.forges.alasan import baca_alasan
from sakipgen.forges.bahan import Bahan, Kepala, Tulisan
from sakipgen.forges.formulir import FORMULIR, baca_formulir
from sakipgen.forges.jawaban import Isi, Jawaban
from sakipgen.forges.serupa import gabung, kepala_tinjauan, nama_berkas, terbit

ALAMAT: Final[Mapping[str, str]] = {
    "usulan": "GET /repos/{pemilik}/{repo}/pulls/{nomor}",
    "tinjauan": "GET /repos/{pemilik}/{repo}/pulls/{nomor}/reviews",
    "revisi": "GET /repos/{pemilik}/{repo}/pulls/{nomor}/commits",
    "berkas": "GET /repos/{pemilik}/{repo}/pulls/{nomor}/files",
    "peristiwa": "GET /repos/{pemilik}/{repo}/issues/{nomor}/timeline",
    "status": "GET /repos/{pemilik}/{repo}/commits/{revisi}/check-runs",
    "penerbitan": "GET /repos/{pemilik}/{repo}/deployments/{id}/statuses",
    FORMULIR: "GET /repos/{pemilik}/{repo}/issues/{formulir}",
}
_PUTUSAN: Final = {"APPROVED": KeadaanUsulan.DISETUJUI, "CHANGES_REQUESTED": KeadaanUsulan.DIKEMBALIKAN}
_LULUS: Final = frozenset({"success", "neutral", "skipped"})
_HALAMAN: Final = "web-flow"
"""The account that writes for whoever edits on the forge's own page."""


def baca(jawaban: Jawaban) -> Bahan:
    """Returns what GitHub tells of a proposal."""
    pull = jawaban.satu("usulan")
    commits = jawaban.banyak("revisi")
    if isinstance(count := pull.ambil("commits"), int) and count != len(commits):
        raise PemakaianError(f"`revisi.json` memuat {len(commits)} dari {count} revisi; ambil semua halamannya.")
    timeline = jawaban.banyak("peristiwa")
    reviews = [row for row in jawaban.banyak("tinjauan") if row.teks("state") != "PENDING"]
    runs = jawaban.banyak("status", "check_runs")
    merged = pull.ambil("merged") is True or pull.ambil("merged_at") is not None
    return Bahan(
        forge=Forge.GITHUB,
        nomor=pull.wajib("number"),
        pembuat=pull.akun("user"),
        dasar=pull.wajib("base.sha"),
        revisi=pull.wajib("head.sha"),
        dibuat=pull.waktu("created_at"),
        draf=pull.ambil("draft") is True,
        ganti_draf=tuple(
            (row.waktu("created_at"), row.teks("event") == "convert_to_draft")
            for row in timeline
            if row.teks("event") in {"ready_for_review", "convert_to_draft"}
        ),
        dibuka_lagi=tuple(row.waktu("created_at") for row in timeline if row.teks("event") == "reopened"),
        kepala=(
            *(Kepala(row.waktu("started_at"), row.wajib("head_sha")) for row in runs if row.teks("started_at")),
            *kepala_tinjauan(reviews),
        ),
        tulisan=tuple(one for row in commits for one in _tulisan(row)),
        pesan=tuple(row.teks("commit.message") for row in commits),
        berkas=nama_berkas(jawaban),
        peristiwa=(
            *_tinjauan(reviews, timeline),
            *_pemeriksaan(runs),
            *(() if merged else _ditutup(timeline)),
            *(terbit(pull, _penerbitan(jawaban)) if merged else ()),
        ),
        gabung=gabung(pull) if merged else None,
        formulir=baca_formulir(jawaban),
    )


def _tulisan(commit: Isi) -> Iterator[Tulisan]:
    author, committer = commit.akun_bila_ada("author"), commit.akun_bila_ada("committer")
    sha = commit.wajib("sha")
    yield Tulisan(author, (sha,), commit.ambil("commit.verification.verified") is not False)
    if committer not in {author, _HALAMAN, None}:
        yield Tulisan(committer, (sha,))


def _tinjauan(reviews: list[Isi], timeline: list[Isi]) -> Iterator[Peristiwa]:
    """Approvals and returns; one that was dismissed said what the timeline remembers of it."""
    dismissed = {
        row.ambil("dismissed_review.review_id"): row for row in timeline if row.teks("event") == "review_dismissed"
    }
    for review in reviews:
        dismissal = dismissed.get(review.ambil("id"))
        said = review.teks("state")
        if said == "DISMISSED":
            said = dismissal.teks("dismissed_review.state").upper() if dismissal else ""
        verdict = _PUTUSAN.get(said)
        if verdict is None:
            continue
        by = review.akun("user")
        alasan, teks = baca_alasan(review.teks("body")) if verdict is KeadaanUsulan.DIKEMBALIKAN else (None, None)
        yield Peristiwa(
            keadaan=verdict,
            waktu=review.waktu("submitted_at"),
            oleh=by,
            revisi=review.ambil("commit_id"),
            alasan=alasan,
            teks=teks,
        )
        if dismissal:
            when, who = dismissal.waktu("created_at"), dismissal.akun("actor")
            yield Peristiwa(keadaan=KeadaanUsulan.DICABUT, waktu=when, oleh=who, atas=by)


def _pemeriksaan(runs: list[Isi]) -> Iterator[Peristiwa]:
    """One result for each revision, at the end of its last check."""
    by_head: dict[str, list[Isi]] = {}
    for run in runs:
        if run.teks("status") == "completed":
            by_head.setdefault(run.wajib("head_sha"), []).append(run)
    for head, rows in by_head.items():
        passed = all(row.teks("conclusion") in _LULUS for row in rows)
        state = KeadaanUsulan.LULUS_PERIKSA if passed else KeadaanUsulan.GAGAL_PERIKSA
        yield Peristiwa(keadaan=state, waktu=max(row.waktu("completed_at") for row in rows), revisi=head)


def _ditutup(timeline: list[Isi]) -> Iterator[Peristiwa]:
    for row in timeline:
        if row.teks("event") == "closed":
            when, who = row.waktu("created_at"), row.akun("actor")
            yield Peristiwa(keadaan=KeadaanUsulan.DIBATALKAN, waktu=when, oleh=who)


def _penerbitan(jawaban: Jawaban) -> Iterator[datetime]:
    return (row.waktu("created_at") for row in jawaban.banyak("penerbitan") if row.teks("state") == "success")
