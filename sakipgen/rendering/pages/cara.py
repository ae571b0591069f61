"""«Cara menghitung»: the trace of a capaian as a page shows it, with the table of its komponen and of the kategori."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sakipgen.domain.metode import Metode
from sakipgen.rekap import BarisIndikator, RekapTahun
from sakipgen.rendering import kata_metode
from sakipgen.rendering.cetak import Angka, aman, ringkas
from sakipgen.rendering.jejak import jejak
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.sel import Palet
from sakipgen.rendering.ucap import html


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    nama: str
    arti: str
    nilai: sel.Sel


@dataclass(frozen=True, slots=True)
class KelasTampil:
    chip: Markup
    batas: str


@dataclass(frozen=True, slots=True)
class LangkahTampil:
    """One step of the trace."""

    judul: str
    kata: tuple[str, ...]
    rumus: str | None
    baris: tuple[tuple[Markup, Markup | None], ...]
    """Each line, and the link to where it is written."""


@dataclass(frozen=True, slots=True)
class CaraMenghitung:
    """All that explains one capaian."""

    langkah: tuple[LangkahTampil, ...]
    komponen: tuple[KomponenTampil, ...]
    skala: str
    dasar: str
    kelas: tuple[KelasTampil, ...]


def cara(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> CaraMenghitung:
    """Returns the explanation of a row by the rules of its year."""
    skala = tahun.metode.skala
    values = _nilai_komponen(row)
    missing = sel.kosong(row.hasil.status) if row.hasil.status in sel.KEADAAN else sel.BELUM
    return CaraMenghitung(
        langkah=tuple(
            LangkahTampil(
                step.judul,
                step.kata,
                step.rumus,
                tuple((html(line.ucap), konteks.sumber(line.sumber) if line.sumber else None) for line in step.baris),
            )
            for step in jejak(konteks.instansi, tahun, row).langkah
        ),
        komponen=tuple(
            KomponenTampil(name, meaning, values.get(name, missing)) for name, meaning in row.indikator.komponen.items()
        ),
        skala=skala.nama,
        dasar=skala.dasar,
        kelas=kelas(tahun.metode, konteks.palet(tahun.tahun)),
    )


def kelas(metode: Metode, palet: Palet) -> tuple[KelasTampil, ...]:
    """Returns the classes of a year's scale with their bounds in words."""
    skala = metode.skala
    return tuple(KelasTampil(palet(k).chip, kata_metode.batas(skala, n)) for n, k in enumerate(skala.kelas))


def _nilai_komponen(row: BarisIndikator) -> dict[str, Angka | Markup]:
    """The komponen of a realisasi; the open data has those of the period, reported or joined."""
    found = row.hasil.komponen
    if found is None:
        return {}
    periode = row.hasil.periode
    here = next((lap for lap in row.laporan if lap.periode == periode and lap.butir.komponen), None)
    if here is not None and here.butir.komponen != found:  # the best figure so far is of an earlier report
        return {name: aman(ringkas(value, 6)) for name, value in found.items()}
    return {
        name: Angka(value, f"komponen/{row.kode}:{periode}:{name}/nilai", ringkas(value, 6))
        for name, value in found.items()
    }
