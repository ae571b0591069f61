"""P001, P014, P015: what a closed figure, a correction or a signed paper rests on stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sakipgen.checking import tempat_bukti
from sakipgen.diagnostics import Issue, Severity, printable
from sakipgen.domain.base import quote
from sakipgen.domain.bukti import Bukti, Klasifikasi
from sakipgen.domain.dataset import FOLDER_BUKTI, Dataset
from sakipgen.domain.waktu import Periode
from sakipgen.reviewing.perbandingan import Perbandingan

_BERNASKAH: Final = frozenset({"koreksi", "perjanjian-kinerja", "renstra"})
"""The kinds of file whose papers stay whatever the period."""


def bukti_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """Yields P001 for evidence of a closed figure that is replaced, deleted, or no longer named.

    A figure is looked for in the files of all units: it may move, its evidence with it.
    """
    if p.dasar.dataset is None:
        return
    lost, after = _hilang(p), _bukti(p.usulan.dataset)
    for (periode, _), berkas in p.dasar.dataset.realisasi.items():
        if not p.terkunci(periode):
            continue
        for kode, butir in berkas.isi.butir.items():
            before = {_letak(row) for row in butir.bukti}
            later = after.get((periode, kode))
            named = before if later is None else {_letak(row) for row in later}
            gone = sorted(place for place in before if place in lost or place not in named)
            if gone and (periode, kode) not in p.koreksi_baru:
                message = (
                    f"{p.sebut_tutup(periode)}; bukti `{printable(gone[0])}` diganti atau dihapus; kembalikan "
                    "buktinya, atau lampirkan catatan koreksi angkanya."
                )
                yield Issue(berkas.path, ("butir", kode, "bukti"), "P001", message)


def keterangan_bukti_berubah(p: Perbandingan) -> Iterator[Issue]:
    """Yields P015 for evidence of a closed figure that is called otherwise, or is public no more."""
    after = _bukti(p.usulan.dataset)
    for (periode, _), berkas in p.dasar.dataset.realisasi.items() if p.dasar.dataset else ():
        for kode, butir in berkas.isi.butir.items() if p.terkunci(periode) else ():
            for row in butir.bukti:
                same = [one for one in after.get((periode, kode), ()) if _letak(one) == _letak(row)]
                for told in _keterangan_lain(row, same):
                    message = f"{p.sebut_tutup(periode)}; {told}."
                    yield Issue(berkas.path, ("butir", kode, "bukti"), "P015", message, Severity.WARNING)


def _keterangan_lain(before: Bukti, after: Sequence[Bukti]) -> Iterator[str]:
    """What is said otherwise of a piece of evidence that is still named; nothing of one that is not."""
    place = printable(_letak(before))
    for name in ("judul", "jenis"):
        old = getattr(before, name)
        if after and all(getattr(row, name).split() != old.split() for row in after):
            yield (
                f"`{name}` bukti `{place}` berubah dari {printable(quote(old))} menjadi "
                f"{printable(quote(getattr(after[0], name)))}; sebutkan sebabnya dalam penjelasan usulan, atau "
                "kembalikan"
            )
    if (
        before.klasifikasi is Klasifikasi.PUBLIK
        and after
        and all(row.klasifikasi is not Klasifikasi.PUBLIK for row in after)
    ):
        yield (
            f"bukti `{place}` tidak lagi `publik`; sebutkan sebabnya dalam penjelasan usulan, misalnya memuat data "
            "pribadi, atau kembalikan `klasifikasi: publik`"
        )


def naskah_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P014 Naskah yang sudah menjadi dasar diganti atau dihapus.

    Berkas bukti koreksi, naskah langkah periode tertutup, naskah PK, dan naskah Renstra adalah dasar angka yang sudah
    diumumkan. Isinya tetap; salinan yang lebih baik disimpan di samping yang lama.

    Cara memperbaiki: kembalikan berkasnya seperti semula; simpan salinan yang baru dengan nama lain.
    """
    lost = _hilang(p)
    told = set()
    for path, _, tempat in tempat_bukti(p.dasar.dataset) if p.dasar.dataset and lost else ():
        kind = p.jenis(path)
        if tempat.berkas not in lost or tempat.berkas in told or kind is None:
            continue
        jenis, said = kind
        closed = jenis.skema == "siklus" and p.terkunci(Periode(int(said["tahun"]), said["periode"])) is not None
        if closed or jenis.skema in _BERNASKAH:
            told.add(tempat.berkas)
            message = (
                f"berkas ini naskah yang disebut `{path}` pada data utama, tetapi diganti atau dihapus; kembalikan "
                "berkasnya; simpan salinan yang baru dengan nama lain."
            )
            yield Issue(p.akar.joinpath(tempat.berkas), (), "P014", message)


def _hilang(p: Perbandingan) -> frozenset[str]:
    """The files of evidence that are not what they were."""
    names = (p.nama(row.path) for row in p.ubahan_data if row.lama)
    return frozenset(name for name in names if name.startswith(f"{FOLDER_BUKTI}/"))


def _bukti(dataset: Dataset | None) -> Mapping[tuple[Periode, str], Sequence[Bukti]]:
    """The evidence of every figure, whichever unit's file states it."""
    found: dict[tuple[Periode, str], tuple[Bukti, ...]] = {}
    for (periode, _), berkas in dataset.realisasi.items() if dataset else ():
        for kode, butir in berkas.isi.butir.items():
            found[periode, kode] = (*found.get((periode, kode), ()), *butir.bukti)
    return found


def _letak(bukti: Bukti) -> str:
    return bukti.berkas or bukti.tautan or bukti.nomor_arsip or ""
