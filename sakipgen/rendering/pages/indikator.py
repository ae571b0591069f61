"""The page of one indikator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from sakipgen.domain.indikator import Indikator, Tingkat, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.perencanaan import Aksi
from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPeriode, RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import angka_persen
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import (
    alamat,
    bukti,
    kelompok,
    koreksi,
    pensiun,
    perjanjian,
    riwayat,
    sel,
    tindak_lanjut,
)
from sakipgen.rendering.pages.cara import cara
from sakipgen.rendering.pages.grafik import gambar, peluru
from sakipgen.rendering.pages.grafik_waktu import antar_periode, antar_tahun
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target_baris, judul_waktu, label
from sakipgen.rendering.pages.ucapan import nama_pk, tertulis, ucapkan

SUMBER_SEBARIS = 3
"""Up to so many sources stand beside the year's figure; a sum of more names their number."""

TINGKAT = {
    Tingkat.TUJUAN: "Indikator tujuan",
    Tingkat.SASARAN: "Indikator sasaran",
    Tingkat.PROGRAM: "Indikator program",
    Tingkat.KEGIATAN: "Indikator kegiatan",
    Tingkat.SUB_KEGIATAN: "Indikator sub kegiatan",
}
_MAKIN: Final = {
    Polaritas.NAIK: "Makin tinggi makin baik",
    Polaritas.TURUN: "Makin rendah makin baik",
    Polaritas.STABIL: "Makin dekat target makin baik",
    Polaritas.RENTANG: "Baik bila di dalam rentang target",
}
_LEWAT_RENTANG: Final = {
    FormulaCapaian.RENTANG: "Baik bila di dalam rentang target; di atasnya lebih baik lagi",
    FormulaCapaian.RENTANG_TURUN: "Baik bila di dalam rentang target; di bawahnya lebih baik lagi",
}
_MAKIN_SATUAN: Final = {
    TipeSatuan.TANGGAL: "Makin awal makin baik",
    TipeSatuan.YA_TIDAK: "Baik bila terpenuhi",
    TipeSatuan.PREDIKAT: "Makin tinggi peringkatnya makin baik",
}
_JENIS_TARGET = {"renstra": "Renstra", "rencana_aksi": "Rencana aksi"}


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """A period of the year on the page of an indikator."""

    label: str
    alamat: str
    baris: sel.BarisTampil
    setahun: bool
    pk: str | None
    """The PK whose target stands behind it; None in a year with one PK."""
    sampai: str | None
    """Until when an unfinished year is told; None of an ended period."""
    sumber: Markup


@dataclass(frozen=True, slots=True)
class BarisTahun:
    """A year on the page of an indikator."""

    tahun: int
    sampai: str | None
    """Until when an unfinished year is told; None of one that has ended."""
    alamat: str
    baris: sel.BarisTampil
    arah: Markup
    target_renstra: sel.Sel
    tahun_akhir: int | None
    """Of which year that target is, where the years of the table do not share one."""
    kemajuan: sel.Sel
    sumber: Markup


@dataclass(frozen=True, slots=True)
class TahunRinci:
    """The periods of one year."""

    tahun: int
    periode: tuple[BarisPeriode, ...]


@dataclass(frozen=True, slots=True)
class TargetTampil:
    """A target as a document states it."""

    dokumen: str
    periode: str
    nilai: sel.Sel
    alasan: str | None
    sumber: Markup


@dataclass(frozen=True, slots=True)
class AksiTampil:
    aksi: Aksi
    jadwal: str
    pelaksana: str


# ── One indikator ────────────────────────────────────────────────────────────────────────────────────────────────


def halaman(konteks: Konteks, kode: str) -> Page:
    """Returns the page of an indikator; one that no year promises tells its meaning only."""
    indikator = konteks.rekap.indikator[kode]
    tahun = konteks.utama_indikator.get(kode)
    row = tahun.setahun.menurut_kode[kode] if tahun else None
    rows = tuple(_semua(konteks, kode))
    said = (
        ucapkan(konteks, row, konteks.target.get((tahun.tahun, kode), ()), selesai=tahun.setahun.selesai)
        if row and tahun
        else ()
    )
    main = kalimat.teks(said[:1]) or "Indikator ini belum diperjanjikan pada tahun mana pun dalam data."
    files = (konteks.rekap.rujukan_indikator[kode].berkas, *berkas_laporan(r for _, r in rows))
    isi = Isi(
        templat="indikator",
        path=alamat.indikator(kode).rstrip("/"),
        judul=f"{kode} {indikator.nama}",
        uraian=f"{indikator.nama}: {main}",
        strip=konteks.strip(tahun.setahun if tahun else None, [row] if row else [], _kelengkapan(row)),
        bagian=_bagian(konteks, kode, tahun),
        jejak=_jejak(row, kode),
        berkas=files,
        nilai=_umum(konteks, kode, indikator, row)
        | {"putusan": said, "tahun": tahun}
        | (_tahun(konteks, tahun, row, rows) | {"peluru": gambar(peluru(konteks, row, said))} if tahun and row else {}),
    )
    return konteks.susun(isi)


