"""Cells: what a row of the Rekapitulasi shows in a table, every figure with its place in the open data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final, Literal

from markupsafe import Markup

from sakipgen.domain.indikator import Agregasi, Indikator, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian, Metode
from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.skala import KelasSkala
from sakipgen.domain.waktu import TAHUN_AWAL, Frekuensi, Periode
from sakipgen.measuring.arah import Perubahan
from sakipgen.measuring.deret import jumlah_dibatasi
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.rekap import BarisIndikator, BarisTarget
from sakipgen.rendering import charts
from sakipgen.rendering.cetak import Angka, Hari, angka_persen
from sakipgen.rendering.kalimat_indikator import TanpaTarget, tanpa_target
from sakipgen.rendering.kata_status import TANDA
from sakipgen.rendering.nilai import TargetCetak, desimal_pembeda, di_kalimat, di_tabel, patokan, perubahan, tertulis
from sakipgen.rendering.pages import alamat

Sel = Angka | Markup | TargetCetak

KEADAAN: Final[Mapping[Status, tuple[str, str]]] = {
    Status.MENUNGGU_RILIS: ("◔", "menunggu rilis"),
    Status.TIDAK_TERSEDIA: ("–", "tidak tersedia"),
    Status.TIDAK_BERLAKU: ("n.b.", "tidak berlaku"),
    Status.BELUM_JATUH_TEMPO: ("○", "belum waktunya"),
    Status.TERLAMBAT: ("▲", "terlambat"),
    Status.MENUNGGU_PERSETUJUAN: ("◔", "menunggu persetujuan"),
    Status.DIKEMBALIKAN: ("↩", "dikembalikan"),
    Status.BELUM_DILAPORKAN: ("○", "belum dilaporkan"),
    Status.TIDAK_DITARGETKAN: ("–", "tidak ditargetkan"),
    Status.BELUM_DITETAPKAN: ("–", "target belum ditetapkan"),
}
"""Symbol and short words of a state that leaves a cell without a figure: never blank, never zero."""

_TANPA: Final = Markup('<span class="sk-kosong">{}</span>')
_KOSONG: Final = Markup('<span class="sk-kosong"><span aria-hidden="true">{}</span> {}</span>')
_CHIP: Final = Markup('<span class="sk-kat">{}{}</span>')


def tanpa(sebab: str) -> Markup:
    """Returns a cell that says in words why it has no figure."""
    return _TANPA.format(sebab)


def kosong(status: Status) -> Markup:
    """Returns the short words of a state with its symbol."""
    return _KATA[status]


_KATA: Final[Mapping[Status, Markup]] = {
    status: _KOSONG.format(charts.bentuk(0) if status is Status.BELUM_JATUH_TEMPO else symbol, words)
    for status, (symbol, words) in KEADAAN.items()
}


def simbol(status: Status) -> Markup:
    """Returns the symbol of a state alone, its words for those who listen; for cells beside which all is said."""
    mark, words = KEADAAN[status]
    return _RINGKAS.format(charts.bentuk(0) if status is Status.BELUM_JATUH_TEMPO else mark, words)


_RINGKAS: Final = Markup('<span class="sk-kosong">{}<span class="sk-sr"> {}</span></span>')
NB: Final = simbol(Status.TIDAK_BERLAKU)
"""«Tidak berlaku» in the cells beside the one that says it in words."""
_NANTI: Final = simbol(Status.BELUM_JATUH_TEMPO)
BELUM: Final = _KOSONG.format("–", "belum ditetapkan")


def hari_pendek(hari: date) -> Markup:
    """Returns the day with its month shortened, `15 Jan 2027`, inside `<time>`."""
    return Hari(hari, pendek=True).__html__()


def segmen(teks: str) -> str:
    """Returns a segment of a year in short, in one piece: `TW III`, `September`."""
    return Periode(TAHUN_AWAL, teks).label_pendek.replace("Triwulan", "TW").replace(" ", "\N{NO-BREAK SPACE}")


def nilai(indikator: Indikator, value: Decimal, rujukan: str, tahun: int, desimal: int | None = None) -> Angka:
    """Returns a figure for a table: its satuan stands once beside the name, only `%` stands at each number."""
    return di_tabel(indikator, value, tahun, desimal).angka(value, rujukan)


def nilai_prosa(indikator: Indikator, value: Decimal, rujukan: str, tahun: int, desimal: int | None = None) -> Angka:
    """Returns a figure for a sentence: with its satuan, without zeros at the end."""
    return di_kalimat(indikator, value, tahun, desimal).angka(value, rujukan)


def desimal(row: BarisIndikator) -> int:
    """Returns with how many decimals the realisasi of a row is told from its target."""
    hasil = row.hasil
    if hasil.realisasi is None:
        return row.indikator.desimal
    return desimal_pembeda(row.indikator, hasil.realisasi, hasil.target, hasil.maks.target)


def target_tertulis(indikator: Indikator, target: BarisTarget) -> TargetCetak:
    """Returns a target as a document states it, for a table."""
    ref = rujukan_target(target)
    number = tertulis(indikator, target.bentuk, target.nilai, target.tahun).angka(target.nilai, ref)
    upper = target.bentuk.maks
    high = None if upper is None else nilai(indikator, upper, f"{ref.removesuffix('nilai')}maks", target.tahun)
    return patokan(number, high, target.bentuk.tanda)


# ── Kategori ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Kategori:
    """A kelas of the year's scale with its band of the palette: 1 is highest, 5 lowest, 0 no data."""

    label: str
    pita: int
    chip: Markup
    """Mark and word."""


