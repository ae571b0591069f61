"""What the models of the data refuse beyond the types of their fields, and what they let pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from sakipgen.domain.anggaran import ButirAnggaran, ProgramTahunan, kode_di_atas
from sakipgen.domain.bukti import Bukti, Klasifikasi
from sakipgen.domain.dokumen import Dokumen, KeadaanDokumen, RegisterDokumen
from sakipgen.domain.kode_lama import KodeLama
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi
from sakipgen.domain.realisasi import ButirRealisasi
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
     ({}, "nilai"), ({"nilai": "1", "status": "tidak_berlaku"}, "nilai")],
)  # fmt: skip
def test_which_field_says_the_figure(fields: dict[str, Any], isian: str) -> None:
    assert ButirRealisasi.model_validate(fields).isian == isian


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
