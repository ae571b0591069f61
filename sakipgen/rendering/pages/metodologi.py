"""How a year is measured: its policy in words, worked with figures of that very year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.rekap import RekapTahun
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import waktu
from sakipgen.rendering.kalimat_metode import FaktaMetode, metode
from sakipgen.rendering.kata_metode import DIUKUR, celah
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, contoh
from sakipgen.rendering.pages.cara import kelas
from sakipgen.rendering.pages.efisiensi import cara
from sakipgen.rendering.pages.efisiensi import tabel as efisiensi_tabel
from sakipgen.rendering.pages.kebijakan import beda, hari_tenggat, pernyataan
from sakipgen.rendering.pages.konteks import Isi, Konteks
from sakipgen.rendering.pages.sel import KEADAAN

ARTI_KEADAAN: Final = {
    Status.BELUM_JATUH_TEMPO: "Periodenya belum berakhir, atau hari terakhir penyampaiannya belum lewat.",
    Status.TERLAMBAT: "Hari terakhir penyampaian sudah lewat dan laporannya belum ada.",
    Status.MENUNGGU_PERSETUJUAN: "Unit sudah menyampaikan; Sekretaris belum menyetujui. Angkanya belum ditampilkan.",
    Status.DIKEMBALIKAN: "Sekretaris mengembalikan laporan kepada unit untuk dilengkapi.",
    Status.BELUM_DILAPORKAN: "Laporannya belum disetujui.",
    Status.MENUNGGU_RILIS: "Angkanya diterbitkan pihak lain dan belum terbit; unit menyebut alasannya.",
    Status.TIDAK_TERSEDIA: "Angkanya tidak dapat diperoleh; unit menyebut alasannya.",
    Status.TIDAK_BERLAKU: "Indikator tidak diukur pada periode itu, misalnya yang diukur setahun sekali.",
    Status.TIDAK_DITARGETKAN: "Tidak ada yang dijanjikan untuk periode itu. Targetnya nol atau sama dengan kondisi "
    "awal, atau Perjanjian Kinerja yang berlaku tidak memuat indikatornya.",
    Status.BELUM_DITETAPKAN: "Ada realisasi, tetapi targetnya belum ditetapkan.",
}
"""What each state of missing data means to a reader."""


MACAM: Final = (
    ("sementara", "(sementara) di samping angkanya", "Unit menyatakan angkanya masih dapat berubah."),
    ("tetap", "tanpa tanda", "Angka disetujui, dan sesudah periodenya ditutup hanya berubah lewat koreksi."),
    (
        "direvisi",
        "(dikoreksi) dengan tanggalnya",
        "Data yang lebih baik sudah terbit, sesuai rencana; bukan kesalahan.",
    ),
    ("dikoreksi", "(dikoreksi) dengan tanggalnya", "Ada kesalahan. Tingkatnya kecil, sedang, atau serius."),
)
"""The kinds of figure: name, how a reader sees it, and what it means."""


@dataclass(frozen=True, slots=True)
class TenggatTampil:
    """By when a report is due."""

    frekuensi: str
    hari: str
    contoh: str
    """A period and its day."""


def halaman(konteks: Konteks, tahun: RekapTahun | None) -> Page:
    """Returns the page of the main year, at the address without a year."""
    return _halaman(konteks, tahun, "metodologi", "Metodologi pengukuran") if tahun else _kosong(konteks)


def halaman_tahun(konteks: Konteks, tahun: RekapTahun) -> Page:
    """Returns the page of one year."""
    path = alamat.folder(alamat.metodologi(tahun.tahun))
    return _halaman(konteks, tahun, path, f"Metodologi pengukuran tahun {tahun.tahun}")


def _kosong(konteks: Konteks) -> Page:
    isi = Isi(
        templat="metodologi_kosong",
        path="metodologi",
        judul="Metodologi pengukuran",
        uraian="Belum ada aturan pengukuran dalam data.",
        strip=konteks.strip(None, ()),
        bagian=(),
        jejak=(("Tentang", "tentang/"), ("Metodologi", None)),
        berkas=(),
        nilai={},
    )
    return konteks.susun(isi)


_BAGIAN: Final = (
    ("capaian", "Dari target ke capaian"),
    ("batas", "Nol, negatif, dan batas"),
    ("kategori", "Kategori"),
    ("periode", "Dari bulan ke tahun"),
    ("gabungan", "Dari indikator ke sasaran"),
    ("efisiensi", "Anggaran dan efisiensi"),
    ("pembulatan", "Pembulatan"),
    ("tenggat", "Tenggat"),
    ("perubahan", "Target yang diubah"),
    ("koreksi", "Sementara, tetap, revisi, dan koreksi"),
    ("kosong", "Data yang belum ada"),
    ("dasar", "Dasar hukum"),
)


def _halaman(konteks: Konteks, tahun: RekapTahun, path: str, judul: str) -> Page:
    before = next((year for year in konteks.rekap.tahun if year.tahun == tahun.tahun - 1), None)
    changes = beda(before.metode, tahun.metode) if before else ()
    said = metode(FaktaMetode(ada_lalu=before is not None, beda=len(changes)), tahun.tahun)
    home = path == "metodologi"
    isi = Isi(
        templat="metodologi",
        path=path,
        judul=judul,
        uraian=f"Cara mengukur kinerja {konteks.pd.singkatan} tahun {tahun.tahun}: {kalimat.teks([said])}",
        strip=konteks.strip(tahun.setahun, tahun.setahun.indikator),
        bagian=tuple(Bagian(*part) for part in _BAGIAN),
        jejak=(
            ("Tentang", "tentang/"),
            *((("Metodologi", None),) if home else (("Metodologi", "metodologi/"), (str(tahun.tahun), None))),
        ),
        berkas=(tahun.rujukan_metode.berkas,),
        nilai={
            "tahun": tahun.tahun,
            "metode": tahun.metode,
            "putusan": said,
            "tahun_lain": tuple(
                (year.tahun, alamat.metodologi(year.tahun)) for year in konteks.rekap.tahun if year is not tahun
            ),
            "tahun_lalu": before.tahun if before else None,
            "beda": changes,
            "ringkasan": pernyataan(tahun.metode),
            "skala": kelas(tahun.metode, konteks.palet(tahun.tahun)),
            "diukur": DIUKUR[tahun.metode.agregasi_perangkat_daerah],
            "celah": celah(tahun.metode.skala),
            "tenggat": tuple(_tenggat(tahun)),
            "efisiensi": tuple(cara(tahun.metode.efisiensi)),
            "efisiensi_contoh": efisiensi_tabel(tahun.setahun),
            "keadaan": _keadaan(konteks),
            "sumber_metode": konteks.sumber(tahun.rujukan_metode),
            **_contoh(konteks, tahun),
        },
    )
    return konteks.susun(isi)


def _contoh(konteks: Konteks, tahun: RekapTahun) -> dict[str, object]:
    return {
        "formula": tuple(contoh.formula(tahun)),
        "khusus": tuple(contoh.khusus(tahun)),
        "dibatasi": contoh.dibatasi(tahun),
        "di_celah": contoh.di_celah(tahun),
        "agregasi": tuple(contoh.agregasi(tahun)),
        "sasaran": contoh.sasaran(tahun),
        "perangkat_daerah": contoh.perangkat_daerah(tahun),
        "murni": contoh.murni(tahun),
        "koreksi": contoh.koreksi(tahun),
        "dibulatkan": contoh.pembulatan(tahun),
        "terlambat": contoh.terlambat(tahun, konteks.instansi),
        "macam": MACAM,
    }


_SELESAI: Final = {
    Frekuensi.BULANAN: "bulan",
    Frekuensi.TRIWULANAN: "triwulan",
    Frekuensi.SEMESTERAN: "semester",
    Frekuensi.TAHUNAN: "tahun",
}


def _tenggat(tahun: RekapTahun) -> Iterator[TenggatTampil]:
    for frekuensi, word in _SELESAI.items():
        last = Periode(tahun.tahun, frekuensi.segmen[-1])
        yield TenggatTampil(
            frekuensi=f"Laporan {frekuensi.value}",
            hari=f"{hari_tenggat(tahun.metode, frekuensi)} sesudah {word} berakhir",
            contoh=Markup("{}: {}").format(last.label, waktu(tahun.jatuh_tempo[last])),
        )


def _keadaan(konteks: Konteks) -> tuple[tuple[Markup, str], ...]:
    """The states that may be met: those of a report under way only where the instansi shows its process."""
    open_ = konteks.instansi.tampilkan_proses
    hidden = {Status.BELUM_DILAPORKAN} if open_ else {Status.MENUNGGU_PERSETUJUAN, Status.DIKEMBALIKAN}
    return tuple(
        (Markup('<span aria-hidden="true">{}</span> {}').format(*KEADAAN[status]), words)
        for status, words in ARTI_KEADAAN.items()
        if status not in hidden
    )
