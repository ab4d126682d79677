"""The list of problems: where each is, what it is, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explorer.printable import printable
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from explorer.loading import excerpt
from explorer.tui.drawing import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from explorer.problems import Problem

# More are counted, not drawn: nobody reads a thousand at once, and `detente check` lists them all.
MOST = 200


class ProblemsScreen(ModalScreen[None]):
    """What is wrong in the dataset, as `detente check` says it."""

    BINDINGS: ClassVar = [
        Binding("escape,q,p", "dismiss", "Back", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = plural(len(self._problems), "problem")
            dialog.border_subtitle = "escape closes"
            yield Static(self._text())

    def action_scroll(self, way: str) -> None:
        """Scroll a line."""
        dialog = self.query_one(VerticalScroll)
        (dialog.scroll_down if way == "down" else dialog.scroll_up)(animate=False)

    def _text(self) -> Content:
        if not self._problems:
            return Content("No problem: every quote stands in its document as it is cited.")
        shown = [_problem(problem) for problem in self._problems[:MOST]]
        if len(self._problems) > MOST:
            shown.append(
                Content(f"… and {len(self._problems) - MOST:,} more: `detente check` lists them all.")
            )
        return Content("\n\n").join(shown)


def _problem(problem: Problem) -> Content:
    style = "$text-error bold" if problem.severity == "error" else "$text-warning bold"
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [
        Content.assemble((printable(place), "bold"), "  ", (problem.severity, style)),
        Content(printable(problem.message)),
    ]
    found = excerpt(problem, 76)
    if found:
        lines.append(Content.styled(found, "$text-muted"))
    if problem.hint:
        lines.append(Content.styled(printable(problem.hint), "$text-accent"))
    return Content("\n").join(lines)
