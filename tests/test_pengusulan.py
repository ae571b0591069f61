"""A form of the forge becomes a change of the data and an answer; or an answer alone, and nothing is written."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sakipgen.cli import cli
from sakipgen.domain.waktu import Periode
from sakipgen.formulir import Data, buat, buka
from sakipgen.kiriman.borang import Jenis
from sakipgen.project import Project
from tests.conftest import Indonesian
from tests.forms.kantor import isi
from tests.kiriman.kantor import borang, muatan, peristiwa
from tests.usulan import CASES, CASES_TINJAU

LETAK = {"unit": "mutasi", "periode": "2024-TW1", "indikator": "IKU-01"}
BUKTI = {"bukti_judul": "Berita acara", "bukti_tempat": "800/15/2024"}
ALASAN = "Satu pegawai terlewat saat nilai dijumlahkan; angka baru diambil dari aplikasi pengukuran."
LAPORAN = "data/realisasi/2024/TW1/mutasi.yaml"
ALAMAT = "[kiriman.xlsx](https://github.com/user-attachments/files/7/kiriman.xlsx)"


class Kantor:
    """The smallest office, with or without a closed period; what is sent to it and what it answers."""

    def __init__(self, folder: Path, *, ditutup: bool = False) -> None:
        self.folder = folder
        for layer in (CASES / "_dasar" / "data", CASES / "_lengkap" / "data", CASES_TINJAU / "_dasar/dasar/data"):
            shutil.copytree(layer, folder / "data", dirs_exist_ok=True, copy_function=shutil.copy)
        for name in (CASES_TINJAU / "_dasar/hapus.txt").read_text("utf-8").split():
            (folder / name).unlink()
        if not ditutup:
            (folder / "data/siklus/2024/TW1.yaml").unlink()
        assert Project(folder).periksa().errors == ()
        self.lampiran = folder / "lampiran"
        self.lampiran.mkdir()
        self.hasil = folder / "hasil"

    def kirim(self, event: bytes) -> int:
        (self.folder / "event.json").write_bytes(event)
        shutil.rmtree(self.hasil, ignore_errors=True)
        result = jalankan("usulkan", self, "--lampiran", str(self.lampiran), "--hasil", str(self.hasil))
        code = result.return_value
        assert isinstance(code, int)
        return code

    @property
    def pesan(self) -> str:
        return (self.hasil / "pesan.md").read_text("utf-8")

    @property
    def usulan(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.hasil / "usulan.json").read_text("utf-8"))
        return found

    def teks(self, nama: str = LAPORAN) -> str:
        return (self.folder / nama).read_text("utf-8")

    def sidik(self) -> str:
        files = sorted(p for p in (self.folder / "data").rglob("*") if p.is_file())
        return hashlib.sha256(b"".join(str(p).encode() + p.read_bytes() for p in files)).hexdigest()

    def formulir(self) -> bytes:
        data = buka(Project(self.folder))
        assert isinstance(data, Data)
        return dict(buat(data, Periode.parse("2024-TW1"), "mutasi"))["formulir-2024-tw1-mutasi.xlsx"]


def jalankan(verb: str, kantor: Kantor, *args: str) -> Result:
    where = ["--akar", str(kantor.folder)] if verb == "usulkan" else []
    event = ["--peristiwa", str(kantor.folder / "event.json")]
    result = CliRunner().invoke(cli, ["formulir", verb, *where, *event, *args], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


@pytest.fixture
def tertutup(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path, ditutup=True)


def masalah(kantor: Kantor) -> list[str]:
    """The codes that the answer tells, in their order."""
    return [line.split("**")[1].rstrip(".") for line in kantor.pesan.splitlines() if line[:1].isdigit()]


# ── One figure ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_figure_becomes_a_proposal(kantor: Kantor, indonesian: Indonesian) -> None:
    text = borang(Jenis.ANGKA, **LETAK, angka="78.25", catatan="Dihitung ulang.", **BUKTI)
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text)) == 0
    assert kantor.teks() == (
        "butir:\n  IKU-01:\n    nilai: 78.25\n    bukti:\n      - judul: Hasil pengukuran triwulan I\n"
        "        jenis: laporan\n        nomor_arsip: 800/12/2024\n      - judul: Berita acara\n"
        "        jenis: dokumen\n        nomor_arsip: 800/15/2024\n    catatan: Dihitung ulang.\n"
    )
    assert kantor.usulan == {
        "versi": 1,
        "nomor": 12,
        "judul": "Realisasi Triwulan I 2024 Bidang Mutasi",
        "cabang": "formulir/12-mutasi-2024-tw1",
        "pesan": (
            "Realisasi Triwulan I 2024 Bidang Mutasi\n\nDiisi lewat formulir pada halaman repositori.\n\n"
            "Dikirim-oleh: bk-mutasi\nFormulir: #12\n"
        ),
        "pengirim": "bk-mutasi",
        "unit": "mutasi",
        "periode": "2024-TW1",
        "berkas": [LAPORAN],
    }
    assert "| IKU-01 Indeks profesionalitas ASN | realisasi | 77,5 | 78,25 |" in indonesian(kantor.pesan)
    assert sorted(p.name for p in kantor.hasil.iterdir()) == ["pesan.md", "usulan.json"]


def test_a_report_that_is_not_there_yet_begins_with_what_it_is(kantor: Kantor) -> None:
    (kantor.folder / LAPORAN).unlink()
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78", **BUKTI))) == 0
    assert kantor.teks().startswith(
        "# yaml-language-server: $schema=../../../../schemas/realisasi.schema.json\n#\n"
        "# Realisasi Triwulan I 2024, Bidang Mutasi.\n\nbutir:\n  IKU-01:\n    nilai: 78\n"
    )


def test_a_status_takes_the_place_of_a_figure_and_a_figure_that_of_a_status(kantor: Kantor) -> None:
    text = borang(Jenis.ANGKA, **LETAK, status="menunggu rilis", alasan="Aplikasi pengukuran belum menutup triwulan.")
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text)) == 0
    assert "status: menunggu_rilis\n" in kantor.teks()
    assert "nilai:" not in kantor.teks()
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78"))) == 0
    assert "nilai: 78\n" in kantor.teks()
    assert "status:" not in kantor.teks()
    assert "alasan:" not in kantor.teks()


def test_evidence_of_the_same_title_gets_another_place(kantor: Kantor) -> None:
    new = {"bukti_judul": "Hasil pengukuran triwulan I", "bukti_tempat": "https://contoh.go.id/a.pdf"}
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, **new))) == 0
    assert kantor.teks().count("- judul:") == 1
    assert "tautan: https://contoh.go.id/a.pdf\n" in kantor.teks()
    assert "nomor_arsip" not in kantor.teks()


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(kantor: Kantor, indonesian: Indonesian) -> None:
    before = kantor.sidik()
    text = borang(
        Jenis.ANGKA, **LETAK, angka="78,5", status="entah", kendala="a\u200bb", bukti_judul="BA", catatan="x" * 1950
    )
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text)) == 1
    assert masalah(kantor) == ["N001", "X013", "U002", "X013", "X012"]
    assert "**5 hal perlu diperbaiki. Belum ada data yang berubah.**" in indonesian(kantor.pesan)
    assert kantor.sidik() == before
    assert [p.name for p in kantor.hasil.iterdir()] == ["pesan.md"]


@pytest.mark.parametrize(
    ("salah", "codes", "told"),
    [
        ({"unit": "mutas"}, ["X013"], "mungkin maksudnya <code>mutasi</code>"),
        ({"unit": "diklat"}, ["X013"], "IKU-01 dilaporkan Bidang Mutasi (<code>mutasi</code>), bukan"),
        ({"periode": "TW1"}, ["T002"], "tidak dikenal"),
        ({"periode": "2024-01"}, ["X013"], "dilaporkan triwulanan"),
        ({"periode": "2031-TW1"}, ["X013"], "belum punya metode"),
        ({"indikator": "IKU-09"}, ["X013"], "kode yang ada: "),
        ({"angka": "a: 1\nb: 2"}, ["X013", "X013"], "tulis angkanya saja"),
        ({"angka": "nilai: 1\nnilai: 2"}, ["X013"], "ditulis dua kali"),
        ({"angka": "nilai:"}, ["X013"], "angkanya kosong"),
        ({"angka": "101"}, ["N011"], "101"),
        ({"angka": "79", "bukti_judul": "BA", "bukti_tempat": "../../etc/passwd"}, [], ""),
    ],
)
def test_a_field_that_says_something_else(
    salah: dict[str, str], codes: list[str], told: str, kantor: Kantor, indonesian: Indonesian
) -> None:
    code = kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **{**LETAK, "angka": "78", **salah})))
    assert code == (1 if codes else 0)
    assert masalah(kantor) == codes
    assert told in indonesian(kantor.pesan)


def test_nothing_new_is_no_proposal(kantor: Kantor) -> None:
    for said in ({}, {"angka": "77.50"}):
        assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, **said))) == 1
        assert masalah(kantor) == ["X016"]


def test_a_closed_period_asks_for_the_other_form(tertutup: Kantor, indonesian: Indonesian) -> None:
    assert tertutup.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78"))) == 1
    assert masalah(tertutup) == ["X010"]
    assert "pakai formulir koreksi." in indonesian(tertutup.pesan)


# ── The sender ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("akun", "codes"),
    [
        ("bk-tim", []),
        ("BK-MUTASI", []),
        ("bk-diklat", ["K001"]),
        ("bk-lama", ["K006"]),
        ("bk-formulir", ["K006"]),
        ("siapa", ["K006"]),
    ],
)
def test_the_sender_is_the_account_of_the_event(akun: str, codes: list[str], kantor: Kantor) -> None:
    text = borang(Jenis.ANGKA, **LETAK, angka="78", catatan="Dikirim-oleh: bk-tim")
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text, akun=akun)) == (1 if codes else 0)
    assert masalah(kantor) == codes
    if not codes:
        assert kantor.usulan["pengirim"] == akun


def test_a_form_that_somebody_else_edited_is_nobodys(kantor: Kantor) -> None:
    text = borang(Jenis.ANGKA, **LETAK, angka="78")
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text, pelaku="bk-tim")) == 1
    assert masalah(kantor) == ["X015"]


def test_nothing_of_a_strangers_workbook_is_opened(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("sakipgen.penilaian.baca_kiriman", opened)
    (kantor.lampiran / "1.xlsx").write_bytes(b"PK")
    assert kantor.kirim(peristiwa(Jenis.EXCEL, borang(Jenis.EXCEL, berkas=ALAMAT), akun="siapa")) == 1
    assert masalah(kantor) == ["K006"]


# ── Corrections ──────────────────────────────────────────────────────────────────────────────────────────────────

KOREKSI = {**LETAK, "nilai_baru": "78.25", "alasan": ALASAN, "tingkat": "kecil", **BUKTI}
CATATAN = "data/koreksi/2024/TW1/KOR-2024-F12.yaml"


def test_a_correction_writes_the_record_and_the_figure(tertutup: Kantor) -> None:
    assert tertutup.kirim(peristiwa(Jenis.KOREKSI, borang(Jenis.KOREKSI, **KOREKSI))) == 0
    assert "    nilai: 78.25\n" in tertutup.teks()
    assert tertutup.teks(CATATAN) == (
        "# yaml-language-server: $schema=../../../../schemas/koreksi.schema.json\n#\n"
        "# Koreksi Triwulan I 2024, dari formulir nomor 12.\n\n"
        "jenis: koreksi_kesalahan\nindikator: IKU-01\nnilai_lama: 77.5\nnilai_baru: 78.25\n"
        f"alasan: {ALASAN}\ntingkat: kecil\ntanggal: 2024-04-09\ndiminta_oleh: kabid-mutasi\n"
        "disetujui_oleh: [kepala]\n"
        "bukti:\n  - judul: Berita acara\n    jenis: dokumen\n    nomor_arsip: 800/15/2024\n"
    )
    assert tertutup.usulan["judul"] == "Koreksi Triwulan I 2024 Bidang Mutasi"
    assert tertutup.usulan["berkas"] == [LAPORAN, CATATAN]
    assert Project(tertutup.folder).periksa().errors == ()


def test_a_correction_that_was_taken_is_not_taken_again(tertutup: Kantor) -> None:
    assert tertutup.kirim(peristiwa(Jenis.KOREKSI, borang(Jenis.KOREKSI, **KOREKSI))) == 0
    other = borang(Jenis.KOREKSI, **{**KOREKSI, "nilai_baru": "78.5"})
    before = tertutup.sidik()
    assert tertutup.kirim(peristiwa(Jenis.KOREKSI, other)) == 1
    assert masalah(tertutup) == ["X016"]
    assert tertutup.sidik() == before


def test_a_correction_of_an_open_period_is_refused(kantor: Kantor) -> None:
    assert kantor.kirim(peristiwa(Jenis.KOREKSI, borang(Jenis.KOREKSI, **KOREKSI))) == 1
    assert masalah(kantor) == ["P005"]


@pytest.mark.parametrize(
    ("salah", "codes"),
    [
        ({"nilai_baru": "78,25", "tingkat": "besar", "alasan": "a\u202eb", "bukti_tempat": "a\nb"}, 4),
        ({"bagian": "jp20"}, 1),
        ({"alasan": "Salah ketik."}, 1),
    ],
)
def test_a_correction_with_mistakes_writes_nothing(salah: dict[str, str], codes: int, tertutup: Kantor) -> None:
    before = tertutup.sidik()
    assert tertutup.kirim(peristiwa(Jenis.KOREKSI, borang(Jenis.KOREKSI, **{**KOREKSI, **salah}))) == 1
    assert len(masalah(tertutup)) == codes
    assert tertutup.sidik() == before


# ── Workbooks ────────────────────────────────────────────────────────────────────────────────────────────────────

EXCEL = peristiwa(Jenis.EXCEL, borang(Jenis.EXCEL, berkas=ALAMAT))


def test_the_addresses_of_attachments_are_printed_one_a_line(kantor: Kantor) -> None:
    two = f"{ALAMAT}\n[b.xlsx](https://github.com/user-attachments/files/8/b.xlsx)\n[c.exe](https://github.com/c.exe)"
    (kantor.folder / "event.json").write_bytes(peristiwa(Jenis.EXCEL, borang(Jenis.EXCEL, berkas=two)))
    result = jalankan("lampiran", kantor)
    addresses = "".join(f"https://github.com/user-attachments/files/{n}.xlsx\n" for n in ("7/kiriman", "8/b"))
    assert (result.return_value, result.stdout) == (0, addresses)
    assert "galat[X014]" in result.stderr
    (kantor.folder / "event.json").write_bytes(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, kendala=ALAMAT)))
    assert jalankan("lampiran", kantor).stdout == ""


def test_a_workbook_becomes_a_proposal(kantor: Kantor) -> None:
    book = isi(kantor.formulir(), {("IKU-01:utama", "isian"): 78.25})
    (kantor.lampiran / "1.xlsx").write_bytes(book)
    assert kantor.kirim(EXCEL) == 0
    assert "    nilai: 78.25\n" in kantor.teks()
    assert kantor.usulan["cabang"] == "formulir/12-mutasi-2024-tw1"


def test_a_workbook_with_mistakes_comes_back_beside_its_cells(kantor: Kantor) -> None:
    before = kantor.sidik()
    (kantor.lampiran / "1.xlsx").write_bytes(isi(kantor.formulir(), {("IKU-01:utama", "isian"): "78,25"}))
    assert kantor.kirim(EXCEL) == 1
    assert masalah(kantor) == ["X005"]
    assert "<code>kiriman-diperiksa.xlsx</code>" in kantor.pesan
    assert (kantor.hasil / "kiriman-diperiksa.xlsx").read_bytes().startswith(b"PK")
    assert kantor.sidik() == before


def test_a_checked_copy_never_takes_the_place_of_an_earlier_one(kantor: Kantor) -> None:
    (kantor.lampiran / "1.xlsx").write_bytes(isi(kantor.formulir(), {("IKU-01:utama", "isian"): "x"}))
    (kantor.folder / "event.json").write_bytes(EXCEL)
    kantor.hasil.mkdir()
    (kantor.hasil / "kiriman-diperiksa.xlsx").write_bytes(b"lama")
    jalankan("usulkan", kantor, "--lampiran", str(kantor.lampiran), "--hasil", str(kantor.hasil))
    assert (kantor.hasil / "kiriman-diperiksa.xlsx").read_bytes() == b"lama"
    assert "kiriman-diperiksa-2.xlsx" in kantor.pesan
    with pytest.raises(Exception, match="pilih folder hasil yang kosong"):
        jalankan("usulkan", kantor, "--lampiran", str(kantor.lampiran), "--hasil", str(kantor.hasil))


def test_what_is_attached_and_cannot_be_read_is_told(kantor: Kantor) -> None:
    assert kantor.kirim(EXCEL) == 1
    assert masalah(kantor) == ["X014"]
    (kantor.lampiran / "1.xlsx").symlink_to(kantor.folder / "event.json")
    assert kantor.kirim(EXCEL) == 1
    assert masalah(kantor) == ["X014"]
    (kantor.lampiran / "1.xlsx").unlink()
    (kantor.lampiran / "1.xlsx").write_bytes(b"MZ bukan buku kerja")
    assert kantor.kirim(EXCEL) == 1
    assert masalah(kantor) == ["X001"]


def test_the_same_form_twice_is_refused(kantor: Kantor) -> None:
    book = isi(kantor.formulir(), {("IKU-01:utama", "isian"): 78.25})
    for n in (1, 2):
        (kantor.lampiran / f"{n}.xlsx").write_bytes(book)
    two = f"{ALAMAT} [b.xlsx](https://github.com/user-attachments/files/8/b.xlsx)"
    assert kantor.kirim(peristiwa(Jenis.EXCEL, borang(Jenis.EXCEL, berkas=two))) == 1
    assert masalah(kantor) == ["X014"]


# ── Hostile ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_text_of_a_form_does_nothing_in_the_answer(kantor: Kantor) -> None:
    text = "@bk-kepala ![x](https://x.example/y) <script> | `a` [b](c) #1 $(curl x)"
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka=text))) == 1
    told = kantor.pesan.partition("-->")[2]
    assert not set("@|`[") & set(told.replace("@\u200b", ""))
    assert "<script" not in told
    assert "://" not in told


def test_a_command_or_a_trailer_in_a_field_stays_text(kantor: Kantor) -> None:
    text = "::set-output name=x::y\r\n\r\nDikirim-oleh: bk-kepala\n$(curl x) `id` ${{ secrets.X }}"
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78", catatan=text))) == 0
    assert "bk-kepala" not in json.dumps(kantor.usulan)
    assert "\n::" not in kantor.pesan
    assert "::set-output name=x::y\n\n      Dikirim-oleh: bk-kepala\n" in kantor.teks()


def test_the_mark_of_another_form_in_a_field_is_refused(kantor: Kantor) -> None:
    text = borang(Jenis.ANGKA, **LETAK, angka="78", catatan="<!-- sakipgen:formulir koreksi -->")
    assert kantor.kirim(peristiwa(Jenis.ANGKA, text)) == 1
    assert masalah(kantor) == ["X011"]


def test_a_megabyte_is_refused(kantor: Kantor) -> None:
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, kendala="x " * 524_288))) == 1
    assert masalah(kantor) == ["X011"]
    assert len(kantor.pesan) < 1000


def test_many_mistakes_fit_into_a_comment(kantor: Kantor) -> None:
    lines = "\n".join(f"a{n}: {'&' * 40}" for n in range(1200))
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka=lines))) == 1
    assert len(kantor.pesan) <= 60_000
    assert "dari 1200 hal." in kantor.pesan


def test_data_that_cannot_be_relied_on_takes_nothing(kantor: Kantor, indonesian: Indonesian) -> None:
    (kantor.folder / LAPORAN).write_text("butir: [", "utf-8")
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78"))) == 1
    assert "Data utama sedang memuat galat" in indonesian(kantor.pesan)


def test_a_title_of_somebody_is_never_used(kantor: Kantor) -> None:
    assert "curl" in json.dumps(muatan(""))
    assert kantor.kirim(peristiwa(Jenis.ANGKA, borang(Jenis.ANGKA, **LETAK, angka="78"))) == 0
    assert "curl" not in kantor.pesan + json.dumps(kantor.usulan)
