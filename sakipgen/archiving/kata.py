"""What an archive says to people: its own description, the message of its tag, and the notice after a correction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sakipgen.archiving.keterangan import Keterangan
from sakipgen.archiving.rantai import Mata
from sakipgen.domain.koreksi import Koreksi, NilaiKoreksi
from sakipgen.domain.waktu import Periode
from sakipgen.reading.revisi import ZONA
from sakipgen.rendering.cetak import ringkas, tanggal

BERKAS: Final[Mapping[str, str]] = {
    "KETERANGAN.md": "keterangan ini",
    "SEBELUMNYA": "sidik arsip sebelumnya; dengan ini semua arsip menjadi satu rantai",
    "arsip.json": "keterangan yang sama untuk program",
    "data.zip": "folder `data` pada revisi yang diarsipkan: realisasi, target, koreksi, siklus, dan bukti dukung",
    "naskah.zip": "naskah periode ini yang sudah tercatat dibuat, sebagai PDF, DOCX, dan XLSX",
    "riwayat.bundle": "seluruh riwayat data, penanda periode, program, dan catatan peninjauan; dibuka dengan Git",
    "situs.zip": "situs kinerja dan data terbuka seperti diterbitkan",
    "tinjauan.zip": "catatan setiap usulan: siapa mengirim, siapa menyetujui, kapan, dan hasil pemeriksaannya",
    "ukur.json": "angka pengukuran periode ini, tanpa pembulatan",
}
"""Every file of an archive but the list of sums, and what it holds."""


def keterangan_md(about: Keterangan, berkas: Collection[str], sebelumnya: Mata | None) -> str:
    """Returns `KETERANGAN.md`."""
    when = datetime.fromtimestamp(about.waktu, ZONA)
    before = f"`{sebelumnya.nama}`, sidik `{sebelumnya.sidik}`" if sebelumnya else "tidak ada; ini arsip pertama"
    rows = "".join(f"| `{name}` | {BERKAS[name]} |\n" for name in sorted(berkas))
    return f"""# Arsip kinerja {about.dari.label}

{about.instansi}

| Hal | Isi |
|---|---|
| Nama arsip | `{about.nama}` |
| Periode | {about.dari.label}, ditutup {_hari(about.ditutup)} oleh {about.oleh} |
| Revisi data | `{about.revisi}`, {tanggal(when.date())} {when:%H.%M} WIB |
| Dilihat per | {_hari(about.per_tanggal)} |
| Arsip sebelumnya | {before} |
| Program | sakipgen {about.pembuat.versi}, Python {about.pembuat.python}, Git {about.git} |

## Isi

| Berkas | Isinya |
|---|---|
{rows}| `SHA256SUMS` | sidik setiap berkas di atas |

Sidik arsip ialah sidik SHA-256 berkas `SHA256SUMS`. Dua belas karakter pertamanya dicetak pada Berita Acara.

## Memeriksa

Dengan sakipgen, dari folder tempat semua arsip disimpan:

    sakipgen arsip --pulihkan {about.nama} --ke pulih

Tanpa sakipgen, di dalam folder arsip ini:

    sha256sum --check SHA256SUMS
    sha256sum SHA256SUMS
    {"sha256sum --check SEBELUMNYA" if sebelumnya else "cat SEBELUMNYA"}

Baris kedua mencetak sidik arsip; cocokkan dengan Berita Acara. Baris ketiga {_rantai(sebelumnya)}. Di
Windows, sidik satu berkas dihitung dengan `certutil -hashfile NAMA-BERKAS SHA256`.

## Memulihkan tanpa sakipgen

Berkas zip dibuka dengan program apa pun. Situsnya dapat disajikan server web mana pun; tidak ada yang perlu dijalankan.
Seluruh riwayat dibuka dengan Git:

    git clone --branch main riwayat.bundle sakip

Folder `sakip` kemudian berisi data, panduan, dan program pada revisi di atas. Dengan Python, `make site` di dalamnya
membangun lagi situs ini.

Arsip ini tidak pernah diubah. Bila sesudahnya ada koreksi, di sampingnya ada berkas `PEMBERITAHUAN-{about.nama}.md`.
"""


def pesan_tanda(about: Keterangan, arsip: Mata, sebelumnya: Mata | None) -> str:
    """Returns the message of the tag that fixes an archive in the history."""
    before = f"{sebelumnya.nama} {sebelumnya.sidik}" if sebelumnya else "tidak ada, arsip pertama"
    return f"""Arsip {about.nama}

Periode: {about.dari.label}
Revisi data: {about.revisi}
Sidik arsip: {arsip.sidik}
Arsip sebelumnya: {before}
"""


# ── After a correction ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class KoreksiBaru:
    """A correction that an archive does not know yet."""

    kode: str
    periode: Periode
    isi: Koreksi
    indikator: str
    """The name of the indikator."""
    disetujui: Sequence[str]
    """The positions that allowed it."""


def nama_pemberitahuan(arsip: str) -> str:
    """Returns the name of the notice that lies beside an archive."""
    return f"PEMBERITAHUAN-{arsip}.md"


def pemberitahuan_md(arsip: Mata, revisi: str, rows: Sequence[KoreksiBaru]) -> str:
    """Returns the notice: what was corrected after an archive was made."""
    opening = (
        f"Arsip `{arsip.nama}` (sidik `{arsip.sidik}`) tidak diubah. Sesudah arsip itu dibuat, angka berikut "
        f"dikoreksi. Angka yang berlaku ada pada data revisi `{revisi[:12]}` dan pada arsip yang lebih baru."
    )
    parts = [f"# Pemberitahuan atas arsip {arsip.nama}", opening]
    for row in rows:
        told = [
            f"## {row.kode}",
            f"- Periode: {row.periode.label}",
            f"- Indikator: {row.isi.indikator} {row.indikator}",
            f"- Isian: {row.isi.isian}",
            f"- Angka lama: {_angka(row.isi.nilai_lama)}",
            f"- Angka baru: {_angka(row.isi.nilai_baru)}",
            f"- Tanggal: {tanggal(row.isi.tanggal)}",
            f"- Alasan: {' '.join(row.isi.alasan.split())}",
            f"- Disetujui: {', '.join(row.disetujui)}",
        ]
        parts.append("\n".join([told[0], "", *told[1:]]))
    return "\n\n".join(parts) + "\n"


def _angka(nilai: NilaiKoreksi | None) -> str:
    """A figure as its record writes it."""
    if nilai is None:
        return "belum ada"
    parts = [ringkas(nilai.nilai, 6)] if nilai.nilai is not None else []
    parts += [f"predikat {nilai.predikat}"] if nilai.predikat else []
    parts += [tanggal(nilai.tanggal)] if nilai.tanggal else []
    parts += ["terpenuhi" if nilai.terpenuhi else "tidak terpenuhi"] if nilai.terpenuhi is not None else []
    parts += [f"tahapan {', '.join(nilai.tahapan) or 'belum ada'}"] if nilai.tahapan is not None else []
    return ", ".join(parts)


def _hari(teks: str) -> str:
    return tanggal(date.fromisoformat(teks))


def _rantai(sebelumnya: Mata | None) -> str:
    if sebelumnya is None:
        return "menyebut bahwa ini arsip pertama"
    return f"memeriksa rantai; letakkan arsip `{sebelumnya.nama}` di samping folder ini"
