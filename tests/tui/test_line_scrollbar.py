"""The scrollbar beside lists looks like Textual's wherever it stands."""

from __future__ import annotations

import random

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from explorer.tui.widgets.line_scrollbar import LineScrollBar

HEIGHT = 20


class Bars(App[None]):
    """Both bars side by side."""

    CSS = f"Screen {{ layout: horizontal }} ScrollBar {{ width: 1; height: {HEIGHT} }}"

    def __init__(self) -> None:
        super().__init__()
        self.ours, self.theirs = LineScrollBar(), ScrollBar(vertical=True)

    def compose(self) -> ComposeResult:
        yield self.ours
        yield self.theirs


def looks(strips: list[Strip]) -> list[tuple[str, object]]:
    return [look(segment.text, segment.style) for strip in strips for segment in strip]


def look(text: str, style: Style | None) -> tuple[str, object]:
    """What is seen, and what a click there does; of a blank only its ground is seen."""
    assert style is not None
    ground, ink = (style.color, style.bgcolor) if style.reverse else (style.bgcolor, style.color)
    return text, (ground, ink if text.strip() else None, style.meta)


@pytest.mark.parametrize("lines", [21, 30, 160, 1_000, 100_000])
async def test_it_looks_like_textual_s_at_any_position(lines: int) -> None:
    app, chance = Bars(), random.Random(lines)
    positions = {0, lines - HEIGHT, *(chance.randint(0, lines - HEIGHT) for _ in range(60))}
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        for bar in (app.ours, app.theirs):
            bar.window_virtual_size, bar.window_size = lines, HEIGHT
        for position in sorted(positions):
            app.ours.position = app.theirs.position = position
            await pilot.pause()
            crop = Region(0, 0, 1, HEIGHT)
            assert looks(app.ours.render_lines(crop)) == looks(app.theirs.render_lines(crop)), position


async def test_a_bar_that_stands_as_before_is_not_drawn_again() -> None:
    app = Bars()
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        app.ours.window_virtual_size, app.ours.window_size = 100_000, HEIGHT
        await pilot.pause()
        before = app.ours.render_lines(Region(0, 0, 1, HEIGHT))
        app.ours.position = 40
        after = app.ours.render_lines(Region(0, 0, 1, HEIGHT))
        assert all(old is new for old, new in zip(before, after, strict=True))
        app.ours.position = 60_000
        assert app.ours.render_lines(Region(0, 0, 1, HEIGHT)) != before
