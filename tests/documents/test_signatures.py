import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSigner

from haidang.documents.signatures.carrying import as_row, from_row
from haidang.documents.signatures.verification import (
    Chain,
    Owner,
    Period,
    Reach,
    Standing,
    Verification,
)
from haidang.documents.signatures.verifying import verify
from haidang.text.reading.unreadable import Unreadable
from tests.makers import signing

PLAN = (Path(__file__).parents[2] / "samples" / "99-KH-UBND.pdf").read_bytes()
NOW = signing.SIGNED_AT + dt.timedelta(days=1)


def verified(data, *roots, at=NOW):
    return verify(data, [root.der for root in roots or [signing.root()]], at)


@pytest.fixture(scope="module")
def signed():
    return signing.sign(PLAN, signing.officer())


@pytest.fixture(scope="module")
def signed_twice(signed):
    return signing.sign(signed, signing.seal(), field="Chuky2")


def test_tells_who_signed_when_and_from_whom_the_certificate_is(signed):
    (one,) = verified(signed).signatures

    holder = one.certificate
    assert one.standing == Standing.VALID
    assert (holder.subject, holder.organisation) == ("Phó Chủ tịch", "Ủy ban nhân dân huyện Thử")
    assert (holder.issuer, holder.owner) == ("CA Thử cấp dưới", Owner.PERSON)
    assert int(holder.serial, 16) == signing.officer().certificate.serial_number
    assert one.claimed_at == signing.SIGNED_AT
    assert one.path == ("CA Thử gốc", "CA Thử cấp dưới", "Phó Chủ tịch")
    assert (one.digest, one.algorithm, one.weak) == ("sha256", "sha256_ecdsa", ())
    assert (one.reach, one.level, one.time_stamp) == (Reach.WHOLE, "PAdES B-B", None)


def test_an_unsigned_file_has_no_standing():
    assert verified(PLAN) == Verification(NOW)
    assert verified(PLAN).standing is None


def test_officer_and_organisation_both_stand(signed_twice):
    officer, seal = verified(signed_twice).signatures

    assert (officer.reach, seal.reach) == (Reach.EXTENDED, Reach.WHOLE)
    assert (officer.certificate.owner, seal.certificate.owner) == (
        Owner.PERSON,
        Owner.ORGANISATION,
    )
    assert verified(signed_twice).standing == Standing.VALID


@pytest.mark.parametrize(
    "roots",
    [[], [signing.make_holder("CA lạ", is_ca=True)]],
    ids=["no root at all", "another's root"],
)
def test_without_its_root_a_chain_is_unknown_and_never_the_machines(signed, roots):
    found = verify(signed, [root.der for root in roots], NOW)

    assert found.standing == Standing.UNKNOWN_CHAIN
    assert found.signatures[0].chain == Chain.UNKNOWN
    assert found.signatures[0].is_intact


def test_a_certificate_that_vouches_for_itself_is_of_an_unknown_chain():
    found = verified(signing.sign(PLAN, signing.stranger()))

    assert found.standing == Standing.UNKNOWN_CHAIN


@settings(max_examples=15)
@given(place=st.floats(0, 1, exclude_max=True), step=st.integers(1, 255))
def test_any_altered_byte_breaks_a_signature(signed, place, step):
    start, end = _hole(signed)
    at = int(place * (start + len(signed) - end))
    at = at if at < start else at - start + end
    altered = signed[:at] + bytes([(signed[at] + step) % 256]) + signed[at + 1 :]

    try:
        found = verified(altered)
    except Unreadable:
        return

    assert found.standing in {None, Standing.BROKEN, Standing.UNCHECKED}


def _hole(signed):
    start = signed.index(b"/Contents <") + len(b"/Contents ")
    return start, signed.index(b">", start) + 1


def test_text_changed_by_an_update_after_signing_is_told(signed):
    writer = IncrementalPdfFileWriter(BytesIO(signed))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)

    (one,) = verified(out.getvalue()).signatures

    assert (one.standing, one.reach, one.is_intact) == (Standing.BROKEN, Reach.CHANGED, True)


LOOSE = b"\n6 0 obj << /Type /Page >> endobj\n"


@pytest.mark.parametrize(
    ("tail", "reach"),
    [(b"\r\n", Reach.EXTENDED), (LOOSE, Reach.CHANGED)],
    ids=["blanks", "an object"],
)
def test_bytes_that_belong_to_nothing_break_a_signature(signed, signed_twice, tail, reach):
    alone, twice = verified(signed + tail), verified(signed_twice + tail)

    reaches = [one.reach for one in (*alone.signatures, *twice.signatures)]
    assert reaches == [reach] * 3
    assert alone.standing == (Standing.VALID if reach == Reach.EXTENDED else Standing.BROKEN)


def test_loose_bytes_before_an_old_table_are_found_too(signed):
    table = signed[signed.rindex(b"startxref") :]

    assert verified(signed + LOOSE + table).standing == Standing.BROKEN


