"""The example as an office would have made it: every paper, report, closing and correction as the commit of its day.

Reports come as merged proposals, on the day on which they were approved. The data is called official, so that the
history is judged as an office's is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from sakipgen.domain.waktu import Periode
from sakipgen.reading.revisi import ZONA
from tests.repo import Aliran, Repo

ROOT: Final = Path(__file__).parent.parent
AWAL: Final = date(2024, 1, 2)
AKHIR: Final = date(2026, 11, 12)
REPOSITORI: Final = "https://github.com/contoh/kinerja-bkpsdm"
_BERURUTAN: Final = (
    "realisasi",
    "anggaran",
    "siklus",
    "koreksi",
    "perjanjian-kinerja",
    "rencana-aksi",
    "tindak-lanjut",
    "narasi",
)


@dataclass(frozen=True, slots=True)
class _Peristiwa:
    """Files that were accepted on one day; with `usulan` as a proposal."""

    hari: date
    pesan: str
    berkas: Mapping[str, str]
    usulan: bool = False


def replay(folder: Path) -> Repo:
    """Makes the repository and returns it; the working tree is the example, as official data."""
    repo = Repo(folder)
    stream = Aliran()
    number = 100
    for event in sorted(_events(dict(_files())), key=lambda e: (e.hari, e.usulan, e.pesan)):
        when = datetime.combine(event.hari, time(9, 30), ZONA)
        if event.usulan:
            number += 1
            proposed = stream.catat("usulan", event.berkas, when, event.pesan, [stream.ujung])
            message = f"Merge pull request #{number} from {event.pesan}\n\nDisetujui-oleh: sekretaris\n"
            stream.ujung = stream.catat("main", event.berkas, when, message, [stream.ujung, proposed])
        else:
            stream.ujung = stream.catat("main", event.berkas, when, event.pesan, [stream.ujung])
    repo.impor(stream.isi())
    return repo


def _files() -> Iterator[tuple[str, str]]:
    """The text of every YAML and evidence file, as official data."""
    for path in sorted((ROOT / "data").rglob("*")):
        if path.is_file():
            name = path.relative_to(ROOT).as_posix()
            text = path.read_text("utf-8")
            if name == "data/instansi.yaml":
                text = re.sub(r"^posisi_contoh:.*\n", "", text, flags=re.MULTILINE)
                text = text.replace("status_data: contoh", "status_data: resmi")
                text += f"\nrepositori:\n  alamat: {REPOSITORI}\nalamat_situs: https://kinerja.contoh.go.id\n"
            yield name, re.sub(r"^ +angka_resmi: ya\n", "", text, flags=re.MULTILINE)


def _events(files: Mapping[str, str]) -> Iterator[_Peristiwa]:
    first = {name: text for name, text in files.items() if name.split("/")[1] not in _BERURUTAN}
    yield _Peristiwa(AWAL, "Data awal", first)
    approved = _approved(files)
    for name, text in files.items():
        _, kind, *rest = name.split("/")
        content: Any = yaml.safe_load(text) if name.endswith(".yaml") else {}
        match kind:
            case "perjanjian-kinerja":
                yield _Peristiwa(date.fromisoformat(str(content["tanggal"])), f"PK {'/'.join(rest)}", {name: text})
            case "rencana-aksi":
                yield _Peristiwa(date(int(rest[0]), 2, 1), f"Rencana aksi {'/'.join(rest)}", {name: text})
            case "realisasi":
                periode, unit = _periode(rest), rest[2].removesuffix(".yaml")
                day = approved.get((periode, unit), periode.akhir + timedelta(days=12))
                event = f"{unit}/laporan-{periode.slug}"
                yield _Peristiwa(day, event, {name: _sebelum_koreksi(name, text, files)}, usulan=True)
            case "anggaran":
                yield _Peristiwa(date.fromisoformat(str(content["tanggal_data"])), f"LRA {rest[1]}", {name: text})
            case "siklus":
                closing = content.get("penutupan")
                day = date.fromisoformat(str(closing["tanggal"])) if closing else AKHIR
                yield _Peristiwa(day, f"Siklus {'/'.join(rest)}", {name: text})
            case "koreksi":
                report = _laporan(name, files)
                day = date.fromisoformat(str(content["tanggal"]))
                yield _Peristiwa(day, f"pka/{rest[2]}", {name: text, report: files[report]}, usulan=True)
            case "tindak-lanjut":
                yield _Peristiwa(AKHIR, f"Tindak lanjut {rest[0]}", {name: text})
            case "narasi":
                day = min(AKHIR, date(int(rest[0]) + 1, 2, 18))
                yield _Peristiwa(day, f"Narasi {'/'.join(rest)}", {name: text})


def _periode(parts: list[str]) -> Periode:
    return Periode(int(parts[0]), parts[1])


def _approved(files: Mapping[str, str]) -> dict[tuple[Periode, str], date]:
    """The day on which each report was approved; one that was not, lies in the repository on the last day."""
    found: dict[tuple[Periode, str], date] = {}
    for name, text in files.items():
        if name.startswith("data/siklus/"):
            _, _, *rest = name.removesuffix(".yaml").split("/")
            for unit, sent in (yaml.safe_load(text).get("pengiriman") or {}).items():
                last = sent[-1]
                done = last.get("hasil") == "disetujui"
                found[_periode(rest), unit] = date.fromisoformat(str(last["diputus"])) if done else AKHIR
    return found


def _laporan(koreksi: str, files: Mapping[str, str]) -> str:
    """The report that a correction changed."""
    folder = koreksi.replace("/koreksi/", "/realisasi/").rpartition("/")[0]
    kode = yaml.safe_load(files[koreksi])["indikator"]
    return next(name for name in files if name.startswith(f"{folder}/") and f"\n  {kode}:\n" in files[name])


def _sebelum_koreksi(name: str, text: str, files: Mapping[str, str]) -> str:
    """A report as it was before its corrections."""
    for record in files:
        if record.startswith("data/koreksi/") and _laporan(record, files) == name:
            isi = yaml.safe_load(files[record])
            head, mark, tail = text.partition(f"\n  {isi['indikator']}:\n")
            tail = tail.replace(f"{isi['isian']}: {isi['nilai_baru']}", f"{isi['isian']}: {isi['nilai_lama']}", 1)
            text = head + mark + tail
    return text
