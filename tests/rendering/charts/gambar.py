"""Charts for tests: the smallest of every kind, and how to look into what a back end wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final
from xml.etree import ElementTree as ET

from sakipgen.rendering.charts import (
    KOSONG,
    TANPA_KATEGORI,
    ChartSpec,
    Kelas,
    KotakLaporan,
    Nilai,
    Ruas,
    Titik,
    TitikCapaian,
    TitikSebaran,
)
from sakipgen.rendering.charts.spek import Capaian, Garis, Hitungan, Isi, Kolom, Peluru, Sebaran, Strip
from sakipgen.rendering.charts.sumbu import Sumbu, bilangan

D = Decimal
SERATUS: Final = bilangan([D(100)])
KELAS: Final = (
    KOSONG,
    Kelas(1, "Sangat Tinggi"),
    Kelas(2, "Tinggi"),
    Kelas(3, "Sedang"),
    Kelas(4, "Rendah"),
    Kelas(5, "Sangat Rendah"),
    TANPA_KATEGORI,
)
NAMA: Final = "Nama <grafik>"
URAIAN: Final = "Uraian & isi."


def spek(isi: Isi, nama: str = NAMA) -> ChartSpec:
    return ChartSpec("g-1", "Judul", "Satuan: persen", nama, URAIAN, isi)


def nilai(text: str) -> Nilai:
    return Nilai(D(text), text.replace(".", ","), text)


def titik(label: str, target: str | None, realisasi: str | None, pita: int = 1, **more: bool) -> Titik:
    kelas = KELAS[pita] if realisasi else KOSONG
    return Titik(label, nilai(target) if target else None, nilai(realisasi) if realisasi else None, kelas, **more)


def peluru(target: str | None, realisasi: str | None, pita: int = 1, sumbu: Sumbu = SERATUS) -> Peluru:
    return Peluru(nilai(target) if target else None, nilai(realisasi) if realisasi else None, KELAS[pita], sumbu)


def kolom(*points: Titik, sumbu: Sumbu = SERATUS) -> Kolom:
    return Kolom(points, sumbu)


def garis(*points: Titik, sumbu: Sumbu = SERATUS) -> Garis:
    return Garis(points, sumbu)


def hitungan(*counts: tuple[int, int]) -> Hitungan:
    return Hitungan(tuple(Ruas(KELAS[pita], n) for pita, n in counts))


def capaian(*rows: tuple[str, str, str | None], pita: int = 1) -> Capaian:
    return Capaian(
        tuple(
            TitikCapaian(kode, nama, D(value), f"{value}%", KELAS[pita])
            if value
            else TitikCapaian(kode, nama, None, "belum waktunya", KOSONG)
            for kode, nama, value in rows
        )
    )


def sebaran(seluruhnya: str, *points: tuple[str, str, str]) -> Sebaran:
    return Sebaran(tuple(TitikSebaran(kode, D(x), D(y)) for kode, x, y in points), D(seluruhnya))


def strip(*boxes: tuple[str, str]) -> Strip:
    return Strip(tuple(KotakLaporan(label, tuple(words.split("; ")), "terlambat" in words) for label, words in boxes))


TERKECIL: Final[Mapping[str, Isi]] = {
    "hitungan": hitungan((1, 1)),
    "peluru": peluru("60", "52.37", 2),
    "kolom": kolom(titik("TW I", "10", "8")),
    "garis": garis(titik("2023", "50", "48")),
    "capaian": capaian(("IKU-01", "Indeks", "102")),
    "sebaran": sebaran("60", ("5.10", "50", "90"), ("5.2", "70", "110")),
    "strip": strip(("Januari", "tepat")),
}
"""Every kind with as little as it can hold."""

BESAR: Final = "1000000000"
_BESAR = bilangan([D(BESAR), D("-1")])
_PANJANG: Final = [f"Unit kerja dengan nama yang sangat panjang nomor {n}" for n in range(40)]

EKSTREM: Final[Mapping[str, Isi]] = {
    "hitungan_kosong": hitungan((1, 0), (0, 0)),
    "hitungan_besar": hitungan((1, 10**9), (2, 1), (0, 3)),
    "hitungan_banyak": Hitungan(tuple(Ruas(Kelas(1 + n % 5, name), n + 1) for n, name in enumerate(_PANJANG))),
    "peluru_kosong": peluru("60", None, 0),
    "peluru_tanpa_target": peluru(None, "60", 6),
    "peluru_negatif": peluru("-2", "-3", 5, bilangan([D(-3)])),
    "peluru_nol": peluru("0", "0", 1, bilangan([D(0)])),
    "peluru_besar": peluru(BESAR, "-1", 5, _BESAR),
    "kolom_kosong": kolom(*(titik(name, None, None) for name in _PANJANG)),
    "kolom_besar": kolom(titik("TW I", BESAR, "-1", 5), titik("TW II", "0", BESAR), sumbu=_BESAR),
    "kolom_banyak": kolom(*(titik(name, "10", str(n)) for n, name in enumerate(_PANJANG))),
    "garis_kosong": garis(titik("2023", None, None), titik("2024", None, None)),
    "garis_besar": garis(titik("2023", BESAR, "-1", 5), titik("2024", "0", BESAR, putus=True), sumbu=_BESAR),
    "garis_banyak": garis(*(titik(str(1990 + n), "10", str(n)) for n in range(40))),
    "capaian_kosong": capaian(("IKU-01", "Indeks", None)),
    "capaian_besar": capaian(("IKU-01", "Indeks", BESAR), ("IKU-02", "Nilai", "-5"), ("IKU-03", "Nol", "0"), pita=5),
    "capaian_banyak": capaian(*((f"IKU-{n}", name, str(n)) for n, name in enumerate(_PANJANG))),
    "sebaran_satu": sebaran("60", ("5.10", "60", "100")),
    "sebaran_besar": sebaran("50", ("A", "0", BESAR), ("B", "-1", "-1")),
    "sebaran_banyak": sebaran("50", *((name, "50", "100") for name in _PANJANG)),
    "strip_kosong": strip(),
    "strip_banyak": strip(*((name, f"terlambat {n} hari kerja sejak jatuh tempo") for n, name in enumerate(_PANJANG))),
}
"""Nothing at all, nought, below it, a thousand million, and forty long names."""

JAHAT: Final = "<script>alert(1)</script>\"&'</svg>"
"""Text that would be markup if it were not escaped."""


def jahat() -> Iterator[Isi]:
    """Every kind with such a text wherever text comes from data."""
    bad = Nilai(D(50), JAHAT, JAHAT)
    kelas = Kelas(1, JAHAT)
    yield Hitungan((Ruas(kelas, 1),))
    yield Peluru(bad, bad, kelas, Sumbu(D(0), D(100), ((D(0), JAHAT), (D(100), JAHAT)), bernama=True))
    for kind in (Kolom, Garis):
        yield kind((Titik(JAHAT, bad, bad, kelas),), Sumbu(D(0), D(100), ((D(50), JAHAT),)))
    yield Capaian((TitikCapaian(JAHAT, JAHAT, D(50), JAHAT, kelas), TitikCapaian(JAHAT, JAHAT, None, JAHAT, kelas)))
    yield Sebaran((TitikSebaran(JAHAT, D(50), D(50)),), D(60))
    yield Strip((KotakLaporan(JAHAT, (JAHAT, JAHAT), lambat=True),))


def parse(svg: str) -> ET.Element:
    """A drawing as XML; that of the site has no name space because it stands within HTML."""
    return ET.fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S314 - our own output


def tulisan(root: ET.Element) -> list[str]:
    """What is written in a drawing, in the order of painting."""
    return ["".join(node.itertext()) for node in root.iter("text")]
