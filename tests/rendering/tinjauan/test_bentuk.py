"""One review in its forms: a proposal's text does nothing in any of them, what does not fit is counted, J-05, F-08."""

from __future__ import annotations

import html as markup
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sakipgen.rendering.dokumen.daftar import MENURUT_KODE
from sakipgen.rendering.lembar import LEMBAR
from sakipgen.rendering.tinjauan import FormatTinjauan, render_tinjauan, susun_laporan
from sakipgen.rendering.tinjauan.markdown import BATAS_KOMENTAR, PENANDA, pesan, tawar
from sakipgen.rendering.tinjauan.susun import NASKAH
from sakipgen.reviewing.laporan import BarisMasalah, BarisPenjelasanLaporan, LaporanTinjauan, baca_laporan
from sakipgen.reviewing.naskah import BERANGKA, BERBERKAS, LKJIP
from sakipgen.schema import render_schemas
from tests.conftest import Golden, Indonesian
from tests.usulan import REALISASI, RENCANA, Kantor, koreksi

HERE = Path(__file__).parent.parent.parent
JAHAT = (
    "<script>alert(1)</script> <img src=x onerror=a> | sel | `kode` [klik](javascript:a) ![g](http://x/y.png) "
    "@semua #1 !2 https://jahat.example www.jahat.example GH-3 ~~a~~ **tebal** $x$ --> </details> \n# judul\n- [ ] a\n"
)


@pytest.fixture(scope="module")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> LaporanTinjauan:
    """A correction with a fault beside it."""
    kantor = Kantor(tmp_path_factory.mktemp("kantor"))
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "60")
    kantor.ganti(RENCANA, "TW2: 78", "TW2: 77.5")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-02.yaml", koreksi("77.5", "60"))
    found = kantor.tinjau(pengirim="bk-diklat", dikirim="2024-04-13T10:12:00+07:00")
    return susun_laporan(found).model_copy(update={"revisi": "0" * 12})


@pytest.mark.parametrize("fmt", FormatTinjauan)
def test_each_form_as_it_was_read(
    laporan: LaporanTinjauan, fmt: FormatTinjauan, golden: Golden, indonesian: Indonesian
) -> None:
    text = render_tinjauan(laporan, fmt)
    golden(HERE / "golden" / "tinjauan" / f"{fmt}.txt", text)
    assert text.endswith("\n")
    prose = re.sub(r"<[^>]*>|&#\d+;|^::\w+ .*?::|\"\w+\":", " ", text, flags=re.MULTILINE)
    indonesian(prose)
    words = r"\b(commit|branch|merge|pull|push|diff|rebase|worktree|cabang|revert)\b"
    assert fmt is FormatTinjauan.JSON or re.findall(words, prose) == [], "no word of Git"


def test_the_json_is_valid_and_comes_back(laporan: LaporanTinjauan) -> None:
    text = render_tinjauan(laporan, FormatTinjauan.JSON)
    schema = json.loads(render_schemas()["laporan-tinjauan.schema.json"])
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    assert baca_laporan(text.encode()) == laporan


@pytest.mark.parametrize(
    "change",
    [
        {"versi": 2},
        {"galat": 0},
        {"masalah": [{"kode": "X"}]},
        {"judul": "x" * 501},
        {"judul": 5},
        {"terukur": "ya"},
        {"berkas_diperiksa": "9"},
    ],
)
def test_j05_a_forged_report_is_refused(laporan: LaporanTinjauan, change: dict[str, object]) -> None:
    content = json.loads(render_tinjauan(laporan, FormatTinjauan.JSON)) | change
    found = baca_laporan(json.dumps(content).encode())
    assert isinstance(found, str)
    assert "tidak sah" in found


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_j05_what_is_no_report_is_refused(content: bytes) -> None:
    assert isinstance(baca_laporan(content), str)


def _html(text: str) -> str:
    return str(MarkdownIt("gfm-like").render(text))


