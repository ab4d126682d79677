"""The JSON of events and problems: a promise to other people's scripts."""

from explorer.formats.json_records import event_record, problem_record
from explorer.problems import Problem


def test_an_event_has_exactly_the_promised_keys_in_their_order(store):
    assert list(event_record(store, 0)) == [
        "id", "date", "earliest", "latest", "precision", "approximate", "uncertain", "title", "summary",
        "countries", "type", "tone", "tags", "disputed", "sources", "file", "line",
        "date_stated",
    ]  # fmt: skip


def test_a_source_has_exactly_the_promised_keys_in_their_order(store):
    (first, *_) = event_record(store, store.number_of("recognition"))["sources"]
    assert list(first) == [
        "document", "quote", "verdict", "start", "end", "date", "voice", "note", "date_stated",
    ]  # fmt: skip


def test_an_event_says_what_the_dataset_says(store):
    record = event_record(store, store.number_of("recognition"))
    assert (record["date"], record["earliest"], record["latest"]) == (
        "1960-09-28",
        "1960-09-28",
        "1960-09-28",
    )
    assert (record["precision"], record["approximate"], record["uncertain"]) == ("day", False, False)
    assert (record["countries"], record["type"]) == (["CUB", "CHN"], "recognition")
    assert record["tags"] == ["asia", "second; tag"]


def test_a_tone_that_is_not_stated_is_that_of_the_type(store):
    assert event_record(store, store.number_of("recognition"))["tone"] == 4
    assert event_record(store, store.number_of("split"))["tone"] == -3


def test_an_open_end_is_null(store):
    record = event_record(store, store.number_of("someday"))
    assert (record["earliest"], record["latest"]) == ("1961-01-01", None)


def test_a_passage_that_was_found_has_offsets_into_its_document(store):
    for source in event_record(store, store.number_of("recognition"))["sources"]:
        text = store.dataset.documents[source["document"]].text
        assert text[source["start"] : source["end"]].replace('"', "").startswith(source["quote"][:12])


def test_a_quote_that_was_not_found_has_none(store):
    sources = event_record(store, store.number_of("split"))["sources"]
    assert [source["verdict"] for source in sources] == ["changed", "missing", "ambiguous"]
    assert (sources[1]["start"], sources[1]["end"]) == (None, None)


def test_what_is_not_said_of_a_source_is_null(store):
    first, second = event_record(store, store.number_of("recognition"))["sources"]
    assert (first["date"], first["voice"], first["note"]) == ("1960-09", None, None)
    assert (second["voice"], second["note"]) == ("a bandsman", "Heard much later.")
    assert event_record(store, store.number_of("split"))["sources"][2]["date"] is None


def test_what_another_calendar_has_is_told_of_an_event_and_of_its_source(old_style):
    record = event_record(old_style, 0)
    first, second = record["sources"]
    expected = {"text": "24 Jan 1918 O.S.", "calendar": "julian"}
    assert record["date_stated"] == first["date_stated"] == expected
    assert list(first["date_stated"]) == ["text", "calendar"]
    assert second["date_stated"] is None
    assert event_record(old_style, 1)["date_stated"] is None


def test_conflicting_dates_make_an_event_disputed(store):
    assert event_record(store, store.number_of("split"))["disputed"] is True
    assert event_record(store, store.number_of("recognition"))["disputed"] is False


def test_file_and_line_lead_to_the_event(store):
    record = event_record(store, store.number_of("split"))
    with open(record["file"], encoding="utf-8") as file:  # noqa: PTH123
        assert "id: split" in file.readlines()[record["line"] - 1]


def test_a_problem_has_exactly_the_promised_keys_in_their_order():
    problem = Problem(
        file="a.yaml",
        line=3,
        column=5,
        severity="warning",
        code="no-source",
        message="m",
        hint="h",
        event="e",
    )
    assert problem_record(problem) == {
        "file": "a.yaml", "line": 3, "column": 5, "severity": "warning", "code": "no-source", "message": "m",
        "hint": "h",
    }  # fmt: skip
    assert list(problem_record(problem)) == ["file", "line", "column", "severity", "code", "message", "hint"]
