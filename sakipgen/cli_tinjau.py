"""The verb that reviews a proposal: `tinjau`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from sakipgen.bantuan import GALAT, Perintah, Pilihan
from sakipgen.peninjauan import Permintaan, tinjau
from sakipgen.pilihan import NomorPilihan, akar_opsi, per_tanggal_opsi, proyek
from sakipgen.reading.revisi import ZONA
from sakipgen.rendering.tinjauan import FormatTinjauan, render_tinjauan, susun_laporan
from sakipgen.reviewing.laporan import LaporanTinjauan, baca_laporan, tautan_sah

FOLDER_KERJA = "worktree"


class TautanPilihan(click.ParamType[str]):
    """An address that may stand in a comment."""

    name = "tautan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not tautan_sah(str(value)):
            self.fail(
                "bukan alamat yang dapat ditulis dalam komentar; tulis alamat https yang lengkap, tanpa akun, misalnya "
                "`https://git.contoh.go.id/unduh/128`.",
                param,
                ctx,
            )
        return str(value)


class WaktuPilihan(click.ParamType[datetime]):
    """A moment with its zone, as forges write it."""

    name = "waktu"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            self.fail(
                f'waktu "{value}" tidak dikenal; tulis beserta zonanya, misalnya `2026-10-14T10:12:00+07:00`.',
                param,
                ctx,
            )
        return found.astimezone(ZONA)


@click.command(name="tinjau", cls=Perintah)
@akar_opsi
@per_tanggal_opsi
@click.option("--dasar", metavar="REV", help="Data utama yang dibandingkan, misalnya `main`.")
@click.option(
    "--usulan",
    default=FOLDER_KERJA,
    metavar="REV",
    help="Usulannya: sebuah revisi, atau `worktree` untuk isi folder ini. Bawaan: worktree.",
)
@click.option("--pengirim", metavar="AKUN", help="Akun pengirim; tanpa ini kepemilikan berkas tidak diperiksa.")
@click.option(
    "--dikirim", type=WaktuPilihan(), metavar="WAKTU", help="Waktu kirim menurut repositori, beserta zonanya."
)
@click.option("--nomor", type=NomorPilihan(), metavar="NOMOR", help="Nomor usulan pada repositori.")
@click.option(
    "--format",
    "fmt",
    type=Pilihan([f.value for f in FormatTinjauan]),
    default="teks",
    metavar="FORMAT",
    help="teks; markdown (komentar usulan, dipotong bila panjang); ringkasan (isinya sama, selengkapnya, untuk halaman "
    "alur kerja); github (catatan pada baris); atau json. Bawaan: teks.",
)
@click.option(
    "--dari",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Bentuk ulang laporan JSON yang sudah ada, setelah diperiksa keabsahannya; `--dasar` tidak dipakai.",
)
@click.option(
    "--pratinjau", type=TautanPilihan(), metavar="URL", help="Alamat pratinjau situs dengan usulan ini; https saja."
)
def tinjau_usulan(
    akar: Path,
    per_tanggal: date | None,
    dasar: str | None,
    usulan: str,
    pengirim: str | None,
    dikirim: datetime | None,
    nomor: int | None,
    fmt: str,
    dari: Path | None,
    pratinjau: str | None,
) -> int:
    """Tinjau usulan: apa yang berubah, bolehkah, dan apa akibatnya."""
    if (dasar is None) == (dari is None):
        raise click.UsageError("sebut satu: `--dasar` untuk meninjau, atau `--dari` untuk laporan yang sudah ada.")
    if dari is not None:
        found = _baca(dari)
        if isinstance(found, str):
            click.echo(f"{dari}:1:1: galat[K004] {found}", err=True)
            return GALAT
    else:
        wanted = Permintaan(
            dasar=dasar or "",
            usulan=None if usulan == FOLDER_KERJA else usulan,
            pengirim=pengirim,
            dikirim=dikirim,
            nomor=nomor,
            per_tanggal=per_tanggal,
        )
        found = susun_laporan(tinjau(proyek(akar), wanted))
    found = found.model_copy(update={"pratinjau": pratinjau})  # only who calls knows it: a report may be forged
    click.echo(render_tinjauan(found, FormatTinjauan(fmt)), nl=False)
    return GALAT if found.galat else 0


def _baca(path: Path) -> LaporanTinjauan | str:
    try:
        return baca_laporan(path.read_bytes())
    except OSError as error:
        raise click.UsageError(f"laporan `{path}` tidak dapat dibaca; periksa jalurnya.") from error
