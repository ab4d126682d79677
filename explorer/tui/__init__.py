"""The app: renders the store and decides nothing.  The only place that knows Textual."""
