"""A proposal beside its base: changed files, and the figures that differ, whatever the texts look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from sakipgen.domain.base import quote
from sakipgen.domain.dataset import LAYOUT, Berkas, Dataset, Jenis
from sakipgen.domain.isian import Beda, Dokumen, Isian, Kunci, baca_isian, banding, memuat_angka
from sakipgen.domain.koreksi import Koreksi, urutan_koreksi
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.siklus import HasilReviu
from sakipgen.domain.usulan import Ubahan
from sakipgen.domain.waktu import Periode
from sakipgen.reading import Loaded
from sakipgen.rekap.susun_riwayat import setara, tercatat

_MIRIP_ANGKA: Final = re.compile(r"[-+]?[\d.,%\s]+")
"""What looks like a figure and is none, such as one with a comma: it is shown in quotation marks."""
_REALISASI, _SIKLUS = (next(jenis.regex for jenis in LAYOUT if jenis.skema == kind) for kind in ("realisasi", "siklus"))


@dataclass(frozen=True)
class Perbandingan:
    """What both sides say. Policy is read from the base alone: a proposal cannot allow itself anything."""

    akar: PurePosixPath
    """The data folder's own name."""
    ubahan: tuple[Ubahan, ...]
    dasar: Loaded
    usulan: Loaded
    hari: date = date.max
    """The day that both sides are looked at; the last of all where a galat keeps the figures from being measured."""

    @property
    def ubahan_data(self) -> tuple[Ubahan, ...]:
        return tuple(row for row in self.ubahan if self.akar in row.path.parents)

    @property
    def ubahan_sistem(self) -> tuple[Ubahan, ...]:
        """Whatever lies outside the data folder."""
        return tuple(row for row in self.ubahan if self.akar not in row.path.parents)

    @cached_property
    def beda(self) -> tuple[BedaBerkas, ...]:
        """Every figure that differs, with its file: that of the proposal, else that of the base."""
        before: dict[Kunci, str] = {}
        after: dict[Kunci, str] = {}
        place: dict[Kunci, PurePosixPath] = {}
        for row in self.ubahan_data:
            old = self.isian(self.dasar, row.path) or {}
            before |= old
            place |= dict.fromkeys(old, row.path)
        for row in self.ubahan_data:
            new = self.isian(self.usulan, row.path)
            if new is None:  # what cannot be read says what it said; another rule speaks of it
                new = self.isian(self.dasar, row.path) or {} if row.baru else {}
            for kunci, said in new.items():  # of two files that state one figure, the one that says something else
                if kunci not in after or not setara(before.get(kunci), said):
                    after[kunci] = said
                    place[kunci] = row.path
        return tuple(BedaBerkas(beda, place[beda.kunci]) for beda in banding(before, after) if not setara_teks(beda))

    def isian(self, loaded: Loaded, path: PurePosixPath) -> Isian | None:
        """Returns what a file of one side states; None of one that is not there or cannot be read."""
        name = self.nama(path)
        value = loaded.sources.value(path)
        return baca_isian(name, value) if memuat_angka(name) and value is not None else None

    def nama(self, path: PurePosixPath) -> str:
        """Returns the path of a file below the data folder."""
        return path.relative_to(self.akar).as_posix()

    def jenis(self, path: PurePosixPath) -> tuple[Jenis, Mapping[str, str]] | None:
        """Returns the kind of a data file, and what its path says."""
        name = self.nama(path)
        found = ((jenis, match) for jenis in LAYOUT if (match := jenis.regex.fullmatch(name)))
        return next(((jenis, match.groupdict()) for jenis, match in found), None)

    @cached_property
    def ditutup(self) -> Mapping[Periode, str]:
        """The periods that the base has closed, with the day."""
        return {
            kunci.periode: said
            for path in self.dasar.sources.paths
            if _SIKLUS.fullmatch(self.nama(path))
            for kunci, said in (self.isian(self.dasar, path) or {}).items()
            if kunci.dokumen is Dokumen.PENUTUPAN and kunci.periode
        }

    def terkunci(self, periode: Periode) -> Periode | None:
        """Returns the closed period that a period lies in: itself, else the shortest around it; None of an open one.

        A closed quarter was made of its months, so they are closed with it.
        """
        if periode not in self._terkunci:
            around = [closed for closed in self.ditutup if closed.memuat(periode)]
            self._terkunci[periode] = min(around, key=lambda p: (p != periode, p.akhir - p.awal), default=None)
        return self._terkunci[periode]

    @cached_property
    def _terkunci(self) -> dict[Periode, Periode | None]:
        return {}

    def sebut_tutup(self, periode: Periode) -> str:
        """Returns how a message says that a period is closed: `Triwulan I 2024 sudah ditutup (2024-04-08)`."""
        closed = self.terkunci(periode) or periode
        within = "" if closed == periode else f"{periode.label} termasuk "
        return f"{within}{closed.label} {'yang ' if within else ''}sudah ditutup ({self.ditutup.get(closed, '')})"

    def realisasi_dasar(self, periode: Periode, kode: str) -> Mapping[str, str]:
        """Returns what the base says of an indikator in a period, by field; nothing of a report it does not count."""
        return self._realisasi_dasar.get((periode, kode), {})

    @cached_property
    def _realisasi_dasar(self) -> Mapping[tuple[Periode, str], Mapping[str, str]]:
        found: dict[tuple[Periode, str], dict[str, str]] = {}
        for path in self.dasar.sources.paths:
            said_by = _REALISASI.fullmatch(self.nama(path))
            if said_by and diterima(
                self.dasar.dataset, Periode(int(said_by["tahun"]), said_by["periode"]), said_by["unit"], self.hari
            ):
                for kunci, said in (self.isian(self.dasar, path) or {}).items():
                    if kunci.periode:
                        found.setdefault((kunci.periode, kunci.kode), {})[kunci.bagian] = said
        return found

    @cached_property
    def kode_terkunci(self) -> frozenset[str]:
        """The indikator that have a figure in a closed period."""
        return frozenset(kode for periode, kode in self._realisasi_dasar if self.terkunci(periode))

    @cached_property
    def koreksi_baru(self) -> Mapping[tuple[Periode, str], tuple[Berkas[Koreksi], ...]]:
        """The corrections that the proposal adds, in order of time, by period and indikator."""
        found: dict[tuple[Periode, str], list[Berkas[Koreksi]]] = {}
        for periode, berkas in self._koreksi_baru():
            found.setdefault((periode, berkas.isi.indikator), []).append(berkas)
        return {
            key: tuple(sorted(rows, key=lambda b: urutan_koreksi(b.path.stem, b.isi))) for key, rows in found.items()
        }

    def _koreksi_baru(self) -> Iterator[tuple[Periode, Berkas[Koreksi]]]:
        added = {row.path for row in self.ubahan_data if row.lama is None}
        if self.usulan.dataset:
            yield from ((p, b) for (p, _), b in self.usulan.dataset.koreksi.items() if b.path in added)


