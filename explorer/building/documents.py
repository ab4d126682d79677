"""The sections of the documents: their records and texts, where they are cited, and the words around."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from pyroaring import BitMap

from explorer.building.indexing import texts_section, word_sections
from explorer.folding import paragraphs_of_words
from explorer.snapshot import numbers_bytes
from explorer.store.cited_text import CitedText
from explorer.store.record_codec import encode_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.building.indexing import Pieces
    from explorer.model import Document


def documents_sections(
    documents: Mapping[str, Document], cited: Mapping[str, array[int]], files: Mapping[str, int]
) -> Pieces:
    """The documents in their order, and of each the (start, end, event, verified) of its passages."""
    rows = [json.dumps(encode_document(document, files)).encode() for document in documents.values()]
    texts = [document.text.encode("utf-8", "surrogatepass") for document in documents.values()]
    bounds = accumulate((len(cited[id_]) // 4 for id_ in documents), initial=0)
    return {
        **texts_section("documents", rows),
        **texts_section("document-texts", texts),
        "cited.bounds": [numbers_bytes("Q", bounds)],
        "cited": [numbers_bytes("I", cited[id_]) for id_ in documents],
    }


def around_sections(documents: Mapping[str, Document], cited: Mapping[str, array[int]]) -> Pieces:
    """The word indexes "passage", of events by the paragraphs that they cite, and "text", of documents."""
    by_passage, by_text = defaultdict[bytes, list[int]](list), defaultdict[bytes, list[int]](list)
    citing: list[list[int]] = []
    for place, (id_, document) in enumerate(documents.items()):
        rows = cited[id_]
        if rows:
            cited_text = CitedText(document.text)
            for paragraph, events in _citing(cited_text, rows).items():
                for word in _words(cited_text.paragraph(paragraph)):
                    by_passage[word].append(len(citing))
                citing.append(events)
            for word in _words(document.text):
                by_text[word].append(place)
    passage = {
        word: BitMap(array("I", chain.from_iterable(map(citing.__getitem__, paragraphs))))
        for word, paragraphs in by_passage.items()
    }
    text = {word: BitMap(array("I", places)) for word, places in by_text.items()}
    return word_sections("passage", passage) | word_sections("text", text)


def _citing(text: CitedText, rows: array[int]) -> dict[int, list[int]]:
    """The events that cite each of the paragraphs of a document."""
    citing = defaultdict[int, list[int]](list)
    for start, end, event in zip(rows[::4], rows[1::4], rows[2::4], strict=True):
        for paragraph in text.around(start, end):
            citing[paragraph].append(event)
    return citing


def _words(text: str) -> set[bytes]:
    return {word for paragraph in paragraphs_of_words(text) for word in paragraph}
