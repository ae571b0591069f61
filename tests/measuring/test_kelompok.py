"""Program, kegiatan and sub kegiatan: each the mean of its own indikator, never of what lies below."""

from __future__ import annotations

from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilKelompok, Terukur
from tests.measuring.builder import UNIT, Susunan, isi
from tests.measuring.test_anggaran import program


def susun() -> Susunan:
    """A program with two indikator, its kegiatan with one, a sub kegiatan without any."""
    data = Susunan()
    for kode, tingkat in (("IKP-01", "program"), ("IKP-02", "program"), ("IKK-01", "kegiatan")):
        data.ukur(kode, tingkat=tingkat, iku="tidak").janji(kode, "50", unit=UNIT)
        data.rencanakan(kode, TW1="50", TW2="50", TW3="50", TW4="50")
    data.program[2024] = program({"5.1.1.1": ("600", None)})
    data.program[2024]["program"]["5.1"]["indikator"] = ["IKP-01", "IKP-02"]
    data.program[2024]["kegiatan"]["5.1.1"]["indikator"] = ["IKK-01"]
    data.lapor("IKP-01", "TW1", "50").lapor("IKP-02", "TW1", "25").lapor("IKK-01", "TW1", "0")
    return data


def group(data: Susunan, kode: str, periode: str = "2024-TW1") -> HasilKelompok:
    return data.setahun().program[kode, Periode.parse(periode)]


def test_each_level_is_the_mean_of_its_own() -> None:
    data = susun()
    assert (group(data, "5.1").capaian, group(data, "5.1").terukur, group(data, "5.1").tercapai) == isi(
        75,
        Terukur(2, 2),
        1,
    )
    assert (group(data, "5.1.1").capaian, group(data, "5.1.1").terukur) == isi(0, Terukur(1, 1))


def test_without_indikator_there_is_no_capaian() -> None:
    found = group(susun(), "5.1.1.1")
    assert (found.capaian, found.kelas, found.terukur) == (None, None, Terukur(0, 0))


def test_one_missing_hides_the_mean_and_is_counted() -> None:
    data = susun()
    del data.laporan[2024, "TW1", UNIT]["butir"]["IKP-02"]
    found = group(data, "5.1")
    assert (found.capaian, found.rerata, found.terukur) == isi(None, 100, Terukur(1, 2))


def test_an_indikator_that_no_pk_promises_is_not_counted() -> None:
    data = susun()
    del data.pk[2024, UNIT, "murni"]["butir"]["IKP-02"]
    assert group(data, "5.1").terukur == Terukur(1, 1)


def test_a_year_without_a_program_file_has_none() -> None:
    data = susun()
    data.program.clear()
    assert data.setahun().program == {}
