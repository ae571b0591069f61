"""K007…K011: that what became official was proposed, approved and merged as its record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Severity, printable
from sakipgen.domain.catatan_usulan import CatatanUsulan
from sakipgen.domain.pengguna import Pengguna, Peran
from sakipgen.domain.perjalanan_usulan import persetujuan_sah
from sakipgen.reviewing.kepemilikan import Pelaku

SINGKAT: Final = 7
"""So many digits of a revision are shown."""
_DISEBUT: Final = 5
"""So many files are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gabungan:
    """One step of the official data, as Git tells it."""

    revisi: str
    induk: tuple[str, ...]
    catatan: tuple[tuple[PurePosixPath, CatatanUsulan], ...] = ()
    """The records that speak of it, with their files."""
    berbeda: tuple[str, ...] | None = ()
    """Files that are not what merging the approved revision gives; None where that cannot be told."""
    trailer: frozenset[str] = frozenset()
    """Who sent it, by what the program wrote that made the proposal from a form."""

    @property
    def singkat(self) -> str:
        return self.revisi[:SINGKAT]


def tercatat(langkah: Gabungan) -> Iterator[Issue]:
    """K007 Gabungan tanpa persetujuan.

    Setiap perubahan data utama berasal dari usulan yang disetujui Sekretaris, dan perjalanannya tercatat. Perubahan
    tanpa catatan masuk lewat jalan lain, jadi belum ada yang memeriksa dan menyetujuinya.

    Cara memperbaiki: bila usulannya ada, rekam catatannya dengan `sakipgen usulan rekam`. Bila tidak, periksa isinya
    bersama Sekretaris, batalkan lewat usulan baru, lalu tandai titik awal pemeriksaan yang baru (`audit/…`).
    """
    if not langkah.catatan:
        message = (
            f"gabungan {langkah.singkat} tanpa persetujuan Sekretaris; tidak ada catatan usulan yang menyebutnya; "
            "rekam catatannya bila usulannya ada, atau batalkan lewat usulan baru."
        )
        yield Issue(PurePosixPath(), (), "K007", message)


def cocok(langkah: Gabungan, pengguna: Pengguna | None) -> Iterator[Issue]:
    """K008 Catatan usulan tidak cocok.

    Catatan usulan menyebut revisi yang disetujui, hasil gabungannya, dan pengirimnya. Semua itu harus sama dengan yang
    ada pada riwayat data utama; bila tidak, catatannya milik gabungan lain atau disusun orang.

    Cara memperbaiki: rekam ulang catatannya dari halaman repositori dengan `sakipgen usulan rekam`.
    """
    if len(langkah.catatan) > 1:
        names = ", ".join(str(path) for path, _ in langkah.catatan)
        message = f"lebih dari satu catatan menyebut gabungan {langkah.singkat}: {names}; hanya satu yang boleh; "
        message += "rekam ulang catatannya dari halaman repositori."
        yield Issue(langkah.catatan[0][0], (), "K008", message)
    for path, catatan in langkah.catatan:
        for said in _tak_cocok(langkah, catatan, pengguna):
            yield Issue(path, (), "K008", f"{said}; rekam ulang catatannya dari halaman repositori.")


def _tak_cocok(langkah: Gabungan, catatan: CatatanUsulan, pengguna: Pengguna | None) -> Iterator[str]:
    if catatan.gabungan is None:
        yield "catatan ini belum memuat penggabungannya"
    elif catatan.gabungan != langkah.revisi:
        yield f"catatan ini menyebut gabungan {catatan.gabungan[:SINGKAT]}, bukan {langkah.singkat}"
    if len(langkah.induk) > 1 and langkah.induk[1:] != (catatan.revisi,):
        yield f"yang digabungkan bukan revisi {catatan.revisi[:SINGKAT]} yang disebut catatan ini"
    if langkah.berbeda is None:
        yield (
            f"revisi {catatan.revisi[:SINGKAT]} yang disetujui tidak ada dalam repositori ini, atau tidak dapat "
            "digabungkan, sehingga isinya tidak dapat dibandingkan; ambil dahulu revisinya"
        )
    if catatan.pengirim.lower() != catatan.pembuat.lower():
        maker = pengguna.cari(catatan.pembuat) if pengguna else None
        who = printable(catatan.pengirim)
        if maker is None or maker.peran is not Peran.ROBOT:
            yield f"catatan ini menyebut pengirim `{who}`, padahal pembuat usulannya bukan program"
        elif {name.lower() for name in langkah.trailer} != {catatan.pengirim.lower()}:
            yield f"catatan ini menyebut pengirim `{who}`, padahal usulannya tidak menyebut akun itu saja"


