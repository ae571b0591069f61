"""From the dataset to the rows that tell how the work was done; every question of day is asked of the posisi."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.bukti import Bukti, Tempat
from sakipgen.domain.dataset import MURNI, UNIT_KEPALA, Berkas, BerkasBukti, Dataset
from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.koreksi import Koreksi, urutan_koreksi
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.siklus import CatatanLangkah, HasilReviu, KeadaanSiklus, Pengiriman, Prosedur, Siklus, Sop
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut, TindakLanjut
from sakipgen.domain.waktu import Frekuensi, Periode, Posisi
from sakipgen.measuring.hitung import SERATUS, median
from sakipgen.measuring.periode import nilai_laporan
from sakipgen.measuring.terlihat import sebelum
from sakipgen.rekap.catatan import (
    BarisDokumen,
    BarisKoreksi,
    BarisLangkah,
    BarisPengiriman,
    BarisProsedur,
    BarisSiklus,
    BarisTindakLanjut,
    BuktiTerbit,
    DokumenWajib,
    KeadaanPengiriman,
    MedianLangkah,
    ProsesTahun,
    Rujukan,
)

Locate = Callable[[PurePosixPath, Loc], Position]

_TERSEMBUNYI: Final = frozenset({KeadaanPengiriman.MENUNGGU_PERSETUJUAN, KeadaanPengiriman.DIKEMBALIKAN})
"""What the public reads as «belum dilaporkan» unless the instansi shows its process."""


class PenyusunCatatan:
    """Makes the rows; holds what all of them look up."""

    def __init__(self, dataset: Dataset, posisi: Posisi, locate: Locate) -> None:
        self.dataset = dataset
        self.posisi = posisi
        self.locate = locate
        self.unit = dataset.instansi.isi.unit_kerja
        self.terbuka = dataset.instansi.isi.tampilkan_proses

    def at(self, path: PurePosixPath, loc: Loc) -> Rujukan:
        return Rujukan(path, self.locate(path, loc).baris)

    def evidence(self, bukti: Bukti, periode: Periode) -> BuktiTerbit:
        return BuktiTerbit(bukti, periode, self._file(bukti))

    def _file(self, tempat: Tempat | None) -> BerkasBukti | None:
        return self.dataset.bukti.get(PurePosixPath(tempat.berkas)) if tempat and tempat.berkas else None

    # ── Follow-up and corrections ──

    def tindak_lanjut(self) -> tuple[BarisTindakLanjut, ...]:
        """Returns every action of every year, in order of its day."""
        rows = [
            self._action(berkas.path, kode, Periode(tahun, action.periode), action)
            for tahun, berkas in self.dataset.tindak_lanjut.items()
            for kode, action in berkas.isi.butir.items()
        ]
        return tuple(sorted(rows, key=lambda row: (row.isi.ditetapkan, row.kode)))

    def _action(self, path: PurePosixPath, kode: str, periode: Periode, action: TindakLanjut) -> BarisTindakLanjut:
        today = self.posisi.per_tanggal
        status = action.status(today)
        done = status is StatusTindakLanjut.SELESAI
        last = action.kemajuan[-1].persen if action.kemajuan else Decimal(0)
        return BarisTindakLanjut(
            kode=kode,
            periode=periode,
            isi=action,
            unit=self.unit[action.penanggung_jawab],
            status=status,
            kemajuan=SERATUS if done else last,
            hari_terlambat=max(0, (today - action.batas).days) if status is StatusTindakLanjut.TERLAMBAT else 0,
            bukti=tuple(self.evidence(b, periode) for b in action.bukti),
            rujukan=self.at(path, ("butir", kode)),
        )

    def koreksi(self) -> tuple[BarisKoreksi, ...]:
        """Returns every correction in order of its day."""
        rows = [self._correction(periode, kode, b) for (periode, kode), b in self.dataset.koreksi.items()]
        return tuple(sorted(rows, key=lambda row: urutan_koreksi(row.kode, row.isi)))

    def _correction(self, periode: Periode, kode: str, berkas: Berkas[Koreksi]) -> BarisKoreksi:
        isi = berkas.isi
        indikator = self.dataset.indikator[isi.indikator].isi
        unit = indikator.penanggung_jawab
        report = self.dataset.realisasi.get((periode, unit))
        row = report.isi.butir.get(isi.indikator) if report else None
        row = self._before_later(row, periode, kode, isi)

        def figure(butir: ButirRealisasi | None) -> Decimal | None:
            return nilai_laporan(indikator, butir) if butir else None

        return BarisKoreksi(
            kode=kode,
            periode=periode,
            isi=isi,
            unit=unit,
            realisasi_lama=figure(sebelum(row, isi)),
            realisasi_baru=figure(row),
            bukti=tuple(self.evidence(b, periode) for b in isi.bukti),
            rujukan=self.at(berkas.path, ("nilai_baru" if isi.nilai_baru else "jenis",)),
        )

    def _before_later(
        self, row: ButirRealisasi | None, periode: Periode, kode: str, isi: Koreksi
    ) -> ButirRealisasi | None:
        """Returns a realisasi as one correction left it: those made after it of the same figure are taken back."""
        same = [(urutan_koreksi(k, b.isi), b.isi) for (p, k), b in self.dataset.koreksi.items() if p == periode]
        for when, later in sorted(same, key=lambda made: made[0], reverse=True):
            if later.indikator == isi.indikator and when > urutan_koreksi(kode, isi):
                row = sebelum(row, later)
        return row

    # ── The cycle ──

    def siklus(self, tahun: int) -> tuple[BarisSiklus, ...]:
        """Returns what was done of the SOP in each recorded period of a year, in order of time."""
        if self.dataset.sop is None:
            return ()
        found = sorted((p, b) for p, b in self.dataset.siklus.items() if p.tahun == tahun and self.posisi.memuat(p))
        return tuple(self._cycle(self.dataset.sop.isi, periode, berkas) for periode, berkas in found)

    def _cycle(self, sop: Sop, periode: Periode, berkas: Berkas[Siklus]) -> BarisSiklus:
        collected = self._procedure("pengumpulan", sop, sop.pengumpulan, berkas.isi.pengumpulan)
        measured = self._procedure("pengukuran", sop, sop.pengukuran, berkas.isi.pengukuran)
        return BarisSiklus(
            periode=periode,
            pengumpulan=collected,
            pengukuran=measured,
            keadaan=measured.keadaan or collected.keadaan,
            penutupan=berkas.isi.penutupan,
            rujukan=self.at(berkas.path, ()),
        )

    def _procedure(self, nama: str, sop: Sop, prosedur: Prosedur, rows: Sequence[CatatanLangkah]) -> BarisProsedur:
        told = rows if self.terbuka else [_tanpa_pengembalian(row) for row in rows]
        steps = tuple(
            BarisLangkah(nomor, langkah, done, _minutes(sop, done))
            for nomor, langkah in prosedur.langkah.items()
            for done in [tuple(row for row in told if row.langkah == nomor)]
        )
        if not rows:
            return BarisProsedur(nama, prosedur, steps, None, None)
        last = rows[-1]
        state = prosedur.langkah[last.langkah].keadaan
        if last.hasil is HasilReviu.DIKEMBALIKAN:
            state = KeadaanSiklus.DIKEMBALIKAN if self.terbuka else KeadaanSiklus.ANALISIS_SEKRETARIS
        return BarisProsedur(nama, prosedur, steps, state, last.tanggal)

    def proses(self, siklus: Sequence[BarisSiklus]) -> ProsesTahun | None:
        """Returns how long the steps took over these periods; None without a SOP."""
        if self.dataset.sop is None:
            return None
        sop = self.dataset.sop.isi
        return ProsesTahun(
            pengumpulan=_medians(sop, sop.pengumpulan, [row.pengumpulan for row in siklus]),
            pengukuran=_medians(sop, sop.pengukuran, [row.pengukuran for row in siklus]),
        )

    def pengiriman(self, tahun: int, berkala: Mapping[str, set[Frekuensi]]) -> tuple[BarisPengiriman, ...]:
        """Returns the reports of a year's recorded periods; `berkala` says how often each unit reports."""
        tenggat = self.dataset.metode[tahun].isi.tenggat
        found = sorted((p, b) for p, b in self.dataset.siklus.items() if p.tahun == tahun and self.posisi.memuat(p))
        return tuple(
            self._submission(unit, periode, self.dataset.kalender.jatuh_tempo(tenggat, periode), rows)
            for periode, berkas in found
            for unit in self.unit
            if (rows := berkas.isi.pengiriman.get(unit, ())) or periode.jenis.frekuensi in berkala.get(unit, ())
        )

    def _submission(self, unit: str, periode: Periode, due: date, rows: Sequence[Pengiriman]) -> BarisPengiriman:
        first, last = (rows[0], rows[-1]) if rows else (None, None)
        unrecorded = last is None and (periode, unit) in self.dataset.realisasi
        late = 0 if unrecorded else max(0, ((first.dikirim if first else self.posisi.per_tanggal) - due).days)
        state = KeadaanPengiriman.TIDAK_TERCATAT if unrecorded else _state(last, late)
        returned = [row for row in rows if row.hasil is HasilReviu.DIKEMBALIKAN]
        hidden = not self.terbuka and state in _TERSEMBUNYI
        told = returned[-1] if returned and self.terbuka else None
        return BarisPengiriman(
            unit=unit,
            periode=periode,
            jatuh_tempo=due,
            dikirim=first.dikirim if first and not hidden else None,
            disetujui=last.diputus if last and last.hasil is HasilReviu.DISETUJUI else None,
            hari_terlambat=0 if hidden else late,
            putaran=len(returned) if self.terbuka else 0,
            keadaan=KeadaanPengiriman.BELUM_DILAPORKAN if hidden else state,
            dikembalikan=told.diputus if told else None,
            alasan=told.alasan if told else None,
            catatan=told.catatan if told else None,
        )

    # ── Documents ──

    def dokumen(self) -> tuple[BarisDokumen, ...]:
        """Returns every document, those that are data files first, in order of year."""
        rows = [*self._renstra(), *self._pk(), *self._rencana_aksi(), *self._register()]
        return tuple(sorted(rows, key=lambda row: row.tahun))

    def _renstra(self) -> Iterator[BarisDokumen]:
        for kode, b in self.dataset.renstra.items():
            isi = b.isi
            yield self._document(
                f"renstra-{kode}", "renstra", isi.nama, isi.tahun_awal, isi.nomor, isi.tanggal, isi.naskah, b.path
            )

    def _pk(self) -> Iterator[BarisDokumen]:
        for (tahun, unit, versi), b in self.dataset.perjanjian_kinerja.items():
            who = "Kepala" if unit == UNIT_KEPALA else self.unit[unit].nama
            name = "Perjanjian Kinerja" if versi == MURNI else f"Perjanjian Kinerja Perubahan ke-{versi[-1]}"
            isi = b.isi
            row = self._document(
                f"pk-{tahun}-{unit}-{versi}",
                "perjanjian_kinerja",
                f"{name} {who} Tahun {tahun}",
                tahun,
                isi.nomor,
                isi.tanggal,
                isi.naskah,
                b.path,
            )
            before = _versi_sebelum(versi)
            known = before is not None and (tahun, unit, before) in self.dataset.perjanjian_kinerja
            yield replace(row, menggantikan=f"pk-{tahun}-{unit}-{before}") if known else row

    def _rencana_aksi(self) -> Iterator[BarisDokumen]:
        for (tahun, unit), b in self.dataset.rencana_aksi.items():
            title = f"Rencana Aksi {self.unit[unit].nama} Tahun {tahun}"
            yield self._document(f"rencana-aksi-{tahun}-{unit}", "rencana_aksi", title, tahun, None, None, None, b.path)

    def _register(self) -> Iterator[BarisDokumen]:
        register = self.dataset.dokumen
        for kode, row in register.isi.dokumen.items() if register else ():
            yield BarisDokumen(
                kode=kode,
                jenis=row.jenis.value,
                judul=row.judul,
                tahun=row.tahun,
                nomor=row.nomor,
                tanggal=row.tanggal,
                keadaan=row.keadaan,
                tempat=row,
                berkas=self._file(row),
                menggantikan=row.menggantikan,
                rujukan=self.at(register.path, ("dokumen", kode)) if register else Rujukan(PurePosixPath(), 1),
            )

    def _document(
        self,
        kode: str,
        jenis: str,
        judul: str,
        tahun: int,
        nomor: str | None,
        tanggal: date | None,
        tempat: Tempat | None,
        path: PurePosixPath,
    ) -> BarisDokumen:
        return BarisDokumen(
            kode=kode,
            jenis=jenis,
            judul=judul,
            tahun=tahun,
            nomor=nomor,
            tanggal=tanggal,
            keadaan=KeadaanDokumen.FINAL,
            tempat=tempat,
            berkas=self._file(tempat),
            menggantikan=None,
            rujukan=self.at(path, ()),
        )

    def dokumen_wajib(self, tahun: int, dokumen: Sequence[BarisDokumen]) -> tuple[DokumenWajib, ...]:
        """Returns what a year must have, in the order in which it comes about."""
        tenggat = self.dataset.metode[tahun].isi.tenggat
        owner = self.dataset.renstra_tahun(tahun)
        wanted: tuple[tuple[str, date | None], ...] = (
            ("renstra", None),
            (JenisDokumen.SK_IKU.value, None),
            (JenisDokumen.RENJA.value, None),
            ("perjanjian_kinerja", None),
            ("rencana_aksi", None),
            (JenisDokumen.LKJIP.value, date.fromisoformat(f"{tahun + 1}-{tenggat.lkjip}")),
            (JenisDokumen.HASIL_EVALUASI.value, date.fromisoformat(f"{tahun + 1}-{tenggat.hasil_evaluasi}")),
            (JenisDokumen.SOP.value, None),
        )
        found = []
        for jenis, due in wanted:
            year = owner[1].tahun_awal if jenis == "renstra" and owner else tahun
            own = [row for row in dokumen if row.jenis == jenis and row.tahun <= year]
            if jenis in _SAMPAI_DIGANTI:
                year = max((row.tahun for row in own), default=year)
            rows = tuple(row for row in own if row.tahun == year)
            late = due is not None and due < self.posisi.per_tanggal and not rows
            found.append(DokumenWajib(jenis, rows, due, late))
        return tuple(found)


