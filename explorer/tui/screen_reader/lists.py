"""The panes' lists with rows of words, the important ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explorer.search import marks
from explorer.store import Heading
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, drawable, marked, plural
from explorer.tui.period_names import period_name
from explorer.tui.screen_reader.words import countries_in_words, country_in_words, event_in_words
from explorer.tui.widgets.countries import Countries
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.source_header import SourceHeader
from explorer.tui.widgets.source_pane import SourcePane
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.app import ComposeResult


class SpokenTimeline(Timeline):
    """`28 September 1960: Cuba recognises the PRC. 2 sources, tone +3`.

    What lanes show is said before that: `28 September 1960, Cuba and China: …`.
    """

    def row(self, number: int, width: int) -> Sequence[Run]:
        """An event, or the heading of a period."""
        assert self._outline is not None
        row = self._outline[number]
        if isinstance(row, Heading):
            return [Run(f"{period_name(row.period)}, {plural(row.count, 'event')}", "row--dim")]
        store = self._outline.selection.store
        date, title, rest = event_in_words(store, row.number)
        title = drawable(title)
        if self._lanes is not None:
            date = ", ".join(filter(None, (date, countries_in_words(store, row.number))))
        found = marks(title, self._query) if self._query else ()
        return [Run(f"{date}: "), *marked(title, found, "", "row--mark"), Run(f". {rest}" if rest else "")]

    def row_style(self, number: int) -> Style:
        """All rows look alike: the terminal's cursor tells which it is."""
        return self.ground


class NumberedCountries(Countries):
    """`2 China, chosen, 5 events`; a digit takes the country of that number in, or leaves it out again."""

    BINDINGS: ClassVar = bindings("numbered")

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A country."""
        return [Run(country_in_words(number, self._rows[number]))]

    def row_style(self, number: int) -> Style:
        """All rows look alike."""
        return self.ground

    def choose_number(self, number: int) -> bool:
        """Choose the country of a number (from 1), with the cursor on it; False where there is none."""
        if number > len(self._rows):
            return False
        self.move_to(number - 1)
        self.action_toggle_country()
        return True

    def action_number(self, number: int) -> None:
        """Choose the country of a number."""
        self.choose_number(number)


class SpokenDocument(DocumentView):
    """A document; whether its lines are cited is announced, not drawn in the margin."""

    MARGIN: ClassVar[int] = 0

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A line of the text, without its margin."""
        return super().row(number, width)[1:]

    def row_style(self, number: int) -> Style:
        """All rows look alike."""
        return self.ground


class SpokenSource(SourcePane):
    """The source pane over such a document."""

    def compose(self) -> ComposeResult:
        """The header over the document."""
        yield SourceHeader()
        yield SpokenDocument()
