"""The app for a screen reader: words instead of drawings, one column, the terminal's own cursor."""
