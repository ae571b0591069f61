"""The open data contract v1: which columns each table has and what they mean. Columns are only ever added.

Row values stand in `opendata.py`, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Tipe = Literal["teks", "angka", "bilangan", "tanggal", "ya_tidak"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its name in every format, its type, and what it says in Indonesian."""

    nama: str
    tipe: Tipe
    uraian: str


@dataclass(frozen=True, slots=True)
class Definisi:
    """One table of the contract without its rows."""

    nama: str
    judul: str
    uraian: str
    kolom: tuple[Kolom, ...]


_TIPE: Final[dict[str, Tipe]] = {tipe: tipe for tipe in get_args(Tipe)}


def tabel(nama: str, judul: str, uraian: str, kolom: str) -> Definisi:
    """Reads a table of lines `nama tipe uraian`."""
    rows = (line.split(maxsplit=2) for line in kolom.strip().splitlines())
    return Definisi(nama, judul, uraian, tuple(Kolom(name, _TIPE[tipe], text) for name, tipe, text in rows))


INDIKATOR: Final = tabel(
    "indikator",
    "Kamus indikator",
    "Satu baris untuk setiap indikator: arti, cara menghitung, kondisi awal, dan unit yang menyampaikan datanya.",
    """
    id teks Kunci baris: kode indikator.
    nama teks Nama indikator.
    tingkat teks Tingkat perencanaan: tujuan, sasaran, program, kegiatan, atau sub_kegiatan.
    iku ya_tidak Apakah Indikator Kinerja Utama.
    tipe_hasil teks Apa yang diukur: input, output, outcome, atau impact.
    satuan teks Satuan.
    tipe_satuan teks Jenis satuan: angka, persen, indeks, rupiah, rasio, predikat, tanggal, atau ya_tidak.
    desimal bilangan Banyaknya angka di belakang koma saat dicetak.
    polaritas teks Arah yang baik: naik (makin tinggi), turun (makin rendah), stabil (makin dekat target), rentang.
    formula_capaian teks Formula capaian khusus indikator ini; kosong bila mengikuti metode tahunnya.
    agregasi teks Cara nilai periode digabung menjadi periode yang lebih panjang.
    mode_target teks Apakah target periode dalam rencana aksi kumulatif atau per_periode.
    frekuensi teks Seberapa sering dilaporkan.
    definisi_operasional teks Apa persisnya yang dihitung.
    formula_teks teks Cara menghitung dalam kata-kata.
    rumus teks Rumus atas komponen; kosong bila tidak memakai komponen.
    batas_min angka Nilai terkecil yang mungkin.
    batas_maks angka Nilai terbesar yang mungkin.
    baseline_tahun bilangan Tahun kondisi awal.
    baseline_nilai angka Nilai kondisi awal.
    penanggung_jawab teks Kode unit kerja yang menyampaikan data.
    nama_unit teks Nama unit kerja itu.
    sumber_data teks Dari mana datanya.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    tahun_terakhir bilangan Tahun terakhir dipakai; kosong bila masih dipakai.
    pengganti teks Kode indikator penggantinya, bila ada.
    nilai_resmi ya_tidak Apakah nilainya ditetapkan pemilik indeks dan komponennya hanya pembanding.
    putus_seri teks Tahun sejak nilainya tidak dapat dibandingkan dengan sebelumnya, dipisahkan spasi.
    baseline_tertulis teks Predikat, tanggal, tahapan, ya, atau tidak bila kondisi awal ditulis demikian.
    konsep teks Gagasan yang diukur.
    interpretasi teks Cara membaca angkanya.
    klasifikasi_penyajian teks Menurut apa angkanya dirinci saat disajikan.
    level_estimasi teks Sampai tingkat apa angkanya berlaku.
    publikasi teks Di mana selain di situs ini angkanya terbit.
    standar_tahun bilangan Tahun standar nasional atau pembandingnya.
    standar_nilai angka Nilai standar nasional atau pembandingnya.
    standar_sumber teks Sumber standar itu.
    """,
)

