"""The open data contract v1 of how the work was done: follow-up, corrections, submissions, the SOP, documents, units.

Row values stand in `opendata_catatan.py`, in the same order.
"""

from __future__ import annotations

from typing import Final

from sakipgen.rekap import KeadaanPengiriman
from sakipgen.rendering.kolom import tabel

TINDAK_LANJUT: Final = tabel(
    "tindak_lanjut",
    "Tindak lanjut",
    "Satu baris untuk setiap tindak lanjut atas evaluasi kinerja.",
    """
    id teks Kunci baris: kode tindak lanjut.
    tahun bilangan Tahun periode yang dievaluasi.
    periode teks Periode yang dievaluasi.
    asal teks analisis_periode, rekomendasi_lhe, atau arahan_kepala.
    indikator teks Kode indikator yang hendak diperbaiki, dipisahkan spasi.
    tindakan teks Apa yang dilakukan.
    unit teks Kode unit kerja penanggung jawab.
    ditetapkan tanggal Tanggal ditetapkan.
    batas tanggal Tanggal harus selesai.
    status teks selesai, berjalan, terlambat, atau belum_mulai pada tanggal posisi.
    kemajuan angka Kemajuan dalam persen.
    hari_terlambat bilangan Hari melewati batas; 0 bila tidak terlambat.
    selesai tanggal Tanggal selesai; kosong bila belum.
    bukti bilangan Banyaknya bukti selesai.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    """,
)

KOREKSI: Final = tabel(
    "koreksi",
    "Koreksi",
    "Satu baris untuk setiap angka yang berubah sesudah periodenya ditutup.",
    """
    id teks Kunci baris: kode:periode.
    kode teks Kode koreksi.
    tahun bilangan Tahun.
    periode teks Periode yang angkanya berubah.
    jenis teks koreksi_kesalahan, revisi_terencana, isian_terlambat, atau pencabutan.
    indikator teks Kode indikator.
    unit teks Kode unit kerja penanggung jawab.
    isian teks Isian yang berubah: nilai atau bentuknya, capaian_dinyatakan, atau nama komponen.
    nilai_lama angka Isi sebelum dikoreksi; kosong untuk isian terlambat.
    nilai_baru angka Isi sesudah dikoreksi; kosong untuk pencabutan.
    realisasi_lama angka Realisasi indikator sebelum dikoreksi, dalam satuannya.
    realisasi_baru angka Realisasi indikator sekarang, dalam satuannya; kosong bila dicabut.
    alasan teks Mengapa berubah.
    tingkat teks kecil, sedang, atau serius.
    tanggal tanggal Tanggal koreksi disetujui.
    diminta_oleh teks Kode jabatan yang meminta.
    disetujui_oleh teks Kode jabatan yang menyetujui, dipisahkan spasi.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    lama_tertulis teks Predikat, tanggal, tahapan, ya, atau tidak bila isi lama ditulis demikian.
    baru_tertulis teks Predikat, tanggal, tahapan, ya, atau tidak bila isi baru ditulis demikian.
    """,
)

PENGIRIMAN: Final = tabel(
    "pengiriman",
    "Pengiriman data",
    "Satu baris untuk setiap unit kerja dan periode yang pengirimannya dicatat.",
    f"""
    id teks Kunci baris: unit:periode.
    unit teks Kode unit kerja.
    tahun bilangan Tahun.
    periode teks Periode.
    jatuh_tempo tanggal Batas penyampaian data.
    dikirim tanggal Tanggal pertama kali dikirim; kosong bila belum.
    disetujui tanggal Tanggal disetujui; kosong bila belum.
    hari_terlambat bilangan Hari dari jatuh tempo sampai dikirim; bila belum dikirim, sampai tanggal posisi.
    putaran bilangan Berapa kali dikembalikan untuk dilengkapi.
    keadaan teks Di mana laporan itu berada: {", ".join(KeadaanPengiriman)}.
    alasan teks Alasan pengembalian terakhir.
    """,
)

SIKLUS: Final = tabel(
    "siklus",
    "Pelaksanaan SOP",
    "Satu baris untuk setiap langkah SOP pada setiap periode yang pelaksanaannya dicatat.",
    """
    id teks Kunci baris: periode:prosedur:langkah.
    tahun bilangan Tahun.
    periode teks Periode.
    prosedur teks pengumpulan atau pengukuran.
    langkah bilangan Nomor langkah dalam SOP.
    uraian teks Apa yang dilakukan.
    pelaksana teks Siapa yang melakukan menurut SOP.
    keluaran teks Jenis naskah yang dihasilkan.
    menit_baku bilangan Waktu baku dalam menit kerja; kosong bila SOP tidak menetapkannya.
    menit bilangan Waktu yang dipakai dalam menit kerja; kosong bila tidak dicatat.
    kali bilangan Berapa kali dikerjakan; 0 bila belum.
    selesai tanggal Tanggal terakhir dikerjakan; kosong bila belum.
    oleh teks Kode jabatan yang mengerjakan.
    nomor teks Nomor naskah.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    """,
)

PROSES: Final = tabel(
    "proses",
    "Waktu langkah SOP",
    "Satu baris untuk setiap langkah SOP dan tahun: waktu baku dan median waktu yang dipakai.",
    """
    id teks Kunci baris: tahun:prosedur:langkah.
    tahun bilangan Tahun.
    prosedur teks pengumpulan atau pengukuran.
    langkah bilangan Nomor langkah dalam SOP.
    menit_baku bilangan Waktu baku dalam menit kerja; kosong bila SOP tidak menetapkannya.
    menit angka Median waktu yang dipakai dalam menit kerja; kosong bila tidak dicatat.
    banyak bilangan Banyaknya periode yang mencatatnya.
    """,
)

DOKUMEN: Final = tabel(
    "dokumen",
    "Dokumen",
    "Satu baris untuk setiap dokumen pendukung.",
    """
    id teks Kunci baris: kode dokumen.
    jenis teks Jenis dokumen.
    judul teks Judul.
    tahun bilangan Tahun kinerja yang dibahas.
    nomor teks Nomor dokumen.
    tanggal tanggal Tanggal ditetapkan.
    keadaan teks final atau rancangan.
    klasifikasi teks publik, atau internal bila diminta lewat PPID; kosong bila naskahnya tidak dicatat.
    naskah teks Jalur berkas di bawah data/, bila disimpan dalam repositori.
    tautan teks Alamat naskah, bila disimpan di tempat lain.
    nomor_arsip teks Nomor arsip, bila disimpan di kantor.
    ukuran bilangan Ukuran berkas dalam bita.
    sha256 teks Sidik SHA-256 berkas.
    menggantikan teks Kode dokumen yang digantikan.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    """,
)

UNIT_KERJA: Final = tabel(
    "unit_kerja",
    "Unit kerja",
    "Satu baris untuk setiap unit kerja yang menyampaikan data.",
    """
    id teks Kunci baris: kode unit kerja.
    nama teks Nama unit kerja.
    jenis teks sekretariat, bidang, subbagian, kelompok_jf, atau uptd.
    tugas teks Tugas unit dalam satu baris.
    induk teks Kode unit di atasnya, bila ada.
    aktif_sejak tanggal Tanggal unit mulai ada; kosong bila sejak awal.
    aktif_sampai tanggal Tanggal unit dihapus; kosong bila masih ada.
    """,
)
