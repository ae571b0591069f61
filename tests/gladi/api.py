"""The state of a make-believe forge in one JSON file, and the few calls of the APIs of forges that workflows make.

It knows neither networks nor permissions: it keeps what it was told and answers what was asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

ROBOT: Final = {"github": "github-actions[bot]", "forgejo": "forgejo-actions"}
"""Whose name stands on everything that a workflow's own token did, by the kind of forge."""
_ISI_PALING_PANJANG: Final = 65_536

Json = dict[str, Any]


class Keadaan:
    """What the forge remembers; `ubah` reads it, hands it over and writes it back."""

    def __init__(self, folder: Path) -> None:
        self.berkas = folder / "keadaan.json"

    def mulai(self, jenis: str) -> None:
        """Writes an empty forge of a kind."""
        kosong: Json = {
            "robot": ROBOT[jenis],
            "nomor": 0,
            "id": 100,
            "waktu": "",
            "usulan": {},
            "isu": {},
            "komentar": [],
            "tinjauan": {},
        }
        rest: Json = {"lini": {}, "periksaan": [], "penerbitan": [], "status": [], "rilis": {}, "panggilan": []}
        self.berkas.write_text(json.dumps(kosong | rest), "utf-8")

    @property
    def isi(self) -> Json:
        """Everything, as it is now."""
        found: Json = json.loads(self.berkas.read_text("utf-8"))
        return found

    @contextmanager
    def ubah(self) -> Iterator[Json]:
        """Yields everything to be changed."""
        isi = self.isi
        yield isi
        self.berkas.write_text(json.dumps(isi, indent=1), "utf-8")


@dataclass(frozen=True)
class Panggilan:
    """One call: what the path named, what the query and the body say."""

    nama: Mapping[str, str]
    cari: Mapping[str, list[str]]
    isi: Json


class TidakAdaError(Exception):
    """What the path names does not exist, or the forge does not take it."""


def jawab(keadaan: Keadaan, metode: str, alamat: str, isi: Json) -> Any:
    """Returns what the forge answers to a call; raises TidakAdaError as 404."""
    teks = urlsplit(alamat)
    jalur = teks.path.strip("/").removeprefix("api/v1/")
    with keadaan.ubah() as semua:
        semua["panggilan"].append([metode, jalur])
        for cara, pola, jalankan in _JALUR:
            if cara == metode and (found := re.fullmatch(pola, jalur)):
                return jalankan(semua, Panggilan(found.groupdict(), parse_qs(teks.query), isi))
    raise TidakAdaError(f"{metode} {jalur}")


def nomor_baru(semua: Json) -> str:
    """Returns the next number, which issues and proposals share."""
    semua["nomor"] += 1
    return str(semua["nomor"])


def id_baru(semua: Json) -> int:
    """Returns the next id of anything."""
    semua["id"] += 1
    return int(semua["id"])


def akun(nama: str) -> Json:
    """An account as the API shows it."""
    return {"login": nama, "type": "Bot" if nama.endswith("[bot]") else "User"}


def usulan(semua: Json, judul: str, penulis: str, dari: Json, ke: Json) -> Json:
    """Adds a proposal and returns it."""
    nomor = nomor_baru(semua)
    made = _catatan(semua, nomor, judul, penulis, "pull") | {"base": ke, "head": dari, "draft": False}
    made |= {"merged": False, "merged_at": None, "merged_by": None, "merge_commit_sha": None}
    semua["usulan"][nomor] = made
    return made


def isu(semua: Json, judul: str, penulis: str, isi: str, label: list[str]) -> Json:
    """Adds an issue and returns it."""
    nomor = nomor_baru(semua)
    made = _catatan(semua, nomor, judul, penulis, "issues") | {"body": isi, "labels": [{"name": n} for n in label]}
    semua["isu"][nomor] = made
    return made


def _catatan(semua: Json, nomor: str, judul: str, penulis: str, jenis: str) -> Json:
    when = semua["waktu"]
    url = f"https://github.com/kantor/sakip/{jenis}/{nomor}"
    made = {"number": int(nomor), "title": judul, "body": "", "state": "open", "user": akun(penulis), "labels": []}
    return made | {"html_url": url, "created_at": when, "updated_at": when, "closed_at": None, "id": id_baru(semua)}


