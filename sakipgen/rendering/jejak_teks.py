"""The trace of a capaian for a terminal, and as JSON for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Final

from sakipgen.rendering.cetak import Angka, tanggal
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.jejak_langkah import Baris, Jejak
from sakipgen.rendering.ucap import teks

LEBAR: Final = 110
_TAKIK: Final = "   "


def render_teks(jejak: Jejak, per_tanggal: date) -> str:
    """Returns the trace, at most `LEBAR` columns wide but for the paths of files."""
    until = f" sampai {jejak.sampai.label}" if jejak.sampai else ""
    lines = [
        *_lipat(f"{jejak.kode} {jejak.nama}"),
        f"{jejak.periode.label}{until}, data per {tanggal(per_tanggal)}",
        *_lipat(jejak.metode),
    ]
    for n, step in enumerate(jejak.langkah, 1):
        lines += ["", f"{n}. {step.judul}"]
        for words in (*step.kata, *((step.rumus,) if step.rumus else ())):
            lines += _lipat(words, _TAKIK, _TAKIK)
        for line in step.baris:
            lines += _baris(line)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lipat(text: str, pertama: str = "", lanjutan: str = "") -> list[str]:
    """The lines of a text; a kode stays whole, only a word wider than a line is cut."""
    return textwrap.wrap(text, LEBAR, initial_indent=pertama, subsequent_indent=lanjutan, break_on_hyphens=False)


def _baris(baris: Baris) -> Iterator[str]:
    yield from _lipat(teks(baris.ucap), f"{_TAKIK}→ ", f"{_TAKIK}  ")
    if baris.sumber:
        yield f"{_TAKIK}  {baris.sumber.berkas}:{baris.sumber.baris}"


def render_json(jejak: Jejak, per_tanggal: date) -> str:
    """Returns the trace with the raw value of every figure and its cell of the open data."""
    return dumps(
        {
            "versi": 1,
            "per_tanggal": per_tanggal,
            "kode": jejak.kode,
            "nama": jejak.nama,
            "periode": jejak.periode,
            "sampai": jejak.sampai,
            "metode": jejak.metode,
            "langkah": [
                {
                    "judul": step.judul,
                    "kata": list(step.kata),
                    "rumus": step.rumus,
                    "baris": [_json(line) for line in step.baris],
                }
                for step in jejak.langkah
            ],
        }
    )


def _json(baris: Baris) -> dict[str, object]:
    figures = [part for part in baris.ucap if isinstance(part, Angka)]
    return {
        "teks": teks(baris.ucap),
        "angka": [{"nilai": figure.nilai, "rujukan": figure.rujukan} for figure in figures],
        "sumber": {"berkas": str(baris.sumber.berkas), "baris": baris.sumber.baris} if baris.sumber else None,
    }
