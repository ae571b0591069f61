"""The pictures of the guides, each made of what the program really says and shows: `make gambar-panduan`.

Comments stand in a plain frame instead of the forge's own page, which no guide can know.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import click
import markdown  # type: ignore[import-untyped]
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page

from sakipgen.cli import cli
from sakipgen.kiriman.borang import Jenis
from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.forms.kantor import SOFFICE, TANPA_SOFFICE, Isi, isi
from tests.kiriman.kantor import borang, peristiwa
from tests.peramban.mesin import TIADA, buka_peramban, cari_peramban
from tests.peramban.server import layani
from tests.repo import Repo
from tests.salinan import CONTOH, ROOT, copy_repository

TUJUAN: Final = ROOT / "docs" / "panduan" / "gambar"
LEBAR: Final = 680
"""CSS pixels: words stay readable where the picture is as narrow as a telephone."""
RAPAT: Final = 1.6
"""Pixels to a CSS pixel."""
MUTU: Final = 82
GAYA: Final = (Path(__file__).parent / "gambar_panduan.css").read_text("utf-8")
EKSTENSI: Final = ("tables", "md_in_html", "sane_lists", "pymdownx.tasklist")

LAPORAN: Final = "data/realisasi/2026/10/mp.yaml"
BUKA: Final = "2026-11-09T10:12:00+07:00"
ISIAN: Final[Isi] = {
    ("IKU-07:utama", "isian"): 8.4,
    ("IKU-07:bukti.0", "uraian"): "Buku kendali usul kenaikan pangkat, Oktober 2026",
    ("IKU-07:bukti.0", "satuan"): "rekapitulasi",
    ("IKU-07:bukti.0", "target_tahun"): "800.1.3.2/41/MP/XI/2026",
    ("ISK-17:utama", "isian"): 12,
    ("ISK-17:bukti.0", "uraian"): "Register keputusan mutasi, Oktober 2026",
    ("ISK-17:bukti.0", "satuan"): "register",
    ("ISK-17:bukti.0", "target_tahun"): "800.1.3/42/MP/XI/2026",
    ("ISK-19:utama", "isian"): 2,
    ("ISK-19:bukti.0", "uraian"): "Register keputusan jabatan, Oktober 2026",
    ("ISK-19:bukti.0", "satuan"): "register",
    ("ISK-19:bukti.0", "target_tahun"): "800.1.3/43/MP/XI/2026",
}
"""What Bidang Mutasi dan Promosi reports for October in the guide, without why IKU-07 misses its target."""
SEBAB: Final[Isi] = {
    ("IKU-07:kendala", "uraian"): "Satu verifikator cuti sepuluh hari kerja dan penggantinya belum lulus uji.",
    ("IKU-07:solusi", "uraian"): "Verifikator pengganti diuji ulang pada 20 November.",
}


class Potongan(NamedTuple):
    """A part of a page: from one element to the next, if any; no higher than so many CSS pixels."""

    alamat: str
    dari: str
    sampai: str = ""
    tinggi: int = 900
    lebar: int = LEBAR
    buka: str = ""
    """What is unfolded first."""


SEMUA: Final = Potongan("", "body", tinggi=4000)
AWAL: Final = Potongan("", "body", "h4:has-text('Dampak')", 4000)
AKHIR: Final = Potongan("", "h4:has-text('Dampak')", tinggi=4000)
PRATINJAU: Final = Potongan("indikator/iku-07/index.html", "body", tinggi=715)
SITUS: Final[Mapping[str, Potongan]] = {
    "beranda": Potongan("", "main h1", tinggi=760),
    "bidang-laporan": Potongan("bidang/pkp/", "#kirim", tinggi=1080, lebar=1100, buka="section:has(#kirim) details"),
    "koreksi": Potongan("indikator/iku-03/", "#koreksi", "section:has(#koreksi) + *", lebar=1000),
    "periode": Potongan("periode/2026-tw3/", "main h1", tinggi=760),
}


@dataclass(frozen=True)
class Kantor:
    """A copy of the example as an office's repository, and what its program answers."""

    folder: Path
    meja: Path
    """Where lies what is sent and answered, beside the repository."""

    def jalankan(self, *args: str) -> str:
        """Returns what a command prints on a terminal."""
        result = CliRunner().invoke(cli, [*args, "--akar", str(self.folder)], standalone_mode=False)
        if result.exception:
            raise result.exception
        return result.output

    def formulir(self) -> bytes:
        """Returns the form of October as the unit gets it."""
        self.jalankan("formulir", "buat", "--periode", "2026-10", "--unit", "mp", "--ke", str(self.meja))
        return (self.meja / "formulir-2026-10-mp.xlsx").read_bytes()

    def terima(self, buku: bytes) -> None:
        """Writes a form into the data."""
        path = self.meja / "kiriman.xlsx"
        path.write_bytes(buku)
        self.jalankan("formulir", "terima", str(path))

    def kirim(self, **bagian: str) -> str:
        """Returns the answer to the form of one figure."""
        text = borang(Jenis.ANGKA, **bagian)
        event, result = self.meja / "peristiwa.json", self.meja / "hasil"
        event.write_bytes(peristiwa(Jenis.ANGKA, text, akun="bkpsdm-mp"))
        shutil.rmtree(result, ignore_errors=True)
        (self.meja / "lampiran").mkdir(exist_ok=True)
        self.jalankan(
            *("formulir", "usulkan", "--peristiwa", str(event), "--lampiran", str(self.meja / "lampiran")),
            *("--hasil", str(result)),
        )
        return (result / "pesan.md").read_text("utf-8")

    def tinjau(self) -> str:
        """Returns the comment on the proposal that lies in the folder."""
        return self.jalankan(
            *("tinjau", "--dasar", "main", "--pengirim", "bkpsdm-mp", "--nomor", "128", "--dikirim", BUKA),
            *("--format", "markdown"),
        )


