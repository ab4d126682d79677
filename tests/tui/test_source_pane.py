"""The source pane: the passage stands where it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from driver import NARROW

if TYPE_CHECKING:
    from driver import Open


@pytest.mark.parametrize("downs", range(4))
async def test_a_pane_that_comes_later_has_the_passage_in_its_middle(open_app: Open, downs: int) -> None:
    async with open_app(NARROW) as driver:
        await driver.press("G", *["up"] * downs, "enter")
        view = driver.screen.source.view
        assert view._passage is not None
        first, last = (view._wrapped.row_of(place) for place in (view._passage[0], view._passage[1] - 1))
        top, height = view.scroll_offset.y, view.scrollable_content_region.height
        assert first >= top
        middle = first - max(0, height - (last - first + 1)) // 2
        assert top == max(0, min(middle, len(view._wrapped) - height))


async def test_the_frame_asks_for_no_more_titles_than_it_can_show(open_app: Open) -> None:
    async with open_app() as driver:
        asked = [f"Visit {number}" for number in range(10_000)]
        rest = iter(asked)
        driver.screen.source.show_also(rest)
        left = len(list(rest))
        assert 9_000 < left < 9_950
        assert str(driver.screen.source.border_subtitle).startswith("also cited for: Visit 0, Visit 1, ")
        driver.screen.source.show_also(())
        assert not driver.screen.source.border_subtitle


async def test_without_a_frame_other_events_stand_behind_the_title(open_app: Open) -> None:
    async with open_app() as driver:
        pane = driver.screen.source
        pane.show_also(["A [b]"])
        driver.screen.action_toggle_compact()
        await driver.settle()
        assert "─ Source 1/1 ── exact ── also: A [b] ─" in driver.text
        pane.show_also(())
        await driver.settle()
        assert "also" not in driver.text
        pane.show_also(["A meeting of many"])
        await driver.settle()
        assert "── also: A mee… ─" in driver.text
        pane.show_also(["A [b]"])
        driver.screen.action_toggle_compact()
        await driver.settle()
        assert "╭─ Source 1/1 ── exact ─────" in driver.text
        assert "─ also cited for: A [b] ─╯" in driver.text
