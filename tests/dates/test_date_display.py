from __future__ import annotations

import pytest
from edtf_strategies import dates, plain_dates
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.dates import EdtfDate, EdtfError, describe, parse
from explorer.dates.display import _plainly, _worded

# What most dates of a timeline are; the column has room for 14 characters.
COMMON = {
    "1960-09-28": "28 Sep 1960",
    "1960-09": "Sep 1960",
    "1960": "1960",
    "1957~": "c. 1957",
    "1957?": "1957?",
    "1957%": "c. 1957?",
    "1960-09~": "c. Sep 1960",
    "196X": "1960s",
    "18XX": "19th century",
    "1960/1964": "1960–1964",
    "1989/..": "since 1989",
    "1989-06/..": "since Jun 1989",
    "../1960": "until 1960",
    "1989/": "1989–?",
    "/1960": "?–1960",
    "1963-21": "spring 1963",
    "1963-24": "winter 1963–64",
    "2024-06-05/2024-06-09": "5–9 Jun 2024",
    "1971-11/1971-12": "Nov–Dec 1971",
    "[1957,1960]": "1957 or 1960",
    "{1957,1960}": "1957, 1960",
    "-0043": "44 BC",
    "-0043-03-15": "15 Mar 44 BC",
    "0000": "1 BC",
    "0800-12-25": "25 Dec 800 AD",
    "XXXX": "date unknown",
    "2001-34": "Q2 2001",
    "2001-37": "Jan–Apr 2001",
    "2001-41": "Jul–Dec 2001",
    "1950S2": "c. 1950",
    "1XXX": "2nd millennium",
}
OTHERS = {
    "XXXX-04": "April, year unknown",
    "XXXX-04-16": "16 April, year unknown",
    "XXXX-04~": "c. April, year unknown",
    "XXXX-04?": "April?, year unknown",
    "XXXX-12-XX": "December, year unknown",
    "XXXX-21": "spring, year unknown",
    "XXXX-XX-28": "28 …, year unknown",
    "XXXX-06-05/XXXX-06-09": "5–9 June, year unknown",
    "XXXX-04/XXXX-06": "April–June, year unknown",
    "XXXX-04/1960": "April, year unknown – 1960",
    "-XXXX": "unknown year BC",
    "2004-XX": "2004",
    "1985-04-XX": "Apr 1985",
    "1985-XX-XX": "1985",
    "1985-04-1X": "10–19 Apr 1985",
    "1985-04-3X": "30 Apr 1985",
    "1985-02-2X": "20–28 Feb 1985",
    "1985-04-X1": "X1 Apr 1985",
    "1984-1X": "Oct–Dec 1984",
    "1984-X2": "Feb or Dec 1984",
    "1984-X3": "Mar 1984",
    "1960-XX-28": "28 … 1960",
    "156X-12-25": "25 Dec 1560s",
    "15XX-12-25": "25 Dec 15XX",
    "1XXX-12": "Dec 1XXX",
    "1XXX-XX": "2nd millennium",
    "1X60": "1X60",
    "004X": "40s AD",
    "000X": "1 BC–9 AD",
    "-004X": "50–41 BC",
    "00XX": "1st century AD",
    "01XX": "2nd century AD",
    "02XX": "3rd century AD",
    "10XX": "11th century",
    "11XX": "12th century",
    "20XX": "21st century",
    "-01XX": "2nd century BC",
    "-1XXX": "2nd millennium BC",
    "1999-24": "winter 1999–2000",
    "1950-25": "spring 1950 (N)",
    "1950-30": "summer 1950–51 (S)",
    "-0043-24": "winter 44–43 BC",
    "1985-04-12T23:20:30+04:30": "12 Apr 1985 23:20",
    "2004-06~-11": "c. 11 Jun 2004",
    "?2004-06-~11": "c. 11 Jun 2004?",
    "Y170000002": "170,000,002",
    "Y-170000002": "170,000,003 BC",
    "Y171010000S3": "c. 171,010,000",
    "1950S2~": "c. 1950",
    "Y17E20": "1.70e21",
    "1960/1960": "1960",
    "1960-09-28/1960-10-03": "28 Sep–3 Oct 1960",
    "1960-12-28/1961-01-03": "28 Dec 1960–3 Jan 1961",
    "1971-11/1972-01": "Nov 1971–Jan 1972",
    "1960-09/1964": "Sep 1960–1964",
    "1963-21/1963-23": "spring–autumn 1963",
    "1963-21/1963-24": "spring 1963 – winter 1963–64",
    "196X/197X": "1960s–1970s",
    "-0043/-0039": "44–40 BC",
    "-0043/0014": "44 BC–14 AD",
    "0030/0033": "30–33 AD",
    "1957~/1960": "c. 1957–1960",
    "1957/1960?": "1957–1960?",
    "../..": "any time",
    "..2004-06-01/2004-06-20..": "by 1 Jun 2004 – 20 Jun 2004 or later",
    "..2004-06-01/..": "since by 1 Jun 2004",
    "../2004..": "until 2004 or later",
    "[1667,1668,1670..1672]": "1667, 1668 or 1670–1672",
    "{1667,1668,1670..1672}": "1667, 1668, 1670–1672",
    "[1960]": "1960",
    "[..1984]": "1984 or earlier",
    "[1760-12..]": "Dec 1760 or later",
    "{..1984}": "until 1984",
    "{1760-12..}": "since Dec 1760",
    "[1960,1961,1962,1963,1970]": "1960 … 1970 (one of 5)",
    "{1960,1961,1962,1963,1970}": "1960 … 1970 (5 dates)",
}


@pytest.mark.parametrize(("text", "words"), (COMMON | OTHERS).items())
def test_a_date_in_words(text: str, words: str) -> None:
    assert describe(parse(text)) == words


def test_common_dates_fit_their_column() -> None:
    assert max(len(describe(parse(text))) for text in COMMON) <= 14


@given(dates)
def test_every_date_has_words_of_a_few_dozen_characters(date: EdtfDate) -> None:
    words = describe(date)
    assert words.isprintable()
    assert words == " ".join(words.split())
    assert 0 < len(words) <= 160


@given(
    plain_dates | dates.map(lambda date: date.text) | st.text("0123456789-W/X~?%", min_size=4, max_size=10)
)
@example("1952/1958")
@example("1952/1952")
@example("1952/0958")
@example("0952/1958")
@example("1952/195X")
@example("1952?")
@example("1952~")
@example("1952%")
@example("952~")
@example("0999")
def test_the_short_way_for_plain_dates_says_the_same(text: str) -> None:
    short = _plainly(text)
    assert not short or short == _worded(text)


@pytest.mark.parametrize("text", ["", "1960-02-30", "1960-13", "1960-09-", "1960/09/28", "１９６０-09-28"])
def test_what_is_no_date_has_no_words(text: str) -> None:
    with pytest.raises(EdtfError):
        describe(EdtfDate(text, 1, 1, "day"))
