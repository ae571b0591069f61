"""The form on which a unit writes its data by hand, and the slip by which the units receive their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.naskah_langkah import CaraTerima
from sakipgen.domain.siklus import JenisNaskah, PeranSop
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import BarisIndikator
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.data_masuk import DataUnit, data_masuk
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import Kejadian, kejadian, menghasilkan, oleh, sekretaris
from sakipgen.rendering.dokumen.teks import KOTAK, baris, kelompok, kepala, sel
from sakipgen.rendering.nilai import di_tabel

_TITIK: Final = "……………"
_CARA: Final[Mapping[CaraTerima, str]] = {
    CaraTerima.LANGSUNG: "langsung",
    CaraTerima.SUREL: "surel",
    CaraTerima.APLIKASI: "aplikasi",
}
_KOLOM: Final = (
    Kolom(6, Rata.TENGAH),
    Kolom(40),
    Kolom(15),
    Kolom(15, Rata.KANAN),
    Kolom(15, Rata.KANAN),
    Kolom(20, Rata.KANAN),
    Kolom(34),
    Kolom(24),
    Kolom(30),
    Kolom(30),
)


def formulir(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the blank form of each unit that reports for the period; a unit may be chosen."""
    prd = pilihan.lembar
    for unit in data_masuk(bahan.rekap.instansi, pilihan.tahun, prd):
        if unit.indikator and pilihan.unit in {None, unit.kode}:
            due = pilihan.tahun.jatuh_tempo.get(prd.periode)
            yield bingkai(
                bahan,
                pilihan.tahun,
                Naskah(
                    nama=f"formulir-{prd.periode.slug}-{unit.kode.lower()}",
                    judul=f"Formulir Pengumpulan Data Capaian Kinerja {prd.periode.label}: {unit.unit.nama}",
                    subjek=f"Formulir kosong untuk data {prd.periode.label} dari {unit.unit.nama}.",
                    templat="formulir.j2",
                    nilai={
                        "periode": prd.periode.label,
                        "unit": unit.unit.nama,
                        "tenggat": tanggal(due) if due else None,
                        "isian": _isian(bahan, pilihan, unit),
                        "ttd": bahan.tanda_tangan(bahan.penanda(unit.unit.kepala)),
                    },
                ),
            )


def _isian(bahan: Bahan, pilihan: Pilihan, unit: DataUnit) -> Tabel:
    """The table to write in; of a whole year it has one target only."""
    periode = pilihan.lembar.periode
    once = periode.jenis is JenisPeriode.TAHUN
    columns = (*_KOLOM[:3], *(() if once else _KOLOM[3:4]), *_KOLOM[4:])
    rows: list[Baris] = []
    for induk, members in _menurut_induk(unit):
        rows.append(kelompok(_nama(bahan, pilihan, induk, members[0]), len(columns)))
        rows += (_indikator(bahan, n, row, once=once) for n, row in enumerate(members, 1))
    return Tabel(
        columns,
        kepala(
            (
                "No.",
                "Indikator dan formula",
                "Satuan",
                *(("Target",) if once else ("Target tahun", f"Target s.d. {periode.label}")),
                "Angka terakhir",
                f"Realisasi {periode.label}",
                "Sumber data",
                "Bukti dukung",
                "Faktor pendorong atau kendala, dan solusi",
            )
        ),
        tuple(rows),
        kecil=True,
        nomor_kolom=True,
    )


def _menurut_induk(unit: DataUnit) -> Iterator[tuple[str, list[BarisIndikator]]]:
    """The indikator of a unit by what they measure, in the order in which that comes first."""
    found: dict[str, list[BarisIndikator]] = {}
    for row in unit.indikator:
        found.setdefault(row.induk, []).append(row)
    yield from found.items()


def _nama(bahan: Bahan, pilihan: Pilihan, induk: str, row: BarisIndikator) -> str:
    prd = pilihan.lembar
    names = {group.kode: group.uraian for group in (*prd.sasaran, *prd.tujuan)}
    name = names.get(induk) or bahan.konteks.nama_anggaran.get(induk, "")
    return f"{sel_teks.TINGKAT[row.indikator.tingkat]} {induk} {name}".rstrip()


