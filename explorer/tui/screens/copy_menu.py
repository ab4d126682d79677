"""The menu of what can be copied of an event, with a look at each before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters

from explorer.tui import copying
from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import Run, drawable_document
from explorer.tui.paragraphs import wrapped
from explorer.tui.screens.dialog import Dialog
from explorer.tui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Click

    from explorer.tui.paragraphs import Line
    from explorer.tui.takeaways import Takeaway

# So many lines of a text are shown before it is copied.
_LOOK = 12
# No more characters than this share a cell in any text worth copying.
_CHARACTERS_PER_CELL = 4


class CopyMenu(Dialog):
    """Numbered choices; the number or `enter` copies, and `tell` is given a sentence on it."""

    BINDINGS: ClassVar = [
        *bindings("copy", priority=True),
        binding("copy", "take", priority=True),
        binding("help"),
    ]
    part = "copy"
    title_text = "Copy"
    text = getters.query_one(TextLines)

    def __init__(self, offered: Sequence[Takeaway], tell: Callable[[copying.Told], None]) -> None:
        super().__init__(classes="menu")
        self._offered = offered
        self._tell = tell
        self._chosen = 0

    def keys_text(self) -> str:
        """How to take something."""
        take, leave = self.held_keys("copy.take", "close")
        return f"{take} copies, {leave} closes"

    def lines(self, width: int) -> list[Line]:
        """A row for each choice, and below them the text of the one under the cursor."""
        rows = [self._row(place, taken.name) for place, taken in enumerate(self._offered)]
        text = self._offered[self._chosen].text.rstrip("\n")
        # Where it is cut off there are more lines anyway.
        look = wrapped(drawable_document(text[: _LOOK * _CHARACTERS_PER_CELL * width]), width)
        cut = [[Run("…", "text--quiet")]] if len(look) > _LOOK else []
        return [*rows, [], *look[:_LOOK], *cut]

    def action_cursor(self, step: int) -> None:
        """Another choice; the ends hold."""
        self._choose(self._chosen + step)

    def action_first(self) -> None:
        """The first choice."""
        self._choose(0)

    def action_last(self) -> None:
        """The last choice."""
        self._choose(len(self._offered) - 1)

    def action_take(self, number: int | None = None) -> None:
        """Copy the choice of a number, or the one under the cursor; programs are waited for in a thread."""
        place = self._chosen if number is None else number - 1
        if place >= len(self._offered):
            return
        self.dismiss()
        copying.copy_aside(self.app, self._offered[place], self._tell)

    def on_click(self, event: Click) -> None:
        """A click on a choice takes it."""
        offset = event.get_content_offset(self.text)
        row = self.text.row_count() if offset is None else self.text.row_at(offset.y)
        if row < len(self._offered):
            self.action_take(row + 1)

    def _choose(self, place: int) -> None:
        self._chosen = max(0, min(len(self._offered) - 1, place))
        self.text.rewrite(at=self._chosen)

    def _row(self, place: int, name: str) -> Line:
        is_chosen = place == self._chosen
        mark = "" if self.in_words else "▌ " if is_chosen else "  "
        return [Run(f"{mark}{place + 1}  {name}", "text--title" if is_chosen else "")]
