"""The Indikator Kinerja Utama: the list that the Kepala sets, and the manual of each, one form on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.organisasi import Instansi
from sakipgen.rekap import BarisDokumen, BarisIndikator, RekapTahun
from sakipgen.rendering.dokumen import manual_iku
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.teks import baris, kepala, potongan, sel, sel_panjang

_MUAT: Final = 700
"""So many letters of reasons stand beside one cell that names what the IKU measure."""


def iku(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the list of the year's IKU with the manual of each, or those alone of which a unit is in charge."""
    year = pilihan.tahun
    unit = pilihan.unit if pilihan.unit in bahan.rekap.instansi.unit_kerja else None
    rows = tuple(row for row in year.setahun.iku if unit in {None, row.indikator.penanggung_jawab})
    if not rows:
        return
    decree = _keputusan(year)
    whose = f" {bahan.rekap.instansi.unit_kerja[unit].nama}" if unit else ""
    yield bingkai(
        bahan,
        year,
        Naskah(
            nama=f"iku-{year.tahun}{f'-{unit.lower()}' if unit else ''}",
            judul=f"Indikator Kinerja Utama{whose} Tahun {year.tahun}",
            subjek="Indikator Kinerja Utama dengan alasan, cara menghitung, sumber data, dan manual masing-masing.",
            templat="iku.j2",
            nilai={
                "unit": whose.strip() or None,
                "masa": f"{year.renstra.tahun_awal}–{year.renstra.tahun_akhir}" if year.renstra else str(year.tahun),
                "keputusan": _sebutan(decree),
                "daftar": daftar(bahan.rekap.instansi, year, rows),
                "manual": [_manual(bahan, year, row) for row in rows],
                "ttd": bahan.tanda_tangan(bahan.penanda("kepala"), hari=decree.tanggal if decree else None),
            },
            rancangan=decree is None or decree.keadaan is KeadaanDokumen.RANCANGAN,
        ),
    )


def _keputusan(year: RekapTahun) -> BarisDokumen | None:
    """The decree that sets the IKU of a year, the latest of it."""
    found = [doc for wanted in year.dokumen_wajib if wanted.jenis == JenisDokumen.SK_IKU for doc in wanted.dokumen]
    return found[-1] if found else None


def _sebutan(decree: BarisDokumen | None) -> dict[str, object] | None:
    if decree is None:
        return None
    return {"judul": decree.judul, "nomor": decree.nomor or TITIK, "tanggal": decree.tanggal or TITIK}


def daftar(instansi: Instansi, year: RekapTahun, rows: Sequence[BarisIndikator]) -> Tabel:
    """Returns the list: each IKU beside the sasaran or tujuan it measures, with the reason for choosing it."""
    return Tabel(
        kolom=(
            Kolom(5, Rata.TENGAH),
            Kolom(22),
            Kolom(25),
            Kolom(12),
            Kolom(34),
            Kolom(34),
            Kolom(24),
            Kolom(20),
        ),
        kepala=kepala(
            (
                *("No.", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Alasan"),
                *("Formulasi/cara penghitungan", "Sumber data", "Penanggung jawab"),
            )
        ),
        baris=tuple(line for group in _menurut_induk(year, rows) for line in _kelompok(instansi, *group)),
        nomor_kolom=True,
        kecil=True,
    )


def _menurut_induk(
    year: RekapTahun, rows: Sequence[BarisIndikator]
) -> Iterator[tuple[int, str, Sequence[BarisIndikator]]]:
    """Number, what is measured, and its IKU, in the order of the plan; what has no place in it last."""
    groups = {group.kode: group.uraian for group in (*year.setahun.sasaran, *year.setahun.tujuan)}
    found: dict[str, list[BarisIndikator]] = {}
    for row in rows:
        found.setdefault(row.induk if row.induk in groups else "", []).append(row)
    for n, kode in enumerate((one for one in (*groups, "") if one in found), 1):
        yield n, groups.get(kode, ""), found[kode]


def _kelompok(instansi: Instansi, nomor: int, uraian: str, rows: Sequence[BarisIndikator]) -> Iterator[Baris]:
    for again, part in potongan(rows, _huruf, _MUAT):
        name = f"{uraian} (lanjutan)" if again else uraian or None
        for n, row in enumerate(part):
            head = () if n else (sel(nomor, tinggi=len(part)), sel(name, tinggi=len(part)))
            indikator = row.indikator
            yield baris(
                *head,
                f"{row.kode} {indikator.nama}",
                indikator.satuan.nama,
                sel_panjang(("", indikator.alasan_pemilihan)),
                sel_panjang(("", indikator.formula_teks)),
                indikator.sumber_data,
                instansi.unit_kerja[indikator.penanggung_jawab].nama,
            )


def _huruf(row: BarisIndikator) -> int:
    return max(len(row.indikator.alasan_pemilihan or ""), len(row.indikator.formula_teks))


def _manual(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> dict[str, Any]:
    return {
        "kode": row.kode,
        "nama": row.indikator.nama,
        "isian": manual_iku.manual(bahan, year, row),
    }


JENIS: Final = (Jenis("iku", "Indikator Kinerja Utama dan manualnya", "prasyarat 9.1", Lingkup.TAHUN, iku),)
