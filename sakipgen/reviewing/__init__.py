"""Two trees beside each other: what a proposal changes, whether it may, and what follows from it.

A rule is a function whose docstring is its page in the manual, as in `checking`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final

from sakipgen.reviewing import (
    kepemilikan,
    kunci,
    kunci_bukti,
    kunci_catatan,
    kunci_hasil,
    kunci_nanti,
    kunci_pk,
    kunci_susunan,
    laporan,
    penggabungan,
)

_BERMANUAL: Final[tuple[Callable[..., Any], ...]] = (
    *(kepemilikan.milik_sendiri, kepemilikan.pemisahan_tugas, kepemilikan.data_terpisah, kepemilikan.tanpa_program),
    *(laporan.baca_laporan, kepemilikan.akun_dikenal, kunci.angka_terkunci, kunci.cara_terkunci),
    *(kunci.kondisi_awal_berubah, kunci.anggaran_berubah, kunci_bukti.naskah_terkunci, kunci_hasil.hasil_terkunci),
    *(kunci_pk.target_terkunci, kunci_pk.pk_tetap, kunci_pk.pk_berlaku_surut, kunci_pk.renstra_tetap),
    *(kunci_catatan.koreksi_tetap, kunci_catatan.penutupan_tetap, kunci_catatan.proses_tetap),
    *(kunci_catatan.proses_ditambah, kunci_catatan.teks_berubah, kunci_nanti.bertanggal_nanti),
    kunci_susunan.susunan_berubah,
    *(penggabungan.tercatat, penggabungan.cocok, penggabungan.riwayat_utuh, penggabungan.sesuai_persetujuan),
    penggabungan.penulis_dikenal,
)


def manual() -> Mapping[str, str]:
    """Returns the manual page of every rule by code: a title line, a blank line, cause and cure."""
    pages = ((inspect.getdoc(rule) or "").partition(" ") for rule in _BERMANUAL)
    return dict(sorted((code, text) for code, _, text in pages))
