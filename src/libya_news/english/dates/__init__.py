"""How newspapers word days and stretches of days: word lists as TOML, phrases as rules with their examples.

A rule turns words into a `Phrase` ("weekday, the last one"); which day that is, `libya_news.parsing.dates`
decides from the publication day and the rest of the story.
"""
