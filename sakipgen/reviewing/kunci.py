"""P001, P002, P004, P007…P011: what is closed or signed changes only in the open. Figures are compared, never texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Loc, Severity, printable
from sakipgen.domain.dataset import FOLDER_BUKTI, MURNI, Berkas, Dataset
from sakipgen.domain.isian import SEMENTARA, STATUS, Dokumen, Kunci
from sakipgen.domain.koreksi import DINYATAKAN, NILAI, Koreksi, NilaiKoreksi
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.tertulis import BENTUK
from sakipgen.domain.waktu import Periode
from sakipgen.rekap.susun_riwayat import sama_koreksi, tercatat
from sakipgen.reviewing.perbandingan import Perbandingan

BERLAKU_SURUT: Final = "P011"
"""The code of what the Kepala must approve too."""
_BUKAN_CARA: Final = frozenset({"penanggung_jawab"})
"""A field of the kamus that may change after closing: units come and go."""


def periksa_kunci(p: Perbandingan) -> Iterator[Issue]:
    """Yields what a proposal changes of what is closed or signed, and may not."""
    for rule in (
        *(angka_terkunci, bukti_terkunci, koreksi_terhadap_data_utama, target_terkunci),
        *(pk_berlaku_surut, cara_terkunci, koreksi_tetap, penutupan_tetap, anggaran_berubah),
    ):
        yield from rule(p)


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────


def angka_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P001 Angka periode tertutup berubah tanpa koreksi.

    Sesudah periode ditutup, angkanya hanya berubah dengan catatan koreksi dalam usulan yang sama: satu catatan untuk
    setiap angka. Menghapus angka, menambah angka yang terlambat, dan mengganti atau menghapus buktinya juga perubahan.
    Urutan, keterangan, dan cara menulis bukan perubahan.

    Cara memperbaiki: tambahkan `data/koreksi/TAHUN/PERIODE/KODE.yaml`, atau kembalikan angkanya seperti semula.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is not Dokumen.REALISASI or kunci.periode not in p.ditutup or kunci.periode is None:
            continue
        if _dikoreksi(p, kunci):
            continue
        what = f"{kunci.periode.label} sudah ditutup ({p.ditutup[kunci.periode]}); `{printable(kunci.bagian)}` "
        what += f"{_perubahan(row)}; "
        if row.beda.baru is None:
            cure = "kembalikan angkanya; angka yang keliru diganti lewat koreksi, tidak dihapus."
        else:
            place = f"data/koreksi/{kunci.periode.tahun}/{kunci.periode.segmen}/KODE.yaml"
            cure = f"lampirkan catatan koreksi (`{place}`), atau kembalikan angkanya."
        yield Issue(row.berkas, _loc_realisasi(kunci), "P001", what + cure)


def bukti_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """Yields P001 for evidence of a closed period that is replaced, deleted, or no longer named."""
    lost = {p.nama(row.path) for row in p.ubahan_data if row.lama and p.nama(row.path).startswith(f"{FOLDER_BUKTI}/")}
    for (periode, unit), berkas in p.dasar.dataset.realisasi.items() if p.dasar.dataset else ():
        if periode not in p.ditutup:
            continue
        report = p.usulan.dataset.realisasi.get((periode, unit)) if p.usulan.dataset else None
        for kode, butir in berkas.isi.butir.items():
            after = report.isi.butir.get(kode) if report else None
            named = _tempat(after) if after else _tempat(butir)
            gone = sorted({place for place in _tempat(butir) if place in lost or place not in named})
            if gone and (periode, kode) not in p.koreksi_baru:
                message = (
                    f"{periode.label} sudah ditutup ({p.ditutup[periode]}); bukti `{printable(gone[0])}` diganti atau "
                    "dihapus; kembalikan buktinya, atau lampirkan catatan koreksi angkanya."
                )
                yield Issue(berkas.path, ("butir", kode, "bukti"), "P001", message)


def koreksi_terhadap_data_utama(p: Perbandingan) -> Iterator[Issue]:
    """Yields P002 for a new correction whose old figure is not the one of the base."""
    for (periode, kode), records in p.koreksi_baru.items():
        seen: set[str] = set()
        for berkas in records:
            part = berkas.isi.bagian
            if part in seen or periode not in p.ditutup:  # later ones follow the first; P005 speaks of open periods
                continue
            seen.add(part)
            if wrong := _lama_keliru(p, periode, kode, berkas):
                message = f"`nilai_lama` tidak sama dengan data utama ({wrong}); samakan, atau perbarui usulannya."
                yield Issue(berkas.path, ("nilai_lama",), "P002", message)


def _lama_keliru(p: Perbandingan, periode: Periode, kode: str, berkas: Berkas[Koreksi]) -> str | None:
    """What the base says, where a correction says otherwise."""
    isi = berkas.isi
    stands = p.realisasi_dasar(periode, kode)
    fields = (NILAI, *BENTUK) if isi.bagian == NILAI else (isi.bagian,)
    if all(_cocok(isi.nilai_lama, field, stands.get(field)) for field in fields):
        return None
    shown = ", ".join(_cetak(stands[field]) for field in fields if field in stands)
    return shown or "belum ada angkanya"


def _cocok(nilai: NilaiKoreksi | None, bagian: str, teks: str | None) -> bool:
    """Whether an old figure names what the base states in a field, nothing included."""
    if teks is not None:
        return nilai is not None and sama_koreksi(nilai, bagian, teks)
    return nilai is None or getattr(nilai, bagian if bagian in BENTUK else NILAI) is None


def _dikoreksi(p: Perbandingan, kunci: Kunci) -> bool:
    """Whether the proposal brings a correction of this figure; of a mark or status, of any figure of the row."""
    records = p.koreksi_baru.get((kunci.periode, kunci.kode), ()) if kunci.periode else ()
    part = NILAI if kunci.bagian in BENTUK else kunci.bagian
    return any(part in {STATUS, SEMENTARA} or b.isi.bagian == part for b in records)


def _perubahan(row: BedaBerkas) -> str:
    lama, baru = row.beda.lama, row.beda.baru
    if lama is None:
        return f"ditambahkan ({_cetak(baru or '')})"
    if baru is None:
        return f"dihapus (sebelumnya {_cetak(lama)})"
    return f"berubah dari {_cetak(lama)} menjadi {_cetak(baru)}"


def _cetak(teks: str) -> str:
    """A figure of any version in a message: what no check would pass is not shown."""
    said = tercatat(teks)
    if said is None or said.angka is not None:
        return teks.replace(".", ",")
    return said.tertulis or teks


def _tempat(butir: ButirRealisasi) -> frozenset[str]:
    return frozenset(row.berkas or row.tautan or row.nomor_arsip or "" for row in butir.bukti)


def _loc_realisasi(kunci: Kunci) -> Loc:
    row: Loc = ("butir", kunci.kode)
    if kunci.bagian in {NILAI, *BENTUK, STATUS, SEMENTARA}:
        return (*row, kunci.bagian)
    return (*row, DINYATAKAN, NILAI) if kunci.bagian == DINYATAKAN else (*row, "komponen", kunci.bagian)


# ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────────


def target_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P004 Target berubah tanpa PK perubahan.

    Target yang sudah ditandatangani hanya berubah lewat Perjanjian Kinerja perubahan, yaitu berkas `perubahan-1.yaml`
    dan seterusnya dengan nomor dan tanggalnya. PK yang sudah ada tidak diubah, target rencana aksi mengikuti PK yang
    berlaku, dan target periode tertutup tetap.

    Cara memperbaiki: kembalikan targetnya, lalu usulkan PK perubahannya.
    """
    yield from _tanggal_pk(p)
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.periode is None:
            continue
        match kunci.dokumen:
            case Dokumen.PERJANJIAN_KINERJA:
                locked = p.dasar.sources.value(row.berkas) is not None
                loc: Loc = ("butir", kunci.kode, "target")
            case Dokumen.RENSTRA:
                locked = kunci.periode.tahun in _tahun_terikat(p)
                loc = ("target", kunci.kode, str(kunci.periode.tahun))
            case Dokumen.RENCANA_AKSI:
                locked = _rencana_terkunci(p, row)
                loc = ("butir", kunci.kode, "target", kunci.periode.segmen)
            case _:
                continue
        if locked:
            message = (
                f"target {kunci.periode.label} {_perubahan(row)}; target hanya berubah dengan dasar PK perubahan "
                "(nomor dan tanggal); kembalikan targetnya, atau usulkan PK perubahannya."
            )
            yield Issue(row.berkas, loc, "P004", message)


