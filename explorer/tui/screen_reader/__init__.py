"""The app for a screen reader: words for whatever is drawn otherwise, one column, the terminal's own cursor."""
