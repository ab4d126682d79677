"""What searching needs to know of a dataset besides the store's sets: its names, and its documents folded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from explorer.folding import fold
from explorer.search.names import IdNames, Names

if TYPE_CHECKING:
    from explorer.store import Store


class Catalogue:
    """The names in a dataset, each kind indexed when it is first asked for."""

    def __init__(self, store: Store) -> None:
        # Not the store itself: a catalogue goes when its store does.
        self._dataset, self._documents = store.dataset, store.documents
        self._tags, self._ids = store.facets.tags, store.ids
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
        return Names((id_, (id_, title)) for id_, title in self._documents.titles.items())

    @cached_property
    def tags(self) -> Names:
        """The tags of the events."""
        return Names((tag, (tag,)) for tag in sorted(self._tags))

    @cached_property
    def event_ids(self) -> IdNames:
        """The ids of the events."""
        return IdNames(self._ids)

    def folded_document(self, document: str) -> str:
        """The whole text of a document, folded."""
        if document not in self._folded:
            self._folded[document] = fold(self._dataset.documents[document].text)
        return self._folded[document]


_CATALOGUES: WeakKeyDictionary[Store, Catalogue] = WeakKeyDictionary()


def catalogue_of(store: Store) -> Catalogue:
    """The catalogue of a store's dataset; it lives as long as the store."""
    if (catalogue := _CATALOGUES.get(store)) is None:
        catalogue = _CATALOGUES[store] = Catalogue(store)
    return catalogue
