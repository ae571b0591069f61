"""The lock over any sequence of proposals: a closed figure never changes without its record, whatever came before.

The model knows only what was accepted; the program sees only two trees.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.usulan import REALISASI, SIKLUS, Kantor, koreksi

ANGKA = st.sampled_from(["76", "77.5", "78", "79.25"])
PENUTUPAN = "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n"


class Usulan(RuleBasedStateMachine):
    """Proposals of one figure, with a record or without, true or false, and of closing and opening the period."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.angka = "77.5"
        self.tutup = False
        self.tercatat: list[str] = []
        """The figures that records and open days account for, the last one standing."""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def mulai(self) -> None:
        self.kantor = Kantor(self.folder)
        self.kantor.ganti(SIKLUS, PENUTUPAN, "")
        self.kantor.simpan()

    def _usul(self) -> bool:
        """Whether the proposal that lies there is accepted; it is merged then, else taken back."""
        accepted = not self.kantor.tinjau().report.has_errors
        if accepted:
            self.kantor.simpan("Diterima")
        else:
            self.kantor.repo.git("reset", "-q", "--hard")
            self.kantor.repo.git("clean", "-qfd")
        return accepted

    def _tulis(self, baru: str) -> None:
        self.kantor.ganti(REALISASI, f"nilai: {self.angka}\n", f"nilai: {baru}\n")

    @rule(baru=ANGKA)
    def ubah(self, baru: str) -> None:
        """The figure alone: free while open, refused once closed."""
        self._tulis(baru)
        accepted = self._usul()
        assert accepted is (not self.tutup or baru == self.angka)
        if accepted:
            self.angka = baru

    @rule(lama=ANGKA, baru=ANGKA, disebut=ANGKA)
    def koreksi(self, lama: str, baru: str, disebut: str) -> None:
        """The figure with a record: accepted where the period is closed and the record tells the truth."""
        self._tulis(baru)
        name = f"KOR-2024-{len(self.tercatat) + 10}"
        self.kantor.tulis(f"data/koreksi/2024/TW1/{name}.yaml", koreksi(lama, disebut))
        accepted = self._usul()
        assert accepted is (self.tutup and lama == self.angka and disebut == baru and baru != lama)
        if accepted:
            self.angka = baru
            self.tercatat.append(name)

    @rule()
    def tutup_periode(self) -> None:
        if not self.tutup:
            self.kantor.tulis(SIKLUS, self.kantor.teks(SIKLUS) + PENUTUPAN)
            assert self._usul()
            self.tutup = True

    @rule(baru=ANGKA)
    def buka_periode(self, baru: str) -> None:
        """To open a closed period again, with a change in the same breath, is refused."""
        if self.tutup:
            self.kantor.ganti(SIKLUS, PENUTUPAN, "")
            self._tulis(baru)
            assert not self._usul()

    @rule()
    def hapus_koreksi(self) -> None:
        if self.tercatat:
            (self.folder / f"data/koreksi/2024/TW1/{self.tercatat[-1]}.yaml").unlink()
            assert not self._usul()

    @invariant()
    def data_utama_menyebut_angka_yang_diterima(self) -> None:
        if hasattr(self, "kantor"):
            assert f"nilai: {self.angka}\n" in self.kantor.repo.git("show", f"HEAD:{REALISASI}") + "\n"


TestUsulan = Usulan.TestCase
TestUsulan.settings = settings(
    max_examples=5, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
