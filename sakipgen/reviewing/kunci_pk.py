"""P004, P011, P013, P017: what was promised changes only by another promise. A file of the base is never rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Loc, Severity, printable
from sakipgen.domain.base import quote
from sakipgen.domain.dataset import MURNI, Dataset
from sakipgen.domain.isian import Dokumen, banding
from sakipgen.domain.perencanaan import PerjanjianKinerja
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.waktu import Periode
from sakipgen.reviewing.perbandingan import Perbandingan, perubahan, setara_teks

BERLAKU_SURUT: Final = "P011"
"""The code of a PK that reaches back into a closed period."""
SALINAN: Final = "P013"
"""The code of a signed PK whose record is not what it was."""


# ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────────


def target_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P004 Target berubah tanpa PK perubahan.

    Target yang sudah ditandatangani hanya boleh diubah lewat Perjanjian Kinerja perubahan, yaitu berkas
    `perubahan-1.yaml` dan seterusnya dengan nomor dan tanggalnya. PK yang sudah ada tidak boleh diubah. Target rencana
    aksi mengikuti PK perubahan yang menyebut indikatornya dengan target lain, dan target periode tertutup tetap.

    Cara memperbaiki: kembalikan targetnya, lalu usulkan PK perubahannya.
    """
    yield from _tanggal_pk(p)
    for row in _janji_berubah(p):
        loc: Loc = ("butir", row.beda.kunci.kode, "target")
        yield from _tolak(row, loc, "usulkan PK perubahannya")
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is not Dokumen.RENCANA_AKSI or kunci.periode is None:
            continue
        loc = ("butir", kunci.kode, "target", kunci.periode.segmen)
        if p.terkunci(kunci.periode):
            yield from _tolak(row, loc, "biarkan target periode yang sudah ditutup")
        elif _rencana_terkunci(p, row, kunci.periode):
            yield from _tolak(row, loc, "usulkan PK perubahannya")


def _tolak(row: BedaBerkas, loc: Loc, cure: str) -> Iterator[Issue]:
    if row.beda.kunci.periode:
        message = (
            f"target {row.beda.kunci.periode.label} {perubahan(row.beda)}; target hanya boleh diubah dengan dasar PK "
            f"perubahan (nomor dan tanggal); kembalikan targetnya, atau {cure}."
        )
        yield Issue(row.berkas, loc, "P004", message)


def _janji_berubah(p: Perbandingan) -> Iterator[BedaBerkas]:
    """Every target that a signed PK of the base does not state any more, file by file: two owners may promise one."""
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if row.lama and row.baru and kind and kind[0].skema == "perjanjian-kinerja":
            before, after = p.isian(p.dasar, row.path), p.isian(p.usulan, row.path)
            if before is not None and after is not None:
                yield from (BedaBerkas(beda, row.path) for beda in banding(before, after) if not setara_teks(beda))


def _tanggal_pk(p: Perbandingan) -> Iterator[Issue]:
    """A signed PK keeps its day, which decides what it is in force for."""
    for before, after, path in _pasangan_pk(p):
        if after.tanggal != before.tanggal:
            message = f"tanggal PK berubah dari {before.tanggal} menjadi {after.tanggal}; kembalikan tanggalnya."
            yield Issue(path, ("tanggal",), "P004", message)


def _rencana_terkunci(p: Perbandingan, row: BedaBerkas, periode: Periode) -> bool:
    """Whether a target of an open period may not move: it is signed, and no later PK of its owner changed it."""
    kode, base = row.beda.kunci.kode, p.dasar.dataset
    if row.beda.lama is None or base is None or p.usulan.dataset is None or kode not in base.indikator:
        return False
    owner = base.pemilik_target(kode)
    if not base.pk_ditandatangani(owner, periode.tahun):
        return False
    return not _ditargetkan_lain(p.usulan.dataset, owner, kode, periode)


def _ditargetkan_lain(dataset: Dataset, owner: str, kode: str, periode: Periode) -> bool:
    """Whether a PK perubahan in force in a period states another target for an indikator than the PK before it."""
    before = None
    for versi, berkas in dataset.pk_ditandatangani(owner, periode.tahun):
        row = berkas.isi.butir.get(kode)
        if row and versi != MURNI and berkas.isi.tanggal <= periode.akhir and row.target != before:
            return True
        before = row.target if row else before
    return False


