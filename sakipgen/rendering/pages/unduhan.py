"""The page of open data, and the manual of every rule that the checks know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup, escape

from sakipgen.rendering.cetak import angka
from sakipgen.rendering.kolom import Tipe
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.jsonld import dataset, skrip
from sakipgen.rendering.pages.konteks import Isi, Konteks
from sakipgen.rendering.pages.sel import hari_pendek

KELUARGA: Final[Mapping[str, str]] = {
    "Y": "Penulisan YAML",
    "S": "Susunan isian",
    "N": "Angka",
    "T": "Waktu",
    "R": "Rujukan",
    "L": "Kelengkapan",
    "W": "Kewajaran",
    "K": "Keselarasan dan kepemilikan",
    "P": "Periode dan kunci",
    "B": "Bukti",
    "D": "Data pribadi dan rahasia",
    "F": "Isi aktif",
    "U": "Huruf Unicode",
    "X": "Buku kerja",
    "A": "Arsip",
}
"""The families of codes by their letter."""


@dataclass(frozen=True, slots=True)
class BerkasUnduh:
    """A file of the open data: what it holds, and its dictionary of columns."""

    nama: str
    """Name below `data/v1/`."""
    judul: str
    isi: str
    baris: int | None
    """None of a file that is no table."""
    ukuran: int
    sha256: str
    kolom: tuple[tuple[str, Tipe, str], ...]
    """Name, type and meaning of each column."""
    skema: str | None
    """What describes a table, beside it."""
    parquet: bool
    """Whether a table is published as Parquet too."""


@dataclass(frozen=True, slots=True)
class BerkasTampil:
    berkas: BerkasUnduh
    alamat: str
    format: str
    baris: str
    """As printed; words for a file that is no table."""
    id: str
    skema: str | None
    parquet: str | None


_JENIS_KOLOM: Final[Mapping[Tipe, str]] = {
    "teks": "teks",
    "angka": "angka",
    "bilangan": "bilangan bulat",
    "tanggal": "tanggal",
    "ya_tidak": "ya atau tidak",
}
_JENIS_BERKAS: Final[Mapping[str, str]] = {
    "CSV": "text/csv",
    "JSON": "application/json",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def data(konteks: Konteks, berkas: tuple[BerkasUnduh, ...]) -> Page:
    """Returns the page from which everything can be downloaded: the workbook and the package first, then all files."""
    utama, rilis = konteks.rekap.utama, konteks.rilis
    rows = utama.setahun.indikator if utama else ()
    shown = tuple(map(_berkas, berkas))
    kodes = [k for k, row in konteks.rekap.indikator.items() if row.iku] or list(konteks.rekap.indikator)
    sebaran = [(b.alamat, _JENIS_BERKAS[b.format]) for b in shown]
    isi = Isi(
        templat="data",
        path="data",
        judul="Unduh data",
        uraian=f"Semua angka kinerja {konteks.pd.singkatan} sebagai data terbuka dalam XLSX, CSV, dan JSON.",
        strip=konteks.strip(utama.setahun if utama else None, rows),
        bagian=(
            Bagian("ambil", "Ambil semua"),
            Bagian("berkas", "Berkas"),
            Bagian("kamus", "Kamus kolom"),
            Bagian("api", "API"),
            Bagian("pakai", "Cara memakai"),
            Bagian("lisensi", "Lisensi dan kutipan"),
        ),
        jejak=(("Unduh data", None),),
        berkas=(),
        nilai={
            "berkas": shown,
            "buku": shown[0],
            "paket": shown[1],
            "jenis_kolom": _JENIS_KOLOM,
            "rilis": rilis,
            "hari": hari_pendek(konteks.rekap.posisi.per_tanggal),
            "contoh_api": alamat.api_indikator(kodes[0]) if kodes else None,
            "contoh_periode": f"{alamat.API}periode/{utama.tahun}.json" if utama else None,
            "jsonld": skrip(dataset(konteks.rekap, rilis, alamat.DATA, rilis.judul, rilis.uraian, sebaran)),
        },
    )
    return konteks.susun(isi)


def _berkas(berkas: BerkasUnduh) -> BerkasTampil:
    name = berkas.nama
    return BerkasTampil(
        berkas=berkas,
        alamat=f"{alamat.BERKAS}{name}",
        format=name.rpartition(".")[2].upper(),
        baris="bukan tabel" if berkas.baris is None else angka(Decimal(berkas.baris), 0),
        id=re.sub(r"[^a-z0-9]+", "-", name.lower()),
        skema=f"{alamat.BERKAS}{berkas.skema}" if berkas.skema else None,
        parquet=f"{alamat.BERKAS}parquet/{name.removesuffix('.csv')}.parquet" if berkas.parquet else None,
    )


# ── The manual ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AturanTampil:
    kode: str
    judul: Markup
    isi: Markup


@dataclass(frozen=True, slots=True)
class KeluargaTampil:
    huruf: str
    nama: str
    aturan: tuple[AturanTampil, ...]


_HURUF: Final = re.compile(r"`([^`\n]+)`|\*\*([^*\n]+)\*\*")
_JEDA: Final = re.compile(r"\n[ \t]*\n")
_PAGAR: Final = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def aturan(konteks: Konteks, manual: Mapping[str, str]) -> Page:
    """Returns the manual: every code with its title and what to do, in families."""
    utama = konteks.rekap.utama
    families: dict[str, list[AturanTampil]] = {}
    for kode in sorted(manual):
        families.setdefault(kode[:1], []).append(_aturan(kode, manual[kode]))
    shown = tuple(KeluargaTampil(k, KELUARGA.get(k, "Lain-lain"), tuple(rows)) for k, rows in families.items())
    isi = Isi(
        templat="aturan",
        path="aturan",
        judul="Aturan pemeriksaan data",
        uraian="Arti setiap kode galat dan peringatan, dan cara memperbaikinya.",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=tuple(Bagian(f"keluarga-{k.huruf.lower()}", f"{k.huruf} {k.nama}") for k in shown),
        jejak=(("Tentang", "tentang/"), ("Aturan", None)),
        berkas=(),
        nilai={"keluarga": shown, "jumlah": len(manual)},
    )
    return konteks.susun(isi)


def _aturan(kode: str, teks: str) -> AturanTampil:
    title, _, body = teks.strip().partition("\n")
    title = re.sub(rf"^{re.escape(kode)}\s*[:.–—-]?\s*", "", title.strip()).rstrip(".")
    body = re.sub(r"(?m)^Cara memperbaiki: (\w)", lambda m: f"**Cara memperbaiki.** {m[1].upper()}", body)
    return AturanTampil(kode, _huruf(title or kode), _paragraf(body))


def _paragraf(teks: str) -> Markup:
    """The text of an entry: paragraphs, with fenced examples letter for letter."""
    found: list[Markup] = []
    for number, part in enumerate(_PAGAR.split(teks)):
        if number % 2:
            found.append(Markup("<pre><code>{}</code></pre>\n").format(part.rstrip("\n")))
        else:
            found += [Markup("<p>{}</p>\n").format(_huruf(" ".join(p.split()))) for p in _JEDA.split(part) if p.strip()]
    return Markup("").join(found)


def _huruf(teks: str) -> Markup:
    """Words between backticks as code, between double asterisks in bold; all else is only text."""

    def mark(match: re.Match[str]) -> str:
        return f"<code>{match[1]}</code>" if match[1] else f"<b>{match[2]}</b>"

    return Markup(_HURUF.sub(mark, str(escape(teks))))  # noqa: S704 - escaped before
