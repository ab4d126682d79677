"""A list whose rows are blocks of lines; only what is near the reader is ever made."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Offset, Region

from explorer.tui.blocks import Blocks
from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from explorer.tui.drawing import Run
    from explorer.tui.paragraphs import Line

# About as many lines as a block has, with the blank one behind it.
_GUESS = 6
# No block has so many.
_MOST_LINES = 1 << 32


class BlockList(LineList):
    """Blocks of lines with a blank one behind each; the cursor goes from block to block.

    A subclass says how many there are and what each shows.  `block` is the one that has the cursor, None
    while there is none to have it; `cursor` is its first row.  One that is higher than the window is scrolled
    through to its end before the cursor leaves it.  What is in sight and a screen around it is always made,
    so that whoever moves from there moves by real rows.
    """

    def __init__(self) -> None:
        super().__init__()
        self.block: int | None = None
        self._blocks = Blocks(0, lambda _: (), _GUESS)
        self._width: int | None = None

    def block_count(self) -> int:
        """How many blocks there are."""
        raise NotImplementedError

    def block_lines(self, block: int, width: int) -> Sequence[Line]:
        """The lines of a block, at least one, none wider than `width` cells."""
        raise NotImplementedError

    def take_blocks(self, block: int) -> None:
        """Take in new blocks, with the cursor on one of them, as far as there is one."""
        count = self.block_count()
        self.block = max(0, min(count - 1, block)) if count else None
        self._begin_anew()

    def row_count(self) -> int:
        """The rows of all blocks, some of them guessed."""
        return len(self._blocks)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A line of a block."""
        block, line = self._blocks.at(number)
        return self._blocks.lines(block)[line]

    def row_style(self, number: int) -> Style:
        """The same for all."""
        return self.ground

    def kept_under(self, first: int, last: int) -> Sequence[int]:
        """Lines are kept by their block, whatever their row's number becomes."""
        top, count = self.top, len(self._blocks)
        return [
            _key(*self._blocks.at(row)) if row < count else -1 - row for row in range(top + first, top + last)
        ]

    def context_rows(self, number: int) -> tuple[int, int]:
        """The whole of a block, without the blank line."""
        block, _ = self._blocks.at(number)
        return number, self._blocks.first(block + 1) - 2

    def move_to(self, number: int) -> None:
        """Put the cursor on the block of a row, as near as there is one."""
        if self._blocks.count:
            self.stand_on(self._blocks.at(max(0, min(len(self._blocks) - 1, number)))[0])

    def stand_on(self, block: int, *, at_end: bool = False) -> None:
        """Put the cursor on a block, as near as there is one; of a high one its beginning or end is shown."""
        if not self._blocks.count:
            return
        before, self.block = self.block, max(0, min(self._blocks.count - 1, block))
        with self._in_place():
            self._blocks.make_around(self.block, 0, self.scrollable_content_region.height)
        for each in {self.block} if before is None else {before, self.block}:
            self._refresh_block(each)
        self._put_cursor()
        if at_end:
            self._scroll_within(len(self._blocks))

    def _leave_for(self, block: int, *, at_end: bool) -> None:
        """Put the cursor on another block; before the first and behind the last one nothing moves."""
        block = max(0, min(self._blocks.count - 1, block))
        if block != self.block or not self._is_seen:
            self.stand_on(block, at_end=at_end)

    @property
    def _is_seen(self) -> bool:
        """Whether any line of the cursor's block is in sight."""
        if self.cursor is None:
            return False
        first, last = self.context_rows(self.cursor)
        return first < self.top + self.scrollable_content_region.height and self.top <= last

    def action_cursor(self, step: int) -> None:
        """Move by blocks; within one that is higher than the window by lines."""
        if not self._scroll_within(step):
            self._leave_for((self.block or 0) + step, at_end=step < 0)

    def action_page(self, pages: float) -> None:
        """Move by as many blocks as have room, one at least, or by a page of a block that has none."""
        if self.cursor is None or self.block is None:
            return
        rows = int(pages * max(1, self.scrollable_content_region.height - 1))
        if self._scroll_within(rows):
            return
        row = max(0, min(len(self._blocks) - 1, self.cursor + rows))
        block, _ = self._blocks.at(row)
        if rows > 0:
            self._leave_for(max(self.block + 1, block), at_end=False)
        else:
            self._leave_for(min(self.block - 1, block), at_end=True)

    def action_last(self) -> None:
        """To the end of the last block."""
        self.stand_on(self._blocks.count - 1, at_end=True)

    @property
    def cursor_place(self) -> Offset | None:
        """Where the block of the cursor begins on the screen, or is in sight from."""
        place = super().cursor_place
        return None if place is None else Offset(place.x, max(place.y, self.content_region.y))

    def on_resize(self) -> None:
        """Make the blocks for another width; what is in sight has to be made at any height."""
        if self._width != self.scrollable_content_region.width:
            self._begin_anew()
        else:
            self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make what has come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._settle()

    @property
    def _around(self) -> int:
        """So many rows are made on either side of what somebody looks at."""
        return 2 * max(1, self.scrollable_content_region.height)

    def _begin_anew(self) -> None:
        """Forget what was made; the block of the cursor keeps its distance from the top."""
        self._width = self.scrollable_content_region.width
        distance = 0 if self.cursor is None else max(0, self.cursor - self.top)
        make = partial(self._with_blank, width=self.text_width(self._width))
        # Nothing is wrapped for a width that is not known yet.
        self._blocks = Blocks(self.block_count() if self._width else 0, make, _GUESS)
        self.set_reactive(LineList.cursor, None)
        if self._blocks.count and self.block is not None:
            self._blocks.make_around(self.block, 0, self._around)
        self.take_row_count()
        self.refresh()
        self._put_cursor()
        if self.cursor is not None:
            self.jump_to(self.cursor - distance)
            self._reveal()

    def _with_blank(self, block: int, width: int) -> list[Line]:
        return [*self.block_lines(block, width), []]

    def _put_cursor(self) -> None:
        """The cursor's row follows its block, and is kept in sight."""
        row = self._blocks.first(self.block) if self._blocks.count and self.block is not None else None
        self.set_reactive(LineList.cursor, row)
        self._reveal()

    def _scroll_within(self, rows: int) -> bool:
        """Scroll by lines of the cursor's block, as far as it is too high to be seen; whether any is left."""
        height = self.scrollable_content_region.height
        if self.cursor is None or not height:
            return False
        first, last = self.context_rows(self.cursor)
        top, lowest = self.top, last - height + 1
        if lowest <= first or not first <= top <= lowest:
            # It fits in, or it has been scrolled out of sight.
            return False
        goal = max(first, min(lowest, top + rows))
        if goal != top:
            self.jump_to(goal)
            self.place_terminal_cursor()
        return goal != top

    def _refresh_block(self, block: int) -> None:
        """Draw the lines of a block anew."""
        first, count = self._blocks.first(block), len(self._blocks.lines(block))
        self.forget(*(_key(block, line) for line in range(count)))
        self.refresh(Region(0, first - self.top, self.scrollable_content_region.width, count))

    def _settle(self) -> None:
        """Make what is in sight and a screen around it."""
        if self._blocks.count:
            with self._in_place():
                self._blocks.make_around(*self._first_in_sight, self._around)

    @property
    def _first_in_sight(self) -> tuple[int, int]:
        """What stands in the first row in sight: a block, and which of its lines."""
        return self._blocks.at(min(self.top, len(self._blocks) - 1))

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Keep cursor and view on their blocks while more are made."""
        (block, line), before = self._first_in_sight, self._blocks.made
        yield
        if self._blocks.made == before:
            return
        if self.cursor is not None and self.block is not None:
            self.set_reactive(LineList.cursor, self._blocks.first(self.block))
        self.take_row_count()
        top = min(self._blocks.first(block) + line, self._blocks.first(block + 1) - 1)
        if top != self.top:
            self.jump_to(top)
        self.refresh(self.size.region)


def _key(block: int, line: int) -> int:
    return block * _MOST_LINES + line