def test_a_second_signature_where_the_first_forbade_it_breaks_the_first(monkeypatch):
    # Another's tool may sign where ours would not.
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda *_: None)
    locked = signing.sign(
        PLAN, signing.officer(), certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    again = signing.sign(locked, signing.seal(), field="Chuky2")

    first, second = verified(again).signatures

    assert (first.reach, second.standing) == (Reach.CHANGED, Standing.VALID)


def test_sha1_is_named_as_weak():
    found = verified(signing.sign(PLAN, signing.officer(), md_algorithm="sha1"))

    assert found.standing == Standing.WEAK
    assert found.signatures[0].weak == ("SHA-1",)


def test_a_short_key_is_named_as_weak():
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    holder = signing.make_holder("Chuyên viên", issuer=signing.root(), key=key)

    (one,) = verified(signing.sign(PLAN, holder)).signatures

    assert (one.standing, one.weak) == (Standing.WEAK, ("khóa RSA 1024 bit",))


@pytest.mark.parametrize(
    ("years", "period"), [((2020, 2023), Period.EXPIRED), ((2025, 2030), Period.NOT_YET)]
)
def test_a_certificate_out_of_time_when_it_signed_is_no_good(years, period):
    valid = tuple(dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in years)
    holder = signing.make_holder("Chuyên viên", issuer=signing.issuing(), valid=valid)

    (one,) = verified(
        signing.sign(PLAN, holder), at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    ).signatures

    assert (one.standing, one.period) == (Standing.BAD_CERTIFICATE, period)


def test_a_certificate_that_ended_since_was_good_when_it_signed(signed):
    after = signing.ENDS + dt.timedelta(days=400)

    assert verified(signed, at=after).standing == Standing.VALID


def test_a_time_that_is_yet_to_come_is_not_believed():
    valid = (signing.SIGNED_AT + dt.timedelta(days=30), signing.ENDS)
    holder = signing.make_holder("Chuyên viên", issuer=signing.issuing(), valid=valid)
    ahead = signing.sign(PLAN, holder, at=signing.SIGNED_AT + dt.timedelta(days=60))

    (one,) = verified(ahead).signatures

    assert (one.standing, one.period) == (Standing.BAD_CERTIFICATE, Period.NOT_YET)


def test_a_certificate_for_a_server_may_not_sign_documents():
    server = signing.make_holder(
        "may-chu.example", issuer=signing.root(), usage=ExtendedKeyUsageOID.SERVER_AUTH, signs=False
    )

    found = verified(signing.sign(PLAN, server, signer_key_usage=set()))

    assert (found.standing, found.signatures[0].chain) == (Standing.BAD_CERTIFICATE, Chain.UNFIT)


def test_an_older_kind_of_signature_is_checked_all_the_same():
    older = signing.sign(PLAN, signing.officer(), subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)

    (one,) = verified(older).signatures

    assert (one.standing, one.level) == (Standing.VALID, "PKCS#7")


def test_a_kind_of_signature_that_nobody_knows_is_not_passed_over(signed):
    strange = signed.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.whatever")

    (one,) = verified(strange).signatures

    assert (one.standing, one.reason) == (
        Standing.UNCHECKED,
        "Kiểu chữ ký cũ hoặc lạ, không kiểm tra được.",
    )


def test_a_signature_that_is_no_signature_is_told(signed):
    start, _ = _hole(signed)
    empty = signed[: start + 1] + b"00" * 40 + signed[start + 81 :]

    assert verified(empty).standing == Standing.UNCHECKED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-pdf"),
        (b"PK\x03\x04 a .docx that was renamed", "not-pdf"),
        (b"%PDF-1.7\n", "broken-pdf"),
        (PLAN[:20_000], "broken-pdf"),
    ],
    ids=["empty", "docx", "a head alone", "cut off"],
)
def test_what_is_no_whole_pdf_is_refused_by_name(data, code):
    with pytest.raises(Unreadable) as refused:
        verified(data)

    assert refused.value.code == code


def test_a_file_that_strays_from_the_rules_is_checked_and_that_is_told():
    """Office programs write PDF that a strict reader does not take."""
    stray = PLAN.replace(b"endobj", b"endobx")
    once = signing.sign(stray, signing.officer())

    found = verified(signing.sign(once, signing.seal(), field="Chuky2"))

    assert (found.standing, found.is_strict) == (Standing.VALID, False)


def test_a_locked_file_is_refused_by_name():
    locked = signing.locked(PLAN)

    with pytest.raises(Unreadable) as refused:
        verified(locked)

    assert refused.value.code == "encrypted"


@pytest.mark.parametrize("roots", [[signing.root], []])
def test_a_verification_survives_being_stored(signed_twice, roots):
    stamped = signing.sign(
        signed_twice, signing.officer(), field="Chuky3", stamped=signing.SIGNED_AT
    )
    found = verify(stamped, [root().der for root in roots], NOW)

    assert from_row(as_row(found)) == found
