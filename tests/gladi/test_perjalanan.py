"""The journey of a quarter: from the order to collect data to its archive, by the workflows' own steps.

Whatever a person does is done to the forge; whatever happens then is done by a workflow under `act`. It is one test:
every chapter begins where the one before ended.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from sakipgen.domain.waktu import Periode
from sakipgen.formulir import Data, buat, buka
from sakipgen.kiriman.borang import Jenis
from sakipgen.project import Project
from tests.forms.kantor import Isi, isi
from tests.gladi.forge import Forge, Jalan
from tests.gladi.isian import DIBUKA, borang, ganti, tulis

TW2: Final = "data/realisasi/2024/TW2"
DIKLAT: Final = """butir:
  IKU-02:
    nilai: 41
    bukti:
      - judul: Daftar hadir pelatihan
        jenis: daftar hadir
        nomor_arsip: 800/23/2024
"""
PENUTUPAN: Final = "penutupan:\n  tanggal: 2024-07-11\n  oleh: kepala\n"
ANGKA: Final[Isi] = {("IKU-01:utama", "isian"): 78.5}
BUKTI: Final[Isi] = {
    ("IKU-01:bukti.0", "uraian"): "Hasil pengukuran triwulan II",
    ("IKU-01:bukti.0", "satuan"): "laporan",
    ("IKU-01:bukti.0", "target_tahun"): "800/22/2024",
}


def test_a_quarter_from_its_order_to_its_archive(forge: Forge, tmp_path: Path) -> None:
    siklus_dibuka(forge)
    mutasi = dikirim_lewat_excel(forge)
    diklat = dikembalikan_lalu_diperbaiki(forge)
    terbit_dan_dikabarkan(forge, mutasi, diklat)
    periode_ditutup(forge)
    dikoreksi(forge)
    diarsipkan(forge, tmp_path)
    jalan_pintas_ditahan(forge)


def lulus(jalan: Jalan) -> None:
    """A workflow that did what it should."""
    assert jalan.kode == 0, jalan.log


def sakipgen(folder: Path, *words: str) -> str:
    """What somebody's own computer says."""
    done = subprocess.run(
        [sys.executable, "-m", "sakipgen", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def disetujui(forge: Forge, nomor: int, *penyetuju: str) -> None:
    """A proposal is approved, and merged by the first who approved it."""
    for akun in penyetuju:
        forge.putuskan(akun, nomor, "APPROVED")
    forge.gabungkan(penyetuju[0], nomor)


def catatan(forge: Forge, nomor: int) -> dict[str, object]:
    """The record of a proposal on the trail."""
    found: dict[str, object] = json.loads(forge.teks("tinjauan", f"2024/{nomor}.json"))
    return found


def siklus_dibuka(forge: Forge) -> None:
    """The cycle is opened: a record of the Tim SAKIP, approved by the Sekretaris."""
    forge.pukul("2024-07-01T09:00:00+07:00")
    nomor = forge.usulkan("bk-tim", "Triwulan II dibuka", DIBUKA)
    lulus(forge.periksa(nomor))
    assert (forge.folder / "artefak" / "pratinjau" / "index.html").is_file()
    assert "[halaman pratinjau]" in forge.komentar(nomor)[0][1]
    forge.pukul("2024-07-01T10:00:00+07:00")
    disetujui(forge, nomor, "bk-sekretaris")


def dikirim_lewat_excel(forge: Forge) -> int:
    """One Bidang sends its workbook through the page of the repository: first without evidence, then whole."""
    forge.pukul("2024-07-03T09:00:00+07:00")
    data = buka(Project(forge.kerja.folder))
    assert isinstance(data, Data)
    book = dict(buat(data, Periode.parse("2024-TW2"), "mutasi"))["formulir-2024-tw2-mutasi.xlsx"]
    text = borang(Jenis.EXCEL, berkas="[formulir.xlsx](https://github.com/user-attachments/files/7/formulir.xlsx)")
    sent = {"formulir.xlsx": isi(book, ANGKA)}
    kiriman = forge.kirim("bk-mutasi", "Formulir Excel", "formulir/excel", text, sent)
    lulus(forge.formulir(kiriman))
    ((_, answer),) = forge.komentar(kiriman)
    assert "### Formulir belum dapat diterima" in answer
    assert "**B001.** IKU-01" in answer
    assert (forge.folder / "artefak" / "formulir-diperiksa" / "formulir-diperiksa.xlsx").is_file()

    forge.pukul("2024-07-03T09:30:00+07:00")
    (forge.folder / "unduhan" / "formulir.xlsx").write_bytes(isi(book, {**ANGKA, **BUKTI}))
    lulus(forge.formulir(kiriman, "edited"))
    ((_, answer),) = forge.komentar(kiriman)
    assert "### Formulir diterima" in answer
    nomor = kiriman + 1
    assert forge.usulan(nomor)["title"] == "Realisasi Triwulan II 2024 Bidang Mutasi"
    return nomor


def dikembalikan_lalu_diperbaiki(forge: Forge) -> int:
    """The other Bidang changes its file; the Sekretaris returns it with a reason, and it is mended."""
    forge.pukul("2024-07-04T09:00:00+07:00")
    wrong = DIKLAT.replace("41", "14")
    nomor = forge.usulkan("bk-diklat", "Realisasi TW II Diklat", tulis(f"{TW2}/diklat.yaml", wrong))
    assert forge.periksa(nomor).kode == 1
    said = "alasan: angka tidak cocok\n\nCocokkan dengan daftar hadir."
    forge.putuskan("bk-sekretaris", nomor, "CHANGES_REQUESTED", said)
    forge.pukul("2024-07-05T09:00:00+07:00")
    forge.perbaiki(nomor, ganti(f"{TW2}/diklat.yaml", "14", "41"))
    lulus(forge.periksa(nomor, "synchronize"))
    ((_, told),) = forge.komentar(nomor)
    assert "tepat waktu" in told.lower()
    return nomor


def terbit_dan_dikabarkan(forge: Forge, mutasi: int, diklat: int) -> None:
    """Both are approved, merged and published; each is told where, and the trail tells the whole way."""
    forge.pukul("2024-07-08T10:00:00+07:00")
    disetujui(forge, mutasi, "bk-sekretaris")
    forge.selaraskan(diklat)
    disetujui(forge, diklat, "bk-sekretaris")
    lulus(forge.terbit())
    assert (forge.folder / "terbit" / "periode" / "2024-tw2" / "index.html").is_file()
    sums = hashlib.sha256((forge.folder / "terbit" / "SHA256SUMS").read_bytes()).hexdigest()
    assert (forge.folder / "pengesahan").read_text("utf-8").split()[0] == sums
    for nomor in (mutasi, diklat):
        assert forge.komentar(nomor)[-1][1].endswith("Sudah terbit: https://kantor.example/sakip/\n")
    events = catatan(forge, diklat)["peristiwa"]
    assert isinstance(events, list)
    way = "diajukan gagal_periksa dikembalikan diajukan lulus_periksa disetujui digabungkan terbit"
    assert [row["keadaan"] for row in events] == way.split()
    assert catatan(forge, mutasi)["pengirim"] == "bk-mutasi"


def periode_ditutup(forge: Forge) -> None:
    """The Tim SAKIP takes the trail into the record of the period, and closes it."""
    forge.pukul("2024-07-11T09:00:00+07:00")

    def tutup(folder: Path) -> None:
        subprocess.run(["git", "-C", str(folder), "fetch", "-q", "origin", "tinjauan:tinjauan"], check=True)
        sakipgen(folder, "usulan", "siklus", "--periode", "2024-TW2")
        siklus = folder / "data" / "siklus" / "2024" / "TW2.yaml"
        siklus.write_text(siklus.read_text("utf-8") + PENUTUPAN, "utf-8")

    nomor = forge.usulkan("bk-tim", "Triwulan II ditutup", tutup)
    lulus(forge.periksa(nomor))
    forge.pukul("2024-07-11T10:00:00+07:00")
    disetujui(forge, nomor, "bk-sekretaris", "bk-kepala")
    siklus = forge.teks("main", "data/siklus/2024/TW2.yaml")
    assert "hasil: dikembalikan\n      alasan: angka_tidak_cocok" in siklus
    assert siklus.count("hasil: disetujui") == 2


def dikoreksi(forge: Forge) -> None:
    """A closed figure does not change in silence, but by a koreksi."""
    forge.pukul("2024-07-12T09:00:00+07:00")
    diam = forge.usulkan("bk-mutasi", "Angka TW II", ganti(f"{TW2}/mutasi.yaml", "78.5", "79"))
    assert forge.periksa(diam).kode == 1
    assert "P001" in forge.komentar(diam)[0][1]
    text = borang(
        Jenis.KOREKSI,
        unit="mutasi",
        periode="2024-TW2",
        indikator="IKU-01",
        nilai_baru="79",
        alasan="Satu pegawai terlewat saat nilai dijumlahkan; angka baru diambil dari aplikasi pengukuran.",
        tingkat="kecil",
        bukti__judul="Berita acara",
        bukti__tempat="800/30/2024",
    )
    kiriman = forge.kirim("bk-mutasi", "Koreksi", "formulir/koreksi", text)
    lulus(forge.formulir(kiriman))
    nomor = kiriman + 1
    assert forge.usulan(nomor)["title"] == "Koreksi Triwulan II 2024 Bidang Mutasi"
    forge.pukul("2024-07-12T10:00:00+07:00")
    disetujui(forge, nomor, "bk-sekretaris", "bk-kepala")
    lulus(forge.terbit())
    assert "Sudah terbit" in forge.komentar(nomor)[-1][1]


def diarsipkan(forge: Forge, folder: Path) -> None:
    """The period is archived by the button; the archive opens again and is the same."""
    forge.pukul("2024-07-15T09:00:00+07:00")
    button = {"inputs": {"periode": "2024-TW2", "koreksi": "false"}}
    lulus(forge.jalankan("arsip", "workflow_dispatch", button))
    released = forge.folder / "rilis" / "periode_2024-TW2"
    sums = hashlib.sha256((released / "SHA256SUMS").read_bytes()).hexdigest()
    assert sums in forge.git("for-each-ref", "--format=%(contents)", "refs/tags/periode/2024-TW2")
    assert (forge.folder / "pengesahan").read_text("utf-8").split()[-2] == sums
    (folder / "arsip").mkdir()
    released.rename(folder / "arsip" / "2024-TW2")
    told = sakipgen(folder, "arsip", "--pulihkan", "arsip/2024-TW2", "--ke", "pulih", "--sidik", sums[:12])
    assert told.endswith("Arsip utuh dan terulang sama.\n")


def jalan_pintas_ditahan(forge: Forge) -> None:
    """J-03: what goes around all of this is not published, and somebody is told."""
    before = (forge.folder / "terbit" / "SHA256SUMS").read_bytes()
    forge.pukul("2024-07-16T09:00:00+07:00")
    sha = forge.data_utama(ganti(f"{TW2}/diklat.yaml", "41", "44"), "Langsung saja")
    assert forge.terbit().kode == 1
    assert (forge.folder / "terbit" / "SHA256SUMS").read_bytes() == before
    (told,) = [row["body"] for row in forge.keadaan.isi["isu"].values() if row["title"] == "Penerbitan ditahan"]
    assert f"Penerbitan ditahan: gabungan {sha[:7]} tanpa persetujuan Sekretaris" in told
