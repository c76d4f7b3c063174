"""Mails: written into the database beside their job, sent by the worker, tried again.

A worker that dies between the server's yes and our note of it sends the mail once more, with the
same Message-ID and date: it is the same mail, and good mail programs show it once.
"""

import smtplib
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from haidang import clock
from haidang.jobs.backend import Job, job
from haidang.jobs.errors import Hopeless, Later
from haidang.jobs.letter import MY_SETTINGS, Letter, address
from haidang.jobs.models import Mail

LONGEST_SUBJECT = 150


class NotSent(Later):
    """The mail server did not take the mail now; it may later."""


@job(attempts=10)
def send_mail(pk: int) -> None:
    """Send one mail, as soon as the server takes it."""
    send(pk)


@transaction.atomic
def post(
    *, key: str, to: AbstractUser, letter: Letter, by_job: Job[[int], None] = send_mail
) -> Mail | None:
    """Leave a letter to be mailed to one person; the same key again is the same mail.

    None where this installation has no mail server, or the person no address.
    """
    if not (settings.MAIL_IS_ON and to.email):
        return None
    words = {
        "subject": " ".join(letter.subject.split())[:LONGEST_SUBJECT],
        "text": letter.text(),
        "html": letter.html(),
        "made_at": clock.passing(),
    }
    mail, is_new = Mail.objects.get_or_create(key=key, defaults={"to_id": to.pk, **words})
    if is_new:
        by_job.enqueue(mail.pk)
    return mail


def send(pk: int) -> None:
    """Send a mail that waits; one that was sent or dropped is left alone.

    Refuses with Hopeless what the server will never take, and with NotSent what it may take later.
    """
    mail = Mail.objects.select_related("to").filter(pk=pk, sent_at=None, dropped_at=None).first()
    if mail is None:
        return
    if not (mail.to.email and mail.to.is_active):
        drop(mail)
        return
    _hand_over(message(mail))
    Mail.objects.filter(pk=pk).update(sent_at=clock.passing())


def drop(mail: Mail) -> None:
    """Let a mail go that was not sent."""
    Mail.objects.filter(pk=mail.pk, sent_at=None).update(dropped_at=clock.passing())


def message(mail: Mail) -> EmailMultiAlternatives:
    """The mail as it goes out; sent again, it bears the same name and date."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    headers = {
        "Message-ID": f"<{salted_hmac('haidang.mail', mail.key).hexdigest()}@{domain}>",
        "Date": format_datetime(timezone.localtime(mail.made_at)),
        "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's "out of office" answers it
        "List-Unsubscribe": f"<{address(MY_SETTINGS)}>",
        "Content-Language": "vi",
    }
    found = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to.email], headers=headers)
    found.attach_alternative(mail.html, "text/html")
    return found


def _hand_over(letter: EmailMultiAlternatives) -> None:
    # What the server says may hold the address, and a job that failed is shown: its code is enough.
    try:
        letter.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        raise _answered(min(code for code, _ in refusal.recipients.values())) from None
    except smtplib.SMTPDataError as refusal:
        raise _answered(refusal.smtp_code) from None
    except smtplib.SMTPResponseException as refusal:  # ours to mend: the password, the sender
        raise NotSent(f"Máy chủ thư không nhận: mã {refusal.smtp_code}.") from None
    except (smtplib.SMTPException, OSError) as trouble:
        raise NotSent(f"Máy chủ thư không trả lời: {type(trouble).__name__}.") from None


def _answered(code: int) -> Exception:
    if code < 500:
        return NotSent(f"Máy chủ thư bảo thử lại sau: mã {code}.")
    return Hopeless(f"Máy chủ thư từ chối địa chỉ hoặc thư này: mã {code}.")
