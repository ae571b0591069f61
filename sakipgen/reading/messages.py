"""Pydantic's errors as issues with an Indonesian sentence: what was found; what is expected; how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Final

from pydantic import BaseModel, ValidationError

from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.base import POLA_KODE, quote
from sakipgen.domain.pengguna import POLA_AKUN
from sakipgen.reading.bentuk import choices, example, fields_at, is_nested, purpose
from sakipgen.reading.isian_asing import Problem, nearest, numbers_cut_by_comma, plain_name, unknown_field
from sakipgen.reading.naskah import BATAS_TEMUAN, too_many
from sakipgen.reading.yaml_source import Source

_KUNCI: Final = "[key]"
_KODE_SENDIRI: Final = re.compile(r"[A-Z]\d{3}")


Sentence = Callable[[Problem], str]


def explain(
    source: Source, model: type[BaseModel], error: ValidationError, path_parts: Mapping[str, str]
) -> Iterator[Issue]:
    """Yields an issue for every error; `path_parts` is what the file's path says already."""
    if source.value is None:
        yield Issue(source.path, (), "S003", _PESAN_BERKAS_KOSONG)
        return
    cut = dict(islice(numbers_cut_by_comma(source), BATAS_TEMUAN))
    for loc, message in cut.items():
        yield Issue(source.path, loc, "S001", message, at_key=True)
    problems = [p for p in _problems(source, model, error, path_parts) if p.loc not in cut]
    problems, left = problems[:BATAS_TEMUAN], problems[BATAS_TEMUAN:]
    misspelt = {(*p.loc[:-1], nearest(p)) for p in problems if p.type == "extra_forbidden"}
    for problem in problems:
        if not _shortened(problem) and (problem.type != "missing" or problem.loc not in misspelt):
            yield _issue(problem)
    if left:
        yield Issue(source.path, left[0].loc, "Y014", too_many(len(left)))


def _shortened(problem: Problem) -> bool:
    """Whether a list has too few items only because some of them were refused."""
    return problem.type == "too_short" and len(problem.input) >= problem.ctx["min_length"]


def _problems(
    source: Source, model: type[BaseModel], error: ValidationError, path_parts: Mapping[str, str]
) -> Iterator[Problem]:
    for raw in error.errors(include_url=False):
        at_key = raw["loc"][-1:] == (_KUNCI,)
        loc = raw["loc"][:-1] if at_key else raw["loc"]
        yield Problem(source, model, path_parts, raw["type"], loc, at_key, raw["input"], raw.get("ctx", {}))


def _issue(problem: Problem) -> Issue:
    loc, at_key = problem.loc, problem.at_key
    if problem.input is None and loc and not at_key and problem.type != "extra_forbidden":
        code, message = "S002", _empty(problem)
    elif _KODE_SENDIRI.fullmatch(problem.type):
        code, message = problem.type, problem.ctx["pesan"]
        loc = _named_field(problem)
        at_key = at_key or loc != problem.loc
    else:
        code, sentence = SENTENCES.get(problem.type, _LAIN)
        message = sentence(problem)
        at_key = at_key or problem.type == "extra_forbidden"
        loc = loc[:-1] if problem.type == "missing" else loc
    return Issue(problem.source.path, loc, code, message, at_key=at_key)


def _named_field(problem: Problem) -> Loc:
    """The field that a message about several fields names first: a better place than the start of them all."""
    if not isinstance(problem.input, dict):
        return problem.loc
    for name in re.findall(r"`([a-z_0-9]+)", problem.ctx["pesan"]):
        if problem.source.existing((*problem.loc, name)) == (*problem.loc, name):
            return (*problem.loc, name)
    return problem.loc


# ── S002, S003: nothing there ────────────────────────────────────────────────────────────────────────────────────

_PESAN_BERKAS_KOSONG: Final = "berkas ini kosong; setiap berkas harus berisi data; isi datanya atau hapus berkas ini."


