"""A paper as text tells every kind of block apart."""

from __future__ import annotations

from datetime import date

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Belum,
    Butir,
    Daftar,
    DaftarIsi,
    Dokumen,
    Entri,
    Gaya,
    HalamanBaru,
    JenisDaftarIsi,
    Judul,
    Kolofon,
    Kolom,
    Kop,
    Lari,
    Medan,
    NomorHalaman,
    Paragraf,
    Penanda,
    Rata,
    Ruang,
    Sampul,
    Tabel,
    TandaTangan,
)
from sakipgen.rendering.dokumen.teks import baris, kalimat, kelompok, kepala, sel
from tests.rendering.dokumen.tulis import isi_sel, tulis

_TABEL = Tabel(
    (Kolom(1), Kolom(1)),
    kepala(("No.", "Nama")),
    (kelompok("Grup", 2), baris("1", "a\nb"), baris(sel("Jumlah", tebal=True), None)),
    judul="Isi",
    nomor="Tabel 1",
    catatan=(kalimat("Sumber: x."),),
    nomor_kolom=True,
)


def test_every_block_has_its_line() -> None:
    belum = Belum("analisis", "Sekretariat")
    dokumen = Dokumen(
        nama="uji",
        judul="Uji",
        subjek="Sebuah uji.",
        penerbit="Kantor",
        tanggal=date(2026, 1, 2),
        bagian=(
            Bagian(
                (
                    Sampul(("A",), ("B",), ("C",)),
                    DaftarIsi(JenisDaftarIsi.ISI, "Daftar Isi", (Entri(2, "1.1", "Latar", "j1"),)),
                    Judul(2, (Lari("Latar"),), "1.1"),
                    Paragraf((Lari("Kata "), Lari("tebal", tebal=True))),
                    Paragraf(kalimat("Nota"), gaya=Gaya.NASKAH),
                    Paragraf(kalimat("kanan"), Rata.KANAN),
                    Daftar((kalimat("satu"), kalimat("dua")), Butir.HURUF),
                ),
                nomor=NomorHalaman.ROMAWI,
                mulai=1,
            ),
            Bagian(
                (
                    _TABEL,
                    HalamanBaru(),
                    Ruang(2),
                    belum,
                    TandaTangan((Penanda("Ketua", nama="N"), Penanda("Bupati", "Mengetahui,", ber_nip=False)), "Kota"),
                    Kolofon(Medan((("Data", kalimat("x")),)), (belum,)),
                ),
                melintang=True,
            ),
        ),
        kop=Kop(("PEMDA", "KANTOR"), "Jalan"),
        cap=("DATA CONTOH",),
        kaki="Uji · Kantor",
    )
    assert tulis(dokumen) == (
        """\
uji: Uji
Sebuah uji. (Kantor, 2026-01-02, F4)
Cap: DATA CONTOH
Kaki: Uji · Kantor
Kop: PEMDA | KANTOR | Jalan
──── tegak, halaman romawi mulai 1 ────
[sampul: A / B / C]
[Daftar Isi]
    1.1 Latar
## 1.1 Latar
Kata **tebal**
== Nota ==
>> kanan
a. satu
b. dua
──── melintang, halaman arab ────
[Tabel 1 Isi]
|! No. | Nama
|! (1) | (2)
|# ⟨2×1⟩Grup
| 1 | a / b
| **Jumlah** | –
(Sumber: x.)
[halaman baru]
[ruang 2]
[BELUM DIISI: analisis, penanggung jawab Sekretariat]
>> Kota
[tanda tangan: Ketua, N, NIP … || Mengetahui,, Bupati, …]
[kolofon]
Data : x
- BELUM DIISI: analisis, penanggung jawab Sekretariat
"""
    )
    assert isi_sel(_TABEL) == [["Grup"], ["1", "a\nb"], ["Jumlah", "–"]]
