"""The papers of a meeting: who is invited, who came, and what was said and decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sakipgen.domain.naskah_langkah import Rapat
from sakipgen.domain.siklus import JenisNaskah, PeranSop
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import BarisIndikator, RekapPeriode
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Blok, Dokumen, Kolom, Penanda, Rata, Ruang, Sel, Tabel, TandaTangan
from sakipgen.rendering.dokumen.blok_indikator import uraian_indikator
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import Kejadian, kejadian, menghasilkan, oleh, tim
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.surat import putusan, sekalimat
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_sasaran
from sakipgen.rendering.dokumen.tabel_uang import anggaran_sasaran, realisasi_anggaran
from sakipgen.rendering.dokumen.teks import baris, kepala, sel

_NOTULEN = menghasilkan(JenisNaskah.NOTULEN)
_BARIS_KOSONG: Final = 3
"""So many rows are left for who came without having been invited."""
_TEMPAT_TULIS: Final = 6
"""So many lines are left where nobody wrote down what was said."""


def _rapat(satu: Kejadian) -> Rapat | None:
    return satu.catatan.rapat if satu.catatan else None


def _nilai(bahan: Bahan, satu: Kejadian, pengantar: str = "") -> dict[str, Any]:
    """What all papers of a meeting say of it; what is not recorded is written by hand."""
    instansi = bahan.rekap.instansi
    meeting = _rapat(satu)
    leader = meeting.pimpinan if meeting else oleh(instansi, satu, PeranSop.SEKRETARIS)
    writer = meeting.notulis if meeting else None
    end = f"{meeting.selesai:%H.%M}" if meeting and meeting.selesai else None
    return {
        **satu.nilai(),
        "mulai": f"{meeting.mulai:%H.%M}" if meeting else TITIK,
        "selesai": end or TITIK,
        "tempat": meeting.tempat if meeting else TITIK,
        "agenda": "; ".join(meeting.agenda) if meeting else "",
        "pimpinan": instansi.nama_jabatan(leader),
        "notulis": instansi.nama_jabatan(writer) if writer else TITIK,
        "sop": bahan.rekap.sop,
        "ttd": TandaTangan((bahan.penanda(leader, pengantar),)),
        "ttd_notulen": TandaTangan(
            (
                bahan.penanda(writer, "Notulis,") if writer else Penanda(TITIK, "Notulis,"),
                bahan.penanda(leader, "Pimpinan rapat,"),
            )
        ),
    }


def _peserta(bahan: Bahan, satu: Kejadian) -> tuple[str, ...]:
    """The kode of who is invited: as recorded, else the Tim SAKIP."""
    meeting = _rapat(satu)
    return meeting.peserta if meeting else tuple(kode for kode, _ in tim(bahan.rekap.instansi))


def _naskah(satu: Kejadian, kode: str, nama: str, nilai: dict[str, Any], cara: Penomoran = Penomoran.TANPA) -> Naskah:
    return Naskah(
        nama=satu.nama(kode),
        judul=f"{nama} Rapat {satu.judul}",
        subjek=f"{nama} rapat arahan {satu.hal}.",
        templat=f"{kode}.j2",
        nilai=nilai,
        cara=cara,
        rancangan=_rapat(satu) is None,
    )


# ── Invitation ───────────────────────────────────────────────────────────────────────────────────────────────────


def undangan(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the invitations, each with the list of who is invited."""
    for satu in kejadian(bahan, pilihan, _NOTULEN):
        meeting = _rapat(satu)
        sent = meeting.tanggal_undangan if meeting else None
        nilai = {
            **_nilai(bahan, satu),
            "nomor": (meeting and meeting.nomor_undangan) or TITIK,
            "tempat_tanggal": bahan.tanda_tangan(Penanda(""), hari=sent).waktu,
            "daftar": _diundang(bahan, satu),
        }
        yield bingkai(bahan, pilihan.tahun, _naskah(satu, "undangan", "Undangan", nilai))


def _diundang(bahan: Bahan, satu: Kejadian) -> Tabel:
    instansi = bahan.rekap.instansi
    roles = dict(tim(instansi))
    return Tabel(
        kolom=(Kolom(8, Rata.TENGAH), Kolom(55), Kolom(45)),
        kepala=kepala(("No.", "Jabatan", "Kedudukan dalam Tim SAKIP")),
        baris=tuple(
            baris(str(n), instansi.nama_jabatan(kode), roles.get(kode))
            for n, kode in enumerate(_peserta(bahan, satu), 1)
        ),
    )


# ── Who came ─────────────────────────────────────────────────────────────────────────────────────────────────────


