"""Partial updates: what is drawn key by key is the picture that drawing everything would give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from picture import cells
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

from explorer.tui.compositor import Patches, PatchingCompositor, _areas, _around

if TYPE_CHECKING:
    from driver import Open

WALK = (
    "down",
    "pagedown",
    "]",
    "enter",
    "down",
    "n",
    "end",
    "escape",
    "1",
    "space",
    "2",
    "end",
    "up",
    "home",
)
# What a cell shows that nothing was written to.
NOTHING = ("", None)
SIZES = [(120, 40), (80, 24), (40, 15)]


class Terminal:
    """Takes the app's updates as a terminal would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: list[list[tuple[str, Any]]] = []
        self.patches = 0
        # What the app hands on to Textual is what is written.
        original = App._display

        def display(app: App[Any], screen: Any, update: Any) -> None:
            self.take(update)
            original(app, screen, update)

        monkeypatch.setattr(App, "_display", display)

    def take(self, update: Any) -> None:
        if isinstance(update, Patches):
            self.patches += 1
            for x, y, strip in update.pieces:
                drawn = cells(strip)
                self.lines += [[] for _ in range(len(self.lines), y + 1)]
                self.lines[y] += [NOTHING] * (x - len(self.lines[y]))
                self.lines[y][x : x + len(drawn)] = drawn


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_drawn_piece_by_piece_is_the_whole_picture(
    size: tuple[int, int], open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch)
    async with open_app(size) as driver:
        for key in (*WALK, "slash", "c", "u", "b", "a", "tab", "down", "escape", "escape"):
            await driver.press(key)
            await driver.pilot.pause(0.03)
            await driver.settle()
            whole = driver.screen._compositor.render_strips()
            drawn = [cells(strip) for strip in whole]
            different = [
                (x, y, is_drawn, should_be)
                for y, lines in enumerate(zip(terminal.lines, drawn, strict=True))
                for x, (is_drawn, should_be) in enumerate(zip(*lines, strict=True))
                if is_drawn != should_be
            ]
            assert not different, (key, different[:3])
    assert terminal.patches > len(WALK)


async def test_a_change_asks_only_the_widgets_that_are_seen_there(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as driver:
        screen = driver.screen
        asked: list[tuple[object, Region]] = []
        for widget in screen._compositor.visible_widgets:

            def render(crop: Region, widget: Any = widget) -> list[Strip]:
                asked.append((widget, crop))
                return [Strip.blank(crop.width)] * crop.height

            monkeypatch.setattr(widget, "render_lines", render)
        compositor = screen._compositor
        assert isinstance(compositor, PatchingCompositor)
        region, _clip = compositor.visible_widgets[screen.timeline]
        compositor._dirty_regions = {Region(region.x, region.y + 3, region.width - 1, 2)}
        update = compositor.render_partial_update()
        assert update is not None
        assert [(x, y) for x, y, _ in update.pieces] == [(region.x, region.y + 3), (region.x, region.y + 4)]
        assert asked == [(screen.timeline, Region(0, 3, region.width - 1, 2))]
        assert compositor.render_partial_update() is None


async def test_an_area_that_ends_within_a_widget_is_drawn_to_its_edges(open_app: Open) -> None:
    async with open_app() as driver:
        compositor = driver.screen._compositor
        assert isinstance(compositor, PatchingCompositor)
        region, _clip = compositor.visible_widgets[driver.screen.timeline]
        # Half of a character that is two cells wide would be lost.
        compositor._dirty_regions = {Region(region.x + 5, region.y + 3, 9, 1)}
        update = compositor.render_partial_update()
        assert update is not None
        ((x, y, strip),) = (piece for piece in update.pieces if region.contains(*piece[:2]))
        assert (x, y) == (region.x, region.y + 3)
        assert x + strip.cell_length >= region.right - 1


async def test_what_several_panes_change_is_one_picture(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch)
    async with open_app() as driver:
        terminal.patches = 0
        driver.screen.timeline.refresh_rows(0)
        driver.screen.source.heading.refresh(Region(0, 0, 9, 1))
        driver.screen._dirty_widgets.add(driver.screen.timeline)
        driver.screen._on_timer_update()
        await driver.pilot.pause(0.1)
        assert terminal.patches == 1


def test_what_is_left_around_a_part_covers_the_rest_once() -> None:
    area, part = Region(0, 0, 6, 5), Region(2, 1, 3, 2)
    covered = [
        (x, y)
        for region in (part, *_around(part, area))
        for x in range(region.x, region.right)
        for y in range(region.y, region.bottom)
    ]
    assert len(covered) == len(set(covered)) == area.area


def test_an_area_that_lies_within_another_is_not_drawn_twice() -> None:
    pane, line, elsewhere = Region(2, 0, 9, 4), Region(3, 1, 8, 1), Region(8, 3, 9, 1)
    assert _areas([line, pane, Region(0, 0, 0, 3), elsewhere, pane]) == [pane, elsewhere]
