"""The manual of what is said about forms that came back, by file or through the forge: code to an entry in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.reading.manual_naskah import entri

MANUAL: Final[Mapping[str, str]] = {
    "X001": entri(
        "Buku kerja rusak atau tidak wajar",
        "Berkas lebih dari 2 MB, punya lebih dari 20 lembar, isinya mengembang tidak wajar atau terlalu berat "
        "dibaca, memuat deklarasi XML yang berbahaya, atau memang bukan buku kerja. Tidak ada isinya yang dipakai.",
        "Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu kirim. Bila tetap ditolak, minta formulir "
        "baru dan salin isinya.",
    ),
    "X002": entri(
        "Rumus di sel isian",
        "Sel isian memuat rumus. Rumus dapat berubah nilainya sesudah ditandatangani, dan dapat mengambil angka dari "
        "berkas lain.",
        "Salin selnya, lalu tempel sebagai nilai (Tempel Khusus, Nilai).",
    ),
    "X003": entri(
        "Formulir lain",
        "Formulir dibuat untuk unit, periode, kantor, atau versi yang lain, atau sebelum kamus indikatornya berubah.",
        "Minta formulir yang benar kepada Tim SAKIP, lalu salin isinya ke sana.",
    ),
    "X004": entri(
        "Baris atau kolom formulir hilang atau ganda",
        "Setiap baris formulir punya kunci tersembunyi. Baris yang dihapus, digandakan, atau disalin dari formulir "
        "lain membuat isinya tidak dapat dipasangkan. Begitu pula baris yang diurutkan atau ditempeli dari formulir "
        "lain, dan lembar Formulir yang digandakan. Menyisipkan baris atau kolom kosong tidak apa-apa.",
        "Hapus baris atau lembar salinannya. Bila ada baris yang hilang, minta formulir baru dan salin isinya.",
    ),
    "X005": entri(
        "Isi sel bukan yang diminta",
        "Sel angka memuat teks, persen, atau tanggal; sel pilihan memuat kata lain; sel teks memuat angka pecahan atau "
        "angka yang terlalu panjang; atau sel memuat galat seperti #N/A. "
        "Teks seperti 85,5 terlihat sama dengan angka, tetapi tidak dapat dihitung: biasanya rata kiri.",
        "Hapus isinya, lalu ketik angkanya saja dengan tombol desimal yang biasa dipakai di komputer itu.",
    ),
    "X006": entri(
        "Sel terkunci berubah",
        "Perlindungan lembar dilepas dan isi yang terkunci diubah, misalnya targetnya. Perubahan itu tidak pernah "
        "dipakai. Ini peringatan.",
        "Biarkan, atau kembalikan isinya. Target diubah lewat PK perubahan dan rencana aksi.",
    ),
    "X007": entri(
        "Data berubah sejak formulir dibuat",
        "Sesudah formulir dibagikan, angka yang sama diubah lewat jalan lain, dan formulir menyebut angka yang berbeda "
        "lagi. Begitu pula bukti yang sudah diganti bukti lain. Program tidak memilih salah satunya.",
        "Tanyakan mana yang benar. Buat formulir baru, isi, lalu terima formulir itu.",
    ),
    "X008": entri(
        "Bukan buku kerja .xlsx biasa",
        "Berkas disimpan sebagai .xls, .xlsm, atau .ods, diberi kata sandi, atau memuat makro, tautan ke berkas lain, "
        "atau objek tersemat.",
        "Simpan sebagai “Excel Workbook (.xlsx)” tanpa kata sandi. Hapus objek dan tautannya.",
    ),
    "X009": entri(
        "Lembar tersembunyi berubah",
        "Formulir menyimpan catatan tentang dirinya dalam lembar tersembunyi. Catatan itu hilang atau berubah, "
        "sehingga tidak diketahui lagi apa yang semula tertulis.",
        "Minta formulir baru kepada Tim SAKIP dan salin isinya.",
    ),
    "X010": entri(
        "Periode sudah ditutup",
        "Sesudah periode ditutup, angkanya hanya boleh diubah lewat koreksi, supaya angka lamanya tetap dapat dibaca.",
        "Kirim formulir koreksi lewat halaman repositori, atau beri tahu Tim SAKIP angka lama, angka baru, dan "
        "sebabnya; koreksi dicatat dalam data.",
    ),
    "X011": entri(
        "Kiriman yang bukan formulir",
        "Kiriman lewat halaman repositori tidak dibuat dari salah satu formulir kantor, cocok dengan dua formulir "
        "sekaligus, atau isinya terlalu panjang.",
        "Buat kiriman baru, lalu pilih satu formulir dari daftarnya.",
    ),
    "X012": entri(
        "Bagian formulir kosong, hilang, atau ganda",
        "Bagian yang wajib belum diisi, judulnya terhapus, atau jawaban memuat baris yang sama dengan judul bagian "
        "lain, sehingga tidak jelas mana isinya.",
        "Ubah kiriman itu: isi bagian yang disebut, atau hapus judul yang bukan dari formulir.",
    ),
    "X013": entri(
        "Isi bagian formulir tidak dikenal",
        "Kode unit atau indikator tidak ada, periodenya bukan periode indikator itu, angkanya tidak ditulis per "
        "komponen, atau kata yang ditulis bukan pilihan.",
        "Ubah kiriman itu menurut pesan. Angka ditulis polos dengan titik desimal; komponen satu baris satu angka.",
        ("2871 dari 7409", "jp20: 2871\ntotal: 7409"),
    ),
    "X014": entri(
        "Lampiran ditolak",
        "Yang dibaca hanya berkas .xlsx yang dilampirkan pada kiriman itu sendiri, paling banyak tiga. Tautan ke "
        "tempat lain tidak pernah dibuka.",
        "Seret berkas formulir ke kotak isian, tunggu sampai tautannya muncul, lalu kirim. Hapus tautan lainnya.",
    ),
    "X015": entri(
        "Kiriman diubah akun lain",
        "Pengirim adalah akun yang membuka kiriman. Bila akun lain mengubah isinya, tidak jelas lagi siapa yang "
        "mengisi, padahal pengirim tidak boleh menyetujui usulannya sendiri.",
        "Kirim formulir baru dengan akun sendiri.",
    ),
    "X016": entri(
        "Kiriman tidak mengubah apa-apa",
        "Semua isinya sudah sama dengan data utama, atau koreksinya sudah tercatat.",
        "Tidak ada yang perlu dilakukan. Bila ada yang ingin diubah, isi angkanya lalu kirim lagi.",
    ),
}
"""Code → title line, blank line, cause, cure."""
