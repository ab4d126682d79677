"""The query table tells the truth: each of its examples means what it stands for."""

from explorer.search import FIELDS, Field, FieldHelp, field_help, parse, run, syntax_help
from explorer.search.fields import near_field
from explorer.store import FLAGS, Store


def test_each_field_is_explained_by_an_example_of_itself() -> None:
    assert len(field_help()) == len(FIELDS)
    for row in field_help():
        query = parse(row.example)
        assert isinstance(query.root, Field)
        assert f"{query.root.name}:" == row.name
        assert query.messages == ()


def test_the_examples_of_the_syntax_are_good_queries() -> None:
    for row in syntax_help():
        assert parse(row.example).messages == ()
        assert parse(row.example).root is not None


def test_every_flag_is_named_in_the_help(store: Store) -> None:
    [row] = [row for row in field_help() if row.name == "is:"]
    for flag in FLAGS:
        assert f"is:{flag}" in f"{row.example} {row.help}"
        assert run(store, parse(f"is:{flag}")).selection is not None


def test_a_row_of_the_table_fits_a_screen_of_eighty_columns() -> None:
    rows: tuple[FieldHelp, ...] = field_help() + syntax_help()
    assert all(len(row.example) <= 28 and "\n" not in row.help for row in rows)


def test_words_that_people_try_for_a_field_are_no_fields_and_lead_to_one() -> None:
    for kind in FIELDS.values():
        for word in kind.also:
            assert word not in FIELDS
            assert near_field(word) == kind.name
