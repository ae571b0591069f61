"""A form that came through the forge's page becomes a change of the data: what `formulir usulkan` writes, and where."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.diagnostics import PemakaianError, Report
from sakipgen.forms.temuan import Temuan
from sakipgen.formulir import Data, buka
from sakipgen.kiriman.borang import Jenis, baca_jawaban, jenis_kiriman
from sakipgen.kiriman.lampiran import Lampiran, baca_lampiran
from sakipgen.kiriman.peristiwa import Peristiwa, baca_peristiwa
from sakipgen.kiriman.pesan import (
    cabang_usulan,
    judul_usulan,
    pesan_usulan,
    render_diterima,
    render_ditolak,
    render_tertunda,
)
from sakipgen.penilaian import Penilaian, nilai_kiriman
from sakipgen.project import Project
from sakipgen.writing.berkas import tulis_aman, tulis_bersama, tulis_di_samping

PESAN: Final = "pesan.md"
USULAN: Final = "usulan.json"
_VERSI: Final = 1


def lampiran(isi: bytes) -> tuple[tuple[Lampiran, ...], tuple[Temuan, ...]]:
    """Returns the workbooks that a form of an event names, and what is wrong with other links; none of other forms."""
    event = baca_peristiwa(isi)
    if jenis_kiriman(event.isi, event.label) is not Jenis.EXCEL:
        return (), ()
    said = baca_jawaban(event.isi, Jenis.EXCEL)
    return ((), said.temuan) if said.temuan else baca_lampiran(said.isi["berkas"], event.repositori)


def usulkan(project: Project, isi: bytes, folder: Path, hasil: Path) -> bool:
    """Writes what a form changes and the answer to its sender; returns whether it became a proposal.

    `folder` holds the workbooks of `lampiran` in their order as `1.xlsx`, `2.xlsx` and so on.
    """
    event = baca_peristiwa(isi)
    if known := [name for name in (PESAN, USULAN) if (hasil / name).exists()]:
        raise PemakaianError(f"`{hasil / known[0]}` sudah ada dari kiriman lain; pilih folder hasil yang kosong.")
    data = buka(project)
    if isinstance(data, Report):
        tulis_aman(hasil / PESAN, render_tertunda())
        return False
    answer = nilai_kiriman(data, event, folder)
    if answer.ditolak:
        copies = [tulis_di_samping(hasil / name, content).name for name, content in answer.diperiksa.items()]
        tulis_aman(hasil / PESAN, render_ditolak(answer.temuan, copies))
        return False
    tulis_bersama({data.project.data_dir / path: text for path, text in answer.berkas.items()})
    tulis_aman(hasil / USULAN, json.dumps(_usulan(data, event, answer), ensure_ascii=False, indent=2) + "\n")
    tulis_aman(hasil / PESAN, render_diterima(answer.tentang, answer.beda, answer.nama, len(answer.catatan)))
    return True


def _usulan(data: Data, event: Peristiwa, answer: Penilaian) -> dict[str, object]:
    title = judul_usulan(answer.tentang, koreksi=answer.jenis is Jenis.KOREKSI)
    return {
        "versi": _VERSI,
        "nomor": event.nomor,
        "judul": title,
        "cabang": cabang_usulan(answer.tentang, event.nomor),
        "pesan": pesan_usulan(title, event.pengirim, event.nomor),
        "pengirim": event.pengirim,
        "unit": ", ".join(dict.fromkeys(row.unit for row in answer.tentang)),
        "periode": ", ".join(dict.fromkeys(str(row.periode) for row in answer.tentang)),
        "berkas": [str(PurePosixPath(data.dataset.root, path)) for path in answer.berkas],
    }
