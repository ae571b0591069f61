"""Addresses in the repository on its forge: GitHub, GitLab and Forgejo name the same things otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from sakipgen.domain.organisasi import Repositori


class Forge(StrEnum):
    """What keeps the repository, told by its host; whoever is neither GitHub nor GitLab speaks as Forgejo does."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"

    @classmethod
    def dari(cls, alamat: str) -> Forge:
        host = urlsplit(alamat).hostname or ""
        if host == "github.com":
            return cls.GITHUB
        return cls.GITLAB if "gitlab" in host else cls.FORGEJO


_BERKAS = {Forge.GITHUB: "blob", Forge.GITLAB: "-/blob", Forge.FORGEJO: "src/branch"}
_SUNTING = {Forge.GITHUB: "edit", Forge.GITLAB: "-/edit", Forge.FORGEJO: "_edit"}
_REVISI = {Forge.GITHUB: "commit", Forge.GITLAB: "-/commit", Forge.FORGEJO: "commit"}
_USULAN = {Forge.GITHUB: "pull", Forge.GITLAB: "-/merge_requests", Forge.FORGEJO: "pulls"}


@dataclass(frozen=True, slots=True)
class AlamatRepositori:
    """Makes addresses in one repository."""

    alamat: str
    cabang: str
    forge: Forge

    @classmethod
    def dari(cls, repositori: Repositori) -> AlamatRepositori:
        address = repositori.alamat.rstrip("/")
        return cls(address, quote(repositori.cabang), Forge.dari(address))

    def berkas(self, path: PurePosixPath) -> str:
        """Returns the address of a file; `#L7` behind it is its seventh line on every forge."""
        return f"{self.alamat}/{_BERKAS[self.forge]}/{self.cabang}/{quote(str(path))}"

    def sunting(self, path: PurePosixPath) -> str:
        """Returns the address of the editor at a file."""
        return f"{self.alamat}/{_SUNTING[self.forge]}/{self.cabang}/{quote(str(path))}"

    def revisi(self, sha: str) -> str:
        """Returns the address of a commit."""
        return f"{self.alamat}/{_REVISI[self.forge]}/{sha}"

    def usulan(self, nomor: int) -> str:
        """Returns the address of a proposal."""
        return f"{self.alamat}/{_USULAN[self.forge]}/{nomor}"
