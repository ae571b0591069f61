"""«Cara menghitung»: every capaian explains itself in words, in symbols, and with its actual numbers put in."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.metode import FormulaCapaian, Metode
from sakipgen.domain.skala import Celah, KelasSkala, Skala
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.rekap import BarisIndikator
from sakipgen.rendering.cetak import Angka, aman, angka_persen, persen, ringkas
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.sel import Palet
from sakipgen.rendering.pages.ucapan import nama_pk

_OPERATOR: Final[Mapping[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
_DERET: Final = (ast.Add, ast.Mult)

AGREGASI: Final[Mapping[Agregasi, str]] = {
    Agregasi.JUMLAH: "Angka setiap periode dijumlahkan sejak awal tahun.",
    Agregasi.RERATA: "Angka periode yang lebih panjang adalah rata-rata dari laporan di dalamnya.",
    Agregasi.TERAKHIR: "Yang dipakai adalah angka terakhir yang dilaporkan dalam periode itu.",
    Agregasi.RASIO: "Setiap komponen dijumlahkan dulu, baru rumusnya dihitung. Persen tidak pernah dirata-ratakan.",
    Agregasi.MAKS: "Yang dipakai adalah angka tertinggi sejak awal tahun.",
    Agregasi.MIN: "Yang dipakai adalah angka terendah sejak awal tahun.",
}
_MODE: Final[Mapping[ModeTarget, str]] = {
    ModeTarget.KUMULATIF: "Target periode ditulis sebagai posisi sejak awal tahun.",
    ModeTarget.PER_PERIODE: "Target periode berlaku untuk periode itu sendiri.",
}
_MODE_JUMLAH: Final = "Target setiap periode juga dijumlahkan sejak awal tahun."

KATA: Final[Mapping[FormulaCapaian, tuple[str, str]]] = {
    FormulaCapaian.NAIK: (
        "Makin tinggi makin baik: realisasi dibagi target, dikali 100.",
        "(realisasi ÷ target) × 100",
    ),
    FormulaCapaian.TURUN_SELISIH: (
        "Makin rendah makin baik: dua kali target dikurangi realisasi, dibagi target, dikali 100.",
        "((2 × target − realisasi) ÷ target) × 100",
    ),
    FormulaCapaian.TURUN_RASIO: (
        "Makin rendah makin baik: target dibagi realisasi, dikali 100.",
        "(target ÷ realisasi) × 100",
    ),
}
"""Each formula of capaian in words and in symbols."""
_CELAH: Final[Mapping[Celah, str]] = {
    Celah.BULATKAN: ("Capaian dibulatkan satu kali {presisi} (setengah ke atas), lalu dicocokkan dengan tabel ini."),
    Celah.BATAS_BAWAH: (
        "Setiap kelas dimulai tepat pada batas bawahnya; nilai di antara dua kelas masuk kelas yang lebih rendah."
    ),
    Celah.BATAS_ATAS: (
        "Setiap kelas berakhir tepat pada batas atasnya; nilai di antara dua kelas masuk kelas yang lebih tinggi."
    ),
}


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    nama: str
    arti: str
    nilai: sel.Sel


@dataclass(frozen=True, slots=True)
class KelasTampil:
    chip: Markup
    batas: str


@dataclass(frozen=True, slots=True)
class CaraMenghitung:
    """All that explains one capaian."""

    rumus: str | None
    komponen: tuple[KomponenTampil, ...]
    hitungan: Markup | None
    """The rumus with its numbers: `(3.880 ÷ 7.409) × 100 = 52,37%`."""
    agregasi: str
    mode: str
    capaian_kata: str
    capaian_rumus: str
    capaian_hitungan: Markup | None
    kebijakan: tuple[str, ...]
    skala: str
    dasar: str
    kelas: tuple[KelasTampil, ...]
    celah: str
    pk: str | None


def cara(row: BarisIndikator, metode: Metode, palet: Palet) -> CaraMenghitung:
    """Returns the explanation of a row by the rules of its year."""
    indikator, hasil = row.indikator, row.hasil
    words, symbols = KATA[hasil.formula]
    values = _nilai_komponen(row)
    return CaraMenghitung(
        rumus=str(_tulis(indikator.rumus, {n: aman(n) for n in indikator.komponen})) if indikator.rumus else None,
        komponen=tuple(
            KomponenTampil(
                name, meaning, values.get(name, sel.kosong(hasil.status) if hasil.status in sel.KEADAAN else sel.BELUM)
            )
            for name, meaning in indikator.komponen.items()
        ),
        hitungan=_hitungan(row, values),
        agregasi=AGREGASI[indikator.agregasi],
        mode=_mode(indikator),
        capaian_kata=words,
        capaian_rumus=symbols,
        capaian_hitungan=_capaian(row),
        kebijakan=tuple(_kebijakan(metode)),
        skala=metode.skala.nama,
        dasar=metode.skala.dasar,
        kelas=tuple(KelasTampil(palet(k).chip, batas(metode.skala, n)) for n, k in enumerate(metode.skala.kelas)),
        celah=celah(metode.skala),
        pk=nama_pk(hasil.versi_pk) if hasil.versi_pk else None,
    )


# ── The rumus ────────────────────────────────────────────────────────────────────────────────────────────────────


def _nilai_komponen(row: BarisIndikator) -> dict[str, Angka | Markup]:
    """The komponen of a realisasi; the open data has those of the period, reported or joined."""
    found = row.hasil.komponen
    if found is None:
        return {}
    periode = row.hasil.periode
    here = next((lap for lap in row.laporan if lap.periode == periode and lap.butir.komponen), None)
    if here is not None and here.butir.komponen != found:  # the best figure so far is of an earlier report
        return {name: aman(ringkas(value, 6)) for name, value in found.items()}
    return {
        name: Angka(value, f"komponen/{row.kode}:{periode}:{name}/nilai", ringkas(value, 6))
        for name, value in found.items()
    }


def _tulis(rumus: str, nilai: Mapping[str, Markup]) -> Markup:
    """The rumus as one writes it by hand, with these words or numbers for its names."""
    expression = parse_rumus(rumus)
    return _cabang(expression.pohon, expression.teks, nilai)


def _cabang(node: ast.expr, teks: str, nilai: Mapping[str, Markup]) -> Markup:
    match node:
        case ast.Name(id=name):
            return nilai[name]
        case ast.UnaryOp(operand=operand):
            return Markup(f"−{_kurung(operand, None, teks, nilai)}")  # noqa: S704 - finished parts
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _kurung(left, op, teks, nilai), _kurung(right, op, teks, nilai)
            return Markup(f"{one} {_OPERATOR[type(op)]} {other}")  # noqa: S704 - finished parts
        case _:
            return aman(ringkas(Decimal(teks[node.col_offset : node.end_col_offset]), 6))


def _kurung(node: ast.expr, luar: ast.operator | None, teks: str, nilai: Mapping[str, Markup]) -> Markup:
    """A part in brackets, unless it is one number or the same sum or product goes on."""
    inner = _cabang(node, teks, nilai)
    if not isinstance(node, ast.BinOp) or (isinstance(luar, _DERET) and type(node.op) is type(luar)):
        return inner
    return Markup(f"({inner})")  # noqa: S704 - finished


def _hitungan(row: BarisIndikator, nilai: Mapping[str, Angka | Markup]) -> Markup | None:
    hasil, indikator = row.hasil, row.indikator
    if indikator.rumus is None or hasil.realisasi is None or not nilai:
        return None
    answer = sel.nilai(indikator, hasil.realisasi, f"capaian/{sel.kunci(hasil)}/realisasi", hasil.periode.tahun)
    return Markup("%s = <b>%s</b>") % (_tulis(indikator.rumus, {n: aman(v) for n, v in nilai.items()}), answer)


# ── The capaian ──────────────────────────────────────────────────────────────────────────────────────────────────


def _capaian(row: BarisIndikator) -> Markup | None:
    """The formula of capaian with target and realisasi put in, and the raw answer where the floor changed it."""
    hasil = row.hasil
    if hasil.capaian is None or hasil.target is None or hasil.realisasi is None:
        return None
    ref = f"capaian/{sel.kunci(hasil)}/"
    t = sel.nilai_polos(row.indikator, hasil.target, f"{ref}target")
    r = sel.nilai_polos(row.indikator, hasil.realisasi, f"{ref}realisasi")
    shown = angka_persen(hasil.capaian.capaian, f"{ref}capaian")
    raw = hasil.capaian.mentah
    if raw is None:
        return Markup(
            "Realisasi 0: lebih baik daripada yang dapat dinyatakan dengan pembagian, ditulis <b>{}</b>"
        ).format(shown)
    if not hasil.target:
        return Markup("Target 0 berarti tanpa toleransi: realisasi {} menghasilkan <b>{}</b>").format(r, shown)
    line = _POLA[hasil.formula if hasil.target > 0 else None] % {"t": t, "r": r}
    if hasil.formula is not FormulaCapaian.NAIK and hasil.target < 0:
        line = _POLA[None] % {"t": t, "r": r}
    if raw == hasil.capaian.capaian:
        return Markup("%s = <b>%s</b>") % (line, shown)
    return Markup("{} = {}, ditulis <b>{}</b>").format(line, angka_persen(raw, f"{ref}capaian_mentah"), shown)


_POLA: Final[Mapping[FormulaCapaian | None, Markup]] = {
    FormulaCapaian.NAIK: Markup("(%(r)s ÷ %(t)s) × 100"),
    FormulaCapaian.TURUN_SELISIH: Markup("((2 × %(t)s − %(r)s) ÷ %(t)s) × 100"),
    FormulaCapaian.TURUN_RASIO: Markup("(%(t)s ÷ %(r)s) × 100"),
    None: Markup("(1 + (%(r)s − (%(t)s)) ÷ |%(t)s|) × 100"),
}


def _kebijakan(metode: Metode) -> list[str]:
    found = []
    if metode.lantai is not None:
        found.append(f"Capaian di bawah {persen(metode.lantai, 0)} ditulis {persen(metode.lantai, 0)}.")
    if metode.batas_agregat is None:
        found.append("Capaian tidak dibatasi sebelum dirata-ratakan ke sasaran.")
    else:
        cap = persen(metode.batas_agregat, 0)
        found.append(f"Saat dirata-ratakan menjadi capaian sasaran, capaian di atas {cap} dihitung {cap}.")
    found.append("Target disebut tercapai bila capaian sebelum dibulatkan paling sedikit 100%.")
    found.append("Angka dibulatkan hanya saat ditampilkan (setengah ke atas); perhitungan memakai angka lengkapnya.")
    return found


# ── The scale ────────────────────────────────────────────────────────────────────────────────────────────────────


def batas(skala: Skala, nomor: int) -> str:
    """Returns the bounds of a class in words; the outermost classes hold all that lies beyond the table."""
    kelas = skala.kelas[nomor]
    low, high = _bawah(kelas, skala), _atas(kelas, skala)
    if nomor == 0 and kelas.min is not None:
        return f"{low} atau lebih" if kelas.min_termasuk else f"lebih dari {low}"
    if nomor == len(skala.kelas) - 1 and kelas.maks is not None:
        return f"{high} atau kurang" if kelas.maks_termasuk else f"kurang dari {high}"
    opening = low if kelas.min_termasuk else f"lebih dari {low}"
    closing = f"sampai {high}" if kelas.maks_termasuk else f"sampai kurang dari {high}"
    return f"{opening} {closing}"


def _bawah(kelas: KelasSkala, skala: Skala) -> str:
    return "" if kelas.min is None else ringkas(kelas.min, max(skala.presisi_tabel, 2))


def _atas(kelas: KelasSkala, skala: Skala) -> str:
    return "" if kelas.maks is None else ringkas(kelas.maks, max(skala.presisi_tabel, 2))


def celah(skala: Skala) -> str:
    digits = skala.presisi_tabel
    words = "ke bilangan bulat terdekat" if digits == 0 else f"sampai {digits} angka di belakang koma"
    return _CELAH[skala.celah].format(presisi=words)


def _mode(indikator: Indikator) -> str:
    summed = indikator.agregasi is Agregasi.JUMLAH and indikator.mode_target is ModeTarget.PER_PERIODE
    return _MODE_JUMLAH if summed else _MODE[indikator.mode_target]
