"""Following a dataset that is open: what changes on disk is read again.

The states of all that was read are looked at once a second: a dataset of thousands of files costs a few
milliseconds, it works on every file system, and nothing has to be imported or installed for it.
"""

from __future__ import annotations

import time
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from explorer.opening.background import BackgroundOpening
from explorer.opening.file_states import states_now, without_digests
from explorer.opening.opening import states_read
from explorer.snapshot import DamagedSnapshotError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.opening.file_states import State
    from explorer.store import Store

# How often it is looked whether something has changed, in seconds; never for more than a part of the time.
LOOKS_EVERY = 1.0
_LEAST_REST = 20
# What has just changed is read once it has been the same for so long, and what became worse is told only if
# it stays so: programs write a file in pieces, or delete it before they write it.
RESTS_FOR = 0.2
LASTS_FOR = 1.5


class Following:
    """Reads a dataset again whenever what it was read from has changed, and tells what comes of it.

    `on_store` is called, from a thread, with the store of the dataset as it is now; `on_failure` with the
    reason where it cannot be opened any more: the next change is awaited then.  A store that is not current
    is read again at once.
    """

    def __init__(
        self,
        path: Path,
        store: Store,
        *,
        is_current: bool = True,
        use_cache: bool,
        on_store: Callable[[Store], None],
        on_failure: Callable[[str], None],
    ) -> None:
        self._path = path
        self._store = store
        self._is_current = is_current
        self._use_cache = use_cache
        self._on_store = on_store
        self._on_failure = on_failure
        self._stopped = False
        self._asked = Event()
        self._answers: SimpleQueue[Store | str | None] = SimpleQueue()
        self._opening: BackgroundOpening | None = None
        self._thread = Thread(target=self._follow, name="follow", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def look(self) -> None:
        """Look now; what is found then is meant, and told at once even if it is worse than before."""
        self._asked.set()

    def stop(self) -> None:
        """Give up: nothing more is told."""
        self._stopped = True
        self._asked.set()
        self._answers.put(None)
        if self._opening is not None:
            self._opening.stop()

    def _follow(self) -> None:
        with suppress(DamagedSnapshotError):
            self._seen = without_digests(states_read(self._store))
            if not self._is_current:
                self._read(states_now(self._seen), is_meant=True)
            rest = LOOKS_EVERY
            while not self._stopped:
                asked = self._asked.wait(rest)
                self._asked.clear()
                began = time.monotonic()
                now = states_now(self._seen)
                rest = max(LOOKS_EVERY, _LEAST_REST * (time.monotonic() - began))
                if now != self._seen:
                    self._read(now if asked else self._rested(now), is_meant=asked)

    def _rested(self, now: dict[str, State]) -> dict[str, State]:
        """The states once they have been the same for a while, or somebody asks for them."""
        asked = False
        while not asked:
            asked = self._asked.wait(RESTS_FOR)
            before, now = now, states_now(self._seen)
            if now == before:
                break
        return now

    def _read(self, now: dict[str, State], *, is_meant: bool) -> None:
        answer = self._opened()
        if answer is None:
            return
        if not is_meant and self._is_worse(answer):
            self._asked.wait(LASTS_FOR)
            if states_now(self._seen) != now:
                # It was being written, and is looked at again.
                return
        if isinstance(answer, str):
            self._seen = now
            if not self._stopped:
                self._on_failure(answer)
        else:
            # What has changed while it was read is not as it was before.
            states = without_digests(states_read(answer))
            self._seen = {path: now.get(path, state) for path, state in states.items()}
            self._store = answer
            if not self._stopped:
                self._on_store(answer)

    def _opened(self) -> Store | str | None:
        """The store, or why there is none; None where nobody wants to know any more."""
        self._opening = BackgroundOpening(
            self._path,
            use_cache=self._use_cache,
            on_store=lambda store, is_whole: self._answers.put(store) if is_whole else None,
            on_progress=lambda _: None,
            on_failure=self._answers.put,
        )
        if self._stopped:
            self._opening.stop()
            return None
        self._opening.start()
        return self._answers.get()

    def _is_worse(self, answer: Store | str) -> bool:
        return isinstance(answer, str) or _errors(answer) > _errors(self._store)


def _errors(store: Store) -> int:
    return sum(problem.severity == "error" for problem in store.problems)
