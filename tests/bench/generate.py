"""A valid data tree of any size: kegiatan indikator, ten files about every four of them, about 1 KB a file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sakipgen.reading.revisi import ZONA
from tests.jejak import catatan, simpan_jejak
from tests.repo import Aliran, Repo

TAHUN: Final = 2024
PER_COMMIT: Final = 12
"""So many files one commit changes in the benchmark of history."""
PER_UNIT: Final = 4
"""So many indikator one unit reports in one file of about 1 KB."""
TRIWULAN: Final = ("TW1", "TW2", "TW3", "TW4")


_SEKRETARIS: Final = "bkpsdm-sekretaris"
_MULAI: Final = "2026-11-02T09:00:00+07:00"


def write_tree(root: Path, indikator: int, per_unit: int = PER_UNIT) -> list[Path]:
    """Writes `data/` with so many indikator below a folder and returns the paths of its files."""
    found: list[Path] = []
    for name, text in sorted(texts(indikator, per_unit).items()):
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        found.append(path)
    return found


def write_history(root: Path, indikator: int, versi: int) -> tuple[int, int]:
    """Makes a repository of the data and mends its reports, a dozen files a commit, until there are so many versions.

    Returns the number of versions and of commits.
    """
    files = {f"data/{name}": text for name, text in sorted(texts(indikator, PER_UNIT).items())}
    reports = [name for name in files if name.startswith("data/realisasi/")]
    stream = Aliran()
    day = datetime(TAHUN, 2, 1, 9, tzinfo=ZONA)
    stream.ujung = stream.catat("main", files, day, "Awal", [0])
    made, commits = len(files), 1
    while made < versi:
        some = [reports[(made + n) % len(reports)] for n in range(PER_COMMIT)]
        mended = {name: files[name].replace("nilai: ", f"nilai: {commits % 9 + 1}") for name in some}
        stream.ujung = stream.catat("main", mended, day + timedelta(hours=commits), "Laporan", [stream.ujung])
        made, commits = made + len(some), commits + 1
    Repo(root).impor(stream.isi())
    return made, commits


def write_proposal(root: Path, indikator: int, berkas: int) -> int:
    """Makes a repository of the data with a branch `usulan` that changes so many reports, and the sums beside them.

    Returns how many files it changes.
    """
    files = {f"data/{name}": text for name, text in sorted(texts(indikator, PER_UNIT).items())}
    reports = [name for name in files if name.startswith("data/realisasi/")][:: max(1, len(files) // berkas // 10)]
    changed = {name: files[name].replace("total: ", "total: 1") for name in reports[:berkas]}
    stream = Aliran()
    day = datetime(TAHUN, 2, 1, 9, tzinfo=ZONA)
    base = stream.catat("main", files, day, "Awal", [0])
    stream.catat("usulan", changed, day + timedelta(hours=1), "Laporan", [base])
    Repo(root).impor(stream.isi())
    return len(changed)


def write_merges(root: Path, data: Path, banyak: int) -> int:
    """Makes a repository of an office's data with so many proposals merged and recorded, and returns how many."""
    repo = Repo(root)
    shutil.copytree(data, root / "data")
    plans = sorted((root / "data" / "rencana-aksi").glob("*/*.yaml"))[-5:]
    repo.catat({}, _MULAI)
    records: dict[str, str] = {}
    for nomor in range(1, banyak + 1):
        plan = plans[nomor % len(plans)]
        repo.git("switch", "-q", "-C", "usulan", "main")
        text = f"{plan.read_text('utf-8').rstrip()}\n# {nomor}\n"
        head = repo.catat({plan.relative_to(root).as_posix(): text}, _MULAI)
        repo.git("switch", "-q", "main")
        repo.git("merge", "-q", "--no-ff", "-m", "Penggabungan", head, waktu=_MULAI)
        who = {
            "pengirim": f"bkpsdm-{plan.stem}",
            "penyetuju": "bkpsdm-sekretaris",
            "digabung_oleh": "bkpsdm-sekretaris",
        }
        merge = repo.git("rev-parse", "HEAD")
        records[f"2024/{nomor}.json"] = json.dumps(catatan(nomor, revisi=head, gabungan=merge, **who))
    simpan_jejak(repo, records)
    return banyak


