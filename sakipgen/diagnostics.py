"""What can be said about data: issues, positions, diagnostics and the report that owns the exit code.

Mistakes in data are values of this module. The one exception type is for broken tools and environments.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final, NamedTuple

Loc = tuple[str | int, ...]

FORMAT_VERSION: Final = 1
GITHUB_ANNOTATIONS: Final = 10
"""GitHub shows this many errors and as many warnings of one step; it drops the rest without a word."""


MASIH_ADA: Final = "Sebagian aturan belum dapat diperiksa; perbaiki galat di atas, lalu periksa sekali lagi."


class SakipgenError(Exception):
    """A fault of the program or its surroundings, never of the data; its text is Indonesian."""


class PemakaianError(SakipgenError):
    """The program was asked for something it must not do; its text is Indonesian and names the way out."""


class Severity(StrEnum):
    """A *galat* blocks; a *peringatan* never does."""

    ERROR = "galat"
    WARNING = "peringatan"


class Position(NamedTuple):
    """Line and column, both counted from 1; columns count Unicode characters."""

    baris: int
    kolom: int


START: Final = Position(1, 1)
PANAH: Final = " → "
"""What stands between the parts of an element in words."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found, at an element of a file; the reader of the file knows the line."""

    path: PurePosixPath
    loc: Loc
    code: str
    message: str
    severity: Severity = Severity.ERROR
    at_key: bool = False
    """Whether the key is wrong and not its value: an unknown kode, a field that must not be there."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """An issue with its place in the text."""

    path: PurePosixPath
    position: Position
    code: str
    message: str
    severity: Severity = Severity.ERROR
    where: str = ""
    """The element in words: `butir → IKU-03 → nilai`; empty for a whole file."""

    def as_text(self) -> str:
        where = f" {self.where}:" if self.where else ""
        place = f"{printable(str(self.path))}:{self.position.baris}:{self.position.kolom}"
        return f"{place}: {self.severity.value}[{self.code}]{where} {self.message}"

    def tentang(self, kode: str) -> bool:
        """Whether its file or its element is the one of a kode."""
        return kode.lower() in {self.path.stem.lower(), *self.where.lower().split(PANAH)}


class Format(StrEnum):
    """The three renderings of a report."""

    TEKS = "teks"
    GITHUB = "github"
    JSON = "json"


@dataclass(frozen=True)
class Report:
    """All diagnostics of one run, sorted by place, and what they mean for the exit code."""

    diagnostics: tuple[Diagnostic, ...]
    berkas: int
    """How many files were read."""
    sebagian: bool = False
    """Whether rules are still to run once these galat are mended."""

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], berkas: int, *, sebagian: bool = False) -> Report:
        ordered = sorted(set(diagnostics), key=lambda d: (str(d.path), d.position, d.code, d.message))
        return cls(tuple(ordered), berkas, sebagian)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)

    @property
    def has_errors(self) -> bool:
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def exit_code(self) -> int:
        return 1 if self.has_errors else 0

    @property
    def summary(self) -> str:
        total = f"{len(self.errors)} galat, {len(self.warnings)} peringatan dalam {self.berkas} berkas"
        return f"{total}\n{MASIH_ADA}" if self.sebagian else total

    def baru_sejak(self, sebelum: Report) -> tuple[Diagnostic, ...]:
        """Returns what is said here and was not said before; a line that only moved says nothing new."""
        known = Counter(map(_tanpa_tempat, sebelum.diagnostics))
        found: list[Diagnostic] = []
        for diagnostic in self.diagnostics:
            key = _tanpa_tempat(diagnostic)
            if known[key]:
                known[key] -= 1
            else:
                found.append(diagnostic)
        return tuple(found)

    def tanpa(self, code: str, paths: Collection[PurePosixPath]) -> Report:
        """Returns the report without what one rule says of these files."""
        kept = tuple(d for d in self.diagnostics if d.code != code or d.path not in paths)
        return Report(kept, self.berkas, self.sebagian)

    def render(self, fmt: Format) -> str:
        """Returns the report as text that ends in a newline."""
        match fmt:
            case Format.TEKS:
                return self._teks(self.diagnostics)
            case Format.GITHUB:
                return _render_github(self)
            case Format.JSON:
                return _render_json(self)

    def render_tentang(self, kode: str) -> str:
        """Returns what is said about one kode, and how much is said in all, as text."""
        return self._teks(d for d in self.diagnostics if d.tentang(kode))

    def _teks(self, shown: Iterable[Diagnostic]) -> str:
        return "".join(f"{line}\n" for line in [*(d.as_text() for d in shown), self.summary])


def _tanpa_tempat(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, position=START)


def _render_json(report: Report) -> str:
    content = {
        "versi": FORMAT_VERSION,
        "berkas": report.berkas,
        "galat": len(report.errors),
        "peringatan": len(report.warnings),
        "masalah": [
            {
                "berkas": printable(str(d.path)),
                "baris": d.position.baris,
                "kolom": d.position.kolom,
                "tingkat": d.severity.value,
                "kode": d.code,
                "di": d.where,
                "pesan": d.message,
            }
            for d in report.diagnostics
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _render_github(report: Report) -> str:
    lines = [
        *anotasi_github("error", report.errors, _LENGKAP),
        *anotasi_github("warning", report.warnings, _LENGKAP),
        report.summary,
    ]
    return "".join(f"{line}\n" for line in lines)


_LENGKAP: Final = "daftar lengkap: sakipgen periksa"


def anotasi_github(command: str, diagnostics: Sequence[Diagnostic], lengkap: str) -> list[str]:
    """Returns workflow commands for the forge to show at the line, the last saying how many are not shown, and where.

    The last is a notice, of which the forge shows as many again.
    """
    shown = diagnostics[:GITHUB_ANNOTATIONS]
    lines = [
        f"::{command} file={_property(printable(str(d.path)))},line={d.position.baris},col={d.position.kolom},"
        f"title={_property(f'{d.severity.value}[{d.code}]')}::"
        f"{_data(f'{d.where}: {d.message}' if d.where else d.message)}"
        for d in shown
    ]
    if len(shown) < len(diagnostics):
        rest = f"Menampilkan {len(shown)} dari {len(diagnostics)} masalah; {lengkap}"
        lines.append(f"::notice title=Masih ada masalah lain::{_data(rest)}")
    return lines


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def printable(text: str) -> str:
    """Returns the text with characters that a terminal or a log could act on written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)
