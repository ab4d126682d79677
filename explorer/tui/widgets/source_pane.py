"""The source pane: the passage that says so, in its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.content import Content
from textual.geometry import Region

from explorer.store import NOTHING_CITED
from explorer.tui.drawing import drawable
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.source_header import SourceHeader, header, header_rows, pane_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widgets import Input

    from explorer.search import Query
    from explorer.store import CitedPassages
    from explorer.tui.rows import Cited
    from explorer.tui.widgets.find_line import FindInput, FindLine
    from explorer.tui.widgets.wrapped_view import ReadingPlace


# More characters than any window has columns.
LONGEST_EDGE = 1000


class SourcePane(Pane):
    """A header and the document below it; the frame names other events of the same passage."""

    view = getters.query_one("#source", DocumentView)
    heading = getters.query_one(SourceHeader)
    # Whether it is only the frame that is drawn anew.
    _framing = False

    def __init__(self) -> None:
        super().__init__(id="source-pane")
        self.border_title = "Source"
        self._cited: Cited | None = None
        # The title, and the other events; then what stands in the upper and the lower edge.
        self._frame = self._edges = ("Source", "")
        # It is made when somebody first finds something, and not before the first frame.
        self._find_line: FindLine | None = None
        self._read_before: ReadingPlace | None = None

    def compose(self) -> ComposeResult:
        """The header over the document."""
        yield SourceHeader()
        yield DocumentView()

    @property
    def document(self) -> str | None:
        """The id of the document that is shown."""
        return self._cited.document.id if self._cited and self._cited.document else None

    def show(self, cited: Cited, passages: CitedPassages, query: Query) -> None:
        """Show one citation of an event; `passages` are all that any event cites of its document."""
        self._cited = cited
        self._set_frame(pane_title(cited), self._frame[1])
        self._set_header()
        span = cited.passage.found if cited.passage else None
        self.view.show(cited.document.text if cited.document else "", span, passages, query)

    def show_also(self, titles: Iterable[str]) -> None:
        """Name the other events that cite what the cursor stands on, in the lower edge of the frame.

        Where it has none, they stand behind the title.  Of `titles` as many are taken as any frame has room
        for: each may have to be read.
        """
        names = _filling(titles, LONGEST_EDGE)
        self._set_frame(self._frame[0], ", ".join(names))

    def clear(self, query: Query) -> None:
        """Show that there is nothing to show."""
        self._cited = None
        self._set_frame("Source", "")
        self._set_header()
        self.view.show("", None, NOTHING_CITED, query)

    async def open_find(self) -> None:
        """Let somebody type what is to be found in the document."""
        if self._find_line is None:
            from explorer.tui.widgets.find_line import FindLine

            self._find_line = FindLine()
            await self.mount(self._find_line)
        self._find_line.display = True
        self.screen.set_focus(self._find_line.input)

    def step_back(self) -> bool:
        """Select nothing any more; else find nothing any more.  Whether there was either."""
        if self.view.selected:
            self.view.select(None)
            return True
        return self.drop_find()

    def drop_find(self) -> bool:
        """Find nothing any more, whether anything was."""
        line = self._find_line
        if line is None or not line.display:
            return False
        line.display = False
        line.input.value = ""
        self.view.find(None)
        return True

    def on_find_input_entered(self) -> None:
        """Remember what to come back to."""
        self._read_before = self.view.place

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed."""
        from explorer.search.literal import Literal

        event.stop()
        wanted = Literal(event.value)
        if self._read_before is not None:
            place = self._read_before
            self.view.find(wanted or None, place.top if place.cursor is None else place.cursor)

    def on_find_input_stepped(self, event: FindInput.Stepped) -> None:
        """Go on, or back."""
        self.view.find_next(event.step)

    def on_find_input_left(self, event: FindInput.Left) -> None:
        """Keep what is found; or find nothing, and go back to where one was reading."""
        before = self._read_before
        if event.cancelled or not self.view.finds:
            self.drop_find()
        if event.cancelled and before is not None:
            self.view.return_to(before)
        self.screen.set_focus(self.view)

    @on(DocumentView.Found)
    def _find_answered(self, event: DocumentView.Found) -> None:
        if not event.is_search and self._find_line is not None:
            self._find_line.show(event.count, event.step)
            if not event.count and self._read_before and self._find_line.input.has_focus:
                self.view.return_to(self._read_before)

    def on_resize(self) -> None:
        """A lower pane has a shorter header, and one without a frame another place for other events."""
        self._set_frame(*self._frame)
        self.heading.styles.height = header_rows(self.size.height)
        self._set_header()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> SourcePane:
        """Draw the pane anew; for another title, its edges alone."""
        if self._framing and not regions:
            # A region counts from the content, which the frame lies around.
            width, height = self.outer_size
            regions = Region(-1, -1, width, 1), Region(-1, height - 2, width, 1)
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _set_frame(self, title: str, also: str) -> None:
        before, self._frame = self._edges, (title, also)
        if not also:
            self._edges = (title, "")
        elif self.styles.border_bottom[0]:
            self._edges = (title, f"also cited for: {drawable(also)}")
        else:
            self._edges = (f"{title} ── also: {drawable(also)}", "")
        # A str would be markup.
        self._framing = True
        if self._edges[0] != before[0]:
            self.border_title = Content(self._edges[0])
        if self._edges[1] != before[1]:
            self.border_subtitle = Content(self._edges[1])
        self._framing = False

    def _set_header(self) -> None:
        lines = header(self._cited, self.heading.text_width, self.size.height) if self._cited else []
        self.heading.show(lines)


def _filling(titles: Iterable[str], length: int) -> list[str]:
    """The first titles, until they have so many characters together."""
    taken: list[str] = []
    for title in titles:
        taken.append(title)
        length -= len(title) + len(", ")
        if length <= 0:
            break
    return taken
