"""What a form asks of one indikator: its input cells, and which field of the report each of them says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sakipgen.checking.bentuk import bentuk_wajib
from sakipgen.domain.bukti import Klasifikasi
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import StatusDinyatakan

SLOT_BUKTI: Final = 3
"""So many pieces of evidence have a row on the form; more stay in the YAML as they are."""
TEMPAT: Final = ("nomor_arsip", "tautan", "berkas")
"""The fields that say where a piece of evidence lies; the form has one cell for them."""
SELESAI: Final = "selesai"
BELUM: Final = "belum"


class Kolom(StrEnum):
    """The columns of the form by the word in its hidden key row, in their order."""

    KODE = "kode"
    URAIAN = "uraian"
    SATUAN = "satuan"
    TARGET_TAHUN = "target_tahun"
    TARGET_PERIODE = "target_periode"
    TERAKHIR = "terakhir"
    ISIAN = "isian"
    CEK = "cek"
    CAPAIAN = "capaian"
    TERISI = "terisi"


class JenisIsian(StrEnum):
    ANGKA = "angka"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    KATA = "kata"
    """One line of text."""
    KALIMAT = "kalimat"


class Isian(NamedTuple):
    """One input cell."""

    kode: str
    medan: str
    """The field of the report's row that it says, its parts joined by dots: `komponen.jp20`, `bukti.0.judul`."""
    baris: str
    """The key of its row."""
    kolom: Kolom
    jenis: JenisIsian
    nama: str
    """What it is called in messages."""
    pilihan: Mapping[str, str] = {}
    """By the word in the YAML, the word that is shown."""

    @property
    def angka(self) -> bool:
        """Whether it is part of the figure itself."""
        return self.medan.partition(".")[0] in {"nilai", "komponen", "predikat", "tanggal", "terpenuhi", "tahapan"}


YA_TIDAK: Final = {"ya": "ya", "tidak": "tidak"}
STATUS: Final = {status.value: status.value.replace("_", " ") for status in StatusDinyatakan}
KLASIFIKASI: Final = {k.value: k.value for k in Klasifikasi}
KALIMAT: Final = {
    "alasan": "Alasan status",
    "sumber": "Sumber angka",
    "faktor_pendorong": "Faktor pendorong",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "catatan": "Catatan",
}
"""The sentences of a row, with what they are called."""
_SATU_BARIS: Final = frozenset({"sumber"})


def baris_utama(kode: str) -> str:
    """Returns the key of the row that shows target and figure of an indikator."""
    return f"{kode}:utama"


def daftar_isian(kode: str, indikator: Indikator) -> tuple[Isian, ...]:
    """Returns every input cell of an indikator, in the order of the form."""
    return (*_angka(kode, indikator), *_dinyatakan(kode, indikator), *_keterangan(kode), *_bukti(kode))


def _angka(kode: str, indikator: Indikator) -> Iterator[Isian]:
    utama, isian = baris_utama(kode), Kolom.ISIAN
    wanted = bentuk_wajib(indikator)
    if wanted == "tahapan":
        choice = {SELESAI: SELESAI, BELUM: BELUM}
        for name in indikator.tahapan:
            medan = f"tahapan.{name}"
            yield Isian(kode, medan, f"{kode}:{medan}", isian, JenisIsian.PILIHAN, f"tahapan {name}", choice)
    elif wanted == "predikat":
        ranks = {kelas.kode: kelas.kode for kelas in indikator.peringkat.kelas} if indikator.peringkat else {}
        yield Isian(kode, wanted, utama, isian, JenisIsian.PILIHAN, "predikat", ranks)
    elif wanted == "tanggal":
        yield Isian(kode, wanted, utama, isian, JenisIsian.TANGGAL, "tanggal selesai")
    elif wanted == "terpenuhi":
        yield Isian(kode, wanted, utama, isian, JenisIsian.PILIHAN, "terpenuhi", YA_TIDAK)
    else:
        if not indikator.komponen or indikator.nilai_resmi:
            yield Isian(kode, "nilai", utama, isian, JenisIsian.ANGKA, "realisasi")
        for name in indikator.komponen:
            medan = f"komponen.{name}"
            yield Isian(kode, medan, f"{kode}:{medan}", isian, JenisIsian.ANGKA, f"komponen {name}")
        if indikator.skala:
            classes = {kelas.kode: kelas.kode for kelas in indikator.skala.kelas}
            yield Isian(kode, "predikat", f"{kode}:predikat", isian, JenisIsian.PILIHAN, "predikat", classes)


