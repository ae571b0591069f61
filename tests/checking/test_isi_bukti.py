"""What evidence that anybody may open tells of persons: what class and repository decide."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.isi_bukti import data_pribadi_terbuka, jejak_terbuka, tak_terperiksa
from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.isi_bukti import IsiBukti, Jejak, JenisIsi, Keterbacaan
from sakipgen.domain.organisasi import Repositori
from sakipgen.domain.pribadi import Pribadi
from tests.checking.helpers import said
from tests.measuring.builder import Susunan

BERKAS = "bukti/2024/TW1/a.pdf"
DI = "realisasi/2024/TW1/mutasi.yaml butir.A.bukti.0.berkas value"


def data(isi: IsiBukti | None, *, klasifikasi: str = "publik", terbuka: bool = False) -> Susunan:
    proof: dict[str, Any] = {"judul": "L", "jenis": "laporan", "berkas": BERKAS, "klasifikasi": klasifikasi}
    made = Susunan().ukur("A").lapor("A", "TW1", "1", bukti=[proof])
    made.bukti[BERKAS] = BerkasBukti(5, "0" * 64, isi)
    if terbuka:
        made.instansi = made.instansi.model_copy(update={"repositori": Repositori(alamat="https://contoh.go.id/r")})
    return made


def pribadi(**jumlah: int) -> IsiBukti:
    return IsiBukti(JenisIsi.PDF, pribadi={Pribadi[name]: count for name, count in jumlah.items()})


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (pribadi(NIK=37), "37 NIK"),
        (pribadi(NIK=1, NIP=4, TELEPON=2), "1 NIK dan 4 NIP dan 2 nomor telepon"),
        (pribadi(REKENING=1), "1 nomor rekening"),
    ],
)
def test_public_evidence_holds_no_personal_data(isi: IsiBukti, kata: str) -> None:
    assert said(data_pribadi_terbuka, data(isi).dataset()) == [
        f"{DI} D003: berkas ini dapat dibuka siapa saja dan memuat {kata}; hitamkan datanya, atau ganti klasifikasinya."
    ]


@pytest.mark.parametrize("isi", [None, pribadi(), pribadi(NIP=3), pribadi(SUREL=2)])
def test_signers_and_letterheads_are_let_pass(isi: IsiBukti | None) -> None:
    assert said(data_pribadi_terbuka, data(isi).dataset()) == []


def test_internal_evidence_counts_where_the_repository_is_open() -> None:
    isi = pribadi(NIK=2)
    assert said(data_pribadi_terbuka, data(isi, klasifikasi="internal").dataset()) == []
    assert said(data_pribadi_terbuka, data(isi, klasifikasi="internal", terbuka=True).dataset()) == [
        (
            f"{DI} D003: berkas ini dapat dibuka siapa saja dan memuat 2 NIK; hitamkan datanya, "
            "atau titipkan berkasnya di arsip kantor."
        )
    ]


def test_metadata_names_nobody_but_the_office() -> None:
    made = data(IsiBukti(JenisIsi.JPEG, jejak=Jejak(("Contoh Nama",), lokasi=True)))
    assert said(jejak_terbuka, made.dataset()) == [
        f"{DI} D005: metadata berkas ini memuat nama orang dan lokasi; jalankan `sakipgen bersihkan` pada berkas ini."
    ]
    office = made.instansi.perangkat_daerah
    for name in (office.singkatan, f" {office.nama.upper()} ", "openpyxl", "mutasi"):
        assert said(jejak_terbuka, data(IsiBukti(JenisIsi.XLSX, jejak=Jejak((name,)))).dataset()) == []


def test_a_text_that_was_not_read_to_its_end_is_told() -> None:
    found = said(tak_terperiksa, data(IsiBukti(JenisIsi.PDF, terbaca=Keterbacaan.SEBAGIAN)).dataset())
    assert found == [
        (
            f"{DI} B015: berkas ini terlalu panjang untuk diperiksa seluruhnya; periksa sendiri sisanya, "
            "atau pecah berkasnya."
        )
    ]
