"""The workflow `formulir`: a form of the repository's page becomes a proposal of whoever sent it."""

from __future__ import annotations

from tests.gladi.forge import Forge
from tests.gladi.isian import AKSI, DIBUKA, angka, ganti


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
    checks = [(row["name"], row["conclusion"]) for row in forge.keadaan.isi["periksaan"]]
    assert checks == [("Periksa usulan", "success"), ("Uji program", "skipped")]
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
    assert len(forge.keadaan.isi["periksaan"]) == 4
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


def test_a_form_that_says_something_else_by_now_is_not_read_again(forge: Forge) -> None:
    """An old run that somebody starts again knows the form as it was."""
    forge.data_utama(DIBUKA, "TW2 dibuka")
    kiriman = forge.kirim("bk-mutasi", "Isi satu angka", "formulir/angka", angka(angka="78.5"))
    old = forge.keadaan.isi["isu"][str(kiriman)]
    with forge.keadaan.ubah() as isi:
        isi["isu"][str(kiriman)]["body"] = angka(angka="78.75")
    done = forge.jalankan("formulir", "issues", {"action": "opened", "issue": old, "sender": old["user"]})
    assert done.langkah_gagal == ["Stop where the form says something else by now, as when an old run is started again"]
    assert forge.keadaan.isi["usulan"] == {}
    assert forge.komentar(kiriman) == []


def test_what_somebody_else_wrote_is_not_taken_over(forge: Forge) -> None:
    """Neither a branch under the name that a form's proposal would have, nor the proposal made of it."""
    forge.data_utama(DIBUKA, "TW2 dibuka")
    kiriman = forge.kirim("bk-mutasi", "Isi satu angka", "formulir/angka", angka(angka="78.5"))
    name = f"formulir/{kiriman}-mutasi-2024-tw2"
    nomor = forge.usulkan("bk-diklat", "Bukan dari formulir", ganti(AKSI, "40 pegawai", "45 pegawai"), name)
    head = forge.usulan(nomor)["head"]["sha"]
    assert forge.formulir(kiriman).langkah_gagal == ["Proposal"]
    assert forge.git("rev-parse", name).strip() == head
    assert list(forge.keadaan.isi["usulan"]) == [str(nomor)]
    ((_, answer),) = forge.komentar(kiriman)
    mark, said = answer.rstrip().split("\n")
    assert mark.startswith("<!-- sakipgen:")
    assert said == "Formulir ini sudah terbaca, tetapi belum berhasil diajukan. Hubungi Tim SAKIP."


def test_a_form_that_speaks_of_another_period_closes_its_first_proposal(forge: Forge) -> None:
    forge.data_utama(DIBUKA, "TW2 dibuka")
    kiriman = forge.kirim("bk-mutasi", "Isi satu angka", "formulir/angka", angka(angka="78.5"))
    change = ganti(AKSI, "40 pegawai", "45 pegawai")
    first = forge.usulkan(forge.robot, "Triwulan I", change, f"formulir/{kiriman}-mutasi-2024-tw1")
    other = forge.usulkan(forge.robot, "Formulir lain", change, f"formulir/{kiriman}0-mutasi-2024-tw1")
    done = forge.formulir(kiriman)
    assert done.kode == 0, done.log
    assert [forge.usulan(n)["state"] for n in (first, other, other + 1)] == ["closed", "open", "open"]
    assert forge.komentar(first) == [(forge.robot, f"Formulirnya diubah; usulan penggantinya #{other + 1}.")]
