"""The first step of a trace: the reports that a figure rests on, and those that it should rest on and does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.koreksi import DINYATAKAN, NILAI
from sakipgen.domain.realisasi import ButirRealisasi, Status
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.rekap import (
    BarisIndikator,
    BarisKoreksi,
    KeadaanPengiriman,
    Laporan,
    RekapTahun,
)
from sakipgen.rendering import kata_rumus
from sakipgen.rendering.cetak import (
    alinea,
    angka_lengkap,
    ringkas,
    tanggal,
)
from sakipgen.rendering.jejak_langkah import KEADAAN, Baris, Langkah, dasar, tahapan, tanpa
from sakipgen.rendering.kalimat_indikator import TanpaTarget, tanpa_target
from sakipgen.rendering.nilai import di_kalimat
from sakipgen.rendering.ucap import Ucap, teks

_RESMI: Final = "Nilainya ditetapkan pemilik indeks; rumus atas komponennya hanya pembanding."


def laporan(tahun: RekapTahun, row: BarisIndikator) -> Langkah:
    """Returns the step of the reports that a figure rests on."""
    used = zip(row.hasil.dari, row.rujukan, strict=False)
    lines = [Baris(_dilaporkan(tahun, row, one), at) for one, at in used]
    lines += _tidak_dihitung(tahun, row)
    if not lines:
        lines.append(Baris((f"tidak ada laporan yang dipakai: {tanpa(row)}",)))
    indikator = row.indikator
    names: dict[str, Ucap] = {name: (name,) for name in indikator.komponen}
    computed = indikator.rumus and not indikator.nilai_resmi
    symbols = teks(kata_rumus.tulis(indikator.rumus, names)) if indikator.rumus and computed else None
    official = (_RESMI,) if indikator.nilai_resmi else ()
    return Langkah("Laporan yang dipakai", (*alinea(indikator.formula_teks), *official), symbols, tuple(lines))


def _tidak_dihitung(tahun: RekapTahun, row: BarisIndikator) -> Iterator[Baris]:
    """The reports that the figure should rest on and does not: those without a figure, then those not there."""
    known = tahun.laporan_menurut_kode.get(row.kode, {})
    sent = {p.periode: p.keadaan for p in tahun.pengiriman if p.unit == row.indikator.penanggung_jawab}
    missing: dict[str, list[str]] = {}
    for one in dasar(row)[: row.hasil.terukur.dari]:
        report = known.get(one)
        if report is None:
            state = f"laporannya {_BELUM.get(sent[one], _BELUM_ADA) if one in sent else _BELUM_ADA}"
            missing.setdefault(_di_luar_pk(tahun, row.kode, one) or state, []).append(one.label_pendek)
        elif report.nilai is None:
            yield Baris((f"{one.label} tidak dihitung: {_sebab(report)}",), report.rujukan)
    for state, names in missing.items():
        yield Baris((f"{', '.join(names)} {tahun.tahun} tidak dihitung: {state}",))


def _di_luar_pk(tahun: RekapTahun, kode: str, periode: Periode) -> str | None:
    """What a period was in which the PK did not name the indikator; None of any other."""
    ended = [prd.menurut_kode[kode].hasil for prd in tahun.periode if prd.periode.akhir <= periode.akhir]
    own = next((hasil for hasil in ended if hasil.periode == periode), None)
    if own is None or own.status is not Status.TIDAK_DITARGETKAN or tanpa_target(own) is not TanpaTarget.LUAR_PK:
        return None
    return "tidak lagi dijanjikan" if any(hasil.versi_pk for hasil in ended) else "belum dijanjikan"


_BELUM_ADA: Final = "belum ada"
_BELUM: Final = {
    KeadaanPengiriman.BELUM_JATUH_TEMPO: "belum jatuh tempo",
    KeadaanPengiriman.TERLAMBAT: "terlambat",
    KeadaanPengiriman.MENUNGGU_PERSETUJUAN: "menunggu persetujuan",
    KeadaanPengiriman.DIKEMBALIKAN: "dikembalikan",
}
"""Why a report is not there, where the public may know it."""


def _dilaporkan(tahun: RekapTahun, row: BarisIndikator, one: Dilaporkan) -> Ucap:
    """One report: its rumus with numbers, or what was written; then when it was approved."""
    indikator = row.indikator
    ref = f"{row.kode}:{one.periode}"
    figure = di_kalimat(indikator, one.nilai, one.periode.tahun).angka(one.nilai, f"realisasi/{ref}/nilai")
    words: Ucap = (f"{one.periode.label}: ",)
    if indikator.rumus and one.komponen and not indikator.nilai_resmi:
        names: dict[str, Ucap] = {
            name: (angka_lengkap(value, f"komponen/{ref}:{name}/nilai"),) for name, value in one.komponen.items()
        }
        words = (*words, *kata_rumus.tulis(indikator.rumus, names), " = ")
    found = tahun.laporan_menurut_kode.get(row.kode, {}).get(one.periode)
    written = _tertulis(indikator, found.butir) if found else ""
    unit = indikator.penanggung_jawab
    approved = next((p.disetujui for p in tahun.pengiriman if (p.unit, p.periode) == (unit, one.periode)), None)
    changes = (k for prd in tahun.periode if prd.periode == one.periode for k in prd.menurut_kode[row.kode].koreksi)
    corrected = [part for change in changes for part in _dikoreksi(indikator, change)]
    return (*words, figure, written, f", disetujui {tanggal(approved)}" if approved else "", *corrected)


def _dikoreksi(indikator: Indikator, koreksi: BarisKoreksi) -> Ucap:
    """When a report was corrected or withdrawn, and what it said before; of one that came late, when it came."""
    isi, ref = koreksi.isi, f"koreksi/{koreksi.kode}:{koreksi.periode}/"
    lama = isi.nilai_lama
    if lama is None:
        return (f", disampaikan {tanggal(isi.tanggal)} sesudah periodenya ditutup",)
    verb = "dicabut" if isi.nilai_baru is None else "dikoreksi"
    head = f", {verb} {tanggal(isi.tanggal)}, semula "
    if isi.bagian == DINYATAKAN and lama.nilai is not None:
        return (f"{head}capaian ", angka_lengkap(lama.nilai, f"{ref}nilai_lama", "%"))
    before = koreksi.realisasi_lama
    part: Ucap = ()
    if isi.bagian != NILAI and lama.nilai is not None:
        part = (f"{isi.isian} ", angka_lengkap(lama.nilai, f"{ref}nilai_lama"))
    elif lama.predikat and indikator.satuan.tipe is not TipeSatuan.PREDIKAT:
        part = (f"predikat {lama.predikat}",)
    if before is None:
        return (head, *part)
    figure = di_kalimat(indikator, before, koreksi.periode.tahun).angka(before, f"{ref}realisasi_lama")
    return (head, figure, " (", *part, ")") if part else (head, figure)


def _tertulis(indikator: Indikator, butir: ButirRealisasi) -> str:
    """What stands behind the number of a report that was not written as a number."""
    if butir.tahapan is not None:
        return f" dari tahapan: {tahapan(indikator, butir.tahapan) or 'belum ada yang selesai'}"
    if indikator.satuan.tipe is TipeSatuan.PREDIKAT and butir.nilai is not None:
        return f", skor {ringkas(butir.nilai, 2)}"
    return f" (predikat {butir.predikat})" if butir.predikat else ""


def _sebab(lap: Laporan) -> str:
    status = KEADAAN[Status(lap.butir.status.value)] if lap.butir.status else "penyebut rumusnya nol"
    return f"{status}, {lap.butir.alasan}" if lap.butir.alasan else status
