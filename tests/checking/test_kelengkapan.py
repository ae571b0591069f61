"""L: what was handed in is complete, and what is due on a day is there or says why not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from sakipgen.checking import check, check_hasil
from sakipgen.checking.kelengkapan import (
    analisis_bila_di_bawah_target,
    anggaran_jatuh_tempo,
    dokumen_jatuh_tempo,
    laporan_jatuh_tempo,
    siklus_tercatat,
    tindak_lanjut_bila_di_bawah_target,
    tindak_lanjut_lewat_batas,
    tindak_lanjut_selesai_berbukti,
)
from sakipgen.diagnostics import Issue, Severity
from tests.checking.helpers import line, place, program, said, said_hasil
from tests.measuring.builder import BUKTI, SOP, TW, UNIT, Susunan, metode

LAPORAN = "realisasi/2024/TW1/mutasi.yaml"
ANALISIS = {"kendala": "Kendala.", "solusi": "Solusi."}


def satu(nilai: str | None = None, **fields: Any) -> Susunan:
    data = Susunan().ukur("A").janji("A", "100").rencanakan("A", TW1="100", TW2="100", TW3="100", TW4="100")
    return data.lapor("A", "TW1", nilai, **fields) if nilai is not None or fields else data


def lines(issues: Iterable[Issue]) -> list[str]:
    return [line(issue) for issue in issues]


def l001(data: Susunan, sampai: str = "2024-TW1", per_tanggal: str = "2024-04-10") -> list[str]:
    return lines(analisis_bila_di_bawah_target(data.dataset(), data.hasil(sampai, per_tanggal)))


def l002(data: Susunan, sampai: str = "2024-TW1", per_tanggal: str = "2024-04-20") -> list[str]:
    return lines(laporan_jatuh_tempo(data.dataset(), data.hasil(sampai, per_tanggal)))


@pytest.mark.parametrize(
    ("nilai", "fields", "missing"),
    [
        ("100", {}, None),
        ("101", {}, None),
        ("99.999999", {}, "`kendala` dan `solusi`"),
        ("0", {}, "`kendala` dan `solusi`"),
        ("99", {"kendala": "K."}, "`solusi`"),
        ("99", {"solusi": "S."}, "`kendala`"),
        ("99", ANALISIS, None),
        (None, {"status": "menunggu_rilis", "alasan": "A."}, None),
    ],
)
def test_l001_below_target_is_explained(nilai: str | None, fields: dict[str, Any], missing: str | None) -> None:
    expected = [
        (
            f"{LAPORAN} butir.A key L001: realisasi `A` {(nilai or '').replace('.', ',')} belum mencapai target 100, "
            f"tetapi {missing} belum diisi; tulis {missing}."
        )
    ]
    assert l001(satu(nilai, **fields)) == (expected if missing else [])


@pytest.mark.parametrize(
    ("kamus", "target", "fields", "words"),
    [
        (
            {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"},
            {"predikat": "WTP"},
            {"predikat": "WDP"},
            "WDP belum mencapai target WTP",
        ),
        (
            {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"},
            {"tanggal": "2024-02-29"},
            {"tanggal": "2024-03-01"},
            "2024-03-01 belum mencapai target 2024-02-29",
        ),
        (
            {"satuan": {"nama": "status", "tipe": "ya_tidak"}},
            {"terpenuhi": "ya"},
            {"terpenuhi": "tidak"},
            "`A` belum terpenuhi, padahal ditargetkan terpenuhi,",
        ),
        ({}, {"lebih_dari": "80"}, {"nilai": "80"}, "80 belum mencapai target lebih dari 80"),
        ({"polaritas": "turun"}, {"paling_banyak": "5"}, {"nilai": "6"}, "6 belum mencapai target paling banyak 5"),
        (
            {"polaritas": "rentang"},
            {"min": "80", "maks": "90"},
            {"nilai": "70"},
            "70 belum mencapai target 80 sampai 90",
        ),
    ],
)
def test_l001_says_figure_and_target_as_they_were_written(
    kamus: dict[str, Any], target: Any, fields: dict[str, Any], words: str
) -> None:
    quarters = dict.fromkeys(("TW1", "TW2", "TW3", "TW4"), target)
    data = Susunan().ukur("A", **kamus).janji("A", target).rencanakan("A", **quarters).lapor("A", "TW1", **fields)
    (text,) = l001(data)
    assert words in text


def test_l001_asks_nothing_of_a_figure_that_was_corrected_later() -> None:
    """Seen before its koreksi the old figure is below target; the file speaks of the new one."""
    data = satu("100")
    data.koreksi[2024, "TW1", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "nilai_lama": "90",
        "nilai_baru": "100",
        "alasan": "Satu sertifikat belum terhitung karena baru ditemukan di arsip unit pengelola bulan ini.",
        "tingkat": "kecil",
        "tanggal": "2024-08-01",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    for day in ("2024-07-20", "2024-08-01"):
        assert said_hasil(analisis_bila_di_bawah_target, data, day) == []
    data.lapor("A", "TW2", "90")
    assert len(said_hasil(analisis_bila_di_bawah_target, data, "2024-07-20")) == 1


def test_l001_speaks_of_the_target_so_far() -> None:
    data = (
        Susunan().ukur("A", agregasi="jumlah").janji("A", "40").rencanakan("A", TW1="10", TW2="10", TW3="10", TW4="10")
    )
    data.lapor("A", "TW1", "15").lapor("A", "TW2", "6")
    assert l001(data, "2024-TW2") == []
    data.lapor("A", "TW1", "5", **ANALISIS).lapor("A", "TW2", "14")
    assert [text.split(" ")[0] for text in l001(data, "2024-TW2")] == ["realisasi/2024/TW2/mutasi.yaml"]


def test_l001_asks_nothing_of_what_has_no_target_or_lies_ahead() -> None:
    data = Susunan().ukur("A").janji("A", "100").lapor("A", "TW1", "1")
    assert l001(data) == []
    assert l001(satu("1"), "2024-02", "2024-03-01") == []


def test_l001_asks_once_and_only_of_the_reported_period() -> None:
    data = (
        Susunan()
        .ukur("A", frekuensi="bulanan")
        .janji("A", "10")
        .rencanakan("A", **{f"b{m:02}": "10" for m in range(1, 13)})
    )
    data.lapor("A", "01", "10").lapor("A", "02", "10").lapor("A", "03", "9")
    assert [text.split(" ")[0] for text in l001(data)] == ["realisasi/2024/03/mutasi.yaml"]


def test_l002_points_at_the_line_that_makes_it_due() -> None:
    assert l002(satu()) == [
        (
            "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1 key L002: realisasi `A` untuk Triwulan I 2024 belum ada; "
            f"jatuh tempo 2024-04-15, terlambat 5 hari; isi di `data/{LAPORAN}`."
        )
    ]
    assert l002(satu(), per_tanggal="2024-04-15") == []


def test_l002_is_a_warning_for_every_missing_period() -> None:
    data = satu()
    issues = list(laporan_jatuh_tempo(data.dataset(), data.hasil("2024", "2025-02-14")))
    assert [issue.loc[-1] for issue in issues] == ["TW1", "TW2", "TW3", "TW4"]
    assert {issue.severity for issue in issues} == {Severity.WARNING}


@pytest.mark.parametrize("fields", [{"nilai": "0"} | ANALISIS, {"status": "tidak_tersedia", "alasan": "A."}])
def test_l002_a_zero_and_a_declared_status_are_reports(fields: dict[str, Any]) -> None:
    assert l002(satu(fields.pop("nilai", None), **fields)) == []


def test_l002_without_a_plan_points_at_the_promise() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan").janji("A", "100")
    found = l002(data, "2024", "2025-02-14")
    assert [text.split(" key ")[0] for text in found] == ["perjanjian-kinerja/2024/kepala/murni.yaml butir.A"]
    unit = Susunan().ukur("P", tingkat="program", frekuensi="tahunan").janji("P", "1", unit=UNIT)
    found = l002(unit, "2024", "2025-02-14")
    assert [text.split(" key ")[0] for text in found] == ["perjanjian-kinerja/2024/mutasi/murni.yaml butir.P"]


def test_l002_of_what_was_not_promised_nobody_is_late() -> None:
    data = (
        Susunan().ukur("A", agregasi="jumlah").janji("A", "30").rencanakan("A", TW1="0", TW2="10", TW3="10", TW4="10")
    )
    assert l002(data, "2024-TW2", "2024-07-20")[0].startswith("rencana-aksi/2024/mutasi.yaml butir.A.target.TW2 ")
    assert len(l002(data, "2024-TW2", "2024-07-20")) == 1


def test_l002_of_a_returned_report_says_so() -> None:
    data = satu("100")
    data.siklus[2024, "TW1"] = {"pengiriman": {UNIT: [KIRIM | TOLAK]}}
    assert said_hasil(laporan_jatuh_tempo, data, "2024-04-20") == [
        (
            "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1 key L002: realisasi `A` untuk Triwulan I 2024 "
            f"dikembalikan; jatuh tempo 2024-04-15, terlambat 5 hari; lengkapi `data/{LAPORAN}`."
        )
    ]
    assert said_hasil(laporan_jatuh_tempo, data, "2024-04-15") == [], "there is time left to mend it"


def test_l002_of_a_report_that_waits_for_an_answer_nobody_is_late() -> None:
    data = satu("100")
    data.siklus[2024, "TW1"] = {"pengiriman": {UNIT: [KIRIM]}}
    assert said_hasil(laporan_jatuh_tempo, data, "2024-04-20") == []


def test_l002_working_days_move_the_due_date_over_holidays() -> None:
    data = satu()
    data.metode = metode(
        tenggat={"satuan": "kerja", "bulanan": "5", "triwulanan": "5", "semesteran": "5", "tahunan": "5"}
    )
    assert len(said_hasil(laporan_jatuh_tempo, data, "2024-04-06")) == 1
    data.libur[2024] = {f"2024-04-{day:02}": "Cuti bersama" for day in range(1, 16)}
    assert said_hasil(laporan_jatuh_tempo, data, "2024-04-22") == []
    (text,) = said_hasil(laporan_jatuh_tempo, data, "2024-04-23")
    assert "jatuh tempo 2024-04-22, terlambat 1 hari" in text


KIRIM = {"dikirim": "2024-04-02"}
TOLAK = {"diputus": "2024-04-03", "hasil": "dikembalikan", "alasan": "bukti_kurang"}


# ── L003, L006, L007: what follows from it ───────────────────────────────────────────────────────────────────────


def aksi(**fields: Any) -> dict[str, Any]:
    return {
        "asal": "analisis_periode",
        "periode": "TW1",
        "indikator": ["A"],
        "tindakan": "T.",
        "penanggung_jawab": UNIT,
        "ditetapkan": "2024-04-10",
        "batas": "2024-06-28",
    } | fields


def kurang(segmen: str = "TW1", tahun_aksi: int = 2024, *rows: dict[str, Any]) -> Susunan:
    """An IKU below its target in a quarter, with these actions in the file of a year."""
    data = satu().lapor("A", segmen, "99", **ANALISIS)
    if rows:
        data.tindak_lanjut[tahun_aksi] = {f"TL-{n}": row for n, row in enumerate(rows, start=1)}
    return data


def l003(data: Susunan, per_tanggal: str = "2024-12-20") -> list[str]:
    return said_hasil(tindak_lanjut_bila_di_bawah_target, data, per_tanggal)


def test_l003_an_iku_below_its_target_has_an_open_action() -> None:
    assert l003(kurang()) == [
        (
            f"{LAPORAN} butir.A key L003: IKU `A` belum mencapai target dan belum punya tindak lanjut; tambahkan ke "
            "`data/tindak-lanjut/2024.yaml`, atau tulis `tanpa_tindak_lanjut:` dengan alasannya."
        )
    ]


@pytest.mark.parametrize(
    ("row", "followed"),
    [
        (aksi(), True),
        (aksi(periode="03"), True),
        (aksi(periode="S1"), True),
        (aksi(periode="tahunan"), True),
        (aksi(periode="TW2"), False),
        (aksi(indikator=["B"]), False),
        (aksi(asal="arahan_kepala", indikator=[]), False),
        (aksi(selesai="2024-04-10", bukti=BUKTI), True),
    ],
)
def test_l003_the_action_belongs_to_the_period(row: dict[str, Any], followed: bool) -> None:
    assert (l003(kurang("TW1", 2024, row)) == []) == followed


@pytest.mark.parametrize(
    ("row", "followed"),
    [
        (aksi(), True),
        (aksi(selesai="2024-07-01", bukti=BUKTI), True),
        (aksi(selesai="2024-06-30", bukti=BUKTI), False),
    ],
)
def test_l003_an_earlier_action_counts_while_it_is_open(row: dict[str, Any], followed: bool) -> None:
    assert (l003(kurang("TW2", 2024, row)) == []) == followed


def test_l003_an_action_of_last_year_counts_and_one_of_a_later_day_does_not_yet() -> None:
    last = aksi(periode="TW4", ditetapkan="2024-01-20", batas="2024-12-20")
    assert l003(kurang("TW1", 2023, last)) == []
    assert l003(kurang("TW1", 2024, aksi()), "2024-04-09") != []
    assert l003(kurang("TW1", 2024, aksi()), "2024-04-10") == []


def test_l003_is_silent_of_a_reason_of_what_is_no_iku_and_of_what_was_reached() -> None:
    assert l003(satu("99", tanpa_tindak_lanjut="Selesai sendiri pada April.", **ANALISIS)) == []
    assert l003(satu("100")) == []
    assert l003(satu("99", **ANALISIS).ukur("A", iku="tidak")) == []


def test_l006_an_action_past_its_day() -> None:
    data = kurang("TW1", 2024, aksi(batas="2024-05-10"))
    assert said_hasil(tindak_lanjut_lewat_batas, data, "2024-05-10") == []
    assert said_hasil(tindak_lanjut_lewat_batas, data, "2024-05-12") == [
        (
            "tindak-lanjut/2024.yaml butir.TL-1.batas value L006: `TL-1` lewat batas 2024-05-10, terlambat 2 hari; "
            "selesaikan dan isi buktinya."
        )
    ]


def test_l006_closed_late_is_late_until_it_is_closed() -> None:
    data = kurang("TW1", 2024, aksi(batas="2024-05-10", selesai="2024-05-20", bukti=BUKTI))
    assert len(said_hasil(tindak_lanjut_lewat_batas, data, "2024-05-19")) == 1
    assert said_hasil(tindak_lanjut_lewat_batas, data, "2024-05-20") == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"selesai": "2024-05-01", "bukti": BUKTI}, None),
        (
            {"selesai": "2024-05-01"},
            "selesai key L007: `TL-1` dinyatakan selesai 2024-05-01, tetapi belum ada `bukti`; tambahkan buktinya.",
        ),
        (
            {"bukti": BUKTI},
            "bukti key L007: `TL-1` punya bukti, tetapi `selesai` belum diisi; tulis tanggal selesainya.",
        ),
    ],
)
def test_l007_an_end_and_its_evidence_come_together(fields: dict[str, Any], expected: str | None) -> None:
    data = kurang("TW1", 2024, aksi(**fields))
    found = said(tindak_lanjut_selesai_berbukti, data.dataset())
    assert found == ([f"tindak-lanjut/2024.yaml butir.TL-1.{expected}"] if expected else [])


# ── L004, L005, L008: what the office itself owes ────────────────────────────────────────────────────────────────


def belanja(*segmen: str) -> Susunan:
    data = satu("100")
    data.program[2024] = program()
    for segment in segmen:
        data.anggaran[2024, segment] = {
            "sumber": "LRA",
            "tanggal_data": "2024-04-05",
            "butir": {"5.1.1": {"realisasi": "1"}},
        }
    return data


def test_l004_points_at_the_program_of_the_year() -> None:
    assert said_hasil(anggaran_jatuh_tempo, belanja(), "2024-04-15") == []
    assert said_hasil(anggaran_jatuh_tempo, belanja(), "2024-04-16") == [
        (
            "program/2024.yaml sub_kegiatan key L004: realisasi anggaran Triwulan I 2024 belum ada; "
            "tambahkan `data/anggaran/2024/TW1.yaml`."
        )
    ]


@pytest.mark.parametrize("segmen", ["TW1", "03"])
def test_l004_the_last_month_says_the_quarter_too(segmen: str) -> None:
    assert said_hasil(anggaran_jatuh_tempo, belanja(segmen), "2024-05-01") == []
    assert len(said_hasil(anggaran_jatuh_tempo, belanja("02"), "2024-05-01")) == 1


def test_l004_without_a_program_there_is_no_budget_and_each_quarter_is_asked_for() -> None:
    assert said_hasil(anggaran_jatuh_tempo, satu("100"), "2024-12-20") == []
    assert len(said_hasil(anggaran_jatuh_tempo, belanja("TW2"), "2024-12-20")) == 2


def berdokumen(**rows: dict[str, Any]) -> Susunan:
    data = satu("100")
    data.dokumen = {
        kode: {"judul": "D", "tahun": "2024", "tanggal": "2025-01-20", "nomor_arsip": "1"} | row
        for kode, row in rows.items()
    }
    return data


DPA = {"jenis": "dpa"}


def test_l005_the_yearly_papers_at_their_own_days() -> None:
    data = berdokumen(dpa=DPA)
    assert said_hasil(dokumen_jatuh_tempo, data, "2025-02-28") == []
    assert said_hasil(dokumen_jatuh_tempo, data, "2025-03-01") == [
        (
            "metode/2024.yaml tenggat.lkjip key L005: LKjIP 2024 belum terdaftar; jatuh tempo 2025-02-28; "
            "tambahkan ke `data/dokumen.yaml`."
        )
    ]
    found = said_hasil(dokumen_jatuh_tempo, data, "2025-10-01")
    assert [place(text) for text in found] == [
        "metode/2024.yaml tenggat.lkjip",
        "metode/2024.yaml tenggat.hasil_evaluasi",
    ]
    assert "hasil evaluasi SAKIP 2024 belum terdaftar; jatuh tempo 2025-09-30" in found[1]


def test_l005_a_registered_paper_of_that_year_is_enough() -> None:
    data = berdokumen(a={"jenis": "lkjip"}, b={"jenis": "hasil_evaluasi"})
    assert said_hasil(dokumen_jatuh_tempo, data, "2025-12-01") == []
    other = berdokumen(a={"jenis": "lkjip", "tahun": "2023"})
    assert len(said_hasil(dokumen_jatuh_tempo, other, "2025-03-01")) == 1


def test_l005_a_paper_of_a_later_day_is_not_there_yet() -> None:
    data = berdokumen(dpa=DPA, lkjip={"jenis": "lkjip", "tanggal": "2025-03-10"})
    assert len(said_hasil(dokumen_jatuh_tempo, data, "2025-03-09")) == 1
    assert said_hasil(dokumen_jatuh_tempo, data, "2025-03-10") == []


def test_l005_an_office_without_a_register_is_not_asked() -> None:
    assert said_hasil(dokumen_jatuh_tempo, satu("100"), "2025-12-01") == []


def bersiklus(*segmen: str) -> Susunan:
    data = satu("100")
    data.sop = SOP
    data.siklus = {
        (2024, s): {"pengumpulan": [{"langkah": "1", "tanggal": "2024-02-01", "oleh": "kepala"}]} for s in segmen
    }
    return data


def test_l008_an_office_that_keeps_the_record_keeps_it_each_quarter() -> None:
    assert said_hasil(siklus_tercatat, bersiklus("01"), "2024-04-15") == []
    assert said_hasil(siklus_tercatat, bersiklus("01"), "2024-04-16") == [
        (
            "sop.yaml pengumpulan key L008: pelaksanaan SOP Triwulan I 2024 belum tercatat; "
            "tambahkan `data/siklus/2024/TW1.yaml`."
        )
    ]
    assert said_hasil(siklus_tercatat, bersiklus("TW1"), "2024-04-16") == []


def test_l008_an_office_that_keeps_none_is_not_asked() -> None:
    assert said_hasil(siklus_tercatat, bersiklus(), "2024-12-20") == []
    without = bersiklus("01")
    without.sop = None
    assert said_hasil(siklus_tercatat, without, "2024-12-20") == []


def test_both_groups_run_their_rules() -> None:
    data = satu("99", bukti=())
    assert "B001" in {issue.code for issue in check(data.dataset())}
    found = [issue.code for issue in check_hasil(data.dataset(), data.hasil("2024-TW1", "2024-04-10"))]
    assert found == ["L001", "L003"]


def test_l001_says_of_which_periods_the_target_of_a_sum_is() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", mode_target="kumulatif", polaritas="turun")
    data.janji("A", {"paling_banyak": "10"}).lapor("A", "TW3", "4")
    plan: dict[str, Any] = {s: {"paling_banyak": v} for s, v in zip(TW, ("2", "5", "7", "10"), strict=True)}
    data.rencanakan("A", **plan)
    (alone,) = l001(data, "2024-TW3", "2024-10-10")
    assert "realisasi `A` 4 belum mencapai target periode yang dilaporkan, paling banyak 2, tetapi" in alone
    data.lapor("A", "TW1", "2").lapor("A", "TW2", "3")
    (whole,) = l001(data, "2024-TW3", "2024-10-10")
    assert "realisasi `A` 9 belum mencapai target paling banyak 7, tetapi" in whole


def test_l001_of_a_stated_capaian_says_it() -> None:
    stated = {"nilai": "80", "alasan": "Sebab.", "disetujui_oleh": "kepala"}
    data = satu("8", capaian_dinyatakan=stated).ukur("A", formula_capaian="manual")
    (text,) = l001(data)
    assert "capaian `A` ditetapkan 80 persen, jadi target belum tercapai, tetapi `kendala`" in text
