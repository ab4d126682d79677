"""Fields whose value is a name of something: which names there are, and which events each selects."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, TypeAlias, cast

from explorer.records import dataclass
from explorer.search.catalogue import Catalogue, catalogue_of
from explorer.search.names import FLAG_NAMES, IdNames, Names
from explorer.search.query import Message
from explorer.search.written import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from explorer.search.syntax import Field, Name
    from explorer.store import Flag, Selection, Store

_Select: TypeAlias = "Callable[[Store, Iterable[str]], Selection]"


@dataclass(frozen=True, slots=True)
class _Named:
    """A kind of thing with names: what a message calls it, its names, and what the ids of some select."""

    noun: str
    names: Callable[[Catalogue], Names]
    select: _Select


def _union_of(select: Callable[[Store, str], Selection]) -> _Select:
    return lambda store, ids: reduce(or_, (select(store, id_) for id_ in ids), store.nothing)


_COUNTRY = _Named(
    "country", lambda known: known.countries, _union_of(lambda store, id_: store.involving(id_))
)
_KINDS = {
    "country": _COUNTRY,
    "between": _COUNTRY,
    "type": _Named("type", lambda known: known.types, _union_of(lambda store, id_: store.of_type(id_))),
    "doc": _Named("document", lambda known: known.documents, _union_of(lambda store, id_: store.citing(id_))),
    "tag": _Named("tag", lambda known: known.tags, _union_of(lambda store, id_: store.tagged(id_))),
    "is": _Named(
        "flag", lambda _: FLAG_NAMES, _union_of(lambda store, id_: store.flagged(cast("Flag", id_)))
    ),
}


def select_named(store: Store, field: Field, names: tuple[Name, ...]) -> Selection:
    """The events that a field with names selects: of any reading of a name, and of all the names."""
    if field.name == "id":
        return reduce(and_, (_with_id(store, name) for name in names))
    kind = _KINDS[field.name]
    known = kind.names(catalogue_of(store))
    readings = _apart([known.resolve(name.text) for name in names])
    return reduce(and_, (kind.select(store, ids) for ids in readings))


def _with_id(store: Store, name: Name) -> Selection:
    return store.choose(store.ids.numbers(store.ids.beginning(name.text)))


def _known(store: Store, field: Field) -> tuple[str, Names | IdNames]:
    """What a message calls a thing of a field, and the names of all of them."""
    if field.name == "id":
        return "event", catalogue_of(store).event_ids
    kind = _KINDS[field.name]
    return kind.noun, kind.names(catalogue_of(store))


def _apart(readings: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Readings that leave out what another name means for certain: `between:china,c` is China and another."""
    certain = {ids[0] for ids in readings if len(ids) == 1}
    return [ids if len(ids) == 1 else tuple(id_ for id_ in ids if id_ not in certain) for ids in readings]


def unknown_names(store: Store, field: Field, names: tuple[Name, ...]) -> Iterator[Message]:
    """An error for each name that the dataset does not know, with the nearest that it knows."""
    noun, known = _known(store, field)
    for name in names:
        if not known.knows(name.text):
            near = known.nearest(name.text)
            hint = f"did you mean {near}?" if near else ""
            yield Message(
                "error", f"unknown {noun} {shown(name.text)}", name.start, name.end, hint, near or ""
            )
