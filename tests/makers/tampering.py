"""What an intruder with the database in hand does first."""

from django.db import connection

from haidang.ledger.append_only import guards


def take_guards_away(table):
    """Drop the triggers that keep a table from being changed."""
    for guard in guards(connection.vendor):
        if guard.table == table and guard.verb != "truncate":
            take_away(guard)


def take_away(guard):
    """Drop one trigger."""
    on = "" if connection.vendor == "sqlite" else f" ON {guard.table}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # nothing may wait for the end of the transaction
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"DROP TRIGGER {guard.name}{on}")
