"""The workflows of the forge: what every one of them must keep, beyond what the linters of `make alur` ask."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from sakipgen.domain.koreksi import TingkatKoreksi
from sakipgen.domain.siklus import AlasanKembali
from sakipgen.forms.isian import STATUS
from sakipgen.kiriman.borang import BAGIAN, Jenis, baca_jawaban, jenis_kiriman

ROOT: Final = Path(__file__).parent.parent
ALUR: Final = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO: Final = ROOT / "contoh" / "forgejo" / ".forgejo" / "workflows"
GITLAB: Final = ROOT / "contoh" / "gitlab"
SKRIP: Final = sorted((ROOT / ".github" / "skrip").glob("*.sh"))
CONTOH_SKRIP: Final = (GITLAB / "skrip" / "gitlab.sh", FORGEJO.parent / "skrip" / "gh")
VERBA: Final = re.compile(r"/sakipgen ((?:formulir |usulan )?[a-z]+)")


def alur(path: Path) -> dict[Any, Any]:
    """A workflow; `on` is the key True of YAML 1.1."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def langkah(path: Path) -> list[dict[str, Any]]:
    """All steps of all jobs."""
    return [step for job in alur(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", ALUR, ids=lambda path: path.stem)
def test_a_workflow_trusts_nobody(path: Path) -> None:
    found = alur(path)
    assert found["permissions"] == {}
    assert "concurrency" in found
    assert not {"pull_request_target", "workflow_run"} & set(found[True])
    for job in found["jobs"].values():
        assert "permissions" in job
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] == "ubuntu-latest"
    for step in langkah(path):
        assert "${{" not in step.get("run", ""), "an expression in a script is a way in"
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), "a revision, not a name"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
        assert not step.get("uses", "").startswith("actions/cache@")


@pytest.mark.parametrize("path", ALUR, ids=lambda path: path.stem)
def test_one_revision_of_each_action(path: Path) -> None:
    pins = {m for other in ALUR for m in re.findall(r"uses: (\S+ # v\S+)", other.read_text("utf-8"))}
    names = [pin.partition("@")[0] for pin in pins]
    assert len(names) == len(set(names)), "two revisions of one action, or one under two names"
    assert path.read_text("utf-8").count("uses: ") == len(re.findall(r"uses: \S+ # v\d", path.read_text("utf-8")))


def test_a_program_is_tested_unless_it_is_known_that_only_data_changed() -> None:
    """A required check that is skipped is taken for yes, so a failure to look must not skip it."""
    jobs = alur(ROOT / ".github" / "workflows" / "uji.yml")["jobs"]
    wanted = "${{ !cancelled() && needs.jalur.outputs.kode != 'tidak' }}"
    assert {jobs[name]["if"] for name in ("uji", "gambar")} == {wanted}


@pytest.mark.parametrize("path", SKRIP, ids=lambda path: path.stem)
def test_a_script_is_used(path: Path) -> None:
    assert any(f"skrip/{path.name}" in other.read_text("utf-8") for other in [*ALUR, *SKRIP])


