"""What speaks to GitLab and to Forgejo, against a curl that answers from a list: how a forge may disappoint."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parent.parent.parent
GITLAB: Final = ROOT / "contoh" / "gitlab" / "skrip" / "gitlab.sh"
GH: Final = ROOT / "contoh" / "forgejo" / ".forgejo" / "skrip" / "gh"
CURL: Final = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$JAWABAN.panggilan"
jq --exit-status --arg alamat "${*: -1}" 'map(select(.[0] as $pola | $alamat | test($pola))) | first | .[1]' \\
  "$JAWABAN" || exit 22
"""
"""Answers with what stands first beside a pattern that the address fits; without one it fails as curl does."""
SAKIPGEN: Final = """#!/usr/bin/env bash
case $1 in
  usulan) cp "$6/usulan.json" "$8/$(jq .iid "$6/usulan.json").json" ;;
  arsip) mkdir -p "$4/$2"; echo isi > "$4/$2/arsip.json"; echo pesan > "$6" ;;
esac
"""
TANPA_LANJUTAN: Final = [r"[?&]page=[^1]", []]
ROBOT: Final = "robot@noreply.gitlab.example"


class Kantor:
    """A working tree of main, its repository at the forge, and what the forge answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "kerja"
        self.jauh = folder / "jauh.git"
        self.jawaban = folder / "jawaban.json"
        palsu = folder / "palsu"
        (self.folder / ".venv" / "bin").mkdir(parents=True)
        palsu.mkdir()
        for path, text in ((palsu / "curl", CURL), (self.folder / ".venv" / "bin" / "sakipgen", SAKIPGEN)):
            path.write_text(text, "utf-8")
            path.chmod(0o755)
        url = "https://gitlab.example/kantor/sakip"
        self.env = {
            "PATH": f"{palsu}:{os.environ['PATH']}",
            "HOME": str(folder),
            "JAWABAN": str(self.jawaban),
            "AKUN_ROBOT": "robot",
            "TOKEN_ROBOT": "token",
            "CI_API_V4_URL": "https://gitlab.example/api/v4",
            "CI_PROJECT_ID": "7",
            "CI_PROJECT_URL": url,
            "CI_PIPELINE_URL": f"{url}/-/pipelines/9",
            "CI_SERVER_HOST": "gitlab.example",
            "GH_TOKEN": "token",
            "GITHUB_SERVER_URL": "https://forgejo.example",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "x",
            "GIT_COMMITTER_NAME": "x",
            "GIT_COMMITTER_EMAIL": ROBOT,
            "GIT_COMMITTER_DATE": "2024-07-05T09:00:00+07:00",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.file://{self.jauh}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://oauth2:token@gitlab.example/kantor/sakip.git",
        }
        self.git("init", "--quiet", "--bare", str(self.jauh))
        self.git("init", "--quiet", "--initial-branch=main")
        self.revisi("Awal", "siapa@kantor.example")

    def git(self, *words: str) -> str:
        """Runs Git in the working tree."""
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=self.env, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def revisi(self, pesan: str, surel: str) -> str:
        """Writes an empty revision and returns it."""
        self.git("-c", f"user.email={surel}", "commit", "--quiet", "--allow-empty", "--message", pesan)
        return self.git("rev-parse", "HEAD")

    def jalankan(self, script: Path, *words: str, jawaban: list[Any]) -> subprocess.CompletedProcess[str]:
        """Runs a script against the answers of a forge."""
        self.jawaban.write_text(json.dumps(jawaban), "utf-8")
        command = [str(script), *words]
        return subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, check=False, timeout=60
        )

    @property
    def panggilan(self) -> list[str]:
        """What was asked of the forge: method, and path below the project with what was sent."""
        lines = Path(f"{self.jawaban}.panggilan").read_text("utf-8").splitlines()
        words = [line.partition("--request ")[2].split() for line in lines]
        return [f"{line[0]} {line[-1].partition('/projects/7/')[2]} {' '.join(line[1:-1])}".strip() for line in words]


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office on a forge that answers what it is told to."""
    return Kantor(tmp_path)


def test_forgejo_lists_that_know_no_page_end(kantor: Kantor) -> None:
    path = "repos/kantor/sakip/issues/1/comments"
    done = kantor.jalankan(GH, "api", "--paginate", path, "--jq", ".[].id", jawaban=[["comments", [{"id": 4}]]])
    assert (done.returncode, done.stdout) == (0, "4\n")


