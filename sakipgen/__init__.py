"""sakipgen: from YAML in Git to a public site of performance accountability (SAKIP)."""

from __future__ import annotations

from importlib.metadata import version

from sakipgen.diagnostics import Diagnostic
from sakipgen.domain.dataset import Dataset
from sakipgen.reading import load
from sakipgen.rekap import Rekapitulasi

__all__ = ["Dataset", "Diagnostic", "Rekapitulasi", "__version__", "load"]

__version__ = version("sakipgen")
