"""Who is reminded when, what the texts say, and what they never say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from icalendar import Calendar

from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.siklus import Penutupan
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.pengingat import (
    Daftar,
    Pengingat,
    berkas_pengingat,
    indeks,
    isu,
    surel,
    susun_pengingat,
    whatsapp,
)
from tests.conftest import Indonesian
from tests.salinan import ROOT

KUNCI = "pengingat-mp-2026-10"
"""Of a report that was due on 10 November 2026 and never came."""


@cache
def kantor(hari: date) -> Rekapitulasi:
    found = Project(ROOT).build_kantor(hari).rekap
    assert found is not None
    return found


def pada(bulan: int, hari: int) -> Daftar:
    return susun_pengingat(kantor(date(2026, bulan, hari)))


def satu(daftar: Daftar, kunci: str = KUNCI) -> Pengingat | None:
    return next((one for one in daftar.pengingat if one.kunci == kunci), None)


@pytest.mark.parametrize(
    ("hari", "label", "kapan"),
    [
        (-7, "tenggat/H-7", "7 hari lagi"),
        (-4, "tenggat/H-7", "4 hari lagi"),
        (-3, "tenggat/H-3", "3 hari lagi"),
        (-1, "tenggat/H-3", "1 hari lagi"),
        (0, "tenggat/H-0", "hari ini"),
        (1, "tenggat/terlambat", "terlambat 1 hari"),
    ],
)
def test_a_reminder_says_something_new_at_seven_three_and_no_days(hari: int, label: str, kapan: str) -> None:
    one = satu(pada(11, 12))
    assert one is not None
    other = replace(one, hari=hari)
    assert (other.label, other.kapan, other.kunci) == (label, kapan, KUNCI)


def test_a_reminder_begins_seven_days_before() -> None:
    assert satu(pada(11, 2)) is None
    first = satu(pada(11, 3))
    assert first is not None
    assert first.hari == -7


def test_the_most_urgent_stands_first_and_each_unit_once_a_period() -> None:
    found = pada(11, 12)
    assert [(one.kunci, one.hari) for one in found.pengingat] == [("pengingat-pkp-2026-tw3", 2), (KUNCI, 2)]
    assert [row.kode for row in found.pengingat[1].indikator] == ["IKU-07", "ISK-17", "ISK-19"]


def test_what_came_in_is_to_be_closed_and_so_is_what_a_closing_left_behind() -> None:
    found = pada(11, 12)
    done = {one.kunci: one.sebab for one in found.selesai}
    assert done["pengingat-pka-2026-10"] == "disampaikan"
    assert done.keys() & {one.kunci for one in found.pengingat} == set()
    assert len(done) == len(found.selesai)
    assert "pengingat-set-2026-tw4" not in done, "nobody was reminded of what is not due yet"
    assert not any(re.search(r"-2024(-|$)", one) for one in done), "what is long past was closed long ago"
    closed = susun_pengingat(_ditutup(kantor(date(2026, 11, 12)), "2026-10"))
    assert satu(closed) is None
    assert next(one.sebab for one in closed.selesai if one.kunci == KUNCI) == "ditutup"


def _ditutup(rekap: Rekapitulasi, periode: str) -> Rekapitulasi:
    """The same with a period closed."""
    *before, year = rekap.tahun
    closing = Penutupan(tanggal=date(2026, 11, 11), oleh="sekretaris")
    sheets = tuple(
        replace(prd, siklus=replace(prd.siklus, penutupan=closing))
        if str(prd.periode) == periode and prd.siklus
        else prd
        for prd in year.periode
    )
    return replace(rekap, tahun=(*before, replace(year, periode=sheets)))


def test_a_report_that_waits_for_its_answer_is_not_asked_for_again() -> None:
    """The pkp sent its second quarter on the deadline; it was returned on the 17th, and sent again on the 23rd."""
    returned = satu(pada(7, 20), "pengingat-pkp-2026-tw2")
    assert returned is not None
    assert (returned.hari, returned.label, returned.kapan) == (3, "tenggat/dikembalikan", "dikembalikan 17 Juli 2026")
    assert satu(pada(7, 23), "pengingat-pkp-2026-tw2") is None


def test_a_report_that_was_returned_is_asked_for_again_with_the_reason_and_is_not_called_late(
    indonesian: Indonesian,
) -> None:
    """The pkp sent its third quarter in time; it was returned twice, the last time on 10 November."""
    one = satu(pada(11, 12), "pengingat-pkp-2026-tw3")
    assert one is not None
    unit = "Bidang Penilaian Kinerja Aparatur dan Penghargaan"
    instansi = kantor(date(2026, 11, 12)).instansi.model_copy(update={"status_data": StatusData.RESMI})
    assert indonesian(whatsapp(instansi, one, None)) == (
        "*Pengingat laporan kinerja Triwulan III 2026*\n\n"
        f"Yth. Kepala {unit},\n\n"
        f"Data kinerja {unit} untuk Triwulan III 2026 dikembalikan pada *Selasa, 10 November 2026* "
        "untuk dilengkapi.\n\n"
        "Alasan: bukti kurang.\n"
        "Catatan: Angkanya sudah cocok, tetapi rekapitulasi register kasus tanpa nama belum ditandatangani dan daftar "
        "hadir pembinaan Agustus belum ada.\n\n"
        "Mohon dilengkapi, lalu disampaikan lagi.\n\n"
        "Indikator dalam laporan itu:\n"
        "- IKK-10 Rata-rata waktu penyelesaian kasus disiplin\n"
        "- ISK-22 Jumlah dokumen hasil penilaian kinerja aparatur\n"
        "- ISK-24 Jumlah ASN yang mendapatkan pembinaan kedisiplinan\n\n"
        "Formulir dan bantuan: Tim SAKIP, melalui Kepala Subbagian Perencanaan. Bila data ini sudah dikirim lagi, "
        "abaikan pengingat ini.\n\n"
        "Terima kasih.\n"
    )
    assert surel(instansi, one, None).startswith(
        f"Perihal: Laporan kinerja Triwulan III 2026, {unit}, dikembalikan 10 November 2026\n\nYth. "
    )
    assert indonesian(isu(instansi, one, None)).startswith(
        f"Laporan {unit} untuk Triwulan III 2026 dikembalikan 10 November 2026 untuk dilengkapi; "
        "alasannya bukti kurang.\n"
        "Catatan ini diperbarui setiap hari kerja dan ditutup sendiri sesudah laporannya disampaikan lagi.\n\n"
    )
    for text in (whatsapp(instansi, one, None), surel(instansi, one, None), isu(instansi, one, None)):
        assert not re.search(r"lewat|lambat|batas", text)


def test_a_return_without_a_note_gives_its_reason_alone() -> None:
    one = satu(pada(11, 12), "pengingat-pkp-2026-tw3")
    assert one is not None
    assert one.kembali is not None
    plain = replace(one, kembali=replace(one.kembali, catatan=None))
    text = whatsapp(kantor(date(2026, 11, 12)).instansi, plain, None)
    assert "\n\nAlasan: bukti kurang.\n\nMohon dilengkapi, " in text


def test_a_return_is_told_however_far_the_deadline_is() -> None:
    rekap = kantor(date(2026, 11, 12))
    *before, year = rekap.tahun
    late = date(2026, 12, 31)
    far = tuple(
        replace(prd, indikator=tuple(replace(row, hasil=row.hasil._replace(jatuh_tempo=late)) for row in prd.indikator))
        for prd in year.periode
    )
    found = susun_pengingat(replace(rekap, tahun=(*before, replace(year, periode=far))))
    assert [one.kunci for one in found.pengingat] == ["pengingat-pkp-2026-tw3"]


def test_the_text_for_whatsapp(indonesian: Indonesian) -> None:
    one = satu(pada(11, 12))
    assert one is not None
    instansi = kantor(date(2026, 11, 12)).instansi.model_copy(update={"status_data": StatusData.RESMI})
    assert indonesian(whatsapp(instansi, one, "https://kinerja.contoh.go.id/")) == (
        "*Pengingat laporan kinerja Oktober 2026*\n\n"
        "Yth. Kepala Bidang Mutasi dan Promosi,\n\n"
        "Batas penyampaian data kinerja Bidang Mutasi dan Promosi untuk Oktober 2026, yaitu "
        "*Selasa, 10 November 2026*, sudah lewat *2 hari*. Mohon segera disampaikan, atau beri tahukan kendalanya.\n\n"
        "Yang belum lengkap:\n"
        "- IKU-07 Rata-rata waktu penyelesaian usul kenaikan pangkat\n"
        "- ISK-17 Jumlah dokumen pengelolaan mutasi ASN\n"
        "- ISK-19 Jumlah dokumen pengelolaan promosi ASN\n\n"
        "Keadaan laporan: https://kinerja.contoh.go.id/bidang/mp/\n\n"
        "Formulir dan bantuan: Tim SAKIP, melalui Kepala Subbagian Perencanaan. Bila data ini sudah dikirim, abaikan "
        "pengingat ini.\n\n"
        "Terima kasih.\n"
    )


def test_the_text_for_an_e_mail_has_a_subject_and_no_asterisks() -> None:
    one = satu(pada(11, 12))
    assert one is not None
    text = surel(kantor(date(2026, 11, 12)).instansi, replace(one, hari=0), None)
    subject, _, body = text.partition("\n\n")
    assert subject == "Perihal: Laporan kinerja Oktober 2026, Bidang Mutasi dan Promosi, hari ini"
    assert body.startswith("DATA CONTOH, bukan data resmi.\n\nYth. Kepala Bidang Mutasi dan Promosi,\n\nBatas ")
    assert "untuk Oktober 2026: Selasa, 10 November 2026 (hari ini)." in body
    assert "*" not in body
    assert "http" not in body


def test_on_the_forge_a_name_is_only_letters() -> None:
    one = satu(pada(11, 12))
    assert one is not None
    hostile = replace(one, unit=one.unit.model_copy(update={"nama": "Bidang @semua #1 <b> ``` [x](y)"}))
    text = isu(kantor(date(2026, 11, 12)).instansi, hostile, None)
    assert text.startswith("Laporan Bidang &#64;semua &#35;1 &#60;b&#62; &#96;&#96;&#96; &#91;x&#93;(y) untuk ")
    assert text.count("````text\n") == 2
    outside = re.sub(r"````text\n.*?\n````", "", text, flags=re.DOTALL)
    assert not re.search(r"[@<`\[]|(?<!&)#", outside)


def test_the_index_names_every_file() -> None:
    rekap, found = kantor(date(2026, 11, 12)), pada(11, 12)
    files = berkas_pengingat(rekap, found)
    index = json.loads(files["pengingat.json"])
    assert index == json.loads(indeks(rekap, found))
    assert (index["versi"], index["pembuat"], index["per_tanggal"]) == (1, "sakipgen", "2026-11-12")
    assert {name for row in index["pengingat"] for name in row["berkas"].values()} == files.keys() - {"pengingat.json"}
    assert index["pengingat"][1] == {
        "kunci": KUNCI,
        "unit": "mp",
        "nama_unit": "Bidang Mutasi dan Promosi",
        "periode": "2026-10",
        "judul": "[DATA CONTOH] Pengingat laporan kinerja Oktober 2026: Bidang Mutasi dan Promosi",
        "jatuh_tempo": "2026-11-10",
        "hari": 2,
        "label": "tenggat/terlambat",
        "dikembalikan": None,
        "indikator": ["IKU-07", "ISK-17", "ISK-19"],
        "berkas": {
            "whatsapp": f"{KUNCI}.txt",
            "surel": f"{KUNCI}.surel.txt",
            "isu": f"{KUNCI}.md",
            "kalender": "kalender/mp.ics",
        },
    }
    assert index["pengingat"][0]["dikembalikan"] == {
        "tanggal": "2026-11-10",
        "alasan": "bukti_kurang",
        "catatan": (
            "Angkanya sudah cocok, tetapi rekapitulasi register kasus tanpa nama belum ditandatangani dan daftar hadir "
            "pembinaan Agustus belum ada."
        ),
    }
    assert Calendar.from_ical(files["kalender/mp.ics"]).walk("VEVENT")
