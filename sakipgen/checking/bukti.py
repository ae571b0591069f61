"""B: every figure has evidence, and the evidence is in its folder, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan, saran
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.bukti import Klasifikasi, Tempat
from sakipgen.domain.dataset import FOLDER_BUKTI, Berkas, Dataset
from sakipgen.domain.perencanaan import PerjanjianKinerja, Renstra
from sakipgen.domain.siklus import CatatanLangkah
from sakipgen.domain.waktu import Periode


def bukti_ada(dataset: Dataset) -> Iterator[Issue]:
    """B001 Bukti belum ada.

    Setiap realisasi yang berisi angka memerlukan sedikitnya satu bukti dukung.

    Cara memperbaiki: tambahkan `bukti:` berisi `judul`, `jenis`, dan satu dari `berkas`, `tautan`, `nomor_arsip`.
    """
    for report in dataset.realisasi.values():
        for kode, butir in report.isi.butir.items():
            if (butir.nilai is not None or butir.komponen) and not butir.bukti:
                message = (
                    f"realisasi `{kode}` belum punya bukti; tambahkan `bukti:` dengan berkas, tautan, atau nomor arsip."
                )
                yield galat(report.path, ("butir", kode), "B001", message, at_key=True)


def bukti_di_dalam(dataset: Dataset) -> Iterator[Issue]:
    """B002 Jalur bukti keluar dari folder `bukti/`.

    Berkas bukti disimpan di `data/bukti/` dan ditulis dengan jalur relatif, misalnya `bukti/2024/TW3/rekap.csv`.

    Cara memperbaiki: pindahkan berkasnya ke `data/bukti/TAHUN/PERIODE/` dan tulis jalurnya.
    """
    for path, loc, berkas, _ in _evidence(dataset):
        if not _inside(berkas):
            message = f'"{berkas}" bukan jalur di bawah `bukti/`; tulis misalnya `bukti/2024/TW3/rekap.csv`.'
            yield galat(path, loc, "B002", message)


def bukti_tersimpan(dataset: Dataset) -> Iterator[Issue]:
    """B009 Berkas bukti tidak ditemukan.

    Berkas yang disebut pada `bukti` harus ada di `data/bukti/` dengan nama yang persis sama.

    Cara memperbaiki: unggah berkasnya, atau betulkan nama dan foldernya.
    """
    known = {str(p) for p in dataset.bukti}
    for path, loc, berkas, _ in _evidence(dataset):
        if _inside(berkas) and berkas not in known and dataset.root / berkas not in dataset.tak_terbaca:
            alike = [k for k in known if saran(_name(berkas), [_name(k)], "")]
            cure = saran(berkas, alike, f"unggah berkasnya ke `data/{berkas}`")
            yield galat(path, loc, "B009", f'berkas "{berkas}" tidak ada; {cure}.')


def bukti_tidak_berubah(dataset: Dataset) -> Iterator[Issue]:
    """B004 Isi berkas bukti berubah.

    `sha256` yang tertulis tidak sama dengan sidik isi berkasnya: berkas diganti sesudah dicatat, atau sidiknya keliru.

    Cara memperbaiki: kembalikan berkas aslinya, atau tulis sidik yang disebut dalam pesan bila penggantiannya sah.
    """
    for path, loc, berkas, sha256 in _evidence(dataset):
        actual = dataset.bukti.get(PurePosixPath(berkas))
        if sha256 and actual and actual.sha256 not in {"", sha256}:
            message = (
                f'isi "{berkas}" berubah; sidiknya kini `{actual.sha256}`; periksa berkasnya lalu perbarui `sha256`.'
            )
            yield galat(path, (*loc[:-1], "sha256"), "B004", message)


def bukti_tidak_dipakai_lagi(dataset: Dataset) -> Iterator[Issue]:
    """B010 Bukti dipakai untuk dua periode.

    Bukti satu periode jarang membuktikan periode lain; biasanya berkas periode lalu disalin dan belum diganti. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: ganti dengan bukti periode ini; bila buktinya memang sama, jelaskan pada `catatan`.
    """
    seen: dict[tuple[str, str], Periode] = {}
    for (periode, _), report in sorted(dataset.realisasi.items()):
        for kode, butir in report.isi.butir.items():
            for number, bukti in enumerate(butir.bukti):
                field = "berkas" if bukti.berkas else "nomor_arsip"
                place = bukti.berkas or bukti.nomor_arsip
                first = seen.setdefault((kode, place), periode) if place else periode
                if first != periode and butir.catatan is None:
                    message = (
                        f'bukti "{place}" sudah dipakai untuk {first.label}; ganti dengan bukti {periode.label}, '
                        "atau jelaskan pada `catatan`."
                    )
                    yield peringatan(report.path, ("butir", kode, "bukti", number, field), "B010", message)


def satu_klasifikasi(dataset: Dataset) -> Iterator[Issue]:
    """B016 Satu berkas bukti dengan dua klasifikasi.

    Berkas yang disebut di satu tempat sebagai `publik` dapat dibuka siapa saja, walaupun di tempat lain disebut
    `internal` atau tanpa klasifikasi, yang berarti `internal`. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: samakan klasifikasinya; bila berkas itu milik unit lain, tanyakan dahulu kepada pemiliknya.
    """
    named = [(path, loc, tempat) for path, loc, tempat in tempat_bukti(dataset) if tempat.berkas]
    closed: dict[str | None, PurePosixPath] = {}
    for path, _, tempat in named:
        if tempat.klasifikasi is Klasifikasi.INTERNAL:
            closed.setdefault(tempat.berkas, path)
    for path, loc, tempat in named:
        if tempat.klasifikasi is Klasifikasi.PUBLIK and tempat.berkas in closed:
            message = (
                f'"{tempat.berkas}" di sini `publik`, tetapi `internal` pada `{closed[tempat.berkas]}`; samakan, '
                "sesudah bertanya kepada pemiliknya bila berkas itu milik unit lain."
            )
            yield peringatan(path, (*loc, "klasifikasi"), "B016", message)


def _evidence(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, str, str | None]]:
    for path, loc, tempat in tempat_bukti(dataset):
        if tempat.berkas:
            yield path, (*loc, "berkas"), tempat.berkas, tempat.sha256


def tempat_bukti(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Loc, Tempat]]:
    """Every place of a paper or of evidence that a file names."""
    for report in dataset.realisasi.values():
        for kode, butir in report.isi.butir.items():
            yield from ((report.path, ("butir", kode, "bukti", n), b) for n, b in enumerate(butir.bukti))
    for koreksi in dataset.koreksi.values():
        yield from ((koreksi.path, ("bukti", n), b) for n, b in enumerate(koreksi.isi.bukti))
    for actions in dataset.tindak_lanjut.values():
        for kode, action in actions.isi.butir.items():
            yield from ((actions.path, ("butir", kode, "bukti", n), b) for n, b in enumerate(action.bukti))
    for siklus in dataset.siklus.values():
        for name in ("pengumpulan", "pengukuran"):
            steps: tuple[CatatanLangkah, ...] = getattr(siklus.isi, name)
            yield from ((siklus.path, (name, n, "naskah"), row.naskah) for n, row in enumerate(steps) if row.naskah)
    signed: list[Berkas[PerjanjianKinerja] | Berkas[Renstra]] = [*dataset.perjanjian_kinerja.values()]
    signed += dataset.renstra.values()
    yield from ((b.path, ("naskah",), b.isi.naskah) for b in signed if b.isi.naskah)
    if dataset.dokumen:
        yield from ((dataset.dokumen.path, ("dokumen", k), row) for k, row in dataset.dokumen.isi.dokumen.items())


def _name(berkas: str) -> str:
    return berkas.rpartition("/")[2]


def _inside(berkas: str) -> bool:
    parts = berkas.split("/")
    plain = all(part not in {"", ".", ".."} and "\\" not in part and ":" not in part for part in parts)
    return plain and len(parts) > 1 and parts[0] == FOLDER_BUKTI


RULES: Final = (
    bukti_ada,
    bukti_di_dalam,
    bukti_tersimpan,
    bukti_tidak_berubah,
    bukti_tidak_dipakai_lagi,
    satu_klasifikasi,
)
