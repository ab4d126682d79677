"""tantivy, the full-text index in Rust, through its Python package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.searcher import NotInstalledError, Searcher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def tantivy(texts: Sequence[str], folder: Path) -> Searcher:
    """Build the index; raises NotInstalledError without the package."""
    try:
        from tantivy import Document, Index, Query, SchemaBuilder
    except ImportError:
        raise NotInstalledError("not installed") from None
    schema = SchemaBuilder().add_text_field("text", stored=False, index_option="basic").build()
    index = Index(schema, str(folder))
    writer = index.writer(num_threads=1)
    for text in texts:
        writer.add_document(Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher, count = index.searcher(), len(texts)

    def search(prefix: str) -> int:
        query = Query.regex_query(schema, "text", f"{prefix}.*")
        return len(searcher.search(query, limit=count, count=False).hits)

    return Searcher("tantivy", "result set", search)
