"""The form for one figure: what its answers change in a row of the report. An empty answer changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sakipgen.forms.beda import Beda
from sakipgen.forms.isian import KALIMAT, Isian, ambil, bukti_ke, daftar_isian
from sakipgen.forms.ketikan import SALAH_KETIK, baca_ketikan
from sakipgen.forms.sel import Keliru, sama
from sakipgen.forms.temuan import Temuan
from sakipgen.kiriman.borang import Jenis, judul
from sakipgen.kiriman.letak import Letak

Pohon = Mapping[str, Any]
Kata = dict[str, str | None]
"""What is wanted, by field of the report's row."""
_ANGKA: Final = judul(Jenis.ANGKA, "angka")
_KALIMAT: Final = tuple(name for name in KALIMAT if name != "sumber")
"""The sentences that the form has a field for."""
_JENIS_BUKTI: Final = "dokumen"
"""The kind of evidence whose kind nobody told."""


def baca_angka(isi: Mapping[str, str], letak: Letak, row: Pohon) -> tuple[tuple[Beda, ...], tuple[Temuan, ...]]:
    """Returns what a form changes, and what of it cannot be taken."""
    cells = {cell.medan: cell for cell in daftar_isian(letak.kode, letak.indikator)}
    figures = [cell for cell in cells.values() if cell.angka]
    said, found = baca_nilai(isi.get("angka", ""), figures, _ANGKA)
    wanted: Kata = {**said}
    for name in ("status", *_KALIMAT):
        value = baca_ketikan(cells[name], isi.get(name, ""))
        if isinstance(value, Keliru):
            found = (*found, Temuan(value.kode, value.pesan, None, judul(Jenis.ANGKA, name)))
        elif value:
            wanted[name] = value
    if said:  # a figure takes the place of a status, and a status that of a figure
        wanted = {"status": None, "alasan": None, **wanted}
    elif "status" in wanted:
        wanted = {**dict.fromkeys(cell.medan for cell in figures), **wanted}
    evidence, wrong = baca_bukti(isi, letak.kode, row, Jenis.ANGKA)
    return beda((*cells.values(), *bukti_ke(letak.kode, _nomor(evidence))), row, wanted | evidence), (*found, *wrong)


def beda(cells: Sequence[Isian], row: Pohon, kata: Kata) -> tuple[Beda, ...]:
    """Returns the cells of which something else is wanted than the row says."""
    unique = {cell.medan: cell for cell in cells}
    return tuple(
        Beda(cell, ambil(cell, row), kata[medan], "")
        for medan, cell in unique.items()
        if medan in kata and not sama(cell, ambil(cell, row), kata[medan])
    )


def _nomor(evidence: Mapping[str, object]) -> int:
    return next((int(medan.split(".")[1]) for medan in evidence), 0)


def baca_nilai(teks: str, figures: Sequence[Isian], di: str) -> tuple[dict[str, str], tuple[Temuan, ...]]:
    """Returns the figure: alone, or line by line as `jp20: 2871`; and the lines that say none."""
    names = {cell.medan.partition(".")[2] or cell.medan: cell for cell in figures}
    lines = [line.strip() for line in teks.splitlines() if line.strip()]
    alone = "nilai" if "nilai" in names else next(iter(names)) if len(names) == 1 else ""
    said: dict[str, str] = {}
    found: list[Temuan] = []
    for line in lines:
        name, colon, text = (part.strip() for part in line.partition(":"))
        if not colon and len(lines) == 1:
            name, text = alone, line
        cell = names.get(name)
        if cell is None:
            found.append(Temuan(SALAH_KETIK, _bukan_isian(line, tuple(names)), None, di))
        elif cell.medan in said:
            found.append(Temuan(SALAH_KETIK, f"`{name}` ditulis dua kali; hapus salah satunya.", None, di))
        else:
            value = baca_ketikan(cell, text)
            if isinstance(value, str):
                said[cell.medan] = value
            else:
                wrong = value or Keliru(SALAH_KETIK, "angkanya kosong; tulis angkanya di belakang titik dua.")
                found.append(Temuan(wrong.kode, wrong.pesan, None, f"{di}, {cell.nama}"))
    return said, tuple(found)


def _bukan_isian(line: str, names: Sequence[str]) -> str:
    shown = line if len(line) <= 40 else f"{line[:37]}…"
    if len(names) == 1:
        return f"“{shown}” tidak dikenal; tulis angkanya saja."
    examples = ", ".join(f"`{name}: …`" for name in names)
    return f"“{shown}” tidak dikenal; tulis satu baris untuk setiap isian: {examples}."


def baca_bukti(isi: Mapping[str, str], kode: str, row: Pohon, jenis: Jenis) -> tuple[Kata, tuple[Temuan, ...]]:
    """Returns the piece of evidence that a form brings: one more, or another place of the one with the same title."""
    texts = {name: isi.get(f"bukti.{name}", "") for name in ("judul", "jenis", "tempat")}
    if not any(texts.values()):
        return {}, ()
    said: dict[str, str] = {}
    found: list[Temuan] = []
    for name, cell in zip(texts, bukti_ke(kode, 0), strict=False):
        value = baca_ketikan(cell, texts[name])
        if isinstance(value, Keliru):
            found.append(Temuan(value.kode, value.pesan, None, judul(jenis, f"bukti.{name}")))
        elif value:
            said[name] = value
        elif name != "jenis":
            message = "belum diisi; bukti punya judul dan tempat: nomor arsip, atau tautan `https://…`."
            found.append(Temuan("X012", message, None, judul(jenis, f"bukti.{name}")))
    if found:
        return {}, tuple(found)
    titles = list(_judul_bukti(row))
    number = titles.index(said["judul"]) if said["judul"] in titles else len(titles)
    if number == len(titles):
        said.setdefault("jenis", _JENIS_BUKTI)
    return {f"bukti.{number}.{name}": value for name, value in said.items()}, ()


def _judul_bukti(row: Pohon) -> Iterator[str]:
    for item in row.get("bukti") or ():
        title = item.get("judul") if isinstance(item, dict) else None
        yield title if isinstance(title, str) else ""
