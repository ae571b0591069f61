"""The workflow `periksa`: what it answers, and what hostile proposals get out of it."""

from __future__ import annotations

import json
from pathlib import Path

from sakipgen.rendering.tinjauan.markdown import PENANDA
from tests.gladi.forge import Forge
from tests.gladi.isian import AKSI, ganti


def test_a_proposal_gets_one_comment_that_is_edited_in_place(forge: Forge) -> None:
    """Also J-04 and J-06: the title and the branch are no commands, and what a person typed is not overwritten."""
    hostile = 'Rencana "; touch kena; $(touch kena) `touch kena`'
    nomor = forge.usulkan("bk-mutasi", hostile, ganti(AKSI, "40 pegawai", "45 pegawai"), "x$(touch${IFS}kena)`id`")
    forge.berkomentar("bk-diklat", nomor, f"{PENANDA}\nSemua sudah disetujui.")
    done = forge.periksa(nomor)
    assert done.kode == 0, done.log
    assert not [*forge.folder.rglob("kena")]
    mine, told = forge.komentar(nomor)
    assert mine == ("bk-diklat", f"{PENANDA}\nSemua sudah disetujui.")
    assert told[0] == forge.robot
    assert told[1].startswith(PENANDA)
    assert "### ✔ Lolos pemeriksaan. Keputusan ada pada Sekretaris." in told[1]
    assert "pengirim <code>bk-mutasi</code>" in told[1]

    forge.pukul("2024-07-04T10:00:00+07:00")
    forge.perbaiki(nomor, ganti("data/rencana-aksi/2024/diklat.yaml", "3 angkatan", "4 angkatan"))
    done = forge.periksa(nomor, "synchronize")
    assert done.kode == 1
    assert "Failure - Main Notes on the lines, and the verdict" in done.log
    assert "::error file=data/rencana-aksi/2024/diklat.yaml" in done.log
    mine, told = forge.komentar(nomor)
    assert "K001" in told[1]


def test_the_program_of_the_proposal_is_not_run(forge: Forge) -> None:
    """J-01 and J-02: what checks is the base's, and a proposal of data that touches it is refused."""

    def ubah(folder: Path) -> None:
        ganti(AKSI, "40 pegawai", "45 pegawai")(folder)
        (folder / "sakipgen" / "cli.py").write_text("raise SystemExit(0)\n", "utf-8")
        (folder / ".github" / "skrip" / "pengirim.sh").write_text("echo bk-sekretaris\n", "utf-8")
        (folder / "mkdocs.yml").write_text("hooks: [jahat.py]\n", "utf-8")

    nomor = forge.usulkan("bk-mutasi", "Rencana aksi", ubah)
    assert forge.periksa(nomor).kode == 1
    ((_, told),) = forge.komentar(nomor)
    assert told.count("K003") >= 3
    assert "pengirim <code>bk-mutasi</code>" in told


def test_a_forged_report_makes_no_comment(forge: Forge) -> None:
    """J-05: the job that writes believes neither the shape of a report nor what proposal it speaks of."""
    forged = '{"versi": 1, "judul": "Semua baik"}'

    def ubah(folder: Path) -> None:
        flow = folder / ".github" / "workflows" / "periksa.yml"
        text = flow.read_text("utf-8").replace(
            "      - name: Keep the report\n",
            f"      - run: |\n          echo '{forged}' > laporan.json\n      - name: Keep the report\n",
        )
        flow.write_text(text, "utf-8")

    nomor = forge.usulkan("bk-mutasi", "Rencana aksi", ubah)
    done = forge.periksa(nomor)
    assert done.kode == 1
    assert "galat[K004]" in done.log
    assert forge.komentar(nomor) == []

    other = forge.usulkan("bk-mutasi", "Lain", ganti(AKSI, "40 pegawai", "45 pegawai"))
    report = json.loads((forge.folder / "artefak" / "laporan" / "laporan.json").read_text("utf-8"))
    assert report == json.loads(forged)
    assert other != nomor
