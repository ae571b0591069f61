"""From a row to its sentences: the facts that the grammar asks for, and the values that fill its patterns."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.metode import Polaritas
from sakipgen.domain.realisasi import Tanda
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.hitung import CONTEXT
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.rekap import BarisIndikator, BarisTarget, Laporan
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import angka_persen, ringkas, tanggal
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kalimat_indikator import INDIKATOR, TAMBAHAN, FaktaIndikator
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import label

JAUH: Final = Decimal(120)
"""Above this capaian next year's target deserves a second look."""
KASUS_KECIL: Final = Decimal(20)


def ucapkan(row: BarisIndikator, targets: Sequence[BarisTarget], *, selesai: bool) -> tuple[Kalimat, ...]:
    """Returns the verdict on an indikator in a period, then what is to be added; `targets` are the year's."""
    changed = _target_diubah(row, targets)
    last = next((lap for lap in reversed(row.laporan) if lap.nilai is not None), None)
    cases = penyebut(row.indikator, row)
    facts = _fakta(row, last, changed=changed is not None, cases=cases)
    isian = _isian(row, last, selesai=selesai) | (changed or {})
    if cases is not None:
        isian["kasus"] = ringkas(cases, 6)
    main = Kalimat(kalimat.pilih(INDIKATOR, facts).teks, isian)
    return (main, *kalimat.tambahan(TAMBAHAN, facts, isian))


def _fakta(row: BarisIndikator, last: Laporan | None, *, changed: bool, cases: Decimal | None) -> FaktaIndikator:
    hasil = row.hasil
    capaian = hasil.capaian
    return FaktaIndikator(
        status=hasil.status,
        turun=row.indikator.polaritas is Polaritas.TURUN,
        tercapai=bool(capaian and capaian.tercapai),
        sama=hasil.realisasi == hasil.target,
        arah=row.perubahan.arah if row.perubahan else None,
        antara=hasil.capaian_tahun is not None and hasil.target_tahun not in {None, hasil.target},
        jauh_melampaui=bool(capaian and capaian.capaian > JAUH),
        periksa_ulang=Tanda.PERLU_DIPERIKSA_ULANG in hasil.tanda,
        sementara=Tanda.SEMENTARA in hasil.tanda,
        data_terdahulu=Tanda.DATA_TERDAHULU in hasil.tanda,
        tahun_data=bool(last and last.butir.tahun_data and last.butir.tahun_data != hasil.periode.tahun),
        sebagian=hasil.realisasi is not None
        and row.indikator.agregasi is Agregasi.JUMLAH
        and not hasil.terukur.lengkap,
        target_diubah=changed,
        murni=hasil.capaian_murni is not None,
        dikoreksi=any(k.realisasi_lama is not None for k in row.koreksi),
        kasus_kecil=cases is not None and cases < KASUS_KECIL,
        beralasan=hasil.alasan is not None,
    )


def _isian(row: BarisIndikator, last: Laporan | None, *, selesai: bool) -> dict[str, object]:
    hasil, indikator = row.hasil, row.indikator
    ref = f"capaian/{sel.kunci(hasil)}/"
    found: dict[str, object] = {
        "waktu": _waktu(indikator, hasil.periode, last, selesai=selesai),
        "periode": label(hasil.periode),
        "tempo": tanggal(hasil.jatuh_tempo),
        "terlambat": sel.hari_terlambat(hasil),
        "alasan": hasil.alasan,
        "ada": hasil.terukur.ada,
        "dari": hasil.terukur.dari,
        "lalu": label(Periode(hasil.periode.tahun - 1, hasil.periode.segmen)),
    }
    for name in ("realisasi", "target", "target_tahun"):
        value: Decimal | None = getattr(hasil, name)
        if value is not None:
            found[name] = sel.nilai_prosa(indikator, value, f"{ref}{name}")
    if hasil.capaian_murni is not None:
        found["capaian_murni"] = angka_persen(hasil.capaian_murni, f"{ref}capaian_murni")
    for koreksi in row.koreksi:
        if koreksi.realisasi_lama is not None:
            found["tanggal_koreksi"] = tanggal(koreksi.isi.tanggal)
            old = f"koreksi/{koreksi.kode}:{koreksi.periode}/realisasi_lama"
            found["semula"] = sel.nilai_prosa(indikator, koreksi.realisasi_lama, old)
    if hasil.capaian_tahun is not None:
        found["capaian_tahun"] = angka_persen(hasil.capaian_tahun, f"{ref}capaian_tahun")
    if row.perubahan:
        before = f"{ref}perubahan_sebelumnya"
        found["sebelumnya"] = sel.nilai_prosa(indikator, row.perubahan.sebelumnya, before)
    if hasil.realisasi is not None and hasil.target is not None:
        found["selisih"] = sel.selisih(indikator, abs(CONTEXT.subtract(hasil.target, hasil.realisasi)))
    if last:
        found |= {"posisi": last.periode.label, "tahun_data": last.butir.tahun_data}
    return found


def _waktu(indikator: Indikator, periode: Periode, last: Laporan | None, *, selesai: bool) -> str:
    if not selesai and last:
        return f"Sampai {last.periode.label}"
    if indikator.agregasi is Agregasi.JUMLAH:
        return f"{'Sepanjang' if periode.jenis is JenisPeriode.TAHUN else 'Sampai'} {label(periode)}"
    return f"Pada {label(periode)}"


def _target_diubah(row: BarisIndikator, targets: Sequence[BarisTarget]) -> dict[str, object] | None:
    """What the sentence about an amended target says; None where the PK in force repeats the first one."""
    signed = {t.versi: t for t in targets if t.jenis == "perjanjian_kinerja"}
    first, now = signed.get("murni"), signed.get(row.hasil.versi_pk or "")
    if first is None or now is None or first.nilai == now.nilai:
        return None
    return {
        "target_semula": _target(row, first),
        "target_kini": _target(row, now),
        "dasar": nama_pk(now.versi),
    }


def _target(row: BarisIndikator, target: BarisTarget) -> object:
    return sel.nilai_prosa(row.indikator, target.nilai, sel.rujukan_target(target))


def nama_pk(versi: str) -> str:
    """Returns the name of a version: `Perjanjian Kinerja`, `Perjanjian Kinerja Perubahan ke-1`."""
    if versi == "murni":
        return "Perjanjian Kinerja"
    return f"Perjanjian Kinerja Perubahan ke-{versi.rpartition('-')[2]}"


def penyebut(indikator: Indikator, row: BarisIndikator) -> Decimal | None:
    """Returns the figure that the rumus divides by, where that is one komponen."""
    if indikator.rumus is None or row.hasil.komponen is None:
        return None
    for node in ast.walk(parse_rumus(indikator.rumus).pohon):
        match node:
            case ast.BinOp(op=ast.Div(), right=ast.Name(id=name)):
                return row.hasil.komponen.get(name)
    return None
