"""The figures of a dataset."""

import json

import pytest
from rich.cells import cell_len

from explorer.formats.statistics import statistics
from explorer.formats.statistics_text import statistics_text
from explorer.opening import open_store


def test_events_countries_documents_types_and_citations_are_counted(store):
    figures = statistics(store)
    assert (figures["events"], figures["countries"], figures["documents"]) == (3, 3, 2)
    assert (figures["types"], figures["citations"]) == (3, 5)


def test_verdicts_are_counted_those_that_never_occur_too(store):
    assert statistics(store)["verdicts"] == {
        "exact": 1, "typography": 1, "changed": 1, "ambiguous": 1, "missing": 1,
    }  # fmt: skip


def test_the_span_reaches_from_the_first_beginning_to_the_last(store):
    figures = statistics(store)
    assert (figures["first"], figures["last"]) == ("1957-01-01", "1961-01-01")


def test_countries_are_counted_with_zeros_and_types_without(store):
    figures = statistics(store)
    assert figures["by_country"] == {"CUB": 2, "CHN": 2, "SUN": 1}
    assert sum(figures["by_type"].values()) == 3
    assert 0 not in figures["by_type"].values()


def test_flags_and_problems_are_counted(store):
    figures = statistics(store)
    assert (figures["flags"]["disputed"], figures["flags"]["unsourced"]) == (1, 1)
    assert figures["problems"] == {"error": 3, "warning": 1}


def test_coverage_counts_what_was_found_and_nothing_twice(dataset):
    path = dataset / "dataset.yaml"
    text = path.read_text(encoding="utf-8").replace("the band played “both anthems”", "recognised Peking")
    path.write_text(text, encoding="utf-8")
    store = open_store(dataset)
    memoir, letter = statistics(store)["coverage"]
    quote = "Havana recognised Peking in September 1960"
    assert memoir["cited"] == len(quote)
    assert memoir["share"] == round(len(quote) / memoir["characters"], 4)
    assert (memoir["events"], memoir["form"]) == (2, "digest")
    assert (letter["cited"], letter["share"]) == (0, 0.0)


def test_coverage_counts_sentences_and_lists_the_dates_of_those_that_nothing_cites(dataset):
    path = dataset / "memoir.txt"
    text = path.read_text(encoding="utf-8") + "\nPeace came\nin 1970. On 5 May and 1 July 1971 they met.\n"
    path.write_text(text, encoding="utf-8")
    memoir, letter = statistics(open_store(dataset))["coverage"]
    assert (memoir["sentences"], memoir["sentences_cited"], memoir["sentence_share"]) == (6, 1, 0.1667)
    # "Havana recognised Peking in September 1960, and ..." is cited.
    leads = [(lead["text"], lead["date"], lead["line"]) for lead in memoir["leads"]]
    assert leads[:2] == [("1957", "1957", 6), ("1970", "1970", 9)]
    assert all(text[lead["start"] : lead["end"]] == lead["text"] for lead in memoir["leads"])
    assert (letter["sentences"], letter["leads"]) == (2, [])


def test_the_text_names_the_first_few_leads_and_counts_them_all(dataset):
    path = dataset / "memoir.txt"
    years = " ".join(f"Peace came in {year}." for year in range(1970, 1977))
    path.write_text(path.read_text(encoding="utf-8") + f"\n{years}\n", encoding="utf-8")
    text = "".join(statistics_text(open_store(dataset), None))
    told = "1957 (line 6), 1970 (line 8), 1971 (line 8), 1972 (line 8), …"
    assert f"Dates in sentences that nothing cites\n  8  memoir: {told}\n" in text


def test_without_leads_none_are_listed(dataset):
    path = dataset / "memoir.txt"
    path.write_text("Nothing of when.", encoding="utf-8")
    assert "Dates in" not in "".join(statistics_text(open_store(dataset), 80))


def test_a_dataset_without_anything_has_figures_too(tmp_path):
    path = tmp_path / "empty.yaml"
    path.write_text("title: Nothing yet\nversion: 1\n", encoding="utf-8")
    store = open_store(path)
    assert (statistics(store)["first"], statistics(store)["coverage"]) == (None, [])
    assert "".join(statistics_text(store, 80)).startswith("Nothing yet\n")


def test_the_figures_are_json(store):
    assert json.loads(json.dumps(statistics(store))) == statistics(store)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit_the_terminal(store, width):
    text = "".join(statistics_text(store, width))
    assert all(cell_len(line) <= width for line in text.splitlines())


def test_countries_are_ranked_by_their_events(store):
    text = "".join(statistics_text(store, None))
    assert "Events by country\n  2  Cuba\n  2  China\n  1  Soviet Union\n" in text
