"""The command line: one thin function per command, results to stdout, talk to stderr."""
