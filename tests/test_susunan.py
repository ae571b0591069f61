"""`sakipgen susun`: what it lists, makes, refuses, and that it leaves nothing half written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.dokumen.daftar import MENURUT_KODE
from sakipgen.rendering.dokumen.jenis import Lingkup
from sakipgen.rendering.lembar import LEMBAR
from sakipgen.susunan import FormatNaskah, Permintaan, susun
from tests.salinan import ROOT

PDF = frozenset({FormatNaskah.PDF})
NIP = "123456789012345678"


@pytest.fixture(scope="module")
def rekap() -> Rekapitulasi:
    found = Project(ROOT).build_kantor().rekap
    assert found is not None
    return found


def _susun(*words: str) -> Result:
    return CliRunner().invoke(cli, ["susun", *words, "--akar", str(ROOT)], standalone_mode=False)


def test_alone_it_lists_every_kind() -> None:
    result = CliRunner().invoke(cli, ["susun"], standalone_mode=False)
    listed = [line.split()[0] for line in result.output.splitlines()]
    assert sorted(listed) == sorted({*MENURUT_KODE, *LEMBAR})
    assert "rencana-aksi        docx, pdf, xlsx  Rencana Aksi" in result.output


@pytest.mark.parametrize("kode", sorted(MENURUT_KODE))
def test_every_kind_makes_papers_of_the_example(rekap: Rekapitulasi, kode: str, tmp_path: Path) -> None:
    periode = Periode.parse("2026-TW2") if MENURUT_KODE[kode].lingkup is Lingkup.PERIODE else None
    made = susun(
        Project(ROOT), rekap, Permintaan(kode, 2026, periode, format=PDF), DaftarPejabat(), tmp_path / "naskah"
    )
    assert made.berkas
    assert {path.name for path, _ in made.berkas} == {path.name for path in (tmp_path / "naskah").iterdir()}
    assert all(path.read_bytes().startswith(b"%PDF-") and path.stat().st_size == size for path, size in made.berkas)


def test_words_and_sheet_of_one_kind_come_together(tmp_path: Path) -> None:
    result = _susun("rencana-aksi", "--tahun", "2026", "--unit", "pka", "--ke", str(tmp_path))
    assert result.return_value == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "rencana-aksi-2026-pka.docx",
        "rencana-aksi-2026-pka.pdf",
        "rencana-aksi-2026.xlsx",
    ]
    assert re.search(r"^Ditulis: .*rencana-aksi-2026-pka\.docx \([0-9,]+ kB\)$", result.stdout, re.MULTILINE)


def test_officials_come_from_a_private_file(rekap: Rekapitulasi, tmp_path: Path) -> None:
    people = tmp_path / "pejabat.yaml"
    people.write_text(f"jabatan:\n  kepala:\n    nama: Nama Kepala\n    nip: '{NIP}'\n    sebutan: Plt.\n", "utf-8")
    words = ("pk", "--tahun", "2026", "--unit", "kepala", "--format", "docx", "--pejabat", str(people))
    assert _susun(*words, "--ke", str(tmp_path)).return_value == 0
    from docx import Document

    told = "\n".join(
        p.text
        for table in Document(str(tmp_path / "perjanjian-kinerja-2026-kepala-murni.docx")).tables
        for row in table.rows
        for cell in row.cells
        for p in cell.paragraphs
    )
    assert "Nama Kepala" in told
    assert NIP in told.replace(" ", "")
    assert f"Plt. {rekap.instansi.nama_jabatan('kepala')}" in " ".join(told.split())


def test_that_file_stays_out_of_the_repository() -> None:
    inside = ROOT / "data" / "instansi.yaml"
    with pytest.raises(PemakaianError, match="berada di dalam repositori"):
        CliRunner().invoke(
            cli,
            ["susun", "pk", "--akar", str(ROOT), "--pejabat", str(inside)],
            standalone_mode=False,
            catch_exceptions=False,
        )


def test_what_is_wrong_with_that_file_is_told(tmp_path: Path) -> None:
    people = tmp_path / "pejabat.yaml"
    people.write_text("jabatan:\n  kepala:\n    nama: X\n    nip: '12'\n", "utf-8")
    result = _susun("pk", "--pejabat", str(people), "--ke", str(tmp_path / "n"))
    assert result.return_value == 1
    assert "pejabat.yaml:4:10: galat[" in result.stderr
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize("words", [("nota",), ("pk", "--tahun", "2019"), ("notulen",)])
def test_no_warning_stands_before_a_usage_mistake(words: tuple[str, ...], tmp_path: Path) -> None:
    result = _susun(*words, "--ke", str(tmp_path))
    assert isinstance(result.exception, PemakaianError)
    assert result.output == ""


@pytest.mark.parametrize(
    ("minta", "said"),
    [
        (Permintaan("nota"), "naskah `nota` tidak dikenal; yang ada: pk, iku,"),
        (Permintaan("pk", 2019), "tahun 2019 tidak ada dalam data; tahun yang ada: 2024, 2025, 2026."),
        (Permintaan("notulen", 2026), "naskah `notulen` dibuat untuk satu periode; tulis `--periode`"),
        (
            Permintaan("notulen", 2026, Periode.parse("2026-TW4")),
            "periode 2026-TW4 belum berakhir; untuk naskah sebelum itu, pakai `--per-tanggal 2026-12-31`",
        ),
        (Permintaan("pk", 2026, unit="xyz"), "unit `xyz` tidak dikenal; unit yang ada: kepala, mp,"),
        (
            Permintaan("pk", 2026, format=frozenset({FormatNaskah.XLSX})),
            "naskah `pk` dibuat sebagai docx, pdf; pilih satu dengan `--format`.",
        ),
    ],
)
def test_what_cannot_be_made_is_refused(rekap: Rekapitulasi, minta: Permintaan, said: str, tmp_path: Path) -> None:
    with pytest.raises(PemakaianError) as caught:
        susun(Project(ROOT), rekap, minta, DaftarPejabat(), tmp_path / "naskah")
    assert said in str(caught.value)
    assert not (tmp_path / "naskah").exists()


def test_the_same_data_give_the_same_bytes(rekap: Rekapitulasi, tmp_path: Path) -> None:
    request = Permintaan("nota-dinas", 2026, Periode.parse("2026-TW3"))
    for name in ("a", "b"):
        susun(Project(ROOT), rekap, request, DaftarPejabat(), tmp_path / name)
    first = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}
    assert len(first) == 4


def test_a_form_that_may_be_filled_is_not_written_over(tmp_path: Path) -> None:
    words = ["formulir", "buat", "--akar", str(ROOT), "--periode", "2026-TW3", "--unit", "pka", "--ke", str(tmp_path)]
    assert CliRunner().invoke(cli, words, standalone_mode=False).return_value == 0
    assert CliRunner().invoke(cli, words, standalone_mode=False).return_value == 0
    (made,) = tmp_path.iterdir()
    made.write_bytes(b"sudah diisi")
    with pytest.raises(PemakaianError, match="sudah ada dan isinya lain"):
        CliRunner().invoke(cli, words, standalone_mode=False, catch_exceptions=False)
    assert made.read_bytes() == b"sudah diisi"
