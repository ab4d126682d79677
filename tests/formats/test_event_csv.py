"""Events as CSV."""

import csv
import io

from explorer.formats.event_csv import COLUMNS, event_csv


def rows(store):
    return list(csv.DictReader(io.StringIO("".join(event_csv(store, store.everything)))))


def test_the_head_does_not_change():
    assert ",".join(COLUMNS) == (
        "id,date,earliest,latest,precision,approximate,uncertain,title,summary,countries,type,tone,tags,"
        "disputed,sources,documents,verdicts,file,line"
    )


def test_each_event_has_one_line(store):
    assert [row["id"] for row in rows(store)] == ["split", "recognition", "someday"]


def test_lists_are_joined_by_semicolons(store):
    row = rows(store)[1]
    assert (row["countries"], row["documents"], row["verdicts"]) == (
        "CUB;CHN",
        "memoir;memoir",
        "exact;typography",
    )


def test_sources_are_counted(store):
    assert [row["sources"] for row in rows(store)] == ["3", "2", "0"]


def test_flags_are_true_or_false_and_the_unknown_is_empty(store):
    split, _, someday = rows(store)
    assert (split["disputed"], someday["disputed"], someday["latest"]) == ("true", "false", "")


def test_a_line_feed_in_a_text_does_not_break_the_line(dataset):
    from explorer.opening import open_store

    path = dataset / "dataset.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Cuba waits", '"Cuba\\nwaits"'), encoding="utf-8"
    )
    assert "".join(event_csv(open_store(dataset), [2])).count("\n") == 2
