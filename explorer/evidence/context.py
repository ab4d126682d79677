"""What stands directly before and after a quote: the prefix and suffix of a W3C TextQuoteSelector."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explorer.evidence.folding import fold
from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Span

# Between a quote and its context a space or a dash may have been lost, more do not come in a row when folded.
_BETWEEN = " -"
_SLACK = 8


@dataclass(frozen=True)
class Context:
    """Prefix and suffix, stripped; empty where nothing is said of that side.  Their setting may differ."""

    prefix: str
    suffix: str

    def __bool__(self) -> bool:
        return bool(self.prefix or self.suffix)

    def fits(self, document: DocumentText, span: Span) -> bool:
        """Whether a span of the document stands directly between prefix and suffix."""
        return self.follows_prefix(document, span[0]) and self.precedes_suffix(document, span[1])

    def follows_prefix(self, document: DocumentText, start: int) -> bool:
        """Whether the prefix ends where offset `start` of the document is."""
        before = document.text[max(0, start - len(self.prefix) - _SLACK) : start]
        if before.rstrip().endswith(self.prefix):
            return True
        folded, prefix = document.folded, self._folded_prefix
        at = folded.position(start)
        return folded.text[max(0, at - len(prefix) - _SLACK) : at].rstrip(_BETWEEN).endswith(prefix)

    def precedes_suffix(self, document: DocumentText, end: int) -> bool:
        """Whether the suffix begins where offset `end` of the document is."""
        after = document.text[end : end + len(self.suffix) + _SLACK]
        if after.lstrip().startswith(self.suffix):
            return True
        folded, suffix = document.folded, self._folded_suffix
        at = folded.position(end)
        return folded.text[at : at + len(suffix) + _SLACK].lstrip(_BETWEEN).startswith(suffix)

    @cached_property
    def _folded_prefix(self) -> str:
        return fold(self.prefix).text.strip(_BETWEEN)

    @cached_property
    def _folded_suffix(self) -> str:
        return fold(self.suffix).text.strip(_BETWEEN)


NO_CONTEXT = Context("", "")
