"""The paragraphs that passages stand in: the dates found in them, and the names that they say."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.dates import find_dates
from explorer.evidence.naming import says
from explorer.evidence.paragraph_spans import paragraphs
from explorer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.dates import DateMention
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Span

# In a text without paragraphs so many dates before and behind a passage are its surroundings, no more.
_NEAR = 50
_HYPHEN_AT_LINE_END = re.compile(r"-(?<=\w-)[^\S\r\n]*(?>\r\n|[\r\n])[^\S\r\n]*(?=\w)")


class Paragraph:
    """A paragraph of a document: what is asked of it is looked for once, when it is first asked for."""

    __slots__ = ("_document", "_mentions", "_said", "_searched", "_span")

    def __init__(self, document: str, span: Span) -> None:
        self._document, self._span = document, span
        self._mentions: tuple[list[int], list[DateMention]] | None = None
        self._searched: str | None = None
        self._said: dict[tuple[str, ...], bool] = {}

    def says(self, names: tuple[str, ...]) -> bool:
        """Whether it says any of the names (prepared by `searched`) as whole words."""
        if names not in self._said:
            self._said[names] = any(says(self._as_searched, name) for name in names)
        return self._said[names]

    @property
    def mentions(self) -> tuple[list[int], list[DateMention]]:
        """The dates that it mentions, with their offsets in the document, and where they start."""
        if self._mentions is None:
            found = [_moved(mention, self._span[0]) for mention in find_dates(self._text)]
            self._mentions = [mention.start for mention in found], found
        return self._mentions

    @property
    def _as_searched(self) -> str:
        if self._searched is None:
            # A hyphen at the end of a line may be the line's or the word's: both readings are searched.
            text = self._text
            unbroken = _HYPHEN_AT_LINE_END.sub("", text)
            self._searched = searched(text if unbroken == text else f"{text} \n {unbroken}")
        return self._searched

    @property
    def _text(self) -> str:
        return self._document[slice(*self._span)]


class CitedParagraphs:
    """The paragraphs of documents by the spans of passages, each looked at once, when first asked for."""

    def __init__(self, documents: Mapping[str, DocumentText]) -> None:
        self._documents = documents
        self._spans: dict[str, tuple[list[int], list[Span]]] = {}
        self._made: dict[tuple[str, int], Paragraph] = {}

    def text(self, document: str, span: Span) -> str:
        """What stands in the span."""
        return self._documents[document].text[slice(*span)]

    def of(self, document: str, span: Span) -> list[Paragraph]:
        """The paragraphs of the span."""
        if document not in self._spans:
            spans = paragraphs(self._documents[document].text)
            self._spans[document] = [start for start, _ in spans], spans
        starts, _ = self._spans[document]
        first, last = max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1])
        return [self._paragraph(document, number) for number in range(first, last)]

    def _paragraph(self, document: str, number: int) -> Paragraph:
        key = document, number
        if key not in self._made:
            self._made[key] = Paragraph(self._documents[document].text, self._spans[document][1][number])
        return self._made[key]

    def dates_within(self, document: str, span: Span) -> Sequence[DateMention]:
        """The date mentions that stand wholly within the span, with their offsets in the document.

        What a mention leaves to be understood, such as the year, comes from its paragraph.
        """
        return [mention for mention in self._dates(document, span, 0) if mention.end <= span[1]]

    def dates_around(self, document: str, span: Span) -> Sequence[DateMention]:
        """The date mentions of the paragraphs of the span; of long ones those that are near."""
        return self._dates(document, span, _NEAR)

    def _dates(self, document: str, span: Span, near: int) -> list[DateMention]:
        chosen: list[DateMention] = []
        for paragraph in self.of(document, span):
            starts, mentions = paragraph.mentions
            first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
            chosen += mentions[max(0, first - near) : last + near]
        return chosen


def _moved(mention: DateMention, by: int) -> DateMention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def searched(text: str) -> str:
    """A text or a name as it is searched: without case and accents, white space as one space."""
    return " ".join(fold(unicodedata.normalize("NFC", text.replace("\xad", ""))).split())
