from __future__ import annotations

from explorer.dates import parse
from explorer.store import OWN_FIELDS, Selection, Store


def ids(selection: Selection) -> list[str]:
    return [selection.store.events[number].id for number in selection]


def test_events_are_numbered_in_time_order_with_the_unknown_last(store: Store) -> None:
    assert ids(store.everything) == ["long-ago", "sixties", "recognition", "meeting", "quarrel", "undated"]


def test_an_event_is_found_by_its_id(store: Store) -> None:
    assert store.number_of("meeting") == 3
    assert store.number_of("nothing") is None


def test_selections_by_facet(store: Store) -> None:
    assert ids(store.involving("CHN")) == ["recognition", "meeting", "quarrel"]
    assert ids(store.of_type("meeting")) == ["meeting"]
    assert ids(store.citing("echo")) == ["recognition"]
    assert ids(store.tagged("diplomacy")) == ["recognition"]
    assert ids(store.involving("nowhere")) == []


def test_the_tone_of_the_type_holds_where_the_event_states_none(store: Store) -> None:
    assert ids(store.with_tone(4, 5)) == ["recognition", "meeting"]
    assert store.tone(2) == 4


def test_flags(store: Store) -> None:
    assert ids(store.flagged("approximate")) == ["meeting"]
    assert ids(store.flagged("uncertain")) == ["quarrel"]
    assert ids(store.flagged("unsourced")) == ["long-ago", "sixties", "undated"]
    assert ids(store.flagged("disputed")) == ["quarrel"]


def test_a_source_that_repeats_another_is_no_second_witness(store: Store) -> None:
    assert ids(store.flagged("single-source")) == ["recognition", "meeting"]


def test_a_problem_flags_its_event(store: Store) -> None:
    assert ids(store.flagged("problem")) == ["long-ago", "sixties", "undated"]


def test_words_are_found_whole_or_by_their_beginning(store: Store) -> None:
    assert ids(store.with_word("guevara", "event")) == ["meeting", "quarrel"]
    assert ids(store.with_word("guev", "event")) == []
    assert ids(store.with_word("guev", "event", prefix=True)) == ["meeting", "quarrel"]
    assert ids(store.with_word("diaz", "event")) == ["quarrel"]
    assert ids(store.with_word("decad", "title", prefix=True)) == ["sixties"]


def test_the_field_passage_searches_the_paragraphs_of_the_quotes(store: Store) -> None:
    assert ids(store.with_word("spoke", "passage")) == ["meeting", "quarrel"]
    assert ids(store.with_word("november", "passage")) == ["meeting", "quarrel"]
    assert ids(store.with_word("walrus", "passage")) == []


def test_the_field_text_searches_whole_documents(store: Store) -> None:
    assert ids(store.with_word("walrus", "text")) == ["recognition", "meeting", "quarrel"]


def test_the_words_of_an_index_stand_in_what_it_is_of(store: Store) -> None:
    for field in OWN_FIELDS:
        assert len(store.vocabulary(field)) > 5
        for word in store.vocabulary(field):
            found = store.with_word(word, field)
            assert len(found) > 0
            assert store.with_phrase([word], field, store.everything) == found
    for word in store.vocabulary("passage"):
        for number in store.with_word(word, "passage"):
            assert word in store.text_around(number)


def test_ranges_keep_what_may_have_happened_and_what_certainly_did(store: Store) -> None:
    september = parse("1960-09")
    possible = store.possibly_within(september.earliest, september.latest)
    certain = store.certainly_within(september.earliest, september.latest)
    assert ids(possible) == ["sixties", "recognition"]
    assert ids(certain) == ["recognition"]


def test_open_ranges(store: Store) -> None:
    assert ids(store.possibly_within(None, parse("1959").latest)) == ["long-ago"]
    assert ids(store.certainly_within(parse("1960-10").earliest, None)) == ["meeting", "quarrel"]


def test_a_date_that_may_be_any_year_is_in_no_range(store: Store) -> None:
    assert "undated" not in ids(store.possibly_within(None, None))


def test_citations_of_a_document_are_found_by_place(store: Store) -> None:
    cited = store.cited_passages("paper")
    start = store.dataset.documents["paper"].text.index("Guevara")
    assert ids(
        Selection(store, store.nothing.bits) | _selection(store, cited.touching(start, start + 3))
    ) == [
        "meeting",
        "quarrel",
    ]
    assert cited.touching(0, 1) == [store.number_of("recognition")]
    assert len(cited.spans) == 3
    assert cited.counts == (1, 2, 1)


def _selection(store: Store, numbers: list[int]) -> Selection:
    return Selection(store, type(store.nothing.bits)(numbers))


def test_events_are_found_in_the_bucket_that_counts_them(store: Store) -> None:
    for count in (1, 3, 40):
        bounds = store.axis.buckets(count)
        dated = range(bounds[0], bounds[-1])
        for number, bucket in zip(dated, store.axis.buckets_of(dated, count), strict=True):
            assert bounds[bucket] <= number < bounds[bucket + 1]
        assert store.axis.buckets_of([len(store.events) - 1], count) == [count - 1]
