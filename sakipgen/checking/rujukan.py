"""R001…R024, R009, R029, R031: every kode, unit and jabatan that is mentioned exists; every rumus can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking import sebutan
from sakipgen.checking._issue import galat, saran
from sakipgen.checking.sebutan import Sebutan
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.anggaran import kode_di_atas
from sakipgen.domain.dataset import UNIT_KEPALA, Dataset
from sakipgen.domain.perencanaan import Sasaran, Tujuan
from sakipgen.measuring.rumus import RumusError, parse_rumus


def indikator_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R001 Indikator tidak terdaftar dalam kamus.

    Setiap kode indikator yang disebut dalam Renstra, PK, rencana aksi, program, realisasi, atau `gabungan` harus punya
    berkas `data/indikator/KODE.yaml`.

    Cara memperbaiki: betulkan ejaan kodenya (huruf besar dan kecil dibedakan), atau tambahkan berkas indikatornya.
    """
    unread = {path.stem for path in dataset.tak_terbaca if path.parent == dataset.root / "indikator"}
    for path, loc, kode in sebutan.indikator(dataset):
        if kode not in dataset.indikator and kode not in unread:
            cure = saran(
                kode, dataset.indikator, f"buat `data/indikator/{kode}.yaml` atau hapus barisnya", bernomor=True
            )
            message = f"indikator `{kode}` tidak ada dalam kamus indikator; {cure}."
            yield galat(path, loc, "R001", message, at_key=loc[-1] == kode)


def unit_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R011 Unit kerja tidak terdaftar.

    Kode unit dalam nama berkas, nama folder, isian `penanggung_jawab`, atau `crosscutting` harus sama dengan salah satu
    kode pada `unit_kerja` di `data/instansi.yaml`. Folder `kepala` hanya untuk Perjanjian Kinerja Kepala.

    Cara memperbaiki: betulkan kode unitnya, atau ganti nama berkas atau foldernya.
    """
    known = dataset.instansi.isi.unit_kerja
    for path, loc, unit in sebutan.unit(dataset):
        if unit not in known:
            cure = saran(unit, known, f"pilihannya: {', '.join(known)}")
            message = f"unit `{unit}` tidak terdaftar pada `unit_kerja`; {cure}."
            yield galat(path, loc, "R011", message, at_key=loc[-1:] == (unit,))


def rencana_strategis_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R012 Tujuan, sasaran, atau misi tidak terdaftar dalam Renstra.

    `tujuan` sebuah sasaran, `misi` sebuah tujuan, dan `sasaran` sebuah program harus menyebut kode yang ada dalam
    Renstra tahun itu.

    Cara memperbaiki: betulkan kodenya, atau tambahkan tujuan, sasaran, atau misi itu ke berkas Renstra.
    """
    for renstra in dataset.renstra.values():
        isi = renstra.isi
        for kode, sasaran in isi.sasaran.items():
            loc: Loc = ("sasaran", kode, "tujuan")
            yield from _unknown(renstra.path, loc, "tujuan", sasaran.tujuan, isi.tujuan)
        for kode, tujuan in isi.tujuan.items():
            if tujuan.misi:
                yield from _unknown(renstra.path, ("tujuan", kode, "misi"), "misi", tujuan.misi, isi.misi)
    for tahun, program in dataset.program.items():
        owner = dataset.renstra_tahun(tahun)
        for kode, row in program.isi.program.items() if owner else ():
            if owner:
                loc = ("program", kode, "sasaran")
                for goal in row.sasaran:
                    yield from _unknown(program.path, loc, "sasaran", goal, owner[1].sasaran)


def _unknown(path: PurePosixPath, loc: Loc, kind: str, kode: str, known: Mapping[str, object]) -> Iterator[Issue]:
    if kode not in known:
        cure = saran(kode, known, f"pilihannya: {', '.join(known) or 'belum ada'}")
        yield galat(path, loc, "R012", f"{kind} `{kode}` tidak ada dalam Renstra; {cure}.")


