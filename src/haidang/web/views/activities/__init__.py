"""Views of the log: writing in it, reading it, the page of one entry."""