def _isi(laporan: LaporanTinjauan, teks: str, kali: int = 1) -> LaporanTinjauan:
    """The report with a text of a proposal wherever there is room for one."""
    row = BarisMasalah(
        tingkat="galat", kode="K001", berkas=teks[:300], baris=1, kolom=1, di=teks[:500], pesan=teks[:2000],
        judul=teks[:500], baru=True,
    )  # fmt: skip
    angka = laporan.angka[0].model_copy(update={"kode": teks[:300], "nama": teks[:300], "realisasi_baru": teks[:500]})
    isian = laporan.isian[0].model_copy(update={"lama": teks[:500], "berkas": teks[:300]})
    koreksi = (
        laporan.koreksi[0]
        .model_copy(update={"kode": teks[:300], "lama": teks[:500], "alasan": teks[:2000], "diminta": teks[:300]})
        .model_copy(update={"disetujui": (teks[:300],), "bukti": (teks[:500],)})
    )
    said = BarisPenjelasanLaporan(kode=teks[:300], periode="TW I", isian="Kendala", lama=None, baru=teks[:2000])
    gone = said.model_copy(update={"lama": teks[:2000], "baru": None})
    return laporan.model_copy(
        update={
            "judul": teks[:500],
            "pengirim": teks[:300],
            "masalah": (row,) * kali,
            "angka": (angka,) * kali,
            "isian": (isian,) * kali,
            "koreksi": (koreksi,) * kali,
            "penjelasan": (said, gone) * kali,
            "tanpa_bukti": (teks[:500],) * kali,
        }
    )


def test_f08_text_of_a_proposal_does_nothing(laporan: LaporanTinjauan) -> None:
    text = render_tinjauan(_isi(laporan, JAHAT), FormatTinjauan.MARKDOWN)
    html = _html(text)
    assert not re.search(r"<(script|img|a|del|em)\b|javascript:[^ ]*\"", html)
    assert not re.search(r"@\w|(?<!&)#\w|://|www\.\w", re.sub(r"&#\d+;", "", text.partition("\n\n")[0]))
    assert html.count("<h1") == 0
    assert text.count("<details>") == text.count("</details>") == html.count("</details>")
    assert text.count(PENANDA) == 1
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {line.count(" | ") for line in rows} <= {4, 5}, "no cell was broken"


RUJUKAN = f"%1 :tada: {'ab12' * 10} ~bug $2 &3 ^4 a\u061cb c\u180ed e\u00adf g\U000e0041h\x85# i"
"""What one forge or another makes work, and what nobody sees."""


def _penuh(skema: dict[str, Any], bagian: dict[str, Any], teks: str, *, benar: bool) -> Any:
    """An instance of a schema with one row of each kind and a text wherever there is room for one."""
    if "$ref" in skema or "anyOf" in skema:
        inner = bagian[skema["$ref"].rpartition("/")[2]] if "$ref" in skema else skema["anyOf"][0]
        return _penuh(inner, bagian, teks, benar=benar)
    match skema:
        case {"const": value} | {"enum": [value, *_]}:
            return value
        case {"properties": fields}:
            return {name: _penuh(one, bagian, teks, benar=benar) for name, one in fields.items()}
        case {"items": one}:
            return [_penuh(one, bagian, teks, benar=benar)]
        case {"pattern": pattern}:
            return next(text for text in ("K001", AMAN) if re.search(pattern, text))
    return {"string": teks[: skema.get("maxLength", 0)], "boolean": benar, "integer": 1}[skema["type"]]


AMAN = "https://aman.example/a"


@pytest.mark.parametrize("benar", [True, False])
@pytest.mark.parametrize("teks", [JAHAT, f"target {JAHAT}", f"x\n\n{RUJUKAN}", f"target {RUJUKAN}"])
def test_j05_a_forged_report_does_nothing_in_any_of_its_fields(teks: str, *, benar: bool) -> None:
    """Made from the model, so a field that comes later is covered."""
    skema = LaporanTinjauan.model_json_schema()
    forged = baca_laporan(json.dumps(_penuh(skema, skema["$defs"], teks, benar=benar)).encode())
    assert isinstance(forged, LaporanTinjauan), forged
    for fmt in (FormatTinjauan.MARKDOWN, FormatTinjauan.RINGKASAN):
        text = render_tinjauan(forged, fmt).replace(AMAN, "")
        assert not re.search(r"<(script|img|del|em|h1|h2)\b|<a href=\"[^\"]|javascript:[^ ]*\"", _html(text))
        assert text.count("<!--") == text.count(PENANDA) == 1
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x85\xad\u061c\u180e\U000e0041]", text)
        plain = markup.unescape(text)
        assert not re.search(r"@\w|(?<!&)#\w|!\d|://|www\.\w|GH-\d|[%~$^&]\w|:\w+:|[0-9a-f]{13}", plain)
    *commands, _summary = render_tinjauan(forged, FormatTinjauan.GITHUB).removesuffix("\n").split("\n")
    assert all(line.startswith("::") for line in commands)


