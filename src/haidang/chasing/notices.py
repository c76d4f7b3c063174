"""What goes out by e-mail after units were reminded inside the system."""

from uuid import UUID


def mail_reminded(batch: UUID) -> None:
    """Send what units were told to their people's addresses, where mail is set up."""
