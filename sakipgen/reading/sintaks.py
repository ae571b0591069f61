"""What libyaml means when it gives up, in Indonesian and with the likely cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from sakipgen.diagnostics import START, Position
from sakipgen.reading.naskah import Finding, Lines

PESAN_ALIAS: Final = (
    "isi diawali `{tanda}`, tanda anchor atau alias YAML; keduanya tidak diizinkan; "
    "tulis isinya langsung, atau apit dengan tanda kutip bila tanda itu bagian dari teks."
)
PESAN_TAG: Final = (
    "isi diawali `!`, tanda tag YAML; tag tidak diizinkan; "
    "hapus tag itu, atau apit isinya dengan tanda kutip bila tanda itu bagian dari teks."
)
_PESAN_UMUM: Final = (
    "susunan berkas tidak terbaca mulai di sini; setiap isian ditulis `kunci: isi`; "
    "periksa spasi di depan, titik dua, tanda kutip, dan kurung pada baris ini dan baris sebelumnya."
)


class Mark(Protocol):
    """A place in a text as libyaml tells it: counted from 0."""

    line: int
    column: int


def place(mark: Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def explain_syntax(
    problem: str, context: str | None, mark: Mark | None, context_mark: Mark | None, lines: Lines
) -> Finding:
    """Returns Y010, or Y001, Y002, Y007 where the same mistake has a code of its own."""
    here = place(mark) if mark else START
    start = place(context_mark) if context_mark else here
    line = lines.line(here.baris)
    if _is_tab(problem, line, here):
        return _tab(here, line)
    if own := _own_code(problem, context or "", start):
        return own
    if problem in _DI_AWAL:
        return Finding(start, "Y010", _DI_AWAL[problem])
    if problem in _MENURUT_BARIS:
        return Finding(here, "Y010", _MENURUT_BARIS[problem](line, here))
    return Finding(here, "Y010", _DI_SINI.get(problem, _PESAN_UMUM))


def _own_code(problem: str, context: str, start: Position) -> Finding | None:
    """A wrong anchor, alias, tag or directive: named by what libyaml was reading, whatever was wrong with it."""
    if context.endswith(("an anchor", "an alias")):
        return Finding(start, "Y001", PESAN_ALIAS.format(tanda="*" if context.endswith("alias") else "&"))
    if context.endswith("a tag") or problem == "found undefined tag handle":
        return Finding(start, "Y002", PESAN_TAG)
    if "directive" in context or "YAML document" in problem or problem.startswith("found duplicate %"):
        return Finding(start, "Y010", _PESAN_AWALAN.format(tanda="%"))
    return None


_LEKUK_TAB: Final = re.compile(r"[ \-]*\t")


def _is_tab(problem: str, line: str, here: Position) -> bool:
    if "tab character" in problem:
        return True
    return line[here.kolom - 1 : here.kolom] == "\t" and _LEKUK_TAB.match(line) is not None


def _tab(here: Position, line: str) -> Finding:
    column = line.find("\t") + 1 or here.kolom
    return Finding(
        Position(here.baris, column),
        "Y007",
        f"baris {here.baris} memakai TAB; jarak di depan isian hanya boleh spasi; ganti setiap TAB dengan dua spasi.",
    )


_PESAN_AWALAN: Final = (
    "isi tidak boleh diawali `{tanda}`; tanda itu punya arti khusus dalam YAML; "
    'apit isinya dengan tanda kutip, misalnya `"…"`.'
)


def _start(line: str, here: Position) -> str:
    char = line[here.kolom - 1 : here.kolom]
    if char == "`":
        return _PESAN_AWALAN.replace("`{tanda}`", "tanda petik terbalik")
    return _PESAN_AWALAN.format(tanda=char)


def _colon(line: str, here: Position) -> str:
    if re.search(r":\s", line[: here.kolom - 1]):
        return (
            "ada titik dua di tengah isi; teks yang memuat `: ` harus diapit tanda kutip; "
            'tulis misalnya `uraian: "Program: kegiatan"`.'
        )
    return (
        "baris ini menyambung isi baris di atasnya, tetapi memuat titik dua; isian baru harus sejajar dengan isian "
        "yang setingkat, dan kunci di atasnya harus diakhiri titik dua; "
        "samakan spasi di depannya atau lengkapi titik duanya."
    )


def _key(line: str, here: Position) -> str:
    before, char = line[: here.kolom - 1], line[here.kolom - 1 : here.kolom]
    if before.rstrip().endswith(("'", '"', "]", "}")):
        return (
            "ada teks sesudah tanda kutip atau kurung penutup; isi berakhir pada tanda penutup itu; "
            "apit seluruh isinya dengan tanda kutip, dan tulis `''` untuk satu tanda kutip tunggal di dalamnya."
        )
    if char == ":":
        return "titik dua ini tidak punya kunci; setiap isian ditulis `kunci: isi`; tulis kuncinya di depan titik dua."
    if char == "-":
        return (
            "butir daftar ini tidak berada di bawah sebuah kunci; daftar ditulis menjorok di bawah kuncinya; "
            "samakan spasi di depannya dengan butir yang lain."
        )
    return (
        "spasi di depan baris ini tidak sama dengan baris lain yang setingkat; isian yang setingkat harus sejajar; "
        "samakan jumlah spasinya."
    )


def _dash(line: str, here: Position) -> str:
    if line[here.kolom - 1 :].strip() == "-":
        return (
            "isi hanya tanda hubung; isian yang belum ada datanya tidak ditulis; hapus baris ini, "
            "dan untuk realisasi tulis `status:` dengan `alasan:`."
        )
    return (
        "tanda `- ` tidak boleh sebaris dengan kuncinya; butir daftar ditulis di bawah kunci; "
        "pindahkan ke baris baru, atau apit dengan tanda kutip bila `-` bagian dari teks."
    )


_MENURUT_BARIS: Final[Mapping[str, Callable[[str, Position], str]]] = {
    "mapping values are not allowed in this context": _colon,
    "did not find expected key": _key,
    "block sequence entries are not allowed in this context": _dash,
    "found character that cannot start any token": _start,
}
"""Problems with several causes, told apart by the line."""

_LOLOS: Final = (
    "tanda `\\` di dalam kutip ganda punya arti khusus dan yang ini tidak dikenal; "
    "pakai kutip tunggal, misalnya `'C:\\data'`."
)
_KEPALA_BLOK: Final = (
    "ada teks di belakang `|` atau `>`; teks panjang dimulai di baris berikutnya dan menjorok; "
    "pindahkan teks itu ke baris baru."
)

_DI_SINI: Final = {
    "did not find expected '-' indicator": (
        "baris ini setingkat dengan butir daftar, tetapi tidak diawali `- `; isi satu butir harus sejajar; "
        "samakan spasi di depannya atau tambahkan `- `."
    ),
    "found unknown escape character": _LOLOS,
    "did not find expected hexdecimal number": _LOLOS,
    "found invalid Unicode character escape code": _LOLOS,
    "mapping keys are not allowed in this context": (
        "isi tidak boleh diawali `? `; tanda itu punya arti khusus dalam YAML; apit isinya dengan tanda kutip."
    ),
    "did not find expected node content": (
        "ada tanda baca di tempat yang seharusnya berisi; tanda `,`, `]`, `}` tidak dapat berdiri sendiri; "
        "hapus tanda itu, atau apit isinya dengan tanda kutip."
    ),
    "did not find expected comment or line break": _KEPALA_BLOK,
    "found an indentation indicator equal to 0": _KEPALA_BLOK,
    "did not find expected <document start>": (
        "ada isi sesudah baris `...` yang mengakhiri berkas; satu berkas hanya memuat satu susunan; hapus baris `...`."
    ),
    "found unexpected ':'": (
        "ada titik dua di tengah isi; teks yang memuat titik dua di dalam kurung harus diapit tanda kutip; "
        "tambahkan tanda kutip."
    ),
}
"""Problems that are best shown where libyaml noticed them."""

_DI_AWAL: Final = {
    "could not find expected ':'": (
        "baris ini bukan pasangan `kunci: isi`; setiap kunci diakhiri titik dua dan spasi; "
        "tambahkan titik duanya, atau beri spasi di depan bila baris ini lanjutan teks di atasnya."
    ),
    "found unexpected end of stream": (
        "tanda kutip yang dibuka di sini tidak ditutup; setiap kutip pembuka harus punya penutup yang sama; "
        "tambahkan tanda kutip di akhir isinya."
    ),
    "found unexpected document indicator": (
        "tanda kutip yang dibuka di sini tidak ditutup sebelum garis `---`; setiap kutip pembuka harus punya penutup; "
        "tambahkan tanda kutip di akhir isinya."
    ),
    "did not find expected ',' or ']'": (
        "kurung siku yang dibuka di sini tidak tersusun benar; butirnya dipisahkan koma dan diakhiri `]`; "
        "tambahkan koma atau kurung penutupnya."
    ),
    "did not find expected ',' or '}'": (
        "kurung kurawal yang dibuka di sini tidak tersusun benar; isiannya dipisahkan koma dan diakhiri `}`; "
        "tambahkan koma atau kurung penutupnya, atau tulis isian itu berbaris ke bawah tanpa kurung."
    ),
}
"""Problems that are best shown where the thing began."""
