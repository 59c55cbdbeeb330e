"""Stories with known truth, made from a seed; their score; errors planted in them; growth curves."""
