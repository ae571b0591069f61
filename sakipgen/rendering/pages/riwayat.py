"""What changed, as rows of a table: for the page of all changes, the page of an indikator, and the feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from sakipgen.domain.dataset import MURNI, UNIT_KEPALA
from sakipgen.domain.isian import STATUS, Dokumen, Kunci
from sakipgen.domain.koreksi import DINYATAKAN, NILAI
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisPerubahan, JenisPerubahan, NilaiTercatat
from sakipgen.rendering.cetak import Angka, angka_persen, angka_rupiah, hari_bulan, ringkas
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks

JENIS: Final[Mapping[JenisPerubahan, tuple[str, str, str]]] = {
    JenisPerubahan.ISIAN_BARU: ("+", "isian baru", "Angka yang sebelumnya belum ada."),
    JenisPerubahan.PERBAIKAN: ("↻", "perbaikan", "Angka yang diperbaiki sebelum periodenya ditutup."),
    JenisPerubahan.REVISI_TERENCANA: (
        "◇",
        "revisi terencana",
        "Angka sementara yang diganti angka tetap, atau revisi yang sudah diumumkan.",
    ),
    JenisPerubahan.KOREKSI_KESALAHAN: (
        "✎",
        "koreksi kesalahan",
        "Angka keliru yang dibetulkan sesudah periodenya ditutup, dengan catatan koreksi.",
    ),
    JenisPerubahan.ISIAN_TERLAMBAT: (
        "◔",
        "isian terlambat",
        "Angka yang masuk sesudah periodenya ditutup, dengan catatan koreksi.",
    ),
    JenisPerubahan.TANPA_KOREKSI: (
        "▲",
        "tanpa catatan koreksi",
        "Angka yang berubah sesudah periodenya ditutup, tanpa catatan yang menjelaskannya.",
    ),
    JenisPerubahan.PERUBAHAN_TARGET: (
        "⇄",
        "perubahan target",
        "Target yang diganti, misalnya oleh Perjanjian Kinerja perubahan.",
    ),
    JenisPerubahan.PERUBAHAN_PAGU: ("⇄", "perubahan pagu", "Pagu anggaran yang diganti."),
    JenisPerubahan.PERUBAHAN_CARA: (
        "∑",
        "perubahan cara mengukur",
        "Kamus indikator atau metode pengukuran yang diubah.",
    ),
    JenisPerubahan.PENGHAPUSAN: ("−", "penghapusan", "Isian yang dihapus atau dipindahkan ke isian lain."),
}
"""Symbol, words and meaning of each kind of change."""

DOKUMEN: Final[Mapping[Dokumen, str]] = {
    Dokumen.RENSTRA: "target Renstra",
    Dokumen.PERJANJIAN_KINERJA: "target Perjanjian Kinerja",
    Dokumen.RENCANA_AKSI: "target rencana aksi",
    Dokumen.REALISASI: "realisasi",
    Dokumen.PAGU: "pagu",
    Dokumen.ANGGARAN: "realisasi anggaran",
    Dokumen.CARA: "cara mengukur",
    Dokumen.PENUTUPAN: "penutupan periode",
}
_TARGET: Final = frozenset({Dokumen.RENSTRA, Dokumen.PERJANJIAN_KINERJA, Dokumen.RENCANA_AKSI})
_CHIP: Final = Markup('<span class="sk-st sk-ubah--{}"><span aria-hidden="true">{}</span> {}</span>')
_BELUM: Final = Markup('<span class="sk-kosong">belum ada</span>')
_DIHAPUS: Final = Markup('<span class="sk-kosong">dihapus</span>')
_DESIMAL: Final = 6
_KOREKSI: Final = frozenset({JenisPerubahan.KOREKSI_KESALAHAN, JenisPerubahan.TANPA_KOREKSI})


@dataclass(frozen=True, slots=True)
class PerubahanTampil:
    """One change as a row of a table."""

    jangkar: str | None
    waktu: Markup
    nama: str
    kode: str | None
    alamat: str | None
    """Where the figure is shown; None where it is shown no more."""
    periode: str
    apa: str
    """What it is a figure of: `realisasi, jp20`, `target rencana aksi`."""
    semula: sel.Sel
    menjadi: sel.Sel
    jenis: Markup
    alasan: str | None
    koreksi: str | None
    """Address of the record that explains it."""
    unit: str | None
    """Who handed it in; None of what belongs to no unit."""
    disetujui: str | None
    usulan: Markup | None
    revisi: Markup


def tampil(konteks: Konteks, row: BarisPerubahan, jangkar: str | None = None) -> PerubahanTampil:
    """Returns the row's cells; `jangkar` is its anchor where it is the one that others point to."""
    kunci = row.kunci
    name, address = subjek(konteks, kunci)
    return PerubahanTampil(
        jangkar=jangkar,
        waktu=saat(row.waktu),
        nama=name,
        kode=kunci.kode or None,
        alamat=address,
        periode=kunci.periode.label if kunci.periode else "semua periode",
        apa=apa(kunci),
        semula=_isi(konteks, row, row.lama, "lama") or _BELUM,
        menjadi=_isi(konteks, row, row.baru, "baru") or _DIHAPUS,
        jenis=chip(row.jenis),
        alasan=row.alasan,
        koreksi=alamat.koreksi(kunci.periode, row.koreksi)
        if row.koreksi and kunci.periode in konteks.periode and kunci.periode
        else None,
        unit=_unit(konteks, row.unit),
        disetujui=", ".join(map(konteks.jabatan, row.disetujui_oleh)) or None,
        usulan=konteks.sumber.usulan(row.usulan) if row.usulan is not None else None,
        revisi=konteks.sumber.revisi(row.revisi),
    )


