"""The colours: a dark and a light theme, and which to take where nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK = Theme(
    name="detente-dark",
    dark=True,
    primary="#7aa2c8",
    secondary="#c8a86b",
    accent="#e0b660",
    warning="#e0a458",
    error="#e8837a",
    success="#8fb573",
    foreground="#d6d9de",
    background="#14171c",
    surface="#191d24",
    panel="#232932",
    variables={
        "border": "#7aa2c8",
        "border-blurred": "#3c4654",
        "scrollbar": "#3c4654",
        "scrollbar-background": "#191d24",
        "scrollbar-corner-color": "#191d24",
        "scrollbar-hover": "#56657a",
        "scrollbar-active": "#7aa2c8",
        "scrollbar-background-hover": "#191d24",
        "scrollbar-background-active": "#191d24",
        "cursor-row": "#2b3a4d",
        "cursor-row-style": "none",
        "cursor-row-blurred": "#242b35",
        "passage-background": "#4a3c14",
        "passage-foreground": "#ffe9b0",
        "match-background": "#1f4a3f",
        "match-foreground": "#a8f0d4",
        "quiet": "#939cab",
        "faint": "#5d6878",
    },
)

LIGHT = Theme(
    name="detente-light",
    dark=False,
    primary="#245a8c",
    secondary="#7a5a12",
    accent="#8a5a00",
    warning="#8a5200",
    error="#a8281e",
    success="#3c6b1e",
    foreground="#20242a",
    background="#f4f2ec",
    surface="#fbfaf6",
    panel="#e9e6dd",
    variables={
        "border": "#245a8c",
        "border-blurred": "#c3beb0",
        "scrollbar": "#c3beb0",
        "scrollbar-background": "#fbfaf6",
        "scrollbar-corner-color": "#fbfaf6",
        "scrollbar-hover": "#9c9686",
        "scrollbar-active": "#245a8c",
        "scrollbar-background-hover": "#fbfaf6",
        "scrollbar-background-active": "#fbfaf6",
        "cursor-row": "#d3e2f0",
        "cursor-row-style": "none",
        "cursor-row-blurred": "#e8ebee",
        "passage-background": "#ffe9a8",
        "passage-foreground": "#2e2300",
        "match-background": "#bfe8d8",
        "match-foreground": "#0c3a2b",
        "quiet": "#5c6470",
        "faint": "#8d8a80",
    },
)

# The terminal's own sixteen colours: for terminals that have no more.
TERMINAL = Theme(
    name="detente-terminal",
    dark=True,
    ansi=True,
    primary="ansi_bright_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_bright_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_bright_blue",
        "screen-selection-foreground": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_white",
        "scrollbar-active": "ansi_bright_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "border": "ansi_bright_blue",
        "border-blurred": "ansi_bright_black",
        # No background goes with every terminal's sixteen colours; reversing them does.
        "cursor-row": "ansi_default",
        "cursor-row-style": "reverse",
        "cursor-row-blurred": "ansi_default",
        "passage-background": "ansi_yellow",
        "passage-foreground": "ansi_black",
        "match-background": "ansi_green",
        "match-foreground": "ansi_black",
        "quiet": "ansi_default",
        "faint": "ansi_bright_black",
    },
)

THEMES = (DARK, LIGHT, TERMINAL)


def themes_on_offer(environ: Mapping[str, str]) -> tuple[Theme, ...]:
    """The themes that can be read here: without colours, the terminal's own would be black on black."""
    return tuple(theme for theme in THEMES if not (theme.ansi and environ.get("NO_COLOR")))


def default_theme(environ: Mapping[str, str]) -> str:
    """Dark, unless COLORFGBG says that the background is light (rxvt's "foreground;background", 7 or 15)."""
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in ("7", "15") else DARK.name
