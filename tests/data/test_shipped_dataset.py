"""The dataset that comes with the program holds what it promises, and its README can be followed."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from explorer.dates.edtf import parse
from explorer.event_types import BUILT_IN_TYPES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

DATA = Path(__file__).parents[2] / "data"
README = (DATA / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Shipped:
    """The YAML as it is written, every scalar a string, with the text of each document."""

    countries: dict[str, Any]
    documents: dict[str, Any]
    texts: dict[str, str]
    events: dict[str, Any]
    ids: tuple[tuple[str, str], ...]

    @property
    def citations(self) -> list[tuple[str, dict[str, str]]]:
        return [(id_, source) for id_, event in self.events.items() for source in event["sources"]]

    @property
    def dates(self) -> set[str]:
        stated = {source["date"] for _, source in self.citations if "date" in source}
        lifetimes = {country["exists"] for country in self.countries.values()}
        issued = {document["date"] for document in self.documents.values() if "date" in document}
        return {event["date"] for event in self.events.values()} | stated | lifetimes | issued


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    files = [
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted(DATA.rglob("*.yaml"))
    ]
    records = {
        kind: [record for file in files for record in file.get(kind, [])]
        for kind in ("countries", "documents", "events")
    }
    by_id = {kind: {record["id"]: record for record in found} for kind, found in records.items()}
    texts = {id_: (DATA / doc["file"]).read_text(encoding="utf-8") for id_, doc in by_id["documents"].items()}
    ids = tuple((kind, record["id"]) for kind, found in records.items() for record in found)
    return Shipped(by_id["countries"], by_id["documents"], texts, by_id["events"], ids)


def citation(shipped: Shipped, event: str, document: str, voice: str | None = None) -> dict[str, str]:
    """The one citation of the event from that document, spoken by that voice."""
    found = [
        source
        for source in shipped.events[event]["sources"]
        if source["document"] == document and source.get("voice") == voice
    ]
    assert len(found) == 1
    return found[0]


def test_there_are_at_least_48_events(shipped: Shipped) -> None:
    assert len(shipped.events) >= 48


def test_every_id_is_given_once(shipped: Shipped) -> None:
    assert [key for key, times in Counter(shipped.ids).items() if times > 1] == []


def test_every_country_and_every_document_of_an_event_is_declared(shipped: Shipped) -> None:
    countries = {id_ for event in shipped.events.values() for id_ in event["countries"]}
    documents = {source["document"] for _, source in shipped.citations}
    assert countries <= shipped.countries.keys()
    assert documents == shipped.documents.keys()


def test_every_event_has_a_built_in_type_and_a_tone_only_where_it_differs(shipped: Shipped) -> None:
    for id_, event in shipped.events.items():
        usual = BUILT_IN_TYPES[event["type"]].tone
        assert "tone" not in event or int(event["tone"]) != usual, id_
        assert -5 <= int(event.get("tone", usual)) <= 5, id_


def test_every_title_fits_a_line_of_the_timeline(shipped: Shipped) -> None:
    assert [event["title"] for event in shipped.events.values() if len(event["title"]) > 60] == []


def test_every_quote_stands_in_its_document_exactly_once(shipped: Shipped) -> None:
    for event, source in shipped.citations:
        passage = source.get("prefix", "") + source["quote"] + source.get("suffix", "")
        assert shipped.texts[source["document"]].count(passage) == 1, (event, passage)


def test_every_quote_is_a_clause_and_not_a_word_or_a_page(shipped: Shipped) -> None:
    lengths = {source["quote"]: len(source["quote"]) for _, source in shipped.citations}
    assert {quote: length for quote, length in lengths.items() if not 40 <= length <= 200} == {}


def test_the_passages_of_an_event_name_each_of_its_countries(shipped: Shipped) -> None:
    for id_, event in shipped.events.items():
        quotes = "\n".join(source["quote"] for source in event["sources"])
        for country in event["countries"]:
            names = [shipped.countries[country]["name"], *shipped.countries[country]["aliases"]]
            assert any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quotes) for name in names), (
                id_,
                country,
            )


def test_no_country_takes_part_outside_its_lifetime(shipped: Shipped) -> None:
    for id_, event in shipped.events.items():
        when = parse(event["date"])
        for country in event["countries"]:
            life = parse(shipped.countries[country]["exists"])
            assert when.latest is None or when.latest >= life.earliest, (id_, country)
            assert life.latest is None or when.earliest <= life.latest, (id_, country)


def test_a_citation_without_a_date_says_why(shipped: Shipped) -> None:
    assert [source for _, source in shipped.citations if "date" not in source and "note" not in source] == []


def test_every_document_says_who_speaks_and_that_its_text_is_a_digest(shipped: Shipped) -> None:
    assert {document["form"] for document in shipped.documents.values()} == {"digest"}
    assert all(document["stance"].strip() for document in shipped.documents.values())
    assert "digest" in yaml.safe_load((DATA / "dataset.yaml").read_text(encoding="utf-8"))["description"]
    assert "**The texts are digests, not the originals.**" in README


def test_the_recognition_is_one_event_that_two_pages_date_to_a_month_and_to_a_day(shipped: Shipped) -> None:
    event = shipped.events["cuba-recognises-prc"]
    assert (event["date"], event["type"], event["countries"]) == ("1960-09-28", "recognition", ["CUB", "CHN"])
    assert {source["document"]: source["date"] for source in event["sources"]} == {
        "cfc-2022": "1960-09",
        "cfc-2024": "1960-09-28",
    }


def test_the_month_stands_in_one_digest_and_the_day_in_the_other(shipped: Shipped) -> None:
    assert "28 September 1960" not in shipped.texts["cfc-2022"]
    assert "September 1960" in citation(shipped, "cuba-recognises-prc", "cfc-2022")["quote"]
    assert "28 September 1960" in citation(shipped, "cuba-recognises-prc", "cfc-2024")["quote"]


def test_the_two_pages_on_cuba_and_china_are_one_witness(shipped: Shipped) -> None:
    assert shipped.documents["cfc-2024"]["derived_from"] == ["cfc-2022"]


def test_article_and_reader_date_the_sino_soviet_split_differently(shipped: Shipped) -> None:
    reader = citation(shipped, "sino-soviet-split", "cfc-2024", "reader comment")
    article = citation(shipped, "sino-soviet-split", "cfc-2024")
    assert (reader["date"], article["date"]) == ("1957", "1964")


def test_what_the_reader_claims_is_never_the_voice_of_the_page(shipped: Shipped) -> None:
    text = shipped.texts["cfc-2024"]
    comment = text.index("The reader objects")
    for event, source in shipped.citations:
        if source["document"] == "cfc-2024":
            in_comment = text.index(source["quote"]) >= comment
            assert (source.get("voice") == "reader comment") == in_comment, event


def test_the_lost_year_stays_lost_and_a_note_says_where_the_event_has_its_own(shipped: Shipped) -> None:
    source = citation(shipped, "cuba-socialist-republic", "cuba-mexico-page")
    assert shipped.events["cuba-socialist-republic"]["date"] == "1961-04-16"
    assert source["date"] == "XXXX-04"
    assert "lost" in source["note"]


def test_the_page_that_lost_its_years_gives_no_event_a_year(shipped: Shipped) -> None:
    stated = [
        source["date"]
        for _, source in shipped.citations
        if source["document"] == "cuba-mexico-page" and "date" in source
    ]
    assert stated == ["XXXX-04"]
    assert re.findall(r"\b1[89]\d\d\b|\b20\d\d\b", shipped.texts["cuba-mexico-page"]) == []


def test_the_number_that_lost_its_digits_is_not_completed(shipped: Shipped) -> None:
    assert '"14,"' in shipped.texts["cuba-mexico-page"]
    assert not any(re.search(r"14,\d", text) for text in shipped.texts.values())


def test_every_date_is_edtf_to_this_project_and_to_another(shipped: Shipped) -> None:
    for text in shipped.dates:
        assert parse(text).text == text
        with contextlib.redirect_stdout(io.StringIO()):
            assert parse_edtf(text) is not None


def test_the_readme_has_one_example_and_it_is_a_whole_dataset() -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert yaml.safe_load(example).keys() == {
        "title", "description", "license", "version", "countries", "documents", "types", "events",
    }  # fmt: skip


def test_every_date_in_the_readmes_table_of_forms_is_one() -> None:
    table = README.split("## Dates")[1].split("## Evidence")[0]
    forms = [
        form
        for row in re.findall(r"^\| .* \| (`.*) \|$", table, re.MULTILINE)
        for form in re.findall(r"`(.*?)`", row)
    ]
    assert len(forms) == 18
    assert [parse(form).text for form in forms] == forms


def test_the_readme_names_every_built_in_type() -> None:
    listed = README.split("These are built in:")[1].split("Add your own")[0]
    assert re.findall(r"`(.*?)`", listed) == list(BUILT_IN_TYPES)
