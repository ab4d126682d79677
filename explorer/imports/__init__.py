"""What a start of the app imports, kept in one file beside Python's own bytecode, and imported from there."""
