"""What is remembered of one dataset: read at once where it is asked for, written by a thread.

Whatever cannot be read or written is told once; the program goes on with what it has.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import reduce
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from explorer.state.bookmarks import BOOKMARKS, with_bookmark, without_bookmark
from explorer.state.searches import HISTORY, SAVED, with_search
from explorer.state.session import SESSIONS
from explorer.state.state_file import StateFile, UnfitStateError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from explorer.state.bookmarks import Bookmark
    from explorer.state.kind import Kind, Value
    from explorer.state.session import Session


class Memory:
    """Remembers one dataset, which is known by where it really is.

    A change can be seen at once, and is in its file a moment later; `close` waits for that.  Changes are
    written into what the file holds by then: those of another program that runs at the same time stay.
    Where a change cannot be written it holds as long as the program runs, and is tried again with the next.
    Without a folder nothing is read or written at all.
    """

    def __init__(self, dataset: Path, folder: Path | None) -> None:
        self._dataset = _name_of(dataset)
        self._folder = folder
        self._changes: list[tuple[Kind[Any], Callable[[Any], Any]]] = []
        self._news = Condition()
        self._is_closing = False
        # How many changes were asked for, and how many of them the thread has tried to write.
        self._asked = self._tried = 0
        self._thread: Thread | None = None
        self._told: set[str] = set()
        self._notices: list[str] = []

    # ---- what is remembered ----

    @property
    def session(self) -> Session | None:
        """Where somebody was; None where nobody has been here yet."""
        return self._read(SESSIONS)

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks in the order in which they were set, those of programs that run meanwhile too."""
        return self._read(BOOKMARKS)

    @property
    def searches(self) -> tuple[str, ...]:
        """The searches that were made, each once, the newest last."""
        return self._read(HISTORY)

    @property
    def saved_searches(self) -> Mapping[str, str]:
        """The queries that were saved, by name."""
        return self._read(SAVED)

    def keep_session(self, session: Session) -> None:
        """Remember where somebody is."""
        self._change(SESSIONS, lambda _: session)

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Remember an event, in place of a bookmark on the same one."""
        self._change(BOOKMARKS, lambda known: with_bookmark(known, bookmark))

    def drop_bookmark(self, event: str) -> None:
        """Forget the bookmark on an event."""
        self._change(BOOKMARKS, lambda known: without_bookmark(known, event))

    def add_search(self, query: str) -> None:
        """Remember a search as the newest; an empty one is none."""
        if query.strip():
            self._change(HISTORY, lambda known: with_search(known, query.strip()))

    def save_search(self, name: str, query: str) -> None:
        """Remember a query under a name, in place of the one that has it."""
        self._change(SAVED, lambda known: {**known, name: query})

    def drop_saved_search(self, name: str) -> None:
        """Forget the query under a name."""
        self._change(SAVED, lambda known: {key: each for key, each in known.items() if key != name})

    def notices(self) -> tuple[str, ...]:
        """What went wrong since this was last asked, as sentences; each is told once."""
        with self._news:
            notices, self._notices = tuple(self._notices), []
        return notices

    def close(self, patience: float = 3.0) -> None:
        """Wait until everything is written, but no longer than so many seconds."""
        with self._news:
            self._is_closing = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join(patience)

    # ---- reading and writing ----

    def _read(self, kind: Kind[Value]) -> Value:
        with self._news:
            changes = [change for changed, change in self._changes if changed is kind]
        value = kind.empty
        try:
            if self._folder is not None:
                value = StateFile(self._folder, kind).read(self._dataset)
        except UnfitStateError:
            # Writing sets the file aside and tells where it is, or why nothing is written.
            self._change(kind, lambda known: known)
        except (OSError, ValueError) as error:
            self._tell(f"{kind.noun} could not be read: {_reason(error)}.")
        # Those that are written meanwhile are made twice, which changes nothing.
        return reduce(lambda known, change: change(known), changes, value)

    def _change(self, kind: Kind[Value], change: Callable[[Value], Value]) -> None:
        with self._news:
            self._changes.append((kind, change))
            self._asked += 1
            self._news.notify_all()
            if self._thread is None and self._folder is not None:
                self._thread = Thread(target=self._write, name="memory", daemon=True)
                self._thread.start()

    def _write(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._tried < self._asked or self._is_closing)
                if self._tried == self._asked:
                    return
                self._tried, changes = self._asked, tuple(self._changes)
            self._write_all(changes)

    def _write_all(self, changes: tuple[tuple[Kind[Any], Callable[[Any], Any]], ...]) -> None:
        for kind in dict.fromkeys(kind for kind, _ in changes):
            mine = [(changed, change) for changed, change in changes if changed is kind]
            try:
                self._write_kind(kind, [change for _, change in mine])
            except (OSError, ValueError, UnfitStateError) as error:
                self._tell(f"{kind.noun} cannot be kept for the next time: {_reason(error)}.")
                continue
            with self._news:
                self._changes = [each for each in self._changes if each not in mine]

    def _write_kind(self, kind: Kind[Any], changes: list[Callable[[Any], Any]]) -> None:
        assert self._folder is not None
        file = StateFile(self._folder, kind)
        aside = file.update(
            self._dataset, lambda known: reduce(lambda value, change: change(value), changes, known)
        )
        if aside is not None:
            path = file.path.with_name(aside.name)
            self._tell(f"{kind.noun} could not be used ({aside.reason}); what there was is in {path}.")

    def _tell(self, sentence: str) -> None:
        with self._news:
            if sentence not in self._told:
                self._told.add(sentence)
                self._notices.append(f"{sentence[0].upper()}{sentence[1:]}")


def _name_of(dataset: Path) -> str:
    with suppress(ValueError):  # no file can have this name
        return os.path.realpath(dataset)
    return str(dataset)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
