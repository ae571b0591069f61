"""The verbs that make the site: `bangun` and `pratinjau`."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.pilihan import (
    NomorPilihan,
    PortaPilihan,
    akar_opsi,
    parse_periode,
    per_tanggal_opsi,
    proyek,
    sampai_opsi,
    selesai,
)
from sakipgen.project import Project, Usulan
from sakipgen.publishing import publish, publish_polos


@click.command(cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@click.option(
    "--ke",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Folder hasil. Bawaan: `site` di dalam repositori; dengan `--polos` folder `polos`.",
)
@click.option(
    "--polos",
    is_flag=True,
    help="Tulis berkas polos yang dapat dibangun MkDocs, ProperDocs, atau Zensical tanpa sakipgen, bukan situsnya.",
)
@click.option(
    "--usulan",
    type=NomorPilihan(),
    metavar="NOMOR",
    help="Buat pratinjau usulan bernomor ini, bukan situsnya: datanya dari `--data`, yang lain dari repositori ini.",
)
@click.option(
    "--data", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder `data` usulan itu; hanya dibaca."
)
def bangun(
    akar: Path,
    per_tanggal: date | None,
    sampai: str | None,
    ke: Path | None,
    polos: bool,
    usulan: int | None,
    data: Path | None,
) -> int:
    """Bangun situs publik dan data terbuka. Situs lama tetap utuh sampai yang baru selesai."""
    project = _usulan(proyek(akar), usulan, data, polos=polos)
    build = project.build(per_tanggal, parse_periode(sampai, None))
    if not selesai(build):
        click.echo("Situs tidak dibangun: perbaiki galat di atas lebih dahulu. Situs lama tidak berubah.", err=True)
        return GALAT
    if polos:
        target = ke or project.root / "polos"
        pages = publish_polos(project, build, target)
        click.echo(f"Berkas polos selesai: {pages} halaman di {target}{os.sep}")
        return 0
    target = ke or project.root / ("pratinjau" if usulan else "site")
    pages = publish(project, build, target)
    what = f"Pratinjau usulan #{usulan}" if usulan else "Situs"
    click.echo(f"{what} selesai: {pages} halaman di {target}{os.sep}")
    return 0


def _usulan(project: Project, nomor: int | None, data: Path | None, *, polos: bool) -> Project:
    """The repository as a proposal would have it, if one is named."""
    if (nomor is None) != (data is None):
        raise click.UsageError("pratinjau memerlukan nomor dan folder datanya; tulis `--usulan` dan `--data`.")
    if nomor is None or data is None:
        return project
    if polos:
        raise click.UsageError("pratinjau usulan tidak dibuat sebagai berkas polos; hilangkan `--polos`.")
    if data.is_symlink() or not data.is_dir():
        raise click.UsageError(f"`{data}` bukan folder data usulan; tulis foldernya sendiri, misalnya `usulan/data`.")
    return replace(project, usulan=Usulan(nomor, data))


@click.command(cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@click.option(
    "--alamat",
    default="127.0.0.1",
    metavar="ALAMAT",
    help="Alamat komputer ini yang melayani. Bawaan: 127.0.0.1, hanya untuk komputer ini.",
)
@click.option("--porta", type=PortaPilihan(), default=8000, metavar="PORTA", help="Nomor porta. Bawaan: 8000.")
def pratinjau(akar: Path, per_tanggal: date | None, sampai: str | None, alamat: str, porta: int) -> int:
    """Tampilkan situs di peramban sambil mengisi data. Berubah sendiri saat berkas disimpan."""
    from sakipgen.pratinjau import layani  # noqa: PLC0415 - MkDocs is slow to import, and `bangun` works without it

    project = proyek(akar)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to end by another program: the same as Ctrl+C
    layani(
        project.root, per_tanggal, parse_periode(sampai, None), alamat, porta, lambda text: click.echo(text, err=True)
    )
    return 0
