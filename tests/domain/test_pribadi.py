"""Personal data is found however it is typed, and figures that only look alike never alarm anybody."""

from __future__ import annotations

import pytest

from sakipgen.domain.pribadi import Pribadi, cari_pribadi, sah_nik, sah_nip, samarkan

NIP, NIK, KK, NPWP, REK, HP, SUREL = (
    Pribadi.NIP,
    Pribadi.NIK,
    Pribadi.KK,
    Pribadi.NPWP,
    Pribadi.REKENING,
    Pribadi.TELEPON,
    Pribadi.SUREL,
)


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("198503252010012001", NIP),
        ("NIP. 19850325 201001 2 001", NIP),
        ("NIP 19850325.201001.2.001", NIP),
        ("NIP.198503252010012001", NIP),
        ("19850325\u00a0201001 2 001", NIP),
        ("19850325-201001-2-001", NIP),
        ("kata 19850325\n      201001 2 001, lalu", NIP),
        ("NI PPPK 199001012023211001", NIP),
        ('"198503252010012001"', NIP),
        ("1,198503252010012001,Nama", NIP),
        ("1301156503850001", NIK),
        ("NIK: 1301152503850001", NIK),
        ("130115 650385 0001", NIK),
        ("1301.1565.0385.0001", NIK),
        ("13.01.15.650385.0001", NIK),
        ("ktp_1301156503850001.pdf", NIK),
        ("No. KK 1301150102030004", KK),
        ("Kartu Keluarga nomor 1301 1501 0203 0004", KK),
        ("01.234.567.8-901.000", NPWP),
        ("NPWP 012345678901000", NPWP),
        ("NPWP: 0123 4567 8901 2345", NPWP),
        ("0812-3456-7890", HP),
        ("081234567890", HP),
        ("+62 812 3456 7890", HP),
        ("(WA 6281234567890)", HP),
        ("rekening BRI 0123-01-012345-50-1", REK),
        ("No. Rek. 1234567890", REK),
        ("Bank Nagari 1000.0210.12345-6", REK),
        ("rekening giro nomor 1110012345678", REK),
        ("contoh.nama@gmail.com", SUREL),
        ("surel:nama@contoh.go.id", SUREL),
        ("<nama@mail.contoh.go.id>", SUREL),
    ],
)
def test_personal_data_is_found(teks: str, jenis: Pribadi) -> None:
    assert [one.jenis for one in cari_pribadi(teks)] == [jenis]


@pytest.mark.parametrize(
    "teks",
    [
        "Rp1301156503850001",
        "Rp 1.301.156.503.850.001",
        "1234567890123456",
        "1301150000000000",
        "1301153202850001",
        "9901156503850001",
        "1301156503850001.50",
        "202401012024011001",
        "198513252010012001",
        "198503252010013001",
        "198503251990012001",
        "800/1234/BKPSDM/2024",
        "800/0812345678/BKPSDM/2024",
        "000.8.3.2/12/KPTS/BKPSDM-PS/2024",
        "5.03.02.2.01.0001",
        "kode rekening 5.1.02.01.01.0024",
        "rekening belanja 5.1.02.02.01.0063 sebesar Rp1.250.000.000",
        "pembayaran rekening listrik 1250000000",
        "20240101-20241231",
        "2024-01-01 2024-12-31",
        "2021 2022 2023 2024 2025 2026",
        "08.12.2024 10.30",
        "(0756) 21234",
        "0756-7464123",
        "Nomor registrasi 000123456789012345",
        "d063e2e512ff88e0fc307a41fbfd0d70f069df02ea86936b6985a510563b4d67",
        "1b4e28ba-2fa1-1130-1156-5038500011aa",
        "3,14159265358979323846",
        "0.1301156503850001",
        "@akun menyetujui usulan #12",
        "https://contoh.go.id/@kantor/berkas",
        "IP 10.234.567.8-90",
        "1.250 KK miskin pada 2024",
        "BRI Unit Painan 2024",
    ],
)
def test_what_only_looks_alike_is_let_pass(teks: str) -> None:
    assert cari_pribadi(teks) == ()


def test_what_stands_there_is_told_once_in_order() -> None:
    text = "KK 1301150102030004, NIK 1301156503850001, hp 081234567890"
    found = cari_pribadi(text)
    assert [(one.jenis, text[one.awal : one.akhir]) for one in found] == [
        (KK, "1301150102030004"),
        (NIK, "1301156503850001"),
        (HP, "081234567890"),
    ]
    assert samarkan(text) == "KK …, NIK …, hp …"


def test_structure_decides() -> None:
    assert sah_nik("1301152503850001")
    assert sah_nik("1301156902840001")  # a woman born on a 29 February
    assert not sah_nik("1301157003850000")
    assert sah_nip("196012311980121001")
    assert not sah_nip("192912311980121001")


def test_a_long_text_takes_no_time() -> None:
    assert cari_pribadi("1 2 3 4-5.6 " * 100_000) == ()
    assert cari_pribadi("a" * 1_000_000 + "@" + "a." * 100_000) == ()
