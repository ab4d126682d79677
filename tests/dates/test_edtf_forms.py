"""Every form of the specification, with the days that it means."""

from __future__ import annotations

import pytest

from explorer.dates import EdtfDate, iso_day, parse

# The examples of the Library of Congress (4 February 2019), then forms of ISO 8601-2 and cases at the edges:
# text, first day, last day, precision.
LEVEL_0 = """
1985-04-12                 1985-04-12         1985-04-12         day
1985-04                    1985-04-01         1985-04-30         month
1985                       1985-01-01         1985-12-31         year
1985-04-12T23:20:30        1985-04-12         1985-04-12         day
1985-04-12T23:20:30Z       1985-04-12         1985-04-12         day
1985-04-12T23:20:30-04     1985-04-12         1985-04-12         day
1985-04-12T23:20:30+04:30  1985-04-12         1985-04-12         day
1964/2008                  1964-01-01         2008-12-31         year
2004-06/2006-08            2004-06-01         2006-08-31         month
2004-02-01/2005-02-08      2004-02-01         2005-02-08         day
2004-02-01/2005-02         2004-02-01         2005-02-28         month
2004-02-01/2005            2004-02-01         2005-12-31         year
2005/2006-02               2005-01-01         2006-02-28         year
"""
LEVEL_1 = """
Y170000002                 +170000002-01-01   +170000002-12-31   year
Y-170000002                -170000002-01-01   -170000002-12-31   year
2001-21                    2001-03-01         2001-05-31         season
2001-22                    2001-06-01         2001-08-31         season
2001-23                    2001-09-01         2001-11-30         season
2001-24                    2001-12-01         2002-02-28         season
1984?                      1984-01-01         1984-12-31         year
2004-06~                   2004-06-01         2004-06-30         month
2004-06-11%                2004-06-11         2004-06-11         day
201X                       2010-01-01         2019-12-31         decade
20XX                       2000-01-01         2099-12-31         century
2004-XX                    2004-01-01         2004-12-31         year
1985-04-XX                 1985-04-01         1985-04-30         month
1985-XX-XX                 1985-01-01         1985-12-31         year
1985-04-12/..              1985-04-12         None               day
1985-04/..                 1985-04-01         None               month
1985/..                    1985-01-01         None               year
../1985-04-12              None               1985-04-12         day
../1985-04                 None               1985-04-30         month
../1985                    None               1985-12-31         year
1985-04-12/                1985-04-12         None               day
1985-04/                   1985-04-01         None               month
1985/                      1985-01-01         None               year
/1985-04-12                None               1985-04-12         day
/1985-04                   None               1985-04-30         month
/1985                      None               1985-12-31         year
-1985                      -1985-01-01        -1985-12-31        year
1984~/2004-06              1984-01-01         2004-06-30         year
1984/2004-06~              1984-01-01         2004-06-30         year
1984?/2004%                1984-01-01         2004-12-31         year
1984-06-02?/2004-08-08~    1984-06-02         2004-08-08         day
"""
LEVEL_2 = """
Y-17E7                     -170000000-01-01   -170000000-12-31   year
Y17E7                      +170000000-01-01   +170000000-12-31   year
1950S2                     1900-01-01         1999-12-31         century
Y171010000S3               +171000000-01-01   +171999999-12-31   millennium
Y3388E2S3                  +338000-01-01      +338999-12-31      millennium
2001-34                    2001-04-01         2001-06-30         season
[1667,1668,1670..1672]     1667-01-01         1672-12-31         year
[..1760-12-03]             None               1760-12-03         day
[1760-12..]                1760-12-01         None               month
[1760-01,1760-02,1760-12..]  1760-01-01       None               month
[1667,1760-12]             1667-01-01         1760-12-31         year
[..1984]                   None               1984-12-31         year
{1667,1668,1670..1672}     1667-01-01         1672-12-31         year
{1960,1961-12}             1960-01-01         1961-12-31         year
{..1984}                   None               1984-12-31         year
2004-06~-11                2004-06-11         2004-06-11         day
2004?-06-11                2004-06-11         2004-06-11         day
?2004-06-~11               2004-06-11         2004-06-11         day
2004-%06-11                2004-06-11         2004-06-11         day
156X-12-25                 1560-12-25         1569-12-25         day
15XX-12-25                 1500-12-25         1599-12-25         day
XXXX-12-XX                 None               None               month
1XXX-XX                    1000-01-01         1999-12-31         millennium
1XXX-12                    1000-12-01         1999-12-31         month
1984-1X                    1984-10-01         1984-12-31         season
2004-06-~01/2004-06-~20    2004-06-01         2004-06-20         day
2004-06-XX/2004-07-03      2004-06-01         2004-07-03         month
"""
OTHERS = """
0000                       0000-01-01         0000-12-31         year
-0044                      -0044-01-01        -0044-12-31        year
-0043-03-15                -0043-03-15        -0043-03-15        day
0000-02-29                 0000-02-29         0000-02-29         day
-0004-02-29                -0004-02-29        -0004-02-29        day
-1985-04-12T23:20:30       -1985-04-12        -1985-04-12        day
2016-12-31T23:59:60Z       2016-12-31         2016-12-31         day
1985-04-12T24:00:00        1985-04-12         1985-04-12         day
1960-02                    1960-02-01         1960-02-29         month
1900-02                    1900-02-01         1900-02-28         month
2003-24                    2003-12-01         2004-02-29         season
2001-25                    2001-03-01         2001-05-31         season
2001-26                    2001-06-01         2001-08-31         season
2001-27                    2001-09-01         2001-11-30         season
2001-28                    2001-12-01         2002-02-28         season
2001-29                    2001-09-01         2001-11-30         season
2001-30                    2001-12-01         2002-02-28         season
2001-31                    2001-03-01         2001-05-31         season
2001-32                    2001-06-01         2001-08-31         season
2001-33                    2001-01-01         2001-03-31         season
2001-35                    2001-07-01         2001-09-30         season
2001-36                    2001-10-01         2001-12-31         season
2001-37                    2001-01-01         2001-04-30         season
2001-38                    2001-05-01         2001-08-31         season
2001-39                    2001-09-01         2001-12-31         season
2001-40                    2001-01-01         2001-06-30         season
2001-41                    2001-07-01         2001-12-31         season
-0001-24                   -0001-12-01        0000-02-29         season
196X-21                    1960-03-01         1969-05-31         season
2001-~21                   2001-03-01         2001-05-31         season
1963-21/1963-23            1963-03-01         1963-11-30         season
1950S4                     1950-01-01         1950-12-31         year
1950S3                     1950-01-01         1959-12-31         decade
1950S1                     1000-01-01         1999-12-31         millennium
0950S2                     0950-01-01         0959-12-31         decade
-1950S2                    -1999-01-01        -1900-12-31        century
Y-171010000S3              -171999999-01-01   -171000000-12-31   millennium
Y17000~                    +17000-01-01       +17000-12-31       year
?1950S2                    1900-01-01         1999-12-31         century
?2004?-?06?-?11?           2004-06-11         2004-06-11         day
1XXX                       1000-01-01         1999-12-31         millennium
19X4                       1904-01-01         1994-12-31         century
X960                       0960-01-01         9960-12-31         unknown
-004X                      -0049-01-01        -0040-12-31        decade
-000X                      -0009-01-01        -0001-12-31        decade
XXXX                       None               None               unknown
XXXX-04                    None               None               month
XXXX-04-16                 None               None               day
XXXX-02-29                 None               None               day
XXXX-24                    None               None               season
-XXXX                      None               -0001-12-31        unknown
-XXXX-04                   None               -0001-04-30        month
196X-02-29                 1960-02-29         1968-02-29         day
1985-0X-31                 1985-01-31         1985-08-31         day
1960-X2                    1960-02-01         1960-12-31         season
1960-X2-30                 1960-12-30         1960-12-30         day
1960-XX-28                 1960-01-28         1960-12-28         day
1960-XX-3X                 1960-01-30         1960-12-31         year
1961-02-2X                 1961-02-20         1961-02-28         month
../..                      None               None               unknown
/..                        None               None               unknown
../                        None               None               unknown
1985-04-12/1985-04         1985-04-12         1985-04-30         month
1965/196X                  1965-01-01         1969-12-31         decade
198X/1985                  1980-01-01         1985-12-31         decade
Y-20000/-0500              -20000-01-01       -0500-12-31        year
..2004-06-01/2004-06-20    None               2004-06-20         day
2004-06-01/2004-06-20..    2004-06-01         None               day
XXXX-04/1960               None               1960-12-31         year
[1960]                     1960-01-01         1960-12-31         year
{1961-12,1960}             1960-01-01         1961-12-31         year
[-0044..0014,Y17000]       -0044-01-01        +17000-12-31       year
[1957~,XXXX-04]            None               None               year
{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}  None  None   day
"""


