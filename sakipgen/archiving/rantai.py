"""The chain of archives: each holds the sum of the one before, in a line that `sha256sum --check` reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.archiving.jumlah import sidik, tentang
from sakipgen.archiving.keterangan import POLA_NAMA
from sakipgen.diagnostics import Diagnostic, Severity
from sakipgen.jumlah_uji import NAMA as JUMLAH

NAMA: Final = "SEBELUMNYA"
_PERTAMA: Final = "Arsip pertama: tidak ada arsip sebelumnya.\n"
_BARIS: Final = re.compile(rf"([0-9a-f]{{64}})  \.\./({POLA_NAMA})/{JUMLAH}\n")
_TERBESAR: Final = 1024


@dataclass(frozen=True, slots=True)
class Mata:
    """An archive as the one after it names it."""

    nama: str
    sidik: str
    """Of its `SHA256SUMS`, which covers all the rest."""

    @property
    def pendek(self) -> str:
        """What is printed on paper."""
        return self.sidik[:12]


def tulis_sebelumnya(mata: Mata | None) -> str:
    """Returns the file that names the archive before."""
    return f"{mata.sidik}  ../{mata.nama}/{JUMLAH}\n" if mata else _PERTAMA


def baca_sebelumnya(folder: Path) -> Mata | None:
    """Returns the archive before this one; None of the first. Raises `ValueError` where the file says neither."""
    path = folder / NAMA
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _TERBESAR:
        raise ValueError(NAMA)
    text = path.read_bytes().decode("utf-8", "replace")
    match = _BARIS.fullmatch(text)
    if match is None and text != _PERTAMA:
        raise ValueError(NAMA)
    return Mata(match[2], match[1]) if match else None


def mata(folder: Path) -> Mata:
    """Returns an archive as the next one will name it."""
    return Mata(folder.name, sidik(folder / JUMLAH))


def semua_arsip(folder: Path) -> tuple[Path, ...]:
    """Returns the archives that lie in a folder, in order of name."""
    if not folder.is_dir():
        return ()
    return tuple(p for p in sorted(folder.iterdir()) if p.is_dir() and re.fullmatch(POLA_NAMA, p.name))


def ujung(folder: Path) -> tuple[Path, ...]:
    """Returns the archives in a folder that no other one there names as the one before it."""
    named = {link.before.nama for link in _rantai(folder) if link.before}
    return tuple(path for path in semua_arsip(folder) if path.name not in named)


@dataclass(frozen=True, slots=True)
class _Sambungan:
    """An archive, and what it says of the one before."""

    folder: Path
    before: Mata | None
    terbaca: bool


def _rantai(folder: Path) -> Iterator[_Sambungan]:
    for path in semua_arsip(folder):
        try:
            yield _Sambungan(path, baca_sebelumnya(path), terbaca=True)
        except ValueError:
            yield _Sambungan(path, None, terbaca=False)


def rantai_utuh(folder: Path) -> Iterator[Diagnostic]:
    """A002 Rantai arsip putus.

    Setiap arsip menyimpan sidik arsip sebelumnya. Bila sidik itu tidak cocok lagi, arsip sebelumnya berubah sesudah
    arsip ini dibuat. Bila dua arsip menyebut arsip sebelumnya yang sama, salah satunya bukan bagian rantai.

    Cara memperbaiki: bandingkan sidik setiap arsip dengan Berita Acara, lalu ambil yang berubah dari salinan lain.
    """
    links = tuple(_rantai(folder))
    shared = Counter(link.before.nama for link in links if link.before)
    firsts = [link.folder.name for link in links if link.terbaca and link.before is None]
    for link in links:
        place = PurePosixPath(link.folder.name) / NAMA
        if not link.terbaca:
            yield tentang(place, "A009", "tidak menyebut arsip sebelumnya menurut bentuknya; ambil dari salinan lain.")
        elif link.before is None:
            if len(firsts) > 1:
                told = ", ".join(f"`{name}`" for name in firsts)
                yield tentang(
                    place, "A002", f"beberapa arsip mengaku yang pertama: {told}; cocokkan dengan Berita Acara."
                )
        elif shared[link.before.nama] > 1:
            yield tentang(
                place,
                "A002",
                f"arsip lain juga menyebut `{link.before.nama}` sebagai arsip sebelumnya; cocokkan keduanya "
                "dengan Berita Acara.",
            )
        elif (there := folder / link.before.nama / JUMLAH).is_file() and (now := sidik(there)) != link.before.sidik:
            yield tentang(
                place,
                "A002",
                f"arsip `{link.before.nama}` berubah sesudah arsip ini dibuat: sidiknya {now[:12]}…, "
                f"seharusnya {link.before.pendek}…; ambil arsip itu dari salinan lain.",
            )


def rantai_lengkap(folder: Path) -> Iterator[Diagnostic]:
    """A003 Arsip sebelumnya tidak ada di sampingnya.

    Arsip ini menyebut arsip sebelumnya, tetapi arsip itu tidak ada di folder yang sama, sehingga rantainya tidak dapat
    diperiksa sampai awal. Ini peringatan bila yang tidak ada hanya arsip yang paling tua, misalnya karena disimpan di
    tempat lain, dan galat bila arsip yang lebih tua lagi justru ada.

    Cara memperbaiki: letakkan salinan arsip sebelumnya di samping arsip ini, lalu periksa lagi.
    """
    links = tuple(_rantai(folder))
    there = {link.folder.name for link in links}
    starts = [link for link in links if link.before is None or link.before.nama not in there]
    tingkat = Severity.ERROR if len(starts) > 1 else Severity.WARNING
    for link in starts:
        if link.before:
            yield tentang(
                PurePosixPath(link.folder.name) / NAMA,
                "A003",
                f"arsip sebelumnya, `{link.before.nama}`, tidak ada di folder yang sama; letakkan salinannya di sana.",
                tingkat,
            )
