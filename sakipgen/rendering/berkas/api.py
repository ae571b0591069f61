"""`api/v1/`: the open data one thing at a time, as small JSON files for programs.

A table within a file is `{"kolom": […], "baris": [[…]]}`; columns that say nothing there, or what the file says
already, are left out. Figures are those of the CSV files, digit for digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from sakipgen.domain.realisasi import Status
from sakipgen.rekap import BarisTarget, BuktiTerbit, Rekapitulasi, RekapPeriode
from sakipgen.rendering import kolom, opendata, opendata_kinerja
from sakipgen.rendering.berkas import jsonstat
from sakipgen.rendering.berkas.gudang import Isi
from sakipgen.rendering.datajson import dumps_padat
from sakipgen.rendering.kata_status import ARTI
from sakipgen.rendering.kolom import Definisi
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.sel import KEADAAN
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis
from sakipgen.rendering.tabel import Baris, Sel, Tabel

FOLDER: Final = PurePosixPath(alamat.API)
_TERSIRAT: Final = frozenset({"id", "indikator", "tahun"})
"""Columns that the name of the file and the column `periode` say already."""
_LEWAT: Final = frozenset({"berkas", "baris", "kategori_label"})
"""Columns of `capaian` that `realisasi` and `kategori.json` say."""
_RINGKAS: Final = ["indikator", "status", "target", "realisasi", "capaian", "kategori", "tercapai", "arah"]
"""What a period tells of each indikator."""
_TEMPAT: Final = [[column.nama for column in kolom.CAPAIAN.kolom].index(name) for name in _RINGKAS]


class Api:
    """The files of the API; what several of them look up is looked up once."""

    def __init__(self, rekap: Rekapitulasi, rilis: Rilis, tabel: Iterable[Tabel]) -> None:
        self._rekap = rekap
        self._rilis = rilis
        self._tabel = {t.nama: t for t in tabel}
        self._target: dict[str, list[BarisTarget]] = {}
        self._kelompok: dict[tuple[str, str], list[dict[str, Sel]]] = {}

    def berkas(self) -> Mapping[PurePosixPath, Isi]:
        """Returns every file by its path below the site's root."""
        rekap = self._rekap
        periods = {p.periode: p for year in rekap.tahun for p in year.periode}
        made: dict[str, Callable[[], dict[str, Any]]] = {
            "index": self._index,
            "indikator": self._daftar,
            "kategori": self._kategori,
            "status": self._status,
            **{f"indikator/{kode.lower()}": partial(self._indikator, kode) for kode in rekap.indikator},
            **{f"{jenis}/{kode.lower()}": partial(self._sasaran, jenis, kode) for jenis, kode in self._kode_sasaran()},
            **{f"bidang/{kode.lower()}": partial(self._bidang, kode) for kode in rekap.instansi.unit_kerja},
            **{f"program/{kode.lower()}": partial(self._program, kode) for kode in self._kode_program()},
            **{f"periode/{p.slug}": partial(self._periode, prd) for p, prd in periods.items()},
        }
        files: dict[PurePosixPath, Isi] = {FOLDER / f"{name}.json": partial(_tulis, isi) for name, isi in made.items()}
        files[FOLDER / "jsonstat" / "capaian.json"] = partial(jsonstat.render, rekap, self._rilis)
        return files

    # ── Lists ──

    def _kepala(self, kode: str | None = None) -> dict[str, Any]:
        """What every file says of itself."""
        rekap = self._rekap
        own = {} if kode is None else {"id": kode}
        return own | {
            "versi": self._rilis.versi,
            "revisi": rekap.revisi,
            "per_tanggal": rekap.posisi.per_tanggal,
            "status_data": rekap.instansi.status_data,
            "lisensi": opendata.LISENSI,
        }

    def _index(self) -> dict[str, Any]:
        rekap = self._rekap

        def semua(name: str, kodes: Iterable[str]) -> dict[str, Any]:
            found = sorted(kodes)
            return {"jumlah": len(found), "pola": f"{FOLDER}/{name}/{{id}}.json", "id": found}

        return self._kepala() | {
            "judul": self._rilis.judul,
            "alamat_situs": self._rilis.alamat,
            "alamat_lisensi": ALAMAT_LISENSI,
            "kutipan": self._rilis.kutipan,
            "tabel": f"{opendata.FOLDER}/datapackage.json",
            "daftar": [f"{FOLDER}/{name}.json" for name in ("indikator", "kategori", "status", "jsonstat/capaian")],
            "indikator": semua("indikator", (k.lower() for k in rekap.indikator)),
            "sasaran": semua("sasaran", (k.lower() for jenis, k in self._kode_sasaran() if jenis == "sasaran")),
            "tujuan": semua("tujuan", (k.lower() for jenis, k in self._kode_sasaran() if jenis == "tujuan")),
            "bidang": semua("bidang", (k.lower() for k in rekap.instansi.unit_kerja)),
            "program": semua("program", (k.lower() for k in self._kode_program())),
            "periode": semua("periode", (p.periode.slug for year in rekap.tahun for p in year.periode)),
        }

    def _daftar(self) -> dict[str, Any]:
        """Every indikator in a line, with its figures of the latest year that promises it."""
        latest = {row.kode: (year.setahun, row) for year in self._rekap.tahun for row in year.setahun.indikator}
        found: list[dict[str, Any]] = []
        for kode, row in self._rekap.indikator.items():
            told: dict[str, Any] = {
                "id": kode,
                "nama": row.nama,
                "satuan": row.satuan.nama,
                "tingkat": row.tingkat,
                "iku": row.iku,
                "polaritas": row.polaritas,
                "penanggung_jawab": row.penanggung_jawab,
                "berkas": alamat.api_indikator(kode),
            }
            if kode in latest:
                cells = _sel(kolom.CAPAIAN, opendata_kinerja.baris_capaian(*latest[kode]))
                told |= {name: cells[name] for name in ("periode", *_RINGKAS[1:])}
            found.append(told)
        return self._kepala() | {"indikator": found}

    def _kategori(self) -> dict[str, Any]:
        years: dict[str, Any] = {
            str(year.tahun): {"nama": year.metode.skala.nama, "dasar": year.metode.skala.dasar}
            for year in self._rekap.tahun
        }
        for year, rows in self._menurut("skala", "tahun").items():
            years[year]["kelas"] = [{k: v for k, v in row.items() if k not in {"id", "tahun"}} for row in rows]
        return self._kepala() | {"tahun": years}

    def _status(self) -> dict[str, Any]:
        words = {status: {"simbol": symbol, "kata": told} for status, (symbol, told) in KEADAAN.items()}
        return self._kepala() | {
            "status": [{"id": status, "arti": told, **words.get(status, {})} for status, told in ARTI.items()]
        }

    # ── One thing ──

    def _indikator(self, kode: str) -> dict[str, Any]:
        rekap = self._rekap
        row = rekap.indikator[kode]
        reports = [lap for year in rekap.tahun for lap in year.laporan_menurut_kode.get(kode, {}).values()]
        own = {lap.periode for lap in reports}
        figures = [
            opendata_kinerja.baris_capaian(p, found)
            for year in rekap.tahun
            for p in year.periode
            if (found := p.menurut_kode.get(kode))
            and (found.hasil.status is not Status.TIDAK_BERLAKU or p.periode in own)
        ]
        kamus = _sel(kolom.INDIKATOR, opendata_kinerja.baris_indikator(rekap, kode, row))
        changed = rekap.riwayat.menurut_indikator.get(kode) if rekap.riwayat else None
        return self._kepala(kode) | {
            "diubah_pada": changed[-1].waktu.isoformat() if changed else None,
            "halaman": alamat.indikator(kode),
            "indikator": {name: cell for name, cell in kamus.items() if name != "id" and cell is not None},
            "target": ringkas(kolom.TARGET, map(opendata_kinerja.baris_target, self._target_of(kode))),
            "realisasi": ringkas(kolom.REALISASI, map(opendata_kinerja.baris_realisasi, reports)),
            "capaian": ringkas(kolom.CAPAIAN, figures, _LEWAT),
            "komponen": {str(lap.periode): dict(lap.butir.komponen) for lap in reports if lap.butir.komponen},
            "bukti": [_bukti(one) for lap in reports for one in lap.bukti],
        }

    def _target_of(self, kode: str) -> Sequence[BarisTarget]:
        if not self._target:
            rows = (*(row for year in self._rekap.tahun for row in year.target), *self._rekap.target_lain)
            for row in rows:
                self._target.setdefault(row.kode, []).append(row)
        return self._target.get(kode, ())

    def _sasaran(self, jenis: str, kode: str) -> dict[str, Any]:
        rows = [row for row in self._menurut("sasaran", "kode").get(kode, ()) if row["jenis"] == jenis]
        last = next(
            row
            for year in reversed(self._rekap.tahun)
            for row in (year.setahun.sasaran if jenis == "sasaran" else year.setahun.tujuan)
            if row.kode == kode
        )
        return self._kepala(kode) | {
            "jenis": jenis,
            "uraian": last.uraian,
            "indikator": [row.kode for row in last.indikator],
            "capaian": _tabel(rows, frozenset({"id", "jenis", "kode", "uraian", "tahun"})),
        }

    def _bidang(self, kode: str) -> dict[str, Any]:
        unit = self._rekap.instansi.unit_kerja[kode]
        return self._kepala(kode) | {
            "nama": unit.nama,
            "jenis": unit.jenis,
            "tugas": unit.tugas,
            "halaman": alamat.bidang(kode),
            "kalender": alamat.kalender(kode),
            "indikator": [k for k, row in self._rekap.indikator.items() if row.penanggung_jawab == kode],
            "pengiriman": _tabel(self._menurut("pengiriman", "unit").get(kode, ()), frozenset({"id", "unit", "tahun"})),
        }

    def _program(self, kode: str) -> dict[str, Any]:
        """A program with its own money in every period; what lies below it with that of each year."""
        below = [row for row in self._isi("program") if _di_bawah(str(row["kode"]), kode)]
        money = [
            row
            for row in self._isi("anggaran")
            if row["kode"] == kode or (_di_bawah(str(row["kode"]), kode) and row["periode"] == str(row["tahun"]))
        ]
        own = [row for row in below if row["kode"] == kode]
        return self._kepala(kode) | {
            "nama": own[-1]["nama"],
            "sasaran": str(own[-1]["sasaran"] or "").split(),
            "penanggung_jawab": own[-1]["penanggung_jawab"],
            "program": _tabel(below, frozenset({"id", "sasaran"})),
            "anggaran": _tabel(money, frozenset({"id", "tahun"})),
        }

    def _periode(self, prd: RekapPeriode) -> dict[str, Any]:
        name = str(prd.periode)
        told = [
            opendata_kinerja.baris_capaian(prd, row)
            for row in prd.indikator
            if row.hasil.status is not Status.TIDAK_BERLAKU
        ]
        whole = self._menurut("perangkat_daerah", "periode")[name][0]
        return self._kepala(name) | {
            "label": prd.periode.label,
            "selesai": prd.selesai,
            "halaman": alamat.periode(prd.periode),
            "perangkat_daerah": {k: v for k, v in whole.items() if k not in {"id", "periode", "tahun"}},
            "sasaran": _tabel(
                self._menurut("sasaran", "periode").get(name, ()), frozenset({"id", "tahun", "periode", "uraian"})
            ),
            "indikator": _susun(_RINGKAS, (tuple(row[n] for n in _TEMPAT) for row in told), frozenset()),
        }

    # ── Look-ups ──

    def _kode_sasaran(self) -> list[tuple[str, str]]:
        years = [year.setahun for year in self._rekap.tahun]
        found = [("sasaran", row.kode) for year in years for row in year.sasaran]
        return list(dict.fromkeys([*found, *(("tujuan", row.kode) for year in years for row in year.tujuan)]))

    def _kode_program(self) -> list[str]:
        money = [year.setahun.anggaran for year in self._rekap.tahun]
        return list(dict.fromkeys(row.kode for m in money if m for row in m.baris if row.induk is None))

    def _isi(self, nama: str) -> list[dict[str, Sel]]:
        """The rows of a small table, made once."""
        if (nama, "") not in self._kelompok:
            table = self._tabel[nama]
            names = [column.nama for column in table.kolom]
            self._kelompok[nama, ""] = [dict(zip(names, row, strict=True)) for row in table.isi()]
        return self._kelompok[nama, ""]

    def _menurut(self, nama: str, kolom: str) -> Mapping[str, list[dict[str, Sel]]]:
        """The rows of a small table by one of its columns."""
        found: dict[str, list[dict[str, Sel]]] = {}
        for row in self._isi(nama):
            found.setdefault(str(row[kolom]), []).append(row)
        return found


