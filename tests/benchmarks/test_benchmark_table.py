"""The figures, what they are measured against, and the table that tells it."""

from __future__ import annotations

import json
from statistics import quantiles

import benchmark
import pytest
from figures import Figures, percentile
from hypothesis import given
from hypothesis import strategies as st
from outcome import Outcome, Peer, Target, ratio
from table import HEADINGS, as_json, as_markdown, as_text

NUMBERS = st.lists(st.floats(0, 1e6), min_size=1)
KEY = Outcome(
    "keystroke",
    "a keystroke",
    "ms",
    100_000,
    Figures(1.234, 2.5, 80),
    (Peer("FTS5", Figures(25, 60, 80)), Peer("rg", None, "not installed")),
    (Target("p95 in ms", 2.5, "at most", 3), Target("FTS5 / p95", 24, "at least", 10)),
)
MISSING = Outcome("quit", "leaving", "ms", targets=(Target("ms", None, "at most", 250),), note="no such key")


@given(NUMBERS, st.floats(0.01, 1))
def test_a_percentile_is_the_smallest_value_that_covers_its_share(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
    smaller = [value for value in values if value < found]
    assert len(smaller) < share * len(values)


def test_figures_of_a_hundred_values() -> None:
    figures = Figures.of([float(value) for value in range(100, 0, -1)])
    assert figures == Figures(50.5, 95, 100)
    assert figures.p95 <= quantiles(range(1, 101), n=100)[94]


def test_no_values_have_no_figures() -> None:
    with pytest.raises(ValueError, match="no values"):
        Figures.of([])


@pytest.mark.parametrize(
    ("value", "sense", "reached"),
    [(3, "at most", True), (3.1, "at most", False), (3, "at least", True), (2.9, "at least", False)],
)
def test_a_bound_is_kept_by_its_own_value(value: float, sense: str, reached: bool) -> None:
    assert Target("x", value, sense, 3).is_reached is reached  # type: ignore[arg-type]


def test_a_row_is_reached_only_if_all_its_targets_are_known_and_kept() -> None:
    kept, missed, unknown = (Target("x", value, "at most", 3) for value in (2, 4, None))
    assert Outcome("r", "w", "ms", targets=(kept, kept)).is_reached is True
    assert Outcome("r", "w", "ms", targets=(kept, unknown, missed)).is_reached is False
    assert Outcome("r", "w", "ms", targets=(kept, unknown)).is_reached is None
    assert Outcome("r", "w", "ms").is_reached is None


def test_a_ratio_needs_both_its_parts() -> None:
    assert ratio(6, 3) == 2
    assert ratio(None, 3) is ratio(6, None) is ratio(6, 0) is None


def test_json_holds_every_figure_and_every_answer() -> None:
    key, missing = json.loads(as_json([KEY, MISSING]))
    assert key["detente"] == {"median": 1.234, "p95": 2.5, "count": 80}
    assert key["peers"][1] == {"name": "rg", "figures": None, "note": "not installed"}
    assert [target["reached"] for target in key["targets"]] == [True, True]
    assert key["reached"] is True
    assert missing["detente"] is None
    assert missing["reached"] is None


def test_the_table_for_a_terminal_names_each_peer_and_each_target_on_its_own_line() -> None:
    lines = as_text([KEY, MISSING]).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("a keystroke"))
    assert "100,000" in lines[first]
    assert "FTS5 25.0 / 60.0 ms" in lines[first]
    assert "at most 3.00" in lines[first]
    assert "rg (not installed)" in lines[first + 1]
    assert "FTS5 / p95: 24.0" in lines[first + 1]
    assert any("leaving" in line and "not available" in line and line.endswith("?") for line in lines)


def test_the_table_in_markdown_has_as_many_cells_in_each_row() -> None:
    lines = as_markdown([KEY, MISSING]).splitlines()
    assert {line.count(" | ") for line in lines} == {len(HEADINGS) - 1}
    assert "FTS5 25.0 / 60.0 ms<br>rg (not installed)" in lines[2]


def test_a_tiny_run_prints_its_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Put back after the run, which sets it.
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    status = benchmark.main(["--sizes", "200", "--rows", "keystroke", "--format", "json", "--quiet"])
    (row,) = json.loads(capsys.readouterr().out)
    assert status == 0
    assert row["row"] == "keystroke"
    assert row["events"] == 200
    assert row["detente"]["median"] > 0
    assert {peer["name"] for peer in row["peers"]} == {"FTS5", "tantivy", "polars", "rg", "fzf"}


def test_an_unknown_row_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        benchmark.main(["--rows", "nonsense"])
    assert "no row nonsense" in capsys.readouterr().err
