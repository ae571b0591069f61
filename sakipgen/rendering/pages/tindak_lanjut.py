"""The page of one action that an evaluation led to, the list of all, and the table that other pages show of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.tindak_lanjut import AsalTindakLanjut, StatusTindakLanjut
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import BarisTindakLanjut, Laporan, RekapTahun
from sakipgen.rendering import kalimat, kalimat_pelaksanaan
from sakipgen.rendering.cetak import Angka, Hari, ringkas
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_pelaksanaan import FaktaTindakan, FaktaTindakLanjut
from sakipgen.rendering.kata_tindak_lanjut import KEADAAN
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, bukti, sel
from sakipgen.rendering.pages.konteks import Isi, Konteks
from sakipgen.rendering.pages.ucapan import ucapkan

ASAL: Final[Mapping[AsalTindakLanjut, str]] = {
    AsalTindakLanjut.ANALISIS_PERIODE: "Hasil analisis periode",
    AsalTindakLanjut.REKOMENDASI_LHE: "Rekomendasi LHE Inspektorat",
    AsalTindakLanjut.ARAHAN_KEPALA: "Arahan Kepala",
}
_SIMBOL: Final[Mapping[StatusTindakLanjut, str]] = {
    StatusTindakLanjut.SELESAI: "✓",
    StatusTindakLanjut.BERJALAN: "◔",
    StatusTindakLanjut.TERLAMBAT: "▲",
    StatusTindakLanjut.BELUM_MULAI: "○",
}
_CHIP: Final = Markup('<span class="sk-st sk-st--{}"><span aria-hidden="true">{}</span> {}</span>')
_LAMBAT: Final = Markup(
    '<span class="sk-st sk-st--terlambat"><span aria-hidden="true">▲</span> terlambat {} hari</span>'
)


@dataclass(frozen=True, slots=True)
class TindakLanjutTampil:
    """One action as a row of a table."""

    kode: str
    alamat: str
    tindakan: str
    asal: str
    dari: str
    """The period that was evaluated."""
    unit: str
    alamat_unit: str
    batas: str
    status: Markup
    kemajuan: Angka
    bukti: str
    indikator: tuple[tuple[str, str], ...]
    """Kode and address."""
    terbuka: bool


@dataclass(frozen=True, slots=True)
class MenurutAsal:
    """All actions of one origin."""

    id: str
    judul: str
    baris: tuple[TindakLanjutTampil, ...]


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """What happened to an action on a day, or its deadline."""

    tanggal: date
    persen: str | None
    teks: str
    nanti: bool
    """Whether the day has not come."""


@dataclass(frozen=True, slots=True)
class Sebab:
    """What was missed by an indikator that an action is to mend, and how its unit explained it."""

    kode: str
    nama: str
    alamat: str
    ucapan: Kalimat | None
    """None where the period says nothing of the indikator."""
    penjelasan: tuple[bukti.Penjelasan, ...]


@dataclass(frozen=True, slots=True)
class TanpaTindakan:
    """A report below its target that leads to no action, and why."""

    kode: str
    nama: str
    alamat: str
    periode: str
    alasan: str


def tampil(row: BarisTindakLanjut) -> TindakLanjutTampil:
    """Returns the row's cells."""
    isi = row.isi
    return TindakLanjutTampil(
        kode=row.kode,
        alamat=alamat.tindak_lanjut(row.kode),
        tindakan=isi.tindakan,
        asal=ASAL[isi.asal],
        dari=row.periode.label,
        unit=row.unit.nama,
        alamat_unit=alamat.bidang(isi.penanggung_jawab),
        batas=sel.hari_pendek(isi.batas),
        status=_status(row),
        kemajuan=_kemajuan(row),
        bukti=f"{len(row.bukti)} bukti" if row.bukti else "belum ada",
        indikator=tuple((kode, alamat.indikator(kode)) for kode in isi.indikator),
        terbuka=row.terbuka,
    )


def semua(rows: Iterable[BarisTindakLanjut]) -> tuple[TindakLanjutTampil, ...]:
    """Returns rows of a table: what is open first, by its deadline."""
    return tuple(tampil(row) for row in sorted(rows, key=_urutan))


def _urutan(row: BarisTindakLanjut) -> tuple[bool, object, str]:
    """What is open by its deadline, then what is closed, the last closed first."""
    closed = row.isi.selesai
    return (not row.terbuka, -closed.toordinal() if closed and not row.terbuka else row.isi.batas.toordinal(), row.kode)


