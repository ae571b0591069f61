"""The policy of a year as statements in words, and what differs between two years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran, Metode, SatuanHari
from sakipgen.domain.waktu import BULAN, Frekuensi
from sakipgen.rendering.cetak import persen
from sakipgen.rendering.pages.cara import KATA, batas, celah

_SASARAN: Final[Mapping[AgregasiSasaran, str]] = {
    AgregasiSasaran.RERATA: "rata-rata capaian indikatornya",
}
_PERANGKAT_DAERAH: Final[Mapping[AgregasiPerangkatDaerah, str]] = {
    AgregasiPerangkatDaerah.RERATA_SASARAN: "rata-rata capaian sasaran",
    AgregasiPerangkatDaerah.RERATA_IKU: "rata-rata capaian IKU",
}
_HARI: Final[Mapping[SatuanHari, str]] = {
    SatuanHari.KALENDER: "hari kalender",
    SatuanHari.KERJA: "hari kerja",
}


@dataclass(frozen=True, slots=True)
class Beda:
    """A statement that differs from the year before."""

    hal: str
    semula: str
    kini: str


def hari_tenggat(metode: Metode, frekuensi: Frekuensi) -> str:
    """Returns how long after a period its report is due: `10 hari kerja`."""
    return f"{metode.tenggat.hari(frekuensi)} {_HARI[metode.tenggat.satuan]}"


def pernyataan(metode: Metode) -> Mapping[str, str]:
    """Returns what a policy says, by what it speaks of."""
    skala = metode.skala
    return {
        "Makin tinggi makin baik": KATA[metode.formula.naik][1],
        "Makin rendah makin baik": KATA[metode.formula.turun][1],
        "Capaian terendah": "tidak dibatasi" if metode.lantai is None else persen(metode.lantai, 0),
        "Capaian tertinggi saat dirata-ratakan": (
            "tidak dibatasi" if metode.batas_agregat is None else persen(metode.batas_agregat, 0)
        ),
        "Skala kategori": f"{skala.nama}, {skala.dasar}",
        "Kelas kategori": "; ".join(f"{kelas.label} {batas(skala, n)}" for n, kelas in enumerate(skala.kelas)),
        "Nilai di antara dua kelas": celah(skala),
        "Capaian sasaran": _SASARAN[metode.agregasi_sasaran],
        "Capaian perangkat daerah": _PERANGKAT_DAERAH[metode.agregasi_perangkat_daerah],
        "Perangkat daerah berkategori": f"bila paling sedikit {persen(metode.ambang_kelengkapan, 0)} indikator terukur",
        "Perlu diperiksa ulang": f"capaian di atas {persen(metode.ambang_periksa_ulang, 0)}",
        "Dimintai penjelasan": f"perubahan antarperiode di atas {persen(metode.ambang_lonjakan, 0)}",
        **{f"Tenggat laporan {f.value}": hari_tenggat(metode, f) for f in Frekuensi},
        "Tenggat LKjIP": _hari(metode.tenggat.lkjip),
        "Tenggat hasil evaluasi": _hari(metode.tenggat.hasil_evaluasi),
        "Dasar hukum": "; ".join(metode.dasar_hukum),
    }


def _hari(bulan_hari: str) -> str:
    month, _, day = bulan_hari.partition("-")
    return f"{int(day)} {BULAN[int(month) - 1]} tahun berikutnya"


def beda(lalu: Metode, kini: Metode) -> tuple[Beda, ...]:
    """Returns the statements that differ between two policies."""
    before, now = pernyataan(lalu), pernyataan(kini)
    return tuple(Beda(what, before[what], words) for what, words in now.items() if words != before[what])
