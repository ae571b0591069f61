"""The lock over any sequence of proposals: what was published of a closed period changes only by a record of it.

Each proposal is a handful of edits that somebody might make, honest or not, in any order. The program sees only two
trees. This test knows nothing of how it judges them: it builds what the public would read before and after whatever was
accepted, and asks Git which koreksi and which PK came along.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from tests.usulan import PK, REALISASI, RENCANA, SIKLUS, Kantor, koreksi

PENUTUPAN: Final = "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n"
DIKLAT: Final = "data/realisasi/2024/TW1/diklat.yaml"
RENCANA_DIKLAT: Final = "data/rencana-aksi/2024/diklat.yaml"
PK_UNIT: Final = "data/perjanjian-kinerja/2024/mutasi/murni.yaml"
RENSTRA: Final = "data/renstra/2021-2026.yaml"
METODE: Final = "data/metode/2024.yaml"
BUKTI: Final = "data/bukti/2024/TW1/rekap.csv"
ANGKA: Final = ("76", "77.5", "78", "79.25")
BUKTI_ANGKA: Final = "    bukti: [{judul: Rekap, jenis: rekap, berkas: bukti/2024/TW1/rekap.csv}]\n"
BUTIR: Final = f"  IKP-01:\n    nilai: 12\n{BUKTI_ANGKA}"

Terbit = Mapping[tuple[str, str], tuple[object, ...]]
Sunting = Callable[["Meja", int], None]


class Meja:
    """The files of an office as somebody edits them: what cannot be done is left undone."""

    def __init__(self, folder: Path) -> None:
        self.kantor = Kantor(folder)
        self.folder = folder

    def ganti(self, nama: str, lama: str, baru: str) -> None:
        if (self.folder / nama).is_file() and lama in self.kantor.teks(nama):
            self.kantor.ganti(nama, lama, baru)

    def pindah(self, nama: str, baru: str) -> None:
        if (self.folder / nama).is_file() and not (self.folder / baru).exists():
            self.kantor.tulis(baru, self.kantor.teks(nama))
            (self.folder / nama).unlink()

    def hapus(self, nama: str) -> None:
        (self.folder / nama).unlink(missing_ok=True)

    def baca(self, nama: str) -> dict[str, Any]:
        return _baca(self.kantor.teks(nama)) if (self.folder / nama).is_file() else {}

    def nilai(self, kode: str) -> str | None:
        """The figure that the first quarter states, whichever unit's file states it."""
        rows = (self.baca(nama).get("butir", {}).get(kode, {}) for nama in (REALISASI, DIKLAT))
        return next((row["nilai"] for row in rows if row and "nilai" in row), None)

    def kamus(self, lama: str, baru: str, kode: str = "IKU-01") -> None:
        self.ganti(f"data/indikator/{kode}.yaml", lama, baru)


def _baca(teks: str) -> dict[str, Any]:
    """A YAML text with every scalar as it is written."""
    found = yaml.load(teks, yaml.BaseLoader)  # noqa: S506 - it makes texts only
    return found if isinstance(found, dict) else {}


# ── Edits ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _angka(meja: Meja, n: int) -> None:
    kode = ("IKU-01", "IKP-01")[n % 2]
    old, new = meja.nilai(kode), ANGKA[n % 4] if kode == "IKU-01" else str(11 + n % 4)
    if old:
        for nama in (REALISASI, DIKLAT):
            meja.ganti(nama, f"nilai: {old}\n", f"nilai: {new}\n")