def chip(jenis: JenisPerubahan) -> Markup:
    """Returns a kind of change as symbol and words."""
    symbol, words, _ = JENIS[jenis]
    return _CHIP.format(jenis.value.replace("_", "-"), symbol, words)


def ada(konteks: Konteks, kode: str) -> bool:
    """Whether any change of an indikator is known."""
    return konteks.rekap.riwayat is not None and kode in konteks.rekap.riwayat.menurut_indikator


def ada_unit(konteks: Konteks, kode: str) -> bool:
    """Whether any change that a unit handed in is known."""
    return konteks.rekap.riwayat is not None and kode in konteks.rekap.riwayat.menurut_unit


def jangkar(konteks: Konteks, kode: str, periode: Periode) -> str | None:
    """Returns the anchor of the latest change of a period of an indikator on its page; None where none is known."""
    told = konteks.rekap.riwayat
    rows = told.menurut_indikator.get(kode, ()) if told else ()
    return alamat.jangkar_riwayat(periode) if any(row.kunci.periode == periode for row in rows) else None


def satu_indikator(konteks: Konteks, kode: str) -> tuple[PerubahanTampil, ...]:
    """Returns the changes of an indikator, the newest first; the newest of each period has the period's anchor."""
    told = konteks.rekap.riwayat
    rows = told.menurut_indikator.get(kode, ()) if told else ()
    seen: set[str] = set()
    found = []
    for row in reversed(rows):
        anchor = alamat.jangkar_riwayat(row.kunci.periode)
        found.append(tampil(konteks, row, None if anchor in seen else anchor))
        seen.add(anchor)
    return tuple(found)


def subjek(konteks: Konteks, kunci: Kunci) -> tuple[str, str | None]:
    """Returns what a figure belongs to, and where that is shown."""
    if kunci.dokumen in {Dokumen.PAGU, Dokumen.ANGGARAN}:
        return konteks.nama_anggaran.get(kunci.kode, kunci.kode), konteks.alamat_program.get(kunci.kode)
    if kunci.kode:
        known = konteks.rekap.indikator.get(kunci.kode)
        if known is None:
            return kunci.kode, None
        return known.nama, f"{alamat.indikator(kunci.kode)}#{alamat.jangkar_riwayat(kunci.periode)}"
    year = kunci.periode.tahun if kunci.periode else None
    known_year = year is not None and any(t.tahun == year for t in konteks.rekap.tahun)
    return "Metode pengukuran", alamat.metodologi(year) if known_year and year is not None else None


def apa(kunci: Kunci) -> str:
    """Returns what a figure is: its document, and the field where the document has several."""
    said = DOKUMEN[kunci.dokumen]
    if kunci.dokumen is Dokumen.PERJANJIAN_KINERJA and kunci.versi != MURNI:
        return f"{said} ({kunci.versi.replace('-', ' ')})"
    if kunci.dokumen is Dokumen.PAGU:
        return f"{said} {kunci.versi}"
    if kunci.dokumen in _TARGET or kunci.bagian in {NILAI, "realisasi"}:
        return said
    return f"{said}, {_bagian(kunci.bagian)}"


def _bagian(bagian: str) -> str:
    words = {STATUS: "keadaan", DINYATAKAN: "capaian dinyatakan", "fisik": "kemajuan fisik"}
    return words.get(bagian, bagian.replace("_", " "))


