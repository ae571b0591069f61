"""Takes out of a file what is told about it: names, places, times, programs. What it shows stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sakipgen.domain.isi_bukti import JenisIsi
from sakipgen.inspecting.bersih import Bersih, TakDapatDibersihkanError
from sakipgen.inspecting.gambar import bersih_jpeg, bersih_png
from sakipgen.inspecting.jenis import kenali
from sakipgen.terkurung import TerlaluBeratError, terkurung

_RUSAK: Final = "berkas ini rusak; buka dengan aplikasinya, simpan ulang, lalu coba lagi."
_BERAT: Final = "berkas ini terlalu berat untuk dibuka dengan aman; cetak ulang ke PDF, lalu coba lagi."


def bersihkan(isi: bytes) -> Bersih:
    """Returns the bytes without their metadata, made in a process with limits; raises for what cannot be cleaned."""
    clean = _CARA.get(kind := kenali(isi))
    if clean is None:
        raise TakDapatDibersihkanError(
            f"{kind} tidak dapat dibersihkan; yang dapat PDF, JPG, PNG, XLSX, dan DOCX; cetak dahulu ke PDF."
        )
    try:
        return terkurung(clean, isi)
    except (TakDapatDibersihkanError, ImportError):
        raise
    except TerlaluBeratError:
        raise TakDapatDibersihkanError(_BERAT) from None
    except Exception:  # noqa: BLE001 - parsers fail in their own ways on what anybody sends
        raise TakDapatDibersihkanError(_RUSAK) from None


def _pdf(isi: bytes) -> Bersih:
    from sakipgen.inspecting.pdf import bersih_pdf  # noqa: PLC0415 - slow to import

    return bersih_pdf(isi)


def _office(isi: bytes) -> Bersih:
    from sakipgen.inspecting.office import bersih_office  # noqa: PLC0415 - slow to import

    return bersih_office(isi)


def _teks(isi: bytes) -> Bersih:
    """A text is all that it says."""
    return Bersih(isi, ())


_CARA: Final[Mapping[JenisIsi, Callable[[bytes], Bersih]]] = {
    JenisIsi.PDF: _pdf,
    JenisIsi.XLSX: _office,
    JenisIsi.DOCX: _office,
    JenisIsi.JPEG: bersih_jpeg,
    JenisIsi.PNG: bersih_png,
    JenisIsi.TEKS: _teks,
}
