"""A migration step that makes or changes several tables at once."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Tables(Operation):
    """The step that makes some tables, those that others point at first, or changes `Columns`.

    Django makes the classes of all models that hang together anew for each table by itself, and
    that is what the time of a new installation goes into; here it does so once for them all. What
    changes only what models say, and nothing in the database, may stand among them too.
    """

    def __init__(self, tables: Sequence[Operation]) -> None:
        self.tables = tuple(tables)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add or change the models; their classes are made when one is asked for."""
        state.__dict__.pop("apps", None)
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make or change the tables."""
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take it all back, the last one first."""
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say each, as Django's own steps do."""
        return "; ".join(table.describe() for table in self.tables)
