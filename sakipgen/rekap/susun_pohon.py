"""From the pohon kinerja of a Renstra to its values: each node with its words from where they are written once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.penjenjangan import Kunci, Penjenjangan, susun
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.pohon import KondisiAntara, SimpulBerinduk, TingkatSimpul
from sakipgen.rekap.catatan import Rujukan
from sakipgen.rekap.pohon import RekapPohon, SimpulPohon
from sakipgen.rekap.susun_catatan import Locate


def susun_pohon(dataset: Dataset, tahun: Sequence[int], locate: Locate) -> Iterator[RekapPohon]:
    """Yields the pohon kinerja of every Renstra, the earliest first, over the programs of the years that are told."""
    for kode, berkas in sorted(dataset.pohon_kinerja.items(), key=lambda row: _mulai(dataset, row[0])):
        renstra = dataset.renstra[kode].isi
        tata = susun(dataset, kode, tahun)
        builder = _Penyusun(dataset, kode, renstra, tata, locate)
        roots = [key for key in tata.anak[None] if key[0] is TingkatSimpul.TUJUAN]
        yield RekapPohon(
            kode=kode,
            renstra=renstra,
            pohon=berkas.isi,
            tahun=tata.terbaru,
            akar=tuple(builder.node(key, 0) for key in roots),
            rujukan=Rujukan(berkas.path, 1),
        )


def _mulai(dataset: Dataset, kode: str) -> tuple[int, str]:
    return dataset.renstra[kode].isi.tahun_awal, kode


@dataclass(frozen=True, slots=True)
class _Penyusun:
    """Makes the nodes of one tree."""

    dataset: Dataset
    kode: str
    renstra: Renstra
    tata: Penjenjangan
    locate: Locate

    def node(self, key: Kunci, depth: int) -> SimpulPohon:
        tingkat, kode = key
        row = self.tata.simpul[key]
        words, unit, indikator = self._isi(key)
        plan = self.tata.rencana.get(key)
        # What only a later year lists is not known yet, and nothing that hangs below it.
        below = [k for k in self.tata.anak.get(key, ()) if k[0] is TingkatSimpul.KONDISI or k in self.tata.rencana]
        return SimpulPohon(
            tingkat=tingkat,
            kode=kode,
            uraian=words,
            kedalaman=depth,
            unit=unit,
            indikator=indikator,
            csf=row.csf if row else (),
            crosscutting=row.crosscutting if row else (),
            alasan=row.alasan if isinstance(row, SimpulBerinduk) else None,
            tahun=plan.tahun if plan else None,
            rujukan=self._at(key),
            anak=tuple(self.node(child, depth + 1) for child in below),
        )

    def _isi(self, key: Kunci) -> tuple[str, str | None, tuple[str, ...]]:
        """The words of a node, who is in charge, and its indikator."""
        tingkat, kode = key
        row = self.tata.simpul[key]
        if isinstance(row, KondisiAntara):
            return row.uraian, row.penanggung_jawab, row.indikator
        if tingkat is TingkatSimpul.TUJUAN:
            tujuan = self.renstra.tujuan[kode]
            return tujuan.uraian, None, tujuan.indikator
        if tingkat is TingkatSimpul.SASARAN:
            sasaran = self.renstra.sasaran[kode]
            return sasaran.uraian, sasaran.penanggung_jawab, sasaran.indikator
        listed = self.tata.rencana[key].baris
        assert listed is not None  # noqa: S101 - below sasaran the plan is a list of programs
        return listed.nama, listed.penanggung_jawab, listed.indikator

    def _at(self, key: Kunci) -> Rujukan:
        year = self.tata.rencana[key].tahun if self.tata.simpul[key] is None else None
        path = self.dataset.pohon_kinerja[self.kode].path if year is None else self.dataset.program[year].path
        return Rujukan(path, self.locate(path, (key[0].value, key[1])).baris)
