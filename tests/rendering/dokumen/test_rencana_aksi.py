"""The rencana aksi of a unit: its targets and actions by quarter."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sakipgen.rendering.dokumen.bahan import RANCANGAN
from sakipgen.rendering.dokumen.blok import Tabel, TandaTangan
from sakipgen.rendering.dokumen.rencana_aksi import JENIS
from sakipgen.rendering.dokumen.rencana_triwulan import ringkas
from tests.conftest import Golden
from tests.measuring.builder import UNIT, Susunan, instansi
from tests.rendering.dokumen.contoh_bahan import bahan, buat, rekap_contoh, rekap_kecil, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis
from tests.salinan import CONTOH, ROOT

EMAS = ROOT / "tests" / "golden" / "naskah"
(RENCANA,) = JENIS
FILES = sorted((CONTOH / "rencana-aksi").glob("*/*.yaml"))


def rencana(susunan: Susunan) -> Tabel:
    (paper,) = buat(RENCANA, bahan(rekap_kecil(susunan)), 2024).values()
    (table,) = tabel(paper)
    return table


def aksi(jadwal: list[str], **fields: str) -> dict[str, Any]:
    return {"uraian": "Mengerjakan", "keluaran": "Hasil", "jadwal": jadwal, "pelaksana": "kabid", **fields}


def berencana(*jadwal: list[str], **target: str) -> Susunan:
    data = Susunan().ukur("A").janji("A", "9").rencanakan("A", **target)
    data.rencana[2024, UNIT]["butir"]["A"]["aksi"] = [aksi(one) for one in jadwal]
    return data


def test_paper_of_the_example(golden: Golden) -> None:
    (paper,) = buat(RENCANA, bahan(rekap_contoh()), 2026, "mp").values()
    golden(EMAS / "rencana-aksi-2026-mp.txt", tulis(paper))


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.with_suffix("").parts[-2:]))
def test_every_action_of_the_file_is_in_the_paper(path: Any) -> None:
    year, unit = int(path.parent.name), path.stem
    (paper,) = buat(RENCANA, bahan(rekap_contoh()), year, unit).values()
    assert paper.bagian[-1].melintang
    (table,) = tabel(paper)
    plan = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["butir"]  # noqa: S506 - only text comes of it
    written = sorted((a["uraian"], a["keluaran"]) for row in plan.values() for a in row.get("aksi", ()))
    shown = [row[-8:-6] for row in isi_sel(table)]
    assert sorted((a, b) for a, b in shown if a != "–") == written


def test_targets_stand_in_the_quarter_in_which_their_period_ends() -> None:
    assert isi_sel(rencana(berencana(TW1="1", TW2="2", TW3="3", TW4="4")))[0][3:7] == ["1,00", "2,00", "3,00", "4,00"]
    half = berencana(S1="1", S2="2")
    half.ukur("A", frekuensi="semesteran")
    assert isi_sel(rencana(half))[0][3:7] == ["", "S1: 1,00", "", "S2: 2,00"]


def test_months_that_plan_the_same_are_said_once() -> None:
    data = berencana(b01="1", b02="1", b03="1", b04="1", b05="2", b06="3", b07="4")
    data.ukur("A", frekuensi="bulanan")
    assert isi_sel(rencana(data))[0][3:7] == ["tiap bulan 1,00", "Apr: 1,00\nMei: 2,00\nJun: 3,00", "Jul: 4,00", ""]


def test_what_is_measured_once_a_year_has_its_yearly_target() -> None:
    data = berencana(["TW4"])
    (first,) = isi_sel(rencana(data))
    assert first[3] == "setahun 9,00"
    assert rencana(data).baris[0].sel[3].lebar == 4


def test_milestones_are_told_by_their_share_and_spelled_out_below() -> None:
    stages = {"a": {"uraian": "Disusun", "bobot": "40"}, "b": {"uraian": "Dipakai", "bobot": "60"}}
    data = Susunan().ukur("A", satuan={"nama": "persen", "tipe": "persen"}, tahapan=stages, desimal="0")
    data.janji("A", {"tahapan": ["a", "b"]}).rencanakan("A", TW1={"tahapan": ["a"]}, TW4={"tahapan": ["a", "b"]})
    table = rencana(data)
    assert isi_sel(table)[0][3:7] == ["40%", "", "", "100%"]
    assert ["".join(run.teks for run in note) for note in table.catatan] == [
        "A Triwulan I, 40%: Disusun.",
        "A Triwulan IV, 100%: Disusun, Dipakai.",
    ]


@pytest.mark.parametrize(
    ("jadwal", "shown"),
    [
        (["TW1", "TW3"], ["√", "", "√", ""]),
        (["S2"], ["", "", "√", "√"]),
        (["tahunan"], ["√", "√", "√", "√"]),
        (["03", "01", "11"], ["Jan\nMar", "", "", "Nov"]),
        (["04", "05", "06"], ["", "√", "", ""]),
    ],
)
def test_the_schedule_is_a_grid_of_quarters(jadwal: list[str], shown: list[str]) -> None:
    (row,) = isi_sel(rencana(berencana(jadwal, TW1="1")))
    assert row[-6:-2] == shown


def test_without_an_action_the_targets_stand_alone() -> None:
    (row,) = isi_sel(rencana(berencana(TW1="1")))
    assert row[-8:] == ["–", "–", "", "", "", "", "–", "–"]


def test_forty_actions_stand_in_parts_beside_their_indikator() -> None:
    table = rencana(berencana(*([["TW1"]] * 40), TW1="1"))
    spans = [row.sel[0].tinggi for row in table.baris if len(row.sel) > 8]
    assert (len(table.baris), spans) == (40, [12, 12, 12, 4])  # 450 letters, 36 a row at least
    assert isi_sel(table)[12][1] == "A Indeks (lanjutan)"


def test_it_is_a_draft_until_somebody_signs_and_the_unit_above_knows_of_it() -> None:
    units = {
        UNIT: {"nama": "Subbidang", "jenis": "kelompok_jf", "tugas": "x", "kepala": "kasub", "induk": "atas"},
        "atas": {"nama": "Bidang", "jenis": "bidang", "tugas": "x", "kepala": "kabid"},
    }
    jobs = {"kepala": {"nama": "Kepala"}, "kabid": {"nama": "Kabid"}, "kasub": {"nama": "Kasub"}}
    data = berencana(TW1="1")
    data.instansi = instansi(unit_kerja=units, jabatan=jobs)
    rekap = rekap_kecil(data)
    (draft,) = buat(RENCANA, bahan(rekap), 2024).values()
    assert RANCANGAN in draft.cap
    (sign,) = (blok for blok in draft.blok if isinstance(blok, TandaTangan))
    assert [one.jabatan for one in sign.penanda] == ["Kabid", "Kasub"]
    (final,) = buat(RENCANA, bahan(rekap, final=True), 2024).values()
    assert RANCANGAN not in final.cap
    assert buat(RENCANA, bahan(rekap), 2024, "atas") == {}


@pytest.mark.parametrize(
    ("segmen", "ucapan"),
    [
        ((), ""),
        (("TW3",), "TW III"),
        (("TW3", "TW4"), "TW III, IV"),
        (("TW2", "TW3", "TW4"), "TW II–IV"),
        (("TW1", "TW2", "TW4"), "TW I, II, IV"),
        (("01", "TW2"), "Januari, TW II"),
    ],
)
def test_quarters_are_said_in_short(segmen: tuple[str, ...], ucapan: str) -> None:
    assert ringkas(segmen).replace("\N{NO-BREAK SPACE}", " ") == ucapan
