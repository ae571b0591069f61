"""Odd but good proposals upon a closed quarter: each must pass without a galat and without a word of any lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from tests.usulan import PK, REALISASI, RENCANA, SIKLUS, Kantor, koreksi

INSTANSI: Final = "data/instansi.yaml"
KAMUS: Final = "data/indikator/IKU-01.yaml"
RENSTRA: Final = "data/renstra/2021-2026.yaml"
METODE: Final = "data/metode/2024.yaml"
TW2: Final = "data/realisasi/2024/TW2/mutasi.yaml"
KOREKSI: Final = "data/koreksi/2024/TW1/KOR-2024-02.yaml"
BUKTI: Final = "    bukti: [{judul: Hasil, jenis: laporan, nomor_arsip: 800/13/2024}]\n"
INDEKS: Final = "Indeks profesionalitas ASN"
SEBARIS: Final = (
    "{butir: {IKU-01: {nilai: '77.50', bukti: [{judul: Hasil pengukuran triwulan I, jenis: laporan, "
    "nomor_arsip: 800/12/2024}]}}}\n"
)


class Usul(NamedTuple):
    """A proposal and why it is good."""

    id: str
    sebab: str
    ubah: Callable[[Kantor], None]


def tukar(id_: str, sebab: str, nama: str, lama: str, baru: str) -> Usul:
    """One text of a file in place of another."""
    return Usul(id_, sebab, lambda kantor: kantor.ganti(nama, lama, baru))


def olah(id_: str, sebab: str, nama: str, ubah: Callable[[str], str]) -> Usul:
    """A whole file written otherwise."""

    def tulis(kantor: Kantor) -> None:
        before = kantor.teks(nama)
        (kantor.folder / nama).write_bytes(ubah(before).encode())
        assert (kantor.folder / nama).read_bytes() != before.encode()

    return Usul(id_, sebab, tulis)


def berkas(id_: str, sebab: str, nama: str, teks: str) -> Usul:
    """A new file."""
    return Usul(id_, sebab, lambda kantor: kantor.tulis(nama, teks))


# ── Writing: the same said otherwise ─────────────────────────────────────────────────────────────────────────────

TULISAN: Final = (
    olah("crlf", "an editor on Windows ends lines with two characters", REALISASI, lambda t: t.replace("\n", "\r\n")),
    olah("crlf-pk", "and so in what was signed", PK, lambda t: t.replace("\n", "\r\n")),
    olah("crlf-siklus", "and so in the record of the period", SIKLUS, lambda t: t.replace("\n", "\r\n")),
    olah("komentar", "comments may stand behind every line", REALISASI, lambda t: t.replace("\n", "  # dicek\n")),
    olah("komentar-pk", "and beside what was signed", PK, lambda t: f"# disalin dari naskah\n{t}"),
    olah("penanda-dokumen", "one document may be marked as such", REALISASI, lambda t: f"---\n{t}...\n"),
    olah("satu-baris", "everything on one line, the figure with more zeros", REALISASI, lambda _: SEBARIS),
    tukar("kutip-ganda", "quotes change nothing", REALISASI, "nilai: 77.5", 'nilai: "77.5"'),
    tukar("kutip-tunggal", "nor do others", REALISASI, "nilai: 77.5", "nilai: '77.5'"),
    tukar("nol-di-belakang", "a zero at the end changes no figure", REALISASI, "nilai: 77.5", "nilai: 77.50"),
    tukar("target-bernol", "nor a target in a plan", RENCANA, "TW1: 77\n", "TW1: 77.0\n"),
    tukar("target-pk-bernol", "nor a target that was signed", PK, "target: 80", "target: '80.00'"),
    tukar("target-dibuka", "a target is the same with its key", RENSTRA, "2024: 80", "2024: 80.000000"),
    tukar(
        "urutan-pk",
        "fields in another order",
        PK,
        "tanggal: 2024-01-15\npihak_pertama: kepala\n",
        "pihak_pertama: kepala\ntanggal: 2024-01-15\n",
    ),
    tukar(
        "urutan-siklus",
        "and in a record",
        SIKLUS,
        "    tanggal: 2024-04-05\n    oleh: kabid-mutasi\n",
        "    oleh: kabid-mutasi\n    tanggal: 2024-04-05\n",
    ),
    tukar(
        "terlipat",
        "the same words in other lines",
        METODE,
        "nama: Metode pengukuran tahun 2024",
        "nama: >-\n  Metode pengukuran\n  tahun 2024",
    ),
    tukar(
        "judul-bukti",
        "another way to write the name of the same evidence",
        REALISASI,
        "judul: Hasil pengukuran triwulan I",
        "judul: >-\n          Hasil pengukuran\n          triwulan I",
    ),
)


# ── Names and words ──────────────────────────────────────────────────────────────────────────────────────────────

NAMA: Final = (
    tukar(
        "apostrof",
        "an apostrophe inside a word opens nothing",
        INSTANSI,
        "nama: Bidang Mutasi",
        "nama: Bidang Qira'at Al-Qur'an",
    ),
    tukar("dan-miring", "a name may hold & and /", INSTANSI, "nama: Bidang Diklat", "nama: Bidang Diklat & Promosi/JF"),
    tukar(
        "gelar",
        "titles hold dots and commas",
        INSTANSI,
        "nama: Kepala Badan\n",
        "nama: Kepala Badan\n    pejabat: Contoh Nama, S.Si., M.T.\n",
    ),
    tukar(
        "nama-arab",
        "long vowels and a raised comma",
        INSTANSI,
        "nama: Kepala Badan\n",
        "nama: Kepala Badan\n    pejabat: ʿAbd al-Raḥmān Ṣāliḥ\n",
    ),
    tukar("seratus-huruf", "a name of 100 characters", KAMUS, INDEKS, "Indeks " + "p" * 93),
    tukar("lebih-sama", "a name may hold ≥", KAMUS, INDEKS, "Indeks ASN dengan pelatihan ≥ 20 JP"),
    tukar(
        "garis-panjang",
        "an em dash in a definition",
        KAMUS,
        "seluruh pegawai.",
        "seluruh pegawai — juga PPPK … tanpa kecuali.",
    ),
    tukar(
        "tanda-yaml",
        "signs of YAML in quotes are text",
        KAMUS,
        "formula_teks: Jumlah nilai dibagi jumlah pegawai.",
        'formula_teks: "Jumlah nilai : jumlah pegawai & * ! % @ `x` [y] # z"',
    ),
    tukar(
        "aksen",
        "composed letters",
        RENSTRA,
        "Meningkatnya profesionalitas pegawai.",
        "Meningkatnya profesionalitas pegawai kafé Zoë.",
    ),
)


# ── Figures of open periods, and what is added after closing ─────────────────────────────────────────────────────


def laporan(nilai: str, lain: str = "") -> str:
    return f"butir:\n  IKU-01:\n    nilai: {nilai}\n{BUKTI}{lain}"


def _renstra_baru(kantor: Kantor) -> None:
    text = kantor.teks(RENSTRA).replace("2025: 82", "2025: 81.5")
    kantor.tulis(RENSTRA.replace("2026.", "2026-perubahan."), f"nomor: Perbup 7/2024\ntanggal: 2024-04-09\n{text}")


def _pk_perubahan(kantor: Kantor) -> None:
    text = kantor.teks(PK).replace("2024-01-15", "2024-04-09").replace("80", "79\n    alasan: Pagu pelatihan turun.")
    kantor.tulis(PK.replace("murni", "perubahan-1"), f"alasan_perubahan: Pagu pelatihan dipotong.\n{text}")
    kantor.ganti(RENCANA, "TW3: 79\n      TW4: 80", "TW3: 78.5\n      TW4: 79")


def _dikoreksi(lama: str, baru: str) -> Callable[[Kantor], None]:
    def ubah(kantor: Kantor) -> None:
        kantor.ganti(REALISASI, "nilai: 77.5", f"nilai: {baru}")
        kantor.tulis(KOREKSI, koreksi(lama, baru))

    return ubah


def _dicabut(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "nilai: 77.5\n", "status: tidak_tersedia\n    alasan: Daftarnya milik tahun lain.\n")
    kantor.tulis(KOREKSI, koreksi("77.5", "0", jenis="pencabutan").replace("nilai_baru: 0\n", ""))


def _reorganisasi(kantor: Kantor) -> None:
    """An indikator goes to another unit with its figure and its plan."""
    kantor.tulis(REALISASI.replace("mutasi", "diklat"), kantor.teks(REALISASI))
    (kantor.folder / REALISASI).unlink()
    own, _, other = kantor.teks(RENCANA).partition("  IKP-01")
    kantor.tulis(RENCANA, f"butir:\n  IKP-01{other}")
    kantor.tulis(RENCANA.replace("mutasi", "diklat"), own)
    kantor.ganti(KAMUS, "penanggung_jawab: mutasi", "penanggung_jawab: diklat")


ISI: Final = (
    berkas("triwulan-berikutnya", "the quarter after it is open", TW2, laporan("78")),
    berkas("enam-desimal", "six decimals are the most that is read", TW2, laporan("78.123456")),
    berkas(
        "nomor-18-angka",
        "a registration number of 18 digits that is no NIP",
        TW2,
        laporan("78").replace("800/13/2024", "REG-900000000000000017"),
    ),
    berkas(
        "bukti-berspasi",
        "evidence under an odd name, not yet used",
        "data/bukti/2024/TW2/Rekap (final) – Qur'an.csv",
        "a\n",
    ),
    tukar(
        "bukti-tambahan",
        "more evidence of the same figure",
        REALISASI,
        "    bukti:\n",
        "    bukti:\n      - {judul: Berita acara, jenis: berita acara, nomor_arsip: 800/14/2024}\n",
    ),
    tukar(
        "laporan-sesudah-tutup",
        "a step behind the closing",
        SIKLUS,
        "    waktu: 2 jam\n",
        "    waktu: 2 jam\n  - {langkah: 1, tanggal: 2024-04-09, oleh: kabid-mutasi}\n",
    ),
    tukar(
        "nomor-menyusul",
        "the number of a paper comes later",
        SIKLUS,
        "    waktu: 5 menit\n",
        "    waktu: 5 menit\n    nomor: 800.1/Um-2/IV/2024\n",
    ),
    tukar(
        "naskah-pk-menyusul",
        "and so does its scan",
        PK,
        "pihak_pertama: kepala\n",
        "pihak_pertama: kepala\nnaskah: {nomor_arsip: 800/22/2024}\n",
    ),
    tukar("target-nanti", "a target that nobody signed yet", RENSTRA, "2026: 84", "2026: 85"),
    Usul("renstra-perubahan", "an amendment is a file of its own", _renstra_baru),
    Usul("pk-perubahan", "a promise for what is to come", _pk_perubahan),
    Usul("koreksi-bernol", "a correction whose old figure has another zero", _dikoreksi("77.50", "78")),
    Usul("koreksi-berkutip", "or stands in quotes", _dikoreksi('"77.5"', '"78.0"')),
    Usul("pencabutan", "a figure that does not exist", _dicabut),
    Usul("reorganisasi", "a unit takes over what another reported", _reorganisasi),
)

GANJIL_USULAN: Final = (*TULISAN, *NAMA, *ISI)
