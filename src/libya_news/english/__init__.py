"""English: lexicons as data, word forms by rule, calendars and the words that bound a number."""
