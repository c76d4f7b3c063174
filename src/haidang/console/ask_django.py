"""The checks of `haidang lint` that only Django can answer; each returns what is wrong.

python -m haidang.console.ask_django settings
"""

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps
from django.core.management import CommandError, call_command
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from haidang.console import states
from haidang.console.installation import set_up_django

ROOMS = "haidang."


def settings() -> str:
    """Django's own checks of models, settings, urls and templates."""
    return _said_by("check", fail_level="WARNING")


def migrations() -> str:
    """Whether the migrations make exactly the tables that the models describe."""
    return _said_by("makemigrations", check_changes=True, dry_run=True, no_color=True)


def _said_by(command: str, **options: object) -> str:
    heard = io.StringIO()
    try:
        call_command(command, stdout=heard, stderr=heard, **options)
    except CommandError as error:
        return str(error)
    except SystemExit:
        return heard.getvalue().strip()
    return ""


def templates() -> str:
    """Every template of ours compiles, whether or not a test renders it."""
    return uncompiled(template_names())


def uncompiled(names: Iterable[str]) -> str:
    """The templates that do not compile, each with Django's reason."""
    wrong = []
    for name in names:
        try:
            get_template(name)
        except TemplateSyntaxError as error:
            wrong.append(f"{name}: {error}")
    return "\n".join(wrong)


def template_names() -> list[str]:
    """The names of our own templates, as a page asks for them."""
    folders = [
        Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith(ROOMS)
    ]
    return sorted(
        path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")
    )


QUESTIONS = {
    "settings": settings,
    "migrations": migrations,
    "templates": templates,
    "states": states.stale,
}


def main() -> int:
    """Ask every question, away from any installation; exit 1 if something is wrong."""
    with TemporaryDirectory() as nowhere:
        set_up_django(data=nowhere)
        answers = {name: ask() for name, ask in QUESTIONS.items()}
    for name, wrong in answers.items():
        if wrong:
            print(f"{name}: {wrong}")
    return 1 if any(answers.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