def test_a_list_that_breaks_off_is_no_list(kantor: Kantor) -> None:
    done = kantor.jalankan(
        GITLAB, "dikirim", "3", jawaban=[["page=1$", []], ["merge_requests/3$", {"created_at": "w"}]]
    )
    assert (done.returncode, done.stdout) == (0, "w\n")
    done = kantor.jalankan(
        GITLAB, "dikirim", "3", jawaban=[["page=1$", [{}]], ["merge_requests/3$", {"created_at": "w"}]]
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_who_merged_main_into_a_proposal_sent_nothing(kantor: Kantor) -> None:
    dasar = kantor.git("rev-parse", "HEAD")
    kantor.git("switch", "--quiet", "--create", "usulan")
    kantor.revisi("Isi\n\nDikirim-oleh: bk-mutasi", ROBOT)
    kantor.git("switch", "--quiet", "main")
    dasar = kantor.revisi("Lain", "siapa@kantor.example")
    kantor.git("switch", "--quiet", "usulan")
    kantor.git("-c", "user.email=siapa@kantor.example", "merge", "--quiet", "--no-edit", "main")
    answers = [["merge_requests/3$", {"author": {"username": "robot"}}]]
    done = kantor.jalankan(GITLAB, "pengirim", "3", dasar, "HEAD", jawaban=answers)
    assert (done.returncode, done.stdout) == (0, "bk-mutasi\n")


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"action": "open", "labels": [{"title": "formulir/angka"}]}, 0),
        ({"action": "update", "description": "<!-- sakipgen:formulir angka -->\n"}, 0),
        ({"action": "open", "labels": [{"title": "insiden"}], "description": None}, 1),
        ({"action": "close", "labels": [{"title": "formulir/angka"}]}, 1),
        ({"action": "update", "labels": [{"title": "formulir/angka"}], "description": "lama"}, 1),
    ],
)
def test_only_a_form_is_answered(kantor: Kantor, isi: dict[str, Any], kode: int) -> None:
    event = kantor.folder / "peristiwa.json"
    event.write_text(json.dumps({"object_attributes": {"iid": 5, "description": "", **isi}}), "utf-8")
    now = "" if isi.get("description") == "lama" else isi.get("description", "")
    answers = [["issues/5$", {"description": now}]]
    assert kantor.jalankan(GITLAB, "formulir", str(event), jawaban=answers).returncode == kode


CABANG: Final = "formulir/5-mutasi-2024-tw2"


def usulkan(kantor: Kantor, *terbuka: tuple[int, str, str]) -> subprocess.CompletedProcess[str]:
    """Makes a proposal of form 5, where proposals of somebody, from a branch, are open."""
    (kantor.folder / "hasil").mkdir()
    (kantor.folder / "data.yaml").write_text("nilai: 1\n", "utf-8")
    (kantor.folder / "hasil" / "pesan.md").write_text("<!-- formulir -->\n", "utf-8")
    answer = {"cabang": CABANG, "judul": "Realisasi", "pesan": "Isi", "berkas": ["data.yaml"]}
    (kantor.folder / "hasil" / "usulan.json").write_text(json.dumps(answer), "utf-8")
    (kantor.folder / "peristiwa.json").write_text('{"object_attributes": {"iid": 5}}', "utf-8")
    rows = [{"iid": iid, "author": {"username": who}, "source_branch": branch} for iid, who, branch in terbuka]
    answers = [TANPA_LANJUTAN, ["state=opened", rows], ["merge_requests$", {"iid": 9}], ["notes", []], ["/8$", {}]]
    return kantor.jalankan(GITLAB, "usulkan", "peristiwa.json", "hasil", jawaban=answers)


def test_a_form_takes_over_nothing_but_its_own_and_leaves_nothing_behind(kantor: Kantor) -> None:
    """Somebody's proposal on its branch is none of it; its own of another unit is closed, that of form 50 is not."""
    done = usulkan(
        kantor,
        (6, "orang", CABANG),
        (8, "robot", "formulir/5-diklat-2024-tw2"),
        (4, "robot", "formulir/50-mutasi-2024-tw2"),
    )
    assert done.returncode == 0, done.stderr
    changes = [call for call in kantor.panggilan if call.startswith(("PUT", "POST merge_requests "))]
    assert changes[0] == "PUT merge_requests/8 --data state_event=close"
    assert changes[1].startswith(
        f"POST merge_requests --data-urlencode source_branch={CABANG} --data target_branch=main "
    )
    assert len(changes) == 2
    assert "Usulannya: !9." in (kantor.folder / "hasil" / "pesan.md").read_text("utf-8")


