"""One report, three renderings, and the exit code that it owns."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from sakipgen.diagnostics import Diagnostic, Format, Position, Report, Severity, printable

PATH = PurePosixPath("data/realisasi/2024/TW3/pka.yaml")
COMMA = Diagnostic(PATH, Position(12, 5), "N001", '"1,5" memakai koma.', where="butir → IKU-03 → nilai")
LATE = Diagnostic(PATH, Position(3, 1), "L002", "belum ada", Severity.WARNING)


def test_text_is_sorted_by_place_and_ends_with_the_total() -> None:
    report = Report.of([COMMA, LATE], berkas=7)
    assert report.render(Format.TEKS) == (
        "data/realisasi/2024/TW3/pka.yaml:3:1: peringatan[L002] belum ada\n"
        'data/realisasi/2024/TW3/pka.yaml:12:5: galat[N001] butir → IKU-03 → nilai: "1,5" memakai koma.\n'
        "1 galat, 1 peringatan dalam 7 berkas\n"
    )


def test_what_is_said_about_one_kode_is_told_by_its_file_or_its_element() -> None:
    report = Report.of([COMMA, LATE], berkas=7)
    lines = report.render(Format.TEKS).splitlines(keepends=True)
    assert report.render_tentang("iku-03") == "".join(lines[1:])
    assert report.render_tentang("PKA") == "".join(lines)
    assert report.render_tentang("IKU-0") == lines[2]


def test_lines_sort_as_numbers() -> None:
    tenth = Diagnostic(PATH, Position(10, 1), "Y010", "x")
    ninth = Diagnostic(PATH, Position(9, 1), "Y010", "x")
    assert [d.position.baris for d in Report.of([tenth, ninth], 1).diagnostics] == [9, 10]


def test_the_same_diagnostic_is_told_once() -> None:
    assert Report.of([COMMA, COMMA], 1).diagnostics == (COMMA,)


def test_only_a_galat_blocks() -> None:
    assert Report.of([LATE], 1).exit_code == 0
    assert Report.of([LATE, COMMA], 1).exit_code == 1
    assert Report.of([], 0).exit_code == 0


def test_json_has_every_part() -> None:
    content = json.loads(Report.of([COMMA], berkas=2).render(Format.JSON))
    assert content == {
        "versi": 1,
        "berkas": 2,
        "galat": 1,
        "peringatan": 0,
        "masalah": [
            {
                "berkas": "data/realisasi/2024/TW3/pka.yaml",
                "baris": 12,
                "kolom": 5,
                "tingkat": "galat",
                "kode": "N001",
                "di": "butir → IKU-03 → nilai",
                "pesan": '"1,5" memakai koma.',
            }
        ],
    }


def test_github_says_the_worst_first_on_its_line() -> None:
    lines = Report.of([LATE, COMMA], 2).render(Format.GITHUB).splitlines()
    assert lines == [
        (
            "::error file=data/realisasi/2024/TW3/pka.yaml,line=12,col=5,title=galat[N001]::"
            'butir → IKU-03 → nilai: "1,5" memakai koma.'
        ),
        "::warning file=data/realisasi/2024/TW3/pka.yaml,line=3,col=1,title=peringatan[L002]::belum ada",
        "1 galat, 1 peringatan dalam 2 berkas",
    ]


def test_github_data_cannot_become_a_command() -> None:
    hostile = Diagnostic(PurePosixPath("data/a,b:c\n::error::x"), Position(1, 1), "R010", "100%\n::error title=x::y")
    rendered = Report.of([hostile], 1).render(Format.GITHUB)
    assert rendered.count("\n") == 2
    assert "file=data/a%2Cb%3Ac\\n%3A%3Aerror%3A%3Ax," in rendered
    assert rendered.splitlines()[0].endswith("::100%25%0A::error title=x::y")


def test_github_shows_ten_and_says_that_there_are_more() -> None:
    many = [Diagnostic(PATH, Position(n, 1), "N001", "x") for n in range(1, 35)]
    lines = Report.of(many, 1).render(Format.GITHUB).splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1]] == [*["::error"] * 10, "::notice"]
    assert lines[10] == (
        "::notice title=Masih ada masalah lain::Menampilkan 10 dari 34 masalah; daftar lengkap: sakipgen periksa"
    )
    exactly = [Diagnostic(PATH, Position(n, 1), "N001", "x") for n in range(1, 11)]
    assert "Masih ada" not in Report.of(exactly, 1).render(Format.GITHUB)


def test_printable_shows_what_a_terminal_would_act_on() -> None:
    assert printable("a\x1b[31m\n\udc80é") == "a\\x1b[31m\\n\\udc80é"
