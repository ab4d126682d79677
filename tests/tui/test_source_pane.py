"""The source pane: the passage stands where it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import NARROW

if TYPE_CHECKING:
    from conftest import Open


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
