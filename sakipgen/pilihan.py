"""What the verbs share: how their options are read, the repository they work on, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError

from sakipgen.bantuan import Pilihan
from sakipgen.diagnostics import Format
from sakipgen.domain.lama import Lama, parse_lama
from sakipgen.domain.waktu import Periode, parse_tanggal
from sakipgen.project import Build, Project


class TanggalPilihan(click.ParamType[date]):
    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return parse_tanggal(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


class TahunPilihan(click.ParamType[int]):
    name = "tahun"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return Periode.parse(str(value) if len(str(value)) == 4 else "").tahun
        except PydanticCustomError:
            self.fail(f'"{value}" bukan tahun; tulis empat angka, misalnya `2024`.', param, ctx)


class PeriodePilihan(click.ParamType[str]):
    """`2024-TW3`, or the segment alone (`TW3`, `09`) where the year is known."""

    name = "periode"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        try:
            Periode.parse(text if bertahun(text) else f"2024-{text}")
        except PydanticCustomError:
            self.fail(
                f'periode "{text}" tidak dikenal; tulis `2024-TW3`, `2024-09`, `2024-S1` atau `2024`.', param, ctx
            )
        return text


class LamaPilihan(click.ParamType[Lama]):
    name = "lama"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Lama:
        try:
            return parse_lama(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


class PortaPilihan(click.ParamType[int]):
    name = "porta"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not str(value).isdecimal() or not 0 < int(value) < 65536:
            self.fail(f'"{value}" bukan nomor porta; tulis angka 1 sampai 65535, misalnya `8000`.', param, ctx)
        return int(value)


class NomorPilihan(click.ParamType[int]):
    """The number of a proposal."""

    name = "nomor"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f'"{value}" bukan nomor usulan; tulis angkanya saja, misalnya `128`.', param, ctx)
        return int(value)


def bertahun(text: str) -> bool:
    """Whether a period names its year."""
    return len(text) >= 4 and text[:2] == "20"


def parse_periode(text: str | None, tahun: int | None, opsi: str = "--sampai") -> Periode | None:
    """Returns the period that an option names, with the year of another option where it names none."""
    if text is None:
        return None
    if bertahun(text):
        return Periode.parse(text)
    if tahun is None:
        raise click.BadParameter(f"tulis tahunnya juga, misalnya `2024-{text}`.", param_hint=opsi)
    return Periode.parse(f"{tahun}-{text}")


akar_opsi = click.option(
    "--akar",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=False,
    metavar="FOLDER",
    help="Folder repositori yang memuat `data/`. Bawaan: folder ini.",
)
per_tanggal_opsi = click.option(
    "--per-tanggal", type=TanggalPilihan(), metavar="TANGGAL", help="Hari yang dianggap hari ini, misalnya 2024-10-14."
)
sampai_opsi = click.option(
    "--sampai", type=PeriodePilihan(), metavar="PERIODE", help="Periode terakhir yang dilihat, misalnya 2024-TW3."
)

format_opsi = click.option(
    "--format",
    "fmt",
    type=Pilihan([f.value for f in Format]),
    default="teks",
    metavar="FORMAT",
    help="teks, github (catatan pada halaman repositori), atau json. Bawaan: teks.",
)


def proyek(akar: Path) -> Project:
    """Returns the repository at a folder; refuses one without data."""
    project = Project(akar)
    if not project.data_dir.is_dir():
        raise click.UsageError(
            f"folder `{project.data_dir}` tidak ada; jalankan di akar repositori atau pakai `--akar`."
        )
    return project


def selesai(build: Build, tentang: str | None = None) -> bool:
    """Prints what is wrong to standard error, all or of one kode; whether there is anything to go on with.

    Of what blocks all is printed.
    """
    if build.report.diagnostics:
        one = tentang if build.rekap else None
        text = build.report.render_tentang(one) if one else build.report.render(Format.TEKS)
        click.echo(text, err=True, nl=False)
    return build.rekap is not None