def _status(row: BarisTindakLanjut) -> Markup:
    if row.status is StatusTindakLanjut.TERLAMBAT:
        return _LAMBAT.format(_hari(row))
    return _keping(row.status)


def _keping(status: StatusTindakLanjut) -> Markup:
    return _CHIP.format(status.value.replace("_", "-"), _SIMBOL[status], KEADAAN[status])


def _hari(row: BarisTindakLanjut) -> Angka:
    late = row.hari_terlambat
    return Angka(Decimal(late), f"tindak_lanjut/{row.kode}/hari_terlambat", str(late))


def _kemajuan(row: BarisTindakLanjut) -> Angka:
    return Angka(row.kemajuan, f"tindak_lanjut/{row.kode}/kemajuan", ringkas(row.kemajuan, 2), akhiran="%")


def hitung(rows: Iterable[BarisTindakLanjut]) -> FaktaTindakLanjut:
    """Returns how many actions stand where."""
    found = Counter(row.status for row in rows)
    return FaktaTindakLanjut(
        selesai=found[StatusTindakLanjut.SELESAI],
        berjalan=found[StatusTindakLanjut.BERJALAN],
        terlambat=found[StatusTindakLanjut.TERLAMBAT],
        belum_mulai=found[StatusTindakLanjut.BELUM_MULAI],
    )


def ucapan(row: BarisTindakLanjut) -> Kalimat:
    """Returns the sentence about where an action stands."""
    isi = row.isi
    facts = FaktaTindakan(
        status=row.status,
        selisih=(isi.selesai - isi.batas).days if isi.selesai else 0,
        maju=row.kemajuan > 0,
    )
    values = {
        "selesai": Hari(isi.selesai) if isi.selesai else "",
        "batas": Hari(isi.batas),
        "kemajuan": _kemajuan(row),
        "hari": _hari(row),
    }
    return kalimat_pelaksanaan.tindakan(facts, values)


# ── One action ───────────────────────────────────────────────────────────────────────────────────────────────────


def halaman(konteks: Konteks, row: BarisTindakLanjut) -> Page:
    """Returns the page of one action."""
    isi = row.isi
    said = ucapan(row)
    evaluated = konteks.periode.get(row.periode)
    reasons = tuple(_sebab(konteks, row, kode) for kode in isi.indikator)
    page = Isi(
        templat="tindak_lanjut",
        path=alamat.tindak_lanjut(row.kode).rstrip("/"),
        judul=f"Tindak lanjut {row.kode}",
        uraian=f"{isi.tindakan} {said}",
        strip=konteks.strip(
            evaluated,
            [r for r in evaluated.indikator if r.kode in isi.indikator] if evaluated else (),
            f"{len(row.bukti)} bukti" if row.bukti else "belum ada bukti",
        ),
        bagian=(
            Bagian("hasil", "Keadaan"),
            Bagian("mengapa", "Mengapa"),
            Bagian("kemajuan", "Kemajuan"),
            Bagian("bukti", "Bukti selesai"),
        ),
        jejak=(("Tindak lanjut", "tindak-lanjut/"), (row.kode, None)),
        berkas=(row.rujukan.berkas,),
        nilai={
            "t": tampil(row),
            "isi": isi,
            "putusan": said,
            "periode": (row.periode.label, alamat.periode(row.periode) if evaluated else None),
            "sebab": reasons,
            "peristiwa": _peristiwa(row),
            "bukti": bukti.semua(konteks, row.bukti),
            "rencana": _rencana(konteks, row),
            "sumber_baris": konteks.sumber(row.rujukan),
        },
    )
    return konteks.susun(page)


def _sebab(konteks: Konteks, row: BarisTindakLanjut, kode: str) -> Sebab:
    evaluated = konteks.periode.get(row.periode)
    found = evaluated.menurut_kode.get(kode) if evaluated else None
    targets = konteks.target.get((row.periode.tahun, kode), ())
    reports: Sequence[Laporan] = [
        lap for lap in konteks.laporan.get((row.periode.tahun, kode), ()) if row.periode.memuat(lap.periode)
    ]
    return Sebab(
        kode=kode,
        nama=konteks.rekap.indikator[kode].nama,
        alamat=alamat.indikator(kode),
        ucapan=ucapkan(konteks, found, targets, selesai=evaluated.selesai)[0] if found and evaluated else None,
        penjelasan=bukti.penjelasan(konteks, reports[-1:]),
    )


