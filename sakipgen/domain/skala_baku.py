"""The scales of the field as named, sourced data. A scale that was shipped is never changed, only joined by others.

Where a printed table contradicts itself, the reading taken here is said in its `catatan`. Source: domain.md § 2.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sakipgen.domain.base import quote, refuse
from sakipgen.domain.peringkat import Peringkat
from sakipgen.domain.skala import Celah, Skala

_BATAS: Final = {">=": ("min", True), ">": ("min", False), "<=": ("maks", True), "<": ("maks", False)}


def _skala(
    nama: str, dasar: str, tabel: str, *, celah: str = "bulatkan", presisi: int = 0, catatan: str | None = None
) -> Skala:
    """Reads a table of lines `kode: label: bounds`, highest class first."""
    return Skala.model_validate(
        {
            "nama": nama,
            "dasar": dasar,
            "presisi_tabel": presisi,
            "celah": celah,
            "catatan": catatan,
            "kelas": [dict(_kelas(line)) for line in tabel.strip().splitlines()],
        }
    )


def _kelas(line: str) -> Iterator[tuple[str, Any]]:
    kode, label, bounds = (part.strip() for part in line.split(":"))
    yield from (("kode", kode), ("label", label))
    for sign, number in re.findall(r"(>=|<=|>|<)(\S+)", bounds):
        name, closed = _BATAS[sign]
        yield from ((name, number), (f"{name}_termasuk", closed))


SKALA: Final[Mapping[str, Skala]] = MappingProxyType(
    {
        "permendagri86": _skala(
            "Skala nilai peringkat kinerja",
            "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
            """
            sangat-tinggi: Sangat Tinggi: >=91
            tinggi: Tinggi: >=76 <=90
            sedang: Sedang: >=66 <=75
            rendah: Rendah: >=51 <=65
            sangat-rendah: Sangat Rendah: <=50
            """,
        ),
        "sampang": _skala(
            "Skala capaian kinerja Inspektorat Kabupaten Sampang",
            "LKjIP Inspektorat Daerah Kabupaten Sampang Tahun 2019",
            """
            sangat-baik: Sangat Baik: >=91
            baik: Baik: >=76 <=90
            cukup: Cukup: >=66 <=75
            kurang: Kurang: >=51 <=65
            sangat-kurang: Sangat Kurang: <=50
            """,
            catatan="Tabelnya bercelah di antara dua kelas dan tidak mengatur nilai di atas 100.",
        ),
        "akip88": _skala(
            "Predikat AKIP",
            "Peraturan Menteri PANRB Nomor 88 Tahun 2021",
            """
            AA: Sangat Memuaskan (AA): >90
            A: Memuaskan (A): >80 <=90
            BB: Sangat Baik (BB): >70 <=80
            B: Baik (B): >60 <=70
            CC: Cukup (CC): >50 <=60
            C: Kurang (C): >30 <=50
            D: Sangat Kurang (D): <=30
            """,
            presisi=2,
        ),
        "ipasn": _skala(
            "Kategori Indeks Profesionalitas ASN",
            "Peraturan BKN Nomor 8 Tahun 2019",
            """
            sangat-tinggi: Sangat Tinggi: >=91
            tinggi: Tinggi: >=81 <=90
            sedang: Sedang: >=71 <=80
            rendah: Rendah: >=61 <=70
            sangat-rendah: Sangat Rendah: <=60
            """,
        ),
        "merit": _skala(
            "Kategori penerapan sistem merit 2019–2025",
            "Peraturan Menteri PANRB Nomor 40 Tahun 2018",
            """
            sangat-baik: Sangat Baik: >=325
            baik: Baik: >=250 <=324
            kurang: Kurang: >=175 <=249
            buruk: Buruk: <=174
            """,
            catatan="Nilai setengah poin terjadi, misalnya 324,5; bila kategori resminya ada, itu yang berlaku.",
        ),
        "ikm14": _skala(
            "Mutu pelayanan menurut Indeks Kepuasan Masyarakat",
            "Peraturan Menteri PANRB Nomor 14 Tahun 2017",
            """
            A: Sangat Baik (A): >=88.31
            B: Baik (B): >=76.61 <=88.30
            C: Kurang Baik (C): >=65 <=76.60
            D: Tidak Baik (D): <=64.99
            """,
            presisi=2,
        ),
        "ikpa": _skala(
            "Kategori Indikator Kinerja Pelaksanaan Anggaran",
            "Pedoman IKPA yang dipakai KPPN",
            """
            sangat-baik: Sangat Baik: >=95
            baik: Baik: >=89 <95
            cukup: Cukup: >=70 <89
            kurang: Kurang: <70
            """,
            celah="batas_bawah",
        ),
        "lan4": _skala(
            "Skala empat tingkat keberhasilan",
            "Pedoman penyusunan LAKIP dari LAN",
            """
            sangat-berhasil: Sangat Berhasil: >=85
            berhasil: Berhasil: >=70 <85
            cukup-berhasil: Cukup Berhasil: >=55 <70
            tidak-berhasil: Tidak Berhasil: <55
            """,
            celah="batas_bawah",
        ),
        "bkdsumbar2016": _skala(
            "Skala capaian BKD Provinsi Sumatera Barat",
            "LAKIP BKD Provinsi Sumatera Barat Tahun 2016",
            """
            di-atas-100: Lebih dari 100: >100
            75-100: 75 sampai 100: >=75 <=100
            55-75: 55 sampai kurang dari 75: >=55 <75
            di-bawah-55: Kurang dari 55: <55
            """,
            celah="batas_bawah",
            catatan="Tabelnya menyebut 75 pada dua kelas; di sini 75 dibaca masuk kelas yang lebih tinggi. Aslinya "
            "indikator negatif memakai skala cermin; di sini arahnya sudah dibalik oleh formula capaian.",
        ),
        "malteng2021": _skala(
            "Skala capaian Kabupaten Maluku Tengah",
            "LKjIP Kabupaten Maluku Tengah Tahun 2021",
            """
            memuaskan: Memuaskan: >85
            sangat-baik: Sangat Baik: >75 <=85
            baik: Baik: >65 <=75
            cukup-baik: Cukup Baik: >50 <=65
            agak-kurang: Agak Kurang: >30 <=50
            kurang: Kurang: <=30
            """,
            celah="batas_bawah",
            catatan="Pada tabelnya tepat 85 tidak masuk kelas mana pun; di sini dibaca Sangat Baik.",
        ),
        "sukabumi2016": _skala(
            "Skala capaian Sukabumi",
            "Aplikasi e-SAKIP Sukabumi Tahun 2016",
            """
            sangat-baik: Sangat Baik: >=80
            baik: Baik: >=60 <=79.99
            cukup: Cukup: >=50 <=59.99
            kurang: Kurang: <=49.99
            """,
            presisi=2,
            catatan="Kelas kelimanya, 0 berarti data tidak lengkap, tidak dipakai: nol adalah angka, sedangkan data "
            "yang belum ada dinyatakan dengan status.",
        ),
        "lampu": _skala(
            "Lampu lalu lintas",
            "Kebiasaan Kabupaten Banjarnegara",
            """
            hijau: Hijau: >90
            kuning: Kuning: >=70 <=90
            merah: Merah: <70
            """,
            celah="batas_bawah",
        ),
    }
)
"""Scales of a score or a capaian, by name."""


def _peringkat(nama: str, dasar: str, kelas: Mapping[str, str]) -> Peringkat:
    """Ranks by kode and label, highest first; the scores run down to 1."""
    rows = [
        {"kode": kode, "label": label, "skor": str(len(kelas) - n)} for n, (kode, label) in enumerate(kelas.items())
    ]
    return Peringkat.model_validate({"nama": nama, "dasar": dasar, "kelas": rows})


PERINGKAT: Final[Mapping[str, Peringkat]] = MappingProxyType(
    {
        "opini-bpk": _peringkat(
            "Opini atas laporan keuangan",
            "Undang-Undang Nomor 15 Tahun 2004",
            {
                "WTP": "Wajar Tanpa Pengecualian (WTP)",
                "WDP": "Wajar Dengan Pengecualian (WDP)",
                "TW": "Tidak Wajar (TW)",
                "TMP": "Tidak Menyatakan Pendapat (TMP)",
            },
        ),
        "akip88": _peringkat(
            "Predikat AKIP", SKALA["akip88"].dasar, {kelas.kode: kelas.label for kelas in SKALA["akip88"].kelas}
        ),
    }
)
"""Ranks without a score, by name."""


def _baku_skala(value: Any) -> Any:
    """A name stands for the shipped scale; `baku` with `celah` for the shipped scale read otherwise."""
    if isinstance(value, dict) and "baku" in value:
        if value.keys() - {"baku", "celah"}:
            raise refuse("S009", "di samping `baku` hanya boleh ada `celah`; hapus isian lainnya, atau hapus `baku`.")
        base = _pilih(value["baku"], SKALA)
        return {**base.model_dump(), "celah": value["celah"]} if "celah" in value else base
    if isinstance(value, str) and value in PERINGKAT.keys() - SKALA.keys():
        raise refuse("S009", f"`{value}` bukan skala nilai; peringkat tanpa nilai ditulis `peringkat: {value}`.")
    return value if isinstance(value, dict | Skala) else _pilih(value, SKALA)


def _baku_peringkat(value: Any) -> Any:
    return value if isinstance(value, dict | Peringkat) else _pilih(value, PERINGKAT)


def _pilih(value: Any, known: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value in known:
        return known[value]
    names = ", ".join(f"`{name}`" for name in known)
    raise refuse("S009", f"skala {quote(value)} tidak dikenal; pilih salah satu dari {names}, atau tulis tabelnya.")


@dataclass(frozen=True)
class _AtauNama:
    """Lets editors accept a name too."""

    nama: tuple[str, ...]
    baca_lain: bool = False
    """Whether the gaps of a named table may be read otherwise."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        name = {"type": "string", "enum": list(self.nama)}
        other = {
            "type": "object",
            "properties": {
                "baku": name | {"description": "Nama skala baku."},
                "celah": {
                    "type": "string",
                    "enum": [c.value for c in Celah],
                    "description": "Cara membaca nilai di antara dua kelas, bila lain daripada bawaan skala itu.",
                },
            },
            "required": ["baku"],
            "additionalProperties": False,
        }
        return {"anyOf": [name, *([other] if self.baca_lain else []), handler(schema)]}


SkalaPilihan = Annotated[Skala, BeforeValidator(_baku_skala), _AtauNama(tuple(SKALA), baca_lain=True)]
"""A scale by name, by name with another reading of the gaps, or in full."""

PeringkatPilihan = Annotated[Peringkat, BeforeValidator(_baku_peringkat), _AtauNama(tuple(PERINGKAT))]
"""Ranks by name or in full."""
