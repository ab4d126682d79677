"""How relations stood, case by case: what follows from an event, and what does not."""

from __future__ import annotations

import pytest
from relation_stores import pair_of, told

RECOGNISED = "1960-09-28 recognition"
BROKEN = "1962-01-03 rupture"


def test_before_anything_is_told_the_status_is_unknown() -> None:
    pair = pair_of("1960 visit", "1961 cooperation")
    assert told(pair) == ["unknown"]
    assert pair.statuses[0].reason == "No event of the dataset tells how it stood."


def test_a_pair_without_a_shared_event_is_unknown_not_without_relations() -> None:
    assert told(pair_of("1960 recognition A C")) == ["unknown"]


def test_a_recognition_begins_a_status_with_its_event_and_its_date_as_it_is_written() -> None:
    pair = pair_of("1960-09~ recognition")
    assert told(pair) == ["unknown", "recognised 1960-09~"]
    assert pair.statuses[1].event == 0


def test_a_second_recognition_changes_nothing() -> None:
    assert told(pair_of(RECOGNISED, "1970 recognition")) == ["unknown", "recognised 1960-09-28"]


@pytest.mark.parametrize("kind", ["agreement", "treaty"])
def test_an_agreement_after_a_recognition_shows_relations_at_the_latest_by_then(kind: str) -> None:
    pair = pair_of(RECOGNISED, f"2002 {kind}", f"2003 {kind}")
    assert told(pair) == ["unknown", "recognised 1960-09-28", "relations by 2002"]
    assert pair.statuses[-1].event == 1


def test_an_agreement_that_was_complete_after_the_recognition_counts_though_it_began_before() -> None:
    pair = pair_of("1924-08-04 recognition", "1924-08/1924-12 agreement")
    assert told(pair)[1:] == ["recognised 1924-08-04", "relations by 1924-08/1924-12"]


@pytest.mark.parametrize("date", ["1959", "1960", "../1965", "1960-09/.."])
def test_an_agreement_that_may_have_come_before_the_recognition_shows_nothing(date: str) -> None:
    assert told(pair_of(RECOGNISED, f"{date} agreement")) == ["unknown", "recognised 1960-09-28"]


def test_an_agreement_neither_recognises_nor_restores() -> None:
    assert told(pair_of("1950 agreement")) == ["unknown"]
    assert told(pair_of(RECOGNISED, BROKEN, "1973 agreement"))[-1] == "severed 1962-01-03"


def test_an_agreement_of_several_is_passed_over() -> None:
    assert told(pair_of(RECOGNISED, "1970 agreement A B C"))[-1] == "recognised 1960-09-28"


def test_a_rupture_severs_and_says_that_there_were_relations() -> None:
    pair = pair_of(BROKEN)
    assert told(pair) == ["unknown", "severed 1962-01-03"]
    assert "had been relations" in pair.statuses[-1].reason


def test_a_rupture_after_known_relations_needs_no_remark() -> None:
    pair = pair_of(RECOGNISED, "1961 agreement", BROKEN)
    assert told(pair)[1:] == ["recognised 1960-09-28", "relations by 1961", "severed 1962-01-03"]
    assert pair.statuses[-1].reason == ""


def test_a_second_rupture_changes_nothing() -> None:
    assert told(pair_of(BROKEN, "1970 rupture")) == ["unknown", "severed 1962-01-03"]


def test_a_recognition_after_a_rupture_restores() -> None:
    pair = pair_of(RECOGNISED, BROKEN, "2015-07-20 recognition", "2016 agreement")
    assert told(pair)[1:] == ["recognised 1960-09-28", "severed 1962-01-03", "restored 2015-07-20"]


@pytest.mark.parametrize(
    "kind",
    [
        "visit",
        "meeting",
        "conflict",
        "expulsion",
        "crisis",
        "warming",
        "cooperation",
        "embargo",
        "friendship",
    ],
)
def test_other_events_tell_no_status(kind: str) -> None:
    assert told(pair_of(RECOGNISED, f"1961 {kind}")) == ["unknown", "recognised 1960-09-28"]


def test_a_rupture_that_goes_on_for_years_leaves_the_status_unknown() -> None:
    pair = pair_of("1950 recognition", "1956~/1964~ rupture")
    assert told(pair)[1:] == ["recognised 1950", "unknown 1956~/1964~"]
    assert "more than a year" in pair.statuses[-1].reason
    assert pair.statuses[-1].event == 1


