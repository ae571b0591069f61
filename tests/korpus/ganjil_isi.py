"""Odd but good figures, plans, reports and records: each must pass without a diagnostic."""

from __future__ import annotations

from typing import Final

from tests.korpus.ganjil import INSTANSI, RENSTRA, Ganjil, teks, tukar
from tests.korpus.tanam import ANGGARAN, BUKTI, IKU, LENGKAP, NILAI, PK, REALISASI, RENCANA, TW2, Ubah

METODE: Final = "metode/2024.yaml"
SIKLUS: Final = "siklus/2024/TW1.yaml"
KOREKSI: Final = "koreksi/2024/TW1/KOR-2024-01.yaml"
TINDAK: Final = "tindak-lanjut/2024.yaml"
PROGRAM: Final = "program/2024.yaml"


SAMA: Final = "    catatan: Laporannya satu untuk setahun.\n"


def laporan(nilai: str, lain: str = "") -> str:
    return f"butir:\n  IKU-01:\n    nilai: {nilai}\n{BUKTI}{lain}"


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────


def berskala(id_: str, sebab: str, target: str, nilai: str, awal: str, *rest: Ubah) -> Ganjil:
    """Every target is the same figure; this was reported, and that was the condition before; nothing is bounded."""
    years = "".join(f"    {tahun}: {target}\n" for tahun in range(2021, 2027))
    quarters = "".join(f"      TW{n}: {target}\n" for n in range(1, 5))
    changes = (
        Ubah(RENSTRA, teks(RENSTRA).partition("  IKU-01:\n")[2], years),
        Ubah(PK, "target: 80", f"target: {target}"),
        Ubah(RENCANA, "      TW1: 77\n      TW2: 78\n      TW3: 79\n      TW4: 80\n", quarters),
        Ubah(REALISASI, "77.5", nilai),
        Ubah(IKU, "batas:\n  min: 0\n  maks: 100\n", ""),
        Ubah(IKU, "nilai: 70", f"nilai: {awal}"),
    )
    return Ganjil(id_, sebab, (*changes, *rest))


TURUN: Final = Ubah(IKU, "polaritas: naik", "polaritas: turun")
RASIO: Final = Ubah(
    IKU, "polaritas: naik", "komponen:\n  jp20: Lulus\n  total: Ikut\nrumus: jp20 / total * 100\npolaritas: naik"
)
NOL: Final = (
    "    komponen:\n      jp20: 0\n      total: 50\n    kendala: Pelatihan belum dimulai.\n"
    "    solusi: Pelatihan dimulai bulan Mei.\n    tanpa_tindak_lanjut: Sudah terjadwal.\n"
)
SEPANJANG: Final = "9" * 15
BELANJA: Final = (
    "sumber: LRA\ntanggal_data: 2024-04-05\nbutir:\n  5.03.02.2.01.0001:\n    realisasi: 1000000\n    fisik: 100\n"
)
DPPA: Final = "sumber: DPA 2024\nperubahan:\n  sumber: DPPA 2024\n  tanggal: 2024-10-01\n"
MIRIP_NIK: Final = "320115010190001"

ANGKA: Final = (
    berskala("negatif", "a growth may be negative, and so its target and its condition before", "-2.5", "-2", "-3"),
    berskala("target-nol-turun", "no complaint is a target, and met by none", "0", "0", "3", TURUN),
    berskala("lima-belas-angka", "fifteen digits are the most that is read", SEPANJANG, SEPANJANG, SEPANJANG),
    tukar("enam-desimal", "six decimals are the most that is read", REALISASI, "77.5", "77.123456"),
    tukar("nol-di-belakang", "a zero at the end changes no figure", REALISASI, "77.5", "77.50"),
    tukar("angka-berkutip", "quotes change nothing", REALISASI, "77.5", '"77.5"'),
    tukar("tepat-di-batas", "the bound itself is inside", REALISASI, "77.5", "100"),
    Ganjil(
        "tiga-desimal",
        "three decimals are no thousands where the kamus prints three",
        (Ubah(IKU, "desimal: 2", "desimal: 3"), Ubah(REALISASI, "77.5", "77.125")),
    ),
    Ganjil(
        "pembilang-nol",
        "none of fifty is a result, and it is explained",
        (RASIO, Ubah(REALISASI, NILAI, NOL)),
    ),
    Ganjil(
        "rupiah-mirip-nik",
        "an amount of fifteen digits looks like an identity number and is money",
        (Ubah(PROGRAM, "murni: 1000000", f"murni: {MIRIP_NIK}"), Ubah(PK, "5.03.02: 1000000", f"5.03.02: {MIRIP_NIK}")),
        LENGKAP,
    ),
    tukar("belanja-tepat-pagu", "all of the money is not more than the money", ANGGARAN, "", BELANJA, LENGKAP),
    Ganjil(
        "pagu-turun",
        "an amended budget may be smaller, even nothing",
        (
            Ubah(PROGRAM, "sumber: DPA 2024\n", DPPA),
            Ubah(PROGRAM, "murni: 1000000", "murni: 1000000\n      perubahan: 0"),
        ),
        LENGKAP,
    ),
)


