"""The checklist of documents that collecting data needs: what is there, with number, day and place, and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sakipgen.domain.bukti import Tempat
from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.siklus import JenisNaskah, PeranSop
from sakipgen.rekap import BarisDokumen, DokumenWajib, Rekapitulasi, RekapTahun
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import kejadian, menghasilkan, oleh, sekretaris
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.teks import CENTANG, KOSONG, baris, kepala
from sakipgen.rendering.pages.dokumen import DOKUMEN

_KOLOM: Final = (
    Kolom(6, Rata.TENGAH),
    Kolom(36),
    Kolom(24),
    Kolom(18),
    Kolom(26),
    Kolom(7, Rata.TENGAH),
    Kolom(8, Rata.TENGAH),
    Kolom(18),
)
_KEPALA: Final = kepala(("No.", "Dokumen", "Nomor", "Tanggal", "Tempat penyimpanan", "Ada", "Belum", "Keterangan"))


def daftar_dokumen(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the checklists of a period, each of the day on which it was made."""
    instansi = bahan.rekap.instansi
    year = pilihan.tahun
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.DAFTAR_DOKUMEN), "pengumpulan"):
        day = satu.hari or bahan.rekap.posisi.per_tanggal
        rows = tuple(_pada(row, day) for row in year.dokumen_wajib)
        final = [row for row in rows if any(d.keadaan is KeadaanDokumen.FINAL for d in row.dokumen)]
        yield bingkai(
            bahan,
            year,
            Naskah(
                nama=satu.nama("daftar-dokumen"),
                judul=f"Daftar Kelengkapan Dokumen {satu.judul}",
                subjek=f"Dokumen yang diperlukan untuk {satu.hal}, yang ada dan yang belum.",
                templat="daftar-dokumen.j2",
                nilai={
                    **satu.nilai(),
                    "ada": len(final),
                    "dari": len(rows),
                    "kelengkapan": satu.langkah.kelengkapan if satu.langkah else (),
                    "wajib": _wajib(year, rows),
                    "pendukung": _pendukung(bahan.rekap, year, day),
                    "ttd": bahan.tanda_tangan(
                        bahan.penanda(sekretaris(instansi), "Mengetahui,"),
                        bahan.penanda(oleh(instansi, satu, PeranSop.TIM_SAKIP), "Pemeriksa,"),
                        hari=satu.hari,
                    ),
                },
                cara=Penomoran.HURUF,
                rancangan=satu.rancangan,
            ),
        )


def _pada(wanted: DokumenWajib, hari: date) -> DokumenWajib:
    """What was there when the checklist was made."""
    found = tuple(row for row in wanted.dokumen if _ada(row, hari))
    late = wanted.jatuh_tempo is not None and wanted.jatuh_tempo < hari and not found
    return replace(wanted, dokumen=found, terlambat=late)


def _ada(row: BarisDokumen, hari: date) -> bool:
    return row.tanggal is None or row.tanggal <= hari


def _wajib(year: RekapTahun, dokumen: Sequence[DokumenWajib]) -> Tabel:
    rows: list[Baris] = []
    for n, wanted in enumerate(dokumen, 1):
        rows += _dokumen(str(n), wanted)
    return Tabel(_KOLOM, _KEPALA, tuple(rows), judul=f"Dokumen wajib tahun {year.tahun}", kecil=True)


def _dokumen(nomor: str, wanted: DokumenWajib) -> Iterator[Baris]:
    """One row for each document of a kind, or one that says it is missing."""
    if not wanted.dokumen:
        due = f"paling lambat {tanggal(wanted.jatuh_tempo)}" if wanted.jatuh_tempo else ""
        said = f"lewat jatuh tempo, {due}" if wanted.terlambat else due
        yield baris(nomor, DOKUMEN[wanted.jenis], None, None, None, "", CENTANG, said)
    for n, row in enumerate(wanted.dokumen):
        yield _baris("" if n else nomor, row)


def _baris(nomor: str, row: BarisDokumen) -> Baris:
    draft = row.keadaan is KeadaanDokumen.RANCANGAN
    return baris(
        nomor,
        row.judul,
        row.nomor,
        tanggal(row.tanggal) if row.tanggal else None,
        tempat(row),
        "" if draft else CENTANG,
        CENTANG if draft else "",
        "rancangan, belum ditetapkan" if draft else "",
    )


def tempat(row: BarisDokumen) -> str:
    """Returns where a document lies; a data file that is one lies in the repository."""
    if row.tempat:
        return lokasi(row.tempat)
    return str(row.rujukan.berkas) if row.jenis not in set(JenisDokumen) else KOSONG


def lokasi(tempat: Tempat) -> str:
    """Returns where a paper lies, in words."""
    if tempat.nomor_arsip:
        return f"Arsip nomor {tempat.nomor_arsip}"
    return f"data/{tempat.berkas}" if tempat.berkas else tempat.tautan or KOSONG


def _pendukung(rekap: Rekapitulasi, year: RekapTahun, hari: date) -> Tabel | None:
    """What else the register has of the year and of the year before, which the report of this year builds on."""
    shown = {row.kode for wanted in year.dokumen_wajib for row in wanted.dokumen}
    rows = [
        row
        for row in rekap.dokumen
        if row.jenis in set(JenisDokumen) and row.kode not in shown and _ada(row, hari)
        if year.tahun - 1 <= row.tahun <= year.tahun
    ]
    found = tuple(_baris(str(n), row) for n, row in enumerate(_berurut(rows), 1))
    title = f"Dokumen pendukung tahun {year.tahun - 1} dan {year.tahun}"
    return Tabel(_KOLOM, _KEPALA, found, judul=title, kecil=True) if found else None


_URUTAN: Final[Mapping[str, int]] = {jenis: n for n, jenis in enumerate(DOKUMEN)}


def _berurut(rows: Iterable[BarisDokumen]) -> Sequence[BarisDokumen]:
    return sorted(rows, key=lambda row: (row.tahun, _URUTAN[row.jenis], row.kode))


JENIS: Final = (Jenis("daftar-dokumen", "Daftar kelengkapan dokumen", "9.1.4", Lingkup.PERIODE, daftar_dokumen),)