def _tanggal_pk(p: Perbandingan) -> Iterator[Issue]:
    """A signed PK keeps its day, which decides what it is in force for."""
    if p.dasar.dataset is None or p.usulan.dataset is None:
        return
    for key, berkas in p.dasar.dataset.perjanjian_kinerja.items():
        after = p.usulan.dataset.perjanjian_kinerja.get(key)
        if after and after.isi.tanggal != berkas.isi.tanggal:
            message = (
                f"tanggal PK berubah dari {berkas.isi.tanggal} menjadi {after.isi.tanggal}; kembalikan tanggalnya."
            )
            yield Issue(after.path, ("tanggal",), "P004", message)


def pk_berlaku_surut(p: Perbandingan) -> Iterator[Issue]:
    """P011 PK baru berlaku surut.

    Perjanjian Kinerja berlaku sejak ditandatangani. Yang bertanggal sebelum akhir periode yang sudah ditutup mengubah
    target dan capaian periode itu, jadi usulannya perlu persetujuan Kepala juga.

    Cara memperbaiki: periksa tanggal PK-nya; bila benar, mintakan persetujuan Kepala dan jelaskan mengapa terlambat
    dicatat.
    """
    if p.dasar.dataset is None or p.usulan.dataset is None:
        return
    for key, berkas in p.usulan.dataset.perjanjian_kinerja.items():
        held = [periode for periode in p.ditutup if periode.tahun == key[0] and periode.akhir >= berkas.isi.tanggal]
        if held and key not in p.dasar.dataset.perjanjian_kinerja:
            message = (
                f"PK ini bertanggal {berkas.isi.tanggal}, padahal {max(held).label} sudah ditutup "
                f"({p.ditutup[max(held)]}); periksa tanggalnya, atau mintakan juga persetujuan Kepala."
            )
            yield Issue(berkas.path, ("tanggal",), BERLAKU_SURUT, message, Severity.WARNING)


