"""What an evaluation of SAKIP asks for, and how much of it this site proves: counted, never judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.tindak_lanjut import AsalTindakLanjut, StatusTindakLanjut
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import BarisDokumen, BarisIndikator, KeadaanPengiriman, Rekapitulasi, RekapTahun
from sakipgen.rendering.pages import alamat

Bukti = tuple[tuple[str, str], ...]
"""Places of this site: their words and their address below the root."""
_INDIKATOR: Final[Bukti] = (("Indikator", "indikator/"),)
_SASARAN: Final[Bukti] = (("Sasaran", "sasaran/"),)
_TINDAK_LANJUT: Final[Bukti] = (("Tindak lanjut", "tindak-lanjut/"),)


class Aspek(StrEnum):
    """The three questions that are asked of every component."""

    KEBERADAAN = "Keberadaan"
    KUALITAS = "Kualitas"
    PEMANFAATAN = "Pemanfaatan"


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One thing that is asked for, and of how many there is proof."""

    aspek: Aspek
    isi: str
    bukti: Bukti
    ada: int
    dari: int
    """0 where there is nothing to be proved."""
    satuan: str = ""
    """What is counted; empty of a single thing."""
    nanti: bool = False
    """Whether its day has not come."""

    @property
    def lengkap(self) -> bool:
        return 0 < self.dari == self.ada

    @property
    def sebagian(self) -> bool:
        return 0 < self.ada < self.dari

    @property
    def belum(self) -> bool:
        return self.ada == 0 < self.dari and not self.nanti


@dataclass(frozen=True, slots=True)
class Komponen:
    id: str
    nama: str
    kriteria: tuple[Kriteria, ...]


def komponen(rekap: Rekapitulasi, year: RekapTahun) -> tuple[Komponen, ...]:
    """Returns the four components: planning and measuring of a year, reporting of the last that has ended."""
    ended = [row for row in rekap.tahun if row.tahun <= year.tahun and row.setahun.selesai]
    told = ended[-1] if ended else year
    return (
        Komponen("perencanaan", "Perencanaan kinerja", tuple(_perencanaan(rekap, year))),
        Komponen("pengukuran", "Pengukuran kinerja", tuple(_pengukuran(rekap, year))),
        Komponen("pelaporan", "Pelaporan kinerja", tuple(_pelaporan(rekap, told))),
        Komponen("evaluasi", "Evaluasi akuntabilitas kinerja internal", tuple(_evaluasi(rekap, told))),
    )


# ── Perencanaan ──────────────────────────────────────────────────────────────────────────────────────────────────


def _perencanaan(rekap: Rekapitulasi, year: RekapTahun) -> Iterator[Kriteria]:
    prd = year.setahun
    yield _wajib(rekap, year, "renstra", "Renstra tersedia")
    yield _register(rekap, JenisDokumen.RENJA, "Renja tersedia", year.tahun)
    yield _register(rekap, JenisDokumen.SK_IKU, "Keputusan tentang IKU tersedia")
    yield _wajib(rekap, year, "perjanjian_kinerja", "Perjanjian Kinerja tersedia")
    yield _wajib(rekap, year, "rencana_aksi", "Rencana aksi tersedia")
    iku = _Baris(Aspek.KUALITAS, _INDIKATOR, _iku(year))
    yield iku.punya("IKU menyebut alasan pemilihannya", lambda r: r.indikator.alasan_pemilihan)
    yield iku.punya("IKU punya target sampai akhir Renstra", lambda r: _sampai_akhir(year, r.kode))
    money = prd.anggaran.baris if prd.anggaran else ()
    served = {kode for row in money if row.induk is None for kode in row.porsi}
    supported = sum(row.kode in served for row in prd.sasaran)
    words = "Sasaran didukung program yang beranggaran"
    yield Kriteria(Aspek.KUALITAS, words, _SASARAN, supported, len(prd.sasaran), "sasaran")
    every = _Baris(Aspek.PEMANFAATAN, _hasil(year), prd.indikator)
    yield every.punya("Target setahun dijabarkan dalam rencana aksi", lambda r: r.kode in year.rencana_aksi)


