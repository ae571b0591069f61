"""Accounts: what each is on a day, and what no file may say of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.pengguna import Akun, Pengguna, Peran

PLH = {"sebagai": "sekretaris", "sejak": "2026-08-03", "sampai": "2026-08-14"}


@pytest.mark.parametrize(
    ("akun", "hari", "peran"),
    [
        ({"peran": "tim_sakip"}, "2026-08-03", {Peran.TIM_SAKIP}),
        ({"peran": "tim_sakip", "plh": [PLH]}, "2026-08-02", {Peran.TIM_SAKIP}),
        ({"peran": "tim_sakip", "plh": [PLH]}, "2026-08-03", {Peran.TIM_SAKIP, Peran.SEKRETARIS}),
        ({"peran": "tim_sakip", "plh": [PLH]}, "2026-08-14", {Peran.TIM_SAKIP, Peran.SEKRETARIS}),
        ({"peran": "tim_sakip", "plh": [PLH]}, "2026-08-15", {Peran.TIM_SAKIP}),
        ({"peran": "tim_sakip", "plh": [PLH], "aktif_sampai": "2026-08-05"}, "2026-08-06", set()),
        ({"peran": "kepala", "aktif_sejak": "2026-08-05"}, "2026-08-04", set()),
        ({"peran": "kepala", "aktif_sejak": "2026-08-05"}, "2026-08-05", {Peran.KEPALA}),
    ],
)
def test_what_an_account_is_on_a_day(akun: dict[str, Any], hari: str, peran: set[Peran]) -> None:
    assert Akun.model_validate(akun).berperan(date.fromisoformat(hari)) == peran


@pytest.mark.parametrize(
    ("akun", "code"),
    [
        ({"peran": "bidang"}, "S008"),
        ({"peran": "inspektorat", "unit": "pka"}, "S008"),
        ({"peran": "robot", "unit": "pka"}, "S008"),
        ({"peran": "tim_sakip", "plh": [PLH | {"sebagai": "administrator"}]}, "S008"),
        ({"peran": "tim_sakip", "plh": [PLH | {"sampai": "2026-08-01"}]}, "T008"),
        ({"peran": "tim_sakip", "plh": [PLH, PLH]}, "T008"),
        ({"peran": "kepala", "aktif_sejak": "2026-08-05", "aktif_sampai": "2026-08-04"}, "T008"),
    ],
)
def test_what_no_account_may_say(akun: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as found:
        Akun.model_validate(akun)
    assert {error["type"] for error in found.value.errors()} == {code}


@pytest.mark.parametrize("nama", ["orang@kantor.go.id", "@pka", "nama orang", "-a", "a" * 70, ""])
def test_a_name_is_an_account_of_a_forge(nama: str) -> None:
    with pytest.raises(ValidationError):
        Pengguna.model_validate({"akun": {nama: {"peran": "kepala"}}})


def test_accounts_are_the_same_in_upper_and_lower_case() -> None:
    known = Pengguna.model_validate({"akun": {"BKPSDM-pka": {"peran": "bidang", "unit": "pka"}}})
    assert known.cari("@bkpsdm-PKA") == known.akun["BKPSDM-pka"]
    assert known.cari("lain") is None
    with pytest.raises(ValidationError, match="hanya berbeda huruf"):
        Pengguna.model_validate({"akun": {"a": {"peran": "kepala"}, "A": {"peran": "kepala"}}})


def test_a_bot_has_a_name_too() -> None:
    assert Pengguna.model_validate({"akun": {"sakip-antrean[bot]": {"peran": "robot"}}}).cari("sakip-antrean[bot]")
