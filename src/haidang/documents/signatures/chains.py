"""Chains of certificates, up to the roots that were given: nothing is fetched, ever."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import crl, ocsp, x509
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import DisallowWeakAlgorithmsPolicy

# Certificates of officials are issued for either; a certificate of a server has neither.
FOR_SIGNING = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a chain can be made of: the roots, and what the file carries for later checks."""

    roots: tuple[x509.Certificate, ...]
    certificates: tuple[x509.Certificate, ...] = ()
    lists: tuple[crl.CertificateList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()

    @property
    def has_revocation_facts(self) -> bool:
        """Whether the file says anything of revoked certificates."""
        return bool(self.lists or self.answers)

    @property
    def without_revocation_facts(self) -> "Known":
        """The same, where what the file says of revoked certificates is of no use."""
        return Known(self.roots, self.certificates)

    def at(self, moment: dt.datetime) -> ValidationContext:
        """The rules for a chain at a moment."""
        return ValidationContext(
            trust_roots=list(self.roots),  # none at all is none: not those of the machine
            other_certs=self.certificates,
            crls=self.lists,
            ocsps=self.answers,
            moment=moment,
            allow_fetching=False,
            revocation_mode="soft-fail",
            retroactive_revinfo=True,  # what the file carries was gathered after signing
            # Weak ones are followed and named, where pyHanko would only say no.
            algorithm_usage_policy=DisallowWeakAlgorithmsPolicy(  # type: ignore[no-untyped-call]
                frozenset({"md2"}), rsa_key_size_threshold=1024
            ),
        )


def known(roots: Sequence[bytes], store: DocumentSecurityStore | None) -> Known:
    """What is known: the roots as DER, and the store of the file, if it has one."""
    loaded = tuple(map(x509.Certificate.load, roots))
    if store is None:
        return Known(loaded)
    context = store.as_validation_context({"trust_roots": [], "allow_fetching": False})
    manager = context.revinfo_manager
    return Known(
        loaded,
        tuple(store.load_certs()),
        tuple(manager.crls),
        tuple(manager.ocsps),
    )
