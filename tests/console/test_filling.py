import pytest

from haidang.console import filling
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.orgs.models import User

pytestmark = pytest.mark.django_db


def test_fill_opens_one_administrator_and_writes_down_the_password(place):
    filling.fill(with_demonstration=False)

    accounts = place / "accounts.txt"
    head, row = accounts.read_text("utf-8").splitlines()
    username, password, post = row.split()[0], row.split()[1], " ".join(row.split()[2:])
    person = User.objects.get()
    assert "mật khẩu" in head
    assert (username, post) == ("quantri", "Quản trị")
    assert person.check_password(password)
    assert person.roles() == {Role.ADMINISTRATOR}
    assert accounts.stat().st_mode & 0o777 == 0o600


def test_fill_changes_nothing_the_second_time(place):
    filling.fill(with_demonstration=False)
    written, acts = (place / "accounts.txt").read_bytes(), Entry.objects.count()

    filling.fill(with_demonstration=False)
    filling.fill(with_demonstration=True)

    assert User.objects.count() == 1
    assert ((place / "accounts.txt").read_bytes(), Entry.objects.count()) == (written, acts)


def test_fill_says_each_step_with_its_time(place, capsys):
    filling.fill(with_demonstration=False)

    assert capsys.readouterr().out.startswith("  tài khoản quản trị ....")


def test_table_stands_in_columns():
    accounts = [("a", "mot-hai", "Chuyên viên"), ("xa-long-son", "ba", "Công chức")]

    assert filling.table(accounts) == (
        "  tài khoản    mật khẩu  là ai\n"
        "  a            mot-hai   Chuyên viên\n"
        "  xa-long-son  ba        Công chức\n"
    )
