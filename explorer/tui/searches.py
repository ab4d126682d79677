"""Searches that take longer than a frame: each in a thread, and only the newest one is answered."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from explorer.search import SupersededError, supersedable

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.search import Result


class Searches:
    """Runs searches; a new one makes those before it stop.

    `answer` is called from the thread with the number of the search and its result, or with what it raised.
    """

    def __init__(self, answer: Callable[[int, Result | Exception], None]) -> None:
        self._answer = answer
        self.newest = 0

    def run(self, search: Callable[[], Result]) -> None:
        """Run a search in place of those that still run."""
        self.supersede()
        Thread(target=self._run, args=(self.newest, search), name="search", daemon=True).start()

    def supersede(self) -> None:
        """Let whatever runs be in vain."""
        self.newest += 1

    def _run(self, number: int, search: Callable[[], Result]) -> None:
        try:
            with supersedable(lambda: number != self.newest):
                result: Result | Exception = search()
        except SupersededError:
            return
        except Exception as error:  # whoever waits for the answer raises it
            result = error
        if number == self.newest:
            self._answer(number, result)