def _missing(problem: Problem) -> str:
    name = str(problem.loc[-1])
    found = f"isian wajib `{name}` belum ada"
    field = fields_at(problem.model, problem.loc[:-1]).get(name)
    if field is None:
        return f"{found}; bandingkan dengan contoh pada panduan; tambahkan `{name}:` diikuti isinya."
    if words := choices(field):
        return f"{found}; pilihannya: {', '.join(words)}; tambahkan, misalnya `{name}: {words[0]}`."
    about = f"{found}; isinya: {purpose(field)}"
    if sample := example(field):
        return f"{about}; tambahkan, misalnya `{name}: {sample}`."
    if is_nested(field):
        return f"{about}; tambahkan `{name}:`, lalu tulis isinya menjorok di bawahnya."
    return f"{about}; tambahkan `{name}:` diikuti isinya."


def _empty(problem: Problem) -> str:
    found = (
        f"`{problem.name}` kosong" if isinstance(problem.loc[-1], str) else f"ada butir kosong pada `{problem.name}`"
    )
    field = fields_at(problem.model, problem.loc[:-1]).get(str(problem.loc[-1]))
    if field is None:
        return f"{found}; setiap isian yang ditulis harus berisi; isi atau hapus baris ini."
    sample = example(field)
    fill = f"isi, misalnya `{problem.name}: {sample}`" if sample else "tulis isinya"
    if field.is_required():
        return f"{found}; isian ini wajib; {fill}."
    return f"{found}; isian yang ditulis harus berisi; {fill}, atau hapus baris ini."


# ── S004–S007: something else there ──────────────────────────────────────────────────────────────────────────────


def _choice(problem: Problem) -> str:
    words = re.findall(r"'([^']*)'", problem.ctx["expected"])
    near = get_close_matches(plain_name(problem.input), words, n=1, cutoff=0.6)
    cure = f"maksud Anda `{near[0]}`?" if near else "tulis salah satunya."
    return f"{quote(problem.input)} tidak dikenal; pilihannya: {', '.join(words)}; {cure}"


def _model(problem: Problem) -> str:
    names = [name for name, field in fields_at(problem.model, problem.loc).items() if field.is_required()]
    names = names or list(fields_at(problem.model, problem.loc))
    wanted = ", ".join(f"`{name}`" for name in names[:4]) + (", …" if len(names) > 4 else "")
    if not problem.loc:
        return (
            f"seluruh berkas terbaca sebagai {_kind(problem.input)}; berkas ini harus berisi pasangan `kunci: isi`, "
            f"yaitu {wanted}; periksa kuncinya dan spasi sesudah titik dua."
        )
    return (
        f"`{problem.name}` berisi {_kind(problem.input)}; seharusnya isian {wanted}; "
        "tulis isian itu menjorok di baris-baris di bawahnya."
    )


def _mapping(problem: Problem) -> str:
    cure = (
        "hapus tanda `-` dan tulis kodenya sebagai kunci"
        if isinstance(problem.input, list)
        else "tulis setiap pasangan di baris sendiri, menjorok di bawahnya"
    )
    return (
        f"`{problem.name}` berisi {_kind(problem.input)}; seharusnya pasangan `kunci: isi`, satu untuk setiap kode; "
        f"{cure}."
    )


def _list(problem: Problem) -> str:
    sample = f"`- {problem.input}`" if isinstance(problem.input, str) and len(problem.input) <= 40 else "`- …`"
    return (
        f"`{problem.name}` berisi {_kind(problem.input)}; seharusnya butir-butir; "
        f"tulis setiap butir di baris sendiri dan awali dengan tanda hubung, misalnya {sample}."
    )


def _text(problem: Problem) -> str:
    return (
        f"`{problem.name}` berisi {_kind(problem.input)}; seharusnya satu teks; "
        "tulis teksnya sesudah titik dua, dan apit dengan tanda kutip bila memuat `: ` atau diawali `-`."
    )


def _too_short(problem: Problem) -> str:
    at_least, actual = problem.ctx["min_length"], problem.ctx.get("actual_length", 0)
    if isinstance(problem.input, str) or not actual:
        return f"`{problem.name}` kosong; harus ada isinya; tulis isinya atau hapus isian ini bila tidak wajib."
    return f"`{problem.name}` berisi {actual} butir; paling sedikit {at_least}; tambahkan butirnya."


def _too_long(problem: Problem) -> str:
    length = problem.ctx.get("actual_length", len(problem.input))
    return f"`{problem.name}` {length} karakter; paling banyak {problem.ctx['max_length']}; ringkas teksnya."


