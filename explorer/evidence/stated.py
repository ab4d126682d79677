"""What each source says on when an event was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import compare
from explorer.evidence.agreement import FROM_BEST
from explorer.evidence.cited_paragraphs import CitedParagraphs
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from explorer.dates import DateMention, EdtfDate
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Passage
    from explorer.model import Event


@dataclass(frozen=True, slots=True)
class StatedDate:
    """What one citation says on when its event was.

    `found` is False for the citation's own `date:`, which the editor has read in the source, and True for a
    date that was found in the words of the passage.  `date` is None where the source is not known to say.
    """

    date: EdtfDate | None
    found: bool = False


_SILENT = StatedDate(None)


def stated_dates(
    event: Event, passages: Sequence[Passage], documents: Mapping[str, DocumentText]
) -> tuple[StatedDate, ...]:
    """What each citation of an event says, in their order: its `date:`, else a date found in its passage.

    `passages` are those of the event, one for each citation; only a quote that was found is read.  Of several
    dates in a passage the one counts that agrees best with the event's, the first of equals; where none
    agrees they may be about anything, and the citation is taken to say nothing.
    """
    around = CitedParagraphs(documents)
    return tuple(_stated(event, passages, around))


def possible_dates(mentions: Iterable[DateMention]) -> Iterator[EdtfDate]:
    """Every date that the mentions can mean, all readings of an ambiguous one."""
    for mention in mentions:
        yield from mention.readings or (mention.date,)


def _stated(event: Event, passages: Sequence[Passage], around: CitedParagraphs) -> Iterator[StatedDate]:
    for source, passage in zip(event.sources, passages, strict=True):
        span = passage.found
        if source.date:
            yield StatedDate(source.date)
        elif span is None:
            yield _SILENT
        else:
            yield _told(event, around.dates_within(source.document, span))


def _told(event: Event, mentions: Sequence[DateMention]) -> StatedDate:
    dates = [*possible_dates(mentions)]
    if not dates:
        return _SILENT
    best = min(dates, key=lambda date: FROM_BEST.index(compare(date, event.date)))
    if compare(best, event.date) == "conflicts" and len({date.text for date in dates}) > 1:
        return _SILENT
    return StatedDate(best, found=True)
