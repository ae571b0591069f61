"""R025…R027, S011, S012, T009, K113, K114: the record of a period fits the SOP and the reports that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.metode import SatuanHari
from sakipgen.domain.siklus import PROSEDUR, CatatanLangkah, HasilReviu, JenisNaskah, Prosedur
from sakipgen.domain.waktu import Periode


def langkah_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R025 Langkah tidak ada dalam SOP.

    Catatan langkah dalam siklus menyebut nomor langkah yang ada dalam `data/sop.yaml` pada prosedur yang sama.

    Cara memperbaiki: betulkan nomor langkahnya, atau pindahkan catatannya ke prosedur yang benar.
    """
    for path, loc, row, prosedur in _steps(dataset):
        if row.langkah not in prosedur.langkah:
            known = ", ".join(sorted(prosedur.langkah, key=int))
            message = (
                f'langkah {row.langkah} tidak ada dalam "{prosedur.nama}"; langkah yang ada: {known}; '
                "betulkan nomornya."
            )
            yield galat(path, (*loc, "langkah"), "R025", message)


def keputusan_pada_langkahnya(dataset: Dataset) -> Iterator[Issue]:
    """S011 Hasil dicatat pada langkah yang salah.

    Langkah keputusan, yaitu saat Sekretaris menyetujui atau mengembalikan, selalu punya `hasil`; langkah lain tidak.

    Cara memperbaiki: tulis `hasil: disetujui` atau `hasil: dikembalikan` pada langkah keputusan, dan hapus `hasil` dari
    langkah lain.
    """
    for path, loc, row, prosedur in _steps(dataset):
        step = prosedur.langkah.get(row.langkah)
        if step and step.keputusan and row.hasil is None:
            message = (
                f"langkah {row.langkah} adalah langkah keputusan; tulis `hasil: disetujui` atau `hasil: dikembalikan`."
            )
            yield galat(path, (*loc, "langkah"), "S011", message)
        elif step and not step.keputusan and row.hasil is not None:
            message = f"langkah {row.langkah} bukan langkah keputusan; hapus `hasil`."
            yield galat(path, (*loc, "hasil"), "S011", message, at_key=True)


_NASKAH: Final[Mapping[str, frozenset[JenisNaskah]]] = {
    "nota_dinas": frozenset({JenisNaskah.NOTA_DINAS, JenisNaskah.LAPORAN}),
    "rapat": frozenset({JenisNaskah.NOTULEN}),
    "program_kerja": frozenset({JenisNaskah.PROGRAM_KERJA}),
    "tanda_terima": frozenset({JenisNaskah.TANDA_TERIMA}),
    "disposisi": frozenset({JenisNaskah.DISPOSISI, JenisNaskah.LAPORAN}),
}
"""The steps at which the content of a paper is recorded, by what they make; a report is sent by nota dinas and
answered by disposisi."""


def naskah_pada_langkahnya(dataset: Dataset) -> Iterator[Issue]:
    """S012 Isi naskah dicatat pada langkah yang salah.

    Isi naskah dicatat pada langkah yang menghasilkannya menurut `keluaran` dalam `data/sop.yaml`: `rapat` pada notulen,
    `program_kerja` pada program kerja, `tanda_terima` pada tanda terima, `nota_dinas` pada nota dinas atau laporan,
    `disposisi` pada disposisi atau laporan. Pada langkah lain naskahnya tidak akan dicetak.

    Cara memperbaiki: pindahkan isinya ke langkah yang menghasilkan naskah itu, atau betulkan nomor langkahnya.
    """
    for path, loc, row, prosedur in _steps(dataset):
        step = prosedur.langkah.get(row.langkah)
        for name in row.naskah_terisi() if step else ():
            if step and step.keluaran not in _NASKAH[name]:
                fitting = [n for n, s in prosedur.langkah.items() if s.keluaran in _NASKAH[name]]
                cure = f"pindahkan ke langkah {', '.join(sorted(fitting, key=int))}" if fitting else "hapus isian itu"
                message = (
                    f"langkah {row.langkah} menghasilkan `{step.keluaran.value}`, jadi tidak memuat `{name}`; "
                    f"{cure}, atau betulkan nomor langkahnya."
                )
                yield galat(path, (*loc, name), "S012", message, at_key=True)


def langkah_berurutan(dataset: Dataset) -> Iterator[Issue]:
    """T009 Tanggal langkah tidak berurutan.

    Catatan langkah ditulis menurut urutan waktu. Penutupan tidak mendahului hari terakhir periodenya maupun langkah
    pengumpulan terakhir: yang ditutup terkunci, jadi harus sudah selesai.

    Cara memperbaiki: betulkan tanggalnya, urutkan catatannya, atau hapus `penutupan` sampai periodenya selesai.
    """
    for periode, berkas in dataset.siklus.items():
        for name in PROSEDUR:
            rows: tuple[CatatanLangkah, ...] = getattr(berkas.isi, name)
            for number, (before, after) in enumerate(pairwise(rows), 1):
                if after.tanggal < before.tanggal:
                    message = (
                        f"langkah {after.langkah} bertanggal {after.tanggal}, sebelum langkah {before.langkah} "
                        f"({before.tanggal}); betulkan tanggalnya atau urutkan catatannya."
                    )
                    yield galat(berkas.path, (name, number, "tanggal"), "T009", message)
        closing, steps = berkas.isi.penutupan, berkas.isi.pengumpulan
        if closing and closing.tanggal < periode.akhir:
            message = (
                f"{periode.label} ditutup pada {closing.tanggal}, sebelum berakhir ({periode.akhir}); betulkan "
                "tanggalnya, atau hapus `penutupan` sampai periodenya selesai."
            )
            yield galat(berkas.path, ("penutupan", "tanggal"), "T009", message)
        elif closing and steps and closing.tanggal < steps[-1].tanggal:
            message = (
                f"periode ditutup pada {closing.tanggal}, sebelum langkah pengumpulan terakhir ({steps[-1].tanggal}); "
                "betulkan salah satu tanggalnya."
            )
            yield galat(berkas.path, ("penutupan", "tanggal"), "T009", message)


