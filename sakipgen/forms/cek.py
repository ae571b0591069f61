"""The column Cek: what is missing or odd, as formulas of the workbook and as what they say before anything is typed.

A formula is written with the English names and commas that the file format asks for; every office suite shows them in
its own language.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.checking.bentuk import bentuk_wajib
from sakipgen.domain.angka import parse_angka
from sakipgen.domain.indikator import Indikator
from sakipgen.forms.isian import SELESAI, SLOT_BUKTI, STATUS, Isian, JenisIsian, Kolom, baris_utama
from sakipgen.forms.letak import Letak
from sakipgen.forms.susun import Kartu
from sakipgen.measuring.hitung import SERATUS, jumlah, putus
from sakipgen.measuring.periode import nilai_komponen
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.rendering.cetak import ringkas

BELUM_DIISI: Final = "Belum diisi"
PILIH_SATU: Final = "Pilih satu: angka atau status"
KOSONG: Final = "Belum lengkap: ada yang kosong atau bukan angka"
TERISI: Final = "Terisi"
DI_BAWAH: Final = ", di bawah target"
PENYEBUT: Final = "Periksa: penyebut nol; bila tidak ada yang diukur, pilih status tidak berlaku"
TERBALIK: Final = "Periksa: pembilang melebihi penyebut"
WAJIB: Final = "Wajib: target belum tercapai"
WAJIB_ALASAN: Final = "Wajib: tulis alasannya"
TANPA_STATUS: Final = "Hanya bila status dipilih"
TANPA_BUKTI: Final = "Belum ada bukti"
BUKTI_KURANG: Final = "Lengkapi judul, jenis, dan tempat"
LENGKAP: Final = "Lengkap"


class Rumus(NamedTuple):
    """A formula and what it says before anything is typed."""

    teks: str
    nilai: str | Decimal


class Cek:
    """The formulas of one card."""

    def __init__(self, kartu: Kartu, letak: Letak) -> None:
        self._kartu, self._letak = kartu, letak
        self._indikator = kartu.indikator
        self._angka = tuple(cell for cell in kartu.isian if cell.angka and not self._tambahan(cell))
        self._sel = {cell.medan: letak.sel(cell.baris, cell.kolom) for cell in kartu.isian}
        utama = baris_utama(kartu.kode)
        self._utama = letak.sel(utama, Kolom.ISIAN)
        self._capaian = letak.sel(utama, Kolom.CAPAIAN)

    def _tambahan(self, cell: Isian) -> bool:
        """Whether a cell stands beside the figure: a class of it, or komponen of an official figure."""
        beside = cell.medan == "predikat" and bentuk_wajib(self._indikator) is None
        return beside or (self._indikator.nilai_resmi and cell.medan != "nilai")

    @property
    def dihitung(self) -> bool:
        """Whether the figure is made of other cells."""
        return "nilai" not in self._sel and (bool(self._indikator.komponen) or bool(self._indikator.tahapan))

    def realisasi(self) -> Rumus:
        """The figure that komponen or tahapan make."""
        value = self._nilai()
        shown: str | Decimal = "" if value is None else value
        if self._indikator.tahapan:
            cells = {name: self._sel[f"tahapan.{name}"] for name in self._indikator.tahapan}
            done = "+".join(f'IF({cells[n]}="{SELESAI}",{t.bobot:f},0)' for n, t in self._indikator.tahapan.items())
            return Rumus(f'=IF(COUNTA({",".join(cells.values())})=0,"",{done})', shown)
        names = {name: self._sel[f"komponen.{name}"] for name in self._indikator.komponen}
        expression = lembar_rumus(self._indikator.rumus or "", names)
        return Rumus(f'=IF(COUNT({",".join(names.values())})={len(names)},IFERROR({expression},""),"")', shown)

    def capaian(self) -> Rumus:
        """The capaian of what is typed, unrounded; empty where a cell cannot say it."""
        view, value = self._kartu.pratinjau, self._nilai()
        if view is None:
            return Rumus('=""', "")
        found = view.capaian(value) if value is not None else None
        return Rumus(
            f'=IF(ISNUMBER({self._utama}),{view.rumus(self._utama)},"")', "" if found is None else putus(found)
        )

    def terisi(self) -> Rumus:
        """1 where the figure or a status is there, else 0."""
        count = f"{self._terhitung()}>={self._perlu()}"
        filled = self._awal("status") is not None or len(self._ada()) >= self._perlu()
        return Rumus(f'=IF(OR({self._sel["status"]}<>"",{count}),1,0)', Decimal(int(filled)))

    def utama(self) -> Rumus:
        """What is to be said of the figure as a whole."""
        status, cells = self._sel["status"], ",".join(self._sel[c.medan] for c in self._angka)
        inner = "".join(f'IF({when},"{told}",' for when, told, _ in self._peringatan())
        below = f'IF(ROUND({self._capaian},6)<100,"{DI_BAWAH}","")'
        shown = f'IF(ISNUMBER({self._capaian}),"Capaian "&ROUND({self._capaian},2)&"%"&{below},"{TERISI}")'
        text = (
            f'=IF({status}<>"",IF(COUNTA({cells})>0,"{PILIH_SATU}","Status: "&{status}),'
            f'IF(COUNTA({cells})=0,"{BELUM_DIISI}",IF({self._terhitung()}<{self._perlu()},"{KOSONG}",{inner}{shown}'
            + ")"
            * (3 + len(self._peringatan()))
        )
        return Rumus(text, self._utama_awal())

    def baris(self, kunci: str) -> Rumus | None:
        """What is to be said of another row; None of one that asks for nothing."""
        name = kunci.partition(":")[2]
        cell = self._sel.get(name)
        if name in {"kendala", "solusi"} and cell:
            missing = f'=IF(AND(ISNUMBER({self._capaian}),{cell}=""),IF(ROUND({self._capaian},6)<100,"{WAJIB}",""),"")'
            value = self.capaian().nilai
            below = isinstance(value, Decimal) and value < SERATUS and self._awal(name) is None
            return Rumus(missing, WAJIB if below else "")
        if name == "alasan" and cell:
            status = self._sel["status"]
            text = (
                f'=IF(AND({status}<>"",{cell}=""),"{WAJIB_ALASAN}",IF(AND({status}="",{cell}<>""),"{TANPA_STATUS}",""))'
            )
            return Rumus(text, WAJIB_ALASAN if self._awal("status") and not self._awal("alasan") else "")
        return self._bukti(name) if name.startswith("bukti.") else None

    def _bukti(self, name: str) -> Rumus:
        parts = [self._sel[f"{name}.{part}"] for part in ("judul", "jenis", "tempat", "klasifikasi")]
        filled = [part for part in ("judul", "jenis", "tempat", "klasifikasi") if self._awal(f"{name}.{part}")]
        first = name == "bukti.0"
        figure = ",".join(self._sel[c.medan] for c in self._angka)
        others = ",".join(self._sel[f"bukti.{n}.judul"] for n in range(SLOT_BUKTI))
        none = f'IF(AND(COUNTA({figure})>0,COUNTA({others})=0),"{TANPA_BUKTI}","")' if first else '""'
        whole = "+".join(f'({part}<>"")' for part in parts[:3])
        text = f'=IF(COUNTA({",".join(parts)})=0,{none},IF({whole}<3,"{BUKTI_KURANG}","{LENGKAP}"))'
        if filled:
            return Rumus(text, LENGKAP if {"judul", "jenis", "tempat"} <= set(filled) else BUKTI_KURANG)
        evidence = any(self._awal(f"bukti.{n}.judul") for n in range(SLOT_BUKTI))
        return Rumus(text, TANPA_BUKTI if first and self._ada() and not evidence else "")

    # ── Of what is typed ──

    def _perlu(self) -> int:
        """How many cells make the figure; of tahapan one says that somebody looked."""
        return 1 if self._indikator.tahapan else len(self._angka)

    def _terhitung(self) -> str:
        numeric = self._angka[0].jenis in {JenisIsian.ANGKA, JenisIsian.TANGGAL}
        return f"{'COUNT' if numeric else 'COUNTA'}({','.join(self._sel[c.medan] for c in self._angka)})"

    def _peringatan(self) -> tuple[tuple[str, str, bool], ...]:
        """What may be odd about a complete figure: when, how it is told, and whether it is so already."""
        return tuple(self._peringatan_angka()) if self._angka[0].jenis is JenisIsian.ANGKA else ()

    def _peringatan_angka(self) -> Iterator[tuple[str, str, bool]]:
        value, cell, batas = self._nilai(), self._utama, self._indikator.batas
        if self.dihitung:
            yield f'{cell}=""', PENYEBUT, value is None
        if (pair := pecahan(self._indikator)) and batas.maks is not None and self.dihitung:
            a, b = (self._sel[f"komponen.{name}"] for name in pair)
            over = value is not None and self._bilangan(f"komponen.{pair[0]}") > self._bilangan(f"komponen.{pair[1]}")
            yield f"{a}>{b}", TERBALIK, over
        for bound, sign, word in ((batas.min, "<", "kurang dari"), (batas.maks, ">", "melebihi")):
            if bound is not None:
                wrong = value is not None and (value < bound if sign == "<" else value > bound)
                yield f"{cell}{sign}{bound:f}", f"Periksa: {word} {ringkas(bound, 6)}", wrong

    # ── Of what is there already ──

    def _awal(self, medan: str) -> str | None:
        return self._kartu.awal.get(medan)

    def _ada(self) -> list[Isian]:
        return [cell for cell in self._angka if self._awal(cell.medan) is not None]

    def _bilangan(self, medan: str) -> Decimal:
        return parse_angka(self._awal(medan))

    def _nilai(self) -> Decimal | None:
        """The figure as a number; None where it is not complete or no number."""
        if self._indikator.tahapan:
            done = [t.bobot for name, t in self._indikator.tahapan.items() if self._awal(f"tahapan.{name}") == SELESAI]
            return jumlah(done) if self._ada() else None
        if self._angka[0].jenis is not JenisIsian.ANGKA or len(self._ada()) < len(self._angka):
            return None
        if not self.dihitung:
            return self._bilangan("nilai")
        return nilai_komponen(
            self._indikator, {name: self._bilangan(f"komponen.{name}") for name in self._indikator.komponen}
        )

    def _utama_awal(self) -> str:
        status, there = self._awal("status"), self._ada()
        if status:
            return PILIH_SATU if there else f"Status: {STATUS[status]}"
        if not there:
            return BELUM_DIISI
        if len(there) < self._perlu():
            return KOSONG
        if odd := next((told for _, told, so in self._peringatan() if so), None):
            return odd
        capaian = self.capaian().nilai
        if not isinstance(capaian, Decimal):
            return TERISI
        return f"Capaian {ringkas(capaian, 2)}%{DI_BAWAH if capaian < SERATUS else ''}"


def pecahan(indikator: Indikator) -> tuple[str, str] | None:
    """Returns numerator and denominator of a rumus that is nothing but a part of a whole; None of another."""
    tree = parse_rumus(indikator.rumus).pohon if indikator.rumus else None
    while isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Mult) and isinstance(tree.right, ast.Constant):
        tree = tree.left
    match tree:
        case ast.BinOp(left=ast.Name(id=part), op=ast.Div(), right=ast.Name(id=whole)):
            return part, whole
        case _:
            return None


def lembar_rumus(rumus: str, sel: Mapping[str, str]) -> str:
    """Returns a rumus over komponen as an expression over cells."""
    expression = parse_rumus(rumus)
    return _cabang(expression.pohon, expression.teks, sel)


_OPERATOR: Final[Mapping[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def _cabang(node: ast.expr, teks: str, sel: Mapping[str, str]) -> str:
    match node:
        case ast.Name(id=name):
            return sel[name]
        case ast.UnaryOp(operand=operand):
            return f"(-{_cabang(operand, teks, sel)})"
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_cabang(left, teks, sel)}{_OPERATOR[type(op)]}{_cabang(right, teks, sel)})"
        case _:
            return teks[node.col_offset : node.end_col_offset]
