"""Evidence: where the quotes of a dataset stand in its documents, and whether its sources agree."""

from explorer.evidence.agreement import agreement, disputed
from explorer.evidence.diff import DiffPart, word_diff
from explorer.evidence.document import DocumentText
from explorer.evidence.locating import locate
from explorer.evidence.paragraphs import paragraph_at, paragraphs
from explorer.evidence.passage import Passage, Verdict
from explorer.evidence.sentences import sentences
from explorer.evidence.verifying import Evidence, verify
from explorer.evidence.witnesses import witnesses

__all__ = [
    "DiffPart",
    "DocumentText",
    "Evidence",
    "Passage",
    "Verdict",
    "agreement",
    "disputed",
    "locate",
    "paragraph_at",
    "paragraphs",
    "sentences",
    "verify",
    "witnesses",
    "word_diff",
]
