"""What is said about a query."""

from explorer.formats.query_text import message_text, suggestions_text
from explorer.search import Message, Suggestion


def message(start, end):
    return Message("error", "what is this", start, end, "did you mean that?")


def test_the_place_in_the_query_is_underlined():
    assert message_text("one two three", message(4, 7)) == (
        "what is this – did you mean that?\n  one two three\n      ^^^"
    )


def test_a_place_without_characters_has_one_caret():
    assert message_text("one (", message(5, 5)).endswith("\n       ^")


def test_the_caret_stands_below_wide_characters():
    assert message_text("中国 two", message(3, 6)).endswith("\n       ^^^")


def test_control_characters_of_a_query_are_not_sent_on():
    assert "\x1b" not in message_text("a\x1b[31m b", message(2, 4))


def test_suggestions_are_queries_with_their_counts():
    told = suggestions_text((Suggestion("guevara", 1234), Suggestion("cuba", 1)))
    assert told.splitlines()[1:] == ["  guevara  (1,234)", "  cuba  (1)"]
