"""The verb that mends what nobody sees in YAML files: `rapikan`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.diagnostics import PemakaianError, printable
from sakipgen.domain.dataset import FOLDER_BUKTI
from sakipgen.pilihan import akar_opsi, proyek
from sakipgen.reading.naskah import BATAS_BITA
from sakipgen.reading.perapian import Rapian, rapikan
from sakipgen.reading.simpanan import FolderData
from sakipgen.writing.berkas import tulis_aman


@click.command(name="rapikan", cls=Perintah)
@akar_opsi
@click.argument("berkas", nargs=-1, type=click.Path(path_type=Path))
@click.option("--periksa", "lihat", is_flag=True, help="Sebutkan saja yang perlu dirapikan; tidak ada yang ditulis.")
def rapikan_berkas(akar: Path, berkas: tuple[Path, ...], lihat: bool) -> int:
    """Rapikan berkas YAML: BOM, akhir baris, spasi dan karakter yang tidak terlihat. Artinya tidak berubah."""
    paths = berkas or tuple(_semua(proyek(akar).data_dir))
    mended = left = 0
    for path in paths:
        found = _rapian(path)
        name = printable(str(path))
        if found.alasan:
            left += 1
            click.echo(f"{name}: tidak dirapikan: {found.alasan}.", err=True)
        elif found.perbaikan:
            mended += 1
            if not lihat:
                tulis_aman(path, found.isi)
            click.echo(f"{name}: {'perlu dirapikan' if lihat else 'dirapikan'}: {', '.join(found.perbaikan)}.")
    word = "perlu dirapikan" if lihat else "dirapikan"
    rest = f", {left} tidak dapat dirapikan" if left else ""
    click.echo(f"{mended} dari {len(paths)} berkas {word}{rest}.")
    return GALAT if left or (lihat and mended) else 0


def _semua(folder: Path) -> Iterator[Path]:
    """Every YAML file of the data; evidence is never touched, and links are not followed."""
    for entry in sorted(FolderData(folder).entri(), key=lambda entry: entry.path):
        plain = entry.problem is None and entry.path.endswith(".yaml")
        if plain and not entry.path.startswith(f"{FOLDER_BUKTI}/"):
            yield folder / entry.path


def _rapian(path: Path) -> Rapian:
    if path.suffix != ".yaml" or path.is_symlink() or not path.is_file():
        raise PemakaianError(f"`{printable(str(path))}` bukan berkas .yaml; sebut berkas data.")
    with path.open("rb") as file:
        return rapikan(file.read(BATAS_BITA + 1))
