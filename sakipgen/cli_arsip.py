"""The verb that archives a closed period and opens an archive again: `arsip`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah
from sakipgen.diagnostics import Format
from sakipgen.pilihan import PeriodePilihan, akar_opsi, parse_periode, per_tanggal_opsi, proyek
from sakipgen.rendering.cetak import ukuran
from sakipgen.writing.berkas import tulis_aman

_FOLDER = click.Path(path_type=Path)


@click.command(cls=Perintah)
@click.argument("periode", type=PeriodePilihan(), required=False)
@akar_opsi
@per_tanggal_opsi
@click.option(
    "--ke",
    type=_FOLDER,
    required=True,
    metavar="FOLDER",
    help="Folder tempat semua arsip disimpan; dengan `--pulihkan` folder baru untuk isinya.",
)
@click.option("--situs", type=_FOLDER, metavar="FOLDER", help="Situs yang sudah dibangun. Bawaan: dibangun sekarang.")
@click.option(
    "--sebelumnya", type=_FOLDER, metavar="FOLDER", help="Arsip sebelumnya. Bawaan: arsip terakhir di folder `--ke`."
)
@click.option(
    "--catatan", metavar="REV", help="Revisi yang memuat catatan peninjauan. Bawaan: cabang `tinjauan`, bila ada."
)
@click.option("--koreksi", is_flag=True, help="Arsipkan sekali lagi, sesudah ada koreksi. Arsip lama tidak diubah.")
@click.option(
    "--pesan-tag", type=_FOLDER, metavar="BERKAS", help="Tulis juga pesan penanda periode, yang memuat sidik arsip."
)
@click.option("--pulihkan", type=_FOLDER, metavar="FOLDER", help="Periksa dan pulihkan arsip ini.")
@click.option("--sidik", metavar="SIDIK", help="Sidik arsip seperti tercetak pada Berita Acara; untuk `--pulihkan`.")
def arsip(
    periode: str | None,
    akar: Path,
    per_tanggal: date | None,
    ke: Path,
    situs: Path | None,
    sebelumnya: Path | None,
    catatan: str | None,
    koreksi: bool,
    pesan_tag: Path | None,
    pulihkan: Path | None,
    sidik: str | None,
) -> int:
    """Arsipkan periode yang sudah ditutup, atau periksa dan pulihkan arsipnya."""
    if (periode is None) == (pulihkan is None):
        raise click.UsageError("sebut satu: PERIODE yang diarsipkan, atau `--pulihkan` arsip yang diperiksa.")
    if pulihkan:
        if any((situs, sebelumnya, catatan, koreksi, pesan_tag, per_tanggal)):
            raise click.UsageError("`--pulihkan` hanya disertai `--ke` dan `--sidik`.")
        return _pulihkan(pulihkan, ke, sidik)
    if sidik:
        raise click.UsageError("`--sidik` hanya untuk `--pulihkan`.")
    from sakipgen.pengarsipan import Permintaan, arsipkan  # noqa: PLC0415 - what writes papers is slow to import

    wanted = parse_periode(periode, None, "PERIODE")
    if wanted is None:  # pragma: no cover - refused above
        return GALAT
    made = arsipkan(
        proyek(akar),
        Permintaan(
            periode=wanted,
            ke=ke,
            situs=situs,
            sebelumnya=sebelumnya,
            catatan=catatan,
            koreksi=koreksi,
            per_tanggal=per_tanggal,
        ),
    )
    if made.folder is None:
        click.echo(made.report.render(Format.TEKS), err=True, nl=False)
        click.echo("Arsip tidak dibuat: perbaiki galat di atas lebih dahulu.", err=True)
        return GALAT
    for name, size in made.berkas:
        click.echo(f"{name} ({ukuran(size)})")
    click.echo(f"Arsip selesai: {made.folder}\nSidik arsip: {made.sidik}\nUntuk Berita Acara: {made.sidik[:12]}")
    for path in made.pemberitahuan:
        click.echo(f"Pemberitahuan koreksi: {path}")
    click.echo(f"\nPesan penanda periode:\n\n{made.pesan}", nl=False)
    if pesan_tag:
        tulis_aman(pesan_tag, made.pesan)
    return 0


def _pulihkan(arsip: Path, ke: Path, sidik: str | None) -> int:
    from sakipgen.pemulihan import pulihkan  # noqa: PLC0415 - as above

    told = pulihkan(arsip, ke, sidik)
    report = told.report
    if report.diagnostics:
        click.echo(report.render(Format.TEKS), err=True, nl=False)
    for line in told.baris:
        click.echo(line)
    if told.ditulis:
        click.echo(f"Isi arsip ada di {ke}")
    click.echo("Arsip tidak sama dengan semula." if report.has_errors else "Arsip utuh dan terulang sama.")
    return report.exit_code