# ── Pengukuran ───────────────────────────────────────────────────────────────────────────────────────────────────


def _pengukuran(rekap: Rekapitulasi, year: RekapTahun) -> Iterator[Kriteria]:
    rows = year.setahun.indikator
    sop, here = rekap.sop is not None, Aspek.KEBERADAAN
    yield Kriteria(here, "SOP pengumpulan data dan pengukuran kinerja tersedia", (("Proses", "proses/"),), int(sop), 1)
    method = ((f"Metodologi {year.tahun}", alamat.metodologi(year.tahun)),)
    yield Kriteria(here, "Rumus, skala, dan pembulatan ditetapkan tertulis", method, 1, 1)
    meant = _Baris(here, _INDIKATOR, rows)
    yield meant.punya("Indikator menyebut cara mengumpulkan datanya", lambda r: r.indikator.metode_pengumpulan)
    yield from _mutu(year)
    short = [row for row in rows if row.hasil.capaian is not None and not row.hasil.capaian.tercapai]
    result = _Baris(Aspek.PEMANFAATAN, _hasil(year), short)
    yield result.punya(
        "Indikator di bawah target menyebut kendala dan solusinya",
        lambda r: any(lap.butir.kendala and lap.butir.solusi for lap in r.laporan),
    )
    follow = _Baris(Aspek.PEMANFAATAN, _TINDAK_LANJUT, short)
    followed = {kode for row in rekap.tindak_lanjut for kode in row.isi.indikator}
    yield follow.punya(
        "Indikator di bawah target punya tindak lanjut, atau alasan tanpa tindak lanjut",
        lambda r: r.kode in followed or any(lap.butir.tanpa_tindak_lanjut for lap in r.laporan),
    )


def _mutu(year: RekapTahun) -> Iterator[Kriteria]:
    """How well it was measured."""
    good = Aspek.KUALITAS
    given = [lap for lap in year.laporan if lap.nilai is not None]
    proven = sum(bool(lap.bukti) for lap in given)
    yield Kriteria(good, "Realisasi disertai bukti", _hasil(year), proven, len(given), "realisasi")
    due = [row for row in year.pengiriman if row.keadaan is not KeadaanPengiriman.BELUM_JATUH_TEMPO]
    on_time = sum(row.dikirim is not None and not row.hari_terlambat for row in due)
    yield Kriteria(good, "Laporan unit disampaikan tepat waktu", (("Bidang", "bidang/"),), on_time, len(due), "laporan")
    quarters = [prd for prd in year.periode if prd.periode.jenis is JenisPeriode.TRIWULAN and prd.selesai]
    closed = sum(prd.siklus is not None and prd.siklus.penutupan is not None for prd in quarters)
    words = "Triwulan yang berakhir sudah diukur dan ditutup"
    yield Kriteria(good, words, (("Periode", "periode/"),), closed, len(quarters), "triwulan")
    words = "Setiap angka dapat ditelusuri ke sumbernya dan dihitung ulang"
    yield Kriteria(good, words, (("Unduh data", "data/"), ("Status", "status/")), 1, 1)


# ── Pelaporan ────────────────────────────────────────────────────────────────────────────────────────────────────


def _pelaporan(rekap: Rekapitulasi, year: RekapTahun) -> Iterator[Kriteria]:
    yield _wajib(rekap, year, JenisDokumen.LKJIP, f"LKjIP tahun {year.tahun} tersedia")
    yield _register(rekap, JenisDokumen.REVIU_LKJIP, f"LKjIP tahun {year.tahun} sudah direviu", year.tahun)
    iku = _Baris(Aspek.KUALITAS, _INDIKATOR, _iku(year))
    yield iku.punya(f"Realisasi {year.tahun} dibandingkan dengan target", lambda r: r.hasil.capaian)
    yield iku.punya("Realisasi dibandingkan dengan tahun sebelumnya", lambda r: r.perubahan)
    yield iku.punya("Realisasi dibandingkan dengan target akhir Renstra", lambda r: _sampai_akhir(year, r.kode))
    yield iku.punya("Realisasi dibandingkan dengan standar nasional", lambda r: r.indikator.standar_nasional)
    yield iku.punya(
        "Penyebab keberhasilan atau hambatan dijelaskan",
        lambda r: any(lap.butir.faktor_pendorong or lap.butir.kendala for lap in r.laporan),
    )
    goals = year.setahun.sasaran
    known = sum(row.efisiensi is not None for row in goals)
    yield Kriteria(Aspek.KUALITAS, "Efisiensi anggaran dianalisis", _SASARAN, known, len(goals), "sasaran")


