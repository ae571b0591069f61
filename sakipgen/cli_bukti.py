"""The verb of evidence: `bersihkan`."""

from __future__ import annotations

from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.inspecting.bersih import TakDapatDibersihkanError
from sakipgen.pembersihan import Dibersihkan, bersihkan_berkas, cari_sebutan, perbarui
from sakipgen.pilihan import akar_opsi
from sakipgen.project import Project
from sakipgen.writing.berkas import tulis_aman


@click.command(cls=Perintah)
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path, exists=False))
@akar_opsi
@click.option(
    "--ke",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Tulis salinan yang bersih ke folder ini; berkas aslinya tidak berubah.",
)
@click.option("--perbarui", "update", is_flag=True, help="Ganti juga sidik SHA-256 berkas itu dalam data.")
def bersihkan(berkas: tuple[Path, ...], akar: Path, ke: Path | None, update: bool) -> int:
    """Bersihkan metadata bukti: nama pembuat, lokasi foto, waktu, program. Isinya tidak berubah."""
    if ke and update:
        raise click.UsageError("`--perbarui` tidak berlaku dengan `--ke`: berkas dalam data tidak berubah.")
    if ke and len({path.name for path in berkas}) < len(berkas):
        raise click.UsageError("ada dua berkas yang namanya sama; dengan `--ke` bersihkan satu per satu.")
    left = False
    for path in berkas:
        try:
            found = bersihkan_berkas(path)
        except TakDapatDibersihkanError as error:
            click.echo(f"{path}: {error}", err=True)
            left = True
            continue
        _tulis(path, ke, found)
        if ke is None:
            _sebut(Project(akar), path, found, update=update)
    return GALAT if left else 0


def _tulis(path: Path, ke: Path | None, found: Dibersihkan) -> None:
    target = ke / path.name if ke else path
    if ke or found.bersih.dihapus:
        tulis_aman(target, found.bersih.isi)
    if not found.bersih.dihapus:
        click.echo(f"{target}: sudah bersih.")
        return
    click.echo(f"{target}: dihapus {'; '.join(found.bersih.dihapus)}.")
    click.echo(f"  sidik SHA-256 baru: {found.sidik}")


def _sebut(project: Project, path: Path, found: Dibersihkan, *, update: bool) -> None:
    """Tells where the old sum stands in the data, or puts the new one there."""
    if not project.data_dir.is_dir():
        return
    places = cari_sebutan(project, path, found)
    if update:
        perbarui(project, places, found.sidik)
    for place in places:
        where = f"{place.berkas}:{place.posisi.baris}:{place.posisi.kolom}"
        click.echo(f"  sidik diperbarui di {where}" if update else f"  sidik lama masih tertulis di {where}")
    if places and not update:
        click.echo("  Jalankan lagi dengan `--perbarui` untuk mengganti sidik itu.")
