"""An office whose proposals are merged and recorded, for tests of the trail and the audit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sakipgen.auditing import Audit, audit
from sakipgen.project import Project
from tests.repo import Repo
from tests.usulan import RENCANA, Kantor

DIKIRIM: Final = "2024-04-09T10:00:00+07:00"
DISETUJUI: Final = "2024-04-10T10:00:00+07:00"
DIGABUNGKAN: Final = "2024-04-10T11:00:00+07:00"


def simpan_jejak(repo: Repo, berkas: Mapping[str, str], cabang: str = "tinjauan") -> str:
    """Commits the files of the trail as they shall be now, on its own branch, and returns the commit."""
    years: dict[str, list[str]] = {}
    for name, text in berkas.items():
        year, _, file = name.partition("/")
        blob = repo.git("hash-object", "-w", "--stdin", masukan=text.encode())
        years.setdefault(year, []).append(f"100644 blob {blob}\t{file}\n")
    rows = [f"040000 tree {repo.git('mktree', masukan=''.join(f).encode())}\t{year}\n" for year, f in years.items()]
    tree = repo.git("mktree", masukan="".join(rows).encode())
    before = repo.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{cabang}")
    made = repo.git("commit-tree", tree, *(("-p", before) if before else ()), "-m", "Catatan")
    repo.git("update-ref", f"refs/heads/{cabang}", made)
    return made


def catatan(nomor: int, **lain: Any) -> dict[str, Any]:
    """A record as JSON has it, of a proposal sent by one, approved and merged by another."""
    head, merge = lain.get("revisi", "a" * 40), lain.get("gabungan", "b" * 40)
    sender, approver = lain.pop("pengirim", "bk-mutasi"), lain.pop("penyetuju", "bk-sekretaris")
    return {
        "versi": 1,
        "forge": "github",
        "nomor": nomor,
        "jenis": "data",
        "pengirim": sender,
        "pembuat": sender,
        "penulis": [sender],
        "tanpa_akun": 0,
        "dikirim": DIKIRIM,
        "revisi": head,
        "gabungan": merge,
        "digabung_oleh": "bk-sekretaris",
        "digabung_pada": DIGABUNGKAN,
        "laporan": [],
        "peristiwa": [
            {"keadaan": "diajukan", "waktu": DIKIRIM, "oleh": sender},
            {"keadaan": "disetujui", "waktu": DISETUJUI, "oleh": approver, "revisi": head},
            {"keadaan": "digabungkan", "waktu": DIGABUNGKAN, "oleh": "bk-sekretaris", "revisi": merge},
        ],
        "laporan_sha256": None,
        **lain,
    }


class KantorBercatatan(Kantor):
    """An office whose first commit is trusted; proposals are merged with their records."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.awal = self.simpan()
        self.berkas: dict[str, str] = {}
        self._nomor = 0

    def cabang(self, berkas: Mapping[str, str | None], pesan: str = "Usulan") -> str:
        """Commits files on a branch that begins at the main one, and returns the commit."""
        self.repo.git("switch", "-q", "-C", "usulan", "main")
        head = self.repo.catat(berkas, DIKIRIM, pesan)
        self.repo.git("switch", "-q", "main")
        return head

    def rencana(self) -> dict[str, str | None]:
        """A change that a unit may propose; another each time."""
        self._nomor += 1
        text = self.teks(RENCANA)
        return {RENCANA: f"{text.rstrip()}\n# ubahan {self._nomor}\n"}

    def gabung(self, kepala: str, *opsi: str) -> str:
        """Merges a commit into the main branch and returns the merge."""
        self.repo.git("merge", "-q", *(opsi or ("--no-ff",)), "-m", "Penggabungan", kepala, waktu=DIGABUNGKAN)
        return self.repo.git("rev-parse", "HEAD")

    def rekam(self, nomor: int, **lain: Any) -> None:
        """Writes a record into the trail."""
        record = catatan(nomor, **lain)
        self.berkas[f"2024/{nomor}.json"] = json.dumps(record)
        simpan_jejak(self.repo, self.berkas)

    def usul(self, nomor: int, berkas: Mapping[str, str | None] | None = None, **lain: Any) -> str:
        """Proposes, merges and records in one go, and returns the merge."""
        head = self.cabang(berkas or self.rencana())
        merge = self.gabung(head)
        self.rekam(nomor, revisi=head, gabungan=merge, **lain)
        return merge

    def audit(self, sejak: str | None = None, catatan: str | None = None) -> Audit:
        return audit(Project(self.folder), sejak, "HEAD", catatan)

    def pesan(self, sejak: str | None = None) -> list[str]:
        """What an audit says, with its code."""
        found = self.audit(sejak)
        return [f"{row.code} {row.message}" for step in (*found.langkah, found) for row in _masalah(step)]


def _masalah(part: Any) -> Any:
    return part.catatan if isinstance(part, Audit) else part.masalah
