"""The manual entries of what is wrong with a file as a text or by its name: Y, U and the R codes of reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def entri(judul: str, sebab: str, cara: str, contoh: tuple[str, str] | None = None) -> str:
    """Returns an entry as Markdown: title, cause, cure, and an example before and after."""
    parts = [judul, sebab, f"**Cara memperbaiki.** {cara}"]
    if contoh:
        before, after = contoh
        parts += ["Sebelum:", f"```yaml\n{before}\n```", "Sesudah:", f"```yaml\n{after}\n```"]
    return "\n\n".join(parts)


Y: Final[Mapping[str, str]] = {
    "Y001": entri(
        "Anchor, alias, atau penggabungan YAML",
        "Isi diawali tanda `&` atau `*`, atau ada kunci `<<`. Dalam YAML tanda itu menyalin isian lain, sehingga "
        "angka yang tampak di satu baris sebenarnya berasal dari baris lain. Data kinerja harus terbaca langsung.",
        "Tulis isinya langsung di setiap tempat. Bila tanda itu bagian dari teks, apit isinya dengan tanda kutip.",
        ("kendala: *sama", 'kendala: "Anggaran baru tersedia pada bulan Juli."'),
    ),
    "Y002": entri(
        "Tag YAML",
        "Isi diawali tanda `!`. Dalam YAML tanda itu mengubah jenis isi atau memanggil program. "
        "Jenis setiap isian sudah ditentukan oleh skema, jadi tag tidak diperlukan.",
        "Hapus tagnya. Bila tanda seru bagian dari teks, apit isinya dengan tanda kutip.",
        ("nilai: !!float 87.5", "nilai: 87.5"),
    ),
    "Y003": entri(
        "Kunci ganda",
        "Satu kunci ditulis dua kali di tempat yang sama, biasanya karena salin-tempel. "
        "Program tidak boleh menebak mana yang benar.",
        "Hapus salah satu, atau perbaiki kodenya bila sebenarnya untuk indikator lain. "
        "Pesan menyebut kedua nomor barisnya.",
        (
            "butir:\n  IKU-01:\n    nilai: 77.5\n  IKU-01:\n    nilai: 80",
            "butir:\n  IKU-01:\n    nilai: 77.5\n  IKU-02:\n    nilai: 80",
        ),
    ),
    "Y004": entri(
        "Huruf bukan Latin pada kunci",
        "Kunci memuat huruf yang tampak seperti huruf Latin, tetapi berasal dari aksara lain, "
        "misalnya huruf Sirilik, atau huruf lebar. Ini lazim terjadi bila teks disalin dari PDF atau situs.",
        "Hapus kunci itu, lalu ketik ulang dengan papan ketik.",
    ),
    "Y005": entri(
        "Susunan terlalu dalam",
        "Isian bertingkat lebih dari 20. Data kinerja tidak pernah sedalam itu, jadi berkasnya tentu rusak.",
        "Kurangi tingkatnya. Bandingkan dengan contoh berkas sejenis pada panduan.",
    ),
    "Y006": entri(
        "Lebih dari satu dokumen",
        "Berkas memuat garis `---` kedua. Garis itu memulai dokumen baru, dan isi sesudahnya akan terabaikan.",
        "Hapus garis `---` itu. Bila isinya memang untuk berkas lain, pindahkan ke berkas itu.",
        ("butir:\n  IKU-01:\n    nilai: 77.5\n---\ncatatan: lama", "butir:\n  IKU-01:\n    nilai: 77.5"),
    ),
    "Y007": entri(
        "TAB sebagai jarak",
        "Jarak di depan isian diketik dengan tombol Tab. Lebar TAB berbeda di setiap komputer, "
        "sehingga tingkat isian tidak dapat dipastikan.",
        "Ganti setiap TAB dengan dua spasi, atau jalankan `sakipgen rapikan` bila pesan menyebutnya: bila lebar TAB "
        "menentukan artinya, program tidak menebak.",
        ("butir:\n\tIKU-01:", "butir:\n  IKU-01:"),
    ),
    "Y008": entri(
        "Berkas terlalu besar",
        "Berkas YAML lebih besar dari 256 KiB. Berkas data yang wajar jauh lebih kecil; "
        "biasanya isi lain ikut tertempel.",
        "Pecah isinya menjadi beberapa berkas. Dokumen pendukung disimpan di folder `bukti`, bukan ditempel di sini.",
    ),
    "Y009": entri(
        "Bukan UTF-8",
        "Berkas disimpan dengan pengodean lain, misalnya UTF-16 atau ANSI, sehingga huruf tertentu tidak terbaca.",
        "Buka berkas, pilih “Simpan sebagai”, lalu pilih pengodean UTF-8. "
        "Sesudah itu periksa huruf seperti é atau tanda – di tempat yang disebut pesan.",
    ),
    "Y010": entri(
        "Susunan YAML tidak terbaca",
        "Ada tanda yang hilang atau salah tempat: titik dua, tanda kutip, kurung, atau jumlah spasi di depan baris. "
        "Kesalahannya sering berada pada baris yang disebut atau satu baris di atasnya.",
        "Ikuti petunjuk pada pesan. Yang tersering: apit teks yang memuat `: ` dengan tanda kutip, "
        "dan samakan jumlah spasi isian yang setingkat.",
        ("uraian: Program: Kepegawaian Daerah", 'uraian: "Program: Kepegawaian Daerah"'),
    ),
    "Y011": entri(
        "Kunci yang bukan teks",
        "Di depan titik dua tidak ada nama isian, atau yang ada berupa daftar. "
        "Kunci `null` dan `~` juga berarti kosong.",
        "Tulis nama isiannya di depan titik dua.",
        ("? [IKU-01, IKU-02]\n: 77.5", "IKU-01: 77.5\nIKU-02: 77.5"),
    ),
    "Y012": entri(
        "Bukan berkas biasa atau tidak dapat dibuka",
        "Di tempat ini ada tautan simbolik, folder, atau berkas yang tidak dapat dibuka. "
        "Tautan simbolik dapat menunjuk ke luar folder data, jadi tidak pernah diikuti.",
        "Simpan berkas aslinya di tempat ini, atau periksa hak akses berkasnya.",
    ),
    "Y013": entri(
        "Terlalu banyak baris, isian, atau karakter",
        "Berkas lebih dari 5.000 baris atau 20.000 isian, atau satu barisnya lebih dari 2.000 karakter.",
        "Pecah berkasnya. Teks panjang ditulis di bawah tanda `>-` dan dibagi menjadi beberapa baris; "
        "baris-baris itu disambung kembali dengan spasi.",
        (
            "kendala: Kalimat yang sangat panjang …",
            "kendala: >-\n  Kalimat yang panjang\n  dibagi menjadi beberapa baris.",
        ),
    ),
    "Y015": entri(
        "Tanda konflik Git",
        "Dua orang mengubah baris yang sama dan Git belum dapat menggabungkannya. Git menandai kedua versi dengan "
        "baris `<<<<<<<`, `=======`, dan `>>>>>>>`.",
        "Pilih angka yang benar, lalu hapus versi yang lain beserta ketiga baris tandanya.",
        (
            "<<<<<<< HEAD\nnilai: 85\n=======\nnilai: 86\n>>>>>>> usulan",
            "nilai: 86",
        ),
    ),
    "Y014": entri(
        "Terlalu banyak masalah dalam satu berkas",
        "Berkas memuat lebih dari 100 masalah. Yang selebihnya hanya dihitung, agar laporan tetap terbaca. "
        "Biasanya penyebabnya satu, misalnya jarak di depan semua baris atau huruf dari aksara lain.",
        "Perbaiki masalah yang sudah disebut, mulai dari yang paling atas, lalu periksa lagi.",
    ),
}

U: Final[Mapping[str, str]] = {
    "U001": entri(
        "Pengubah arah tulisan",
        "Teks memuat karakter tersembunyi yang membalik arah tulisan, sehingga yang terbaca berbeda dari yang "
        "tersimpan. Karakter itu biasanya ikut tersalin dari aplikasi lain.",
        "Jalankan `sakipgen rapikan`, yang membuang karakter itu. Atau hapus kata di tempat yang disebut, lalu ketik "
        "ulang.",
    ),
    "U002": entri(
        "Karakter tak terlihat",
        "Teks memuat karakter yang tidak tampak di layar, misalnya spasi tanpa lebar, karakter kendali, tanda BOM, "
        "atau spasi khusus di tempat spasi biasa. Dua kode yang tampak sama dapat menjadi berbeda karenanya.",
        "Jalankan `sakipgen rapikan` bila pesan menyebutnya. Selain itu, hapus kata di tempat yang disebut, lalu ketik "
        "ulang dengan papan ketik.",
    ),
    "U003": entri(
        "Kata dengan huruf campuran",
        "Satu kata memuat huruf Latin dan huruf Sirilik atau Yunani yang bentuknya mirip. "
        "Kata itu tidak akan ditemukan oleh pencarian.",
        "Hapus kata itu, lalu ketik ulang. Lambang satuan seperti μg dan kΩ tetap boleh.",
    ),
    "U004": entri(
        "Huruf tersimpan tidak baku",
        "Huruf beraksen tersimpan sebagai dua karakter (bukan bentuk NFC). Ini lazim pada teks yang disalin dari macOS "
        "atau PDF, dan membuat dua teks yang sama tampak berbeda bagi komputer.",
        "Jalankan `sakipgen rapikan`, yang menyatukan huruf itu. Atau hapus hurufnya, lalu ketik ulang.",
    ),
}

R: Final[Mapping[str, str]] = {
    "R010": entri(
        "Berkas yang tidak dikenal",
        "Nama atau tempat berkas tidak menurut pola folder data, sehingga isinya tidak akan dipakai. "
        "Tidak ada berkas yang diabaikan diam-diam.",
        "Ganti nama atau pindahkan berkas menurut petunjuk pada pesan. "
        "Dokumen pendukung disimpan di folder `bukti`; berkas cadangan dihapus.",
        ("data/realisasi/2024/tw3/mutasi.yml", "data/realisasi/2024/TW3/mutasi.yaml"),
    ),
    "R015": entri(
        "Nama yang hanya berbeda huruf besar dan kecil",
        "Dua berkas hanya dibedakan oleh huruf besar dan kecil. Di Windows dan macOS keduanya menjadi satu berkas, "
        "dan alamat halamannya pun sama.",
        "Ganti salah satu nama, atau hapus salah satu berkas.",
        ("data/indikator/IKU-01.yaml\ndata/indikator/iku-01.yaml", "data/indikator/IKU-01.yaml"),
    ),
    "R016": entri(
        "instansi.yaml tidak ada",
        "Folder data belum memuat `instansi.yaml`, berkas yang menyebut instansi, unit kerja, dan jabatan. "
        "Tanpa berkas itu tidak ada yang dapat diperiksa.",
        "Buat `data/instansi.yaml` menurut contoh pada panduan. "
        "Bila berkasnya sudah ada, periksa apakah program dijalankan di folder yang benar.",
    ),
}