# ── Plans ────────────────────────────────────────────────────────────────────────────────────────────────────────

RENSTRA_BARU: Final = (
    teks(RENSTRA).partition("target:")[0].replace("2021", "2027").replace("2026", "2031")
    + "target:\n  IKU-01:\n"
    + "".join(f"    {tahun}: 85\n" for tahun in range(2027, 2032))
)
PERUBAHAN: Final = teks(PK).replace("2024-01-15", "2024-03-31") + "alasan_perubahan: Pejabat berganti.\n"

RENCANA_ANEH: Final = (
    tukar("aksi-kosong", "targets without actions yet", RENCANA, teks(RENCANA).partition("    aksi:")[2], " []\n"),
    tukar("hari-kabisat", "29 February exists in 2024", PK, "2024-01-15", "2024-02-29"),
    tukar("tanpa-kondisi-awal", "no condition before", IKU, "baseline:\n  tahun: 2020\n  nilai: 70\n", ""),
    tukar(
        "pk-akhir-triwulan",
        "a PK signed on the last day of a quarter is in force in that quarter",
        "perjanjian-kinerja/2024/kepala/perubahan-1.yaml",
        "",
        PERUBAHAN,
    ),
    tukar(
        "tujuan-meminjam",
        "a tujuan may be measured by an indikator of its sasaran",
        RENSTRA,
        "yang profesional.\n",
        "yang profesional.\n    indikator: [IKU-01]\n",
    ),
    tukar("renstra-berikutnya", "the next Renstra may be there early", "renstra/2027-2031.yaml", "", RENSTRA_BARU),
    Ganjil(
        "pk-berbeda-beralasan",
        "a target may differ from the Renstra for a reason",
        (
            Ubah(PK, "    target: 80\n", "    target: 79\n    alasan: Anggaran dikurangi.\n"),
            Ubah(RENCANA, "TW4: 80", "TW4: 79"),
        ),
    ),
    Ganjil(
        "tahun-tanpa-laporan",
        "a year that is to begin has a promise and its plan and nothing else",
        (
            Ubah("metode/2025.yaml", "", teks(METODE)),
            Ubah(
                "perjanjian-kinerja/2025/kepala/murni.yaml",
                "",
                teks(PK).replace("2024-01", "2025-01").replace("80", "82"),
            ),
            Ubah("rencana-aksi/2025/mutasi.yaml", "", teks(RENCANA).replace("TW4: 80", "TW4: 82")),
        ),
    ),
)


# ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────

STATUS: Final = "butir:\n  IKU-01:\n    status: menunggu_rilis\n    alasan: Dirilis pusat pada Juni.\n"
DICABUT: Final = "    catatan: Tujuh usul dicabut pemohonnya.\n"
KERJA: Final = Ubah(METODE, "tenggat:\n", "tenggat:\n  satuan: kerja\n")

LAPORAN: Final = (
    tukar("semua-status", "a report may say only why there is no figure", REALISASI, "", STATUS),
    tukar("sementara", "a figure may be preliminary", REALISASI, NILAI, f"{NILAI}    sementara: ya\n"),
    tukar("data-tahun-lalu", "a figure of an earlier year", REALISASI, NILAI, f"{NILAI}    tahun_data: 2023\n"),
    Ganjil(
        "turun-beralasan",
        "a cumulative figure may fall when a note says why",
        (
            Ubah(TW2, "", laporan("70", DICABUT)),
            Ubah(RENCANA, "TW1: 77", "TW1: 70"),
            Ubah(RENCANA, "TW2: 78", "TW2: 70"),
            Ubah(INSTANSI, "2024-04-10", "2024-07-05"),
        ),
    ),
    Ganjil(
        "tenggat-lewat-tahun-baru",
        "ten working days after a quiet New Year end on 15 January",
        (
            *(
                Ubah(f"realisasi/2024/TW{n}/mutasi.yaml", "", laporan(nilai, SAMA))
                for n, nilai in ((2, "78"), (3, "79"))
            ),
            KERJA,
            Ubah(INSTANSI, "2024-04-10", "2025-01-15"),
            Ubah("libur/2024.yaml", "", "dasar: SKB\nhari:\n  2024-12-25: Natal\n"),
            Ubah("libur/2025.yaml", "", "dasar: SKB\nhari:\n  2025-01-01: Tahun Baru\n"),
        ),
    ),
)


