"""An audit as text, as workflow commands, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from sakipgen.auditing.hasil import Audit, Langkah
from sakipgen.diagnostics import Diagnostic, Format, anotasi_github, printable
from sakipgen.domain.waktu import BULAN

VERSI: Final = 1
_SINGKAT: Final = 7
_LENGKAP: Final = "daftar lengkap: sakipgen audit"


def render(audit: Audit, fmt: Format) -> str:
    """Returns an audit in one of the forms of a report, as text that ends in a newline."""
    match fmt:
        case Format.TEKS:
            return _teks(audit)
        case Format.GITHUB:
            return _github(audit)
        case Format.JSON:
            return _json(audit)


def putusan(audit: Audit) -> str:
    """Returns in one sentence whether there may be a publication."""
    if audit.lulus and not audit.langkah:
        return "Boleh diterbitkan: belum ada gabungan baru sejak titik awal pemeriksaan."
    if audit.lulus:
        return "Boleh diterbitkan: setiap gabungan disetujui dan sesuai catatannya."
    if not audit.ditahan:
        return "Penerbitan ditahan: catatan usulan tidak utuh."
    first, *more = audit.ditahan
    unknown = any(row.code == "K007" for row in first.masalah)
    what = "tanpa persetujuan Sekretaris" if unknown else "tidak lulus pemeriksaan ulang"
    rest = f", dan {len(more)} gabungan lain" if more else ""
    return f"Penerbitan ditahan: gabungan {first.revisi[:_SINGKAT]} {what}{rest}."


def _ringkas(audit: Audit) -> str:
    start = f"{audit.penanda} ({audit.sejak[:_SINGKAT]})" if audit.penanda else audit.sejak[:_SINGKAT]
    text = f"{len(audit.langkah)} gabungan diperiksa sejak {start}; {len(audit.ditahan)} ditahan."
    if not audit.beriwayat:
        text += " Catatan dibaca dari folder, jadi riwayat catatannya tidak diperiksa."
    return text


def _teks(audit: Audit) -> str:
    parts = [putusan(audit), *(_bagian(row) for row in audit.langkah if row.masalah)]
    if audit.catatan:
        parts.append("\n".join(("catatan usulan", *map(_baris, audit.catatan))))
    return "\n\n".join([*parts, _ringkas(audit)]) + "\n"


def _bagian(langkah: Langkah) -> str:
    number = f"usulan #{langkah.nomor}" if langkah.nomor else "tanpa catatan"
    head = f"gabungan {langkah.revisi[:_SINGKAT]} ({_waktu(langkah.waktu)}, {number})"
    return "\n".join((head, *map(_baris, langkah.masalah)))


def _baris(row: Diagnostic) -> str:
    text = row.as_text() if row.path.name else f"{row.severity.value}[{row.code}] {row.message}"
    return printable(f"  {text}")


def _waktu(moment: datetime) -> str:
    return f"{moment.day} {BULAN[moment.month - 1]} {moment.year} {moment:%H.%M} WIB"


def _semua(audit: Audit) -> Iterator[Diagnostic]:
    """All that is wrong, each naming its step, for on the forge's page they stand alone."""
    for langkah in audit.langkah:
        name = f"gabungan {langkah.revisi[:_SINGKAT]}"
        for row in langkah.masalah:
            yield row if name in row.message else replace(row, message=f"{name}: {row.message}")
    yield from audit.catatan


def _github(audit: Audit) -> str:
    worst = [row for row in _semua(audit) if row.severity.value == "galat"]
    rest = [row for row in _semua(audit) if row.severity.value != "galat"]
    lines = [*anotasi_github("error", worst, _LENGKAP), *anotasi_github("warning", rest, _LENGKAP)]
    return "".join(f"{line}\n" for line in [*lines, putusan(audit), _ringkas(audit)])


def _json(audit: Audit) -> str:
    content = {
        "versi": VERSI,
        "lulus": audit.lulus,
        "putusan": putusan(audit),
        "sejak": audit.sejak,
        "penanda": audit.penanda,
        "sampai": audit.sampai,
        "riwayat_catatan_diperiksa": audit.beriwayat,
        "gabungan": [
            {
                "revisi": row.revisi,
                "waktu": row.waktu.isoformat(),
                "usulan": row.nomor,
                "masalah": [_masalah(one) for one in row.masalah],
            }
            for row in audit.langkah
        ],
        "catatan": [_masalah(one) for one in audit.catatan],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _masalah(row: Diagnostic) -> dict[str, object]:
    return {
        "tingkat": row.severity.value,
        "kode": row.code,
        "berkas": printable(str(row.path)) if row.path.name else None,
        "baris": row.position.baris,
        "kolom": row.position.kolom,
        "pesan": row.message,
    }
