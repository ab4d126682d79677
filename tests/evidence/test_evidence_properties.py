"""What holds of the verdict on any quote in any text."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from unicodedata import combining, normalize

import pytest
from alterations import SETTINGS, Setting, offsets
from hypothesis import assume, example, given
from hypothesis import strategies as st
from prose import Writer

from explorer.evidence import DocumentText, Passage, locate, word_diff
from explorer.evidence.folding import fold

_ODD = "aA1 0é-—–'\"“’.…,[]()\n\r\t\u00a0\xad\u200b\u0301ﬁœ½²１中不👩\u200d🇨🇺שא$%_/"
ODD_TEXTS = st.text(alphabet=st.sampled_from(_ODD)) | st.text()
WORDS = st.sampled_from(
    ["Cuba", "not", "1960", "1,400", "a", "the", "ﬁnal", "café", "non-aligned", "didn’t", "met"]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", ". ", " — ", "\n", "\r\n\r\n", "; “"])


@st.composite
def sliced_texts(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of words, and a slice of it from the beginning of a word to the end of one."""
    words = draw(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=30))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    starts: list[int] = []
    text = draw(GAPS)
    for word, gap in words:
        starts.append(len(text))
        text += word + gap
    return text, starts[first], starts[last] + len(words[last][0])


def stands_once(text: str, piece: str) -> bool:
    return text.find(piece) == text.rfind(piece) >= 0


def check_spans(found: Passage, length: int) -> None:
    """The offsets that a verdict promises, and no others, lie within the text."""
    spans = list(found.places)
    assert (found.start is not None) == (found.verdict in ("exact", "typography", "changed"))
    assert bool(found.places) == (found.verdict == "ambiguous")
    assert (found.why != "") == (found.verdict == "changed")
    if found.start is not None and found.end is not None:
        spans.append((found.start, found.end))
    if found.nearest:
        assert found.verdict == "missing"
        spans.append(found.nearest)
    assert all(0 <= start < end <= length for start, end in spans)
    assert spans == sorted(spans)


@given(ODD_TEXTS, ODD_TEXTS, ODD_TEXTS, ODD_TEXTS)
@example("", "a", "", "")
@example("—", "—\u0301", "—", "…")
def test_any_quote_has_a_verdict_in_any_text(text: str, quote: str, prefix: str, suffix: str) -> None:
    assume(quote and not quote.isspace())
    check_spans(locate(DocumentText(text), quote, prefix, suffix), len(text))


@given(ODD_TEXTS, st.data())
def test_any_piece_of_a_text_has_a_verdict_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    assume(quote and not quote.isspace())
    found = locate(DocumentText(text), quote)
    check_spans(found, len(text))
    if found.verdict == "exact":
        assert found.start is not None
        assert text[found.start : found.end] in quote


@given(sliced_texts())
def test_a_slice_from_word_to_word_is_exact_where_it_is_or_ambiguous(drawn: tuple[str, int, int]) -> None:
    text, start, end = drawn
    found = locate(DocumentText(text), text[start:end])
    if stands_once(text, text[start:end]):
        assert found == Passage("exact", start, end)
    else:
        check_spans(found, len(text))
        assert (start, end) in (found.places or [(found.start, found.end)])


@given(sliced_texts())
def test_the_text_before_and_after_decides_between_places(drawn: tuple[str, int, int]) -> None:
    text, start, end = drawn
    found = locate(DocumentText(text), text[start:end], prefix=text[:start], suffix=text[end:])
    assert found == Passage("exact", start, end)


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS.keys())
@given(seed=st.integers(0, 10_000))
def test_a_passage_set_otherwise_is_found_where_it_is(setting: Setting, seed: int) -> None:
    writer = Writer(seed % 50)
    writer.random.seed(seed)
    text = " ".join(writer.sentence() for _ in range(6))
    words = [match.span() for match in re.finditer(r"(?<!\S)[\w“]\S*", text)]
    start = writer.random.choice(words[:-4])[0]
    end = next(end for _, end in words if end > start + 40) if start + 40 < words[-1][1] else words[-1][1]
    assume(stands_once(text, text[start:end]))
    cells = setting(random.Random(seed), text)
    document, at = DocumentText("".join(cells)), offsets(cells)
    found = locate(document, text[start:end])
    same = document.text[at[start] : at[end]] == text[start:end]
    assert found == Passage("exact" if same else "typography", at[start], at[end])


@given(sliced_texts(), st.data())
def test_a_quote_with_another_digit_is_never_found(drawn: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = drawn
    quote = text[start:end]
    digits = [match.start() for match in re.finditer(r"\d", quote)]
    assume(digits)
    at = data.draw(st.sampled_from(digits))
    other = quote[:at] + data.draw(st.sampled_from("2357")) + quote[at + 1 :]
    assert locate(DocumentText(text), other).verdict in ("changed", "missing")


@given(sliced_texts(), st.sampled_from(["not", "never", "14", "Mexico"]), st.data())
def test_a_quote_with_one_word_more_is_never_found(
    drawn: tuple[str, int, int], word: str, data: st.DataObject
) -> None:
    text, start, end = drawn
    words = text[start:end].split(" ")
    at = data.draw(st.integers(0, len(words)))
    longer = " ".join((*words[:at], word, *words[at:]))
    assume(word != "not" or " ".join(longer.split()) not in " ".join(text.split()))
    found = locate(DocumentText(text), longer)
    if found.verdict in ("exact", "typography", "ambiguous"):
        assert re.sub(r"\W", "", longer) in re.sub(r"\W", "", text)


@given(ODD_TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = fold(text).text
    again = fold(folded).text
    assert fold(again).text == again


@given(ODD_TEXTS, st.data())
def test_each_piece_of_a_fold_comes_from_a_piece_of_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    if not folded.splits(start):
        assert folded.position(first) == start


@given(ODD_TEXTS, ODD_TEXTS)
def test_a_diff_tells_both_texts(quote: str, found: str) -> None:
    parts = word_diff(quote, found)
    assert "".join(part.text for part in parts if part.kind != "removed") == " ".join(found.split())
    assert all(part.text for part in parts)
    assert all(a.kind != b.kind for a, b in pairwise(parts))


@given(ODD_TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(part.kind == "same" for part in word_diff(text, text))


_FORMS = {"ﬁ": "fi", "œ": "oe", "１": "1"}


def letters(text: str) -> str:
    """The letters and digits of a text with their marks, whatever stands between them."""
    decomposed = normalize("NFD", "".join(_FORMS.get(character, character) for character in text))
    kept = "".join(character for character in decomposed if character.isalnum() or combining(character))
    return kept[:1].casefold() + kept[1:]


@given(st.text(alphabet=st.sampled_from(_ODD.replace(".", "").replace("…", "")), max_size=40), st.data())
def test_a_passage_in_another_setting_has_the_same_letters_and_digits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = list(text[start : data.draw(st.integers(start, len(text)))])
    for at in data.draw(st.lists(st.integers(0, 40), max_size=3)):
        quote[at : at + data.draw(st.integers(0, 1))] = data.draw(
            st.sampled_from(_ODD.replace(".", "").replace("…", ""))
        )
    assume("".join(quote).strip())
    found = locate(DocumentText(text), "".join(quote))
    if found.verdict in ("exact", "typography"):
        assert letters("".join(quote)) == letters(text[found.start : found.end])
