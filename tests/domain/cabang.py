"""Small pohon kinerja in code, with the lists of programs they lie over."""

from __future__ import annotations

from typing import Any

from sakipgen.domain.pohon import TingkatSimpul
from tests.measuring.builder import UNIT, Susunan

T, S, K, P, G, SUB = TingkatSimpul
KODE = "2021-2026"


def kondisi(induk: str, **fields: Any) -> dict[str, Any]:
    return {"uraian": "Data lengkap.", "induk": induk, "penanggung_jawab": UNIT} | fields


def daftar(*sub: str, sasaran: Any = "S1") -> dict[str, Any]:
    """A year's list with these sub kegiatan, and the kegiatan and program above them."""
    parents = {kode.rpartition(".")[0] for kode in sub}
    roots = {kode.rpartition(".")[0] for kode in parents}
    row = {"penanggung_jawab": UNIT}
    return {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "program": {kode: {"nama": f"Program {kode}", "sasaran": sasaran} | row for kode in sorted(roots)},
        "kegiatan": {kode: {"nama": f"Kegiatan {kode}"} | row for kode in sorted(parents)},
        "sub_kegiatan": {
            kode: {"nama": f"Sub {kode}", "pagu": {"murni": "1000"}, "sumber_dana": "DAU"} | row for kode in sub
        },
    }


def susunan(*sub: str, **pohon: Any) -> Susunan:
    """Sasaran S1 and S2 of tujuan T1, a list of programs, and a tree of these maps."""
    data = Susunan(sasaran={"S1": ["A"], "S2": ["B"]}).ukur("A").ukur("B").janji("A", "1")
    data.program[2024] = daftar(*(sub or ("5.1.1",)))
    data.pohon[KODE] = {"tujuan": {"T1": {}}, "sasaran": {"S1": {}, "S2": {}}} | pohon
    return data
