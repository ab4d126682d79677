"""Plain characters for streams whose encoding lacks the real ones."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.cli.transliteration import register


def plain(text: str, encoding: str = "ascii") -> str:
    return text.encode(encoding, register()).decode(encoding)


def test_letters_lose_their_accents():
    assert plain("Détente, Díaz") == "Detente, Diaz"


def test_typographic_signs_become_the_typewriters():
    assert plain("“cold” – ‘war’ «quote» …") == '"cold" - \'war\' "quote" .'


def test_what_has_no_plain_form_becomes_a_question_mark():
    assert plain("中国") == "??"


def test_what_the_encoding_has_stays():
    assert plain("Díaz…", "latin-1") == "Díaz."


@given(st.text())
def test_every_text_can_be_written_one_character_for_one(text):
    assert len(plain(text)) == len(text)
