"""P018: what a reader saw of a closed period stays, whichever way it would have changed. The net under all locks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sakipgen.diagnostics import Issue
from sakipgen.domain.isian import Dokumen
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, Rekapitulasi
from sakipgen.reviewing.perbandingan import Perbandingan


def hasil_terkunci(p: Perbandingan, dasar: Rekapitulasi, usulan: Rekapitulasi) -> Iterator[Issue]:
    """P018 Hasil periode tertutup berubah tanpa catatan.

    Realisasi, target, capaian, dan kategori periode tertutup hanya boleh berubah lewat koreksi indikator itu atau PK
    yang berlaku pada periodenya. Usulan ini mengubahnya lewat jalan lain, misalnya dengan memindahkan indikator ke unit
    atau tingkat lain, sehingga angka yang sudah diumumkan tidak lagi sama.

    Cara memperbaiki: kembalikan isian yang menyebabkannya, atau usulkan koreksi atau PK perubahan yang menjadi
    dasarnya. Bila yang diperbaiki angka periode sebelumnya yang belum ditutup, tutup dahulu periode itu dalam usulan
    tersendiri, lalu usulkan koreksinya.
    """
    before, after = _terkunci(p, dasar), _terkunci(p, usulan)
    for key in sorted(before.keys() | after.keys()):
        periode, kode = key
        changed = _lain(before.get(key), after.get(key))
        if changed and not _bercatatan(p, periode, kode):
            still_open = _masih_terbuka(p, periode, kode)
            cure = "kembalikan isian yang menyebabkannya"
            if still_open:
                cure += f", atau tutup dahulu {still_open.label}, lalu usulkan koreksi angkanya di sana"
            message = (
                f"{p.sebut_tutup(periode)}, tetapi {' dan '.join(changed)} `{kode}` berubah tanpa koreksi atau PK yang "
                f"menjadi dasarnya; {cure}."
            )
            yield Issue(p.akar / "indikator" / f"{kode}.yaml", (), "P018", message)


def _masih_terbuka(p: Perbandingan, periode: Periode, kode: str) -> Periode | None:
    """An earlier period whose figure changes and that nobody closed, though one that is made of it was."""
    changed = (row.beda.kunci for row in p.beda if row.beda.kunci.dokumen is Dokumen.REALISASI)
    found = (k.periode for k in changed if k.kode == kode and k.periode and k.periode.akhir <= periode.akhir)
    return min((when for when in found if not p.terkunci(when)), default=None)


def _terkunci(p: Perbandingan, rekap: Rekapitulasi) -> Mapping[tuple[Periode, str], BarisIndikator]:
    periods = (period for year in rekap.tahun for period in year.periode if p.terkunci(period.periode))
    return {(period.periode, kode): row for period in periods for kode, row in period.menurut_kode.items()}


def _lain(before: BarisIndikator | None, after: BarisIndikator | None) -> list[str]:
    """The words for what of a row a reader saw otherwise."""
    one, other = _terbaca(before), _terbaca(after)
    return [word for word in sorted(one.keys() | other.keys()) if one.get(word) != other.get(word)]


def _terbaca(row: BarisIndikator | None) -> Mapping[str, object]:
    """What is published of a row; nothing of one that is not there or has no figure and no target."""
    if row is None:
        return {}
    hasil = row.hasil
    reached = hasil.capaian and (hasil.capaian.capaian, hasil.capaian.tercapai, hasil.capaian.kelas.kode)
    goal = None if hasil.target is None else (hasil.target, hasil.maks.target, hasil.tanda_target.target)
    told = {"realisasi": hasil.realisasi, "target": goal, "capaian": reached, "predikat": row.predikat}
    return {word: value for word, value in told.items() if value is not None}


def _bercatatan(p: Perbandingan, periode: Periode, kode: str) -> bool:
    """Whether the proposal brings a correction of an indikator up to a period, or a PK of it in force there."""
    if any(of == kode and when.akhir <= periode.akhir for when, of in p.koreksi_baru):
        return True
    known = p.dasar.dataset.perjanjian_kinerja if p.dasar.dataset else {}
    papers = p.usulan.dataset.perjanjian_kinerja.items() if p.usulan.dataset else ()
    return any(
        key not in known and key[0] == periode.tahun and kode in b.isi.butir and b.isi.tanggal <= periode.akhir
        for key, b in papers
    )
