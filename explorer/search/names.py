"""Names of things, found by any way to write them and while they are being typed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from explorer.folding import fold, tokens
from explorer.search.nearest import nearest
from explorer.store import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.store import EventIds


class Names:
    """The names of some things, each thing known by its id.

    Case, accents, spaces and punctuation do not count: `united-states`, `U.S.` and `us` find what they
    should.  A name that is whole wins over names that only begin so (`niger`, `nigeria`), those over names
    with a later word that begins so (`states`).
    """

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._whole: dict[str, list[str]] = {}
        self._beginnings: list[tuple[str, str]] = []
        self._later: list[tuple[str, str]] = []
        self._spellings: dict[str, str] = {}
        for id_, names in entries:
            for name in names:
                self._add(id_, name)
        self._beginnings.sort()
        self._later.sort()
        self._choices = sorted(self._spellings)

    @property
    def all(self) -> tuple[str, ...]:
        """Every name as it was given, sorted by its folded form."""
        return tuple(dict.fromkeys(self._spellings[choice] for choice in self._choices))

    def _add(self, id_: str, name: str) -> None:
        words = [word for word, _, _ in tokens(name)]
        whole = "".join(words)
        if id_ not in (ids := self._whole.setdefault(whole, [])):
            ids.append(id_)
        self._beginnings.append((whole, id_))
        for place in range(1, len(words)):
            self._later.append(("".join(words[place:]), id_))
        for spelling in (whole, *words):
            self._spellings.setdefault(spelling, name)

    def resolve(self, text: str) -> tuple[str, ...]:
        """The ids of what a text can mean, each once; empty where it names nothing."""
        wanted = _squeezed(text)
        if not wanted:
            return ()
        found = (
            self._whole.get(wanted) or _beginning(wanted, self._beginnings) or _beginning(wanted, self._later)
        )
        return tuple(dict.fromkeys(found))

    def knows(self, text: str) -> bool:
        """Whether a text can mean anything."""
        return bool(self.resolve(text))

    def nearest(self, text: str) -> str | None:
        """The name that was most likely meant, as it is to be written in a query."""
        found = nearest(_squeezed(text), self._choices, limit=1)
        return quoted(self._spellings[found[0]]) if found else None


class IdNames:
    """The ids of events, which are found by how they begin."""

    def __init__(self, ids: EventIds) -> None:
        self._ids = ids

    def knows(self, text: str) -> bool:
        """Whether any id begins with a text, whatever its case."""
        return bool(text and self._ids.beginning(text))

    def nearest(self, text: str) -> str | None:
        """The id that was most likely meant."""
        folded = [one for one, _ in self._ids]
        found = nearest(fold(text), folded, limit=1)
        return self._ids[bisect_left(folded, found[0])][1] if found else None


def quoted(name: str) -> str:
    """A name as it is written in a query: in quotation marks where it is more than one word."""
    simple = name.replace("-", "").replace("_", "").isalnum()
    return name if simple else f'"{name}"'


def _squeezed(text: str) -> str:
    return "".join(word for word, _, _ in tokens(text))


def _beginning(wanted: str, names: list[tuple[str, str]]) -> list[str]:
    low = bisect_left(names, (wanted, ""))
    high = bisect_left(names, (wanted + "\U0010ffff", ""), low)
    return [id_ for _, id_ in names[low:high]]


FLAG_NAMES = Names((flag, (flag,)) for flag in FLAGS)
