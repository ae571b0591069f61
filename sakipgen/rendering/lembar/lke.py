"""LKE mandiri: what an evaluation asks for, what proof there is, and a score from the answers that the evaluator gives.

Nothing is answered here: proof is counted, quality is judged by people. Weights and values are cells, for instansi use
variants of the LKE.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.skala_baku import SKALA
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar.buku import Buku, Lembar, rentang, sel, susun
from sakipgen.rendering.lembar.kata import PERSEN
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.lembar.rumus_sel import TabelPeringkat
from sakipgen.rendering.pages.kriteria import Aspek, Komponen, Kriteria, komponen

JUDUL: Final = "Lembar kerja evaluasi AKIP mandiri"
SIMULASI: Final = "simulasi, bukan nilai resmi"
_BOBOT: Final[Mapping[str, int]] = {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15, "evaluasi": 25}
_BAGIAN: Final[Mapping[Aspek, int]] = {Aspek.KEBERADAAN: 20, Aspek.KUALITAS: 30, Aspek.PEMANFAATAN: 50}
"""Percent of the weight of its komponen."""
_JAWABAN: Final = (("AA", 100), ("A", 90), ("BB", 80), ("B", 70), ("CC", 60), ("C", 50), ("D", 30), ("E", 0))
_KEPALA: Final = (
    "No",
    "Komponen, subkomponen, dan kriteria",
    "Bukti ada",
    "Dari",
    "Satuan",
    "Menurut data",
    "Tempat bukti",
    "Jawaban",
    "Nilai jawaban",
    "Bobot",
    "Nilai",
    "Catatan evaluator",
)
NO, ISI, ADA, DARI, SATUAN, KEADAAN, BUKTI, JAWABAN, NILAI_JAWABAN, BOBOT, NILAI, CATATAN = range(len(_KEPALA))
_LEBAR: Final = (6, 62, 8, 7, 13, 15, 34, 10, 9, 9, 9, 40)
_LAIN: Final = "Kriteria lain menurut LKE yang dipakai (tulis dan jawab di sini)"


def render(rekap: Rekapitulasi, tahun: int) -> bytes:
    """Returns the sheet of a year."""
    year, _ = bagian(rekap, tahun, None)
    return susun(rekap, JUDUL, f"Tahun {tahun}", lambda buku: _isi(buku, year))


def _isi(buku: Buku, year: RekapTahun) -> None:
    buku.baca_dahulu(_tentang(), tanda=SIMULASI)
    page = buku.lembar("LKE", tanda=SIMULASI)
    weights = _Bobot(buku)
    scale = Acuan(buku, SKALA["akip88"], (), judul="Predikat AKIP", tanda=SIMULASI)
    _Lke(page, weights, scale).tulis(year, komponen(buku.rekap, year))


def _tentang() -> Iterator[tuple[str, str]]:
    yield "Simulasi", "Lembar ini alat persiapan. Nilainya simulasi, bukan nilai resmi; nilai resmi ada pada LHE."
    yield (
        "Dasar",
        (
            "Susunan komponen dan bobotnya menurut PermenPAN-RB 88 Tahun 2021. Kriterianya adalah yang dapat "
            "dibuktikan dari data ini, bukan salinan LKE; tambahkan kriteria lain pada baris yang tersedia."
        ),
    )
    yield "Menurut data", "Banyaknya bukti yang ada dihitung dari data. Mutunya tidak dinilai di sini."
    yield (
        "Sel kuning",
        (
            "Diisi evaluator: jawaban (AA sampai E), kriteria lain, dan catatan. Pada lembar “Bobot” dapat diubah "
            "bobot dan nilai jawaban bila daerah memakai LKE lain."
        ),
    )
    yield "Nilai", "Rata-rata nilai jawaban subkomponen dikali bobotnya. Yang tidak dijawab tidak dihitung."
    yield "Nilai akhir", "Baru muncul bila setiap subkomponen sudah ada jawabannya; sebelum itu hanya nilai sementara."


class _Bobot:
    """The sheet with weights and the values of answers, and where they stand."""

    def __init__(self, buku: Buku) -> None:
        page = buku.lembar("Bobot", tegak=True, tanda=SIMULASI)
        page.lebar(38, 12)
        at = page.kop("Bobot dan nilai jawaban", buku.waktu, SIMULASI)
        self.komponen = self._tabel(page, at, "Komponen", list(_BOBOT.items()))
        at += len(_BOBOT) + 2
        self.bagian = self._tabel(page, at, "Subkomponen (% dari komponen)", [(k.value, v) for k, v in _BAGIAN.items()])
        at += len(_BAGIAN) + 2
        self._tabel(page, at, "Jawaban", list(_JAWABAN))
        first, last = at + 1, at + len(_JAWABAN)
        kode, value = (rentang(first, last, column, page.nama, tetap=True) for column in (0, 1))
        self.jawaban = TabelPeringkat(kode, value)

    @staticmethod
    def _tabel(page: Lembar, at: int, judul: str, rows: Sequence[tuple[str, int]]) -> dict[str, str]:
        page.teks(at, 0, judul, "kepala")
        page.teks(at, 1, "Nilai" if judul == "Jawaban" else "Bobot", "kepala")
        found = {}
        for n, (name, value) in enumerate(rows, 1):
            page.teks(at + n, 0, name if name.isupper() else f"{name[0].upper()}{name[1:]}", "sel")
            page.angka(at + n, 1, value, "sel", "isian")
            found[name] = sel(at + n, 1, page.nama, tetap=True)
        return found


class _Lke:
    """The sheet of questions while it is being written."""

    def __init__(self, page: Lembar, weights: _Bobot, scale: Acuan) -> None:
        self._akhir = 0
        self._page = page
        self._weights = weights
        self._scale = scale
        self._alamat = page.buku.rekap.instansi.alamat_situs

    def tulis(self, year: RekapTahun, parts: Sequence[Komponen]) -> None:
        page = self._page
        page.lebar(*_LEBAR)
        at = page.kop(JUDUL, f"Tahun {year.tahun}", SIMULASI)
        page.kepala(at, _KEPALA)
        page.sheet.freeze_panes(at + 1, 2)
        at += 1
        totals: list[int] = []
        subs: list[int] = []
        for n, part in enumerate(parts, 1):
            totals.append(at)
            found = self._komponen(at, n, part)
            subs += found
            at = self._akhir + 1
        self._jumlah(at, totals, subs)
        page.tanda_tangan(at + 5, ISI, BUKTI, oleh=("Evaluator", "Inspektorat Daerah"))

    def _komponen(self, at: int, nomor: int, part: Komponen) -> list[int]:
        """Writes a komponen with its parts; returns the rows of these."""
        page, subs, row = self._page, [], at + 1
        for n, aspek in enumerate(Aspek):
            subs.append(row)
            asked = [one for one in part.kriteria if one.aspek is aspek]
            self._bagian(row, f"{nomor}.{n + 1}", part, aspek, len(asked) + 1)
            for m, one in enumerate(asked, 1):
                self._kriteria(row + m, f"{nomor}.{n + 1}.{m}", one)
            self._lain(row + len(asked) + 1, f"{nomor}.{n + 1}.{len(asked) + 1}")
            row += len(asked) + 2
        self._akhir = row - 1
        page.kosong(at, range(len(_KEPALA)), "sel", "jumlah")
        page.teks(at, NO, str(nomor), "sel", "jumlah", "tengah")
        page.teks(at, ISI, part.nama, "sel", "jumlah")
        page.rumus(at, BOBOT, self._weights.komponen[part.id], _BOBOT[part.id], "sel", "jumlah", num=PERSEN)
        cells = ",".join(sel(one, NILAI) for one in subs)
        page.rumus(at, NILAI, f'IF(COUNT({cells})=0,"",SUM({cells}))', None, "sel", "jumlah", num=PERSEN)
        return subs

    def _bagian(self, at: int, nomor: str, part: Komponen, aspek: Aspek, banyak: int) -> None:
        """A subkomponen: the mean of its answers by its weight."""
        page = self._page
        page.kosong(at, range(len(_KEPALA)), "sel", "tebal")
        page.teks(at, NO, nomor, "sel", "tebal", "tengah")
        page.teks(at, ISI, aspek.value, "sel", "tebal")
        weight = f"{self._weights.komponen[part.id]}*{self._weights.bagian[aspek.value]}/100"
        share = Decimal(_BOBOT[part.id] * _BAGIAN[aspek]).scaleb(-2)
        page.rumus(at, BOBOT, weight, share, "sel", "tebal", num=PERSEN)
        answers = rentang(at + 1, at + banyak, NILAI_JAWABAN)
        formula = f'IF(COUNT({answers})=0,"",AVERAGE({answers})/100*{sel(at, BOBOT)})'
        page.rumus(at, NILAI, formula, None, "sel", "tebal", num=PERSEN)

    def _kriteria(self, at: int, nomor: str, row: Kriteria) -> None:
        page = self._page
        page.teks(at, NO, nomor, "sel", "tengah")
        page.teks(at, ISI, row.isi, "sel", "bungkus")
        page.angka(at, ADA, row.ada, "sel", "tengah")
        page.angka(at, DARI, row.dari, "sel", "tengah")
        page.teks(at, SATUAN, row.satuan, "sel")
        page.teks(at, KEADAAN, _keadaan(row), "sel", "tengah")
        self._bukti(at, row)
        self._jawaban(at)

    def _bukti(self, at: int, row: Kriteria) -> None:
        """Where the proof is: a link where the site has an address."""
        page, (word, path) = self._page, row.bukti[0]
        others = ", ".join(f"{name} ({place})" for name, place in row.bukti[1:])
        told = f"{word} ({path})" + (f", {others}" if others else "")
        if self._alamat:
            page.tautan(at, BUKTI, f"{self._alamat.rstrip('/')}/{path}", told, "sel", "bungkus")
        else:
            page.teks(at, BUKTI, told, "sel", "bungkus")

    def _lain(self, at: int, nomor: str) -> None:
        page = self._page
        page.teks(at, NO, nomor, "sel", "tengah")
        page.teks(at, ISI, _LAIN, "sel", "isian", "redup", "bungkus")
        page.kosong(at, range(ADA, JAWABAN), "sel")
        self._jawaban(at)

    def _jawaban(self, at: int) -> None:
        page, answers = self._page, self._weights.jawaban
        page.kosong(at, (JAWABAN,), "sel", "isian", "tengah")
        page.sheet.data_validation(at, JAWABAN, at, JAWABAN, {"validate": "list", "source": f"={answers.kode}"})
        page.rumus(at, NILAI_JAWABAN, answers.skor_dari(sel(at, JAWABAN)), None, "sel", num="0")
        page.kosong(at, (BOBOT, NILAI), "sel")
        page.kosong(at, (CATATAN,), "sel", "isian", "bungkus")

    def _jumlah(self, at: int, totals: Sequence[int], subs: Sequence[int]) -> None:
        """The score so far, and the final one once every part has an answer."""
        page = self._page
        for n in range(4):
            page.kosong(at + n, range(len(_KEPALA)), "sel", "jumlah")
        answered = "+".join(f"ISNUMBER({sel(one, NILAI)})" for one in subs)
        weight = "+".join(f"ISNUMBER({sel(one, NILAI)})*{sel(one, BOBOT)}" for one in subs)
        total = f"SUM({','.join(sel(one, NILAI) for one in totals)})"
        whole = f"SUM({','.join(sel(one, BOBOT) for one in totals)})"
        page.teks(at, ISI, "Subkomponen yang sudah dijawab", "sel", "jumlah")
        page.rumus(at, NILAI, f'({answered})&" dari {len(subs)}"', f"0 dari {len(subs)}", "sel", "jumlah", "kanan")
        page.teks(at + 1, ISI, f"Nilai sementara dari yang sudah dijawab ({SIMULASI})", "sel", "jumlah")
        page.rumus(at + 1, BOBOT, whole, sum(_BOBOT.values()), "sel", "jumlah", num=PERSEN)
        sofar = f'IF(({weight})=0,"",{total}/({weight})*100)'
        page.rumus(at + 1, NILAI, sofar, None, "sel", "jumlah", num=PERSEN)
        page.teks(at + 2, ISI, f"Nilai akhir ({SIMULASI})", "sel", "jumlah")
        final = f'IF(({answered})<{len(subs)},"",{total})'
        page.rumus(at + 2, NILAI, final, None, "sel", "jumlah", num=PERSEN)
        page.teks(at + 3, ISI, f"Predikat ({SIMULASI})", "sel", "jumlah")
        page.rumus(at + 3, NILAI, self._scale.kategori.kelas(sel(at + 2, NILAI)), None, "sel", "jumlah", "kanan")


def _keadaan(row: Kriteria) -> str:
    if row.nanti:
        return "belum waktunya"
    if not row.dari:
        return "tidak ada"
    return "lengkap" if row.lengkap else "sebagian" if row.sebagian else "belum ada"