def _catat(meja: Meja, n: int) -> None:
    """A record, true or false."""
    kode = ("IKU-01", "IKP-01")[n % 2]
    lama = (meja.nilai(kode), "77.5", None)[n // 2 % 3]
    baru = (meja.nilai(kode) or "78", ANGKA[n % 4])[n // 6 % 2]
    kind = ("koreksi_kesalahan", "isian_terlambat", "pencabutan")[n // 12 % 3]
    text = koreksi(lama, baru, kode, kind)
    if kind == "pencabutan":
        text = text.replace(f"nilai_baru: {baru}\n", "")
    meja.kantor.tulis(f"data/koreksi/2024/TW1/KOR-2024-{10 + n % 40}.yaml", text)


def _cabut(meja: Meja, n: int) -> None:
    old = meja.nilai("IKU-01")
    gone = "    status: tidak_tersedia\n    alasan: Daftarnya ternyata milik tahun lain.\n"
    meja.ganti(REALISASI, f"    nilai: {old}\n", gone if n % 2 else "")


def _hapus_butir(meja: Meja, n: int) -> None:
    meja.ganti(REALISASI, BUTIR, "") if n % 2 else meja.hapus(REALISASI)


def _pindah_laporan(meja: Meja, n: int) -> None:
    """To another unit's file or period and back; with the kamus and the plan, or without."""
    meja.pindah(*((REALISASI, DIKLAT), (DIKLAT, REALISASI), (REALISASI, REALISASI.replace("TW1", "TW2")))[n % 3])
    if n % 2:
        units = ("mutasi", "diklat") if n % 3 == 0 else ("diklat", "mutasi")
        for kode in ("IKU-01", "IKP-01"):
            meja.kamus(f"penanggung_jawab: {units[0]}", f"penanggung_jawab: {units[1]}", kode)
        meja.pindah(*((RENCANA, RENCANA_DIKLAT) if n % 3 == 0 else (RENCANA_DIKLAT, RENCANA)))


def _gandakan(meja: Meja, n: int) -> None:
    if (meja.folder / REALISASI).is_file():
        meja.kantor.tulis(DIKLAT, meja.kantor.teks(REALISASI).replace("77.5", ANGKA[n % 4]))


def _rencana(meja: Meja, n: int) -> None:
    lama, baru = (("TW1: 77", "TW1: 76"), ("TW2: 78", "TW2: 77.5"), ("TW4: 80", "TW4: 79"), ("TW1: 10", "TW1: 9"))[
        n % 4
    ]
    meja.ganti(RENCANA, lama, baru)


def _pk(meja: Meja, n: int) -> None:
    edits = (
        lambda: meja.ganti(PK, "target: 80", "target: 79"),
        lambda: meja.ganti(PK, "tanggal: 2024-01-15", f"tanggal: 2024-0{1 + n % 5}-20"),
        lambda: meja.pindah(PK, PK.replace("kepala", "diklat")),
        lambda: meja.pindah(PK, PK.replace("murni", "perubahan-1")),
        lambda: meja.hapus(PK_UNIT),
        lambda: meja.ganti(PK_UNIT, "target: 12", "target: 11"),
        lambda: meja.ganti(PK, "1000000", "900000"),
    )
    edits[n % len(edits)]()


def _pk_perubahan(meja: Meja, n: int) -> None:
    """Another promise, signed before or after the quarter ended, with a plan that follows it or reaches back."""
    text = meja.kantor.teks(PK) if (meja.folder / PK).is_file() else ""
    target, tanggal = ("79", "80")[n % 2], ("2024-03-01", "2024-04-05")[n // 2 % 2]
    text = text.replace("2024-01-15", tanggal).replace("80", f"{target}\n    alasan: Pagu turun.")
    meja.kantor.tulis(PK.replace("murni", f"perubahan-{1 + n % 2}"), f"alasan_perubahan: Pagu dipotong.\n{text}")
    meja.ganti(RENCANA, "TW4: 80", f"TW4: {target}")
    if n // 4 % 2:
        meja.ganti(RENCANA, "TW1: 77", "TW1: 76")


def _renstra(meja: Meja, n: int) -> None:
    edits = (
        lambda: meja.ganti(RENSTRA, "2024: 80", "2024: 79"),
        lambda: meja.pindah(RENSTRA, RENSTRA.replace("2026", "2026-p")),
        lambda: (
            meja.kantor.tulis(
                RENSTRA.replace("2026.", "2026-p."),
                f"tanggal: 2024-0{2 + n % 4}-02\n{meja.kantor.teks(RENSTRA).replace('2024: 80', '2024: 81')}",
            )
            if (meja.folder / RENSTRA).is_file()
            else None
        ),
        lambda: meja.ganti(RENSTRA, "2026: 84", "2026: 85"),
    )
    edits[n % len(edits)]()


def _cara(meja: Meja, n: int) -> None:
    edits = (
        lambda: meja.kamus("polaritas: naik", "polaritas: turun"),
        lambda: meja.kamus("agregasi: terakhir", "agregasi: rerata"),
        lambda: meja.kamus("tingkat: sasaran", "tingkat: tujuan"),
        lambda: meja.kamus("tingkat: program", "tingkat: kegiatan", "IKP-01"),
        lambda: meja.kamus("  nilai: 70", "  nilai: 71"),
        lambda: meja.kamus("maks: 100", "maks: 99"),
        lambda: meja.ganti(METODE, "batas_agregat: 120", "batas_agregat: 110"),
        lambda: meja.ganti(METODE, "min: 76", "min: 90"),
        lambda: meja.pindah(METODE, METODE.replace("2024", "2025")),
        lambda: meja.pindah("data/indikator/IKP-01.yaml", "data/indikator/IKP-02.yaml"),
    )
    edits[n % len(edits)]()


def _proses(meja: Meja, n: int) -> None:
    edits = (
        lambda: meja.ganti(SIKLUS, PENUTUPAN, ""),
        lambda: meja.ganti(SIKLUS, "tanggal: 2024-04-08", "tanggal: 2024-04-09"),
        lambda: meja.ganti(
            SIKLUS, "      hasil: disetujui\n", "      hasil: dikembalikan\n      alasan: bukti_kurang\n"
        ),
        lambda: meja.ganti(SIKLUS, "      diputus: 2024-04-04\n      hasil: disetujui\n", ""),
        lambda: meja.ganti(SIKLUS, "pengiriman:\n  mutasi:\n", "pengiriman:\n  diklat:\n"),
        lambda: meja.ganti(SIKLUS, "    waktu: 2 jam\n", "    waktu: 1 jam\n"),
        lambda: meja.hapus(SIKLUS),
        lambda: meja.pindah(SIKLUS, SIKLUS.replace("TW1", "TW2")),
    )
    edits[n % len(edits)]()


def _bukti(meja: Meja, n: int) -> None:
    meja.kantor.tulis(BUKTI, f"{n % 3}\n") if n % 2 else meja.pindah(BUKTI, BUKTI.replace("rekap", "baru"))


def _hapus_koreksi(meja: Meja, n: int) -> None:
    for path in sorted((meja.folder / "data/koreksi").glob("*/*/*.yaml"))[n % 2 : n % 2 + 1]:
        path.unlink()


def _rapikan(meja: Meja, n: int) -> None:
    """What changes nothing: comments, quotes, order, line ends."""
    edits = (
        lambda: meja.ganti(REALISASI, "butir:\n", f"# ditinjau {n}\nbutir:\n"),
        lambda: meja.ganti(REALISASI, "nilai: 77.5\n", "nilai: '77.50'\n"),
        lambda: meja.ganti(REALISASI, "nilai: '77.50'\n", "nilai: 77.5\n"),
        lambda: meja.ganti(
            PK, "tanggal: 2024-01-15\npihak_pertama: kepala\n", "pihak_pertama: kepala\ntanggal: 2024-01-15\n"
        ),
        lambda: meja.ganti(SIKLUS, "pengukuran:\n", "# dicatat\npengukuran:\n"),
        lambda: meja.ganti(RENCANA, "\n", "\r\n") if "\r" not in meja.kantor.teks(RENCANA) else None,
    )
    edits[n % len(edits)]()


SUNTINGAN: Final[tuple[Sunting, ...]] = (
    *(_angka, _catat, _cabut, _hapus_butir, _pindah_laporan, _gandakan, _rencana, _pk, _pk_perubahan, _renstra),
    *(_cara, _proses, _proses, _bukti, _hapus_koreksi, _rapikan),
)
EDIT: Final = st.tuples(st.sampled_from(SUNTINGAN), st.sampled_from(range(72)))


class Usulan(RuleBasedStateMachine):
    """Proposals before and after closing, and what the public reads of the closed quarter."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.nomor = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(tutup=st.sampled_from([True, True, False]))
    def mulai(self, tutup: bool) -> None:
        """Two figures, one promised by the Kepala and one by a unit; closed, or open for a while."""
        self.meja = meja = Meja(self.folder)
        meja.kamus("frekuensi: tahunan", "frekuensi: triwulanan", "IKP-01")
        meja.ganti(RENCANA, "  IKP-01: {}\n", "  IKP-01:\n    target: {TW1: 10, TW2: 11, TW3: 12, TW4: 12}\n")
        meja.kantor.tulis(BUKTI, "a\n")
        meja.kantor.tulis(REALISASI, meja.kantor.teks(REALISASI) + BUTIR)
        if not tutup:
            meja.ganti(SIKLUS, PENUTUPAN, "")
        meja.kantor.simpan()
        self.terbit = self._terbit()
        assert self.terbit is not None
        assert len(self.terbit) == 2

    # ── What the public reads ──

    def _terbit(self) -> Terbit | None:
        """Realisasi, target, capaian and kategori of the first quarter; None where nothing can be published."""
        rekap = Project(self.folder).build().rekap
        if rekap is None:
            return None
        return {
            (str(period.periode), kode): (row.hasil.realisasi, row.hasil.target, *_capaian(row))
            for year in rekap.tahun
            for period in year.periode
            if period.periode == Periode(2024, "TW1")
            for kode, row in period.menurut_kode.items()
            if row.hasil.realisasi is not None or row.hasil.target is not None
        }

    def _ditutup(self) -> bool:
        return "penutupan" in self.meja.baca(SIKLUS)

    def _baru(self, pola: str) -> Iterator[dict[str, Any]]:
        """What the files say that the last proposal brought."""
        told = self.meja.kantor.repo.git(
            "diff", "--name-only", "--diff-filter=A", "--no-renames", "HEAD~1", "HEAD", "--", pola
        )
        yield from (self.meja.baca(nama) for nama in told.splitlines())

    def _tercatat(self, kode: str, realisasi: object) -> bool:
        """Whether a record of the last proposal says that a figure is this one, or a PK promises it otherwise."""
        said = [row for row in self._baru("data/koreksi") if row["indikator"] == kode]
        if any(realisasi == (Decimal(row["nilai_baru"]) if "nilai_baru" in row else None) for row in said):
            return True
        return any(
            kode in row["butir"] and row["tanggal"] <= "2024-03-31" for row in self._baru("data/perjanjian-kinerja")
        )

    # ── Proposals ──

    def _usul(self) -> bool:
        """Whether the proposal that lies there is accepted; it is merged then, else taken back."""
        closed = self._ditutup_pada_dasar()
        kantor = self.meja.kantor
        accepted = not kantor.tinjau().report.has_errors
        if accepted:
            kantor.simpan(f"Usulan {self.nomor}")
            before, self.terbit = self.terbit, self._terbit()
            if closed:
                self._periksa(before or {}, self.terbit)
        else:
            kantor.repo.git("reset", "-q", "--hard")
            kantor.repo.git("clean", "-qfd")
        return accepted

    def _ditutup_pada_dasar(self) -> bool:
        return "penutupan" in _baca(self.meja.kantor.repo.git("show", f"HEAD:{SIKLUS}"))

    def _periksa(self, before: Terbit, after: Terbit | None) -> None:
        assert after is not None, "what was accepted can be published"
        for key in before.keys() | after.keys():
            one, other = before.get(key), after.get(key)
            moved = other[0] if other else None
            assert one == other or self._tercatat(key[1], moved), (key, one, other)

    @rule(edits=st.lists(EDIT, min_size=1, max_size=3))
    def usul(self, edits: list[tuple[Sunting, int]]) -> None:
        """Any edits together."""
        self.nomor += 1
        for edit, n in edits:
            edit(self.meja, n)
        self._usul()

    @precondition(lambda self: self._ditutup())
    @rule(baru=st.sampled_from([angka for angka in ANGKA if angka > "77"]))
    def koreksi_benar(self, baru: str) -> None:
        """An honest correction is never refused."""
        old = self.meja.nilai("IKU-01")
        if old and Decimal(old) != Decimal(baru) and (self.folder / REALISASI).is_file():
            self.nomor += 1
            self.meja.ganti(REALISASI, f"nilai: {old}\n", f"nilai: {baru}\n")
            self.meja.ganti(REALISASI, f"nilai: '{old}'\n", f"nilai: {baru}\n")
            name = f"data/koreksi/2024/TW1/KOR-2024-{100 + self.nomor}.yaml"
            self.meja.kantor.tulis(name, koreksi(old, baru))
            assert self._usul()

    @rule(n=st.integers(0, 71))
    def rapikan(self, n: int) -> None:
        """What changes nothing is never refused."""
        _rapikan(self.meja, n)
        assert self._usul()

    @precondition(lambda self: not self._ditutup())
    @rule()
    def tutup(self) -> None:
        if (self.folder / SIKLUS).is_file():
            self.meja.kantor.tulis(SIKLUS, self.meja.kantor.teks(SIKLUS).rstrip("\n") + f"\n{PENUTUPAN}")
            assert self._usul()


def _capaian(row: Any) -> tuple[object, object]:
    reached = row.hasil.capaian
    return (reached.capaian, reached.kelas.kode) if reached else (None, None)


TestUsulan = Usulan.TestCase
TestUsulan.settings = settings(
    max_examples=12, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
