"""What the trail of proposals says of the reports that units handed in, put into the record of their period.

So the states survive leaving the forge, and a build of the data needs no forge. What people recorded is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from sakipgen.diagnostics import PemakaianError, Report
from sakipgen.domain.catatan_usulan import WIB, CatatanUsulan, JenisUsulan, KeadaanUsulan
from sakipgen.domain.pengguna import Pengguna, Peran
from sakipgen.domain.perjalanan_usulan import (
    Berwenang,
    Putaran,
    baku_keputusan,
    keadaan_kini,
    lama_keadaan,
    persetujuan_sah,
    putaran,
)
from sakipgen.domain.siklus import AlasanKembali, HasilReviu, Pengiriman
from sakipgen.domain.waktu import Periode
from sakipgen.pencatatan import Usulan, berkas_siklus, teks_siklus
from sakipgen.project import Project
from sakipgen.reading import Cache, Loaded, load
from sakipgen.rendering.daftar_usulan import BarisUsulan
from sakipgen.writing.sisip import Isi, Ubahan, prosa, sisip

_PEMUTUS: Final = frozenset({Peran.SEKRETARIS, Peran.KEPALA})
_MENIT_SEHARI: Final = 450
"""Of an office without an SOP."""


@dataclass(frozen=True, slots=True)
class Isian:
    """The record of a period as it would be, and what of the trail was left out of it, in words."""

    usulan: Usulan
    dilewati: tuple[str, ...]


def pemutus(pengguna: Pengguna | None) -> Berwenang:
    """Returns who may decide on what was handed in, by the accounts of an office."""

    def decides(nama: str, hari: date) -> bool:
        account = pengguna.cari(nama) if pengguna else None
        return account is not None and bool(account.berperan(hari) & _PEMUTUS)

    return decides


def isi_siklus(project: Project, catatan: Iterable[CatatanUsulan], periode: Periode) -> Isian:
    """Returns the record of a period with what the trail adds; writes nothing."""
    project = replace(project, cache=Cache())
    before = project.periksa()
    loaded = load(project.data_dir, project.cache)
    below, path = berkas_siklus(project, periode)
    own = [d for d in before.errors if d.path.parts[1:] == tuple(below.split("/"))]
    if loaded.dataset is None or own:  # what it records already is not known
        return Isian(Usulan(path, "", "", Report.of(own or before.diagnostics, before.berkas)), ())
    accounts = loaded.dataset.pengguna
    decides = pemutus(accounts.isi if accounts else None)
    known = loaded.dataset.siklus.get(periode)
    text = teks_siklus(path)
    changes: list[Ubahan] = []
    said: list[str] = []
    for unit, sent in sorted(_menurut_unit(catatan, periode, decides).items()):
        rows, left = _berurutan(sent)
        said += (f"{unit}: {words}" for words in left)
        recorded = known.isi.pengiriman.get(unit, ()) if known else ()
        different = _berbeda(loaded, periode, unit, recorded, rows)
        if different:
            said.append(different)
            continue
        changes += _ubahan(unit, recorded, rows)
    after = sisip(text, changes) if changes else text
    if not changes:
        return Isian(Usulan(path, text, text, Report.of((), before.berkas)), tuple(said))
    seen = replace(project, andai={below: after.encode()}).periksa()
    report = Report.of(seen.baru_sejak(before), seen.berkas, sebagian=seen.sebagian)
    return Isian(Usulan(path, text if path.is_file() else "", after, report), tuple(said))


def daftar(project: Project, catatan: Iterable[CatatanUsulan], per_tanggal: date | None) -> tuple[BarisUsulan, ...]:
    """Returns every proposal with what follows from its trail; what lasts is counted until the end of a day."""
    dataset = load(project.data_dir).dataset
    if dataset is None:
        raise PemakaianError("data kantor ini tidak terbaca; perbaiki dahulu menurut `sakipgen periksa`.")
    accounts, sop = dataset.pengguna, dataset.sop
    decides = pemutus(accounts.isi if accounts else None)
    until = datetime.combine(per_tanggal, time.max, WIB) if per_tanggal else None
    minutes = sop.isi.menit_sehari if sop else _MENIT_SEHARI
    return tuple(
        BarisUsulan(
            catatan=row,
            keadaan=keadaan_kini(row),
            putaran=len(putaran(row, decides)),
            penyetuju=tuple(one.oleh for one in persetujuan_sah(row) if one.oleh),
            menit=dict(lama_keadaan(row, dataset.kalender, minutes, until)),
            baku=baku_keputusan(sop.isi) if sop else None,
        )
        for row in sorted(catatan, key=lambda row: (row.peristiwa[0].waktu.year, row.nomor))
    )


@dataclass(frozen=True, slots=True)
class _Kirim:
    """One sending of a proposal."""

    nomor: int
    putaran: Putaran

    @property
    def dikirim(self) -> date:
        return self.putaran.dikirim.date()

    @property
    def isi(self) -> Mapping[str, Isi]:
        """As the record of a period has it."""
        answer = self.putaran.jawaban
        if answer is None:
            return {"dikirim": self.dikirim}
        row: dict[str, Isi] = {"dikirim": self.dikirim, "diputus": answer.waktu.date()}
        if answer.keadaan is KeadaanUsulan.DISETUJUI:
            return row | {"hasil": HasilReviu.DISETUJUI}
        row |= {"hasil": HasilReviu.DIKEMBALIKAN, "alasan": answer.alasan or AlasanKembali.LAIN_LAIN}
        words = answer.teks or (
            f"Arahan pada usulan #{self.nomor}." if answer.alasan is AlasanKembali.LAIN_LAIN else ""
        )
        return row | ({"catatan": prosa(words)} if words else {})


def _menurut_unit(
    catatan: Iterable[CatatanUsulan], periode: Periode, berwenang: Berwenang
) -> Mapping[str, Sequence[_Kirim]]:
    found: dict[str, list[_Kirim]] = {}
    for row in catatan:
        units = {report.unit for report in row.laporan if report.periode == str(periode)}
        if row.jenis is JenisUsulan.DATA:
            for unit in units:
                found.setdefault(unit, []).extend(_Kirim(row.nomor, one) for one in putaran(row, berwenang))
    return {unit: sorted(rows, key=lambda one: (one.putaran.dikirim, one.nomor)) for unit, rows in found.items()}


def _berurutan(rows: Sequence[_Kirim]) -> tuple[Sequence[_Kirim], Sequence[str]]:
    """The sendings that follow one another, each once the one before was answered; and why others do not."""
    kept: list[_Kirim] = []
    left: list[str] = []
    for row in rows:
        before = kept[-1] if kept else None
        answer = before.putaran.jawaban if before else None
        if before and (answer is None or row.putaran.dikirim < answer.waktu):
            left.append(f"usulan #{row.nomor} dikirim sebelum usulan #{before.nomor} dijawab; tidak dicatat.")
        elif before and answer and answer.keadaan is KeadaanUsulan.DISETUJUI:
            left.append(f"usulan #{row.nomor} dikirim sesudah usulan #{before.nomor} disetujui; tidak dicatat.")
        else:
            kept.append(row)
    return kept, left


def _berbeda(
    loaded: Loaded, periode: Periode, unit: str, tercatat: Sequence[Pengiriman], rows: Sequence[_Kirim]
) -> str | None:
    """What people recorded otherwise, with its place; None where the trail only adds to it."""
    path = loaded.dataset.siklus[periode].path if loaded.dataset and tercatat else None
    for n, old in enumerate(tercatat):
        line = loaded.sources.position(path, ("pengiriman", unit, n)).baris if path else 1
        place = f"{path}:{line}: pengiriman `{unit}` ke-{n + 1}"
        if n >= len(rows):
            return f"{place} tidak berasal dari usulan yang tercatat; pengiriman unit ini tidak diubah."
        new = rows[n].isi
        told = {"diputus": old.diputus, "hasil": old.hasil, "alasan": old.alasan}
        waits = n == len(tercatat) - 1 and old.diputus is None
        if old.dikirim != new["dikirim"] or not (waits or all(new.get(k) == v for k, v in told.items())):
            return (
                f"{place} tertulis {_kata(old.dikirim, old.diputus, old.hasil)}, sedangkan menurut usulan "
                f"#{rows[n].nomor} {_kata(new['dikirim'], new.get('diputus'), new.get('hasil'))}; pengiriman unit ini "
                "tidak diubah."
            )
    return None


def _kata(dikirim: object, diputus: object, hasil: object) -> str:
    return f"dikirim {dikirim}, {hasil} {diputus}" if diputus else f"dikirim {dikirim}, belum dijawab"


def _ubahan(unit: str, tercatat: Sequence[Pengiriman], rows: Sequence[_Kirim]) -> Iterator[Ubahan]:
    """The answer to what waited, and what was sent since."""
    for n, row in enumerate(rows):
        if n >= len(tercatat):
            yield Ubahan(("pengiriman", unit, n), row.isi)
        elif tercatat[n].diputus is None:
            yield from (Ubahan(("pengiriman", unit, n, key), row.isi[key]) for key in row.isi if key != "dikirim")