def _at_least(problem: Problem) -> str:
    return f"{problem.input} terlalu kecil; paling kecil {problem.ctx['ge']}; perbaiki angkanya."


def _more_than(problem: Problem) -> str:
    return f"{problem.input} terlalu kecil; harus lebih besar dari {problem.ctx['gt']}; perbaiki angkanya."


def _at_most(problem: Problem) -> str:
    return f"{problem.input} terlalu besar; paling besar {problem.ctx['le']}; perbaiki angkanya."


POLA: Final = {
    POLA_KODE: (
        "bukan kode; kode hanya memuat huruf A–Z, angka, titik, dan tanda hubung, paling panjang 40; "
        "tulis misalnya `{kode}`."
    ),
    POLA_AKUN: (
        "bukan nama akun; tulis seperti pada halaman repositori, tanpa `@` dan bukan alamat surel: huruf A–Z, angka, "
        "titik, garis bawah, dan tanda hubung; tulis misalnya `bkpsdm-pka`."
    ),
    r"^[^\n]*$": "berganti baris; isian ini harus satu baris; hapus ganti barisnya, atau tulis `>-` sebagai ganti `|`.",
    r"^https://[^\s\"<>]{3,500}$": (
        "bukan alamat tautan yang aman; alamat diawali `https://` dan tidak memuat spasi; "
        "tulis misalnya `https://contoh.go.id/laporan`."
    ),
    r"^[0-9a-f]{64}$": (
        "bukan sidik SHA-256; sidik terdiri atas 64 angka dan huruf kecil a–f; "
        "salin keluaran `sha256sum`, atau hapus isian ini."
    ),
    r"^[a-z][a-z0-9_]{0,29}$": (
        "bukan nama komponen; nama komponen diawali huruf kecil, lalu huruf kecil, angka, atau garis bawah, "
        "paling panjang 30; tulis misalnya `jumlah_pegawai`."
    ),
    r"^[1-9][0-9]?$": "bukan nomor langkah; nomornya `1` sampai `99` tanpa 0 di depan; tulis misalnya `3`.",
    r"^[0-9]{2}(\.[0-9]{2})?$": (
        "bukan kode wilayah; kodenya dua angka provinsi, lalu titik dan dua angka kabupaten; tulis misalnya `13.01`."
    ),
    r"^[0-9]{2}([0-9]{2})?$": (
        "bukan kode BPS; kodenya dua angka provinsi, lalu dua angka kabupaten tanpa titik; tulis misalnya `1302`."
    ),
}
"""What a text that does not fit a pattern of ours is not, how it is written, and what to write."""


def _pattern(problem: Problem) -> str:
    sentence = POLA.get(problem.ctx["pattern"])
    if sentence is None:
        return _unknown(problem)
    kode = re.sub(r"[^A-Za-z0-9.]+", "-", problem.input).strip("-.")[:40]
    return f"{quote(problem.input)} {sentence.replace('{kode}', kode or 'IKU-01')}"


def _unknown(problem: Problem) -> str:
    return f"isi `{problem.name}` tidak terbaca; isinya harus menurut contoh pada panduan; perbaiki isian ini."


_LAIN: Final = ("S099", _unknown)

SENTENCES: Final[Mapping[str, tuple[str, Sentence]]] = {
    "extra_forbidden": ("S001", unknown_field),
    "missing": ("S002", _missing),
    "enum": ("S004", _choice),
    "literal_error": ("S004", _choice),
    "model_type": ("S005", _model),
    "dict_type": ("S005", _mapping),
    "tuple_type": ("S005", _list),
    "string_type": ("S005", _text),
    "too_short": ("S006", _too_short),
    "string_too_short": ("S006", _too_short),
    "string_too_long": ("S006", _too_long),
    "greater_than": ("S006", _more_than),
    "greater_than_equal": ("S006", _at_least),
    "less_than_equal": ("S006", _at_most),
    "string_pattern_mismatch": ("S007", _pattern),
}
"""Every error type of Pydantic that a model can raise; a test walks the models and compares."""


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "susunan `kunci: isi`"
    return "daftar" if isinstance(value, list) else f"teks {quote(str(value))}"
