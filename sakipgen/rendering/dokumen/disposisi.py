"""The slip with which a superior answers a report: filled from its record, or with boxes to be ticked by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sakipgen.domain.naskah_langkah import Disposisi, HarapDisposisi, SifatNaskah
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.siklus import CatatanLangkah, HasilReviu, JenisNaskah, LangkahSop, PeranSop
from sakipgen.rendering.cetak import alinea, tanggal
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kalimat, Kolom, Lari, Sel, Tabel, TandaTangan
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import TIM, Kejadian, kejadian, oleh, pelaku, sebelum, sekretaris, tim
from sakipgen.rendering.dokumen.surat import SIFAT
from sakipgen.rendering.dokumen.teks import KOTAK, KOTAK_ISI, kalimat
from sakipgen.rendering.kata_pengiriman import ALASAN

HARAP: Final[Mapping[HarapDisposisi, str]] = {
    HarapDisposisi.TANGGAPAN: "Tanggapan dan saran",
    HarapDisposisi.PROSES_LANJUT: "Proses lebih lanjut",
    HarapDisposisi.KOORDINASI: "Koordinasi/konfirmasi",
    HarapDisposisi.UNTUK_DIKETAHUI: "Untuk diketahui",
    HarapDisposisi.ARSIPKAN: "Arsipkan",
}
_BARIS: Final = 6
"""So many lines at least has what is written by hand."""


def _dijawab(step: LangkahSop) -> bool:
    return step.keluaran is JenisNaskah.DISPOSISI


def lembar_disposisi(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the slips of the steps that make one, and of the reports that were answered by one."""
    for satu in (*kejadian(bahan, pilihan, _dijawab), *_laporan_dijawab(bahan, pilihan)):
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("lembar-disposisi"),
                judul=f"Lembar Disposisi {satu.judul}",
                subjek=f"Disposisi atas laporan {satu.hal}.",
                templat="lembar-disposisi.j2",
                nilai={
                    **satu.nilai(),
                    "nomor_disposisi": _nomor(satu),
                    "lembar": _lembar(bahan, pilihan, satu),
                    "ttd": _tanda_tangan(bahan, satu),
                },
                rancangan=_hari(satu) is None,
            ),
        )


def _laporan_dijawab(bahan: Bahan, pilihan: Pilihan) -> Iterator[Kejadian]:
    """Named by their step always: the slip of a step that makes one has the plain name."""
    reports = kejadian(bahan, pilihan, lambda step: step.keluaran is JenisNaskah.LAPORAN)
    return (replace(satu, kembar=True) for satu in reports if satu.catatan and satu.catatan.disposisi)


# ── Who and what ─────────────────────────────────────────────────────────────────────────────────────────────────


def _isi(satu: Kejadian) -> Disposisi | None:
    return satu.catatan.disposisi if satu.catatan else None


def _pemberi(instansi: Instansi, satu: Kejadian) -> str:
    """Who answers: as recorded; else who decides in this step, or who gets its report."""
    isi = _isi(satu)
    if isi and isi.oleh:
        return isi.oleh
    step = satu.langkah
    if step is None or step.keputusan:
        return oleh(instansi, satu, PeranSop.SEKRETARIS)
    return pelaku(instansi, step.kepada or PeranSop.KEPALA)


def _hari(satu: Kejadian) -> date | None:
    """The day of the answer; None while nobody wrote down that there is one."""
    isi = _isi(satu)
    decided = satu.langkah is not None and satu.langkah.keputusan
    return ((isi and isi.tanggal) or satu.hari) if isi or decided else None


def _nomor(satu: Kejadian) -> str | None:
    """The number of the slip itself: that of a step that decides; elsewhere it is that of the report."""
    decided = satu.langkah is not None and satu.langkah.keputusan
    return satu.catatan.nomor if satu.catatan and decided else None


def _surat(bahan: Bahan, pilihan: Pilihan, satu: Kejadian) -> tuple[str, str, str]:
    """The report that is answered: from whom, its number and its day."""
    instansi = bahan.rekap.instansi
    step, row = satu.langkah, satu.catatan
    if step is None or step.keputusan:
        step, row = sebelum(bahan.rekap, pilihan.lembar, satu, JenisNaskah.LAPORAN) or (None, None)
    sender = pelaku(instansi, step.pelaksana) if step else TIM
    return instansi.nama_jabatan(sender), (row and row.nomor) or TITIK, tanggal(row.tanggal) if row else TITIK


