"""The table of what changed over time, filled with raw values in the order of `kolom_riwayat.py`."""

from __future__ import annotations

from typing import Final

from sakipgen.rekap import BarisPerubahan
from sakipgen.rendering import kolom_riwayat as kolom
from sakipgen.rendering.tabel import Baris, Pengisi


def _perubahan(row: BarisPerubahan) -> Baris:
    kunci = row.kunci
    return (
        row.id,
        row.waktu.isoformat(),
        row.waktu.date(),
        row.jenis,
        kunci.dokumen,
        kunci.kode or None,
        str(kunci.periode) if kunci.periode else None,
        kunci.versi or None,
        kunci.bagian,
        row.lama.angka if row.lama else None,
        row.baru.angka if row.baru else None,
        row.lama.tertulis if row.lama else None,
        row.baru.tertulis if row.baru else None,
        row.alasan,
        row.unit,
        " ".join(row.disetujui_oleh) or None,
        row.koreksi,
        row.usulan,
        row.revisi,
        str(row.berkas),
    )


ISI: Final[tuple[Pengisi, ...]] = (
    (kolom.PERUBAHAN, lambda rekap: map(_perubahan, rekap.riwayat.baris if rekap.riwayat else ())),
)
"""The table with what fills it."""
