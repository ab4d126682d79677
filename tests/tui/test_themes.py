from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from contrast import contrast
from rich.color import Color, ColorSystem

from explorer.cli.theme_names import THEME_NAMES
from explorer.tui import palettes
from explorer.tui.palettes import Palette
from explorer.tui.themes import TERMINAL, TERMINAL_LIGHT, THEMES, default_theme, themes_on_offer
from explorer.tui.widgets.run_lines import RunLines

Open = Callable[..., Any]

PALETTES = {name: palette for name, palette in vars(palettes).items() if isinstance(palette, Palette)}
TEXTS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "quiet", "faint")
GROUNDS = ("background", "surface", "panel", "cursor_row", "cursor_row_blurred")
MARKED = (("passage_foreground", "passage_background"), ("match_foreground", "match_background"))


def test_the_command_line_names_every_theme() -> None:
    assert tuple(theme.name for theme in THEMES) == THEME_NAMES


def test_without_colours_the_terminals_own_are_not_on_offer() -> None:
    assert not {TERMINAL.name, TERMINAL_LIGHT.name} & {
        theme.name for theme in themes_on_offer({"NO_COLOR": "1"})
    }
    assert themes_on_offer({"NO_COLOR": ""}) == THEMES
    assert themes_on_offer({}) == THEMES


@pytest.mark.parametrize(
    ("colorfgbg", "name", "of_sixteen"),
    [
        (None, "detente-dark", "detente-terminal"),
        ("0;15", "detente-light", "detente-terminal-light"),
        ("15;0", "detente-dark", "detente-terminal"),
    ],
)
def test_the_default_follows_the_terminals_background(
    colorfgbg: str | None, name: str, of_sixteen: str
) -> None:
    environ = {} if colorfgbg is None else {"COLORFGBG": colorfgbg}
    assert default_theme(environ) == name
    assert default_theme(environ, sixteen=True) == of_sixteen


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_every_colour_of_text_can_be_read_on_every_ground(name: str, colours: ColorSystem) -> None:
    # In 256 colours the nearest ones are shown, which reach less than the colours themselves.
    least = 7.0 if name.startswith("CONTRAST") and colours is ColorSystem.TRUECOLOR else 4.5
    for text, ground in [(text, ground) for text in TEXTS for ground in GROUNDS] + list(MARKED):
        here, behind = (
            Color.parse(getattr(PALETTES[name], part)).downgrade(colours) for part in (text, ground)
        )
        ratio = contrast(tuple(here.get_truecolor()), tuple(behind.get_truecolor()))
        assert ratio >= least, (text, ground)


async def test_the_palette_offers_every_theme_and_changes_it_at_once(open_app: Open) -> None:
    async with open_app() as driver:
        for theme in THEMES[1:3]:
            await driver.press("ctrl+p")
            await driver.type(f"theme: {theme.name}")
            await driver.until(lambda name=theme.name: f"Theme: {name}" in driver.text)
            await driver.press("enter")
            await driver.until(lambda: len(driver.app.screen_stack) == 1)
            assert driver.app.theme == theme.name


async def test_runs_have_neither_colours_by_number_nor_dimmed_ones(open_app: Open) -> None:
    async with open_app() as driver:
        for theme in (each for each in THEMES if not each.ansi):
            driver.app.theme = theme.name
            await driver.settle()
            widgets = driver.screen.query(RunLines)
            styles = [
                (type(widget).__name__, style)
                for widget in widgets
                if widget.size
                for strip in widget.render_lines(widget.size.region)
                for _, style, _ in strip
                if style is not None
            ]
            assert len(styles) > 100
            for name, style in styles:
                colours = [each for each in (style.color, style.bgcolor) if each is not None]
                assert all(each.triplet for each in colours), (theme.name, name, style)
                assert not style.dim, (theme.name, name, style)
