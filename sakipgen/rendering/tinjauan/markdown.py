"""The comment on a proposal and the summary of the run: Markdown in which no text of a proposal does anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sakipgen.diagnostics import PANAH
from sakipgen.domain.koreksi import NILAI
from sakipgen.rendering.cetak import ukuran
from sakipgen.rendering.tinjauan.putusan import BELUM_TERUKUR, putusan
from sakipgen.reviewing.laporan import (
    BarisAngkaLaporan,
    BarisIsian,
    BarisKoreksiLaporan,
    BarisMasalah,
    BarisPenjelasanLaporan,
    BarisTenggatLaporan,
    LaporanTinjauan,
)

PENANDA: Final = "<!-- sakipgen:periksa v1 -->"
"""By this, and by its author, the forge's job finds its own comment."""
BATAS_KOMENTAR: Final = 60_000
"""Forges refuse comments from 65,536 characters on."""
BATAS_RINGKASAN: Final = 900_000
"""GitHub takes a summary of 1 MiB."""
_BANYAK: Final = (None, 200, 100, 50, 25, 10, 5, 1)
"""So many rows of a kind are shown; the first that fits."""
_LEBAR: Final = 300
_PANJANG: Final = 1_500
"""So many characters of an explanation, where there is room for all rows or many."""
_TERBUKA: Final = 10
"""So many problems of a kind are not folded."""
_BUTIR: Final = f"butir{PANAH}"
"""Where most elements of a file stand: a word that tells a reader nothing."""
_ANGKA: Final = frozenset({"Target", "Realisasi", "Capaian", "Sebelum", "Sesudah", "Besar"})
"""Columns of figures, which stand at the right."""
_ENTITAS: Final = str.maketrans(
    {c: f"&#{ord(c)};" for c in "&<>|`*_[]~$\\^\"'{}"} | {"@": "@\u200b", "#": "#\u200b", "!": "!\u200b"}
)
_TAUTAN: Final = re.compile(
    r"(?i)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+-]+:)|(?<=[%$~&^])(?=[^\s%$~&^])"
)
"""Where a bare address, a reference or a picture by name would begin to work."""
_SIDIK: Final = re.compile(r"(?i)(?<![0-9a-z])[0-9a-f]{13,}(?![0-9a-z])")
"""The name of a revision that forges link: longer than those that we show."""
_SEBAGIAN: Final = re.compile(r"(?<=[0-9a-fA-F]{6})(?=[0-9a-fA-F])")
_PENGANGGU: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
"""What is not seen, or turns round what is."""


def tawar(teks: str, lebar: int = _LEBAR) -> str:
    """Returns a text as inert Markdown on one line: it links nowhere, calls nobody, and breaks no table."""
    line = _PENGANGGU.sub(" ", teks)
    if len(line) > lebar:
        line = f"{line[: lebar - 1]}…"
    apart = _SIDIK.sub(lambda found: _SEBAGIAN.sub("\u200b", found[0]), line)
    return _TAUTAN.sub("\u200b", apart).translate(_ENTITAS)


def pesan(teks: str) -> str:
    """Returns a message; what stands between backticks is shown as code, still inert."""
    parts = teks.split("`")
    if len(parts) % 2 == 0:
        return tawar(teks, 1_000)
    return "".join(
        f"<code>{tawar(part, 1_000)}</code>" if n % 2 and part else tawar(part, 1_000) for n, part in enumerate(parts)
    )


def render_komentar(laporan: LaporanTinjauan) -> str:
    """Returns the comment; what does not fit is counted, never dropped silently."""
    return _muat(laporan, BATAS_KOMENTAR)


def render_ringkasan(laporan: LaporanTinjauan) -> str:
    """Returns the summary, with all rows wherever a page can hold them."""
    return _muat(laporan, BATAS_RINGKASAN)


def _muat(laporan: LaporanTinjauan, batas: int) -> str:
    made = ("\n".join((PENANDA, *_blok(laporan, many))) + "\n" for many in _BANYAK)
    return next((text for text in made if len(text) <= batas), "")


