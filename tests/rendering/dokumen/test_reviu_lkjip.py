"""The papers of the reviu: what the data shows is ticked, what only people know is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sakipgen.rekap import Pemeriksaan
from sakipgen.rendering.dokumen.bahan import RANCANGAN, Bahan
from sakipgen.rendering.dokumen.blok import Dokumen
from sakipgen.rendering.dokumen.periksa_reviu import PEREVIU
from sakipgen.rendering.dokumen.reviu_lkjip import JENIS
from tests.conftest import Golden
from tests.measuring.builder import SOP, UNIT, Susunan, instansi
from tests.rendering.dokumen.contoh_bahan import bahan, buat, rekap_contoh, rekap_kecil, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis
from tests.salinan import ROOT

EMAS = ROOT / "tests" / "golden" / "naskah"
(REVIU,) = JENIS


def kertas(of: Bahan, year: int = 2024) -> tuple[Dokumen, Dokumen]:
    first, second = buat(REVIU, of, year).values()
    return first, second


def jawaban(susunan: Susunan, **ganti: Any) -> dict[str, tuple[str, str]]:
    """Mark and remark by group and number: `III.2`."""
    checklist, _ = kertas(bahan(replace(rekap_kecil(susunan), **ganti)))
    (table,) = tabel(checklist)
    found, group = {}, ""
    for row in isi_sel(table):
        if len(row) == 1:
            group = row[0].split(".")[0]
        else:
            found[f"{group}.{row[0]}"] = (row[2], row[3])
    return found


def susunan() -> Susunan:
    data = Susunan().ukur("A").janji("A", "60")
    data.target_renstra = {"A": {"2024": "60"}}
    for segment in ("TW1", "TW2", "TW3", "TW4"):
        data.lapor("A", segment, "66")
    return data


def test_papers_of_the_example(golden: Golden) -> None:
    for paper in kertas(bahan(rekap_contoh()), 2025):
        golden(EMAS / f"{paper.nama}.txt", tulis(paper))


def test_both_papers_say_that_the_reviewer_decides() -> None:
    checklist, statement = kertas(bahan(rekap_contoh()), 2025)
    assert "**pereviu yang memutuskan**" in tulis(checklist)
    assert "isinya diputuskan pereviu" in tulis(statement)
    assert statement.kop is None
    assert "√" not in tulis(statement)
    assert RANCANGAN in checklist.cap
    assert RANCANGAN in statement.cap


def test_the_checklist_has_all_three_groups() -> None:
    found = jawaban(susunan())
    assert [sum(key.startswith(f"{group}.") for key in found) for group in ("I", "II", "III")] == [6, 7, 9]


def test_what_only_people_know_is_never_ticked() -> None:
    asked = {key: told for key, told in jawaban(susunan()).items() if PEREVIU in told[1]}
    assert {"II.1", "II.5", "II.6", "III.7", "III.8"} <= asked.keys()
    assert {mark for mark, _ in asked.values()} == {"□"}


def test_targets_figures_and_evidence_are_counted() -> None:
    found = jawaban(susunan())
    assert found["I.2"] == ("√", "1 dari 1 IKU punya target")
    assert found["I.3"] == ("√", "1 dari 1 IKU terukur capaiannya")
    assert found["I.4"] == found["II.2"] == ("√", "4 dari 4 laporan realisasi punya bukti dukung")
    assert found["I.5"] == ("√", "tidak ada indikator di bawah target")
    assert found["I.6"] == ("□", "realisasi anggaran setahun belum lengkap")
    bare = susunan().lapor("A", "TW4", "66", bukti=())
    assert jawaban(bare)["I.4"] == ("□", "3 dari 4 laporan realisasi punya bukti dukung")


def test_nothing_promised_and_nothing_reported_is_not_fulfilled() -> None:
    found = jawaban(Susunan().ukur("A").rencanakan("A", TW1="1"))
    assert {found[key][0] for key in ("I.3", "I.4", "I.5", "III.1", "III.2", "III.3")} == {"□"}
    assert found["III.2"][1] == "Perjanjian Kinerja Kepala belum ada"


def test_what_is_below_its_target_asks_for_an_answer() -> None:
    low = susunan().lapor("A", "TW4", "30")
    assert jawaban(low)["I.5"] == ("□", "0 dari 1 indikator di bawah target punya solusi atau tindak lanjut")
    low.lapor("A", "TW4", "30", kendala="Ada.", solusi="Ada.")
    assert jawaban(low)["I.5"][0] == "√"


def test_the_law_of_the_office_is_key_data() -> None:
    data = susunan()
    assert jawaban(data)["I.1"][0] == "□"
    office = instansi().perangkat_daerah.model_copy(update={"dasar_hukum": "Perda 1"})
    data.instansi = instansi().model_copy(update={"perangkat_daerah": office})
    assert jawaban(data)["I.1"] == ("√", "tugas dan organisasi menurut Perda 1")


def test_the_way_of_the_data_is_known_from_the_register_of_submissions() -> None:
    data = susunan()
    assert jawaban(data)["II.3"] == ("□", "pengiriman belum tercatat")
    data.sop = SOP
    data.siklus[2024, "TW1"] = {
        "pengiriman": {UNIT: [{"dikirim": "2024-04-05", "diputus": "2024-04-06", "hasil": "disetujui"}]}
    }
    found = jawaban(data)
    assert found["II.3"] == ("√", f"1 pengiriman data tercatat menurut {SOP['nama']}")
    assert found["II.7"] == ("√", "1 dari 1 laporan unit yang sudah jatuh tempo disetujui")
    data.siklus[2024, "TW2"] = {"pengiriman": {UNIT: [{"dikirim": "2024-07-05"}]}}
    assert jawaban(data)["II.7"] == ("□", "1 dari 2 laporan unit yang sudah jatuh tempo disetujui")


def test_every_unit_has_somebody_in_the_team() -> None:
    data = susunan()
    assert jawaban(data)["II.4"] == ("√", "1 dari 1 unit penanggung jawab indikator duduk dalam Tim SAKIP")
    data.instansi = instansi(
        tim_sakip={
            "nomor_sk": "1",
            "tanggal": "2024-01-02",
            "ketua": "kepala",
            "anggota": [{"jabatan": "kepala", "peran": "x"}],
        }
    )
    assert jawaban(data)["II.4"][0] == "□"


def test_targets_that_differ_from_the_renstra_need_a_reason() -> None:
    data = susunan()
    assert jawaban(data)["III.2"] == ("√", "target PK sama dengan Renstra")
    assert jawaban(data)["III.3"] == ("√", "tidak ada yang perlu dijelaskan")
    data.target_renstra = {"A": {"2024": "65"}}
    found = jawaban(data)
    assert found["III.2"] == ("□", "1 target PK berbeda dari Renstra")
    assert found["III.3"] == ("□", "0 dari 1 target yang berbeda punya alasan tertulis")
    data.pk[2024, "kepala", "murni"]["butir"]["A"]["alasan"] = "Pagu turun."
    assert jawaban(data)["III.3"][0] == "√"


def test_a_sasaran_without_iku_needs_people() -> None:
    data = susunan().ukur("B", iku="tidak").janji("B", "1")
    assert jawaban(data)["III.4"] == ("√", "1 dari 1 sasaran punya IKU")
    data.sasaran = {"S1": ["A"], "S2": ["B"]}
    found = jawaban(data)
    assert (found["III.4"][0], found["III.5"]) == ("□", ("□", PEREVIU))


def test_comparisons_are_counted() -> None:
    assert jawaban(susunan())["III.6"] == (
        "□",
        "0 dari 1 IKU dibandingkan dengan tahun lalu; 0 dengan standar atau pembanding",
    )


def test_smart_is_what_the_rules_say() -> None:
    data = susunan()
    assert jawaban(data)["III.9"] == ("□", PEREVIU)
    clean, found = Pemeriksaan(1, 1, {"L001": 1}), Pemeriksaan(1, 3, {"W011": 2, "W015": 1})
    assert jawaban(data, pemeriksaan=clean)["III.9"] == ("√", "lulus pemeriksaan mutu indikator (W011–W016)")
    assert jawaban(data, pemeriksaan=found)["III.9"] == ("□", "peringatan W011 2 kali, W015 1 kali")
