"""Scoring the work of units by a rule that is data, each point with its records (promise N26)."""
