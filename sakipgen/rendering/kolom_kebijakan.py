"""The open data contract v1 of how a year is measured: policy, scale, membership, and the use of money.

With them an outsider computes every published figure again. Row values stand in `opendata_kebijakan.py`.
"""

from __future__ import annotations

from typing import Final

from sakipgen.rendering.kolom import tabel

METODE: Final = tabel(
    "metode",
    "Metode pengukuran",
    "Satu baris untuk setiap tahun: aturan yang dipakai mengukur tahun itu.",
    """
    id teks Kunci baris: tahun.
    tahun bilangan Tahun.
    nama teks Nama aturan.
    formula_naik teks Formula indikator yang makin tinggi makin baik.
    formula_turun teks Formula indikator yang makin rendah makin baik.
    formula_stabil teks Formula indikator yang makin dekat target makin baik.
    formula_rentang teks Formula indikator dengan target rentang.
    lantai angka Nilai terendah capaian, persen; kosong bila tidak dibatasi.
    batas_agregat angka Nilai tertinggi capaian saat dirata-ratakan, persen; kosong bila tidak dibatasi.
    skala teks Nama skala kategori.
    dasar_skala teks Peraturan atau dokumen yang memuat skala itu.
    presisi_tabel bilangan Banyaknya desimal pada batas kelas.
    celah teks Cara membaca nilai di antara dua kelas: bulatkan, batas_bawah, atau batas_atas.
    pembulatan teks Cara angka dibulatkan saat dicetak.
    agregasi_sasaran teks Cara capaian sasaran dan tujuan dihitung: rerata, berbobot, atau geometrik.
    agregasi_perangkat_daerah teks Cara capaian perangkat daerah: rerata_sasaran, berbobot, geometrik, atau rerata_iku.
    ambang_kelengkapan angka Persentase indikator terukur agar perangkat daerah punya kategori.
    ambang_periksa_ulang angka Capaian di atas ini ditandai perlu diperiksa ulang.
    cara_efisiensi teks Cara menilai penggunaan anggaran: selisih, sisa_anggaran, rasio, atau pmk.
    ambang_efisiensi angka Selisih di dalam ambang ini disebut cukup efisien, poin.
    dasar_hukum teks Peraturan atau keputusan yang menjadi dasar.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    renstra teks Kode Renstra yang memuat tahun ini.
    renstra_awal bilangan Tahun pertama Renstra itu.
    renstra_akhir bilangan Tahun terakhir Renstra itu, pembanding kemajuan_renstra.
    """,
)

SKALA: Final = tabel(
    "skala",
    "Kelas kategori",
    "Satu baris untuk setiap kelas pada skala kategori setiap tahun.",
    """
    id teks Kunci baris: tahun:kode.
    tahun bilangan Tahun.
    urut bilangan Urutan dari yang tertinggi, mulai 1.
    kode teks Kode kelas.
    label teks Nama kelas.
    min angka Batas bawah; kosong bila tidak ada.
    maks angka Batas atas; kosong bila tidak ada.
    min_termasuk ya_tidak Apakah batas bawah termasuk kelas ini.
    maks_termasuk ya_tidak Apakah batas atas termasuk kelas ini.
    """,
)

ANGGOTA: Final = tabel(
    "anggota",
    "Anggota kelompok",
    "Satu baris untuk setiap indikator dalam sasaran, tujuan, program, dan seterusnya, dan sasaran perangkat daerah.",
    """
    id teks Kunci baris: tahun:jenis:kode:anggota.
    tahun bilangan Tahun.
    jenis teks perangkat_daerah, iku, tujuan, sasaran, program, kegiatan, atau sub_kegiatan.
    kode teks Kode kelompoknya.
    anggota teks Kode indikator; untuk perangkat_daerah kode sasaran.
    bobot angka Bobotnya dalam persen; kosong bila tidak dibobot.
    """,
)

EFISIENSI: Final = tabel(
    "efisiensi",
    "Efisiensi",
    "Capaian terhadap anggaran perangkat daerah, sasaran, program, kegiatan, dan sub kegiatan, setahun penuh.",
    """
    id teks Kunci baris: jenis:kode:periode.
    jenis teks perangkat_daerah, sasaran, program, kegiatan, atau sub_kegiatan.
    kode teks Kodenya.
    tahun bilangan Tahun.
    periode teks Periode: tahun yang sudah berakhir; triwulan, semester, bulan, dan tahun berjalan tidak ada.
    capaian angka Capaian dalam persen.
    pagu angka Pagu yang berlaku, rupiah; untuk sasaran menurut porsinya.
    realisasi angka Realisasi anggaran, rupiah; untuk sasaran menurut porsinya.
    serapan angka Realisasi dalam persen pagu.
    serapan_murni angka Realisasi dalam persen pagu murni.
    selisih angka Capaian dikurangi serapan, poin.
    sisa_anggaran angka 100 dikurangi serapan, bila capaian sekurang-kurangnya 100.
    rasio angka Capaian dibagi serapan.
    pmk angka Penghematan menurut rumus PMK 22/2021, persen, sebelum dibatasi ±20.
    nilai_pmk angka Nilai efisiensi menurut rumus itu, 0 sampai 100.
    simpulan teks efisien, cukup_efisien, tidak_efisien, atau tidak_dihitung menurut cara tahun itu.
    """,
)