def _semua(konteks: Konteks, kode: str) -> Iterator[tuple[RekapTahun, BarisIndikator]]:
    for year in konteks.rekap.tahun:
        row = year.setahun.menurut_kode.get(kode)
        if row:
            yield year, row


def _kelengkapan(row: BarisIndikator | None) -> str:
    if row is None:
        return "belum diperjanjikan"
    return f"{row.hasil.terukur.ada} dari {row.hasil.terukur.dari} laporan"


def _jejak(row: BarisIndikator | None, kode: str) -> tuple[tuple[str, str | None], ...]:
    if row and row.indikator.tingkat is Tingkat.SASARAN and row.induk:
        return (("Sasaran", "sasaran/"), (row.induk, alamat.sasaran(row.induk)), (kode, None))
    return (("Indikator", "indikator/"), (kode, None))


def _bagian(konteks: Konteks, kode: str, tahun: RekapTahun | None) -> tuple[Bagian, ...]:
    parts = [Bagian("hasil", "Hasil")]
    if tahun:
        laporan = konteks.laporan.get((tahun.tahun, kode), ())
        parts += [Bagian("periode", "Menurut periode"), Bagian("tahun", "Menurut tahun")]
        if bukti.berisi(laporan):
            parts.append(Bagian("penjelasan", "Penjelasan bidang"))
        if _rencana(tahun, kode) or kode in konteks.tindak_lanjut:
            parts.append(Bagian("tindakan", "Rencana aksi dan tindak lanjut"))
        if kode in konteks.koreksi:
            parts.append(Bagian("koreksi", "Koreksi"))
        parts.append(Bagian("cara", "Cara menghitung"))
    parts.append(Bagian("arti", "Arti indikator"))
    if riwayat.ada(konteks, kode):
        parts.append(Bagian("riwayat", "Riwayat angka"))
    return (*parts, Bagian("unduh", "Unduh"))


def _umum(konteks: Konteks, kode: str, indikator: Indikator, row: BarisIndikator | None) -> dict[str, object]:
    base = indikator.baseline
    return {
        "kode": kode,
        "indikator": indikator,
        "tingkat": TINGKAT[indikator.tingkat],
        "makin": _makin(indikator, row),
        "unit": konteks.instansi.unit_kerja[indikator.penanggung_jawab],
        "alamat_unit": alamat.bidang(indikator.penanggung_jawab),
        "baseline": sel.nilai_prosa(indikator, base.nilai, f"indikator/{kode}/baseline_nilai", base.tahun)
        if base and base.nilai is not None
        else None,
        "sumber_kamus": konteks.sumber(konteks.rekap.rujukan_indikator[kode]),
        "baris": konteks.baris(row) if row else None,
        "pensiun": pensiun.pensiun(konteks, kode),
        "menggantikan": pensiun.menggantikan(konteks, kode),
        "riwayat": riwayat.satu_indikator(konteks, kode),
        "umpan": alamat.umpan_indikator(kode),
    }


def _makin(indikator: Indikator, row: BarisIndikator | None) -> str:
    """Which way is better; of a band also beyond it, by the formula of the year."""
    beyond = _LEWAT_RENTANG.get(row.hasil.formula) if row else None
    return _MAKIN_SATUAN.get(indikator.satuan.tipe) or beyond or _MAKIN[indikator.polaritas]


