"""A year's policy in words: how periods are joined, how the table of kategori is read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran, Metode
from sakipgen.domain.skala import Celah, KelasSkala, Skala
from sakipgen.rendering.cetak import ringkas

AGREGASI: Final[Mapping[Agregasi, str]] = {
    Agregasi.JUMLAH: "Angka setiap periode dijumlahkan sejak awal tahun.",
    Agregasi.RERATA: "Angka periode yang lebih panjang adalah rata-rata dari laporan di dalamnya.",
    Agregasi.TERAKHIR: "Yang dipakai adalah angka terakhir yang dilaporkan dalam periode itu.",
    Agregasi.RASIO: "Setiap komponen dijumlahkan dulu, baru rumusnya dihitung. Persen tidak pernah dirata-ratakan.",
    Agregasi.MAKS: "Yang dipakai adalah angka tertinggi sejak awal tahun.",
    Agregasi.MIN: "Yang dipakai adalah angka terendah sejak awal tahun.",
}
SASARAN: Final[Mapping[AgregasiSasaran, str]] = {
    AgregasiSasaran.RERATA: "rata-rata capaian indikatornya",
    AgregasiSasaran.BERBOBOT: "rata-rata capaian indikatornya menurut bobot",
    AgregasiSasaran.GEOMETRIK: "rata-rata geometrik capaian indikatornya",
}
PERANGKAT_DAERAH: Final[Mapping[AgregasiPerangkatDaerah, str]] = {
    AgregasiPerangkatDaerah.RERATA_SASARAN: "rata-rata capaian sasaran",
    AgregasiPerangkatDaerah.BERBOBOT: "rata-rata capaian sasaran menurut bobot",
    AgregasiPerangkatDaerah.GEOMETRIK: "rata-rata geometrik capaian sasaran",
    AgregasiPerangkatDaerah.RERATA_IKU: "rata-rata capaian IKU",
}
DIUKUR: Final[Mapping[AgregasiPerangkatDaerah, str]] = {
    cara: "IKU" if cara is AgregasiPerangkatDaerah.RERATA_IKU else "indikator sasaran"
    for cara in AgregasiPerangkatDaerah
}
"""Of what enough must be measured."""
RERATA: Final[Mapping[AgregasiSasaran, str]] = {
    AgregasiSasaran.RERATA: "rata-rata {}",
    AgregasiSasaran.BERBOBOT: "rata-rata {} menurut bobot",
    AgregasiSasaran.GEOMETRIK: "rata-rata geometrik {}",
}
"""What a mean is called, around that of which it is one."""
_MODE: Final[Mapping[ModeTarget, str]] = {
    ModeTarget.KUMULATIF: "Target periode ditulis sebagai posisi sejak awal tahun.",
    ModeTarget.PER_PERIODE: "Target periode berlaku untuk periode itu sendiri.",
}
_MODE_JUMLAH: Final = "Target setiap periode juga dijumlahkan sejak awal tahun."
_CELAH: Final[Mapping[Celah, str]] = {
    Celah.BULATKAN: ("Capaian dibulatkan satu kali {presisi} (setengah ke atas), lalu dicocokkan dengan tabel ini."),
    Celah.BATAS_BAWAH: (
        "Setiap kelas dimulai tepat pada batas bawahnya; nilai di antara dua kelas masuk kelas yang lebih rendah."
    ),
    Celah.BATAS_ATAS: (
        "Setiap kelas berakhir tepat pada batas atasnya; nilai di antara dua kelas masuk kelas yang lebih tinggi."
    ),
}


def mode(indikator: Indikator) -> str:
    """Returns how the targets of periods are to be read."""
    summed = indikator.agregasi is Agregasi.JUMLAH and indikator.mode_target is ModeTarget.PER_PERIODE
    return _MODE_JUMLAH if summed else _MODE[indikator.mode_target]


def lantai(metode: Metode) -> str:
    if metode.lantai is None:
        return "Capaian di bawah nol tetap ditulis apa adanya."
    floor = persen_lengkap(metode.lantai)
    return f"Capaian di bawah {floor} ditulis {floor}."


def batas_agregat(metode: Metode) -> str:
    if metode.batas_agregat is None:
        return "Capaian tidak dibatasi sebelum dirata-ratakan ke sasaran."
    cap = persen_lengkap(metode.batas_agregat)
    return f"Saat dirata-ratakan menjadi capaian sasaran, capaian di atas {cap} dihitung {cap}."


def persen_lengkap(nilai: Decimal) -> str:
    """Returns a percentage of the policy with all its decimals."""
    return f"{ringkas(nilai, 6)}%"


def celah(skala: Skala) -> str:
    digits = skala.presisi_tabel
    words = "ke bilangan bulat terdekat" if digits == 0 else f"sampai {digits} angka di belakang koma"
    return _CELAH[skala.celah].format(presisi=words)


def batas(skala: Skala, nomor: int) -> str:
    """Returns the bounds of a class in words; the outermost classes hold all that lies beyond the table."""
    kelas = skala.kelas[nomor]
    low, high = _bawah(kelas, skala), _atas(kelas, skala)
    if nomor == 0 and kelas.min is not None:
        return f"{low} atau lebih" if kelas.min_termasuk else f"lebih dari {low}"
    if nomor == len(skala.kelas) - 1 and kelas.maks is not None:
        return f"{high} atau kurang" if kelas.maks_termasuk else f"kurang dari {high}"
    opening = low if kelas.min_termasuk else f"lebih dari {low}"
    closing = f"sampai {high}" if kelas.maks_termasuk else f"sampai kurang dari {high}"
    return f"{opening} {closing}"


def _bawah(kelas: KelasSkala, skala: Skala) -> str:
    return "" if kelas.min is None else ringkas(kelas.min, max(skala.presisi_tabel, 2))


def _atas(kelas: KelasSkala, skala: Skala) -> str:
    return "" if kelas.maks is None else ringkas(kelas.maks, max(skala.presisi_tabel, 2))
