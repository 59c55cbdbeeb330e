"""Bytes become articles: plain text, JSON Lines, web pages and feeds, each split into its zones."""
