"""An event as plain text, with its passages in context."""

import pytest
from rich.cells import cell_len

from explorer.formats.event_text import event_text
from explorer.opening import open_store


def text_of(store, event, **options):
    return event_text(store, store.number_of(event), **{"width": None} | options)


def test_the_head_tells_what_when_who_and_where_it_is_written(store):
    title, facts, origin, *_ = text_of(store, "recognition").splitlines()
    assert title == "Cuba recognises China"
    assert facts == "28 Sep 1960 (1960-09-28) · Cuba, China · Recognition · tone +4 · tags: asia, second; tag"
    assert origin.startswith("recognition · ")


def test_a_passage_is_marked_in_its_paragraph_and_only_there(store):
    text = text_of(store, "recognition")
    assert (
        "    Before it, little was known. »Havana recognised Peking in September 1960«, and the band played"
        ' "both anthems" twice.\n' in text
    )
    assert "A first paragraph" not in text


def test_a_passage_whose_setting_differs_is_shown_as_the_document_has_it(store):
    assert "Source 2 of 2: typography" in text_of(store, "recognition")
    assert 'and »the band played "both anthems"« twice.' in text_of(store, "recognition")


def test_it_is_said_who_speaks_with_which_interest_and_what_the_text_is(store):
    text = text_of(store, "recognition")
    assert "  by       A. Writer, 1990\n" in text
    assert "  voice    a bandsman\n" in text
    assert "  stance   Speaks for himself.\n" in text
    assert "  repeats  letter\n" in text
    assert "  text     digest\n" in text
    assert "  note     Heard much later.\n" in text


def test_a_date_of_another_calendar_is_told_as_it_was_stated(old_style):
    text = text_of(old_style, "reform")
    assert text.count("stated as 24 Jan 1918 O.S. (julian)") == 2
    lines = text.splitlines()
    assert lines[1].startswith("6 Feb 1918")
    assert lines[2] == "stated as 24 Jan 1918 O.S. (julian)"
    place = lines.index("  date     6 Feb 1918 (1918-02-06): the same as the event's")
    assert lines[place + 1] == "           stated as 24 Jan 1918 O.S. (julian)"
    assert "stated as" not in text_of(old_style, "parade")


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("recognition", "28 Sep 1960 (1960-09-28): the same as the event's"),
        ("recognition", "Sep 1960 (1960-09): agrees with the event's, at another precision"),
        ("split", "1957: agrees with the event's, at another precision"),
    ],
)
def test_the_date_of_a_source_is_compared_with_the_events(store, event, said):
    assert said in text_of(store, event)


def test_a_changed_quote_is_shown_as_a_word_diff_and_never_as_the_passage(store):
    text = text_of(store, "split")
    assert "They parted in [-1964-] {+1957+} without a word" in text
    assert "»" not in text


def test_a_missing_quote_is_said_to_be_missing(store):
    assert "“Nobody ever wrote this sentence about apples”\n\n    is not in the document" in text_of(
        store, "split"
    )


def test_an_ambiguous_quote_is_said_to_stand_more_than_once(store):
    assert "“The treaty was signed”\n\n    These words stand at 2 places" in text_of(store, "split")


def test_an_event_without_a_source_says_so(store):
    assert text_of(store, "someday").endswith("No source is cited.\n")


@pytest.mark.parametrize("width", [30, 60, 100, 300])
def test_lines_fit_the_terminal_but_are_never_too_long_to_read(store, width):
    text = text_of(store, "recognition", width=width) + text_of(store, "split", width=width)
    assert max(map(cell_len, text.splitlines())) <= min(width, 100)


def test_on_a_terminal_the_passage_is_bold_as_well(store):
    assert "\x1b[1m»Havana recognised Peking in September 1960«\x1b[0m" in text_of(
        store, "recognition", styled=True
    )


def test_escape_codes_do_not_change_where_lines_break(store):
    plain = text_of(store, "recognition", width=40)
    styled = text_of(store, "recognition", width=40, styled=True)
    assert styled.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain


def test_a_long_paragraph_is_cut_on_both_sides_of_the_passage(dataset):
    long = "before " * 500 + "Havana recognised Peking in September 1960 " + "after " * 500
    (dataset / "memoir.txt").write_text(long, encoding="utf-8")
    text = text_of(open_store(dataset), "recognition")
    assert "    … before before" in text
    assert "1960« after after" in text
    assert "after …\n" in text
    assert text.count("before") < 100


def test_control_characters_of_a_document_are_not_sent_on(dataset):
    memoir = "Before.\x1b[31m Havana recognised Peking in September 1960\x9b and\x02 so on"
    (dataset / "memoir.txt").write_text(memoir, encoding="utf-8")
    assert not {"\x1b", "\x9b", "\x02"} & set(text_of(open_store(dataset), "recognition"))
