"""R001…R024, R009, R031: every mention is looked up, wherever it stands, and nothing unread is called missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.rujukan import (
    anggota_terdaftar,
    berkas_tahun_ada,
    indikator_terdaftar,
    jabatan_terdaftar,
    kode_berbeda,
    kode_lama_tidak_dipakai,
    program_terdaftar,
    rencana_strategis_terdaftar,
    rumus_terbaca,
    unit_terdaftar,
)
from sakipgen.domain.dataset import Berkas
from tests.checking.helpers import places, program, said
from tests.measuring.builder import BUKTI, ROOT, SOP, UNIT, Susunan, instansi, renstra


def koreksi(**fields: Any) -> dict[str, Any]:
    return {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "nilai_lama": "1",
        "nilai_baru": "2",
        "alasan": "A.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    } | fields


def tindak_lanjut(**fields: Any) -> dict[str, Any]:
    return {
        "asal": "analisis_periode",
        "periode": "TW1",
        "indikator": ["A"],
        "tindakan": "T.",
        "penanggung_jawab": UNIT,
        "ditetapkan": "2024-04-10",
        "batas": "2024-05-10",
    } | fields


def unit(**fields: Any) -> dict[str, Any]:
    return {"nama": "Bidang", "jenis": "bidang", "tugas": "Tugas.", "kepala": "kabid"} | fields


def test_r001_every_place_that_names_an_indikator() -> None:
    data = Susunan(sasaran={"S1": ["X1"]}, tujuan=["X2"], target_renstra={"X3": {"2024": "1"}})
    data.program[2024] = program()
    for level in ("program", "kegiatan", "sub_kegiatan"):
        for row in data.program[2024][level].values():
            row["indikator"] = [f"X-{level.replace('_', '-')}"]
    data.janji("X4", "1").rencanakan("X5", TW1="1").lapor("X6", "TW1", "1")
    data.koreksi[2024, "TW1", "KOR-1"] = koreksi(indikator="X7")
    data.tindak_lanjut[2024] = {"TL-1": tindak_lanjut(indikator=["X8"])}
    data.kode_lama["X0"] = {"nama": "N", "tahun_terakhir": "2023", "alasan": "A.", "pengganti": "X9"}
    assert places(indikator_terdaftar, data.dataset()) == [
        "renstra/2021-2026.yaml target.X3",
        "renstra/2021-2026.yaml tujuan.T1.indikator.0",
        "renstra/2021-2026.yaml sasaran.S1.indikator.0",
        "program/2024.yaml program.5.indikator.0",
        "program/2024.yaml kegiatan.5.1.indikator.0",
        "program/2024.yaml sub_kegiatan.5.1.1.indikator.0",
        "perjanjian-kinerja/2024/kepala/murni.yaml butir.X4",
        "rencana-aksi/2024/mutasi.yaml butir.X5",
        "realisasi/2024/TW1/mutasi.yaml butir.X6",
        "koreksi/2024/TW1/KOR-1.yaml indikator",
        "tindak-lanjut/2024.yaml butir.TL-1.indikator.0",
        "kode-lama.yaml indikator.X0.pengganti",
    ]


def test_r001_points_at_the_kode_itself() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A").lapor("X1", "TW1", "1")
    data.koreksi[2024, "TW1", "KOR-1"] = koreksi(indikator="X2")
    assert [issue.at_key for issue in indikator_terdaftar(data.dataset())] == [True, False]


def test_r001_letters_count_and_the_near_kode_is_offered() -> None:
    data = Susunan().ukur("IKU-01").lapor("iku-01", "TW1", "1")
    assert said(indikator_terdaftar, data.dataset()) == [
        (
            "realisasi/2024/TW1/mutasi.yaml butir.iku-01 key R001: "
            "indikator `iku-01` tidak ada dalam kamus indikator; mungkin maksudnya `IKU-01`."
        )
    ]


def test_r001_an_indikator_that_could_not_be_read_is_not_missing() -> None:
    data = Susunan().ukur("A").lapor("B", "TW1", "1")
    data.tak_terbaca = {"indikator/B.yaml"}
    assert said(indikator_terdaftar, data.dataset()) == []


def test_r011_every_place_that_names_a_unit() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A", penanggung_jawab="x")
    data.instansi = instansi(unit_kerja={UNIT: unit(induk="y")})
    data.program[2024] = program()
    for level in ("program", "kegiatan", "sub_kegiatan"):
        for row in data.program[2024][level].values():
            row["penanggung_jawab"] = "z"
    data.janji("A", "1").janji("A", "1", unit="p").rencanakan("A", unit="q", TW1="1").lapor("A", "TW1", "1", unit="r")
    data.lapor("A", "TW2", "1", unit="kepala")
    plan = renstra(
        {"S1": ["A"]},
        {"A": {"2024": "1"}},
        sasaran={"S1": {"uraian": "S.", "tujuan": "T1", "indikator": ["A"], "penanggung_jawab": "s"}},
    )
    data.tindak_lanjut[2024] = {"TL-1": tindak_lanjut(penanggung_jawab="t")}
    data.siklus[2024, "TW1"] = {"pengiriman": {"u": [{"dikirim": "2024-04-03"}]}}
    data.narasi[2024] = {"langkah_ke_depan": [{"uraian": "L.", "penanggung_jawab": "v", "waktu": "2025"}]}
    dataset = replace(data.dataset(), renstra={"2021-2026": Berkas(ROOT / "renstra/2021-2026.yaml", plan)})
    assert places(unit_terdaftar, dataset) == [
        "rencana-aksi/2024/q.yaml -",
        "realisasi/2024/TW1/r.yaml -",
        "realisasi/2024/TW2/kepala.yaml -",
        "perjanjian-kinerja/2024/p/murni.yaml -",
        "indikator/A.yaml penanggung_jawab",
        "program/2024.yaml program.5.penanggung_jawab",
        "program/2024.yaml kegiatan.5.1.penanggung_jawab",
        "program/2024.yaml sub_kegiatan.5.1.1.penanggung_jawab",
        "renstra/2021-2026.yaml sasaran.S1.penanggung_jawab",
        "tindak-lanjut/2024.yaml butir.TL-1.penanggung_jawab",
        "instansi.yaml unit_kerja.mutasi.induk",
        "siklus/2024/TW1.yaml pengiriman.u",
        "narasi/2024/lkjip.yaml langkah_ke_depan.0.penanggung_jawab",
    ]
    assert [issue.loc for issue in unit_terdaftar(dataset) if issue.at_key] == [("pengiriman", "u")]


def test_r012_a_program_of_a_year_without_renstra_is_left_to_r017() -> None:
    data = Susunan()
    data.program = {2030: program(), 2024: program()}
    data.program[2024]["program"]["5"]["sasaran"] = "S2"
    assert said(rencana_strategis_terdaftar, data.dataset()) == [
        "program/2024.yaml program.5.sasaran value R012: sasaran `S2` tidak ada dalam Renstra; pilihannya: S1."
    ]


def test_r013_a_kode_begins_with_its_parent_and_a_dot() -> None:
    data = Susunan()
    rows = program(kegiatan={"51.1": {"nama": "K", "penanggung_jawab": UNIT}})
    data.program[2024] = rows
    assert said(program_terdaftar, data.dataset()) == [
        (
            "program/2024.yaml kegiatan.51.1 key R013: kegiatan `51.1` tidak punya program induk; "
            "kodenya harus diawali kode program; betulkan kodenya atau tambahkan programnya."
        ),
        (
            "program/2024.yaml sub_kegiatan.5.1.1 key R013: sub kegiatan `5.1.1` tidak punya kegiatan induk; "
            "kodenya harus diawali kode kegiatan; betulkan kodenya atau tambahkan kegiatannya."
        ),
    ]


def uang(data: Susunan, kode: str) -> Susunan:
    data.anggaran[2024, "TW1"] = {"sumber": "L", "tanggal_data": "2024-04-01", "butir": {kode: {"realisasi": "1"}}}
    return data


def test_r013_money_for_what_the_program_does_not_know() -> None:
    data = uang(Susunan(), "5.1")
    data.program[2024] = program()
    assert places(program_terdaftar, data.dataset()) == ["anggaran/2024/TW1.yaml butir.5.1"]
    assert places(program_terdaftar, uang(data, "5.1.1").dataset()) == []


def test_r013_without_the_program_file_of_the_year() -> None:
    data = uang(Susunan(), "5.1.1")
    assert said(program_terdaftar, data.dataset()) == [
        (
            "anggaran/2024/TW1.yaml butir.5.1.1 key R013: sub kegiatan `5.1.1` tidak ada dalam program tahun 2024; "
            "tambahkan ke `data/program/2024.yaml` atau betulkan kodenya."
        )
    ]
    data.tak_terbaca = {"program/2024.yaml"}
    assert said(program_terdaftar, data.dataset()) == []


def test_r014_every_place_that_names_a_jabatan() -> None:
    data = Susunan().ukur("A").janji("A", "1")
    data.pk[2024, "kepala", "murni"] |= {"pihak_pertama": "x", "pihak_kedua": "y"}
    data.rencana[2024, UNIT] = {
        "butir": {"A": {"aksi": [{"uraian": "U", "keluaran": "K", "jadwal": ["TW1"], "pelaksana": "z"}]}}
    }
    data.instansi = instansi(
        unit_kerja={UNIT: unit(kepala="k")},
        tim_sakip={
            "nomor_sk": "1",
            "tanggal": "2024-01-02",
            "ketua": "t",
            "anggota": [{"jabatan": "kabid", "peran": "a"}, {"jabatan": "u", "peran": "b"}],
        },
    )
    data.sop = {**SOP, "lapor_kepada": "l"}
    step = {"langkah": "1", "tanggal": "2024-04-01", "oleh": "m", "dicatat_oleh": "n"}
    data.siklus[2024, "TW1"] = {
        "pengumpulan": [step],
        "pengukuran": [step | {"oleh": "o", "dicatat_oleh": None}],
        "penutupan": {"tanggal": "2024-04-30", "oleh": "p"},
    }
    data.koreksi[2024, "TW1", "KOR-1"] = koreksi(diminta_oleh="q", disetujui_oleh=["kepala", "r"])
    assert places(jabatan_terdaftar, data.dataset()) == [
        "instansi.yaml unit_kerja.mutasi.kepala",
        "instansi.yaml tim_sakip.ketua",
        "instansi.yaml tim_sakip.anggota.1.jabatan",
        "perjanjian-kinerja/2024/kepala/murni.yaml pihak_pertama",
        "perjanjian-kinerja/2024/kepala/murni.yaml pihak_kedua",
        "rencana-aksi/2024/mutasi.yaml butir.A.aksi.0.pelaksana",
        "sop.yaml lapor_kepada",
        "siklus/2024/TW1.yaml pengumpulan.0.oleh",
        "siklus/2024/TW1.yaml pengumpulan.0.dicatat_oleh",
        "siklus/2024/TW1.yaml pengukuran.0.oleh",
        "siklus/2024/TW1.yaml penutupan.oleh",
        "koreksi/2024/TW1/KOR-1.yaml diminta_oleh",
        "koreksi/2024/TW1/KOR-1.yaml disetujui_oleh.1",
    ]


def test_the_paper_of_a_step_names_jabatan_and_units() -> None:
    data = Susunan().ukur("A")
    kerja = {
        "uraian": "U",
        "pelaksana": ["kabid", "f"],
        "mulai": "2024-04-01",
        "selesai": "2024-04-01",
        "keluaran": "K",
    }
    data.siklus[2024, "TW1"] = {
        "pengukuran": [
            {
                "langkah": "1",
                "tanggal": "2024-04-01",
                "oleh": "kepala",
                "nota_dinas": {"tembusan": ["kabid", "a"]},
                "rapat": {
                    "mulai": "09.00",
                    "tempat": "R",
                    "pimpinan": "b",
                    "notulis": "c",
                    "peserta": ["kabid", "d"],
                    "keputusan": [{"isi": "I"}, {"isi": "J", "penanggung_jawab": "e"}],
                },
                "program_kerja": [kerja],
                "tanda_terima": {
                    UNIT: {"tanggal": "2024-04-01", "cara": "surel"},
                    "x": {"tanggal": "2024-04-01", "cara": "surel"},
                },
                "disposisi": {"oleh": "g", "diteruskan": ["kabid", "h"]},
            }
        ]
    }
    row = "siklus/2024/TW1.yaml pengukuran.0"
    assert places(jabatan_terdaftar, data.dataset()) == [
        f"{row}.nota_dinas.tembusan.1",
        f"{row}.rapat.pimpinan",
        f"{row}.rapat.notulis",
        f"{row}.rapat.peserta.1",
        f"{row}.rapat.keputusan.1.penanggung_jawab",
        f"{row}.program_kerja.0.pelaksana.1",
        f"{row}.disposisi.oleh",
        f"{row}.disposisi.diteruskan.1",
    ]
    assert places(unit_terdaftar, data.dataset()) == [f"{row}.tanda_terima.x"]


def test_r014_without_a_kepala_one_message_for_all_who_name_him() -> None:
    data = Susunan().ukur("A").janji("A", "1")
    data.instansi = instansi(jabatan={"kabid": {"nama": "Kabid"}})
    assert said(jabatan_terdaftar, data.dataset()) == [
        (
            "instansi.yaml jabatan key R014: jabatan `kepala` belum ada; "
            "Kepala menandatangani Perjanjian Kinerja; tambahkan `kepala:`."
        )
    ]


def test_r017_only_what_is_missing_is_named() -> None:
    data = Susunan().ukur("A").janji("A", "1").janji("A", "1", versi="perubahan-1")
    assert said(berkas_tahun_ada, data.dataset()) == []
    data.metode = None
    assert said(berkas_tahun_ada, data.dataset()) == [
        (
            "perjanjian-kinerja/2024/kepala/murni.yaml - value R017: "
            "ada PK tahun 2024, tetapi `data/metode/2024.yaml` belum ada; buat berkas metodenya."
        )
    ]
    data.tak_terbaca = {"metode/2024.yaml"}
    assert said(berkas_tahun_ada, data.dataset()) == []
    dataset = replace(data.dataset(), renstra={})
    assert places(berkas_tahun_ada, dataset) == ["perjanjian-kinerja/2024/kepala/murni.yaml -"]
    unread = replace(dataset, tak_terbaca=frozenset({ROOT / "renstra/2021-2026.yaml", ROOT / "metode/2024.yaml"}))
    assert places(berkas_tahun_ada, unread) == []


@pytest.mark.parametrize(
    ("rumus", "expected"),
    [
        ("a / b", []),
        ("a / b / 0", []),
        ("a / c", ["indikator/A.yaml rumus"]),
        ("a / c / d", ["indikator/A.yaml rumus", "indikator/A.yaml rumus"]),
        ("a", ["indikator/A.yaml komponen.b"]),
        ("1", ["indikator/A.yaml komponen.a", "indikator/A.yaml komponen.b"]),
        ("a + + b", ["indikator/A.yaml rumus"]),
        ("a / b; import os", ["indikator/A.yaml rumus"]),
        ("jumlah(a) / b", ["indikator/A.yaml rumus"]),
    ],
)
def test_r022_names_and_komponen_are_the_same(rumus: str, expected: list[str]) -> None:
    data = Susunan().ukur("A", komponen={"a": "Pembilang", "b": "Penyebut"}, rumus=rumus)
    assert places(rumus_terbaca, data.dataset()) == expected


def test_r022_an_indikator_without_rumus_has_nothing_to_read() -> None:
    assert said(rumus_terbaca, Susunan().ukur("A").dataset()) == []


def test_r024_only_kode_that_share_an_address() -> None:
    data = Susunan(sasaran={"S1": ["A"], "s1": ["B"], "S2": ["C"]})
    data.instansi = instansi(unit_kerja={"a": unit(), "A": unit(), "aa": unit(), "KEPALA": unit()})
    assert places(kode_berbeda, data.dataset()) == [
        "instansi.yaml unit_kerja.A",
        "renstra/2021-2026.yaml sasaran.s1",
        "instansi.yaml unit_kerja.KEPALA",
    ]


@pytest.mark.parametrize("kode", ["index.html", "A.HTML", "A."])
def test_r024_a_kode_must_make_an_address(kode: str) -> None:
    data = Susunan().ukur(kode)
    message = f"kode `{kode}` tidak dapat menjadi alamat halaman; hapus titik atau `.html` di akhirnya."
    assert said(kode_berbeda, data.dataset()) == [f"indikator/{kode}.yaml - key R024: {message}"]


def berhenti(**fields: Any) -> Susunan:
    """An indikator that was retired after 2024, with a file of each kind that could name it."""
    lama = {"nama": "Indeks", "tahun_terakhir": "2024", "alasan": "Diganti."} | fields
    return Susunan(kode_lama={"A": lama}, target_renstra={"B": {"2024": "1"}}).ukur("A").ukur("B")


def test_r009_every_year_that_still_names_a_retired_kode() -> None:
    data = berhenti(tahun_terakhir="2023", pengganti="B")
    data.target_renstra["A"] = {"2023": "1", "2024": "1", "2025": "1"}
    data.program = {2023: program(), 2024: program()}
    for tahun in (2023, 2024):
        data.program[tahun]["kegiatan"]["5.1"]["indikator"] = ["B", "A"]
    data.janji("A", "1").rencanakan("A", TW1="1").lapor("A", "TW1", "1")
    assert places(kode_lama_tidak_dipakai, data.dataset()) == [
        "renstra/2021-2026.yaml target.A.2024",
        "renstra/2021-2026.yaml target.A.2025",
        "program/2024.yaml kegiatan.5.1.indikator.1",
        "perjanjian-kinerja/2024/kepala/murni.yaml butir.A",
        "rencana-aksi/2024/mutasi.yaml butir.A",
        "realisasi/2024/TW1/mutasi.yaml butir.A",
    ]


@pytest.mark.parametrize(("pengganti", "cure"), [("B", "pakai penggantinya, `B`"), (None, "hapus dari sini")])
def test_r009_names_the_successor(pengganti: str | None, cure: str) -> None:
    data = berhenti(tahun_terakhir="2023", pengganti=pengganti).lapor("A", "TW1", "1")
    assert said(kode_lama_tidak_dipakai, data.dataset()) == [
        (
            f"realisasi/2024/TW1/mutasi.yaml butir.A key R009: `A` berhenti dipakai setelah tahun 2023; {cure}; "
            "indikator baru memakai kode yang belum pernah dipakai."
        )
    ]


def test_r009_the_last_year_and_those_before_still_use_it() -> None:
    data = berhenti().janji("A", "1").lapor("A", "TW4", "1")
    data.target_renstra["A"] = {"2023": "1", "2024": "1"}
    assert said(kode_lama_tidak_dipakai, data.dataset()) == []
    assert said(kode_lama_tidak_dipakai, Susunan().ukur("A").lapor("A", "TW1", "1").dataset()) == []


def test_r009_a_kode_keeps_its_meaning() -> None:
    assert said(kode_lama_tidak_dipakai, berhenti(nama="Persentase").dataset()) == [
        (
            'indikator/A.yaml nama value R009: `A` pernah dipakai untuk "Persentase", tetapi kamus menamainya '
            '"Indeks"; kembalikan namanya, dan beri indikator baru kode lain.'
        )
    ]
    assert said(kode_lama_tidak_dipakai, berhenti(nama="Persentase").ukur("A", nama="Persentase").dataset()) == []


def test_r009_a_retired_kode_may_have_left_the_kamus() -> None:
    data = berhenti()
    del data.indikator["A"]
    assert said(kode_lama_tidak_dipakai, data.dataset()) == []


# ── R031, and R001 of what a combined figure names ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("members", "said_at"),
    [
        (["B", "C"], []),
        (["B", "A"], ["indikator/A.yaml gabungan.indikator.1"]),
        (["B", "C", "B"], ["indikator/A.yaml gabungan.indikator.2"]),
    ],
)
def test_r031_a_combined_figure_is_made_of_others(members: list[str], said_at: list[str]) -> None:
    data = Susunan().ukur("A", gabungan={"cara": "jumlah", "indikator": members}).ukur("B").ukur("C")
    assert places(anggota_terdaftar, data.dataset()) == said_at
    assert said(indikator_terdaftar, data.dataset()) == []


def test_r001_knows_what_a_combined_figure_names() -> None:
    data = Susunan().ukur("A", gabungan={"cara": "jumlah", "indikator": ["B", "IKU-77"]}).ukur("B")
    assert places(indikator_terdaftar, data.dataset()) == ["indikator/A.yaml gabungan.indikator.1"]
    assert said(anggota_terdaftar, data.dataset()) == []


def test_r031_a_weight_belongs_to_a_member() -> None:
    data = Susunan().ukur("IKU-01").ukur("IKU-02")
    rows = {"S1": {"uraian": "S.", "tujuan": "T1", "indikator": ["IKU-01"], "bobot_indikator": {"iku-01": "100"}}}
    goal = {"T1": {"uraian": "T.", "indikator": ["IKU-02"], "bobot_indikator": {"IKU-02": "50", "IKU-01": "50"}}}
    plan = renstra({}, {"IKU-01": {"2024": "1"}}, sasaran=rows, tujuan=goal)
    dataset = replace(data.dataset(), renstra={"R": Berkas(ROOT / "renstra/R.yaml", plan)})
    assert said(anggota_terdaftar, dataset) == [
        (
            "renstra/R.yaml tujuan.T1.bobot_indikator.IKU-01 key R031: bobot untuk `IKU-01`, yang tidak terdaftar pada "
            "tujuan `T1`; daftarkan pada tujuan itu, atau hapus bobotnya."
        ),
        (
            "renstra/R.yaml sasaran.S1.bobot_indikator.iku-01 key R031: bobot untuk `iku-01`, yang tidak terdaftar "
            "pada sasaran `S1`; mungkin maksudnya `IKU-01`."
        ),
    ]
