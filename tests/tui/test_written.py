"""Only that is written which does not stand on the terminal already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.strip import Strip

from explorer.tui.compositor import Patches, Written

if TYPE_CHECKING:
    from driver import Driver, Open

ROW = 9
STYLES = (None, Style(bold=True))


class Pieces:
    """Counts what is handed to Textual to be written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        original = App._display

        def display(app: App[Any], screen: Any, update: Any) -> None:
            if isinstance(update, Patches):
                self.count += len(update.pieces)
            original(app, screen, update)

        monkeypatch.setattr(App, "_display", display)

    async def of(self, driver: Driver, *keys: str) -> int:
        self.count = 0
        await driver.press(*keys)
        return self.count


def strip(text: str, style: Style | None = None) -> Strip:
    return Strip([Segment(text, style)])


def look(cells: list[tuple[str, Style | None]], x: int, drawn: Strip) -> None:
    """Put a strip into the cells of a row."""
    cells[x : x + drawn.cell_length] = [(letter, style) for text, style, _ in drawn for letter in text]


@given(
    st.lists(
        st.tuples(st.integers(0, ROW - 1), st.text("ab", min_size=1, max_size=ROW), st.sampled_from(STYLES)),
        max_size=20,
    )
)
def test_what_is_left_out_stands_there(drawn: list[tuple[int, str, Style | None]]) -> None:
    written = Written()
    whole: list[tuple[str, Style | None]] = [(" ", None)] * ROW
    seen = [*whole]
    for x, text, style in drawn:
        piece = x, 0, strip(text[: ROW - x], style)
        look(whole, x, piece[2])
        for first, _, new in written.news([piece]):
            look(seen, first, new)
        assert seen == whole


def test_the_same_piece_is_news_once() -> None:
    written = Written()
    piece = 3, 4, strip("abc")
    assert written.news([piece, (3, 4, strip("abc")), piece]) == [piece]
    assert written.news([(3, 5, strip("abc"))])
    written.forget()
    assert written.news([piece]) == [piece]


async def test_a_pane_that_gets_the_focus_is_not_written_anew(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = Pieces(monkeypatch)
    async with open_app() as driver:
        whole = await pieces.of(driver, "ctrl+l")
        await driver.press("tab", "tab", "tab")
        # Frames, titles and the line of keys, but no row.
        assert 0 < await pieces.of(driver, "tab") < whole / 2


async def test_all_is_written_when_it_is_asked_for_or_may_be_gone(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = Pieces(monkeypatch)
    async with open_app() as driver:
        everything = len(driver.screen._compositor.render_full_update().pieces)  # type: ignore[attr-defined]
        assert await pieces.of(driver, "ctrl+l") >= everything
        pieces.count = 0
        driver.app.console.size = (121, 40)
        await driver.pilot.resize_terminal(121, 40)
        await driver.settle()
        assert driver.app.size == Size(121, 40)
        assert pieces.count >= everything
