"""What a day knew: each kind of record before and after its own day, and corrections taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.realisasi import ButirRealisasi, Status, Tanda
from sakipgen.domain.siklus import HasilReviu
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.hasil import HasilTahun, Terukur
from sakipgen.measuring.terlihat import ada_yang_menunggu, terlihat
from tests.measuring.builder import BUKTI, SOP, UNIT, Susunan, isi, metode, renstra

TW1 = Periode(2024, "TW1")
OPINI: dict[str, Any] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
TANGGAL: dict[str, Any] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}
YA: dict[str, Any] = {"satuan": {"nama": "keadaan", "tipe": "ya_tidak"}}
TAHAPAN: dict[str, Any] = {
    "satuan": {"nama": "persen", "tipe": "persen"},
    "tahapan": {"t1": {"uraian": "Disusun.", "bobot": "20"}, "t2": {"uraian": "Ditetapkan.", "bobot": "80"}},
}


def koreksi(lama: str | None, baru: str, tanggal: str, **fields: Any) -> dict[str, Any]:
    return {
        "jenis": "koreksi_kesalahan" if lama is not None else "isian_terlambat",
        "indikator": "A",
        "nilai_lama": lama,
        "nilai_baru": baru,
        "alasan": "Dua pegawai terhitung dua kali.",
        "tingkat": "kecil",
        "tanggal": tanggal,
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    } | fields


def satu(nilai: str = "60") -> Susunan:
    data = Susunan().ukur("A").janji("A", "60").rencanakan("A", TW1="60", TW2="60", TW3="60", TW4="60")
    return data.lapor("A", "TW1", nilai)


def nilai(data: Susunan, hari: str, kode: str = "A", **known: Any) -> Decimal | None:
    """The figure of the first quarter as a day knew it; None where there was none."""
    report = data.terlihat(hari, **known).realisasi.get((TW1, UNIT))
    row = report.isi.butir.get(kode) if report else None
    return row.nilai if row else None


# ── Papers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pk_is_known_from_the_day_it_was_signed() -> None:
    data = satu().janji("A", "50", versi="perubahan-1", tanggal="2024-10-07")
    assert [versi for _, _, versi in data.terlihat("2024-10-06").perjanjian_kinerja] == ["murni"]
    assert [versi for _, _, versi in data.terlihat("2024-10-07").perjanjian_kinerja] == ["murni", "perubahan-1"]
    assert data.terlihat("2024-01-14").perjanjian_kinerja == {}


def test_before_the_amended_pk_the_year_is_measured_by_the_first() -> None:
    data = satu().janji("A", "50", versi="perubahan-1", tanggal="2024-10-07")
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2024-10-06", "2024-10-31"))
    assert (before.versi_pk, before.target_tahun) == isi("murni", 60)
    assert (after.versi_pk, after.target_tahun, after.target_murni) == isi("perubahan-1", 50, 60)


def test_a_registered_paper_is_known_from_its_own_day() -> None:
    data = satu()
    data.dokumen["lkjip"] = {
        "jenis": "lkjip", "judul": "L", "tahun": "2023", "tanggal": "2024-02-27", "nomor_arsip": "1"
    }  # fmt: skip
    known = [data.terlihat(day).dokumen for day in ("2024-02-26", "2024-02-27")]
    assert [list(register.isi.dokumen) if register else None for register in known] == [[], ["lkjip"]]
    assert satu().terlihat("2024-02-27").dokumen is None


def test_a_changed_pagu_counts_from_the_day_of_its_paper() -> None:
    data = satu()
    row = {"nama": "N", "penanggung_jawab": UNIT}
    data.program[2024] = {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "perubahan": {"sumber": "DPPA", "tanggal": "2024-10-01"},
        "program": {"5": row | {"sasaran": "S1"}},
        "kegiatan": {"5.1": row},
        "sub_kegiatan": {"5.1.1": row | {"pagu": {"murni": "100", "perubahan": "300"}, "sumber_dana": "DAU"}},
    }
    program = data.terlihat("2024-09-30").program[2024].isi
    assert isi(*program.pagu_pada("5.1.1", date(2024, 9, 30))) == isi(100, "murni")
    assert isi(*program.pagu_pada("5.1.1", date(2024, 10, 1))) == isi(300, "perubahan")


def test_money_is_known_from_the_day_it_was_taken_out() -> None:
    data = satu()
    data.anggaran[2024, "03"] = {"tanggal_data": "2024-04-09", "sumber": "SIPD", "butir": {"5.1.1": {"realisasi": "9"}}}
    assert not data.terlihat("2024-04-08").anggaran
    assert list(data.terlihat("2024-04-09").anggaran) == [Periode(2024, "03")]


# ── A Renstra that is replaced ───────────────────────────────────────────────────────────────────────────────────

LAMA: Final = {"A": {"2024": "70", "2025": "72", "2026": "80"}}
BARU: Final = {"A": {"2025": "90", "2029": "120"}, "B": {"2025": "50", "2029": "60"}}


def diganti(tanggal: str | None = "2025-09-20") -> Susunan:
    """2024 and 2025 of one indikator; from 2025 on another Renstra, with a sasaran and an indikator of its own."""
    data = Susunan(sasaran={"S1": ["A"]}, target_renstra=LAMA)
    for kode in "AB":
        data.ukur(kode, frekuensi="tahunan")
    data.janji("A", "70").lapor("A", "tahunan", "60")
    data.metode_lain[2024] = metode()
    data.tahun = 2025
    data.janji("A", "72", tanggal="2025-01-15").janji("B", "50").lapor("A", "tahunan", "60").lapor("B", "tahunan", "50")
    when = {"tanggal": tanggal} if tanggal else {}
    data.renstra_lain["2025-2029"] = renstra(
        {"S8": ["A"], "S9": ["B"]}, BARU, nama="Renstra baru", tahun_awal="2025", tahun_akhir="2029", **when
    )
    return data


@pytest.mark.parametrize(
    ("hari", "known"),
    [
        ("2025-09-19", ["2021-2026"]),
        ("2025-09-20", ["2021-2026", "2025-2029"]),
        ("2026-02-14", ["2021-2026", "2025-2029"]),
    ],
)
def test_a_renstra_is_known_from_the_day_it_was_set(hari: str, known: list[str]) -> None:
    assert list(diganti().terlihat(hari).renstra) == known
    assert list(diganti(None).terlihat(hari).renstra) == ["2021-2026", "2025-2029"], "without a date it always was"


def test_the_only_renstra_there_is_stays() -> None:
    data = diganti()
    only = replace(data.dataset(), renstra={"2025-2029": data.dataset().renstra["2025-2029"]})
    assert list(terlihat(only, Posisi.pada(date(2024, 1, 1))).renstra) == ["2025-2029"]


# ── The pohon kinerja ──


@pytest.mark.parametrize(
    ("hari", "known"),
    [
        ("2021-11-21", []),
        ("2021-11-22", ["2021-2026"]),
        ("2025-09-19", ["2021-2026"]),
        ("2025-09-20", ["2021-2026", "2025-2029"]),
    ],
)
def test_a_pohon_is_known_from_its_day_on_and_never_before_its_renstra(hari: str, known: list[str]) -> None:
    data = diganti()
    tree: dict[str, Any] = {"tujuan": {"T1": {}}, "sasaran": {"S1": {}}}
    data.pohon = {"2021-2026": tree | {"tanggal": "2021-11-22"}, "2025-2029": tree}
    assert list(data.terlihat(hari).pohon_kinerja) == known


def setahun(data: Susunan, tahun: int, hari: str) -> HasilTahun:
    return data.hasil(per_tanggal=hari).tahun[tahun]


def test_before_its_day_the_year_belongs_to_the_old_plan() -> None:
    year = setahun(diganti(), 2025, "2025-09-19")
    whole = Periode(2025, "tahunan")
    assert {kode for kode, _ in year.sasaran} == {"S1"}
    assert year.sasaran["S1", whole].terukur == Terukur(0, 1)
    assert year.indikator["A", whole].target_renstra == 80
    assert year.indikator["B", whole].target_renstra is None


def test_from_its_day_on_the_year_belongs_to_the_new_plan() -> None:
    year = setahun(diganti(), 2025, "2026-02-14")
    whole = Periode(2025, "tahunan")
    assert {kode for kode, _ in year.sasaran} == {"S8", "S9"}
    assert {k: year.sasaran[k, whole].terukur for k in ("S8", "S9")} == {"S8": Terukur(1, 1), "S9": Terukur(1, 1)}
    row = year.indikator["A", whole]
    assert (row.target_tahun, row.target_renstra, row.kemajuan_renstra) == isi(72, 120, 50)
    assert year.indikator["B", whole].target_renstra == 60
    assert {a.kode for a in year.anggota if a.jenjang == "sasaran"} == {"S8", "S9"}


def test_the_same_result_of_the_same_year_is_another_progress() -> None:
    before, after = (diganti(day) for day in ("2026-01-01", "2025-12-31"))
    rows = [setahun(d, 2025, "2026-02-28").indikator["A", Periode(2025, "tahunan")] for d in (before, after)]
    assert [row.kemajuan_renstra for row in rows] == isi_daftar(75, 50)
    assert rows[0].capaian == rows[1].capaian, "what the PK promises stays"


def test_a_period_keeps_the_plan_of_its_last_day() -> None:
    """The second quarter of 2025 had been measured against 2026 before the plan to 2029 was set."""
    data = diganti()
    data.ukur("A").rencanakan("A", TW2="72", TW4="72").lapor("A", "TW2", "60").lapor("A", "TW4", "60")
    year = setahun(data, 2025, "2026-02-14")
    rows = [year.indikator["A", Periode(2025, segmen)] for segmen in ("TW2", "TW4", "tahunan")]
    assert [(row.target_renstra, row.kemajuan_renstra) for row in rows] == [isi(80, 75), isi(120, 50), isi(120, 50)]


@pytest.mark.parametrize(
    ("hari", "kode"),
    [
        (date(2025, 9, 19), "2021-2026"),
        (date(2025, 9, 20), "2025-2029"),
        (date.max, "2025-2029"),
    ],
)
def test_the_plan_in_force_on_a_day(hari: date, kode: str) -> None:
    found = diganti().dataset().renstra_pada(2025, hari)
    assert found is not None
    assert found[0] == kode
    assert diganti().dataset().renstra_pada(2030, hari) is None
    only = replace(diganti().dataset(), renstra={"2025-2029": diganti().dataset().renstra["2025-2029"]})
    assert only.renstra_pada(2025, hari) is not None, "the only plan there is stays"


def isi_daftar(*values: int) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize("hari", ["2025-02-14", "2025-09-19", "2025-09-20", "2026-02-14"])
def test_the_year_before_it_stays_as_it_was(hari: str) -> None:
    year = setahun(diganti(), 2024, hari)
    whole = Periode(2024, "tahunan")
    assert {kode for kode, _ in year.sasaran} == {"S1"}
    row = year.indikator["A", whole]
    assert (row.target_tahun, row.target_renstra, row.kemajuan_renstra, row.realisasi) == isi(70, 80, 75, 60)
    assert year == setahun(diganti(), 2024, "2025-02-14")


# ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────

KEMBALI = {"dikirim": "2024-04-03", "diputus": "2024-04-05", "hasil": "dikembalikan", "alasan": "bukti_kurang"}
ULANG = {"dikirim": "2024-04-08", "diputus": "2024-04-12", "hasil": "disetujui"}


def dikirim(*rows: dict[str, Any]) -> Susunan:
    data = satu()
    data.siklus[2024, "TW1"] = {"pengiriman": {UNIT: list(rows)}}
    return data


def test_without_a_record_of_its_submission_a_report_counts_as_approved() -> None:
    assert isi(nilai(satu(), "2024-04-01")) == isi(60)
    data = satu()
    data.siklus[2024, "TW1"] = {}
    assert isi(nilai(data, "2024-04-01")) == isi(60)


@pytest.mark.parametrize(
    ("hari", "status", "waits"),
    [
        ("2024-04-02", Status.BELUM_JATUH_TEMPO, False),
        ("2024-04-03", Status.MENUNGGU_PERSETUJUAN, True),
        ("2024-04-04", Status.MENUNGGU_PERSETUJUAN, True),
        ("2024-04-05", Status.DIKEMBALIKAN, False),
        ("2024-04-07", Status.DIKEMBALIKAN, False),
        ("2024-04-08", Status.MENUNGGU_PERSETUJUAN, True),
        ("2024-04-11", Status.MENUNGGU_PERSETUJUAN, True),
        ("2024-04-12", Status.ADA, False),
    ],
)
def test_a_report_on_its_way(hari: str, status: Status, waits: bool) -> None:
    data = dikirim(KEMBALI, ULANG)
    row = data.baris("A", "2024-TW1", per_tanggal=hari)
    assert (row.status, row.hari_terlambat) == (status, 0)
    assert (nilai(data, hari) is not None) is (status is Status.ADA)
    assert (nilai(data, hari, menunggu=True) is not None) is (waits or status is Status.ADA)
    assert ada_yang_menunggu(data.terlihat(hari)) is waits


def test_a_returned_report_grows_late() -> None:
    row = dikirim(KEMBALI).baris("A", "2024-TW1", per_tanggal="2024-04-18")
    assert (row.status, row.hari_terlambat) == (Status.DIKEMBALIKAN, 3)


def test_a_report_that_came_late_was_missing_until_then() -> None:
    data = dikirim({"dikirim": "2024-04-20", "diputus": "2024-04-20", "hasil": "disetujui"})
    before, after = (data.baris("A", "2024-TW1", per_tanggal=day) for day in ("2024-04-19", "2024-04-20"))
    assert (before.status, before.hari_terlambat) == (Status.TERLAMBAT, 4)
    assert (after.status, after.hari_terlambat) == (Status.ADA, 0)


def test_a_return_and_its_answer_on_one_day() -> None:
    again = {"dikirim": "2024-04-05", "diputus": "2024-04-05", "hasil": "disetujui"}
    assert nilai(dikirim(KEMBALI, again), "2024-04-04") is None
    assert isi(nilai(dikirim(KEMBALI, again), "2024-04-05")) == isi(60)


def test_one_unit_waits_and_the_other_is_known() -> None:
    data = dikirim({"dikirim": "2024-04-03"})
    data.ukur("B", penanggung_jawab="lain").lapor("B", "TW1", "5", unit="lain")
    assert list(data.terlihat("2024-04-10").realisasi) == [(TW1, "lain")]


def test_the_record_itself_is_seen_from_the_day() -> None:
    data = dikirim(KEMBALI)
    data.sop = SOP
    data.siklus[2024, "TW1"] |= {
        "pengumpulan": [{"langkah": "1", "tanggal": "2024-04-02", "oleh": "kepala"}],
        "penutupan": {"tanggal": "2024-04-30", "oleh": "kepala"},
    }
    known = {day: data.terlihat(f"2024-{day}").siklus[TW1].isi for day in ("04-01", "04-04", "04-05", "04-30")}
    assert [len(siklus.pengumpulan) for siklus in known.values()] == [0, 1, 1, 1]
    assert [siklus.penutupan is not None for siklus in known.values()] == [False, False, False, True]
    assert known["04-01"].pengiriman[UNIT] == ()
    assert [siklus.pengiriman[UNIT][0].hasil for day, siklus in known.items() if day != "04-01"] == [
        None,
        HasilReviu.DIKEMBALIKAN,
        HasilReviu.DIKEMBALIKAN,
    ]


# ── Corrections ──────────────────────────────────────────────────────────────────────────────────────────────────


def dikoreksi(*rows: dict[str, Any]) -> Susunan:
    data = satu()
    for number, row in enumerate(rows, start=1):
        data.koreksi[2024, "TW1", f"KOR-{number}"] = row
    return data


@pytest.mark.parametrize(("hari", "expected"), [("2024-05-19", 55), ("2024-05-20", 60), ("2024-12-31", 60)])
def test_a_correction_is_taken_back_before_its_day(hari: str, expected: int) -> None:
    assert isi(nilai(dikoreksi(koreksi("55", "60", "2024-05-20")), hari)) == isi(expected)


def test_the_mark_of_a_correction_comes_with_it() -> None:
    data = dikoreksi(koreksi("55", "60", "2024-05-20"))
    before, after = (data.baris("A", "2024-TW1", per_tanggal=day) for day in ("2024-05-19", "2024-05-20"))
    assert (Tanda.DIKOREKSI in before.tanda, Tanda.DIKOREKSI in after.tanda) == (False, True)
    assert (before.realisasi, after.realisasi) == isi(55, 60)
    assert [len(data.terlihat(day).koreksi) for day in ("2024-05-19", "2024-05-20")] == [0, 1]


def test_a_figure_that_a_day_did_not_know_corrected_yet_is_marked_so() -> None:
    data = dikoreksi(koreksi("55", "60", "2024-05-20"))
    assert [data.terlihat(day).dipulihkan for day in ("2024-05-19", "2024-05-20")] == [
        {(Periode(2024, "TW1"), "A")},
        frozenset(),
    ]
    again = terlihat(data.terlihat("2024-05-19"), Posisi.pada(date(2024, 5, 18)))
    assert again.dipulihkan == {(Periode(2024, "TW1"), "A")}, "whoever looks at what a day knew sees it too"


@pytest.mark.parametrize(
    ("hari", "expected"), [("2024-05-19", 50), ("2024-05-20", 55), ("2024-06-30", 55), ("2024-07-01", 60)]
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_chain_is_taken_back_from_its_end(hari: str, expected: int, turned: bool) -> None:
    rows = [koreksi("50", "55", "2024-05-20"), koreksi("55", "60", "2024-07-01")]
    assert isi(nilai(dikoreksi(*(reversed(rows) if turned else rows)), hari)) == isi(expected)


def test_a_chain_of_one_day_is_taken_back_from_its_end() -> None:
    rows = [koreksi("50", "55", "2024-05-20"), koreksi("55", "60", "2024-05-20")]
    assert isi(nilai(dikoreksi(*rows), "2024-05-19")) == isi(50)


def test_only_the_corrected_komponen_goes_back() -> None:
    data = dikoreksi(koreksi("2", "3", "2024-05-20", isian="a"))
    data.ukur("A", komponen={"a": "P", "b": "Q"}, rumus="a / b")
    data.laporan.clear()
    data.lapor("A", "TW1", komponen={"a": "3", "b": "8"})
    known = [data.terlihat(day).realisasi[TW1, UNIT].isi.butir["A"] for day in ("2024-05-19", "2024-05-20")]
    assert [isi(*(row.komponen or {}).values()) for row in known] == [isi(2, 8), isi(3, 8)]


BENTUK: Final[Mapping[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], Decimal]]] = {
    "tahapan": (TAHAPAN, {"tahapan": ["t1"]}, {"tahapan": ["t1", "t2"]}, Decimal(20)),
    "tanggal": (TANGGAL, {"tanggal": "2024-04-02"}, {"tanggal": "2024-03-27"}, Decimal(93)),
    "terpenuhi": (YA, {"terpenuhi": "tidak"}, {"terpenuhi": "ya"}, Decimal(0)),
    "predikat": (OPINI, {"predikat": "WDP"}, {"predikat": "WTP"}, Decimal(3)),
}


@pytest.mark.parametrize("isian", BENTUK)
@pytest.mark.parametrize("name", ["nilai", "isian"])
def test_a_figure_goes_back_with_its_form(isian: str, name: str) -> None:
    kamus, lama, baru, number = BENTUK[isian]
    data = Susunan().ukur("A", **kamus).lapor("A", "TW1", **baru)
    record = koreksi(None, "1", "2024-05-20") | {"nilai_lama": lama, "nilai_baru": baru}
    data.koreksi[2024, "TW1", "KOR-1"] = record | ({"isian": isian} if name == "isian" else {})
    known = [data.terlihat(day).realisasi[TW1, UNIT].isi.butir["A"] for day in ("2024-05-19", "2024-05-20")]
    written = ButirRealisasi.model_validate(lama), ButirRealisasi.model_validate(baru)
    assert [getattr(row, isian) for row in known] == [getattr(row, isian) for row in written]
    assert known[0].nilai == number


def test_a_score_goes_back_with_the_class_at_its_side() -> None:
    data = Susunan().ukur("A", skala="akip88").lapor("A", "TW1", "72", predikat="BB")
    new = {"nilai": "72", "predikat": "BB"}
    for lama, expected in (({"nilai": "83", "predikat": "A"}, "A"), ("83", None)):
        data.koreksi[2024, "TW1", "KOR-1"] = koreksi(None, "1", "2024-05-20") | {"nilai_lama": lama, "nilai_baru": new}
        row = data.terlihat("2024-05-19").realisasi[TW1, UNIT].isi.butir["A"]
        assert (row.nilai, row.predikat) == (Decimal(83), expected)


def test_a_stated_capaian_goes_back_and_the_figure_stays() -> None:
    stated = {"nilai": "95", "alasan": "Rapat.", "disetujui_oleh": "kepala"}
    data = Susunan().ukur("A", formula_capaian="manual").janji("A", "60")
    data.lapor("A", "TW1", "60", capaian_dinyatakan=stated)
    data.koreksi[2024, "TW1", "KOR-1"] = koreksi("90", "95", "2024-05-20", isian="capaian_dinyatakan")
    known = [data.terlihat(day).realisasi[TW1, UNIT].isi.butir["A"] for day in ("2024-05-19", "2024-05-20")]
    assert [row.capaian_dinyatakan and row.capaian_dinyatakan.nilai for row in known] == [Decimal(90), Decimal(95)]
    assert [row.nilai for row in known] == [Decimal(60), Decimal(60)]
    data.laporan[2024, "TW1", UNIT]["butir"]["A"].pop("capaian_dinyatakan")
    assert data.terlihat("2024-05-19").realisasi[TW1, UNIT].isi.butir["A"].capaian_dinyatakan is None


def test_a_late_figure_was_not_there_before() -> None:
    data = dikoreksi(koreksi(None, "60", "2024-05-20"))
    assert nilai(data, "2024-05-19") is None
    assert (TW1, UNIT) not in data.terlihat("2024-05-19").realisasi, "nothing is left of the report"
    assert isi(nilai(data, "2024-05-20")) == isi(60)
    data.ukur("B").lapor("B", "TW1", "5")
    assert list(data.terlihat("2024-05-19").realisasi[TW1, UNIT].isi.butir) == ["B"]


def test_a_late_figure_that_was_corrected_later() -> None:
    data = dikoreksi(koreksi(None, "55", "2024-05-20"), koreksi("55", "60", "2024-07-01"))
    found = [nilai(data, day) for day in ("2024-05-19", "2024-05-20", "2024-07-01")]
    assert isi(*found) == isi(None, 55, 60)


def dicabut(*more: dict[str, Any]) -> Susunan:
    """A figure that was withdrawn, with its status, and what came after that."""
    data = dikoreksi(koreksi("60", "0", "2024-05-20", jenis="pencabutan", nilai_baru=None), *more)
    if not more:
        data.lapor("A", "TW1", status="tidak_tersedia", alasan="Daftar hadirnya ternyata milik tahun lain.")
    return data


def test_a_withdrawn_figure_stood_before() -> None:
    data = dicabut()
    assert isi(nilai(data, "2024-05-19"), nilai(data, "2024-05-20")) == isi(60, None)
    rows = [data.terlihat(day).realisasi[TW1, UNIT].isi.butir["A"] for day in ("2024-05-19", "2024-05-20")]
    assert [(row.status, row.alasan is None) for row in rows] == [(None, True), ("tidak_tersedia", False)]
    assert data.baris("A", "2024-TW1", per_tanggal="2024-05-20").status is Status.TIDAK_TERSEDIA


def test_a_figure_that_came_after_a_withdrawal() -> None:
    data = dicabut(koreksi(None, "60", "2024-07-01"))
    found = [nilai(data, day) for day in ("2024-05-19", "2024-05-20", "2024-07-01")]
    assert isi(*found) == isi(60, None, 60)


def test_other_figures_stay_as_they_are() -> None:
    data = dikoreksi(koreksi("1", "2", "2024-05-20", indikator="B")).lapor("A", "TW2", "70")
    data.koreksi[2024, "TW2", "KOR-9"] = koreksi("65", "70", "2024-08-01")
    known = data.terlihat("2024-05-01")
    assert isi(nilai(data, "2024-05-01")) == isi(60)
    assert isi(known.realisasi[Periode(2024, "TW2"), UNIT].isi.butir["A"].nilai) == isi(65)


# ── What follows ─────────────────────────────────────────────────────────────────────────────────────────────────

AKSI = {
    "asal": "arahan_kepala",
    "periode": "TW1",
    "tindakan": "T.",
    "penanggung_jawab": UNIT,
    "ditetapkan": "2024-04-10",
    "batas": "2024-06-28",
    "kemajuan": [{"tanggal": "2024-05-15", "persen": "50", "uraian": "U"}],
    "selesai": "2024-06-20",
    "bukti": BUKTI,
}


@pytest.mark.parametrize(
    ("hari", "known"),
    [
        ("2024-04-09", None),
        ("2024-04-10", (0, False, 0)),
        ("2024-05-15", (1, False, 0)),
        ("2024-06-19", (1, False, 0)),
        ("2024-06-20", (1, True, 1)),
    ],
)
def test_an_action_is_known_from_the_day_it_was_made(hari: str, known: tuple[int, bool, int] | None) -> None:
    data = satu()
    data.tindak_lanjut[2024] = {"TL-1": AKSI}
    row = data.terlihat(hari).tindak_lanjut[2024].isi.butir.get("TL-1")
    found = (len(row.kemajuan), row.selesai is not None, len(row.bukti)) if row else None
    assert found == known


# ── Always ───────────────────────────────────────────────────────────────────────────────────────────────────────

AWAL, AKHIR = date(2024, 1, 1), date(2024, 12, 31)
HARI = st.dates(AWAL, AKHIR)


@st.composite
def catatan(draw: st.DrawFn) -> Dataset:
    """A year of which every kind of record may or may not exist, on any days."""
    days = sorted(draw(st.lists(HARI, min_size=12, max_size=12, unique=True)))
    text = [str(day) for day in days]
    data = satu()
    data.pk[2024, "kepala", "murni"]["tanggal"] = text[0]
    if draw(st.booleans()):
        data.janji("A", "50", versi="perubahan-1", tanggal=str(draw(HARI)))
    answer = {"diputus": text[2], "hasil": "dikembalikan", "alasan": "bukti_kurang"}
    rows: list[dict[str, Any]] = [{"dikirim": text[1]} | draw(st.sampled_from([answer, {}]))]
    if len(rows[0]) > 1 and draw(st.booleans()):
        rows.append({"dikirim": text[3], "diputus": text[4], "hasil": "disetujui"})
    if draw(st.booleans()):
        data.siklus[2024, "TW1"] = {"pengiriman": {UNIT: rows}, "penutupan": {"tanggal": text[5], "oleh": "kepala"}}
    chain = [(None, "50", text[6]), ("50", "55", text[7]), ("55", "60", text[8])]
    for number, row in enumerate(chain[draw(st.integers(0, 3)) :], start=1):
        data.koreksi[2024, "TW1", f"KOR-{number}"] = koreksi(*row)
    if draw(st.booleans()):
        days_of_action = {"ditetapkan": text[9], "selesai": text[10], "batas": text[10]}
        data.tindak_lanjut[2024] = {"TL-1": AKSI | days_of_action}
    if draw(st.booleans()):
        data.dokumen["d"] = {"jenis": "dpa", "judul": "D", "tahun": "2024", "tanggal": text[11], "nomor_arsip": "1"}
    return data.dataset()


@given(catatan(), HARI, st.booleans())
def test_looking_twice_shows_the_same(dataset: Dataset, hari: date, menunggu: bool) -> None:
    posisi = Posisi.pada(hari)
    once = terlihat(dataset, posisi, menunggu=menunggu)
    assert terlihat(once, posisi, menunggu=menunggu) == once


@given(catatan())
def test_the_last_day_hides_nothing_but_what_is_not_approved(dataset: Dataset) -> None:
    known = terlihat(dataset, Posisi.pada(AKHIR))
    for field in fields(Dataset):
        if field.name != "realisasi":
            assert getattr(known, field.name) == getattr(dataset, field.name), field.name
    siklus = dataset.siklus.get(TW1)
    rows = siklus.isi.pengiriman[UNIT] if siklus else ()
    accepted = not rows or rows[-1].hasil is HasilReviu.DISETUJUI
    assert known.realisasi == (dataset.realisasi if accepted else {})


@given(catatan(), HARI, st.integers(0, 60))
def test_a_later_day_never_knows_less(dataset: Dataset, hari: date, more: int) -> None:
    before = terlihat(dataset, Posisi.pada(hari))
    after = terlihat(dataset, Posisi.pada(hari + timedelta(days=more)))
    assert before.perjanjian_kinerja.keys() <= after.perjanjian_kinerja.keys()
    assert before.koreksi.keys() <= after.koreksi.keys()
    assert before.realisasi.keys() <= after.realisasi.keys()
    assert (before.dokumen is None) == (after.dokumen is None)
    for tahun, berkas in before.tindak_lanjut.items():
        assert berkas.isi.butir.keys() <= after.tindak_lanjut[tahun].isi.butir.keys()


def test_a_correction_marks_its_own_indikator_in_its_own_quarter() -> None:
    data = satu().lapor("A", "TW2", "60").ukur("B").janji("B", "60")
    data.rencanakan("B", TW1="60", TW2="60").lapor("B", "TW1", "60")
    data.koreksi[2024, "TW1", "KOR-1"] = koreksi("50", "60", "2024-05-20")
    marks = {(k, p): data.baris(k, p, per_tanggal="2024-07-20").tanda for k in "AB" for p in ("2024-TW1", "2024-TW2")}
    assert marks == {
        ("A", "2024-TW1"): (Tanda.DIKOREKSI,),
        ("A", "2024-TW2"): (),
        ("B", "2024-TW1"): (),
        ("B", "2024-TW2"): (),
    }


def telat(isian: str, baru: str) -> dict[str, Any]:
    """A figure beside the official one that came two months late."""
    return {
        "jenis": "isian_terlambat",
        "indikator": "A",
        "isian": isian,
        "nilai_baru": baru,
        "alasan": "Rincian penghitungan baru dikirim pemilik indeks dua bulan sesudah nilainya diumumkan resmi.",
        "tingkat": "kecil",
        "tanggal": "2024-06-10",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }


def test_late_komponen_take_no_official_value_along() -> None:
    kamus: dict[str, Any] = {"nilai_resmi": "ya", "komponen": {"p": "P", "q": "Q"}, "rumus": "p / q"}
    data = Susunan().ukur("A", **kamus).janji("A", "80").lapor("A", "TW1", "75", komponen={"p": "3", "q": "4"})
    data.koreksi = {(2024, "TW1", f"KOR-{n}"): telat(n, v) for n, v in (("p", "3"), ("q", "4"))}
    (before,) = data.terlihat("2024-05-20").realisasi.values()
    assert (before.isi.butir["A"].nilai, before.isi.butir["A"].komponen) == (Decimal(75), None)
    (after,) = data.terlihat("2024-06-10").realisasi.values()
    assert after.isi.butir["A"].komponen == {"p": Decimal(3), "q": Decimal(4)}


def test_a_late_capaian_takes_no_realisasi_along() -> None:
    stated = {"nilai": "90", "alasan": "Alasan.", "disetujui_oleh": "kepala"}
    data = Susunan().ukur("A", formula_capaian="manual").lapor("A", "TW1", "75", capaian_dinyatakan=stated)
    data.koreksi[2024, "TW1", "KOR-1"] = telat("capaian_dinyatakan", "90")
    (before,) = data.terlihat("2024-05-20").realisasi.values()
    assert (before.isi.butir["A"].nilai, before.isi.butir["A"].capaian_dinyatakan) == (Decimal(75), None)


def test_a_late_komponen_of_a_computed_figure_takes_it_away() -> None:
    data = Susunan().ukur("A", komponen={"p": "P", "q": "Q"}, rumus="p / q")
    data.lapor("A", "TW1", komponen={"p": "3", "q": "4"}).koreksi[2024, "TW1", "KOR-1"] = telat("p", "3")
    assert not data.terlihat("2024-05-20").realisasi
