"""Small datasets in code: a year's promises and reports in a few words, for the tests that need no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from sakipgen.domain.anggaran import ProgramTahunan, RealisasiAnggaran
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import Berkas, BerkasBukti, Dataset
from sakipgen.domain.dokumen import RegisterDokumen
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.kalender import HariLibur
from sakipgen.domain.kode_lama import KodeLama
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.metode import Metode
from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi, Renstra
from sakipgen.domain.pohon import PohonKinerja
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.siklus import Siklus, Sop
from sakipgen.domain.skala import Skala
from sakipgen.domain.tindak_lanjut import TindakLanjutTahunan
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.bentuk import lengkapi
from sakipgen.measuring.hasil import Dilaporkan, Hasil, HasilIndikator, HasilKelompok, HasilTahun
from sakipgen.measuring.hitung import round_half_up
from sakipgen.measuring.periode import PENGGABUNG, Gabungan
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure

ROOT = PurePosixPath("data")


def isi(*values: Any) -> tuple[Any, ...]:
    """Several expected values at once; a Decimal may be compared with a plain number."""
    return values


UNIT = "mutasi"
TW = ("TW1", "TW2", "TW3", "TW4")
RASIO: Mapping[str, Any] = {
    "agregasi": "rasio",
    "komponen": {"a": "Pembilang", "b": "Penyebut"},
    "rumus": "a / b * 100",
}

PERMENDAGRI86: Mapping[str, Any] = {
    "nama": "Skala nilai peringkat kinerja",
    "dasar": "Permendagri 86 Tahun 2017",
    "celah": "bulatkan",
    "kelas": [
        {"kode": "sangat-tinggi", "label": "Sangat Tinggi", "min": "91"},
        {"kode": "tinggi", "label": "Tinggi", "min": "76", "maks": "90"},
        {"kode": "sedang", "label": "Sedang", "min": "66", "maks": "75"},
        {"kode": "rendah", "label": "Rendah", "min": "51", "maks": "65"},
        {"kode": "sangat-rendah", "label": "Sangat Rendah", "maks": "50"},
    ],
}

AKIP88: Mapping[str, Any] = {
    "nama": "Predikat AKIP",
    "dasar": "Permen PANRB 88 Tahun 2021",
    "presisi_tabel": "2",
    "celah": "bulatkan",
    "kelas": [
        {"kode": kode, "label": kode, "min": low, "min_termasuk": "tidak", "maks": high}
        for kode, low, high in (
            ("AA", "90", None),
            ("A", "80", "90"),
            ("BB", "70", "80"),
            ("B", "60", "70"),
            ("CC", "50", "60"),
            ("C", "30", "50"),
        )
    ]
    + [{"kode": "D", "label": "D", "maks": "30"}],
}


def skala(base: Mapping[str, Any] = PERMENDAGRI86, **changes: Any) -> Skala:
    return Skala.model_validate({**base, **changes})


def metode(**changes: Any) -> Metode:
    """The default policy of domain.md § 7: turun_selisih, floor 0, cap 120, permendagri86 with `bulatkan`."""
    return Metode.model_validate(
        {
            "nama": "Metode",
            "dasar_hukum": ["Peraturan"],
            "formula": {"turun": "turun_selisih"},
            "batas_agregat": "120",
            "skala": PERMENDAGRI86,
            "agregasi_sasaran": "rerata",
            "agregasi_perangkat_daerah": "rerata_sasaran",
            "tenggat": {"bulanan": "10", "triwulanan": "15", "semesteran": "20", "tahunan": "31"},
        }
        | changes
    )


def indikator(**changes: Any) -> Indikator:
    """A quarterly IKU of a sasaran of which the last figure counts."""
    return Indikator.model_validate(
        {
            "nama": "Indeks",
            "tingkat": "sasaran",
            "iku": "ya",
            "tipe_hasil": "outcome",
            "satuan": {"nama": "indeks", "tipe": "indeks"},
            "desimal": "2",
            "definisi_operasional": "Definisi.",
            "formula_teks": "Rumus.",
            "polaritas": "naik",
            "agregasi": "terakhir",
            "mode_target": "per_periode",
            "frekuensi": "triwulanan",
            "sumber_data": "SIMPEG",
            "penanggung_jawab": UNIT,
        }
        | changes
    )


def instansi(**changes: Any) -> Instansi:
    return Instansi.model_validate(
        {
            "nama": "Pemerintah Kabupaten Contoh",
            "daerah": "Kabupaten Contoh",
            "jenis": "kabupaten",
            "kode_wilayah": "13.01",
            "provinsi": "Sumatera Barat",
            "kepala_daerah": "Bupati Contoh",
            "status_data": "contoh",
            "perangkat_daerah": {
                "nama": "Badan Kepegawaian",
                "singkatan": "BK",
                "jenis": "badan",
                "urusan": ["5.03"],
                "tugas": "Mengelola kepegawaian.",
            },
            "unit_kerja": {UNIT: {"nama": "Bidang Mutasi", "jenis": "bidang", "tugas": "Mutasi.", "kepala": "kabid"}},
            "jabatan": {"kepala": {"nama": "Kepala"}, "kabid": {"nama": "Kepala Bidang"}},
            "tim_sakip": {
                "nomor_sk": "1",
                "tanggal": "2024-01-02",
                "ketua": "kepala",
                "anggota": [{"jabatan": "kabid", "peran": "anggota"}],
            },
        }
        | changes
    )


def renstra(
    sasaran: Mapping[str, Iterable[str]], target: Mapping[str, Mapping[str, Any]], /, **changes: Any
) -> Renstra:
    return Renstra.model_validate(
        {
            "nama": "Renstra",
            "tahun_awal": "2021",
            "tahun_akhir": "2026",
            "dokumen_induk": "RPJMD",
            "tujuan": {"T1": {"uraian": "Tujuan."}},
            "sasaran": {
                kode: {"uraian": "Sasaran.", "tujuan": "T1", "indikator": list(members)}
                for kode, members in sasaran.items()
            },
            "target": target,
        }
        | changes
    )


SOP: Mapping[str, Any] = {
    "nama": "SOP Pengumpulan Data dan Pengukuran Kinerja",
    "tahun": "2023",
    "pengumpulan": {
        "nama": "Pengumpulan Data",
        "langkah": {
            "1": {
                "uraian": "Memerintahkan.",
                "pelaksana": "kepala",
                "keluaran": "nota_dinas",
                "waktu_baku": "5 menit",
                "keadaan": "dibuka",
            },
            "2": {
                "uraian": "Memeriksa.",
                "pelaksana": "sekretaris",
                "keluaran": "disposisi",
                "waktu_baku": "1 hari",
                "keadaan": "disetujui",
                "keputusan": "ya",
            },
        },
    },
    "pengukuran": {
        "nama": "Pengukuran",
        "langkah": {
            "1": {"uraian": "Mengukur.", "pelaksana": "tim_sakip", "keluaran": "kertas_kerja", "keadaan": "rekap"}
        },
    },
}
"""A SOP of three steps: an order, a decision, and measuring."""

BUKTI = ({"judul": "Laporan", "jenis": "laporan", "nomor_arsip": "1"},)


def gabung(kamus: Indikator, periode: str, rows: Sequence[Dilaporkan]) -> Gabungan | None:
    """The figure of a period from the reports of its year in order of time."""
    when = Periode.parse(periode)
    before = sum(row.periode.akhir < when.awal for row in rows)
    after = before + sum(when.memuat(row.periode) for row in rows)
    return PENGGABUNG[kamus.agregasi](kamus, rows, before, after) if before < after else None


@dataclass
class Susunan:
    """What the tests of one year say; everything in it may be changed before `dataset()`."""

    tahun: int = 2024
    metode: Metode | None = field(default_factory=metode)
    indikator: dict[str, Indikator] = field(default_factory=dict)
    sasaran: dict[str, list[str]] | None = None
    """Indikator by sasaran; without it one sasaran S1 holds all indikator of that level."""
    tujuan: list[str] = field(default_factory=list)
    bobot: dict[str, str] = field(default_factory=dict)
    """Weights by kode of the sasaran."""
    bobot_indikator: dict[str, dict[str, str]] = field(default_factory=dict)
    """Weights of indikator by kode of the sasaran or tujuan."""
    target_renstra: dict[str, dict[str, Any]] = field(default_factory=dict)
    renstra_lain: dict[str, Renstra] = field(default_factory=dict)
    """Further plans by kode."""
    metode_lain: dict[int, Metode] = field(default_factory=dict)
    """The policy of other years."""
    pk: dict[tuple[int, str, str], Any] = field(default_factory=dict)
    rencana: dict[tuple[int, str], Any] = field(default_factory=dict)
    laporan: dict[tuple[int, str, str], Any] = field(default_factory=dict)
    program: dict[int, Any] = field(default_factory=dict)
    anggaran: dict[tuple[int, str], Any] = field(default_factory=dict)
    bukti: dict[str, BerkasBukti] = field(default_factory=dict)
    sop: Any = None
    dokumen: dict[str, Any] = field(default_factory=dict)
    kode_lama: dict[str, Any] = field(default_factory=dict)
    siklus: dict[tuple[int, str], Any] = field(default_factory=dict)
    koreksi: dict[tuple[int, str, str], Any] = field(default_factory=dict)
    """By year, segment and kode of the record."""
    tindak_lanjut: dict[int, dict[str, Any]] = field(default_factory=dict)
    libur: dict[int, dict[str, str]] = field(default_factory=dict)
    pohon: dict[str, Any] = field(default_factory=dict)
    """Pohon kinerja by kode of the Renstra."""
    narasi: dict[int, Any] = field(default_factory=dict)
    narasi_sasaran: dict[tuple[int, str], Any] = field(default_factory=dict)
    """By year and kode of the sasaran."""
    instansi: Instansi = field(default_factory=instansi)
    tak_terbaca: set[str] = field(default_factory=set)

    def ukur(self, kode: str, **fields: Any) -> Susunan:
        """Adds an indikator to the kamus."""
        self.indikator[kode] = indikator(**fields)
        return self

    def janji(
        self, kode: str, target: Any, *, versi: str = "murni", tanggal: str = "2024-01-15", unit: str = "kepala"
    ) -> Susunan:
        """Adds a target to a PK."""
        pk = self.pk.setdefault((self.tahun, unit, versi), {"tanggal": tanggal, "pihak_pertama": "kepala", "butir": {}})
        pk["butir"][kode] = {"target": target}
        return self

    def rencanakan(self, kode: str, unit: str = UNIT, **target: Any) -> Susunan:
        """Adds targets to the rencana aksi; months are written `b01`."""
        plan = self.rencana.setdefault((self.tahun, unit), {"butir": {}})
        plan["butir"][kode] = {"target": {segment.removeprefix("b"): value for segment, value in target.items()}}
        return self

    def lapor(self, kode: str, segmen: str, nilai: str | None = None, unit: str = UNIT, **fields: Any) -> Susunan:
        """Adds a row to the report of a unit."""
        report = self.laporan.setdefault((self.tahun, segmen, unit), {"butir": {}})
        value = {} if nilai is None else {"nilai": nilai}
        report["butir"][kode] = {"bukti": BUKTI} | value | fields
        return self

    def dataset(self) -> Dataset:
        members = self.sasaran or {
            "S1": [k for k, i in self.indikator.items() if i.tingkat == "sasaran"] or ["TANPA-INDIKATOR"]
        }
        plan = renstra(
            members,
            self.target_renstra or {kode: {str(self.tahun): "1"} for kode in self.indikator or ["TANPA-INDIKATOR"]},
            tujuan={"T1": {"uraian": "Tujuan.", "indikator": self.tujuan} | self._bobot("T1")},
            sasaran={
                kode: {"uraian": "Sasaran.", "tujuan": "T1", "indikator": list(rows)} | self._bobot(kode)
                for kode, rows in members.items()
            },
        )
        policies = self.metode_lain | ({self.tahun: self.metode} if self.metode else {})
        plans = {"2021-2026": plan, **self.renstra_lain}
        return lengkapi(
            Dataset(
                root=ROOT,
                instansi=Berkas(ROOT / "instansi.yaml", self.instansi),
                metode={t: Berkas(ROOT / f"metode/{t}.yaml", policy) for t, policy in sorted(policies.items())},
                renstra={k: Berkas(ROOT / f"renstra/{k}.yaml", row) for k, row in plans.items()},
                indikator={k: Berkas(ROOT / f"indikator/{k}.yaml", i) for k, i in self.indikator.items()},
                program={
                    t: Berkas(ROOT / f"program/{t}.yaml", ProgramTahunan.model_validate(p))
                    for t, p in self.program.items()
                },
                perjanjian_kinerja={
                    key: Berkas(
                        ROOT / f"perjanjian-kinerja/{key[0]}/{key[1]}/{key[2]}.yaml",
                        PerjanjianKinerja.model_validate(pk),
                    )
                    for key, pk in self.pk.items()
                },
                rencana_aksi={
                    key: Berkas(ROOT / f"rencana-aksi/{key[0]}/{key[1]}.yaml", RencanaAksi.model_validate(plan))
                    for key, plan in self.rencana.items()
                },
                realisasi={
                    (Periode(tahun, segmen), unit): Berkas(
                        ROOT / f"realisasi/{tahun}/{segmen}/{unit}.yaml", LaporanRealisasi.model_validate(report)
                    )
                    for (tahun, segmen, unit), report in self.laporan.items()
                },
                anggaran={
                    Periode(tahun, segmen): Berkas(
                        ROOT / f"anggaran/{tahun}/{segmen}.yaml", RealisasiAnggaran.model_validate(money)
                    )
                    for (tahun, segmen), money in self.anggaran.items()
                },
                bukti={PurePosixPath(path): berkas for path, berkas in self.bukti.items()},
                tak_terbaca=frozenset(ROOT / path for path in self.tak_terbaca),
                **self._catatan(),
            )
        )

    def _bobot(self, kode: str) -> dict[str, Any]:
        """The weights of a sasaran or tujuan, where there are any."""
        own = {"bobot": self.bobot[kode]} if kode in self.bobot else {}
        return own | ({"bobot_indikator": self.bobot_indikator[kode]} if kode in self.bobot_indikator else {})

    def _catatan(self) -> dict[str, Any]:
        """The records of how the work was done."""

        def one(path: str, model: type[Model], content: Any) -> Berkas[Any]:
            return Berkas(ROOT / path, model.model_validate(content))

        return {
            "sop": one("sop.yaml", Sop, self.sop) if self.sop else None,
            "dokumen": one("dokumen.yaml", RegisterDokumen, {"dokumen": self.dokumen}) if self.dokumen else None,
            "kode_lama": one("kode-lama.yaml", KodeLama, {"indikator": self.kode_lama}) if self.kode_lama else None,
            "siklus": {
                Periode(tahun, segmen): one(f"siklus/{tahun}/{segmen}.yaml", Siklus, content)
                for (tahun, segmen), content in self.siklus.items()
            },
            "koreksi": {
                (Periode(tahun, segmen), kode): one(f"koreksi/{tahun}/{segmen}/{kode}.yaml", Koreksi, content)
                for (tahun, segmen, kode), content in self.koreksi.items()
            },
            "tindak_lanjut": {
                tahun: one(f"tindak-lanjut/{tahun}.yaml", TindakLanjutTahunan, {"butir": content})
                for tahun, content in self.tindak_lanjut.items()
            },
            "libur": {
                tahun: one(f"libur/{tahun}.yaml", HariLibur, {"dasar": "SKB", "hari": content})
                for tahun, content in self.libur.items()
            },
            "pohon_kinerja": {
                kode: one(f"pohon-kinerja/{kode}.yaml", PohonKinerja, content) for kode, content in self.pohon.items()
            },
            "narasi": {
                tahun: one(f"narasi/{tahun}/lkjip.yaml", NarasiLaporan, content)
                for tahun, content in self.narasi.items()
            },
            "narasi_sasaran": {
                (tahun, kode): one(f"narasi/{tahun}/sasaran/{kode}.yaml", NarasiSasaran, content)
                for (tahun, kode), content in self.narasi_sasaran.items()
            },
        }

    def terlihat(self, per_tanggal: str, sampai: str | None = None, *, menunggu: bool = False) -> Dataset:
        """The dataset as a day knew it."""
        periode = Periode.parse(sampai) if sampai else None
        return terlihat(self.dataset(), Posisi.pada(parse_tanggal(per_tanggal), periode), menunggu=menunggu)

    def hasil(self, sampai: str | None = None, per_tanggal: str = "2025-02-14") -> Hasil:
        periode = Periode.parse(sampai) if sampai else None
        posisi = Posisi.pada(parse_tanggal(per_tanggal), periode)
        return measure(terlihat(self.dataset(), posisi), posisi)

    def setahun(self, sampai: str | None = None, per_tanggal: str = "2025-02-14") -> HasilTahun:
        return self.hasil(sampai, per_tanggal).tahun[self.tahun]

    def baris(
        self, kode: str, periode: str, *, sampai: str | None = None, per_tanggal: str = "2025-02-14"
    ) -> HasilIndikator:
        """The result of one indikator in one period."""
        return self.setahun(sampai, per_tanggal).indikator[kode, Periode.parse(periode)]

    def kelompok(
        self, periode: str, sasaran: str | None = None, *, sampai: str | None = None, per_tanggal: str = "2025-02-14"
    ) -> HasilKelompok:
        """The result of a sasaran, or of the perangkat daerah, in one period."""
        year = self.setahun(sampai, per_tanggal)
        key = Periode.parse(periode)
        return year.sasaran[sasaran, key] if sasaran else year.perangkat_daerah[key]


# ── Datasets that several tests share ──


def cetak(value: Decimal | None) -> str:
    """The value as it would be printed, with two decimals."""
    assert value is not None
    return str(round_half_up(value, 2))


def satu(target: Any = "60", nilai: Mapping[str, str] | None = None, **fields: Any) -> Susunan:
    """One indikator `A` with the same target in every quarter and in the PK."""
    data = Susunan().ukur("A", **fields).janji("A", target)
    data.rencanakan("A", **dict.fromkeys(TW, target))
    for segment, value in (nilai or {}).items():
        data.lapor("A", segment, value)
    return data


def tanpa_target_awal() -> Susunan:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "30")
    return data.rencanakan("A", TW1="0", TW2="10", TW3="10", TW4="10")


def bulanan(agregasi: str, bulan: int = 12) -> Susunan:
    fields: Mapping[str, Any] = RASIO if agregasi == "rasio" else {"agregasi": agregasi}
    data = Susunan().ukur("A", frekuensi="bulanan", **fields).janji("A", "12")
    data.rencanakan("A", **{f"b{m:02}": str(m) for m in range(1, 13)})
    for m in range(1, bulan + 1):
        if agregasi == "rasio":
            data.lapor("A", f"{m:02}", komponen={"a": str(m), "b": "100"})
        else:
            data.lapor("A", f"{m:02}", str(m))
    return data