# ── Papers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def pk_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P013 Perjanjian Kinerja yang sudah ditandatangani berubah.

    PK yang ada pada data utama tidak boleh dihapus atau dipindahkan ke unit atau versi lain. Isinya selain target dan
    tanggal (nomor, pihak, alasan, anggaran, naskah) hanya boleh diubah bila salinannya keliru diketik; pembetulan
    seperti itu diperingatkan dan perlu persetujuan Kepala yang menandatanganinya. Melengkapi isian yang masih kosong,
    misalnya nomor atau naskah, bukan perubahan.

    Cara memperbaiki: kembalikan berkas atau isiannya; bila salinannya memang keliru, mintakan juga persetujuan Kepala;
    bila yang dijanjikan berubah, usulkan PK perubahan.
    """
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if kind and kind[0].skema == "perjanjian-kinerja" and row.lama and row.baru is None:
            message = "PK yang sudah ditandatangani tidak boleh dihapus atau dipindahkan; kembalikan berkasnya; bila "
            message += "yang dijanjikan berubah, usulkan PK perubahan."
            yield Issue(row.path, (), SALINAN, message)
    for before, after, path in _pasangan_pk(p):
        for loc, old, new in _salinan_berubah(before, after):
            message = (
                f"`{loc[-1]}` pada PK yang sudah ditandatangani {_dari_ke(old, new)}; kembalikan isinya, atau, bila "
                "salinannya keliru diketik, mintakan juga persetujuan Kepala."
            )
            yield Issue(path, loc, SALINAN, message, Severity.WARNING)


def _dari_ke(old: object, new: object) -> str:
    if isinstance(old, str | Decimal) and isinstance(new, str | Decimal):
        return f"berubah dari {printable(quote(old))} menjadi {printable(quote(new))}"
    return "dihapus" if new is None else "ditambahkan" if old is None else "diganti"


def _pasangan_pk(p: Perbandingan) -> Iterator[tuple[PerjanjianKinerja, PerjanjianKinerja, PurePosixPath]]:
    """Each PK of the base with what the proposal makes of it."""
    if p.dasar.dataset and p.usulan.dataset:
        for key, berkas in p.dasar.dataset.perjanjian_kinerja.items():
            after = p.usulan.dataset.perjanjian_kinerja.get(key)
            if after and after.isi != berkas.isi:
                yield berkas.isi, after.isi, after.path


_ISI: Final = ("nomor", "pihak_pertama", "pihak_kedua", "alasan_perubahan", "naskah")


def _salinan_berubah(before: PerjanjianKinerja, after: PerjanjianKinerja) -> Iterator[tuple[Loc, object, object]]:
    """Every element beside target and day that was filled and says something else, with what it said and says."""
    pairs: list[tuple[Loc, object, object]] = [((name,), getattr(before, name), getattr(after, name)) for name in _ISI]
    for kode, butir in before.butir.items():
        later = after.butir.get(kode)
        pairs += [(("butir", kode, "alasan"), butir.alasan, later.alasan)] if later else []
    yield from (row for row in pairs if _lain(*row[1:]))
    money = before.anggaran.keys() | (after.anggaran.keys() if before.anggaran else set())
    for kode in sorted(money):
        old, new = before.anggaran.get(kode), after.anggaran.get(kode)
        if old != new:
            yield ("anggaran", kode), old, new


def _lain(before: object, after: object) -> bool:
    """Whether something that was filled differs, however a text is broken into lines."""
    if isinstance(before, str) and isinstance(after, str):
        return before.split() != after.split()
    return before is not None and before != after


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


# ── Renstra ──────────────────────────────────────────────────────────────────────────────────────────────────────


def renstra_tetap(p: Perbandingan) -> Iterator[Issue]:
    """P017 Target Renstra yang sudah dipakai berubah.

    Sejak ada PK atau periode tertutup dalam suatu tahun, target tahun itu dalam berkas Renstra tetap, dan berkasnya
    tidak boleh dihapus. Renstra perubahan ditetapkan tersendiri, jadi dicatat sebagai berkas tersendiri.

    Cara memperbaiki: kembalikan berkas Renstra lama, lalu tambahkan Renstra perubahan sebagai berkas baru dengan kode,
    nomor, dan tanggal penetapannya, misalnya `data/renstra/2021-2026-perubahan.yaml`.
    """
    bound = _tahun_terikat(p)
    gone = set()
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if kind and kind[0].skema == "renstra" and row.lama and row.baru is None:
            gone.add(row.path)
            stated = {kunci.periode.tahun for kunci in p.isian(p.dasar, row.path) or {} if kunci.periode}
            if stated & bound:
                message = "Renstra yang sudah dipakai tidak boleh dihapus atau dipindahkan; kembalikan berkasnya; "
                message += "Renstra perubahan ditambahkan sebagai berkas baru."
                yield Issue(row.path, (), "P017", message)
    for changed in p.beda:
        kunci = changed.beda.kunci
        if kunci.dokumen is not Dokumen.RENSTRA or kunci.periode is None or changed.berkas in gone:
            continue
        if kunci.periode.tahun in bound and p.dasar.sources.value(changed.berkas) is not None:
            message = (
                f"target {kunci.periode.label} {perubahan(changed.beda)}, padahal tahun itu sudah dijanjikan atau "
                "dilaporkan; kembalikan targetnya; Renstra perubahan ditambahkan sebagai berkas baru."
            )
            yield Issue(changed.berkas, ("target", kunci.kode, str(kunci.periode.tahun)), "P017", message)


def _tahun_terikat(p: Perbandingan) -> frozenset[int]:
    """The years of which the base holds a signed PK or a closed period."""
    signed = {tahun for tahun, _, _ in p.dasar.dataset.perjanjian_kinerja} if p.dasar.dataset else set()
    return frozenset(signed | {periode.tahun for periode in p.ditutup})