# ── Frames ───────────────────────────────────────────────────────────────────────────────────────────────────────


def komentar(judul: str, teks: str, *, terbuka: str = "") -> str:
    """Returns a comment in its frame; of its folded parts the one that `terbuka` begins is open."""
    body = markdown.markdown(teks.replace("<details>", '<details markdown="1">'), extensions=list(EKSTENSI))
    if terbuka:
        body = re.sub(rf"<details>(?=\s*<summary>{terbuka})", "<details open>", body)
    head = f'<header><b>{escape(judul)}</b></header><article><p class="siapa">Pemeriksa usulan</p>'
    return _lembar(f"{head}<div>{body}</div></article>", "komentar")


def terminal(*giliran: tuple[str, str]) -> str:
    """Returns a terminal in which commands were typed and answered."""
    said = "".join(f"<b>$ {escape(typed)}</b>\n{escape(answer)}" for typed, answer in giliran)
    return _lembar(f"<pre>{said}</pre>", "terminal")


def _lembar(isi: str, rupa: str) -> str:
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><style>{GAYA}</style><body class="{rupa}">{isi}</body>'
    )


# ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────


def buat(browser: Browser, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yields the name of each picture and its PNG."""
    kantor = Kantor(copy_repository(folder / "kantor", CONTOH), folder)
    repo = Repo(kantor.folder)
    repo.catat({}, "2026-11-06T08:00:00+07:00", "Data utama")
    page = browser.new_page(
        viewport={"width": LEBAR, "height": 900}, device_scale_factor=RAPAT, reduced_motion="reduce"
    )
    form = kantor.formulir()
    yield "formulir-excel", _cetak(isi(form, ISIAN), folder)
    for name, html in _jawaban(kantor):
        page.set_content(html)
        yield name, _potret(page, SEMUA)
    _semula(repo)
    kantor.terima(isi(form, {**ISIAN, **SEBAB}))
    shutil.copytree(kantor.folder / "data", folder / "usulan" / "data")
    for name, html, part in _tinjauan(kantor):
        page.set_content(html)
        yield name, _potret(page, part)
    _semula(repo)
    preview = folder / "pratinjau"
    kantor.jalankan("bangun", "--usulan", "128", "--data", str(folder / "usulan" / "data"), "--ke", str(preview))
    page.goto((preview / PRATINJAU.alamat).as_uri())
    yield "pratinjau", _potret(page, PRATINJAU)
    site = folder / "situs"
    project = Project(kantor.folder)
    publish(project, project.build(), site)
    with layani(site) as address:
        for name, part in SITUS.items():
            page.goto(address + part.alamat)
            yield name, _potret(page, part)


def _semula(repo: Repo) -> None:
    """Takes back what was written into the data."""
    repo.git("restore", "data")
    repo.git("clean", "-fdq", "data")


def _jawaban(kantor: Kantor) -> Iterator[tuple[str, str]]:
    """What the program answers to the form of one figure: with a comma and no reason, and mended."""
    place = {"unit": "mp", "periode": "2026-10", "indikator": "IKU-07"}
    proof = {"bukti_judul": "Buku kendali usul kenaikan pangkat", "bukti_tempat": "800.1.3.2/41/MP/XI/2026"}
    why = {"kendala": str(SEBAB["IKU-07:kendala", "uraian"]), "solusi": str(SEBAB["IKU-07:solusi", "uraian"])}
    form = "Kiriman #127 · Isi satu angka"
    yield "jawaban-ditolak", komentar(form, kantor.kirim(**place, **proof, angka="8,4"))
    yield "jawaban-diterima", komentar(form, kantor.kirim(**place, **proof, **why, angka="8.4"))


def _tinjauan(kantor: Kantor) -> Iterator[tuple[str, str, Potongan]]:
    """What the program says to a proposal, and to one that leaves out why a target is missed."""
    title = "Usulan #128 · Realisasi Oktober 2026 Bidang Mutasi dan Promosi"
    html = komentar(title, kantor.tinjau(), terbuka="Periksa mandiri")
    yield "komentar-lolos", html, AWAL
    yield "komentar-periksa-mandiri", html, AKHIR
    path = kantor.folder / LAPORAN
    path.write_text(re.sub(r"    (kendala|solusi):.*\n(      .*\n)*", "", path.read_text("utf-8")), "utf-8")
    yield "komentar-belum", komentar(title, kantor.tinjau()), AWAL
    yield "terminal-periksa", terminal(("sakipgen periksa", kantor.jalankan("periksa"))), SEMUA


def _potret(page: Page, part: Potongan) -> bytes:
    """The part of a page, with a little room around it."""
    page.set_viewport_size({"width": part.lebar, "height": 900})
    if part.buka:
        page.locator(part.buka).first.evaluate("node => { node.open = true }")
    box = page.locator(part.dari).first.bounding_box()
    end = page.locator(part.sampai or "body").first.bounding_box()
    assert box, part.dari
    assert end, part.sampai
    top = max(box["y"] - 12, 0)
    height = min(end["y"] - 12 if part.sampai else end["y"] + end["height"], top + part.tinggi) - top
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": part.lebar, "height": height})


def _cetak(buku: bytes, folder: Path) -> bytes:
    """The sheet of the form as LibreOffice prints it, as far as its first indikator."""
    assert SOFFICE
    source = folder / "formulir.xlsx"
    source.write_bytes(buku)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    command = ["pdftoppm", "-png", "-r", "130", "-f", "2", "-l", "2", "-singlefile", str(folder / "formulir.pdf")]
    subprocess.run([*command, str(folder / "formulir")], check=True, timeout=120)
    with Image.open(folder / "formulir.png") as sheet:
        content = io.BytesIO()
        sheet.crop((30, 50, sheet.width - 30, sheet.height * 11 // 20)).save(content, "PNG")
    return content.getvalue()


def ringan(png: bytes) -> bytes:
    """Returns a picture as WebP, by whichever of both ways is lighter."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    made = []
    for options in ({"lossless": True, "quality": 100}, {"quality": MUTU}):
        content = io.BytesIO()
        picture.save(content, "WEBP", method=6, **options)
        made.append(content.getvalue())
    return min(made, key=len)


def main(to: Path) -> int:
    path = cari_peramban()
    if path is None or SOFFICE is None:
        click.echo(TIADA if path is None else TANPA_SOFFICE)
        return 2
    to.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, buka_peramban(path) as browser:
        for name, png in buat(browser, Path(folder)):
            content = ringan(png)
            (to / f"{name}.webp").write_bytes(content)
            click.echo(f"{to / name}.webp: {len(content)} bita")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TUJUAN))
