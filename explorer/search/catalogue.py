"""What searching needs to know of a dataset besides the store's sets: its names, and its documents folded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from explorer.folding import fold
from explorer.search.names import EventIds, Names

if TYPE_CHECKING:
    from explorer.model import Dataset
    from explorer.store import Store


class Catalogue:
    """The names in a dataset, each kind indexed when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._folded: dict[str, str] = {}

    @cached_property
    def countries(self) -> Names:
        """Countries by id, name and aliases."""
        countries = self._dataset.countries.values()
        return Names((country.id, (country.name, *country.aliases, country.id)) for country in countries)

    @cached_property
    def types(self) -> Names:
        """Event types by id and label."""
        return Names((kind.id, (kind.id, kind.label)) for kind in self._dataset.types.values())

    @cached_property
    def documents(self) -> Names:
        """Documents by id and title."""
        documents = self._dataset.documents.values()
        return Names((document.id, (document.id, document.title)) for document in documents)

    @cached_property
    def tags(self) -> Names:
        """The tags of the events."""
        return Names(
            (tag, (tag,)) for tag in sorted({tag for event in self._dataset.events for tag in event.tags})
        )

    @cached_property
    def event_ids(self) -> EventIds:
        """The ids of the events."""
        return EventIds(event.id for event in self._dataset.events)

    def folded_document(self, document: str) -> str:
        """The whole text of a document, folded."""
        if document not in self._folded:
            self._folded[document] = fold(self._dataset.documents[document].text)
        return self._folded[document]


_CATALOGUES: WeakKeyDictionary[Store, Catalogue] = WeakKeyDictionary()


def catalogue_of(store: Store) -> Catalogue:
    """The catalogue of a store's dataset; it lives as long as the store."""
    if (catalogue := _CATALOGUES.get(store)) is None:
        catalogue = _CATALOGUES[store] = Catalogue(store.dataset)
    return catalogue
