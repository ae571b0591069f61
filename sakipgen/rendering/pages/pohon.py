"""The pohon kinerja of a Renstra: a drawing of its upper levels, and every branch as a nested list down to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.domain.pohon import TingkatSimpul
from sakipgen.rekap import RekapPeriode, RekapPohon, RekapTahun, SimpulPohon
from sakipgen.rendering import charts_pohon, kalimat, kalimat_pohon
from sakipgen.rendering.charts import Judul
from sakipgen.rendering.kalimat_pohon import FaktaPohon
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, jalan, judul_waktu

_SEMUA: Final = frozenset(TingkatSimpul)
_RINGKAS: Final = _SEMUA - {TingkatSimpul.KEGIATAN, TingkatSimpul.SUB_KEGIATAN}
"""What the first drawing shows."""
_TERBANYAK: Final = 60
"""So many boxes a drawing shows; a larger tree is drawn as deep as that allows."""
_TAK_DIUKUR: Final = sel.tanpa("tidak diukur")


@dataclass(frozen=True, slots=True)
class MitraTampil:
    """Somebody else whom a node needs, and the node."""

    nama: str
    alamat: str | None
    """Of a unit of the office; None of somebody outside."""
    peran: str
    simpul: str
    kode: str
    jangkar: str


@dataclass(frozen=True, slots=True)
class IndikatorSimpul:
    """An indikator of a node with its latest kategori."""

    kode: str
    nama: str
    alamat: str
    chip: Markup


@dataclass(frozen=True, slots=True)
class SimpulTampil:
    """A node of the list."""

    jangkar: str
    tingkat: str
    kelas: str
    kode: str
    uraian: str
    alamat: str | None
    unit: tuple[str, str] | None
    csf: tuple[str, ...]
    crosscutting: tuple[MitraTampil, ...]
    indikator: tuple[IndikatorSimpul, ...]
    alasan: str | None
    terakhir: int | None
    """The last year whose list of programs has it, if not the latest."""
    anak: tuple[SimpulTampil, ...]
    lipat: tuple[SimpulTampil, ...]
    """Its sub kegiatan, folded."""


@dataclass(frozen=True, slots=True)
class CabangTampil:
    """A branch under a tujuan with its drawing."""

    simpul: SimpulTampil
    gambar: Markup


@dataclass(frozen=True, slots=True)
class TujuanPohon:
    """A tujuan with its branches."""

    simpul: SimpulTampil
    cabang: tuple[CabangTampil, ...]


def alamat_pohon(konteks: Konteks, pohon: RekapPohon) -> str:
    """Returns where a tree is told: the latest under the name of all."""
    return alamat.POHON if pohon is konteks.rekap.pohon[-1] else alamat.pohon_lama(pohon.kode)


def alamat_sasaran(konteks: Konteks, renstra: str | None, kode: str) -> str | None:
    """Returns where a sasaran is told in the tree of its Renstra; None where that does not have it."""
    for pohon in konteks.rekap.pohon:
        if pohon.kode == renstra and kode in pohon.pohon.sasaran:
            return f"{alamat_pohon(konteks, pohon)}#{alamat.jangkar_simpul(TingkatSimpul.SASARAN, kode)}"
    return None


def kosong(konteks: Konteks) -> Page:
    """Returns the page of an instansi that has no pohon kinerja yet."""
    main = konteks.rekap.utama
    isi = Isi(
        templat="pohon_kosong",
        path=alamat.folder(alamat.POHON),
        judul="Pohon kinerja",
        uraian=f"Pohon kinerja {konteks.pd.singkatan} belum ada dalam data.",
        strip=konteks.strip(main.setahun, main.setahun.indikator) if main else konteks.strip(None, ()),
        bagian=(),
        jejak=(("Sasaran", "sasaran/"), ("Pohon kinerja", None)),
        berkas=(),
        nilai={},
    )
    return konteks.susun(isi)


def halaman(konteks: Konteks, pohon: RekapPohon) -> Page:
    """Returns the page of one tree."""
    year = _tahun(konteks, pohon)
    prd = year.setahun if year else None
    buat = _Pembuat(konteks, pohon, prd)
    rows = [prd.menurut_kode[k] for k in buat.kode_indikator() if k in prd.menurut_kode] if prd else []
    said = kalimat_pohon.pohon(_fakta(pohon))
    span = f"{pohon.renstra.tahun_awal}–{pohon.renstra.tahun_akhir}"
    groups = tuple(buat.tujuan(root) for root in pohon.akar)
    title = Judul("g-pohon", "Gambar pohon kinerja", kalimat.teks(said))
    others = tuple(buat.mitra())
    isi = Isi(
        templat="pohon",
        path=alamat.folder(alamat_pohon(konteks, pohon)),
        judul=f"Pohon kinerja {span}",
        uraian=f"Pohon kinerja {konteks.pd.singkatan} {span}: {kalimat.teks(said)}",
        strip=konteks.strip(prd, rows),
        bagian=(
            Bagian("gambar", "Dari tujuan ke program"),
            *(Bagian(c.simpul.jangkar, _judul(c.simpul)) for g in groups for c in g.cabang),
            *((Bagian("crosscutting", "Siapa lain yang diperlukan"),) if others else ()),
        ),
        jejak=(("Sasaran", "sasaran/"), ("Pohon kinerja", None)),
        berkas=(
            *jalan(pohon.rujukan),
            *konteks.berkas_renstra(year),
            *dict.fromkeys(node.rujukan.berkas for node in pohon.simpul),
            *berkas_laporan(rows),
        ),
        nilai={
            "pohon": pohon,
            "span": span,
            "putusan": said,
            "waktu": judul_waktu(konteks, prd) if prd else None,
            "gambar": buat.gambar(title, pohon.akar, _RINGKAS),
            "tujuan": groups,
            "pihak": others,
            "lain": tuple(_lain(konteks, pohon)),
        },
    )
    return konteks.susun(isi)


def _judul(simpul: SimpulTampil) -> str:
    return f"{simpul.tingkat} {simpul.kode}"


def _tahun(konteks: Konteks, pohon: RekapPohon) -> RekapTahun | None:
    """The year whose figures stand beside the tree: the main one, else the last that its Renstra owns."""
    main = konteks.rekap.utama
    own = [year for year in konteks.rekap.tahun if year.kode_renstra == pohon.kode]
    return main if main in own else own[-1] if own else None


def _fakta(pohon: RekapPohon) -> FaktaPohon:
    count = Counter(node.tingkat for node in pohon.simpul)
    return FaktaPohon(
        tujuan=count[TingkatSimpul.TUJUAN],
        sasaran=count[TingkatSimpul.SASARAN],
        kondisi=count[TingkatSimpul.KONDISI],
        program=count[TingkatSimpul.PROGRAM],
        kegiatan=count[TingkatSimpul.KEGIATAN],
        bersama=sum(bool(node.crosscutting) for node in pohon.simpul),
    )


def _lain(konteks: Konteks, pohon: RekapPohon) -> Iterator[tuple[str, str]]:
    """The trees of other Renstra, the latest first: years and address."""
    for other in reversed(konteks.rekap.pohon):
        if other is not pohon:
            yield f"{other.renstra.tahun_awal}–{other.renstra.tahun_akhir}", alamat_pohon(konteks, other)


@dataclass(frozen=True, slots=True)
class _Pembuat:
    """Turns the nodes of one tree into what the page shows."""

    konteks: Konteks
    pohon: RekapPohon
    prd: RekapPeriode | None

    def kode_indikator(self) -> tuple[str, ...]:
        """Returns the indikator of all nodes, each once."""
        return tuple(dict.fromkeys(kode for node in self.pohon.simpul for kode in node.indikator))

    # ── The drawing ──

    def gambar(self, judul: Judul, akar: Sequence[SimpulPohon], tingkat: frozenset[TingkatSimpul]) -> Markup:
        """Returns the drawing of these levels of a tree, as deep as it stays readable."""
        depth, row, boxes = 0, list(akar), 0
        while row and (boxes := boxes + len(row)) <= _TERBANYAK:
            row = [child for node in row for child in node.anak if child.tingkat in tingkat]
            depth += 1
        return charts_pohon.pohon(judul, [self._kotak(root, tingkat, max(depth, 1) - 1) for root in akar])

    def _kotak(self, node: SimpulPohon, tingkat: frozenset[TingkatSimpul], below: int) -> charts_pohon.Cabang:
        """A node as it is drawn, with so many levels below it; what is not drawn is counted."""
        drawn = [child for child in node.anak if child.tingkat in tingkat] if below else []
        others, left = len(node.crosscutting), len(node.anak) - len(drawn)
        foot = (f"⇄ {others} pihak lain" if others else "", f"▸ {left} cabang lagi" if left else "")
        return charts_pohon.Cabang(
            kelas=_kelas(node.tingkat),
            label=f"{node.tingkat.kata.capitalize()} {node.kode}",
            teks=node.uraian,
            kaki=tuple(line for line in foot if line),
            anak=tuple(self._kotak(child, tingkat, below - 1) for child in drawn),
        )

    # ── The list ──

    def tujuan(self, root: SimpulPohon) -> TujuanPohon:
        """Returns a tujuan with its branches, each with its drawing."""
        branches = []
        for child in root.anak:
            shown = self.simpul(child)
            title = Judul(f"g-{shown.jangkar}", f"Gambar cabang {child.kode}", f"{_judul(shown)}: {child.uraian}")
            branches.append(CabangTampil(shown, self.gambar(title, [child], _SEMUA)))
        return TujuanPohon(self.simpul(root), tuple(branches))

    def simpul(self, node: SimpulPohon) -> SimpulTampil:
        """Returns a node with all below it."""
        below = tuple(self.simpul(child) for child in node.anak)
        folded = _kelas(TingkatSimpul.SUB_KEGIATAN)
        return SimpulTampil(
            jangkar=alamat.jangkar_simpul(node.tingkat, node.kode),
            tingkat=node.tingkat.kata.capitalize(),
            kelas=_kelas(node.tingkat),
            kode=node.kode,
            uraian=node.uraian,
            alamat=self._alamat(node),
            unit=self._unit(node.unit),
            csf=node.csf,
            crosscutting=tuple(self._mitra(node)),
            indikator=tuple(map(self._indikator, node.indikator)),
            alasan=node.alasan,
            terakhir=None if node.tahun == self.pohon.tahun else node.tahun,
            anak=tuple(child for child in below if child.kelas != folded),
            lipat=tuple(child for child in below if child.kelas == folded),
        )

    def _alamat(self, node: SimpulPohon) -> str | None:
        match node.tingkat:
            case TingkatSimpul.TUJUAN:
                return f"sasaran/#{alamat.jangkar_simpul(node.tingkat, node.kode)}" if self._renstra_utama() else None
            case TingkatSimpul.SASARAN:
                return alamat.sasaran(node.kode) if self.prd else None
            case TingkatSimpul.KONDISI:
                return None
            case _:
                return self.konteks.alamat_program.get(node.kode)

    def _renstra_utama(self) -> bool:
        """Whether the list of sasaran tells the Renstra of this tree."""
        main = self.konteks.rekap.utama
        return main is not None and main.kode_renstra == self.pohon.kode

    def _unit(self, kode: str | None) -> tuple[str, str] | None:
        return (self.konteks.instansi.unit_kerja[kode].nama, alamat.bidang(kode)) if kode else None

    def _mitra(self, node: SimpulPohon) -> Iterator[MitraTampil]:
        for mitra in node.crosscutting:
            unit = self._unit(mitra.unit)
            yield MitraTampil(
                nama=unit[0] if unit else mitra.perangkat_daerah or "",
                alamat=unit[1] if unit else None,
                peran=mitra.peran,
                simpul=node.tingkat.kata.capitalize(),
                kode=node.kode,
                jangkar=alamat.jangkar_simpul(node.tingkat, node.kode),
            )

    def mitra(self) -> Iterator[MitraTampil]:
        """Yields everybody whom a node of the tree needs, from top to bottom."""
        for node in self.pohon.simpul:
            yield from self._mitra(node)

    def _indikator(self, kode: str) -> IndikatorSimpul:
        row = self.prd.menurut_kode.get(kode) if self.prd else None
        chip = self.konteks.baris(row).chip if row else _TAK_DIUKUR
        return IndikatorSimpul(kode, self.konteks.rekap.indikator[kode].nama, alamat.indikator(kode), chip)


def _kelas(tingkat: TingkatSimpul) -> str:
    return tingkat.value.replace("_", "-")
