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
    from collections.abc import Iterable, Mapping, Sequence

    from explorer.dates import DateMention
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Span

# In a text without paragraphs so many dates before and behind a passage are its surroundings, no more.
_NEAR = 50
_HYPHEN_AT_LINE_END = re.compile(r"(?<=\w)-[^\S\r\n]*(?>\r\n|[\r\n])[^\S\r\n]*(?=\w)")


class CitedParagraphs:
    """The paragraphs of documents by the spans of passages, each looked at once, when first asked for."""

    def __init__(self, documents: Mapping[str, DocumentText]) -> None:
        self._documents = documents
        self._spans: dict[str, tuple[list[int], list[Span]]] = {}
        self._mentions: dict[tuple[str, int], tuple[list[int], list[DateMention]]] = {}
        self._texts: dict[tuple[str, int], str] = {}
        self._said: dict[tuple[str, int, tuple[str, ...]], bool] = {}

    def text(self, document: str, span: Span) -> str:
        """What stands in the span."""
        return self._documents[document].text[slice(*span)]

    def dates_within(self, document: str, span: Span) -> Sequence[DateMention]:
        """The date mentions that stand wholly within the span, with their offsets in the document.

        What a mention leaves to be understood, such as the year, comes from its paragraph.
        """
        return self._dates(document, span, 0)

    def dates_around(self, document: str, span: Span) -> Sequence[DateMention]:
        """The date mentions of the paragraphs of the span; of long ones those that are near."""
        return self._dates(document, span, _NEAR)

    def say(self, document: str, span: Span, names: tuple[str, ...]) -> bool:
        """Whether the paragraphs of the span say any of the names (prepared by `searched`) as whole words."""
        return any(self._says(document, number, names) for number in self._numbers(document, span))

    def _dates(self, document: str, span: Span, near: int) -> Sequence[DateMention]:
        chosen: list[DateMention] = []
        for number in self._numbers(document, span):
            starts, mentions = self._mentioned(document, number)
            first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
            chosen += mentions[max(0, first - near) : last + near]
        return chosen if near else [mention for mention in chosen if mention.end <= span[1]]

    def _mentioned(self, document: str, number: int) -> tuple[list[int], list[DateMention]]:
        key = document, number
        if key not in self._mentions:
            start, end = self._paragraphs(document)[1][number]
            mentions = [
                replace(mention, start=mention.start + start, end=mention.end + start)
                for mention in find_dates(self._documents[document].text[start:end])
            ]
            self._mentions[key] = [mention.start for mention in mentions], mentions
        return self._mentions[key]

    def _says(self, document: str, number: int, names: tuple[str, ...]) -> bool:
        key = document, number, names
        if key not in self._said:
            self._said[key] = any(says(self._text(document, number), name) for name in names)
        return self._said[key]

    def _text(self, document: str, number: int) -> str:
        key = document, number
        if key not in self._texts:
            start, end = self._paragraphs(document)[1][number]
            text = self._documents[document].text[start:end]
            # A hyphen at the end of a line may be the line's or the word's: both readings are searched.
            unbroken = _HYPHEN_AT_LINE_END.sub("", text)
            self._texts[key] = searched(text if unbroken == text else f"{text} \n {unbroken}")
        return self._texts[key]

    def _numbers(self, document: str, span: Span) -> Iterable[int]:
        starts, _ = self._paragraphs(document)
        return range(max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1]))

    def _paragraphs(self, document: str) -> tuple[list[int], list[Span]]:
        if document not in self._spans:
            spans = paragraphs(self._documents[document].text)
            self._spans[document] = [start for start, _ in spans], spans
        return self._spans[document]


def searched(text: str) -> str:
    """A text or a name as it is searched: without case and accents, white space as one space."""
    return " ".join(fold(unicodedata.normalize("NFC", text.replace("\xad", ""))).split())