def _indikator(bahan: Bahan, nomor: int, row: BarisIndikator, *, once: bool) -> Baris:
    indikator = row.indikator
    return baris(
        str(nomor),
        sel(f"{row.kode} {indikator.nama}\n{indikator.formula_teks}"),
        indikator.satuan.nama,
        *(() if once else (sel_teks.target_tahun(row),)),
        sel_teks.target(row),
        _terakhir(bahan, row),
        "\n".join(_tempat_isi(indikator)),
        indikator.sumber_data,
        "",
        "",
    )


def _tempat_isi(indikator: Indikator) -> Iterator[str]:
    """What is to be written of a figure: its komponen, the milestones that were reached, or the number alone."""
    yield from (f"{name}: {_TITIK}" for name in indikator.komponen.values())
    yield from (f"{KOTAK} {step.uraian}" for step in indikator.tahapan.values())
    if indikator.satuan.tipe is TipeSatuan.YA_TIDAK:
        yield f"{KOTAK} ya   {KOTAK} tidak"
    elif not indikator.tahapan:
        yield f"Realisasi: {_TITIK}"


def _terakhir(bahan: Bahan, row: BarisIndikator) -> str:
    """The last figure before the period, with its time."""
    periode = row.hasil.periode
    known = (
        lap
        for year in (periode.tahun, periode.tahun - 1)
        for lap in reversed(bahan.konteks.laporan.get((year, row.kode), ()))
        if lap.nilai is not None and lap.periode.akhir < periode.awal
    )
    last = next(known, None)
    if last is None or last.nilai is None:
        return sel_teks.KOSONG
    return f"{di_tabel(row.indikator, last.nilai, last.periode.tahun)}\n{last.periode.label}"


# ── Receipt ──────────────────────────────────────────────────────────────────────────────────────────────────────


def tanda_terima(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the slips on which each unit signs for its form."""
    instansi = bahan.rekap.instansi
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.TANDA_TERIMA), "pengumpulan"):
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("tanda-terima"),
                judul=f"Tanda Terima Formulir {satu.judul}",
                subjek=f"Pembagian formulir {satu.hal} kepada unit kerja.",
                templat="tanda-terima.j2",
                nilai={
                    **satu.nilai(),
                    "penerimaan": _penerimaan(bahan, pilihan, satu),
                    "ttd": bahan.tanda_tangan(
                        bahan.penanda(sekretaris(instansi), "Mengetahui,"),
                        bahan.penanda(oleh(instansi, satu, PeranSop.TIM_SAKIP), "Yang menyerahkan,"),
                        hari=satu.hari,
                    ),
                },
                rancangan=satu.rancangan,
            ),
        )


def _penerimaan(bahan: Bahan, pilihan: Pilihan, satu: Kejadian) -> Tabel:
    instansi = bahan.rekap.instansi
    received = satu.catatan.tanda_terima if satu.catatan else {}
    rows: list[Baris] = []
    for n, unit in enumerate(data_masuk(instansi, pilihan.tahun, pilihan.lembar), 1):
        slip = received.get(unit.kode)
        rows.append(
            baris(
                str(n),
                unit.unit.nama,
                instansi.nama_jabatan(unit.unit.kepala),
                str(len(unit.indikator)),
                tanggal(slip.tanggal) if slip else "",
                _CARA[slip.cara] if slip else "",
                f"{n}.\n\N{NO-BREAK SPACE}",
            )
        )
    return Tabel(
        (Kolom(7, Rata.TENGAH), Kolom(32), Kolom(34), Kolom(13, Rata.TENGAH), Kolom(22), Kolom(13), Kolom(26)),
        kepala(("No.", "Unit kerja", "Penerima", "Indikator", "Diterima tanggal", "Cara", "Tanda tangan")),
        tuple(rows),
    )


JENIS: Final = (
    Jenis("formulir", "Formulir pengumpulan data (cetak)", "9.1.5", Lingkup.PERIODE, formulir),
    Jenis("tanda-terima", "Tanda terima formulir", "9.1.6", Lingkup.PERIODE, tanda_terima),
)
