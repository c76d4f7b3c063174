"""What portals keep for readers: the words of public stories, to be found without marks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Each database has its own index of words; Django knows neither.
MADE = {
    "sqlite": """
        CREATE VIRTUAL TABLE newsroom_words
        USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')
    """,
    "postgresql": """
        CREATE TABLE newsroom_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
        CREATE INDEX newsroom_words_found ON newsroom_words USING gin (words)
    """,
}


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(MADE[schema_editor.connection.vendor])


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE newsroom_words")


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0007_writing")]
    operations = [migrations.RunPython(make, drop)]
