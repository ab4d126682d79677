"""Evidence: where the quotes of a dataset stand in its documents, and whether its sources agree."""

from typing import TYPE_CHECKING

from explorer import lazily
from explorer.evidence.agreement import agreement, disputed
from explorer.evidence.passage import Passage, Verdict
from explorer.evidence.witnesses import witnesses

if TYPE_CHECKING:
    from explorer.evidence.comparison import Comparison, Pair, agreements, comparisons
    from explorer.evidence.coverage import SentenceCoverage, sentence_coverage
    from explorer.evidence.diff import DiffPart, word_diff
    from explorer.evidence.document import DocumentText
    from explorer.evidence.lints import lint
    from explorer.evidence.locating import locate
    from explorer.evidence.paragraph_spans import paragraph_at, paragraphs
    from explorer.evidence.sentence_ends import sentences
    from explorer.evidence.standing import Standing, standing_of
    from explorer.evidence.stated import StatedDate, stated_dates
    from explorer.evidence.verifying import Evidence, verify
else:
    __getattr__ = lazily.exports(
        __name__,
        {
            "comparison": "Comparison Pair agreements comparisons",
            "coverage": "SentenceCoverage sentence_coverage",
            "diff": "DiffPart word_diff",
            "document": "DocumentText",
            "lints": "lint",
            "locating": "locate",
            "paragraph_spans": "paragraph_at paragraphs",
            "sentence_ends": "sentences",
            "standing": "Standing standing_of",
            "stated": "StatedDate stated_dates",
            "verifying": "Evidence verify",
        },
    )

__all__ = [
    "Comparison",
    "DiffPart",
    "DocumentText",
    "Evidence",
    "Pair",
    "Passage",
    "SentenceCoverage",
    "Standing",
    "StatedDate",
    "Verdict",
    "agreement",
    "agreements",
    "comparisons",
    "disputed",
    "lint",
    "locate",
    "paragraph_at",
    "paragraphs",
    "sentence_coverage",
    "sentences",
    "standing_of",
    "stated_dates",
    "verify",
    "witnesses",
    "word_diff",
]
