"""`haidang worker`: background work on a machine of its own, until it is told to stop."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from haidang.console import installation, readiness
from haidang.console.say import Trouble


def run(arguments: list[str]) -> int:
    """Work off jobs of an installation that exists. Refuses with Trouble."""
    if arguments:
        raise Trouble("Cách dùng: ./haidang worker")
    installation.set_up_django()
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError as error:
        raise Trouble(readiness.advice_for(str(error).strip())) from error
    if is_behind:
        raise Trouble("Cơ sở dữ liệu chưa có hoặc chưa nâng cấp: chạy ./haidang up trước.")
    from haidang.jobs.worker import Worker  # rows exist only once Django is set up

    print("  Việc nền đang chạy. Dừng: Ctrl-C", flush=True)
    Worker().run()
    return 0
