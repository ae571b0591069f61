"""Rules of a year at random: formula variants, floor, cap, scale with its reading of gaps, means, completeness."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any, Final

from tests.measuring.builder import AKIP88, PERMENDAGRI86

_IKM: Final[Mapping[str, Any]] = {
    "nama": "Mutu pelayanan",
    "dasar": "Permen PANRB 14 Tahun 2017",
    "presisi_tabel": "2",
    "kelas": [
        {"kode": "A", "label": "A", "min": "88.31", "maks": "100"},
        {"kode": "B", "label": "B", "min": "76.61", "maks": "88.30"},
        {"kode": "C", "label": "C", "min": "65.00", "maks": "76.60"},
        {"kode": "D", "label": "D", "min": "25.00", "maks": "64.99"},
    ],
}
_LAN: Final[Mapping[str, Any]] = {
    "nama": "Empat kelas",
    "dasar": "LAN",
    "kelas": [
        {"kode": "4", "label": "Sangat berhasil", "min": "85"},
        {"kode": "3", "label": "Berhasil", "min": "70", "maks": "85", "maks_termasuk": "tidak"},
        {"kode": "2", "label": "Cukup", "min": "55", "maks": "70", "maks_termasuk": "tidak"},
        {"kode": "1", "label": "Tidak berhasil", "maks": "55", "maks_termasuk": "tidak"},
    ],
}


def metode(acak: Random) -> dict[str, Any]:
    """Returns what differs from the builder's default policy.

    Without a cap there is no geometric mean: the binary numbers of the other implementations could not follow it.
    """
    goals = acak.choice(("rerata", "rerata", "berbobot", "geometrik"))
    whole = acak.choice(("rerata_sasaran", "berbobot", "geometrik", "rerata_iku"))
    caps = ("100", "110.5", "120", "120", "150")
    scale = acak.choice((PERMENDAGRI86, PERMENDAGRI86, AKIP88, _IKM, _LAN))
    return {
        "formula": {
            "turun": acak.choice(("turun_selisih", "turun_rasio")),
            "stabil": acak.choice(("stabil_selisih", "stabil_rasio")),
            "rentang": acak.choice(("rentang", "rentang_turun")),
        },
        "lantai": acak.choice(("0", "12.345") if "geometrik" in {goals, whole} else ("0", "0", None, "-50", "12.345")),
        "batas_agregat": acak.choice(caps if "geometrik" in {goals, whole} else (*caps, None, None)),
        "skala": {**scale, "celah": acak.choice(("bulatkan", "batas_bawah", "batas_atas"))},
        "agregasi_sasaran": goals,
        "agregasi_perangkat_daerah": whole,
        "ambang_kelengkapan": acak.choice(("0", "80", "80", "92.5", "100")),
    }