TARGET: Final = tabel(
    "target",
    "Target",
    "Satu baris untuk setiap target, seperti tertulis dalam Renstra, Perjanjian Kinerja, dan rencana aksi.",
    """
    id teks Kunci baris: kode:periode:jenis:versi.
    indikator teks Kode indikator.
    tahun bilangan Tahun.
    periode teks Periode, misalnya 2024-TW3; tahun saja berarti setahun.
    jenis teks Dokumen yang menyatakannya: renstra, perjanjian_kinerja, atau rencana_aksi.
    versi teks Kode Renstra atau versi Perjanjian Kinerja; kosong untuk rencana aksi.
    nilai angka Target dalam satuan indikator; batas bawah bila rentang.
    alasan teks Alasan bila target berbeda dari Renstra.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    maks angka Batas atas bila target berupa rentang.
    tanda teks >=, >, <=, atau < bila target menyebutnya; rentang; kosong bila angka saja.
    tertulis teks Predikat, tanggal, tahapan, atau ya bila target ditulis demikian.
    """,
)

REALISASI: Final = tabel(
    "realisasi",
    "Realisasi",
    "Satu baris untuk setiap angka yang disampaikan unit kerja, beserta penjelasannya.",
    """
    id teks Kunci baris: kode:periode.
    indikator teks Kode indikator.
    tahun bilangan Tahun.
    periode teks Periode pelaporan.
    unit teks Kode unit kerja yang menyampaikan.
    nilai angka Realisasi dalam satuan indikator, apa adanya; kosong bila status bukan ada.
    status teks ada, atau mengapa angkanya tidak ada: menunggu_rilis, tidak_tersedia, tidak_berlaku.
    alasan teks Alasan status.
    sementara ya_tidak Apakah angkanya masih sementara.
    tahun_data bilangan Tahun asal angka bila bukan tahun laporan.
    kendala teks Penyebab target tidak tercapai.
    solusi teks Upaya mengatasinya.
    faktor_pendorong teks Penyebab keberhasilan.
    catatan teks Catatan lain.
    sumber teks Sumber angka bila lebih khusus daripada kamus indikator.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    tertulis teks Predikat, tanggal, tahapan, ya, atau tidak bila realisasi ditulis demikian.
    capaian_dinyatakan angka Capaian yang ditetapkan bersama laporan ini, bila tidak dihitung.
    alasan_capaian teks Mengapa capaian itu ditetapkan, tidak dihitung.
    disetujui_oleh teks Kode jabatan yang menyetujui capaian itu.
    tanpa_tindak_lanjut teks Mengapa tidak ada tindak lanjut walau target belum tercapai.
    """,
)

KOMPONEN: Final = tabel(
    "komponen",
    "Komponen",
    "Angka-angka yang membentuk nilai indikator menurut rumusnya.",
    """
    id teks Kunci baris: kode:periode:komponen.
    indikator teks Kode indikator.
    tahun bilangan Tahun.
    periode teks Periode.
    komponen teks Nama komponen dalam rumus.
    uraian teks Arti komponen.
    nilai angka Nilai komponen, apa adanya.
    asal teks dilaporkan oleh unit, atau digabung dari periode yang lebih pendek.
    berkas teks Berkas sumber dalam repositori; untuk gabungan, berkas laporan terakhirnya.
    baris bilangan Baris dalam berkas sumber.
    """,
)