_SAMPAI_DIGANTI: Final = frozenset({JenisDokumen.SK_IKU, JenisDokumen.SOP})
"""Documents of no single year: the latest holds until another takes its place."""


def _versi_sebelum(versi: str) -> str | None:
    """The version of a PK that this one replaces; None of the first."""
    if versi == MURNI:
        return None
    number = int(versi[-1])
    return MURNI if number == 1 else f"perubahan-{number - 1}"


def _tanpa_pengembalian(row: CatatanLangkah) -> CatatanLangkah:
    """The record of a step as an instansi that keeps its process to itself shows it: without a return and its words."""
    if row.hasil is not HasilReviu.DIKEMBALIKAN:
        return row
    told = ("hasil", "alasan", "catatan", "nota_dinas", "rapat", "disposisi")
    return row.model_copy(update=dict.fromkeys(told))


def _minutes(sop: Sop, rows: Sequence[CatatanLangkah]) -> int | None:
    taken = [row.waktu.menit(sop.menit_sehari) for row in rows if row.waktu]
    return sum(taken) if taken else None


def _medians(sop: Sop, prosedur: Prosedur, rows: Sequence[BarisProsedur]) -> tuple[MedianLangkah, ...]:
    found = []
    for nomor, langkah in prosedur.langkah.items():
        taken = [Decimal(s.menit) for row in rows for s in row.langkah if s.nomor == nomor and s.menit is not None]
        standard = langkah.waktu_baku.menit(sop.menit_sehari) if langkah.waktu_baku else None
        found.append(MedianLangkah(nomor, langkah, standard, median(taken), len(taken)))
    return tuple(found)


def _state(last: Pengiriman | None, late: int) -> KeadaanPengiriman:
    if last is None:
        return KeadaanPengiriman.TERLAMBAT if late else KeadaanPengiriman.BELUM_JATUH_TEMPO
    if last.hasil is None:
        return KeadaanPengiriman.MENUNGGU_PERSETUJUAN
    return KeadaanPengiriman(last.hasil.value)
