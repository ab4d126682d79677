"""What the monkey has found, each by itself."""

from __future__ import annotations

import pytest
from driver import Open


@pytest.mark.parametrize(("pane", "last"), [("timeline", "G"), ("source", "G"), ("countries", "G")])
async def test_a_key_that_cannot_move_the_cursor_any_further_brings_it_into_sight(
    open_app: Open, pane: str, last: str
) -> None:
    async with open_app((80, 15)) as driver:
        driver.screen.action_pane(pane)
        await driver.settle()
        await driver.press("G")
        view = driver.app.focused
        view.scroll_to(y=0, animate=False)
        await driver.settle()
        top = view.scroll_offset.y
        for key in ("down", "pagedown", "G"):
            view.scroll_to(y=0, animate=False)
            await driver.press(key)
            top = view.scroll_offset.y
            assert top <= view.cursor < top + view.scrollable_content_region.height, key
