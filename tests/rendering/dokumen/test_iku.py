"""The list of IKU and the manual of each."""

from __future__ import annotations

from typing import Any

from sakipgen.rendering.dokumen.bahan import RANCANGAN, TITIK
from sakipgen.rendering.dokumen.blok import Tabel
from sakipgen.rendering.dokumen.iku import JENIS
from tests.conftest import Golden
from tests.measuring.builder import RASIO, Susunan
from tests.rendering.dokumen.contoh_bahan import bahan, buat, rekap_contoh, rekap_kecil, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis
from tests.salinan import ROOT

EMAS = ROOT / "tests" / "golden" / "naskah"
(IKU,) = JENIS


def kertas(susunan: Susunan) -> tuple[Tabel, ...]:
    (paper,) = buat(IKU, bahan(rekap_kecil(susunan)), 2024).values()
    return tuple(tabel(paper))


def manual(**fields: Any) -> dict[str, str]:
    """What the form of one IKU says, by field."""
    _, form = kertas(Susunan().ukur("A", **fields).janji("A", "1"))
    return {row[0]: row[1] for row in isi_sel(form) if len(row) == 2}


def test_paper_of_the_example(golden: Golden) -> None:
    (paper,) = buat(IKU, bahan(rekap_contoh()), 2026).values()
    golden(EMAS / "iku-2026.txt", tulis(paper))


def test_every_iku_is_in_the_list_and_has_a_form_of_its_own() -> None:
    rekap = rekap_contoh()
    (paper,) = buat(IKU, bahan(rekap), 2026).values()
    front, forms = paper.bagian
    assert (front.melintang, forms.melintang) == (True, False)
    said = tulis(paper)
    for kode, row in rekap.indikator.items():
        assert said.count(f"= {kode} {row.nama} =\n") == int(row.iku)
        for text in (row.alasan_pemilihan, row.formula_teks, row.sumber_data) if row.iku else ():
            assert text is None or text in said
    assert RANCANGAN not in paper.cap


def test_a_unit_gets_its_own_and_the_head_all() -> None:
    of = bahan(rekap_contoh())
    assert list(buat(IKU, of, 2026, "mp")) == ["iku-2026-mp"]
    (own,) = buat(IKU, of, 2026, "mp").values()
    assert [row[-1] for row in isi_sel(next(tabel(own)))] == ["Bidang Mutasi dan Promosi"]
    assert list(buat(IKU, of, 2026, "kepala")) == ["iku-2026"]
    assert buat(IKU, bahan(rekap_kecil(Susunan().ukur("A", iku="tidak").janji("A", "1"))), 2024) == {}


def test_without_a_decree_it_is_a_draft() -> None:
    data = Susunan().ukur("A").janji("A", "1")
    (draft,) = buat(IKU, bahan(rekap_kecil(data)), 2024).values()
    assert RANCANGAN in draft.cap
    assert "Lampiran" not in tulis(draft)
    data.dokumen["sk"] = {"jenis": "sk_iku", "judul": "Keputusan", "tahun": "2021", "tanggal": "2021-11-15"}
    data.dokumen["sk"]["nomor_arsip"] = "1"
    (decided,) = buat(IKU, bahan(rekap_kecil(data)), 2024).values()
    assert RANCANGAN not in decided.cap
    assert f"Lampiran Keputusan, nomor {TITIK} tanggal 15 November 2021." in tulis(decided)


def test_iku_of_a_tujuan_and_of_nothing_stand_last() -> None:
    data = Susunan(tujuan=["T-1"]).ukur("A").ukur("T-1", tingkat="tujuan").ukur("P", tingkat="program")
    data.janji("A", "1").janji("T-1", "1").janji("P", "1", unit="mutasi")
    front, *_ = kertas(data)
    assert [row[:3] for row in isi_sel(front)] == [
        ["1", "Sasaran.", "A Indeks"],
        ["2", "Tujuan.", "T-1 Indeks"],
        ["3", "–", "P Indeks"],
    ]