def indikator_for(files: int) -> int:
    """Returns how many indikator make a tree of about so many files."""
    per_unit = PER_UNIT + len(TRIWULAN) + 2
    return max(1, files // per_unit) * PER_UNIT


def texts(indikator: int, per_unit: int) -> Mapping[str, str]:
    """Returns the files by their path below `data/`."""
    kodes = [f"IKK-{n:05}" for n in range(1, indikator + 1)]
    units = {f"u{n // per_unit + 1:04}": kodes[n : n + per_unit] for n in range(0, indikator, per_unit)}
    found = {
        "instansi.yaml": _instansi(list(units)),
        f"metode/{TAHUN}.yaml": _METODE,
        "renstra/2021-2026.yaml": _RENSTRA,
        "indikator/IKU-01.yaml": _indikator("u0001", "Indeks profesionalitas", "sasaran"),
        f"perjanjian-kinerja/{TAHUN}/kepala/murni.yaml": _pk(["IKU-01"]),
        f"program/{TAHUN}.yaml": _program(units),
        f"anggaran/{TAHUN}/TW4.yaml": _anggaran(units),
    }
    for unit, members in units.items():
        found |= dict(_unit_files(unit, members))
    return found


def _unit_files(unit: str, members: list[str]) -> Iterator[tuple[str, str]]:
    for kode in members:
        yield f"indikator/{kode}.yaml", _indikator(unit, f"Persentase layanan {kode} yang tepat waktu", "kegiatan")
    yield f"perjanjian-kinerja/{TAHUN}/{unit}/murni.yaml", _pk(members)
    own = ["IKU-01", *members] if unit == "u0001" else members
    yield f"rencana-aksi/{TAHUN}/{unit}.yaml", _rencana(own)
    for n, segment in enumerate(TRIWULAN):
        rows = "".join(_realisasi(kode, n, i) for i, kode in enumerate(own))
        yield f"realisasi/{TAHUN}/{segment}/{unit}.yaml", f"butir:\n{rows}"


def _instansi(units: list[str]) -> str:
    rows = "".join(
        f"  {unit}: {{nama: Bidang {unit}, jenis: bidang, tugas: Melayani., kepala: kabid}}\n" for unit in units
    )
    return _INSTANSI.replace("UNIT\n", rows)


def _indikator(unit: str, nama: str, tingkat: str) -> str:
    return f"""\
nama: {nama}
tingkat: {tingkat}
iku: {"ya" if tingkat == "sasaran" else "tidak"}
tipe_hasil: output
satuan:
  nama: persen
  tipe: persen
desimal: 2
definisi_operasional: >-
  Bagian dari semua permohonan yang selesai dalam batas waktu standar pelayanan, dihitung sejak berkas lengkap sampai
  keputusan diserahkan. Permohonan yang ditarik kembali tidak dihitung.
alasan_pemilihan: >-
  Waktu layanan adalah hal pertama yang dirasakan pegawai, dan keterlambatan menunda hak mereka.
formula_teks: Permohonan yang selesai tepat waktu dibagi semua permohonan, dikalikan 100.
komponen:
  tepat: Permohonan yang selesai tepat waktu
  total: Semua permohonan
rumus: tepat / total * 100
polaritas: naik
agregasi: rasio
mode_target: per_periode
frekuensi: triwulanan
batas:
  min: 0
  maks: 100
baseline:
  tahun: 2020
  nilai: 71.25
sumber_data: Sistem informasi kepegawaian
metode_pengumpulan: Ditarik dari aplikasi pada hari kerja pertama sesudah triwulan berakhir.
penanggung_jawab: {unit}
"""


def _pk(members: list[str]) -> str:
    rows = "".join(f"  {kode}:\n    target: 80\n" for kode in members)
    return f"nomor: 800/1/{TAHUN}\ntanggal: {TAHUN}-01-15\npihak_pertama: kabid\nbutir:\n{rows}"


def _rencana(members: list[str]) -> str:
    targets = "".join(f"      {segment}: {77 + n}\n" for n, segment in enumerate(TRIWULAN))
    return "butir:\n" + "".join(
        f"  {kode}:\n    target:\n{targets}    aksi:\n      - uraian: Menyederhanakan syarat\n"
        "        keluaran: Satu keputusan\n        jadwal: [TW1, TW2]\n        pelaksana: kabid\n"
        for kode in members
    )


def _realisasi(kode: str, segment: int, n: int) -> str:
    total = 900 + 7 * segment + n
    return f"""\
  {kode}:
    komponen:
      tepat: {total * (81 + segment + n % 9) // 100 + 1}
      total: {total}
    bukti:
      - judul: Rekapitulasi layanan {TRIWULAN[segment]}
        jenis: rekapitulasi
        nomor_arsip: 800/{total}/{TAHUN}
    faktor_pendorong: Syarat yang tidak perlu dihapus dan berkas diperiksa pada hari yang sama.
"""


def _program(units: Mapping[str, list[str]]) -> str:
    listed = "".join(
        f"  5.03.02.{unit}:\n    nama: Layanan {unit}\n    penanggung_jawab: {unit}\n"
        f"    indikator: [{', '.join(members)}]\n"
        for unit, members in units.items()
    )
    leaves = "".join(
        f"  {kode}:\n    nama: Penyelenggaraan\n    penanggung_jawab: u0001\n"
        "    pagu:\n      murni: 125000000\n    sumber_dana: PAD\n"
        for kode in _sub_kegiatan(units)
    )
    return (
        "versi_nomenklatur: Kepmendagri 900\nsumber: DPA\nprogram:\n  5.03.02:\n    nama: Program Kepegawaian\n"
        f"    sasaran: S1\n    penanggung_jawab: u0001\nkegiatan:\n{listed}sub_kegiatan:\n{leaves}"
    )


def _anggaran(units: Mapping[str, list[str]]) -> str:
    rows = "".join(f"  {kode}:\n    realisasi: 118000000\n" for kode in _sub_kegiatan(units))
    return f"sumber: LRA\ntanggal_data: {TAHUN + 1}-01-05\nbutir:\n{rows}"


def _sub_kegiatan(units: Iterable[str]) -> list[str]:
    """One for every tenth unit, so that no file outgrows what reading takes."""
    return [f"5.03.02.{unit}.1" for unit in list(units)[::10]]


_INSTANSI: Final = """\
nama: Pemerintah Kabupaten Contoh
daerah: Kabupaten Contoh
jenis: kabupaten
kode_wilayah: "13.01"
provinsi: Sumatera Barat
kepala_daerah: Bupati Contoh
status_data: contoh
posisi_contoh: 2025-02-14
perangkat_daerah:
  nama: Badan Kepegawaian
  singkatan: BK
  jenis: badan
  urusan: ["5.03"]
  tugas: Mengelola kepegawaian daerah.
unit_kerja:
UNIT
jabatan:
  kepala:
    nama: Kepala Badan
  kabid:
    nama: Kepala Bidang
tim_sakip:
  nomor_sk: 800/1/2024
  tanggal: 2024-01-02
  ketua: kepala
  anggota:
    - jabatan: kabid
      peran: anggota
"""
_METODE: Final = """\
nama: Metode pengukuran tahun 2024
dasar_hukum:
  - Peraturan Bupati Contoh Nomor 1 Tahun 2024
formula:
  turun: turun_selisih
batas_agregat: 120
skala:
  nama: Skala nilai peringkat kinerja
  dasar: Permendagri 86 Tahun 2017
  celah: bulatkan
  kelas:
    - {kode: sangat-tinggi, label: Sangat Tinggi, min: 91}
    - {kode: tinggi, label: Tinggi, min: 76, maks: 90}
    - {kode: sedang, label: Sedang, min: 66, maks: 75}
    - {kode: rendah, label: Rendah, min: 51, maks: 65}
    - {kode: sangat-rendah, label: Sangat Rendah, maks: 50}
agregasi_sasaran: rerata
agregasi_perangkat_daerah: rerata_sasaran
tenggat:
  bulanan: 5
  triwulanan: 10
  semesteran: 15
  tahunan: 31
"""
_RENSTRA: Final = """\
nama: Renstra Badan Kepegawaian 2021–2026
tahun_awal: 2021
tahun_akhir: 2026
dokumen_induk: RPJMD Kabupaten Contoh 2021–2026
tujuan:
  T1:
    uraian: Terwujudnya pegawai yang profesional.
sasaran:
  S1:
    uraian: Meningkatnya profesionalitas pegawai.
    tujuan: T1
    indikator: [IKU-01]
target:
  IKU-01:
    2024: 80
    2026: 84
"""
