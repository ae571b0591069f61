"""Papers for the tests of both writers: every kind of block, hostile text, cells of forty lines, two hundred rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Baris,
    Belum,
    Blok,
    Butir,
    Daftar,
    DaftarIsi,
    Dokumen,
    Entri,
    Gambar,
    Gaya,
    HalamanBaru,
    JenisBaris,
    JenisDaftarIsi,
    Judul,
    Kalimat,
    Kertas,
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
    Sel,
    Tabel,
    TandaTangan,
)
from tests.rendering.charts.gambar import TERKECIL, capaian, garis, kolom, spek, titik

JAHAT: Final = (
    '<b>&amp; {{ 7*7 }} {% x %} #panic("x") $x$ @x *a* _b_ `c` \\ "petik" \'satu\' // -- [x](y) =1+1 ~ ]]> \u200b'
)
"""Text that is markup somewhere: it must come out as it is."""
PANJANG: Final = "Pertanggungjawaban" * 8
"""One word, longer than a line."""
TANGGAL: Final = date(2026, 1, 30)
PENERBIT: Final = "Dinas Contoh Kabupaten Contoh"
CAP: Final = ("DATA CONTOH", "RANCANGAN – belum ditetapkan")

_ALINEA: Final = (
    "Capaian indikator kinerja utama tahun 2025 diukur dengan membandingkan realisasi terhadap target yang ditetapkan "
    "dalam perjanjian kinerja. Pengukuran dilakukan setiap triwulan oleh penanggung jawab indikator, dikumpulkan oleh "
    "Sekretariat, dan diperiksa kelengkapan buktinya sebelum dilaporkan kepada pimpinan. Perbandingan dengan tahun "
    "sebelumnya hanya dibuat untuk indikator yang definisi operasionalnya tidak berubah."
)


def kal(teks: str, *, tebal: bool = False, miring: bool = False, belum: bool = False) -> Kalimat:
    """A line in one look."""
    return (Lari(teks, tebal=tebal, miring=miring, belum=belum),)


def sel(*teks: str, rata: Rata | None = None, lebar: int = 1, tinggi: int = 1) -> Sel:
    """A cell, one paragraph for each text."""
    return Sel(tuple(kal(t) for t in teks), rata, lebar, tinggi)


def alinea(kali: int = 1) -> Paragraf:
    """A paragraph of ordinary length, or of many times that."""
    return Paragraf(kal(" ".join([_ALINEA] * kali)))


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def tabel_capaian() -> Tabel:
    """Spans of rows and columns, numbers of columns, a group, a sum, notes and something missing."""
    return Tabel(
        (Kolom(5, Rata.TENGAH), Kolom(34), Kolom(12, Rata.TENGAH), *(Kolom(12, Rata.KANAN),) * 3, Kolom(16)),
        (
            (
                sel("No.", tinggi=2),
                sel("Indikator kinerja", tinggi=2),
                sel("Satuan", tinggi=2),
                sel("Tahun 2025", lebar=3),
                sel("Kategori", tinggi=2),
            ),
            (sel("Target"), sel("Realisasi"), sel("Capaian (%)")),
        ),
        (
            Baris((sel("Sasaran 1: Meningkatnya kualitas tata kelola", lebar=7),), JenisBaris.KELOMPOK),
            Baris(
                tuple(sel(t) for t in ("1", "Nilai SAKIP", "Nilai", "70,00", "68,45", "97,79", "Sangat Tinggi")),
            ),
            Baris(
                (
                    sel("2", tinggi=2),
                    sel("Persentase rekomendasi hasil pemeriksaan yang ditindaklanjuti", tinggi=2),
                    *(sel(t) for t in ("Persen", "90,00", "1.234,50", "120,00", "Sangat Tinggi")),
                )
            ),
            Baris(
                (
                    *(sel(t) for t in ("Dokumen", "12", "11", "91,67")),
                    Sel((kal("Belum dinilai", belum=True),)),
                )
            ),
            Baris((sel("Rata-rata capaian", lebar=5), sel("103,15"), sel("")), JenisBaris.JUMLAH),
        ),
        "Capaian indikator kinerja utama tahun 2025",
        "Tabel 3.1",
        "t-capaian",
        (kal("Sumber: kertas kerja pengukuran, data s.d. 31 Desember 2025."), kal("Capaian dibatasi 120 persen.")),
        nomor_kolom=True,
    )


def tabel_lebar(baris: int = 28) -> Tabel:
    """Thirteen columns for a landscape page, with hostile and endless words."""
    heads = ("Jan–Mar", "Apr–Jun", "Jul–Sep", "Okt–Des")
    return Tabel(
        (Kolom(4, Rata.TENGAH), Kolom(20), Kolom(22), Kolom(9), *(Kolom(8, Rata.KANAN),) * 8, Kolom(16)),
        (
            (
                *(sel(t, tinggi=2) for t in ("No.", "Sasaran", "Indikator", "Satuan")),
                *(sel(t, lebar=2) for t in heads),
                sel("Keterangan", tinggi=2),
            ),
            tuple(sel(t) for _ in heads for t in ("Target", "Realisasi")),
        ),
        tuple(
            Baris(
                (
                    sel(str(n)),
                    sel("Meningkatnya kualitas pelayanan publik" if n % 3 else JAHAT),
                    sel(f"Indikator ke-{n} dengan nama yang lazim panjangnya" if n % 5 else PANJANG),
                    sel("Persen"),
                    *(sel(f"{n * q}.{n:03}.{q:03},50" if n == 7 else f"{n + q},{q}0") for q in range(1, 9)),
                    sel("" if n % 4 else "Menunggu data dari unit pengelola"),
                )
            )
            for n in range(1, baris + 1)
        ),
        "Rencana aksi dan realisasi per triwulan",
        "Tabel 3.2",
        "t-lebar",
        kecil=True,
        nomor_kolom=True,
    )


def tabel_panjang(baris: int = 200) -> Tabel:
    """So many indikator; every fiftieth row holds a cell of forty lines."""
    return Tabel(
        (Kolom(6, Rata.TENGAH), Kolom(12), Kolom(50), *(Kolom(14, Rata.KANAN),) * 3),
        (tuple(sel(t) for t in ("No.", "Kode", "Indikator", "Target", "Realisasi", "Capaian")),),
        tuple(
            Baris(
                (
                    sel(str(n)),
                    sel(f"IKK-{n:03}"),
                    sel(*(f"Baris {k} dari uraian indikator yang panjang." for k in range(1, 41)))
                    if n % 50 == 0
                    else sel(f"Persentase hal ke-{n} yang memenuhi standar pelayanan minimal pada tahun berjalan"),
                    *(sel(f"{n + k},00") for k in range(3)),
                )
            )
            for n in range(1, baris + 1)
        ),
        "Daftar seluruh indikator",
        "Tabel L.1",
        "t-panjang",
    )


def formulir() -> Tabel:
    """A form: no head, no borders, no number."""
    rows = (("Nama unit", "Sekretariat"), ("Periode", "Triwulan IV"), ("Catatan", ""))
    return Tabel((Kolom(30), Kolom(70)), (), tuple(Baris((sel(a), sel(b))) for a, b in rows), bergaris=False)


# ── Parts of official papers ─────────────────────────────────────────────────────────────────────────────────────


def kop() -> Kop:
    return Kop(
        ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
        "Jalan Contoh Nomor 1, Kota Contoh 00000 · telepon (000) 000000 · dinas@contoh.example",
    )


def tanda_tangan(*, dua: bool = True, nama: bool = False) -> TandaTangan:
    """One signature or two; without a name as an example is, or with everything."""
    second = Penanda(
        "Plt. Kepala Dinas Contoh",
        "Pihak Pertama,",
        nama="Nama Contoh, S.E., M.Si." if nama else "",
        pangkat="Pembina Tingkat I" if nama else "",
        nip="(contoh)" if nama else "",
    )
    first = (Penanda("Bupati Contoh", "Pihak Kedua,", ber_nip=False),) if dua else ()
    return TandaTangan((*first, second), "Kota Contoh, 2 Januari 2026")


def kolofon(*, belum: bool = True) -> Kolofon:
    lacks = (Belum("analisis penyebab IKU-02", "Bidang Perencanaan"), Belum("kata pengantar", "Kepala Dinas"))
    return Kolofon(
        Medan(
            (
                ("Data", kal("sampai dengan Triwulan IV 2025, posisi 30 Januari 2026")),
                ("Revisi data", kal("abc1234")),
                ("Metode pengukuran", kal("versi 2")),
            )
        ),
        lacks if belum else (),
    )


def surat() -> Dokumen:
    """A nota dinas of one page: kop, title, fields, a numbered list, one signature."""
    return Dokumen(
        "nota-dinas-pengukuran",
        "Nota Dinas Perintah Pengukuran Kinerja",
        "Perintah mengukur kinerja Triwulan IV 2025",
        PENERBIT,
        TANGGAL,
        (
            Bagian(
                (
                    Paragraf(kal("NOTA DINAS"), Rata.TENGAH, Gaya.NASKAH),
                    Paragraf(kal("Nomor: 700/001/2026"), Rata.TENGAH, Gaya.SUBNASKAH),
                    Medan(
                        (
                            ("Yth.", kal("Sekretaris dan para Kepala Bidang")),
                            ("Dari", kal("Kepala Dinas")),
                            ("Tanggal", kal("2 Januari 2026")),
                            ("Sifat", kal("Biasa")),
                            ("Lampiran", kal("1 (satu) berkas")),
                            (
                                "Hal",
                                kal(
                                    "Perintah pengukuran kinerja Triwulan IV Tahun 2025 beserta pengumpulan bukti "
                                    "dukung dari seluruh unit kerja"
                                ),
                            ),
                        )
                    ),
                    alinea(),
                    Daftar(
                        (
                            kal("Mengumpulkan data realisasi setiap indikator."),
                            kal("Melampirkan bukti dukung yang dapat ditelusuri, termasuk berita acara bila ada."),
                            (Lari("Batas waktu: "), Lari("10 Januari 2026", tebal=True), Lari(".")),
                        ),
                        Butir.ANGKA,
                    ),
                    Paragraf(kal("Demikian untuk dilaksanakan.")),
                    tanda_tangan(dua=False),
                ),
                nomor=NomorHalaman.TANPA,
            ),
        ),
        kop=kop(),
        cap=("DATA CONTOH",),
        kaki="Nota dinas perintah pengukuran kinerja",
    )


# ── The whole report ─────────────────────────────────────────────────────────────────────────────────────────────


def _bab(nomor: str, judul: str, id_: str) -> Judul:
    return Judul(1, kal(judul), nomor, id_)


def _isi() -> Iterator[Blok]:
    yield _bab("BAB I", "Pendahuluan", "j-1")
    yield Judul(2, kal("Latar Belakang"), "1.1", "j-1-1")
    yield alinea()
    yield Paragraf(
        (
            Lari("Teks "),
            Lari("tebal", tebal=True),
            Lari(", "),
            Lari("miring", miring=True),
            Lari(", dan "),
            Lari("belum diisi", belum=True),
            Lari("; lalu teks dari luar: "),
            Lari(JAHAT),
            Lari(" dan kata "),
            Lari(PANJANG),
            Lari("."),
        )
    )
    yield Judul(3, kal("Dasar Hukum"), "1.1.1", "j-1-1-1")
    yield Daftar((kal("Undang-Undang."), kal("Peraturan Presiden."), kal(_ALINEA)), Butir.HURUF)
    yield Judul(4, kal("Rincian"), "a.", "")
    yield Daftar((kal("Butir pertama."), kal("Butir kedua.")))
    yield Judul(2, kal("Maksud dan Tujuan"), "1.2", "j-1-2")
    yield alinea(6)
    yield _bab("BAB II", "Perencanaan Kinerja", "j-2")
    yield alinea(3)
    yield formulir()
    yield Ruang(3)
    yield Paragraf(kal("Paragraf rata kiri setelah ruang kosong."), Rata.KIRI)
    yield _bab("BAB III", "Akuntabilitas Kinerja", "j-3")
    yield Judul(2, kal(f"Capaian {JAHAT}"), "3.1", "j-3-1")
    yield alinea()
    yield tabel_capaian()
    yield Belum("analisis penyebab IKU-02", "Bidang Perencanaan")
    chart = garis(titik("2022", "60", "58"), titik("2023", "64", "63", 2), titik("2024", "67", "66"))
    yield Gambar(spek(chart, "Nilai SAKIP"), "Nilai SAKIP tahun 2022–2024", "Gambar 3.1", "g-sakip")
    yield alinea(2)
    yield Judul(2, kal("Capaian menurut Indikator"), "3.2", "j-3-2")
    rows = (("IKU-01", "Nilai SAKIP", "97.79"), ("IKU-02", "Tindak lanjut", None), ("IKU-03", "Kepuasan", "104.2"))
    yield Gambar(spek(capaian(*rows), "Capaian"), "Capaian setiap indikator", "Gambar 3.2", "g-capaian")
    quarters = (titik("TW I", "10", "8"), titik("TW II", "20", "21"), titik("TW III", "30", "24", 3))
    yield Gambar(spek(kolom(*quarters), "Triwulan"), "Realisasi per triwulan", "Gambar 3.3", "g-tw", 60)
    yield alinea(2)


def _lampiran() -> Iterator[Blok]:
    yield Judul(1, kal("Lampiran 1: Daftar Indikator"), "", "j-l1")
    yield tabel_panjang()
    yield HalamanBaru()
    yield Paragraf(kal("PERNYATAAN"), Rata.TENGAH, Gaya.NASKAH)
    yield Paragraf(kal("Tahun 2025"), Rata.TENGAH, Gaya.SUBNASKAH)
    yield alinea()
    yield tanda_tangan(nama=True)
    yield TandaTangan(tuple(Penanda(f"Kepala Bidang {n}", "Mengetahui,") for n in ("I", "II", "III")))
    yield Paragraf(kal("Catatan kecil di bawah."), gaya=Gaya.KECIL)
    yield kolofon()


def _entri(blok: tuple[Blok, ...]) -> tuple[DaftarIsi, ...]:
    """The three lists, as `penomoran` fills them."""
    isi = tuple(
        Entri(b.tingkat, b.nomor, "".join(run.teks for run in b.isi), b.id)
        for b in blok
        if isinstance(b, Judul) and b.id
    )
    tabel = tuple(Entri(1, b.nomor, b.judul, b.id) for b in blok if isinstance(b, Tabel) and b.id)
    gambar = tuple(Entri(1, b.nomor, b.judul, b.id) for b in blok if isinstance(b, Gambar) and b.id)
    return (
        DaftarIsi(JenisDaftarIsi.ISI, "Daftar Isi", isi),
        DaftarIsi(JenisDaftarIsi.TABEL, "Daftar Tabel", tabel),
        DaftarIsi(JenisDaftarIsi.GAMBAR, "Daftar Gambar", gambar),
    )


def laporan(kertas: Kertas = Kertas.F4) -> Dokumen:
    """An LKjIP with every kind of block, roman then arabic pages, and a landscape part."""
    muka = (
        Judul(1, kal("Kata Pengantar"), id="j-kata", bernomor=False),
        alinea(2),
        tanda_tangan(dua=False),
    )
    isi, lebar, lampiran = tuple(_isi()), (tabel_lebar(),), tuple(_lampiran())
    tutup = (_bab("BAB IV", "Penutup", "j-4"), alinea(2))
    lists = _entri((*muka, *isi, *lebar, *tutup, *lampiran))
    sampul = Sampul(
        ("LAPORAN KINERJA", "INSTANSI PEMERINTAH"),
        ("Tahun 2025",),
        ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", "2026"),
    )
    return Dokumen(
        "lkjip-2025",
        "Laporan Kinerja Instansi Pemerintah Tahun 2025",
        "Laporan kinerja tahunan Dinas Contoh",
        PENERBIT,
        TANGGAL,
        (
            Bagian((sampul,), nomor=NomorHalaman.TANPA),
            Bagian((*muka, *lists), nomor=NomorHalaman.ROMAWI, mulai=1),
            Bagian(isi, mulai=1),
            Bagian(lebar, melintang=True),
            Bagian((*tutup, *lampiran)),
        ),
        cap=CAP,
        kaki="LKjIP 2025 – Dinas Contoh",
        kertas=kertas,
    )


def tebal(halaman: int = 60) -> Dokumen:
    """A report of about so many pages, for the clock."""
    isi: list[Blok] = []
    for n in range(1, halaman // 2 + 1):
        isi += [
            _bab(f"BAB {n}", "Akuntabilitas Kinerja", f"j-{n}"),
            alinea(3),
            tabel_capaian(),
            Gambar(spek(TERKECIL["garis"]), "Perkembangan", f"Gambar {n}.1", f"g-{n}"),
            alinea(4),
        ]
    return Dokumen(
        "tebal",
        "Laporan tebal",
        "Untuk mengukur waktu",
        PENERBIT,
        TANGGAL,
        (Bagian((*_entri(tuple(isi))[:1],), nomor=NomorHalaman.ROMAWI, mulai=1), Bagian(tuple(isi), mulai=1)),
        kaki="Laporan tebal",
    )


def dengan(*blok: Blok, kertas: Kertas = Kertas.A4) -> Dokumen:
    """A paper of just these blocks."""
    return Dokumen("uji", "Judul uji", "Uji", PENERBIT, TANGGAL, (Bagian(blok),), kertas=kertas)
