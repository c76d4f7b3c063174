"""Addresses of pages, remembered: a page of rows asks for hundreds."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=8192)
def address_of(name: str, *args: object) -> str:
    """The address of a page by its name; the addresses of a process never change."""
    return reverse(name, args=args)