def program_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R013 Program, kegiatan, atau sub kegiatan tidak terdaftar.

    Kode kegiatan diawali kode programnya, kode sub kegiatan diawali kode kegiatannya, dan realisasi anggaran serta
    rencana aksi hanya menyebut sub kegiatan yang ada dalam `data/program/TAHUN.yaml`.

    Cara memperbaiki: betulkan kodenya, atau tambahkan induknya ke berkas program tahun itu.
    """
    for program in dataset.program.values():
        pairs: tuple[tuple[str, str, Mapping[str, object]], ...] = (
            ("kegiatan", "program", program.isi.program),
            ("sub_kegiatan", "kegiatan", program.isi.kegiatan),
        )
        for level, above, parents in pairs:
            for kode in getattr(program.isi, level):
                if not any(above in parents for above in kode_di_atas(kode)):
                    what = f"{level.replace('_', ' ')} `{kode}` tidak punya {above} induk"
                    cure = f"kodenya harus diawali kode {above}; betulkan kodenya atau tambahkan {above}nya"
                    yield galat(program.path, (level, kode), "R013", f"{what}; {cure}.", at_key=True)
    for path, loc, kode, tahun in sebutan.sub_kegiatan(dataset):
        berkas = dataset.program.get(tahun)
        if berkas is None and dataset.ada("program", f"{tahun}.yaml"):
            continue
        known: Mapping[str, object] = berkas.isi.sub_kegiatan if berkas else {}
        if kode not in known:
            cure = saran(kode, known, f"tambahkan ke `data/program/{tahun}.yaml` atau betulkan kodenya", bernomor=True)
            at_key = loc[-1] != "sub_kegiatan"
            message = f"sub kegiatan `{kode}` tidak ada dalam program tahun {tahun}; {cure}."
            yield galat(path, loc, "R013", message, at_key=at_key)


def jabatan_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R014 Jabatan tidak terdaftar.

    Jabatan yang memimpin unit, duduk dalam Tim SAKIP, menandatangani PK, melaksanakan aksi, atau menyetujui capaian
    yang dinyatakan harus ada pada `jabatan` di `data/instansi.yaml`. Jabatan `kepala` wajib ada.

    Cara memperbaiki: betulkan kode jabatannya, atau tambahkan jabatan itu.
    """
    instansi = dataset.instansi.isi
    known = instansi.jabatan
    if UNIT_KEPALA not in known:
        message = "jabatan `kepala` belum ada; Kepala menandatangani Perjanjian Kinerja; tambahkan `kepala:`."
        yield galat(dataset.instansi.path, ("jabatan",), "R014", message, at_key=True)
    for path, loc, kode in sebutan.jabatan(dataset):
        if kode not in known and kode != UNIT_KEPALA:
            cure = saran(kode, known, f"pilihannya: {', '.join(known)}")
            yield galat(path, loc, "R014", f"jabatan `{kode}` tidak terdaftar; {cure}.")


def berkas_tahun_ada(dataset: Dataset) -> Iterator[Issue]:
    """R017 Berkas yang diperlukan satu tahun belum ada.

    Tahun yang punya Perjanjian Kinerja memerlukan `data/metode/TAHUN.yaml` (cara mengukurnya) dan Renstra yang
    mencakup tahun itu.

    Cara memperbaiki: buat berkas yang disebut, misalnya dengan menyalin metode tahun sebelumnya lalu menyesuaikannya.
    """
    first: dict[int, PurePosixPath] = {}
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        first.setdefault(tahun, pk.path)
    for tahun, path in first.items():
        if tahun not in dataset.metode and not dataset.ada("metode", f"{tahun}.yaml"):
            message = f"ada PK tahun {tahun}, tetapi `data/metode/{tahun}.yaml` belum ada; buat berkas metodenya."
            yield galat(path, (), "R017", message)
        unread = any(path.parent == dataset.root / "renstra" for path in dataset.tak_terbaca)
        if dataset.renstra_tahun(tahun) is None and not unread:
            message = f"ada PK tahun {tahun}, tetapi tidak ada Renstra yang mencakupnya; tambahkan berkas Renstra."
            yield galat(path, (), "R017", message)


