"""One card of the form: heading, figures, sentences and evidence of an indikator."""

from __future__ import annotations

from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.forms.cek import Cek
from sakipgen.forms.isian import KALIMAT, Isian, Kolom, baris_utama
from sakipgen.forms.lembar import KOL, LEBAR, LEBAR_TEKS, Lembar
from sakipgen.forms.masukan import masukkan
from sakipgen.forms.rupa import tinggi
from sakipgen.forms.susun import Formulir, Kartu


def pendek(periode: Periode) -> str:
    """Returns a period as a heading says it: `TW III`, `Oktober`, `Semester I`, `2026`."""
    if periode.jenis is JenisPeriode.TAHUN:
        return str(periode.tahun)
    return periode.label_pendek.replace("Triwulan", "TW")


class PenulisKartu:
    """One card while it is written."""

    def __init__(self, lembar: Lembar, formulir: Formulir, kartu: Kartu) -> None:
        self.lembar, self.formulir, self.kartu = lembar, formulir, kartu
        self.letak = lembar.letak
        self.cek = Cek(kartu, lembar.letak)

    def tulis(self) -> None:
        """Writes the card."""
        kartu = self.kartu
        self._judul(kartu)
        self._utama(kartu)
        rows: dict[str, list[Isian]] = {}
        for cell in kartu.isian:
            rows.setdefault(cell.baris, []).append(cell)
        rows.pop(baris_utama(kartu.kode), None)
        self._kepala_bukti(kartu)
        for key, cells in rows.items():
            name = key.partition(":")[2]
            row = self.lembar.kunci(key)
            if name == "status":
                self._status(kartu, key, cells)
            elif name.startswith("bukti."):
                self._bukti(kartu, key, cells)
            elif cells[0].kolom is Kolom.ISIAN:
                self._angka(kartu, key, cells[0])
            else:
                self._kalimat(kartu, key, cells[0])
            if found := self.cek.baris(key):
                self.lembar.rumus(row, Kolom.CEK, found, "cek")
        self.lembar.atur_tinggi(self.lembar.kunci(f"{kartu.kode}:jeda"), 10)

    def _judul(self, kartu: Kartu) -> None:
        key = f"{kartu.kode}:judul"
        row, when = self.lembar.kunci(key), self.formulir.periode
        self.lembar.sel(key, Kolom.KODE, kartu.kode, "pita")
        self.lembar.sel(key, Kolom.URAIAN, kartu.indikator.nama, "pita")
        last = f"Terakhir: {pendek(kartu.terakhir.periode)}" if kartu.terakhir else "Terakhir"
        if kartu.terakhir and kartu.terakhir.periode.tahun != when.tahun and when.jenis is not JenisPeriode.TAHUN:
            last += f" {kartu.terakhir.periode.tahun}"
        for kolom, text in (
            (Kolom.SATUAN, "Satuan"),
            (Kolom.TARGET_TAHUN, f"Target {when.tahun}"),
            (Kolom.TARGET_PERIODE, f"Target {pendek(when)}" if when.jenis is not JenisPeriode.TAHUN else "Target"),
            (Kolom.TERAKHIR, last),
            (Kolom.ISIAN, f"Realisasi {pendek(when)}"),
            (Kolom.CEK, "Cek"),
        ):
            self.lembar.sel(key, kolom, text, "pita_tengah")
        self.lembar.atur_tinggi(row, max(26, tinggi(kartu.indikator.nama, LEBAR[Kolom.URAIAN] - 4)))

    def _utama(self, kartu: Kartu) -> None:
        key = baris_utama(kartu.kode)
        row = self.lembar.kunci(key)
        self.lembar.sel(key, Kolom.KODE, "Realisasi", "label_tebal")
        hint = "Dihitung dari isian di bawah ini. " if self.cek.dihitung else ""
        self.lembar.sel(key, Kolom.URAIAN, hint + kartu.petunjuk, "uraian")
        self.lembar.sel(key, Kolom.SATUAN, kartu.indikator.satuan.nama, "tengah")
        self.lembar.sel(key, Kolom.TARGET_TAHUN, kartu.target_tahun, "angka")
        self.lembar.sel(key, Kolom.TARGET_PERIODE, kartu.target_periode, "angka")
        self.lembar.sel(key, Kolom.TERAKHIR, kartu.terakhir.nilai if kartu.terakhir else "–", "angka")
        cell = next((c for c in kartu.isian if c.baris == key), None)
        if cell:
            masukkan(self.lembar, kartu, cell, self.formulir.jenis_bukti)
        else:
            self.lembar.rumus(row, Kolom.ISIAN, self.cek.realisasi(), self.lembar.hasil(kartu.indikator.desimal))
        self.lembar.rumus(row, Kolom.CEK, self.cek.utama(), "cek")
        self.lembar.rumus(row, Kolom.CAPAIAN, self.cek.capaian(), "biasa")
        self.lembar.rumus(row, Kolom.TERISI, self.cek.terisi(), "biasa")
        self.lembar.atur_tinggi(row, 30 if len(kartu.target_periode) > 12 or hint else 26)
        key = f"{kartu.kode}:cara"
        row = self.lembar.kunci(key)
        self.lembar.sel(key, Kolom.KODE, "Cara hitung", "label")
        self.lembar.sel(key, Kolom.URAIAN, kartu.cara, "redup", Kolom.ISIAN)
        self.lembar.atur_tinggi(row, tinggi(kartu.cara, LEBAR_TEKS * 1.2))

    def _angka(self, kartu: Kartu, key: str, cell: Isian) -> None:
        """A row with one figure, or one word, in the column of figures."""
        group, _, name = cell.medan.partition(".")
        indikator, unit, last = kartu.indikator, "", ""
        match group:
            case "komponen":
                label, text = "Komponen", indikator.komponen[name]
                last = kartu.terakhir.komponen.get(name, "–") if kartu.terakhir else "–"
            case "tahapan":
                step = indikator.tahapan[name]
                label, text, unit = "Tahapan", step.uraian, f"bobot {step.bobot:f}"
                last = kartu.terakhir.komponen.get(name, "–") if kartu.terakhir else "–"
            case "predikat":
                label, text = "Predikat", "Predikat yang diperoleh, bila disebut dalam naskahnya."
            case _:
                label, text, unit = "Capaian", "Capaian yang ditetapkan, tidak dihitung.", "persen"
        self.lembar.sel(key, Kolom.KODE, label, "label")
        self.lembar.sel(key, Kolom.URAIAN, text, "uraian")
        self.lembar.sel(key, Kolom.SATUAN, unit, "tengah")
        self.lembar.sel(key, Kolom.TARGET_TAHUN, "", "angka")
        self.lembar.sel(key, Kolom.TARGET_PERIODE, "", "angka")
        self.lembar.sel(key, Kolom.TERAKHIR, last, "angka")
        masukkan(self.lembar, kartu, cell, self.formulir.jenis_bukti)
        self.lembar.atur_tinggi(self.letak.baris[key], max(24, tinggi(text, LEBAR[Kolom.URAIAN] + 2)))

    def _status(self, kartu: Kartu, key: str, cells: list[Isian]) -> None:
        self.lembar.sel(key, Kolom.KODE, "Status", "label")
        self.lembar.sel(key, Kolom.SATUAN, "Sementara?", "label")
        hint = "Status: hanya bila angkanya belum ada. Sementara: ya, bila angkanya masih dapat berubah."
        self.lembar.sel(key, Kolom.TARGET_PERIODE, hint, "redup", Kolom.ISIAN)
        for cell in cells:
            masukkan(self.lembar, kartu, cell, self.formulir.jenis_bukti)
        self.lembar.atur_tinggi(self.letak.baris[key], 28)

    def _kalimat(self, kartu: Kartu, key: str, cell: Isian) -> None:
        label = KALIMAT.get(cell.medan, cell.nama.capitalize())
        self.lembar.sel(key, Kolom.KODE, label, "label")
        text = kartu.awal.get(cell.medan, "")
        masukkan(self.lembar, kartu, cell, self.formulir.jenis_bukti, Kolom.ISIAN)
        lines = 2 if cell.medan in {"kendala", "solusi"} else 1
        self.lembar.atur_tinggi(self.letak.baris[key], tinggi(text, LEBAR_TEKS * 0.95, lines))

    def _kepala_bukti(self, kartu: Kartu) -> None:
        key = f"{kartu.kode}:bukti"
        row = self.lembar.kunci(key)
        self.lembar.sel(key, Kolom.KODE, "Bukti", "label")
        self.lembar.sel(key, Kolom.URAIAN, "Judul", "redup")
        self.lembar.sel(key, Kolom.SATUAN, "Jenis", "redup")
        place = "Nomor arsip, tautan https://…, atau berkas bukti/…"
        self.lembar.sel(key, Kolom.TARGET_TAHUN, place, "redup", Kolom.TERAKHIR)
        self.lembar.sel(key, Kolom.ISIAN, "Klasifikasi", "redup")
        if kartu.di_luar:
            more = f"{kartu.di_luar} bukti lain sudah tercatat dan tetap tersimpan."
            self.lembar.sheet.write_string(row, KOL[Kolom.CEK], more, self.lembar.bentuk["cek"])
        self.lembar.atur_tinggi(row, 20)

    def _bukti(self, kartu: Kartu, key: str, cells: list[Isian]) -> None:
        self.lembar.sel(key, Kolom.KODE, f"Bukti {int(key.rpartition('.')[2]) + 1}", "label")
        heights = [20.0]
        for cell in cells:
            wide = cell.kolom is Kolom.TARGET_TAHUN
            masukkan(self.lembar, kartu, cell, self.formulir.jenis_bukti, Kolom.TERAKHIR if wide else None)
            width = 3 * LEBAR[Kolom.TERAKHIR] if wide else LEBAR[cell.kolom]
            heights.append(tinggi(kartu.awal.get(cell.medan, ""), width + 2))
        self.lembar.atur_tinggi(self.letak.baris[key], max(heights))
