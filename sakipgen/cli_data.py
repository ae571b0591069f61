"""The verbs on the data itself: `periksa`, and `skema` for the editors that write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.diagnostics import Format
from sakipgen.pilihan import akar_opsi, format_opsi, parse_periode, per_tanggal_opsi, proyek, sampai_opsi
from sakipgen.project import Project
from sakipgen.schema import compare_schemas, write_schemas


@click.command(cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@format_opsi
def periksa(akar: Path, per_tanggal: date | None, sampai: str | None, fmt: str) -> int:
    """Periksa semua data dan sebutkan semua yang keliru."""
    report = proyek(akar).periksa(per_tanggal, parse_periode(sampai, None))
    click.echo(report.render(Format(fmt)), nl=False)
    return report.exit_code


@click.command(cls=Perintah)
@akar_opsi
@click.option("--periksa", "compare", is_flag=True, help="Bandingkan saja; sebutkan skema yang tidak cocok.")
def skema(akar: Path, compare: bool) -> int:
    """Tulis atau bandingkan skema JSON untuk penyunting YAML."""
    if not akar.is_dir():
        raise click.UsageError(f"folder `{akar}` tidak ada; tulis akar repositori pada `--akar`.")
    folder = Project(akar).schema_dir
    if not compare:
        for name in write_schemas(folder):
            click.echo(f"Ditulis: {folder / name}")
        return 0
    different = compare_schemas(folder)
    for name in different:
        click.echo(f"Tidak cocok: {folder / name}; jalankan `sakipgen skema`.")
    return GALAT if different else 0