def rumus_terbaca(dataset: Dataset) -> Iterator[Issue]:
    """R022 Rumus tidak dapat dihitung.

    `rumus` hanya memuat nama komponen, angka, `+ - * /`, dan tanda kurung. Semua nama harus ada pada `komponen`, dan
    setiap komponen dipakai.

    Cara memperbaiki: tulis ulang rumusnya, misalnya `jp20 / total * 100`.
    """
    for berkas in dataset.indikator.values():
        isi = berkas.isi
        if isi.rumus is None:
            continue
        loc: Loc = ("rumus",)
        try:
            names = parse_rumus(isi.rumus).nama
        except RumusError as error:
            yield galat(berkas.path, loc, "R022", f'{error}; ditemukan "{isi.rumus}"; contoh: `jp20 / total * 100`.')
            continue
        for name in sorted(names - set(isi.komponen)):
            cure = saran(name, isi.komponen, f"komponennya: {', '.join(isi.komponen)}")
            yield galat(berkas.path, loc, "R022", f"`{name}` dalam rumus bukan komponen; {cure}.")
        for name in sorted(set(isi.komponen) - names if names <= set(isi.komponen) else ()):
            message = f"komponen `{name}` tidak dipakai dalam rumus; pakai dalam `rumus` atau hapus komponennya."
            yield galat(berkas.path, ("komponen", name), "R022", message, at_key=True)


