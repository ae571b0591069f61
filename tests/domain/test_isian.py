"""Which figures a file states, whatever its version; and what differs between two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.isian import Beda, Dokumen, Kunci, baca_isian, banding, memuat_angka
from sakipgen.domain.waktu import Periode

TW3 = Periode(2026, "TW3")
SETAHUN = Periode(2026, "tahunan")


def kunci(dokumen: Dokumen, kode: str, periode: Periode | None, bagian: str, versi: str = "") -> Kunci:
    return Kunci(dokumen, kode, periode, versi, bagian)


@pytest.mark.parametrize(
    ("nama", "tree", "found"),
    [
        (
            "realisasi/2026/TW3/pka.yaml",
            {"butir": {"IKU-03": {"komponen": {"jp20": "1187", "total": "7702"}, "kendala": "Pagu dipotong."}}},
            {
                kunci(Dokumen.REALISASI, "IKU-03", TW3, "jp20"): "1187",
                kunci(Dokumen.REALISASI, "IKU-03", TW3, "total"): "7702",
            },
        ),
        (
            "realisasi/2026/TW3/pka.yaml",
            {"butir": {"A": {"nilai": "81.5", "predikat": "A", "sementara": "ya"}, "B": {"tahapan": ["T1", "T2"]}}},
            {
                kunci(Dokumen.REALISASI, "A", TW3, "nilai"): "81.5",
                kunci(Dokumen.REALISASI, "A", TW3, "predikat"): "A",
                kunci(Dokumen.REALISASI, "A", TW3, "sementara"): "ya",
                kunci(Dokumen.REALISASI, "B", TW3, "tahapan"): "T1 T2",
            },
        ),
        (
            "realisasi/2026/TW3/pka.yaml",
            {"butir": {"A": {"status": "tidak_tersedia", "alasan": "x"}, "B": {"tahapan": [], "sementara": "tidak"}}},
            {
                kunci(Dokumen.REALISASI, "A", TW3, "status"): "tidak_tersedia",
                kunci(Dokumen.REALISASI, "B", TW3, "tahapan"): "[]",
            },
        ),
        (
            "realisasi/2026/TW3/pka.yaml",
            {"butir": {"A": {"nilai": "1", "capaian_dinyatakan": {"nilai": "80", "alasan": "x"}}}},
            {
                kunci(Dokumen.REALISASI, "A", TW3, "nilai"): "1",
                kunci(Dokumen.REALISASI, "A", TW3, "capaian_dinyatakan"): "80",
            },
        ),
        (
            "rencana-aksi/2026/pka.yaml",
            {"butir": {"A": {"target": {"TW3": "58", "TW9": "1"}, "aksi": []}}},
            {kunci(Dokumen.RENCANA_AKSI, "A", TW3, "target"): "58"},
        ),
        (
            "perjanjian-kinerja/2026/kepala/perubahan-1.yaml",
            {"butir": {"A": {"target": {"min": "80", "maks": "90"}}}},
            {kunci(Dokumen.PERJANJIAN_KINERJA, "A", SETAHUN, "target", "perubahan-1"): "min: 80, maks: 90"},
        ),
        (
            "renstra/2021-2026.yaml",
            {"target": {"A": {"2026": "74", "dua ribu": "1"}}},
            {kunci(Dokumen.RENSTRA, "A", SETAHUN, "target", "2021-2026"): "74"},
        ),
        (
            "program/2026.yaml",
            {"sub_kegiatan": {"5.03.01.2.01.0001": {"pagu": {"murni": "100", "perubahan": "90"}}, "x": {"pagu": "7"}}},
            {
                kunci(Dokumen.PAGU, "5.03.01.2.01.0001", SETAHUN, "pagu", "murni"): "100",
                kunci(Dokumen.PAGU, "5.03.01.2.01.0001", SETAHUN, "pagu", "perubahan"): "90",
                kunci(Dokumen.PAGU, "x", SETAHUN, "pagu", "murni"): "7",
            },
        ),
        (
            "anggaran/2026/10.yaml",
            {"butir": {"5.03": {"realisasi": "5", "fisik": "89"}}},
            {
                kunci(Dokumen.ANGGARAN, "5.03", Periode(2026, "10"), "realisasi"): "5",
                kunci(Dokumen.ANGGARAN, "5.03", Periode(2026, "10"), "fisik"): "89",
            },
        ),
        (
            "metode/2026.yaml",
            {"batas_agregat": "120", "skala": {"nama": "Lima kelas"}, "catatan": "Bebas."},
            {
                kunci(Dokumen.CARA, "", SETAHUN, "batas_agregat"): "120",
                kunci(Dokumen.CARA, "", SETAHUN, "skala.nama"): "Lima kelas",
            },
        ),
        (
            "indikator/IKU-03.yaml",
            {"nama": "Nama", "rumus": "a / b", "batas": {"maks": "100"}},
            {
                kunci(Dokumen.CARA, "IKU-03", None, "rumus"): "a / b",
                kunci(Dokumen.CARA, "IKU-03", None, "batas.maks"): "100",
            },
        ),
        (
            "siklus/2026/TW3.yaml",
            {"penutupan": {"tanggal": "2026-10-30", "oleh": "sekretaris"}},
            {kunci(Dokumen.PENUTUPAN, "", TW3, "tanggal"): "2026-10-30"},
        ),
    ],
)
def test_what_each_kind_of_file_states(nama: str, tree: object, found: dict[Kunci, str]) -> None:
    assert baca_isian(nama, tree) == found


@pytest.mark.parametrize("nama", ["instansi.yaml", "bukti/2026/TW3/a.csv", "realisasi/2026/TW5/pka.yaml", "x.yaml"])
def test_other_files_state_no_figures(nama: str) -> None:
    assert not memuat_angka(nama)
    assert baca_isian(nama, {"butir": {"A": {"nilai": "1"}}}) == {}


@pytest.mark.parametrize(
    "tree",
    [None, "teks", [], {"butir": None}, {"butir": ["A"]}, {"butir": {"A": "1"}}, {"butir": {"A": {"nilai": {}}}}],
)
def test_a_tree_of_another_shape_states_nothing(tree: object) -> None:
    assert baca_isian("realisasi/2026/TW3/pka.yaml", tree) == {}


_POHON = st.recursive(
    st.one_of(st.none(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["butir", "A", "nilai", "komponen", "target", "2026", "TW3", "pagu", "sub_kegiatan"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)
_NAMA = st.sampled_from(
    [
        *("realisasi/2026/TW3/pka.yaml", "rencana-aksi/2026/pka.yaml", "perjanjian-kinerja/2026/kepala/murni.yaml"),
        *("renstra/2021-2026.yaml", "program/2026.yaml", "anggaran/2026/10.yaml", "metode/2026.yaml"),
        *("indikator/A.yaml", "siklus/2026/TW3.yaml"),
    ]
)


@given(_NAMA, _POHON)
def test_any_tree_is_read_without_complaint(nama: str, tree: object) -> None:
    assert all(isinstance(value, str) for value in baca_isian(nama, tree).values())


def test_what_differs() -> None:
    a, b, c = (kunci(Dokumen.REALISASI, kode, TW3, "nilai") for kode in "ABC")
    assert list(banding({a: "1", b: "2"}, {a: "1", b: "3", c: "4"})) == [Beda(b, "2", "3"), Beda(c, None, "4")]
    assert list(banding({a: "1"}, {})) == [Beda(a, "1", None)]


@given(_NAMA, _POHON, _POHON)
def test_differences_lead_from_one_to_the_other(nama: str, old: object, new: object) -> None:
    lama, baru = baca_isian(nama, old), baca_isian(nama, new)
    state = dict(lama)
    for beda in banding(lama, baru):
        assert state.get(beda.kunci) == beda.lama
        if beda.baru is None:
            del state[beda.kunci]
        else:
            state[beda.kunci] = beda.baru
    assert state == baru
    assert not list(banding(baru, baru))
