"""The manual of the codes that reading gives: code to an entry in Markdown, published as the page /aturan/."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.reading.manual_bukti import B, D
from sakipgen.reading.manual_naskah import R, U, Y, entri

_S: Final[Mapping[str, str]] = {
    "S001": entri(
        "Isian yang tidak dikenal",
        "Nama isian salah ketik, berada di tingkat yang salah, atau memang tidak ada. Kategori dan capaian tidak "
        "pernah diketik karena dihitung otomatis. Kode, tahun, periode, dan unit dibaca dari nama berkas. "
        "Koma di dalam kurung kurawal juga menyebabkan ini: `{nilai: 1,5}` terbaca sebagai dua isian.",
        "Perbaiki nama isiannya atau hapus isian itu. Tulis pecahan dengan titik.",
        ("butir:\n  IKU-01:\n    nilia: 77.5", "butir:\n  IKU-01:\n    nilai: 77.5"),
    ),
    "S002": entri(
        "Isian wajib belum ada atau kosong",
        "Isian yang wajib tidak ditulis, atau ditulis tanpa isi sesudah titik dua. Kosong tidak sama dengan nol.",
        "Tambahkan isiannya. Bila angka realisasi belum ada, tulis `status:` dengan `alasan:`.",
        (
            "butir:\n  IKU-01:\n    target:",
            "butir:\n  IKU-01:\n    target: 80",
        ),
    ),
    "S003": entri(
        "Berkas kosong",
        "Berkas tidak memuat data, atau hanya memuat komentar.",
        "Isi datanya, atau hapus berkasnya bila belum ada yang dilaporkan.",
    ),
    "S004": entri(
        "Pilihan yang tidak dikenal",
        "Isian ini hanya menerima beberapa kata tertentu, dan yang ditulis bukan salah satunya. "
        "Huruf besar dan kecil dibedakan; ya dan tidak ditulis `ya` dan `tidak`.",
        "Tulis salah satu pilihan yang disebut pesan, tepat seperti tertulis.",
        ("frekuensi: Triwulan", "frekuensi: triwulanan"),
    ),
    "S005": entri(
        "Bentuk isian keliru",
        "Di tempat ini diharapkan bentuk yang lain: teks, angka, daftar yang butirnya diawali `- `, "
        "atau beberapa isian yang menjorok di bawah kuncinya.",
        "Ubah bentuknya menurut pesan dan contoh.",
        ("satuan: persen", "satuan:\n  nama: persen\n  tipe: persen"),
    ),
    "S006": entri(
        "Terlalu pendek, terlalu panjang, atau di luar batas",
        "Teks, daftar, atau angka di luar batas yang wajar: kosong, terlalu panjang, terlalu kecil, "
        "atau terlalu besar.",
        "Sesuaikan dengan batas yang disebut pesan.",
        ("desimal: 9", "desimal: 2"),
    ),
    "S007": entri(
        "Penulisan tidak menurut pola",
        "Kode, tautan, sidik SHA-256, nama komponen, atau teks satu baris tidak menurut polanya. "
        "Kode hanya memuat huruf, angka, titik, dan tanda hubung, karena menjadi alamat halaman.",
        "Tulis ulang menurut pola dan contoh pada pesan.",
        ("butir:\n  IKU 01:\n    nilai: 77.5", "butir:\n  IKU-01:\n    nilai: 77.5"),
    ),
    "S008": entri(
        "Isian yang bertentangan",
        "Dua isian dalam satu berkas tidak dapat benar bersama-sama, atau yang satu memerlukan yang lain.",
        "Ubah salah satu menurut pesan.",
        ("polaritas: naik\nformula_capaian: turun_selisih", "polaritas: turun\nformula_capaian: turun_selisih"),
    ),
    "S009": entri(
        "Skala bercelah atau bertumpang tindih",
        "Kelas-kelas pada skala kategori harus memuat setiap nilai tepat satu kali. "
        "Di antara dua kelas ada nilai yang tidak termasuk mana pun, atau termasuk keduanya.",
        "Perbaiki batas `min` dan `maks` kedua kelas yang disebut pesan.",
        (
            "- {kode: tinggi, label: Tinggi, min: 77}\n- {kode: rendah, label: Rendah, maks: 75}",
            "- {kode: tinggi, label: Tinggi, min: 76}\n- {kode: rendah, label: Rendah, maks: 75}",
        ),
    ),
    "S099": entri(
        "Isian tidak terbaca karena sebab lain",
        "Isian ini tidak sesuai dengan skema, tetapi sebabnya belum punya penjelasan sendiri.",
        "Bandingkan dengan contoh pada panduan. Bila tetap gagal, laporkan kepada pengelola program beserta berkasnya.",
    ),
}

_N: Final[Mapping[str, str]] = {
    "N001": entri(
        "Koma desimal",
        "Angka memakai koma. Dalam data, pecahan ditulis dengan titik; halaman tetap mencetaknya dengan koma.",
        "Ganti koma dengan titik.",
        ("nilai: 85,5", "nilai: 85.5"),
    ),
    "N003": entri(
        "Pemisah ribuan",
        "Angka memakai titik atau koma sebagai pemisah ribuan, sehingga dapat terbaca seribu kali lebih kecil.",
        "Tulis semua angkanya tanpa pemisah.",
        ("murni: 1.500.000", "murni: 1500000"),
    ),
    "N004": entri(
        "Tanda persen",
        "Angka diikuti tanda `%`. Satuan sudah tertulis pada kamus indikator.",
        "Hapus tanda persennya.",
        ("nilai: 95%", "nilai: 95"),
    ),
    "N005": entri(
        "Bukan angka",
        "Isian memuat `nan` atau `inf`, tanda dari aplikasi hitung bahwa angkanya tidak ada.",
        "Hapus isian itu. Bila datanya belum ada, nyatakan statusnya dan alasannya.",
        ("nilai: nan", "status: menunggu_rilis\nalasan: Nilai dirilis pada bulan Desember."),
    ),
    "N006": entri(
        "Angka diawali nol",
        "Angka ditulis dengan 0 di depan, misalnya `012`. Beberapa program membacanya sebagai bilangan oktal.",
        "Hapus nol di depannya.",
        ("nilai: 012", "nilai: 12"),
    ),
    "N008": entri(
        "Bukan penulisan angka biasa",
        "Angka ditulis dengan pangkat (`1e6`), bilangan heksadesimal (`0x1F`), atau garis bawah (`1_000`).",
        "Tulis semua angkanya.",
        ("target: 1e6", "target: 1000000"),
    ),
    "N012": entri(
        "Lambang rupiah",
        "Angka diawali `Rp`. Satuan isian ini sudah diketahui.",
        "Hapus lambangnya, dan tulis angkanya tanpa pemisah ribuan.",
        ("murni: Rp1.500.000", "murni: 1500000"),
    ),
    "N013": entri(
        "Teks di tempat angka",
        "Isian ini harus angka, tetapi memuat huruf, satuan, tanda hubung, akhiran `,-`, spasi, atau titik tanpa angka "
        "di salah satu sisinya.",
        "Tulis angkanya saja. Bila angkanya belum ada, jangan menulis tanda hubung; nyatakan statusnya. Dalam koreksi, "
        "predikat dan hari ditulis dengan kuncinya, misalnya `{predikat: WDP}`.",
        ("nilai: 87 orang", "nilai: 87"),
    ),
    "N018": entri(
        "Target ditulis sebagai teks",
        "Target seperti “≥ 95”, “80–90%”, “1:32”, “BB”, atau sebuah tanggal punya bentuknya sendiri, supaya program "
        "tahu kapan target itu tercapai. Angka di dalam kalimat tidak dapat dihitung.",
        "Tulis bentuk yang disebut pesan.",
        ('target: "≥ 95"', "target: {paling_sedikit: 95}"),
    ),
    "N014": entri(
        "Angka terlalu panjang",
        "Angka lebih dari 15 angka di depan titik atau 6 angka di belakangnya.",
        "Bulatkan angkanya, atau periksa apakah dua angka tersambung.",
        ("nilai: 38.749999999", "nilai: 38.75"),
    ),
    "N015": entri(
        "Harus bilangan bulat",
        "Isian ini harus bilangan bulat mulai dari nol: rupiah tanpa sen, banyaknya hari, atau banyaknya desimal.",
        "Tulis bilangan bulatnya.",
        ("murni: 1500000.50", "murni: 1500000"),
    ),
    "N016": entri(
        "Rupiah kurang dari nol",
        "Pagu atau realisasi anggaran bernilai negatif.",
        "Tulis jumlahnya tanpa tanda minus. Pengembalian dicatat sebagai realisasi yang lebih kecil.",
        ("realisasi: -250000", "realisasi: 250000"),
    ),
}

_T: Final[Mapping[str, str]] = {
    "T001": entri(
        "Tanggal yang tidak ada",
        "Tanggal itu tidak ada pada kalender, misalnya 30 Februari.",
        "Periksa tanggalnya pada dokumen aslinya.",
        ("tanggal: 2024-02-30", "tanggal: 2024-02-29"),
    ),
    "T002": entri(
        "Periode yang tidak dikenal",
        "Periode ditulis dengan cara lain. Yang dikenal: bulan `01` sampai `12`, triwulan `TW1` sampai `TW4`, "
        "semester `S1` dan `S2`.",
        "Tulis periodenya tepat seperti itu, dengan huruf besar.",
        ("target:\n  tw3: 79", "target:\n  TW3: 79"),
    ),
    "T003": entri(
        "Penulisan tanggal",
        "Tanggal tidak ditulis sebagai tahun-bulan-hari. Urutan lain dapat terbaca sebagai tanggal yang berbeda.",
        "Tulis empat angka tahun, dua angka bulan, dua angka hari.",
        ("tanggal: 31/01/2024", "tanggal: 2024-01-31"),
    ),
    "T004": entri(
        "Tahun yang tidak dikenal",
        "Tahun tidak ditulis dengan empat angka antara 2000 dan 2099, atau tahun akhir mendahului tahun awal.",
        "Tulis tahunnya lengkap, dan periksa urutannya.",
        ("tahun_data: 24", "tahun_data: 2024"),
    ),
    "T007": entri(
        "Penulisan lama waktu",
        "Lama waktu tidak ditulis sebagai bilangan bulat dan satuannya. Yang dikenal: `menit`, `jam`, dan `hari` "
        "(hari kerja).",
        "Tulis bilangannya, satu spasi, lalu satuannya. Setengah jam ditulis `30 menit`.",
        ("waktu: 1,5 jam", "waktu: 90 menit"),
    ),
    "T008": entri(
        "Tanggal tidak berurutan",
        "Dua tanggal dalam satu berkas tidak mungkin benar bersama-sama: data diputus sebelum dikirim, dikirim lagi "
        "sebelum ada jawaban, rapat selesai sebelum mulai, atau tindak lanjut harus selesai sebelum ditetapkan.",
        "Periksa kedua tanggal itu pada naskah aslinya, lalu betulkan yang keliru atau urutkan barisnya.",
        (
            "dikirim: 2024-04-09\ndiputus: 2024-04-03\nhasil: disetujui",
            "dikirim: 2024-04-03\ndiputus: 2024-04-09\nhasil: disetujui",
        ),
    ),
    "T013": entri(
        "Penulisan jam",
        "Jam tidak ditulis dua angka, titik, dua angka, dari `00.00` sampai `23.59`.",
        "Tulis jam dengan titik dan angka 0 di depan, tanpa `WIB`.",
        ("mulai: 9:00 WIB", "mulai: 09.00"),
    ),
}

MANUAL: Final[Mapping[str, str]] = {**Y, **_S, **_N, **_T, **U, **R, **B, **D}
"""Code → title line, blank line, cause, cure."""
