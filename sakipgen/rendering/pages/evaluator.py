"""The evaluator's view: what an evaluation of SAKIP asks for, and the page or file of this site that proves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.rendering.kalimat import Kalimat, teks
from sakipgen.rendering.kalimat_dokumen import FaktaKriteria, kriteria
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages.dokumen import ADA, BELUM, TEMPO
from sakipgen.rendering.pages.konteks import Isi, Konteks
from sakipgen.rendering.pages.kriteria import Bukti, Komponen, Kriteria, komponen

_SEBAGIAN: Final = Markup('<span aria-hidden="true">◔</span> sebagian')
_TAK_ADA: Final = Markup('<span aria-hidden="true">–</span> tidak ada yang perlu dibuktikan')


@dataclass(frozen=True, slots=True)
class BarisKriteria:
    """A criterion as a row."""

    aspek: str
    isi: str
    keadaan: Markup
    jumlah: str | None
    bukti: Bukti


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    id: str
    nama: str
    baris: tuple[BarisKriteria, ...]


def halaman(konteks: Konteks) -> Page:
    """Returns the evaluator's view of the year that the front page tells."""
    year = konteks.rekap.utama
    parts = komponen(konteks.rekap, year) if year else ()
    said = _ucapan(parts)
    isi = Isi(
        templat="evaluator",
        path="dokumen/evaluator",
        judul="Untuk evaluator",
        uraian=f"Bukti setiap kriteria evaluasi SAKIP {konteks.pd.singkatan}. {teks(said)}".rstrip(),
        strip=konteks.strip(year.setahun if year else None, year.setahun.indikator if year else ()),
        bagian=tuple(Bagian(part.id, part.nama) for part in parts),
        jejak=(("Dokumen", "dokumen/"), ("Untuk evaluator", None)),
        berkas=tuple(row.rujukan.berkas for row in konteks.rekap.dokumen),
        nilai={"tahun": year.tahun if year else None, "ucapan": said, "komponen": tuple(map(_tampil, parts))},
    )
    return konteks.susun(isi)


def _ucapan(parts: Sequence[Komponen]) -> tuple[Kalimat, ...]:
    asked = [row for part in parts for row in part.kriteria if row.dari and not row.nanti]
    if not asked:
        return ()
    return kriteria(
        FaktaKriteria(
            dari=len(asked),
            ada=sum(row.lengkap for row in asked),
            sebagian=sum(row.sebagian for row in asked),
            belum=sum(row.belum for row in asked),
        )
    )


def _tampil(part: Komponen) -> KomponenTampil:
    return KomponenTampil(part.id, part.nama, tuple(map(_baris, part.kriteria)))


def _baris(row: Kriteria) -> BarisKriteria:
    if row.nanti:
        state = TEMPO
    elif not row.dari:
        state = _TAK_ADA
    else:
        state = ADA if row.lengkap else _SEBAGIAN if row.sebagian else BELUM
    count = f"{row.ada} dari {row.dari} {row.satuan}" if row.satuan and row.dari else None
    return BarisKriteria(row.aspek, row.isi, state, count, row.bukti)
