"""The lines around the panes, in words: where one is, what is filtered, what is new, which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explorer.tui.actions import KEY_BAR, Where, action, label, shown_keys
from explorer.tui.drawing import Run, drawable, fit, plural
from explorer.tui.screen_reader.words import spoken_keys
from explorer.tui.widgets.bars import KeyBar, MessageLine, ProgressLine, TitleBar
from explorer.tui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.geometry import Size
    from textual.strip import Strip

    from explorer.opening import Progress

_MOST_LINES = 3
# Progress is told in steps of so many percent: each line that changes is read out.
_STEP = 25
_KEYS = {
    "help": "help",
    "pane.next": "next pane",
    "search": "search",
    "palette": "commands",
    "quit": "quit",
}
_OF_THE_CHART = ("relation.wider", "relation.narrower")


class FirstLine(TitleBar):
    """`Timeline by year: 5 of 47 events, Cuba and China, 1960–1964`."""

    def __init__(self) -> None:
        super().__init__()
        self._pane = "Timeline"

    def show_pane(self, pane: str) -> None:
        """Name the pane that is at hand."""
        if pane != self._pane:
            self._pane = pane
            self.refresh(layout=True)

    def show(self, title: str, shown: int | None, total: int, *, is_whole: bool = True) -> None:
        """Say which events are shown of how many."""
        super().show(title, shown, total, is_whole=is_whole)
        self.refresh(layout=True)

    @property
    def text(self) -> str:
        """Where one is, and what is shown."""
        return ", ".join(filter(None, (f"{self._pane}: {self.count}", self._title)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it needs."""
        return len(_wrapped(self.text, width))

    def render_line(self, y: int) -> Strip:
        """One of its lines, for Textual."""
        return self.strip(
            [Run(text) for text in _wrapped(self.text, self.size.width)[y : y + 1]], self.ground
        )


class DroppableFilters(FilterLine):
    """`f2 drops Cuba, f3 drops China`."""

    @property
    def text(self) -> str:
        """Each filter with its key."""
        named = zip(self._keys, self._texts, strict=False)
        return ", ".join(f"{key} drops {text}" for key, text in named)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it needs."""
        return len(_wrapped(self.text, width))

    def render_line(self, y: int) -> Strip:
        """One of its lines, for Textual."""
        return self.strip(
            [Run(text) for text in _wrapped(self.text, self.size.width)[y : y + 1]], self.ground
        )


class SpokenProgress(ProgressLine):
    """`Reading: 25 percent, 23,400 events`; it changes a few times only."""

    def __init__(self) -> None:
        super().__init__()
        self._step = -1

    def show(self, progress: Progress | None) -> None:
        """Show how far reading has come, if that is a step further."""
        step = -1 if progress is None else 100 * progress.done // max(1, progress.size) // _STEP
        if step != self._step:
            self._step = step
            super().show(progress)

    def runs(self, width: int) -> list[Run]:
        """The line."""
        if self._progress is None:
            return []
        return [Run(f"Reading: {self._step * _STEP} percent, {plural(self._progress.events, 'event')}")]


class Announcements(MessageLine):
    """What is said stands until there is something else to say: its place is kept, and nothing moves."""

    def on_mount(self) -> None:
        """Keep the place."""
        self.show("")

    def show(self, message: str, *, error: bool = False, fading: bool = False) -> None:
        """Say a message; that it is an error is said in words."""
        if message != self.message:
            super().show(f"Error: {message}" if error and message else message)
            self.message = message
        if not message:
            # What is empty would have no line.
            self.update(" ")
        self.is_fading = fading
        self.set_class(error, "-error")
        self.display = True


class SpokenKeys(KeyBar):
    """The keys that lead to all others; nearly the same everywhere, so that they are read out once."""

    def show(self, where: Where) -> None:
        """Say what a key does in a part of the screen."""
        super().show("source" if where == "find" else where)

    def told(self) -> Mapping[str, str]:
        """The actions (ids) that are told of, and what each does."""
        return _KEYS | ({"search": label("search", "source")} if self._where == "source" else {})

    def render_line(self, y: int) -> Strip:
        """The line, for Textual."""
        named = [(shown_keys(action(id_), self._keymap)[:1], name) for id_, name in self.told().items()]
        text = ", ".join(f"{spoken_keys(keys)} {name}" for keys, name in named if keys)
        return self.strip([Run(f"Keys: {text}")], self.ground)

    def offered(self, width: int) -> Iterator[tuple[str, str, str]]:
        """Nothing to be clicked: where a key is named is not where it would stand."""
        return iter(())


class SpokenRelationKeys(SpokenKeys):
    """The keys of a screen of relations; those of the chart, which is not there, are left out."""

    def told(self) -> Mapping[str, str]:
        """The actions (ids) of that screen's key bar."""
        ids = [id_ for id_ in KEY_BAR[self._where] if id_ not in _OF_THE_CHART]
        return {id_: label(id_, self._where) for id_ in ids}


def _wrapped(text: str, width: int) -> list[str]:
    """A text in lines, up to three of them."""
    lines = [line.plain for line in Content(drawable(text)).wrap(max(1, width))]
    rest = " ".join(lines[_MOST_LINES - 1 :])
    return [*lines[: _MOST_LINES - 1], *([fit(rest, width)] if rest else [])]
