"""The verbs that make papers and take them back: `susun`, `catat`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from sakipgen.bantuan import GALAT, Perintah, Pilihan
from sakipgen.diagnostics import Format, Report
from sakipgen.domain.siklus import PROSEDUR, AlasanKembali, HasilReviu
from sakipgen.domain.waktu import Periode
from sakipgen.pencatatan import Catatan, usulkan
from sakipgen.pilihan import (
    LamaPilihan,
    PeriodePilihan,
    TahunPilihan,
    TanggalPilihan,
    akar_opsi,
    bertahun,
    parse_periode,
    per_tanggal_opsi,
    proyek,
    sampai_opsi,
    selesai,
)
from sakipgen.reading.revisi import ZONA
from sakipgen.rendering.cetak import ukuran


@click.command(cls=Perintah)
@click.argument("naskah", required=False)
@akar_opsi
@per_tanggal_opsi
@sampai_opsi
@click.option(
    "--tahun", type=TahunPilihan(), metavar="TAHUN", help="Tahun naskahnya. Bawaan: tahun terakhir yang ada datanya."
)
@click.option("--periode", type=PeriodePilihan(), metavar="PERIODE", help="Periode naskahnya, misalnya 2026-TW3.")
@click.option("--unit", metavar="UNIT", help="Kode unit, atau `kepala`. Bawaan: semua.")
@click.option(
    "--prosedur",
    type=Pilihan(PROSEDUR),
    metavar="PROSEDUR",
    help="pengumpulan atau pengukuran. Bawaan: keduanya.",
)
@click.option(
    "--format",
    "fmt",
    type=Pilihan(["docx", "pdf", "xlsx", "semua"]),
    default="semua",
    metavar="FORMAT",
    help="docx, pdf, xlsx, atau semua. Bawaan: semua.",
)
@click.option(
    "--ke", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder hasil. Bawaan: `naskah` di repositori."
)
@click.option("--final", is_flag=True, help="Tanpa tanda RANCANGAN; ditolak selama masih ada yang belum diisi.")
@click.option(
    "--pejabat",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Berkas di luar repositori yang memuat nama, pangkat, dan NIP penanda tangan.",
)
def susun(
    naskah: str | None,
    akar: Path,
    per_tanggal: date | None,
    sampai: str | None,
    tahun: int | None,
    periode: str | None,
    fmt: str,
    ke: Path | None,
    pejabat: Path | None,
    **pilihan: Any,
) -> int:
    """Susun naskah: LKjIP, Perjanjian Kinerja, nota dinas, kertas kerja, dan lainnya. Tanpa NASKAH: daftarnya."""
    from sakipgen import susunan  # noqa: PLC0415 - what writes papers is slow to import; only this verb needs it

    if naskah is None:
        click.echo(_daftar(susunan.daftar_naskah()), nl=False)
        return 0
    when = parse_periode(periode, tahun, "--periode")
    if when and tahun and when.tahun != tahun:
        raise click.UsageError(f"`--periode` {when} tidak berada dalam `--tahun` {tahun}; samakan tahunnya.")
    susunan.pastikan_dikenal(naskah)
    project = proyek(akar)
    officials = susunan.baca_pejabat(pejabat, project)
    if officials.masalah:
        click.echo(Report.of(officials.masalah, 1).render(Format.TEKS), err=True, nl=False)
        return GALAT
    build = project.build_kantor(per_tanggal, parse_periode(sampai, None))
    if build.rekap is None:
        selesai(build)
        return GALAT
    formats = frozenset(susunan.FormatNaskah) if fmt == "semua" else frozenset({susunan.FormatNaskah(fmt)})
    request = susunan.Permintaan(naskah, tahun, when, format=formats, **pilihan)
    made = susunan.susun(project, build.rekap, request, officials.daftar, ke or project.root / susunan.FOLDER)
    selesai(build)  # warnings come after a usage mistake, which would be lost among them
    for path, size in made.berkas:
        click.echo(f"Ditulis: {path} ({ukuran(size)})")
    return _kurang(made, final=pilihan["final"])


def _daftar(rows: Any) -> str:
    """Every kind of paper, one to a line."""
    told = [(kode, ", ".join(formats), name, steps) for kode, name, steps, formats in rows]
    widths = [max(len(row[n]) for row in told) for n in (0, 1)]
    lines = [
        f"{kode:<{widths[0]}}  {formats:<{widths[1]}}  {name}{f' ({steps})' if steps else ''}"
        for kode, formats, name, steps in told
    ]
    return "".join(f"{line}\n" for line in lines)


def _kurang(made: Any, *, final: bool) -> int:
    """Says what the papers lack; a final one that lacks something was not written."""
    if not made.belum:
        return 0
    for one in made.belum:
        where = f"; tulis di {one.tempat}" if one.tempat else ""
        click.echo(f"Belum diisi: {one.apa}, penanggung jawab {one.siapa}{where}", err=True)
    if final:
        click.echo("Naskah final tidak disusun: lengkapi isian di atas, atau susun tanpa `--final`.", err=True)
        return GALAT
    return 0


@click.command(cls=Perintah)
@click.argument("langkah", nargs=-1, required=True)
@akar_opsi
@per_tanggal_opsi
@click.option(
    "--periode", type=PeriodePilihan(), required=True, metavar="PERIODE", help="Periode siklusnya, misalnya 2024-TW3."
)
@click.option("--tanggal", type=TanggalPilihan(), required=True, metavar="TANGGAL", help="Tanggal langkah selesai.")
@click.option("--oleh", required=True, metavar="JABATAN", help="Kode jabatan yang mengerjakan.")
@click.option("--nomor", metavar="NOMOR", help="Nomor naskah yang dihasilkan.")
@click.option("--waktu", type=LamaPilihan(), metavar="LAMA", help="Waktu kerja yang dipakai, misalnya `60 menit`.")
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
def catat(
    langkah: tuple[str, ...], akar: Path, per_tanggal: date | None, periode: str, lihat: bool, **isian: Any
) -> int:
    """Catat satu langkah SOP dalam siklusnya. Misalnya `catat 9.1.10` atau `catat pengumpulan 10`."""
    if isian["judul"] and not isian["naskah"]:
        raise click.UsageError("`--judul` adalah nama naskah; tulis `--naskah` juga.")
    if not bertahun(periode):
        raise click.BadParameter(f"tulis tahunnya juga, misalnya `2024-{periode}`.", param_hint="--periode")
    when = Periode.parse(periode)
    row = Catatan(langkah=" ".join(langkah), periode=when, **isian)
    proposal = usulkan(proyek(akar), row, per_tanggal, datetime.now(ZONA).date())
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
