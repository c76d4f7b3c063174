"""`haidang manage`: Django's own commands, inside this installation."""

import sys

from django.core.management import execute_from_command_line
from django.db.utils import OperationalError

from haidang.console import installation, readiness
from haidang.console.say import Trouble


def run(arguments: list[str]) -> int:
    """Pass the line on to Django with the installation's keys and folder in place.

    Refuses with Trouble where there is no installation, or its database does not answer.
    """
    installation.enter()
    try:
        execute_from_command_line([f"{sys.argv[0]} manage", *arguments])
    except OperationalError as error:
        folder = installation.data_folder()
        if not folder.exists():
            raise Trouble(f"Chưa có bản cài đặt ở {folder}. Chạy ./haidang up trước.") from error
        raise Trouble(readiness.advice_for(str(error).strip())) from error
    return 0
