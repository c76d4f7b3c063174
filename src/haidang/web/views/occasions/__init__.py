"""Views of the calendar: a year, one occasion, the list of a year, feeds for other programs."""
