"""Where the words of a query are marked in a text."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.folding import fold, tokens
from explorer.search import marks, parse

DOCUMENT = (
    "Fidel Castro Díaz-Balart met Díaz.\r\n"
    "Cuba recognised the People’s\r\nRepublic; Cuban envoys\n\nReturned."
)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("diaz", ["Díaz", "Díaz"]),
        ("DÍAZ", ["Díaz", "Díaz"]),
        ("cub", ["Cub", "Cub"]),
        ('"cuba"', ["Cuba"]),
        ("uba", []),
        ("cuba recog", ["Cuba", "recog", "Cuba"]),
        ('"people\'s republic"', ["People’s\r\nRepublic"]),
        ('"cuban envoys returned"', []),
        ('"castro diaz', ["Castro Díaz"]),
        ("Diaz-Balart", ["Díaz-Balart"]),
        ("diaz Diaz-Bal", ["Díaz-Bal", "Díaz"]),
        ('"fidel castro" "castro diaz"', ["Fidel Castro Díaz"]),
        ("-cuba", []),
        ("cuba -envoys", ["Cuba", "Cuba"]),
        ("NOT (cuba -envoys)", ["envoys"]),
        ("country:cuba type:visit tag:cuba", []),
        ("title:envoys quote:fidel text:met", ["Fidel", "met", "envoys"]),
        ("fidel OR met", ["Fidel", "met"]),
        ("castro yaer:1960", ["Castro"]),
        ("", []),
        ("++", []),
    ],
)
def test_what_the_query_looks_for_is_marked(query: str, marked: list[str]) -> None:
    assert [DOCUMENT[start:end] for start, end in marks(DOCUMENT, parse(query))] == marked


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_marked_with_their_letters_in_either_form(form: str) -> None:
    text = unicodedata.normalize(form, "São Tomé é Peñón.")
    for query, expected in [("sao", "São"), ('"tome e penon"', "Tomé é Peñón"), ("peñon", "Peñón")]:
        [(start, end)] = marks(text, parse(query))
        assert text[start:end] == unicodedata.normalize(form, expected)


def test_the_case_of_a_letter_never_shifts_the_marks() -> None:
    text = "İstanbul ŒUVRE ﬁn ẞ cuba"
    [(start, end)] = marks(text, parse("cuba"))
    assert text[start:end] == "cuba"


TEXTS = st.text(alphabet="aAáb \n.-_e\u0301", max_size=30)


@given(
    TEXTS,
    st.lists(st.sampled_from(["a", "ab", "-b", '"a b"', '"a a"', '"b a', "b", '"b"', "a.b"]), max_size=4),
)
def test_marks_rise_and_are_disjoint_and_are_those_found_word_by_word(text: str, parts: list[str]) -> None:
    query = parse(" ".join(parts))
    found = marks(text, query)
    reach = 0
    for start, end in found:
        assert reach <= start < end <= len(text)
        reach = end
    marked = {place for start, end in found for place in range(start, end)}
    assert marked == marked_word_by_word(text, query.terms)


def marked_word_by_word(text, terms) -> set[int]:
    words = list(tokens(text))
    places = set()
    for term in terms:
        for first in range(len(words) - len(term.words) + 1):
            run = words[first : first + len(term.words)]
            *whole, (last, start, end) = run
            if [word for word, _, _ in whole] != list(term.words[:-1]) or crosses_paragraphs(text, run):
                continue
            if last == term.words[-1]:
                places.update(range(run[0][1], end))
            elif term.prefix and last.startswith(term.words[-1]):
                places.update(range(run[0][1], start + length_of(text[start:end], len(term.words[-1]))))
    return places


def crosses_paragraphs(text, run) -> bool:
    return any(re.search(r"\n *\n", text[before[2] : after[1]]) for before, after in pairwise(run))


def length_of(word: str, letters: int) -> int:
    """How many characters that many letters take, with the combining marks behind them."""
    length = 0
    for character in fold(word):
        if not unicodedata.combining(character):
            if not letters:
                break
            letters -= 1
        length += 1
    return length
