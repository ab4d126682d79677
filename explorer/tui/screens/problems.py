"""The list of problems: where each is, what it is, what to do."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message

from explorer.formats.problem_text import told
from explorer.loading import excerpt
from explorer.model import Place
from explorer.records import dataclass
from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import drawable
from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.screens.dialog import Dialog, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.problems import Problem
    from explorer.store import Store

# More are counted, not drawn: nobody reads a thousand at once, and `detente check` lists them all.
MOST = 200


class ProblemsScreen(Dialog):
    """What is wrong in the dataset, as `detente check` says it; `enter` opens the editor where it is.

    What was found when it was read is shown at once; what only looks like a slip is looked for meanwhile, in
    a thread: in a large dataset that takes seconds.
    """

    BINDINGS: ClassVar = [
        binding("problems", "dismiss"),
        binding("help"),
        *bindings("problems"),
    ]
    part = "problems"

    @dataclass
    class Found(Message):
        """All problems are known, or looking for them raised something."""

        store: Store
        problems: Sequence[Problem] | Exception

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._cursor = 0
        self._told = ""
        self._blocks: tuple[int, list[list[Content]]] = (0, [])
        self._take(store)

    def on_mount(self) -> None:
        """Begin to look for what the dataset was not asked for yet."""
        super().on_mount()
        edit, leave = self.held_keys("problem.edit", "close")
        self._frame.border_subtitle = Content(f"{edit} edits, {leave} closes")
        self._look()

    def renew(self, store: Store) -> None:
        """Show the problems of the dataset as it is now; the cursor stays on its problem if that is left."""
        chosen, self._told = self._chosen, ""
        self._take(store)
        if chosen is not None:
            self._cursor = self._place_of(chosen)
        self.show_title(self.title_text)
        self._write()
        self._look()

    def on_problems_screen_found(self, message: Found) -> None:
        """Show all of them."""
        if message.store is not self._store:
            return
        if isinstance(message.problems, Exception):
            raise message.problems
        chosen = self._chosen
        self._is_looking = False
        self._show_these(message.problems)
        if chosen is not None:
            self._cursor = self._place_of(chosen)
        self.show_title(self.title_text)
        self._write()

    def action_cursor(self, step: int) -> None:
        """Move by problems."""
        self._go_to(self._cursor + step)

    def action_page(self, pages: float) -> None:
        """Move by as many problems as have room, about."""
        _, blocks = self._blocks
        height = sum(map(len, blocks)) / max(1, len(blocks))
        rows = max(1, int(abs(pages) * self._box.size.height / max(1.0, height)))
        self._go_to(self._cursor + (rows if pages > 0 else -rows))

    def action_first(self) -> None:
        """To the first problem."""
        self._go_to(0)

    def action_last(self) -> None:
        """To the last problem that is shown; behind it stands how many more there are."""
        self._go_to(MOST)
        super().action_last()

    def action_edit(self) -> None:
        """Open the user's editor where the problem is."""
        problem = self._chosen
        if problem is not None:
            self.tell("")
            self.post_message(EditorWanted(Place(problem.file, problem.line, problem.column), self.tell))

    def tell(self, sentence: str) -> None:
        """Say something above the problems."""
        self._told = sentence
        self._write()
        if sentence:
            self._show_from(0)

    def lines(self, width: int) -> list[Content]:
        """Each problem with its line of the file, a blank line between two."""
        lines = self._above(width)
        if not self._problems and not self._is_looking:
            return [*lines, *wrapped("No problem: every quote stands in its document as it is cited.", width)]
        for place, block in enumerate(self._drawn(width)):
            mark = "" if self.in_words else "▌" if place == self._cursor else " "
            lines += [*(Content.assemble((mark, "$accent"), line) for line in block), Content("")]
        if len(self._problems) > MOST:
            more = f"… and {len(self._problems) - MOST:,} more: `detente check` lists them all."
            lines += wrapped(more, width)
        return lines

    def _above(self, width: int) -> list[Content]:
        lines: list[Content] = []
        if self._told:
            lines += [*(line.stylize("$error bold") for line in wrapped(self._told, width)), Content("")]
        if self._is_looking:
            lines += [*wrapped("Looking for slips …", width), Content("")]
        return lines

    def _drawn(self, width: int) -> list[list[Content]]:
        """The lines of each problem; the files are looked at once for a width."""
        if self._blocks[0] != width:
            room = max(1, width - 1)
            blocks = [_problem(problem, room) for problem in self._problems[:MOST]]
            if self.in_words:
                blocks = [[Content(f"Problem {number}"), *block] for number, block in enumerate(blocks, 1)]
            self._blocks = width, blocks
        return self._blocks[1]

    @property
    def _chosen(self) -> Problem | None:
        """The problem under the cursor."""
        return self._problems[self._cursor] if self._cursor < min(MOST, len(self._problems)) else None

    def _place_of(self, problem: Problem) -> int:
        """Where a problem stands, or else where it stood."""
        told = (problem.file, problem.code, problem.message)
        shown = self._problems[:MOST]
        same = [n for n, each in enumerate(shown) if (each.file, each.code, each.message) == told]
        nearest = min(same, key=lambda n: abs(shown[n].line - problem.line), default=self._cursor)
        return max(0, min(nearest, len(shown) - 1))

    def _go_to(self, place: int) -> None:
        shown = min(MOST, len(self._problems))
        self._cursor = max(0, min(shown - 1, place))
        self._write()
        width, blocks = self._blocks
        if blocks:
            # With the first problem comes what stands above it.
            above = len(self._above(width)) + sum(len(block) + 1 for block in blocks[: self._cursor])
            self._reveal(above if self._cursor else 0, above + len(blocks[self._cursor]))
            self.stand_on(above)

    def _reveal(self, first: int, end: int) -> None:
        """Bring the lines from `first` to `end` into sight, the first of them at any rate."""
        top, height = self._box.scroll_offset.y, self._box.scrollable_content_region.height
        self._show_from(min(first, max(top, end - height)))

    def _take(self, store: Store) -> None:
        self._store = store
        self._is_looking = True
        self._show_these(store.problems)

    def _show_these(self, problems: Sequence[Problem]) -> None:
        self._problems = problems
        self._blocks = (0, [])
        self.title_text = told(problems).capitalize()

    def _look(self) -> None:
        Thread(target=self._find, args=(self._store,), name="lint", daemon=True).start()

    def _find(self, store: Store) -> None:
        try:
            found: Sequence[Problem] | Exception = store.all_problems
        except Exception as error:  # whoever shows the problems raises it
            found = error
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.post_message(self.Found(store, found))


def _problem(problem: Problem, width: int) -> list[Content]:
    style = "$error bold" if problem.severity == "error" else "$warning bold"
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [
        *wrapped(Content.assemble((drawable(place), "bold"), "  ", (problem.severity, style)), width),
        *wrapped(drawable(problem.message), width),
    ]
    found = excerpt(problem, width)
    if found:
        rows = [Content.styled(drawable(line), "$quiet") for line in found.split("\n")]
        lines += [row.truncate(width, ellipsis=True) for row in rows]
    if problem.hint:
        lines += [line.stylize("$accent") for line in wrapped(drawable(problem.hint), width)]
    return lines
