"""The money of a period in the Rekapitulasi: every program, kegiatan and sub kegiatan with its capaian beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sakipgen.domain.anggaran import Kegiatan, Program, SubKegiatan, kode_di_atas
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.metode import Efisiensi
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import AnggaranPeriode, HasilAnggaran, TingkatAnggaran
from sakipgen.measuring.efisiensi import HasilEfisiensi, ukur_efisiensi
from sakipgen.measuring.hasil import HasilKelompok, HasilTahun, Sumber
from sakipgen.rekap.catatan import Rujukan
from sakipgen.rekap.nilai import BarisAnggaran, RekapAnggaran


def susun_uang(
    dataset: Dataset,
    measured: HasilTahun,
    periode: Periode,
    result: AnggaranPeriode | None,
    kebijakan: Efisiensi | None,
    at: Callable[[Sumber | None], Rujukan | None],
) -> RekapAnggaran | None:
    """Returns all money by the end of a period; `at` finds the line of a figure."""
    berkas = dataset.program.get(periode.tahun)
    if result is None or berkas is None:
        return None
    program = berkas.isi
    rows: list[BarisAnggaran] = []
    for row in result.baris:
        match row.tingkat:
            case TingkatAnggaran.PROGRAM:
                source: Program | Kegiatan | SubKegiatan = program.program[row.kode]
                parent: str | None = None
            case TingkatAnggaran.KEGIATAN:
                source, parent = program.kegiatan[row.kode], _parent(row.kode, program.program)
            case TingkatAnggaran.SUB_KEGIATAN:
                source, parent = program.sub_kegiatan[row.kode], _parent(row.kode, program.kegiatan)
        root = _parent(row.kode, program.program) or row.kode
        kinerja = measured.program[row.kode, periode]
        rows.append(
            BarisAnggaran(
                kode=row.kode,
                nama=source.nama,
                induk=parent,
                porsi=program.program[root].sasaran,
                unit=source.penanggung_jawab,
                hasil=row,
                kinerja=kinerja,
                efisiensi=efisiensi(kinerja, row, kebijakan),
                indikator=source.indikator,
                rujukan_pagu=at(row.sumber_pagu),
                rujukan_realisasi=at(row.sumber_realisasi),
            )
        )
    spent = dataset.anggaran[result.data_sampai] if result.data_sampai else None
    return RekapAnggaran(
        hasil=result,
        baris=tuple(rows),
        program=program,
        rujukan_program=Rujukan(berkas.path, 1),
        laporan=spent.isi if spent else None,
        rujukan_laporan=Rujukan(spent.path, 1) if spent else None,
        efisiensi=efisiensi(measured.perangkat_daerah[periode], result.jumlah, kebijakan),
    )


def efisiensi(kinerja: HasilKelompok, uang: HasilAnggaran, kebijakan: Efisiensi | None) -> HasilEfisiensi | None:
    """How capaian and money stand to each other; None of a period in which they are not compared."""
    return ukur_efisiensi(kinerja.capaian, uang.pagu, uang.realisasi, kebijakan) if kebijakan else None


def _parent(kode: str, candidates: Mapping[str, object]) -> str | None:
    return next((above for above in kode_di_atas(kode) if above in candidates), None)
