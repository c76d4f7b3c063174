"""Migration steps after which the database itself, of either kind, refuses to change a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from django.apps import apps as installed
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.utils.module_loading import module_has_submodule

ROOMS = "haidang."
VERBS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """One trigger: what may not be done to a table, to some columns of it, or only `when`."""

    table: str
    name: str
    verb: str
    columns: tuple[str, ...] = ()
    when: str = ""

    def words(self, vendor: str) -> str:
        """The statement that makes the trigger."""
        of = f" OF {', '.join(self.columns)}" if self.columns else ""
        head = f"CREATE TRIGGER {self.name} BEFORE {self.verb}{of} ON {self.table}"
        when = f" WHEN ({self.when})" if self.when else ""
        if vendor == "sqlite":
            return f"{head}{when} BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
        each = "statement" if self.verb == "truncate" else "row"
        return f"{head} FOR EACH {each}{when} EXECUTE FUNCTION refuse_change()"


class Guarding(Operation):
    """The step that makes some guards, in place of those of the same names; back, it drops them.

    It asks for no models: making them anew for each step is what takes the time of a migration.
    """

    reduces_to_sql = False

    def __init__(self, guards: Sequence[Guard]) -> None:
        self.guards = tuple(guards)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the guards."""
        self.database_backwards(app_label, schema_editor, to_state, from_state)
        vendor = schema_editor.connection.vendor
        if vendor == "postgresql":
            schema_editor.execute(FUNCTION, params=None)
        for guard in self.guards:
            if guard.verb in VERBS[vendor]:
                schema_editor.execute(guard.words(vendor), params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop them."""
        for guard in self.guards:
            on = "" if schema_editor.connection.vendor == "sqlite" else f" ON {guard.table}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")


def append_only(table: str, columns: Sequence[str] = ()) -> Guarding:
    """Return the migration step after which rows of a table can only be added.

    With `columns`, only these are kept from being changed; no row goes all the same. To be
    repeated after a step that alters the table: SQLite remakes it without its triggers.
    """
    return Guarding(
        [
            Guard(table, f"{table}_no_{verb}", verb, tuple(columns) if verb == "update" else ())
            for verb in VERBS["postgresql"]
        ]
    )


def final(
    table: str, when: str, columns: Sequence[str] = (), *, what: str = "final_row"
) -> Guarding:
    """Return the migration step after which a row that is done with is not changed any more.

    `when` is the condition, in words of both databases: `OLD.status <> 'open'`. With `columns`,
    only these are kept; `what` names the guard among those of its table. To be repeated as
    `append_only`.
    """
    return Guarding([Guard(table, f"{table}_keeps_{what}", "update", tuple(columns), when)])


def guards(vendor: str) -> list[Guard]:
    """Every guard that must stand once all rooms are migrated, those of the ledger first.

    They are read from the migrations themselves, so that none can be forgotten in a list.
    """
    found: dict[str, Guard] = {}
    for room in installed.get_app_configs():
        if room.name.startswith(ROOMS) and module_has_submodule(room.module, "migrations"):
            for step in _steps(f"{room.name}.migrations"):
                found |= {guard.name: guard for guard in step.guards}
    return [guard for guard in found.values() if guard.verb in VERBS[vendor]]


def _steps(package: str) -> list[Guarding]:
    names = sorted(module.name for module in iter_modules(import_module(package).__path__))
    written = [import_module(f"{package}.{name}").Migration.operations for name in names]
    return [step for steps in written for step in steps if isinstance(step, Guarding)]
