"""Who belongs to a group of a closed year changes with a word, and with the Kepala."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from sakipgen.reviewing.tinjauan import Tinjauan
from tests.usulan import PK, REALISASI, RENCANA, Kantor, kode, koreksi

KAMUS: Final = "data/indikator/IKU-0{}.yaml"
METODE: Final = "data/metode/2024.yaml"
RENSTRA: Final = "data/renstra/2021-2026.yaml"
RENSTRA_BARU: Final = "data/renstra/2021-2026-perubahan.yaml"
KOREKSI: Final = "data/koreksi/2024/TW1/KOR-2024-02.yaml"
KEPALA: Final = {"sekretaris", "kepala"}
S2: Final = "  S2:\n    uraian: Meningkatnya layanan.\n    tujuan: T1\n    indikator: [{}]\n"
TIGA: Final = (("IKU-02", "79"), ("IKU-03", "78"))


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """Sasaran S1 of two IKU and S2 of one, all reported in a closed quarter."""
    made = Kantor(tmp_path)
    kamus, plan = made.teks(KAMUS.format(1)), made.teks(RENCANA)
    row = plan[plan.index("  IKU-01:") : plan.index("  IKP-01:")]
    for code, value in TIGA:
        made.tulis(f"data/indikator/{code}.yaml", kamus.replace("Indeks prof", f"Indeks {code} prof"))
        made.ganti(RENSTRA, "target:\n", f"target:\n  {code}: {{2024: 80, 2025: 82, 2026: 84}}\n")
        made.ganti(PK, "butir:\n", f"butir:\n  {code}:\n    target: 80\n")
        made.ganti(RENCANA, "butir:\n", f"butir:\n{row.replace('IKU-01', code)}")
        proof = f"    bukti: [{{judul: Hasil, jenis: laporan, nomor_arsip: 800/{code}}}]\n"
        made.ganti(REALISASI, "butir:\n", f"butir:\n  {code}:\n    nilai: {value}\n{proof}")
    made.ganti(RENSTRA, "[IKU-01]", "[IKU-01, IKU-02]")
    made.ganti(RENSTRA, "sasaran:\n", f"sasaran:\n{S2.format('IKU-03')}")
    made.simpan()
    return made


def _kata(found: Tinjauan) -> list[str]:
    return sorted(d.message.partition(", padahal")[0] for d in found.report.warnings if d.code == "P021")


def test_the_fixture_says_nothing(kantor: Kantor) -> None:
    found = kantor.tinjau()
    assert (kode(found), found.terukur) == ([], True)


def test_p021_who_leaves_and_who_comes(kantor: Kantor) -> None:
    kantor.ganti(RENSTRA, "[IKU-01, IKU-02]", "[IKU-03, IKU-02]")
    kantor.ganti(RENSTRA, "[IKU-03]\n", "[IKU-01]\n")
    found = kantor.tinjau()
    assert _kata(found) == [
        "sasaran `S1` tidak lagi memuat `IKU-01`; kini memuat `IKU-03`",
        "sasaran `S2` tidak lagi memuat `IKU-03`; kini memuat `IKU-01`",
    ]
    assert not found.report.has_errors
    assert found.persetujuan == KEPALA


def test_a_koreksi_beside_hides_nothing(kantor: Kantor) -> None:
    kantor.ganti(RENSTRA, "[IKU-01, IKU-02]", "[IKU-03, IKU-02]")
    kantor.ganti(RENSTRA, "[IKU-03]\n", "[IKU-01]\n")
    kantor.ganti(REALISASI, "nilai: 79", "nilai: 79.01")
    kantor.tulis(KOREKSI, koreksi("79", "79.01", "IKU-02"))
    found = kantor.tinjau()
    assert set(kode(found)) == {"P021"}
    assert found.persetujuan == KEPALA


def test_a_koreksi_alone_is_no_business_of_the_kepala(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "nilai: 79", "nilai: 79.01")
    kantor.tulis(KOREKSI, koreksi("79", "79.01", "IKU-02"))
    found = kantor.tinjau()
    assert kode(found) == []
    assert found.persetujuan == {"sekretaris"}


def test_weights_where_they_count(kantor: Kantor) -> None:
    weights = "[IKU-01, IKU-02]\n    bobot_indikator: {{IKU-01: {}, IKU-02: {}}}"
    kantor.ganti(METODE, "agregasi_sasaran: rerata", "agregasi_sasaran: berbobot")
    kantor.ganti(RENSTRA, "[IKU-01, IKU-02]", weights.format(50, 50))
    kantor.simpan()
    kantor.ganti(RENSTRA, "{IKU-01: 50, IKU-02: 50}", "{IKU-01: 10, IKU-02: 90}")
    assert _kata(kantor.tinjau()) == ["sasaran `S1` memberi bobot lain kepada `IKU-01`, `IKU-02`"]


def test_weights_that_no_year_uses_are_free(kantor: Kantor) -> None:
    kantor.ganti(RENSTRA, "[IKU-01, IKU-02]", "[IKU-01, IKU-02]\n    bobot_indikator: {IKU-01: 10, IKU-02: 90}")
    assert "P021" not in kode(kantor.tinjau())


def test_weights_of_sasaran(kantor: Kantor) -> None:
    kantor.ganti(METODE, "agregasi_perangkat_daerah: rerata_sasaran", "agregasi_perangkat_daerah: berbobot")
    for name, weight in (("Meningkatnya layanan.", 40), ("Meningkatnya profesionalitas pegawai.", 60)):
        kantor.ganti(RENSTRA, f"uraian: {name}\n", f"uraian: {name}\n    bobot: {weight}\n")
    kantor.simpan()
    kantor.ganti(RENSTRA, "bobot: 40", "bobot: 50")
    kantor.ganti(RENSTRA, "bobot: 60", "bobot: 50")
    assert _kata(kantor.tinjau()) == ["sasaran `S1` diberi bobot lain", "sasaran `S2` diberi bobot lain"]


def test_a_tujuan_that_gets_results(kantor: Kantor) -> None:
    goal = "    uraian: Terwujudnya pegawai yang profesional.\n"
    kantor.ganti(RENSTRA, goal, f"{goal}    indikator: [IKU-01]\n")
    found = kantor.tinjau()
    assert _kata(found) == ["tujuan `T1` kini memuat `IKU-01`"]
    assert found.persetujuan == KEPALA


def test_the_order_and_members_of_a_later_year_are_free(kantor: Kantor) -> None:
    kantor.tulis("data/indikator/IKU-04.yaml", kantor.teks(KAMUS.format(1)).replace("Indeks prof", "Indeks baru prof"))
    kantor.ganti(RENSTRA, "[IKU-01, IKU-02]", "[IKU-02, IKU-01, IKU-04]")
    kantor.ganti(RENSTRA, "target:\n", "target:\n  IKU-04: {2025: 82, 2026: 84}\n")
    found = kantor.tinjau()
    assert _kata(found) == []
    assert found.persetujuan == {"sekretaris"}


def test_a_renstra_perubahan_over_a_closed_year_and_its_cure(kantor: Kantor) -> None:
    text = kantor.teks(RENSTRA).replace("[IKU-01, IKU-02]", "[IKU-01]").replace("[IKU-03]", "[IKU-03, IKU-02]")
    kantor.tulis(RENSTRA_BARU, f"tanggal: 2024-04-01\n{text}")
    found = kantor.tinjau()
    assert _kata(found) == ["sasaran `S1` tidak lagi memuat `IKU-02`", "sasaran `S2` kini memuat `IKU-02`"]
    assert {str(d.path) for d in found.report.warnings if d.code == "P021"} == {RENSTRA_BARU}
    assert found.persetujuan == KEPALA
    (kantor.folder / RENSTRA_BARU).unlink()
    later = text.replace("tahun_awal: 2021", "tahun_awal: 2025").replace("2024: 80, ", "")
    for year in (2021, 2022, 2023, 2024):
        later = "\n".join(line for line in later.split("\n") if not line.startswith(f"    {year}: "))
    kantor.tulis(RENSTRA_BARU.replace("2021", "2025"), f"tanggal: 2024-04-01\n{later}")
    found = kantor.tinjau()
    assert (_kata(found), found.report.has_errors) == ([], False)


@pytest.mark.parametrize(("lama", "baru", "kata"), [("ya", "tidak", "tidak lagi"), ("tidak", "ya", "kini")])
def test_an_iku_of_a_closed_year(kantor: Kantor, lama: str, baru: str, kata: str) -> None:
    path = KAMUS.format(2)
    kantor.ganti(path, "iku: ya", f"iku: {lama}")
    kantor.simpan()
    kantor.ganti(path, f"iku: {lama}", f"iku: {baru}")
    found = kantor.tinjau()
    assert _kata(found) == [f"indikator ini {kata} ditandai IKU"]
    assert found.persetujuan == KEPALA