def daftar_hadir(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the lists that are signed at the meeting."""
    for satu in kejadian(bahan, pilihan, _NOTULEN):
        nilai = {**_nilai(bahan, satu, "Pimpinan rapat,"), "daftar": _hadir(bahan, satu)}
        yield bingkai(bahan, pilihan.tahun, _naskah(satu, "daftar-hadir", "Daftar Hadir", nilai))


def _hadir(bahan: Bahan, satu: Kejadian) -> Tabel:
    meeting = _rapat(satu)
    absent = meeting.tidak_hadir if meeting else ()
    invited = [bahan.penanda(kode) for kode in _peserta(bahan, satu)]
    missing = [kode in absent for kode in _peserta(bahan, satu)]
    rows = [
        baris(str(n), who.nama, who.jabatan, sel("tidak hadir") if gone else _paraf(n))
        for n, (who, gone) in enumerate(zip(invited, missing, strict=True), 1)
    ]
    spare = range(len(rows) + 1, len(rows) + 1 + _BARIS_KOSONG)
    return Tabel(
        kolom=(Kolom(8, Rata.TENGAH), Kolom(36), Kolom(46), Kolom(30)),
        kepala=kepala(("No.", "Nama", "Jabatan", "Tanda tangan")),
        baris=(*rows, *(baris(str(n), "", "", _paraf(n)) for n in spare)),
    )


def _paraf(n: int) -> Sel:
    """A cell to sign in, high enough for a pen; every second one further to the right."""
    return sel(f"{n}.\n\N{NO-BREAK SPACE}", rata=Rata.KIRI if n % 2 else Rata.TENGAH)


# ── What was said ────────────────────────────────────────────────────────────────────────────────────────────────


def notulen(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the minutes; those of measuring tell the results and the money first."""
    for satu in kejadian(bahan, pilihan, _NOTULEN):
        meeting = _rapat(satu)
        invited, absent = len(_peserta(bahan, satu)), len(meeting.tidak_hadir) if meeting else 0
        nilai = {
            **_nilai(bahan, satu),
            "hadir": f"{invited - absent} dari {invited} yang diundang" if meeting else TITIK,
            "pembahasan": meeting.pembahasan if meeting else (),
            "keputusan": _keputusan(bahan, meeting) if meeting and meeting.keputusan else None,
            "tempat_tulis": Ruang(_TEMPAT_TULIS),
            **(_hasil(bahan, pilihan) if satu.prosedur == "pengukuran" else {}),
        }
        yield bingkai(bahan, pilihan.tahun, _naskah(satu, "notulen", "Notulen", nilai, Penomoran.HURUF))


def _keputusan(bahan: Bahan, meeting: Rapat) -> Tabel:
    name = bahan.rekap.instansi.nama_jabatan
    return Tabel(
        kolom=(Kolom(7, Rata.TENGAH), Kolom(58), Kolom(32), Kolom(22)),
        kepala=kepala(("No.", "Keputusan", "Penanggung jawab", "Batas waktu")),
        baris=tuple(
            baris(
                str(n),
                row.isi,
                name(row.penanggung_jawab) if row.penanggung_jawab else None,
                tanggal(row.batas) if row.batas else None,
            )
            for n, row in enumerate(meeting.keputusan, 1)
        ),
    )


def _hasil(bahan: Bahan, pilihan: Pilihan) -> dict[str, Any]:
    prd = pilihan.lembar
    return {
        "putusan": sekalimat(putusan(bahan, prd)),
        "capaian": capaian_sasaran(pilihan.tahun, prd, f"Capaian kinerja {prd.periode.label}"),
        "indikator": tuple(blok for row in _terukur(prd) for blok in uraian_indikator(bahan, prd, row, 3)),
        "anggaran": _anggaran(prd),
    }


def _terukur(prd: RekapPeriode) -> Iterator[BarisIndikator]:
    """The IKU that have a figure."""
    return (row for row in prd.iku if row.hasil.realisasi is not None)


def _anggaran(prd: RekapPeriode) -> tuple[Blok, ...]:
    if prd.anggaran is None:
        return ()
    when = prd.periode.label
    return (
        anggaran_sasaran(prd, prd.anggaran, f"Anggaran menurut sasaran sampai {when}"),
        realisasi_anggaran(prd.anggaran, f"Anggaran menurut program sampai {when}", {TingkatAnggaran.PROGRAM}),
    )


JENIS: Final = (
    Jenis("undangan", "Undangan rapat", "9.1.2, 9.2.2", Lingkup.PERIODE, undangan),
    Jenis("daftar-hadir", "Daftar hadir rapat", "9.1.2, 9.2.2", Lingkup.PERIODE, daftar_hadir),
    Jenis("notulen", "Notulen rapat", "9.1.2, 9.2.2", Lingkup.PERIODE, notulen),
)
