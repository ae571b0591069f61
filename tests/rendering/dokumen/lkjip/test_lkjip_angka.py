"""Every figure of the LKjIP's tables is that of the Rekapitulasi: read back from print, compared with the raw one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import pytest

from sakipgen.measuring.anggaran import HasilAnggaran
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapTahun
from sakipgen.rendering.dokumen.blok import Dokumen, JenisBaris, Tabel
from tests.rendering.dokumen.contoh_bahan import rekap_contoh, tahun
from tests.rendering.dokumen.lkjip.baca_lkjip import baca, bernama, contoh, isi, jumlah, sama, sel

TAHUN = pytest.mark.parametrize("which", [2024, 2025, 2026])


def satu(paper: Dokumen, awal: str) -> Tabel:
    (found,) = bernama(paper, awal)
    return found


def kode(text: str) -> str:
    return text.split(maxsplit=1)[0]


def cocok_capaian(row: list[str], found: BarisIndikator) -> None:
    """No., indikator, satuan, target, realisasi, capaian, kategori."""
    hasil = found.hasil
    assert row[1] == f"{found.kode} {found.indikator.nama}"
    assert row[2] == found.indikator.satuan.nama
    assert sama(row[3], hasil.target), row
    assert sama(row[4], hasil.realisasi), row
    assert sama(row[5], hasil.capaian.capaian if hasil.capaian else None), row
    if hasil.capaian:
        assert row[6] == hasil.capaian.kelas.label


def cocok_rerata(row: list[str], hasil: HasilKelompok) -> None:
    if hasil.kelas is None:
        assert row[5] == f"belum dapat disimpulkan: baru {hasil.terukur.ada} dari {hasil.terukur.dari} ada datanya"
    else:
        assert (sama(row[5], hasil.capaian), row[6]) == (True, hasil.kelas.label)


def cocok_kelompok(table: Tabel, groups: tuple[BarisKelompok, ...]) -> list[list[str]]:
    """Compares the rows of groups and their means; returns the sums that are left."""
    shown = list(isi(table))
    rows = [row for group in groups for row in group.indikator]
    assert len(shown) == len(rows)
    for line, row in zip(shown, rows, strict=True):
        cocok_capaian(line, row)
    sums = jumlah(table)
    for line, group in zip(sums, groups, strict=False):
        assert line[0].endswith(group.kode)
        cocok_rerata(line, group.hasil)
    return sums[len(groups) :]


@TAHUN
def test_capaian_of_all_sasaran_and_of_the_whole(which: int) -> None:
    paper, year = contoh(which)
    prd = year.setahun
    (whole,) = cocok_kelompok(satu(paper, f"Capaian kinerja tahun {which}"), prd.sasaran)
    cocok_rerata(whole, prd.perangkat_daerah)
    assert cocok_kelompok(satu(paper, f"Capaian tujuan tahun {which}"), prd.tujuan) == []


@TAHUN
def test_capaian_of_each_sasaran_and_of_programs(which: int) -> None:
    paper, year = contoh(which)
    for group in year.setahun.sasaran:
        shown = list(isi(satu(paper, f"Target dan realisasi sasaran {group.kode}")))
        for line, row in zip(shown, group.indikator, strict=True):
            cocok_capaian(line, row)
    lines = list(isi(satu(paper, "Capaian indikator program dan kegiatan")))
    assert len(lines) == sum(row.indikator.tingkat in {"program", "kegiatan"} for row in year.setahun.indikator)
    for line in lines:
        cocok_capaian(line, year.setahun.menurut_kode[kode(line[1])])


@TAHUN
def test_ringkasan_and_its_year_before(which: int) -> None:
    paper, year = contoh(which)
    before = [y.setahun for y in rekap_contoh().tahun if y.tahun == which - 1]
    table = satu(paper, "Ringkasan capaian sasaran")
    rows = [
        (line[2:], row.hasil, n) for n, (line, row) in enumerate(zip(isi(table), year.setahun.sasaran, strict=True))
    ]
    (last,) = jumlah(table)
    rows.append((last[2:], year.setahun.perangkat_daerah, -1))
    for line, hasil, n in rows:
        assert line[0] == f"{hasil.tercapai} dari {hasil.terukur.dari}"
        if before:
            old = before[0].perangkat_daerah if n < 0 else before[0].sasaran[n].hasil
            assert sama(line[1], old.capaian)
        if hasil.kelas:
            assert (sama(line[-2], hasil.capaian), line[-1]) == (True, hasil.kelas.label)
        else:
            assert line[-2].startswith("belum dapat disimpulkan: baru ")


def tahunan(which: int) -> list[RekapTahun]:
    return [y for y in rekap_contoh().tahun if y.tahun <= which]


def cocok_tahun(cells: Iterator[str], year: RekapTahun, code: str) -> None:
    row = year.setahun.menurut_kode[code]
    assert sama(next(cells), row.hasil.realisasi)
    assert sama(next(cells), row.hasil.capaian.capaian if row.hasil.capaian else None)


@TAHUN
def test_years_beside_each_other(which: int) -> None:
    paper, year = contoh(which)
    for group in year.setahun.sasaran:
        table = satu(paper, f"Realisasi dan capaian sasaran {group.kode} dari tahun ke tahun")
        for line, row in zip(isi(table), group.indikator, strict=True):
            cells = iter(line[1:-1])
            base = row.indikator.baseline
            assert base
            assert sama(next(cells), base.nilai)
            for one in tahunan(which):
                cocok_tahun(cells, one, row.kode)
            assert next(cells, None) is None
            if row.perubahan and (change := line[-1].partition("(")[2]):
                assert sama(change.rstrip(")"), row.perubahan.selisih)


@TAHUN
def test_earlier_years_at_the_left_and_the_end_of_the_renstra_at_the_right(which: int) -> None:
    paper, year = contoh(which)
    before = tahunan(which)[:-1][-2:]
    table = satu(paper, f"Kinerja tahun {which} dibanding")
    rows = [row for group in year.setahun.sasaran for row in group.indikator]
    for line, row in zip(isi(table), rows, strict=True):
        cells = iter(line[1:])
        for one in before:
            cocok_tahun(cells, one, row.kode)
        hasil = row.hasil
        assert sama(next(cells), hasil.target)
        assert sama(next(cells), hasil.realisasi)
        assert sama(next(cells), hasil.capaian.capaian if hasil.capaian else None)
        end = next(cells)
        assert hasil.target_renstra is None or sama(end, hasil.target_renstra)
        if hasil.kemajuan_renstra is not None:
            assert sama(next(cells), hasil.kemajuan_renstra)
    sums = jumlah(table)
    for line, group in zip(sums, year.setahun.sasaran, strict=False):
        assert sama(line[-3], group.hasil.capaian if group.hasil.kelas else None)
    whole = year.setahun.perangkat_daerah
    assert sama(sums[-1][-3], whole.capaian if whole.kelas else None)
    for n, one in enumerate(before):
        assert sama(sums[-1][2 + 2 * n], one.setahun.perangkat_daerah.capaian)


@TAHUN
def test_the_end_of_the_renstra_and_the_standards(which: int) -> None:
    paper, year = contoh(which)
    for group in year.setahun.sasaran:
        table = satu(paper, f"Realisasi sasaran {group.kode} terhadap target akhir Renstra")
        for line, row in zip(isi(table), group.indikator, strict=True):
            assert sama(line[2], row.hasil.realisasi)
            if row.hasil.kemajuan_renstra is not None:
                assert sama(line[3], row.hasil.target_renstra)
                assert sama(line[4], row.hasil.kemajuan_renstra)
            assert line[3] != "–"
        known = [row for row in group.indikator if row.indikator.standar_nasional]
        for line, row in zip(isi(satu(paper, f"Realisasi sasaran {group.kode} dan standar")), known, strict=True):
            standard = row.indikator.standar_nasional
            assert standard
            assert sama(line[1], row.hasil.realisasi)
            assert sama(line[2], standard.nilai)
            assert standard.sumber in line[3]


def cocok_uang(cells: list[str], hasil: HasilAnggaran) -> None:
    """Pagu, realisasi, serapan, sisa."""
    raw = (hasil.pagu, hasil.realisasi, hasil.serapan, hasil.sisa)
    assert all(map(sama, cells, raw)), cells


@TAHUN
def test_money_by_program_and_sasaran(which: int) -> None:
    paper, year = contoh(which)
    money = year.setahun.anggaran
    assert money
    table = satu(paper, f"Realisasi anggaran tahun {which}")
    lines = [sel(row) for row in table.baris if row.jenis is not JenisBaris.JUMLAH]
    assert [line[0] for line in lines] == [row.kode for row in money.baris]
    for line, row in zip(lines, money.baris, strict=True):
        cocok_uang(line[2:], row.hasil)
    cocok_uang(jumlah(table)[0][2:], money.hasil.jumlah)
    by_goal = satu(paper, f"Realisasi anggaran menurut sasaran tahun {which}")
    goals = [row.uang for row in year.setahun.sasaran]
    for line, uang in zip([*isi(by_goal), *jumlah(by_goal)], [*goals, money.hasil.jumlah], strict=True):
        assert uang
        raw = (uang.pagu_murni, uang.pagu, uang.realisasi, uang.serapan)
        assert all(map(sama, line[2:], raw)), line
    changed = satu(paper, f"Perubahan pagu anggaran tahun {which}")
    roots = [row.hasil for row in money.baris if row.induk is None]
    for line, hasil in zip([*isi(changed), *jumlah(changed)], [*roots, money.hasil.jumlah], strict=True):
        assert all(map(sama, line[2:], (hasil.pagu_murni, hasil.pagu, hasil.pagu - hasil.pagu_murni))), line


@TAHUN
def test_programs_of_each_sasaran(which: int) -> None:
    paper, year = contoh(which)
    money = year.setahun.anggaran
    assert money
    known = {row.kode: row for row in money.baris}
    for group in year.setahun.sasaran:
        table = satu(paper, f"Program dan kegiatan penunjang sasaran {group.kode}")
        for line in map(sel, table.baris):
            row = known[line[0]]
            raw = (row.hasil.pagu, row.hasil.realisasi, row.hasil.serapan, row.kinerja.capaian)
            assert all(map(sama, line[2:], raw)), line


@pytest.mark.parametrize("which", [2024, 2025])
def test_efficiency_by_every_method(which: int) -> None:
    paper, year = contoh(which)
    money = year.setahun.anggaran
    assert money
    table = satu(paper, f"Efisiensi penggunaan anggaran tahun {which}")
    goals = [(row.hasil, row.uang, row.efisiensi) for row in year.setahun.sasaran]
    rows = [*goals, (year.setahun.perangkat_daerah, money.hasil.jumlah, money.efisiensi)]
    for line, (hasil, uang, found) in zip([*isi(table), *jumlah(table)], rows, strict=True):
        assert uang
        assert found
        raw = (hasil.capaian, uang.serapan, found.selisih, found.sisa_anggaran, found.rasio, found.nilai_pmk)
        assert all(map(sama, line[1:7], raw)), line
        assert found.simpulan
        assert line[7] == found.simpulan.value.replace("_", " ") or line[7].startswith("tidak dihitung")
    for group in year.setahun.sasaran:
        assert group.uang
        assert group.efisiensi
        (line,) = isi(satu(paper, f"Efisiensi penggunaan anggaran sasaran {group.kode}"))
        uang, own = group.uang, (group.hasil.capaian, group.efisiensi.selisih)
        assert all(map(sama, line, (uang.pagu, uang.realisasi, uang.serapan, *own))), line


@TAHUN
def test_targets_of_plans_and_of_the_pk(which: int) -> None:
    paper, year = contoh(which)
    pk = next(pk for pk in reversed(year.pk) if pk.kepala)
    table = satu(paper, "Target menurut Perjanjian Kinerja")
    lines = {kode(line[-2]): line[-1] for line in isi(table)}
    assert lines.keys() == {row.target.kode for row in pk.butir}
    assert all(sama(lines[row.target.kode], row.target.nilai) for row in pk.butir)
    money = [line[2] for line in chain(isi(satu(paper, "Anggaran menurut Perjanjian Kinerja")))]
    assert list(map(baca, money)) == [row.nilai for row in pk.anggaran]
    assert year.renstra
    plan = satu(paper, "Tujuan, sasaran, dan target")
    known = {(t.kode, t.tahun): t.nilai for y in rekap_contoh().tahun for t in y.target if t.jenis == "renstra"}
    known |= {(t.kode, t.tahun): t.nilai for t in rekap_contoh().target_lain}
    for line in isi(plan):
        for n, text in enumerate(line[2:]):
            assert sama(text, known.get((kode(line[0]), year.renstra.tahun_awal + n))), line
    quarters = {(t.kode, t.periode.segmen): t.nilai for t in year.target if t.jenis == "rencana_aksi"}
    for line in isi(satu(paper, "Rencana aksi indikator sasaran")):
        for n, text in enumerate(line[1:5], 1):
            if (value := quarters.get((kode(line[0]), f"TW{n}"))) is not None or (
                value := quarters.get((kode(line[0]), f"{3 * n:02}"))
            ) is not None:
                assert sama(text, value), line


@TAHUN
def test_the_form_of_measuring(which: int) -> None:
    paper, year = contoh(which)
    table = satu(paper, f"Pengukuran kinerja tahun {which}")
    lines = {kode(line[0]): line for line in isi(table)}
    assert lines.keys() == year.setahun.menurut_kode.keys()
    for code, row in year.setahun.menurut_kode.items():
        line = lines[code]
        hasil = row.hasil
        raw: tuple[Decimal | None, ...] = (
            hasil.target,
            hasil.realisasi,
            hasil.capaian.capaian if hasil.capaian else None,
        )
        if row.indikator.satuan.tipe not in {"predikat", "tanggal", "ya_tidak"}:
            assert all(map(sama, line[3:6], raw)), line


@pytest.mark.parametrize("which", [2024, 2025])
def test_the_targets_of_the_next_year(which: int) -> None:
    paper, _ = contoh(which)
    following = tahun(rekap_contoh(), which + 1)
    known = {t.kode: t.nilai for t in following.target if t.jenis == "renstra"}
    lines = list(isi(satu(paper, f"Target tahun {which + 1} menurut Renstra")))
    assert len(lines) == 7
    assert all(sama(line[3], known[kode(line[0])]) for line in lines)


def test_after_the_last_year_of_the_renstra_no_target_is_told() -> None:
    assert bernama(contoh(2026)[0], "Target tahun 2027") == []
