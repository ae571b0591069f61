"""Records that a step of the SOP was done: a row more in the record of its period, looked at before it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import PemakaianError, Report
from sakipgen.domain.dataset import FOLDER_BUKTI, Dataset
from sakipgen.domain.lama import Lama
from sakipgen.domain.siklus import PROSEDUR, AlasanKembali, HasilReviu, LangkahSop, Prosedur, Sop
from sakipgen.domain.waktu import Periode
from sakipgen.project import Project, default_date
from sakipgen.reading import Cache, load
from sakipgen.reading.revisi import read_revisi
from sakipgen.writing.berkas import tulis_aman
from sakipgen.writing.sisip import Isi, Ubahan, awal, prosa, sisip

_SKEMA: Final = "../../../schemas/siklus.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catatan:
    """What the paper of a step says, as somebody typed it."""

    langkah: str
    """`9.1.10` or `pengumpulan 10`."""
    periode: Periode
    tanggal: date
    oleh: str
    waktu: Lama | None = None
    nomor: str | None = None
    hasil: HasilReviu | None = None
    alasan: AlasanKembali | None = None
    catatan: str | None = None
    naskah: Path | None = None
    judul: str | None = None
    dicatat_oleh: str | None = None


@dataclass(frozen=True, slots=True)
class Usulan:
    """The file as it would be, and what is wrong only because of it."""

    path: Path
    sebelum: str
    sesudah: str
    report: Report

    @property
    def ditolak(self) -> bool:
        return self.report.has_errors

    @property
    def selisih(self) -> str:
        """The lines that change, as Git shows them."""
        name = self.path.as_posix()
        before = self.sebelum.splitlines(keepends=True)
        after = self.sesudah.splitlines(keepends=True)
        return "".join(unified_diff(before, after, name if before else "/dev/null", name))

    def simpan(self) -> None:
        tulis_aman(self.path, self.sesudah)


def usulkan(
    project: Project, catatan: Catatan, per_tanggal: date | None = None, hari_ini: date | None = None
) -> Usulan:
    """Returns the record with one more step; writes nothing. Raises for a step or a paper that cannot be recorded.

    So it does for a step of a day that has not come, as seen from `per_tanggal`; where that is not named from the later
    of the day of the data and `hari_ini`, the day at the desk. An example keeps its own day.
    """
    project = replace(project, cache=Cache())
    before = project.periksa()
    below, path = berkas_siklus(project, catatan.periode)
    loaded = load(project.data_dir, project.cache)
    own = [d for d in before.errors if d.path.parts[1:] == Path(below).parts]
    if loaded.dataset is None or loaded.dataset.ada(*Path(below).parts):  # what it records already is not known
        return Usulan(path, "", "", Report.of(own or before.diagnostics, before.berkas))
    if loaded.dataset.sop is None:
        raise PemakaianError("`data/sop.yaml` belum ada atau masih keliru; langkah dicatat menurut SOP itu.")
    _sudah_terjadi(catatan.tanggal, per_tanggal or _hari(project, loaded.dataset, hari_ini))
    name, nomor, step = _langkah(loaded.dataset.sop.isi, catatan.langkah)
    siklus = loaded.dataset.siklus.get(catatan.periode)
    rows = len(getattr(siklus.isi, name)) if siklus else 0
    text = teks_siklus(path)
    row = _baris(project, catatan, nomor, step)
    after = sisip(text, [Ubahan((name, rows), row)])
    seen = replace(project, andai={below: after.encode()}).periksa()
    report = Report.of(seen.baru_sejak(before), seen.berkas, sebagian=seen.sebagian)
    return Usulan(path, text if path.is_file() else "", after, report)


def berkas_siklus(project: Project, periode: Periode) -> tuple[str, Path]:
    """Returns the file that records a period, by its path below the data folder and as it lies there."""
    below = f"siklus/{periode.tahun}/{periode.segmen}.yaml"
    return below, project.data_dir / below


def teks_siklus(path: Path) -> str:
    """Returns what the record of a period says; of one that is not there the text that it begins with."""
    return (path.read_bytes().decode() if path.is_file() else "") or awal(_SKEMA)


def _hari(project: Project, dataset: Dataset, hari_ini: date | None) -> date:
    day = default_date(dataset, read_revisi(project.data_dir))
    return day if hari_ini is None or dataset.instansi.isi.posisi_contoh else max(day, hari_ini)


def _sudah_terjadi(tanggal: date, hari: date) -> None:
    if tanggal > hari:
        raise PemakaianError(
            f"`--tanggal` {tanggal} sesudah hari yang dilihat ({hari}), dan yang belum terjadi tidak dicatat; betulkan "
            f"tanggalnya, atau bila langkahnya memang sudah dikerjakan, sebut hari ini dengan `--per-tanggal`."
        )


def _langkah(sop: Sop, teks: str) -> tuple[str, str, LangkahSop]:
    """The procedure, the number and the step that `9.1.10` or `pengumpulan 10` names."""
    procedures: dict[str, Prosedur] = {name: getattr(sop, name) for name in PROSEDUR}
    part, _, number = teks.replace(" ", ".").rpartition(".")
    for name, procedure in procedures.items():
        if part in {name, procedure.bagian} and (step := procedure.langkah.get(number)):
            return name, number, step
    known = "; ".join(
        f"{procedure.bagian or name}.1 sampai {procedure.bagian or name}.{max(procedure.langkah, key=int)}"
        for name, procedure in procedures.items()
    )
    raise PemakaianError(f'langkah "{teks}" tidak ada dalam `data/sop.yaml`; langkah yang ada: {known}.')


def _baris(project: Project, catatan: Catatan, nomor: str, step: LangkahSop) -> dict[str, Isi]:
    optional: dict[str, Isi | None] = {
        "waktu": str(catatan.waktu) if catatan.waktu else None,
        "nomor": catatan.nomor,
        "hasil": catatan.hasil,
        "alasan": catatan.alasan,
        "catatan": prosa(catatan.catatan) if catatan.catatan else None,
        "naskah": _naskah(project, catatan, catatan.naskah, nomor, step) if catatan.naskah else None,
        "dicatat_oleh": catatan.dicatat_oleh,
    }
    row: dict[str, Isi] = {"langkah": nomor, "tanggal": catatan.tanggal, "oleh": catatan.oleh}
    return row | {name: value for name, value in optional.items() if value is not None}


def _naskah(project: Project, catatan: Catatan, berkas: Path, nomor: str, step: LangkahSop) -> Mapping[str, Isi]:
    """The paper of a step: a file that lies among the evidence already, with its sum."""
    path = berkas.resolve()
    folder = (project.data_dir / FOLDER_BUKTI).resolve()
    if not path.is_file():
        raise PemakaianError(f"berkas naskah `{berkas}` tidak ada; periksa jalurnya.")
    if not path.is_relative_to(folder):
        place = f"data/{FOLDER_BUKTI}/{catatan.periode.tahun}/{catatan.periode.segmen}/"
        raise PemakaianError(
            f"berkas naskah `{berkas}` tidak berada dalam `data/{FOLDER_BUKTI}/`; salin dahulu ke `{place}`, "
            "lalu sebut berkas salinannya."
        )
    kind = step.keluaran.value.replace("_", " ")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "judul": catatan.judul or f"{kind.capitalize()} langkah {nomor}, {catatan.periode.label}",
        "jenis": kind,
        "berkas": path.relative_to(project.data_dir.resolve()).as_posix(),
        "sha256": digest,
    }
