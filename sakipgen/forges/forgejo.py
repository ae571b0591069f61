"""Forgejo's answers; Gitea's are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

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
    "status": "GET /repos/{pemilik}/{repo}/commits/{revisi}/statuses",
    "penerbitan": "GET /repos/{pemilik}/{repo}/commits/{gabungan}/statuses",
    FORMULIR: "GET /repos/{pemilik}/{repo}/issues/{formulir}",
}
_PUTUSAN: Final = {"APPROVED": KeadaanUsulan.DISETUJUI, "REQUEST_CHANGES": KeadaanUsulan.DIKEMBALIKAN}
_DRAF: Final = re.compile(r"\s*(\[WIP\]|WIP:|Draft:)", re.IGNORECASE)
"""How the title of a draft begins."""
_TERBIT: Final = "terbit"
"""What the name of the status holds that a publication leaves on the merge."""


def baca(jawaban: Jawaban) -> Bahan:
    """Returns what Forgejo tells of a proposal."""
    pull = jawaban.satu("usulan")
    timeline = jawaban.banyak("peristiwa")
    reviews = jawaban.banyak("tinjauan")
    commits = jawaban.banyak("revisi")
    pushes = [(row, _dorongan(row)) for row in timeline if row.teks("type") == "pull_push"]
    head = pull.wajib("head.sha")
    merged = pull.ambil("merged") is True
    return Bahan(
        forge=Forge.FORGEJO,
        nomor=pull.wajib("number"),
        pembuat=pull.akun("user"),
        dasar=pull.ambil("merge_base") or pull.wajib("base.sha"),
        revisi=head,
        dibuat=pull.waktu("created_at"),
        draf=pull.ambil("draft") is True or bool(_DRAF.match(pull.teks("title"))),
        ganti_draf=tuple(_ganti_draf(timeline)),
        dibuka_lagi=tuple(row.waktu("created_at") for row in timeline if row.teks("type") == "reopen"),
        kepala=(
            *(Kepala(row.waktu("created_at"), shas[-1]) for row, shas in pushes if shas),
            *kepala_tinjauan(reviews),
        ),
        tulisan=(
            *(Tulisan(row.akun_bila_ada("author"), (row.wajib("sha"),)) for row in commits),
            *(Tulisan(row.akun("user"), shas) for row, shas in pushes),
        ),
        pesan=tuple(row.teks("commit.message") for row in commits),
        berkas=nama_berkas(jawaban),
        peristiwa=(
            *_tinjauan(reviews, timeline),
            *_pemeriksaan(jawaban.banyak("status"), head),
            *(() if merged else _ditutup(timeline)),
            *(terbit(pull, _penerbitan(jawaban)) if merged else ()),
        ),
        gabung=gabung(pull) if merged else None,
        formulir=baca_formulir(jawaban),
    )


def _ganti_draf(timeline: list[Isi]) -> Iterator[tuple[datetime, bool]]:
    for row in timeline:
        before, after = (bool(_DRAF.match(row.teks(name))) for name in ("old_title", "new_title"))
        if row.teks("type") == "change_title" and before != after:
            yield row.waktu("created_at"), after


def _dorongan(row: Isi) -> tuple[str, ...]:
    """The revisions that an entry of the timeline says were added; it holds them as JSON of its own."""
    try:
        ids = json.loads(row.teks("body")).get("commit_ids", [])
    except (ValueError, AttributeError):
        return ()
    return tuple(sha for sha in ids if isinstance(sha, str)) if isinstance(ids, list) else ()


def _tinjauan(reviews: list[Isi], timeline: list[Isi]) -> Iterator[Peristiwa]:
    """Approvals and returns; that one was dismissed is said by the review, when by the timeline."""
    dismissals = [row for row in timeline if row.teks("type") == "dismiss_review"]
    for review in reviews:
        verdict = _PUTUSAN.get(review.teks("state"))
        if verdict is None:
            continue
        by, when = review.akun("user"), review.waktu("submitted_at")
        alasan, teks = baca_alasan(review.teks("body")) if verdict is KeadaanUsulan.DIKEMBALIKAN else (None, None)
        revisi = review.ambil("commit_id") or None
        yield Peristiwa(keadaan=verdict, waktu=when, oleh=by, revisi=revisi, alasan=alasan, teks=teks)
        if review.ambil("dismissed") is True:
            later = [row for row in dismissals if row.waktu("created_at") >= when]
            ended = min(later, key=lambda row: row.waktu("created_at"), default=None)
            yield Peristiwa(
                keadaan=KeadaanUsulan.DICABUT,
                waktu=ended.waktu("created_at") if ended else when,
                oleh=ended.akun("user") if ended else by,
                atas=by,
            )


def _pemeriksaan(statuses: list[Isi], head: str) -> Iterator[Peristiwa]:
    """The result of the newest revision: the last word of every check."""
    last: dict[str, Isi] = {}
    for row in sorted(statuses, key=lambda row: row.waktu("created_at")):
        last[row.teks("context")] = row
    words = {row.teks("status") for row in last.values()}
    if not words or "pending" in words:
        return
    state = KeadaanUsulan.GAGAL_PERIKSA if words & {"failure", "error"} else KeadaanUsulan.LULUS_PERIKSA
    yield Peristiwa(keadaan=state, waktu=max(row.waktu("created_at") for row in last.values()), revisi=head)


def _ditutup(timeline: list[Isi]) -> Iterator[Peristiwa]:
    for row in timeline:
        if row.teks("type") == "close":
            when, who = row.waktu("created_at"), row.akun("user")
            yield Peristiwa(keadaan=KeadaanUsulan.DIBATALKAN, waktu=when, oleh=who)


def _penerbitan(jawaban: Jawaban) -> Iterator[datetime]:
    rows = (row for row in jawaban.banyak("penerbitan") if row.teks("status") == "success")
    return (row.waktu("created_at") for row in rows if _TERBIT in row.teks("context").lower())
