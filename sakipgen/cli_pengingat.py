"""The verb that reminds: `pengingat`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah, Pilihan
from sakipgen.pilihan import akar_opsi, per_tanggal_opsi, proyek, selesai
from sakipgen.rendering.pengingat import INDEKS, Daftar, berkas_pengingat, indeks, susun_pengingat
from sakipgen.writing.folder import ganti_folder


@click.command(cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@click.option(
    "--ke",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Folder hasil; pengingat hari sebelumnya di sana diganti.",
)
@click.option(
    "--format",
    "fmt",
    type=Pilihan(["teks", "json"]),
    default="teks",
    metavar="FORMAT",
    help="Yang dicetak: teks, atau json seperti `pengingat.json`. Bawaan: teks.",
)
def pengingat(akar: Path, per_tanggal: date | None, ke: Path, fmt: str) -> int:
    """Ingatkan unit yang laporannya hampir jatuh tempo, terlambat, atau dikembalikan."""
    build = proyek(akar).build_kantor(per_tanggal)
    if build.rekap is None:
        selesai(build)
        return GALAT
    found = susun_pengingat(build.rekap)
    ganti_folder(ke, berkas_pengingat(build.rekap, found), INDEKS)
    click.echo(indeks(build.rekap, found) if fmt == "json" else _teks(found, ke), nl=False)
    return 0


def _teks(found: Daftar, ke: Path) -> str:
    lines = [
        f"{one.unit.nama}, {one.periode.label}: {one.kapan}, {len(one.indikator)} indikator ({one.kunci}.txt)"
        for one in found.pengingat
    ]
    total = f"{len(lines)} pengingat di {ke}" if lines else "Tidak ada yang perlu diingatkan."
    return "".join(f"{line}\n" for line in [*lines, total])
