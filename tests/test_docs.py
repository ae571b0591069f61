"""The docs keep up with the program: every verb, kind of file, schema and rule has its words, every example is true.

A YAML block of a guide whose first line names a file of `data/` is an excerpt of that file. Where no such file exists,
it is one that the reader makes; `(tambahan)` marks lines added to a file, `(pilihan)` another way to write one.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from sakipgen import archiving, reviewing
from sakipgen.checking import manual
from sakipgen.cli import cli
from sakipgen.diagnostics import Format
from sakipgen.domain.dataset import LAYOUT, Jenis
from sakipgen.domain.pengguna import Peran
from sakipgen.forms.manual import MANUAL as MANUAL_FORMULIR
from sakipgen.pilihan import PeriodePilihan
from sakipgen.project import Project
from sakipgen.reading.manual import MANUAL
from sakipgen.reviewing.kepemilikan import HAK

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
GUIDES = sorted((DOCS / "panduan").glob("*.md"))
PUBLISHED = [*sorted(DOCS.glob("*.md")), *GUIDES]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *PUBLISHED, *sorted((DOCS / "pengembang").rglob("*.md"))]
BERKAS = (DOCS / "panduan" / "berkas.md").read_text("utf-8")

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
EXCERPT = re.compile(r"# (data/\S+\.yaml)(?: \((\w+)\))?\n")
PLACEHOLDER = re.compile(r"[A-Z]{4,}|…")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def bare(path: Path) -> str:
    """The text without its fenced blocks."""
    return FENCE.sub("", path.read_text("utf-8"))


# ── What must have its words ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_readme_and_the_guide_of_the_administrator_name_every_verb(verb: str) -> None:
    assert f"| `sakipgen {verb}" in README
    assert f"| `sakipgen {verb}` |" in (DOCS / "panduan" / "administrator.md").read_text("utf-8")


@pytest.mark.parametrize("jenis", LAYOUT, ids=lambda jenis: jenis.skema)
def test_every_kind_of_file_has_its_row_and_its_example(jenis: Jenis) -> None:
    pattern = re.sub(r"\{(\w+)\}", lambda m: "KODE" if m[1] in {"renstra", "kode"} else m[1].upper(), jenis.pola)
    assert f"| `{pattern}` |" in BERKAS
    assert f"| `{jenis.skema}` |" in BERKAS
    shown = [e for e in excerpts(DOCS / "panduan" / "berkas.md") if jenis.regex.fullmatch(e.relative)]
    assert shown
    assert re.search(rf"^├── {re.escape(jenis.pola.split('/')[0])}\b", README, re.MULTILINE)


def test_every_guide_is_linked() -> None:
    index = (DOCS / "panduan" / "index.md").read_text("utf-8")
    assert [g.name for g in GUIDES if g.name != "index.md" and f"]({g.name})" not in index] == []
    roles = {"bidang", "tim-sakip", "sekretaris", "kepala", "inspektorat", "administrator", "index", "berkas"}
    assert [role for role in sorted(roles) if f"](docs/panduan/{role}.md)" not in README] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "pengembang" / "keputusan").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


# ── What is named exists ─────────────────────────────────────────────────────────────────────────────────────────


def anchors(path: Path) -> frozenset[str]:
    """The anchors that headings of a Markdown file get."""
    titles = re.findall(r"^#+ (.+)$", bare(path), re.MULTILINE)
    slugs = [re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", t).strip().lower()) for t in titles]
    assert len(slugs) == len(set(slugs)), f"{path.name} has two headings of the same name"
    return frozenset(slugs)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_link_works(path: Path) -> None:
    """Of links to pages made from data, MkDocs says while it builds a site whether they hold."""
    for link in LINK.findall(bare(path)):
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        from_data = path in PUBLISHED and file.name == "index.md" and not file.exists()
        assert from_data or file.exists(), link
        assert not anchor or anchor in anchors(file), link


def test_every_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for path in PAGES:
        text = path.read_text("utf-8")
        named = set(re.findall(r"`make (\w+)`", text)) | set(re.findall(r"^\$ make (\w+)", text, re.MULTILINE))
        assert [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == [], path.name
    readme = set(re.findall(r"make (\w+)", README))
    assert readme >= {"site", "test", "check", "bench"}


def commands(path: Path) -> Iterator[str]:
    """Every command line of the program that a page shows."""
    text = path.read_text("utf-8")
    for language, block in FENCE.findall(text):
        if language == "console":
            yield from re.findall(r"^\$ (sakipgen .+)$", block, re.MULTILINE)
    yield from (span for span in SPAN.findall(bare(path)) if span.startswith("sakipgen ") and "[" not in span)


def understood(command: click.Command, verb: str, words: list[str]) -> bool:
    """Whether a verb takes these words; a verb by its name alone may require options."""
    if isinstance(command, click.Group) and words:
        return understood(command.commands[words[0]], words[0], words[1:])
    return command.make_context(verb, words, resilient_parsing=not words).args == []


def options_of(command: click.Command) -> set[str]:
    """The options of a verb, and of the verbs below it."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return {option for param in command.params for option in param.opts}.union(*map(options_of, below))


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_is_understood(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for line in commands(path):
        _, verb, *options = shlex.split(line.partition(" > ")[0])
        assert understood(cli.commands[verb], verb, options)


def test_the_guides_show_commands() -> None:
    shown = {shlex.split(line)[1] for path in GUIDES for line in commands(path)}
    assert shown == set(cli.commands)


def test_options_in_readme_are_those_of_the_verb() -> None:
    for verb, rest in re.findall(r"^\| `sakipgen (\w+)([^`]*)`", README, re.MULTILINE):
        assert set(re.findall(r"--[\w-]+", rest)) <= options_of(cli.commands[verb]), verb


def leaves(command: click.Command, verb: str) -> Iterator[tuple[str, click.Command]]:
    """The verbs that do something, those below another by both names."""
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from leaves(below, f"{verb} {below.name}".strip())
    else:
        yield verb, command


def test_readme_says_which_verbs_take_the_common_options() -> None:
    text = " ".join(README.split())
    said = re.search(
        r"All but (.+?) take `--akar DIR`.+?\. (`periksa`.+?) take `--per-tanggal \S+ and `--sampai \S+ \(.+?\); "
        r"(.+?) take `--per-tanggal` alone\.",
        text,
    )
    assert said
    without, both, alone = (set(SPAN.findall(part)) for part in said.groups())
    verbs = dict(leaves(cli, ""))
    taking = {
        option: {verb for verb, command in verbs.items() if any(param.name == option for param in command.params)}
        for option in ("akar", "per_tanggal")
    }
    assert taking == {"akar": verbs.keys() - without, "per_tanggal": both | alone}
    until = {v for v, command in verbs.items() if any(isinstance(p.type, PeriodePilihan) for p in limits(command))}
    assert until == both


def limits(command: click.Command) -> list[click.Parameter]:
    """Its option of how far to look; the revision of that name is none."""
    return [param for param in command.params if "--sampai" in param.opts]


def test_the_roles_of_accounts_are_told_once_and_whole() -> None:
    text = (DOCS / "panduan" / "pengaturan-repositori.md").read_text("utf-8").partition("## Akun dan peran")[2]
    rows = dict(re.findall(r"^\| \w[\w ]+ \| `(?!peran`)(\w+)` \| .+? \| (.+?) \|", text, re.MULTILINE))
    assert rows.keys() == set(Peran)
    may = {role for allowed in HAK.values() for role in allowed} | {Peran.BIDANG}
    assert {role for role, text in rows.items() if text != "tidak ada"} == may
    own = {skema for skema, allowed in HAK.items() if allowed == {Peran.ADMINISTRATOR}}
    assert own <= set(re.findall(r"\w+", rows[Peran.ADMINISTRATOR]))


def test_a_step_is_recorded_as_the_pages_say() -> None:
    shown = [line for path in PAGES for line in commands(path) if line.startswith("sakipgen catat ")]
    shown += re.findall(r"^\| `(sakipgen catat .+?)`", README.translate(str.maketrans("", "", "[]")), re.MULTILINE)
    assert len(shown) > 2
    for line in shown:
        done = CliRunner().invoke(cli, [*shlex.split(line)[1:], "--akar", str(ROOT)], standalone_mode=False)
        assert (done.return_value, done.exception) == (0, None), line


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    made = {excerpt.path for guide in GUIDES for excerpt in excerpts(guide)}
    folders = ("data/", "docs/", "sakipgen/", "tests/", "site_templates/", "schemas/", ".github/")
    for span in SPAN.findall(bare(path)):
        for word in span.split():
            if word.startswith(folders) and not PLACEHOLDER.search(word) and not re.search(r"[<>{}*:]", word):
                assert (ROOT / word).exists() or word in made, f"{path.name}: {word}"


def test_every_code_is_in_the_manual() -> None:
    known = {*MANUAL, *manual(), *MANUAL_FORMULIR, *reviewing.manual(), *archiving.manual()}
    for path in [*PUBLISHED, DOCS / "pengembang" / "menambah.md"]:
        named = set(re.findall(r"`([A-Z]\d{3})`|\[([A-Z]\d{3})\]", path.read_text("utf-8")))
        assert {a or b for a, b in named} <= known, path.name


def test_every_kode_of_an_indikator_exists() -> None:
    for path in PUBLISHED:
        named = set(re.findall(r"\b(?:IKU|IKK|IKP|ISK)-\d\d\b", bare(path)))
        assert [kode for kode in sorted(named) if not (ROOT / "data" / "indikator" / f"{kode}.yaml").exists()] == []


# ── Examples are true ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Excerpt:
    """A YAML block of a guide: the file it speaks of, how, and what it says."""

    path: str
    mark: str
    text: str

    @property
    def relative(self) -> str:
        return self.path.removeprefix("data/")

    @property
    def content(self) -> Any:
        return _plain(self.text)

    @property
    def exists(self) -> bool:
        return (ROOT / self.path).exists()

    @property
    def jenis(self) -> Jenis:
        return next(jenis for jenis in LAYOUT if jenis.regex.fullmatch(self.relative))


def _plain(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - every scalar stays text


def excerpts(path: Path) -> list[Excerpt]:
    """The YAML blocks of a page; each must say which file it is of."""
    found = []
    for language, block in FENCE.findall(path.read_text("utf-8")):
        if language == "yaml":
            match = EXCERPT.match(block)
            assert match, f"{path.name}: a block does not name its file\n{block}"
            found.append(Excerpt(match[1], match[2] or "", block[match.end() :]))
    return found


ALL = [(path, excerpt) for path in PUBLISHED for excerpt in excerpts(path)]
IDS = [f"{path.stem}:{excerpt.relative}" for path, excerpt in ALL]


def within(part: Any, whole: Any) -> bool:
    """Whether an excerpt says only what the whole says: keys of a mapping, and rows of a list in their order."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and within(part[key], whole[key]) for key in part)
    if isinstance(part, list):
        rows: Iterator[Any] = iter(whole if isinstance(whole, list) else ())
        return all(any(within(row, other) for other in rows) for row in part)
    return bool(part == whole)


@pytest.mark.parametrize(("path", "excerpt"), ALL, ids=IDS)
def test_an_example_is_an_excerpt_of_its_file_or_a_new_one(path: Path, excerpt: Excerpt) -> None:
    assert excerpt.jenis
    if excerpt.exists and not excerpt.mark:
        assert within(excerpt.content, _plain((ROOT / excerpt.path).read_text("utf-8")))
    elif excerpt.mark == "tambahan":
        assert excerpt.exists
        assert not within(excerpt.content, _plain((ROOT / excerpt.path).read_text("utf-8")))
    else:
        assert excerpt.mark in {"", "pilihan"}


@pytest.mark.parametrize(
    "excerpt", [e for path, e in ALL if path.name == "berkas.md"], ids=lambda excerpt: excerpt.relative
)
def test_the_example_of_each_kind_is_a_whole_file(excerpt: Excerpt) -> None:
    assert excerpt.jenis.model.model_validate(excerpt.content)


def laid(value: Any, added: Any) -> Any:
    """A file's content with lines added: keys of a mapping, rows at the end of a list."""
    if isinstance(value, dict) and isinstance(added, dict):
        return value | {key: laid(value[key], row) if key in value else row for key, row in added.items()}
    return [*value, *added] if isinstance(value, list) else added


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with all that the guides let their readers write."""
    root = tmp_path_factory.mktemp("kantor")
    shutil.copytree(ROOT / "data", root / "data")
    for excerpt in (e for _, e in ALL if e.mark == "tambahan" or not (e.exists or e.mark)):
        file = root / excerpt.path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = _plain(file.read_text("utf-8")) if file.exists() else {}
        file.write_text(yaml.safe_dump(laid(before, excerpt.content), allow_unicode=True), "utf-8")
    return root


def test_what_the_reader_writes_gives_no_galat(kantor: Path) -> None:
    assert Project(kantor).periksa().errors == ()


def test_the_other_way_to_write_a_realisasi_gives_no_galat(kantor: Path) -> None:
    (other,) = (e for _, e in ALL if e.mark == "pilihan")
    file = kantor / other.path
    before = file.read_text("utf-8")
    rows = _plain(before)["butir"] | other.content["butir"]
    file.write_text(yaml.safe_dump({"butir": rows}, allow_unicode=True), "utf-8")
    errors = Project(kantor).periksa().errors
    file.write_text(before, "utf-8")
    assert errors == ()


def test_the_mistake_in_the_readme_is_answered_as_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    report = tmp_path / "data" / "realisasi" / "2024" / "TW3" / "pka.yaml"
    report.write_text(report.read_text("utf-8").replace("jp20: 2871\n", "jp20: 2871,5\n"), "utf-8")
    assert Project(tmp_path).periksa().render(Format.TEKS) in README


# ── The guide of the Bidang, message by message ──────────────────────────────────────────────────────────────────

BIDANG = DOCS / "panduan" / "bidang.md"
MISTAKES = (
    ("nilai: 8.4", "nilai: 8,4", "N001"),
    ("nilai: 12\n", "nilai: 1.200\n", "N002"),
    (r"    kendala: >-\n.*\n    solusi: >-\n.*\n", "", "L001"),
    (r"(    nilai: 12\n)    bukti:\n(      .*\n)+", r"\1", "B001"),
    ("nilai: 12\n", "nilai:\n", "N009"),
    ("IKU-07:", "IKU-7:", "R001"),
    ("kendala:", "kendalah:", "S001"),
    ("    nilai: 12\n", "\tnilai: 12\n", "Y007"),
    ("", "", "K114"),
)
HEAD = "# yaml-language-server: $schema=../../../../schemas/realisasi.schema.json\n#\n# Realisasi Oktober 2026.\n\n"


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("contoh")
    shutil.copytree(ROOT / "data", root / "data")
    return root


@pytest.mark.parametrize(("pattern", "instead", "code"), MISTAKES, ids=[code for *_, code in MISTAKES])
def test_a_message_of_the_guide_is_what_the_program_says(pattern: str, instead: str, code: str, contoh: Path) -> None:
    (excerpt,) = (e for e in excerpts(BIDANG) if not e.exists and not e.mark)
    text = HEAD + excerpt.text
    wrong = re.sub(pattern, instead, text, count=1) if pattern else text
    assert (wrong != text) == bool(pattern)
    (contoh / excerpt.path).write_text(wrong, "utf-8")
    told = [d.as_text() for d in Project(contoh).periksa().diagnostics if d.code == code]
    assert [line for line in told if f"`` {line} ``\n" in BIDANG.read_text("utf-8")], told


def test_what_is_due_is_named_as_the_guide_says() -> None:
    told = [d.as_text() for d in Project(ROOT).periksa().diagnostics if d.code == "L002"]
    assert f"`` {told[0]} ``\n" in BIDANG.read_text("utf-8")


# ── Language ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", PUBLISHED, ids=name)
def test_docs_for_readers_speak_indonesian(path: Path) -> None:
    english = re.compile(r"\b(the|with|this|that|which|file|folder of|error|warning)\b")
    assert english.findall(SPAN.sub("", bare(path))) == []


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_quotation_marks_are_those_of_indonesian(path: Path) -> None:
    assert set("«»") & set(path.read_text("utf-8")) == set()


def test_glossary_explains_ikk_as_the_office_does() -> None:
    rekap = Project(ROOT).build().rekap
    assert rekap is not None
    assert rekap.sop is not None
    glosarium = (DOCS / "glosarium.md").read_text("utf-8")
    entry = re.search(r"^## IKK\n(.*?)^## ", glosarium, re.MULTILINE | re.DOTALL)
    assert entry
    assert f"Kepanjangannya di kantor ini: {rekap.sop.istilah_ikk}." in entry[1]
    assert f"- **IKK**: {rekap.sop.istilah_ikk}\n" in glosarium


def test_terms_of_the_glossary_are_in_order_and_say_what_they_mean() -> None:
    glosarium = (DOCS / "glosarium.md").read_text("utf-8")
    terms = re.findall(r"^## (.+)\n\n(.+)$", glosarium, re.MULTILINE)
    titles = [title for title, _ in terms]
    assert titles[-1] == "Singkatan"
    assert titles[:-1] == sorted(titles[:-1], key=str.lower)
    assert [title for title, text in terms if text.startswith("-")] == []
