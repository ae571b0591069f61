"""The first sheet: ten lines that are enough to fill the form in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sakipgen.forms.rupa import tinggi
from sakipgen.forms.susun import Formulir
from sakipgen.rendering.cetak import tanggal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LEBAR: Final = 108
_HURUF: Final = 98
"""So many of the larger letters of this sheet stand on one line."""


def tulis_petunjuk(sheet: Worksheet, formulir: Formulir, bentuk: Mapping[str, Format]) -> None:
    """Writes the instructions."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 5)
    sheet.set_column(2, 2, _LEBAR)
    sheet.write_string(1, 1, "Cara mengisi formulir ini", bentuk["petunjuk_judul"])
    sheet.set_row(1, 28)
    sheet.merge_range(2, 1, 2, 2, "", bentuk["petunjuk"])
    sheet.write_string(2, 1, f"{formulir.nama_unit}, {formulir.periode.label}", bentuk["petunjuk"])
    for n, text in enumerate(_langkah(formulir), 1):
        row = 3 + n
        sheet.write_string(row, 1, f"{n}.", bentuk["petunjuk_nomor"])
        sheet.write_string(row, 2, text, bentuk["petunjuk"])
        sheet.set_row(row, 1.2 * tinggi(text, _HURUF))
    row = 3 + len(_langkah(formulir)) + 2
    sheet.write_string(row, 2, "Sel berwarna seperti ini diisi; yang lain terkunci.", bentuk["contoh_isian"])
    origin = f"Dibuat dari data revisi {formulir.revisi}."
    sheet.write_string(row + 1, 2, origin, bentuk["biasa"])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.protect("")


def _langkah(formulir: Formulir) -> tuple[str, ...]:
    return tuple(line.format(tenggat=tanggal(formulir.tenggat)) for line in _TEKS.strip().split("\n"))


_TEKS: Final = """
Buka lembar “Formulir” di bawah. Isi sel yang berwarna kuning pucat dari atas ke bawah; tombol Tab membawa Anda ke \
isian berikutnya.
Ketik angkanya saja, tanpa % dan tanpa Rp, dengan tombol desimal yang biasa Anda pakai. Jangan mengetik rumus; hasil \
hitungan di lembar lain disalin lalu ditempel sebagai nilai.
Bila indikator dihitung dari komponen, isi komponennya saja. Realisasinya terhitung sendiri.
Bila angkanya belum ada, jangan ditulis 0. Pilih status dan tulis alasannya.
Bila target belum tercapai, tulis kendala dan solusi yang konkret. Warga membacanya.
Setiap angka punya bukti: judul, jenis, dan satu tempat, yaitu nomor arsip, tautan, atau berkas.
Jangan menulis nama pegawai, NIP, NIK, nomor telepon, atau alamat surel.
Lihat kolom Cek di kanan. Selama ada tulisan merah bata, masih ada yang perlu Anda lengkapi. Di atas tertulis berapa \
indikator yang sudah terisi.
Baris boleh ditinggikan. Jangan menghapus baris atau lembar, dan jangan mengganti nama lembarnya.
Simpan sebagai .xlsx, lalu kirim berkasnya kepada Tim SAKIP paling lambat {tenggat}. Yang ditandatangani adalah \
cetakan lembar “Formulir”.
"""
