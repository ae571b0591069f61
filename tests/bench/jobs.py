"""The jobs that are timed, one a process: `python -m tests.bench.jobs JOB ROOT` prints seconds, MiB, and parts."""

from __future__ import annotations

import gc
import gzip
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

MKDOCS = """\
site_name: Kosong
site_dir: {root}/kosong
docs_dir: {root}/docs-kosong
theme:
  name: material
  custom_dir: {theme}
  language: id
  font: false
  features: [content.action.edit, navigation.tabs]
plugins: []
nav: [{{Beranda: index.md}}, {{Satu: p0/index.md}}, {{Dua: p1/index.md}}, {{Tiga: p2/index.md}}, {{Empat: p3/index.md}}]
not_in_nav: "*"
extra: {{generator: false}}
"""


@contextmanager
def timed(found: list[float], clock: Callable[[], float] = perf_counter) -> Iterator[None]:
    start = clock()
    yield
    found.append(clock() - start)


def periksa(root: Path) -> list[float]:
    from sakipgen.project import Project

    seconds: list[float] = []
    with timed(seconds):
        report = Project(root).periksa()
    assert not report.has_errors, report.summary
    return [*seconds, _memory()]


def yaml_load(root: Path) -> list[float]:
    import yaml

    seconds: list[float] = []
    with timed(seconds):
        for path in sorted((root / "data").rglob("*.yaml")):
            yaml.load(path.read_bytes(), yaml.CSafeLoader)
    return [*seconds, _memory()]


def riwayat(root: Path) -> list[float]:
    from sakipgen.reading.riwayat import read_riwayat

    seconds: list[float] = []
    with timed(seconds):
        found = read_riwayat(root / "data")
    assert found
    assert sum(len(catatan.beda) for catatan in found.catatan) > 1_000
    return [*seconds, _memory()]


def yaml_versions(root: Path) -> list[float]:
    """The texts of the same versions, fetched before the clock starts."""
    import yaml

    from sakipgen.reading.git import git

    listed = git(root, "rev-list", "--objects", "HEAD") or b""
    blobs = [line.split()[0] for line in listed.splitlines() if line.endswith(b".yaml")]
    texts = [git(root, "cat-file", "blob", blob.decode()) or b"" for blob in blobs]
    seconds: list[float] = []
    with timed(seconds):
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)
    return [*seconds, _memory()]


def tinjau(root: Path) -> list[float]:
    """Seconds from two revisions to the comment, MiB, and how many rows differ."""
    from sakipgen import peninjauan
    from sakipgen.project import Project
    from sakipgen.rendering.tinjauan import FormatTinjauan, render_tinjauan, susun_laporan

    seconds: list[float] = []
    with timed(seconds):
        found = peninjauan.tinjau(Project(root), peninjauan.Permintaan(dasar="main", usulan="usulan"))
        text = render_tinjauan(susun_laporan(found), FormatTinjauan.MARKDOWN)
    assert text
    assert found.terukur
    assert found.angka
    return [*seconds, _memory(), len(found.angka)]


def audit(root: Path) -> list[float]:
    """Seconds of an audit of the whole history, MiB, and how many steps it verified."""
    from sakipgen import auditing
    from sakipgen.project import Project

    seconds: list[float] = []
    with timed(seconds):
        found = auditing.audit(Project(root), None, "HEAD", None)
    assert found.lulus
    return [*seconds, _memory(), len(found.langkah)]


def bangun(root: Path) -> list[float]:
    """Seconds of `bangun`, MiB, pages, then seconds of pages, open data, check, search; MB of the site; KB of loads."""
    from sakipgen import pencarian, publishing
    from sakipgen.project import Project
    from sakipgen.rendering.environment import make_environment
    from sakipgen.rendering.pages.temuan import HALAMAN
    from sakipgen.rendering.situs import render_situs
    from sakipgen.terbitan import write_parts

    total: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        with timed(total):
            project = Project(root)
            build = project.build()
            pages = publishing.publish(project, build, site)
        assert build.rekap
        memory = _memory()
        made: list[float] = []
        data: list[float] = []
        links: list[float] = []
        search: list[float] = []
        situs = render_situs(build.rekap, make_environment(project.template_dir), {}, "0")
        with timed(data):
            for parts in situs.berkas.values():
                b"".join(parts())
        with timed(made):
            for page in situs.halaman:
                page.buat()
        for page in situs.halaman:
            finished = page.buat()
            with timed(search):
                found = pencarian.bahan(finished, situs.temuan.get(page.path, HALAMAN), situs.nama_unit)
                write_parts(Path(folder, "bahan", page.path, "index.html"), [found])
        with timed(search):
            pencarian.indeks(Path(folder, "bahan"), Path(folder, "lain"))
        with timed(links):
            publishing.check_site(site)
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
        loads = _loads(site)
    return [*total, memory, pages, made[0], data[0], links[0], sum(search), size, *loads]


def _loads(site: Path) -> list[float]:
    """KB, packed: a page in the middle of all indikator, the search before its first query, and a query's ten results.

    A query loads the largest shard of words, since any word may be in it, and ten pages of the largest size.
    """
    index = site / "pagefind"
    page = sorted(map(_kirim, (site / "indikator").glob("*/index.html")))
    start = [path for path in (*index.iterdir(), *(index / "filter").iterdir()) if path.is_file()]
    start += (site / "javascripts").glob("cari*.js")
    found = sorted(map(_kirim, (index / "fragment").iterdir()))[-10:]
    query = max(map(_kirim, (index / "index").iterdir())) + sum(found)
    return [page[len(page) // 2] / 1000, sum(map(_kirim, start)) / 1000, query / 1000]


def _kirim(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 6, mtime=0)))


