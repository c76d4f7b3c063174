"""A page as a picture, on its way to be recognised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, as a file of the PNM kind, and how many dots stand on a point."""

    pnm: bytes
    height: int
    scale: float
