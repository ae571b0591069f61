"""Archives a closed period: all of it is made from a fresh copy of the commit, then laid down whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

from sakipgen import __version__
from sakipgen.archiving import kata, rantai
from sakipgen.archiving.bundel import buat_bundel, klon, tulis_pohon
from sakipgen.archiving.jumlah import periksa_jumlah, sidik
from sakipgen.archiving.kemas import kemas
from sakipgen.archiving.keterangan import KOREKSI, NAMA, Keterangan, Pembuat, baca_keterangan
from sakipgen.archiving.rantai import Mata
from sakipgen.archiving.sesudah import DATA, beri_tahu, kode_koreksi, koreksi_baru, koreksi_dikenal
from sakipgen.archiving.sumber import Sumber, baca_sumber
from sakipgen.diagnostics import PemakaianError, Report, SakipgenError
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.siklus import Penutupan
from sakipgen.domain.waktu import Periode
from sakipgen.jumlah_uji import NAMA as JUMLAH
from sakipgen.jumlah_uji import write_sums
from sakipgen.project import Build, Project
from sakipgen.publishing import is_ours, publish
from sakipgen.reading import load
from sakipgen.reading.git import git
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import kertas_kerja
from sakipgen.rendering.berkas.versi import VERSI
from sakipgen.susunan import susun_periode

BUNDEL: Final = "riwayat.bundle"
NASKAH: Final = "naskah.zip"
SITUS: Final = "situs.zip"
TINJAUAN: Final = "tinjauan.zip"
UKUR: Final = "ukur.json"
KETERANGAN: Final = "KETERANGAN.md"
WAJIB: Final = frozenset({BUNDEL, DATA, KETERANGAN, NAMA, NASKAH, SITUS, UKUR, rantai.NAMA})
"""What every archive has."""
TANDA: Final = "refs/tags/periode/"
"""Where the tags of archives are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """Which period is archived, and where to."""

    periode: Periode
    ke: Path
    situs: Path | None = None
    """A finished site; None to build it."""
    sebelumnya: Path | None = None
    """The archive before; None for the last one in the folder."""
    catatan: str | None = None
    """The revision that holds the records of reviews; None for the branch `tinjauan`, if there is one."""
    koreksi: bool = False
    """Whether to archive a period once more, for figures of the archive were corrected since."""
    per_tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class Arsip:
    """What was archived; without a folder nothing was, and the report says why."""

    report: Report
    folder: Path | None = None
    sidik: str = ""
    """Of its list of sums."""
    berkas: tuple[tuple[str, int], ...] = ()
    """Its files with their size."""
    pesan: str = ""
    """The message of its tag."""
    pemberitahuan: tuple[Path, ...] = ()
    """The notices that were laid beside older archives."""


def arsipkan(project: Project, minta: Permintaan) -> Arsip:
    """Archives a period; raises `PemakaianError` where that is not to be done."""
    source = baca_sumber(project.root, project.data_dir.name, minta.catatan)
    to = minta.ke.resolve()
    if to.is_relative_to(project.data_dir.resolve()):
        raise PemakaianError(f"`{minta.ke}` berada di dalam folder data; pilih folder lain dengan `--ke`.")
    made_before = _sudah(project.root, to, str(minta.periode))
    name = _nama(to, minta, made_before)
    before = _sebelumnya(project.root, to, minta, name)
    problems = list(rantai.rantai_utuh(to))
    problems += periksa_jumlah(before, sebagian=minta.sebelumnya is not None) if before else ()
    if problems:
        return Arsip(Report.of(problems, len(rantai.semua_arsip(to))))
    known = _dikenal(project, to, made_before[-1]) if minta.koreksi else None
    with tempfile.TemporaryDirectory() as temporary:
        bundle = Path(temporary) / BUNDEL
        buat_bundel(project.root, bundle, source.revisi, source.tinjauan, f"{TANDA}{name}")
        made = _bahan(minta, source, bundle, name, known)
        if isinstance(made, Report):
            return Arsip(made)
        return _letakkan(to, made, rantai.mata(before) if before else None)


def _bahan(minta: Permintaan, source: Sumber, bundle: Path, name: str, known: frozenset[str] | None) -> _Bahan | Report:
    """All that goes into an archive, made of a clone of its bundle beside that; else what is wrong with the data.

    `known` are the corrections that the archive before holds, of an archive that is made once more.
    """
    work = bundle.parent
    if any(klon(bundle, work / "klon", source.revisi)):
        raise SakipgenError("Riwayat yang baru dikemas tidak dapat dibuka lagi; periksa repositori dengan `git fsck`.")
    copy = Project(work / "klon" / source.awalan)
    dataset = load(copy.data_dir).dataset
    if dataset is None:
        return copy.periksa()
    closing = _penutupan(dataset, minta.periode)
    made = isi(copy, minta.periode, minta.per_tanggal)
    if made.build.rekap is None:
        return made.build.report
    day = made.build.rekap.posisi.per_tanggal
    if closing.tanggal > day:
        raise PemakaianError(f"periode {minta.periode} baru ditutup {closing.tanggal}; pada {day} masih terbuka.")
    if known is not None and not koreksi_baru(known, minta.periode, dataset):
        raise PemakaianError(f"tidak ada koreksi yang belum ada dalam arsip {minta.periode}; arsip itu masih berlaku.")
    if minta.situs:
        _situs_cocok(minta.situs, source, made.build.rekap)
    else:
        publish(copy, made.build, work / "situs")
    about = Keterangan(
        nama=name,
        periode=str(minta.periode),
        instansi=_instansi(made.build.rekap),
        revisi=source.revisi,
        waktu=source.detik,
        per_tanggal=day.isoformat(),
        ditutup=closing.tanggal.isoformat(),
        oleh=dataset.instansi.isi.nama_jabatan(closing.oleh),
        pembuat=pembuat(),
        git=source.git,
    )
    return _Bahan(about, dataset, work / "klon", copy, made, minta.situs or work / "situs", bundle, source.tinjauan)