def test_an_edit_of_a_form_changes_its_proposal(kantor: Kantor) -> None:
    kantor.git("switch", "--quiet", "--create", "lama")
    kantor.revisi("Isi", ROBOT)
    kantor.git("push", "--quiet", str(kantor.jauh), f"HEAD:refs/heads/{CABANG}")
    kantor.git("switch", "--quiet", "main")
    assert usulkan(kantor, (8, "robot", CABANG)).returncode == 0
    assert "Usulannya: !8." in (kantor.folder / "hasil" / "pesan.md").read_text("utf-8")
    assert kantor.git("ls-remote", str(kantor.jauh), CABANG).split()[0] == kantor.git("rev-parse", "HEAD")


def test_a_branch_on_which_somebody_else_wrote_stays(kantor: Kantor) -> None:
    kantor.git("switch", "--quiet", "--create", "orang")
    theirs = kantor.revisi("Punyaku", "orang@kantor.example")
    kantor.git("push", "--quiet", str(kantor.jauh), f"HEAD:refs/heads/{CABANG}")
    kantor.git("switch", "--quiet", "main")
    done = usulkan(kantor)
    assert (done.returncode, done.stderr) == (1, f"{CABANG} holds what somebody else wrote\n")
    told = "<!-- formulir -->\nFormulir ini sudah terbaca, tetapi belum berhasil diajukan. Hubungi Tim SAKIP.\n"
    assert (kantor.folder / "hasil" / "pesan.md").read_text("utf-8") == told
    assert kantor.panggilan[-1] == "POST issues/5/notes --data-urlencode body@hasil/pesan.md"
    assert kantor.git("ls-remote", str(kantor.jauh), CABANG).split()[0] == theirs


# ── Publishing ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_proposal_that_cannot_be_recorded_does_not_stop_the_others(kantor: Kantor) -> None:
    kantor.git("push", "--quiet", str(kantor.jauh), "HEAD:refs/heads/tinjauan")
    answers = [
        TANPA_LANJUTAN,
        ["updated_after", [{"iid": 1}, {"iid": 2}]],
        ["merge_requests/2$", {"iid": 2}],
        ["merge_requests/2/|deployments", []],
    ]
    done = kantor.jalankan(GITLAB, "rekam", "catatan", jawaban=answers)
    assert done.returncode == 0
    assert "!1 is not recorded; the audit holds it back if it was merged\n" in done.stderr
    assert kantor.git("-C", str(kantor.jauh), "ls-tree", "--name-only", "tinjauan") == "2.json"
    listed = "GET merge_requests?state=all&target_branch=main&updated_after={}&per_page=100&page=1"
    assert kantor.panggilan[0] == listed.format("2024-07-04T02:00:00Z"), "a day before the last record"


def test_a_list_of_proposals_that_cannot_be_had_stops_the_publication(kantor: Kantor) -> None:
    kantor.git("push", "--quiet", str(kantor.jauh), "HEAD:refs/heads/tinjauan")
    assert kantor.jalankan(GITLAB, "rekam", "catatan", jawaban=[]).returncode != 0


def test_an_incident_is_told_without_an_audit(kantor: Kantor) -> None:
    done = kantor.jalankan(GITLAB, "insiden", "audit.txt", jawaban=[["state=opened", []], ["issues$", {}]])
    assert done.returncode == 0, done.stderr
    assert (kantor.folder / "audit.txt").read_text("utf-8") == (
        "Penerbitan berhenti sebelum pemeriksaan ulang selesai. Yang gagal: "
        "https://gitlab.example/kantor/sakip/-/pipelines/9\n"
        "\nLangkahnya ada pada panduan administrator, bagian “Bila penerbitan ditahan”.\n"
    )


def test_the_button_archives_a_period_and_sets_its_tag(kantor: Kantor) -> None:
    kantor.env["PERIODE"] = "2024-TW2"
    done = kantor.jalankan(GITLAB, "arsip", "arsip", jawaban=[["packages", {}]])
    assert done.returncode == 0, done.stderr
    assert "refs/tags/periode/2024-TW2" in kantor.git("ls-remote", str(kantor.jauh))