def test_a_form_says_only_what_the_kamus_says() -> None:
    bare = manual()
    assert set(bare) == {
        *("Sasaran strategis", "Tujuan", "Jenis", "Definisi operasional", "Polaritas", "Satuan", "Cara menghitung"),
        *("Rumus capaian", "Penggabungan periode", "Target periode", "Periode pelaporan", "Target Renstra"),
        *("Sumber data", "Penanggung jawab"),
    }
    assert bare["Penanggung jawab"] == "Bidang Mutasi (Kepala Bidang)"


def test_a_form_spells_out_rumus_stages_scale_and_standards() -> None:
    ratio = manual(**RASIO, satuan={"nama": "persen", "tipe": "persen"})
    assert ratio["Rumus"] == "([a] ÷ [b]) × 100"
    assert ratio["Komponen"] == "[a]: Pembilang\n[b]: Penyebut"
    stages = {"x": {"uraian": "Disusun", "bobot": "40"}, "y": {"uraian": "Dipakai", "bobot": "60"}}
    assert manual(tahapan=stages, satuan={"nama": "persen", "tipe": "persen"})["Tahapan"] == (
        "Disusun (40%)\nDipakai (60%)"
    )
    rich = manual(
        skala="akip88",
        batas={"min": "0", "maks": "100"},
        baseline={"tahun": "2021", "nilai": "62.15", "sumber": "Renstra"},
        standar_nasional={"tahun": "2024", "nilai": "70", "sumber": "Peraturan"},
        putus_seri={"2023": "Cara berganti."},
        ambang_arah="0.5",
        nilai_resmi="ya",
        komponen={"a": "Nilai"},
        rumus="a",
    )
    assert rich["Skala predikat"].startswith("Predikat AKIP: ")
    assert (rich["Batas nilai"], rich["Putus seri"]) == ("terendah 0; tertinggi 100", "2023: Cara berganti.")
    assert rich["Kondisi awal"] == "62,15 (2021), Renstra"
    assert rich["Standar nasional atau pembanding"] == "70 (2024), Peraturan"
    assert rich["Relatif tetap"] == "bila berubah kurang dari 0,5\xa0poin"
    assert rich["Nilai resmi"] == "Ditetapkan pemilik indeks; hitungan dari komponen hanya pembanding."


def test_a_form_names_what_it_is_made_of_and_what_it_replaces() -> None:
    data = Susunan().ukur("A", gabungan={"cara": "rerata", "indikator": ["B", "C"]}).ukur("B").ukur("C")
    data.kode_lama["L"] = {"nama": "Lama", "tahun_terakhir": "2023", "alasan": "Diganti.", "pengganti": "A"}
    _, form = kertas(data.janji("A", "1"))
    said = dict(row for row in isi_sel(form) if len(row) == 2)
    assert said["Gabungan"] == "rata-rata dari:\nB Indeks\nC Indeks"
    assert said["Menggantikan"] == "L Lama"


def test_targets_of_the_renstra_are_told_by_year() -> None:
    data = Susunan().ukur("A", satuan={"nama": "hari", "tipe": "angka"}).janji("A", "1")
    data.target_renstra = {"A": {"2025": {"min": "60", "maks": "70.5"}, "2024": "60"}}
    _, form = kertas(data)
    said = dict(row for row in isi_sel(form) if len(row) == 2)
    assert said["Target Renstra"] == "2024: 60\xa0hari; 2025: 60–70,5\xa0hari"


def test_paragraphs_of_a_long_text_are_lines_without_gaps() -> None:
    text = "Paragraf satu\ndengan sambungan.\n\nParagraf dua."
    front, form = kertas(Susunan().ukur("A", definisi_operasional=text, alasan_pemilihan=text).janji("A", "1"))
    said = "Paragraf satu dengan sambungan.\nParagraf dua."
    assert isi_sel(front)[0][4] == said
    assert dict(row for row in isi_sel(form) if len(row) == 2)["Definisi operasional"] == said
