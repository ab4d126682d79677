"""Batches put together: the events get their numbers, and all sections of the snapshot are made."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING

from pyroaring import BitMap

from explorer.building.documents import documents_sections
from explorer.building.indexing import facet_sections, pieces_section, texts_section
from explorer.building.joined import Reordered
from explorer.building.paragraphs import paragraph_sections
from explorer.building.words import indexed_here
from explorer.folding import fold
from explorer.snapshot import encode_row, numbers_bytes
from explorer.store.facets import FACETS, FLAGS
from explorer.store.record_codec import encode_country, encode_problem, encode_type
from explorer.store.store import by_place
from explorer.store.time_axis import REACH
from explorer.utf8 import encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from explorer.building.batch import Batch, Postings
    from explorer.building.indexing import Pieces
    from explorer.building.paragraphs import IndexedParagraphs
    from explorer.building.words import Indexing
    from explorer.model import Dataset
    from explorer.problems import Problem

    Sets = dict[bytes, BitMap]

# The first part of the order of dates that are not known (`explorer.dates.order`).
_UNKNOWN = 2


def assemble(
    dataset: Dataset,
    batches: Sequence[Batch],
    files: Mapping[str, int],
    paragraphs: Callable[[], IndexedParagraphs] | None,
    ranks: Sequence[int] | None = None,
    index: Indexing = indexed_here,
) -> Pieces:
    """All sections of the snapshot of a dataset, given its events in batches.

    The batches are in the order of the files, or else `ranks` has the place of each event's file.  Of the
    dataset the events are not looked at, and to its problems those of the batches are added.  `index` makes
    the sections of the events' words, `paragraphs` the index of the documents, and is called when that has
    begun; without it none of their paragraphs is known to be cited.
    """
    keys = [key for batch in batches for key in batch.keys]
    in_files: Sequence[int] = range(len(keys))
    if ranks is not None:
        in_files = sorted(in_files, key=ranks.__getitem__)
    order = sorted(in_files, key=keys.__getitem__)
    numbers = _inverse(order)
    phrases = Reordered([batch.phrases for batch in batches], order)
    lengths = array("Q", phrases.lengths)
    pieces, words = index(phrases)
    dated = bisect_left(order, _UNKNOWN, key=lambda number: keys[number][0])
    problems = by_place(chain(dataset.problems, *(batch.problems for batch in batches)))
    cited = _cited(dataset, batches, numbers)
    sections = {
        "about": [_about(dataset, dated, files)],
        "ordinals": [numbers_bytes("I", map(_inverse(in_files).__getitem__, order))],
        **texts_section("problems", (encode_row(encode_problem(problem)) for problem in problems)),
        **_columns(batches, order, dated),
        **pieces_section("phrases", lengths, pieces),
        **_ids(batches, numbers),
    }
    facets = {name: _sets([batch.facets.get(name) for batch in batches], numbers, batches) for name in FACETS}
    _complete(facets, dataset, problems, batches, numbers)
    for name, sets in facets.items():
        sections |= facet_sections(name, sets)
    sections |= documents_sections(dataset.documents, cited, files)
    if paragraphs:
        sections |= paragraph_sections(paragraphs(), cited.values())
    # Others may still be at the words while all the rest is written.
    return sections | words()


def _inverse(order: Sequence[int]) -> array[int]:
    """At which place of an order each number stands."""
    places = array("I", bytes(4 * len(order)))
    for place, number in enumerate(order):
        places[number] = place
    return places


def _about(dataset: Dataset, dated: int, files: Mapping[str, int]) -> bytes:
    about = {
        "path": str(dataset.path),
        "title": dataset.title,
        "description": dataset.description,
        "license": dataset.license,
        "files": [*files],
        "countries": [encode_country(country, files) for country in dataset.countries.values()],
        "types": [encode_type(kind, files) for kind in dataset.types.values()],
        "documents": [[id_, document.title] for id_, document in dataset.documents.items()],
        "dated": dated,
    }
    return encode_row(about)


def _columns(batches: Sequence[Batch], order: Sequence[int], dated: int) -> Pieces:
    days = [*chain.from_iterable(batch.days for batch in batches)]
    rows = Reordered([batch.rows for batch in batches], order)
    in_order = [*map(days.__getitem__, order)]
    earliest, latest = (array("q", map(itemgetter(bound), in_order)) for bound in (0, 1))
    peaks = [max(latest[first : first + REACH]) for first in range(0, len(latest), REACH)]
    return {
        "earliest": [numbers_bytes("q", earliest)],
        "latest": [numbers_bytes("q", latest)],
        "latest.peaks": [numbers_bytes("q", peaks)],
        **_days(earliest, dated),
        **pieces_section("events", rows.lengths, rows),
    }


def _days(earliest: Sequence[int], dated: int) -> Pieces:
    """The different days among the earliest ones of dated events, and where each begins."""
    firsts = [number for number in range(dated) if not number or earliest[number] != earliest[number - 1]]
    return {
        "days": [numbers_bytes("q", map(earliest.__getitem__, firsts))],
        "days.first": [numbers_bytes("I", [*firsts, dated])],
    }


def _ids(batches: Sequence[Batch], numbers: Sequence[int]) -> Pieces:
    ids = chain.from_iterable(batch.ids for batch in batches)
    found = sorted((encoded(f"{fold(id_)}\0{id_}"), number) for id_, number in zip(ids, numbers, strict=True))
    return {
        **texts_section("ids", (id_ for id_, _ in found)),
        "ids.numbers": [numbers_bytes("I", (number for _, number in found))],
    }


def _sets(postings: Iterable[Postings | None], numbers: array[int], batches: Sequence[Batch]) -> Sets:
    """The sets of event numbers by key, of what the batches know by their own numbers."""
    gathered: dict[bytes, array[int]] = {}
    begins = accumulate((len(batch.keys) for batch in batches), initial=0)
    for begin, batch, found in zip(begins, batches, postings, strict=False):
        if found is None:
            continue
        of_batch = numbers[begin : begin + len(batch.keys)]
        renumbered = array("I", map(of_batch.__getitem__, found.numbers))
        at = 0
        for key, count in zip(found.keys, found.counts, strict=True):
            part = renumbered[at : at + count]
            at += count
            if key in gathered:
                gathered[key].extend(part)
            else:
                gathered[key] = part
    return {key: BitMap(found) for key, found in gathered.items()}


def _complete(
    facets: dict[str, Sets],
    dataset: Dataset,
    problems: Iterable[Problem],
    batches: Sequence[Batch],
    numbers: Sequence[int],
) -> None:
    """Add the keys that no event has, and the flag of the events with a problem."""
    known = {"countries": dataset.countries, "types": dataset.types, "documents": dataset.documents}
    for name, keys in {**known, "flags": FLAGS}.items():
        for key in keys:
            facets[name].setdefault(_key(key), BitMap())
    faulty = {problem.event for problem in problems}
    ids = chain.from_iterable(batch.ids for batch in batches)
    facets["flags"][b"problem"] = BitMap(n for id_, n in zip(ids, numbers, strict=True) if id_ in faulty)


def _key(id_: str) -> bytes:
    return encoded(id_)


def _cited(dataset: Dataset, batches: Sequence[Batch], numbers: array[int]) -> dict[str, array[int]]:
    """The start, end, event number and verdict of all passages, by document."""
    cited = {id_: array("I") for id_ in dataset.documents}
    begin = 0
    for batch in batches:
        of_batch = numbers[begin : begin + len(batch.keys)]
        begin += len(batch.keys)
        for document, rows in batch.cited.items():
            begin_of_rows = 2 + len(cited[document])
            cited[document].extend(rows)
            cited[document][begin_of_rows::4] = array("I", map(of_batch.__getitem__, rows[2::4]))
    return {document: _sorted(rows) for document, rows in cited.items()}


def _sorted(rows: array[int]) -> array[int]:
    return array("I", chain.from_iterable(sorted(zip(*(rows[place::4] for place in range(4)), strict=True))))
