"""The list of what is archived of a period: the papers of its steps, the reports of the units, and all evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from sakipgen.domain.bukti import Bukti, Klasifikasi, Tempat
from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.siklus import CatatanLangkah, JenisNaskah, PeranSop
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisLangkah, BuktiTerbit, RekapPeriode, RekapTahun
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.kelengkapan import lokasi
from sakipgen.rendering.dokumen.langkah import HAL, JUDUL, kejadian, langkah, menghasilkan, oleh, sekretaris
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.teks import baris, kepala
from sakipgen.rendering.pages.pelaksanaan import NASKAH

_SIDIK: Final = 16
"""Digits of a SHA-256 that the list shows; the files themselves tell the rest."""
_KLASIFIKASI: Final = {Klasifikasi.PUBLIK: "publik", Klasifikasi.INTERNAL: "internal"}
_KOLOM: Final = (
    Kolom(7, Rata.TENGAH),
    Kolom(30),
    Kolom(58),
    Kolom(26),
    Kolom(14, Rata.TENGAH),
    Kolom(22),
    Kolom(44),
    Kolom(28),
    Kolom(18),
)
_KEPALA: Final = kepala(
    (
        "No.",
        "Nomor",
        "Uraian",
        "Kurun waktu",
        "Jumlah",
        "Tingkat perkembangan",
        "Lokasi atau nomor arsip",
        "Sidik SHA-256",
        "Klasifikasi",
    )
)


@dataclass(frozen=True, slots=True)
class IsiBerkas:
    """One thing that is archived."""

    uraian: str
    waktu: str
    nomor: str | None = None
    tempat: Tempat | None = None
    berkas: BerkasBukti | None = None
    """Size and hash where the file is in the repository."""
    jalan: str | None = None
    """Of a data file, which is in the repository itself."""


def arsip(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the lists of both procedures: each of its own papers; that of collecting also of reports and evidence."""
    prd = pilihan.lembar
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.ARSIP)):
        instansi = bahan.rekap.instansi
        groups = _isi(bahan, pilihan.tahun, prd, satu.prosedur)
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("arsip"),
                judul=f"Daftar Isi Berkas {satu.judul}",
                subjek=f"Naskah, data, dan bukti {satu.hal} yang disimpan sebagai arsip.",
                templat="arsip.j2",
                nilai={
                    **satu.nilai(),
                    "banyak": sum(len(table.baris) for table in groups),
                    "isi": groups,
                    "penutupan": _penutupan(bahan, prd),
                    "revisi": bahan.rekap.revisi or "tidak tercatat",
                    "sidik": TITIK,  # what `sakipgen arsip` prints: it packs this paper, so the paper cannot know it
                    "ttd": bahan.tanda_tangan(
                        bahan.penanda(sekretaris(instansi), "Mengetahui,"),
                        bahan.penanda(oleh(instansi, satu, PeranSop.TIM_SAKIP), "Yang menyimpan,"),
                        hari=satu.hari,
                    ),
                },
                cara=Penomoran.TANPA,
                rancangan=satu.rancangan,
            ),
        )


def _penutupan(bahan: Bahan, prd: RekapPeriode) -> str | None:
    closed = prd.siklus.penutupan if prd.siklus else None
    return f"{tanggal(closed.tanggal)} oleh {bahan.rekap.instansi.nama_jabatan(closed.oleh)}" if closed else None


def _isi(bahan: Bahan, year: RekapTahun, prd: RekapPeriode, prosedur: str) -> tuple[Tabel, ...]:
    name = JUDUL[prosedur]
    steps = langkah(bahan.rekap, prd, prosedur)
    groups: list[tuple[str, Iterable[IsiBerkas]]] = [(f"Naskah {name}", _naskah(steps, prosedur))]
    if prosedur == "pengumpulan":
        groups += [
            ("Data unit kerja", _data(bahan, year, prd)),
            ("Bukti dukung", _bukti(year, prd)),
            ("Koreksi dan tindak lanjut", _sesudah(prd)),
        ]
    tables = []
    number = 0
    for title, found in groups:
        rows = []
        for one in found:
            number += 1
            rows.append(_baris(number, one))
        if rows:
            tables.append(Tabel(_KOLOM, _KEPALA, tuple(rows), judul=f"{title} {prd.periode.label}", kecil=True))
    return tuple(tables)


