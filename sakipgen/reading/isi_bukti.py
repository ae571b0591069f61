"""What is wrong with one piece of evidence, whoever names it: its size, its kind, what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.diagnostics import START
from sakipgen.domain.dataset import BATAS_BUKTI, BerkasBukti
from sakipgen.domain.isi_bukti import Bahaya, IsiBukti, JenisIsi, Keterbacaan
from sakipgen.reading.naskah import Finding
from sakipgen.reading.pribadi import PESAN_RAHASIA

_AKHIRAN: Final = {
    "pdf": JenisIsi.PDF,
    "jpg": JenisIsi.JPEG,
    "jpeg": JenisIsi.JPEG,
    "png": JenisIsi.PNG,
    "xlsx": JenisIsi.XLSX,
    "docx": JenisIsi.DOCX,
    "csv": JenisIsi.TEKS,
}
_DITERIMA: Final = "PDF, JPG, PNG, XLSX, DOCX, dan CSV"
_SEBUTAN: Final = {JenisIsi.TEKS: "tabel CSV"}
"""What a kind is called where a name asks for it."""
_TERKUNCI: Final = "dikunci dengan kata sandi"
_MIB: Final = 1024 * 1024


def check_isi(path: str, bukti: BerkasBukti) -> Iterator[Finding]:
    """Yields B006, B007, B011 to B014 and D006 for a piece of evidence."""
    suffix = path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
    wanted = _AKHIRAN.get(suffix)
    if wanted is None:
        shown = f"berkas `.{suffix}`" if suffix else "berkas tanpa akhiran nama"
        yield _temuan("B011", f"{shown} tidak diterima sebagai bukti; yang diterima {_DITERIMA}; simpan sebagai PDF.")
    elif bukti.ukuran > BATAS_BUKTI:
        yield _temuan(
            "B007",
            f"{-(-bukti.ukuran // _MIB)} MiB melebihi {BATAS_BUKTI // _MIB} MiB; pindai ulang dengan 150 dpi, atau "
            "titipkan di arsip kantor dan tulis `nomor_arsip`.",
        )
    elif bukti.isi:
        yield from _menurut_isi(bukti.isi, wanted)
    if bukti.isi and bukti.isi.rahasia:
        yield _temuan("D006", PESAN_RAHASIA)


def _menurut_isi(isi: IsiBukti, wanted: JenisIsi) -> Iterator[Finding]:
    name = _SEBUTAN.get(wanted, wanted)
    if isi.jenis is JenisIsi.KOSONG or isi.terbaca is Keterbacaan.RUSAK:
        found = "berkas ini kosong" if isi.jenis is JenisIsi.KOSONG else "berkas ini rusak dan tidak dapat dibuka"
        yield _temuan("B014", f"{found}; bukti harus dapat dibuka siapa pun; simpan ulang, lalu unggah lagi.")
    elif isi.jenis is not wanted:
        right = next((suffix for suffix, kind in _AKHIRAN.items() if kind is isi.jenis), None)
        also = f", atau ganti akhiran namanya menjadi `.{right}`" if right else ""
        yield _temuan(
            "B006",
            f"isi berkas bukan {name}, melainkan {isi.jenis}; nama dan isi harus sejenis; simpan ulang sebagai "
            f"{name}{also}.",
        )
    elif isi.terbaca is Keterbacaan.BERAT:
        yield _temuan(
            "B014",
            "berkas ini terlalu berat untuk dibuka dengan aman; bukti harus dapat dibuka di komputer mana pun; cetak "
            "ulang ke PDF, lalu unggah hasilnya.",
        )
    elif isi.bahaya:
        held = " dan ".join(f"memuat {danger}" if danger is not Bahaya.SANDI else _TERKUNCI for danger in isi.bahaya)
        if wanted is JenisIsi.PDF:
            yield _temuan(
                "B012",
                f"PDF ini {held}; bukti hanya memuat halaman yang dapat dibaca; buka berkasnya, cetak ulang ke "
                "PDF, lalu unggah hasilnya.",
            )
        else:
            yield _temuan(
                "B013",
                f"berkas ini {held}; bukti hanya memuat isi yang dapat dibaca; simpan sebagai PDF, atau hapus "
                "bagian itu lalu simpan lagi.",
            )


def _temuan(code: str, message: str) -> Finding:
    return Finding(START, code, message)
