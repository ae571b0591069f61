"""Files beside pages and data that tell machines about the site: pictures of pages, `robots.txt`, `security.txt`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Final

from sakipgen.domain.organisasi import Instansi
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import kartu
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages import alamat

ROBOTS: Final = PurePosixPath("robots.txt")
SECURITY: Final = PurePosixPath(".well-known/security.txt")
_BERLAKU: Final = timedelta(days=364)
"""RFC 9116 wants less than a year, counted here from the day of the posisi, since no build knows another day."""


def pendamping(rekap: Rekapitulasi, halaman: Sequence[Lembar]) -> Mapping[PurePosixPath, Callable[[], Iterator[bytes]]]:
    """Returns these files in parts, by their path; pictures only where the address that they need is known."""
    instansi, day = rekap.instansi, rekap.posisi.per_tanggal
    found: dict[PurePosixPath, Callable[[], Iterator[bytes]]] = {ROBOTS: lambda: iter((robots(instansi),))}
    if instansi.perangkat_daerah.pengaduan:
        found[SECURITY] = lambda: iter((security(instansi, day),))
    if instansi.alamat_situs:
        found[PurePosixPath(kartu.SITUS)] = lambda: iter((kartu.png(kartu.kartu_situs(instansi), instansi),))
        for page in halaman:
            if page.berkartu:
                found[PurePosixPath(alamat.kartu(page.path))] = _picture(page, instansi)
    return found


def _picture(page: Lembar, instansi: Instansi) -> Callable[[], Iterator[bytes]]:
    def parts() -> Iterator[bytes]:
        made = page.buat().kartu
        if made is not None:
            yield kartu.png(made, instansi)

    return parts


def robots(instansi: Instansi) -> bytes:
    """Returns `robots.txt`: everything may be read, and where the list of pages is if the address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if instansi.alamat_situs:
        lines.append(f"Sitemap: {alamat.mutlak(instansi, 'sitemap.xml')}")
    return "".join(f"{line}\n" for line in lines).encode()


def security(instansi: Instansi, per_tanggal: date) -> bytes:
    """Returns `security.txt` (RFC 9116): where to tell of a weakness of the site."""
    lines = [
        f"Contact: {instansi.perangkat_daerah.pengaduan}",
        f"Expires: {(per_tanggal + _BERLAKU).isoformat()}T00:00:00Z",
        "Preferred-Languages: id",
    ]
    if instansi.alamat_situs:
        lines.append(f"Canonical: {alamat.mutlak(instansi, str(SECURITY))}")
    return "".join(f"{line}\n" for line in lines).encode()
