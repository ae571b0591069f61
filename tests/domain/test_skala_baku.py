"""The scales of the field are data that never changes: each class with its bounds, and how a file names one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sakipgen.domain.skala import Celah, KelasSkala
from sakipgen.domain.skala_baku import SKALA, SkalaPilihan
from tests.conftest import Indonesian
from tests.domain.helpers import refusal
from tests.measuring.builder import PERMENDAGRI86, metode, skala

PILIHAN: TypeAdapter[Any] = TypeAdapter(SkalaPilihan)


def batas(kelas: KelasSkala) -> str:
    """The bounds of a class as the table writes them."""
    low = "" if kelas.min is None else f"{'>=' if kelas.min_termasuk else '>'}{kelas.min}"
    high = "" if kelas.maks is None else f"{'<=' if kelas.maks_termasuk else '<'}{kelas.maks}"
    return " ".join(filter(None, (low, high)))


def test_the_shipped_scales_are_unchanged() -> None:
    """Golden: years that are closed were measured by these; another reading needs another name."""
    found = {
        name: (scale.celah.value, scale.presisi_tabel, [f"{k.kode}: {k.label}: {batas(k)}" for k in scale.kelas])
        for name, scale in SKALA.items()
    }
    assert found == {
        "permendagri86": (
            "bulatkan",
            0,
            [
                "sangat-tinggi: Sangat Tinggi: >=91",
                "tinggi: Tinggi: >=76 <=90",
                "sedang: Sedang: >=66 <=75",
                "rendah: Rendah: >=51 <=65",
                "sangat-rendah: Sangat Rendah: <=50",
            ],
        ),
        "sampang": (
            "bulatkan",
            0,
            [
                "sangat-baik: Sangat Baik: >=91",
                "baik: Baik: >=76 <=90",
                "cukup: Cukup: >=66 <=75",
                "kurang: Kurang: >=51 <=65",
                "sangat-kurang: Sangat Kurang: <=50",
            ],
        ),
        "akip88": (
            "bulatkan",
            2,
            [
                "AA: Sangat Memuaskan (AA): >90",
                "A: Memuaskan (A): >80 <=90",
                "BB: Sangat Baik (BB): >70 <=80",
                "B: Baik (B): >60 <=70",
                "CC: Cukup (CC): >50 <=60",
                "C: Kurang (C): >30 <=50",
                "D: Sangat Kurang (D): <=30",
            ],
        ),
        "ipasn": (
            "bulatkan",
            0,
            [
                "sangat-tinggi: Sangat Tinggi: >=91",
                "tinggi: Tinggi: >=81 <=90",
                "sedang: Sedang: >=71 <=80",
                "rendah: Rendah: >=61 <=70",
                "sangat-rendah: Sangat Rendah: <=60",
            ],
        ),
        "merit": (
            "bulatkan",
            0,
            [
                "sangat-baik: Sangat Baik: >=325",
                "baik: Baik: >=250 <=324",
                "kurang: Kurang: >=175 <=249",
                "buruk: Buruk: <=174",
            ],
        ),
        "ikm14": (
            "bulatkan",
            2,
            [
                "A: Sangat Baik (A): >=88.31",
                "B: Baik (B): >=76.61 <=88.30",
                "C: Kurang Baik (C): >=65 <=76.60",
                "D: Tidak Baik (D): <=64.99",
            ],
        ),
        "ikpa": (
            "batas_bawah",
            0,
            [
                "sangat-baik: Sangat Baik: >=95",
                "baik: Baik: >=89 <95",
                "cukup: Cukup: >=70 <89",
                "kurang: Kurang: <70",
            ],
        ),
        "lan4": (
            "batas_bawah",
            0,
            [
                "sangat-berhasil: Sangat Berhasil: >=85",
                "berhasil: Berhasil: >=70 <85",
                "cukup-berhasil: Cukup Berhasil: >=55 <70",
                "tidak-berhasil: Tidak Berhasil: <55",
            ],
        ),
        "bkdsumbar2016": (
            "batas_bawah",
            0,
            [
                "di-atas-100: Lebih dari 100: >100",
                "75-100: 75 sampai 100: >=75 <=100",
                "55-75: 55 sampai kurang dari 75: >=55 <75",
                "di-bawah-55: Kurang dari 55: <55",
            ],
        ),
        "malteng2021": (
            "batas_bawah",
            0,
            [
                "memuaskan: Memuaskan: >85",
                "sangat-baik: Sangat Baik: >75 <=85",
                "baik: Baik: >65 <=75",
                "cukup-baik: Cukup Baik: >50 <=65",
                "agak-kurang: Agak Kurang: >30 <=50",
                "kurang: Kurang: <=30",
            ],
        ),
        "sukabumi2016": (
            "bulatkan",
            2,
            [
                "sangat-baik: Sangat Baik: >=80",
                "baik: Baik: >=60 <=79.99",
                "cukup: Cukup: >=50 <=59.99",
                "kurang: Kurang: <=49.99",
            ],
        ),
        "lampu": ("batas_bawah", 0, ["hijau: Hijau: >90", "kuning: Kuning: >=70 <=90", "merah: Merah: <70"]),
    }


def test_a_table_that_had_to_be_read_says_how(indonesian: Indonesian) -> None:
    notes = {name: scale.catatan for name, scale in SKALA.items() if scale.catatan}
    assert set(notes) == {"sampang", "merit", "bkdsumbar2016", "malteng2021", "sukabumi2016"}
    for scale in SKALA.values():
        indonesian(f"{scale.nama} {scale.dasar} {scale.catatan or ''} {' '.join(k.label for k in scale.kelas)}")


def test_a_class_is_found_by_its_kode() -> None:
    scale = SKALA["akip88"]
    assert scale.menurut_kode("BB") is scale.kelas[2]
    assert scale.menurut_kode("bb") is None


# ── How a file names one ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SKALA)
def test_a_name_stands_for_the_shipped_scale(name: str) -> None:
    assert PILIHAN.validate_python(name) is SKALA[name]
    assert metode(skala=name).skala is SKALA[name]
    assert PILIHAN.validate_python({"baku": name}) is SKALA[name]


@pytest.mark.parametrize("celah", Celah)
def test_a_shipped_scale_may_be_read_otherwise(celah: Celah) -> None:
    found = PILIHAN.validate_python({"baku": "merit", "celah": celah.value})
    assert found.celah is celah
    assert found.model_dump(exclude={"celah"}) == SKALA["merit"].model_dump(exclude={"celah"})
    assert SKALA["merit"].celah is Celah.BULATKAN


def test_a_table_in_full_and_a_scale_that_was_read() -> None:
    assert PILIHAN.validate_python(dict(PERMENDAGRI86)) == skala()
    assert PILIHAN.validate_python(SKALA["lampu"]) is SKALA["lampu"]


TAK_DIKENAL = (
    "tidak dikenal; pilih salah satu dari `permendagri86`, `sampang`, `akip88`, `ipasn`, `merit`, `ikm14`, `ikpa`, "
    "`lan4`, `bkdsumbar2016`, `malteng2021`, `sukabumi2016`, `lampu`, atau tulis tabelnya."
)
TANPA_LAIN = "S009 di samping `baku` hanya boleh ada `celah`; hapus isian lainnya, atau hapus `baku`."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("permendagri", f'S009 skala "permendagri" {TAK_DIKENAL}'),
        ({"baku": "akip"}, f'S009 skala "akip" {TAK_DIKENAL}'),
        (None, f"S009 skala isian kosong {TAK_DIKENAL}"),
        (["merit"], f"S009 skala daftar {TAK_DIKENAL}"),
        ({"baku": ["merit"]}, f"S009 skala daftar {TAK_DIKENAL}"),
        (
            "opini-bpk",
            "S009 `opini-bpk` bukan skala nilai; peringkat tanpa nilai ditulis `peringkat: opini-bpk`.",
        ),
        ({"baku": "merit", "nama": "Merit"}, TANPA_LAIN),
        ({"baku": "merit", "celah": "bulatkan", "kelas": []}, TANPA_LAIN),
    ],
)
def test_what_names_no_scale(value: object, expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refusal(PILIHAN, value)) == expected


def test_a_reading_that_does_not_exist() -> None:
    with pytest.raises(ValidationError):
        PILIHAN.validate_python({"baku": "merit", "celah": "bulat"})


def test_editors_accept_a_name_a_name_with_a_reading_and_a_table() -> None:
    name, other, table = PILIHAN.json_schema()["anyOf"]
    assert name == {"type": "string", "enum": list(SKALA)}
    assert (other["required"], other["additionalProperties"]) == (["baku"], False)
    assert other["properties"]["baku"]["enum"] == list(SKALA)
    assert other["properties"]["celah"]["enum"] == ["bulatkan", "batas_bawah", "batas_atas"]
    assert table == {"$ref": "#/$defs/Skala"}
