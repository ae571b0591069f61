"""The verbs of what happened to proposals: `usulan` and `audit`."""

from __future__ import annotations

from pathlib import Path

import click

from sakipgen.auditing import audit
from sakipgen.auditing.cetak import render
from sakipgen.bantuan import Perintah, Pilihan
from sakipgen.diagnostics import Format
from sakipgen.pilihan import akar_opsi, proyek

GALAT = 1

catatan_opsi = click.option(
    "--catatan",
    metavar="ASAL",
    help="Catatan usulan: sebuah folder atau revisi. Bawaan: cabang `tinjauan` repositori ini.",
)


@click.command(name="audit", cls=Perintah)
@akar_opsi
@click.option(
    "--sejak",
    metavar="REV",
    help="Gabungan terakhir yang dipercaya. Bawaan: penanda `periode/…` atau `audit/…` terbaru, atau yang pertama.",
)
@click.option("--sampai", metavar="REV", default="HEAD", help="Gabungan terakhir yang diperiksa. Bawaan: HEAD.")
@catatan_opsi
@click.option(
    "--format",
    "fmt",
    type=Pilihan([f.value for f in Format]),
    default="teks",
    metavar="FORMAT",
    help="teks, github (catatan pada alur kerja), atau json. Bawaan: teks.",
)
def audit_gabungan(akar: Path, sejak: str | None, sampai: str, catatan: str | None, fmt: str) -> int:
    """Periksa ulang setiap gabungan data utama sebelum diterbitkan."""
    found = audit(proyek(akar), sejak, sampai, catatan)
    click.echo(render(found, Format(fmt)), nl=False)
    return 0 if found.lulus else GALAT
