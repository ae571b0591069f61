"""What a sender reads, and what the proposal is called: Markdown in which no text of a form does anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.diagnostics import Severity
from sakipgen.domain.waktu import Periode
from sakipgen.forms.beda import Beda
from sakipgen.forms.laporan import tampil
from sakipgen.forms.temuan import Temuan
from sakipgen.rendering.tinjauan.markdown import pesan, tawar

PENANDA: Final = "<!-- sakipgen:formulir v1 -->"
"""By this, and by its author, the forge's job finds its own comment."""
_BATAS: Final = 60_000
"""Forges refuse comments from 65,536 characters on."""
_BANYAK: Final = (None, 200, 100, 50, 20, 5)
"""So many rows of a list are shown; the first that fits."""


_TAK_AMAN: Final = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Sebutan:
    """What a form is about, in words."""

    unit: str
    nama_unit: str
    periode: Periode


def render_diterima(tentang: Sequence[Sebutan], beda: Sequence[Beda], nama: Mapping[str, str], catatan: int) -> str:
    """Returns the answer to a form that became a proposal; `catatan` counts the records of corrections."""

    def lines(many: int | None) -> Iterator[str]:
        yield "### Formulir diterima"
        yield ""
        yield f"**{'; '.join(tawar(_tentang(row)) for row in tentang)}.** Isinya lolos pemeriksaan dan diajukan sebagai"
        yield "usulan kepada Sekretaris. Angkanya tampil di situs sesudah usulan itu disetujui."
        yield ""
        yield "| Indikator | Isian | Sebelum | Sesudah |"
        yield "|---|---|---|---|"
        for row in beda[:many]:
            kode = row.isian.kode
            cells = f"{kode} {nama.get(kode, '')}".strip(), row.isian.nama, tampil(row.isian, row.lama)
            yield f"| {' | '.join(map(tawar, (*cells, tampil(row.isian, row.baru))))} |"
        yield from _sisa(len(beda), many, "isian")
        if catatan:
            yield ""
            yield f"Dicatat juga {catatan} koreksi. Angka lama tetap dapat dibaca."
        yield ""
        yield "Bila ada yang keliru, ubah kiriman ini atau kirim formulir baru."

    return _muat(lines)


def render_ditolak(temuan: Sequence[Temuan], salinan: Sequence[str]) -> str:
    """Returns the answer to a form that cannot be taken; `salinan` are the names of the checked copies."""
    must = [row for row in temuan if row.severity is Severity.ERROR]
    may = [row for row in temuan if row.severity is not Severity.ERROR]

    def lines(many: int | None) -> Iterator[str]:
        yield "### Formulir belum dapat diterima"
        yield ""
        yield f"**{len(must)} hal perlu diperbaiki. Belum ada data yang berubah.**"
        yield ""
        yield from (f"{n}. {_satu(row)}" for n, row in enumerate(must[:many], 1))
        yield from _sisa(len(must), many, "hal")
        if may:
            yield from ("", "Perlu dicek juga:", "")
            yield from (f"- {_satu(row)}" for row in may[:many])
            yield from _sisa(len(may), many, "hal")
        yield ""
        if salinan:
            named = ", ".join(f"<code>{tawar(name)}</code>" for name in salinan)
            yield f"Salinan dengan pesan di samping selnya: {named}. Betulkan di salinan itu, lalu kirim salinannya."
        else:
            yield "Ubah kiriman ini (tombol sunting, di GitHub menu “…” lalu “Edit”), atau kirim formulir baru."

    return _muat(lines)


def render_tertunda() -> str:
    """Returns the answer where the data itself cannot be relied on."""
    told = (
        "Data utama sedang memuat galat, jadi kiriman ini belum dapat diperiksa. Beri tahu Tim SAKIP; sesudah datanya"
    )
    return f"{PENANDA}\n### Formulir belum diperiksa\n\n{told} dibetulkan, ubah kiriman ini agar diperiksa lagi.\n"


def judul_usulan(tentang: Sequence[Sebutan], *, koreksi: bool) -> str:
    """Returns what the proposal is called."""
    return f"{'Koreksi' if koreksi else 'Realisasi'} {'; '.join(map(_tentang, tentang))}"


def cabang_usulan(tentang: Sequence[Sebutan], nomor: int) -> str:
    """Returns a name for the proposal that is plain letters, digits and dashes, whatever kode are."""
    parts = dict.fromkeys((*(row.unit for row in tentang), *(row.periode.slug for row in tentang)))
    return f"formulir/{nomor}-{'-'.join(_TAK_AMAN.sub('-', part).strip('-').lower() for part in parts)}"


def pesan_usulan(judul: str, pengirim: str, nomor: int) -> str:
    """Returns what the change is recorded with; its last lines name the sender for the checks."""
    return f"{judul}\n\nDiisi lewat formulir pada halaman repositori.\n\nDikirim-oleh: {pengirim}\nFormulir: #{nomor}\n"


def _tentang(row: Sebutan) -> str:
    return f"{row.periode.label} {row.nama_unit}"


def _satu(row: Temuan) -> str:
    place = ", ".join(filter(None, (row.di, f"sel {row.sel}" if row.sel else "")))
    where = f" {tawar(place)}:" if place else ""
    said = row.pesan if place else f"{row.pesan[:1].upper()}{row.pesan[1:]}"
    return f"**{row.kode}.**{where} {pesan(said)}"


def _sisa(count: int, many: int | None, kind: str) -> Iterator[str]:
    if many is not None and count > many:
        yield from ("", f"Menampilkan {many} dari {count} {kind}.")


def _muat(lines: Callable[[int | None], Iterable[str]]) -> str:
    """The first that fits into a comment."""
    made = ("\n".join((PENANDA, *lines(many))) + "\n" for many in _BANYAK)
    return next((text for text in made if len(text) <= _BATAS), "")
