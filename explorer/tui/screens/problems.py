"""The list of problems: where each is, what it is, what to do."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from explorer.formats.problem_text import told
from explorer.loading import excerpt
from explorer.printable import printable
from explorer.records import dataclass
from explorer.tui.screens.dialog import Dialog, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.problems import Problem
    from explorer.store import Store

# More are counted, not drawn: nobody reads a thousand at once, and `detente check` lists them all.
MOST = 200


class ProblemsScreen(Dialog):
    """What is wrong in the dataset, as `detente check` says it.

    What was found when it was read is shown at once; what only looks like a slip is looked for meanwhile, in
    a thread: in a large dataset that takes seconds.
    """

    BINDINGS: ClassVar = [Binding("p", "dismiss", "Back", show=False, id="problems")]

    @dataclass
    class Found(Message):
        """All problems are known, or looking for them raised something."""

        problems: Sequence[Problem] | Exception

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._problems = store.problems
        self._is_looking = True
        self.title_text = told(store.problems).capitalize()

    def on_mount(self) -> None:
        """Begin to look for what the dataset was not asked for yet."""
        super().on_mount()
        Thread(target=self._look, name="lint", daemon=True).start()

    def on_problems_screen_found(self, message: Found) -> None:
        """Show all of them."""
        if isinstance(message.problems, Exception):
            raise message.problems
        self._is_looking = False
        self._problems = message.problems
        self.show_title(told(message.problems).capitalize())
        self._write()

    def _look(self) -> None:
        try:
            found: Sequence[Problem] | Exception = self._store.all_problems
        except Exception as error:  # whoever shows the problems raises it
            found = error
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.post_message(self.Found(found))

    def lines(self, width: int) -> list[Content]:
        """Each problem with its line of the file, a blank line between two."""
        if self._is_looking:
            return [*wrapped("Looking for slips …", width), Content(""), *self._problem_lines(width)]
        if not self._problems:
            return wrapped("No problem: every quote stands in its document as it is cited.", width)
        return self._problem_lines(width)

    def _problem_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for problem in self._problems[:MOST]:
            lines += [*_problem(problem, width), Content("")]
        if len(self._problems) > MOST:
            more = f"… and {len(self._problems) - MOST:,} more: `detente check` lists them all."
            lines += wrapped(more, width)
        return lines


def _problem(problem: Problem, width: int) -> list[Content]:
    style = "$error bold" if problem.severity == "error" else "$warning bold"
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [
        *wrapped(Content.assemble((printable(place), "bold"), "  ", (problem.severity, style)), width),
        *wrapped(printable(problem.message), width),
    ]
    found = excerpt(problem, width)
    if found:
        lines += [Content.styled(line, "$quiet") for line in found.split("\n")]
    if problem.hint:
        lines += [line.stylize("$accent") for line in wrapped(printable(problem.hint), width)]
    return lines
