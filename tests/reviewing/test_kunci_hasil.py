"""The net under all locks: what was published of a closed period stays, whatever way a change took."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from sakipgen.domain.usulan import MODE_BIASA, Objek, Ubahan
from sakipgen.project import BuildTinjauan, Project
from sakipgen.reviewing.kunci_hasil import hasil_terkunci
from sakipgen.reviewing.perbandingan import Perbandingan
from tests.usulan import CASES_TINJAU, PK, REALISASI, RENCANA, SIKLUS, Kantor, kode, koreksi

KOREKSI = "data/koreksi/2024/TW1/KOR-2024-02.yaml"


def bangun(kantor: Kantor) -> BuildTinjauan:
    return Project(kantor.folder).build_tinjauan()


def temuan(kantor: Kantor, dasar: BuildTinjauan, *baru: str) -> list[str]:
    """What the net says of the files as they lie there, though no other lock knows of a change beside new files."""
    usulan = bangun(kantor)
    assert dasar.rekap
    assert usulan.rekap
    added = tuple(Ubahan(PurePosixPath(name), None, Objek(MODE_BIASA, "", 1)) for name in baru)
    p = Perbandingan(PurePosixPath("data"), added, dasar.loaded, usulan.loaded)
    return [f"{i.path}: {i.code} {i.message}" for i in hasil_terkunci(p, dasar.rekap, usulan.rekap)]


@pytest.mark.parametrize(
    ("path", "lama", "baru", "what"),
    [
        (REALISASI, "77.5", "78", "capaian dan realisasi"),
        (RENCANA, "TW1: 77", "TW1: 76", "capaian dan target"),
    ],
)
def test_p018_whatever_moves_a_closed_figure_is_told(
    tmp_path: Path, path: str, lama: str, baru: str, what: str
) -> None:
    kantor = Kantor(tmp_path)
    dasar = bangun(kantor)
    kantor.ganti(path, lama, baru)
    told = f"Triwulan I 2024 sudah ditutup (2024-04-08), tetapi {what} `IKU-01` berubah tanpa koreksi atau PK yang "
    told += "menjadi dasarnya; kembalikan isian yang menyebabkannya."
    assert temuan(kantor, dasar) == [f"data/indikator/IKU-01.yaml: P018 {told}"]


def test_a_record_accounts_for_what_moved(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    dasar = bangun(kantor)
    kantor.ganti(REALISASI, "77.5", "78")
    kantor.tulis(KOREKSI, koreksi("77.5", "78"))
    assert temuan(kantor, dasar, KOREKSI) == []
    assert len(temuan(kantor, dasar)) == 1, "only a record that the proposal brings"


def test_a_pk_in_force_accounts_for_what_moved(tmp_path: Path) -> None:
    """One that names the indikator, signed by the end of the period."""
    kantor = Kantor(tmp_path)
    dasar = bangun(kantor)
    kantor.ganti(RENCANA, "TW1: 77", "TW1: 76")
    kantor.ganti(RENCANA, "TW4: 80", "TW4: 79")
    path = PK.replace("murni", "perubahan-1")
    text = kantor.teks(PK).replace("80", "79\n    alasan: Pagu turun.")
    kantor.tulis(path, f"alasan_perubahan: Pagu pelatihan dipotong.\n{text}".replace("01-15", "03-01"))
    assert temuan(kantor, dasar, path) == []
    kantor.ganti(path, "03-01", "04-01")
    assert len(temuan(kantor, dasar, path)) == 1


def test_the_cure_of_a_period_that_was_closed_too_early_works(tmp_path: Path) -> None:
    """A quarter was closed before the one that it adds to; that one is closed first, then corrected."""
    kantor = Kantor(tmp_path)
    kantor.lapis(CASES_TINJAU / "P018", "dasar")
    kantor.simpan()
    kantor.tulis(SIKLUS, kantor.teks(SIKLUS) + "penutupan: {tanggal: 2024-07-12, oleh: kepala}\n")
    assert kode(kantor.tinjau(pengirim="bk-tim")) == []
    kantor.simpan()
    kantor.ganti(REALISASI, "nilai: 39", "nilai: 39.5")
    kantor.tulis(KOREKSI, koreksi("39", "39.5").replace("2024-04-09", "2024-07-20"))
    assert kode(kantor.tinjau(pengirim="bk-mutasi")) == []
