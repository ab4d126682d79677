"""The list of problems: where each is, what it is, what to do."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.message import Message
from textual.widgets import Static

from explorer.formats.problem_text import told
from explorer.model import Place
from explorer.records import dataclass
from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import drawable, plural
from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.screens.dialog import Dialog
from explorer.tui.widgets.problem_list import ProblemList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from explorer.problems import Problem
    from explorer.store import Store

# What is found within so many seconds is shown at once, without saying that it is looked for.
_AT_ONCE = 0.1
_LOOKING = "Looking for slips …"
_NONE = " No problem: every quote stands in its document as it is cited."


class ProblemsScreen(Dialog):
    """What is wrong in the dataset, as `detente check` says it; `enter` opens the editor where it is.

    What was found when it was read is shown at once; what only looks like a slip is looked for meanwhile, in
    a thread: in a large dataset that takes seconds.  That this is done is said where it takes no line from
    the list: what is read meanwhile stays in its place when it is over.
    """

    BINDINGS: ClassVar = [
        binding("problems", "dismiss"),
        binding("help"),
        *bindings("problems"),
    ]
    DEFAULT_CSS = """
    ProblemsScreen .note { display: none; height: auto; margin-bottom: 1; }
    """
    part = "problems"
    problems = getters.query_one(ProblemList)

    @dataclass
    class Found(Message):
        """All problems are known, or looking for them raised something."""

        store: Store
        problems: Sequence[Problem] | Exception
        # How many of which severity there are.
        told: str = ""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._is_looking = True
        self.title_text = _title_while_looking(store)

    def parts(self) -> Iterator[Widget]:
        """What there is to say stands above the list."""
        yield Static(id="told", classes="note", markup=False)
        yield ProblemList(in_words=self.in_words)

    def keys_text(self) -> str:
        """The keys that are worth telling."""
        edit, leave = self.held_keys("problem.edit", "close")
        return f"{edit} edits, {leave} closes" if self.has_class("-some") else f"{leave} closes"

    def on_mount(self) -> None:
        """Begin to look for what the dataset was not asked for yet."""
        self._show(self._store.problems, self.title_text)
        self.hold(_AT_ONCE)
        self._look()

    def renew(self, store: Store) -> None:
        """Show the problems of the dataset as it is now; the cursor stays on its problem if that is left."""
        self._store, self._is_looking = store, True
        self.tell("")
        self._show(store.problems, _title_while_looking(store))
        self._look()

    def on_problems_screen_found(self, message: Found) -> None:
        """Show all of them."""
        if message.store is not self._store:
            return
        if isinstance(message.problems, Exception):
            raise message.problems
        self._is_looking = False
        self._show(message.problems, message.told.capitalize())
        self.let_go()

    def action_edit(self) -> None:
        """Open the user's editor where the problem is."""
        problem = self.problems.chosen
        if problem is not None:
            self.tell("")
            self.post_message(EditorWanted(Place(problem.file, problem.line, problem.column), self.tell))

    def tell(self, sentence: str) -> None:
        """Say something above the problems, or nothing any more."""
        told_line = self.query_one("#told", Static)
        told_line.update(drawable(sentence))
        told_line.display = bool(sentence)

    def _show(self, problems: Sequence[Problem], title: str) -> None:
        chosen = self.problems.chosen
        # A sentence needs neither the room of a list nor its keys.
        self.set_class(bool(problems), "-some")
        self.show_title(title)
        place = _place_of(chosen, problems, self.problems.block or 0) if chosen else 0
        self.problems.show(problems, place, f" {_LOOKING}" if self._is_looking else _NONE)

    def _look(self) -> None:
        Thread(target=self._find, args=(self._store,), name="lint", daemon=True).start()

    def _find(self, store: Store) -> None:
        try:
            found = self.Found(store, store.all_problems, told(store.all_problems))
        except Exception as error:  # whoever shows the problems raises it
            found = self.Found(store, error)
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.post_message(found)


def _title_while_looking(store: Store) -> str:
    """How many problems were met when a dataset was read; to tell errors from warnings all are looked at."""
    return f"{_LOOKING} {plural(len(store.problems), 'problem')} so far" if store.problems else "Problems"


def _place_of(problem: Problem, problems: Sequence[Problem], before: int) -> int:
    """Where a problem stands by now, or else where it stood before."""
    known = (problem.file, problem.code, problem.message)
    same = {n: each.line for n, each in enumerate(problems) if (each.file, each.code, each.message) == known}
    return min(same, key=lambda place: abs(same[place] - problem.line), default=before)
