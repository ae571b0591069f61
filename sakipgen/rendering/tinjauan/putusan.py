"""The verdict, in one sentence: what every form of a review says first or last."""

from __future__ import annotations

from typing import Final

from sakipgen.reviewing.laporan import LaporanTinjauan

BELUM_TERUKUR: Final = "Perubahan angka belum dapat dihitung: perbaiki dahulu hal yang wajib."


def putusan(laporan: LaporanTinjauan) -> str:
    """Returns whether a proposal passes, and who decides."""
    warned = f", {laporan.peringatan} hal perlu dicek" if laporan.peringatan else ""
    if laporan.galat:
        return f"✖ Belum dapat disetujui: {laporan.galat} hal wajib diperbaiki{warned}."
    return f"✔ Lolos pemeriksaan{warned}. Keputusan ada pada {' dan '.join(laporan.persetujuan)}."
