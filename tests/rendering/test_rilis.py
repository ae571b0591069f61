"""What is said of the open data as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sakipgen.domain.organisasi import StatusData
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.rilis import rilis, versi
from tests.measuring.builder import Susunan, satu
from tests.rendering.test_opendata import rekap_of, small


def with_office(rekap: Rekapitulasi, **changes: object) -> Rekapitulasi:
    return replace(rekap, instansi=rekap.instansi.model_copy(update=changes))


def test_the_version_counts_periods_and_corrections() -> None:
    assert versi(rekap_of(satu("10", {"TW1": "8"}))) == "1.1.0"
    assert versi(rekap_of(satu("10", {"TW1": "8", "TW2": "9"}))) == "1.2.0"
    assert versi(rekap_of(small())) == "1.3.1", "three quarters, one corrected"
    assert versi(rekap_of(small(), "2024-05-19")) == "1.1.0", "the correction was still to come"


def test_an_example_says_so_and_official_data_does_not() -> None:
    example = rilis(rekap_of(small()))
    assert example.judul == "Data kinerja BK Kabupaten Contoh (DATA CONTOH)"
    assert example.uraian.startswith("DATA CONTOH")
    official = rilis(with_office(rekap_of(small()), status_data=StatusData.RESMI))
    assert official.judul == "Data kinerja BK Kabupaten Contoh"
    assert "CONTOH" not in official.uraian
    assert official.nama == example.nama == "kinerja-bk-kabupaten-contoh"


def test_the_citation_names_version_revision_and_address() -> None:
    told = rilis(with_office(rekap_of(small()), alamat_situs="https://kinerja.contoh.go.id"))
    assert told.alamat == "https://kinerja.contoh.go.id/"
    assert told.kutipan == (
        "BK Kabupaten Contoh (2025). Data kinerja BK Kabupaten Contoh, versi 1.3.1, revisi 3f9c2ab. "
        "https://kinerja.contoh.go.id/"
    )
    assert rilis(rekap_of(small())).kutipan.endswith("revisi 3f9c2ab.")


def test_the_time_it_speaks_of() -> None:
    told = rilis(rekap_of(small()))
    assert (told.awal, told.akhir) == (date(2024, 1, 1), date(2025, 1, 31))
    assert rilis(replace(rekap_of(Susunan()), tahun=())).awal is None
