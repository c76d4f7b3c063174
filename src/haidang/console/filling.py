"""What stands in a new database: the tables, and the demonstration or one administrator."""

import secrets
from collections.abc import Iterable

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.console.installation import data_folder, write_privately
from haidang.console.say import step
from haidang.demonstration import load_demonstration
from haidang.occasions.commands import load_occasions
from haidang.orgs import commands
from haidang.orgs.enums import Role
from haidang.orgs.models import User

Account = tuple[str, str, str]  # username, password, post


def fill(*, with_demonstration: bool) -> None:
    """Bring the tables up to date; a database without any account gets its first ones."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with step("cơ sở dữ liệu"):
            call_command("migrate", verbosity=0)
    if User.objects.exists():
        load_occasions(by=None)  # what a new version brings; days that people edited stay
        return
    with step("dữ liệu mẫu" if with_demonstration else "tài khoản quản trị"), transaction.atomic():
        accounts = load_demonstration() if with_demonstration else [first_administrator()]
        # Before the commit: a password that nobody was told would be lost.
        write_privately(data_folder() / "accounts.txt", table(accounts))


def first_administrator() -> Account:
    """Open the one account from which all others are made, beside the starting catalogue."""
    load_catalogue(by=None)
    load_occasions(by=None)
    username, password, post = "quantri", secrets.token_urlsafe(9), "Quản trị"
    person = commands.add_person(
        username=username, password=password, unit=None, post=post, by=None
    )
    commands.appoint(user=person, role=Role.ADMINISTRATOR, valid_from=clock.today(), by=None)
    return username, password, post


def table(accounts: Iterable[Account]) -> str:
    """Write accounts as people read them, one a line."""
    rows = [("tài khoản", "mật khẩu", "là ai"), *accounts]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(
        f"  {name:<{widths[0]}}  {password:<{widths[1]}}  {post}\n" for name, password, post in rows
    )
