"""The verb that measures: `ukur`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from sakipgen.bantuan import GALAT, Perintah, Pilihan
from sakipgen.domain.waktu import Periode
from sakipgen.pilihan import TahunPilihan, akar_opsi, parse_periode, per_tanggal_opsi, proyek, sampai_opsi, selesai
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering import jejak_teks, kertas_kerja
from sakipgen.rendering.jejak import jejak
from sakipgen.rendering.jejak_kelompok import jejak_kelompok


@click.command(cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@click.option(
    "--tahun", type=TahunPilihan(), metavar="TAHUN", help="Tahun yang diukur. Bawaan: tahun terakhir yang ada datanya."
)
@click.option(
    "--format",
    "fmt",
    type=Pilihan(["tabel", "json", "csv"]),
    default="tabel",
    metavar="FORMAT",
    help="tabel, json, atau csv. Bawaan: tabel.",
)
@click.option(
    "--jelaskan",
    metavar="KODE",
    help="Jelaskan satu capaian langkah demi langkah: kode indikator, sasaran, tujuan, program, kegiatan, sub "
    "kegiatan, atau `perangkat-daerah`.",
)
def ukur(
    akar: Path, per_tanggal: date | None, sampai: str | None, tahun: int | None, fmt: str, jelaskan: str | None
) -> int:
    """Ukur capaian: kertas kerja pengukuran di layar."""
    if jelaskan and fmt == "csv":
        raise click.UsageError("`--jelaskan` hanya dapat dipakai dengan `--format tabel` atau `json`.")
    periode = parse_periode(sampai, tahun)
    if tahun and periode and periode.tahun != tahun:
        raise click.UsageError(f"`--sampai` {periode} tidak berada dalam `--tahun` {tahun}; samakan tahunnya.")
    build = proyek(akar).build(per_tanggal, periode)
    if not selesai(build, jelaskan and jelaskan.rpartition(":")[2]) or build.rekap is None:
        return GALAT
    years = {row.tahun: row for row in build.rekap.tahun}
    wanted = tahun or (periode.tahun if periode else None)
    year: RekapTahun | None = years.get(wanted) if wanted else build.rekap.utama
    if year is None:
        known = ", ".join(map(str, years)) or "belum ada"
        raise click.UsageError(f"tahun {wanted or ''} tidak ada dalam data; tahun yang ada: {known}.")
    if periode and year.pada(periode) is None:
        known = ", ".join(str(p.periode) for p in year.periode)
        raise click.UsageError(f"periode {periode} tidak diukur; periode yang ada: {known}.")
    if jelaskan:
        click.echo(_jelaskan(build.rekap, year, periode, jelaskan, fmt), nl=False)
        return 0
    renderers: dict[str, Callable[..., str]] = {
        "tabel": kertas_kerja.render_tabel,
        "json": kertas_kerja.render_json,
        "csv": kertas_kerja.render_csv,
    }
    click.echo(renderers[fmt](build.rekap, year.tahun, periode), nl=False)
    return 0


def _jelaskan(rekap: Rekapitulasi, year: RekapTahun, periode: Periode | None, kode: str, fmt: str) -> str:
    """The trace of one capaian of a period, else of the year."""
    sheet = year.pada(periode) if periode else year.setahun
    rows = {row.kode.lower(): row for row in sheet.indikator} if sheet else {}
    row = rows.get(kode.lower())
    found = jejak(rekap.instansi, year, row) if row else jejak_kelompok(year, sheet, kode) if sheet else None
    if found is None:
        known = ", ".join(row.kode for row in rows.values())
        raise click.UsageError(f"kode `{kode}` tidak diukur pada tahun {year.tahun}; indikatornya: {known}.")
    render = jejak_teks.render_json if fmt == "json" else jejak_teks.render_teks
    return render(found, rekap.posisi.per_tanggal)
