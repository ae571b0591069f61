"""The rencana aksi of a unit: the targets of its periods, and what is done for them, when, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sakipgen.domain.perencanaan import Aksi
from sakipgen.domain.waktu import BULAN, JenisPeriode, Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.rencana_triwulan import TRIWULAN, berakhir, direncanakan, janji, penjumlahan, tahapan
from sakipgen.rendering.dokumen.teks import CENTANG, baris, kalimat, kepala, potongan, sel

_TENGAH: Final = Rata.TENGAH
_MUAT: Final = 450
"""So many letters of actions stand beside one cell that names their indikator."""


def rencana_aksi(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the plan of every unit that has one."""
    year = pilihan.tahun
    instansi = bahan.rekap.instansi
    for kode, unit in instansi.unit_kerja.items():
        rows = [
            r for r in year.setahun.indikator if r.kode in year.rencana_aksi and r.indikator.penanggung_jawab == kode
        ]
        if not rows or pilihan.unit not in {None, kode}:
            continue
        above = instansi.unit_kerja[unit.induk].kepala if unit.induk else "kepala"
        yield bingkai(
            bahan,
            year,
            Naskah(
                nama=f"rencana-aksi-{year.tahun}-{kode.lower()}",
                judul=f"Rencana Aksi {unit.nama} Tahun {year.tahun}",
                subjek=f"Target setiap periode dan kegiatan {unit.nama} untuk mencapai target tahun {year.tahun}.",
                templat="rencana-aksi.j2",
                nilai={
                    "unit": unit.nama,
                    "rencana": tabel(bahan, year, rows),
                    "ttd": bahan.tanda_tangan(bahan.penanda(above, "Mengetahui,"), bahan.penanda(unit.kepala)),
                },
                rancangan=True,
                kaki=f"Rencana Aksi Tahun {year.tahun} · {unit.nama}",
            ),
        )


def tabel(bahan: Bahan, year: RekapTahun, rows: Sequence[BarisIndikator]) -> Tabel:
    """Returns the plan: indikator with their targets on the left, what is done for each on the right."""
    four = ("I", "II", "III", "IV")
    return Tabel(
        kolom=(
            Kolom(5, _TENGAH),
            Kolom(22),
            Kolom(9),
            *(Kolom(8, _TENGAH) for _ in four),
            Kolom(25),
            Kolom(18),
            *(Kolom(5, _TENGAH) for _ in four),
            Kolom(18),
            Kolom(34),
        ),
        kepala=kepala(
            (
                *(sel(name, tinggi=2, rata=_TENGAH) for name in ("No.", "Indikator Kinerja", "Satuan")),
                sel("Target triwulan", lebar=4, rata=_TENGAH),
                *(sel(name, tinggi=2, rata=_TENGAH) for name in ("Aksi", "Keluaran")),
                sel("Jadwal triwulan", lebar=4, rata=_TENGAH),
                *(sel(name, tinggi=2, rata=_TENGAH) for name in ("Pelaksana", "Sub kegiatan")),
            ),
            (*four, *four),
        ),
        baris=tuple(line for n, row in enumerate(rows, 1) for line in _indikator(bahan, year, n, row)),
        catatan=tuple(map(kalimat, (*penjumlahan(year, rows), *tahapan(year, rows)))),
        kecil=True,
    )


def _indikator(bahan: Bahan, year: RekapTahun, nomor: int, row: BarisIndikator) -> Iterator[Baris]:
    actions = year.rencana_aksi[row.kode].aksi
    for again, part in potongan(actions, lambda aksi: _huruf(year, aksi), _MUAT):
        for n, aksi in enumerate(part):
            head = () if n else _awal(year, nomor, row, len(part), lanjutan=again)
            yield baris(*head, *_aksi(bahan, year, aksi))
    if not actions:
        yield baris(*_awal(year, nomor, row, 1), None, None, *("" for _ in TRIWULAN), None, None)


def _awal(year: RekapTahun, nomor: int, row: BarisIndikator, tinggi: int, *, lanjutan: bool = False) -> Iterator[Sel]:
    name = f"{row.kode} {row.indikator.nama}{' (lanjutan)' if lanjutan else ''}"
    yield from (sel(one, tinggi=tinggi) for one in (nomor, name, row.indikator.satuan.nama))
    planned = direncanakan(year, row.kode)
    if not planned:
        yield sel(f"setahun {sel_teks.target_tahun(row)}", lebar=4, tinggi=tinggi)
        return
    for segment in TRIWULAN:
        yield sel("\n".join(_target(row, planned, Periode(year.tahun, segment))), tinggi=tinggi)


def _target(row: BarisIndikator, planned: Mapping[Periode, BarisTarget], triwulan: Periode) -> Iterator[str]:
    """What is planned for the periods that end within a quarter; months that plan the same are said once."""
    within = {p: janji(row, t) for p, t in sorted(planned.items()) if berakhir(p, triwulan)}
    texts = set(within.values())
    if len(within) == 3 and len(texts) == 1:
        yield f"tiap bulan {texts.pop()}"
        return
    for periode, text in within.items():
        yield text if periode == triwulan else f"{_singkat(periode)}: {text}"


def _singkat(periode: Periode) -> str:
    """A period within its year: `Jan`, `S1`, `setahun`."""
    if periode.jenis is JenisPeriode.BULAN:
        return BULAN[int(periode.segmen) - 1][:3]
    return "setahun" if periode.jenis is JenisPeriode.TAHUN else periode.segmen


def _aksi(bahan: Bahan, year: RekapTahun, aksi: Aksi) -> Iterator[object]:
    yield from (aksi.uraian, aksi.keluaran)
    planned = [Periode(year.tahun, segment) for segment in aksi.jadwal]
    yield from (sel("\n".join(_jadwal(planned, Periode(year.tahun, segment)))) for segment in TRIWULAN)
    yield bahan.rekap.instansi.nama_jabatan(aksi.pelaksana)
    yield _sub_kegiatan(year, aksi.sub_kegiatan)


def _huruf(year: RekapTahun, aksi: Aksi) -> int:
    return max(len(text) for text in (aksi.uraian, aksi.keluaran, _sub_kegiatan(year, aksi.sub_kegiatan) or ""))


def _jadwal(planned: Sequence[Periode], triwulan: Periode) -> Iterator[str]:
    """A mark where the whole quarter is meant, else its months."""
    months = [p for p in planned if p != triwulan and triwulan.memuat(p)]
    if any(p.memuat(triwulan) for p in planned) or len(set(months)) == 3:
        yield CENTANG
        return
    yield from map(_singkat, sorted(set(months)))


def _sub_kegiatan(year: RekapTahun, kode: str | None) -> str | None:
    if kode is None:
        return None
    money = year.setahun.anggaran
    name = next((row.nama for row in money.baris if row.kode == kode), "") if money else ""
    return f"{kode} {name}".rstrip()


JENIS: Final = (Jenis("rencana-aksi", "Rencana Aksi", "prasyarat 9.1", Lingkup.TAHUN, rencana_aksi),)
