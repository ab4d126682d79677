"""The events of a relation, or how it stood with the event that tells each status: one list, two contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.message import Message

from explorer.dates import describe_within
from explorer.records import dataclass
from explorer.relations import status_in_words
from explorer.tui.drawing import Run, fit
from explorer.tui.event_marks import EVENT_MARKS
from explorer.tui.timeline_rows import DATE_WIDTH
from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.relations import Pair, Status

Content = Literal["events", "statuses"]
_STATUS_WIDTH = 40
_FLAG = 2


class RelationList(LineList):
    """Shared events in time order, or statuses; a row leads to its event."""

    steps_add_up = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "relation--date",
        "relation--good",
        "relation--bad",
        "relation--flag",
    }

    @dataclass
    class Moved(Message):
        """The cursor came to another row: its event (a number in the store), if any, and its status."""

        number: int | None
        status: Status | None = None

    def __init__(self, pair: Pair) -> None:
        super().__init__(id="relation-list")
        self._pair = pair
        self.content: Content = "events"

    def on_mount(self) -> None:
        """Begin with the events."""
        self.show("events")

    def show(self, content: Content) -> None:
        """Show the events or the statuses; the cursor goes to the event that it was on, if that is there."""
        number = self.number
        self.content = content
        places = [place for place in range(self.row_count()) if self._event_of(place) == number]
        if content == "events":
            position = self._pair.shared.index(number) if number is not None else None
            places = [] if position is None else [position]
        first = 0 if self.row_count() else None
        self.rebuild(places[0] if places and number is not None else first)
        self._tell()

    @property
    def number(self) -> int | None:
        """The number of the event of the row under the cursor."""
        return None if self.cursor is None else self._event_of(self.cursor)

    def row_count(self) -> int:
        """One row an event, or a status."""
        return len(self._pair.shared if self.content == "events" else self._pair.statuses)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """An event with its tone, or a status with the title of its event."""
        flag = Run("▌" if number == self.cursor else " ", "relation--flag")
        if self.content == "events":
            return [flag, *self._event(self._pair.shared[number], width - 1)]
        return [flag, *self._status(self._pair.statuses[number], width - 1)]

    def empty_rows(self) -> Sequence[str]:
        """There may be no event at all."""
        return ("", " No event involves both.")

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Tell which row it is."""
        super().watch_cursor(old, new)
        self._tell()

    def _tell(self) -> None:
        status = (
            self._pair.statuses[self.cursor]
            if self.content == "statuses" and self.cursor is not None
            else None
        )
        self.post_message(self.Moved(self.number, status))

    def _event_of(self, place: int) -> int | None:
        if self.content == "events":
            return self._pair.shared[place]
        return self._pair.statuses[place].event

    def _event(self, number: int, width: int) -> list[Run]:
        store = self._pair.store
        event, tone = store.brief(number), store.tone(number)
        sources = f"{event.sources:>2}"
        title = fit(event.title, width - DATE_WIDTH - 4 - _FLAG - len(sources))
        return [
            Run(fit(describe_within(event.date, DATE_WIDTH), DATE_WIDTH), "relation--date"),
            Run(f" {tone:+d} " if tone else "  0 ", tone_style(tone)),
            Run(title),
            Run(fit(EVENT_MARKS[event.standing].sign, _FLAG), "relation--flag"),
            Run(sources, "row--dim"),
        ]

    def _status(self, status: Status, width: int) -> list[Run]:
        words = status_in_words(status)
        event = status.event
        told = status.reason if event is None else self._pair.store.brief(event).title
        room = min(_STATUS_WIDTH, max(len(words), width // 2))
        if len(words) + 2 > width // 2:
            return [Run(fit(words, width))]
        return [Run(fit(words, room)), Run(" "), Run(fit(told, width - room - 1), "row--dim")]


def tone_style(tone: float) -> str:
    """The component class of a tone."""
    return "relation--good" if tone > 0 else "relation--bad" if tone < 0 else "row--dim"
