"""Lines drawn from runs of text, each once and then kept until it changes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip

from explorer.tui.drawing import fit_runs, merge_blanks
from explorer.tui.whole_pictures import AsksAtOnce

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.style import Style
    from textual.widget import Widget

    from explorer.tui.drawing import Run

# Some screens of lines; what is scrolled back to is not drawn again.
_KEPT = 512


class RunLines(AsksAtOnce):
    """A widget of the line API whose lines are made of runs.

    Textual would draw a frame around each line, wherever it has changed, and ask for its styles again.
    Within border and padding the lines are the picture, and are kept by their key.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        self._kept: dict[int, Strip] = {}
        # The cells that the kept lines are wide.
        self.drawn_width = 0
        # What lies under every line; Textual works it out from all ancestors each time it is asked.
        self._ground: Style | None = None
        # By what lies under a run, then by the run's component class; Textual forgets its own at each change.
        self._styles: dict[Style, _StylesOn] = {}
        super().__init__(id=id)

    @property
    def ground(self) -> Style:
        """The style that lies under every line."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def kept_under(self, first: int, last: int) -> Sequence[int]:
        """The keys of some lines, the last not included.  Under one key there is always one picture."""
        return range(first, last)

    def forget(self, *keys: int) -> None:
        """Draw some lines again when they are next seen; without keys all of them."""
        if not keys:
            self._kept.clear()
        for key in keys:
            self._kept.pop(key, None)

    def forget_if(self, is_old: Callable[[int], bool]) -> None:
        """Draw those of the kept lines again of whose key that is true."""
        for key in [*filter(is_old, self._kept)]:
            del self._kept[key]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> RunLines:
        """Draw the widget anew; or show regions of it again, whose lines stay unless they are forgotten."""
        if not regions:
            self._take_nothing_for_known()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def refresh_lines_in_sight(self) -> None:
        """Draw all lines again, and neither the frame around them nor what they are styled by."""
        size = self.scrollable_content_region.size
        if size:
            self.forget()
            self.refresh(Region(0, 0, *size))
        else:
            self.refresh()

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        self._take_nothing_for_known()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, for Textual."""
        width, height = self.scrollable_content_region.size
        if width != self.drawn_width:
            self._kept.clear()
            self.drawn_width = width
        elif len(self._kept) > _KEPT:
            self._forget_first()
        gutter = self.styles.gutter
        first, last = crop.x - gutter.left, crop.right - gutter.left
        top, bottom = crop.y - gutter.top, crop.bottom - gutter.top
        # Until the layout knows of a scrollbar that has just come, lines are asked for that are wider.
        if first < 0 or last > width or (any(gutter) and (top < 0 or bottom > height)):
            return super().render_lines(crop)
        kept, keys = self._kept, self.kept_under(top, bottom)
        missing = [(y, key) for y, key in enumerate(keys, top) if key not in kept]
        if missing:
            self.keep(missing)
        strips = [kept[key] for key in keys]
        return strips if first == 0 and last >= width else [strip.crop(first, last) for strip in strips]

    def strip(self, runs: Iterable[Run], style: Style) -> Strip:
        """A line of runs on a style, in the width that there is."""
        width = self.drawn_width
        # A style is hashed in Python: once a line, and not for each run of it.
        styles = self._styles_on(style)
        styled = [(text, styles[name]) for text, name in fit_runs(runs, width)]
        return Strip([Segment(text, used) for text, used in merge_blanks(styled)], width)

    def style_of(self, style: Style, name: str) -> Style:
        """The style of a component class on what lies under it; the latter alone for ""."""
        return self._styles_on(style)[name]

    def _styles_on(self, style: Style) -> _StylesOn:
        if style not in self._styles:
            self._styles[style] = _StylesOn(self, style)
        return self._styles[style]

    def is_kept(self, key: int) -> bool:
        """Whether a line need not be drawn to be seen."""
        return key in self._kept

    def room_to_keep(self) -> int:
        """How many lines more can be kept; where there is no room, those that were drawn first make some."""
        if len(self._kept) >= _KEPT:
            self._forget_first()
        return _KEPT - len(self._kept)

    def keep(self, lines: Iterable[tuple[int, int]]) -> None:
        """Draw some lines, given where they would stand (from the first line in sight) and their keys."""
        # Colours by number and dimmed ones are for Textual to translate; a theme has neither for runs.
        filters = [each for each in self.get_line_filters() if not isinstance(each, ANSIToTruecolor)]
        for y, key in lines:
            strip = self.render_line(y)
            for each in filters:
                strip = strip.apply_filter(each, self.background_colors[1])
            self._kept[key] = strip

    def _forget_first(self) -> None:
        """Keep the half of them that was drawn last."""
        for key in [*islice(self._kept, len(self._kept) - _KEPT // 2)]:
            del self._kept[key]

    def _take_nothing_for_known(self) -> None:
        self._kept.clear()
        self._ground = None
        self._styles.clear()


class _StylesOn(dict[str, "Style"]):
    """The component styles of a widget on what lies under them, each worked out when it is first met."""

    def __init__(self, widget: Widget, style: Style) -> None:
        super().__init__({"": style})
        self._widget, self._style = widget, style

    def __missing__(self, name: str) -> Style:
        self[name] = style = self._style + self._widget.get_component_rich_style(name, partial=True)
        return style
