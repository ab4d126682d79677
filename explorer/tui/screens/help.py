"""The help screen: the keys of the focused pane first, then the others, the query language, the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explorer.search import field_help, syntax_help
from explorer.tui.actions import ACTIONS, WHERE_TITLES, Where
from explorer.tui.event_marks import EVENT_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

KEY_WIDTH = 18


class HelpScreen(ModalScreen[None]):
    """All keys, made from the list of actions."""

    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1", "dismiss", "Back", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = "Help"
            dialog.border_subtitle = "escape closes"
            yield Static(Content("\n").join(help_lines(self._where)))

    def action_scroll(self, way: str) -> None:
        """Scroll a line."""
        dialog = self.query_one(VerticalScroll)
        (dialog.scroll_down if way == "down" else dialog.scroll_up)(animate=False)


def help_lines(where: Where) -> Iterator[Content]:
    """The help, line by line, the part of the screen first that has the focus."""
    lists: tuple[Where, ...] = () if where == "search" else ("lists",)
    order: list[Where] = list(dict.fromkeys((where, *lists, "everywhere", *WHERE_TITLES)))
    for part in order:
        yield _title(WHERE_TITLES[part])
        for item in ACTIONS:
            if item.where == part:
                yield _row("  ".join(item.shown_keys), item.help)
        yield Content("")
    yield _title("Marks in the timeline")
    for mark in EVENT_MARKS:
        yield _row(mark.sign, f"{mark.meaning[0].upper()}{mark.meaning[1:]}.")
    yield Content("")
    yield _title("What can be searched for")
    for row in (*syntax_help(), *field_help()):
        yield _row(row.example, row.help)


def _title(text: str) -> Content:
    return Content.styled(text, "$accent bold")


def _row(left: str, right: str) -> Content:
    return Content.assemble((f"  {left:<{KEY_WIDTH}} ", "$text-primary"), right)
