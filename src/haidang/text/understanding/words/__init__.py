"""The words and letters of the language, of no document: patterns, verbs, nouns, sentences."""