def _tanda_tangan(bahan: Bahan, satu: Kejadian) -> TandaTangan:
    return bahan.tanda_tangan(bahan.penanda(_pemberi(bahan.rekap.instansi, satu)), hari=_hari(satu))


# ── The slip ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _lembar(bahan: Bahan, pilihan: Pilihan, satu: Kejadian) -> Tabel:
    isi = _isi(satu)
    sender, number, day = _surat(bahan, pilihan, satu)
    what = "Laporan Data Kinerja" if satu.prosedur == "pengumpulan" else "Laporan Hasil Pengukuran Kinerja"
    return Tabel(
        kolom=(Kolom(1), Kolom(1)),
        kepala=(),
        baris=(
            _baris(_medan("Surat dari", sender), _medan("Diterima tanggal", TITIK)),
            _baris(_medan("Nomor surat", number), _medan("Nomor agenda", TITIK)),
            _baris(_medan("Tanggal surat", day), _sifat(isi)),
            Baris((Sel(_medan("Hal", f"{what} {satu.periode.label}"), lebar=2),)),
            _baris(_diteruskan(bahan.rekap.instansi, satu, isi), _harap(isi)),
            Baris((Sel((*_judul("Catatan"), *_catatan(satu, isi)), lebar=2),)),
        ),
    )


def _baris(kiri: tuple[Kalimat, ...], kanan: tuple[Kalimat, ...]) -> Baris:
    return Baris((Sel(kiri), Sel(kanan)))


def _judul(nama: str) -> tuple[Kalimat, ...]:
    return ((Lari(f"{nama}:", tebal=True),),)


def _medan(nama: str, isi: str) -> tuple[Kalimat, ...]:
    return ((Lari(f"{nama}: ", tebal=True), Lari(isi)),)


def _kotak(nama: str, *, dipilih: bool) -> Kalimat:
    return kalimat(f"{KOTAK_ISI if dipilih else KOTAK} {nama}")


def _sifat(isi: Disposisi | None) -> tuple[Kalimat, ...]:
    """The degrees that a slip offers; an ordinary one ticks none."""
    offered = (SifatNaskah.SANGAT_SEGERA, SifatNaskah.SEGERA, SifatNaskah.RAHASIA)
    return (*_judul("Sifat"), *(_kotak(SIFAT[one], dipilih=isi is not None and isi.sifat is one) for one in offered))


def _diteruskan(instansi: Instansi, satu: Kejadian, isi: Disposisi | None) -> tuple[Kalimat, ...]:
    """Everybody to whom a slip may go, and whom it went to."""
    chosen: Collection[str] = isi.diteruskan if isi else ()
    heads = (unit.kepala for unit in instansi.unit_kerja.values())
    team = (kode for kode, _ in tim(instansi))
    offered = dict.fromkeys((sekretaris(instansi), *heads, *team, *chosen))
    offered.pop(_pemberi(instansi, satu), None)
    return (
        *_judul("Diteruskan kepada"),
        *(_kotak(instansi.nama_jabatan(kode), dipilih=kode in chosen) for kode in offered),
    )


def _harap(isi: Disposisi | None) -> tuple[Kalimat, ...]:
    chosen: Iterable[HarapDisposisi] = isi.harap if isi else ()
    return (
        *_judul("Dengan hormat harap"),
        *(_kotak(name, dipilih=one in chosen) for one, name in HARAP.items()),
        kalimat(f"{KOTAK} {TITIK}"),
    )


def _catatan(satu: Kejadian, isi: Disposisi | None) -> tuple[Kalimat, ...]:
    """What was decided and said, and empty lines for what is written by hand."""
    row = satu.catatan
    told = (isi and isi.isi) or (row and row.catatan) or ""
    lines = (*_putusan(row), *(kalimat(part) for part in alinea(told)))
    return (*lines, *(kalimat("\N{NO-BREAK SPACE}"),) * (_BARIS - len(lines)))


def _putusan(row: CatatanLangkah | None) -> tuple[Kalimat, ...]:
    if row is None or row.hasil is None:
        return ()
    if row.hasil is HasilReviu.DISETUJUI:
        return (kalimat("Disetujui.", tebal=True),)
    reason = f": {ALASAN[row.alasan]}" if row.alasan else ""
    return (kalimat(f"Dikembalikan untuk dilengkapi{reason}.", tebal=True),)


JENIS: Final = (
    Jenis("lembar-disposisi", "Lembar disposisi", "9.1.10, 9.2.8, 9.2.9", Lingkup.PERIODE, lembar_disposisi),
)