def _blok(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    yield f"### {tawar(putusan(laporan), 1_000)}"
    yield ""
    yield f"**{tawar(laporan.judul)}.** {_asal(laporan)}"
    for block in (
        *(_tenggat, _masalah, _koreksi, _angka, _penjelasan, _target, _bukti),
        *(_dampak, _pratinjau, _isian, _mandiri, _berkas),
    ):
        yield from block(laporan, many)


def _asal(laporan: LaporanTinjauan) -> str:
    parts = [
        f"dikirim {tawar(laporan.dikirim)}" if laporan.dikirim else "",
        f"pengirim <code>{tawar(laporan.pengirim)}</code>"
        if laporan.pengirim
        else "Pengirim tidak disebut, jadi kepemilikan berkas belum diperiksa",
        f"keadaan per {tawar(laporan.per_tanggal)}" if laporan.per_tanggal else "",
        f"revisi {tawar(laporan.revisi)}",
    ]
    said = "; ".join(part for part in parts if part)
    return f"{said[0].upper()}{said[1:]}."


def _tenggat(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    rows = [(*map(tawar, (r.unit, r.periode, r.jatuh_tempo, r.dikirim)), _tepat(r)) for r in laporan.tenggat]
    yield from _bagian("Tenggat", ("Unit", "Periode", "Tenggat", "Dikirim", "Status"), rows, many)


def _tepat(row: BarisTenggatLaporan) -> str:
    said = tawar(row.status)
    if row.terlambat_hari is None:
        return said
    return f"✖ **{said}**" if row.terlambat_hari else f"✔ {said}"


def _masalah(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    must = [row for row in laporan.masalah if row.wajib]
    may = [row for row in laporan.masalah if not row.wajib and row.baru]
    for title, found in (("Wajib diperbaiki", must), ("Perlu dicek (tidak menghalangi)", may)):
        if found:
            yield from ("", f"#### {title}", "")
            yield from _bernomor(found[:many])
            yield from _sisa(len(found), many, "masalah")
    said = (
        "Sebagian aturan belum dapat diperiksa sebelum hal di atas diperbaiki." if laporan.sebagian else "",
        f"{old} peringatan lain sudah ada sebelum usulan ini." if (old := laporan.peringatan_lama) else "",
        f"Usulan ini menyelesaikan {n} masalah yang ada sebelumnya." if (n := laporan.teratasi) else "",
    )
    if any(said):
        yield from ("", " ".join(filter(None, said)))


def _bernomor(rows: Sequence[BarisMasalah]) -> Iterator[str]:
    yield from _terlipat([f"{n}. {_satu(row)}" for n, row in enumerate(rows, 1)], "masalah")


def _terlipat(lines: Sequence[str], kind: str) -> Iterator[str]:
    """The first in the open, the others folded: one page stays one page."""
    yield from lines[:_TERBUKA]
    if rest := lines[_TERBUKA:]:
        yield from ("", f"<details><summary>{len(rest)} {kind} berikutnya</summary>", "", *rest, "", "</details>")


def _satu(row: BarisMasalah) -> str:
    where = f" – {tawar(row.di.removeprefix(_BUTIR))}" if row.di else ""
    place = f"<code>{tawar(row.berkas)}</code> baris {row.baris}"
    title = f" {tawar(row.judul)}" if row.judul else ""
    said = pesan(f"{row.pesan[:1].upper()}{row.pesan[1:]}")
    return f"**{row.kode}{title}**{where}. {said} ({place})"


def _koreksi(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    """Each correction whole: who decides on it reads why, and on what it rests."""
    if laporan.koreksi:
        yield from ("", "#### Koreksi", "")
        yield from _terlipat([f"- {_satu_koreksi(row, _ruang(many))}" for row in laporan.koreksi[:many]], "koreksi")
        yield from _sisa(len(laporan.koreksi), many, "koreksi")


def _ruang(many: int | None) -> int:
    """How much of a long text is shown."""
    return _PANJANG if many is None or many > _TERBUKA else _LEBAR


def _satu_koreksi(row: BarisKoreksiLaporan, width: int) -> str:
    what = "" if row.isian == NILAI else f", {row.isian}"
    kind = f"{row.jenis}, tingkat {row.tingkat}"
    asked = f"Diminta {tawar(row.diminta)}; menurut catatannya disetujui {tawar(', '.join(row.disetujui), width)}."
    proof = f" Bukti: {tawar('; '.join(row.bukti), width)}." if row.bukti else ""
    return (
        f"**{tawar(f'{row.indikator} {row.periode}{what}')}**: {_dua(row.lama or '–', row.baru or 'dicabut')} "
        f"({tawar(f'{row.kode}; {kind}')}). {tawar(row.alasan, width)} {asked}{proof}"
    )


def _angka(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    if not laporan.terukur:
        yield from ("", BELUM_TERUKUR)
        return
    head = ("Indikator", "Periode", "Target", "Realisasi", "Capaian", "Kategori")
    direct = [row for row in laporan.angka if row.langsung]
    follow = [row for row in laporan.angka if not row.langsung]
    yield from _bagian("Perubahan angka (sebelum → sesudah)", head, [_baris_angka(r) for r in direct], many)
    if follow:
        yield from ("", f"<details><summary>Ikut berubah: {len(follow)} baris</summary>", "")
        yield from _tabel(head, [_baris_angka(r) for r in follow], many)
        yield from ("", "</details>")


def _baris_angka(row: BarisAngkaLaporan) -> tuple[str, ...]:
    fell = " ▼ turun" if row.turun else ""
    return (
        f"{tawar(row.kode)} {tawar(row.nama)} ({tawar(row.satuan)})",
        tawar(row.periode),
        _dua(row.target_lama, row.target_baru),
        _dua(row.realisasi_lama, row.realisasi_baru)
        + (f" (periode ini&nbsp;{tawar(row.periode_ini)})" if row.periode_ini else ""),
        f"{_dua(row.capaian_lama, row.capaian_baru)}{fell}",
        _dua(row.kategori_lama, row.kategori_baru),
    )


def _dua(lama: str, baru: str) -> str:
    return tawar(baru) if lama == baru else f"{tawar(lama)} → **{tawar(baru)}**"


def _penjelasan(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    """What the reports say beside their figures, where it differs: an indikator an entry."""
    found: dict[tuple[str, str], list[BarisPenjelasanLaporan]] = {}
    for row in laporan.penjelasan:
        found.setdefault((row.kode, row.periode), []).append(row)
    if found:
        yield from ("", "#### Bukti dan penjelasan", "")
        lines = [
            f"- **{tawar(' '.join(of))}**. {' '.join(_satu_penjelasan(row, _ruang(many)) for row in rows[:many])}"
            + (f" Dan {len(rows) - many} isian lagi." if many and len(rows) > many else "")
            for of, rows in found.items()
        ]
        yield from _terlipat(lines[:many], "indikator")
        yield from _sisa(len(found), many, "indikator")


def _satu_penjelasan(row: BarisPenjelasanLaporan, width: int) -> str:
    if row.baru is None:
        return f"{tawar(row.isian)} dihapus (sebelumnya: {tawar(row.lama or '', width)})."
    changed = " (diubah)" if row.lama is not None else ""
    said = tawar(row.baru, width)
    return f"{tawar(row.isian)}{changed}: {said}{'' if said.endswith('.') else '.'}"


_KEPALA_ISIAN: Final = ("Dokumen", "Kode", "Periode", "Sebelum", "Sesudah")


def _target(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    rows = [_baris_isian(r, r.dokumen) for r in laporan.isian if r.dokumen.startswith("target")]
    yield from _bagian("Perubahan target", _KEPALA_ISIAN, rows, many)


def _isian(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    """Whatever else was written differently."""
    others = [row for row in laporan.isian if not row.dokumen.startswith("target")]
    if others:
        yield from ("", f"<details><summary>Isian yang berubah: {len(others)}</summary>", "")
        rows = [_baris_isian(r, f"{r.dokumen}, {r.isian}") for r in others]
        yield from _tabel(_KEPALA_ISIAN, rows, many)
        yield from ("", "</details>")


def _baris_isian(row: BarisIsian, what: str) -> tuple[str, ...]:
    return tuple(map(tawar, (what, row.kode or "–", row.periode or "–", row.lama or "–", row.baru or "(dihapus)")))


def _bukti(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    rows = [
        (f"<code>{tawar(r.berkas)}</code>", r.perubahan, "–" if r.ukuran is None else ukuran(r.ukuran))
        for r in laporan.bukti
    ]
    yield from _bagian("Berkas bukti", ("Berkas", "Perubahan", "Besar"), rows, many)
    if laporan.tanpa_bukti:
        named = ", ".join(tawar(row) for row in laporan.tanpa_bukti[:many])
        more = len(laporan.tanpa_bukti) - len(laporan.tanpa_bukti[:many])
        yield from ("", f"Belum ada buktinya: {named}{f', dan {more} lagi' if more else ''}.")


def _dampak(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    rows = [
        (
            tawar(f"{r.kode} {r.nama}"),
            tawar(r.periode),
            _dua(r.tercapai_lama, r.tercapai_baru),
            _dua(r.capaian_lama, r.capaian_baru),
            _dua(r.kategori_lama, r.kategori_baru),
        )
        for r in (*laporan.sasaran, *laporan.tujuan)
    ]
    groups = "Sasaran dan tujuan" if laporan.tujuan else "Sasaran"
    said = [
        *(["Sasaran: tidak ada yang berubah."] if laporan.terukur and not laporan.sasaran else []),
        *_beranda(laporan),
        *_naskah(laporan, many),
    ]
    if rows or said:
        yield from ("", "#### Dampak", "")
    if rows:
        yield from _tabel((groups, "Periode", "Indikator tercapai", "Capaian", "Kategori"), rows, many)
        yield ""
    yield from (f"- {line}" for line in said)


def _beranda(laporan: LaporanTinjauan) -> Iterator[str]:
    before, after = laporan.beranda_lama, laporan.beranda_baru
    if before and after:
        one, other = (f"{row.tercapai} dari {row.dari} IKU tercapai, {row.terukur} terukur" for row in (before, after))
        yield f"Beranda: {one} (tidak berubah)." if before == after else f"Beranda: {one} → **{other}**."


def _naskah(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    """The papers to be made again, those of a period or a year together."""
    found: dict[str, list[str]] = {}
    for row in laporan.naskah[:many]:
        found.setdefault(row.periode, []).append(tawar(f"{row.judul} {row.unit}" if row.unit else row.judul))
    more = len(laporan.naskah) - sum(map(len, found.values()))
    said = "; ".join(f"{', '.join(names)} ({tawar(periode)})" for periode, names in found.items())
    if said:
        yield f"Dokumen yang perlu dibuat ulang: {said}{f'; dan {more} lagi' if more else ''}."
    elif laporan.terukur:
        yield "Dokumen yang perlu dibuat ulang: tidak ada."


def _pratinjau(laporan: LaporanTinjauan, _many: int | None) -> Iterator[str]:
    if laporan.pratinjau:
        link = laporan.pratinjau.replace("&", "&amp;")
        yield from ("", "#### Pratinjau", "")
        yield (
            f"Buka [halaman pratinjau](<{link}>), unduh “pratinjau”, ekstrak, lalu buka <code>index.html</code>. "
            "**Bukan data resmi.**"
        )


def _mandiri(laporan: LaporanTinjauan, _many: int | None) -> Iterator[str]:
    if laporan.periksa_mandiri:
        count = len(laporan.periksa_mandiri)
        yield from ("", f"<details><summary>Periksa mandiri untuk Sekretaris ({count} butir)</summary>", "")
        yield from (f"- [ ] {tawar(row)}" for row in laporan.periksa_mandiri)
        yield from ("", "</details>")


def _berkas(laporan: LaporanTinjauan, many: int | None) -> Iterator[str]:
    if laporan.berkas:
        yield from ("", f"<details><summary>Berkas dalam usulan ini: {len(laporan.berkas)}</summary>", "")
        yield from (f"- {row.perubahan} <code>{tawar(row.berkas)}</code>" for row in laporan.berkas[:many])
        yield from _sisa(len(laporan.berkas), many, "berkas")
        yield from ("", "</details>")


def _bagian(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], many: int | None) -> Iterator[str]:
    if rows:
        yield from ("", f"#### {title}", "")
        yield from _tabel(head, rows, many)


def _tabel(head: Sequence[str], rows: Sequence[Sequence[str]], many: int | None) -> Iterator[str]:
    yield _baris(head)
    yield _baris("---:" if name in _ANGKA else "---" for name in head)
    yield from map(_baris, rows[:many])
    yield from _sisa(len(rows), many, "baris")


def _baris(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sisa(count: int, many: int | None, kind: str) -> Iterator[str]:
    """What is not shown, counted."""
    if many is not None and count > many:
        yield from ("", f"Menampilkan {many} dari {count} {kind}; daftar lengkap di ringkasan pemeriksaan.")
