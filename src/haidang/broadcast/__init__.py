"""Stations and their weeks, bulletins, players, and what was aired."""
