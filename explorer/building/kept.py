"""The events of files that have not changed, as a batch from an earlier snapshot: without reading them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from explorer.building.batch import Batch, Postings
from explorer.building.joined import Joined
from explorer.building.paragraphs import IndexedParagraphs, kept_paragraphs
from explorer.building.surprise import SurpriseError
from explorer.dates import parse, sort_key
from explorer.snapshot import Numbers, Texts, decode_row
from explorer.store.event_codec import decode_head
from explorer.store.facets import FACETS
from explorer.store.record_codec import decode_problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from explorer.problems import Problem
    from explorer.snapshot import Container

# With such a problem an event of one file was left out for one of another, or problems are missing.
_ACROSS_FILES = ("duplicate-id", "too-many-problems")


class Kept(NamedTuple):
    """Events as a batch, in the order in which the files have them.

    `names` are the files of the snapshot, as its rows number them; `files` has the number of each event's.
    `paragraphs` are those of the documents, which have not changed either.
    """

    batch: Batch
    names: Sequence[str]
    files: array[int]
    paragraphs: IndexedParagraphs


def kept_events(container: Container, unchanged: Collection[str]) -> Kept:
    """The events of some files (by name) of a snapshot, with the problems in these files.

    Raises DamagedSnapshotError; and SurpriseError where what was left out of these files depends on others.
    """
    about = decode_row(container.section("about"))
    names, documents = about["files"], [id_ for id_, _ in about["documents"]]
    files = {number for number, name in enumerate(names) if name in unchanged}
    rows = [*Texts(container, "events").all()]
    heads = [decode_head(row) for row in rows]
    ordinals = Numbers(container, "ordinals", "I")
    kept = sorted(
        (number for number, head in enumerate(heads) if head.file in files), key=ordinals.__getitem__
    )
    # Where each number of the snapshot is in the batch; the others are not looked up.
    places = array("I", bytes(4 * len(rows)))
    for place, number in enumerate(kept):
        places[number] = place
    allowed = BitMap(kept)
    phrases = [*Texts(container, "phrases").all()]
    earliest, latest = (Numbers(container, name, "q").piece(0, len(rows)) for name in ("earliest", "latest"))
    batch = Batch(
        keys=[sort_key(parse(heads[number].date)) for number in kept],
        ids=[heads[number].id for number in kept],
        days=[(earliest[number], latest[number]) for number in kept],
        rows=Joined.of(rows[number] for number in kept),
        phrases=Joined.of(phrases[number] for number in kept),
        facets={name: _postings(container, f"facet.{name}", allowed, places) for name in FACETS},
        cited=dict(_cited(container, documents, allowed, places)),
        problems=[*_problems(container, unchanged)],
    )
    files_of_events = array("I", (heads[number].file for number in kept))
    return Kept(batch, names, files_of_events, kept_paragraphs(container))


def _postings(container: Container, name: str, allowed: BitMap, places: Sequence[int]) -> Postings:
    found, counts, numbers = list[bytes](), array("I"), array("I")
    for key, bits in zip(
        Texts(container, f"{name}.keys").all(), Texts(container, f"{name}.sets").all(), strict=True
    ):
        kept = BitMap.deserialize(bits) & allowed
        if kept:
            found.append(key)
            counts.append(len(kept))
            numbers.extend(map(places.__getitem__, kept))
    return Postings(found, counts, numbers)


def _cited(
    container: Container, documents: Sequence[str], allowed: BitMap, places: Sequence[int]
) -> Iterator[tuple[str, array[int]]]:
    bounds, rows = Numbers(container, "cited.bounds", "Q"), Numbers(container, "cited", "I")
    for place, document in enumerate(documents):
        first, last = bounds.piece(place, place + 2)
        kept = array("I")
        column = iter(rows.piece(4 * first, 4 * last))
        for start, end, number, verified in zip(column, column, column, column, strict=True):
            if number in allowed:
                kept.extend((start, end, places[number], verified))
        if kept:
            yield document, kept


def _problems(container: Container, files: Collection[str]) -> Iterator[Problem]:
    for row in Texts(container, "problems").all():
        problem = decode_problem(decode_row(row))
        if problem.code in _ACROSS_FILES:
            raise SurpriseError
        if problem.file in files:
            yield problem
