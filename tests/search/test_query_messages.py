"""What the parser says about a query that cannot be meant, and about one that may be meant otherwise."""

import pytest
from query_sketch import sketch, told

from explorer.search import parse
from explorer.store import FLAGS

ERRORS = [
    ("yaer:1960", "yaer:", "unknown field yaer: – did you mean year:?"),
    ("cuba yaer:", "yaer:", "unknown field yaer: – did you mean year:?"),
    ("since:1960", "since:", "unknown field since: – did you mean after:?"),
    ("Contry:cuba", "Contry:", "unknown field Contry: – did you mean country:?"),
    ("foo:bar", "foo:", 'unknown field foo: – write "foo:bar" for the words themselves'),
    ("foo:(a b)", "foo:", 'unknown field foo: – write "foo:" for the words themselves'),
    ("is:dispted", "dispted", "unknown flag dispted – did you mean disputed?"),
    (
        "is:nonsense",
        "nonsense",
        "unknown flag nonsense – there are " + ", ".join(sorted(FLAGS)),
    ),
    ("year:196 x", "196", "196 is no date – a year has four digits: 0196, or 196X for all that begin so"),
    ("year:1964..1960", "1964..1960", "1964 comes after 1960 – the earlier end first"),
    ("year:.. x", "..", "a range needs a date on one side at least – for example 1960.. or ..1964"),
    ("date:XXXX-04", "XXXX-04", "XXXX-04 has no year – a date to search for needs one, as in 1960-04"),
    ("before:..1960", "..1960", "nothing is before ..1960 – its beginning is open"),
    ("after:1960..", "1960..", "nothing is after 1960.. – its end is open"),
    ("tone:warm", "warm", "warm is no tone – write tone:<0, tone:3 or tone:-3..0"),
    ("tone:< x", "<", "< is no tone – write tone:<0, tone:3 or tone:-3..0"),
    ("tone:>5", ">5", "no tone is >5 – tones go from -5 to +5, the lower end first"),
    ("tone:3..1", "3..1", "no tone is 3..1 – tones go from -5 to +5, the lower end first"),
    ("between:cuba x", "cuba", "between: needs two countries or more – as in between:cuba,china"),
    (
        "country:cuba,china",
        "cuba,china",
        "country: takes one country – between:cuba,china for both, country:(cuba OR china) for either",
    ),
    ("title:+ x", "+", "+ has no letter or digit to search for"),
    ('country:"" x', '""', '"" has no letter or digit to search for'),
]


@pytest.mark.parametrize(("text", "place", "message"), ERRORS)
def test_what_cannot_be_meant_is_an_error_at_its_place(text: str, place: str, message: str) -> None:
    assert told(parse(text)) == [("error", place, message)]


@pytest.mark.parametrize(
    "text", ["x" * 4_001, '"' + "ab " * 1_400, "title:" + "a." * 2_001, "country:" + "x" * 4_001]
)
def test_a_piece_that_nobody_means_to_look_up_is_refused(text: str) -> None:
    assert [str(error) for error in parse(text).errors] == [
        "more than 4,000 characters in one piece – search for less"
    ]


def test_a_paragraph_in_quotation_marks_can_be_looked_up() -> None:
    assert parse(f'"{"recognition " * 300}"').errors == ()


def test_a_date_that_is_none_points_at_the_character() -> None:
    [error] = parse("cuba date:1960-13").errors
    assert error.text.startswith("1960-13 is no date: ")
    assert error.start == len("cuba date:1960-")


def test_an_error_offers_what_to_write_instead() -> None:
    for text, mended in [
        ("yaer:1960", "year:1960"),
        ("year:1964..1960", "year:1960..1964"),
        ("year:196 x", "year:196X x"),
        ("is:dispted", "is:disputed"),
    ]:
        [error] = parse(text).errors
        assert text[: error.start] + error.replacement + text[error.end :] == mended
        assert parse(mended).errors == ()


def test_the_rest_of_a_query_is_read_in_spite_of_an_error() -> None:
    query = parse("cuba yaer:1960 -visit")
    assert sketch(query.root) == "(& cuba* -visit*)"


def test_a_negation_before_an_error_negates_nothing_else() -> None:
    assert sketch(parse("-yaer:1960 visit").root) == "visit*"


NOTES = [
    ("cuba or china", "or", "or is searched for as a word – write OR for the operator"),
    ("cuba not china", "not", "not is searched for as a word – write NOT for the operator"),
    ("country: china", "country:", "country: has no value – write it right behind the colon"),
    ("cuba)", ")", "this parenthesis was never opened – it is left out"),
]


@pytest.mark.parametrize(("text", "place", "message"), NOTES)
def test_what_may_be_meant_otherwise_is_a_note(text: str, place: str, message: str) -> None:
    assert told(parse(text)) == [("note", place, message)]


@pytest.mark.parametrize("text", ["or", "cuba or", "or cuba"])
def test_a_small_or_that_joins_nothing_is_just_a_word(text: str) -> None:
    assert parse(text).messages == ()


def test_messages_are_told_in_order_of_their_places() -> None:
    query = parse("is:x foo:y ) year:196 tone:9 z")
    places = [message.start for message in query.messages]
    assert len(places) == 5
    assert places == sorted(places)


def test_a_message_does_not_repeat_a_text_at_any_length() -> None:
    for text in ("date:" + "9" * 10_000, "tone:" + "x" * 10_000, "foo:" + "x" * 10_000):
        [error] = parse(text).errors
        assert len(str(error)) < 400
