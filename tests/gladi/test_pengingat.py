"""The workflow `pengingat`: one issue for each unit that owes a report, as long as it owes it."""

from __future__ import annotations

from tests.gladi.forge import Forge
from tests.gladi.isian import DIBUKA, tulis

MUTASI = """butir:
  IKU-01:
    nilai: 78.5
    bukti:
      - judul: Hasil pengukuran triwulan II
        jenis: laporan
        nomor_arsip: 800/22/2024
"""


def test_a_unit_is_reminded_once_and_no_longer_than_it_must(forge: Forge) -> None:
    forge.data_utama(DIBUKA, "TW2 dibuka")
    forge.pukul("2024-07-12T06:45:00+07:00")
    done = forge.jalankan("pengingat", "schedule", {})
    assert done.kode == 0, done.log
    first = forge.keadaan.isi["isu"]
    late = {n: row for n, row in first.items() if "Triwulan II 2024" in row["title"]}
    assert sorted(row["title"].partition(": ")[2] for row in late.values()) == ["Bidang Diklat", "Bidang Mutasi"]
    assert all("sudah lewat *2 hari*" in row["body"] for row in late.values())
    assert {label["name"] for row in first.values() for label in row["labels"]} == {"pengingat"}
    assert {path.suffix for path in (forge.folder / "artefak" / "pengingat" / "kalender").iterdir()} == {".ics"}

    forge.data_utama(tulis("data/realisasi/2024/TW2/mutasi.yaml", MUTASI), "Realisasi TW II Mutasi")
    with forge.keadaan.ubah() as isi:
        own = next(row for row in isi["isu"].values() if "Bidang Diklat" in row["title"])
        isi["isu"]["900"] = own | {"number": 900, "user": {"login": "bk-mutasi"}, "body": "milik orang"}
    forge.pukul("2024-07-15T06:45:00+07:00")
    done = forge.jalankan("pengingat", "schedule", {})
    assert done.kode == 0, done.log
    now = forge.keadaan.isi["isu"]
    assert now.pop("900")["body"] == "milik orang"
    assert now.keys() == first.keys()
    state = {now[n]["title"].partition(": ")[2]: now[n]["state"] for n in late}
    assert state == {"Bidang Diklat": "open", "Bidang Mutasi": "closed"}
    assert any("sudah lewat *5 hari*" in row["body"] for row in now.values())
