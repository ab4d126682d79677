"""The lines at the edges of the screen: title bar, progress, message line and key bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.widgets import Static

from explorer.formats.cells import width_of
from explorer.printable import printable
from explorer.tui.actions import KEY_BAR, OWN_KEYS, Where, action, label, shown_keys
from explorer.tui.drawing import Run, drawable, fit, plural
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click
    from textual.strip import Strip
    from textual.timer import Timer

    from explorer.config import Keymap
    from explorer.opening import Progress

# A title is cut to no fewer cells.
_SHORTEST_TITLE = 16


class Bar(RunLines):
    """One line, drawn from runs."""

    def runs(self, width: int) -> list[Run]:
        """What the line shows in `width` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """The line, for Textual."""
        return self.strip(self.runs(self.size.width), self.ground)


class TitleBar(Bar):
    """` Détente  Title of the dataset            5 of 47 events `."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-bar--name", "title-bar--count"}

    def __init__(self) -> None:
        super().__init__(id="title-bar")
        self._title = ""
        self._shown: int | None = None
        self._total = 0
        self._is_whole = True

    def show(self, title: str, shown: int | None, total: int, *, is_whole: bool = True) -> None:
        """Show the dataset's title and how many of its events are shown; None while none has been read.

        `is_whole` tells whether these are all its events.
        """
        self._title, self._shown, self._total = printable(title), shown, total
        self._is_whole = is_whole
        self.refresh_lines_in_sight()

    @property
    def count(self) -> str:
        """`5 of 47 events`; `5 of 47 so far` while there may be more."""
        if self._shown is None:
            return "reading …"
        total = plural(self._total, "event") if self._is_whole else f"{self._total:,} so far"
        return f"{self._shown:,} of {total}"

    def runs(self, width: int) -> list[Run]:
        """The count always stands; the title has what is left, the name what is left of that.

        Of a title that would be cut to a word or two nothing is said.
        """
        count = Run(f"{self.count} ", "title-bar--count")
        left = width - cell_len(count.text)
        name = " Détente  " if left > 36 else " "
        room = left - cell_len(name) - 2
        if room < min(cell_len(self._title), _SHORTEST_TITLE):
            return [Run(" " if left > 0 else "", "title-bar--name"), count]
        title = f"{fit(self._title, room)}  "
        return [Run(name, "title-bar--name"), Run(title), count]


class ProgressLine(Bar):
    """How far the dataset has been read: `Reading … ▓▓▓▓░░░░ 23,400 events, 41 %`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"progress--done", "progress--left"}
    LONGEST: ClassVar[int] = 40

    def __init__(self) -> None:
        super().__init__(id="progress-line")
        self.display = False
        self._progress: Progress | None = None

    def show(self, progress: Progress | None) -> None:
        """Show how far reading has come; None takes the line away."""
        self._progress = progress
        self.display = progress is not None
        self.refresh_lines_in_sight()

    def runs(self, width: int) -> list[Run]:
        """The counts always stand; the bar has what is left."""
        if self._progress is None:
            return []
        done = self._progress.done / max(1, self._progress.size)
        counts = f" {plural(self._progress.events, 'event')}, {100 * done:.0f} % "
        cells = min(self.LONGEST, width - cell_len(f" Reading … {counts}"))
        full = round(done * cells)
        bar = [Run("▓" * full, "progress--done"), Run("░" * (cells - full), "progress--left")]
        return [Run(" Reading … "), *(bar if cells > 2 else []), Run(counts)]


class MessageLine(Static):
    """What is to be said: why a query cannot be meant, what a key has done; in as many lines as it needs."""

    # How long a message stands that nobody needs for longer, in seconds.
    FADES_AFTER: ClassVar[float] = 6

    def __init__(self) -> None:
        super().__init__(id="message-line", markup=False)
        self.message = ""
        self.display = False
        self.is_fading = False
        self._timer: Timer | None = None

    def show(self, message: str, *, error: bool = False, fading: bool = False) -> None:
        """Show a message; an empty one takes the line away, a fading one goes by itself."""
        self.message, self.is_fading = message, fading
        self.set_class(error, "-error")
        before, shown = str(self.content), drawable(f"✗ {message}" if error else message)
        if shown != before:
            longest = max(width_of(before), width_of(shown))
            # The screen is laid out anew only where the number of lines may be another.
            self.update(shown, layout=not before or not shown or longest > self.content_size.width)
        if self.display != bool(message):
            self.display = bool(message)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self.FADES_AFTER, self.fade) if fading else None

    def fade(self) -> None:
        """Take away a message that was for the moment."""
        if self.is_fading:
            self.show("")


class KeyBar(Bar):
    """The keys of the part of the screen that has the focus; a click presses them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}

    def __init__(self, keymap: Keymap = OWN_KEYS) -> None:
        super().__init__(id="key-bar")
        self._keymap = keymap
        self._where: Where = "timeline"
        self._renamed: dict[str, str] = {}

    def rename(self, id_: str, label: str) -> None:
        """Tell with another word what an action does by now."""
        if self._renamed.get(id_) != label:
            self._renamed[id_] = label
            self.refresh_lines_in_sight()

    def show(self, where: Where) -> None:
        """Show the keys of a part of the screen."""
        self._where = where
        self.refresh_lines_in_sight()

    def runs(self, width: int) -> list[Run]:
        """As many keys as have room."""
        shown = [Run(" ")]
        for _, key, does in self.offered(width):
            shown += [Run(key, "key-bar--key"), Run(does)]
        return shown

    async def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does; not where a click before has led away from its screen."""
        event.stop()
        right = 1
        for id_, key, does in self.offered(self.size.width):
            left, right = right, right + cell_len(key + does)
            if left <= event.x < right and self.screen.is_active:
                await self.app.run_action(f"press('{id_}')", self.screen)

    def offered(self, width: int) -> Iterator[tuple[str, str, str]]:
        """The actions that have room from left to right: their ids, keys, and what they do."""
        left = width - 1
        for id_ in KEY_BAR[self._where]:
            key = next(iter(shown_keys(action(id_), self._keymap)), "")
            does = f" {self._renamed.get(id_) or label(id_, self._where)}  "
            left -= cell_len(key + does) if key else 0
            if left < 0:
                break
            if key:
                yield id_, key, does
