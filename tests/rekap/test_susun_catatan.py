"""The rows that tell how the work was done: cycle, submissions, follow-up, corrections, documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

import pytest

from sakipgen.diagnostics import START, Loc, Position
from sakipgen.domain.realisasi import Status
from sakipgen.domain.siklus import KeadaanSiklus
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import KeadaanPengiriman, Rekapitulasi, RekapPeriode, RekapTahun, summarise
from tests.measuring.builder import BUKTI, SOP, UNIT, Susunan, instansi, isi


def locate(path: PurePosixPath, loc: Loc) -> Position:
    return START


def rekap(susunan: Susunan, hari: str = "2025-02-14", sampai: str | None = None) -> Rekapitulasi:
    posisi = Posisi.pada(parse_tanggal(hari), Periode.parse(sampai) if sampai else None)
    dataset = terlihat(susunan.dataset(), posisi)
    return summarise(dataset, measure(dataset, posisi), locate)


def tahun(susunan: Susunan, hari: str = "2025-02-14") -> RekapTahun:
    return rekap(susunan, hari).tahun[0]


def periode(susunan: Susunan, teks: str, hari: str = "2025-02-14") -> RekapPeriode:
    found = tahun(susunan, hari).pada(Periode.parse(teks))
    assert found is not None
    return found


@pytest.fixture
def susunan() -> Susunan:
    """A quarterly IKU that is reported in every quarter, and the SOP."""
    found = Susunan(sop=SOP).ukur("IKU-01").janji("IKU-01", "60")
    found.rencanakan("IKU-01", TW1="30", TW2="40", TW3="50", TW4="60")
    for segmen in ("TW1", "TW2", "TW3", "TW4"):
        found.lapor("IKU-01", segmen, "45")
    return found


def terbuka(susunan: Susunan) -> Susunan:
    susunan.instansi = instansi(tampilkan_proses="ya")
    return susunan


# ── Follow-up ────────────────────────────────────────────────────────────────────────────────────────────────────


def action(**changes: Any) -> dict[str, Any]:
    return {
        "asal": "analisis_periode",
        "periode": "TW1",
        "indikator": ["IKU-01"],
        "tindakan": "Menambah kelas.",
        "penanggung_jawab": UNIT,
        "ditetapkan": "2024-05-02",
        "batas": "2024-09-30",
    } | changes


def test_an_action_belongs_to_every_later_plan_until_it_is_closed(susunan: Susunan) -> None:
    susunan.tindak_lanjut[2024] = {"TL-1": action(selesai="2024-08-15", bukti=BUKTI)}
    carried = {
        str(p.periode): [row.kode for row in p.bawaan] for p in tahun(susunan).periode if str(p.periode) != "2024"
    }
    assert carried == {"2024-TW1": [], "2024-TW2": ["TL-1"], "2024-TW3": ["TL-1"], "2024-TW4": []}
    assert [row.kode for row in periode(susunan, "2024-TW1").tindak_lanjut] == ["TL-1"]


@pytest.mark.parametrize(
    ("hari", "status", "kemajuan", "terlambat"),
    [
        ("2024-06-30", StatusTindakLanjut.BELUM_MULAI, 0, 0),
        ("2024-07-31", StatusTindakLanjut.BERJALAN, 40, 0),
        ("2024-09-30", StatusTindakLanjut.BERJALAN, 40, 0),
        ("2024-10-10", StatusTindakLanjut.TERLAMBAT, 40, 10),
        ("2024-11-01", StatusTindakLanjut.SELESAI, 100, 0),
    ],
)
def test_where_an_action_stands(
    susunan: Susunan, hari: str, status: StatusTindakLanjut, kemajuan: int, terlambat: int
) -> None:
    progress = [{"tanggal": "2024-07-15", "persen": "40", "uraian": "Separuh kelas dibuka."}]
    susunan.tindak_lanjut[2024] = {"TL-1": action(kemajuan=progress, selesai="2024-11-01", bukti=BUKTI)}
    (row,) = rekap(susunan, hari).tindak_lanjut
    assert (row.status, row.kemajuan, row.hari_terlambat) == isi(status, kemajuan, terlambat)
    assert len(row.bukti) == (status is StatusTindakLanjut.SELESAI)


def test_before_it_was_decided_there_is_no_action(susunan: Susunan) -> None:
    susunan.tindak_lanjut[2024] = {"TL-1": action()}
    assert rekap(susunan, "2024-05-01").tindak_lanjut == ()


def test_planned_actions_are_those_whose_schedule_touches_the_period(susunan: Susunan) -> None:
    plan = {"uraian": "Melatih", "keluaran": "Peserta", "pelaksana": "kabid"}
    susunan.rencana[2024, UNIT]["butir"]["IKU-01"]["aksi"] = [plan | {"jadwal": ["02", "TW3"]}]
    planned = {str(p.periode): len(p.aksi) for p in tahun(susunan).periode}
    assert planned == {"2024-TW1": 1, "2024-TW2": 0, "2024-TW3": 1, "2024-TW4": 0, "2024": 1}


# ── Corrections ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_stands_beside_the_figure_it_changed(susunan: Susunan) -> None:
    susunan.koreksi[2024, "TW1", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "IKU-01",
        "nilai_lama": "54",
        "nilai_baru": "45",
        "alasan": "Terhitung dua kali.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    (row,) = periode(susunan, "2024-TW1").koreksi
    assert (row.realisasi_lama, row.realisasi_baru, row.unit) == isi(54, 45, UNIT)
    assert periode(susunan, "2024-TW2").koreksi == ()
    assert [k.kode for k in periode(susunan, "2024-TW1").menurut_kode["IKU-01"].koreksi] == ["KOR-1"]
    before = periode(susunan, "2024-TW1", "2024-05-19")
    assert (before.koreksi, before.menurut_kode["IKU-01"].hasil.realisasi) == isi((), 54)


# ── The cycle ────────────────────────────────────────────────────────────────────────────────────────────────────


def steps() -> dict[str, Any]:
    return {
        "pengumpulan": [
            {"langkah": "1", "tanggal": "2024-04-01", "oleh": "kepala", "waktu": "10 menit"},
            {
                "langkah": "2",
                "tanggal": "2024-04-15",
                "oleh": "kepala",
                "hasil": "dikembalikan",
                "alasan": "bukti_kurang",
            },
            {"langkah": "2", "tanggal": "2024-04-18", "oleh": "kepala", "hasil": "disetujui", "waktu": "2 jam"},
        ],
        "pengukuran": [{"langkah": "1", "tanggal": "2024-04-22", "oleh": "kabid", "waktu": "1 hari"}],
        "penutupan": {"tanggal": "2024-04-30", "oleh": "kepala"},
    }


@pytest.mark.parametrize(
    ("hari", "shown", "hidden"),
    [
        ("2024-04-01", KeadaanSiklus.DIBUKA, KeadaanSiklus.DIBUKA),
        ("2024-04-16", KeadaanSiklus.DIKEMBALIKAN, KeadaanSiklus.ANALISIS_SEKRETARIS),
        ("2024-04-18", KeadaanSiklus.DISETUJUI, KeadaanSiklus.DISETUJUI),
        ("2024-04-22", KeadaanSiklus.REKAP, KeadaanSiklus.REKAP),
    ],
)
def test_the_state_is_that_of_the_last_step(
    susunan: Susunan, hari: str, shown: KeadaanSiklus, hidden: KeadaanSiklus
) -> None:
    susunan.siklus[2024, "TW1"] = steps()
    quiet = periode(susunan, "2024-TW1", hari).siklus
    told = periode(terbuka(susunan), "2024-TW1", hari).siklus
    assert quiet is not None
    assert told is not None
    assert (told.keadaan, quiet.keadaan) == (shown, hidden)
    assert told.penutupan is None


def test_who_keeps_the_process_to_himself_keeps_the_words_of_a_return(susunan: Susunan) -> None:
    back = {
        "langkah": "2",
        "tanggal": "2024-04-15",
        "oleh": "kepala",
        "hasil": "dikembalikan",
        "alasan": "bukti_kurang",
        "nota_dinas": {"arahan": "Lengkapi buktinya."},
    }
    susunan.siklus[2024, "TW1"] = {"pengumpulan": [back | {"disposisi": {"diteruskan": ["kabid"], "isi": "Ulangi."}}]}
    quiet = periode(susunan, "2024-TW1").siklus
    told = periode(terbuka(susunan), "2024-TW1").siklus
    assert quiet is not None
    assert told is not None
    rows = [[row for step in siklus.pengumpulan.langkah for row in step.catatan] for siklus in (quiet, told)]
    assert [row.disposisi and row.disposisi.isi for (row,) in rows] == [None, "Ulangi."]
    hidden = rows[0][0]
    assert (hidden.hasil, hidden.alasan, hidden.catatan, hidden.nota_dinas, hidden.rapat) == (None,) * 5
    assert rows[1][0].nota_dinas is not None


def test_a_period_closes_on_its_day(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = steps()
    before, after = (periode(susunan, "2024-TW1", hari).siklus for hari in ("2024-04-29", "2024-04-30"))
    assert before is not None
    assert after is not None
    assert before.penutupan is None
    assert after.penutupan is not None


def test_the_median_of_what_was_recorded_stands_beside_the_standard(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = steps()
    susunan.siklus[2024, "TW2"] = {
        "pengumpulan": [{"langkah": "1", "tanggal": "2024-07-01", "oleh": "kepala", "waktu": "5 menit"}]
    }
    proses = tahun(susunan).proses
    assert proses is not None
    order, decision = proses.pengumpulan
    assert (order.menit_baku, order.menit, order.banyak) == (5, Decimal("7.5"), 2)
    assert (decision.menit_baku, decision.menit, decision.banyak) == isi(450, 120, 1)
    (measuring,) = proses.pengukuran
    assert (measuring.menit_baku, measuring.menit, measuring.banyak) == isi(None, 450, 1)


def test_without_a_sop_nothing_is_told_of_the_process(susunan: Susunan) -> None:
    susunan.sop = None
    susunan.siklus[2024, "TW1"] = steps()
    found = tahun(susunan)
    assert (found.proses, found.siklus) == (None, ())


# ── Submissions ──────────────────────────────────────────────────────────────────────────────────────────────────


def sent(*rounds: tuple[str, str | None, str | None]) -> dict[str, Any]:
    """Submissions as (sent, answered, result)."""
    rows = []
    for dikirim, diputus, hasil in rounds:
        row: dict[str, Any] = {"dikirim": dikirim}
        if hasil:
            row |= {"diputus": diputus, "hasil": hasil}
        if hasil == "dikembalikan":
            row |= {"alasan": "lain_lain", "catatan": "Lengkapi tanda tangan."}
        rows.append(row)
    return {"pengiriman": {UNIT: rows} if rows else {}}


RETURNED = (("2024-04-16", "2024-04-17", "dikembalikan"), ("2024-04-20", "2024-04-22", "disetujui"))


@pytest.mark.parametrize(
    ("hari", "keadaan", "dikirim", "terlambat", "putaran"),
    [
        ("2024-04-10", KeadaanPengiriman.BELUM_JATUH_TEMPO, None, 0, 0),
        ("2024-04-15", KeadaanPengiriman.BELUM_JATUH_TEMPO, None, 0, 0),
        ("2024-04-16", KeadaanPengiriman.MENUNGGU_PERSETUJUAN, date(2024, 4, 16), 1, 0),
        ("2024-04-18", KeadaanPengiriman.DIKEMBALIKAN, date(2024, 4, 16), 1, 1),
        ("2024-04-21", KeadaanPengiriman.MENUNGGU_PERSETUJUAN, date(2024, 4, 16), 1, 1),
        ("2024-04-22", KeadaanPengiriman.DISETUJUI, date(2024, 4, 16), 1, 1),
    ],
)
def test_a_submission_from_day_to_day(
    susunan: Susunan, hari: str, keadaan: KeadaanPengiriman, dikirim: date | None, terlambat: int, putaran: int
) -> None:
    susunan.siklus[2024, "TW1"] = sent(*RETURNED)
    (row,) = tahun(terbuka(susunan), hari).pengiriman
    assert (row.keadaan, row.dikirim, row.hari_terlambat, row.putaran) == (keadaan, dikirim, terlambat, putaran)
    assert (row.catatan is not None) == (putaran > 0)
    status = periode(susunan, "2024-TW1", hari).menurut_kode["IKU-01"].hasil.status
    assert (status is Status.ADA) == (keadaan is KeadaanPengiriman.DISETUJUI)


def test_a_report_under_way_is_not_shown_unless_the_office_wants_it(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = sent(*RETURNED)
    (row,) = tahun(susunan, "2024-04-18").pengiriman
    assert (row.keadaan, row.dikirim, row.hari_terlambat, row.putaran) == (
        KeadaanPengiriman.BELUM_DILAPORKAN,
        None,
        0,
        0,
    )
    assert (row.alasan, row.catatan) == (None, None)
    assert periode(susunan, "2024-TW1", "2024-04-18").menurut_kode["IKU-01"].hasil.status is Status.BELUM_DILAPORKAN


def test_a_unit_that_never_sent_is_late_from_its_due_date(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = sent()
    del susunan.laporan[2024, "TW1", UNIT]
    (row,) = tahun(susunan, "2024-04-25").pengiriman
    assert (row.keadaan, row.hari_terlambat) == (KeadaanPengiriman.TERLAMBAT, 10)


def test_a_report_without_a_record_counts_and_its_day_is_unknown(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = {"pengiriman": {}}
    (row,) = tahun(susunan, "2024-04-25").pengiriman
    assert (row.keadaan, row.dikirim, row.hari_terlambat) == (KeadaanPengiriman.TIDAK_TERCATAT, None, 0)
    assert periode(susunan, "2024-TW1", "2024-04-25").menurut_kode["IKU-01"].hasil.status is Status.ADA


# ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_document_that_is_due_is_late_until_it_is_registered(susunan: Susunan) -> None:
    late = {d.jenis: d.terlambat for d in tahun(susunan, "2025-03-05").dokumen_wajib}
    assert late == {
        "renstra": False,
        "sk_iku": False,
        "renja": False,
        "perjanjian_kinerja": False,
        "rencana_aksi": False,
        "lkjip": True,
        "hasil_evaluasi": False,
        "sop": False,
    }
    susunan.dokumen = {
        "lkjip-2024": {"jenis": "lkjip", "judul": "LKjIP", "tahun": "2024", "tanggal": "2025-02-10", "nomor_arsip": "7"}
    }
    wanted = {d.jenis: d for d in tahun(susunan, "2025-03-05").dokumen_wajib}
    assert (wanted["lkjip"].terlambat, wanted["lkjip"].jatuh_tempo) == (False, date(2025, 2, 28))
    assert [d.kode for d in wanted["lkjip"].dokumen] == ["lkjip-2024"]
    assert [d.kode for d in tahun(susunan, "2025-02-09").dokumen_wajib[5].dokumen] == []


def test_a_standing_document_holds_until_another_takes_its_place(susunan: Susunan) -> None:
    def sop(year: str) -> dict[str, str]:
        return {"jenis": "sop", "judul": "SOP", "tahun": year, "tanggal": f"{year}-03-13", "nomor_arsip": "7"}

    susunan.dokumen = {f"sop-{year}": sop(year) for year in ("2019", "2023", "2025")}
    susunan.dokumen["renja-2023"] = sop("2023") | {"jenis": "renja"}
    wanted = {d.jenis: [row.kode for row in d.dokumen] for d in tahun(susunan, "2025-03-05").dokumen_wajib}
    assert (wanted["sop"], wanted["renja"]) == (["sop-2023"], [])


def test_each_correction_of_a_chain_tells_its_own_two_figures(susunan: Susunan) -> None:
    common = {
        "jenis": "koreksi_kesalahan",
        "indikator": "IKU-01",
        "alasan": "Terhitung dua kali.",
        "tingkat": "kecil",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    chain = (
        ("KOR-1", "60", "54", "2024-05-20"),
        ("KOR-2", "54", "50", "2024-06-20"),
        ("KOR-3", "50", "45", "2024-06-20"),
    )
    for kode, lama, baru, hari in chain:
        susunan.koreksi[2024, "TW1", kode] = common | {"nilai_lama": lama, "nilai_baru": baru, "tanggal": hari}
    rows = periode(susunan, "2024-TW1").koreksi
    assert [(row.realisasi_lama, row.realisasi_baru) for row in rows] == [isi(60, 54), isi(54, 50), isi(50, 45)]
