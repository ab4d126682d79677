"""`--theme`: the names that it takes are listed, and completed."""


def test_the_names_are_listed_one_a_line(detente):
    outcome = detente("--theme", "list")
    assert (outcome.status, outcome.err) == (0, "")
    names = outcome.out.splitlines()
    assert {"detente-dark", "detente-contrast-light", "detente-tritanopia-dark"} < set(names)
    assert len(names) == len(set(names))


def test_the_names_are_completed(program):
    line = "detente --theme detente-c"
    completed = program(_DETENTE_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD="2").stdout.decode()
    assert completed.split() == ["plain,detente-contrast-dark", "plain,detente-contrast-light"]
