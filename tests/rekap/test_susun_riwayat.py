"""What kind of change each was, and what of it the public may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

import pytest

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.isian import Beda, Dokumen, Kunci
from sakipgen.domain.riwayat import BedaBerkas, Catatan, Riwayat
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.reading.revisi import ZONA
from sakipgen.rekap import BarisPerubahan, JenisPerubahan, NilaiTercatat, RekapRiwayat, susun_riwayat
from sakipgen.rekap.susun_riwayat import tercatat
from tests.measuring.builder import BUKTI, UNIT, Susunan, instansi
from tests.rendering.test_pages import small

TW1 = Periode(2024, "TW1")
SETAHUN = Periode(2024, "tahunan")
BERKAS = PurePosixPath(f"data/realisasi/2024/TW1/{UNIT}.yaml")
Isi = Mapping[Kunci, tuple[str | None, str | None]]


def nilai(bagian: str = "nilai", kode: str = "A", periode: Periode = TW1) -> Kunci:
    return Kunci(Dokumen.REALISASI, kode, periode, "", bagian)


def catatan(hari: str, isi: Isi, nomor: int = 1, berkas: PurePosixPath = BERKAS, **lain: Any) -> Catatan:
    """A commit that changed these figures."""
    values: dict[str, Any] = {
        "revisi": f"{nomor:040d}",
        "waktu": datetime.fromisoformat(f"{hari}T10:00:00").replace(tzinfo=ZONA),
        "usulan": None,
        "alasan": None,
        "disetujui_oleh": (),
        "berkas": (berkas,),
        "beda": tuple(BedaBerkas(Beda(kunci, *pair), berkas) for kunci, pair in isi.items()),
    }
    return Catatan(**values | lain)


@pytest.fixture
def susunan() -> Susunan:
    """An official instansi with a quarterly indikator that is reported in TW1."""
    found = Susunan(instansi=instansi(status_data="resmi")).ukur("A").janji("A", "60")
    return found.rencanakan("A", TW1="30", TW4="60").lapor("A", "TW1", "45")


def susun(susunan: Susunan | Dataset, *isi: Catatan, hari: str = "2025-02-14", lengkap: bool = True) -> RekapRiwayat:
    dataset = susunan.dataset() if isinstance(susunan, Susunan) else susunan
    posisi = Posisi.pada(date.fromisoformat(hari))
    return susun_riwayat(Riwayat(isi, lengkap), dataset, terlihat(dataset, posisi), posisi)


def jenis(susunan: Susunan, *isi: Catatan, hari: str = "2025-02-14") -> list[tuple[str, JenisPerubahan]]:
    return [(row.kunci.bagian, row.jenis) for row in susun(susunan, *isi, hari=hari).baris]


def satu(susunan: Susunan, *isi: Catatan) -> BarisPerubahan:
    (row,) = susun(susunan, *isi).baris
    return row


TUTUP = Kunci(Dokumen.PENUTUPAN, "", TW1, "", "tanggal")


def test_a_first_figure_is_new_and_a_second_mends_it(susunan: Susunan) -> None:
    told = susun(
        susunan,
        catatan("2024-04-10", {nilai(): (None, "40")}, 1, usulan=12, alasan="Laporan.", disetujui_oleh=("x", "kepala")),
        catatan("2024-04-12", {nilai(): ("40", "45")}, 2),
    )
    first, second = told.baris
    assert (first.jenis, first.lama, first.baru) == (
        JenisPerubahan.ISIAN_BARU,
        None,
        NilaiTercatat(Decimal(40), None),
    )
    assert (first.usulan, first.alasan, first.unit, first.disetujui_oleh) == (12, "Laporan.", UNIT, ("kepala",))
    assert first.id == "000000000000:realisasi:A:2024-TW1:-:nilai"
    assert (second.jenis, second.lama) == (JenisPerubahan.PERBAIKAN, NilaiTercatat(Decimal(40), None))
    assert (second.indikator, second.koreksi) == ("A", None)
    assert told.terakhir[BERKAS].revisi == f"{2:040d}"


def test_a_provisional_figure_made_final_is_a_planned_revision(susunan: Susunan) -> None:
    before = catatan("2024-04-10", {nilai(): (None, "40"), nilai("sementara"): (None, "ya")})
    after = catatan("2024-06-10", {nilai(): ("40", "45"), nilai("sementara"): ("ya", None)}, 2)
    assert jenis(susunan, before, after) == [
        ("nilai", JenisPerubahan.ISIAN_BARU),
        ("nilai", JenisPerubahan.REVISI_TERENCANA),
    ]


def test_what_is_gone_is_said_to_be_gone(susunan: Susunan) -> None:
    gone = satu(susunan, catatan("2024-04-10", {nilai(): ("40", None)}))
    assert (gone.jenis, gone.baru) == (JenisPerubahan.PENGHAPUSAN, None)


@pytest.mark.parametrize(
    ("arti", "baru", "told"),
    [
        ("Pegawai yang ikut", "45", []),
        ("Pegawai yang ikut", "45.0", []),
        ("Pegawai yang lulus", "45", ["hadir", "ikut"]),
        ("Pegawai yang ikut", "46", ["hadir", "ikut"]),
        ("Pegawai yang ikut", None, ["ikut"]),
    ],
)
def test_another_name_for_the_same_komponen_is_told_by_the_kamus_alone(
    susunan: Susunan, arti: str, baru: str | None, told: list[str]
) -> None:
    meaning = [Kunci(Dokumen.CARA, "A", None, "", f"komponen.{name}") for name in ("hadir", "ikut", "total")]
    first = catatan("2024-04-09", {meaning[1]: (None, "Pegawai yang ikut"), meaning[2]: (None, "Semua pegawai")})
    changed: dict[Kunci, tuple[str | None, str | None]] = {
        meaning[0]: (None, arti),
        meaning[1]: ("Pegawai yang ikut", None),
        nilai("ikut"): ("45", None),
        nilai("total"): ("90", "91"),
    }
    if baru is not None:
        changed[nilai("hadir")] = (None, baru)
    rows = susun(susunan, first, catatan("2024-04-10", changed, 2)).baris
    figures = [row.kunci.bagian for row in rows if row.kunci.dokumen is Dokumen.REALISASI]
    assert figures == sorted([*told, "total"])
    assert [row.kunci.bagian for row in rows if row.jenis is JenisPerubahan.PERUBAHAN_CARA][-2:] == [
        "komponen.hadir",
        "komponen.ikut",
    ]


def _koreksi(susunan: Susunan, **isi: Any) -> Susunan:
    record = {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "alasan": "Angka lama menghitung dua kali pegawai yang pindah unit pada bulan Maret.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    susunan.koreksi[2024, "TW1", "KOR-1"] = record | isi
    return susunan


@pytest.mark.parametrize(
    ("isi", "beda", "kind"),
    [
        ({"nilai_lama": "40", "nilai_baru": "45"}, ("40", "45"), JenisPerubahan.KOREKSI_KESALAHAN),
        (
            {"nilai_lama": "40", "nilai_baru": "45", "jenis": "revisi_terencana"},
            ("40.0", "45"),
            JenisPerubahan.REVISI_TERENCANA,
        ),
        ({"nilai_baru": "45", "jenis": "isian_terlambat"}, (None, "45"), JenisPerubahan.ISIAN_TERLAMBAT),
        ({"nilai_lama": "40", "jenis": "pencabutan"}, ("40", None), JenisPerubahan.KOREKSI_KESALAHAN),
        ({"nilai_lama": "41", "nilai_baru": "45"}, ("40", "45"), JenisPerubahan.TANPA_KOREKSI),
        ({"nilai_lama": "41", "jenis": "pencabutan"}, ("40", None), JenisPerubahan.TANPA_KOREKSI),
        ({"nilai_lama": "40", "nilai_baru": "46"}, ("40", "45"), JenisPerubahan.TANPA_KOREKSI),
        ({"nilai_lama": "40", "nilai_baru": "45", "isian": "ikut"}, ("40", "45"), JenisPerubahan.TANPA_KOREKSI),
    ],
)
def test_after_closing_only_a_matching_koreksi_explains(
    susunan: Susunan, isi: dict[str, Any], beda: tuple[str | None, str | None], kind: JenisPerubahan
) -> None:
    closed = catatan("2024-04-30", {TUTUP: (None, "2024-04-30")})
    row = satu(_koreksi(susunan, **isi), closed, catatan("2024-05-20", {nilai(): beda}, 2))
    assert row.jenis is kind
    known = kind is not JenisPerubahan.TANPA_KOREKSI
    assert row.koreksi == ("KOR-1" if known else None)
    assert bool(row.alasan) is known


@pytest.mark.parametrize(
    ("isi", "beda", "known"),
    [
        ({"nilai_lama": "40", "jenis": "pencabutan"}, (None, "tidak_tersedia"), True),
        ({"nilai_baru": "45", "jenis": "isian_terlambat"}, ("tidak_tersedia", None), True),
        ({"nilai_lama": "40", "nilai_baru": "45"}, (None, "tidak_tersedia"), False),
    ],
)
def test_a_status_that_takes_or_leaves_the_place_of_a_figure(
    susunan: Susunan, isi: dict[str, Any], beda: tuple[str | None, str | None], known: bool
) -> None:
    closed = catatan("2024-04-30", {TUTUP: (None, "2024-04-30")})
    row = satu(_koreksi(susunan, **isi), closed, catatan("2024-05-20", {nilai("status"): beda}, 2))
    assert row.koreksi == ("KOR-1" if known else None)


def test_closing_itself_and_what_came_with_it_is_no_breach(susunan: Susunan) -> None:
    closing = catatan("2024-04-30", {nilai(): (None, "45"), TUTUP: (None, "2024-04-30")})
    assert jenis(susunan, closing) == [("nilai", JenisPerubahan.ISIAN_BARU)]


def test_a_period_that_was_opened_again_may_be_mended(susunan: Susunan) -> None:
    steps = (
        catatan("2024-04-30", {TUTUP: (None, "2024-04-30")}),
        catatan("2024-05-02", {TUTUP: ("2024-04-30", None)}, 2),
        catatan("2024-05-03", {nilai(): ("40", "45")}, 3),
    )
    assert jenis(susunan, *steps) == [("nilai", JenisPerubahan.PERBAIKAN)]


def test_an_example_lives_on_another_day_and_breaks_no_rule() -> None:
    example = Susunan(instansi=instansi(status_data="contoh")).ukur("A").janji("A", "60").rencanakan("A", TW4="60")
    told = susun(
        example.lapor("A", "TW1", "45"),
        catatan("2026-04-30", {TUTUP: (None, "2024-04-30")}),
        catatan("2026-05-20", {nilai(): ("40", "45")}, 2),
    )
    assert told.peragaan
    assert [row.jenis for row in told.baris] == [JenisPerubahan.PERBAIKAN]


def test_what_a_later_day_recorded_is_not_known(susunan: Susunan) -> None:
    steps = (catatan("2024-04-10", {nilai(): (None, "40")}), catatan("2024-07-10", {nilai(): ("40", "45")}, 2))
    assert [row.baru for row in susun(susunan, *steps, hari="2024-07-09").baris] == [tercatat("40")]


def test_a_report_that_waits_is_not_told(susunan: Susunan) -> None:
    susunan.siklus[2024, "TW1"] = {"pengiriman": {UNIT: [{"dikirim": "2024-04-10"}]}}
    assert susun(susunan, catatan("2024-04-10", {nilai(): (None, "45")})).baris == ()


def test_a_period_that_has_not_ended_is_not_told(susunan: Susunan) -> None:
    early = catatan("2024-03-10", {nilai(): (None, "45")})
    assert susun(susunan, early, hari="2024-03-20").baris == ()


TARGET = Kunci(Dokumen.PERJANJIAN_KINERJA, "A", SETAHUN, "murni", "target")


def test_another_spelling_of_a_figure_is_no_change(susunan: Susunan) -> None:
    found = susun(
        susunan,
        catatan("2024-04-10", {nilai(): (None, "87.5")}),
        catatan("2024-08-10", {nilai(): ("87.5", "87.50")}, 2),
        catatan("2024-08-11", {nilai(): ("87.50", "87.51")}, 3),
    )
    assert [row.revisi[-1] for row in found.baris] == ["1", "3"]


@pytest.mark.parametrize(("sampai", "banyak"), [("TW1", 0), ("TW2", 1)])
def test_money_after_the_posisi_is_not_told(susunan: Susunan, sampai: str, banyak: int) -> None:
    key = Kunci(Dokumen.ANGGARAN, "5.03", Periode(2024, "TW2"), "", "realisasi")
    dataset = susunan.dataset()
    posisi = Posisi.pada(date(2025, 2, 14), Periode(2024, sampai))
    record = catatan("2024-07-10", {key: (None, "5")}, berkas=PurePosixPath("data/anggaran/2024/TW2.yaml"))
    found = susun_riwayat(Riwayat((record,), lengkap=True), dataset, terlihat(dataset, posisi), posisi)
    assert len(found.baris) == banyak


def test_a_paper_is_not_told_before_its_day(susunan: Susunan) -> None:
    (paper,) = susunan.dataset().perjanjian_kinerja.values()
    key = Kunci(Dokumen.PERJANJIAN_KINERJA, "A", SETAHUN, "murni", "target")
    record = catatan("2023-11-01", {key: (None, "60")}, berkas=paper.path)
    before = (paper.isi.tanggal - timedelta(days=1)).isoformat()
    assert susun(susunan, record, hari=before).baris == ()
    assert len(susun(susunan, record, hari=paper.isi.tanggal.isoformat()).baris) == 1


def test_a_changed_ceiling_is_not_told_before_its_day(susunan: Susunan) -> None:
    susunan.program[2024] = small().program[2024] | {"perubahan": {"sumber": "DPPA", "tanggal": "2024-10-01"}}
    key = Kunci(Dokumen.PAGU, "5.03.2.1", SETAHUN, "perubahan", "pagu")
    path = PurePosixPath("data/program/2024.yaml")
    record = catatan("2024-09-01", {key: (None, "5"), key._replace(versi="murni"): ("8", "9")}, berkas=path)
    assert [row.kunci.versi for row in susun(susunan, record, hari="2024-09-30").baris] == ["murni"]
    assert len(susun(susunan, record, hari="2024-10-01").baris) == 2


def test_a_paper_that_is_not_told_is_not_what_stood_before(susunan: Susunan) -> None:
    (paper,) = susunan.dataset().perjanjian_kinerja.values()
    before = (paper.isi.tanggal - timedelta(days=1)).isoformat()
    hidden = catatan("2023-11-01", {TARGET: (None, "60")}, berkas=paper.path)
    shown = catatan("2023-11-02", {TARGET._replace(versi="lama"): (None, "50")}, 2)
    (row,) = susun(susunan, hidden, shown, hari=before).baris
    assert (row.lama, row.baru) == (None, tercatat("50"))


@pytest.mark.parametrize(
    ("alasan", "said"),
    [
        ("Salah ketik 1.302 menjadi 1.187.", "Salah ketik 1.302 menjadi 1.187."),
        ("Kata pemilik NIP 000000000000000000.", "tidak ditampilkan"),
        ("Kata pemilik NIP 00000000 000000 0 000.", "tidak ditampilkan"),
    ],
)
def test_a_reason_with_a_number_of_a_person_is_not_told(susunan: Susunan, alasan: str, said: str) -> None:
    (row,) = susun(susunan, catatan("2024-04-10", {nilai(): (None, "45")}, alasan=alasan)).baris
    assert row.alasan == said


def test_an_amended_pk_changes_the_target_of_the_first(susunan: Susunan) -> None:
    first = catatan(
        "2024-01-20", {TARGET: (None, "60")}, berkas=PurePosixPath("data/perjanjian-kinerja/2024/x/murni.yaml")
    )
    amended = catatan("2024-10-06", {TARGET._replace(versi="perubahan-1"): (None, "50")}, 2)
    rows = susun(susunan, first, amended).baris
    assert [(row.jenis, row.lama, row.baru) for row in rows] == [
        (JenisPerubahan.ISIAN_BARU, None, tercatat("60")),
        (JenisPerubahan.PERUBAHAN_TARGET, tercatat("60"), tercatat("50")),
    ]
    assert rows[0].unit == "x"


def test_an_amended_pk_that_repeats_a_target_changes_nothing(susunan: Susunan) -> None:
    both = {TARGET._replace(versi="perubahan-1"): (None, "60"), TARGET: (None, "60")}
    assert [row.kunci.versi for row in susun(susunan, catatan("2024-10-06", both)).baris] == ["murni"]


@pytest.mark.parametrize(
    ("kunci", "kind"),
    [
        (Kunci(Dokumen.RENCANA_AKSI, "A", TW1, "", "target"), JenisPerubahan.PERUBAHAN_TARGET),
        (Kunci(Dokumen.RENSTRA, "A", SETAHUN, "2021-2026", "target"), JenisPerubahan.PERUBAHAN_TARGET),
        (Kunci(Dokumen.PAGU, "5.03", SETAHUN, "murni", "pagu"), JenisPerubahan.PERUBAHAN_PAGU),
        (Kunci(Dokumen.ANGGARAN, "5.03", TW1, "", "realisasi"), JenisPerubahan.PERBAIKAN),
    ],
)
def test_each_document_has_its_kind(susunan: Susunan, kunci: Kunci, kind: JenisPerubahan) -> None:
    assert satu(susunan, catatan("2024-10-06", {kunci: ("60", "50")})).jenis is kind


def test_a_new_kamus_changes_nothing_and_a_later_change_of_it_does(susunan: Susunan) -> None:
    kunci = Kunci(Dokumen.CARA, "A", None, "", "rumus")
    more = kunci._replace(bagian="batas.maks")
    steps = (
        catatan("2024-01-02", {kunci: (None, "a / b")}),
        catatan("2024-02-02", {kunci: ("a / b", "a / c"), more: (None, "100")}, 2),
    )
    assert jenis(susunan, *steps) == [
        ("batas.maks", JenisPerubahan.PERUBAHAN_CARA),
        ("rumus", JenisPerubahan.PERUBAHAN_CARA),
    ]


@pytest.mark.parametrize(
    ("teks", "said"),
    [
        ("87.5", NilaiTercatat(Decimal("87.5"), None)),
        ("min: 80, maks: 90", NilaiTercatat(None, "min: 80, maks: 90")),
        ("WTP", NilaiTercatat(None, "WTP")),
        ("198001012005011001", NilaiTercatat(None, "tidak ditampilkan")),
        ("3171234567890001 lapor", NilaiTercatat(None, "tidak ditampilkan")),
        ("<script>alert('x')</script>", NilaiTercatat(None, "tidak ditampilkan")),
        ("Angka dari “Budi”", NilaiTercatat(None, "tidak ditampilkan")),
    ],
)
def test_an_old_version_publishes_no_more_than_a_figure(teks: str, said: NilaiTercatat) -> None:
    assert tercatat(teks) == said


def test_counts_and_look_ups(susunan: Susunan) -> None:
    told = susun(
        susunan,
        catatan("2023-12-30", {nilai(): (None, "39")}),
        catatan("2024-04-10", {nilai(): ("39", "40"), nilai("ikut"): (None, "1")}, 2),
    )
    assert told.hitungan(date(2024, 1, 1)) == {JenisPerubahan.ISIAN_BARU: 1, JenisPerubahan.PERBAIKAN: 1}
    assert [len(told.menurut_indikator["A"]), len(told.menurut_unit[UNIT])] == [3, 3]
    latest = told.diubah([PurePosixPath("data/lain.yaml"), BERKAS])
    assert latest is not None
    assert latest.revisi == f"{2:040d}"
    assert told.diubah([PurePosixPath("data/lain.yaml")]) is None
    assert replace(told, lengkap=False).lengkap is False
