"""Schema errors: the right element, and a sentence that helps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from sakipgen.domain.anggaran import ProgramTahunan
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import LAYOUT
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import Metode
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi, Renstra
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.siklus import Siklus
from sakipgen.reading.isian_asing import Problem
from sakipgen.reading.messages import POLA, SENTENCES, _issue, explain
from sakipgen.reading.yaml_source import Source, read_source
from tests.conftest import Indonesian

PATH = PurePosixPath("data/x.yaml")
CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "_dasar" / "data"


def read(text: str) -> Source:
    source, diagnostics = read_source(PATH, text.encode())
    assert diagnostics == ()
    assert source is not None
    return source


def problems(text: str, model: type[BaseModel] = LaporanRealisasi, said: Mapping[str, str] | None = None) -> list[str]:
    source = read(text)
    with pytest.raises(ValidationError) as caught:
        model.model_validate(source.value)
    found = [source.resolve(issue) for issue in explain(source, model, caught.value, said or {})]
    return [
        f"{d.position.baris}:{d.position.kolom} {d.code} {d.message}" for d in sorted(found, key=lambda d: d.position)
    ]


def one(text: str, model: type[BaseModel] = LaporanRealisasi, said: Mapping[str, str] | None = None) -> str:
    found = problems(text, model, said)
    assert len(found) == 1, found
    return found[0]


def row(line: str) -> str:
    return f"butir:\n  IKU-01:\n    {line}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("nilia: 1", "S001 isian `nilia` tidak dikenal; nama isian harus tepat; maksud Anda `nilai`?"),
        ("Nilai: 1", "S001 isian `Nilai` tidak dikenal; nama isian harus tepat; maksud Anda `nilai`?"),
        ("realisasi: 1", "S001 isian `realisasi` tidak dikenal; nama isian harus tepat; maksud Anda `nilai`?"),
        ("faktor pendorong: x", ("S001 isian `faktor pendorong` tidak dikenal; nama isian harus tepat; "
         "maksud Anda `faktor_pendorong`?")),
        ("capaian: 97", ("S001 isian `capaian` tidak dikenal; nilainya dihitung otomatis dari target dan realisasi; "
         "hapus isian ini.")),
        ("id: IKU-01", "S001 isian `id` tidak perlu; kodenya sudah tertulis sebagai kunci `IKU-01`; hapus isian ini."),
        ("butir: x", ("S001 isian `butir` tidak dikenal di tempat ini; nama itu ada pada tingkat lain; "
         "periksa jumlah spasi di depannya.")),
        ("{nilai: 1, nila: 2}", ("S001 isian `nila` tidak dikenal; mirip dengan `nilai` yang sudah terisi; "
         "hapus salah satunya.")),
    ],
)  # fmt: skip
def test_unknown_field(line: str, expected: str, indonesian: Indonesian) -> None:
    place, _, sentence = indonesian(one(row(line))).partition(" ")
    assert sentence == expected
    assert place == ("3:16" if line.startswith("{") else "3:5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("butir: {IKU-01: {nilai: 87,5}}", ("1:28 S001 koma memotong angka `87,5` menjadi dua isian; pecahan ditulis "
         "dengan titik; tulis `87.5`.")),
        ("butir: {IKU-01: {nilai: -1,500}}", ("1:28 S001 koma memotong angka `-1,500` menjadi dua isian; pecahan "
         "ditulis dengan titik; tulis `-1500`.")),
    ],
)  # fmt: skip
def test_comma_in_braces(text: str, expected: str, indonesian: Indonesian) -> None:
    assert indonesian(one(text)) == expected


def test_comma_among_map_keys() -> None:
    assert one("butir: {a: {target: {TW1: 1,5, TW2: 3}}}", RencanaAksi).startswith(
        "1:29 S001 koma memotong angka `1,5`"
    )


def test_empty_year_is_no_cut_number() -> None:
    text = (BASE / "renstra" / "2021-2026.yaml").read_text("utf-8").split("target:")[0]
    assert one(text + "target:\n  IKU-01: {2021: 80, 2022: }\n", Renstra) == (
        "14:28 S002 `2022` kosong; setiap isian yang ditulis harus berisi; isi atau hapus baris ini."
    )


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        ("kode: IKU-09", {"kode": "IKU-01"}, ('S001 isian `kode` berisi "IKU-09", padahal nama berkas atau foldernya '
         'menyebut "IKU-01"; `kode` hanya dibaca dari nama itu; hapus isian ini, atau pindahkan berkasnya bila namanya '
         "yang keliru.")),
        ("tahun: 2024", {"tahun": "2024"}, ('S001 isian `tahun` tidak perlu; nama berkas atau foldernya sudah menyebut '
         '"2024"; hapus isian ini.')),
        ("triwulan: [3]", {"periode": "TW3"}, ('S001 isian `triwulan` tidak perlu; nama berkas atau foldernya sudah '
         'menyebut "TW3"; hapus isian ini.')),
        ("bidang: diklat", {}, ("S001 isian `bidang` tidak dikenal; isian yang dikenal di sini: `butir`; "
         "ganti namanya atau hapus isian ini.")),
    ],
)  # fmt: skip
def test_what_the_path_says(field: str, said: dict[str, str], expected: str, indonesian: Indonesian) -> None:
    assert indonesian(one(f"{field}\nbutir: {{a: {{nilai: 1}}}}", said=said)) == f"1:1 {expected}"


def test_one_mistake_one_message() -> None:
    assert one("bitir:\n  IKU-01:\n    nilai: 1\n") == (
        "1:1 S001 isian `bitir` tidak dikenal; nama isian harus tepat; maksud Anda `butir`?"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("nilai: {a: 1}", "3:12 S005 susunan kunci dan isi bukan angka; tulis satu angka, misalnya `87.5`."),
        ("nilai: {min: 80, maks: 90}", ("3:13 S005 `min` hanya untuk target; realisasi tetap satu angka; "
         "tulis misalnya `nilai: 87.5`.")),
        ("sementara: [ya]", "3:16 S004 daftar tidak dikenal; isi `ya` atau `tidak`."),
        ("sementara:", ("3:15 S002 `sementara` kosong; isian yang ditulis harus berisi; isi, misalnya `sementara: ya`, "
         "atau hapus baris ini.")),
        ("status: [a]", ("3:13 S004 daftar tidak dikenal; pilihannya: menunggu_rilis, tidak_tersedia, tidak_berlaku; "
         "tulis salah satunya.")),
        ("sumber: {a: b}", ("3:13 S005 `sumber` berisi susunan `kunci: isi`; seharusnya satu teks; tulis teksnya "
         "sesudah titik dua, dan apit dengan tanda kutip bila memuat `: ` atau diawali `-`.")),
        ("komponen: 5", ('3:15 S005 `komponen` berisi teks "5"; seharusnya pasangan `kunci: isi`, satu untuk setiap '
         "kode; tulis setiap pasangan di baris sendiri, menjorok di bawahnya.")),
        ("bukti: rekap", ('3:12 S005 `bukti` berisi teks "rekap"; seharusnya butir-butir; tulis setiap butir di '
         "baris sendiri dan awali dengan tanda hubung, misalnya `- rekap`.")),
        ("bukti: [x]", ('3:13 S005 `bukti` berisi teks "x"; seharusnya isian `judul`, `jenis`; tulis isian itu '
         "menjorok di baris-baris di bawahnya.")),
        ("kendala: ''", ("3:14 S006 `kendala` kosong; harus ada isinya; tulis isinya atau hapus isian ini bila tidak "
         "wajib.")),
        ("komponen: {A: 1}", ('3:16 S007 "A" bukan nama komponen; nama komponen diawali huruf kecil, lalu huruf kecil, '
         "angka, atau garis bawah, paling panjang 30; tulis misalnya `jumlah_pegawai`.")),
    ],
)  # fmt: skip
def test_other_shapes(line: str, expected: str, indonesian: Indonesian) -> None:
    assert indonesian(one(row(line))) == expected


def test_a_list_is_not_called_empty_because_its_item_is_wrong() -> None:
    text = (BASE / "perjanjian-kinerja/2024/kepala/murni.yaml").read_text("utf-8")
    assert one(text.replace("IKU-01", "IKU 01"), PerjanjianKinerja).startswith("4:3 S007 ")
    assert one(text.partition("  IKU-01")[0].replace("butir:", "butir: {}"), PerjanjianKinerja).startswith("3:8 S006 ")
    assert one("butir: {a: {aksi: [{uraian: x, keluaran: y, pelaksana: z, jadwal: [TW9]}]}}", RencanaAksi).startswith(
        "1:68 T002 "
    )


def test_wrong_kode_offers_a_right_one() -> None:
    assert one('butir: {"Bidang Mutasi & Promosi": {nilai: 1}}').endswith("tulis misalnya `Bidang-Mutasi-Promosi`.")
    assert one('butir: {"!": {nilai: 1}}').endswith("tulis misalnya `IKU-01`.")


def test_contradiction_points_at_a_named_field() -> None:
    text = (BASE / "indikator" / "IKU-01.yaml").read_text("utf-8")
    assert one(text + "rumus: a\n", Indikator).startswith("23:1 S008 ")


def test_literal_choices() -> None:
    text = (BASE / "metode" / "2024.yaml").read_text("utf-8").replace("turun: turun_selisih", "turun: naik")
    assert (
        one(text, Metode)
        == '5:10 S004 "naik" tidak dikenal; pilihannya: turun_selisih, turun_rasio; tulis salah satunya.'
    )


def test_bounds_of_a_number() -> None:
    text = (BASE / "metode" / "2024.yaml").read_text("utf-8")
    assert one(text + "ambang_lonjakan: 0\n", Metode) == (
        "25:18 S006 0 terlalu kecil; harus lebih besar dari 0; perbaiki angkanya."
    )
    assert one(text + "ambang_kelengkapan: 101\n", Metode) == (
        "25:21 S006 101 terlalu besar; paling besar 100; perbaiki angkanya."
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("waktu: 1,5 jam", ('5:12 T007 "1,5 jam" bukan lama waktu; lama ditulis bilangan bulat dan satuannya '
         "(menit, jam, atau hari); tulis misalnya `90 menit` atau `1 hari`.")),
        ("hasil: ditolak", ('5:12 S004 "ditolak" tidak dikenal; pilihannya: disetujui, dikembalikan; '
         "tulis salah satunya.")),
        ("alasan: bukti_kurang", ("5:5 S008 `alasan` dan `hasil: dikembalikan` harus ada bersama-sama; "
         "isi keduanya atau hapus `alasan`.")),
    ],
)  # fmt: skip
def test_a_step_of_the_sop(line: str, expected: str, indonesian: Indonesian) -> None:
    text = f"pengumpulan:\n  - langkah: 3\n    tanggal: 2024-04-01\n    oleh: kepala\n    {line}\n"
    assert indonesian(one(text, Siklus)) == expected


@pytest.mark.parametrize("langkah", ["0", "03", "100", "1a", "ke-3"])
def test_the_number_of_a_step(langkah: str, indonesian: Indonesian) -> None:
    text = f"pengumpulan:\n  - langkah: {langkah}\n    tanggal: 2024-04-01\n    oleh: kepala\n"
    assert indonesian(one(text, Siklus)) == (
        f'2:14 S007 "{langkah}" bukan nomor langkah; nomornya `1` sampai `99` tanpa 0 di depan; tulis misalnya `3`.'
    )


def test_missing_money_has_an_example() -> None:
    text = "{nama: x, penanggung_jawab: a, pagu: {}, sumber_dana: PAD}"
    kegiatan = "{a: {nama: x, penanggung_jawab: a}}"
    program = "{a: {nama: x, penanggung_jawab: a, sasaran: S1}}"
    file = f"versi_nomenklatur: x\nsumber: y\nprogram: {program}\nkegiatan: {kegiatan}\nsub_kegiatan: {{a: {text}}}\n"
    assert one(file, ProgramTahunan).endswith("tambahkan, misalnya `murni: 1500000`.")


# ── Nothing falls through ────────────────────────────────────────────────────────────────────────────────────────

RAISES: dict[str, set[str]] = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "str": {"string_type"},
    "dict": {"dict_type"},
    "tuple": {"tuple_type"},
    "enum": {"enum"},
    "literal": {"literal_error"},
    # Read by our own parsers, which hand on the finished value: what remains are the bounds.
    "decimal": set(),
    "int": set(),
    "bool": set(),
    "date": set(),
    "time": set(),
    "is-instance": set(),
    # Wrappers: what they raise of their own has our codes as type.
    "default": set(),
    "definitions": set(),
    "definition-ref": set(),
    "function-after": set(),
    "function-before": set(),
    "model-field": set(),
    "no-info": set(),
    "nullable": set(),
}
"""Which errors each kind of core schema can raise; a new kind in a model fails the test until it stands here."""

BOUNDS = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("dict", "min_length"): "too_short",
    ("tuple", "min_length"): "too_short",
    ("decimal", "gt"): "greater_than",
    ("decimal", "ge"): "greater_than_equal",
    ("decimal", "le"): "less_than_equal",
    ("int", "ge"): "greater_than_equal",
    ("int", "le"): "less_than_equal",
}
HARMLESS = {"type", "strict", "ref", "metadata", "serialization", "strip_whitespace", "regex_engine"}
LEAVES = {"str", "decimal", "int", "bool", "date", "time", "dict", "tuple"}


def schemas(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for key, inner in schema.items():
            if key not in {"metadata", "serialization", "default"}:
                yield from schemas(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from schemas(inner)


def all_schemas() -> list[dict[str, Any]]:
    return [found for jenis in LAYOUT for found in schemas(jenis.model.__pydantic_core_schema__)]


def test_every_error_our_models_can_raise_has_a_sentence() -> None:
    possible: set[str] = set()
    for schema in all_schemas():
        kind = schema["type"]
        possible |= RAISES[kind]
        if kind in LEAVES:
            options = {key for key in schema if key not in HARMLESS | {"keys_schema", "values_schema"}}
            options -= {"items_schema", "variadic_item_index", "microseconds_precision"}
            possible |= {BOUNDS[kind, option] for option in options}
    assert possible == set(SENTENCES)


def test_every_pattern_has_words() -> None:
    patterns = {schema["pattern"] for schema in all_schemas() if schema["type"] == "str" and "pattern" in schema}
    assert patterns == set(POLA)


def test_an_error_of_a_future_model_is_said_in_indonesian(indonesian: Indonesian) -> None:
    source = read("a: x\n")
    for kind, ctx in (("url_parsing", {}), ("string_pattern_mismatch", {"pattern": "^new$"})):
        issue = _issue(Problem(source, Model, {}, kind, ("a",), False, "x", ctx))
        expected = "isi `a` tidak terbaca; isinya harus menurut contoh pada panduan; perbaiki isian ini."
        assert indonesian(issue.message) == expected


# ── Anything goes wrong ──────────────────────────────────────────────────────────────────────────────────────────

WRONG_TEXTS = (None, "", "x", "1,5", "-1", "a b", "ya", "x" * 6000, "20245", "2024-13-01", "a\nb", "https://")
WRONG_SHAPES: tuple[object, ...] = (
    [],
    ["x"],
    [None],
    [{}],
    [[]],
    {},
    {"x": "y"},
    {"a b": None},
    {"2024": "x", "5": None},
    {"nama": ["x"]},
)
ODD = st.sampled_from([*WRONG_TEXTS, *WRONG_SHAPES])
FILES = [
    (path, jenis.model)
    for jenis in LAYOUT
    for base in (BASE, CASES / "_lengkap" / "data", CASES / "W003" / "data")
    for path in sorted(base.rglob("*.yaml"))
    if jenis.regex.fullmatch(str(path.relative_to(base)))
]


def test_every_kind_of_file_is_tried() -> None:
    assert {model for _, model in FILES} == {jenis.model for jenis in LAYOUT}


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_any_wrong_value_gets_a_sentence(data: st.DataObject, indonesian: Indonesian) -> None:
    path, model = data.draw(st.sampled_from(FILES))
    source, _ = read_source(PATH, path.read_bytes())
    assert source is not None
    root: Any = {"": source.value}
    target, key = root, ""
    for _ in range(data.draw(st.integers(0, 5))):
        inner: Any = target[key]
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner))) if isinstance(inner, list) else []
        if not keys:
            break
        target, key = inner, data.draw(st.sampled_from(keys))
    if data.draw(st.booleans()) and isinstance(target, dict) and target is not root:
        target[data.draw(st.sampled_from(["x", "nama", "kode", "target", "5", "a b"]))] = target.pop(key)
    else:
        target[key] = data.draw(ODD)
    text = yaml.safe_dump(root[""], allow_unicode=True, sort_keys=False)
    source, diagnostics = read_source(PATH, text.encode())
    if source is None:
        assert {d.code for d in diagnostics} == {"Y013"}
        return
    try:
        model.model_validate(source.value)
    except ValidationError as error:
        issues = list(explain(source, model, error, {"kode": "IKU-01", "tahun": "2024"}))
        assert issues
        for issue in issues:
            diagnostic = source.resolve(issue)
            assert re.fullmatch(r"[SNT]0\d\d", diagnostic.code)
            assert diagnostic.code != "S099"
            assert diagnostic.message.isprintable()
            assert diagnostic.message.endswith((".", "?"))
            indonesian(diagnostic.as_text())
