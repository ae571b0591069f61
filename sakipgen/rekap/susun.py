"""From dataset and results to the Rekapitulasi: every row, every total, and the line of every figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.hari import sebanding
from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.domain.metode import Efisiensi
from sakipgen.domain.organisasi import UnitKerja
from sakipgen.domain.perencanaan import ButirRencanaAksi, Renstra, Sasaran
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import KelasSkala
from sakipgen.domain.tertulis import BENTUK
from sakipgen.domain.waktu import SEGMEN, Frekuensi, Periode
from sakipgen.measuring.anggaran import ukur_anggaran
from sakipgen.measuring.arah import Jarak, Perubahan, jarak, perubahan
from sakipgen.measuring.efisiensi import dibandingkan
from sakipgen.measuring.hasil import Hasil, HasilIndikator, HasilKelompok, HasilTahun, Sumber, Terukur
from sakipgen.measuring.periode import nilai_laporan
from sakipgen.measuring.skala import kelas
from sakipgen.rekap.catatan import BarisAksi, BarisKoreksi, BarisSiklus, BarisTindakLanjut, Rujukan
from sakipgen.rekap.janji import BarisTarget
from sakipgen.rekap.nilai import (
    BarisIndikator,
    BarisKelompok,
    HitunganKelas,
    Laporan,
    RekapAnggaran,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    RingkasanUnit,
)
from sakipgen.rekap.riwayat import RekapRiwayat
from sakipgen.rekap.susun_catatan import Locate, PenyusunCatatan
from sakipgen.rekap.susun_narasi import susun_narasi
from sakipgen.rekap.susun_pk import susun_pk, target_pk
from sakipgen.rekap.susun_pohon import susun_pohon
from sakipgen.rekap.susun_uang import efisiensi, susun_uang


def summarise(
    dataset: Dataset, hasil: Hasil, locate: Locate, revisi: str | None = None, riwayat: RekapRiwayat | None = None
) -> Rekapitulasi:
    """Returns the Rekapitulasi of all that was measured."""
    builder = _Builder(dataset, hasil, locate)
    notes = builder.catatan
    return Rekapitulasi(
        instansi=dataset.instansi.isi,
        posisi=hasil.posisi,
        revisi=revisi,
        indikator={kode: berkas.isi for kode, berkas in dataset.indikator.items()},
        rujukan_indikator={kode: Rujukan(berkas.path, 1) for kode, berkas in dataset.indikator.items()},
        tahun=tuple(builder.year(result) for result in hasil.tahun.values()),
        target_lain=tuple(builder.renstra_targets(lambda tahun: tahun not in hasil.tahun)),
        tindak_lanjut=builder.tindak_lanjut,
        koreksi=builder.koreksi,
        dokumen=builder.dokumen,
        sop=dataset.sop.isi if dataset.sop else None,
        rujukan_sop=notes.at(dataset.sop.path, ()) if dataset.sop else None,
        kode_lama=dataset.kode_lama.isi.indikator if dataset.kode_lama else {},
        riwayat=riwayat,
        pohon=tuple(susun_pohon(dataset, tuple(hasil.tahun), locate)),
    )


class _Builder:
    """Turns results into rows; holds what all rows look up."""

    def __init__(self, dataset: Dataset, hasil: Hasil, locate: Locate) -> None:
        self.dataset = dataset
        self.hasil = hasil
        self.locate = locate
        self.unit = dataset.instansi.isi.unit_kerja
        self.catatan = PenyusunCatatan(dataset, hasil.posisi, locate)
        self.tindak_lanjut = self.catatan.tindak_lanjut()
        self.koreksi = self.catatan.koreksi()
        self.koreksi_baris: dict[tuple[str, Periode], list[BarisKoreksi]] = {}
        for row in self.koreksi:
            self.koreksi_baris.setdefault((row.isi.indikator, row.periode), []).append(row)
        self.dokumen = self.catatan.dokumen()

    def year(self, result: HasilTahun) -> RekapTahun:
        owner = self.dataset.renstra_tahun(result.tahun)
        metode = self.dataset.metode[result.tahun]
        parents = self._parents(result.tahun)
        laporan = self._reports(result)
        plan = {
            kode: row
            for (year, _), berkas in self.dataset.rencana_aksi.items()
            if year == result.tahun
            for kode, row in berkas.isi.butir.items()
        }
        renstra = owner[1] if owner else None
        order = self._order(result, renstra)
        siklus = self.catatan.siklus(result.tahun)
        tenggat = metode.isi.tenggat
        periods = tuple(
            self._period(result, periode, order, parents, laporan, renstra, plan, siklus) for periode in result.periode
        )
        return RekapTahun(
            tahun=result.tahun,
            metode=metode.isi,
            rujukan_metode=Rujukan(metode.path, 1),
            kode_renstra=owner[0] if owner else None,
            renstra=renstra,
            periode=periods,
            target=tuple(self._targets(result.tahun)),
            pk=susun_pk(self.dataset, result.tahun, self.locate),
            laporan=tuple(row for kode in order for row in laporan.get(kode, ())),
            rencana_aksi=plan,
            anggota=result.anggota,
            jatuh_tempo={
                p: self.dataset.kalender.jatuh_tempo(tenggat, p)
                for p in (Periode(result.tahun, segmen) for segmen in SEGMEN)
            },
            siklus=siklus,
            pengiriman=self.catatan.pengiriman(result.tahun, self._berkala(result)),
            proses=self.catatan.proses(siklus),
            dokumen_wajib=self.catatan.dokumen_wajib(result.tahun, self.dokumen),
            narasi=susun_narasi(self.dataset, result.tahun, renstra, periods[-1].sasaran, self.locate),
        )

    # ── Look-ups of a year ──

    def _berkala(self, result: HasilTahun) -> dict[str, set[Frekuensi]]:
        """How often each unit reports in a year."""
        found: dict[str, set[Frekuensi]] = {}
        for kode in result.kode:
            indikator = self.dataset.indikator[kode].isi
            found.setdefault(indikator.penanggung_jawab, set()).add(indikator.frekuensi)
        return found

    def _at(self, sumber: Sumber | None) -> Rujukan | None:
        return Rujukan(sumber.path, self.locate(sumber.path, sumber.loc).baris) if sumber else None

    def _order(self, result: HasilTahun, renstra: Renstra | None) -> tuple[str, ...]:
        """Indikator of sasaran as the Renstra lists them, then those of program, kegiatan and sub kegiatan by kode."""
        listed = [k for s in renstra.sasaran.values() for k in s.indikator] if renstra else []
        listed += [k for t in renstra.tujuan.values() for k in t.indikator] if renstra else []
        known = set(result.kode)
        first = [k for k in dict.fromkeys(listed) if k in known]
        levels = list(Tingkat)
        rest = sorted(known - set(first), key=lambda k: (levels.index(self.dataset.indikator[k].isi.tingkat), k))
        return (*first, *rest)

    def _parents(self, tahun: int) -> dict[str, str]:
        found: dict[str, str] = {}
        program = self.dataset.program.get(tahun)
        if program:
            levels: tuple[Mapping[str, object], ...] = (
                program.isi.program,
                program.isi.kegiatan,
                program.isi.sub_kegiatan,
            )
            for level in levels:
                for kode, row in level.items():
                    found |= dict.fromkeys(getattr(row, "indikator", ()), kode)
        owner = self.dataset.renstra_tahun(tahun)
        if owner:
            for kode, tujuan in owner[1].tujuan.items():
                found |= dict.fromkeys(tujuan.indikator, kode)
            for kode, sasaran in owner[1].sasaran.items():
                found |= dict.fromkeys(sasaran.indikator, kode)
        return found

    def _reports(self, result: HasilTahun) -> dict[str, list[Laporan]]:
        found: dict[str, list[Laporan]] = {}
        files = [(p, u, b) for (p, u), b in self.dataset.realisasi.items() if p.tahun == result.tahun]
        for periode, unit, berkas in sorted(files, key=lambda row: (row[0], row[1])):
            if not self.hasil.posisi.memuat(periode):
                continue
            for kode, butir in berkas.isi.butir.items():
                indikator = self.dataset.indikator[kode].isi
                value = nilai_laporan(indikator, butir)
                own = ("butir", kode)
                stated = (*own, "capaian_dinyatakan", "alasan") if butir.capaian_dinyatakan else None
                laporan = Laporan(
                    kode=kode,
                    periode=periode,
                    unit=unit,
                    nilai=value,
                    butir=butir,
                    rujukan=self.catatan.at(berkas.path, (*own, butir.isian)),
                    rujukan_dinyatakan=self.catatan.at(berkas.path, stated) if stated else None,
                    bukti=tuple(self.catatan.evidence(b, periode) for b in butir.bukti),
                )
                found.setdefault(kode, []).append(laporan)
        return found

    def renstra_targets(self, wanted: Callable[[int], bool]) -> Iterator[BarisTarget]:
        """Yields what every Renstra promises for the wanted years."""
        for versi, renstra in self.dataset.renstra.items():
            for kode, targets in renstra.isi.target.items():
                for tahun, target in targets.items():
                    if wanted(tahun) and target.angka is not None:
                        at = Rujukan(renstra.path, self.locate(renstra.path, ("target", kode, str(tahun))).baris)
                        whole = Periode(tahun, "tahunan")
                        yield BarisTarget(kode, tahun, whole, "renstra", versi, target.angka, target, None, at)

    def _targets(self, tahun: int) -> Iterator[BarisTarget]:
        yield from self.renstra_targets(lambda year: year == tahun)
        for (year, _, versi), pk in self.dataset.perjanjian_kinerja.items():
            if year == tahun:
                yield from target_pk(tahun, versi, pk, self.locate).values()
        for (year, _), plan in self.dataset.rencana_aksi.items():
            for kode, butir in plan.isi.butir.items() if year == tahun else ():
                for segment, target in butir.target.items():
                    at = Rujukan(plan.path, self.locate(plan.path, ("butir", kode, "target", segment)).baris)
                    when = Periode(tahun, segment)
                    if target.angka is not None:
                        yield BarisTarget(kode, tahun, when, "rencana_aksi", "", target.angka, target, None, at)

    # ── One period ──

    def _period(
        self,
        result: HasilTahun,
        periode: Periode,
        order: Sequence[str],
        parents: Mapping[str, str],
        laporan: Mapping[str, Sequence[Laporan]],
        renstra: Renstra | None,
        plan: Mapping[str, ButirRencanaAksi],
        siklus: Sequence[BarisSiklus],
    ) -> RekapPeriode:
        rows = tuple(self._row(result, periode, kode, parents, laporan.get(kode, ())) for kode in order)
        by_kode = {row.kode: row for row in rows}
        owned: dict[str, list[BarisIndikator]] = {}
        for row in rows:
            owned.setdefault(row.indikator.penanggung_jawab, []).append(row)
        metode = self.dataset.metode[result.tahun].isi
        classes = metode.skala.kelas
        compared = dibandingkan(periode, self.hasil.posisi)
        spent = ukur_anggaran(self.dataset, periode, self.hasil.posisi)
        until = spent.data_sampai if spent else None
        kebijakan = metode.efisiensi if compared and until and until.akhir == periode.akhir else None
        money = susun_uang(self.dataset, result, periode, spent, kebijakan, self._at)
        iku = tuple(row for row in rows if row.indikator.iku)
        sasaran = renstra.sasaran.items() if renstra else ()
        tujuan = renstra.tujuan.items() if renstra else ()
        return RekapPeriode(
            periode=periode,
            selesai=self.hasil.posisi.memuat(periode),
            dibandingkan=compared,
            indikator=rows,
            iku=iku,
            sasaran=tuple(
                self._sasaran(result.sasaran[kode, periode], s, by_kode, money, kebijakan) for kode, s in sasaran
            ),
            tujuan=tuple(
                BarisKelompok(kode, t.uraian, result.tujuan[kode, periode], _pick(by_kode, t.indikator))
                for kode, t in tujuan
            ),
            perangkat_daerah=result.perangkat_daerah[periode],
            kelas_iku=_count(classes, iku),
            unit=tuple(self._unit(kode, unit, owned.get(kode, ()), classes) for kode, unit in self.unit.items()),
            anggaran=money,
            siklus=next((row for row in siklus if row.periode == periode), None),
            koreksi=tuple(row for row in self.koreksi if row.periode == periode),
            aksi=tuple(_aksi(plan, order, periode)),
            tindak_lanjut=tuple(row for row in self.tindak_lanjut if row.periode == periode),
            bawaan=tuple(row for row in self.tindak_lanjut if _carried(row, periode)),
        )

    @staticmethod
    def _sasaran(
        hasil: HasilKelompok,
        sasaran: Sasaran,
        rows: Mapping[str, BarisIndikator],
        money: RekapAnggaran | None,
        kebijakan: Efisiensi | None,
    ) -> BarisKelompok:
        share = money.hasil.sasaran.get(hasil.kode) if money else None
        return BarisKelompok(
            hasil.kode,
            sasaran.uraian,
            hasil,
            _pick(rows, sasaran.indikator),
            share,
            efisiensi(hasil, share, kebijakan) if share else None,
        )

    def _row(
        self,
        result: HasilTahun,
        periode: Periode,
        kode: str,
        parents: Mapping[str, str],
        laporan: Sequence[Laporan],
    ) -> BarisIndikator:
        indikator = self.dataset.indikator[kode].isi
        hasil = self._published(result.indikator.get((kode, periode)) or self._not_applicable(result, kode, periode))
        before = self._before(hasil)
        return BarisIndikator(
            kode=kode,
            indikator=indikator,
            unit=self.unit[indikator.penanggung_jawab],
            induk=parents.get(kode, ""),
            hasil=hasil,
            perubahan=_change(indikator, hasil, before) if before else None,
            predikat=_predikat(indikator, hasil.realisasi, _resmi(hasil, laporan)),
            predikat_target=_predikat(indikator, hasil.target, None),
            terhitung=(kode, periode) not in result.belum_dijanjikan,
            putus=indikator.putus_antara(periode.tahun - 1, periode.tahun) if before else None,
            rujukan=tuple(at for at in map(self._at, hasil.sumber) if at),
            rujukan_target=self._at(hasil.sumber_target),
            rujukan_baseline=self._baseline(kode),
            laporan=tuple(row for row in laporan if periode.memuat(row.periode)),
            koreksi=tuple(self.koreksi_baris.get((kode, periode), ())),
        )

    def _baseline(self, kode: str) -> Rujukan | None:
        """Where the figure of the kondisi awal stands, in whatever form it is written."""
        berkas = self.dataset.indikator[kode]
        base = berkas.isi.baseline
        if base is None:
            return None
        written = next((name for name in BENTUK if getattr(base, name) is not None), "nilai")
        return self.catatan.at(berkas.path, ("baseline", written))

    def _published(self, hasil: HasilIndikator) -> HasilIndikator:
        """What the public may know of a report that is under way."""
        hidden = hasil.status in {Status.MENUNGGU_PERSETUJUAN, Status.DIKEMBALIKAN}
        if not hidden or self.dataset.instansi.isi.tampilkan_proses:
            return hasil
        return hasil._replace(status=Status.BELUM_DILAPORKAN, hari_terlambat=0)

    def _before(self, hasil: HasilIndikator) -> HasilIndikator | None:
        """The same period a year before, where both have a figure; half a year says nothing against a whole one."""
        tahun = hasil.periode.tahun - 1
        year = self.hasil.tahun.get(tahun)
        if year is None or hasil.realisasi is None or not self.hasil.posisi.memuat(hasil.periode):
            return None
        before = year.indikator.get((hasil.kode, Periode(tahun, hasil.periode.segmen)))
        return before if before and before.realisasi is not None else None

    def _not_applicable(self, result: HasilTahun, kode: str, periode: Periode) -> HasilIndikator:
        """The row of an indikator that is reported less often than this period comes."""
        year = result.indikator[kode, result.periode[-1]]
        words = {Frekuensi.SEMESTERAN: "Diukur setiap semester.", Frekuensi.TAHUNAN: "Diukur setiap akhir tahun."}
        frekuensi = self.dataset.indikator[kode].isi.frekuensi
        return HasilIndikator(
            kode=kode,
            periode=periode,
            status=Status.TIDAK_BERLAKU,
            alasan=words.get(frekuensi, "Diukur setiap triwulan."),
            jatuh_tempo=year.jatuh_tempo,
            hari_terlambat=0,
            formula=year.formula,
            versi_pk=year.versi_pk,
            target=None,
            tanda_target=year.tanda_target._replace(target=None),
            maks=year.maks._replace(target=None),
            baseline=year.baseline,
            dinyatakan=None,
            target_tahun=year.target_tahun,
            target_renstra=year.target_renstra,
            realisasi=None,
            realisasi_periode=None,
            komponen=None,
            capaian=None,
            capaian_tahun=None,
            kemajuan_renstra=None,
            target_murni=year.target_murni,
            capaian_murni=None,
            terukur=Terukur(0, 0),
            tanda=(),
            dari=(),
            sumber=(),
            sumber_target=None,
        )

    def _unit(
        self, kode: str, unit: UnitKerja, rows: Sequence[BarisIndikator], classes: Sequence[KelasSkala]
    ) -> RingkasanUnit:
        measured = sum(row.hasil.capaian is not None for row in rows)
        reached = sum(row.hasil.capaian is not None and row.hasil.capaian.tercapai for row in rows)
        return RingkasanUnit(kode, unit, tuple(rows), Terukur(measured, len(rows)), reached, _count(classes, rows))


def _aksi(plan: Mapping[str, ButirRencanaAksi], order: Sequence[str], periode: Periode) -> Iterator[BarisAksi]:
    """The actions whose schedule touches a period."""
    for kode in order:
        for aksi in plan[kode].aksi if kode in plan else ():
            planned = (Periode(periode.tahun, segmen) for segmen in aksi.jadwal)
            if any(p.memuat(periode) or periode.memuat(p) for p in planned):
                yield BarisAksi(kode, aksi)


def _resmi(hasil: HasilIndikator, laporan: Sequence[Laporan]) -> str | None:
    """The predikat that came with the one figure a row rests on."""
    if len(hasil.dari) != 1:
        return None
    return next((lap.butir.predikat for lap in laporan if lap.periode == hasil.dari[0].periode), None)


def _predikat(indikator: Indikator, value: Decimal | None, resmi: str | None) -> str | None:
    if value is None or indikator.skala is None:
        return None
    return resmi or kelas(indikator.skala, value).kode


def _change(indikator: Indikator, hasil: HasilIndikator, before: HasilIndikator) -> Perubahan | None:
    """The change since a year before; None across a break of the series."""
    if hasil.realisasi is None or before.realisasi is None:
        return None
    comparable = sebanding(indikator, before.realisasi, before.periode.tahun, hasil.periode.tahun)
    if comparable is None:
        return None
    away = None
    if hasil.target is not None and before.target is not None:
        away = Jarak(
            jarak(hasil.realisasi, hasil.target, hasil.maks.target),
            jarak(before.realisasi, before.target, before.maks.target),
        )
    found = perubahan(indikator.polaritas, hasil.realisasi, comparable, indikator.ambang_arah, away)
    return replace(found, sebelumnya=before.realisasi)


def _carried(row: BarisTindakLanjut, periode: Periode) -> bool:
    """Whether an action of an earlier period was open when this period began or was closed within it."""
    return row.periode.akhir < periode.akhir and (row.isi.selesai is None or row.isi.selesai >= periode.awal)


def _pick(rows: Mapping[str, BarisIndikator], kode: Sequence[str]) -> tuple[BarisIndikator, ...]:
    return tuple(rows[k] for k in kode if k in rows)


def _count(classes: Sequence[KelasSkala], rows: Sequence[BarisIndikator]) -> tuple[HitunganKelas, ...]:
    found = Counter(row.hasil.capaian.kelas.kode if row.hasil.capaian else None for row in rows)
    return (*(HitunganKelas(k, found[k.kode]) for k in classes), HitunganKelas(None, found[None]))
