"""What the checklist of the reviu asks of an LKjIP, and which of it the data can answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sakipgen.domain.indikator import TipeHasil
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPk, RekapTahun
from sakipgen.rendering.dokumen.bahan import Bahan

SMART: Final = ("W011", "W012", "W013", "W014", "W015", "W016")
"""The rules that ask whether indikator and targets are SMART."""
PEREVIU: Final = "diperiksa pereviu"
_HASIL: Final = frozenset({TipeHasil.OUTCOME, TipeHasil.IMPACT})


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """One line of the checklist."""

    isi: str
    terpenuhi: bool
    """Whether the data shows it; where it cannot, the box stays empty."""
    keterangan: str
    """What the data says, or who looks."""


@dataclass(frozen=True)
class Pemeriksa:
    """Answers for one year."""

    bahan: Bahan
    tahun: RekapTahun

    @cached_property
    def iku(self) -> tuple[BarisIndikator, ...]:
        return self.tahun.setahun.iku

    @cached_property
    def pk(self) -> RekapPk | None:
        """The PK of the Kepala at the end of what is known of the year."""
        found = [pk for pk in self.tahun.pk if pk.kepala]
        return found[-1] if found else None

    # ── I Format ──

    def format(self) -> Iterator[Pernyataan]:
        pd = self.bahan.rekap.instansi.perangkat_daerah
        law = pd.dasar_hukum
        yield Pernyataan(
            "LKjIP menampilkan data penting perangkat daerah.",
            law is not None,
            f"tugas dan organisasi menurut {law}" if law else "tugas tercatat; dasar hukum organisasi belum tercatat",
        )
        stated = sum(row.hasil.target_tahun is not None for row in self.iku)
        yield _hitung("LKjIP menyajikan informasi target kinerja.", stated, len(self.iku), "IKU punya target")
        known = sum(row.hasil.capaian is not None for row in self.iku)
        yield _hitung(
            "LKjIP menyajikan capaian kinerja secara memadai.", known, len(self.iku), "IKU terukur capaiannya"
        )
        yield self._berbukti("Lampiran mendukung informasi pada badan laporan.")
        yield self._perbaikan()
        money = self.tahun.setahun.anggaran
        over = self.tahun.setahun.selesai
        spent = over and money is not None and money.hasil.jumlah.realisasi is not None
        yield Pernyataan(
            "LKjIP menyajikan akuntabilitas keuangan.",
            spent,
            "pagu dan realisasi anggaran setahun lengkap" if spent else "realisasi anggaran setahun belum lengkap",
        )

    def _berbukti(self, isi: str) -> Pernyataan:
        reports = [lap for lap in self.tahun.laporan if lap.nilai is not None]
        return _hitung(
            isi, sum(bool(lap.bukti) for lap in reports), len(reports), "laporan realisasi punya bukti dukung"
        )

    def _perbaikan(self) -> Pernyataan:
        measured = [row for row in self.tahun.setahun.indikator if row.hasil.capaian]
        below = [row for row in measured if row.hasil.capaian and not row.hasil.capaian.tercapai]
        actions = self.bahan.konteks.tindak_lanjut
        answered = sum(
            any(action.periode.tahun == self.tahun.tahun for action in actions.get(row.kode, ()))
            or any(lap.butir.solusi for lap in row.laporan)
            for row in below
        )
        isi = "LKjIP menyajikan upaya perbaikan ke depan."
        if measured and not below:
            return Pernyataan(isi, terpenuhi=True, keterangan="tidak ada indikator di bawah target")
        return _hitung(isi, answered, len(below), "indikator di bawah target punya solusi atau tindak lanjut")

    # ── II Mekanisme penyusunan ──

    def mekanisme(self) -> Iterator[Pernyataan]:
        yield _manusia("LKjIP disusun oleh unit kerja yang mempunyai tugas untuk itu.")
        yield self._berbukti("Informasi dalam LKjIP didukung data yang memadai.")
        sent = [row for row in self.tahun.pengiriman if row.dikirim is not None]
        sop = self.bahan.rekap.sop
        yield Pernyataan(
            "Ada mekanisme penyampaian data dan informasi dari unit kerja ke unit penyusun LKjIP.",
            sop is not None and bool(sent),
            f"{len(sent)} pengiriman data tercatat menurut {sop.nama}" if sop and sent else "pengiriman belum tercatat",
        )
        yield self._penanggung_jawab()
        yield _manusia("Data dan informasi kinerja yang disampaikan dalam LKjIP diyakini keandalannya.")
        yield _manusia("Analisis dan penjelasan dalam LKjIP diketahui oleh unit kerja terkait.")
        due = [row for row in self.tahun.pengiriman if row.jatuh_tempo <= self.bahan.rekap.posisi.per_tanggal]
        approved = sum(row.disetujui is not None for row in due)
        yield _hitung(
            "LKjIP merupakan gabungan partisipasi dari tingkat di bawahnya.",
            approved,
            len(due),
            "laporan unit yang sudah jatuh tempo disetujui",
        )

    def _penanggung_jawab(self) -> Pernyataan:
        instansi = self.bahan.rekap.instansi
        team = {instansi.tim_sakip.ketua, *(member.jabatan for member in instansi.tim_sakip.anggota)}
        units = {row.unit.kepala for row in self.tahun.setahun.indikator}
        return _hitung(
            "Setiap unit kerja mempunyai penanggung jawab pengumpulan data.",
            len(units & team),
            len(units),
            "unit penanggung jawab indikator duduk dalam Tim SAKIP",
        )

    # ── III Substansi ──

    def substansi(self) -> Iterator[Pernyataan]:
        promised = {row.target.kode for row in self.pk.butir} if self.pk else set()
        goals = [group for group in self.tahun.setahun.sasaran if group.indikator]
        inside = sum(any(row.kode in promised for row in group.indikator) for group in goals)
        yield _hitung(
            "Tujuan dan sasaran dalam LKjIP sesuai dengan Perjanjian Kinerja.",
            inside,
            len(goals),
            "sasaran diperjanjikan",
        )
        yield from self._selaras()
        with_iku = sum(any(row.indikator.iku for row in group.indikator) for group in goals)
        yield _hitung(
            "Tujuan dan sasaran dalam LKjIP sesuai dengan Indikator Kinerja Utama.",
            with_iku,
            len(goals),
            "sasaran punya IKU",
        )
        yield _bila_tidak("IKU", tidak=not 0 < with_iku == len(goals))
        yield self._pembanding()
        yield self._cukup()
        yield _manusia("Jika belum cukup mengukur, terdapat penjelasan yang memadai.")
        yield self._smart()

    def _selaras(self) -> Iterator[Pernyataan]:
        """Whether the targets of the PK are those of the Renstra, and whether those that are not say why."""
        same = "Tujuan, sasaran, dan targetnya selaras dengan rencana strategis."
        explained = "Jika tidak selaras, terdapat penjelasan yang memadai."
        if self.pk is None:
            yield Pernyataan(same, terpenuhi=False, keterangan="Perjanjian Kinerja Kepala belum ada")
            yield _manusia(explained)
            return
        other = [row.target for row in self.pk.butir if self._berbeda(row.target)]
        if not other:
            yield Pernyataan(same, terpenuhi=True, keterangan="target PK sama dengan Renstra")
            yield Pernyataan(explained, terpenuhi=True, keterangan="tidak ada yang perlu dijelaskan")
            return
        yield Pernyataan(same, terpenuhi=False, keterangan=f"{len(other)} target PK berbeda dari Renstra")
        told = sum(target.alasan is not None for target in other)
        yield _hitung(explained, told, len(other), "target yang berbeda punya alasan tertulis")

    def _berbeda(self, target: BarisTarget) -> bool:
        plan = self.bahan.konteks.target_renstra(self.tahun.renstra, target.kode).get(target.tahun)
        return plan is None or plan.bentuk.berbeda(target.bentuk)

    def _pembanding(self) -> Pernyataan:
        compared = sum(row.perubahan is not None or row.putus is not None for row in self.iku)
        standard = sum(row.indikator.standar_nasional is not None for row in self.iku)
        found = _hitung(
            "Capaian dibandingkan dengan tahun lalu, standar nasional, dan pembanding lain yang bermanfaat.",
            compared,
            len(self.iku),
            "IKU dibandingkan dengan tahun lalu",
        )
        return Pernyataan(found.isi, found.terpenuhi, f"{found.keterangan}; {standard} dengan standar atau pembanding")

    def _cukup(self) -> Pernyataan:
        rows = [row for group in self.tahun.setahun.sasaran for row in group.indikator]
        outcome = sum(row.indikator.tipe_hasil in _HASIL for row in rows)
        return Pernyataan(
            "IKU dan indikator kinerja cukup mengukur tujuan dan sasaran.",
            terpenuhi=False,
            keterangan=f"{outcome} dari {len(rows)} indikator sasaran mengukur hasil atau dampak; {PEREVIU}",
        )

    def _smart(self) -> Pernyataan:
        isi = "IKU dan indikator kinerja telah SMART."
        checked = self.bahan.rekap.pemeriksaan
        if checked is None:
            return _manusia(isi)
        found = {kode: n for kode in SMART if (n := checked.menurut_kode.get(kode))}
        told = ", ".join(f"{kode} {n} kali" for kode, n in found.items())
        return Pernyataan(
            isi,
            not found,
            f"peringatan {told}" if found else f"lulus pemeriksaan mutu indikator ({SMART[0]}–{SMART[-1]})",
        )


def _hitung(isi: str, ada: int, dari: int, apa: str) -> Pernyataan:
    """A line that holds where all of several things hold."""
    return Pernyataan(isi, 0 < dari == ada, f"{ada} dari {dari} {apa}")


def _manusia(isi: str) -> Pernyataan:
    """A line that only people can answer."""
    return Pernyataan(isi, terpenuhi=False, keterangan=PEREVIU)


def _bila_tidak(apa: str, *, tidak: bool) -> Pernyataan:
    isi = f"Jika tidak sesuai dengan {apa}, terdapat penjelasan yang memadai."
    return _manusia(isi) if tidak else Pernyataan(isi, terpenuhi=True, keterangan="tidak ada yang perlu dijelaskan")
