"""The open data contract v1, continued: the tables of the pohon kinerja."""

from __future__ import annotations

from typing import Final

from sakipgen.domain.pohon import TingkatSimpul
from sakipgen.rendering.kolom import Definisi, tabel

POHON: Final[Definisi] = tabel(
    "pohon",
    "Pohon kinerja",
    "Satu baris untuk setiap simpul pohon kinerja setiap Renstra, dari tujuan sampai sub kegiatan.",
    f"""
    id teks Kunci baris: renstra:tingkat:kode.
    renstra teks Kode Renstra.
    kode teks Kode simpul.
    tingkat teks Tingkat simpul: {", ".join(TingkatSimpul)}.
    induk teks Kunci simpul di atasnya; kosong untuk tujuan.
    kedalaman bilangan Banyaknya simpul di atasnya.
    uraian teks Bunyi tujuan, sasaran, atau kondisi antara; nama program, kegiatan, atau sub kegiatan.
    csf teks Faktor keberhasilan kritis, dipisahkan garis tegak; kosong bila tidak ditulis.
    unit teks Kode unit kerja penanggung jawab; kosong bila tidak disebut.
    indikator teks Kode indikator, dipisahkan spasi.
    tahun bilangan Tahun daftar program yang memuatnya; kosong untuk tujuan, sasaran, dan kondisi antara.
    alasan teks Mengapa cabangnya berbeda dari Renstra atau susunan program, bila berbeda.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris dalam berkas sumber.
    """,
)

CROSSCUTTING: Final[Definisi] = tabel(
    "crosscutting",
    "Crosscutting",
    "Satu baris untuk setiap unit atau perangkat daerah lain yang diperlukan sebuah simpul pohon kinerja.",
    """
    id teks Kunci baris: simpul:nomor.
    renstra teks Kode Renstra.
    simpul teks Kunci simpul dalam tabel pohon.
    unit teks Kode unit kerja dalam kantor ini; kosong bila pihak luar.
    perangkat_daerah teks Nama perangkat daerah atau lembaga lain; kosong bila unit kerja kantor ini.
    peran teks Apa yang diperlukan darinya.
    berkas teks Berkas sumber dalam repositori.
    baris bilangan Baris simpul itu dalam berkas sumber.
    """,
)
