"""Letters of the SOP: the order of the Kepala, the reports up to him, and the letter that goes with one onward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sakipgen.domain.naskah_langkah import NotaDinas, SifatNaskah
from sakipgen.domain.siklus import HasilReviu, JenisNaskah, KeadaanSiklus, LangkahSop, PeranSop
from sakipgen.rekap import RekapPeriode
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Dokumen, Kolom, Penanda, Rata, Tabel, TandaTangan
from sakipgen.rendering.dokumen.data_masuk import data_masuk, diminta, kekurangan, terisi
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import (
    TIM,
    Kejadian,
    kejadian,
    menghasilkan,
    oleh,
    pelaku,
    sebelum,
)
from sakipgen.rendering.dokumen.teks import baris, kepala
from sakipgen.rendering.pages import kelompok
from sakipgen.rendering.pages.konteks import waktu

SIFAT: Final[Mapping[SifatNaskah, str]] = {
    SifatNaskah.BIASA: "Biasa",
    SifatNaskah.SEGERA: "Segera",
    SifatNaskah.SANGAT_SEGERA: "Sangat segera",
    SifatNaskah.RAHASIA: "Rahasia",
}


def _nota(bahan: Bahan, satu: Kejadian, dari: str, kepada: str) -> dict[str, Any]:
    """What the head and the foot of a nota dinas say; a recorded one says the rest itself."""
    instansi = bahan.rekap.instansi
    isi = (satu.catatan and satu.catatan.nota_dinas) or NotaDinas()
    return {
        **satu.nilai(),
        "dari": instansi.nama_jabatan(dari),
        "kepada": instansi.nama_jabatan(kepada),
        "sifat": SIFAT[isi.sifat],
        "lampiran": "; ".join(isi.lampiran) or None,
        "tembusan": "; ".join(map(instansi.nama_jabatan, isi.tembusan)) or None,
        "arahan": isi.arahan or "",
        "sop": bahan.rekap.sop,
        "ttd": TandaTangan((penanda(bahan, satu, dari),)),
    }


def penanda(bahan: Bahan, satu: Kejadian, dari: str) -> Penanda:
    """Returns who signs what a role sends: for the Tim SAKIP whoever did the step."""
    if dari == TIM and satu.catatan:
        return bahan.penanda(satu.catatan.oleh, f"a.n. {TIM},")
    return bahan.penanda(dari)


# ── The order ────────────────────────────────────────────────────────────────────────────────────────────────────


def nota_dinas(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the orders of the Kepala."""
    prd = pilihan.lembar
    for satu in kejadian(bahan, pilihan, menghasilkan(JenisNaskah.NOTA_DINAS)):
        instansi = bahan.rekap.instansi
        to = pelaku(instansi, (satu.langkah and satu.langkah.kepada) or PeranSop.SEKRETARIS)
        due = pilihan.tahun.jatuh_tempo.get(prd.periode)
        sop = bahan.rekap.sop
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("nota-dinas"),
                judul=f"Nota Dinas Perintah {satu.judul}",
                subjek=f"Perintah untuk melakukan {satu.hal}.",
                templat="nota-dinas.j2",
                nilai={
                    **_nota(bahan, satu, oleh(instansi, satu, PeranSop.KEPALA), to),
                    "indikator": len(diminta(prd)),
                    "unit": len({row.indikator.penanggung_jawab for row in diminta(prd)}),
                    "tenggat": tanggal(due) if due else None,
                    "metode": pilihan.tahun.metode.nama,
                    "penerima": instansi.nama_jabatan(sop.lapor_kepada if sop else "kepala"),
                    "terusan": sop.diteruskan_ke if sop else None,
                },
                rancangan=satu.rancangan,
            ),
        )


# ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _dilaporkan(step: LangkahSop) -> bool:
    return step.keluaran is JenisNaskah.LAPORAN or step.keadaan is KeadaanSiklus.DILAPORKAN


