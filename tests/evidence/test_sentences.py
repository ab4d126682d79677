"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Havana recognised Peking. Moscow waited.",
        "Who waited? Moscow did.",
        "It was over! Nobody cheered.",
        "He called it \"a mistake.\" The others said nothing.",
        "He called it ‘a mistake.’ The others said nothing.",
        "(They had met before.) The second talk was short.",
        "The visit was brief.[12] The press was not told.",
        "He went to the U.S. The president received him.",
        "Food, arms, oil etc. The list was long.",
        "They left in Dec. The winter was hard.",
        "That was in 1960. In 1964 it was over.",
        "The figure was 3.5. Nobody believed it.",
        "The vote was no. Mexico had abstained.",
        "After World War I. The borders moved.",
        "He paused.... Then he signed.",
        "Really?! Nobody knew.",
        "The rate rose by 5 %. Prices followed.",
    ],
)  # fmt: skip
def test_a_stop_ends_a_sentence(text: str) -> None:
    assert len(parted(text)) == 2
    assert " ".join(parted(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate and the U.S. government agreed.",
        "Dr. Castro met Mr. Khrushchev and Gen. Wessin.",
        "J. F. Kennedy spoke to G.W. Ball.",
        "It cost 3.5 million, at 2.10 each.",
        "He waited... and waited.",
        "He waited… Nothing came.",
        "See No. 5, vol. 3, pp. 12 ff.",
        "They met on Sept. 28 in Havana.",
        "Martin Luther King Jr. Boulevard was named in 1984.",
        "“Why?” he asked.",
        "The treaty (signed in St. Petersburg, e.g. by R. Castro) held.",
        "1. Recognition of the republic",
        "Visit www.example.org or read report.pdf today.",
        "A gap . . . Nothing more.",
        "Smith et al. Report on trade.",
    ],
)
def test_a_stop_within_a_sentence_does_not(text: str) -> None:
    assert parted(text) == [text]


def test_a_paragraph_ends_a_sentence_without_a_stop() -> None:
    assert parted("Headline of a page\n\nThe first\nsentence. The second\r\n\r\nA third") == [
        "Headline of a page",
        "The first\nsentence.",
        "The second",
        "A third",
    ]


def test_chinese_stops_need_no_white_space() -> None:
    assert parted("古巴承认中国。中国很高兴。") == ["古巴承认中国。", "中国很高兴。"]


def test_a_text_without_words_has_no_sentences() -> None:
    assert parted("") == parted(" \n\n ") == []


@given(st.text(alphabet="Aa1. !?…\n\r\"')(]”U.S。", max_size=60) | st.text(max_size=60))
def test_sentences_hold_all_that_is_visible_once_and_in_order(text: str) -> None:
    found = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
    assert "".join("".join(parted(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", [". ", ".", "a.", "a. ", ".)", '"', "1. A", "U.S. ", "!? "])
def test_a_long_run_of_stops_comes_to_an_end(text: str) -> None:
    assert sum(end - start for start, end in sentences(text * (300_000 // len(text)))) <= 300_000