def _tahun(
    konteks: Konteks, tahun: RekapTahun, row: BarisIndikator, rows: Sequence[tuple[RekapTahun, BarisIndikator]]
) -> dict[str, object]:
    periods = [(year, tuple(_periode(year, row.kode))) for year, _ in rows]
    own = next(found for year, found in periods if year is tahun)
    reported = [r for _, r in own if _dilaporkan(r)]
    laporan = konteks.laporan.get((tahun.tahun, row.kode), ())
    signed = tertulis(konteks.target.get((tahun.tahun, row.kode), ()))
    actions = konteks.tindak_lanjut.get(row.kode, ())
    ends = {year.renstra.tahun_akhir for year, _ in rows if year.renstra}
    told = {year.tahun for year, r in rows if r.hasil.realisasi is not None}
    return {
        "waktu": judul_waktu(konteks, tahun.setahun),
        "kepala_target": judul_target_baris(row),
        "pk": perjanjian.tabel(konteks, tahun.setahun, row, signed, {r.hasil.versi_pk for _, r in own}),
        "pk_diubah": any(b.bentuk.berbeda(a.bentuk) for a, b in pairwise(signed.values())),
        "koreksi": tuple(koreksi.tampil(konteks, k) for k in konteks.koreksi.get(row.kode, ())),
        "tindak_terbuka": tindak_lanjut.semua(t for t in actions if t.terbuka),
        "tindak_selesai": tindak_lanjut.semua(t for t in actions if not t.terbuka),
        "alamat_periode": alamat.periode(tahun.setahun.periode),
        "grafik_periode": gambar(
            antar_periode(konteks, row, reported, konteks.target.get((tahun.tahun, row.kode), ()))
        ),
        "grafik_tahun": gambar(antar_tahun(konteks, row, rows, tahun.renstra)),
        "rinci": tuple(
            TahunRinci(
                year.tahun,
                tuple(_baris_periode(konteks, p, r, berubah=_berubah(found)) for p, r in found),
            )
            for year, found in reversed(periods)
        ),
        "menurut_tahun": tuple(
            _baris_tahun(
                konteks,
                year,
                r,
                _arah_tahun(konteks, year.setahun, r, found, sebelumnya=year.tahun - 1 in told),
                bersama=len(ends) == 1,
            )
            for (year, r), (_, found) in zip(rows, periods, strict=True)
        ),
        "target_akhir": ends.pop() if len(ends) == 1 else None,
        "dokumen_target": tuple(_target(konteks, row.indikator, t) for t in _dokumen(konteks, tahun, rows)),
        "cara": cara(konteks, tahun, row),
        "metode": tahun.metode,
        "sumber_metode": konteks.sumber(tahun.rujukan_metode),
        "sumber_baseline": konteks.sumber(row.rujukan_baseline) if row.rujukan_baseline else None,
        "aksi": tuple(_aksi(konteks, a) for a in _rencana(tahun, row.kode)),
        "penjelasan": bukti.penjelasan(konteks, laporan),
        "bukti": bukti.tabel(konteks, laporan),
        "uang": tuple(map(konteks.uang, kelompok.uang_terkait(konteks, tahun.setahun, row))),
        "sumber_periode": tuple(map(konteks.sumber, row.rujukan)) if len(row.rujukan) <= SUMBER_SEBARIS else (),
        "jumlah_sumber": len(row.rujukan),
    }


_Rinci = Sequence[tuple[RekapPeriode, BarisIndikator]]


def _berubah(found: _Rinci) -> bool:
    """Whether the PK was amended within a year."""
    return any(r.hasil.target_murni is not None for _, r in found)


def _dokumen(
    konteks: Konteks, tahun: RekapTahun, rows: Sequence[tuple[RekapTahun, BarisIndikator]]
) -> tuple[BarisTarget, ...]:
    """What the Renstra promises for each of its years, every PK of the years shown, and the year's rencana aksi."""
    kode = rows[0][1].kode
    renstra = konteks.target_renstra(tahun.renstra, kode)
    found = [t for year, _ in rows for t in konteks.target.get((year.tahun, kode), ())]
    pk = [t for t in found if t.jenis == "perjanjian_kinerja"]
    return (*renstra.values(), *pk, *(t for t in found if t.jenis == "rencana_aksi" and t.tahun == tahun.tahun))


def _rencana(tahun: RekapTahun, kode: str) -> tuple[Aksi, ...]:
    plan = tahun.rencana_aksi.get(kode)
    return plan.aksi if plan else ()


def _periode(tahun: RekapTahun, kode: str) -> Iterator[tuple[RekapPeriode, BarisIndikator]]:
    """The periods in which the indikator is reported, the quarters of a monthly one, and the year."""
    for prd in tahun.periode:
        row = prd.menurut_kode[kode]
        shown = {row.indikator.frekuensi, Frekuensi.TAHUNAN}
        if row.indikator.frekuensi is Frekuensi.BULANAN:
            shown.add(Frekuensi.TRIWULANAN)
        if prd.periode.jenis.frekuensi in shown:
            yield prd, row


_BELUM = Markup("belum ada")


def _sumber(konteks: Konteks, row: BarisIndikator) -> Markup:
    """Where realisasi and target stand; a figure of several reports names its own, for each has its row."""
    named = row.rujukan
    if len(named) > 1:
        named = tuple(lap.rujukan for lap in row.laporan if lap.periode == row.hasil.periode)
    more = len(row.rujukan) - len(named)
    where = Markup(", ").join(map(konteks.sumber, named)) or _BELUM
    if more:
        where = where + f" dan {more} laporan sebelumnya" if named else Markup(f"gabungan {more} laporan")  # noqa: S704
    target = konteks.sumber(row.rujukan_target) if row.rujukan_target else _BELUM
    return Markup(f"<div>realisasi: {where}</div><div>target: {target}</div>")  # noqa: S704 - finished parts