def ulang(root: Path) -> list[float]:
    """Seconds of a rebuild of the preview after one file changed, until the page that shows it is there; MiB."""
    from sakipgen.pratinjau import Pratinjau

    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        pratinjau = Pratinjau(root, Path(folder), None, None, lambda _: None)
        pratinjau.bangun()
        report = root / "data" / "realisasi" / "2024" / "TW3" / "u0003.yaml"
        text = report.read_text("utf-8")
        for number in range(3):
            report.write_text(text.replace("Syarat yang", f"Syarat {number} yang"), encoding="utf-8")
            with timed(seconds):
                pratinjau.bangun()
                pratinjau.siapkan("/indikator/ikk-00203/")
            page = pratinjau.folder / "indikator" / "ikk-00203" / "index.html"
            assert f"Syarat {number} yang" in page.read_text("utf-8")
    return [median(seconds), _memory()]


def kosong(root: Path) -> list[float]:
    """MkDocs with the same theme on as many empty pages, short nav, no search."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    docs = root / "docs-kosong"
    pages = len(list((root / "data" / "indikator").iterdir()))
    for name in ["index.md", *(f"p{n}/index.md" for n in range(pages - 1))]:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("# Kosong\n", encoding="utf-8")
    (root / "kosong.yml").write_text(
        MKDOCS.format(root=root, theme=(root / "site_templates" / "rupa").resolve()), encoding="utf-8"
    )
    seconds: list[float] = []
    with timed(seconds):
        build(load_config(str(root / "kosong.yml")))
    return [*seconds, _memory()]


def ukur(mix: str) -> list[float]:
    """Seconds of one core that measure a million indikator-months, MiB, rows, seconds of as many bare quotients."""
    from decimal import Decimal

    from sakipgen.domain.metode import FormulaCapaian
    from sakipgen.measuring.rumus import RUMUS, Masukan
    from sakipgen.measuring.ukur import measure
    from tests.bench import sampel

    data = sampel.dataset(UKUR, sampel.BULANAN if mix == "bulanan" else sampel.KANTOR)
    seconds: list[float] = []
    rows = 0
    for _ in range(JUTA // (UKUR * 12)):
        with timed(seconds, process_time):
            rows += len(measure(data, sampel.posisi()).tahun[2024].indikator)
    bare: list[float] = []
    formula, masukan = RUMUS[FormulaCapaian.NAIK], Masukan(Decimal(90), Decimal("71.42"))
    with timed(bare, process_time):
        for _ in range(rows):
            formula(masukan)
    return [sum(seconds), _memory(), rows, *bare]


def pohon(many: str) -> list[float]:
    """Seconds that a tree of so many nodes, seven deep, takes to be laid out and drawn (median), MiB, and its bytes."""
    from sakipgen.rendering import charts_pohon
    from sakipgen.rendering.charts import Judul
    from sakipgen.rendering.charts_pohon import Cabang

    def node(number: int, below: list[Cabang]) -> Cabang:
        words = f"Kebutuhan pegawai nomor {number} terpenuhi menurut peta jabatan dan analisis beban kerja"
        return Cabang("kondisi", f"Kondisi antara KA-{number:03}", words, ("⇄ 1 pihak lain",), tuple(below))

    rows = [node(number, []) for number in range(int(many) // 2)]
    for width in (60, 42, 24, 15, 8, 1):
        rows = [node(number, rows[number::width]) for number in range(width)]
    seconds: list[float] = []
    for _ in range(15):
        with timed(seconds):
            drawn = charts_pohon.pohon(Judul("g", "Pohon", "Uraian"), rows)
    return [median(seconds), _memory(), drawn.count("<rect"), len(drawn.encode())]


def naskah(root: Path) -> list[float]:
    """Seconds of the LKjIP as DOCX and PDF, MiB; then of the worksheet, and of every form of a quarter out and in."""
    from sakipgen import formulir, susunan
    from sakipgen.domain.pejabat import DaftarPejabat
    from sakipgen.domain.waktu import Periode
    from sakipgen.project import Project

    project = Project(root)
    rekap = project.build_kantor().rekap
    assert rekap
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for kode in ("lkjip", "kertas-kerja"):
            with timed(seconds):
                susunan.susun(project, rekap, susunan.Permintaan(kode, 2025), DaftarPejabat(), Path(folder))
    memory = _memory()
    with timed(seconds):
        data = formulir.buka(project)
        assert isinstance(data, formulir.Data)
        made = list(formulir.buat(data, Periode.parse("2026-TW3"), None))
        answers = [formulir.terima(data, name, content, None, None) for name, content in made]
    assert not [answer for answer in answers if answer.ditolak]
    return [seconds[0], memory, *seconds[1:]]


JUTA = 1_000_000
UKUR = 2_000
"""Indikator measured at once; again and again until the months are a million."""


def _memory() -> float:
    """The peak of the larger process, where two shared the work."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


JOBS: dict[str, Callable[..., list[float]]] = {
    "ukur": lambda root: ukur(root.name),
    "pohon": lambda root: pohon(root.name),
    "periksa": periksa,
    "yaml": yaml_load,
    "riwayat": riwayat,
    "tinjau": tinjau,
    "audit": audit,
    "yaml-versi": yaml_versions,
    "bangun": bangun,
    "ulang": ulang,
    "kosong": kosong,
    "naskah": naskah,
}

if __name__ == "__main__":
    gc.disable()  # as the command line does; on both sides
    print(*JOBS[sys.argv[1]](Path(sys.argv[2])))
