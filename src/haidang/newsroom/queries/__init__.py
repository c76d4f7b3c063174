"""Questions the newsroom is asked in more than one place."""
