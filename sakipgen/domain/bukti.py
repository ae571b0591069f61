"""Where a paper lies: in the repository, behind a public link, or in the office's archive. Evidence is such a paper."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from sakipgen.domain.base import Model, Sha256, Tautan, Teks, refuse


class Klasifikasi(StrEnum):
    PUBLIK = "publik"
    INTERNAL = "internal"


class Tempat(Model):
    """Tempat satu naskah disimpan: berkas dalam repositori, tautan, atau nomor arsip."""

    berkas: Teks | None = None
    """Jalur berkas di bawah `data/`, misalnya `bukti/2024/TW3/rekap.csv`."""
    tautan: Tautan | None = None
    """Alamat bila disimpan di tempat lain yang dapat dibuka umum."""
    nomor_arsip: Teks | None = None
    """Nomor arsip bila disimpan sebagai naskah di kantor."""
    sha256: Sha256 | None = None
    """Sidik SHA-256 berkas; bila diisi, isi berkas diperiksa terhadapnya."""
    klasifikasi: Klasifikasi = Klasifikasi.INTERNAL
    """`publik` bila boleh dibuka siapa saja, `internal` bila diminta lewat PPID. Bawaan: `internal`."""

    @model_validator(mode="after")
    def _satu_tempat(self) -> Self:
        places = [n for n in ("berkas", "tautan", "nomor_arsip") if getattr(self, n) is not None]
        if len(places) != 1:
            found = " dan ".join(f"`{n}`" for n in places) or "tidak ada tempat bukti"
            raise refuse(
                "S008",
                f"{found}; bukti disimpan di tepat satu tempat; isi satu dari `berkas`, `tautan`, `nomor_arsip`.",
            )
        if self.sha256 and not self.berkas:
            raise refuse("S008", "`sha256` tanpa `berkas`; sidik hanya untuk berkas dalam repositori; hapus `sha256`.")
        return self


class Bukti(Tempat):
    """Bukti dukung satu angka, tindakan, atau langkah: berkas dalam repositori, tautan, atau nomor arsip."""

    judul: Teks
    """Nama bukti."""
    jenis: Teks
    """Jenis bukti, misalnya `laporan`, `rekapitulasi`, `surat`, `sertifikat`."""
