"""The harness on a smaller text: no verdict is wrong, and what is judged is what it says."""

from __future__ import annotations

import re

import harness
from alterations import ALTERATIONS, SETTINGS
from prose import Writer

from explorer.evidence import Passage


def test_no_verdict_on_quotes_of_an_altered_or_reset_text_is_wrong() -> None:
    drawn, tallies = harness.run(texts=1, characters=20_000)
    assert drawn > 50
    assert all(tally.verdicts.total() for tally in tallies.values())
    assert not [case for tally in tallies.values() for case in tally.wrong]
    for name in (*ALTERATIONS, "the quote begins within a word", "the sentences are deleted"):
        assert not tallies[name].verdicts.keys() & {"exact", "typography", "ambiguous"}
    for name in SETTINGS:
        assert tallies[name].verdicts.keys() <= {"exact", "typography"}


def test_a_wrong_verdict_would_be_seen() -> None:
    quote = "Cuba recognised China"
    text = f"In 1960 {quote}."
    is_right = harness.changed_at(text, quote, (8, 29))
    assert is_right(Passage("changed", 8, 29, why="a word differs"))
    assert not is_right(Passage("changed", 8, 29))
    assert not is_right(Passage("exact", 8, 29))
    assert not is_right(Passage("missing"))
    assert not harness.found_at("exact", (8, 29))(Passage("exact", 8, 28))
    assert not harness.missing_from(text, quote)(Passage("exact", 8, 29))


def test_the_texts_hold_what_is_altered() -> None:
    text = Writer(0).text(harness.CHARACTERS)
    assert len(text) >= 80_000
    for pattern in (r"\d,\d", r"\bnot\b", r"\bnever\b", r"\bmust\b", "[“”’—–á]", r"\w-\w"):
        assert len(re.findall(pattern, text)) > 20


def test_the_table_has_a_line_for_each_kind_of_trial() -> None:
    _, tallies = harness.run(texts=1, characters=2_000)
    lines = list(harness.table(tallies))
    assert len(lines) == 2 + len(tallies)
    assert lines[2].startswith("| nothing | ")
