"""Parsing: from the text of an article to its record, one room a step (see `pipeline` for the order)."""
