"""P002…P006: one record for each change of a closed figure, in an unbroken chain that ends in the data."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.koreksi import (
    alasan_koreksi_cukup,
    koreksi_bersambung,
    koreksi_sama_dengan_data,
    koreksi_sesudah_ditutup,
)
from sakipgen.diagnostics import Severity
from tests.checking.helpers import places, said
from tests.measuring.builder import BUKTI, Susunan

ALASAN = "Dua pegawai terhitung dua kali; angka baru diambil dari daftar yang sudah dicocokkan."


def berkas(nomor: int, segmen: str = "TW1") -> str:
    return f"koreksi/2024/{segmen}/KOR-{nomor}.yaml"


def koreksi(lama: str | None, baru: str, **fields: Any) -> dict[str, Any]:
    return {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "nilai_lama": lama,
        "nilai_baru": baru,
        "alasan": ALASAN,
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    } | fields


def dikoreksi(*rows: dict[str, Any], nilai: str = "60", ditutup: str | None = "2024-04-30") -> Susunan:
    data = Susunan().ukur("A").lapor("A", "TW1", nilai)
    for number, row in enumerate(rows, start=1):
        data.koreksi[2024, "TW1", f"KOR-{number}"] = row
    data.siklus[2024, "TW1"] = {"penutupan": {"tanggal": ditutup, "oleh": "kepala"}} if ditutup else {}
    return data


def test_a_chain_that_ends_in_the_data_is_silent() -> None:
    data = dikoreksi(koreksi("50", "55"), koreksi("55", "60", tanggal="2024-06-01"))
    for rule in (koreksi_bersambung, koreksi_sama_dengan_data, koreksi_sesudah_ditutup, alasan_koreksi_cukup):
        assert said(rule, data.dataset()) == []


# ── P002 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_p002_each_old_figure_is_the_new_one_before() -> None:
    data = dikoreksi(koreksi("50", "55"), koreksi("54.5", "60", tanggal="2024-06-01"))
    assert said(koreksi_bersambung, data.dataset()) == [
        (
            f"{berkas(2)} nilai_lama value P002: `nilai_lama` 54,5 tidak sama dengan hasil koreksi sebelumnya (55); "
            "betulkan `nilai_lama`."
        )
    ]
    (issue,) = koreksi_bersambung(data.dataset())
    assert issue.severity is Severity.ERROR


def test_p002_a_correction_changes_something() -> None:
    text = "`nilai_lama` sama dengan `nilai_baru` (55); tulis angka sebelum dikoreksi, atau hapus koreksi ini."
    found = said(koreksi_bersambung, dikoreksi(koreksi("55", "55.0")).dataset())
    assert found == [f"{berkas(1)} nilai_lama value P002: {text}"]


def dicabut(*more: dict[str, Any], **row: Any) -> Susunan:
    data = dikoreksi(koreksi("60", "0", jenis="pencabutan", nilai_baru=None), *more)
    return data.lapor("A", "TW1", **row)


KOSONG: dict[str, Any] = {"status": "tidak_tersedia", "alasan": "Daftar hadirnya ternyata milik tahun lain."}


def test_p002_p003_a_figure_is_withdrawn_by_a_status() -> None:
    for rule in (koreksi_bersambung, koreksi_sama_dengan_data):
        assert said(rule, dicabut(**KOSONG).dataset()) == []


def test_p003_a_withdrawn_figure_is_gone_and_says_why() -> None:
    place = "angka ini dicabut, tetapi `data/realisasi/2024/TW1/mutasi.yaml`"
    there = f"{place} masih berisi 60; hapus angkanya di sana."
    assert said(koreksi_sama_dengan_data, dicabut(nilai="60").dataset()) == [f"{berkas(1)} jenis value P003: {there}"]
    silent = f"{place} tidak mengatakan mengapa; tulis `status` dan `alasan` untuk `A` di sana."
    assert said(koreksi_sama_dengan_data, dicabut().dataset()) == [f"{berkas(1)} jenis value P003: {silent}"]


def test_p002_after_a_withdrawal_a_figure_comes_late() -> None:
    late = koreksi(None, "61", jenis="isian_terlambat", tanggal="2024-06-01")
    assert said(koreksi_bersambung, dicabut(late, nilai="61").dataset()) == []
    wrong = koreksi("60", "61", tanggal="2024-06-01")
    cure = "angkanya sudah dicabut; hapus `nilai_lama` dan tulis `jenis: isian_terlambat`."
    found = said(koreksi_bersambung, dicabut(wrong, nilai="61").dataset())
    assert found == [f"{berkas(2)} nilai_lama value P002: {cure}"]


def test_p002_the_order_is_that_of_the_days_and_not_of_the_names() -> None:
    data = dikoreksi(koreksi("55", "60", tanggal="2024-06-01"), koreksi("50", "55"))
    assert said(koreksi_bersambung, data.dataset()) == []


def test_p002_two_of_one_day_follow_their_names() -> None:
    assert said(koreksi_bersambung, dikoreksi(koreksi("50", "55"), koreksi("55", "60")).dataset()) == []
    assert places(koreksi_bersambung, dikoreksi(koreksi("55", "60"), koreksi("50", "55")).dataset()) == [
        f"{berkas(2)} nilai_lama"
    ]


def test_p002_two_of_one_day_follow_the_numbers_in_their_names() -> None:
    data = dikoreksi(koreksi("50", "55"))
    data.koreksi[2024, "TW1", "KOR-10"] = koreksi("55", "60")
    data.koreksi[2024, "TW1", "KOR-9"] = data.koreksi.pop((2024, "TW1", "KOR-1"))
    assert said(koreksi_bersambung, data.dataset()) == []
    assert said(koreksi_sama_dengan_data, data.dataset()) == []


def test_p002_of_one_day_the_cure_is_in_the_name() -> None:
    (said_of,) = said(koreksi_bersambung, dikoreksi(koreksi("55", "60"), koreksi("50", "55")).dataset())
    assert "beri `KOR-1` kode yang lebih besar daripada `KOR-2`" in said_of


def test_p002_other_figures_have_chains_of_their_own() -> None:
    data = dikoreksi(koreksi("50", "55"), koreksi("1", "2", indikator="B"), koreksi("3", "4", isian="jp20"))
    data.koreksi[2024, "TW2", "KOR-9"] = koreksi("7", "8")
    assert said(koreksi_bersambung, data.dataset()) == []


def test_p002_only_a_late_figure_has_no_old_one() -> None:
    assert said(koreksi_bersambung, dikoreksi(koreksi(None, "60", jenis="isian_terlambat")).dataset()) == []
    data = dikoreksi(koreksi(None, "60"))
    assert said(koreksi_bersambung, data.dataset()) == [
        f"{berkas(1)} jenis value P002: `nilai_lama` belum diisi; tulis angka sebelum dikoreksi."
    ]


def test_p002_a_late_figure_has_no_old_one() -> None:
    found = said(koreksi_bersambung, dikoreksi(koreksi("50", "60", jenis="isian_terlambat")).dataset())
    text = "`isian_terlambat` tidak punya nilai lama; hapus `nilai_lama`, atau ganti `jenis`."
    assert found == [f"{berkas(1)} nilai_lama value P002: {text}"]


def test_p002_a_late_figure_cannot_follow_another_correction() -> None:
    late = koreksi(None, "60", jenis="isian_terlambat", tanggal="2024-06-01")
    assert said(koreksi_bersambung, dikoreksi(koreksi("50", "55"), late).dataset()) == [
        (
            f"{berkas(2)} nilai_lama value P002: `nilai_lama` kosong tidak sama dengan hasil koreksi sebelumnya (55); "
            "betulkan `nilai_lama`."
        )
    ]


@pytest.mark.parametrize("rule", [koreksi_bersambung, koreksi_sama_dengan_data])
def test_a_chain_with_an_unread_record_is_not_judged(rule: Any) -> None:
    data = dikoreksi(koreksi("50", "55"), koreksi("54", "59", tanggal="2024-06-01"))
    assert len(said(rule, data.dataset())) == 1
    data.tak_terbaca = {berkas(9)}
    assert said(rule, data.dataset()) == []
    data.tak_terbaca = {berkas(9, "TW2")}
    assert len(said(rule, data.dataset())) == 1


# ── P003 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_p003_the_last_new_figure_is_the_one_in_the_data() -> None:
    data = dikoreksi(koreksi("50", "58"), nilai="60")
    assert said(koreksi_sama_dengan_data, data.dataset()) == [
        (
            f"{berkas(1)} nilai_baru value P003: `nilai_baru` 58, tetapi `data/realisasi/2024/TW1/mutasi.yaml` "
            "berisi 60; samakan keduanya."
        )
    ]
    assert said(koreksi_sama_dengan_data, dikoreksi(koreksi("50", "60.00"), nilai="60").dataset()) == []


def test_p003_only_the_last_of_a_chain_is_compared() -> None:
    data = dikoreksi(koreksi("50", "55"), koreksi("55", "61", tanggal="2024-06-01"))
    assert places(koreksi_sama_dengan_data, data.dataset()) == [f"{berkas(2)} nilai_baru"]


def test_p003_a_komponen_is_compared_with_its_own_figure() -> None:
    data = dikoreksi(koreksi("2", "3", isian="a"), koreksi("9", "9", isian="b"))
    data.ukur("A", komponen={"a": "P", "b": "Q"}, rumus="a / b")
    del data.laporan[2024, "TW1", "mutasi"]
    data.lapor("A", "TW1", komponen={"a": "3", "b": "8"})
    assert places(koreksi_sama_dengan_data, data.dataset()) == [f"{berkas(2)} nilai_baru"]


@pytest.mark.parametrize("fields", [{"isian": "jp20"}, {"indikator": "B"}])
def test_p003_a_figure_that_is_not_there(fields: dict[str, Any]) -> None:
    data = dikoreksi(koreksi("50", "60", **fields)).ukur("B")
    isian, kode = fields.get("isian", "nilai"), fields.get("indikator", "A")
    assert said(koreksi_sama_dengan_data, data.dataset()) == [
        (
            f"{berkas(1)} nilai_baru value P003: `data/realisasi/2024/TW1/mutasi.yaml` tidak memuat `{isian}` untuk "
            f"`{kode}`; betulkan `indikator`, `isian`, atau folder periodenya, atau isi angkanya di sana."
        )
    ]


def test_p003_is_silent_where_another_rule_speaks() -> None:
    assert said(koreksi_sama_dengan_data, dikoreksi(koreksi("1", "2", indikator="X")).dataset()) == []
    data = dikoreksi(koreksi("1", "2"))
    data.laporan.clear()
    assert said(koreksi_sama_dengan_data, data.lapor("A-1", "TW1", "2").dataset()) == [], "R001 says it"
    data = dikoreksi(koreksi("1", "2")).ukur("A", penanggung_jawab="x")
    assert said(koreksi_sama_dengan_data, data.dataset()) == []
    data = dikoreksi(koreksi("1", "2"))
    data.laporan.clear()
    assert len(said(koreksi_sama_dengan_data, data.dataset())) == 1
    data.tak_terbaca = {"realisasi/2024/TW1/mutasi.yaml"}
    assert said(koreksi_sama_dengan_data, data.dataset()) == []


# ── P005 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("ditutup", "when"),
    [
        (None, "belum ditutup"),
        ("2024-05-21", "baru ditutup pada 2024-05-21"),
        ("2024-05-20", None),
        ("2024-04-30", None),
    ],
)
def test_p005_a_correction_follows_the_closing(ditutup: str | None, when: str | None) -> None:
    expected = [
        (
            f"{berkas(1)} tanggal value P005: Triwulan I 2024 {when}, padahal koreksi bertanggal 2024-05-20; "
            "betulkan tanggalnya, atau perbaiki angkanya tanpa koreksi."
        )
    ]
    data = dikoreksi(koreksi("50", "60"), ditutup=ditutup)
    assert said(koreksi_sesudah_ditutup, data.dataset()) == (expected if when else [])


def test_p005_another_period_s_closing_does_not_count_and_an_unread_record_is_not_missing() -> None:
    data = dikoreksi(koreksi("50", "60"))
    data.siklus = {(2024, "TW2"): data.siklus[2024, "TW1"]}
    assert places(koreksi_sesudah_ditutup, data.dataset()) == [f"{berkas(1)} tanggal"]
    data.tak_terbaca = {"siklus/2024/TW1.yaml"}
    assert said(koreksi_sesudah_ditutup, data.dataset()) == []


# ── P006 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kata", "wrong"), [(1, True), (9, True), (10, False), (11, False)])
def test_p006_ten_words_at_least(kata: int, wrong: bool) -> None:
    data = dikoreksi(koreksi("50", "60", alasan=" ".join(["kata"] * kata)))
    expected = [
        (
            f"{berkas(1)} alasan value P006: `alasan` hanya {kata} kata; tulis sekurang-kurangnya 10 kata tentang "
            "penyebabnya dan sumber angka yang baru."
        )
    ]
    assert said(alasan_koreksi_cukup, data.dataset()) == (expected if wrong else [])
