"""The verdict on one quote, by example."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from explorer.evidence import DocumentText, Passage, locate


def verdict(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    return locate(DocumentText(text), quote, prefix, suffix).verdict


def passage(text: str, quote: str, prefix: str = "", suffix: str = "") -> str | None:
    found = locate(DocumentText(text), quote, prefix, suffix)
    return None if found.start is None else text[found.start : found.end]


def test_a_quote_that_stands_once_to_the_letter_is_exact_with_its_span() -> None:
    text = "In 1960 Cuba recognised China. In 1964 relations cooled."
    assert locate(DocumentText(text), "In 1964 relations cooled") == Passage("exact", 31, 55)


def test_white_space_around_the_quote_does_not_count() -> None:
    assert locate(DocumentText("one two three"), "\n two \u200b\n") == Passage("exact", 4, 7)


@pytest.mark.parametrize("quote", ["", " ", "\n\t\u00a0"])
def test_a_quote_of_nothing_is_refused(quote: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        locate(DocumentText("text"), quote)


@pytest.mark.parametrize("quote", ["\u200b", "\ufeff \u2060", "—", "…", "[…]", "“ ”"])
def test_a_quote_of_marks_only_is_missing_from_a_text_without_them(quote: str) -> None:
    assert locate(DocumentText("Nothing of the kind."), quote) == Passage("missing")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("The talks  began\n\tin May.", "talks began in May", id="white space"),
        pytest.param("The talks\r\nbegan\r\nin May.", "talks began in May", id="CRLF"),
        pytest.param("The talks\rbegan\rin May.", "talks began in May", id="lone CR"),
        pytest.param("He called it a “great leap”.", 'called it a "great leap"', id="quotation marks"),
        pytest.param("He called it a «\u202fgreat leap\u202f».", "called it a “great leap”", id="guillemets"),
        pytest.param("He called it a “great leap”.", "called it a 'great leap'", id="single for double"),
        pytest.param("„Er sagte: ‚nein‘“", '"Er sagte: "nein""', id="nested quotation marks"),
        pytest.param("It didn’t end.", "didn't end", id="apostrophe"),
        pytest.param("From 1960–1964 they were friends.", "From 1960-1964 they", id="range"),
        pytest.param("Havana — then at peace — agreed.", "Havana--then at peace--agreed", id="dashes"),
        pytest.param("There came—14 men—in May.", "There came — 14 men —in May", id="dash beside a number"),
        pytest.param("The years 1960 – 1964 were hard.", "The years 1960–1964 were", id="spaced range"),
        pytest.param("The Sino‑Soviet split", "Sino-Soviet split", id="non-breaking hyphen"),
        pytest.param("He paused … and went on.", "paused... and went", id="ellipsis as one character"),
        pytest.param("He paused . . . and went on.", "paused… and went", id="spaced ellipsis"),
        pytest.param("The oﬃcial ﬁle", "official file", id="ligatures"),
        pytest.param("Une œuvre", "Une oeuvre", id="oe"),
        pytest.param("coope\xadration", "cooperation", id="soft hyphen"),
        pytest.param("close coop-\neration of all", "close cooperation of", id="hyphen at a line end"),
        pytest.param(
            "close coop\xad\r\n  eration of all", "close cooperation of", id="soft hyphen at a line end"
        ),
        pytest.param("a Sino-\nSoviet pact", "a Sino-Soviet pact", id="compound at a line end"),
        pytest.param("twenty-\none boats", "twenty-one boats", id="hyphen of the word at a line end"),
        pytest.param("peace—\nthen war", "peace—then war", id="dash at a line end"),
        pytest.param("co\u200bop\u2060er\ufeffation", "cooperation", id="zero-width characters"),
        pytest.param("Jose\u0301 Marti\u0301 spoke", "José Martí spoke", id="decomposed"),
        pytest.param("José Martí spoke", "Jose\u0301 Marti\u0301 spoke", id="composed"),
        pytest.param("a\u0323\u0301 b", "a\u0301\u0323 b", id="order of marks"),
        pytest.param(normalize("NFD", "한국 전쟁"), "한국 전쟁", id="Hangul by letters"),
        pytest.param("in １９６０ they", "in 1960 they", id="full-width digits"),
        pytest.param("in 𝟏𝟗𝟔𝟎 they", "in 1960 they", id="mathematical digits"),
        pytest.param("Wiſſenſchaft", "Wissenschaft", id="long s"),
        pytest.param("The talks began", "the talks began", id="first letter small"),
        pytest.param("then the talks began", "The talks began", id="first letter capital"),
        pytest.param("then “the talks” began", "“The talks” began", id="first letter within quotation marks"),
        pytest.param("an estimated 14\u202f000 men", "estimated 14 000 men", id="narrow space in a number"),
        pytest.param("it fell to −4 degrees", "fell to -4 degrees", id="minus"),
        pytest.param("he came ; she left", "he came; she left", id="space before punctuation"),
        pytest.param(
            "peace \u05e9\u05dc\u05d5\u05dd\u200f now",
            "peace \u05e9\u05dc\u05d5\u05dd now",
            id="right to left",
        ),
    ],
)
def test_another_setting_is_typography(text: str, quote: str) -> None:
    assert verdict(text, quote) == "typography"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("In 1960 Cuba recognised China.", "In 1961 Cuba recognised China", id="digit"),
        pytest.param("In 1960 Cuba recognised China.", "In 1960 Mexico recognised China", id="name"),
        pytest.param("In 1960 Cuba recognised China.", "In 1960 Cuba did not recognise China", id="negation"),
        pytest.param(
            "Cuba did not recognise China then.", "Cuba did recognise China then", id="negation gone"
        ),
        pytest.param("They may come to Havana.", "They must come to Havana", id="modal"),
        pytest.param("Three ships came to Havana.", "Four ships came to Havana", id="number word"),
        pytest.param("They went into Havana today.", "They went in to Havana today", id="words parted"),
        pytest.param("They will re-sign the treaty.", "They will resign the treaty", id="hyphen of a word"),
        pytest.param("They may—\nbe it late—go home.", "They maybe it late—go home", id="dash at a line end"),
        pytest.param(
            "a Sino-\nSoviet pact was made", "a SinoSoviet pact was made", id="compound at a line end"
        ),
        pytest.param("an estimated 14 000 men died", "an estimated 14000 men died", id="space in a number"),
        pytest.param("an estimated 14,000 men died", "an estimated 14, 000 men died", id="number parted"),
        pytest.param("an estimated 14,000 men died", "an estimated 14.000 men died", id="separator"),
        pytest.param(
            "an estimated 14-\n000 men died", "an estimated 14000 men died", id="digits at a line end"
        ),
        pytest.param("it fell to -4 degrees today", "it fell to 4 degrees today", id="minus gone"),
        pytest.param("it fell to - 4 degrees today", "it fell to -4 degrees today", id="minus or dash"),
        pytest.param(
            "there came — -62 of them — in May", "there came — 62 of them — in May", id="minus after dash"
        ),
        pytest.param("it is x² or so for all", "it is x2 or so for all", id="superscript"),
        pytest.param("it is 1½ or so for all men", "it is 11/2 or so for all men", id="fraction"),
        pytest.param("it is ① or so for all men", "it is 1 or so for all men", id="circled digit"),
        pytest.param("a gap of 6' in all the wall", 'a gap of 6" in all the wall', id="feet or inches"),
        pytest.param("In 1960 Сuba recognised China.", "In 1960 Cuba recognised China", id="Cyrillic letter"),
        pytest.param("then havana agreed to all", "then Havana agreed to all", id="capital within"),
        pytest.param("the café of Havana was shut", "the cafe of Havana was shut", id="accent"),
        pytest.param("He came, she left Havana.", "He came; she left Havana", id="punctuation"),
        pytest.param("He called it “peace” then.", "He called it peace then", id="quotation marks gone"),
    ],
)
def test_other_words_are_changed_and_say_why(text: str, quote: str) -> None:
    found = locate(DocumentText(text), quote)
    assert found.verdict == "changed"
    assert found.why
    assert found.start is not None


def test_the_span_of_a_changed_quote_is_the_closest_text() -> None:
    text = "Nobody knew. In 1960 Cuba recognised China; Mexico did not."
    assert passage(text, "In 1961 Cuba recognised China") == "In 1960 Cuba recognised China"
    assert passage(text, "In 1960 Chile recognised China;") == "In 1960 Cuba recognised China;"
    assert passage(text, "1961 Cuba recognised China") == "1960 Cuba recognised China"


def test_the_span_of_a_changed_quote_takes_no_white_space_of_another_paragraph() -> None:
    assert passage("They came.\n\nThey met", "_ They met _") == "They met"
    assert passage("They met\n\n", "They met _ ") == "They met"


def test_a_changed_first_word_takes_no_word_of_the_sentence_before() -> None:
    text = "That was all. Cuba recognised the government of China."
    assert (
        passage(text, "Never Cuba recognised the government of China")
        == "Cuba recognised the government of China"
    )


def test_a_quote_that_stands_more_than_once_is_ambiguous_with_its_places() -> None:
    found = locate(DocumentText("They met. They parted. They met."), "They met")
    assert found == Passage("ambiguous", places=((0, 8), (23, 31)))


def test_overlapping_occurrences_are_all_counted() -> None:
    assert locate(DocumentText("so so so"), "so so").places == ((0, 5), (3, 8))


def test_a_place_within_a_longer_word_is_no_second_occurrence() -> None:
    assert passage("The unable were able to go. Able men.", "able") == "able"


def test_a_quote_to_the_letter_is_preferred_to_one_in_another_setting() -> None:
    assert locate(DocumentText("They\nmet. They met."), "They met") == Passage("exact", 10, 18)


def test_two_places_in_another_setting_are_ambiguous() -> None:
    assert verdict("They\nmet. They\tmet.", "They met") == "ambiguous"


def test_no_more_than_a_hundred_places_are_listed() -> None:
    assert len(locate(DocumentText("so " * 1000), "so").places) == 100


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("In May", "", 7),
        ("In May ", "", 7),
        ("ay", "", 7),
        ("In\u00a0May", "", 7),
        ("In June", "", 25),
        ("", "in June", None),
        ("", ", at night", 25),
        ("", "by day", 7),
        ("In May", "by day", 7),
    ],
)
def test_prefix_and_suffix_decide_between_places(prefix: str, suffix: str, start: int | None) -> None:
    text = "In May they met by day. In June they met, at night."
    found = locate(DocumentText(text), "they met", prefix, suffix)
    expected = {7: 7, 25: text.rindex("they met")}
    assert found.start == (None if start is None else expected[start])
    assert found.verdict == ("ambiguous" if start is None else "exact")


def test_prefix_and_suffix_may_be_set_otherwise_and_be_parted_from_the_quote_by_a_dash() -> None:
    text = "It was “peace” — they met. It was war — they met."
    assert locate(DocumentText(text), "they met", prefix='"peace"').start == 17
    assert locate(DocumentText(text), "they met", prefix="war —").start == text.rindex("they met")


def test_a_prefix_may_find_a_place_in_another_setting() -> None:
    text = "In May they\nmet. In June they met."
    assert locate(DocumentText(text), "they met", prefix="In May") == Passage("typography", 7, 15)


def test_a_quote_that_stands_once_but_not_behind_its_prefix_is_changed() -> None:
    found = locate(DocumentText("In May they met."), "they met", prefix="In June")
    assert (found.verdict, found.start, found.end) == ("changed", 7, 15)
    assert "prefix" in found.why
    assert "suffix" in locate(DocumentText("In May they met."), "they met", "In May", "in June").why


def test_a_quote_that_stands_twice_and_nowhere_behind_its_prefix_is_ambiguous() -> None:
    assert verdict("In May they met. In June they met.", "they met", prefix="In July") == "ambiguous"


def test_a_quote_of_which_nothing_is_near_is_missing() -> None:
    assert locate(DocumentText("Nothing at all."), "Completely different words") == Passage("missing")


def test_a_missing_quote_is_offered_the_nearest_passage() -> None:
    text = "The harvest failed. Sugar exports to Moscow grew slowly in those years. Nobody knew why."
    found = locate(DocumentText(text), "Tobacco exports to Beijing fell sharply in those years")
    assert (found.verdict, found.start, found.end) == ("missing", None, None)
    assert found.nearest is not None
    assert "exports to Moscow" in text[slice(*found.nearest)]


def test_offsets_count_the_characters_of_the_text_as_it_is() -> None:
    text = "\ufeff👩‍🚀 Jose\u0301\r\n\r\nsaid: “the ﬁ-\r\nnal word”"
    assert passage(text, "the final word") == "the ﬁ-\r\nnal word"
    assert passage(text, "José said:") == "Jose\u0301\r\n\r\nsaid:"
