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
from sakipgen.kiriman.borang import BAGIAN, Jenis

ROOT: Final = Path(__file__).parent.parent
ALUR: Final = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SKRIP: Final = sorted((ROOT / ".github" / "skrip").glob("*.sh"))


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


@pytest.mark.parametrize("path", SKRIP, ids=lambda path: path.stem)
def test_a_script_is_clean(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n# ")
    assert "\nset -euo pipefail\n" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o111
    assert any(f"skrip/{path.name}" in other.read_text("utf-8") for other in [*ALUR, *SKRIP])
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
