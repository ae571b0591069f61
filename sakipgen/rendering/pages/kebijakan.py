"""The policy of a year as statements in words, and what differs between two years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.metode import CaraEfisiensi, Metode, Pembulatan, SatuanHari
from sakipgen.domain.waktu import BULAN, Frekuensi
from sakipgen.rendering.cetak import ringkas
from sakipgen.rendering.kata_metode import PERANGKAT_DAERAH, SASARAN, batas, celah, persen_lengkap
from sakipgen.rendering.kata_rumus import KATA

_EFISIENSI: Final[Mapping[CaraEfisiensi, str]] = {
    CaraEfisiensi.SELISIH: "capaian dikurangi serapan; selisih sampai {ambang} poin disebut cukup efisien",
    CaraEfisiensi.SISA_ANGGARAN: "sisa anggaran, bila target tercapai",
    CaraEfisiensi.RASIO: "capaian dibagi serapan; di atas 1 disebut efisien",
    CaraEfisiensi.PMK: "nilai efisiensi menurut rumus PMK 22/2021, 0 sampai 100; di atas 50 disebut efisien",
}
_PEMBULATAN: Final[Mapping[Pembulatan, str]] = {
    Pembulatan.SETENGAH_KE_ATAS: "setengah ke atas, sekali dari angka lengkapnya, hanya saat ditampilkan",
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
    enough = persen_lengkap(metode.ambang_kelengkapan)
    return {
        "Makin tinggi makin baik": KATA[metode.formula.naik][1],
        "Makin rendah makin baik": KATA[metode.formula.turun][1],
        "Makin dekat target makin baik": KATA[metode.formula.stabil][1],
        "Target rentang": KATA[metode.formula.rentang][1],
        "Capaian terendah": "tidak dibatasi" if metode.lantai is None else persen_lengkap(metode.lantai),
        "Capaian tertinggi saat dirata-ratakan": (
            "tidak dibatasi" if metode.batas_agregat is None else persen_lengkap(metode.batas_agregat)
        ),
        "Skala kategori": f"{skala.nama}, {skala.dasar}",
        "Kelas kategori": "; ".join(f"{kelas.label} {batas(skala, n)}" for n, kelas in enumerate(skala.kelas)),
        "Nilai di antara dua kelas": celah(skala),
        "Capaian sasaran": SASARAN[metode.agregasi_sasaran],
        "Capaian perangkat daerah": PERANGKAT_DAERAH[metode.agregasi_perangkat_daerah],
        "Perangkat daerah berkategori": f"bila paling sedikit {enough} indikator terukur",
        "Penggunaan anggaran": _EFISIENSI[metode.efisiensi.cara].format(ambang=ringkas(metode.efisiensi.ambang, 2)),
        "Pembulatan": _PEMBULATAN[metode.pembulatan],
        "Perlu diperiksa ulang": f"capaian di atas {persen_lengkap(metode.ambang_periksa_ulang)}",
        "Dimintai penjelasan": f"perubahan antarperiode di atas {persen_lengkap(metode.ambang_lonjakan)}",
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