# ── Evaluasi ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _evaluasi(rekap: Rekapitulasi, year: RekapTahun) -> Iterator[Kriteria]:
    yield _wajib(rekap, year, JenisDokumen.HASIL_EVALUASI, f"Hasil evaluasi AKIP tahun {year.tahun} tersedia")
    advice = [r for r in rekap.tindak_lanjut if r.isi.asal is AsalTindakLanjut.REKOMENDASI_LHE]
    begun = sum(row.status in {StatusTindakLanjut.SELESAI, StatusTindakLanjut.BERJALAN} for row in advice)
    done = sum(row.status is StatusTindakLanjut.SELESAI for row in advice)
    of, what = len(advice), "rekomendasi"
    words = "Rekomendasi punya penanggung jawab dan batas waktu"
    yield Kriteria(Aspek.KUALITAS, words, _TINDAK_LANJUT, of, of, what)
    yield Kriteria(Aspek.PEMANFAATAN, "Rekomendasi berjalan atau selesai", _TINDAK_LANJUT, begun, of, what)
    yield Kriteria(Aspek.PEMANFAATAN, "Rekomendasi selesai ditindaklanjuti", _TINDAK_LANJUT, done, of, what)


# ── Counting ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Baris:
    """Criteria that are counted over some indikator."""

    aspek: Aspek
    bukti: Bukti
    rows: Sequence[BarisIndikator]

    def punya(self, isi: str, ada: Callable[[BarisIndikator], object]) -> Kriteria:
        """How many of them have something: an empty text counts as nothing."""
        found = sum(bool(ada(row)) for row in self.rows)
        return Kriteria(self.aspek, isi, self.bukti, found, len(self.rows), "indikator")


def _wajib(rekap: Rekapitulasi, year: RekapTahun, jenis: str, isi: str) -> Kriteria:
    """A document that the year must have; a draft is none, and is not missed before its day."""
    row = next(row for row in year.dokumen_wajib if row.jenis == jenis)
    later = row.jatuh_tempo is not None and rekap.posisi.per_tanggal <= row.jatuh_tempo
    return _dokumen(isi, row.dokumen, nanti=later)


def _register(rekap: Rekapitulasi, jenis: JenisDokumen, isi: str, tahun: int | None = None) -> Kriteria:
    """A document of the register, of one year or of any."""
    rows = (row for row in rekap.dokumen if row.jenis == jenis and tahun in {None, row.tahun})
    return _dokumen(isi, tuple(rows))


def _dokumen(isi: str, rows: Sequence[BarisDokumen], *, nanti: bool = False) -> Kriteria:
    final = [row for row in rows if row.keadaan is KeadaanDokumen.FINAL]
    place = f"dokumen/#{alamat.jangkar_dokumen(final[-1].kode)}" if final else "dokumen/"
    return Kriteria(Aspek.KEBERADAAN, isi, (("Dokumen", place),), int(bool(final)), 1, nanti=nanti and not final)


def _iku(year: RekapTahun) -> list[BarisIndikator]:
    return [row for row in year.setahun.indikator if row.indikator.iku]


def _sampai_akhir(year: RekapTahun, kode: str) -> bool:
    """Whether the Renstra of a year promises an indikator for its last year."""
    target = year.renstra.target.get(kode, {}).get(year.renstra.tahun_akhir) if year.renstra else None
    return target is not None and target.angka is not None


def _hasil(year: RekapTahun) -> Bukti:
    return ((f"Rekapitulasi {year.tahun}", alamat.periode(year.setahun.periode)),)