@pytest.mark.parametrize(
    "date", ["1961-01-03", "1961", "1961?", "196X", "[1961,1963]", "1961-01/1961-03", "1961/.."]
)
def test_a_rupture_of_a_day_that_nobody_knows_is_one_all_the_same(date: str) -> None:
    assert told(pair_of("1950 recognition", f"{date} rupture"))[-1] == f"severed {date}"


@pytest.mark.parametrize("kind", ["recognition", "rupture"])
def test_an_act_in_which_others_took_part_leaves_the_status_unknown(kind: str) -> None:
    pair = pair_of(f"1960 {kind} A B C")
    assert told(pair) == ["unknown", "unknown 1960"]
    assert "Others took part" in pair.statuses[-1].reason


def test_what_could_only_confirm_changes_nothing() -> None:
    assert told(pair_of(RECOGNISED, "1970 recognition A B C"))[-1] == "recognised 1960-09-28"
    assert told(pair_of(BROKEN, "1970/1980 rupture"))[-1] == "severed 1962-01-03"


@pytest.mark.parametrize(
    "lines",
    [
        ("1960 recognition", "1960-05 rupture"),
        ("1960 rupture", "1960-05 recognition"),
        ("196X recognition", "1965 rupture"),
        ("1960-05-01 recognition", "1960-05-01 rupture"),
        ("1960/.. recognition", "1960-05 rupture"),
    ],
)
def test_a_recognition_and_a_rupture_that_nobody_can_order_leave_the_status_unknown(
    lines: tuple[str, str],
) -> None:
    pair = pair_of(*lines)
    assert told(pair)[-1].startswith("unknown 19")
    assert "before or after" in pair.statuses[-1].reason


def test_after_an_unknown_status_a_plain_act_is_believed_again() -> None:
    assert told(pair_of("1956/1964 rupture", "1970 rupture"))[-1] == "severed 1970"
    assert told(pair_of("1956/1964 rupture", "1970 recognition"))[-1] == "recognised 1970"


def test_what_has_no_year_stands_at_the_end_and_changes_nothing() -> None:
    pair = pair_of(RECOGNISED, "XXXX-04 rupture")
    assert told(pair) == ["unknown", "recognised 1960-09-28", "unknown XXXX-04"]
    assert not pair.statuses[-1].placed
    assert all(status.placed for status in pair.statuses[:-1])


def test_a_disputed_date_is_flagged() -> None:
    pair = pair_of(RECOGNISED, BROKEN, said={1: ("1962", "1963")})
    assert [status.disputed for status in pair.statuses] == [False, False, True]


def test_before_the_younger_of_two_states_began_there_were_no_relations() -> None:
    pair = pair_of(RECOGNISED, exists={"A": "1902-05-20/..", "B": "1949-10-01/.."})
    assert told(pair) == ["none", "unknown 1949-10-01", "recognised 1960-09-28"]
    assert pair.statuses[0].reason == "State B did not exist."


def test_an_uncertain_beginning_stays_uncertain() -> None:
    assert told(pair_of("1999 visit", exists={"A": "1961~/.."})) == ["none", "unknown 1961~"]


def test_after_the_end_of_one_there_are_no_relations() -> None:
    pair = pair_of(RECOGNISED, exists={"A": "../1991-12-26", "B": "1949/2000"})
    assert told(pair)[-1] == "none 1991-12-26"
    assert pair.statuses[-1].reason == "State A ended."


def test_a_recognition_on_the_day_of_the_beginning_is_one() -> None:
    assert (
        told(pair_of("1949-10-01 recognition", exists={"B": "1949-10-01/.."}))[-1] == "recognised 1949-10-01"
    )


def test_a_recognition_before_the_beginning_is_not_forgotten_when_that_comes() -> None:
    assert told(pair_of("1948 recognition", exists={"B": "1949-10-01/.."})) == ["none", "recognised 1948"]


@pytest.mark.parametrize("kind", ["organisation", "movement"])
def test_only_states_are_judged(kind: str) -> None:
    pair = pair_of(RECOGNISED, kinds={"B": kind})
    assert told(pair) == ["unknown"]
    assert kind in pair.statuses[0].reason
