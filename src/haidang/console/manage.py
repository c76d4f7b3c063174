"""`haidang manage`: Django's own commands, inside this installation."""

import sys

from django.core.management import execute_from_command_line

from haidang.console import installation


def run(arguments: list[str]) -> int:
    """Pass the line on to Django with the installation's keys and folder in place."""
    installation.enter()
    execute_from_command_line([f"{sys.argv[0]} manage", *arguments])
    return 0
