"""The help screen: the keys of the focused pane first, then the others, the query language, the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from explorer.search import field_help, syntax_help
from explorer.tui.actions import ACTIONS, OWN_KEYS, WHERE_TITLES, Where, shown_keys
from explorer.tui.event_marks import EVENT_MARKS
from explorer.tui.screens.dialog import Dialog, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.config import Keymap

# Below this width what is explained stands under what is to be typed.
_SIDE_BY_SIDE = 56
_LEFT = 25

_ON_THE_SCREEN = (
    ("12", "At the end of an event: how many sources it cites."),
    ("▐", "In the margin of a document: the passage that is shown."),
    ("│", "In the margin of a document: other cited passages."),
    ("c. 1957", "An approximate date; 1957? is an uncertain one."),
    ("tone +4", "What the event did to the relation, from -5 to +5."),
)


class HelpScreen(Dialog):
    """All keys, made from the list of actions."""

    BINDINGS: ClassVar = [Binding("question_mark,f1", "dismiss", "Back", show=False, id="help")]
    title_text = "Help"

    def __init__(self, where: Where, keymap: Keymap = OWN_KEYS) -> None:
        super().__init__()
        self._where = where
        self._keymap = keymap

    def lines(self, width: int) -> list[Content]:
        """Two columns, or one below the other where there is no room for two."""
        lines: list[Content] = []
        for left, right in help_rows(self._where, self._keymap):
            lines += _row(left, right, width) if right else [Content.styled(left, "$accent bold")]
        return lines


def help_rows(where: Where, keymap: Keymap = OWN_KEYS) -> Iterator[tuple[str, str]]:
    """The help as (what to type or see, what it means); a title has no meaning beside it.

    The part of the screen that has the focus comes first.
    """
    lists: tuple[Where, ...] = () if where == "search" else ("lists",)
    order: list[Where] = list(dict.fromkeys((where, *lists, "everywhere", *WHERE_TITLES)))
    for part in order:
        yield WHERE_TITLES[part], ""
        for item in ACTIONS:
            if item.where == part:
                yield "  ".join(shown_keys(item, keymap)) or "—", item.help
        yield "", ""
    yield "What can be searched for", ""
    for row in (*syntax_help(), *field_help()):
        yield row.example, f"{row.help}."
    yield "", ""
    yield "What stands on the screen", ""
    for mark in EVENT_MARKS:
        yield mark.sign, f"{mark.meaning[0].upper()}{mark.meaning[1:]}."
    yield from _ON_THE_SCREEN


def _row(left: str, right: str, width: int) -> list[Content]:
    key = Content.styled(left, "$primary")
    if width < _SIDE_BY_SIDE:
        return [key, *(line.pad_left(2) for line in wrapped(right, width - 2))]
    first, *rest = wrapped(right, width - _LEFT)
    gap = " " * max(1, _LEFT - key.cell_length)
    if key.cell_length >= _LEFT:
        return [key, *(line.pad_left(_LEFT) for line in (first, *rest))]
    return [Content.assemble(key, gap, first), *(line.pad_left(_LEFT) for line in rest)]
