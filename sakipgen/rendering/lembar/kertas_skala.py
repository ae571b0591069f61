"""The sheet “Skala”: the classes that a figure is looked up in, as the year and the kamus define them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.peringkat import Peringkat
from sakipgen.domain.skala import Celah, Skala
from sakipgen.rendering import kata_metode
from sakipgen.rendering.lembar.buku import Buku, Lembar, rentang
from sakipgen.rendering.lembar.rumus_sel import TabelKelas, TabelPeringkat

_KEPALA_KELAS: Final = ("Kelas", "Batas", "Mulai dari", "Nilai itu termasuk")
_KEPALA_PERINGKAT: Final = ("Kode", "Peringkat", "Skor")


class Acuan:
    """The sheet, and where on it each scale stands."""

    def __init__(
        self,
        buku: Buku,
        skala: Skala,
        indikator: Iterable[Indikator],
        *,
        judul: str = "Kategori capaian",
        tanda: str = "",
    ) -> None:
        self._halaman: Lembar = buku.lembar("Skala", tegak=True, tanda=tanda)
        self._halaman.lebar(26, 34, 14, 20)
        self._baris = self._halaman.kop("Skala", buku.waktu, tanda)
        self._kelas: list[TabelKelas] = []
        self._peringkat: list[tuple[Peringkat, TabelPeringkat]] = []
        self.kategori = self._tulis_kelas(skala, judul)
        for row in indikator:
            if row.peringkat and self.peringkat(row) is None:
                self._tulis_peringkat(row.peringkat)
            if row.skala and self.predikat(row) is None:
                self._kelas.append(self._tulis_kelas(row.skala, "Predikat nilai"))

    def predikat(self, indikator: Indikator) -> TabelKelas | None:
        """Returns the scale of an indikator's own figures; None of one without."""
        return next((row for row in self._kelas if row.skala == indikator.skala), None)

    def peringkat(self, indikator: Indikator) -> TabelPeringkat | None:
        """Returns the ranks of an indikator; None of one that has a number."""
        return next((table for known, table in self._peringkat if known == indikator.peringkat), None)

    def _judul(self, awal: str, nama: str, dasar: str, cara: str, kepala: Iterable[str]) -> int:
        """Writes what stands above a table; returns its first row."""
        page, row = self._halaman, self._baris
        page.teks(row, 0, f"{awal}: {nama}", "tebal")
        page.gabung(row + 1, 0, 3, f"Dasar: {dasar}", "redup", "bungkus")
        page.gabung(row + 2, 0, 3, cara, "redup", "bungkus")
        for n, name in enumerate(kepala):
            page.teks(row + 3, n, name, "kepala")
        return row + 4

    def _tulis_kelas(self, skala: Skala, awal: str) -> TabelKelas:
        first = self._judul(awal, skala.nama, skala.dasar, kata_metode.celah(skala), _KEPALA_KELAS)
        page, last = self._halaman, first + len(skala.kelas) - 1
        for n, (kelas, (begin, closed)) in enumerate(zip(skala.kelas, _tangga(skala), strict=True)):
            page.teks(first + n, 0, kelas.label, "sel")
            page.teks(first + n, 1, kata_metode.batas(skala, n), "sel")
            page.angka(first + n, 2, begin, "sel")
            page.angka(first + n, 3, None if begin is None else int(closed), "sel", num='"ya";;"tidak"')
        self._baris = last + 3
        names, begins, closed_cells = (
            rentang(first, end, column, page.nama, tetap=True)
            for end, column in ((last, 0), (last - 1, 2), (last - 1, 3))
        )
        return TabelKelas(skala, names, begins, closed_cells)

    def _tulis_peringkat(self, peringkat: Peringkat) -> None:
        told = "Skor realisasi dibandingkan dengan skor target."
        first = self._judul("Peringkat", peringkat.nama, peringkat.dasar, told, _KEPALA_PERINGKAT)
        page, last = self._halaman, first + len(peringkat.kelas) - 1
        for n, kelas in enumerate(peringkat.kelas):
            page.teks(first + n, 0, kelas.kode, "sel")
            page.teks(first + n, 1, kelas.label, "sel")
            page.angka(first + n, 2, kelas.skor, "sel")
        self._baris = last + 3
        kode, score = (rentang(first, last, column, page.nama, tetap=True) for column in (0, 2))
        self._peringkat.append((peringkat, TabelPeringkat(kode, score)))


def _tangga(skala: Skala) -> Iterable[tuple[Decimal | None, bool]]:
    """From which value on each class begins, and whether that value is in it; of the lowest nothing.

    Where figures are rounded first it is the lowest rounded one, as the table prints it.
    """
    if skala.celah is not Celah.BULATKAN:
        yield from ((start, closed) for start, closed, _ in skala.tangga)
    else:
        for upper, _ in pairwise(skala.kelas):
            first = upper.min if upper.min_termasuk or upper.min is None else upper.min + skala.langkah
            yield first, True
    yield None, True
