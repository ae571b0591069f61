"""R032…R034, K118…K123, L011…L013: a pohon kinerja is one tree over its Renstra and programs, and lacks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan, saran
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.penjenjangan import JENJANG_TERDALAM, Kunci, Penjenjangan, susun
from sakipgen.domain.pohon import KondisiAntara, SimpulBerinduk, TingkatSimpul

_RENSTRA: Final = (TingkatSimpul.TUJUAN, TingkatSimpul.SASARAN)
_PROGRAM: Final = (TingkatSimpul.PROGRAM, TingkatSimpul.KEGIATAN, TingkatSimpul.SUB_KEGIATAN)
_PELAKSANAAN: Final = (TingkatSimpul.KEGIATAN, TingkatSimpul.SUB_KEGIATAN)
"""Below these stands no kondisi: they are what is done, not what comes of it."""


def _semua(dataset: Dataset) -> Iterator[tuple[PurePosixPath, Penjenjangan]]:
    """Every tree with its file, where its Renstra is known."""
    for kode, berkas in dataset.pohon_kinerja.items():
        if kode in dataset.renstra:
            yield berkas.path, susun(dataset, kode)


def _loc(key: Kunci, *rest: str) -> Loc:
    return (key[0].value, key[1], *rest)


def _sebut(key: Kunci) -> str:
    return f"{key[0].kata} `{key[1]}`"


def _tak_dikenal(tata: Penjenjangan, tingkat: TingkatSimpul) -> bool:
    """Whether R033 speaks of a node of this level."""
    return any((tingkat, kode) not in tata.rencana for kode in tata.pohon.tertulis(tingkat))


def renstra_pohon_ada(dataset: Dataset) -> Iterator[Issue]:
    """R032 Pohon kinerja tanpa Renstra.

    Nama berkas pohon kinerja adalah kode Renstranya, karena tujuan dan sasarannya dibaca dari sana.

    Cara memperbaiki: samakan nama berkasnya dengan nama berkas Renstra, atau tambahkan berkas Renstra itu.
    """
    for kode, berkas in dataset.pohon_kinerja.items():
        if kode not in dataset.renstra and not dataset.ada("renstra", f"{kode}.yaml"):
            cure = saran(kode, dataset.renstra, f"tambahkan `data/renstra/{kode}.yaml`, atau ganti nama berkas ini")
            yield galat(berkas.path, (), "R032", f"Renstra `{kode}` tidak ada; {cure}.")


def simpul_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R033 Simpul pohon kinerja tidak dikenal.

    Tujuan dan sasaran dalam pohon ada dalam Renstranya; program, kegiatan, dan sub kegiatan ada dalam daftar program
    salah satu tahunnya. Bunyinya dibaca dari sana.

    Cara memperbaiki: betulkan kodenya. Keadaan yang belum tertulis di tempat lain ditulis sebagai `kondisi`.
    """
    for path, tata in _semua(dataset):
        unread = any(file.parent == dataset.root / "program" for file in dataset.tak_terbaca)
        for tingkat in (*_RENSTRA, *(() if unread else _PROGRAM)):
            known = [kode for level, kode in tata.rencana if level is tingkat]
            where = f"Renstra `{path.stem}`" if tingkat in _RENSTRA else "daftar program tahun mana pun dalam Renstra"
            for kode in tata.pohon.tertulis(tingkat):
                if kode not in known:
                    cure = saran(kode, known, "betulkan kodenya, atau hapus dari pohon", bernomor=True)
                    message = f"{tingkat.kata} `{kode}` tidak ada dalam {where}; {cure}."
                    yield galat(path, _loc((tingkat, kode)), "R033", message, at_key=True)


