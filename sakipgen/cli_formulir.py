"""The verbs of the form: `formulir buat`, `terima`, and for those that come through the forge `lampiran`, `usulkan`."""

from __future__ import annotations

from pathlib import Path

import click

from sakipgen import formulir as formulir_unit
from sakipgen import pengusulan
from sakipgen.bantuan import GALAT, Kelompok
from sakipgen.diagnostics import MASIH_ADA, Format, PemakaianError, Report
from sakipgen.forms import laporan
from sakipgen.kiriman.peristiwa import TERBESAR
from sakipgen.pilihan import PeriodePilihan, TahunPilihan, akar_opsi, parse_periode, proyek
from sakipgen.writing.berkas import tulis_aman, tulis_di_samping


@click.group(cls=Kelompok)
def formulir() -> None:
    """Buat formulir pengumpulan data, dan terima kembali sesudah diisi."""


_unit = click.option("--unit", metavar="KODE", help="Kode unit, misalnya pka. Bawaan: semua unit yang melapor.")


def buka_data(akar: Path) -> formulir_unit.Data | None:
    """Returns the data that forms are made of; where it has a galat, that is printed instead."""
    found = formulir_unit.buka(proyek(akar))
    if isinstance(found, Report):
        click.echo(found.render(Format.TEKS), err=True, nl=False)
        click.echo("Formulir memerlukan data tanpa galat: perbaiki galat di atas lebih dahulu.", err=True)
        return None
    return found


@formulir.command()
@akar_opsi
@click.option("--tahun", type=TahunPilihan(), metavar="TAHUN", help="Tahun periodenya.")
@click.option(
    "--periode",
    type=PeriodePilihan(),
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
    when = parse_periode(periode, tahun, "--periode")
    if when is None or (tahun and when.tahun != tahun):
        raise click.UsageError(f"`--periode` {when} tidak berada dalam `--tahun` {tahun}; samakan tahunnya.")
    data = buka_data(akar)
    if data is None:
        return GALAT
    target = ke or data.project.root / "formulir"
    made = {target / name: content for name, content in formulir_unit.buat(data, when, unit)}
    for path, content in made.items():
        if path.exists() and path.read_bytes() != content:
            raise PemakaianError(
                f"`{path}` sudah ada dan isinya lain, mungkin sudah diisi; pindahkan dahulu atau pilih folder lain "
                "dengan `--ke`."
            )
    for path, content in made.items():
        tulis_aman(path, content)
        click.echo(f"Ditulis: {path}")
    return 0


@formulir.command()
@akar_opsi
@click.argument("berkas", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lihat", is_flag=True, help="Tampilkan saja apa yang akan berubah; tidak ada yang ditulis.")
@click.option("--unit", metavar="KODE", help="Tolak bila formulirnya bukan milik unit ini.")
@click.option("--periode", type=PeriodePilihan(), metavar="PERIODE", help="Tolak bila formulirnya bukan periode ini.")
@click.option(
    "--ke",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="FOLDER",
    help="Folder salinan yang diberi catatan bila ada galat. Bawaan: folder berkas itu.",
)
def terima(akar: Path, berkas: Path, lihat: bool, unit: str | None, periode: str | None, ke: Path | None) -> int:
    """Terima formulir yang sudah diisi. Diperiksa dan ditampilkan dahulu, lalu ditulis ke data."""
    content = formulir_unit.baca_kiriman(berkas)
    data = buka_data(akar)
    if data is None:
        return GALAT
    answer = formulir_unit.terima(data, berkas.name, content, unit, parse_periode(periode, None, "--periode"))
    click.echo(laporan.perubahan(answer.judul, answer.beda, answer.nama or {}), nl=False)
    for one in answer.temuan:
        click.echo(one.as_text(berkas.name), err=True)
    if answer.ditolak:
        if answer.diperiksa is not None and not lihat:
            copy = tulis_di_samping((ke or berkas.parent) / f"{berkas.stem}-diperiksa.xlsx", answer.diperiksa)
            click.echo(f"Salinan dengan pesan di samping selnya: {copy}", err=True)
        elif answer.judul and answer.diperiksa is None:
            click.echo("Salinan dengan pesan tidak dapat dibuat dari berkas ini; sampaikan pesan di atas.", err=True)
        click.echo(f"{MASIH_ADA}\nTidak ada yang ditulis.", err=True)
        return GALAT
    if lihat or answer.isi is None:
        click.echo("Tidak ada yang ditulis: hanya dilihat." if lihat else "Tidak ada yang berubah.")
        return 0
    click.echo(f"Ditulis: {formulir_unit.simpan(data, answer)}")
    return 0


_peristiwa = click.option(
    "--peristiwa",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="BERKAS",
    help="Berkas peristiwa (JSON) dari penyedia repositori: kiriman yang dibuka atau diubah.",
)


def _baca_peristiwa(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(TERBESAR + 1)
    except OSError as error:
        raise PemakaianError(f"berkas `{path}` tidak dapat dibuka; periksa namanya.") from error


@formulir.command()
@_peristiwa
def lampiran(peristiwa: Path) -> int:
    """Sebut alamat lampiran sebuah kiriman yang boleh diambil, satu baris satu alamat."""
    found, wrong = pengusulan.lampiran(_baca_peristiwa(peristiwa))
    for one in wrong:
        click.echo(one.as_text(peristiwa.name), err=True)
    for row in found:
        click.echo(row.alamat)
    return 0


@formulir.command()
@akar_opsi
@_peristiwa
@click.option(
    "--lampiran",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Folder lampiran yang sudah diambil: `1.xlsx`, `2.xlsx`, menurut urutan `formulir lampiran`.",
)
@click.option(
    "--hasil",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="Folder jawaban: `pesan.md`, `usulan.json`, dan salinan yang diberi catatan.",
)
def usulkan(akar: Path, peristiwa: Path, folder: Path, hasil: Path) -> int:
    """Jadikan kiriman lewat halaman repositori usulan, beserta jawabannya."""
    made = pengusulan.usulkan(proyek(akar), _baca_peristiwa(peristiwa), folder, hasil)
    click.echo(f"Ditulis: {hasil / pengusulan.PESAN}")
    if made:
        click.echo(f"Ditulis: {hasil / pengusulan.USULAN}")
    return 0 if made else GALAT
