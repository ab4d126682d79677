"""A verdict on a quote, and the passage of the document that it is about."""

from __future__ import annotations

from typing import Literal

from explorer.records import dataclass

Verdict = Literal["exact", "typography", "changed", "ambiguous", "missing"]

Span = tuple[int, int]

# A quote that stands this often is no evidence of any one place; further places are not listed.
MAX_PLACES = 100


@dataclass(frozen=True, slots=True)
class Passage:
    """What was found for one quote.  Offsets count the characters of the document as it is on disk.

    `exact`: `text[start:end]` is the quote, without the white space around it.
    `typography`: start and end hold the passage; only its setting differs, or the quote elides within it.
    `changed`: start and end hold the closest text, `why` says what differs.  It is not the quote.
    `ambiguous`: `places` are the spans at which the quote stands, the first `MAX_PLACES` of them.
    `missing`: `nearest` is the passage that comes nearest, as an offer, if any comes near.
    """

    verdict: Verdict
    start: int | None = None
    end: int | None = None
    places: tuple[Span, ...] = ()
    nearest: Span | None = None
    why: str = ""

    @property
    def is_verified(self) -> bool:
        """Whether the document has the quote as it is cited."""
        return self.verdict in ("exact", "typography")

    @property
    def found(self) -> Span | None:
        """Where the quote stands in the document; None where it does not stand there as it is cited."""
        if not self.is_verified or self.start is None or self.end is None:
            return None
        return self.start, self.end
