"""A snapshot made of a dataset that was read as a whole, in this process."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from explorer.building.assembling import assemble
from explorer.building.batch import Known, batch_of
from explorer.building.paragraphs import paragraph_index
from explorer.building.phrases import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.building.indexing import Pieces
    from explorer.evidence import Evidence
    from explorer.model import Dataset


def sections_of(dataset: Dataset, evidence: Evidence) -> Pieces:
    """The sections of the snapshot of a dataset and the evidence on its quotes."""
    files = file_numbers(dataset, (event.place.file for event in dataset.events))
    batch = batch_of(dataset.events, evidence.passages, known_of(dataset, files), evidence.problems)
    texts = [document.text for document in dataset.documents.values()]
    return assemble(dataset, [batch], files, lambda: paragraph_index(texts))


def known_of(dataset: Dataset, files: dict[str, int]) -> Known:
    """What the events of a dataset refer to."""
    names = {id_: folded_words((one.name, *one.aliases)) for id_, one in dataset.countries.items()}
    labels = {id_: folded_words((kind.label,)) for id_, kind in dataset.types.items()}
    return Known(dataset.types, dataset.documents, names, labels, files)


def file_numbers(dataset: Dataset, *names_of_files: Iterable[str]) -> dict[str, int]:
    """A number for each of some files, from 0 in their order, and for those in which records are written."""
    names = dict.fromkeys(chain(*names_of_files, _files(dataset)))
    return {name: number for number, name in enumerate(names)}


def _files(dataset: Dataset) -> Iterator[str]:
    for country in dataset.countries.values():
        yield country.place.file
    for document in dataset.documents.values():
        yield document.place.file
    for kind in dataset.types.values():
        if kind.place:
            yield kind.place.file
