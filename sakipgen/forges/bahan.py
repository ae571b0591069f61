"""What all forges know of a proposal, in one shape, and the record that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pydantic import ValidationError

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.catatan_usulan import (
    PUTUSAN,
    VERSI,
    CatatanUsulan,
    Forge,
    JenisUsulan,
    KeadaanUsulan,
    LaporanUnit,
    Peristiwa,
    urutan,
)
from sakipgen.domain.dataset import LAYOUT
from sakipgen.domain.waktu import Periode
from sakipgen.forges.formulir import Formulir

_DIKIRIM: Final = re.compile(r"^Dikirim-oleh:[ \t]*@?(\S+)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_FORMULIR: Final = re.compile(r"^Formulir:[ \t]*#(\d{1,9})[ \t]*$", re.IGNORECASE | re.MULTILINE | re.ASCII)
_REALISASI: Final = next(jenis.regex for jenis in LAYOUT if jenis.skema == "realisasi")
_KOREKSI: Final = next(jenis.regex for jenis in LAYOUT if jenis.skema == "koreksi")


@dataclass(frozen=True, slots=True)
class Kepala:
    """A revision of the proposal, and the first moment at which the forge is known to have had it."""

    waktu: datetime
    revisi: str


@dataclass(frozen=True, slots=True)
class Tulisan:
    """Revisions that one account wrote; None where the forge knows no account."""

    akun: str | None
    revisi: tuple[str, ...] = ()
    """Empty where the forge does not say which."""
    terbukti: bool = True
    """Whether a signature proves it; else the account is by the address alone, which whoever writes it may choose."""


@dataclass(frozen=True, slots=True)
class Gabung:
    """How a proposal was merged."""

    revisi: str
    oleh: str
    pada: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """A proposal as its forge tells it."""

    forge: Forge
    nomor: int
    pembuat: str
    dasar: str
    """A revision of the official data that it was compared with: accounts are asked of it."""
    revisi: str
    dibuat: datetime
    draf: bool
    """Whether it is a draft now."""
    ganti_draf: tuple[tuple[datetime, bool], ...]
    """When it became a draft or stopped being one."""
    dibuka_lagi: tuple[datetime, ...]
    kepala: tuple[Kepala, ...]
    tulisan: tuple[Tulisan, ...]
    pesan: tuple[str, ...]
    """What its revisions say of themselves."""
    berkas: tuple[str, ...]
    """Paths from the root of the repository, of a moved file both."""
    peristiwa: tuple[Peristiwa, ...]
    """What was said and checked, and how it ended."""
    gabung: Gabung | None
    formulir: Formulir | None
    """The form that its revisions name, if it was fetched."""


def susun(
    bahan: Bahan,
    data: str,
    robot: Callable[[str], bool],
    penyatuan: Callable[[str], bool],
    laporan_sha256: str | None = None,
) -> CatatanUsulan:
    """Returns the record; `data` is the path of the data folder from the root of the repository.

    Who brings a proposal up to date by the forge's button writes nothing of it: `penyatuan` says whether a revision
    only joins others.
    """
    sender = _pengirim(bahan, robot)
    written = [row for row in bahan.tulisan if not row.revisi or not all(map(penyatuan, row.revisi))]
    own = bahan.pembuat if robot(bahan.pembuat) else None
    rows = [*_kiriman(bahan, sender), *bahan.peristiwa]
    if bahan.gabung:
        merge = bahan.gabung
        rows.append(
            Peristiwa(keadaan=KeadaanUsulan.DIGABUNGKAN, waktu=merge.pada, oleh=merge.oleh, revisi=merge.revisi)
        )
    events = tuple(sorted(set(rows), key=urutan))
    inside = [path.removeprefix(f"{data}/") for path in bahan.berkas if path.startswith(f"{data}/")]
    try:
        return CatatanUsulan(
            versi=VERSI,
            forge=bahan.forge,
            nomor=bahan.nomor,
            jenis=_jenis(inside),
            pengirim=sender,
            pembuat=bahan.pembuat,
            penulis=tuple(sorted({row.akun for row in written if row.akun})),
            tanpa_akun=sum(row.akun is None or not (row.terbukti or row.akun == own) for row in written),
            dikirim=next((row.waktu for row in events if row.keadaan is KeadaanUsulan.DIAJUKAN), None),
            revisi=bahan.revisi,
            gabungan=bahan.gabung.revisi if bahan.gabung else None,
            digabung_oleh=bahan.gabung.oleh if bahan.gabung else None,
            digabung_pada=bahan.gabung.pada if bahan.gabung else None,
            laporan=tuple(_laporan(inside)),
            peristiwa=events,
            laporan_sha256=laporan_sha256,
        )
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_url=False, include_context=False)[0]["loc"])) or "seluruhnya"
        raise PemakaianError(
            f"jawaban halaman repositori tidak dapat dicatat (bagian: {where}); ambil ulang jawabannya."
        ) from error


def _pengirim(bahan: Bahan, robot: Callable[[str], bool]) -> str:
    """The author on the forge; of a program's proposal who filled the form, if all its revisions say the same one.

    Whoever can write can make a program propose and say anything: it is the form itself, older than the proposal, that
    says whose it is.
    """
    if not robot(bahan.pembuat) or bahan.formulir is None:
        return bahan.pembuat
    ends = [text.rstrip().rpartition("\n\n")[2] for text in bahan.pesan]
    names = {match[1].lower() for end in ends for match in _DIKIRIM.finditer(end)}
    forms = {int(match[1]) for end in ends for match in _FORMULIR.finditer(end)}
    form, sender = bahan.formulir, bahan.formulir.pengirim
    older = all(form.dibuat <= moment for moment in (bahan.dibuat, *(row.waktu for row in bahan.kepala)))
    if sender is None or not older or names != {sender.lower()} or forms != {form.nomor}:
        return bahan.pembuat
    return sender


def _jenis(berkas: Iterable[str]) -> JenisUsulan:
    paths = tuple(berkas)
    if not paths:
        return JenisUsulan.SISTEM
    return JenisUsulan.KOREKSI if any(map(_KOREKSI.fullmatch, paths)) else JenisUsulan.DATA


def _laporan(berkas: Iterable[str]) -> Iterator[LaporanUnit]:
    found = (match for path in sorted(set(berkas)) if (match := _REALISASI.fullmatch(path)))
    for match in found:
        yield LaporanUnit(periode=str(Periode(int(match["tahun"]), match["periode"])), unit=match["unit"])


# ── When it was sent ─────────────────────────────────────────────────────────────────────────────────────────────


def _kiriman(bahan: Bahan, pengirim: str) -> Iterator[Peristiwa]:
    """The moments at which it was a draft, and those at which it was handed in.

    It is handed in when it is opened or stops being a draft, and again with the first new revision after an answer.
    """
    changes = sorted(bahan.ganti_draf)
    begun_as_draft = not changes[0][1] if changes else bahan.draf
    marks: list[tuple[datetime, int, str]] = [(bahan.dibuat, 0, "draf" if begun_as_draft else "siap")]
    marks += ((moment, 0, "draf" if draft else "siap") for moment, draft in changes)
    marks += ((moment, 0, "buka") for moment in bahan.dibuka_lagi)
    marks += ((row.waktu, 1, row.revisi) for row in _pertama(bahan.kepala))
    answers = {*PUTUSAN, KeadaanUsulan.DIBATALKAN} - {KeadaanUsulan.DICABUT}
    marks += ((row.waktu, 2, "jawab") for row in bahan.peristiwa if row.keadaan in answers)
    ready, due, now = False, True, None
    for moment, kind, word in sorted(marks):
        if kind == 2:
            due = True
            continue
        if word == "draf":
            ready, due = False, True
            yield Peristiwa(keadaan=KeadaanUsulan.DRAF, waktu=moment, oleh=pengirim)
            continue
        new = kind == 1 and word != now
        now = word if kind == 1 else now
        ready = ready or kind == 0
        if due and ready and (new or kind == 0):
            due = False
            yield Peristiwa(keadaan=KeadaanUsulan.DIAJUKAN, waktu=moment, oleh=pengirim, revisi=now)


def _pertama(kepala: Iterable[Kepala]) -> Iterable[Kepala]:
    """Each revision once, at its first moment."""
    found: dict[str, Kepala] = {}
    for row in sorted(kepala, key=lambda row: row.waktu):
        found.setdefault(row.revisi, row)
    return found.values()
