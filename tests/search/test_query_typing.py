"""Any text can be parsed, at every moment of its being typed, in linear time."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from query_sketch import sketch

from explorer.search import FIELDS, And, Field, Node, Not, Or, Phrase, Query, Word, field_help, parse

PIECES = st.sampled_from(
    [
        "cuba", "Díaz", "U.S.", "O'Higgins", "C++", "-", "NOT ", "AND ", "OR ", "or ", " ", " ",
        " ", "(", ")", '"', "“", "country:china", "between:cuba,", '"United States"', "year:1960", "..",
        "1964", "19", "date:", "1960-0", "tone:<", "0",
        "is:disputed", "is:dis", "yaer:", "foo:bar", "title:", "doc:", ":",
        ",", "/", "~", "X", "[", "}", "中国", "e\u0301", "\u0301", "\n", "\x1b[31m", "\U0001f600", "İ", "ß",
        *(help_.example for help_ in field_help()),
    ]
)  # fmt: skip
QUERIES = st.lists(PIECES, max_size=12).map("".join)
ANY_TEXT = st.one_of(st.text(max_size=40), QUERIES)


@given(ANY_TEXT)
def test_spans_and_messages_lie_within_the_text_and_in_order(text: str) -> None:
    query = parse(text)
    reach = 0
    for start, end, _ in query.spans:
        assert reach <= start < end <= len(text)
        reach = end
    for message in query.messages:
        assert 0 <= message.start < message.end <= len(text)
    assert [m.start for m in query.messages] == sorted(m.start for m in query.messages)


@given(ANY_TEXT)
def test_nodes_lie_within_the_text_and_within_each_other(text: str) -> None:
    root = parse(text).root
    if root is not None:
        assert_nested(root, 0, len(text))


def assert_nested(node: Node, low: int, high: int) -> None:
    assert low <= node.start < node.end <= high
    match node:
        case Not():
            assert_nested(node.operand, node.start, node.end)
        case And() | Or():
            assert len(node.operands) > 1
            reach = node.start
            for operand in node.operands:
                assert_nested(operand, reach, node.end)
                reach = operand.end
        case Field():
            if isinstance(node.value, Word | Phrase):
                assert_nested(node.value, node.start, node.end)


@given(QUERIES)
def test_every_prefix_of_a_query_parses(text: str) -> None:
    for end in range(len(text)):
        assert isinstance(parse(text[:end]), Query)


GOOD = [
    *(help_.example for help_ in field_help()),
    'cuba (visit OR "state visit") -country:china',
    'country:"United States" NOT title:(mao OR guevara)',
    "year:1960..1964 date:1960-09-28 within:196X before:1960-09-01 after:1960~",
    'date:"28 September 1960" date:"Sept. 28, 1960" year:"c. 1957" date:"44 BC"',
    "date:2004-06~-11 date:1960/1964 date:1960/.. date:[1960,1962..1964] date:{1960-09,1961}",
    "date:Y170000002 year:1950S2 date:1960-09-28T10:30:00Z date:-0043",
    "date:1960-21 year:1960-1964 year:1960–64",
    "tone:>=2 tone:-3..0 tone:..-1 is:single-source between:cuba,china,mexico",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_query_is_never_an_error_while_it_is_typed(text: str) -> None:
    for end in range(len(text) + 1):
        assert parse(text[:end]).errors == (), text[:end]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_typed_keeps_what_was_said_before(text: str) -> None:
    first = sketch(parse("guevara").root)
    for end in range(len(text) + 1):
        assert first in sketch(parse(f"guevara {text[:end]}").root)


@pytest.mark.parametrize("text", ["year:196", "date:1960-0", "tone:<", "between:cuba", "year:..", "title:-"])
def test_a_space_says_that_a_value_is_finished(text: str) -> None:
    assert parse(text).errors == ()
    assert len(parse(f"{text} ").errors) == 1


def chain(opening: str, closing: str = "") -> Callable[[int], str]:
    return lambda times: opening * times + closing * times


@pytest.mark.parametrize("text", [chain("(")(10_000), chain("(", ")")(10_000), chain("(a OR -(b ")(5_000)])
def test_deep_nesting_is_refused_with_a_message(text: str) -> None:
    query = parse(text)
    assert [str(error) for error in query.errors] == [
        "parentheses are nested more than 50 deep – write it in fewer"
    ]
    assert repr(query.root) is not None


def test_nesting_as_deep_as_people_write_is_read() -> None:
    text = chain("(a OR (b ", "))")(20)
    query = parse(text)
    assert query.errors == ()
    assert sketch(query.root).count("(") == 39


@pytest.mark.parametrize("opening", ["--", "NOT ", "a OR ", "a ", '"', 'title:"', "a:", "a.", ")", "is:x "])
def test_a_long_chain_is_read_without_recursion(opening: str) -> None:
    assert isinstance(parse(opening * 20_000), Query)


@pytest.mark.parametrize(
    "opening", ["(", "-", "a ", '"', "a:b", "a.", "1", "x", "foo:1 ", "year:1 ", "date:[", "1-", "a,", ". "]
)
@pytest.mark.parametrize("before", ["", "date:", "tone:", "between:", 'date:"', "foo"])
def test_the_work_grows_no_faster_than_the_text(before: str, opening: str) -> None:
    short, long = (work(before + opening * times) for times in (300, 3_000))
    assert long <= 12 * short + 2_000


def work(text: str) -> int:
    """How many functions are called to parse a text, those of the interpreter included."""
    import sys

    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return calls


def test_fields_are_known_by_their_names() -> None:
    assert list(FIELDS) == [help_.name.rstrip(":") for help_ in field_help()]
