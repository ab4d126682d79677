"""What the records look like to others: JSON, CSV, YAML and plain text for people."""