def _tahun_terikat(p: Perbandingan) -> frozenset[int]:
    """The years of which the base holds a signed PK or a closed period."""
    signed = {tahun for tahun, _, _ in p.dasar.dataset.perjanjian_kinerja} if p.dasar.dataset else set()
    return frozenset(signed | {periode.tahun for periode in p.ditutup})


def _rencana_terkunci(p: Perbandingan, row: BedaBerkas) -> bool:
    """Whether a target of a period may not move: it is closed, or no later PK of its owner speaks of it."""
    kunci = row.beda.kunci
    if kunci.periode is None or kunci.periode in p.ditutup:
        return True
    if row.beda.lama is None or p.dasar.dataset is None or p.usulan.dataset is None:
        return False
    if kunci.kode not in p.dasar.dataset.indikator:
        return False
    owner = p.dasar.dataset.pemilik_target(kunci.kode)
    if not p.dasar.dataset.pk_ditandatangani(owner, kunci.periode.tahun):
        return False
    return not _ada_perubahan(p.usulan.dataset, owner, kunci.periode)


def _ada_perubahan(dataset: Dataset, owner: str, periode: Periode) -> bool:
    papers = dataset.pk_ditandatangani(owner, periode.tahun)
    return any(versi != MURNI and berkas.isi.tanggal <= periode.akhir for versi, berkas in papers)


# ── The way of measuring, and the records themselves ─────────────────────────────────────────────────────────────


