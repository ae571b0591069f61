"""The verbs `audit` and `usulan`: their answers, their exit codes, their refusals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from tests.conftest import Indonesian
from tests.jejak import DIGABUNGKAN, KantorBercatatan
from tests.usulan import WAKTU

Jalan = Callable[..., tuple[int, str]]


@pytest.fixture
def kantor(tmp_path: Path) -> KantorBercatatan:
    return KantorBercatatan(tmp_path / "kantor")


@pytest.fixture
def jalan(kantor: KantorBercatatan) -> Jalan:
    def run(*words: str) -> tuple[int, str]:
        options: tuple[Any, ...] = ("--akar", str(kantor.folder))
        done = CliRunner().invoke(cli, [*words, *options], standalone_mode=False)
        if done.exception:
            raise done.exception
        return done.return_value, done.output

    return run


def test_audit_says_that_all_may_be_published(kantor: KantorBercatatan, jalan: Jalan) -> None:
    code, said = jalan("audit")
    assert (code, said.splitlines()[0]) == (
        0,
        "Boleh diterbitkan: belum ada gabungan baru sejak titik awal pemeriksaan.",
    )
    kantor.usul(1)
    code, said = jalan("audit")
    first, _, last = said.splitlines()
    assert (code, first) == (0, "Boleh diterbitkan: setiap gabungan disetujui dan sesuai catatannya.")
    assert last == f"1 gabungan diperiksa sejak {kantor.awal[:7]}; 0 ditahan."


def test_j03_audit_holds_a_publication_back(kantor: KantorBercatatan, jalan: Jalan, indonesian: Indonesian) -> None:
    kantor.usul(1, pengirim="bk-diklat")
    sha = kantor.repo.catat(kantor.rencana(), WAKTU, "Langsung")
    code, said = jalan("audit", "--sejak", "HEAD~1")
    assert code == 1
    assert said.startswith(f"Penerbitan ditahan: gabungan {sha[:7]} tanpa persetujuan Sekretaris.\n\n")
    assert f"gabungan {sha[:7]} (9 April 2024 09.00 WIB, tanpa catatan)\n  galat[K007] gabungan" in indonesian(said)
    assert said.endswith("; 1 ditahan.\n")
    code, said = jalan("audit")
    assert "tidak lulus pemeriksaan ulang, dan 1 gabungan lain.\n" in said.splitlines(keepends=True)[0]
    assert "  data/rencana-aksi/2024/mutasi.yaml:1:1: galat[K001] akun `bk-diklat`" in indonesian(said)


def test_audit_as_workflow_commands_and_as_json(kantor: KantorBercatatan, jalan: Jalan) -> None:
    kantor.usul(1, tanpa_akun=1)
    sha = kantor.repo.catat(kantor.rencana(), DIGABUNGKAN, "Langsung")
    code, said = jalan("audit", "--format", "github")
    first, second, *rest = said.splitlines()
    assert (code, first.startswith("::error "), second.startswith("::warning ")) == (1, True, True)
    assert f"::gabungan {sha[:7]} tanpa persetujuan" in first
    assert re.search(r"::gabungan [0-9a-f]{7}: 1 revisi usulan ini ditulis tanpa akun", second)
    assert rest[0].startswith("Penerbitan ditahan: ")
    code, said = jalan("audit", "--format", "json")
    found = json.loads(said)
    assert (code, found["versi"], found["lulus"], found["sejak"]) == (1, 1, False, kantor.awal)
    assert [(row["usulan"], row["masalah"][0]["kode"]) for row in found["gabungan"]] == [(1, "K011"), (None, "K007")]
    assert found["gabungan"][1]["revisi"] == sha


def test_a_broken_trail_holds_a_publication_back(kantor: KantorBercatatan, jalan: Jalan, tmp_path: Path) -> None:
    kantor.usul(1)
    folder = tmp_path / "catatan" / "2024"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text(kantor.berkas["2024/1.json"])
    (folder / "2.json").write_text("{}")
    code, said = jalan("audit", "--catatan", str(folder.parent))
    assert code == 1
    first, _, head, row, *_ = said.splitlines()
    assert (first, head) == ("Penerbitan ditahan: catatan usulan tidak utuh.", "catatan usulan")
    assert row.startswith("  2024/2.json:1:1: galat[K008] catatan tidak sah")
    assert said.endswith("Catatan dibaca dari folder, jadi riwayat catatannya tidak diperiksa.\n")


# ── usulan ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _laporan(kantor: KantorBercatatan) -> None:
    """Two proposals: one accepted, one still waiting."""
    kantor.usul(1, laporan=[{"periode": "2024-TW2", "unit": "mutasi"}])
    sent = {"keadaan": "diajukan", "waktu": "2024-04-09T10:00:00+07:00", "oleh": "bk-diklat"}
    nothing = {"gabungan": None, "digabung_oleh": None, "digabung_pada": None}
    kantor.rekam(2, pengirim="bk-diklat", peristiwa=[sent], **nothing)


def test_daftar_tells_where_each_stands(kantor: KantorBercatatan, jalan: Jalan, indonesian: Indonesian) -> None:
    assert jalan("usulan", "daftar", "--catatan", str(kantor.folder)) == (0, "Belum ada usulan yang tercatat.\n")
    _laporan(kantor)
    code, said = jalan("usulan", "daftar", "--per-tanggal", "2024-04-11")
    head, first, second, _, total = indonesian(said).splitlines()
    assert code == 0
    assert " ".join(head.split()) == "Usulan Keadaan Pengirim Laporan Dikirim Putaran Menunggu (menit kerja)"
    assert first.split()[:7] == ["#1", "digabungkan", "bk-mutasi", "mutasi", "2024-TW2", "2024-04-09", "10.00"]
    assert second.split()[:5] == ["#2", "diajukan", "bk-diklat", "data", "2024-04-09"]
    assert total.startswith("2 usulan; ")
    code, said = jalan("usulan", "daftar", "--format", "json")
    rows = json.loads(said)["usulan"]
    assert [(row["nomor"], row["keadaan"], row["putaran"], row["penyetuju"]) for row in rows] == [
        (1, "digabungkan", 1, ["bk-sekretaris"]),
        (2, "diajukan", 1, []),
    ]


def test_siklus_is_looked_at_and_written(kantor: KantorBercatatan, jalan: Jalan) -> None:
    _laporan(kantor)
    path = kantor.folder / "data/siklus/2024/TW2.yaml"
    code, said = jalan("usulan", "siklus", "--periode", "2024-TW2", "--lihat")
    assert (code, path.exists()) == (0, False)
    assert "+    - dikirim: 2024-04-09\n" in said
    code, said = jalan("usulan", "siklus", "--periode", "2024-TW2")
    assert (code, path.exists()) == (0, True)
    assert jalan("usulan", "siklus", "--periode", "2024-TW2") == (0, "Tidak ada yang berubah.\n")
    kantor.rekam(3, laporan=[{"periode": "2024-TW3", "unit": "tidak-ada"}])
    code, said = jalan("usulan", "siklus", "--periode", "2024-TW3")
    assert code == 1
    assert said.endswith("Tidak ada yang ditulis: perbaiki galat di atas lebih dahulu.\n")


def test_rekam_names_what_is_missing(kantor: KantorBercatatan, jalan: Jalan, tmp_path: Path) -> None:
    with pytest.raises(PemakaianError, match=r"usulan.json` tidak ada; simpan ke sana jawaban `GET /projects"):
        jalan("usulan", "rekam", "--forge", "gitlab", "--dari", str(tmp_path), "--ke", str(tmp_path))
