"""The manual entries of evidence (B) and of personal data and secrets (D) that reading finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.reading.manual_naskah import entri

_CETAK: Final = "Buka berkasnya, pilih Cetak lalu “Simpan sebagai PDF”, dan unggah hasilnya."

B: Final[Mapping[str, str]] = {
    "B003": entri(
        "Bukti berupa tautan simbolik",
        "Di folder `bukti` ada penunjuk ke berkas lain, bukan berkasnya sendiri. Penunjuk dapat mengarah ke luar "
        "folder data, dan di komputer lain tidak menunjuk ke mana pun.",
        "Hapus penunjuk itu, lalu simpan berkas aslinya di tempat yang sama.",
    ),
    "B005": entri(
        "Nama bukti yang hanya berbeda huruf besar dan kecil",
        "Dua berkas atau dua folder bukti hanya dibedakan oleh huruf besar dan kecil. Di Windows dan macOS keduanya "
        "menjadi satu, sehingga salah satunya hilang.",
        "Ganti salah satu nama, atau pindahkan isinya ke folder yang sama.",
        ("data/bukti/2024/TW3/Bukti.PDF\ndata/bukti/2024/TW3/bukti.pdf", "data/bukti/2024/TW3/bukti.pdf"),
    ),
    "B006": entri(
        "Isi bukti tidak sesuai dengan namanya",
        "Akhiran nama berkas, misalnya `.pdf`, tidak sesuai dengan isinya. Penyebab lazim: halaman web yang disimpan "
        "dengan nama `.pdf`, atau akhiran nama yang diganti tanpa mengubah isinya.",
        "Buka berkasnya dengan aplikasi yang membuatnya, lalu simpan ulang sebagai jenis yang dimaksud.",
    ),
    "B007": entri(
        "Berkas bukti terlalu besar",
        "Berkas bukti lebih besar dari 10 MiB, biasanya hasil pindai dengan ketajaman yang tidak perlu. Berkas "
        "sebesar itu memperlambat semua orang yang memakai data ini.",
        "Pindai ulang dengan 150 dpi, hitam putih atau abu-abu. Bila tetap besar, titipkan berkasnya di arsip kantor "
        "dan tulis `nomor_arsip`.",
        ("berkas: bukti/2024/TW3/rekap.pdf", "nomor_arsip: 000.8/1234/BKPSDM"),
    ),
    "B008": entri(
        "Tautan yang tidak dapat dibuka publik",
        "Tautan tidak memakai https, menunjuk komputer di dalam kantor, memakai angka alih-alih nama situs, memakai "
        "porta khusus, atau memuat nama pengguna. Pembaca di luar kantor tidak dapat membukanya. Tautannya hanya "
        "dibaca, tidak pernah dibuka oleh program.",
        "Tulis alamat https yang dapat dibuka siapa pun. Bila tidak ada, simpan berkasnya di `data/bukti/`, atau "
        "tulis `nomor_arsip`.",
        ("tautan: http://10.0.0.5/rekap.pdf", "tautan: https://www.contoh.go.id/rekap.pdf"),
    ),
    "B011": entri(
        "Jenis berkas yang tidak diterima sebagai bukti",
        "Bukti berupa PDF, JPG, PNG, XLSX, DOCX, atau CSV. Jenis lain tidak dapat diperiksa isinya, dapat menjalankan "
        "perintah (misalnya `.svg`, `.html`, `.xlsm`), atau tidak dapat dibuka di setiap komputer.",
        _CETAK,
        ("data/bukti/2024/TW3/rekap.xlsm", "data/bukti/2024/TW3/rekap.xlsx"),
    ),
    "B012": entri(
        "PDF yang memuat lebih dari halamannya",
        "PDF dikunci dengan kata sandi, memuat JavaScript, perintah yang menjalankan program, atau berkas lain di "
        "dalamnya. Isinya tidak dapat diperiksa, dan dapat membahayakan komputer pembacanya.",
        _CETAK,
    ),
    "B013": entri(
        "Berkas Office dengan makro atau objek tersemat",
        "Berkas Excel atau Word memuat makro, atau berkas lain yang tersemat di dalamnya, misalnya seluruh buku kerja "
        "di belakang sebuah grafik. Makro dapat menjalankan program, dan objek tersemat membawa data yang tidak "
        "tampak di halaman.",
        f"{_CETAK} Bila tabelnya perlu dapat dihitung, salin nilainya ke buku kerja baru.",
    ),
    "B014": entri(
        "Berkas bukti yang tidak dapat dibuka",
        "Berkasnya kosong, rusak, atau disusun sehingga membukanya menghabiskan waktu dan memori komputer. Bukti yang "
        "tidak dapat dibuka tidak membuktikan apa-apa.",
        f"{_CETAK} Bila berkasnya tidak dapat dibuka, pindai ulang naskah aslinya.",
    ),
}

_TAK_LUPA: Final = (
    "Data pribadi tidak pernah masuk data, karena riwayatnya tidak melupakan apa pun. Isinya tidak ditampilkan dalam "
    "pesan."
)

D: Final[Mapping[str, str]] = {
    "D001": entri(
        "Diduga NIK",
        "Angka ini, atau nama berkas bukti ini, tersusun seperti NIK: kode wilayah, tanggal lahir, lalu nomor urut. "
        f"{_TAK_LUPA}",
        "Hapus nomor itu. Bila yang dimaksud angka lain yang kebetulan mirip, misalnya rupiah, tulis `Rp` di depannya.",
    ),
    "D002": entri(
        "Diduga NIP",
        f"Angka sepanjang 18 angka ini, dengan atau tanpa spasi, tersusun seperti NIP. {_TAK_LUPA}",
        "Hapus nomor itu. Sebut jabatan, bukan orangnya; naskah yang memerlukan NIP mengambilnya dari luar data.",
    ),
    "D004": entri(
        "Diduga nomor atau alamat pribadi lain",
        "Teks ini memuat nomor telepon genggam, alamat surel, nomor rekening, NPWP, atau nomor kartu keluarga. "
        f"{_TAK_LUPA} Nomor telepon dan surel kantor hanya boleh ditulis dalam `instansi.yaml`.",
        "Hapus nomor atau alamat itu; sebut unit kerjanya bila perlu.",
        ("kendala: Hubungi Budi di 0812 3456 7890.", "kendala: Hubungi Subbagian Umum dan Kepegawaian."),
    ),
    "D006": entri(
        "Kunci rahasia atau kata sandi",
        "Berkas ini memuat kunci rahasia: token, kata sandi, atau kunci pribadi. Yang pernah tersimpan di sini tetap "
        "ada dalam riwayat, jadi menghapusnya saja tidak cukup.",
        "Cabut atau ganti kuncinya sekarang juga di tempat asalnya. Sesudah itu hapus dari berkas ini, dan beri tahu "
        "administrator.",
    ),
}