def laporan_data(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the nota dinas by which data and results are reported, from the Tim SAKIP up to the Kepala."""
    instansi = bahan.rekap.instansi
    for satu in kejadian(bahan, pilihan, _dilaporkan):
        step = satu.langkah
        sender = pelaku(instansi, step.pelaksana if step else PeranSop.SEKRETARIS)
        to = pelaku(instansi, (step and step.kepada) or PeranSop.KEPALA)
        what = "Data Kinerja" if satu.prosedur == "pengumpulan" else "Hasil Pengukuran Kinerja"
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("laporan-data"),
                judul=f"Nota Dinas Laporan {what} {satu.periode.label}",
                subjek=f"Laporan {satu.hal} kepada {instansi.nama_jabatan(to)}.",
                templat="laporan-data.j2",
                nilai={
                    **_nota(bahan, satu, sender, to),
                    "apa": what,
                    **_isi_laporan(bahan, pilihan, satu),
                },
                rancangan=satu.rancangan,
            ),
        )


def _isi_laporan(bahan: Bahan, pilihan: Pilihan, satu: Kejadian) -> dict[str, Any]:
    """What a report says of its period: what came in, or what was measured, and how the Sekretaris answered."""
    prd = pilihan.lembar
    units = data_masuk(bahan.rekap.instansi, pilihan.tahun, prd)
    rows = diminta(prd)
    review = sebelum(bahan.rekap, prd, satu, JenisNaskah.DISPOSISI)
    answer = review[1] if review and review[1].hasil is HasilReviu.DISETUJUI else None
    return {
        "unit_masuk": sum(unit.masuk for unit in units),
        "unit": len(units),
        "indikator_terisi": sum(map(terisi, rows)),
        "indikator": len(rows),
        "kekurangan": kekurangan(rows),
        "dikembalikan": sum(unit.pengiriman.putaran for unit in units if unit.pengiriman),
        "putusan": sekalimat(putusan(bahan, prd)),
        "disetujui": answer
        and {
            "oleh": bahan.konteks.jabatan(answer.oleh),
            "hari": tanggal(answer.tanggal),
            "catatan": answer.catatan,
        },
    }


def putusan(bahan: Bahan, prd: RekapPeriode) -> tuple[kalimat.Kalimat, ...]:
    """Returns how many indikator of a period reach their target, and what is to be said of the others."""
    facts = kelompok.fakta_baris(bahan.konteks, prd.indikator)
    return kalimat.putusan(facts, waktu(prd, bahan.rekap.posisi.sampai.label), "indikator")


def sekalimat(ucapan: Iterable[kalimat.Kalimat]) -> str:
    """Returns sentences as one, for papers: none of them may begin with a number in figures."""
    return "; ".join(str(one).removesuffix(".") for one in ucapan) + "."


# ── Onward ───────────────────────────────────────────────────────────────────────────────────────────────────────


def surat_pengantar(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the letter with which the report goes on to the planning body; none where the SOP sends it nowhere."""
    sop = bahan.rekap.sop
    if sop is None or sop.diteruskan_ke is None:
        return
    for satu in kejadian(bahan, pilihan, lambda step: step.keadaan is KeadaanSiklus.DILAPORKAN, "pengukuran"):
        sign = bahan.penanda("kepala")
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("surat-pengantar"),
                judul=f"Surat Pengantar Laporan Hasil {satu.judul}",
                subjek=f"Penerusan laporan hasil {satu.hal} kepada {sop.diteruskan_ke}.",
                templat="surat-pengantar.j2",
                nilai={
                    **satu.nilai(),
                    "nomor": TITIK,
                    "kepada": sop.diteruskan_ke,
                    "waktu": bahan.tanda_tangan(sign).waktu,
                    "ttd": TandaTangan((Penanda("Penerima", f"Diterima tanggal {TITIK}"), sign)),
                    "kiriman": _kiriman(satu),
                },
                rancangan=True,
            ),
        )


def _kiriman(satu: Kejadian) -> Tabel:
    """What is sent."""
    return Tabel(
        kolom=(Kolom(7, Rata.TENGAH), Kolom(48), Kolom(17, Rata.TENGAH), Kolom(34)),
        kepala=kepala(("No.", "Naskah yang dikirimkan", "Banyaknya", "Keterangan")),
        baris=(
            baris(
                "1",
                f"Laporan Hasil {satu.judul}",
                "1 (satu) berkas",
                "Disampaikan dengan hormat sebagai bahan perencanaan dan evaluasi kinerja.",
            ),
        ),
    )


JENIS: Final = (
    Jenis("nota-dinas", "Nota dinas perintah", "9.1.1, 9.2.1", Lingkup.PERIODE, nota_dinas),
    Jenis("laporan-data", "Nota dinas laporan", "9.1.9, 9.1.11, 9.2.7, 9.2.9", Lingkup.PERIODE, laporan_data),
    Jenis("surat-pengantar", "Surat pengantar laporan", "9.2.9", Lingkup.PERIODE, surat_pengantar),
)