def diterima(dataset: Dataset | None, periode: Periode, unit: str, hari: date) -> bool:
    """Returns whether the report of a unit counts on a day: its submission was accepted, or none is recorded."""
    siklus = dataset.siklus.get(periode) if dataset else None
    if siklus is None or unit not in siklus.isi.pengiriman:
        return True
    known = siklus.isi.pada(hari).pengiriman[unit]
    return bool(known) and known[-1].hasil is HasilReviu.DISETUJUI


def setara_teks(beda: Beda) -> bool:
    """Returns whether both sides state the same figure, however it is spelled."""
    return setara(beda.lama, beda.baru)


def perubahan(beda: Beda) -> str:
    """Returns a change as a message tells it: `berubah dari 77,5 menjadi 78`."""
    if beda.lama is None:
        return f"ditambahkan ({cetak(beda.baru or '')})"
    if beda.baru is None:
        return f"dihapus (sebelumnya {cetak(beda.lama)})"
    return f"berubah dari {cetak(beda.lama)} menjadi {cetak(beda.baru)}"


def cetak(teks: str) -> str:
    """Returns a figure of any version in a message: what no check would pass is not shown."""
    said = tercatat(teks)
    if said is None or said.angka is not None:
        return teks.replace(".", ",")
    written = said.tertulis or teks
    return quote(written) if _MIRIP_ANGKA.fullmatch(written) else written
