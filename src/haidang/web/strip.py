"""A unit as it stands in a strip, under the state of its report (`kit/strip.html`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StripUnit:
    """A unit in the strip, with small words about its report."""

    name: str
    words: str
    url: str
