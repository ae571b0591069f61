"""The same jobs on Forgejo: the scripts speak to it through the adapter that stands in `gh`'s place."""

from __future__ import annotations

import json

import pytest

from tests.gladi.forge import Forge
from tests.gladi.isian import DIBUKA, angka


@pytest.mark.parametrize("forge", ["forgejo"], indirect=True)
def test_from_a_form_to_the_site_and_the_trail(forge: Forge) -> None:
    dibuka = forge.usulkan("bk-tim", "Triwulan II dibuka", DIBUKA)
    done = forge.periksa(dibuka)
    assert done.kode == 0, done.log
    ((penulis, told),) = forge.komentar(dibuka)
    assert penulis == "forgejo-actions"
    assert "### ✔ Lolos pemeriksaan. Keputusan ada pada Sekretaris." in told
    forge.putuskan("bk-sekretaris", dibuka, "APPROVED")
    forge.gabungkan("bk-sekretaris", dibuka)

    kiriman = forge.kirim("bk-mutasi", "Isi satu angka", "formulir/angka", angka(angka="78.5"))
    done = forge.formulir(kiriman)
    assert done.kode == 0, done.log
    nomor = kiriman + 1
    assert "pengirim <code>bk-mutasi</code>" in forge.komentar(nomor)[0][1]
    assert f"Usulannya: #{nomor}." in forge.komentar(kiriman)[0][1]
    forge.pukul("2024-07-05T09:00:00+07:00")
    forge.putuskan("bk-sekretaris", nomor, "APPROVED")
    forge.gabungkan("bk-sekretaris", nomor)
    done = forge.terbit()
    assert done.kode == 0, done.log
    assert (forge.folder / "terbit" / "SHA256SUMS").is_file()
    assert forge.komentar(nomor)[-1][1].rstrip().endswith("Sudah terbit: https://kantor.example/sakip/")
    catatan = json.loads(forge.teks("tinjauan", f"2024/{nomor}.json"))
    assert (catatan["forge"], catatan["pengirim"], catatan["pembuat"]) == ("forgejo", "bk-mutasi", "forgejo-actions")
    assert [row["keadaan"] for row in catatan["peristiwa"]] == [
        "diajukan",
        "lulus_periksa",
        "disetujui",
        "digabungkan",
        "terbit",
    ]
