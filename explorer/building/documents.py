"""The sections of the documents: their records and texts, and where they are cited."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.building.indexing import pieces_section, texts_section
from explorer.snapshot import encode_row, numbers_bytes
from explorer.store.cited import Spans, reach_of, spans_of
from explorer.store.record_codec import encode_document
from explorer.utf8 import encoded

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.building.indexing import Pieces
    from explorer.model import Document


def documents_sections(
    documents: Mapping[str, Document],
    cited: Mapping[str, array[int]],
    files: Mapping[str, int],
) -> Pieces:
    """The documents in their order, and the (start, end, event, verified) of the passages in each."""
    rows = [encode_row(encode_document(document, files)) for document in documents.values()]
    texts = _Texts([*documents.values()])
    bounds = accumulate((len(cited[id_]) // 4 for id_ in documents), initial=0)
    return {
        **texts_section("documents", rows),
        **pieces_section("document-texts", map(len, texts), texts),
        "cited.bounds": [numbers_bytes("Q", bounds)],
        "cited": [numbers_bytes("I", cited[id_]) for id_ in documents],
        **_spans([cited[id_] for id_ in documents]),
    }


def _spans(cited: Sequence[array[int]]) -> Pieces:
    """What the passages of each document cover, as `explorer.store.cited` has it."""
    spans = [spans_of(rows) for rows in cited]
    bounds = accumulate((len(each.starts) for each in spans), initial=0)
    return {
        "cited.reach": [numbers_bytes("I", reach_of(rows)) for rows in cited],
        "cited.spans.bounds": [numbers_bytes("Q", bounds)],
        **{
            f"cited.spans.{name}": [numbers_bytes("I", getattr(each, name)) for each in spans]
            for name in Spans._fields
        },
    }


class _Texts:
    """The texts of some documents in UTF-8, made one by one when they are asked for: there may be much."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    def __iter__(self) -> Iterator[bytes]:
        return (encoded(document.text) for document in self._documents)
