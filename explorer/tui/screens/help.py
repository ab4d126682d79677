"""The help screen: the keys of the focused pane first, then the others, the query language, the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.widgets import Input

from explorer.search import field_help, syntax_help
from explorer.tui.actions import ACTIONS, OWN_KEYS, WHERE_TITLES, Where, binding, shown_keys
from explorer.tui.drawing import Run, drawable
from explorer.tui.event_marks import EVENT_MARKS
from explorer.tui.history import matching
from explorer.tui.paragraphs import padded, wrapped
from explorer.tui.screens.dialog import Dialog
from explorer.tui.widgets.text_lines import TextLines
from explorer.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from explorer.config import Keymap
    from explorer.tui.paragraphs import Line

# Below this width what is explained stands under what is to be typed.
_SIDE_BY_SIDE = 56
_LEFT = 25

_PANES: tuple[Where, ...] = ("countries", "timeline", "source")
_TYPING: tuple[Where, ...] = ("search", "find", "choices")

_ON_THE_SCREEN = (
    ("12", "At the end of an event: how many sources it cites."),
    ("[▂▅]", "Over the events: the time that is in sight; click elsewhere, or drag it along."),
    (
        "╷│╵",
        "Left of the events: what goes on, from its own event to the last within it; a click goes there.",
    ),
    ("●──●", "In lanes: the countries that the event involves."),
    ("+", "More goes on, or more countries take part, than there are lanes for."),
    ("▐", "In the margin of a document: the passage that is shown."),
    ("│", "In the margin of a document: other cited passages."),
    ("c. 1957", "An approximate date; 1957? is an uncertain one."),
    ("tone +4", "What the event did to the relation, from -5 to +5."),
)


class HelpScreen(Dialog, inherit_bindings=False):
    """All keys, made from the list of actions; what is typed narrows them."""

    BINDINGS: ClassVar = [
        binding("help", "dismiss", priority=True),
        binding("choice.close", priority=True),
        binding("choice.next", "cursor(1)", priority=True),
        binding("choice.previous", "cursor(-1)", priority=True),
        binding("choice.page_down", priority=True),
        binding("choice.page_up", priority=True),
        binding("choice.first", priority=True),
        binding("choice.last", priority=True),
    ]
    DEFAULT_CSS = """
    HelpScreen TypedLine { margin-bottom: 1; }
    """
    AUTO_FOCUS = "TypedLine"
    title_text = "Help"
    line = getters.query_one(TypedLine)
    text = getters.query_one(TextLines)

    def __init__(self, where: Where, keymap: Keymap = OWN_KEYS) -> None:
        super().__init__()
        self._rows = [*help_rows(where, keymap)]

    def parts(self) -> Iterator[Widget]:
        """The line to type in over the text; the cursor comes from there."""
        yield TypedLine(placeholder="type to narrow")
        text = TextLines(self.lines, read_by_line=self.in_words, at=None)
        text.can_focus = False
        yield text

    def keys_text(self) -> str:
        """The key that closes it here."""
        return f"{self.held_keys('choice.close')[0]} closes"

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        event.stop()
        self.text.jump_to(0)
        self.text.rewrite(at=None)

    def lines(self, width: int) -> list[Line]:
        """Two columns, or one below the other where there is no room for two."""
        typed = self.line.value
        if self.in_words:
            from explorer.tui.screen_reader.help import without_drawings

            rows, row = without_drawings(self._rows), _in_one_column
        else:
            rows, row = self._rows, _row
        lines: list[Line] = []
        for left, right in narrowed(rows, typed):
            lines += row(left, right, width) if right else [[Run(left, "text--title")]]
        return lines or wrapped(drawable(f"Nothing here holds ‘{typed}’."), width)


def help_rows(where: Where, keymap: Keymap = OWN_KEYS) -> Iterator[tuple[str, str]]:
    """The help as (what to type or see, what it means); a title has no meaning beside it.

    The part of the screen that has the focus comes first.
    """
    for part in _order(where):
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
    for mark in EVENT_MARKS.values():
        if mark.sign:
            yield mark.sign, f"{mark.meaning[0].upper()}{mark.meaning[1:]}."
    yield from _ON_THE_SCREEN


def narrowed(rows: Iterable[tuple[str, str]], typed: str) -> Iterator[tuple[str, str]]:
    """The rows that hold each of some typed words, under their titles; all rows where nothing is typed."""
    rows = list(rows)
    if not typed.strip():
        yield from rows
        return
    found = {*matching([f"{left} {right}" if right else "" for left, right in rows], typed)}
    title, is_first = "", True
    for place, (left, right) in enumerate(rows):
        if not right:
            title = left or title
        elif place in found:
            if title:
                yield from [] if is_first else [("", "")]
                yield title, ""
                title, is_first = "", False
            yield left, right


def _order(where: Where) -> list[Where]:
    """The parts of the screen, the one with the focus and what holds there before the others."""
    beside: tuple[Where, ...] = () if where in _TYPING else ("lists",)
    if where not in (*_PANES, *_TYPING):
        beside = ("dialogs", *beside)
    return list(dict.fromkeys((where, *beside, "everywhere", *WHERE_TITLES)))


def _in_one_column(left: str, right: str, width: int) -> list[Line]:
    return wrapped([Run(left, "text--key"), Run(f": {right}")], width)


def _row(left: str, right: str, width: int) -> list[Line]:
    key = Run(left, "text--key")
    if width < _SIDE_BY_SIDE:
        return [[key], *([Run("  "), *line] for line in wrapped(right, width - 2))]
    first, *rest = ([Run(" " * _LEFT), *line] for line in wrapped(right, width - _LEFT))
    if cell_len(left) >= _LEFT:
        return [[key], first, *rest]
    return [[*padded([key], _LEFT), *first[1:]], *rest]
