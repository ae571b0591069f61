"""P008, P009, P012, P015, P016: a record is a fact. It may grow; what it says stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Loc, Severity, printable
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.isian import Dokumen
from sakipgen.domain.koreksi import DINYATAKAN, JenisKoreksi, Koreksi
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.siklus import CatatanLangkah, Pengiriman, Siklus
from sakipgen.domain.waktu import Periode
from sakipgen.reviewing.perbandingan import Perbandingan, diterima, perubahan

_PROSEDUR: Final = ("pengumpulan", "pengukuran")
_JAWABAN: Final = frozenset({"hasil", "alasan"})
"""What a decision says: a record that has none gets none after closing."""


def koreksi_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P008 Catatan koreksi diubah atau dihapus.

    Koreksi yang sudah diterima adalah jejak: tidak boleh disunting dan tidak boleh dihapus. Angka yang masih keliru
    dikoreksi sekali lagi dengan catatan baru.

    Cara memperbaiki: kembalikan catatannya, lalu tambahkan koreksi baru bila perlu.
    """
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if row.lama is None or kind is None or kind[0].skema != "koreksi":
            continue
        before, after = (_koreksi(side.dataset, row.path) for side in (p.dasar, p.usulan))
        if before is None or before != after:
            message = "catatan koreksi yang sudah diterima tidak boleh diubah atau dihapus; kembalikan catatannya, dan "
            message += "tambahkan koreksi baru bila angkanya masih keliru."
            yield Issue(row.path, (), "P008", message)


def _koreksi(dataset: Dataset | None, path: PurePosixPath) -> Koreksi | None:
    return next((b.isi for b in dataset.koreksi.values() if b.path == path), None) if dataset else None


# ── The record of a period ───────────────────────────────────────────────────────────────────────────────────────


def penutupan_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P009 Penutupan periode ditarik kembali.

    Periode yang sudah ditutup tidak boleh dibuka lagi, dan hari serta penutupnya tetap; kalau boleh, kunci angkanya
    tidak berarti. Hanya tanggal yang tidak mungkin benar, yaitu sebelum periodenya berakhir atau sesudah hari
    peninjauan, yang boleh dibetulkan atau dihapus.

    Cara memperbaiki: kembalikan `penutupan` seperti pada data utama.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is not Dokumen.PENUTUPAN or kunci.periode is None:
            continue
        if row.beda.lama is not None and not _mustahil(p, kunci.periode):
            message = f"penutupan {kunci.periode.label} {perubahan(row.beda)}; kembalikan `penutupan` seperti semula."
            yield Issue(row.berkas, ("penutupan", "tanggal"), "P009", message)
    for periode, before, after in _pasangan(p):
        closed, now = before.isi.penutupan, after.isi.penutupan
        if closed and now and closed.oleh != now.oleh:
            message = (
                f"penutup {periode.label} berubah dari `{closed.oleh}` menjadi `{now.oleh}`; kembalikan `penutupan` "
                "seperti semula."
            )
            yield Issue(after.path, ("penutupan", "oleh"), "P009", message)


def _mustahil(p: Perbandingan, periode: Periode) -> bool:
    """Whether the day on which the base closed a period cannot be meant: nobody closes what lasts, or in the future."""
    record = p.dasar.dataset.siklus.get(periode) if p.dasar.dataset else None
    closing = record.isi.penutupan if record else None
    return closing is not None and not periode.akhir <= closing.tanggal <= p.hari