def _ambil(semua: Json, p: Panggilan) -> Json:
    try:
        found: Json = semua[p.nama["jenis"]][p.nama["n"]]
    except KeyError:
        raise TidakAdaError(str(p.nama)) from None
    return found


def _usulan(semua: Json, p: Panggilan) -> Json:
    return _ambil(semua, Panggilan({"jenis": "usulan", **p.nama}, p.cari, p.isi))


def _daftar_usulan(semua: Json, p: Panggilan) -> list[Json]:
    state = p.cari.get("state", ["open"])[0]
    head = p.cari.get("head", [""])[0].partition(":")[2]
    return [
        u
        for u in reversed(semua["usulan"].values())
        if state in {"all", u["state"]} and (not head or u["head"]["ref"] == head)
    ]


def _usulan_baru(semua: Json, p: Panggilan) -> Json:
    ke = {"ref": p.isi["base"], "repo": {"full_name": "kantor/sakip"}}
    dari = {"ref": p.isi["head"], "repo": {"full_name": "kantor/sakip"}}
    made = usulan(semua, p.isi["title"], semua["robot"], dari, ke)
    made["body"] = p.isi.get("body", "")
    return made


def _isu_baru(semua: Json, p: Panggilan) -> Json:
    return isu(semua, p.isi["title"], semua["robot"], p.isi.get("body", ""), list(p.isi.get("labels", [])))


def _ubah_isu(semua: Json, p: Panggilan) -> Json:
    jenis = "isu" if p.nama["n"] in semua["isu"] else "usulan"
    found = _ambil(semua, Panggilan({"jenis": jenis, **p.nama}, p.cari, p.isi))
    found |= {k: v for k, v in p.isi.items() if k in {"title", "body", "state"}}
    if "labels" in p.isi:
        found["labels"] = [{"name": n} for n in p.isi["labels"]]
    return found


def _label(semua: Json, p: Panggilan) -> list[Json]:
    jenis = "isu" if p.nama["n"] in semua["isu"] else "usulan"
    found = _ambil(semua, Panggilan({"jenis": jenis, **p.nama}, p.cari, p.isi))
    found["labels"] += [{"name": n} for n in p.isi["labels"] if n not in [x["name"] for x in found["labels"]]]
    labels: list[Json] = found["labels"]
    return labels


def _daftar_isu(semua: Json, p: Panggilan) -> list[Json]:
    state = p.cari.get("state", ["open"])[0]
    wanted = set(p.cari.get("labels", [""])[0].split(",")) - {""}
    return [
        i
        for i in semua["isu"].values()
        if state in {"all", i["state"]} and wanted <= {label["name"] for label in i["labels"]}
    ]


def _komentar_baru(semua: Json, p: Panggilan) -> Json:
    return komentar(semua, int(p.nama["n"]), semua["robot"], p.isi["body"])


def komentar(semua: Json, nomor: int, penulis: str, isi: str) -> Json:
    """Adds a comment and returns it."""
    if len(isi) > _ISI_PALING_PANJANG:
        raise TidakAdaError("a comment is too long")
    made = {"id": id_baru(semua), "nomor": nomor, "user": akun(penulis), "body": isi, "created_at": semua["waktu"]}
    semua["komentar"].append(made)
    return made


def _ubah_komentar(semua: Json, p: Panggilan) -> Json:
    for found in semua["komentar"]:
        if str(found["id"]) == p.nama["n"]:
            found["body"] = p.isi["body"]
            changed: Json = found
            return changed
    raise TidakAdaError(str(p.nama))


def periksaan(semua: Json, nama: str, sha: str, hasil: str) -> Json:
    """Adds what a check said about a revision."""
    made = {"id": id_baru(semua), "name": nama, "head_sha": sha, "status": "completed", "conclusion": hasil}
    made |= {"started_at": semua["waktu"], "completed_at": semua["waktu"]}
    semua["periksaan"].append(made)
    return made


def _periksaan_revisi(semua: Json, p: Panggilan) -> Json:
    return {"check_runs": [row for row in semua["periksaan"] if row["head_sha"] == p.nama["n"]]}