class Palet:
    """The classes of one year's scale, spread over the five bands by their order from the top."""

    def __init__(self, metode: Metode) -> None:
        last = len(metode.skala.kelas) - 1
        self._bands = {k.kode: 1 + (8 * n + last) // (2 * last) for n, k in enumerate(metode.skala.kelas)}
        self._known = {k.kode: self._make(k.label, self._bands[k.kode]) for k in metode.skala.kelas}

    def __call__(self, kelas: KelasSkala | None) -> Kategori:
        return self._known[kelas.kode] if kelas else TANPA

    @staticmethod
    def _make(label: str, pita: int) -> Kategori:
        return Kategori(label, pita, _CHIP.format(charts.bentuk(pita), label))


TANPA: Final = Kategori("Belum ada data", 0, _CHIP.format(charts.bentuk(0), "Belum ada data"))


# ── One indikator in one period ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TandaTampil:
    """A mark beside a figure."""

    kata: Markup
    alamat: str | None
    """Where it is explained; only a correction has a place of its own."""


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One indikator in one period as a row of a table; its cells are finished."""

    kode: str
    nama: str
    satuan: str | None
    """None of a percentage, whose every number carries its sign."""
    alamat: str
    unit: str
    alamat_unit: str
    target: Markup
    target_polos: Markup
    """The same without a word on the periods it is of, for a heading that says it."""
    predikat_target: str | None
    """What the indikator's scale says of the target."""
    realisasi: Markup
    predikat: str | None
    rinci: Markup
    """The same with the period's own figure, where that differs."""
    capaian: Markup
    kategori: Kategori
    chip: Markup
    peluru: Markup
    arah: Markup | None
    keadaan: Markup
    """In words: whether the target is reached, or why there is no figure."""
    jawab: Markup
    """Whose report is late, after `keadaan` where no column says it; else empty."""
    tak_berlaku: bool
    """Whether the period asks nothing of it, so that one cell says so for all its figures."""
    tanda: tuple[TandaTampil, ...]
    catatan: str | None
    """What the unit noted beside this very period's figure."""


def akhir_tahun(row: BarisIndikator) -> bool:
    """Whether a row waits for the end of its year: it is measured then and nothing is due yet."""
    return row.indikator.frekuensi is Frekuensi.TAHUNAN and row.hasil.status is Status.BELUM_JATUH_TEMPO


def kunci(hasil: HasilIndikator) -> str:
    return f"{hasil.kode}:{hasil.periode}"


def hari_terlambat(hasil: HasilIndikator) -> Angka:
    late = hasil.hari_terlambat
    return Angka(Decimal(late), f"capaian/{kunci(hasil)}/hari_terlambat", str(late))


def rujukan_target(target: BarisTarget) -> str:
    """Returns the cell of the open data that holds a target."""
    version = f":{target.versi}" if target.versi else ""
    return f"target/{target.kode}:{target.periode}:{target.jenis}{version}/nilai"


def baris(row: BarisIndikator, palet: Palet) -> BarisTampil:
    """Returns the row's cells; a state in words stands where there is no figure."""
    hasil, indikator = row.hasil, row.indikator
    ref = f"capaian/{kunci(hasil)}/"
    missing = kosong(hasil.status) if hasil.status in KEADAAN else BELUM
    off = hasil.status is Status.TIDAK_BERLAKU
    kategori = palet(hasil.capaian.kelas if hasil.capaian else None)
    tahun = hasil.periode.tahun
    value = missing
    if hasil.realisasi is not None:
        value = nilai(indikator, hasil.realisasi, f"{ref}realisasi", tahun, desimal(row)).__html__()
    goal = _target(row, ref)
    if hasil.capaian:
        capaian, chip = angka_persen(hasil.capaian.capaian, f"{ref}capaian").__html__(), kategori.chip
    else:
        beside = _NANTI if hasil.status is Status.BELUM_JATUH_TEMPO else missing
        capaian, chip = (NB, NB) if off else (beside, kategori.chip if hasil.realisasi is None else missing)
    return BarisTampil(
        kode=row.kode,
        nama=indikator.nama,
        satuan=None if indikator.satuan.tipe is TipeSatuan.PERSEN else indikator.satuan.nama,
        alamat=alamat.indikator(row.kode),
        unit=row.unit.nama,
        alamat_unit=alamat.bidang(indikator.penanggung_jawab),
        target=_CAKUPAN.format(goal, part) if (part := cakupan_target(row)) else goal,
        target_polos=goal,
        predikat_target=_kelas_skala(row, row.predikat_target),
        predikat=_kelas_skala(row, row.predikat),
        realisasi=value,
        rinci=_rinci(row, value, ref),
        capaian=capaian,
        kategori=kategori,
        chip=chip,
        peluru=charts.peluru_mini(hasil.capaian.capaian, kategori.pita) if hasil.capaian else Markup(""),
        arah=arah(row.indikator, row.perubahan, ref) if row.perubahan else None,
        keadaan=keadaan(row),
        jawab=_JAWAB.format(row.unit.nama) if hasil.hari_terlambat and hasil.status in _DITUNGGU else Markup(""),
        tak_berlaku=off and hasil.target is None,
        tanda=tuple(_tanda(row, t) for t in hasil.tanda),
        catatan=next((lap.butir.catatan for lap in row.laporan if lap.periode == hasil.periode), None),
    )


def _kelas_skala(row: BarisIndikator, kode: str | None) -> str | None:
    """The name of a class of the indikator's own scale."""
    skala = row.indikator.skala
    found = skala.menurut_kode(kode) if skala and kode else None
    return found.label if found else kode


def _rinci(row: BarisIndikator, value: Markup, ref: str) -> Markup:
    own = row.hasil.realisasi_periode
    if own is None or own == row.hasil.realisasi:
        return value
    figure = nilai(row.indikator, own, f"{ref}realisasi_periode", row.hasil.periode.tahun)
    return value + Markup(' <small class="sk-sub">periode ini %s</small>') % figure


def _tanda(row: BarisIndikator, tanda: Tanda) -> TandaTampil:
    """The mark of a figure; of one corrected in this very period when, and where the correction stands."""
    word = Markup(TANDA[tanda])  # noqa: S704 - our own words
    if tanda is not Tanda.DIKOREKSI or not row.koreksi:
        return TandaTampil(word, None)
    last = row.koreksi[-1]
    return TandaTampil(word + " " + hari_pendek(last.isi.tanggal), alamat.koreksi(last.periode, last.kode))


NamaTarget = Literal["target", "tahun", "renstra", "murni"]
_SETAHUN: Final = Markup('{} <small class="sk-sub">setahun</small>')
_CAKUPAN: Final = Markup('{} <small class="sk-sub">{}</small>')
_SENDIRI: Final = frozenset({TipeSatuan.TANGGAL, TipeSatuan.PREDIKAT, TipeSatuan.YA_TIDAK})
"""What is of no span of time."""


def cakupan_target(row: BarisIndikator) -> str | None:
    """Returns which part of its period a target is of, where it is that of the reported periods alone."""
    if not row.target_sebagian:
        return None
    told = [one.periode for one in row.hasil.dari]
    periode, summed = row.hasil.periode, row.indikator.agregasi is Agregasi.JUMLAH
    parts = (p for p in row.indikator.frekuensi.periode(periode.tahun) if summed or periode.memuat(p))
    gap = told != list(islice(parts, len(told)))
    return "periode yang dilaporkan" if gap else f"sampai {told[-1].label}"


def _target(row: BarisIndikator, ref: str) -> Markup:
    if row.hasil.target is not None:
        figure = target(row, "target", row.hasil.target, ref, desimal(row)).__html__()
        return _SETAHUN.format(figure) if akhir_tahun(row) and row.indikator.satuan.tipe not in _SENDIRI else figure
    return NB if row.hasil.status is Status.TIDAK_BERLAKU else BELUM


def menunggu_setahun(row: BarisIndikator, capaian: Decimal | None) -> bool:
    """Whether such a capaian is owed until the year is complete: a sum that should stay low begins at its best."""
    counted = row.hasil.realisasi is not None and row.hasil.formula is not FormulaCapaian.MANUAL
    return capaian is None and counted and jumlah_dibatasi(row.indikator, row.hasil.formula)


def target(row: BarisIndikator, name: NamaTarget, value: Decimal, ref: str, desimal: int | None = None) -> TargetCetak:
    """Returns one of the targets of a row for a table: of a band both bounds, of a bound its sign."""
    tahun, kolom = row.hasil.periode.tahun, "target" if name == "target" else f"target_{name}"
    maks: Decimal | None = getattr(row.hasil.maks, name)
    high = None if maks is None else nilai(row.indikator, maks, f"{ref}{kolom}_maks", tahun, desimal)
    return patokan(
        nilai(row.indikator, value, f"{ref}{kolom}", tahun, desimal), high, getattr(row.hasil.tanda_target, name)
    )


_ARAH: Final = Markup('<span class="sk-arah">%s%s</span>')
_PERUBAHAN: Final = Markup(" <small>(%s)</small>")


def arah(indikator: Indikator, change: Perubahan, ref: str) -> Markup:
    """Returns the direction in words with the change beside it."""
    step = perubahan(indikator, change)
    beside = "" if step is None else _PERUBAHAN % step.angka(change.selisih, f"{ref}perubahan_selisih")
    return _ARAH % (change.arah.value, beside)


_BELUM_WAKTUNYA: Final = Markup("Belum waktunya dilaporkan (jatuh tempo {})")
_MENUNGGU_RILIS: Final = Markup("Menunggu rilis: {}")
_TIDAK_TERSEDIA: Final = Markup("Data tidak tersedia: {}")
_TIDAK_BERLAKU: Final = Markup("Tidak berlaku pada periode ini: {}")
_TIDAK_BERLAKU_SAJA: Final = Markup("Tidak berlaku pada periode ini")
_JAWAB: Final = Markup(". Penanggung jawab: {}")
_DITUNGGU: Final = frozenset({Status.TERLAMBAT, Status.DIKEMBALIKAN})
_TERCAPAI: Final = Markup("Target tercapai")
_BELUM_TERCAPAI: Final = Markup("Target belum tercapai")


_TETAP: Final[Mapping[Status, str]] = {
    Status.MENUNGGU_PERSETUJUAN: "Sudah dikirim, menunggu persetujuan Sekretaris",
    Status.DIKEMBALIKAN: "Dikembalikan untuk dilengkapi",
    Status.BELUM_DILAPORKAN: "Belum dilaporkan",
    Status.BELUM_DITETAPKAN: "Ada realisasi, tetapi target belum ditetapkan",
}


_TANPA_TARGET: Final[Mapping[TanpaTarget, str]] = {
    TanpaTarget.NOL: "Ada realisasi, tetapi tidak ditargetkan (target 0)",
    TanpaTarget.KONDISI_AWAL: "Target sama dengan kondisi awal; capaian tidak dihitung",
    TanpaTarget.TAK_TERHITUNG: "Capaian tidak dapat dihitung dari target ini",
    TanpaTarget.LUAR_PK: "Tidak ada dalam Perjanjian Kinerja yang berlaku",
    TanpaTarget.KOSONG: "Tidak ada yang ditargetkan pada periode ini",
}


def keadaan(row: BarisIndikator) -> Markup:
    """Returns the state of a row in full words."""
    hasil = row.hasil
    match hasil.status:
        case Status.ADA:
            return _TERCAPAI if hasil.capaian and hasil.capaian.tercapai else _BELUM_TERCAPAI
        case Status.BELUM_JATUH_TEMPO:
            words = _BELUM_WAKTUNYA.format(hari_pendek(hasil.jatuh_tempo))
        case Status.TERLAMBAT:
            return Markup('<span aria-hidden="true">▲</span> <b>Terlambat {} hari</b> (jatuh tempo {})').format(
                hari_terlambat(hasil), hari_pendek(hasil.jatuh_tempo)
            )
        case Status.DIKEMBALIKAN if hasil.hari_terlambat:
            return Markup(
                '<span aria-hidden="true">↩</span> <b>Dikembalikan untuk dilengkapi</b>, {} hari sesudah jatuh tempo {}'
            ).format(hari_terlambat(hasil), hari_pendek(hasil.jatuh_tempo))
        case Status.MENUNGGU_RILIS:
            words = _MENUNGGU_RILIS.format(hasil.alasan)
        case Status.TIDAK_TERSEDIA:
            words = _TIDAK_TERSEDIA.format(hasil.alasan)
        case Status.TIDAK_BERLAKU:
            words = _TIDAK_BERLAKU.format(hasil.alasan) if hasil.alasan else _TIDAK_BERLAKU_SAJA
        case Status.TIDAK_DITARGETKAN:
            words = Markup(_TANPA_TARGET[tanpa_target(hasil)])  # noqa: S704 - our own words
        case _:
            words = Markup(_TETAP[hasil.status])  # noqa: S704 - our own words
    return Markup('<span aria-hidden="true">%s</span> %s') % (KEADAAN[hasil.status][0], words)
