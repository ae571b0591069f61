"""What forges answer about a proposal, turned into its record. Pure: who fetched the answers is somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sakipgen.domain.catatan_usulan import Forge
from sakipgen.forges import forgejo, github, gitlab
from sakipgen.forges.bahan import Bahan
from sakipgen.forges.bahan import susun as susun
from sakipgen.forges.formulir import FORMULIR
from sakipgen.forges.jawaban import Jawaban as Jawaban

BACA: Final[Mapping[Forge, Callable[[Jawaban], Bahan]]] = {
    Forge.GITHUB: github.baca,
    Forge.GITLAB: gitlab.baca,
    Forge.FORGEJO: forgejo.baca,
}
ALAMAT: Final[Mapping[Forge, Mapping[str, str]]] = {
    Forge.GITHUB: github.ALAMAT,
    Forge.GITLAB: gitlab.ALAMAT,
    Forge.FORGEJO: forgejo.ALAMAT,
}
"""The files of each forge, and the address whose answer each is."""
PILIHAN: Final = frozenset({"penerbitan", FORMULIR})
"""Files that need not be there."""
