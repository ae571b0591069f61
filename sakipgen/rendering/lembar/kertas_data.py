"""The sheet “Data”: what was reported of each indikator, period by period, and how its rumus makes a figure of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, Laporan, RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode
from sakipgen.rendering.lembar import rumus_sel
from sakipgen.rendering.lembar.buku import Lembar, rentang, sel
from sakipgen.rendering.lembar.kata import format_angka, target_dokumen
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.sel_teks import STATUS

_KEPALA: Final = ("Kode", "Periode", "Isian", "Nilai", "Keadaan", "Target periode", "Bukti", "Sumber")
KODE, PERIODE, ISIAN, NILAI, KEADAAN, TARGET, BUKTI, SUMBER, KOMPONEN = range(9)
_DARI_AWAL: Final = frozenset({Agregasi.JUMLAH, Agregasi.MAKS, Agregasi.MIN})
"""What joins reports from the start of the year, not of the period alone."""
_SELESAI: Final = ("tidak", "ya")


@dataclass(frozen=True, slots=True)
class Isian:
    """A reported period that a figure may rest on, with its report."""

    periode: Periode
    laporan: Laporan | None


class LembarData:
    """The sheet while it is being written."""

    def __init__(self, halaman: Lembar, tahun: RekapTahun, periode: RekapPeriode, acuan: Acuan) -> None:
        self._tahun = tahun
        self._periode = periode
        self._acuan = acuan
        self._halaman = halaman
        self._halaman.lebar(9, 15, 12, 12, 30, 13, 7, 40, *(15,) * 8)
        self._baris = self._halaman.kop("Data yang dilaporkan dan komponennya", periode.periode.label)
        self._halaman.sheet.freeze_panes(self._baris, 2)
        self._target: dict[tuple[str, Periode], BarisTarget] = {
            (row.kode, row.periode): row for row in tahun.target if row.jenis == "rencana_aksi"
        }

    def tulis(self, row: BarisIndikator) -> str | None:
        """Writes the block of an indikator; returns the formula of its realisasi, None where nothing was reported."""
        rows = _isian(self._tahun, self._periode.periode, row)
        if not rows:
            return None
        page, indikator = self._halaman, row.indikator
        names = _nama_komponen(indikator)
        first = self._pembuka(row, names)
        for n, one in enumerate(rows):
            self._baris_periode(first + n, row, one, names)
        last = first + len(rows) - 1
        self._baris = last + 2
        whole = self._periode.periode
        told = any(r.laporan and r.laporan.nilai is not None and whole.memuat(r.periode) for r in rows)
        if indikator.agregasi is Agregasi.RASIO:
            cells = self._jumlah(first, last, row, names)
            self._baris += 1
            return rumus_sel.rumus(indikator.rumus or "", cells) if told else None
        return rumus_sel.gabung(indikator.agregasi, rentang(first, last, NILAI, page.nama)) if told else None

    def _pembuka(self, row: BarisIndikator, names: Mapping[str, str]) -> int:
        """Writes what is measured, how, and the heads of the columns; returns the first row of figures."""
        page, indikator, at = self._halaman, row.indikator, self._baris
        page.teks(at, KODE, row.kode, "kelompok")
        page.gabung(at, PERIODE, SUMBER, f"{indikator.nama} ({indikator.satuan.nama})", "kelompok")
        told = [f"Definisi: {indikator.definisi_operasional}", f"Cara menghitung: {indikator.formula_teks}"]
        if indikator.rumus:
            told[-1] += f" Rumus: {indikator.rumus}."
        told.append(kata_metode.AGREGASI[indikator.agregasi])
        for n, line in enumerate(told, 1):
            page.gabung(at + n, PERIODE, SUMBER, line, "redup", "bungkus")
        head = at + len(told) + 1
        for n, name in enumerate((*_KEPALA, *names.values())):
            page.teks(head, n, name, "kepala", "tengah", "vtengah")
        return head + 1

    def _baris_periode(self, at: int, row: BarisIndikator, one: Isian, names: Mapping[str, str]) -> None:
        page, report, indikator = self._halaman, one.laporan, row.indikator
        page.teks(at, KODE, row.kode, "sel", "redup")
        page.teks(at, PERIODE, one.periode.label_pendek, "sel")
        page.kosong(at, (ISIAN, NILAI), "sel")
        page.teks(at, KEADAAN, self._keadaan(row.kode, one), "sel", "bungkus", "redup")
        self._tulis_target(at, row, one.periode)
        page.angka(at, BUKTI, len(report.bukti) if report else 0, "sel", "tengah")
        page.teks(at, SUMBER, f"{report.rujukan.berkas}:{report.rujukan.baris}" if report else "", "sel", "redup")
        page.kosong(at, range(KOMPONEN, KOMPONEN + len(names)), "sel")
        if report is None or report.nilai is None:
            return
        butir, num = report.butir, format_angka(indikator)
        if butir.tahapan is not None:
            self._tahapan(at, indikator, butir.tahapan, report.nilai)
        elif butir.komponen and butir.nilai is None:
            cells = self._komponen(at, butir.komponen, names)
            page.rumus(at, NILAI, rumus_sel.rumus(indikator.rumus or "", cells), report.nilai, "sel", num=num)
        else:
            self._komponen(at, butir.komponen or {}, names)
            self._tertulis(at, indikator, report)

    def _komponen(self, at: int, values: Mapping[str, Decimal], names: Mapping[str, str]) -> dict[str, str]:
        """Writes the komponen of a report; returns their cells."""
        places = {name: KOMPONEN + n for n, name in enumerate(names)}
        for name, value in values.items():
            self._halaman.angka(at, places[name], value, "sel", "isian", num="#,##0.######")
        return {name: sel(at, column) for name, column in places.items()}

    def _tahapan(self, at: int, indikator: Indikator, done: Sequence[str], nilai: Decimal) -> None:
        """Writes which milestones are done; their weights make the figure."""
        page, terms = self._halaman, []
        for n, (kode, tahapan) in enumerate(indikator.tahapan.items()):
            cell = sel(at, KOMPONEN + n)
            page.teks(at, KOMPONEN + n, _SELESAI[kode in done], "sel", "isian", "tengah")
            page.sheet.data_validation(cell, {"validate": "list", "source": list(_SELESAI)})
            terms.append(f'({cell}="ya")*{tahapan.bobot}')
        page.rumus(at, NILAI, "+".join(terms), nilai, "sel", num=format_angka(indikator))

    def _tertulis(self, at: int, indikator: Indikator, report: Laporan) -> None:
        """Writes a figure as it was reported: a number, a rank, a day, or a yes; and the number behind it."""
        page, butir, cell = self._halaman, report.butir, sel(at, ISIAN)
        ranks = self._acuan.peringkat(indikator)
        look = ("sel", "isian")
        formula = f'IF({cell}="","",{cell})'
        if ranks and butir.predikat:
            page.teks(at, ISIAN, butir.predikat, *look, "tengah")
            page.sheet.data_validation(cell, {"validate": "list", "source": f"={ranks.kode}"})
            formula = ranks.skor_dari(cell)
        elif butir.tanggal:
            page.hari(at, ISIAN, butir.tanggal, *look)
            formula = f'IF({cell}="","",{cell}-DATE({report.periode.tahun},1,1)+1)'
        elif butir.terpenuhi is not None:
            page.teks(at, ISIAN, _SELESAI[butir.terpenuhi], *look, "tengah")
            page.sheet.data_validation(cell, {"validate": "list", "source": list(_SELESAI)})
            formula = f'IF({cell}="","",IF({cell}="ya",1,0))'
        else:
            page.angka(at, ISIAN, report.nilai, *look, num=format_angka(indikator))
        page.rumus(at, NILAI, formula, report.nilai, "sel", num=format_angka(indikator))

    def _jumlah(self, first: int, last: int, row: BarisIndikator, names: Mapping[str, str]) -> dict[str, str]:
        """Writes the sums of the komponen over the reported periods, of which a ratio is made; returns their cells."""
        page, at, sums = self._halaman, last + 1, row.hasil.komponen or {}
        page.teks(at, KODE, row.kode, "sel", "redup")
        page.teks(at, PERIODE, "Jumlah", "sel", "jumlah")
        page.kosong(at, range(ISIAN, KOMPONEN), "sel", "jumlah")
        counted = f"--ISNUMBER({rentang(first, last, NILAI)})"
        for n, name in enumerate(names):
            column = KOMPONEN + n
            formula = f"SUMPRODUCT({counted},{rentang(first, last, column)})"
            page.rumus(at, column, formula, sums.get(name, 0), "sel", "jumlah", num="#,##0.######")
        return {name: sel(at, KOMPONEN + n, page.nama) for n, name in enumerate(names)}

    def _tulis_target(self, at: int, row: BarisIndikator, periode: Periode) -> None:
        """What the rencana aksi plans for a reported period; the year's own target stands on the main sheet."""
        page, found = self._halaman, self._target.get((row.kode, periode))
        if found is None:
            page.teks(at, TARGET, "", "sel")
            return
        told = target_dokumen(row.indikator, found)
        if told is None:
            page.angka(at, TARGET, found.nilai, "sel", num=format_angka(row.indikator))
        else:
            page.teks(at, TARGET, told, "sel", "kanan")

    def _keadaan(self, kode: str, one: Isian) -> str:
        """Why a period has no figure, or what is to be known of the one that it has."""
        report = one.laporan
        if report is None:
            sheet = self._tahun.pada(one.periode)
            if sheet is None:
                return STATUS[Status.BELUM_JATUH_TEMPO]
            row = sheet.menurut_kode.get(kode)
            return STATUS[row.hasil.status] if row and row.hasil.realisasi is None else "tidak dilaporkan"
        butir = report.butir
        parts = [
            butir.status.value.replace("_", " ") if butir.status else "",
            butir.alasan or "",
            "sementara" if butir.sementara else "",
            f"data tahun {butir.tahun_data}" if butir.tahun_data else "",
            butir.sumber or "",
            butir.catatan or "",
        ]
        return "; ".join(filter(None, parts))


def _nama_komponen(indikator: Indikator) -> dict[str, str]:
    """The komponen or milestones of an indikator with what each of them is."""
    if indikator.tahapan:
        return {kode: f"{row.uraian} (bobot {row.bobot})" for kode, row in indikator.tahapan.items()}
    return {name: f"{name}: {told}" for name, told in indikator.komponen.items()}


def _isian(tahun: RekapTahun, periode: Periode, row: BarisIndikator) -> list[Isian]:
    """The reported periods that the figure of a period rests on, those without a report included."""
    indikator = row.indikator
    found = tahun.laporan_menurut_kode.get(row.kode, {})
    since_january = indikator.agregasi in _DARI_AWAL
    return [
        Isian(p, report if (report := found.get(p)) and report.unit == indikator.penanggung_jawab else None)
        for p in indikator.frekuensi.periode(tahun.tahun)
        if (p.akhir <= periode.akhir if since_january else periode.memuat(p))
    ]
