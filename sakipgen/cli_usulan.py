"""The verbs of what happened to proposals: `usulan` and `audit`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sakipgen import pengiriman_usulan, perekaman
from sakipgen.auditing import audit
from sakipgen.auditing.cetak import render
from sakipgen.bantuan import GALAT, Kelompok, Perintah, Pilihan
from sakipgen.diagnostics import Format
from sakipgen.domain.catatan_usulan import Forge
from sakipgen.pilihan import PeriodePilihan, TanggalPilihan, akar_opsi, format_opsi, parse_periode, proyek
from sakipgen.reading.catatan_usulan import baca_jejak
from sakipgen.rendering import daftar_usulan

_FORGE = "Jenis halaman repositori: github, gitlab, atau forgejo."

catatan_opsi = click.option(
    "--catatan",
    metavar="ASAL",
    help="Catatan usulan: sebuah folder atau revisi. Bawaan: cabang `tinjauan` repositori ini.",
)


@click.group(cls=Kelompok)
def usulan() -> None:
    """Catat perjalanan usulan dan lihat sampai mana setiap usulan."""


@usulan.command()
@akar_opsi
@click.option("--forge", type=Pilihan([f.value for f in Forge]), required=True, metavar="NAMA", help=_FORGE)
@click.option(
    "--dari",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Folder jawaban halaman repositori, satu berkas JSON setiap jawaban.",
)
@click.option(
    "--ke", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="FOLDER", help="Folder catatan."
)
def rekam(akar: Path, forge: str, dari: Path, ke: Path) -> int:
    """Rekam perjalanan satu usulan dari jawaban halaman repositori."""
    made = perekaman.rekam(proyek(akar), Forge(forge), dari, ke)
    made.simpan()
    click.echo(f"Ditulis: {made.path}")
    if made.berbeda:
        told = f"`{made.path}`: {made.berbeda} pada halaman repositori; catatan yang pertama tetap berlaku."
        click.echo(f"{told} Cari sebabnya, misalnya akun yang berganti nama.", err=True)
        return GALAT
    return 0


@usulan.command()
@akar_opsi
@catatan_opsi
@click.option(
    "--per-tanggal",
    type=TanggalPilihan(),
    metavar="TANGGAL",
    help="Hari yang dianggap hari ini; tanpa ini, keadaan yang masih berlangsung tidak dihitung lamanya.",
)
@click.option(
    "--format", "fmt", type=Pilihan(["teks", "json"]), default="teks", metavar="FORMAT", help="teks atau json."
)
def daftar(akar: Path, catatan: str | None, per_tanggal: date | None, fmt: str) -> int:
    """Daftar usulan: keadaan, putaran, dan lamanya menunggu terhadap waktu baku SOP."""
    project = proyek(akar)
    rows = pengiriman_usulan.daftar(project, baca_jejak(project.root, catatan).catatan.values(), per_tanggal)
    click.echo(daftar_usulan.render_json(rows) if fmt == "json" else daftar_usulan.render_teks(rows), nl=False)
    return 0


@usulan.command()
@akar_opsi
@catatan_opsi
@click.option("--periode", type=PeriodePilihan(), required=True, metavar="PERIODE", help="Periode, misalnya 2026-TW3.")
@click.option("--lihat", is_flag=True, help="Tampilkan saja apa yang akan ditulis; tidak ada yang ditulis.")
def siklus(akar: Path, catatan: str | None, periode: str, lihat: bool) -> int:
    """Isi pengiriman dalam siklus satu periode dari catatan usulan."""
    project = proyek(akar)
    wanted = parse_periode(periode, None, "--periode")
    if wanted is None:
        raise click.UsageError("sebut `--periode`.")
    made = pengiriman_usulan.isi_siklus(project, baca_jejak(project.root, catatan).catatan.values(), wanted)
    for line in made.dilewati:
        click.echo(line, err=True)
    if made.usulan.report.diagnostics:
        click.echo(made.usulan.report.render(Format.TEKS), err=True, nl=False)
    if made.usulan.ditolak:
        click.echo("Tidak ada yang ditulis: perbaiki galat di atas lebih dahulu.", err=True)
        return GALAT
    click.echo(made.usulan.selisih, nl=False)
    if lihat or made.usulan.sebelum == made.usulan.sesudah:
        click.echo("Tidak ada yang ditulis: hanya dilihat." if lihat else "Tidak ada yang berubah.")
        return 0
    made.usulan.simpan()
    click.echo(f"Ditulis: {made.usulan.path}")
    return 0


@click.command(name="audit", cls=Perintah)
@akar_opsi
@click.option(
    "--sejak",
    metavar="REV",
    help="Gabungan terakhir yang dipercaya. Bawaan: penanda `periode/…` atau `audit/…` terbaru, atau yang pertama.",
)
@click.option("--sampai", metavar="REV", default="HEAD", help="Gabungan terakhir yang diperiksa. Bawaan: HEAD.")
@catatan_opsi
@format_opsi
def audit_gabungan(akar: Path, sejak: str | None, sampai: str, catatan: str | None, fmt: str) -> int:
    """Periksa ulang setiap gabungan data utama sebelum diterbitkan."""
    found = audit(proyek(akar), sejak, sampai, catatan)
    click.echo(render(found, Format(fmt)), nl=False)
    return 0 if found.lulus else GALAT
