"""House rules that ruff cannot see. Each failure names the file, and what it has too much of."""

import ast
import re
import unicodedata
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from django.apps import apps
from django.db.models import Choices

from haidang.console import ask_django, lint, states

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ROOT / "src" / "haidang"
TEMPLATES = ROOMS / "web" / "templates"
WRITTEN = {".py", ".md", ".html", ".css", ".js", ".toml", ".svg", ".txt", ".json", ".csv", ""}

MODULE, FUNCTION, VIEW, TEMPLATE, PARTIAL, TEST = 400, 40, 25, 150, 60, 40

NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager"}
NAMELESS |= {"service", "handler", "data", "info"}
NAMELESS_ENDING = re.compile(r"(Utils?|Helpers?|Manager|Service|Handler|Misc|Common)$")
# In pieces, so that this file does not name what it forbids.
MACHINE = ["/wor" + "k/", "/far" + "m/", ".librar" + "y", "/ho" + "me/", "/roo" + "t/"]
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npm" + "js",
    "deb.debian" + ".org",
]
WORKPLACE = ["sub" + "agent", "this " + "session", "language " + "model wrote"]


def modules(*folders):
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


@cache
def tree(path):
    return ast.parse(path.read_text("utf-8"))


def functions(path):
    return [
        n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def length(function):
    """Lines from `def` to the last one; a docstring is free."""
    written = ast.get_docstring(function, clean=False)
    return function.end_lineno - function.lineno + 1 - (written.count("\n") + 1 if written else 0)


def lines(path):
    return path.read_text("utf-8").count("\n")


def name(path):
    return path.relative_to(ROOT).as_posix()


def too_long(files, limit):
    return [f"{name(path)}: {lines(path)} > {limit}" for path in files if lines(path) > limit]


def too_long_functions(files, limit, counts=bool):
    return [
        f"{name(path)}:{function.lineno} {function.name}: {length(function)} > {limit}"
        for path in files
        for function in functions(path)
        if counts(function) and length(function) > limit
    ]


def test_modules_are_not_too_long():
    assert too_long([*modules("src", "tests", "bench"), ROOT / "haidang"], MODULE) == []


def test_half_of_the_modules_are_short():
    assert median(lines(path) for path in modules("src")) <= 75


def test_functions_are_not_too_long():
    assert too_long_functions(modules("src", "bench"), FUNCTION) == []


def is_view(function):
    return [argument.arg for argument in function.args.args[:1]] == ["request"]


def test_views_are_not_too_long():
    assert too_long_functions(modules("src/haidang/web/views"), VIEW, is_view) == []


def test_tests_are_not_too_long():
    assert too_long_functions(modules("tests"), TEST) == []


def is_whole_page(text):
    return "{% extends" in text or "<html" in text


def test_templates_are_not_too_long():
    files = sorted(TEMPLATES.rglob("*.html"))
    pages = [path for path in files if is_whole_page(path.read_text("utf-8"))]

    assert too_long(pages, TEMPLATE) == []
    assert too_long([path for path in files if path not in pages], PARTIAL) == []


def test_parts_inside_templates_are_not_too_long():
    parts = re.compile(r"{% partialdef (\S+).*?{% endpartialdef", re.DOTALL)
    found = [
        f"{name(path)}#{part.group(1)} > {PARTIAL}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for part in parts.finditer(path.read_text("utf-8"))
        if part.group(0).count("\n") > PARTIAL
    ]
    assert found == []


def commands():
    for path in modules("src"):
        room, inside = path.relative_to(ROOMS).parts[0], path.relative_to(ROOMS).parts[1:]
        if inside and inside[0] in {"commands", "commands.py"}:
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield room, node.name


def test_every_command_has_a_test_of_its_name():
    tested = {
        (room.name, function.name)
        for room in (ROOT / "tests").iterdir()
        if room.is_dir()
        for path in sorted(room.rglob("test_*.py"))
        for function in functions(path)
    }
    untested = [
        f"{room}: {command}"
        for room, command in commands()
        if not any(r == room and t.startswith(f"test_{command}") for r, t in tested)
    ]
    assert untested == []


def test_every_template_is_used():
    sources = [*modules("src"), *sorted(TEMPLATES.rglob("*.html"))]
    said = "\n".join(path.read_text("utf-8") for path in sources)
    # Asked for by the number of the answer, and by Django's own sign-in view.
    by_others = re.compile(r"^(\d{3}|registration/login)\.html$")
    unused = [
        template
        for template in ask_django.template_names()
        if not by_others.match(template) and f'"{template}' not in said
    ]
    assert unused == []


def starts_low(label):
    """A label stands inside sentences: only an abbreviation or a name may start high."""
    return label[:1] == label[:1].lower() or label[:2] == label[:2].upper()


def labels():
    for model in apps.get_models():
        if model.__module__.startswith("haidang."):
            yield f"{model.__name__}", model._meta.verbose_name
            for field in model._meta.get_fields():
                if isinstance(written := getattr(field, "verbose_name", ""), str):
                    yield f"{model.__name__}.{field.name}", written
    for choices in grandchildren(Choices):
        if choices.__module__.startswith("haidang."):
            for choice in choices:
                yield f"{choices.__name__}.{choice.name}", str(choice.label)


def grandchildren(choices):
    for child in choices.__subclasses__():
        yield child
        yield from grandchildren(child)


def test_labels_start_lower_case():
    assert [f"{where}: {label}" for where, label in labels() if not starts_low(label)] == []


def written_files():
    folders = ["src", "tests", "docs", "bench", ".ci"]
    found = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    found += [path for path in ROOT.iterdir() if path.suffix != ".lock" and path.name != ".git"]
    return [
        p for p in found if p.is_file() and p.suffix in WRITTEN and "__pycache__" not in p.parts
    ]


@cache
def text_of(path):
    return path.read_text("utf-8")


def test_all_vietnamese_is_unicode_nfc():
    assert [
        name(p) for p in written_files() if not unicodedata.is_normalized("NFC", text_of(p))
    ] == []


@pytest.mark.parametrize(
    "forbidden", [MACHINE, REGISTRIES, WORKPLACE], ids=["machine", "registry", "work"]
)
def test_the_repository_speaks_of_the_product_alone(forbidden):
    found = [
        f"{name(path)}: {word}"
        for path in written_files()
        for word in forbidden
        if word in text_of(path)
    ]
    assert found == []


def test_lock_files_name_no_address():
    assert lint.locks() == ""


def test_nothing_is_called_what_says_nothing():
    files = [name(p) for p in modules("src", "tests", "bench") if p.stem in NAMELESS]
    folders = [name(p) for p in ROOMS.rglob("*") if p.is_dir() and p.name in NAMELESS]
    classes = [
        f"{name(path)}: {node.name}"
        for path in modules("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and (node.name.lower() in NAMELESS or NAMELESS_ENDING.search(node.name))
    ]
    assert files + folders + classes == []


def test_every_module_says_what_is_in_it():
    silent = [name(path) for path in modules("src") if not ast.get_docstring(tree(path))]
    assert silent == []


def explains_itself(path):
    """Rules, checks and views: the names and the types say it."""
    inside = path.relative_to(ROOMS).parts
    return path.stem in {"rules", "checks"} or inside[:2] in {("web", "views"), ("web", "urls")}


def test_public_functions_and_classes_have_a_sentence():
    silent = [
        f"{name(path)}: {node.name}"
        for path in modules("src")
        if not explains_itself(path)
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_docs_states_is_fresh():
    assert states.stale() == ""


def test_rows_are_held_so_that_others_may_still_point_at_them():
    # A row that is added points at others when its transaction ends, while it holds the ledger;
    # whoever holds one of these with its key and waits for the ledger would wait for ever.
    held = re.compile(r"\.select_for_update\((?!no_key=True)")
    found = [name(path) for path in modules("src") if held.search(path.read_text("utf-8"))]
    assert found == []
