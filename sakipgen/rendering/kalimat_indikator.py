"""Sentences about one indikator in one period: exactly one verdict, and whatever is to be added to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status
from sakipgen.measuring.arah import Arah
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.rendering.kalimat import Pola


class Cara(StrEnum):
    """How a verdict is said: by which way is better, or by what is no number."""

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    RENTANG = "rentang"
    YA_TIDAK = "ya_tidak"
    TANGGAL = "tanggal"
    PREDIKAT = "predikat"
    MANUAL = "manual"


class TanpaTarget(StrEnum):
    """Why a period promises nothing that a realisasi could be measured by."""

    NOL = "nol"
    """Something was reported, the target is 0."""
    KONDISI_AWAL = "kondisi_awal"
    """Something was reported, the target is where the way began."""
    TAK_TERHITUNG = "tak_terhitung"
    """Something was reported, its formula has no answer."""
    LUAR_PK = "luar_pk"
    """The PK of that time does not name the indikator."""
    KOSONG = "kosong"
    """Nothing was reported, nothing was to come about within the period."""


def tanpa_target(hasil: HasilIndikator) -> TanpaTarget:
    """Returns why a row that is not targeted promises nothing."""
    if hasil.realisasi is None:
        return TanpaTarget.LUAR_PK if hasil.versi_pk is None and hasil.target != 0 else TanpaTarget.KOSONG
    if hasil.target is None:
        return TanpaTarget.LUAR_PK
    if hasil.formula is FormulaCapaian.LINTASAN:
        return TanpaTarget.KONDISI_AWAL
    return TanpaTarget.TAK_TERHITUNG if hasil.target or hasil.maks.target is not None else TanpaTarget.NOL


@dataclass(frozen=True, slots=True)
class FaktaIndikator:
    """What the sentences about an indikator in a period look at."""

    status: Status
    cara: Cara = Cara.NAIK
    tanpa_target: TanpaTarget | None = None
    """Of what is not targeted: why."""
    tercapai: bool = False
    sama: bool = False
    """Whether realisasi and target are the same number."""
    arah: Arah | None = None
    bertanda: bool = False
    """Whether the target is said with its own words, such as «kurang dari»."""
    di_luar: bool = False
    """Whether realisasi lies outside the target, of a band on either side."""
    putus: bool = False
    """Whether the series broke since a year before."""
    antara: bool = False
    """Whether the target so far differs from the year's."""
    terhadap_setahun: bool = False
    """Whether there is a capaian against the year's target."""
    menunggu_setahun: bool = False
    """Whether that capaian says nothing before the year is complete."""
    bagian: bool = False
    """Whether a capaian says which part of its target was reached."""
    jauh_melampaui: bool = False
    """Whether a complete year went far beyond its target."""
    periksa_ulang: bool = False
    sementara: bool = False
    data_terdahulu: bool = False
    tahun_data: bool = False
    """Whether the figure is of another year than the report."""
    sebagian: bool = False
    """Whether a sum lacks reported periods."""
    target_sebagian: bool = False
    """Whether the target is that of the reported periods alone."""
    selesai: bool = False
    """Whether it is a year that is over."""
    target_diubah: bool = False
    berkali: bool = False
    """Whether more than one PK changed the target."""
    murni: bool = False
    """Whether there is a capaian against the first PK too."""
    dikoreksi: bool = False
    kasus_kecil: bool = False
    beralasan: bool = False

    @property
    def terukur(self) -> bool:
        return self.status is Status.ADA


_MENDEKAT: Final = frozenset({Cara.NAIK, Cara.STABIL})
_BATAS: Final = _MENDEKAT | {Cara.TURUN}

