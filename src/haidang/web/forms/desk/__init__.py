"""Forms of the newsroom: they only clean what was typed."""
