"""Counts what a key costs, whatever else goes on on the machine."""

from __future__ import annotations

from collections import Counter
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from explorer.store import records
from explorer.tui.widgets import problem_list
from explorer.tui.widgets.run_lines import RunLines
from explorer.tui.wrapping import WrappedText

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


class Costs:
    """Counts what is called while a key is handled."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counts: Counter[str] = Counter()
        # What is drawn before anybody asks for it is no key's.
        monkeypatch.setattr("explorer.tui.main.event_at_hand.DRAWS_AHEAD_AFTER", 3600)
        self._count(monkeypatch, Screen, "_refresh_layout", "layouts")
        self._count(monkeypatch, RunLines, "strip", "lines drawn")
        self._count(monkeypatch, WrappedText, "__init__", "texts wrapped")
        self._count(monkeypatch, records, "decode_event", "events read", "events read whole")
        self._count(monkeypatch, records, "decode_brief", "events read")
        self._count(monkeypatch, problem_list, "problem_lines", "problems made")

    def _count(self, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, *what: str) -> None:
        original: Callable[..., Any] = getattr(owner, name)

        def counted(*arguments: Any, **options: Any) -> Any:
            # Another thread looks for doubts about the dataset meanwhile.
            if current_thread() is main_thread():
                self.counts.update(what)
            return original(*arguments, **options)

        monkeypatch.setattr(owner, name, counted)

    def taken(self) -> dict[str, int]:
        """What was counted since the last time."""
        counts, self.counts = dict(self.counts), Counter()
        return counts
