"""The names of the themes, as `--theme` takes and lists them and a shell completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.cli import streams

if TYPE_CHECKING:
    import click

THEME_NAMES = (
    "detente-dark",
    "detente-light",
    "detente-contrast-dark",
    "detente-contrast-light",
    "detente-deuteranopia-dark",
    "detente-deuteranopia-light",
    "detente-tritanopia-dark",
    "detente-tritanopia-light",
    "detente-terminal",
    "detente-terminal-light",
)


def list_themes(ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Print the names, one a line, and leave where `list` is asked for; else the value as it is."""
    if value == "list":
        streams.write("".join(f"{name}\n" for name in THEME_NAMES))
        ctx.exit()
    return value


def complete_theme(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[str]:
    """The names that begin so."""
    return [name for name in THEME_NAMES if name.startswith(typed)]
