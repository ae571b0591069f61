"""Odd but good names, kode and texts: each must pass without a diagnostic, or people will stop reading what is told."""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.korpus.tanam import CASES, DASAR, IKU, NILAI, PK, REALISASI, RENCANA, Ubah

INSTANSI: Final = "instansi.yaml"
RENSTRA: Final = "renstra/2021-2026.yaml"


class Ganjil(NamedTuple):
    """One odd input and why it is good."""

    id: str
    sebab: str
    perubahan: tuple[Ubah, ...]
    lapisan: tuple[str, ...] = DASAR


def tukar(id_: str, sebab: str, berkas: str, lama: str, baru: str, lapisan: tuple[str, ...] = DASAR) -> Ganjil:
    """One text of one file in place of another."""
    return Ganjil(id_, sebab, (Ubah(berkas, lama, baru),), lapisan)


def catat(id_: str, sebab: str, isi: str) -> Ganjil:
    """A note beside the figure, written like this in YAML."""
    return tukar(id_, sebab, REALISASI, NILAI, f"{NILAI}    catatan: {isi}\n")


def teks(name: str, lapisan: str = "_dasar") -> str:
    """A file of the base, as it is."""
    return (CASES / lapisan / "data" / name).read_text("utf-8")


# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────────

UNIT: Final = "nama: Bidang Mutasi\n"
KEPALA: Final = "nama: Kepala Badan\n"
INDEKS: Final = "Indeks profesionalitas ASN"

NAMA: Final = (
    Ganjil("satu-unit", "the smallest office has one unit, and that is the base itself", ()),
    tukar("apostrof", "an apostrophe inside a word opens nothing", INSTANSI, UNIT, "nama: Bidang Qira'at Al-Qur'an\n"),
    tukar("dan-miring", "a name may hold & and /", INSTANSI, UNIT, "nama: Bidang Mutasi & Promosi/JF\n"),
    tukar("gelar", "titles hold dots and commas", INSTANSI, KEPALA, f"{KEPALA}    pejabat: Contoh Nama, S.Si., M.T.\n"),
    tukar(
        "nama-arab", "long vowels and a raised comma", INSTANSI, KEPALA, f"{KEPALA}    pejabat: ʿAbd al-Raḥmān Ṣāliḥ\n"
    ),
    tukar("seratus-huruf", "a name of 100 characters is long and allowed", IKU, INDEKS, "Indeks " + "p" * 93),
    tukar("lebih-sama", "a name may hold ≥", IKU, INDEKS, "Indeks ASN dengan pelatihan ≥ 20 JP"),
    tukar("satu-ukuran", "two things counted by one measure", IKU, INDEKS, "Indeks kinerja pegawai dan pejabat"),
)


# ── Kode ─────────────────────────────────────────────────────────────────────────────────────────────────────────

LAMA: Final = (
    "indikator:\n  IKU-01:\n    nama: Indeks profesionalitas ASN\n    tahun_terakhir: 2023\n    alasan: Kode diganti.\n"
)


def berkode(id_: str, sebab: str, kode: str) -> Ganjil:
    """The indikator under another kode, unquoted wherever it stands; the old kode is retired."""
    rows = tuple(Ubah(berkas, "IKU-01", kode) for berkas in (PK, RENCANA, REALISASI))
    listed = Ubah(RENSTRA, "indikator: [IKU-01]", f"indikator: [{kode}]")
    target = Ubah(RENSTRA, "  IKU-01:\n", f"  {kode}:\n")
    register = Ubah("kode-lama.yaml", "", LAMA)
    return Ganjil(id_, sebab, (Ubah(f"indikator/{kode}.yaml", "", teks(IKU)), register, listed, target, *rows))


KODE: Final = (
    berkode("kode-pecahan", "an unquoted 5.10 stays 5.10", "5.10"),
    berkode("kode-satu-huruf", "one letter is a kode", "A"),
    berkode("kode-bertitik", "dots part the levels of a kode", "IKU.01.a"),
    berkode("kode-40", "forty characters are the most", "IKU-" + "x" * 36),
    berkode("kode-seperti-tidak", "a kode may be a word that YAML takes for false", "NO"),
    berkode("kode-seperti-angka", "a kode may be a number with zeros in front", "007"),
)


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

ISI: Final = teks(REALISASI)
SEBARIS: Final = "{butir: {IKU-01: {nilai: 77.5, bukti: [{judul: H, jenis: laporan, nomor_arsip: '1'}]}}}"
TERBALIK: Final = "butir:\n  IKU-01:\n    target: 80\npihak_pertama: kepala\ntanggal: 2024-01-15\n"
PANJANG: Final = ">-\n" + ("      " + "kata " * 19 + "kata\n") * 50

NASKAH: Final = (
    tukar("crlf", "an editor on Windows ends lines with two characters", REALISASI, "", ISI.replace("\n", "\r\n")),
    tukar("komentar", "comments may stand everywhere", REALISASI, "", "# atas\n" + ISI.replace("\n", "  # sini\n")),
    tukar("penanda-dokumen", "one document may be marked as such", REALISASI, "", f"---\n{ISI}...\n"),
    tukar("satu-baris", "everything may stand on one line", REALISASI, "", SEBARIS),
    tukar("urutan-lain", "fields may stand in any order", PK, "", TERBALIK),
    catat("terlipat", "a folded text has paragraphs", ">-\n      baris satu\n      baris dua\n\n      alinea dua"),
    catat("harfiah", "a literal text keeps its lines", "|\n      - butir satu\n      - butir dua"),
    catat("lima-ribu-huruf", "a text of nearly 5,000 characters is the longest", PANJANG),
    catat("kutip", "quotation marks inside a text", "Warga menyebutnya “satu pintu” atau 'loket'."),
    catat(
        "garis-panjang", "an em dash and an ellipsis are letters like others", "Selesai — akhirnya … sesuai rencana."
    ),
    catat("aksen", "composed letters with an accent", "Rapat di kafé bersama Ibu Zoë."),
    catat("yes", "a quoted word that YAML would take for true", '"yes"'),
    catat("null-berkutip", "a quoted word that YAML would take for nothing", '"null"'),
    catat("jam", "a time that YAML would take for a number", "12:30"),
    catat("tanda-yaml", "signs of YAML in quotes are text", '"& * ! % @ `kode` {a: b} [c] # d"'),
    tukar(
        "tautan-panjang",
        "evidence may lie behind an address with signs in it",
        REALISASI,
        "nomor_arsip: 800/12/2024",
        "tautan: https://contoh.go.id/unduh?id=12&nama=a%20b#hal-3",
    ),
)

GANJIL_TEKS: Final = (*NAMA, *KODE, *NASKAH)
