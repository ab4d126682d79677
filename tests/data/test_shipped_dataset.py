"""The dataset that comes with the program holds what it promises."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf

from explorer.dates import compare
from explorer.evidence import agreement, disputed, verify, witnesses
from explorer.loading import load

if TYPE_CHECKING:
    from explorer.model import Citation, Dataset, Event

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load(DATA)


def event(dataset: Dataset, id_: str) -> Event:
    (found,) = (each for each in dataset.events if each.id == id_)
    return found


def citations(dataset: Dataset) -> list[tuple[str, Citation]]:
    return [(each.id, source) for each in dataset.events for source in each.sources]


def cited(dataset: Dataset, id_: str, document: str, voice: str = "") -> Citation:
    """The one citation of the event from that document, spoken by that voice."""
    sources = event(dataset, id_).sources
    (found,) = (each for each in sources if (each.document, each.voice) == (document, voice))
    return found


def dates(dataset: Dataset) -> set[str]:
    """Every EDTF text of the dataset."""
    stated = [
        *(each.date for each in dataset.events),
        *(source.date for _, source in citations(dataset)),
        *(each.exists for each in dataset.countries.values()),
        *(each.date for each in dataset.documents.values()),
    ]
    return {date.text for date in stated if date}


def test_it_opens_without_a_problem(shipped: Dataset) -> None:
    assert shipped.problems == ()


def test_every_quote_stands_in_its_document_word_for_word(shipped: Dataset) -> None:
    evidence = verify(shipped)
    assert evidence.problems == ()
    assert {passage.verdict for passages in evidence.passages for passage in passages} == {"exact"}


def test_there_are_at_least_48_events(shipped: Dataset) -> None:
    assert len(shipped.events) >= 48


def test_every_event_cites_a_source_and_every_document_is_cited(shipped: Dataset) -> None:
    assert [each.id for each in shipped.events if not each.sources] == []
    assert {source.document for _, source in citations(shipped)} == shipped.documents.keys()


def test_an_event_states_a_tone_only_where_it_differs_from_that_of_its_type(shipped: Dataset) -> None:
    assert [each.id for each in shipped.events if each.tone == shipped.types[each.type].tone] == []


def test_every_title_fits_a_line_of_the_timeline(shipped: Dataset) -> None:
    assert [each.title for each in shipped.events if len(each.title) > 60] == []


def test_every_quote_is_a_clause_and_neither_a_word_nor_a_page(shipped: Dataset) -> None:
    assert [source.quote for _, source in citations(shipped) if not 40 <= len(source.quote) <= 200] == []


def test_the_passages_of_an_event_name_each_of_its_countries(shipped: Dataset) -> None:
    for each in shipped.events:
        quotes = "\n".join(source.quote for source in each.sources)
        for id_ in each.countries:
            names = shipped.countries[id_].name, *shipped.countries[id_].aliases
            assert any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quotes) for name in names), (
                each.id,
                id_,
            )


def test_no_country_takes_part_outside_its_lifetime(shipped: Dataset) -> None:
    for each in shipped.events:
        for id_ in each.countries:
            life = shipped.countries[id_].exists
            assert life, id_
            assert compare(each.date, life) != "conflicts", (each.id, id_)


def test_no_document_reports_what_came_after_it(shipped: Dataset) -> None:
    for each in shipped.events:
        for source in each.sources:
            issued = shipped.documents[source.document].date
            if issued and issued.latest and each.date.earliest:
                assert each.date.earliest <= issued.latest, each.id


def test_a_citation_without_a_date_says_why(shipped: Dataset) -> None:
    assert [id_ for id_, source in citations(shipped) if not source.date and not source.note] == []


def test_every_document_says_who_speaks_and_that_its_text_is_a_digest(shipped: Dataset) -> None:
    assert {each.form for each in shipped.documents.values()} == {"digest"}
    assert all(each.stance for each in shipped.documents.values())
    assert "digests" in shipped.description


def test_the_recognition_is_one_event_that_one_page_dates_to_the_month_and_one_to_the_day(
    shipped: Dataset,
) -> None:
    recognition = event(shipped, "cuba-recognises-prc")
    assert (recognition.date.text, recognition.type) == ("1960-09-28", "recognition")
    assert recognition.countries == ("CUB", "CHN")
    assert [(each.document, each.date and each.date.text) for each in recognition.sources] == [
        ("cfc-2022", "1960-09"),
        ("cfc-2024", "1960-09-28"),
    ]
    assert agreement(recognition) == "refines"


def test_the_month_stands_in_one_digest_and_the_day_in_the_other(shipped: Dataset) -> None:
    assert "28 September 1960" not in shipped.documents["cfc-2022"].text
    assert "September 1960" in cited(shipped, "cuba-recognises-prc", "cfc-2022").quote
    assert "28 September 1960" in cited(shipped, "cuba-recognises-prc", "cfc-2024").quote


def test_the_two_pages_on_cuba_and_china_are_one_witness(shipped: Dataset) -> None:
    recognition = event(shipped, "cuba-recognises-prc")
    assert witnesses(recognition, shipped.documents) == {("cfc-2022", "")}


def test_article_and_reader_disagree_on_the_sino_soviet_split_and_on_nothing_else(shipped: Dataset) -> None:
    reader = cited(shipped, "sino-soviet-split", "cfc-2024", "reader comment")
    article = cited(shipped, "sino-soviet-split", "cfc-2024")
    assert reader.date
    assert article.date
    assert (reader.date.text, article.date.text) == ("1957", "1964")
    assert [each.id for each in shipped.events if disputed(each)] == ["sino-soviet-split"]


def test_what_the_reader_claims_is_never_the_voice_of_the_page(shipped: Dataset) -> None:
    text = shipped.documents["cfc-2024"].text
    comment = text.index("The reader objects")
    for id_, source in citations(shipped):
        if source.document == "cfc-2024":
            in_comment = text.index(source.quote) >= comment
            assert (source.voice == "reader comment") == in_comment, id_


def test_a_lost_year_stays_lost_and_a_note_says_where_the_event_has_its_own(shipped: Dataset) -> None:
    source = cited(shipped, "cuba-socialist-republic", "cuba-mexico-page")
    assert event(shipped, "cuba-socialist-republic").date.text == "1961-04-16"
    assert source.date
    assert source.date.text == "XXXX-04"
    assert "lost" in source.note


def test_the_page_that_lost_its_years_dates_nothing_to_a_year(shipped: Dataset) -> None:
    stated = [
        source.date.text
        for _, source in citations(shipped)
        if source.document == "cuba-mexico-page" and source.date
    ]
    assert stated == ["XXXX-04"]
    assert re.findall(r"\b(?:1[89]|20)\d\d\b", shipped.documents["cuba-mexico-page"].text) == []


def test_the_number_that_lost_its_digits_is_not_completed(shipped: Dataset) -> None:
    assert '"14,"' in shipped.documents["cuba-mexico-page"].text
    assert not any(re.search(r"14,\d", each.text) for each in shipped.documents.values())


def test_every_date_is_edtf_to_another_implementation_too(shipped: Dataset) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert all(parse_edtf(text) for text in dates(shipped))
