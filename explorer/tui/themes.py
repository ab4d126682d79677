"""The themes, and which to take where nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from explorer.tui import palettes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.tui.palettes import Palette


def _theme(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=palette.primary,
        secondary=palette.secondary,
        accent=palette.accent,
        warning=palette.warning,
        error=palette.error,
        success=palette.success,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        variables=_variables(palette),
    )


def _variables(palette: Palette) -> dict[str, str]:
    return {
        "border": palette.primary,
        "border-blurred": palette.edge,
        "scrollbar": palette.edge,
        "scrollbar-background": palette.surface,
        "scrollbar-corner-color": palette.surface,
        "scrollbar-hover": palette.edge_hover,
        "scrollbar-active": palette.primary,
        "scrollbar-background-hover": palette.surface,
        "scrollbar-background-active": palette.surface,
        "cursor-row": palette.cursor_row,
        "cursor-row-style": "none",
        "cursor-row-blurred": palette.cursor_row_blurred,
        "passage-background": palette.passage_background,
        "passage-foreground": palette.passage_foreground,
        "passage-style": "underline",
        "match-background": palette.match_background,
        "match-foreground": palette.match_foreground,
        "quiet": palette.quiet,
        "faint": palette.faint,
    }


def _terminal_theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    """A theme of the terminal's own sixteen colours, which it may show as it likes."""
    return Theme(
        name=name,
        dark=dark,
        ansi=True,
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables=_terminal_variables(colours["primary"], colours["mark"]),
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["accent"],
        error=colours["error"],
        success=colours["success"],
    )


def _terminal_variables(primary: str, mark: str) -> dict[str, str]:
    return {
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": mark,
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": mark,
        "screen-selection-foreground": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_white",
        "scrollbar-active": primary,
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "border": primary,
        "border-blurred": "ansi_bright_black",
        # No background goes with every terminal's sixteen colours; reversing them does.
        "cursor-row": "ansi_default",
        "cursor-row-style": "reverse",
        "cursor-row-blurred": "ansi_default",
        "passage-background": "ansi_bright_yellow",
        "passage-foreground": "ansi_black",
        "passage-style": "underline",
        "match-background": mark,
        "match-foreground": "ansi_black",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "quiet": "ansi_default",
        "faint": "ansi_default",
    }


DARK = _theme("detente-dark", palettes.DARK, dark=True)
LIGHT = _theme("detente-light", palettes.LIGHT, dark=False)
CONTRAST_DARK = _theme("detente-contrast-dark", palettes.CONTRAST_DARK, dark=True)
CONTRAST_LIGHT = _theme("detente-contrast-light", palettes.CONTRAST_LIGHT, dark=False)
DEUTERANOPIA_DARK = _theme("detente-deuteranopia-dark", palettes.DEUTERANOPIA_DARK, dark=True)
DEUTERANOPIA_LIGHT = _theme("detente-deuteranopia-light", palettes.DEUTERANOPIA_LIGHT, dark=False)
TRITANOPIA_DARK = _theme("detente-tritanopia-dark", palettes.TRITANOPIA_DARK, dark=True)
TRITANOPIA_LIGHT = _theme("detente-tritanopia-light", palettes.TRITANOPIA_LIGHT, dark=False)

# The colours that can be read as text on black, and those that can on white, in every usual terminal.
_ON_BLACK = {
    "primary": "ansi_cyan",
    "secondary": "ansi_bright_cyan",
    "accent": "ansi_bright_yellow",
    "error": "ansi_bright_red",
    "success": "ansi_bright_green",
    "mark": "ansi_green",
}
_ON_WHITE = {
    "primary": "ansi_blue",
    "secondary": "ansi_default",
    "accent": "ansi_magenta",
    "error": "ansi_red",
    "success": "ansi_blue",
    "mark": "ansi_cyan",
}
TERMINAL = _terminal_theme("detente-terminal", _ON_BLACK, dark=True)
TERMINAL_LIGHT = _terminal_theme("detente-terminal-light", _ON_WHITE, dark=False)

THEMES = (
    DARK,
    LIGHT,
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DEUTERANOPIA_DARK,
    DEUTERANOPIA_LIGHT,
    TRITANOPIA_DARK,
    TRITANOPIA_LIGHT,
    TERMINAL,
    TERMINAL_LIGHT,
)


def themes_on_offer(environ: Mapping[str, str]) -> tuple[Theme, ...]:
    """The themes that can be read here: without colours, the terminal's own would be black on black."""
    return tuple(theme for theme in THEMES if not (theme.ansi and environ.get("NO_COLOR")))


def default_theme(environ: Mapping[str, str], *, sixteen: bool = False) -> str:
    """Dark, unless COLORFGBG says that the background is light (rxvt's "foreground;background", 7 or 15).

    Where the terminal has but `sixteen` colours, they are its own.
    """
    is_light = environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    if sixteen:
        return (TERMINAL_LIGHT if is_light else TERMINAL).name
    return (LIGHT if is_light else DARK).name
