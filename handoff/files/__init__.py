"""Files that citizens send: known by their content, cleaned, kept outside of the database."""
