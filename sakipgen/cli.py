"""The command line: which verb stands where, and what it leaves with. The only module that exits."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import Final, Never

import click

import sakipgen
from sakipgen.bantuan import Kelompok, Verba, pesan_pemakaian
from sakipgen.diagnostics import PemakaianError, SakipgenError

PEMAKAIAN: Final = 2
PROGRAM: Final = 3

VERBA: Final = {
    "periksa": "cli_data:periksa",
    "ukur": "cli_ukur:ukur",
    "bangun": "cli_situs:bangun",
    "pratinjau": "cli_situs:pratinjau",
    "skema": "cli_data:skema",
    "formulir": "cli_formulir:formulir",
    "isi": "cli_isi:isi",
    "susun": "cli_naskah:susun",
    "catat": "cli_naskah:catat",
    "rapikan": "cli_rapikan:rapikan_berkas",
    "tinjau": "cli_tinjau:tinjau_usulan",
    "usulan": "cli_usulan:usulan",
    "audit": "cli_usulan:audit_gabungan",
    "arsip": "cli_arsip:arsip",
    "bersihkan": "cli_bukti:bersihkan",
    "pengingat": "cli_pengingat:pengingat",
}
"""Where the function of each verb stands, in the order of the help."""


@click.group(
    cls=Kelompok,
    commands=Verba({name: f"sakipgen.{place}" for name, place in VERBA.items()}),
    context_settings={"max_content_width": 100},
)
@click.version_option(sakipgen.__version__, "--versi", message="sakipgen %(version)s", help="Tampilkan versi.")
def cli() -> None:
    """Situs kinerja (SAKIP) dari data YAML di Git."""


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
