"""Whatever an agency promises and reports, each row is told by finished sentences, and every page can be built."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.measuring.builder import TW, UNIT, Susunan, metode
from tests.rendering.test_pages import render

ANGKA = st.sampled_from(["0", "1", "5", "20", "-3"])
TAHAPAN = {"a": {"uraian": "Rancangan", "bobot": "40"}, "b": {"uraian": "Penetapan", "bobot": "60"}}
DINYATAKAN = {"nilai": "80", "alasan": "Tidak ada rumus yang adil.", "disetujui_oleh": "kabid"}


def batas(*names: str) -> st.SearchStrategy[Any]:
    return st.one_of(ANGKA, *(st.fixed_dictionaries({name: ANGKA}) for name in names))


NAIK, TURUN = batas("paling_sedikit", "lebih_dari"), batas("paling_banyak", "kurang_dari")
RENTANG = st.sampled_from([{"min": a, "maks": b} for a, b in (("0", "5"), ("5", "5"), ("-3", "1"), ("1", "20"))])
HARI = st.sampled_from([{"tanggal": f"2024-{hari}"} for hari in ("01-02", "06-30", "12-31")])
NILAI = st.fixed_dictionaries({"nilai": ANGKA})
YA = st.just({"terpenuhi": "ya"})
TIPE = {t: {"satuan": {"nama": "satuan", "tipe": t}} for t in ("angka", "persen", "ya_tidak", "tanggal", "predikat")}
TURUNAN = {"polaritas": "turun"}
LINTASAN = {"formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "5"}}
BENTUK: tuple[tuple[dict[str, Any], st.SearchStrategy[Any], st.SearchStrategy[Any]], ...] = (
    (TIPE["angka"], NAIK, NILAI),
    (TIPE["persen"] | TURUNAN, TURUN, NILAI),
    (TIPE["angka"] | TURUNAN | {"formula_capaian": "turun_rasio"}, TURUN, NILAI),
    (TIPE["angka"] | {"polaritas": "stabil"}, ANGKA, NILAI),
    (TIPE["angka"] | {"polaritas": "rentang"}, RENTANG, NILAI),
    (TIPE["angka"] | LINTASAN, NAIK, NILAI),
    (TIPE["angka"] | TURUNAN | LINTASAN, TURUN, NILAI),
    (TIPE["ya_tidak"], YA, st.sampled_from([{"terpenuhi": "ya"}, {"terpenuhi": "tidak"}])),
    (TIPE["tanggal"] | TURUNAN, HARI, HARI),
    (TIPE["tanggal"] | TURUNAN | {"formula_capaian": "turun_selisih"}, HARI, HARI),
    (
        TIPE["predikat"] | {"peringkat": "opini-bpk"},
        st.sampled_from([{"predikat": "WTP"}, {"predikat": "WDP"}]),
        st.sampled_from([{"predikat": p} for p in ("WTP", "WDP", "TW")]),
    ),
    (
        TIPE["persen"] | {"tahapan": TAHAPAN},
        st.sampled_from([{"tahapan": ["a"]}, {"tahapan": ["a", "b"]}]),
        st.sampled_from([{"tahapan": []}, {"tahapan": ["a"]}, {"tahapan": ["a", "b"]}]),
    ),
    (
        TIPE["angka"] | {"formula_capaian": "manual"},
        ANGKA,
        st.fixed_dictionaries({"nilai": ANGKA, "capaian_dinyatakan": st.just(DINYATAKAN)}),
    ),
)
"""What the kamus says of an indikator, how its target and how its realisasi may be written."""
TANPA_NILAI = st.sampled_from(
    [{"status": s, "alasan": "Sebabnya."} for s in ("menunggu_rilis", "tidak_tersedia", "tidak_berlaku")]
)


@st.composite
def susunan(draw: st.DrawFn) -> Susunan:
    """Three indikator of a year that may be amended, each reported or not, and some money."""
    data = Susunan(metode=metode(efisiensi={"cara": draw(st.sampled_from(["selisih", "rasio"]))}))
    for kode in ("A", "B", "C"):
        fields, targets, reports = draw(st.sampled_from(BENTUK))
        often = draw(st.sampled_from(["triwulanan", "tahunan"]))
        counted = fields["satuan"]["tipe"] in {"angka", "persen"} and "tahapan" not in fields
        joins = ["terakhir", "jumlah", "rerata", "maks"] if counted else ["terakhir"]
        formula = fields.get("formula_capaian", "")
        joins = {"manual": ["terakhir", "jumlah"], "lintasan": ["terakhir", "rerata", "maks"]}.get(formula, joins)
        more = {"agregasi": draw(st.sampled_from(joins)), "frekuensi": often, "desimal": "1"}
        data.ukur(kode, **fields, **more)
        promised = draw(st.sampled_from([("murni",), ("murni", "perubahan-1"), ("perubahan-1",)]))
        for versi in promised:
            data.janji(kode, draw(targets), versi=versi, tanggal="2024-01-15" if versi == "murni" else "2024-08-02")
        if often == "triwulanan":
            data.rencanakan(kode, **{segment: draw(targets) for segment in TW})
        for segment in TW if often == "triwulanan" else ["tahunan"]:
            if report := draw(st.one_of(st.none(), reports, TANPA_NILAI)):
                data.lapor(kode, segment, **report)
    data.program[2024] = {
        "versi_nomenklatur": "Kepmen",
        "sumber": "DPA",
        "program": {"5.03": {"nama": "Program", "sasaran": "S1", "penanggung_jawab": UNIT}},
        "kegiatan": {"5.03.2": {"nama": "Kegiatan", "penanggung_jawab": UNIT}},
        "sub_kegiatan": {
            "5.03.2.1": {
                "nama": "Sub",
                "penanggung_jawab": UNIT,
                "pagu": {"murni": draw(st.sampled_from(["0", "1000"]))},
                "sumber_dana": "PAD",
            }
        },
    }
    if (spent := draw(st.sampled_from([None, "0", "900"]))) is not None:
        data.anggaran[2024, "TW2"] = {
            "sumber": "LRA",
            "tanggal_data": "2024-07-05",
            "butir": {"5.03.2.1": {"realisasi": spent}},
        }
    return data


@given(susunan(), st.sampled_from(["2024-02-01", "2024-07-20", "2024-10-20", "2025-02-14"]))
@settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
def test_every_row_is_told(data: Susunan, day: str) -> None:
    """`render` builds every page, finds every figure in the open data, and lets no empty word pass."""
    render(data, day)
