"""The bad inputs of the specification, families S, N, T, R, L, W and K: a smallest planted mistake for each.

Of each row: where it must be told, by which code, and the words that carry the message.

* A-01 … A-09 (Y), D-03 … D-07 (P), E (B), F, G (U), H and I are other families with corpora of their own.
* D-01, D-02, D-08, D-09, J-01, J-02 and J-05 are K001 … K004, ownership: they compare a proposal with its base and
  belong to the issue that builds proposals.
* The specification's R004 is L001 here, R005 is W001, R007 is W003 and R008 is W004. B-14 is a unit (R011) where a unit
  is asked for, and a closed choice (S004) where `ya` or `tidak` is. C-03 is a missing field like any other (S002).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tests.korpus.tanam import ANGGARAN, BUKTI, DASAR, IKU, LENGKAP, NILAI, PK, REALISASI, RENCANA, TW2, Ubah

BAGIAN: Final = (
    Ubah(IKU, "polaritas: naik", "komponen:\n  a: Lulus\n  b: Ikut\nrumus: a / b * 100\npolaritas: naik"),
    Ubah(IKU, "nama: indeks\n  tipe: indeks", "nama: persen\n  tipe: persen"),
    Ubah(IKU, "batas:\n  min: 0\n  maks: 100\n", ""),
)
"""The indikator as a share of two komponen that the kamus does not bound."""


class Salah(NamedTuple):
    """One bad input."""

    id: str
    perubahan: tuple[Ubah, ...]
    tempat: str
    kode: str
    kata: tuple[str, ...]
    lapisan: tuple[str, ...] = DASAR


def nilai(id_: str, text: str, kode: str, *kata: str) -> Salah:
    """A row in which the figure of the report is written like this."""
    return Salah(id_, (Ubah(REALISASI, "77.5", text),), f"data/{REALISASI}:3:12", kode, kata)


SALAH: Final = (
    Salah(
        "A-10",
        (Ubah(REALISASI, "nilai: 77.5", "realiasi: 77.5"),),
        f"data/{REALISASI}:3:5",
        "S001",
        ("isian `realiasi` tidak dikenal",),
    ),
    Salah(
        "A-12/komentar", (Ubah(REALISASI, "", "# belum\n"),), f"data/{REALISASI}:1:1", "S003", ("berkas ini kosong",)
    ),
    Salah("A-12/kosong", (Ubah(REALISASI, "", ""),), f"data/{REALISASI}:1:1", "S003", ("isi datanya atau hapus",)),
    nilai("B-01", "85,5", "N001", '"85,5" memakai koma', "tulis `85.5`"),
    Salah(
        "B-02",
        (
            Ubah(IKU, "desimal: 2", "desimal: 0"),
            Ubah(IKU, "  maks: 100\n", "  maks: 2000\n"),
            Ubah(REALISASI, "77.5", "1.234"),
        ),
        f"data/{REALISASI}:3:12",
        "N002",
        ('"1.234" ambigu: 1234 atau 1,234?', "`1234`", "`1.2340`"),
    ),
    nilai("B-03", "1.234.567", "N003", "pemisah ribuan", "tulis `1234567`"),
    nilai("B-04", "95%", "N004", "tanda persen", "tulis `95`"),
    nilai("B-05/nan", ".nan", "N005", '".nan" bukan angka', "`status:`", "`alasan:`"),
    nilai("B-05/inf", ".inf", "N005", '".inf" bukan angka', "`status:`"),
    nilai("B-06", "012", "N006", "diawali angka 0", "tulis `12`"),
    nilai("B-08/pangkat", "1e6", "N008", "bukan penulisan angka biasa", "`1000000`"),
    nilai("B-08/heksadesimal", "0x1F", "N008", "bukan penulisan angka biasa"),
    nilai("B-08/garis-bawah", "1_000", "N008", "bukan penulisan angka biasa"),
    Salah(
        "B-09",
        (Ubah(REALISASI, " 77.5", ""),),
        f"data/{REALISASI}:3:11",
        "N009",
        ("kosong dan tanpa status", "`status: menunggu_rilis`", "`alasan`"),
    ),
    Salah(
        "B-10",
        (Ubah(REALISASI, NILAI, "    nilai: 0\n    status: menunggu_rilis\n    alasan: Menunggu rilis pusat.\n"),),
        f"data/{REALISASI}:4:5",
        "N010",
        ("ada `nilai` dan `status: menunggu_rilis` sekaligus", "hapus salah satunya"),
    ),
    nilai("B-11", "187", "N011", "187 melebihi batas atas", "(100 indeks)"),
    Salah(
        "B-12",
        (Ubah(PK, "2024-01-15", "2026-02-30"),),
        f"data/{PK}:1:10",
        "T001",
        ("tanggal 30 Februari 2026 tidak ada", "berakhir tanggal 28"),
    ),
    Salah(
        "B-13",
        (Ubah(RENCANA, "TW3: 79", "TW3-26: 79"),),
        f"data/{RENCANA}:6:7",
        "T002",
        ('periode "TW3-26" tidak dikenal', "`TW1` sampai `TW4`"),
    ),
    Salah(
        "B-14/unit",
        (Ubah(IKU, "penanggung_jawab: mutasi", "penanggung_jawab: NO"),),
        f"data/{IKU}:22:19",
        "R011",
        ("unit `NO` tidak terdaftar", "pilihannya: mutasi"),
    ),
    Salah(
        "B-14/ya-tidak",
        (Ubah(IKU, "iku: ya", "iku: NO"),),
        f"data/{IKU}:3:6",
        "S004",
        ('"NO" tidak dikenal', "`ya` atau `tidak`"),
    ),
    Salah(
        "C-01",
        (Ubah(REALISASI, NILAI, f"{NILAI}{BUKTI}  iku-99:\n    nilai: 5\n"),),
        f"data/{REALISASI}:8:3",
        "R001",
        ("indikator `iku-99` tidak ada dalam kamus indikator", "buat `data/indikator/iku-99.yaml`"),
    ),
    Salah(
        "C-03",
        (Ubah(IKU, "polaritas: naik\n", ""),),
        f"data/{IKU}:1:1",
        "S002",
        ("isian wajib `polaritas` belum ada", "pilihannya: naik, turun"),
    ),
    Salah(
        "C-04",
        (Ubah(REALISASI, NILAI, "    nilai: 76\n    tanpa_tindak_lanjut: Pulih dengan sendirinya pada April.\n"),),
        f"data/{REALISASI}:2:3",
        "L001",
        ("belum mencapai target", "tulis `kendala` dan `solusi`"),
    ),
    Salah(
        "C-05",
        (
            Ubah(TW2, "", f"butir:\n  IKU-01:\n    nilai: 62\n{BUKTI}"),
            Ubah(RENCANA, "TW1: 77", "TW1: 60"),
            Ubah(RENCANA, "TW2: 78", "TW2: 60"),
            Ubah("instansi.yaml", "2024-04-10", "2024-07-05"),
        ),
        f"data/{TW2}:3:12",
        "W001",
        ("turun dari 77,5 (Triwulan I) menjadi 62", "jelaskan pada `catatan`"),
    ),
    Salah(
        "C-07",
        (
            Ubah(
                ANGGARAN,
                "",
                "sumber: LRA\ntanggal_data: 2024-04-05\nbutir:\n  5.03.02.2.01.0001:\n    realisasi: 1200000\n",
            ),
        ),
        f"data/{ANGGARAN}:5:16",
        "W003",
        ("realisasi Rp1.200.000 melebihi pagu Rp1.000.000",),
        LENGKAP,
    ),
    Salah(
        "C-08",
        (*BAGIAN, Ubah(REALISASI, NILAI, "    komponen:\n      a: 210\n      b: 208\n")),
        f"data/{REALISASI}:4:10",
        "W004",
        ("pembilang `a` (210) lebih besar daripada penyebut `b` (208)",),
    ),
    Salah(
        "C-09",
        (Ubah(REALISASI, NILAI, f"{NILAI}    kategori: Tinggi\n"),),
        f"data/{REALISASI}:4:5",
        "S001",
        ("isian `kategori` tidak dikenal", "dihitung otomatis"),
    ),
    Salah(
        "C-10",
        (
            Ubah("indikator/IKK-01.yaml", "Jumlah pegawai yang dimutasi", "Persentase usul yang selesai"),
            Ubah(
                "kode-lama.yaml",
                "",
                "indikator:\n  IKK-01:\n    nama: Jumlah pegawai yang dimutasi\n    tahun_terakhir: 2024\n"
                "    alasan: Diganti.\n",
            ),
        ),
        "data/indikator/IKK-01.yaml:1:7",
        "R009",
        ('`IKK-01` pernah dipakai untuk "Jumlah pegawai yang dimutasi"', "beri indikator baru kode lain"),
        LENGKAP,
    ),
)

BERDIRI: Final = (
    *("A-10", "A-12"),
    *("B-01", "B-02", "B-03", "B-04", "B-05", "B-06", "B-08", "B-09", "B-10", "B-11", "B-12", "B-13", "B-14"),
    *("C-01", "C-03", "C-04", "C-05", "C-07", "C-08", "C-09", "C-10"),
)
"""The ids that the decisions leave standing."""

GUGUR: Final = {
    "A-11": "periode is the folder's name and never a field (decision 6; settled conflicts)",
    "B-07": "a kode needs no quotes to survive, for all scalars are text (decision 7; settled conflicts)",
    "C-02": "target 0 is no error of the file but a status or the zero-tolerance rule (settled conflicts)",
    "C-06": "longer periods are computed from the reported ones and never typed (decision 25; settled conflicts)",
}
"""The ids that fall away, with the decision that says so."""