def cara_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P007 Cara mengukur berubah sesudah periode ditutup.

    Metode suatu tahun tetap sejak salah satu periodenya ditutup. Satuan, polaritas, formula, rumus, komponen, skala,
    dan cara menggabungkan sebuah indikator tetap sejak angkanya masuk periode tertutup. Kalau tidak, capaian yang sudah
    diumumkan berubah tanpa angkanya berubah.

    Cara memperbaiki: kembalikan isiannya; cara baru berlaku untuk tahun berikutnya, atau dengan kode indikator baru.
    """
    years = {periode.tahun for periode in p.ditutup}
    for row in p.beda:
        kunci = row.beda.kunci
        way = tuple(kunci.bagian.split("."))
        if kunci.dokumen is not Dokumen.CARA or way[0] in _BUKAN_CARA:
            continue
        if kunci.kode:
            locked = any(p.realisasi_dasar(periode, kunci.kode) for periode in p.ditutup)
        else:
            locked = kunci.periode is not None and kunci.periode.tahun in years
        if locked:
            message = (
                f"`{printable(kunci.bagian)}` {_perubahan(row)}, padahal ada periode yang sudah ditutup dengan cara "
                "lama; kembalikan isiannya, atau pakai cara baru untuk tahun berikutnya."
            )
            yield Issue(row.berkas, way, "P007", message)


def koreksi_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P008 Catatan koreksi diubah atau dihapus.

    Koreksi yang sudah diterima adalah jejak: ia tidak disunting dan tidak dihapus. Angka yang masih keliru dikoreksi
    sekali lagi dengan catatan baru.

    Cara memperbaiki: kembalikan catatannya, lalu tambahkan koreksi baru bila perlu.
    """
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if row.lama is None or kind is None or kind[0].skema != "koreksi":
            continue
        before, after = (_koreksi(side.dataset, row.path) for side in (p.dasar, p.usulan))
        if before is None or before != after:
            message = "catatan koreksi yang sudah diterima tidak diubah atau dihapus; kembalikan, dan tambahkan "
            message += "koreksi baru bila angkanya masih keliru."
            yield Issue(row.path, (), "P008", message)


def _koreksi(dataset: Dataset | None, path: PurePosixPath) -> Koreksi | None:
    return next((b.isi for b in dataset.koreksi.values() if b.path == path), None) if dataset else None


def penutupan_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P009 Penutupan periode ditarik kembali.

    Periode yang sudah ditutup tidak dibuka lagi dan tanggal penutupannya tetap; kalau boleh, kunci angkanya tidak
    berarti.

    Cara memperbaiki: kembalikan `penutupan` seperti pada data utama.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is Dokumen.PENUTUPAN and row.beda.lama is not None and kunci.periode:
            message = f"penutupan {kunci.periode.label} {_perubahan(row)}; kembalikan `penutupan` seperti semula."
            yield Issue(row.berkas, ("penutupan", "tanggal"), "P009", message)


def anggaran_berubah(p: Perbandingan) -> Iterator[Issue]:
    """P010 Realisasi anggaran periode tertutup berubah.

    Angka anggaran sering berubah sesudah diaudit, jadi tidak dikunci; tetapi pembaca perlu tahu sebabnya.

    Cara memperbaiki: sebutkan sumber angka yang baru dalam penjelasan usulan; bila tidak sengaja, kembalikan angkanya.
    """
    changed = (r for r in p.beda if r.beda.kunci.dokumen is Dokumen.ANGGARAN and r.beda.kunci.periode in p.ditutup)
    for row in changed:
        kunci = row.beda.kunci
        if kunci.periode:
            message = (
                f"{kunci.periode.label} sudah ditutup ({p.ditutup[kunci.periode]}); `{printable(kunci.bagian)}` "
                f"{_perubahan(row)}; sebutkan sumbernya dalam penjelasan usulan."
            )
            yield Issue(row.berkas, ("butir", kunci.kode, kunci.bagian), "P010", message, Severity.WARNING)
