"""The workflow `terbit`: what is recorded, and what it does when it cannot publish."""

from __future__ import annotations

from tests.gladi.forge import Forge
from tests.gladi.isian import AKSI, DIBUKA, ganti


def test_what_is_merged_while_a_run_goes_on_is_recorded_by_the_next(forge: Forge) -> None:
    """Its last change is older than the last revision of the trail. A run of before publishes nothing any more."""
    first = forge.usulkan("bk-tim", "Triwulan II dibuka", DIBUKA)
    forge.putuskan("bk-sekretaris", first, "APPROVED")
    forge.gabungkan("bk-sekretaris", first)
    forge.pukul("2024-07-04T10:00:00+07:00")
    done = forge.terbit()
    assert done.kode == 0, done.log
    forge.kerja.git("push", "-q", "origin", "origin/main:refs/heads/dulu")

    forge.pukul("2024-07-04T09:59:00+07:00")
    second = forge.usulkan("bk-mutasi", "Rencana aksi", ganti(AKSI, "40 pegawai", "45 pegawai"))
    forge.putuskan("bk-sekretaris", second, "APPROVED")
    forge.gabungkan("bk-sekretaris", second)
    old = forge.jalankan("terbit", "push", {"before": "0" * 40}, "refs/heads/dulu")
    assert old.langkah_gagal == ["Stop where main is not this revision any more, as when an old run is started again"]
    assert f"2024/{second}.json" in forge.git("ls-tree", "-r", "--name-only", "tinjauan")


def test_a_trail_that_cannot_be_written_is_an_incident(forge: Forge) -> None:
    hook = forge.bare / "hooks" / "update"
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/tinjauan ]\n', "utf-8")
    hook.chmod(0o755)
    assert forge.terbit().kode == 1
    ((title, body),) = [(row["title"], row["body"]) for row in forge.keadaan.isi["isu"].values()]
    assert title == "Penerbitan ditahan"
    assert "    Perjalanan usulan tidak dapat direkam; sebabnya ada pada catatan pekerjaan “rekam”.\n" in body
