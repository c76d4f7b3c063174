"""Keys: made when first needed, replaced by the word of the one before, read by nobody else."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings

from haidang import clock
from haidang.broadcast import keys, seal
from haidang.broadcast.commands.keys import replace_key, rotate_key
from haidang.broadcast.models import SigningKey
from haidang.broadcast.packing import package_of, packed
from haidang.documents.storage import NotStored
from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers.orgs import make_user
from tests.makers.players import a_sound, a_week, make_level

pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def file_of(key):
    return Path(settings.DATA) / "keys" / f"{key.public}.key"


def test_the_first_key_is_made_when_it_is_asked_for_and_stays(level):
    key = keys.key_in_use(level.commune)
    assert keys.key_in_use(level.commune) == key
    assert seal.public_of(keys.private_half(key)) == key.public
    assert stat.S_IMODE(file_of(key).stat().st_mode) == 0o600
    assert keys.key_in_use(level.neighbour) != key


def test_no_private_half_is_in_the_database_or_the_ledger(level):
    key = rotate_key(unit=level.commune, by=None)
    private = keys.private_half(key).hex()
    assert private not in str(list(SigningKey.objects.values()))
    assert private not in str(list(Entry.objects.values()))


def test_rotate_key_is_followed_by_those_who_trusted_the_old_one(level):
    old = keys.key_in_use(level.commune)
    new = rotate_key(unit=level.commune, by=level.leader)
    newest = rotate_key(unit=level.commune, by=level.high)
    words, now = keys.keyring(level.commune).endorsements(), clock.passing()
    assert seal.trusted_with([old.public], words, now) == {old.public, new.public, newest.public}
    later = now + keys.OLD_IS_GOOD + timedelta(minutes=1)
    assert seal.trusted_with([old.public], words, later) == {newest.public}
    assert seal.trusted_with(["00" * 32], words, now) == {"00" * 32}
    assert [key.public for key in keys.good_keys(level.commune)] == [
        newest.public,
        new.public,
        old.public,
    ]
    with time_machine.travel(later):
        assert keys.good_keys(level.commune) == [newest]


def test_what_an_old_key_sealed_is_sealed_anew_with_the_same_content(level):
    release = a_week(level.station, sounds=[a_sound(level.commune, level.leader)])
    before = package_of(release)
    assert before == release.package.read()
    new = rotate_key(unit=level.commune, by=None)
    after = seal.opened(package_of(release).decode(), {new.public})
    assert after == release.content
    assert seal.digest(after) == release.sha256


def test_replace_key_leaves_nothing_that_vouches_for_it(level):
    old = keys.key_in_use(level.commune)
    rotate_key(unit=level.commune, by=None)
    new = replace_key(unit=level.commune, by=level.leader)
    words, now = keys.keyring(level.commune).endorsements(), clock.passing()
    assert seal.trusted_with([old.public], words, now) == {old.public}
    assert keys.good_keys(level.commune) == [new]


@pytest.mark.parametrize("change", [rotate_key, replace_key])
def test_nobody_else_changes_a_key(level, change):
    others = [level.keeper, level.auditor, make_user(Role.LEADER, unit=level.neighbour)]
    for person in others:
        with pytest.raises(NotAllowed):
            change(unit=level.commune, by=person)


def test_a_lost_key_is_told_and_no_other_takes_its_place(level):
    key = keys.key_in_use(level.commune)
    content = {"station": level.station.pk}
    for broken in (b"", bytes(32), None):
        file_of(key).unlink()
        if broken is not None:
            file_of(key).write_bytes(broken)
        with pytest.raises(keys.KeyLost, match="bản sao lưu"):
            packed(content)
        file_of(key).touch()
    with pytest.raises(keys.KeyLost):
        rotate_key(unit=level.commune, by=None)
    assert replace_key(unit=level.commune, by=None) == keys.key_in_use(level.commune)


def test_a_folder_that_takes_no_file_is_told(level, tmp_path, settings):
    settings.DATA = tmp_path / "file"
    settings.DATA.touch()
    with pytest.raises(NotStored):
        keys.key_in_use(level.commune)
