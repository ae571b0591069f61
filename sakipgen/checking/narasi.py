"""R035, K124: the prose of the LKjIP speaks of a sasaran that there is, in a year that has promises.

That something is not written yet is no finding here: the draft says so in red, and a final report is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan, saran
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Dataset


def sasaran_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R035 Narasi untuk sasaran yang tidak ada dalam Renstra.

    Nama berkas `data/narasi/TAHUN/sasaran/KODE.yaml` adalah kode sasaran strategis dalam Renstra tahun itu. Narasi
    untuk sasaran lain tidak pernah dicetak.

    Cara memperbaiki: ganti nama berkasnya menjadi kode sasaran yang benar, atau hapus berkas itu.
    """
    for (tahun, kode), berkas in dataset.narasi_sasaran.items():
        owner = dataset.renstra_tahun(tahun)
        if owner and kode not in owner[1].sasaran and not _unread(dataset, PurePosixPath("renstra")):
            cure = saran(kode, owner[1].sasaran, f"pilihannya: {', '.join(owner[1].sasaran)}", bernomor=True)
            message = f"sasaran `{kode}` tidak ada dalam Renstra tahun {tahun}; {cure}; ganti nama berkas ini."
            yield galat(berkas.path, (), "R035", message)


def tahun_berjanji(dataset: Dataset) -> Iterator[Issue]:
    """K124 Narasi untuk tahun tanpa Perjanjian Kinerja.

    LKjIP melaporkan apa yang dijanjikan dalam Perjanjian Kinerja. Tahun yang tidak punya PK tidak diukur dan tidak
    punya LKjIP, jadi narasinya tidak dicetak. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: pindahkan berkasnya ke folder tahun yang benar, atau tambahkan Perjanjian Kinerja tahun itu.
    """
    promised = {tahun for tahun, _, _ in dataset.perjanjian_kinerja}
    first: dict[int, PurePosixPath] = {tahun: berkas.path for tahun, berkas in dataset.narasi.items()}
    for (tahun, _), sasaran in dataset.narasi_sasaran.items():
        first.setdefault(tahun, sasaran.path)
    for tahun, path in sorted(first.items()):
        if tahun not in promised and not _unread(dataset, PurePosixPath("perjanjian-kinerja", str(tahun))):
            message = (
                f"narasi tahun {tahun}, padahal tahun itu tidak punya Perjanjian Kinerja; pindahkan ke tahun yang "
                f"benar, atau tambahkan `data/perjanjian-kinerja/{tahun}/`."
            )
            yield peringatan(path, (), "K124", message)


def _unread(dataset: Dataset, folder: PurePosixPath) -> bool:
    """Whether a file in this folder below the data folder was refused, so that nobody knows what it says."""
    return any(path.is_relative_to(dataset.root / folder) for path in dataset.tak_terbaca)


RULES: Final = (sasaran_terdaftar, tahun_berjanji)
