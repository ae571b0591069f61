"""The verbs: forms out of the example and back into it, with the rules of the data between."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sakipgen import formulir
from sakipgen.cli import cli
from sakipgen.domain.waktu import Periode
from sakipgen.forms.catatan import HASIL
from sakipgen.forms.manual import MANUAL
from sakipgen.forms.rekaman import Keterangan, Rekaman
from sakipgen.formulir import Data, buat, buka
from sakipgen.project import Project
from sakipgen.terkurung import TerlaluBeratError
from tests.conftest import Indonesian
from tests.forms.kantor import SOFFICE, TANPA_SOFFICE, Isi, isi, lewat_libreoffice, sel, ubah
from tests.salinan import ROOT, copy_repository

Kirim = Callable[..., Result]
OKTOBER: Isi = {
    ("IKU-07:utama", "isian"): 8.4,
    ("IKU-07:bukti.0", "uraian"): "Buku kendali usul kenaikan pangkat, Oktober 2026",
    ("IKU-07:bukti.0", "satuan"): "rekapitulasi",
    ("IKU-07:bukti.0", "target_tahun"): "800.1.3.2/41/MP/XI/2026",
    ("IKU-07:kendala", "uraian"): "Satu verifikator cuti sepuluh hari kerja dan penggantinya belum lulus uji.",
    ("IKU-07:solusi", "uraian"): "Verifikator pengganti diuji ulang pada 20 November.",
    ("ISK-17:utama", "isian"): 12,
    ("ISK-17:bukti.0", "uraian"): "Register keputusan mutasi, Oktober 2026",
    ("ISK-17:bukti.0", "satuan"): "register",
    ("ISK-17:bukti.0", "target_tahun"): "800.1.3/42/MP/XI/2026",
    ("ISK-19:status", "uraian"): "menunggu rilis",
    ("ISK-19:alasan", "uraian"): "Keputusan jabatan baru diberi nomor pada 17 November.",
}
"""What the guide of the Bidang reports for October."""


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    return copy_repository(tmp_path / "kantor", ROOT / "data")


def jalankan(kantor: Path, *args: str) -> Result:
    result = CliRunner().invoke(cli, ["formulir", args[0], "--akar", str(kantor), *args[1:]], standalone_mode=False)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def buku(kantor: Path, unit: str, tahun: int, periode: str) -> bytes:
    assert jalankan(kantor, "buat", "--tahun", str(tahun), "--periode", periode, "--unit", unit).return_value == 0
    (made,) = (kantor / "formulir").glob(f"formulir-*-{unit}.xlsx")
    content = made.read_bytes()
    made.unlink()
    return content


def terima(kantor: Path, content: bytes, *args: str, nama: str = "kiriman.xlsx") -> Result:
    file = kantor / nama
    file.write_bytes(content)
    return jalankan(kantor, "terima", str(file), *args)


def pesan(result: Result) -> str:
    """What is said, without the places of this machine."""
    return "".join(line for line in result.stderr.splitlines(keepends=True) if not line.startswith("Salinan"))


def sidik(kantor: Path) -> str:
    """What all data files say together."""
    files = sorted(p for p in (kantor / "data").rglob("*") if p.is_file())
    return hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()


def test_a_form_for_every_unit_that_owes_the_period(kantor: Path) -> None:
    result = jalankan(kantor, "buat", "--periode", "2026-TW3", "--ke", str(kantor / "x"))
    assert result.output.count("Ditulis: ") == 5
    names = sorted(p.name for p in (kantor / "x").iterdir())
    assert names == [f"formulir-2026-tw3-{u}.xlsx" for u in ("mp", "pka", "pkp", "ppi", "set")]


@pytest.mark.parametrize(
    ("periode", "unit", "told"),
    [
        ("2026-TW3", "x", "unit `x` tidak ada"),
        ("2026-S1", "mp", "tidak ada indikator unit `mp`"),
        ("2035-TW1", None, "metode"),
    ],
)
def test_a_form_that_makes_no_sense_is_refused(kantor: Path, periode: str, unit: str | None, told: str) -> None:
    with pytest.raises(Exception, match=told):
        jalankan(kantor, "buat", "--periode", periode, *(["--unit", unit] if unit else []))
    assert not (kantor / "formulir").exists()


@pytest.fixture(scope="module")
def contoh() -> Data:
    data = buka(Project(ROOT))
    assert isinstance(data, Data)
    return data


@pytest.mark.parametrize("periode", ["2024-TW1", "2024-03", "2025-S2", "2025", "2026-TW1", "2026-TW3", "2026-09"])
def test_every_form_comes_back_unchanged_and_changes_nothing(contoh: Data, periode: str) -> None:
    forms = dict(buat(contoh, Periode.parse(periode), None))
    assert forms
    for name, form in forms.items():
        answer = formulir.terima(contoh, name, form)
        assert (answer.temuan, answer.beda, answer.isi) == ((), (), None)
        assert formulir.simpan(contoh, answer) is None


def _oktober(kantor: Path) -> Path:
    return kantor / "data/realisasi/2026/10/mp.yaml"


def test_a_filled_form_becomes_the_report_of_the_guide(kantor: Path, indonesian: Indonesian) -> None:
    book = isi(buku(kantor, "mp", 2026, "10"), OKTOBER)
    before = sidik(kantor)
    seen = terima(kantor, book, "--lihat")
    assert (seen.return_value, sidik(kantor)) == (0, before)
    assert "  realisasi: (kosong) → 8,4\n" in indonesian(seen.stdout)
    assert "12 isian pada 3 indikator berubah." in seen.stdout
    assert "K114" not in seen.output  # nobody records when it came before it came
    assert terima(kantor, book).return_value == 0
    assert (
        _oktober(kantor)
        .read_text("utf-8")
        .startswith(
            "# yaml-language-server: $schema=../../../../schemas/realisasi.schema.json\n#\n"
            "# Realisasi Oktober 2026, Bidang Mutasi dan Promosi.\n\nbutir:\n  IKU-07:\n    nilai: 8.4\n    bukti:\n"
        )
    )
    assert Project(kantor).periksa().errors == ()
    again = buku(kantor, "mp", 2026, "10")
    assert "Tidak ada yang berubah." in terima(kantor, again).output
    sheet = load_workbook(io.BytesIO(again))["Formulir"]
    told = {key: sel(sheet, *key).value for key in OKTOBER}
    assert told == OKTOBER


@pytest.mark.skipif(SOFFICE is None, reason=TANPA_SOFFICE)
def test_libreoffice_may_have_saved_it(kantor: Path, tmp_path: Path) -> None:
    book = isi(buku(kantor, "mp", 2026, "10"), OKTOBER)
    assert terima(kantor, book).return_value == 0
    written = _oktober(kantor).read_bytes()
    _oktober(kantor).unlink()
    assert terima(kantor, lewat_libreoffice(book, tmp_path)).return_value == 0
    assert _oktober(kantor).read_bytes() == written


def test_a_fault_by_the_rules_stands_at_its_cell_and_the_mended_copy_is_taken(
    kantor: Path, indonesian: Indonesian
) -> None:
    wrong = {**OKTOBER, ("IKU-07:kendala", "uraian"): None, ("ISK-17:bukti.0", "target_tahun"): None}
    before = sidik(kantor)
    result = terima(kantor, isi(buku(kantor, "mp", 2026, "10"), wrong))
    assert (result.return_value, sidik(kantor)) == (1, before)
    sheet = load_workbook(kantor / "kiriman.xlsx")["Formulir"]
    place = sel(sheet, "ISK-17:bukti.0", "uraian").coordinate
    assert f"kiriman.xlsx!Formulir!{place}: galat[S008] ISK-17 → bukti → ke-1: " in indonesian(pesan(result))
    assert "Tidak ada yang ditulis." in result.stderr
    copy = (kantor / "kiriman-diperiksa.xlsx").read_bytes()
    book = load_workbook(io.BytesIO(copy))
    assert "Galat S008" in book["Formulir"][place].comment.text
    assert book[HASIL]["A4"].value == place
    half = isi(copy, {("ISK-17:bukti.0", "target_tahun"): "800.1.3/42/MP/XI/2026"})
    result = terima(kantor, half)
    place = sel(sheet, "IKU-07:utama", "isian").coordinate
    assert f"kiriman.xlsx!Formulir!{place}: galat[L001] IKU-07: " in result.stderr
    assert terima(kantor, isi((kantor / "kiriman-diperiksa.xlsx").read_bytes(), OKTOBER)).return_value == 0
    assert Project(kantor).periksa().errors == ()


def test_all_faults_of_cells_at_once_and_the_same_copy_each_time(kantor: Path, indonesian: Indonesian) -> None:
    wrong = {
        **OKTOBER,
        ("IKU-07:utama", "isian"): "8,4",
        ("ISK-17:utama", "isian"): "=6+6",
        ("ISK-19:status", "uraian"): "nanti",
    }
    book = isi(buku(kantor, "mp", 2026, "10"), wrong)
    result = terima(kantor, book)
    assert result.return_value == 1
    codes = [line.partition("[")[2][:4] for line in result.stderr.splitlines() if "galat[" in line]
    assert codes == ["X005", "X002", "X005"]
    indonesian(pesan(result))
    copy = (kantor / "kiriman-diperiksa.xlsx").read_bytes()
    terima(kantor, book)
    assert (kantor / "kiriman-diperiksa.xlsx").read_bytes() == copy
    assert not _oktober(kantor).exists()
    elsewhere = terima(kantor, book, "--ke", str(kantor / "balik"))
    assert elsewhere.return_value == 1
    assert (kantor / "balik" / "kiriman-diperiksa.xlsx").read_bytes() == copy


def test_a_checked_copy_in_which_somebody_began_to_mend_is_never_written_over(kantor: Path) -> None:
    book = isi(buku(kantor, "mp", 2026, "10"), {**OKTOBER, ("IKU-07:utama", "isian"): "8,4"})
    assert terima(kantor, book).return_value == 1
    path = kantor / "kiriman-diperiksa.xlsx"
    path.write_bytes(b"sedang diperbaiki")
    result = terima(kantor, book)
    assert path.read_bytes() == b"sedang diperbaiki"
    assert f"{kantor / 'kiriman-diperiksa-2.xlsx'}" in result.stderr
    assert (kantor / "kiriman-diperiksa-2.xlsx").is_file()


def test_what_the_form_cannot_say_and_what_others_wrote_stays(kantor: Path) -> None:
    path = kantor / "data/realisasi/2026/TW3/pka.yaml"
    book = buku(kantor, "pka", 2026, "TW3")
    old = path.read_text("utf-8")
    text = old.replace("  IKU-03:\n", "  IKU-03: # jangan hilang\n")
    path.write_text(text, "utf-8")
    result = terima(kantor, isi(book, {("ISK-26:catatan", "uraian"): "Tambahan."}), "--lihat")
    assert "catatan: (kosong) → Tambahan." in result.stdout
    assert path.read_text("utf-8") == text


OKTOBER_MP = "formulir ini untuk Oktober 2026 Bidang Mutasi dan Promosi"


def _keterangan(**changes: str) -> Callable[[bytes], bytes]:
    """The form with another record that is right in itself."""

    def change(book: bytes) -> bytes:
        def rewrite(workbook: object) -> None:
            sheet = workbook["_sakipgen"]  # type: ignore[index]
            rows = [tuple(c.value or "" for c in row) for row in sheet.iter_rows(max_col=4)]
            said = {row[1]: row[3] for row in rows if row[0] == "keterangan"} | changes
            parts = {kind: {(row[1], row[2]): row[3] for row in rows if row[0] == kind} for kind in ("tetap", "isian")}
            keys = tuple(row[1] for row in rows if row[0] == "baris")
            told = Keterangan(*(said[name] for name in Keterangan._fields))
            for n, row in enumerate(Rekaman(told, keys, parts["tetap"], parts["isian"]).baris(), 1):
                for m, text in enumerate(row, 1):
                    cell = sheet.cell(n, m)
                    cell.value = text
                    cell.data_type = "s"

        return ubah(book, rewrite)

    return change


@pytest.mark.parametrize(
    ("change", "args", "told"),
    [
        ({"versi": "0"}, (), "versi formulir 0, program ini membaca versi 1"),
        ({"instansi": "13.02/BKD"}, (), "formulir ini milik 13.02/BKD, data di sini milik 13.01/BKPSDM"),
        ({"unit": "xyz"}, (), "formulir ini untuk unit “xyz”, yang tidak ada di kantor ini"),
        ({"periode": "2026-TW9"}, (), "periode formulir “2026-TW9” tidak dikenal"),
        ({}, ("--unit", "pka"), f"{OKTOBER_MP}, yang diminta Oktober 2026 Bidang"),
        ({}, ("--periode", "2026-09"), f"{OKTOBER_MP}, yang diminta September 2026"),
    ],
    ids=["versi", "instansi", "unit", "periode", "unit-lain", "periode-lain"],
)  # fmt: skip
def test_i_04_another_form(
    kantor: Path, change: dict[str, str], args: tuple[str, ...], told: str, indonesian: Indonesian
) -> None:
    book = isi(buku(kantor, "mp", 2026, "10"), OKTOBER)
    result = terima(kantor, _keterangan(**change)(book) if change else book, *args)
    assert result.return_value == 1
    assert f"kiriman.xlsx: galat[X003] {told}" in indonesian(pesan(result))
    assert not _oktober(kantor).exists()


def test_a_kamus_that_changed_since(kantor: Path) -> None:
    book = buku(kantor, "mp", 2026, "10")
    path = kantor / "data/indikator/ISK-17.yaml"
    text = path.read_text("utf-8").replace("formula_teks:", "komponen: {a: A, b: B}\nrumus: a + b\nformula_teks:")
    path.write_text(text, "utf-8")
    result = terima(kantor, book)
    if "X003" not in result.stderr:
        assert "Formulir memerlukan data tanpa galat" in result.stderr
    assert result.return_value == 1


def test_a_closed_period_changes_by_a_koreksi_only(kantor: Path, indonesian: Indonesian) -> None:
    book = isi(buku(kantor, "pka", 2026, "TW1"), {("ISK-21:utama", "isian"): 999})
    before = sidik(kantor)
    result = terima(kantor, book)
    assert (result.return_value, sidik(kantor)) == (1, before)
    assert "galat[X010] Triwulan I 2026 sudah ditutup" in indonesian(pesan(result))


def test_data_with_a_galat_makes_and_takes_no_form(kantor: Path) -> None:
    book = buku(kantor, "mp", 2026, "10")
    path = kantor / "data/realisasi/2026/09/mp.yaml"
    path.write_text(path.read_text("utf-8").replace("nilai:", "nilia:", 1), "utf-8")
    for result in (jalankan(kantor, "buat", "--periode", "2026-TW3"), terima(kantor, book)):
        assert result.return_value == 1
        assert "galat[S001]" in result.stderr
        assert "Formulir memerlukan data tanpa galat" in result.stderr


def test_a_file_that_is_not_there(kantor: Path) -> None:
    with pytest.raises(Exception, match="tidak dapat dibuka"):
        jalankan(kantor, "terima", str(kantor / "tidak-ada.xlsx"))


def test_a_file_that_must_not_be_opened_gets_no_copy(kantor: Path) -> None:
    result = terima(kantor, b"PK\x03\x04")
    assert result.return_value == 1
    assert "kiriman.xlsx: galat[X001]" in result.stderr
    assert not (kantor / "kiriman-diperiksa.xlsx").exists()


def test_every_code_has_its_page_and_its_case() -> None:
    package, here = ROOT / "sakipgen", ROOT / "tests"
    forms = [
        *package.glob("forms/*.py"),
        *package.glob("kiriman/*.py"),
        package / "formulir.py",
        package / "penilaian.py",
    ]
    code = "".join(p.read_text("utf-8") for p in forms if p.stem != "manual")
    cases = [*here.glob("forms/test_*.py"), *here.glob("kiriman/test_*.py"), here / "test_pengusulan.py"]
    tests = "".join(p.read_text("utf-8") for p in cases)
    for name in MANUAL:
        assert f'"{name}"' in code, name
        assert name in tests, name


def test_a_workbook_that_is_too_heavy_is_refused(
    contoh: Data, indonesian: Indonesian, monkeypatch: pytest.MonkeyPatch
) -> None:
    def berat(*_: object, **__: object) -> None:
        raise TerlaluBeratError

    name, form = next(iter(buat(contoh, Periode.parse("2026-10"), "mp")))
    monkeypatch.setattr(formulir, "terkurung", berat)
    answer = formulir.terima(contoh, name, form)
    assert answer.diperiksa is None
    (told,) = answer.temuan
    assert indonesian(told.as_text(name)).startswith(f"{name}: galat[X001] berkas Excel tidak wajar: terlalu berat")


def test_a_year_without_policy_is_refused(contoh: Data, indonesian: Indonesian) -> None:
    _, form = next(iter(buat(contoh, Periode.parse("2026-10"), "mp")))
    (told,) = formulir.terima(contoh, "f.xlsx", _keterangan(periode="2035-10")(form)).temuan
    assert (told.kode, "tahun 2035 belum punya metode" in indonesian(told.pesan)) == ("X003", True)
