"""What the state of a unit's report, and the reason of a return, are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.domain.siklus import AlasanKembali
from sakipgen.rekap import KeadaanPengiriman

ALASAN: Final[Mapping[AlasanKembali, str]] = {
    AlasanKembali.BUKTI_KURANG: "bukti kurang",
    AlasanKembali.ANGKA_TIDAK_COCOK: "angka tidak cocok",
    AlasanKembali.ANALISIS_KOSONG: "analisis kosong",
    AlasanKembali.SATUAN_SALAH: "satuan salah",
    AlasanKembali.LAIN_LAIN: "lain-lain",
}
KEADAAN: Final[Mapping[KeadaanPengiriman, str]] = {
    KeadaanPengiriman.BELUM_JATUH_TEMPO: "belum jatuh tempo",
    KeadaanPengiriman.TERLAMBAT: "belum dikirim",
    KeadaanPengiriman.MENUNGGU_PERSETUJUAN: "menunggu persetujuan Sekretaris",
    KeadaanPengiriman.DIKEMBALIKAN: "dikembalikan",
    KeadaanPengiriman.BELUM_DILAPORKAN: "belum dilaporkan",
    KeadaanPengiriman.DISETUJUI: "disetujui",
    KeadaanPengiriman.TIDAK_TERCATAT: "masuk, tanggal kirim tidak tercatat",
}
