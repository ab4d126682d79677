"""Long texts made up for the tests: seeded, with names, numbers, negations and modals, and many marks."""

from __future__ import annotations

import random
from collections.abc import Sequence


def _words(text: str) -> list[str]:
    return text.split()


STATES = _words("""
    Cuba China Mexico Chile Nicaragua Bolivia Peru Panama Haiti Ghana Angola Algeria Egypt
    Yugoslavia Albania Poland Hungary Vietnam Mongolia India Burma Ceylon Sweden Austria Finland
    Iceland Portugal Canada Jamaica
""")
CITIES = _words("""
    Havana Beijing Santiago Managua Lima Accra Luanda Algiers Cairo Belgrade Tirana Warsaw Budapest
    Hanoi Delhi Rangoon Colombo Stockholm Vienna Helsinki Reykjavik Lisbon Ottawa Kingston
""")
MONTHS = _words("January February March April June July August September October November December")
NUMBER_WORDS = _words("""
    two three four five six seven eight nine eleven twelve fifteen twenty thirty forty fifty
""")
MODALS = _words("could would might must should")
ONSETS = _words("B D F G K L M N P R S T V Z Br Dr Gr Kr Tr St Sh Ch")
NUCLEI = _words("a e i o u á é ó au ei")
CODAS = _words("l n r s t nd rk sk lm")

NOUNS = _words("""
    treaty embassy envoy cable harbour railway harvest cement sugar nickel tobacco rice grain credit
    loan protocol memorandum delegation minister ambassador interpreter journalist archive letter
    telegram broadcast newspaper editorial rumour quarrel border mountain river island garrison
    battalion submarine tanker freighter convoy pilot engineer doctor teacher student orchestra
    library museum theatre stadium factory refinery workshop laboratory vaccine clinic school
    parliament committee congress ballot referendum constitution decree verdict amnesty exile
    refugee prisoner informer courier suitcase passport visa frontier checkpoint bridge tunnel canal
    lighthouse monument cemetery funeral wedding banquet toast portrait photograph film novel poem
    anthem slogan uniform medal pension salary currency tariff quota embargo blockade inspection
    census epidemic drought flood earthquake
""")
ADJECTIVES = _words("""
    quiet bitter sudden hasty patient stubborn careful secret public official private provisional
    permanent northern southern coastal rural wooden rusty golden foreign domestic joint bilateral
    formal cordial frosty lukewarm ambitious modest costly cheap fragile solid reluctant eager
    younger older former future annual weekly nocturnal far-reaching long-standing well-meant
    half-hearted short-lived so-called self-appointed non-aligned
""")
VERBS = _words("""
    praised rejected delayed signed drafted copied mislaid burned recovered translated published
    censored ridiculed defended financed inspected escorted welcomed ignored insulted consulted
    warned bribed arrested released exchanged repaired launched flooded surveyed photographed mapped
    rebuilt abandoned inherited divided enlarged doubled halved weighed counted auctioned smuggled
    unloaded guarded besieged evacuated
""")
STEMS = _words("""
    praise reject delay sign draft copy mislay burn recover translate publish censor ridicule defend
    finance inspect escort welcome ignore insult consult warn bribe arrest release exchange repair
    launch survey photograph map rebuild abandon inherit divide enlarge double halve weigh count
    auction smuggle unload guard besiege evacuate
""")
ADVERBS = _words("""
    quietly hastily openly reluctantly twice seldom afterwards meanwhile eventually deliberately
    half-heartedly officially privately abruptly
""")