def _dinyatakan(kode: str, indikator: Indikator) -> Iterator[Isian]:
    """The capaian that is stated, not computed."""
    if indikator.formula_sendiri is not FormulaCapaian.MANUAL:
        return
    for name, kolom, jenis, called in (
        ("nilai", Kolom.ISIAN, JenisIsian.ANGKA, "capaian yang ditetapkan"),
        ("alasan", Kolom.URAIAN, JenisIsian.KALIMAT, "alasan capaian"),
        ("disetujui_oleh", Kolom.URAIAN, JenisIsian.KATA, "jabatan yang menyetujui capaian"),
    ):
        medan = f"capaian_dinyatakan.{name}"
        yield Isian(kode, medan, f"{kode}:{medan}", kolom, jenis, called)


def _keterangan(kode: str) -> Iterator[Isian]:
    row = f"{kode}:status"
    yield Isian(kode, "status", row, Kolom.URAIAN, JenisIsian.PILIHAN, "status", STATUS)
    yield Isian(kode, "sementara", row, Kolom.TARGET_TAHUN, JenisIsian.PILIHAN, "angka sementara", YA_TIDAK)
    for name, called in KALIMAT.items():
        jenis = JenisIsian.KATA if name in _SATU_BARIS else JenisIsian.KALIMAT
        yield Isian(kode, name, f"{kode}:{name}", Kolom.URAIAN, jenis, called.lower())


def _bukti(kode: str) -> Iterator[Isian]:
    for n in range(SLOT_BUKTI):
        yield from bukti_ke(kode, n)


def bukti_ke(kode: str, n: int) -> Iterator[Isian]:
    """Yields the cells of a piece of evidence, counted from 0; the workbook has a row for the first few only."""
    row = f"{kode}:bukti.{n}"
    for name, kolom, jenis, called, choice in (
        ("judul", Kolom.URAIAN, JenisIsian.KATA, "judul", {}),
        ("jenis", Kolom.SATUAN, JenisIsian.KATA, "jenis", {}),
        ("tempat", Kolom.TARGET_TAHUN, JenisIsian.KATA, "tempat", {}),
        ("klasifikasi", Kolom.ISIAN, JenisIsian.PILIHAN, "klasifikasi", KLASIFIKASI),
    ):
        yield Isian(kode, f"bukti.{n}.{name}", row, kolom, jenis, f"{called} bukti {n + 1}", choice)


def tempat(teks: str) -> str:
    """Returns the field that says a place of evidence: a public link, a file of the repository, else the archive."""
    if teks.casefold().startswith(("https://", "http://")):
        return "tautan"
    return "berkas" if teks.startswith("bukti/") else "nomor_arsip"


def ambil(isian: Isian, butir: Mapping[str, Any]) -> str | None:
    """Returns what the plain tree of a report's row says for an input cell, as it is written; None where nothing."""
    first, *rest = isian.medan.split(".")
    value = butir.get(first)
    if first == "tahapan":
        return None if not isinstance(value, list) else SELESAI if rest[0] in value else BELUM
    for part in rest:
        if part == "tempat" and isinstance(value, dict):
            value = next((value[name] for name in TEMPAT if value.get(name) is not None), None)
        elif isinstance(value, list):
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def di_luar_formulir(butir: Mapping[str, Any]) -> int:
    """Returns how many pieces of evidence a row has for which the form has no row."""
    bukti = butir.get("bukti")
    return max(len(bukti) - SLOT_BUKTI, 0) if isinstance(bukti, list) else 0