def terbaca(nama: str, pesan: str) -> Iterator[Issue]:
    """Yields K008 for a file of the trail that is no record."""
    yield Issue(PurePosixPath(nama), (), "K008", f"{pesan}; pulihkan isinya, atau rekam ulang.")


def riwayat_utuh(nama: str, pesan: str, *, menyangkut: bool) -> Iterator[Issue]:
    """K009 Catatan usulan diubah.

    Catatan usulan hanya boleh bertambah: isinya tidak boleh diubah, peristiwanya tidak boleh dihapus, dan persetujuan
    tidak boleh ditambahkan sesudah penggabungan. Kalau boleh, persetujuan dapat dibuat belakangan. Catatan atas
    gabungan sebelum titik awal pemeriksaan hanya diperingatkan.

    Cara memperbaiki: minta administrator memulihkan catatan itu ke isi sebelumnya, cari siapa yang mengubahnya, lalu
    tandai titik awal pemeriksaan yang baru (`audit/…`).
    """
    message = f"{pesan}; catatan usulan hanya boleh bertambah; pulihkan isinya yang lama."
    yield Issue(PurePosixPath(nama), (), "K009", message, Severity.ERROR if menyangkut else Severity.WARNING)


def sesuai_persetujuan(langkah: Gabungan) -> Iterator[Issue]:
    """K010 Isi gabungan bukan yang disetujui.

    Penggabungan hanya menyatukan revisi yang disetujui dengan data utama. Isi lain yang ikut masuk saat menggabungkan
    tidak pernah diperiksa dan tidak pernah disetujui.

    Cara memperbaiki: kembalikan berkas itu lewat usulan baru, lalu tandai titik awal pemeriksaan yang baru (`audit/…`).
    """
    if langkah.berbeda:
        shown = ", ".join(f"`{printable(path)}`" for path in langkah.berbeda[:_DISEBUT])
        more = len(langkah.berbeda) - _DISEBUT
        rest = f", dan {more} berkas lain" if more > 0 else ""
        message = (
            f"gabungan {langkah.singkat} memuat isi yang tidak ada dalam revisi yang disetujui: {shown}{rest}; "
            "kembalikan berkasnya lewat usulan baru."
        )
        yield Issue(PurePosixPath(), (), "K010", message)


def penulis_dikenal(path: PurePosixPath, catatan: CatatanUsulan) -> Iterator[Issue]:
    """K011 Penulis tanpa akun.

    Sebagian isi usulan ditulis dengan nama yang tidak dikenal halaman repositori, atau dikenal hanya dari alamat surel
    yang dapat ditulis siapa saja, tanpa tanda tangan. Jadi, tidak dapat dipastikan bahwa penulisnya bukan yang
    menyetujui.

    Cara memperbaiki: minta penulisnya menandatangani revisinya dengan kunci akunnya, atau mengubah data lewat halaman
    repositori.
    """
    if catatan.tanpa_akun:
        message = (
            f"{catatan.tanpa_akun} revisi usulan ini ditulis tanpa akun yang terbukti; pastikan penulisnya bukan yang "
            "menyetujui."
        )
        yield Issue(path, (), "K011", message, Severity.WARNING)


def pelaku(catatan: CatatanUsulan) -> Pelaku:
    """Returns who took part in a proposal, for the separation of duties."""
    approved = {row.oleh.lower(): row.waktu.date() for row in persetujuan_sah(catatan) if row.oleh}
    return Pelaku(
        pengirim=catatan.pengirim,
        pencatat=catatan.penulis,
        penyetuju=tuple(approved),
        hari_setuju=approved,
        penggabung=catatan.digabung_oleh,
    )
