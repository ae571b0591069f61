"""One tree, looked at from four days: what was due, what was late, what was measured, and which figure stood then.

The pictures are golden texts, made to be read; renew them by `pytest tests/test_posisi.py --update-golden` and read the
diff aloud.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.project import Build, Project
from sakipgen.rekap import KeadaanPengiriman, Rekapitulasi, RekapTahun
from tests.conftest import Golden
from tests.measuring.builder import isi

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "posisi"
DAYS = ("2026-04-05", "2026-07-20", "2026-10-14", "2026-11-12")


@cache
def build(day: str) -> Build:
    found = Project(ROOT).build(date.fromisoformat(day))
    assert found.rekap is not None, found.report.summary
    return found


def year(day: str, tahun: int = 2026) -> RekapTahun:
    rekap = build(day).rekap
    assert rekap is not None
    return next(row for row in rekap.tahun if row.tahun == tahun)


def row(day: str, kode: str, periode: str) -> HasilIndikator:
    key = Periode.parse(periode)
    found = year(day, key.tahun).pada(key)
    assert found is not None
    return found.menurut_kode[kode].hasil


# ── The pictures ─────────────────────────────────────────────────────────────────────────────────────────────────


def picture(day: str) -> str:
    rekap = build(day).rekap
    assert rekap is not None
    return "".join(f"{line}\n" for line in _lines(rekap, build(day)))


def _lines(rekap: Rekapitulasi, found: Build) -> Iterator[str]:
    yield f"per {rekap.posisi.per_tanggal}, sampai {rekap.posisi.sampai}"
    yield ""
    yield "Laporan 2026 menurut periode pelaporan"
    tahun = next(row for row in rekap.tahun if row.tahun == 2026)
    for prd in tahun.periode:
        own = [r for r in prd.indikator if r.indikator.frekuensi is prd.periode.jenis.frekuensi]
        states = Counter(r.hasil.status.value for r in own)
        if own:
            told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
            yield f"{prd.periode!s:<9} jatuh tempo {tahun.jatuh_tempo[prd.periode]}: {told}"
    yield ""
    yield "Pengiriman yang belum beres"
    for sent in tahun.pengiriman:
        if sent.keadaan is not KeadaanPengiriman.DISETUJUI:
            yield (
                f"{sent.periode!s:<9} {sent.unit:<4} {sent.keadaan.value}, jatuh tempo {sent.jatuh_tempo}, "
                f"dikirim {sent.dikirim or '–'}, terlambat {sent.hari_terlambat} hari, {sent.putaran} putaran"
            )
    yield ""
    yield "IKU tahun berjalan"
    for iku in tahun.setahun.iku:
        h = iku.hasil
        yield (
            f"{iku.kode} target {_text(h.target)} realisasi {_text(h.realisasi)} "
            f"capaian {_text(h.capaian.capaian if h.capaian else None)} setahun {_text(h.target_tahun)} "
            f"PK {h.versi_pk} murni {_text(h.target_murni)} status {h.status.value}"
        )
    yield ""
    yield "Tindak lanjut"
    for action in rekap.tindak_lanjut:
        if action.terbuka or action.periode.tahun == 2026:
            yield f"{action.kode} {action.status.value}, batas {action.isi.batas}, {_text(action.kemajuan)}%"
    yield ""
    counts = Counter(d.code for d in found.report.diagnostics)
    yield "Peringatan: " + (", ".join(f"{count} {code}" for code, count in sorted(counts.items())) or "tidak ada")


def _text(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


@pytest.mark.parametrize("day", DAYS)
def test_picture_of_a_day(day: str, golden: Golden) -> None:
    golden(GOLDEN / f"{day}.txt", picture(day))
    assert not build(day).report.has_errors


# ── What the pictures must say, in figures ───────────────────────────────────────────────────────────────────────


def test_before_its_deadline_nothing_is_late() -> None:
    states = {r.hasil.status for prd in year("2026-04-05").periode for r in prd.indikator}
    assert Status.TERLAMBAT not in states
    sent = {(s.unit, s.keadaan) for s in year("2026-04-05").pengiriman if str(s.periode) == "2026-TW1"}
    assert ("ppi", KeadaanPengiriman.DISETUJUI) in sent
    assert ("mp", KeadaanPengiriman.BELUM_JATUH_TEMPO) in sent


def test_one_late_and_one_returned_at_midyear() -> None:
    sent = {s.unit: s for s in year("2026-07-20").pengiriman if str(s.periode) == "2026-TW2"}
    assert (sent["mp"].keadaan, sent["mp"].hari_terlambat) == (KeadaanPengiriman.TERLAMBAT, 6)
    assert (sent["pkp"].keadaan, sent["pkp"].putaran) == (KeadaanPengiriman.DIKEMBALIKAN, 1)
    assert {sent[unit].keadaan for unit in ("set", "ppi", "pka")} == {KeadaanPengiriman.DISETUJUI}


def test_on_the_day_itself_a_report_is_not_late() -> None:
    assert year("2026-10-14").jatuh_tempo[Periode.parse("2026-TW3")] == date(2026, 10, 14)
    sent = {s.unit: s for s in year("2026-10-14").pengiriman if str(s.periode) == "2026-TW3"}
    assert (sent["mp"].keadaan, sent["mp"].hari_terlambat) == (KeadaanPengiriman.BELUM_JATUH_TEMPO, 0)
    assert sent["pkp"].keadaan is KeadaanPengiriman.MENUNGGU_PERSETUJUAN


def test_a_quarter_stays_on_the_pk_of_its_time_and_the_year_shows_both() -> None:
    for quarter in ("2026-TW1", "2026-TW2", "2026-TW3"):
        found = row("2026-11-12", "IKU-03", quarter)
        assert (found.versi_pk, found.target_tahun, found.target_murni) == isi("murni", 80, None)
    whole = row("2026-11-12", "IKU-03", "2026")
    assert (whole.versi_pk, whole.target_tahun, whole.target_murni) == isi("perubahan-1", 70, 80)
    assert whole.realisasi is not None
    assert whole.capaian_tahun is not None
    assert whole.capaian_murni is not None
    assert whole.capaian_murni * 80 == pytest.approx(whole.capaian_tahun * 70)
    before = row("2026-07-20", "IKU-03", "2026")
    assert (before.versi_pk, before.target_tahun, before.target_murni, before.capaian_murni) == isi(
        "murni",
        80,
        None,
        None,
    )


def test_a_correction_is_not_known_before_its_day() -> None:
    before, after = row("2026-04-30", "IKU-03", "2026-TW1"), row("2026-07-20", "IKU-03", "2026-TW1")
    assert before.komponen is not None
    assert after.komponen is not None
    assert before.komponen["jp20"] > after.komponen["jp20"]
    assert Tanda.DIKOREKSI not in before.tanda
    assert Tanda.DIKOREKSI in after.tanda


def test_closed_years_do_not_change_with_the_day() -> None:
    for tahun in (2024, 2025):
        seen = {
            day: {
                (r.kode, str(p.periode)): (r.hasil.realisasi, r.hasil.target, r.hasil.capaian)
                for p in year(day, tahun).periode
                for r in p.indikator
            }
            for day in DAYS
        }
        assert seen[DAYS[0]] == seen[DAYS[1]] == seen[DAYS[2]] == seen[DAYS[3]]


def test_a_retired_indikator_ends_and_its_successor_begins() -> None:
    assert "IKK-04" in year("2026-11-12", 2025).setahun.menurut_kode
    assert "IKK-04" not in year("2026-11-12").setahun.menurut_kode
    assert "IKK-14" in year("2026-11-12").setahun.menurut_kode
