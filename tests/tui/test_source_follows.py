"""The source follows the cursor in a frame of its own, and is never older than what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from explorer.tui.app import DetenteApp
from explorer.tui.compositor import Patches

if TYPE_CHECKING:
    from driver import Driver, Open


class Frames:
    """The columns that each frame draws in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.drawn: list[set[int]] = []
        original = DetenteApp._display

        def display(app: DetenteApp, screen: Any, update: Any) -> None:
            if isinstance(update, Patches):
                self.drawn.append({x for x, y, _ in update.pieces if y > 3})
            original(app, screen, update)

        monkeypatch.setattr(DetenteApp, "_display", display)


def cited(driver: Driver) -> str | None:
    """The event whose source stands in the pane, whether or not that is to follow."""
    shown = driver.screen.source_pane._cited
    return shown.event.id if shown else None


@pytest.mark.parametrize("key", ["down", "pagedown", "end"])
async def test_the_timeline_is_drawn_before_its_source(
    key: str, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as driver:
        await driver.pilot.pause(0.1)
        frames = Frames(monkeypatch)
        left = driver.screen.source_pane.region.x
        driver.app.post_message(events.Key(key, None))
        await driver.until(lambda: len(frames.drawn) > 1 and cited(driver) == driver.event)
        assert all(x < left for x in frames.drawn[0])
        assert any(x >= left for x in frames.drawn[1])


@pytest.mark.parametrize(("is_told", "first"), [(False, "drawn"), (True, "told")])
async def test_a_step_is_drawn_before_it_is_told_of_unless_a_message_goes_with_it(
    is_told: bool, first: str, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as driver:
        if is_told:
            driver.screen.message_line.show("Done.", fading=True)
            await driver.settle()
        order, take_event, display = list[str](), driver.screen._take_event, DetenteApp._display

        def take() -> bool:
            order.append("told")
            return take_event()

        def draw(app: DetenteApp, screen: Any, update: Any) -> None:
            order.extend(["drawn"] * isinstance(update, Patches))
            display(app, screen, update)

        monkeypatch.setattr(driver.screen, "_take_event", take)
        monkeypatch.setattr(DetenteApp, "_display", draw)
        await driver.press("down")
        assert order[0] == first
        assert {*order} == {"drawn", "told"}


async def test_a_source_that_is_asked_for_has_followed(open_app: Open) -> None:
    async with open_app() as driver:
        screen, before = driver.screen, driver.event
        screen.timeline.action_cursor(1)
        screen._event_moved()
        assert driver.event != before
        assert cited(driver) == before
        assert screen.source.document is not None
        assert cited(driver) == driver.event


async def test_whoever_hurries_past_sees_the_last_source_alone(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as driver:
        shown: list[str | None] = []
        original = type(driver.screen)._show_source

        def show(screen: Any) -> None:
            original(screen)
            shown.append(cited(driver))

        monkeypatch.setattr(type(driver.screen), "_show_source", show)
        for _ in range(5):
            driver.app.post_message(events.Key("down", None))
        await driver.until(lambda: cited(driver) == driver.shown[5])
        assert len(shown) < 5


async def test_leaving_before_the_source_has_followed_is_no_fault(open_app: Open) -> None:
    async with open_app() as driver:
        driver.screen.timeline.action_cursor(1)
        driver.screen._event_moved()
        driver.screen._on_timer_update()
        driver.screen._close_messages_no_wait()
        await driver.pilot.pause(0.01)
        driver.screen._closing = False
    assert driver.app._exception is None