def dokumen_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R029 Dokumen yang digantikan tidak terdaftar.

    `menggantikan` menyebut kode dokumen lain dalam register yang sama.

    Cara memperbaiki: betulkan kodenya, atau daftarkan juga dokumen yang digantikan.
    """
    known = dataset.dokumen.isi.dokumen if dataset.dokumen else {}
    for kode, row in known.items():
        if dataset.dokumen and row.menggantikan is not None and row.menggantikan not in known.keys() - {kode}:
            cure = saran(row.menggantikan, known.keys() - {kode}, "daftarkan juga dokumen itu", bernomor=True)
            message = f"dokumen `{row.menggantikan}` yang digantikan tidak ada dalam register; {cure}."
            yield galat(dataset.dokumen.path, ("dokumen", kode, "menggantikan"), "R029", message)


def kode_lama_tidak_dipakai(dataset: Dataset) -> Iterator[Issue]:
    """R009 Kode indikator lama dipakai lagi.

    Kode yang sudah berhenti dipakai (`data/kode-lama.yaml`) tetap berarti indikator yang lama. Sesudah tahun
    terakhirnya kode itu tidak disebut lagi dalam PK, rencana aksi, program, Renstra, atau realisasi, dan namanya
    tidak berganti.

    Cara memperbaiki: pakai kode penggantinya, atau beri indikator baru kode yang belum pernah dipakai.
    """
    if dataset.kode_lama is None:
        return
    lama = dataset.kode_lama.isi.indikator
    for path, loc, kode, tahun in sebutan.indikator_setahun(dataset):
        if kode in lama and tahun > lama[kode].tahun_terakhir:
            row = lama[kode]
            cure = f"pakai penggantinya, `{row.pengganti}`" if row.pengganti else "hapus dari sini"
            message = (
                f"`{kode}` berhenti dipakai setelah tahun {row.tahun_terakhir}; {cure}; "
                "indikator baru memakai kode yang belum pernah dipakai."
            )
            yield galat(path, loc, "R009", message, at_key=True)
    for kode, row in lama.items():
        kamus = dataset.indikator.get(kode)
        if kamus and kamus.isi.nama != row.nama:
            message = (
                f'`{kode}` pernah dipakai untuk "{row.nama}", tetapi kamus menamainya "{kamus.isi.nama}"; '
                "kembalikan namanya, dan beri indikator baru kode lain."
            )
            yield galat(kamus.path, ("nama",), "R009", message)


def kode_berbeda(dataset: Dataset) -> Iterator[Issue]:
    """R024 Kode hanya berbeda huruf besar dan kecil, atau memakai kata yang dicadangkan.

    Alamat halaman memakai huruf kecil, sehingga `S1` dan `s1` akan bertabrakan. Kode unit `kepala` dicadangkan untuk
    Perjanjian Kinerja Kepala. Kode yang diakhiri titik atau `.html` tidak dapat menjadi alamat halaman.

    Cara memperbaiki: ganti salah satu kodenya.
    """
    unit = dataset.instansi.isi.unit_kerja
    groups: list[tuple[PurePosixPath, str, Iterable[str]]] = [(dataset.instansi.path, "unit_kerja", unit)]
    for renstra in dataset.renstra.values():
        groups += [(renstra.path, "sasaran", renstra.isi.sasaran), (renstra.path, "tujuan", renstra.isi.tujuan)]
    for path, field, kodes in groups:
        seen: dict[str, str] = {}
        for kode in kodes:
            if (first := seen.setdefault(kode.lower(), kode)) != kode:
                message = f"`{kode}` dan `{first}` hanya berbeda huruf besar dan kecil; ganti salah satunya."
                yield galat(path, (field, kode), "R024", message, at_key=True)
    pages: list[Sebutan] = [(path, (field, kode), kode) for path, field, kodes in groups for kode in kodes]
    pages += [(berkas.path, (), kode) for kode, berkas in dataset.indikator.items()]
    pages += [(berkas.path, (), kode) for kode, berkas in dataset.pohon_kinerja.items()]
    for path, loc, kode in pages:
        if kode.endswith(".") or kode.lower().endswith(".html"):
            message = f"kode `{kode}` tidak dapat menjadi alamat halaman; hapus titik atau `.html` di akhirnya."
            yield galat(path, loc, "R024", message, at_key=True)
    for kode in unit:
        if kode.lower() == UNIT_KEPALA:
            message = f"kode unit `{kode}` dicadangkan untuk PK Kepala; pakai kode lain."
            yield galat(dataset.instansi.path, ("unit_kerja", kode), "R024", message, at_key=True)


def anggota_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R031 Gabungan atau bobot menyebut indikator yang bukan anggotanya.

    Nilai gabungan dibentuk oleh indikator lain, masing-masing sekali. Bobot hanya untuk indikator yang terdaftar pada
    sasaran atau tujuan yang sama; bobot indikator lain tidak pernah dipakai.

    Cara memperbaiki: betulkan kodenya, hapus dari daftar, atau daftarkan indikator itu pada sasaran atau tujuannya.
    """
    for kode, berkas in dataset.indikator.items():
        members = berkas.isi.gabungan.indikator if berkas.isi.gabungan else ()
        for n, member in enumerate(members):
            if member == kode or member in members[:n]:
                what = "dirinya sendiri" if member == kode else f"`{member}` dua kali"
                message = f"`gabungan` menyebut {what}; tulis setiap indikator pembentuknya sekali, atau hapus."
                yield galat(berkas.path, ("gabungan", "indikator", n), "R031", message)
    for renstra in dataset.renstra.values():
        levels: tuple[tuple[str, Mapping[str, Sasaran | Tujuan]], ...] = (
            ("tujuan", renstra.isi.tujuan),
            ("sasaran", renstra.isi.sasaran),
        )
        for level, owners in levels:
            for owner, row in owners.items():
                for kode in row.bobot_indikator:
                    if kode not in row.indikator:
                        free = [k for k in row.indikator if k not in row.bobot_indikator]
                        cure = saran(kode, free, f"daftarkan pada {level} itu, atau hapus bobotnya", bernomor=True)
                        message = f"bobot untuk `{kode}`, yang tidak terdaftar pada {level} `{owner}`; {cure}."
                        yield galat(renstra.path, (level, owner, "bobot_indikator", kode), "R031", message, at_key=True)


RULES: Final = (
    indikator_terdaftar,
    unit_terdaftar,
    rencana_strategis_terdaftar,
    program_terdaftar,
    jabatan_terdaftar,
    berkas_tahun_ada,
    rumus_terbaca,
    dokumen_terdaftar,
    kode_lama_tidak_dipakai,
    kode_berbeda,
    anggota_terdaftar,
)
