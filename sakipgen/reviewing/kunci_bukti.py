"""P001, P014: what a closed figure, a correction or a signed paper rests on stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sakipgen.checking import tempat_bukti
from sakipgen.diagnostics import Issue, printable
from sakipgen.domain.dataset import FOLDER_BUKTI, Dataset
from sakipgen.domain.realisasi import ButirRealisasi
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
    lost, after = _hilang(p), _butir(p.usulan.dataset)
    for (periode, _), berkas in p.dasar.dataset.realisasi.items():
        if not p.terkunci(periode):
            continue
        for kode, butir in berkas.isi.butir.items():
            before = _tempat(butir)
            later = after.get((periode, kode))
            named = before if later is None else later
            gone = sorted(place for place in before if place in lost or place not in named)
            if gone and (periode, kode) not in p.koreksi_baru:
                message = (
                    f"{p.sebut_tutup(periode)}; bukti `{printable(gone[0])}` diganti atau dihapus; kembalikan "
                    "buktinya, atau lampirkan catatan koreksi angkanya."
                )
                yield Issue(berkas.path, ("butir", kode, "bukti"), "P001", message)


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
                f"berkas ini naskah yang disebut `{path}` pada data utama, tetapi diganti atau dihapus; kembalikan; "
                "simpan salinan yang baru dengan nama lain."
            )
            yield Issue(p.akar.joinpath(tempat.berkas), (), "P014", message)


def _hilang(p: Perbandingan) -> frozenset[str]:
    """The files of evidence that are not what they were."""
    names = (p.nama(row.path) for row in p.ubahan_data if row.lama)
    return frozenset(name for name in names if name.startswith(f"{FOLDER_BUKTI}/"))


def _butir(dataset: Dataset | None) -> Mapping[tuple[Periode, str], frozenset[str]]:
    """The places of evidence of every figure, whichever unit's file states it."""
    found: dict[tuple[Periode, str], frozenset[str]] = {}
    for (periode, _), berkas in dataset.realisasi.items() if dataset else ():
        for kode, butir in berkas.isi.butir.items():
            found[periode, kode] = found.get((periode, kode), frozenset()) | _tempat(butir)
    return found


def _tempat(butir: ButirRealisasi) -> frozenset[str]:
    return frozenset(row.berkas or row.tautan or row.nomor_arsip or "" for row in butir.bukti)
