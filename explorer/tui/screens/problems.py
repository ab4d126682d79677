"""The list of problems: where each is, what it is, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from explorer.formats.problem_text import told
from explorer.loading import excerpt
from explorer.printable import printable
from explorer.tui.screens.dialog import Dialog, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.problems import Problem

# More are counted, not drawn: nobody reads a thousand at once, and `detente check` lists them all.
MOST = 200


class ProblemsScreen(Dialog):
    """What is wrong in the dataset, as `detente check` says it."""

    BINDINGS: ClassVar = [Binding("p", "dismiss", "Back", show=False)]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems
        self.title_text = told(problems).capitalize()

    def lines(self, width: int) -> list[Content]:
        """Each problem with its line of the file, a blank line between two."""
        if not self._problems:
            return wrapped("No problem: every quote stands in its document as it is cited.", width)
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
