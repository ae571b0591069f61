"""What GitHub answers and Forgejo answers alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sakipgen.domain.catatan_usulan import KeadaanUsulan, Peristiwa
from sakipgen.forges.bahan import Gabung, Kepala
from sakipgen.forges.jawaban import Isi, Jawaban


def nama_berkas(jawaban: Jawaban) -> tuple[str, ...]:
    """Returns the names of all files that a proposal touches, before and after a move."""
    rows = jawaban.banyak("berkas")
    return tuple(path for row in rows for path in (row.wajib("filename"), row.teks("previous_filename")))


def kepala_tinjauan(reviews: Iterable[Isi]) -> Iterator[Kepala]:
    """Yields the revisions that were reviewed, and when."""
    for row in reviews:
        if row.teks("commit_id"):
            yield Kepala(row.waktu("submitted_at"), row.wajib("commit_id"))


def gabung(pull: Isi) -> Gabung:
    """Returns how a merged proposal was merged."""
    return Gabung(pull.wajib("merge_commit_sha"), pull.akun("merged_by"), pull.waktu("merged_at"))


def terbit(pull: Isi, waktu: Iterable[datetime]) -> Iterator[Peristiwa]:
    """Yields the first of these publications that came after a proposal was merged."""
    done = [moment for moment in waktu if moment >= pull.waktu("merged_at")]
    if done:
        sha = pull.wajib("merge_commit_sha")
        yield Peristiwa(keadaan=KeadaanUsulan.TERBIT, waktu=min(done), revisi=sha)
