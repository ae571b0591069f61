"""All files of the open data beside the pages, by their path below the site's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.berkas import buku_kerja, csvw, datapackage, kalender, katalog, parquet, versi
from sakipgen.rendering.berkas.api import Api
from sakipgen.rendering.berkas.gudang import Gudang, Isi
from sakipgen.rendering.berkas.katalog import Sebaran
from sakipgen.rendering.rilis import Rilis
from sakipgen.rendering.tabel import Tabel

BUKU_KERJA: Final = opendata.FOLDER / "sakip.xlsx"
PAKET: Final = opendata.FOLDER / "datapackage.json"
SEMUA: Final = opendata.FOLDER / opendata.SEMUA
PARQUET: Final = opendata.FOLDER / "parquet"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PROFIL: Final = "https://datapackage.org/profiles/2.0/datapackage.json"


def gudang(
    rekap: Rekapitulasi,
    rilis: Rilis,
    tabel: Sequence[Tabel],
    versi_pembuat: str,
    lain: Mapping[PurePosixPath, Isi],
    naskah: Sequence[Mapping[PurePosixPath, Isi]] = (),
    *,
    dengan_parquet: bool,
) -> Gudang:
    """Returns every file: the workbook, which is as much work as all others, and the others.

    `lain` are no data, `naskah` are groups of papers.
    """
    others: dict[PurePosixPath, Isi] = {
        **opendata.render_tables(rekap),
        **{skema(one.nama): partial(csvw.render, rilis, one) for one in tabel},
        **(_parquet(tabel) if dengan_parquet else {}),
        **Api(rekap, rilis, tabel).berkas(),
        **kalender.berkas(rekap, rilis),
        versi.VERSI: partial(versi.render, rekap, rilis, versi_pembuat),
        **lain,
    }
    found = Gudang({BUKU_KERJA: partial(buku_kerja.render, rekap, rilis, tabel)}, others, *naskah)
    found.tambah(
        PAKET, partial(datapackage.render, rekap, rilis, tabel, lambda name: found.sidik(opendata.FOLDER / name))
    )
    named = tuple(path for path in found.paths if path.is_relative_to(opendata.FOLDER))
    found.tambah(opendata.FOLDER / opendata.JUMLAH_UJI, partial(_jumlah_uji, found, named))
    found.tambah(katalog.KATALOG, partial(katalog.render, rekap, rilis, tuple(sebaran(tabel)), found.sidik))
    return found


def _parquet(tabel: Sequence[Tabel]) -> Mapping[PurePosixPath, Isi]:
    return {PARQUET / f"{one.nama}.parquet": partial(parquet.render, one) for one in tabel}


def skema(nama: str) -> PurePosixPath:
    """Returns what describes a table."""
    return opendata.FOLDER / f"{nama}.csv{csvw.AKHIRAN}"


def sebaran(tabel: Sequence[Tabel]) -> Iterator[Sebaran]:
    """Yields the files that a portal offers for every year."""
    yield Sebaran(BUKU_KERJA, "Semua tabel (XLSX)", "Buku kerja: satu lembar setiap tabel.", _XLSX, None)
    yield Sebaran(PAKET, "Data Package", "Keterangan semua tabel untuk program.", "application/json", _PROFIL)
    yield Sebaran(SEMUA, "Semua tabel (JSON)", "Semua tabel dalam satu berkas.", "application/json", None)
    for one in tabel:
        path = opendata.FOLDER / f"{one.nama}.csv"
        yield Sebaran(path, f"{one.judul} (CSV)", one.uraian, "text/csv", str(skema(one.nama)))


def _jumlah_uji(gudang: Gudang, paths: Sequence[PurePosixPath]) -> Iterator[bytes]:
    yield opendata.render_sums({path.relative_to(opendata.FOLDER): gudang.sidik(path).sha256 for path in paths})
