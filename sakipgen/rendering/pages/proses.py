"""The SOP as the office configured it: its steps with who, paper and time, as text and as swim lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.siklus import PeranSop, Prosedur
from sakipgen.rekap import MedianLangkah, RekapTahun
from sakipgen.rendering import kalimat_proses
from sakipgen.rendering.cetak import Angka, ringkas
from sakipgen.rendering.charts import Judul
from sakipgen.rendering.charts.jalur import Kotak, jalur
from sakipgen.rendering.kalimat import Kalimat, teks
from sakipgen.rendering.kalimat_proses import FaktaProses, FaktaWaktu
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages.konteks import Isi, Konteks, jalan
from sakipgen.rendering.pages.pelaksanaan import NASKAH, PERAN

_DESIMAL: Final = 1
_JEJAK: Final = (("Tentang", "tentang/"), ("Proses", None))


@dataclass(frozen=True, slots=True)
class LangkahProses:
    """One step: what, who, to whom, which papers, how long."""

    nomor: str
    uraian: str
    siapa: str
    """`Kepala → Sekretaris`; one name where nothing is handed over."""
    kelengkapan: str | None
    naskah: str
    waktu: Kalimat
    keputusan: bool


@dataclass(frozen=True, slots=True)
class ProsedurProses:
    """A procedure: its steps, and the picture that says the same."""

    id: str
    nama: str
    langkah: tuple[LangkahProses, ...]
    gambar: Markup


def halaman(konteks: Konteks) -> Page:
    """Returns the page of the SOP; without one it says so."""
    sop = konteks.rekap.sop
    utama = konteks.rekap.utama
    strip = konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ())
    if sop is None:
        return konteks.susun(
            Isi(
                templat="proses_kosong",
                path="proses",
                judul="Proses",
                uraian="SOP pengumpulan data dan pengukuran kinerja belum tercatat.",
                strip=strip,
                bagian=(),
                jejak=_JEJAK,
                berkas=(),
                nilai={},
            )
        )
    said = _ucapan(utama)
    isi = Isi(
        templat="proses",
        path="proses",
        judul="Proses: dari bidang sampai halaman ini",
        uraian=f"Langkah pengumpulan data dan pengukuran kinerja {konteks.pd.singkatan}. {teks(said)}",
        strip=strip,
        bagian=(
            Bagian("ringkas", "Lima langkah"),
            Bagian("pengumpulan", sop.pengumpulan.nama),
            Bagian("pengukuran", sop.pengukuran.nama),
            Bagian("ketentuan", "Ketentuan SOP"),
        ),
        jejak=_JEJAK,
        berkas=jalan(konteks.rekap.rujukan_sop),
        nilai={
            "sop": sop,
            "putusan": said,
            "prosedur": (
                _prosedur("pengumpulan", sop.pengumpulan, utama),
                _prosedur("pengukuran", sop.pengukuran, utama),
            ),
            "penerima": konteks.jabatan(sop.lapor_kepada),
            "sumber_sop": konteks.sumber(konteks.rekap.rujukan_sop) if konteks.rekap.rujukan_sop else None,
        },
    )
    return konteks.susun(isi)


def _median(utama: RekapTahun | None, nama: str) -> Sequence[MedianLangkah]:
    """The times of a procedure in the main year."""
    if utama is None or utama.proses is None:
        return ()
    return utama.proses.pengumpulan if nama == "pengumpulan" else utama.proses.pengukuran


def _ucapan(utama: RekapTahun | None) -> tuple[Kalimat, ...]:
    if utama is None:
        return ()
    rows = [
        (row.menit, row.menit_baku)
        for nama in ("pengumpulan", "pengukuran")
        for row in _median(utama, nama)
        if row.menit is not None and row.menit_baku is not None
    ]
    facts = FaktaProses(diukur=len(rows), tepat=sum(menit <= baku for menit, baku in rows))
    return (kalimat_proses.proses(facts, utama.tahun),)


def _prosedur(nama: str, prosedur: Prosedur, utama: RekapTahun | None) -> ProsedurProses:
    known = {row.nomor: row for row in _median(utama, nama)}
    part = f" ({prosedur.bagian})" if prosedur.bagian else ""
    return ProsedurProses(
        id=nama,
        nama=f"{prosedur.nama}{part}",
        langkah=tuple(
            _langkah(nomor, prosedur, known.get(nomor), f"proses/{utama.tahun}:{nama}:{nomor}/" if utama else "")
            for nomor in prosedur.langkah
        ),
        gambar=_jalur(nama, prosedur),
    )


def _langkah(nomor: str, prosedur: Prosedur, median: MedianLangkah | None, ref: str) -> LangkahProses:
    step = prosedur.langkah[nomor]
    to = f" → {PERAN[step.kepada]}" if step.kepada and step.kepada is not step.pelaksana else ""
    return LangkahProses(
        nomor=nomor,
        uraian=step.uraian,
        siapa=f"{PERAN[step.pelaksana]}{to}",
        kelengkapan="; ".join(step.kelengkapan) or None,
        naskah=NASKAH[step.keluaran],
        waktu=_waktu(str(step.waktu_baku) if step.waktu_baku else None, median, ref),
        keputusan=step.keputusan,
    )


def _waktu(baku: str | None, median: MedianLangkah | None, ref: str) -> Kalimat:
    isian: dict[str, object] = {"baku": baku or ""}
    measured = median is not None and median.menit is not None
    if median is not None and median.menit_baku is not None:
        isian["baku"] = Angka(Decimal(median.menit_baku), f"{ref}menit_baku", baku or "")
    if median is not None and median.menit is not None:
        isian["menit"] = Angka(median.menit, f"{ref}menit", ringkas(median.menit, _DESIMAL), akhiran=" menit")
        isian["banyak"] = Angka(Decimal(median.banyak), f"{ref}banyak", str(median.banyak))
    return kalimat_proses.waktu(FaktaWaktu(baku=baku is not None, diukur=measured), isian)


def _jalur(nama: str, prosedur: Prosedur) -> Markup:
    steps = prosedur.langkah
    lanes = [role for role in PeranSop if any(step.pelaksana is role for step in steps.values())]
    words = ". ".join(
        f"{nomor} {PERAN[step.pelaksana]}: {NASKAH[step.keluaran].lower()}"
        + (" (setuju atau dikembalikan)" if step.keputusan else "")
        for nomor, step in steps.items()
    )
    return jalur(
        Judul(f"g-{nama}", f"Jalur {prosedur.nama}", f"{words}."),
        [PERAN[role] for role in lanes],
        [
            Kotak(nomor, lanes.index(step.pelaksana), NASKAH[step.keluaran].lower(), step.keputusan)
            for nomor, step in steps.items()
        ],
    )
