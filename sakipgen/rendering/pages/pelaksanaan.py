"""How the SOP was carried out in a period: its state, its steps with date, who and time, and the papers they made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.siklus import CatatanLangkah, HasilReviu, JenisNaskah, KeadaanSiklus, PeranSop
from sakipgen.rekap import BarisLangkah, BarisProsedur, BarisSiklus, RekapPeriode
from sakipgen.rendering import kalimat_pelaksanaan
from sakipgen.rendering.cetak import Angka, Hari, angka
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_pelaksanaan import FaktaPeriode
from sakipgen.rendering.kata_pengiriman import ALASAN
from sakipgen.rendering.pages import bukti, sel
from sakipgen.rendering.pages.konteks import Konteks

PERAN: Final[Mapping[PeranSop, str]] = {
    PeranSop.KEPALA: "Kepala",
    PeranSop.SEKRETARIS: "Sekretaris",
    PeranSop.TIM_SAKIP: "Tim SAKIP",
    PeranSop.UNIT_KERJA: "Unit kerja",
}
NASKAH: Final[Mapping[JenisNaskah, str]] = {
    JenisNaskah.NOTA_DINAS: "Nota dinas",
    JenisNaskah.NOTULEN: "Notulen rapat",
    JenisNaskah.PROGRAM_KERJA: "Program kerja",
    JenisNaskah.DAFTAR_DOKUMEN: "Daftar dokumen",
    JenisNaskah.FORMULIR: "Formulir",
    JenisNaskah.TANDA_TERIMA: "Tanda terima",
    JenisNaskah.FORMULIR_TERISI: "Formulir terisi",
    JenisNaskah.KERTAS_KERJA: "Kertas kerja",
    JenisNaskah.REKAPITULASI: "Rekapitulasi",
    JenisNaskah.LAPORAN: "Laporan",
    JenisNaskah.DISPOSISI: "Lembar disposisi",
    JenisNaskah.ARSIP: "Arsip",
}
_KATA: Final[Mapping[KeadaanSiklus, str]] = {
    KeadaanSiklus.DIBUKA: "dibuka",
    KeadaanSiklus.PENGUMPULAN: "pengumpulan data sejak",
    KeadaanSiklus.REKAP: "direkap sejak",
    KeadaanSiklus.ANALISIS_SEKRETARIS: "analisis Sekretaris sejak",
    KeadaanSiklus.DIKEMBALIKAN: "dikembalikan",
    KeadaanSiklus.DISETUJUI: "disetujui",
    KeadaanSiklus.DILAPORKAN: "dilaporkan",
    KeadaanSiklus.DIARSIPKAN: "diarsipkan",
}
_BELUM: Final = Markup('<span class="sk-kosong">belum dikerjakan</span>')
_TANPA_BAKU: Final = Markup('<span class="sk-kosong">tidak ditetapkan</span>')
_TANPA_WAKTU: Final = Markup('<span class="sk-kosong">tidak dicatat</span>')


@dataclass(frozen=True, slots=True)
class LangkahTampil:
    """One step of the SOP as a row of a table."""

    nomor: str
    uraian: str
    pelaksana: str
    dikerjakan: Markup
    naskah: Markup
    baku: sel.Sel
    nyata: sel.Sel


@dataclass(frozen=True, slots=True)
class ProsedurTampil:
    """One procedure of the SOP in one period."""

    id: str
    nama: str
    selesai: int
    dari: int
    langkah: tuple[LangkahTampil, ...]


@dataclass(frozen=True, slots=True)
class NaskahTampil:
    """A paper that a step made."""

    jenis: str
    nomor: str | None
    tanggal: str
    oleh: str
    tempat: Markup | None


# ── The state ────────────────────────────────────────────────────────────────────────────────────────────────────


def _fakta(siklus: BarisSiklus | None) -> FaktaPeriode:
    if siklus is None:
        return FaktaPeriode(dicatat=False)
    return FaktaPeriode(dicatat=True, keadaan=siklus.keadaan, ditutup=siklus.penutupan is not None)


def _sejak(siklus: BarisSiklus) -> date | None:
    return siklus.pengukuran.sejak or siklus.pengumpulan.sejak


def keadaan(konteks: Konteks, prd: RekapPeriode) -> Kalimat:
    """Returns the sentence about where a period stands."""
    return kalimat_pelaksanaan.periode(_fakta(prd.siklus), _isian(konteks, prd.siklus, pendek=False))


def keadaan_pendek(konteks: Konteks, prd: RekapPeriode) -> Kalimat | str:
    """Returns the same in a few words, for a cell."""
    if not prd.selesai:
        return "sedang berjalan"
    return kalimat_pelaksanaan.periode_pendek(_fakta(prd.siklus), _isian(konteks, prd.siklus, pendek=True))


def _isian(konteks: Konteks, siklus: BarisSiklus | None, *, pendek: bool) -> dict[str, object]:
    if siklus is None:
        return {}
    since, closed = _sejak(siklus), siklus.penutupan
    return {
        "sejak": Hari(since, pendek) if since else "",
        "kata": _KATA[siklus.keadaan] if siklus.keadaan else "",
        "tanggal": Hari(closed.tanggal, pendek) if closed else "",
        "oleh": konteks.jabatan(closed.oleh) if closed else "",
    }


# ── Steps and papers ─────────────────────────────────────────────────────────────────────────────────────────────


def prosedur(konteks: Konteks, prd: RekapPeriode) -> tuple[ProsedurTampil, ...]:
    """Returns both procedures of a period; none where no step is recorded."""
    siklus = prd.siklus
    if siklus is None or not siklus.dijalankan:
        return ()
    return tuple(_prosedur(konteks, siklus, row) for row in (siklus.pengumpulan, siklus.pengukuran))


def _prosedur(konteks: Konteks, siklus: BarisSiklus, row: BarisProsedur) -> ProsedurTampil:
    part = f" ({row.prosedur.bagian})" if row.prosedur.bagian else ""
    return ProsedurTampil(
        id=f"t-{row.nama}",
        nama=f"{row.prosedur.nama}{part}",
        selesai=sum(bool(step.catatan) for step in row.langkah),
        dari=len(row.langkah),
        langkah=tuple(_langkah(konteks, f"siklus/{siklus.periode}:{row.nama}:{s.nomor}/", s) for s in row.langkah),
    )


def _langkah(konteks: Konteks, ref: str, step: BarisLangkah) -> LangkahTampil:
    standard = step.langkah.waktu_baku
    minutes = konteks.rekap.sop.menit_sehari if konteks.rekap.sop else 0
    numbers = [row.nomor for row in step.catatan if row.nomor]
    return LangkahTampil(
        nomor=step.nomor,
        uraian=step.langkah.uraian,
        pelaksana=PERAN[step.langkah.pelaksana],
        dikerjakan=Markup("").join(_catatan(konteks, row) for row in step.catatan) or _BELUM,
        naskah=Markup("{}{}").format(
            NASKAH[step.langkah.keluaran],
            Markup("").join(Markup('<span class="sk-sub">{}</span>').format(n) for n in numbers),
        ),
        baku=Angka(Decimal(standard.menit(minutes)), f"{ref}menit_baku", str(standard)) if standard else _TANPA_BAKU,
        nyata=_nyata(step, ref),
    )


def _nyata(step: BarisLangkah, ref: str) -> sel.Sel:
    """How long the step took: as written if it was done once, else its minutes in all."""
    if step.menit is None:
        return _TANPA_WAKTU if step.catatan else _BELUM
    taken = [row.waktu for row in step.catatan if row.waktu]
    text = str(taken[0]) if len(taken) == 1 else f"{angka(step.menit, 0)} menit"
    return Angka(Decimal(step.menit), f"{ref}menit", text)


def _catatan(konteks: Konteks, row: CatatanLangkah) -> Markup:
    who = konteks.jabatan(row.oleh)
    answer = ""
    if row.hasil is HasilReviu.DISETUJUI:
        answer = "Disetujui"
    elif row.alasan:
        answer = f"Dikembalikan: {ALASAN[row.alasan]}"
    told = ". ".join(part for part in (answer, row.catatan) if part)
    tail = Markup('<span class="sk-sub">{}</span>').format(told) if told else ""
    return Markup('<div class="sk-catat"><b>{}</b> {}{}</div>').format(sel.hari_pendek(row.tanggal), who, tail)


def naskah(konteks: Konteks, prd: RekapPeriode) -> tuple[NaskahTampil, ...]:
    """Returns the papers that the steps of a period made and that have a number or a place, in order of time."""
    return tuple(_semua_naskah(konteks, prd.siklus)) if prd.siklus else ()


def _semua_naskah(konteks: Konteks, siklus: BarisSiklus) -> Iterator[NaskahTampil]:
    done = [
        (row.tanggal, step, row)
        for procedure in (siklus.pengumpulan, siklus.pengukuran)
        for step in procedure.langkah
        for row in step.catatan
        if row.nomor or row.naskah
    ]
    for _, step, row in sorted(done, key=lambda entry: entry[0]):
        yield NaskahTampil(
            jenis=NASKAH[step.langkah.keluaran],
            nomor=row.nomor,
            tanggal=sel.hari_pendek(row.tanggal),
            oleh=konteks.jabatan(row.oleh),
            tempat=bukti.tempat(konteks, row.naskah) if row.naskah else None,
        )
