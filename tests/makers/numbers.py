"""The numbers that the database gives to rows."""

from django.db import connection


def number_from(first, *models):
    """Let the next row of each of some models get this number.

    A story, its picture, its submission and its plan can so be asked for by one number.
    """
    with connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            if connection.vendor == "postgresql":
                sequence = "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)"
                cursor.execute(sequence, [table, first - 1])
                continue
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            row = "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)"
            cursor.execute(row, [table, first - 1])