def _table(*levels: str) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for level in levels for line in level.strip().splitlines()]


FORMS = _table(LEVEL_0, LEVEL_1, LEVEL_2, OTHERS)


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), FORMS, ids=[form[0] for form in FORMS])
def test_a_form_means_its_days(text: str, earliest: str, latest: str, precision: str) -> None:
    date = parse(text)
    assert (str(iso_day(date.earliest)), str(iso_day(date.latest)), date.precision) == (
        earliest,
        latest,
        precision,
    )
    assert date.text == text


@pytest.mark.parametrize("form", FORMS, ids=[form[0] for form in FORMS])
def test_qualifiers_anywhere_count_for_the_whole(form: tuple[str, ...]) -> None:
    date = parse(form[0])
    assert date.uncertain == any(sign in date.text for sign in "?%")
    assert date.approximate == any(sign in date.text for sign in "~%")


@pytest.mark.parametrize("qualifier", "?~%")
@pytest.mark.parametrize("text", ["1957", "1957-03", "1957-03-02", "195X", "1957-21", "Y17000", "1957S2"])
def test_qualifiers_do_not_move_the_bounds(text: str, qualifier: str) -> None:
    plain, qualified = parse(text), parse(text + qualifier)
    assert (qualified.earliest, qualified.latest, qualified.precision) == (
        plain.earliest,
        plain.latest,
        plain.precision,
    )


def test_a_date_is_a_frozen_value() -> None:
    assert parse("1960") == EdtfDate("1960", 715510, 715875, "year")
    with pytest.raises(AttributeError):
        parse("1960").text = "1961"  # type: ignore[misc]