INDIKATOR: Final[tuple[Pola[FaktaIndikator], ...]] = (
    Pola(
        "naik_sama",
        lambda f: f.terukur and f.cara in _MENDEKAT and f.sama and f.tercapai and not f.bertanda,
        "{waktu} tercatat <b>{realisasi}</b>, tepat sama dengan target {target}.",
    ),
    Pola(
        "belum_lewat",
        lambda f: f.terukur and f.cara in _BATAS and f.sama and not f.tercapai,
        "{waktu} tercatat <b>{realisasi}</b>; targetnya {target}, jadi target belum tercapai.",
    ),
    Pola(
        "naik_melampaui",
        lambda f: f.terukur and f.cara is Cara.NAIK and not f.sama and f.tercapai and not f.bertanda,
        "{waktu} tercatat <b>{realisasi}</b>, melampaui target {target}.",
    ),
    Pola(
        "naik_kurang",
        lambda f: f.terukur and f.cara is Cara.NAIK and not f.sama and not f.tercapai,
        "{waktu} baru tercatat <b>{realisasi}</b> dari target {target}: kurang {selisih}.",
    ),
    Pola(
        "turun_tercapai",
        lambda f: f.terukur and f.cara is Cara.TURUN and f.tercapai and not f.bertanda,
        "{waktu} tercatat <b>{realisasi}</b>; targetnya paling tinggi {target}, jadi target tercapai.",
    ),
    Pola(
        "tercapai_bertanda",
        lambda f: (
            f.terukur and f.cara in _BATAS and (f.sama or f.cara is not Cara.STABIL) and f.tercapai and f.bertanda
        ),
        "{waktu} tercatat <b>{realisasi}</b>; targetnya {target}, jadi target tercapai.",
    ),
    Pola(
        "turun_terlewati",
        lambda f: f.terukur and f.cara is Cara.TURUN and not f.tercapai and not f.sama,
        "{waktu} tercatat <b>{realisasi}</b>, melewati batas target {target}; selisihnya {selisih}.",
    ),
    Pola(
        "stabil_menyimpang",
        lambda f: f.terukur and f.cara is Cara.STABIL and not f.sama,
        "{waktu} tercatat <b>{realisasi}</b>, menyimpang {selisih} dari target {target}.",
    ),
    Pola(
        "rentang_tercapai",
        lambda f: f.terukur and f.cara is Cara.RENTANG and f.tercapai and not f.di_luar,
        "{waktu} tercatat <b>{realisasi}</b>; targetnya {target}, jadi target tercapai.",
    ),
    Pola(
        "rentang_dilampaui",
        lambda f: f.terukur and f.cara is Cara.RENTANG and f.tercapai and f.di_luar,
        "{waktu} tercatat <b>{realisasi}</b>, {sisi} target {target}, jadi target tercapai.",
    ),
    Pola(
        "rentang_terlewati",
        lambda f: f.terukur and f.cara is Cara.RENTANG and not f.tercapai,
        "{waktu} tercatat <b>{realisasi}</b>, di luar target {target}; selisihnya {selisih}.",
    ),
    Pola(
        "terpenuhi",
        lambda f: f.terukur and f.cara is Cara.YA_TIDAK and f.tercapai,
        "{waktu} hal ini <b>sudah terpenuhi</b>, sesuai target.",
    ),
    Pola(
        "belum_terpenuhi",
        lambda f: f.terukur and f.cara is Cara.YA_TIDAK and not f.tercapai,
        "{waktu} hal ini <b>belum terpenuhi</b>, padahal ditargetkan terpenuhi.",
    ),
    Pola(
        "tepat_waktu",
        lambda f: f.terukur and f.cara is Cara.TANGGAL and f.tercapai,
        "Selesai pada <b>{realisasi}</b>; batasnya {target}, jadi target tercapai.",
    ),
    Pola(
        "lewat_waktu",
        lambda f: f.terukur and f.cara is Cara.TANGGAL and not f.tercapai,
        "Selesai pada <b>{realisasi}</b>, terlambat {selisih} dari batasnya, {target}.",
    ),
    Pola(
        "predikat_tercapai",
        lambda f: f.terukur and f.cara is Cara.PREDIKAT and f.tercapai,
        "{waktu} diperoleh predikat <b>{realisasi}</b>; targetnya {target}, jadi target tercapai.",
    ),
    Pola(
        "predikat_kurang",
        lambda f: f.terukur and f.cara is Cara.PREDIKAT and not f.tercapai,
        "{waktu} diperoleh predikat <b>{realisasi}</b>, di bawah target {target}.",
    ),
    Pola(
        "ditetapkan",
        lambda f: f.terukur and f.cara is Cara.MANUAL,
        "{waktu} tercatat <b>{realisasi}</b>; capaiannya ditetapkan {capaian}, disetujui {penyetuju}.",
    ),
    Pola(
        "target_nol",
        lambda f: f.tanpa_target is TanpaTarget.NOL,
        "{waktu} tercatat <b>{realisasi}</b>, padahal tidak ada yang ditargetkan.",
    ),
    Pola(
        "target_kondisi_awal",
        lambda f: f.tanpa_target is TanpaTarget.KONDISI_AWAL,
        "{waktu} tercatat <b>{realisasi}</b>; target {target} sama dengan kondisi awal, "
        "jadi capaiannya tidak dihitung.",
    ),
    Pola(
        "target_tak_terhitung",
        lambda f: f.tanpa_target is TanpaTarget.TAK_TERHITUNG,
        "{waktu} tercatat <b>{realisasi}</b>; capaian terhadap target {target} tidak dapat dihitung.",
    ),
    Pola(
        "di_luar_pk",
        lambda f: f.tanpa_target is TanpaTarget.LUAR_PK,
        "Perjanjian Kinerja yang berlaku untuk {periode} tidak memuat indikator ini.",
    ),
    Pola(
        "tanpa_target",
        lambda f: f.tanpa_target is TanpaTarget.KOSONG,
        "Tidak ada yang ditargetkan dan dilaporkan untuk {periode}.",
    ),
    Pola(
        "belum_ditetapkan",
        lambda f: f.status is Status.BELUM_DITETAPKAN,
        "{waktu} tercatat <b>{realisasi}</b>; targetnya belum ditetapkan.",
    ),
    Pola(
        "belum_jatuh_tempo",
        lambda f: f.status is Status.BELUM_JATUH_TEMPO,
        "Belum ada data {periode}. Jatuh tempo {tempo}.",
    ),
    Pola(
        "terlambat",
        lambda f: f.status is Status.TERLAMBAT,
        "Belum ada data {periode}. Laporannya <b>terlambat {terlambat} hari</b> dari jatuh tempo {tempo}.",
    ),
    Pola(
        "menunggu_persetujuan",
        lambda f: f.status is Status.MENUNGGU_PERSETUJUAN,
        "Data {periode} sudah dikirim dan menunggu persetujuan Sekretaris.",
    ),
    Pola(
        "dikembalikan",
        lambda f: f.status is Status.DIKEMBALIKAN,
        "Data {periode} dikembalikan kepada unit untuk dilengkapi.",
    ),
    Pola("belum_dilaporkan", lambda f: f.status is Status.BELUM_DILAPORKAN, "Data {periode} belum dilaporkan."),
    Pola(
        "menunggu_rilis",
        lambda f: f.status is Status.MENUNGGU_RILIS,
        "Data {periode} masih menunggu rilis resmi.",
    ),
    Pola("tidak_tersedia", lambda f: f.status is Status.TIDAK_TERSEDIA, "Data {periode} tidak tersedia."),
    Pola("tidak_berlaku", lambda f: f.status is Status.TIDAK_BERLAKU, "Indikator ini tidak diukur pada {periode}."),
)
"""What is to be said of any indikator in any period: exactly one pattern speaks."""