def saat(waktu: datetime) -> Markup:
    """Returns day and hour: `14 Okt 2026, 10.12`."""
    day = f"{hari_bulan(waktu.date())} {waktu.year}"
    return Markup('<time datetime="{}">{}, {}</time>').format(waktu.isoformat(), day, waktu.strftime("%H.%M"))


def _isi(konteks: Konteks, row: BarisPerubahan, nilai: NilaiTercatat | None, kolom: str) -> sel.Sel | None:
    """A figure as it was written then; None where there was none."""
    if nilai is None:
        return None
    if nilai.angka is None:
        return Markup.escape((nilai.tertulis or "").replace("_", " "))
    return _angka(konteks, row.kunci, nilai, f"perubahan/{row.id}/nilai_{kolom}")


def _angka(konteks: Konteks, kunci: Kunci, nilai: NilaiTercatat, ref: str) -> Angka:
    assert nilai.angka is not None  # noqa: S101 - asked before
    known = konteks.rekap.indikator.get(kunci.kode)
    if kunci.dokumen is Dokumen.PAGU or kunci.bagian == "realisasi":
        return angka_rupiah(nilai.angka, ref)
    if kunci.bagian in {"fisik", DINYATAKAN}:
        return angka_persen(nilai.angka, ref)
    if known and kunci.periode and (kunci.dokumen in _TARGET or kunci.bagian == NILAI):
        return sel.nilai(known, nilai.angka, ref, kunci.periode.tahun)
    return Angka(nilai.angka, ref, ringkas(nilai.angka, _DESIMAL))


def _unit(konteks: Konteks, kode: str | None) -> str | None:
    if kode is None:
        return None
    if kode == UNIT_KEPALA:
        return konteks.jabatan(UNIT_KEPALA)
    known = konteks.instansi.unit_kerja.get(kode)
    return known.nama if known else kode


# ── Told in a line ──


@dataclass(frozen=True, slots=True)
class Butir:
    """One entry."""

    id: str
    judul: str
    isi: str
    tautan: str
    """Below the site's root."""
    waktu: datetime

    @property
    def saat(self) -> Markup:
        """When, for a page."""
        return saat(self.waktu)


def terbaru(konteks: Konteks, banyak: int) -> tuple[Butir, ...]:
    """Returns the latest changes of figures of indikator, up to the day that the page looks from."""
    told = konteks.rekap.riwayat
    today = konteks.rekap.posisi.per_tanggal
    rows = [row for row in told.baris if row.indikator is not None and row.waktu.date() <= today] if told else []
    return tuple(islice(butir(konteks, rows), banyak))


def butir(konteks: Konteks, rows: Sequence[BarisPerubahan]) -> Iterator[Butir]:
    """Yields the entries of these changes, which are given the oldest first, from the newest on."""
    for _, group in groupby(reversed(rows), key=lambda row: (row.revisi, row.kunci[:4])):
        yield _butir(konteks, list(group)[::-1])


def _butir(konteks: Konteks, rows: Sequence[BarisPerubahan]) -> Butir:
    first = rows[0]
    kunci = first.kunci
    shown = [tampil(konteks, row) for row in rows]
    name, address = subjek(konteks, kunci)
    what = " ".join(part for part in (kunci.kode or name, kunci.periode.label if kunci.periode else "") if part)
    now = ", ".join(_polos(row.menjadi) for row in shown)
    if kunci.dokumen is not Dokumen.REALISASI:
        now = f"{apa(kunci)} {now}"
    words = ", ".join(dict.fromkeys(JENIS[row.jenis][1] for row in rows))
    lines = [f"{row.apa[:1].upper()}{row.apa[1:]}: {_polos(row.semula)} menjadi {_polos(row.menjadi)}" for row in shown]
    reason = f" Alasan: {first.alasan}" if first.alasan else ""
    key = ":".join((first.revisi, kunci.dokumen, kunci.kode, str(kunci.periode or ""), kunci.versi))
    return Butir(
        id=uuid5(NAMESPACE_URL, f"sakipgen:{key}").urn,
        judul=f"{'KOREKSI: ' if first.jenis in _KOREKSI else ''}{what}: {now} ({words})",
        isi=f"{name}. {'. '.join(lines)}.{reason}",
        tautan=address or "perubahan/",
        waktu=first.waktu,
    )


def _polos(sel: object) -> str:
    """A cell as plain text."""
    return sel.striptags() if hasattr(sel, "striptags") else str(sel)
