"""What an indikator means: the metadata that a reader of its figures needs, after the form MS-Ind of BPS."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from sakipgen.domain.indikator import Indikator
from sakipgen.rendering.cetak import Angka, paragraf
from sakipgen.rendering.kata_indikator import GABUNGAN, HASIL
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks

Isian = tuple[str, Markup]
"""Heading and finished text."""


def metadata(konteks: Konteks, kode: str, indikator: Indikator, makin: str, akar: str) -> tuple[Isian, ...]:
    """Returns what the kamus says of an indikator; `makin` says which way is better, `akar` leads to the root."""
    texts = (
        ("Konsep", indikator.konsep),
        ("Yang dihitung", indikator.definisi_operasional),
        ("Cara membaca angkanya", indikator.interpretasi or f"{makin}."),
    )
    return (
        *((name, paragraf(text)) for name, text in texts if text),
        *_baris(("Mengukur", HASIL[indikator.tipe_hasil]), ("Satuan", indikator.satuan.nama)),
        ("Indikator komposit", _komposit(konteks, indikator, akar)),
        *_pembangun(indikator),
        *_baris(
            ("Dirinci", indikator.klasifikasi_penyajian),
            ("Berlaku untuk", indikator.level_estimasi),
            ("Terbit juga di", indikator.publikasi),
            ("Boleh diketahui umum", "ya"),
            ("Sumber data", indikator.sumber_data),
            ("Cara mengumpulkan", indikator.metode_pengumpulan),
        ),
        *_pembanding(kode, indikator),
    )


def _baris(*lines: tuple[str, str | None]) -> Iterator[Isian]:
    """What is said in one line, and said at all."""
    yield from ((name, Markup.escape(text)) for name, text in lines if text)


def _komposit(konteks: Konteks, indikator: Indikator, akar: str) -> Markup:
    """Whether it is made of other indikator, and of which."""
    if indikator.gabungan is None:
        return Markup("tidak")
    parts = Markup(", ").join(
        Markup('<a href="{}{}">{}</a> <span class="sk-kode">{}</span>').format(
            akar, alamat.indikator(kode), konteks.rekap.indikator[kode].nama, kode
        )
        for kode in indikator.gabungan.indikator
    )
    return Markup("ya, {} dari {}").format(GABUNGAN[indikator.gabungan.cara], parts)


def _pembangun(indikator: Indikator) -> Iterator[Isian]:
    """The variables that its rumus is made of."""
    if indikator.komponen:
        items = (Markup("<li>{}</li>").format(meaning) for meaning in indikator.komponen.values())
        yield "Dibangun dari", Markup("<ul>{}</ul>").format(Markup("").join(items))


def _pembanding(kode: str, indikator: Indikator) -> Iterator[Isian]:
    """Where it began, and the standard that it is compared with."""
    base, standard = indikator.baseline, indikator.standar_nasional
    if base and base.nilai is not None:
        shown = sel.nilai_prosa(indikator, base.nilai, f"indikator/{kode}/baseline_nilai", base.tahun)
        yield "Kondisi awal", _bersumber(shown, base.tahun, base.sumber)
    if standard and standard.nilai is not None:
        shown = sel.nilai_prosa(indikator, standard.nilai, f"indikator/{kode}/standar_nilai", standard.tahun)
        yield "Standar atau pembanding", _bersumber(shown, standard.tahun, standard.sumber)


def _bersumber(nilai: Angka, tahun: int, sumber: str | None) -> Markup:
    return Markup("{} ({}){}").format(nilai, tahun, f", {sumber}" if sumber else "")
