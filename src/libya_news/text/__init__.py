"""Text without meaning: tokens, sentences, folding that keeps length."""
