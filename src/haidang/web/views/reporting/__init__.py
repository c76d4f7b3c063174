"""Screens of the reporting room: rounds, a unit's report, its review, the sum, the document."""
