"""Every address of the server, asked as somebody, and where a word comes to light."""

import io
import itertools
import re
import zipfile

from django.urls import URLResolver, get_resolver, resolve
from django.urls.resolvers import RoutePattern

# Wagtail's own desk is closed by a list of what is open: tests/web/test_desk.py.
CLOSED = ("cms/",)


def addresses(arguments, lines):
    """Every address that the URL configuration has, with every value of its arguments.

    `arguments` says the values of each argument by its name, `lines` the paths of a route whose
    arguments have none; an address without either fails, so that a new one cannot be forgotten.
    """
    found, unknown = {}, set()
    for route, pattern in _patterns(get_resolver().url_patterns):
        if route.startswith(CLOSED):
            continue
        names = _arguments(pattern)
        if pattern.pattern.regex.groups > len(names):
            found[route] = lines.get(route, [])
            unknown |= set() if route in lines else {(route, "its own line")}
            continue
        if lacking := set(names) - set(arguments):
            unknown.add((route, tuple(lacking)))
            continue
        for values in itertools.product(*(arguments[name] for name in names)):
            if path := _path(route, pattern, dict(zip(names, values, strict=True))):
                found.setdefault(route, []).append(path)
    assert [
        path for route, paths in found.items() for path in paths if not _is_of(path, route)
    ] == []
    assert unknown == set(), "a new address: say in this walk what its arguments may be"
    return found


def _is_of(path, route):
    return resolve(path).route == route


def _patterns(patterns, before=""):
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, route)
        else:
            yield route, one


def _arguments(pattern):
    return tuple(pattern.pattern.regex.groupindex)


def _path(route, pattern, values):
    """The path of a route with its arguments; nothing where they do not fit it."""
    text = str(pattern.pattern)
    if isinstance(pattern.pattern, RoutePattern):
        before = route[: len(route) - len(text)]
        for name, converter in pattern.pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower()
            given = str(values[name])
            if re.fullmatch(converter.regex, given) is None:
                return None
            text = re.sub(rf"<({kind}:|path:|str:)?{name}>", lambda _, said=given: said, text)
        return f"/{before}{text}"
    for name, value in values.items():
        text = _put(text, name, str(value))
    path = f"/{route[: len(route) - len(str(pattern.pattern))]}{text.strip('^$')}".replace("\\", "")
    return path if pattern.pattern.match(path.lstrip("/")) else None


def _put(text, name, value):
    """A regular expression with a value in the place of a named group."""
    start = text.index(f"(?P<{name}>")
    depth = 0
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return text[:start] + value + text[at + 1 :]
    raise AssertionError(text)


def shown(response, words, path=""):
    """Those of some words that come to light in an answer: its bytes, what they pack, its head.

    What somebody asked for by its name is no news to them: parts of the path do not count.
    """
    content = b"".join(response.streaming_content) if response.streaming else response.content
    head = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    return {word for word in words if _is_in(content, head, word, path)}


def _is_in(content, head, word, path):
    for part in path.split("/"):
        if word in part.lower():
            content, head = content.replace(part.encode(), b""), head.replace(part, "")
    return hides(content, word) or word.lower() in head.lower()


def hides(content, word):
    """Whether bytes hold a word, also packed, also in the letters of UTF-16."""
    sought = (word.lower().encode(), word.lower().encode("utf-16-le"))
    if any(one in content.lower() for one in sought):
        return True
    if not content.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return any(hides(packed.read(name), word) for name in packed.namelist())
