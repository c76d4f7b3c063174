"""A migration step that changes one table in several ways at once."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models.constraints import BaseConstraint

_Field: TypeAlias = "models.Field[Any, Any]"


class Columns(Operation):
    """The step that gives a table new columns, other ones in place of old, and other constraints.

    A field or a constraint replaces what has its name; constraints `without` go. Django takes a
    step for each of these, and makes the classes of all models that hang together anew in each;
    here it does so once, and inside `Tables` once for all that stands there.

    SQLite makes the table anew, without its triggers: repeat `append_only` after this.
    """

    def __init__(
        self,
        model: str,
        fields: Mapping[str, _Field],
        constraints: Sequence[BaseConstraint] = (),
        without: Sequence[str] = (),
    ) -> None:
        self.model = model
        self.fields = dict(fields)
        self.constraints = tuple(constraints)
        self.without = frozenset(without)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the model; its class is made when it is asked for."""
        state.__dict__.pop("apps", None)
        known = state.models[app_label, self.model]
        for name, field in self.fields.items():
            change = state.alter_field if name in known.fields else state.add_field
            change(app_label, self.model, name, field, preserve_default=True)
        replaced = self.without | {constraint.name for constraint in self.constraints}
        for constraint in list(known.options.get("constraints", ())):
            if constraint.name in replaced:
                state.remove_constraint(app_label, self.model, constraint.name)
        for constraint in self.constraints:
            state.add_constraint(app_label, self.model, constraint)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Change the table from what the one state says of it to what the other does."""
        after = to_state.apps.get_model(app_label, self.model)
        if schema_editor.connection.vendor == "sqlite":
            _remake(schema_editor, from_state.models[app_label, self.model].fields, after)
        else:
            before = from_state.apps.get_model(app_label, self.model)
            self._alter(schema_editor, before, after)

    # Back is the same: the state it goes to is then the one before the step.
    database_backwards = database_forwards

    def describe(self) -> str:
        """Name the model, as Django's own steps do."""
        return f"Alter columns and constraints of {self.model}"

    def _alter(
        self,
        editor: BaseDatabaseSchemaEditor,
        before: type[models.Model],
        after: type[models.Model],
    ) -> None:
        was, now = (_own(each) for each in (before, after))
        old, new = ({one.name: one for one in each._meta.constraints} for each in (before, after))
        for name in old:
            if old[name] != new.get(name):
                editor.remove_constraint(before, old[name])
        for name in self.fields:
            if name not in was:
                editor.add_field(after, now[name])
            elif name not in now:
                editor.remove_field(before, was[name])
            else:
                editor.alter_field(before, was[name], now[name])
        for name in new:
            if new[name] != old.get(name):
                editor.add_constraint(after, new[name])


def _own(model: type[models.Model]) -> dict[str, _Field]:
    return {
        field.name: field for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }


def _remake(
    editor: BaseDatabaseSchemaEditor, before: Mapping[str, _Field], after: type[models.Model]
) -> None:
    """Fill new columns with their defaults, and then make the table as its model is now."""
    table = editor.quote_name(after._meta.db_table)
    for name, field in _own(after).items():
        if name in before or field.column is None:
            continue
        column, default = editor.quote_name(field.column), editor.effective_default(field)
        words = f"ALTER TABLE {table} ADD COLUMN {column} {field.db_type(editor.connection)}"
        if default is not None:
            words += f" DEFAULT {editor.prepare_default(default)}"
        editor.execute(words, params=None)
    # To take a constraint away, SQLite makes the table anew, as its model says; here of all else.
    editor.remove_constraint(after, models.CheckConstraint(condition=models.Q(), name="none"))
