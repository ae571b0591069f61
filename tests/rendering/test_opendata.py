"""The contract of the open data: names, keys, exact figures, and bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import Rekapitulasi, summarise
from sakipgen.rendering import kolom
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.opendata import FOLDER, render_csv, render_tables, tables
from sakipgen.rendering.opendata_kinerja import id_kelompok
from sakipgen.rendering.situs import render_situs
from sakipgen.rendering.tabel import Tabel
from tests.measuring.builder import BUKTI, SOP, UNIT, Susunan, satu

KOMPONEN = {
    "komponen": {"ikut": "Yang ikut", "total": "Semua"},
    "rumus": "ikut / total * 100",
    "agregasi": "rasio",
    "frekuensi": "triwulanan",
}


def rekap_of(susunan: Susunan, per_tanggal: str = "2025-02-14", sampai: str | None = None) -> Rekapitulasi:
    """The Rekapitulasi of a small dataset; every element stands on line 7."""
    posisi = Posisi.pada(parse_tanggal(per_tanggal), Periode.parse(sampai) if sampai else None)

    def locate(path: PurePosixPath, loc: Loc) -> Position:
        return Position(7, 3)

    dataset = terlihat(susunan.dataset(), posisi)
    return summarise(dataset, measure(dataset, posisi), locate, "3f9c2ab")


def small() -> Susunan:
    """One IKU by ratio that misses its target of the year, one without any report."""
    susunan = Susunan().ukur("IKU-03", **KOMPONEN).ukur("IKU-04", frekuensi="tahunan")
    susunan.janji("IKU-03", "60").janji("IKU-04", "80")
    susunan.rencanakan("IKU-03", TW1="15", TW2="30", TW3="42", TW4="60")
    susunan.lapor("IKU-03", "TW1", komponen={"ikut": "1", "total": "3"}, kendala="-- anggaran", solusi="=A1, lalu")
    susunan.lapor("IKU-03", "TW2", komponen={"ikut": "2", "total": "3"})
    susunan.lapor("IKU-03", "TW3", status="menunggu_rilis", alasan="Belum\nterbit.")
    needed = [{"unit": UNIT, "peran": "Menilai"}]
    susunan.pohon["2021-2026"] = {"tujuan": {"T1": {"crosscutting": needed}}, "sasaran": {"S1": {}}}
    susunan.program[2024] = {
        "versi_nomenklatur": "Kepmen",
        "sumber": "DPA",
        "perubahan": {"sumber": "DPPA", "tanggal": "2024-01-31"},
        "program": {"5.03": {"nama": "Program", "sasaran": "S1", "penanggung_jawab": UNIT}},
        "kegiatan": {"5.03.2": {"nama": "Kegiatan", "penanggung_jawab": UNIT}},
        "sub_kegiatan": {
            "5.03.2.1": {
                "nama": "Sub",
                "penanggung_jawab": UNIT,
                "pagu": {"murni": "300", "perubahan": "200"},
                "sumber_dana": "PAD",
            }
        },
    }
    susunan.anggaran[2024, "TW2"] = {
        "sumber": "LRA",
        "tanggal_data": "2024-07-05",
        "butir": {"5.03.2.1": {"realisasi": "50"}},
    }
    return recorded(susunan)


def recorded(susunan: Susunan) -> Susunan:
    """The same with records of how the work was done."""
    susunan.sop = SOP
    susunan.siklus[2024, "TW1"] = {
        "pengumpulan": [
            {"langkah": "1", "tanggal": "2024-04-01", "oleh": "kepala", "waktu": "10 menit", "nomor": "800/1"},
            {
                "langkah": "2",
                "tanggal": "2024-04-15",
                "oleh": "kepala",
                "hasil": "dikembalikan",
                "alasan": "bukti_kurang",
            },
            {"langkah": "2", "tanggal": "2024-04-18", "oleh": "kepala", "hasil": "disetujui", "waktu": "2 hari"},
        ],
        "pengiriman": {
            UNIT: [
                {
                    "dikirim": "2024-04-17",
                    "diputus": "2024-04-18",
                    "hasil": "dikembalikan",
                    "alasan": "bukti_kurang",
                },
                {"dikirim": "2024-04-19", "diputus": "2024-04-19", "hasil": "disetujui"},
            ]
        },
        "penutupan": {"tanggal": "2024-04-30", "oleh": "kepala"},
    }
    susunan.koreksi[2024, "TW1", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "IKU-03",
        "isian": "ikut",
        "nilai_lama": "2",
        "nilai_baru": "1",
        "alasan": "Satu peserta tercatat dua kali.",
        "tingkat": "kecil",
        "tanggal": "2024-05-20",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": BUKTI,
    }
    susunan.tindak_lanjut[2024] = {
        "TL-1": {
            "asal": "analisis_periode",
            "periode": "TW1",
            "indikator": ["IKU-03"],
            "tindakan": "Menambah kelas.",
            "penanggung_jawab": UNIT,
            "ditetapkan": "2024-05-02",
            "batas": "2024-12-31",
            "kemajuan": [{"tanggal": "2024-08-01", "persen": "40", "uraian": "Separuh kelas dibuka."}],
        }
    }
    susunan.dokumen = {
        "lkjip-2024": {"jenis": "lkjip", "judul": "LKjIP", "tahun": "2024", "tanggal": "2025-02-10", "nomor_arsip": "7"}
    }
    return susunan


@pytest.fixture(scope="module")
def rekap() -> Rekapitulasi:
    return rekap_of(small())


@pytest.fixture(scope="module")
def by_name(rekap: Rekapitulasi) -> Mapping[str, Tabel]:
    return {table.nama: table for table in tables(rekap)}


def row(table: Tabel, key: str) -> dict[str, Any]:
    found = [r for r in table.baris if r[0] == key]
    assert len(found) == 1, key
    return dict(zip([k.nama for k in table.kolom], found[0], strict=True))


def read_csv(files: Mapping[PurePosixPath, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[FOLDER / f"{name}.csv"].decode(), newline="")))


def test_tables_and_their_columns(by_name: Mapping[str, Tabel]) -> None:
    for table in by_name.values():
        names = [column.nama for column in table.kolom]
        assert names[0] == "id"
        assert len(set(names)) == len(names)
        assert all(column.uraian.endswith((".", ")")) for column in table.kolom)
        assert all(len(r) == len(names) for r in table.baris)
        assert table.baris or table.nama == "perubahan"  # without Git there is no history


def test_a_stated_capaian_is_published_with_its_reason_and_approver() -> None:
    stated = {"nilai": "80", "alasan": "Tidak ada rumus yang adil.", "disetujui_oleh": "kabid"}
    data = Susunan().ukur("A", formula_capaian="manual").janji("A", "9")
    rekap = rekap_of(data.rencanakan("A", TW1="9").lapor("A", "TW1", "8", capaian_dinyatakan=stated))
    (row,) = next(t for t in tables(rekap) if t.nama == "realisasi").baris
    assert row[-4:-1] == (Decimal(80), "Tidak ada rumus yang adil.", "kabid")


def test_why_nothing_follows_is_the_last_column_of_a_report() -> None:
    rekap = rekap_of(satu("10", {"TW1": "8"}).lapor("A", "TW2", "7", tanpa_tindak_lanjut="Kegiatannya dihentikan."))
    table = next(t for t in tables(rekap) if t.nama == "realisasi")
    assert table.kolom[-1].nama == "tanpa_tindak_lanjut"
    assert [row[-1] for row in table.baris] == [None, "Kegiatannya dihentikan."]


KONTRAK = {
    "indikator": "id nama tingkat iku tipe_hasil satuan tipe_satuan desimal polaritas formula_capaian agregasi "
    "mode_target frekuensi definisi_operasional formula_teks rumus batas_min batas_maks baseline_tahun baseline_nilai "
    "penanggung_jawab nama_unit sumber_data berkas baris tahun_terakhir pengganti nilai_resmi putus_seri "
    "baseline_tertulis konsep interpretasi klasifikasi_penyajian level_estimasi publikasi standar_tahun standar_nilai "
    "standar_sumber",
    "target": "id indikator tahun periode jenis versi nilai alasan berkas baris maks tanda tertulis",
    "realisasi": "id indikator tahun periode unit nilai status alasan sementara tahun_data kendala solusi "
    "faktor_pendorong catatan sumber berkas baris tertulis",
    "komponen": "id indikator tahun periode komponen uraian nilai asal berkas baris",
    "capaian": "id indikator tahun periode selesai status alasan formula versi_pk target target_tahun target_renstra "
    "realisasi realisasi_periode capaian_mentah capaian capaian_agregat capaian_tahun kemajuan_renstra tercapai "
    "kategori kategori_label terukur_ada terukur_dari tanda jatuh_tempo hari_terlambat perubahan_sebelumnya "
    "perubahan_selisih arah berkas baris target_murni capaian_murni target_maks target_tanda baseline "
    "capaian_dinyatakan target_tahun_maks target_renstra_maks target_murni_maks predikat predikat_target putus "
    "terhitung",
    "sasaran": "id jenis kode uraian tahun periode terukur_ada terukur_dari tercapai capaian kategori kategori_label",
    "perangkat_daerah": "id tahun periode terukur_ada terukur_dari tercapai capaian kategori kategori_label cara",
    "program": "id kode tahun tingkat nama induk sasaran penanggung_jawab pagu_murni pagu berkas baris",
    "anggaran": "id kode tahun periode data_sampai pagu_murni pagu realisasi sisa serapan berkas baris capaian "
    "terukur_ada terukur_dari selisih",
    "tindak_lanjut": "id tahun periode asal indikator tindakan unit ditetapkan batas status kemajuan hari_terlambat "
    "selesai bukti berkas baris",
    "koreksi": "id kode tahun periode jenis indikator unit isian nilai_lama nilai_baru realisasi_lama realisasi_baru "
    "alasan tingkat tanggal diminta_oleh disetujui_oleh berkas baris lama_tertulis baru_tertulis",
    "pengiriman": "id unit tahun periode jatuh_tempo dikirim disetujui hari_terlambat putaran keadaan alasan",
    "siklus": "id tahun periode prosedur langkah uraian pelaksana keluaran menit_baku menit kali selesai oleh nomor "
    "berkas baris",
    "proses": "id tahun prosedur langkah menit_baku menit banyak",
    "dokumen": "id jenis judul tahun nomor tanggal keadaan klasifikasi naskah tautan nomor_arsip ukuran sha256 "
    "menggantikan berkas baris",
    "unit_kerja": "id nama jenis tugas induk aktif_sejak aktif_sampai",
    "metode": "id tahun nama formula_naik formula_turun formula_stabil formula_rentang lantai batas_agregat skala "
    "dasar_skala presisi_tabel celah pembulatan agregasi_sasaran agregasi_perangkat_daerah ambang_kelengkapan "
    "ambang_periksa_ulang cara_efisiensi ambang_efisiensi dasar_hukum berkas baris renstra renstra_awal renstra_akhir",
    "skala": "id tahun urut kode label min maks min_termasuk maks_termasuk",
    "anggota": "id tahun jenis kode anggota bobot",
    "efisiensi": "id jenis kode tahun periode capaian pagu realisasi serapan serapan_murni selisih sisa_anggaran rasio "
    "pmk nilai_pmk simpulan",
    "pohon": "id renstra kode tingkat induk kedalaman uraian csf unit indikator tahun alasan berkas baris",
    "crosscutting": "id renstra simpul unit perangkat_daerah peran berkas baris",
    "perubahan": "id waktu tanggal jenis dokumen kode periode versi bagian nilai_lama nilai_baru lama_tertulis "
    "baru_tertulis alasan unit disetujui_oleh koreksi usulan revisi berkas",
}


def test_the_contract_only_grows(by_name: Mapping[str, Tabel]) -> None:
    """Columns are a promise to outsiders: a list may get longer at its end, nothing in it may go or move."""
    assert list(by_name) == list(KONTRAK)
    for name, promised in KONTRAK.items():
        assert f"{' '.join(k.nama for k in by_name[name].kolom)} ".startswith(f"{promised} ")


def test_ids_are_unique(by_name: Mapping[str, Tabel]) -> None:
    for table in by_name.values():
        ids = [r[0] for r in table.baris]
        assert len(set(ids)) == len(ids), table.nama


def test_capaian_is_raw(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["capaian"], "IKU-03:2024-TW2")
    assert found["realisasi"] == Decimal("66.66666666666666666666666667")
    assert found["capaian_mentah"] == found["capaian"] == Decimal("222.2222222222222222222222222")
    assert found["capaian_agregat"] == Decimal(120)
    assert (found["kategori"], found["kategori_label"]) == ("sangat-tinggi", "Sangat Tinggi")
    assert (found["status"], found["tercapai"], found["versi_pk"]) == ("ada", True, "murni")
    assert found["tanda"] == "perlu_diperiksa_ulang"
    assert (found["berkas"], found["baris"]) == ("data/realisasi/2024/TW2/mutasi.yaml", 7)


def test_missing_is_an_empty_cell_with_a_status(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["capaian"], "IKU-03:2024-TW3")
    assert (found["status"], found["alasan"]) == ("menunggu_rilis", "Belum\nterbit.")
    assert found["realisasi"] is found["capaian"] is found["tercapai"] is found["kategori"] is None
    late = row(by_name["capaian"], "IKU-04:2024")
    assert (late["status"], late["hari_terlambat"]) == ("terlambat", 14)
    assert row(by_name["capaian"], "IKU-04:2024-TW1")["status"] == "tidak_berlaku"


def test_target_keys_name_the_document(by_name: Mapping[str, Tabel]) -> None:
    assert row(by_name["target"], "IKU-03:2024:perjanjian_kinerja:murni")["nilai"] == 60
    assert row(by_name["target"], "IKU-03:2024-TW3:rencana_aksi")["nilai"] == 42
    assert row(by_name["target"], "IKU-03:2024:renstra:2021-2026")["nilai"] == 1


def test_a_figure_before_its_correction_is_told_with_its_form() -> None:
    opinion: Any = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
    data = Susunan().ukur("A", **opinion, baseline={"tahun": "2021", "predikat": "TMP"})
    data.janji("A", {"predikat": "WTP"}).lapor("A", "TW1", predikat="WTP")
    forms = {"nilai_lama": {"predikat": "WDP"}, "nilai_baru": {"predikat": "WTP"}}
    common = recorded(Susunan()).koreksi[2024, "TW1", "KOR-1"]
    data.koreksi[2024, "TW1", "KOR-1"] = common | {"indikator": "A", "isian": "predikat"} | forms

    def seen(table: str, key: str, names: str, hari: str = "2025-02-14") -> list[Any]:
        found = next(row(one, key) for one in tables(rekap_of(data, hari)) if one.nama == table)
        return [found[name] for name in names.split()]

    numbers = seen("koreksi", "KOR-1:2024-TW1", "nilai_lama nilai_baru realisasi_lama lama_tertulis baru_tertulis")
    assert numbers == [3, 4, 3, "WDP", "WTP"]
    assert seen("indikator", "A", "baseline_nilai baseline_tertulis") == [1, "TMP"]
    assert seen("realisasi", "A:2024-TW1", "nilai tertulis", "2024-05-19") == [3, "WDP"]
    assert seen("realisasi", "A:2024-TW1", "nilai tertulis", "2024-05-20") == [4, "WTP"]


def test_a_correction_says_what_the_figure_was(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["koreksi"], "KOR-1:2024-TW1")
    assert (found["nilai_lama"], found["nilai_baru"]) == (2, 1)
    assert found["realisasi_lama"] == Decimal("66.66666666666666666666666667")
    assert found["realisasi_baru"] == Decimal("33.33333333333333333333333333")
    assert (found["unit"], found["disetujui_oleh"]) == (UNIT, "kepala")
    assert row(by_name["capaian"], "IKU-03:2024-TW1")["tanda"] == "dikoreksi perlu_diperiksa_ulang"


def test_submissions_tell_days_and_rounds(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["pengiriman"], f"{UNIT}:2024-TW1")
    assert (found["dikirim"], found["disetujui"]) == (date(2024, 4, 17), date(2024, 4, 19))
    assert (found["jatuh_tempo"], found["hari_terlambat"]) == (date(2024, 4, 15), 2)
    assert (found["keadaan"], found["putaran"], found["alasan"]) == ("disetujui", 0, None), "the process is not shown"


def test_steps_tell_minutes_against_the_standard(by_name: Mapping[str, Tabel]) -> None:
    order, decision = (row(by_name["siklus"], f"2024-TW1:pengumpulan:{n}") for n in (1, 2))
    assert (order["menit_baku"], order["menit"], order["kali"], order["nomor"]) == (5, 10, 1, "800/1")
    assert (decision["menit_baku"], decision["menit"], decision["kali"]) == (450, 900, 2)
    measuring = row(by_name["siklus"], "2024-TW1:pengukuran:1")
    assert (measuring["menit_baku"], measuring["menit"], measuring["kali"], measuring["selesai"]) == (
        None,
        None,
        0,
        None,
    )
    assert row(by_name["proses"], "2024:pengumpulan:1")["menit"] == 10
    assert row(by_name["proses"], "2024:pengukuran:1")["menit"] is None


def test_an_action_is_open_until_it_is_closed(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["tindak_lanjut"], "TL-1")
    assert (found["status"], found["kemajuan"], found["hari_terlambat"]) == ("terlambat", 40, 45)
    assert (found["periode"], found["indikator"], found["selesai"], found["bukti"]) == ("2024-TW1", "IKU-03", None, 0)


def test_documents_are_data_files_and_the_register(by_name: Mapping[str, Tabel]) -> None:
    assert [r[1] for r in by_name["dokumen"].baris] == ["renstra", "perjanjian_kinerja", "rencana_aksi", "lkjip"]
    assert row(by_name["dokumen"], "lkjip-2024")["nomor_arsip"] == "7"


def test_komponen_are_reported_or_joined(by_name: Mapping[str, Tabel]) -> None:
    table = by_name["komponen"]
    assert row(table, "IKU-03:2024-TW1:total")["asal"] == "dilaporkan"
    joined = row(table, "IKU-03:2024:total")
    assert (joined["nilai"], joined["asal"], joined["uraian"]) == (6, "digabung", "Semua")


def test_sasaran_is_silent_until_all_is_measured(by_name: Mapping[str, Tabel]) -> None:
    found = row(by_name["sasaran"], "S1:2024")
    assert (found["jenis"], found["terukur_ada"], found["terukur_dari"]) == ("sasaran", 1, 2)
    assert found["capaian"] is found["kategori"] is None
    assert row(by_name["sasaran"], "T1:2024")["jenis"] == "tujuan"
    whole = row(by_name["perangkat_daerah"], "2024")
    assert (whole["capaian"], whole["terukur_ada"], whole["cara"]) == (None, 1, "rerata_sasaran")


def test_a_tujuan_with_the_kode_of_a_sasaran_gets_a_key_of_its_own() -> None:
    periode = Periode(2024, "tahunan")
    assert id_kelompok("tujuan", "1", periode, ["1"]) == "tujuan:1:2024"
    assert id_kelompok("sasaran", "1", periode, ["1"]) == "1:2024"
    assert id_kelompok("tujuan", "1", periode, ["2"]) == "1:2024"


def test_money(by_name: Mapping[str, Tabel]) -> None:
    table = by_name["anggaran"]
    first = row(table, "5.03.2.1:2024-TW1")
    assert (first["pagu_murni"], first["pagu"], first["realisasi"], first["data_sampai"]) == (300, 200, None, None)
    leaf = row(table, "5.03.2.1:2024-TW2")
    assert (leaf["realisasi"], leaf["sisa"], leaf["serapan"]) == (50, 150, 25)
    assert leaf["berkas"] == "data/anggaran/2024/TW2.yaml"
    total = row(table, "total:2024-TW4")
    assert (total["kode"], total["pagu_murni"], total["pagu"], total["realisasi"]) == (None, 300, 200, 50)
    assert (total["sisa"], total["serapan"], total["data_sampai"]) == (150, 25, "2024-TW2")
    assert row(by_name["program"], "5.03.2:2024")["induk"] == "5.03"


def render_files(rekap: Rekapitulasi) -> dict[PurePosixPath, bytes]:
    return {path: b"".join(parts()) for path, parts in render_tables(rekap).items()}


def test_csv_is_rfc_4180(rekap: Rekapitulasi) -> None:
    files = render_files(rekap)
    text = files[FOLDER / "realisasi.csv"].decode()
    assert not text.startswith("\ufeff")
    assert text.startswith("id,indikator,tahun,periode,")
    assert text.endswith("\r\n")
    assert text.replace("\r\n", "").count("\n") == 1  # the one inside a quoted cell
    assert '"Belum\nterbit."' in text
    found = read_csv(files, "realisasi")
    assert (found[0]["nilai"], found[0]["sementara"]) == ("33.33333333333333333333333333", "tidak")
    assert (found[2]["nilai"], found[2]["status"]) == ("", "menunggu_rilis")


def test_csv_text_is_no_formula_and_numbers_keep_their_sign() -> None:
    columns = kolom.TARGET.kolom
    blank: list[Any] = [None] * len(columns)
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "\rx"):
        cells = [*blank]
        cells[7], cells[6] = text, Decimal("-1.25")
        line = next(iter(list(csv.reader(io.StringIO("".join(render_csv(columns, [tuple(cells)])), newline="")))[1:]))
        assert line[7] == f"'{text}"
        assert line[6] == "-1.25"


def test_a_table_without_rows_is_its_header() -> None:
    files = render_files(rekap_of(Susunan()))
    assert files[FOLDER / "realisasi.csv"].count(b"\r\n") == 1
    assert json.loads(files[FOLDER / "sakip.json"])["tabel"]["realisasi"] == []


def test_json_says_the_same_and_has_no_floats(rekap: Rekapitulasi) -> None:
    files = render_files(rekap)
    numbers: list[str] = []

    def exact(text: str) -> Decimal:
        numbers.append(text)
        return Decimal(text)

    found = json.loads(files[FOLDER / "sakip.json"], parse_float=exact, parse_int=exact)
    assert not [text for text in numbers if "e" in text.lower()]
    assert (found["versi"], found["revisi"], found["status_data"]) == (1, "3f9c2ab", "contoh")
    assert found["posisi"] == {"sampai": "2025-01", "per_tanggal": "2025-02-14"}
    assert found["metode"]["2024"]["batas_agregat"] == 120
    for table in tables(rekap):
        rows = found["tabel"][table.nama]
        assert [r["id"] for r in rows] == [r[0] for r in table.baris]
    capaian = {r["id"]: r for r in found["tabel"]["capaian"]}["IKU-03:2024-TW2"]
    assert capaian["realisasi"] == Decimal("66.66666666666666666666666667")
    assert capaian["tercapai"] is True


def test_no_person_is_published(rekap: Rekapitulasi) -> None:
    everything = b"".join(render_files(rekap).values())
    assert b"pejabat" not in everything
    assert b"Kepala Bidang" not in everything


def test_checksums_are_those_of_the_files(rekap: Rekapitulasi) -> None:
    made = render_situs(rekap, make_environment(Path(__file__).parents[2] / "site_templates"), {}, "1").berkas.items()
    files = {path: b"".join(parts()) for path, parts in made if path.is_relative_to(FOLDER)}
    lines = files[FOLDER / "SHA256SUMS"].decode().splitlines()
    named = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert list(named) == sorted(named)
    assert set(named) == {path.name for path in files} - {"SHA256SUMS"}
    for name, digest in named.items():
        assert hashlib.sha256(files[FOLDER / name]).hexdigest() == digest


def test_same_data_same_bytes(rekap: Rekapitulasi) -> None:
    assert render_files(rekap_of(small())) == render_files(rekap)


def test_a_missing_figure_is_not_a_zero() -> None:
    with_zero = small().lapor("IKU-03", "TW3", komponen={"ikut": "0", "total": "3"})
    assert render_files(rekap_of(with_zero)) != render_files(rekap_of(small()))
