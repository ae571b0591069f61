"""What each status of a figure means, for readers of the data, and each mark beside one in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.domain.realisasi import Status, Tanda

ARTI: Final[Mapping[Status, str]] = {
    Status.ADA: "Angkanya ada.",
    Status.MENUNGGU_RILIS: "Pemilik data belum menerbitkan angkanya; alasannya disebut.",
    Status.TIDAK_TERSEDIA: "Angkanya tidak dapat diperoleh; alasannya disebut.",
    Status.TIDAK_BERLAKU: "Indikator tidak diukur pada periode itu.",
    Status.BELUM_JATUH_TEMPO: "Batas penyampaiannya belum lewat.",
    Status.TERLAMBAT: "Batas penyampaiannya sudah lewat dan angkanya belum disampaikan.",
    Status.MENUNGGU_PERSETUJUAN: "Angkanya sudah dikirim dan menunggu persetujuan.",
    Status.DIKEMBALIKAN: "Angkanya dikembalikan untuk dilengkapi.",
    Status.BELUM_DILAPORKAN: "Angkanya belum dilaporkan.",
    Status.TIDAK_DITARGETKAN: "Indikator tidak mempunyai target pada periode itu.",
    Status.BELUM_DITETAPKAN: "Angkanya ada, tetapi targetnya belum ditetapkan.",
}

TANDA: Final[Mapping[Tanda, str]] = {
    Tanda.SEMENTARA: "sementara",
    Tanda.DIKOREKSI: "dikoreksi",
    Tanda.DATA_TERDAHULU: "data terdahulu",
    Tanda.REALISASI_TANPA_TARGET: "realisasi tanpa target",
    Tanda.PERLU_DIPERIKSA_ULANG: "perlu diperiksa ulang",
}