def _status_baru(semua: Json, p: Panggilan) -> Json:
    """Forgejo has statuses instead of check runs and deployments."""
    made = {"sha": p.nama["n"], "context": p.isi["context"], "status": p.isi["state"], "created_at": semua["waktu"]}
    semua["status"].append(made | {"id": id_baru(semua), "updated_at": semua["waktu"]})
    return made


def _status(semua: Json, p: Panggilan) -> list[Json]:
    return [row for row in semua["status"] if row["sha"] == p.nama["n"]]


def penerbitan(semua: Json, sha: str) -> Json:
    """Adds a deployment of the site that worked."""
    made = {"id": id_baru(semua), "sha": sha, "environment": "github-pages", "created_at": semua["waktu"]}
    semua["penerbitan"].append(made)
    return made


def _penerbitan(semua: Json, p: Panggilan) -> list[Json]:
    return [row for row in reversed(semua["penerbitan"]) if row["sha"] in p.cari["sha"]]


def _status_penerbitan(semua: Json, p: Panggilan) -> list[Json]:
    found = [row for row in semua["penerbitan"] if str(row["id"]) == p.nama["n"]]
    return [{"state": "success", "created_at": row["created_at"]} for row in found]


def _rilis(semua: Json, p: Panggilan) -> Json:
    made = {"id": id_baru(semua), "tag_name": p.isi["tag_name"], "body": p.isi.get("body", ""), "assets": []}
    semua["rilis"][p.isi["tag_name"]] = made
    return made


_R: Final = r"repos/[^/]+/[^/]+"
_JALUR: Final[tuple[tuple[str, str, Callable[[Json, Panggilan], Any]], ...]] = (
    ("GET", rf"{_R}/pulls/(?P<n>\d+)", _usulan),
    ("GET", rf"{_R}/pulls/(?P<n>\d+)/reviews", lambda s, p: s["tinjauan"].get(p.nama["n"], [])),
    ("GET", rf"{_R}/pulls/(?P<n>\d+)/commits", lambda s, p: _usulan(s, p).get("_commits", [])),
    ("GET", rf"{_R}/pulls/(?P<n>\d+)/files", lambda s, p: _usulan(s, p).get("_files", [])),
    ("GET", rf"{_R}/pulls", _daftar_usulan),
    ("POST", rf"{_R}/pulls", _usulan_baru),
    ("PATCH", rf"{_R}/pulls/(?P<n>\d+)", _ubah_isu),
    ("GET", rf"{_R}/issues/(?P<n>\d+)/timeline", lambda s, p: s["lini"].get(p.nama["n"], [])),
    (
        "GET",
        rf"{_R}/issues/(?P<n>\d+)/comments",
        lambda s, p: [k for k in s["komentar"] if str(k["nomor"]) == p.nama["n"]],
    ),
    ("POST", rf"{_R}/issues/(?P<n>\d+)/comments", _komentar_baru),
    ("PATCH", rf"{_R}/issues/comments/(?P<n>\d+)", _ubah_komentar),
    ("POST", rf"{_R}/issues/(?P<n>\d+)/labels", _label),
    ("GET", rf"{_R}/issues/(?P<n>\d+)", lambda s, p: _ambil(s, Panggilan({"jenis": "isu", **p.nama}, p.cari, p.isi))),
    ("PATCH", rf"{_R}/issues/(?P<n>\d+)", _ubah_isu),
    ("GET", rf"{_R}/issues", _daftar_isu),
    ("POST", rf"{_R}/issues", _isu_baru),
    ("POST", rf"{_R}/check-runs", lambda s, p: periksaan(s, p.isi["name"], p.isi["head_sha"], p.isi["conclusion"])),
    ("GET", rf"{_R}/commits/(?P<n>[0-9a-f]+)/check-runs", _periksaan_revisi),
    ("POST", rf"{_R}/statuses/(?P<n>[0-9a-f]+)", _status_baru),
    ("GET", rf"{_R}/commits/(?P<n>[0-9a-f]+)/statuses", _status),
    ("GET", rf"{_R}/deployments", _penerbitan),
    ("GET", rf"{_R}/deployments/(?P<n>\d+)/statuses", _status_penerbitan),
    ("POST", rf"{_R}/releases", _rilis),
)
