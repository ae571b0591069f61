"""The workflow `formulir`: a form of the repository's page becomes a proposal of whoever sent it."""

from __future__ import annotations

from tests.gladi.forge import Forge
from tests.gladi.isian import DIBUKA, angka


def test_a_form_becomes_a_proposal_and_an_edit_changes_it(forge: Forge) -> None:
    forge.data_utama(DIBUKA, "TW2 dibuka")
    kiriman = forge.kirim("bk-mutasi", 'x"; touch kena; `touch kena`', "formulir/angka", angka(angka="78.5"))
    done = forge.formulir(kiriman)
    assert done.kode == 0, done.log
    (nomor,) = forge.keadaan.isi["usulan"]
    made = forge.usulan(int(nomor))
    assert (made["title"], made["user"]["login"]) == ("Realisasi Triwulan II 2024 Bidang Mutasi", forge.robot)
    assert made["head"]["ref"] == f"formulir/{kiriman}-mutasi-2024-tw2"
    assert "nilai: 78.5" in forge.teks(made["head"]["sha"], "data/realisasi/2024/TW2/mutasi.yaml")
    assert "Dikirim-oleh: bk-mutasi\n" in forge.git("log", "-1", "--format=%B", made["head"]["sha"])
    ((penulis, told),) = forge.komentar(int(nomor))
    assert penulis == forge.robot
    assert "pengirim <code>bk-mutasi</code>" in told
    assert [row["conclusion"] for row in forge.keadaan.isi["periksaan"]] == ["success"]
    ((_, answer),) = forge.komentar(kiriman)
    assert "### Formulir diterima" in answer
    assert f"Usulannya: #{nomor}." in answer

    with forge.keadaan.ubah() as isi:
        isi["isu"][str(kiriman)]["body"] = angka(
            angka="78.75", catatan="::error::x\n::set-output name=diterima::0\n$(touch kena)"
        )
    done = forge.formulir(kiriman, "edited")
    assert done.kode == 0, done.log
    assert list(forge.keadaan.isi["usulan"]) == [nomor]
    head = forge.usulan(int(nomor))["head"]["sha"]
    assert "nilai: 78.75" in forge.teks(head, "data/realisasi/2024/TW2/mutasi.yaml")
    assert len(forge.komentar(kiriman)) == len(forge.komentar(int(nomor))) == 1
    assert not [*forge.folder.rglob("kena")]


def test_a_form_that_cannot_be_taken_is_answered_and_changes_nothing(forge: Forge) -> None:
    """The sender is the account of the event: a stranger may write what a Bidang would."""
    forge.data_utama(DIBUKA, "TW2 dibuka")
    kiriman = forge.kirim("orang-lain", "Isi satu angka", "formulir/angka", angka(angka="78.5"))
    done = forge.formulir(kiriman)
    assert done.kode == 0, done.log
    ((_, answer),) = forge.komentar(kiriman)
    assert "### Formulir belum dapat diterima" in answer
    assert "K006" in answer
    assert forge.keadaan.isi["usulan"] == {}
    assert "formulir/" not in forge.git("for-each-ref")
