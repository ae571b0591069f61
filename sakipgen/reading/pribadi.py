"""Personal data and secrets in the text of a file or in the name of one: told where they stand, never what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.diagnostics import START
from sakipgen.domain.pribadi import Pribadi, cari_pribadi
from sakipgen.domain.rahasia import cari_rahasia
from sakipgen.reading.naskah import Finding, Lines

_KONTAK: Final = frozenset({Pribadi.TELEPON, Pribadi.SUREL})
"""What an office publishes of itself."""
_KODE: Final = {Pribadi.NIK: "D001", Pribadi.NIP: "D002"}
_SISA: Final = "data pribadi tidak ditulis dalam data"
_CARA: Final = {
    Pribadi.NIK: "hapus nomor itu",
    Pribadi.NIP: "hapus nomor itu, sebut jabatannya bila perlu",
    Pribadi.TELEPON: "hapus nomor itu, sebut unit kerjanya",
    Pribadi.SUREL: "hapus alamat itu, sebut unit kerjanya",
}
PESAN_RAHASIA: Final = (
    "ada kunci rahasia atau kata sandi (isinya tidak ditampilkan); yang pernah tersimpan di sini dianggap sudah "
    "diketahui orang; cabut kuncinya sekarang juga di tempat asalnya, baru hapus dari sini."
)


def check_pribadi(text: str, lines: Lines, *, kontak: bool = False) -> Iterator[Finding]:
    """Yields D001, D002, D004 and D006 for a text; with `kontak` it is one that may tell how to reach the office."""
    for found in cari_pribadi(text):
        if not (kontak and found.jenis in _KONTAK):
            yield Finding(lines.position(found.awal), _kode(found.jenis), _pesan("isian ini", found.jenis))
    if (at := cari_rahasia(text)) is not None:
        yield Finding(lines.position(at), "D006", PESAN_RAHASIA)


def check_nama(nama: str) -> Finding | None:
    """Returns what of D001, D002 and D004 is wrong with the name of a file."""
    found = next(iter(cari_pribadi(nama)), None)
    return found and Finding(START, _kode(found.jenis), _pesan("nama berkas ini", found.jenis, "ganti nama berkasnya"))


def _kode(jenis: Pribadi) -> str:
    return _KODE.get(jenis, "D004")


def _pesan(apa: str, jenis: Pribadi, cara: str | None = None) -> str:
    shown = "alamatnya" if jenis is Pribadi.SUREL else "nomornya"
    cure = cara or _CARA.get(jenis, "hapus nomor itu")
    return f"{apa} diduga {'memuat ' if cara else ''}{jenis} ({shown} tidak ditampilkan); {_SISA}; {cure}."
