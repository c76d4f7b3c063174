"""Makes rows for tests, always through the real commands."""

from tests.makers.orgs import Authority, make_authority, make_unit, make_user

__all__ = ["Authority", "make_authority", "make_unit", "make_user"]