def _peristiwa(row: BarisTindakLanjut) -> tuple[Peristiwa, ...]:
    """What happened in order of time; the deadline of an open action stands where its day falls."""
    isi = row.isi
    found = [Peristiwa(isi.ditetapkan, None, "Tindak lanjut ditetapkan", nanti=False)]
    found += [Peristiwa(k.tanggal, f"{ringkas(k.persen, 2)}%", k.uraian, nanti=False) for k in isi.kemajuan]
    if isi.selesai:
        found.append(Peristiwa(isi.selesai, "100%", "Selesai", nanti=False))
    else:
        passed = row.status is StatusTindakLanjut.TERLAMBAT
        found.append(Peristiwa(isi.batas, None, "Batas waktu terlewati" if passed else "Batas waktu", nanti=not passed))
    return tuple(sorted(found, key=lambda event: event.tanggal))


def _rencana(konteks: Konteks, row: BarisTindakLanjut) -> tuple[tuple[str, str], ...]:
    """The periods whose rencana aksi holds this action: quarters where the year has them."""
    found = [p for p, prd in konteks.periode.items() if any(r.kode == row.kode for r in prd.bawaan)]
    quarters = [p for p in found if p.jenis is JenisPeriode.TRIWULAN]
    return tuple((p.label, alamat.periode(p)) for p in quarters or found)


# ── All actions ──────────────────────────────────────────────────────────────────────────────────────────────────


def daftar(konteks: Konteks) -> Page:
    """Returns the list of all actions: what is open, what is closed, and each by its origin."""
    rows = konteks.rekap.tindak_lanjut
    facts = hitung(rows)
    said = kalimat_pelaksanaan.tindak_lanjut(facts)
    tahun = konteks.rekap.utama
    groups = tuple(
        MenurutAsal(f"asal-{asal.value.replace('_', '-')}", word, found)
        for asal, word in ASAL.items()
        if (found := semua(row for row in rows if row.isi.asal is asal))
    )
    open_rows, closed = (semua(r for r in rows if r.terbuka is flag) for flag in (True, False))
    without = tuple(_tanpa(konteks, tahun)) if tahun else ()
    isi = Isi(
        templat="daftar_tindak_lanjut",
        path="tindak-lanjut",
        judul="Tindak lanjut",
        uraian=f"Tindak lanjut atas evaluasi kinerja {konteks.pd.singkatan}: {kalimat.teks([said])}",
        strip=konteks.strip(
            tahun.setahun if tahun else None,
            tahun.setahun.indikator if tahun else (),
            f"{facts.selesai} dari {facts.dari} tindak lanjut selesai",
        ),
        bagian=tuple(
            Bagian(anchor, title)
            for anchor, title, there in (
                ("tindak-lanjut", "Ringkasan", True),
                ("terbuka", "Belum selesai", open_rows),
                ("selesai", "Sudah selesai", closed),
                ("asal", "Menurut asal", groups),
                ("tanpa", "Tanpa tindak lanjut", without),
            )
            if there
        ),
        jejak=(("Tindak lanjut", None),),
        berkas=tuple(dict.fromkeys(row.rujukan.berkas for row in rows)),
        nilai={
            "putusan": said,
            "hitungan": (
                (_keping(StatusTindakLanjut.SELESAI), facts.selesai),
                (_keping(StatusTindakLanjut.BERJALAN), facts.berjalan),
                (_keping(StatusTindakLanjut.TERLAMBAT), facts.terlambat),
                (_keping(StatusTindakLanjut.BELUM_MULAI), facts.belum_mulai),
            ),
            "terbuka": open_rows,
            "selesai": closed,
            "menurut_asal": groups,
            "tanpa": without,
        },
    )
    return konteks.susun(isi)


def _tanpa(konteks: Konteks, tahun: RekapTahun) -> Iterator[TanpaTindakan]:
    """The reports of a year that say why they lead to no action, the newest first."""
    for row in sorted(tahun.laporan, key=lambda row: row.periode, reverse=True):
        if row.butir.tanpa_tindak_lanjut:
            name = konteks.rekap.indikator[row.kode].nama
            yield TanpaTindakan(
                row.kode, name, alamat.indikator(row.kode), row.periode.label, row.butir.tanpa_tindak_lanjut
            )
