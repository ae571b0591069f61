"""The verbs: parse options, call `Project`, print. The only module that prints or exits."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Never

import click

import sakipgen
from sakipgen import (
    cli_arsip,
    cli_bukti,
    cli_formulir,
    cli_isi,
    cli_naskah,
    cli_pengingat,
    cli_rapikan,
    cli_tinjau,
    cli_usulan,
)
from sakipgen.bantuan import Kelompok, Pilihan, pesan_pemakaian
from sakipgen.diagnostics import Format, PemakaianError, SakipgenError
from sakipgen.domain.waktu import Periode
from sakipgen.pilihan import (
    NomorPilihan,
    PortaPilihan,
    TahunPilihan,
    akar_opsi,
    parse_periode,
    per_tanggal_opsi,
    proyek,
    sampai_opsi,
    selesai,
)
from sakipgen.project import Project, Usulan
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering import jejak_teks, kertas_kerja
from sakipgen.rendering.jejak import jejak
from sakipgen.rendering.jejak_kelompok import jejak_kelompok
from sakipgen.schema import compare_schemas, write_schemas

GALAT, PEMAKAIAN, PROGRAM = 1, 2, 3


@click.group(cls=Kelompok, context_settings={"max_content_width": 100})
@click.version_option(sakipgen.__version__, "--versi", message="sakipgen %(version)s", help="Tampilkan versi.")
def cli() -> None:
    """Situs kinerja (SAKIP) dari data YAML di Git."""


@cli.command()
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@click.option(
    "--format",
    "fmt",
    type=Pilihan([f.value for f in Format]),
    default="teks",
    metavar="FORMAT",
    help="teks, github (catatan pada baris usulan), atau json. Bawaan: teks.",
)
def periksa(akar: Path, per_tanggal: date | None, sampai: str | None, fmt: str) -> int:
    """Periksa semua data dan sebutkan semua yang keliru."""
    report = proyek(akar).periksa(per_tanggal, parse_periode(sampai, None))
    click.echo(report.render(Format(fmt)), nl=False)
    return report.exit_code


@cli.command()
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
        raise click.UsageError("`--jelaskan` hanya dapat `--format tabel` atau `json`.")
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


@cli.command()
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
    from sakipgen.publishing import publish, publish_polos  # noqa: PLC0415 - all pages and papers; only this verb's

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


@cli.command()
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
    """Tampilkan situs di peramban sambil mengisi data; berubah sendiri saat berkas disimpan."""
    from sakipgen.pratinjau import layani  # noqa: PLC0415 - MkDocs is slow to import; only this verb needs it

    project = proyek(akar)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to end by another program: the same as Ctrl+C
    layani(
        project.root, per_tanggal, parse_periode(sampai, None), alamat, porta, lambda text: click.echo(text, err=True)
    )
    return 0


@cli.command()
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


cli.add_command(cli_formulir.formulir)
cli.add_command(cli_isi.isi)
cli.add_command(cli_naskah.susun)
cli.add_command(cli_naskah.catat)
cli.add_command(cli_rapikan.rapikan_berkas)
cli.add_command(cli_tinjau.tinjau_usulan)
cli.add_command(cli_usulan.usulan)
cli.add_command(cli_usulan.audit_gabungan)
cli.add_command(cli_arsip.arsip)
cli.add_command(cli_bukti.bersihkan)
cli.add_command(cli_pengingat.pengingat)


def main() -> Never:
    """Runs the command line and exits: 0 done, 1 galat in the data, 2 usage, 3 a fault of the program."""
    gc.disable()  # one short run makes little cyclic garbage, and the search for it takes a quarter of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a pipe on Windows knows no «→» otherwise
            stream.reconfigure(encoding="utf-8")
    try:
        code = cli.main(prog_name="sakipgen", standalone_mode=False)
    except click.UsageError as error:
        click.echo(pesan_pemakaian(error), err=True)
        sys.exit(PEMAKAIAN)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PROGRAM)
    except PemakaianError as error:
        click.echo(f"Pemakaian keliru: {error}", err=True)
        sys.exit(PEMAKAIAN)
    except SakipgenError as error:
        click.echo(f"{error}\nIni kesalahan program atau pemasangannya, bukan kesalahan data Anda.", err=True)
        sys.exit(PROGRAM)
    except Exception as error:  # noqa: BLE001 - the last line of defence speaks Indonesian
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
        click.echo(f"Ini kesalahan program, bukan kesalahan Anda. Kirim kode ini kepada pengelola: {place}", err=True)
        sys.exit(PROGRAM)
    sys.exit(code if isinstance(code, int) else 0)