CAPAIAN: Final = tabel(
    "capaian",
    "Capaian indikator",
    "Satu baris untuk setiap indikator dan periode: target, realisasi, dan capaian tanpa pembulatan.",
    """
    id teks Kunci baris: kode:periode.
    indikator teks Kode indikator.
    tahun bilangan Tahun.
    periode teks Periode.
    selesai ya_tidak Apakah periode sudah berakhir pada posisi data ini.
    status teks ada, atau mengapa belum terukur.
    alasan teks Alasan status seperti dinyatakan unit.
    formula teks Formula dari target dan realisasi ke capaian.
    versi_pk teks Versi Perjanjian Kinerja yang berlaku pada akhir periode.
    target angka Target sampai periode ini, pembanding realisasi.
    target_tahun angka Target setahun.
    target_renstra angka Target tahun terakhir Renstra.
    realisasi angka Realisasi sampai periode ini.
    realisasi_periode angka Realisasi periode ini sendiri.
    capaian_mentah angka Jawaban formula dalam persen, sebelum batas apa pun.
    capaian angka Capaian dalam persen dengan batas bawah; dasar kategori.
    capaian_agregat angka Capaian dalam persen dengan batas atas; dasar rata-rata.
    capaian_tahun angka Capaian terhadap target setahun, dalam persen; bagi jumlah yang dibatasi hanya bila lengkap.
    kemajuan_renstra angka Capaian terhadap target akhir Renstra, dalam persen; syaratnya sama.
    tercapai ya_tidak Apakah capaian_mentah sekurang-kurangnya 100; kosong bila belum terukur.
    kategori teks Kode kelas pada skala tahunnya.
    kategori_label teks Nama kelas itu.
    terukur_ada bilangan Banyaknya periode pelaporan yang angkanya ada.
    terukur_dari bilangan Banyaknya periode pelaporan yang seharusnya ada.
    tanda teks Tanda pada angka, dipisahkan spasi.
    jatuh_tempo tanggal Batas penyampaian data.
    hari_terlambat bilangan Hari terlambat pada tanggal posisi; 0 bila tidak terlambat.
    perubahan_sebelumnya angka Realisasi periode yang sama tahun lalu.
    perubahan_selisih angka Selisih terhadap realisasi itu, dalam satuan indikator; hari menurut tanggalnya.
    arah teks membaik, memburuk, atau tetap.
    berkas teks Berkas realisasi terakhir yang membentuk angka ini.
    baris bilangan Baris dalam berkas itu.
    target_murni angka Target setahun menurut PK murni, bila PK yang berlaku sudah diubah.
    capaian_murni angka Capaian terhadap target PK murni itu, dalam persen; syaratnya seperti capaian_tahun.
    target_maks angka Batas atas target sampai periode ini, bila berupa rentang; target adalah batas bawahnya.
    target_tanda teks >=, >, <=, atau < bila target menyebutnya; rentang; kosong bila angka saja.
    baseline angka Kondisi awal, bila capaian diukur dari sana.
    capaian_dinyatakan angka Capaian yang ditetapkan dan disetujui, bila tidak dihitung.
    target_tahun_maks angka Batas atas target setahun.
    target_renstra_maks angka Batas atas target tahun terakhir Renstra.
    target_murni_maks angka Batas atas target PK murni.
    predikat teks Predikat realisasi menurut skala indikatornya.
    predikat_target teks Predikat target menurut skala indikatornya.
    putus bilangan Tahun putusnya seri, bila karena itu tidak dibandingkan dengan tahun lalu.
    terhitung ya_tidak Apakah dihitung dalam kelompoknya; tidak bila baru dijanjikan PK sesudah periode ini.
    """,
)

SASARAN: Final = tabel(
    "sasaran",
    "Capaian sasaran dan tujuan",
    "Satu baris untuk setiap sasaran atau tujuan dan periode.",
    """
    id teks Kunci baris: kode:periode; tujuan yang berkode sama dengan sasaran ditulis tujuan:kode:periode.
    jenis teks tujuan atau sasaran.
    kode teks Kode tujuan atau sasaran dalam Renstra.
    uraian teks Bunyinya.
    tahun bilangan Tahun.
    periode teks Periode.
    terukur_ada bilangan Banyaknya indikator yang terukur.
    terukur_dari bilangan Banyaknya indikator.
    tercapai bilangan Banyaknya indikator yang mencapai target.
    capaian angka Rata-rata capaian_agregat dalam persen; kosong bila belum semua indikator terukur.
    kategori teks Kode kelas pada skala tahunnya.
    kategori_label teks Nama kelas itu.
    """,
)

