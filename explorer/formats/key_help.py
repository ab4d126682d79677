"""What each key of a dataset means, in a sentence for an editor to show beside it."""

from __future__ import annotations

KEY_HELP: dict[str, dict[str, str]] = {
    "dataset": {
        "title": "The name of the dataset, as the screen shows it.",
        "description": "A few sentences on what the dataset covers.",
        "license": "The licence of the data, best as an SPDX id such as CC0-1.0.",
        "version": "The version of this format: 1.",
    },
    "country": {
        "id": "ISO 3166-1 alpha-3, ISO 3166-3 for a state that is gone, or an organisation's abbreviation.",
        "name": "The name, as the screen shows it.",
        "aliases": "Other names: capitals, abbreviations, all that one may search by or a document may say.",
        "kind": "A state, if you say nothing.",
        "exists": "From when to when, as an EDTF interval: 1922-12-30/1991-12-26 or 1949-10-01/..",
        "succeeded_by": "The id of the country that came after it.",
    },
    "document": {
        "id": "Short and lasting, as cfc-2022: citations name the document by it.",
        "title": "The title, as the document gives it.",
        "author": "Who wrote it, as the document says.",
        "publisher": "Who published it.",
        "date": "When it was published, in EDTF.",
        "url": "Where it is; leave it out rather than guess.",
        "language": "The language of the text, as a code such as en.",
        "license": "The licence of the text, best as an SPDX id.",
        "stance": "One line of source criticism: who speaks, and with which interest.",
        "form": "What the text is; the original, if you say nothing.",
        "derived_from": "The documents that this one only repeats: together they are one witness.",
        "file": "The UTF-8 file with the text; its path counts from the dataset's folder.",
        "text": "The text itself, instead of a file; begin it with | to keep its lines.",
    },
    "type": {
        "id": "The word that events use.",
        "label": "The type, as the screen shows it.",
        "plover": "The category of PLOVER, if one fits.",
        "tone": "What such an event usually does to a relation: -5 (hostile) to +5 (friendly).",
    },
    "event": {
        "id": "Lower case with hyphens, and lasting: bookmarks and links use it.",
        "date": "When it was, to your best knowledge, in EDTF: 1960-09-28, 1960-09, 1957?, 1960/1964, 196X.",
        "date_stated": "The same date as another calendar has it.",
        "countries": "The ids of the countries whose relation it concerns.",
        "type": "A built-in type or one of the dataset's own.",
        "tone": "From -5 to +5, only where it differs from the type's.",
        "title": "One short line in the present tense.",
        "summary": "One or two sentences.",
        "tags": "Words of your own.",
        "sources": "The passages that say so.",
    },
    "source": {
        "document": "The id of the document.",
        "quote": "The exact words of the document, best a whole clause.",
        "prefix": "The words right before the quote, where it stands more than once.",
        "suffix": "The words right after the quote, where it stands more than once.",
        "date": "What this source says, in EDTF, where it states a date.",
        "date_stated": "The source's own words for the date, where it uses another calendar.",
        "voice": "Who speaks, where it is not the document's author.",
        "note": "Yours, for instance why your date is not the source's.",
    },
    "stated date": {
        "text": "A day, a month or a year, in English or as in ISO 8601.",
        "calendar": "The calendar that it is counted in.",
    },
}
