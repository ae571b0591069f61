"""Every signed PK in the Rekapitulasi: promises in the order of the plan, money, and what an amendment changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from sakipgen.domain.anggaran import ProgramTahunan, kode_di_atas
from sakipgen.domain.dataset import UNIT_KEPALA, Berkas, Dataset
from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.perencanaan import PerjanjianKinerja
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.measuring.hitung import CONTEXT, jumlah
from sakipgen.rekap.catatan import Rujukan
from sakipgen.rekap.janji import AnggaranPk, BarisPk, BarisTarget, KelompokPk, RekapPk
from sakipgen.rekap.susun_catatan import Locate

_Uang = Mapping[str, Decimal]


def susun_pk(dataset: Dataset, tahun: int, locate: Locate) -> tuple[RekapPk, ...]:
    """Returns every PK of a year, of the Kepala first, then of the units in order."""
    owners = (UNIT_KEPALA, *dataset.instansi.isi.unit_kerja)
    return tuple(row for owner in owners for row in _Penyusun(dataset, tahun, owner, locate).semua())


def target_pk(tahun: int, versi: str, berkas: Berkas[PerjanjianKinerja], locate: Locate) -> dict[str, BarisTarget]:
    """Returns what a PK promises, by kode, in its own order; what the kamus cannot read is refused before."""
    return {
        kode: BarisTarget(
            kode,
            tahun,
            Periode(tahun, "tahunan"),
            "perjanjian_kinerja",
            versi,
            value,
            row.target,
            row.alasan,
            Rujukan(berkas.path, locate(berkas.path, ("butir", kode, "target")).baris),
            berkas.isi.tanggal,
        )
        for kode, row in berkas.isi.butir.items()
        if (value := row.target.angka) is not None
    }


class _Penyusun:
    """Makes the PK of one owner and year."""

    def __init__(self, dataset: Dataset, tahun: int, pemilik: str, locate: Locate) -> None:
        self.dataset = dataset
        self.tahun = tahun
        self.pemilik = pemilik
        self.locate = locate
        berkas = dataset.program.get(tahun)
        self.program = berkas.isi if berkas else None

    def semua(self) -> Iterator[RekapPk]:
        before: tuple[str, Berkas[PerjanjianKinerja]] | None = None
        for signed in self.dataset.pk_ditandatangani(self.pemilik, self.tahun):
            yield self._pk(*signed, before)
            before = signed

    def _pk(
        self, versi: str, berkas: Berkas[PerjanjianKinerja], before: tuple[str, Berkas[PerjanjianKinerja]] | None
    ) -> RekapPk:
        pk = berkas.isi
        now = target_pk(self.tahun, versi, berkas, self.locate)
        then = target_pk(self.tahun, *before, self.locate) if before else {}
        money, earlier = self._uang(pk), self._uang(before[1].isi) if before else None
        if before and earlier is not None and bool(pk.anggaran) != bool(before[1].isi.anggaran):
            money, earlier = self._program_saja(money), self._program_saja(earlier)
        total, total_earlier = _total(money), _total(earlier) if earlier is not None else None
        return RekapPk(
            tahun=self.tahun,
            pemilik=self.pemilik,
            versi=versi,
            isi=pk,
            sebelum=before[1].isi if before else None,
            versi_sebelum=before[0] if before else None,
            kelompok=tuple(self._kelompok(pk, now, then)),
            dicabut=tuple(row for kode, row in then.items() if kode not in now),
            anggaran=tuple(self._anggaran(money, earlier)),
            jumlah=total,
            jumlah_sebelum=total_earlier,
            jumlah_selisih=_selisih(total, total_earlier),
            sumber=self._sumber(pk),
            rujukan=Rujukan(berkas.path, 1),
        )

    # ── Promises ──

    def _kelompok(
        self, pk: PerjanjianKinerja, now: Mapping[str, BarisTarget], then: Mapping[str, BarisTarget]
    ) -> Iterator[KelompokPk]:
        left = dict.fromkeys(now)
        for tingkat, kode, uraian, indikator in self._rencana(pk):
            own = [one for one in indikator if one in left]
            for one in own:
                del left[one]
            if own:
                yield KelompokPk(tingkat, kode, uraian, tuple(BarisPk(now[one], then.get(one)) for one in own))
        for one in left:
            tingkat = self.dataset.indikator[one].isi.tingkat
            yield KelompokPk(tingkat, "", "", (BarisPk(now[one], then.get(one)),))

    def _rencana(self, pk: PerjanjianKinerja) -> Iterator[tuple[Tingkat, str, str, Sequence[str]]]:
        """What may be promised on, in order: the Renstra of the day of signing, then the program by kode."""
        owner = self.dataset.renstra_pada(self.tahun, pk.tanggal)
        if owner:
            yield from ((Tingkat.SASARAN, kode, s.uraian, s.indikator) for kode, s in owner[1].sasaran.items())
            yield from ((Tingkat.TUJUAN, kode, t.uraian, t.indikator) for kode, t in owner[1].tujuan.items())
        if self.program:
            yield from sorted(_program(self.program), key=lambda row: row[1])

    # ── Money ──

    def _uang(self, pk: PerjanjianKinerja) -> dict[str, Decimal]:
        """The money by kode: as the PK states it, else the ceilings of its day."""
        if pk.anggaran or self.program is None:
            return dict(pk.anggaran)
        program = self.program
        shown = {*program.program} if self._seluruhnya else {*program.program, *program.kegiatan, *program.sub_kegiatan}
        found: dict[str, list[Decimal]] = {}
        for kode in self._sub_kegiatan(program):
            pagu, _ = program.pagu_pada(kode, pk.tanggal)
            for one in (kode, *kode_di_atas(kode)):
                if one in shown:
                    found.setdefault(one, []).append(pagu)
        return {kode: jumlah(found[kode]) for kode in sorted(found)}

    def _program_saja(self, money: _Uang) -> dict[str, Decimal]:
        """What two PK have in common of which only one goes into detail."""
        return {kode: value for kode, value in money.items() if self._nama(kode)[0] is TingkatAnggaran.PROGRAM}

    @property
    def _seluruhnya(self) -> bool:
        """Whether all money is the owner's: the head's, by program."""
        return self.pemilik == UNIT_KEPALA

    def _sub_kegiatan(self, program: ProgramTahunan) -> Iterator[str]:
        """The sub kegiatan of the owner and of the units below it."""
        mine = set(self._unit())
        return (kode for kode, s in program.sub_kegiatan.items() if self._seluruhnya or s.penanggung_jawab in mine)

    def _unit(self) -> Iterator[str]:
        units = self.dataset.instansi.isi.unit_kerja
        for kode in units:
            above: str | None = kode
            for _ in units:  # no longer than the chain of all units, also where one is above itself
                if above is None or above == self.pemilik:
                    break
                above = units[above].induk if above in units else None
            if above == self.pemilik:
                yield kode

    def _anggaran(self, money: _Uang, earlier: _Uang | None) -> Iterator[AnggaranPk]:
        for kode in dict.fromkeys((*money, *(earlier or {}))):
            value = money.get(kode, Decimal(0))
            before = None if earlier is None else earlier.get(kode, Decimal(0))
            tingkat, name = self._nama(kode)
            yield AnggaranPk(
                kode, name, tingkat, value, tuple(self._sumber_dana(kode)), before, _selisih(value, before)
            )

    def _nama(self, kode: str) -> tuple[TingkatAnggaran, str]:
        if self.program and kode in self.program.sub_kegiatan:
            return TingkatAnggaran.SUB_KEGIATAN, self.program.sub_kegiatan[kode].nama
        if self.program and kode in self.program.kegiatan:
            return TingkatAnggaran.KEGIATAN, self.program.kegiatan[kode].nama
        known = self.program.program.get(kode) if self.program else None
        return TingkatAnggaran.PROGRAM, known.nama if known else ""

    def _sumber_dana(self, kode: str) -> Iterable[str]:
        """Where the owner's money under a kode comes from, each source once, by name."""
        if self.program is None:
            return ()
        below = [k for k in self._sub_kegiatan(self.program) if kode in {k, *kode_di_atas(k)}]
        return sorted({self.program.sub_kegiatan[k].sumber_dana for k in below})

    def _sumber(self, pk: PerjanjianKinerja) -> str | None:
        if pk.anggaran or self.program is None:
            return None
        changed = self.program.perubahan
        return changed.sumber if changed and changed.tanggal <= pk.tanggal else self.program.sumber


def _program(program: ProgramTahunan) -> Iterator[tuple[Tingkat, str, str, Sequence[str]]]:
    yield from ((Tingkat.PROGRAM, kode, row.nama, row.indikator) for kode, row in program.program.items())
    yield from ((Tingkat.KEGIATAN, kode, row.nama, row.indikator) for kode, row in program.kegiatan.items())
    yield from ((Tingkat.SUB_KEGIATAN, kode, row.nama, row.indikator) for kode, row in program.sub_kegiatan.items())


def _total(money: _Uang) -> Decimal | None:
    """The sum over the kode that stand below no other."""
    roots = [value for kode, value in money.items() if not any(above in money for above in kode_di_atas(kode))]
    return jumlah(roots) if roots else None


def _selisih(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else CONTEXT.subtract(now, before)
