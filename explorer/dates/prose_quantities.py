"""Numbers that look like years but count, number or price something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates.prose_tokens import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.dates.prose_tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What is counted, measured or paid, whatever stands before.
_COUNTED = _words(
    """
    men women people persons children boys girls students pupils teachers workers peasants farmers
    soldiers troops officers sailors marines guards policemen fighters guerrillas prisoners detainees
    hostages refugees exiles emigrants immigrants migrants settlers inhabitants residents citizens dead
    wounded casualties deaths victims survivors employees staff members delegates deputies participants
    guests visitors tourists passengers spectators readers copies volumes books pages words letters
    lines items cases files boxes tons tonnes kilos kilograms grams pounds ounces barrels sacks bags
    litres liters gallons bushels acres hectares km kms kilometres kilometers metres meters miles yards
    feet inches m cm mm kg g mg lb lbs oz ft hours hrs minutes seconds days weeks months years gmt utc
    degrees percent per rubles roubles dollars pesos yuan yen marks francs euros cents usd eur rmb
    houses homes villages towns cities rooms beds seats shops schools clinics factories farms cars
    trucks lorries tractors buses planes aircraft ships boats tanks guns rifles rounds missiles bombs
    shells units pieces parts points votes ballots times calories watts kw mw kilowatts megawatts volts
    hz mhz rpm horsepower hp sheep cattle horses cows pigs volunteers specialists technicians advisers
    advisors doctors nurses engineers experts million billion thousand hundred dozen square cubic sq
    strong
    """
)
_NUMBERED = _words(
    """
    no nos nr num number numbers n p pp page pages resolution resolutions room rooms flight bus route
    highway train chapter chapters ch section sections sec para paras paragraph paragraphs article
    articles art line lines verse note notes footnote fn figure fig table plate vol volume issue version
    ver v release build boeing airbus model type gate box folder file folio fol cable telegram dispatch memo
    memorandum item serial code extension ext tel telephone phone fax postcode zip lot exhibit inv ms
    mss catalogue opus op unit decree order directive ordinance law bill case windows office apartment
    apt suite flat platform locomotive track channel isbn issn doi oclc id ref reference invoice account
    ticket permit patent registration squadron regiment battalion frame step level port pin passport
    """
)
_PLURAL_NUMBERED = _words(
    "nos numbers pp pages resolutions rooms chapters sections paras paragraphs articles lines notes"
)
# So many tokens back a list of numbers is followed to the word that announces it.
_LONGEST_LIST = 12
_MEASURING = _words(
    """
    total population sum height length depth altitude strength crew weight distance price cost costs
    costing garrison worth paid pay pays numbered numbering numbers scored totalled totaled totalling
    weighed weighs some nearly almost over under than least most exactly only another additional all
    every counted killed sold bought x times plus minus equals holds held seats seated employed employs
    at
    """
)
_RISING = _words(
    """
    rose fell grew increased decreased dropped climbed sank shrank jumped risen fallen grown up down
    rising falling
    """
)
_MONEY_AND_SIGNS = frozenset("$€£¥₽#№§+%‰°=×*<>±")
_STREETS = _words("street st avenue ave road rd boulevard blvd lane drive square court highway")
# What bears a day of the year as its name: the 26 July Movement.
_NAMESAKES = _words("movement brigade square street avenue plaza park school prize medal faction")
# Words in -s that are no plural.
_SINGULAR = _words(
    """
    was is has its his this as us does thus always perhaps towards afterwards besides sees brings begins
    ends marks across unless yes whereas plus politics news crisis congress press process success access
    business witness progress loss mass class cross sometimes
    """
)
_OWNERS = frozenset(("s", "their", "its", "his", "her", "our"))
# What makes even 1066 a year.
_CUES = frozenset("iSuZbxfBcgELMVvpTtaPkK-" + PARAGRAPH)


def is_quantity(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether the number at tokens `first` to `after` (exclusive), which could be years, is none."""
    return _counts(tokens, first, after) or _is_numbered(tokens, first)


def is_no_day(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether a month and a number, without a year, are no day: `in June 12 ships`, `May 5 delegates …`."""
    following = tokens[after].text
    return following in _NAMESAKES or (
        tokens[first].kind == "m" and (tokens[first - 1].kind == "i" or following in _COUNTED)
    )


def _counts(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether what follows is counted: `1960 tons`, `1600 Pennsylvania Avenue`, `1960 14 …`."""
    before, following = tokens[first - 1], tokens[after]
    if following.text == "-" and following.start == tokens[after - 1].end:
        following = tokens[after + 1]
    if following.text in _COUNTED or following.text in _MONEY_AND_SIGNS:
        return True
    if before.kind in "iTSubxfkK-LEM" or before.text in _OWNERS:
        return False
    if following.kind in "qynd" or _is_plural(following):
        return True
    return any(token.text in _STREETS for token in tokens[after + 1 : after + 3])


def _is_plural(token: Token) -> bool:
    word = token.text
    return (
        token.kind in "wW"
        and len(word) > 3
        and word[-1] == "s"
        and word[-2] not in "su"
        and word not in _SINGULAR
    )


def _is_numbered(tokens: Sequence[Token], first: int) -> bool:
    """Whether what precedes numbers or measures it: `page 1960`, `a total of 1960`, `rose from 1960`."""
    before, earlier = tokens[first - 1], tokens[first - 2]
    word = earlier.text if before.text == "." else before.text
    if word in _NUMBERED or word in _MEASURING or word in _MONEY_AND_SIGNS or before.kind in "qynd":
        return True
    if (before.kind == "p" and earlier.text in _MEASURING) or (
        before.kind == "f" and earlier.text in _RISING
    ):
        return True
    if before.kind in ",a" and _is_listed(tokens, first):
        return True
    return int(tokens[first].text[:4]) < 1500 and before.kind not in _CUES


def _is_listed(tokens: Sequence[Token], first: int) -> bool:
    """Whether it goes on a list of numbers: `pp. 1914, 1917 and 1960`."""
    for token in reversed(tokens[max(first - _LONGEST_LIST, 0) : first]):
        if token.kind not in "yYdn,a" and token.text != ".":
            return token.text in _PLURAL_NUMBERED
    return False
