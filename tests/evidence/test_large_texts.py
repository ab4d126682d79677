"""Long documents, long quotes and texts that repeat themselves: judged in a time that grows with length."""

from __future__ import annotations

from time import thread_time

import pytest
from prose import Writer

from explorer.evidence import DocumentText, locate, paragraph_at, paragraphs, word_diff

# What costs the square of the length would take half an hour even so.
LONG = 200_000


@pytest.mark.parametrize("character", "a1( -.'\"\n中é\u0301\u200b\xad🇨")
def test_a_document_of_one_character_repeated_has_no_other_quote(character: str) -> None:
    document = DocumentText(character * LONG)
    assert locate(document, "x" + character * 20 + "y").verdict == "missing"


@pytest.mark.parametrize("character", "a1")
def test_part_of_a_long_word_is_not_found_in_it(character: str) -> None:
    document = DocumentText(character * LONG)
    assert locate(document, character * 10).start is None
    assert locate(document, character * 100_000).start is None
    assert locate(document, character * LONG).verdict == "exact"


@pytest.mark.parametrize("pattern", ["a b ", "a -", "a-", "1, ", "'\" ", "U.S.", "[…] ", "é\n", "14 000 "])
def test_a_quote_that_repeats_itself_in_a_document_that_does_is_not_taken_for_one_place(pattern: str) -> None:
    document = DocumentText(pattern * (8_000 // len(pattern)))
    for quote in (pattern * 5, pattern * 1_000, f"{pattern * 3} […] {pattern * 2}", pattern * 3 + "other"):
        assert locate(document, quote).verdict in ("ambiguous", "changed", "missing")
        assert locate(document, quote, prefix="nowhere").verdict in ("ambiguous", "changed", "missing")


def test_a_quote_of_a_hundred_thousand_characters_is_found_set_otherwise_and_changed() -> None:
    text = Writer(1).text(400_000)
    quote = text[text.index(" the ", 100_000) : text.rindex(" ", 0, 200_000)].strip()
    document = DocumentText(text)
    assert locate(document, quote).verdict == "exact"
    assert locate(document, quote.replace(" ", "\n")).verdict == "typography"
    middle = quote.index(" ", 50_000)
    changed = locate(document, quote[:middle] + " never" + quote[middle:])
    assert (changed.verdict, changed.start) == ("changed", text.index(quote))
    assert "“never”" in changed.why


def test_a_long_diff_names_the_one_word() -> None:
    text = Writer(2).text(200_000)
    parts = word_diff(text, text.replace(" of ", " off ", 1))
    assert [part.text for part in parts if part.kind != "same"] == [" of", " off"]


def test_paragraphs_of_a_long_text_are_found_from_anywhere() -> None:
    for line in ("\n", " ", "\r", "\r\n", "x\n", "x ", "\n "):
        text = line * (LONG // len(line))
        whole = paragraphs(text)
        assert len(whole) == (1 if "x" in line else 0)
        assert paragraph_at(text, len(text) // 2) == (whole[0] if whole else (0, 0))


def seconds(pattern: str, length: int) -> float:
    text = pattern * (length // len(pattern))
    best = 1e9
    for _ in range(3):
        document = DocumentText(text)
        began = thread_time()
        for quote in (pattern * 50 + "b", pattern * 7):
            locate(document, quote, suffix="d")
        best = min(best, thread_time() - began)
    return best


@pytest.mark.parametrize("pattern", ["1,", "a\u0301", "\u200b.", "\r\n(", "不"])
def test_the_time_grows_no_faster_than_the_text(pattern: str) -> None:
    # Ten times the text: a hundred times the time if it were quadratic.
    assert seconds(pattern, 30_000) < 35 * seconds(pattern, 3_000)
