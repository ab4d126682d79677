"""Events as Markdown: years, events, quotes, footnotes, doubts and disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from explorer.formats.markdown import events_markdown
from explorer.formats.markdown_text import address, escaped
from explorer.store import Store

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*([`*_\[\]<>|~&$])")


def export(store: Store, *ids: str) -> str:
    numbers = [store.number_of(id_) for id_ in ids] if ids else range(len(store.events))
    return "".join(events_markdown(store, numbers))


def test_an_event_stands_under_its_year_with_its_date_in_words(store: Store) -> None:
    text = export(store, "recognition")
    assert text.startswith("# Test relations\n\n## 1960\n\n### Cuba recognises China\n\n")
    assert "28 September 1960 · Cuba, China · Recognition\n" in text
    assert "From perhaps 1957 to 1964" in export(store, "split")


def test_every_quote_has_a_footnote_and_every_footnote_a_quote(store: Store) -> None:
    text = export(store)
    cited = re.findall(r"^> “.*\[\^(\d+)\]$", text, re.MULTILINE)
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert cited == defined == [str(number) for number in range(1, 6)]


def test_a_document_is_told_in_full_once(store: Store) -> None:
    text = export(store, "recognition")
    assert "[^1]: A. Writer, “A memoir” \\[digest\\], 1990. Dates it September 1960.\n" in text
    assert "[^2]: A bandsman, quoted in A. Writer, “A memoir” (see note 1). Heard much later.\n" in text


def test_a_dispute_is_told_with_who_says_what(store: Store) -> None:
    assert "The sources disagree on when this was: note 1 says 1957, note 2 says 1964.\n" in export(
        store, "split"
    )
    assert "disagree" not in export(store, "recognition")


def test_a_quote_that_is_not_the_document_s_says_so(store: Store) -> None:
    text = export(store, "split")
    assert "without a word” \\[differs from the document\\][^1]" in text
    assert "apples” \\[not found in the document\\][^2]" in text


def test_an_event_without_a_source_says_so(store: Store) -> None:
    assert "No source is cited." in export(store, "someday")


def test_each_year_is_a_heading_once(store: Store) -> None:
    assert re.findall(r"^## (.*)$", export(store), re.MULTILINE) == ["1957", "1960", "1961"]


def test_no_event_is_looked_at_before_its_turn(store: Store) -> None:
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(len(store.events)):
            asked.append(number)
            yield number

    pieces = events_markdown(store, numbers())
    while "### " not in next(pieces):
        pass
    assert asked == [0]


def test_a_date_of_another_calendar_is_told_beside_it(old_style: Store) -> None:
    assert "6 February 1918 (stated as 24 Jan 1918 O.S., julian)" in export(old_style, "reform")


def test_nothing_to_export_is_a_title_only(store: Store) -> None:
    assert "".join(events_markdown(store, ())) == "# Test relations\n"


def test_an_address_becomes_a_link_and_nothing_else_does() -> None:
    assert address("https://example.org/a_b") == "<https://example.org/a_b>"
    assert address("javascript:alert(1)") == "javascript:alert(1)"
    assert address("https://example.org/> <b>") == "https://example.org/\\> \\<b\\>"


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_no_text_becomes_markup(text: str) -> None:
    shown = escaped(text)
    assert not UNESCAPED.search(re.sub(r"\\(.)", "", shown))
    assert not re.match(r"(#{1,6}|[-+=>]|\d{1,9}[.)])(\s|$)", shown)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown) == text
