"""Ten thousand indikator with a fixed seed: every formula, agregasi and policy, without a file.

Each year has rules of its own and indikator of its own. All of it goes through the real models and the real measuring.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from random import Random
from typing import Any, Final, NamedTuple

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import Frekuensi, Periode, Posisi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import Rekapitulasi, summarise
from tests.measuring import builder
from tests.oracle import angka
from tests.oracle.angka import Pasangan, mikro, teks
from tests.oracle.kebijakan import metode

UNIT: Final = ("mutasi", "diklat", "umum")
_UNIT_KERJA: Final[Mapping[str, str]] = {"nama": "Bidang", "jenis": "bidang", "tugas": "Tugas.", "kepala": "kabid"}
_NOL: Final = Decimal(0)
_TAHAPAN: Final = {"a": {"uraian": "Awal", "bobot": "40"}, "z": {"uraian": "Akhir", "bobot": "60"}}
_AGREGASI: Final = {
    "tahapan": ("terakhir",),
    "manual": ("jumlah", "terakhir"),
    "lintasan": ("rerata", "terakhir", "terakhir", "rasio", "maks", "min"),
}
"""How the reports of indikator that cannot be joined anyhow are joined."""
_PENYEBUT: Final = (3, 7, 8, 12, 40, 125, 200, 900, 7409, 20000)


class Ukuran(NamedTuple):
    """How many indikator a year has, and how often they are reported: the more often, the more rows they make."""

    banyak: int
    frekuensi: tuple[str, ...]


UKURAN: Final = (
    Ukuran(500, ("tahunan",)),
    Ukuran(250, ("triwulanan", "triwulanan", "tahunan")),
    Ukuran(250, ("semesteran", "tahunan")),
    Ukuran(250, ("triwulanan", "tahunan")),
    Ukuran(60, ("bulanan", "bulanan", "triwulanan", "semesteran", "tahunan")),
)
"""Taken in turn, year by year."""

POLARITAS: Final[Mapping[str, tuple[str, ...]]] = {
    "naik": ("naik", "naik", "naik", "lintasan", "biner", "tahapan", "predikat", "manual"),
    "turun": ("turun_selisih", "turun_rasio", "lintasan", "biner", "tanggal", "manual"),
    "stabil": ("stabil_selisih", "stabil_rasio"),
    "rentang": ("rentang", "rentang_turun", "biner"),
}
"""The formulas that an indikator of each polaritas may ask for."""


def rekapitulasi(seed: int, tahun: Iterable[int], sampai: str, per_tanggal: date) -> Rekapitulasi:
    """Returns what is published of some years on a day, looking from the end of a period."""
    dataset = gabung([_Tahun(Random(seed + year), year).dataset() for year in tahun])  # noqa: S311 - no secret
    return terbit(dataset, Posisi(Periode.parse(sampai), per_tanggal))


def terbit(dataset: Dataset, posisi: Posisi) -> Rekapitulasi:
    """Returns what is published of a dataset; every figure stands on the first line of its file."""

    def locate(path: PurePosixPath, loc: Loc) -> Position:
        return Position(1, 1)

    known = terlihat(dataset, posisi)
    return summarise(known, measure(known, posisi), locate)


def gabung(parts: Sequence[Dataset]) -> Dataset:
    """Returns one dataset of many years; no two of them say the same key."""
    merged: dict[str, Any] = {}
    for field in fields(Dataset):
        values = [getattr(part, field.name) for part in parts]
        if isinstance(values[0], Mapping):
            merged[field.name] = {key: value for mapping in values for key, value in mapping.items()}
    return replace(parts[0], **merged)


class _Indikator(NamedTuple):
    """What the rows of one indikator are written from."""

    kode: str
    unit: str
    formula: str
    frekuensi: Frekuensi
    agregasi: str
    mode: str
    tanda: str | None
    """The word before its targets, such as `paling_banyak`."""
    komponen: tuple[str, ...]


class _Tahun:
    """Everything that one year says."""

    def __init__(self, acak: Random, tahun: int) -> None:
        self.acak = acak
        self.tahun = tahun
        self.ukuran = UKURAN[tahun % len(UKURAN)]
        self.metode = metode(acak)
        self.isi = builder.Susunan(
            tahun=tahun,
            metode=builder.metode(**self.metode),
            instansi=builder.instansi(unit_kerja=dict.fromkeys(UNIT, _UNIT_KERJA)),
        )
        self.tanda: dict[str, str | None] = {}
        self.target: dict[str, dict[str, Any]] = {}
        self.terlupa: list[tuple[str, str, Any]] = []
        """Indikator that the first PK forgot, with their owner and target."""
        self.menurut_tingkat: dict[str, list[str]] = {}

    def dataset(self) -> Dataset:
        for n in range(self.ukuran.banyak):
            self._indikator(f"K{self.tahun}-{n:03}")
        self._pk_perubahan()
        self._anggaran()
        kode = str(self.tahun)
        plan = Berkas(builder.ROOT / f"renstra/{kode}.yaml", self._renstra())
        return replace(self.isi.dataset(), renstra={kode: plan})

    # ── One indikator ──

    def _indikator(self, kode: str) -> None:
        acak = self.acak
        polaritas = acak.choices(list(POLARITAS), (50, 30, 10, 10))[0]
        own = acak.choice(POLARITAS[polaritas]) if acak.random() < 0.5 else None
        formula = own or self.metode["formula"].get(polaritas, polaritas)
        if polaritas == "rentang" and formula == "biner":  # its numbers are those of a band
            formula = "rentang"
        agregasi = acak.choice(
            _AGREGASI.get(formula, ("jumlah", "rerata", "terakhir", "terakhir", "rasio", "maks", "min"))
        )
        rumus, komponen = (None, ()) if formula == "tahapan" else self._rumus(agregasi)
        row = _Indikator(
            kode=kode,
            unit=acak.choice(UNIT),
            formula=formula,
            frekuensi=Frekuensi(acak.choice(self.ukuran.frekuensi)),
            agregasi=agregasi,
            mode="per_periode" if agregasi in {"rerata", "rasio"} else acak.choice(("kumulatif", "per_periode")),
            tanda=acak.choice(_TANDA) if polaritas != "rentang" and acak.random() < 0.2 else None,
            komponen=komponen,
        )
        level = acak.choices(("sasaran", "tujuan", "program", "kegiatan", "sub_kegiatan"), (75, 5, 7, 7, 6))[0]
        pairs = self._pairs(row)
        start = pairs[0].baseline
        self.menurut_tingkat.setdefault(level, []).append(kode)
        self.isi.ukur(
            kode,
            tingkat=level,
            iku="ya" if level == "sasaran" and acak.random() < 0.4 else "tidak",
            satuan={"nama": "satuan", "tipe": "persen" if formula == "tahapan" else "angka"},
            polaritas=polaritas,
            formula_capaian=own,
            agregasi=row.agregasi,
            mode_target=row.mode,
            frekuensi=row.frekuensi,
            penanggung_jawab=row.unit,
            komponen=dict.fromkeys(komponen, "Komponen."),
            rumus=rumus,
            baseline=None if start is None else {"tahun": "2020", "nilai": teks(start)},
            tahapan=_TAHAPAN if formula == "tahapan" else {},
        )
        self._janjikan(row, "kepala" if level in {"tujuan", "sasaran"} else row.unit, _targets(row, pairs))
        for segmen, pair in zip(row.frekuensi.segmen, pairs, strict=True):
            self._lapor(row, segmen, pair.realisasi)

    def _rumus(self, agregasi: str) -> tuple[str | None, tuple[str, ...]]:
        if agregasi == "rasio" or (agregasi == "terakhir" and self.acak.random() < 0.4):
            return "ada / semua * 100", ("ada", "semua")
        if agregasi in {"terakhir", "jumlah"} and self.acak.random() < 0.2:
            return "satu + dua", ("satu", "dua")
        return None, ()

    def _pairs(self, row: _Indikator) -> list[Pasangan]:
        """Target and realisasi of each reported period; sums and means of them have the same capaian."""
        acak = self.acak
        count = len(row.frekuensi.segmen)
        wanted = angka.capaian(acak)
        joined = row.agregasi in {"jumlah", "rerata", "rasio"} and count > 1
        first = Decimal(acak.randint(1, 9000)).scaleb(-acak.randint(0, 2)) if joined else angka.target(acak)
        same = row.agregasi == "rasio"
        rest = [first if same or acak.random() < 0.3 else first * acak.randint(1, 6) for _ in range(count - 1)]
        pairs = [angka.pasangan(acak, row.formula, base, wanted) for base in (first, *rest)]
        start = pairs[0].baseline
        if start is None:
            return pairs
        moved = [start - (pair.baseline or _NOL) for pair in pairs]  # the kamus holds one baseline
        return [
            pair._replace(target=mikro(pair.target + by), realisasi=mikro(pair.realisasi + by), baseline=start)
            for pair, by in zip(pairs, moved, strict=True)
        ]

    def _janjikan(self, row: _Indikator, owner: str, targets: Sequence[Any]) -> None:
        acak = self.acak
        whole = targets[-1] if acak.random() < 0.8 else bentuk(angka.target(acak), row.tanda)
        if acak.random() < 0.94:
            self.isi.janji(row.kode, whole, tanggal=f"{self.tahun}-01-15", unit=owner)
        else:
            self.terlupa.append((row.kode, owner, whole))
        if acak.random() < 0.95:
            self.target[row.kode] = {str(self.tahun): whole}
        self.tanda[row.kode] = row.tanda
        if len(targets) > 1:
            repeated = list(map(_polos, targets)) if acak.random() < 0.5 else targets
            planned = zip(row.frekuensi.segmen, repeated, strict=True)
            stated = {f"b{segmen}": target for segmen, target in planned if acak.random() < 0.99}
            self.isi.rencanakan(row.kode, row.unit, **stated)

    def _lapor(self, row: _Indikator, segmen: str, value: Decimal) -> None:
        acak = self.acak
        fate = acak.random()
        if fate < 0.03:
            return
        if fate < 0.06:
            self.isi.lapor(row.kode, segmen, unit=row.unit, status="menunggu_rilis", alasan="Belum terbit.")
            return
        said: dict[str, Any] = {}
        if row.formula == "manual" and acak.random() < 0.9:
            stated = abs(mikro(angka.capaian(acak) or angka.target(acak)))
            said["capaian_dinyatakan"] = {"nilai": teks(stated), "alasan": "Ditetapkan.", "disetujui_oleh": "kepala"}
        if not row.komponen:
            self.isi.lapor(row.kode, segmen, teks(value), unit=row.unit, **said)
            return
        if row.komponen == ("ada", "semua"):
            whole = Decimal(acak.choice(_PENYEBUT))
            parts = (mikro(value * whole / 100), whole)
        else:
            one = Decimal(acak.randint(0, 10**6)).scaleb(-3)
            parts = (one, mikro(value - one))
        said["komponen"] = {name: teks(part) for name, part in zip(row.komponen, parts, strict=True)}
        self.isi.lapor(row.kode, segmen, unit=row.unit, **said)

    # ── The papers ──

    def _pk_perubahan(self) -> None:
        """A third of the years sign other targets in August; some indikator are added there, a few forgotten."""
        if self.acak.random() < 0.67:
            return
        for (_, unit, _), pk in list(self.isi.pk.items()):
            for kode, row in pk["butir"].items():
                fate = self.acak.random()
                if fate < 0.03:
                    continue
                other = row["target"] if fate < 0.6 else bentuk(angka.target(self.acak), self.tanda[kode])
                self.isi.janji(kode, other, versi="perubahan-1", tanggal=f"{self.tahun}-08-15", unit=unit)
        for kode, unit, target in self.terlupa:
            self.isi.janji(kode, target, versi="perubahan-1", tanggal=f"{self.tahun}-08-15", unit=unit)

    def _renstra(self) -> Renstra:
        """Sasaran of one to five indikator; most of them have a weight, and so have the sasaran."""
        groups = list(_kelompok(self.acak, self.menurut_tingkat["sasaran"]))
        goals = self.menurut_tingkat.get("tujuan", [])
        return Renstra.model_validate(
            {
                "nama": f"Renstra {self.tahun}",
                "tahun_awal": str(self.tahun),
                "tahun_akhir": str(self.tahun),
                "dokumen_induk": "RPJMD",
                "tujuan": {
                    "1": {"uraian": "Tujuan.", "indikator": goals, "bobot_indikator": self._bobot(goals)},
                    "T2": {"uraian": "Tujuan.", "indikator": groups[0], "bobot_indikator": self._bobot(groups[0])},
                },
                "sasaran": {
                    str(n): {
                        "uraian": "Sasaran.",
                        "tujuan": "1",
                        "indikator": members,
                        "bobot": str(self.acak.randint(1, 40)) if self.acak.random() < 0.95 else None,
                        "bobot_indikator": self._bobot(members),
                    }
                    for n, members in enumerate(groups, 1)
                },
                "target": {k: t for k, t in self.target.items() if k in {*goals, *self.menurut_tingkat["sasaran"]}},
            }
        )

    def _bobot(self, members: Iterable[str]) -> dict[str, str]:
        acak = self.acak
        return {kode: teks(Decimal(acak.randint(1, 400)).scaleb(-1)) for kode in members if acak.random() < 0.95}

    def _anggaran(self) -> None:
        """Two programs with kegiatan and sub kegiatan, and what was spent by the end of each quarter."""
        acak = self.acak
        program = {f"5.0{p}": {"nama": "Program", "penanggung_jawab": UNIT[0], "sasaran": "1"} for p in (1, 2)}
        kegiatan = {f"{p}.{n}": {"nama": "Kegiatan", "penanggung_jawab": UNIT[0]} for p in program for n in (1, 2, 3)}
        sub = {f"{k}.{n}": _sub_kegiatan(acak) for k in kegiatan for n in (1, 2, 3)}
        levels: dict[str, dict[str, dict[str, Any]]] = {"program": program, "kegiatan": kegiatan, "sub_kegiatan": sub}
        for level, rows in levels.items():
            for kode in self.menurut_tingkat.get(level, ()):
                acak.choice(list(rows.values())).setdefault("indikator", []).append(kode)
        self.isi.program[self.tahun] = {
            "versi_nomenklatur": "Kepmendagri",
            "sumber": "DPA",
            "perubahan": {"sumber": "DPPA", "tanggal": f"{self.tahun}-09-20"},
            **levels,
        }
        for n, segmen in enumerate(Frekuensi.TRIWULANAN.segmen, 1):
            spent = {kode: {"realisasi": str(acak.randint(0, 10**11))} for kode in sub if acak.random() < 0.95}
            taken = date(self.tahun, 12, 30) if n == 4 else date(self.tahun, 3 * n + 1, 5)
            self.isi.anggaran[self.tahun, segmen] = {"sumber": "LRA", "tanggal_data": str(taken), "butir": spent}


_TANDA: Final = ("paling_sedikit", "lebih_dari", "paling_banyak", "kurang_dari")


def bentuk(value: Decimal, tanda: str | None, maks: Decimal | None = None) -> Any:
    """Returns a target as a file says it: a number, a bound, or a band."""
    if maks is not None:
        return {"min": teks(value), "maks": teks(maks)}
    return {tanda: teks(value)} if tanda else teks(value)


def _targets(row: _Indikator, pairs: Sequence[Pasangan]) -> list[Any]:
    """The targets of the rencana aksi; of a cumulative series of increments their running sum."""
    found: list[Any] = []
    running = row.agregasi == "jumlah" and row.mode == "kumulatif"
    low, high = _NOL, _NOL
    for pair in pairs:
        top = pair.target if pair.maks is None else pair.maks
        low, high = (low + pair.target, high + top) if running else (pair.target, top)
        found.append(bentuk(mikro(low), row.tanda, None if pair.maks is None else mikro(high)))
    return found


def _polos(target: Any) -> Any:
    """A bound as a plan may repeat it: only its number."""
    return next(iter(target.values())) if isinstance(target, dict) and "maks" not in target else target


def _kelompok(acak: Random, members: Sequence[str]) -> Iterator[list[str]]:
    rest = list(members)
    while rest:
        size = acak.randint(1, 5)
        yield rest[:size]
        rest = rest[size:]


def _sub_kegiatan(acak: Random) -> dict[str, Any]:
    return {
        "nama": "Sub kegiatan",
        "penanggung_jawab": UNIT[0],
        "sumber_dana": "PAD",
        "pagu": {
            "murni": str(acak.choice((0, acak.randint(1, 10**11)))),
            "perubahan": str(acak.randint(1, 10**11)) if acak.random() < 0.4 else None,
        },
    }
