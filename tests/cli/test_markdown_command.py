"""`detente search --format markdown`."""


def test_events_come_with_footnotes(detente, dataset):
    outcome = detente("search", "china", "--data", dataset, "--format", "markdown")
    assert outcome.status == 0
    assert outcome.out.startswith("# Trial\n\n## 1960\n\n### Cuba recognises China\n")
    assert "> “Havana recognised Peking”[^1]\n" in outcome.out
    assert "[^1]: “A paper,” n.d. Dates it September 1960.\n" in outcome.out


def test_best_matches_are_chosen_by_relevance_and_written_in_time_order(detente, dataset):
    arguments = ("search", "china", "--data", dataset, "--format", "markdown", "--sort", "relevance")
    assert detente(*arguments).out == detente(*arguments[:-2]).out
    assert detente(*arguments, "--limit", 1).out.count("### ") == 1


def test_nothing_found_writes_nothing(detente, dataset):
    outcome = detente("search", "walrus", "--data", dataset, "--format", "markdown")
    assert (outcome.status, outcome.out) == (1, "")
