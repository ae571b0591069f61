"""P020: what is dated after today would become official later, when nobody reviews it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.siklus import Siklus
from sakipgen.reviewing.perbandingan import Perbandingan

_Tempat = tuple[PurePosixPath, Loc]


def bertanggal_nanti(p: Perbandingan, hari: date) -> Iterator[Issue]:
    """P020 Catatan bertanggal sesudah hari peninjauan.

    Koreksi, PK, Renstra, realisasi anggaran, penutupan, dan pengiriman berlaku sejak tanggalnya. Yang bertanggal
    kemudian tidak ikut diukur saat ditinjau, lalu mengubah angka resmi pada hari itu tanpa ada yang memeriksa. Harinya
    adalah hari usulan dicatat; usulan yang belum dicatat dilihat dari hari catatan terakhir, kecuali `--per-tanggal`
    menyebut hari lain.

    Cara memperbaiki: betulkan tanggalnya; bila tanggalnya benar, usulkan pada atau sesudah hari itu.
    """
    day = max(p.hari, hari) if _contoh(p.dasar.dataset) else p.hari
    before, after = (_bertanggal(side.dataset, day) for side in (p.dasar, p.usulan))
    for place, (when, said) in after.items():
        if when > day and before.get(place) != (when, said):
            path, loc = place
            message = (
                f"bertanggal {when}, sesudah hari peninjauan ({day}), jadi akibatnya belum dapat diperiksa; betulkan "
                f"tanggalnya, atau usulkan pada atau sesudah {when}."
            )
            yield Issue(path, loc, "P020", message)


def _contoh(dataset: Dataset | None) -> bool:
    """Whether the day looked from is fixed, whatever day it is."""
    return dataset is not None and dataset.instansi.isi.posisi_contoh is not None


def _bertanggal(dataset: Dataset | None, hari: date) -> Mapping[_Tempat, tuple[date, object]]:
    """What counts from a day on, by place: that day, and what is said."""
    if dataset is None:
        return {}
    day: Loc = ("tanggal",)
    return {
        **{(b.path, day): (b.isi.tanggal, b.isi) for b in dataset.koreksi.values()},
        **{(b.path, day): (b.isi.tanggal, b.isi) for b in dataset.perjanjian_kinerja.values()},
        **{(b.path, day): (b.isi.tanggal, b.isi) for b in dataset.renstra.values() if b.isi.tanggal},
        **{(b.path, ("tanggal_data",)): (b.isi.tanggal_data, b.isi) for b in dataset.anggaran.values()},
        **{(b.path, loc): said for b in dataset.siklus.values() for loc, said in _proses(b.isi, hari)},
    }


def _proses(siklus: Siklus, hari: date) -> Iterator[tuple[Loc, tuple[date, object]]]:
    """The closing, and of each submission the first of its days that is later than a day, else the last."""
    if siklus.penutupan:
        yield ("penutupan", "tanggal"), (siklus.penutupan.tanggal, siklus.penutupan)
    for unit, rows in siklus.pengiriman.items():
        for number, row in enumerate(rows):
            answered = row.diputus if row.dikirim <= hari else None
            name = "diputus" if answered else "dikirim"
            yield ("pengiriman", unit, number, name), (answered or row.dikirim, row)
