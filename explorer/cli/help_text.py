"""What `detente --help` prints in 80 columns and more; made by tests/docs/make_docs.py."""

HELP = """\
Usage: detente [OPTIONS] [DATASET] | COMMAND ...

  Explore the relations between states: from every event, in one key, to the
  passage that says so.

  DATASET is a folder with a dataset.yaml, or one YAML file. Without it,
  detente opens $DETENTE_DATA, else the dataset of the working folder or one
  above it, else the dataset that it comes with. A first word that names a
  command is that command; write ./search for a dataset called "search".

  Examples:
    detente                              open the app
    detente my-dataset --event yalta     open another dataset, at an event
    detente search cuba recognition      search without the app
    detente check my-dataset.yaml        check a dataset

Options:
  --data DATASET    The dataset: a folder with a dataset.yaml, or one YAML
                    file.
  --no-cache        Read the dataset's files, and keep nothing for the next
                    time.
  --theme NAME      Colours of the app; `--theme list` names them all.
  --event EVENT_ID  Open the app at this event.
  --fresh           Open the app at the beginning, not where it was left.
  --screen-reader   Open the app in words, for a screen reader.
  -V, --version     Show the version and exit.
  -h, --help        Show this message and exit.

Commands:
  search      Find events.
  show        Show an event and the passages that say so.
  relations   Tell how two countries stood to each other.
  check       List the problems of a dataset.
  stats       Count what a dataset holds.
  init        Write a small dataset to begin with.
  schema      Print the format of a dataset as JSON Schema.
  keys        List every action and its keys.
  config      Say where the config file is, or check it.
  cache       Delete what is kept of datasets.
  completion  Print the script for completion in a shell.
  version     Print the version.
"""
