"""What the main screen is put together from, one thing a file; each stands on the one before."""
