"""The steps of the SOP as papers see them: each time that one was done in a period, or the step that is yet to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sakipgen.domain.organisasi import Instansi, JenisUnit
from sakipgen.domain.siklus import CatatanLangkah, JenisNaskah, LangkahSop, PeranSop
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisLangkah, Rekapitulasi, RekapPeriode
from sakipgen.rendering.cetak import hari_tanggal, tanggal
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Pilihan

HAL: Final[Mapping[str, str]] = {"pengumpulan": "pengumpulan data kinerja", "pengukuran": "pengukuran kinerja"}
"""What each procedure does, within a sentence."""
JUDUL: Final[Mapping[str, str]] = {nama: hal.title() for nama, hal in HAL.items()}
"""The same in a title."""
TIM: Final = "Tim SAKIP"


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One time that a step was done; without a record a step to come, without a step one of an office without a SOP."""

    prosedur: str
    """`pengumpulan` or `pengukuran`."""
    periode: Periode
    nomor: str = ""
    langkah: LangkahSop | None = None
    catatan: CatatanLangkah | None = None
    ke: int = 1
    """The how many-th time, from 1."""
    kembar: bool = False
    """Whether another step of this procedure makes the same kind of paper."""
    tunggal: bool = False
    """Whether the other procedure has no such paper."""

    def nama(self, kode: str) -> str:
        """Returns the stem of the files of its paper: `nota-dinas-pengukuran-2026-tw3`, `…-2` of the second time."""
        parts = (
            kode,
            "" if self.tunggal else self.prosedur,
            self.periode.slug,
            f"langkah-{self.nomor}" if self.kembar else "",
            str(self.ke) if self.ke > 1 else "",
        )
        return "-".join(filter(None, parts))

    @property
    def hal(self) -> str:
        """What is done, within a sentence: `pengukuran kinerja Triwulan III 2026`."""
        return f"{HAL[self.prosedur]} {self.periode.label}"

    @property
    def judul(self) -> str:
        """The same in a title."""
        return f"{JUDUL[self.prosedur]} {self.periode.label}"

    @property
    def hari(self) -> date | None:
        return self.catatan.tanggal if self.catatan else None

    @property
    def rancangan(self) -> bool:
        """Whether nobody wrote down that its paper was made."""
        return self.catatan is None

    def nilai(self) -> Mapping[str, Any]:
        """Returns what every template of a paper of the SOP may name of its step."""
        return {
            "prosedur": self.prosedur,
            "hal": self.hal,
            "judul_hal": self.judul,
            "periode": self.periode.label,
            "nomor": (self.catatan and self.catatan.nomor) or TITIK,
            "hari": tanggal(self.hari) if self.hari else TITIK,
            "hari_tanggal": hari_tanggal(self.hari) if self.hari else TITIK,
            "ulangan": self.ke > 1,
        }


Cocok = Callable[[LangkahSop], bool]
"""Whether a step makes a kind of paper."""


def menghasilkan(keluaran: JenisNaskah) -> Cocok:
    """Returns what asks whether a step makes such a paper."""
    return lambda step: step.keluaran is keluaran


def kejadian(bahan: Bahan, pilihan: Pilihan, cocok: Cocok, prosedur: str | None = None) -> Iterator[Kejadian]:
    """Yields what was done of the steps that fit, each procedure in order; once each step to come.

    `prosedur` is the only procedure that has such papers, where not both do.
    """
    for nama in HAL:
        if pilihan.prosedur in {None, nama} and prosedur in {None, nama}:
            for satu in _dalam(bahan.rekap, pilihan.lembar, nama, cocok):
                yield replace(satu, tunggal=prosedur is not None)


def _dalam(rekap: Rekapitulasi, prd: RekapPeriode, prosedur: str, cocok: Cocok) -> Iterator[Kejadian]:
    steps = langkah(rekap, prd, prosedur)
    if not steps:
        yield Kejadian(prosedur, prd.periode)
    wanted = [step for step in steps if cocok(step.langkah)]
    for step in wanted:
        for n, row in enumerate(step.catatan or (None,), 1):
            yield Kejadian(prosedur, prd.periode, step.nomor, step.langkah, row, n, len(wanted) > 1)


def langkah(rekap: Rekapitulasi, prd: RekapPeriode, prosedur: str) -> tuple[BarisLangkah, ...]:
    """Returns the steps of a procedure with what was done of them in a period; none without a SOP."""
    if prd.siklus:
        return (prd.siklus.pengumpulan if prosedur == "pengumpulan" else prd.siklus.pengukuran).langkah
    if rekap.sop is None:
        return ()
    known = rekap.sop.pengumpulan if prosedur == "pengumpulan" else rekap.sop.pengukuran
    return tuple(BarisLangkah(nomor, step, (), None) for nomor, step in known.langkah.items())


def sebelum(
    rekap: Rekapitulasi, prd: RekapPeriode, satu: Kejadian, keluaran: JenisNaskah
) -> tuple[LangkahSop, CatatanLangkah] | None:
    """Returns the last record of such a paper in the same procedure that came before a step."""
    found = [
        (step.langkah, row)
        for step in langkah(rekap, prd, satu.prosedur)
        if step.langkah.keluaran is keluaran and int(step.nomor) < int(satu.nomor or 0)
        for row in step.catatan
        if satu.hari is None or row.tanggal <= satu.hari
    ]
    return max(reversed(found), key=lambda one: one[1].tanggal) if found else None


# ── Who ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def sekretaris(instansi: Instansi) -> str:
    """Returns the kode of who leads the Sekretariat; of an office without one that of who leads the Tim SAKIP."""
    heads = (unit.kepala for unit in instansi.unit_kerja.values() if unit.jenis is JenisUnit.SEKRETARIAT)
    return next(heads, instansi.tim_sakip.ketua)


def pelaku(instansi: Instansi, peran: PeranSop) -> str:
    """Returns who acts in a role: the kode of a position, or what the role is called where many have it."""
    match peran:
        case PeranSop.KEPALA:
            return "kepala"
        case PeranSop.SEKRETARIS:
            return sekretaris(instansi)
        case PeranSop.TIM_SAKIP:
            return TIM
        case PeranSop.UNIT_KERJA:
            return "Kepala unit kerja"


def oleh(instansi: Instansi, satu: Kejadian, bawaan: PeranSop) -> str:
    """Returns the kode of who did a step; before it is done who has to, by the SOP or else the role."""
    if satu.catatan:
        return satu.catatan.oleh
    return pelaku(instansi, satu.langkah.pelaksana if satu.langkah else bawaan)


def tim(instansi: Instansi) -> tuple[tuple[str, str], ...]:
    """Returns the members of the Tim SAKIP, its head first: kode of the position, and role in the team."""
    team = instansi.tim_sakip
    return ((team.ketua, "ketua"), *((row.jabatan, row.peran) for row in team.anggota))


def periode_sesudah(periode: Periode) -> Periode:
    """Returns the next period of the same length."""
    segments = periode.jenis.frekuensi.segmen
    n = segments.index(periode.segmen) + 1
    return Periode(periode.tahun, segments[n]) if n < len(segments) else Periode(periode.tahun + 1, segments[0])
