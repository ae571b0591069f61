"""The trace of a mean: the sasaran, tujuan, program or perangkat daerah from the capaian of its members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.measuring.hasil import Anggota, HasilKelompok, Jenjang
from sakipgen.measuring.kelompok import CARA
from sakipgen.rekap import RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode
from sakipgen.rendering.cetak import Angka, angka_lengkap, angka_persen, ringkas
from sakipgen.rendering.jejak import kategori, sampai
from sakipgen.rendering.jejak_langkah import KEADAAN, Baris, Jejak, Langkah, rujukan
from sakipgen.rendering.kalimat import berderet
from sakipgen.rendering.kata_rumus import rerata
from sakipgen.rendering.opendata_kinerja import id_kelompok
from sakipgen.rendering.ucap import Ucap

PERANGKAT_DAERAH: Final = "perangkat-daerah"
"""What stands for the whole on the command line."""
_TINGKAT: Final = (Jenjang.SASARAN, Jenjang.TUJUAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


def jejak_kelompok(tahun: RekapTahun, prd: RekapPeriode, kode: str) -> Jejak | None:
    """Returns the trace of a group in a period; None of a kode that is no group of the year.

    A tujuan that shares its kode with a sasaran is asked for as `tujuan:KODE`, as in the open data.
    """
    if kode.lower() in {PERANGKAT_DAERAH, UNIT_KEPALA}:
        return _seluruhnya(tahun, prd)
    prefix, _, bare = kode.rpartition(":")
    for jenjang in [level for level in _TINGKAT if prefix.lower() in {"", level}]:
        found = _hasil(prd, jenjang, bare)
        if found:
            members = [row for row in tahun.anggota if row.jenjang is jenjang and row.kode == found[1].kode]
            return _jejak(tahun, prd, found, jenjang, members)
    return None


def _hasil(prd: RekapPeriode, jenjang: Jenjang, kode: str) -> tuple[str, HasilKelompok, str] | None:
    """Name, result and cell of the open data of a group."""
    groups = {Jenjang.SASARAN: prd.sasaran, Jenjang.TUJUAN: prd.tujuan}
    for group in groups.get(jenjang, ()):
        if group.kode.lower() == kode.lower():
            key = id_kelompok(jenjang, group.kode, prd.periode, [s.kode for s in prd.sasaran])
            return group.uraian, group.hasil, f"sasaran/{key}/capaian"
    for row in prd.anggaran.baris if prd.anggaran else ():
        if row.kode == kode and row.hasil.tingkat.value == jenjang.value:
            return row.nama, row.kinerja, f"anggaran/{kode}:{prd.periode}/capaian"
    return None


def _jejak(
    tahun: RekapTahun,
    prd: RekapPeriode,
    found: tuple[str, HasilKelompok, str],
    jenjang: Jenjang,
    members: list[Anggota],
) -> Jejak:
    nama, hasil, ref = found
    own = jenjang in {Jenjang.SASARAN, Jenjang.TUJUAN}
    cara = tahun.metode.agregasi_sasaran if own else AgregasiSasaran.RERATA
    capped = "" if tahun.metode.batas_agregat is None else ", dengan batas tertinggi setiap indikator"
    words = (
        f"Capaiannya adalah {kata_metode.SASARAN[cara]}{capped}.",
        "Capaian ditampilkan hanya bila semua indikatornya terukur.",
    )
    return Jejak(
        kode=hasil.kode,
        nama=nama,
        periode=prd.periode,
        sampai=sampai(tahun, prd.periode),
        metode=tahun.metode.nama,
        langkah=(
            Langkah("Indikatornya", (), None, tuple(_anggota(prd, members, berbobot=cara is AgregasiSasaran.BERBOBOT))),
            *_simpulan(tahun, hasil, ref, words, rerata(cara, bagian(prd, members)), sebab_nol(cara, prd, members)),
        ),
    )


def sebab_nol(cara: AgregasiSasaran, prd: RekapPeriode, members: Sequence[Anggota]) -> str:
    """Returns which of several members make a geometric mean 0; nothing of any other mean."""
    if cara is not AgregasiSasaran.GEOMETRIK or len(members) < 2:
        return ""
    rows = {row.kode: row.hasil.capaian.agregat for row in prd.indikator if row.terhitung and row.hasil.capaian}
    groups = {row.kode: row.hasil.capaian for row in prd.sasaran}
    values = groups if members[0].jenjang is Jenjang.PERANGKAT_DAERAH else rows
    found = [member.anggota for member in members if values.get(member.anggota) == 0]
    return f" karena capaian {berderet(found)} nol" if found else ""


def bagian(prd: RekapPeriode, members: Sequence[Anggota]) -> list[tuple[Angka, Angka | None]]:
    """Returns the capaian of the members that go into a mean, with their weights."""
    found = []
    for member in members:
        row = prd.menurut_kode.get(member.anggota)
        if row and row.terhitung and row.hasil.capaian:
            value = angka_lengkap(row.hasil.capaian.agregat, rujukan(row, "capaian_agregat"), "%")
            found.append((value, bobot(prd, member)))
    return found


def _anggota(prd: RekapPeriode, members: Sequence[Anggota], *, berbobot: bool) -> Iterator[Baris]:
    for member in members:
        row = prd.menurut_kode.get(member.anggota)
        weight = _ekor(prd, member) if berbobot else ()
        if row is None or not row.terhitung:
            yield Baris((f"{member.anggota}: tidak dihitung, belum diperjanjikan", *weight))
        elif row.hasil.capaian is None:
            why = KEADAAN.get(row.hasil.status, "belum ada")
            yield Baris((f"{member.anggota}: tidak dihitung, {why}", *weight))
        else:
            counted = angka_persen(row.hasil.capaian.agregat, rujukan(row, "capaian_agregat"))
            line = (f"{member.anggota} {row.indikator.nama}: ", counted, *weight)
            yield Baris(line, row.rujukan[-1] if row.rujukan else None)


def bobot(prd: RekapPeriode, member: Anggota) -> Angka | None:
    """Returns the weight of a member, as the plan gives it."""
    if member.bobot is None:
        return None
    ref = f"anggota/{prd.periode.tahun}:{member.jenjang}:{member.kode}:{member.anggota}/bobot"
    return Angka(member.bobot, ref, ringkas(member.bobot, 6))


def _ekor(prd: RekapPeriode, member: Anggota) -> Ucap:
    weight = bobot(prd, member)
    return () if weight is None else (", bobot ", weight, "%")


def _seluruhnya(tahun: RekapTahun, prd: RekapPeriode) -> Jejak:
    cara = tahun.metode.agregasi_perangkat_daerah
    by_iku = cara is AgregasiPerangkatDaerah.RERATA_IKU
    enough = kata_metode.persen_lengkap(tahun.metode.ambang_kelengkapan)
    words = (
        f"Capaiannya adalah {kata_metode.PERANGKAT_DAERAH[cara]}.",
        f"Capaian ditampilkan bila paling sedikit {enough} {kata_metode.DIUKUR[cara]} terukur.",
    )
    members = [row for row in tahun.anggota if row.jenjang is (Jenjang.IKU if by_iku else Jenjang.PERANGKAT_DAERAH)]
    weighted = CARA[cara] is AgregasiSasaran.BERBOBOT
    lines = tuple(_anggota(prd, members, berbobot=False) if by_iku else _sasaran(prd, members, berbobot=weighted))
    ref = f"perangkat_daerah/{prd.periode}/capaian"
    counted = rerata(CARA[cara], bagian_seluruhnya(tahun, prd))
    hidden = [] if by_iku else [row.kode for row in prd.sasaran if row.hasil.terukur.ada and row.hasil.capaian is None]
    why = f"; hitungannya tidak ditampilkan karena capaian {berderet(hidden)} belum dapat disimpulkan" if hidden else ""
    zero = sebab_nol(CARA[cara], prd, members)
    return Jejak(
        kode=PERANGKAT_DAERAH,
        nama="Perangkat daerah",
        periode=prd.periode,
        sampai=sampai(tahun, prd.periode),
        metode=tahun.metode.nama,
        langkah=(
            Langkah("IKU" if by_iku else "Sasarannya", (), None, lines),
            *_simpulan(tahun, prd.perangkat_daerah, ref, words, counted, zero, why),
        ),
    )


def bagian_seluruhnya(tahun: RekapTahun, prd: RekapPeriode) -> list[tuple[Angka, Angka | None]]:
    """Returns what the capaian of the perangkat daerah is the mean of; nothing where a part of it is not published."""
    if tahun.metode.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.RERATA_IKU:
        return bagian(prd, [row for row in tahun.anggota if row.jenjang is Jenjang.IKU])
    weights = {row.anggota: bobot(prd, row) for row in tahun.anggota if row.jenjang is Jenjang.PERANGKAT_DAERAH}
    rows = [row for row in prd.sasaran if row.hasil.terukur.ada]
    found = [
        (angka_lengkap(row.hasil.capaian, f"sasaran/{row.kode}:{prd.periode}/capaian", "%"), weights.get(row.kode))
        for row in rows
        if row.hasil.capaian is not None
    ]
    return found if len(found) == len(rows) else []


def _sasaran(prd: RekapPeriode, members: Sequence[Anggota], *, berbobot: bool) -> Iterator[Baris]:
    weights = {row.anggota: _ekor(prd, row) for row in members} if berbobot else {}
    for group in prd.sasaran:
        tail = weights.get(group.kode, ())
        measured = group.hasil.terukur
        counted = f"{measured.ada} dari {measured.dari} indikator terukur"
        if group.hasil.rerata is None:
            yield Baris((f"{group.kode}: tidak dihitung, {counted}", *tail))
        elif group.hasil.capaian is None:
            words = f"belum dapat disimpulkan, {counted}; yang terukur ikut dihitung"
            yield Baris((f"{group.kode} {group.uraian}: {words}", *tail))
        else:
            ref = f"sasaran/{group.kode}:{prd.periode}/capaian"
            yield Baris((f"{group.kode} {group.uraian}: ", angka_persen(group.hasil.capaian, ref), *tail))


def _simpulan(
    tahun: RekapTahun,
    hasil: HasilKelompok,
    ref: str,
    words: tuple[str, ...],
    jumlah: Ucap,
    sebab: str,
    catatan: str = "",
) -> Iterator[Langkah]:
    measured = f"{hasil.terukur.ada} dari {hasil.terukur.dari} indikator terukur"
    if not hasil.terukur.dari:
        measured = "tidak ada indikator yang diukur"
    if hasil.capaian is None or hasil.kelas is None:
        yield Langkah("Capaian", words, None, (Baris((f"belum dapat disimpulkan: {measured}",)),))
        return
    made = (*jumlah, " = ") if len(jumlah) > 1 else ()
    line = (*made, angka_persen(hasil.capaian, ref), f"{sebab}, {measured}{catatan}")
    yield Langkah("Capaian", words, None, (Baris(line),))
    skala = tahun.metode.skala
    found = Baris(kategori(skala, hasil.kelas, hasil.capaian, ref))
    yield Langkah("Kategori", (kata_metode.celah(skala),), None, (found,))