# ── What there is ────────────────────────────────────────────────────────────────────────────────────────────────


def _naskah(steps: Iterable[BarisLangkah], prosedur: str) -> Iterator[IsiBerkas]:
    """The papers of the steps in order of time, each time that one was made; the archive itself is none of them."""
    made = [step for step in steps if step.langkah.keluaran is not JenisNaskah.ARSIP]
    done = [(row.tanggal, n, step, row) for n, step in enumerate(made) for row in step.catatan]
    for _, _, step, row in sorted(done, key=lambda one: one[:2]):
        yield _satu_naskah(step, row, prosedur)


def _satu_naskah(step: BarisLangkah, row: CatatanLangkah, prosedur: str) -> IsiBerkas:
    kind = NASKAH[step.langkah.keluaran]
    title = row.naskah.judul if row.naskah else f"{kind} {HAL[prosedur]} (langkah {step.nomor})"
    return IsiBerkas(title, tanggal(row.tanggal), row.nomor, row.naskah)


def _data(bahan: Bahan, year: RekapTahun, prd: RekapPeriode) -> Iterator[IsiBerkas]:
    """The file of each unit's report for each reported period within."""
    files: dict[PurePosixPath, tuple[Periode, str]] = {
        lap.rujukan.berkas: (lap.periode, lap.unit) for lap in year.laporan if prd.periode.memuat(lap.periode)
    }
    for path, (periode, unit) in sorted(files.items(), key=lambda one: (one[1][0], str(one[0]))):
        known = bahan.rekap.instansi.unit_kerja.get(unit)
        yield IsiBerkas(f"Data capaian {known.nama if known else unit}", periode.label, jalan=str(path))


def _bukti(year: RekapTahun, prd: RekapPeriode) -> Iterator[IsiBerkas]:
    """All evidence of the reports within, each once."""
    rows = (bukti for lap in year.laporan if prd.periode.memuat(lap.periode) for bukti in lap.bukti)
    yield from _sekali(rows)


def _sesudah(prd: RekapPeriode) -> Iterator[IsiBerkas]:
    """The evidence of what was corrected, and of the actions that the evaluation of the period led to."""
    yield from _sekali(bukti for row in prd.koreksi for bukti in row.bukti)
    yield from _sekali(bukti for row in prd.tindak_lanjut for bukti in row.bukti)


def _sekali(rows: Iterable[BuktiTerbit]) -> Iterator[IsiBerkas]:
    seen: dict[Bukti, BuktiTerbit] = {}
    for one in rows:
        seen.setdefault(one.bukti, one)
    for one in sorted(seen.values(), key=lambda found: found.periode):
        yield IsiBerkas(f"{one.bukti.judul} ({one.bukti.jenis})", one.periode.label, None, one.bukti, one.berkas)


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _baris(nomor: int, one: IsiBerkas) -> Baris:
    place = one.tempat
    digest = one.berkas.sha256 if one.berkas else place.sha256 if place else None
    return baris(
        str(nomor),
        one.nomor,
        one.uraian,
        one.waktu,
        "1 berkas" if one.jalan or (place and (place.berkas or place.tautan)) else "1 naskah",
        _perkembangan(one),
        lokasi(place) if place else one.jalan or "",
        digest[:_SIDIK] if digest else None,
        _KLASIFIKASI[place.klasifikasi] if place else "",
    )


def _perkembangan(one: IsiBerkas) -> str:
    """In which form it is kept, as far as its place tells; of a paper without a place it is written by hand."""
    if one.jalan or (one.tempat and one.tempat.berkas):
        return "berkas digital"
    if one.tempat is None:
        return ""
    return "tautan" if one.tempat.tautan else "naskah"


JENIS: Final = (Jenis("arsip", "Daftar isi berkas arsip", "9.1.12, 9.2.10", Lingkup.PERIODE, arsip),)
