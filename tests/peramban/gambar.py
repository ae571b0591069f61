"""Pictures of one page of each kind, on a telephone, on a screen and on paper, to be looked at: `make gambar`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.peramban.halaman import DICETAK, JENIS, LEBAR, TINGGI
from tests.peramban.mesin import TIADA, buka_peramban, cari_peramban
from tests.peramban.server import layani

ROOT: Final = Path(__file__).parents[2]


def main(to: Path) -> int:
    path = cari_peramban()
    if path is None:
        print(TIADA)
        return 2
    with TemporaryDirectory() as folder:
        site = Path(folder) / "situs"
        project = Project(ROOT)
        publish(project, project.build(), site)
        with layani(site) as address, buka_peramban(path) as browser:
            for width in LEBAR:
                page = browser.new_page(viewport={"width": width, "height": TINGGI}, reduced_motion="reduce")
                for name, below in JENIS.items():
                    page.goto(address + below)
                    page.screenshot(path=to / f"{name}-{width}.png", full_page=True)
            for name in DICETAK:
                page.goto(address + JENIS[name])
                page.pdf(path=to / f"{name}.pdf", prefer_css_page_size=True)
    print(f"{len(JENIS) * len(LEBAR)} gambar dan {len(DICETAK)} PDF di {to}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
