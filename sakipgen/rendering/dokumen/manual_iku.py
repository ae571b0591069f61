"""The manual of an indikator: all that the kamus and the year's policy say of it, as a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.skala import Skala
from sakipgen.rekap import BarisIndikator, RekapTahun
from sakipgen.rendering import kata_metode, kata_rumus, sel_teks
from sakipgen.rendering.cetak import alinea, ringkas
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Sel, Tabel
from sakipgen.rendering.dokumen.teks import baris, kalimat, kelompok, kepala
from sakipgen.rendering.kata_indikator import GABUNGAN, HASIL, makin
from sakipgen.rendering.nilai import di_kalimat, selisih
from sakipgen.rendering.ucap import teks

_Isian = tuple[str, str | Sequence[str] | None]
"""Name of a field and what it says: text, or one line for each of several things; left out where nothing is said."""


def manual(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> Tabel:
    """Returns the form of one indikator."""
    parts = (
        ("Identitas", _identitas(year, row)),
        ("Makna", _makna(row)),
        ("Penghitungan", _penghitungan(bahan, row.indikator)),
        ("Pengukuran", _pengukuran(bahan, year, row)),
        ("Data dan penanggung jawab", _data(bahan, row)),
    )
    return Tabel(
        kolom=(Kolom(30), Kolom(75)),
        kepala=kepala(("Unsur", "Uraian")),
        baris=tuple(line for name, fields in parts for line in _bagian(name, fields)),
        kecil=True,
    )


def _bagian(nama: str, isian: Iterator[_Isian]) -> Iterator[Baris]:
    told = [(name, said) for name, said in isian if said]
    if told:
        yield kelompok(nama, 2)
        for name, said in told:
            lines = (said,) if isinstance(said, str) else tuple(said)
            yield baris(name, Sel(tuple(kalimat(line) for text in lines for line in _baris(text))))


def _baris(teks: str) -> tuple[str, ...]:
    """The paragraphs of a long text; a short one as it is, with its hard spaces."""
    return alinea(teks) if "\n" in teks else (teks,)


def _identitas(year: RekapTahun, row: BarisIndikator) -> Iterator[_Isian]:
    sasaran = year.renstra.sasaran.get(row.induk) if year.renstra else None
    if year.renstra and sasaran:
        yield "Sasaran strategis", f"{row.induk} {sasaran.uraian}"
        goal = year.renstra.tujuan.get(sasaran.tujuan)
        yield "Tujuan", f"{sasaran.tujuan} {goal.uraian}" if goal else None
    elif year.renstra and (own := year.renstra.tujuan.get(row.induk)):
        yield "Tujuan", f"{row.induk} {own.uraian}"
    kind = (
        "Indikator Kinerja Utama"
        if row.indikator.iku
        else f"Indikator {sel_teks.TINGKAT[row.indikator.tingkat].lower()}"
    )
    yield "Jenis", f"{kind}, mengukur {HASIL[row.indikator.tipe_hasil]}"


def _makna(row: BarisIndikator) -> Iterator[_Isian]:
    indikator = row.indikator
    yield "Konsep", indikator.konsep
    yield "Definisi operasional", indikator.definisi_operasional
    yield "Alasan pemilihan", indikator.alasan_pemilihan
    yield "Polaritas", f"{makin(indikator, row.hasil.formula)}."
    yield "Cara membaca angkanya", indikator.interpretasi


def _penghitungan(bahan: Bahan, indikator: Indikator) -> Iterator[_Isian]:
    yield "Satuan", indikator.satuan.nama
    yield "Cara menghitung", indikator.formula_teks
    if indikator.rumus:
        names = {name: (f"[{name}]",) for name in indikator.komponen}
        yield "Rumus", teks(kata_rumus.tulis(indikator.rumus, names))
        yield "Komponen", [f"[{name}]: {meaning}" for name, meaning in indikator.komponen.items()]
    if indikator.nilai_resmi:
        yield "Nilai resmi", "Ditetapkan pemilik indeks; hitungan dari komponen hanya pembanding."
    if indikator.gabungan:
        cara = GABUNGAN[indikator.gabungan.cara]
        kamus = bahan.rekap.indikator
        yield "Gabungan", [f"{cara} dari:", *(f"{k} {kamus[k].nama}" for k in indikator.gabungan.indikator)]
    yield "Tahapan", [f"{t.uraian} ({ringkas(t.bobot, 2)}%)" for t in indikator.tahapan.values()]
    yield "Batas nilai", _batas(indikator)
    if indikator.skala:
        yield "Skala predikat", f"{indikator.skala.nama}: {'; '.join(_kelas(indikator.skala))}"
    if indikator.peringkat:
        yield "Peringkat", ", ".join(kelas.kode for kelas in indikator.peringkat.kelas)


def _batas(indikator: Indikator) -> str | None:
    low, high = indikator.batas.min, indikator.batas.maks
    said = (("terendah", low), ("tertinggi", high))
    return "; ".join(f"{name} {ringkas(n, indikator.desimal)}" for name, n in said if n is not None) or None


def _kelas(skala: Skala) -> Iterator[str]:
    for n, kelas in enumerate(skala.kelas):
        yield f"{kelas.label} {kata_metode.batas(skala, n)}"


def _pengukuran(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> Iterator[_Isian]:
    indikator = row.indikator
    words, formula = kata_rumus.KATA[row.hasil.formula]
    yield "Rumus capaian", [words, formula]
    yield "Penggabungan periode", kata_metode.AGREGASI[indikator.agregasi]
    yield "Target periode", kata_metode.mode(indikator)
    yield "Periode pelaporan", indikator.frekuensi.value
    if indikator.ambang_arah:
        yield "Relatif tetap", f"bila berubah kurang dari {selisih(indikator, indikator.ambang_arah)}"
    yield "Putus seri", [f"{tahun}: {why}" for tahun, why in sorted(indikator.putus_seri.items())]
    base, standard = indikator.baseline, indikator.standar_nasional
    if base and base.nilai is not None:
        yield "Kondisi awal", _bersumber(indikator, base.nilai, base.tahun, base.sumber)
    stated = bahan.konteks.target_renstra(year.renstra, row.kode)
    told = (f"{tahun}: {sel_teks.janji_bersatuan(indikator, goal)}" for tahun, goal in sorted(stated.items()))
    yield "Target Renstra", "; ".join(told)
    if standard and standard.nilai is not None:
        yield (
            "Standar nasional atau pembanding",
            _bersumber(indikator, standard.nilai, standard.tahun, standard.sumber),
        )


def _bersumber(indikator: Indikator, nilai: Decimal, tahun: int, sumber: str | None) -> str:
    return f"{di_kalimat(indikator, nilai, tahun)} ({tahun}){f', {sumber}' if sumber else ''}"


def _data(bahan: Bahan, row: BarisIndikator) -> Iterator[_Isian]:
    indikator = row.indikator
    yield "Sumber data", indikator.sumber_data
    yield "Cara mengumpulkan", indikator.metode_pengumpulan
    yield "Penanggung jawab", f"{row.unit.nama} ({bahan.rekap.instansi.nama_jabatan(row.unit.kepala)})"
    yield "Dirinci", indikator.klasifikasi_penyajian
    yield "Berlaku untuk", indikator.level_estimasi
    yield "Terbit juga di", indikator.publikasi
    yield "Pedoman", indikator.rujukan
    yield "Mutu data", indikator.catatan_kualitas
    old = [f"{k} {lama.nama}" for k, lama in bahan.rekap.kode_lama.items() if lama.pengganti == row.kode]
    yield "Menggantikan", old
