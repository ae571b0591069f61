"""Opens an archive again: checks every file and the chain, makes all of it once more from its history, and compares."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.archiving import rantai
from sakipgen.archiving.banding import angka_sama, data_sama, situs_sama
from sakipgen.archiving.buka import buka_zip, periksa_zip
from sakipgen.archiving.bundel import TINJAUAN as CABANG_TINJAUAN
from sakipgen.archiving.bundel import klon, tulis_pohon
from sakipgen.archiving.jumlah import keterangan_sah, periksa_jumlah, sidik, tentang
from sakipgen.archiving.kata import nama_pemberitahuan
from sakipgen.archiving.keterangan import Keterangan
from sakipgen.archiving.sesudah import DATA
from sakipgen.diagnostics import Diagnostic, PemakaianError, Report, SakipgenError, Severity
from sakipgen.jumlah_uji import NAMA as JUMLAH
from sakipgen.pengarsipan import BUNDEL, KETERANGAN, NASKAH, SITUS, TINJAUAN, UKUR, WAJIB, isi, pembuat
from sakipgen.project import Project
from sakipgen.publishing import publish

REPOSITORI: Final = "sakip"
"""Where the history is laid within what is restored."""
_FOLDER: Final = {SITUS: "situs", NASKAH: "naskah", TINJAUAN: "tinjauan"}
"""Where the contents of the zip files are laid."""


@dataclass(slots=True)
class Pemulihan:
    """What was found, told as it goes: what holds, and what is wrong."""

    baris: list[str] = field(default_factory=list)
    masalah: list[Diagnostic] = field(default_factory=list)
    ditulis: bool = False
    """Whether anything was restored."""

    @property
    def report(self) -> Report:
        return Report.of(self.masalah, len({d.path for d in self.masalah}))

    def catat(self, masalah: Iterable[Diagnostic], utuh: str, keliru: str) -> bool:
        """Adds what a check found, and a line that says it holds or does not; whether it holds."""
        found = list(masalah)
        self.masalah += found
        wrong = any(d.severity is Severity.ERROR for d in found)
        self.baris.append(f"✗ {keliru}" if wrong else f"✓ {utuh}")
        return not wrong


def pulihkan(arsip: Path, ke: Path, sidik_cetak: str | None = None) -> Pemulihan:
    """Checks an archive, makes everything again and lays it into a new folder.

    Nothing is laid down of an archive whose own files are not what they were; where only what is made again differs,
    the files are there to be looked into. `sidik_cetak` is the beginning of its sum as it was printed.
    """
    folder, to = arsip.resolve(), ke.resolve()
    _tolak(arsip, ke)
    told = Pemulihan()
    about = _berkas(told, folder, sidik_cetak)
    if about is None:
        return told
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as temporary:
        new = Path(temporary) / "pulih"
        new.mkdir()
        if not _buka(told, folder, new, about):
            return told
        copy = _banding_data(told, folder, new, Path(temporary))
        _banding_hasil(told, folder, new, about, copy, Path(temporary))
        if to.is_dir():
            to.rmdir()
        new.rename(to)
    told.ditulis = True
    return told


def _tolak(arsip: Path, ke: Path) -> None:
    if not arsip.is_dir():
        raise PemakaianError(f"folder arsip `{arsip}` tidak ada; periksa jalurnya.")
    to = ke.resolve()
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise PemakaianError(f"`{ke}` tidak kosong; pilih folder baru dengan `--ke`.")
    if to.is_relative_to(arsip.resolve()):
        raise PemakaianError(f"`{ke}` berada di dalam arsip; pilih folder lain dengan `--ke`.")


# ── The files as they lie there ──────────────────────────────────────────────────────────────────────────────────


def _berkas(told: Pemulihan, folder: Path, printed: str | None) -> Keterangan | None:
    """Checks files, description and chain; returns the description where the archive itself is whole."""
    own = list(periksa_jumlah(folder))
    sums = folder / JUMLAH
    if printed and sums.is_file() and not _tercetak(sidik(sums), printed):
        message = f"sidik arsip {sidik(sums)[:12]}…, tetapi yang tercetak {printed}; ini bukan arsip yang dicetak."
        own.append(tentang(PurePosixPath(folder.name) / JUMLAH, "A001", message))
    about = keterangan_sah(folder, WAJIB) if not own else None
    if isinstance(about, Diagnostic):
        own.append(about)
    zips = ((path, periksa_zip(path)) for path in sorted(folder.glob("*.zip")) if path.is_file())
    own += (
        tentang(PurePosixPath(folder.name, p.name), "A008", f"{wrong}; tidak dibuka.") for p, wrong in zips if wrong
    )
    listed = len(list(folder.iterdir())) - 1
    whole = told.catat(
        own, f"{listed} berkas sama dengan daftar sidiknya", "arsip ini tidak utuh; tidak ada yang dipulihkan"
    )
    if sums.is_file():
        told.baris.append(f"  Sidik arsip: {sidik(sums)[:12]}; cocokkan dengan Berita Acara")
    _rantai(told, folder)
    if (folder.parent / nama_pemberitahuan(folder.name)).is_file():
        told.baris.append(f"! Ada koreksi sesudah arsip ini dibuat; baca {nama_pemberitahuan(folder.name)}")
    return about if whole and isinstance(about, Keterangan) else None


def _tercetak(digest: str, printed: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{12,64}", printed)) and digest.startswith(printed)


def _rantai(told: Pemulihan, folder: Path) -> None:
    """Checks the archives that lie beside it, and how they hang together."""
    beside = rantai.semua_arsip(folder.parent)
    found = [d for other in beside if other != folder for d in periksa_jumlah(other)]
    found += [*rantai.rantai_utuh(folder.parent), *rantai.rantai_lengkap(folder.parent)]
    names = ", ".join(path.name for path in beside)
    told.catat(found, f"rantai {len(beside)} arsip utuh: {names}", "rantai arsip tidak utuh")


# ── What is inside ───────────────────────────────────────────────────────────────────────────────────────────────


def _buka(told: Pemulihan, folder: Path, new: Path, about: Keterangan) -> bool:
    """Opens history and zip files into a new folder; whether all of it could be opened."""
    history = told.catat(
        klon(folder / BUNDEL, new / REPOSITORI, about.revisi),
        f"riwayat lengkap sampai revisi {about.revisi[:12]}",
        "riwayat tidak dapat dibuka; tidak ada yang dipulihkan",
    )
    broken = [
        tentang(PurePosixPath(folder.name) / name, "A008", "rusak dan tidak dapat dibuka; ambil dari salinan lain.")
        for name, place in _FOLDER.items()
        if (folder / name).is_file() and not buka_zip(folder / name, new / place)
    ]
    if broken:
        told.catat(broken, "", "berkas zip tidak dapat dibuka; tidak ada yang dipulihkan")
    for name in (UKUR, KETERANGAN):
        (new / name).write_bytes((folder / name).read_bytes())
    return history and not broken


def _banding_data(told: Pemulihan, folder: Path, new: Path, work: Path) -> Project:
    """Compares data and records of the archive with those of its history; returns the project in the history."""
    data = work / "data"
    place = PurePosixPath(folder.name) / DATA
    whole = buka_zip(folder / DATA, data)
    found = [] if whole else [tentang(place, "A008", "rusak dan tidak dapat dibuka; ambil dari salinan lain.")]
    copy = Project(_akar(new / REPOSITORI))
    found += data_sama(place, data, copy.data_dir)
    records = new / _FOLDER[TINJAUAN]
    if records.is_dir():
        tulis_pohon(new / REPOSITORI, CABANG_TINJAUAN, work / "catatan")
        found += data_sama(PurePosixPath(folder.name) / TINJAUAN, records, work / "catatan")
    told.catat(found, "data sama dengan riwayatnya", "data tidak sama dengan riwayatnya")
    return copy


def _akar(repositori: Path) -> Path:
    """The folder of the project within its repository: the uppermost that holds `data/instansi.yaml`."""
    found = sorted(repositori.glob("**/data/instansi.yaml"), key=lambda path: (len(path.parts), path))
    return found[0].parent.parent if found else repositori


def _banding_hasil(told: Pemulihan, folder: Path, new: Path, about: Keterangan, copy: Project, work: Path) -> None:
    """Measures and builds once more, and compares with what the archive holds."""
    same = pembuat() == about.pembuat
    place = PurePosixPath(folder.name)
    day = date.fromisoformat(about.per_tanggal)
    made = isi(copy, about.dari, day)
    if made.build.rekap is None:
        told.catat(
            [
                tentang(
                    place / UKUR, "A006", "data arsip memuat galat menurut program ini; pakai versi yang disebut arsip."
                )
            ],
            "",
            "angka tidak dapat diukur lagi",
        )
        return
    told.catat(
        angka_sama(place / UKUR, (folder / UKUR).read_text("utf-8", "replace"), made.ukur),
        f"angka {about.dari.label} terulang sama",
        f"angka {about.dari.label} tidak terulang",
    )
    if not same:
        told.baris.append(f"– situs dibangun versi lain ({_versi(about)}); yang dibandingkan data terbukanya")
    site = work / "bangunan"
    try:
        publish(copy, made.build, site)
    except SakipgenError as error:
        found = [tentang(place / SITUS, "A007", f"situs tidak dapat dibangun lagi: {' '.join(str(error).split())}")]
    else:
        found = list(situs_sama(place / SITUS, new / _FOLDER[SITUS], site, persis=same))
    what = "situs terulang bita demi bita" if same else "data terbuka terulang sama"
    told.catat(found, what, "situs tidak terulang")


def _versi(about: Keterangan) -> str:
    return f"sakipgen {about.pembuat.versi}, Python {about.pembuat.python}"
