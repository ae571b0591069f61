"""What happens after an archive is made: figures are corrected, and a notice beside the archive says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from sakipgen.archiving import kata, rantai
from sakipgen.archiving.buka import nama_dalam_zip
from sakipgen.archiving.keterangan import NAMA, baca_keterangan
from sakipgen.archiving.rantai import Mata
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.koreksi import urutan_koreksi
from sakipgen.domain.waktu import Periode
from sakipgen.writing.berkas import tulis_aman

DATA: Final = "data.zip"
_JALUR_KOREKSI: Final = re.compile(r"koreksi/[^/]+/[^/]+/([^/]+)\.yaml")


def koreksi_dikenal(arsip: Path) -> frozenset[str]:
    """Returns the kode of the corrections that an archive holds."""
    return kode_koreksi(nama_dalam_zip(arsip / DATA))


def kode_koreksi(nama: Iterable[str]) -> frozenset[str]:
    """Returns the kode of the corrections among names of files below the data folder."""
    return frozenset(match[1] for name in nama if (match := _JALUR_KOREKSI.fullmatch(name)))


def koreksi_baru(dikenal: Collection[str], periode: Periode, dataset: Dataset) -> list[kata.KoreksiBaru]:
    """Returns the corrections of figures that an archive of a period shows and that are not known, in order of day."""
    rows = [
        kata.KoreksiBaru(
            kode,
            when,
            berkas.isi,
            dataset.indikator[berkas.isi.indikator].isi.nama,
            [dataset.instansi.isi.nama_jabatan(who) for who in berkas.isi.disetujui_oleh],
        )
        for (when, kode), berkas in dataset.koreksi.items()
        if kode not in dikenal and when.akhir <= periode.akhir
    ]
    return sorted(rows, key=lambda row: urutan_koreksi(row.kode, row.isi))


def beri_tahu(to: Path, new: Mata, revisi: str, dataset: Dataset) -> Iterator[Path]:
    """Lays a notice beside every archive that shows figures which were corrected since; yields the notices."""
    for folder in rantai.semua_arsip(to):
        about = baca_keterangan((folder / NAMA).read_bytes()) if (folder / NAMA).is_file() else None
        if about and folder.name != new.nama and (rows := koreksi_baru(koreksi_dikenal(folder), about.dari, dataset)):
            path = to / kata.nama_pemberitahuan(folder.name)
            tulis_aman(path, kata.pemberitahuan_md(rantai.mata(folder), revisi, rows))
            yield path
