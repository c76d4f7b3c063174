"""Screens of the newsroom: planning, writing, clearing, publishing."""
