"""The third implementation: a workbook of formulas, without a cached value, that LibreOffice computes.

A spreadsheet computes in binary numbers of some fifteen digits. What these cannot tell (`ketelitian`) is left to the
other two implementations: the workbook takes it as published, so that the means above it can still be computed.
"""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from tests.oracle.ketelitian import TERBESAR, baris_terbaca, terbaca
from tests.oracle.rumus_lembar import MENTAH, TAK_TERBATAS, Sel, Tabel, cetak, rerata
from tests.oracle.terbitan import Angka, Baris, Kunci, Terbitan

BAGIAN: Final[Mapping[str, tuple[str, ...]]] = {
    "capaian": ("capaian_mentah", "capaian", "capaian_agregat", "tercapai", "kategori"),
    "sasaran": ("capaian", "kategori"),
    "perangkat_daerah": ("capaian", "kategori"),
}
"""What each sheet answers in its second column, divided by `|`."""
_NAMA: Final = "uji"
_PROFIL: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""Settings that make LibreOffice compute every formula on loading."""
_CSV: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, quotes, UTF-8, every sheet to a file of its own."""


class Buku:
    """The workbook of one site, and which rows of it are to give the published figures again."""

    def __init__(self, workbook: Any, terbitan: Terbitan) -> None:
        self.buku = workbook
        self.terbitan = terbitan
        self.metode = {row["tahun"]: row for row in terbitan.baca("metode")}
        self.polaritas = {row["id"]: row["polaritas"] for row in terbitan.baca("indikator")}
        self.anggota: dict[tuple[str, str, str], list[Baris]] = {}
        for row in terbitan.baca("anggota"):
            self.anggota.setdefault((row["tahun"], row["jenis"], row["kode"]), []).append(row)
        self.skala: dict[str, Tabel] = {}
        self.agregat: dict[str, str] = {}
        """The cell of capaian_agregat by the id of its row."""
        self.besar: set[str] = set()
        """Rows with a figure so large that no mean over it can be told."""
        self.belum: set[str] = set()
        """Rows that count in no group yet."""
        self.dibandingkan: set[tuple[str, str]] = set()
        """Table and id of every row that the workbook computes."""

    def tulis(self) -> None:
        self._skala()
        self._capaian()
        self._kelompok()

    # ── Sheets ──

    def _skala(self) -> None:
        sheet = self.buku.add_worksheet("skala")
        lines = [(tahun, list(rows)) for tahun, rows in groupby(self.terbitan.baca("skala"), lambda row: row["tahun"])]
        line = 0
        for tahun, rows in lines:
            metode = self.metode[tahun]
            self.skala[tahun] = Tabel(line + 1, line + len(rows), metode["celah"], metode["presisi_tabel"])
            for row in rows:
                sheet.write_string(line, 0, row["kode"])
                for n, side in enumerate(("min", "maks")):
                    if row[side]:
                        sheet.write_number(line, 1 + 2 * n, float(row[side]))
                    sheet.write_number(line, 2 + 2 * n, float(row[f"{side}_termasuk"] == "ya"))
                line += 1

    def _capaian(self) -> None:
        """Inputs in D–H, the three figures in I–K."""
        sheet = self.buku.add_worksheet("capaian")
        rows = list(self.terbitan.baca("capaian"))
        self.belum = {row["id"] for row in rows if row["terhitung"] == "tidak"}
        for n, row in enumerate(row for row in rows if row["target"] and row["realisasi"]):
            sheet.write_string(n, 0, row["id"])
            if baris_terbaca(row):
                self.dibandingkan.add(("capaian", row["id"]))
                self._rumus(sheet, n, row)
            elif row["capaian_agregat"]:
                sheet.write_number(n, 10, float(row["capaian_agregat"]))
            if row["capaian_agregat"]:
                self.agregat[row["id"]] = f"capaian!K{n + 1}"
                if abs(Decimal(row["capaian_agregat"])) >= TERBESAR:
                    self.besar.add(row["id"])

    def _rumus(self, sheet: Any, n: int, row: Baris) -> None:
        inputs = ("target", "target_maks", "baseline", "realisasi", "capaian_dinyatakan")
        for column, name in enumerate(inputs, 3):
            if row[name]:
                sheet.write_number(n, column, float(row[name]))
        line = n + 1
        raw, value, capped = f"I{line}", f"J{line}", f"K{line}"
        strict = row["target_tanda"] in {"<", ">"}
        turun = self.polaritas[row["indikator"]] == "turun"
        upper = "E" if row["target_maks"] else "D"
        t, u, b, r, stated = (f"{column}{line}" for column in ("D", upper, *"FGH"))
        cells = Sel(t, u, b, r, stated, turun, strict)
        sheet.write_formula(n, 8, "=" + MENTAH[row["formula"]](cells))
        floor, cap = self.metode[row["tahun"]]["lantai"], self.metode[row["tahun"]]["batas_agregat"]
        lowest = f"MAX({raw},{floor})" if floor else raw
        sheet.write_formula(n, 9, f'=IF({raw}="","",IF({raw}="{TAK_TERBATAS}",{cap or 200},{lowest}))')
        sheet.write_formula(n, 10, f'=IF({value}="","",{f"MIN({value},{cap})" if cap else value})')
        reached = f"ROUND({raw},10)>=100" + (f",{cells.r}<>{cells.t}" if strict else "")
        parts = (
            f'IF(ISNUMBER({raw}),{cetak(raw)},"")',
            cetak(value),
            cetak(capped),
            f'IF(ISNUMBER({raw}),IF(AND({reached}),"ya","tidak"),"ya")',
            self.skala[row["tahun"]].kategori(value),
        )
        sheet.write_formula(n, 1, f'=IF({value}="","",{_gabung(parts)})')

    def _kelompok(self) -> None:
        """The mean in C; the perangkat daerah on a sheet of its own."""
        sheet = self.buku.add_worksheet("sasaran")
        means: dict[str, list[tuple[Baris, str]]] = {}
        for n, row in enumerate(self.terbitan.baca("sasaran")):
            members = self._anggota(row["tahun"], row["jenis"], row["kode"], row["periode"])
            cara = self.metode[row["tahun"]]["agregasi_sasaran"]
            cells, weights = self._sel(members, row["periode"])
            sheet.write_string(n, 0, row["id"])
            sheet.write_formula(n, 2, f"={rerata(cara, cells, weights)}" if cells else '=""')
            self._jawab(sheet, n, "sasaran", row, enough=f"{len(cells)}={len(members)}", members=members)
            if row["jenis"] == "sasaran":
                means.setdefault(row["periode"], []).append((row, f"sasaran!C{n + 1}"))
        self._perangkat_daerah(means)

    def _perangkat_daerah(self, means: Mapping[str, list[tuple[Baris, str]]]) -> None:
        sheet = self.buku.add_worksheet("perangkat_daerah")
        for n, row in enumerate(self.terbitan.baca("perangkat_daerah")):
            metode = self.metode[row["tahun"]]
            tahun, periode = row["tahun"], row["periode"]
            groups = self.anggota.get((tahun, "perangkat_daerah", "kepala"), [])
            weights = {group["anggota"]: group["bobot"] for group in groups}
            members = [m for g in groups for m in self._anggota(tahun, "sasaran", g["anggota"], periode)]
            found = means.get(periode, [])
            cara = metode["agregasi_perangkat_daerah"]
            if cara == "rerata_iku":
                members = self._anggota(tahun, "iku", "kepala", periode)
                cells, bobot = self._sel(members, periode)
            else:
                cells, bobot = [cell for _, cell in found], [weights[s["kode"]] for s, _ in found]
            measured, _ = self._sel(members, periode)
            cara = "rerata" if cara.startswith("rerata") else cara
            sheet.write_string(n, 0, row["id"])
            sheet.write_formula(n, 2, f"={rerata(cara, cells, bobot)}" if cells else '=""')
            enough = f"100*{len(measured)}>={metode['ambang_kelengkapan']}*{len(members)}"
            self._jawab(sheet, n, "perangkat_daerah", row, enough=enough, members=members)

    def _anggota(self, tahun: str, jenis: str, kode: str, periode: str) -> list[Baris]:
        """The members of a group in a period."""
        members = self.anggota.get((tahun, jenis, kode), [])
        return [m for m in members if f"{m['anggota']}:{periode}" not in self.belum]

    def _sel(self, members: Iterable[Baris], periode: str) -> tuple[list[str], list[str]]:
        """The cells of those that are measured, and their weights."""
        found = [(cell, m["bobot"]) for m in members if (cell := self.agregat.get(f"{m['anggota']}:{periode}"))]
        return [cell for cell, _ in found], [weight for _, weight in found]

    def _jawab(self, sheet: Any, n: int, tabel: str, row: Baris, *, enough: str, members: Iterable[Baris]) -> None:
        mean = f"C{n + 1}"
        parts = (cetak(mean), self.skala[row["tahun"]].kategori(mean))
        sheet.write_formula(n, 1, f'=IF(OR({mean}="",NOT({enough})),"",{_gabung(parts)})')
        large = any(f"{m['anggota']}:{row['periode']}" in self.besar for m in members)
        if not large and (not row["capaian"] or terbaca(row["capaian"])):
            self.dibandingkan.add((tabel, row["id"]))


def _gabung(parts: Sequence[str]) -> str:
    """The parts of an answer in one cell; the prefix is how a workbook writes a function of after 2007."""
    return f'_xlfn.TEXTJOIN("|",FALSE,{",".join(parts)})'


def hitung(soffice: str, workbook: Path) -> None:
    """Lets LibreOffice compute a workbook and write its sheets beside it as CSV."""
    profile = workbook.parent / "profil"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFIL, encoding="utf-8")
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            _CSV,
            "--outdir",
            str(workbook.parent),
            str(workbook),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def jawaban(workbook: Path, dibandingkan: set[tuple[str, str]]) -> Angka:
    """Returns what the computed sheets say of the rows that can be compared."""
    return {
        Kunci(tabel, key, kolom): text
        for tabel, columns in BAGIAN.items()
        for key, answer in _baca(workbook.with_name(f"{workbook.stem}-{tabel}.csv"))
        if (tabel, key) in dibandingkan and answer
        for kolom, text in zip(columns, answer.split("|"), strict=True)
        if text
    }


def _baca(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield row[0], row[1]
