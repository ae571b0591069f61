"""The verbs: parse options, call `Project`, print. The only module that prints or exits."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Never

import click
from pydantic_core import PydanticCustomError

import sakipgen
from sakipgen import formulir as formulir_unit
from sakipgen.bantuan import Kelompok, Pilihan, pesan_pemakaian
from sakipgen.diagnostics import MASIH_ADA, Format, PemakaianError, Report, SakipgenError
from sakipgen.domain.lama import Lama, parse_lama
from sakipgen.domain.siklus import AlasanKembali, HasilReviu
from sakipgen.domain.waktu import Periode, parse_tanggal
from sakipgen.forms import laporan
from sakipgen.pencatatan import Catatan, usulkan
from sakipgen.project import Build, Project
from sakipgen.publishing import publish, publish_polos
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering import jejak_teks, kertas_kerja
from sakipgen.rendering.jejak import jejak
from sakipgen.rendering.jejak_kelompok import jejak_kelompok
from sakipgen.schema import compare_schemas, write_schemas

GALAT, PEMAKAIAN, PROGRAM = 1, 2, 3


class _Tanggal(click.ParamType[date]):
    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return parse_tanggal(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


class _Tahun(click.ParamType[int]):
    name = "tahun"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return Periode.parse(str(value) if len(str(value)) == 4 else "").tahun
        except PydanticCustomError:
            self.fail(f'"{value}" bukan tahun; tulis empat angka, misalnya `2024`.', param, ctx)


class _Periode(click.ParamType[str]):
    """`2024-TW3`, or the segment alone (`TW3`, `09`) where the year is known."""

    name = "periode"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        try:
            Periode.parse(text if _has_year(text) else f"2024-{text}")
        except PydanticCustomError:
            self.fail(
                f'periode "{text}" tidak dikenal; tulis `2024-TW3`, `2024-09`, `2024-S1` atau `2024`.', param, ctx
            )
        return text


class _Lama(click.ParamType[Lama]):
    name = "lama"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Lama:
        try:
            return parse_lama(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


class _Porta(click.ParamType[int]):
    name = "porta"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not str(value).isdecimal() or not 0 < int(value) < 65536:
            self.fail(f'"{value}" bukan nomor porta; tulis angka 1 sampai 65535, misalnya `8000`.', param, ctx)
        return int(value)


def _has_year(text: str) -> bool:
    return len(text) >= 4 and text[:2] == "20"


def _periode(text: str | None, tahun: int | None, opsi: str = "--sampai") -> Periode | None:
    if text is None:
        return None
    if _has_year(text):
        return Periode.parse(text)
    if tahun is None:
        raise click.BadParameter(f"tulis tahunnya juga, misalnya `2024-{text}`.", param_hint=opsi)
    return Periode.parse(f"{tahun}-{text}")


_akar = click.option(
    "--akar",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=False,
    metavar="FOLDER",
    help="Folder repositori yang memuat `data/`. Bawaan: folder ini.",
)
_per_tanggal = click.option(
    "--per-tanggal", type=_Tanggal(), metavar="TANGGAL", help="Hari yang dianggap hari ini, misalnya 2024-10-14."
)
_sampai = click.option(
    "--sampai", type=_Periode(), metavar="PERIODE", help="Periode terakhir yang dilihat, misalnya 2024-TW3."
)


def _project(akar: Path) -> Project:
    project = Project(akar)
    if not project.data_dir.is_dir():
        raise click.UsageError(
            f"folder `{project.data_dir}` tidak ada; jalankan di akar repositori atau pakai `--akar`."
        )
    return project


def _finished(build: Build, tentang: str | None = None) -> bool:
    """Prints what is wrong to standard error, all or of one kode; whether there is anything to go on with.

    Of what blocks all is printed.
    """
    if build.report.diagnostics:
        one = tentang if build.rekap else None
        text = build.report.render_tentang(one) if one else build.report.render(Format.TEKS)
        click.echo(text, err=True, nl=False)
    return build.rekap is not None


@click.group(cls=Kelompok, context_settings={"max_content_width": 100})
@click.version_option(sakipgen.__version__, "--versi", message="sakipgen %(version)s", help="Tampilkan versi.")
def cli() -> None:
    """Situs kinerja (SAKIP) dari data YAML di Git."""


@cli.command()
@_akar
@_per_tanggal
@_sampai
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
    report = _project(akar).periksa(per_tanggal, _periode(sampai, None))
    click.echo(report.render(Format(fmt)), nl=False)
    return report.exit_code


@cli.command()
@_akar
@_per_tanggal
@_sampai
@click.option(
    "--tahun", type=_Tahun(), metavar="TAHUN", help="Tahun yang diukur. Bawaan: tahun terakhir yang ada datanya."
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
    periode = _periode(sampai, tahun)
    if tahun and periode and periode.tahun != tahun:
        raise click.UsageError(f"`--sampai` {periode} tidak berada dalam `--tahun` {tahun}; samakan tahunnya.")
    build = _project(akar).build(per_tanggal, periode)
    if not _finished(build, jelaskan and jelaskan.rpartition(":")[2]) or build.rekap is None:
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
@_akar
@_per_tanggal
@_sampai
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
def bangun(akar: Path, per_tanggal: date | None, sampai: str | None, ke: Path | None, polos: bool) -> int:
    """Bangun situs publik dan data terbuka. Situs lama tetap utuh sampai yang baru selesai."""
    project = _project(akar)
    build = project.build(per_tanggal, _periode(sampai, None))
    if not _finished(build):
        click.echo("Situs tidak dibangun: perbaiki galat di atas lebih dahulu. Situs lama tidak berubah.", err=True)
        return GALAT
    if polos:
        target = ke or project.root / "polos"
        pages = publish_polos(project, build, target)
        click.echo(f"Berkas polos selesai: {pages} halaman di {target}{os.sep}")
        return 0
    target = ke or project.root / "site"
    pages = publish(project, build, target)
    click.echo(f"Situs selesai: {pages} halaman di {target}{os.sep}")
    return 0


@cli.command()
@_akar
@_per_tanggal
@_sampai
@click.option(
    "--alamat",
    default="127.0.0.1",
    metavar="ALAMAT",
    help="Alamat komputer ini yang melayani. Bawaan: 127.0.0.1, hanya untuk komputer ini.",
)
@click.option("--porta", type=_Porta(), default=8000, metavar="PORTA", help="Nomor porta. Bawaan: 8000.")
def pratinjau(akar: Path, per_tanggal: date | None, sampai: str | None, alamat: str, porta: int) -> int:
    """Tampilkan situs di peramban sambil mengisi data; berubah sendiri saat berkas disimpan."""
    from sakipgen.pratinjau import layani  # noqa: PLC0415 - MkDocs is slow to import; only this verb needs it

    project = _project(akar)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to end by another program: the same as Ctrl+C
    layani(project.root, per_tanggal, _periode(sampai, None), alamat, porta, lambda text: click.echo(text, err=True))
    return 0


@cli.group(cls=Kelompok)
def formulir() -> None:
    """Formulir pengumpulan data: dibuat untuk setiap unit, diterima kembali sesudah diisi."""


_unit = click.option("--unit", metavar="KODE", help="Kode unit, misalnya pka. Bawaan: semua unit yang melapor.")


def _data(akar: Path) -> formulir_unit.Data | None:
    """The data that forms are made of; where it has a galat, that is printed instead."""
    found = formulir_unit.buka(_project(akar))
    if isinstance(found, Report):
        click.echo(found.render(Format.TEKS), err=True, nl=False)
        click.echo("Formulir memerlukan data tanpa galat: perbaiki galat di atas lebih dahulu.", err=True)
        return None
    return found


@formulir.command()
@_akar
@click.option("--tahun", type=_Tahun(), metavar="TAHUN", help="Tahun periodenya.")
@click.option(
    "--periode",
    type=_Periode(),
    metavar="PERIODE",
    required=True,
    help="Periode yang diisi, misalnya TW3 atau 2026-TW3.",
)
@_unit
@click.option(
    "--ke",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Folder hasil. Bawaan: `formulir` di dalam repositori.",
)
def buat(akar: Path, tahun: int | None, periode: str, unit: str | None, ke: Path | None) -> int:
    """Buat formulir Excel sebuah periode untuk satu unit atau semua unit."""
    when = _periode(periode, tahun, "--periode")
    if when is None or (tahun and when.tahun != tahun):
        raise click.UsageError(f"`--periode` {when} tidak berada dalam `--tahun` {tahun}; samakan tahunnya.")
    data = _data(akar)
    if data is None:
        return GALAT
    target = ke or data.project.root / "formulir"
    for name, content in formulir_unit.buat(data, when, unit):
        target.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
        click.echo(f"Ditulis: {target / name}")
    return 0


@formulir.command()
@_akar
@click.argument("berkas", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lihat", is_flag=True, help="Tampilkan saja apa yang akan berubah; tidak ada yang ditulis.")
@click.option("--unit", metavar="KODE", help="Tolak bila formulirnya bukan milik unit ini.")
@click.option("--periode", type=_Periode(), metavar="PERIODE", help="Tolak bila formulirnya bukan periode ini.")
@click.option(
    "--ke",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="FOLDER",
    help="Folder salinan yang diberi catatan bila ada galat. Bawaan: folder berkas itu.",
)
def terima(akar: Path, berkas: Path, lihat: bool, unit: str | None, periode: str | None, ke: Path | None) -> int:
    """Terima formulir yang sudah diisi: periksa, tampilkan perubahannya, lalu tulis ke data."""
    content = formulir_unit.baca_kiriman(berkas)
    data = _data(akar)
    if data is None:
        return GALAT
    answer = formulir_unit.terima(data, berkas.name, content, unit, _periode(periode, None, "--periode"))
    click.echo(laporan.perubahan(answer.judul, answer.beda, answer.nama or {}), nl=False)
    for one in answer.temuan:
        click.echo(one.as_text(berkas.name), err=True)
    if answer.ditolak:
        if answer.diperiksa is not None and not lihat:
            copy = (ke or berkas.parent) / f"{berkas.stem}-diperiksa.xlsx"
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(answer.diperiksa)
            click.echo(f"Salinan dengan pesan di samping selnya: {copy}", err=True)
        click.echo(f"{MASIH_ADA}\nTidak ada yang ditulis.", err=True)
        return GALAT
    if lihat or answer.isi is None:
        click.echo("Tidak ada yang ditulis: hanya dilihat." if lihat else "Tidak ada yang berubah.")
        return 0
    click.echo(f"Ditulis: {formulir_unit.simpan(data, answer)}")
    return 0


@cli.command()
@_akar
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


@cli.command()
@click.argument("langkah", nargs=-1, required=True)
@_akar
@click.option(
    "--periode", type=_Periode(), required=True, metavar="PERIODE", help="Periode siklusnya, misalnya 2024-TW3."
)
@click.option("--tanggal", type=_Tanggal(), required=True, metavar="TANGGAL", help="Tanggal langkah selesai.")
@click.option("--oleh", required=True, metavar="JABATAN", help="Kode jabatan yang mengerjakan.")
@click.option("--nomor", metavar="NOMOR", help="Nomor naskah yang dihasilkan.")
@click.option("--waktu", type=_Lama(), metavar="LAMA", help="Waktu kerja yang dipakai, misalnya `60 menit`.")
@click.option(
    "--hasil", type=Pilihan([h.value for h in HasilReviu]), metavar="HASIL", help="disetujui atau dikembalikan."
)
@click.option(
    "--alasan",
    type=Pilihan([a.value for a in AlasanKembali]),
    metavar="ALASAN",
    help=f"Alasan dikembalikan: {', '.join(a.value for a in AlasanKembali)}.",
)
@click.option("--catatan", metavar="TEKS", help="Arahan atau catatan.")
@click.option(
    "--naskah",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Naskah yang sudah ditandatangani, di dalam `data/bukti/`; sidiknya ikut dicatat.",
)
@click.option("--judul", metavar="TEKS", help="Nama naskah itu.")
@click.option("--dicatat-oleh", metavar="JABATAN", help="Kode jabatan yang mencatat, bila bukan yang mengerjakan.")
@click.option("--lihat", is_flag=True, help="Tampilkan saja perubahannya; tidak ada yang ditulis.")
def catat(langkah: tuple[str, ...], akar: Path, periode: str, lihat: bool, **isian: Any) -> int:
    """Catat satu langkah SOP dalam siklusnya, misalnya `catat 9.1.10` atau `catat pengumpulan 10`."""
    if isian["judul"] and not isian["naskah"]:
        raise click.UsageError("`--judul` adalah nama naskah; tulis `--naskah` juga.")
    if not _has_year(periode):
        raise click.BadParameter(f"tulis tahunnya juga, misalnya `2024-{periode}`.", param_hint="--periode")
    when = Periode.parse(periode)
    proposal = usulkan(_project(akar), Catatan(langkah=" ".join(langkah), periode=when, **isian))
    if proposal.report.diagnostics:
        click.echo(proposal.report.render(Format.TEKS), err=True, nl=False)
    if proposal.ditolak:
        click.echo("Tidak ada yang ditulis: betulkan isiannya atau berkasnya lebih dahulu.", err=True)
        return GALAT
    if lihat:
        click.echo(proposal.selisih, nl=False)
        return 0
    proposal.simpan()
    click.echo(f"Dicatat: langkah {' '.join(langkah)} pada {when.label} di {proposal.path}")
    return 0


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