class Writer:
    """Writes sentences at random; two writers of one seed write the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = sorted({self._new_name() for _ in range(120)})

    def text(self, characters: int) -> str:
        """Paragraphs of at least so many characters in all."""
        paragraphs: list[str] = []
        length = 0
        while length < characters:
            paragraphs.append(" ".join(self.sentence() for _ in range(self.random.randint(3, 9))))
            length += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs) + "\n"

    def sentence(self) -> str:
        """One sentence."""
        text = self.random.choice(
            (self._act, self._contrast, self._aside, self._report, self._count, self._verdict)
        )()
        first = next(at for at, character in enumerate(text) if character.isalnum())
        return text[:first] + text[first].upper() + text[first + 1 :] + self.random.choice("......!?")

    def _act(self) -> str:
        return f"{self._when()}, {self._who()} {self._did()} {self._what()} {self._tail()}"

    def _contrast(self) -> str:
        return f"{self._who()} {self._did()} {self._what()}, but {self._who()} {self._did()} {self._what()}"

    def _aside(self) -> str:
        was = self._was()
        return f"{self._what()} — {self._amount()} of them — {was} {self._pick(VERBS)} {self._tail()}"

    def _report(self) -> str:
        said = f"{self._what()} {self._was()} {self._pick(VERBS)} {self._pick(ADVERBS)}"
        return f"“{said},” wrote {self._pick(self.names)} {self._tail()}"

    def _count(self) -> str:
        goods = f"{self._pick(ADJECTIVES)} {self._pick(NOUNS)}s"
        return (
            f"{self._amount()} of {self._pick(STATES)}’s {goods} {self._did()} {self._what()} {self._tail()}"
        )

    def _verdict(self) -> str:
        did = f"what {self._who()} {self._did()} {self._when()}"
        return f"{did} {self._was()} {self._pick(ADJECTIVES)}; {self._what()} {self._tail()} was not"

    def _when(self) -> str:
        year = self.random.randint(1905, 1998)
        day = f"{self.random.randint(1, 28)} {self._pick(MONTHS)} {year}"
        return self._pick(
            (f"in {year}", f"on {day}", f"between {year} and {year + 3}", f"from {year}–{year + 2}")
        )

    def _who(self) -> str:
        office = f"the {self._pick(ADJECTIVES)} {self._pick(NOUNS)}"
        return self._pick((self._pick(self.names), self._pick(STATES), f"{office} of {self._pick(STATES)}"))

    def _did(self) -> str:
        verb, stem = self._pick(VERBS), self._pick(STEMS)
        chosen = self.random.random()
        if chosen < 0.15:
            return f"did not {stem}"
        if chosen < 0.22:
            return f"never {verb}"
        if chosen < 0.4:
            return f"{self._pick(MODALS)} {stem}"
        return f"{self._pick(ADVERBS)} {verb}" if chosen < 0.6 else verb

    def _was(self) -> str:
        return self._pick(("was", "was", "was not", "had been", "could not be", "might be", "will never be"))

    def _what(self) -> str:
        thing = f"{self._pick(ADJECTIVES)} {self._pick(NOUNS)}"
        return self._pick(
            (f"the {thing}", f"{self._amount()} {thing}s", f"{self._pick(self.names)}’s {thing}")
        )

    def _amount(self) -> str:
        digits = f"{self.random.randint(1, 48)},{self.random.randint(0, 999):03}"
        small = str(self.random.randint(3, 99))
        return self._pick(
            (digits, small, f"{small}%", f"{small}.{self.random.randint(1, 9)}", self._pick(NUMBER_WORDS))
        )

    def _tail(self) -> str:
        place = f"in {self._pick(CITIES)}"
        cause = f"because of the {self._pick(ADJECTIVES)} {self._pick(NOUNS)}"
        company = (
            f"together with {self._pick(self.names)} and the {self._pick(NOUNS)} of {self._pick(CITIES)}"
        )
        return self._pick(
            (place, cause, company, f"{place} {self._pick(ADVERBS)}", f"for {self._amount()} months")
        )

    def _new_name(self) -> str:
        syllables = (
            self._pick(ONSETS).capitalize() + self._pick(NUCLEI) + self._pick(CODAS)
            for at in range(self.random.randint(1, 2))
        )
        return "".join(syllables).capitalize() + self._pick(("ov", "ez", "ini", "o", "sen", "ay", "in"))

    def _pick(self, choices: Sequence[str]) -> str:
        return self.random.choice(choices)
