"""The plan of work of the Tim SAKIP: what is done, when, by whom, and who has which part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.siklus import JenisNaskah, PeranSop
from sakipgen.rekap import BarisLangkah
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Dokumen, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import (
    Kejadian,
    kejadian,
    langkah,
    menghasilkan,
    oleh,
    sekretaris,
    tim,
)
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.teks import baris, kepala
from sakipgen.rendering.pages.pelaksanaan import NASKAH, PERAN

_KOLOM: Final = (Kolom(7, Rata.TENGAH), Kolom(46), Kolom(42), Kolom(27), Kolom(28), Kolom(20))
_KEPALA: Final = kepala(("No.", "Uraian kegiatan", "Pelaksana", "Jadwal", "Keluaran", "Keterangan"))


def program_kerja(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the plans; without a recorded one the steps of the SOP, of which the days are to be written."""
    instansi = bahan.rekap.instansi
    prd = pilihan.lembar
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.PROGRAM_KERJA)):
        planned = satu.catatan is not None and bool(satu.catatan.program_kerja)
        due = pilihan.tahun.jatuh_tempo.get(prd.periode)
        maker = oleh(instansi, satu, PeranSop.TIM_SAKIP)
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("program-kerja"),
                judul=f"Program Kerja {satu.judul}",
                subjek=f"Rencana, jadwal, dan pembagian tugas {satu.hal}.",
                templat="program-kerja.j2",
                nilai={
                    **satu.nilai(),
                    "sop": bahan.rekap.sop,
                    "tim_sk": instansi.tim_sakip,
                    "tenggat": tanggal(due) if due and satu.prosedur == "pengumpulan" else None,
                    "kegiatan": _kegiatan(instansi, satu)
                    if planned
                    else _menurut_sop(langkah(bahan.rekap, prd, satu.prosedur), satu.hal),
                    "menurut_sop": not planned,
                    "tugas": _tugas(instansi),
                    "ttd": bahan.tanda_tangan(
                        bahan.penanda(sekretaris(instansi), "Mengetahui,"),
                        bahan.penanda(maker, "Penyusun,"),
                        hari=satu.hari,
                    ),
                },
                cara=Penomoran.HURUF,
                rancangan=not planned,
            ),
        )


def _kegiatan(instansi: Instansi, satu: Kejadian) -> Tabel:
    rows = satu.catatan.program_kerja if satu.catatan else ()
    return Tabel(
        _KOLOM,
        _KEPALA,
        tuple(
            baris(
                str(n),
                row.uraian,
                "\n".join(map(instansi.nama_jabatan, row.pelaksana)),
                rentang(row.mulai, row.selesai),
                row.keluaran,
                "",
            )
            for n, row in enumerate(rows, 1)
        ),
        judul=f"Rencana kegiatan dan jadwal {satu.hal}",
    )


def rentang(mulai: date, selesai: date) -> str:
    """Returns the days from one to another, what they share said once: `24–26 September 2026`."""
    if mulai == selesai:
        return tanggal(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day}–{tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{tanggal(mulai).removesuffix(f' {mulai.year}')} – {tanggal(selesai)}"
    return f"{tanggal(mulai)} – {tanggal(selesai)}"


def _menurut_sop(steps: tuple[BarisLangkah, ...], hal: str) -> Tabel:
    """The steps that come after the plan, with their standard time; the days are written by hand."""
    plan = next((n for n, step in enumerate(steps) if step.langkah.keluaran is JenisNaskah.PROGRAM_KERJA), -1)
    rows = steps[plan + 1 :]
    return Tabel(
        _KOLOM,
        _KEPALA,
        tuple(
            baris(
                str(n),
                step.langkah.uraian,
                PERAN[step.langkah.pelaksana],
                "",
                NASKAH[step.langkah.keluaran],
                f"waktu baku {step.langkah.waktu_baku}" if step.langkah.waktu_baku else "",
            )
            for n, step in enumerate(rows, 1)
        )
        or tuple(baris(str(n), "", "", "", "", "") for n in range(1, 9)),
        judul=f"Rencana kegiatan dan jadwal {hal}",
    )


def _tugas(instansi: Instansi) -> Tabel:
    return Tabel(
        kolom=(Kolom(7, Rata.TENGAH), Kolom(50), Kolom(55)),
        kepala=kepala(("No.", "Jabatan", "Tugas dalam Tim SAKIP")),
        baris=tuple(
            baris(str(n), instansi.nama_jabatan(kode), role) for n, (kode, role) in enumerate(tim(instansi), 1)
        ),
        judul="Pembagian tugas",
    )


JENIS: Final = (Jenis("program-kerja", "Program kerja kegiatan", "9.1.3, 9.2.3", Lingkup.PERIODE, program_kerja),)
