"""Migration steps after which the database itself, of either kind, refuses to change a table."""

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

VERBS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb}{of} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb}{of} ON {table}
FOR EACH {each} EXECUTE FUNCTION refuse_change()
"""


def guards(table: str, vendor: str) -> set[str]:
    """Return the names of the triggers that keep a table append-only."""
    return {f"{table}_no_{verb}" for verb in VERBS[vendor]}


def append_only(table: str, columns: Sequence[str] = ()) -> migrations.RunPython:
    """Return the migration step after which rows of a table can only be added.

    With `columns`, only these are kept from being changed; no row goes all the same. To be
    repeated after a step that alters the table: SQLite remakes it without its triggers.
    """

    def add_triggers(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
        drop_triggers(apps, schema)
        vendor = schema.connection.vendor
        if vendor == "postgresql":
            schema.execute(FUNCTION, params=None)
        for verb in VERBS[vendor]:
            each = "statement" if verb == "truncate" else "row"
            of = f" OF {', '.join(columns)}" if columns and verb == "update" else ""
            words = SQLITE if vendor == "sqlite" else POSTGRESQL
            schema.execute(words.format(table=table, verb=verb, each=each, of=of))

    def drop_triggers(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
        on = "" if schema.connection.vendor == "sqlite" else f" ON {table}"
        for verb in VERBS["postgresql"]:
            schema.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")

    return migrations.RunPython(add_triggers, drop_triggers)