def induk_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R034 Induk simpul tidak ada dalam pohon.

    `induk` menyebut kode simpul lain dalam pohon yang sama.

    Cara memperbaiki: betulkan kodenya, atau tambahkan simpul induk itu ke pohon.
    """
    for path, tata in _semua(dataset):
        known = [kode for _, kode in tata.simpul]
        for key, row in tata.simpul.items():
            if isinstance(row, SimpulBerinduk | KondisiAntara) and row.induk and tata.induk[key] is None:
                cure = saran(row.induk, known, f"tambahkan simpul `{row.induk}`, atau betulkan kodenya", bernomor=True)
                message = f"induk `{row.induk}` tidak ada dalam pohon ini; {cure}."
                yield galat(path, _loc(key, "induk"), "R034", message)


def kode_kondisi_sendiri(dataset: Dataset) -> Iterator[Issue]:
    """K118 Kode kondisi antara sudah dipakai.

    Setiap simpul punya kodenya sendiri. Kode tujuan, sasaran, program, dan seterusnya tidak dipakai lagi untuk kondisi
    antara, juga dengan huruf besar dan kecil yang berbeda.

    Cara memperbaiki: beri kondisi itu kode lain, misalnya `KA-01`.
    """
    for path, tata in _semua(dataset):
        taken = {kode.lower(): (tingkat, kode) for tingkat, kode in tata.rencana}
        for kode in tata.pohon.kondisi:
            key = (TingkatSimpul.KONDISI, kode)
            first = taken.setdefault(kode.lower(), key)
            if first != key:
                message = f"kode `{kode}` sudah dipakai {_sebut(first)}; beri kondisi antara ini kode lain."
                yield galat(path, _loc(key), "K118", message, at_key=True)


def simpul_tersambung(dataset: Dataset) -> Iterator[Issue]:
    """K119 Simpul tidak tersambung ke tujuan.

    Simpul tanpa `induk` berada di bawah induknya menurut Renstra atau kode programnya. Induk itu harus ada dalam pohon.

    Cara memperbaiki: tambahkan induk itu ke pohon, atau tulis `induk` lain.
    """
    for path, tata in _semua(dataset):
        for key, row in tata.simpul.items():
            above = tata.rencana[key].induk if key in tata.rencana else ()
            if not isinstance(row, SimpulBerinduk) or row.induk or not above or tata.induk[key]:
                continue
            if above[0] in tata.rencana and not _tak_dikenal(tata, above[0][0]):  # else R012 or R033 speaks
                message = (
                    f"{_sebut(key)} tidak tersambung: induknya, {_sebut(above[0])}, belum ada dalam pohon; "
                    "tambahkan induk itu, atau tulis `induk` lain."
                )
                yield galat(path, _loc(key), "K119", message, at_key=True)


def _lingkaran(tata: Penjenjangan, key: Kunci) -> tuple[Kunci, ...]:
    """The circle that a node is part of, itself first; empty where there is none."""
    way = (key, *tata.di_atas(key))
    return way if tata.induk[way[-1]] == key else ()


def tidak_berputar(dataset: Dataset) -> Iterator[Issue]:
    """K120 Induk simpul berputar.

    Dari simpul mana pun, induk demi induk harus sampai ke tujuan. Simpul yang menjadi induk bagi dirinya sendiri, atau
    bagi simpul di atasnya, tidak pernah sampai.

    Cara memperbaiki: ganti `induk` salah satu simpul dalam lingkaran itu.
    """
    for path, tata in _semua(dataset):
        told: set[Kunci] = set()
        for key in tata.induk:
            circle = () if key in told else _lingkaran(tata, key)
            told.update(circle)
            if circle:
                way = " → ".join(f"`{kode}`" for _, kode in (*circle, key))
                message = f"induk berputar dan tidak sampai ke tujuan: {way}; ganti salah satu `induk`."
                yield galat(path, _loc(key, "induk"), "K120", message)


def _berpindah(tata: Penjenjangan) -> Iterator[tuple[Kunci, SimpulBerinduk | KondisiAntara]]:
    """The nodes that name their parent, unless that leads in a circle."""
    for key, row in tata.simpul.items():
        if not isinstance(row, SimpulBerinduk | KondisiAntara) or not row.induk:
            continue
        if tata.induk[key] and not _lingkaran(tata, key):
            yield key, row


def induk_lebih_tinggi(dataset: Dataset) -> Iterator[Issue]:
    """K121 Induk simpul setingkat atau lebih rendah.

    Urutannya tujuan, sasaran, program, kegiatan, sub kegiatan. Kondisi antara boleh disisipkan di antaranya, tetapi
    tidak di bawah kegiatan atau sub kegiatan: keduanya yang dikerjakan, kondisi adalah akibatnya.

    Cara memperbaiki: pilih induk yang lebih tinggi tingkatnya.
    """
    order = list(TingkatSimpul)
    for path, tata in _semua(dataset):
        for key, _ in _berpindah(tata):
            way = tuple(tata.di_atas(key))
            above = next((up for up in way if up[0] is not TingkatSimpul.KONDISI), None)
            own = TingkatSimpul.KEGIATAN if key[0] is TingkatSimpul.KONDISI else key[0]
            told = above != way[0] and above is not None and above[0] in _PELAKSANAAN  # of the kondisi between
            if above is not None and not told and order.index(above[0]) >= order.index(own):
                message = f"{_sebut(key)} tidak dapat berada di bawah {_sebut(above)}; pilih induk yang lebih tinggi."
                yield galat(path, _loc(key, "induk"), "K121", message)


def cabang_sesuai_rencana(dataset: Dataset) -> Iterator[Issue]:
    """K122 Cabang pohon berbeda dari rencana.

    Sasaran berada di bawah tujuannya, program di bawah salah satu sasarannya, kegiatan di bawah programnya, dan sub
    kegiatan di bawah kegiatannya, langsung atau melalui kondisi antara. Pohon boleh berbeda bila logikanya berbeda,
    misalnya kegiatan yang hasilnya menentukan sasaran lain; pembaca perlu tahu mengapa. Ini peringatan dan tidak
    menghalangi penerbitan.

    Cara memperbaiki: pindahkan simpulnya, atau jelaskan pada `alasan`.
    """
    for path, tata in _semua(dataset):
        for key, row in _berpindah(tata):
            plan = tata.rencana[key].induk if key in tata.rencana else ()
            above = [up for up in plan if up in tata.rencana]  # of an unknown one R012 speaks
            way = tuple(tata.di_atas(key))
            told = isinstance(row, SimpulBerinduk) and row.alasan
            whole = way[-1][0] is TingkatSimpul.TUJUAN  # else R034, K119 or K120 speaks
            if above and whole and not told and not set(above) & set(way):
                message = (
                    f"menurut rencana {_sebut(key)} bagian dari {_sebut(above[0])}, tetapi dalam pohon tidak berada di "
                    "bawahnya; pindahkan, atau jelaskan pada `alasan`."
                )
                yield peringatan(path, _loc(key, "induk"), "K122", message)


def tidak_terlalu_dalam(dataset: Dataset) -> Iterator[Issue]:
    """K123 Pohon kinerja terlalu dalam.

    Paling banyak dua belas simpul bersusun dari tujuan sampai ujungnya. Pohon yang lebih dalam tidak terbaca lagi.

    Cara memperbaiki: gabungkan kondisi antara yang berurutan.
    """
    for path, tata in _semua(dataset):
        told: set[Kunci] = set()
        for key in tata.induk:
            above = tuple(islice(tata.di_atas(key), JENJANG_TERDALAM + 1))
            if len(above) != JENJANG_TERDALAM or _lingkaran(tata, key):
                continue
            written = next(up for up in (key, *above) if tata.simpul[up] is not None)
            if written not in told:
                told.add(written)
                message = (
                    f"{_sebut(key)} berada di tingkat ke-{JENJANG_TERDALAM + 1}; paling banyak {JENJANG_TERDALAM} "
                    "tingkat; gabungkan kondisi antara yang berurutan."
                )
                yield galat(path, _loc(written), "K123", message, at_key=True)


def rencana_masuk_pohon(dataset: Dataset) -> Iterator[Issue]:
    """L011 Tujuan, sasaran, atau program belum masuk pohon kinerja.

    Pohon kinerja memuat setiap tujuan dan sasaran Renstra, dan setiap program tahun terakhir yang ada daftarnya. Yang
    tertinggal tidak terlihat menopang apa. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan kodenya pada tingkatnya dalam berkas pohon kinerja.
    """
    for path, tata in _semua(dataset):
        loose = (key for key, parent in tata.induk.items() if parent is None and key in tata.rencana)
        lacking = {up for key in loose for up in tata.rencana[key].induk[:1]}  # K119 speaks
        for key, row in tata.rencana.items():
            wanted = key[0] in _RENSTRA or (key[0] is TingkatSimpul.PROGRAM and row.tahun == tata.terbaru)
            if wanted and key not in tata.simpul and key not in lacking and not _tak_dikenal(tata, key[0]):
                message = f"{_sebut(key)} belum masuk pohon kinerja; tambahkan pada `{key[0]}`."
                yield peringatan(path, (key[0].value,), "L011", message, at_key=True)


def csf_terisi(dataset: Dataset) -> Iterator[Issue]:
    """L012 Faktor keberhasilan kritis belum diisi.

    Tujuan, sasaran, dan kondisi antara yang masih diurai menjadi kondisi lain memerlukan faktor keberhasilan kritis
    (CSF): dari faktor itulah cabang di bawahnya ditemukan. Simpul lain boleh tanpa CSF. Ini peringatan dan tidak
    menghalangi penerbitan.

    Cara memperbaiki: tambahkan `csf:` berisi apa yang harus ada agar simpul itu tercapai.
    """
    for path, tata in _semua(dataset):
        for key, row in tata.simpul.items():
            split = any(level is TingkatSimpul.KONDISI for level, _ in tata.anak.get(key, ()))
            wanted = key[0] in _RENSTRA or (key[0] is TingkatSimpul.KONDISI and split)
            if wanted and row is not None and not row.csf:
                message = f"{_sebut(key)} belum punya faktor keberhasilan kritis; tambahkan `csf:`."
                yield peringatan(path, _loc(key), "L012", message, at_key=True)


def tidak_buntu(dataset: Dataset) -> Iterator[Issue]:
    """L013 Cabang pohon kinerja buntu.

    Kondisi antara, dan sasaran yang punya program, diurai sampai kegiatan yang mengerjakannya. Tanpa cabang di bawahnya
    tidak ada yang membuatnya terjadi. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tulis kode simpul itu sebagai `induk` program, kegiatan, atau kondisi yang mewujudkannya, atau
    hapus kondisinya.
    """
    for path, tata in _semua(dataset):
        if any(level is not TingkatSimpul.TUJUAN for level, _ in tata.anak[None]):  # R034 or K119 speaks
            continue
        supported = {up for key, row in tata.rencana.items() if key[0] is TingkatSimpul.PROGRAM for up in row.induk}
        for key in tata.simpul:
            wanted = key[0] is TingkatSimpul.KONDISI or (key[0] is TingkatSimpul.SASARAN and key in supported)
            if wanted and key not in tata.anak:
                message = (
                    f"{_sebut(key)} buntu: tidak ada simpul di bawahnya; tulis kodenya sebagai `induk` program, "
                    "kegiatan, atau kondisi yang mewujudkannya."
                )
                yield peringatan(path, _loc(key), "L013", message, at_key=True)


RULES: Final = (
    renstra_pohon_ada,
    simpul_terdaftar,
    induk_terdaftar,
    kode_kondisi_sendiri,
    simpul_tersambung,
    tidak_berputar,
    induk_lebih_tinggi,
    cabang_sesuai_rencana,
    tidak_terlalu_dalam,
    rencana_masuk_pohon,
    csf_terisi,
    tidak_buntu,
)
