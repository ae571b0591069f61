"""A proposal beside its base: changed files, and the figures that differ, whatever the texts look like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from sakipgen.domain.dataset import LAYOUT, Berkas, Jenis
from sakipgen.domain.isian import Beda, Dokumen, Isian, Kunci, baca_isian, banding, memuat_angka
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.usulan import Ubahan
from sakipgen.domain.waktu import Periode
from sakipgen.reading import Loaded
from sakipgen.rekap.susun_riwayat import setara

_REALISASI, _SIKLUS = (next(jenis.regex for jenis in LAYOUT if jenis.skema == kind) for kind in ("realisasi", "siklus"))


@dataclass(frozen=True)
class Perbandingan:
    """What both sides say. Policy is read from the base alone: a proposal cannot allow itself anything."""

    akar: PurePosixPath
    """The data folder's own name."""
    ubahan: tuple[Ubahan, ...]
    dasar: Loaded
    usulan: Loaded

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
            old = self.isian(self.dasar, row.path)
            new = self.isian(self.usulan, row.path)
            if new is None:  # what cannot be read says what it said; another rule speaks of it
                new = old or {} if row.baru else {}
            before |= old or {}
            after |= new
            place = dict.fromkeys(old or {}, row.path) | place | dict.fromkeys(new, row.path)
        return tuple(BedaBerkas(beda, place[beda.kunci]) for beda in banding(before, after) if not _sama(beda))

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

    def realisasi_dasar(self, periode: Periode, kode: str) -> Mapping[str, str]:
        """Returns what the base says of an indikator in a period, by field."""
        return self._realisasi_dasar.get((periode, kode), {})

    @cached_property
    def _realisasi_dasar(self) -> Mapping[tuple[Periode, str], Mapping[str, str]]:
        found: dict[tuple[Periode, str], dict[str, str]] = {}
        for path in self.dasar.sources.paths:
            if _REALISASI.fullmatch(self.nama(path)):
                for kunci, said in (self.isian(self.dasar, path) or {}).items():
                    if kunci.periode:
                        found.setdefault((kunci.periode, kunci.kode), {})[kunci.bagian] = said
        return found

    @cached_property
    def koreksi_baru(self) -> Mapping[tuple[Periode, str], tuple[Berkas[Koreksi], ...]]:
        """The corrections that the proposal adds, in order of time, by period and indikator."""
        found: dict[tuple[Periode, str], list[Berkas[Koreksi]]] = {}
        for periode, berkas in self._koreksi_baru():
            found.setdefault((periode, berkas.isi.indikator), []).append(berkas)
        return {key: tuple(sorted(rows, key=lambda b: (b.isi.tanggal, b.path))) for key, rows in found.items()}

    def _koreksi_baru(self) -> Iterator[tuple[Periode, Berkas[Koreksi]]]:
        added = {row.path for row in self.ubahan_data if row.lama is None}
        if self.usulan.dataset:
            yield from ((p, b) for (p, _), b in self.usulan.dataset.koreksi.items() if b.path in added)


def _sama(beda: Beda) -> bool:
    return setara(beda.lama, beda.baru)
