"""The papers of the SOP where something is missing: no SOP, no record, no money, no figure, a hidden process, hostile
text, a year under way.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

import pytest

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.siklus import JenisNaskah
from sakipgen.domain.waktu import Posisi, parse_tanggal
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import summarise
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan
from sakipgen.rendering.dokumen.blok import Belum, Dokumen, Medan, Paragraf, TandaTangan
from sakipgen.rendering.dokumen.teks import polos
from tests.measuring.builder import UNIT, Susunan, instansi
from tests.rendering.dokumen.bahan_uji import JENIS, bahan, buat, contoh, semua, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis
from tests.rendering.test_pages import JAHAT, small

LANGKAH: dict[str, dict[str, str]] = {
    kind.value: {"uraian": f"Membuat {kind.value}.", "pelaksana": "tim_sakip", "keluaran": kind.value}
    for kind in JenisNaskah
}


def sop() -> dict[str, Any]:
    """A SOP in which every kind of paper is made in both procedures, in the order of the kinds."""
    steps = {
        str(n): {**step, "keadaan": "dilaporkan" if name == "disposisi" else "rekap"}
        for n, (name, step) in enumerate(LANGKAH.items(), 1)
    }
    steps["11"] = {**steps["11"], "keputusan": "ya", "pelaksana": "sekretaris"}
    procedure = {"nama": "Prosedur", "langkah": steps}
    return {
        "nama": "SOP",
        "tahun": "2023",
        "diteruskan_ke": "Bappeda",
        "pengumpulan": procedure,
        "pengukuran": procedure,
    }


def susun(susunan: Susunan, per_tanggal: str = "2025-02-14") -> Bahan:
    def locate(path: PurePosixPath, loc: Loc) -> Position:
        return Position(7, 3)

    posisi = Posisi.pada(parse_tanggal(per_tanggal))
    known = terlihat(susunan.dataset(), posisi)
    return bahan(summarise(known, measure(known, posisi), locate))


def teks(papers: list[Dokumen]) -> str:
    return "\n".join(map(tulis, papers))


def medan(paper: Dokumen) -> dict[str, str]:
    return {name: polos(told) for blok in paper.blok if isinstance(blok, Medan) for name, told in blok.baris}


# ── Without a SOP, without a record ──────────────────────────────────────────────────────────────────────────────


def test_an_office_without_a_sop_has_blank_papers_of_both_procedures() -> None:
    made = susun(small())
    names = {kode: [paper.nama for paper in buat(made, kode, "2024-TW1")] for kode in JENIS}
    assert names["nota-dinas"] == ["nota-dinas-pengumpulan-2024-tw1", "nota-dinas-pengukuran-2024-tw1"]
    assert names["lembar-disposisi"] == [
        "lembar-disposisi-pengumpulan-2024-tw1",
        "lembar-disposisi-pengukuran-2024-tw1",
    ]
    assert names["surat-pengantar"] == []
    assert all(found for kode, found in names.items() if kode != "surat-pengantar")
    order, _ = buat(made, "nota-dinas", "2024-TW1")
    assert order.cap == ("DATA CONTOH", "RANCANGAN – belum ditetapkan")
    assert medan(order)["Nomor"] == TITIK
    assert "Dalam rangka melaksanakan pengelolaan data kinerja" in tulis(order)


def test_a_sop_without_a_record_makes_drafts() -> None:
    susunan = small()
    susunan.sop = sop()
    made = susun(susunan)
    for paper in semua(made, "2024-TW1"):
        blank = paper.nama.startswith("formulir")
        assert ("RANCANGAN – belum ditetapkan" in paper.cap) is not blank, paper.nama
    (form,) = buat(made, "formulir", "2024-TW1")
    assert form.nama == "formulir-2024-tw1-mutasi"
    letter = next(paper for paper in buat(made, "surat-pengantar", "2024-TW1"))
    assert "Yth. Kepala Bappeda" in tulis(letter)
    minutes = next(paper for paper in buat(made, "notulen", "2024-TW1"))
    assert tulis(minutes).count("[ruang 6]") == 2


def test_a_record_without_the_content_of_its_paper_leaves_room_to_write() -> None:
    susunan = small()
    susunan.sop = sop()
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [{"langkah": "2", "tanggal": "2024-04-03", "oleh": "kabid", "nomor": "800/2"}]
    }
    minutes, _ = buat(susun(susunan), "notulen", "2024-TW1")
    assert medan(minutes) == {
        "Nomor": "800/2",
        "Hari/tanggal": "Rabu, 3 April 2024",
        "Waktu": f"pukul {TITIK} s.d. {TITIK} WIB",
        "Tempat": TITIK,
        "Acara": "Arahan pelaksanaan kegiatan pengumpulan data kinerja Triwulan I 2024",
        "Pimpinan rapat": "Kepala Bidang",
        "Notulis": TITIK,
        "Peserta": f"{TITIK} (daftar hadir terlampir)",
    }
    assert "RANCANGAN – belum ditetapkan" in minutes.cap


def test_an_invitation_does_not_know_when_the_meeting_ends() -> None:
    for kode, told in (("undangan", "pukul 09.00 WIB s.d. selesai"), ("notulen", "pukul 09.00 s.d. 10.15 WIB")):
        (paper,) = buat(contoh(), kode, "2026-TW3", prosedur="pengumpulan")
        assert medan(paper)["Waktu"] == told


@pytest.mark.parametrize("kode", ["notulen", "laporan-data", "laporan-pengukuran", "rekapitulasi-hasil"])
def test_papers_of_an_earlier_day_say_from_which_day_their_figures_are(kode: str) -> None:
    for paper in buat(contoh(), kode, "2026-TW2", prosedur="pengukuran"):
        assert "menurut data per 12 November 2026" in tulis(paper)


def test_where_nothing_came_in_the_report_says_so() -> None:
    susunan = Susunan().ukur("A", frekuensi="triwulanan").janji("A", "9").rencanakan("A", TW1="3")
    susunan.sop = sop()
    (note, *_) = buat(susun(susunan, "2024-04-05"), "laporan-data", "2024-TW1", prosedur="pengumpulan")
    told = tulis(note)
    assert "belum ada yang menyampaikannya" in told
    assert "belum satu pun ada realisasinya" in told


def test_no_sentence_begins_with_a_figure() -> None:
    for paper in semua(contoh(), "2026-TW3"):
        for blok in paper.blok:
            if isinstance(blok, Paragraf):
                assert not re.search(r"(?:^|[a-z]\. )[0-9]+ (?:belum|diukur|dari)", polos(blok.isi)), paper.nama


def test_a_recap_that_nobody_made_is_for_the_team_to_sign() -> None:
    (draft,) = buat(contoh(), "rekapitulasi-hasil", "2026-TW3")
    (made,) = buat(contoh(), "rekapitulasi-hasil", "2026-TW2")
    signers = [[(who.pengantar, who.jabatan) for who in _ttd(paper).penanda][-1] for paper in (draft, made)]
    assert signers == [("", "Tim SAKIP"), ("a.n. Tim SAKIP,", "Kepala Subbagian Perencanaan")]


def _ttd(paper: Dokumen) -> TandaTangan:
    return next(blok for blok in paper.blok if isinstance(blok, TandaTangan))


# ── Without figures ──────────────────────────────────────────────────────────────────────────────────────────────


def test_without_money_no_table_of_it() -> None:
    susunan = small()
    susunan.program.clear()
    susunan.anggaran.clear()
    made = susun(susunan)
    for kode in ("rekapitulasi-hasil", "laporan-pengukuran", "notulen"):
        paper = buat(made, kode, "2024-TW2", prosedur="pengukuran")[0]
        assert "Data anggaran periode ini belum ada." in tulis(paper)
        assert not tabel(paper, "Anggaran")


def test_without_any_figure_no_chart_and_no_mean() -> None:
    susunan = small()
    susunan.laporan.clear()
    made = susun(susunan)
    (report,) = buat(made, "laporan-pengukuran", "2024-TW2")
    text = tulis(report)
    assert "Tidak ada indikator terukur yang belum mencapai target." in text
    assert "Belum ada indikator tujuan dan sasaran yang mencapai target pada periode ini." in text
    assert "Capaian indikator IKU" not in text
    assert "belum dapat disimpulkan" in text
    (recap,) = buat(made, "rekapitulasi-data", "2024-TW2")
    assert "0 dari 1 unit kerja telah menyampaikan data" in tulis(recap)


def test_what_a_unit_owes_stands_out_and_is_counted() -> None:
    susunan = small()
    for segmen in ("TW1", "TW2", "TW3", "TW4"):
        susunan.laporan[2024, segmen, UNIT]["butir"]["IKU-02"].pop("solusi")
    (report,) = buat(susun(susunan), "laporan-pengukuran", "2024-TW2")
    assert report.belum == (Belum("solusi IKU-02", "Bidang Mutasi"),)
    assert tulis(report).count("BELUM DIISI: solusi IKU-02, penanggung jawab Bidang Mutasi") == 2


def test_nobody_measured_by_a_sasaran() -> None:
    susunan = Susunan().ukur("K", tingkat="kegiatan", iku="tidak").janji("K", "1", unit=UNIT)
    susunan.rencanakan("K", TW1="1", TW2="1", TW3="1", TW4="1").lapor("K", "TW1", "1")
    program = small().program[2024]
    program["kegiatan"]["5.03.2"]["indikator"] = ["K"]
    susunan.program[2024] = program
    (recap,) = buat(susun(susunan), "rekapitulasi-hasil", "2024-TW1")
    assert "Capaian kegiatan Triwulan I 2024" in tulis(recap)
    (report,) = buat(susun(susunan), "laporan-pengukuran", "2024-TW1")
    assert "Sasaran S1" in tulis(report)


# ── A process that is not shown ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("terbuka", ["ya", "tidak"])
def test_a_hidden_process_names_no_return(terbuka: str) -> None:
    susunan = small()
    susunan.instansi = instansi(tampilkan_proses=terbuka)
    susunan.sop = sop()
    back = {"hasil": "dikembalikan", "alasan": "bukti_kurang", "catatan": "Daftar hadir belum ada."}
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [
            {
                "langkah": "11",
                "tanggal": "2024-04-20",
                "oleh": "kabid",
                "disposisi": {"diteruskan": ["kabid"], "isi": "Lengkapi."},
                **back,
            }
        ],
        "pengiriman": {UNIT: [{"dikirim": "2024-04-10", "diputus": "2024-04-12", **back}]},
    }
    text = teks(list(semua(susun(susunan), "2024-TW1")))
    told = terbuka == "ya"
    assert ("Dikembalikan untuk dilengkapi: bukti kurang." in text) is told
    assert ("Lengkapi." in text) is told
    assert ("dikembalikan 1 kali" in text) is told
    assert "Daftar hadir belum ada." not in text  # the disposisi says it in other words


def test_a_report_that_was_answered_and_a_step_that_answers_have_slips_of_two_names() -> None:
    susunan = small()
    susunan.sop = sop()
    kinds = [kind.value for kind in JenisNaskah]
    report, answer = (str(kinds.index(kind) + 1) for kind in ("laporan", "disposisi"))
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [
            {
                "langkah": n,
                "tanggal": "2024-04-20",
                "oleh": "kabid",
                "disposisi": {"diteruskan": ["kabid"], "isi": "Teruskan."},
                **more,
            }
            for n, more in ((report, {}), (answer, {"hasil": "disetujui"}))
        ]
    }
    names = [paper.nama for paper in buat(susun(susunan), "lembar-disposisi", "2024-TW1", prosedur="pengumpulan")]
    assert names == [
        "lembar-disposisi-pengumpulan-2024-tw1",
        f"lembar-disposisi-pengumpulan-2024-tw1-langkah-{report}",
    ]


def test_a_report_says_who_approved() -> None:
    susunan = small()
    susunan.sop = sop()
    steps = susunan.sop["pengumpulan"]["langkah"]
    susunan.sop["pengumpulan"]["langkah"] = {**steps, "10": steps["11"], "11": steps["10"]}
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [{"langkah": "10", "tanggal": "2024-04-20", "oleh": "kabid", "hasil": "disetujui"}]
    }
    *_, report = buat(susun(susunan), "laporan-data", "2024-TW1", prosedur="pengumpulan")
    assert "Hasilnya telah dianalisis dan disetujui Kepala Bidang pada tanggal 20 April 2024." in tulis(report)


# ── Hostile text ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_letter_of_data_is_markup_anywhere() -> None:
    susunan = small()
    susunan.sop = sop()
    susunan.instansi = instansi(jabatan={"kepala": {"nama": JAHAT}, "kabid": {"nama": "# - **Kepala**"}})
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [
            {
                "langkah": "1",
                "tanggal": "2024-04-02",
                "oleh": "kepala",
                "nomor": "== 800/1 ==",
                "nota_dinas": {"arahan": f"# {JAHAT}\n\n- {JAHAT}", "lampiran": ["{{ 1 }}"]},
            },
            {
                "langkah": "2",
                "tanggal": "2024-04-03",
                "oleh": "kabid",
                "rapat": {
                    "mulai": "09.00",
                    "tempat": "{% raise %}",
                    "pimpinan": "kabid",
                    "peserta": ["kabid"],
                    "pembahasan": [JAHAT, "x" * 400],
                    "keputusan": [{"isi": "=1+1"}],
                },
            },
        ]
    }
    made = susun(susunan)
    order, _ = buat(made, "nota-dinas", "2024-TW1")
    assert f"# {' '.join(JAHAT.split())}" in tulis(order)
    assert medan(order)["Nomor"] == "== 800/1 =="
    assert medan(order)["Lampiran"] == "{{ 1 }}"
    minutes, _ = buat(made, "notulen", "2024-TW1")
    assert medan(minutes)["Waktu"] == f"pukul 09.00 s.d. {TITIK} WIB"
    assert medan(minutes)["Tempat"] == "{% raise %}"
    assert f"1. {' '.join(JAHAT.split())}" in tulis(minutes)
    assert "| 1 | =1+1 | – | –" in tulis(minutes)


# ── Time ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_year_under_way_has_all_papers() -> None:
    papers = list(semua(contoh(), "2026"))
    assert {paper.nama.partition("-2026")[0] for paper in papers} >= {"notulen-pengukuran", "rekapitulasi-hasil"}
    text = teks(papers)
    assert "Sampai Oktober 2026" in text
    assert "Target s.d. Tahun" not in text


def test_a_month_without_a_record_of_steps_has_all_papers() -> None:
    for paper in semua(contoh(), "2026-10"):
        assert "Oktober 2026" in tulis(paper)


def test_forms_hold_no_figure_of_their_own_period() -> None:
    (form,) = buat(contoh(), "formulir", "2026-TW2", unit="pka")
    (table,) = tabel(form)
    for cells in isi_sel(table):
        if len(cells) > 1:
            assert "Triwulan II 2026" not in cells[5]
            assert "…" in cells[6] or "□" in cells[6]
    (talent,) = buat(contoh(), "formulir", "2026-TW2", unit="mp")
    assert tulis(talent).count("□") >= 3  # the milestones of IKK-15