PERANGKAT_DAERAH: Final = tabel(
    "perangkat_daerah",
    "Capaian perangkat daerah",
    "Satu baris untuk setiap periode.",
    """
    id teks Kunci baris: periode.
    tahun bilangan Tahun.
    periode teks Periode.
    terukur_ada bilangan Banyaknya indikator sasaran yang terukur.
    terukur_dari bilangan Banyaknya indikator sasaran.
    tercapai bilangan Banyaknya indikator sasaran yang mencapai target.
    capaian angka Capaian dalam persen; kosong bila indikator yang terukur belum cukup.
    kategori teks Kode kelas pada skala tahunnya.
    kategori_label teks Nama kelas itu.
    cara teks Cara menghitung: rerata_sasaran, berbobot, geometrik, atau rerata_iku.
    """,
)

PROGRAM: Final = tabel(
    "program",
    "Program, kegiatan, dan sub kegiatan",
    "Satu baris untuk setiap program, kegiatan, dan sub kegiatan dalam satu tahun, beserta pagunya.",
    """
    id teks Kunci baris: kode:tahun.
    kode teks Kode menurut nomenklatur.
    tahun bilangan Tahun.
    tingkat teks program, kegiatan, atau sub_kegiatan.
    nama teks Nama menurut nomenklatur.
    induk teks Kode di atasnya.
    sasaran teks Kode sasaran yang didukung programnya.
    penanggung_jawab teks Kode unit kerja penanggung jawab.
    pagu_murni angka Pagu menurut DPA awal, rupiah.
    pagu angka Pagu yang berlaku, rupiah.
    berkas teks Berkas sumber pagu; kosong bila hasil penjumlahan sub kegiatan.
    baris bilangan Baris dalam berkas sumber.
    """,
)

ANGGARAN: Final = tabel(
    "anggaran",
    "Realisasi anggaran",
    "Satu baris untuk setiap program, kegiatan, sub kegiatan, dan periode, serta jumlah seluruhnya.",
    """
    id teks Kunci baris: kode:periode; jumlah seluruhnya ditulis total:periode.
    kode teks Kode menurut nomenklatur; kosong untuk jumlah seluruhnya.
    tahun bilangan Tahun.
    periode teks Periode.
    data_sampai teks Periode angka terakhir; kosong bila belum ada realisasi.
    pagu_murni angka Pagu menurut DPA awal, rupiah.
    pagu angka Pagu yang berlaku, rupiah.
    realisasi angka Realisasi dari awal tahun, rupiah.
    sisa angka Pagu dikurangi realisasi, rupiah.
    serapan angka Realisasi dalam persen pagu.
    berkas teks Berkas sumber realisasi; kosong bila hasil penjumlahan sub kegiatan.
    baris bilangan Baris dalam berkas sumber.
    capaian angka Rata-rata capaian_agregat indikatornya sendiri, persen; kosong bila belum semua terukur.
    terukur_ada bilangan Banyaknya indikatornya sendiri yang terukur.
    terukur_dari bilangan Banyaknya indikatornya sendiri.
    selisih angka Capaian dikurangi serapan, dalam poin persen; hanya bila keduanya sampai akhir tahun.
    """,
)

KERTAS_KERJA: Final = tabel(
    "kertas_kerja",
    "Kertas kerja pengukuran",
    "Baris `sakipgen ukur --format csv`: indikator, sasaran, dan perangkat daerah satu periode.",
    """
    jenis teks indikator, sasaran, atau perangkat_daerah.
    kode teks Kode indikator atau sasaran.
    periode teks Periode.
    target angka Target sampai periode ini.
    realisasi angka Realisasi sampai periode ini.
    capaian_mentah angka Jawaban formula dalam persen.
    capaian angka Capaian dalam persen dengan batas bawah.
    capaian_agregat angka Capaian dalam persen dengan batas atas.
    capaian_cetak teks Capaian seperti tercetak, dua angka di belakang koma.
    capaian_tahun angka Capaian terhadap target setahun.
    kategori teks Nama kelas.
    tercapai ya_tidak Apakah target tercapai.
    status teks ada, atau mengapa belum terukur.
    terukur_ada bilangan Banyaknya yang terukur.
    terukur_dari bilangan Banyaknya yang seharusnya terukur.
    cara teks Cara menghitung capaian perangkat daerah.
    berkas teks Berkas sumber.
    baris bilangan Baris dalam berkas sumber.
    """,
)
