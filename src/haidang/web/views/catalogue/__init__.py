"""Views of the catalogue: kinds of activity, what is counted, indicators."""
