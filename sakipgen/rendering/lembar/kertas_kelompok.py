"""The sheet “Kelompok”: from the capaian of indikator to that of sasaran, tujuan and perangkat daerah, by means."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran, Metode
from sakipgen.measuring.hasil import Anggota, HasilKelompok, Jenjang
from sakipgen.measuring.kelompok import CARA
from sakipgen.rekap import RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode
from sakipgen.rendering.lembar import kertas_ukur, rumus_sel
from sakipgen.rendering.lembar.buku import Buku, rentang, sel
from sakipgen.rendering.lembar.kata import PERSEN
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.lembar.rumus_sel import AMBANG

KELOMPOK: Final = "Kelompok"
_KEPALA: Final = (
    "Kode",
    "Uraian",
    "Bobot",
    "Capaian agregat (%)",
    "Terukur",
    "Dari",
    "Tercapai",
    "Capaian (%)",
    "Kategori",
    "Keterangan",
)
KODE, URAIAN, BOBOT, NILAI, ADA, DARI, TERCAPAI, CAPAIAN, KATEGORI, KETERANGAN = range(len(_KEPALA))
_LEBAR: Final = (10, 58, 8, 12, 9, 8, 10, 12, 16, 44)
_BELUM: Final = "belum dapat disimpulkan"


class _Bagian(NamedTuple):
    """A member of a group: its name and the cells that say its figures."""

    kode: str
    nama: str
    bobot: Decimal | None
    nilai: str | None
    angka: Decimal | None
    tercapai: str
    banyak_tercapai: int
    ada: str
    banyak_ada: int
    dari: str
    banyak_dari: int


class LembarKelompok:
    """The sheet while it is being written."""

    def __init__(self, buku: Buku, tahun: RekapTahun, periode: RekapPeriode) -> None:
        self._tahun = tahun
        self._metode: Metode = tahun.metode
        self._periode = periode
        self._halaman = buku.lembar(KELOMPOK)
        self._baris = 0

    def tulis(self, letak: dict[str, int], acuan: Acuan) -> None:
        """Writes every group; `letak` is the row of each indikator on the main sheet."""
        page, sheet = self._halaman, self._periode
        page.lebar(*_LEBAR)
        self._baris = page.kop("Capaian sasaran, tujuan, dan perangkat daerah", sheet.periode.label)
        page.kepala(self._baris, _KEPALA)
        page.sheet.freeze_panes(self._baris + 1, 2)
        self._baris += 1
        how = self._metode.agregasi_sasaran
        means: dict[str, int] = {}
        for jenjang, word, rows in (
            (Jenjang.SASARAN, "Sasaran", sheet.sasaran),
            (Jenjang.TUJUAN, "Tujuan", sheet.tujuan),
        ):
            for row in rows:
                members = [self._indikator(m, letak) for m in self._anggota(jenjang, row.kode)]
                title = f"{word} {row.kode}: {row.uraian}"
                line = self._kelompok(title, members, row.hasil, how, acuan, lengkap=True)
                if jenjang is Jenjang.SASARAN:
                    means[row.kode] = line
        self._perangkat_daerah(letak, means, acuan)
        page.tanda_tangan(self._baris + 1, URAIAN, CAPAIAN)

    def _anggota(self, jenjang: Jenjang, kode: str) -> list[Anggota]:
        """The members that the period owes."""
        rows = self._periode.menurut_kode
        found = [m for m in self._tahun.anggota if m.jenjang is jenjang and m.kode == kode]
        return [m for m in found if m.anggota not in rows or rows[m.anggota].terhitung]

    def _indikator(self, member: Anggota, letak: dict[str, int]) -> _Bagian:
        """An indikator as a member; one that the PK forgot has no row to look at, and counts as not measured."""
        row, at = self._periode.menurut_kode.get(member.anggota), letak.get(member.anggota)
        capaian = row.hasil.capaian if row else None
        known = "" if at is None else sel(at, kertas_ukur.AGREGAT, kertas_ukur.PENGUKURAN)
        reached = "" if at is None else sel(at, kertas_ukur.TERCAPAI, kertas_ukur.PENGUKURAN)
        return _Bagian(
            kode=member.anggota,
            nama=row.indikator.nama if row else "",
            bobot=member.bobot,
            nilai=known or None,
            angka=capaian.agregat if capaian else None,
            tercapai=f'IF({reached}="ya",1,0)' if reached else "0",
            banyak_tercapai=int(capaian is not None and capaian.tercapai),
            ada=f"COUNT({known})" if known else "0",
            banyak_ada=int(capaian is not None),
            dari="1",
            banyak_dari=1,
        )

    def _perangkat_daerah(self, letak: dict[str, int], means: dict[str, int], acuan: Acuan) -> None:
        cara = self._metode.agregasi_perangkat_daerah
        groups = self._tahun.anggota
        if cara is AgregasiPerangkatDaerah.RERATA_IKU:
            iku = next((m.kode for m in groups if m.jenjang is Jenjang.IKU), "")
            members = [self._indikator(m, letak) for m in self._anggota(Jenjang.IKU, iku)]
        else:
            weights = {m.anggota: m.bobot for m in groups if m.jenjang is Jenjang.PERANGKAT_DAERAH}
            members = [
                _Bagian(
                    kode=row.kode,
                    nama=row.uraian,
                    bobot=weights.get(row.kode),
                    nilai=sel(means[row.kode], NILAI),
                    angka=row.hasil.rerata,
                    tercapai=sel(means[row.kode], TERCAPAI),
                    banyak_tercapai=row.hasil.tercapai,
                    ada=sel(means[row.kode], ADA),
                    banyak_ada=row.hasil.terukur.ada,
                    dari=sel(means[row.kode], DARI),
                    banyak_dari=row.hasil.terukur.dari,
                )
                for row in self._periode.sasaran
            ]
        title = f"Perangkat daerah: {kata_metode.PERANGKAT_DAERAH[cara]}"
        self._kelompok(title, members, self._periode.perangkat_daerah, CARA[cara], acuan, lengkap=False)

    def _kelompok(
        self,
        judul: str,
        members: Sequence[_Bagian],
        hasil: HasilKelompok,
        cara: AgregasiSasaran,
        acuan: Acuan,
        *,
        lengkap: bool,
    ) -> int:
        """Writes a group with its members; returns the row of its mean."""
        page, first = self._halaman, self._baris + 1
        page.teks(self._baris, KODE, judul, "kelompok")
        page.kosong(self._baris, range(1, len(_KEPALA)), "kelompok")
        for n, member in enumerate(members):
            self._anggota_baris(first + n, member)
        at, last = first + len(members), first + len(members) - 1
        word = kata_metode.RERATA[cara].format("yang terukur")
        page.teks(at, KODE, "", "sel", "jumlah")
        page.teks(at, URAIAN, f"{word[0].upper()}{word[1:]}", "sel", "jumlah")
        page.kosong(at, (BOBOT,), "sel", "jumlah")
        if members:
            mean = rumus_sel.rerata(cara, rentang(first, last, NILAI), rentang(first, last, BOBOT))
            page.rumus(at, NILAI, mean, hasil.rerata, "sel", "jumlah", num=PERSEN)
            for column, count in ((ADA, hasil.terukur.ada), (DARI, hasil.terukur.dari), (TERCAPAI, hasil.tercapai)):
                page.rumus(at, column, f"SUM({rentang(first, last, column)})", count, "sel", "jumlah", "tengah")
        else:
            page.rumus(at, NILAI, '""', None, "sel", "jumlah")
            for column in (ADA, DARI, TERCAPAI):
                page.angka(at, column, 0, "sel", "jumlah", "tengah")
        self._simpulan(at, hasil, acuan, lengkap=lengkap)
        self._baris = at + 2
        return at

    def _anggota_baris(self, at: int, member: _Bagian) -> None:
        page = self._halaman
        page.teks(at, KODE, member.kode, "sel")
        page.teks(at, URAIAN, member.nama, "sel", "bungkus")
        weight = ("sel",) if member.bobot is None else ("sel", "isian")
        page.angka(at, BOBOT, member.bobot, *weight, num="#,##0.######")
        if member.nilai:
            formula = f'IF(ISNUMBER({member.nilai}),{member.nilai},"")'
            page.rumus(at, NILAI, formula, member.angka, "sel", num=PERSEN)
        else:
            page.teks(at, NILAI, "tanpa PK", "sel", "redup")
        page.rumus(at, ADA, member.ada, member.banyak_ada, "sel", "tengah")
        page.rumus(at, DARI, member.dari, member.banyak_dari, "sel", "tengah")
        page.rumus(at, TERCAPAI, member.tercapai, member.banyak_tercapai, "sel", "tengah")
        page.kosong(at, (CAPAIAN, KATEGORI, KETERANGAN), "sel")

    def _simpulan(self, at: int, hasil: HasilKelompok, acuan: Acuan, *, lengkap: bool) -> None:
        """The mean where enough is measured, with its kategori; else that nothing can be concluded yet."""
        page, mean = self._halaman, sel(at, NILAI)
        measured, of = sel(at, ADA), sel(at, DARI)
        enough = f"{measured}={of}" if lengkap else f"AND({of}>0,100*{measured}>={AMBANG}*{of})"
        shown = sel(at, CAPAIAN)
        page.rumus(at, CAPAIAN, f'IF({enough},{mean},"")', hasil.capaian, "sel", "jumlah", num=PERSEN)
        page.rumus(
            at,
            KATEGORI,
            acuan.kategori.kelas(shown),
            hasil.kelas.label if hasil.kelas else None,
            "sel",
            "jumlah",
            "tengah",
        )
        counted = f'{measured}&" dari "&{of}&" indikator terukur"'
        told = f"{hasil.terukur.ada} dari {hasil.terukur.dari} indikator terukur"
        formula = f'IF({shown}="","{_BELUM}: ","")&{counted}'
        prefix = f"{_BELUM}: " if hasil.capaian is None else ""
        page.rumus(at, KETERANGAN, formula, prefix + told, "sel", "jumlah", "bungkus")
