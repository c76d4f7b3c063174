"""What is known of the signatures of a file, as values that can be stored."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What one signature is worth, best first: a file is worth its worst signature."""

    VALID = "valid"
    UNKNOWN_CHAIN = "unknown_chain"
    WEAK = "weak"
    BAD_CERTIFICATE = "bad_certificate"
    UNCHECKED = "unchecked"
    BROKEN = "broken"


class Reach(StrEnum):
    """What of the file a signature covers, and what came after it."""

    WHOLE = "whole"
    EXTENDED = "extended"  # by what signing allows: other signatures, filled fields, time stamps
    CHANGED = "changed"  # by what it does not allow (DocMDP)
    PART = "part"  # a hole, or an end before the end of what it signed


class Chain(StrEnum):
    """Whether the certificate leads to one that the administrator trusts."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    UNFIT = "unfit"  # leads there, but may not be used for this
    REVOKED = "revoked"  # says what the file itself carries; nothing is fetched


class Period(StrEnum):
    """Whether the certificate was in force when the signature was made."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


class Owner(StrEnum):
    """Whose certificate it is: an electronic document bears both (NĐ 30/2020, Điều 5)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who signed, as the certificate has it."""

    subject: str
    organisation: str
    issuer: str
    serial: str
    owner: Owner
    valid_from: dt.datetime
    valid_until: dt.datetime


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """A time that an authority confirmed: of one signature, or of the whole file."""

    at: dt.datetime
    authority: str
    is_intact: bool
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature; `claimed_at` is what the signing machine says, and proves nothing.

    `weak` names what is out of date in it, `level` the profile of PAdES, `reason` why it could
    not be checked.
    """

    field: str
    standing: Standing
    certificate: Certificate | None = None
    claimed_at: dt.datetime | None = None
    time_stamp: TimeStamp | None = None
    is_intact: bool = False
    reach: Reach = Reach.PART
    chain: Chain = Chain.UNKNOWN
    path: tuple[str, ...] = ()
    period: Period = Period.IN_FORCE
    digest: str = ""
    algorithm: str = ""
    weak: tuple[str, ...] = ()
    level: str = ""
    has_revocation_facts: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Every signature of a file in the order of signing, as it stood at a moment.

    Revocation is never fetched: only what the file carries is looked at. `is_strict` is False
    where the file strays from the rules of PDF, as many writers of office programs do.
    """

    at: dt.datetime
    signatures: tuple[Signature, ...] = ()
    file_stamps: tuple[TimeStamp, ...] = ()
    is_strict: bool = True

    @property
    def standing(self) -> Standing | None:
        """That of the worst signature; None where nobody signed."""
        order = list(Standing)
        return max((one.standing for one in self.signatures), key=order.index, default=None)
