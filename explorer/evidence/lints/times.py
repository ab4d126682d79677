"""Lints on when: dates that the passages do not support, and documents older than what they report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import civil, compare, describe, find_dates
from explorer.dates.calendar import MONTH_NAMES
from explorer.evidence.lints.warning import warning
from explorer.evidence.stated import possible_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.dates import DateMention, EdtfDate
    from explorer.evidence.cited_paragraphs import CitedParagraphs
    from explorer.evidence.passage import Passage, Span
    from explorer.model import Citation, Document, Event
    from explorer.problems import Problem

_PLANNED = "planned"
# So many dates of a passage are told in a message.
_TOLD = 2


def unsupported(event: Event, passages: Sequence[Passage], around: CitedParagraphs) -> Iterator[Problem]:
    """`date-unsupported`, at the quote: the date that it states is not the event's, and no other one is.

    Whoever gives a citation of the event a `date:`, or notes something on the quote, has seen what the source
    says; so has who marks the event's date as approximate or uncertain.  Nor is anything said where the year
    in the passage is only inferred, where the paragraphs hold a date that fits, or while a quote of the event
    has not been found.
    """
    if not _qualified(event.date) and not any(source.date for source in event.sources):
        yield from _unsupported(event, passages, around)


def after_document(event: Event, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """`dated-after-document`, at the quote: the event is dated certainly after the document that reports it.

    An event with the tag `planned` may be; a date that is approximate or uncertain is not certainly after
    any.  Each document is named once for an event.
    """
    if _PLANNED in event.tags or _qualified(event.date):
        return
    for source in {source.document: source for source in reversed(event.sources)}.values():
        document = documents.get(source.document)
        if document and document.date and _is_after(event.date, document.date):
            yield _after_document(event, source, document, document.date)


def _unsupported(event: Event, passages: Sequence[Passage], around: CitedParagraphs) -> Iterator[Problem]:
    spans = [passage.found for passage in passages]
    cited = [(source, span) for source, span in zip(event.sources, spans, strict=True) if span]
    if len(cited) < len(spans) or not _in_doubt(event, cited, around):
        return
    within = [(source, around.dates_within(source.document, span)) for source, span in cited]
    witness = next(((s, dates) for s, dates in within if not s.note and _denies(dates, event.date)), None)
    if witness is None or any(_fits(dates, event.date) for _, dates in within):
        return
    if not any(_fits(around.dates_around(source.document, span), event.date) for source, span in cited):
        yield _conflicting(event, *witness)


def _in_doubt(event: Event, cited: Sequence[tuple[Citation, Span]], around: CitedParagraphs) -> bool:
    """Whether the passages, each read by itself, deny the date: a quick look that clears most events.

    Reading whole paragraphs takes ten times as long.
    """
    texts = [around.text(source.document, span) for source, span in cited if not source.note]
    if any(_plainly_says(text, event.date) for text in texts):
        return False
    return any(_denies(find_dates(text), event.date) for text in texts)


def _plainly_says(text: str, date: EdtfDate) -> bool:
    """Whether the text holds year, month and day of the first day of the date, as far as it tells them."""
    if date.earliest is None:
        return False
    year, month, day = civil(date.earliest)
    if str(year) not in text or (date.precision in ("month", "day") and MONTH_NAMES[month - 1] not in text):
        return False
    return date.precision != "day" or re.search(rf"\b{day}\b", text) is not None


def _denies(mentions: Sequence[DateMention], date: EdtfDate) -> bool:
    """Whether the mentions tell a date by themselves, and none that fits."""
    return any(not m.inferred and not _qualified(m.date) for m in mentions) and not _fits(mentions, date)


def _fits(mentions: Sequence[DateMention], date: EdtfDate) -> bool:
    return any(compare(possible, date) != "conflicts" for possible in possible_dates(mentions))


def _conflicting(event: Event, source: Citation, mentions: Sequence[DateMention]) -> Problem:
    told = " and ".join([*dict.fromkeys(describe(m.date) for m in mentions if not m.inferred)][:_TOLD])
    return warning(
        source.place,
        "date-unsupported",
        f'the event "{event.id}" is dated {describe(event.date)}, but this passage says {told}',
        "Mend the event's date, or give the citation the `date:` that its source states or a `note:` on why"
        " yours is another.",
        event.id,
    )


def _after_document(event: Event, source: Citation, document: Document, issued: EdtfDate) -> Problem:
    return warning(
        source.place,
        "dated-after-document",
        f'the event "{event.id}" is dated {describe(event.date)}, after {document.id} that reports it'
        f" ({describe(issued)})",
        "Mend one of the two dates; if the document announces what is to come, give the event the tag"
        f" `{_PLANNED}`.",
        event.id,
    )


def _is_after(date: EdtfDate, issued: EdtfDate) -> bool:
    if date.earliest is None or issued.latest is None or _qualified(issued):
        return False
    return date.earliest > issued.latest


def _qualified(date: EdtfDate) -> bool:
    return date.approximate or date.uncertain
