"""One module a format: a format never parses, and a parser never formats."""
