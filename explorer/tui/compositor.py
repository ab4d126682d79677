"""Drawing what has changed of a screen, at once, and nothing around it.

Textual's own compositor goes, for each change, through every line of every widget that lies between the
uppermost and the lowest change, containers included.  Here an area is given to the widget in front of the
others, and what is left of it to those behind; and of what they draw only that is written which does not
stand on the terminal already.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate, ReflowResult
from textual.app import App
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import ScreenResultType
from textual.strip import Strip

from explorer.tui.whole_pictures import WholePictures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from textual.screen import Screen
    from textual.widget import Widget

    # The column and the row in which a strip begins.
    Piece = tuple[int, int, Strip]
    # A widget, where it lies on the screen, and what can be seen of it.
    Seen = tuple[Widget, Region, Region]


class Patches(CompositorUpdate):
    """Pieces of lines, each put into its place of the terminal: (column, row, strip)."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """What is to be written to the terminal."""
        # CUP, cursor position (ECMA-48, 8.3.21): row and column count from one.
        return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.pieces)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of a whole screen one below the other, for pictures of it."""
        for _, pieces in groupby(sorted(self.pieces, key=_place), key=itemgetter(1)):
            yield from Strip.join([strip for _, _, strip in pieces])
            yield Segment.line()


def _place(piece: Piece) -> tuple[int, int]:
    return piece[1], piece[0]


class Written:
    """What stands on the terminal, piece by piece."""

    def __init__(self) -> None:
        # Of each row the pieces by the column in which they begin; none covers another.
        self._rows: dict[int, dict[int, Strip]] = {}

    def forget(self) -> None:
        """Take nothing for known: somebody else has had the terminal, or has written to it."""
        self._rows.clear()

    def news(self, pieces: Iterable[Piece]) -> list[Piece]:
        """The pieces that do not stand there yet; they do from now on."""
        return [piece for piece in pieces if self._is_news(*piece)]

    def _is_news(self, x: int, y: int, strip: Strip) -> bool:
        row = self._rows.setdefault(y, {})
        known = row.get(x)
        if known is strip or known == strip:
            return False
        end = x + strip.cell_length
        for first in [first for first, other in row.items() if first < end and x < first + other.cell_length]:
            del row[first]
        row[x] = strip
        return True


class PatchingCompositor(Compositor):
    """A compositor whose updates ask each widget only for lines that have changed, and cut none of them."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out; tells of every size that its widget does not know yet.

        Textual compares with the layout before, and misses what was laid out meanwhile for somebody who asked
        where a widget lies.
        """
        result = super().reflow(parent, size)
        missed = {widget for widget, place in self._full_map.items() if widget._size != place.region.size} - (
            result.shown | result.resized
        )
        if missed:
            self._dirty_regions.add(size.region)
        return result._replace(resized=result.resized | missed)

    def render_full_update(self, simplify: bool = False) -> CompositorUpdate:  # type: ignore[override]
        """The whole screen; `simplify` is for pictures, and Textual's own."""
        if simplify:
            return super().render_full_update(simplify=True)
        self._dirty_regions.clear()
        return _patches([self.size.region], self._seen())

    def render_partial_update(self) -> Patches | None:  # type: ignore[override]
        """What has changed since the last update, or None if nothing has."""
        screen, seen = self.size.region, self._seen()
        areas = _areas(_uncut(screen.intersection(region), seen) for region in self._dirty_regions)
        self._dirty_regions.clear()
        return _patches(areas, seen) if areas else None

    def _seen(self) -> Sequence[Seen]:
        return [
            (widget, region, region.intersection(clip))
            for widget, (region, clip) in self.visible_widgets.items()
        ]


class PatchingScreen(WholePictures[ScreenResultType]):
    """A screen that draws what a key changes in one picture, and no more than that."""

    # Textual draws the whole screen where another widget gets the focus; those that change draw themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._compositor = PatchingCompositor()

    def draw_at_once(self) -> None:
        """Draw whatever is to be drawn by now, without waiting for the next frame."""
        self._on_timer_update()


class PatchingApp(App[int]):
    """An app that writes to the terminal only what does not stand there."""

    def __init__(self) -> None:
        super().__init__()
        self._written = Written()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, Patches) and not self._batch_count:
            renderable = Patches(self._written.news(renderable.pieces))
        elif renderable is not None:
            self._written.forget()
        super()._display(screen, renderable)

    def forget_terminal(self) -> None:
        """Take nothing for written: the terminal may show anything."""
        self._written.forget()

    def on_resize(self) -> None:
        """Draw all anew: terminals differ in what they make of what stood there."""
        self.forget_terminal()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the terminal to somebody else for a while."""
        with super().suspend():
            yield
            self.forget_terminal()

    def action_redraw(self) -> None:
        """Draw all anew, over whatever another program has written there."""
        self.forget_terminal()
        self.screen.refresh()


def _patches(areas: Iterable[Region], seen: Sequence[Seen]) -> Patches:
    """Some areas as they are to be seen."""
    return Patches([piece for area in areas for piece in _pieces(area, seen)])


def _uncut(area: Region, seen: Iterable[Seen]) -> Region:
    """The area as wide as the lines of the widgets in it.

    Where one has lain before a resize it may end within another, and cut a character that is two cells wide.
    """
    left, top, right, bottom = area.corners
    for widget, _, (x, y, width, height) in seen:
        is_wider = x < left or x + width > right
        if is_wider and x < right and y < bottom and y + height > top and not widget.children:
            gutter = widget.styles.gutter
            start, end = x + gutter.left, x + width - gutter.right - widget.scrollbar_size_vertical
            if start < right and left < end:
                left, right = min(left, start), max(right, end)
    return Region.from_corners(left, top, right, bottom)


def _areas(regions: Iterable[Region]) -> list[Region]:
    """The same area in few rectangles: those that lie within another are not drawn twice."""
    areas: list[Region] = []
    for region in sorted(filter(None, regions), key=lambda region: region.area, reverse=True):
        if not any(area.contains_region(region) for area in areas):
            areas.append(region)
    return areas


def _pieces(area: Region, seen: Sequence[Seen], first: int = 0) -> Iterator[Piece]:
    """The lines of an area, drawn by the widgets (front to back) that are seen there."""
    left, top, right, bottom = area.corners
    for place in range(first, len(seen)):
        widget, region, visible = seen[place]
        x, y, width, height = visible
        # Most lie elsewhere, and to make a region of nothing takes longer than to see that.
        if x < right and y < bottom and x + width > left and y + height > top and visible:
            part = area.intersection(visible)
            crop = part.translate(-region.offset)
            for row, strip in enumerate(widget.render_lines(crop), part.y):
                yield part.x, row, strip
            for rest in _around(part, area):
                yield from _pieces(rest, seen, place + 1)
            return


def _around(part: Region, area: Region) -> list[Region]:
    """What is left of an area without a part of it."""
    beside = (
        Region(area.x, area.y, area.width, part.y - area.y),
        Region(area.x, part.bottom, area.width, area.bottom - part.bottom),
        Region(area.x, part.y, part.x - area.x, part.height),
        Region(part.right, part.y, area.right - part.right, part.height),
    )
    return [region for region in beside if region]