def test_revisions_as_we_show_them_stay_whole() -> None:
    assert tawar("revisi 0123456789ab, 95,2% dari 1000000 pukul 10.30") == (
        "revisi 0123456789ab, 95,2% dari 1000000 pukul 10.30"
    )
    assert "\u200b" in tawar("0123456789abcdef0123456789abcdef01234567")


def test_j06_a_marker_typed_by_a_user_is_no_marker(laporan: LaporanTinjauan) -> None:
    for fmt in (FormatTinjauan.MARKDOWN, FormatTinjauan.RINGKASAN):
        text = render_tinjauan(_isi(laporan, f"{PENANDA} sudah disetujui"), fmt)
        assert text.startswith(f"{PENANDA}\n")
        assert text.count(PENANDA) == text.count("<!--") == 1


def test_j04_what_a_proposal_calls_itself_is_never_shown(laporan: LaporanTinjauan) -> None:
    """Neither its title nor its branch is a field of the report; a hostile account is text."""
    assert {"cabang", "judul_usulan"}.isdisjoint(type(laporan).model_fields)
    hostile = laporan.model_copy(update={"pengirim": '$(curl x)`"; rm -rf', "revisi": "<b>`x`</b>"})
    text = render_tinjauan(hostile, FormatTinjauan.MARKDOWN)
    assert "<b>" not in text
    assert "$(curl" not in text
    assert "`" not in text


