"""D-01, D-02, D-08, D-09, J-01, J-02: who may propose what, and who approves it."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.dataset import LAYOUT
from sakipgen.domain.pengguna import Akun, Pengguna, Peran
from sakipgen.reviewing.kepemilikan import HAK, MILIK_UNIT, Pelaku, pemisahan_tugas
from tests.usulan import PK, REALISASI, RENCANA, Kantor, kode, koreksi

HARI = date(2024, 4, 9)
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


def said(kantor: Kantor, pengirim: str | None, code: str) -> list[str]:
    """The files against which a code speaks."""
    found = kantor.tinjau(pengirim=pengirim)
    return [str(d.path) for d in found.report.diagnostics if d.code == code]


# ── Files of units ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pengirim", "allowed"),
    [
        ("bk-mutasi", True),
        ("@BK-Mutasi", True),
        ("bk-tim", True),
        ("bk-sekretaris", True),
        ("bk-diklat", False),
        ("bk-kepala", False),
        ("bk-admin", False),
    ],
)
def test_d01_a_file_of_a_unit_is_its_own_and_the_teams(kantor: Kantor, pengirim: str, allowed: bool) -> None:
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert said(kantor, pengirim, "K001") == ([] if allowed else [RENCANA])


def test_without_an_account_nothing_is_said_of_ownership(kantor: Kantor) -> None:
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert kode(kantor.tinjau()) == []


def test_d02_both_sides_of_a_rename_are_somebodys(kantor: Kantor) -> None:
    kantor.simpan()
    (kantor.folder / RENCANA).rename(kantor.folder / "data/rencana-aksi/2024/diklat.yaml")
    assert said(kantor, "bk-diklat", "K001") == [RENCANA]
    assert said(kantor, "bk-mutasi", "K001") == ["data/rencana-aksi/2024/diklat.yaml"]


def test_a_new_account_counts_only_once_it_is_merged(kantor: Kantor) -> None:
    kantor.simpan()
    kantor.ganti("data/pengguna.yaml", "{peran: bidang, unit: diklat,", "{peran: administrator, unit: diklat,")
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert said(kantor, "bk-diklat", "K001") == ["data/pengguna.yaml", RENCANA]


@pytest.mark.parametrize(("pengirim", "allowed"), [("bk-admin", True), ("bk-tim", False), ("bk-sekretaris", False)])
def test_policy_is_the_administrators(kantor: Kantor, pengirim: str, allowed: bool) -> None:
    kantor.simpan()
    kantor.ganti("data/instansi.yaml", "Kabupaten Contoh", "Kabupaten Misal")
    assert bool(said(kantor, pengirim, "K001")) is not allowed


@pytest.mark.parametrize(("pengirim", "allowed"), [("bk-mutasi", True), ("bk-diklat", False), ("bk-tim", True)])
def test_a_correction_belongs_to_the_unit_of_its_indikator(kantor: Kantor, pengirim: str, allowed: bool) -> None:
    kantor.simpan()
    path = "data/koreksi/2024/TW1/KOR-2024-02.yaml"
    kantor.tulis(path, koreksi("77.5", "78"))
    assert (path in said(kantor, pengirim, "K001")) is not allowed


def test_evidence_belongs_to_whose_files_name_it(kantor: Kantor) -> None:
    """New evidence may come from any unit; what the base knows belongs to the unit that named it."""
    kantor.tulis("data/bukti/2024/TW1/rekap.csv", "a\n")
    kantor.tulis("data/bukti/2024/TW1/siklus.csv", "a\n")
    kantor.ganti(REALISASI, "nomor_arsip: 800/12/2024", "berkas: bukti/2024/TW1/rekap.csv")
    kantor.ganti(
        "data/siklus/2024/TW1.yaml",
        "    waktu: 5 menit\n",
        "    waktu: 5 menit\n    naskah: {judul: Surat, jenis: surat, berkas: bukti/2024/TW1/siklus.csv}\n",
    )
    kantor.simpan()
    kantor.tulis("data/bukti/2024/TW1/rekap.csv", "b\n")
    kantor.tulis("data/bukti/2024/TW1/siklus.csv", "b\n")
    kantor.tulis("data/bukti/2024/TW2/baru.csv", "b\n")
    assert said(kantor, "bk-diklat", "K001") == ["data/bukti/2024/TW1/rekap.csv", "data/bukti/2024/TW1/siklus.csv"]
    assert said(kantor, "bk-mutasi", "K001") == ["data/bukti/2024/TW1/siklus.csv"]
    assert said(kantor, "bk-tim", "K001") == []


def test_who_names_the_evidence_of_another_does_not_own_it(kantor: Kantor) -> None:
    """What a koreksi of the unit names too stays its own; what another unit or a shared file names does not."""
    bukti = {name: f"data/bukti/2024/TW1/{name}.csv" for name in ("sendiri", "berdua", "bersama")}
    for path in bukti.values():
        kantor.tulis(path, "a\n")
    named = "".join(f"      - {{judul: {k}, jenis: laporan, berkas: {v[5:]}}}\n" for k, v in bukti.items())
    kantor.ganti(REALISASI, "    bukti:\n", f"    bukti:\n{named}")
    own = koreksi("77.4", "77.5").replace("nomor_arsip: 800/15/2024", f"berkas: {bukti['sendiri'][5:]}")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-02.yaml", own)
    other = (
        f"butir:\n  IKK-01:\n    nilai: 1\n    bukti:\n      - {{judul: x, jenis: x, berkas: {bukti['berdua'][5:]}}}\n"
    )
    kantor.tulis("data/realisasi/2024/TW1/diklat.yaml", other)
    kantor.ganti(
        "data/siklus/2024/TW1.yaml",
        "    waktu: 5 menit\n",
        f"    waktu: 5 menit\n    naskah: {{judul: Surat, jenis: surat, berkas: {bukti['bersama'][5:]}}}\n",
    )
    kantor.simpan()
    for path in bukti.values():
        kantor.tulis(path, "b\n")
    assert said(kantor, "bk-mutasi", "K001") == [bukti["berdua"], bukti["bersama"]]
    assert said(kantor, "bk-diklat", "K001") == sorted(bukti.values())
    assert said(kantor, "bk-tim", "K001") == []
    (row, _) = (d for d in kantor.tinjau(pengirim="bk-mutasi").report.diagnostics if d.code == "K001")
    assert "bukti ini bukan hanya miliknya, jadi ini wewenang Tim SAKIP atau Sekretaris; unggah" in row.message


@pytest.mark.parametrize(("pengirim", "allowed"), [("bk-mutasi", True), ("bk-diklat", False)])
def test_the_narrative_of_a_sasaran_is_of_the_units_behind_it(kantor: Kantor, pengirim: str, allowed: bool) -> None:
    path = "data/narasi/2024/sasaran/S1.yaml"
    kantor.simpan()
    kantor.tulis(path, kantor.teks(path).rstrip("\n") + "\n# ditinjau\n")
    assert (said(kantor, pengirim, "K001") == []) is allowed


def test_a_file_that_no_row_claims_is_the_teams(kantor: Kantor) -> None:
    kantor.simpan()
    kantor.tulis("data/catatan.txt", "x")
    assert kode(kantor.tinjau(pengirim="bk-mutasi")) == ["K001", "R010"]
    assert kode(kantor.tinjau(pengirim="bk-tim")) == ["R010"]


def test_every_kind_of_file_is_somebodys() -> None:
    assert set(HAK) == {jenis.skema for jenis in LAYOUT}
    assert set(HAK) >= MILIK_UNIT
    assert all(HAK.values())


def test_the_guide_says_the_same() -> None:
    """The column «Diisi oleh» of the guide: a unit where files belong to one, else the role."""
    guide = (ROOT / "docs" / "panduan" / "berkas.md").read_text("utf-8")
    rows = [line.split(" | ") for line in guide.splitlines() if line.startswith("| `") and line.count(" | ") == 3]
    told = {row[3].strip("`| "): row[2] for row in rows}
    for skema, roles in HAK.items():
        owner = told[skema]
        assert (owner == "administrator") == (roles == {Peran.ADMINISTRATOR}), skema
        assert owner.startswith("Bidang") == (skema in MILIK_UNIT - {"koreksi"}), skema


# ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("pengirim", ["bk-lama", "bk-formulir", "siapa", ""])
def test_an_account_that_does_not_count(kantor: Kantor, pengirim: str) -> None:
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert kode(kantor.tinjau(pengirim=pengirim)) == ["K006"]


def test_an_account_counted_on_the_day_it_was_sent(kantor: Kantor) -> None:
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert kode(kantor.tinjau(pengirim="bk-lama", dikirim="2024-03-31T23:00:00+07:00")) == []


def test_a_proposal_does_not_choose_the_day_of_its_own_duties(kantor: Kantor) -> None:
    """Where nobody says when it was sent, the day of the base counts: its own, else that of its revision."""
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.ganti("data/instansi.yaml", "posisi_contoh: 2024-04-10", "posisi_contoh: 2024-03-30")
    assert "K006" in kode(kantor.tinjau(pengirim="bk-lama"))
    kantor.repo.git("checkout", "-q", ".")
    kantor.ganti("data/instansi.yaml", "posisi_contoh: 2024-04-10\n", "")
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.repo.catat({}, "2024-03-30T09:00:00+07:00", "Dibuat mundur")
    assert "K006" in kode(kantor.tinjau(dasar="main~1", usulan="main", pengirim="bk-lama"))


def test_without_accounts_in_the_base_no_sender_is_known(kantor: Kantor) -> None:
    accounts = kantor.teks("data/pengguna.yaml")
    (kantor.folder / "data/pengguna.yaml").unlink()
    kantor.simpan()
    kantor.tulis("data/pengguna.yaml", accounts)
    assert kode(kantor.tinjau(pengirim="bk-admin")) == ["K006"]


# ── Data and system ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("pengirim", ["bk-mutasi", "bk-admin", None])
def test_d09_j01_j02_data_and_system_never_together(kantor: Kantor, pengirim: str | None) -> None:
    kantor.tulis(".github/workflows/periksa.yml", "on: pull_request\n")
    kantor.tulis("mkdocs.yml", "site_name: x\n")
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.tulis(".github/workflows/periksa.yml", "on: {}\n")
    kantor.tulis("mkdocs.yml", "site_name: x\nhooks: [a.py]\n")
    assert said(kantor, pengirim, "K003") == [".github/workflows/periksa.yml", "mkdocs.yml"]


def test_system_files_alone_are_the_administrators(kantor: Kantor) -> None:
    kantor.tulis("mkdocs.yml", "site_name: x\n")
    kantor.simpan()
    (kantor.folder / "mkdocs.yml").unlink()
    assert said(kantor, "bk-tim", "K003") == ["mkdocs.yml"]
    assert said(kantor, "bk-admin", "K003") == []


def test_a_symbolic_link_is_seen_in_data_and_outside(kantor: Kantor) -> None:
    kantor.simpan()
    (kantor.folder / REALISASI).unlink()
    (kantor.folder / REALISASI).symlink_to("/etc/passwd")
    (kantor.folder / "Makefile").symlink_to("/etc/passwd")
    assert {"K003", "Y012"} <= set(kode(kantor.tinjau(pengirim="bk-mutasi")))


def test_changes_beside_the_office_are_seen(tmp_path: Path) -> None:
    """The office in a folder of a larger repository: what lies beside it is system too."""
    kantor = Kantor(tmp_path / "kantor")
    (tmp_path / "kantor" / ".git").rename(tmp_path / ".git")
    kantor.repo.folder = tmp_path
    kantor.simpan()
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    (tmp_path / "Makefile").write_text("all:\n")
    assert said(kantor, "bk-mutasi", "K003") == ["../Makefile"]


def test_an_unknown_base_is_refused(kantor: Kantor) -> None:
    kantor.simpan()
    for name in ("tidak-ada", "--output=x", ""):
        with pytest.raises(PemakaianError, match="tidak ada dalam repositori"):
            kantor.tinjau(dasar=name)


# ── Separation of duties ─────────────────────────────────────────────────────────────────────────────────────────

PENGGUNA = Pengguna(
    akun={
        "a": Akun(peran=Peran.BIDANG, unit="mutasi"),
        "b": Akun(peran=Peran.TIM_SAKIP),
        "sek": Akun(peran=Peran.SEKRETARIS),
        "kep": Akun(peran=Peran.KEPALA),
        "wakil": Akun.model_validate(
            {"peran": "tim_sakip", "plh": [{"sebagai": "sekretaris", "sejak": "2024-04-01", "sampai": "2024-04-09"}]}
        ),
        "antrean[bot]": Akun(peran=Peran.ROBOT),
    }
)


def against(pelaku: Pelaku, hari: date = HARI, wajib: frozenset[Peran] = frozenset({Peran.SEKRETARIS})) -> list[str]:
    found = list(pemisahan_tugas(PENGGUNA, PurePosixPath("data"), pelaku, hari, wajib))
    assert {issue.code for issue in found} <= {"K002"}
    return [issue.message for issue in found]


@pytest.mark.parametrize(
    "pelaku",
    [
        Pelaku(pengirim="a", penyetuju=("sek",), penggabung="sek"),
        Pelaku(pengirim="a", pencatat=("a", "antrean[bot]"), penyetuju=("SEK", "b"), penggabung="antrean[bot]"),
        Pelaku(pengirim="a", penyetuju=("wakil",), penggabung="wakil"),
    ],
)
def test_a_proposal_approved_by_another(pelaku: Pelaku) -> None:
    assert against(pelaku) == []


def test_d08_who_sends_does_not_approve() -> None:
    own, missing = against(Pelaku(pengirim="@Sek", penyetuju=("sek",)))
    assert "pengirim (`sek`) tidak boleh menyetujui usulannya sendiri" in own
    assert "belum disetujui Sekretaris" in missing
    assert "penulis (`sek`) tidak boleh" in against(Pelaku(pengirim="a", pencatat=("sek",), penyetuju=("sek",)))[0]


def test_who_stood_in_when_approving_counts_whenever_it_is_merged() -> None:
    later = date(2024, 4, 12)
    known = {"wakil": HARI}
    assert against(Pelaku(pengirim="a", penyetuju=("wakil",), hari_setuju=known, penggabung="sek"), later) == []
    assert "belum disetujui" in against(Pelaku(pengirim="a", penyetuju=("wakil",), hari_setuju={"wakil": later}))[0]


@pytest.mark.parametrize("penyetuju", [(), ("siapa",), ("b",), ("antrean[bot]",), ("kep",)])
def test_who_is_not_entitled_approves_nothing(penyetuju: tuple[str, ...]) -> None:
    assert ["belum disetujui Sekretaris" in m for m in against(Pelaku(pengirim="a", penyetuju=penyetuju))] == [True]


def test_somebody_entitled_must_approve_and_merge() -> None:
    assert "belum disetujui Sekretaris" in against(Pelaku(pengirim="a", penyetuju=("b",)))[0]
    assert "belum disetujui Sekretaris" in against(Pelaku(pengirim="a", penyetuju=("wakil",)), date(2024, 4, 10))[0]
    assert "digabungkan oleh `a`" in against(Pelaku(pengirim="a", penyetuju=("sek",), penggabung="a"))[0]


def test_a_correction_that_changes_the_kategori_needs_the_kepala_too() -> None:
    both = frozenset({Peran.SEKRETARIS, Peran.KEPALA})
    assert "Kepala" in against(Pelaku(pengirim="a", penyetuju=("sek",)), wajib=both)[0]
    assert against(Pelaku(pengirim="a", penyetuju=("sek", "kep")), wajib=both) == []


def test_a_pk_is_no_unit_file(kantor: Kantor) -> None:
    kantor.simpan()
    kantor.tulis(PK, kantor.teks(PK) + "# x\n")
    assert said(kantor, "bk-mutasi", "K001") == [PK]
