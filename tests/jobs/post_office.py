"""A real mail server on loopback, and the ways in which it fails."""

import socket
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from django.test import override_settings

SMTP = "django.core.mail.backends.smtp.EmailBackend"


class Takes:
    """Takes all mail; after that it can be read."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 -- aiosmtpd's name
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append((envelope.rcpt_tos, mail))
        return "250 ok"


class RefusesPeople(Takes):
    """Knows nobody, or is busy: what it says holds the address."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        return f"{self.answer} <{address}>"


class RefusesMail(Takes):
    """Takes the person, not what is written to him."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        return self.answer


class RefusesUs(Takes):
    """Wants no mail from this sender."""

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        return "550 5.7.1 who are you"


class DiesInTheMiddle(Takes):
    """Takes the first mail and is gone before it says so; takes the next ones."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        await super().handle_DATA(server, session, envelope)
        if len(self.mails) == 1:
            server.transport.abort()
        return "250 ok"


@contextmanager
def opened(office):
    """Let an office serve, and our mails go to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Its own five seconds until it serves are too few where others use the machine.
    controller = Controller(office, hostname="127.0.0.1", port=port, ready_timeout=60)
    controller.start()
    try:
        with mailed_to(port):
            yield office
    finally:
        controller.stop()


def mailed_to(port):
    """Let our mails go to a port of this machine, whoever listens there."""
    return override_settings(
        MAIL_IS_ON=True,
        EMAIL_BACKEND=SMTP,
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        DEFAULT_FROM_EMAIL="Hải Đăng <nhacviec@caungang.gov.vn>",
        ADDRESS="https://haidang.caungang.gov.vn",
    )
