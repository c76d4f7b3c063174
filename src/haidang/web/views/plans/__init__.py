"""Screens of the plans room: the list, reading a plan, its tasks, the matrix."""
