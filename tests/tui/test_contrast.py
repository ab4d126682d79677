"""Every text on the real screens can be read in every theme: WCAG 2.2 AA, computed from what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from altered_quotes import ALTERED
from contrast import Terminal, contrast, difference, luminance, unreadable
from driver import key_event
from textual.color import Color
from textual.events import Event, Paste
from textual.theme import Theme

from explorer.opening import Progress
from explorer.tui.themes import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    DEUTERANOPIA_DARK,
    DEUTERANOPIA_LIGHT,
    LIGHT,
    THEMES,
    TRITANOPIA_DARK,
    TRITANOPIA_LIGHT,
)
from explorer.tui.widgets.bars import MessageLine, ProgressLine

Open = Callable[..., Any]

AA, AAA = 4.5, 7.0
# VGA's sixteen colours, xterm's and the Windows console's, as their manuals list them.
SIXTEEN = {
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
# Each stop begins where the one before has led: the keys to press, and the screen that stands then.
# What stands in quotes is pasted: each letter would be a search of its own.
STOPS = [
    ("", "ExplorerScreen"),
    ("d", "DisagreementScreen"),
    ("escape question_mark", "HelpScreen"),
    ("escape y", "CopyMenu"),
    ("escape m", "Prompt"),
    ("escape ctrl+r", "HistoryScreen"),
    ("escape p", "ProblemsScreen"),
    ("escape ctrl+p", "Palette"),
    ("escape slash 'cuba (-'", "ExplorerScreen"),
    ("escape slash 'china' tab enter", "ExplorerScreen"),
    ("slash 'walrus'", "ExplorerScreen"),
    ("escape slash 'cuba'", "ExplorerScreen"),
    ("enter", "ExplorerScreen"),
    ("1 space j space", "ExplorerScreen"),
    ("r", "RelationScreen"),
    ("s j", "RelationScreen"),
    ("escape ctrl+x r", "MatrixScreen"),
]


def terminals(theme: Theme) -> list[Terminal]:
    """The terminals that a theme has to be read in."""
    found = []
    for listed in SIXTEEN.values():
        colours = tuple(Color.parse(f"#{each}").rgb for each in listed.split())
        ends = (colours[7], colours[0]) if theme.dark else (colours[0], colours[15])
        found.append(Terminal(colours, *ends))
    return found if theme.ansi else [found[0], found[0]._replace(has_256=True)]


def complaints(driver: Any, theme: Theme) -> list[str]:
    is_high = theme in (CONTRAST_DARK, CONTRAST_LIGHT) and not driver.app.no_color
    least = {terminal: AAA if is_high and not terminal.has_256 else AA for terminal in terminals(theme)}
    return sorted({str(pair) for pair in unreadable(driver.app, [*least.items()])})


async def put_on(driver: Any, theme: Theme) -> None:
    driver.app.theme = theme.name
    await driver.settle()


def steps(keys: str) -> Iterator[Event]:
    for number, part in enumerate(keys.split("'")):
        yield from [Paste(part)] if number % 2 else map(key_event, part.split())


async def walk(driver: Any, theme: Theme) -> None:
    await put_on(driver, theme)
    for keys, screen in STOPS:
        await driver.send(*steps(keys))
        await driver.until(lambda screen=screen: type(driver.app.screen).__name__ == screen)
        if screen == "Palette":
            await driver.until(lambda: driver.app.screen.query_one("CommandList").option_count)
        await driver.settle()
        assert not complaints(driver, theme), (keys, screen)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_text_on_every_screen_can_be_read(open_app: Open, theme: Theme) -> None:
    async with open_app((120, 40), event="sino-soviet-split") as driver:
        await walk(driver, theme)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_what_is_wrong_and_how_far_reading_is_can_be_read(
    open_app: Open, tmp_path: Path, theme: Theme
) -> None:
    path = tmp_path / "defective.yaml"
    path.write_text(ALTERED, encoding="utf-8")
    async with open_app((120, 40), path=path) as driver:
        await put_on(driver, theme)
        driver.screen.query_one(ProgressLine).show(Progress(10, 30, 2))
        driver.screen.query_one(MessageLine).show("This cannot be.", error=True)
        for keys in ("", "3", "d"):
            await driver.press(*keys)
            assert not complaints(driver, theme), keys


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_in_greys_too(open_app: Open, monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app((120, 40), event="sino-soviet-split") as driver:
        assert driver.app.no_color
        await walk(driver, theme)


async def test_a_text_that_cannot_be_read_is_named_with_its_widget_and_its_colours(open_app: Open) -> None:
    async with open_app((120, 40)) as driver:
        driver.screen.query_one("#key-bar").styles.color = "#3c4654"
        await driver.settle()
        assert any(each.startswith("KeyBar#key-bar: #3c4654 on #232932") for each in complaints(driver, DARK))


@pytest.mark.parametrize(
    ("theme", "deficiencies"),
    [
        (DEUTERANOPIA_DARK, ("deuteranopia", "protanopia")),
        (DEUTERANOPIA_LIGHT, ("deuteranopia", "protanopia")),
        (TRITANOPIA_DARK, ("tritanopia",)),
        (TRITANOPIA_LIGHT, ("tritanopia",)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_colour_blind_tell_good_from_bad_and_a_passage_from_a_match(
    theme: Theme, deficiencies: tuple[str, ...]
) -> None:
    marks = theme.variables["passage-background"], theme.variables["match-background"]
    for one, other in ((theme.success, theme.error), marks):
        for deficiency in deficiencies:
            colours = Color.parse(one or "").rgb, Color.parse(other or "").rgb
            assert difference(*colours, deficiency) > 25, (one, other, deficiency)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert (luminance((0, 0, 0)), luminance((255, 255, 255))) == pytest.approx((0, 1))
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    # The lightest grey on white that is AA.
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.005)
    assert contrast((255, 0, 0), (255, 255, 255)) == pytest.approx(4.0, abs=0.005)