def _tulis(isi: Callable[[], dict[str, Any]]) -> Iterator[bytes]:
    yield dumps_padat(isi()).encode()


def _di_bawah(kode: str, akar: str) -> bool:
    return kode == akar or kode.startswith(f"{akar}.")


def _sel(definisi: Definisi, row: Baris) -> dict[str, Sel]:
    return {column.nama: cell for column, cell in zip(definisi.kolom, row, strict=True)}


def ringkas(definisi: Definisi, rows: Iterable[Baris], lewat: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Returns the rows of a table about one indikator, without what the file says already."""
    return _susun([column.nama for column in definisi.kolom], rows, _TERSIRAT | lewat)


def _tabel(rows: Sequence[Mapping[str, Sel]], tersirat: frozenset[str]) -> dict[str, Any]:
    return _susun(list(rows[0]) if rows else (), (tuple(row.values()) for row in rows), tersirat)


def _susun(names: Sequence[str], rows: Iterable[Baris], tersirat: frozenset[str]) -> dict[str, Any]:
    """Returns rows as a table without the columns that are implied or empty; what all rows share is told once."""
    columns = list(zip(*rows, strict=True))
    count = len(columns[0]) if columns else 0
    told: dict[str, Baris] = {}
    shared: dict[str, Sel] = {}
    for name, cells in zip(names, columns, strict=bool(columns)):
        if name in tersirat:
            continue
        if cells.count(cells[0]) < count or (count == 1 and cells[0] is not None):
            told[name] = cells
        elif cells[0] is not None:
            shared[name] = cells[0]
    body = list(zip(*told.values(), strict=True)) if told else [()] * count
    return {"kolom": list(told), "baris": body} | ({"tetap": shared} if shared else {})


def _bukti(terbit: BuktiTerbit) -> dict[str, Any]:
    one = terbit.bukti
    told = {
        "periode": terbit.periode,
        "judul": one.judul,
        "jenis": one.jenis,
        "klasifikasi": one.klasifikasi,
        "sha256": terbit.berkas.sha256 if terbit.berkas else None,
    }
    return {name: value for name, value in told.items() if value is not None}
