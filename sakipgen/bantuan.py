"""The command line in Indonesian: click's own words, translated where click lets us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from pkgutil import resolve_name
from typing import Any, Final

import click

PEMAKAIAN: Final = "Pemakaian: "
GALAT: Final = 1
"""What a verb leaves with where the data, or what was handed to it, is wrong."""


class Verba(MutableMapping[str, click.Command]):
    """Commands by name, each imported when it is asked for: a run needs one of them, and most import much.

    `tempat` tells where each stands, as `module:function`.
    """

    def __init__(self, tempat: Mapping[str, str]) -> None:
        self._isi: dict[str, str | click.Command] = dict(tempat)

    def __getitem__(self, name: str) -> click.Command:
        found = self._isi[name]
        if isinstance(found, str):
            found = self._isi[name] = resolve_name(found)
        return found

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._isi[name] = command

    def __delitem__(self, name: str) -> None:
        del self._isi[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._isi)

    def __len__(self) -> int:
        return len(self._isi)


class Perintah(click.Command):
    """A command whose frame speaks Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [str(param.name).upper() for param in self.params if isinstance(param, click.Argument)]
        formatter.write_usage(ctx.command_path, " ".join(["[OPSI]", *words]), PEMAKAIAN)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _indonesian_help(super().get_help_option(ctx))


class Kelompok(click.Group):
    """A group of commands whose frame speaks Indonesian."""

    command_class = Perintah

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPSI] PERINTAH", PEMAKAIAN)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _indonesian_help(super().get_help_option(ctx))

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    rows = [(name, text.replace("  [required]", " Wajib.")) for name, text in records]
    with formatter.section("Opsi"):
        formatter.write_dl(rows)


def _indonesian_help(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


class Pilihan(click.Choice[str]):
    """A closed list of words whose refusal is Indonesian."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            self.fail(f'"{value}" bukan pilihan; pilihannya: {", ".join(self.choices)}.', param, ctx)
        return str(value)


def pesan_pemakaian(error: click.UsageError) -> str:
    """Returns what is wrong with a command line, in Indonesian."""
    help_line = f"\nBantuan: {error.ctx.command_path} --help" if error.ctx else ""
    if error.message.startswith(PEMAKAIAN):  # no command at all: click says the help
        return error.message
    match error:
        case click.NoSuchOption():
            message = f"opsi `{error.option_name}` tidak dikenal."
        case click.MissingParameter() if isinstance(error.param, click.Argument):
            message = f"{str(error.param.name).upper()} wajib disebut."
        case click.MissingParameter():
            hint = error.param.opts[0] if error.param else ""
            message = f"opsi `{hint}` wajib diisi."
        case click.BadOptionUsage():
            wanted = "memerlukan isi" if "requires" in error.message else "tidak menerima isi"
            message = f"opsi `{error.option_name}` {wanted}."
        case click.BadParameter():
            hint = error.param.opts[-1] if error.param else str(error.param_hint or "")
            message = f"isi `{hint}` keliru: {error.message}"
        case _ if "No such command" in error.message:
            message = f"perintah {error.message.split(maxsplit=3)[-1].rstrip('.')} tidak ada."
        case _ if "unexpected extra argument" in error.message:
            message = "ada kata yang tidak dikenal di belakang perintah."
        case _:
            message = error.message
    return f"Pemakaian keliru: {message}{help_line}"
