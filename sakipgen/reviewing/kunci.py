"""P001, P002, P007, P010, P019: what is closed changes only in the open. Figures are compared, never texts.

What was signed is in `kunci_pk`, evidence in `kunci_bukti`, records and texts in `kunci_catatan`, groups in
`kunci_susunan`; `kunci_hasil` looks
at what comes of it all, should any of them have missed a way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.diagnostics import Issue, Loc, Severity, printable
from sakipgen.domain.anggaran import ProgramTahunan
from sakipgen.domain.dataset import Berkas
from sakipgen.domain.isian import SEMENTARA, STATUS, Beda, Dokumen, Kunci
from sakipgen.domain.koreksi import DINYATAKAN, NILAI, Koreksi, NilaiKoreksi
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.tertulis import BENTUK
from sakipgen.domain.waktu import Periode
from sakipgen.rekap.susun_riwayat import sama_koreksi
from sakipgen.reviewing import kunci_bukti, kunci_catatan, kunci_pk, kunci_susunan
from sakipgen.reviewing.perbandingan import Perbandingan, cetak, perubahan

KONDISI_AWAL: Final = "P019"
"""The code of a baseline that changes beside closed figures."""
PERLU_KEPALA: Final = frozenset({kunci_pk.BERLAKU_SURUT, kunci_pk.SALINAN, KONDISI_AWAL, kunci_susunan.SUSUNAN})
"""The codes of what the Kepala must approve too."""
_BUKAN_CARA: Final = frozenset({"penanggung_jawab"})
"""A field of the kamus that may change after closing: units come and go."""
_AWAL: Final = "baseline"


def periksa_kunci(p: Perbandingan) -> Iterator[Issue]:
    """Yields what a proposal changes of what is closed or signed, and may not."""
    for rule in (
        *(angka_terkunci, kunci_bukti.bukti_terkunci, kunci_bukti.keterangan_bukti_berubah),
        *(koreksi_terhadap_data_utama, kunci_pk.target_terkunci),
        *(kunci_pk.pk_tetap, kunci_pk.pk_berlaku_surut, kunci_pk.renstra_tetap, kunci_bukti.naskah_terkunci),
        *(cara_terkunci, kondisi_awal_berubah, kunci_susunan.susunan_berubah, kunci_susunan.iku_berubah),
        *(anggaran_berubah, pagu_berubah, *kunci_catatan.RULES),
    ):
        yield from rule(p)


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────


def angka_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P001 Angka periode tertutup berubah tanpa koreksi.

    Sesudah periode ditutup, angkanya hanya boleh diubah dengan catatan koreksi dalam usulan yang sama: satu catatan
    untuk setiap angka. Mencabut angka, menambah angka yang terlambat, dan mengganti atau menghapus buktinya juga
    perubahan. Urutan, keterangan, dan cara menulis bukan perubahan.

    Cara memperbaiki: tambahkan `data/koreksi/TAHUN/PERIODE/KODE.yaml`, atau kembalikan angkanya seperti semula.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is not Dokumen.REALISASI or kunci.periode is None or not p.terkunci(kunci.periode):
            continue
        if _dikoreksi(p, kunci) or _di_samping(row.beda) or (kunci.bagian == STATUS and _diisi(p, kunci)):
            continue
        what = f"{p.sebut_tutup(kunci.periode)}; `{printable(kunci.bagian)}` {perubahan(row.beda)}; "
        place = f"data/koreksi/{kunci.periode.tahun}/{kunci.periode.segmen}/KODE.yaml"
        if kunci.bagian == STATUS:
            cure = "kembalikan `status` dan alasannya."
        elif row.beda.baru is None:
            cure = f"kembalikan angkanya, atau cabut lewat catatan koreksi (`{place}`, `jenis: pencabutan`)."
        else:
            cure = f"lampirkan catatan koreksi (`{place}`), atau kembalikan angkanya."
        yield Issue(row.berkas, _loc_realisasi(kunci), "P001", what + cure)


def koreksi_terhadap_data_utama(p: Perbandingan) -> Iterator[Issue]:
    """Yields P002 for a new correction whose old figure is not the one of the base."""
    for (periode, kode), records in p.koreksi_baru.items():
        seen: set[str] = set()
        for berkas in records:
            part = berkas.isi.bagian
            if part in seen or not p.terkunci(periode):  # later ones follow the first; P005 speaks of open periods
                continue
            seen.add(part)
            if wrong := _lama_keliru(p, periode, kode, berkas):
                message = f"`nilai_lama` tidak sama dengan data utama ({wrong}); samakan, atau perbarui usulannya."
                yield Issue(berkas.path, ("nilai_lama",), "P002", message)


def _lama_keliru(p: Perbandingan, periode: Periode, kode: str, berkas: Berkas[Koreksi]) -> str | None:
    """What the base says, where a correction says otherwise."""
    isi = berkas.isi
    stands = p.realisasi_dasar(periode, kode)
    fields = (NILAI, *BENTUK) if isi.bagian == NILAI else (isi.bagian,)
    if all(_cocok(isi.nilai_lama, field, stands.get(field)) for field in fields):
        return None
    shown = ", ".join(cetak(stands[field]) for field in fields if field in stands)
    return shown or "belum ada angkanya"


def _cocok(nilai: NilaiKoreksi | None, bagian: str, teks: str | None) -> bool:
    """Whether an old figure names what the base states in a field, nothing included."""
    if teks is not None:
        return nilai is not None and sama_koreksi(nilai, bagian, teks)
    return nilai is None or getattr(nilai, bagian if bagian in BENTUK else NILAI) is None


def _dikoreksi(p: Perbandingan, kunci: Kunci) -> bool:
    """Whether the proposal brings a correction of this figure; of a mark or status, of any figure of the row."""
    records = p.koreksi_baru.get((kunci.periode, kunci.kode), ()) if kunci.periode else ()
    part = NILAI if kunci.bagian in BENTUK else kunci.bagian
    return any(part in {STATUS, SEMENTARA} or b.isi.bagian == part for b in records)


def _diisi(p: Perbandingan, kunci: Kunci) -> bool:
    """Whether a row gets a figure: of that is told, not of the status that stood in its place."""
    return any(
        row.beda.baru is not None and row.beda.kunci.bagian not in {STATUS, SEMENTARA}
        for row in p.beda
        if row.beda.kunci._replace(bagian=kunci.bagian) == kunci
    )


def _di_samping(beda: Beda) -> bool:
    """Whether no figure changes by it: a figure is provisional no more, or it is said why there is none.

    A figure that goes is told by itself; what stands beside figures, with the texts (P015).
    """
    return (
        beda.baru is None if beda.kunci.bagian == SEMENTARA else beda.kunci.bagian == STATUS and beda.baru is not None
    )


def _loc_realisasi(kunci: Kunci) -> Loc:
    row: Loc = ("butir", kunci.kode)
    if kunci.bagian in {NILAI, *BENTUK, STATUS, SEMENTARA}:
        return (*row, kunci.bagian)
    return (*row, DINYATAKAN, NILAI) if kunci.bagian == DINYATAKAN else (*row, "komponen", kunci.bagian)


# ── The way of measuring, and money ──────────────────────────────────────────────────────────────────────────────


def cara_terkunci(p: Perbandingan) -> Iterator[Issue]:
    """P007 Cara mengukur berubah sesudah periode ditutup.

    Metode suatu tahun tetap sejak salah satu periodenya ditutup. Satuan, polaritas, formula, rumus, komponen, skala,
    dan cara menggabungkan sebuah indikator tetap sejak angkanya masuk periode tertutup. Kalau tidak, capaian yang sudah
    diumumkan berubah tanpa angkanya berubah.

    Cara memperbaiki: kembalikan isiannya; cara baru berlaku untuk tahun berikutnya, atau dengan kode indikator baru.
    """
    years = {periode.tahun for periode in p.ditutup}
    for row in p.beda:
        kunci = row.beda.kunci
        way = tuple(kunci.bagian.split("."))
        if kunci.dokumen is not Dokumen.CARA or way[0] in _BUKAN_CARA or _hanya_tampil(p, kunci.kode, way):
            continue
        if kunci.kode:
            locked = kunci.kode in p.kode_terkunci
        else:
            locked = kunci.periode is not None and kunci.periode.tahun in years
        if locked:
            message = (
                f"`{printable(kunci.bagian)}` {perubahan(row.beda)}, padahal ada periode yang sudah ditutup dengan "
                "cara lama; kembalikan isiannya, atau pakai cara baru untuk tahun berikutnya."
            )
            yield Issue(row.berkas, way, "P007", message)


def _hanya_tampil(p: Perbandingan, kode: str, way: Loc) -> bool:
    """Whether a field stands beside the figures of an indikator and measures nothing."""
    sides = [side.dataset.indikator.get(kode) for side in (p.dasar, p.usulan) if side.dataset]
    measured = any(b and b.isi.formula_sendiri is FormulaCapaian.LINTASAN for b in sides)
    return way[0] == _AWAL and not measured


def kondisi_awal_berubah(p: Perbandingan) -> Iterator[Issue]:
    """P019 Kondisi awal berubah sesudah periode ditutup.

    Kondisi awal (`baseline`) berdiri di samping angka yang sudah diumumkan, jadi pembetulannya diberitahukan dan perlu
    persetujuan Kepala. Bila capaian diukur dari sana (`formula_capaian: lintasan`), ia terkunci seperti cara mengukur.

    Cara memperbaiki: sebutkan sumber angka yang benar dalam penjelasan usulan; bila tidak sengaja, kembalikan
    angkanya.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        way = tuple(kunci.bagian.split("."))
        if kunci.dokumen is Dokumen.CARA and kunci.kode in p.kode_terkunci and _hanya_tampil(p, kunci.kode, way):
            message = (
                f"`{printable(kunci.bagian)}` {perubahan(row.beda)}, padahal angkanya sudah diumumkan di samping "
                "kondisi awal itu; sebutkan sumbernya dalam penjelasan usulan, dan mintakan juga persetujuan Kepala."
            )
            yield Issue(row.berkas, way, KONDISI_AWAL, message, Severity.WARNING)


