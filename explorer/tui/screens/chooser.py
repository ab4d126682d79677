"""A list to choose from, which narrows as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import getters, on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from explorer.records import dataclass
from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import Run
from explorer.tui.history import matching
from explorer.tui.screens.overlay import Overlay
from explorer.tui.widgets.line_list import LineList
from explorer.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.geometry import Offset

Answer = TypeVar("Answer")

# A list has room for a sentence in its place; around it are the frame and the line to type in.
_LEAST_ROWS, _ROWS_AROUND = 4, 3


@dataclass(frozen=True, slots=True)
class Choice(Generic[Answer]):
    """Something to choose: what is answered, what the typed words are looked for in, and the row's runs."""

    answer: Answer
    text: str
    runs: tuple[Run, ...]


class ChoiceList(LineList):
    """The choices that are left."""

    def __init__(self) -> None:
        super().__init__(id="choices")
        self.can_focus = False
        self.rows: Sequence[Sequence[Run]] = ()
        self.note = ""

    def show(self, rows: Sequence[Sequence[Run]], note: str, cursor: int) -> None:
        """Show rows, or the note where there is none."""
        self.rows, self.note = rows, note
        self.rebuild(max(0, min(len(rows) - 1, cursor)) if rows else None)

    def row_count(self) -> int:
        """One row a choice."""
        return len(self.rows)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A choice."""
        if isinstance(self.screen, Chooser) and self.screen.in_words:
            return [Run(f"{number + 1}. "), *self.rows[number]]
        return [Run("▌" if number == self.cursor else " ", "row--strong"), *self.rows[number]]

    def empty_rows(self) -> Sequence[str]:
        """What to say instead."""
        return ("", *(f" {line.plain}" for line in Content(self.note).wrap(max(1, self.size.width - 2))))

    def clicked(self, number: int, times: int) -> None:
        """A click takes the choice."""
        if isinstance(self.screen, Chooser):
            self.screen.action_take()


class Chooser(Overlay["Answer | None"], ModalScreen["Answer | None"], Generic[Answer]):
    """A line to type in over a list; the answer is that of the choice taken, None without one.

    A subclass gives its title, its choices and what to say where there is none.
    """

    BINDINGS: ClassVar = [
        *bindings("choices", priority=True),
        binding("help", "help", priority=True),
    ]
    CSS_PATH = "../dialogs.tcss"
    DEFAULT_CSS = """
    Chooser { align: center middle; }
    Chooser ChoiceList { height: 1fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it
    part = "choices"
    title_text = ""
    line = getters.query_one(TypedLine)
    choice_list = getters.query_one(ChoiceList)

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed = typed
        self._left: list[Choice[Answer]] = []
        self._has_choices: bool | None = None
        # Whether somebody moves through the choices, and does not type.
        self._is_choosing = False

    def choices(self) -> Sequence[Choice[Answer]]:
        """Everything that there is to choose."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What to say where there is nothing at all to choose."""
        raise NotImplementedError

    def keys_text(self) -> str:
        """The keys that are worth telling."""
        take, leave = self.held_keys("choice.take", "choice.close")
        return f"{take} takes, {leave} closes"

    def compose(self) -> ComposeResult:
        """The line over the list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self.title_text)
            yield TypedLine(self._typed)
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show all choices, in no more rows than they need: those stay when what is typed leaves fewer."""
        self.narrow()
        rows = max(_LEAST_ROWS, len(self.choice_list.rows))
        self.query_one(".dialog").styles.max_height = rows + _ROWS_AROUND

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        event.stop()
        self._is_choosing = False
        self.narrow()

    def narrow(self, cursor: int = 0) -> None:
        """Show the choices that hold what is typed, with the cursor on one of them.

        Where they are numbered a number leaves all of them, with the cursor on the one that has it.
        """
        everything = self.choices()
        self._tell_keys(has_choices=bool(everything))
        typed = self.line.value.strip()
        if self.in_words and typed.isdecimal() and 0 < int(typed) <= len(everything):
            self._left = [*everything]
            self.choice_list.show([choice.runs for choice in everything], "", int(typed) - 1)
            return
        places = matching([choice.text for choice in everything], self.line.value)
        self._left = [everything[place] for place in places]
        note = f"Nothing here holds ‘{self.line.value}’." if everything else self.nothing()
        self.choice_list.show([choice.runs for choice in self._left], note, cursor)

    def _tell_keys(self, *, has_choices: bool) -> None:
        """Tell what can be done; where there is nothing to choose, only the key that closes."""
        if has_choices != self._has_choices:
            self._has_choices = has_choices
            self.line.placeholder = "type to narrow" if has_choices else ""
            text = self.keys_text() if has_choices else f"{self.held_keys('choice.close')[0]} closes"
            self.query_one(".dialog").border_subtitle = Content(text)

    @property
    def chosen(self) -> Choice[Answer] | None:
        """The choice under the cursor."""
        cursor = self.choice_list.cursor
        return None if cursor is None else self._left[cursor]

    def action_step(self, step: int) -> None:
        """Another choice."""
        self.choice_list.action_cursor(step)
        self._stand()

    def action_page(self, pages: int) -> None:
        """A page on."""
        self.choice_list.action_page(pages)
        self._stand()

    def action_first(self) -> None:
        """The first choice."""
        self.choice_list.action_first()
        self._stand()

    def action_last(self) -> None:
        """The last choice."""
        self.choice_list.action_last()
        self._stand()

    def _stand(self) -> None:
        """Lead a screen reader to the choice, though it is typed elsewhere."""
        self._is_choosing = True
        if self.in_words:
            self.app.cursor_position = self.cursor_place() or self.app.cursor_position

    def cursor_place(self) -> Offset | None:
        """The choice, once somebody moves through them."""
        return self.choice_list.cursor_place if self._is_choosing else None

    def action_take(self) -> None:
        """Answer with the choice under the cursor."""
        if self.chosen is not None:
            self.dismiss(self.chosen.answer)