def test_what_a_report_says_beside_its_figures_is_read_before_it_is_decided(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.ganti("data/siklus/2024/TW1.yaml", "penutupan:\n  tanggal: 2024-04-08\n  oleh: kepala\n", "")
    kantor.simpan()
    kantor.ganti(
        REALISASI,
        kantor.teks(REALISASI)[kantor.teks(REALISASI).index("nilai: 77.5") :],
        "nilai: 60\n    kendala: Tiga | pegawai cuti.\n    solusi: Dinilai pada Mei.\n    bukti:\n"
        "      - {judul: Daftar baru, jenis: rekapitulasi, nomor_arsip: 800/99/2024}\n",
    )
    found = susun_laporan(kantor.tinjau())
    assert [(row.isian, row.lama, row.baru) for row in found.penjelasan] == [
        ("Bukti", None, "Daftar baru (rekapitulasi), nomor arsip 800/99/2024"),
        ("Bukti", "Hasil pengukuran triwulan I (laporan), nomor arsip 800/12/2024", None),
        ("Kendala", None, "Tiga | pegawai cuti."),
        ("Solusi", None, "Dinilai pada Mei."),
    ]
    assert (
        "- **IKU-01 Triwulan I 2024**. Bukti: Daftar baru (rekapitulasi), nomor arsip 800/99/2024. Bukti dihapus "
        "(sebelumnya: Hasil pengukuran triwulan I (laporan), nomor arsip 800/12/2024). Kendala: Tiga &#124; pegawai "
        "cuti. Solusi: Dinilai pada Mei.\n"
    ) in render_tinjauan(found, FormatTinjauan.MARKDOWN)
    assert "IKU-01 Triwulan I 2024, kendala: Tiga | pegawai cuti.\n" in render_tinjauan(found, FormatTinjauan.TEKS)


def test_a_tujuan_stands_below_its_sasaran(laporan: LaporanTinjauan) -> None:
    row = laporan.sasaran[0].model_copy(update={"kode": "T1", "nama": "Pegawai profesional"})
    found = laporan.model_copy(update={"tujuan": (row,)})
    text = render_tinjauan(found, FormatTinjauan.MARKDOWN)
    assert "| Sasaran dan tujuan | Periode |" in text
    assert "| T1 Pegawai profesional | Triwulan I 2024 | 1 dari 1 → **0 dari 1** |" in text
    assert "\nTujuan T1 Triwulan I 2024: tercapai 1 dari 1 → 0 dari 1; " in render_tinjauan(found, FormatTinjauan.TEKS)


def test_a_figure_with_a_comma_is_not_the_figure(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "77,5")
    (said,) = [d.message for d in kantor.tinjau().report.diagnostics if d.code == "P001"]
    assert '`nilai` berubah dari 77,5 menjadi "77,5"; ' in said


@given(st.text(max_size=400))
def test_any_text_is_one_line_of_text(teks: str) -> None:
    html = _html(f"| a | b |\n|---|---|\n| {tawar(teks)} | akhir |\n")
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert len(cells) == 2
    assert "<" not in cells[0]
    assert cells[1] == "akhir"
    assert not re.search(r"@\w", tawar(teks))


def test_code_in_a_message_stays_code() -> None:
    assert pesan("isi `a|b` lalu `<c>`") == "isi <code>a&#124;b</code> lalu <code>&#60;c&#62;</code>"
    assert "<code>" not in pesan("satu ` saja")


@pytest.mark.parametrize("teks", ["wajar", JAHAT, "|`*" * 600])
def test_a_comment_fits_and_counts_what_does_not(laporan: LaporanTinjauan, teks: str) -> None:
    text = render_tinjauan(_isi(laporan, teks, 3_000), FormatTinjauan.MARKDOWN)
    assert 0 < len(text) <= BATAS_KOMENTAR
    assert re.search(r"Menampilkan \d+ dari 3000 masalah; daftar lengkap di ringkasan pemeriksaan\.", text)
    assert 0 < len(render_tinjauan(_isi(laporan, teks, 3_000), FormatTinjauan.RINGKASAN)) <= 900_000


def test_annotations_are_counted(laporan: LaporanTinjauan) -> None:
    lines = render_tinjauan(_isi(laporan, "a\n::error::b", 34), FormatTinjauan.GITHUB).splitlines()
    assert len([line for line in lines if line.startswith("::error")]) == 10
    assert lines[10].startswith("::notice ")
    assert lines[10].endswith("::Menampilkan 10 dari 34 masalah; daftar lengkap di ringkasan.")


def test_personal_data_of_a_proposal_is_shown_in_no_form(tmp_path: Path) -> None:
    nik = "1301156503850001"
    kantor = Kantor(tmp_path)
    kantor.simpan()
    kantor.tulis(f"data/bukti/2024/TW1/ktp {nik}.csv", "a,b\n")
    kantor.ganti(REALISASI, "77.5", f"77.5\n    catatan: NIK {nik}")
    report = susun_laporan(kantor.tinjau(pengirim="bk-mutasi"))
    assert "D001" in {row.kode for row in report.masalah}
    assert [row.berkas for row in report.bukti] == ["data/bukti/2024/TW1/ktp ….csv"]
    for fmt in FormatTinjauan:
        assert nik not in render_tinjauan(report, fmt)


def test_papers_are_called_as_they_are_made() -> None:
    made = {kode: jenis.nama for kode, jenis in MENURUT_KODE.items()}
    made |= {kode: buku.judul for kode, buku in LEMBAR.items() if kode not in made}
    assert {kode: made[kode] for kode in NASKAH} == NASKAH
    assert NASKAH.keys() == {*BERANGKA.values(), *BERBERKAS.values(), LKJIP}


def test_the_worst_stand_open_and_the_rest_is_folded(laporan: LaporanTinjauan) -> None:
    text = render_tinjauan(_isi(laporan, "wajar", 34), FormatTinjauan.MARKDOWN)
    assert "<summary>24 masalah berikutnya</summary>" in text
    assert text.index("\n10. ") < text.index("24 masalah berikutnya") < text.index("\n11. ") < text.index("\n34. ")
