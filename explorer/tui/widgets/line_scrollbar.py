"""A vertical scrollbar whose cells are made at once, and not by way of a Rich renderable."""

from __future__ import annotations

from itertools import accumulate, groupby
from math import ceil
from operator import ne
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from explorer.tui.whole_pictures import AsksAtOnce

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment


class LineScrollBar(ScrollBar, AsksAtOnce):
    """A scrollbar that looks and acts like Textual's; it is drawn at nearly every key."""

    def __init__(self, thickness: int = 1) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        # A cell is the same wherever it stands, and its strip remembers what is sent to the terminal for it.
        self._cells: dict[Segment, Strip] = {}
        # What stands in each row since it was last drawn.
        self._drawn: list[Segment] = []
        # What stands in each row, and what it was made for: it is asked for several times at a key.
        self._made: tuple[tuple[object, ...], list[Segment]] = ((), [])
        # The same as strips, once they are asked for.
        self._strips: list[Strip] = []

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        self._cells.clear()
        self._drawn.clear()
        self._made, self._strips = ((), []), []
        super().notify_style_update()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> LineScrollBar:
        """Draw what has changed: of a bar that moves, mostly the cells at its ends."""
        if self._drawn and repaint and not (regions or layout or recompose):
            now, before, self._drawn = self._segments(), self._drawn, []
            if now is before:
                self._drawn = now
                return self
            if len(now) == len(before):
                self._drawn = now
                regions = self._regions(map(ne, before, now))
                if not regions:
                    return self
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, for Textual."""
        self._drawn = self._segments()
        if not self._strips:
            self._strips = [self._cell(segment) for segment in self._drawn]
        strips = self._strips[crop.y : crop.bottom]
        first, last = crop.column_span
        return strips if last - first == self.thickness else [strip.crop(first, last) for strip in strips]

    def _regions(self, is_other: Iterable[bool]) -> tuple[Region, ...]:
        """The rows of which that is true, those that follow each other as one."""
        runs = [(changed, len([*rows])) for changed, rows in groupby(is_other)]
        ends = [*accumulate(length for _, length in runs)]
        return tuple(
            Region(0, end - length, self.thickness, length)
            for (changed, length), end in zip(runs, ends, strict=True)
            if changed
        )

    def _segments(self) -> list[Segment]:
        """What stands in each row."""
        looks = self.mouse_over, self.grabbed
        made_for = (self.size.height, self.window_virtual_size, self.window_size, self._top(), *looks)
        if self._made[0] != made_for:
            self._made, self._strips = (made_for, self._make()), []
        return self._made[1]

    def _top(self) -> int:
        """Where the thumb begins, in the eighths of a cell that it is drawn in: many positions are one."""
        cells, lines, seen = self.size.height, ceil(self.window_virtual_size), ceil(self.window_size)
        if not cells or lines <= seen:
            return 0
        thumb = max(1, seen / (lines / cells))
        return int((cells - thumb) * (self.position / (lines - seen)) * len(self.renderer.VERTICAL_BARS))

    def _make(self) -> list[Segment]:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        style = self.app.console.get_style(bar.style)
        assert style.color is not None
        assert style.bgcolor is not None
        return self.renderer.render_bar(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            self.thickness,
            back_color=style.bgcolor,
            bar_color=style.color,
        ).segments

    def _cell(self, segment: Segment) -> Strip:
        if segment not in self._cells:
            strip = Strip([segment], self.thickness)
            for each in self.get_line_filters():
                strip = strip.apply_filter(each, self.background_colors[1])
            self._cells[segment] = strip
        return self._cells[segment]