def anggaran_berubah(p: Perbandingan) -> Iterator[Issue]:
    """P010 Anggaran periode tertutup berubah.

    Realisasi anggaran sering berubah sesudah diaudit, dan pagu yang salah ketik perlu dibetulkan, jadi keduanya tidak
    dikunci; tetapi pembaca perlu tahu sebabnya. Pagu perubahan yang baru berlaku sesudah periode itu tidak
    diperingatkan.

    Cara memperbaiki: sebutkan sumber angka yang baru dalam penjelasan usulan; bila tidak sengaja, kembalikan angkanya.
    """
    for row in p.beda:
        kunci = row.beda.kunci
        if kunci.dokumen is Dokumen.ANGGARAN and kunci.periode and p.terkunci(kunci.periode):
            message = (
                f"{p.sebut_tutup(kunci.periode)}; `{printable(kunci.bagian)}` {perubahan(row.beda)}; sebutkan "
                "sumbernya dalam penjelasan usulan."
            )
            yield Issue(row.berkas, ("butir", kunci.kode, kunci.bagian), "P010", message, Severity.WARNING)


def pagu_berubah(p: Perbandingan) -> Iterator[Issue]:
    """Yields P010 for a ceiling that was in force at the end of a closed period, and is another one now.

    One that is in force only later changes nothing that was published.
    """
    base, after = p.dasar.dataset, p.usulan.dataset
    for tahun, berkas in base.program.items() if base and after else ():
        later = after.program.get(tahun) if after else None
        if later and later.isi != berkas.isi:
            for kode, periode, change in _pagu_lain(p, berkas.isi, later.isi, tahun):
                message = (
                    f"{p.sebut_tutup(periode)}; pagu `{printable(kode)}` pada akhir periode itu {change}, jadi "
                    "serapannya ikut berubah; sebutkan sumbernya dalam penjelasan usulan."
                )
                yield Issue(later.path, ("sub_kegiatan", kode, "pagu"), "P010", message, Severity.WARNING)


def _pagu_lain(
    p: Perbandingan, before: ProgramTahunan, after: ProgramTahunan, tahun: int
) -> Iterator[tuple[str, Periode, str]]:
    """Every sub kegiatan with the last closed period in which its ceiling is another one, and what changed."""
    closed = sorted((periode for periode in p.ditutup if periode.tahun == tahun), reverse=True)
    for kode in sorted(before.sub_kegiatan.keys() | after.sub_kegiatan.keys()):
        sides = ((when, _pagu(before, kode, when), _pagu(after, kode, when)) for when in closed)
        if found := next(((when, old, new) for when, old, new in sides if old != new), None):
            when, old, new = found
            yield kode, when, perubahan(Beda(Kunci(Dokumen.PAGU, kode, when, "", "pagu"), old, new))


def _pagu(program: ProgramTahunan, kode: str, periode: Periode) -> str | None:
    return format(program.pagu_pada(kode, periode.akhir)[0], "f") if kode in program.sub_kegiatan else None
