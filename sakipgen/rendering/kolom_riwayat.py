"""The open data contract v1 of what changed over time. Row values stand in `opendata_riwayat.py`, in the same order."""

from __future__ import annotations

from typing import Final

from sakipgen.domain.isian import Dokumen
from sakipgen.rekap import JenisPerubahan
from sakipgen.rendering.kolom import tabel

PERUBAHAN: Final = tabel(
    "perubahan",
    "Perubahan",
    "Satu baris untuk setiap angka yang diisi atau diubah, menurut riwayat Git; kosong bila riwayatnya tidak terbaca.",
    f"""
    id teks Kunci baris: revisi:dokumen:kode:periode:versi:bagian.
    waktu teks Waktu perubahan diterima, dengan zona waktunya.
    tanggal tanggal Tanggal perubahan diterima.
    jenis teks Jenis perubahan: {", ".join(JenisPerubahan)}.
    dokumen teks Dokumen yang memuat angkanya: {", ".join(d for d in Dokumen if d is not Dokumen.PENUTUPAN)}.
    kode teks Kode indikator, atau kode sub kegiatan untuk pagu dan anggaran; kosong untuk metode.
    periode teks Periode atau tahun angkanya; kosong untuk kamus indikator.
    versi teks Kode Renstra, versi Perjanjian Kinerja, atau pagu murni dan perubahan.
    bagian teks Isian yang berubah: nilai atau bentuknya, nama komponen, target, pagu, realisasi, atau fisik.
    nilai_lama angka Angka sebelumnya; kosong bila belum ada atau bukan angka.
    nilai_baru angka Angka sesudahnya; kosong bila dihapus atau bukan angka.
    lama_tertulis teks Isi sebelumnya bila bukan angka.
    baru_tertulis teks Isi sesudahnya bila bukan angka.
    alasan teks Mengapa berubah, bila dicatat.
    unit teks Kode unit kerja yang mengajukan; kosong bila bukan isian satu unit.
    disetujui_oleh teks Kode jabatan yang menyetujui, dipisahkan spasi; kosong bila tidak dicatat.
    koreksi teks Kode koreksi yang menjelaskannya.
    usulan bilangan Nomor usulan.
    revisi teks Sidik revisi Git.
    berkas teks Berkas sumber dalam repositori.
    """,
)