def _baris_periode(konteks: Konteks, prd: RekapPeriode, row: BarisIndikator, *, berubah: bool) -> BarisPeriode:
    return BarisPeriode(
        label=prd.periode.label,
        alamat=alamat.periode(prd.periode),
        baris=konteks.baris(row),
        setahun=prd.periode.jenis is JenisPeriode.TAHUN and row.indikator.frekuensi is not prd.periode.jenis.frekuensi,
        pk=perjanjian.singkat(row.hasil.versi_pk) if berubah else None,
        sampai=None if prd.selesai else judul_waktu(konteks, prd),
        sumber=_sumber(konteks, row),
    )


def _tanpa_target_akhir(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> tuple[sel.Sel, str]:
    """What stands for the Renstra's last target in a year that is not compared with it, and why it is not."""
    plan = tahun.renstra
    last = konteks.target_renstra(plan, row.kode).get(plan.tahun_akhir) if plan else None
    if plan is None or last is None:
        return sel.tanpa("tidak ada"), "tidak ada target akhir"
    broken = row.indikator.putus_antara(tahun.tahun, plan.tahun_akhir)
    shown = sel.tanpa(f"seri baru {broken}") if broken else sel.target_tertulis(row.indikator, last)
    return shown, "tidak dibandingkan"


def _tanpa_kemajuan(prd: RekapPeriode, row: BarisIndikator) -> str:
    """Why a year has no capaian against the Renstra's last target."""
    if row.hasil.realisasi is None:
        return "belum dihitung"
    return perjanjian.nanti(selesai=prd.selesai) if sel.menunggu_setahun(row, None) else "tidak dihitung"


_DIBANDING: Final = Markup('%s <small class="sk-sub">dibanding %s</small>')


def _arah_tahun(konteks: Konteks, prd: RekapPeriode, row: BarisIndikator, found: _Rinci, *, sebelumnya: bool) -> Markup:
    """The direction of a year; of one that has not ended that of its last reported period."""
    told = (r for _, r in reversed(found) if _dilaporkan(r) and r.hasil.realisasi is not None)
    last = row if prd.selesai else next(told, row)
    way, when = konteks.baris(last).arah, last.hasil.periode
    if way is not None:
        return way if last is row else _DIBANDING % (way, label(Periode(when.tahun - 1, when.segmen)))
    waits = sebelumnya and not prd.selesai
    broken = row.indikator.putus_antara(when.tahun - 1, when.tahun) if waits else row.putus
    if broken:
        return sel.tanpa(f"seri baru {broken}")
    return sel.tanpa("dibandingkan sesudah tahun berakhir" if waits else "belum ada pembanding")


def _dilaporkan(row: BarisIndikator) -> bool:
    """Whether a period is one that is reported."""
    return row.hasil.periode.jenis.frekuensi is row.indikator.frekuensi


def _baris_tahun(
    konteks: Konteks, tahun: RekapTahun, row: BarisIndikator, arah: Markup, *, bersama: bool
) -> BarisTahun:
    hasil = row.hasil
    ref = f"capaian/{sel.kunci(hasil)}/"
    goal, progress = hasil.target_renstra, hasil.kemajuan_renstra
    if goal is None:
        last, why = _tanpa_target_akhir(konteks, tahun, row)
    else:
        last, why = sel.target(row, "renstra", goal, ref), _tanpa_kemajuan(tahun.setahun, row)
    return BarisTahun(
        tahun=tahun.tahun,
        sampai=None if tahun.setahun.selesai else judul_waktu(konteks, tahun.setahun),
        alamat=alamat.periode(tahun.setahun.periode),
        baris=konteks.baris(row),
        arah=arah,
        target_renstra=last,
        tahun_akhir=tahun.renstra.tahun_akhir if tahun.renstra and goal is not None and not bersama else None,
        kemajuan=sel.tanpa(why) if progress is None else angka_persen(progress, f"{ref}kemajuan_renstra"),
        sumber=_sumber(konteks, row),
    )


def _target(konteks: Konteks, indikator: Indikator, target: BarisTarget) -> TargetTampil:
    name = nama_pk(target.versi) if target.jenis == "perjanjian_kinerja" else _JENIS_TARGET[target.jenis]
    return TargetTampil(
        dokumen=f"{name} {target.versi}" if target.jenis == "renstra" else name,
        periode=target.periode.label,
        nilai=sel.target_tertulis(indikator, target),
        alasan=target.alasan,
        sumber=konteks.sumber(target.rujukan),
    )


def _aksi(konteks: Konteks, aksi: Aksi) -> AksiTampil:
    position = konteks.instansi.jabatan.get(aksi.pelaksana)
    return AksiTampil(aksi, ", ".join(map(sel.segmen, aksi.jadwal)), position.nama if position else aksi.pelaksana)
