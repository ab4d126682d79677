"""What the parser makes of a query: which words, joined how."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from query_sketch import sketch, told

from explorer.search import parse
from explorer.search.parser import parse_token_by_token

WORDS = [
    ("", ""),
    ("   ", ""),
    ("cuba", "cuba*"),
    ("Díaz-CANEL", '"diaz canel"*'),
    ("cuba china", "(& cuba* china*)"),
    ("cuba AND china", "(& cuba* china*)"),
    ("cuba\tchina\u00a0mexico", "(& cuba* china* mexico*)"),
    ('"bloody origins"', '"bloody origins"'),
    ("“bloody origins”", '"bloody origins"'),
    ("«bloody origins»", '"bloody origins"'),
    ('"cuba"', "cuba"),
    ("recog*", "recog*"),
    ('"bloody orig*"', '"bloody orig"*'),
    ("C++", "c"),
    ("O'Higgins", '"o higgins"*'),
    ("O’Higgins", '"o higgins"*'),
    ("U.S.", '"u s"'),
    ("Cuba, China", "(& cuba china*)"),
    ("http://x:80", '"http x 80"*'),
    ("10:30", '"10 30"*'),
    ("Cuba: a history", "(& cuba a* history*)"),
    ("& – ... /", ""),
    ("中国", "中国*"),
]

JOINED = [
    ("-visit", "-visit*"),
    ("NOT visit", "-visit*"),
    ("--visit", "visit*"),
    ("NOT -visit", "visit*"),
    ('cuba -"state visit"', '(& cuba* -"state visit")'),
    ("Sino-Soviet", '"sino soviet"*'),
    ("visit OR vote", "(| visit* vote*)"),
    ("cuba visit OR china vote", "(| (& cuba* visit*) (& china* vote*))"),
    ("cuba (visit OR vote)", "(& cuba* (| visit* vote*))"),
    ("cuba -(visit OR vote)", "(& cuba* -(| visit* vote*))"),
    ("a OR b OR c", "(| a* b* c*)"),
    ("-++ cuba", "cuba*"),
    ("cuba - china", "(& cuba* china*)"),
    ("a OR -b", "(| a* -b*)"),
    ("((((cuba))))", "cuba*"),
    ("foo(bar)", "(& foo* bar*)"),
    ("cuba or china", "(& cuba* or* china*)"),
    ("Or and Not", "(& or* and* not*)"),
]

UNFINISHED = [
    ('"bloody orig', '"bloody orig"*'),
    ('"', ""),
    ("(cuba OR (china", "(| cuba* china*)"),
    ("cuba OR", "cuba*"),
    ("cuba OR (", "cuba*"),
    ("cuba AND", "cuba*"),
    ("cuba NOT", "cuba*"),
    ("cuba -", "cuba*"),
    ("cuba -(", "cuba*"),
    ("cuba country:", "cuba*"),
    ('cuba country:"', "cuba*"),
    ("cuba title:(", "cuba*"),
    ("-country:", ""),
    ("OR cuba", "cuba*"),
    ("cuba OR OR china", "(| cuba* china*)"),
    ("cuba NOT OR china", "(| cuba* china*)"),
    ("()", ""),
    ("between:", ""),
    ("between:cuba,", "between=cuba"),
    ("is:", ""),
    ("tone:", ""),
    ("tone:<", ""),
    ("tone:>=-", ""),
    ("tone:-3.", ""),
    ("tone:..", ""),
    ("year:..", ""),
]

FIELDS = [
    ("country:china", "country=china"),
    ("COUNTRY:China", "country=China"),
    ('country:"United States"', "country=United States"),
    ("country:united-states", "country=united-states"),
    ("country:(cuba OR china)", "(| country=cuba country=china)"),
    ('title:(recog -"state visit" (a OR year:1960))',
     '(& title=recog* -title="state visit" (| title=a* year=1960-01-01..1960-12-31))'),
    ("between:cuba,china", "between=cuba,china"),
    ('between:cuba,"United States",mexico', "between=cuba,United States,mexico"),
    ("type:visit", "type=visit"),
    ('doc:"bloody origins"', "doc=bloody origins"),
    ("tag:embargo", "tag=embargo"),
    ("id:cuba-rec", "id=cuba-rec"),
    ("title:Guevara", "title=guevara*"),
    ('quote:"people\'s republic"', 'quote="people s republic"'),
    ("text:Sino-Soviet", 'text="sino soviet"*'),
    ("is:single-source", "is=single-source"),
    ("tone:<0", "tone=-5..-1"),
    ("tone:<=0", "tone=-5..0"),
    ("tone:>2", "tone=3..5"),
    ("tone:>=2", "tone=2..5"),
    ("tone:=3", "tone=3..3"),
    ("tone:+3", "tone=3..3"),
    ("tone:−3", "tone=-3..-3"),
    ("tone:-3..0", "tone=-3..0"),
    ("tone:2..", "tone=2..5"),
    ("tone:..-2", "tone=-5..-2"),
    ("year:1960", "year=1960-01-01..1960-12-31"),
    ("within:1960..1964", "within=1960-01-01..1964-12-31!"),
    ("before:1960", "before=..1959-12-31"),
    ("after:1960-09", "after=1960-10-01.."),
    ("-country:cuba", "-country=cuba"),
    ("country:cuba visit", "(& country=cuba visit*)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), WORDS + JOINED + UNFINISHED + FIELDS)
def test_a_query_is_read_as_this_tree(text: str, tree: str) -> None:
    query = parse(text)
    assert sketch(query.root) == tree
    assert query.errors == ()


@pytest.mark.parametrize(("text", "_"), UNFINISHED)
def test_what_is_still_being_typed_is_no_cause_for_a_message(text: str, _: str) -> None:
    assert told(parse(text)) == []


def test_every_node_knows_its_place() -> None:
    text = 'cuba -(title:"a b" OR year:1960)'
    root = parse(text).root
    pieces = {
        sketch(node): text[node.start : node.end]
        for node in (root, *root.operands, root.operands[1].operand, *root.operands[1].operand.operands)
    }
    assert list(pieces.values()) == [
        text,
        "cuba",
        '-(title:"a b" OR year:1960)',
        '(title:"a b" OR year:1960)',
        'title:"a b"',
        "year:1960",
    ]


def test_the_words_of_a_field_know_their_own_place() -> None:
    query = parse("x title:guevara")
    field = query.root.operands[1]
    assert query.text[field.value.start : field.value.end] == "guevara"


def test_names_in_a_list_know_their_own_places() -> None:
    text = 'between:cuba,"United States"'
    assert [text[name.start : name.end] for name in parse(text).root.value] == ["cuba", '"United States"']


def test_spans_colour_each_piece_by_what_it_is() -> None:
    text = 'cuba OR -(NOT "a b") title:x AND yaer:9 year:1 y )'
    assert [(text[start:end], kind) for start, end, kind in parse(text).spans] == [
        ("cuba", "word"),
        ("OR", "operator"),
        ("-", "negation"),
        ("(", "paren"),
        ("NOT", "negation"),
        ('"a b"', "phrase"),
        (")", "paren"),
        ("title:", "field"),
        ("x", "value"),
        ("AND", "operator"),
        ("yaer:9", "error"),
        ("year:", "field"),
        ("1", "error"),
        ("y", "word"),
        (")", "error"),
    ]


def test_terms_are_what_to_mark_and_each_is_named_once() -> None:
    query = parse('cuba Cuba "state visit" -china title:mao -(-peru) country:chile -title:x text:"a b')
    assert [(" ".join(term.words), term.prefix) for term in query.terms] == [
        ("cuba", True),
        ("state visit", False),
        ("mao", True),
        ("peru", True),
        ("a b", True),
    ]


@given(st.from_regex(r"[a-z]{1,8}", fullmatch=True) | st.text(st.sampled_from("abORé1_ :-*"), max_size=6))
@example("or")
@example("a" * 4000)
@example("a" * 4001)
def test_the_short_cut_for_one_word_makes_what_its_tokens_come_to(text: str) -> None:
    assert parse(text) == parse_token_by_token(text)
