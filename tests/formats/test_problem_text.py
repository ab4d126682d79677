"""A problem as plain text."""

from dataclasses import replace

from explorer.formats.problem_text import problem_text, summary
from explorer.opening import open_store
from explorer.problems import Problem

PROBLEM = Problem(
    file="", line=2, column=8, severity="error", code="bad-date", message="no date", hint="Write EDTF."
)


def test_a_problem_is_told_by_place_line_caret_and_hint(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("events:\n  date: yesterday\n", encoding="utf-8")
    assert problem_text(replace(PROBLEM, file=str(path)), 80) == (
        f"{path}:2:8: error: no date [bad-date]\n    date: yesterday\n         ^\n  Write EDTF.\n"
    )


def test_a_problem_whose_line_is_gone_is_told_without_it(tmp_path):
    problem = replace(PROBLEM, file=str(tmp_path / "gone.yaml"), hint="")
    assert problem_text(problem, 80) == f"{tmp_path}/gone.yaml:2:8: error: no date [bad-date]\n"


def test_the_first_line_is_never_broken(tmp_path):
    problem = replace(PROBLEM, message="long " * 40)
    assert problem_text(problem, 30).splitlines()[0].endswith("[bad-date]")


def test_control_characters_of_a_message_are_not_sent_on():
    problem = replace(PROBLEM, file="a\x1bb", message="c\x9bd\ne", hint="f\x1bg")
    assert not {"\x1b", "\x9b"} & set(problem_text(problem, 80))


def test_the_summary_counts_errors_and_warnings(store, dataset):
    assert summary(store) == "3 events, 2 documents: 3 errors and 1 warning"
    text = (dataset / "dataset.yaml").read_text(encoding="utf-8")
    (dataset / "dataset.yaml").write_text(text[: text.index("  - id: split")], encoding="utf-8")
    assert summary(open_store(dataset)).endswith("1 event, 2 documents: no problems")