TAMBAHAN: Final[tuple[Pola[FaktaIndikator], ...]] = (
    Pola("alasan", lambda f: f.beralasan, "Alasannya: {alasan}"),
    Pola(
        "setahun",
        lambda f: f.terukur and f.antara and f.terhadap_setahun and f.bagian,
        "Itu {capaian_tahun} dari target setahun, yaitu {target_tahun}.",
    ),
    Pola(
        "terhadap_setahun",
        lambda f: f.terukur and f.antara and f.terhadap_setahun and not f.bagian,
        "Terhadap target setahun, yaitu {target_tahun}, capaiannya {capaian_tahun}.",
    ),
    Pola(
        "batas_setahun",
        lambda f: f.terukur and f.antara and f.menunggu_setahun,
        "Batas setahun {target_tahun}.",
    ),
    Pola("membaik", lambda f: f.arah is Arah.MEMBAIK, "Dibanding {lalu} ({sebelumnya}), angka ini membaik."),
    Pola("memburuk", lambda f: f.arah is Arah.MEMBURUK, "Dibanding {lalu} ({sebelumnya}), angka ini memburuk."),
    Pola("tetap", lambda f: f.arah is Arah.TETAP, "Dibanding {lalu} ({sebelumnya}), angka ini relatif tetap."),
    Pola(
        "putus",
        lambda f: f.putus,
        "Sejak {tahun_putus} angkanya tidak dapat dibandingkan dengan sebelumnya: {sebab_putus}.",
    ),
    Pola(
        "jauh_melampaui",
        lambda f: f.jauh_melampaui and not f.periksa_ulang,
        "Capaian jauh melampaui 100%; target tahun depan perlu ditinjau.",
    ),
    Pola(
        "periksa_ulang",
        lambda f: f.periksa_ulang,
        "Capaian setinggi ini tidak lazim; target dan datanya perlu diperiksa ulang.",
    ),
    Pola(
        "target_diubah",
        lambda f: f.target_diubah and not f.berkali,
        "Target setahun diubah dari {target_semula} menjadi {target_kini}. Dasarnya {dasar} tanggal {tanggal_dasar}.",
    ),
    Pola(
        "target_berkali_diubah",
        lambda f: f.target_diubah and f.berkali,
        "Target setahun diubah dari {target_semula} menjadi {target_kini} dalam {kali} kali perubahan Perjanjian "
        "Kinerja. Perubahan terakhir tanggal {tanggal_dasar}.",
    ),
    Pola(
        "murni",
        lambda f: f.target_diubah and f.murni,
        "Terhadap target semula, capaiannya {capaian_murni}.",
    ),
    Pola("dikoreksi", lambda f: f.dikoreksi, "Angka ini dikoreksi pada {tanggal_koreksi}: semula {semula}."),
    Pola("sementara", lambda f: f.sementara, "Angka ini masih sementara."),
    Pola(
        "data_terdahulu",
        lambda f: f.data_terdahulu,
        "Angka ini posisi {posisi}; laporan sesudahnya belum ada.",
    ),
    Pola("tahun_data", lambda f: f.tahun_data, "Angka ini memakai data tahun {tahun_data}."),
    Pola(
        "sebagian",
        lambda f: f.sebagian and not f.target_sebagian and not f.selesai,
        "Baru {ada} dari {dari} periode yang dilaporkan.",
    ),
    Pola(
        "target_sebagian",
        lambda f: f.target_sebagian and not f.selesai,
        "Baru {ada} dari {dari} periode yang dilaporkan; targetnya pun hanya dari periode itu.",
    ),
    Pola(
        "tak_lengkap",
        lambda f: f.sebagian and not f.target_sebagian and f.selesai,
        "Hanya {ada} dari {dari} periode ada angkanya.",
    ),
    Pola(
        "target_tak_lengkap",
        lambda f: f.target_sebagian and f.selesai,
        "Hanya {ada} dari {dari} periode ada angkanya; targetnya pun hanya dari periode itu.",
    ),
    Pola(
        "kasus_kecil",
        lambda f: f.kasus_kecil,
        "Jumlah kasusnya kecil ({kasus}); perubahan persen mudah naik-turun.",
    ),
)
"""What may be said besides: every pattern that speaks is added, in this order."""
