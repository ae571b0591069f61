"""What the models of the data refuse beyond the types of their fields, and what they let pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from sakipgen.domain.anggaran import ButirAnggaran, Program, ProgramTahunan, kode_di_atas
from sakipgen.domain.bukti import Bukti, Klasifikasi
from sakipgen.domain.dokumen import Dokumen, KeadaanDokumen, RegisterDokumen
from sakipgen.domain.indikator import Baseline
from sakipgen.domain.kode_lama import KodeLama
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi
from sakipgen.domain.realisasi import ButirRealisasi, CapaianDinyatakan
from tests.conftest import Indonesian
from tests.measuring.builder import indikator, instansi, isi, renstra

RUMUS: Mapping[str, Any] = {"komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100"}


def refused(make: Callable[..., BaseModel], **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        make(**fields)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"


# ── Indikator ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"rumus": "a"},
            "S008 `komponen` dan `rumus` harus ada bersama-sama; isi keduanya atau hapus keduanya.",
        ),
        (
            {"komponen": {"a": "A"}},
            "S008 `komponen` dan `rumus` harus ada bersama-sama; isi keduanya atau hapus keduanya.",
        ),
        (
            {"komponen": {}, "rumus": "1"},
            "S008 `komponen` dan `rumus` harus ada bersama-sama; isi keduanya atau hapus keduanya.",
        ),
        (
            {"formula_capaian": "turun_rasio"},
            "S008 `formula_capaian: turun_rasio` tidak cocok dengan `polaritas: naik`; ubah salah satunya.",
        ),
        (
            {"formula_capaian": "naik", "polaritas": "turun"},
            "S008 `formula_capaian: naik` tidak cocok dengan `polaritas: turun`; ubah salah satunya.",
        ),
        (
            {"agregasi": "rasio"},
            "S008 `agregasi: rasio` memerlukan `komponen` dan `rumus`; isi keduanya atau ganti agregasinya.",
        ),
        (
            {"agregasi": "rerata", "mode_target": "kumulatif"},
            "S008 `agregasi: rerata` tidak dapat memakai target kumulatif; isi `mode_target: per_periode`.",
        ),
        (
            {"agregasi": "rasio", "mode_target": "kumulatif", **RUMUS},
            "S008 `agregasi: rasio` tidak dapat memakai target kumulatif; isi `mode_target: per_periode`.",
        ),
        (
            {"batas": {"min": "100", "maks": "0"}},
            "S008 `min` 100 melebihi `maks` 0; tukar atau betulkan salah satunya.",
        ),
    ],
)
def test_an_indikator_contradicts_itself(fields: dict[str, Any], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refused(indikator, **fields)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {**RUMUS},
        {"agregasi": "rasio", **RUMUS},
        {"agregasi": "jumlah", "mode_target": "kumulatif"},
        {"agregasi": "terakhir", "mode_target": "kumulatif"},
        {"polaritas": "turun", "formula_capaian": "turun_rasio"},
        {"batas": {"min": "5", "maks": "5"}},
        {"batas": {"min": "-10"}},
        {"ambang_arah": "0"},
    ],
)
def test_an_indikator_may_be_like_this(fields: dict[str, Any]) -> None:
    assert indikator(**fields).nama == "Indeks"


@pytest.mark.parametrize("nama", ["Jp20", "20jp", "jp-20", "_jp", "jp 20", "a" * 31, "", "class."])
def test_the_name_of_a_komponen(nama: str) -> None:
    with pytest.raises(ValidationError):
        indikator(komponen={nama: "A"}, rumus="a")


@pytest.mark.parametrize(
    "fields", [{"desimal": "7"}, {"ambang_arah": "-1"}, {"tingkat": "misi"}, {"kategori": "Tinggi"}, {"nama": "a\nb"}]
)
def test_no_indikator(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        indikator(**fields)


KOSONG = "S008 angkanya belum ditulis; isi `nilai`, `predikat`, `tanggal`, `terpenuhi`, atau `tahapan`."
BENTUK: Mapping[str, Mapping[str, Any]] = {
    "predikat": {"satuan": {"nama": "predikat", "tipe": "predikat"}, "peringkat": "opini-bpk"},
    "tanggal": {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"},
    "ya_tidak": {"satuan": {"nama": "keadaan", "tipe": "ya_tidak"}},
    "tahapan": {
        "satuan": {"nama": "persen", "tipe": "persen"},
        "tahapan": {"t1": {"uraian": "Naskah.", "bobot": "60"}, "t2": {"uraian": "Sah.", "bobot": "40"}},
    },
}
"""The fields of an indikator whose figures are written otherwise than by a number."""
TAHAPAN = "S008 `tahapan` dan `formula_capaian: tahapan` harus ada bersama-sama; isi keduanya atau hapus keduanya."
PERINGKAT = "S008 `satuan: tipe: predikat` dan `peringkat` harus ada bersama-sama; isi keduanya atau hapus keduanya."


def tahapan(*bobot: str) -> dict[str, Any]:
    steps = {f"t{n}": {"uraian": "Selesai.", "bobot": value} for n, value in enumerate(bobot, 1)}
    return {"satuan": {"nama": "persen", "tipe": "persen"}, "tahapan": steps}


def tak_terjumlah(tipe: str) -> str:
    return f"S008 satuan `{tipe}` tidak dapat dijumlahkan atau dirata-ratakan; isi `agregasi: terakhir`."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"nilai_resmi": "ya"},
            (
                "S008 `nilai_resmi: ya` memerlukan `komponen` sebagai pembanding; "
                "isi keduanya, atau hapus `nilai_resmi`."
            ),
        ),
        (
            {"nilai_resmi": "ya", "agregasi": "rasio", **RUMUS},
            "S008 `nilai_resmi: ya` tidak dapat memakai `agregasi: rasio`; nilai resmi tidak dihitung ulang; ganti.",
        ),
        (
            {"formula_capaian": "lintasan"},
            "S008 `formula_capaian: lintasan` mengukur dari kondisi awal; isi `baseline`.",
        ),
        (
            {"formula_capaian": "lintasan", "agregasi": "jumlah", "baseline": {"tahun": "2020", "nilai": "1"}},
            "S008 `formula_capaian: lintasan` mengukur kedudukan, bukan tambahan; isi `agregasi: terakhir`.",
        ),
        (
            {"komponen": {"terpenuhi": "A", "semua": "B"}, "rumus": "terpenuhi / semua"},
            "S008 komponen `terpenuhi` bernama seperti isian laporan; beri nama lain.",
        ),
        (
            {"komponen": {"status": "A", "semua": "B"}, "rumus": "status / semua"},
            "S008 komponen `status` bernama seperti isian laporan; beri nama lain.",
        ),
        ({"formula_capaian": "tahapan"}, TAHAPAN),
        ({**BENTUK["tahapan"], "formula_capaian": "naik"}, TAHAPAN),
        (
            {**BENTUK["tahapan"], "polaritas": "turun"},
            "S008 `formula_capaian: tahapan` tidak cocok dengan `polaritas: turun`; ubah salah satunya.",
        ),
        (
            {**BENTUK["tanggal"], "polaritas": "naik"},
            "S008 `formula_capaian: tanggal` tidak cocok dengan `polaritas: naik`; ubah salah satunya.",
        ),
        (
            {**BENTUK["ya_tidak"], "polaritas": "stabil"},
            "S008 `formula_capaian: biner` tidak cocok dengan `polaritas: stabil`; ubah salah satunya.",
        ),
        (tahapan("60", "39.9"), "S008 bobot tahapan berjumlah 99.9, seharusnya 100; betulkan bobotnya."),
        (tahapan("60", "40.1"), "S008 bobot tahapan berjumlah 100.1, seharusnya 100; betulkan bobotnya."),
        (
            {**BENTUK["tahapan"], "satuan": {"nama": "dokumen", "tipe": "angka"}},
            "S008 tahapan diukur dengan persen pekerjaan yang selesai; isi `satuan: tipe: persen`.",
        ),
        (
            {**BENTUK["tahapan"], "agregasi": "jumlah"},
            "S008 tahapan yang selesai tetap selesai, jadi tidak dijumlahkan; isi `agregasi: terakhir`.",
        ),
        (
            {**BENTUK["tahapan"], **RUMUS},
            "S008 tahapan tidak dihitung dari komponen; hapus `komponen` dan `rumus`, atau hapus `tahapan`.",
        ),
        (
            {**BENTUK["ya_tidak"], "polaritas": "turun"},
            "S008 satuan `ya_tidak` hanya untuk `polaritas: naik`; betulkan salah satunya.",
        ),
        (
            {**BENTUK["tanggal"], "formula_capaian": "stabil_selisih", "polaritas": "stabil"},
            "S008 satuan `tanggal` hanya untuk `polaritas: turun`; betulkan salah satunya.",
        ),
        (
            {**BENTUK["predikat"], "formula_capaian": "rentang", "polaritas": "rentang"},
            "S008 satuan `predikat` hanya untuk `polaritas: naik`; betulkan salah satunya.",
        ),
        (
            {**BENTUK["ya_tidak"], "formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "0"}},
            "S008 `formula_capaian: lintasan` tidak berarti apa-apa bagi satuan `ya_tidak`; hapus.",
        ),
        (
            {"formula_capaian": "manual", "agregasi": "rerata"},
            "S008 capaian yang ditetapkan tidak dapat digabung begitu; isi `agregasi: terakhir` atau `jumlah`.",
        ),
        ({"satuan": {"nama": "opini", "tipe": "predikat"}}, PERINGKAT),
        ({"peringkat": "opini-bpk"}, PERINGKAT),
        ({**BENTUK["predikat"], "agregasi": "jumlah"}, tak_terjumlah("predikat")),
        ({**BENTUK["tanggal"], "agregasi": "rerata"}, tak_terjumlah("tanggal")),
        ({**BENTUK["ya_tidak"], "agregasi": "rasio", **RUMUS}, tak_terjumlah("ya_tidak")),
        (
            {**BENTUK["ya_tidak"], **RUMUS},
            (
                "S008 satuan `ya_tidak` tidak dihitung dari komponen; hapus `komponen` dan `rumus`, "
                "atau ganti satuannya."
            ),
        ),
    ],
)
def test_an_indikator_of_another_form_contradicts_itself(
    fields: dict[str, Any], expected: str, indonesian: Indonesian
) -> None:
    assert indonesian(refused(indikator, **fields)) == expected


@pytest.mark.parametrize(
    ("fields", "formula"),
    [
        ({}, None),
        ({"polaritas": "stabil"}, None),
        ({"polaritas": "rentang"}, None),
        ({"polaritas": "turun", "formula_capaian": "turun_rasio"}, "turun_rasio"),
        ({"formula_capaian": "lintasan", "baseline": {"tahun": "2021", "nilai": "7.49"}}, "lintasan"),
        ({"formula_capaian": "manual", "polaritas": "stabil"}, "manual"),
        (BENTUK["predikat"], "predikat"),
        ({**BENTUK["predikat"], "formula_capaian": "biner"}, "biner"),
        (BENTUK["tanggal"], "tanggal"),
        ({**BENTUK["tanggal"], "formula_capaian": "turun_selisih"}, "turun_selisih"),
        ({**BENTUK["tanggal"], "agregasi": "min"}, "tanggal"),
        (BENTUK["ya_tidak"], "biner"),
        (BENTUK["tahapan"], "tahapan"),
        (tahapan("33.3", "66.7"), "tahapan"),
        (tahapan("100"), "tahapan"),
        ({"nilai_resmi": "ya", **RUMUS}, None),
    ],
)
def test_the_formula_that_an_indikator_asks_for(fields: dict[str, Any], formula: str | None) -> None:
    assert indikator(**fields).formula_sendiri == formula


@pytest.mark.parametrize("bobot", ["0", "-1", "100.1"])
def test_the_weight_of_a_milestone(bobot: str) -> None:
    with pytest.raises(ValidationError):
        indikator(**tahapan(bobot, "100"))


@pytest.mark.parametrize(
    ("lama", "baru", "putus"),
    [
        (2023, 2024, None),
        (2024, 2025, 2025),
        (2025, 2026, None),
        (2024, 2026, 2025),
        (2025, 2025, None),
        (2020, 2030, 2028),
        (2027, 2028, 2028),
    ],
)
def test_the_year_in_which_a_series_broke(lama: int, baru: int, putus: int | None) -> None:
    found = indikator(putus_seri={"2025": "Instrumen baru.", "2028": "Definisi baru."})
    assert found.putus_antara(lama, baru) == putus


def test_a_whole_series_is_whole() -> None:
    assert indikator().putus_antara(2000, 2099) is None


# ── Realisasi ────────────────────────────────────────────────────────────────────────────────────────────────────

BUKTI = {"judul": "Laporan", "jenis": "laporan"}
TEMPAT = "bukti disimpan di tepat satu tempat; isi satu dari `berkas`, `tautan`, `nomor_arsip`."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, f"S008 tidak ada tempat bukti; {TEMPAT}"),
        ({"berkas": "bukti/a.csv", "nomor_arsip": "1"}, f"S008 `berkas` dan `nomor_arsip`; {TEMPAT}"),
        (
            {"nomor_arsip": "1", "sha256": "0" * 64},
            "S008 `sha256` tanpa `berkas`; sidik hanya untuk berkas dalam repositori; hapus `sha256`.",
        ),
    ],
)
def test_evidence_lies_in_one_place(fields: dict[str, Any], expected: str) -> None:
    assert refused(lambda **kw: Bukti.model_validate(BUKTI | kw), **fields) == expected


def test_evidence_is_internal_unless_it_says_otherwise() -> None:
    assert Bukti.model_validate(BUKTI | {"nomor_arsip": "1"}).klasifikasi is Klasifikasi.INTERNAL


def test_zero_is_a_value_and_nothing_is_none() -> None:
    assert ButirRealisasi.model_validate({"nilai": "0"}).nilai == 0
    assert ButirRealisasi.model_validate({}).nilai is None
    assert ButirRealisasi.model_validate({"nilai": None}).nilai is None


def test_a_stated_capaian_has_a_reason_and_somebody_who_allowed_it() -> None:
    row = {"nilai": "87.5", "alasan": "Ditetapkan rapat pimpinan.", "disetujui_oleh": "kepala"}
    assert CapaianDinyatakan.model_validate(row).nilai == Decimal("87.5")
    assert CapaianDinyatakan.model_validate(row | {"nilai": "0"}).nilai == 0
    for wrong in ({"nilai": "-0.01"}, {"alasan": ""}, {"alasan": None}, {"disetujui_oleh": None}):
        with pytest.raises(ValidationError):
            CapaianDinyatakan.model_validate(row | wrong)


def test_nothing_finished_yet_is_a_figure() -> None:
    assert ButirRealisasi.model_validate({"tahapan": []}).tahapan == ()
    assert ButirRealisasi.model_validate({}).tahapan is None
    assert ButirRealisasi.model_validate({"terpenuhi": "tidak"}).terpenuhi is False


@pytest.mark.parametrize(
    "fields", [{"status": "belum_dilaporkan"}, {"capaian": "100"}, {"nilai": "85,5"}, {"komponen": {"a": None}}]
)
def test_no_realisasi(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ButirRealisasi.model_validate(fields)


# ── Plans, money, people ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_renstra_does_not_end_before_it_begins() -> None:
    assert renstra({"S1": ["A"]}, {"A": {"2024": "1"}}, tahun_awal="2024", tahun_akhir="2024").tahun_akhir == 2024
    expected = "T004 `tahun_akhir` 2020 mendahului `tahun_awal` 2021; perbaiki salah satunya."
    assert refused(lambda **kw: renstra({"S1": ["A"]}, {"A": {"2024": "1"}}, **kw), tahun_akhir="2020") == expected


def test_segments_of_a_plan() -> None:
    plan = RencanaAksi.model_validate({"butir": {"A": {"target": {"TW1": "1", "09": "2", "tahunan": "3"}}}})
    assert list(plan.butir["A"].target) == ["TW1", "09", "tahunan"]
    with pytest.raises(ValidationError, match="T002"):
        RencanaAksi.model_validate({"butir": {"A": {"target": {"TW5": "1"}}}})


def test_a_paper_without_rows_promises_nothing_and_is_refused() -> None:
    for model, fields in ((RencanaAksi, {}), (PerjanjianKinerja, {"tanggal": "2024-01-02", "pihak_pertama": "kepala"})):
        with pytest.raises(ValidationError):
            model.model_validate({**fields, "butir": {}})


def test_the_kode_above_a_kode() -> None:
    assert list(kode_di_atas("5.03.01.2")) == ["5.03.01", "5.03", "5"]
    assert list(kode_di_atas("5")) == []


SUB = {"nama": "S", "penanggung_jawab": "mutasi", "sumber_dana": "DAU"}


def program_tahunan(**fields: Any) -> ProgramTahunan:
    row = {"nama": "N", "penanggung_jawab": "mutasi"}
    return ProgramTahunan.model_validate(
        {
            "versi_nomenklatur": "1",
            "sumber": "DPA",
            "program": {"5": row | {"sasaran": "S1"}},
            "kegiatan": {"5.1": row},
            "sub_kegiatan": {
                "5.1.1": SUB | {"pagu": {"murni": "1000"}},
                "5.1.2": SUB | {"pagu": {"murni": "200", "perubahan": "0"}},
            },
        }
        | fields
    )


def test_a_changed_pagu_names_its_paper(indonesian: Indonesian) -> None:
    assert indonesian(refused(program_tahunan)) == (
        "S008 `sub_kegiatan` 5.1.2 punya pagu perubahan, tetapi `perubahan` belum diisi; "
        "tulis `perubahan:` dengan `sumber` dan `tanggal` DPPA."
    )


def test_the_pagu_in_force_on_a_day() -> None:
    program = program_tahunan(perubahan={"sumber": "DPPA", "tanggal": "2024-10-01"})
    before, after = date(2024, 9, 30), date(2024, 10, 1)
    assert isi(*program.pagu_pada("5.1.2", before)) == isi(200, "murni")
    assert isi(*program.pagu_pada("5.1.2", after)) == isi(0, "perubahan")
    assert isi(*program.pagu_pada("5.1.1", after)) == isi(1000, "murni"), "what was not changed stays"


def test_an_official_figure_names_its_source(indonesian: Indonesian) -> None:
    expected = "S008 `angka_resmi: ya` tanpa `sumber`; angka resmi menyebut asalnya; isi `sumber`."
    assert indonesian(refused(lambda **kw: ButirRealisasi.model_validate(kw), nilai="1", angka_resmi="ya")) == expected
    assert ButirRealisasi.model_validate({"nilai": "1", "angka_resmi": "ya", "sumber": "LKjIP 2023"}).angka_resmi


@pytest.mark.parametrize(
    ("fields", "isian"),
    [({"nilai": "0"}, "nilai"), ({"komponen": {"a": "0"}}, "komponen"), ({"status": "tidak_berlaku"}, "status"),
     ({}, "nilai"), ({"nilai": "1", "status": "tidak_berlaku"}, "nilai"), ({"predikat": "WTP"}, "predikat"),
     ({"nilai": "75.2", "predikat": "BB"}, "predikat"), ({"tanggal": "2024-03-31"}, "tanggal"),
     ({"terpenuhi": "tidak"}, "terpenuhi"), ({"tahapan": []}, "tahapan")],
)  # fmt: skip
def test_which_field_says_the_figure(fields: dict[str, Any], isian: str) -> None:
    assert ButirRealisasi.model_validate(fields).isian == isian


def test_the_shares_of_a_program(indonesian: Indonesian) -> None:
    def program(sasaran: Any) -> Program:
        return Program.model_validate({"nama": "N", "penanggung_jawab": "mutasi", "sasaran": sasaran})

    assert program("S1").sasaran == {"S1": 100}
    assert program({"S1": "60", "S2": "40"}).sasaran == {"S1": 60, "S2": 40}
    assert program({"S1": "33.333333", "S2": "66.666667"}).sasaran["S2"] == Decimal("66.666667")
    for wrong, total in (({"S1": "60", "S2": "39"}, "99"), ({"S1": "60", "S2": "40.5"}, "100.5"), ({}, "0")):
        assert indonesian(refused(program, sasaran=wrong)) == (
            f"S008 porsi sasaran berjumlah {total} persen, seharusnya 100; betulkan porsinya."
        )
    for sasaran in ({"S1": "100", "S2": "0"}, {"S1": "110", "S2": "-10"}, {"S 1": "100"}, ["S1"], None):
        with pytest.raises(ValidationError):
            program(sasaran)


# ── Papers, corrections, retired kode ────────────────────────────────────────────────────────────────────────────


def test_a_registered_paper_lies_in_one_place(indonesian: Indonesian) -> None:
    row = {"jenis": "lkjip", "judul": "LKjIP 2023", "tahun": "2023", "tanggal": "2024-02-27"}
    assert refused(lambda **kw: Dokumen.model_validate(kw), **row) == f"S008 tidak ada tempat bukti; {TEMPAT}"
    dokumen = Dokumen.model_validate(row | {"tautan": "https://contoh.go.id/lkjip"})
    assert (dokumen.keadaan, dokumen.klasifikasi) == (KeadaanDokumen.FINAL, Klasifikasi.INTERNAL)
    for empty in (RegisterDokumen, KodeLama):
        with pytest.raises(ValidationError):
            empty.model_validate({"dokumen": {}} if empty is RegisterDokumen else {"indikator": {}})


def test_a_correction_has_evidence_and_somebody_who_allowed_it() -> None:
    row = {
        "jenis": "isian_terlambat",
        "indikator": "A",
        "nilai_baru": "2",
        "alasan": "Menyusul.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": [BUKTI | {"nomor_arsip": "1"}],
    }
    assert Koreksi.model_validate(row).isian == "nilai"
    wrongs: list[dict[str, Any]] = [
        {"disetujui_oleh": []},
        {"bukti": []},
        {"tingkat": "besar"},
        {"isian": "JP-20"},
        {"nilai_baru": None},
    ]
    for wrong in wrongs:
        with pytest.raises(ValidationError):
            Koreksi.model_validate(row | wrong)


KOREKSI: dict[str, Any] = {
    "jenis": "koreksi_kesalahan",
    "indikator": "A",
    "nilai_lama": "1",
    "nilai_baru": "2",
    "alasan": "Menyusul.",
    "tingkat": "kecil",
    "tanggal": "2024-05-20",
    "diminta_oleh": "kabid",
    "disetujui_oleh": ["kepala"],
    "bukti": [BUKTI | {"nomor_arsip": "1"}],
}


def test_a_withdrawal_has_no_new_figure_and_nothing_else_lacks_one() -> None:
    gone = {name: value for name, value in KOREKSI.items() if name != "nilai_baru"} | {"jenis": "pencabutan"}
    assert Koreksi.model_validate(gone).nilai_baru is None
    with pytest.raises(ValidationError, match="tidak punya nilai baru"):
        Koreksi.model_validate(gone | {"nilai_baru": "2"})
    with pytest.raises(ValidationError, match="isian wajib `nilai_baru` belum ada"):
        Koreksi.model_validate(gone | {"jenis": "revisi_terencana"})


def test_old_and_new_are_written_as_in_the_report() -> None:
    plain = Koreksi.model_validate(KOREKSI)
    assert plain.nilai_lama is not None
    assert plain.nilai_baru is not None
    assert isi(plain.nilai_lama.nilai, plain.nilai_baru.nilai) == isi(1, 2)
    form = Koreksi.model_validate(KOREKSI | {"nilai_lama": {"tahapan": []}, "nilai_baru": {"tahapan": ["T1"]}})
    assert form.nilai_baru is not None
    assert (form.nilai_baru.tahapan, form.nilai_baru.nilai, form.bagian) == (("T1",), None, "nilai")
    assert [Koreksi.model_validate(KOREKSI | {"isian": name}).bagian for name in ("nilai", "jp20")] == ["nilai", "jp20"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"nilai_lama": "WDP"}, 'N013 "WDP" bukan angka; tulis `{predikat: WDP}`.'),
        ({"nilai_baru": "2026-03-27"}, 'N013 "2026-03-27" bukan angka; tulis `{tanggal: 2026-03-27}`.'),
        ({"nilai_baru": "tidak"}, 'N013 "tidak" bukan angka; tulis `{terpenuhi: tidak}`.'),
        ({"nilai_lama": "1,5"}, 'N001 "1,5" memakai koma; pecahan ditulis dengan titik; tulis `1.5`.'),
        (
            {"isian": "tahapan"},
            "S008 `isian: tahapan`, tetapi `nilai_lama` tidak menyebutnya; tulis `{tahapan: …}`.",
        ),
        (
            {"isian": "tanggal", "nilai_lama": None},
            "S008 `isian: tanggal`, tetapi `nilai_baru` tidak menyebutnya; tulis `{tanggal: …}`.",
        ),
        (
            {"isian": "jp20", "nilai_baru": {"predikat": "BB"}},
            "S008 `jp20` ditulis dengan angka; hapus `predikat` dari `nilai_baru`.",
        ),
        ({"nilai_baru": {}}, KOSONG),
        ({"nilai_baru": {"predikat": None}}, "S002 isian ini kosong; isi, atau hapus barisnya."),
    ],
)
def test_a_correction_says_old_and_new_in_one_form(
    fields: dict[str, Any], expected: str, indonesian: Indonesian
) -> None:
    assert indonesian(refused(Koreksi, **KOREKSI | fields)) == expected


def test_a_condition_before_says_something(indonesian: Indonesian) -> None:
    assert indonesian(refused(Baseline, tahun="2020")) == KOSONG


def test_physical_progress_is_a_percentage() -> None:
    assert isi(ButirAnggaran.model_validate({"realisasi": "1", "fisik": "100"}).fisik) == isi(100)
    for wrong in ("100.1", "-1"):
        with pytest.raises(ValidationError):
            ButirAnggaran.model_validate({"realisasi": "1", "fisik": wrong})


def test_only_an_example_stands_still() -> None:
    assert instansi(posisi_contoh="2024-04-10").posisi_contoh is not None
    assert refused(instansi, posisi_contoh="2024-04-10", status_data="resmi") == (
        "S008 `posisi_contoh` hanya untuk data contoh; data resmi dilihat dari tanggal sebenarnya; "
        "hapus `posisi_contoh` atau isi `status_data: contoh`."
    )


@pytest.mark.parametrize("kode", ["13.1", "1301", "13.01.01", "ab", ""])
def test_the_code_of_a_region(kode: str) -> None:
    with pytest.raises(ValidationError):
        instansi(kode_wilayah=kode)


def test_no_field_of_a_person_can_hold_more_than_a_name() -> None:
    for field in ("nip", "nik", "email", "telepon"):
        with pytest.raises(ValidationError):
            instansi(jabatan={"kepala": {"nama": "Kepala", field: "1"}})
    assert set(Instansi.model_fields["jabatan"].annotation.__args__[1].model_fields) == {"nama", "pejabat"}  # type: ignore[union-attr]