@pytest.mark.parametrize("path", [*SKRIP, *CONTOH_SKRIP], ids=lambda path: path.name)
def test_a_script_is_clean(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n# ")
    assert "\nset -euo pipefail\n" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o111
    if not shutil.which("shellcheck"):
        pytest.skip("shellcheck is not installed")
    done = subprocess.run(["shellcheck", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


# ── Forms of the forge's page ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("jenis", Jenis)
def test_a_form_asks_for_what_is_read(jenis: Jenis) -> None:
    """Its headings are what `sakipgen formulir usulkan` looks for, and its choices are words that are known there."""
    (path,) = (ROOT / ".github" / "ISSUE_TEMPLATE").glob(f"?-{jenis}.yml")
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form["labels"] == [f"formulir/{jenis}"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    asked = [(f["id"], f["attributes"]["label"], f.get("validations", {}).get("required", False)) for f in fields]
    assert asked == [(row.kunci.replace(".", "_"), row.judul, row.wajib) for row in BAGIAN[jenis]]
    offered = {f["id"]: f["attributes"]["options"] for f in fields if f["type"] == "dropdown"}
    known = {"status": [*STATUS.values()], "tingkat": [level.value for level in TingkatKoreksi]}
    assert offered == {name: known[name] for name in offered}


def test_the_proposal_form_names_every_reason_of_a_return() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text("utf-8")
    named = re.findall(r"^alasan: (.+)$", text, re.MULTILINE)
    assert [re.sub(r"\W+", "_", words) for words in named] == [reason.value for reason in AlasanKembali]


# ── The other forges do the same ─────────────────────────────────────────────────────────────────────────────────

HANYA_GITHUB: Final = {"Token of the office's application, if it has one"}
HANYA_FORGEJO: Final = {"Speak to Forgejo as the scripts speak to GitHub", "Publish"}
"""Steps with a command that only one of the two has."""


def perintah(path: Path, kecuali: set[str]) -> dict[str, list[str]]:
    """What each job runs."""
    jobs = alur(path)["jobs"]
    return {
        name: [step["run"] for step in job["steps"] if "run" in step and step.get("name") not in kecuali]
        for name, job in jobs.items()
    }


@pytest.mark.parametrize("path", ALUR, ids=lambda path: path.stem)
def test_forgejo_runs_what_github_runs(path: Path) -> None:
    there = FORGEJO / path.name
    assert perintah(there, HANYA_FORGEJO) == perintah(path, HANYA_GITHUB)
    ours, theirs = alur(path), alur(there)
    assert theirs[True] == ours[True]
    assert theirs["name"] == ours["name"]
    conditions = {name: (job.get("needs"), job.get("if")) for name, job in ours["jobs"].items()}
    assert {name: (job.get("needs"), job.get("if")) for name, job in theirs["jobs"].items()} == conditions
    steps = [step for job in theirs["jobs"].values() for step in job["steps"]]
    for step in steps:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"(actions|forgejo)/[a-z-]+@[0-9a-f]{40}", step["uses"])


def test_forgejo_has_no_workflow_of_its_own() -> None:
    assert [path.name for path in sorted(FORGEJO.glob("*.yml"))] == [path.name for path in ALUR]


def test_gitlab_has_the_same_jobs_with_the_same_verbs() -> None:
    jobs = {
        name: job
        for name, job in yaml.safe_load((GITLAB / ".gitlab-ci.yml").read_text("utf-8")).items()
        if isinstance(job, dict) and "script" in job
    }
    here = {name: "\n".join(runs) for path in ALUR for name, runs in perintah(path, set()).items()}
    assert set(jobs) == set(here) - {"jalur"}, "GitLab knows which paths changed"
    for name, job in jobs.items():
        wanted = set(VERBA.findall(here[name]))
        if name == "formulir":
            wanted.discard("tinjau")  # a proposal of the robot starts the checks there
        assert set(VERBA.findall("\n".join(job["script"]))) == wanted, name


def test_every_verb_of_gitlabs_script_is_known_to_it() -> None:
    script = CONTOH_SKRIP[0].read_text("utf-8")
    called = set(re.findall(r"gitlab\.sh ([a-z]+)", (GITLAB / ".gitlab-ci.yml").read_text("utf-8")))
    called |= set(re.findall(r'"\$0" ([a-z]+)', script))
    assert called == set(re.findall(r"^  ([a-z]+)\)", script, re.MULTILINE))


def test_gitlab_hides_its_token_from_what_a_proposal_holds() -> None:
    """The token is a variable of the environment `robot`, and no job of that runs anything but main or the base."""
    file = yaml.safe_load((GITLAB / ".gitlab-ci.yml").read_text("utf-8"))
    robots = {name for name, job in file.items() if ".robot" in _dasar(file, job)}
    assert robots == {".usulan"} | {
        name for name, job in file.items() if "gitlab.sh" in str(job.get("script") if isinstance(job, dict) else "")
    }
    assert not [name for name in robots if "environment" in file[name]]
    for name in robots - {".usulan"}:
        job = file[name]
        rules = job.get("rules") or next(file[base]["rules"] for base in _dasar(file, job) if "rules" in file[base])
        for rule in rules:
            if "merge_request_event" in rule["if"]:
                made = [line for line in job["script"] if "make " in line or ".venv" in line]
                assert all("make -C alat " in line or "alat/.venv/bin/sakipgen " in line for line in made)
                assert name == "periksa" or job["dependencies"] == ["periksa"]
            else:
                assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"] or "REF_PROTECTED" in rule["if"]


def _dasar(file: dict[str, Any], job: Any) -> list[str]:
    """What a job extends, through and through."""
    said = job.get("extends", []) if isinstance(job, dict) else []
    bases = [said] if isinstance(said, str) else said
    return [*bases, *(deeper for base in bases for deeper in _dasar(file, file[base]))]


@pytest.mark.parametrize("jenis", Jenis)
def test_gitlabs_template_asks_for_what_is_read(jenis: Jenis) -> None:
    (text,) = [
        text
        for path in (GITLAB / ".gitlab" / "issue_templates").glob("*.md")
        if jenis_kiriman(text := path.read_text("utf-8"), frozenset()) is jenis
    ]
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == [row.judul for row in BAGIAN[jenis]]
    assert f'/label ~"formulir/{jenis}"\n' in text
    assert baca_jawaban(text, jenis).isi == {}, "what nobody filled in is empty"
