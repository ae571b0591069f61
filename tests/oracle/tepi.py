"""Small years that lie exactly on an edge where arithmetic with a fixed number of digits falls off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from sakipgen.domain.waktu import Frekuensi, Periode, Posisi
from sakipgen.rekap import Rekapitulasi
from tests.measuring import builder
from tests.oracle.angka import teks
from tests.oracle.sampel import terbit

TAHUN = 2024
_SETENGAH = Decimal("0.005")


def rerata(banyak: int) -> Rekapitulasi:
    """Monthly means whose target and realisasi have no last digit, although the one is exactly x.xx5 % of the other.

    Every other one lies between two classes instead: 90.5 %.
    """
    acak = Random(5)  # noqa: S311 - no secret
    isi = builder.Susunan(tahun=TAHUN)
    for n in range(banyak):
        kode = f"R-{n:03}"
        wanted = Decimal("90.5") if n % 2 else Decimal(acak.randint(500, 12000)).scaleb(-2) + _SETENGAH
        targets = [Decimal(acak.randint(1, 400)) for _ in Frekuensi.BULANAN.segmen]
        isi.ukur(kode, frekuensi="bulanan", agregasi="rerata").janji(kode, "100")
        isi.rencanakan(kode, **{f"b{s}": teks(t) for s, t in zip(Frekuensi.BULANAN.segmen, targets, strict=True)})
        for segmen, target in zip(Frekuensi.BULANAN.segmen, targets, strict=True):
            isi.lapor(kode, segmen, teks(target * wanted / 100))
    return _terbit(isi)


def sepertiga(banyak: int) -> Rekapitulasi:
    """Sasaran whose mean is exactly half of the last printed digit, although three capaian in it have no last digit."""
    acak = Random(7)  # noqa: S311 - no secret
    isi = builder.Susunan(tahun=TAHUN, sasaran={}, metode=builder.metode(batas_agregat="200"))
    groups: dict[str, list[str]] = {}
    for n in range(banyak):
        mean = Decimal(acak.randint(5100, 9999)).scaleb(-2) + _SETENGAH
        pairs = [*[(Decimal(3), Decimal(4))] * 3, *[(Decimal(100), (8 * mean - 400) / 5)] * 5]
        groups[f"S{n}"] = [f"P-{n:02}{m}" for m in range(len(pairs))]
        for kode, (target, realisasi) in zip(groups[f"S{n}"], pairs, strict=True):
            isi.ukur(kode, frekuensi="tahunan").janji(kode, teks(target)).lapor(kode, "tahunan", teks(realisasi))
    isi.sasaran = groups
    return _terbit(isi)


def ambang() -> Rekapitulasi:
    """Four of five indikator are measured, exactly the 80 % that a perangkat daerah needs."""
    isi = builder.Susunan(tahun=TAHUN)
    for n in range(5):
        isi.ukur(f"A-{n}", frekuensi="tahunan").janji(f"A-{n}", "10")
    for n in range(4):
        isi.lapor(f"A-{n}", "tahunan", "9.05")
    return _terbit(isi)


def tanda() -> Rekapitulasi:
    """The PK says «kurang dari 5», the rencana aksi of a quarter only «5», and 5 it was."""
    isi = builder.Susunan(tahun=TAHUN).ukur("T-1", polaritas="turun").janji("T-1", {"kurang_dari": "5"})
    return _terbit(isi.rencanakan("T-1", TW1="5", TW2="5", TW3="5", TW4="5").lapor("T-1", "TW1", "5"))


def _terbit(isi: builder.Susunan) -> Rekapitulasi:
    isi.target_renstra = {kode: {str(TAHUN): "1", "2026": "1"} for kode in isi.indikator}
    return terbit(isi.dataset(), Posisi(Periode(TAHUN, "tahunan"), date(TAHUN + 1, 2, 14)))
