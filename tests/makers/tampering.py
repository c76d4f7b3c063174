"""What an intruder with the database in hand does first."""

from django.db import connection


def take_guards_away(table):
    """Drop the triggers that keep a table from being changed."""
    on = "" if connection.vendor == "sqlite" else f" ON {table}"
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER {table}_no_{verb}{on}")
