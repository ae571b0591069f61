"""The Perjanjian Kinerja: parties, promises and money as signed, and what an amendment changed.

The example's papers are golden texts, made to be read; renew them by `--update-golden` and read the difference.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.rendering.cetak import angka, ringkas
from sakipgen.rendering.dokumen.blok import JenisBaris, Medan, Tabel, TandaTangan
from sakipgen.rendering.dokumen.perjanjian_kinerja import JENIS
from sakipgen.rendering.dokumen.teks import polos
from tests.conftest import Golden
from tests.measuring.builder import UNIT, Susunan, instansi
from tests.rendering.dokumen.contoh_bahan import bahan, buat, rekap_contoh, rekap_kecil, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis
from tests.salinan import CONTOH, ROOT

EMAS = ROOT / "tests" / "golden" / "naskah"
(PK,) = JENIS
FILES = sorted((CONTOH / "perjanjian-kinerja").glob("*/*/*.yaml"))


def contoh(year: int, unit: str | None = None, pejabat: DaftarPejabat | None = None) -> dict[str, Any]:
    return buat(PK, bahan(rekap_contoh(), pejabat), year, unit)


@pytest.mark.parametrize(
    ("year", "unit", "versi"),
    [
        (2024, "kepala", "murni"),
        (2025, "kepala", "murni"),
        (2026, "kepala", "murni"),
        (2026, "kepala", "perubahan-1"),
        (2026, "pka", "perubahan-1"),
        (2026, "set", "murni"),
    ],
)
def test_papers_of_the_example(year: int, unit: str, versi: str, golden: Golden) -> None:
    name = f"perjanjian-kinerja-{year}-{unit}-{versi}"
    golden(EMAS / f"{name}.txt", tulis(contoh(year, unit)[name]))


def test_every_signed_pk_has_a_paper() -> None:
    names = {name for year in (2024, 2025, 2026) for name in contoh(year)}
    assert names == {f"perjanjian-kinerja-{path.parts[-3]}-{path.parts[-2]}-{path.stem}" for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.with_suffix("").parts[-3:]))
def test_every_target_and_amount_is_that_of_the_file(path: Path) -> None:
    year, unit, versi = int(path.parts[-3]), path.parts[-2], path.stem
    pk = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - only text comes of it
    paper = contoh(year, unit)[f"perjanjian-kinerja-{year}-{unit}-{versi}"]
    targets, money, *_ = tabel(paper)
    shown = {row[-2].split(" ", 1)[0]: row[-1] for row in isi_sel(targets)}
    assert shown.keys() == pk["butir"].keys()
    for kode, row in pk["butir"].items():
        if isinstance(row["target"], str):
            written = ringkas(Decimal(row["target"]), 6)
            assert re.fullmatch(rf"(Rp)?{re.escape(written)}(%|\xa0.+)?", shown[kode]), (kode, shown[kode])
    rows = isi_sel(money)
    expected = pk.get("anggaran") or _pagu(year, unit, pk["tanggal"])
    assert rows[-1][1] == angka(sum(map(Decimal, expected.values())), 0)
    if "anggaran" in pk:
        assert [row[2] for row in rows[:-1]] == [angka(Decimal(value), 0) for value in expected.values()]
    elif unit != "kepala":
        shown_money = {row[0]: row[2] for row in rows[:-1]}
        assert {kode: shown_money[kode] for kode in expected} == {k: angka(Decimal(v), 0) for k, v in expected.items()}


def _pagu(year: int, unit: str, day: str) -> dict[str, str]:
    """The ceilings of the sub kegiatan of a unit on a day, as the program file says them."""
    program = yaml.load((CONTOH / "program" / f"{year}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    changed = "perubahan" in program and program["perubahan"]["tanggal"] <= day
    return {
        kode: row["pagu"].get("perubahan", row["pagu"]["murni"]) if changed else row["pagu"]["murni"]
        for kode, row in program["sub_kegiatan"].items()
        if unit in {"kepala", row["penanggung_jawab"]}
    }


def test_a_band_a_bound_a_predikat_a_day_and_milestones_are_told_as_stated() -> None:
    data = Susunan().ukur("A", satuan={"nama": "hari kerja", "tipe": "angka"}, polaritas="rentang")
    data.ukur("B", skala="akip88", satuan={"nama": "nilai", "tipe": "indeks"})
    data.ukur("C", satuan={"nama": "tanggal", "tipe": "tanggal"}, polaritas="turun")
    data.ukur(
        "D",
        satuan={"nama": "persen", "tipe": "persen"},
        tahapan={"a": {"uraian": "Disusun", "bobot": "40"}, "b": {"uraian": "Dipakai", "bobot": "60"}},
    )
    data.ukur("E", satuan={"nama": "rupiah", "tipe": "rupiah"}, desimal="0")
    data.ukur("F", satuan={"nama": "persen", "tipe": "persen"}, desimal="1")
    data.janji("A", {"min": "5", "maks": "7.5"}).janji("B", {"predikat": "BB"}).janji("C", {"tanggal": "2024-03-31"})
    data.janji("D", {"tahapan": ["a", "b"]}).janji("E", "1500000").janji("F", {"paling_sedikit": "90.55"})
    (paper,) = buat(PK, bahan(rekap_kecil(data)), 2024).values()
    targets = next(tabel(paper))
    assert [row[-1] for row in isi_sel(targets)] == [
        "5–7,5\xa0hari kerja",
        "BB",
        "31 Maret 2024",
        "Disusun, Dipakai",
        "Rp1.500.000",
        "≥ 90,55%",
    ]


# ── Who signs ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_names_there_are_dotted_lines() -> None:
    paper = contoh(2026, "kepala")["perjanjian-kinerja-2026-kepala-murni"]
    first, second = (blok for blok in paper.blok if isinstance(blok, Medan))
    assert polos(first.baris[0][1]).strip("…") == polos(second.baris[0][1]).strip("…") == ""
    assert polos(second.baris[1][1]) == "Bupati Pesisir Selatan"
    signed = [blok for blok in paper.blok if isinstance(blok, TandaTangan)]
    assert {blok.waktu for blok in signed} == {"Painan, 14 Januari 2026"}
    above, below = signed[0].penanda
    assert (above.pengantar, below.pengantar) == ("Pihak Kedua,", "Pihak Pertama,")
    assert (above.ber_nip, below.ber_nip) == (False, True)
    assert {above.nama, above.nip, below.nama, below.nip} == {""}


def test_names_come_from_the_private_file() -> None:
    nip = "19" + "70" * 8
    people = DaftarPejabat.model_validate(
        {
            "kepala_daerah": {"nama": "Sari"},
            "jabatan": {
                "kepala": {"nama": "Budi, S.E.", "pangkat": "Pembina (IV/a)", "nip": nip, "sebutan": "Plt."},
                "kabid-pka": {"nama": "Tuti"},
            },
        }
    )
    of_head = tulis(contoh(2026, "kepala", people)["perjanjian-kinerja-2026-kepala-murni"])
    assert "Nama : Budi, S.E.\nJabatan : Plt. Kepala Badan Kepegawaian" in of_head
    assert "Nama : Sari\nJabatan : Bupati Pesisir Selatan" in of_head
    assert f"Budi, S.E., Pembina (IV/a), NIP {nip}]" in of_head
    assert "Pihak Kedua,, Bupati Pesisir Selatan, Sari || " in of_head
    of_unit = tulis(contoh(2026, "pka", people)["perjanjian-kinerja-2026-pka-murni"])
    assert "Nama : Tuti" in of_unit
    assert "Plt. Kepala Badan" in of_unit


def test_no_number_of_a_person_is_in_the_data() -> None:
    files = [path for path in CONTOH.rglob("*") if path.suffix in {".yaml", ".csv"}]
    assert len(files) > 100
    assert [path for path in files if re.search(r"(?<!\d)\d{18}(?!\d)", path.read_text("utf-8"))] == []


# ── When ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_posisi_before_the_signing_has_no_such_paper() -> None:
    of = bahan(rekap_contoh("2026-10-05"))
    assert list(buat(PK, of, 2026, "kepala")) == ["perjanjian-kinerja-2026-kepala-murni"]


def test_an_amendment_names_what_it_changes_and_the_first_does_not() -> None:
    first, second = contoh(2026, "kepala").values()
    assert "LAMPIRAN II" not in tulis(first)
    said = tulis(second)
    assert "mengubah Perjanjian Kinerja Tahun 2026 nomor 800/44/BKPSDM-PS/2026 tanggal 14 Januari 2026" in said
    *_, target, money = tabel(second)
    assert [row[:4] for row in isi_sel(target)] == [
        ["1", "IKU-03 Persentase ASN yang mengikuti pengembangan kompetensi minimal 20 JP", "80%", "70%"]
    ]
    assert [row[-3:] for row in isi_sel(money)] == [
        ["2.288.900.000", "1.811.900.000", "−477.000.000"],
        ["9.290.400.000", "8.813.400.000", "−477.000.000"],
    ]


def test_an_amendment_that_leaves_the_targets_says_so_and_tells_what_came_and_went() -> None:
    data = Susunan().ukur("A").ukur("B").janji("A", "1").janji("A", "1", versi="perubahan-1", tanggal="2024-10-05")
    _, same = buat(PK, bahan(rekap_kecil(data)), 2024).values()
    assert "Tidak ada target yang berubah." in tulis(same)
    data.janji("B", "2", versi="perubahan-2", tanggal="2024-11-05")
    *_, other = buat(PK, bahan(rekap_kecil(data)), 2024).values()
    *_, changed = tabel(other)
    assert [row[2:] for row in isi_sel(changed)] == [
        ["belum dijanjikan", "2", "–"],
        ["1", "tidak dijanjikan lagi", "–"],
    ]
    assert "mengubah Perjanjian Kinerja Perubahan ke-1 Tahun 2024 nomor …" in tulis(other)


def test_without_money_there_is_one_table() -> None:
    (paper,) = buat(PK, bahan(rekap_kecil(Susunan().ukur("A").janji("A", "1"))), 2024).values()
    assert len(list(tabel(paper))) == 1


# ── Hostile text and size ────────────────────────────────────────────────────────────────────────────────────────


def test_text_is_only_text() -> None:
    name = "=1+1 <b>& {{ 7 * 7 }} # **x** " + "panjang" * 25
    units = {UNIT: {"nama": name, "jenis": "bidang", "tugas": "x", "kepala": "kabid"}}
    data = Susunan(instansi=instansi(unit_kerja=units, jabatan={"kepala": {"nama": name}, "kabid": {"nama": name}}))
    data.ukur("A", nama=name, tingkat="kegiatan", iku="tidak").janji("A", "1", unit=UNIT)
    (paper,) = buat(PK, bahan(rekap_kecil(data)), 2024).values()
    said = tulis(paper)
    assert said.count(name) >= 5
    assert "49" not in said


def test_two_hundred_indikator_stand_in_parts_beside_their_sasaran() -> None:
    data = Susunan()
    for n in range(200):
        data.ukur(f"K-{n:03}").janji(f"K-{n:03}", "1")
    (paper,) = buat(PK, bahan(rekap_kecil(data)), 2024).values()
    (table,) = tabel(paper)
    assert isinstance(table, Tabel)
    assert len(table.baris) == 200
    spans = [row.sel[0].tinggi for row in table.baris if len(row.sel) == 4]
    assert (sum(spans), max(spans)) == (200, 11)
    heads = [polos(row.sel[1].isi[-1]) for row in table.baris if len(row.sel) == 4]
    assert heads[:2] == ["Sasaran.", "Sasaran. (lanjutan)"]
    assert {row.jenis for row in table.baris} == {JenisBaris.ISI}