# ── What is made of a copy, for an archive and to compare with one ───────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Isi:
    """What a copy of the repository says of a period."""

    build: Build
    """Of the site."""
    ukur: str = ""
    """The figures of the period; empty where a galat stands in the way."""


def isi(copy: Project, periode: Periode, per_tanggal: date | None) -> Isi:
    """Returns the build of the site and the figures of a period as `sakipgen ukur --format json` says them."""
    build = copy.build(per_tanggal)
    if build.rekap is None:
        return Isi(build)
    measured = copy.build(build.rekap.posisi.per_tanggal, periode).rekap
    year = next((y for y in measured.tahun if y.tahun == periode.tahun), None) if measured else None
    if measured is None or year is None or year.pada(periode) is None:
        raise PemakaianError(f"periode {periode} tidak diukur dalam data ini; periksa penulisannya.")
    return Isi(build, kertas_kerja.render_json(measured, periode.tahun, periode))


def pembuat() -> Pembuat:
    """Returns what makes archives here."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return Pembuat(
        versi=__version__, sidik=digest.hexdigest(), python=platform.python_version(), pustaka=dict(_pustaka())
    )


def _pustaka() -> Iterator[tuple[str, str]]:
    """The version of every package that the program asks for."""
    for asked in sorted(requires("sakipgen") or ()):
        if "extra ==" not in asked:
            name = re.split(r"[^A-Za-z0-9._-]", asked)[0]
            try:
                yield name, version(name)
            except PackageNotFoundError:
                yield name, "tidak terpasang"


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────


def _sudah(root: Path, to: Path, first: str) -> list[str]:
    """The archives of a period that were made before, the latest last: those in the folder, and those that a tag names.

    A tag on the commit that is archived is that of the archive to come.
    """
    tags = (git(root, "for-each-ref", "--no-contains=HEAD", "--format=%(refname)", TANDA) or b"").decode().split()
    names = {path.name for path in rantai.semua_arsip(to)} | {ref.removeprefix(TANDA) for ref in tags}
    return sorted((name for name in names if re.fullmatch(f"{first}({KOREKSI}[1-9][0-9]*)?", name)), key=_nomor)


def _nomor(name: str) -> int:
    """The how many-th archive of its period, from 0."""
    return int(name.rpartition(KOREKSI)[2]) if KOREKSI in name else 0


def _dikenal(project: Project, to: Path, name: str) -> frozenset[str]:
    """The corrections that an archive holds; of one that lies elsewhere those that its tag holds."""
    if (to / name).is_dir():
        return koreksi_dikenal(to / name)
    tree = f"{TANDA}{name}:./{project.data_dir.name}"
    return kode_koreksi(
        (git(project.root, "ls-tree", "-r", "--name-only", "--full-tree", tree) or b"").decode().split()
    )


def _nama(to: Path, minta: Permintaan, made_before: Sequence[str]) -> str:
    """The name of the new archive; none is ever written over."""
    first = str(minta.periode)
    if minta.koreksi:
        if not made_before:
            raise PemakaianError(
                f"arsip {first} belum ada di `{minta.ke}`; `--koreksi` hanya untuk periode yang sudah diarsipkan."
            )
        return f"{first}{KOREKSI}{_nomor(made_before[-1]) + 1}"
    if (to / first).exists():
        raise PemakaianError(
            f"arsip {first} sudah ada di `{minta.ke}` dan tidak pernah ditimpa; bila sesudahnya ada koreksi, "
            "buat arsip baru di sampingnya dengan `--koreksi`."
        )
    return first


def _sebelumnya(root: Path, to: Path, minta: Permintaan, name: str) -> Path | None:
    """The archive that the new one follows."""
    if minta.sebelumnya:
        folder = minta.sebelumnya.resolve()
        about = baca_keterangan((folder / NAMA).read_bytes()) if (folder / NAMA).is_file() else None
        if about is None or about.nama != folder.name:
            raise PemakaianError(
                f"`{minta.sebelumnya}` bukan folder arsip; foldernya bernama seperti arsipnya, misalnya `2026-TW2`, "
                f"dan memuat sedikitnya `{NAMA}` dan `{JUMLAH}`."
            )
        return folder
    ends = rantai.ujung(to)
    if len(ends) > 1:
        told = ", ".join(f"`{path.name}`" for path in ends)
        raise PemakaianError(
            f"rantai arsip di `{minta.ke}` berujung lebih dari satu ({told}); sebut satu pada `--sebelumnya`."
        )
    tags = (git(root, "for-each-ref", "--format=%(refname)", TANDA) or b"").decode().split()
    older = [ref.removeprefix(TANDA) for ref in tags if ref != f"{TANDA}{name}"]
    if older and not ends:
        raise PemakaianError(
            f"riwayat menyebut arsip {', '.join(older)}, tetapi tidak ada arsip di `{minta.ke}`; sebut folder arsip "
            "terakhir pada `--sebelumnya`."
        )
    return ends[0] if ends else None


def _penutupan(dataset: Dataset, periode: Periode) -> Penutupan:
    siklus = dataset.siklus.get(periode)
    if siklus is None or siklus.isi.penutupan is None:
        raise PemakaianError(
            f"periode {periode} belum ditutup; arsip hanya untuk periode yang sudah ditutup: catat dahulu `penutupan` "
            f"dalam `data/siklus/{periode.tahun}/{periode.segmen}.yaml`."
        )
    return siklus.isi.penutupan


def _situs_cocok(site: Path, source: Sumber, rekap: Rekapitulasi) -> None:
    """Refuses a site that is not the one of this commit and day."""
    if not is_ours(site):
        raise PemakaianError(f"`{site}` bukan situs buatan sakipgen; bangun dahulu, atau jalankan tanpa `--situs`.")
    said = json.loads((site / VERSI).read_text("utf-8"))
    posisi = {"sampai": str(rekap.posisi.sampai), "per_tanggal": str(rekap.posisi.per_tanggal)}
    if said.get("revisi") != source.revisi[:12] or said.get("posisi") != posisi:
        raise PemakaianError(
            f"situs di `{site}` dibangun dari revisi atau hari lain; yang diarsipkan revisi {source.revisi[:12]} "
            f"per {posisi['per_tanggal']}; bangun lagi situsnya, atau jalankan tanpa `--situs`."
        )


def _instansi(rekap: Rekapitulasi) -> str:
    return f"{rekap.instansi.perangkat_daerah.nama} {rekap.instansi.daerah}"[:300]


# ── Laying it down ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Bahan:
    """All that goes into an archive."""

    about: Keterangan
    dataset: Dataset
    klon: Path
    copy: Project
    """Within `klon`."""
    made: Isi
    site: Path
    bundle: Path
    reviews: str | None


def _letakkan(to: Path, bahan: _Bahan, before: Mata | None) -> Arsip:
    """Writes the archive beside its place, gives it its name last, and lays notices beside older archives."""
    about = bahan.about
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{about.nama}.", dir=to) as temporary:
        new = Path(temporary) / about.nama
        new.mkdir()
        _berkas_besar(new, bahan)
        _teks(new / UKUR, bahan.made.ukur)
        _teks(new / rantai.NAMA, rantai.tulis_sebelumnya(before))
        _teks(new / NAMA, json.dumps(about.model_dump(), ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        names = {KETERANGAN, *(path.name for path in new.iterdir())}
        _teks(new / KETERANGAN, kata.keterangan_md(about, names, before))
        write_sums(new)
        for path in new.iterdir():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        try:
            new.rename(to / about.nama)
        except OSError as error:
            raise PemakaianError(f"arsip tidak dapat diletakkan di `{to / about.nama}`: {error.strerror}.") from error
    folder = to / about.nama
    own = Mata(about.nama, sidik(folder / JUMLAH))
    return Arsip(
        bahan.made.build.report,
        folder,
        own.sidik,
        tuple((path.name, path.stat().st_size) for path in sorted(folder.iterdir())),
        kata.pesan_tanda(about, own, before),
        tuple(beri_tahu(to, own, about.revisi, bahan.dataset)),
    )


def _berkas_besar(new: Path, bahan: _Bahan) -> None:
    about = bahan.about
    shutil.copyfile(bahan.bundle, new / BUNDEL)
    kemas(bahan.copy.data_dir, new / DATA, about.waktu)
    kemas(bahan.site, new / SITUS, about.waktu)
    office = bahan.copy.build_kantor(date.fromisoformat(about.per_tanggal)).rekap
    if office is None:
        raise SakipgenError("Naskah tidak dapat disusun dari data yang sudah diperiksa.")
    with tempfile.TemporaryDirectory() as temporary:
        papers = Path(temporary)
        for name, content in susun_periode(bahan.copy, office, about.dari):
            (papers / name).write_bytes(content)
        kemas(papers, new / NASKAH, about.waktu)
    if bahan.reviews:
        with tempfile.TemporaryDirectory() as temporary:
            records = Path(temporary) / "catatan"
            if not tulis_pohon(bahan.klon, bahan.reviews, records):
                raise SakipgenError("Catatan peninjauan tidak dapat dibaca dari riwayat.")
            kemas(records, new / TINJAUAN, about.waktu)


def _teks(path: Path, isi: str) -> None:
    path.write_text(isi, "utf-8", newline="\n")
