"""The acts of a pair of states that tell how their relations stand, with the day from which each tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pyroaring import FrozenBitMap

from explorer.dates import EdtfDate, parse, sort_key
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.dates import SortKey
    from explorer.model import Country, EventType
    from explorer.store import Selection, Store

Role = Literal["founded", "recognition", "rupture", "agreement", "ended"]

# An act of state is of a day, even if nobody knows which; what takes longer is a process.
LONGEST_ACT = 366
_ROLES: dict[str, Role] = {"recognition": "recognition", "rupture": "rupture"}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can change how two states stand to each other, or the beginning or end of one.

    `date` is the event's own, or that of the country's `exists`.  `event` is the number of the event, None
    for a beginning or an end, where `country` is the name of the country.
    """

    role: Role
    date: EdtfDate
    event: int | None = None
    country: str = ""
    bilateral: bool = True
    disputed: bool = False

    @property
    def order(self) -> SortKey:
        """The place in time: that of its date, for an agreement that of the day when it was complete."""
        key = sort_key(self.date)
        finished = self.finished
        if self.role != "agreement" or finished is None:
            return key
        return (key[0], finished, *key[2:])

    @property
    def finished(self) -> int | None:
        """The first day (an ordinal) on which it can have been complete; None where no day is known."""
        if "/" not in self.date.text:
            return self.date.earliest
        end = _end_of(self.date, 1)
        return self.date.earliest if end is None else end.earliest

    @property
    def settled(self) -> int | None:
        """The last day on which it can have begun; None where that is not known."""
        start = _end_of(self.date, 0) if "/" in self.date.text else None
        return start.latest if start is not None and self.date.latest is None else self.date.latest

    @property
    def lasting(self) -> bool:
        """Whether it went on for longer than an act does, so that it may be a process or a period."""
        earliest, latest = self.date.earliest, self.date.latest
        if "/" not in self.date.text:
            return False
        return earliest is None or (latest is not None and latest - earliest > LONGEST_ACT)

    @property
    def undated(self) -> bool:
        """Whether not even its year is known."""
        return self.date.earliest is None and self.date.latest is None


def role_of(kind: EventType) -> Role | None:
    """What events of a type tell about relations; None where they tell nothing for certain."""
    if kind.id in _ROLES:
        return _ROLES[kind.id]
    return "agreement" if kind.plover == "AGREE" else None


def acts(store: Store, shared: Selection, pair: tuple[Country, Country]) -> list[Act]:
    """The acts of a pair in time order, undated ones last; `shared` are the events of both."""
    found = [*_existence(pair), *_told(store, shared, ("recognition", "rupture"))]
    if any(act.role == "recognition" for act in found):
        # Without a recognition no agreement tells anything: there is no need to look at them.
        found += _told(store, shared, ("agreement",))
    return sorted(found, key=lambda act: act.order)


def _told(store: Store, shared: Selection, roles: tuple[Role, ...]) -> Iterator[Act]:
    kinds = {id_: role_of(kind) for id_, kind in store.dataset.types.items()}
    wanted = [store.of_type(id_).bits for id_, role in kinds.items() if role in roles]
    disputed = store.flagged("disputed")
    for number in shared.bits & FrozenBitMap.union(*wanted) if wanted else ():
        event = store.events[number]
        role = kinds[event.type]
        assert role is not None
        alone = len(set(event.countries)) == 2
        yield Act(role, event.date, number, bilateral=alone, disputed=number in disputed)


def _existence(pair: tuple[Country, Country]) -> Iterator[Act]:
    """The beginning of the younger of two states and the end of the one that ended first."""
    begun = [(date, country) for country in pair if (date := _bound(country, 0))]
    ended = [(date, country) for country in pair if (date := _bound(country, 1))]
    if begun:
        date, country = max(begun, key=_by_date)
        yield Act("founded", date, country=country.name)
    if ended:
        date, country = min(ended, key=_by_date)
        yield Act("ended", date, country=country.name)


def _by_date(bound: tuple[EdtfDate, Country]) -> SortKey:
    return sort_key(bound[0])


def _bound(country: Country, end: Literal[0, 1]) -> EdtfDate | None:
    return _end_of(country.exists, end) if country.exists and "/" in country.exists.text else None


def _end_of(interval: EdtfDate, end: Literal[0, 1]) -> EdtfDate | None:
    """The date at the beginning (0) or the end (1) of an interval; None where it is open or unknown."""
    text = interval.text.split("/")[end]
    return None if text.strip(".") == "" else parse(text)
