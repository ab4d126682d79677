"""Lines to be read: keys scroll them, and lead a screen reader from line to line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style
    from textual.geometry import Size

    from explorer.tui.drawing import Run
    from explorer.tui.paragraphs import Line


class TextLines(LineList):
    """The lines that `lines` gives for a width (cells); it is asked once for each, until there are others.

    Nothing is chosen here, so there is no cursor; only where they are `read_by_line` it tells the line that
    is read, None before the first.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--title", "text--key", "text--name", "text--quiet", "text--aside", "text--bar",
        "verdict--wrong", "verdict--removed", "verdict--added",
    }  # fmt: skip

    def __init__(
        self, lines: Callable[[int], Sequence[Line]], *, read_by_line: bool = False, at: int | None = 0
    ) -> None:
        super().__init__()
        self._make = lines
        self._is_read_by_line = read_by_line
        self._start = at
        self._lines: Sequence[Line] = ()
        self._width: int | None = None

    def rewrite(self, at: int | None = 0) -> None:
        """Ask for lines that differ from those before, and read on at one of them, or at none."""
        self._start, self._width = at, None
        self._take_lines()
        if self.styles.is_auto_height:
            self.refresh(layout=True)

    def row_count(self) -> int:
        """As many as there are for the width."""
        return len(self._lines)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A line."""
        return self._lines[number]

    def row_style(self, number: int) -> Style:
        """The same for all: it is the terminal's own cursor that tells the line."""
        return self.ground

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row for each line, where the height is not given."""
        return len(self._make(self.text_width(width - self.scrollbar_size_vertical)))

    def move_to(self, number: int) -> None:
        """Read a line; what is not read by line has no cursor to move."""
        if self._is_read_by_line:
            super().move_to(number)

    def action_cursor(self, step: int) -> None:
        """Scroll by lines, or read other ones."""
        if self._is_read_by_line:
            self.move_to(0 if self.cursor is None else self.cursor + step)
        else:
            self.jump_to(self.top + step)

    def action_first(self) -> None:
        """To the beginning."""
        self.jump_to(0)
        super().action_first()

    def action_last(self) -> None:
        """To the end."""
        self.jump_to(self.row_count())
        super().action_last()

    def on_resize(self) -> None:
        """Take the lines for another width."""
        if self._width != self.scrollable_content_region.width:
            self._start = self._start if self.cursor is None else self.cursor
            self._take_lines()

    def _take_lines(self) -> None:
        self._width = self.scrollable_content_region.width
        self._lines = self._make(self.text_width(self._width))
        is_read = self._is_read_by_line and self._start is not None and self._lines
        self.rebuild(min(self._start or 0, len(self._lines) - 1) if is_read else None)
