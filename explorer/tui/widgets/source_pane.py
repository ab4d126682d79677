"""The source pane: the passage that says so, in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from explorer.printable import printable
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.source_header import header, header_rows, pane_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from explorer.search import Query
    from explorer.tui.rows import Cited


class SourcePane(Vertical):
    """A header and the document below it; the frame's lower edge names other events of the same passage."""

    view = getters.query_one("#source", DocumentView)
    heading = getters.query_one("#source-header", Static)

    def __init__(self) -> None:
        super().__init__(id="source-pane")
        self.border_title = "Source"
        self._cited: Cited | None = None
        self._frame = ("Source", "")

    def compose(self) -> ComposeResult:
        """The header over the document."""
        yield Static(id="source-header", markup=False)
        yield DocumentView()

    def show(
        self, cited: Cited, marked: Sequence[tuple[int, int]], counts: Sequence[int], query: Query
    ) -> None:
        """Show one citation of an event; `marked` are the cited spans of its document, `counts` how often."""
        self._cited = cited
        self._set_frame(pane_title(cited), self._frame[1])
        self._set_header()
        passage = cited.passage
        sure = passage is not None and passage.verdict in ("exact", "typography")
        span = (passage.start or 0, passage.end or 0) if passage is not None and sure else None
        self.view.show(cited.document.text if cited.document else "", span, marked, counts, query)

    def show_also(self, titles: Sequence[str]) -> None:
        """Name the other events that cite what the cursor stands on, in the lower edge of the frame."""
        self._set_frame(self._frame[0], f"also cited for: {', '.join(titles)}" if titles else "")

    def clear(self, query: Query) -> None:
        """Show that there is nothing to show."""
        self._cited = None
        self._set_frame("Source", "")
        self._set_header()
        self.view.show("", None, (), (), query)

    def on_resize(self) -> None:
        """A lower pane has a shorter header."""
        self.heading.styles.height = header_rows(self.size.height) + 1
        self._set_header()

    def _set_frame(self, title: str, subtitle: str) -> None:
        # Setting either draws the whole pane anew, so only what differs is set; a str would be markup.
        if (title, subtitle) != self._frame:
            self._frame = (title, subtitle)
            self.border_title, self.border_subtitle = Content(title), Content(printable(subtitle))

    def _set_header(self) -> None:
        content = Content("")
        if self._cited is not None:
            width = self.size.width - self.heading.styles.padding.width
            content = header(self._cited, width, self.size.height)
        self.heading.update(content, layout=False)