def sop_ada(dataset: Dataset) -> Iterator[Issue]:
    """R026 Siklus tanpa SOP.

    Catatan siklus menyebut langkah SOP, jadi `data/sop.yaml` harus ada.

    Cara memperbaiki: buat `data/sop.yaml` menurut SOP kantor.
    """
    if dataset.sop is None and not dataset.ada("sop.yaml"):
        for berkas in [*dataset.siklus.values()][:1]:
            message = "siklus ini menyebut langkah SOP, tetapi `data/sop.yaml` belum ada; buat berkas SOP-nya."
            yield galat(berkas.path, (), "R026", message)


def libur_ada(dataset: Dataset) -> Iterator[Issue]:
    """R027 Tenggat hari kerja tanpa daftar hari libur.

    Tenggat yang dihitung dalam hari kerja memerlukan `data/libur/TAHUN.yaml`; tanpa itu jatuh temponya keliru.

    Cara memperbaiki: buat berkas hari libur tahun itu menurut keputusan bersama tiga menteri, atau pakai
    `satuan: kalender`.
    """
    for tahun, metode in dataset.metode.items():
        counted = metode.isi.tenggat.satuan is SatuanHari.KERJA
        if counted and tahun not in dataset.libur and not dataset.ada("libur", f"{tahun}.yaml"):
            message = (
                f"tenggat dihitung dalam hari kerja, tetapi `data/libur/{tahun}.yaml` belum ada; buat berkasnya, "
                "atau tulis `satuan: kalender`."
            )
            yield galat(metode.path, ("tenggat", "satuan"), "R027", message)


BELUM_DICATAT: Final = "K114"
"""What is true of every report until it is accepted: nothing to tell its sender, or whoever reviews it."""


def disetujui_ada_berkasnya(dataset: Dataset) -> Iterator[Issue]:
    """K113 Pengiriman disetujui, tetapi berkas realisasinya tidak ada.

    Siklus mencatat data sebuah unit sudah disetujui, padahal `data/realisasi/` tidak memuatnya. Ini peringatan dan
    tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan berkas realisasinya, atau hapus catatan pengirimannya.
    """
    for periode, berkas in dataset.siklus.items():
        for unit, rows in berkas.isi.pengiriman.items():
            if unit not in dataset.instansi.isi.unit_kerja:  # R011 speaks
                continue
            accepted = bool(rows) and rows[-1].hasil is HasilReviu.DISETUJUI
            if accepted and (periode, unit) not in dataset.realisasi and not _unread(dataset, periode, unit):
                message = (
                    f"data `{unit}` disetujui, tetapi `data/{_place(periode, unit)}` tidak ada; tambahkan berkasnya, "
                    "atau hapus catatan pengirimannya."
                )
                yield peringatan(berkas.path, ("pengiriman", unit), "K113", message, at_key=True)


def realisasi_ada_pengirimannya(dataset: Dataset) -> Iterator[Issue]:
    """K114 Realisasi tanpa catatan pengiriman.

    Bila periode punya catatan siklus, setiap berkas realisasinya punya catatan kapan dikirim. Tanpa itu ketepatan waktu
    unit tidak dapat dihitung dan angkanya dianggap disetujui. Ini peringatan dan tidak menghalangi penerbitan.
    Tinjauan usulan, formulir, dan `sakipgen isi` tidak menyebutnya untuk laporan yang sedang dikirim: kapan laporan itu
    dikirim baru dicatat sesudahnya.

    Cara memperbaiki: tambahkan `pengiriman:` unit itu dalam `data/siklus/TAHUN/PERIODE.yaml`.
    """
    units = dataset.instansi.isi.unit_kerja
    for (periode, unit), report in dataset.realisasi.items():
        siklus = dataset.siklus.get(periode)
        if siklus is None or unit not in units or not siklus.isi.pengiriman.keys() <= units.keys():  # R011 speaks
            continue
        if not siklus.isi.pengiriman.get(unit):
            message = f"pengiriman `{unit}` belum tercatat; Tim SAKIP mencatat tanggal `dikirim` dalam `{siklus.path}`."
            yield peringatan(report.path, (), "K114", message)


def _steps(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, CatatanLangkah, Prosedur]]:
    if dataset.sop is None:
        return
    for berkas in dataset.siklus.values():
        for name in PROSEDUR:
            rows: tuple[CatatanLangkah, ...] = getattr(berkas.isi, name)
            for number, row in enumerate(rows):
                yield berkas.path, (name, number), row, getattr(dataset.sop.isi, name)


def _place(periode: Periode, unit: str) -> str:
    return f"realisasi/{periode.tahun}/{periode.segmen}/{unit}.yaml"


def _unread(dataset: Dataset, periode: Periode, unit: str) -> bool:
    return dataset.ada(*_place(periode, unit).split("/"))


RULES: Final = (
    langkah_terdaftar,
    keputusan_pada_langkahnya,
    naskah_pada_langkahnya,
    langkah_berurutan,
    sop_ada,
    libur_ada,
    disetujui_ada_berkasnya,
    realisasi_ada_pengirimannya,
)
