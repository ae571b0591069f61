"""Why a file has no place under the data folder, and where it probably belongs."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import printable
from sakipgen.domain.dataset import FOLDER_BUKTI, LAYOUT
from sakipgen.domain.waktu import BULAN, SEGMEN, TAHUN_AKHIR, TAHUN_AWAL

_SISTEM: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".directory"})
_CADANGAN: Final = (".bak", ".backup", ".old", ".orig", ".rej", ".swp", ".swo", ".temp", ".tmp", "~")
_DOKUMEN: Final = frozenset(
    {
        *("csv", "doc", "docx", "gif", "heic", "jpeg", "jpg", "odp", "ods", "odt", "pdf", "png", "ppt", "pptx"),
        *("rar", "tif", "tiff", "txt", "webp", "xls", "xlsb", "xlsm", "xlsx", "zip"),
    }
)
_AKAR: Final = ", ".join(f"`{jenis.pola}`" for jenis in LAYOUT if "/" not in jenis.pola)
_FOLDER: Final = tuple(sorted({jenis.pola.split("/")[0] for jenis in LAYOUT if "/" in jenis.pola} | {FOLDER_BUKTI}))


def is_junk(name: str) -> bool:
    """Whether a file is left over from an editor or a computer and never data, wherever it lies."""
    lower = name.lower()
    return lower in _SISTEM or lower.startswith((".", "~")) or lower.endswith(_CADANGAN)


def explain_unknown(root: PurePosixPath, parts: tuple[str, ...]) -> str:
    """Returns the sentence of R010 for a path below the data folder that no row of LAYOUT claims."""
    name = parts[-1]
    if is_junk(name):
        return _junk(name)
    if any(not part.isprintable() for part in parts):
        return (
            "nama berkas ini memuat karakter yang tidak dapat dicetak; nama berkas hanya memakai huruf, angka, titik, "
            "dan tanda hubung; ganti namanya."
        )
    if place := _suggest(parts):
        return f"nama atau tempat berkas ini keliru; harus tepat seperti polanya; ganti menjadi `{root}/{place}`."
    if name.rpartition(".")[2].lower() in _DOKUMEN:
        return (
            f"berkas ini bukan data YAML; dokumen pendukung disimpan di `{root}/{FOLDER_BUKTI}/`; "
            f"pindahkan ke `{root}/{FOLDER_BUKTI}/<tahun>/<periode>/{printable(name)}`."
        )
    return _wrong_part(root, parts) or (
        f"berkas ini tidak dikenal; di `{root}` hanya ada {_AKAR}, dan folder {', '.join(_FOLDER)}; "
        f"pindahkan ke folder yang sesuai, atau ke luar folder `{root}`."
    )


def _junk(name: str) -> str:
    lower = name.lower()
    if lower in _SISTEM or lower.startswith("._"):
        return "berkas ini dibuat oleh komputer dan bukan data; folder data hanya memuat data; hapus berkas ini."
    if lower.startswith("~") or lower.endswith(_CADANGAN):
        return "berkas ini cadangan atau sisa penyuntingan; riwayat sudah disimpan oleh Git; hapus berkas ini."
    return "berkas ini tersembunyi dan bukan data; folder kosong pun tidak memerlukan penanda; hapus berkas ini."


# ── Near misses ──────────────────────────────────────────────────────────────────────────────────────────────────


def _suggest(parts: tuple[str, ...]) -> str | None:
    """The path that was probably meant, where one row of LAYOUT is near."""
    for jenis in LAYOUT:
        pattern = jenis.pola.split("/")
        if len(pattern) != len(parts):
            continue
        repaired = [_repair(*pair) for pair in zip(pattern, parts, strict=True)]
        place = "/".join(part or "" for part in repaired)
        if None not in repaired and jenis.regex.fullmatch(place):
            return place
    return None


def _repair(pattern: str, part: str) -> str | None:
    """The part as the pattern wants it, or None where that cannot be told."""
    stem, dot, suffix = pattern.partition(".")
    if not dot:
        return _repair_name(pattern, part)
    bare = re.fullmatch(r"(?i)(.+?)(\.ya?ml(?:\.txt)?)?", part)
    if bare is None or (bare[2] is None and "." in part):
        return None
    repaired = _repair_name(stem, bare[1])
    return repaired and f"{repaired}.{suffix}"


def _repair_name(pattern: str, name: str) -> str | None:
    match pattern:
        case "{periode}":
            return _periode(name)
        case "{tahun}":
            return name if re.fullmatch(r"20[0-9]{2}", name) else None
        case "{versi}":
            return _versi(name)
        case "{kode}" | "{unit}" | "{renstra}":
            return re.sub(r"[\s_]+", "-", name.strip())
        case _:
            return next(iter(get_close_matches(name.lower(), [pattern], n=1, cutoff=0.75)), None)


_ROMAWI: Final = {"I": "1", "II": "2", "III": "3", "IV": "4"}


def _periode(text: str) -> str | None:
    plain = re.sub(r"[\s_.-]", "", text).upper()
    if match := re.fullmatch(r"(?:TW|TRIWULAN|Q)([1-4]|I{1,3}|IV)", plain):
        return f"TW{_ROMAWI.get(match[1], match[1])}"
    if match := re.fullmatch(r"(?:S|SEM|SMT|SEMESTER)([12]|I{1,2})", plain):
        return f"S{_ROMAWI.get(match[1], match[1])}"
    if match := re.fullmatch(r"(?:B|BLN|BULAN)?0?([1-9]|1[0-2])", plain):
        return f"{int(match[1]):02}"
    months = [bulan.upper() for bulan in BULAN]
    if plain in months:
        return f"{months.index(plain) + 1:02}"
    return "tahunan" if plain in {"TAHUN", "TAHUNAN"} else None


def _versi(text: str) -> str | None:
    plain = text.strip().lower()
    if plain in {"murni", "induk", "awal"}:
        return "murni"
    match = re.fullmatch(r"perubahan[\s_.-]*([1-9]?)", plain)
    return f"perubahan-{match[1] or 1}" if match else None


def _wrong_part(root: PurePosixPath, parts: tuple[str, ...]) -> str | None:
    """The sentence for a file in a known folder whose path does not fit the folder's pattern."""
    patterns = [j.pola for j in LAYOUT if j.pola.startswith(f"{parts[0]}/")]
    if not patterns:
        near = get_close_matches(parts[0].lower(), _FOLDER, n=1, cutoff=0.75) if len(parts) > 1 else []
        return (
            f"folder `{printable(parts[0])}` tidak dikenal; nama folder harus tepat; pindahkan ke `{root}/{near[0]}/`."
            if near
            else None
        )
    for wanted, part in zip(patterns[0].split("/")[1:], parts[1:], strict=False):
        bare = part.removesuffix(".yaml")
        if wanted.startswith("{tahun}") and not re.fullmatch(r"20[0-9]{2}", bare):
            return (
                f'tahun "{bare}" tidak dikenal; tahun ditulis empat angka, {TAHUN_AWAL} sampai {TAHUN_AKHIR}; '
                "ganti nama berkas atau foldernya."
            )
        if wanted.startswith("{periode}") and bare not in SEGMEN:
            return (
                f'periode "{bare}" tidak dikenal; tulis `01` sampai `12`, `TW1` sampai `TW4`, `S1`, `S2`, '
                "atau `tahunan`; ganti nama berkas atau foldernya."
            )
    shown = " atau ".join(f"`{root}/{p}`".replace("{", "<").replace("}", ">") for p in patterns)
    return (
        f"berkas ini tidak menurut pola foldernya; isi folder `{parts[0]}` berupa {shown}, dengan nama dari "
        "huruf, angka, titik, dan tanda hubung; ganti namanya atau pindahkan."
    )
