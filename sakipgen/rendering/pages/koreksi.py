"""Figures that changed after their period was closed: old and new, why, and who allowed it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.koreksi import DINYATAKAN, NILAI, JenisKoreksi, Koreksi, NilaiKoreksi
from sakipgen.rekap import BarisKoreksi
from sakipgen.rendering import kata_koreksi
from sakipgen.rendering.cetak import Angka, ringkas
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks

_BELUM_ADA: Final = Markup('<span class="sk-kosong">belum ada angka</span>')
_DICABUT: Final = Markup('<span class="sk-kosong">dicabut</span>')
_TANPA_PREDIKAT: Final = Markup('<span class="sk-kosong">tidak ditulis</span>')
_DESIMAL_ISIAN: Final = 6


@dataclass(frozen=True, slots=True)
class KoreksiTampil:
    """One correction as a row of a table."""

    kode: str
    jangkar: str
    alamat: str | None
    """On the page of its period; None where that has none."""
    tanggal: str
    periode: str
    indikator: str
    nama: str
    alamat_indikator: str
    semula: sel.Sel
    menjadi: sel.Sel
    isian: str | None
    """What changed beside or behind the figure: a komponen, the capaian stated, the predikat of a score."""
    isian_lama: sel.Sel
    isian_baru: sel.Sel
    jenis: str
    tingkat: str
    alasan: str
    diminta: str
    disetujui: str
    sumber: Markup


def tampil(konteks: Konteks, row: BarisKoreksi) -> KoreksiTampil:
    """Returns the row's cells."""
    isi = row.isi
    indikator = konteks.rekap.indikator[isi.indikator]
    ref = f"koreksi/{row.kode}:{row.periode}/"

    def figure(value: Decimal | None, column: str) -> sel.Sel:
        if value is None:
            return _DICABUT if isi.jenis is JenisKoreksi.PENCABUTAN else _BELUM_ADA
        return sel.nilai_prosa(indikator, value, f"{ref}{column}", row.periode.tahun)

    def field(value: NilaiKoreksi | None, name: str) -> sel.Sel:
        if value is None:
            return _DICABUT if isi.jenis is JenisKoreksi.PENCABUTAN else _BELUM_ADA
        if value.nilai is None or isi.bagian == NILAI:
            return Markup.escape(value.predikat) if value.predikat else _TANPA_PREDIKAT
        percent = "%" if isi.bagian == DINYATAKAN else ""
        return Angka(value.nilai, f"{ref}{name}", ringkas(value.nilai, _DESIMAL_ISIAN), akhiran=percent)

    return KoreksiTampil(
        kode=row.kode,
        jangkar=alamat.jangkar_koreksi(row.kode),
        alamat=alamat.koreksi(row.periode, row.kode) if row.periode in konteks.periode else None,
        tanggal=sel.hari_pendek(isi.tanggal),
        periode=row.periode.label,
        indikator=isi.indikator,
        nama=indikator.nama,
        alamat_indikator=alamat.indikator(isi.indikator),
        semula=figure(row.realisasi_lama, "realisasi_lama"),
        menjadi=figure(row.realisasi_baru, "realisasi_baru"),
        isian=_isian(indikator, isi),
        isian_lama=field(isi.nilai_lama, "nilai_lama"),
        isian_baru=field(isi.nilai_baru, "nilai_baru"),
        jenis=kata_koreksi.JENIS[isi.jenis],
        tingkat=kata_koreksi.TINGKAT[isi.tingkat],
        alasan=isi.alasan,
        diminta=konteks.jabatan(isi.diminta_oleh),
        disetujui=", ".join(map(konteks.jabatan, isi.disetujui_oleh)),
        sumber=konteks.sumber(row.rujukan),
    )


def _isian(indikator: Indikator, isi: Koreksi) -> str | None:
    """What stands below the figures; None where these say it all."""
    if isi.bagian != NILAI:
        return isi.isian.replace("_", " ") if isi.bagian == DINYATAKAN else isi.isian
    classed = any(value and value.predikat for value in (isi.nilai_lama, isi.nilai_baru))
    return "predikat" if classed and indikator.peringkat is None else None