def proses_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P012 Catatan proses periode tertutup diubah atau dihapus.

    Langkah SOP dan pengiriman yang sudah tercatat saat periode ditutup adalah fakta: siapa mengirim kapan, dan siapa
    menyetujui. Sesudah penutupan, langkah berikutnya (laporan, arsip) ditambahkan sebagai catatan baru, dan isian yang
    masih kosong, misalnya nomor atau naskah yang baru dipindai, boleh dilengkapi.

    Cara memperbaiki: kembalikan catatannya seperti pada data utama.
    """
    gone = {row.path for row in p.ubahan_data if row.lama and row.baru is None}
    for periode, berkas in p.dasar.dataset.siklus.items() if p.dasar.dataset else ():
        if berkas.path in gone and periode not in p.ditutup and p.terkunci(periode):  # else P009 speaks
            message = f"{p.sebut_tutup(periode)}; catatan prosesnya dihapus; kembalikan berkasnya."
            yield Issue(berkas.path, (), "P012", message)
    for periode, before, after in _pasangan(p):
        for name in _PROSEDUR:
            lost, _ = _cocokkan(getattr(before.isi, name), getattr(after.isi, name))
            for row in lost:
                what = f"catatan langkah {row.langkah} ({row.tanggal})"
                yield _diubah(p, periode, after.path, _tempat_langkah(after.isi, name, row), what)
        for unit, rows in before.isi.pengiriman.items():
            later = after.isi.pengiriman.get(unit, ())
            if not _berlanjut(rows, later):
                loc: Loc = ("pengiriman", unit) if later else ("pengiriman",)
                yield _diubah(p, periode, after.path, loc, f"catatan pengiriman `{unit}`")


def _diubah(p: Perbandingan, periode: Periode, path: PurePosixPath, loc: Loc, what: str) -> Issue:
    message = f"{p.sebut_tutup(periode)}; {what} diubah atau dihapus; kembalikan seperti semula."
    return Issue(path, loc, "P012", message)


def laporan_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """Yields what a record of a submission does to figures of a closed period: it neither hides nor shows any.

    A report that was not accepted when the period was closed comes late: each of its figures needs its koreksi, now or
    since before, for the figures and the answer may come in proposals of their own.
    """
    late = _terlambat(p.usulan.dataset)
    for (periode, kode), (path, unit, accepted) in _berganti(p):
        if accepted and (periode, kode) not in p.koreksi_baru.keys() | late:
            message = (
                f"{p.sebut_tutup(periode)} tanpa laporan ini; `{printable(kode)}` baru diumumkan sekarang; lampirkan "
                "catatan koreksi dengan `jenis: isian_terlambat`."
            )
            yield Issue(path, ("butir", kode), "P001", message)
        if not accepted:
            message = (
                f"{p.sebut_tutup(periode)}; `{printable(kode)}` sudah diumumkan, tetapi menurut catatan pengiriman "
                f"`{unit}` laporannya kini belum disetujui; hapus catatan itu, atau tulis hasilnya."
            )
            yield Issue(path, ("butir", kode), "P012", message)


def diumumkan(p: Perbandingan) -> bool:
    """Returns whether figures of a closed period become public by the record of a submission."""
    return any(accepted for _, (_, _, accepted) in _berganti(p))


def _berganti(p: Perbandingan) -> Iterator[tuple[tuple[Periode, str], tuple[PurePosixPath, str, bool]]]:
    """The figures of closed periods whose report counts on one side only, as the proposal has them."""
    before, after = _laporan(p, p.dasar.dataset), _laporan(p, p.usulan.dataset)
    for key, now in after.items():
        was = before.get(key)
        if was is not None and was[2] != now[2]:
            yield key, now


def _terlambat(dataset: Dataset | None) -> frozenset[tuple[Periode, str]]:
    """The figures that a record says came after closing."""
    records = dataset.koreksi.items() if dataset else ()
    return frozenset((when, b.isi.indikator) for (when, _), b in records if b.isi.jenis is JenisKoreksi.ISIAN_TERLAMBAT)


def _laporan(p: Perbandingan, dataset: Dataset | None) -> Mapping[tuple[Periode, str], tuple[PurePosixPath, str, bool]]:
    """The figures of closed periods with the file and unit that state them, and whether their report counts."""
    return {
        (periode, kode): (berkas.path, unit, diterima(dataset, periode, unit, p.hari))
        for (periode, unit), berkas in (dataset.realisasi.items() if dataset else ())
        if p.terkunci(periode)
        for kode, butir in berkas.isi.butir.items()
        if butir.terisi or butir.komponen
    }


def proses_ditambah(p: Perbandingan) -> Iterator[Issue]:
    """P016 Langkah dicatat mundur sesudah periode ditutup.

    Langkah bertanggal sebelum penutupan yang baru dicatat sesudahnya mengubah gambaran tentang apa yang dikerjakan
    saat itu. Ini peringatan: catatan yang terlupa boleh ditambahkan, asalkan pembaca usulan diberi tahu.

    Cara memperbaiki: periksa tanggalnya; bila benar, sebutkan dalam penjelasan usulan mengapa baru dicatat.
    """
    for periode, before, after in _pasangan(p):
        closed = before.isi.penutupan
        for name in _PROSEDUR if closed else ():
            rows: tuple[CatatanLangkah, ...] = getattr(after.isi, name)
            lost, added = _cocokkan(getattr(before.isi, name), rows)
            for number in () if lost else added:  # else P012 speaks
                if closed and rows[number].tanggal < closed.tanggal:
                    message = (
                        f"{p.sebut_tutup(periode)}; langkah {rows[number].langkah} bertanggal {rows[number].tanggal} "
                        "baru dicatat sekarang; periksa tanggalnya, atau sebutkan sebabnya dalam penjelasan usulan."
                    )
                    yield Issue(after.path, (name, number, "tanggal"), "P016", message, Severity.WARNING)


def _pasangan(p: Perbandingan) -> Iterator[tuple[Periode, Berkas[Siklus], Berkas[Siklus]]]:
    """The records of closed periods on both sides, where they differ."""
    if p.dasar.dataset and p.usulan.dataset:
        for periode, before in p.dasar.dataset.siklus.items():
            after = p.usulan.dataset.siklus.get(periode)
            if after and after.isi != before.isi and p.terkunci(periode):
                yield periode, before, after


def _cocokkan(
    before: Sequence[CatatanLangkah], after: Sequence[CatatanLangkah]
) -> tuple[list[CatatanLangkah], list[int]]:
    """The records that are gone, and where those stand that are new; one that only grew is neither."""
    free = list(range(len(after)))
    lost = []
    for row in before:
        same = next((n for n in free if after[n] == row), None)
        grown = same if same is not None else next((n for n in free if _bertambah(row, after[n])), None)
        if grown is None:
            lost.append(row)
        else:
            free.remove(grown)
    return lost, free


def _bertambah(before: Model, after: object) -> bool:
    """Whether a record says all that it said, and more only where it was silent."""
    return isinstance(after, type(before)) and all(
        _isian_bertambah(name, getattr(before, name), getattr(after, name)) for name in type(before).model_fields
    )


def _isian_bertambah(name: str, before: object, after: object) -> bool:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return all(key in after and after[key] == value for key, value in before.items())
    if isinstance(before, Model):
        return _bertambah(before, after)
    return before == after or (name not in _JAWABAN and before in {None, ()})


def _berlanjut(before: Sequence[Pengiriman], after: Sequence[Pengiriman]) -> bool:
    """Whether the submissions of a unit go on: all that was there stands, the last may have got its answer."""
    *settled, last = before
    if tuple(after[: len(settled)]) != tuple(settled) or len(after) < len(before):
        return False
    now = after[len(settled)]
    return now == last or (last.hasil is None and now.dikirim == last.dikirim)


def _tempat_langkah(siklus: Siklus, name: str, row: CatatanLangkah) -> Loc:
    """Where the record of a step stands now: by its number and day, else by its number."""
    rows: tuple[CatatanLangkah, ...] = getattr(siklus, name)
    ranked = sorted(range(len(rows)), key=lambda n: (rows[n].langkah != row.langkah, rows[n].tanggal != row.tanggal))
    here = ranked[0] if ranked and rows[ranked[0]].langkah == row.langkah else None
    return (name,) if here is None else (name, here)


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

_TEKS: Final = (
    *("alasan", "tahun_data", "sumber", "angka_resmi", "faktor_pendorong", "kendala", "solusi"),
    *("tanpa_tindak_lanjut", "catatan", "sementara", "status"),
)


def teks_berubah(p: Perbandingan) -> Iterator[Issue]:
    """P015 Teks laporan periode tertutup berubah.

    Kendala, solusi, dan penjelasan lain tidak dikunci, tetapi pembaca laporan yang sudah ditandatangani membaca teks
    lama. Ini peringatan, supaya yang menyetujui tahu bahwa teksnya diubah atau dihapus. Begitu pula tanda `sementara`
    yang dihapus karena angkanya ternyata tetap, dan `status` yang berganti atau baru ditulis; yang terakhir ini perlu
    persetujuan Kepala. Judul dan jenis bukti, dan bukti yang tidak lagi `publik`, juga diberitahukan. Teks yang berubah
    bersama koreksi angkanya tidak diperingatkan.

    Cara memperbaiki: sebutkan sebabnya dalam penjelasan usulan; bila tidak sengaja, kembalikan teksnya.
    """
    if p.dasar.dataset is None or p.usulan.dataset is None:
        return
    after = {
        (periode, kode): (berkas.path, butir)
        for (periode, _), berkas in p.usulan.dataset.realisasi.items()
        for kode, butir in berkas.isi.butir.items()
    }
    for (periode, _), berkas in p.dasar.dataset.realisasi.items():
        for kode, butir in berkas.isi.butir.items() if p.terkunci(periode) else ():
            place = after.get((periode, kode))
            if place is None or place[1] == butir or (periode, kode) in p.koreksi_baru:
                continue
            for name in _teks_lain(butir, place[1]):
                new = getattr(place[1], name) is not None
                verb = ("diubah" if getattr(butir, name) is not None else "ditambahkan") if new else "dihapus"
                message = (
                    f"{p.sebut_tutup(periode)}; `{name}` {verb}; pembaca laporan yang sudah terbit membaca teks lama; "
                    "sebutkan sebabnya dalam penjelasan usulan, atau kembalikan teksnya."
                )
                yield Issue(place[0], ("butir", kode, name), "P015", message, Severity.WARNING)


def status_ditambah(p: Perbandingan) -> Iterator[Issue]:
    """Yields P015 where it is said afterwards why a closed period has no figure: until then it was missing."""
    base, after = p.dasar.dataset, p.usulan.dataset
    told = {(periode, kode) for (periode, _), b in (base.realisasi.items() if base else ()) for kode in b.isi.butir}
    for (periode, _), berkas in after.realisasi.items() if base and after else ():
        for kode, butir in berkas.isi.butir.items() if p.terkunci(periode) else ():
            if butir.status and (periode, kode) not in told:
                message = (
                    f"{p.sebut_tutup(periode)} tanpa laporan `{printable(kode)}`; kini ditulis `{butir.status}`; "
                    "sebutkan sebabnya dalam penjelasan usulan, dan mintakan juga persetujuan Kepala."
                )
                yield Issue(berkas.path, ("butir", kode, "status"), "P015", message, Severity.WARNING)


def _teks_lain(before: ButirRealisasi, after: ButirRealisasi) -> Iterator[str]:
    """The texts beside a figure that say something else."""
    for name in _TEKS:
        if name in {"alasan", "status"} and None in {before.status, after.status}:  # of a figure that goes P001 speaks
            continue  # or comes
        if name == "sementara" and not before.sementara:  # and of one that is doubted
            continue
        if _kata(getattr(before, name)) != _kata(getattr(after, name)):
            yield name
    old, new = before.capaian_dinyatakan, after.capaian_dinyatakan
    if old and new and (_kata(old.alasan), old.disetujui_oleh) != (_kata(new.alasan), new.disetujui_oleh):
        yield DINYATAKAN


def _kata(value: object) -> object:
    """A text however it is broken into lines."""
    return value.split() if isinstance(value, str) else value


def narasi_berubah(p: Perbandingan) -> Iterator[Issue]:
    """Yields P015 for the narrative of a year that is closed."""
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if row.lama is None or kind is None or not kind[0].skema.startswith("narasi"):
            continue
        tahun = Periode(int(kind[1]["tahun"]), "tahunan")
        before, after = (side.sources.value(row.path) for side in (p.dasar, p.usulan))
        if p.terkunci(tahun) and before != after:
            message = (
                f"{p.sebut_tutup(tahun)}; narasinya {'diubah' if row.baru else 'dihapus'}; pembaca laporan yang sudah "
                "terbit membaca teks lama; sebutkan sebabnya dalam penjelasan usulan, atau kembalikan teksnya."
            )
            yield Issue(row.path, (), "P015", message, Severity.WARNING)


RULES: Final = (
    teks_berubah,
    status_ditambah,
    narasi_berubah,
    koreksi_tetap,
    penutupan_tetap,
    proses_tetap,
    laporan_terkunci,
    proses_ditambah,
)
