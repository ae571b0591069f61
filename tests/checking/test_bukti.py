"""B: every figure has evidence, and its path can only lie below `bukti/`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.checking.bukti import (
    bukti_ada,
    bukti_di_dalam,
    bukti_tersimpan,
    bukti_tidak_berubah,
    bukti_tidak_dipakai_lagi,
)
from sakipgen.domain.dataset import Berkas, BerkasBukti
from tests.checking.helpers import places, said
from tests.measuring.builder import ROOT, SOP, UNIT, Susunan, renstra


def dengan(*bukti: dict[str, Any]) -> Susunan:
    data = Susunan().ukur("A")
    return data.lapor("A", "TW1", "1", bukti=[{"judul": "L", "jenis": "laporan"} | row for row in bukti])


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"nilai": "1"}, True),
        ({"nilai": "0"}, True),
        ({"komponen": {"a": "0"}}, True),
        ({"status": "tidak_tersedia", "alasan": "A."}, False),
        ({}, False),
    ],
)
def test_b001_asks_evidence_of_a_figure_only(fields: dict[str, Any], asked: bool) -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", bukti=(), **fields)
    assert places(bukti_ada, data.dataset()) == (["realisasi/2024/TW1/mutasi.yaml butir.A"] if asked else [])


@pytest.mark.parametrize(
    "path", ["bukti/2024/TW1/a.csv", "bukti/a", "bukti/2024/TW1/Laporan akhir (1).pdf", "bukti/…/a", "bukti/..a/b..c"]
)
def test_b002_paths_below_the_folder(path: str) -> None:
    assert said(bukti_di_dalam, dengan({"berkas": path}).dataset()) == []


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "bukti/../instansi.yaml",
        "bukti/./a.csv",
        "bukti//a.csv",
        "/bukti/a.csv",
        "/etc/passwd",
        "bukti",
        "bukti/",
        "Bukti/a.csv",
        "data/bukti/a.csv",
        "C:\\a.csv",
        "bukti\\a.csv",
        "bukti/a\\..\\..\\b",
        "file:///etc/passwd",
        "bukti/file:a",
        "https://contoh.go.id/a.csv",
        "~/a.csv",
        "a.csv",
    ],
)
def test_b002_paths_that_leave_the_folder(path: str) -> None:
    data = dengan({"nomor_arsip": "1"}, {"berkas": path})
    assert said(bukti_di_dalam, data.dataset()) == [
        (
            f'realisasi/2024/TW1/mutasi.yaml butir.A.bukti.1.berkas value B002: "{path}" bukan jalur '
            "di bawah `bukti/`; tulis misalnya `bukti/2024/TW3/rekap.csv`."
        )
    ]
    assert said(bukti_tersimpan, data.dataset()) == [], "one mistake, one message"


@given(st.lists(st.sampled_from(["bukti", "..", ".", "", "a", "b.csv", "\\", "C:"]), min_size=1, max_size=6))
def test_whatever_is_accepted_lies_below_the_folder(parts: list[str]) -> None:
    path = "/".join(parts)
    if not path.strip():
        return
    if not said(bukti_di_dalam, dengan({"berkas": path}).dataset()):
        resolved = PurePosixPath(path)
        assert resolved.parts[0] == "bukti"
        assert ".." not in resolved.parts
        assert str(resolved) == path


def test_b009_looks_for_the_exact_name() -> None:
    data = dengan({"berkas": "bukti/2024/TW1/a.csv"})
    assert said(bukti_tersimpan, data.dataset()) == [
        (
            'realisasi/2024/TW1/mutasi.yaml butir.A.bukti.0.berkas value B009: berkas "bukti/2024/TW1/a.csv" '
            "tidak ada; unggah berkasnya ke `data/bukti/2024/TW1/a.csv`."
        )
    ]
    data.bukti["bukti/2024/TW1/A.csv"] = BerkasBukti(1, "0" * 64)
    assert said(bukti_tersimpan, data.dataset())[0].endswith("mungkin maksudnya `bukti/2024/TW1/A.csv`.")
    data.bukti["bukti/2024/TW1/a.csv"] = BerkasBukti(1, "0" * 64)
    assert said(bukti_tersimpan, data.dataset()) == []


def test_b009_a_file_that_could_not_be_read_is_not_missing() -> None:
    data = dengan({"berkas": "bukti/2024/TW1/a.csv"})
    data.tak_terbaca = {"bukti/2024/TW1/a.csv"}
    assert said(bukti_tersimpan, data.dataset()) == []


@pytest.mark.parametrize(("sha256", "changed"), [("a" * 64, False), ("b" * 64, True), (None, False)])
def test_b004_compares_the_hash(sha256: str | None, changed: bool) -> None:
    data = dengan({"berkas": "bukti/a.csv", "sha256": sha256})
    data.bukti["bukti/a.csv"] = BerkasBukti(1, "a" * 64)
    where = "realisasi/2024/TW1/mutasi.yaml butir.A.bukti.0.sha256"
    assert places(bukti_tidak_berubah, data.dataset()) == ([where] if changed else [])


def test_b004_leaves_a_missing_file_to_b009() -> None:
    data = dengan({"berkas": "bukti/a.csv", "sha256": "b" * 64})
    assert said(bukti_tidak_berubah, data.dataset()) == []


def test_every_place_that_names_a_paper() -> None:
    paper = {"judul": "N", "jenis": "naskah", "berkas": "bukti/x.pdf"}
    place = {"berkas": "bukti/x.pdf"}
    data = dengan({"nomor_arsip": "1"}, {"berkas": "bukti/x.pdf"}).janji("A", "1")
    data.pk[2024, "kepala", "murni"]["naskah"] = place
    data.koreksi[2024, "TW1", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "nilai_lama": "1",
        "nilai_baru": "2",
        "alasan": "A.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": [paper],
    }
    data.tindak_lanjut[2024] = {
        "TL-1": {
            "asal": "arahan_kepala",
            "periode": "TW1",
            "tindakan": "T.",
            "penanggung_jawab": UNIT,
            "ditetapkan": "2024-04-10",
            "batas": "2024-05-10",
            "selesai": "2024-05-01",
            "bukti": [paper],
        }
    }
    data.sop = SOP
    step = {"langkah": "1", "tanggal": "2024-04-01", "oleh": "kepala"}
    data.siklus[2024, "TW1"] = {
        "pengumpulan": [step, step | {"naskah": paper}],
        "pengukuran": [step | {"naskah": paper}],
    }
    data.dokumen["lkjip"] = {"jenis": "lkjip", "judul": "L", "tahun": "2023", "tanggal": "2024-02-20", **place}
    assert places(bukti_tersimpan, data.dataset()) == [
        "realisasi/2024/TW1/mutasi.yaml butir.A.bukti.1.berkas",
        "koreksi/2024/TW1/KOR-1.yaml bukti.0.berkas",
        "tindak-lanjut/2024.yaml butir.TL-1.bukti.0.berkas",
        "siklus/2024/TW1.yaml pengumpulan.1.naskah.berkas",
        "siklus/2024/TW1.yaml pengukuran.0.naskah.berkas",
        "perjanjian-kinerja/2024/kepala/murni.yaml naskah.berkas",
        "dokumen.yaml dokumen.lkjip.berkas",
    ]


def test_the_paper_of_a_renstra_is_looked_for_too() -> None:
    plan = renstra({"S1": ["A"]}, {"A": {"2024": "1"}}, naskah={"berkas": "bukti/renstra.pdf"})
    dataset = replace(dengan().dataset(), renstra={"2021-2026": Berkas(ROOT / "renstra/2021-2026.yaml", plan)})
    assert places(bukti_tersimpan, dataset) == ["renstra/2021-2026.yaml naskah.berkas"]


# ── B010 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ARSIP = {"judul": "L", "jenis": "laporan", "nomor_arsip": "800/1"}


def test_b010_evidence_of_another_period_is_asked_for_at_the_later_one() -> None:
    data = Susunan().ukur("A").lapor("A", "TW2", "2", bukti=[ARSIP]).lapor("A", "TW1", "1", bukti=[ARSIP])
    assert said(bukti_tidak_dipakai_lagi, data.dataset()) == [
        (
            "realisasi/2024/TW2/mutasi.yaml butir.A.bukti.0.nomor_arsip value B010: "
            'bukti "800/1" sudah dipakai untuk Triwulan I 2024; ganti dengan bukti Triwulan II 2024, '
            "atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize(
    ("kode", "fields"),
    [
        ("A", {"bukti": [ARSIP | {"nomor_arsip": "800/2"}]}),
        ("A", {"bukti": [ARSIP], "catatan": "Laporan terbit sekali setahun."}),
        ("B", {"bukti": [ARSIP]}),
        ("A", {"bukti": [{"judul": "L", "jenis": "laporan", "tautan": "https://contoh.go.id/a"}]}),
    ],
)
def test_b010_other_evidence_a_reason_or_another_indikator_is_fine(kode: str, fields: dict[str, Any]) -> None:
    data = Susunan().ukur("A").ukur("B").lapor("A", "TW1", "1", bukti=[ARSIP]).lapor(kode, "TW2", "2", **fields)
    assert said(bukti_tidak_dipakai_lagi, data.dataset()) == []


def test_b010_twice_in_one_report_is_fine() -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", "1", bukti=[ARSIP, ARSIP])
    assert said(bukti_tidak_dipakai_lagi, data.dataset()) == []