# ── Records ──────────────────────────────────────────────────────────────────────────────────────────────────────

KIRIM: Final = "    - dikirim: 2024-04-03\n"
KEMBALI: Final = (
    "    - dikirim: 2024-04-02\n      diputus: 2024-04-03\n      hasil: dikembalikan\n      alasan: lain_lain\n"
    "      catatan: Salah berkas.\n"
)
LANGKAH: Final = "  - langkah: 2\n    tanggal: 2024-04-04\n"
DIULANG: Final = (
    "  - langkah: 2\n    tanggal: 2024-04-02\n    oleh: kepala\n    hasil: dikembalikan\n    alasan: satuan_salah\n"
    "  - langkah: 1\n    tanggal: 2024-04-03\n    oleh: kepala\n"
)
BERJALAN: Final = teks(TINDAK, "_lengkap").partition("    batas:")[2]
KEDUA: Final = teks(KOREKSI, "_lengkap").replace("2024-04-09", "2024-04-10")
AKHIR_PEKAN: Final = "2024-02-29: Hari jadi daerah\n  2024-03-31: Paskah\n  2024-04-06: Cuti bersama"
ARSIP: Final = "    nomor_arsip: 900/2/2024\n"
RANCANGAN: Final = (
    f"{ARSIP}  dppa-2024:\n    jenis: dpa\n    judul: Rancangan DPPA 2024\n    tahun: 2024\n    tanggal: 2024-09-30\n"
    f"    keadaan: rancangan\n    menggantikan: dpa-2024\n{ARSIP}"
)
TUNGGU: Final = "pengiriman:\n  mutasi:\n    - dikirim: 2024-04-09\n"

PELAKSANAAN: Final = (
    tukar("kembali-dan-kirim", "returned and sent again on one day", SIKLUS, KIRIM, KEMBALI + KIRIM, LENGKAP),
    tukar("menunggu-jawaban", "a report may wait for an answer", "siklus/2024/03.yaml", "", TUNGGU, LENGKAP),
    tukar("langkah-diulang", "a step done again is recorded again", SIKLUS, LANGKAH, DIULANG + LANGKAH, LENGKAP),
    tukar("tutup-hari-itu", "closed on the day of the last step", SIKLUS, "2024-04-08", "2024-04-04", LENGKAP),
    tukar("koreksi-hari-tutup", "corrected on the day of closing", KOREKSI, "2024-04-09", "2024-04-08", LENGKAP),
    Ganjil(
        "koreksi-dua-kali",
        "one figure may be corrected twice",
        (
            Ubah(KOREKSI, "nilai_lama: 77.4\nnilai_baru: 77.5", "nilai_lama: 77.3\nnilai_baru: 77.4"),
            Ubah(KOREKSI.replace("01.yaml", "02.yaml"), "", KEDUA),
        ),
        LENGKAP,
    ),
    tukar(
        "tindak-lanjut-sehari",
        "an action may be closed on the day it was made",
        TINDAK,
        BERJALAN,
        f" 2024-04-09\n    selesai: 2024-04-09\n{BUKTI}",
        LENGKAP,
    ),
    tukar("belum-mulai", "an action may have made no progress yet", TINDAK, "persen: 20", "persen: 0", LENGKAP),
    Ganjil(
        "libur-akhir-pekan",
        "a holiday may fall on a weekend, and on leap day",
        (Ubah("libur/2024.yaml", "2024-03-11: Hari Suci Nyepi", AKHIR_PEKAN), KERJA),
        LENGKAP,
    ),
    tukar("dokumen-berganti", "a draft may replace a registered paper", "dokumen.yaml", ARSIP, RANCANGAN, LENGKAP),
)

GANJIL_ISI: Final = (*ANGKA, *RENCANA_ANEH, *LAPORAN, *PELAKSANAAN)
