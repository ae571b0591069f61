"""K001…K006: who may propose what, and that nobody approves what is his own. Read from the base, never the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking import tempat_bukti
from sakipgen.diagnostics import Issue, printable
from sakipgen.domain.dataset import FOLDER_BUKTI, LAYOUT, Dataset
from sakipgen.domain.pengguna import Akun, Pengguna, Peran
from sakipgen.domain.usulan import MODE_PROGRAM, JenisUbahan, Ubahan
from sakipgen.reviewing.perbandingan import Perbandingan

PENGGUNA: Final = "pengguna.yaml"
_TIM: Final = frozenset({Peran.TIM_SAKIP, Peran.SEKRETARIS})
_ADMIN: Final = frozenset({Peran.ADMINISTRATOR})
_KHUSUS: Final[Mapping[str, frozenset[Peran]]] = dict.fromkeys(("instansi", "pengguna", "sop", "metode"), _ADMIN)
HAK: Final[Mapping[str, frozenset[Peran]]] = {j.skema: _KHUSUS.get(j.skema, _TIM) for j in LAYOUT}
"""Which roles may propose each kind of file, whosever it is."""
MILIK_UNIT: Final = frozenset({"realisasi", "rencana-aksi", "narasi-sasaran", "koreksi"})
"""The kinds of which each file belongs to units, which may propose it too. Evidence does as well."""
_KATA: Final = {
    JenisUbahan.DITAMBAH: "menambah",
    JenisUbahan.DIUBAH: "mengubah",
    JenisUbahan.DIHAPUS: "menghapus atau memindahkan",
}
SEBUTAN: Final[Mapping[Peran, str]] = {
    Peran.BIDANG: "Bidang",
    Peran.TIM_SAKIP: "Tim SAKIP",
    Peran.SEKRETARIS: "Sekretaris",
    Peran.KEPALA: "Kepala",
    Peran.INSPEKTORAT: "Inspektorat",
    Peran.ADMINISTRATOR: "administrator",
    Peran.ROBOT: "program",
}


def periksa_kepemilikan(p: Perbandingan, pengirim: str | None, hari: date) -> Iterator[Issue]:
    """Yields what an account may not propose on a day; without an account only what nobody may."""
    yield from tanpa_program(p)
    yield from data_terpisah(p)
    if pengirim is None:
        return
    known = list(akun_dikenal(p, pengirim, hari))
    yield from known
    if not known:
        yield from milik_sendiri(p, pengirim, hari)
        yield from sistem_oleh_administrator(p, pengirim, hari)


def akun_dikenal(p: Perbandingan, pengirim: str, hari: date) -> Iterator[Issue]:
    """K006 Akun pengirim tidak dikenal.

    Yang boleh mengusulkan data hanya akun yang terdaftar dan masih berlaku pada `data/pengguna.yaml` di data utama.
    Akun program, misalnya pembuat usulan dari formulir, bukan pengirim: yang disebut orang yang mengisinya.

    Cara memperbaiki: minta administrator mendaftarkan akunnya, atau kirim ulang dengan akun yang terdaftar.
    """
    pengguna = _pengguna(p)
    akun = pengguna.cari(pengirim) if pengguna else None
    name = printable(pengirim)
    if pengguna is None:
        message = "berkas ini belum ada pada data utama, sehingga pengirim tidak dapat diperiksa; minta administrator "
        message += "mengisinya lebih dahulu."
    elif akun is None:
        message = f"akun `{name}` tidak terdaftar; minta administrator mendaftarkannya, atau pakai akun yang terdaftar."
    elif not akun.aktif(hari):
        message = f"akun `{name}` tidak berlaku pada {hari}; minta administrator memperbarui masa berlakunya."
    elif akun.peran is Peran.ROBOT:
        message = f"akun `{name}` milik program; sebut akun orang yang mengisi formulirnya sebagai pengirim."
    else:
        return
    yield Issue(p.akar.joinpath(PENGGUNA), (), "K006", message)


def milik_sendiri(p: Perbandingan, pengirim: str, hari: date) -> Iterator[Issue]:
    """K001 Berkas milik pihak lain.

    Setiap Bidang hanya mengusulkan datanya sendiri: realisasi, rencana aksi, narasi sasaran, koreksi indikatornya, dan
    bukti yang hanya disebut berkasnya sendiri. Berkas bersama, dan bukti yang disebut unit lain atau berkas bersama,
    diusulkan Tim SAKIP; instansi, metode, SOP, dan pengguna oleh administrator. Memindahkan berkas berarti menghapusnya
    di tempat lama, jadi kedua tempat diperiksa.

    Cara memperbaiki: keluarkan berkas itu dari usulan, atau minta pemiliknya yang mengusulkan. Bukti bersama diganti
    dengan mengunggah yang baru dengan nama lain dan menyebut nama itu dalam berkas sendiri.
    """
    akun = _akun(p, pengirim)
    if akun is None:
        return
    roles = akun.berperan(hari)
    who = _sebutan(p.dasar.dataset, akun)
    for row in p.ubahan_data:
        owners, allowed = _pemilik(p, row)
        if roles & allowed or (akun.unit is not None and (owners is None or akun.unit in owners)):
            continue
        whose = ", ".join(_nama_unit(p.dasar.dataset, unit) for unit in sorted(owners or ()))
        whose = whose or " atau ".join(SEBUTAN[role] for role in Peran if role in allowed)
        shared = owners == frozenset() and p.nama(row.path).startswith(f"{FOLDER_BUKTI}/")
        cure = "unggah penggantinya dengan nama lain" if shared else "keluarkan dari usulan"
        message = (
            f"akun `{printable(pengirim)}` ({who}) tidak boleh {_KATA[row.jenis]} berkas ini; "
            f"{'bukti ini bukan hanya miliknya, jadi ' if shared else ''}ini wewenang {whose}; {cure}, atau minta "
            "pemiliknya yang mengusulkan."
        )
        yield Issue(row.path, (), "K001", message)


def data_terpisah(p: Perbandingan) -> Iterator[Issue]:
    """K003 Data dan berkas sistem dalam satu usulan.

    Usulan data tidak boleh mengubah berkas di luar `data/`: program, alur kerja, pengaturan situs. Kalau boleh, sebuah
    usulan dapat mengubah pemeriksa yang memeriksanya. Berkas sistem hanya diusulkan administrator, dalam usulan
    tersendiri.

    Cara memperbaiki: kembalikan berkas itu seperti semula, atau pisahkan menjadi usulan lain.
    """
    if p.ubahan_data:
        for row in p.ubahan_sistem:
            message = "usulan data tidak boleh mengubah berkas sistem; kembalikan berkas ini, atau pisahkan usulannya."
            yield Issue(row.path, (), "K003", message)


def sistem_oleh_administrator(p: Perbandingan, pengirim: str, hari: date) -> Iterator[Issue]:
    """Yields K003 for system files proposed by whom they are no business of."""
    akun = _akun(p, pengirim)
    if p.ubahan_data or akun is None or Peran.ADMINISTRATOR in akun.berperan(hari):
        return
    for row in p.ubahan_sistem:
        message = "berkas sistem hanya boleh diusulkan administrator; kembalikan berkas ini seperti semula."
        yield Issue(row.path, (), "K003", message)


def tanpa_program(p: Perbandingan) -> Iterator[Issue]:
    """K005 Berkas data ditandai sebagai program.

    Berkas data hanya dibaca, tidak pernah dijalankan. Tanda program biasanya terbawa dari komputer atau diska lain.

    Cara memperbaiki: unggah ulang berkasnya lewat halaman repositori, atau hapus tanda programnya.
    """
    for row in p.ubahan_data:
        if row.baru and row.baru.mode == MODE_PROGRAM and (row.lama is None or row.lama.mode != MODE_PROGRAM):
            message = "berkas ini ditandai sebagai program; data hanya berkas biasa; unggah ulang, atau hapus tandanya."
            yield Issue(row.path, (), "K005", message)


# ── Separation of duties ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Pelaku:
    """Who took part in a proposal, by account."""

    pengirim: str
    pencatat: tuple[str, ...] = ()
    """Who wrote any of its commits."""
    penyetuju: tuple[str, ...]
    hari_setuju: Mapping[str, date] = field(default_factory=dict)
    """The day on which an account, in lower case, approved; the day of the merge where none is named."""
    penggabung: str | None = None
    """None while it is not merged."""


def pemisahan_tugas(
    pengguna: Pengguna,
    path: PurePosixPath,
    pelaku: Pelaku,
    hari: date,
    wajib: frozenset[Peran] = frozenset({Peran.SEKRETARIS}),
) -> Iterator[Issue]:
    """K002 Pengirim menyetujui usulannya sendiri.

    Yang mengirim atau ikut menulis usulan tidak boleh menyetujuinya. Usulan disetujui oleh Sekretaris atau pelaksana
    hariannya. Kepala juga menyetujui bila kategori atau target periode tertutup, salinan PK, atau kondisi awal berubah.
    Penggabungnya Sekretaris atau akun program.

    Cara memperbaiki: mintakan persetujuan pejabat lain yang berwenang, atau catat penunjukan pelaksana hariannya.
    """
    sender, writers = _baku(pelaku.pengirim), set(map(_baku, pelaku.pencatat))
    approvers = {_baku(name) for name in pelaku.penyetuju}
    for name in sorted((writers | {sender}) & approvers):
        what = "menyetujui usulannya sendiri" if name == sender else "menyetujui usulan yang ikut ditulisnya"
        who = "pengirim" if name == sender else "penulis"
        message = f"{who} (`{printable(name)}`) tidak boleh {what}; mintakan persetujuan pejabat lain."
        yield Issue(path, (), "K002", message)
    held: set[Peran] = set()
    for name in approvers - writers - {sender}:
        held |= _peran(pengguna, name, pelaku.hari_setuju.get(name, hari))
    for role in sorted(wajib - held):
        message = f"usulan ini belum disetujui {SEBUTAN[role]} atau pelaksana hariannya; mintakan persetujuannya."
        yield Issue(path, (), "K002", message)
    merger = pelaku.penggabung
    if merger is not None and not _peran(pengguna, merger, hari) & {Peran.SEKRETARIS, Peran.ROBOT}:
        message = f"usulan ini digabungkan oleh `{printable(merger)}`, yang bukan Sekretaris maupun akun program; "
        message += "periksa kembali isinya sebelum diterbitkan."
        yield Issue(path, (), "K002", message)


def _peran(pengguna: Pengguna, name: str, hari: date) -> frozenset[Peran]:
    akun = pengguna.cari(name)
    return akun.berperan(hari) if akun else frozenset()


def _baku(name: str) -> str:
    return name.strip().removeprefix("@").lower()


# ── Whose a file is ──────────────────────────────────────────────────────────────────────────────────────────────


def _pemilik(p: Perbandingan, row: Ubahan) -> tuple[frozenset[str] | None, frozenset[Peran]]:
    """The units whose file it is, None where any unit may have it; and the roles that may propose it anyway."""
    name = p.nama(row.path)
    if name.startswith(f"{FOLDER_BUKTI}/"):
        return _pemilik_bukti(p, name), _TIM
    return _pemilik_berkas(p, row.path)


def _pemilik_berkas(p: Perbandingan, path: PurePosixPath) -> tuple[frozenset[str], frozenset[Peran]]:
    found = p.jenis(path)
    if found is None:
        return frozenset(), _TIM | _ADMIN
    jenis, said = found
    if jenis.skema not in MILIK_UNIT:
        return frozenset(), HAK[jenis.skema]
    if "unit" in said:
        return frozenset({said["unit"]}), HAK[jenis.skema]
    if jenis.skema == "koreksi":
        return _unit_koreksi(p, path), HAK[jenis.skema]
    return _unit_sasaran(p.dasar.dataset, int(said["tahun"]), said["kode"]), HAK[jenis.skema]


def _pemilik_bukti(p: Perbandingan, nama: str) -> frozenset[str] | None:
    """The units that own every file of the base that names a piece of evidence; None where none names it.

    Whoever names another's evidence does not come to own it, nor that of a shared file.
    """
    places = tempat_bukti(p.dasar.dataset) if p.dasar.dataset else ()
    owners = [_pemilik_berkas(p, path)[0] for path in {path for path, _, tempat in places if tempat.berkas == nama}]
    return frozenset.intersection(*owners) if owners else None


def _unit_koreksi(p: Perbandingan, path: PurePosixPath) -> frozenset[str]:
    """The unit in charge of the indikator that a record names on either side."""
    found = set()
    for side in (p.dasar.dataset, p.usulan.dataset):
        records = (b.isi.indikator for b in side.koreksi.values() if b.path == path) if side else ()
        for kode in records:
            kamus = p.dasar.dataset.indikator.get(kode) if p.dasar.dataset else None
            found.add(kamus.isi.penanggung_jawab if kamus else "")
    return frozenset(found) if len(found) == 1 else frozenset()


def _unit_sasaran(dataset: Dataset | None, tahun: int, kode: str) -> frozenset[str]:
    """The unit that coordinates a sasaran, else those in charge of its indikator."""
    plan = dataset.renstra_tahun(tahun) if dataset else None
    sasaran = plan[1].sasaran.get(kode) if plan else None
    if dataset is None or sasaran is None:
        return frozenset()
    if sasaran.penanggung_jawab:
        return frozenset({sasaran.penanggung_jawab})
    members = (dataset.indikator[member].isi for member in sasaran.indikator if member in dataset.indikator)
    return frozenset(member.penanggung_jawab for member in members)


def _pengguna(p: Perbandingan) -> Pengguna | None:
    known = p.dasar.dataset.pengguna if p.dasar.dataset else None
    return known.isi if known else None


def _akun(p: Perbandingan, pengirim: str) -> Akun | None:
    pengguna = _pengguna(p)
    return pengguna.cari(pengirim) if pengguna else None


def _sebutan(dataset: Dataset | None, akun: Akun) -> str:
    return _nama_unit(dataset, akun.unit) if akun.unit and akun.peran is Peran.BIDANG else SEBUTAN[akun.peran]


def _nama_unit(dataset: Dataset | None, unit: str) -> str:
    found = dataset.instansi.isi.unit_kerja.get(unit) if dataset else None
    return found.nama if found else f"unit `{printable(unit)}`"
